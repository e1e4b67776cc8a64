//! A clock that ran out is written down once, by whoever notices it first.

use std::sync::mpsc::channel;

use super::super::office::{Office, typed};
use super::everywhere;
use mediation_line::domain::detail::Detail;
use mediation_line::domain::subject::Route;
use mediation_line::runtime::worker::{Job, Worker};
use mediation_line::store::Store;
use mediation_line::store::after::AfterWrite;
use mediation_line::store::cases::CaseWrite;
use mediation_line::store::sqlite::Sqlite;

const WRITTEN: &str = "30 days ran out";

fn misses(office: &mut Office, case: i64) -> Vec<String> {
    let lines = office.store.timeline(case, None, 200).unwrap();
    lines.into_iter().filter(|l| l.act.contains("ran out")).map(|l| l.act).collect()
}

/// A morning's look.
fn morning(office: &mut Office) -> usize {
    let mut signed = office.signed();
    let (mut at, mut found) = (None, 0);
    loop {
        signed.id += 256;
        let (next, some) = office.tries(|store| store.record_misses(at, &signed)).unwrap();
        found += some;
        at = next;
        if at.is_none() {
            office.take_keys_from(signed.id + 256);
            return found;
        }
    }
}

#[test]
fn the_morning_writes_a_miss_once_and_touches_nothing_else() {
    everywhere(|office| {
        let made = office.a_case_on(Route::Statutory);
        let day = office.today();
        office.case(&CaseWrite::LaInformed { case: made.case, day }).unwrap();
        office.days_later(30);
        assert_eq!(morning(office), 0, "the last day is not over");
        office.days_later(1);
        let touched = office.store.facts(made.case).unwrap().touched;
        assert_eq!(morning(office), 1);
        assert_eq!(morning(office), 0);
        let lines = misses(office, made.case);
        assert!(lines.len() == 1 && lines[0].starts_with(WRITTEN), "{lines:?}");
        assert_eq!(office.store.facts(made.case).unwrap().touched, touched);
    });
}

#[test]
fn a_change_writes_what_ran_out_before_it() {
    everywhere(|office| {
        let made = office.a_case_on(Route::Statutory);
        let day = office.today();
        office.case(&CaseWrite::LaInformed { case: made.case, day }).unwrap();
        office.days_later(40);
        for _ in 0..2 {
            let (note, body) = (office.id(), "Rang.".into());
            office.case(&CaseWrite::Note { case: made.case, note, body }).unwrap();
        }
        assert_eq!(misses(office, made.case).len(), 1);
        assert_eq!(morning(office), 0);
    });
}

#[test]
fn a_corrected_day_is_no_miss() {
    everywhere(|office| {
        let made = office.a_case_on(Route::Statutory);
        let day = office.today();
        office.case(&CaseWrite::LaInformed { case: made.case, day }).unwrap();
        office.days_later(31);
        let day = office.today();
        office.case(&CaseWrite::LaInformed { case: made.case, day }).unwrap();
        assert_eq!(misses(office, made.case), [""; 0]);
    });
}

#[test]
fn a_miss_that_was_none_after_all_is_written_beside_it_and_outlives_the_details() {
    everywhere(|office| {
        let made = office.a_case_on(Route::Statutory);
        let (first, case) = (office.today(), made.case);
        office.case(&CaseWrite::LaInformed { case, day: first }).unwrap();
        office.days_later(31);
        assert_eq!(morning(office), 1);
        assert!(matches!(office.store.misses(case).unwrap()[..], [(_, true)]));
        // It was the day after that the authority was told.
        let day = first.succ_opt().unwrap();
        office.case(&CaseWrite::LaInformed { case, day }).unwrap();
        for erased in [false, true] {
            if erased {
                office.case(&CaseWrite::Erase { case }).unwrap();
            }
            assert!(matches!(office.store.misses(case).unwrap()[..], [(_, false)]), "{erased}");
            let lines = office.store.timeline(case, None, 200).unwrap();
            let said = lines.iter().filter(|l| l.act.starts_with("Not missed after all: 30 days, "));
            assert_eq!(said.count(), 1, "{lines:?}");
        }
        let lines = misses(office, case);
        assert!(lines[0].ends_with(", no meeting (not missed after all)"), "{lines:?}");
    });
}

#[test]
fn an_agreed_action_that_is_not_done_is_kept_with_its_days_and_is_no_miss_of_the_office() {
    let mut office = Office::in_file();
    let made = office.a_case_on(Route::Statutory);
    let (case, action, due) = (made.case, office.id(), office.today() + chrono::Days::new(14));
    let agreed = AfterWrite::Agreed {
        case,
        action,
        booking: None,
        what: "Speech therapy report".into(),
        who: "the LA".into(),
        period: "",
        typed: "".into(),
        due: Some(due),
    };
    office.case(&CaseWrite::After(agreed)).unwrap();
    office.days_later(20);
    let before = morning(&mut office);
    office.case(&CaseWrite::After(AfterWrite::ActionDone { case, action, done: false })).unwrap();
    assert_eq!((before, morning(&mut office)), (0, 0));
    assert_eq!(misses(&mut office, case), [""; 0]);
    let overdue = "SELECT count(*) FROM agreed_actions WHERE state = 'dropped' AND done > due";
    assert_eq!(office.number(overdue), 1, "what is counted as overdue");
    assert_eq!(office.store.timeline(case, None, 1).unwrap()[0].act, "Agreed action not done");
}

#[test]
fn a_silent_family_and_a_vague_letter() {
    let mut office = Office::in_memory();
    let made = office.a_case_of_a_silent_family();
    let letter = typed(Detail::Letter, "");
    let details = vec![(letter.0, "Nov".into(), "2026-11-01..2026-11-30".into())];
    office.case(&CaseWrite::Details { case: made.case, details, known: Vec::new() }).unwrap();
    let end: chrono::NaiveDate = "2027-01-30".parse().unwrap();
    let days = (end - office.today()).num_days() as u64;
    office.days_later(days);
    assert_eq!(morning(&mut office), 0, "it may have been the 30th");
    office.days_later(1);
    assert_eq!(morning(&mut office), 1);
    assert_eq!(misses(&mut office, made.case), ["2 months ran out Sat 30 Jan, not heard"]);
}

#[test]
fn many_cases_are_looked_at_a_page_at_a_time() {
    let mut office = Office::in_memory();
    for _ in 0..70 {
        let made = office.a_case_on(Route::Statutory);
        let day = office.today();
        office.case(&CaseWrite::LaInformed { case: made.case, day }).unwrap();
    }
    office.days_later(31);
    assert_eq!(morning(&mut office), 70);
    assert_eq!(morning(&mut office), 0);
}

#[test]
fn the_worker_looks_when_a_day_begins() {
    let mut office = Office::in_file();
    let made = office.a_case_on(Route::Statutory);
    let day = office.today();
    office.case(&CaseWrite::LaInformed { case: made.case, day }).unwrap();
    office.days_later(31);
    let (jobs, taken) = channel();
    let worker = Worker::new(Store::new(Box::new(Sqlite::open(&office.path()).unwrap())), String::new());
    let signed = office.signed();
    jobs.send(Job::Checked(Ok(()))).unwrap();
    jobs.send(Job::NewDay(signed)).unwrap();
    jobs.send(Job::Leave).unwrap();
    worker.run(&taken, |_| true);
    let lines = misses(&mut office, made.case);
    assert!(lines.len() == 1 && lines[0].starts_with(WRITTEN), "{lines:?}");
    assert_eq!(office.number("SELECT count(*) FROM misses WHERE clock = 'meet_by' AND day > due"), 1);
}
