//! A mediator, as far as the calendar is concerned: when they work and what they can do.
//!
//! Phone numbers and areas are absent: they are for a person to read and stand on the mediators' page.

use chrono::{Datelike, NaiveDate};

use super::bits;

/// From one quarter hour up to, and without, another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Hours {
    /// The first quarter hour.
    pub opens: i64,
    /// The first quarter hour after the last.
    pub closes: i64,
}

impl Hours {
    /// The quarter hours as bits.
    pub(super) fn bits(self) -> u128 {
        bits(self.opens, self.closes - self.opens)
    }
}

/// Days outside the usual ones.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ExtraDays {
    /// The first day.
    pub from: NaiveDate,
    /// The last day.
    pub to: NaiveDate,
    /// The hours; none are the office's.
    pub hours: Option<Hours>,
}

/// What the calendar knows of a mediator.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mediator {
    /// Its row.
    pub id: i64,
    /// The name, as the office uses it.
    pub name: String,
    /// Accredited by the service's rules.
    pub accredited: bool,
    /// Trained for special educational needs.
    pub sen_trained: bool,
    /// What they offer beside: "BSL, online".
    pub offers: String,
    /// Works for the service.
    pub working: bool,
    /// Monday to Friday.
    pub usual: [Option<Hours>; 5],
    /// Away, first and last day.
    pub away: Vec<(NaiveDate, NaiveDate)>,
    /// Extra days.
    pub extra: Vec<ExtraDays>,
}

impl Mediator {
    /// Away on the day.
    pub fn is_away(&self, day: NaiveDate) -> bool {
        self.away.iter().any(|(from, to)| (*from..=*to).contains(&day))
    }

    /// Rule 4: the quarter hours of the day on which the mediator works, as bits.
    pub(super) fn works(&self, day: NaiveDate, office: Hours) -> u128 {
        if self.is_away(day) || !self.working {
            return 0;
        }
        let weekday = day.weekday().num_days_from_monday() as usize;
        let usual = self.usual.get(weekday).copied().flatten().map_or(0, Hours::bits);
        let extra = self.extra.iter().filter(|e| (e.from..=e.to).contains(&day));
        extra.fold(usual, |bits, e| bits | e.hours.unwrap_or(office).bits()) & office.bits()
    }
}
