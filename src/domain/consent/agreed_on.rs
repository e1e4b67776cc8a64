//! The day of a consent: what was typed for it, read as a day that has been, or as one that is still to come.
//!
//! A field that looks back reads "24/11", two days before it, as a day of last year. Here the nearest day is meant, and one
//! that is ahead of the call is "not yet" until the year is typed. Whether a day is enough is absent: it stands in
//! [`super::complete`].

use chrono::{Datelike, NaiveDate};

use crate::domain::typed_day::{DayReading, Direction, day_with_year, read_day, weekday};
use crate::domain::working_days::WorkingDays;

/// What is said for a moment of this day that has been.
const TODAY: [&str; 4] = ["this morning", "earlier today", "just now", "a moment ago"];

/// Rules 16 and 17: what was typed on the day of the call for the day they agreed.
pub fn read_agreed(typed: &str, call_day: NaiveDate, days: &WorkingDays) -> DayReading {
    if TODAY.contains(&typed.trim().to_lowercase().as_str()) {
        return DayReading::Day(call_day);
    }
    let back = read_day(typed, call_day, Direction::Back, days);
    let ahead = read_day(typed, call_day, Direction::Forward, days);
    let reading = match (back.latest(), ahead.earliest()) {
        (Some(was), Some(comes)) if back != ahead => {
            let lower = typed.to_lowercase();
            let words: Vec<&str> =
                lower.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
            let a_weekday = [7, 14].contains(&(comes - was).num_days());
            // A weekday alone is the one that has been, that of the call a week before; "this Friday" may be ahead.
            let is_ahead =
                if a_weekday { words.contains(&"this") } else { (comes - call_day) <= (call_day - was) };
            if is_ahead { ahead } else { back }
        }
        _ => back,
    };
    match reading {
        DayReading::Day(day) if contradicts(typed, day) => DayReading::Unread,
        reading => reading,
    }
}

/// The weekday that stands beside the date is another day's.
fn contradicts(typed: &str, day: NaiveDate) -> bool {
    let lower = typed.trim().to_lowercase();
    lower.split(|c: char| !c.is_alphabetic()).filter_map(weekday).any(|weekday| weekday != day.weekday())
}

/// Rule 18: the day as a record tells it, with its year: `Mon 24 Nov 2025 (typed 24/11)`, or `by Sat 31 Oct 2026 (typed
/// last month)` of a stretch of days. `recorded` is the day of the record, at the office.
pub fn agreed_on(given: &str, given_to: NaiveDate, recorded: NaiveDate, days: &WorkingDays) -> String {
    let day = day_with_year(given_to);
    let given = given.trim();
    if given == day || given.is_empty() {
        return day;
    }
    let by = if read_day(given, recorded, Direction::Back, days).is_about() { "by " } else { "" };
    format!("{by}{day} (typed {given})")
}
