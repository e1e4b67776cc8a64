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
