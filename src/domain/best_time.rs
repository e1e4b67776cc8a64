//! When somebody who rings in their work can be rung: what of the words may be kept before any consent.
//!
//! The field is free text, and so is open to a word about the family, of whom nothing is kept before consent (decision
//! 3 of the service). What a time means is absent: the words are kept as typed, for a person to read.
//!
//! 1. Times, days, parts of the day and the small words between them are kept, and so is how to be reached.
//! 2. Of pieces with a comma between them those are kept that say no more than that; the others are left out whole.
//! 3. A month is one only beside its day: "June" alone may be a person, and "12 mar 2016" a birth.
//! 4. What is no time of day is no number that is kept: a telephone number has its own field.

use super::typed_day::{MONTHS, WEEKDAYS};
use super::typed_time::read_time;

/// What stands between two pieces.
const BETWEEN: [char; 7] = [',', ';', '(', ')', '\n', '\u{2013}', '\u{2014}'];
/// What stands between two words, within a piece.
const WITHIN: [char; 6] = [' ', '\t', '-', '/', '&', '+'];
/// Rule 1: words that name nobody.
const SAYS_WHEN: &str = "a about after afternoon afternoons again all always am and any anytime are around as asap at \
    available back before best better between break breaks breaktime but by call calls classes closed daily day days \
    daytime do dont during each earlier early either eleven email end evening evenings every except fifteen five four \
    fortnight free from half holiday holidays hour hours hr hrs if in ish just last late later leave lesson lessons \
    letter lunch lunchtime lunchtimes mail message messages midday min mins minute minutes mobile month months morning \
    mornings most mostly never next nine no noon not now oclock of office ok okay on once one only or other out past \
    phone please playtime pm possible quarter ring rings safe school seven six soon start teaching ten term termtime \
    text texts than that the then this three thirty till til time times to today tomorrow tonight twelve twenty two \
    unless unsafe until usually via voicemail voicemails week weekday weekdays weekend weekends weeks with within work \
    working";
/// The fewest letters of a day or a month that is cut short.
const CUT_SHORT: usize = 3;

/// What may be kept of it without a consent: as typed where that is all of it.
pub fn without_consent(typed: &str) -> String {
    if left_out(typed).is_empty() { typed.to_owned() } else { these(typed, says_when, true) }
}

/// What of it waits for a consent; empty where all of it may be kept.
pub fn left_out(typed: &str) -> String {
    these(typed, says_when, false)
}

/// Rule 2: the pieces that say no more than that, or the others.
pub(super) fn these(typed: &str, says_no_more: fn(&str) -> bool, are_kept: bool) -> String {
    let pieces = typed.split(BETWEEN).map(str::trim).filter(|piece| !piece.is_empty());
    pieces.filter(|piece| says_no_more(piece) == are_kept).collect::<Vec<_>>().join(", ")
}

/// Rules 1, 3 and 4.
pub(super) fn says_when(piece: &str) -> bool {
    let folded = piece.to_lowercase().replace(['\'', '\u{2019}'], "");
    let words = || {
        folded
            .split(WITHIN)
            .map(|word| word.trim_matches(['.', '!', '?', '"', '~']))
            .filter(|w| !w.is_empty())
    };
    let numbers = words().filter(|word| word.starts_with(|c: char| c.is_ascii_digit())).count();
    words().all(|word| {
        let bare = word.strip_suffix("ish").unwrap_or(word);
        SAYS_WHEN.split_whitespace().any(|known| known == word)
            || is_number(bare)
            || begins_one_of(&WEEKDAYS.map(|(name, _)| name), bare.trim_end_matches('s'))
            || numbers == 1 && begins_one_of(&MONTHS, bare)
    })
}

/// A time of day, or the day of a month.
fn is_number(word: &str) -> bool {
    let bare = ["st", "nd", "rd", "th"].iter().find_map(|end| word.strip_suffix(end)).unwrap_or(word);
    let is_day = || bare.len() <= 2 && bare.parse::<u8>().is_ok_and(|day| (1..=31).contains(&day));
    word.starts_with(|c: char| c.is_ascii_digit()) && (read_time(word).is_some() || is_day())
}

fn begins_one_of(names: &[&str], word: &str) -> bool {
    word.len() >= CUT_SHORT && names.iter().any(|name| name.trim_end_matches('s').starts_with(word))
}
