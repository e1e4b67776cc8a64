//! What happens next after a call: the first step of a new case, its day, and the sentence that says so.
//!
//! The window, the sentence to read back and what is written all ask here, so that a family is never told one
//! thing while Today is told another. A call about a case that is open already adds no step of its own. Where the
//! family declines and no certificate is needed, there is none to promise: Today asks to close the case. Nobody is told
//! that we ring without a number to ring, nor on one that is not safe: it is asked how to reach them instead, while they are
//! on the phone.

use chrono::NaiveDate;

use super::super::State;
use super::{Ending, Finish};
use crate::domain::call::CallerKind;
use crate::domain::certificate::{self, Need};
use crate::domain::detail::{Detail, wants_but};
use crate::domain::phone::Phone;
use crate::domain::queue::StepKind;
use crate::domain::reference::Reference;
use crate::domain::subject::route_of;
use crate::domain::typed_day::{DayReading, Direction, read_day, short_day};
use crate::domain::willingness::{Answer, PartyKind};
use crate::protocol::context::Context;

/// What is said in place of the promise to ring.
pub(super) const NUMBER_TO_RING: &str = "May I have a number to ring you on?";
/// What is said in place of that promise where the number is not safe. It tells whoever listens nothing.
pub(super) const HOW_TO_REACH: &str = "What is the best way to reach you?";
/// The same of the parents, where somebody else rang.
const REACH_PARENTS: &str = "What is a safe way to reach the parents?";
/// What is promised where the number may be written to.
const WE_WRITE: &str = "I will write to the parents, and not ring.";
/// What is said in place of that promise where words beside the number may forbid ringing it.
pub(super) const SAFE_TO_RING: &str = "Is it safe to ring?";

impl State {
    /// What the family says about meeting; none where they have not said, or others speak for them.
    pub(super) fn family_says(&self) -> Option<Answer> {
        match self.read(Detail::Wants) {
            "mediation" if self.is_the_family() && self.wants_but().is_some() => Some(Answer::WillingBut),
            "mediation" | "disagreement resolution" if self.is_the_family() => Some(Answer::Willing),
            "no mediation" | "certificate" if self.is_the_family() => Some(Answer::NotWilling),
            _ => None,
        }
    }

    /// On what condition the family is willing.
    pub(super) fn wants_but(&self) -> Option<&str> {
        wants_but(self.entry(Detail::Wants))
    }

    /// The other side: a school by its name, otherwise the local authority.
    pub(super) fn other_kind(&self) -> PartyKind {
        let typed = self.entry(Detail::OtherSide).to_lowercase();
        let is_school = ["school", "college", "academy", "nursery"].iter().any(|word| typed.contains(word));
        if is_school { PartyKind::School } else { PartyKind::LocalAuthority }
    }

    /// Whether a certificate is needed for what this is about.
    fn certificate(&self) -> Need {
        let about = self.read(Detail::About);
        certificate::need(route_of(about), about)
    }

    /// The first step of the new case and its day; none for a case that was open before this call, or for a family that
    /// declines what needs no certificate.
    pub(in crate::screens::call) fn first_step(&self, context: &Context) -> Option<(StepKind, NaiveDate)> {
        if self.case_was_open {
            return None;
        }
        let next = self.next_day(context);
        Some(match self.family_says() {
            _ if !self.is_the_family() => (StepKind::CheckParent, context.today()),
            Some(Answer::NotWilling) if self.certificate() != Need::Needed => return None,
            Some(Answer::NotWilling) => {
                (StepKind::Certificate, certificate::last_day(context.today(), &self.days.for_law()))
            }
            Some(_) if self.other_kind() == PartyKind::LocalAuthority => (StepKind::TellLa, next),
            Some(_) => (StepKind::RingOtherSide, next),
            // Who was promised a day is rung on it.
            None => (StepKind::RingFamily, self.promised(context).map_or(next, |promised| promised.day)),
        })
    }

    /// The day in the window is used: it can be typed over.
    pub(super) fn day_counts(&self, finish: &Finish, context: &Context) -> bool {
        match finish.ending {
            Ending::Case => self.first_step(context).is_some_and(|(step, _)| match step {
                // Who was promised a day is rung on it: that day is typed in the promise.
                StepKind::RingFamily => self.promised(context).is_none(),
                StepKind::TellLa | StepKind::RingOtherSide => true,
                _ => false,
            }),
            Ending::NoConsent(_) => self.may_ring_back(),
            Ending::ChildAlone | Ending::WhoWasIt | Ending::NoCall | Ending::Nobody => false,
        }
    }

    /// What stands in the window for the day of the next step: before a day we are closed it is no "tomorrow".
    pub(super) fn day_offered(&self, context: &Context) -> String {
        let next = self.days.add(context.today(), 1);
        let tomorrow = context.today().succ_opt() == Some(next);
        if tomorrow { "tomorrow".to_owned() } else { short_day(next).to_lowercase() }
    }

    /// The day of the next step as it reads now.
    pub(in crate::screens::call) fn next_day(&self, context: &Context) -> NaiveDate {
        let typed = self.finish.as_ref().map_or("", |finish| finish.day.text());
        match read_day(typed, context.today(), Direction::Forward, &self.days) {
            DayReading::Day(day) => self.days.next_working(day),
            _ => self.days.add(context.today(), 1),
        }
    }

    /// Whoever the first step rings can be rung: the parents, where somebody else rang, otherwise the caller. Of a case
    /// that was open there are the numbers of the case.
    fn has_a_number(&self) -> bool {
        let third = self.kind.is_some_and(CallerKind::is_third_party);
        self.case_was_open || self.can_be_rung(if third { Detail::ParentPhone } else { Detail::Phone })
    }

    /// The sentence to read back, with the number in groups.
    pub(in crate::screens::call) fn read_back(&self, context: &Context) -> String {
        let phone = Phone::read(self.entry(Detail::Phone));
        let number = if phone.is_whole() {
            format!("I have your number as {}. ", phone.spoken())
        } else {
            String::new()
        };
        let promise = match self.first_step(context) {
            None if self.case_was_open => "I have put it with what we have.".to_owned(),
            None if self.certificate() == Need::PlacementOnly => {
                "You need no certificate for the school alone; mediation is still your right.".to_owned()
            }
            None => "You need no certificate for this, and can ring us again any time.".to_owned(),
            Some((StepKind::CheckParent, _)) if self.rings_unsafe() && !self.for_adult => {
                if self.may_be_written_to(Detail::ParentPhone) { WE_WRITE } else { REACH_PARENTS }.to_owned()
            }
            Some((StepKind::CheckParent, _)) if self.rings_in_doubt() && !self.for_adult => {
                "Is it safe to ring the parents?".to_owned()
            }
            Some((StepKind::CheckParent, _)) if !self.has_a_number() && !self.for_adult => {
                "May I have a number of the parents?".to_owned()
            }
            Some((StepKind::CheckParent, _)) if self.for_adult => {
                "I will ask him or her myself, today.".to_owned()
            }
            Some((StepKind::CheckParent, _)) => "I will ring the parents today.".to_owned(),
            Some((StepKind::Certificate, day)) => {
                format!("You will hear from us about the certificate by {}.", short_day(day))
            }
            Some((StepKind::RingFamily, _)) if self.rings_unsafe() => HOW_TO_REACH.to_owned(),
            Some((StepKind::RingFamily, _)) if !self.has_a_number() => NUMBER_TO_RING.to_owned(),
            Some((StepKind::RingFamily, _)) if self.rings_in_doubt() => SAFE_TO_RING.to_owned(),
            Some((step, day)) => {
                let whom = match step {
                    StepKind::RingFamily => "you",
                    StepKind::RingOtherSide => "the school",
                    _ => "the council",
                };
                format!("I will ring {whom} on {}.", short_day(day))
            }
        };
        let promise = match self.first_step(context) {
            Some((StepKind::RingFamily, _)) | None if self.promised(context).is_some() => String::new(),
            _ => format!("{promise} "),
        };
        let said = format!("{number}{promise}{}", self.promise_said(context));
        format!("\"{}\"", said.trim_end())
    }

    /// The step in words. At `place` its day is typed.
    pub(in crate::screens::call) fn step_words(&self, place: &str, context: &Context) -> String {
        let Some((step, day)) = self.first_step(context) else {
            return if self.case_was_open {
                "as the case has it already: this call adds no step".to_owned()
            } else {
                let why = match self.certificate() {
                    Need::PlacementOnly => "the school named alone",
                    _ => "disagreement resolution",
                };
                format!("> No certificate needed ({why}). Today asks to close it")
            };
        };
        // The day in the window is not the one that was promised.
        let promised = step == StepKind::RingFamily && self.promised(context).is_some();
        let day = short_day(day);
        let when = if promised { day } else { format!("{place} = {day}") };
        let whom = match step {
            StepKind::CheckParent if self.rings_unsafe() => {
                return "> DO NOT RING. Find another way today".to_owned();
            }
            StepKind::RingFamily if self.rings_unsafe() => {
                return format!("> DO NOT RING. Find another way by {when}");
            }
            StepKind::CheckParent if self.for_adult => {
                return "> Check today with the young person, who decides".to_owned();
            }
            StepKind::CheckParent if self.rings_in_doubt() => {
                return "> Check with the parent today: safe to ring? Ask".to_owned();
            }
            StepKind::CheckParent => {
                return "> Check with the parent today, and say where we got their details".to_owned();
            }
            StepKind::Certificate => return "> Certificate, within 3 working days".to_owned(),
            StepKind::RingFamily => "the family",
            StepKind::RingOtherSide => "the other side",
            _ => "the LA",
        };
        let number = match step {
            StepKind::RingFamily if !self.has_a_number() => ", no number yet",
            StepKind::RingFamily if self.rings_in_doubt() => ": safe? Ask",
            _ => "",
        };
        format!("> Ring {whom} on {when}{number}")
    }

    /// What is said once the call is finished: the next step of its case, where there is one.
    pub(super) fn finished_words(
        &self,
        number: Reference,
        in_file: Option<(String, NaiveDate)>,
        context: &Context,
    ) -> String {
        let them = if self.rings_unsafe() { "reach them, DO NOT RING" } else { "ring them" };
        let promised = self.promised(context).map(|promised| (them.to_owned(), promised.day));
        let of_call = self.first_step(context).map(|(step, day)| (self.step_said(step).to_owned(), day));
        let next = [promised, of_call, in_file].into_iter().flatten().min_by_key(|(_, day)| *day);
        match next {
            Some((step, day)) if day == context.today() => {
                format!("Finished: {number}. Next: {step}, today.")
            }
            Some((step, day)) if day < context.today() => {
                format!("Finished: {number}. Next: {step}, due since {}.", short_day(day))
            }
            Some((step, day)) => format!("Finished: {number}. Next: {step}, {}.", short_day(day)),
            None if self.case_was_open => format!("Finished: {number}. Nothing more to do here."),
            None => format!("Finished: {number}. Today asks to close it."),
        }
    }

    /// A first step, as it is said.
    fn step_said(&self, step: StepKind) -> &'static str {
        match step {
            StepKind::CheckParent | StepKind::RingFamily if self.rings_unsafe() => "reach them, DO NOT RING",
            StepKind::CheckParent if self.for_adult => "ask the young person",
            StepKind::CheckParent => "check with the parent",
            StepKind::Certificate => "the certificate",
            StepKind::RingFamily => "ring the family",
            StepKind::RingOtherSide => "ring the other side",
            _ => "ring the LA",
        }
    }
}
