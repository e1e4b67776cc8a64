//! Willingness, chases, withdrawal and erasing, with the row of the queue after each.

use mediation_line::domain::certificate::Ground;
use mediation_line::domain::detail::Detail;
use mediation_line::domain::queue::{BookingState, StepKind};
use mediation_line::domain::refusal::Refusal;
use mediation_line::domain::subject::Route;
use mediation_line::domain::typed_day::DayReading;
use mediation_line::domain::willingness::{Answer, Missing, Needed, PartyKind};
use mediation_line::store::NotDone;
use mediation_line::store::parties::PartyWrite;

use super::*;
use crate::contract::calendar;

fn chase_of(office: &mut Office, made: &Made) -> Option<chrono::NaiveDate> {
    let facts = office.store.facts(made.case).unwrap();
    facts.parties.iter().find(|party| party.id == made.authority).unwrap().chase
}

#[test]
fn a_chase_fills_itself_one_working_day_after_a_call_and_two_after_an_email() {
    everywhere(|office| {
        let made = office.a_case();
        office.answers_by(&made, made.authority, Answer::Asked, "phone").unwrap();
        assert_eq!(chase_of(office, &made), Some(day("2026-11-25")));
        assert_eq!(office.store.facts(made.case).unwrap().la_informed, Some(day("2026-11-24")));
        office.days_later(1);
        assert_eq!(row_of(office, &made), (Group::Chase, Why::Chase, "Ring LA".into()));
        office.answers_by(&made, made.authority, Answer::Asked, "e-mail").unwrap();
        assert_eq!(chase_of(office, &made), Some(day("2026-11-27")));
        office.days_later(2);
        // Friday: the next working day is Monday.
        office.answers_by(&made, made.authority, Answer::LeftMessage, "phone").unwrap();
        assert_eq!(chase_of(office, &made), Some(day("2026-11-30")));
        office.answers(&made, made.authority, Answer::Willing).unwrap();
        assert_eq!(chase_of(office, &made), None);
        assert_eq!(row_of(office, &made), (Group::Ready, Why::Ready, "Offer dates".into()));
    });
}

#[test]
fn a_chase_typed_by_hand_stands() {
    everywhere(|office| {
        let made = office.a_case();
        let (case, party, key) = (made.case, made.authority, office.id());
        let (what, how, on) = (Answer::Asked, "phone".to_owned(), Some(day("2026-12-08")));
        let no = || "".into();
        office
            .party(&PartyWrite::Answer {
                case,
                party,
                answer: key,
                what,
                person: no(),
                words: no(),
                how,
                chase: on,
            })
            .unwrap();
        assert_eq!(chase_of(office, &made), on);
    });
}

#[test]
fn the_light_is_on_when_both_have_said_yes_and_out_when_one_has_not() {
    everywhere(|office| {
        let made = office.a_case();
        let missing = |office: &mut Office| office.store.facts(made.case).unwrap().missing();
        assert_eq!(missing(office), [Missing::NoAnswer(PartyKind::LocalAuthority)]);
        office.answers(&made, made.authority, Answer::WillingBut).unwrap();
        assert_eq!(missing(office), []);
        office.answers_by(&made, made.authority, Answer::Asked, "phone").unwrap();
        assert_eq!(missing(office), [], "an attempt is not an answer");
        office.answers(&made, made.family, Answer::PulledOut).unwrap();
        assert_eq!(missing(office), [Missing::PulledOut(PartyKind::Family)]);
    });
}

#[test]
fn an_authoritys_no_does_not_end_a_statutory_case_and_may_end_the_other() {
    everywhere(|office| {
        for route in [Route::Statutory, Route::NotKnown, Route::DisagreementResolution] {
            let made = office.a_case_on(route);
            office.answers(&made, made.authority, Answer::NotWilling).unwrap();
            let facts = office.store.facts(made.case).unwrap();
            assert_eq!(facts.state, CaseState::Open);
            let steps: Vec<(StepKind, chrono::NaiveDate)> =
                facts.steps.iter().map(|step| (step.what, step.due)).collect();
            assert!(steps.contains(&(StepKind::TellFamilyNo, day("2026-11-24"))), "{route:?}");
            let due = facts.after.certificate_due().map(|c| (c.ground, c.event));
            let certificate = due == Some((Ground::Deemed, day("2026-11-24")));
            assert_eq!(certificate, route != Route::DisagreementResolution, "{route:?}");
            row_of(office, &made);
        }
    });
}

#[test]
fn a_party_that_becomes_needed_puts_the_light_out_and_dropped_on_again() {
    everywhere(|office| {
        let made = office.a_ready_case();
        let need = |office: &mut Office, needed| {
            let (case, party) = (made.case, made.authority);
            office.party(&PartyWrite::Need { case, party, needed }).unwrap();
            office.store.facts(case).unwrap().missing().is_empty()
        };
        assert!(!need(office, Needed::Invited), "the other side has nobody now");
        assert!(need(office, Needed::Needed));
    });
}

#[test]
fn a_withdrawal_drops_the_chases_and_puts_the_meeting_in_doubt() {
    for act in [ConsentAct::Withdrawn, ConsentAct::Denied] {
        for office in &mut [Office::in_memory(), Office::in_file()] {
            let made = office.a_ready_case();
            calendar::mediator(office, "Ruth Adeyemi");
            calendar::book(office, &made, None, calendar::at("2026-12-10", 10)).unwrap();
            office.answers_by(&made, made.authority, Answer::Asked, "phone").unwrap();
            withdraw(office, &made, act);
            let facts = office.store.facts(made.case).unwrap();
            assert_eq!(facts.bookings[0].state, BookingState::InDoubt);
            assert!(facts.parties.iter().all(|party| party.chase.is_none()));
            assert!(facts.steps.is_empty());
            assert_eq!(row_of(office, &made).0, Group::InDoubt);
            // Locked: nothing more is written.
            let answer = office.answers(&made, made.authority, Answer::Willing);
            assert_eq!(answer, Err(NotDone::Refused(Refusal::Withdrawn)));
            let note = office.id();
            let write = CaseWrite::Note { case: made.case, note, body: "x".into() };
            assert_eq!(office.case(&write), Err(NotDone::Refused(Refusal::Withdrawn)));
            assert_eq!(
                office.store.timeline(made.case, None, 1).unwrap()[0].act,
                match act {
                    ConsentAct::Denied => "Checked with the parent: never agreed",
                    _ => "Consent withdrawn",
                }
            );
        }
    }
}

/// A limit that the same giver adds keeps the day of the consent; a consent after they took it back, or never gave it,
/// is a new one of today.
#[test]
fn a_consent_after_a_no_of_the_same_giver_is_of_its_own_day() {
    for no in [None, Some(ConsentAct::Withdrawn), Some(ConsentAct::Denied)] {
        everywhere(|office| {
            let made = office.a_case();
            let given = |office: &mut Office, given| {
                let (case, record) = (made.case, office.id());
                let none = || "".into();
                let (limits, not_covered, words) = (none(), none(), none());
                let (giver, how, act) = ("mother".into(), "spoken".into(), ConsentAct::Given);
                let write =
                    CaseWrite::Consent { case, record, act, giver, given, how, limits, not_covered, words };
                office.case(&write).unwrap();
                let last = office.store.consents(made.case).unwrap().pop().unwrap();
                (last.given.to_string(), last.given_to)
            };
            let before = ("last week".into(), day("2026-11-20"));
            let was = given(office, Some(before));
            if let Some(act) = no {
                withdraw(office, &made, act);
            }
            office.days_later(3);
            let of_today = ("Fri 27 Nov 2026".to_owned(), day("2026-11-27"));
            assert_eq!(given(office, None), if no.is_some() { of_today } else { was }, "{no:?}");
        });
    }
}

#[test]
fn an_erased_case_is_a_shell_with_its_acts() {
    everywhere(|office| {
        let made = office.a_ready_case();
        withdraw(office, &made, ConsentAct::Withdrawn);
        assert_eq!(row_of(office, &made).1, Why::Withdrawn);
        let number = office.store.head(made.case).unwrap().reference;
        office.case(&CaseWrite::Erase { case: made.case }).unwrap();
        let page = office.store.case_page(made.case).unwrap();
        assert_eq!((page.head.state, page.head.reference), (CaseState::Erased, number));
        assert!(page.details.is_empty() && page.parties.is_empty() && page.consents.is_empty());
        assert!(page.timeline.iter().all(|line| line.words.is_empty()));
        assert!(page.timeline.iter().any(|line| line.act == "Family's details removed"));
        assert!(rows(office).is_empty());
        assert!(office.store.find("achebe", false).unwrap().is_empty());
    });
}

#[test]
fn a_contact_that_another_desk_changed_is_not_overwritten() {
    for office in &mut [Office::in_memory(), Office::in_file()] {
        let made = office.a_case();
        let party = office.store.case_page(made.case).unwrap().parties[0].clone();
        let change = |name: &str| {
            let (known, mut contact) = (party.contact.clone(), party.contact.clone());
            contact.person = name.into();
            PartyWrite::Contact {
                case: made.case,
                party: party.facts.id,
                known: known.into(),
                contact: contact.into(),
            }
        };
        office.party(&change("Chidi Achebe")).unwrap();
        office.party(&change("Somebody Else")).unwrap();
        assert_eq!(&*office.store.case_page(made.case).unwrap().parties[0].contact.person, "Chidi Achebe");
        assert_eq!(office.store.find("chidi", false).unwrap().len(), 1);
        assert_eq!(&*office.store.clashes(made.case).unwrap()[0].typed, "Somebody Else");
    }
}

#[test]
fn a_message_left_with_the_authority_has_told_it_nothing_yet() {
    everywhere(|office| {
        let made = office.a_case();
        let told = |office: &mut Office| {
            let facts = office.store.facts(made.case).unwrap();
            (facts.la_informed, facts.steps.iter().any(|step| step.what == StepKind::TellLa))
        };
        office.answers_by(&made, made.authority, Answer::LeftMessage, "phone").unwrap();
        assert_eq!(told(office), (None, true), "the step stands, and the 30 days wait");
        office.answers_by(&made, made.authority, Answer::Asked, "phone").unwrap();
        assert_eq!(told(office), (Some(day("2026-11-24")), false));
    });
}

#[test]
fn a_no_that_became_a_yes_leaves_no_clock_of_a_certificate() {
    everywhere(|office| {
        let made = office.a_case();
        let declined = |office: &mut Office| {
            let facts = office.store.facts(made.case).unwrap();
            office.store.known(&facts).unwrap().declined
        };
        office.answers(&made, made.family, Answer::NotWilling).unwrap();
        assert_eq!(declined(office), DayReading::Day(day("2026-11-24")));
        office.answers(&made, made.family, Answer::Willing).unwrap();
        assert_eq!(declined(office), DayReading::Unread);
    });
}

#[test]
fn an_age_told_after_the_case_was_opened_is_of_the_day_it_was_told() {
    everywhere(|office| {
        let made = office.a_case();
        office.days_later(297);
        assert_eq!(office.today(), day("2027-09-17"));
        let year_11 = (Detail::Born, "y11".into(), DayReading::YearGroup(11).to_stored().into());
        let write = CaseWrite::Details { case: made.case, details: vec![year_11], known: Vec::new() };
        office.case(&write).unwrap();
        for days in [0, 30] {
            office.days_later(days);
            let after = office.store.facts(made.case).unwrap().after;
            assert_eq!((after.decides_from, after.of_age), (Some(day("2028-07-01")), false));
        }
    });
}
