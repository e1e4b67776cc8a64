//! What a person means by a day they typed while somebody was talking.
//!
//! Whatever is typed is kept as typed by the caller of this module; here it only gets a reading, shown beside
//! it in words, and a stored form for the clocks. No reading is ever refused or corrected, and times of day are
//! absent (`typed_time`). Year groups and ages are read in the Born field only. The grammar itself is in
//! `typed_day/grammar`, the words for showing a day in `typed_day/words`.
//!
//! 1. Day comes first, then month, then year; a year-month-day date with a four-digit year is read too.
//! 2. A date without a year is the nearest one in the field's direction, today included.
//! 3. A year of two digits is the nearest such year within fifty years; in Born, the nearest in the past.
//! 4. A weekday alone is the nearest one in the field's direction, never today.
//! 5. "Next" with a weekday is that day of next week; "last" with a weekday is the latest one before today.
//! 6. A sign and a number count working days; with d, w, m or y they count days, weeks, months or years.
//! 7. "Early" and "start of" mean the 1st to the 10th, "mid" the 11th to the 20th, "late" and "end of" the rest.
//! 8. Words that name a stretch (a bare month, "last week", "2 weeks ago") give its first and its last day.
//! 9. In Born a number up to 99 is an age, and "y6", "year 6" or "reception" is a year group.
//! 10. In Born a date without a year is not read, since a wrong year would make a wrong age; nor is a weekday.
//! 11. What cannot be read is unread, never a guess; a date outside 1900 to 2199 is unread too.
//! 12. The stored form reads back as the same reading.
//! 13. A birth date after today gets a remark with the year that was perhaps meant, and is kept.
//! 14. A date without a year has passed when its latest day behind is nearer than the next one ahead; weekdays and
//!     days of the month alone are never a year away, and have not.

use super::working_days::WorkingDays;
use chrono::NaiveDate;

mod grammar;
mod pieces;
mod words;

pub(super) use pieces::{MONTHS, WEEKDAYS, weekday};
pub use words::{ahead_remark, day_and_month, day_with_year, long_day, short_day};

/// Which way a field looks when a date leaves its year, or its week, open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    /// Things that have happened: a letter, a consent, a birth.
    Back,
    /// Things to come: a chase, a hold, a meeting.
    Forward,
}

/// What a typed day is taken to mean.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum DayReading {
    /// One day.
    Day(NaiveDate),
    /// Some day in a stretch, both ends included; clocks start from the earliest and say "about".
    About {
        /// The earliest day it can mean.
        earliest: NaiveDate,
        /// The latest day it can mean; never before the earliest.
        latest: NaiveDate,
        /// The stretch in words, without a year: `early Nov`, `16 to 22 Nov`.
        words: String,
    },
    /// An age in whole years, true on the day it was told (Born only).
    Age(u8),
    /// A school year in the school year in which it was told: 0 is Reception, then 1 to 13 (Born only).
    YearGroup(u8),
    /// Nothing typed, or nothing that could be read.
    #[default]
    Unread,
}

impl DayReading {
    /// A stretch of days with its words. The ends are put in order.
    pub fn about(one: NaiveDate, other: NaiveDate) -> Self {
        let (earliest, latest) = (one.min(other), one.max(other));
        Self::About { earliest, latest, words: words::stretch(earliest, latest) }
    }

    /// The earliest day meant; `None` for an age, a year group or no reading.
    pub fn earliest(&self) -> Option<NaiveDate> {
        match self {
            Self::Day(day) | Self::About { earliest: day, .. } => Some(*day),
            Self::Age(_) | Self::YearGroup(_) | Self::Unread => None,
        }
    }

    /// The latest day meant; `None` for an age, a year group or no reading.
    pub fn latest(&self) -> Option<NaiveDate> {
        match self {
            Self::Day(day) | Self::About { latest: day, .. } => Some(*day),
            Self::Age(_) | Self::YearGroup(_) | Self::Unread => None,
        }
    }

    /// Whether the reading leaves the day open, so that a clock from it says "about".
    pub fn is_about(&self) -> bool {
        matches!(self, Self::About { .. })
    }

    /// There is a day that both can mean.
    pub fn meets(&self, other: &Self) -> bool {
        let begins_before = |one: &Self, end: &Self| {
            one.earliest().zip(end.latest()).is_some_and(|(begins, ends)| begins <= ends)
        };
        begins_before(self, other) && begins_before(other, self)
    }

    /// The reading as shown beside the field: `Tue 24 Nov 2026`, `~ early Nov`, `~ early Nov 2025` when that is
    /// not this year, `10 years old`, `Year 6`; empty when unread.
    pub fn in_words(&self, today: NaiveDate) -> String {
        words::reading(self, today)
    }

    /// The same with the year in every case: `~ early Nov 2026`.
    pub fn with_year(&self) -> String {
        words::with_year(self)
    }

    /// The form for storage: `2026-11-02`, `2026-11-01..2026-11-10`, `age:10`, `year:6`, or nothing.
    pub fn to_stored(&self) -> String {
        match self {
            Self::Day(day) => day.to_string(),
            Self::About { earliest, latest, .. } => format!("{earliest}..{latest}"),
            Self::Age(years) => format!("age:{years}"),
            Self::YearGroup(group) => format!("year:{group}"),
            Self::Unread => String::new(),
        }
    }

    /// The reading of a stored form. Text in no stored form is [`Unread`](Self::Unread).
    pub fn from_stored(stored: &str) -> Self {
        let number = |text: &str| text.parse::<u8>().ok();
        if let Some(age) = stored.strip_prefix("age:") {
            number(age).map_or(Self::Unread, Self::Age)
        } else if let Some(group) = stored.strip_prefix("year:") {
            number(group).map_or(Self::Unread, Self::YearGroup)
        } else if let Some((earliest, latest)) = stored.split_once("..") {
            match (earliest.parse(), latest.parse()) {
                (Ok(earliest), Ok(latest)) => Self::about(earliest, latest),
                _ => Self::Unread,
            }
        } else {
            stored.parse().map_or(Self::Unread, Self::Day)
        }
    }
}

/// Reads a day as typed on `today` into a field that looks in `direction`.
///
/// `working_days` counts a bare `+3`; give the office's own calendar, closed days included.
pub fn read_day(
    typed: &str,
    today: NaiveDate,
    direction: Direction,
    working_days: &WorkingDays,
) -> DayReading {
    grammar::Reader { today, direction, born: false, working_days: Some(working_days) }.read(typed)
}

/// Rule 14: the day behind and the day ahead, where a date typed without a year on `today` has passed. Whoever acts
/// on a day at once asks for the year then, or takes the nearer day; a field that shows its reading has no need to.
pub fn passed(typed: &str, today: NaiveDate, working_days: &WorkingDays) -> Option<(NaiveDate, NaiveDate)> {
    // From one 29 February to the next may be eight years.
    const A_YEAR_AND_MORE: std::ops::RangeInclusive<i64> = 365..=8 * 366;
    let read = |direction| read_day(typed, today, direction, working_days);
    let (DayReading::Day(behind), DayReading::Day(ahead)) = (read(Direction::Back), read(Direction::Forward))
    else {
        return None;
    };
    let without_a_year = A_YEAR_AND_MORE.contains(&(ahead - behind).num_days());
    (without_a_year && today - behind < ahead - today).then_some((behind, ahead))
}

/// Reads a birth date, an age or a year group as typed on `today`.
///
/// A birth date lies in the past unless its year was typed in full; see [`ahead_remark`] for that case.
pub fn read_born(typed: &str, today: NaiveDate) -> DayReading {
    grammar::Reader { today, direction: Direction::Back, born: true, working_days: None }.read(typed)
}
