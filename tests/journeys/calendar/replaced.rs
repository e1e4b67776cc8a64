//! A mediator ill on the morning: the booking stays, Today says so first, who is free is listed, one is given it.

use mediation_line::domain::queue::BookingState;

use super::{bookings, desk_of, office, states};
use crate::contract::calendar::{at, book, mediates, mediator};
use crate::contract::office::day;
use mediation_line::store::mediators::MediatorWrite;

/// Scenario 18.
#[test]
fn a_mediator_is_ill_and_another_is_given_the_meeting() {
    let mut office = office();
    let hana = mediator(&mut office, "Hana Osei");
    let id = office.id();
    let (from, to) = (day("2026-11-25"), day("2026-11-25"));
    mediates(&mut office, &MediatorWrite::Away { id, mediator: hana, from, to, words: String::new() });
    let made = office.a_ready_case();
    let pages = office.store.mediators(office.today()).unwrap();
    let ruth = pages.iter().find(|p| p.facts.name == "Ruth Adeyemi").unwrap().facts.id;
    book(&mut office, &made, Some(ruth), at("2026-11-25", 10)).unwrap();
    let mut desk = desk_of(office);
    desk.keys("Esc 0").shows("Mediators").keys("Enter").shows("MEDIATORS").keys("Down Down");
    desk.shows("> Ruth Adeyemi").keys("a").text("25/11").keys("Enter Enter").text("ill");
    desk.shows("Touches M-0001 booked Wed 25 Nov 10:00 (needs a mediator)");
    insta::assert_snapshot!("away_80x24", desk.draw(80, 24).0);
    desk.keys("Enter").shows("Touches: M-0001 booked Wed 25 Nov 10:00 (needs a mediator).");
    desk.shows("needs a mediator");
    desk.keys("F5").shows("NOW").shows("Wed 25 Nov needs a mediator (Ruth away)").shows("Find one");
    assert_eq!(states(&mut desk, &made), [BookingState::Booked]);
    desk.keys("Enter Right Right Right")
        .shows("Ring a mediator who is free")
        .shows("Tell the family who mediates");
    desk.shows("Needs a mediator: theirs is away.").keys("Backspace F9");
    desk.shows("CALENDAR").shows("Free at its hour, best first").shows("1  Wed 25 Nov 10:00  Col Fenwick");
    desk.hides("Hana Osei").shows("F9 Give");
    insta::assert_snapshot!("replace_80x24", desk.draw(80, 24).0);
    desk.keys("1 F9").shows("Instead of  Ruth Adeyemi").shows("tell everyone who mediates");
    desk.shows("Another mediator for this meeting")
        .keys("F9")
        .shows("TODAY")
        .shows("is with Col Fenwick now");
    let all = bookings(&mut desk, &made);
    let told: Vec<(BookingState, &str)> = all.iter().map(|b| (b.state, b.name.as_str())).collect();
    assert_eq!(told, [(BookingState::Booked, "Col Fenwick"), (BookingState::Moved, "Ruth Adeyemi")]);
    assert_eq!(all[0].slot, all[1].slot);
    desk.hides("needs a mediator");
}

#[test]
fn on_the_morning_itself_another_is_given_until_its_hour_and_after_it_is_said_what_can_be_done() {
    for (moment, works) in [("2026-11-25T08:40", true), ("2026-11-25T10:20", false)] {
        let mut office = office();
        let made = office.a_ready_case();
        let pages = office.store.mediators(office.today()).unwrap();
        let ruth = pages.iter().find(|p| p.facts.name == "Ruth Adeyemi").unwrap().facts.id;
        book(&mut office, &made, Some(ruth), at("2026-11-25", 10)).unwrap();
        let id = office.id();
        let (from, to) = (day("2026-11-25"), day("2026-11-25"));
        mediates(&mut office, &MediatorWrite::Away { id, mediator: ruth, from, to, words: "ill".into() });
        let mut desk = desk_of(office);
        desk.morning(moment);
        desk.shows("needs a mediator").choose("needs a mediator").keys("F9").shows("CALENDAR");
        if works {
            desk.shows("1  Wed 25 Nov 10:00  Col Fenwick").keys("1 F9 F9").shows("is with Col Fenwick now");
            assert_eq!(states(&mut desk, &made), [BookingState::Booked, BookingState::Moved]);
        } else {
            desk.shows("Its hour has come: move it, or say what came of it.").shows("1  Thu 3 Dec");
            desk.hides("Wed 25 Nov 10:00  Col");
            assert_eq!(states(&mut desk, &made), [BookingState::Booked], "it is kept as it was");
            desk.keys("F9").shows("That time has passed. Choose a later one.");
        }
    }
}
