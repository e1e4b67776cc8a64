//! A day, or a minute of it: from when a row of Today is seen.
//!
//! Its text is the one in the file, and sorts as time does: a day comes before all its minutes. Seconds and
//! zones are absent, because the office has one clock and reads it in minutes.
//!
//! 1. A day alone begins at midnight; a minute comes after its day alone and before the next one.
//! 2. The text reads back as the same moment, and two texts compare as their moments do.

use std::fmt;

use chrono::{NaiveDate, NaiveDateTime, NaiveTime};

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
