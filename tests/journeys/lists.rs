//! Today, My desk and the other pages of rows.

use mediation_line::domain::queue::{Group, StepKind, Why};
use mediation_line::protocol::action::{Action, Edit};
use mediation_line::protocol::answer::Answer;
use mediation_line::protocol::command::{Intention, Question};
use mediation_line::protocol::effect::{CaseTab, Effect, Place};
use mediation_line::screens::{Screen, desk, today};
use mediation_line::store::cases::CaseWrite;
use mediation_line::store::office::OfficeWrite;
use mediation_line::store::queue::{Item, QueuePage, QueueRow};

use super::screen::{NOW, at_every_size, context, drawn, drawn_with, later};

pub(crate) mod sample;

use sample::page;

fn today_with(page: QueuePage) -> today::State {
    let mut screen = today::State::default();
    assert_eq!(screen.opened(&context()), [Effect::Ask(Question::Queue)]);
    assert_eq!(screen.hear(&Answer::Queue(page), &context()), []);
    screen
}

fn desk_with(page: QueuePage) -> desk::State {
    let mut screen = desk::State::default();
    screen.opened(&context());
    screen.hear(&Answer::Queue(page), &context());
    screen
}

fn press(screen: &mut dyn Screen, action: &Action) -> Vec<Effect> {
    screen.act(action, &context())
}

fn typed(screen: &mut dyn Screen, text: &str) {
    for letter in text.chars() {
        screen.act(&Action::Edit(Edit::Insert(letter)), &context());
    }
}

#[test]
fn today_looks_as_in_the_pictures() {
    let mut screen = today_with(page());
    insta::assert_snapshot!("today_80x24", drawn(&screen, 80, 24).0);
    insta::assert_snapshot!("today_60x20", drawn(&screen, 60, 20).0);
    insta::assert_snapshot!("today_40x12", drawn(&screen, 40, 12).0);
    insta::assert_snapshot!("today_names_hidden", drawn_with(&screen, 80, 24, true).0);
    screen.tick(&later(200));
    screen.hear(&Answer::Case(Box::new(sample::case_page(398))), &later(250));
    insta::assert_snapshot!("today_120x40", drawn(&screen, 120, 40).0);
    at_every_size(&screen);
}

#[test]
fn what_lies_outside_the_screen_is_counted_and_named() {
    let mut screen = today_with(page());
    let last = |screen: &today::State, height: u16| {
        let (drawn, _) = drawn(screen, 80, height);
        drawn.lines().nth(usize::from(height) - 4).unwrap().trim_end().to_owned()
    };
    assert_eq!(last(&screen, 24), "  2 more below: TAKEN RECENTLY");
    assert_eq!(last(&screen, 20), "  4 more below: TODAY'S MEETINGS, CALLS NOT FINISHED, TAKEN RECENTLY");
    press(&mut screen, &Action::Last);
    assert_eq!(last(&screen, 20).trim(), "4 above");
    for _ in 0..4 {
        press(&mut screen, &Action::Up);
    }
    let both = last(&screen, 12);
    assert!(both.contains("more below: ") && both.ends_with(" above"), "{both}");
    // Where everything has room nothing is said of it, and the chosen row is always seen.
    assert!(!drawn(&screen, 80, 30).0.contains(" below"));
    for _ in 0..page().rows.len() {
        press(&mut screen, &Action::Down);
        assert!(drawn(&screen, 80, 12).0.contains('>'));
    }
}

#[test]
fn the_cursor_is_on_the_first_letter_of_the_chosen_row() {
    let mut screen = today_with(page());
    assert_eq!(drawn(&screen, 80, 24).1, Some((4, 2).into()));
    press(&mut screen, &Action::Down);
    assert_eq!(drawn(&screen, 80, 24).1, Some((4, 3).into()));
    press(&mut screen, &Action::Last);
    assert!(drawn(&screen, 80, 24).1.is_some());
}

#[test]
fn a_new_row_above_does_not_move_the_chosen_row() {
    let mut screen = today_with(page());
    press(&mut screen, &Action::Down);
    press(&mut screen, &Action::Down);
    let mut newer = page();
    newer.rows.insert(0, QueueRow { item: Item::Case(999), ..newer.rows[0].clone() });
    assert_eq!(screen.hear(&Answer::Changed, &context()), [Effect::Ask(Question::Queue)]);
    screen.hear(&Answer::Queue(newer), &context());
    let opened = Effect::Open(Place::Case { case: 405, tab: CaseTab::Summary, party: None });
    assert_eq!(press(&mut screen, &Action::Open), [opened]);
}

#[test]
fn after_a_step_the_row_that_left_is_followed_by_the_next_one() {
    let mut screen = today_with(page());
    for _ in 0..3 {
        press(&mut screen, &Action::Down);
    }
    let step = Effect::Open(Place::Case { case: 412, tab: CaseTab::Willingness, party: Some(7) });
    assert_eq!(press(&mut screen, &Action::NextStep), [step]);
    let mut newer = page();
    let mut done = newer.rows.remove(3);
    done.group = Group::Recent;
    newer.rows.push(done);
    screen.opened(&context());
    screen.hear(&Answer::Queue(newer), &context());
    let next = Effect::Open(Place::Case { case: 409, tab: CaseTab::Summary, party: None });
    assert_eq!(press(&mut screen, &Action::Open), [next]);
}

#[test]
fn each_reason_has_its_page() {
    let case = |tab, party| Effect::Open(Place::Case { case: 1, tab, party });
    let finder = Effect::Open(Place::Calendar { case: Some(1), finder: true, mediator: None, moving: None });
    let step = |why| Effect::Open(Place::Step { case: 1, why, booking: None });
    let cases = [
        (Why::Chase, case(CaseTab::Willingness, Some(7))),
        (Why::SaidNo, case(CaseTab::Willingness, Some(7))),
        (Why::TwoMonths, case(CaseTab::Willingness, Some(7))),
        (Why::Step(StepKind::TellLa), case(CaseTab::Willingness, Some(7))),
        (Why::Step(StepKind::RingFamily), case(CaseTab::Willingness, Some(7))),
        (Why::Step(StepKind::CheckParent), step(Why::Step(StepKind::CheckParent))),
        (Why::Withdrawn, step(Why::Withdrawn)),
        (Why::InDoubt, step(Why::InDoubt)),
        (Why::Meeting, step(Why::Meeting)),
        (Why::WasItHeld, step(Why::WasItHeld)),
        (Why::Certificate, step(Why::Certificate)),
        (Why::Close, step(Why::Close)),
        (Why::Objection, step(Why::Objection)),
        (Why::Step(StepKind::TellFamilyDate), step(Why::Step(StepKind::TellFamilyDate))),
        (Why::Quiet, step(Why::Quiet)),
        (Why::Ready, finder),
        (Why::ThirtyDays, case(CaseTab::Willingness, Some(7))),
        (Why::HoldEnds, case(CaseTab::Willingness, Some(7))),
    ];
    for (why, expected) in cases {
        let row = QueueRow {
            why: Some(why),
            party: Some(7),
            ..sample::case(1, Group::Chase, "A B", "reason", "step")
        };
        let mut screen = today_with(QueuePage { rows: vec![row], ..QueuePage::default() });
        assert_eq!(press(&mut screen, &Action::NextStep), [expected], "{why:?}");
    }
}

#[test]
fn enquiries_and_calls_open_as_what_they_are() {
    let mut screen = today_with(page());
    let at = |item: Item| page().rows.iter().position(|row| row.item == item).unwrap();
    for (item, place) in
        [(Item::Enquiry(1187), Place::Enquiry(1187)), (Item::Call(2214), Place::ResumeCall(2214))]
    {
        press(&mut screen, &Action::First);
        for _ in 0..at(item) {
            press(&mut screen, &Action::Down);
        }
        assert_eq!(press(&mut screen, &Action::Open), [Effect::Open(place)]);
    }
    press(&mut screen, &Action::Last);
    press(&mut screen, &Action::Up);
    assert!(matches!(press(&mut screen, &Action::Open)[..], [Effect::Refuse(_)]), "a count line has no page");
}

#[test]
fn a_note_is_kept_by_enter_and_by_esc() {
    for key in [Action::NextField, Action::Esc] {
        let mut screen = today_with(page());
        assert_eq!(press(&mut screen, &Action::AddNote), []);
        assert!(screen.typing() && screen.has_window());
        typed(&mut screen, " rang twice ");
        let effects = press(&mut screen, &key);
        let Some(Effect::Do(Intention::Case(CaseWrite::Note { case: 398, body, .. }))) = effects.first()
        else {
            panic!("{effects:?}")
        };
        assert_eq!(&**body, "rang twice");
        assert!(!screen.has_window());
    }
    let mut screen = today_with(page());
    press(&mut screen, &Action::AddNote);
    let asked = [Effect::Ask(Question::Queue)];
    assert_eq!(press(&mut screen, &Action::Esc), asked, "an empty note is no note");
}

#[test]
fn what_rests_is_told_beside_the_list() {
    let mut screen = today_with(page());
    assert_eq!(screen.wants_tick(), Some(NOW + 150));
    assert_eq!(screen.tick(&later(100)), []);
    assert_eq!(screen.tick(&later(150)), [Effect::Ask(Question::Case(398))]);
    assert_eq!(screen.wants_tick(), None);
    screen.act(&Action::Down, &later(300));
    screen.hear(&Answer::Case(Box::new(sample::case_page(398))), &later(310));
    assert!(!drawn(&screen, 120, 40).0.contains("WHERE IT STANDS"), "an answer about another row is dropped");
}

#[test]
fn the_two_homes_swap_and_the_choice_is_kept() {
    let kept = |today| Effect::Do(Intention::Office(OfficeWrite::HomeIsToday(today)));
    let mut screen = today_with(page());
    assert_eq!(press(&mut screen, &Action::SwapView), [kept(false), Effect::Open(Place::Desk)]);
    let mut screen = desk_with(page());
    assert_eq!(press(&mut screen, &Action::SwapView), [kept(true), Effect::Open(Place::Today)]);
    assert_eq!(press(&mut screen, &Action::HideNames), [Effect::HideNames]);
}

#[test]
fn the_desk_looks_as_in_the_pictures() {
    let mut screen = desk_with(page());
    insta::assert_snapshot!("desk_80x24", drawn(&screen, 80, 24).0);
    insta::assert_snapshot!("desk_60x20", drawn(&screen, 60, 20).0);
    insta::assert_snapshot!("desk_40x12", drawn(&screen, 40, 12).0);
    screen.tick(&later(200));
    screen.hear(&Answer::LookedAtCall(Box::new(sample::call_page(2214))), &later(250));
    insta::assert_snapshot!("desk_120x40", drawn(&screen, 120, 40).0);
    at_every_size(&screen);
    assert_eq!(press(&mut screen, &Action::NextStep), [Effect::Open(Place::ResumeCall(2214))]);
}

#[test]
fn empty_homes_name_the_key_that_fills_them() {
    let screen = today_with(QueuePage::default());
    let (text, _) = drawn(&screen, 80, 24);
    assert!(text.contains("Nothing is waiting. F2 starts one."), "{text}");
    let screen = desk_with(QueuePage::default());
    assert!(drawn(&screen, 80, 24).0.contains("No call yet. F2 starts the first."));
    at_every_size(&screen);
}
