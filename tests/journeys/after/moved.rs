//! A booked date that is moved, and a live date of a case that ends before its meeting.

use crate::contract::calendar::{at, book};
use crate::contract::office::Made;
use crate::journeys::calendar::{bookings, desk_of, office};
use crate::journeys::desk::Desk;
use mediation_line::domain::queue::Why;

fn booked() -> (Desk, Made) {
    let mut office = office();
    let made = office.a_ready_case();
    book(&mut office, &made, None, at("2026-12-09", 10)).unwrap();
    let mut desk = desk_of(office);
    desk.keys("F5").choose("M-0001").keys("Enter");
    (desk, made)
}

fn dates(desk: &mut Desk, made: &Made) -> Vec<(&'static str, String)> {
    bookings(desk, made).iter().map(|b| (b.state.code(), b.slot.day.to_string())).collect()
}

#[test]
fn a_moved_date_keeps_both_its_days_and_everybody_is_told_again() {
    let (mut desk, made) = booked();
    desk.keys("Right Right Right m").shows("CALENDAR").keys("1 F9");
    desk.shows("Instead of  Wed 9 Dec 10:00-13:00").shows("tell other side (today), tell family (today)");
    desk.keys("F9");
    let all = dates(&mut desk, &made);
    assert!(all.contains(&("moved", "2026-12-09".to_owned())), "{all:?}");
    assert!(all.iter().any(|(state, _)| *state == "booked"), "{all:?}");
    desk.keys("F5").choose("M-0001").keys("Enter Right Right Right");
    desk.shows("BOOKED      Wed 2 Dec").shows("moved       Wed 9 Dec");
    for told in [
        "Tell the other side the date",
        "Tell the family the date",
        "Tell the mediator the date",
        "Mon 30 Nov",
    ] {
        desk.shows(told);
    }
    desk.keys("Right").shows("Wed 9 Dec 10:00-13:00").shows("Wed 2 Dec 9:00-12:00");
    desk.keys("Ctrl+z");
    let back = dates(&mut desk, &made);
    assert!(back.contains(&("booked", "2026-12-09".to_owned())), "{back:?}\n{}", desk.screen());
}

#[test]
fn settled_before_the_meeting_closes_and_calls_off_in_one_window() {
    for (reason, by, certificate, said, code) in [
        ("s", "o", "", "Case closed, meeting called off by the other side", "settled before the meeting"),
        // A family that withdrew may still need its certificate.
        ("f", "f", "n", "Case closed, meeting called off by the family", "family withdrew"),
    ] {
        let (mut desk, made) = booked();
        desk.keys("x").text(reason).keys("Enter Enter").text(by).keys("Enter");
        if !certificate.is_empty() {
            desk.shows("Is a certificate wanted?").text(certificate).keys("Enter");
        }
        assert_eq!(dates(&mut desk, &made), [("called off", "2026-12-09".to_owned())], "{}", desk.screen());
        let page = desk.worker.store().case_page(made.case).unwrap();
        assert_eq!(page.after.closing.map(mediation_line::domain::closing::Closing::code), Some(code));
        assert_eq!(page.timeline[0].act, said);
        assert_eq!(page.todo.iter().map(|row| row.why).collect::<Vec<_>>(), [Why::Review]);
    }
}
