//! Dates, promised steps, and the next step of a case.

use mediation_line::domain::detail::Detail;
use mediation_line::domain::queue::{BookingState, StepKind};
use mediation_line::domain::refusal::Refusal;
use mediation_line::domain::willingness::Answer;
use mediation_line::protocol::action::Action;
use mediation_line::protocol::effect::{CaseTab, Effect, Place};
use mediation_line::protocol::key::{Code, Key};
use mediation_line::protocol::keys::Spot;
use mediation_line::screens::Screen;
use mediation_line::store::cases::CaseWrite;

use super::Desk;
use crate::contract::calendar::{at, book, hold, mediator};
use crate::contract::office::{Made, Office, day};

/// A case with a meeting booked for Wednesday 9 December.
fn booked() -> (Office, Made) {
    let mut office = Office::in_memory();
    let ruth = mediator(&mut office, "Ruth Adeyemi");
    let made = office.a_ready_case();
    book(&mut office, &made, Some(ruth), at("2026-12-09", 10)).unwrap();
    (office, made)
}

fn states(desk: &mut Desk) -> Vec<BookingState> {
    desk.page().dates.iter().map(|b| b.state).collect()
}

#[test]
fn a_hold_is_let_go_with_one_key() {
    let mut office = Office::in_memory();
    let ruth = mediator(&mut office, "Ruth Adeyemi");
    let made = office.a_case();
    hold(&mut office, &made, Some(ruth), at("2026-12-09", 10)).unwrap();
    let mut desk = Desk::at(office, made.case, CaseTab::Dates, None);
    desk.keys("x");
    assert_eq!(states(&mut desk), vec![BookingState::LetGo]);
}

#[test]
fn a_meeting_is_called_off_after_the_question_with_a_reason() {
    let (office, made) = booked();
    let mut desk = Desk::at(office, made.case, CaseTab::Dates, None);
    desk.keys("xk");
    assert_eq!(states(&mut desk), vec![BookingState::Booked]);
    desk.keys("xcf~mother is ill~");
    assert_eq!(states(&mut desk), vec![BookingState::CalledOff]);
    assert_eq!(desk.page().timeline[0].act, "Meeting called off by the family");
    assert_eq!(
        desk.said().last().unwrap(),
        "Called off by the family. Its time is free; whom to tell is on Dates."
    );
}

#[test]
fn somebody_who_closes_the_case_on_the_page_of_dates_is_told_where() {
    let (office, made) = booked();
    let mut desk = Desk::at(office, made.case, CaseTab::Dates, None);
    desk.keys("xcf~mother is ill~");
    let bookings = desk.page().dates.len();
    desk.keys("x");
    let over = "That date is over and is kept. On Summary x closes the case.";
    assert_eq!(desk.wanted.last(), Some(&Effect::Refuse(Refusal::NothingHere(over))));
    // A promised step is no date either.
    for _ in 0..bookings {
        desk.act(&Action::Down);
    }
    desk.keys("x");
    let here = "Here x is for a date. On Summary x closes the case.";
    assert_eq!(desk.wanted.last(), Some(&Effect::Refuse(Refusal::NothingHere(here))));
}

#[test]
fn a_booking_in_doubt_is_confirmed_when_the_light_is_back() {
    let (mut office, made) = booked();
    office.answers(&made, made.authority, Answer::PulledOut).unwrap();
    let mut desk = Desk::at(office, made.case, CaseTab::Dates, None);
    assert_eq!(states(&mut desk), vec![BookingState::InDoubt]);
    desk.keys("k");
    assert_eq!(desk.said(), vec!["The slot is kept, in doubt. The LA pulled out."]);
    desk.office.answers(&made, made.authority, Answer::Willing).unwrap();
    desk.act(&Action::Left);
    let changed = desk
        .screen
        .hear(&mediation_line::protocol::answer::Answer::Changed, &crate::journeys::screen::context());
    desk.carry_out(changed);
    desk.act(&Action::Right);
    assert_eq!(desk.screen.next_step(), "Confirm");
    desk.key(Key::f(9));
    assert_eq!(states(&mut desk), vec![BookingState::Booked]);
}

#[test]
fn a_meeting_ahead_has_not_been_held() {
    let (office, made) = booked();
    let mut desk = Desk::at(office, made.case, CaseTab::Dates, None);
    desk.keys("y");
    assert_eq!(states(&mut desk), vec![BookingState::Booked]);
}

#[test]
fn a_promised_step_is_done_with_f9_and_said_in_one_sentence() {
    let mut office = Office::in_memory();
    let made = office.a_case();
    let mut desk = Desk::at(office, made.case, CaseTab::Dates, None);
    desk.key(Key::f(9));
    let page = desk.page();
    assert_eq!(page.facts.steps, vec![]);
    assert_eq!(page.facts.la_informed, Some(day("2026-11-24")));
    assert_eq!(desk.said(), vec!["Done: LA told that mediation is wanted."]);
}

#[test]
fn a_withdrawn_booking_can_still_be_called_off() {
    let (office, made) = booked();
    let mut desk = Desk::at(office, made.case, CaseTab::Consent, None);
    desk.keys("ww");
    assert_eq!(states(&mut desk), vec![BookingState::InDoubt]);
    desk.key(Key::plain(Code::Right));
    desk.key(Key::plain(Code::Right));
    desk.keys("xc~~");
    assert_eq!(states(&mut desk), vec![BookingState::CalledOff]);
}

#[test]
fn the_next_step_of_a_new_case_is_the_authority() {
    let mut office = Office::in_memory();
    let made = office.a_case();
    let mut desk = Desk::at(office, made.case, CaseTab::Summary, None);
    desk.key(Key::f(9));
    assert_eq!(desk.screen.spot(), Spot::CaseWillingness);
    desk.keys("a~~~");
    assert_eq!(desk.page().facts.la_informed, Some(day("2026-11-24")));
    assert!(!desk.wanted.contains(&Effect::Close));
}

#[test]
fn the_next_step_of_a_ready_case_is_the_calendar() {
    let mut office = Office::in_memory();
    let made = office.a_ready_case();
    let mut desk = Desk::at(office, made.case, CaseTab::Summary, None);
    desk.key(Key::f(9));
    let finder = Place::Calendar { case: Some(made.case), finder: true, mediator: None, moving: None };
    assert_eq!(desk.wanted, vec![Effect::Open(finder)]);
}

#[test]
fn the_next_step_after_a_no_is_to_tell_the_family_and_f9_marks_it() {
    let mut office = Office::in_memory();
    let made = office.a_case();
    office.answers(&made, made.authority, Answer::NotWilling).unwrap();
    let mut desk = Desk::at(office, made.case, CaseTab::Dates, None);
    let steps = |desk: &mut Desk| desk.page().facts.steps.iter().map(|s| s.what).collect::<Vec<_>>();
    assert_eq!(steps(&mut desk), vec![StepKind::TellFamilyNo]);
    desk.key(Key::plain(Code::Enter));
    assert_eq!(steps(&mut desk), vec![]);
}

#[test]
fn details_are_changed_together_and_the_clocks_and_find_follow() {
    let mut office = Office::in_memory();
    let made = office.a_case();
    let mut desk = Desk::at(office, made.case, CaseTab::Summary, None);
    desk.keys("e Okoro~12.3.16~~~a");
    desk.key(Key::plain(Code::Enter));
    for _ in 0..5 {
        desk.key(Key::plain(Code::Backspace));
    }
    desk.keys("9 nov");
    desk.key(Key::f(9));
    let page = desk.page();
    assert_eq!(&*page.head.child, "Kelechi Achebe Okoro");
    assert_eq!(&*page.detail(Detail::Born).reading, "2016-03-12");
    assert_eq!(&*page.detail(Detail::About).reading, "refuse_assess");
    assert_eq!(page.facts.letter.earliest(), Some(day("2026-11-09")));
    assert_eq!(&*page.timeline[0].words, "Name was: Kelechi Achebe. Letter was: 2 nov.");
    let found = desk.office.store.find("okoro", false).unwrap();
    assert_eq!(found.first().and_then(|f| f.case), Some(made.case));
}

#[test]
fn details_are_not_changed_after_a_withdrawal() {
    let (office, made) = booked();
    let mut desk = Desk::at(office, made.case, CaseTab::Consent, None);
    desk.keys("ww");
    let details = vec![crate::contract::office::typed(Detail::School, "Ashgrove")];
    let result = desk.office.case(&CaseWrite::Details { case: made.case, details, known: Vec::new() });
    assert_eq!(result, Err(mediation_line::store::NotDone::Refused(Refusal::Withdrawn)));
}

#[test]
fn a_long_timeline_is_read_in_parts() {
    let mut office = Office::in_memory();
    let made = office.a_case();
    for n in 0..230 {
        let note = office.id();
        office.case(&CaseWrite::Note { case: made.case, note, body: format!("note {n}").into() }).unwrap();
    }
    let mut desk = Desk::at(office, made.case, CaseTab::Timeline, None);
    let text = crate::journeys::screen::drawn(&desk.screen, 80, 500).0;
    assert!(text.contains("note 229") && !text.contains("note 0 "));
    desk.key(Key::plain(Code::End));
    let text = crate::journeys::screen::drawn(&desk.screen, 80, 500).0;
    assert!(text.contains("note 229") && text.contains("note 0 ") && text.contains("Call finished"));
    assert_eq!(text.matches("note 100 ").count(), 1);
}
