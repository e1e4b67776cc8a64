//! What the file answers when it cannot do what was asked: it is said, and nothing typed is lost by it.

use mediation_line::protocol::effect::{CaseTab, Place};
use mediation_line::runtime::worker::Worker;
use mediation_line::store::Store;
use mediation_line::store::db::Fault;
use mediation_line::store::office::OfficeWrite;
use mediation_line::store::sqlite::Sqlite;

use crate::contract::failing::{Failing, Plan, Turn};
use crate::journeys::desk::Desk;

fn page(case: i64) -> Place {
    Place::Case { case, tab: CaseTab::Summary, party: None }
}

/// A case with consent on the screen, over a file that fails when it is told to.
fn a_case() -> (Desk, Plan) {
    let made = Desk::practice(Place::Desk);
    let case = made.value("SELECT max(id) FROM cases WHERE state = 'open'").parse().unwrap();
    let folder = made.folder;
    let (engine, plan) =
        Failing::around(Box::new(Sqlite::open(&folder.path().join("office.sqlite")).unwrap()));
    (Desk::with(Worker::trusted(Store::new(Box::new(engine))), folder, page(case)), plan)
}

#[test]
fn a_case_that_is_not_there_is_said_and_not_asked_for_again() {
    Desk::new().at(page(4711)).shows("No match for 'that case'.");
}

#[test]
fn what_cannot_be_read_is_said() {
    let (mut desk, plan) = a_case();
    plan.next_reads([Turn::FailsBefore(Fault::Disk)]);
    desk.keys("F3").text("k").shows("Could not be read: the disk did not answer.");
}

#[test]
fn a_note_that_can_never_be_written_stands_in_its_window_again() {
    let (mut desk, plan) = a_case();
    plan.rounds(vec![Turn::FailsBefore(Fault::Wall("not here".into()))]);
    desk.keys("n").text("She rang the school.").keys("F9").shows("Not kept: not here.");
    desk.hides("She rang the school.");
    desk.keys("n").shows("She rang the school.");
}

#[test]
fn a_day_closed_at_another_desk_is_closed_here_as_well() {
    let mut desk = Desk::new();
    let day = "2026-12-24".parse().unwrap();
    let mut other = Store::new(Box::new(Sqlite::open(&desk.folder.path().join("office.sqlite")).unwrap()));
    let closed = OfficeWrite::CloseDay(day, "Office closed".to_owned());
    other.office_write(&closed, &desk.context().sign()).unwrap();
    assert!(desk.worker.store().office().is_working(day), "nobody has told this desk yet");
    desk.hear_changed();
    assert_eq!(desk.worker.store().office().closed(day), Some("Office closed"));
}
