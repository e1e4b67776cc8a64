//! Holding, booking, moving and calling off, on a file in memory and on one on the disk.

use std::collections::BTreeSet;

use mediation_line::domain::consent::ConsentAct;
use mediation_line::domain::outcome::{ByWhom, Outcome};
use mediation_line::domain::queue::BookingState;
use mediation_line::domain::refusal::Refusal;
use mediation_line::domain::slot::{Hours, Slot};
use mediation_line::domain::willingness::Answer;
use mediation_line::store::calendar::{Booking, CalendarWrite, CalledOffBy, Format};
use mediation_line::store::cases::CaseWrite;
use mediation_line::store::mediators::MediatorWrite;
use mediation_line::store::office::OfficeWrite;
use mediation_line::store::{NotDone, Result};

use super::lists::page_on;
use super::office::{Made, Office, day};

mod away;
mod closed;
mod dates;
mod faster;
mod lapse;
mod mediators;
mod property;
mod race;
mod told;

/// Both kinds of file.
fn offices() -> [Office; 2] {
    [Office::in_memory(), Office::in_file()]
}

pub(crate) fn at(text: &str, hour: i64) -> Slot {
    Slot { day: day(text), start: hour * 4, length: 12 }
}

/// A mediator who works Monday to Friday, nine to five, accredited and trained.
pub(crate) fn mediator(office: &mut Office, name: &str) -> i64 {
    let id = office.id();
    let write = MediatorWrite::Save {
        id,
        name: name.into(),
        phone: "07700 900271".into(),
        areas: "all".into(),
        accredited: true,
        sen_trained: true,
        offers: "online".into(),
        per_week: 0,
    };
    mediates(office, &write);
    let days = [Some(Hours { opens: 36, closes: 68 }); 5];
    mediates(office, &MediatorWrite::UsualDays { mediator: id, days });
    id
}

pub(crate) fn mediates(office: &mut Office, write: &MediatorWrite) {
    let signed = office.signed();
    office.store.mediator_write(write, &signed).unwrap();
}

pub(crate) fn writes(office: &mut Office, write: &CalendarWrite) -> Result<Booking> {
    let signed = office.signed();
    office.store.calendar_write(write, &signed)
}

pub(crate) fn hold(office: &mut Office, made: &Made, with: Option<i64>, slot: Slot) -> Result<Booking> {
    let booking = office.id();
    let write =
        CalendarWrite::Hold { booking, case: made.case, mediator: with, slot, format: Format::Online };
    writes(office, &write)
}

pub(crate) fn book(office: &mut Office, made: &Made, with: Option<i64>, slot: Slot) -> Result<Booking> {
    let booking = office.id();
    book_as(office, booking, made, with, slot)
}

pub(crate) fn book_as(
    office: &mut Office,
    booking: i64,
    made: &Made,
    with: Option<i64>,
    slot: Slot,
) -> Result<Booking> {
    let write = CalendarWrite::Book {
        booking,
        case: made.case,
        mediator: with,
        slot,
        format: Format::Online,
        short_notice_agreed: false,
        told_family: true,
        told_other_side: false,
    };
    writes(office, &write)
}

pub(crate) fn refused(result: Result<Booking>) -> Refusal {
    match result {
        Err(NotDone::Refused(refusal)) => refusal,
        other => panic!("not a refusal: {other:?}"),
    }
}

/// What is open of the steps of a case, in words.
fn steps(office: &mut Office, made: &Made) -> BTreeSet<(&'static str, String)> {
    let facts = office.store.facts(made.case).unwrap();
    facts.steps.iter().map(|s| (s.what.code(), s.due.to_string())).collect()
}

/// Consent is withdrawn and given again; what was promised is dropped.
pub(crate) fn withdrawn_and_given(office: &mut Office, made: &Made) {
    for act in [ConsentAct::Withdrawn, ConsentAct::Given] {
        let (case, record) = (made.case, office.id());
        let none = || "".into();
        let (limits, not_covered, words) = (none(), none(), none());
        let (giver, how) = ("mother".into(), "phone".into());
        let write =
            CaseWrite::Consent { case, record, act, giver, given: None, how, limits, not_covered, words };
        office.case(&write).unwrap();
    }
}

/// The states of the dates of a case, oldest first.
fn states(office: &mut Office, made: &Made) -> Vec<BookingState> {
    office.store.bookings(made.case).unwrap().iter().rev().map(|b| b.state).collect()
}

/// Why the case is on Today, at any day.
fn reasons(office: &mut Office, made: &Made) -> Vec<String> {
    let facts = office.store.facts(made.case).unwrap();
    let (law, days) = (office.store.law().clone(), office.store.office().clone());
    let rows = mediation_line::domain::queue::attention(&facts, &law, &days);
    rows.into_iter().map(|row| row.reason).collect()
}

#[test]
fn a_hold_stands_for_five_working_days_and_takes_the_time() {
    for mut office in offices() {
        let ruth = mediator(&mut office, "Ruth Adeyemi");
        let (one, two) = (office.a_case(), office.a_case());
        let held = hold(&mut office, &one, Some(ruth), at("2026-12-03", 14)).unwrap();
        assert_eq!((held.state, held.held_until), (BookingState::Held, Some(day("2026-12-01"))));
        assert_eq!(held.words(), "Thu 3 Dec 14:00-17:00 online, Ruth Adeyemi");
        let said = refused(hold(&mut office, &two, Some(ruth), at("2026-12-03", 13))).to_string();
        assert_eq!(said, format!("Held for {}. Nearest free: 11:00.", held.reference));
        let page = office.store.case_page(one.case).unwrap();
        assert_eq!(page.timeline[0].act, "Date held");
        assert!(reasons(&mut office, &one).iter().any(|r| r == "Hold Thu 3 Dec let go Tue 1 Dec"));
    }
}

#[test]
fn without_the_light_a_date_is_not_booked_and_the_sentence_offers_a_hold() {
    for mut office in offices() {
        let ruth = mediator(&mut office, "Ruth Adeyemi");
        let made = office.a_case();
        let said = refused(book(&mut office, &made, Some(ruth), at("2026-12-02", 10))).to_string();
        assert_eq!(said, "Not booked. The LA has not said yes yet. F9 holds it until Tue 1 Dec.");
        assert!(states(&mut office, &made).is_empty());
        let held = hold(&mut office, &made, Some(ruth), at("2026-12-02", 10)).unwrap();
        let again = refused(book_as(&mut office, held.id, &made, Some(ruth), held.slot));
        assert!(matches!(again, Refusal::NotReady { .. }), "{again:?}");
        assert_eq!(states(&mut office, &made), [BookingState::Held]);
    }
}

#[test]
fn a_booking_promises_its_steps_and_lets_the_other_holds_go() {
    for mut office in offices() {
        let ruth = mediator(&mut office, "Ruth Adeyemi");
        let made = office.a_ready_case();
        let first = hold(&mut office, &made, None, at("2026-12-02", 10)).unwrap();
        hold(&mut office, &made, None, at("2026-12-03", 10)).unwrap();
        let booked = book_as(&mut office, first.id, &made, None, first.slot).unwrap();
        assert_eq!((booked.state, booked.mediator, booked.id), (BookingState::Booked, ruth, first.id));
        assert_eq!(states(&mut office, &made), [BookingState::Booked, BookingState::LetGo]);
        let today = "2026-11-24".to_owned();
        assert_eq!(
            steps(&mut office, &made),
            BTreeSet::from([
                ("tell the other side the date", today.clone()),
                ("tell the mediator", today),
                ("remind everyone", "2026-11-30".to_owned()),
            ])
        );
        let again = refused(book(&mut office, &made, None, at("2026-12-08", 10)));
        assert_eq!(again.to_string(), "Booked already: Wed 2 Dec. Move that, or call it off first.");
    }
}

#[test]
fn three_holds_and_no_fourth() {
    for mut office in offices() {
        mediator(&mut office, "Ruth Adeyemi");
        let made = office.a_case();
        for day in ["2026-12-02", "2026-12-03", "2026-12-04"] {
            hold(&mut office, &made, None, at(day, 10)).unwrap();
        }
        assert_eq!(refused(hold(&mut office, &made, None, at("2026-12-07", 10))), Refusal::ThreeHolds);
        let first = office.store.bookings(made.case).unwrap().last().unwrap().id;
        writes(&mut office, &CalendarWrite::LetGo { booking: first }).unwrap();
        hold(&mut office, &made, None, at("2026-12-07", 10)).unwrap();
    }
}

#[test]
fn a_time_is_refused_with_its_reason() {
    for mut office in offices() {
        let made = office.a_case();
        assert_eq!(refused(hold(&mut office, &made, None, at("2026-12-03", 10))), Refusal::NoMediator);
        let ruth = mediator(&mut office, "Ruth Adeyemi");
        let signed = office.signed();
        let close = OfficeWrite::CloseDay(day("2026-12-11"), "Staff training".into());
        office.store.office_write(&close, &signed).unwrap();
        let long = |start, length| Slot { day: day("2026-12-03"), start, length };
        for (slot, said) in [
            (at("2026-12-25", 10), "Closed: Christmas Day. Next working day is Tue 29 Dec."),
            (at("2026-12-11", 10), "Closed: Staff training. Next working day is Mon 14 Dec."),
            (at("2026-12-05", 10), "Closed at the weekend. Next working day is Mon 7 Dec."),
            (at("2026-12-03", 15), "Outside the office's hours. Meetings are between opening and closing."),
            (at("2026-12-03", 8), "Outside the office's hours. Meetings are between opening and closing."),
            (at("2026-11-24", 14), "That time has passed. Choose a later one."),
            (at("2026-11-23", 10), "That time has passed. Choose a later one."),
            (long(40, 3), "A meeting lasts between one and eight hours."),
            (long(36, 33), "A meeting lasts between one and eight hours."),
        ] {
            assert_eq!(refused(hold(&mut office, &made, Some(ruth), slot)).to_string(), said, "{slot:?}");
        }
    }
}

#[test]
fn touching_ends_are_fine_and_one_quarter_hour_is_not() {
    for mut office in offices() {
        let ruth = mediator(&mut office, "Ruth Adeyemi");
        let made: Vec<Made> = (0..6).map(|_| office.a_case()).collect();
        let slot = |start, length| Slot { day: day("2026-12-03"), start, length };
        hold(&mut office, &made[0], Some(ruth), slot(44, 8)).unwrap();
        for wrong in [slot(40, 5), slot(51, 4), slot(45, 4), slot(36, 32), slot(44, 8)] {
            let said = refused(hold(&mut office, &made[1], Some(ruth), wrong));
            assert!(matches!(said, Refusal::Taken { .. }), "{wrong:?}: {said:?}");
        }
        hold(&mut office, &made[2], Some(ruth), slot(40, 4)).unwrap();
        hold(&mut office, &made[3], Some(ruth), slot(52, 4)).unwrap();
        // The same case cannot be in two rooms, whoever mediates.
        let col = mediator(&mut office, "Col Fenwick");
        assert_eq!(refused(hold(&mut office, &made[0], Some(col), slot(51, 4))), Refusal::CaseTaken);
        hold(&mut office, &made[0], Some(col), slot(52, 4)).unwrap();
    }
}

#[test]
fn a_lapsed_hold_takes_no_time_and_is_let_go_by_the_next_claim() {
    for mut office in offices() {
        let ruth = mediator(&mut office, "Ruth Adeyemi");
        let (one, two) = (office.a_ready_case(), office.a_ready_case());
        let slot = at("2026-12-10", 10);
        let held = hold(&mut office, &one, Some(ruth), slot).unwrap();
        office.days_later(7); // Tue 1 Dec, the last day of the hold.
        assert!(matches!(refused(hold(&mut office, &two, Some(ruth), slot)), Refusal::Taken { .. }));
        office.days_later(1);
        let today = office.today();
        let rev = office.store.facts(one.case).unwrap().rev;
        let diary = office.store.diary(today, day("2026-12-18"), None, today, 60).unwrap();
        assert!(diary.taken.is_empty(), "shown as free before anybody wrote it");
        // The lapsed hold itself is not booked any more.
        let said = refused(book_as(&mut office, held.id, &one, Some(ruth), slot));
        assert_eq!(said, Refusal::IsNow("let go"));
        hold(&mut office, &two, Some(ruth), slot).unwrap();
        assert_eq!(states(&mut office, &one), [BookingState::LetGo]);
        let page = office.store.case_page(one.case).unwrap();
        assert_eq!(page.timeline[0].act, "Hold let go: its five days are over");
        assert!(page.facts.rev > rev, "a desk with older facts is told");
        let queue = page_on(&mut office.store, today);
        assert!(queue.rows.iter().all(|row| row.booking != Some(held.id)));
        let signed = office.signed();
        assert_eq!(office.store.let_go_lapsed(&signed).unwrap(), 0);
    }
}

#[test]
fn three_lapsed_holds_make_room_in_the_write_of_the_next_one() {
    for mut office in offices() {
        mediator(&mut office, "Ruth Adeyemi");
        let made = office.a_ready_case();
        for date in ["2026-12-10", "2026-12-14", "2026-12-15"] {
            hold(&mut office, &made, None, at(date, 9)).unwrap();
        }
        office.days_later(8);
        // The same time again: the case's own lapsed holds do not stand in its way.
        hold(&mut office, &made, None, at("2026-12-10", 9)).unwrap();
        assert_eq!(
            states(&mut office, &made),
            [BookingState::LetGo, BookingState::LetGo, BookingState::LetGo, BookingState::Held]
        );
        let acts: Vec<String> =
            office.store.timeline(made.case, None, 4).unwrap().into_iter().map(|line| line.act).collect();
        assert_eq!(acts[0], "Date held");
        assert!(acts[1..].iter().all(|act| act == "Hold let go: its five days are over"), "{acts:?}");
        assert_eq!(reasons(&mut office, &made).iter().filter(|r| r.starts_with("Hold ")).count(), 1);
    }
}
