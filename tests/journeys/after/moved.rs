//! A booked date that is moved, and a live date of a case that ends before its meeting.

use crate::contract::calendar::{at, book, writes};
use crate::contract::office::Made;
use crate::journeys::calendar::{bookings, desk_of, office};
use crate::journeys::desk::Desk;
use mediation_line::domain::queue::{StepKind, Why};
use mediation_line::store::calendar::{CalendarWrite, CalledOffBy};
use mediation_line::store::cases::CaseWrite;

fn booked() -> (Desk, Made) {
    let mut office = office();
    let made = office.a_ready_case();
    book(&mut office, &made, None, at("2026-12-09", 10)).unwrap();
    let mut desk = desk_of(office);
    desk.keys("F5").choose("M-0001").keys("Enter");
    (desk, made)
}

fn dates(desk: &mut Desk, made: &Made) -> Vec<(&'static str, String)> {
    bookings(desk, made).iter().map(|b| (b.state.code(), b.slot.day.to_string())).collect()
}

#[test]
fn a_moved_date_keeps_both_its_days_and_everybody_is_told_again() {
    let (mut desk, made) = booked();
    desk.keys("Right Right Right m").shows("CALENDAR").keys("1 F9");
    desk.shows("Instead of  Wed 9 Dec 10:00-13:00").shows("tell other side (today), tell family (today)");
    desk.keys("F9");
    let all = dates(&mut desk, &made);
    assert!(all.contains(&("moved", "2026-12-09".to_owned())), "{all:?}");
    assert!(all.iter().any(|(state, _)| *state == "booked"), "{all:?}");
    desk.keys("F5").choose("M-0001").keys("Enter Right Right Right");
    desk.shows("BOOKED      Wed 2 Dec").shows("moved       Wed 9 Dec");
    for told in [
        "Tell the other side the date",
        "Tell the family the date",
        "Tell the mediator the date",
        "Mon 30 Nov",
    ] {
        desk.shows(told);
    }
    desk.keys("Right").shows("Wed 9 Dec 10:00-13:00").shows("Wed 2 Dec 9:00-12:00");
    desk.keys("Ctrl+z");
    let back = dates(&mut desk, &made);
    assert!(back.contains(&("booked", "2026-12-09".to_owned())), "{back:?}\n{}", desk.screen());
}

#[test]
fn a_mediator_who_was_told_and_does_not_come_to_the_new_date_is_told_that_it_is_off() {
    for is_told in [true, false] {
        let mut office = office();
        let made = office.a_ready_case();
        let old = book(&mut office, &made, None, at("2026-12-09", 10)).unwrap();
        let steps = office.store.case_page(made.case).unwrap().facts.steps;
        let tell = steps.iter().find(|step| step.what == StepKind::TellMediator).expect("a step").id;
        if is_told {
            office.case(&CaseWrite::StepDone { case: made.case, step: tell }).unwrap();
        }
        let all = office.store.mediators(office.today()).unwrap();
        let other = all.iter().find(|page| page.facts.id != old.mediator).map(|page| page.facts.id);
        let (new, slot) = (office.id(), at("2026-12-16", 10));
        let (booking, mediator, short_notice_agreed) = (old.id, other, false);
        writes(&mut office, &CalendarWrite::Move { booking, new, slot, mediator, short_notice_agreed })
            .unwrap();
        let mut desk = desk_of(office);
        desk.keys("F5").choose("M-0001").keys("Enter Right Right Right").shows("Tell the mediator the date");
        if is_told {
            desk.choose("Tell the mediator the meeting is off").shows(&format!("Mediator: {}", old.name));
            desk.keys("F9").shows("Tell the mediator the date");
        }
        desk.hides("Tell the mediator the meeting is off");
    }
}

#[test]
fn a_meeting_is_not_moved_to_where_it_stands() {
    let mut office = office();
    let made = office.a_ready_case();
    book(&mut office, &made, None, at("2026-12-02", 9)).unwrap();
    let mut desk = desk_of(office);
    let before = dates(&mut desk, &made);
    // It is the best time of all, and is not offered.
    desk.keys("F5").choose("M-0001").keys("Enter Right Right Right m").shows("1  Thu 3 Dec 9:00");
    desk.shows("Chosen: Wed 2 Dec 9:00-12:00.").keys("F9").shows("It stands at that time already.");
    desk.keys("Enter").shows("It stands at that time already.").hides("Move this meeting");
    assert_eq!(dates(&mut desk, &made), before);
    desk.keys("1 F9").shows("Move this meeting");
}

#[test]
fn settled_before_the_meeting_closes_and_calls_off_in_one_window() {
    for (reason, by, certificate, said, code) in [
        ("s", "o", "", "Case closed, meeting called off by the other side", "settled before the meeting"),
        // A family that withdrew may still need its certificate.
        ("f", "f", "n", "Case closed, meeting called off by the family", "family withdrew"),
    ] {
        let (mut desk, made) = booked();
        desk.keys("x").text(reason).keys("Enter Enter").text(by).keys("Enter");
        if !certificate.is_empty() {
            desk.shows("Is a certificate wanted?").text(certificate).keys("Enter");
        }
        assert_eq!(dates(&mut desk, &made), [("called off", "2026-12-09".to_owned())], "{}", desk.screen());
        let page = desk.worker.store().case_page(made.case).unwrap();
        assert_eq!(page.after.closing.map(mediation_line::domain::closing::Closing::code), Some(code));
        assert_eq!(page.timeline[0].act, said);
        let off = match by {
            "o" => [StepKind::TellFamilyOff, StepKind::TellMediatorOff],
            _ => [StepKind::TellOtherSideOff, StepKind::TellMediatorOff],
        };
        let todo: Vec<Why> = page.todo.iter().map(|row| row.why).collect();
        assert_eq!(todo, [Why::Step(off[0]), Why::Step(off[1]), Why::Review]);
    }
}

#[test]
fn closed_with_a_date_ahead_whoever_comes_to_it_is_told_from_today() {
    let (mut desk, made) = booked();
    desk.keys("x").text("s").keys("Enter Enter").text("o").keys("Enter");
    desk.shows("Closed: settled before the meeting. Today lists whom to tell it is off.");
    desk.keys("F5").choose("Tell the family the meeting is off").keys("F9").shows("Ngozi Achebe, mother");
    desk.keys("F9 F5").hides("Tell the family").choose("Tell the mediator the meeting is off");
    desk.keys("F9 F9 F5").hides("the meeting is off");
    let page = desk.worker.store().case_page(made.case).unwrap();
    assert_eq!(page.todo.iter().map(|row| row.why).collect::<Vec<_>>(), [Why::Review]);
    assert_eq!(page.head.state.code(), "closed");
}

#[test]
fn closing_is_taken_back_and_done_again_with_its_steps() {
    let (mut desk, made) = booked();
    desk.keys("x").text("s").keys("Enter Enter").text("o").keys("Enter");
    let off = |desk: &mut Desk| {
        let steps = desk.worker.store().facts(made.case).unwrap().steps;
        steps.iter().filter(|step| step.what.is_of_a_meeting_off()).count()
    };
    assert_eq!(off(&mut desk), 2);
    desk.keys("Ctrl+Z");
    assert_eq!(dates(&mut desk, &made), [("booked", "2026-12-09".to_owned())], "{}", desk.screen());
    assert_eq!(off(&mut desk), 0);
    desk.keys("Ctrl+Y");
    assert_eq!(dates(&mut desk, &made), [("called off", "2026-12-09".to_owned())], "{}", desk.screen());
    assert_eq!(off(&mut desk), 2);
}

#[test]
fn who_has_not_heard_that_an_earlier_meeting_is_off_is_told_after_closing_too() {
    let mut office = office();
    let made = office.a_ready_case();
    let booking = book(&mut office, &made, None, at("2026-12-09", 10)).unwrap().id;
    let off = CalendarWrite::CallOff { booking, words: "".into(), by: CalledOffBy::Family };
    writes(&mut office, &off).unwrap();
    let mut desk = desk_of(office);
    desk.keys("F5").choose("M-0001").keys("Enter x").hides("This ends").text("s").keys("Enter Enter");
    let page = desk.worker.store().case_page(made.case).unwrap();
    assert_eq!(page.head.state.code(), "closed", "{}", desk.screen());
    assert_eq!(page.facts.steps.len(), 2);
}
