//! Two calls at a time: one in hand and one that is parked, and the way from either to the other.

use super::desk::Desk;

#[test]
fn two_calls_at_the_same_time_and_a_third_is_refused_kindly() {
    let mut desk = Desk::new();
    desk.keys("F2 p Enter")
        .text("First Caller")
        .keys("F2")
        .shows("park")
        .keys("2 p Enter")
        .text("Second Caller");
    desk.shows("1 parked: F2").keys("F2").shows("First Caller").keys("F2").shows("Second Caller");
    assert_eq!(desk.value("SELECT count(*) FROM calls WHERE state = 'open'"), "2");
}

#[test]
fn while_a_call_is_parked_whoever_rings_next_is_a_new_call_and_the_parked_one_waits_on_my_desk() {
    let mut desk = Desk::new();
    desk.keys("F2 p Enter").text("First Caller").keys("Enter").text("07700 900 1").keys("F2 2 s Enter");
    desk.text("Martin Oyelaran").keys("F9 F9").shows("1 CALL PARKED").shows("START A CALL");
    // The way back is said, in a small window too, and on every page.
    desk.shows("Kept as enquiry E-0001. Parked: F2 F2.");
    for (width, height) in [(60, 20), (80, 24)] {
        let screen = desk.draw(width, height).0;
        assert!(screen.contains("PARKED: F2 F2 ") && screen.contains(" Parked: F2 F2."), "{screen}");
    }
    desk.keys("F7")
        .shows("PARKED: F2 F2")
        .keys("F5 F2")
        .shows("A new call. F2 goes to the one that is parked.");
    desk.keys("p Enter").text("Tony Vale").keys("Enter").shows("1 parked: F2").hides("07700 900 1");
    desk.keys("F2").shows("First Caller").shows("07700 900 1").keys("F2").shows("Tony Vale").keys("F9 F9");
    desk.shows("1 CALL PARKED").keys("Enter").shows("First Caller").hides("PARKED");
}

#[test]
fn the_way_back_to_the_parked_call_leaves_no_empty_one() {
    let open = "SELECT count(*) FROM calls WHERE state = 'open'";
    let mut desk = Desk::new();
    desk.keys("F2 p Enter").text("First Caller").keys("Enter F2 2 s Enter").text("Martin Oyelaran");
    desk.keys("F9 F9").shows("1 CALL PARKED").keys("F2 F2").shows("First Caller").hides("1 parked");
    desk.shows("Back to the parked call. Nothing was typed in the other.").wait(1000);
    assert_eq!(desk.value(open), "1");
    // Whoever types without looking is told whose call it is, and a new caller is a new call.
    desk.text("x").shows("Still the call of 14:32. New caller? F2, 2.").keys("Backspace F2 2 p Enter");
    desk.text("Tony Vale").shows("1 parked: F2").keys("F2").shows("First Caller").shows("1 parked: F2");
    assert_eq!(desk.value(open), "2");
    // One that somebody began on purpose stays, empty or not.
    let mut desk = Desk::new();
    desk.keys("F2 p Enter").text("First Caller").keys("Enter F2 2 F2").shows("First Caller");
    desk.shows("1 parked: F2").keys("F2").shows("CALL C-0002");
}
