//! The finder, from a whole desk: what suits is read, what is left out is told, at the sizes of the pictures.

use super::{desk_of, office};
use crate::journeys::desk::Desk;

fn a_desk() -> Desk {
    let mut office = office();
    office.a_ready_case();
    let mut desk = desk_of(office);
    desk.keys("F3").text("M-0001").keys("Enter Right Right e");
    desk.keys("Down Down Down Down Down Down Down Down").text("not wed, after 10, school run");
    desk.shows("not Wed; after 10:00; also said: school run").keys("F9 F5 F9").shows("CALENDAR");
    desk
}

#[test]
fn what_suits_the_family_is_read_and_what_is_left_out_is_told() {
    let mut desk = a_desk();
    desk.shows("Suits: not Wed; after 10:00").shows("1  Thu 3 Dec 10:00");
    desk.shows("Left out: Wed and before 10:00 (family), before 2 Dec (notice)");
    insta::assert_snapshot!("finder_80x24", desk.draw(80, 24).0);
    insta::assert_snapshot!("finder_120x40", desk.draw(120, 40).0);
    insta::assert_snapshot!("finder_60x20", desk.draw(60, 20).0);
    desk.keys("f Left").shows("Does not suit the family: not Wed.");
    insta::assert_snapshot!("suits_80x24", desk.draw(80, 24).0);
}
