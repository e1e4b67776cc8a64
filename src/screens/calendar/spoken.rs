//! A date as it is said on the telephone: "Wednesday the second of December, ten o'clock".
//!
//! Numbers are words, because they are read aloud. How a date is written on the screen is absent.

use chrono::{Datelike, NaiveDate};

use crate::domain::slot::Slot;

const DAYS: [&str; 31] = [
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
    "thirteenth",
    "fourteenth",
    "fifteenth",
    "sixteenth",
    "seventeenth",
    "eighteenth",
    "nineteenth",
    "twentieth",
    "twenty-first",
    "twenty-second",
    "twenty-third",
    "twenty-fourth",
    "twenty-fifth",
    "twenty-sixth",
    "twenty-seventh",
    "twenty-eighth",
    "twenty-ninth",
    "thirtieth",
    "thirty-first",
];
const HOURS: [&str; 12] =
    ["twelve", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven"];

/// `Wednesday the second of December`.
pub fn spoken_day(day: NaiveDate) -> String {
    let number = DAYS.get(day.day0() as usize).copied().unwrap_or_default();
    format!("{} the {number} of {}", day.format("%A"), day.format("%B"))
}

/// `Thursday the third at two, or Monday the seventh at ten`; the month is said where they are of two, or one is
/// alone. None of no times.
pub fn spoken_offer(slots: &[Slot]) -> Option<String> {
    let months: Vec<u32> = slots.iter().map(|slot| slot.day.month()).collect();
    let plain = slots.len() > 1 && months.iter().all(|month| Some(month) == months.first());
    let each = slots.iter().map(|slot| {
        let day = spoken_day(slot.day);
        let day = match day.rsplit_once(" of ") {
            Some((short, _)) if plain => short.to_owned(),
            _ => day,
        };
        let time = spoken_time(slot.start);
        format!("{day} at {}", time.trim_end_matches(" o'clock"))
    });
    let each: Vec<String> = each.collect();
    (!each.is_empty()).then(|| each.join(", or "))
}

/// `ten o'clock`, `half past two`, of a quarter hour counted from midnight.
pub fn spoken_time(quarter: i64) -> String {
    let hour = |h: i64| HOURS[h.rem_euclid(12) as usize];
    let h = quarter.div_euclid(4);
    match quarter.rem_euclid(4) {
        0 => format!("{} o'clock", hour(h)),
        1 => format!("quarter past {}", hour(h)),
        2 => format!("half past {}", hour(h)),
        _ => format!("quarter to {}", hour(h + 1)),
    }
}
