//! Somebody found is put into the call.
//!
//! What was chosen in Find comes here; what Find may show at all is absent, as the gate says that.

use super::State;
use super::form::Entry;
use crate::domain::detail::Detail;
use crate::protocol::command::Question;
use crate::protocol::context::Context;
use crate::protocol::effect::{Effect, Picked};

impl State {
    /// Somebody found is put into this call: the caller's name.
    pub fn put(&mut self, picked: &Picked, context: &Context) -> Vec<Effect> {
        let mut effects = Vec::new();
        if let Some(case) = picked.case.filter(|_| self.case.is_none() || !self.case_was_open)
            && !self.enquiries_only()
        {
            effects
                .push(Effect::Notice(format!("{} is known: case opened beside this call.", &*picked.name)));
            effects.push(Effect::Ask(Question::Case(case)));
        }
        let entry = self.entries.entry(Detail::Name).or_default();
        if entry.line.is_empty() {
            *entry = Entry::typed(&picked.name, "");
            self.brought = picked.case.is_some();
            effects.extend(self.save(Detail::Name, context));
        }
        if let Some(enquiry) = picked.enquiry {
            self.enquiry = Some((enquiry, None));
        }
        effects
    }
}
