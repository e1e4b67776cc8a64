//! What comes after a meeting, on the pages of a case: the outcome in one key, the certificate in three ways.

use mediation_line::domain::certificate::{CertificateState, Ground};
use mediation_line::domain::outcome::Outcome;
use mediation_line::domain::queue::{BookingState, Why};
use mediation_line::domain::slot::Slot;
use mediation_line::domain::willingness::Answer;
use mediation_line::protocol::effect::{CaseTab, Effect};
use mediation_line::protocol::key::{Code, Key};
use mediation_line::screens::Screen;
use mediation_line::screens::case::State;

use super::Desk;
use crate::contract::calendar::{at, book, mediator};
use crate::contract::office::{Made, Office, day};
use crate::journeys::screen::{context, drawn};

/// A case whose meeting is today, Tuesday 24 November.
fn meeting_today() -> (Office, Made) {
    let mut office = Office::in_memory();
    let ruth = mediator(&mut office, "Ruth Adeyemi");
    let made = office.a_ready_case();
    let slot = Slot { length: 4, ..at("2026-11-24", 16) };
    book(&mut office, &made, Some(ruth), slot).unwrap();
    (office, made)
}

#[test]
fn the_outcome_is_one_key_and_the_words_can_be_skipped() {
    for (key, outcome, act) in [
        ("a", Outcome::Agreed, "Meeting held: agreed"),
        ("p", Outcome::PartAgreed, "Meeting held: part agreed"),
        ("n", Outcome::NotAgreed, "Meeting held: not agreed"),
    ] {
        let (office, made) = meeting_today();
        let mut desk = Desk::at(office, made.case, CaseTab::Dates, None);
        desk.keys("y");
        desk.keys(key);
        let page = desk.page();
        assert_eq!(page.after.met[0].outcome, outcome, "written before any words");
        assert_eq!(page.dates[0].state, BookingState::Met);
        assert_eq!(page.timeline[0].act, act);
        let due = page.facts.after.certificate_due().unwrap();
        assert_eq!((due.ground, due.event), (Ground::AfterMeeting, day("2026-11-24")));
        assert!(desk.said()[0].ends_with("The certificate is due Fri 27 Nov."), "{:?}", desk.said());
        desk.keys("OT review in January~");
        let page = desk.page();
        assert_eq!(&*page.after.met[0].words, "OT review in January");
        assert_eq!(page.facts.after.certificates.len(), 1, "words bring no second certificate");
        assert_eq!(page.timeline[0].act, "Words of the meeting");
    }
}

#[test]
fn an_outcome_that_is_said_again_keeps_its_words_until_they_are_changed() {
    let (office, made) = meeting_today();
    let mut desk = Desk::at(office, made.case, CaseTab::Dates, None);
    desk.keys("ypOT review in January~");
    for again in ["p", "a"] {
        desk.keys(&format!("y{again}"));
        let (text, _) = drawn(&desk.screen, 80, 24);
        assert!(text.contains("Words  OT review in January"), "{text}");
        desk.key(Key::plain(Code::Esc));
        assert_eq!(&*desk.page().after.met[0].words, "OT review in January", "{again}, then Esc");
        desk.keys(&format!("y{again}~"));
        assert_eq!(&*desk.page().after.met[0].words, "OT review in January", "{again}, then Enter");
    }
    desk.keys("ya, or later~");
    assert_eq!(&*desk.page().after.met[0].words, "OT review in January, or later");
}

#[test]
fn a_meeting_that_did_not_happen_says_on_whose_account() {
    for (keys, by) in [("yd", "family"), ("d", "family")] {
        let (office, made) = meeting_today();
        let mut desk = Desk::at(office, made.case, CaseTab::Dates, None);
        desk.keys(keys);
        desk.keys("f");
        desk.key(Key::plain(Code::Esc));
        let page = desk.page();
        assert_eq!(page.after.met[0].by.map(mediation_line::domain::outcome::ByWhom::code), Some(by));
        assert_eq!(page.dates[0].state, BookingState::DidNotHappen);
        assert!(page.facts.after.certificates.is_empty());
        assert!(page.todo.iter().any(|row| row.why == Why::Ready), "it goes on where it was");
    }
}

#[test]
fn f9_on_today_asks_at_once_and_comes_back() {
    let (office, made) = meeting_today();
    let mut desk = Desk::at(office, made.case, CaseTab::Dates, None);
    let booking = desk.page().dates[0].id;
    desk.screen = State::errand(made.case, Why::Meeting, Some(booking));
    let effects = desk.screen.opened(&context());
    desk.carry_out(effects);
    desk.keys("p~");
    assert_eq!(desk.page().after.met[0].outcome, Outcome::PartAgreed);
    assert_eq!(desk.wanted.last(), Some(&Effect::Close), "back to the list, the words skipped");
}

#[test]
fn a_certificate_after_the_meeting_is_recorded_as_sent() {
    let (office, made) = meeting_today();
    let mut desk = Desk::at(office, made.case, CaseTab::Dates, None);
    desk.keys("yn~f~p~~");
    let sent = &desk.page().after.certificates[0];
    assert_eq!(sent.facts.state, CertificateState::Sent);
    assert_eq!(sent.facts.sent, Some(day("2026-11-24")));
    assert!(desk.page().todo.iter().any(|row| row.why == Why::Close), "nothing is left to do");
}

#[test]
fn a_family_that_declines_and_an_authority_that_cannot_bring_their_own_certificates() {
    let mut office = Office::in_memory();
    let made = office.a_case();
    office.answers(&made, made.family, Answer::NotWilling).unwrap();
    let due = office.store.facts(made.case).unwrap().after.certificate_due().copied().unwrap();
    assert_eq!((due.ground, due.event), (Ground::Declined, day("2026-11-24")));
    office.answers(&made, made.family, Answer::Willing).unwrap();
    assert_eq!(office.store.facts(made.case).unwrap().after.certificate_due(), None, "it fell away");
    let mut desk = Desk::at(office, made.case, CaseTab::Dates, None);
    desk.keys("fl~mon~~~~");
    let page = desk.page();
    let due = page.facts.after.certificate_due().unwrap();
    assert_eq!((due.ground, due.event), (Ground::Deemed, day("2026-11-23")));
    assert_eq!(page.timeline[0].act, "Certificate due: the LA cannot arrange it in time");
    desk.keys("fnot wanted~~they said so~");
    assert_eq!(desk.page().after.certificates[1].facts.state, CertificateState::NotWanted);
}

#[test]
fn a_day_that_begins_with_the_letter_of_not_wanted_is_a_day() {
    for (typed, sent) in [("nov 24", "2026-11-24"), ("now", "2026-11-24")] {
        let (office, made) = meeting_today();
        let mut desk = Desk::at(office, made.case, CaseTab::Dates, None);
        desk.keys(&format!("yn~f{typed}~p~~"));
        let certificate = &desk.page().after.certificates[0];
        assert_eq!(certificate.facts.state, CertificateState::Sent, "{typed}");
        assert_eq!(certificate.facts.sent, Some(day(sent)), "{typed}");
    }
    // What is neither a day nor a no is recorded as neither, and stays in its line.
    let (office, made) = meeting_today();
    let mut desk = Desk::at(office, made.case, CaseTab::Dates, None);
    desk.keys("yn~fnot sent yet~~~");
    assert_eq!(desk.page().after.certificates[0].facts.state, CertificateState::Due);
    assert!(desk.said().iter().any(|said| said.starts_with("A day that has been")), "{:?}", desk.said());
}
