//! Consent on its page: added, checked, withdrawn, and the details removed.

use mediation_line::domain::consent::{ConsentAct, ConsentStanding};
use mediation_line::domain::queue::CaseState;
use mediation_line::domain::refusal::Refusal;
use mediation_line::protocol::effect::{CaseTab, Effect};
use mediation_line::protocol::key::{Code, Key};
use mediation_line::screens::Screen;

use super::Desk;
use crate::contract::office::Office;

fn on_consent() -> Desk {
    let mut office = Office::in_memory();
    let made = office.a_case();
    Desk::at(office, made.case, CaseTab::Consent, None)
}

#[test]
fn a_limit_is_added_and_the_earlier_record_stays() {
    let mut desk = on_consent();
    desk.keys("am~~w~ring her before 2~the GP~");
    let consents = desk.page().consents;
    assert_eq!(consents.len(), 2);
    assert_eq!((&*consents[1].giver, &*consents[1].how), ("mother", "in writing"));
    assert_eq!((&*consents[1].limits, &*consents[1].not_covered), ("ring her before 2", "the GP"));
}

#[test]
fn checked_with_the_parent_is_a_record() {
    let mut desk = on_consent();
    desk.keys("ky~~~");
    let consents = desk.page().consents;
    assert_eq!(consents[1].act, ConsentAct::Checked);
}

#[test]
fn never_agreed_locks_the_case() {
    let mut desk = on_consent();
    desk.keys("kn~~knew nothing of it~");
    let page = desk.page();
    assert_eq!(page.consents[1].act, ConsentAct::Denied);
    assert_eq!(page.facts.consent, ConsentStanding::Withdrawn);
}

#[test]
fn w_twice_withdraws_and_the_case_locks() {
    let mut desk = on_consent();
    desk.keys("ww");
    let page = desk.page();
    assert_eq!(page.facts.consent, ConsentStanding::Withdrawn);
    assert!(desk.screen.title(&looking()).contains("LOCKED"));
    desk.wanted.clear();
    desk.key(Key::f(4));
    assert_eq!(desk.wanted, vec![Effect::Refuse(Refusal::Withdrawn)]);
}

fn looking() -> mediation_line::screens::Look<'static> {
    let context: &'static _ = Box::leak(Box::new(crate::journeys::screen::context()));
    mediation_line::screens::Look {
        theme: mediation_line::widgets::theme::Theme::default(),
        context,
        hide_names: false,
        width: 80,
        in_call: false,
        may_begin: true,
    }
}

#[test]
fn one_w_and_esc_changes_nothing() {
    let mut desk = on_consent();
    desk.keys("w");
    desk.key(Key::plain(Code::Esc));
    assert_eq!(desk.page().consents.len(), 1);
    assert!(!desk.screen.has_window());
}

#[test]
fn words_of_a_withdrawal_come_before_the_second_w() {
    let mut desk = on_consent();
    desk.keys("w~has gone to the tribunal~");
    assert_eq!(desk.page().consents.len(), 1);
    desk.keys("w");
    assert_eq!(desk.page().consents[1].words, "has gone to the tribunal".into());
}

#[test]
fn details_leave_only_after_withdrawal_and_with_the_number_typed() {
    let mut desk = on_consent();
    desk.keys("r");
    assert!(matches!(desk.wanted.last(), Some(Effect::Refuse(_))));
    desk.keys("wwr");
    desk.keys("99~");
    assert_eq!(desk.page().head.state, CaseState::Open);
    for _ in 0..2 {
        desk.key(Key::plain(Code::Backspace));
    }
    let number = desk.page().head.reference.unwrap().to_string();
    desk.keys(&number);
    desk.keys("~");
    let page = desk.page();
    assert_eq!(page.head.state, CaseState::Erased);
    assert_eq!(page.head.child, "".into());
    assert_eq!(page.parties, vec![]);
}
