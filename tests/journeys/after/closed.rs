//! Closing names what it ends, and lets no certificate go without a word.

use crate::contract::calendar::{at, book};
use crate::journeys::after::finishing::declines;
use crate::journeys::calendar::{desk_of, office};
use crate::journeys::desk::Desk;
use mediation_line::protocol::effect::Place;

/// A case whose certificate is due on Friday, at its Summary, with `x` pressed.
fn asked() -> Desk {
    let mut desk = declines("a");
    desk.keys("F9 v F5").choose("M-0001").keys("Enter x");
    desk.shows("A certificate is due and not sent").shows("f  record it     n  not wanted     c  close");
    desk
}

const STATES: &str = "SELECT c.state || ', ' || f.state FROM cases c JOIN certificates f ON f.case_id = c.id";

#[test]
fn a_certificate_that_is_due_is_recorded_first() {
    let mut desk = asked();
    desk.keys("f").shows("record it as sent").keys("F9");
    assert_eq!(desk.value(STATES), "open, sent");
    desk.keys("x").shows("Close the case").keys("F9");
    assert_eq!(desk.value(STATES), "closed, sent", "{}", desk.screen());
}

#[test]
fn a_certificate_that_is_not_wanted_is_asked_why_and_then_the_case_is_closed() {
    let mut desk = asked();
    // A stray letter drops nothing.
    desk.keys("n").shows("Certificate, declined: not wanted").keys("Esc");
    assert_eq!(desk.value(STATES), "open, due");
    desk.shows("statutory mediation; certificate needed").keys("x n F9").shows("Why is it not wanted?");
    assert_eq!(desk.value(STATES), "open, due");
    desk.text("they will not appeal").keys("Enter").shows("Now: why is it closed?").shows("Close the case");
    assert_eq!(desk.value("SELECT words FROM certificates"), "they will not appeal");
    desk.keys("Esc").shows("statutory mediation; certificate not wanted").hides("certificate needed");
    let mut shell = std::process::Command::new(env!("CARGO_BIN_EXE_mediation-line"));
    let shell = shell.args(["case", "1", "--database"]).arg(desk.folder.path().join("office.sqlite"));
    let out = String::from_utf8(shell.output().unwrap().stdout).unwrap();
    assert!(out.contains("Hodan Warsame") && !out.contains("Clock, Certificate"), "{out}");
    desk.keys("x").shows("Close the case").keys("F9");
    assert_eq!(desk.value(STATES), "closed, not wanted", "{}", desk.screen());
}

#[test]
fn closed_all_the_same_the_history_says_that_it_was_not_sent_and_the_miss_stays() {
    let mut desk = asked();
    desk.keys("Esc").shows("Nothing was changed.");
    assert_eq!(desk.value(STATES), "open, due");
    desk.morning("2026-12-01T09:05");
    desk.keys("F5").choose("M-0001").keys("Enter x c").text("").keys("F9");
    assert_eq!(desk.value(STATES), "closed, due", "{}", desk.screen());
    let case: i64 = desk.value("SELECT id FROM cases").parse().unwrap();
    let page = desk.worker.store().case_page(case).unwrap();
    assert_eq!(&*page.timeline[0].words, "Certificate not sent: family withdrew");
    assert_eq!(
        desk.value("SELECT clock || ' ' || due FROM misses"),
        "certificate_after_decline_by 2026-11-27"
    );
}

#[test]
fn what_closing_ends_and_every_reason_stand_in_the_window() {
    let mut office = office();
    let made = office.a_ready_case();
    book(&mut office, &made, None, at("2026-12-09", 10)).unwrap();
    let mut desk = desk_of(office);
    desk.keys("F5").choose("M-0001").keys("Enter x");
    desk.shows("This ends: the meeting Wed 9 Dec")
        .shows("u no contact   o other")
        .shows("t not arranged in time");
    let (narrow, _) = desk.draw(60, 20);
    for words in [
        "This ends: the meeting Wed 9 Dec",
        "l the LA changed its decision",
        "t not arranged in time",
        "o other",
    ] {
        assert!(narrow.contains(words), "{words}\n{narrow}");
    }
}

#[test]
fn a_letter_takes_the_place_of_the_reason_that_stands_there() {
    let mut desk = asked();
    desk.keys("c").shows("family withdrew").text("u").keys("F9");
    assert_eq!(desk.value("SELECT closing FROM cases"), "no contact", "{}", desk.screen());
}

#[test]
fn a_certificate_recorded_late_as_sent_in_time_was_not_missed_after_all() {
    let mut desk = declines("a");
    desk.keys("F9");
    desk.morning("2026-11-30T09:05").at(Place::Morning);
    desk.shows("RAN OUT UNMET").shows("3 days ran out Fri 27 Nov, no certificate");
    desk.at(Place::Today).choose("M-0001").keys("F9").text("26 nov").keys("F9");
    assert_eq!(desk.value(STATES), "open, sent", "{}", desk.screen());
    assert_eq!(desk.value("SELECT sent FROM certificates"), "2026-11-26");
    let case: i64 = desk.value("SELECT id FROM cases").parse().unwrap();
    let misses = |desk: &mut Desk| desk.worker.store().misses(case).unwrap();
    assert!(matches!(misses(&mut desk)[..], [(_, false)]), "it counts no more");
    let acts: Vec<String> =
        desk.worker.store().timeline(case, None, 9).unwrap().into_iter().map(|line| line.act).collect();
    for act in [
        "3 days ran out Fri 27 Nov, no certificate (not missed after all)",
        "Not missed after all: 3 days, Fri 27 Nov",
    ] {
        assert!(acts.iter().any(|line| line == act), "{act}\n{acts:?}");
    }
    // The act taken back, it was missed by what is known; and then again not.
    desk.keys("Ctrl+Z");
    assert_eq!(desk.value(STATES), "open, due", "{}", desk.screen());
    assert!(matches!(misses(&mut desk)[..], [(_, true)]));
    desk.keys("Ctrl+Y");
    assert!(matches!(misses(&mut desk)[..], [(_, false)]));
    desk.at(Place::Morning).hides("RAN OUT UNMET");
}
