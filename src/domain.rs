//! The rules of the service and of the law, in plain words.
//!
//! Nothing here reads a clock, a terminal or a database: what a rule needs is a parameter. Each file begins
//! with its rules as numbered sentences, and each number is named by a test.

pub mod authority;
pub mod best_time;
pub mod booking;
pub mod call;
pub mod callers_own;
pub mod certificate;
pub mod closing;
pub mod consent;
pub mod contact;
pub mod deadline;
pub mod detail;
pub mod enquiry;
pub mod field;
pub mod ladder;
pub mod likeness;
pub mod moment;
pub mod outcome;
pub mod phone;
pub mod promise;
pub mod queue;
pub mod reading;
pub mod reference;
pub mod refusal;
pub mod same_child;
pub mod service;
pub mod slot;
pub mod snooze;
pub mod subject;
pub mod suits;
pub mod text;
pub mod typed_day;
pub mod typed_time;
pub mod willingness;
pub mod working_days;
pub mod young_person;
