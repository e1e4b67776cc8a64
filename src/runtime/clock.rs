//! The clock: the only place where the time is read.
//!
//! Everything else is given the moment it works in, so that a test can be on any day. The office is in England:
//! its time is London's, wherever the computer stands and whatever zone it is set to. Moments are kept in UTC
//! milliseconds.

use chrono::{NaiveDateTime, Utc};

use crate::domain::moment::at_office;

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

/// A moment of the file in the office's time.
pub fn local_of(utc: i64) -> NaiveDateTime {
    at_office(utc)
}
