//! A parent rings about somebody who decides alone, and tells us that he or she agrees.

use mediation_line::protocol::effect::Place;

use super::desk::Desk;

/// The mother of Jordan Tull, who is 18; the cursor is on the question.
fn asked() -> Desk {
    let mut desk = Desk::new();
    desk.keys("F2 p Enter").text("Grace Tull").keys("Enter").text("07700 900346").keys("Alt+R");
    desk.text("5.6.08").keys("Enter").shows("Does he or she agree to this?");
    desk
}

const DETAILS: &str = "SELECT group_concat(typed, ', ') FROM (SELECT typed FROM details
    WHERE field IN ('born', 'child', 'school') ORDER BY field)";

#[test]
fn the_yes_is_written_and_so_is_everything_after_it() {
    let mut desk = asked();
    desk.keys("y t Enter s");
    assert_eq!(
        desk.value("SELECT giver || ', ' || given_to || ', ' || how || ', ' || told_by FROM consents"),
        "young person, 2026-11-24, spoken, Grace Tull"
    );
    assert_eq!(desk.value("SELECT count(*) FROM cases c JOIN calls l ON l.case_id = c.id"), "1");
    desk.text("Jordan Tull").keys("Alt+S").text("Eastholt College").keys("Enter").hides("Not kept");
    desk.keys("F4").text("he wants to stay at college").wait(3000);
    assert_eq!(desk.value(DETAILS), "5.6.08, Jordan Tull, Eastholt College");
    assert_eq!(desk.value("SELECT body FROM notes"), "he wants to stay at college");
    desk.shows("OK  young person, told by the parent").hides("themselves");
    // Taken up again it is the same call: the age takes nothing out of the file.
    let mut desk = desk.restart();
    desk.keys("F9")
        .shows("Jordan Tull")
        .shows("he wants to stay at college")
        .keys("Alt+L")
        .text("Eastholt")
        .keys("Enter");
    desk.keys("F9 F9");
    assert_eq!(desk.value(DETAILS), "5.6.08, Jordan Tull, Eastholt College");
    assert_eq!(desk.value("SELECT typed FROM caller_details WHERE field = 'phone'"), "07700 900346");
    assert_eq!(desk.value("SELECT number || ', ' || state FROM cases"), "1, open");
    assert_eq!(
        desk.value("SELECT giver || ', ' || told_by FROM consents"),
        "young person, Grace Tull",
        "one record, and no other"
    );
}

#[test]
fn a_yes_by_mistake_is_taken_back_and_a_limit_is_kept() {
    let mut desk = asked();
    desk.keys("y t Enter s").text("Jordan Tull").keys("Enter Esc k").hides("themselves");
    desk.text("not his mobile at work").keys("Enter");
    assert_eq!(
        desk.value("SELECT giver || ', ' || told_by || ', ' || limits FROM consents ORDER BY seq DESC"),
        "young person, Grace Tull, not his mobile at work"
    );
    desk.keys("Esc k Up").shows("N no after all").keys("n").shows("Taken back: it leaves the file");
    desk.nowhere_in_the_files(&["jordan", "5.6.08", "2008-06-05", "his mobile"]);
    desk.shows("Please ask him or her first.").shows("/ 5.6.08");
    desk.keys("Esc k").shows("Does he or she agree to this?");
    assert_eq!(
        desk.value("SELECT group_concat(typed, ', ') FROM (SELECT typed FROM caller_details ORDER BY field)"),
        "Grace Tull, 07700 900346",
        "the parent's own name and number stay, as before the yes"
    );
    // It was a yes after all.
    desk.keys("Esc k y t Enter s").shows("OK  young person, told by the parent").keys("Up");
    assert_eq!(desk.value(DETAILS), "5.6.08, Jordan Tull");
    desk.keys("Esc k Up n F9 F9");
    assert_eq!(
        desk.value("SELECT name || ', ' || phone || ', ' || next_step FROM enquiries"),
        "Grace Tull, 07700 900346, he or she rings us"
    );
    desk.nowhere_in_the_files(&["jordan", "5.6.08", "2008-06-05"]);
}

#[test]
fn what_is_asked_of_the_parent_is_shown_where_it_can_be_typed() {
    let mut desk = asked();
    desk.hides("Best time").keys("y t Enter s").shows("Best time").keys("Alt+T").text("after 4");
    desk.keys("Enter").shows("after 4").keys("F9").shows("I will ask him or");
    desk.shows("Check today with the young person").hides("parents").keys("Esc");
    assert_eq!(desk.value("SELECT typed FROM caller_details WHERE field = 'best time'"), "after 4");
}

#[test]
fn the_case_knows_how_to_reach_him_or_her_and_that_it_is_through_the_parent() {
    let mut desk = asked();
    desk.keys("y t Enter s").text("Jordan Tull").keys("Enter F9 F9");
    assert_eq!(
        desk.value(
            "SELECT kind || ', ' || name || ', ' || person || ', ' || relation || ', ' || phone FROM parties"
        ),
        "young person, Jordan Tull, Grace Tull, parent, 07700 900346"
    );
    desk.keys("F3").text("grace").shows("M-0001");
    desk.keys("Esc F3")
        .text("900346")
        .shows("M-0001")
        .keys("Enter")
        .shows("Grace Tull, parent, 07700 900346");
    desk.shows("he or she decides");
}

#[test]
fn in_the_case_of_somebody_who_decides_no_page_says_to_check_with_the_parent() {
    let mut desk = Desk::new();
    desk.keys("F2 p Enter").text("Dawn Achebe").keys("Enter").text("07700 900142").keys("Enter Enter Enter");
    desk.text("Grace Achebe").keys("Enter").text("14.2.07").keys("Enter y y Enter s Enter F9");
    desk.shows("> Check today with the young person").keys("F9").shows("Next: ask the young person, today.");
    let no_parent = |desk: &Desk| {
        for (width, height) in [(80, 24), (120, 40), (60, 20)] {
            let screen = desk.draw(width, height).0.to_lowercase();
            for said in
                ["with the parent", "with parent", "ring parent", "parent withdraws", "the parent says"]
            {
                assert!(!screen.contains(said), "{said}:\n{screen}");
            }
        }
    };
    for place in [Place::Desk, Place::Today] {
        desk.at(place).shows("Ask the young person, say where from");
        no_parent(&desk);
    }
    desk.choose("M-0001").keys("Enter").shows("F9  Ask the young person").shows("OK, to ask him or her");
    no_parent(&desk);
    for _ in 0..4 {
        desk.keys("Right");
        no_parent(&desk);
    }
    // A call about it says the same.
    desk.keys("c p Enter").shows("OK  M-0001, to ask him or her");
    no_parent(&desk);
    desk.keys("Esc k");
    no_parent(&desk);
    desk.keys("F2 F9 F9 F3").text("M-0001").keys("Enter Right k").shows("Asked the young person");
    no_parent(&desk);
    desk.keys("y Enter Enter Enter").shows("He or she was asked: consent is confirmed.");
    desk.keys("k n Enter Enter Enter").shows("He or she never agreed.");
    no_parent(&desk);
    assert_eq!(
        desk.value("SELECT group_concat(act) FROM history WHERE act LIKE '%asked%'"),
        "The young person was asked: yes,The young person was asked: never agreed"
    );
}

#[test]
fn a_mothers_yes_for_somebody_who_decides_is_asked_of_the_young_person_on_every_page() {
    let mut desk = Desk::new();
    desk.school_rings().keys("y").text("m").keys("Enter").text("y").keys("Enter").text("s").keys("Enter");
    desk.text("Grace Achebe").keys("Enter").text("14.2.09").keys("F9 F9");
    assert_eq!(desk.value("SELECT group_concat(kind) FROM parties WHERE side = 'family'"), "family");
    assert_eq!(desk.value("SELECT count(*) FROM steps WHERE what = 'check with the parent'"), "1");
    desk.at(Place::Today).shows("Ask the young person, say where from").hides("Ring parent");
    desk.choose("M-0001").keys("Enter").shows("Do not ring the parents.").shows("F9  Ask the young person");
    desk.keys("Right").shows("To ask the young person: k").hides("with the parent").hides("parent withdraws");
    desk.keys("k").shows("Asked the young person").keys("y Enter Enter Enter");
    desk.shows("He or she was asked: consent is confirmed.");
    assert_eq!(
        desk.value("SELECT act FROM history WHERE act LIKE '%asked: yes'"),
        "The young person was asked: yes"
    );
}
