//! An area that is put right, at the instant another desk writes.

use mediation_line::domain::detail::Detail;
use mediation_line::store::db::{Value, Write};

use super::*;

/// Puts the area right while another desk gets in first with this change of the authority.
fn overtaken(sql: &'static str) -> (Office, Made) {
    let (engine, plan) = Failing::around(Box::new(Sqlite::in_memory().unwrap()));
    let mut office = Office::around(Box::new(engine));
    let made = office.a_case();
    let touched = "UPDATE cases SET rev = rev + 1 WHERE id = $1";
    plan.next_writes([Turn::Overtaken(vec![
        Write::one(sql, vec![Value::Int(made.authority)]),
        Write::one(touched, vec![Value::Int(made.case)]),
    ])]);
    let (details, known) = (vec![typed(Detail::Area, "Eastholt")], vec![(Detail::Area, "Northmere".into())]);
    office.case(&CaseWrite::Details { case: made.case, details, known }).unwrap();
    assert!(plan.is_used_up());
    (office, made)
}

/// The area of the case, and the name of its authority.
fn area_and_authority(office: &mut Office, made: &Made) -> [String; 2] {
    let page = office.store.case_page(made.case).unwrap();
    let authority = page.parties.iter().find(|p| p.facts.id == made.authority).unwrap();
    [page.detail(Detail::Area).typed.0, authority.contact.name.0.clone()]
}

#[test]
fn a_name_or_a_number_that_another_desk_has_just_written_stays() {
    let (mut office, made) = overtaken("UPDATE parties SET name = 'Mrs Patel', rev = rev + 1 WHERE id = $1");
    assert_eq!(area_and_authority(&mut office, &made), ["Eastholt", "Mrs Patel"]);
    let (mut office, made) =
        overtaken("UPDATE parties SET phone = '01632 960222', rev = rev + 1 WHERE id = $1");
    assert_eq!(area_and_authority(&mut office, &made), ["Eastholt", "Northmere SEND team"]);
    // What changes nothing of the authority does not keep it from its new name.
    let (mut office, made) = overtaken("UPDATE parties SET rev = rev + 1 WHERE id = $1");
    assert_eq!(area_and_authority(&mut office, &made), ["Eastholt", "Eastholt SEND team"]);
}
