//! Help, More, the words about a child at risk, Recovery.

use mediation_line::domain::call::CallerKind;
use mediation_line::domain::consent::ConsentStanding;
use mediation_line::protocol::action::Action;
use mediation_line::protocol::answer::Answer;
use mediation_line::protocol::command::{Intention, Question};
use mediation_line::protocol::effect::{Effect, Place};
use mediation_line::protocol::keys::Spot;
use mediation_line::screens::{Screen, help, more, recovery, safeguarding};
use mediation_line::store::calls::CallWrite;
use mediation_line::store::office::{OfficeWrite, Settings, setting};

use super::lists::sample;
use super::screen::{at_every_size, context, drawn, drawn_with};

fn press(screen: &mut dyn Screen, action: &Action) -> Vec<Effect> {
    screen.act(action, &context())
}

#[test]
fn every_place_has_a_page_of_help() {
    for spot in Spot::ALL {
        let (about, questions) = help::text(spot);
        assert!(about.len() > 40 && !questions.is_empty(), "{spot:?}");
        let screen = help::State::new(spot);
        let (text, _) = drawn(&screen, 80, 200);
        assert!(text.contains("WHAT THIS IS") && text.contains("WHAT IF"), "{text}");
    }
    at_every_size(&help::State::new(Spot::Today));
}

#[test]
fn help_takes_its_keys_from_the_table() {
    for (keys, help) in help::keys_of(Spot::ConsentQuestion) {
        assert!(drawn(&help::State::new(Spot::ConsentQuestion), 80, 60).0.contains(help), "{keys}");
    }
    insta::assert_snapshot!("help_80x24", drawn(&help::State::new(Spot::ConsentQuestion), 80, 24).0);
    insta::assert_snapshot!("help_40x12", drawn(&help::State::new(Spot::ConsentQuestion), 40, 12).0);
}

#[test]
fn help_scrolls_lists_its_pages_and_returns() {
    let mut screen = help::State::new(Spot::Today);
    press(&mut screen, &Action::Last);
    assert!(drawn(&screen, 80, 24).0.contains("leave; a call is kept"), "{}", drawn(&screen, 80, 24).0);
    press(&mut screen, &Action::NextBox);
    assert!(drawn(&screen, 80, 24).0.contains("> Today"));
    at_every_size(&screen);
    press(&mut screen, &Action::Down);
    press(&mut screen, &Action::Down);
    press(&mut screen, &Action::Open);
    assert!(drawn(&screen, 80, 24).0.contains("HELP   The call"));
    assert_eq!(press(&mut screen, &Action::Esc), [Effect::Close]);
}

#[test]
fn more_leads_to_the_pages_without_a_key() {
    let mut screen = more::State::default();
    insta::assert_snapshot!("more_80x24", drawn(&screen, 80, 24).0);
    at_every_size(&screen);
    assert_eq!(press(&mut screen, &Action::Open), [Effect::Open(Place::Mediators)]);
    press(&mut screen, &Action::Down);
    assert_eq!(press(&mut screen, &Action::Open), [Effect::Open(Place::Settings)]);
    assert_eq!(press(&mut screen, &Action::Esc), [Effect::Close]);
}

#[test]
fn the_words_about_a_child_at_risk_are_recorded_as_shown_once() {
    let mut screen = safeguarding::State::default();
    let shown = Effect::Do(Intention::Office(OfficeWrite::SafeguardingShown));
    assert_eq!(screen.opened(&context()), [Effect::Ask(Question::Settings), shown]);
    assert_eq!(
        screen.opened(&context()),
        [Effect::Ask(Question::Settings)],
        "coming back is the same showing"
    );
    insta::assert_snapshot!("safeguarding_80x24", drawn(&screen, 80, 24).0);
    at_every_size(&screen);
    let mut settings = Settings::default();
    settings.0.insert(setting::SAFEGUARDING.into(), "Ring Ms Okoro, 01632 960500.".into());
    screen.hear(&Answer::Settings(settings), &context());
    let (text, _) = drawn(&screen, 80, 24);
    assert!(text.contains("Ring Ms Okoro") && !text.contains("999"));
    assert!(!screen.typing(), "there is nowhere to write a worry down");
    assert_eq!(press(&mut screen, &Action::Esc), [Effect::Close]);
}

#[test]
fn recovery_names_what_was_kept_and_opens_the_call() {
    let mut screen = recovery::State::new(&[sample::call_page(2214), sample::call_page(2210)]);
    screen.hear(&Answer::Checked(Ok(())), &context());
    insta::assert_snapshot!("recovery_80x24", drawn(&screen, 80, 24).0);
    insta::assert_snapshot!("recovery_40x12", drawn(&screen, 40, 12).0);
    at_every_size(&screen);
    assert!(!drawn_with(&screen, 80, 24, true).0.contains("Leanne"));
    let leave = Effect::Do(Intention::Call(CallWrite::Leave { call: 2214, ring_back: None }));
    assert_eq!(press(&mut screen, &Action::Later), [leave]);
    assert_eq!(press(&mut screen, &Action::NextStep), [Effect::Open(Place::ResumeCall(2210))]);
    let mut last = recovery::State::new(&[sample::call_page(2214)]);
    assert_eq!(press(&mut last, &Action::Later).last(), Some(&Effect::Open(Place::Home)));
}

#[test]
fn recovery_says_that_scratch_was_not_saved() {
    const SAID: &str = "Scratch was not saved, on purpose.";
    let mut call = sample::call_page(2214);
    call.kind = Some(CallerKind::SchoolStaff);
    call.consent = ConsentStanding::NotAsked;
    assert!(drawn(&recovery::State::new(&[call.clone()]), 80, 24).0.contains(SAID));
    call.consent = ConsentStanding::ToCheck;
    assert!(!drawn(&recovery::State::new(&[call]), 80, 24).0.contains(SAID));
}
