//! Names of schools for the list under *School*: those that more than one family has, and that begin as typed.
//!
//! A name that stands in one family alone is never offered: it may be a slip, or words that tell of that family. Cases
//! that a person has linked, cases with a number of the family in common, and cases of one child by name and birth, are
//! one family however many they are. Brothers and sisters without a number in common are told apart: a surname says
//! too little. Of names that few families have only the first are asked whether they are of several children; the rest
//! is taken to have one child, and not offered.
//! Cases without consent in force are not looked through, nor is the family that is being typed. What is looked
//! through is bounded, so that a letter typed in a call waits for nothing.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::super::{Result, Store};
use crate::domain::phone::Phone;
use crate::domain::same_child::{Child, same_child};
use crate::domain::text::{Private, words};
use crate::domain::typed_day::DayReading;
use crate::params;

/// The fewest letters that are looked for.
const FEWEST: usize = 3;
/// The newest documents that are looked through.
const NEWEST: i64 = 400;
/// The most names.
const MOST: usize = 6;
/// The most names whose children may be compared.
const ASKED: usize = 4 * MOST;
/// A name that more families have than this is taken to have more than one child: its children are not compared.
const COMPARED: usize = 4;
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

    /// Two cases of one family.
    fn join(&mut self, one: i64, other: i64) {
        let (one, other) = (self.of_case(one), self.of_case(other));
        self.above[one] = other;
    }

    /// How many families have these cases; the one that is being typed is not counted.
    fn count(&mut self, cases: &[i64], typed: i64) -> usize {
        let own = self.of_case(typed);
        let of: BTreeSet<usize> = cases.iter().map(|case| self.of_case(*case)).collect();
        of.iter().filter(|family| **family != own).count()
    }

    /// A case, the `linked` ones as their keys with blanks between, and the `phones` of its family in lines.
    fn add(&mut self, case: i64, linked: &str, phones: &str) {
        let linked = linked.split_whitespace().map(|other| format!("M-{other}"));
        let phones = phones.lines().flat_map(Phone::all).map(|phone| phone.digits().to_owned());
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
        let own = self.child_of(case)?;
        for phone in &own.phones {
            families.add(case, "", phone);
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
        let mut known: Vec<(usize, Vec<i64>, String)> =
            names.into_values().map(|(cases, name)| (families.count(&cases, case), cases, name)).collect();
        known.retain(|(count, ..)| *count > 1);
        known.sort_by_key(|(count, ..)| std::cmp::Reverse(*count));
        known.truncate(ASKED);
        let mut offered = Vec::new();
        for (count, cases, name) in known {
            if offered.len() == MOST {
                break;
            }
            if count > COMPARED || self.of_several_children((case, &own), &cases, &name, &mut families)? {
                offered.push(name.into());
            }
        }
        Ok(offered)
    }

    /// These cases, which have one school, are of several families also when cases of one child are one family. Only a
    /// child whose birth or age is known on both sides is taken for the same.
    fn of_several_children(
        &mut self,
        (typed, own): (i64, &Child),
        cases: &[i64],
        school: &str,
        families: &mut Families,
    ) -> Result<bool> {
        let mut children: Vec<(i64, Child)> = Vec::new();
        for case in cases.iter().chain([&typed]) {
            let known = if *case == typed { own.clone() } else { self.child_of(*case)? };
            let child = Child { school: school.into(), ..known };
            if child.born == DayReading::Unread {
                continue;
            }
            for (other, before) in &children {
                if same_child(&child, before).is_some() {
                    families.join(*case, *other);
                }
            }
            children.push((*case, child));
        }
        Ok(families.count(cases, typed) > 1)
    }
}
