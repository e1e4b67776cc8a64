//! The one table of keys. It drives what a key does, the key bar, the hint lines, the menu strip, the help
//! pages and the table in the README; a key is named nowhere else.
//!
//! A place looks through its own rows first, then through those of the kind of place it is, then through
//! those that hold everywhere. `Esc` then a letter is the same key as `Alt` and that letter: terminals
//! deliver the one as the other. Never bound: `o` and `[` after Esc, which begin escape sequences, and `b`
//! and `f`, which some keyboards send for word left and right.

mod spot;
mod table;

use super::action::Action;
use super::key::{Code, Key};
pub use spot::Spot;
pub use table::KEYS;

/// A row of the table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Binding {
    /// Where.
    pub spot: Spot,
    /// Which key.
    pub key: Key,
    /// What it does.
    pub action: Action,
    /// A word or two for the key bar (of an F key) or the hint line; empty: not shown there.
    pub hint: &'static str,
    /// One line for help and the README.
    pub help: &'static str,
}

/// What a key does at a place; nothing for a key that has no meaning there.
pub fn action_at(spot: Spot, key: Key) -> Option<&'static Action> {
    spot.chain().iter().find_map(|place| {
        KEYS.iter()
            .find(|row| row.spot == *place && (row.key == key || row.key == key.folded()))
            .map(|row| &row.action)
    })
}

/// The digit after Esc, or with Alt: the F key of that number.
pub fn f_key(key: Key) -> Option<Key> {
    match key {
        Key { code: Code::Char(c @ '1'..='9'), alt: true, ctrl: false } => Some(Key::f(c as u8 - b'0')),
        _ => None,
    }
}

/// The rows of a place that the hint line shows, as `v my desk view   h hide names`.
pub fn hints(spot: Spot) -> String {
    let own: Vec<String> = KEYS
        .iter()
        .filter(|row| row.spot == spot && !row.hint.is_empty())
        .map(|row| format!("{} {}", row.key, row.hint))
        .collect();
    own.join("   ")
}

/// The key of an action at a place, with its word: `/ find`. Empty where there is none.
pub fn hint_of(spot: Spot, action: &Action) -> String {
    spot.chain()
        .iter()
        .find_map(|place| {
            KEYS.iter().find(|row| row.spot == *place && row.action == *action && !row.hint.is_empty())
        })
        .map_or_else(String::new, |row| format!("{} {}", row.key, row.hint))
}

/// The key of an action in the rows of a place, as it is named: `Alt+K`. Empty where there is none.
pub fn key_of(spot: Spot, action: &Action) -> String {
    let row = KEYS.iter().find(|row| row.spot == spot && row.action == *action);
    row.map_or_else(String::new, |row| row.key.to_string())
}

/// The hints of a list page: its own, and those that hold on every list.
pub fn list_hints(spot: Spot) -> String {
    [hints(spot), hint_of(spot, &Action::Find), hint_of(spot, &Action::Esc)]
        .into_iter()
        .filter(|hint| !hint.is_empty())
        .collect::<Vec<_>>()
        .join("   ")
}

/// The hints of a place, with only those rows that do something now.
pub fn hints_of(spot: Spot, does: impl Fn(&Action) -> bool) -> String {
    let own: Vec<String> = KEYS
        .iter()
        .filter(|row| row.spot == spot && !row.hint.is_empty() && does(&row.action))
        .map(|row| format!("{} {}", row.key, row.hint))
        .collect();
    own.join("   ")
}

/// Hints for a line of so many columns: where there is no room for all, the last of them stay in the menu strip,
/// which the end of the line names.
pub fn fitting(hints: &str, width: usize) -> String {
    const BETWEEN: &str = "   ";
    let menu = hint_of(Spot::List, &Action::Esc);
    let own: Vec<&str> = hints.split(BETWEEN).filter(|hint| !hint.is_empty() && *hint != menu).collect();
    let line = |count: usize| [own[..count].join(BETWEEN), menu.clone()].join(BETWEEN);
    let fits = (1..=own.len()).rev().map(line).find(|line| line.chars().count() <= width);
    fits.unwrap_or(menu)
}

/// The nine keys in order, each with its word; `next_step` is F9's at this place.
fn nine(next_step: &str) -> impl Iterator<Item = (u8, &str)> {
    (1..=9).map(move |n| {
        let bound = KEYS.iter().find(|row| row.spot == Spot::Anywhere && row.key == Key::f(n));
        (n, if n == 9 { next_step } else { bound.map_or("", |row| row.hint) })
    })
}

/// The key bar: `F1 Help F2 Call` and so on.
pub fn bar(next_step: &str) -> String {
    let keys: Vec<String> = nine(next_step).map(|(n, word)| format!(" {} {word}", Key::f(n))).collect();
    keys.concat()
}

/// The same for the menu strip, where the digit is the F key.
pub fn digits(next_step: &str) -> String {
    nine(next_step).map(|(n, word)| format!("{n} {word}")).collect::<Vec<_>>().join("  ")
}
