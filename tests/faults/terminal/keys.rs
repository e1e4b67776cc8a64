//! What a terminal can send, and what it is sent: bursts, half keys, pastes, small windows, no colour.

use std::time::{Duration, Instant};

use rustix::process::Signal;

use super::session::{ENTER, F2, F4, F9, Place};

const CTRL_Q: &str = "\x11";

#[test]
fn a_burst_arrives_in_order_and_half_a_key_stops_nothing() {
    let place = Place::new();
    let mut session = place.start();
    session.parents_call("Dawn Achebe");
    let words: Vec<String> = (0..50).map(|n| format!("n{n:02} ")).collect();
    let burst = words.concat();
    assert_eq!(burst.len(), 200);
    session.send(&burst).until("all keys in the file", |_| place.notes().trim() == burst.trim());
    // The first byte of a letter of two: everything before it is saved, and the letter comes when it is whole.
    session.send("caf").send(b"\xc3").until("the half word", |_| place.notes().ends_with("caf"));
    session.send(b"\xa9 ok").until("the whole letter", |_| place.notes().ends_with("caf\u{e9} ok"));
    // Half an escape sequence: saved all the same, and a signal is obeyed.
    session.send(" then\x1b[").until("the last word", |_| place.notes().ends_with("then"));
    let begun = Instant::now();
    session.signal(Signal::TERM);
    assert!(session.ends().0.success());
    assert!(begun.elapsed() < Duration::from_secs(1));
    session.terminal_is_as_before();
}

#[test]
fn a_paste_never_presses_enter() {
    let place = Place::new();
    let mut session = place.start();
    session.shows("F2 Call").send("\x1b[200~q\nq\n\x1b[201~").send(F2).shows("Who").send("p").send(ENTER);
    session.shows("Name       [").send("\x1b[200~Dawn\r\nAchebe\n07700 900142\n\x1b[201~");
    session.shows("Name       [Dawn Achebe 07700 900142");
    session.send(F4).send("\x1b[200~first\nsecond\x1b[20~\x1b[201~").shows("second");
    session.until("the notes", |_| place.notes().starts_with("first\nsecond"));
    assert_eq!(place.value("SELECT group_concat(field) FROM caller_details WHERE typed <> ''"), "name");
    assert_eq!(place.value("SELECT state FROM calls"), "open");
    // One call: the pasted F9 was text without its escape, and finished nothing.
    session.send(CTRL_Q).shows("q again to leave").send(CTRL_Q);
    assert!(session.ends().0.success());
    session.terminal_is_as_before();
}

/// The numbers of all colour sequences that were written, but for "the terminal's own colour".
fn colours(bytes: &str) -> Vec<u32> {
    bytes
        .split("\x1b[")
        .skip(1)
        .filter_map(|rest| rest.split_once('m').map(|(numbers, _)| numbers))
        .filter(|numbers| numbers.chars().all(|c| c.is_ascii_digit() || c == ';'))
        .filter_map(|numbers| numbers.split(';').next().and_then(|first| first.parse().ok()))
        .filter(|n| matches!(n, 30..=38 | 40..=48 | 58 | 90..=107))
        .collect()
}

#[test]
fn without_colour_bold_and_reverse_stay() {
    let place = Place::new();
    for (no_colour, expected) in [("1", false), ("", true)] {
        let mut session = place.start_with("", (24, 80), &[("NO_COLOR", no_colour)]);
        session.shows("F2 Call").send(F2).shows("Who").send("\x1b").shows("one more key");
        session.send("q").shows("q again to leave").send("q");
        assert!(session.ends().0.success());
        session.terminal_is_as_before();
        let bytes = session.raw();
        assert!(bytes.contains("\x1b[1m"), "nothing is bold");
        assert_eq!(!colours(&bytes).is_empty(), expected, "{:?}", colours(&bytes));
    }
}

#[test]
fn small_windows_take_a_call_all_the_same() {
    for size in [(12, 40), (20, 60)] {
        let place = Place::new();
        let mut session = place.start_with("", size, &[]);
        session.shows("F2 Call").send(F2).shows("Who").send("p").send(ENTER).send("Dawn Achebe");
        session.shows("Dawn Achebe").send(F4).send("small but kept");
        session.until("the notes", |_| place.notes() == "small but kept");
        session.send(F9).send(CTRL_Q).shows("again to leave").send("q");
        assert!(session.ends().0.success());
        session.terminal_is_as_before();
    }
}
