//! Who is said to have agreed, and how old the child turns out to be: may this giver decide?
//!
//! A child of compulsory school age gives no consent; what was recorded of it leaves the file as when *Who* was wrong, and
//! the answers stand on the screen. A parent's consent for somebody who decides is not undone by an age, since capacity
//! is absent here: it is said who decides. The rule itself is of [`crate::domain::consent`].

use super::super::State;
use super::super::form::{Focus, Part};
use crate::domain::call::CallerKind;
use crate::domain::consent::{
    ConsentAnswer, ConsentGap, GivenConsent, ToldConsent, complete, is_young_person,
};
use crate::domain::detail::Detail;
use crate::domain::typed_day::{DayReading, short_day};
use crate::domain::young_person::{Standing, standing};
use crate::protocol::context::Context;
use crate::protocol::effect::Effect;
use crate::store::calls::CallWrite;

/// What is said when the child turns out to be somebody who decides.
const THEY_DECIDE: &str = "Over compulsory school age: he or she decides. Ask whether he or she agrees.";

impl State {
    fn born(&self, context: &Context) -> Standing {
        standing(&DayReading::from_stored(self.read(Detail::Born)), context.today())
    }

    /// This caller speaks for themselves, and at the age that is known may.
    pub(super) fn may_decide(&self, kind: CallerKind, context: &Context) -> bool {
        let standing = self.born(context);
        match kind {
            CallerKind::Parent => !matches!(standing, Standing::YoungPerson | Standing::TwentyFiveOrOver),
            CallerKind::YoungPerson => !standing.needs_parent(),
            _ => false,
        }
    }

    /// The consent as it is typed so far.
    pub(super) fn told_consent(&self) -> ToldConsent {
        ToldConsent {
            who: self.told.who.text().into(),
            when: self.told.when.text().to_owned(),
            how: self.told.how.text().into(),
            caller: self.entry(Detail::Name).into(),
        }
    }

    /// The consent as it was told so far, or what is missing before "yes" counts.
    pub(super) fn told_so_far(&self, context: &Context) -> Result<GivenConsent, ConsentGap> {
        let told = self.told_consent();
        let given = complete(&told, &self.when(context), context.today(), self.withdrawn);
        let third = self.kind.is_some_and(CallerKind::is_third_party);
        if third && is_young_person(&told.who) && self.born(context).needs_parent() {
            return Err(ConsentGap::TooYoung);
        }
        given
    }

    /// The day on which they agreed, beside the light: one that nobody meant is seen there.
    pub(in crate::screens::call) fn agreed_on(&self, context: &Context) -> String {
        match self.when(context) {
            DayReading::Day(day) => short_day(day),
            _ => self.told.when.text().trim().to_owned(),
        }
    }

    /// An age is known in a call of a third party who told us of a consent.
    pub(super) fn giver_may_decide(&mut self, context: &Context) -> Vec<Effect> {
        let (Some(kind), true) = (self.kind, self.is_told()) else { return Vec::new() };
        let standing = self.born(context);
        let young = is_young_person(self.told.who.text());
        if !young && matches!(standing, Standing::YoungPerson | Standing::TwentyFiveOrOver) {
            return vec![Effect::Notice(THEY_DECIDE.to_owned())];
        }
        if !young || !standing.needs_parent() {
            return Vec::new();
        }
        let told = std::mem::take(&mut self.told);
        let mut effects = self.take_out(kind, self.for_adult, context);
        self.told = super::super::Told { limits_kept: String::new(), ..told };
        self.answer = Some(ConsentAnswer::Yes);
        effects.push(Self::doing(CallWrite::Answer { call: self.id, answer: self.answer }));
        self.focus = Focus::Part(Part::Who);
        effects.push(Effect::Notice(ConsentGap::TooYoung.words().to_owned()));
        effects
    }
}
