//! Names of schools for the list under *School*: those that more than one family has, and that begin as typed.
//!
//! A name that stands in one case alone is never offered: it may be a slip, or words that tell of one family. Cases
//! without consent in force are not looked through, nor is the case that is being typed. What is looked through is
//! bounded, so that a letter typed in a call waits for nothing.

use std::collections::BTreeMap;

use super::super::{Result, Store};
use crate::domain::text::{Private, words};
use crate::params;

/// The fewest letters that are looked for.
const FEWEST: usize = 3;
/// The newest documents that are looked through.
const NEWEST: i64 = 400;
/// The most names.
const MOST: usize = 6;
/// The longest name, in characters.
const LONGEST: usize = 60;

impl Store {
    /// Schools of other families whose names begin as typed, the most frequent first.
    pub fn schools(&mut self, case: i64, typed: &str) -> Result<Vec<Private>> {
        let begins = typed.trim().to_lowercase();
        let query: Vec<String> = words(typed).iter().map(|word| format!("\"{word}\"*")).collect();
        if begins.chars().count() < FEWEST || query.is_empty() {
            return Ok(Vec::new());
        }
        let rows = self.read(
            "SELECT trim(t.typed) FROM (SELECT rowid FROM search WHERE search MATCH $1 ORDER BY rowid DESC LIMIT $2) s
             JOIN documents d ON d.id = s.rowid AND d.kind = 'case' AND d.case_id <> $3
             JOIN details t ON t.case_id = d.case_id AND t.field = 'school'
             WHERE EXISTS (SELECT 1 FROM consent_in_force f WHERE f.case_id = d.case_id)",
            &params![query.join(" "), NEWEST, case],
        )?;
        let mut names: BTreeMap<String, (usize, String)> = BTreeMap::new();
        for name in rows.iter().map(|row| row.text(0)) {
            let same = name.to_lowercase();
            if same.starts_with(&begins) && name.chars().count() <= LONGEST {
                names.entry(same).or_insert((0, name)).0 += 1;
            }
        }
        let mut known: Vec<(usize, String)> = names.into_values().filter(|(count, _)| *count > 1).collect();
        known.sort_by_key(|(count, _)| std::cmp::Reverse(*count));
        Ok(known.into_iter().take(MOST).map(|(_, name)| name.into()).collect())
    }
}
