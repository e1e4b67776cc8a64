//! The other case of a family that has withdrawn its consent: it keeps a consent of its own, and stays open.
//!
//! It is named by its number alone, so that a person asks whether it is withdrawn too; nothing is withdrawn by itself.
//! It is looked for only until it is decided whether the withdrawn record is kept.

use crate::domain::consent::ConsentStanding;
use crate::domain::phone::Phone;
use crate::domain::queue::{CaseFacts, CaseState};
use crate::domain::reference::{RefKind, Reference};
use crate::domain::same_child::Child;
use crate::params;
use crate::store::{Result, Store};

use super::CANDIDATES;

/// A case that is still open beside one whose consent was withdrawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct StillOpen {
    /// `M-0412`.
    pub reference: Reference,
    /// A person has linked the two; otherwise a family of it has the same number.
    pub linked: bool,
}

/// The fewest digits by which a number is looked for.
const SHORTEST: usize = 6;

/// The numbers of a family as the index of Find has them: their last eleven digits.
pub(super) fn numbers(child: &Child) -> Vec<String> {
    let last = |phone: Phone| {
        let digits: Vec<char> = phone.digits().chars().collect();
        digits.iter().skip(digits.len().saturating_sub(11)).collect::<String>()
    };
    child
        .phones
        .iter()
        .flat_map(|phone| Phone::all(phone))
        .map(last)
        .filter(|digits| digits.len() >= SHORTEST)
        .collect()
}

impl Store {
    /// The case that is still open beside a withdrawn one: a linked one first, then one with a number of the family.
    pub(in crate::store) fn still_open_beside(&mut self, facts: &CaseFacts) -> Result<Option<StillOpen>> {
        let undecided = facts.consent == ConsentStanding::Withdrawn && facts.after.keep_until.is_none();
        if !undecided || facts.state == CaseState::Erased {
            return Ok(None);
        }
        for (other, reference) in self.linked(facts.id)? {
            if self.is_open(other)?.is_some() {
                return Ok(Some(StillOpen { reference, linked: true }));
            }
        }
        let own = numbers(&self.child_of(facts.id)?);
        for number in &own {
            let rows = self.read(
                "SELECT DISTINCT d.case_id FROM search s JOIN documents d ON d.id = s.rowid
                 WHERE search MATCH $1 AND d.kind <> 'notes' AND d.case_id <> $2 ORDER BY d.case_id DESC LIMIT $3",
                &params![format!("\"{number}\""), facts.id, CANDIDATES],
            )?;
            for other in rows.iter().filter_map(|row| row.number(0)) {
                let Some(reference) = self.is_open(other)? else { continue };
                if numbers(&self.child_of(other)?).contains(number) {
                    return Ok(Some(StillOpen { reference, linked: false }));
                }
            }
        }
        Ok(None)
    }

    /// The number of a case that is open, and whose consent is in force.
    fn is_open(&mut self, case: i64) -> Result<Option<Reference>> {
        let row = self.read_one(
            "SELECT c.number FROM cases c JOIN consent_in_force f ON f.case_id = c.id
             WHERE c.id = $1 AND c.state = 'open'",
            &params![case],
        )?;
        Ok(row.and_then(|row| row.number(0)).map(|number| Reference { kind: RefKind::Case, number }))
    }
}
