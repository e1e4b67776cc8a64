//! A caller who hung up rings again: found by name, number and reference, by whoever may know of them, and taken up.

use mediation_line::protocol::effect::Place;

use super::desk::Desk;

/// Sally Marsh was cut off: her call waits to be rung back.
fn cut_off() -> Desk {
    let mut desk = Desk::new();
    desk.keys("F2 p Enter").text("Sally Marsh").keys("Enter").text("07700 900188").keys("Enter F9 b");
    desk.shows("Not finished: it waits");
    desk
}

#[test]
fn whoever_was_cut_off_is_found_and_taken_up() {
    let mut desk = cut_off();
    for typed in ["marsh", "sally m", "900188", "188", "C-0001", "c1", "marshe"] {
        desk.keys("F3")
            .text(typed)
            .shows("1 found")
            .shows("C-0001  Sally Marsh")
            .shows("07700 900188, ring back");
        desk.keys("Esc");
    }
    desk.keys("F3")
        .text("marsh")
        .shows("CALLS NOT FINISHED")
        .keys("Enter")
        .shows("CALL C-0001")
        .shows("Sally Marsh");
    assert_eq!(desk.value("SELECT state FROM calls"), "open");
    // It is on the line now: there is nothing to take up.
    desk.keys("F5 F3").text("marsh").hides("C-0001");
}

#[test]
fn a_new_call_of_the_same_caller_says_that_they_were_cut_off() {
    let mut desk = cut_off();
    desk.keys("F2 p Enter")
        .text("Sally Marsh")
        .keys("Enter")
        .shows("C-0001 Sally M. was cut off? Esc x takes that call up.");
    assert!(desk.draw(120, 40).0.contains("C-0001 Sally Marsh"));
    desk.keys("Esc x").keys("2").shows("CALL C-0001");
    let mut desk = cut_off();
    desk.keys("F2 p Enter Enter").text("07700 900188").keys("Enter").shows("C-0001 Sally M. was cut off?");
}

#[test]
fn a_call_that_stopped_with_the_program_is_found_by_whoever_took_it() {
    let mut desk = Desk::new();
    desk.keys("F2 p Enter").text("Sally Marsh").keys("Enter").text("07700 900188").keys("Enter").wait(3000);
    // The program stops; when it starts again somebody is on the line already, and nothing comes over that call.
    desk.at(Place::Desk).keys("F2").ask_for_interrupted();
    desk.keys("p Enter").text("Sally Marsh").keys("Enter").shows("C-0001 Sally M. was cut off? Esc x");
    desk.keys("F5 F3").text("marsh").shows("C-0001  Sally Marsh").hides("C-0002").keys("Esc");
    // A colleague may be speaking with her, as far as anybody can tell.
    desk.another("Tom").keys("F3").text("marsh").shows("No match").hides("Sally Marsh");
    // The wall stands: nobody's family is known to a school.
    desk.keys("F2 F9 F9 F2 s Enter F3").text("marsh").hides("C-0001").hides("Sally").keys("Esc F9 x F9");
    desk.keys("F3").text("marsh").shows("C-0001").keys("Enter").shows("CALL C-0001").shows("07700 900188");
    // In hand, or parked, it is not one that was cut off.
    desk.keys("F5 F3")
        .text("marsh")
        .hides("C-0001")
        .keys("Esc F2 F2 2 p Enter")
        .text("Sally Marsh")
        .keys("Enter");
    desk.shows("1 parked").hides("was cut off");
}

#[test]
fn a_third_party_without_consent_finds_calls_of_callers_in_their_work_and_no_familys() {
    let mut desk = cut_off();
    desk.keys("F2 s Enter").text("Marsha Oyelaran").keys("Enter Enter").text("01632 960118").keys("Enter F5");
    desk.at(Place::Desk).ask_for_interrupted();
    desk.keys("l");
    assert_eq!(desk.value("SELECT count(*) FROM calls WHERE state = 'not finished'"), "2");
    for who in ["s", "o", "l"] {
        desk.keys("F2").text(who).keys("Enter").text("Marsh").keys("Enter").hides("C-0001");
        desk.keys("F3")
            .text("marsh")
            .shows("Marsha Oyelaran")
            .hides("Sally")
            .hides("C-0001")
            .keys("Ctrl+A")
            .text("188");
        desk.hides("C-0001").keys("Ctrl+A").text("c1").hides("Sally").keys("Esc F9 x F9");
    }
    // The school's call has a consent now: it is the family's as well.
    desk.keys("F3")
        .text("marsha")
        .keys("Enter")
        .shows("CALL C-0002")
        .keys("Esc k y m t Enter s")
        .text("Ellis Quill");
    desk.keys("Enter F9 b").shows("Not finished");
    desk.keys("F3").text("quill").shows("C-0002").keys("Esc");
    desk.keys("F2 s Enter F3").text("marsha").hides("C-0002");
}

#[test]
fn a_call_whose_consent_was_withdrawn_names_nobody() {
    let mut desk = Desk::new();
    super::budgets::parent_call(&mut desk);
    desk.keys("F3").text("M-0001").keys("Enter c p Enter Ctrl+A").text("Zuleikha Marsh").keys("Enter F9 b");
    desk.keys("F3").text("marsh").shows("C-0002  Zuleikha Marsh").keys("Esc");
    desk.keys("F3").text("M-0001").keys("Enter Right w w").shows("Withdrawn.");
    desk.keys("F3").text("marsh").hides("Zuleikha").keys("Ctrl+A").text("c2").hides("Zuleikha");
}
