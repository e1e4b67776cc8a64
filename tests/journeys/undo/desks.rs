//! Two desks at one case: each is told of the other.

use std::sync::mpsc;
use std::time::{Duration, Instant};

use mediation_line::protocol::answer::Answer;
use mediation_line::protocol::effect::Place;
use mediation_line::runtime::worker::{Job, Worker};
use mediation_line::store::db::Fault;
use mediation_line::store::sqlite::Sqlite;
use mediation_line::store::{NotDone, Store};

use crate::contract::failing::{Failing, Plan, Turn};
use crate::journeys::calendar::{desk_of, office};
use crate::journeys::desk::Desk;

fn at_the_case(desk: &mut Desk) {
    desk.keys("F3").text("M-0001").keys("Enter").shows("Summary").pause();
}

/// How many desks the file believes to be in a case.
fn present(desk: &mut Desk) -> usize {
    let store = desk.folder.path().join("office.mediation");
    let sql = "SELECT count(*) FROM presence";
    rusqlite::Connection::open(store).unwrap().query_row(sql, [], |row| row.get::<_, i64>(0)).unwrap()
        as usize
}

#[test]
fn whoever_else_is_in_the_case_is_named_until_they_leave() {
    let mut office = office();
    office.a_case();
    let mut desk = desk_of(office);
    at_the_case(&mut desk);
    desk.hides("in this case too").hides("+Tom");
    let mut tom = desk.another("Tom Reed");
    assert_eq!(present(&mut desk), 1);
    at_the_case(&mut tom);
    tom.shows("M-0001 +Priya")
        .shows("Priya is in this case too. Both of you can type; the timeline shows who.");
    desk.look()
        .shows("M-0001 +Tom")
        .shows("Tom is in this case too. Both of you can type; the timeline shows who.");
    // Nothing is written by keys on the page, and a calendar over it is still the same case.
    let before = desk.worker.store().timeline(1, None, 1).unwrap().len();
    desk.keys("Right Right Left Left F7 Backspace").shows("M-0001 +Tom");
    assert_eq!(desk.worker.store().timeline(1, None, 1).unwrap().len(), before);
    tom.keys("F5").pause();
    desk.look().hides("+Tom").hides("in this case too");
    desk.keys("F5").pause();
    assert_eq!(present(&mut desk), 0);
}

#[test]
fn what_a_crash_left_behind_is_not_believed_for_ever() {
    let mut office = office();
    office.a_case();
    let mut desk = desk_of(office);
    let path = desk.folder.path().join("office.mediation");
    let file = rusqlite::Connection::open(path).unwrap();
    let (old, case) = (1_795_532_520_000_i64 - 13 * 3_600_000, "(SELECT id FROM cases)");
    file.execute(&format!("INSERT INTO presence VALUES (77, {case}, 'Ann Lee', {old})"), []).unwrap();
    at_the_case(&mut desk);
    desk.hides("+Ann");
    let now = 1_795_532_520_000_i64;
    desk.worker.store().clear_presence(now).unwrap();
    assert_eq!(present(&mut desk), 1);
}

#[test]
fn two_desks_under_one_name_keep_their_own_marks() {
    let mut office = office();
    office.a_case();
    let mut desk = desk_of(office);
    at_the_case(&mut desk);
    let mut second = desk.another("Priya Nair");
    at_the_case(&mut second);
    // The name tells nobody apart: that it is another desk of one's own is said.
    second.shows("M-0001 +your other desk");
    second.shows("Another desk under your own name is in this case too. Both can type.");
    second.worker.store().clear_presence(1_795_532_520_000).unwrap();
    assert_eq!(present(&mut desk), 2);
    second.keys("F5").pause();
    assert_eq!(present(&mut desk), 1);
    second.worker.store().clear_presence(1_795_532_520_000 + 13 * 3_600_000).unwrap();
    assert_eq!(present(&mut desk), 0);
}

/// A desk at a file with one case, whose writes fail when they are told to.
fn failing_desk() -> (Desk, Plan) {
    let mut office = office();
    office.a_case();
    let folder = office.folder.take().unwrap();
    let (engine, plan) = Failing::around(Box::new(Sqlite::open(&office.path()).unwrap()));
    (Desk::with(Worker::trusted(Store::new(Box::new(engine))), folder, Place::Today), plan)
}

#[test]
fn a_file_that_cannot_be_written_is_not_written_to_say_who_is_there() {
    let (mut desk, plan) = failing_desk();
    plan.rounds(vec![Turn::FailsBefore(Fault::ReadOnly)]);
    at_the_case(&mut desk);
    desk.shows("M-0001").hides("NOT SAVED");
    assert_eq!(present(&mut desk), 0);
}

#[test]
fn who_is_there_is_said_when_nobody_asks_for_anything() {
    let (mut desk, plan) = failing_desk();
    plan.next_writes([Turn::FailsBefore(Fault::Busy)]);
    desk.keys("F3").text("M-0001").keys("Enter").shows("Summary").keys("F3").text("ach").shows("Kelechi");
    assert!(!plan.is_used_up(), "what is asked for goes before it");
    desk.keys("Esc").pause();
    assert!(plan.is_used_up());
    assert_eq!(present(&mut desk), 0, "another desk was writing");
    desk.pause();
    assert_eq!(present(&mut desk), 1);
}

#[test]
fn the_worker_says_where_the_desk_is_though_nobody_watches() {
    let mut office = office();
    let case = office.a_case().case;
    let (jobs, todo) = mpsc::channel();
    let (answers, told) = mpsc::channel();
    let worker = Worker::trusted(Store::new(Box::new(Sqlite::open(&office.path()).unwrap())));
    let thread = std::thread::spawn(move || worker.run(&todo, |answer| answers.send(answer).is_ok()));
    // A quiet moment in which another desk is seen: what the worker does after a start is done with it.
    jobs.send(Job::Watch(true)).unwrap();
    office.an_enquiry();
    while told.recv_timeout(Duration::from_secs(20)).unwrap() != Answer::Changed {}
    jobs.send(Job::Watch(false)).unwrap();
    for (cases, marks) in [(vec![case], 1), (Vec::new(), 0)] {
        jobs.send(Job::Here(cases, "Priya Nair".to_owned(), 1)).unwrap();
        let begun = Instant::now();
        while office.number("SELECT count(*) FROM presence") != marks {
            assert!(begun.elapsed() < Duration::from_secs(20), "it is never said");
            std::thread::sleep(Duration::from_millis(20));
        }
    }
    jobs.send(Job::Leave).unwrap();
    assert!(thread.join().unwrap());
}

#[test]
fn to_say_who_is_there_no_other_desk_is_waited_for() {
    let mut office = office();
    let case = office.a_case().case;
    let another = office.raw();
    another.execute_batch("BEGIN IMMEDIATE").unwrap();
    let begun = Instant::now();
    let said = office.store.be_in(&[case], "Priya Nair", 1);
    // A write would have waited five seconds.
    assert!(begun.elapsed() < Duration::from_secs(4));
    assert_eq!(said, Err(NotDone::Failed(Fault::Busy)));
    another.execute_batch("COMMIT").unwrap();
    office.store.be_in(&[case], "Priya Nair", 1).unwrap();
    assert_eq!(office.number("SELECT count(*) FROM presence"), 1);
    office.store.be_nowhere().unwrap();
    assert_eq!(office.number("SELECT count(*) FROM presence"), 0);
}

#[test]
fn two_values_for_one_field_are_shown_and_one_key_chooses() {
    let mut office = office();
    let made = office.a_case();
    let mut desk = desk_of(office);
    at_the_case(&mut desk);
    let mut tom = desk.another("Tom Reed");
    at_the_case(&mut tom);
    // Both open the window; the third line is the school.
    desk.keys("e").choose("School");
    tom.keys("e").choose("School");
    desk.look();
    tom.keys("Ctrl+A").text("Larkfield").keys("F9");
    desk.keys("Ctrl+A").text("Larkfeld").keys("F9");
    desk.shows("School: Tom wrote 'Larkfield'. Yours is kept too; F9 on the case chooses.");
    desk.shows("F9  Two values for School").shows("F9 Choose");
    desk.keys("F9").shows("t  'Larkfield'   Tom, 15:02").shows("m  'Larkfeld'   you, 15:02");
    desk.keys("x")
        .shows("it was typed twice")
        .keys("m")
        .shows("School: as you chose. The other value is in the timeline.");
    let page = desk.worker.store().case_page(made.case).unwrap();
    assert_eq!(&*page.detail(mediation_line::domain::detail::Detail::School).typed, "Larkfeld");
    tom.look().hides("Two values").keys("F5");
    let told: Vec<String> = page.timeline.iter().map(|line| line.words.0.clone()).collect();
    assert!(told.contains(&"School stays: Larkfield. Beside it: Larkfeld.".to_owned()), "{told:?}");
}

#[test]
fn a_number_of_the_authority_typed_at_two_desks_is_asked_for_and_not_refused() {
    let mut office = office();
    let made = office.a_case();
    let mut desk = desk_of(office);
    let mut tom = desk.another("Tom Reed");
    for desk in [&mut desk, &mut tom] {
        at_the_case(desk);
        desk.keys("Right Right Down e").choose("Phone");
    }
    tom.keys("Ctrl+A").text("01632 960222").keys("F9");
    desk.look();
    desk.keys("Ctrl+A").text("01632 960333").keys("F9");
    desk.shows("LA phone: Tom wrote '01632 960222'. Yours is kept too; F9 on the case chooses.");
    desk.keys("Left Left").shows("F9  Two values for LA phone").keys("F9");
    desk.shows("LA phone: it was typed twice")
        .shows("t  '01632 960222'   Tom")
        .shows("m  '01632 960333'   you");
    desk.keys("m");
    let parties = desk.worker.store().case_page(made.case).unwrap().parties;
    assert!(parties.iter().any(|p| &*p.contact.phone == "01632 960333"), "{parties:?}");
}

#[test]
fn a_call_about_a_case_names_the_other_desk_and_shows_what_it_wrote() {
    let mut office = office();
    let made = office.a_case();
    let mut desk = desk_of(office);
    let mut tom = desk.another("Tom Reed");
    at_the_case(&mut desk);
    desk.keys("c").shows("CALL C-").hides("+Tom");
    at_the_case(&mut tom);
    tom.shows("+Priya");
    assert!(desk.watches(), "a call about a case is told of other desks");
    desk.look().shows("CALL C-0002 +Tom");
    desk.keys("Alt+S").text(" Primary School");
    tom.keys("e").choose("School").keys("Ctrl+A").text("Castle Hill").keys("F9");
    tom.keys("e").choose("Plan").keys("Ctrl+A").text("final plan").keys("F9");
    // The field that is being typed in stays as it is; the other one is shown.
    desk.look().shows("Primary School").hides("Castle Hill");
    assert!(desk.draw(120, 40).0.contains("final plan"), "{}", desk.draw(120, 40).0);
    desk.wait(3000);
    let clashes = desk.worker.store().clashes(made.case).unwrap();
    assert_eq!((clashes.len(), &*clashes[0].stands), (1, "Castle Hill"));
    tom.keys("F5").pause();
    desk.look().hides("+Tom");
}
