//! Find, where the beginning of a word did not find enough: names that sound alike or have a letter wrong.
//!
//! The keys of the names stand beside the words of each document, in an index of their own. A key only brings
//! candidates: each is compared with what was typed, word for word, before it is shown. Notes have no keys, and a
//! withdrawn or erased family is as absent here as everywhere. Where nothing is found, two words are tried as one ("lee
//! ann", "leeann", "leigh-ann"), among the newest that have the last word of what was typed. A file of the first version
//! has no keys; they are made in quiet moments, a page at a time.

use std::collections::HashMap;

use super::{ENQUIRY, Found};
use crate::domain::likeness::{Likeness, SHORTEST, keys, likeness, may_be_misheard};
use crate::domain::same_child::school_words;
use crate::domain::text::words;
use crate::params;
use crate::store::db::{Row, Write};
use crate::store::{Result, Store};

/// The newest candidates that are compared.
const CANDIDATES: i64 = 160;
/// Rows shown because they are alike.
const SHOWN: usize = 12;
/// Documents that are given their keys in one write.
pub const FILLED_AT_ONCE: i64 = 500;
/// The keys of a name and a school, without repeats.
pub(super) fn alike_keys(name: &str, school: &str) -> String {
    let words = words(name).into_iter().chain(school_words(school));
    let mut all: Vec<String> = words.flat_map(|word| keys(&word)).collect();
    all.sort_unstable();
    all.dedup();
    all.join(" ")
}

/// Whom a party is known by: a person before an office.
pub(super) fn person_name<'a>(name: &'a str, person: &'a str) -> &'a str {
    if person.trim().is_empty() { name } else { person }
}

/// The keys of an enquiry, with its mark.
pub(in crate::store) fn enquiry_keys(name: &str) -> String {
    format!("{} {ENQUIRY}", alike_keys(name, ""))
}

/// The words that were typed, and what is known already of words they were compared with: the same names come
/// again and again.
pub(super) struct Typed {
    words: Vec<String>,
    known: HashMap<(usize, String), Option<Likeness>>,
}

impl From<Vec<String>> for Typed {
    fn from(words: Vec<String>) -> Self {
        Self { words, known: HashMap::new() }
    }
}

impl Typed {
    pub(super) fn of(typed: &str) -> Self {
        Self::from(words(typed))
    }

    /// Every two kept words as one, in either order, for a document keeps no order: those that begin as a word that was
    /// typed does, and are about as long.
    fn pairs(&self, kept: &[&str]) -> Vec<String> {
        /// "lee" and "leigh".
        const LONGER: usize = 3;
        let names: Vec<&str> = kept.iter().copied().filter(|k| k.chars().all(char::is_alphabetic)).collect();
        let wanted = |first: &str, second: &str| {
            let (begins, length) = (first.chars().next(), first.len() + second.len());
            self.words.iter().any(|w| w.chars().next() == begins && w.len().abs_diff(length) <= LONGER)
        };
        let with = |first: &str| {
            let of = names.iter().filter(|second| **second != first && wanted(first, second));
            of.map(|second| format!("{first}{second}")).collect::<Vec<_>>()
        };
        names.iter().flat_map(|first| with(first)).collect()
    }

    /// The same words, and each time two that stand side by side as one.
    fn joined(&self) -> Vec<Self> {
        let of = |at: usize| {
            let mut words = self.words.clone();
            let second = words.remove(at + 1);
            words[at].push_str(&second);
            words
        };
        let joined = (0..self.words.len().saturating_sub(1)).map(of);
        std::iter::once(self.words.clone()).chain(joined).map(Self::from).collect()
    }

    /// How well a document answers what was typed: each word by its beginning or its likeness, and at least one by
    /// likeness. Fewer is better; none where a word is missing.
    pub(super) fn closeness(&mut self, kept: &[&str]) -> Option<usize> {
        self.steps(kept).filter(|steps| *steps > 0)
    }

    fn steps(&mut self, kept: &[&str]) -> Option<usize> {
        let mut by_likeness = 0;
        for (at, word) in self.words.iter().enumerate() {
            if kept.iter().any(|k| k.starts_with(word.as_str())) {
                continue;
            }
            let known = &mut self.known;
            let compared = kept
                .iter()
                .filter(|k| k.len() >= SHORTEST - 1)
                .filter_map(|k| *known.entry((at, (*k).to_owned())).or_insert_with(|| likeness(word, k)));
            by_likeness += if compared.min()? == Likeness::Letter { 2 } else { 1 };
        }
        Some(by_likeness)
    }
}

impl Store {
    /// Rows that sound like what was typed or have a letter wrong, best first, without those that are `known`.
    pub(super) fn find_alike(
        &mut self,
        typed: &str,
        enquiries_only: bool,
        known: &[Found],
    ) -> Result<Vec<Found>> {
        let mut looked = Typed::of(typed);
        let groups: Vec<String> = looked
            .words
            .iter()
            .filter(|word| may_be_misheard(word))
            .map(|word| format!("({})", keys(word).join(" OR ")))
            .collect();
        let Some(last) = groups.last() else { return Ok(Vec::new()) };
        let mut close =
            self.compare(&groups.join(" AND "), enquiries_only, known, |kept| looked.closeness(kept))?;
        if close.is_empty() && looked.words.len() > 1 {
            let mut joined = looked.joined();
            close = self.compare(last, enquiries_only, known, |kept| {
                let pairs = looked.pairs(kept);
                let kept: Vec<&str> = kept.iter().copied().chain(pairs.iter().map(String::as_str)).collect();
                joined.iter_mut().filter_map(|typed| typed.steps(&kept)).min()
            })?;
        }
        close.sort_by_key(|(steps, _)| *steps);
        close.truncate(SHOWN);
        let rows: Vec<_> = close.into_iter().map(|(_, row)| row).collect();
        let found = self.found_rows(&rows, typed)?;
        Ok(found.into_iter().map(|row| Found { alike: true, ..row }).collect())
    }

    /// The newest documents that have these keys and answer what was typed, with how well.
    fn compare(
        &mut self,
        with_keys: &str,
        enquiries_only: bool,
        known: &[Found],
        mut closeness: impl FnMut(&[&str]) -> Option<usize>,
    ) -> Result<Vec<(usize, Row)>> {
        let of_enquiries = if enquiries_only { format!(" AND \"{ENQUIRY}\"") } else { String::new() };
        let rows = self.read(
            "SELECT d.id, d.kind, d.case_id, d.enquiry_id, d.source, d.words
             FROM likeness s JOIN documents d ON d.id = s.rowid
             WHERE likeness MATCH $1 AND ($2 = 0 OR EXISTS
               (SELECT 1 FROM enquiries e WHERE e.id = d.enquiry_id AND e.kind <> 'parent'))
               AND (d.case_id IS NULL OR EXISTS (SELECT 1 FROM consent_in_force f WHERE f.case_id = d.case_id))
             ORDER BY s.rowid DESC LIMIT $3",
            &params![format!("{with_keys}{of_enquiries}"), i64::from(enquiries_only), CANDIDATES],
        )?;
        let unknown = |row: &Row| known.iter().all(|found| found.document != row.int(0));
        let rows = rows.into_iter().filter(unknown);
        let close = rows.filter_map(|row| {
            let kept = row.text(5);
            let kept: Vec<&str> = kept.split(' ').collect();
            closeness(&kept).map(|steps| (steps, row))
        });
        Ok(close.collect())
    }

    /// Earlier records of a caller. One word that only sounds alike is too little to name anybody.
    pub fn seen_before(&mut self, typed: &str, enquiries_only: bool, staff: &str) -> Result<Vec<Found>> {
        let mut found = self.find_at(typed, enquiries_only, Some(staff))?;
        let one_word = words(typed).len() < 2;
        found.retain(|row| !(row.alike && one_word));
        Ok(found)
    }

    /// Gives their keys to documents of a file that had none, a page of them after the document `after`. Says where
    /// the next page begins; nothing once all are done. Done twice it changes nothing.
    pub fn fill_alike(&mut self, after: i64) -> Result<Option<i64>> {
        let rows = self.read(
            "SELECT d.id, d.kind,
               CASE d.kind
                 WHEN 'case' THEN (SELECT typed FROM details WHERE case_id = d.case_id AND field = 'child')
                 WHEN 'person' THEN (SELECT CASE trim(person) WHEN '' THEN name ELSE person END FROM parties WHERE id = d.source)
                 WHEN 'enquiry' THEN (SELECT name FROM enquiries WHERE id = d.enquiry_id) END,
               CASE d.kind WHEN 'case' THEN (SELECT typed FROM details WHERE case_id = d.case_id AND field = 'school') END
             FROM documents d WHERE d.alike IS NULL AND d.id > $1 ORDER BY d.id LIMIT $2",
            &params![after, FILLED_AT_ONCE],
        )?;
        let Some(last) = rows.last().map(|row| row.int(0)) else { return Ok(None) };
        let writes: Vec<Write> = rows
            .iter()
            .map(|row| {
                let keys = match row.text(1).as_str() {
                    "enquiry" => enquiry_keys(&row.text(2)),
                    _ => alike_keys(&row.text(2), &row.text(3)),
                };
                Write::any(
                    "UPDATE documents SET alike = $1 WHERE id = $2 AND alike IS NULL
                     AND (case_id IS NULL OR case_id IN (SELECT case_id FROM consent_in_force WHERE case_id = documents.case_id))",
                    params![keys, row.int(0)],
                )
            })
            .collect();
        self.write(&writes)?;
        Ok(Some(last))
    }
}
