//! The certificate's clock, told day by day where its row is; an authority that cannot arrange a meeting in time.

use crate::contract::calendar::{at, book};
use crate::journeys::calendar::{bookings, desk_of, office};
use crate::journeys::desk::Desk;
use mediation_line::protocol::effect::Place;

#[test]
fn a_meeting_on_wed_23_december_is_certified_by_wed_30_and_every_day_is_told() {
    let mut office = office();
    let made = office.a_ready_case();
    book(&mut office, &made, None, at("2026-12-23", 10)).unwrap();
    let mut desk = desk_of(office);
    desk.morning("2026-12-24T09:05").keys("F5").choose("M-0001").shows("Meeting Wed 23 Dec: was it held?");
    desk.keys("F9 n Enter");
    assert_eq!(bookings(&mut desk, &made)[0].state.code(), "met");
    desk.keys("F5").choose("M-0001").shows("Certificate due Wed 30 Dec").keys("Enter k");
    let (tall, _) = desk.draw(120, 60);
    let monday = tall.lines().find(|line| line.contains("Mon 28 Dec")).unwrap();
    assert!(monday.contains("not counted"), "{monday}");
    for (day, count) in [("Thu 24 Dec ", " 1 "), ("Tue 29 Dec ", " 2 "), ("Wed 30 Dec ", " 3 ")] {
        assert!(tall.lines().any(|line| line.contains(day) && line.contains(count)), "{day}\n{tall}");
    }
}

#[test]
fn an_authority_that_cannot_arrange_it_in_time_brings_its_certificate_in_one_window() {
    let mut desk = Desk::practice(Place::Today);
    desk.choose("M-0371").keys("Enter Right Right Right f").shows("l the LA cannot arrange it in time");
    desk.text("l").keys("F9").shows("The certificate is due Fri 27 Nov.");
    assert_eq!(
        desk.value(
            "SELECT f.ground || ', ' || f.event || ', ' || f.state FROM certificates f
             JOIN cases c ON c.id = f.case_id WHERE c.number = 371"
        ),
        "deemed, 2026-11-24, due"
    );
}

#[test]
fn a_certificate_of_before_the_meeting_is_asked_about_once() {
    const SENT: &str = "SELECT f.state || ' ' || COALESCE(f.sent, '') FROM certificates f
        JOIN cases c ON c.id = f.case_id WHERE c.number = 398";
    let mut desk = Desk::practice(Place::Today);
    desk.choose("M-0398")
        .keys("F9")
        .text("3/11")
        .keys("Tab")
        .text("email")
        .keys("Tab")
        .text("mum")
        .keys("F9");
    desk.shows("That is before the meeting of Thu 19 Nov. Again to keep.");
    assert_eq!(desk.value(SENT), "due ");
    // Another day is asked about anew; the same one again is kept, and what was typed beside it.
    desk.keys("Ctrl+A").text("4/11").keys("F9").shows("That is before the meeting").keys("F9");
    desk.shows("Certificate recorded as sent Wed 4 Nov.");
    assert_eq!(desk.value(SENT), "sent 2026-11-04");
    let mut desk = Desk::practice(Place::Today);
    desk.choose("M-0398")
        .keys("F9")
        .text("19/11")
        .keys("F9")
        .shows("Certificate recorded as sent Thu 19 Nov.");
    // What is done is no more counted down.
    desk.keys("F3").text("M-0398").keys("Enter k").shows("held Thu 19 Nov").shows("sent Thu 19 Nov");
    // One that nothing has brought yet: the day that they declined, or that the LA told us.
    for (why, told) in
        [("d", "before the family declined, Mon 16 Nov"), ("l", "before the LA told us, Mon 16 Nov")]
    {
        let mut desk = Desk::practice(Place::Today);
        desk.choose("M-0371")
            .keys("Enter Right Right Right f")
            .text(why)
            .keys("Tab")
            .text("16/11")
            .keys("Tab");
        desk.text("13/11").keys("F9").shows(&format!("That is {told}. Again to keep."));
        desk.keys("F9").shows("The certificate is recorded.");
    }
}
