//! A file that takes its time to open, or does not open: the telephone waits for neither.

use std::time::Duration;

use rusqlite::Connection;
use rustix::process::Signal;

use super::session::{F9, Place};

/// Nobody else can even read the file while this is alive.
fn held(place: &Place) -> Connection {
    let other = Connection::open(place.file()).unwrap();
    other.busy_timeout(Duration::from_secs(5)).unwrap();
    other.execute_batch("PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE; COMMIT").unwrap();
    other
}

#[test]
fn a_call_is_taken_while_the_file_is_still_being_opened() {
    let place = Place::new();
    let other = held(&place);
    let mut session = place.start();
    session.shows("MY DESK").shows("Opening the file");
    session.parents_call("Leanne Marsh").send("she is upset").shows("she is upset").shows("Opening the file");
    drop(other);
    session.shows("Saved").send("\x11").shows("q again to leave").send("q");
    assert!(session.ends().0.success());
    session.terminal_is_as_before();
    assert!(place.notes().starts_with("she is upset"));
    // Signed in the name that only the file knew.
    assert_eq!(place.value("SELECT DISTINCT staff FROM calls"), "Priya");
    assert_eq!(place.value("SELECT group_concat(DISTINCT staff) FROM history"), "Priya");
}

#[test]
fn words_of_a_call_wait_for_a_file_that_does_not_open() {
    let place = Place::new();
    let other = held(&place);
    let mut session = place.start();
    session.parents_call("Leanne Marsh").send("she is upset").shows("she is upset");
    session.shows("NOT SAVED yet: another program holds").shows("she is upset");
    session.send("!").shows("she is upset!").shows("NOT SAVED yet: another program holds");
    // Leaving now would lose them, and says so.
    session.send("\x11").shows("it would be lost").send("x").shows("she is upset!");
    drop(other);
    session.shows("Saved").send("\x11").shows("q again to leave").send("q");
    assert!(session.ends().0.success());
    assert!(place.notes().starts_with("she is upset!"));
}

#[test]
fn leaving_a_file_that_does_not_open_says_why() {
    let place = Place::new();
    let other = held(&place);
    let mut session = place.start();
    session.parents_call("Leanne Marsh").send("she is upset").shows("NOT SAVED yet: another program holds");
    session.send("\x11").shows("it would be lost").send("q");
    assert_eq!(session.ends().0.exit_code(), 1);
    session.terminal_is_as_before();
    assert!(session.raw().contains("Another desk is writing"), "{}", session.raw());
    drop(other);
    assert_eq!(place.value("SELECT max(id) FROM calls"), "");
}

#[test]
fn a_desk_without_a_call_gives_the_terminal_back_and_says_why() {
    let place = Place::new();
    let other = held(&place);
    let mut session = place.start();
    session.shows("Opening the file");
    assert_eq!(session.ends().0.exit_code(), 1);
    session.terminal_is_as_before();
    assert!(session.raw().contains("Another desk is writing"), "{}", session.raw());
    drop(other);
}

#[test]
fn a_call_finished_before_the_file_opens_is_kept() {
    let place = Place::new();
    let other = held(&place);
    let mut session = place.start();
    session.parents_call("Leanne Marsh").send("she is upset").shows("she is upset").send(F9).shows("Finish");
    session.next_step().shows("NOT SAVED");
    drop(other);
    session.shows("Saved").send("\x11");
    assert!(session.ends().0.success());
    assert_eq!(place.value("SELECT state FROM calls"), "finished");
    assert!(place.notes().starts_with("she is upset"));
}

#[test]
fn leaving_before_the_file_opens_says_what_was_not_written() {
    let place = Place::new();
    let other = held(&place);
    let mut session = place.start();
    session.parents_call("Leanne Marsh").send("she is upset").shows("she is upset");
    session.send("\x11").shows("Being saved. q again to leave now.").send("q");
    assert_eq!(session.ends().0.exit_code(), 1);
    assert!(session.raw().contains("Another desk is writing"), "{}", session.raw());
    drop(other);
}

#[test]
fn calls_of_before_do_not_come_over_what_is_typed() {
    let place = Place::new();
    let mut session = place.start();
    session.parents_call("Leanne Marsh").send("she is upset").shows("Saved").signal(Signal::KILL).ends();
    let other = held(&place);
    let mut session = place.start();
    session.shows("F2 Call").send("\x1bOR").shows("FIND").send("Olive").shows("Olive");
    drop(other);
    session.shows("A call was open before: it waits in Calls not finished").shows("Olive");
}
