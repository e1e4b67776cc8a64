//! Words against ringing in the natural order of a sentence, and words of which nothing was made: those are asked about.

use super::desk::Desk;

/// A mother's call; the cursor stands behind what was typed as her number.
fn with_number(typed: &str) -> Desk {
    let mut desk = Desk::new();
    desk.keys("F2 p Enter").text("Sandra Okafor").keys("Enter").text(typed);
    desk
}

#[test]
fn dont_ring_me_on_this_number_is_heard() {
    for (number, best) in [
        ("dont ring me on this number 07700 900633", ""),
        ("don't ring me on 07700 900633", ""),
        ("07700 900633", "do not ring me on this number"),
        ("07700 900633 no longer safe", ""),
    ] {
        let mut desk = with_number(number);
        desk.keys("Enter").text(best).keys("Enter F9").shows("DO NOT RING").hides("I will ring you");
        desk.keys("F9");
        assert_eq!(desk.value("SELECT value || ring FROM contacts"), format!("{number}no"));
    }
}

#[test]
fn text_only_may_be_written_to() {
    let mut desk = with_number("07700 900633 txt only");
    desk.keys("Enter").shows("Read as: NOT SAFE TO RING, may be written to.").keys("F9 F9");
    assert_eq!(desk.value("SELECT ring || writing FROM contacts"), "noyes");
    // In a call about a case that is open.
    let mut desk = with_number("07700 900633");
    desk.keys("Enter F9 F9 F3").text("m1").keys("Enter c p Enter Enter Enter").text("text only");
    desk.keys("Enter F9 F9");
    assert_eq!(desk.value("SELECT ring || writing FROM contacts"), "noyes", "{}", desk.screen());
}

#[test]
fn what_was_not_read_is_asked_and_nothing_is_promised() {
    for (number, best) in [("07700 900633 not at my mums", ""), ("07700 900633", "never you mind")] {
        let mut desk = with_number(number);
        if best.is_empty() {
            desk.shows("Is it safe to ring? Ask. Read back: 07700, 900, 633.");
        }
        desk.keys("Enter").text(best).keys("Enter F9").hides("I will ring you");
        desk.shows("Is it safe to ring").shows("Nov: safe? Ask");
        desk.keys("p").text("thu").keys("Enter").hides("I will ring you").shows(": safe? Ask");
        desk.keys("F9");
        assert_eq!(desk.value("SELECT count(*) FROM contacts"), "0", "nobody has said it");
    }
    let mut desk = with_number("07700 900633 not at my mums, safe to ring");
    desk.keys("Enter F9").shows("I will ring you");
}

#[test]
fn another_persons_phone_leaves_the_promise() {
    for typed in ["dont ring my husbands phone, 07700 900633 is mine", "07700 900633 not unsafe"] {
        let mut desk = with_number(typed);
        desk.keys("Enter F9").shows("I will ring you").hides("DO NOT RING").keys("F9");
        assert_eq!(desk.value("SELECT count(*) FROM contacts"), "0", "{typed}");
    }
}

#[test]
fn of_parents_who_may_not_be_rung_a_true_day_is_told_and_nothing_is_promised_that_cannot_be_kept() {
    let school_rings = |number: &str| {
        let mut desk = Desk::new();
        desk.keys("F2 s Enter").text("Martin Oyelaran").keys("Enter Enter Enter y m t Enter s");
        desk.shows("Consent recorded")
            .text("Nina Costa")
            .keys("Enter Enter Enter Enter")
            .text(number)
            .keys("Enter");
        desk.keys("F9");
        desk
    };
    let mut desk = school_rings("07700 900922 not safe to ring");
    // It is filed for today, and there is no day to type.
    desk.shows("> DO NOT RING. Find another way today").hides("[tomorrow]").keys("Tab").text("fri");
    desk.shows("Find another way today").hides("fri]");
    // Nobody said that anything may be sent there, nor where else.
    desk.shows("What is a safe way to reach the parents?").hides("I will write");
    desk.keys("F9").shows("reach them, DO NOT RING, today.");
    let mut desk = school_rings("07700 900922 text only");
    desk.shows("I will write to the parents, and not ring.");
}
