//! The calendar and the Book window, from a whole desk: found, held, booked, refused, moved.

mod closed;
mod finder;
mod holds;
mod light;
mod looks;
mod replaced;
mod ticks;

use mediation_line::domain::queue::BookingState;
use mediation_line::protocol::effect::Place;
use mediation_line::runtime::worker::Worker;
use mediation_line::store::calendar::Booking;

use super::desk::Desk;
use crate::contract::calendar::mediator;
use crate::contract::office::{Made, Office};

/// A desk at Today with an office of two mediators; what else is in the file is made before.
pub(crate) fn desk_of(mut office: Office) -> Desk {
    let folder = office.folder.take().unwrap();
    let mut desk = Desk::with(Worker::trusted(office.store), folder, Place::Today);
    // The office's own writes are of two minutes past three.
    desk.wait(30 * 60_000);
    desk
}

pub(crate) fn office() -> Office {
    let mut office = Office::in_file();
    mediator(&mut office, "Ruth Adeyemi");
    mediator(&mut office, "Col Fenwick");
    office
}

pub(crate) fn bookings(desk: &mut Desk, made: &Made) -> Vec<Booking> {
    desk.worker.store().bookings(made.case).unwrap()
}

fn states(desk: &mut Desk, made: &Made) -> Vec<BookingState> {
    bookings(desk, made).iter().map(|b| b.state).collect()
}

#[test]
fn a_ready_case_is_booked_with_five_keys_and_today_is_in_front_again() {
    let mut office = office();
    let made = office.a_ready_case();
    let mut desk = desk_of(office);
    desk.shows("READY TO BOOK");
    desk.count();
    desk.keys("F9").shows("CALENDAR").shows("Best first.");
    desk.keys("2 F9").shows("Book this meeting").shows("SAY  \"That is");
    desk.keys("Space").shows("[x] yes, now");
    desk.keys("F9");
    assert_eq!(desk.count(), 5);
    desk.shows("TODAY").shows("Booked");
    let all = bookings(&mut desk, &made);
    assert_eq!(all.len(), 1);
    assert_eq!(all[0].state, BookingState::Booked);
    assert!(all[0].told_family && !all[0].told_other_side);
}
