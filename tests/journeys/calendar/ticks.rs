//! Plain ticks for when a meeting suits, from a whole desk: words and ticks are one thing.

use super::{desk_of, office};
use crate::journeys::desk::Desk;

/// Contact of the family, at the line "Suits".
fn at_suits() -> Desk {
    let mut office = office();
    office.a_ready_case();
    let mut desk = desk_of(office);
    desk.keys("F3").text("M-0001").keys("Enter Right Right e");
    desk.keys("Down Down Down Down Down Down Down Down").shows("F6 ticks");
    desk
}

#[test]
fn ticks_write_words_and_words_are_shown_as_ticks() {
    let mut desk = at_suits();
    desk.text("school run").keys("F6").shows("When it suits").shows("school run");
    desk.keys("Right Right Space Down Space").shows("not wed, school run");
    desk.keys("Right Right Up Space Down Down Left Left Left Left Space");
    desk.shows("not wed, not fri mornings, school run, online");
    insta::assert_snapshot!("ticks_80x24", desk.draw(80, 24).0);
    insta::assert_snapshot!("ticks_60x20", desk.draw(60, 20).0);
    desk.keys("Esc").shows("Contact: ").keys("F6 Right Right Space Esc F9 e");
    desk.keys("Down Down Down Down Down Down Down Down F6");
    desk.shows("not fri mornings, not wed afternoons, school run,").shows("[x] Online");
    desk.keys("Down Down Space F9 e");
    desk.keys("Down Down Down Down Down Down Down Down F6").shows("[ ] Online");
    desk.shows("not fri mornings, not wed afternoons, school run").hides("school run,");
}

#[test]
fn closing_the_ticks_and_the_window_loses_nothing() {
    let mut desk = at_suits();
    desk.keys("F6 Space Esc Esc e").shows("not mon mornings").keys("F6");
    desk.shows("[ ]     [x]     [x]     [x]     [x]");
}
