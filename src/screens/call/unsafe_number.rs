//! A number in a call that is not safe to ring: by what the file knows, or by the words typed beside it.
//!
//! The file is asked when a number was left, and only while consent is in force: before that the screen does not tell
//! that a family is known. Words that are typed beside the number, or as its best time, are the caller's own and are
//! heard at once. Nothing is refused, and no number is taken away; what is absent is any promise to ring it.

use super::State;
use crate::domain::call::CallerKind;
use crate::domain::contact::{self, Safety, Said};
use crate::domain::detail::Detail;
use crate::domain::phone::Phone;
use crate::domain::text::{Private, cut};
use crate::protocol::command::Question;
use crate::protocol::effect::Effect;
use crate::store::calls::SaidOf;

const NOT_SAFE: &str = "not safe to ring";
const NO_MESSAGES: &str = "no messages";

/// What is said of words that were heard in a field.
pub(super) fn heard_words(typed: &str) -> Option<String> {
    Safety::heard(typed, "").map(|heard| {
        if heard.may_not_ring() && heard.writing == Said::Yes {
            return "Read as: NOT SAFE TO RING, may be written to. Words are kept as typed.".to_owned();
        }
        let what = if heard.may_not_ring() { "NOT SAFE TO RING" } else { "NO MESSAGES" };
        format!("Read as: {what}. It stands with the number; words are kept as typed.")
    })
}

/// What is said of words in a field that may forbid ringing, and were not read.
pub(super) const IS_IT_SAFE: &str = "~ Not read as a ban. Is it safe to ring? Ask. Words are kept as typed.";

/// What is forbidden of a number, as short as it stands beside it.
pub(super) fn beside_number(heard: Safety) -> &'static str {
    if heard.may_not_ring() { NOT_SAFE } else { NO_MESSAGES }
}

impl State {
    /// Asks what the file knows against the number of a field.
    pub(super) fn ask_if_safe(&self, detail: Detail) -> Option<Effect> {
        let asks = self.consent.in_force() && !self.is_scratch(detail) && self.can_be_rung(detail);
        asks.then(|| Effect::Ask(Question::SaidAgainst { call: self.id, number: self.private(detail) }))
    }

    /// The answer; it is said at once, where nothing else is.
    pub(super) fn hear_unsafe(&mut self, said: &SaidOf) {
        if !self.consent.in_force() {
            return;
        }
        if !self.numbers.contains(said) {
            self.numbers.push(said.clone());
        }
        let typed =
            [Detail::Phone, Detail::ParentPhone].into_iter().find(|detail| self.is_number_of(*detail, said));
        if self.remark.is_none() {
            self.remark = typed.map(|detail| self.unsafe_words(detail)).filter(|words| !words.is_empty());
        }
    }

    fn is_number_of(&self, detail: Detail, said: &SaidOf) -> bool {
        Phone::share(self.entry(detail), &said.number)
    }

    /// What was said of the number of a field, as the file has it: what is not safe first.
    fn said_of(&self, detail: Detail) -> Option<&SaidOf> {
        contact::said_of(self.entry(detail), &self.numbers).filter(|_| self.consent.in_force())
    }

    /// The number that the best time is said of: the parents', once somebody else has told of their consent.
    pub(super) fn number_of_best_time(&self) -> Detail {
        if self.is_told() && !self.for_adult { Detail::ParentPhone } else { Detail::Phone }
    }

    fn best_time_of(&self, detail: Detail) -> &str {
        if detail == self.number_of_best_time() { self.entry(Detail::BestTime) } else { "" }
    }

    /// What the words beside the number of a field forbid.
    fn heard(&self, detail: Detail) -> Option<Safety> {
        Safety::heard(self.entry(detail), self.best_time_of(detail))
    }

    /// The caller's number for an enquiry. Where the best time is not kept, as of a parent, what its words forbid is
    /// kept with the number.
    pub(super) fn number_to_keep(&self, number: Private, best_time: &str) -> Private {
        let kept = Safety::heard(&number, best_time).unwrap_or_default();
        let words = match self.heard(Detail::Phone) {
            Some(heard) if heard.ring != kept.ring => NOT_SAFE,
            Some(heard) if heard.message != kept.message => NO_MESSAGES,
            _ => return number,
        };
        if number.trim().is_empty() { number } else { format!("{}, {words}", number.trim()).into() }
    }

    /// The number of this field is not safe to ring.
    pub(super) fn not_safe(&self, detail: Detail) -> bool {
        self.said_of(detail).is_some_and(|said| said.safety.may_not_ring())
            || self.heard(detail).is_some_and(Safety::may_not_ring)
    }

    /// The number of this field is not safe to ring, and may be written to.
    pub(super) fn may_be_written_to(&self, detail: Detail) -> bool {
        let said = [self.said_of(detail).map(|said| said.safety), self.heard(detail)];
        said.into_iter().flatten().any(|safety| safety.writing == Said::Yes)
    }

    /// Words beside the number of this field may forbid ringing it, and were not read: it is asked.
    pub(super) fn is_in_doubt(&self, detail: Detail) -> bool {
        Safety::is_in_doubt(self.entry(detail), self.best_time_of(detail)) && !self.not_safe(detail)
    }

    /// Whether the number that the next step would ring is safe is still to be asked.
    pub(super) fn rings_in_doubt(&self) -> bool {
        let third = self.kind.is_some_and(CallerKind::is_third_party);
        self.is_in_doubt(if third { Detail::ParentPhone } else { Detail::Phone })
    }

    /// The number that the next step would ring is not safe: the parents', where somebody else rang.
    pub(super) fn rings_unsafe(&self) -> bool {
        let third = self.kind.is_some_and(CallerKind::is_third_party);
        self.not_safe(if third { Detail::ParentPhone } else { Detail::Phone })
    }

    /// What was said of the number of a field, in one line.
    pub(super) fn unsafe_words(&self, detail: Detail) -> String {
        let told = match (self.said_of(detail), self.heard(detail)) {
            (Some(said), _) => (said.safety, said.safety.told(said.number.trim(), &said.said_by)),
            (None, Some(heard)) => (heard, heard.told(self.entry(detail).trim(), "the caller, now")),
            (None, None) => return String::new(),
        };
        let more = if told.0.may_not_ring() { ". Write, or another number." } else { "" };
        cut(&format!("{}{more}", told.1), 76)
    }

    /// What was said of the numbers of the case this call is about, or of those typed here.
    pub(super) fn safe_words(&self) -> Option<String> {
        let typed = [Detail::Phone, Detail::ParentPhone];
        let shown = |said: &&SaidOf| self.case_was_open || typed.iter().any(|d| self.is_number_of(*d, said));
        let said = self.numbers.iter().filter(|_| self.consent.in_force()).find(shown)?;
        let told = said.safety.told(said.number.trim(), &said.said_by);
        let more = if said.safety.may_not_ring() { ". Write, or another number." } else { "" };
        Some(cut(&format!("{told}{more}"), 76))
    }
}
