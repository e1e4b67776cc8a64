//! Whether words say how somebody agreed. The list is closed, as it is for who: every word has to be understood.
//!
//! Words in capitals are read as if small. A word with one capital is a name only where a name can stand; a number is a
//! date that has been, or nothing. What denies a yes, and what is still to come, is absent: that stands beside.

use chrono::NaiveDate;

use super::agreed_on::read_agreed;
use super::denied::{LIMITS, denies};
use super::giver::is_name;
use super::named::{AT_WORK, BESIDE_A_WAY, GIVER_WORDS, WAY_WORDS, words};
use super::read_way;
use super::to_come::is_to_come;
use crate::domain::working_days::WorkingDays;

/// The one way that is written as two words, or with a line between.
const E_MAIL: [(&str, &str); 4] =
    [("e-mail", "email"), ("E-mail", "Email"), ("E-MAIL", "EMAIL"), ("e mail", "email")];

/// In front of a name.
const BEFORE_A_NAME: &[&str] = &["dr", "from", "miss", "mr", "mrs", "ms", "to", "with"];

/// In front of a day that has not come.
const BEFORE_A_DAY_TO_COME: &[&str] = &["after", "before", "by", "for", "until"];

/// What we do to somebody, which is no answer: "told her", "rang the mother".
const TO_THEM: &[&str] = &["called", "emailed", "messaged", "phoned", "rang", "texted", "told"];

/// To whom.
const THEM: &[&str] = &["both", "her", "him", "his", "the", "them", "their"];

/// What can be agreed to that is the consent itself: somebody may agree to a call, or to meet.
const AGREED_TO: &[&str] = &["it", "mediation", "that", "this", "us"];

const MONTHS: [&str; 12] =
    ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/// Rules 8, 9, 11 to 13, and 19: the text names a way of agreeing, by its letter or in words, and says no more.
pub fn names_a_way(typed: &str, call_day: NaiveDate) -> bool {
    let Some(typed) = read_way(typed) else { return false };
    let typed = if typed.chars().any(char::is_lowercase) { typed } else { typed.to_lowercase() };
    let typed = E_MAIL.iter().fold(typed, |typed, (written, word)| typed.replace(written, word));
    let lower = typed.to_lowercase();
    words(&lower).any(|word| WAY_WORDS.contains(&word))
        && !typed.contains(['?', '\n'])
        && !denies(&typed)
        && !is_to_come(&typed)
        && !is_something_else(&lower)
        && all_understood(&typed, call_day)
}

/// What we did to them, or what they agreed to that is not this.
fn is_something_else(lower: &str) -> bool {
    let said: Vec<&str> = words(lower).collect();
    let at = |at: usize| said.get(at).copied().unwrap_or_default();
    let family = |word: &str| GIVER_WORDS.contains(&word);
    (0..said.len()).any(|here| {
        let whom = if at(here + 1) == "to" { here + 2 } else { here + 1 };
        let to_them =
            family(at(whom)) || THEM.contains(&at(whom)) && (family(at(whom + 1)) || at(whom) != "the");
        TO_THEM.contains(&at(here)) && to_them
            || at(here).starts_with("agree") && at(here + 1) == "to" && !AGREED_TO.contains(&at(here + 2))
    })
}

/// A word, where it begins and ends, and whether a mark stands before it.
struct Said<'a> {
    word: &'a str,
    from: usize,
    to: usize,
    after_mark: bool,
}

fn cut(text: &str) -> Vec<Said<'_>> {
    let (mut said, mut from, mut mark): (Vec<Said<'_>>, Option<usize>, bool) = (Vec::new(), None, false);
    for (at, c) in text.char_indices().chain([(text.len(), ' ')]) {
        match from {
            None if c.is_alphanumeric() => from = Some(at),
            Some(begun) if !c.is_alphanumeric() => {
                said.extend(text.get(begun..at).map(|word| Said {
                    word,
                    from: begun,
                    to: at,
                    after_mark: mark,
                }));
                (from, mark) = (None, ",;:.(".contains(c));
            }
            None => mark |= ",;:.(".contains(c),
            Some(_) => {}
        }
    }
    said
}

fn all_understood(text: &str, call_day: NaiveDate) -> bool {
    let said = cut(text);
    let begins_number =
        |at: usize| said.get(at).is_some_and(|s| s.word.starts_with(|c: char| c.is_ascii_digit()));
    let is_month = |at: usize| {
        let month =
            |s: &Said<'_>| s.word.to_lowercase().get(..3).is_some_and(|month| MONTHS.contains(&month));
        said.get(at).is_some_and(month)
    };
    // Where every word has its capital no name can be told from a word.
    let names_are_plain = said.iter().any(|s| s.word.starts_with(char::is_lowercase));
    let (mut at, mut a_name_before) = (0, false);
    while let Some(one) = said.get(at) {
        let small = one.word.to_lowercase();
        let before = at.checked_sub(1).and_then(|before| said.get(before)).map_or("", |s| s.word);
        if begins_number(at) || is_month(at) && begins_number(at + 1) {
            let from = at;
            while begins_number(at) || is_month(at) {
                at += 1;
            }
            let Some(last) = said.get(at - 1) else { return false };
            let day = text.get(said.get(from).map_or(0, |s| s.from)..last.to).unwrap_or_default();
            let read = read_agreed(day, call_day, &WorkingDays::england());
            let has_been = read.latest().is_some_and(|day| day <= call_day);
            if !has_been || BEFORE_A_DAY_TO_COME.contains(&before.to_lowercase().as_str()) {
                return false;
            }
            a_name_before = false;
            continue;
        }
        let known = [WAY_WORDS, GIVER_WORDS, AT_WORK, BESIDE_A_WAY, LIMITS]
            .iter()
            .any(|l| l.contains(&small.as_str()));
        let in_its_place = one.after_mark
            || a_name_before
            || BEFORE_A_NAME.contains(&before.to_lowercase().as_str())
            || GIVER_WORDS.contains(&before);
        let a_name = !known && names_are_plain && in_its_place && is_name(one.word);
        if !known && !a_name {
            return false;
        }
        a_name_before = a_name;
        at += 1;
    }
    true
}
