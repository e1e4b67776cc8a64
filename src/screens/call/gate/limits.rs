//! The limits of a consent are left: words there that read as a no are asked about.
//!
//! The consent stays in force and the words stay a limit, as they were typed; which of the two was meant is known to
//! the one who heard it. How a consent is taken back is absent: that is a no on its question.

use crate::domain::consent::reads_as_a_no;
use crate::protocol::action::Action;
use crate::protocol::context::Context;
use crate::protocol::effect::Effect;

use super::super::State;
use super::super::form::{Focus, Part};

/// What is said of such words.
const A_NO: &str = "That reads as a no. Alt+K, Up, then n takes the consent back.";

impl State {
    /// An act in one of the parts of a yes.
    pub(in crate::screens::call) fn act_in_part(
        &mut self,
        part: Part,
        action: &Action,
        context: &Context,
    ) -> Vec<Effect> {
        let effects = self.act_on_part(part, action, context);
        let left = part == Part::Limits && self.focus != Focus::Part(Part::Limits);
        if left && self.may_keep_family() && reads_as_a_no(self.told.limits.text()) {
            self.remark = Some(A_NO.to_owned());
        }
        effects
    }
}
