//! A third party says when they can be rung, and a word about the family with it: before consent only the time is kept.

use super::desk::Desk;

const WORDS: &str = "after 3, when Zorblatt is in";

fn a_school_that_says_when(words: &str) -> Desk {
    let mut desk = Desk::new();
    desk.school_rings().keys("Alt+T").text(words).keys("Enter").wait(5000);
    desk
}

#[test]
fn of_the_best_time_of_a_third_party_only_the_time_is_kept_after_a_no() {
    let mut desk = a_school_that_says_when(WORDS);
    desk.shows("Best time  / when Zorblatt is in /  after");
    assert_eq!(desk.value("SELECT typed FROM caller_details WHERE field = 'best time'"), "after 3");
    desk.keys("Alt+K n F9").shows("Best time   after 3").shows("gone as well: Best time (4 words)");
    desk.keys("F9").shows("Kept as enquiry E-0001").wait(3000);
    assert_eq!(desk.value("SELECT best_time FROM enquiries"), "after 3");
    desk.nowhere_in_the_files(&["Zorblatt"]);
}

#[test]
fn words_that_say_no_time_at_all_never_reach_the_file() {
    let mut desk = a_school_that_says_when("when Zorblatt, the boys mum, is in");
    desk.shows("/ when Zorblatt").nowhere_in_the_files(&["Zorblatt"]);
    assert_eq!(desk.value("SELECT count(*) FROM caller_details WHERE field = 'best time'"), "0");
    // A number that is not safe to ring is marked all the same.
    desk.keys("Alt+T Ctrl+A")
        .text("he listens")
        .keys("Enter Alt+K n F9 F9")
        .shows("Kept as enquiry")
        .wait(3000);
    assert!(desk.value("SELECT phone FROM enquiries").ends_with(", not safe to ring"));
    assert_eq!(desk.value("SELECT best_time FROM enquiries"), "");
    desk.nowhere_in_the_files(&["Zorblatt", "listens"]);
}

#[test]
fn with_the_consent_all_of_the_best_time_is_kept() {
    let mut desk = a_school_that_says_when(WORDS);
    desk.keys("Alt+K y m t Enter s")
        .shows("Consent recorded")
        .wait(3000)
        .keys("Alt+T")
        .shows(WORDS)
        .hides("/ when");
    assert_eq!(desk.value("SELECT typed FROM caller_details WHERE field = 'best time'"), WORDS);
    // A yes that was a mistake takes the words out again.
    desk.keys("Alt+K Up n").shows("leaves the file").wait(3000);
    desk.nowhere_in_the_files(&["Zorblatt"]);
    assert_eq!(desk.value("SELECT typed FROM caller_details WHERE field = 'best time'"), "after 3");
}

#[test]
fn a_quarter_of_an_hour_without_a_key_leaves_the_time_alone() {
    let mut desk = a_school_that_says_when(WORDS);
    desk.wait(16 * 60 * 1000).tick().hides("Zorblatt").shows("after 3");
    desk.keys("Alt+K y m t Enter s").wait(3000);
    assert_eq!(desk.value("SELECT typed FROM caller_details WHERE field = 'best time'"), "after 3");
}

#[test]
fn of_lines_pasted_into_a_field_before_consent_the_first_is_the_field_and_the_rest_is_scratch() {
    for before_who in [true, false] {
        let mut desk = Desk::new();
        desk.keys(if before_who { "F2 Alt+N" } else { "F2 s Enter" });
        desk.paste("Mrs Fernhead\r\nabout Zorblatt Quill\r\nborn 2016\r\n")
            .shows("The others are in Scratch");
        desk.keys(if before_who { "Up s Enter Enter" } else { "Enter" }).shows("about Zorblatt").wait(5000);
        assert_eq!(desk.value("SELECT typed FROM caller_details WHERE field = 'name'"), "Mrs Fernhead");
        desk.nowhere_in_the_files(&["Zorblatt", "born 2016"]);
        desk.keys("Alt+K y m t Enter s").shows("Consent recorded").wait(3000);
        assert_eq!(desk.value("SELECT body FROM notes"), "about Zorblatt Quill\nborn 2016");
    }
}

#[test]
fn of_a_row_of_a_table_the_first_cell_is_the_field() {
    let mut desk = Desk::new();
    desk.keys("F2 s Enter").paste("Mrs Fernhead\tZorblatt Quill\tY4\t07700 900123").keys("Enter").wait(3000);
    desk.shows("Mrs Fernhead").nowhere_in_the_files(&["zorblatt", "900123"]);
}

#[test]
fn of_a_familys_own_call_a_paste_is_one_line_of_its_field_as_it_was() {
    let mut desk = Desk::new();
    desk.keys("F2 p Enter").paste("Dawn\nAchebe").keys("Enter").wait(3000);
    assert_eq!(desk.value("SELECT typed FROM caller_details WHERE field = 'name'"), "Dawn Achebe");
}
