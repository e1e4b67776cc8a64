//! What else happened meanwhile: a hold that lapsed, another case, another desk.

use mediation_line::domain::outcome::Outcome;
use mediation_line::domain::queue::BookingState;
use mediation_line::domain::refusal::Refusal;
use mediation_line::domain::slot::Slot;
use mediation_line::store::NotDone;
use mediation_line::store::calendar::{CalendarWrite, Format};
use mediation_line::store::cases::CaseWrite;
use mediation_line::store::links::LinkState;

use crate::contract::calendar::{at, book, hold, writes};
use crate::journeys::calendar::office;

#[test]
fn a_hold_that_lapsed_meanwhile_stays_let_go_and_nobody_is_stopped_by_it() {
    let mut office = office();
    let (made, other) = (office.a_case(), office.a_case());
    let ruth = Some(office.number("SELECT min(id) FROM mediators"));
    let lapsed = hold(&mut office, &made, ruth, at("2026-12-10", 10)).unwrap();
    office.days_later(8);
    let signed = office.signed();
    let booking = office.id();
    let write = CalendarWrite::Hold {
        booking,
        case: made.case,
        mediator: ruth,
        slot: at("2026-12-14", 10),
        format: Format::Online,
    };
    office.store.calendar_write(&write, &signed).unwrap();
    let back = office.signed();
    office.store.take_back(signed.id, &back).unwrap();
    for id in [lapsed.id, booking] {
        assert_eq!(office.store.booking(id).unwrap().state, BookingState::LetGo);
    }
    assert!(office.store.facts(made.case).unwrap().bookings.iter().all(|b| b.state != BookingState::Held));
    hold(&mut office, &other, ruth, at("2026-12-10", 10)).unwrap();
    let sql = format!("SELECT count(*) FROM history WHERE id = {}", lapsed.id + 15);
    assert_eq!(office.number(&sql), 1);
}

#[test]
fn a_link_that_is_taken_back_is_told_in_both_cases() {
    let mut office = office();
    let (made, other) = (office.a_case(), office.a_case());
    let rev = |office: &mut crate::contract::office::Office| office.store.facts(other.case).unwrap().rev;
    let (signed, link) = (office.signed(), office.id());
    let write = CaseWrite::Link { case: made.case, other: other.case, link, said: LinkState::Linked };
    office.store.case_write(&write, &signed).unwrap();
    let before = rev(&mut office);
    let back = office.signed();
    office.store.take_back(signed.id, &back).unwrap();
    assert!(rev(&mut office) > before);
    let newest = office.store.timeline(other.case, None, 1).unwrap().remove(0);
    assert_eq!(newest.act, "Taken back: Linked: the same child");
}

#[test]
fn a_meeting_that_was_held_after_all_is_a_meeting_again() {
    let mut office = office();
    let made = office.a_ready_case();
    let ruth = Some(office.number("SELECT min(id) FROM mediators"));
    let slot = Slot { length: 4, ..at("2026-11-24", 16) };
    let meeting = book(&mut office, &made, ruth, slot).unwrap();
    for result in [Outcome::DidNotHappen, Outcome::Agreed] {
        let outcome = office.id();
        let booking = meeting.id;
        let write = CalendarWrite::Outcome { booking, outcome, result, by: None, words: "".into() };
        writes(&mut office, &write).unwrap();
    }
    assert_eq!(office.store.booking(meeting.id).unwrap().state, BookingState::Met);
    assert_eq!(office.number("SELECT count(*) FROM claims"), 8);
    let due = office.number("SELECT count(*) FROM certificates WHERE state = 'due'");
    assert_eq!(due, 1, "with its certificate");
}

#[test]
fn a_date_that_is_over_does_not_take_the_time_of_another() {
    let mut office = office();
    let (made, other) = (office.a_ready_case(), office.a_ready_case());
    let ruth = Some(office.number("SELECT min(id) FROM mediators"));
    let slot = Slot { length: 4, ..at("2026-11-24", 16) };
    let meeting = book(&mut office, &made, ruth, slot).unwrap();
    let said = |office: &mut crate::contract::office::Office, result| {
        let outcome = office.id();
        let booking = meeting.id;
        writes(office, &CalendarWrite::Outcome { booking, outcome, result, by: None, words: "".into() })
    };
    said(&mut office, Outcome::DidNotHappen).unwrap();
    book(&mut office, &other, ruth, slot).unwrap();
    let refused = said(&mut office, Outcome::Agreed).unwrap_err();
    assert!(matches!(refused, NotDone::Refused(Refusal::IsNow("did not happen"))));
}
