//! What ended a clock.

use chrono::NaiveDate;

use super::day;
use super::missed::{booked, case};
use mediation_line::domain::certificate::{CertificateState, Ground};
use mediation_line::domain::consent::ConsentStanding;
use mediation_line::domain::deadline::{ClockKind, Known};
use mediation_line::domain::queue::{
    BookingState, CaseFacts, CertificateFacts, Ended, StepFacts, StepKind, ended,
};
use mediation_line::domain::typed_day::DayReading;
use mediation_line::domain::willingness::Answer;

/// A family, and what it answered on 24 November 2026; the parent is still to be reached.
fn family(answer: Option<Answer>) -> CaseFacts {
    let mut facts = CaseFacts { consent: ConsentStanding::ToCheck, ..case() };
    facts.parties[0].standing.answer = answer;
    facts.parties[0].answered = answer.map(|_| day("2026-11-24"));
    facts
}

/// A willing family with a date on 1 December.
fn dated(state: BookingState) -> CaseFacts {
    CaseFacts { bookings: booked(state, "2026-12-01"), ..family(Some(Answer::Willing)) }
}

fn said(facts: &CaseFacts, kind: ClockKind) -> Option<(&'static str, Option<NaiveDate>)> {
    ended(facts, &facts.known(), kind).map(|Ended { how, on }| (how, on))
}

#[test]
fn ended_1_the_two_months_by_any_answer_of_the_family() {
    assert_eq!(said(&family(None), ClockKind::ContactAdviser), None, "nobody has answered");
    for answer in [Answer::Willing, Answer::NotWilling] {
        assert_eq!(
            said(&family(Some(answer)), ClockKind::ContactAdviser),
            Some(("answered", Some(day("2026-11-24")))),
            "{answer:?}"
        );
    }
}

#[test]
fn ended_2_the_30_days_by_a_meeting_or_a_no_of_the_family() {
    assert_eq!(said(&dated(BookingState::Booked), ClockKind::Meeting), None, "booked is not held");
    assert_eq!(said(&dated(BookingState::Met), ClockKind::Meeting), Some(("held", Some(day("2026-12-01")))));
    assert_eq!(said(&family(Some(Answer::NotWilling)), ClockKind::Meeting), Some(("not wanted", None)));
}

#[test]
fn ended_3_the_days_of_notice_when_no_step_to_tell_is_open() {
    let mut facts = dated(BookingState::Booked);
    assert_eq!(said(&facts, ClockKind::Notice), Some(("told", None)));
    facts.steps.push(StepFacts::new(7, StepKind::TellFamilyDate, day("2026-11-25")));
    assert_eq!(said(&facts, ClockKind::Notice), None, "the family is still to be told");
}

#[test]
fn ended_3_of_a_date_in_doubt_only_what_was_told_as_it_was_booked() {
    let facts = dated(BookingState::InDoubt);
    assert_eq!(said(&facts, ClockKind::Notice), None, "its step may have been dropped");
    let known = Known { told: DayReading::Day(day("2026-11-24")), ..facts.known() };
    assert_eq!(ended(&facts, &known, ClockKind::Notice), Some(Ended { how: "told", on: None }));
}

#[test]
fn ended_4_a_certificate_by_the_last_word_on_its_ground() {
    let certificate = |state, sent: Option<&str>| CertificateFacts {
        id: 9,
        ground: Ground::Declined,
        event: day("2026-11-24"),
        state,
        sent: sent.map(day),
    };
    let kind = ClockKind::CertificateAfterDecline;
    let mut facts = family(Some(Answer::NotWilling));
    assert_eq!(said(&facts, kind), None, "none is recorded");
    facts.after.certificates.push(certificate(CertificateState::Sent, Some("2026-11-25")));
    assert_eq!(said(&facts, kind), Some(("sent", Some(day("2026-11-25")))));
    assert_eq!(said(&facts, ClockKind::CertificateAfterMeeting), None, "another ground");
    facts.after.certificates.push(certificate(CertificateState::Due, None));
    assert_eq!(said(&facts, kind), None, "another one is due");
    facts.after.certificates.push(certificate(CertificateState::NotWanted, None));
    assert_eq!(said(&facts, kind), Some(("not wanted", None)));
}

#[test]
fn ended_5_the_privacy_notice_when_the_parent_was_reached() {
    let mut facts = family(None);
    assert_eq!(said(&facts, ClockKind::PrivacyNotice), None);
    facts.consent = ConsentStanding::Ok;
    assert_eq!(said(&facts, ClockKind::PrivacyNotice), Some(("told", None)));
}

#[test]
fn ended_6_nobody_ends_the_last_day_to_appeal() {
    let facts = dated(BookingState::Met);
    assert_eq!(said(&facts, ClockKind::Appeal), None);
    assert_eq!(said(&facts, ClockKind::YoungPersonFrom), None);
}

#[test]
fn ended_2_is_told_with_its_day_where_that_is_known() {
    let words = |facts: &CaseFacts| ended(facts, &facts.known(), ClockKind::Meeting).map(Ended::words);
    assert_eq!(words(&dated(BookingState::Met)).as_deref(), Some("held Tue 1 Dec"));
    assert_eq!(words(&family(Some(Answer::NotWilling))).as_deref(), Some("not wanted"));
}
