//! Ctrl+Z after a consent that was recorded: it takes back the yes, or says how that is done, and never goes past it.
//!
//! A yes that was a slip is taken back while it is the last thing that was done: what it let into the file leaves it, as
//! after a "no" on the question, and the question is open again. Once anything was typed behind it, a key that is
//! pressed out of habit takes no consent away. What was typed before it is not to be taken back any more: it would be
//! the caller's own number, and the consent would stand.

use crate::protocol::context::Context;
use crate::protocol::effect::Effect;

use super::super::State;
use super::super::form::Focus;

/// What is said when the yes is taken back.
const TAKEN_BACK: &str = "The yes is taken back: all of it leaves the file, scratch again. Y, N or U.";
/// What is said when something was typed since.
const STANDS: &str = "Nothing more to take back but the yes itself: Alt+K, Up, then n does that.";

impl State {
    /// The yes has just been recorded.
    pub(super) fn yes_is_last(&mut self) {
        self.changes.forget();
        self.told.is_last = true;
    }

    /// There is no change of a field to take back: the yes is, where it was the last thing done.
    pub(in crate::screens::call) fn yes_back(&mut self, context: &Context) -> Option<Vec<Effect>> {
        let kind = self.kind.filter(|_| self.is_told())?;
        if !self.told.is_last {
            return Some(vec![Effect::Notice(STANDS.to_owned())]);
        }
        let mut effects = self.take_out(kind, self.for_adult, context);
        self.focus = Focus::Question;
        self.row = None;
        effects.push(Effect::Notice(TAKEN_BACK.to_owned()));
        Some(effects)
    }
}
