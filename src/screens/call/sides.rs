//! A call about a case: who is ringing is asked, and the sides of the case are at hand to fill the caller in.
//!
//! The key that begins such a call says which case it is about and nothing else. Nobody has answered for a consent by
//! it, so the case's own consent stays what it is and is shown as such. Once *Who* is answered by a side of the case,
//! what the case knows of that side stands in the caller's empty fields, and makes room again for another answer. A
//! caller whose name is not that person's is another one of the same kind, as the father is in a case of the mother's:
//! nothing of that person is filled in for them, and what was filled in makes room.
//!
//! What else the case has of that person is not asked again: it counts as answered and is shown as the case's, and
//! nothing of it is written with the call. To a caller in their work, or a relative, it is only said that the case has it.

use super::State;
use super::form::{Entry, Focus};
use crate::domain::call::CallerKind;
use crate::domain::consent::ConsentStanding;
use crate::domain::detail::Detail;
use crate::domain::likeness::may_be_one_person;
use crate::domain::reference::Reference;
use crate::domain::willingness::{Objection, PartyKind};
use crate::protocol::context::Context;
use crate::protocol::effect::{CaseTab, Effect, Place};
use crate::store::calls::{CallPage, SideOf};
use crate::widgets::field::Line;

/// What is said when the number goes with the name it belongs to.
const ANOTHERS: &str = "The case has that number of somebody else: Phone is empty again.";

/// The case that a call is about: its number, and its sides while its consent is in force.
#[derive(Clone, Default)]
pub(super) struct Sides {
    pub reference: Option<Reference>,
    known: Vec<SideOf>,
    /// What stands against the consent of the case and is not settled.
    pub objected: Option<Objection>,
}

impl Sides {
    pub(super) fn of(page: &CallPage) -> Self {
        Self { reference: page.about, known: page.sides.clone(), objected: page.objected }
    }

    pub(super) fn is_of_a_young_person(&self) -> bool {
        self.known.iter().any(|side| side.kind == PartyKind::YoungPerson)
    }

    /// What the case knows of a caller of this kind and name. Of one with another name it is their side at most.
    fn caller_named(&self, kind: CallerKind, name: &str) -> Vec<(Detail, String)> {
        let theirs = |known: &[(Detail, String)]| {
            known.iter().all(|(d, text)| *d != Detail::Name || may_be_one_person(text, name))
        };
        let mut sides = self.sides_of(kind);
        if let Some(at) = sides.iter().position(|known| theirs(known)) {
            return sides.swap_remove(at);
        }
        let mut known = sides.into_iter().next().unwrap_or_default();
        known.retain(|(detail, _)| *detail == Detail::Work);
        known
    }

    /// What the case knows of callers of this kind: the parents, the young person, the officer, the school.
    fn sides_of(&self, kind: CallerKind) -> Vec<Vec<(Detail, String)>> {
        let own = !kind.is_third_party();
        let of_side = |side: &SideOf| {
            let work = if own { "" } else { &side.name };
            [(Detail::Name, name_of(side, own)), (Detail::Work, work), (Detail::Phone, &side.phone)]
                .into_iter()
                .filter(|(_, text)| !text.trim().is_empty())
                .map(|(detail, text)| (detail, text.to_owned()))
                .collect()
        };
        let wanted = kind.party();
        self.known.iter().filter(|side| Some(side.kind) == wanted).map(of_side).collect()
    }

    /// The side that rings: of its kind, and with that name.
    fn person_named(&self, kind: CallerKind, name: &str) -> Option<&SideOf> {
        let wanted = kind.party()?;
        let own = !kind.is_third_party();
        let is_named = |side: &&SideOf| {
            let theirs = name_of(side, own).trim();
            !theirs.is_empty() && !name.trim().is_empty() && may_be_one_person(theirs, name)
        };
        self.known.iter().filter(|side| side.kind == wanted).find(is_named)
    }

    /// The family's side, of which a caller in their work is asked.
    fn family(&self) -> Option<&SideOf> {
        let of = |kind| self.known.iter().find(|side| side.kind == kind);
        of(PartyKind::Family).or_else(|| of(PartyKind::YoungPerson))
    }
}

/// The person of a side; a family is often named by them alone.
fn name_of(side: &SideOf, own: bool) -> &str {
    if own && side.person.trim().is_empty() { &side.name } else { &side.person }
}

impl State {
    /// A call about a case begins: which case is known, and who is ringing is the first question.
    pub fn about_case(&mut self, context: &Context) -> Vec<Effect> {
        self.last_key = context.now;
        self.focus = Focus::Field(Detail::Who);
        self.before_notes = self.focus;
        Vec::new()
    }

    /// What the case has where this call has nothing: the field is not asked again.
    pub(super) fn case_has(&self, detail: Detail) -> Option<&str> {
        let kind = self.kind.filter(|_| self.case_was_open && self.may_keep_family())?;
        if !self.entry(detail).trim().is_empty() {
            return None;
        }
        let third = kind.is_third_party();
        let mine = || self.sides.person_named(kind, self.entry(Detail::Name));
        let text = match detail {
            Detail::ParentName if third => name_of(self.sides.family()?, true),
            Detail::ParentPhone if third => &self.sides.family()?.phone,
            Detail::Needs if third => &self.sides.family()?.needs,
            Detail::Needs => &mine()?.needs,
            Detail::BestTime => &mine()?.best_time,
            Detail::Email => &mine()?.email,
            Detail::Relation => &mine()?.relation,
            _ => return None,
        };
        Some(text.trim()).filter(|text| !text.is_empty())
    }

    /// Neither this call nor its case has it.
    pub(super) fn has_nothing(&self, detail: Detail) -> bool {
        self.entry(detail).trim().is_empty() && self.case_has(detail).is_none()
    }

    /// What the case has, as it is shown. What is the family's is not shown while somebody else is on the line.
    pub(super) fn case_has_words(&self, detail: Detail) -> Option<String> {
        let text = self.case_has(detail)?;
        let is_theirs = self.is_the_family() || matches!(detail, Detail::BestTime | Detail::Email);
        Some(if is_theirs { format!("case: {text}") } else { "in the case already".to_owned() })
    }

    /// "M-0002", of the case that the call is about.
    pub(super) fn case_in_words(&self) -> String {
        self.sides.reference.map_or_else(|| "the case".to_owned(), |reference| reference.to_string())
    }

    /// What the case filled in for the answer that *Who* had so far.
    pub(super) fn filled(&self, detail: Detail) -> bool {
        let sides = self.kind.map(|kind| self.sides.sides_of(kind)).unwrap_or_default();
        sides.iter().flatten().any(|(filled, text)| *filled == detail && self.entry(detail) == text)
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
        for (detail, text) in self.sides.caller_named(kind, self.entry(Detail::Name)) {
            let entry = self.entries.entry(detail).or_default();
            if entry.line.is_empty() {
                *entry = Entry::typed(&text, "");
                entry.filled = true;
            }
        }
    }

    /// Another name was typed than that of the side that *Who* says: its number is not this caller's.
    pub(super) fn empty_what_is_anothers(&mut self, context: &Context) -> Vec<Effect> {
        let Some(kind) = self.kind.filter(|_| self.filled(Detail::Phone)) else { return Vec::new() };
        let theirs = self.sides.caller_named(kind, self.entry(Detail::Name));
        let phone = self.entry(Detail::Phone);
        if theirs.iter().any(|(detail, text)| *detail == Detail::Phone && text == phone) {
            return Vec::new();
        }
        let Some(entry) = self.entries.get_mut(&Detail::Phone) else { return Vec::new() };
        entry.line = Line::default();
        entry.key(context.now);
        let mut effects = self.save(Detail::Phone, context);
        effects.push(Effect::Notice(ANOTHERS.to_owned()));
        effects
    }

    /// A parent rings who is not the one the case has first: they may not agree to what the other has agreed to.
    pub(super) fn is_another_parent(&self) -> bool {
        let name = self.entry(Detail::Name).trim();
        let first = self.sides.known.iter().find(|side| side.kind == PartyKind::Family);
        let first = first.map(|side| name_of(side, true).trim()).filter(|first| !first.is_empty());
        self.kind == Some(CallerKind::Parent)
            && self.about().is_some()
            && self.consent.in_force()
            && !name.is_empty()
            && first.is_some_and(|first| !may_be_one_person(first, name))
    }

    /// What stands against the consent of the case it is about.
    pub(super) fn objected(&self) -> Option<Objection> {
        self.sides.objected.filter(|_| self.about().is_some() && self.consent.in_force())
    }

    /// How the consent of the case stands, where a call about it says so.
    pub(super) fn consent_of_case(&self) -> String {
        match self.objected() {
            Some(Objection::OtherParent) => {
                return format!("OK  {}, but an objection stands. Esc k", self.case_in_words());
            }
            Some(Objection::CourtOrder) => {
                return format!("OK  {}, but a court order stands. Esc k", self.case_in_words());
            }
            None => {}
        }
        if self.is_another_parent() {
            return format!("OK  {}. They do not agree? Esc k, j", self.case_in_words());
        }
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
        let words = if self.objected().is_some() {
            "j: words about the objection that stands, or settle it. F2: the call."
        } else if self.is_another_parent() {
            "j: this parent does not agree. w: whoever agreed withdraws. F2: the call."
        } else if self.consent.in_force() {
            "w: they withdraw. k: checked with them. F2 back to the call."
        } else {
            "Consent was withdrawn. a: they agree again. F2 back to the call."
        };
        let place = Place::Case { case, tab: CaseTab::Consent, party: None };
        vec![Effect::Open(place), Effect::Notice(words.to_owned())]
    }
}
