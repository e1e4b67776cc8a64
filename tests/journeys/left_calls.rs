//! A call that was left is in front again: whoever types may have somebody else on the line, so it says whose it is.

use super::desk::Desk;

#[test]
fn a_call_that_was_left_says_whose_it_still_is() {
    const STILL: &str = "Still the call of 14:32. New caller? F2, 2. (Dawn Achebe)";
    let mut desk = Desk::new();
    desk.keys("F2 p Enter").text("Dawn Achebe").keys("Enter").wait(60_000).keys("F5").shows("CALL OPEN");
    // The phone rings: F2 leads to the call that is open still, and the first letters do not hide that.
    desk.keys("F2").shows(STILL).text("Martin").shows(STILL);
    let (small, _) = desk.draw(60, 20);
    assert!(small.contains("Still the call of 14:32. New caller? F2, 2."), "{small}");
    // Once whoever types has looked, the line says again what is to be said.
    desk.keys("Enter").hides("Still the call").shows("SAY  ");
    // A page opened over the call is part of it.
    desk.keys("F7").shows("CALENDAR").keys("F2").hides("Still the call");
    // F2, 2 begins another call, and the one parked is still that one when it is in front again.
    desk.keys("F5 F2").shows(STILL).keys("F2 2").hides("Still the call").shows("CALL C-0002");
    // Of two calls F2 goes to the other: a third is not offered.
    desk.keys("s Enter").text("Martin Oyelaran").keys("Enter F2").shows("CALL C-0001").text("x");
    desk.shows("Still the call of 14:32. (Dawn Achebe)").hides("New caller?");
    desk.keys("F2 F5 F2").shows("CALL C-0002").text("x").shows("Still the call of 14:").hides("New caller?");
    // With one of them ended it is offered again.
    desk.keys("Backspace F9 F9 Enter F5 F2").shows(STILL);
}

#[test]
fn a_call_taken_up_from_a_list_says_which_it_is() {
    let mut desk = Desk::new();
    desk.keys("F2 p Enter").text("Dawn Achebe").keys("Enter Ctrl+Q Ctrl+Q");
    let mut desk = desk.restart();
    desk.keys("l")
        .choose("C-0001")
        .keys("Enter")
        .shows("CALL C-0001")
        .shows("Still the call of 14:3")
        .shows("(Dawn Achebe)");
    // Nobody is named of a family that has withdrawn.
    let mut desk = Desk::new();
    super::budgets::parent_call(&mut desk);
    desk.keys("F3 m 1 Enter c p Enter").shows("Dawn Achebe").keys("Esc k w w").shows("Withdrawn.");
    desk.keys("F5 F2").shows("Still the call of").hides("Dawn").keys("F5 F7 F2").hides("Dawn");
    // One that begins about a case is nobody's yet.
    let mut desk = Desk::new();
    super::budgets::parent_call(&mut desk);
    desk.keys("F3 m 1 Enter c").shows("CALL C-0002").hides("Still the call");
}

#[test]
fn a_call_on_the_line_at_another_desk_is_nobodys_to_ring_back() {
    const ROW: &str = "Dawn A.: on the line at Priya's desk";
    let mut desk = Desk::new();
    desk.keys("F2 p Enter").text("Dawn Achebe").keys("Enter").text("07700 900142").keys("Enter").wait(1000);
    let mut tom = desk.another("Tom Reed");
    tom.keys("v").shows(ROW).hides("Ring back").shows("F9 Open");
    let (small, _) = tom.draw(60, 20);
    assert!(small.contains("on the line at Priya's"), "{small}");
    // Whoever takes it up has it.
    tom.choose("C-0001").keys("Enter").shows("CALL C-0001").wait(1000);
    desk.keys("F5").hear_changed().shows("on the line at Tom's desk");
    // Left at its desk it is to be rung back; so is one whose program was left, or stopped, hours ago.
    tom.keys("Ctrl+Q Ctrl+Q");
    assert!(tom.has_left());
    desk.hear_changed().shows("Not finished. Ring back 07700 900142").hides("on the line");
    let mut desk = Desk::new();
    desk.keys("F2 p Enter").text("Dawn Achebe").keys("Enter").wait(1000);
    let mut tom = desk.another("Tom Reed");
    tom.keys("v")
        .shows("on the line at Priya's desk")
        .wait(3 * 3_600_000)
        .keys("F5")
        .shows("Dawn A.: Not finished")
        .hides("on the line")
        .keys("F2 s Enter")
        .wait(1000)
        .keys("F5");
    tom.shows("Dawn A.: Not finished").shows("on the line at Tom's desk");
}
