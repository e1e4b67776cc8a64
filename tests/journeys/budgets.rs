//! The key budgets of the design: what is counted is keys, not the text that has to be typed in any program.

use mediation_line::protocol::effect::Place;

use super::desk::Desk;

/// A whole call of a parent, as counted in budget 2.
pub(crate) fn parent_call(desk: &mut Desk) {
    desk.keys("F2 p Enter").text("Dawn Achebe").keys("Enter").text("07700 900142").keys("Enter");
    desk.text("after 3, not Wed").keys("Enter Enter");
    desk.text("Kelechi Achebe").keys("Enter").text("12 mar 2016").keys("Enter");
    desk.text("Larkfield Primary").keys("Enter").text("Northmere").keys("Enter");
    desk.keys("a Enter").text("2 nov").keys("Enter y Enter");
    desk.keys("F8 F8 F8 F8 F8 F8 F9 F9");
}

#[test]
fn budget_1_a_call_starts_with_one_key() {
    let mut desk = Desk::new();
    desk.keys("F2").shows("Who        [");
    assert_eq!(desk.count(), 1);
    assert_eq!(desk.value("SELECT number || ' ' || state || ' ' || staff FROM calls"), "1 open Priya Nair");
}

#[test]
fn budget_2_a_whole_parent_call_takes_24_keys() {
    let mut desk = Desk::new();
    parent_call(&mut desk);
    assert!(desk.count() <= 24);
    desk.shows("Finished: M-0001");
    assert_eq!(desk.value("SELECT state FROM cases WHERE number = 1"), "open");
    assert_eq!(desk.value("SELECT count(*) FROM said"), "6");
    assert_eq!(
        desk.value("SELECT group_concat(field || '=' || typed || '|' || reading, '; ') FROM details"),
        "about=a|refuse_assess; area=Northmere|; born=12 mar 2016|2016-03-12; child=Kelechi Achebe|; \
         letter=2 nov|2026-11-02; other side=Northmere SEND team|; school=Larkfield Primary|; wants=y|mediation"
    );
    assert_eq!(
        desk.value("SELECT group_concat(field || '=' || typed, '; ') FROM caller_details"),
        "best time=after 3, not Wed; name=Dawn Achebe; phone=07700 900142"
    );
    assert_eq!(
        desk.value("SELECT count(*) FROM standing_answers WHERE side = 'family' AND answer = 'willing'"),
        "1"
    );
}

#[test]
fn budget_3_notes_and_back_takes_two_keys() {
    let mut desk = Desk::new();
    desk.keys("F2 p Enter").text("Dawn");
    desk.count();
    desk.keys("F4").text("very upset").keys("F4");
    assert_eq!(desk.count(), 2);
    desk.shows("Name       [Dawn").shows("very upset");
}

#[test]
fn budget_4_a_third_party_without_consent_takes_12_keys() {
    let mut desk = Desk::new();
    desk.keys("F2 s Enter")
        .text("Martin Oyelaran")
        .keys("Enter")
        .text("Larkfield Primary, SENCO")
        .keys("Enter");
    desk.text("01632 960118").keys("Enter n d Enter F9 r F9");
    assert!(desk.count() <= 12);
    desk.shows("Kept as enquiry E-0001");
    assert_eq!(
        desk.value("SELECT name || '; ' || work || '; ' || phone || '; ' || subject || '; ' || next_step || '; ' || next_day FROM enquiries"),
        "Martin Oyelaran; Larkfield Primary, SENCO; 01632 960118; duties; caller rings back; 2026-11-25"
    );
    assert_eq!(desk.value("SELECT count(*) FROM cases"), "0");
}

#[test]
fn budget_5_a_call_back_with_consent_takes_8_keys() {
    let mut desk = Desk::practice(Place::Today);
    let reference = desk.value("SELECT 'E-' || number FROM enquiries WHERE name = 'Martin Oyelaran'");
    desk.keys("F3").text(&reference).keys("Enter c y m t Enter s");
    assert!(desk.count() <= 8);
    desk.shows("Consent recorded").shows("Martin Oyelaran");
    assert_eq!(desk.value("SELECT giver || ', ' || how FROM consents ORDER BY at DESC"), "mother, spoken");
}

#[test]
fn budget_6_the_authoritys_yes_takes_4_keys_from_today() {
    let mut desk = Desk::practice(Place::Today);
    desk.choose("M-0412").shows("Ring LA");
    desk.keys("F9").shows("[Willingness]").shows("01632 960").keys("y Enter Enter");
    assert!(desk.count() <= 4);
    desk.shows("TODAY  Tue");
    assert_eq!(
        desk.value(
            "SELECT s.answer FROM standing_answers s JOIN cases c ON c.id = s.case_id
             WHERE c.number = 412 AND s.side = 'other side'"
        ),
        "willing"
    );
}

#[test]
fn budget_7_a_ready_case_is_booked_with_5_keys_from_today() {
    let mut desk = Desk::practice(Place::Today);
    desk.choose("M-0407").shows("Offer dates");
    desk.keys("F9 2 F9").shows("Book this meeting").keys("Space F9");
    assert!(desk.count() <= 5);
    desk.shows("TODAY  Tue");
    assert_eq!(
        desk.value(
            "SELECT b.state || ' ' || b.told_family FROM bookings b JOIN cases c ON c.id = b.case_id
             WHERE c.number = 407 AND b.state = 'booked'"
        ),
        "booked yes"
    );
}

#[test]
fn budget_8_an_earlier_case_is_found_with_2_keys() {
    let mut desk = Desk::practice(Place::Today);
    desk.keys("F3").text("kelechi").keys("Enter");
    assert_eq!(desk.count(), 2);
    desk.shows("M-0412").shows("[Summary]");
}

#[test]
fn any_lettered_field_is_two_keys_away_and_a_call_one_key_from_every_page() {
    let mut desk = Desk::practice(Place::Today);
    for page in ["F5", "F3", "F7", "F1", "Esc 0"] {
        desk.keys(page);
        desk.count();
        desk.keys("F2").shows("Who        [");
        assert_eq!(desk.count(), 1, "from {page}");
        desk.keys("F9 F9");
    }
    desk.keys("F2 p Enter");
    for (letter, label) in [
        ("n", "Name       ["),
        ("p", "Phone      ["),
        ("t", "Best time  ["),
        ("e", "Needs      ["),
        ("c", "Name       ["),
        ("r", "Born       ["),
        ("s", "School     ["),
        ("l", "Area (LA)  ["),
        ("a", "About      ["),
        ("d", "Letter     ["),
        ("m", "Wants      ["),
        ("h", "Other side ["),
        ("w", "Who        ["),
    ] {
        desk.count();
        desk.keys(&format!("Esc {letter}")).shows(label);
        assert_eq!(desk.count(), 2);
        desk.keys(&format!("Alt+{letter}")).shows(label);
    }
}
