//! A parent rings about somebody who decides alone, and tells us that he or she agrees.

use super::desk::Desk;

/// The mother of Jordan Tull, who is 18; the cursor is on the question.
fn asked() -> Desk {
    let mut desk = Desk::new();
    desk.keys("F2 p Enter").text("Grace Tull").keys("Enter").text("07700 900346").keys("Alt+R");
    desk.text("5.6.08").keys("Enter").shows("Does he or she agree to this?");
    desk
}

const DETAILS: &str = "SELECT group_concat(typed, ', ') FROM (SELECT typed FROM details
    WHERE field IN ('born', 'child', 'school') ORDER BY field)";

#[test]
fn the_yes_is_written_and_so_is_everything_after_it() {
    let mut desk = asked();
    desk.keys("y t Enter s");
    assert_eq!(
        desk.value("SELECT giver || ', ' || given_to || ', ' || how || ', ' || told_by FROM consents"),
        "young person, 2026-11-24, spoken, Grace Tull"
    );
    assert_eq!(desk.value("SELECT count(*) FROM cases c JOIN calls l ON l.case_id = c.id"), "1");
    desk.text("Jordan Tull").keys("Alt+S").text("Eastholt College").keys("Enter").hides("Not kept");
    desk.keys("F4").text("he wants to stay at college").wait(3000);
    assert_eq!(desk.value(DETAILS), "5.6.08, Jordan Tull, Eastholt College");
    assert_eq!(desk.value("SELECT body FROM notes"), "he wants to stay at college");
    // Taken up again it is the same call: the age takes nothing out of the file.
    let mut desk = desk.restart();
    desk.keys("F9")
        .shows("Jordan Tull")
        .shows("he wants to stay at college")
        .keys("Alt+L")
        .text("Eastholt")
        .keys("Enter");
    desk.keys("F9 F9");
    assert_eq!(desk.value(DETAILS), "5.6.08, Jordan Tull, Eastholt College");
    assert_eq!(desk.value("SELECT typed FROM caller_details WHERE field = 'phone'"), "07700 900346");
    assert_eq!(desk.value("SELECT number || ', ' || state FROM cases"), "1, open");
    assert_eq!(
        desk.value("SELECT giver || ', ' || told_by FROM consents"),
        "young person, Grace Tull",
        "one record, and no other"
    );
}
