//! The number of a case, quoted whole by a caller who has no consent in this call.
//!
//! Whoever has the number has it from us or from the family. The row says that number and nothing else: no name, no
//! school, not whether anything more is known. There is none for a case that is not open with its consent in force,
//! and none for a number without its letter, which may be the end of a telephone number.

use super::{Found, FoundKind};
use crate::domain::reference::{RefKind, Reference, read_reference};
use crate::params;
use crate::store::{Result, Store};

/// What the row says in place of the family.
const QUOTED: &str = "quoted by the caller: the call is about it";

impl Store {
    /// What Find shows this member of staff; where only enquiries may be looked through, a case that was quoted before
    /// them.
    ///
    /// # Errors
    /// The file cannot be read.
    pub fn find_or_quoted(&mut self, typed: &str, enquiries_only: bool, staff: &str) -> Result<Vec<Found>> {
        let quoted = if enquiries_only { self.quoted(typed)? } else { None };
        let found = self.find_at(typed, enquiries_only, Some(staff))?;
        Ok(quoted.into_iter().chain(found).collect())
    }

    /// The row of the case whose number was typed with its letter.
    fn quoted(&mut self, typed: &str) -> Result<Option<Found>> {
        let Some((Some(RefKind::Case), number)) = read_reference(typed) else { return Ok(None) };
        let row = self.read_one(
            "SELECT c.id FROM cases c JOIN consent_in_force f ON f.case_id = c.id
             WHERE c.number = $1 AND c.state = 'open'",
            &params![number],
        )?;
        Ok(row.map(|row| Found {
            kind: FoundKind::Case,
            case: Some(row.int(0)),
            enquiry: None,
            call: None,
            document: row.int(0),
            reference: Some(Reference { kind: RefKind::Case, number }),
            name: "".into(),
            about: QUOTED.into(),
            alike: false,
        }))
    }
}
