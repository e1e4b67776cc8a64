//! What people type as a day, on Tuesday 24 November 2026 unless a row says otherwise.

use super::day;
use mediation_line::domain::typed_day::Direction::{self, Back, Forward};
use mediation_line::domain::typed_day::{
    DayReading, ahead_remark, day_with_year, long_day, passed, read_born, read_day, short_day,
};
use mediation_line::domain::working_days::WorkingDays;
use proptest::prelude::*;

const TODAY: &str = "2026-11-24";

fn read(typed: &str, direction: Direction) -> DayReading {
    read_day(typed, day(TODAY), direction, &WorkingDays::england())
}

fn born(typed: &str) -> DayReading {
    read_born(typed, day(TODAY))
}

/// Each row: typed, stored form when looking back, stored form when looking forward.
fn table(rows: &[(&str, &str, &str)]) {
    for (typed, back, forward) in rows {
        assert_eq!(read(typed, Back).to_stored(), *back, "{typed:?} back");
        assert_eq!(read(typed, Forward).to_stored(), *forward, "{typed:?} forward");
    }
}

#[test]
fn typed_day_1_day_comes_before_month() {
    let same = [
        "12.3.16",
        "12/3/16",
        "12-3-16",
        "12 3 16",
        "120316",
        "12032016",
        "12.03.2016",
        "12 mar 16",
        "2016-03-12",
        "12 mar 2016",
        "12th of March, 2016",
        "mar 12 2016",
        "12mar16",
        "Sat 12 Mar 2016",
        "Saturday 12 March 2016",
        " 12/3/2016 ",
        "20160312",
        "12 MARCH '16",
    ];
    for typed in same {
        for direction in [Back, Forward] {
            assert_eq!(read(typed, direction), DayReading::Day(day("2016-03-12")), "{typed}");
        }
        assert_eq!(born(typed), DayReading::Day(day("2016-03-12")), "{typed} as a birth date");
    }
}

#[test]
fn typed_day_2_without_a_year_the_nearest_in_the_fields_direction() {
    table(&[
        ("12/3", "2026-03-12", "2027-03-12"),
        ("12.3", "2026-03-12", "2027-03-12"),
        ("12-3", "2026-03-12", "2027-03-12"),
        ("12 mar", "2026-03-12", "2027-03-12"),
        ("mar 12th", "2026-03-12", "2027-03-12"),
        ("24/11", "2026-11-24", "2026-11-24"),
        ("2/11", "2026-11-02", "2027-11-02"),
        ("2 nov", "2026-11-02", "2027-11-02"),
        ("25/11", "2025-11-25", "2026-11-25"),
        ("29/2", "2024-02-29", "2028-02-29"),
        ("27th", "2026-10-27", "2026-11-27"),
        ("the 31st", "2026-10-31", "2026-12-31"),
        ("fri 27", "2026-10-27", "2026-11-27"),
    ]);
}

#[test]
fn typed_day_3_two_digits_of_a_year_are_the_nearest_year() {
    table(&[
        ("5/1/27", "2027-01-05", "2027-01-05"),
        ("5/1/76", "1976-01-05", "2076-01-05"),
        ("5/1/77", "1977-01-05", "1977-01-05"),
        ("5.1.25", "2025-01-05", "2025-01-05"),
    ]);
    assert_eq!(born("5/1/27").to_stored(), "1927-01-05");
    assert_eq!(born("24/11/26").to_stored(), "2026-11-24");
    assert_eq!(born("25/11/26").to_stored(), "1926-11-25");
    assert_eq!(born("25/11/2026").to_stored(), "2026-11-25", "a full year is kept");
    assert_eq!(born("29.2.12").to_stored(), "2012-02-29");
}

#[test]
fn typed_day_4_a_weekday_alone_is_the_nearest_in_the_direction_never_today() {
    table(&[
        ("fri", "2026-11-20", "2026-11-27"),
        ("Friday", "2026-11-20", "2026-11-27"),
        ("on fri", "2026-11-20", "2026-11-27"),
        ("this fri", "2026-11-20", "2026-11-27"),
        ("tues", "2026-11-17", "2026-12-01"),
        ("weds", "2026-11-18", "2026-11-25"),
        ("fr", "", ""),
    ]);
    assert_eq!(born("fri"), DayReading::Unread, "nobody is rung about a child of this week: a slip");
}

#[test]
fn typed_day_5_next_is_in_next_week_and_last_is_before_today() {
    table(&[
        ("next fri", "2026-12-04", "2026-12-04"),
        ("next mon", "2026-11-30", "2026-11-30"),
        ("next sun", "2026-12-06", "2026-12-06"),
        ("last fri", "2026-11-20", "2026-11-20"),
        ("last mon", "2026-11-23", "2026-11-23"),
        ("last tue", "2026-11-17", "2026-11-17"),
    ]);
}

#[test]
fn typed_day_6_signs_count_working_days_days_weeks_and_months() {
    table(&[
        ("+3", "2026-11-27", "2026-11-27"),
        ("+4", "2026-11-30", "2026-11-30"),
        ("-3", "2026-11-19", "2026-11-19"),
        ("+23", "2026-12-29", "2026-12-29"),
        ("+3w", "2026-12-15", "2026-12-15"),
        ("-2w", "2026-11-10", "2026-11-10"),
        ("+2d", "2026-11-26", "2026-11-26"),
        ("+ 2 days", "2026-11-26", "2026-11-26"),
        ("-1m", "2026-10-24", "2026-10-24"),
        ("+3m", "2027-02-24", "2027-02-24"),
        ("-1y", "2025-11-24", "2025-11-24"),
        ("+", "", ""),
        ("+99999", "", ""),
    ]);
    let closed = WorkingDays::england().with_closed_days([(day("2026-11-25"), "Training".to_owned())]);
    assert_eq!(read_day("+3", day(TODAY), Forward, &closed).to_stored(), "2026-11-30");
}

#[test]
fn typed_day_6_the_words_for_near_days() {
    table(&[
        ("t", "2026-11-24", "2026-11-24"),
        ("Today", "2026-11-24", "2026-11-24"),
        ("y", "2026-11-23", "2026-11-23"),
        ("yesterday", "2026-11-23", "2026-11-23"),
        ("tom", "2026-11-25", "2026-11-25"),
        ("3 days ago", "2026-11-21", "2026-11-21"),
        ("two days ago", "2026-11-22", "2026-11-22"),
        ("in 2 weeks", "2026-12-08", "2026-12-08"),
        ("in a month", "2026-12-24", "2026-12-24"),
    ]);
}

#[test]
fn typed_day_7_early_mid_and_late_are_thirds_of_a_month() {
    table(&[
        ("early nov", "2026-11-01..2026-11-10", "2027-11-01..2027-11-10"),
        ("start of nov", "2026-11-01..2026-11-10", "2027-11-01..2027-11-10"),
        ("beginning of November", "2026-11-01..2026-11-10", "2027-11-01..2027-11-10"),
        ("mid nov", "2026-11-11..2026-11-20", "2027-11-11..2027-11-20"),
        ("mid-nov", "2026-11-11..2026-11-20", "2027-11-11..2027-11-20"),
        ("late nov", "2026-11-21..2026-11-30", "2026-11-21..2026-11-30"),
        ("end of feb", "2026-02-21..2026-02-28", "2027-02-21..2027-02-28"),
        ("early dec", "2025-12-01..2025-12-10", "2026-12-01..2026-12-10"),
        ("early nov 2025", "2025-11-01..2025-11-10", "2025-11-01..2025-11-10"),
        ("~ early nov 25", "2025-11-01..2025-11-10", "2025-11-01..2025-11-10"),
    ]);
}

#[test]
fn typed_day_8_words_for_a_stretch_give_both_ends() {
    table(&[
        ("nov", "2026-11-01..2026-11-30", "2026-11-01..2026-11-30"),
        ("in november", "2026-11-01..2026-11-30", "2026-11-01..2026-11-30"),
        ("may", "2026-05-01..2026-05-31", "2027-05-01..2027-05-31"),
        ("sept 2025", "2025-09-01..2025-09-30", "2025-09-01..2025-09-30"),
        ("last week", "2026-11-16..2026-11-22", "2026-11-16..2026-11-22"),
        ("this week", "2026-11-23..2026-11-29", "2026-11-23..2026-11-29"),
        ("next week", "2026-11-30..2026-12-06", "2026-11-30..2026-12-06"),
        ("a week ago", "2026-11-16..2026-11-22", "2026-11-16..2026-11-22"),
        ("2 weeks ago", "2026-11-09..2026-11-15", "2026-11-09..2026-11-15"),
        ("a fortnight ago", "2026-11-09..2026-11-15", "2026-11-09..2026-11-15"),
        ("a couple of weeks ago", "2026-11-02..2026-11-15", "2026-11-02..2026-11-15"),
        ("a few weeks ago", "2026-10-19..2026-11-15", "2026-10-19..2026-11-15"),
        ("a few days ago", "2026-11-19..2026-11-22", "2026-11-19..2026-11-22"),
        ("last month", "2026-10-01..2026-10-31", "2026-10-01..2026-10-31"),
        ("a month ago", "2026-10-01..2026-10-31", "2026-10-01..2026-10-31"),
        ("3 months ago", "2026-08-01..2026-08-31", "2026-08-01..2026-08-31"),
        ("about 3 nov", "2026-10-31..2026-11-06", "2027-11-03"),
        ("around 20 nov", "2026-11-17..2026-11-23", "2027-11-20"),
        ("~3 nov", "2026-10-31..2026-11-06", "2027-11-03"),
        ("about today", "2026-11-24", "2026-11-24"),
    ]);
    let early = read("early nov", Back);
    assert_eq!((early.earliest(), early.latest()), (Some(day("2026-11-01")), Some(day("2026-11-10"))));
    assert!(early.is_about() && !read("t", Back).is_about());
}

#[test]
fn typed_day_8_a_reading_in_words() {
    let words = |typed| read(typed, Back).in_words(day(TODAY));
    for (typed, shown) in [
        ("t", "Tue 24 Nov 2026"),
        ("early nov", "~ early Nov"),
        ("start of nov", "~ early Nov"),
        ("mid oct", "~ mid Oct"),
        ("late dec", "~ late Dec 2025"),
        ("nov", "~ Nov"),
        ("last week", "~ 16 to 22 Nov"),
        ("a few weeks ago", "~ 19 Oct to 15 Nov"),
        ("what", ""),
    ] {
        assert_eq!(words(typed), shown, "{typed}");
    }
    assert_eq!(short_day(day("2026-11-19")), "Thu 19 Nov");
    assert_eq!(day_with_year(day(TODAY)), "Tue 24 Nov 2026");
    assert_eq!(long_day(day(TODAY)), "Tuesday 24 November 2026");
    for (typed, shown) in [
        ("10", "10 years old"),
        ("1", "1 year old"),
        ("y6", "Year 6"),
        ("r", ""),
        ("yr", "Reception"),
        ("2016", "~ during 2016"),
    ] {
        assert_eq!(born(typed).in_words(day(TODAY)), shown, "{typed}");
    }
}

#[test]
fn typed_day_9_born_takes_an_age_or_a_year_group() {
    for typed in ["10", "aged 10", "age 10", "10 years old", "10yo", "10 y o", "10 yrs", "about 10"] {
        assert_eq!(born(typed), DayReading::Age(10), "{typed}");
    }
    for typed in ["y6", "Y6", "yr 6", "year 6", "Year6"] {
        assert_eq!(born(typed), DayReading::YearGroup(6), "{typed}");
    }
    for typed in ["reception", "YR", "year r"] {
        assert_eq!(born(typed), DayReading::YearGroup(0), "{typed}");
    }
    assert_eq!(born("2016").to_stored(), "2016-01-01..2016-12-31");
    assert_eq!(born("mar 2016").to_stored(), "2016-03-01..2016-03-31");
    assert_eq!(read("y6", Back), DayReading::Unread, "only in Born");
}

#[test]
fn typed_day_10_born_needs_a_year() {
    for typed in ["12/3", "12 mar", "mar", "12th mar", "early mar", "10.5", "mon", "last fri", "this tue"] {
        assert_eq!(born(typed), DayReading::Unread, "{typed}");
    }
}

#[test]
fn typed_day_11_what_cannot_be_read_is_unread() {
    for typed in [
        "",
        "  ",
        "?",
        "31/11",
        "3/13",
        "12/13/2016",
        "soon",
        "not sure",
        "1203",
        "12/3/1816",
        "12/3/2316",
        "0/0",
        "y14",
        "12:30",
        "nov nov",
        "early",
        "12 13 14 15 16 17",
        "99999999999999999999",
    ] {
        assert_eq!(read(typed, Back), DayReading::Unread, "{typed}");
        assert_eq!(born(typed), DayReading::Unread, "{typed} in Born");
    }
}

#[test]
fn typed_day_12_the_stored_form_reads_back() {
    for stored in ["2026-11-02", "2026-11-01..2026-11-10", "age:10", "year:0", "year:6", ""] {
        assert_eq!(DayReading::from_stored(stored).to_stored(), stored);
    }
    for odd in ["age:", "age:x", "year:999", "2026-13-01", "..", "2026-11-01..", "early nov"] {
        assert_eq!(DayReading::from_stored(odd), DayReading::Unread, "{odd}");
    }
}

#[test]
fn typed_day_13_a_birth_date_after_today_gets_a_remark() {
    let remark = |text| ahead_remark(day(text), day(TODAY));
    let said = "~ 12 Mar 2036 is ahead of today. Kept. Did you mean 2026?";
    assert_eq!(remark("2036-03-12").as_deref(), Some(said));
    assert!(said.len() <= 76);
    assert!(remark("2026-12-25").unwrap().ends_with("Did you mean 2025?"));
    assert!(remark("2028-02-29").unwrap().ends_with("Did you mean 2024?"));
    assert_eq!(remark(TODAY), None);
}

fn typed_text() -> impl Strategy<Value = String> {
    let word = prop::sample::select(vec![
        "t",
        "fri",
        "next",
        "last",
        "week",
        "ago",
        "early",
        "mid",
        "end",
        "of",
        "nov",
        "feb",
        "29",
        "31",
        "12",
        "3",
        "16",
        "2016",
        "/",
        ".",
        "-",
        "+",
        "w",
        "d",
        "m",
        "y",
        "6",
        "a",
        "couple",
        "th",
        "120316",
        "reception",
        "in",
    ]);
    prop_oneof![
        ".{0,24}",
        prop::collection::vec(word, 0..6).prop_map(|w| w.join(" ")),
        "[-+]?[0-9]{1,9}[a-z]{0,3}"
    ]
}

#[test]
fn typed_day_14_a_date_without_a_year_has_passed_when_it_is_nearer_behind() {
    let told = |typed: &str| passed(typed, day("2026-11-24"), &WorkingDays::england());
    for typed in ["20/11", "20 nov", "Nov 20", "fri 20 nov"] {
        assert_eq!(told(typed), Some((day("2026-11-20"), day("2027-11-20"))), "{typed}");
    }
    assert_eq!(told("29/2"), None, "the next one is nearer than the last");
    for typed in
        ["5/1", "24/11", "25/11", "20/11/26", "20/11/2027", "fri", "20", "+3", "early nov", "soon", ""]
    {
        assert_eq!(told(typed), None, "{typed}");
    }
}

proptest! {
    #[test]
    fn typed_day_12_any_text_has_a_reading_that_stores(typed in typed_text(), ahead: bool, days in -40_000..60_000_i32) {
        let today = day("2026-11-24") + chrono::TimeDelta::days(days.into());
        let direction = if ahead { Forward } else { Back };
        for reading in [read_day(&typed, today, direction, &WorkingDays::england()), read_born(&typed, today)] {
            prop_assert_eq!(DayReading::from_stored(&reading.to_stored()), reading.clone());
            prop_assert!(reading.earliest() <= reading.latest());
            prop_assert_eq!(reading.in_words(today).is_empty(), reading == DayReading::Unread);
        }
    }

    #[test]
    fn typed_day_1_the_words_for_a_day_read_back(days in 0..60_000_i32) {
        let shown = day("2026-11-24") + chrono::TimeDelta::days((days - 30_000).into());
        for words in [day_with_year(shown), long_day(shown), shown.to_string(), shown.format("%d/%m/%Y").to_string()] {
            prop_assert_eq!(read(&words, Forward), DayReading::Day(shown), "{}", words);
        }
    }

    #[test]
    fn typed_day_12_stored_text_never_stops_the_program(stored in ".{0,30}") {
        let _ = DayReading::from_stored(&stored);
    }
}
