//! The cases of the table: each brought to where one row of Today is its most urgent.

use crate::contract::calendar::{at, book, mediator, writes};
use crate::contract::office::{Made, Office, typed};
use chrono::{NaiveDate, NaiveTime};
use mediation_line::domain::detail::Detail;
use mediation_line::domain::outcome::Outcome;
use mediation_line::domain::promise::Part;
use mediation_line::domain::queue::StepKind;
use mediation_line::domain::slot::Slot;
use mediation_line::domain::subject::Route;
use mediation_line::domain::typed_day::DayReading;
use mediation_line::domain::willingness::Answer;
use mediation_line::store::after::{AfterWrite, CertificateAct};
use mediation_line::store::calendar::CalendarWrite;
use mediation_line::store::calls::{CallWrite, NewCase};
use mediation_line::store::cases::{CaseWrite, Promisee};

/// A case with one step promised for today and nothing else.
pub(super) fn stepped(office: &mut Office, what: StepKind) {
    let made = office.a_full_call();
    let (id, today) = (office.id(), office.today());
    let new = NewCase { steps: vec![(id, what, today)], ..office.new_case(&made, Route::Statutory) };
    finished(office, &made, new);
}

/// A family that does not want to meet: a certificate is due.
pub(super) fn declined(office: &mut Office) -> Made {
    let made = office.a_case();
    office.answers(&made, made.family, Answer::NotWilling).unwrap();
    done(office, &made);
    made
}

/// A family that has said nothing yet, of whom nothing is promised.
pub(super) fn silent(office: &mut Office) {
    let made = office.a_full_call();
    let new = NewCase { steps: Vec::new(), family_answer: None, ..office.new_case(&made, Route::Statutory) };
    finished(office, &made, new);
}

fn finished(office: &mut Office, made: &Made, new: NewCase) {
    let (call, case) = (made.call, made.case);
    office.call(&CallWrite::FinishCase { call, new: Some(new), case }).unwrap();
}

pub(super) fn asked(office: &mut Office, times: usize) -> Made {
    let made = office.a_case();
    for _ in 0..times {
        office.answers(&made, made.authority, Answer::Asked).unwrap();
    }
    made
}

pub(super) fn ready(office: &mut Office) -> Made {
    mediator(office, "Ruth Adeyemi");
    office.a_ready_case()
}

/// A date on this day, on the statutory route.
pub(super) fn booked(office: &mut Office, on: &str) -> (Made, i64, i64) {
    let ruth = mediator(office, "Ruth Adeyemi");
    mediator(office, "Col Fenwick");
    let made = office.a_ready_case();
    let slot = Slot { length: 4, ..at(on, 16) };
    let booking = book(office, &made, Some(ruth), slot).unwrap().id;
    (made, ruth, booking)
}

/// A meeting without the regulations' certificate, of which this came.
pub(super) fn met(office: &mut Office, result: Outcome) -> (Made, i64) {
    mediator(office, "Ruth Adeyemi");
    let made = office.a_case_on(Route::DisagreementResolution);
    office.answers(&made, made.authority, Answer::Willing).unwrap();
    let booking = book(office, &made, None, Slot { length: 4, ..at("2026-11-24", 16) }).unwrap().id;
    let outcome = office.id();
    let write = CalendarWrite::Outcome { booking, outcome, result, by: None, words: "".into() };
    writes(office, &write).unwrap();
    (made, booking)
}

pub(super) fn done(office: &mut Office, made: &Made) {
    let steps = office.store.facts(made.case).unwrap().steps;
    for step in steps {
        office.case(&CaseWrite::StepDone { case: made.case, step: step.id }).unwrap();
    }
}

pub(super) fn promised(office: &mut Office) {
    let (made, today) = (ready(office), office.today());
    promises(office, &made, today);
}

/// The family is promised to be rung on a day.
pub(super) fn promises(office: &mut Office, made: &Made, day: NaiveDate) {
    let (case, step) = (made.case, office.id());
    let part = Part::Before(NaiveTime::from_hms_opt(16, 0, 0).unwrap());
    let to = Promisee::Family;
    office.case(&CaseWrite::Promise { case, step, to, day, part, words: "before 4".into() }).unwrap();
}

pub(super) fn after(office: &mut Office, write: AfterWrite) {
    office.case(&CaseWrite::After(write)).unwrap();
}

pub(super) fn in_doubt(office: &mut Office) {
    let (made, ..) = booked(office, "2026-12-09");
    office.answers(&made, made.authority, Answer::PulledOut).unwrap();
    office.answers(&made, made.authority, Answer::Willing).unwrap();
}

pub(super) fn two_values(office: &mut Office) {
    let made = office.a_case();
    done(office, &made);
    let mut tom = office.another_desk();
    for (desk, text) in [(&mut tom, "Larkfield"), (office, "Larkf")] {
        let details = vec![typed(Detail::School, text)];
        let known = vec![(Detail::School, "Larkfield Primary".into())];
        desk.case(&CaseWrite::Details { case: made.case, details, known }).unwrap();
    }
}

pub(super) fn third_party(office: &mut Office) {
    let of = office.a_third_party_call();
    let made = office.give(&of, vec![typed(Detail::Child, "Kelechi Achebe")], "").unwrap();
    let (id, today) = (office.id(), office.today());
    let steps = vec![(id, StepKind::CheckParent, today)];
    let new = NewCase { steps, family_answer: None, ..office.new_case(&made, Route::Statutory) };
    finished(office, &made, new);
}

/// A family that declined: its certificate was sent today, which gives a month for the appeal.
pub(super) fn certified(office: &mut Office) {
    let made = declined(office);
    let due = office.store.facts(made.case).unwrap().after.certificates[0];
    let (case, certificate, ground, event) = (made.case, due.id, due.ground, due.event);
    let act = CertificateAct::Sent { day: office.today(), how: "e-mail".into(), recipient: "mother".into() };
    after(office, AfterWrite::Certificate { case, certificate, ground, event, act });
}

/// Born so that the young person decides from Saturday 26 June 2027.
pub(super) fn decides(office: &mut Office) {
    let made = office.a_full_call();
    let new = NewCase { steps: Vec::new(), ..office.new_case(&made, Route::Statutory) };
    finished(office, &made, new);
    let born = DayReading::Day(NaiveDate::from_ymd_opt(2010, 11, 29).unwrap());
    // Without the day of the letter no appeal stands before it.
    let details = vec![
        (Detail::Born, "29/11/2010".into(), born.to_stored().into()),
        (Detail::Letter, "".into(), "".into()),
    ];
    office.case(&CaseWrite::Details { case: made.case, details, known: Vec::new() }).unwrap();
}
