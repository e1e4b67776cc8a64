//! Another desk withdraws a consent, or removes a family's details, while this one has a window about it open.

use crate::journeys::desk::Desk;
use mediation_line::protocol::effect::Place;

/// A case of a family, at the first desk.
fn known() -> Desk {
    let mut desk = Desk::new();
    desk.keys("F2 p Enter").text("Zuleikha Quill").keys("Enter").text("07700 900831");
    desk.keys("Enter Enter Enter").text("Obsidiana Quill").keys("Enter").text("12.3.16").keys("Enter");
    desk.text("Larkfield Primary").keys("Enter F4").text("jabberwick").keys("F9 F9 F5");
    desk
}

/// The other desk withdraws it, and may remove its details.
fn leaves(other: &mut Desk, erased: bool) {
    other.keys("F3").text("m1").keys("Enter Right w w");
    if erased {
        other.keys("r").text("1").keys("Enter").shows("details removed");
    }
}

const WORDS: [&str; 5] = ["Zuleikha", "Obsidiana", "Quill", "12 Mar 2016", "jabberwick"];

#[track_caller]
fn hides_all(desk: &mut Desk, but: &[&str]) {
    for (width, height) in [(80, 24), (120, 40), (60, 20)] {
        let screen = desk.wait(500).draw(width, height).0;
        for word in WORDS.iter().filter(|word| !but.contains(word)) {
            assert!(!screen.contains(word), "{word} is shown:\n{screen}");
        }
    }
}

#[test]
fn a_row_of_find_is_read_again_before_it_goes_into_a_call() {
    for erased in [false, true] {
        for told in [false, true] {
            let mut desk = known();
            desk.keys("F2 p Enter F3").text("zuleikha").shows("M-0001").wait(500);
            leaves(&mut desk.another("Tom"), erased);
            if told {
                desk.look().hides("M-0001").shows("No match for 'zuleikha'.");
            } else {
                desk.shows("M-0001");
            }
            desk.keys("Down Enter").wait(3000);
            if !told {
                desk.shows("That row is not there any more. Nothing of it was put in.");
            }
            hides_all(&mut desk, &[]);
            desk.keys("Esc").shows("CALL C-0002").wait(3000);
            hides_all(&mut desk, &[]);
            let kept = desk.value(
                "SELECT count(*) FROM caller_details d JOIN callers r ON r.id = d.caller_id
                JOIN calls l ON l.id = r.call_id WHERE l.number = 2",
            );
            assert_eq!(kept, "0", "erased {erased}, told {told}");
            if erased {
                desk.nowhere_in_the_files(&["zuleikha", "quill", "obsidiana"]);
            }
        }
    }
}

#[test]
fn a_row_that_is_still_there_goes_into_the_call_with_the_same_key() {
    let mut desk = known();
    desk.keys("F2 p Enter F3").text("zuleikha").wait(500);
    desk.another("Tom").keys("F2 p Enter").text("Somebody Else").keys("Enter F9 F9");
    desk.look().keys("Down Enter").shows("CALL C-0002").wait(3000);
    let kept = "SELECT d.typed FROM caller_details d JOIN callers r ON r.id = d.caller_id
        JOIN calls l ON l.id = r.call_id WHERE l.number = 2";
    assert_eq!(desk.value(kept), "Zuleikha Quill");
}

#[test]
fn the_list_of_find_is_looked_up_again_when_another_desk_writes() {
    for (place, erased) in [(Place::Today, false), (Place::Desk, true)] {
        let mut desk = known();
        desk.at(place).keys("F3").text("zuleikha").keys("Down").wait(500);
        assert!(desk.draw(120, 40).0.contains("Obsidiana"), "{}", desk.draw(120, 40).0);
        leaves(&mut desk.another("Tom"), erased);
        desk.look().shows("Find: the chosen row is not there any more");
        desk.wait(500);
        hides_all(&mut desk, &[]);
    }
    // The choice stays on its row while rows come above it.
    let mut desk = known();
    desk.keys("F3").text("quill").wait(500);
    desk.choose("07700 900831");
    desk.another("Tom").keys("F2 p Enter").text("Aaron Quill").keys("Enter F9 F9");
    desk.look().wait(500);
    assert!(desk.draw(120, 40).0.contains("Aaron"), "{}", desk.draw(120, 40).0);
    desk.choose("07700 900831").keys("Enter").shows("M-0001");
}

#[test]
fn the_list_changes_at_a_desk_that_never_had_the_case_in_hand() {
    let mut desk = known();
    let mut other = desk.another("Tom");
    other.keys("F3").text("zuleikha").keys("Down").wait(500);
    leaves(&mut desk, false);
    other.look().shows("Find: the chosen row is not there any more").wait(500);
    hides_all(&mut other, &[]);
}

#[test]
fn the_window_with_two_cases_closes_when_the_other_family_leaves() {
    for erased in [false, true] {
        let mut desk = known();
        desk.keys("F2 p Enter").text("Ada Fenwick").keys("Enter Enter Enter Enter").text("Tobe Fenwick");
        desk.keys("Enter F9 F9 F3").text("m2").keys("Enter m").text("1").keys("Enter");
        desk.shows("One child, or two?").shows("Obsidiana Quill").shows("12.3.16");
        // What another desk writes elsewhere leaves it as it is.
        let mut other = desk.another("Tom");
        other.keys("F2 p Enter").text("Somebody Else").keys("Enter F9 F9");
        desk.look().shows("One child, or two?").shows("Obsidiana Quill");
        leaves(&mut other, erased);
        desk.look().hides("One child, or two?").hides("12.3.16").hides("Larkfield");
        desk.shows("The other case lost its consent at another desk: the window is closed.");
        hides_all(&mut desk, &[]);
    }
}

#[test]
fn the_contact_window_closes_after_a_withdrawal_and_its_words_wait() {
    for (typed, erased) in [(false, false), (true, false), (true, true)] {
        let mut desk = known();
        desk.keys("F3").text("m1").keys("Enter Right Right e").shows("07700 900831");
        if typed {
            desk.text("zulwords");
        }
        let mut other = desk.another("Tom");
        leaves(&mut other, erased);
        desk.look();
        desk.shows(match (typed, erased) {
            (_, true) => "The details were removed at another desk: the window is closed.",
            (false, _) => "Consent was withdrawn at another desk: the window is closed.",
            (true, _) => "Consent was withdrawn at another desk: the window closed, its words wait.",
        });
        desk.hides("07700 900831").hides("zulwords");
        hides_all(&mut desk, &[]);
        if typed && !erased {
            other.keys("F3").text("m1").keys("Enter Right a m Enter t Enter s F9").shows("recorded");
            desk.look().keys("e").shows("zulwords");
        }
    }
}

#[test]
fn a_call_about_the_case_shows_no_more_of_the_family_than_was_typed_in_it() {
    for erased in [false, true] {
        let mut desk = known();
        desk.keys("F3")
            .text("m1")
            .keys("Enter c")
            .shows("Obsidiana Quill")
            .shows("12.3.16")
            .shows("Larkfield");
        desk.keys("Alt+N Ctrl+A").text("Grandma Fenwick").keys("Enter F4").text("zulnotes").wait(3000);
        let mut other = desk.another("Tom");
        other.keys("F3").text("m1").keys("Enter");
        desk.look();
        leaves(&mut other, erased);
        desk.look().shows("Consent was withdrawn at another desk: from now on this is scratch.");
        desk.hides("12.3.16").hides("Larkfield").shows("/ Grandma Fenwick").shows("zulnotes");
        hides_all(&mut desk, &[]);
        desk.keys("F4 Alt+C Ctrl+Z Ctrl+Z Alt+N");
        hides_all(&mut desk, &[]);
        if !erased {
            // Given again: what the file has is shown again, and nothing in it was lost.
            other.keys("F3").text("m1").keys("Enter Right a m Enter t Enter s F9").shows("recorded");
            desk.look().shows("Obsidiana Quill").shows("12.3.16").wait(3000);
            assert_eq!(desk.value("SELECT typed FROM details WHERE field = 'child'"), "Obsidiana Quill");
        }
    }
}

#[test]
fn a_consent_of_ones_own_does_not_hide_that_another_desk_withdrew_the_next() {
    // Given once more, checked, and both after a withdrawal of one's own.
    for own in ["a m F9", "k y F9", "w w a m Enter t Enter s F9 k y F9"] {
        let mut desk = known();
        desk.keys("F3").text("m1").keys("Enter c p Enter Esc k").shows("[Consent]").keys(own);
        desk.shows("OK").keys("F2").shows("CALL C-0002").shows("OK  ").keys("F4").text("zulnotes").wait(3000);
        let mut other = desk.another("Tom");
        other.keys("F3").text("m1").keys("Enter");
        desk.look();
        leaves(&mut other, false);
        desk.look().shows("Consent was withdrawn at another desk: from now on this is scratch.");
    }
}
