//! A disk that takes no more, and a file that is taken away: the text stays, the screen says so, saving resumes.
//!
//! A full disk needs a disk of its own, which a test has no right to. A limit on the size of files stands in for
//! it: every write fails, in the middle of the program's work, and succeeds again when the limit is lifted.

use std::time::Duration;

use mediation_line::runtime::leaving::NOT_ALL;
use rustix::process::{Resource, Rlimit, prlimit};

use super::session::{Place, Session};

fn largest_file(session: &Session, bytes: Option<u64>) {
    prlimit(Some(session.pid()), Resource::Fsize, Rlimit { current: bytes, maximum: None }).unwrap();
}

#[test]
fn a_disk_that_takes_no_more_loses_nothing_and_saving_resumes() {
    let place = Place::new();
    let mut session = place.start_with(r#"trap "" XFSZ; exec "$0" "$@""#, (24, 80), &[]);
    session.parents_call("Dawn Achebe").send("before").until("the first word", |_| place.notes() == "before");
    largest_file(&session, Some(4096));
    session.send(" during").shows("NOT SAVED since").shows("Keep typing. Tell someone.");
    session.send(" and still").shows("still");
    assert_eq!(place.notes(), "before");
    largest_file(&session, None);
    session.until("everything", |_| place.notes() == "before during and still");
    session.until("Saved again", |screen| screen.contains("Saved") && !screen.contains("NOT SAVED"));
    session.send("\x11").shows("q again to leave").send("q");
    assert!(session.ends().0.success());
    session.terminal_is_as_before();
}

#[test]
fn whoever_leaves_all_the_same_is_not_kept_waiting_by_a_disk_that_takes_no_more() {
    let place = Place::new();
    let mut session = place.start_with(r#"trap "" XFSZ; exec "$0" "$@""#, (24, 80), &[]);
    session.parents_call("Dawn Achebe").send("before").until("the first word", |_| place.notes() == "before");
    largest_file(&session, Some(4096));
    session
        .send(" during")
        .shows("NOT SAVED since")
        .send("\x11")
        .shows("q again to leave all the same")
        .send("q");
    let (status, took) = session.ends();
    assert_eq!(status.exit_code(), 1);
    assert!(took < Duration::from_secs(10), "it took {took:?}");
    session.terminal_is_as_before();
    assert!(session.raw().contains(NOT_ALL), "{}", session.raw());
    assert_eq!(place.notes(), "before");
}

#[test]
fn what_can_be_written_while_somebody_leaves_is_written() {
    let place = Place::new();
    let mut session = place.start_with(r#"trap "" XFSZ; exec "$0" "$@""#, (24, 80), &[]);
    session.parents_call("Dawn Achebe").send("before").until("the first word", |_| place.notes() == "before");
    largest_file(&session, Some(4096));
    session
        .send(" during")
        .shows("NOT SAVED since")
        .send("\x11")
        .shows("q again to leave all the same")
        .send("q");
    session.until("the line", |screen| screen.contains("Waiting for the file."));
    largest_file(&session, None);
    assert!(session.ends().0.success());
    assert_eq!(place.notes(), "before during");
}

#[test]
fn a_file_taken_away_is_said_and_never_written_anew() {
    for replaced in [false, true] {
        let place = Place::new();
        let mut session = place.start();
        session.parents_call("Dawn Achebe").send("before");
        session.until("the first word", |_| place.notes() == "before");
        let elsewhere = place.folder.path().join("moved.sqlite");
        std::fs::rename(place.file(), &elsewhere).unwrap();
        if replaced {
            std::fs::write(place.file(), "another file").unwrap();
        }
        session.send(" after").shows("NOT SAVED since").shows("the file was replaced").shows("after");
        assert_eq!(place.file().exists(), replaced);
        if replaced {
            assert_eq!(std::fs::read(place.file()).unwrap(), b"another file");
            std::fs::remove_file(place.file()).unwrap();
        }
        // Brought back, it is the same file again, and what was typed in between is kept.
        std::fs::rename(&elsewhere, place.file()).unwrap();
        session.until("everything", |_| place.notes() == "before after");
        session.send("\x11").shows("q again to leave").send("q");
        assert!(session.ends().0.success());
    }
}
