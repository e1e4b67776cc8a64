//! Names of schools for the list under *School*: those that more than one family has, and that begin as typed.
//!
//! A name that stands in one family alone is never offered: it may be a slip, or words that tell of that family. Cases
//! that a person has linked, and cases with a number of the family in common, are one family however many they are.
//! Cases without consent in force are not looked through, nor is the family that is being typed. What is looked
//! through is bounded, so that a letter typed in a call waits for nothing.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::super::{Result, Store};
use crate::domain::phone::Phone;
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

/// The cases and numbers of each family: what is of one family leads to the same root.
#[derive(Default)]
struct Families {
    /// Where each case or number stands in `above`.
    places: HashMap<String, usize>,
    /// The next place on the way to the root; a root is above itself.
    above: Vec<usize>,
}

impl Families {
    fn root(&mut self, of: String) -> usize {
        let new = self.above.len();
        let mut at = *self.places.entry(of).or_insert(new);
        if at == new {
            self.above.push(new);
        }
        while self.above[at] != at {
            self.above[at] = self.above[self.above[at]];
            at = self.above[at];
        }
        at
    }

    fn of_case(&mut self, case: i64) -> usize {
        self.root(format!("M-{case}"))
    }

    /// A case, the `linked` ones as their keys with blanks between, and the `phones` of its family in lines.
    fn add(&mut self, case: i64, linked: &str, phones: &str) {
        let linked = linked.split_whitespace().map(|other| format!("M-{other}"));
        let phones = phones.lines().map(|typed| Phone::read(typed).digits().to_owned());
        for of in linked.chain(phones.filter(|digits| !digits.is_empty())) {
            let (one, other) = (self.of_case(case), self.root(of));
            self.above[one] = other;
        }
    }
}

impl Store {
    /// Schools of other families whose names begin as typed, those of most families first.
    pub fn schools(&mut self, case: i64, typed: &str) -> Result<Vec<Private>> {
        let begins = typed.trim().to_lowercase();
        let query: Vec<String> = words(typed).iter().map(|word| format!("\"{word}\"*")).collect();
        if begins.chars().count() < FEWEST || query.is_empty() {
            return Ok(Vec::new());
        }
        let rows = self.read(
            "SELECT d.case_id, trim(t.typed),
               (SELECT group_concat(CASE a WHEN d.case_id THEN b ELSE a END, ' ') FROM links
                WHERE (a = d.case_id OR b = d.case_id) AND state = 'linked'),
               (SELECT group_concat(p.phone || COALESCE(
                  (SELECT char(10) || group_concat(c.value, char(10)) FROM contacts c
                   WHERE c.party_id = p.id AND c.kind = 'phone'), ''), char(10))
                FROM parties p WHERE p.case_id = d.case_id AND p.side = 'family')
             FROM (SELECT rowid FROM search WHERE search MATCH $1 ORDER BY rowid DESC LIMIT $2) s
             JOIN documents d ON d.id = s.rowid AND d.kind = 'case' AND d.case_id <> $3
             JOIN details t ON t.case_id = d.case_id AND t.field = 'school'
             WHERE EXISTS (SELECT 1 FROM consent_in_force f WHERE f.case_id = d.case_id)",
            &params![query.join(" "), NEWEST, case],
        )?;
        let mut families = Families::default();
        for phone in self.child_of(case)?.phones {
            families.add(case, "", &phone);
        }
        let mut names: BTreeMap<String, (Vec<i64>, String)> = BTreeMap::new();
        for row in &rows {
            families.add(row.int(0), &row.text(2), &row.text(3));
            let name = row.text(1);
            let same = name.to_lowercase();
            if same.starts_with(&begins) && name.chars().count() <= LONGEST {
                names.entry(same).or_insert((Vec::new(), name)).0.push(row.int(0));
            }
        }
        let own = families.of_case(case);
        let mut known: Vec<(usize, String)> = Vec::new();
        for (cases, name) in names.into_values() {
            let of: BTreeSet<usize> = cases.iter().map(|case| families.of_case(*case)).collect();
            known.push((of.iter().filter(|family| **family != own).count(), name));
        }
        known.retain(|(count, _)| *count > 1);
        known.sort_by_key(|(count, _)| std::cmp::Reverse(*count));
        Ok(known.into_iter().take(MOST).map(|(_, name)| name.into()).collect())
    }
}
