//! What people type as a time of day.

use mediation_line::domain::typed_time::{clock_time, quarter_of_day, read_time};
use proptest::prelude::*;

fn table(rows: &[(&str, &str)]) {
    for (typed, shown) in rows {
        assert_eq!(read_time(typed).map(clock_time).unwrap_or_default(), *shown, "{typed:?}");
    }
}

#[test]
fn typed_time_1_figures_with_any_separator() {
    table(&[
        ("9", "09:00"),
        ("930", "09:30"),
        ("9.30", "09:30"),
        ("9:30", "09:30"),
        ("9 30", "09:30"),
        ("9h30", "09:30"),
        ("0930", "09:30"),
        ("09:30", "09:30"),
        ("9.00", "09:00"),
        ("14:00", "14:00"),
        ("1400", "14:00"),
        ("12", "12:00"),
        ("1215", "12:15"),
        ("10 o'clock", "10:00"),
        ("16.45.", "16:45"),
    ]);
}

#[test]
fn typed_time_2_one_to_five_is_the_afternoon() {
    table(&[
        ("1", "13:00"),
        ("2", "14:00"),
        ("230", "14:30"),
        ("2.30", "14:30"),
        ("5", "17:00"),
        ("6", "06:00"),
        ("8", "08:00"),
        ("03:00", "03:00"),
        ("0", "00:00"),
    ]);
}

#[test]
fn typed_time_3_am_and_pm_are_taken_at_their_word() {
    table(&[
        ("2pm", "14:00"),
        ("2 pm", "14:00"),
        ("2 p.m.", "14:00"),
        ("2am", "02:00"),
        ("9.00am", "09:00"),
        ("9:30 AM", "09:30"),
        ("930am", "09:30"),
        ("12pm", "12:00"),
        ("12am", "00:00"),
        ("7pm", "19:00"),
        ("14pm", ""),
    ]);
}

#[test]
fn typed_time_4_halves_of_the_day_by_name() {
    table(&[
        ("am", "09:00"),
        ("AM", "09:00"),
        ("pm", "13:00"),
        ("p.m.", "13:00"),
        ("noon", "12:00"),
        ("midday", "12:00"),
    ]);
}

#[test]
fn typed_time_5_times_as_they_are_said() {
    table(&[
        ("half 2", "14:30"),
        ("half past 9", "09:30"),
        ("quarter past 9", "09:15"),
        ("a quarter to 3", "14:45"),
        ("quarter to 10", "09:45"),
        ("ten past 4", "16:10"),
        ("quarter past 9:10", ""),
    ]);
}

/// The time at which a quarter hour begins.
fn begins(quarter: u8) -> chrono::NaiveTime {
    chrono::NaiveTime::from_num_seconds_from_midnight_opt(u32::from(quarter) * 900, 0).unwrap()
}

#[test]
fn typed_time_6_quarters_of_the_day() {
    assert_eq!(quarter_of_day(read_time("9").unwrap()), 36);
    assert_eq!(quarter_of_day(read_time("9:14").unwrap()), 36);
    assert_eq!(quarter_of_day(read_time("9:15").unwrap()), 37);
    assert_eq!(quarter_of_day(read_time("23:59").unwrap()), 95);
    for quarter in 0..96 {
        assert_eq!(quarter_of_day(begins(quarter)), quarter);
    }
}

#[test]
fn typed_time_7_what_cannot_be_read_has_no_time() {
    for typed in [
        "", " ", "after 3", "not wed", "25", "9:60", "9:3", "24:00", "12345", "9:30:00", "-2", "2ish", "é",
        "9é",
    ] {
        assert_eq!(read_time(typed), None, "{typed}");
    }
}

proptest! {
    #[test]
    fn typed_time_7_any_text_can_be_read(typed in "([0-9]{0,5}[ .:h]?[0-9]{0,3} ?[apm.]{0,4})|.{0,16}|half .{0,6}") {
        if let Some(time) = read_time(&typed) {
            prop_assert_eq!(read_time(&time.format("%H:%M").to_string()).is_some(), true);
        }
    }

    #[test]
    fn typed_time_1_a_shown_time_reads_back(quarter in 0u8..96) {
        let time = begins(quarter);
        // 10:00 to 19:45 and everything with a nought in front are the clock's own figures.
        prop_assert_eq!(read_time(&clock_time(time)), Some(time));
    }
}
