//! Calls and enquiries: from the first key to the end.

use mediation_line::domain::call::CallState;
use mediation_line::domain::detail::Detail;
use mediation_line::domain::queue::StepKind;
use mediation_line::domain::reference::RefKind;
use mediation_line::domain::subject::Route;
use mediation_line::store::NotDone;
use mediation_line::store::calls::{About, CountReason};

use super::*;

#[test]
fn a_call_has_its_number_at_once_and_numbers_go_up_by_one() {
    everywhere(|office| {
        let calls = [office.a_call(), office.a_call(), office.a_call()];
        let numbers: Vec<i64> = calls
            .iter()
            .map(|call| office.store.call_page(*call).unwrap().reference.unwrap().number)
            .collect();
        assert_eq!(numbers, [1, 2, 3]);
    });
}

#[test]
fn a_parents_own_call_is_its_consent_and_becomes_a_case() {
    everywhere(|office| {
        let made = office.a_full_call();
        let page = office.store.call_page(made.call).unwrap();
        assert_eq!(page.state, CallState::Open);
        assert_eq!(page.consent, ConsentStanding::Ok);
        assert!(!page.case_is_open);
        assert_eq!(page.details.len(), 6);
        assert_eq!(&*page.notes, "Needs a place with speech therapy.");
        assert!(rows(office).iter().all(|row| row.item != Item::Case(made.case)), "no case yet");
        assert!(office.store.find("achebe", false).unwrap().is_empty(), "nor to be found");
        office.call(&CallWrite::TakeNumber { call: made.call, case: Some(made.case) }).unwrap();
        let taken = office.store.taken_number(made.call, Some(made.case)).unwrap().unwrap();
        let new = office.new_case(&made, Route::Statutory);
        office.call(&CallWrite::FinishCase { call: made.call, new: Some(new), case: made.case }).unwrap();
        let page = office.store.case_page(made.case).unwrap();
        assert_eq!(page.head.reference, Some(taken));
        assert_eq!(page.head.state, CaseState::Open);
        assert_eq!(page.parties.len(), 2);
        assert_eq!(page.consents.len(), 1);
        assert!(page.consents[0].own_call);
        assert_eq!(office.store.call_page(made.call).unwrap().state, CallState::Finished);
        office.days_later(1);
        assert_eq!(row_of(office, &made), (Group::Now, Why::Step(StepKind::TellLa), "Ring LA".into()));
    });
}

#[test]
fn a_third_partys_yes_takes_the_scratch_into_the_notes_in_one_write() {
    everywhere(|office| {
        let of = office.a_third_party_call();
        office.own_detail(&of, Detail::Name, "Bridget Farrow").unwrap();
        let answer = Some(ConsentAnswer::Yes);
        office.call(&CallWrite::Answer { call: of.call, answer }).unwrap();
        let made = office
            .give(&of, vec![typed(Detail::Child, "Kelechi Achebe")], "What she told before the answer.")
            .unwrap();
        let page = office.store.call_page(of.call).unwrap();
        assert_eq!(page.consent, ConsentStanding::ToCheck);
        assert_eq!(&*page.notes, "What she told before the answer.");
        assert_eq!(page.details.len(), 2);
        let new = office.new_case(&made, Route::NotKnown);
        office.call(&CallWrite::FinishCase { call: made.call, new: Some(new), case: made.case }).unwrap();
        let page = office.store.case_page(made.case).unwrap();
        assert_eq!(page.facts.consent, ConsentStanding::ToCheck);
        withdraw(office, &made, ConsentAct::Checked);
        assert_eq!(office.store.facts(made.case).unwrap().consent, ConsentStanding::Ok);
    });
}

#[test]
fn who_turned_out_to_be_somebody_else_takes_the_family_out_and_the_call_goes_on() {
    everywhere(|office| {
        let made = office.a_full_call();
        let caller = office.id();
        office
            .call(&CallWrite::TakeOut {
                call: made.call,
                case: Some(made.case),
                caller,
                kind: CallerKind::SchoolStaff,
                stays: vec![typed(Detail::Name, "Bridget Farrow")],
                for_adult: false,
            })
            .unwrap();
        let page = office.store.call_page(made.call).unwrap();
        assert_eq!(page.consent, ConsentStanding::NotAsked);
        assert_eq!((page.case, page.notes.is_empty(), page.details.len()), (None, true, 1));
        assert!(matches!(office.store.facts(made.case), Err(NotDone::Refused(_))));
        // The answer is yes after all: it begins anew, with the record.
        let of = super::super::office::ThirdParty { call: made.call, caller };
        let again = office.give(&of, vec![typed(Detail::Child, "Kelechi Achebe")], "").unwrap();
        assert_eq!(office.store.call_page(again.call).unwrap().consent, ConsentStanding::ToCheck);
    });
}

#[test]
fn without_consent_a_call_ends_as_an_enquiry_or_as_a_line_to_count() {
    everywhere(|office| {
        let enquiry = office.an_enquiry();
        let page = office.store.enquiry_page(enquiry).unwrap();
        assert_eq!(page.reference.kind, RefKind::Enquiry);
        assert_eq!((page.state.as_str(), &*page.enquiry.name), ("open", "Bridget Farrow"));
        let waiting: Vec<QueueRow> = rows(office);
        assert_eq!(waiting.len(), 1);
        assert_eq!((waiting[0].group, waiting[0].item), (Group::WaitingForConsent, Item::Enquiry(enquiry)));
        let reasons = [
            CountReason::NoConsent,
            CountReason::ChildAlone,
            CountReason::WouldNotSay,
            CountReason::NothingSaid,
        ];
        for reason in reasons {
            let call = office.a_call();
            office.count(call, reason).unwrap();
            assert_eq!(office.store.call_page(call).unwrap().state, CallState::Finished);
        }
        assert_eq!(rows(office).len(), 1, "a line to count waits for nothing");
        let today = office.today();
        let recent = page_on(&mut office.store, today).rows;
        assert_eq!(recent.iter().filter(|row| row.group == Group::Recent).count(), 4);
    });
}

#[test]
fn an_enquiry_becomes_a_case_when_the_caller_rings_back() {
    everywhere(|office| {
        let enquiry = office.an_enquiry();
        let (call, caller) = (office.id(), office.id());
        let about = Some(mediation_line::store::calls::About::Enquiry(enquiry));
        office.call(&CallWrite::Start { call, about }).unwrap();
        let kind = CallerKind::SchoolStaff;
        office
            .call(&CallWrite::Who { call, caller, seq: 1, kind, own: None, details: vec![], notes: None })
            .unwrap();
        let of = super::super::office::ThirdParty { call, caller };
        let made = office.give(&of, vec![typed(Detail::Child, "Kelechi Achebe")], "").unwrap();
        let new = office.new_case(&made, Route::Statutory);
        office.call(&CallWrite::FinishCase { call, new: Some(new), case: made.case }).unwrap();
        let page = office.store.enquiry_page(enquiry).unwrap();
        assert_eq!((page.state.as_str(), page.case), ("became a case", Some(made.case)));
        assert!(rows(office).iter().all(|row| row.item != Item::Enquiry(enquiry)));
        assert_eq!(office.store.case_page(made.case).unwrap().enquiry, Some(page.reference));
    });
}

#[test]
fn an_enquiry_is_a_line_to_count_after_three_months() {
    everywhere(|office| {
        let enquiry = office.an_enquiry();
        office.days_later(92);
        let signed = office.signed();
        assert_eq!(office.tries(|store| store.expire_enquiries(&signed)).unwrap(), 0, "the last day");
        office.days_later(1);
        let signed = office.signed();
        office.tries(|store| store.expire_enquiries(&signed)).unwrap();
        let page = office.store.enquiry_page(enquiry).unwrap();
        assert_eq!(page.state, "expired");
        assert!(
            page.enquiry.name.is_empty() && page.enquiry.phone.is_empty() && page.enquiry.work.is_empty()
        );
        assert!(office.store.find("farrow", false).unwrap().is_empty());
        assert!(rows(office).iter().all(|row| row.item != Item::Enquiry(enquiry)));
    });
}

#[test]
fn many_enquiries_expire_in_several_writes() {
    let mut office = Office::in_memory();
    for _ in 0..20 {
        office.an_enquiry();
    }
    office.days_later(100);
    let mut counts = Vec::new();
    for _ in 0..3 {
        let signed = office.signed();
        counts.push(office.store.expire_enquiries(&signed).unwrap());
    }
    assert_eq!(counts, [15, 5, 0]);
}

#[test]
fn of_an_adults_parent_the_enquiry_holds_name_and_number_only() {
    everywhere(|office| {
        let made = office.a_full_call();
        let caller = office.id();
        office
            .call(&CallWrite::TakeOut {
                call: made.call,
                case: Some(made.case),
                caller,
                kind: CallerKind::Parent,
                stays: vec![typed(Detail::Name, "Ngozi Achebe"), typed(Detail::Phone, "07700 900 142")],
                for_adult: true,
            })
            .unwrap();
        let mut enquiry = office.new_enquiry(CallerKind::Parent);
        enquiry.email = "ngozi@example.org".into();
        enquiry.best_time = "after four".into();
        let id = enquiry.id;
        office.call(&CallWrite::FinishEnquiry { call: made.call, enquiry }).unwrap();
        let page = office.store.enquiry_page(id).unwrap();
        assert!(!page.enquiry.name.is_empty() && !page.enquiry.phone.is_empty());
        assert!(page.enquiry.email.is_empty() && page.enquiry.best_time.is_empty());
    });
}

#[test]
fn a_call_that_was_left_is_found_again_with_everything_in_it() {
    everywhere(|office| {
        let made = office.a_full_call();
        let ring_back = Some((day("2026-11-25"), "10:00".to_owned()));
        office.call(&CallWrite::Leave { call: made.call, ring_back }).unwrap();
        let left = rows(office);
        assert_eq!((left[0].group, left[0].item), (Group::NotFinished, Item::Call(made.call)));
        assert_eq!(&*left[0].reason, "Ring back Wed 25 Nov 10:00: 07700 900 142");
        assert!(office.store.interrupted_calls("Priya").unwrap().is_empty());
        office.call(&CallWrite::Resume { call: made.call }).unwrap();
        assert_eq!(office.store.interrupted_calls("Priya").unwrap(), [made.call]);
        assert_eq!(office.store.call_page(made.call).unwrap().details.len(), 6);
    });
}

#[test]
fn a_letter_typed_into_an_open_case_moves_its_clock_and_a_name_is_found() {
    everywhere(|office| {
        let made = office.a_case_of_a_silent_family();
        let (call, case) = (None, made.case);
        let letter = mediation_line::domain::typed_day::DayReading::Day(day("2026-09-25"));
        let detail = (Detail::Letter, "25 sep".into(), letter.to_stored().into());
        office
            .call(&CallWrite::FamilyDetail {
                call,
                case,
                detail,
                visit: Some("2 nov".into()),
                known: Vec::new(),
            })
            .unwrap();
        assert_eq!(row_of(office, &made).1, Why::TwoMonths);
        let detail = typed(Detail::Child, "Obinna Achebe");
        office.call(&CallWrite::FamilyDetail { call, case, detail, visit: None, known: Vec::new() }).unwrap();
        assert_eq!(office.store.find("obinna", false).unwrap().len(), 1);
        assert!(office.store.find("kelechi", false).unwrap().is_empty());
        let lines = office.store.timeline(case, None, 100).unwrap();
        assert_eq!(lines.iter().filter(|line| &*line.words == "was: 2 nov").count(), 1);
    });
}

#[test]
fn what_a_call_about_an_open_case_says_it_is_about_decides_its_route() {
    everywhere(|office| {
        let made = office.a_case();
        let route = mediation_line::domain::subject::Route::DisagreementResolution;
        assert_ne!(office.store.facts(made.case).unwrap().route, route);
        let detail = (Detail::About, "SEN provision made in the school".into(), "school_provision".into());
        office
            .call(&CallWrite::FamilyDetail {
                call: None,
                case: made.case,
                detail,
                visit: None,
                known: Vec::new(),
            })
            .unwrap();
        assert_eq!(office.store.facts(made.case).unwrap().route, route);
    });
}

#[test]
fn a_line_to_count_does_not_tell_of_which_case_the_call_was() {
    let mut office = Office::in_file();
    let made = office.a_case();
    let (call, caller, kind) = (office.id(), office.id(), CallerKind::SchoolStaff);
    office.call(&CallWrite::Start { call, about: Some(About::Case(made.case)) }).unwrap();
    office
        .call(&CallWrite::Who { call, caller, seq: 1, kind, own: None, details: vec![], notes: None })
        .unwrap();
    office.call(&CallWrite::Answer { call, answer: Some(ConsentAnswer::No) }).unwrap();
    office.count(call, CountReason::NoConsent).unwrap();
    let linked = "SELECT count(*) FROM calls WHERE outcome = 'no consent' AND case_id IS NOT NULL";
    assert_eq!(office.number(linked), 0);
    assert_eq!(office.number("SELECT count(*) FROM calls WHERE outcome = 'no consent'"), 1);
}
