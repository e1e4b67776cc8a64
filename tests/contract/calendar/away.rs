//! A mediator who cannot be there: what is written with the days, and what takes it back.

use super::*;
use mediation_line::store::touched::Touching;

fn away(office: &mut Office, mediator: i64, from: &str, to: &str) -> i64 {
    let id = office.id();
    let (from, to) = (day(from), day(to));
    mediates(office, &MediatorWrite::Away { id, mediator, from, to, words: "ill".into() });
    id
}

fn rows(office: &mut Office) -> Vec<String> {
    let today = office.today();
    let page = page_on(&mut office.store, today);
    page.rows.into_iter().map(|row| format!("{}: {}", row.step, &*row.reason)).collect()
}

const CALLS: [&str; 3] = ["find a mediator", "tell the family who comes", "tell the other side who comes"];

fn calls(office: &mut Office, made: &Made) -> Vec<&'static str> {
    let open = steps(office, made).into_iter().map(|(what, _)| what);
    open.filter(|what| CALLS.contains(what)).collect()
}

#[test]
fn the_booking_stays_its_row_comes_and_three_calls_are_written_with_the_days() {
    for mut office in offices() {
        let ruth = mediator(&mut office, "Ruth Adeyemi");
        let col = mediator(&mut office, "Col Fenwick");
        let made = office.a_ready_case();
        let booked = book(&mut office, &made, Some(ruth), at("2026-12-02", 10)).unwrap();
        let id = away(&mut office, ruth, "2026-12-02", "2026-12-03");
        assert_eq!(states(&mut office, &made), [BookingState::Booked]);
        assert!(rows(&mut office).contains(&"Find one: Wed 2 Dec needs a mediator (Ruth away)".to_owned()));
        assert_eq!(calls(&mut office, &made), CALLS);
        let newest = office.store.timeline(made.case, None, 1).unwrap();
        assert_eq!(newest[0].act, "Meeting needs another mediator");
        // More days over the same meeting change nothing of it.
        let more = away(&mut office, ruth, "2026-12-01", "2026-12-02");
        assert_eq!(calls(&mut office, &made), CALLS);
        mediates(&mut office, &MediatorWrite::RemoveDate { id: more });
        assert_eq!(calls(&mut office, &made), CALLS, "the other days still cover it");
        mediates(&mut office, &MediatorWrite::RemoveDate { id });
        assert!(calls(&mut office, &made).is_empty());
        assert!(!rows(&mut office).iter().any(|row| row.starts_with("Find one")));
        // Away again, and somebody else is given the meeting.
        away(&mut office, ruth, "2026-12-02", "2026-12-02");
        assert_eq!(calls(&mut office, &made), CALLS);
        let new = office.id();
        let slot = at("2026-12-02", 10);
        let moved = CalendarWrite::Move {
            booking: booked.id,
            new,
            slot,
            mediator: Some(col),
            short_notice_agreed: false,
        };
        let given = writes(&mut office, &moved).unwrap();
        assert_eq!((given.mediator, given.slot, given.told_family), (col, slot, true));
        assert_eq!(states(&mut office, &made), [BookingState::Moved, BookingState::Booked]);
        assert_eq!(calls(&mut office, &made), CALLS[1..]);
        assert!(!rows(&mut office).iter().any(|row| row.starts_with("Find one")));
        assert_eq!(office.store.timeline(made.case, None, 1).unwrap()[0].act, "Another mediator");
    }
}

#[test]
fn one_who_works_no_more_leaves_meetings_that_need_another() {
    let mut office = Office::in_memory();
    let ruth = mediator(&mut office, "Ruth Adeyemi");
    let made = office.a_ready_case();
    book(&mut office, &made, Some(ruth), at("2026-12-02", 10)).unwrap();
    mediates(&mut office, &MediatorWrite::Working { mediator: ruth, on: false });
    assert_eq!(calls(&mut office, &made), CALLS);
    mediates(&mut office, &MediatorWrite::Working { mediator: ruth, on: true });
    assert!(calls(&mut office, &made).is_empty());
}

#[test]
fn a_week_of_leave_touches_each_of_its_cases_once() {
    let mut office = Office::in_memory();
    let ruth = mediator(&mut office, "Ruth Adeyemi");
    let made: Vec<Made> = (0..3).map(|_| office.a_ready_case()).collect();
    for (made, date) in made.iter().zip(["2026-12-01", "2026-12-02", "2026-12-03"]) {
        book(&mut office, made, Some(ruth), at(date, 10)).unwrap();
    }
    away(&mut office, ruth, "2026-11-30", "2026-12-04");
    for made in &made {
        assert_eq!(calls(&mut office, made), CALLS);
    }
    assert_eq!(rows(&mut office).iter().filter(|row| row.starts_with("Find one")).count(), 3);
}

#[test]
fn what_a_closed_day_and_away_days_touch_is_told_before_they_are_written() {
    for mut office in offices() {
        let ruth = mediator(&mut office, "Ruth Adeyemi");
        let col = mediator(&mut office, "Col Fenwick");
        let (made, other) = (office.a_ready_case(), office.a_ready_case());
        book(&mut office, &made, Some(ruth), at("2026-12-02", 10)).unwrap();
        hold(&mut office, &other, Some(col), at("2026-12-02", 13)).unwrap();
        let today = office.today();
        let (from, to) = (day("2026-12-01"), day("2026-12-04"));
        let what = Touching::Away { mediator: ruth, from, to };
        let told = office.store.touched(what, today).unwrap();
        assert_eq!(told, ["M-0001 booked Wed 2 Dec 10:00 (needs a mediator)"]);
        let told = office.store.touched(Touching::Closed(day("2026-12-02")), today).unwrap();
        assert_eq!(
            told,
            ["M-0001 booked Wed 2 Dec 10:00 (the office is closed)", "M-0002 held Wed 2 Dec 13:00"]
        );
        let told = office.store.touched(Touching::Closed(day("2026-12-01")), today).unwrap();
        assert_eq!(told, ["M-0002: a hold ends that day, and stays there"]);
        // Nothing was written by asking.
        assert_eq!(states(&mut office, &made), [BookingState::Booked]);
        assert!(office.store.touched(Touching::Closed(day("2027-01-20")), today).unwrap().is_empty());
    }
}

#[test]
fn the_room_is_told_on_today_when_it_is_small() {
    let mut office = Office::in_memory();
    let ruth = mediator(&mut office, "Ruth Adeyemi");
    let made = office.a_ready_case();
    let today = office.today();
    let room = office.store.room(made.case, today, 60).unwrap().unwrap();
    assert_eq!(room.until, day("2026-12-24"));
    assert!(room.times > 100, "{room:?}");
    away(&mut office, ruth, "2026-12-01", "2026-12-23");
    let rows_on = |office: &mut Office, on: &str| -> Vec<String> {
        let page = page_on(&mut office.store, day(on));
        page.rows.into_iter().map(|row| row.reason.to_string()).collect()
    };
    // Eleven starts on the last day, and at the end nothing with five days' notice.
    let told = rows_on(&mut office, "2026-12-17");
    assert!(told.contains(&"30 days end Thu 24 Dec: no time left".to_owned()), "{told:?}");
    assert_eq!(office.store.room(made.case, day("2026-12-16"), 36).unwrap().unwrap().times, 11);
    book(&mut office, &made, None, at("2026-12-24", 10)).unwrap();
    assert_eq!(office.store.room(made.case, today, 60).unwrap(), None);
}
