//! Each act of the desk, taken back and done again: the case is as it was before, and as it was after.
//!
//! In the keys of a row a word that begins with `'` is typed, `_` being a space, and one with `/` chooses a row.

use std::fmt::Write as _;

use super::timeline;
use crate::contract::calendar::{at, book};
use crate::contract::office::{Made, Office};
use crate::journeys::calendar::{desk_of, office};
use crate::journeys::desk::Desk;
use mediation_line::domain::queue::CaseFacts;
use mediation_line::domain::slot::Slot;

/// What is there before the desk begins.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Begins {
    /// A case, nobody asked yet.
    Case,
    /// Both sides willing.
    Ready,
    /// A meeting this afternoon.
    Meeting,
    /// Two cases.
    Two,
}

/// What the desk does, the keys before it, the keys of the act, and a few words of its line of history.
const ACTS: [(Begins, &str, &str, &str); 24] = [
    (Begins::Case, "Right Right Down", "y Enter Enter", "Other side willing"),
    (Begins::Case, "Right Right Down", "l F9", "Message left"),
    (Begins::Case, "F7 f", "1 Enter", "Date held"),
    (Begins::Case, "F7 f 1 Enter", "x", "Hold let go"),
    (Begins::Ready, "F7 f 1 Enter", "F9 F9", "Meeting booked"),
    (Begins::Ready, "F7 f 1 F9 F9 Right Right Right", "x c Enter Enter", "Meeting called off"),
    (Begins::Case, "Right Right Right /LA_not_told_yet", "Enter", "LA told that mediation is wanted"),
    (Begins::Ready, "", "s '+2 Enter", "Put off"),
    (Begins::Case, "", "p 'today_before_4 Enter", "Promise"),
    (Begins::Two, "F5", "g 'tom Enter Enter", "Handed to a colleague"),
    (Begins::Meeting, "Right Right Right", "y a Esc", "Meeting held: agreed"),
    (Begins::Meeting, "Right Right Right", "y d f Esc", "did not happen"),
    (Begins::Meeting, "Right Right Right y a Esc", "y d f Esc", "did not happen"),
    (Begins::Meeting, "Right Right Right y a Esc", "g F9", "nothing to note"),
    (Begins::Meeting, "Right Right Right y n Esc", "f Enter p Enter Enter", "Certificate"),
    (
        Begins::Meeting,
        "Right Right Right y a Esc",
        "g 'draft_plan Enter 'LA Enter d Enter Enter",
        "Agreed action",
    ),
    (Begins::Case, "", "x w Enter Enter", "Case closed"),
    (Begins::Two, "", "m 'M-0002 Enter s", "Linked: the same child"),
    (Begins::Two, "m 'M-0002 Enter s", "m t", "link was taken back"),
    (Begins::Case, "Right Right Down e /Phone", "Ctrl+A '01632_960222 F9", "Contact details changed"),
    (Begins::Case, "e /School", "Ctrl+A 'Castle_Hill F9", "Details changed"),
    (Begins::Case, "e /Area", "Ctrl+A 'Southmere F9", "Details changed"),
    (Begins::Case, "Right Right Down", "Space", "Party"),
    (
        Begins::Case,
        "Right Right Up",
        "r n n y Enter Enter Enter Enter 'mother Enter",
        "Said which numbers are safe",
    ),
];

fn press(desk: &mut Desk, keys: &str) {
    for key in keys.split_whitespace() {
        match (key.strip_prefix('\''), key.strip_prefix('/')) {
            (Some(text), _) => desk.text(&text.replace('_', " ")),
            (_, Some(row)) => desk.choose(&row.replace('_', " ")),
            _ => desk.keys(key),
        };
    }
}

fn begin(begins: Begins) -> (Office, Made) {
    let mut office = office();
    let made = match begins {
        Begins::Case | Begins::Two => office.a_case(),
        Begins::Ready | Begins::Meeting => office.a_ready_case(),
    };
    match begins {
        Begins::Two => {
            office.a_case();
        }
        Begins::Meeting => {
            let ruth = office.number("SELECT min(id) FROM mediators");
            book(&mut office, &made, Some(ruth), Slot { length: 4, ..at("2026-11-24", 16) }).unwrap();
        }
        _ => {}
    }
    (office, made)
}

/// All that a case is, but for its version and the keys of its rows.
fn case(desk: &mut Desk, made: &Made) -> String {
    let path = desk.folder.path().join("office.mediation");
    let sql = "SELECT count(*) FROM handovers WHERE state = 'offered'";
    let handed: i64 = rusqlite::Connection::open(path).unwrap().query_row(sql, [], |row| row.get(0)).unwrap();
    let store = desk.worker.store();
    let page = store.case_page(made.case).unwrap();
    let facts = CaseFacts { rev: 0, ..page.facts.clone() };
    let contacts: Vec<_> = page.parties.iter().map(|p| format!("{:?}", p.facts)).collect();
    let typed: Vec<&str> = page.details.iter().map(|(_, kept)| kept.typed.0.as_str()).collect();
    let phones: Vec<&str> = page.parties.iter().map(|p| p.contact.phone.0.as_str()).collect();
    let mut all =
        format!("{facts:?} {contacts:?} {typed:?} {phones:?} {:?}", (&page.linked, &page.after, handed));
    all.push(' ');
    let digits = |c: char| c.is_ascii_digit();
    let mut plain = String::new();
    let mut rest = all.as_str();
    while let Some(at) = rest.find(digits) {
        let end = rest[at..].find(|c| !digits(c)).map_or(rest.len(), |n| at + n);
        let key = end - at > 12;
        let _ = write!(plain, "{}{}", &rest[..at], if key { "#" } else { &rest[at..end] });
        rest = &rest[end..];
    }
    plain + rest
}

fn told_of(row: &(Begins, &str, &str, &str)) -> Result<(), String> {
    let (begins, before, keys, line) = *row;
    let (office, made) = begin(begins);
    let mut desk = desk_of(office);
    desk.keys("F3").text("M-0001").keys("Enter");
    press(&mut desk, before);
    let was = case(&mut desk, &made);
    press(&mut desk, keys);
    desk.wait(3000);
    let done = case(&mut desk, &made);
    let newest = timeline(&mut desk, &made)[0].act.clone();
    if was == done || !newest.contains(line) {
        return Err(format!("was not done: {newest}\n{}", desk.screen()));
    }
    desk.keys("Ctrl+Z");
    let back = case(&mut desk, &made);
    let newest = timeline(&mut desk, &made)[0].act.clone();
    if back != was || !newest.starts_with("Taken back: ") {
        return Err(format!("not taken back: {newest}\n{was}\n{back}\n{}", desk.screen()));
    }
    desk.keys("Ctrl+Y").wait(3000);
    let again = case(&mut desk, &made);
    if again != done {
        return Err(format!("not done again\n{done}\n{again}\n{}", desk.screen()));
    }
    Ok(())
}

#[test]
fn each_act_is_taken_back_and_done_again() {
    let mut wrong = String::new();
    for row in &ACTS {
        let told = std::panic::catch_unwind(|| told_of(row))
            .unwrap_or_else(|why| Err(why.downcast_ref::<String>().cloned().unwrap_or_default()));
        if let Err(words) = told {
            let _ = write!(wrong, "== {row:?}: {words}\n\n");
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

/// What stays: what is there before, the keys, and the line that says so.
const STAYS: [(Begins, &str, &str); 6] = [
    (
        Begins::Case,
        "Right j o Enter 'father Enter 'rang Enter",
        "M-0001: that was said by a person and stays.",
    ),
    (
        Begins::Case,
        "Right j Enter 'father Enter Enter j s Enter 'spoke_to_both Enter",
        "M-0001: that was said by a person and stays.",
    ),
    (Begins::Case, "n 'They_rang_again. Enter", "M-0001: the words stay in the timeline. n adds a note"),
    (Begins::Case, "Right w Enter Enter w", "M-0001: the withdrawal and all before it stay. a adds"),
    (
        Begins::Case,
        "Right a 'm Enter Enter Enter Enter Enter",
        "M-0001: recorded consent stays. On Consent: a adds to it",
    ),
    (Begins::Meeting, "Esc 0 Enter -", "What was written of a mediator stays."),
];

#[test]
fn what_stays_is_told_in_one_line() {
    for (begins, keys, line) in STAYS {
        let (office, made) = begin(begins);
        let mut desk = desk_of(office);
        desk.keys("F3").text("M-0001").keys("Enter");
        press(&mut desk, keys);
        desk.wait(3000);
        let was = case(&mut desk, &made);
        let lines = timeline(&mut desk, &made).len();
        desk.keys("Ctrl+Z").shows(line);
        assert_eq!(case(&mut desk, &made), was, "{keys}");
        assert_eq!(timeline(&mut desk, &made).len(), lines, "{keys}");
    }
}
