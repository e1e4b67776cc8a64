//! Words at the consent question that land where another answer is asked: nothing of them is lost, none is taken for
//! an answer nobody gave, and nothing reaches the file before the yes is complete. The call is on Tuesday 24 November 2026.

use super::desk::Desk;

const CONSENT: &str = "SELECT giver || ', ' || how || ', ' || given_to FROM consents";

/// A school that has the parents' yes; the cursor is on who agreed.
fn school() -> Desk {
    let mut desk = Desk::new();
    desk.school_rings().keys("y");
    desk
}

/// Nothing of a consent or of a family is in the file.
fn keeps_nothing(desk: &mut Desk, words: &[&str]) {
    desk.wait(3000).nowhere_in_the_files(words);
    for table in ["cases", "consents", "details", "notes"] {
        assert_eq!(desk.value(&format!("SELECT count(*) FROM {table}")), "0", "{table}");
    }
}

#[test]
fn a_title_in_small_letters_is_not_the_mother() {
    for typed in ["mrs okonkwo", "mr okonkwo", "ms okonkwo", "miss okonkwo"] {
        let mut desk = school();
        desk.text(typed).keys("Enter").shows("~ Who is not read").shows(typed).hides("mother ");
        desk.keys("t Enter s").shows("~ Who is not read");
        keeps_nothing(&mut desk, &["okonkwo"]);
        // Answered by its letter, the name is in Scratch first, and with the yes in Notes.
        desk.keys("m").shows("Consent recorded").wait(3000);
        assert_eq!(desk.value("SELECT body FROM notes"), typed);
        assert_eq!(desk.value(CONSENT), "mother, spoken, 2026-11-24");
    }
}

#[test]
fn words_that_are_no_day_are_in_scratch_when_they_are_typed_over_and_that_is_said() {
    let mut desk = school();
    desk.keys("m").text("zorblatt knows").keys("Enter").shows("~ When is not read").keys("Up");
    desk.text("y").shows("The words that stood here are in Scratch, not saved.").shows("zorblatt knows");
    keeps_nothing(&mut desk, &["zorblatt"]);
    desk.keys("Enter s").shows("Consent recorded").wait(3000);
    assert_eq!(desk.value("SELECT body FROM notes"), "zorblatt knows");
    assert_eq!(desk.value(CONSENT), "mother, spoken, 2026-11-23");
    // Where the answer is no in the end they are counted with what goes.
    let mut desk = school();
    desk.keys("m").text("zorblatt knows").keys("Enter Alt+K Up n F9").shows("YOUR SCRATCH (1 ");
    keeps_nothing(&mut desk, &["zorblatt"]);
}

#[test]
fn a_childs_name_and_birth_date_typed_at_when_open_nothing() {
    let mut desk = school();
    desk.keys("m")
        .text("tuseday")
        .keys("Enter")
        .text("she told me")
        .keys("Enter")
        .shows("~ When is not read");
    desk.text("Zorblatt Day").keys("Enter").text("3.5.18").keys("Enter");
    desk.shows("More than a year ago: kept, \"not yet\". Agreed since? Type that day.");
    keeps_nothing(&mut desk, &["Zorblatt", "3.5.18"]);
    desk.text("t").shows("/ tuseday").shows("/ Zorblatt Day").shows("/ 3.5.18");
    desk.keys("Enter").shows("told by the caller, Tue 24 Nov");
}

#[test]
fn a_way_in_words_leaves_the_day_that_is_not_read_as_it_stands() {
    for typed in ["spoken", "written form", "email", "signed by her", "spoke to mum by phone"] {
        let mut desk = school();
        desk.keys("m").text("zorblatt knows").keys("Enter").text(typed);
        desk.keys("Enter").shows(typed).shows("~ When is not read").shows("zorblatt knows");
        desk.hides("/ zorblatt");
        keeps_nothing(&mut desk, &["zorblatt"]);
        desk.keys("t Enter").shows("Consent recorded").wait(3000);
        assert_eq!(desk.value(CONSENT), format!("mother, {typed}, 2026-11-24"));
        assert_eq!(desk.value("SELECT body FROM notes"), "zorblatt knows");
    }
    // With nothing at all at When it is the same, and a day there is a day.
    let mut desk = school();
    desk.keys("m Enter Enter")
        .text("spoken")
        .keys("Enter")
        .text("last week")
        .keys("Enter")
        .shows("Consent recorded");
    assert_eq!(desk.value("SELECT how || ', ' || given FROM consents"), "spoken, last week");
    let mut desk = school();
    desk.keys("m Enter Enter s").text("last week").keys("Enter").shows("Consent recorded");
}

#[test]
fn a_doubt_behind_the_letter_of_how_is_no_way() {
    for typed in ["she will ask", "sadly refused", "would do", "still to ask", "evasive, no answer"] {
        for leaves in ["Enter", "F4", "Alt+A"] {
            let mut desk = school();
            desk.keys("m").text("zorblatt knows").keys("Enter").text(typed).keys(leaves);
            desk.keys("Alt+K").text("t").keys("Enter");
            keeps_nothing(&mut desk, &["zorblatt", &typed[1..]]);
            desk.shows(typed);
        }
    }
    // A day that was mistyped is not the rest of anything.
    let mut desk = school();
    desk.keys("m")
        .text("zorblatt")
        .keys("Enter s")
        .text("yestreday")
        .keys("Enter")
        .shows("~ When is not read");
    desk.keys("t Enter").shows("Consent recorded").wait(3000);
    assert_eq!(desk.value("SELECT body FROM notes"), "zorblatt\nyestreday");
}

#[test]
fn a_way_in_words_leaves_whoever_agreed_as_it_stands() {
    let mut desk = school();
    desk.text("zorblatt").keys("Enter t Enter").text("spoken").keys("Enter").shows("~ Who is not read");
    desk.shows("zorblatt").hides("/ zorblatt").shows("spoken");
    keeps_nothing(&mut desk, &["zorblatt"]);
    desk.keys("m").shows("Consent recorded").wait(3000);
    assert_eq!(desk.value(CONSENT), "mother, spoken, 2026-11-24");
}

#[test]
fn a_day_within_how_is_a_day_that_has_been_and_answers_when_where_nothing_stands() {
    let mut desk = school();
    desk.keys("m")
        .text("20 nov")
        .keys("Enter")
        .text("by email on Friday")
        .keys("Enter")
        .shows("Consent recorded");
    assert_eq!(desk.value(CONSENT), "mother, by email on Friday, 2026-11-20");
    let mut desk = school();
    desk.keys("m Enter Enter").text("by email on Friday").keys("Enter").shows("Consent recorded");
    assert_eq!(desk.value("SELECT given || ', ' || given_to FROM consents"), "Friday, 2026-11-20");
    // What stands at When is not touched, and a day that may be ahead is not yet.
    let mut desk = school();
    desk.keys("m").text("zorblatt").keys("Enter").text("by email on Friday").keys("Enter");
    desk.shows("~ When is not read").shows("zorblatt");
    keeps_nothing(&mut desk, &["zorblatt"]);
    for how in ["meeting on Friday", "by email this Friday", "by email by Friday", "by email on Fri 27 nov"] {
        let mut desk = school();
        desk.keys("m t Enter").text(how).keys("Enter").shows("~ How is not read").shows(how);
        keeps_nothing(&mut desk, &[how]);
    }
}

#[test]
fn a_day_within_how_that_is_not_the_day_of_when_opens_nothing_until_one_of_them_is_mended() {
    let mut desk = school();
    desk.keys("m t Enter").text("by letter on Monday").keys("Enter");
    desk.shows("How tells of another day than When: not yet. s, w or e, or mend the day.");
    keeps_nothing(&mut desk, &["letter on Monday"]);
    desk.keys("Ctrl+A w").shows("Consent recorded");
    assert_eq!(desk.value(CONSENT), "mother, in writing, 2026-11-24");
    // The day that is mended opens it as well.
    let mut desk = school();
    desk.keys("m t Enter").text("by letter on Monday").keys("Enter Up Ctrl+A").text("monday").keys("Enter");
    desk.shows("Consent recorded");
    assert_eq!(desk.value(CONSENT), "mother, by letter on Monday, 2026-11-23");
}

#[test]
fn a_name_that_was_read_is_seen_beside_the_light() {
    let mut desk = school();
    desk.text("mum, Emily").keys("Enter t Enter s").shows("OK  mum, Emily, told by the caller");
}
