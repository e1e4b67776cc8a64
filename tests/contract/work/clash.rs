//! One field at two desks: different fields merge by themselves, two values of one wait for a person.

use mediation_line::domain::detail::Detail;
use mediation_line::store::calls::CallWrite;
use mediation_line::store::parties::{Contact, PartyWrite};

use super::*;

pub(super) fn write(desk: &mut Office, made: &Made, detail: Detail, text: &str, known: &str) {
    let (details, known) = (vec![typed(detail, text)], vec![(detail, known.into())]);
    desk.case(&CaseWrite::Details { case: made.case, details, known }).unwrap();
}

pub(super) fn field(office: &mut Office, made: &Made, detail: Detail) -> String {
    let page = office.store.case_page(made.case).unwrap();
    page.detail(detail).typed.0
}

#[test]
fn different_fields_merge_by_themselves() {
    let mut office = Office::in_file();
    let made = office.a_case();
    let mut tom = office.another_desk();
    let school = field(&mut office, &made, Detail::School);
    let plan = field(&mut office, &made, Detail::Plan);
    write(&mut tom, &made, Detail::School, "Castle Hill", &school);
    write(&mut office, &made, Detail::Plan, "none yet", &plan);
    assert_eq!(field(&mut office, &made, Detail::School), "Castle Hill");
    assert_eq!(field(&mut office, &made, Detail::Plan), "none yet");
    assert!(office.store.clashes(made.case).unwrap().is_empty());
}

#[test]
fn the_first_value_stands_the_second_is_kept_and_today_asks() {
    let mut office = Office::in_file();
    let made = office.a_case();
    let mut tom = office.another_desk();
    let school = field(&mut office, &made, Detail::School);
    write(&mut tom, &made, Detail::School, "Larkfield", &school);
    write(&mut office, &made, Detail::School, "Larkf", &school);
    // Whoever goes on typing changes the second value and makes no third.
    write(&mut office, &made, Detail::School, "Larkfeld", "Larkf");
    assert_eq!(field(&mut office, &made, Detail::School), "Larkfield");
    let clashes = office.store.clashes(made.case).unwrap();
    assert_eq!(clashes.len(), 1);
    let clash = &clashes[0];
    assert_eq!((&*clash.typed, clash.staff.as_str()), ("Larkfeld", "Priya"));
    assert_eq!((&*clash.stands, clash.stands_by.as_str()), ("Larkfield", "Tom"));
    let todo = office.store.case_page(made.case).unwrap().todo;
    assert!(
        todo.iter().any(|row| row.why == Why::TwoValues && row.reason == "Two values for School: choose")
    );
    let settle = CaseWrite::Settle { case: made.case, clash: clash.id, taken: true };
    office.case(&settle).unwrap();
    assert_eq!(field(&mut office, &made, Detail::School), "Larkfeld");
    let page = office.store.case_page(made.case).unwrap();
    assert!(page.clashes.is_empty() && page.todo.iter().all(|row| row.why != Why::TwoValues));
    assert_eq!(&*page.timeline[0].words, "School: 'Larkfeld', not 'Larkfield'.");
    assert!(tom.case(&settle).is_err(), "one key settles, once");
}

#[test]
fn the_same_value_typed_twice_is_no_clash_and_a_lost_answer_neither() {
    let mut office = Office::in_file();
    let made = office.a_case();
    let mut tom = office.another_desk();
    let school = field(&mut office, &made, Detail::School);
    write(&mut tom, &made, Detail::School, "Larkfield", &school);
    write(&mut office, &made, Detail::School, "Larkfield", &school);
    let (call, case, visit) = (Some(made.call), made.case, None);
    let detail = typed(Detail::School, "Larkfield Primary");
    let known = vec!["Larkfield".into()];
    let typing = CallWrite::FamilyDetail { call, case, detail, visit, known };
    office.call(&typing).unwrap();
    office.call(&typing).unwrap();
    assert!(office.store.clashes(made.case).unwrap().is_empty());
    assert_eq!(field(&mut office, &made, Detail::School), "Larkfield Primary");
}

#[test]
fn two_values_leave_with_the_family() {
    let mut office = Office::in_file();
    let made = office.a_case();
    let mut tom = office.another_desk();
    write(&mut tom, &made, Detail::School, "Zzfirst", "Larkfield Primary");
    let school = field(&mut office, &made, Detail::School);
    write(&mut office, &made, Detail::School, "Zzsecond", "nothing like it");
    assert_ne!(school, "Zzsecond");
    withdraw(&mut office, &made, ConsentAct::Withdrawn);
    office.case(&CaseWrite::Erase { case: made.case }).unwrap();
    assert_eq!(office.number("SELECT count(*) FROM clashes"), 0);
    office.store.rest().unwrap();
    crate::journeys::desk::nowhere(office.folder.as_ref().unwrap().path(), &["Zzsecond", "Zzfirst"]);
}

pub(super) fn reach(desk: &mut Office, made: &Made, known: &Contact, change: impl Fn(&mut Contact)) {
    let (case, party, known, mut contact) = (made.case, made.authority, known.clone(), known.clone());
    change(&mut contact);
    desk.party(&PartyWrite::Contact { case, party, known: known.into(), contact: contact.into() }).unwrap();
}

pub(super) fn authority(office: &mut Office, made: &Made) -> Contact {
    let parties = office.store.case_page(made.case).unwrap().parties;
    parties.into_iter().find(|p| p.facts.id == made.authority).unwrap().contact
}

#[test]
fn two_desks_change_different_lines_of_one_party() {
    let mut office = Office::in_file();
    let made = office.a_case();
    let mut tom = office.another_desk();
    let known = authority(&mut office, &made);
    reach(&mut tom, &made, &known, |c| c.phone = "01632 960222".into());
    reach(&mut office, &made, &known, |c| c.email = "send@northmere.example".into());
    let now = authority(&mut office, &made);
    assert_eq!((&*now.phone, &*now.email), ("01632 960222", "send@northmere.example"));
    assert!(office.store.clashes(made.case).unwrap().is_empty());
    assert_eq!(office.store.find("960222", false).unwrap().len(), 1);
}

#[test]
fn one_line_of_a_party_with_two_values_is_kept_twice_and_one_is_chosen() {
    let mut office = Office::in_file();
    let made = office.a_case();
    let mut tom = office.another_desk();
    let known = authority(&mut office, &made);
    reach(&mut tom, &made, &known, |c| c.phone = "01632 960222".into());
    reach(&mut office, &made, &known, |c| {
        c.phone = "01632 960333".into();
        c.person = "J. Whitlock".into();
    });
    // Typed once more: the same second value, and no third.
    reach(&mut office, &made, &known, |c| c.phone = "01632 960334".into());
    let now = authority(&mut office, &made);
    assert_eq!((&*now.phone, &*now.person), ("01632 960222", "J. Whitlock"));
    let clashes = office.store.clashes(made.case).unwrap();
    assert_eq!(clashes.len(), 1);
    let clash = &clashes[0];
    assert_eq!(
        (clash.label.as_str(), &*clash.typed, clash.staff.as_str()),
        ("LA phone", "01632 960334", "Priya")
    );
    assert_eq!((&*clash.stands, clash.stands_by.as_str()), ("01632 960222", "Tom"));
    let page = office.store.case_page(made.case).unwrap();
    assert!(page.todo.iter().any(|row| row.reason == "Two values for LA phone: choose"), "{:?}", page.todo);
    let settle = CaseWrite::Settle { case: made.case, clash: clash.id, taken: true };
    office.case(&settle).unwrap();
    assert_eq!(&*authority(&mut office, &made).phone, "01632 960334");
    let page = office.store.case_page(made.case).unwrap();
    assert!(page.clashes.is_empty() && page.facts.clashes.is_empty());
    assert_eq!(&*page.timeline[0].words, "LA phone: '01632 960334', not '01632 960222'.");
    let found = ["960222", "960334"].map(|number| office.store.find(number, false).unwrap().len());
    assert_eq!(found, [1, 1], "the number they had is found too");
}
