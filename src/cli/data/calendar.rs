//! The shapes of `week`, `hold` and `book`.
//!
//! Days and times are those of the office. Like all shapes they are a promise to scripts: a field may be
//! added, none is taken away. A case is named by its number; names of families are absent.

use chrono::NaiveDate;
use serde::Serialize;

/// `week`.
#[derive(Serialize)]
pub struct Week {
    /// The Monday.
    pub monday: NaiveDate,
    /// The length of a meeting, in quarter hours.
    pub meeting_quarters: i64,
    /// Monday to Friday.
    pub days: Vec<Day>,
}

/// A day of a week.
#[derive(Serialize)]
pub struct Day {
    /// The day.
    pub day: NaiveDate,
    /// The name of a bank holiday or closed day.
    pub closed: Option<String>,
    /// Held, booked, in doubt and met.
    pub taken: Vec<Taken>,
    /// Where a meeting could begin.
    pub open: Vec<Open>,
}

/// Taken time.
#[derive(Serialize)]
pub struct Taken {
    /// `held`, `booked`, `in doubt`, `met`.
    pub state: &'static str,
    /// `10:00`.
    pub from: String,
    /// `13:00`.
    pub to: String,
    /// The case.
    pub reference: String,
    /// The mediator.
    pub mediator: String,
}

/// Open time of a mediator.
#[derive(Serialize)]
pub struct Open {
    /// The mediator.
    pub mediator: String,
    /// The starts, `9:00` and so on.
    pub starts: Vec<String>,
}

/// `hold` and `book`.
#[derive(Serialize)]
pub struct Placed {
    /// `held` or `booked`.
    pub state: &'static str,
    /// The case.
    pub reference: String,
    /// The day.
    pub day: NaiveDate,
    /// `10:00`.
    pub from: String,
    /// `13:00`.
    pub to: String,
    /// The mediator.
    pub mediator: String,
    /// `online`, `in person`, `telephone`, `not decided`.
    pub format: &'static str,
    /// Until when a hold stands.
    pub held_until: Option<NaiveDate>,
    /// Who wrote it.
    pub staff: String,
    /// What to know, a sentence each; a warning stops nothing.
    pub warnings: Vec<String>,
}
