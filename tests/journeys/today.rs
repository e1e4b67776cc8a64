//! A coordinator runs the caseload from Today: promises, snoozes, handovers, down the list with F9.

use mediation_line::protocol::effect::Place;

use super::desk::Desk;

const HOUR: i64 = 3_600_000;

/// A case of a mother who wants to meet, taken today, and Today in front.
fn one_case() -> Desk {
    let mut desk = Desk::new();
    desk.keys("F2 p Enter").text("Dawn Achebe").keys("Esc p").text("07700 900142").keys("Esc c");
    desk.text("Kelechi Achebe").keys("Esc m y Enter F9 F9");
    desk.at(Place::Today);
    desk.wait(18 * HOUR);
    desk.keys("F5");
    desk.at(Place::Today);
    desk
}

#[test]
fn a_promise_is_one_key_a_line_and_enter_and_is_kept_by_recording_the_call() {
    let mut desk = one_case();
    // The authority is asked by e-mail: the clock row goes, the promise is what is left of the day.
    desk.keys("F9 a e F9").shows("Nothing is waiting.");
    desk.at(Place::Desk);
    desk.keys("F3").text("M-0001").keys("Enter p").shows("Promise: I will ring  M-0001");
    desk.text("today before noon").shows("Wed 25 Nov before 12:00").keys("Enter");
    desk.shows("Promised: Wed 25 Nov before 12:00.");
    assert_eq!(desk.value("SELECT at_time FROM steps WHERE what = 'promise'"), "before 12:00");
    desk.keys("F5").shows("RING-BACKS").shows("Promised: ring family before 12:00");
    desk.at(Place::Today).shows("CHASE TODAY").shows("Promised: ring family before 12:00");
    // Noon passes: the row is a clock now.
    desk.wait(4 * HOUR);
    desk.keys("F5").at(Place::Today).shows("NOW").shows("Promised before 12:00, not rung yet");
    desk.keys("F9 l F9").hides("not rung yet");
    assert_eq!(desk.value("SELECT state FROM steps WHERE what = 'promise'"), "done");
    assert_eq!(desk.value("SELECT count(*) FROM history WHERE act = 'Promise kept late'"), "1");
}
