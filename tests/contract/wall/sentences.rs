//! The wall, as sentences, each beside the SQL that tries to get through it. Only the last statement of a row has
//! to be refused; those before it prepare the ground and may succeed.

mod after;
mod bounded;
mod calendar;
mod consent;
mod erasing;
mod family;
mod history;
mod late;
mod light;

pub(super) use after::AFTER;
pub(super) use bounded::BOUNDED;
pub(super) use calendar::{CALENDAR, NUMBERS};
pub(super) use consent::CONSENT;
pub(super) use erasing::{ALLOWED, ERASING};
pub(super) use family::FAMILY;
pub(super) use history::HISTORY;
pub(super) use late::LATE;
pub(super) use light::{IN_DOUBT, LIGHT};

/// A sentence and its statements.
pub(super) type Sentences = &'static [(&'static str, &'static str)];

/// All that has to be refused.
pub(super) const REFUSED: [Sentences; 10] =
    [AFTER, BOUNDED, LATE, LIGHT, FAMILY, CONSENT, HISTORY, CALENDAR, NUMBERS, ERASING];
