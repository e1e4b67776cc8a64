//! The pages of a call as they look, stored as text at the sizes of the design.

use mediation_line::protocol::effect::Place;
use mediation_line::protocol::keys::Spot;

use super::desk::Desk;

/// A parent's call, as far as the picture of the design has it.
fn half_a_parent_call() -> Desk {
    let mut desk = Desk::new();
    desk.keys("F2 p Enter").text("Dawn Achebe").keys("Enter").text("07700 900142").keys("Enter");
    desk.text("after 3, not Wed").keys("Enter Enter").text("Kelechi Achebe").keys("Enter");
    desk.text("12 mar 2016")
        .keys("Enter")
        .text("Larkfield Primary")
        .keys("Enter")
        .text("Northmere")
        .keys("Enter");
    desk.keys("a Enter F4").text("Very upset. Letter came Sat. LA says no to assessing.").keys("Enter");
    desk.text("In school half days since Sept. Wants someone there who can decide.").keys("F4");
    desk.keys("F8 F8 F8").text("start of nov").keys("Enter Up");
    desk
}

#[test]
fn every_kind_of_disagreement_is_whole_in_its_list() {
    use mediation_line::domain::subject::SUBJECTS;
    let mut desk = Desk::new();
    desk.keys("F2 p Enter Esc a");
    for (width, height) in [(80, 24), (60, 20), (120, 40)] {
        let screen = desk.draw(width, height).0;
        for kind in SUBJECTS {
            let row = format!("{}  {} ", kind.letter, kind.label);
            let whole = screen.lines().any(|line| format!("{line} ").contains(&row));
            assert!(whole, "{width}x{height} cuts {:?}:\n{screen}", kind.label);
        }
    }
}

/// A third party, as far as the question.
fn a_third_party() -> Desk {
    let mut desk = Desk::new();
    desk.school_rings().text("school part time since sept").keys("F4");
    desk
}

fn stored(name: &str, desk: &Desk) {
    for (width, height) in [(80, 24), (120, 40), (60, 20), (40, 12)] {
        insta::assert_snapshot!(format!("{name}_{width}x{height}"), desk.draw(width, height).0);
    }
}

#[test]
fn a_call_with_a_parent() {
    let mut desk = half_a_parent_call();
    stored("call_parent", &desk);
    desk.keys("F9");
    stored("call_finish", &desk);
    desk.keys("Esc Esc");
    stored("call_menu", &desk);
}

#[test]
fn a_call_with_a_third_party() {
    let mut desk = a_third_party();
    stored("call_question", &desk);
    desk.keys("y m t Enter");
    stored("call_how", &desk);
    desk.keys("Esc k n F9");
    stored("call_finish_no_consent", &desk);
}

#[test]
fn all_that_can_be_said() {
    let mut desk = half_a_parent_call();
    desk.keys("Esc y");
    stored("call_say_list", &desk);
}

#[test]
fn the_cursor_is_in_the_field_that_has_the_keys() {
    let desk = half_a_parent_call();
    for (width, height) in [(80, 24), (120, 40), (60, 20), (40, 12)] {
        let (screen, cursor) = desk.draw(width, height);
        let at = cursor.unwrap();
        let line = screen.lines().nth(usize::from(at.y)).unwrap();
        assert!(line.contains("start of nov"), "{width}x{height}: the cursor is on {line:?}");
    }
}

#[test]
fn the_pages_beside_the_way_at_every_size() {
    let pages = [
        ("help", Place::Help(Spot::Desk)),
        ("more", Place::More),
        ("safeguarding", Place::Safeguarding),
        ("settings", Place::Settings),
        ("first_run", Place::FirstRun),
    ];
    for (name, place) in pages {
        stored(&format!("page_{name}"), &Desk::practice(place));
    }
    let mut desk = Desk::practice(Place::Today);
    desk.choose("E-1187").keys("Enter");
    stored("page_enquiry", &desk);
}

#[test]
fn what_meets_one_after_a_stop() {
    let mut desk = Desk::new();
    desk.keys("F2 p Enter").text("Leanne Marsh").keys("Enter").text("07700 900188").keys("F4");
    desk.text("she asked if it means losing the right to").wait(500);
    stored("page_recovery", &desk.restart());
}

#[test]
fn what_is_told_is_seen_whole_in_a_small_window() {
    let mut desk = Desk::new();
    desk.keys("F2 p Enter").text("Sandra Okafor").keys("Enter").text("01632 960512 not safe").keys("Enter");
    desk.keys("Esc w Ctrl+A s Enter");
    let (small, _) = desk.draw(60, 20);
    let words = small.split_whitespace().collect::<Vec<_>>().join(" ");
    let told = "It leaves the file now. Here it is scratch until the question is answered.";
    assert!(words.contains(told), "{small}");
    assert!(!small.contains("SAY"), "{small}");
    // The next key has the words to say there again.
    desk.keys("Esc w Ctrl+A p Enter F9 F9");
    desk.morning("2026-11-25T09:05").keys("F5 v").choose("M-0001");
    let (small, _) = desk.draw(60, 20);
    let words = small.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(words.contains("F9 shows how to reach them: write, or another number."), "{small}");
}
