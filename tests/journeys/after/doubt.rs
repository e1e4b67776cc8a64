//! A booking in doubt: Today says why, and F9 lands where it is settled; what was called off is told.

use crate::contract::calendar::{at, book};
use crate::contract::office::Made;
use crate::journeys::calendar::{bookings, desk_of, office};
use crate::journeys::desk::Desk;
use mediation_line::domain::willingness::Answer;

pub(super) fn booked(change: impl FnOnce(&mut crate::contract::office::Office, &Made)) -> (Desk, Made) {
    let mut office = office();
    let made = office.a_ready_case();
    book(&mut office, &made, None, at("2026-12-09", 10)).unwrap();
    change(&mut office, &made);
    let mut desk = desk_of(office);
    desk.keys("F5").choose("M-0001");
    (desk, made)
}

fn state(desk: &mut Desk, made: &Made) -> String {
    bookings(desk, made)[0].state.code().to_owned()
}

/// Who is to be told that it is off.
fn off(desk: &mut Desk, made: &Made) -> String {
    let steps = desk.worker.store().facts(made.case).unwrap().steps;
    let off = steps.iter().map(|step| step.what.code()).filter(|code| code.ends_with("it is off"));
    off.collect::<Vec<_>>().join(", ")
}

#[test]
fn the_other_side_pulled_out_and_is_asked_again() {
    let (mut desk, made) = booked(|office, made| {
        office.answers(made, made.authority, Answer::PulledOut).unwrap();
    });
    desk.shows("In doubt Wed 9 Dec: LA pulled out").keys("F9").shows("In doubt: LA pulled out.");
    desk.shows("F9 Ring").keys("F9").shows("[Willingness]");
    desk.keys("y F9").shows("TODAY  ").shows("In doubt Wed 9 Dec: confirm it");
    desk.keys("F9 F9").shows("TODAY  ").hides("IN DOUBT");
    assert_eq!(state(&mut desk, &made), "booked");
}

#[test]
fn it_is_called_off_and_everybody_is_told_by_a_step_with_a_number() {
    let (mut desk, made) = booked(|office, made| {
        office.answers(made, made.authority, Answer::PulledOut).unwrap();
    });
    desk.keys("F9 c").text("o").keys("F9").shows("TODAY  ").shows("whom to tell is on Dates");
    assert_eq!(state(&mut desk, &made), "called off");
    assert_eq!(off(&mut desk, &made), "tell the family it is off, tell the mediator it is off");
    desk.choose("M-0001").keys("Enter Right Right Right Down Down");
    desk.shows("Tell the family the meeting is off").shows("Family: Ngozi Achebe, mother, 07700 900 142");
    desk.keys("Down").shows("Mediator: Col Fenwick, 07700 900271").keys("F9");
    assert_eq!(off(&mut desk, &made), "tell the family it is off");
}

#[test]
fn a_withdrawn_booking_is_called_off_from_today_with_words_typed() {
    let (mut desk, made) = booked(|_, _| {});
    desk.keys("Enter Right w w F5").choose("M-0001").shows("In doubt Wed 9 Dec: consent withdrawn");
    desk.keys("F9").shows("F9  keep or remove the record");
    desk.keys("c f Enter").text("mother is ill").keys("F9");
    desk.shows("TODAY  ").shows("Ring the mediator and the other side now.");
    assert_eq!(state(&mut desk, &made), "called off");
    assert_eq!(off(&mut desk, &made), "");
    desk.nowhere_in_the_files(&["mother is ill"]);
}

#[test]
fn a_withdrawn_booking_is_settled_with_the_record() {
    let (mut desk, made) = booked(|_, _| {});
    desk.keys("Enter Right w w F5").choose("M-0001").keys("F9 F9").shows("keep or erase?");
    desk.keys("k").shows("TODAY  ");
    assert_eq!(state(&mut desk, &made), "called off");
}

#[test]
fn kept_in_doubt_the_notice_says_why() {
    let (mut desk, made) = booked(|office, made| {
        office.answers(made, made.authority, Answer::PulledOut).unwrap();
    });
    desk.keys("F9 k").shows("The slot is kept. In doubt: LA pulled out.");
    assert_eq!(state(&mut desk, &made), "in doubt");
    desk.keys("F9").shows("Call the meeting off?");
}
