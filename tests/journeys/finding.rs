//! Find and the page of an enquiry.

use mediation_line::domain::reference::{RefKind, Reference};
use mediation_line::protocol::action::{Action, Edit};
use mediation_line::protocol::answer::Answer;
use mediation_line::protocol::command::{Intention, Question};
use mediation_line::protocol::effect::{CaseTab, Effect, Picked, Place};
use mediation_line::screens::Looking;
use mediation_line::screens::{Screen, enquiry, find};
use mediation_line::store::calls::About;
use mediation_line::store::office::OfficeWrite;
use mediation_line::store::search::{Found, FoundKind, around};

use super::lists::sample;
use super::screen::{at_every_size, context, drawn, later};

fn found(kind: FoundKind, case: i64, name: &str, about: &str) -> Found {
    let enquiry = kind == FoundKind::Enquiry;
    Found {
        kind,
        case: (!enquiry).then_some(case),
        enquiry: enquiry.then_some(case),
        call: None,
        document: case,
        reference: Some(Reference {
            kind: if enquiry { RefKind::Enquiry } else { RefKind::Case },
            number: case,
        }),
        name: name.into(),
        about: about.into(),
        alike: false,
    }
}

fn rows() -> Vec<Found> {
    vec![
        found(FoundKind::Notes, 412, "C-2216  Thu 19 Nov", "... Brother Tobe also SEN - not ..."),
        found(FoundKind::Enquiry, 1186, "J. Achebe", "SENDIASS, Eastholt, 01632 960377"),
        found(FoundKind::Person, 412, "Dawn Achebe", "mother  07700 900142"),
        found(FoundKind::Case, 412, "Kelechi Achebe", "Larkfield Primary, Northmere"),
        found(FoundKind::Case, 233, "Tobe Achebe", "Castle Hill School, Northmere, closed"),
    ]
}

fn typed(screen: &mut dyn Screen, text: &str) -> Vec<Effect> {
    text.chars().flat_map(|c| screen.act(&Action::Edit(Edit::Insert(c)), &context())).collect()
}

fn press(screen: &mut dyn Screen, action: &Action) -> Vec<Effect> {
    screen.act(action, &context())
}

fn answer(turn: u64, rows: Vec<Found>) -> Answer {
    Answer::Found { turn, rows }
}

fn case_page(case: i64) -> Effect {
    Effect::Open(Place::Case { case, tab: CaseTab::Summary, party: None })
}

#[test]
fn find_looks_as_in_the_pictures() {
    let mut screen = find::State::default();
    insta::assert_snapshot!("find_empty_80x24", drawn(&screen, 80, 24).0);
    at_every_size(&screen);
    typed(&mut screen, "achebe");
    screen.hear(&answer(6, rows()), &context());
    let (text, cursor) = drawn(&screen, 80, 24);
    insta::assert_snapshot!("find_80x24", text);
    assert_eq!(cursor, Some((14, 1).into()), "the cursor is behind what was typed");
    insta::assert_snapshot!("find_120x40", drawn(&screen, 120, 40).0);
    insta::assert_snapshot!("find_40x12", drawn(&screen, 40, 12).0);
    at_every_size(&screen);
    press(&mut screen, &Action::Down);
    assert!(!screen.typing());
    assert_eq!(drawn(&screen, 80, 24).1, Some((2, 5).into()), "on the first letter of the second row");
    at_every_size(&screen);
}

#[test]
fn a_full_page_says_whole_that_there_may_be_more() {
    let mut screen = find::State::default();
    typed(&mut screen, "ma");
    let page = (1..=36).map(|case| found(FoundKind::Case, case, "Maya Haq", "Carrow")).collect();
    screen.hear(&answer(2, page), &context());
    for (width, height) in [(80, 24), (120, 40), (60, 20)] {
        let text = drawn(&screen, width, height).0;
        assert!(text.lines().any(|line| line.trim_end().ends_with("first 36 found")), "{text}");
    }
}

#[test]
fn rows_that_are_alike_stand_below_under_a_heading_of_their_own() {
    let mut screen = find::State::default();
    typed(&mut screen, "achebi");
    let alike = |row: Found| Found { alike: true, ..row };
    let rows = vec![
        found(FoundKind::Person, 77, "Ada Achebi", "aunt  07700 900143"),
        alike(found(FoundKind::Person, 412, "Dawn Achebe", "mother  old number, now 07700 900143")),
        alike(found(FoundKind::Case, 412, "Kelechi Achebe", "Larkfield Primary, Northmere")),
    ];
    screen.hear(&answer(6, rows), &context());
    insta::assert_snapshot!("find_alike_80x24", drawn(&screen, 80, 24).0);
    at_every_size(&screen);
    assert_eq!(press(&mut screen, &Action::Open), [case_page(77)], "what begins as typed is opened first");
}

#[test]
fn each_letter_is_a_question_and_older_answers_are_dropped() {
    let mut screen = find::State::default();
    let asked =
        |turn, text: &str| Effect::Ask(Question::Find { turn, typed: text.into(), enquiries_only: false });
    assert_eq!(typed(&mut screen, "ac"), [asked(1, "a"), asked(2, "ac")]);
    screen.hear(&answer(1, rows()), &context());
    assert!(!drawn(&screen, 80, 24).0.contains("Achebe"), "the answer to 'a' came too late");
    screen.hear(&answer(2, rows()), &context());
    assert!(drawn(&screen, 80, 24).0.contains("Kelechi Achebe"));
}

#[test]
fn the_box_is_filled_when_nothing_is_typed_for_a_moment() {
    let mut screen = find::State::default();
    typed(&mut screen, "ach");
    screen.hear(&answer(3, rows()), &context());
    screen.act(&Action::Edit(Edit::Insert('e')), &later(100));
    screen.hear(&answer(4, rows()), &later(101));
    assert_eq!(screen.tick(&later(200)), [], "the row is the same, but letters come");
    assert_eq!(screen.tick(&later(250)), [Effect::Ask(Question::Case(412))]);
}

#[test]
fn enter_before_the_answer_opens_the_first_row_of_that_answer() {
    let mut screen = find::State::default();
    typed(&mut screen, "a");
    screen.hear(&answer(1, rows()), &context());
    typed(&mut screen, "c");
    assert_eq!(press(&mut screen, &Action::Open), [], "the answer to 'ac' is not there yet");
    assert_eq!(screen.hear(&answer(1, rows()), &context()), []);
    let newer = vec![found(FoundKind::Case, 77, "Acton", "")];
    assert_eq!(screen.hear(&answer(2, newer.clone()), &context()), [case_page(77)]);
    assert_eq!(screen.hear(&answer(2, newer), &context()), [], "once");
    typed(&mut screen, "t");
    press(&mut screen, &Action::Open);
    typed(&mut screen, "o");
    assert_eq!(screen.hear(&answer(4, rows()), &context()), [], "typing on takes Enter back");
}

#[test]
fn after_down_c_starts_a_call_about_the_row() {
    let mut screen = find::State::default();
    typed(&mut screen, "1186");
    let row = found(FoundKind::Enquiry, 1186, "J. Achebe", "");
    screen.hear(&answer(4, vec![row]), &context());
    assert_eq!(press(&mut screen, &Action::CallAbout), [], "while typing, letters are typed");
    press(&mut screen, &Action::Down);
    let about = Place::CallAbout(About::Enquiry(1186));
    assert_eq!(press(&mut screen, &Action::CallAbout), [Effect::Open(about)]);
    assert_eq!(press(&mut screen, &Action::Open), [Effect::Open(Place::Enquiry(1186))]);
    press(&mut screen, &Action::Up);
    assert!(screen.typing());
}

#[test]
fn an_exact_reference_leads_the_sections() {
    let mut screen = find::State::default();
    typed(&mut screen, "1186");
    let exact = found(FoundKind::Enquiry, 1186, "J. Achebe", "");
    screen.hear(&answer(4, vec![exact, found(FoundKind::Case, 5, "Ada", "")]), &context());
    assert_eq!(press(&mut screen, &Action::Open), [Effect::Open(Place::Enquiry(1186))]);
}

#[test]
fn in_a_call_the_row_is_put_into_the_call() {
    let mut screen = find::State::looking(Looking { into_call: true, enquiries_only: true, may_quote: true });
    let asked = |turn| Effect::Ask(Question::Find { turn, typed: "a".into(), enquiries_only: true });
    assert_eq!(typed(&mut screen, "a"), [asked(1)]);
    let rows = vec![found(FoundKind::Enquiry, 1186, "J. Achebe", "")];
    screen.hear(&answer(1, rows.clone()), &context());
    let picked = Picked { case: None, enquiry: Some(1186) };
    // It is read again first, and nothing goes in from memory.
    assert_eq!(press(&mut screen, &Action::Open), [asked(2)]);
    assert_eq!(screen.hear(&answer(2, rows), &context()), [Effect::PutInCall(picked)]);
    assert_eq!(press(&mut screen, &Action::Open), [asked(3)]);
    let gone = screen.hear(&answer(3, Vec::new()), &context());
    assert!(matches!(&gone[..], [Effect::Notice(words)] if words.contains("not there any more")), "{gone:?}");
    assert_eq!(press(&mut screen, &Action::Esc), [Effect::Close]);
}

#[test]
fn behind_another_page_find_says_and_opens_nothing() {
    let with_a_choice = |into_call| {
        let mut screen = find::State::looking(Looking { into_call, enquiries_only: false, may_quote: true });
        typed(&mut screen, "a");
        screen.hear(&answer(1, vec![found(FoundKind::Case, 412, "Kelechi Achebe", "")]), &context());
        screen
    };
    let gone = Answer::Erased(vec![412]);
    let told = with_a_choice(false).hear(&gone, &context());
    assert!(matches!(told[..], [Effect::Notice(_)]), "in front it is told: {told:?}");
    assert_eq!(with_a_choice(false).hear_behind(&gone, &context()), []);
    for into_call in [false, true] {
        let mut screen = with_a_choice(into_call);
        typed(&mut screen, "c");
        press(&mut screen, &Action::Open);
        let late = |turn| answer(turn, vec![found(FoundKind::Case, 77, "Acton", "")]);
        let turn = 2 + u64::from(into_call);
        assert_eq!(screen.hear_behind(&late(turn), &context()), [], "an Enter is not done behind a page");
        assert_eq!(screen.hear(&late(turn), &context()), [], "nor later");
        assert!(
            matches!(screen.hear_behind(&Answer::Changed, &context())[..], [Effect::Ask(_)]),
            "it asks on"
        );
    }
}

#[test]
fn nothing_found_names_the_key_that_starts_a_call() {
    let mut screen = find::State::default();
    typed(&mut screen, "achebi");
    assert_eq!(screen.name_for_a_call(), None, "not known yet");
    screen.hear(&answer(6, Vec::new()), &context());
    assert!(drawn(&screen, 80, 24).0.contains("No match for 'achebi'. F2 starts a call."));
    assert_eq!(screen.name_for_a_call().as_deref(), Some("achebi"));
}

#[test]
fn words_around_the_one_looked_for() {
    let body = "She was crying.\nBrother Tobe also has SEN and is not part of this at all, she said twice.";
    assert_eq!(around(body, "tobe"), "... was crying. Brother Tobe also has SEN and is not part of ...");
    assert_eq!(around("short", "tobe"), "short");
    assert_eq!(around("", "tobe"), "");
}

fn enquiry_page(state: &str) -> enquiry::State {
    let mut screen = enquiry::State::new(1187);
    assert_eq!(screen.opened(&context()), [Effect::Ask(Question::Enquiry(1187))]);
    let mut page = sample::enquiry_page(1187);
    state.clone_into(&mut page.state);
    page.case = (state == "became a case").then_some(500);
    screen.hear(&Answer::Enquiry(Box::new(page)), &context());
    screen
}

#[test]
fn an_enquiry_shows_what_is_kept_and_until_when() {
    let screen = enquiry_page("open");
    insta::assert_snapshot!("enquiry_80x24", drawn(&screen, 80, 24).0);
    insta::assert_snapshot!("enquiry_40x12", drawn(&screen, 40, 12).0);
    at_every_size(&screen);
}

#[test]
fn an_enquiry_leads_to_a_call_or_to_its_case() {
    let call = Effect::Open(Place::CallAbout(About::Enquiry(1187)));
    let mut open = enquiry_page("open");
    assert_eq!(press(&mut open, &Action::CallAbout), std::slice::from_ref(&call));
    assert_eq!(press(&mut open, &Action::NextStep), [call]);
    assert!(matches!(press(&mut open, &Action::Notes)[..], [Effect::Refuse(_)]));
    let end = Effect::Do(Intention::Office(OfficeWrite::EndEnquiry(1187)));
    assert_eq!(press(&mut open, &Action::NothingMore).first(), Some(&end));
    let mut case = enquiry_page("became a case");
    assert_eq!(press(&mut case, &Action::NextStep), [case_page(500)]);
    for state in ["ended", "expired"] {
        let mut over = enquiry_page(state);
        assert_eq!(over.next_step(), "");
        assert!(matches!(press(&mut over, &Action::CallAbout)[..], [Effect::Refuse(_)]));
    }
}
