//! *Who* was changed and is changed back: what the first answer's caller had typed stands in their fields again.
//!
//! The words made room for another caller and stand in the notes meanwhile (`before`). They are remembered here on the
//! screen only, by the kind of caller who said them, and go with scratch: after a refusal, after a withdrawal, and after
//! the quarter of an hour. What of them reaches the file is absent: coming back they are typed words like any other,
//! and the gate sends what it would have sent the first time.

use std::collections::BTreeMap;

use crate::domain::call::CallerKind;
use crate::domain::detail::Detail;
use crate::protocol::context::Context;
use crate::protocol::effect::Effect;

use super::super::State;
use super::super::form::Entry;

/// What is said when words came back.
const BACK: &str = "What this caller had said before stands in the fields again.";

/// What callers of this call had said of themselves, by the word for their kind.
#[derive(Clone, Default)]
pub(in crate::screens::call) struct MadeRoom(BTreeMap<&'static str, Vec<(Detail, String)>>);

impl MadeRoom {
    /// Nothing of it can come back.
    pub(in crate::screens::call) fn forget(&mut self) {
        self.0.clear();
    }
}

impl State {
    /// What stands in the caller's own fields.
    pub(super) fn words_of_the_caller(&self) -> Vec<(Detail, String)> {
        let own = self.entries.iter().filter(|(detail, _)| detail.is_the_callers());
        let words = own.map(|(detail, entry)| (*detail, entry.line.text().to_owned()));
        words.filter(|(_, text)| !text.trim().is_empty()).collect()
    }

    /// *Who* was `before` and is `kind` now. What of the words that `stood` has made room is remembered for the one who
    /// said it; what this kind of caller had said before is back where nothing else stands, leaves the notes,
    /// and that is said.
    pub(super) fn come_back(
        &mut self,
        (before, kind): (Option<CallerKind>, CallerKind),
        stood: Vec<(Detail, String)>,
        context: &Context,
    ) -> Option<Effect> {
        let before = before.filter(|before| *before != kind)?;
        let gone: Vec<_> = stood.into_iter().filter(|(detail, _)| self.entry(*detail).is_empty()).collect();
        if !gone.is_empty() {
            self.made_room.0.insert(before.code(), gone);
        }
        let mut came = None;
        for (detail, text) in self.made_room.0.remove(kind.code()).unwrap_or_default() {
            if self.entry(detail).is_empty() {
                self.entries.insert(detail, Entry::typed(&text, ""));
                self.leave_the_notes(&format!("{}: {text}", detail.label()), context);
                came = Some(Effect::Notice(BACK.to_owned()));
            }
        }
        came
    }

    /// The line that was put into the notes when its field was emptied is not needed there any more.
    pub(super) fn leave_the_notes(&mut self, line: &str, context: &Context) {
        let text = self.notes.text();
        let mut lines: Vec<&str> = text.split('\n').collect();
        let Some(at) = lines.iter().rposition(|own| *own == line) else { return };
        lines.remove(at);
        if at < self.begun.len() {
            self.begun.remove(at);
        }
        self.hold(&lines.join("\n"), context.now);
        if self.may_keep_family() {
            self.notes_typed = Some((context.now, context.now));
        }
    }
}
