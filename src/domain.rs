//! The rules of the service and of the law, in plain words.
//!
//! Nothing here reads a clock, a terminal or a database: what a rule needs is a parameter.

pub mod authority;
pub mod deadline;
pub mod phone;
pub mod typed_day;
pub mod typed_time;
pub mod working_days;
pub mod young_person;
