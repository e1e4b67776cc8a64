//! The clock: the only place where the time is read.
//!
//! Everything else is given the moment it works in, so that a test can be on any day. The office's time is the
//! machine's own time zone; moments are kept in UTC milliseconds.

use chrono::{Local, NaiveDateTime, TimeZone, Utc};

/// A moment, as the file and as the office counts it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Now {
    /// UTC milliseconds.
    pub utc: i64,
    /// The date and time at the office.
    pub local: NaiveDateTime,
}

/// The moment it is.
#[allow(clippy::disallowed_methods)] // this is the one place that reads the time
pub fn now() -> Now {
    let utc = Utc::now().timestamp_millis();
    Now { utc, local: local_of(utc) }
}

/// A moment of the file in the office's time; UTC where the machine knows no such local time.
pub fn local_of(utc: i64) -> NaiveDateTime {
    match Local.timestamp_millis_opt(utc) {
        chrono::LocalResult::Single(at) | chrono::LocalResult::Ambiguous(at, _) => at.naive_local(),
        chrono::LocalResult::None => {
            chrono::DateTime::from_timestamp_millis(utc).unwrap_or_default().naive_utc()
        }
    }
}
