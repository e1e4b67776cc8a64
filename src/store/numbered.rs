//! From a spoken number to what it belongs to.

use super::queue::Item;
use super::{Result, Store};
use crate::domain::reference::{RefKind, Reference};
use crate::params;

impl Store {
    /// The case, the enquiry or the call with this spoken number; none where there is none. Every call has a
    /// row of its own, also one that became a case.
    pub fn numbered(&mut self, reference: Reference) -> Result<Option<Item>> {
        let number = params![reference.number];
        Ok(match reference.kind {
            RefKind::Case => self.case_numbered(reference.number)?.map(Item::Case),
            RefKind::Enquiry => self
                .read_one("SELECT id FROM enquiries WHERE number = $1", &number)?
                .map(|row| Item::Enquiry(row.int(0))),
            RefKind::Call => self
                .read_one("SELECT id FROM calls WHERE number = $1", &number)?
                .map(|row| Item::Call(row.int(0))),
        })
    }
}
