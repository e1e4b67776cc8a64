//! Taking back the changes of fields in a call, one by one: what stood there is typed again, and saved as such.
//!
//! Letters are taken back in the field while it is being visited; here are the visits before. Scratch is never
//! noted, and nothing of it is left to take back once the field it stood in may be kept.

use crate::domain::detail::Detail;
use crate::domain::text::cut;
use crate::protocol::action::Edit;
use crate::protocol::context::Context;
use crate::protocol::effect::Effect;
use crate::widgets::field::Line;

use super::super::State;
use super::Focus;

/// The longest text of a field in the hint line, in characters.
const SHOWN: usize = 30;

impl State {
    /// A visit to a field is over.
    pub(in crate::screens::call) fn note_visit(&mut self, detail: Detail, now: i64) {
        let scratch = self.is_scratch(detail) || detail == Detail::Who || self.waits(detail);
        let Some(entry) = self.entries.get_mut(&detail) else { return };
        let Some(before) = entry.visited.take() else { return };
        if !scratch {
            self.changes.note(detail, &before, entry.line.text(), now);
        }
    }

    /// The field that has the keys has no letters to take back: the latest change of any field is.
    pub(in crate::screens::call) fn change_back(&mut self, edit: &Edit, context: &Context) -> Vec<Effect> {
        let mut effects = self.leave(context);
        let again = *edit == Edit::Redo;
        let entries = &self.entries;
        let now = |detail| {
            entries.get(&detail).map_or_else(String::new, |e: &super::Entry| e.line.text().to_owned())
        };
        let change = if again { self.changes.redo(now) } else { self.changes.undo(now) };
        let Some(change) = change.filter(|change| self.may_enter(change.field)) else {
            if let Some(back) =
                (!again).then(|| self.yes_back(context).or_else(|| self.number_back(context))).flatten()
            {
                effects.extend(back);
                return effects;
            }
            let words = if again {
                "Nothing was taken back here."
            } else {
                "Nothing more to take back in this call."
            };
            effects.push(Effect::Notice(words.to_owned()));
            return effects;
        };
        let (text, other) =
            if again { (&change.after, "Z undoes") } else { (&change.before, "Y does it again") };
        self.focus = Focus::Field(change.field);
        let entry = self.entries.entry(change.field).or_default();
        if entry.typed.is_none() && entry.before.is_none() {
            entry.before = Some(entry.kept.clone());
        }
        entry.line = Line::holding(text);
        entry.visited = None;
        entry.filled = false;
        entry.key(context.now);
        let stands = if text.is_empty() {
            "empty again".to_owned()
        } else {
            format!("back to '{}'", cut(text, SHOWN))
        };
        effects.extend(self.save(change.field, context));
        effects.push(Effect::Notice(format!("{}: {stands}. Ctrl+{other}.", change.field.label())));
        effects
    }

    /// No letter that was typed before now can come back: it was scratch, or it left the file.
    pub(in crate::screens::call) fn forget_letters(&mut self) {
        for entry in self.entries.values_mut() {
            entry.line.settle();
            entry.visited = None;
        }
        self.notes.settle();
        for part in [&mut self.told.who, &mut self.told.when, &mut self.told.how, &mut self.told.limits] {
            part.settle();
        }
    }
}
