//! The list under *School* in a call: known names are taken in one key, and what is typed stays what it is.

use super::desk::Desk;

/// A parent's call of a child at a school, finished.
fn family(desk: &mut Desk, child: &str, school: &str) {
    desk.keys("F2 p Enter").text("Dawn Achebe").keys("Alt+C").text(child).keys("Alt+S").text(school);
    desk.keys("Enter F9 F9");
}

/// Two families at one school, one alone at another, and a call of a parent in its field School.
fn at_school() -> Desk {
    let mut desk = Desk::new();
    family(&mut desk, "Kelechi Achebe", "Larkfield Primary");
    family(&mut desk, "Obsidiana Quill", "Larkfield Primary");
    family(&mut desk, "Adam Khan", "Lark Rise, with Edna");
    desk.keys("F2 p Enter").text("Rosa Ward").keys("Alt+C").text("Caleb Ward").keys("Alt+S");
    desk
}

const SCHOOL: &str = "SELECT typed FROM details WHERE field = 'school' ORDER BY case_id DESC LIMIT 1";

#[test]
fn a_school_that_two_families_have_is_taken_in_one_key() {
    let mut desk = at_school();
    desk.text("la").hides("Larkfield").text("r").shows("Larkfield Primary").hides("Edna");
    desk.shows("Enter keeps what is typed. Down, then Enter: a school of the list.");
    desk.keys("Down Enter").wait(3000).shows("School     Larkfield Primary");
    assert_eq!(desk.value(SCHOOL), "Larkfield Primary");
}

#[test]
fn enter_keeps_what_is_typed_and_a_name_of_one_family_is_never_shown() {
    let mut desk = at_school();
    desk.text("Larkfield").shows("Larkfield Primary").keys("Enter").wait(3000);
    assert_eq!(desk.value(SCHOOL), "Larkfield");
    desk.keys("Alt+S Ctrl+A").text("Lark R").hides("Lark Rise");
}

#[test]
fn a_withdrawn_family_lends_no_name_and_no_third_party_is_shown_one_before_consent() {
    let mut desk = at_school();
    let mut other = desk.another("Tom");
    other.keys("F3").text("M-0002").keys("Enter Right w w").shows("Withdrawn.");
    desk.look().text("Larkfield").hides("Larkfield Primary");
    let mut desk = at_school();
    desk.text("Lark").shows("Larkfield Primary").keys("Alt+W Ctrl+A s Enter").hides("Larkfield Primary");
    desk.keys("Esc s").hides("Larkfield Primary");
}

/// A case of a parent with this number, whose child goes to a school, finished.
fn with_number(desk: &mut Desk, number: &str, child: &str, school: &str) {
    desk.keys("F2 p Enter").text("Dawn Achebe").keys("Enter").text(number).keys("Enter Alt+C").text(child);
    desk.keys("Alt+S").text(school).keys("Enter F9 F9");
}

/// A call of another parent, in its field School.
fn another_rings(desk: &mut Desk) {
    desk.keys("F2 p Enter").text("Rosa Ward").keys("Enter").text("01632 960 004").keys("Enter Alt+C");
    desk.text("Caleb Ward").keys("Alt+S").wait(3000);
}

#[test]
fn two_cases_with_one_number_are_one_family() {
    let mut desk = Desk::new();
    with_number(&mut desk, "07700 900 142", "Kelechi Achebe", "Larkfield Primary");
    with_number(&mut desk, "+44 7700 900142 ext 2", "Amara Achebe", "Larkfield Primary");
    another_rings(&mut desk);
    desk.text("Lark").wait(3000).hides("Larkfield Primary").keys("F9 F9");
    assert_eq!(desk.value("SELECT count(*) FROM cases"), "3");
    with_number(&mut desk, "01632 960 007", "Obsidiana Quill", "Larkfield Primary");
    another_rings(&mut desk);
    desk.text("Lark").shows("Larkfield Primary");
}

#[test]
fn linked_cases_are_one_family() {
    let mut desk = Desk::new();
    family(&mut desk, "Kelechi Achebe", "Larkfield Primary");
    family(&mut desk, "Kelechi Achebe", "Larkfield Primary");
    another_rings(&mut desk);
    desk.text("Lark").shows("Larkfield Primary").keys("F9 F9");
    desk.keys("F3").text("m2").keys("Enter m").shows("One child, or two?").keys("s");
    assert_eq!(desk.value("SELECT state FROM links"), "linked");
    another_rings(&mut desk);
    desk.text("Lark").wait(3000).hides("Larkfield Primary").keys("F9 F9");
    desk.file().execute("UPDATE links SET state = 'unlinked'", []).unwrap();
    another_rings(&mut desk);
    desk.text("Lark").shows("Larkfield Primary");
}

#[test]
fn the_familys_own_other_case_lends_no_name() {
    let mut desk = Desk::new();
    with_number(&mut desk, "01632 960 004", "Ada Ward", "Larkfield Primary");
    with_number(&mut desk, "01632 960 007", "Obsidiana Quill", "Larkfield Primary");
    another_rings(&mut desk);
    desk.text("Lark").wait(3000).hides("Larkfield Primary");
}

#[test]
fn a_number_that_both_cases_of_a_family_once_had_counts() {
    let mut desk = Desk::new();
    with_number(&mut desk, "07700 900 142", "Kelechi Achebe", "Larkfield Primary");
    with_number(&mut desk, "01632 960 007", "Amara Achebe", "Larkfield Primary");
    another_rings(&mut desk);
    desk.text("Lark").shows("Larkfield Primary").keys("F9 F9");
    desk.file()
        .execute_batch(
            "INSERT INTO contacts (id, case_id, party_id, kind, value, day, staff, current)
             SELECT 7, p.case_id, p.id, 'phone', '07700900142', '2026-11-24', 'x', 'no' FROM parties p
             JOIN cases c ON c.id = p.case_id WHERE c.number = 2 AND p.side = 'family'",
        )
        .unwrap();
    another_rings(&mut desk);
    desk.text("Lark").wait(3000).hides("Larkfield Primary");
}

/// A case of a parent with this number, whose child was born that day, finished.
fn born(desk: &mut Desk, number: &str, child: &str, day: &str) {
    desk.keys("F2 p Enter").text("Dawn Achebe").keys("Enter").text(number).keys("Enter Alt+C").text(child);
    desk.keys("Alt+R").text(day).keys("Enter Alt+S").text("Larkfield Primary").keys("Enter F9 F9");
}

#[test]
fn two_cases_of_one_child_by_name_and_birth_are_one_family() {
    for (second, day, one) in [
        ("Kelechi Achebe", "12.3.2016", true),
        ("Kelechy Achebe", "3.12.2016", true),
        ("Kelechi Achebe", "12.3.2014", false),
        ("Amara Achebe", "12.3.2016", false),
    ] {
        let mut desk = Desk::new();
        born(&mut desk, "07700 900 142", "Kelechi Achebe", "12.3.2016");
        born(&mut desk, "01632 960 007", second, day);
        another_rings(&mut desk);
        desk.text("Lark").wait(3000);
        assert_eq!(!desk.screen().contains("Larkfield"), one, "{second} {day}:\n{}", desk.screen());
    }
    // Nor does the child who is being typed lend its own other case.
    let mut desk = Desk::new();
    born(&mut desk, "07700 900 142", "Caleb Ward", "12.3.2016");
    born(&mut desk, "01632 960 007", "Obsidiana Quill", "1.9.2015");
    desk.keys("F2 p Enter").text("Rosa Ward").keys("Enter").text("01632 960 004").keys("Enter Alt+C");
    desk.text("Caleb Ward").keys("Alt+R").text("12.3.2016").keys("Enter Alt+S").wait(3000);
    desk.text("Lark").wait(3000).hides("Larkfield Primary");
}
