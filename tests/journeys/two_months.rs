//! How long there is after the letter: said while the letter is in hand, and when it is over at the end of the call.

use super::desk::Desk;

/// A parent's call, with the cursor in the letter.
fn letter() -> Desk {
    let mut desk = Desk::new();
    desk.keys("F2 p Enter").text("Sandra Okafor").keys("Enter").text("01632 960 512").keys("Enter Esc d");
    desk
}

#[test]
fn the_end_of_the_two_months_is_said_in_the_letter() {
    let mut desk = letter();
    desk.text("5 nov").shows("2 months to ring end Tue 5 Jan (guide).");
    let (narrow, _) = desk.draw(60, 20);
    assert!(narrow.contains("2 months to ring end Tue 5 Jan (guide)."), "{narrow}");
    desk.keys("Enter").hides("2 months").keys("Esc d").shows("2 months to ring end Tue 5 Jan");
    desk.keys("F9").hides("2 months");
}

#[test]
fn months_that_are_over_are_said_in_the_call_at_its_end_and_on_today() {
    let mut desk = letter();
    desk.text("1 july").shows("2 months to ring ended Tue 1 Sep (guide). Is the letter's date right?");
    let (narrow, _) = desk.draw(60, 20);
    assert!(narrow.contains("2 months to ring ended Tue 1 Sep (guide)."), "{narrow}");
    desk.keys("Enter").shows("2 months to ring ended Tue 1 Sep");
    desk.keys("F9").shows("Clock    2 months to ring ended Tue 1 Sep (guide).").shows("NEXT STEP");
    let (narrow, _) = desk.draw(60, 20);
    assert!(narrow.contains("2 months to ring ended Tue 1 Sep"), "{narrow}");
    desk.keys("F9 F5 v").shows("Family's 2 months ran out Tue 1 Sep").hides("months end ");
    // Nor is anybody comforted with a right whose time is over by our count.
    desk.keys("F3").text("Okafor").keys("Enter Right Right").shows("For the time to appeal, ask SENDIASS.");
    desk.hides("does not affect the right of appeal");
}

#[test]
fn disagreement_resolution_has_no_two_months() {
    let mut desk = letter();
    desk.text("5 nov").shows("2 months to ring end").keys("Esc a").text("delay").keys("Enter");
    assert_eq!(desk.value("SELECT reading FROM details WHERE field = 'about'"), "duties");
    desk.keys("Esc d").hides("2 months");
}
