//! Working days against a second source day by day, and against a naive recount.

use super::day;
use chrono::{Datelike, NaiveDate, Weekday};
use mediation_line::domain::working_days::{WorkingDays, is_weekend};
use std::collections::BTreeSet;

const SECOND_SOURCE: &str = include_str!("../data/bank-holidays-england-2010-2030.csv");

fn second_source() -> BTreeSet<NaiveDate> {
    SECOND_SOURCE.lines().skip(1).map(|line| day(&line[..10])).collect()
}

fn days(from: &str, to: &str) -> impl Iterator<Item = NaiveDate> {
    let to = day(to);
    day(from).iter_days().take_while(move |d| *d <= to)
}

#[test]
fn working_days_1_weekends_are_not_working_days() {
    let england = WorkingDays::england();
    assert!(is_weekend(day("2026-11-28")) && is_weekend(day("2026-11-29")) && !is_weekend(day("2026-11-27")));
    assert!(!england.is_working(day("2026-11-28")) && !england.is_working(day("2026-11-29")));
    assert!(england.is_working(day("2026-11-27")));
}

#[test]
fn working_days_1_every_day_from_2010_to_2030_agrees_with_the_second_source() {
    let (england, holidays) = (WorkingDays::england(), second_source());
    assert_eq!(holidays.len(), 173);
    for d in days("2010-01-01", "2030-12-31") {
        let weekday = !matches!(d.weekday(), Weekday::Sat | Weekday::Sun);
        assert_eq!(england.is_working(d), weekday && !holidays.contains(&d), "{d}");
        assert_eq!(england.is_bank_holiday(d), holidays.contains(&d), "{d}");
    }
}

#[test]
fn working_days_1_eight_closures_a_year_unless_one_was_proclaimed() {
    let england = WorkingDays::england();
    for year in 2010..=2036 {
        let extra = usize::from([2011, 2012, 2023].contains(&year)) + 2 * usize::from(year == 2022);
        let n = days(&format!("{year}-01-01"), &format!("{year}-12-31"))
            .filter(|d| england.is_bank_holiday(*d))
            .inspect(|d| assert!(!is_weekend(*d), "{d}"))
            .count();
        assert_eq!(n, 8 + extra, "{year}");
    }
}

#[test]
fn working_days_2_the_office_closes_days_of_its_own() {
    let closed = || [(day("2026-12-24"), "Office party".to_owned())];
    let office = WorkingDays::england().with_closed_days(closed());
    assert!(!office.is_working(day("2026-12-24")));
    assert!(!office.is_bank_holiday(day("2026-12-24")));
    assert_eq!(office.add(day("2026-12-23"), 1), day("2026-12-29"));
    assert_eq!(office.for_law(), WorkingDays::england());
    assert_eq!(office.for_law().add(day("2026-12-23"), 1), day("2026-12-24"));
}

#[test]
fn working_days_2_a_bank_holiday_proclaimed_later_counts_for_the_law() {
    let late = [(day("2027-06-01"), "Proclaimed".to_owned())];
    let england = WorkingDays::england().with_bank_holidays(late).for_law();
    assert_eq!(england.add(day("2027-05-28"), 1), day("2027-06-02"));
}

#[test]
fn working_days_3_three_working_days_after() {
    let england = WorkingDays::england();
    for (event, due) in [
        ("2026-04-02", "2026-04-09"),
        ("2026-12-24", "2026-12-31"),
        ("2026-05-01", "2026-05-07"),
        ("2026-11-21", "2026-11-25"),
    ] {
        assert_eq!(england.add(day(event), 3), day(due), "{event}");
    }
    assert_eq!(england.add(day("2026-11-28"), 0), day("2026-11-28"));
}

#[test]
fn working_days_3_and_4_a_naive_recount_agrees_on_every_day_from_2024_to_2035() {
    let england = WorkingDays::england();
    for d in days("2024-01-01", "2035-12-31") {
        let after: Vec<_> = d.iter_days().skip(1).filter(|x| england.is_working(*x)).take(10).collect();
        let before: Vec<_> = std::iter::successors(d.pred_opt(), NaiveDate::pred_opt)
            .filter(|x| england.is_working(*x))
            .take(10)
            .collect();
        for n in 1..=10_usize {
            let (ahead, back) = (after[n - 1], before[n - 1]);
            assert_eq!(england.add(d, n as i32), ahead, "{d} +{n}");
            assert_eq!(england.add(d, -(n as i32)), back, "{d} -{n}");
            assert_eq!(england.between(d, ahead), n as i64, "{d} to {ahead}");
            assert_eq!(england.between(d, back), -(n as i64), "{d} back to {back}");
            assert_eq!(england.clear_between(d, ahead), n as i64 - 1, "{d} to {ahead}");
        }
    }
}

#[test]
fn working_days_4_between_leaves_out_the_first_and_counts_the_last() {
    let england = WorkingDays::england();
    assert_eq!(england.between(day("2026-11-24"), day("2026-11-24")), 0);
    assert_eq!(england.between(day("2026-11-24"), day("2026-11-25")), 1);
    assert_eq!(england.between(day("2026-11-27"), day("2026-11-30")), 1);
    assert_eq!(england.between(day("2026-12-24"), day("2027-01-04")), 4);
    assert_eq!(england.between(day("2026-11-30"), day("2026-11-27")), -1);
    let odd = WorkingDays::england().with_closed_days([
        (day("2026-12-25"), "Closed".to_owned()),
        (day("2026-12-26"), "Closed".to_owned()),
    ]);
    assert_eq!(odd.between(day("2026-12-24"), day("2027-01-04")), 4, "a closed day counts once");
}

#[test]
fn working_days_5_clear_days_count_neither_end() {
    let england = WorkingDays::england();
    assert_eq!(england.clear_between(day("2026-11-27"), day("2026-12-07")), 5);
    assert_eq!(england.clear_between(day("2026-11-30"), day("2026-12-07")), 4);
    assert_eq!(england.clear_between(day("2026-11-30"), day("2026-12-06")), 4, "to a Sunday");
    assert_eq!(england.clear_between(day("2026-12-07"), day("2026-12-07")), 0);
    assert_eq!(england.clear_between(day("2026-12-08"), day("2026-12-07")), 0);
}

#[test]
fn working_days_6_the_next_working_day_is_on_or_after() {
    let england = WorkingDays::england();
    assert_eq!(england.next_working(day("2026-12-25")), day("2026-12-29"));
    assert_eq!(england.next_working(day("2026-12-29")), day("2026-12-29"));
}

#[test]
fn working_days_7_a_closed_day_says_its_name() {
    let office = WorkingDays::england().with_closed_days([
        (day("2026-12-25"), "Ours".to_owned()),
        (day("2026-12-29"), "Stocktaking".to_owned()),
    ]);
    assert_eq!(office.closed(day("2026-12-25")), Some("Christmas Day"));
    assert_eq!(office.closed(day("2026-12-28")), Some("Boxing Day (substitute day)"));
    assert_eq!(office.closed(day("2026-12-29")), Some("Stocktaking"));
    assert_eq!(office.closed(day("2026-12-27")), None, "a Sunday has no name");
    assert_eq!(office.next_closure_after(day("2026-11-24")), Some((day("2026-12-25"), "Christmas Day")));
    assert_eq!(office.next_closure_after(day("2026-12-28")), Some((day("2026-12-29"), "Stocktaking")));
    assert_eq!(office.next_closure_after(day("2036-12-31")), None);
}

#[test]
fn working_days_8_the_list_says_how_far_it_goes() {
    let england = WorkingDays::england();
    assert_eq!(england.known_until(), day("2036-12-31"), "the list inside the program was read");
    assert!(england.is_working(day("2040-12-25")), "nothing is guessed after the list");
    assert_eq!(england.add(NaiveDate::MAX, 3), NaiveDate::MAX);
}
