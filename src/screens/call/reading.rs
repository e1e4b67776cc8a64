//! Each field of a call: the remark beside it, the list under it, and how it is shown when it is left.
//!
//! What the text means is read by [`crate::domain::reading`].

use chrono::NaiveDate;

use crate::domain::authority::{Authorities, Authority};
use crate::domain::contact::Safety;
use crate::domain::detail::Detail;
use crate::domain::phone::{NO_NUMBER, Phone};
use crate::domain::reading::{self, Choice};
use crate::domain::subject::{Subject, kinds_that_fit, sounds_like};
use crate::domain::typed_day::{DayReading, ahead_remark, short_day};
use crate::domain::young_person::too_old_remark;

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
    let stored = reading::read(detail, typed, today, &state.days, Authorities::england());
    let day = DayReading::from_stored(&stored);
    let remark = match detail {
        Detail::Letter if !matches!(day, DayReading::Day(_)) => {
            Some("~ Kept as typed. A real date helps the clocks: try 2/11 or \"2 nov\".".to_owned())
        }
        Detail::Letter if day.earliest().is_some_and(|day| day > today) => {
            let ahead = day.earliest().map(short_day).unwrap_or_default();
            Some(format!("~ {ahead} is ahead of today. Kept. What is the date on the letter?"))
        }
        Detail::Letter => super::two_months::words(&stored, today)
            .filter(|words| state.has_two_months() && words.contains(" ended ")),
        Detail::Born => too_old_remark(&day, today).or_else(|| match day {
            DayReading::Day(day) => ahead_remark(day, today),
            DayReading::Unread => {
                Some("~ Kept as typed. A date, an age (10) or a year group (y6) helps.".to_owned())
            }
            _ => None,
        }),
        Detail::Phone | Detail::ParentPhone | Detail::BestTime if Safety::heard(typed, "").is_some() => {
            super::unsafe_number::heard_words(typed)
        }
        Detail::Phone | Detail::ParentPhone if Safety::is_in_doubt(typed, "") => {
            Some(super::unsafe_number::IS_IT_SAFE.to_owned())
        }
        Detail::BestTime if Safety::is_in_doubt(state.entry(state.number_of_best_time()), typed) => {
            Some(super::unsafe_number::IS_IT_SAFE.to_owned())
        }
        Detail::BestTime if state.waits(detail) => {
            Some("~ Before consent only when to ring is kept. The rest waits on this screen.".to_owned())
        }
        _ if state.waits(detail) => {
            Some("~ Before consent only the caller's own is kept. The rest waits here.".to_owned())
        }
        Detail::Phone | Detail::ParentPhone => match Phone::read(typed) {
            phone if phone.digits().is_empty() => Some(NO_NUMBER.to_owned()),
            phone => phone.remark(),
        },
        Detail::Who if stored.is_empty() => Some(match state.kind {
            None if state.may_keep_family() => {
                "~ Who is not read. p parent, s school, l LA, a SENDIASS, o other.".to_owned()
            }
            None => "~ Who is not read, and nothing is saved. p parent, s school, l LA, o other.".to_owned(),
            Some(kind) => format!("~ Not read. The caller stays: {}.", kind.label()),
        }),
        Detail::Wants if stored.is_empty() => {
            Some("~ Not read, kept as typed. y yes, \"yes but\", n no, c, i, d or u: which?".to_owned())
        }
        Detail::About if stored.is_empty() && sounds_like(typed).is_some() => {
            let label = sounds_like(typed).map_or("", |kind| kind.label);
            Some(format!("~ No kind yet. {label}? Esc a, Down, then Enter."))
        }
        Detail::About if stored.is_empty() && !state.may_keep_family() => {
            Some("~ Not of the list. Before consent only a kind of the list is kept.".to_owned())
        }
        Detail::About if !state.may_keep_family() && kinds_that_fit(&stored) != stored => {
            let (kept, all) = (kinds_that_fit(&stored), stored.split(' ').count());
            let kept = kept.split(' ').count();
            Some(format!("~ Before consent the first {kept} of these {all} kinds are kept. All after a yes."))
        }
        Detail::Area if stored.is_empty() && Authorities::england().near(typed).is_some() => {
            let near = Authorities::england().near(typed).map_or("", Authority::short);
            Some(format!("~ Not on the list. {near}? Esc l, Down, then Enter takes it."))
        }
        Detail::Area if stored.is_empty() && !state.may_keep_family() => {
            Some("~ Not an area we know. Before consent only known areas are kept.".to_owned())
        }
        Detail::Area if stored.is_empty() && !typed.trim().is_empty() => {
            Some("~ Not an area we know. It is kept as typed.".to_owned())
        }
        _ => None,
    };
    Read { stored, remark }
}

impl State {
    /// The list under a field.
    pub(super) fn choices(&self, detail: Detail) -> Vec<Choice> {
        match detail {
            Detail::Area if !self.entry(Detail::Area).is_empty() => Authorities::england()
                .suggest(self.entry(Detail::Area), &self.service.served, SUGGESTIONS)
                .into_iter()
                .chain(Authorities::england().near(self.entry(Detail::Area)))
                .map(|a| Choice { letter: None, words: a.short().to_owned(), code: a.short().to_owned() })
                .filter(|choice| choice.words != self.entry(Detail::Area))
                .collect(),
            Detail::School => self.schools_listed(),
            Detail::About => {
                let mut choices = reading::choices(detail);
                let offered = self.kind_offered();
                choices.sort_by_key(|choice| offered.is_none_or(|kind| choice.code != kind.code));
                choices
            }
            _ => reading::choices(detail),
        }
    }

    /// The kind that the words in *About* sound like, where they are none of the list. It is the first of the list then,
    /// and stands behind the words when it is taken.
    pub(super) fn kind_offered(&self) -> Option<Subject> {
        let typed = self.entry(Detail::About);
        sounds_like(typed).filter(|_| reading::of_list(Detail::About, typed).is_empty())
    }

    /// What a choice is written as. What was said of *About* stays, and the letter of the kind stands behind it, in the
    /// place of an earlier kind.
    pub(super) fn chosen_words(&self, detail: Detail, choice: &Choice) -> String {
        let typed = self.entry(detail);
        let said = match detail {
            Detail::About => reading::beside_the_kinds(typed, &reading::of_list(detail, typed)),
            _ => String::new(),
        };
        match choice.letter.filter(|_| !said.is_empty()) {
            Some(letter) => format!("{said}, {letter}"),
            None => choice.words.clone(),
        }
    }

    /// *Area* as it is read back: of a name that is a letter away from one of the list it is said so.
    pub(super) fn area_read_back(&self) -> String {
        let typed = self.entry(Detail::Area).trim();
        match Authorities::england().near(typed) {
            Some(near) => format!("{typed} (not on the list: {}?)", near.short()),
            None => typed.to_owned(),
        }
    }

    /// The field holds a number on which somebody can be rung.
    pub(super) fn can_be_rung(&self, detail: Detail) -> bool {
        Phone::read(self.entry(detail)).is_whole()
    }

    /// What the field shows beside or instead of the text: the words of a choice, the reading of a day.
    pub(super) fn shown(&self, detail: Detail, today: NaiveDate) -> (String, String) {
        let typed = self.entry(detail).to_owned();
        let stored = self.read(detail);
        if let Some(words) = self.case_has_words(detail) {
            return (typed, words);
        }
        match detail {
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
            Detail::Phone | Detail::ParentPhone if self.not_safe(detail) => {
                (typed, "NOT SAFE TO RING".to_owned())
            }
            _ => (reading::shown(detail, &typed, stored), String::new()),
        }
    }
}
