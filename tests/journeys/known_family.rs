//! In the middle of a call the family turns out to be known: their case is found, and the call is about it.

use mediation_line::protocol::effect::Place;

use super::desk::Desk;

/// Kelechi Achebe has a case, and somebody rings.
fn known() -> Desk {
    let mut desk = Desk::new();
    super::budgets::parent_call(&mut desk);
    desk
}

#[test]
fn what_is_chosen_in_find_makes_the_call_one_about_that_case() {
    let mut desk = known();
    desk.keys("F2 p Enter F4").text("zebra story").keys("F4 F3").text("kelechi").keys("Enter");
    desk.shows("This call is about M-0001 now. What was typed is kept.").shows("OK  the consent of M-0001.");
    // The child is the case's, and the caller the parent of the case.
    desk.shows("Dawn Achebe").shows("07700 900142").shows("zebra story");
    assert_eq!(desk.value("SELECT count(*) FROM caller_details WHERE typed LIKE '%Kelechi%'"), "0");
    desk.keys("F9").shows("M-0001").keys("F9").shows("Finished: M-0001.");
    assert_eq!(desk.value("SELECT group_concat(number) FROM cases"), "1");
    assert_eq!(desk.value("SELECT count(*) FROM consents"), "1");
    assert_eq!(
        desk.value("SELECT count(*) FROM calls l JOIN cases c ON c.id = l.case_id WHERE c.number = 1"),
        "2"
    );
    assert_eq!(desk.value("SELECT body FROM notes"), "zebra story");
    desk.keys("F3").text("zebra").shows("M-0001");
}

#[test]
fn what_was_typed_fills_what_the_case_has_not_and_else_is_in_the_notes() {
    let mut desk = known();
    desk.keys("F2 p Enter").text("Emeka Achebe").keys("Enter").text("07700 900777").keys("Enter Enter Enter");
    desk.text("Kelechi Achebe")
        .keys("Enter")
        .text("12.3.2016")
        .keys("Enter")
        .text("Castle Hill")
        .keys("Enter");
    desk.keys("Esc 0 Esc F2 Alt+P F4").text("he moved").keys("F4 F3").text("m1").keys("Enter");
    desk.shows("This call is about M-0001 now. 1 thing you typed differs: it is in Notes.").wait(3000);
    assert_eq!(desk.value("SELECT body FROM notes"), "he moved\nSchool in this call: Castle Hill");
    assert_eq!(desk.value("SELECT typed FROM details WHERE field = 'school'"), "Larkfield Primary");
    let callers =
        "SELECT group_concat(typed, '; ') FROM caller_details d JOIN callers r ON r.id = d.caller_id
                   WHERE r.call_id = (SELECT id FROM calls WHERE number = 2)";
    assert_eq!(desk.value(callers), "Emeka Achebe; 07700 900777");
    // What is only spelt otherwise, or said less exactly, is not another thing.
    let mut desk = known();
    desk.keys("F2 p Enter").text("Emeka Achebe").keys("Enter").text("07700 900777").keys("Enter Enter Enter");
    desk.text("kelechi achebe").keys("Enter").text("10").keys("Enter");
    desk.keys("F3").text("m1").keys("Enter").shows("This call is about M-0001 now. What was typed is kept.");
    // A plan the case did not have is in it now.
    let mut desk = known();
    desk.keys("F2 p Enter Enter Enter Enter Enter Enter Enter Enter Enter Enter Enter Enter Enter Enter Enter Enter");
    desk.shows("Plan       [")
        .text("final plan")
        .keys("F3")
        .text("m1")
        .keys("Enter")
        .shows("about M-0001 now")
        .wait(3000);
    assert_eq!(desk.value("SELECT typed FROM details WHERE field = 'plan'"), "final plan");
}

#[test]
fn what_cannot_be_done_safely_is_said_and_not_done() {
    // A school that told of a consent: it stays, and its case is its own.
    let mut desk = known();
    desk.keys("F2 s Enter")
        .text("Martin Oyelaran")
        .keys("Enter Enter Enter y m t Enter s")
        .shows("Consent recorded");
    desk.keys("F3")
        .text("kelechi")
        .keys("Enter")
        .shows("Not put in: this call's consent makes a case of its own.");
    desk.hides("Name       Kelechi").keys("F9 F9").shows("Finished: M-0002");
    assert_eq!(desk.value("SELECT count(*) FROM consents"), "2");
    // A number that was read out is kept.
    let mut desk = known();
    desk.keys("F2 p Enter")
        .text("Emeka")
        .keys("Enter F9")
        .shows("M-0002")
        .keys("Esc F3")
        .text("kelechi")
        .keys("Enter");
    desk.shows("Not put in: this call has a number").shows("Emeka").keys("F9 F9").shows("Finished: M-0002");
    // A call about one case does not become one about another.
    desk.keys("F3").text("m1").keys("Enter c p Enter F3").text("m2").keys("Enter");
    desk.shows("This call is about M-0001 and stays so: nothing was put in.");
    desk.keys("F3").text("m1").keys("Enter").shows("This call is about M-0001 already.");
}

#[test]
fn a_case_withdrawn_meanwhile_leaves_the_call_as_it_was() {
    let mut desk = known();
    let mut tom = desk.another("Tom Reed");
    desk.keys("F2 p Enter").text("Emeka").keys("Enter").wait(3000).keys("F3").text("kelechi");
    tom.keys("F3").text("M-0001").keys("Enter Right w w").shows("Withdrawn.");
    desk.keys("Enter").hides("is about M-0001 now").keys("Esc");
    desk.keys("F2").shows("Emeka").keys("Alt+S").text("Castle Hill").keys("Enter").wait(3000);
    assert_eq!(desk.value("SELECT count(*) FROM details WHERE typed = 'Castle Hill'"), "1");
    desk.keys("F9 F9").shows("Finished: M-0002");
}

#[test]
fn a_third_party_without_consent_puts_only_enquiries_in() {
    let mut desk = Desk::practice(Place::Today);
    desk.keys("F2 s Enter F3").text("kelechi").shows("No match").keys("Enter").shows("FIND").keys("Esc");
    desk.keys("F3").text("martin").shows("ENQUIRIES").keys("Enter").shows("Martin Oyelaran").shows("CALL C-");
    // The name of the school's enquiry is not the mother's.
    let mut desk = Desk::practice(Place::Today);
    desk.keys("F2 p Enter F3")
        .text("martin")
        .choose("E-")
        .keys("Enter")
        .shows("CALL C-")
        .hides("Name       [Martin");
}

#[test]
fn a_first_name_in_two_words_is_found_as_one_and_the_other_way_round() {
    for (kept, typed) in [
        ("Leigh-Ann Macdonald", "leeann mcdonald"),
        ("Leigh-Ann Macdonald", "leighann macdonald"),
        ("Leeann Macdonald", "lee ann mcdonald"),
        ("Leeann Macdonald", "leigh-ann macdonald"),
    ] {
        let mut desk = Desk::new();
        desk.keys("F2 p Enter").text("Dawn Macdonald").keys("Esc c").text(kept).keys("Enter F9 F9");
        desk.keys("F3").text(typed).shows("M-0001");
        // Of somebody else with the surname nothing is shown.
        desk.keys("F3 Ctrl+A").text("jordan mcdonald").hides("M-0001");
    }
}
