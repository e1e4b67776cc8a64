//! What the typed text of a detail means: read in one way, wherever it is typed and whoever corrects it later.
//!
//! A reading is what the file keeps beside the text: a day, or a code. Remarks and the list under a field are
//! the page's; the text itself is never changed here, and what cannot be read is kept as typed.
//!
//! 1. A detail with a list (Who, About, Wants) is read by the letter of its list, by the first letters of the
//!    words, or by those of any word in them, in this order; Who before that by the words people use (rule 5 of a call).
//! 2. About may name several kinds, with a comma, a semicolon or a plus between them; each counts once. The whole
//!    words of a kind, as they are in the list or were in an earlier one, are that kind, with the comma in them.
//! 3. Born is a date, an age or a year group; Letter is a day that is over.
//! 4. Area has a reading when it is exactly a known authority: the name as people say it.
//! 5. Any other detail has none, and neither has what cannot be read.
//! 6. A detail with a list is shown in the words of its list, with what was said beside a kind in quotes; anything else
//!    as typed.
//! 7. A yes with a condition ("yes but not with mrs harris") is that yes; its words are shown with it. "Yes please" is one
//!    without.

use chrono::NaiveDate;

use super::authority::Authorities;
use super::call::CallerKind;
use super::detail::{Detail, WANTS, wants_but, wants_words};
use super::subject::{FORMER_WORDS, SUBJECTS, subject_words};
use super::typed_day::{Direction, read_born, read_day};
use super::working_days::WorkingDays;

/// One of the things of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    /// The letter that chooses it; none where there is none.
    pub letter: Option<char>,
    /// The words shown.
    pub words: String,
    /// What it stands for.
    pub code: String,
}

/// The list of a detail; empty where it has none.
pub fn choices(detail: Detail) -> Vec<Choice> {
    let with = |letter: char, words: &str, code: &str| Choice {
        letter: Some(letter),
        words: words.to_owned(),
        code: code.to_owned(),
    };
    match detail {
        Detail::Who => CallerKind::ALL.iter().map(|k| with(k.letter(), k.label(), k.code())).collect(),
        Detail::About => SUBJECTS.iter().map(|s| with(s.letter, s.label, s.code)).collect(),
        Detail::Wants => WANTS.iter().map(|(letter, code, words)| with(*letter, words, code)).collect(),
        _ => Vec::new(),
    }
}

/// The choice that typed text means: its letter alone, or the first that begins with the text.
pub fn matching<'a>(choices: &'a [Choice], typed: &str) -> Option<&'a Choice> {
    let text = typed.trim().to_lowercase();
    let mut letters = text.chars();
    let first = letters.next()?;
    if letters.next().is_none()
        && let Some(choice) = choices.iter().find(|c| c.letter == Some(first))
    {
        return Some(choice);
    }
    choices.iter().find(|c| c.words.to_lowercase().starts_with(&text)).or_else(|| {
        choices.iter().find(|c| c.words.to_lowercase().split_whitespace().any(|word| word.starts_with(&text)))
    })
}

/// The reading of a detail as the file keeps it; empty where there is none.
pub fn read(
    detail: Detail,
    typed: &str,
    today: NaiveDate,
    days: &WorkingDays,
    authorities: &Authorities,
) -> String {
    if typed.trim().is_empty() {
        return String::new();
    }
    match detail {
        Detail::Born => read_born(typed, today).to_stored(),
        Detail::Letter => read_day(typed, today, Direction::Back, days).to_stored(),
        Detail::Area => authorities.find_exact(typed).map(|a| a.short().to_owned()).unwrap_or_default(),
        _ => of_list(detail, typed),
    }
}

/// The code, or the codes of several kinds, of a detail with a list; empty for any other.
pub fn of_list(detail: Detail, typed: &str) -> String {
    match detail {
        Detail::About => kinds(typed),
        Detail::Wants if wants_but(typed).is_some() => WANTS[0].1.to_owned(),
        Detail::Wants if typed.trim_end() != without_thanks(typed) => of_list(detail, without_thanks(typed)),
        // The words people use come before the first letters: "head" and "la" are not looked for in the list.
        Detail::Who if CallerKind::from_spoken(typed).is_some() => {
            CallerKind::from_spoken(typed).map_or("", CallerKind::code).to_owned()
        }
        _ => matching(&choices(detail), typed).map(|choice| choice.code.clone()).unwrap_or_default(),
    }
}

/// "yes please" is a yes.
fn without_thanks(typed: &str) -> &str {
    let typed = typed.trim_end();
    let (yes, thanks) = typed.split_once([' ', ',']).unwrap_or((typed, ""));
    if ["please", "thanks", "thank you"].contains(&thanks.trim().to_lowercase().as_str()) {
        yes
    } else {
        typed
    }
}

fn kinds(typed: &str) -> String {
    let choices = choices(Detail::About);
    if let Some(whole) = choices.iter().find(|choice| choice.words == typed) {
        return whole.code.clone();
    }
    if let Some((_, code)) = FORMER_WORDS.iter().find(|(words, _)| *words == typed) {
        return (*code).to_owned();
    }
    let mut codes: Vec<&str> = Vec::new();
    for choice in typed.split([',', ';', '+']).filter_map(|piece| matching(&choices, piece)) {
        if !codes.contains(&choice.code.as_str()) {
            codes.push(&choice.code);
        }
    }
    codes.join(" ")
}

/// A detail in words, from its text and its reading.
pub fn shown(detail: Detail, typed: &str, reading: &str) -> String {
    let words = match detail {
        Detail::Who => CallerKind::from_code(reading).map_or("", CallerKind::label).to_owned(),
        Detail::About => match beside_the_kinds(typed, reading) {
            said if said.is_empty() || reading.is_empty() => subject_words(reading),
            said => format!("{}: \"{said}\"", subject_words(reading)),
        },
        Detail::Wants => match wants_but(typed) {
            Some(but) => format!("Mediation: yes, but: {but}"),
            None => wants_words(reading).to_owned(),
        },
        _ => String::new(),
    };
    if words.is_empty() { typed.to_owned() } else { words }
}

/// The pieces of About that are none of its kinds, as they were said.
pub fn beside_the_kinds(typed: &str, reading: &str) -> String {
    // What was chosen from the list stands there whole, commas and all.
    if subject_words(reading) == typed || FORMER_WORDS.iter().any(|(words, _)| *words == typed) {
        return String::new();
    }
    let pieces = typed.split([',', ';', '+']).map(str::trim).filter(|piece| !piece.is_empty());
    pieces.filter(|piece| of_list(Detail::About, piece).is_empty()).collect::<Vec<_>>().join(", ")
}
