//! Another program reads the file, as one that copies it, while something is taken out of it: what is said is true at
//! every moment.

use crate::journeys::desk::Desk;

const STILL: &str = "Not out of the file yet: another program reads it. It goes when that ends.";
const LEFT: &str = "Out of the file now: the other program is done reading.";

/// A mother's call turns into a school's, or a yes is taken back: the keys before, and those that take it out.
const WAYS: [(&str, &str); 3] = [
    ("F2 p Enter Alt+C", "Alt+W Ctrl+A s Enter"),
    ("F2 s Enter Alt+K y m t Enter s", "Alt+K Up n"),
    ("F2 s Enter Alt+K y m t Enter s Enter", "Alt+K Up u"),
];

#[test]
fn what_is_taken_out_is_not_said_to_have_left_while_somebody_reads_it() {
    for (before, takes_out) in WAYS {
        let mut desk = Desk::new();
        desk.keys(before).text("Zuleikha Quill").keys("Enter").wait(3000);
        let reader = desk.file();
        reader.execute_batch("BEGIN").unwrap();
        let _: i64 = reader.query_row("SELECT count(*) FROM details", [], |row| row.get(0)).unwrap();
        desk.keys(takes_out).shows(STILL).hides("out of the file:");
        desk.pause().shows(STILL);
        desk.keys("F4").hides("out of the file").pause().hides("ut of the file");
        assert_eq!(desk.value("SELECT count(*) FROM details"), "0", "{before}: no desk reads it any more");
        reader.execute_batch("ROLLBACK").unwrap();
        desk.pause().shows(LEFT).nowhere_in_the_files(&["zuleikha", "quill"]);
        desk.keys("F4").pause().hides("ut of the file");
    }
}

#[test]
fn what_is_taken_out_while_an_earlier_one_still_leaves_is_not_said_to_have_left() {
    let mut desk = Desk::new();
    desk.keys("F2 p Enter Alt+C").text("Zuleikha Quill").keys("Enter").wait(3000);
    let reader = desk.file();
    reader.execute_batch("BEGIN").unwrap();
    let _: i64 = reader.query_row("SELECT count(*) FROM details", [], |row| row.get(0)).unwrap();
    desk.keys("Alt+W Ctrl+A s Enter").shows(STILL);
    desk.keys("Alt+W Ctrl+A p Enter").hides(STILL);
    desk.keys("Alt+C").text("Ottoline Marsh").keys("Enter").wait(3000).hides(STILL);
    desk.keys("Alt+W Ctrl+A s Enter").shows(STILL).hides("leaves the file");
    reader.execute_batch("ROLLBACK").unwrap();
    desk.pause().shows(LEFT).nowhere_in_the_files(&["zuleikha", "ottoline"]);
}

#[test]
fn with_nobody_else_there_it_leaves_and_nothing_more_is_said() {
    for (before, takes_out) in WAYS {
        let mut desk = Desk::new();
        desk.keys(before).text("Zuleikha Quill").keys("Enter").wait(3000);
        desk.keys(takes_out).shows("leaves the file").nowhere_in_the_files(&["zuleikha", "quill"]);
        desk.pause().hides("Out of the file").hides("Not out");
    }
}

/// A desk on which a school's yes was taken back, and the program that reads the file meanwhile.
fn taken_back() -> (Desk, rusqlite::Connection) {
    let mut desk = Desk::new();
    desk.keys(WAYS[1].0).text("Zuleikha Quill").keys("Enter").wait(3000);
    let reader = desk.file();
    reader.execute_batch("BEGIN").unwrap();
    let _: i64 = reader.query_row("SELECT count(*) FROM details", [], |row| row.get(0)).unwrap();
    desk.keys(WAYS[1].1).shows(STILL);
    (desk, reader)
}

#[test]
fn finish_does_not_say_that_it_has_left_while_it_is_still_there() {
    let (mut desk, reader) = taken_back();
    desk.keys("F9").hides("has left the file").shows("not out of the file yet");
    desk.keys("x F9").hides("Only a count line is kept.");
    reader.execute_batch("ROLLBACK").unwrap();
    desk.pause().shows(LEFT).nowhere_in_the_files(&["zuleikha", "quill"]);
    let (mut desk, reader) = taken_back();
    reader.execute_batch("ROLLBACK").unwrap();
    desk.pause().keys("F9").shows("has left the file").keys("x F9").shows("Only a count line is kept.");
}

#[test]
fn leaving_and_starting_again_say_that_it_is_still_there() {
    let (mut desk, reader) = taken_back();
    desk.keys("F9 x F9 Ctrl+S").shows(STILL);
    desk.keys("Ctrl+Q").shows("Not all is out of the file: another program reads it. q again to leave.");
    desk.keys("q");
    assert!(desk.has_left(), "{}", desk.screen());
    let mut desk = desk.restart();
    desk.pause().pause().pause().pause().shows(STILL);
    reader.execute_batch("ROLLBACK").unwrap();
    desk.pause().shows(LEFT).nowhere_in_the_files(&["zuleikha", "quill"]);
    desk.keys("Ctrl+Q");
    assert!(desk.has_left(), "{}", desk.screen());
}
