//! What was said in a call is read again on the case it belongs to, and goes with the family.

use super::desk::Desk;

fn told(desk: &mut Desk) {
    desk.keys("F2 p Enter").text("Ada Lovell").keys("F4").text("she is crying").keys("Enter");
    desk.text("the LA said no on Tuesday")
        .keys("F9 F9")
        .keys("F3")
        .text("M-0001")
        .keys("Enter")
        .shows("Summary");
}

#[test]
fn the_notes_of_a_call_stand_in_the_timeline_of_its_case() {
    let mut desk = Desk::new();
    told(&mut desk);
    desk.shows("Call finished: parent Ada Lovell. she is crying");
    desk.keys("Left")
        .shows("[Timeline]")
        .shows("Call finished: parent Ada Lovell. she is crying")
        .shows("the LA said no on Tuesday");
    // Nobody at the next desk reads them.
    desk.keys("F5 h F3").text("M-0001").keys("Enter Left").hides("she is crying");
}

#[test]
fn a_call_that_was_taken_up_again_tells_its_notes_once() {
    let mut desk = Desk::new();
    desk.keys("F2 p Enter").text("Ada Lovell").keys("F4").text("she is crying").keys("F9 b");
    desk.choose("Ada L.").keys("F9 F4").text(" and hangs up").keys("F9 F9");
    desk.keys("F3").text("M-0001").keys("Enter Left");
    assert_eq!(desk.screen().matches("she is crying").count(), 1, "{}", desk.screen());
}

#[test]
fn the_notes_leave_the_timeline_with_the_family() {
    let mut desk = Desk::new();
    told(&mut desk);
    desk.keys("Right w w").shows("Withdrawn.").keys("Left Left").hides("she is crying");
}

#[test]
fn a_day_of_the_notes_is_offered_where_it_fits() {
    let mut desk = Desk::new();
    desk.keys("F2 p Enter F4").text("letter dated 3 nov, he was born 4 march 2019").keys("F4");
    desk.keys("Alt+R").shows("Born < 4 march 2019 in notes, Esc u.").keys("Esc u").shows("[4 march 2019 ");
    desk.keys("Alt+D").shows("Letter < 3 nov in notes, Esc u.");
}
