//! One person has the same call open at two desks, and the family's details leave the file at one of them.

use super::desk::Desk;

/// A school whose consent is recorded, and the same call taken up at a second desk of the same person.
fn two_desks() -> (Desk, Desk) {
    let mut desk = Desk::new();
    desk.school_rings()
        .keys("y m t Enter s")
        .text("Zuleikha Quill")
        .keys("Enter F4")
        .text("jabberwick")
        .wait(3000);
    let mut second = desk.another("Priya Nair");
    second.ask_for_interrupted();
    second.keys("F9").shows("CALL C-0001").shows("Zuleikha Quill").shows("jabberwick");
    (desk, second)
}

#[track_caller]
fn hides_all(desk: &mut Desk, words: &[&str]) {
    for (width, height) in [(80, 24), (120, 40), (60, 20)] {
        let screen = desk.wait(500).draw(width, height).0;
        for word in words {
            assert!(!screen.contains(word), "{word} is shown:\n{screen}");
        }
    }
}

#[test]
fn a_consent_taken_back_at_one_desk_empties_the_call_at_the_other() {
    let (mut desk, mut second) = two_desks();
    assert!(second.watches(), "a call that holds a family is told of other desks");
    desk.keys("F4 Alt+K Up n").shows("Taken back: it leaves the file").wait(3000);
    second.look().shows("Another desk took the consent back: the family's details left the file.");
    hides_all(&mut second, &["Zuleikha", "Quill", "jabberwick", "mother"]);
    desk.nowhere_in_the_files(&["Zuleikha", "jabberwick"]);
}

const TAKEN_BACK: &str = "Another desk took the consent back: the family's details left the file.";

#[test]
fn what_was_typed_at_the_other_desk_and_not_saved_stays_there_as_scratch() {
    let (mut desk, mut second) = two_desks();
    desk.keys("F4 Alt+K Up n").shows("Taken back: it leaves the file").wait(3000);
    second.keys("Ctrl+End").text(" only here").look().shows(TAKEN_BACK).shows("only here");
    second.text(" and on").shows("only here and on").wait(5000);
    hides_all(&mut second, &["Zuleikha", "jabberwick"]);
    desk.nowhere_in_the_files(&["only here", "and on"]);
    // A yes after all keeps it.
    second.keys("Alt+K y m t Enter s").shows("Consent recorded").wait(3000);
    assert_eq!(desk.value("SELECT body FROM notes"), "only here and on");
    hides_all(&mut second, &["Zuleikha", "jabberwick"]);
}

#[test]
fn finish_says_so_where_the_desk_was_not_told_yet() {
    let (mut desk, mut second) = two_desks();
    desk.keys("F4 Alt+K Up n").wait(3000);
    second.keys("F9").shows(TAKEN_BACK).hides("Read this number");
    hides_all(&mut second, &["Zuleikha", "jabberwick"]);
    second.keys("F9 r F9").shows("Kept as enquiry E-0001");
}

#[test]
fn a_save_that_is_refused_says_so_where_the_desk_was_not_told_yet() {
    let (mut desk, mut second) = two_desks();
    desk.keys("F4 Alt+K Up n").wait(3000);
    second.keys("Alt+R").text("12.3.2016").keys("Enter").wait(3000).shows(TAKEN_BACK);
    hides_all(&mut second, &["Zuleikha", "jabberwick"]);
    desk.nowhere_in_the_files(&["Zuleikha", "12.3.2016"]);
    // What was refused is scratch, which a yes after all keeps.
    second.keys("Alt+K y m t Enter s").shows("Consent recorded").wait(3000);
    assert_eq!(desk.value("SELECT typed FROM details WHERE field = 'born'"), "12.3.2016");
}

/// A parent's call at two desks.
fn a_parent_at_two() -> (Desk, Desk) {
    let mut desk = Desk::new();
    desk.keys("F2 p Enter")
        .text("Zuleikha Quill")
        .keys("Enter")
        .text("07700 900831")
        .keys("Enter")
        .wait(3000);
    let mut second = desk.another("Priya Nair");
    second.ask_for_interrupted();
    second.keys("F9").shows("Zuleikha Quill");
    (desk, second)
}

#[test]
fn a_caller_who_was_somebody_else_takes_along_what_the_other_desk_typed_of_the_first() {
    let (mut desk, mut second) = a_parent_at_two();
    second.keys("Alt+N").text(" Obsidiana");
    desk.keys("Alt+W Ctrl+A s Enter").shows("It leaves the file now").wait(3000);
    second.look().shows("At another desk the family's details left the file.").wait(5000);
    second.shows("School staff").shows("Name: Zuleikha Quill").shows("Obsidiana").text("jabber").wait(3000);
    second.keys("F9 r F9").shows("Kept as enquiry");
    desk.nowhere_in_the_files(&["Zuleikha", "Obsidiana", "jabber"]);
}

#[test]
fn a_call_that_another_desk_ended_without_consent_holds_nothing_here() {
    let (mut desk, mut second) = two_desks();
    desk.keys("F4 Alt+K Up n F9 x F9").shows("Only a count line is kept.");
    second.look().shows("Another desk ended this call: the family's details are gone from the file.");
    hides_all(&mut second, &["Zuleikha", "jabberwick", "Martin"]);
    second.text("only here").keys("F9").shows("1 line of notes gone for good.");
    second.keys("F9").shows("Closed here: another desk had ended the call.").hides("NOT SAVED");
}

#[test]
fn a_case_that_another_desk_finished_and_withdrew_is_locked_here() {
    let (mut desk, mut second) = a_parent_at_two();
    desk.keys("F9 F9").shows("Finished: M-0001");
    second.look().shows("Zuleikha Quill");
    desk.keys("F3").text("m1").keys("Enter Right w w").shows("Withdrawn.");
    second.look().shows("Consent was withdrawn at another desk: the family's details are locked.");
    hides_all(&mut second, &["Zuleikha", "Quill", "07700 900831"]);
    second.keys("F9").shows("Closed here: another desk had ended the call.");
}

#[test]
fn what_left_the_file_leaves_the_page_of_recovery_too() {
    let mut desk = Desk::new();
    desk.school_rings().keys("y m t Enter s").text("Zuleikha Quill").keys("Enter F4").text("jabberwick");
    desk.wait(3000);
    let mut second = desk.another("Priya Nair");
    second.ask_for_interrupted();
    second.shows("jabberwick").shows("child's name");
    desk.keys("F4 Alt+K Up n").shows("Taken back: it leaves the file").wait(3000);
    second.look().hides("jabberwick").hides("child's name").shows("consent");
    second.keys("F9").shows("CALL C-0001").shows("NO, not yet");
}
