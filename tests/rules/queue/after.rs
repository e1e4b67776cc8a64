//! Rules 13 to 19: after the meeting, until the case is closed, and long after.

use super::*;
use mediation_line::domain::certificate::{CertificateState, Ground, Need};
use mediation_line::domain::outcome::Outcome;
use mediation_line::domain::queue::{
    ActionFacts, AfterFacts, CertificateFacts, ObjectionFacts, OutcomeFacts,
};
use mediation_line::domain::willingness::{Missing, Objection};

fn met(outcome: Outcome) -> CaseFacts {
    let mut facts = case(YES, YES);
    let state = if outcome.was_held() { BookingState::Met } else { BookingState::DidNotHappen };
    facts.bookings = vec![date(state, "2026-11-19")];
    facts.after.outcomes = vec![OutcomeFacts { booking: 5, outcome, ended: day("2026-11-19") }];
    facts
}

fn certificate(state: CertificateState) -> CertificateFacts {
    CertificateFacts { id: 7, ground: Ground::AfterMeeting, event: day("2026-11-19"), state, sent: None }
}

#[test]
fn queue_13_an_objection_is_settled_first_and_puts_the_light_out() {
    for (kind, said) in [
        (Objection::OtherParent, "Other parent objects, Tue 24 Nov: settle"),
        (Objection::CourtOrder, "Court order, Tue 24 Nov: settle"),
    ] {
        let mut facts = case(YES, YES);
        facts.bookings = vec![date(BookingState::Booked, "2026-12-02")];
        facts.after.objections = vec![ObjectionFacts { id: 8, kind, day: day(TODAY) }];
        assert_eq!(facts.missing(), [Missing::Objection(kind)]);
        let meant = Some(line(Group::InDoubt, TODAY, TODAY, said, "Settle"));
        assert_eq!(told(row(&facts, Why::Objection)), meant);
        facts.settle_bookings();
        assert_eq!(facts.bookings[0].state, BookingState::InDoubt);
    }
}

#[test]
fn queue_14_a_meeting_held_asks_what_came_of_it() {
    let mut facts = met(Outcome::Agreed);
    assert_eq!(row(&facts, Why::Outcome), None);
    facts.after.outcomes.clear();
    let meant =
        Some(line(Group::Now, "2026-11-19", "2026-11-19", "Met Thu 19 Nov: what came of it?", "Outcome"));
    assert_eq!(told(row(&facts, Why::Outcome)), meant);
}

#[test]
fn queue_15_a_certificate_until_it_is_sent_or_not_wanted() {
    for state in [CertificateState::Due, CertificateState::Sent, CertificateState::NotWanted] {
        let mut facts = met(Outcome::NotAgreed);
        facts.after.certificates = vec![certificate(state)];
        let meant = Some(line(Group::Now, "2026-11-19", "2026-11-24", "met Thu 19 Nov", "Certificate"));
        assert_eq!(told(row(&facts, Why::Certificate)), meant.filter(|_| state == CertificateState::Due));
    }
    for (today, said) in [
        ("2026-11-23", "Certificate due Tue 24 Nov"),
        ("2026-11-24", "Certificate due today (met Thu 19 Nov)"),
        ("2026-11-25", "Certificate was due Tue 24 Nov"),
    ] {
        assert_eq!(Why::Certificate.said("met Thu 19 Nov", day("2026-11-24"), day(today)), said);
    }
    for ground in Ground::ALL {
        let reason = format!("{} Wed 25 Nov", ground.event());
        assert!(Why::Certificate.said(&reason, day(TODAY), day(TODAY)).chars().count() <= 46);
    }
}

#[test]
fn queue_16_actions_are_noted_and_each_is_asked_about_on_its_day() {
    for outcome in Outcome::ALL {
        let mut facts = met(outcome);
        let noted = outcome.has_an_agreement();
        assert_eq!(row(&facts, Why::NoteActions).is_some(), noted, "{outcome:?}");
        facts.after.noted = vec![5];
        assert_eq!(row(&facts, Why::NoteActions), None);
        facts.after.actions = vec![ActionFacts { id: 9, due: day("2026-12-03") }];
        let meant = Some(line(
            Group::Chase,
            "2026-12-03",
            "2026-12-03",
            "Agreed for Thu 3 Dec: is it done?",
            "Ask if done",
        ));
        assert_eq!(told(row(&facts, Why::Action)), meant);
    }
}

#[test]
fn queue_17_nothing_left_to_do_asks_to_be_closed() {
    let close = |facts: &CaseFacts| row(facts, Why::Close).is_some();
    let done = met(Outcome::NotAgreed);
    let meant = Some(line(Group::Chase, TODAY, TODAY, "Everything is done: close?", "Close"));
    assert_eq!(told(row(&done, Why::Close)), meant);
    assert!(!close(&met(Outcome::Agreed)), "its actions are not noted");
    for waits in [
        AfterFacts { certificates: vec![certificate(CertificateState::Due)], ..done.after.clone() },
        AfterFacts { actions: vec![ActionFacts { id: 9, due: day(TODAY) }], ..done.after.clone() },
        AfterFacts { outcomes: vec![], ..done.after.clone() },
    ] {
        assert!(!close(&CaseFacts { after: waits, ..done.clone() }));
    }
    let step = vec![StepFacts::new(1, StepKind::RingFamily, day(TODAY))];
    assert!(!close(&CaseFacts { steps: step, ..done.clone() }));
    // The family declined: with the certificate settled, or where none is needed.
    let mut declined = case(Some(Answer::NotWilling), None);
    assert!(!close(&declined) && row(&declined, Why::SaidNo).is_some());
    declined.after.certificates = vec![certificate(CertificateState::Sent)];
    assert!(close(&declined) && row(&declined, Why::SaidNo).is_none(), "what is done is not looked at again");
    declined.after = AfterFacts { need: Need::PlacementOnly, ..AfterFacts::default() };
    assert!(close(&declined));
}

#[test]
fn queue_18_a_meeting_that_did_not_happen_leaves_the_case_where_it_was() {
    assert!(row(&met(Outcome::DidNotHappen), Why::Ready).is_some());
    assert!(row(&met(Outcome::DidNotHappen), Why::Close).is_none());
}

#[test]
fn queue_19_a_closed_case_has_its_review_and_whom_to_tell_that_it_is_off() {
    let mut facts = met(Outcome::Agreed);
    facts.state = CaseState::Closed;
    assert_eq!(rows(&facts), []);
    (facts.after.closed, facts.after.keep_until) = (Some(day(TODAY)), Some(day("2029-11-24")));
    let meant = Some(line(Group::Review, "2029-11-24", "2029-11-24", "Kept 3 years: review", "Review"));
    assert_eq!(told(row(&facts, Why::Review)), meant);
    assert_eq!(rows(&facts).len(), 1);
    // Whoever has not heard that the meeting is off is told; of the other steps nothing is left.
    facts.steps =
        [StepKind::Remind, StepKind::TellFamilyOff].map(|what| StepFacts::new(7, what, day(TODAY))).into();
    let words = "Tell the family the meeting is off";
    let meant = Some(line(Group::Now, TODAY, TODAY, words, "Ring family"));
    assert_eq!(told(row(&facts, Why::Step(StepKind::TellFamilyOff))), meant);
    assert_eq!(rows(&facts).len(), 2);
    facts.state = CaseState::Open;
    assert_eq!(row(&facts, Why::Review), None);
}

#[test]
fn queue_12_an_open_case_always_has_a_row_after_its_meeting_too() {
    let states = [CertificateState::Due, CertificateState::Sent, CertificateState::NotWanted];
    let mut seen = 0;
    for outcome in Outcome::ALL.into_iter().map(Some).chain([None]) {
        for state in states.into_iter().map(Some).chain([None]) {
            for (noted, open, objects, need) in [false, true].into_iter().flat_map(|noted| {
                [false, true].into_iter().flat_map(move |open| {
                    [false, true].into_iter().flat_map(move |objects| {
                        [Need::Needed, Need::PlacementOnly, Need::None]
                            .map(|need| (noted, open, objects, need))
                    })
                })
            }) {
                let mut facts = met(outcome.unwrap_or(Outcome::Agreed));
                if outcome.is_none() {
                    facts.after.outcomes.clear();
                }
                facts.after.need = need;
                facts.after.certificates = state.map(certificate).into_iter().collect();
                facts.after.noted = if noted { vec![5] } else { vec![] };
                facts.after.actions =
                    if open { vec![ActionFacts { id: 9, due: day("2027-01-04") }] } else { vec![] };
                let object = ObjectionFacts { id: 8, kind: Objection::OtherParent, day: day(TODAY) };
                facts.after.objections = if objects { vec![object] } else { vec![] };
                let rows = rows(&facts);
                assert!(rows.iter().any(|row| row.show_from.day <= row.due), "{facts:?}");
                assert!(!rows.is_empty(), "{facts:?}");
                seen += 1;
            }
        }
    }
    assert_eq!(seen, 5 * 4 * 24);
}

#[test]
fn queue_28_a_young_person_is_asked_from_the_day_they_decide() {
    use mediation_line::domain::willingness::PartyKind;
    let mut facts = case(super::YES, None);
    assert_eq!(row(&facts, Why::Decides), None);
    facts.after.decides_from = Some(day("2027-06-26"));
    let found = row(&facts, Why::Decides).unwrap();
    assert_eq!((found.group, found.show_from.day, found.party), (Group::Now, day("2027-06-26"), Some(2)));
    assert_eq!((found.reason.as_str(), found.step), ("Decides from Sat 26 Jun: ask them", "Ring"));
    let on_the_day = Why::Decides.said(&found.reason, found.due, day("2027-06-26"));
    assert_eq!(on_the_day, "From today he or she decides: ask them");
    facts.after.decides_from = Some(day("2029-06-30"));
    assert_eq!(row(&facts, Why::Decides), None, "years away: made by a later write");
    facts.after.decides_from = Some(day("2027-06-26"));
    facts.parties[0].standing.kind = PartyKind::YoungPerson;
    assert_eq!(row(&facts, Why::Decides), None, "the young person is a party");
}

#[test]
fn queue_22_the_last_day_of_an_appeal_until_the_family_was_spoken_to() {
    // The letter of 2 November gives until 4 January, and a certificate of 10 December until 11 January.
    let mut facts = case(Some(Answer::NotWilling), YES);
    assert_eq!(row(&facts, Why::Appeal), None, "a certificate to come brings its own month");
    facts.after.sent = Some(day("2026-12-10"));
    let meant =
        |seen: &str, due: &str, reason: &str| Some(line(Group::Now, seen, due, reason, "Ring family"));
    let of_certificate = meant("2026-12-28", "2027-01-11", "Appeal to arrive by Mon 11 Jan");
    assert_eq!(told(row(&facts, Why::Appeal)), of_certificate);
    assert_eq!(row(&facts, Why::Appeal).unwrap().party, Some(2));
    // A school named alone needs no certificate; disagreement resolution has no appeal.
    facts.after.need = Need::PlacementOnly;
    let of_letter = meant("2026-12-21", "2027-01-04", "Appeal to arrive by Mon 4 Jan");
    assert_eq!(told(row(&facts, Why::Appeal)), of_letter);
    facts.after.need = Need::None;
    assert_eq!(row(&facts, Why::Appeal), None);
    // A vague letter says about; where only the certificate's day is known it does too.
    facts.after.need = Need::Needed;
    facts.letter = DayReading::Unread;
    assert_eq!(row(&facts, Why::Appeal).unwrap().reason, "Appeal to arrive by about Mon 11 Jan");
    // A willing family's day stands for its last 5 days while no certificate was sent, unless a date is booked.
    let mut open = case(YES, YES);
    let last_days = meant("2026-12-30", "2027-01-04", "Appeal by Mon 4 Jan, uncertified");
    assert_eq!(told(row(&open, Why::Appeal)), last_days);
    let said = |on| Why::Appeal.said("Appeal by Mon 4 Jan, uncertified", day("2027-01-04"), day(on));
    assert_eq!(said("2027-01-04"), "Appeal by Mon 4 Jan, uncertified");
    assert_eq!(
        said("2027-01-05"),
        "Uncertified: 2 months ran out Mon 4 Jan",
        "a certificate brings a month more"
    );
    open.bookings = vec![date(BookingState::Booked, "2026-12-02")];
    assert_eq!(row(&open, Why::Appeal), None);
    open.bookings.clear();
    open.after.certificates = vec![certificate(CertificateState::Due)];
    assert_eq!(row(&open, Why::Appeal), None);
    // Spoken to before it is shown does not count; from then on it does.
    for (spoken, seen) in [("2026-12-27", true), ("2026-12-28", false)] {
        facts.parties[0].spoken = Some(day(spoken));
        assert_eq!(row(&facts, Why::Appeal).is_some(), seen, "{spoken}");
    }
    facts.parties[0].spoken = None;
    // A family that never answered and was not reached keeps its row: a message left is no word with them.
    let mut silent = case(None, YES);
    silent.after.need = Need::PlacementOnly;
    silent.touched = day("2027-01-05");
    let of_silent = meant("2026-12-21", "2027-01-04", "Appeal to arrive by Mon 4 Jan");
    assert_eq!(told(row(&silent, Why::Appeal)), of_silent);
    // Past, it says so, whatever is written then; a family that answered after that day has no row.
    let said = |on| Why::Appeal.said("Appeal to arrive by Mon 11 Jan", day("2027-01-11"), day(on));
    assert_eq!(said("2027-01-11"), "Appeal to arrive by Mon 11 Jan");
    assert_eq!(said("2027-01-12"), "Appeal time ran out Mon 11 Jan");
    facts.touched = day("2027-01-20");
    for (answered, seen) in [("2027-01-11", true), ("2027-01-12", false)] {
        facts.parties[0].answered = Some(day(answered));
        assert_eq!(row(&facts, Why::Appeal).is_some(), seen, "{answered}");
    }
}
