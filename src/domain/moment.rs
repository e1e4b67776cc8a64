//! A day, or a minute of it: from when a row of Today is seen.
//!
//! Its text is the one in the file, and sorts as time does: a day comes before all its minutes. Seconds
//! are absent, because the office reads its clock in minutes; of zones there is London's alone, for moments kept in UTC.
//!
//! 1. A day alone begins at midnight; a minute comes after its day alone and before the next one.
//! 2. The text reads back as the same moment, and two texts compare as their moments do.
//! 3. A moment kept in UTC is the office's: in summer the hour before UTC's midnight is of the next day.

use std::fmt;

use chrono::{DateTime, NaiveDate, NaiveDateTime, NaiveTime};
use chrono_tz::Europe::London;

/// A day, or a minute of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Moment {
    /// The day.
    pub day: NaiveDate,
    /// The minute; none is the day from its beginning.
    pub time: Option<NaiveTime>,
}

impl Moment {
    /// A minute of a day.
    pub fn at(day: NaiveDate, time: NaiveTime) -> Self {
        Self { day, time: Some(time) }
    }

    /// Whether it has come.
    pub fn has_come(self, now: NaiveDateTime) -> bool {
        self <= Self::from(now)
    }

    /// Reads the text in the file.
    pub fn from_stored(text: &str) -> Option<Self> {
        match text.split_once('T') {
            None => text.parse().ok().map(|day| Self { day, time: None }),
            Some((day, time)) => {
                Some(Self::at(day.parse().ok()?, NaiveTime::parse_from_str(time, "%H:%M").ok()?))
            }
        }
    }
}

/// Rule 3: a moment in UTC milliseconds, as the date and time at the office. It stands in England, wherever the
/// computer stands and whatever zone it is set to.
pub fn at_office(utc: i64) -> NaiveDateTime {
    DateTime::from_timestamp_millis(utc).unwrap_or_default().with_timezone(&London).naive_local()
}

impl From<NaiveDate> for Moment {
    fn from(day: NaiveDate) -> Self {
        Self { day, time: None }
    }
}

impl From<NaiveDateTime> for Moment {
    fn from(now: NaiveDateTime) -> Self {
        Self::at(now.date(), now.time())
    }
}

impl fmt::Display for Moment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.time {
            None => write!(f, "{}", self.day.format("%Y-%m-%d")),
            Some(time) => write!(f, "{}T{}", self.day.format("%Y-%m-%d"), time.format("%H:%M")),
        }
    }
}
