//! Finish promises a certificate only where one is due.

use crate::journeys::desk::Desk;

/// A parent who wants no meeting, of a disagreement with this letter; Finish is open.
pub fn declines(about: &str) -> Desk {
    let mut desk = Desk::new();
    desk.keys("F2 p Enter").text("Hodan Warsame").keys("Esc a").text(about);
    desk.keys("Enter Esc m").text("n").keys("Enter F9");
    desk
}

#[test]
fn a_refusal_to_assess_brings_the_certificate_within_three_days() {
    let mut desk = declines("a");
    desk.shows("> Certificate, within 3 working days").shows("about the certificate by Fri 27 Nov");
    desk.keys("F9");
    assert_eq!(
        desk.value("SELECT ground || ' ' || event || ' ' || state FROM certificates"),
        "declined 2026-11-24 due"
    );
}

#[test]
fn the_school_alone_and_disagreement_resolution_promise_none() {
    for (about, words, back) in [
        (
            "p",
            "No certificate needed (the school named alone)",
            "You need no certificate for the school alone",
        ),
        ("k", "No certificate needed (disagreement resolution)", "You need no certificate for this"),
    ] {
        let mut desk = declines(about);
        desk.shows(words).shows(back).hides("within 3 working days").keys("F9 v");
        assert_eq!(desk.value("SELECT count(*) FROM certificates"), "0");
        desk.choose("M-0001").shows("Everything is done: close?");
    }
}
