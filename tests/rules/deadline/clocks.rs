//! The list of all clocks, what a correction moves, and the arithmetic.

use super::super::day;
use super::on;
use mediation_line::domain::deadline::{ClockKind, Entry, Known, Move, all, clock, explain, moves};
use mediation_line::domain::subject::Route;
use mediation_line::domain::typed_day::DayReading;
use mediation_line::domain::working_days::WorkingDays;

fn date(kind: ClockKind, known: &Known) -> Option<String> {
    clock(kind, known, &WorkingDays::england()).map(|clock| clock.date.to_string())
}

fn entry(kind: ClockKind, known: &Known) -> Option<Entry> {
    all(known, &WorkingDays::england()).into_iter().find(|entry| entry.kind == kind)
}

fn lines(kind: ClockKind, known: &Known, days: &WorkingDays) -> String {
    explain(kind, known, days).iter().map(|line| line.text() + "\n").collect()
}

#[test]
fn deadline_14_health_alone_runs_from_the_commissioners_notice() {
    let known = Known { la_informed: on("2026-11-23"), health_notice: on("2026-11-26"), ..Known::default() };
    assert_eq!(date(ClockKind::HealthMeeting, &known).unwrap(), "2026-12-26");
    assert_eq!(date(ClockKind::Meeting, &known).unwrap(), "2026-12-23");
}

#[test]
fn deadline_15_what_was_agreed_is_done_in_whole_weeks() {
    let known = Known { agreement: on("2026-12-07"), ..Known::default() };
    for (kind, last) in [
        (ClockKind::AgreedTellLa, "2026-12-14"),
        (ClockKind::AgreedAssess, "2026-12-21"),
        (ClockKind::AgreedSchool, "2026-12-21"),
        (ClockKind::AgreedReconsider, "2026-12-21"),
        (ClockKind::AgreedOther, "2026-12-21"),
        (ClockKind::AgreedDraft, "2027-01-11"),
        (ClockKind::AgreedAmend, "2027-01-11"),
        (ClockKind::AgreedRefusal, "2027-02-15"),
        (ClockKind::AgreedPlan, "2027-02-22"),
        (ClockKind::AgreedAssessPlan, "2027-03-15"),
    ] {
        assert_eq!(date(kind, &known).unwrap(), last, "{kind:?}");
    }
}

#[test]
fn deadline_16_a_closed_case_is_looked_at_after_some_years() {
    let known = Known { closed: on("2028-02-29"), ..Known::default() };
    assert_eq!(date(ClockKind::Retention, &known).unwrap(), "2031-02-28");
    let six = Known { kept_years: 6, closed: on("2026-11-21"), ..Known::default() };
    assert_eq!(date(ClockKind::Retention, &six).unwrap(), "2032-11-21");
}

#[test]
fn deadline_17_the_young_person_decides_from_one_day_and_until_another() {
    for (born, from, until) in [
        ("2010-08-31", "2026-06-27", "2035-08-30"),
        ("2010-09-01", "2027-06-26", "2035-08-31"),
        ("2011-06-25", "2027-06-26", "2036-06-24"),
        ("2011-08-31", "2027-06-26", "2036-08-30"),
        ("2011-09-01", "2028-07-01", "2036-08-31"),
    ] {
        let known = Known { born: on(born), ..Known::default() };
        assert_eq!(date(ClockKind::YoungPersonFrom, &known).unwrap(), from, "{born}");
        let last = clock(ClockKind::YoungPersonUntil, &known, &WorkingDays::england()).unwrap();
        assert_eq!((last.date, last.about), (day(until), false), "{born}");
    }
    let leap = Known { born: on("2008-02-29"), ..Known::default() };
    let last = clock(ClockKind::YoungPersonUntil, &leap, &WorkingDays::england()).unwrap();
    assert_eq!((last.date, last.about), (day("2033-02-27"), true), "no 29 February 2033");
    // A year group allows a year of birth dates, and all of them change on one day.
    let year = Known::default().with_born(&DayReading::YearGroup(11), day("2026-11-21"));
    let from = entry(ClockKind::YoungPersonFrom, &year).unwrap();
    assert_eq!((from.date(), from.about()), (Some(day("2027-06-26")), false));
    let age = Known::default().with_born(&DayReading::Age(14), day("2026-11-21"));
    assert!(entry(ClockKind::YoungPersonFrom, &age).unwrap().about(), "two school years");
}

#[test]
fn deadline_18_the_earlier_of_letter_and_sent_starts_and_both_are_shown() {
    let known = Known { letter: on("2026-01-15"), sent: on("2026-01-19"), ..Known::default() };
    assert_eq!(date(ClockKind::ContactAdviser, &known).unwrap(), "2026-03-15");
    assert_eq!(entry(ClockKind::ContactAdviserSent, &known).unwrap().date(), Some(day("2026-03-19")));
    assert_eq!(entry(ClockKind::Appeal, &known).unwrap().date(), Some(day("2026-03-16")));
    assert_eq!(entry(ClockKind::AppealSent, &known).unwrap().date(), Some(day("2026-03-19")));
    let sent_before = Known { letter: on("2026-01-19"), sent: on("2026-01-15"), ..Known::default() };
    assert_eq!(date(ClockKind::ContactAdviser, &sent_before).unwrap(), "2026-03-15");
    assert_eq!(entry(ClockKind::ContactAdviserSent, &sent_before), None, "it is the same day");
    let only_sent = Known { sent: on("2026-01-19"), ..Known::default() };
    let contact = entry(ClockKind::ContactAdviser, &only_sent).unwrap();
    assert_eq!((contact.date(), contact.about()), (Some(day("2026-03-19")), true));
    assert!(entry(ClockKind::Appeal, &only_sent).unwrap().about());
}

#[test]
fn deadline_19_another_route_has_other_clocks() {
    let route = Route::DisagreementResolution;
    let known = Known { letter: on("2026-01-15"), born: on("2010-08-31"), route, ..Known::default() };
    let kinds: Vec<_> = all(&known, &WorkingDays::england()).iter().map(|e| e.kind).collect();
    let left = [
        ClockKind::PrivacyNotice,
        ClockKind::YoungPersonFrom,
        ClockKind::YoungPersonUntil,
        ClockKind::Retention,
    ];
    assert_eq!(kinds, left);
    let school = Known {
        letter: on("2026-02-03"),
        certificate: on("2026-03-20"),
        placement_only: true,
        ..Known::default()
    };
    assert_eq!(entry(ClockKind::CertificateAfterDecline, &school), None);
    assert_eq!(entry(ClockKind::Appeal, &school).unwrap().date(), Some(day("2026-04-07")));
}

#[test]
fn deadline_20_a_clock_without_a_start_says_what_it_waits_for() {
    let entries = all(&Known::default(), &WorkingDays::england());
    assert_eq!(entries.len(), ClockKind::ALL.len() - 2, "not those of a letter that was sent");
    for entry in entries {
        assert_eq!((entry.date(), entry.about()), (None, false));
        let waits = entry.kind.start().waits_for();
        assert!(waits.starts_with("waits for ") || waits.starts_with("starts "));
        assert!(entry.rule().ends_with("A guide, not advice."));
        assert!(entry.kind.label().chars().count() <= 32 && !entry.kind.source().is_empty());
        assert_eq!(ClockKind::from_code(entry.kind.code()), Some(entry.kind));
        assert!(lines(entry.kind, &Known::default(), &WorkingDays::england()).starts_with("No day yet: it "));
    }
}

#[test]
fn deadline_21_a_correction_moves_what_differs_and_no_more() {
    let england = WorkingDays::england();
    let before = Known { la_informed: on("2026-11-19"), letter: on("2026-11-02"), ..Known::default() };
    let after = Known { la_informed: on("2026-11-21"), ..before.clone() };
    let moved: Vec<_> = moves(&before, &after, &england).iter().map(Move::words).collect();
    assert_eq!(
        moved,
        [
            "If health: LA tells the body: Tue 24 Nov -> Wed 25 Nov",
            "Meet within 30 days: Sat 19 Dec -> Mon 21 Dec",
        ]
    );
    assert_eq!(moves(&before, &before, &england), []);
    let vague = Known { letter: DayReading::about(day("2026-11-02"), day("2026-11-10")), ..before.clone() };
    let moved = moves(&before, &vague, &england);
    assert_eq!(moved[0].words(), "Family to contact us: Sat 2 Jan -> about Sat 2 Jan");
    let born = |born: &str| Known { born: on(born), ..Known::default() };
    let year = moves(&born("2010-08-31"), &born("2010-09-01"), &england);
    assert_eq!(year[0].words(), "Young person decides from: Sat 27 Jun 2026 -> Sat 26 Jun 2027");
    let none = Known { letter: DayReading::Unread, ..before.clone() };
    assert_eq!(moves(&before, &none, &england)[0].words(), "Family to contact us: Sat 2 Jan -> not known");
}

#[test]
fn deadline_22_the_arithmetic_names_each_day_and_why() {
    let england = WorkingDays::england();
    let office = england.clone().with_closed_days([(day("2026-04-08"), "Training".to_owned())]);
    let known = Known {
        declined: on("2026-04-02"),
        letter: on("2025-12-31"),
        meeting: on("2026-12-07"),
        la_informed: on("2026-11-23"),
        ..Known::default()
    };
    assert_eq!(
        lines(ClockKind::CertificateAfterDecline, &known, &office),
        "Thu 2 Apr 2026: the family declined.\nThu 2 Apr   not counted\nFri 3 Apr   Good Friday, not counted\n\
         Sat 4 Apr   Saturday, not counted\nSun 5 Apr   Sunday, not counted\n\
         Mon 6 Apr   Easter Monday, not counted\nTue 7 Apr   1\n\
         Wed 8 Apr   2  closed here (Training), counted all the same\nThu 9 Apr   3\n"
    );
    assert_eq!(
        lines(ClockKind::ContactAdviser, &known, &england),
        "Wed 31 Dec 2025: the date on the decision letter.\nWed 31 Dec 2025 + 2 months = Sat 28 Feb 2026\n\
         That month has no 31, so its last day.\nSat 28 Feb  Saturday; this period is not moved\n"
    );
    assert_eq!(
        lines(ClockKind::Appeal, &known, &england),
        "Wed 31 Dec 2025: the date on the decision letter.\nWed 31 Dec 2025 + 2 months = Sat 28 Feb 2026\n\
         That month has no 31, so its last day.\nSat 28 Feb  Saturday, so the next working day is in time\n\
         Sun 1 Mar   Sunday, so the next working day is in time\nMon 2 Mar   the last day\n"
    );
    let notice = lines(ClockKind::Notice, &known, &england);
    assert!(notice.contains("Fri 4 Dec   1\n") && notice.ends_with("Mon 30 Nov  5\n"), "{notice}");
    let thirty = lines(ClockKind::Meeting, &known, &england);
    assert!(thirty.contains("Sat 28 Nov  5  Saturday, counted too\n"), "{thirty}");
    assert!(thirty.ends_with("Wed 23 Dec  30\n"), "{thirty}");
    let vague = Known { letter: DayReading::about(day("2026-11-01"), day("2026-11-10")), ..known };
    assert!(
        lines(ClockKind::ContactAdviser, &vague, &england)
            .starts_with("Not an exact day (early Nov): counted from its earliest, Sun 1 Nov 2026.\n")
    );
}
