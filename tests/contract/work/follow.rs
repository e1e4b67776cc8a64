//! Handovers and rows that are put off: a write whose commit was refused, or whose answer was lost, is sent again
//! with the same key and is in the file once.

use chrono::NaiveTime;
use mediation_line::domain::moment::Moment;
use mediation_line::store::handovers::HandoverWrite;
use mediation_line::store::office::OfficeWrite;
use mediation_line::store::{NotDone, Signed, Store};

use super::*;

type Send = Box<dyn Fn(&mut Store, &Signed) -> Result<(), NotDone>>;

fn handover(write: HandoverWrite) -> Send {
    Box::new(move |store, signed| store.handover_write(&write, signed))
}

fn offer(office: &mut Office, item: Item, to: &str, instead: Option<i64>) -> (i64, Send) {
    let id = office.id();
    let write = HandoverWrite::Offer { id, item, to: to.into(), words: "".into(), instead };
    (id, handover(write))
}

/// Sends it: the first commit goes as it is told, the second works. Gives the lines of history it made.
fn sent_again(office: &mut Office, plan: &Plan, turn: Turn, send: &Send, staff: &str) -> i64 {
    let signed = Signed { staff: staff.to_owned(), ..office.signed() };
    let before = history(office);
    plan.next_writes([turn]);
    assert!(matches!(send(&mut office.store, &signed), Err(NotDone::Failed(fault)) if fault.may_pass()));
    send(&mut office.store, &signed).unwrap();
    send(&mut office.store, &signed).unwrap();
    history(office) - before
}

fn history(office: &Office) -> i64 {
    office.number("SELECT count(*) FROM history")
}

/// An office whose engine does what it is told, on a file that can be looked into.
fn in_file_with_turns() -> (Office, Plan) {
    let mut office = Office::in_file();
    let (engine, plan) = Failing::around(Box::new(Sqlite::open(&office.path()).unwrap()));
    office.store = Store::new(Box::new(engine));
    (office, plan)
}

#[test]
fn a_handover_and_a_row_put_off_are_in_the_file_once_however_often_they_are_sent() {
    for turn in
        [Turn::FailsBefore(Fault::Busy), Turn::FailsBefore(Fault::Disk), Turn::AnswerLost(Fault::Disk)]
    {
        let (mut office, plan) = in_file_with_turns();
        let made = office.a_case();
        let enquiry = office.an_enquiry();
        let row = Item::Case(made.case);
        let again = |office: &mut Office, send: &Send, staff: &str| {
            assert_eq!(sent_again(office, &plan, turn.clone(), send, staff), 1, "{turn:?}");
        };
        let (first, send) = offer(&mut office, row, "Tom Reed", None);
        again(&mut office, &send, "Priya Nair");
        let (second, send) = offer(&mut office, row, "Ann Lee", Some(first));
        again(&mut office, &send, "Priya Nair");
        let (of_enquiry, send) = offer(&mut office, Item::Enquiry(enquiry), "Ann Lee", None);
        again(&mut office, &send, "Priya Nair");
        let count = |state: &str| format!("SELECT count(*) FROM handovers WHERE state = '{state}'");
        assert_eq!((office.number(&count("offered")), office.number(&count("taken back"))), (2, 1));
        again(&mut office, &handover(HandoverWrite::Accept { id: second }), "Ann Lee");
        let decline = HandoverWrite::Decline { id: of_enquiry, words: "".into() };
        again(&mut office, &handover(decline), "Ann Lee");
        assert_eq!((office.number(&count("accepted")), office.number(&count("declined"))), (1, 1));
        let facts = office.store.facts(made.case).unwrap();
        let rows =
            mediation_line::domain::queue::attention(&facts, office.store.law(), office.store.office());
        let until = Moment { day: office.today(), time: NaiveTime::from_hms_opt(16, 0, 0) };
        let (case, id) = (made.case, office.id());
        let (why, party, booking) = (rows[0].why, rows[0].party, rows[0].booking);
        let snooze = CaseWrite::Snooze { case, id, why, party, booking, until };
        let send: Send = Box::new(move |store, signed| store.case_write(&snooze, signed));
        again(&mut office, &send, "Ann Lee");
        assert_eq!(office.number("SELECT count(*) FROM snoozes WHERE taken_back IS NULL"), 1);
        let moved = OfficeWrite::MoveEnquiry(enquiry, day("2026-12-01"));
        let send: Send = Box::new(move |store, signed| store.office_write(&moved, signed));
        again(&mut office, &send, "Ann Lee");
    }
}

#[test]
fn an_offer_that_another_has_seen_nothing_of_is_refused_and_wipes_nothing() {
    let mut office = Office::in_file();
    let made = office.a_case();
    let (first, send) = offer(&mut office, Item::Case(made.case), "Tom Reed", None);
    let signed = office.signed();
    send(&mut office.store, &signed).unwrap();
    let (_, unseen) = offer(&mut office, Item::Case(made.case), "Ann Lee", None);
    let signed = office.signed();
    let refused = unseen(&mut office.store, &signed).unwrap_err().to_string();
    assert_eq!(refused, "Offered to Tom Reed a moment ago, not accepted yet. g shows it.");
    assert_eq!(office.number("SELECT count(*) FROM handovers"), 1);
    assert_eq!(office.store.people().unwrap().offered[0].id, first);
}
