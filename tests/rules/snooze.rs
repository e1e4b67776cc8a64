//! Putting a row off, on Tuesday 24 November 2026 at 14:32.

use chrono::NaiveDateTime;
use mediation_line::domain::snooze::{NotPutOff, closed_then, read_until, until_words};
use mediation_line::domain::working_days::WorkingDays;

use super::day;

fn now() -> NaiveDateTime {
    day("2026-11-24").and_hms_opt(14, 32, 10).unwrap()
}

fn until(typed: &str, clock: bool) -> Result<String, NotPutOff> {
    read_until(typed, now(), clock, &WorkingDays::england()).map(|until| until.to_string())
}

#[test]
fn snooze_1_a_day_or_a_time_of_today() {
    for (typed, meant) in [
        ("fri", "2026-11-27"),
        ("+3", "2026-11-27"),
        ("2 dec", "2026-12-02"),
        ("4", "2026-11-24T16:00"),
        ("15:30", "2026-11-24T15:30"),
        ("after 4", "2026-11-24T16:00"),
        ("in an hour", "2026-11-24T15:32"),
        ("tomorow", "2026-11-25"),
        ("tmrw", "2026-11-25"),
        ("tomorrow pm", "2026-11-25T12:00"),
        ("monday morning", "2026-11-30"),
        ("mon am", "2026-11-30"),
        ("fri after lunch", "2026-11-27T13:30"),
        ("next week", "2026-11-30"),
    ] {
        assert_eq!(until(typed, false).as_deref(), Ok(meant), "{typed}");
    }
    let morning = day("2026-11-24").and_hms_opt(9, 0, 0).unwrap();
    let lunch = read_until("after lunch", morning, true, &WorkingDays::england()).unwrap();
    assert_eq!(lunch.to_string(), "2026-11-24T13:30");
    assert_eq!(until_words(lunch, morning), "13:30");
    assert_eq!(until_words(day("2026-11-27").into(), morning), "Fri 27 Nov");
}

#[test]
fn snooze_2_nothing_typed_is_tomorrow_and_of_a_clock_two_hours() {
    assert_eq!(until(" ", false).as_deref(), Ok("2026-11-25"));
    assert_eq!(until("", true).as_deref(), Ok("2026-11-24T16:32"));
    let friday = day("2026-11-27").and_hms_opt(23, 0, 0).unwrap();
    let days = WorkingDays::england();
    assert_eq!(read_until("", friday, false, &days).unwrap().to_string(), "2026-11-30");
    assert_eq!(read_until("", friday, true, &days).unwrap().to_string(), "2026-11-27T23:59");
}

#[test]
fn snooze_3_a_clock_only_to_later_the_same_day() {
    for typed in ["fri", "+1", "tomorrow", "2 dec"] {
        assert_eq!(until(typed, true), Err(NotPutOff::Clock), "{typed}");
        assert!(until(typed, false).is_ok(), "{typed}");
    }
    assert_eq!(NotPutOff::Clock.words(), "Clocks can be put off only to later today.");
}

#[test]
fn snooze_4_what_has_passed_or_cannot_be_read_puts_nothing_off() {
    for (typed, why) in [
        ("2", NotPutOff::Past),
        ("14:32", NotPutOff::Past),
        ("today", NotPutOff::Past),
        ("when she is back", NotPutOff::Unread),
    ] {
        assert_eq!(until(typed, false), Err(why), "{typed}");
        assert!(why.words().len() <= 76);
    }
}

#[test]
fn snooze_6_a_closed_day_is_the_next_open_one_and_says_so() {
    let days = WorkingDays::england();
    for (typed, meant, closed) in [
        ("sunday", "2026-11-30", Some("2026-11-29")),
        ("sat 4pm", "2026-11-30", Some("2026-11-28")),
        ("25 dec", "2026-12-29", Some("2026-12-25")),
        ("mon", "2026-11-30", None),
        ("4", "2026-11-24T16:00", None),
        ("next week", "2026-11-30", None),
    ] {
        assert_eq!(until(typed, false).as_deref(), Ok(meant), "{typed}");
        assert_eq!(closed_then(typed, now(), &days), closed.map(day), "{typed}");
    }
    // Two weeks from a Sunday are a Sunday.
    let sunday = day("2026-11-22").and_hms_opt(10, 0, 0).unwrap();
    assert_eq!(read_until("in 2 weeks", sunday, false, &days).unwrap().to_string(), "2026-12-07");
    assert_eq!(closed_then("in 2 weeks", sunday, &days), Some(day("2026-12-06")));
}
