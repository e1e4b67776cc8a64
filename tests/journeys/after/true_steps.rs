//! The words and the next step of a case after a meeting, after a no, while an objection is open, once it is closed.

use super::doubt::booked;
use crate::contract::calendar::{at, book, writes};
use crate::journeys::calendar::{desk_of, office};
use crate::journeys::desk::Desk;
use mediation_line::domain::outcome::Outcome;
use mediation_line::domain::slot::Slot;
use mediation_line::domain::willingness::Answer;
use mediation_line::protocol::effect::Place;
use mediation_line::store::calendar::CalendarWrite;

/// A meeting of today that is over, and nothing else promised.
fn met() -> Desk {
    let mut office = office();
    let made = office.a_ready_case();
    let slot = Slot { length: 4, ..at("2026-11-24", 16) };
    let booking = book(&mut office, &made, None, slot).unwrap().id;
    let (outcome, result) = (office.id(), Outcome::NotAgreed);
    let write = CalendarWrite::Outcome { booking, outcome, result, by: None, words: "".into() };
    writes(&mut office, &write).unwrap();
    desk_of(office)
}

#[test]
fn after_a_meeting_the_summary_says_what_came_and_dates_record_the_certificate() {
    let mut desk = met();
    desk.keys("F5").choose("M-0001").keys("Enter");
    desk.shows("Met Tue 24 Nov: not agreed. A certificate is due.").hides("No date yet");
    desk.keys("Right Right Right").shows("F9 Sent").keys("F9").shows("F9 Save").keys("F9");
    desk.hides("F9 Sent").shows("sent Tue 24 Nov 2026");
    desk.keys("Left").hides("F9 Dates");
}

#[test]
fn after_a_no_the_summary_names_it_and_dates_are_not_offered() {
    let mut office = office();
    let made = office.a_ready_case();
    office.answers(&made, made.authority, Answer::NotWilling).unwrap();
    let mut desk = desk_of(office);
    desk.keys("F5").choose("M-0001").hides("Offer dates").keys("Enter").hides("Offer dates");
    desk.keys("Right Right Right").hides("F9 Dates");
}

#[test]
fn an_open_objection_stands_beside_ok_wherever_consent_does() {
    let (mut desk, _) = booked(|_, _| {});
    desk.keys("Enter Right j").text("o").keys("Enter").text("father").keys("Enter Enter F5");
    desk.choose("M-0001").wait(400);
    let (wide, _) = desk.draw(120, 40);
    assert!(wide.contains("Consent     OK, but an objection"), "{wide}");
    desk.keys("Enter").shows("Consent OK, but an objection");
    desk.keys("Right Right").shows("Consent OK, but an objection");
}

#[test]
fn a_closed_case_offers_no_dates() {
    let mut desk = Desk::practice(Place::Today);
    let sql = "SELECT number FROM cases WHERE state = 'closed' AND id IN (SELECT case_id FROM consent_in_force) LIMIT 1";
    let number = desk.value(sql);
    desk.keys("F3")
        .text(&number)
        .keys("Enter")
        .shows("Closed ")
        .shows("Nothing is waiting.")
        .hides("F9 Dates");
    for _ in 0..3 {
        desk.keys("Right").hides("F9 Dates");
    }
}

#[test]
fn closing_a_withdrawn_case_asks_about_the_certificate_that_is_due() {
    let mut desk = met();
    desk.keys("F5").choose("M-0001").keys("Enter Right w w Left x");
    desk.shows("a certificate is due").keys("y").shows("close all the same").keys("c");
    desk.keys("Right Right Right Right").shows("Case closed, certificate not sent");
    desk.keys("F5").choose("M-0001").keys("F9").shows("Either way it stays unsent.");
}
