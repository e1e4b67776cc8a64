//! Of which family a third party spoke is not kept when the call ends without consent: no row of the call names the case.

use mediation_line::protocol::effect::Place;

use crate::journeys::desk::Desk;

/// How many rows say that the latest call is of a case.
const NAMES_A_CASE: &str = "SELECT (SELECT count(*) FROM calls WHERE id = (SELECT max(id) FROM calls) AND case_id IS NOT NULL)
   + (SELECT count(*) FROM history WHERE call_id = (SELECT max(id) FROM calls) AND case_id IS NOT NULL)
   + (SELECT count(*) FROM enquiries WHERE id = (SELECT enquiry_id FROM calls WHERE id = (SELECT max(id) FROM calls))
        AND case_id IS NOT NULL)";

/// A school rings about the case whose consent was withdrawn.
fn about_a_withdrawn_case() -> Desk {
    let mut desk = Desk::practice(Place::Today);
    desk.keys("F3").text("m0408").keys("Enter c").shows("consent was withdrawn: nothing is kept");
    desk.keys("Alt+W Backspace s Enter").text("Martin Oyelaran").keys("Enter Enter").text("01632 960118");
    desk
}

#[test]
fn an_enquiry_about_a_withdrawn_case_does_not_name_it() {
    let mut desk = about_a_withdrawn_case();
    desk.keys("Enter n F9 F9").shows("Kept as enquiry");
    assert_eq!(desk.value("SELECT outcome FROM calls ORDER BY id DESC LIMIT 1"), "enquiry");
    assert_eq!(desk.value(NAMES_A_CASE), "0");
    // Taken back, it is a call without a case, and ends as one again.
    desk.keys("Ctrl+Z").shows("CALL").shows("Martin Oyelaran").keys("F9 F9").shows("Kept as enquiry");
    assert_eq!(desk.value(NAMES_A_CASE), "0");
}

#[test]
fn a_count_line_of_a_call_about_a_withdrawn_case_does_not_name_it() {
    for end in ["Enter n F9 p F9", "Enter n F9 x F9"] {
        let mut desk = about_a_withdrawn_case();
        desk.keys(end).shows("Only a count line is kept");
        assert_eq!(desk.value(NAMES_A_CASE), "0");
    }
}

#[test]
fn what_a_parent_said_before_the_withdrawal_leaves_with_the_case() {
    let mut desk = Desk::practice(Place::Today);
    desk.keys("F3").text("m0412").keys("Enter c").shows("CALL").wait(3000);
    desk.keys("Alt+N Ctrl+A").text("Zuleikha Quill").keys("Enter").wait(3000);
    assert_eq!(desk.value("SELECT count(*) FROM caller_details WHERE typed = 'Zuleikha Quill'"), "1");
    let mut other = desk.another("Tom");
    other.keys("F3").text("m0412").keys("Enter Right w w").shows("Withdrawn.");
    desk.look().wait(1000);
    desk.keys("Alt+W Backspace s Enter Alt+N Ctrl+A").text("Martin Oyelaran").keys("Enter n");
    desk.keys("Esc k n F9 F9").shows("Kept as enquiry");
    assert_eq!(
        desk.value("SELECT count(*) FROM calls WHERE outcome = 'enquiry' AND case_id IS NOT NULL"),
        "0"
    );
    assert_eq!(desk.value("SELECT count(*) FROM caller_details WHERE typed = 'Zuleikha Quill'"), "0");
}

#[test]
fn a_call_about_a_case_in_force_is_of_that_case_as_before() {
    let mut desk = Desk::practice(Place::Today);
    desk.keys("F3").text("m0412").keys("Enter c").shows("CALL").keys("F9 F9");
    let own = "SELECT count(*) FROM history h JOIN calls l ON l.id = h.call_id AND l.case_id = h.case_id
       WHERE h.act = 'Call started' AND l.id = (SELECT max(id) FROM calls)";
    assert_eq!(desk.value(own), "1");
}
