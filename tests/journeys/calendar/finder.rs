//! The finder, from a whole desk: what suits is read, what is left out is told, at the sizes of the pictures.

use std::collections::BTreeSet;

use mediation_line::domain::queue::BookingState;

use super::{bookings, desk_of, office, states};
use crate::contract::office::Made;
use crate::journeys::desk::Desk;

fn a_desk() -> (Desk, Made) {
    let mut office = office();
    let made = office.a_ready_case();
    let mut desk = desk_of(office);
    desk.keys("F3").text("M-0001").keys("Enter Right Right e");
    desk.keys("Down Down Down Down Down Down Down Down").text("not wed, after 10, school run");
    desk.shows("not Wed; after 10:00; also said: school run").keys("F9 F5 F9").shows("CALENDAR");
    (desk, made)
}

#[test]
fn what_suits_the_family_is_read_and_what_is_left_out_is_told() {
    let (mut desk, _) = a_desk();
    desk.shows("Suits: not Wed; after 10:00").shows("1  Thu 3 Dec 10:00");
    desk.shows("Left out: Wed and before 10:00 (family), before 2 Dec (notice)");
    insta::assert_snapshot!("finder_80x24", desk.draw(80, 24).0);
    insta::assert_snapshot!("finder_120x40", desk.draw(120, 40).0);
    insta::assert_snapshot!("finder_60x20", desk.draw(60, 20).0);
    desk.keys("f Left").shows("Does not suit the family: not Wed.");
    insta::assert_snapshot!("suits_80x24", desk.draw(80, 24).0);
}

#[test]
fn h_holds_the_chosen_time_and_then_the_next_up_to_three() {
    let (mut desk, made) = a_desk();
    desk.keys("h").shows("Held until").shows("CALENDAR").keys("h h");
    assert_eq!(states(&mut desk, &made), [BookingState::Held; 3]);
    let days: BTreeSet<_> = bookings(&mut desk, &made).iter().map(|b| b.slot.day).collect();
    assert_eq!(days.len(), 3);
    desk.keys("h").shows("Three dates are held for this case already. x lets one go.");
}

#[test]
fn in_a_call_about_the_case_the_first_two_are_read_out() {
    let mut office = office();
    office.a_ready_case();
    let mut desk = desk_of(office);
    desk.keys("F3").text("M-0001").keys("Enter c").shows("CALL").keys("F7 f");
    desk.shows("For M-0001")
        .shows("SAY  \"I can offer Wednesday the second at nine, or Thursday the third at nine.\"");
    desk.keys("2 h").shows("SAY  \"I can offer Thursday the third of December at nine.\"");
    desk.keys("F2").shows("CALL");
}

#[test]
fn titles_are_whole_while_a_call_is_open() {
    let mut desk = Desk::practice(mediation_line::protocol::effect::Place::Today);
    desk.keys("F2 p Enter").text("Dawn").keys("F5");
    let title = |desk: &Desk| desk.screen().lines().next().unwrap_or_default().to_owned();
    let shown = title(&desk);
    assert!(shown.contains("CALL ") && shown.contains("F2") && shown.contains("Tue 24 Nov"), "{shown}");
    desk.choose("M-0407").keys("Enter");
    desk.keys("F7");
    let shown = title(&desk);
    assert!(shown.contains("CALENDAR  30 Nov  all mediators  "), "{shown}");
}

#[test]
fn a_number_chooses_also_where_f_has_just_put_the_times_away() {
    let (mut desk, _) = a_desk();
    let third = desk.keys("3").screen();
    desk.keys("1 f 3");
    assert_eq!(desk.screen(), third);
}
