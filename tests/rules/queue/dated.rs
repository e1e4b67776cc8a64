//! Rows of a date that cannot stand as it is, and of what a date waits for: each says why.

use super::{YES, case, date, row};
use crate::rules::day;
use mediation_line::domain::certificate::Need;
use mediation_line::domain::consent::ConsentStanding;
use mediation_line::domain::queue::{
    Attention, BookingFacts, BookingState, CaseFacts, ObjectionFacts, StepFacts, StepKind, Why, attention,
};
use mediation_line::domain::willingness::{Answer, Objection, PartyKind};
use mediation_line::domain::working_days::WorkingDays;

fn doubted(facts: &CaseFacts, on: &str, away: Option<&str>, office: &WorkingDays) -> (String, &'static str) {
    let away = away.map(str::to_owned);
    let facts = CaseFacts {
        bookings: vec![BookingFacts { away, ..date(BookingState::InDoubt, on) }],
        ..facts.clone()
    };
    let all = attention(&facts, &WorkingDays::england(), office);
    let found: Option<Attention> = all.into_iter().find(|row| row.why == Why::InDoubt);
    let found = found.unwrap();
    assert!(found.reason.chars().count() <= 41, "{}", found.reason);
    (found.reason, found.step)
}

#[test]
fn queue_1_a_booking_in_doubt_says_what_put_it_there() {
    let england = WorkingDays::england();
    let closed = england.clone().with_closed_days([(day("2026-12-02"), "Training".to_owned())]);
    let says = |facts: &CaseFacts| doubted(facts, "2026-12-02", None, &england);
    let (no, out) = (Some(Answer::NotWilling), Some(Answer::PulledOut));
    let line = |reason: &str, step| (reason.to_owned(), step);
    assert_eq!(says(&case(YES, no)), line("In doubt Wed 2 Dec: LA said no", "Settle"));
    assert_eq!(says(&case(out, YES)), line("In doubt Wed 2 Dec: family pulled out", "Settle"));
    assert_eq!(says(&case(YES, None)), line("In doubt Wed 2 Dec: LA to say yes", "Settle"));
    let withdrawn = CaseFacts { consent: ConsentStanding::Withdrawn, ..case(YES, YES) };
    assert_eq!(says(&withdrawn), line("In doubt Wed 2 Dec: consent withdrawn", "Settle"));
    let mut objected = case(YES, YES);
    let kind = Objection::OtherParent;
    objected.after.objections = vec![ObjectionFacts { id: 9, kind, day: day("2026-11-20") }];
    assert_eq!(says(&objected), line("In doubt Wed 2 Dec: other parent objects", "Settle"));
    let well = case(YES, YES);
    assert_eq!(says(&well), line("In doubt Wed 2 Dec: confirm it", "Confirm"));
    let away = doubted(&well, "2026-12-02", Some("Ruth Adeyemi"), &england);
    assert_eq!(away, line("In doubt Wed 2 Dec: mediator away", "Find one"));
    let shut = doubted(&well, "2026-12-02", None, &closed);
    assert_eq!(shut, line("In doubt Wed 2 Dec: closed that day", "Move it"));
    let mut young = case(YES, out);
    young.parties[1].standing.kind = PartyKind::YoungPerson;
    let said = doubted(&young, "2026-12-30", None, &england);
    assert_eq!(said, line("In doubt 30 Dec: young person pulled out", "Settle"), "the weekday gives way");
}

#[test]
fn queue_5_after_a_no_no_dates_are_offered() {
    let ended = |answer| {
        let facts = CaseFacts { la_informed: Some(day("2026-11-19")), ..case(YES, answer) };
        row(&facts, Why::ThirtyDays).map(|row| (row.reason, row.step, row.party))
    };
    let line = |reason: &str, step, party| Some((reason.to_owned(), step, party));
    assert_eq!(ended(YES), line("30 days end Sat 19 Dec, no date yet", "Offer dates", None));
    assert_eq!(ended(None), line("30 days end Sat 19 Dec, no date yet", "Ring LA", Some(3)));
    for no in [Some(Answer::NotWilling), Some(Answer::PulledOut)] {
        assert_eq!(ended(no), None, "the coordinator looks, by rule 6");
        // A school named alone has no certificate to come: its 30 days go on, once all know that a meeting is off.
        let mut facts = CaseFacts { la_informed: Some(day("2026-11-19")), ..case(YES, no) };
        facts.after.need = Need::PlacementOnly;
        assert_eq!(row(&facts, Why::ThirtyDays).map(|row| row.step), Some("Look"));
        facts.steps = vec![StepFacts::new(9, StepKind::TellMediatorOff, day("2026-11-24"))];
        assert_eq!(row(&facts, Why::ThirtyDays), None);
    }
    for no in [Answer::NotWilling, Answer::PulledOut] {
        let facts = CaseFacts { la_informed: Some(day("2026-11-19")), ..case(Some(no), YES) };
        assert_eq!(row(&facts, Why::ThirtyDays), None, "a family that has declined waits for no date");
        assert!(
            attention(&facts, &WorkingDays::england(), &WorkingDays::england())
                .iter()
                .all(|row| row.step != "Offer dates")
        );
    }
}

#[test]
fn queue_11_a_booked_case_is_not_quiet_before_its_meeting() {
    let from = |state, on: &str| {
        let facts = CaseFacts { bookings: vec![date(state, on)], ..case(YES, YES) };
        row(&facts, Why::Quiet).map(|row| row.show_from.day)
    };
    assert_eq!(from(BookingState::Booked, "2027-01-20"), Some(day("2027-01-21")));
    assert_eq!(
        from(BookingState::Booked, "2026-12-02"),
        Some(day("2026-12-08")),
        "ten working days are more"
    );
    for over in [BookingState::Held, BookingState::InDoubt, BookingState::CalledOff, BookingState::Moved] {
        assert_eq!(from(over, "2027-01-20"), Some(day("2026-12-08")), "{over:?}");
    }
}
