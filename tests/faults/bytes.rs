//! Words that were never to be kept, or had to leave: looked for in every byte of every file in the folder.

use std::fs;
use std::sync::mpsc;
use std::time::{Duration, Instant};

use mediation_line::domain::call::CallerKind;
use mediation_line::domain::detail::Detail;
use mediation_line::protocol::answer::Answer;
use mediation_line::protocol::command::{Command, Intention};
use mediation_line::runtime::worker::{Job, Worker};
use mediation_line::store::Store;
use mediation_line::store::calls::{CallWrite, CountReason};
use mediation_line::store::cases::CaseWrite;
use mediation_line::store::parties::{Contact, PartyWrite};
use mediation_line::store::sqlite::Sqlite;

use crate::contract::failing::Failing;
use crate::contract::office::{Made, Office, day, typed};

/// Words planted in a family's rows; each is looked for as typed and as Find folds it.
const PLANTED: [&str; 12] = [
    "Zuleikha",
    "Quillfeather",
    "Vexworth",
    "Yarrowmere",
    "Obsidiana",
    "Plumtreehollow",
    "Wexcombe",
    "Jabberwick",
    "Tresillian",
    "07700 900 831",
    "07700900831",
    "2015-04-29",
];

/// What is looked for of a word: the index shortens a word that begins like the one before it, so its tail.
fn tail(word: &str) -> String {
    let word = word.to_lowercase();
    if word.chars().all(char::is_alphabetic) { word.chars().skip(3).collect() } else { word }
}

/// The places, if any, at which one of the words is found in any file of the folder.
fn found(office: &Office, words: &[&str]) -> Vec<String> {
    let mut places = Vec::new();
    let mut files = 0;
    for entry in fs::read_dir(office.path().parent().unwrap()).unwrap() {
        let path = entry.unwrap().path();
        let bytes = fs::read(&path).unwrap().to_ascii_lowercase();
        files += 1;
        for word in words {
            let word = tail(word);
            let times = bytes.windows(word.len()).filter(|window| *window == word.as_bytes()).count();
            if times > 0 {
                let name = path.file_name().unwrap().to_string_lossy().into_owned();
                places.push(format!("{word}: {times} times in {name}"));
            }
        }
    }
    assert!(files > 0, "there is nothing to look through");
    places
}

#[track_caller]
fn gone(office: &Office, when: &str) {
    assert_eq!(found(office, &PLANTED), Vec::<String>::new(), "{when}");
    assert_eq!(office.number("SELECT count(*) FROM erasing"), 0, "{when}: the marks are gone too");
}

/// Other cases around the planted one, so that pages are shared, split and merged.
fn neighbours(office: &mut Office, how_many: usize) {
    for _ in 0..how_many {
        office.a_ready_case();
        office.an_enquiry();
    }
}

/// A parent's call with the planted words in every place that can hold one.
fn planted_call(office: &mut Office) -> Made {
    let made = office.a_parents_call();
    office.caller_detail(&made, Detail::Name, "Zuleikha Quillfeather");
    office.caller_detail(&made, Detail::Phone, "07700 900 831");
    office.caller_detail(&made, Detail::Address, "3 Plumtreehollow");
    office.family_detail(&made, Detail::Child, "Obsidiana Quillfeather");
    office.family_detail(&made, Detail::School, "Vexworth Primary");
    let (call, case) = (Some(made.call), made.case);
    let born = (Detail::Born, "29 april 2015".into(), "2015-04-29".into());
    office
        .call(&CallWrite::FamilyDetail { call, case, detail: born, visit: None, known: Vec::new() })
        .unwrap();
    // A second visit: the line of history says what stood there before.
    let visit = Some("Obsidiana Quillfeather, Yarrowmere".into());
    let detail = typed(Detail::Child, "Obsidiana Quillfeather");
    office.call(&CallWrite::FamilyDetail { call, case, detail, visit, known: Vec::new() }).unwrap();
    for at in 0..40 {
        let body = format!("Jabberwick said so. {}", "Wexcombe tells more and more. ".repeat(at * 5));
        let begun = String::new();
        office.call(&CallWrite::Notes { call: made.call, case, body: body.into(), begun }).unwrap();
    }
    made
}

/// The planted call as a case, worked on.
fn planted_case(office: &mut Office) -> Made {
    let made = planted_call(office);
    let mut new = office.new_case(&made, mediation_line::domain::subject::Route::Statutory);
    for party in &mut new.parties {
        party.contact = Contact {
            name: "Quillfeather family".into(),
            person: "Zuleikha Quillfeather".into(),
            phone: "07700 900 831".into(),
            needs: "Plumtreehollow sign language".into(),
            ..Contact::default()
        };
    }
    let (call, case) = (made.call, made.case);
    office.call(&CallWrite::FinishCase { call, new: Some(new), case }).unwrap();
    let (note, answer, party) = (office.id(), office.id(), made.authority);
    office.case(&CaseWrite::Note { case, note, body: "Tresillian rang, Jabberwick wrote.".into() }).unwrap();
    let (person, words, how) = ("Tresillian".into(), "Yarrowmere first".into(), "phone".to_owned());
    let what = mediation_line::domain::willingness::Answer::WillingBut;
    office.party(&PartyWrite::Answer { case, party, answer, what, person, words, how, chase: None }).unwrap();
    made
}

#[test]
fn the_hunt_finds_what_is_there() {
    let mut office = Office::in_file();
    planted_case(&mut office);
    let places = found(&office, &PLANTED);
    for word in PLANTED {
        let word = tail(word);
        assert!(places.iter().any(|place| place.starts_with(&word)), "{word} is nowhere: {places:?}");
    }
}

#[test]
fn a_third_partys_words_about_the_family_are_never_there() {
    let mut office = Office::in_file();
    neighbours(&mut office, 3);
    let of = office.a_third_party_call();
    office.own_detail(&of, Detail::Name, "Bridget Farrow").unwrap();
    // What is never somebody's work is refused by the file itself.
    for detail in [Detail::Needs, Detail::Relation, Detail::Address] {
        assert!(office.own_detail(&of, detail, "3 Plumtreehollow").is_err());
    }
    // Whatever a screen might send by mistake is refused, and leaves no trace of having been there.
    let case = office.id();
    let child = typed(Detail::Child, "Obsidiana Quillfeather");
    assert!(
        office
            .call(&CallWrite::FamilyDetail {
                call: Some(of.call),
                case,
                detail: child,
                visit: None,
                known: Vec::new()
            })
            .is_err()
    );
    let body = "Jabberwick of Wexcombe".into();
    assert!(office.call(&CallWrite::Notes { call: of.call, case, body, begun: String::new() }).is_err());
    let aunt = office.a_call_of(CallerKind::Relative);
    assert!(office.own_detail(&aunt, Detail::Name, "Zuleikha Quillfeather").is_err());
    gone(&office, "while the call is open");
    office.count(of.call, CountReason::NoConsent).unwrap();
    office.count(aunt.call, CountReason::NoConsent).unwrap();
    gone(&office, "after the calls");
}

#[test]
fn what_was_written_of_a_parent_who_was_none_leaves_at_once() {
    let mut office = Office::in_file();
    neighbours(&mut office, 5);
    let made = planted_call(&mut office);
    neighbours(&mut office, 5);
    let take_out = CallWrite::TakeOut {
        call: made.call,
        case: Some(made.case),
        caller: office.id(),
        kind: CallerKind::SchoolStaff,
        stays: vec![typed(Detail::Work, "Larkfield Primary")],
        for_adult: false,
    };
    office.call(&take_out).unwrap();
    gone(&office, "at once");
    let page = office.store.call_page(made.call).unwrap();
    assert_eq!((page.case, page.kind), (None, Some(CallerKind::SchoolStaff)));
    assert_eq!(page.details.len(), 1);
    assert_eq!(office.number("SELECT count(*) FROM cases WHERE state = 'in call'"), 0);
}

#[test]
fn a_call_that_is_only_counted_takes_its_caller_with_it() {
    let mut office = Office::in_file();
    neighbours(&mut office, 3);
    let of = office.a_third_party_call();
    office.own_detail(&of, Detail::Name, "Zuleikha Quillfeather").unwrap();
    office.own_detail(&of, Detail::Phone, "07700 900 831").unwrap();
    office.own_detail(&of, Detail::Work, "Vexworth Academy").unwrap();
    assert!(!found(&office, &PLANTED).is_empty());
    office.count(of.call, CountReason::NoConsent).unwrap();
    gone(&office, "counted");
    // A parent's call that is counted although a case was begun in it.
    let made = planted_call(&mut office);
    office.count(made.call, CountReason::WouldNotSay).unwrap();
    gone(&office, "counted with a case begun");
}

#[test]
fn an_erased_case_is_gone_with_the_enquiry_it_came_from() {
    let mut office = Office::in_file();
    neighbours(&mut office, 30);
    // The referrer's own name is planted too: it stands in an enquiry, in its call and in its search words.
    let of = office.a_third_party_call();
    office.own_detail(&of, Detail::Name, "Tresillian Quillfeather").unwrap();
    let mut enquiry = office.new_enquiry(CallerKind::SchoolStaff);
    enquiry.name = "Tresillian Quillfeather".into();
    let id = enquiry.id;
    office.call(&CallWrite::FinishEnquiry { call: of.call, enquiry }).unwrap();
    let made = planted_case(&mut office);
    office
        .raw()
        .execute_batch(&format!(
            "UPDATE enquiries SET state = 'became a case', case_id = {} WHERE id = {id}",
            made.case
        ))
        .unwrap();
    neighbours(&mut office, 30);
    assert!(!office.store.find("obsidiana", false).unwrap().is_empty());
    office.case(&CaseWrite::Erase { case: made.case }).unwrap();
    gone(&office, "erased");
    assert!(office.store.find("obsidiana", false).unwrap().is_empty());
    assert!(office.store.find("0831", false).unwrap().is_empty());
    assert_eq!(office.store.enquiry_page(id).unwrap().state, "became a case");
    let page = office.store.case_page(made.case).unwrap();
    assert!(page.details.is_empty() && page.parties.is_empty() && page.consents.is_empty());
    assert!(page.timeline.iter().all(|line| line.words.is_empty()));
    assert!(page.timeline.len() > 5, "the acts stay");
    assert_eq!(mediation_line::store::sqlite::check(&office.path()), Ok(()));
    office.raw().execute_batch("INSERT INTO search (search) VALUES ('integrity-check')").unwrap();
}

#[test]
fn an_enquiry_is_gone_after_three_months() {
    let mut office = Office::in_file();
    neighbours(&mut office, 3);
    let of = office.a_third_party_call();
    office.own_detail(&of, Detail::Name, "Zuleikha Quillfeather").unwrap();
    office.own_detail(&of, Detail::Phone, "07700 900 831").unwrap();
    let mut enquiry = office.new_enquiry(CallerKind::SchoolStaff);
    enquiry.name = "Zuleikha Quillfeather".into();
    enquiry.work = "SENCO, Vexworth Primary".into();
    enquiry.phone = "07700 900 831".into();
    enquiry.keep_until = day("2027-02-20");
    office.call(&CallWrite::FinishEnquiry { call: of.call, enquiry }).unwrap();
    office.days_later(88);
    let signed = office.signed();
    assert_eq!(office.store.expire_enquiries(&signed).unwrap(), 0, "the last day is kept");
    office.days_later(1);
    let signed = office.signed();
    assert_eq!(office.store.expire_enquiries(&signed).unwrap(), 1, "the neighbours are kept a few days more");
    gone(&office, "expired");
}

#[test]
fn while_another_desk_reads_the_mark_stays_and_the_next_start_finishes() {
    let mut office = Office::in_file();
    neighbours(&mut office, 3);
    let made = planted_case(&mut office);
    let reader = office.raw();
    reader.execute_batch("BEGIN; SELECT count(*) FROM details;").unwrap();
    let _: i64 = reader.query_row("SELECT count(*) FROM details", [], |row| row.get(0)).unwrap();
    office.case(&CaseWrite::Erase { case: made.case }).unwrap();
    assert!(!found(&office, &PLANTED).is_empty(), "the journal cannot be emptied under a reader");
    assert!(office.number("SELECT count(*) FROM erasing") > 0);
    assert!(office.store.is_erasing());
    office.store.rest().unwrap();
    assert!(
        office.number("SELECT count(*) FROM erasing") > 0,
        "a pause does not help while the reader reads"
    );
    // The program dies here; the reader goes on, so that nobody empties the journal on the way out.
    office.start_again();
    assert!(!found(&office, &PLANTED).is_empty());
    reader.execute_batch("ROLLBACK").unwrap();
    office.store.rest().unwrap();
    gone(&office, "after the start and a pause");
    assert!(!office.store.is_erasing(), "nothing is left to wake up for");
}

#[test]
fn another_desk_finishes_what_one_that_died_had_begun() {
    let mut office = Office::in_file();
    let made = planted_case(&mut office);
    let mut other = office.another_desk();
    let reader = office.raw();
    reader.execute_batch("BEGIN").unwrap();
    let _: i64 = reader.query_row("SELECT count(*) FROM details", [], |row| row.get(0)).unwrap();
    office.case(&CaseWrite::Erase { case: made.case }).unwrap();
    let folder = office.folder.take();
    office.store = Store::new(Box::new(Sqlite::in_memory().unwrap()));
    reader.execute_batch("ROLLBACK").unwrap();
    drop(reader);
    assert!(!found(&other, &PLANTED).is_empty());
    assert!(other.store.changed().unwrap());
    other.store.rest().unwrap();
    gone(&other, "by the other desk");
    drop(folder);
}

#[test]
fn the_worker_goes_on_emptying_the_journal_when_nobody_watches() {
    let mut office = Office::in_file();
    let made = planted_case(&mut office);
    let (jobs, todo) = mpsc::channel();
    let (answers, told) = mpsc::channel();
    let (engine, _) = Failing::around(Box::new(Sqlite::open(&office.path()).unwrap()));
    let worker = Worker::trusted(Store::new(Box::new(engine)));
    let thread = std::thread::spawn(move || worker.run(&todo, |answer| answers.send(answer).is_ok()));
    let wait_for = |wanted: fn(&Answer) -> bool| {
        while !wanted(&told.recv_timeout(Duration::from_secs(20)).unwrap()) {}
    };
    // A quiet moment in which another desk is seen: what the worker does after a start is done with it.
    jobs.send(Job::Watch(true)).unwrap();
    office.an_enquiry();
    wait_for(|answer| matches!(answer, Answer::Changed));
    jobs.send(Job::Watch(false)).unwrap();
    let reader = office.raw();
    reader.execute_batch("BEGIN").unwrap();
    let _: i64 = reader.query_row("SELECT count(*) FROM details", [], |row| row.get(0)).unwrap();
    let what = Intention::Case(CaseWrite::Erase { case: made.case });
    jobs.send(Job::Do(Box::new(Command { what, signed: office.signed() }))).unwrap();
    wait_for(|answer| matches!(answer, Answer::Saved { .. }));
    assert!(office.number("SELECT count(*) FROM erasing") > 0, "the reader is in the way");
    reader.execute_batch("ROLLBACK").unwrap();
    let begun = Instant::now();
    while office.number("SELECT count(*) FROM erasing") > 0 && begun.elapsed() < Duration::from_secs(10) {
        std::thread::sleep(Duration::from_millis(20));
    }
    gone(&office, "by the worker itself");
    jobs.send(Job::Leave).unwrap();
    thread.join().unwrap();
}

#[test]
fn words_taken_back_while_they_waited_never_reach_the_file() {
    let mut office = Office::in_file();
    let (call, caller, case, record) = (office.id(), office.id(), office.id(), office.id());
    let mut worker = Worker::new(Store::new(Box::new(Sqlite::open(&office.path()).unwrap())), "Priya".into());
    let mut send = |write: CallWrite, office: &mut Office| {
        let command = Command { what: Intention::Call(write), signed: office.signed() };
        worker.take(Job::Do(Box::new(command)))
    };
    // Nothing is written before the file was looked through: all of it waits.
    for write in [
        CallWrite::Start { call, about: None },
        CallWrite::Who {
            call,
            caller,
            seq: 1,
            kind: CallerKind::Parent,
            own: Some((case, record)),
            details: vec![typed(Detail::Name, "Zuleikha Quillfeather")],
            notes: Some(("Jabberwick".into(), String::new())),
        },
        CallWrite::FamilyDetail {
            call: Some(call),
            case,
            detail: typed(Detail::Child, "Obsidiana Vexworth"),
            visit: Some("Tresillian".into()),
            known: Vec::new(),
        },
        CallWrite::Notes { call, case, body: "Plumtreehollow".into(), begun: String::new() },
        CallWrite::TakeOut {
            call,
            case: Some(case),
            caller: office.id(),
            kind: CallerKind::SchoolStaff,
            stays: vec![typed(Detail::Name, "Martin Oyelaran")],
            for_adult: false,
        },
    ] {
        assert!(send(write, &mut office).is_empty());
    }
    // A reader keeps all that is written now in the journal.
    let reader = office.raw();
    reader.execute_batch("BEGIN").unwrap();
    let _: i64 = reader.query_row("SELECT count(*) FROM details", [], |row| row.get(0)).unwrap();
    let answers = worker.take(Job::Checked(Ok(())));
    assert_eq!(answers.iter().filter(|answer| matches!(answer, Answer::Saved { .. })).count(), 5);
    assert!(found(&office, &PLANTED).is_empty(), "{:?}", found(&office, &PLANTED));
    assert!(!found(&office, &["Oyelaran"]).is_empty(), "the journal is not looked at");
}
