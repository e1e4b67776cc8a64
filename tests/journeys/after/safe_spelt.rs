//! What was said against a number is found however the number is spelt, and when another one stands in the same line.

use crate::journeys::desk::Desk;
use mediation_line::protocol::effect::Place;

/// Bilal Siddiqui's number, 07700 900156, with what the authority said of it by these letters; on My desk.
fn said(letters: &str) -> Desk {
    let mut desk = Desk::practice(Place::Today);
    desk.choose("M-0405").keys("F9 r").text(letters);
    desk.keys("Enter Enter Enter Enter").text("Kit Sharma").keys("Enter F5");
    desk
}

/// The number of the party whose row this is becomes this one; the cursor stands on Willingness.
fn spelt<'a>(desk: &'a mut Desk, case: &str, number: &str) -> &'a mut Desk {
    desk.choose(case).keys("Enter Right Right e Down Down Down Ctrl+A").text(number).keys("F9");
    assert_eq!(
        desk.value(&format!("SELECT count(*) FROM parties WHERE phone = '{number}'")),
        "1",
        "{}",
        desk.screen()
    );
    desk
}

#[test]
fn a_marked_number_is_not_safe_on_every_list_however_it_is_spelt() {
    for number in [
        "07700 900155, mobile",
        "07700,900,155",
        "07700.900.155",
        "07700/900155",
        "07700 900155 ext 4",
        "07700 900155 evenings, Anita",
        "Anita: 07700 900155",
        "+44 7700 900155",
        "0044 (0) 7700-900155",
        "07700 900155 / 01632 960555",
        "01632 960555, 07700 900155",
    ] {
        let mut desk = Desk::practice(Place::Today);
        spelt(&mut desk, "M-0401", number)
            .shows("NOT SAFE TO RING")
            .hides("(safe")
            .keys("F5")
            .choose("M-0401");
        desk.shows("say where from          DO NOT RING").shows("NOT SAFE TO RING. F9 shows");
        desk.at(Place::Desk).choose("M-0401").shows("DO NOT RING").hides("Ring parent");
    }
}

#[test]
fn another_number_beside_a_marked_one_takes_no_mark_away() {
    let mut desk = said("n");
    spelt(&mut desk, "M-0405", "07700 900156 / 01632 960555").shows("NOT SAFE TO RING 07700 900156 / 01632");
    desk.keys("F5").choose("M-0405").shows("Fri 27 Nov           DO NOT RING").hides("Ring family");
    desk.morning("2026-11-24T16:00").keys("m").choose("M-0405").hides("Ring family");
}

#[test]
fn of_two_numbers_in_one_line_the_one_that_is_not_safe_counts() {
    let mut desk = said("y");
    spelt(&mut desk, "M-0405", "01632 960777").keys("r Ctrl+A").text("n").keys("F9 F5");
    spelt(&mut desk, "M-0405", "07700 900156 / 01632 960777");
    desk.shows("NOT SAFE TO RING 07700 900156 / 01632 960777").hides("(safe to ring");
    desk.keys("Left")
        .hides("(safe to ring")
        .keys("F5")
        .choose("M-0405")
        .shows("Fri 27 Nov           DO NOT RING");
}

#[test]
fn what_is_said_of_the_other_number_hides_no_word_of_another_case() {
    // Anita Mistry's number is not safe, as her own case has it.
    let mut desk = said("y");
    spelt(&mut desk, "M-0405", "07700 900156 / 07700 900155").shows("NOT SAFE TO RING 07700 900156");
}

#[test]
fn the_last_word_on_a_number_holds_for_it_however_it_was_spelt() {
    for number in ["07700 900156, mobile", "+44 7700 900156", "07700 900156 / 01632 960555"] {
        let mut desk = said("n");
        spelt(&mut desk, "M-0405", number).shows("NOT SAFE TO RING").keys("r").shows("n--");
        desk.keys("Ctrl+A").text("y").keys("F9").hides("NOT SAFE TO RING").shows("(safe to ring - Kit");
        desk.keys("F5").choose("M-0405").shows("Fri 27 Nov           Ring family");
        // Taken back, it is not safe again; and so it is when it is said again.
        desk.keys("F5 Ctrl+Z").choose("M-0405").shows("Fri 27 Nov           DO NOT RING");
    }
}

#[test]
fn a_marked_number_that_comes_back_is_not_safe_anywhere() {
    let mut desk = said("n");
    spelt(&mut desk, "M-0405", "01632 960777").hides("NOT SAFE TO RING 01632").keys("F5");
    spelt(&mut desk, "M-0405", "07700 900156, mobile").shows("NOT SAFE TO RING 07700 900156, mobile");
    desk.keys("F5 F3").text("bilal").shows("NOT SAFE  ").keys("Esc");
    desk.keys("F2 p Enter").text("Rosa Quill").keys("Enter").text("07700900156").keys("Enter");
    desk.shows("NOT SAFE TO RING");
}

#[test]
fn one_number_of_a_marked_line_that_stays_is_not_safe_until_it_is_said_to_be() {
    let mut desk = Desk::practice(Place::Today);
    spelt(&mut desk, "M-0405", "07700 900156 / 01632 960555").keys("r").text("n").keys("F9 F5");
    spelt(&mut desk, "M-0405", "07700 900156").shows("NOT SAFE TO RING 07700 900156");
    desk.keys("F5 F3").text("bilal").shows("NOT SAFE  ").keys("Esc F5");
    desk.choose("M-0405").shows("Fri 27 Nov           DO NOT RING").keys("Enter Right Right r Ctrl+A");
    desk.text("y").keys("F9").hides("NOT SAFE").keys("F5").choose("M-0405");
    desk.shows("Fri 27 Nov           Ring family")
        .keys("F3")
        .text("bilal")
        .hides("NOT SAFE  ")
        .keys("Esc F5");
    // Nobody said so of the other one.
    spelt(&mut desk, "M-0405", "07700 900156 / 01632 960555").shows("NOT SAFE TO RING 07700 900156 / 01632");
}
