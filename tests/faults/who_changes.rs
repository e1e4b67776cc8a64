//! *Who* is changed while words stand in the caller's fields: what was not kept before is not kept by that, and what
//! was the family's does not become a third party's own.

use crate::journeys::desk::Desk;
use mediation_line::protocol::effect::Place;

const OWN: &str = "SELECT count(*) FROM caller_details d JOIN callers r ON r.id = d.caller_id WHERE r.kind = 'school staff'";
const SAID: &str = "These words were not this caller's: they are in Scratch, not saved.";
const TAKEN_OUT: &str = "It leaves the file now. Here it is scratch until the question is answered.";

/// A name and a number are typed, Who is corrected to school staff, and neither is in any file.
fn typed_and_corrected(desk: &mut Desk) {
    desk.keys("Alt+N Ctrl+A").text("Scratchmother Flimbostrad").keys("Enter");
    desk.keys("Ctrl+A").text("07700900333").keys("Enter").wait(3000);
    desk.shows("/ Scratchmother").nowhere_in_the_files(&["scratchmother", "flimbostrad", "900333"]);
    desk.keys("Alt+W Backspace s Enter").shows(SAID).wait(3000);
    desk.keys("F4").shows("Name: Scratchmother").shows("Phone: 07700900333");
    desk.shows("NOT SAVED").keys("F4 Enter").wait(3000).keys("Esc");
    desk.nowhere_in_the_files(&["scratchmother", "flimbostrad", "900333"]);
    // Nor by another change, or by taking letters back.
    desk.keys("Alt+N Ctrl+Z Ctrl+Z Alt+W Ctrl+A l Enter F4 Ctrl+Z F4").wait(3000);
    desk.nowhere_in_the_files(&["scratchmother", "flimbostrad", "900333"]);
}

#[test]
fn scratch_of_a_call_about_a_withdrawn_case_is_not_kept_when_who_changes() {
    let mut desk = Desk::practice(Place::Today);
    desk.keys("F3").text("m0408").keys("Enter c p Enter").shows("consent was withdrawn: nothing is kept");
    typed_and_corrected(&mut desk);
}

#[test]
fn scratch_of_a_call_about_a_case_erased_at_another_desk_is_not_kept_when_who_changes() {
    let mut desk = Desk::practice(Place::Today);
    desk.keys("F3").text("m0412").keys("Enter c p Enter").shows("CALL");
    let mut other = desk.another("Tom");
    other.keys("F3").text("m0412").keys("Enter Right w w r").text("0412").keys("Enter").shows("emoved");
    desk.look().shows("consent was withdrawn: nothing is kept");
    typed_and_corrected(&mut desk);
}

#[test]
fn a_parents_name_does_not_become_the_schools_own() {
    for second in [false, true] {
        for finished in [false, true] {
            let mut desk = Desk::new();
            if second {
                desk.keys("F2 s Enter").text("Martin Oyelaran").keys("Enter Alt+W Backspace");
            } else {
                desk.keys("F2");
            }
            desk.keys("p Enter").text("Zuleikha Quill").keys("Enter").text("07700 900831");
            desk.keys("Enter Enter Enter").text("Obsidiana Quill").keys("F4").text("jabberwick").wait(3000);
            if finished {
                desk.keys("F9 F9 Ctrl+Z").shows("CALL C-0001");
            }
            desk.keys("Alt+W Backspace s Enter").shows(TAKEN_OUT).wait(3000);
            // What the school's caller had said before the parent stands in its fields again, and nothing else.
            let own = if second && !finished { "Martin Oyelaran" } else { "" };
            let kept = "SELECT COALESCE(group_concat(typed), '') FROM caller_details";
            assert_eq!(desk.value(kept), own, "{second} {finished}");
            desk.nowhere_in_the_files(&["zuleikha", "quill", "900831", "obsidiana", "jabberwick"]);
            let wide = desk.draw(120, 40).0;
            assert!(wide.contains("Name: Zuleikha Quill") && wide.contains("Phone: 07700 900831"), "{wide}");
            // The school's own name is kept as ever, and the family's never.
            desk.keys("Alt+N Ctrl+A").text("Martin Oyelaran").keys("Enter").wait(3000);
            assert_eq!(desk.value("SELECT typed FROM caller_details"), "Martin Oyelaran");
            desk.nowhere_in_the_files(&["zuleikha", "quill", "900831", "obsidiana", "jabberwick"]);
        }
    }
}

#[test]
fn a_relatives_name_does_not_become_the_schools_own() {
    let mut desk = Desk::new();
    desk.keys("F2 o Enter")
        .text("Edna Quill")
        .keys("Enter Enter")
        .text("07700 900350")
        .keys("Enter")
        .wait(3000);
    desk.nowhere_in_the_files(&["edna", "quill", "900350"]);
    desk.keys("Alt+W Backspace s Enter").shows(SAID).wait(3000);
    desk.nowhere_in_the_files(&["edna", "quill", "900350"]);
    desk.keys("F4").shows("Name: Edna Quill").shows("Phone: 07700 900350");
    // A yes keeps all of it.
    desk.keys("F4 Esc k y m t Enter s").wait(3000);
    assert_eq!(desk.value("SELECT body FROM notes"), "Name: Edna Quill\nPhone: 07700 900350");
}

#[test]
fn of_a_case_in_force_the_parents_name_is_not_the_schools_either() {
    let mut desk = Desk::practice(Place::Today);
    desk.keys("F3").text("m0412").keys("Enter c p Enter").shows("CALL").wait(3000);
    desk.keys("Alt+N Ctrl+A").text("Zuleikha Quill").keys("Enter Ctrl+A").text("07700 900831").keys("Enter");
    desk.keys("Alt+W Backspace s Enter").wait(3000);
    assert_eq!(desk.value(&format!("{OWN} AND typed LIKE '%Quill%'")), "0");
    assert_eq!(
        desk.value("SELECT body FROM notes ORDER BY at DESC LIMIT 1"),
        "Name: Zuleikha Quill\nPhone: 07700 900831"
    );
}

#[test]
fn what_a_relative_said_stays_on_the_screen_when_the_parent_has_come() {
    for (who, kept) in [("p", "parent"), ("y", "young person")] {
        let mut desk = Desk::new();
        desk.keys("F2 o Enter").text("Edna Quill").keys("Enter Enter").text("07700 900350").keys("Enter");
        desk.keys("F4").text("jabberwick").wait(3000).nowhere_in_the_files(&[
            "quill",
            "900350",
            "jabberwick",
        ]);
        desk.keys("Alt+W Backspace").text(who).keys("Enter").shows("they are in Notes.").wait(3000);
        let notes = "jabberwick\nName: Edna Quill\nPhone: 07700 900350";
        assert_eq!(desk.value("SELECT body FROM notes"), notes);
        desk.shows("Name: Edna Quill").shows("Phone: 07700 900350").hides("NOT SAVED");
        // It was the parent all along: what was typed is back in its field by one key each.
        desk.keys("Alt+N")
            .shows("Name < Edna Quill in notes, Esc u.")
            .keys("Esc u Enter Esc u Enter")
            .wait(3000);
        let own = "SELECT group_concat(typed, ', ') FROM caller_details WHERE field IN ('name', 'phone')";
        assert_eq!(desk.value(own), "Edna Quill, 07700 900350");
        assert_eq!(desk.value("SELECT group_concat(kind) FROM callers"), format!("relative,{kept}"));
    }
}

#[test]
fn what_a_teacher_said_stays_on_the_screen_when_the_parent_has_come() {
    for yes_before in [false, true] {
        let mut desk = Desk::new();
        desk.school_rings().text("jabberwick").wait(3000);
        desk.nowhere_in_the_files(&["jabberwick"]);
        if yes_before {
            desk.keys("Esc k y m t Enter s").wait(3000);
        }
        desk.keys("Alt+W Backspace p Enter").shows("they are in Notes.").wait(3000);
        let notes = "jabberwick\nName: Martin Oyelaran\nFrom: Larkfield Primary, SENCO\nPhone: 01632 960118";
        assert_eq!(desk.value("SELECT body FROM notes"), notes, "{yes_before}");
        let wide = desk.draw(120, 40).0;
        assert!(wide.contains("From: Larkfield Primary") && wide.contains("Phone: 01632 960118"), "{wide}");
    }
}

#[test]
fn what_was_typed_before_the_parent_came_is_scratch_again_when_it_was_no_parent() {
    let mut desk = Desk::new();
    desk.keys("F2 o Enter").text("Edna Quill").keys("Enter Alt+W Backspace p Enter").wait(3000);
    assert_eq!(desk.value("SELECT body FROM notes"), "Name: Edna Quill");
    desk.keys("Alt+W Backspace o Enter").shows(TAKEN_OUT).wait(3000).nowhere_in_the_files(&["edna", "quill"]);
    desk.shows("NOT SAVED").shows("Name       [Edna Quill").hides("Name: Edna Quill");
}

#[test]
fn an_age_on_the_page_speaks_before_who_opens_the_file() {
    let ages = [
        ("p", "C", "3 mar 2006", "decides. Does he or she agree?"),
        ("y", "N", "3 mar 2016", "A parent or carer would need"),
    ];
    for (who, name, born, said) in ages {
        for others in ["s", "o", "r"] {
            let mut desk = Desk::new();
            desk.keys(&format!("F2 {who} Enter Alt+{name}")).text("Flimbostra Quill");
            desk.keys("Enter Alt+R").text(born).keys("Enter");
            desk.shows(said).wait(3000);
            desk.keys(&format!("Alt+W Ctrl+A {others} Enter Alt+W Ctrl+A {who} Enter"))
                .shows(said)
                .wait(3000);
            desk.nowhere_in_the_files(&["flimbostra", "quill"]);
            assert_eq!(desk.value("SELECT count(*) FROM consents"), "0", "{who} {others}");
        }
    }
}

#[test]
fn in_a_call_about_a_case_the_schools_words_do_not_become_the_parents() {
    let mut desk = Desk::practice(Place::Today);
    desk.keys("F3")
        .text("m0412")
        .keys("Enter c p Enter Alt+W Ctrl+A s Enter Alt+N Ctrl+A")
        .text("Martin Flimbostrad");
    desk.keys("Enter Alt+P Ctrl+A").text("01632 960444").keys("Enter Alt+W Ctrl+A p Enter").wait(3000);
    desk.keys("F4").shows("Martin Flimbostrad");
    let parents = "SELECT count(*) FROM caller_details d JOIN callers r ON r.id = d.caller_id
        WHERE r.kind = 'parent' AND (d.typed LIKE '%Flimbostrad%' OR d.typed LIKE '%960444%')";
    assert_eq!(desk.value(parents), "0");
}

#[test]
fn a_parents_call_that_was_left_is_not_rung_back_at_the_schools_number() {
    let mut desk = Desk::new();
    desk.keys("F2 s Enter").text("Martin Oyelaran").keys("Enter Alt+P").text("01632 960444");
    desk.keys("Enter Alt+W Ctrl+A p Enter").wait(3000).keys("F5");
    desk.shows("C-0001").hides("960444").hides("Martin");
}

const NO_YES: &str = "There was no yes: what was scratch is gone, and nothing of it is kept.";

#[test]
fn after_a_no_nothing_that_was_scratch_is_carried_to_the_parent_who_has_come() {
    for answer in ["n", "u"] {
        for (who, kind) in [("p", "parent"), ("y", "young person")] {
            let mut desk = Desk::new();
            desk.keys("F2 o Enter").text("Edna Quill").keys("Enter Enter").text("07700 900350").keys("Enter");
            desk.keys(answer).text("provision, he limps").keys("Enter F4").text("jabberwick");
            desk.shows("gone when").keys("Alt+W Ctrl+A").text(who).keys("Enter").shows(NO_YES).wait(3000);
            desk.hides("Edna").hides("jabberwick").hides("limps").shows("Provision");
            desk.keys("Alt+N Ctrl+Z Ctrl+Z Esc u F4 Ctrl+Z F4").wait(3000);
            desk.nowhere_in_the_files(&["edna", "quill", "900350", "limps", "jabberwick"]);
            assert_eq!(desk.value("SELECT group_concat(kind) FROM callers"), format!("relative,{kind}"));
            assert_eq!(
                desk.value("SELECT group_concat(typed) FROM details"),
                "Provision in the plan (section F)"
            );
        }
    }
}

#[test]
fn after_a_no_the_schools_own_details_are_in_notes_and_its_scratch_is_not() {
    let mut desk = Desk::new();
    desk.keys("F2 s Enter").text("Martin Oyelaran").keys("Enter Enter").text("01632 960118");
    desk.keys("Enter n F4").text("jabberwick").keys("Alt+W Ctrl+A p Enter");
    desk.shows("There was no yes: scratch is gone. The caller's own details are in Notes.").wait(3000);
    desk.nowhere_in_the_files(&["jabberwick"]);
    assert_eq!(desk.value("SELECT body FROM notes"), "Name: Martin Oyelaran\nPhone: 01632 960118");
}

#[test]
fn after_a_no_a_parents_words_are_not_those_of_the_young_person_who_has_come() {
    let mut desk = Desk::new();
    desk.keys("F2 p Enter").text("Edna Quill").keys("Enter").text("07700 900350").keys("Enter Alt+R");
    desk.text("3 mar 2006").keys("Enter").shows("Does he or she agree?").keys("n F4").text("jabberwick");
    desk.keys("Alt+W Ctrl+A y Enter").shows("The caller's own details are in Notes.").wait(3000);
    desk.nowhere_in_the_files(&["jabberwick"]);
    assert_eq!(desk.value("SELECT body FROM notes"), "Name: Edna Quill\nPhone: 07700 900350");
    assert_eq!(desk.value("SELECT count(*) FROM caller_details"), "0");
}

#[test]
fn scratch_that_is_kept_because_the_parent_has_come_is_said() {
    let mut desk = Desk::new();
    desk.keys("F2 o Enter F4").text("jabberwick").keys("Alt+W Ctrl+A p Enter");
    desk.shows("These words were not this caller's: they are in Notes.").wait(3000);
    assert_eq!(desk.value("SELECT body FROM notes"), "jabberwick");
}

#[test]
fn a_childs_name_is_not_the_parents_who_has_come() {
    let mut desk = Desk::new();
    desk.keys("F2 y Enter").text("Flimbostra Quill").keys("Enter").text("07700 900350").keys("Enter Alt+R");
    desk.text("3 mar 2016").keys("Enter").shows("A parent or carer would need to ask us.").wait(3000);
    desk.nowhere_in_the_files(&["flimbostra", "900350"]);
    desk.keys("Alt+W Ctrl+A p Enter")
        .shows("These words were not this caller's: they are in Notes.")
        .wait(3000);
    assert_eq!(desk.value("SELECT count(*) FROM caller_details"), "0");
    assert_eq!(desk.value("SELECT body FROM notes"), "Name: Flimbostra Quill\nPhone: 07700 900350");
    assert_eq!(desk.value("SELECT typed FROM details WHERE field = 'child'"), "Flimbostra Quill");
    // It was the parent all along: one key each.
    desk.keys("Alt+N Esc u Enter Alt+P Esc u Enter").wait(3000);
    assert_eq!(desk.value("SELECT group_concat(typed) FROM caller_details"), "Flimbostra Quill,07700 900350");
}

#[test]
fn a_parents_name_is_not_the_young_persons_who_has_come() {
    let mut desk = Desk::new();
    desk.keys("F2 p Enter").text("Edna Quill").keys("Enter Alt+R").text("3 mar 2006").keys("Enter");
    desk.shows("Does he or she agree?").keys("Alt+W Ctrl+A y Enter").wait(3000);
    desk.shows("These words were not this caller's: they are in Notes.");
    assert_eq!(desk.value("SELECT count(*) FROM caller_details"), "0");
    assert_eq!(desk.value("SELECT body FROM notes"), "Name: Edna Quill");
}
