//! The periods of the law, by the worked examples.

use super::day;
use chrono::NaiveDate;
use mediation_line::domain::deadline::{
    Clock, ClockKind, Known, add_months, appeal_by, clock, contact_adviser_by, earliest_with_notice, meet_by,
    notice_given,
};
use mediation_line::domain::typed_day::DayReading;
use mediation_line::domain::working_days::WorkingDays;
use proptest::prelude::*;

mod clocks;
mod odd;

pub(super) fn on(text: &str) -> DayReading {
    DayReading::Day(day(text))
}

fn appeal(letter: &str, certificate: Option<&str>) -> NaiveDate {
    let certificate = certificate.map(on);
    appeal_by(&on(letter), certificate.as_ref(), &WorkingDays::england()).unwrap().date
}

/// The day of one clock, as the page, the command and the queue read it.
fn date_of(kind: ClockKind, known: &Known) -> NaiveDate {
    let clock = clock(kind, known, &WorkingDays::england()).unwrap();
    assert_eq!(clock.kind, kind);
    clock.date
}

#[test]
fn deadline_1_months_end_on_the_same_date_or_the_last_of_the_month() {
    assert_eq!(add_months(day("2025-10-01"), 2), day("2025-12-01"));
    assert_eq!(add_months(day("2025-11-29"), 1), day("2025-12-29"));
    assert_eq!(add_months(day("2025-12-31"), 2), day("2026-02-28"));
    assert_eq!(add_months(day("2023-12-29"), 2), day("2024-02-29"));
}

#[test]
fn deadline_2_the_adviser_is_contacted_within_two_months_and_nothing_moves_it() {
    for (letter, last) in [
        ("2026-01-15", "2026-03-15"),
        ("2025-12-31", "2026-02-28"),
        ("2023-12-29", "2024-02-29"),
        ("2026-08-31", "2026-10-31"),
        ("2026-06-15", "2026-08-15"),
        ("2026-10-25", "2026-12-25"),
    ] {
        let clock = contact_adviser_by(&on(letter)).unwrap();
        assert_eq!(
            (clock.kind, clock.date, clock.about),
            (ClockKind::ContactAdviser, day(last), false),
            "{letter}"
        );
    }
}

#[test]
fn deadline_3_an_appeal_takes_the_later_of_letter_and_certificate() {
    assert_eq!(appeal("2026-02-03", Some("2026-03-20")), day("2026-04-20"));
    assert_eq!(appeal("2026-11-02", Some("2027-01-05")), day("2027-02-05"));
    assert_eq!(appeal("2026-02-03", Some("2026-02-10")), day("2026-04-07"), "3 Apr 2026 is Good Friday");
    assert_eq!(appeal("2026-09-02", None), day("2026-11-02"));
}

#[test]
fn deadline_4_august_and_christmas_move_an_appeal() {
    assert_eq!(appeal("2025-10-01", Some("2025-11-29")), day("2026-01-02"));
    assert_eq!(appeal("2026-06-15", None), day("2026-09-01"));
    assert_eq!(appeal("2026-06-01", None), day("2026-09-01"), "1 August");
    assert_eq!(appeal("2026-06-30", None), day("2026-09-01"), "30 August");
    assert_eq!(appeal("2026-10-24", None), day("2026-12-24"), "24 December is not moved");
    assert_eq!(appeal("2026-10-25", None), day("2027-01-04"));
    assert_eq!(appeal("2026-11-01", None), day("2027-01-04"), "1 January");
    assert_eq!(appeal("2026-11-02", None), day("2027-01-04"), "2 January is a Saturday");
}

#[test]
fn deadline_5_any_other_closed_day_moves_to_the_next_working_day() {
    assert_eq!(appeal("2025-12-31", None), day("2026-03-02"));
    assert_eq!(appeal("2026-03-04", None), day("2026-05-05"), "early May bank holiday");
}

#[test]
fn deadline_6_thirty_days_from_the_authority_being_informed() {
    for (informed, last) in [("2026-11-23", "2026-12-23"), ("2026-02-01", "2026-03-03")] {
        let clock = meet_by(&on(informed)).unwrap();
        assert_eq!((clock.kind, clock.date), (ClockKind::Meeting, day(last)), "{informed}");
    }
}

#[test]
fn deadline_7_a_certificate_within_three_working_days() {
    for (event, last) in [
        ("2026-04-02", "2026-04-09"),
        ("2026-12-24", "2026-12-31"),
        ("2026-05-01", "2026-05-07"),
        ("2026-11-21", "2026-11-25"),
    ] {
        let known = Known { ended: on(event), ..Known::default() };
        assert_eq!(date_of(ClockKind::CertificateAfterMeeting, &known), day(last), "{event}");
    }
}

#[test]
fn deadline_8_five_working_days_before_the_meeting() {
    let england = WorkingDays::england();
    for (meeting, latest, cautious) in [
        ("2026-12-07", "2026-11-30", "2026-11-27"),
        ("2027-01-04", "2026-12-23", "2026-12-22"),
        ("2026-04-09", "2026-03-31", "2026-03-30"),
    ] {
        let known = Known { meeting: on(meeting), ..Known::default() };
        assert_eq!(date_of(ClockKind::Notice, &known), day(latest), "{meeting}");
        assert_eq!(date_of(ClockKind::NoticeClear, &known), day(cautious), "{meeting}");
        assert_eq!(earliest_with_notice(day(cautious), &england), day(meeting));
    }
    assert_eq!(earliest_with_notice(day("2026-11-24"), &england), day("2026-12-02"));
}

#[test]
fn deadline_9_clear_days_count_neither_end() {
    let england = WorkingDays::england();
    assert_eq!(notice_given(day("2026-11-27"), day("2026-12-07"), &england), 5);
    assert_eq!(notice_given(day("2026-11-30"), day("2026-12-07"), &england), 4);
    assert_eq!(notice_given(day("2026-12-07"), day("2026-12-07"), &england), 0);
}

#[test]
fn deadline_10_a_vague_day_counts_from_its_earliest_and_says_about() {
    let england = WorkingDays::england();
    let early = DayReading::about(day("2026-11-01"), day("2026-11-10"));
    let dates: Vec<_> = all(&early, Some(&early), &england).into_iter().flatten().collect();
    assert_eq!(dates.len(), 6);
    assert!(dates.iter().all(|clock| clock.about));
    assert_eq!(contact_adviser_by(&early).unwrap().date, day("2027-01-01"));
    assert_eq!(meet_by(&early).unwrap().date, day("2026-12-01"));
    assert!(appeal_by(&on("2026-11-02"), Some(&early), &england).unwrap().about);
}

#[test]
fn deadline_11_an_unknown_day_starts_no_clock() {
    let england = WorkingDays::england();
    assert!(all(&DayReading::Unread, None, &england).iter().all(Option::is_none));
    assert!(all(&DayReading::Age(10), None, &england).iter().all(Option::is_none));
    let only_certificate = appeal_by(&DayReading::Unread, Some(&on("2026-11-10")), &england).unwrap();
    assert_eq!((only_certificate.date, only_certificate.about), (day("2026-12-10"), true));
    assert_eq!(
        appeal_by(&on("2026-09-02"), Some(&DayReading::Unread), &england).unwrap().date,
        day("2026-11-02")
    );
}

#[test]
fn deadline_12_health_bodies_within_three_working_days() {
    let known = Known { la_informed: on("2026-12-24"), ..Known::default() };
    assert_eq!(date_of(ClockKind::HealthNotice, &known), day("2026-12-31"));
}

#[test]
fn deadline_13_privacy_notice_within_a_month() {
    let known = Known { referral: on("2026-01-31"), ..Known::default() };
    assert_eq!(date_of(ClockKind::PrivacyNotice, &known), day("2026-02-28"));
}

fn all(from: &DayReading, certificate: Option<&DayReading>, england: &WorkingDays) -> [Option<Clock>; 6] {
    let start = || from.clone();
    let known = Known { la_informed: start(), declined: start(), referral: start(), ..Known::default() };
    [
        contact_adviser_by(from),
        appeal_by(from, certificate, england),
        meet_by(from),
        clock(ClockKind::CertificateAfterDecline, &known, england),
        clock(ClockKind::HealthNotice, &known, england),
        clock(ClockKind::PrivacyNotice, &known, england),
    ]
}

proptest! {
    #[test]
    fn deadline_2_every_clock_says_it_is_a_guide_and_lies_ahead(days in 0..9_000_i32) {
        let england = WorkingDays::england();
        let from = day("2010-06-01") + chrono::TimeDelta::days(days.into());
        for clock in all(&DayReading::Day(from), None, &england).into_iter().flatten() {
            prop_assert!(clock.date > from);
            prop_assert!(clock.rule.ends_with("A guide, not advice."));
            prop_assert!(!clock.source.is_empty());
            if clock.kind == ClockKind::Appeal {
                prop_assert!(england.is_working(clock.date));
                prop_assert!(clock.date >= add_months(from, 2));
            }
        }
    }
}
