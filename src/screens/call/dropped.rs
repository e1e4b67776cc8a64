//! What was typed and is not kept: how much of it there is, said before it goes.
//!
//! Fields are counted, lines of notes, and the words of a detail of which before consent only the reading is kept.
//! Nothing is wiped here (`gate`), and the words themselves are never repeated.

use crate::domain::callers_own;
use crate::domain::detail::Detail;
use crate::domain::reading::beside_the_kinds;
use crate::protocol::context::Context;

use super::State;
use super::form::Part;
use super::notes::Left;

/// `1 line`, `2 lines`.
pub(in crate::screens::call) fn counted(count: usize, one: &str) -> String {
    let s = if count == 1 { "" } else { "s" };
    format!("{count} {one}{s}")
}

fn words_in(text: &str) -> usize {
    text.split_whitespace().count()
}

impl State {
    /// Something typed lives on this screen only.
    pub fn has_scratch(&self) -> bool {
        !self.aside.is_empty() || self.has_scratch_in_fields()
    }

    /// The same in the fields and the notes.
    pub(super) fn has_scratch_in_fields(&self) -> bool {
        !self.may_keep_family()
            && (!self.notes.is_empty()
                || [&self.told.who, &self.told.when, &self.told.how, &self.told.limits]
                    .iter()
                    .any(|line| !line.is_empty())
                || self.entries.iter().any(|(d, e)| self.is_scratch(*d) && !e.line.is_empty())
                || Detail::ALL.into_iter().any(|detail| self.waits(detail)))
    }

    /// Something was typed in *Who*, and it is none of the list.
    pub(super) fn who_is_unread(&self) -> bool {
        self.kind.is_none() && !self.entry(Detail::Who).trim().is_empty()
    }

    /// The lines of notes that have words.
    pub(super) fn lines_of_notes(&self) -> usize {
        self.notes.lines().iter().filter(|line| !line.trim().is_empty()).count()
    }

    /// The lines of notes that no case has: all of them, but for those that stay with a case withdrawn meanwhile.
    fn lines_of_scratch(&self) -> usize {
        let left: Vec<&str> = match &self.notes_left {
            Left::Seen(left) => left.lines().map(str::trim).collect(),
            Left::Nothing | Left::NotRead => Vec::new(),
        };
        self.notes.lines().iter().filter(|l| !l.trim().is_empty() && !left.contains(&l.trim())).count()
    }

    /// Everything in the box stays with a case withdrawn meanwhile.
    pub(super) fn has_only_earlier_notes(&self) -> bool {
        matches!(self.notes_left, Left::Seen(_)) && self.lines_of_scratch() == 0
    }

    /// `2 fields, 1 line`: what goes with a call that ends without consent, but for what has its own words (see
    /// [`State::words_of_no_list`]) and for what the file has. Words at a consent question that were no answer are among
    /// it. None where that is nothing.
    pub(super) fn scratch_in_words(&self, context: &Context) -> Option<String> {
        let own_words = Detail::is_general;
        let fields = self.entries.iter().filter(|(detail, entry)| {
            entry.is_unsaved()
                && self.is_scratch(**detail)
                && !own_words(**detail)
                && !entry.line.text().trim().is_empty()
        });
        let parts = [Part::Who, Part::When, Part::How];
        let parts =
            parts.into_iter().filter(|part| self.asks_for_consent() && self.part_is_unread(*part, context));
        let counts = [(fields.count() + parts.count(), "field"), (self.lines_of_scratch(), "line")];
        let words =
            counts.into_iter().filter(|(count, _)| *count > 0).map(|(count, one)| counted(count, one));
        Some(words.collect::<Vec<_>>().join(", ")).filter(|words| !words.is_empty())
    }

    /// `2 fields and 1 line of notes`: what is on this screen only. None where that is nothing.
    pub(super) fn unsaved_in_words(&self) -> Option<String> {
        let fields =
            self.entries.iter().filter(|(d, e)| self.is_scratch(**d) && !e.line.text().trim().is_empty());
        let (fields, lines) = (fields.count(), self.lines_of_notes());
        match (fields, lines) {
            (0, 0) => None,
            (0, lines) => Some(format!("{} of notes", counted(lines, "line"))),
            (fields, 0) => Some(counted(fields, "field")),
            (fields, lines) => {
                Some(format!("{} and {} of notes", counted(fields, "field"), counted(lines, "line")))
            }
        }
    }

    /// `About (7 words), Area (1 word)`: what was typed there and is none of the list. None where that is nothing.
    pub(super) fn words_of_no_list(&self) -> Option<String> {
        let of = |detail: Detail, label: &str| {
            let count = self.words_unread(detail);
            (count > 0).then(|| format!("{label} ({})", counted(count, "word")))
        };
        let general = [of(Detail::About, "About"), of(Detail::Area, "Area")];
        let own = Detail::ALL.into_iter().filter(|detail| self.waits(*detail));
        let own = own.map(|detail| of(detail, detail.label()));
        let said: Vec<String> = general.into_iter().chain(own).flatten().collect();
        (!said.is_empty()).then(|| said.join(", "))
    }

    /// A field of the caller's own says more than that: of somebody who rings in their work it lives on this screen only.
    pub(super) fn waits(&self, detail: Detail) -> bool {
        let waits = detail.is_of_their_work() && !self.may_keep_family() && !self.is_scratch(detail);
        waits && !callers_own::left_out(detail, self.entry(detail)).is_empty()
    }

    /// How many words of a general detail are not in its reading.
    fn words_unread(&self, detail: Detail) -> usize {
        words_in(&self.unread(detail))
    }

    /// What was typed of a general detail and is not in its reading, or of the caller's own and is not plainly that.
    pub(super) fn unread(&self, detail: Detail) -> String {
        let (typed, reading) = (self.entry(detail), self.read(detail));
        if detail.is_of_their_work() {
            return if self.waits(detail) { callers_own::left_out(detail, typed) } else { String::new() };
        }
        if reading.is_empty() {
            return typed.trim().to_owned();
        }
        if detail == Detail::About { beside_the_kinds(typed, reading) } else { String::new() }
    }

    /// Nothing that stands in the field reaches the file now. Of a general detail the reading does, once it is known
    /// who rings.
    pub(super) fn is_all_scratch(&self, detail: Detail) -> bool {
        let general = detail.is_general();
        self.is_scratch(detail) && !(general && self.caller.is_some() && !self.read(detail).is_empty())
    }
}
