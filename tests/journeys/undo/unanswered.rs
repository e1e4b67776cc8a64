//! An act that is not in the file yet: nothing is taken back in its place.

use mediation_line::domain::willingness::Answer;
use mediation_line::protocol::effect::Place;
use mediation_line::runtime::worker::Worker;
use mediation_line::store::Store;
use mediation_line::store::db::Fault;
use mediation_line::store::sqlite::Sqlite;

use crate::contract::failing::{Failing, Turn};
use crate::contract::office::Made;
use crate::journeys::calendar::{desk_of, office};
use crate::journeys::desk::Desk;

fn willing(desk: &mut Desk, number: &str) {
    desk.keys("F3").text(number).keys("Enter").shows(number).keys("Right Right Down y Enter Enter");
}

fn said(desk: &mut Desk, made: &Made) -> Option<Answer> {
    let facts = desk.worker.store().facts(made.case).unwrap();
    facts.parties.iter().find(|p| p.id == made.authority).unwrap().standing.answer
}

#[test]
fn no_earlier_act_is_taken_back_in_place_of_one_that_waits_for_the_disk() {
    let mut office = office();
    let (made, other) = (office.a_case(), office.a_case());
    let (engine, plan) = Failing::around(Box::new(Sqlite::open(&office.path()).unwrap()));
    office.store = Store::new(Box::new(engine));
    let mut desk = desk_of(office);
    willing(&mut desk, "M-0002");
    plan.rounds(vec![Turn::FailsBefore(Fault::Busy)]);
    willing(&mut desk, "M-0001");
    desk.keys("Ctrl+Z").shows("NOT SAVED yet: another desk is writing.");
    plan.rounds(vec![Turn::Works]);
    desk.try_again();
    let both = (Some(Answer::Willing), Some(Answer::Willing));
    assert_eq!((said(&mut desk, &made), said(&mut desk, &other)), both);
    desk.keys("Ctrl+Z").shows("Taken back: Other side willing (M-0001).");
    assert_eq!((said(&mut desk, &made), said(&mut desk, &other)), (None, Some(Answer::Willing)));
}

#[test]
fn while_the_file_is_still_looked_through_an_act_cannot_be_taken_back_and_says_so() {
    let mut office = office();
    let made = office.a_case();
    let folder = office.folder.take().unwrap();
    let mut desk = Desk::with(Worker::new(office.store, String::new()), folder, Place::Today);
    willing(&mut desk, "M-0001");
    assert_eq!(said(&mut desk, &made), None, "nothing is written before the look is over");
    desk.keys("Ctrl+Z").shows("Being saved. Press again.");
    desk.keys("Ctrl+Y").shows("Being saved. Press again.");
}
