//! Words of whoever spoke before: what becomes of them when somebody else is on the line, or nobody is.
//!
//! They are never the next caller's own. What may be kept of them stands in the notes; Scratch is wiped. When a caller
//! is another one is absent: the gate above knows that.

use crate::domain::call::CallerKind;
use crate::domain::detail::Detail;
use crate::domain::reading::shown;
use crate::domain::subject::subject_words;
use crate::protocol::context::Context;
use crate::protocol::effect::Effect;
use crate::widgets::field::Line;
use crate::widgets::notes::Notes;

use super::super::form::Entry;
use super::super::{State, Told};
use super::IN_NOTES;

/// What is said when scratch went because the answer was no, or not sure, and another caller has come.
const GONE: &str = "There was no yes: what was scratch is gone, and nothing of it is kept.";
/// The same where the first caller's own details, which were not scratch, are in the notes now.
const GONE_AND_IN_NOTES: &str = "There was no yes: scratch is gone. The caller's own details are in Notes.";
/// What somebody else said of the parent, or answered in their place: none of it is the caller's who has come.
const SAID_FOR_THEM: [Detail; 3] = [Detail::ParentName, Detail::ParentPhone, Detail::Wants];

impl State {
    /// The parent, or the young person, has come to the phone: another caller of the same call. What the first one said
    /// of themselves makes room, and stands in the notes from now on. It is said what is kept, and what is not: that
    /// scratch is gone, or that it is in the notes as well.
    pub(super) fn another_has_come(
        &mut self,
        kind: CallerKind,
        gone: bool,
        context: &Context,
    ) -> Option<Effect> {
        let told = self.told_of_them(kind);
        let of_them = |detail: &Detail| !self.case_was_open && SAID_FOR_THEM.contains(detail);
        let theirs: Vec<Detail> =
            Detail::ALL.into_iter().filter(|d| d.is_of_their_work() || of_them(d)).collect();
        let moved = self.move_to_notes(&theirs, context);
        if moved {
            self.notes_typed = Some((context.now, context.now));
        }
        self.entries.extend(told.into_iter().map(|(detail, text)| (detail, Entry::typed(&text, ""))));
        let said = match (gone, moved) {
            (true, true) => GONE_AND_IN_NOTES,
            (true, false) => GONE,
            (false, true) => IN_NOTES,
            (false, false) if !self.may_keep_family() && !self.notes.is_empty() => IN_NOTES,
            (false, false) => return None,
        };
        Some(Effect::Notice(said.to_owned()))
    }

    /// The parent's name and number as they were told, and when to ring: of the parent who has come they are the own ones.
    fn told_of_them(&mut self, kind: CallerKind) -> Vec<(Detail, String)> {
        if kind != CallerKind::Parent || self.case_was_open {
            return Vec::new();
        }
        let of_family = self.may_keep_family().then_some((Detail::BestTime, Detail::BestTime));
        let told = [(Detail::ParentName, Detail::Name), (Detail::ParentPhone, Detail::Phone)];
        let told = told.into_iter().chain(of_family).map(|(told, own)| (own, self.emptied(told)));
        told.collect::<Vec<_>>().into_iter().filter(|(_, text)| !text.trim().is_empty()).collect()
    }

    /// The field is empty, in the file as well. Gives what stood there, a choice of a list in its words.
    fn emptied(&mut self, detail: Detail) -> String {
        let kept = self.may_keep_family() && !detail.is_the_callers();
        let Some(entry) = self.entries.remove(&detail) else { return String::new() };
        let text = shown(detail, entry.line.text(), &entry.reading);
        if kept {
            self.entries.insert(detail, entry.emptied(self.last_key));
        }
        text
    }

    /// The caller's fields that hold words of whoever spoke before this third party: what came from Find, what a
    /// family's caller said of themselves, and what was scratch so far. Changing *Who* keeps none of it as the new
    /// caller's own. Of one who rings in their work after another the words are what they were.
    pub(super) fn not_theirs(&self, kind: CallerKind, was_own: bool) -> Vec<Detail> {
        let took_over = was_own && !self.case_was_open && self.caller.is_some_and(|(_, seq)| seq > 1);
        let is_new = |detail: Detail| {
            let would_be_kept = kind.rings_in_their_work() && detail.is_of_their_work();
            let of_another = was_own || self.kind.is_some() && self.is_scratch(detail);
            // A third party has no such field: what stands there would not be seen any more.
            let is_hidden = was_own && matches!(detail, Detail::Relation | Detail::Address);
            took_over || detail == Detail::Name && self.brought || would_be_kept && of_another || is_hidden
        };
        self.entries.keys().copied().filter(|detail| detail.is_the_callers() && is_new(*detail)).collect()
    }

    /// These fields are emptied into the notes, which are Scratch while nothing may be kept. Says whether anything
    /// stood there. What the file brought of the parent stands in the parent's own field as well.
    pub(in crate::screens::call) fn move_to_notes(&mut self, others: &[Detail], context: &Context) -> bool {
        self.seen.clear();
        if let Some((_, from_scratch)) = &mut self.clip {
            *from_scratch = true;
        }
        let mut text = self.notes.text();
        for detail in others {
            let words = self.emptied(*detail);
            if !words.is_empty() && words != self.entry(Detail::ParentName) {
                let gap = if text.is_empty() || text.ends_with('\n') { "" } else { "\n" };
                text.extend([gap, detail.label(), ": ", &words]);
            }
        }
        self.brought = false;
        let moved = text != self.notes.text();
        if moved {
            self.hold(&text, context.now);
            self.begin_a_line(context.now);
        }
        moved
    }

    /// What waits in a field of the caller's own leaves it. Gives all of its text.
    pub(in crate::screens::call) fn only_what_is_kept(&mut self, detail: Detail) -> String {
        let kept = self.may_be_kept(detail);
        let entry = self.entries.entry(detail).or_default();
        let text = std::mem::replace(&mut entry.line, Line::holding(&kept)).text().to_owned();
        entry.line.settle();
        text
    }

    /// Wipes what may not be kept. Says whether there was anything. Of a general detail the kinds of the list and a known
    /// authority stay, and what is plainly the caller's own: they were kept all along.
    pub(in crate::screens::call) fn wipe_scratch(&mut self) -> bool {
        self.made_room.forget();
        let aside = !std::mem::take(&mut self.aside).is_empty();
        if !self.has_scratch_in_fields() {
            return aside;
        }
        let scratch: Vec<Detail> = self.entries.keys().copied().filter(|d| self.is_scratch(*d)).collect();
        let waits: Vec<Detail> = Detail::ALL.into_iter().filter(|d| self.waits(*d)).collect();
        for detail in scratch {
            let reading = self.read(detail).to_owned();
            if self.is_all_scratch(detail) {
                self.entries.remove(&detail);
            } else {
                let words = if detail == Detail::About { subject_words(&reading) } else { reading.clone() };
                self.entries.insert(detail, Entry::typed(&words, &reading));
            }
        }
        for detail in waits {
            self.only_what_is_kept(detail);
        }
        self.notes = Notes::default();
        self.begun = vec![self.last_key];
        self.clip = None;
        self.told = Told::default();
        true
    }
}
