//! The clocks of a case: on its first page, in the window that explains them, and what a correction would move.

use mediation_line::domain::detail::Detail;
use mediation_line::protocol::effect::CaseTab;
use mediation_line::protocol::key::{Code, Key};
use mediation_line::store::calendar::{CalendarWrite, Format};
use mediation_line::store::cases::CaseWrite;

use super::Desk;
use crate::contract::calendar::{at, mediator, withdrawn_and_given, writes};
use crate::contract::office::{Office, day};
use crate::journeys::screen::{at_every_size, drawn};

/// A case with a letter of 2 November, a child of ten, and the authority told on 19 November.
fn desk(tab: CaseTab) -> Desk {
    let mut office = Office::in_memory();
    let made = office.a_case();
    let details = vec![
        (Detail::Letter, "2 nov".into(), "2026-11-02".into()),
        (Detail::Born, "12 Mar 2016".into(), "2016-03-12".into()),
    ];
    office.case(&CaseWrite::Details { case: made.case, details, known: Vec::new() }).unwrap();
    office.case(&CaseWrite::LaInformed { case: made.case, day: day("2026-11-19") }).unwrap();
    Desk::at(office, made.case, tab, None)
}

#[test]
fn k_explains_every_clock_of_the_case() {
    let mut desk = desk(CaseTab::Summary);
    desk.keys("k");
    let text = drawn(&desk.screen, 80, 24).0;
    assert!(text.contains(">Meet within 30 days            Sat 19 Dec 2026         25 days left"), "{text}");
    assert!(text.contains("SEND Regulations 2014, regs 35(4) and 36(2)"), "{text}");
    // What has come is no more counted down.
    assert!(
        text.contains("Family to contact us           Sat 2 Jan 2027          answered Tue 24 Nov"),
        "{text}"
    );
    assert!(
        text.contains("Sat 21 Nov  2  Saturday, counted too") && text.contains("guide, not advice"),
        "{text}"
    );
    insta::assert_snapshot!("clocks_80x24", text);
    insta::assert_snapshot!("clocks_120x40", drawn(&desk.screen, 120, 40).0);
    insta::assert_snapshot!("clocks_60x20", drawn(&desk.screen, 60, 20).0);
    at_every_size(&desk.screen);
    for _ in 0..6 {
        desk.key(Key::plain(Code::PageDown));
    }
    let text = drawn(&desk.screen, 80, 24).0;
    assert!(text.contains("Sat 19 Dec  30  Saturday, counted too"), "{text}");
    desk.key(Key::plain(Code::Down));
    let text = drawn(&desk.screen, 80, 24).0;
    assert!(text.contains(">Appeal to reach the Tribunal   Mon 4 Jan 2027"), "{text}");
    assert!(text.contains("Sat 2 Jan   Saturday, so the next working day is in time"), "{text}");
    for _ in 0..40 {
        desk.key(Key::plain(Code::Down));
    }
    assert!(drawn(&desk.screen, 80, 24).0.contains("No day yet: it starts when the case is closed."));
    desk.key(Key::plain(Code::Esc));
    assert!(!drawn(&desk.screen, 80, 24).0.contains("Clocks of this case"));
}

#[test]
fn the_family_is_told_the_date_only_where_somebody_told_it() {
    for told_family in [true, false] {
        let mut office = Office::in_memory();
        mediator(&mut office, "Ruth Adeyemi");
        let made = office.a_ready_case();
        let (booking, case, format) = (office.id(), made.case, Format::Online);
        let (slot, short_notice_agreed, told_other_side) = (at("2026-12-09", 10), false, true);
        let mediator = None;
        let book = CalendarWrite::Book {
            booking,
            case,
            mediator,
            slot,
            format,
            short_notice_agreed,
            told_family,
            told_other_side,
        };
        writes(&mut office, &book).unwrap();
        // The steps are dropped, and the date is in doubt.
        withdrawn_and_given(&mut office, &made);
        let mut desk = Desk::at(office, made.case, CaseTab::Summary, None);
        desk.keys("k");
        let text = drawn(&desk.screen, 80, 24).0;
        let row = text.lines().find(|row| row.contains("Tell family the date, latest")).expect("the clock");
        assert_eq!(row.contains("told"), told_family, "{text}");
    }
}

#[test]
fn k_has_its_other_meaning_where_it_has_one() {
    for tab in [CaseTab::Willingness, CaseTab::Timeline] {
        let mut desk = desk(tab);
        desk.keys("k");
        assert!(drawn(&desk.screen, 80, 24).0.contains("Clocks of this case"), "{tab:?}");
    }
    for tab in [CaseTab::Consent, CaseTab::Dates] {
        let mut desk = desk(tab);
        desk.keys("k");
        assert!(!drawn(&desk.screen, 80, 24).0.contains("Clocks of this case"), "{tab:?}");
    }
}

#[test]
fn the_first_page_shows_what_is_urgent_first() {
    let desk = desk(CaseTab::Summary);
    let text = drawn(&desk.screen, 80, 24).0;
    let rows: Vec<&str> = text.lines().filter(|line| line.contains("guide")).map(str::trim).collect();
    assert_eq!(rows.len(), 2, "the family has answered, so its two months are met: {text}");
    assert!(rows[0].contains("Meet within 30 days") && rows[0].contains("Sat 19 Dec"), "{text}");
    assert!(rows[1].contains("Appeal to reach the Tribunal") && rows[1].contains("Mon 4 Jan"), "{text}");
}

#[test]
fn a_correction_shows_what_would_move_before_it_moves() {
    let mut desk = desk(CaseTab::Summary);
    desk.keys("e");
    assert!(!drawn(&desk.screen, 80, 24).0.contains("Saving would move"));
    for _ in 0..10 {
        desk.key(Key::plain(Code::Down));
    }
    for _ in 0.."19 Nov 2026".len() {
        desk.key(Key::plain(Code::Backspace));
    }
    desk.keys("21/11");
    let text = drawn(&desk.screen, 80, 24).0;
    assert!(text.contains("Saving would move:"), "{text}");
    assert!(text.contains("Meet within 30 days: Sat 19 Dec -> Mon 21 Dec"), "{text}");
    assert_eq!(desk.page().facts.la_informed, Some(day("2026-11-19")), "nothing is saved yet");
    insta::assert_snapshot!("would_move_80x24", text);
    at_every_size(&desk.screen);
    desk.key(Key::f(9));
    let page = desk.page();
    assert_eq!(page.facts.la_informed, Some(day("2026-11-21")));
    assert_eq!(page.timeline[0].act, "Day the LA was told: corrected");
    assert_eq!(&*page.timeline[0].words, "Was Thu 19 Nov 2026.");
    assert_eq!(desk.said().last().unwrap(), "One detail is changed.");
}

#[test]
fn letter_and_birth_move_theirs_and_a_strange_day_is_asked_again() {
    let mut desk = desk(CaseTab::Summary);
    desk.keys("e");
    for _ in 0..5 {
        desk.key(Key::plain(Code::Down));
    }
    desk.keys("x");
    let text = drawn(&desk.screen, 80, 24).0;
    assert!(text.contains("Family to contact us: Sat 2 Jan -> not known"), "{text}");
    desk.key(Key::plain(Code::Backspace));
    assert!(!drawn(&desk.screen, 80, 24).0.contains("Saving would move"));
    for _ in 0..5 {
        desk.key(Key::plain(Code::Down));
    }
    desk.keys("x");
    desk.key(Key::f(9));
    assert_eq!(desk.said().last().unwrap(), "One day is wanted, today or before: 19/11, yesterday.");
    assert_eq!(desk.page().facts.la_informed, Some(day("2026-11-19")));
}
