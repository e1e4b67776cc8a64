//! Putting a row of Today off: until a day, or until a time of today.
//!
//! No reason is asked. Which rows are hidden by it is absent: the queue knows that. A row that is put off comes
//! back by itself.
//!
//! 1. A day hides the row until that day; a time hides it until that time, of today or of the day that was typed; "after
//!    lunch" is half past one, and of a later day its morning is the day. What is typed is read as a promise is.
//! 2. Nothing typed is the next working day; of a clock it is two hours from now.
//! 3. A clock can be put off only to later the same day: what is late tomorrow is looked at today.
//! 4. What lies behind us, or cannot be read, puts nothing off, and a line says so.
//! 5. A row may be put off past the end of a clock of its case; then the line that says so names the clock and its day.
//! 6. A day on which the office is closed is the next one on which it is open, and a line says so.

use chrono::{NaiveDate, NaiveDateTime, NaiveTime, Timelike};

use super::moment::Moment;
use super::promise::{Part, read_promise};
use super::typed_day::short_day;
use super::typed_time::clock_time;
use super::working_days::WorkingDays;

/// Why nothing was put off.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotPutOff {
    /// Rule 3.
    Clock,
    /// It has passed.
    Past,
    /// It cannot be read.
    Unread,
}

impl NotPutOff {
    /// What is said.
    pub fn words(self) -> &'static str {
        match self {
            Self::Clock => "Clocks can be put off only to later today.",
            Self::Past => "That has passed already. A later time or day: 4, fri, +3, 2 dec.",
            Self::Unread => "A day or a time puts it off: fri, +3, 2 dec, 4, after lunch.",
        }
    }
}

/// Rule 2, for clocks, in hours.
const CLOCK_HOURS: i64 = 2;

/// Until when, as typed now.
///
/// # Errors
/// Rules 3 and 4.
pub fn read_until(
    typed: &str,
    now: NaiveDateTime,
    clock: bool,
    office: &WorkingDays,
) -> Result<Moment, NotPutOff> {
    let (today, text) = (now.date(), typed.trim().to_lowercase());
    if text.is_empty() && clock {
        let later = now + chrono::TimeDelta::hours(CLOCK_HOURS);
        let minute = NaiveTime::from_hms_opt(later.hour(), later.minute(), 0).unwrap_or_default();
        // Late in the evening two hours from now is tomorrow.
        let end = NaiveTime::from_hms_opt(23, 59, 0).unwrap_or_default();
        return Ok(Moment::at(today, if later.date() == today { minute } else { end }));
    }
    if text.is_empty() {
        return Ok(office.add(today, 1).into());
    }
    let read = read_promise(&text, now, office).filter(|read| !read.in_words).ok_or(NotPutOff::Unread)?;
    let open = if read.day > today { office.next_working(read.day) } else { read.day };
    let until = match read.part {
        _ if open != read.day => open.into(),
        Part::Before(_) if open > today => open.into(),
        part => Moment { day: open, time: part.time() },
    };
    match until {
        until if until.has_come(now) => Err(NotPutOff::Past),
        Moment { day, .. } if clock && day != today => Err(NotPutOff::Clock),
        until => Ok(until),
    }
}

/// Rule 6: the day that was typed, where it is a later one and the office is closed then.
pub fn closed_then(typed: &str, now: NaiveDateTime, office: &WorkingDays) -> Option<NaiveDate> {
    let read = read_promise(typed, now, office).filter(|_| !typed.trim().is_empty())?;
    (read.day > now.date() && !office.is_working(read.day)).then_some(read.day)
}

/// Until when, in words: `Fri 27 Nov`, `15:00`.
pub fn until_words(until: Moment, now: NaiveDateTime) -> String {
    match until.time {
        Some(time) if until.day == now.date() => clock_time(time),
        Some(time) => format!("{} {}", short_day(until.day), clock_time(time)),
        None => short_day(until.day),
    }
}
