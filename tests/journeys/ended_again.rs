//! The end of a call about a known case is taken back: what it had added to the case counts no more, until the next end.

use super::desk::Desk;

const FAMILY: &str =
    "SELECT group_concat(person || ' ' || needed || ' ' || phone, '; ') FROM parties WHERE kind = 'family'";

/// Siobhan O'Malley has a case, with this number.
fn known(number: &str) -> Desk {
    let mut desk = Desk::new();
    desk.keys("F2 p Enter").text("Siobhan O'Malley").keys("Enter").text(number).keys("Enter F9 F9");
    desk
}

/// A parent rings about it, up to the end of the call.
fn rings(desk: &mut Desk, name: &str, number: &str) {
    desk.keys("F2 p Enter").text(name).keys("Enter").text(number).keys("Enter F3");
    desk.text("m1").keys("Enter").wait(1000).keys("F9 F9").shows("Finished: M-0001");
}

#[test]
fn the_number_that_she_gave_is_an_old_one_again() {
    let mut desk = known("01632 960 512");
    rings(&mut desk, "Siobhan O'Malley", "07700 900777");
    desk.keys("F3").text("m1").keys("Enter").shows("also 07700 900777");
    desk.keys("F5 Ctrl+Z").wait(500).shows("C-0002");
    assert_eq!(desk.value("SELECT state FROM calls WHERE number = 2"), "open");
    desk.keys("F5 F3")
        .text("m1")
        .keys("Enter")
        .hides("also")
        .shows("FAMILY  Siobhan O'Malley, 01632 960 512");
    // It is found by it all the same, and ended again it is hers, once.
    desk.keys("F5 F2 F9 F9")
        .shows("Finished: M-0001")
        .keys("F3")
        .text("m1")
        .keys("Enter")
        .shows("also 07700 900777");
    assert_eq!(desk.value("SELECT count(*) FROM contacts"), "1");
    // So is the second end, by which the old number only became hers again.
    desk.keys("F5 Ctrl+Z").wait(500).shows("C-0002");
    assert_eq!(desk.value("SELECT current FROM contacts"), "no");
}

#[test]
fn the_first_number_is_taken_back_as_well() {
    let mut desk = known("");
    rings(&mut desk, "Siobhan O'Malley", "07700 900777");
    assert_eq!(desk.value(FAMILY), "Siobhan O'Malley needed 07700 900777");
    desk.keys("Ctrl+Z").wait(500);
    assert_eq!(desk.value(FAMILY), "Siobhan O'Malley needed ");
    desk.keys("F5 F2 F9 F9").shows("Finished: M-0001");
    assert_eq!(desk.value(FAMILY), "Siobhan O'Malley needed 07700 900777");
}

#[test]
fn the_father_is_no_contact_until_his_call_ends() {
    let mut desk = known("01632 960 512");
    rings(&mut desk, "Patrick Quill", "07700 900778");
    desk.keys("Ctrl+Z").wait(500);
    assert_eq!(
        desk.value(FAMILY),
        "Siobhan O'Malley needed 01632 960 512; Patrick Quill dropped 07700 900778"
    );
    desk.keys("F5 F2 F9 F9").shows("Finished: M-0001");
    assert_eq!(
        desk.value(FAMILY),
        "Siobhan O'Malley needed 01632 960 512; Patrick Quill invited 07700 900778"
    );
    // The second end is taken back as the first was, and a third finds him again.
    desk.keys("Ctrl+Z").wait(500).shows("C-0002");
    assert!(desk.value(FAMILY).contains("Patrick Quill dropped"), "{}", desk.screen());
    desk.keys("F5 F2 F9 F9").shows("Finished: M-0001");
    assert!(desk.value(FAMILY).ends_with("; Patrick Quill invited 07700 900778"), "{}", desk.screen());
    // Where this person changed him since, at another desk, he stays, and only the call is open again.
    let mut other = desk.another("Priya Nair");
    other.keys("F3").text("m1").keys("Enter Right Right Down Space").wait(500);
    assert!(desk.value(FAMILY).contains("Patrick Quill needed"), "{}", other.screen());
    desk.keys("Ctrl+Z").wait(500).shows("C-0002");
    assert!(desk.value(FAMILY).contains("Patrick Quill needed"), "{}", desk.screen());
    assert_eq!(desk.value("SELECT state FROM calls WHERE number = 2"), "open");
}

#[test]
fn a_contact_that_was_dropped_on_purpose_is_not_the_one_of_a_later_call() {
    let mut desk = known("01632 960 512");
    rings(&mut desk, "Patrick Quill", "07700 900778");
    desk.keys("F3").text("m1").keys("Enter Right Right Down -").wait(500);
    assert!(desk.value(FAMILY).contains("Patrick Quill dropped"), "{}", desk.screen());
    desk.keys("F5");
    rings(&mut desk, "Patrick Quill", "07700 900778");
    assert_eq!(
        desk.value(FAMILY),
        "Siobhan O'Malley needed 01632 960 512; Patrick Quill dropped 07700 900778; \
         Patrick Quill invited 07700 900778"
    );
}

#[test]
fn what_forbids_ringing_stays_with_the_number() {
    let mut desk = known("01632 960 512");
    rings(&mut desk, "Siobhan O'Malley", "07700 900777 not safe");
    desk.keys("Ctrl+Z").wait(500);
    assert_eq!(desk.value("SELECT ring || current FROM contacts"), "noyes");
    desk.keys("F5 F3").text("m1").keys("Enter").shows("NOT SAFE TO RING 07700 900777");
    // Also when the end is taken back a second time.
    desk.keys("F5 F2 F9 F9").shows("Finished: M-0001").keys("Ctrl+Z").wait(500);
    assert_eq!(desk.value("SELECT ring || current FROM contacts"), "noyes");
}
