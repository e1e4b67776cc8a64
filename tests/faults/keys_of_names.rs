//! The keys by which a name is found by its sound are the family's as much as the name: where it may not be, and
//! where it has left, no file holds one of them either.

use std::time::{Duration, Instant};

use mediation_line::domain::consent::ConsentAct;
use mediation_line::domain::detail::Detail;
use mediation_line::domain::likeness::keys;
use mediation_line::domain::subject::Route;
use mediation_line::runtime::worker::{Job, Worker};
use mediation_line::store::Store;
use mediation_line::store::calls::CallWrite;
use mediation_line::store::cases::CaseWrite;
use mediation_line::store::parties::{Contact, PartyWrite};
use mediation_line::store::sqlite::Sqlite;

use crate::contract::office::{Made, Office};
use crate::journeys::desk::{Desk, nowhere};

/// The keys of names that nobody else has.
fn planted() -> Vec<String> {
    ["zuleikha", "quillfeather", "obsidiana", "vexworth"].into_iter().flat_map(keys).collect()
}

#[track_caller]
fn gone(office: &Office) {
    let keys = planted();
    let keys: Vec<&str> = keys.iter().map(String::as_str).collect();
    nowhere(office.path().parent().unwrap(), &keys);
    nowhere(office.path().parent().unwrap(), &["900831", "900832"]);
}

/// A case of that family among others, with an old number.
fn a_planted_case(office: &mut Office) -> Made {
    for _ in 0..20 {
        office.a_ready_case();
    }
    let made = office.a_parents_call();
    office.family_detail(&made, Detail::Child, "Obsidiana Quillfeather");
    office.family_detail(&made, Detail::School, "Vexworth Primary");
    let mut new = office.new_case(&made, Route::Statutory);
    for party in &mut new.parties {
        party.contact = Contact {
            person: "Zuleikha Quillfeather".into(),
            phone: "07700900831".into(),
            ..Contact::default()
        };
    }
    let (call, case) = (made.call, made.case);
    office.call(&CallWrite::FinishCase { call, new: Some(new), case }).unwrap();
    let party = office.store.case_page(case).unwrap().parties.remove(0);
    let contact = Contact { phone: "07700900832".into(), ..party.contact.clone() };
    office
        .party(&PartyWrite::Contact {
            case,
            party: party.facts.id,
            known: party.contact.into(),
            contact: contact.into(),
        })
        .unwrap();
    for _ in 0..20 {
        office.an_enquiry();
    }
    made
}

#[test]
fn no_key_of_an_erased_family_is_left() {
    let mut office = Office::in_file();
    let made = a_planted_case(&mut office);
    let kept = office.raw();
    let alike: String = kept
        .query_row("SELECT group_concat(alike, ' ') FROM documents WHERE case_id = ?1", [made.case], |row| {
            row.get(0)
        })
        .unwrap();
    drop(kept);
    assert!(planted().iter().all(|key| alike.contains(key.as_str())), "they were there");
    let case = made.case;
    let record = office.id();
    office
        .case(&CaseWrite::Consent {
            case,
            record,
            act: ConsentAct::Withdrawn,
            giver: "mother".into(),
            given: None,
            how: "spoken".into(),
            limits: "".into(),
            not_covered: "".into(),
            words: "".into(),
        })
        .unwrap();
    assert!(office.store.find("kwillfeather", false).unwrap().iter().all(|row| row.name.is_empty()));
    office.case(&CaseWrite::Erase { case }).unwrap();
    office.store.rest().unwrap();
    gone(&office);
    assert!(office.store.find("kwillfeather", false).unwrap().is_empty());
}

#[test]
fn no_key_of_a_family_is_made_before_consent() {
    let mut desk = Desk::new();
    let keys = planted();
    let keys: Vec<&str> = keys.iter().map(String::as_str).collect();
    desk.keys("F2 s Enter").text("Martin Oyelaran").keys("Enter Enter Enter n F4");
    desk.text("Obsidiana Quillfeather, mother Zuleikha, Vexworth")
        .wait(3000)
        .keys("F3")
        .text("quillfether")
        .wait(3000);
    desk.nowhere_in_the_files(&keys);
    desk.keys("Esc F9 r F9").nowhere_in_the_files(&keys);
    assert_eq!(
        desk.value("SELECT count(*) FROM documents WHERE alike LIKE '% \u{a7}'"),
        "1",
        "the caller's own are kept"
    );
    // A parent who turns out to be an aunt.
    desk.keys("F2 p Enter")
        .text("Zuleikha Quillfeather")
        .keys("Enter Enter Enter Enter")
        .text("Obsidiana Quillfeather");
    desk.keys("Enter Esc w Backspace o Enter").wait(3000).keys("F9 x F9").nowhere_in_the_files(&keys);
}

#[test]
fn names_of_an_earlier_file_get_their_keys_in_a_quiet_moment() {
    let mut office = Office::in_file();
    a_planted_case(&mut office);
    let file = office.raw();
    file.execute_batch("UPDATE documents SET alike = NULL").unwrap();
    let (jobs, todo) = std::sync::mpsc::channel();
    let store = Store::new(Box::new(Sqlite::open(&office.path()).unwrap()));
    let thread = std::thread::spawn(move || Worker::trusted(store).run(&todo, |_| true));
    let begun = Instant::now();
    let missing = "SELECT count(*) FROM documents WHERE alike IS NULL";
    while file.query_row(missing, [], |row| row.get::<_, i64>(0)).unwrap() > 0 {
        assert!(begun.elapsed() < Duration::from_secs(20), "no quiet moment came");
        std::thread::sleep(Duration::from_millis(20));
    }
    jobs.send(Job::Leave).unwrap();
    thread.join().unwrap();
    assert!(office.store.find("kwillfeather", false).unwrap().iter().any(|row| row.alike));
}
