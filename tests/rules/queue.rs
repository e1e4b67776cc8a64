//! Which rows a case puts on Today, from which day, and in which group. Today is Tuesday 24 November 2026.

mod after;
mod dated;
mod follow;

use super::day;
use mediation_line::domain::consent::ConsentStanding;
use mediation_line::domain::queue::{
    Attention, BookingFacts, BookingState, CaseFacts, CaseState, Group, PartyFacts, QUIET_AFTER, StepFacts,
    StepKind, THIRTY_DAYS_SHOWN, TWO_MONTHS_SHOWN, Why, attention,
};
use mediation_line::domain::subject::Route;
use mediation_line::domain::typed_day::DayReading;
use mediation_line::domain::willingness::{Answer, Needed, PartyKind, Side, Standing};
use mediation_line::domain::working_days::WorkingDays;

const TODAY: &str = "2026-11-24";
const STATES: [CaseState; 4] = [CaseState::InCall, CaseState::Open, CaseState::Closed, CaseState::Erased];
pub(super) const YES: Option<Answer> = Some(Answer::Willing);

fn party(id: i64, kind: PartyKind, side: Side, answer: Option<Answer>) -> PartyFacts {
    let standing = Standing { kind, side, needed: Needed::Needed, answer };
    let answered = answer.map(|_| day("2026-11-20"));
    PartyFacts { id, standing, answered, asked: None, spoken: None, chase: None, chases: 0 }
}

/// A case of a family and an authority with these answers, touched today, its letter of 2 November.
pub(super) fn case(family: Option<Answer>, authority: Option<Answer>) -> CaseFacts {
    CaseFacts {
        id: 1,
        rev: 1,
        clashes: vec![],
        state: CaseState::Open,
        route: Route::Statutory,
        consent: ConsentStanding::Ok,
        letter: DayReading::Day(day("2026-11-02")),
        la_informed: None,
        touched: day(TODAY),
        parties: vec![
            party(2, PartyKind::Family, Side::Family, family),
            party(3, PartyKind::LocalAuthority, Side::OtherSide, authority),
        ],
        bookings: vec![],
        steps: vec![],
        snoozes: vec![],
        after: mediation_line::domain::queue::AfterFacts::default(),
    }
}

pub(super) fn date(state: BookingState, on: &str) -> BookingFacts {
    let held_until = (state == BookingState::Held).then(|| day("2026-12-01"));
    BookingFacts {
        id: 5,
        state,
        day: day(on),
        held_until,
        words: "10:00-13:00 online".to_owned(),
        away: None,
    }
}

fn rows(facts: &CaseFacts) -> Vec<Attention> {
    let england = WorkingDays::england();
    let rows = attention(facts, &england, &england);
    for row in &rows {
        assert!(row.reason.chars().count() <= 41, "{}", row.reason);
        assert!(row.step.chars().count() <= 12, "{}", row.step);
        assert_eq!(Why::from_code(&row.why.code()), Some(row.why));
    }
    rows
}

/// The one row that is there for this reason, if any.
pub(super) fn row(facts: &CaseFacts, why: Why) -> Option<Attention> {
    let mut found = rows(facts).into_iter().filter(|row| row.why == why);
    let first = found.next();
    assert!(found.next().is_none(), "{why:?} twice");
    first
}

/// What a row tells: group, first day it is seen, day it is sorted by, reason and step.
type Told = (Group, String, String, String, &'static str);

fn told(row: Option<Attention>) -> Option<Told> {
    row.map(|r| (r.group, r.show_from.to_string(), r.due.to_string(), r.reason, r.step))
}

fn line(group: Group, seen: &str, due: &str, reason: &str, step: &'static str) -> Told {
    (group, seen.to_owned(), due.to_owned(), reason.to_owned(), step)
}

#[test]
fn queue_1_a_booking_in_doubt_is_the_first_thing_of_all() {
    assert_eq!(Group::ALL.into_iter().min(), Some(Group::InDoubt));
    assert!(Group::ALL.is_sorted(), "the groups stand in the order of the harm done");
    for state in BookingState::ALL {
        for at in STATES {
            let mut facts = case(YES, Some(Answer::PulledOut));
            (facts.state, facts.bookings) = (at, vec![date(state, "2026-12-02")]);
            let said = "In doubt Wed 2 Dec: LA pulled out";
            let meant = Some(line(Group::InDoubt, TODAY, "2026-12-02", said, "Settle"));
            let found = row(&facts, Why::InDoubt);
            assert!(found.as_ref().is_none_or(|row| row.booking == Some(5)));
            assert_eq!(told(found), meant.filter(|_| state == BookingState::InDoubt), "{state:?} {at:?}");
        }
    }
}

#[test]
fn queue_1_the_light_going_out_puts_a_booking_in_doubt() {
    for (authority, consent, state, booked, held) in [
        (YES, ConsentStanding::Ok, CaseState::Open, BookingState::Booked, BookingState::Held),
        (None, ConsentStanding::Ok, CaseState::Open, BookingState::InDoubt, BookingState::Held),
        (YES, ConsentStanding::Withdrawn, CaseState::Open, BookingState::InDoubt, BookingState::LetGo),
        (YES, ConsentStanding::Ok, CaseState::Closed, BookingState::InDoubt, BookingState::Held),
    ] {
        let mut facts = CaseFacts { consent, state, ..case(YES, authority) };
        facts.bookings = [BookingState::Booked, BookingState::Held, BookingState::Met]
            .map(|state| date(state, "2026-12-02"))
            .into();
        facts.settle_bookings();
        let now: Vec<BookingState> = facts.bookings.iter().map(|b| b.state).collect();
        assert_eq!(now, [booked, held, BookingState::Met], "{authority:?} {consent:?} {state:?}");
    }
}

#[test]
fn queue_2_a_withdrawn_consent_waits_for_a_decision() {
    for state in STATES {
        let facts = CaseFacts { consent: ConsentStanding::Withdrawn, state, ..case(YES, YES) };
        let meant = Some(line(Group::Now, TODAY, TODAY, "Consent withdrawn: keep or erase?", "Decide"));
        let meant = meant.filter(|_| state != CaseState::Erased);
        assert_eq!(told(row(&facts, Why::Withdrawn)), meant, "{state:?}");
        assert!(rows(&facts).len() <= 1, "nothing else is done about the case: {state:?}");
    }
    for consent in [ConsentStanding::NotAsked, ConsentStanding::ToCheck, ConsentStanding::Ok] {
        assert_eq!(row(&CaseFacts { consent, ..case(YES, YES) }, Why::Withdrawn), None, "{consent:?}");
    }
}

#[test]
fn queue_3_the_authority_is_told_and_the_30_days_begin_that_day() {
    let mut facts = case(YES, None);
    facts.steps = vec![StepFacts::new(9, StepKind::TellLa, day("2026-11-25"))];
    let meant = Some(line(
        Group::Now,
        "2026-11-25",
        "2026-11-25",
        "LA not told yet: the 30 days wait for it",
        "Ring LA",
    ));
    assert_eq!(told(row(&facts, Why::Step(StepKind::TellLa))), meant);
    assert_eq!(row(&facts, Why::ThirtyDays), None, "they wait for it");
    facts.la_informed = Some(day("2026-11-25"));
    assert_eq!(row(&facts, Why::ThirtyDays).unwrap().due, day("2026-12-25"));
}

#[test]
fn queue_4_the_familys_two_months_for_their_last_14_days() {
    assert_eq!(TWO_MONTHS_SHOWN, 14);
    let meant =
        Some(line(Group::Now, "2026-12-19", "2027-01-02", "Family's 2 months end Sat 2 Jan", "Ring family"));
    assert_eq!(told(row(&case(None, None), Why::TwoMonths)), meant);
    for answer in Answer::ALL {
        assert_eq!(
            row(&case(Some(answer), None), Why::TwoMonths),
            None,
            "{answer:?}: they have contacted us"
        );
    }
    let voluntary = CaseFacts { route: Route::DisagreementResolution, ..case(None, None) };
    assert_eq!(row(&voluntary, Why::TwoMonths), None, "there are none");
    let unknown = CaseFacts { letter: DayReading::Unread, ..case(None, None) };
    assert_eq!(row(&unknown, Why::TwoMonths), None, "an unknown letter starts no clock");
    let vague = DayReading::about(day("2026-11-01"), day("2026-11-10"));
    let found = row(&CaseFacts { letter: vague, ..case(None, None) }, Why::TwoMonths).unwrap();
    assert_eq!(found.reason, "Family's 2 months end about Fri 1 Jan");
}

#[test]
fn queue_5_the_30_days_for_their_last_7_until_a_date_is_booked() {
    assert_eq!(THIRTY_DAYS_SHOWN, 7);
    let mut facts = CaseFacts { la_informed: Some(day("2026-11-19")), ..case(YES, YES) };
    let meant = Some(line(
        Group::Now,
        "2026-12-12",
        "2026-12-19",
        "30 days end Sat 19 Dec, no date yet",
        "Offer dates",
    ));
    assert_eq!(told(row(&facts, Why::ThirtyDays)), meant);
    let said = |on| Why::ThirtyDays.said("30 days end Sat 19 Dec, no date yet", day("2026-12-19"), day(on));
    assert_eq!(said("2026-12-19"), "30 days end Sat 19 Dec, no date yet");
    assert_eq!(said("2026-12-20"), "30 days ran out Sat 19 Dec, no date yet");
    for state in BookingState::ALL {
        facts.bookings = vec![date(state, "2026-12-02")];
        let dated = matches!(state, BookingState::Booked | BookingState::InDoubt | BookingState::Met);
        assert_eq!(row(&facts, Why::ThirtyDays).is_none(), dated, "{state:?}");
    }
    facts.bookings = vec![date(BookingState::Held, "2026-12-30")];
    let held = |facts: &CaseFacts| {
        let row = row(facts, Why::ThirtyDays).unwrap();
        (row.reason, row.step, row.party)
    };
    let reason = "30 days 19 Dec; held 30 Dec until 1 Dec".to_owned();
    assert_eq!(held(&facts), (reason.clone(), "Offer dates", None));
    facts.parties[1].standing.answer = None;
    assert_eq!(held(&facts), (reason, "Ring LA", Some(3)));
    // A family that said no has no 30 days.
    for no in [Answer::NotWilling, Answer::PulledOut] {
        facts.parties[0].standing.answer = Some(no);
        assert_eq!(row(&facts, Why::ThirtyDays), None);
    }
}

#[test]
fn queue_6_who_was_asked_is_chased_and_who_said_no_is_looked_at() {
    for (kind, who, step) in [
        (PartyKind::LocalAuthority, "LA", "Ring LA"),
        (PartyKind::School, "School", "Ring school"),
        (PartyKind::Provider, "Provider", "Ring them"),
        (PartyKind::Health, "Health", "Ring them"),
        (PartyKind::Other, "Other", "Ring them"),
    ] {
        let mut facts = case(YES, None);
        let other = &mut facts.parties[1];
        other.standing.kind = kind;
        other.chase = Some(day("2026-11-26"));
        let reason = format!("{who} not asked yet");
        let meant = |reason: &str| Some(line(Group::Chase, "2026-11-26", "2026-11-26", reason, step));
        assert_eq!(told(row(&facts, Why::Chase)), meant(&reason));
        facts.parties[1].asked = Some(day("2026-11-23"));
        let reason = format!("{who} asked Mon 23 Nov, no answer");
        assert_eq!(told(row(&facts, Why::Chase)), meant(&reason));
        for (answer, said) in [(Answer::NotWilling, "said no"), (Answer::PulledOut, "pulled out")] {
            facts.parties[1].standing.answer = Some(answer);
            facts.parties[1].answered = Some(day("2026-11-24"));
            let reason = format!("{who} {said} Tue 24 Nov");
            assert_eq!(
                told(row(&facts, Why::SaidNo)),
                Some(line(Group::Chase, TODAY, TODAY, &reason, "Look"))
            );
            assert_eq!(row(&facts, Why::Chase), None, "a no is not chased");
        }
    }
}

#[test]
fn queue_6_only_who_is_needed_is_looked_at_and_who_was_dropped_is_left_alone() {
    for needed in [Needed::Needed, Needed::Invited, Needed::Dropped] {
        let mut facts = case(YES, None);
        facts.parties[1].standing.needed = needed;
        facts.parties[1].chase = Some(day("2026-11-26"));
        assert_eq!(row(&facts, Why::Chase).is_some(), needed != Needed::Dropped, "{needed:?}");
        facts.parties[1].standing.answer = Some(Answer::NotWilling);
        facts.parties[1].answered = Some(day(TODAY));
        assert_eq!(row(&facts, Why::SaidNo).is_some(), needed == Needed::Needed, "{needed:?}");
    }
}

#[test]
fn queue_7_a_promised_step_is_seen_on_its_day() {
    for what in StepKind::ALL.into_iter().filter(|what| *what != StepKind::Promise) {
        let mut facts = case(YES, YES);
        facts.steps = vec![StepFacts::new(9, what, day("2026-12-03"))];
        let off =
            matches!(what, StepKind::TellFamilyOff | StepKind::TellOtherSideOff | StepKind::TellMediatorOff);
        let clock = off || matches!(what, StepKind::TellLa | StepKind::Certificate);
        let group = if clock { Group::Now } else { Group::Chase };
        let meant = Some(line(group, "2026-12-03", "2026-12-03", what.reason(), what.label()));
        assert_eq!(told(row(&facts, Why::Step(what))), meant, "{what:?}");
        assert_eq!(StepKind::from_code(what.code()), Some(what));
    }
}

#[test]
fn queue_8_a_hold_is_listed_the_day_before_it_is_let_go() {
    for (until, seen, said) in [
        ("2026-12-01", "2026-11-30", "Hold Mon 21 Dec let go Tue 1 Dec"),
        ("2026-12-07", "2026-12-04", "Hold Mon 21 Dec let go Mon 7 Dec"),
    ] {
        for (answer, step) in [(None, "Ring LA"), (YES, "Offer dates"), (Some(Answer::NotWilling), "Look")] {
            let mut facts = case(YES, answer);
            facts.bookings =
                vec![BookingFacts { held_until: Some(day(until)), ..date(BookingState::Held, "2026-12-21") }];
            let meant = Some(line(Group::Chase, seen, until, said, step));
            assert_eq!(told(row(&facts, Why::HoldEnds)), meant, "the working day before");
        }
    }
}

#[test]
fn queue_9_everybody_willing_and_no_date_is_ready_to_book() {
    let meant = Some(line(
        Group::Ready,
        "2026-11-20",
        "2026-11-20",
        "Both sides willing since Fri 20 Nov",
        "Offer dates",
    ));
    assert_eq!(told(row(&case(YES, YES), Why::Ready)), meant);
    for (hers, theirs) in Answer::ALL.into_iter().flat_map(|a| Answer::ALL.map(|b| (a, b))) {
        let ready = row(&case(Some(hers), Some(theirs)), Why::Ready).is_some();
        assert_eq!(ready, hers.is_willing() && theirs.is_willing(), "{hers:?} {theirs:?}");
    }
    for state in BookingState::ALL {
        let mut facts = case(YES, YES);
        facts.bookings = vec![date(state, "2026-12-02")];
        let dated = matches!(state, BookingState::Booked | BookingState::InDoubt | BookingState::Met);
        assert_eq!(row(&facts, Why::Ready).is_none(), dated, "{state:?}");
    }
}

#[test]
fn queue_10_a_meeting_on_its_day_and_after_it_until_somebody_says() {
    for state in BookingState::ALL {
        let mut facts = case(YES, YES);
        facts.bookings = vec![date(state, "2026-12-02")];
        let booked = |meant: Option<_>| meant.filter(|_| state == BookingState::Booked);
        let on_the_day =
            Some(line(Group::Meetings, "2026-12-02", "2026-12-02", "10:00-13:00 online", "Outcome"));
        assert_eq!(told(row(&facts, Why::Meeting)), booked(on_the_day), "{state:?}");
        let after =
            Some(line(Group::Now, "2026-12-03", "2026-12-02", "Meeting Wed 2 Dec: was it held?", "Outcome"));
        assert_eq!(told(row(&facts, Why::WasItHeld)), booked(after), "{state:?}");
    }
}

#[test]
fn queue_11_ten_quiet_working_days_bring_a_case_up() {
    assert_eq!(QUIET_AFTER, 10);
    for (touched, seen, said) in [
        (TODAY, "2026-12-08", "Nothing since Tue 24 Nov"),
        ("2026-12-18", "2027-01-06", "Nothing since Fri 18 Dec"),
    ] {
        let facts = CaseFacts { touched: day(touched), ..case(YES, None) };
        assert_eq!(told(row(&facts, Why::Quiet)), Some(line(Group::Chase, seen, seen, said, "Open")));
    }
}

#[test]
fn queue_12_an_open_case_always_has_a_row() {
    let answers = || Answer::ALL.into_iter().map(Some).chain([None]);
    let mut seen = 0;
    for consent in [ConsentStanding::Ok, ConsentStanding::ToCheck, ConsentStanding::Withdrawn] {
        for (hers, theirs) in answers().flat_map(|a| answers().map(move |b| (a, b))) {
            for booking in BookingState::ALL.into_iter().map(Some).chain([None]) {
                let mut facts = CaseFacts { consent, ..case(hers, theirs) };
                facts.bookings = booking.map(|state| date(state, "2026-12-02")).into_iter().collect();
                assert!(!rows(&facts).is_empty(), "{facts:?}");
                for state in [CaseState::InCall, CaseState::Closed, CaseState::Erased] {
                    let quiet = row(&CaseFacts { state, ..facts.clone() }, Why::Quiet);
                    assert_eq!(quiet, None, "a case that is not open does not come up by itself");
                }
                seen += 1;
            }
        }
    }
    assert_eq!(seen, 3 * 49 * 9);
}

#[test]
fn queue_12_a_needed_party_nobody_has_asked_is_rung_where_nothing_else_is_waited_for() {
    let next = WorkingDays::england().add(day(TODAY), 1);
    let asked =
        |facts: &CaseFacts| row(facts, Why::Chase).map(|row| (row.party, row.step, row.show_from.day));
    assert_eq!(asked(&case(None, None)), Some((Some(2), "Ring family", next)));
    assert_eq!(asked(&case(Some(Answer::Willing), None)), Some((Some(3), "Ring LA", next)));
    let steps = vec![StepFacts::new(7, StepKind::CheckParent, day(TODAY))];
    assert_eq!(asked(&CaseFacts { steps, ..case(None, None) }), None, "the parent is rung first");
    let mut waits = case(Some(Answer::Willing), None);
    (waits.parties[1].asked, waits.parties[1].chase) = (Some(day(TODAY)), Some(day("2026-11-27")));
    assert_eq!(asked(&waits), Some((Some(3), "Ring LA", day("2026-11-27"))), "asked: its own chase");
    let last = rows(&case(None, None)).pop().map(|row| row.why);
    assert_eq!(last, Some(Why::Quiet), "what has a day of its own comes before it");
}

#[test]
fn queue_27_two_values_for_one_field_wait_for_a_choice() {
    let clash = mediation_line::domain::queue::ClashFacts {
        id: 9,
        field: mediation_line::domain::detail::Detail::School.into(),
        staff: "Tom".to_owned(),
        day: day(TODAY),
    };
    let facts = CaseFacts { clashes: vec![clash], ..case(YES, None) };
    let said = "Two values for School: choose";
    assert_eq!(told(row(&facts, Why::TwoValues)), Some(line(Group::Chase, TODAY, TODAY, said, "Choose")));
    assert_eq!(row(&case(YES, None), Why::TwoValues), None);
}
