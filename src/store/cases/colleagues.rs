//! Whoever else rang for a side of a case: another officer of the same authority, another teacher of the school.
//!
//! A side has one person who is written to and rung. Who else spoke for it in a call is read from the calls, each once
//! with the number they gave last, and is nobody's contact before a person makes them one. Nothing is read where
//! consent is not in force, and no number where it has limits.

use super::callers::Caller;
use crate::domain::likeness::may_be_one_person;
use crate::domain::queue::CaseFacts;
use crate::domain::text::Private;
use crate::domain::willingness::PartyKind;
use crate::store::parties::Party;
use crate::store::{Result, Store};

/// The most that are named for one side.
const MOST: usize = 3;

impl Store {
    /// Who else rang, by the side they rang for: `Jo Blake, 01632 960777`. The latest first.
    pub(super) fn also_rang(
        &mut self,
        facts: &CaseFacts,
        parties: &[Party],
    ) -> Result<Vec<(PartyKind, Private)>> {
        if !facts.consent.in_force() {
            return Ok(Vec::new());
        }
        let mut rang: Vec<(PartyKind, String, String)> = Vec::new();
        for Caller { kind, name, number, .. } in self.callers_of(facts.id)?.into_iter().rev() {
            let Some(kind) = kind.party().filter(|_| kind.is_third_party()) else { continue };
            let is_known = |person: &str| !person.trim().is_empty() && may_be_one_person(person, &name);
            let of_side = parties.iter().filter(|party| party.facts.standing.kind == kind);
            let named = rang.iter().filter(|(of, ..)| *of == kind);
            if name.is_empty()
                || of_side.into_iter().any(|party| is_known(&party.contact.person))
                || named.clone().any(|(_, other, _)| is_known(other))
                || named.count() >= MOST
            {
                continue;
            }
            rang.push((kind, name, number));
        }
        let words = |(kind, name, phone): (PartyKind, String, String)| {
            (kind, if phone.is_empty() { name } else { format!("{name}, {phone}") }.into())
        };
        Ok(rang.into_iter().map(words).collect())
    }
}
