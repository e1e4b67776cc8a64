//! Recording answers, and what follows from them.

use mediation_line::domain::willingness::{Answer, Needed};
use mediation_line::protocol::effect::{CaseTab, Effect, Place};
use mediation_line::protocol::key::{Code, Key};
use mediation_line::screens::Screen;

use super::Desk;
use crate::contract::office::{Office, day};

fn at_the_authority() -> (Desk, crate::contract::office::Made) {
    let mut office = Office::in_memory();
    let made = office.a_case();
    let desk = Desk::at(office, made.case, CaseTab::Willingness, Some(made.authority));
    (desk, made)
}

#[test]
fn an_answer_from_the_queue_takes_three_keys_after_f9_and_goes_back() {
    let (mut desk, _) = at_the_authority();
    desk.keys("y~~");
    assert_eq!(desk.keys, 3);
    let page = desk.page();
    let authority = &page.parties[1];
    assert_eq!(authority.facts.standing.answer, Some(Answer::Willing));
    assert_eq!(page.facts.missing(), vec![]);
    assert_eq!(desk.wanted, vec![Effect::Notice("LA: YES. M-0001 is READY TO BOOK.".into()), Effect::Close]);
}

#[test]
fn an_answer_on_the_page_itself_stays_there() {
    let (mut desk, made) = at_the_authority();
    desk.key(Key::plain(Code::Up));
    desk.key(Key::plain(Code::Down));
    desk.keys("yMs Whitlock may decide~~");
    assert_eq!(desk.page().parties[1].contact.decides, "Ms Whitlock may decide".into());
    assert!(!desk.wanted.contains(&Effect::Close));
    desk.key(Key::f(9));
    let calendar = Place::Calendar { case: Some(made.case), finder: true, mediator: None, moving: None };
    assert_eq!(desk.wanted.last(), Some(&Effect::Open(calendar)));
}

#[test]
fn a_no_is_recorded_with_its_words_and_the_case_goes_on() {
    let (mut desk, _) = at_the_authority();
    desk.keys("nsays tribunal only~~");
    let page = desk.page();
    assert_eq!(page.parties[1].given[0].words, "says tribunal only".into());
    assert_eq!(page.facts.parties[0].standing.answer, Some(Answer::Willing));
    let said = desk.said();
    assert_eq!(
        said[0],
        "LA: NO. The LA has a duty to take part (CFA s.54(2)(c)). The case goes on; tell the family."
    );
}

#[test]
fn a_chase_fills_itself_by_the_way_of_asking() {
    let (mut desk, _) = at_the_authority();
    desk.keys("a");
    for _ in 0.."phone".len() {
        desk.key(Key::plain(Code::Backspace));
    }
    desk.keys("e~~~");
    let page = desk.page();
    assert_eq!(page.parties[1].given[0].how, "e-mail");
    assert_eq!(page.parties[1].facts.chase, Some(day("2026-11-26")));
}

#[test]
fn a_chase_can_be_typed() {
    let (mut desk, _) = at_the_authority();
    desk.keys("lvoicemail~~fri~");
    let page = desk.page();
    assert_eq!(page.parties[1].given[0].answer, Answer::LeftMessage);
    assert_eq!(page.parties[1].facts.chase, Some(day("2026-11-27")));
    assert_eq!(desk.said(), vec!["LA: left message. Next chase Fri 27 Nov."]);
}

#[test]
fn f9_on_the_page_asks_which_answer() {
    let (mut desk, _) = at_the_authority();
    desk.key(Key::f(9));
    desk.keys("c~only by video~~");
    let given = &desk.page().parties[1].given[0];
    assert_eq!((given.answer, &*given.words), (Answer::WillingBut, "only by video"));
}

#[test]
fn esc_keeps_what_was_typed_in_the_window() {
    let (mut desk, _) = at_the_authority();
    desk.keys("nbecause of the t");
    desk.key(Key::plain(Code::Esc));
    assert!(!desk.screen.has_window());
    assert_eq!(desk.page().parties[1].given, vec![]);
    desk.keys("nribunal~~");
    assert_eq!(desk.page().parties[1].given[0].words, "because of the tribunal".into());
}

#[test]
fn a_party_is_added_invited_dropped_and_taken_back() {
    let (mut desk, _) = at_the_authority();
    desk.keys("+s~Larkfield Primary~M. Oyelaran~01632 960118~");
    let page = desk.page();
    let school = page.parties[2].facts.id;
    assert_eq!(page.parties[2].facts.standing.needed, Needed::Invited);
    assert_eq!(page.parties[2].contact.phone, "01632 960118".into());
    desk.key(Key::plain(Code::Down));
    let needed = |desk: &mut Desk| {
        desk.page().parties.iter().find(|p| p.facts.id == school).unwrap().facts.standing.needed
    };
    desk.keys(" ");
    assert_eq!(needed(&mut desk), Needed::Needed);
    desk.keys("-");
    assert_eq!(needed(&mut desk), Needed::Dropped);
    desk.keys("-");
    assert_eq!(needed(&mut desk), Needed::Invited);
}

#[test]
fn contact_details_are_changed_and_found() {
    let (mut desk, made) = at_the_authority();
    desk.keys("e~J. Whitlock~~01632 960204");
    desk.key(Key::f(9));
    let page = desk.page();
    assert_eq!(page.parties[1].contact.person, "J. Whitlock".into());
    assert_eq!(page.parties[1].contact.phone, "01632 960204".into());
    let found = desk.office.store.find("whitlock", false).unwrap();
    assert_eq!(found.first().and_then(|f| f.case), Some(made.case));
}

#[test]
fn the_chosen_party_is_followed_by_its_key() {
    let (mut desk, made) = at_the_authority();
    desk.key(Key::plain(Code::Up));
    desk.key(Key::plain(Code::Down));
    let another = desk.page();
    let mut turned = another.clone();
    turned.parties.reverse();
    desk.screen.hear(
        &mediation_line::protocol::answer::Answer::Case(Box::new(turned)),
        &crate::journeys::screen::context(),
    );
    desk.keys("y~~");
    let page = desk.page();
    let authority = page.parties.iter().find(|p| p.facts.id == made.authority).unwrap();
    assert_eq!(authority.facts.standing.answer, Some(Answer::Willing));
}

#[test]
fn words_typed_at_once_are_the_words_and_the_contact_stays() {
    for (letter, what) in [("n", Answer::NotWilling), ("c", Answer::WillingBut), ("x", Answer::PulledOut)] {
        let (mut desk, _) = at_the_authority();
        desk.keys("e~J. Whitlock");
        desk.key(Key::f(9));
        desk.keys(&format!("{letter}says no way, tribunal only"));
        desk.key(Key::f(9));
        let authority = &desk.page().parties[1];
        assert_eq!(authority.contact.person, "J. Whitlock".into(), "{letter}");
        let given = &authority.given[0];
        assert_eq!((given.answer, &*given.words), (what, "says no way, tribunal only"), "{letter}");
        assert_eq!(&*given.person, "J. Whitlock", "{letter}");
    }
}

#[test]
fn words_of_a_message_typed_at_once_are_not_the_way_it_was_left() {
    let (mut desk, _) = at_the_authority();
    desk.keys("lback after xmas");
    desk.key(Key::f(9));
    let given = &desk.page().parties[1].given[0];
    assert_eq!((given.how.as_str(), &*given.words), ("phone", "back after xmas"));
    desk.keys("ltwice~e~~");
    let given = &desk.page().parties[1].given[0];
    assert_eq!((given.how.as_str(), &*given.words), ("e-mail", "twice"));
}

#[test]
fn the_family_is_to_hear_who_said_no() {
    let (mut desk, _) = at_the_authority();
    desk.keys("+s~Larkfield Primary~~~");
    let reasons = |desk: &mut Desk| {
        let page = desk.page();
        page.facts.steps.iter().map(|step| step.said(&page.facts)).collect::<Vec<_>>()
    };
    desk.key(Key::plain(Code::Down));
    desk.keys("ncan not spare anybody~~");
    assert!(reasons(&mut desk).contains(&"Tell the family the school said no".to_owned()));
    // A meeting needs the authority: its no is the one to tell, once, with the other.
    desk.key(Key::plain(Code::Up));
    desk.keys("n~~");
    let told = reasons(&mut desk);
    assert_eq!(told.iter().filter(|said| said.starts_with("Tell the family")).count(), 1, "{told:?}");
    assert!(told.contains(&"Tell the family the LA said no".to_owned()), "{told:?}");
}
