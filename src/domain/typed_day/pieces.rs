//! Typed text cut into numbers and words, and the words that have a meaning of their own.
//!
//! Separators and small words such as "of" and "the" are forgotten here, and so are the letters after "12th".
//! Text with a sign that no date has is not cut at all, because it is something else and stays unread.

use Piece::{Number, Word};
use chrono::Weekday;

/// The months by their whole names, in the order of the year.
pub(in crate::domain) const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];
/// The days of a week by their whole names.
pub(in crate::domain) const WEEKDAYS: [(&str, Weekday); 7] = [
    ("monday", Weekday::Mon),
    ("tuesday", Weekday::Tue),
    ("wednesday", Weekday::Wed),
    ("thursday", Weekday::Thu),
    ("friday", Weekday::Fri),
    ("saturday", Weekday::Sat),
    ("sunday", Weekday::Sun),
];
const FILLERS: [&str; 4] = ["of", "the", "on", "dated"];
/// Words that leave the day behind them open.
pub(super) const HEDGES: [&str; 5] = ["about", "around", "approx", "approximately", "roughly"];

/// One piece of what was typed: a number with the count of its digits, or a word.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Piece {
    Number(u32, usize),
    Word(String),
}
/// What is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Unit {
    Day,
    Week,
    Month,
}

impl Unit {
    pub(super) fn of(word: &str) -> Option<Self> {
        match word {
            "d" | "day" | "days" => Some(Self::Day),
            "w" | "wk" | "wks" | "week" | "weeks" => Some(Self::Week),
            "m" | "mth" | "month" | "months" => Some(Self::Month),
            _ => None,
        }
    }
}

/// Cuts folded text into pieces; `None` when there are none, or too many to be a day.
pub(super) fn cut(folded: &str) -> Option<Vec<Piece>> {
    let mut pieces: Vec<Piece> = Vec::new();
    let mut rest = folded;
    while let Some(first) = rest.chars().next() {
        let same = |c: char| if first.is_ascii_digit() { c.is_ascii_digit() } else { c.is_alphabetic() };
        if !same(first) {
            if !(first.is_whitespace() || "/.-,'\u{2019}\u{2013}\u{2212}".contains(first)) {
                return None;
            }
            rest = &rest[first.len_utf8()..];
            continue;
        }
        let end = rest.find(|c| !same(c)).unwrap_or(rest.len());
        let (piece, after) = rest.split_at(end);
        rest = after;
        if first.is_ascii_digit() {
            pieces.push(Number(piece.parse().ok()?, piece.len()));
        } else if !(FILLERS.contains(&piece)
            || HEDGES.contains(&piece)
            || ordinal(piece) && matches!(pieces.last(), Some(Number(..))))
        {
            pieces.push(Word(piece.to_owned()));
        }
        if pieces.len() > 5 {
            return None;
        }
    }
    (!pieces.is_empty()).then_some(pieces)
}

fn ordinal(word: &str) -> bool {
    matches!(word, "st" | "nd" | "rd" | "th")
}

pub(super) fn month(word: &str) -> Option<u32> {
    named(word, MONTHS.iter().copied()).map(|n| n as u32 + 1)
}

/// The day of the week that a word names, whole or by its first three letters or more: `wed`, `weds`.
pub(in crate::domain) fn weekday(word: &str) -> Option<Weekday> {
    named(word, WEEKDAYS.iter().map(|w| w.0)).map(|n| WEEKDAYS[n].1)
}

/// Which of the names begins with the word; at least three letters are needed.
fn named(word: &str, mut names: impl Iterator<Item = &'static str>) -> Option<usize> {
    let word = match word {
        "sept" => "sep",
        "weds" => "wed",
        word => word,
    };
    if word.chars().count() < 3 { None } else { names.position(|name| name.starts_with(word)) }
}

/// A count that means what it says.
pub(super) fn exact(piece: &Piece) -> Option<i32> {
    match piece {
        Number(count, 1..=3) => Some(*count as i32),
        Word(word) => ["one", "two", "three", "four", "five", "six"]
            .iter()
            .position(|name| name == word)
            .map(|n| n as i32 + 1)
            .or((word == "a").then_some(1)),
        Number(..) => None,
    }
}

/// The most and the least a spoken count can mean.
pub(super) fn vague(piece: &Piece) -> Option<(i32, i32)> {
    match piece {
        Word(word) if word == "couple" => Some((3, 2)),
        Word(word) if word == "few" => Some((5, 2)),
        _ => exact(piece).map(|count| (count, count)),
    }
}
