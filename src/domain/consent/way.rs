//! Whether words say how somebody agreed. The list is closed, as it is for who: every word has to be understood.
//!
//! Words in capitals are read as if small. A word with one capital is a name only where a name can stand; a number is a
//! date that has been, or nothing, and so is a weekday. What denies a yes, and what is still to come, is absent: that stands beside.

mod place;

use chrono::NaiveDate;

use super::agreed_on::read_agreed;
use super::denied::{LIMITS, denies};
use super::giver::{decides, is_name};
use super::named::{AT_WORK, BESIDE_A_WAY, GIVER_WORDS, WAY_WORDS, words};
use super::read_way;
use super::to_come::{DONE, is_to_come};
use crate::domain::typed_day::{WEEKDAYS, weekday};
use crate::domain::working_days::WorkingDays;

/// The one way that is written as two words, or with a line between.
const E_MAIL: [(&str, &str); 4] =
    [("e-mail", "email"), ("E-mail", "Email"), ("E-MAIL", "EMAIL"), ("e mail", "email")];

/// In front of a name.
const BEFORE_A_NAME: &[&str] = &["dr", "from", "miss", "mr", "mrs", "ms", "to", "with"];

/// In front of a day that has not come.
const BEFORE_A_DAY_TO_COME: &[&str] = &["after", "before", "by", "for", "until"];

/// In front of a way that somebody went: "by e-mail on Friday" tells of one that has been.
const BY: &[&str] = &["by", "in", "over", "through", "via"];

/// What takes place on a day, and may be ahead of the call.
const EVENTS: &[&str] = &["call", "conversation", "meeting", "visit"];

/// In front of one at which somebody agreed.
const AT: &[&str] = &["at", "by", "during", "in", "on", "over", "through", "via"];

/// In front of one that is another matter: "spoke about the visit".
const NOT_AT: &[&str] = &["about", "after", "and", "before", "for", "from", "to", "with"];

/// In front of a weekday that is written short.
const BEFORE_A_WEEKDAY: &[&str] = &["last", "on"];

/// What we do to somebody, which is no answer: "told her", "rang the mother".
const TO_THEM: &[&str] =
    &["called", "emailed", "gave", "messaged", "phoned", "rang", "sms", "text", "texted", "told", "wrote"];

/// To whom.
const THEM: &[&str] = &["both", "her", "him", "his", "the", "them", "their"];

/// What can be agreed to that is the consent itself: somebody may agree to a call, or to meet.
const AGREED_TO: &[&str] = &["it", "mediation", "that", "this", "us"];

const MONTHS: [&str; 12] =
    ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/// The text with its letter written out, words in capitals as if small, and "e-mail" as one word.
fn plain(typed: &str) -> Option<String> {
    let typed = read_way(typed)?;
    let typed = if typed.chars().any(char::is_lowercase) { typed } else { typed.to_lowercase() };
    Some(E_MAIL.iter().fold(typed, |typed, (written, word)| typed.replace(written, word)))
}

/// Rules 8, 9, 11 to 13, and 19: the text names a way of agreeing, by its letter or in words, and says no more.
pub fn names_a_way(typed: &str, call_day: NaiveDate) -> bool {
    let Some(typed) = plain(typed) else { return false };
    let lower = typed.to_lowercase();
    words(&lower).any(|word| WAY_WORDS.contains(&word))
        && !typed.contains(['?', '\n'])
        && !denies(&typed)
        && !is_to_come(&typed)
        && !is_something_else(&lower)
        && understood(&typed, call_day).is_some()
}

/// Rule 19: the one day that a way tells of, as it was typed. None where it tells of none, or of more than one.
pub fn day_in_way(typed: &str, call_day: NaiveDate) -> Option<String> {
    let days = plain(typed).filter(|_| names_a_way(typed, call_day))?;
    let [day] = understood(&days, call_day)?.try_into().ok()?;
    Some(day)
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

/// The words, cut, and what is asked of the one at a place.
struct Words<'a>(Vec<Said<'a>>);

impl Words<'_> {
    fn small(&self, at: usize) -> String {
        self.0.get(at).map(|said| said.word.to_lowercase()).unwrap_or_default()
    }

    fn before(&self, at: usize) -> String {
        at.checked_sub(1).map(|before| self.small(before)).unwrap_or_default()
    }

    fn begins_number(&self, at: usize) -> bool {
        self.small(at).starts_with(|c: char| c.is_ascii_digit())
    }

    fn is_month(&self, at: usize) -> bool {
        self.small(at).get(..3).is_some_and(|month| MONTHS.contains(&month))
    }

    /// A weekday, whole; or short, where only a day can stand.
    fn is_weekday(&self, at: usize) -> bool {
        let small = self.small(at);
        WEEKDAYS.iter().any(|(name, _)| *name == small) || weekday(&small).is_some() && self.is_day_here(at)
    }

    fn is_day_here(&self, at: usize) -> bool {
        self.begins_number(at + 1) || BEFORE_A_WEEKDAY.contains(&self.before(at).as_str())
    }

    /// Rule 19: nothing lets a weekday at this place be one that is ahead.
    fn has_been(&self, at: usize) -> bool {
        self.before(at) != "this" && self.small(at + 1) != "week" && self.is_told_of(at)
    }

    /// It stands with a word that says it is done, or with a way that somebody went: between the same two marks, for in
    /// "by phone, meeting on Friday" the phone says nothing of Friday.
    fn is_told_of(&self, day: usize) -> bool {
        let is = |list: &[&str], at: usize| list.contains(&self.small(at).as_str());
        let begins =
            |at: usize| (1..=at).rev().find(|at| self.0.get(*at).is_some_and(|said| said.after_mark));
        let mut from = begins(day).unwrap_or(0);
        let to = (day + 1..self.0.len()).find(|at| begins(*at) == Some(*at)).unwrap_or(self.0.len());
        if day + 1 == to && (from..day).all(|at| is(BEFORE_A_WEEKDAY, at)) {
            // A day alone between its marks is of the words before it: "by phone, on Friday".
            from = from.checked_sub(1).and_then(begins).unwrap_or(0);
        }
        let way = (from..day).rev().find(|at| is(WAY_WORDS, *at));
        let event =
            [Some(day + 1).filter(|next| *next < to), way].into_iter().flatten().find(|at| is(EVENTS, *at));
        if let Some(event) = event {
            let leads = (from..event).rev().find(|at| is(AT, *at) || is(NOT_AT, *at));
            return leads.is_some_and(|leads| is(AT, leads))
                && (from..to).any(|at| is(DONE, at) || is(BY, at));
        }
        let went = |way: usize| {
            let bare = if is(&["a", "an", "the"], way.saturating_sub(1)) { way - 1 } else { way };
            BY.contains(&self.before(bare).as_str())
        };
        (from..to).any(|at| is(DONE, at)) || way.is_some_and(went)
    }
}

/// The days that it tells of, where every word is understood.
fn understood(text: &str, call_day: NaiveDate) -> Option<Vec<String>> {
    let said = Words(cut(text));
    let mut days = Vec::new();
    // Where every word has its capital no name can be told from a word.
    let names_are_plain = said.0.iter().any(|s| s.word.starts_with(char::is_lowercase));
    let (mut at, mut a_name_before) = (0, false);
    while let Some(one) = said.0.get(at) {
        let small = said.small(at);
        let before = at.checked_sub(1).and_then(|before| said.0.get(before)).map_or("", |s| s.word);
        let is_weekday = said.is_weekday(at);
        if is_weekday || said.begins_number(at) || said.is_month(at) && said.begins_number(at + 1) {
            let from = at;
            at += usize::from(is_weekday);
            let by_itself = is_weekday && !said.begins_number(at);
            while !by_itself && (said.begins_number(at) || said.is_month(at)) {
                at += 1;
            }
            let last = said.0.get(at - 1)?;
            let day = text.get(said.0.get(from).map_or(0, |s| s.from)..last.to).unwrap_or_default();
            let read = read_agreed(day, call_day, &WorkingDays::england());
            let has_been = read.latest().is_some_and(|day| day <= call_day);
            if !has_been
                || BEFORE_A_DAY_TO_COME.contains(&said.before(from).as_str())
                || by_itself && (!said.has_been(from) || said.is_what_was_said(from))
            {
                return None;
            }
            days.push(day.to_owned());
            a_name_before = false;
            continue;
        }
        let known = decides(&small)
            || [WAY_WORDS, AT_WORK, BESIDE_A_WAY, LIMITS].iter().any(|l| l.contains(&small.as_str()));
        if known && !said.is_in_its_place(at) {
            return None;
        }
        let in_its_place = one.after_mark
            || a_name_before
            || BEFORE_A_NAME.contains(&before.to_lowercase().as_str())
            || GIVER_WORDS.contains(&before);
        let a_name = !known && names_are_plain && in_its_place && is_name(one.word);
        if !known && !a_name {
            return None;
        }
        a_name_before = a_name;
        at += 1;
    }
    Some(days)
}
