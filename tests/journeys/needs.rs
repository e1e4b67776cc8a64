//! What somebody needs at a meeting is asked in a call, and stands wherever a meeting is made ready.

use super::calendar::{desk_of, office};

#[test]
fn what_was_asked_for_stands_on_every_page_that_makes_a_meeting_ready() {
    let mut office = office();
    office.a_ready_case();
    let mut desk = desk_of(office);
    desk.choose("M-0001").keys("Enter").hides("NEEDS").keys("Right Right e");
    desk.keys("Down Down Down Down Down Down").text("Bengali interpreter").keys("F9");
    desk.keys("Left Left").shows("NEEDS   Bengali interpreter");
    // The family's details have no second line for it.
    let details = desk.keys("e").shows("The family's details").draw(80, 24).0;
    assert!(!details.lines().any(|line| line.contains("║ Needs")), "{details}");
    desk.keys("Esc F5").choose("M-0001").wait(1000);
    assert!(desk.draw(120, 40).0.contains("Needs       Bengali interpreter"), "{}", desk.draw(120, 40).0);
    desk.keys("F9 2 F9").shows("Book this meeting").shows("Bengali interpreter");
    desk.keys("Space Down Space F9").shows("TODAY").choose("M-0001").keys("Enter Right Right Right");
    desk.choose("Arrange what was asked for").shows("Asked for: Bengali interpreter");
}

#[test]
fn needs_hide_with_the_names() {
    let mut office = office();
    office.a_ready_case();
    let mut desk = desk_of(office);
    desk.choose("M-0001").keys("Enter Right Right e Down Down Down Down Down Down");
    desk.text("Bengali interpreter").keys("F9 Left w w").shows("Withdrawn.").keys("Left").hides("Bengali");
}
