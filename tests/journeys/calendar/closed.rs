//! Closed days from a whole desk: added in Settings with what they touch, found on Today, taken back.

use mediation_line::domain::queue::BookingState;
use mediation_line::domain::willingness::Answer;

use super::{bookings, desk_of, office, states};
use crate::contract::calendar::{at, book};
use crate::journeys::desk::Desk;

/// From anywhere to the closed days of Settings, with a day being typed.
fn adding<'a>(desk: &'a mut Desk, typed: &str) -> &'a mut Desk {
    desk.keys("Esc 0 Down Enter").shows("SETTINGS").keys("Down Down Down Down Down Down Down Enter");
    desk.shows("Closed days").keys("+").text(typed)
}

#[test]
fn a_closed_day_tells_what_it_touches_and_today_asks_to_move_the_meeting() {
    let mut office = office();
    let made = office.a_ready_case();
    book(&mut office, &made, None, at("2026-12-09", 10)).unwrap();
    let mut desk = desk_of(office);
    adding(&mut desk, "9/12 Training").shows("Touches M-0001 booked Wed 9 Dec 10:00 (the office is closed)");
    desk.shows("No clock of the law moves");
    insta::assert_snapshot!("closing_80x24", desk.draw(80, 24).0);
    insta::assert_snapshot!("closing_60x20", desk.draw(60, 20).0);
    desk.keys("Enter").shows("Closed: Wed 9 Dec 2026. Touches: M-0001 booked Wed 9 Dec 10:00");
    desk.keys("Esc F5").shows("NOW").shows("Booked Wed 9 Dec: office closed that day").shows("Move it");
    assert_eq!(states(&mut desk, &made), [BookingState::Booked], "it is kept until a person moves it");
    desk.choose("Booked Wed 9 Dec")
        .keys("F9")
        .shows("CALENDAR")
        .keys("1 F9 F9")
        .shows("TODAY")
        .hides("office closed that day");
    let all = bookings(&mut desk, &made);
    assert_eq!((all[0].state, all[1].state), (BookingState::Booked, BookingState::Moved));
}

#[test]
fn a_proclaimed_bank_holiday_moves_a_certificate_and_can_be_taken_back() {
    let mut office = office();
    let made = office.a_case();
    office.answers(&made, made.family, Answer::NotWilling).unwrap();
    let mut desk = desk_of(office);
    desk.shows("Certificate due Fri 27 Nov");
    adding(&mut desk, "26/11 bank holiday: jubilee");
    desk.shows("Touches M-0001: certificate Fri 27 Nov -> Mon 30 Nov");
    insta::assert_snapshot!("bank_holiday_80x24", desk.draw(80, 24).0);
    desk.keys("Enter").shows("Bank holiday: Thu 26 Nov 2026.").shows("jubilee (bank holiday)");
    desk.keys("Esc F5").shows("Certificate due Mon 30 Nov");
    desk.keys("F7 b").shows("jubilee").keys("Esc F5");
    desk.keys("Esc 0 Down Enter Down Down Down Down Down Down Down Enter -").shows("None yet.");
    desk.keys("Esc F5").shows("Certificate due Fri 27 Nov");
}
