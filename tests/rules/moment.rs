//! Moments: days, and minutes of them.

use chrono::NaiveTime;
use mediation_line::domain::moment::{Moment, at_office};

use super::day;

fn at(on: &str, time: &str) -> Moment {
    Moment::at(day(on), NaiveTime::parse_from_str(time, "%H:%M").unwrap())
}

fn all() -> Vec<Moment> {
    vec![
        day("2026-11-24").into(),
        at("2026-11-24", "00:00"),
        at("2026-11-24", "12:00"),
        at("2026-11-24", "23:59"),
        day("2026-11-25").into(),
        at("2026-11-25", "09:30"),
    ]
}

#[test]
fn moment_1_a_day_comes_before_all_its_minutes() {
    assert!(all().is_sorted());
    let noon = day("2026-11-24").and_hms_opt(12, 0, 30).unwrap();
    let come: Vec<bool> = all().into_iter().map(|moment| moment.has_come(noon)).collect();
    assert_eq!(come, [true, true, true, false, false, false]);
}

#[test]
fn moment_2_the_text_reads_back_and_sorts_as_the_moments_do() {
    let texts: Vec<String> = all().into_iter().map(|moment| moment.to_string()).collect();
    assert_eq!(texts[1], "2026-11-24T00:00");
    assert!(texts.is_sorted());
    for moment in all() {
        assert_eq!(Moment::from_stored(&moment.to_string()), Some(moment));
    }
    for text in ["", "soon", "2026-11-24T", "2026-11-24T25:00", "2026-11-24 12:00"] {
        assert_eq!(Moment::from_stored(text), None, "{text}");
    }
}

#[test]
fn moment_3_in_summer_the_hour_before_utcs_midnight_is_of_the_next_day() {
    for (utc, office) in [
        (1_812_670_200_000, "2027-06-11 00:30:00"),
        (1_812_666_600_000, "2027-06-10 23:30:00"),
        (1_795_532_520_000, "2026-11-24 15:02:00"),
    ] {
        assert_eq!(at_office(utc).to_string(), office);
    }
}
