//! Screens used as a person uses them: what is done, what comes back, what is seen.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod about_case;
mod after;
mod any_keys;
mod beside_the_way;
mod broken_off;
pub(crate) mod budgets;
pub(crate) mod calendar;
mod call_notes;
mod calls;
mod case;
mod clock;
mod cut_off;
pub(crate) mod desk;
mod finding;
mod finished;
mod handover;
mod kept;
mod lists;
mod looks;
mod mediators;
mod morning;
mod one_child;
mod promised;
mod put_by;
mod quarter;
mod returns;
mod schools;
pub(crate) mod screen;
mod setting_up;
mod slips;
mod spelt;
mod taker;
mod taker_asks;
mod today;
mod twice;
mod undo;
