//! A computer's clock that is wrong: set back while the program runs, or behind what the file has already.
//!
//! What waits for a moment must not wait an hour: what is typed is saved at once, no key counts as held down, and
//! scratch goes a quarter of an hour from now at the latest. The order of what happened is never taken from the clock,
//! so nothing has to be mended; the person is told, once. A clock that is set on needs nothing.

use super::App;
use crate::protocol::context::Context;
use crate::protocol::effect::Effect;

/// Less than this is the computer's own small mending of its clock, milliseconds.
const MENDED: i64 = 1_000;
/// From this on the person is told, milliseconds.
const TOLD: i64 = 120_000;

/// What is said of a clock that is so many milliseconds behind.
pub(super) fn words(behind: i64) -> String {
    let minutes = (behind + 30_000) / 60_000;
    let (count, what) = match minutes {
        ..120 if minutes % 60 != 0 => (minutes, "minute"),
        ..2_880 => (minutes / 60, "hour"),
        _ => (minutes / 1_440, "day"),
    };
    let plural = if count == 1 { "" } else { "s" };
    format!("The clock went backwards by {count} {what}{plural}. Times are kept in order.")
}

impl App {
    /// Looks at the moment of whatever happened, before anything is done about it.
    pub(super) fn look_at_the_clock(&mut self, context: &Context) -> Vec<Effect> {
        let behind = self.latest - context.now;
        self.latest = if behind > MENDED { context.now } else { self.latest.max(context.now) };
        if behind <= MENDED {
            return Vec::new();
        }
        if behind >= TOLD {
            self.notice = Some(words(behind));
        }
        self.last_step = 0;
        self.acts.forget_the_press();
        self.calls.iter_mut().flat_map(|call| call.clock_was_set_back(context)).collect()
    }
}
