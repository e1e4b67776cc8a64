//! Enter goes on to what is still to be asked, so that nothing is typed behind an answer that stands already.

use super::desk::Desk;

#[test]
fn enter_passes_a_field_that_is_answered_and_stops_at_one_that_is_not_read() {
    let mut desk = Desk::new();
    desk.keys("F2 p Enter Alt+D").text("1 june").keys("Alt+A").text("a").keys("Enter");
    desk.shows("Wants      [").text("y").keys("Enter").shows("Letter     1 june").shows("Mediation: yes");
    // Up and Down go through every field all the same.
    desk.keys("Alt+A Up Down Alt+D").shows("Letter     [1 june").keys("Up").shows("About      [");
    // A day that is not read is still to be asked.
    let mut desk = Desk::new();
    desk.keys("F2 p Enter Alt+D").text("the other day").keys("Alt+A").text("a").keys("Enter");
    desk.shows("Letter     [the other day");
    // Where nothing more is open it goes from field to field.
    desk.keys("Alt+T").text("after 3").keys("Alt+P").text("07700 900142").keys("Alt+N").text("Dawn");
    desk.keys("Enter").shows("Needs      [");
}
