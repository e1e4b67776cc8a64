//! When a meeting can be, by the worked examples. Today is Tuesday 24 November 2026, just after three.

use super::day;
use mediation_line::domain::queue::BookingState;
use mediation_line::domain::refusal::Refusal;
use mediation_line::domain::slot::{Cell, Diary, ExtraDays, Hours, Mediator, Slot, Taken};
use mediation_line::domain::working_days::WorkingDays;

pub(super) const OFFICE: Hours = Hours { opens: 36, closes: 68 };
pub(super) const ADA: i64 = 1;
pub(super) const BEN: i64 = 2;

pub(super) fn mediator(id: i64, name: &str) -> Mediator {
    Mediator {
        id,
        name: name.into(),
        accredited: true,
        sen_trained: true,
        offers: String::new(),
        areas: String::new(),
        per_week: 0,
        working: true,
        usual: [Some(OFFICE); 5],
        away: vec![],
        extra: vec![],
    }
}

pub(super) fn diary() -> Diary {
    Diary {
        range: (day("2026-11-23"), day("2027-02-19")),
        hours: OFFICE,
        days: WorkingDays::england().with_closed_days([(day("2026-12-11"), "Training".to_owned())]),
        mediators: vec![mediator(ADA, "Ada"), mediator(BEN, "Ben")],
        taken: vec![],
        case: Some(700),
        conflicts: vec![],
        today: day("2026-11-24"),
        quarter: 60,
    }
}

pub(super) fn at(date: &str, start: i64, length: i64) -> Slot {
    Slot { day: day(date), start, length }
}

pub(super) fn taken(mediator: i64, case: i64, slot: Slot, state: BookingState) -> Taken {
    let reference = format!("M-0{case}");
    Taken { booking: case * 16, case, mediator, slot, state, reference, staff: "Tom".into(), at: case }
}

pub(super) fn with(mut taken: Vec<Taken>) -> Diary {
    taken.sort_by_key(|t| t.slot);
    Diary { taken, ..diary() }
}

#[test]
fn slot_1_a_meeting_lasts_one_to_eight_hours_on_quarter_hours() {
    let diary = diary();
    for (start, length, open) in [
        (36, 4, true),
        (37, 5, true),
        (39, 12, true),
        (36, 32, true),
        (36, 3, false),
        (36, 33, false),
        (36, 0, false),
    ] {
        let slot = at("2026-12-03", start, length);
        assert_eq!(diary.may_take(slot, ADA) != Err(Refusal::Length), open, "{slot:?}");
        assert_eq!(!diary.free(slot).is_empty(), open, "{slot:?}");
    }
}

#[test]
fn slot_2_inside_the_hours_on_working_days_only() {
    let diary = diary();
    let next = |text: &str| text.to_owned();
    for (slot, said) in [
        (at("2026-12-05", 40, 12), Err(Refusal::Weekend { next: next("Mon 7 Dec") })),
        (
            at("2026-12-25", 40, 12),
            Err(Refusal::Closed { name: next("Christmas Day"), next: next("Tue 29 Dec") }),
        ),
        (at("2026-12-11", 40, 12), Err(Refusal::Closed { name: next("Training"), next: next("Mon 14 Dec") })),
        (at("2026-12-03", 35, 12), Err(Refusal::OutsideHours)),
        (at("2026-12-03", 57, 12), Err(Refusal::OutsideHours)),
        (at("2026-12-03", 36, 12), Ok(())),
        (at("2026-12-03", 56, 12), Ok(())),
    ] {
        assert_eq!(diary.is_possible(slot), said, "{slot:?}");
    }
}

#[test]
fn slot_3_it_begins_later_than_now() {
    let diary = diary();
    for (slot, said) in [
        (at("2026-11-23", 40, 12), Err(Refusal::InThePast)),
        (at("2026-11-24", 56, 4), Err(Refusal::InThePast)),
        (at("2026-11-24", 60, 4), Err(Refusal::InThePast)),
        (at("2026-11-24", 61, 4), Ok(())),
    ] {
        assert_eq!(diary.may_take(slot, ADA), said, "{slot:?}");
        assert_eq!(diary.free(slot).len(), if said.is_ok() { 2 } else { 0 }, "{slot:?}");
    }
    assert_eq!(diary.open_starts(diary.today, 4, None), [62, 64]);
}

#[test]
fn slot_4_usual_days_and_extra_days_and_away_comes_first() {
    let mut ada = mediator(ADA, "Ada");
    ada.usual = [Some(OFFICE), None, Some(Hours { opens: 48, closes: 68 }), None, None];
    let extra = |date: &str, hours| ExtraDays { from: day(date), to: day(date), hours };
    ada.extra = vec![
        extra("2026-12-01", Some(Hours { opens: 40, closes: 52 })),
        extra("2026-12-03", None),
        extra("2026-12-04", None),
    ];
    ada.away = vec![(day("2026-12-04"), day("2026-12-07"))];
    let diary = Diary { mediators: vec![ada], ..diary() };
    for (date, starts) in [
        ("2026-11-30", vec![36, 38, 40, 42, 44, 46, 48, 50, 52, 54, 56]),
        ("2026-12-01", vec![40]),
        ("2026-12-02", vec![48, 50, 52, 54, 56]),
        ("2026-12-03", vec![36, 38, 40, 42, 44, 46, 48, 50, 52, 54, 56]),
        ("2026-12-04", vec![]),
        ("2026-12-07", vec![]),
    ] {
        assert_eq!(diary.open_starts(day(date), 12, None), starts, "{date}");
    }
    assert_eq!(diary.may_take(at("2026-12-04", 40, 12), ADA), Err(Refusal::NotWorking("Ada".into())));
}

#[test]
fn slot_5_a_conflict_and_one_who_works_no_more_are_refused() {
    let mut diary = diary();
    diary.conflicts = vec![ADA];
    let slot = at("2026-12-03", 40, 12);
    assert_eq!(diary.may_take(slot, ADA), Err(Refusal::CannotAct("Ada".into())));
    assert_eq!(diary.choose(slot, None).map(|m| m.id), Ok(BEN));
    diary.mediators[1].working = false;
    assert!(diary.choose(slot, None).is_err());
    diary.mediators[0].working = false;
    assert_eq!(diary.choose(slot, None), Err(Refusal::NoMediator));
}

#[test]
fn slot_6_whatever_the_state_the_time_is_taken() {
    let slot = at("2026-12-03", 40, 12);
    for state in [BookingState::Held, BookingState::Booked, BookingState::InDoubt, BookingState::Met] {
        let diary = with(vec![taken(ADA, 395, slot, state)]);
        let Err(Refusal::Taken { reference, held, nearest, .. }) = diary.may_take(slot, ADA) else {
            panic!("{state:?}")
        };
        assert_eq!((reference.as_str(), held), ("M-0395", state == BookingState::Held));
        assert_eq!(nearest.as_deref(), Some("10:00"), "Ben is free at the same time");
        assert_eq!(diary.choose(slot, None).map(|m| m.id), Ok(BEN));
        assert!(diary.clone().without(&[395 * 16]).may_take(slot, ADA).is_ok());
    }
}

#[test]
fn slot_7_nobody_twice_in_a_quarter_hour_and_ends_may_touch() {
    let diary = with(vec![
        taken(ADA, 395, at("2026-12-03", 44, 8), BookingState::Booked),
        taken(BEN, 700, at("2026-12-03", 56, 4), BookingState::Held),
    ]);
    for (start, length, free) in
        [(36, 8, true), (36, 9, false), (52, 4, true), (51, 4, false), (46, 4, false), (40, 16, false)]
    {
        assert_eq!(diary.may_take(at("2026-12-03", start, length), ADA).is_ok(), free, "{start} {length}");
    }
    // The case 700 has a hold with Ben then; Ada would be free.
    assert_eq!(diary.may_take(at("2026-12-03", 55, 4), ADA), Err(Refusal::CaseTaken));
    assert!(diary.free(at("2026-12-03", 55, 4)).is_empty());
    assert_eq!(diary.may_take(at("2026-12-03", 60, 4), ADA), Ok(()));
}

#[test]
fn slot_8_fewest_meetings_that_week_first_then_by_name() {
    let slot = at("2026-12-10", 40, 12);
    let first = |diary: &Diary| diary.choose(slot, None).map(|m| m.id);
    assert_eq!(first(&diary()), Ok(ADA));
    let that_week = at("2026-12-07", 40, 12);
    assert_eq!(first(&with(vec![taken(ADA, 395, that_week, BookingState::Held)])), Ok(BEN));
    let week_before = at("2026-12-04", 40, 12);
    assert_eq!(first(&with(vec![taken(ADA, 395, week_before, BookingState::Held)])), Ok(ADA));
}

#[test]
fn slot_9_away_leaves_the_booking_and_asks_for_another_mediator() {
    let mut diary = with(vec![
        taken(ADA, 395, at("2026-12-03", 40, 12), BookingState::Booked),
        taken(ADA, 396, at("2026-12-08", 40, 12), BookingState::Booked),
    ]);
    let away = |diary: &Diary| {
        let needs = |t: &&Taken| diary.mediator(t.mediator).is_none_or(|m| m.is_away(t.slot.day));
        diary.taken.iter().filter(|t| t.state.is_live()).filter(needs).map(|t| t.case).collect::<Vec<_>>()
    };
    assert!(away(&diary).is_empty());
    diary.mediators[0].away = vec![(day("2026-12-03"), day("2026-12-04"))];
    assert_eq!(away(&diary), [395]);
    assert_eq!(diary.meetings_that_week(ADA, day("2026-12-03")), 1, "it stands");
}

#[test]
fn slot_10_starts_are_offered_on_the_half_hour_and_end_by_closing() {
    let diary = diary();
    assert_eq!(diary.open_starts(day("2026-12-03"), 12, None), (36..=56).step_by(2).collect::<Vec<_>>());
    assert_eq!(diary.open_count(day("2026-12-03"), 32, None), 1);
    assert_eq!(diary.open_count(day("2026-12-03"), 31, None), 1);
    assert_eq!(diary.open_count(day("2026-12-25"), 12, None), 0);
    assert!(diary.may_take(at("2026-12-03", 37, 12), ADA).is_ok(), "a quarter past is accepted");
}

#[test]
fn slot_11_the_nearest_start_is_on_the_same_day_or_the_nearest() {
    let mut one = diary();
    one.mediators.truncate(1);
    let wanted = at("2026-12-03", 44, 12);
    let nearest = |taken: Vec<Taken>| {
        let diary = Diary { taken, ..one.clone() };
        diary.nearest_words(wanted).unwrap()
    };
    assert_eq!(nearest(vec![]), "11:00");
    let held = |slot| taken(ADA, 395, slot, BookingState::Held);
    assert_eq!(nearest(vec![held(at("2026-12-03", 55, 4))]), "10:30");
    assert_eq!(nearest(vec![held(at("2026-12-03", 36, 16))]), "13:00");
    assert_eq!(nearest(vec![held(at("2026-12-03", 36, 32))]), "Fri 4 Dec 11:00", "the later of two as near");
    one.range = (day("2026-12-03"), day("2026-12-03"));
    assert_eq!(Diary { taken: vec![held(at("2026-12-03", 36, 32))], ..one }.nearest(wanted), None);
}

#[test]
fn slot_12_a_cell_counts_who_is_free_the_whole_hour() {
    let mut diary = with(vec![
        taken(ADA, 395, at("2026-12-03", 42, 10), BookingState::Booked),
        taken(BEN, 402, at("2026-12-03", 44, 4), BookingState::Held),
    ]);
    let thursday = day("2026-12-03");
    for (hour, cell) in [
        (36, Cell::Open { free: 2, held: 0, booked: 0 }),
        (40, Cell::Open { free: 1, held: 0, booked: 1 }),
        (44, Cell::Full { held: 1, booked: 1 }),
        (48, Cell::Open { free: 1, held: 0, booked: 1 }),
        (52, Cell::Open { free: 2, held: 0, booked: 0 }),
    ] {
        assert_eq!(diary.cell(thursday, hour, None), cell, "{hour}");
    }
    assert_eq!(diary.cell(day("2026-12-25"), 40, None), Cell::Closed("Christmas Day"));
    assert_eq!(diary.cell(diary.today, 60, None), Cell::Past);
    assert_eq!(diary.cell(diary.today, 64, None), Cell::Open { free: 2, held: 0, booked: 0 });
    let Cell::Taken(taken) = diary.cell(thursday, 44, Some(BEN)) else { panic!("not taken") };
    assert_eq!(taken.words(), "HELD M-0402");
    assert_eq!(diary.cell(thursday, 48, Some(BEN)), Cell::Open { free: 1, held: 0, booked: 0 });
    diary.mediators.iter_mut().for_each(|m| m.usual[3] = None);
    assert_eq!(diary.cell(thursday, 36, None), Cell::NotWorking);
    assert_eq!(diary.cell(thursday, 36, Some(ADA)), Cell::NotWorking);
}
