//! The work of the office over every engine: in memory, in a file, and over one that loses an answer now and then,
//! when the same intention is sent again with the same key.

use mediation_line::domain::call::CallerKind;
use mediation_line::domain::consent::{ConsentAct, ConsentAnswer, ConsentStanding};
use mediation_line::domain::queue::{CaseState, Group, Why};
use mediation_line::store::calls::CallWrite;
use mediation_line::store::cases::CaseWrite;
use mediation_line::store::db::Fault;
use mediation_line::store::queue::{Item, QueueRow};
use mediation_line::store::sqlite::Sqlite;

use super::failing::{Failing, Plan, Turn};
use super::lists::page_on;
use super::office::{Made, Office, day, typed};

mod area;
mod calls;
mod clash;
mod ended;
mod find;
mod follow;
mod likeness;
mod misses;
mod resent;
mod schools;
mod willing;

/// An office whose engine loses every second answer and refuses every third write at first.
fn with_lost_answers() -> (Office, Plan) {
    let (engine, plan) = Failing::around(Box::new(Sqlite::in_memory().unwrap()));
    let office = Office::around(Box::new(engine));
    plan.rounds(vec![
        Turn::Works,
        Turn::AnswerLost(Fault::Disk),
        Turn::FailsBefore(Fault::Busy),
        Turn::AnswerLost(Fault::Busy),
        Turn::FailsBefore(Fault::Full),
    ]);
    (office, plan)
}

fn everywhere(work: impl Fn(&mut Office)) {
    work(&mut Office::in_memory());
    work(&mut Office::in_file());
    work(&mut with_lost_answers().0);
}

/// The rows of Today about cases.
fn rows(office: &mut Office) -> Vec<QueueRow> {
    let today = office.today();
    let page = page_on(&mut office.store, today);
    page.rows.into_iter().filter(|row| row.group != Group::Recent).collect()
}

/// The one row of a case: its group, why it is there, its step.
#[track_caller]
fn row_of(office: &mut Office, made: &Made) -> (Group, Why, String) {
    let found: Vec<QueueRow> =
        rows(office).into_iter().filter(|row| row.item == Item::Case(made.case)).collect();
    assert_eq!(
        found.len(),
        1,
        "a case is there once: {:?}",
        found.iter().map(|r| &r.step).collect::<Vec<_>>()
    );
    let row = &found[0];
    assert!(!row.reason.is_empty() && row.reason.chars().count() <= 41);
    assert!(!row.step.is_empty() && row.step.chars().count() <= 12);
    (row.group, row.why.unwrap(), row.step.clone())
}

fn withdraw(office: &mut Office, made: &Made, act: ConsentAct) {
    let (case, record) = (made.case, office.id());
    let no = || "".into();
    let (giver, how, words) = ("mother".into(), "phone".into(), "She has changed her mind.".into());
    office
        .case(&CaseWrite::Consent {
            case,
            record,
            act,
            giver,
            given: None,
            how,
            limits: no(),
            not_covered: no(),
            words,
        })
        .unwrap();
}

#[test]
fn the_office_of_the_tests_makes_cases_and_enquiries() {
    let mut office = Office::in_file();
    let made = office.a_ready_case();
    let enquiry = office.an_enquiry();
    assert!(office.store.facts(made.case).unwrap().missing().is_empty());
    assert_eq!(office.store.enquiry_page(enquiry).unwrap().state, "open");
    assert_eq!(office.today(), super::office::today());
    assert_eq!(office.number("SELECT count(*) FROM calls"), 2);
    assert_eq!(super::office::NOW % 86_400_000, (15 * 60 + 2) * 60_000);
}
