//! The days England works, from the rules of the Act, for the naive count alone.

use chrono::{Datelike, NaiveDate, Weekday};
use std::collections::HashSet;

/// Which days are bank holidays: listed up to 2030, by the rules after that.
pub(super) struct England(HashSet<NaiveDate>);

impl England {
    pub(super) fn new() -> Self {
        let listed = super::CSV.lines().skip(1).map(|line| line.split(',').next().unwrap().parse().unwrap());
        Self(listed.chain((2031..=2037).flat_map(of_year)).collect())
    }

    pub(super) fn works(&self, day: NaiveDate) -> bool {
        !matches!(day.weekday(), Weekday::Sat | Weekday::Sun) && !self.0.contains(&day)
    }
}

fn on(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap()
}

/// The first Monday on or after, and the last on or before.
fn monday(mut day: NaiveDate, step: fn(NaiveDate) -> NaiveDate) -> NaiveDate {
    while day.weekday() != Weekday::Mon {
        day = step(day);
    }
    day
}

/// Easter Sunday by the anonymous Gregorian rule.
fn easter(year: i32) -> NaiveDate {
    let (golden, century, rest) = (year % 19, year / 100, year % 100);
    let corrected = (century - (century + 8) / 25 + 1) / 3;
    let moon = (19 * golden + century - century / 4 - corrected + 15) % 30;
    let weekday = (32 + 2 * (century % 4) + 2 * (rest / 4) - moon - rest % 4) % 7;
    let late = (golden + 11 * moon + 22 * weekday) / 451;
    let sum = moon + weekday - 7 * late + 114;
    on(year, (sum / 31) as u32, (sum % 31 + 1) as u32)
}

/// The weekdays on which England is closed in a year without a proclaimed extra day.
pub(super) fn of_year(year: i32) -> Vec<NaiveDate> {
    let sunday = easter(year);
    let mut days = vec![
        super::before(super::before(sunday)),
        super::next(sunday),
        monday(on(year, 5, 1), super::next),
        monday(on(year, 5, 31), super::before),
        monday(on(year, 8, 31), super::before),
        match on(year, 1, 1).weekday() {
            Weekday::Sat => on(year, 1, 3),
            Weekday::Sun => on(year, 1, 2),
            _ => on(year, 1, 1),
        },
    ];
    days.extend(match on(year, 12, 25).weekday() {
        Weekday::Fri => [on(year, 12, 25), on(year, 12, 28)],
        Weekday::Sat => [on(year, 12, 27), on(year, 12, 28)],
        Weekday::Sun => [on(year, 12, 26), on(year, 12, 27)],
        _ => [on(year, 12, 25), on(year, 12, 26)],
    });
    days
}
