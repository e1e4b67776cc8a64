//! Area put right on the case: the authority follows, as long as nothing but the area has named it.

use crate::journeys::desk::Desk;

const OTHER_SIDE: &str = "SELECT name FROM parties WHERE side = 'other side'";
const DETAIL: &str = "SELECT typed FROM details WHERE field = 'other side'";

/// A parent's case in Northmere, open on its summary.
fn case() -> Desk {
    let mut desk = Desk::new();
    crate::journeys::budgets::parent_call(&mut desk);
    desk.keys("F3").text("m1").keys("Enter");
    assert_eq!(desk.value(OTHER_SIDE), "Northmere SEND team");
    desk
}

fn correct(desk: &mut Desk, area: &str) {
    desk.keys("e").choose("Area").keys("Ctrl+A").text(area).keys("F9").shows("One detail is changed.");
}

#[test]
fn the_authority_is_renamed_with_its_area_in_one_act() {
    let mut desk = case();
    correct(&mut desk, "Eastholt");
    assert_eq!(desk.value(OTHER_SIDE), "Eastholt SEND team");
    assert_eq!(desk.value(DETAIL), "Eastholt SEND team");
    let words =
        "Area (LA) was: Northmere. Other side was: Northmere SEND team. LA name was: Northmere SEND team.";
    assert_eq!(
        desk.value(
            "SELECT words FROM history_words w JOIN history h ON h.id = w.history_id
             WHERE h.act = 'Details changed'"
        ),
        words
    );
    desk.keys("Ctrl+Z");
    assert_eq!(desk.value(OTHER_SIDE) + &desk.value(DETAIL), "Northmere SEND team".repeat(2));
}

#[test]
fn a_name_that_somebody_typed_and_an_authority_that_is_known_stay() {
    // A number is kept of it: it would be the old authority's.
    let mut desk = case();
    desk.keys("Right Right")
        .choose("  LA  ")
        .keys("e")
        .choose("Phone")
        .text("01632 960222")
        .keys("F9 Left Left");
    correct(&mut desk, "Eastholt");
    assert_eq!(desk.value(OTHER_SIDE), "Northmere SEND team");
    assert_eq!(desk.value("SELECT typed FROM details WHERE field = 'area'"), "Eastholt");
    // It has answered.
    let mut desk = case();
    desk.keys("Right Right").choose("  LA  ").keys("y Enter Enter F3").text("m1").keys("Enter");
    correct(&mut desk, "Eastholt");
    assert_eq!(desk.value(OTHER_SIDE), "Northmere SEND team");
    // Both are typed at once.
    let mut desk = case();
    desk.keys("e").choose("Area").keys("Ctrl+A").text("Eastholt");
    desk.choose("Other side")
        .keys("Ctrl+A")
        .text("Mrs Patel's team")
        .keys("F9")
        .shows("2 details are changed.");
    assert_eq!(desk.value(DETAIL), "Mrs Patel's team");
}

#[test]
fn an_area_that_stays_beside_another_desks_renames_nothing() {
    let mut desk = case();
    desk.keys("e").choose("Area").keys("Ctrl+A").text("Eastholt");
    let mut tom = desk.another("Tom Reed");
    tom.keys("F3").text("m1").keys("Enter");
    correct(&mut tom, "Southmere");
    desk.keys("F9");
    assert_eq!(desk.value("SELECT typed FROM clashes WHERE state = 'open'"), "Eastholt");
    assert_eq!(desk.value(OTHER_SIDE) + &desk.value(DETAIL), "Southmere SEND team".repeat(2));
    // Once it is the one that is chosen, the authority follows.
    desk.keys("F9").shows("t  'Southmere'").keys("m").shows("Area (LA): as you chose.");
    assert_eq!(desk.value(OTHER_SIDE) + &desk.value(DETAIL), "Eastholt SEND team".repeat(2));
    let words = "SELECT words FROM history_words WHERE words LIKE 'Area (LA): %'";
    let said = "Other side was: Southmere SEND team. LA name was: Southmere SEND team.";
    assert_eq!(desk.value(words), format!("Area (LA): 'Eastholt', not 'Southmere'. {said}"));
}
