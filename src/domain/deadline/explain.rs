//! The arithmetic of a clock, line by line: each day that is counted, each that is passed over, and why.
//!
//! It is written for somebody who checks a date against a wall calendar while a parent listens. The lines are
//! made from the same table as the date ([`super::kind`]) but count in small steps of their own, so a test can
//! hold the two against each other. Days are never translated into advice.

use super::super::typed_day::{DayReading, day_with_year, short_day};
use super::super::working_days::WorkingDays;
use super::super::young_person::{OVER_AGE, compulsory_until, young_person_from};
use super::kind::{ClockKind, Length, Start};
use super::known::{Known, clock, from_certificate, until_25};
use super::{APPEAL_CERTIFICATE_MONTHS, add_months};
use chrono::{Datelike, NaiveDate, Weekday};

/// A line of the arithmetic.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// The day it is about; none for a line that only says something.
    pub day: Option<NaiveDate>,
    /// Its number in the period, for a day that is counted.
    pub counted: Option<u64>,
    /// Why it is counted or not, or the sum in words.
    pub words: String,
}

impl Line {
    fn said(words: String) -> Self {
        Self { day: None, counted: None, words }
    }

    fn day(day: NaiveDate, words: impl Into<String>) -> Self {
        Self { day: Some(day), counted: None, words: words.into() }
    }

    /// The line as it is shown: `Fri 3 Apr   Good Friday, not counted`, `Tue 7 Apr   1`.
    pub fn text(&self) -> String {
        let day = self.day.map(|day| format!("{:<12}", short_day(day))).unwrap_or_default();
        match (self.counted, self.words.is_empty()) {
            (Some(number), true) => format!("{day}{number}"),
            (Some(number), false) => format!("{day}{number}  {}", self.words),
            (None, _) => format!("{day}{}", self.words),
        }
    }
}

/// How the day of a clock came about. `days` may hold the office's own closed days: they are named, and counted.
pub fn explain(kind: ClockKind, known: &Known, days: &WorkingDays) -> Vec<Line> {
    let mut lines = Vec::new();
    let start = known.start(kind.start());
    if let (Length::Appeal(months), true) =
        (kind.length(), start.earliest().is_some() || from_certificate(known).is_some())
    {
        appeal(&mut lines, kind, known, months, days);
        return lines;
    }
    let Some(first) = start.earliest() else {
        let waits = kind.start().waits_for();
        lines.push(Line::said(format!("No day yet: it {waits}.")));
        return lines;
    };
    begins(&mut lines, kind.start(), known, start);
    match kind.length() {
        Length::Months(months) => {
            let last = months_line(&mut lines, first, months);
            not_moved(&mut lines, last, days);
        }
        Length::Kept => {
            let last = add_months(first, 12 * known.kept_years);
            let years = plural(u64::from(known.kept_years), "year");
            lines.push(Line::said(format!("{} + {years} = {}", day_with_year(first), day_with_year(last))));
        }
        Length::Weeks(weeks) => {
            lines.push(Line::day(first, "not counted"));
            for week in 1..=weeks {
                let day = super::add_days(first, 7 * week);
                let words = if week == weeks { "the last day" } else { "" };
                lines.push(Line {
                    words: format!("{} {words}", plural(week, "week")).trim().to_owned(),
                    ..Line::day(day, "")
                });
            }
        }
        Length::Days(count) => {
            lines.push(Line::day(first, "not counted"));
            let mut day = first;
            for number in 1..=count {
                day = day.succ_opt().unwrap_or(day);
                let why = closed(day, days).map(|why| format!("{why}, counted too")).unwrap_or_default();
                lines.push(Line { day: Some(day), counted: Some(number), words: why });
            }
        }
        Length::WorkingDays(count) => working(&mut lines, first, count, days),
        Length::SchoolAge => {
            let last = compulsory_until(first);
            lines.push(Line::said(format!(
                "School age ends with the last Friday in June of {}.",
                last.year()
            )));
            lines.push(Line::day(last, "the last day of compulsory school age"));
            lines.push(Line::day(young_person_from(first), "the young person decides from here on"));
            if start.is_about() && clock(kind, known, days).is_some_and(|clock| !clock.about) {
                lines.push(Line::said("Every birth date it can be gives this day.".to_owned()));
            }
        }
        Length::Until25 => {
            let (last, open) = until_25(first);
            if open {
                let year = first.year() + OVER_AGE;
                lines.push(Line::said(format!("There is no 29 February in {year}: check by hand.")));
            } else {
                let birthday = last.succ_opt().unwrap_or(last);
                lines.push(Line::day(birthday, format!("the {OVER_AGE}th birthday")));
            }
            lines.push(Line::day(last, "the last day under 25"));
        }
        Length::Appeal(_) => {}
    }
    lines
}

/// What the count begins with, and what is not exact about it.
fn begins(lines: &mut Vec<Line>, start: Start, known: &Known, reading: &DayReading) {
    let happened = start.happened();
    match reading {
        DayReading::About { earliest, words, .. } => {
            let from = day_with_year(*earliest);
            lines.push(Line::said(format!("Not an exact day ({words}): counted from its earliest, {from}.")));
        }
        _ => {
            if let Some(day) = reading.earliest() {
                lines.push(Line::said(format!("{}: {happened}.", day_with_year(day))));
            }
        }
    }
    if start == Start::Letter && reading == &known.sent && reading != &known.letter {
        let why = if known.letter.earliest().is_none() {
            "The letter's own date is not known: this is the day it was sent, so about."
        } else {
            "It was sent before its own date; the earlier day is the safer."
        };
        lines.push(Line::said(why.to_owned()));
    }
}

fn plural(count: u64, what: &str) -> String {
    if count == 1 { format!("1 {what}") } else { format!("{count} {what}s") }
}

/// The sum in months; says so where the month is too short.
fn months_line(lines: &mut Vec<Line>, first: NaiveDate, months: u32) -> NaiveDate {
    let last = add_months(first, months);
    let sum =
        format!("{} + {} = {}", day_with_year(first), plural(months.into(), "month"), day_with_year(last));
    lines.push(Line::said(sum));
    if last.day() != first.day() {
        lines.push(Line::said(format!("That month has no {}, so its last day.", first.day())));
    }
    last
}

fn not_moved(lines: &mut Vec<Line>, last: NaiveDate, days: &WorkingDays) {
    if let Some(why) = closed(last, days) {
        lines.push(Line::day(last, format!("{why}; this period is not moved")));
    }
}

/// Why a day is none on which the law works: its name, or the day of the week. The office's own closed day is
/// named and works all the same.
fn closed(day: NaiveDate, days: &WorkingDays) -> Option<String> {
    match day.weekday() {
        Weekday::Sat => Some("Saturday".to_owned()),
        Weekday::Sun => Some("Sunday".to_owned()),
        _ => days.closed(day).filter(|_| days.is_bank_holiday(day)).map(str::to_owned),
    }
}

/// Working days one by one, forward or back.
fn working(lines: &mut Vec<Line>, first: NaiveDate, count: i32, days: &WorkingDays) {
    lines.push(Line::day(first, "not counted"));
    let mut day = first;
    let mut number = 0;
    while number < u64::from(count.unsigned_abs()) {
        let Some(next) = (if count > 0 { day.succ_opt() } else { day.pred_opt() }) else { return };
        day = next;
        if let Some(why) = closed(day, days) {
            lines.push(Line::day(day, format!("{why}, not counted")));
            continue;
        }
        number += 1;
        let words = days.closed(day).map(|name| format!("closed here ({name}), counted all the same"));
        lines.push(Line { day: Some(day), counted: Some(number), words: words.unwrap_or_default() });
    }
}

/// The later of two, and the Tribunal's own rules on the day it ends.
fn appeal(lines: &mut Vec<Line>, kind: ClockKind, known: &Known, months: u32, days: &WorkingDays) {
    let start = known.start(kind.start());
    let from_letter = start.earliest().map(|first| {
        begins(lines, kind.start(), known, start);
        months_line(lines, first, months)
    });
    if from_letter.is_none() {
        lines.push(Line::said("The letter's date is not known, so about.".to_owned()));
    }
    let from_certificate = known.certificate.earliest().filter(|_| !known.placement_only).map(|issued| {
        let about = if known.certificate.is_about() { " (not an exact day)" } else { "" };
        lines.push(Line::said(format!("{}: the certificate was issued{about}.", day_with_year(issued))));
        months_line(lines, issued, APPEAL_CERTIFICATE_MONTHS)
    });
    // `None` is earlier than any day.
    let Some(last) = from_letter.max(from_certificate) else { return };
    match (from_letter, from_certificate) {
        (Some(_), Some(_)) => {
            lines.push(Line::said(format!("The later of the two counts: {}.", day_with_year(last))));
        }
        (Some(_), None) if known.placement_only => {
            lines.push(Line::said("About the school alone: no certificate is needed.".to_owned()));
        }
        _ => {}
    }
    let moved = match (last.month(), last.day()) {
        (8, _) => Some(("It ends in August: the first working day after 31 August is in time.", 8, 31)),
        (12, 25..) | (1, 1) => {
            Some(("It ends from 25 Dec to 1 Jan: the first working day after is in time.", 1, 1))
        }
        _ => None,
    };
    let mut day = last;
    if let Some((why, month, of_month)) = moved {
        lines.push(Line::said(why.to_owned()));
        let year = last.year() + i32::from(last.month() == 12);
        day = NaiveDate::from_ymd_opt(year, month, of_month).and_then(|d| d.succ_opt()).unwrap_or(last);
    }
    while let Some(why) = closed(day, days) {
        lines.push(Line::day(day, format!("{why}, so the next working day is in time")));
        day = day.succ_opt().unwrap_or(day);
    }
    lines.push(Line::day(day, "the last day"));
}
