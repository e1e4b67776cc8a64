//! An answer that was lost, and two desks at one case.

use mediation_line::domain::detail::Detail;
use mediation_line::domain::willingness::Answer;
use mediation_line::store::NotDone;
use mediation_line::store::parties::PartyWrite;

use super::*;

#[test]
fn the_same_intention_sent_twice_is_there_once() {
    let mut office = Office::in_file();
    let made = office.a_case();
    let before = office.number("SELECT count(*) FROM history");
    let signed = office.signed();
    let note = CaseWrite::Note { case: made.case, note: office.id(), body: "Once.".into() };
    let answer = PartyWrite::Answer {
        case: made.case,
        party: made.authority,
        answer: office.id(),
        what: Answer::Asked,
        person: "".into(),
        words: "".into(),
        how: "phone".into(),
        chase: None,
    };
    let (call, case) = (Some(made.call), made.case);
    let visit = Some("Kelechi Achebe".into());
    let detail = CallWrite::FamilyDetail {
        call,
        case,
        detail: typed(Detail::Child, "K. Achebe"),
        visit,
        known: Vec::new(),
    };
    let start = CallWrite::Start { call: office.id(), about: None };
    let later: Vec<_> = (0..3).map(|_| office.signed()).collect();
    for _ in 0..3 {
        office.store.case_write(&note, &signed).unwrap();
        office.store.party_write(&answer, &later[0]).unwrap();
        office.store.call_write(&detail, &later[1]).unwrap();
        office.store.call_write(&start, &later[2]).unwrap();
    }
    assert_eq!(office.number("SELECT count(*) FROM history") - before, 4);
    assert_eq!(office.number("SELECT count(*) FROM answers WHERE answer = 'asked'"), 1);
    assert_eq!(office.number("SELECT last FROM counters WHERE kind = 'C'"), 2);
    assert_eq!(office.number("SELECT chases FROM parties WHERE kind = 'local authority'"), 0);
}

#[test]
fn what_was_typed_after_a_lost_answer_is_saved_and_its_visit_is_one_line() {
    let mut office = Office::in_file();
    let made = office.a_full_call();
    let signed = office.signed();
    for name in ["Kelechi", "Kelechi Ach", "Kelechi Achebe-Obi"] {
        let (call, case) = (Some(made.call), made.case);
        let visit = Some("Kelechi Achebe".into());
        let detail = typed(Detail::Child, name);
        office
            .store
            .call_write(&CallWrite::FamilyDetail { call, case, detail, visit, known: Vec::new() }, &signed)
            .unwrap();
    }
    let child = office.store.details(made.case).unwrap();
    let child = child.iter().find(|(detail, _)| *detail == Detail::Child).unwrap();
    assert_eq!(&*child.1.typed, "Kelechi Achebe-Obi");
    assert_eq!(office.number("SELECT count(*) FROM history_words WHERE words = 'was: Kelechi Achebe'"), 1);
}

#[test]
fn two_desks_at_one_case_lose_nothing_of_each_other() {
    let mut office = Office::in_file();
    let made = office.a_case();
    let mut tom = office.another_desk();
    // Both have read the case; both change it.
    for turn in 0..5 {
        let (case, note) = (made.case, office.id());
        office.case(&CaseWrite::Note { case, note, body: format!("Priya {turn}").into() }).unwrap();
        tom.answers_by(&made, made.authority, Answer::Asked, "phone").unwrap();
    }
    let page = office.store.case_page(made.case).unwrap();
    assert_eq!(page.timeline.iter().filter(|line| line.act == "Note").count(), 5);
    let authority = page.parties.iter().find(|party| party.facts.id == made.authority).unwrap();
    assert_eq!(authority.given.len(), 5);
    assert_eq!(authority.facts.chases, 4);
    assert!(office.store.changed().unwrap());
}

#[test]
fn two_desks_at_the_same_instant_lose_nothing_of_each_other() {
    let office = Office::in_file();
    let mut desks: Vec<Office> = (0..3).map(|_| office.another_desk()).collect();
    let made = desks[0].a_case();
    for (at, desk) in desks.iter_mut().enumerate() {
        desk.take_keys_from(200_000_000 * (at as i64 + 1));
    }
    std::thread::scope(|scope| {
        for desk in &mut desks {
            scope.spawn(move || {
                for _ in 0..12 {
                    let (case, note) = (made.case, desk.id());
                    let write = CaseWrite::Note { case, note, body: "One of many.".into() };
                    // Whoever lost five times in a row says so and sends the same again.
                    let signed = desk.signed();
                    while let Err(refused) = desk.store.case_write(&write, &signed) {
                        assert_eq!(refused, NotDone::Failed(Fault::Conflict));
                    }
                }
            });
        }
    });
    assert_eq!(office.number("SELECT count(*) FROM notes WHERE call_id IS NULL"), 36);
    assert_eq!(office.number("SELECT count(*) FROM history WHERE act = 'Note'"), 36);
    assert_eq!(office.number("SELECT rev FROM cases"), 1 + 1 + 36);
}

#[test]
fn a_write_that_failed_leaves_nothing_and_can_be_sent_again() {
    for fault in [Fault::Busy, Fault::Full, Fault::Disk, Fault::ReadOnly] {
        let (engine, plan) = Failing::around(Box::new(Sqlite::in_memory().unwrap()));
        let mut office = Office::around(Box::new(engine));
        let made = office.a_case();
        let lines = office.store.timeline(made.case, None, 100).unwrap().len();
        let signed = office.signed();
        let write = CaseWrite::Note { case: made.case, note: office.id(), body: "Once.".into() };
        plan.next_writes([Turn::FailsBefore(fault.clone())]);
        assert_eq!(office.store.case_write(&write, &signed), Err(NotDone::Failed(fault.clone())));
        assert!(fault.may_pass());
        assert_eq!(office.store.timeline(made.case, None, 100).unwrap().len(), lines);
        plan.next_reads([Turn::FailsBefore(fault.clone())]);
        assert_eq!(office.store.case_write(&write, &signed), Err(NotDone::Failed(fault)));
        office.store.case_write(&write, &signed).unwrap();
        assert_eq!(office.store.timeline(made.case, None, 100).unwrap().len(), lines + 1);
    }
}
