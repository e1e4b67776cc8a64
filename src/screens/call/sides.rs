//! A call about a case: who is ringing is asked, and the sides of the case are at hand to fill the caller in.
//!
//! The key that begins such a call says which case it is about and nothing else. Nobody has answered for a consent by
//! it, so the case's own consent stays what it is and is shown as such. Once *Who* is answered by a side of the case,
//! what the case knows of that side stands in the caller's empty fields, and makes room again for another answer.

use super::State;
use super::form::{Entry, Focus};
use crate::domain::call::CallerKind;
use crate::domain::consent::ConsentStanding;
use crate::domain::detail::Detail;
use crate::domain::reference::Reference;
use crate::domain::willingness::PartyKind;
use crate::protocol::context::Context;
use crate::protocol::effect::{CaseTab, Effect, Place};
use crate::store::calls::{CallPage, SideOf};

/// The case that a call is about: its number, and its sides while its consent is in force.
#[derive(Clone, Default)]
pub(super) struct Sides {
    pub reference: Option<Reference>,
    known: Vec<SideOf>,
}

impl Sides {
    pub(super) fn of(page: &CallPage) -> Self {
        Self { reference: page.about, known: page.sides.clone() }
    }

    fn is_of_a_young_person(&self) -> bool {
        self.known.iter().any(|side| side.kind == PartyKind::YoungPerson)
    }

    /// What the case knows of this caller: the parent, the young person, the officer, the school.
    fn caller(&self, kind: CallerKind) -> Vec<(Detail, String)> {
        let wanted = match kind {
            CallerKind::Parent => PartyKind::Family,
            CallerKind::YoungPerson => PartyKind::YoungPerson,
            CallerKind::LaOfficer => PartyKind::LocalAuthority,
            CallerKind::SchoolStaff => PartyKind::School,
            CallerKind::SendiassOfficer | CallerKind::OtherParty | CallerKind::Relative => return Vec::new(),
        };
        let Some(side) = self.known.iter().find(|side| side.kind == wanted) else { return Vec::new() };
        let own = !kind.is_third_party();
        let name = if own && side.person.is_empty() { &side.name } else { &side.person };
        let work = if own { "" } else { &side.name };
        [(Detail::Name, &**name), (Detail::Work, work), (Detail::Phone, &side.phone)]
            .into_iter()
            .filter(|(_, text)| !text.trim().is_empty())
            .map(|(detail, text)| (detail, text.to_owned()))
            .collect()
    }
}

impl State {
    /// A call about a case begins: which case is known, and who is ringing is the first question.
    pub fn about_case(&mut self, context: &Context) -> Vec<Effect> {
        self.last_key = context.now;
        self.focus = Focus::Field(Detail::Who);
        self.before_notes = self.focus;
        Vec::new()
    }

    /// "M-0002", of the case that the call is about.
    pub(super) fn case_in_words(&self) -> String {
        self.sides.reference.map_or_else(|| "the case".to_owned(), |reference| reference.to_string())
    }

    /// What the case filled in for the answer that *Who* had so far.
    pub(super) fn filled(&self, detail: Detail) -> bool {
        let of_side = self.kind.map(|kind| self.sides.caller(kind)).unwrap_or_default();
        of_side.iter().any(|(filled, text)| *filled == detail && self.entry(detail) == text)
    }

    /// *Who* has another answer: what the case filled in for the one before makes room.
    pub(super) fn empty_what_was_filled(&mut self) {
        for detail in [Detail::Name, Detail::Work, Detail::Phone] {
            if self.filled(detail) {
                self.entries.remove(&detail);
            }
        }
    }

    /// *Who* is answered by a side of the case: the caller's empty fields are filled from it.
    pub(super) fn fill_from_case(&mut self, kind: CallerKind) {
        if !self.case_was_open || !self.may_keep_family() {
            return;
        }
        for (detail, text) in self.sides.caller(kind) {
            let entry = self.entries.entry(detail).or_default();
            if entry.line.is_empty() {
                *entry = Entry::typed(&text, "");
            }
        }
    }

    /// How the consent of the case stands, where a call about it says so.
    pub(super) fn consent_of_case(&self) -> String {
        let words = match self.consent {
            ConsentStanding::ToCheck if self.sides.is_of_a_young_person() => "to ask him or her",
            standing => standing.words().trim_start_matches("OK, "),
        };
        match (self.consent.in_force(), words) {
            (true, "OK") => format!("OK  the consent of {}. Esc k: its page", self.case_in_words()),
            (true, words) => format!("OK  {}, {words}. Esc k", self.case_in_words()),
            (false, _) => "NO  consent was withdrawn: nothing is kept".to_owned(),
        }
    }

    /// The consent of the case is on a page of its own: that is where it is withdrawn, and given again.
    pub(super) fn consent_page(&self, case: i64) -> Vec<Effect> {
        let words = if self.consent.in_force() {
            "w: they withdraw. k: checked with them. F2 back to the call."
        } else {
            "Consent was withdrawn. a: they agree again. F2 back to the call."
        };
        let place = Place::Case { case, tab: CaseTab::Consent, party: None };
        vec![Effect::Open(place), Effect::Notice(words.to_owned())]
    }
}
