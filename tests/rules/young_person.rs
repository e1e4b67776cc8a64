//! The end of compulsory school age, against the dates worked out by hand.

use super::day;
use chrono::{Datelike, NaiveDate};
use mediation_line::domain::deadline::Known;
use mediation_line::domain::typed_day::DayReading;
use mediation_line::domain::young_person::{
    Standing, age_on, born_words, compulsory_until, standing, too_old_remark, year_group, year_group_words,
    young_person_from,
};
use proptest::prelude::*;

fn on(born: &str, today: &str) -> Standing {
    standing(&DayReading::Day(day(born)), day(today))
}

#[test]
fn young_person_1_school_age_ends_on_the_last_friday_in_june() {
    for friday in [
        "2024-06-28",
        "2025-06-27",
        "2026-06-26",
        "2027-06-25",
        "2028-06-30",
        "2029-06-29",
        "2030-06-28",
        "2031-06-27",
        "2032-06-25",
        "2033-06-24",
        "2034-06-30",
        "2035-06-29",
    ] {
        let year = day(friday).year();
        let born = |y: i32, rest: &str| day(&format!("{y}-{rest}"));
        for b in [
            born(year - 17, "09-01"),
            born(year - 16, "01-01"),
            born(year - 16, "06-30"),
            born(year - 16, "08-31"),
        ] {
            assert_eq!(compulsory_until(b), day(friday), "born {b}");
        }
    }
}

#[test]
fn young_person_2_from_the_day_after() {
    for (born, from) in [
        ("2010-08-31", "2026-06-27"),
        ("2010-09-01", "2027-06-26"),
        ("2011-06-25", "2027-06-26"),
        ("2011-08-31", "2027-06-26"),
        ("2011-09-01", "2028-07-01"),
    ] {
        assert_eq!(young_person_from(day(born)), day(from), "born {born}");
        assert_eq!(standing(&DayReading::Day(day(born)), day(from)), Standing::YoungPerson, "born {born}");
        let before = day(from).pred_opt().unwrap();
        assert_eq!(
            standing(&DayReading::Day(day(born)), before),
            Standing::CompulsorySchoolAge,
            "born {born}"
        );
    }
    assert_eq!(age_on(day("2010-08-31"), day("2026-06-27")), Some(15), "still 15");
}

#[test]
fn young_person_3_below_five_and_from_five() {
    assert_eq!(on("2021-11-25", "2026-11-24"), Standing::UnderFive);
    assert_eq!(on("2021-11-24", "2026-11-24"), Standing::CompulsorySchoolAge);
    assert_eq!(on("2016-03-12", "2026-11-24"), Standing::CompulsorySchoolAge);
    assert!(Standing::UnderFive.needs_parent() && Standing::CompulsorySchoolAge.needs_parent());
    assert!(!Standing::YoungPerson.needs_parent() && !Standing::NotKnown.needs_parent());
}

#[test]
fn young_person_4_until_the_day_before_the_25th_birthday() {
    assert_eq!(on("2001-11-25", "2026-11-24"), Standing::YoungPerson);
    assert_eq!(on("2001-11-24", "2026-11-24"), Standing::TwentyFiveOrOver);
}

#[test]
fn young_person_5_an_age_that_leaves_it_open_is_not_known() {
    let age = |age, today| standing(&DayReading::Age(age), day(today));
    assert_eq!(age(4, "2026-11-24"), Standing::UnderFive);
    assert_eq!(age(10, "2026-11-24"), Standing::CompulsorySchoolAge);
    assert_eq!(age(16, "2026-11-24"), Standing::NotKnown);
    assert_eq!(age(17, "2026-11-24"), Standing::YoungPerson);
    assert_eq!(age(17, "2026-05-01"), Standing::YoungPerson);
    assert_eq!(age(24, "2026-11-24"), Standing::YoungPerson);
    assert_eq!(age(25, "2026-11-24"), Standing::TwentyFiveOrOver);
    for (today, expected) in [
        ("2026-06-26", Standing::CompulsorySchoolAge),
        ("2026-06-27", Standing::NotKnown),
        ("2026-08-30", Standing::NotKnown),
        // On 31 August everybody born up to that day in 2010 is already 16.
        ("2026-08-31", Standing::CompulsorySchoolAge),
        ("2026-09-01", Standing::CompulsorySchoolAge),
    ] {
        assert_eq!(age(15, today), expected, "15 on {today}");
    }
    let year = |group, today| standing(&DayReading::YearGroup(group), day(today));
    assert_eq!(year(6, "2026-11-24"), Standing::CompulsorySchoolAge);
    assert_eq!(year(11, "2027-06-25"), Standing::CompulsorySchoolAge);
    assert_eq!(year(11, "2027-06-26"), Standing::YoungPerson);
    assert_eq!(year(12, "2026-11-24"), Standing::YoungPerson);
    assert_eq!(year(0, "2026-11-24"), Standing::NotKnown, "four or five");
    let stretch = |from, to| standing(&DayReading::about(day(from), day(to)), day("2026-11-24"));
    assert_eq!(stretch("2016-01-01", "2016-12-31"), Standing::CompulsorySchoolAge);
    assert_eq!(stretch("2010-01-01", "2010-12-31"), Standing::NotKnown);
    assert_eq!(standing(&DayReading::Unread, day("2026-11-24")), Standing::NotKnown);
    assert_eq!(on("2027-01-01", "2026-11-24"), Standing::NotKnown, "not born yet");
}

#[test]
fn young_person_6_a_29_february_is_checked_by_hand_at_25() {
    assert_eq!(on("2000-02-29", "2025-02-27"), Standing::YoungPerson);
    assert_eq!(on("2000-02-29", "2025-02-28"), Standing::NotKnown);
    assert_eq!(on("2000-02-29", "2025-03-01"), Standing::TwentyFiveOrOver);
}

#[test]
fn young_person_7_an_age_goes_up_on_the_birthday() {
    assert_eq!(age_on(day("2016-03-12"), day("2026-11-24")), Some(10));
    assert_eq!(age_on(day("2016-03-12"), day("2026-03-11")), Some(9));
    assert_eq!(age_on(day("2016-03-12"), day("2026-03-12")), Some(10));
    assert_eq!(age_on(day("2026-11-25"), day("2026-11-24")), None);
}

#[test]
fn young_person_8_year_groups_run_from_september_to_august() {
    for (born, today, group) in [
        ("2016-03-12", "2026-11-24", Some(6)),
        ("2015-09-01", "2026-11-24", Some(6)),
        ("2016-08-31", "2026-11-24", Some(6)),
        ("2016-09-01", "2026-11-24", Some(5)),
        ("2016-03-12", "2026-08-31", Some(5)),
        ("2022-08-31", "2026-09-01", Some(0)),
        ("2022-09-01", "2026-11-24", None),
        ("2008-09-01", "2026-11-24", Some(13)),
        ("2008-08-31", "2026-11-24", None),
    ] {
        assert_eq!(year_group(day(born), day(today)), group, "{born} on {today}");
    }
    assert_eq!((year_group_words(0).as_str(), year_group_words(6).as_str()), ("Reception", "Year 6"));
}

#[test]
fn young_person_9_the_words_beside_the_field() {
    let words = |known: DayReading| born_words(&known, day("2026-11-24"));
    assert_eq!(words(DayReading::Day(day("2016-03-12"))), "10, Year 6");
    assert_eq!(words(DayReading::Day(day("2024-03-12"))), "2");
    assert_eq!(words(DayReading::Day(day("2004-03-12"))), "22");
    assert_eq!(words(DayReading::Age(10)), "10 years old, Year 5 or 6");
    assert_eq!(words(DayReading::Age(5)), "5 years old, Reception or Year 1");
    assert_eq!(words(DayReading::Age(20)), "20 years old");
    assert_eq!(words(DayReading::YearGroup(6)), "Year 6, 10 or 11 years old");
    assert_eq!(words(DayReading::YearGroup(0)), "Reception, 4 or 5 years old");
    assert_eq!(words(DayReading::about(day("2016-01-01"), day("2016-12-31"))), "about 9 or 10, Year 5 or 6");
    assert_eq!(words(DayReading::Unread), "");
    assert_eq!(words(DayReading::Day(day("2027-01-01"))), "");
}

#[test]
fn young_person_10_nobody_of_26_is_a_child_or_young_person() {
    let today = day("2026-11-24");
    assert_eq!(on("2000-11-25", "2026-11-24"), Standing::TwentyFiveOrOver, "25 until tomorrow");
    for (born, years) in [("2000-11-24", "26"), ("1971-02-14", "55")] {
        let known = DayReading::Day(day(born));
        assert_eq!(standing(&known, today), Standing::NotKnown, "{born}");
        let said = format!("~ That would make them {years} years old. Kept as typed: check the year.");
        assert_eq!(too_old_remark(&known, today), Some(said));
        assert_eq!(born_words(&known, today), format!("{years} years?"));
        let clocks = Known::default().with_born(&known, today);
        assert_eq!(clocks.born, DayReading::Unread, "{born}");
    }
    assert_eq!(standing(&DayReading::Age(26), today), Standing::NotKnown);
    assert!(too_old_remark(&DayReading::Age(30), today).unwrap().contains("30 years old"));
    for open in [
        DayReading::about(day("2000-01-01"), day("2000-12-31")),
        DayReading::Age(25),
        DayReading::Unread,
        DayReading::Day(day("2027-01-01")),
    ] {
        assert_eq!(too_old_remark(&open, today), None, "{open:?}");
    }
}

proptest! {
    #[test]
    fn young_person_5_no_date_allowed_by_an_age_contradicts_it(age in 0..40_u8, today in 0..9_000_i32, back in 0..16_000_i32) {
        let today: NaiveDate = day("2020-01-01") + chrono::TimeDelta::days(today.into());
        let born = today - chrono::TimeDelta::days(back.into());
        let said = standing(&DayReading::Age(age), today);
        if age_on(born, today) == Some(age.into()) && said != Standing::NotKnown && born.day() != 29 {
            prop_assert_eq!(standing(&DayReading::Day(born), today), said);
        }
        if let Some(group) = year_group(born, today) {
            let said = standing(&DayReading::YearGroup(group), today);
            prop_assert!(said == Standing::NotKnown || said == standing(&DayReading::Day(born), today));
        }
        let _ = born_words(&DayReading::YearGroup(age), today);
    }
}
