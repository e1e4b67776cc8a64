//! The first run, and Settings.

use super::desk::Desk;
use mediation_line::protocol::action::{Action, Edit};
use mediation_line::protocol::answer::Answer;
use mediation_line::protocol::command::{Intention, Question};
use mediation_line::protocol::effect::Place;
use mediation_line::protocol::effect::{Effect, FirstRunChoice};
use mediation_line::protocol::keys::Spot;
use mediation_line::screens::{Screen, first_run, settings};
use mediation_line::store::closed::ClosedDay;
use mediation_line::store::office::{OfficeWrite, Settings, setting};

use super::lists::sample::day;
use super::screen::{at_every_size, context, drawn};
use crate::contract::office::Office;

fn press(screen: &mut dyn Screen, action: &Action) -> Vec<Effect> {
    screen.act(action, &context())
}

fn typed(screen: &mut dyn Screen, text: &str) {
    for letter in text.chars() {
        screen.act(&Action::Edit(Edit::Insert(letter)), &context());
    }
}

#[test]
fn the_first_run_starts_even_if_all_is_skipped() {
    let mut screen = first_run::State::new("");
    let choice = FirstRunChoice { practice: true, ..FirstRunChoice::default() };
    assert_eq!(press(&mut screen, &Action::NextStep), [Effect::Start(choice)]);
}

#[test]
fn the_first_run_says_which_areas_are_none_of_the_list() {
    let quiet = "Your file is kept on this computer only.";
    let mut screen = first_run::State::new("Priya Nair");
    let says = |screen: &first_run::State, words: &str| {
        let (page, _) = drawn(screen, 80, 24);
        assert!(page.contains(words), "{words}: {page}");
    };
    press(&mut screen, &Action::NextField);
    press(&mut screen, &Action::NextField);
    typed(&mut screen, "Kent, Northmere");
    // Of what is being typed nothing is said yet.
    says(&screen, quiet);
    press(&mut screen, &Action::NextField);
    says(&screen, "Kept as typed; no LA of our list: Northmere");
    press(&mut screen, &Action::PreviousField);
    for _ in 0.."Northmere".len() {
        press(&mut screen, &Action::Edit(Edit::Backspace));
    }
    typed(&mut screen, "London");
    press(&mut screen, &Action::NextField);
    says(&screen, quiet);
}

#[test]
fn the_first_run_takes_four_answers() {
    let mut screen = first_run::State::new("Priya Nair");
    typed(&mut screen, " B");
    press(&mut screen, &Action::NextField);
    assert!(!screen.typing());
    press(&mut screen, &Action::Down);
    press(&mut screen, &Action::NextField);
    typed(&mut screen, "Northmere, Eastholt");
    press(&mut screen, &Action::NextField);
    press(&mut screen, &Action::Tick);
    press(&mut screen, &Action::Arrived("F4"));
    insta::assert_snapshot!("first_run_80x24", drawn(&screen, 80, 24).0);
    insta::assert_snapshot!("first_run_40x12", drawn(&screen, 40, 12).0);
    at_every_size(&screen);
    let choice = FirstRunChoice {
        staff: "Priya Nair B".into(),
        home_is_today: true,
        served: "Northmere, Eastholt".into(),
        practice: false,
    };
    assert_eq!(press(&mut screen, &Action::NextStep), [Effect::Start(choice)]);
    for _ in 0..9 {
        press(&mut screen, &Action::Up);
    }
    assert!(screen.typing(), "up again to the first question");
}

fn known() -> settings::State {
    let mut screen = settings::State::default();
    screen.opened(&context());
    let mut known = Settings::default();
    known.0.insert(setting::STAFF.into(), "Priya Nair".into());
    known.0.insert(setting::SERVED.into(), "Northmere, Eastholt".into());
    screen.hear(&Answer::Settings(known), &context());
    screen.hear(
        &Answer::ClosedDays(vec![ClosedDay {
            day: day("2026-12-23"),
            name: "Office party".into(),
            proclaimed: false,
        }]),
        &context(),
    );
    screen
}

fn down(screen: &mut settings::State, times: usize) {
    for _ in 0..times {
        press(screen, &Action::Down);
    }
}

#[test]
fn settings_change_at_once() {
    let mut screen = known();
    insta::assert_snapshot!("settings_80x24", drawn(&screen, 80, 24).0);
    at_every_size(&screen);
    press(&mut screen, &Action::Open);
    typed(&mut screen, "!");
    at_every_size(&screen);
    let set = |key, value: &str| {
        let write = OfficeWrite::Set(key, value.into());
        vec![Effect::Do(Intention::Office(write)), Effect::Ask(Question::Settings)]
    };
    assert_eq!(press(&mut screen, &Action::NextField), set(setting::STAFF, "Priya Nair!"));
    down(&mut screen, 1);
    let home = OfficeWrite::HomeIsToday(true);
    assert_eq!(press(&mut screen, &Action::Tick), [Effect::Do(Intention::Office(home))]);
    down(&mut screen, 1);
    for colours in ["high contrast", "none", "standard"] {
        assert_eq!(press(&mut screen, &Action::Tick), set(setting::COLOURS, colours));
    }
    down(&mut screen, 1);
    assert_eq!(press(&mut screen, &Action::Open), set(setting::LINES, "plain"));
}

#[test]
fn a_closed_day_is_typed_and_taken_away() {
    let mut screen = known();
    down(&mut screen, 7);
    assert_eq!(press(&mut screen, &Action::Open), [Effect::Ask(Question::ClosedDays)]);
    assert_eq!(screen.spot(), Spot::ClosedDays);
    insta::assert_snapshot!("closed_days_80x24", drawn(&screen, 80, 24).0);
    at_every_size(&screen);
    press(&mut screen, &Action::Add);
    typed(&mut screen, "25/12 party");
    assert!(matches!(press(&mut screen, &Action::NextField)[..], [Effect::Notice(_)]), "closed already");
    press(&mut screen, &Action::Esc);
    press(&mut screen, &Action::Add);
    typed(&mut screen, "24 dec Closing at noon");
    at_every_size(&screen);
    let close = OfficeWrite::CloseDay(day("2026-12-24"), "Closing at noon".into());
    assert_eq!(press(&mut screen, &Action::NextField).first(), Some(&Effect::Do(Intention::Office(close))));
    let open = OfficeWrite::OpenDay(day("2026-12-23"));
    assert_eq!(press(&mut screen, &Action::Drop).first(), Some(&Effect::Do(Intention::Office(open))));
    press(&mut screen, &Action::Esc);
    assert!(!screen.has_window());
}

#[test]
fn the_words_about_a_child_at_risk_are_the_offices_own() {
    let mut screen = known();
    down(&mut screen, 8);
    press(&mut screen, &Action::Open);
    assert_eq!(press(&mut screen, &Action::Esc), [], "nothing was changed");
    press(&mut screen, &Action::Open);
    insta::assert_snapshot!("safeguarding_words_80x24", drawn(&screen, 80, 24).0);
    at_every_size(&screen);
    typed(&mut screen, " Ms Okoro.");
    let effects = press(&mut screen, &Action::NextStep);
    let Some(Effect::Do(Intention::Office(OfficeWrite::Set(setting::SAFEGUARDING, text)))) = effects.first()
    else {
        panic!("{effects:?}")
    };
    assert!(text.ends_with("protect a child. Ms Okoro."));
}

#[test]
fn each_persons_start_is_their_own() {
    let mut office = Office::in_memory();
    let signed = office.signed();
    office.store.office_write(&OfficeWrite::HomeIsToday(true), &signed).unwrap();
    let settings = office.store.settings().unwrap();
    assert!(settings.home_is_today("Priya"));
    assert!(!settings.home_is_today("Tom"));
    let mut shown = settings;
    shown.choose_home("Tom", true);
    assert!(shown.home_is_today("Tom"));
}

#[test]
fn that_the_words_were_shown_leaves_one_line_and_no_words() {
    let mut office = Office::in_memory();
    let before = office.store.settings().unwrap();
    let signed = office.signed();
    office.store.office_write(&OfficeWrite::SafeguardingShown, &signed).unwrap();
    assert_eq!(office.store.settings().unwrap(), before);
}

#[test]
fn closed_days_come_in_order_and_without_those_that_passed() {
    let mut office = Office::in_memory();
    for (at, name) in [("2026-12-24", "Closing at noon"), ("2026-11-02", "Training"), ("2026-12-23", "Party")]
    {
        let signed = office.signed();
        office.store.office_write(&OfficeWrite::CloseDay(day(at), name.into()), &signed).unwrap();
    }
    let days = office.store.closed_days(day("2026-11-24")).unwrap();
    let days: Vec<_> = days.iter().map(|d| (d.day, d.name.as_str())).collect();
    assert_eq!(days, [(day("2026-12-23"), "Party"), (day("2026-12-24"), "Closing at noon")]);
}

#[test]
fn f5_leads_to_the_home_that_was_chosen_last() {
    let mut desk = Desk::practice(Place::Desk);
    desk.keys("F7 F5").shows("MY DESK").keys("v").shows("TODAY  ").keys("F7 F5").shows("TODAY  ");
    // In Settings: the second row says where one starts, and so where F5 leads.
    desk.at(Place::Desk);
    desk.at(Place::Settings).keys("Down Enter F5").hides("SETTINGS");
    let (chosen, title) = (desk.value("SELECT value FROM settings WHERE key LIKE 'home %'"), desk.screen());
    assert!(title.contains(if chosen == "today" { "  TODAY  " } else { "  MY DESK  " }), "{chosen}: {title}");
}

#[test]
fn an_authority_that_the_office_serves_is_the_marked_row_of_the_area() {
    let area = "SELECT area FROM calls ORDER BY started DESC, id DESC LIMIT 1";
    let mut desk = Desk::new();
    desk.keys("F2 s Enter Enter Enter Enter n Alt+L").text("isl").keys("Enter Alt+N").wait(1000);
    assert_eq!(desk.value(area), "Isle of Wight");
    desk.keys("F9 F9 F9")
        .at(Place::Settings)
        .keys("Down Down Down Down Down Down Enter")
        .text("Camden, Islington")
        .keys("Enter");
    desk.shows("Camden, Islington")
        .keys("F2 s Enter Enter Enter Enter n Alt+L")
        .text("isl")
        .keys("Enter Alt+N");
    desk.wait(1000);
    assert_eq!(desk.value(area), "Islington");
}

#[test]
fn settings_say_which_areas_are_none_of_the_list() {
    const SAID: &str = "Kept as typed; no LA of our list: Xshire, Northmere";
    let mut desk = Desk::new();
    desk.keys("Esc 0 Down Enter").shows("SETTINGS").hides("no LA of our list");
    desk.choose("Areas (LAs) we serve").keys("Enter Ctrl+A").text("Kent, Xshire, Northmere").keys("Enter");
    desk.shows(SAID).shows("Kent, Xshire, Northmer");
    // On that row it stays to be seen, and nowhere else.
    desk.keys("Up").hides("no LA").keys("Down").shows(SAID);
    desk.keys("Enter Ctrl+A").text("Kent, London").keys("Enter").hides("no LA of our list");
}
