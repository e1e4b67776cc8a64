//! The morning page: the day in one minute.

use mediation_line::protocol::effect::Place;

use super::desk::Desk;

#[test]
fn the_morning_of_the_practice_file() {
    let mut desk = Desk::practice(Place::Today);
    desk.keys("m").shows("MORNING  Tuesday 24 November 2026").shows("1 meeting, ").shows("TODAY'S MEETINGS");
    desk.shows("10:00-13:00 online, Ruth Adeyemi")
        .shows("CLOCKS - ended")
        .shows("Family's 2 months end Fri 27 Nov");
    desk.hides("was it held?");
    // It is read in one look at every size: the rows open, and one key is the way back.
    assert!(desk.draw(60, 20).0.contains("TODAY'S MEETINGS"));
    desk.keys("Enter").shows("M-0376").keys("Backspace").shows("MORNING").keys("m").shows("TODAY  Tuesday");
}
