//! A day in words, as the pictures show it: `Thu 19 Nov`, `Tue 24 Nov 2026`, `~ early Nov`.
//!
//! English only, and never dependent on the computer's language: the words of the service are the words of the
//! office. Nothing here decides what was meant; that is done by the grammar beside it.

use super::DayReading;
use chrono::{Datelike, Days, Month, Months, NaiveDate};

/// `Thu 19 Nov`: for lists, where the year is plain.
pub fn short_day(day: NaiveDate) -> String {
    format!("{} {}", day.weekday(), day_and_month(day))
}

/// `19 Nov`: for narrow columns. A list has it in every row, so it is put together without reading a format.
pub fn day_and_month(day: NaiveDate) -> String {
    let month = Month::try_from(day.month() as u8).map_or("", |month| &month.name()[..3]);
    [&day.day().to_string(), " ", month].concat()
}

/// `Tue 24 Nov 2026`: for readings and records.
pub fn day_with_year(day: NaiveDate) -> String {
    day.format("%a %-d %b %Y").to_string()
}

/// `Tuesday 24 November 2026`: for what is read aloud or printed.
pub fn long_day(day: NaiveDate) -> String {
    day.format("%A %-d %B %Y").to_string()
}

/// The quiet remark for a birth date after today, with the latest year in which it would not be: `~ 12 Mar 2036
/// is ahead of today. Kept. Did you mean 2026?`. `None` for today and earlier.
pub fn ahead_remark(born: NaiveDate, today: NaiveDate) -> Option<String> {
    if born <= today {
        return None;
    }
    let meant = (0..=8)
        .map(|back| today.year() - back)
        .find(|year| born.with_year(*year).is_some_and(|day| day <= today))
        .unwrap_or(today.year() - 1);
    Some(format!("~ {} is ahead of today. Kept. Did you mean {meant}?", born.format("%-d %b %Y")))
}

/// A stretch of days without its year.
pub(super) fn stretch(earliest: NaiveDate, latest: NaiveDate) -> String {
    let month = earliest.format("%b");
    let same_month = (earliest.year(), earliest.month()) == (latest.year(), latest.month());
    let last = latest.day() == u32::from(latest.num_days_in_month());
    match (earliest.day(), latest.day()) {
        (1, 31) if (earliest.month(), latest.month()) == (1, 12) && earliest.year() == latest.year() => {
            "during".to_owned()
        }
        (1, 10) if same_month => format!("early {month}"),
        (11, 20) if same_month => format!("mid {month}"),
        (21, _) if same_month && last => format!("late {month}"),
        (1, _) if same_month && last => month.to_string(),
        (from, to) if from == to && same_month => format!("{from} {month}"),
        (from, to) if same_month => format!("{from} to {to} {month}"),
        (from, to) => format!("{from} {month} to {to} {}", latest.format("%b")),
    }
}

/// The reading as shown beside the field.
pub(super) fn reading(reading: &DayReading, today: NaiveDate) -> String {
    match reading {
        DayReading::About { latest, words, .. } if latest.year() == today.year() && words != "during" => {
            format!("~ {words}")
        }
        other => with_year(other),
    }
}

/// The reading with its year.
pub(super) fn with_year(reading: &DayReading) -> String {
    match reading {
        DayReading::Day(day) => day_with_year(*day),
        DayReading::About { latest, words, .. } => format!("~ {words} {}", latest.year()),
        DayReading::Age(1) => "1 year old".to_owned(),
        DayReading::Age(years) => format!("{years} years old"),
        DayReading::YearGroup(0) => "Reception".to_owned(),
        DayReading::YearGroup(group) => format!("Year {group}"),
        DayReading::Unread => String::new(),
    }
}

/// The first and the last day of a month; `None` when there is no such month.
pub(super) fn month_ends(year: i32, month: u32) -> Option<(NaiveDate, NaiveDate)> {
    let first = NaiveDate::from_ymd_opt(year, month, 1)?;
    let last = first.checked_add_months(Months::new(1))?.checked_sub_days(Days::new(1))?;
    Some((first, last))
}
