//! A mediator, as far as the calendar is concerned: when they work and what they can do.
//!
//! Phone numbers are absent: they are for a person to read and stand on the mediators' page.

use chrono::{Datelike, NaiveDate};

use super::bits;
use crate::domain::authority::Authorities;
use crate::domain::text::{first_name, words};

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
    /// Where they work: "Northmere, Wyre"; "all" or nothing is everywhere.
    pub areas: String,
    /// Meetings in a week, at most; 0 is as many as there are.
    pub per_week: i64,
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

    /// Works in an area, as it was typed with the case: it lies in one of theirs. Nothing said on either side is
    /// everywhere.
    pub fn covers(&self, area: &str) -> bool {
        let lies_in = |place: &str| Authorities::england().lies_in(area, place);
        let mut named =
            self.areas.split([',', ';']).map(str::trim).filter(|place| !place.is_empty()).peekable();
        area.trim().is_empty()
            || named.peek().is_none()
            || named.any(|place| place.eq_ignore_ascii_case("all") || lies_in(place))
    }

    /// Offers a way of meeting: it is named, or no way is.
    pub fn offers_to_meet(&self, how: &str) -> bool {
        let offers = self.offers.to_lowercase();
        let ways = ["online", "in person", "telephone"];
        offers.contains(how) || !ways.iter().any(|way| offers.contains(way))
    }

    /// Signs in British Sign Language.
    pub fn signs(&self) -> bool {
        words(&self.offers).iter().any(|word| word == "bsl")
    }

    /// The first name, for a line that has little room.
    pub fn first_name(&self) -> &str {
        first_name(&self.name)
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
