//! Every day of 2024 to 2035 as the start of every clock, against a count that walks one day at a time.
//!
//! The walk is written from the sentences of the law and knows nothing of the program's arithmetic: no month is
//! added, no working day is looked up in the program's own list. Bank holidays are those of an independent
//! package up to 2030, and the rules of the Act and the proclamations after that.

use chrono::{Datelike, NaiveDate, Weekday};
use mediation_line::domain::deadline::{ClockKind, Known, clock, explain};
use mediation_line::domain::typed_day::DayReading;
use mediation_line::domain::working_days::WorkingDays;
use std::collections::HashSet;

mod england;
use england::England;

const CSV: &str = include_str!("../data/bank-holidays-england-2010-2030.csv");

fn next(day: NaiveDate) -> NaiveDate {
    day.succ_opt().unwrap()
}

fn before(day: NaiveDate) -> NaiveDate {
    day.pred_opt().unwrap()
}

/// So many days on, one after another.
fn days_on(start: NaiveDate, days: u32) -> NaiveDate {
    (0..days).fold(start, |day, _| next(day))
}

/// Into the month that is so many turns of the calendar away, to the same date, or to its last day.
fn months_on(start: NaiveDate, months: u32) -> NaiveDate {
    let (mut day, mut turned) = (start, 0);
    loop {
        let following = next(day);
        if following.month() != day.month() {
            if turned == months {
                return day;
            }
            turned += 1;
        }
        day = following;
        if turned == months && day.day() == start.day() {
            return day;
        }
    }
}

/// So many working days on, or back; the start is not counted.
fn working_on(
    england: &England,
    start: NaiveDate,
    count: u32,
    step: fn(NaiveDate) -> NaiveDate,
) -> NaiveDate {
    let (mut day, mut counted) = (start, 0);
    while counted < count {
        day = step(day);
        if england.works(day) {
            counted += 1;
        }
    }
    day
}

/// The day itself when it is a working day, else the first one after it.
fn or_later(england: &England, mut day: NaiveDate) -> NaiveDate {
    while !england.works(day) {
        day = next(day);
    }
    day
}

/// Rule 12 of the Tribunal.
fn in_time(england: &England, ends: NaiveDate) -> NaiveDate {
    let mut day = ends;
    while day.month() == 8 {
        day = next(day);
    }
    while (day.month() == 12 && day.day() >= 25) || (day.month() == 1 && day.day() == 1) {
        day = next(day);
    }
    or_later(england, day)
}

/// The last Friday in June of the first year in which somebody is sixteen before 1 September; the day after it.
fn decides_from(born: NaiveDate) -> NaiveDate {
    let mut day = born;
    loop {
        day = next(day);
        let years = day.year() - born.year();
        let sixteen_by_september = years > 16 || (years == 16 && born.month() < 9);
        let last_friday = day.month() == 6 && day.weekday() == Weekday::Fri && days_on(day, 7).month() == 7;
        if sixteen_by_september && last_friday {
            return next(day);
        }
    }
}

/// The day before the 25th birthday; 27 February where that year has no 29th.
fn until(born: NaiveDate) -> NaiveDate {
    let mut day = NaiveDate::from_ymd_opt(born.year() + 25, born.month(), 1).unwrap();
    while day.month() == born.month() {
        if day.day() == born.day() {
            return before(day);
        }
        day = next(day);
    }
    before(before(day))
}

fn every_day() -> impl Iterator<Item = NaiveDate> {
    let first = NaiveDate::from_ymd_opt(2024, 1, 1).unwrap();
    std::iter::successors(Some(first), NaiveDate::succ_opt).take_while(|day| day.year() <= 2035)
}

/// The walk for a clock that starts on this day alone.
fn walked(kind: ClockKind, start: NaiveDate, england: &England) -> NaiveDate {
    match kind {
        ClockKind::ContactAdviser | ClockKind::ContactAdviserSent => months_on(start, 2),
        ClockKind::PrivacyNotice => months_on(start, 1),
        ClockKind::Meeting | ClockKind::HealthMeeting => days_on(start, 30),
        ClockKind::HealthNotice
        | ClockKind::CertificateAfterDecline
        | ClockKind::CertificateAfterMeeting
        | ClockKind::CertificateDeemed => working_on(england, start, 3, next),
        ClockKind::Notice => working_on(england, start, 5, before),
        ClockKind::NoticeClear => working_on(england, start, 6, before),
        ClockKind::Appeal | ClockKind::AppealSent => in_time(england, months_on(start, 2)),
        ClockKind::AgreedTellLa => days_on(start, 7),
        ClockKind::AgreedAssess
        | ClockKind::AgreedSchool
        | ClockKind::AgreedReconsider
        | ClockKind::AgreedOther => days_on(start, 14),
        ClockKind::AgreedDraft | ClockKind::AgreedAmend => days_on(start, 35),
        ClockKind::AgreedRefusal => days_on(start, 70),
        ClockKind::AgreedPlan => days_on(start, 77),
        ClockKind::AgreedAssessPlan => days_on(start, 98),
        ClockKind::YoungPersonFrom => decides_from(start),
        ClockKind::YoungPersonUntil => until(start),
        ClockKind::Retention => months_on(start, 36),
    }
}

/// Every fact on this day.
fn known(day: NaiveDate) -> Known {
    let on = || DayReading::Day(day);
    Known {
        letter: on(),
        sent: on(),
        la_informed: on(),
        health_notice: on(),
        meeting: on(),
        declined: on(),
        ended: on(),
        deemed: on(),
        agreement: on(),
        referral: on(),
        closed: on(),
        born: on(),
        ..Known::default()
    }
}

#[test]
fn every_day_of_twelve_years_starts_every_clock() {
    let (england, law) = (England::new(), WorkingDays::england());
    let mut compared = 0;
    for start in every_day() {
        let known = known(start);
        for kind in ClockKind::ALL {
            let found = clock(kind, &known, &law).unwrap();
            assert_eq!(found.date, walked(kind, start, &england), "{kind:?} from {start}");
            compared += 1;
        }
    }
    assert_eq!(compared, 4383 * 26);
}

#[test]
fn every_letter_with_its_certificate_gives_the_later_day() {
    let (england, law) = (England::new(), WorkingDays::england());
    for start in every_day() {
        for later in [0, 9, 28, 30, 31, 33, 61, 150] {
            let issued = days_on(start, later);
            let known = Known { certificate: DayReading::Day(issued), ..known(start) };
            let ends = months_on(start, 2).max(months_on(issued, 1));
            let found = clock(ClockKind::Appeal, &known, &law).unwrap().date;
            assert_eq!(found, in_time(&england, ends), "letter {start}, certificate {issued}");
        }
    }
}

#[test]
fn the_arithmetic_ends_at_the_day_of_its_clock() {
    let law = WorkingDays::england();
    for start in every_day().step_by(3) {
        let known = known(start);
        for kind in ClockKind::ALL {
            let (found, lines) = (clock(kind, &known, &law).unwrap().date, explain(kind, &known, &law));
            let last = lines.iter().rev().find_map(|line| line.day);
            let sum = found.format("%a %-d %b %Y").to_string();
            let said = lines.iter().any(|line| line.words.ends_with(&sum));
            assert!(last == Some(found) || said, "{kind:?} from {start}: {lines:?}");
        }
    }
}

#[test]
fn the_rules_of_the_act_give_the_listed_holidays() {
    let listed: HashSet<NaiveDate> =
        CSV.lines().skip(1).map(|line| line.split(',').next().unwrap().parse().unwrap()).collect();
    for year in 2024..=2030 {
        let by_rule: HashSet<NaiveDate> = england::of_year(year).into_iter().collect();
        let in_list: HashSet<NaiveDate> = listed.iter().filter(|day| day.year() == year).copied().collect();
        assert_eq!(by_rule, in_list, "{year}");
    }
}
