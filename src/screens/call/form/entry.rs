//! Where the cursor can be, and what a field holds: the text as typed, its reading, and since when it is unsaved.
//!
//! Nothing here knows which page it is on.

use super::super::{LATEST, PAUSE};
use crate::domain::detail::Detail;
use crate::domain::text::Private;
use crate::widgets::field::Line;

/// One of the questions of a "yes".
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// Who agreed.
    Who,
    /// When.
    When,
    /// How.
    How,
    /// Limits.
    Limits,
}

/// What has the keys.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Focus {
    /// A field.
    Field(Detail),
    /// The consent question.
    Question,
    /// One of the questions of a "yes".
    Part(Part),
    /// Notes, or Scratch.
    Notes,
    /// A row of "still to ask".
    Ask(usize),
}

/// A field: the text, its reading, and how much of it is in the file.
#[derive(Clone, Default)]
pub struct Entry {
    pub(in crate::screens::call) line: Line,
    pub(in crate::screens::call) reading: String,
    /// What the file has.
    pub(in crate::screens::call) kept: String,
    /// What is on its way to the file, with the key of its write; the key is 0 until it has left.
    pub(in crate::screens::call) sending: Option<(i64, String)>,
    /// What stood here when this visit began; none before its first letter.
    pub(super) visited: Option<String>,
    /// What the file had when this visit began; none once the visit is in the history.
    pub(super) before: Option<String>,
    /// The program filled it in, and no person has typed here since.
    pub(in crate::screens::call) filled: bool,
    /// The first and the last key not saved yet.
    pub(super) typed: Option<(i64, i64)>,
}

impl Entry {
    /// As the file has it.
    pub fn kept(text: &str, reading: &str) -> Self {
        Self {
            line: Line::holding(text),
            reading: reading.to_owned(),
            kept: text.to_owned(),
            ..Self::default()
        }
    }

    /// Filled in by the program, not in the file yet.
    pub fn typed(text: &str, reading: &str) -> Self {
        Self {
            line: Line::holding(text),
            reading: reading.to_owned(),
            before: Some(String::new()),
            ..Self::default()
        }
    }

    /// When it is to be saved, UTC milliseconds.
    pub fn due(&self) -> Option<i64> {
        self.typed.map(|(first, last)| (last + PAUSE).min(first + LATEST))
    }

    /// Typed, and the file does not have it, nor is it on its way there.
    pub fn is_unsaved(&self) -> bool {
        !self.is_on_its_way(self.line.text())
    }

    /// The file has this text, or it is on its way there.
    pub(super) fn is_on_its_way(&self, text: &str) -> bool {
        text == self.sending.as_ref().map_or(&self.kept, |(_, text)| text)
    }

    /// It holds what the file does not, or somebody is typing in it.
    pub(in crate::screens::call) fn is_touched(&self) -> bool {
        self.is_unsaved() || self.sending.is_some() || self.typed.is_some() || self.visited.is_some()
    }

    /// The file does not have it any more.
    pub fn forget_kept(&mut self) {
        self.kept.clear();
        self.sending = None;
        self.before = Some(String::new());
        self.typed = None;
    }

    /// Nothing stands here any more, and the file is to have it so.
    pub(in crate::screens::call) fn emptied(self, now: i64) -> Self {
        let mut entry = Self { before: Some(self.kept.clone()), line: Line::default(), ..self };
        (entry.reading, entry.visited, entry.filled) = (String::new(), None, false);
        entry.key(now);
        entry
    }

    /// The file had this all the while, locked, and something else was typed: the history is to say what stood there.
    pub(in crate::screens::call) fn stood(&mut self, text: &str) {
        text.clone_into(&mut self.kept);
        self.before = Some(text.to_owned());
    }

    pub(in crate::screens::call) fn key(&mut self, now: i64) {
        self.typed = Some((self.typed.map_or(now, |(first, _)| first), now));
    }

    /// What this desk knows the field to hold, in the file or on its way there.
    pub(super) fn known(&self) -> Vec<Private> {
        let sending = self.sending.as_ref().map(|(_, text)| text.as_str());
        [Some(self.kept.as_str()), sending].into_iter().flatten().map(Private::from).collect()
    }

    /// The text leaves for the file; gives what stood there before, at the first write of a visit.
    pub(in crate::screens::call) fn sent(&mut self) -> Option<Private> {
        self.sending = Some((0, self.line.text().to_owned()));
        self.typed = None;
        self.before.take().map(Private::from)
    }
}
