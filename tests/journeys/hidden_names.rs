//! Where names are hidden, the small windows of a case name nobody, and what is said after them neither.

use super::desk::Desk;

const NAMES: [&str; 4] = ["Zuleikha", "Quill", "07700 900831", "Obsidiana"];

/// A mother's case, whose number is not safe to ring, looked at with names hidden.
fn hidden() -> Desk {
    let mut desk = Desk::new();
    desk.keys("F2 p Enter").text("Zuleikha Quill").keys("Enter").text("07700 900831");
    desk.keys("Enter Enter Enter").text("Obsidiana Quill").keys("Enter F9 F9");
    desk.keys("F3")
        .text("m1")
        .keys("Enter Right Right r")
        .text("n")
        .keys("Enter Enter")
        .text("12 Quill Road");
    desk.keys("Enter Enter").text("Zuleikha").keys("Enter").wait(500);
    desk.keys("F5 h").shows("h show names");
    for (width, height) in [(80, 24), (60, 20)] {
        assert!(desk.draw(width, height).0.contains("h show names"), "at {width}x{height}");
    }
    desk.keys("F3").text("m1").keys("Enter").shows("[Summary]");
    desk
}

#[track_caller]
fn names_nobody(desk: &Desk) {
    for (width, height) in [(80, 24), (120, 40), (60, 20), (28, 10)] {
        let screen = desk.draw(width, height).0;
        for name in NAMES {
            assert!(!screen.contains(name), "{name} is shown:\n{screen}");
        }
    }
}

#[test]
fn the_windows_of_an_answer_hide_whom_they_are_about() {
    for key in ["y", "n", "c", "x", "a", "l"] {
        let mut desk = hidden();
        desk.keys("Right Right").keys(key).shows("NOT SAFE TO RING").shows("(hidden)");
        names_nobody(&desk);
        // What is not typed anew is what it was.
        desk.keys("F9").wait(500);
        names_nobody(&desk);
    }
    let mut desk = hidden();
    desk.keys("Right Right y F9").wait(500);
    assert_eq!(desk.value("SELECT person FROM answers ORDER BY id DESC LIMIT 1"), "Zuleikha Quill");
}

#[test]
fn the_window_of_safe_numbers_hides_the_number_and_who_said_so() {
    let mut desk = hidden();
    desk.keys("Right Right r").shows("Safe to ring? Family").shows("Address").shows("(hidden)");
    names_nobody(&desk);
}

#[test]
fn the_window_of_a_certificate_hides_to_whom() {
    let mut desk = hidden();
    desk.keys("Right Right Right f").shows("To whom").shows("(hidden)");
    names_nobody(&desk);
    // What is typed in its place is seen, and what stands behind the name shows no name.
    desk.keys("Down Down Down Down").text("the LA").shows(" the LA");
    names_nobody(&desk);
    let mut desk = hidden();
    desk.keys("Right Right Right f Down Down Down Down End").text(", by post").shows(", by post");
    names_nobody(&desk);
}

#[test]
fn a_consent_is_checked_and_added_without_a_name() {
    let mut desk = hidden();
    desk.keys("Right a").text("Zuleikha Quill, mother").keys("Enter Enter Enter Enter Enter");
    desk.shows("The consent is recorded.").wait(500);
    names_nobody(&desk);
    desk.keys("k").shows("Who").shows("(hidden)");
    names_nobody(&desk);
    desk.text("y").keys("F9").shows("consent is confirmed").wait(500);
    names_nobody(&desk);
    assert_eq!(
        desk.value("SELECT group_concat(giver, '; ') FROM consents WHERE act = 'checked'"),
        "Zuleikha Quill, mother"
    );
    // A word that names nobody stays.
    desk.keys("a").shows("Who").keys("Ctrl+A").text("m").keys("F9").shows("Consent of mother is recorded.");
}

#[test]
fn two_values_of_one_field_are_chosen_by_whose_they_are() {
    let mut desk = hidden();
    let mut tom = desk.another("Tom Reed");
    tom.keys("F3").text("m1").keys("Enter e");
    desk.look().keys("e");
    tom.keys("Ctrl+A").text("Obsidiana Zuleikha").keys("F9");
    desk.keys("Ctrl+A").text("Obsi Quill").keys("F9").shows("Tom wrote something else. Yours is kept too");
    names_nobody(&desk);
    desk.keys("F9").shows("t  (hidden)   Tom").shows("m  (hidden)   you");
    names_nobody(&desk);
    desk.keys("m").shows("Name: as you chose. The other value is in the timeline.");
    names_nobody(&desk);
    assert_eq!(desk.value("SELECT typed FROM details WHERE field = 'child'"), "Obsi Quill");
}
