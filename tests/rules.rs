//! The rules of `src/domain`, each numbered sentence named by a test.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use chrono::NaiveDate;

mod authority;
mod best_time;
mod booking;
mod call;
mod callers_own;
mod certificate;
mod closing;
mod consent;
mod consent_how;
mod consent_shut;
mod consent_when;
mod consent_who;
mod contact;
mod day_by_day;
mod deadline;
mod detail;
mod ended;
mod enquiry;
mod find;
mod ladder;
mod likeness;
mod missed;
mod moment;
mod outcome;
mod phone;
mod promise;
mod queue;
mod queue_away;
mod reading;
mod reference;
mod relation;
mod same_child;
mod service;
mod slot;
mod snooze;
mod spelt;
mod subject;
mod suits;
mod taken_back;
mod text;
mod typed_day;
mod typed_time;
mod willingness;
mod worked_cases;
mod working_days;
mod young_person;

/// A day written as in the files: `2026-11-24`.
pub(crate) fn day(text: &str) -> NaiveDate {
    text.parse().unwrap_or_else(|_| panic!("not a day: {text}"))
}
