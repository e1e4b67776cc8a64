//! Words in a window are kept when the page is left by a function key: the phone rings, and nothing is lost.

use super::desk::Desk;
use mediation_line::protocol::effect::Place;

/// Kelechi's case on Today, its row chosen.
fn with_a_case() -> Desk {
    let mut desk = Desk::new();
    desk.keys("F2 p Enter").text("Dawn Achebe").keys("Esc p").text("07700 900142").keys("Esc c");
    desk.text("Kelechi Achebe").keys("Esc m y Enter F9 F9").shows("Finished: M-0001");
    desk
}

#[test]
fn a_note_on_a_list_survives_every_way_of_leaving_its_page() {
    for place in [Place::Today, Place::Desk] {
        for leaving in ["F5", "F2", "F3", "F7"] {
            let mut desk = with_a_case();
            desk.at(place.clone()).keys("n").text("Ring the sister first").keys(leaving);
            desk.shows("Your note is kept");
            desk.keys("F5 Down n").shows("Ring the sister first");
            desk.keys("Enter");
            assert_eq!(desk.value("SELECT count(*) FROM history WHERE act = 'Note'"), "1");
        }
    }
}

#[test]
fn windows_of_a_case_hold_their_words_when_the_case_is_opened_again() {
    for (window, shown) in [("n", "Facts only"), ("p", "Promise"), ("e", "family's details")] {
        for leaving in ["F5", "F2", "F3", "F7"] {
            let mut desk = with_a_case();
            desk.keys("F3")
                .text("M-0001")
                .keys("Enter")
                .keys(window)
                .shows(shown)
                .text("thu zebra")
                .keys(leaving);
            desk.shows(" is kept").keys("F5");
            desk.keys("F3").text("M-0001").keys("Enter").keys(window).shows("thu zebra");
        }
    }
}

#[test]
fn esc_and_leaving_the_page_keep_the_words_of_a_case_and_of_a_row() {
    let mut desk = with_a_case();
    desk.keys("F3").text("M-0001").keys("Enter n").text("Half a note").keys("Esc Backspace");
    desk.keys("F3").text("M-0001").keys("Enter n").shows("Half a note");
    let mut desk = with_a_case();
    desk.at(Place::Today).keys("p").text("thu zebra").keys("Esc F3 F5 p").shows("thu zebra");
}

#[test]
fn away_days_and_a_closed_day_are_not_lost_by_a_ringing_phone() {
    let mut desk = Desk::new();
    desk.keys("Alt+0 Enter +").text("Ann Zebra").keys("F2").shows("What you typed is kept");
    desk.keys("F5 Alt+0 Enter +").shows("Ann Zebra");
}

#[test]
fn a_handover_of_a_case_that_is_locked_goes_away_by_itself() {
    let mut desk = with_a_case();
    desk.at(Place::Today).keys("g").text("Ravi").keys("Enter Enter").shows("Handed to Ravi");
    desk.sit_down("Ravi", Place::Today).shows("from Priya");
    desk.keys("F3").text("M-0001").keys("Enter Right w w").shows("Withdrawn");
    desk.keys("F5").hides("from Priya").shows("M-0001");
}
