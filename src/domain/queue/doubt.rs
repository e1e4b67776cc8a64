//! What put a booking in doubt, in the words of Today, and the step that settles it: rule 1.
//!
//! What is missing before a booking comes first, by the order in which it is named everywhere. Where nothing is
//! missing any more the booking is confirmed, unless its mediator or its day is gone. Who decides is absent.

use super::super::typed_day::{day_and_month, short_day};
use super::super::working_days::WorkingDays;
use super::{BookingFacts, CaseFacts, REASON};

/// The step of a booking in doubt that can stand again.
pub const CONFIRM: &str = "Confirm";
/// The step of a booking without a mediator.
pub const FIND_ONE: &str = "Find one";
/// The step of a date on a day that is closed by now.
pub const MOVE_IT: &str = "Move it";

/// `In doubt Wed 9 Dec: LA pulled out`, and the step; the weekday gives way where there is no room for it.
pub(super) fn words(
    facts: &CaseFacts,
    booking: &BookingFacts,
    office: &WorkingDays,
) -> (String, &'static str) {
    let (why, step) = match facts.missing().first() {
        Some(missing) => (missing.in_doubt(), "Settle"),
        None if office.closed(booking.day).is_some() => ("closed that day".to_owned(), MOVE_IT),
        None if booking.away.is_some() => ("mediator away".to_owned(), FIND_ONE),
        None => ("confirm it".to_owned(), CONFIRM),
    };
    let whole = format!("In doubt {}: {why}", short_day(booking.day));
    (in_room(whole, || format!("In doubt {}: {why}", day_and_month(booking.day))), step)
}

/// The words of a row, or the shorter ones where they are too long for it.
pub(super) fn in_room(whole: String, shorter: impl FnOnce() -> String) -> String {
    if whole.chars().count() <= REASON { whole } else { shorter() }
}
