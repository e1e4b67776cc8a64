//! A call that is broken off: the power fails, the person leaves, the program is stopped. What was typed is there.

use super::budgets::parent_call;
use super::desk::Desk;

#[test]
fn scenario_11_the_power_fails_in_the_middle_of_a_sentence() {
    let mut desk = Desk::new();
    desk.keys("F2 p Enter").text("Leanne Marsh").keys("Enter").text("07700 900188").keys("F4");
    desk.text("she asked if it means losing the right to").wait(500);
    let mut desk = desk.restart();
    desk.shows("C-0001").shows("losing the right to");
    desk.keys("F9").shows("she asked if it").shows("Leanne Marsh");
    assert_eq!(desk.value("SELECT state FROM calls"), "open");
    // It goes on in the middle of the sentence.
    desk.text(" appeal").wait(500);
    assert_eq!(desk.value("SELECT body FROM notes"), "she asked if it means losing the right to appeal");
    // And in the middle of a field.
    desk.keys("Alt+S").text("Larkfi").wait(500);
    let mut desk = desk.restart();
    desk.keys("F9").shows("School     [Larkfi").text("eld").keys("Enter").wait(500);
    assert_eq!(desk.value("SELECT typed FROM details WHERE field = 'school'"), "Larkfield");
    // What fills itself is not where the person was.
    desk.keys("Alt+L").text("Northmere").keys("Enter").wait(500);
    let mut desk = desk.restart();
    desk.keys("F9").shows("Area (LA)  [Northmere");
}

#[test]
fn scenario_12_the_power_fails_while_scratch_holds_a_name() {
    let mut desk = Desk::new();
    desk.keys("F2 s Enter").text("Martin Oyelaran").keys("Enter Enter Enter").text("adam khan").wait(3000);
    let mut desk = desk.restart();
    desk.shows("Scratch was not saved, on purpose").keys("F9").shows("Martin Oyelaran").hides("adam");
    desk.nowhere_in_the_files(&["khan"]);
}

#[test]
fn a_call_that_is_taken_up_again_knows_who_agreed() {
    let told = |desk: &mut Desk| {
        desk.keys("F2 s Enter").text("Martin Oyelaran").keys("Enter").text("Larkfield").keys("Enter");
        desk.keys("Enter y m t Enter s").text("Adam Khan").keys("Enter").wait(500);
    };
    let relation = "SELECT relation FROM parties WHERE side = 'family' AND needed <> 'dropped'";
    let mut desk = Desk::new();
    told(&mut desk);
    let mut desk = desk.restart();
    desk.keys("F9").shows("OK  mother, told by the caller").keys("F9 F9");
    assert_eq!(desk.value(relation), "mother");
    // The same after a Finish that is taken back; a limit that is said then is that consent's.
    let mut desk = Desk::new();
    told(&mut desk);
    desk.keys("F9 F9 Ctrl+Z").shows("OK  mother, told by the caller").keys("Alt+C Up").text("ring her first");
    desk.keys("Enter F9 F9");
    assert_eq!(desk.value(relation), "mother");
    assert_eq!(
        desk.value("SELECT group_concat(DISTINCT giver || ', ' || how) FROM consents"),
        "mother, spoken"
    );
}

#[test]
fn leaving_the_program_keeps_the_call() {
    let mut desk = Desk::new();
    desk.keys("F2 p Enter").text("Dawn Ach").keys("Ctrl+Q").shows("q again to leave").keys("q");
    assert!(desk.has_left());
    assert_eq!(desk.value("SELECT typed FROM caller_details"), "Dawn Ach");
}

#[test]
fn after_a_leaving_on_purpose_the_next_start_does_not_say_that_the_computer_stopped() {
    const LEFT: &str = "You left while a call was open";
    const STOPPED: &str = "The computer stopped while you were on a call";
    let mut desk = Desk::new();
    desk.keys("F2 p Enter").text("Dawn Ach").keys("Ctrl+Q q");
    let mut desk = desk.restart();
    desk.shows(LEFT).hides(STOPPED).hides("Lost").hides("cut off").shows("Call C-0001").shows("Dawn Ach");
    // It is taken up again, and this time the program stops.
    desk.keys("F9").shows("CALL C-0001");
    let mut desk = desk.restart();
    desk.shows(STOPPED).shows("Lost").shows("We were cut off").hides(LEFT);
    // Scratch was lost by the leaving as well. Of two calls each says its own.
    desk.keys("F9 F2 2 s Enter").text("Martin Oyelaran").keys("F4").text("zebra").wait(3000);
    desk.keys("Ctrl+Q q").nowhere_in_the_files(&["zebra"]);
    let mut desk = desk.restart();
    desk.shows(LEFT)
        .shows("Lost     Scratch was not saved")
        .keys("l")
        .shows(LEFT)
        .shows("Dawn Ach")
        .keys("l");
    desk.hides(LEFT).shows("C-0001").shows("C-0002");
}

#[test]
fn after_a_closed_window_the_next_start_says_that_it_was_closed() {
    let mut desk = Desk::new();
    desk.keys("F2 p Enter").text("Dawn Ach");
    desk.stop();
    let mut desk = desk.restart();
    desk.shows("The program was closed while you were on a call").hides("The computer stopped");
    desk.shows("We were cut off").shows("Dawn Ach").keys("F9").shows("CALL C-0001");
    let mut desk = desk.restart();
    desk.shows("The computer stopped while you were on a call");
}

#[test]
fn a_stop_in_the_middle_of_a_word_keeps_it() {
    let mut desk = Desk::new();
    parent_call(&mut desk);
    desk.keys("F2 p Enter").text("Hal");
    desk.stop();
    assert_eq!(desk.value("SELECT typed FROM caller_details ORDER BY saved DESC"), "Hal");
}

#[test]
fn what_is_typed_is_saved_in_a_pause_and_while_typing_goes_on() {
    let mut desk = Desk::new();
    desk.keys("F2 p Enter").text("Dawn").wait(399);
    assert_eq!(desk.value("SELECT count(*) FROM caller_details"), "0", "a pause is 400 ms");
    desk.wait(2);
    assert_eq!(desk.value("SELECT typed FROM caller_details"), "Dawn");
    // Sixty letters without a pause take 2.4 seconds: what was typed two seconds ago is there.
    desk.text(&"x".repeat(60));
    let kept: usize = desk.value("SELECT length(typed) FROM caller_details").parse().unwrap();
    assert!(kept >= 4 + 49, "{kept} letters");
}

#[test]
fn the_line_that_is_said_at_the_end_is_the_offices_own() {
    let mut desk = Desk::new();
    desk.file().execute("UPDATE settings SET value = '01632 960555' WHERE key = 'line'", []).unwrap();
    desk.ask_for_interrupted();
    desk.keys("F2 o Enter Esc k n F9").shows("The parents can ring us: 01632 960555.");
}
