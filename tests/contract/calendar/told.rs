//! The days of notice of a meeting that is moved, given to another mediator, or booked anew: from which telling they
//! are counted, and which of its days were missed.

use super::{Booking, CalendarWrite, CalledOffBy, Made, Office, at, book, mediator, offices, writes};
use mediation_line::domain::deadline::ClockKind;
use mediation_line::domain::slot::Slot;
use mediation_line::store::cases::CaseWrite;

/// The last days of notice that were missed, after something else was written about the case.
fn missed(office: &mut Office, made: &Made) -> Vec<String> {
    let (note, body) = (office.id(), "Rang.".into());
    office.case(&CaseWrite::Note { case: made.case, note, body }).unwrap();
    let all = office.store.misses(made.case).unwrap();
    all.into_iter().filter(|(m, _)| m.kind == ClockKind::Notice).map(|(m, _)| m.due.to_string()).collect()
}

fn move_to(office: &mut Office, booked: &Booking, slot: Slot, mediator: Option<i64>) -> Booking {
    let (booking, new) = (booked.id, office.id());
    writes(office, &CalendarWrite::Move { booking, new, slot, mediator, short_notice_agreed: false }).unwrap()
}

/// Told on Tuesday 24 November of a meeting on Wednesday 9 December: its fifth working day before is the 2nd.
fn told_in_time(office: &mut Office) -> (Made, Booking) {
    mediator(office, "Ruth Adeyemi");
    let made = office.a_ready_case();
    let booked = book(office, &made, None, at("2026-12-09", 10)).unwrap();
    (made, booked)
}

#[test]
fn a_moved_meeting_that_is_never_told_is_missed_at_the_new_time_alone() {
    for mut office in offices() {
        let (made, booked) = told_in_time(&mut office);
        office.days_later(7);
        move_to(&mut office, &booked, at("2026-12-16", 10), None);
        office.days_later(8);
        assert_eq!(missed(&mut office, &made), [""; 0], "the new last day is Wednesday 9 December");
        office.days_later(1);
        assert_eq!(missed(&mut office, &made), ["2026-12-09"]);
    }
}

#[test]
fn a_meeting_moved_after_its_last_day_untold_was_missed_and_stays_so() {
    let mut office = Office::in_memory();
    let (made, booked) = told_in_time(&mut office);
    let moved = move_to(&mut office, &booked, at("2026-12-09", 14), None);
    office.days_later(9);
    move_to(&mut office, &moved, at("2027-01-20", 10), None);
    assert_eq!(missed(&mut office, &made), ["2026-12-02"]);
}

#[test]
fn another_mediator_at_the_same_time_leaves_the_day_of_the_telling() {
    for mut office in offices() {
        let (made, booked) = told_in_time(&mut office);
        let col = mediator(&mut office, "Col Fenwick");
        office.days_later(10);
        let given = move_to(&mut office, &booked, booked.slot, Some(col));
        assert_eq!(given.mediator, col);
        assert_eq!(missed(&mut office, &made), [""; 0]);
    }
}

#[test]
fn a_meeting_called_off_and_booked_anew_at_the_same_time_is_told_anew() {
    for mut office in offices() {
        let (made, booked) = told_in_time(&mut office);
        office.days_later(10);
        let off = CalendarWrite::CallOff { booking: booked.id, words: "".into(), by: CalledOffBy::Office };
        writes(&mut office, &off).unwrap();
        assert_eq!(missed(&mut office, &made), [""; 0], "that one was told in time");
        book(&mut office, &made, None, booked.slot).unwrap();
        assert_eq!(missed(&mut office, &made), ["2026-12-02"]);
    }
}

#[test]
fn a_meeting_moved_away_and_back_is_told_anew() {
    let mut office = Office::in_memory();
    let (made, booked) = told_in_time(&mut office);
    office.days_later(2);
    let moved = move_to(&mut office, &booked, at("2026-12-16", 10), None);
    office.days_later(8);
    move_to(&mut office, &moved, booked.slot, None);
    assert_eq!(missed(&mut office, &made), ["2026-12-02"]);
}
