//! Two parents who do not agree: recorded from Today, the date in doubt, settled both ways.

use crate::contract::calendar::{at, book};
use crate::contract::office::Made;
use crate::journeys::calendar::{bookings, desk_of, office};
use crate::journeys::desk::Desk;
use mediation_line::domain::queue::Why;

fn objected() -> (Desk, Made) {
    let mut office = office();
    let made = office.a_ready_case();
    book(&mut office, &made, None, at("2026-12-09", 10)).unwrap();
    let mut desk = desk_of(office);
    desk.keys("F5")
        .choose("M-0001")
        .keys("Enter Right j")
        .text("o")
        .keys("Enter")
        .text("father")
        .keys("Enter");
    desk.text("rang, does not agree").keys("Enter F5");
    desk.choose("M-0001").shows("IN DOUBT - settle these first");
    assert_eq!(bookings(&mut desk, &made)[0].state.code(), "in doubt");
    (desk, made)
}

fn settled(desk: &mut Desk, made: &Made) -> String {
    let page = desk.worker.store().case_page(made.case).unwrap();
    let (how, words) = page.after.objections[0].settled.clone().unwrap();
    format!("{how}, {}", &*words)
}

#[test]
fn the_consent_stands_and_the_date_is_confirmed_with_f9() {
    let (mut desk, made) = objected();
    desk.keys("Enter Right j")
        .shows("Settle the objection")
        .text("s")
        .keys("Enter")
        .text("Tom spoke to both");
    desk.keys("Enter").shows("the consent");
    assert_eq!(settled(&mut desk, &made), "consent stands, Tom spoke to both");
    desk.keys("F5").choose("M-0001").shows("In doubt Wed 9 Dec: confirm it").keys("F9 F9");
    assert_eq!(bookings(&mut desk, &made)[0].state.code(), "booked", "{}", desk.screen());
    desk.keys("F5").hides("IN DOUBT");
}

#[test]
fn the_consent_is_withdrawn_and_the_case_is_locked() {
    let (mut desk, made) = objected();
    desk.keys("Enter Right j").text("w").keys("Enter").text("mother decides so").keys("Enter");
    assert_eq!(settled(&mut desk, &made), "consent withdrawn, mother decides so");
    desk.keys("F5").choose("M-0001").keys("Enter").shows("LOCKED: consent withdrawn").hides("Kelechi");
    assert_ne!(bookings(&mut desk, &made)[0].state.code(), "booked");
    desk.keys("x").shows("Nothing is erased by that.").keys("y").hides("Kelechi");
    let page = desk.worker.store().case_page(made.case).unwrap();
    assert_eq!(
        page.after.closing.map(mediation_line::domain::closing::Closing::code),
        Some("family withdrew"),
        "{}",
        desk.screen()
    );
    assert_eq!(page.head.state.code(), "closed");
    desk.keys("F5").choose("M-0001").shows("Consent withdrawn: keep or erase?");
}

#[test]
fn a_withdrawn_record_is_kept_locked_until_its_review() {
    let mut office = office();
    let made = office.a_ready_case();
    let mut desk = desk_of(office);
    desk.keys("F5").choose("M-0001").keys("Enter Right w w F5").choose("M-0001");
    desk.keys("F9").shows("k  keep it locked     r  remove the details").keys("k");
    let page = desk.worker.store().case_page(made.case).unwrap();
    let todo: Vec<_> = page.todo.iter().map(|row| (row.why, row.due.to_string())).collect();
    assert_eq!(todo, [(Why::Withdrawn, "2029-11-24".to_owned())], "{}", desk.screen());
    assert_eq!(
        (page.head.state.code(), page.timeline[0].act.as_str()),
        ("closed", "Kept locked until its review")
    );
    desk.keys("F5").hides("keep or erase");
}

#[test]
fn a_sentence_settles_nothing_and_the_withdrawal_is_one_write() {
    let (mut desk, made) = objected();
    desk.keys("Enter Right j");
    let (narrow, _) = desk.draw(60, 20);
    assert!(narrow.contains("s  the consent stands"), "{narrow}");
    desk.text("we talked to both").keys("Enter").text("Tom").keys("Enter");
    desk.shows("Kept as a note: the objection still stands.");
    assert_eq!(desk.worker.store().facts(made.case).unwrap().after.objections.len(), 1);
    let acts = |desk: &mut Desk| desk.worker.store().case_page(made.case).unwrap().timeline.len();
    let before = acts(&mut desk);
    desk.keys("j w Enter").text("mother decides so").keys("F9");
    assert!(!desk.worker.store().facts(made.case).unwrap().consent.in_force(), "{}", desk.screen());
    assert_eq!(acts(&mut desk) - before, 1, "one act, one line");
}
