//! A third party tells us of a consent, and the child's age says whether whoever agreed may decide.

use super::desk::Desk;

/// A school that has the agreement of whoever the letter is.
fn agreed(letter: &str) -> Desk {
    let mut desk = Desk::new();
    desk.school_rings();
    desk.keys("y")
        .keys(letter)
        .keys("y Enter s")
        .shows("Consent recorded")
        .text("Kelechi Achebe")
        .keys("Enter");
    desk
}

#[test]
fn a_child_of_school_age_gives_no_consent_and_what_was_kept_leaves_the_file() {
    let mut desk = agreed("y");
    desk.wait(3000).text("3/4/2017").keys("Enter").shows("At this age a parent or carer decides: not yet.");
    desk.shows("Who agreed?").wait(3000);
    for table in ["cases", "consents", "details", "notes"] {
        assert_eq!(desk.value(&format!("SELECT count(*) FROM {table}")), "0", "{table}");
    }
    desk.nowhere_in_the_files(&["Kelechi"]);
    // The young person is no answer while that age stands there; a parent is.
    desk.keys("Ctrl+A y Enter").hides("Consent recorded").keys("Up m").shows("Consent recorded");
    desk.wait(3000);
    assert_eq!(desk.value("SELECT giver FROM consents"), "mother");
    assert_eq!(desk.value("SELECT typed FROM details WHERE field = 'born'"), "3/4/2017");
}

#[test]
fn of_somebody_who_decides_it_is_said_and_the_consent_stays() {
    let mut desk = agreed("m");
    desk.text("3/4/2004").keys("Enter").shows("he or she decides. Ask whether he or she agrees.");
    assert_eq!(desk.value("SELECT giver FROM consents"), "mother");
    let mut desk = agreed("y");
    desk.text("3/4/2008").keys("Enter").hides("decides.").shows("OK  young person");
}

#[test]
fn the_age_that_the_case_has_counts_in_its_window_as_well() {
    let mut desk = agreed("m");
    desk.text("3/4/2017").keys("Enter F9 F9 F3").text("M-0001").keys("Enter Right a Ctrl+A y F9");
    desk.shows("At this age a parent or carer decides.");
    assert_eq!(desk.value("SELECT count(*) FROM consents"), "1");
}
