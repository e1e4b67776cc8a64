//! The row by which a case comes up by itself when nothing has been done about it: rule 11.
//!
//! A case whose meeting is booked weeks ahead waits for that meeting and for nobody: it is not quiet before it. What
//! is to be done before a meeting has rows of its own, and the meeting has one on its day and another from the next
//! day on. A date that is only held is absent: its hold ends within days, and that is a row.

use super::{Attention, BookingState, CaseFacts, Group, Why};
use crate::domain::typed_day::short_day;
use crate::domain::working_days::WorkingDays;

/// Rule 11, in working days.
pub const QUIET_AFTER: i32 = 10;

/// Rule 11: the row every open case has. `law` has the bank holidays only.
pub(super) fn comes_up(facts: &CaseFacts, law: &WorkingDays) -> Attention {
    let reason = format!("Nothing since {}", short_day(facts.touched));
    let quiet = law.add(facts.touched, QUIET_AFTER);
    let booked = facts.bookings.iter().filter(|b| b.state == BookingState::Booked);
    let after = booked.map(|b| b.day.succ_opt().unwrap_or(b.day)).max();
    let from = after.map_or(quiet, |after| after.max(quiet));
    Attention::new(Group::Chase, from, Why::Quiet, reason, "Open")
}
