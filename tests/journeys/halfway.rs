//! The consent question left halfway, and taken up again: what is good stays, and what is open is asked.

use super::desk::Desk;

/// A school that has the parents' yes; the cursor is on the question.
fn school() -> Desk {
    let mut desk = Desk::new();
    desk.school_rings();
    desk
}

#[test]
fn a_yes_given_in_part_is_taken_up_where_it_is_open() {
    for again in ["Alt+K", "Esc k", "Alt+K Alt+K y"] {
        let mut desk = school();
        desk.keys("y m").text("today").keys("Enter Alt+N").shows("Name       [Martin").keys(again);
        desk.shows("When?       today").text("spoken").keys("Enter").shows("Consent recorded");
        assert_eq!(
            desk.value("SELECT giver || ', ' || how || ', ' || given FROM consents"),
            "mother, spoken, today"
        );
    }
    // Who and when are open as well as how: the first comes first.
    let mut desk = school();
    desk.keys("y F4").text("the father").keys("F4 Alt+P Alt+K").text("f").shows("Who agreed? father");
    desk.shows("When?       [").keys("Alt+A Alt+K").text("t").keys("Enter s").shows("Consent recorded");
    // From the parts it leads to the question, where a yes is taken back.
    let mut desk = school();
    desk.keys("y m Alt+K n F9").shows("NO, not yet.");
}

#[test]
fn the_answer_that_was_given_is_seen_above_the_list_that_follows_it() {
    for (letter, words) in [("n", "consent NO, not yet"), ("u", "consent NOT SURE")] {
        let mut desk = school();
        desk.keys(letter).shows("About      [").shows(words);
        let small = desk.draw(60, 20).0;
        assert!(small.contains(words), "{small}");
    }
    let mut desk = school();
    desk.keys("n Alt+K y Alt+A").hides("consent NO");
}

#[test]
fn a_small_window_shows_every_choice_of_what_happens_next() {
    let mut desk = school();
    desk.keys("F4")
        .text("a line of scratch")
        .keys("F4 Alt+K n d Enter Alt+L")
        .text("Northmere")
        .keys("Enter F9");
    let small = desk.draw(60, 20).0;
    for words in [
        "> r  caller rings back by [tomorrow] Wed 25 Nov",
        "  p  parents ring us",
        "  x  nothing more",
        "F9 Keep",
    ] {
        assert!(small.contains(words), "{words}: {small}");
    }
    // And the menu every field, and how one goes back.
    desk.keys("Esc Esc");
    let small = desk.draw(60, 20).0;
    for words in
        ["7 Calendar", "e nEeds", "a About", "k consent (oK)", "y all SAY lines", "Esc again: one step back."]
    {
        assert!(small.contains(words), "{words}: {small}");
    }
}
