//! Letters in a field, and the changes of fields: taken back one by one, also from another field.

use crate::journeys::calendar::{desk_of, office};
use crate::journeys::desk::Desk;

fn child(desk: &Desk) -> String {
    desk.value("SELECT typed FROM details WHERE field = 'child'")
}

/// A parent's call with a name that was written twice, and a school.
fn call() -> Desk {
    let mut desk = Desk::new();
    desk.keys("F2 p Enter Alt+C").text("Kelechi").keys("Enter Alt+C").text(" Achebe").keys("Enter Alt+S");
    desk.text("Larkfield").keys("Enter").wait(500);
    desk
}

#[test]
fn letters_come_back_first_and_then_the_field_before() {
    let mut desk = call();
    desk.keys("Alt+S").text("xy").keys("Ctrl+Z Ctrl+Z").shows("School     [Larkfield ");
    desk.keys("Ctrl+Z").shows("School: empty again. Ctrl+Y does it again.");
    desk.keys("Ctrl+Z").shows("Name: back to 'Kelechi'. Ctrl+Y does it again.");
    desk.wait(500);
    assert_eq!(child(&desk), "Kelechi");
    assert_eq!(desk.value("SELECT typed FROM details WHERE field = 'school'"), "");
    assert_eq!(
        desk.value("SELECT words FROM history_words ORDER BY history_id DESC LIMIT 1"),
        "was: Kelechi Achebe"
    );
    desk.keys("Ctrl+Y").shows("Name: back to 'Kelechi Achebe'. Ctrl+Z undoes.");
    desk.keys("Ctrl+Y").shows("School: back to 'Larkfield'.").wait(500);
    assert_eq!(child(&desk), "Kelechi Achebe");
    desk.keys("Ctrl+Y").shows("Nothing was taken back here.");
}

#[test]
fn what_is_taken_back_to_the_end_of_the_call_says_so() {
    let mut desk = call();
    desk.keys("Ctrl+Z Ctrl+Z Ctrl+Z Ctrl+Z").shows("Nothing more to take back in this call.");
    assert_eq!(child(&desk), "");
}

#[test]
fn two_hundred_changes_are_remembered() {
    use mediation_line::screens::changes::{Changes, MOST};
    let mut changes = Changes::default();
    for n in 0..=MOST {
        changes.note("name", &n.to_string(), &(n + 1).to_string(), 0);
    }
    changes.note("name", "same", "same", 0);
    let mut text = (MOST + 1).to_string();
    let mut count = 0;
    while let Some(change) = changes.undo(|_| text.clone()) {
        text = change.before.0;
        count += 1;
    }
    assert_eq!((count, text.as_str()), (MOST, "1"));
    assert!(changes.redo(|_| text.clone()).is_some());
    changes.forget();
    assert!(changes.redo(|_| "2".to_owned()).is_none());
}

#[test]
fn in_a_small_window_the_lines_before_come_back_too() {
    let mut office = office();
    office.a_case();
    let mut desk = desk_of(office);
    desk.keys("F3")
        .text("M-0001")
        .keys("Enter")
        .shows("Summary")
        .keys("e")
        .text(" one")
        .keys("Enter")
        .text(" two");
    desk.shows(" one").shows(" two");
    desk.keys("Ctrl+Z Ctrl+Z Ctrl+Z Ctrl+Z").hides(" two").shows(" one");
    desk.keys("Ctrl+Z").hides(" one");
    desk.keys("Ctrl+Y").shows(" one");
}

#[test]
fn scratch_never_comes_back_into_a_field_that_is_saved() {
    let mut desk = Desk::new();
    desk.keys("F2 s Enter").text("Martin Oyelaran").keys("Enter Enter Enter");
    desk.keys("F4")
        .text("Kelechi Achebe")
        .keys("Backspace")
        .keys("F4 Alt+A")
        .text("zzsecret")
        .keys("Ctrl+A")
        .text("d");
    // Something is typed behind the yes: Ctrl+Z does not take it back then.
    desk.keys("Enter Alt+K y m t Enter s").wait(500).shows("Consent recorded.").text("Ike");
    for _ in 0..12 {
        desk.keys("Ctrl+Z Alt+A Ctrl+Z F4 Ctrl+Z F4");
    }
    desk.wait(3000);
    assert_eq!(desk.value("SELECT body FROM notes"), "Kelechi Acheb");
    desk.nowhere_in_the_files(&["zzsecret"]);
}

#[test]
fn what_left_the_file_is_never_brought_back_into_it() {
    let mut desk = call();
    desk.keys("Alt+W Ctrl+A").text("s").keys("Enter").shows("NOT SAVED");
    for _ in 0..6 {
        desk.keys("Ctrl+Z");
    }
    desk.keys("Alt+N Ctrl+Z Ctrl+Z F4 Ctrl+Z F4").wait(3000);
    desk.nowhere_in_the_files(&["Kelechi", "Larkfield"]);
}
