//! The values of a row of Finish, so short that the row takes two lines and what is to be read out stays in sight.
//!
//! The longest values give way first, each with two dots at its end; a telephone number is never cut. The whole value
//! stands in its field and in the file.

use crate::widgets::frame::{cells, fit};

/// The cells that a value keeps however little room there is: a number, most names and schools.
const KEPT: usize = 24;
/// The column under which a row goes on, and what breaking at words may leave empty.
const TAKEN: usize = 10 + 12;

/// Each value as it fits into a row of two lines, of which the beginning takes `head` cells.
pub(super) fn in_two_lines(values: &[&str], head: usize, width: usize) -> Vec<String> {
    let values: Vec<&str> = values.iter().map(|value| value.trim()).filter(|v| !v.is_empty()).collect();
    let gaps = 2 * values.len().saturating_sub(1);
    let room = (2 * width).saturating_sub(TAKEN + head + gaps);
    let takes = |most: usize| values.iter().map(|value| cells(value).min(most)).sum::<usize>() <= room;
    let most = (KEPT..=room.max(KEPT)).rev().find(|most| takes(*most)).unwrap_or(KEPT);
    values.into_iter().map(|value| ended(value, most)).collect()
}

/// A value in so many cells; one that is longer ends with two dots.
pub(super) fn ended(value: &str, most: usize) -> String {
    if cells(value) <= most {
        return value.to_owned();
    }
    format!("{}..", fit(value, most.saturating_sub(2)).trim_end())
}
