//! A family's words, typed at every place that can be reached before consent, and looked for in every file.

use crate::journeys::desk::Desk;

const OWN: &str = "SELECT group_concat(field || '=' || typed, '; ') FROM caller_details";

/// A parent's case, open, so that a family is known.
fn known_family(desk: &mut Desk) {
    desk.keys("F2 p Enter").text("Zuleikha Quill").keys("Enter").text("07700 900831");
    desk.keys("Enter Enter Enter").text("Obsidiana Quill").keys("Enter F4").text("jabberwick").keys("F9 F9");
}

/// The parent of the case withdraws.
fn withdrawn(desk: &mut Desk) {
    known_family(desk);
    desk.keys("F3").text("obsidiana").keys("Enter Right w w");
    assert_eq!(desk.value("SELECT act FROM consents ORDER BY seq DESC LIMIT 1"), "withdrawn");
}

#[test]
fn needs_and_an_address_typed_before_who_are_nobodys_work() {
    let mut desk = Desk::new();
    desk.keys("F2 Down Esc n").text("Martin Oyelaran").keys("Enter Enter Enter").text("zulneeds");
    desk.keys("Enter Enter Enter Enter Enter Enter Enter Enter Enter Enter")
        .text("zulfriend")
        .keys("Enter Enter");
    desk.text("12 zulstreet").shows("12 zulstreet").keys("Esc w s Enter F4 F5").wait(3000);
    assert_eq!(desk.value(OWN), "name=Martin Oyelaran");
    desk.nowhere_in_the_files(&["zulneeds", "zulfriend", "zulstreet"]);
    desk.keys("F2 F9 r F9").nowhere_in_the_files(&["zulneeds", "zulfriend", "zulstreet"]);
}

#[test]
fn what_a_parent_who_was_a_teacher_said_leaves() {
    let mut desk = Desk::new();
    desk.keys("F2 p Enter").text("Martin Oyelaran").keys("Enter Enter Enter").text("zulneeds").keys("Enter");
    desk.keys("Esc w Backspace s Enter F4").wait(3000).shows("Name: Martin Oyelaran");
    assert_eq!(desk.value(OWN), "null");
    desk.nowhere_in_the_files(&["zulneeds", "oyelaran"]);
}

#[test]
fn a_name_that_find_did_not_find_is_not_a_teachers() {
    let mut desk = Desk::new();
    desk.keys("F3").text("Zulchild Quill").keys("F2 s Enter F4").wait(3000);
    desk.shows("Name: Zulchild Quill");
    desk.nowhere_in_the_files(&["zulchild"]);
    // Typed over, it is the caller's own.
    let mut desk = Desk::new();
    desk.keys("F3").text("Zulchild Quill").keys("F2 p Enter F4").wait(3000);
    assert_eq!(desk.value(OWN), "name=Zulchild Quill");
}

#[test]
fn a_mother_who_hands_the_phone_back_does_not_become_the_teacher() {
    let mut desk = Desk::new();
    desk.keys("F2 s Enter").text("Martin Oyelaran").keys("Enter Enter").text("01632 960118").keys("Enter");
    desk.keys("Esc w Backspace p Enter")
        .text("Zuleikha Quill")
        .keys("Enter")
        .text("07700 900831")
        .keys("Enter");
    desk.wait(3000).keys("Esc w Backspace s Enter F4").wait(3000);
    desk.shows("Name: Zuleikha Quill").shows("Phone: 07700 900831");
    desk.nowhere_in_the_files(&["zuleikha", "900831"]);
    desk.keys("F9 F9").nowhere_in_the_files(&["zuleikha", "900831"]);
}

#[test]
fn an_age_that_was_typed_and_not_left_counts_when_the_page_is() {
    let child = |keys: &str| {
        let mut desk = Desk::new();
        desk.keys("F2 y Enter").text("Zulchild Quill").keys("Enter Enter Enter Enter").text("13").keys(keys);
        desk
    };
    for keys in ["F5", "Ctrl+Q q"] {
        let desk = child(keys);
        desk.nowhere_in_the_files(&["zulchild"]);
        let mut desk = desk.restart();
        desk.keys("F9").shows("a parent or carer would need to ask us").keys("Enter Enter Enter Enter Enter");
        desk.nowhere_in_the_files(&["zulchild"]);
        desk.keys("F9 F9");
        assert_eq!(desk.value("SELECT outcome FROM calls"), "child alone");
    }
    // After a crash it counts when the call is taken up.
    let mut desk = child("Left");
    desk.wait(3000);
    let mut desk = desk.restart();
    desk.keys("F9").shows("would need to ask us").wait(3000);
    desk.nowhere_in_the_files(&["zulchild"]);
}

#[test]
fn the_mother_of_a_grown_son_is_still_asked_after_a_restart() {
    let mut desk = Desk::new();
    desk.keys("F2 p Enter")
        .text("Grace Tull")
        .keys("Enter Enter Enter Enter Enter")
        .text("5.6.08")
        .keys("Enter");
    let mut desk = desk.restart();
    desk.keys("F9").shows("Does he or she agree").shows("Grace Tull").keys("F9 F9");
    assert_eq!(desk.value("SELECT kind || ' ' || name FROM enquiries"), "parent Grace Tull");
}

#[test]
fn scratch_is_not_looked_for_and_no_third_party_learns_that_a_family_is_known() {
    let mut desk = Desk::new();
    known_family(&mut desk);
    for who in ["s", "o"] {
        desk.keys("F2").keys(who).keys("Enter").text("Quill").keys("Enter").hides("rang before");
        desk.keys("F3").text("quill").hides("M-0001").hides("Obsidiana").keys("Esc F9 x F9");
    }
    // What was told to a parent is not told to the aunt that she turns out to be, nor to a child alone.
    desk.keys("F2 p Enter")
        .text("Quill")
        .keys("Enter")
        .shows("rang before")
        .keys("Esc w Backspace o Enter Esc n");
    desk.hides("rang before").keys("F9 x F9");
    desk.keys("F2 y Enter").text("Quill").keys("Enter Enter Enter Enter").text("13").keys("Enter");
    desk.keys("F3").text("quill").hides("M-0001").keys("Esc");
}

#[test]
fn what_was_copied_of_a_family_is_not_pasted_into_a_third_partys_field() {
    let mut desk = Desk::new();
    desk.keys("F2 p Enter")
        .text("Martin Oyelaran")
        .keys("Esc c")
        .text("Zulchild")
        .keys("Ctrl+A Ctrl+C Enter");
    desk.keys("Esc w Backspace s Enter Enter Ctrl+V F4").wait(3000);
    desk.nowhere_in_the_files(&["zulchild"]);
}

#[test]
fn names_hide_in_every_list_when_consent_is_withdrawn() {
    let mut desk = Desk::new();
    withdrawn(&mut desk);
    let names = ["Obsidiana", "Zuleikha", "jabberwick", "900831"];
    let hidden = |desk: &mut Desk, place: &str| {
        for (width, height) in [(80, 24), (120, 40)] {
            let screen = desk.wait(1000).draw(width, height).0;
            for name in names {
                assert!(!screen.contains(name), "{place} shows {name}:\n{screen}");
            }
        }
    };
    hidden(&mut desk, "the case");
    desk.keys("F5");
    hidden(&mut desk, "the home page");
    desk.keys("F3").text("obsid").hides("M-0001").keys("Esc");
    desk.keys("F3").text("m1").shows("M-0001");
    hidden(&mut desk, "Find of the number");
    // A call about it shows nothing and begins no second case.
    desk.keys("Down c").wait(500);
    hidden(&mut desk, "a call about it");
    desk.shows("consent was withdrawn: nothing is kept").keys("F4").text("zulagain").wait(3000);
    desk.keys("F9").shows("withdrawn. If they agree again");
    desk.keys("F9").nowhere_in_the_files(&["zulagain"]);
    assert_eq!(desk.value("SELECT count(*) FROM cases"), "1");
}

#[test]
fn the_debug_of_a_call_repeats_nothing_that_was_typed() {
    use mediation_line::screens::Screen as _;
    use mediation_line::screens::call::{Office, State};
    use std::rc::Rc;
    let office = Office {
        days: Rc::new(mediation_line::domain::working_days::WorkingDays::england()),
        service: Rc::new(mediation_line::domain::service::Service::shipped()),
    };
    let context = crate::journeys::screen::context();
    let mut call = State::named(7, Some("Zulchild Quill".into()), &context, &office);
    call.opened(&context);
    assert_eq!(format!("{call:?}"), "Call(7)");
}

#[test]
fn what_stood_in_a_wrong_field_and_was_corrected_leaves_the_journal_with_the_call() {
    let mut desk = Desk::new();
    desk.keys("F2 s Enter")
        .text("Martin Oyelaran")
        .keys("Enter")
        .text("zulchild needs help")
        .keys("Enter")
        .shows("Saved");
    desk.keys("Up Ctrl+A")
        .text("Larkfield Primary, SENCO")
        .keys("Enter")
        .text("01632 960118")
        .keys("Enter n d Enter F9 r F9")
        .shows("Kept as enquiry E-0001");
    desk.nowhere_in_the_files(&["zulchild"]);
    assert_eq!(desk.value("SELECT phone FROM enquiries"), "01632 960118");
}
