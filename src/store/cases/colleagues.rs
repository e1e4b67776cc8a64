//! Whoever else rang for a side of a case: another officer of the same authority, another teacher of the school.
//!
//! A side has one person who is written to and rung. Who else spoke for it in a call is read from the calls, each once
//! with the number they gave last, and is nobody's contact before a person makes them one. Nothing is read where
//! consent is not in force, and no number where it has limits.

use crate::domain::call::CallerKind;
use crate::domain::detail::Detail;
use crate::domain::likeness::may_be_one_person;
use crate::domain::queue::CaseFacts;
use crate::domain::text::Private;
use crate::domain::willingness::PartyKind;
use crate::params;
use crate::store::parties::Party;
use crate::store::unsafe_numbers::party_of;
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
        let rows = self.read(
            "SELECT r.kind,
               (SELECT typed FROM caller_details d WHERE d.caller_id = r.id AND d.field = $2),
               (SELECT typed FROM caller_details d WHERE d.caller_id = r.id AND d.field = $3
                 AND '' = (SELECT trim(limits) FROM consents WHERE case_id = $1 ORDER BY seq DESC LIMIT 1))
             FROM calls l JOIN callers r ON r.call_id = l.id
             WHERE l.case_id = $1 AND r.kind IN ('la officer', 'school staff') ORDER BY r.call_id DESC, r.seq DESC",
            &params![facts.id, Detail::Name.code(), Detail::Phone.code()],
        )?;
        let mut rang: Vec<(PartyKind, String, String)> = Vec::new();
        for row in &rows {
            let name = row.text(1).trim().to_owned();
            let Some(kind) = CallerKind::from_code(&row.text(0)).and_then(party_of) else { continue };
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
            rang.push((kind, name, row.text(2).trim().to_owned()));
        }
        let words = |(kind, name, phone): (PartyKind, String, String)| {
            (kind, if phone.is_empty() { name } else { format!("{name}, {phone}") }.into())
        };
        Ok(rang.into_iter().map(words).collect())
    }
}
