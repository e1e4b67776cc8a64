//! What the index finds by words, and the rows that were shown of it a moment ago.
//!
//! The next letter of a name, or one taken back, finds many of the same documents. While nobody has written, what they
//! say and that they may be shown is the same, and is not read again. When this desk has erased something, all of it is
//! forgotten at once; what another has written is seen at the next letter, or in the next pause while its changes are
//! asked for.

use std::collections::HashMap;

use super::{FOUND, Found, FoundKind};
use crate::params;
use crate::store::db::Edition;
use crate::store::{Result, Store};

/// Rows of one edition of the file, by their documents.
#[derive(Default)]
pub struct Shown {
    edition: Option<Edition>,
    /// Those asked for last, and those before them.
    newer: HashMap<i64, Found>,
    older: HashMap<i64, Found>,
}

impl Shown {
    /// So many are the newer ones, two pages; then they are the older.
    const MOST: usize = 2 * FOUND as usize;

    /// Of another edition nothing is known, nor where the engine does not tell which it is.
    fn be_of(&mut self, edition: Option<Edition>) {
        if edition.is_none() || self.edition != edition {
            *self = Self { edition, ..Self::default() };
        }
    }

    fn get(&mut self, document: i64, typed: &str) -> Option<Found> {
        if let Some(row) = self.older.remove(&document) {
            self.keep(row);
        }
        self.newer.get(&document).filter(|row| says_the_same(row.kind, typed)).cloned()
    }

    fn keep(&mut self, row: Found) {
        if self.newer.len() >= Self::MOST {
            self.older = std::mem::take(&mut self.newer);
        }
        self.newer.insert(row.document, row);
    }
}

/// What the row of a document says does not depend on what was typed.
fn says_the_same(kind: FoundKind, typed: &str) -> bool {
    match kind {
        FoundKind::Case | FoundKind::Enquiry => true,
        // Found by an old number, it says so.
        FoundKind::Person => !typed.contains(char::is_numeric),
        FoundKind::Notes | FoundKind::Call => false,
    }
}

impl Store {
    /// The newest documents that answer this question of the index and may be shown, one page of them.
    pub(super) fn found_by_words(
        &mut self,
        query: &str,
        typed: &str,
        enquiries_only: bool,
    ) -> Result<Vec<Found>> {
        let edition = self.db.edition()?;
        self.shown.be_of(edition);
        let page = FOUND as usize;
        let mut found = Vec::new();
        let mut before = i64::MAX;
        loop {
            let documents = self.read(
                "SELECT rowid FROM search WHERE search MATCH $1 AND rowid < $2 ORDER BY rowid DESC LIMIT $3",
                &params![query, before, FOUND],
            )?;
            for document in &documents {
                found.extend(self.found_document(document.int(0), typed, enquiries_only)?);
                if found.len() == page {
                    return Ok(found);
                }
            }
            match documents.last() {
                Some(last) if documents.len() == page => before = last.int(0),
                _ => return Ok(found),
            }
        }
    }

    /// The row of a document, if it may be shown.
    fn found_document(&mut self, document: i64, typed: &str, enquiries_only: bool) -> Result<Option<Found>> {
        // Which caller an enquiry is of, a row does not say.
        if !enquiries_only && let Some(shown) = self.shown.get(document, typed) {
            return Ok(Some(shown));
        }
        let row = self.read_one(
            "SELECT d.id, d.kind, d.case_id, d.enquiry_id, d.source FROM documents d WHERE d.id = $1
             AND ($2 = 0 OR EXISTS (SELECT 1 FROM enquiries e WHERE e.id = d.enquiry_id AND e.kind <> 'parent'))
             AND (d.case_id IS NULL OR EXISTS (SELECT 1 FROM consent_in_force f WHERE f.case_id = d.case_id))",
            &params![document, i64::from(enquiries_only)],
        )?;
        let Some(row) = row else { return Ok(None) };
        let found = self.found_row(&row, typed)?;
        if let Some(row) = found.as_ref().filter(|row| says_the_same(row.kind, typed)) {
            self.shown.keep(row.clone());
        }
        Ok(found)
    }
}
