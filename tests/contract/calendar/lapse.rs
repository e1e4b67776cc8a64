//! Holds whose days are over leave in one write, whatever happens to it, with every row of Today that names them.

use mediation_line::store::Store;
use mediation_line::store::db::Fault;
use mediation_line::store::sqlite::Sqlite;

use super::*;
use crate::contract::failing::{Failing, Turn};

/// The rows of Today that name a hold.
fn named(office: &Office) -> i64 {
    office.number("SELECT count(*) FROM attention WHERE reason LIKE '%held%' OR booking_id IS NOT NULL")
}

/// Three cases with a hold each, eight days later.
fn three_lapsed() -> Office {
    let mut office = Office::in_file();
    let ruth = mediator(&mut office, "Ruth Adeyemi");
    for date in ["2026-12-10", "2026-12-14", "2026-12-15"] {
        let made = office.a_ready_case();
        hold(&mut office, &made, Some(ruth), at(date, 9)).unwrap();
    }
    office.days_later(8);
    assert!(named(&office) >= 3);
    office
}

#[test]
fn a_disk_that_fills_up_leaves_no_row_that_names_a_hold_let_go() {
    let fails = |fault| Turn::FailsBefore(fault);
    let lost = || Turn::AnswerLost(Fault::Disk);
    let plans = [
        vec![fails(Fault::Full)],
        vec![Turn::Works, fails(Fault::Full)],
        vec![Turn::Works, Turn::Works, fails(Fault::Busy)],
        vec![lost()],
        vec![Turn::Works, lost()],
    ];
    for turns in plans {
        let mut office = three_lapsed();
        let (engine, plan) = Failing::around(Box::new(Sqlite::open(&office.path()).unwrap()));
        plan.next_writes(turns.clone());
        let signed = office.signed();
        let _ = Store::new(Box::new(engine)).let_go_lapsed(&signed);
        let held = office.number("SELECT count(*) FROM bookings WHERE state = 'held'");
        let named_now = named(&office);
        assert!(held == 3 || named_now == 0, "{turns:?}: {held} holds, {named_now} rows name one");
        // The next desk that looks does what is left.
        office.store.let_go_lapsed(&signed).unwrap();
        assert_eq!(
            (office.number("SELECT count(*) FROM bookings WHERE state = 'held'"), named(&office)),
            (0, 0)
        );
        assert_eq!(
            office.number("SELECT count(*) FROM history WHERE act LIKE 'Hold let go%'"),
            3,
            "said once"
        );
    }
}

#[test]
fn the_next_claim_waits_for_one_write_more_and_not_for_one_of_each_case() {
    let mut office = three_lapsed();
    let made = office.a_ready_case();
    let (engine, plan) = Failing::around(Box::new(Sqlite::open(&office.path()).unwrap()));
    plan.next_writes([Turn::Works, Turn::Works, Turn::FailsBefore(Fault::Full)]);
    let write = CalendarWrite::Hold {
        booking: office.id(),
        case: made.case,
        mediator: None,
        slot: at("2026-12-10", 9),
        format: Format::Online,
    };
    let held = Store::new(Box::new(engine)).calendar_write(&write, &office.signed());
    assert_eq!(held.unwrap().state, BookingState::Held);
    assert!(!plan.is_used_up(), "two writes, no third");
}
