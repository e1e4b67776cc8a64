//! Another desk is faster: between what this desk read and what it writes, Tom has written something else.
//!
//! The engine of `overtaken` lets Tom write just before the first write that goes through it, so what happens by chance
//! between two desks happens every time.

use mediation_line::store::{Signed, Store};

use super::super::overtaken::{Meanwhile, Overtaken};
use super::*;

type Result<T, E = NotDone> = std::result::Result<T, E>;

/// This desk writes `write`, and Tom is faster with what `toms` does at his desk.
fn overtaken(
    office: &mut Office,
    write: &CalendarWrite,
    toms: impl FnOnce(&mut Office) + Send + 'static,
) -> Result<Booking> {
    let mut tom = office.another_desk();
    let signed: Signed = office.signed();
    let meanwhile: Meanwhile = Box::new(move || toms(&mut tom));
    let engine = Overtaken::at(&office.path(), [Some(meanwhile)]);
    Store::new(Box::new(engine)).calendar_write(write, &signed)
}

fn holding(office: &mut Office, made: &Made, with: Option<i64>, slot: Slot) -> CalendarWrite {
    let booking = office.id();
    CalendarWrite::Hold { booking, case: made.case, mediator: with, slot, format: Format::Online }
}

#[test]
fn the_slot_goes_to_tom_and_the_nearest_is_offered() {
    let mut office = Office::in_file();
    let ruth = mediator(&mut office, "Ruth Adeyemi");
    let (mine, toms) = (office.a_case(), office.a_ready_case());
    let slot = at("2026-12-03", 10);
    let write = holding(&mut office, &mine, Some(ruth), slot);
    let said = refused(overtaken(&mut office, &write, move |tom| {
        book(tom, &toms, Some(ruth), slot).unwrap();
    }));
    assert_eq!(said.to_string(), "Tom booked that a moment ago. Nearest free: 13:00.");
}

#[test]
fn with_anybody_the_next_free_mediator_is_taken() {
    let mut office = Office::in_file();
    let col = mediator(&mut office, "Col Fenwick");
    let ruth = mediator(&mut office, "Ruth Adeyemi");
    let (mine, toms) = (office.a_case(), office.a_case());
    let slot = at("2026-12-03", 10);
    let write = holding(&mut office, &mine, None, slot);
    let held = overtaken(&mut office, &write, move |tom| {
        hold(tom, &toms, Some(col), slot).unwrap();
    });
    assert_eq!(held.unwrap().mediator, ruth);
}

#[test]
fn the_day_was_closed_in_between() {
    let mut office = Office::in_file();
    mediator(&mut office, "Ruth Adeyemi");
    let made = office.a_case();
    let write = holding(&mut office, &made, None, at("2026-12-03", 10));
    let said = refused(overtaken(&mut office, &write, |tom| {
        let signed = tom.signed();
        let close = OfficeWrite::CloseDay(day("2026-12-03"), "Heating broken".into());
        tom.store.office_write(&close, &signed).unwrap();
    }));
    assert_eq!(said.to_string(), "Closed: Heating broken. Next working day is Fri 4 Dec.");
}

#[test]
fn the_light_went_out_in_between() {
    let mut office = Office::in_file();
    mediator(&mut office, "Ruth Adeyemi");
    let made = office.a_ready_case();
    let (booking, slot) = (office.id(), at("2026-12-03", 10));
    let write = CalendarWrite::Book {
        booking,
        case: made.case,
        mediator: None,
        slot,
        format: Format::Online,
        short_notice_agreed: false,
        told_family: false,
        told_other_side: false,
    };
    let said = refused(overtaken(&mut office, &write, move |tom| {
        tom.answers(&made, made.authority, Answer::PulledOut).unwrap();
    }));
    assert_eq!(said.to_string(), "Not booked. The LA pulled out. F9 holds it until Tue 1 Dec.");
    assert!(states(&mut office, &made).is_empty());
}

#[test]
fn the_same_case_is_not_booked_twice_by_two_desks() {
    let mut office = Office::in_file();
    mediator(&mut office, "Ruth Adeyemi");
    mediator(&mut office, "Col Fenwick");
    let made = office.a_ready_case();
    let booking = office.id();
    let write = CalendarWrite::Book {
        booking,
        case: made.case,
        mediator: None,
        slot: at("2026-12-03", 10),
        format: Format::Online,
        short_notice_agreed: false,
        told_family: false,
        told_other_side: false,
    };
    let said = refused(overtaken(&mut office, &write, move |tom| {
        book(tom, &made, None, at("2026-12-08", 10)).unwrap();
    }));
    assert_eq!(said, Refusal::HasDate("Tue 8 Dec".into()));
    assert_eq!(states(&mut office, &made), [BookingState::Booked]);
}

#[test]
fn two_desks_let_a_lapsed_hold_go_once() {
    let mut office = Office::in_file();
    mediator(&mut office, "Ruth Adeyemi");
    let (mine, lapsed) = (office.a_case(), office.a_case());
    let held = hold(&mut office, &lapsed, None, at("2026-12-10", 10)).unwrap();
    office.days_later(8);
    let mut tom = office.another_desk();
    tom.days_later(8);
    let signed = office.signed();
    let write = holding(&mut office, &mine, None, at("2026-12-10", 10));
    let meanwhile: Meanwhile = Box::new(move || {
        let signed = tom.signed();
        assert_eq!(tom.store.let_go_lapsed(&signed).unwrap(), 1);
    });
    let engine = Overtaken::at(&office.path(), [Some(meanwhile)]);
    Store::new(Box::new(engine)).calendar_write(&write, &signed).unwrap();
    assert_eq!(office.store.booking(held.id).unwrap().state, BookingState::LetGo);
    let sql = format!("SELECT count(*) FROM history WHERE id = {}", held.id + 15);
    assert_eq!(office.number(&sql), 1, "said once");
}
