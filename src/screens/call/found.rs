//! Somebody found is put into the call.
//!
//! A case that is known makes a call of its family one about that case: the case that the call had begun leaves, and
//! what was typed stays. It fills what the known case has not; where that has something else, its own stands and the
//! words of this call are in the notes. A caller in their work who quotes a number brings nothing of what was typed
//! before it (`aside`). What may not be done so is said, and nothing is done. What an enquiry brings is absent
//! (`enquiry`), and so is what Find may show at all: the gate says that.

mod enquiry;

use super::form::Entry;
use super::sides::Sides;
use super::{State, Told};
use crate::domain::authority::Authorities;
use crate::domain::call::CallerKind;
use crate::domain::consent::{ConsentAnswer, ConsentStanding};
use crate::domain::detail::Detail;
use crate::domain::typed_day::DayReading;
use crate::domain::young_person::birth_range;
use crate::protocol::answer::Answer;
use crate::protocol::command::Question;
use crate::protocol::context::Context;
use crate::protocol::effect::{Effect, Picked};
use crate::store::calls::{CallPage, CallWrite};
use chrono::NaiveDate;
pub(super) use enquiry::Known;

/// A call that is being made one about a known case: the case it had, and the key of the write.
#[derive(Clone, Copy)]
pub(super) struct Joining {
    from: Option<i64>,
    pub sent: Option<i64>,
}

/// What is said where somebody else told of the consent.
const TOLD: &str = "Not put in: this call's consent makes a case of its own. m links the two.";

/// A reading is the one the case has, or a vaguer one that holds it: an age, where the case has the day of birth.
fn says_no_more(typed: &str, kept: &str, today: NaiveDate) -> bool {
    let range = |stored: &str| birth_range(&DayReading::from_stored(stored), today);
    let within = || {
        let ((first, last), (from, to)) = (range(typed)?, range(kept)?);
        Some(first <= from && to <= last)
    };
    !typed.is_empty() && (typed == kept || within().unwrap_or(false))
}

impl State {
    /// Somebody found is put into this call: their case, or their enquiry.
    pub fn put(&mut self, picked: &Picked, context: &Context) -> Vec<Effect> {
        if let Some(case) = picked.case {
            return self.is_about(case, context);
        }
        picked.enquiry.map_or_else(Vec::new, |enquiry| self.is_about_enquiry(enquiry))
    }

    /// A caller in their work may quote the number of a case: the call is about it, as if it had begun there. Not one who
    /// was asked and said no.
    fn may_quote(&self) -> bool {
        let refused = matches!(self.answer, Some(ConsentAnswer::No | ConsentAnswer::NotSure));
        self.may_ring_back() && self.case.is_none() && !self.for_adult && !refused
    }

    /// Find may answer with the case of a whole number: nobody who may not quote one learns whether it is open.
    pub fn may_be_told_of_a_number(&self) -> bool {
        self.kind.is_none() || self.may_quote()
    }

    fn is_about(&mut self, case: i64, context: &Context) -> Vec<Effect> {
        let said = |words: String| vec![Effect::Notice(words)];
        let from = self.case.filter(|_| self.consent.in_force());
        if from.is_none() && !self.may_quote() {
            return said("Not put in: until consent is recorded only enquiries are.".to_owned());
        }
        if self.case_was_open {
            let about = self.case_in_words();
            return said(if from == Some(case) {
                format!("This call is about {about} already.")
            } else if self.quoted {
                format!("This call is about {about}. Ctrl+Z takes that number back first.")
            } else {
                format!("This call is about {about} and stays so: nothing was put in.")
            });
        }
        let third = self.kind.is_some_and(CallerKind::is_third_party);
        if from.is_some() && third || self.joining.is_some() {
            return said(TOLD.to_owned());
        }
        let mut effects = self.flush(context);
        if from.is_none() {
            self.put_aside();
        }
        self.joining = Some(Joining { from, sent: None });
        self.case = Some(case);
        self.case_was_open = true;
        self.seen.clear();
        self.alike = super::alike::Alike::default();
        self.changes.forget();
        let notes = from.and_then(|_| self.notes_typed_so_far());
        effects.push(Self::doing(CallWrite::IsAbout { call: self.id, from, case, notes }));
        effects
    }

    /// The write that makes this a call about a known case was answered.
    pub(super) fn hear_joining(&mut self, answer: &Answer, context: &Context) -> Vec<Effect> {
        if let Some(known) = self.known {
            return self.hear_known(known, answer, context);
        }
        match (answer, self.joining) {
            (Answer::Saved { id, .. }, Some(Joining { sent: Some(sent), .. })) if *id == sent => {
                vec![Effect::Ask(Question::Call(self.id))]
            }
            (
                Answer::Refused { id, .. } | Answer::Lost { id, .. },
                Some(Joining { from, sent: Some(sent) }),
            ) if *id == sent => {
                // Nothing was changed: it is the call that it was.
                self.joining = None;
                self.case = from;
                self.case_was_open = false;
                self.consent = if from.is_some() { ConsentStanding::Ok } else { ConsentStanding::NotAsked };
                if from.is_none() {
                    self.put_back(context.now);
                }
                Vec::new()
            }
            _ => Vec::new(),
        }
    }

    /// The call as the file has it now, about the known case: what was typed meets what the case has.
    pub(super) fn joined(&mut self, page: &CallPage, context: &Context) -> Vec<Effect> {
        if page.case != self.case {
            return Vec::new();
        }
        let quoted = self.joining.take().is_some_and(|joining| joining.from.is_none());
        self.consent = page.consent;
        if quoted {
            self.quoted = true;
            self.answer = None;
            self.told = Told { is_last: true, ..Told::default() };
        }
        self.withdrawn = page.withdrawn;
        self.others.clone_from(&page.others);
        self.numbers.clone_from(&page.numbers);
        self.sides = Sides::of(page);
        let kept = page.details.iter().filter(|(detail, _)| !detail.is_the_callers());
        let mut text = self.notes.text();
        let mut differ = 0;
        for (detail, kept) in kept {
            let entry = self.entries.entry(*detail).or_default();
            let typed = entry.line.text().trim().to_owned();
            let same = typed.is_empty()
                || typed.to_lowercase() == kept.typed.trim().to_lowercase()
                || says_no_more(&entry.reading, &kept.reading, context.today());
            if !same {
                let gap = if text.is_empty() || text.ends_with('\n') { "" } else { "\n" };
                text.extend([gap, detail.label(), " in this call: ", &typed]);
                differ += 1;
            }
            *entry = Entry::kept(&kept.typed, &kept.reading);
        }
        for (detail, entry) in self.entries.iter_mut().filter(|(detail, _)| !detail.is_the_callers()) {
            let of_case = page.details.iter().any(|(kept, _)| kept == detail);
            if !of_case && *detail != Detail::Who && !entry.line.is_empty() {
                entry.forget_kept();
                entry.key(context.now);
            }
        }
        let mut effects = Vec::new();
        if differ > 0 {
            self.hold(&text, context.now);
            effects.extend(self.save_notes(context));
        }
        if let Some(kind) = self.kind {
            self.fill_from_case(kind);
            for detail in [Detail::Name, Detail::Phone] {
                effects.extend(self.save(detail, context));
            }
        }
        if !self.order().contains(&self.focus) {
            self.focus = self.first_empty();
            self.before_notes = self.focus;
        }
        let stays = match differ {
            0 if !self.aside.is_empty() => "What was typed before it is scratch.".to_owned(),
            0 => "What was typed is kept.".to_owned(),
            1 => "1 thing you typed differs: it is in Notes.".to_owned(),
            n => format!("{n} things you typed differ: see Notes."),
        };
        let about = self.case_in_words();
        let said = match self.area_of_another(page).filter(|_| quoted) {
            Some(area) => format!("{about} is {area}'s: check the number. Ctrl+Z takes it back."),
            None => format!("This call is about {about} now. {stays}"),
        };
        effects.push(Effect::Notice(said));
        effects
    }

    /// The area of the case, where whoever is on the line rings from another one.
    fn area_of_another(&self, page: &CallPage) -> Option<String> {
        let (_, area) = page.details.iter().find(|(detail, _)| *detail == Detail::Area)?;
        let england = Authorities::england();
        let from = [self.aside.area(), self.entry(Detail::Work)];
        from.iter().any(|from| england.is_another(from, &area.typed)).then(|| area.typed.trim().to_owned())
    }
}
