//! *Who* was answered wrongly and is put right again: what was typed of the caller stands in its fields as before.

use super::desk::Desk;

const TYPED: &str =
    "SELECT group_concat(field || '=' || typed, ', ') FROM (SELECT field, typed FROM caller_details
    WHERE caller_id = (SELECT max(id) FROM callers) AND field IN ('name', 'phone') ORDER BY field)";

#[test]
fn a_parent_taken_for_a_school_for_a_moment_has_name_and_number_again() {
    let mut desk = Desk::new();
    desk.keys("F2 p Enter").text("Sandra Okafor").keys("Enter").text("01632 960512").keys("Enter");
    desk.keys("Esc w Ctrl+A s Enter").wait(3000);
    desk.nowhere_in_the_files(&["sandra", "okafor", "960512"]);
    // The school's own words are the school's.
    desk.keys("Esc n Ctrl+A").text("Martin Oyelaran").keys("Enter");
    desk.keys("Esc w Ctrl+A p Enter").shows("What this caller had said before stands in the fields again.");
    desk.wait(3000);
    assert_eq!(desk.value(TYPED), "name=Sandra Okafor, phone=01632 960512", "{}", desk.screen());
    let notes = desk.value("SELECT body FROM notes");
    assert_eq!(notes, "Name: Martin Oyelaran", "what was another one's stays there, and nothing else");
    desk.keys("Esc w Ctrl+A s Enter").wait(3000);
    desk.nowhere_in_the_files(&["sandra", "okafor", "960512"]);
    assert_eq!(desk.value(TYPED), "name=Martin Oyelaran", "{}", desk.screen());
}

#[test]
fn after_a_refusal_nothing_comes_back() {
    let mut desk = Desk::new();
    desk.keys("F2 p Enter").text("Sandra Okafor").keys("Enter").text("01632 960512").keys("Enter");
    desk.keys("Esc w Ctrl+A s Enter Alt+K n");
    desk.keys("Esc w Ctrl+A p Enter").hides("Sandra Okafor").hides("960512").wait(3000);
    desk.nowhere_in_the_files(&["sandra", "okafor", "960512"]);
}
