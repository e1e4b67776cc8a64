//! What a person settles: agreed actions, an objection, a number that is not safe, closing, the review.

use mediation_line::domain::closing::Closing;
use mediation_line::domain::queue::{BookingState, CaseState, Group, Why};
use mediation_line::protocol::effect::CaseTab;
use mediation_line::protocol::key::{Code, Key};
use mediation_line::screens::Screen;
use mediation_line::screens::case::State;

use super::Desk;
use crate::contract::calendar::{at, book, mediator};
use crate::contract::office::{Made, Office, day};
use crate::journeys::screen::{context, drawn};

fn booked() -> (Office, Made) {
    let mut office = Office::in_memory();
    let ruth = mediator(&mut office, "Ruth Adeyemi");
    let made = office.a_ready_case();
    book(&mut office, &made, Some(ruth), at("2026-12-09", 10)).unwrap();
    (office, made)
}

fn met_today() -> Desk {
    let mut office = Office::in_memory();
    let ruth = mediator(&mut office, "Ruth Adeyemi");
    let made = office.a_ready_case();
    let slot = mediation_line::domain::slot::Slot { length: 4, ..at("2026-11-24", 16) };
    book(&mut office, &made, Some(ruth), slot).unwrap();
    let mut desk = Desk::at(office, made.case, CaseTab::Dates, None);
    desk.keys("yp~");
    desk
}

fn whys(desk: &mut Desk) -> Vec<Why> {
    desk.page().todo.iter().map(|row| row.why).collect()
}

fn text(desk: &Desk) -> String {
    drawn(&desk.screen, 80, 24).0
}

#[test]
fn an_agreed_action_takes_its_period_and_is_asked_about() {
    let mut desk = met_today();
    assert!(whys(&mut desk).contains(&Why::NoteActions));
    desk.keys("gdraft plan~LA~d~~");
    let page = desk.page();
    assert_eq!(page.after.agreed[0].due, Some(day("2026-12-29")), "five weeks of regulation 44");
    assert!(!whys(&mut desk).contains(&Why::NoteActions));
    desk.keys("gOT review~school~~fri~");
    assert_eq!(desk.page().after.agreed[0].due, Some(day("2026-11-27")));
    assert!(text(&desk).contains("school, OT review"), "{}", text(&desk));
    let row = desk.page().todo.into_iter().find(|row| row.why == Why::Action).unwrap();
    assert_eq!(row.reason, "Agreed for Fri 27 Nov: is it done?");
}

#[test]
fn an_action_that_is_due_is_done_with_two_keys_and_then_everything_is_done() {
    let mut desk = met_today();
    desk.keys("gletter~LA~~today~f~~~");
    for (key, state) in [("y", "done"), ("n", "dropped")] {
        if key == "n" {
            desk.keys("gsecond letter~LA~~today~");
        }
        let case = desk.case;
        desk.screen = State::errand(case, Why::Action, None);
        let effects = desk.screen.opened(&context());
        desk.carry_out(effects);
        desk.keys(key);
        assert_eq!(desk.page().after.agreed.last().unwrap().state, state);
        assert!(whys(&mut desk).contains(&Why::Close), "everything is done");
        desk.screen = State::new(case, CaseTab::Dates, None);
        let effects = desk.screen.opened(&context());
        desk.carry_out(effects);
    }
}

#[test]
fn nothing_to_note_is_a_word_too() {
    let mut desk = met_today();
    desk.keys("g");
    desk.key(Key::f(9));
    assert!(!whys(&mut desk).contains(&Why::NoteActions));
    assert!(desk.page().after.agreed.is_empty());
}

#[test]
fn closing_asks_for_the_reason_and_opens_again() {
    let mut office = Office::in_memory();
    let made = office.a_ready_case();
    let mut desk = Desk::at(office, made.case, CaseTab::Summary, None);
    desk.keys("xzz~~");
    assert_eq!(desk.page().head.state, CaseState::Open, "no reason, no closing");
    for _ in 0..2 {
        desk.key(Key::plain(Code::Backspace));
    }
    desk.keys("settled~they agreed on the phone~");
    let page = desk.page();
    assert_eq!((page.head.state, page.after.closing), (CaseState::Closed, Some(Closing::SettledBefore)));
    assert_eq!(&*page.timeline[0].words, "settled before the meeting: they agreed on the phone");
    assert_eq!(page.todo.iter().map(|row| row.why).collect::<Vec<_>>(), [Why::Review]);
    assert_eq!(page.facts.after.keep_until, Some(day("2029-11-24")));
    assert!(text(&desk).contains("Closed Tue 24 Nov: settled before the meeting."), "{}", text(&desk));
    desk.keys("xy");
    let page = desk.page();
    assert_eq!((page.head.state, page.after.closing), (CaseState::Open, None));
    assert!(!page.todo.is_empty(), "an open case has a row");
}

#[test]
fn closing_with_a_date_calls_it_off_or_keeps_it() {
    let (office, made) = booked();
    let mut desk = Desk::at(office, made.case, CaseTab::Summary, None);
    desk.keys("xs~~~");
    assert_eq!(desk.page().dates[0].state, BookingState::Booked, "on whose account is asked");
    desk.key(Key::plain(Code::Esc));
    assert_eq!(desk.page().head.state, CaseState::Open);
    desk.keys("x");
    desk.key(Key::plain(Code::Down));
    desk.key(Key::plain(Code::Down));
    desk.keys("f~");
    let page = desk.page();
    assert_eq!((page.head.state, page.dates[0].state), (CaseState::Closed, BookingState::CalledOff));
    assert_eq!(page.timeline[0].act, "Case closed, meeting called off by the family");
}

#[test]
fn a_closed_case_is_kept_longer_at_its_review() {
    let mut office = Office::in_memory();
    let made = office.a_ready_case();
    let mut desk = Desk::at(office, made.case, CaseTab::Summary, None);
    desk.keys("xu~~");
    let case = made.case;
    desk.screen = State::errand(case, Why::Review, None);
    let effects = desk.screen.opened(&context());
    desk.carry_out(effects);
    desk.keys("k");
    assert_eq!(desk.page().facts.after.keep_until, Some(day("2027-11-24")));
}

#[test]
fn an_objection_puts_the_light_out_until_a_coordinator_settles_it() {
    let (office, made) = booked();
    let mut desk = Desk::at(office, made.case, CaseTab::Consent, None);
    desk.keys("jo~father~rang, does not agree~");
    let page = desk.page();
    assert_eq!(page.dates[0].state, BookingState::InDoubt);
    let missing = page.facts.missing();
    assert_eq!(missing[0].sentence(), "The other parent objects: a coordinator settles it.");
    let row = desk.page().todo.into_iter().find(|row| row.why == Why::Objection).unwrap();
    assert_eq!(
        (row.group, row.reason.as_str()),
        (Group::InDoubt, "Other parent objects, Tue 24 Nov: settle")
    );
    assert!(text(&desk).contains("OK, but other parent objects: settle it with j."), "{}", text(&desk));
    let slot = at("2026-12-10", 10);
    let refused = book(&mut desk.office, &made, None, slot).unwrap_err();
    assert!(
        refused.to_string().contains("The other parent objects")
            || refused.to_string().contains("Booked already")
    );
    desk.keys("js~~");
    assert_eq!(desk.page().facts.after.objections.len(), 1, "by whom is asked");
    desk.keys("Tom spoke to both~");
    let page = desk.page();
    assert!(page.facts.missing().is_empty());
    assert_eq!(&*page.timeline[0].words, "Tom spoke to both");
    assert_eq!(page.dates[0].state, BookingState::InDoubt, "a person confirms the date");
}

#[test]
fn an_objection_can_lead_to_a_withdrawal() {
    let (office, made) = booked();
    let mut desk = Desk::at(office, made.case, CaseTab::Consent, None);
    desk.keys("j~father~~jw~mother decides so~");
    let page = desk.page();
    assert!(!page.facts.consent.in_force());
    assert_eq!(page.after.objections[0].settled.as_ref().unwrap().0, "consent withdrawn");
}

#[test]
fn a_court_order_stands_on_every_page() {
    let (office, made) = booked();
    let mut desk = Desk::at(office, made.case, CaseTab::Consent, None);
    desk.keys("jc~Northmere family court~father may not be told~");
    for _ in 0..5 {
        assert!(text(&desk).contains("COURT ORDER  Northmere family court: father may not be told"));
        desk.key(Key::plain(Code::Right));
    }
}

#[test]
fn a_number_that_is_not_safe_is_said_before_every_call() {
    let mut office = Office::in_memory();
    let made = office.a_case();
    let mut desk = Desk::at(office, made.case, CaseTab::Willingness, Some(made.family));
    desk.keys("rnny~~~~mother~");
    let page = desk.page();
    let family = page.parties.iter().find(|p| p.facts.id == made.family).unwrap();
    assert!(page.not_safe(family));
    assert!(page.number(family).starts_with("NOT SAFE TO RING 07700 900"), "{}", page.number(family));
    assert!(text(&desk).contains("NOT SAFE TO RING"), "{}", text(&desk));
    desk.screen = State::new(made.case, CaseTab::Summary, None);
    let effects = desk.screen.opened(&context());
    desk.carry_out(effects);
    assert!(text(&desk).contains("NOT SAFE TO RING"), "{}", text(&desk));
    desk.screen = State::new(made.case, CaseTab::Willingness, Some(made.family));
    let effects = desk.screen.opened(&context());
    desk.carry_out(effects);
    desk.keys("r");
    for _ in 0..3 {
        desk.key(Key::plain(Code::Backspace));
    }
    desk.keys("yn-");
    desk.key(Key::f(9));
    let page = desk.page();
    let family = page.parties.iter().find(|p| p.facts.id == made.family).unwrap();
    assert!(page.number(family).ends_with("(safe to ring; no messages - mother)"), "{}", page.number(family));
}

#[test]
fn the_route_and_who_decides_stand_on_the_summary() {
    let mut office = Office::in_memory();
    let made = office.a_case();
    let desk = Desk::at(office, made.case, CaseTab::Summary, None);
    assert!(text(&desk).contains("ROUTE"), "{}", text(&desk));
    assert!(text(&desk).contains("DECIDES"), "{}", text(&desk));
}
