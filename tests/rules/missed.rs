//! When a clock counts as missed, and when it does not.

use super::day;
use mediation_line::domain::certificate::{CertificateState, Ground, Need};
use mediation_line::domain::consent::ConsentStanding;
use mediation_line::domain::deadline::{ClockKind, Known, clock};
use mediation_line::domain::outcome::Outcome;
use mediation_line::domain::queue::{
    ActionFacts, AfterFacts, BookingFacts, BookingState, CaseFacts, CaseState, CertificateFacts, Missed,
    OutcomeFacts, PartyFacts, StepFacts, StepKind, missed, still_missed,
};
use mediation_line::domain::subject::Route;
use mediation_line::domain::typed_day::DayReading;
use mediation_line::domain::willingness::{Answer, Needed, PartyKind, Side, Standing};
use mediation_line::domain::working_days::WorkingDays;

/// A family that has not answered, its letter of 15 January 2026: two months end on Sunday 15 March.
pub(super) fn case() -> CaseFacts {
    let standing =
        Standing { kind: PartyKind::Family, side: Side::Family, needed: Needed::Needed, answer: None };
    CaseFacts {
        clashes: vec![],
        id: 1,
        rev: 1,
        state: CaseState::Open,
        route: Route::Statutory,
        consent: ConsentStanding::Ok,
        letter: DayReading::Day(day("2026-01-15")),
        la_informed: None,
        touched: day("2026-02-01"),
        parties: vec![PartyFacts {
            id: 2,
            standing,
            answered: None,
            asked: None,
            spoken: None,
            chase: None,
            chases: 0,
        }],
        bookings: vec![],
        steps: vec![],
        snoozes: vec![],
        after: mediation_line::domain::queue::AfterFacts::default(),
    }
}

/// A family that is willing, the authority told on 23 October 2026: 30 days end on Sunday 22 November.
fn told() -> CaseFacts {
    let mut facts = CaseFacts { la_informed: Some(day("2026-10-23")), ..case() };
    facts.parties[0].standing.answer = Some(Answer::Willing);
    facts
}

pub(super) fn booked(state: BookingState, on: &str) -> Vec<BookingFacts> {
    vec![BookingFacts { id: 5, state, day: day(on), held_until: None, words: String::new(), away: None }]
}

fn found(facts: &CaseFacts, today: &str) -> Vec<(ClockKind, String)> {
    let misses = missed(facts, &facts.known(), &WorkingDays::england(), day(today));
    misses.iter().map(|miss| (miss.kind, miss.act())).collect()
}

#[test]
fn missed_1_two_months_without_a_word_of_the_family() {
    assert_eq!(found(&case(), "2026-03-15"), [], "the last day is not over");
    let words = "2 months ran out Sun 15 Mar, not heard".to_owned();
    assert_eq!(found(&case(), "2026-03-16"), [(ClockKind::ContactAdviser, words)]);
    assert_eq!(found(&told(), "2026-03-16"), [], "they answered");
}

#[test]
fn missed_1_a_family_first_heard_after_the_two_months() {
    let england = WorkingDays::england();
    let with = |on: &str| Known { heard: vec![(day(on), Answer::Willing)], ..told().known() };
    let facts = CaseFacts { la_informed: None, ..told() };
    assert_eq!(missed(&facts, &with("2026-03-15"), &england, day("2026-06-01")), []);
    let due = day("2026-03-15");
    assert_eq!(
        missed(&facts, &with("2026-03-16"), &england, day("2026-06-01")),
        [Missed { kind: ClockKind::ContactAdviser, due }]
    );
}

#[test]
fn missed_9_disagreement_resolution_has_none_of_these_clocks() {
    let steps = vec![StepFacts::new(7, StepKind::TellFamilyDate, day("2026-11-24"))];
    let bookings = booked(BookingState::Booked, "2026-12-01");
    let route = Route::DisagreementResolution;
    let facts = CaseFacts { route, steps, bookings, ..told() };
    assert_eq!(found(&facts, "2026-11-30"), []);
    let silent = CaseFacts { route, ..case() };
    assert_eq!(found(&silent, "2026-03-16"), []);
    let statutory = CaseFacts { route: Route::NotKnown, ..facts };
    assert_eq!(found(&statutory, "2026-11-30").len(), 2, "not known yet: the stricter clocks");
}

#[test]
fn missed_2_an_authority_that_said_no_does_not_end_the_30_days() {
    let mut facts = told();
    let standing = Standing {
        kind: PartyKind::LocalAuthority,
        side: Side::OtherSide,
        needed: Needed::Needed,
        answer: Some(Answer::NotWilling),
    };
    facts.parties.push(PartyFacts { standing, ..facts.parties[0].clone() });
    assert_eq!(found(&facts, "2026-11-23").len(), 1);
}

#[test]
fn missed_7_a_meeting_booked_later_than_its_last_day_of_notice() {
    let england = WorkingDays::england();
    // The fifth working day before is Monday 30 November.
    let facts =
        CaseFacts { bookings: booked(BookingState::Booked, "2026-12-07"), la_informed: None, ..told() };
    let with = |told: &str| Known { told: DayReading::Day(day(told)), ..facts.known() };
    assert_eq!(missed(&facts, &with("2026-11-30"), &england, day("2026-12-07")), []);
    let found = missed(&facts, &with("2026-12-01"), &england, day("2026-12-07"));
    assert_eq!(found, [Missed { kind: ClockKind::Notice, due: day("2026-11-30") }]);
    let agreed = Known { short_notice_agreed: true, ..with("2026-12-01") };
    assert_eq!(missed(&facts, &agreed, &england, day("2026-12-07")), []);
    let called_off = CaseFacts { bookings: vec![], ..facts };
    assert_eq!(still_missed(found.clone(), &called_off, &england), found, "calling it off does not mend it");
}

#[test]
fn missed_2_thirty_days_without_a_meeting() {
    let words = "30 days ran out Sun 22 Nov, no meeting".to_owned();
    assert_eq!(found(&told(), "2026-11-22"), []);
    assert_eq!(found(&told(), "2026-11-23"), [(ClockKind::Meeting, words)]);
    for (state, on, misses) in [
        (BookingState::Met, "2026-11-20", 0),
        (BookingState::Booked, "2026-11-20", 0),
        (BookingState::Met, "2026-11-24", 1),
        (BookingState::Booked, "2026-11-24", 1),
        (BookingState::Held, "2026-11-20", 1),
        (BookingState::DidNotHappen, "2026-11-20", 1),
    ] {
        let facts = CaseFacts { bookings: booked(state, on), ..told() };
        assert_eq!(found(&facts, "2026-11-25").len(), misses, "{state:?} {on}");
    }
    let heard = vec![(day("2026-11-05"), Answer::NotWilling), (day("2026-11-24"), Answer::Willing)];
    let back = Known { heard, letter: DayReading::Unread, ..told().known() };
    assert_eq!(missed(&told(), &back, &WorkingDays::england(), day("2026-11-25")), [], "back after them");
    let heard = vec![(day("2026-11-05"), Answer::NotWilling), (day("2026-11-20"), Answer::Willing)];
    let back = Known { heard, letter: DayReading::Unread, ..told().known() };
    assert_eq!(missed(&told(), &back, &WorkingDays::england(), day("2026-11-25")).len(), 1, "back before");
    let mut no = told();
    no.parties[0].standing.answer = Some(Answer::NotWilling);
    assert_eq!(found(&no, "2026-11-25"), [], "there is no meeting to arrange");
}

#[test]
fn missed_3_a_certificate_that_was_not_sent() {
    let steps = vec![StepFacts::new(7, StepKind::Certificate, day("2026-04-09"))];
    let facts = CaseFacts { steps, letter: DayReading::Unread, ..case() };
    assert_eq!(found(&facts, "2026-04-09"), []);
    assert_eq!(found(&facts, "2026-04-10")[0].0, ClockKind::CertificateAfterDecline);
    let held = CaseFacts { bookings: booked(BookingState::Met, "2026-04-02"), ..facts };
    let words = "3 days ran out Thu 9 Apr, no certificate".to_owned();
    assert_eq!(found(&held, "2026-04-10"), [(ClockKind::CertificateAfterMeeting, words)]);
}

#[test]
fn missed_4_the_privacy_notice_after_a_month() {
    let facts = CaseFacts { consent: ConsentStanding::ToCheck, letter: DayReading::Unread, ..case() };
    let known = Known { referral: DayReading::Day(day("2026-01-31")), ..facts.known() };
    let england = WorkingDays::england();
    assert_eq!(missed(&facts, &known, &england, day("2026-02-28")), []);
    let due = day("2026-02-28");
    assert_eq!(
        missed(&facts, &known, &england, day("2026-03-01")),
        [Missed { kind: ClockKind::PrivacyNotice, due }]
    );
    let checked = CaseFacts { consent: ConsentStanding::Ok, ..facts };
    assert_eq!(missed(&checked, &known, &england, day("2026-03-01")), []);
}

#[test]
fn missed_5_only_open_cases_with_consent_miss_anything() {
    for state in [CaseState::InCall, CaseState::Closed, CaseState::Erased] {
        assert_eq!(found(&CaseFacts { state, ..case() }, "2027-01-01"), []);
    }
    let withdrawn = CaseFacts { consent: ConsentStanding::Withdrawn, ..case() };
    assert_eq!(found(&withdrawn, "2027-01-01"), []);
}

#[test]
fn missed_6_a_vague_day_is_taken_at_its_latest() {
    let letter = DayReading::about(day("2026-01-01"), day("2026-01-31"));
    let facts = CaseFacts { letter, ..case() };
    assert_eq!(found(&facts, "2026-03-31"), []);
    assert_eq!(found(&facts, "2026-04-01").len(), 1);
}

#[test]
fn missed_8_a_corrected_date_takes_the_miss_back() {
    let england = WorkingDays::england();
    let before = missed(&case(), &case().known(), &england, day("2026-04-01"));
    assert_eq!(before.len(), 1);
    let corrected = CaseFacts { letter: DayReading::Day(day("2026-03-15")), ..case() };
    assert_eq!(still_missed(before.clone(), &corrected, &england), []);
    assert_eq!(still_missed(before.clone(), &told(), &england), before, "an answer comes too late");
    let meeting = missed(&told(), &told().known(), &england, day("2026-11-23"));
    assert_eq!(meeting.len(), 1);
    let later = CaseFacts { la_informed: Some(day("2026-10-26")), ..told() };
    assert_eq!(still_missed(meeting, &later, &england), [], "the authority was told later");
}

#[test]
fn missed_3_a_certificate_sent_in_time_and_recorded_late() {
    let certificate = |state, sent| CertificateFacts {
        id: 9,
        ground: Ground::Declined,
        event: day("2026-04-02"),
        state,
        sent,
    };
    let with = |certificate| CaseFacts {
        after: AfterFacts { certificates: vec![certificate], ..AfterFacts::default() },
        letter: DayReading::Unread,
        ..case()
    };
    let england = WorkingDays::england();
    let due = with(certificate(CertificateState::Due, None));
    let before = missed(&due, &due.known(), &england, day("2026-04-13"));
    assert_eq!(before.len(), 1);
    let sent = |on: &str| with(certificate(CertificateState::Sent, Some(day(on))));
    assert_eq!(still_missed(before.clone(), &sent("2026-04-09"), &england), [], "on its last day");
    assert_eq!(still_missed(before.clone(), &sent("2026-04-10"), &england), before);
    let not_wanted = with(certificate(CertificateState::NotWanted, None));
    assert_eq!(still_missed(before.clone(), &not_wanted, &england), before);
}

#[test]
fn missed_10_a_written_miss_is_looked_up_in_the_facts_again() {
    let england = WorkingDays::england();
    let miss = |kind, due: &str| Missed { kind, due: day(due) };
    let contact = miss(ClockKind::ContactAdviser, "2026-03-15");
    let resolution = CaseFacts { route: Route::DisagreementResolution, ..case() };
    let corrected = CaseFacts { letter: DayReading::Day(day("2026-01-16")), ..case() };
    for (facts, none) in [(case(), false), (resolution, true), (corrected, true)] {
        assert_eq!(contact.was_none(&facts, &england), none, "{facts:?}");
    }
    // A meeting of which it was said first that it did not happen.
    let days = miss(ClockKind::Meeting, "2026-11-22");
    for (on, none) in [("2026-11-22", true), ("2026-11-23", false)] {
        let held = CaseFacts { bookings: booked(BookingState::Met, on), ..told() };
        assert_eq!(days.was_none(&held, &england), none, "{on}");
    }
    // And one of which it was said first that it was held: there was nothing to certify.
    let certificate = miss(ClockKind::CertificateAfterMeeting, "2026-04-09");
    for (outcome, none) in [(Outcome::DidNotHappen, true), (Outcome::Agreed, false)] {
        let ended = day("2026-04-02");
        let after = AfterFacts {
            certificates: vec![CertificateFacts {
                id: 9,
                ground: Ground::AfterMeeting,
                event: ended,
                state: CertificateState::NotWanted,
                sent: None,
            }],
            outcomes: vec![OutcomeFacts { booking: 5, outcome, ended }],
            ..AfterFacts::default()
        };
        assert_eq!(certificate.was_none(&CaseFacts { after, ..case() }, &england), none, "{outcome:?}");
    }
    assert_eq!(certificate.none_after_all(), "Not missed after all: 3 days, Thu 9 Apr");
    assert_eq!(days.none_after_all(), "Not missed after all: 30 days, Sun 22 Nov");
}

#[test]
fn missed_11_what_others_owe_is_no_miss_of_the_office() {
    // Every last day is over: the notice to a health body, the appeal after its certificate, an agreed action.
    let after = AfterFacts {
        certificates: vec![CertificateFacts {
            id: 9,
            ground: Ground::AfterMeeting,
            event: day("2026-11-20"),
            state: CertificateState::Sent,
            sent: Some(day("2026-11-20")),
        }],
        actions: vec![ActionFacts { id: 11, due: day("2026-12-04") }],
        ..AfterFacts::default()
    };
    let facts = CaseFacts { after, bookings: booked(BookingState::Met, "2026-11-20"), ..told() };
    let known = Known {
        certificate: DayReading::Day(day("2026-11-20")),
        agreement: DayReading::Day(day("2026-11-20")),
        ..facts.known()
    };
    let england = WorkingDays::england();
    for kind in [ClockKind::HealthNotice, ClockKind::Appeal, ClockKind::AgreedOther] {
        assert!(clock(kind, &known, &england).unwrap().date < day("2027-06-01"), "{kind:?}");
    }
    assert_eq!(missed(&facts, &known, &england, day("2027-06-01")), []);
}

#[test]
fn missed_3_a_certificate_that_is_due() {
    let certificate = |state| CertificateFacts {
        id: 9,
        ground: Ground::Deemed,
        event: day("2026-04-02"),
        state,
        sent: None,
    };
    for (state, misses) in
        [(CertificateState::Due, 1), (CertificateState::Sent, 0), (CertificateState::NotWanted, 0)]
    {
        let after = AfterFacts { certificates: vec![certificate(state)], ..AfterFacts::default() };
        let facts = CaseFacts { after, letter: DayReading::Unread, ..case() };
        assert_eq!(found(&facts, "2026-04-09").len(), 0, "{state:?}");
        let late = found(&facts, "2026-04-10");
        assert_eq!(late.len(), misses, "{state:?}");
        assert!(late.iter().all(|(kind, _)| *kind == ClockKind::CertificateDeemed));
    }
}

#[test]
fn missed_1_a_school_alone_needs_no_contact_in_two_months() {
    let after = AfterFacts { need: Need::PlacementOnly, ..AfterFacts::default() };
    assert_eq!(found(&CaseFacts { after, ..case() }, "2026-03-16"), []);
}

#[test]
fn missed_7_date_and_place_not_told_in_time() {
    let steps = vec![StepFacts::new(7, StepKind::TellFamilyDate, day("2026-11-24"))];
    let facts = CaseFacts { steps, bookings: booked(BookingState::Booked, "2026-12-07"), ..told() };
    let facts = CaseFacts { la_informed: None, ..facts };
    assert_eq!(found(&facts, "2026-11-30"), []);
    let words = "Notice ran out Mon 30 Nov, date not told".to_owned();
    assert_eq!(found(&facts, "2026-12-01"), [(ClockKind::Notice, words)]);
    let agreed = Known { short_notice_agreed: true, ..facts.known() };
    assert_eq!(missed(&facts, &agreed, &WorkingDays::england(), day("2026-12-01")), []);
    assert_eq!(found(&CaseFacts { steps: vec![], ..facts }, "2026-12-01"), [], "they were told");
}
