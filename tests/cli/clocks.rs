//! `clocks`: every legal date without a case, told before a name is taken.

use super::Shell;
use serde_json::Value;

/// The clock of this name.
fn clock<'a>(said: &'a Value, name: &str) -> &'a Value {
    let clocks = said["clocks"].as_array().unwrap();
    clocks.iter().find(|c| c["clock"] == name).unwrap_or_else(|| panic!("no {name} in {said}"))
}

#[test]
fn all_dates_are_told_as_data() {
    let shell = Shell::new();
    let words = "clocks --letter 2025-10-01 --la-informed 23/11/2026 --declined 2026-04-02 --ended 2026-12-24 \
                 --certificate 2025-11-29 --born 2010-08-31 --json";
    let said = shell.bare(&words.split_whitespace().collect::<Vec<_>>()).done().json();
    for (name, date) in [
        ("contact_adviser_by", "2025-12-01"),
        ("meet_by", "2026-12-23"),
        ("certificate_after_decline_by", "2026-04-09"),
        ("certificate_after_meeting_by", "2026-12-31"),
        ("appeal_by", "2026-01-02"),
        ("young_person_from", "2026-06-27"),
        ("young_person_until", "2035-08-30"),
        ("notify_health_by", "2026-11-26"),
    ] {
        let found = clock(&said, name);
        assert_eq!((&found["date"], &found["about"]), (&date.into(), &false.into()), "{name}");
        assert!(found["rule"].as_str().unwrap().ends_with("A guide, not advice."), "{name}");
        assert!(!found["source"].as_str().unwrap().is_empty(), "{name}");
        assert!(found.get("explain").is_none(), "{name}");
    }
    for waits in ["certificate_deemed_by", "agreed_plan_final_by", "retention_review_by"] {
        let found = clock(&said, waits);
        assert_eq!((&found["date"], &found["about"]), (&Value::Null, &false.into()), "{waits}");
    }
}

#[test]
fn without_a_day_nothing_is_guessed() {
    let said = Shell::new().bare(&["clocks", "--json"]).done().json();
    assert!(said["clocks"].as_array().unwrap().iter().all(|c| c["date"].is_null()));
    let lines = Shell::new().bare(&["clocks"]).done().out;
    assert!(lines.contains("  Meet within 30 days: starts when the LA is told\n"), "{lines}");
}

#[test]
fn a_vague_day_gives_about_and_a_strange_one_a_line() {
    let shell = Shell::new();
    let said = shell.bare(&["clocks", "--letter", "early nov 2026", "--born", "y6", "--json"]).done().json();
    let contact = clock(&said, "contact_adviser_by");
    assert_eq!((&contact["date"], &contact["about"]), (&"2027-01-01".into(), &true.into()));
    assert_eq!(clock(&said, "young_person_from")["about"], false, "one school year, one day");
    let lines = shell.bare(&["clocks", "--letter", "early nov 2026"]).done().out;
    assert!(lines.contains("Family to contact us: about Friday 1 January 2027 ("), "{lines}");
    assert!(
        shell.bare(&["clocks", "--letter", "soon"]).not_done(2).starts_with("--letter: 'soon' is not a day.")
    );
    assert!(
        shell.bare(&["clocks", "--born", "2/11"]).not_done(2).starts_with("--born: '2/11' is not a day.")
    );
}

#[test]
fn one_date_without_a_year_is_one_day_whatever_it_is_of() {
    let shell = Shell::new();
    let before = super::today() - chrono::TimeDelta::days(69);
    let typed = before.format("%-d/%-m").to_string();
    let lines = shell.bare(&["clocks", "--meeting", &typed, "--ended", &typed]).done().out;
    let day = before.format("%a %-d %b %Y");
    assert!(lines.starts_with(&format!("Meeting: {day}\nMediation ended: {day}\n")), "{lines}");
    let ahead = super::today() + chrono::TimeDelta::days(9);
    let typed = ahead.format("%-d/%-m").to_string();
    let lines = shell.bare(&["clocks", "--meeting", &typed]).done().out;
    assert!(lines.starts_with(&format!("Meeting: {}\n", ahead.format("%a %-d %b %Y"))), "{lines}");
    let month = super::today().format("%b").to_string();
    let lines = shell.bare(&["clocks", "--letter", &format!("early {month}")]).done().out;
    let words = lines.lines().next().unwrap();
    assert!(words.starts_with(&format!("Letter: ~ early {month} 20")), "{words}");
}

#[test]
fn a_day_without_a_year_has_been_here_and_is_ahead_where_days_are_counted() {
    let shell = Shell::new();
    let ahead = super::today() + chrono::TimeDelta::days(9);
    let typed = ahead.format("%-d %b").to_string();
    let said = shell.bare(&["clocks", "--letter", &typed, "--meeting", &typed, "--json"]).done().json();
    let letter: chrono::NaiveDate = said["read"]["letter"].as_str().unwrap().parse().unwrap();
    assert!(letter < super::today() && letter.format("%-d %b").to_string() == typed, "{letter}");
    assert_eq!(said["read"]["meeting"], ahead.to_string());
    assert_eq!(shell.bare(&["workdays", "today", &typed, "--json"]).done().json()["to"], ahead.to_string());
}

#[test]
fn each_day_that_was_given_is_told_as_it_was_read() {
    let words = ["clocks", "--letter", "early nov 2025", "--la-informed", "3/11/25", "--born", "2/9/2015"];
    let shell = Shell::new();
    let said = shell.bare(&[&words[..], &["--sent", " ", "--json"]].concat()).done().json();
    let read = serde_json::json!({
        "letter": "2025-11-01..2025-11-10", "la_informed": "2025-11-03", "born": "2015-09-02"
    });
    assert_eq!((&said["read"], &said["warnings"]), (&read, &serde_json::json!([])));
    assert_eq!(shell.bare(&["clocks", "--json"]).done().json()["read"], serde_json::json!({}));
    let year_6 = shell.bare(&["clocks", "--born", "y6", "--json"]).done().json()["read"]["born"].clone();
    let (first, last) = year_6.as_str().unwrap().split_once("..").unwrap();
    assert!(first.ends_with("-09-01") && last.ends_with("-08-31"), "{year_6}");
}

#[test]
fn days_that_cannot_be_so_are_warned_of_and_counted() {
    let words = "clocks --letter 2025-11-04 --certificate 2025-11-03 --la-informed 2025-10-30 --deemed 2025-10-30 \
                 --declined 2150-12-03 --born 2151-03-12";
    let words: Vec<&str> = words.split_whitespace().collect();
    let shell = Shell::new();
    let lines = shell.bare(&words).done().out;
    let warned = "Born: Fri 12 Mar 2151\n\
                  Warning: Thu 3 Dec 2150 is ahead of today: the family declined.\n\
                  Warning: Thu 30 Oct 2025 is before the letter: the authority was informed.\n\
                  Warning: Thu 30 Oct 2025 is before the letter: the authority said that it\n  cannot.\n\
                  Warning: Mon 3 Nov 2025 is before the letter: the certificate was issued.\n\
                  Warning: The birth date is after the letter.\n\
                  Warning: 12 Mar 2151 is ahead of today. Did you mean ";
    assert!(lines.contains(warned), "{lines}");
    let said = shell.bare(&[&words[..], &["--json"]].concat()).done().json();
    assert_eq!(said["warnings"].as_array().unwrap().len(), 6, "{said}");
    assert_eq!(said["warnings"][3], "Mon 3 Nov 2025 is before the letter: the certificate was issued.");
    assert_eq!(clock(&said, "meet_by")["date"], "2025-11-29");
    let long = |line: &&str| line.starts_with("Warning") && line.chars().count() > 80;
    assert_eq!(lines.lines().find(long), None);
}

#[test]
fn a_birth_date_of_nobody_here_is_asked_about_and_starts_no_clock() {
    let shell = Shell::new();
    let said = shell.bare(&["clocks", "--born", "99", "--json"]).done().json();
    assert_eq!(said["warnings"][0], "That would make them 99 years old. Check the age.");
    assert_eq!(
        (&said["read"], &clock(&said, "young_person_from")["date"]),
        (&serde_json::json!({}), &Value::Null)
    );
    let lines = shell.bare(&["clocks", "--born", "99"]).done().out;
    assert!(lines.starts_with("Born: 99 years old\nWarning: That would make them 99"), "{lines}");
}

#[test]
fn the_arithmetic_is_shown_when_asked() {
    let shell = Shell::new();
    let lines = shell.bare(&["clocks", "--declined", "2026-04-02", "--explain"]).done().out;
    let days = "    Fri 3 Apr   Good Friday, not counted\n    Sat 4 Apr   Saturday, not counted\n    \
                Sun 5 Apr   Sunday, not counted\n    Mon 6 Apr   Easter Monday, not counted\n    Tue 7 Apr   1\n    \
                Wed 8 Apr   2\n    Thu 9 Apr   3\n";
    assert!(lines.contains(days), "{lines}");
    assert!(lines.lines().all(|line| line.chars().count() <= 80), "{lines}");
    let said = shell.bare(&["clocks", "--declined", "2026-04-02", "--explain", "--json"]).done().json();
    let found = clock(&said, "certificate_after_decline_by")["explain"].as_array().unwrap().clone();
    assert_eq!(found.last().unwrap(), "Thu 9 Apr   3");
}

#[test]
fn far_ahead_only_weekends_are_known() {
    let said = Shell::new().bare(&["clocks", "--declined", "2050-12-24"]).done().out;
    assert!(said.contains("After it only weekends are counted as closed."), "{said}");
}

#[test]
fn every_line_fits_a_terminal() {
    let words = "clocks --letter 2025-10-01 --sent 2025-11-03 --la-informed 2026-11-23 --health-notice 2026-11-26 \
                 --declined 2026-04-02 --ended 2026-12-24 --deemed 2026-12-24 --certificate 2025-11-29 \
                 --agreement 2026-12-07 --referral 2026-11-01 --closed 2026-11-01 --meeting 2026-12-07 \
                 --born 2008-02-29 --explain";
    let said = Shell::new().bare(&words.split_whitespace().collect::<Vec<_>>()).done().out;
    assert!(!said.contains("Not known yet"), "{said}");
    assert_eq!(said.lines().find(|line| line.chars().count() > 80), None);
}

#[test]
fn a_case_tells_all_its_clocks() {
    let shell = Shell::with_practice();
    let rows = shell.run(&["today", "--json"]).done().json();
    let groups = rows["groups"].as_array().unwrap().clone();
    let references = groups.iter().flat_map(|group| group["rows"].as_array().unwrap().clone());
    let cases: Vec<String> = references
        .filter_map(|row| row["reference"].as_str().map(str::to_owned))
        .filter(|reference| reference.starts_with("M-"))
        .collect();
    let mut told = Vec::new();
    for case in cases {
        let said = shell.run(&["case", &case, "--json"]).done().json();
        // Without a consent in force nothing of the clocks is told.
        let clocks = said["clocks"].as_array().cloned().unwrap_or_default();
        told.extend(clocks.iter().map(|clock| clock["clock"].as_str().unwrap().to_owned()));
        let lines = shell.run(&["case", &case]).done().out;
        assert_eq!(lines.matches("\nClock, ").count(), clocks.len(), "{lines}");
    }
    for clock in ["two months", "30 days", "appeal_by", "young_person_from"] {
        assert!(told.iter().any(|one| one == clock), "{clock} in {told:?}");
    }
}

#[test]
fn a_clock_of_a_case_that_was_met_says_so_instead_of_its_days() {
    let shell = Shell::with_practice();
    let said = shell.run(&["case", "398", "--json"]).done().json();
    let date = said["dates"].as_array().unwrap().iter().find(|date| date["state"] == "met").unwrap();
    let met: chrono::NaiveDate = date["day"].as_str().unwrap().parse().unwrap();
    let held = met.format("held %a %-d %b").to_string();
    let thirty = clock(&said, "30 days");
    assert_eq!(thirty["ended"], held);
    assert!(thirty["days"].is_i64(), "{thirty}");
    assert_eq!(clock(&said, "appeal_by")["ended"], Value::Null, "nobody ends it");
    let lines = shell.run(&["case", "398"]).done().out;
    let line = lines.lines().find(|line| line.starts_with("Clock, 30 days: ")).unwrap();
    assert!(line.contains(&format!(", {held}. 30 days from ")), "{line}");
    // Told as it was booked, without a day.
    let said = shell.run(&["case", "411", "--json"]).done().json();
    assert_eq!(
        (&clock(&said, "tell_date_by")["ended"], &clock(&said, "30 days")["ended"]),
        (&"told".into(), &Value::Null)
    );
}
