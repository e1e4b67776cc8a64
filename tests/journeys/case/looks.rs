//! How the pages look, as text, at the two sizes of the pictures; and that no size breaks them.

use mediation_line::domain::call::CallerKind;
use mediation_line::domain::consent::ConsentStanding;
use mediation_line::domain::detail::Detail;
use mediation_line::domain::typed_day::{DayReading, Direction, read_day};
use mediation_line::domain::willingness::{Answer as Said, PartyKind};
use mediation_line::protocol::answer::Answer;
use mediation_line::protocol::effect::CaseTab;
use mediation_line::protocol::key::{Code, Key};
use mediation_line::screens::Screen;
use mediation_line::screens::case::State;
use mediation_line::store::cases::{CasePage, CaseWrite};
use mediation_line::store::parties::Given;

use super::Desk;
use crate::contract::calendar::{at, book, mediator};
use crate::contract::office::{Made, Office, day, today};
use crate::journeys::screen::{NOW, at_every_size, context, drawn, drawn_with};

const DAY: i64 = 86_400_000;

/// The case of the pictures: the authority was asked by e-mail on Thursday and has not answered.
fn kelechi(office: &mut Office, made: &Made) -> CasePage {
    let letter = read_day("start of nov", today(), Direction::Back, office.store.office()).to_stored();
    let details = vec![
        (Detail::Born, "12 Mar 2016".into(), "2016-03-12".into()),
        (Detail::About, "a".into(), "refuse_assess".into()),
        (Detail::Letter, "start of nov".into(), letter.into()),
        (Detail::Wants, "y".into(), "mediation".into()),
    ];
    office.case(&CaseWrite::Details { case: made.case, details, known: Vec::new() }).unwrap();
    let mut page = office.store.case_page(made.case).unwrap();
    page.parties[0].contact.best_time = "after 3, not Wed".into();
    let authority = &mut page.parties[1];
    authority.contact.person = "J. Whitlock".into();
    authority.contact.phone = "01632 960204".into();
    authority.given = vec![Given {
        answer: Said::Asked,
        person: "J. Whitlock".into(),
        words: "asked if willing and who would come".into(),
        how: "e-mail".into(),
        day: day("2026-11-19"),
        at: NOW - 5 * DAY,
        staff: "Priya".into(),
    }];
    authority.facts.asked = Some(day("2026-11-19"));
    authority.facts.chase = Some(today());
    let facts = authority.facts.clone();
    page.facts.parties.iter_mut().filter(|p| p.id == facts.id).for_each(|p| *p = facts.clone());
    page.facts.la_informed = Some(day("2026-11-19"));
    page.known.la_informed = DayReading::Day(day("2026-11-19"));
    page.facts.steps.clear();
    page.todo =
        mediation_line::domain::queue::attention(&page.facts, office.store.law(), office.store.office());
    page.todo.sort_by_key(|row| (row.group, row.due));
    for (line, days) in page.timeline.iter_mut().zip(0..) {
        line.at = NOW - days * DAY;
    }
    page
}

/// That case on one of its pages, the authority chosen.
fn screen(tab: CaseTab) -> State {
    let mut office = Office::in_memory();
    let made = office.a_case();
    let page = kelechi(&mut office, &made);
    showing(page, tab, Some(made.authority))
}

fn showing(page: CasePage, tab: CaseTab, party: Option<i64>) -> State {
    let mut screen = State::new(page.head.id, tab, party);
    screen.hear(&Answer::Case(Box::new(page)), &context());
    screen
}

#[test]
fn no_size_breaks_a_page() {
    for tab in CaseTab::ALL {
        let mut office = Office::in_memory();
        let made = office.a_case();
        let mut desk = Desk::at(office, made.case, tab, None);
        at_every_size(&desk.screen);
        desk.keys("e");
        at_every_size(&desk.screen);
        desk.key(Key::plain(Code::Esc));
        desk.key(Key::f(6));
        at_every_size(&desk.screen);
    }
}

#[test]
fn the_pages_at_80x24() {
    for tab in CaseTab::ALL {
        let name = format!("{}_80x24", tab.label().to_lowercase());
        insta::assert_snapshot!(name, drawn(&screen(tab), 80, 24).0);
    }
}

#[test]
fn the_pages_at_120x40() {
    for tab in CaseTab::ALL {
        let name = format!("{}_120x40", tab.label().to_lowercase());
        insta::assert_snapshot!(name, drawn(&screen(tab), 120, 40).0);
    }
}

#[test]
fn small_windows_show_one_box_at_a_time() {
    insta::assert_snapshot!("summary_60x20", drawn(&screen(CaseTab::Summary), 60, 20).0);
    insta::assert_snapshot!("willingness_60x20", drawn(&screen(CaseTab::Willingness), 60, 20).0);
    insta::assert_snapshot!("willingness_40x12", drawn(&screen(CaseTab::Willingness), 40, 12).0);
    let mut turned = screen(CaseTab::Willingness);
    turned.act(&mediation_line::protocol::action::Action::NextBox, &context());
    let (text, _) = drawn(&turned, 60, 20);
    assert!(text.contains("Not ready to book") && !text.contains("Next chase"), "{text}");
}

#[test]
fn the_window_of_an_answer() {
    let mut office = Office::in_memory();
    let made = office.a_case();
    let mut desk = Desk::at(office, made.case, CaseTab::Willingness, Some(made.authority));
    desk.keys("l");
    insta::assert_snapshot!("left_message_80x24", drawn(&desk.screen, 80, 24).0);
    let (_, cursor) = drawn(&desk.screen, 80, 24);
    assert!(cursor.is_some());
}

#[test]
fn consent_told_by_a_school_and_checked() {
    let mut office = Office::in_memory();
    let call = office.a_call_of(CallerKind::SchoolStaff);
    let made =
        office.give(&call, vec![crate::contract::office::typed(Detail::Child, "Bea Lund")], "").unwrap();
    let new = office.new_case(&made, mediation_line::domain::subject::Route::Statutory);
    let new = mediation_line::store::calls::NewCase { family_answer: None, ..new };
    let finish = mediation_line::store::calls::CallWrite::FinishCase {
        call: made.call,
        new: Some(new),
        case: made.case,
    };
    office.call(&finish).unwrap();
    let mut desk = Desk::at(office, made.case, CaseTab::Consent, None);
    assert_eq!(desk.page().facts.consent, ConsentStanding::ToCheck);
    assert_eq!(desk.screen.next_step(), "Checked");
    insta::assert_snapshot!("consent_to_check_80x24", drawn(&desk.screen, 80, 24).0);
    desk.key(Key::f(9));
    desk.keys("y~~says yes~");
    assert_eq!(desk.page().facts.consent, ConsentStanding::Ok);
    desk.keys("a~~~Ring her first~the GP~");
    insta::assert_snapshot!("consent_checked_80x24", drawn(&desk.screen, 80, 24).0);
}

#[test]
fn a_withdrawn_case_hides_its_names_on_every_page() {
    let mut office = Office::in_memory();
    let ruth = mediator(&mut office, "Ruth Adeyemi");
    let made = office.a_ready_case();
    book(&mut office, &made, Some(ruth), at("2026-12-09", 10)).unwrap();
    let mut desk = Desk::at(office, made.case, CaseTab::Consent, None);
    desk.keys("ww");
    insta::assert_snapshot!("consent_withdrawn_80x24", drawn(&desk.screen, 80, 24).0);
    for tab in CaseTab::ALL {
        let page = desk.page();
        let text = drawn(&showing(page, tab, None), 120, 40).0;
        for name in ["Kelechi", "Achebe", "Ngozi", "07700 900 142", "Larkfield"] {
            assert!(!text.contains(name), "{name} on {tab:?}:\n{text}");
        }
        assert!(text.contains("LOCKED"));
    }
    desk.key(Key::plain(Code::Right));
    desk.key(Key::plain(Code::Right));
    insta::assert_snapshot!("dates_in_doubt_80x24", drawn(&desk.screen, 80, 24).0);
}

#[test]
fn hidden_names_are_hidden_on_every_page() {
    for tab in CaseTab::ALL {
        let text = drawn_with(&screen(tab), 120, 40, true).0;
        for name in ["Kelechi", "Achebe", "Ngozi", "07700"] {
            assert!(!text.contains(name), "{name} on {tab:?}:\n{text}");
        }
    }
}

#[test]
fn a_young_persons_own_case_says_who_decides_on_every_page() {
    let mut office = Office::in_memory();
    let made = office.a_case();
    let mut page = office.store.case_page(made.case).unwrap();
    page.facts.parties[0].standing.kind = PartyKind::YoungPerson;
    for tab in CaseTab::ALL {
        for (width, height) in [(80, 24), (120, 40), (60, 20)] {
            let text = drawn(&showing(page.clone(), tab, None), width, height).0;
            assert!(text.contains("he or she decides"), "{tab:?} at {width}:\n{text}");
        }
    }
}

#[test]
fn limits_stand_wherever_the_familys_number_does() {
    let mut office = Office::in_memory();
    let made = office.a_case();
    let mut page = office.store.case_page(made.case).unwrap();
    page.consents[0].limits = "ring her before 2".into();
    for tab in CaseTab::ALL {
        for size in [(80, 24), (120, 40)] {
            let text = drawn(&showing(page.clone(), tab, None), size.0, size.1).0;
            assert!(
                !text.contains("07700 900 142") || text.contains("ring her before 2"),
                "{tab:?}:\n{text}"
            );
        }
    }
}
