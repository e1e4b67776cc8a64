//! A booked date that is moved, and a live date of a case that ends before its meeting.

use crate::contract::calendar::{at, book, hold, mediator, withdrawn_and_given, writes};
use crate::contract::office::{Made, Office};
use crate::journeys::calendar::{bookings, desk_of, office};
use crate::journeys::desk::Desk;
use mediation_line::domain::queue::{StepKind, Why};
use mediation_line::domain::slot::Slot;
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

/// An office of three mediators with a case, for moving its meeting about.
fn three() -> (Office, Made, [i64; 3]) {
    let mut office = office();
    let third = mediator(&mut office, "Gwen Latimer");
    let made = office.a_ready_case();
    let all = office.store.mediators(office.today()).unwrap();
    let of = |name: &str| all.iter().find(|page| page.facts.name == name).expect("a mediator").facts.id;
    (office, made, [of("Ruth Adeyemi"), of("Col Fenwick"), third])
}

fn to(office: &mut Office, booking: i64, mediator: i64, slot: Slot) -> i64 {
    let (new, mediator, short_notice_agreed) = (office.id(), Some(mediator), false);
    writes(office, &CalendarWrite::Move { booking, new, slot, mediator, short_notice_agreed }).unwrap();
    new
}

fn mediator_told(office: &mut Office, made: &Made) {
    let steps = office.store.facts(made.case).unwrap().steps;
    let step = steps.iter().find(|step| step.what == StepKind::TellMediator).expect("a step").id;
    office.case(&CaseWrite::StepDone { case: made.case, step }).unwrap();
}

fn dates_of(office: Office) -> Desk {
    let mut desk = desk_of(office);
    desk.keys("F5").choose("M-0001").keys("Enter Right Right Right");
    desk
}

const OFF: &str = "Tell the mediator the meeting is off";

#[test]
fn a_hold_that_was_let_go_is_not_taken_for_the_meeting_that_is_off() {
    let (mut office, made, [ruth, _, gwen]) = three();
    let old = book(&mut office, &made, Some(ruth), at("2026-12-09", 10)).unwrap().id;
    mediator_told(&mut office, &made);
    let booking = hold(&mut office, &made, Some(gwen), at("2026-12-16", 10)).unwrap().id;
    writes(&mut office, &CalendarWrite::LetGo { booking }).unwrap();
    to(&mut office, old, gwen, at("2026-12-16", 10));
    dates_of(office).choose(OFF).shows("Mediator: Ruth Adeyemi, 07700 900271");
}

#[test]
fn of_two_meetings_that_are_off_each_mediator_is_told() {
    let (mut office, made, [ruth, col, _]) = three();
    let old = book(&mut office, &made, Some(ruth), at("2026-12-09", 10)).unwrap().id;
    mediator_told(&mut office, &made);
    let booking = to(&mut office, old, col, at("2026-12-16", 10));
    mediator_told(&mut office, &made);
    let off = CalendarWrite::CallOff { booking, words: "".into(), by: CalledOffBy::Family };
    writes(&mut office, &off).unwrap();
    let mut desk = dates_of(office);
    desk.choose(OFF).shows("Mediator: Ruth Adeyemi").hides("Mediator: Col Fenwick");
    desk.keys("F9").choose(OFF).shows("Mediator: Col Fenwick").hides("Mediator: Ruth Adeyemi");
    desk.keys("F9").hides(OFF);
}

#[test]
fn a_mediator_who_comes_after_all_is_not_told_that_it_is_off() {
    let (mut office, made, [ruth, col, gwen]) = three();
    let old = book(&mut office, &made, Some(ruth), at("2026-12-09", 10)).unwrap().id;
    mediator_told(&mut office, &made);
    let second = to(&mut office, old, col, at("2026-12-16", 10));
    to(&mut office, second, ruth, at("2026-12-09", 10));
    dates_of(office).shows("Tell the mediator the date").hides(OFF);
    // At the same time as well.
    let (mut office, made, [ruth, col, _]) = three();
    let old = book(&mut office, &made, Some(ruth), at("2026-12-09", 10)).unwrap().id;
    mediator_told(&mut office, &made);
    let second = to(&mut office, old, gwen, at("2026-12-16", 10));
    mediator_told(&mut office, &made);
    let third = to(&mut office, second, col, at("2026-12-10", 10));
    to(&mut office, third, ruth, at("2026-12-10", 10));
    dates_of(office).choose(OFF).shows("Mediator: Gwen Latimer").keys("F9").hides(OFF);
    // And where the meeting was called off in between.
    let (mut office, made, [ruth, ..]) = three();
    let booking = book(&mut office, &made, Some(ruth), at("2026-12-09", 10)).unwrap().id;
    let off = CalendarWrite::CallOff { booking, words: "".into(), by: CalledOffBy::Family };
    writes(&mut office, &off).unwrap();
    book(&mut office, &made, Some(ruth), at("2026-12-16", 10)).unwrap();
    dates_of(office).shows("Tell the mediator the date").hides(OFF);
}

#[test]
fn a_mediator_who_was_not_told_before_a_withdrawal_is_not_told_that_it_is_off() {
    for is_told in [true, false] {
        let (mut office, made, [ruth, col, _]) = three();
        let old = book(&mut office, &made, Some(ruth), at("2026-12-09", 10)).unwrap().id;
        if is_told {
            mediator_told(&mut office, &made);
        }
        withdrawn_and_given(&mut office, &made);
        to(&mut office, old, col, at("2026-12-16", 10));
        let mut desk = dates_of(office);
        desk.shows("Tell the mediator the date");
        if is_told {
            desk.choose(OFF).shows("Mediator: Ruth Adeyemi");
        } else {
            desk.hides(OFF);
        }
    }
}

#[test]
fn whom_to_tell_of_a_date_is_the_mediator_of_the_meeting_and_not_of_a_hold_beside_it() {
    let (mut office, made, [ruth, _, gwen]) = three();
    book(&mut office, &made, Some(ruth), at("2026-12-09", 10)).unwrap();
    hold(&mut office, &made, Some(gwen), at("2026-12-17", 10)).unwrap();
    dates_of(office).choose("Tell the mediator the date").shows("Mediator: Ruth Adeyemi");
}

#[test]
fn closed_with_a_date_ahead_its_own_mediator_is_told() {
    let (mut office, made, [ruth, col, gwen]) = three();
    let old = book(&mut office, &made, Some(ruth), at("2026-12-09", 10)).unwrap().id;
    to(&mut office, old, col, at("2026-12-16", 10));
    hold(&mut office, &made, Some(gwen), at("2026-12-17", 10)).unwrap();
    let mut desk = desk_of(office);
    desk.keys("F5").choose("M-0001").keys("Enter x").text("s").keys("Enter Enter").text("o").keys("Enter");
    desk.keys("F5").choose("Tell the family the meeting is off").keys("F9 F9 F5");
    desk.choose(OFF).keys("F9").shows("Mediator: Col Fenwick").hides("Mediator: Gwen");
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
