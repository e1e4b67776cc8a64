//! An enquiry: a call without consent, whose caller may be heard of again. How long it is kept, and when it is looked at.
//!
//! What it holds, and of whom there is one, is absent: that is of `call` and of `consent`. How it stands on Today is rule
//! 26 of `queue`. The rules are the service's own; no law says how long.
//!
//! 1. An enquiry is kept for three months from its call; then it is a line to count. So is a call that nobody finished.
//! 2. Where the caller was not sure of the consent, it is looked at after three working days; otherwise on the day that
//!    was said.

use chrono::{Months, NaiveDate};

use super::consent::ConsentAnswer;
use super::working_days::WorkingDays;

/// Rule 1.
const KEPT: Months = Months::new(3);
/// Rule 2, in working days.
const NOT_SURE: i32 = 3;

/// Rule 1: the day on which an enquiry of this day becomes a line to count.
pub fn kept_until(day: NaiveDate) -> NaiveDate {
    day.checked_add_months(KEPT).unwrap_or(day)
}

/// Rule 1, from the other end: what was begun before this day has been kept its time today.
pub fn kept_since(today: NaiveDate) -> NaiveDate {
    today.checked_sub_months(KEPT).unwrap_or(today)
}

/// Rule 2: `said` is the day that was said or proposed, and counts where the caller was sure.
pub fn next_day(
    answer: Option<ConsentAnswer>,
    said: NaiveDate,
    today: NaiveDate,
    days: &WorkingDays,
) -> NaiveDate {
    if answer == Some(ConsentAnswer::NotSure) { days.add(today, NOT_SURE) } else { said }
}
