//! Taking back and doing again, from a whole desk: the last act, fields, letters, two desks.

mod acts;
mod desks;
mod each;
mod fields;
mod finish;
mod since;
mod stays;
mod tables;
mod unanswered;

use mediation_line::store::history::Happened;

use super::desk::Desk;
use crate::contract::office::Made;

/// The lines of the case's timeline, newest first.
fn timeline(desk: &mut Desk, made: &Made) -> Vec<Happened> {
    desk.worker.store().timeline(made.case, None, 100).unwrap()
}

/// The newest acts of the case's timeline, newest first.
fn acts(desk: &mut Desk, made: &Made, most: usize) -> Vec<String> {
    timeline(desk, made).into_iter().take(most).map(|line| line.act).collect()
}
