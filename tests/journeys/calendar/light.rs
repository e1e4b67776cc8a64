//! The light turns on during a call and a date is booked; it goes out again and the booking is in doubt.

use mediation_line::domain::queue::{BookingState, StepKind};
use mediation_line::domain::willingness::Answer;

use super::{bookings, desk_of, office, states};
use crate::contract::calendar::book;
use crate::contract::calendar::{at, hold};

/// Scenario 15.
#[test]
fn both_willing_and_the_date_agreed_during_one_call() {
    let mut office = office();
    let made = office.a_case();
    office.answers(&made, made.authority, Answer::Asked).unwrap();
    let mut desk = desk_of(office);
    desk.keys("F3").text("M-0001").keys("Enter Right Right Down y F9");
    desk.keys("Right Left F7 f").shows("1-6 choose");
    desk.keys("1 F9").shows("Book this meeting").shows("F9 Book it").shows("LA          YES");
    desk.shows("SAY  \"That is Wednesday the second of December, nine o'clock, online.\"");
    desk.keys("Space F9").shows("M-0001").hides("CALENDAR");
    let booked = bookings(&mut desk, &made).remove(0);
    assert_eq!((booked.state, booked.slot), (BookingState::Booked, at("2026-12-02", 9)));
    let steps = desk.worker.store().facts(made.case).unwrap().steps;
    let due = |what: StepKind| steps.iter().find(|s| s.what == what).map(|s| s.due.to_string());
    assert_eq!(due(StepKind::TellMediator).as_deref(), Some("2026-11-24"));
    assert_eq!(due(StepKind::Remind).as_deref(), Some("2026-11-30"));
    assert_eq!(due(StepKind::TellFamilyDate), None);
}

/// Scenario 17.
#[test]
fn a_withdrawal_puts_the_booking_in_doubt_and_on_top_of_today() {
    let mut office = office();
    let made = office.a_ready_case();
    book(&mut office, &made, None, at("2026-12-02", 10)).unwrap();
    let mut desk = desk_of(office);
    desk.keys("F3").text("M-0001").keys("Enter Right w w");
    assert_eq!(states(&mut desk, &made), [BookingState::InDoubt]);
    desk.keys("F5").shows("IN DOUBT").shows(">!! M-0001");
    desk.keys("F7 PgDn").shows("b");
    // Nothing is held or booked for it any more.
    desk.keys("F3").text("M-0001").keys("Enter F7").shows("For M-0001").hides("Kelechi");
    let wide = desk.draw(120, 40).0;
    assert!(wide.contains("So: nothing can be held or booked"), "{wide}");
    assert!(!wide.contains("HOLD now"), "{wide}");
    desk.keys("f Enter").shows("There is no consent for this case yet.");
    desk.keys("F9").hides("Book this meeting");
}

#[test]
fn a_withdrawn_case_loses_its_meeting_and_says_whom_to_ring_now() {
    for (keys, said) in [
        ("F9 c Enter Enter", "Called off, without the words. Ring the mediator and the other side now."),
        ("Enter x y", "Closed. Ring the mediator and the other side now: the meeting is off."),
    ] {
        let mut office = office();
        let made = office.a_ready_case();
        book(&mut office, &made, None, at("2026-12-02", 10)).unwrap();
        let mut desk = desk_of(office);
        desk.keys("F3").text("M-0001").keys("Enter Right w w F5").choose("M-0001").keys(keys).shows(said);
        assert_eq!(states(&mut desk, &made), [BookingState::CalledOff]);
    }
}

#[test]
fn the_light_goes_out_while_the_window_is_open_and_nothing_is_booked() {
    let mut office = office();
    let made = office.a_ready_case();
    let mut tom = office.another_desk();
    let mut desk = desk_of(office);
    desk.keys("F9 1 F9").shows("F9 Book it");
    tom.answers(&made, made.authority, Answer::PulledOut).unwrap();
    desk.keys("F9").shows("Not booked. The LA pulled out.");
    assert!(bookings(&mut desk, &made).is_empty());
    desk.shows("F9 Hold it").keys("F9").shows("Held until");
    assert_eq!(states(&mut desk, &made), [BookingState::Held]);
}

#[test]
fn another_desk_changes_the_grid_and_the_chosen_time_stays() {
    let mut office = office();
    office.a_ready_case();
    let mut tom = office.another_desk();
    let other = tom.a_case();
    let mut desk = desk_of(office);
    desk.keys("F9 2").shows("Chosen: Thu 3 Dec 9:00-12:00.   Free: Col Fenwick, Ruth Adeyemi");
    hold(&mut tom, &other, None, at("2026-12-03", 9)).unwrap();
    desk.hear_changed();
    desk.shows("Chosen: Thu 3 Dec 9:00-12:00.")
        .shows("[1 open    h]")
        .shows("Free: Ruth Adeyemi")
        .hides("Col Fenwick, Ruth");
}
