//! A line of the small window: what it is called, what stands in it, and how that is read.
//!
//! Where names are hidden, a line that was made with somebody's name hides it too, also once other words stand behind
//! it. Where the line stands and which key reaches it is absent: the window knows that.

use std::borrow::Cow;

use super::Reads;
use crate::protocol::action::Edit;
use crate::widgets::field::Line;

/// The most letters of a line that says no other number: a name, a post, a day.
const LONGEST: usize = 200;

/// A line of the window.
#[derive(Clone)]
pub struct EditLine {
    pub(super) label: &'static str,
    pub(super) help: &'static str,
    pub(super) reads: Reads,
    pub(super) field: Line,
    pub(super) before: String,
    pub(super) replaced: bool,
    pub(super) most: usize,
    /// What it was made with names a person, or may.
    named: bool,
}

/// What stood in the line may be a family's word: only its label is told.
impl std::fmt::Debug for EditLine {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.label)
    }
}

impl EditLine {
    /// A line that holds a text.
    pub fn new(label: &'static str, text: &str, help: &'static str) -> Self {
        let field = Line::holding(text);
        Self {
            label,
            help,
            reads: Reads::Text,
            field,
            before: text.to_owned(),
            replaced: false,
            most: LONGEST,
            named: false,
        }
    }

    /// The same, read in a way.
    #[must_use]
    pub fn read_as(self, reads: Reads) -> Self {
        Self { reads, ..self }
    }

    /// The same, with room for so many letters: as many as its place in the file holds.
    #[must_use]
    pub fn at_most(self, most: usize) -> Self {
        Self { most, ..self }
    }

    /// The same; the text it was made with is a suggestion: the first letter that is typed takes its place, as if it had
    /// been chosen whole.
    #[must_use]
    pub fn replaced(self) -> Self {
        Self { replaced: true, ..self }
    }

    /// The same; the text it was made with names a person, or may.
    #[must_use]
    pub fn named(self) -> Self {
        Self { named: true, ..self }
    }

    /// What the line is drawn with: where names are hidden the one it was made with is, also in front of other words. In
    /// the line one is in, what the next letter replaces is marked.
    pub(super) fn shown(&self, hide_names: bool, here: bool) -> Cow<'_, Line> {
        let name = self.before.trim();
        let mut shown = Cow::Borrowed(&self.field);
        if hide_names && self.named && !name.is_empty() && self.field.text().contains(name) {
            shown = Cow::Owned(Line::holding(&self.field.text().replace(name, "(hidden)")));
        }
        if here && self.replaced {
            shown.to_mut().edit(&Edit::SelectAll);
        }
        shown
    }
}
