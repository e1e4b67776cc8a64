//! The scenarios of the design that are about calls: through the production turn, the result read in the file.

use mediation_line::protocol::effect::Place;

use super::desk::Desk;

/// The details of the case, as the file has them.
const DETAILS: &str = "SELECT group_concat(field || '=' || typed, '; ') FROM details";

#[test]
fn scenario_1_an_upset_mother_jumps_about() {
    let mut desk = Desk::new();
    desk.keys("F2 p Enter").text("Dawn Achebe").keys("F4").text("Very upset. Letter came Sat.").keys("F4");
    desk.keys("Alt+P").text("07700 900142").keys("F4 Enter").text("my other boy too").keys("F4");
    desk.shows("Phone      [07700 900142");
    desk.keys("Esc s").text("Larkfield Primary").keys("Esc d").text("start of nov").keys("Tab");
    desk.shows("~ early Nov").shows("Kept as typed");
    desk.keys("Esc m y Enter F8 F8 F8 F8 F8 F8 F9").shows("STILL TO ASK").keys("F9");
    assert_eq!(desk.value("SELECT state FROM cases"), "open");
    assert_eq!(
        desk.value("SELECT act || ' ' || giver || ' ' || told_by FROM consents"),
        "given parent or carer rang us themselves"
    );
    assert_eq!(
        desk.value("SELECT typed || ' ' || reading FROM details WHERE field = 'letter'"),
        "start of nov 2026-11-01..2026-11-10"
    );
    assert_eq!(desk.value("SELECT body FROM notes"), "Very upset. Letter came Sat.\nmy other boy too");
    assert_eq!(desk.value("SELECT count(*) FROM said WHERE at > 0"), "6");
    assert_eq!(desk.value("SELECT what || ' ' || due FROM steps"), "tell the la 2026-11-25");
    assert_eq!(desk.value("SELECT answer FROM standing_answers WHERE side = 'family'"), "willing");
    assert_eq!(desk.value("SELECT la_informed FROM cases"), "null");
}

/// The school without consent: an enquiry.
fn school_without_consent(desk: &mut Desk) {
    desk.school_rings();
    // The cursor is on the question: other letters go into Scratch.
    desk.text("adam khan y4 born 3.4.17").shows("adam khan y4").shows("NOT SAVED");
    desk.keys("F4 n d Enter").shows("Area (LA)  [").keys("F9 r").shows("was never saved").keys("F9");
}

#[test]
fn scenario_2_nothing_of_a_family_without_consent_is_anywhere() {
    let mut desk = Desk::new();
    school_without_consent(&mut desk);
    desk.nowhere_in_the_files(&["khan", "adam"]);
    assert_eq!(
        desk.value("SELECT name || '; ' || work || '; ' || subject || '; ' || next_day FROM enquiries"),
        "Martin Oyelaran; Larkfield Primary, SENCO; duties; 2026-11-25"
    );
    let desk = desk.restart();
    desk.nowhere_in_the_files(&["khan", "adam"]);
}

#[test]
fn scenario_3_the_same_school_calls_back_with_consent() {
    let mut desk = Desk::new();
    school_without_consent(&mut desk);
    desk.count();
    desk.keys("F3").text("1").keys("Enter c y m t Enter s");
    assert!(desk.count() <= 8);
    desk.shows("Martin Oyelaran").shows("Consent recorded");
    desk.text("Adam Khan").keys("F4").text("part time since sept").keys("F9 F9");
    assert_eq!(
        desk.value("SELECT giver || ', ' || how || ', ' || told_by || ', ' || given_to FROM consents"),
        "mother, spoken, Martin Oyelaran, Larkfield Primary, SENCO, 2026-11-24"
    );
    assert_eq!(desk.value("SELECT typed FROM details WHERE field = 'child'"), "Adam Khan");
    assert_eq!(
        desk.value("SELECT e.state || ' ' || (e.case_id = c.id) FROM enquiries e, cases c"),
        "became a case 1"
    );
    // The list says of the enquiry what its page says.
    desk.keys("F5").shows("E-0001 School, became a case").hides("no consent yet");
    assert_eq!(desk.value("SELECT what || ' ' || due FROM steps"), "check with the parent 2026-11-24");
    assert_eq!(desk.value("SELECT answer FROM standing_answers WHERE side = 'family'"), "not asked");
}

#[test]
fn scenario_4_a_parent_hangs_up_half_way() {
    let mut desk = Desk::new();
    desk.keys("F2 p Enter").text("Leanne Marsh").keys("Enter").text("07700 900188").keys("F9 b");
    desk.shows("CALLS NOT FINISHED").shows("Leanne M.");
    assert_eq!(desk.value("SELECT state || ' ' || ring_back_day FROM calls"), "not finished 2026-11-24");
    assert_eq!(desk.value("SELECT count(*) FROM cases WHERE state = 'open'"), "0");
    // Or simply F5: it waits as well.
    desk.keys("F2 p Enter").text("Ruth Sowande").keys("F5").shows("CALL OPEN 0 min - F2");
    desk.keys("F2").shows("Ruth Sowande");
}

#[test]
fn scenario_8_a_young_woman_of_17_rings_for_herself() {
    let mut desk = Desk::new();
    desk.keys("F2 y Enter").text("Maya Quill").keys("Enter Enter Enter Enter").text("14.2.09").keys("Enter");
    desk.shows("17");
    desk.keys("Esc m y Enter F9 F9");
    assert_eq!(
        desk.value("SELECT kind || ' ' || side FROM parties WHERE side = 'family'"),
        "young person family"
    );
    assert_eq!(desk.value("SELECT giver FROM consents"), "young person");
    assert_eq!(desk.value("SELECT typed FROM details WHERE field = 'child'"), "Maya Quill");
}

#[test]
fn scenario_9_a_child_of_13_rings_alone() {
    let mut desk = Desk::new();
    desk.keys("F2 y Enter").text("Tomas Brook").keys("Enter").text("07700 900345").keys("Enter Enter Enter");
    desk.text("13").keys("Enter").shows("A parent or carer would need to ask us");
    desk.nowhere_in_the_files(&["tomas", "brook", "07700 900345", "07700900345"]);
    desk.keys("F9").shows("a child alone").keys("F9");
    assert_eq!(desk.value("SELECT outcome FROM calls"), "child alone");
    desk.nowhere_in_the_files(&["tomas", "brook", "900345"]);
}

#[test]
fn scenario_10_a_mother_rings_about_her_son_of_18() {
    let mut desk = Desk::new();
    desk.keys("F2 p Enter").text("Grace Tull").keys("Enter").text("07700 900346").keys("Enter Enter Enter");
    desk.text("Jordan Tull").keys("Enter").text("5.6.08").keys("Enter");
    desk.shows("he or she decides").shows("Grace Tull");
    desk.nowhere_in_the_files(&["jordan", "5.6.08", "2008-06-05"]);
    desk.keys("n F9 F9");
    assert_eq!(
        desk.value("SELECT kind || ', ' || name || ', ' || phone || ', ' || next_step FROM enquiries"),
        "parent, Grace Tull, 07700 900346, he or she rings us"
    );
    desk.nowhere_in_the_files(&["jordan", "5.6.08", "2008-06-05"]);
}

#[test]
fn scenario_13_a_sendiass_officer_with_a_signed_form() {
    let mut desk = Desk::new();
    desk.keys("F2 a Enter")
        .text("Jo Ferris")
        .keys("Enter")
        .text("SENDIASS, Eastholt")
        .keys("Enter Enter y m");
    desk.text("12/11").keys("Enter w");
    desk.keys("Esc k").text("ring her before 2").keys("Enter");
    desk.text("Robin Ames").keys("F9 F9");
    assert_eq!(
        desk.value("SELECT given_to || ', ' || how || ', ' || limits FROM consents ORDER BY seq DESC"),
        "2026-11-12, in writing, ring her before 2"
    );
}

#[test]
fn scenario_14_an_agency_is_not_sure() {
    let mut desk = Desk::new();
    desk.keys("F2 v Enter")
        .text("Bryn Cole")
        .keys("Enter")
        .text("Family Link")
        .keys("Enter")
        .text("01632 960400");
    desk.keys("Enter u F9 F9");
    assert_eq!(desk.value("SELECT answer || ', ' || next_day FROM enquiries"), "not sure, 2026-11-27");
    assert_eq!(desk.value("SELECT count(*) FROM details"), "0");
}

#[test]
fn a_parent_who_turns_out_to_be_the_grandmother() {
    let mut desk = Desk::new();
    desk.keys("F2 p Enter").text("Edna Ward").keys("Enter").text("07700 900350").keys("Enter Enter Enter");
    desk.text("Caleb Ward")
        .keys("Enter Enter")
        .text("Oakfield School")
        .keys("F4")
        .text("hits himself")
        .wait(3000);
    assert!(desk.value(DETAILS).contains("Caleb Ward"));
    desk.keys("F4 Esc w Ctrl+A o Enter").shows("NOT SAVED").shows("hits himself");
    desk.nowhere_in_the_files(&["caleb", "edna", "oakfield", "hits himself", "900350"]);
    // Yes: everything is put back.
    desk.keys("Esc k y m t Enter s");
    assert!(desk.value(DETAILS).contains("Caleb Ward"));
    assert_eq!(desk.value("SELECT body FROM notes"), "hits himself");
}

#[test]
fn a_grandmother_without_consent_leaves_a_count_line() {
    let mut desk = Desk::new();
    desk.keys("F2 p Enter")
        .text("Edna Ward")
        .keys("Alt+C")
        .text("Caleb Ward")
        .keys("Esc w Ctrl+A o Enter Esc k n F9 F9");
    assert_eq!(
        desk.value("SELECT outcome || ' ' || kind || ' ' || (SELECT count(*) FROM enquiries) FROM calls"),
        "no consent relative 0"
    );
    desk.nowhere_in_the_files(&["caleb", "edna"]);
}

#[test]
fn the_mother_takes_the_phone_from_the_school() {
    let mut desk = Desk::new();
    desk.keys("F2 s Enter").text("Martin Oyelaran").keys("Enter Enter Enter").text("adam is upset");
    desk.keys("F4 Esc w Ctrl+A p Enter").text("Rosa Khan").keys("Alt+C").text("Adam Khan").keys("F9 F9");
    assert_eq!(desk.value("SELECT group_concat(kind, ', ') FROM callers"), "school staff, parent");
    assert_eq!(desk.value("SELECT body FROM notes"), "adam is upset\nName: Martin Oyelaran");
    assert_eq!(
        desk.value("SELECT group_concat(typed, ', ') FROM caller_details WHERE field = 'name'"),
        "Martin Oyelaran, Rosa Khan"
    );
}

#[test]
fn a_consent_after_the_call_is_kept_as_typed_and_counts_as_not_yet() {
    let mut desk = Desk::new();
    desk.keys("F2 s Enter")
        .text("Martin Oyelaran")
        .keys("Enter Enter Enter y m")
        .text("26/11/2026")
        .keys("Enter");
    desk.shows("not yet").keys("s");
    assert_eq!(desk.value("SELECT count(*) FROM consents"), "0");
    desk.keys("F9").shows("who, when or how is not known").keys("F9");
    assert_eq!(desk.value("SELECT answer FROM enquiries"), "not sure");
}

#[test]
fn one_name_an_arabic_name_and_a_very_long_note_are_kept_exactly() {
    let mut desk = Desk::new();
    let long = "word ".repeat(800);
    desk.keys("F2 p Enter").text("Ngozi").keys("Alt+C").text("ليلى حسن").keys("F4");
    desk.paste(&long).keys("F9 F9");
    assert_eq!(desk.value("SELECT typed FROM caller_details WHERE field = 'name'"), "Ngozi");
    assert_eq!(desk.value("SELECT typed FROM details WHERE field = 'child'"), "ليلى حسن");
    assert_eq!(desk.value("SELECT length(body) FROM notes"), "4000");
}

#[test]
fn who_was_ringing_is_asked_before_anything_is_dropped() {
    let mut desk = Desk::new();
    desk.keys("F2 F4").text("mum crying about EHCP").keys("F9").shows("Who was ringing?").keys("Esc p Enter");
    assert_eq!(desk.value("SELECT body FROM notes"), "mum crying about EHCP");
}

#[test]
fn scenario_5_the_authority_says_no() {
    let mut desk = Desk::practice(Place::Today);
    desk.choose("M-0412").keys("F9 n").text("says tribunal only").keys("Enter Enter");
    desk.choose("M-0412");
    assert_eq!(
        desk.value(
            "SELECT a.answer || ', ' || a.words || ', ' || a.day || ', ' || a.staff FROM answers a
             JOIN parties p ON p.id = a.party_id JOIN cases c ON c.id = p.case_id
             WHERE c.number = 412 AND p.side = 'other side' ORDER BY a.seq DESC"
        ),
        "not willing, says tribunal only, 2026-11-24, Priya Nair"
    );
    assert_eq!(
        desk.value(
            "SELECT group_concat(s.what || ' ' || s.due, '; ') FROM steps s JOIN cases c ON c.id = s.case_id
             WHERE c.number = 412 AND s.state = 'open' AND s.what = 'tell the family the answer'"
        ),
        "tell the family the answer 2026-11-24"
    );
    assert_eq!(
        desk.value(
            "SELECT f.ground || ', ' || f.event || ', ' || f.state FROM certificates f
             JOIN cases c ON c.id = f.case_id WHERE c.number = 412"
        ),
        "deemed, 2026-11-24, due"
    );
    assert_eq!(desk.value("SELECT state FROM cases WHERE number = 412"), "open");
    assert_eq!(
        desk.value(
            "SELECT answer FROM standing_answers s JOIN cases c ON c.id = s.case_id
             WHERE c.number = 412 AND s.side = 'family'"
        ),
        "willing",
        "the family's own answer stays"
    );
    desk.keys("Enter Right Right").shows("duty to take part");
}

#[test]
fn scenario_6_an_interpreter_is_carried_to_the_case_and_to_the_booking() {
    let mut desk = Desk::practice(Place::Today);
    desk.keys("F2 p Enter").text("Hodan Warsame").keys("Esc e").text("Somali interpreter").keys("Esc c");
    desk.text("Sahra Warsame").keys("Esc l").text("Northmere").keys("Tab Esc m y Enter F9 F9");
    assert_eq!(desk.value("SELECT needs FROM parties WHERE person = 'Hodan Warsame'"), "Somali interpreter");
    desk.keys("F3").text("warsame").keys("Enter Right Right Down y Enter Enter F9 1 F9 F9");
    assert_eq!(
        desk.value(
            "SELECT count(*) FROM steps s JOIN parties p ON p.case_id = s.case_id
             WHERE p.person = 'Hodan Warsame' AND s.what = 'arrange needs' AND s.state = 'open'"
        ),
        "1"
    );
}

#[test]
fn scenario_7_the_same_child_referred_twice_keeps_both() {
    let mut desk = Desk::new();
    desk.keys("F2 l Enter")
        .text("Jo Whitlock")
        .keys("Enter")
        .text("Northmere SEND team")
        .keys("Enter Enter y f t Enter w");
    desk.text("Ellis Marsh").keys("Enter").text("9 feb 2019").keys("F9 F9");
    desk.keys("F2 p Enter")
        .text("Sam Marsh")
        .keys("Alt+C")
        .text("Ellis Marsh")
        .keys("Enter")
        .text("9 feb 2019")
        .keys("F9 F9");
    assert_eq!(desk.value("SELECT count(*) FROM cases WHERE state = 'open'"), "2");
    assert_eq!(desk.value("SELECT count(*) FROM consents"), "2");
    desk.keys("F3").text("ellis marsh").shows("M-0001").shows("M-0002");
}

#[test]
fn choosing_parent_asks_whether_they_are_and_the_record_keeps_it() {
    let mut desk = Desk::new();
    desk.keys("F2 p Enter").shows("May I check: you are the parent or carer yourself?");
    assert!(desk.value("SELECT words FROM consents").contains("are you the parent or carer yourself?"));
    desk.keys("F9 F9 F2 s Enter Enter").shows("- your caller's own name");
}

#[test]
fn a_mistaken_yes_is_taken_back_in_the_same_call() {
    let mut desk = Desk::new();
    desk.keys("F2 s Enter")
        .text("Martin Oyelaran")
        .keys("Enter Enter Enter y m t Enter s")
        .text("Adam Khan")
        .wait(500);
    assert_eq!(desk.value("SELECT typed FROM details WHERE field = 'child'"), "Adam Khan");
    desk.keys("Esc k Up n").shows("Taken back").shows("NOT SAVED");
    desk.nowhere_in_the_files(&["adam", "khan"]);
    desk.keys("F9 x F9");
    desk.nowhere_in_the_files(&["adam", "khan", "oyelaran"]);
}

#[test]
fn while_a_third_party_waits_find_discloses_no_family_on_any_page() {
    let mut desk = Desk::practice(Place::Today);
    desk.keys("F2 s Enter F5 F3").text("kelechi").shows("in enquiries").hides("M-0412");
}

#[test]
fn a_workers_call_that_was_never_finished_keeps_nothing_after_three_months() {
    let mut desk = Desk::new();
    desk.keys("F2 s Enter").text("Martin Oyelaran").keys("F5").wait(1000);
    let calls = desk.worker.store().abandoned_calls("2027-02-24".parse().unwrap()).unwrap();
    assert!(calls.is_empty(), "kept for three months");
    let calls = desk.worker.store().abandoned_calls("2027-02-25".parse().unwrap()).unwrap();
    assert_eq!(calls.len(), 1);
}
