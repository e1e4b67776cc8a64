//! Nothing typed is lost: what is refused stands in its window again, and leaving says what is not saved.

use mediation_line::protocol::effect::Place;

use super::calendar::{desk_of, office};
use super::desk::Desk;

fn at_the_case() -> Desk {
    let mut office = office();
    office.a_case();
    let mut desk = desk_of(office);
    desk.keys("F3").text("M-0001").keys("Enter").shows("Summary");
    desk
}

#[test]
fn the_words_of_a_withdrawal_are_kept_by_every_way_of_leaving_its_question() {
    for leaving in ["F5", "F2", "F3", "F7", "Esc", "Esc Backspace"] {
        let mut desk = at_the_case();
        desk.keys("Right w Enter")
            .text("zebra words")
            .keys("Enter")
            .shows("Withdraw the consent?")
            .keys(leaving);
        desk.keys("F5 F3").text("M-0001").keys("Enter Right w Enter").shows("zebra words");
        // And they go with the withdrawal.
        desk.keys("Enter w").shows("Withdrawn.");
        desk.keys("F5 Ctrl+Q").hides("Not saved");
    }
}

#[test]
fn leaving_the_program_names_the_window_that_holds_words() {
    let mut desk = at_the_case();
    desk.keys("n").text("Half a note").keys("F5 Ctrl+Q");
    desk.shows("Not saved: A note on this case, M-0001. q again to leave.");
    assert!(!desk.has_left());
    desk.keys("Esc Esc F3").text("M-0001").keys("Enter n").shows("Half a note").keys("Enter Ctrl+Q");
    assert!(desk.has_left(), "{}", desk.screen());
    let mut desk = at_the_case();
    desk.keys("n")
        .text("Half a note")
        .keys("Esc p")
        .text("thu")
        .keys("Esc Right w Enter")
        .text("zebra")
        .keys("Enter");
    desk.keys("Ctrl+Q")
        .shows("Not saved: A note on this case, M-0001 and 2 more. q again to leave.")
        .keys("q");
    assert!(desk.has_left());
}

#[test]
fn what_the_file_refused_stands_in_its_window_again_though_the_page_has_closed() {
    let mut desk = at_the_case();
    desk.keys("F5").wait(18 * 3_600_000);
    desk.at(Place::Today).choose("M-0001").keys("F9 l").text("").keys("Enter").text("zebra words");
    let mut tom = desk.another("Tom Reed");
    tom.keys("F3").text("M-0001").keys("Enter Right w w").shows("Withdrawn.");
    desk.keys("F9").shows("Consent was withdrawn.");
    desk.keys("Ctrl+Q").shows("Not saved: LA: left message, M-0001. q again to leave.");
    let mut desk = at_the_case();
    desk.keys("F5").wait(18 * 3_600_000);
    desk.at(Place::Today).choose("M-0001").keys("p").text("thu zebra");
    let mut tom = desk.another("Tom Reed");
    tom.keys("F3").text("M-0001").keys("Enter Right w w").shows("Withdrawn.");
    desk.keys("Enter").shows("Consent was withdrawn.");
    desk.keys("Ctrl+Q").shows("Not saved: Promise: I will ring  M-0001. q again to leave.");
}

#[test]
fn what_was_typed_about_a_family_goes_when_another_desk_removes_its_details() {
    let mut desk = at_the_case();
    desk.keys("n").text("zebra words").keys("F5").wait(18 * 3_600_000);
    desk.at(Place::Today).choose("M-0001").keys("n").text("quagga words").keys("F7");
    let mut tom = desk.another("Tom Reed");
    tom.keys("F3").text("M-0001").keys("Enter Right w w r").text("1").keys("Enter").shows("details removed");
    desk.look().keys("Ctrl+Q");
    assert!(desk.has_left(), "{}", desk.screen());
}

#[test]
fn words_of_a_call_whose_consent_another_desk_withdrew_are_scratch_and_go_to_the_file_when_it_is_given_again()
{
    let mut desk = at_the_case();
    desk.keys("c").shows("CALL C-").keys("Alt+S").wait(1000);
    let mut tom = desk.another("Tom Reed");
    tom.keys("F3").text("M-0001").keys("Enter Right w w").shows("Withdrawn.");
    desk.text(" zebra").wait(3000);
    desk.shows("NO  consent was withdrawn: nothing is kept").shows("Scratch - NOT SAVED").shows("zebra");
    desk.nowhere_in_the_files(&["zebra"]);
    desk.text(" foal").keys("F4").text("giraffe").wait(3000);
    desk.nowhere_in_the_files(&["zebra", "giraffe"]);
    tom.keys("a").text("m").keys("Enter t Enter s Enter Enter Enter").shows("is recorded");
    desk.look().wait(3000).look().wait(3000);
    desk.shows("OK").hides("Scratch - NOT SAVED");
    let case = desk.worker.store().case_numbered(1).unwrap().unwrap();
    let page = desk.worker.store().case_page(case).unwrap();
    assert!(page.detail(mediation_line::domain::detail::Detail::School).typed.contains("zebra foal"));
    let path = desk.folder.path().join("office.mediation");
    let notes: String = rusqlite::Connection::open(path)
        .unwrap()
        .query_row("SELECT group_concat(body) FROM notes WHERE call_id IS NOT NULL", [], |row| row.get(0))
        .unwrap();
    assert!(notes.contains("giraffe"), "{notes}");
}

#[test]
fn words_that_wait_are_named_on_the_page_with_the_key_that_shows_them_again() {
    let mut desk = at_the_case();
    desk.keys("e")
        .shows("Esc closes, and nothing is saved yet.")
        .keys("Down Down Ctrl+A")
        .text("Zebra School");
    desk.keys("Esc").hides("Zebra School").shows("Typed, not saved yet: The family's details. e on Summary.");
    // From every page of the case, and after it was left, until they are saved.
    desk.keys("Right").shows("Typed, not saved yet: The family's details. e on Summary.").keys("F5 F3");
    desk.text("M-0001")
        .keys("Enter")
        .shows("Typed, not saved yet")
        .keys("e")
        .shows("Zebra School")
        .keys("F9");
    desk.shows("Zebra School").hides("not saved yet");
    for (keys, said) in [
        ("n z Esc", "A note on this case. n."),
        ("Right Right e z Esc", "Contact: LA. e on Willingness."),
        ("Right Right + z Esc", "Add a party. + on Willingness."),
        ("Right a z Esc", "Add a consent, or a limit. a on Consent."),
        ("x z Esc", "Close the case. x on Summary."),
    ] {
        let mut desk = at_the_case();
        desk.keys(keys).shows(&format!("Typed, not saved yet: {said}"));
    }
}
