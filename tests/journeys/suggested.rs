//! A text that a small window suggests: the first letter takes its place, an arrow or Backspace goes on with it.

use super::desk::Desk;
use mediation_line::protocol::effect::Place;

/// The window of a certificate, in the line of whom it was sent to.
fn to_whom() -> Desk {
    let mut desk = Desk::practice(Place::Today);
    desk.choose("M-0376").keys("F9 p Enter Home").choose("M-0376").keys("F9").shows("record it as sent");
    desk.keys("Enter Enter");
    desk
}

const SENT_TO: &str =
    "SELECT f.recipient FROM certificates f JOIN cases c ON c.id = f.case_id WHERE c.number = 376";

#[test]
fn the_first_letter_takes_the_place_of_whom_a_certificate_was_sent_to() {
    let mut desk = to_whom();
    let offered = desk.value(
        "SELECT p.person FROM parties p JOIN cases c ON c.id = p.case_id
         WHERE c.number = 376 AND p.side = 'family' ORDER BY p.id LIMIT 1",
    );
    desk.shows(&offered).text("Alis Rees").shows("Alis Rees").hides(&offered).keys("F9");
    assert_eq!(desk.value(SENT_TO), "Alis Rees");
    for (key, typed, kept) in
        [("End", ", by post", format!("{offered}, by post")), ("Home", "Ms ", format!("Ms {offered}"))]
    {
        let mut desk = to_whom();
        desk.keys(key).text(typed).keys("F9");
        assert_eq!(desk.value(SENT_TO), kept);
    }
    // What was typed over comes back letter by letter.
    let mut desk = to_whom();
    desk.text("A").keys("Ctrl+Z Ctrl+Z").shows(&offered).keys("F9");
    assert_eq!(desk.value(SENT_TO), offered);
}

#[test]
fn words_that_were_refused_make_room_for_the_next_ones() {
    let mut desk = Desk::practice(Place::Today);
    desk.choose("M-0409").keys("s").text("no day at all").keys("Enter").shows("A day or a time puts it off");
    desk.shows("no day at all").text("mon").shows("Mon 30 Nov").hides("at allmon").keys("Enter");
    desk.shows("Put off until Mon 30 Nov");
}
