//! The family's two months to ring after the letter, said while the letter is in hand and at the end of the call.
//!
//! It is a guide, from the letter as it is typed, for whoever asks how long there is. Nothing is refused when the months
//! are over: the letter's date is asked about. The clock itself is a rule of [`crate::domain::deadline`].

use chrono::NaiveDate;

use super::State;
use crate::domain::authority::Authorities;
use crate::domain::deadline::contact_adviser_by;
use crate::domain::detail::Detail;
use crate::domain::reading;
use crate::domain::subject::{Route, route_of};
use crate::domain::typed_day::{DayReading, short_day};

/// `2 months to ring end Tue 5 Jan (guide).`, from the stored reading of a letter; none where its day is not known.
pub(super) fn words(stored: &str, today: NaiveDate) -> Option<String> {
    let clock = contact_adviser_by(&DayReading::from_stored(stored))?;
    let about = if clock.about { "about " } else { "" };
    let day = short_day(clock.date);
    Some(if clock.date < today {
        format!("2 months to ring ended {about}{day} (guide). Is the letter's date right?")
    } else {
        format!("2 months to ring end {about}{day} (guide).")
    })
}

impl State {
    /// There is such a clock for what the call is about.
    pub(super) fn has_two_months(&self) -> bool {
        route_of(self.read(Detail::About)) != Route::DisagreementResolution
    }

    /// The clock of the letter as it is being typed.
    pub(super) fn two_months(&self, today: NaiveDate) -> Option<String> {
        let typed = self.entry(Detail::Letter);
        if typed.trim().is_empty() || !self.has_two_months() {
            return None;
        }
        words(&reading::read(Detail::Letter, typed, today, &self.days, Authorities::england()), today)
    }

    /// The same at the end of the call, where the months are over.
    pub(super) fn two_months_over(&self, today: NaiveDate) -> Option<String> {
        self.two_months(today).filter(|words| words.contains(" ended "))
    }
}
