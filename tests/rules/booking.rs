//! Holding and booking, by the worked examples. Today is Tuesday 24 November 2026.

use super::day;
use mediation_line::domain::booking::{
    self, Asked, HOLDS, STEPS, Told, WITHOUT_A_MEDIATOR, Warning, hold_until, may_be_over, may_book,
    may_confirm, may_hold, promised, warnings,
};
use mediation_line::domain::consent::ConsentStanding;
use mediation_line::domain::queue::{BookingFacts, BookingState, CaseFacts, CaseState, PartyFacts, StepKind};
use mediation_line::domain::refusal::Refusal;
use mediation_line::domain::slot::{Mediator, Slot};
use mediation_line::domain::subject::Route;
use mediation_line::domain::typed_day::DayReading;
use mediation_line::domain::willingness::{Answer, Needed, PartyKind, Side, Standing};
use mediation_line::domain::working_days::WorkingDays;

const TODAY: &str = "2026-11-24";

fn party(id: i64, kind: PartyKind, side: Side, answer: Option<Answer>) -> PartyFacts {
    let standing = Standing { kind, side, needed: Needed::Needed, answer };
    PartyFacts { id, standing, answered: None, asked: None, spoken: None, chase: None, chases: 0 }
}

fn case(authority: Option<Answer>) -> CaseFacts {
    CaseFacts {
        clashes: vec![],
        id: 1,
        rev: 1,
        state: CaseState::Open,
        route: Route::Statutory,
        consent: ConsentStanding::Ok,
        letter: DayReading::Day(day("2026-11-02")),
        la_informed: Some(day("2026-11-19")),
        touched: day(TODAY),
        parties: vec![
            party(2, PartyKind::Family, Side::Family, Some(Answer::Willing)),
            party(3, PartyKind::LocalAuthority, Side::OtherSide, authority),
        ],
        bookings: vec![],
        steps: vec![],
        snoozes: vec![],
        after: mediation_line::domain::queue::AfterFacts::default(),
    }
}

fn date(id: i64, state: BookingState, until: &str) -> BookingFacts {
    let held_until = (state == BookingState::Held).then(|| day(until));
    BookingFacts { id, state, day: day("2026-12-02"), held_until, words: String::new(), away: None }
}

fn ruth() -> Mediator {
    Mediator {
        id: 9,
        name: "Ruth Adeyemi".into(),
        accredited: true,
        sen_trained: true,
        offers: "online".into(),
        areas: String::new(),
        per_week: 0,
        working: true,
        usual: [None; 5],
        away: vec![],
        extra: vec![],
    }
}

/// The sentences for a date in December.
fn sentences(
    date: &str,
    change: impl Fn(&mut Mediator),
    needs: &str,
    decides: &str,
    agreed: bool,
) -> Vec<String> {
    let mut mediator = ruth();
    change(&mut mediator);
    let deciding = [(PartyKind::LocalAuthority, decides.to_owned())];
    let asked = Asked {
        slot: Slot { day: day(date), start: 40, length: 12 },
        mediator: &mediator,
        short_notice_agreed: agreed,
        deciding: &deciding,
        needs,
    };
    let law = WorkingDays::england();
    let out = warnings(&asked, &case(Some(Answer::Willing)), day(TODAY), &law);
    out.iter().map(Warning::sentence).inspect(|said| assert!(said.chars().count() <= 78, "{said}")).collect()
}

#[test]
fn booking_1_a_hold_needs_consent_and_there_are_at_most_three() {
    let today = day(TODAY);
    let mut facts = case(None);
    assert_eq!(may_hold(&facts, today), Ok(()));
    for id in 0..HOLDS as i64 {
        assert_eq!(may_hold(&facts, today), Ok(()));
        facts.bookings.push(date(id, BookingState::Held, TODAY));
    }
    assert_eq!(may_hold(&facts, today), Err(Refusal::ThreeHolds));
    assert_eq!(may_hold(&facts, day("2026-11-25")), Ok(()), "they have lapsed");
    for (state, consent) in [
        (CaseState::Open, ConsentStanding::Withdrawn),
        (CaseState::Open, ConsentStanding::NotAsked),
        (CaseState::InCall, ConsentStanding::Ok),
        (CaseState::Closed, ConsentStanding::Ok),
        (CaseState::Erased, ConsentStanding::Ok),
    ] {
        assert_eq!(may_hold(&CaseFacts { state, consent, ..case(None) }, today), Err(Refusal::NoConsent));
    }
    assert_eq!(may_hold(&CaseFacts { consent: ConsentStanding::ToCheck, ..case(None) }, today), Ok(()));
}

#[test]
fn booking_2_a_hold_stands_for_five_working_days() {
    let office = WorkingDays::england();
    for (today, until) in [(TODAY, "2026-12-01"), ("2026-12-21", "2026-12-30"), ("2026-11-21", "2026-11-27")]
    {
        assert_eq!(hold_until(day(today), &office), day(until), "{today}");
    }
}

#[test]
fn booking_3_only_with_the_light_and_what_is_missing_is_named() {
    let office = WorkingDays::england();
    let book = |facts: &CaseFacts| may_book(facts, None, day(TODAY), &office).map_err(|no| no.to_string());
    let holds = "F9 holds it until Tue 1 Dec.";
    for (answer, said) in [
        (None, format!("Not booked. The LA has not said yes yet. {holds}")),
        (Some(Answer::NotWilling), format!("Not booked. The LA said no. {holds}")),
        (Some(Answer::PulledOut), format!("Not booked. The LA pulled out. {holds}")),
    ] {
        assert_eq!(book(&case(answer)), Err(said));
    }
    for yes in [Answer::Willing, Answer::WillingBut] {
        assert_eq!(book(&case(Some(yes))), Ok(()));
    }
    let mut full = case(None);
    full.bookings = (0..3).map(|id| date(id, BookingState::Held, "2026-12-01")).collect();
    assert_eq!(book(&full), Err("Not booked. The LA has not said yes yet.".into()), "a fourth hold is none");
    full.consent = ConsentStanding::Withdrawn;
    assert_eq!(book(&full), Err(Refusal::NoConsent.to_string()));
}

#[test]
fn booking_4_one_booked_date_at_a_time() {
    let office = WorkingDays::england();
    let mut facts = case(Some(Answer::Willing));
    for (state, free) in [
        (BookingState::Held, true),
        (BookingState::Booked, false),
        (BookingState::InDoubt, false),
        (BookingState::Met, true),
        (BookingState::CalledOff, true),
        (BookingState::Moved, true),
    ] {
        facts.bookings = vec![date(5, state, "2026-12-01")];
        assert_eq!(may_book(&facts, None, day(TODAY), &office).is_ok(), free, "{state:?}");
        assert!(may_book(&facts, Some(5), day(TODAY), &office).is_ok(), "moving {state:?}");
    }
}

#[test]
fn booking_5_doubt_ends_only_when_the_light_is_back() {
    assert_eq!(may_confirm(&case(Some(Answer::WillingBut))), Ok(()));
    let said = may_confirm(&case(Some(Answer::PulledOut))).unwrap_err();
    assert_eq!(said.to_string(), "Not booked. The LA pulled out.");
}

#[test]
fn booking_6_short_notice_is_warned_of_with_its_number() {
    let warned = |date, agreed| sentences(date, |_| {}, "", "J. Whitlock, can agree", agreed);
    assert!(warned("2026-12-02", false).is_empty(), "five clear working days");
    assert_eq!(
        warned("2026-12-01", false),
        ["4 clear working days' notice, 5 are needed. Space if the family agrees."]
    );
    assert_eq!(
        warned("2026-11-26", false),
        ["1 clear working day's notice, 5 are needed. Space if the family agrees."]
    );
    assert!(warned("2026-12-01", true).is_empty(), "the family agreed");
}

#[test]
fn booking_7_after_the_30_days_is_warned_of_with_its_number() {
    let warned = |date| sentences(date, |_| {}, "", "J. Whitlock", false);
    assert!(warned("2026-12-18").is_empty());
    assert_eq!(warned("2026-12-21"), ["The 30 days end Sat 19 Dec, 2 days before this."]);
    let facts = CaseFacts { la_informed: None, ..case(None) };
    assert_eq!(booking::thirty_days_end(&facts), None, "they have not begun");
}

#[test]
fn booking_8_nobody_who_can_decide_is_warned_of() {
    let warned = sentences("2026-12-02", |_| {}, "", " ", false);
    assert_eq!(warned, ["Nobody is named who can decide for the LA."]);
    let facts = case(None);
    assert_eq!(booking::deciders(&facts).collect::<Vec<_>>(), [(3, PartyKind::LocalAuthority)]);
}

#[test]
fn booking_9_what_the_mediator_lacks_is_warned_of() {
    let warned =
        |change: fn(&mut Mediator), needs| sentences("2026-12-02", change, needs, "J. Whitlock", false);
    assert_eq!(warned(|m| m.accredited = false, ""), ["Ruth Adeyemi is not marked as accredited."]);
    assert_eq!(warned(|m| m.sen_trained = false, ""), ["Ruth Adeyemi is not marked as trained for SEN."]);
    assert_eq!(warned(|_| {}, "BSL, quiet room"), ["Ruth Adeyemi does not offer BSL, which was asked for."]);
    assert!(warned(|m| m.offers = "online, bsl".into(), "b.s.l. or BSL").is_empty());
}

#[test]
fn booking_10_who_was_not_told_is_told_and_everyone_is_reminded() {
    let office = WorkingDays::england();
    let today = day(TODAY);
    let all = |told, date| promised(day(date), told, today, &office);
    assert_eq!(
        all(Told { family: true, other_side: false, has_needs: false }, "2026-12-02"),
        [
            (StepKind::TellOtherSideDate, today),
            (StepKind::TellMediator, today),
            (StepKind::Remind, day("2026-11-30")),
        ]
    );
    let steps = all(Told { has_needs: true, ..Told::default() }, "2026-11-25");
    assert_eq!(steps.len(), STEPS.len() - WITHOUT_A_MEDIATOR.len());
    assert!(steps.iter().all(|(step, due)| STEPS.contains(step) && *due == today), "never in the past");
    assert_eq!(all(Told::default(), "2026-12-30")[3], (StepKind::Remind, day("2026-12-24")));
}

#[test]
fn booking_12_all_but_who_called_it_off_are_told() {
    use mediation_line::domain::outcome::ByWhom;
    let all = [StepKind::TellFamilyOff, StepKind::TellOtherSideOff, StepKind::TellMediatorOff];
    assert_eq!(booking::off(ByWhom::Office), all);
    for (at, by) in [ByWhom::Family, ByWhom::OtherSide, ByWhom::Mediator].into_iter().enumerate() {
        let mut told = all.to_vec();
        told.remove(at);
        assert_eq!(booking::off(by), told, "{by:?}");
    }
    assert!(all.iter().all(|step| !STEPS.contains(step)), "they stay when the date has gone");
}

#[test]
fn booking_11_held_or_not_is_said_on_the_day_or_after() {
    assert_eq!(may_be_over(day("2026-12-02"), day("2026-12-01")), Err(Refusal::NotYet("Wed 2 Dec".into())));
    assert_eq!(may_be_over(day("2026-12-02"), day("2026-12-02")), Ok(()));
    assert_eq!(may_be_over(day("2026-12-02"), day("2027-01-02")), Ok(()));
}
