//! An enquiry that is rung about twice without consent stays one enquiry, with two calls.

use mediation_line::protocol::effect::Place;

use super::desk::Desk;

const DAY: i64 = 24 * 3_600_000;

/// A school that asked without consent and rings back; then rings a second time, with nothing new.
fn rung_twice() -> Desk {
    let mut desk = Desk::new();
    desk.keys("F2 s Enter").text("Martin Oyelaran").keys("Enter").text("Larkfield Primary, SENCO");
    desk.keys("Enter").text("01632 960118").keys("Enter n d Enter F9 r F9").shows("Kept as enquiry E-0001");
    desk.wait(2 * DAY).at(Place::Today).choose("E-0001").keys("Enter c").shows("CALL C-0002");
    desk.shows("Martin Oyelaran").keys("n F9 r").shows("E-0001").keys("F9");
    desk
}

#[test]
fn a_second_call_without_consent_leaves_one_enquiry_with_a_new_day_and_the_same_end() {
    let mut desk = rung_twice();
    desk.shows("Kept as enquiry E-0001");
    assert_eq!(desk.value("SELECT count(*) || ' ' || max(number) FROM enquiries"), "1 1");
    assert_eq!(desk.value("SELECT last FROM counters WHERE kind = 'E'"), "1");
    assert_eq!(
        desk.value("SELECT count(*) FROM calls WHERE outcome = 'enquiry' AND enquiry_id IS NOT NULL"),
        "2"
    );
    assert_eq!(desk.value("SELECT keep_until FROM enquiries"), "2027-02-24", "from the first call on");
    assert!(desk.value("SELECT next_day FROM enquiries").as_str() > "2026-11-26");
    assert_eq!(desk.value("SELECT count(*) FROM documents"), "1");
    desk.keys("F3").text("Oyelaran").keys("Enter").shows("ENQUIRY E-0001");
    desk.shows("Calls").shows("2: Tue 24 Nov Priya Nair, Thu 26 Nov Priya Nair");
}

#[test]
fn the_second_call_is_open_again_and_ends_in_the_same_enquiry() {
    let mut desk = rung_twice();
    desk.keys("Ctrl+Z").shows("CALL C-0002").keys("F9 r").shows("E-0001").keys("F9");
    desk.shows("Kept as enquiry E-0001");
    assert_eq!(desk.value("SELECT count(*) || ' ' || max(number) FROM enquiries"), "1 1");
}

#[test]
fn a_caller_of_another_kind_is_another_enquiry() {
    let mut desk = Desk::new();
    desk.keys("F2 s Enter").text("Martin Oyelaran").keys("Enter Enter").text("01632 960118");
    desk.keys("Enter n d Enter F9 r F9").shows("Kept as enquiry E-0001");
    desk.wait(2 * DAY).at(Place::Today).choose("E-0001").keys("Enter c").shows("CALL C-0002");
    desk.keys("Alt+W Ctrl+A l Enter")
        .text("Jo Whitlock")
        .keys("Esc k n F9 r F9")
        .shows("Kept as enquiry E-0002");
    assert_eq!(desk.value("SELECT count(*) FROM enquiries"), "2");
}

#[test]
fn a_third_party_who_turns_out_to_be_another_third_party_is_kept_as_that() {
    let mut desk = Desk::new();
    desk.keys("F2 s Enter").text("Jo Whitlock").keys("Enter Enter").text("01632 960118").wait(3000);
    desk.keys("Alt+W Ctrl+A l Enter").hides("Not kept").hides("Taken out").wait(3000);
    assert_eq!(desk.value("SELECT kind FROM calls"), "la officer");
    assert_eq!(
        desk.value("SELECT group_concat(typed, '; ') FROM caller_details"),
        "Jo Whitlock; 01632 960118"
    );
    desk.keys("Esc k n F9 r F9").shows("Kept as enquiry E-0001");
    assert_eq!(desk.value("SELECT kind || ' ' || name FROM enquiries"), "la officer Jo Whitlock");
}
