//! The end of a call about a known case, and its taking back, while Tom writes to the same case.

use mediation_line::domain::detail::Detail;
use mediation_line::domain::refusal::Refusal;
use mediation_line::domain::willingness::{Needed, PartyKind, Side};
use mediation_line::store::calls::About;
use mediation_line::store::parties::{Contact, NewParty, PartyWrite};
use mediation_line::store::{NotDone, Signed, Store};

use super::super::overtaken::{Meanwhile, Overtaken};
use super::*;

/// The father rings about the case, up to the end of his call: the call.
fn the_father_rings(office: &mut Office, made: &Made) -> i64 {
    let (call, caller) = (office.id(), office.id());
    office.call(&CallWrite::Start { call, about: Some(About::Case(made.case)) }).unwrap();
    let details = vec![typed(Detail::Name, "Patrick Quill"), typed(Detail::Phone, "07700 900778")];
    let kind = CallerKind::Parent;
    office.call(&CallWrite::Who { call, caller, seq: 1, kind, own: None, details, notes: None }).unwrap();
    call
}

/// The call ends over an engine at which Tom is faster with these: the key of that act.
fn ends(office: &mut Office, made: &Made, call: i64, toms: Vec<Option<Meanwhile>>) -> i64 {
    office.store = Store::new(Box::new(Overtaken::at(&office.path(), toms)));
    let signed: Signed = office.signed();
    let end = CallWrite::FinishCase { call, new: None, case: made.case };
    office.store.call_write(&end, &signed).unwrap();
    signed.id
}

/// The contacts that a meeting does not wait for, and those that were dropped.
fn beside(office: &mut Office, made: &Made) -> Vec<(String, Needed)> {
    let parties = office.store.case_page(made.case).unwrap().parties;
    let beside = parties.iter().filter(|party| party.facts.standing.needed != Needed::Needed);
    beside.map(|party| (party.contact.person.to_string(), party.facts.standing.needed)).collect()
}

#[test]
fn what_tom_wrote_while_the_call_ended_is_not_taken_back_with_it() {
    let mut office = Office::in_file();
    let made = office.a_case();
    let call = the_father_rings(&mut office, &made);
    let (mut tom, case) = (office.another_desk(), made.case);
    let adds: Meanwhile = Box::new(move || {
        let party = NewParty {
            id: tom.id(),
            kind: PartyKind::Health,
            side: Side::OtherSide,
            needed: Needed::Invited,
            contact: Contact { person: "Rhys Dee".into(), ..Contact::default() },
            chase: None,
        };
        tom.party(&PartyWrite::Add { case, party }).unwrap();
    });
    let act = ends(&mut office, &made, call, vec![Some(adds)]);
    let both = |father| [("Patrick Quill".to_owned(), father), ("Rhys Dee".to_owned(), Needed::Invited)];
    let mut now = beside(&mut office, &made);
    now.sort_by(|a, b| a.0.cmp(&b.0));
    assert_eq!(now, both(Needed::Invited));
    let signed = office.signed();
    office.store.take_back(act, &signed).unwrap();
    let mut now = beside(&mut office, &made);
    now.sort_by(|a, b| a.0.cmp(&b.0));
    assert_eq!(now, both(Needed::Dropped));
}

#[test]
fn what_tom_changed_while_the_end_was_taken_back_stays_and_he_is_named() {
    let mut office = Office::in_file();
    let made = office.a_case();
    let call = the_father_rings(&mut office, &made);
    let (mut tom, case) = (office.another_desk(), made.case);
    let needs: Meanwhile = Box::new(move || {
        let parties = tom.store.case_page(case).unwrap().parties;
        let father = parties.iter().find(|party| &*party.contact.person == "Patrick Quill").unwrap();
        let party = father.facts.id;
        tom.party(&PartyWrite::Need { case, party, needed: Needed::Needed }).unwrap();
    });
    let act = ends(&mut office, &made, call, vec![None, Some(needs)]);
    let signed = office.signed();
    let said = office.store.take_back(act, &signed).unwrap_err();
    assert!(matches!(said, NotDone::Refused(Refusal::ChangedSince { .. })), "{said:?}");
    assert!(beside(&mut office, &made).is_empty(), "he is needed, as Tom said");
}
