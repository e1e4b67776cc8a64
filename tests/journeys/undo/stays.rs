//! Acts that stay: each is told once with its case and what can be done instead, and the next press goes on.

use mediation_line::domain::willingness::Answer;

use crate::contract::calendar::{at, book};
use crate::contract::office::Made;
use crate::journeys::calendar::{desk_of, office};
use crate::journeys::desk::Desk;
use mediation_line::domain::slot::Slot;

fn said(desk: &mut Desk, made: &Made) -> Option<Answer> {
    let facts = desk.worker.store().facts(made.case).unwrap();
    facts.parties.iter().find(|p| p.id == made.authority).unwrap().standing.answer
}

/// The key of the newest line of history.
fn last_written(desk: &Desk) -> i64 {
    let file = rusqlite::Connection::open(desk.folder.path().join("office.mediation")).unwrap();
    file.query_row("SELECT id FROM history ORDER BY seq DESC LIMIT 1", [], |row| row.get(0)).unwrap()
}

fn at_the_case(desk: &mut Desk, number: &str) {
    desk.keys("F3").text(number).keys("Enter").shows(number);
}

#[test]
fn a_recorded_consent_stays_and_the_act_before_it_can_still_be_taken_back() {
    let mut office = office();
    let made = office.a_case();
    let mut desk = desk_of(office);
    at_the_case(&mut desk, "M-0001");
    desk.keys("Right Right Down y Enter Enter Left a").text("m").keys("Enter Enter Enter Enter Enter");
    desk.keys("Ctrl+Z").shows("M-0001: recorded consent stays. On Consent: a adds to it, w withdraws it.");
    assert_eq!(said(&mut desk, &made), Some(Answer::Willing));
    desk.keys("Ctrl+Z").shows("Taken back: Other side willing (M-0001). Ctrl+Y does it again.");
    assert_eq!(said(&mut desk, &made), None);
    desk.keys("Ctrl+Z").shows("Nothing is left to take back here since the program started.");
}

#[test]
fn a_withdrawal_ends_what_can_be_taken_back_of_its_case_and_of_no_other() {
    let mut office = office();
    office.a_case();
    let other = office.a_case();
    let mut desk = desk_of(office);
    at_the_case(&mut desk, "M-0002");
    desk.keys("Right Right Down y Enter Enter");
    at_the_case(&mut desk, "M-0001");
    desk.keys("Right Right Down l F9 Left w w").shows("M-0002 has the same number and is still open.");
    desk.keys("Ctrl+Z").shows("M-0001: the withdrawal and all before it stay. a adds a new consent.");
    desk.keys("Ctrl+Z").shows("Taken back: Other side willing (M-0002).");
    assert_eq!(said(&mut desk, &other), None);
}

#[test]
fn a_withdrawal_or_removal_is_still_the_last_act_after_another_desk_has_written() {
    for (keys, told) in [
        ("w w", "M-0001: the withdrawal and all before it stay. a adds a new consent."),
        ("w w r", "M-0001: what was removed is gone and does not come back."),
    ] {
        let mut office = office();
        office.a_case();
        let other = office.a_case();
        let mut desk = desk_of(office);
        at_the_case(&mut desk, "M-0002");
        desk.keys("Right Right Down y Enter Enter");
        at_the_case(&mut desk, "M-0001");
        desk.keys("Right").keys(keys);
        if keys.ends_with('r') {
            desk.text("0001").keys("Enter");
        }
        let mut tom = desk.another("Tom Reed");
        at_the_case(&mut tom, "M-0002");
        tom.keys("Left n").text("They rang again.").keys("Enter");
        desk.look();
        desk.keys("Ctrl+Z").shows(told);
        assert_eq!(said(&mut desk, &other), Some(Answer::Willing), "nothing else is taken for it");
    }
}

#[test]
fn a_removal_and_a_call_without_consent_are_named_once() {
    let mut office = office();
    office.a_case();
    let mut desk = desk_of(office);
    at_the_case(&mut desk, "M-0001");
    desk.keys("Right w w r").text("0001").keys("Enter");
    desk.keys("Ctrl+Z").shows("M-0001: what was removed is gone and does not come back.");
    desk.keys("Ctrl+Z").shows("Nothing is left to take back here since the program started.");
    desk.keys("F2 s Enter").text("Martin Oyelaran").keys("Enter n F9 x F9");
    desk.keys("Ctrl+Z").shows("C-0002: a call that is only counted stays finished. Nothing of it was kept.");
    desk.keys("Ctrl+Z").shows("Nothing is left to take back here since the program started.");
}

#[test]
fn what_another_desk_changed_stays_and_the_act_before_it_is_reached() {
    let mut office = office();
    let made = office.a_case();
    let other = office.a_case();
    let mut desk = desk_of(office);
    at_the_case(&mut desk, "M-0002");
    desk.keys("Right Right Down y Enter Enter");
    at_the_case(&mut desk, "M-0001");
    desk.keys("Right Right Down y Enter Enter");
    let mut tom = desk.another("Tom Reed");
    at_the_case(&mut tom, "M-0001");
    tom.keys("n").text("They rang again.").keys("Enter");
    desk.look();
    desk.keys("Ctrl+Z").shows("M-0001: Tom Reed changed this case at ").shows("Nothing was undone.");
    desk.keys("Ctrl+Z").shows("Taken back: Other side willing (M-0002).");
    assert_eq!((said(&mut desk, &made), said(&mut desk, &other)), (Some(Answer::Willing), None));
}

#[test]
fn what_was_done_with_a_family_that_another_desk_removed_leaves_the_memory_of_this_one() {
    let mut office = office();
    office.a_case();
    office.a_case();
    let mut desk = desk_of(office);
    at_the_case(&mut desk, "M-0001");
    desk.keys("Right Right Down y Enter Enter").keys("Ctrl+Z").shows("Ctrl+Y does it again.");
    at_the_case(&mut desk, "M-0002");
    desk.keys("Right Right Down y Enter Enter");
    at_the_case(&mut desk, "M-0001");
    desk.keys("n").text("zzquagga").keys("Enter");
    let note = last_written(&desk);
    desk.keys("p").text("tom").keys("Enter");
    let mut tom = desk.another("Tom Reed");
    at_the_case(&mut tom, "M-0001");
    tom.keys("Right w w r").text("0001").keys("Enter");
    assert!(desk.worker.store().act_done(note).is_some(), "until this desk hears of it");
    desk.look();
    assert_eq!(desk.worker.store().act_done(note), None);
    desk.keys("F5 Ctrl+Y").shows("Nothing was taken back.");
    desk.keys("Ctrl+Z").shows("Taken back: Other side willing (M-0002).");
    desk.keys("Ctrl+Z").shows("Nothing is left to take back here since the program started.");
}

#[test]
fn away_days_of_a_mediator_are_taken_back_with_what_they_touched() {
    let mut office = office();
    let made = office.a_ready_case();
    let ruth = office.number("SELECT min(id) FROM mediators");
    book(&mut office, &made, Some(ruth), Slot { length: 4, ..at("2026-12-09", 10) }).unwrap();
    let mut desk = desk_of(office);
    let steps = |desk: &mut Desk| desk.worker.store().facts(made.case).unwrap().steps.len();
    let before = steps(&mut desk);
    desk.keys("Esc 0 Enter")
        .choose("Ruth")
        .keys("a")
        .text("9/12")
        .keys("Enter Enter")
        .text("ill")
        .keys("Enter");
    assert!(steps(&mut desk) > before, "{}", desk.screen());
    desk.keys("Ctrl+Z").shows("Taken back: Mediator is away. Ctrl+Y does it again.");
    assert_eq!(steps(&mut desk), before);
    assert!(desk.worker.store().facts(made.case).unwrap().bookings.iter().all(|b| b.away.is_none()));
    desk.keys("Ctrl+Y").shows("Done again: Mediator is away.");
    assert!(steps(&mut desk) > before);
    desk.keys("Ctrl+Z Ctrl+Z").shows("Nothing is left to take back here since the program started.");
}

#[test]
fn what_was_done_with_an_enquiry_stays_and_takes_no_earlier_act_with_it() {
    let mut office = office();
    let made = office.a_case();
    office.an_enquiry();
    let mut desk = desk_of(office);
    at_the_case(&mut desk, "M-0001");
    desk.keys("Right Right Down y Enter Enter F5 Home").choose("E-0001");
    desk.keys("s")
        .text("+3")
        .keys("Enter Ctrl+Z")
        .shows("E-0001: the day stays. s on its row moves it again.");
    desk.keys("F3").text("E-0001").keys("Enter x").shows("Ended.");
    desk.keys("Ctrl+Z").shows("E-0001: the end stays. F2 starts a call if they ring again.");
    assert_eq!(said(&mut desk, &made), Some(Answer::Willing));
    desk.keys("Ctrl+Z").shows("Taken back: Other side willing (M-0001).");
}
