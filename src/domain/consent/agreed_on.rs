//! The day of a consent: what was typed for it, read as a day that has been, or as one that is still to come.
//!
//! A field that looks back reads "24/11", two days before it, as a day of last year. Here the nearest day is
//! meant, and one that is ahead of the call is "not yet" until the year is typed. Whether a day is enough is
//! absent: it stands in [`super::complete`].

use chrono::{Datelike, Days, NaiveDate};

use super::said::words;
use crate::domain::typed_day::{DayReading, Direction, day_with_year, read_day, weekday};
use crate::domain::working_days::WorkingDays;

/// What is said for a moment of this day that has been.
const TODAY: &[&str] = &[
    "this morning",
    "earlier today",
    "earlier on",
    "just now",
    "right now",
    "a moment ago",
    "just before this call",
];

/// Counted back, these are of the day of the call.
const OF_TODAY: &[&str] = &["min", "mins", "minute", "minutes", "hour"];

/// A part of a day, behind its name.
const PARTS: &[&str] = &["morning", "lunchtime", "afternoon", "evening", "night"];

/// Rules 16, 17 and 24: what was typed on the day of the call for the day they agreed.
pub fn read_agreed(typed: &str, call_day: NaiveDate, days: &WorkingDays) -> DayReading {
    in_words(typed, call_day, days).unwrap_or_else(|| read_date(typed, call_day, days))
}

/// Rule 24: a day that is told by its part, or by what has been since; none where it is told otherwise.
fn in_words(typed: &str, call_day: NaiveDate, days: &WorkingDays) -> Option<DayReading> {
    let lower = typed.trim().to_lowercase();
    let said: Vec<&str> = lower.split_whitespace().collect();
    let back = |days: u32| call_day.checked_sub_days(Days::new(days.into()));
    let since_monday = call_day.weekday().num_days_from_monday();
    let day = match said.as_slice() {
        _ if TODAY.contains(&lower.as_str()) => call_day,
        [.., unit, "ago"] if OF_TODAY.contains(unit) => call_day,
        ["last", "night"] => back(1)?,
        ["at" | "over", "the", "weekend"] | ["last", "weekend"] => {
            return Some(DayReading::about(back(since_monday + 2)?, back(since_monday + 1)?));
        }
        ["earlier", "this", "week"] => return Some(DayReading::about(back(since_monday)?, call_day)),
        [name, "last", "week"] | ["last", "week", name] => {
            let days = weekday(name)?.num_days_from_monday();
            back(since_monday + 7)?.checked_add_days(Days::new(days.into()))?
        }
        [day @ .., part] if PARTS.contains(part) => {
            // A part of this day may be ahead, and so a weekday is the one that has been.
            let read = read_date(&day.join(" "), call_day, days);
            return matches!(read, DayReading::Day(day) if day != call_day).then_some(read);
        }
        _ => return None,
    };
    Some(DayReading::Day(day))
}

fn read_date(typed: &str, call_day: NaiveDate, days: &WorkingDays) -> DayReading {
    let back = read_day(typed, call_day, Direction::Back, days);
    let ahead = read_day(typed, call_day, Direction::Forward, days);
    let reading = match (back.latest(), ahead.earliest()) {
        (Some(was), Some(comes)) if back != ahead => {
            let a_weekday = [7, 14].contains(&(comes - was).num_days());
            // A weekday alone is the one that has been, that of the call a week before; "this Friday" may be ahead.
            let is_ahead = if a_weekday {
                words(typed).iter().any(|word| word == "this")
            } else {
                (comes - call_day) <= (call_day - was)
            };
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
    words(typed).iter().filter_map(|word| weekday(word)).any(|weekday| weekday != day.weekday())
}

/// Rule 18: the day as a record tells it, with its year: `Mon 24 Nov 2025 (typed 24/11)`, or `by Sat 31 Oct
/// 2026 (typed last month)` of a stretch of days. `recorded` is the day of the record, at the office.
pub fn agreed_on(given: &str, given_to: NaiveDate, recorded: NaiveDate, days: &WorkingDays) -> String {
    let day = day_with_year(given_to);
    let given = given.trim();
    if given == day || given.is_empty() {
        return day;
    }
    let by = if read_agreed(given, recorded, days).is_about() { "by " } else { "" };
    format!("{by}{day} (typed {given})")
}
