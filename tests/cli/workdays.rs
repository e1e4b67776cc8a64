//! `workdays`: without a file too, and both ways.

use super::Shell;

#[test]
fn christmas_is_counted_without_a_file() {
    let shell = Shell::new();
    let said = shell.bare(&["workdays", "2026-12-23", "2026-12-30", "--json"]).done().json();
    assert_eq!(said["working_days"], 3);
    assert_eq!(said["skipped"][0]["day"], "2026-12-25");
    assert_eq!(said["skipped"][0]["name"], "Christmas Day");
    assert_eq!(said["skipped"][1]["day"], "2026-12-28");
    let lines = shell.bare(&["workdays", "2026-12-23", "2026-12-30"]).done().out;
    assert!(lines.contains("From: Wednesday 23 December 2026, not counted\n"), "{lines}");
    assert!(lines.contains("Working days: 3\nSkipped: Fri 25 Dec 2026, Christmas Day\n"), "{lines}");
}

#[test]
fn backwards_the_number_is_negative_and_the_earlier_day_counts() {
    let shell = Shell::new();
    let there = shell.bare(&["workdays", "2026-12-25", "2026-12-30", "--json"]).done().json();
    let back = shell.bare(&["workdays", "2026-12-30", "2026-12-25", "--json"]).done().json();
    assert_eq!(there["working_days"], 2);
    assert_eq!(there["skipped"].as_array().unwrap().len(), 1);
    assert_eq!(back["working_days"], -1);
    assert_eq!(back["skipped"].as_array().unwrap().len(), 2);
}

#[test]
fn days_are_read_as_on_the_screens() {
    let shell = Shell::new();
    assert_eq!(shell.bare(&["workdays", "today", "+3", "--json"]).done().json()["working_days"], 3);
    assert!(shell.bare(&["workdays", "today", "soon"]).not_done(2).contains("'soon' is not a day"));
    assert!(
        shell
            .bare(&["workdays", "today", "early nov 2027"])
            .not_done(2)
            .contains("not one day but early Nov")
    );
}

#[test]
fn after_the_list_ends_it_says_so() {
    let shell = Shell::new();
    let said = shell.bare(&["workdays", "2026-12-23", "2050-01-03"]).done().out;
    assert!(said.contains("After it only weekends are counted as closed."), "{said}");
}
