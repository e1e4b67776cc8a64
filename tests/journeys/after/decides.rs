//! The day from which a young person decides comes while the case is open.

use crate::journeys::desk::Desk;
use mediation_line::protocol::effect::Place;

const ROW: &str = "SELECT group_concat(a.reason || ', ' || a.show_from || ', ' || a.step) FROM attention a
    JOIN cases c ON c.id = a.case_id WHERE c.number = 407 AND a.kind = 'decides'";

#[test]
fn from_that_day_today_says_who_decides_until_they_are_a_party() {
    let mut desk = Desk::practice(Place::Today);
    desk.choose("M-0407").keys("Enter").text("n");
    desk.text("a word").keys("F9");
    assert_eq!(desk.value(ROW), "Decides from Sat 26 Jun: ask them, 2027-06-26, Ring");
    desk.keys("Right Right +").text("y").keys("Enter").text("Sami Karim").keys("F9");
    assert_eq!(desk.value(ROW), "null", "{}", desk.screen());
}

/// From the first line of the window to that of the birth, all of it chosen.
const BORN: &str = "Down Ctrl+A";

#[test]
fn a_birth_date_typed_alone_makes_the_row_in_the_same_write() {
    let mut desk = Desk::practice(Place::Today);
    desk.choose("M-0407").keys("Enter e").shows("Born ");
    let born = "SELECT typed FROM details d JOIN cases c ON c.id = d.case_id WHERE c.number = 407 AND field = 'born'";
    desk.keys(BORN).text("29/11/2010").keys("F9");
    assert_eq!(desk.value(born), "29/11/2010");
    assert_eq!(desk.value(ROW), "Decides from Sat 26 Jun: ask them, 2027-06-26, Ring");
    // A later birth date takes it away again, and so does the undo of that act bring it back.
    desk.keys("e");
    desk.keys(BORN).text("29/11/2016").keys("F9");
    assert_eq!(desk.value(ROW), "null");
    desk.keys("Ctrl+Z");
    assert_eq!(desk.value(born), "29/11/2010");
    assert_eq!(desk.value(ROW), "Decides from Sat 26 Jun: ask them, 2027-06-26, Ring");
}
