//! Holding: too early to book, three at a time, let go; closed days; another desk that was faster; moving; a
//! light that goes out.

use mediation_line::domain::queue::BookingState;
use mediation_line::domain::willingness::Answer;

use super::{bookings, desk_of, office, states};
use crate::contract::calendar::{at, book, hold};
use crate::contract::office::Office;

/// Scenario 16.
#[test]
fn too_early_to_book_the_window_says_so_and_f9_holds() {
    let mut office = office();
    let made = office.a_case();
    office.answers(&made, made.authority, Answer::Asked).unwrap();
    let mut desk = desk_of(office);
    desk.keys("F3").text("M-0001").keys("Enter F7 f 1 F9");
    desk.shows("Not booked. The LA has not said yes yet. F9 holds it until Tue 1 Dec.").shows("F9 Hold");
    desk.keys("F9");
    desk.shows("Held until Tue 1 Dec").shows("LATEST").hides("CALENDAR");
    assert_eq!(states(&mut desk, &made), [BookingState::Held]);
    // Again, on the hold itself: nothing more can be done, and nothing is.
    desk.keys("F7 F9").shows("It stays held until Tue 1 Dec.").hides("F9 Hold");
    desk.keys("F9 Esc");
    assert_eq!(states(&mut desk, &made), [BookingState::Held]);
}

#[test]
fn three_dates_are_held_the_fourth_is_refused_and_one_is_let_go() {
    let mut office = office();
    let made = office.a_case();
    let mut desk = desk_of(office);
    desk.keys("F3").text("M-0001").keys("Enter F7 f 1 Enter").shows("Held until");
    desk.keys("3 Enter 5 Enter");
    assert_eq!(states(&mut desk, &made), [BookingState::Held; 3]);
    desk.keys("6 Enter").shows("Three dates are held for this case already. x lets one go.");
    desk.keys("x").shows("No hold of this case is at that time.");
    desk.keys("1").shows("x").keys("t PgDn Home Right").shows("Held with");
    desk.keys("Enter").shows("Held already");
    desk.keys("x").shows("Let go: ");
    let held = states(&mut desk, &made).into_iter().filter(|s| *s == BookingState::Held).count();
    assert_eq!(held, 2);
}

#[test]
fn christmas_day_is_refused_with_its_sentence() {
    let mut office = office();
    let made = office.a_ready_case();
    let mut desk = desk_of(office);
    desk.keys("F9 t PgDn PgDn PgDn PgDn Right Right Right").shows("Christmas");
    desk.keys("Enter").shows("Closed: Christmas Day. Next working day is Tue 29 Dec.");
    desk.keys("F9").shows("Closed: Christmas Day.").hides("Book this meeting");
    assert!(bookings(&mut desk, &made).is_empty());
}

#[test]
fn another_desk_takes_the_time_in_between_and_the_nearest_is_chosen() {
    let mut office = Office::in_file();
    let ruth = crate::contract::calendar::mediator(&mut office, "Ruth Adeyemi");
    let made = office.a_ready_case();
    let mut tom = office.another_desk();
    let other = tom.a_case();
    let mut desk = desk_of(office);
    desk.keys("F9 1 F9").shows("Wed 2 Dec 2026, 9:00 to 12:00");
    hold(&mut tom, &other, Some(ruth), at("2026-12-02", 9)).unwrap();
    desk.keys("F9").shows("Tom held that a moment ago. Nearest free: 12:00.");
    desk.hides("Book this meeting").shows("[1 open").shows("Chosen: Wed 2 Dec 12:00-15:00.");
    assert!(bookings(&mut desk, &made).is_empty());
    desk.keys("F9 F9").shows("Booked Wed 2 Dec 12:00-15:00");
    assert_eq!(states(&mut desk, &made), [BookingState::Booked]);
}

#[test]
fn a_hold_of_the_case_becomes_the_booking() {
    let mut office = office();
    let made = office.a_ready_case();
    let held = hold(&mut office, &made, None, at("2026-12-07", 13)).unwrap();
    let mut desk = desk_of(office);
    desk.keys("F9").shows("Chosen: Mon 7 Dec 13:00-16:00.   Held with");
    desk.keys("F9 Right F9").shows("TODAY");
    let all = bookings(&mut desk, &made);
    assert_eq!(all.len(), 1);
    assert_eq!((all[0].id, all[0].state, all[0].format.code()), (held.id, BookingState::Booked, "in person"));
}

#[test]
fn a_booking_is_moved_from_the_dates_page() {
    let mut office = office();
    let made = office.a_ready_case();
    book(&mut office, &made, None, at("2026-12-02", 10)).unwrap();
    let mut desk = desk_of(office);
    desk.keys("F3").text("M-0001").keys("Enter Right Right Right m");
    desk.shows("CALENDAR").shows("To move its meeting.").shows("Chosen: Wed 2 Dec 10:00-13:00");
    desk.shows("Enter moves it there").hides("hold stands").hides("Enter holds");
    desk.keys("Right F9").shows("Move this meeting").shows("Instead of").keys("F9");
    desk.shows("M-0001").hides("CALENDAR");
    assert_eq!(states(&mut desk, &made), [BookingState::Booked, BookingState::Moved]);
    assert_eq!(bookings(&mut desk, &made)[0].slot, at("2026-12-03", 10));
}

#[test]
fn a_hold_that_is_moved_stays_a_hold_of_which_nobody_is_told() {
    let mut office = office();
    let made = office.a_case();
    hold(&mut office, &made, None, at("2026-12-02", 10)).unwrap();
    let mut desk = desk_of(office);
    desk.keys("F3")
        .text("M-0001")
        .keys("Enter Right Right Right m")
        .shows("To move its hold.")
        .keys("Right F9");
    desk.shows("Move this hold")
        .shows("It stays a hold, now until")
        .hides("After it, in Today")
        .hides("told this date?");
    desk.keys("F9").shows("M-0001").hides("CALENDAR");
    assert_eq!(states(&mut desk, &made), [BookingState::Held, BookingState::Moved]);
    assert_eq!(bookings(&mut desk, &made)[0].slot, at("2026-12-03", 10));
}

#[test]
fn less_than_five_days_notice_is_warned_of_and_agreed_to() {
    let mut office = office();
    let made = office.a_ready_case();
    let mut desk = desk_of(office);
    desk.keys("F9 t Right Home F9").shows("0 clear working days' notice, 5 are needed.");
    desk.keys("Down Down Space").shows("[x] yes").hides("5 are needed.");
    desk.keys("F9").shows("TODAY");
    assert!(bookings(&mut desk, &made)[0].short_notice_agreed);
}

#[test]
fn moved_to_less_than_five_days_notice_asks_as_booking_does() {
    for agrees in [false, true] {
        let mut office = office();
        let made = office.a_ready_case();
        book(&mut office, &made, None, at("2026-12-09", 10)).unwrap();
        let mut desk = desk_of(office);
        desk.keys("F3").text("M-0001").keys("Enter Right Right Right m t Right Home F9");
        desk.shows("Move this meeting").shows("0 clear working days' notice, 5 are needed.");
        desk.shows("family agrees?  [ ] no").hides("told this date?");
        if agrees {
            desk.keys("Space").shows("[x] yes").hides("5 are needed.");
        }
        desk.keys("F9").shows("M-0001").hides("CALENDAR");
        let moved = bookings(&mut desk, &made).remove(0);
        assert_eq!((moved.state, moved.short_notice_agreed), (BookingState::Booked, agrees));
    }
}

#[test]
fn without_a_case_the_calendar_is_for_looking() {
    let mut desk = desk_of(office());
    desk.keys("F7").shows("CALENDAR").shows("For looking.");
    desk.keys("Enter").shows("Open a case first (F3)");
    desk.keys("b").shows("Christmas Day").keys("Esc").hides("Bank holidays and");
    desk.keys("Backspace").shows("TODAY");
}
