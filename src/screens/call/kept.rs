//! What of a call is in the file: a detail is kept when its commit returned, not when it was sent.
//!
//! The key of a write travels with the texts it carries. What was refused, or can never be written, is unsaved again
//! and goes with the next write; it stays on the screen in any case.

use crate::domain::consent::ConsentAct;
use crate::domain::detail::Detail;
use crate::protocol::answer::Answer;
use crate::protocol::command::Intention;
use crate::protocol::context::Context;
use crate::protocol::effect::Effect;
use crate::store::calls::{CallWrite, Typed};
use crate::store::cases::CaseWrite;

use super::State;
use super::form::{Focus, Part};

impl State {
    /// Everything typed and not sent yet is sent now: at every move, and when the program stops.
    pub fn flush(&mut self, context: &Context) -> Vec<Effect> {
        let all: Vec<Detail> = self.entries.keys().copied().collect();
        let mut effects: Vec<Effect> =
            all.into_iter().flat_map(|detail| self.save(detail, context)).collect();
        effects.extend(self.save_notes(context));
        effects
    }

    /// Sends everything while somebody may still be typing: but for what is saved only when it is left.
    pub fn flush_what_is_left(&mut self, context: &Context) -> Vec<Effect> {
        let half_typed = match self.focus {
            Focus::Field(detail) if self.is_saved_when_left(detail) => self.entries.remove_entry(&detail),
            _ => None,
        };
        let effects = self.flush(context);
        self.entries.extend(half_typed);
        effects
    }

    /// The clock was set back: nothing waits for the moments before it.
    pub fn clock_was_set_back(&mut self, context: &Context) -> Vec<Effect> {
        self.last_key = self.last_key.min(context.now);
        self.flush_what_is_left(context)
    }

    /// The page is left: everything is sent, and an age that was only typed counts as given.
    pub fn leave_page(&mut self, context: &Context) -> Vec<Effect> {
        let mut effects = self.flush(context);
        if self.focus == Focus::Field(Detail::Born) {
            effects.extend(self.age_is_known(context));
        }
        effects
    }

    /// What is said where more was typed or pasted than the line that has the keys holds.
    pub(super) fn more_than_fits(&self) -> Option<String> {
        match (&self.finish, self.focus) {
            (Some(_), _) if self.promise.typing => self.promise.line.full(),
            (Some(finish), _) => finish.day.full().filter(|_| finish.editing),
            (None, Focus::Field(detail)) => {
                let words = self.entries.get(&detail)?.line.full()?;
                let notes = if self.may_keep_family() { "Notes" } else { "Scratch" };
                Some(format!("{words} {notes} takes long text."))
            }
            (None, Focus::Part(part)) => {
                let told = &self.told;
                match part {
                    Part::Who => &told.who,
                    Part::When => &told.when,
                    Part::How => &told.how,
                    Part::Limits => &told.limits,
                }
                .full()
            }
            (None, Focus::Notes) => self.notes.full(),
            (None, _) => None,
        }
    }

    /// An intention leaves with this key.
    pub fn sent(&mut self, id: i64, what: &Intention) {
        if let Intention::Case(CaseWrite::Consent { case, act, .. }) = what
            && self.about() == Some(*case)
        {
            self.consent_sent = Some((id, matches!(act, ConsentAct::Withdrawn | ConsentAct::Denied)));
        }
        let Intention::Call(write) = what else { return };
        self.made.sent(id, write);
        let own = self.id;
        match write {
            CallWrite::CallerDetail { call, detail, .. } if *call == own => self.travels(id, [detail]),
            CallWrite::FamilyDetail { call: Some(call), detail, .. } if *call == own => {
                self.travels(id, [detail]);
            }
            CallWrite::Who { call, details, notes, .. } | CallWrite::Give { call, details, notes, .. }
                if *call == own =>
            {
                self.travels(id, details);
                if let Some((body, _)) = notes {
                    self.notes_sent = Some((id, body.0.clone()));
                }
            }
            CallWrite::IsAbout { call, notes, .. } if *call == own => {
                if let Some(joining) = &mut self.joining {
                    joining.sent = Some(id);
                }
                if let Some((body, _)) = notes {
                    self.notes_sent = Some((id, body.0.clone()));
                }
            }
            CallWrite::IsAboutEnquiry { call, .. } if *call == own => {
                if let Some(known) = &mut self.known {
                    known.sent = Some(id);
                }
            }
            CallWrite::TakeOut { call, stays, .. } if *call == own => self.travels(id, stays),
            CallWrite::Notes { call, body, .. } if *call == own => {
                self.notes_sent = Some((id, body.0.clone()));
            }
            _ => {}
        }
    }

    fn travels<'a>(&mut self, id: i64, details: impl IntoIterator<Item = &'a Typed>) {
        for (detail, text, _) in details {
            self.entries.entry(*detail).or_default().sending = Some((id, text.0.clone()));
        }
    }

    /// An answer may be about something that was sent.
    pub(super) fn hear_kept(&mut self, answer: &Answer) {
        self.made.hear(answer);
        match answer {
            Answer::Saved { id, .. } => {
                for entry in self.entries.values_mut() {
                    if let Some((_, text)) = entry.sending.take_if(|(sent, _)| sent == id) {
                        entry.kept = text;
                    }
                }
                if let Some((_, text)) = self.notes_sent.take_if(|(sent, _)| sent == id) {
                    self.notes_kept = text;
                }
            }
            Answer::Refused { id, .. } | Answer::Lost { id, .. } => {
                let lost = |sent: &mut (i64, String)| sent.0 == *id;
                for entry in self.entries.values_mut() {
                    entry.sending.take_if(lost);
                }
                self.notes_sent.take_if(lost);
            }
            _ => {}
        }
    }
}
