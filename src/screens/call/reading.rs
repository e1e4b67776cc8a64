//! What typed text means in each field, the remark beside it, and the list under it.

use chrono::NaiveDate;

use crate::domain::call::CallerKind;
use crate::domain::detail::{Detail, WANTS};
use crate::domain::phone::Phone;
use crate::domain::subject::SUBJECTS;
use crate::domain::typed_day::{DayReading, Direction, ahead_remark, read_born, read_day};
use crate::widgets::choice::{Choice, matching};

use super::State;

/// A reading of typed text.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Read {
    /// As the file keeps it; empty where the text is all there is.
    pub stored: String,
    /// A quiet remark.
    pub remark: Option<String>,
}

/// How many suggestions show under a field.
const SUGGESTIONS: usize = 6;

/// Reads the text of a field.
pub(super) fn read(state: &State, detail: Detail, typed: &str, today: NaiveDate) -> Read {
    if typed.trim().is_empty() {
        return Read::default();
    }
    match detail {
        Detail::Who | Detail::Wants => {
            let stored = matching(&state.choices(detail), typed).map_or_else(String::new, |c| c.code.clone());
            Read { stored, remark: None }
        }
        Detail::About => Read { stored: subjects(state, typed), remark: None },
        Detail::Letter => read_letter(typed, today, state),
        Detail::Born => {
            let reading = read_born(typed, today);
            let remark = match &reading {
                DayReading::Day(day) => ahead_remark(*day, today),
                DayReading::Unread => {
                    Some("~ Kept as typed. A date, an age (10) or a year group (y6) helps.".to_owned())
                }
                _ => None,
            };
            Read { stored: reading.to_stored(), remark }
        }
        Detail::Phone | Detail::ParentPhone => {
            Read { stored: String::new(), remark: Phone::read(typed).remark() }
        }
        Detail::Area => {
            let known = state.authorities.find_exact(typed).map(|a| a.short().to_owned());
            let remark = (known.is_none() && !state.may_keep_family())
                .then(|| "~ Not an area we know. Before consent only known areas are kept.".to_owned());
            Read { stored: known.unwrap_or_default(), remark }
        }
        _ => Read::default(),
    }
}

fn read_letter(typed: &str, today: NaiveDate, state: &State) -> Read {
    let reading = read_day(typed, today, Direction::Back, &state.days);
    let remark = match &reading {
        DayReading::Day(_) => None,
        _ => Some("~ Kept as typed. A real date helps the clocks: try 2/11 or \"2 nov\".".to_owned()),
    };
    Read { stored: reading.to_stored(), remark }
}

/// One or several kinds of disagreement: `a`, `a, f`, or the words of the list.
fn subjects(state: &State, typed: &str) -> String {
    let choices = state.choices(Detail::About);
    if let Some(whole) = choices.iter().find(|c| c.words == typed) {
        return whole.code.clone();
    }
    let codes: Vec<String> = typed
        .split([',', ';', '+'])
        .filter_map(|piece| matching(&choices, piece))
        .map(|choice| choice.code.clone())
        .collect();
    codes.join(" ")
}

impl State {
    /// The list under a field.
    pub(super) fn choices(&self, detail: Detail) -> Vec<Choice> {
        let with = |letter: char, words: &str, code: &str| Choice {
            letter: Some(letter),
            words: words.to_owned(),
            code: code.to_owned(),
        };
        match detail {
            Detail::Who => CallerKind::ALL.iter().map(|k| with(k.letter(), k.label(), k.code())).collect(),
            Detail::About => SUBJECTS.iter().map(|s| with(s.letter, s.label, s.code)).collect(),
            Detail::Wants => WANTS.iter().map(|(letter, code, words)| with(*letter, words, code)).collect(),
            Detail::Area if !self.entry(Detail::Area).is_empty() => self
                .authorities
                .suggest(self.entry(Detail::Area), SUGGESTIONS)
                .into_iter()
                .map(|a| Choice { letter: None, words: a.short().to_owned(), code: a.short().to_owned() })
                .filter(|choice| choice.words != self.entry(Detail::Area))
                .collect(),
            _ => Vec::new(),
        }
    }

    /// What the field shows beside or instead of the text: the words of a choice, the reading of a day.
    pub(super) fn shown(&self, detail: Detail, today: NaiveDate) -> (String, String) {
        let typed = self.entry(detail).to_owned();
        let stored = self.read(detail);
        match detail {
            Detail::Who => {
                (CallerKind::from_code(stored).map_or(typed, |kind| kind.label().to_owned()), String::new())
            }
            Detail::About if !stored.is_empty() => {
                (crate::domain::subject::subject_words(stored), String::new())
            }
            Detail::Wants if !stored.is_empty() => {
                (crate::domain::detail::wants_words(stored).to_owned(), String::new())
            }
            Detail::Born => {
                let reading = DayReading::from_stored(stored);
                (typed, crate::domain::young_person::born_words(&reading, today))
            }
            Detail::Letter => {
                let words = match DayReading::from_stored(stored) {
                    DayReading::Unread => String::new(),
                    reading => reading.in_words(today),
                };
                (typed, words)
            }
            _ => (typed, String::new()),
        }
    }
}
