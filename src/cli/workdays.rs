//! `workdays`: how many working days lie between two days, and what was skipped.
//!
//! It counts as the clocks of the office do and names each closed day it passed over, so that a date worked
//! out by hand can be checked. Where there is no file it counts with the bank holidays of England alone.

use chrono::NaiveDate;

use super::lines::Lines;
use super::trouble::Trouble;
use super::{Answer, Arguments, Moment, data, place};
use crate::domain::typed_day::{DayReading, Direction, day_with_year, long_day, passed, read_day};
use crate::domain::working_days::{WorkingDays, is_weekend};

/// The one day that was meant, or the words that ask for a plainer one.
///
/// A date without a year that has passed is not taken for one of next year: that is hardly ever what was meant, and
/// here nobody sees the reading before it is acted on.
pub(super) fn one_day(typed: &str, today: NaiveDate, days: &WorkingDays) -> Result<NaiveDate, Trouble> {
    if let Some((behind, ahead)) = passed(typed, today, days) {
        let (name, with_year) = (behind.format("%-d %B"), |day: NaiveDate| day.format("%-d/%-m/%Y"));
        let (behind, ahead) = (with_year(behind), with_year(ahead));
        return Err(Trouble::Usage(format!("{name} has passed. With a year: {ahead}, or {behind}.")));
    }
    match read_day(typed, today, Direction::Forward, days) {
        DayReading::Day(day) => Ok(day),
        DayReading::About { words, .. } => {
            Err(Trouble::Usage(format!("'{typed}' is not one day but {words}. Try 2/11 or \"2 nov\".")))
        }
        _ => Err(Trouble::Usage(format!("'{typed}' is not a day. Try 2/11, \"2 nov\" or 2026-11-02."))),
    }
}

/// The office's calendar where there is a file; that of England otherwise: counting days needs no file.
pub(super) fn calendar(arguments: &Arguments, moment: Moment) -> Result<WorkingDays, Trouble> {
    let there = place(arguments).is_some_and(|path| path.exists());
    if arguments.database.is_some() || arguments.practice || there {
        return Ok(super::place::open(arguments, moment)?.office().clone());
    }
    Ok(WorkingDays::england())
}

/// Counts.
pub(super) fn workdays(
    arguments: &Arguments,
    from: &str,
    to: &str,
    moment: Moment,
) -> Result<Answer, Trouble> {
    let days = calendar(arguments, moment)?;
    let from = one_day(from, moment.today(), &days)?;
    let to = one_day(to, moment.today(), &days)?;
    let (first, last) = (from.min(to), from.max(to));
    let mut skipped = Vec::new();
    let mut at = first;
    while let Some((day, name)) = days.next_closure_after(at).filter(|(day, _)| *day <= last) {
        if !is_weekend(day) {
            skipped.push(data::Closed { day, name: name.to_owned() });
        }
        at = day;
    }
    // Going back, the earlier day is counted and the later one is not.
    if to < from {
        if let Some(name) = days.closed(first).filter(|_| !is_weekend(first)) {
            skipped.insert(0, data::Closed { day: first, name: name.to_owned() });
        }
        skipped.retain(|closed| closed.day != last);
    }
    let answer = data::Workdays {
        from,
        to,
        working_days: days.between(from, to),
        skipped,
        known_until: days.known_until(),
    };
    let mut lines = Lines::default();
    lines.add("From", &format!("{}, not counted", long_day(from)));
    lines.add("To", &long_day(to));
    lines.add("Working days", &answer.working_days.to_string());
    for closed in &answer.skipped {
        lines.all("Skipped", &[&day_with_year(closed.day), &closed.name]);
    }
    if last > answer.known_until {
        let until = long_day(answer.known_until);
        lines.add("Known until", &format!("{until}. After it only weekends are counted as closed."));
    }
    Answer::new(&answer, lines.0)
}
