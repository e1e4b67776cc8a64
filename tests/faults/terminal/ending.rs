//! However the program ends, what was typed is in the file, the terminal is as before, and the next start says so.

use std::time::{Duration, Instant};

use rustix::process::Signal;

use super::session::{F9, Place, Session};

/// The end is promised within a second of a signal.
const END: Duration = Duration::from_secs(1);
const WORDS: &str = "she asked if it means losing the ri";

/// The next start names the call and its last words, and takes it up again.
#[track_caller]
fn recovers(place: &Place, said: &str, words: &str) {
    let mut session = place.start();
    session.shows(said).shows("Call C-0001").shows(words);
    session.shows("Leanne Marsh").send(F9).shows("CALL C-0001").shows(words);
    session.send("\x11").shows("q again to leave").send("q");
    assert!(session.ends().0.success());
}

/// Types in the middle of a word, ends the program in some way, and looks at what is left.
#[track_caller]
fn ended_by(prepare: &str, end: impl FnOnce(&mut Session), restored: bool) {
    let place = Place::new();
    let mut session = place.start_with(prepare, (24, 80), &[]);
    session.parents_call("Leanne Marsh").send(WORDS).shows("the ri");
    let begun = Instant::now();
    end(&mut session);
    let (status, _) = session.ends();
    let took = begun.elapsed();
    assert!(took < END, "it took {took:?}");
    // The loop left by itself; without a terminal it may say so.
    assert!(status.success() || !restored && status.exit_code() == 1, "{status}");
    if restored {
        session.terminal_is_as_before();
    }
    assert!(place.notes().starts_with(WORDS), "{:?}", place.notes());
    recovers(&place, "The program was closed while you were on a call", "the ri");
}

#[test]
fn term_saves_the_word_in_the_middle_and_gives_the_terminal_back() {
    ended_by(
        "",
        |session| {
            session.signal(Signal::TERM);
        },
        true,
    );
}

#[test]
fn a_signal_in_the_first_moments_gives_the_terminal_back() {
    let place = Place::new();
    for moment in 0..25 {
        let mut session = place.start();
        std::thread::sleep(Duration::from_millis(moment * 2));
        session.signal(Signal::TERM).ends();
        session.terminal_is_as_before();
    }
}

#[test]
fn hup_saves_the_word_in_the_middle_and_gives_the_terminal_back() {
    ended_by(
        "",
        |session| {
            session.signal(Signal::HUP);
        },
        true,
    );
}

#[test]
fn int_saves_the_word_in_the_middle_and_gives_the_terminal_back() {
    ended_by(
        "",
        |session| {
            session.signal(Signal::INT);
        },
        true,
    );
}

#[test]
fn a_closed_terminal_saves_the_word_in_the_middle() {
    ended_by(
        "",
        |session| {
            session.close();
        },
        false,
    );
}

#[test]
fn a_closed_terminal_that_sends_no_signal_saves_the_word_in_the_middle() {
    // The shell leads the session and takes the signal; the program only finds the terminal gone.
    ended_by(
        r#"trap "" HUP; "$0" "$@"; exit $?"#,
        |session| {
            session.close();
        },
        false,
    );
}

#[test]
fn kill_loses_at_most_two_seconds() {
    let place = Place::new();
    let mut session = place.start();
    session.parents_call("Leanne Marsh");
    let mut typed: Vec<(Instant, char)> = Vec::new();
    // Without a pause, so that only the two seconds save.
    for c in "her son cannot go to that school any more and nobody rings".chars() {
        session.send(c.to_string());
        typed.push((Instant::now(), c));
        std::thread::sleep(Duration::from_millis(70));
    }
    let killed = Instant::now();
    session.signal(Signal::KILL);
    session.ends();
    let all: String = typed.iter().map(|(_, c)| *c).collect();
    let kept = place.notes();
    assert!(all.starts_with(&kept), "{kept:?}");
    // Two seconds, and what one commit takes on a busy machine.
    let due = typed.iter().filter(|(at, _)| killed.duration_since(*at) > Duration::from_millis(2400)).count();
    assert!(due > 10 && kept.chars().count() >= due, "{kept:?} of {all:?}, {due} letters were due");
    recovers(
        &place,
        "The computer stopped while you were on a call",
        kept.split_whitespace().last().unwrap(),
    );
}
