//! `week`, `hold` and `book`: the same rules and the same sentences as the keys.

use mediation_line::domain::working_days::WorkingDays;
use serde_json::Value;

use super::{Shell, today};

/// A working day so far ahead that the practice families have nothing there.
fn free_day(ahead: i32) -> String {
    WorkingDays::england().add(today(), 60 + ahead).to_string()
}

#[test]
fn a_hold_stands_five_working_days_and_is_seen_in_the_week_and_the_case() {
    let shell = Shell::with_practice();
    let day = free_day(0);
    let held = shell.run(&["hold", "412", &day, "10", "--format", "online", "--json"]).done().json();
    assert_eq!(
        (held["state"].as_str(), held["from"].as_str(), held["to"].as_str()),
        (Some("held"), Some("10:00"), Some("13:00"))
    );
    assert_eq!(held["reference"], "M-0412");
    assert_eq!(held["staff"], "Priya Nair", "the desk's own name");
    let until = WorkingDays::england().add(today(), 5).to_string();
    assert_eq!(held["held_until"], Value::String(until));
    let week = shell.run(&["week", &day, "--json"]).done().json();
    let days = week["days"].as_array().unwrap();
    assert_eq!(days.len(), 5);
    let of_the_day = days.iter().find(|d| d["day"] == Value::String(day.clone())).unwrap();
    assert_eq!(of_the_day["taken"][0]["reference"], "M-0412");
    assert_eq!(of_the_day["taken"][0]["state"], "held");
    let case = shell.run(&["case", "412", "--json"]).done().json();
    assert_eq!(case["dates"][0]["day"], Value::String(day.clone()));
    let lines = shell.run(&["week", &day]).done().out;
    let mediator = held["mediator"].as_str().unwrap();
    assert!(lines.contains(&format!("Held: 10:00-13:00, M-0412, {mediator}\n")), "{lines}");
    assert!(lines.contains("Open: "), "{lines}");
}

#[test]
fn booking_without_the_light_says_what_is_missing() {
    let shell = Shell::with_practice();
    let why = shell.run(&["book", "M-0412", &free_day(0), "10"]).not_done(3);
    assert!(why.starts_with("Not booked. The LA has not said yes yet. It can be held until "), "{why}");
    let why = shell.run(&["book", "M-0405", &free_day(0), "10"]).not_done(3);
    assert!(why.starts_with("Not booked. The family has not said yes yet."), "{why}");
    let case = shell.run(&["case", "412", "--json"]).done().json();
    assert_eq!(case["dates"], serde_json::json!([]));
}

#[test]
fn a_case_without_consent_holds_nothing() {
    let shell = Shell::with_practice();
    for reference in ["M-0408", "E-1187"] {
        let why = shell.run(&["hold", reference, &free_day(0), "10"]).not_done(3);
        assert_eq!(why, "Not held. There is no consent for this case yet.", "{reference}");
    }
}

#[test]
fn with_the_light_a_hold_becomes_the_booking() {
    let shell = Shell::with_practice();
    let day = free_day(1);
    let held = shell.run(&["hold", "407", &day, "13:30", "--json"]).done().json();
    let words = ["book", "407", &day, "13:30", "--format", "in person", "--staff", "Tom Berry", "--json"];
    let booked = shell.run(&words).done().json();
    assert_eq!(booked["state"], "booked");
    assert_eq!(booked["mediator"], held["mediator"]);
    assert_eq!(booked["format"], "in person");
    assert_eq!(booked["staff"], "Tom Berry");
    let case = shell.run(&["case", "407", "--json"]).done().json();
    let states: Vec<&str> =
        case["dates"].as_array().unwrap().iter().filter_map(|d| d["state"].as_str()).collect();
    assert_eq!(states.iter().filter(|s| **s == "booked").count(), 1);
    assert_eq!(states.iter().filter(|s| **s == "held").count(), 0, "its other hold is let go");
    assert_eq!(case["timeline"][0]["staff"], "Tom Berry");
    let why = shell.run(&["book", "407", &free_day(3), "10"]).not_done(3);
    assert!(why.starts_with("Booked already: "), "{why}");
    let again = shell.run(&["hold", "407", &free_day(3), "10"]).done().out;
    assert!(again.contains("Warning: M-0407 has a date already: "), "{again}");
}

#[test]
fn short_notice_and_the_thirty_days_are_warnings_and_stop_nothing() {
    let shell = Shell::with_practice();
    let booked = shell.run(&["book", "407", &free_day(2), "9", "--json"]).done().json();
    let warnings = booked["warnings"].as_array().unwrap();
    assert!(warnings.iter().any(|w| w.as_str().unwrap().starts_with("The 30 days end ")), "{warnings:?}");
}

#[test]
fn a_bank_holiday_and_a_weekend_are_closed_with_their_names() {
    let shell = Shell::with_practice();
    let days = WorkingDays::england();
    let (christmas, name) = days
        .bank_holidays()
        .find(|(day, name)| *day > today() && name.contains("Christmas"))
        .map(|(day, name)| (day, name.to_owned()))
        .unwrap();
    let why = shell.run(&["hold", "412", &christmas.to_string(), "10"]).not_done(3);
    assert!(why.starts_with(&format!("Closed: {name}. Next working day is ")), "{why}");
    let saturday = today().iter_days().skip(1).find(|d| d.format("%a").to_string() == "Sat").unwrap();
    let why = shell.run(&["hold", "412", &saturday.to_string(), "10"]).not_done(3);
    assert!(why.starts_with("Closed at the weekend. Next working day is "), "{why}");
    let week = shell.run(&["week", &christmas.to_string()]).done().out;
    assert!(week.contains(&format!("Closed: {name}\n")), "{week}");
}

#[test]
fn a_taken_time_names_the_nearest_free_one() {
    let shell = Shell::with_practice();
    let day = free_day(0);
    let held = shell.run(&["hold", "412", &day, "10", "--json"]).done().json();
    let mediator = held["mediator"].as_str().unwrap().to_owned();
    let words = ["hold", "409", &day, "11", "--mediator", &mediator, "--staff", "Tom Berry"];
    let why = shell.run(&words).not_done(3);
    assert!(why.starts_with("Priya Nair held that a moment ago. Nearest free: "), "{why}");
    let why = shell.run(&["hold", "412", &day, "11"]).not_done(3);
    assert!(!why.is_empty());
}

#[test]
fn hours_and_the_past_are_refused() {
    let shell = Shell::with_practice();
    let why = shell.run(&["hold", "412", &free_day(0), "15:00"]).not_done(3);
    assert!(why.starts_with("Outside the office's hours."), "{why}");
    let past = WorkingDays::england().add(today(), -3).to_string();
    let why = shell.run(&["hold", "412", &past, "10"]).not_done(3);
    assert_eq!(why, "That time has passed. Choose a later one.");
}

#[test]
fn a_day_that_has_passed_is_not_taken_for_one_of_next_year() {
    let shell = Shell::with_practice();
    let past = today() - chrono::TimeDelta::days(4);
    let typed = past.format("%-d/%-m").to_string();
    for words in [["hold", "M-0409", &typed, "10"], ["book", "M-0405", &typed, "10"]] {
        let why = shell.run(&words).not_done(2);
        assert!(why.starts_with(&format!("{} has passed. With a year: ", past.format("%-d %B"))), "{why}");
        assert!(why.contains(&past.format("%-d/%-m/%Y").to_string()), "{why}");
    }
    assert!(shell.run(&["week", &typed]).not_done(2).contains(" has passed."));
    assert!(shell.bare(&["workdays", &typed, "today"]).not_done(2).contains(" has passed."));
    let with_year = past.format("%-d/%-m/%y").to_string();
    shell.run(&["week", &with_year]).done();
    let ahead = WorkingDays::england().add(today(), 60);
    shell.run(&["hold", "409", &ahead.format("%-d/%-m").to_string(), "10"]).done();
}

#[test]
fn words_that_are_not_a_day_a_time_or_a_mediator() {
    let shell = Shell::with_practice();
    let day = free_day(0);
    assert!(shell.run(&["hold", "412", "soonish", "10"]).not_done(2).contains("is not a day"));
    assert!(shell.run(&["hold", "412", &day, "teatime"]).not_done(2).contains("is not a time"));
    assert!(shell.run(&["hold", "412", &day, "10", "--format", "by pigeon"]).not_done(2).contains("online"));
    let why = shell.run(&["hold", "412", &day, "10", "--mediator", "nobody"]).not_done(3);
    assert_eq!(why, "No mediator is called 'nobody'.");
}

#[test]
fn an_office_without_mediators_says_so() {
    let shell = Shell::with_a_file();
    let week = shell.run(&["week", &free_day(0)]).done().out;
    assert!(!week.contains("Open:"), "{week}");
    assert!(shell.run(&["hold", "412", &free_day(0), "10"]).not_done(3).contains("No match for '412'"));
}
