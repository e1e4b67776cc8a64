//! The consent gate, as the screen keeps it: what may be kept of whom, and what happens when that changes.
//!
//! The file keeps the same gate; this one decides what is sent at all. Scratch is whatever may not be kept.

mod back;
mod before;
mod decides;
mod limits;
pub(super) mod spelt;
mod told;
mod undone;

use crate::domain::call::CallerKind;
use crate::domain::consent::{ConsentAnswer, ConsentStanding};
use crate::domain::detail::Detail;
use crate::domain::text::Private;
use crate::domain::typed_day::{DayReading, day_with_year};
use crate::domain::young_person::{Standing, standing, years_too_many};
use crate::protocol::action::{Action, Edit};
use crate::protocol::context::Context;
use crate::protocol::effect::Effect;
use crate::store::calls::{CallWrite, Typed};
use crate::widgets::field::Line;

use super::aside::NO_CASE_NOW;
use super::form::{Entry, Focus, Part};
use super::{State, Told, reading};
pub(super) use back::MadeRoom;

/// What is said when *Who* was a family's: all of it, the caller's own fields too, leaves. That it has left is the file's
/// to say: another program may be reading it.
const TAKEN_OUT: &str = "It leaves the file now. Here it is scratch until the question is answered.";
/// What is said when words stood there that were not kept.
const IN_SCRATCH: &str = "These words were not this caller's: they are in Scratch, not saved.";
/// The same where consent is in force, so that they are kept.
const IN_NOTES: &str = "These words were not this caller's: they are in Notes.";

impl State {
    /// Nobody else has to be asked: the caller is the family itself, or it is not known yet who is ringing.
    pub(super) fn is_the_family(&self) -> bool {
        !self.kind.is_some_and(CallerKind::is_third_party) && !self.for_adult
    }

    /// The family's details may be kept.
    pub(super) fn may_keep_family(&self) -> bool {
        self.consent.in_force() && self.case.is_some()
    }

    /// The field's text may not reach the file now.
    pub(super) fn is_scratch(&self, detail: Detail) -> bool {
        if detail == Detail::Who || self.may_keep_family() {
            return false;
        }
        self.is_the_family() || !self.kind.is_some_and(|kind| kind.keeps_without_consent(detail))
    }

    fn typed(&self, detail: Detail, context: &Context) -> Option<Typed> {
        let text = self.may_be_kept(detail);
        let stored = reading::read(self, detail, &text, context.today()).stored;
        (!text.trim().is_empty() && detail != Detail::Who).then(|| (detail, text, stored.into()))
    }

    /// Everything typed that a consent lets into the file.
    fn all_typed(&self, context: &Context) -> Vec<Typed> {
        self.entries.keys().filter_map(|detail| self.typed(*detail, context)).collect()
    }

    pub(super) fn notes_typed_so_far(&self) -> Option<(Private, String)> {
        (!self.notes.is_empty()).then(|| (self.noted().into(), self.begun_text()))
    }

    fn all_sent(&mut self) {
        for entry in self.entries.values_mut() {
            entry.sent();
        }
        self.notes_sent = Some((0, self.noted()));
        self.notes_typed = None;
        self.begin_a_line(self.last_key);
    }

    fn none_kept(&mut self) {
        for (detail, entry) in &mut self.entries {
            if *detail != Detail::Who {
                entry.forget_kept();
            }
        }
        self.notes_kept.clear();
        self.notes_sent = None;
        self.notes_typed = None;
        self.changes.forget();
        self.forget_letters();
    }

    /// *Who* is answered, for the first time or anew.
    pub(super) fn who_is(&mut self, kind: CallerKind, context: &Context) -> Vec<Effect> {
        let before = self.kind;
        let third = kind.is_third_party();
        let made_here = self.case.is_some() && !self.case_was_open;
        let was_told = self.is_told();
        let mut effects = Vec::new();
        let left = self.leaves_what_was_quoted(kind, context);
        let was_own = before.is_some_and(|k| !k.is_third_party());
        // After anything but a yes, scratch goes as its box said it would: another caller does not bring it back.
        let refused = before.is_some()
            && !third
            && !self.case_was_open
            && matches!(self.answer, Some(ConsentAnswer::No | ConsentAnswer::NotSure));
        let gone = refused && self.wipe_scratch();
        // Nobody hands over to themselves: of whoever may not decide, another one is on the line now.
        let may_not_decide = self.child_alone || self.for_adult;
        let not_theirs = if third { self.not_theirs(kind, was_own) } else { Vec::new() };
        self.empty_what_was_filled();
        self.kind = Some(kind);
        self.child_alone = false;
        let stood = self.words_of_the_caller();
        let moved =
            third && (was_own || !self.consent.in_force()) && self.move_to_notes(&not_theirs, context);
        if before.is_some() {
            // What stood in a field may have been somebody else's.
            self.changes.forget();
        }
        if before.is_some() && moved {
            let kept = self.case_was_open && self.may_keep_family();
            if kept {
                effects.extend(self.save_notes(context));
            }
            effects.push(Effect::Notice(if kept { IN_NOTES } else { IN_SCRATCH }.to_owned()));
        }
        if third {
            effects.extend(self.come_back((before, kind), stood.clone(), context));
        }
        let familys_leaves = was_own && (made_here || self.for_adult) || third && !self.consent.in_force();
        if before.is_some() && !self.case_was_open && familys_leaves {
            // Row 17: the family's details leave the file at once and stay on the screen as scratch.
            // Of one third party after another there is no case, and the caller's own fields stay.
            let kept_of_family = self.case.is_some() || self.for_adult;
            effects.extend(self.take_out(kind, false, context));
            if third {
                effects.extend(kept_of_family.then(|| Effect::Notice(TAKEN_OUT.to_owned())));
                effects.extend(left.then(|| Effect::Notice(NO_CASE_NOW.to_owned())));
                return effects;
            }
        }
        let comes_after_another = before.is_some_and(|k| k.is_third_party() || may_not_decide);
        if !third && comes_after_another && (!self.case_was_open || self.may_keep_family()) {
            effects.extend(self.another_has_come(kind, gone, context));
        }
        if !third {
            effects.extend(self.come_back((before, kind), stood, context));
        }
        // A case that was withdrawn is not begun again by a call about it.
        let opens = !third && !self.case_was_open && !self.consent.in_force();
        if opens {
            // An age that stands on the page already says so before anything is written.
            let not_theirs_to_say = self.age_is_known(context);
            if !not_theirs_to_say.is_empty() {
                effects.extend(not_theirs_to_say);
                return effects;
            }
        }
        let caller = context.id();
        let seq = self.caller.map_or(1, |(_, seq)| seq + 1);
        self.caller = Some((caller, seq));
        // Of whoever was spoken for, the own call is the consent from now on.
        let themselves = was_told && self.may_decide(kind, context);
        let case = if themselves { self.case } else { opens.then(|| context.id()) };
        let own = case.map(|case| (case, context.id()));
        if own.is_some() {
            self.case = case;
            self.consent = ConsentStanding::Ok;
            self.answer = None;
            self.told = Told::default();
        }
        self.fill_from_case(kind);
        let mut details = self.all_typed(context);
        let notes = if opens { self.notes_typed_so_far() } else { None };
        if opens {
            self.all_sent();
        } else {
            details.retain(|(d, ..)| d.is_the_callers() && !self.is_scratch(*d));
            for (detail, ..) in &details {
                self.entries.get_mut(detail).and_then(Entry::sent);
            }
        }
        self.forget_letters();
        effects.push(Self::doing(CallWrite::Who { call: self.id, caller, seq, kind, own, details, notes }));
        if before.is_none() && self.enquiry.is_none() && !self.case_was_open {
            effects.extend(self.look_for_the_caller());
        }
        effects.extend(self.ask_if_safe(Detail::Phone));
        effects
    }

    /// The parent of somebody who decides rings again about their enquiry: he or she has agreed to nothing by it.
    pub(super) fn parent_again(&mut self, context: &Context) -> Vec<Effect> {
        self.kind = Some(CallerKind::Parent);
        self.take_out(CallerKind::Parent, true, context)
    }

    /// The family leaves the file; everything stays on the screen as scratch.
    pub(super) fn take_out(&mut self, kind: CallerKind, for_adult: bool, context: &Context) -> Vec<Effect> {
        let case = self.case.take();
        self.made.taken_out |= case.is_some();
        self.consent = ConsentStanding::NotAsked;
        self.answer = None;
        self.told = Told::default();
        self.for_adult = for_adult;
        self.seen.clear();
        self.numbers.clear();
        if let Some((_, from_scratch)) = &mut self.clip {
            *from_scratch = true;
        }
        let caller = context.id();
        self.caller = Some((caller, 1));
        self.none_kept();
        let stays: Vec<Typed> = self
            .all_typed(context)
            .into_iter()
            .filter(|(d, ..)| d.is_the_callers() && !self.is_scratch(*d))
            .collect();
        for (detail, ..) in &stays {
            self.entries.get_mut(detail).and_then(Entry::sent);
        }
        vec![Self::doing(CallWrite::TakeOut { call: self.id, case, caller, kind, stays, for_adult })]
    }

    /// An age, a birth date or a year group is known: may this caller decide? A year that was mistyped says neither.
    pub(super) fn age_is_known(&mut self, context: &Context) -> Vec<Effect> {
        let known = DayReading::from_stored(self.read(Detail::Born));
        if years_too_many(&known, context.today()).is_some() {
            return Vec::new();
        }
        let standing = standing(&known, context.today());
        match self.kind {
            Some(CallerKind::YoungPerson) if standing.needs_parent() && !self.child_alone => {
                let mut effects = Vec::new();
                if !self.case_was_open {
                    effects.extend(self.take_out(CallerKind::YoungPerson, false, context));
                }
                self.child_alone = true;
                self.focus = Focus::Field(Detail::About);
                let words = "A parent or carer would need to ask us. Nothing of this is kept.";
                effects.push(Effect::Notice(words.to_owned()));
                effects
            }
            // An age that was corrected; one that is only missing says nothing.
            Some(CallerKind::YoungPerson)
                if self.child_alone && !standing.needs_parent() && !self.entry(Detail::Born).is_empty() =>
            {
                self.kind = None;
                self.who_is(CallerKind::YoungPerson, context)
            }
            Some(CallerKind::Parent)
                if matches!(standing, Standing::YoungPerson | Standing::TwentyFiveOrOver)
                    && !self.for_adult
                    && !self.case_was_open =>
            {
                let mut effects = self.take_out(CallerKind::Parent, true, context);
                self.focus = Focus::Question;
                let words = "Over compulsory school age: he or she decides. Does he or she agree?";
                effects.push(Effect::Notice(words.to_owned()));
                effects
            }
            Some(CallerKind::Parent)
                if self.for_adult && standing.needs_parent() && !self.consent.in_force() =>
            {
                self.kind = None;
                self.for_adult = false;
                self.who_is(CallerKind::Parent, context)
            }
            Some(kind) if kind.is_third_party() => self.giver_may_decide(context),
            _ => Vec::new(),
        }
    }

    pub(super) fn asks_for_consent(&self) -> bool {
        !self.is_the_family() && !self.consent.in_force()
    }

    /// This call's consent is what somebody else tells us: it can have limits, and a yes by mistake be taken back.
    pub(super) fn is_told(&self) -> bool {
        !self.is_the_family() && self.consent.in_force() && !self.case_was_open
    }

    pub(super) fn go_to_consent(&mut self, context: &Context) -> Vec<Effect> {
        let half = self.answer == Some(ConsentAnswer::Yes) && !matches!(self.focus, Focus::Part(_));
        let to = if self.asks_for_consent() && half {
            self.first_open_part(context)
        } else if self.asks_for_consent() {
            Focus::Question
        } else if let Some(case) = self.about() {
            return self.consent_page(case);
        } else if self.is_told() {
            Focus::Part(Part::Limits)
        } else {
            return vec![Effect::Notice("Consent is there: they rang us themselves.".to_owned())];
        };
        self.go_to(to, context)
    }

    pub(super) fn act_on_question(&mut self, action: &Action, context: &Context) -> Vec<Effect> {
        match action {
            Action::AnswerConsent(answer) => self.answer_consent(*answer, context),
            Action::NextField | Action::Down => self.step(true, context),
            Action::PreviousField | Action::Up => self.step(false, context),
            Action::Edit(edit @ (Edit::Undo | Edit::Redo)) => self.change_back(edit, context),
            // A slip of focus: what is typed goes into Scratch, so that nothing is lost.
            Action::Edit(edit @ (Edit::Insert(_) | Edit::Paste(_))) => {
                self.before_notes = Focus::Question;
                self.focus = Focus::Notes;
                self.note_words_at_question();
                self.edit_notes(edit, context)
            }
            _ => Vec::new(),
        }
    }

    fn answer_consent(&mut self, answer: ConsentAnswer, context: &Context) -> Vec<Effect> {
        let mut effects = Vec::new();
        let elsewhere = self.made.elsewhere.take_if(|_| answer != ConsentAnswer::Yes);
        self.case = self.case.or(elsewhere);
        if let (true, Some(kind)) = (elsewhere.is_some() || self.may_keep_family(), self.kind) {
            if answer == ConsentAnswer::Yes {
                self.jumped = true;
                self.focus = Focus::Part(Part::Limits);
                return effects;
            }
            // A yes that was a mistake: as when *Who* was wrong, everything is scratch again.
            effects.extend(self.take_out(kind, self.for_adult, context));
            let words = "Taken back: it leaves the file. It is scratch until the call is finished.";
            effects.push(Effect::Notice(words.to_owned()));
        }
        self.answer = Some(answer);
        self.jumped = true;
        if answer == ConsentAnswer::Yes {
            if self.for_adult && self.told.who.is_empty() {
                self.told.who = Line::holding("young person");
            }
            self.focus = self.first_open_part(context);
            self.remark = self.withdrawn.map(|day| {
                let day = day_with_year(day);
                format!("Withdrawn on {day}. A yes of that day, or since, opens a new case.")
            });
        } else {
            self.focus = Focus::Field(Detail::About);
        }
        effects.push(Self::doing(CallWrite::Answer { call: self.id, answer: Some(answer) }));
        effects
    }

    /// The reading beside one of the questions: the day that was meant.
    pub(super) fn part_reading(&self, part: Part, context: &Context) -> String {
        match (part, self.when(context)) {
            (Part::When, reading) if reading != DayReading::Unread => {
                format!("= {}", reading.in_words(context.today()))
            }
            // Of what is being typed nothing is said yet.
            (part, _) if self.focus != Focus::Part(part) && self.part_is_unread(part, context) => {
                "~ not read".to_owned()
            }
            _ => String::new(),
        }
    }
}
