//! A mistake of ours in the loop: what was sent is written first, within a bound, and the end is told as a fault.
//!
//! The program has no hidden way to panic, so the loop here is a closure; the worker, its thread, its jobs and
//! the end are the program's own.

use std::sync::mpsc::{self, Sender};
use std::time::{Duration, Instant};

use mediation_line::protocol::command::{Command, Intention};
use mediation_line::runtime::leaving::{GRACE, NOT_ALL, Work, caught, leave};
use mediation_line::runtime::worker::{Job, Worker};
use mediation_line::store::Store;
use mediation_line::store::calls::CallWrite;
use mediation_line::store::db::Fault;
use mediation_line::store::sqlite::Sqlite;

use crate::contract::failing::{Failing, Plan, Turn};
use crate::contract::office::Office;

/// How many calls are sent before the mistake.
const SENT: i64 = 12;

/// A worker at the file of this office, in a thread of its own.
fn worker(office: &Office) -> (Sender<Job>, Work, Plan) {
    let (engine, plan) = Failing::around(Box::new(Sqlite::open(&office.path()).unwrap()));
    let (jobs, todo) = mpsc::channel();
    let thread = std::thread::spawn(move || {
        // Nobody hears the answers, as when the loop has stopped hearing them.
        anyhow::ensure!(Worker::trusted(Store::new(Box::new(engine))).run(&todo, |_| true), NOT_ALL);
        Ok(())
    });
    (jobs, thread, plan)
}

/// The loop: sends some calls, and makes a mistake.
fn turns(office: &mut Office, jobs: &Sender<Job>) -> anyhow::Result<()> {
    for _ in 0..SENT {
        let call = office.id();
        let what = Intention::Call(CallWrite::Start { call, about: None });
        jobs.send(Job::Do(Box::new(Command { what, signed: office.signed() })))?;
    }
    // A panic without its hook, so that nothing is printed between the tests.
    std::panic::resume_unwind(Box::new(()));
}

/// What `run` does around its loop. Gives the sentence, and how long the end took.
fn ended(office: &mut Office, jobs: &Sender<Job>, thread: Work) -> (String, Duration) {
    let ended = caught(|| turns(office, jobs));
    assert!(ended.is_err());
    let begun = Instant::now();
    jobs.send(Job::Leave).unwrap();
    let said = leave(ended, Some(thread), Duration::MAX).unwrap_err().to_string();
    (said, begun.elapsed())
}

#[test]
fn what_was_sent_before_a_mistake_is_written() {
    let mut office = Office::in_file();
    let (jobs, thread, plan) = worker(&office);
    // The first write is late, so that all others wait behind it when the mistake happens.
    plan.next_writes([Turn::FailsBefore(Fault::Busy)]);
    let (said, took) = ended(&mut office, &jobs, thread);
    assert_eq!(said, "Everything sent to the file before is written.");
    assert_eq!(office.number("SELECT count(*) FROM calls"), SENT);
    assert!(took < GRACE, "{took:?}");
}

#[test]
fn a_file_that_takes_nothing_is_not_waited_for_without_end() {
    let mut office = Office::in_file();
    let (jobs, thread, plan) = worker(&office);
    plan.rounds(vec![Turn::FailsBefore(Fault::Full)]);
    let (said, took) = ended(&mut office, &jobs, thread);
    assert_eq!(said, NOT_ALL);
    assert!((GRACE..GRACE * 3).contains(&took), "{took:?}");
    assert_eq!(office.number("SELECT count(*) FROM calls"), 0);
    // The worker goes on trying; it is let go.
    plan.rounds(vec![]);
}

#[test]
fn a_person_who_leaves_waits_for_the_file_and_gets_the_end_of_the_loop() {
    let mut office = Office::in_file();
    let (jobs, thread, plan) = worker(&office);
    plan.next_writes([Turn::FailsBefore(Fault::Busy)]);
    let what = Intention::Call(CallWrite::Start { call: office.id(), about: None });
    jobs.send(Job::Do(Box::new(Command { what, signed: office.signed() }))).unwrap();
    jobs.send(Job::Leave).unwrap();
    leave(caught(|| Ok(())), Some(thread), Duration::MAX).unwrap();
    assert_eq!(office.number("SELECT count(*) FROM calls"), 1);
    let gone = leave(caught(|| anyhow::bail!("the terminal is gone")), None, GRACE).unwrap_err();
    assert_eq!(gone.to_string(), "the terminal is gone");
}

#[test]
fn a_person_who_leaves_all_the_same_waits_a_short_while() {
    let mut office = Office::in_file();
    let (jobs, thread, plan) = worker(&office);
    plan.rounds(vec![Turn::FailsBefore(Fault::Full)]);
    let what = Intention::Call(CallWrite::Start { call: office.id(), about: None });
    jobs.send(Job::Do(Box::new(Command { what, signed: office.signed() }))).unwrap();
    jobs.send(Job::Leave).unwrap();
    let begun = Instant::now();
    let said = leave(Ok(Ok(())), Some(thread), GRACE).unwrap_err().to_string();
    assert_eq!(said, NOT_ALL);
    assert!((GRACE * 2..GRACE * 4).contains(&begun.elapsed()), "{:?}", begun.elapsed());
    // The worker goes on trying; it is let go.
    plan.rounds(vec![]);
}

#[test]
fn a_worker_that_died_is_told_of() {
    let dead = || std::thread::spawn(|| std::panic::resume_unwind(Box::new(())));
    let said = leave(Ok(Ok(())), Some(dead()), GRACE).unwrap_err().to_string();
    assert!(said.starts_with("Mediation Line stopped by a mistake of its own."), "{said}");
    let said = leave(Err(Box::new(())), Some(dead()), GRACE).unwrap_err().to_string();
    assert!(said.starts_with("Not everything could be written."), "{said}");
}
