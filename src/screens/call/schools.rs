//! The list under *School*: names of schools that other families have, read while it is typed.
//!
//! Enter keeps what was typed; one key down takes the first name. Nothing is asked and nothing is shown before the
//! family's details may be kept, and an answer that comes late changes no text.

use super::State;
use crate::domain::detail::Detail;
use crate::domain::reading::Choice;
use crate::domain::text::Private;
use crate::protocol::command::Question;
use crate::protocol::effect::Effect;

impl State {
    /// A letter was typed into a field: of *School* the file is asked for names that begin so.
    pub(super) fn look_for_schools(&self, detail: Detail) -> Vec<Effect> {
        let case = self.case.filter(|_| detail == Detail::School && self.may_keep_family());
        let ask = |case| Effect::Ask(Question::Schools { case, typed: self.private(Detail::School) });
        case.map(ask).into_iter().collect()
    }

    pub(super) fn hear_schools(&mut self, case: i64, names: &[Private]) {
        if self.case == Some(case) {
            self.schools = names.to_vec();
        }
    }

    /// The names that begin as what stands in the field.
    pub(super) fn schools_listed(&self) -> Vec<Choice> {
        let typed = self.entry(Detail::School).trim().to_lowercase();
        let begins = |name: &&Private| {
            let name = name.to_lowercase();
            self.may_keep_family() && !typed.is_empty() && name.starts_with(&typed) && name != typed
        };
        let choice = |name: &Private| Choice { letter: None, words: name.0.clone(), code: String::new() };
        self.schools.iter().filter(begins).map(choice).collect()
    }
}
