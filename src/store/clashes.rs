//! Two desks that gave one field two values: the first stands in the field, the second beside it, until a person chooses.
//!
//! Which text a desk knew a field to hold travels with what it writes. Where the field holds something else by now, and
//! not the same, the second value goes to a row of its own with who typed it; different fields never meet here. Whoever
//! goes on typing changes that row. History keeps both. A field is a detail of the family or a line of a party.

use super::cases::{Change, details_change};
use super::db::Write;
use super::history::Line;
use super::{Result, Signed, Store};
use crate::domain::detail::Detail;
use crate::domain::field::Field;
use crate::domain::moment::at_office;
use crate::domain::queue::{CaseFacts, ClashFacts};
use crate::domain::refusal::Refusal;
use crate::domain::text::Private;
use crate::domain::willingness::PartyKind;
use crate::params;
use crate::store::calls::Typed;

/// The line of history of a value that a person chose.
pub const VALUE_CHOSEN: &str = "One of two values chosen";

/// A field with two values.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Clash {
    /// The row of the second value.
    pub id: i64,
    /// The field.
    pub field: Field,
    /// Its label: "School", "LA phone".
    pub label: String,
    /// The second value, as typed.
    pub typed: Private,
    /// Whose it is.
    pub staff: String,
    /// When it was typed, UTC milliseconds.
    pub at: i64,
    /// The value that stands in the field.
    pub stands: Private,
    /// Whose that is; empty where it is not known.
    pub stands_by: String,
    /// When it was typed, UTC milliseconds.
    pub stands_at: i64,
    reading: Private,
}

impl Store {
    /// The fields of a case with two values, the oldest first.
    pub fn clashes(&mut self, case: i64) -> Result<Vec<Clash>> {
        let rows = self.read(
            "SELECT c.id, c.field, c.typed, c.staff, c.at, d.typed, d.staff, d.saved, c.reading
             FROM clashes c LEFT JOIN details d ON d.case_id = c.case_id AND d.field = c.field
             WHERE c.case_id = $1 AND c.state = 'open' ORDER BY c.at, c.id",
            &params![case],
        )?;
        let mut clashes = Vec::new();
        for row in &rows {
            let Some(field) = Field::from_code(&row.text(1)) else { continue };
            let mut clash = Clash {
                id: row.int(0),
                field,
                label: field.label(|_| None),
                typed: row.text(2).into(),
                staff: row.text(3),
                at: row.int(4),
                stands: row.text(5).into(),
                stands_by: row.text(6),
                stands_at: row.int(7),
                reading: row.text(8).into(),
            };
            if let Field::Party(party, part) = field {
                let kind = self.read_one("SELECT kind FROM parties WHERE id = $1", &params![party])?;
                clash.label = field.label(|_| Some(PartyKind::from_code(&kind?.text(0))));
                clash.stands = self.contact_of(party)?.part(part).clone();
                (clash.stands_by, clash.stands_at) = self.who_wrote(case, &clash.label)?;
            }
            clashes.push(clash);
        }
        Ok(clashes)
    }

    pub(super) fn clash_facts(&mut self, case: i64) -> Result<Vec<ClashFacts>> {
        let rows = self.read(
            "SELECT id, field, staff, at FROM clashes
             WHERE case_id = $1 AND state = 'open' ORDER BY at, id",
            &params![case],
        )?;
        Ok(rows
            .iter()
            .filter_map(|row| {
                let (id, staff, day) = (row.int(0), row.text(2), at_office(row.int(3)).date());
                Some(ClashFacts { id, field: Field::from_code(&row.text(1))?, staff, day })
            })
            .collect())
    }

    /// Parts what may be written from what another desk has written otherwise since; the second kind is kept beside
    /// the field. `known` says what this desk knew each field to hold; none: it is not asked.
    pub(super) fn beside_others(
        &mut self,
        facts: &mut CaseFacts,
        details: &[Typed],
        known: &[(Detail, Private)],
        signed: &Signed,
    ) -> Result<(Vec<Typed>, Vec<Write>)> {
        let stands = self.details(facts.id)?;
        let mut free = Vec::new();
        let mut writes = Vec::new();
        for (at, typed) in details.iter().enumerate() {
            let now =
                stands.iter().find(|(detail, _)| *detail == typed.0).map(|(_, kept)| kept.typed.clone());
            let now = now.unwrap_or_default();
            if !is_otherwise(typed.0, &typed.1, &now, known) {
                free.push(typed.clone());
                writes.extend(no_more(facts, typed.0.into(), signed));
                continue;
            }
            let second = (typed.0.into(), (typed.1.clone(), typed.2.clone()));
            writes.push(self.keep_beside(facts, second, 1 + at as i64, signed));
        }
        Ok((free, writes))
    }

    /// Keeps a second value, as typed and read, beside its field; `nth` parts its key from others of the same write.
    pub(super) fn keep_beside(
        &mut self,
        facts: &mut CaseFacts,
        (field, (typed, reading)): (Field, (Private, Private)),
        nth: i64,
        signed: &Signed,
    ) -> Write {
        self.clashed = Some((signed.id, field));
        let own = facts.clashes.iter().find(|c| c.field == field && c.staff == signed.staff).map(|c| c.id);
        if let Some(own) = own {
            return Write::one(
                "UPDATE clashes SET typed = $1, reading = $2, at = $3, rev = rev + 1 WHERE id = $4",
                params![typed, reading, signed.at, own],
            );
        }
        let id = signed.id + nth;
        facts.clashes.push(ClashFacts { id, field, staff: signed.staff.clone(), day: signed.today });
        Write::one(
            "INSERT INTO clashes (id, case_id, field, typed, reading, at, staff)
             VALUES ($1, $2, $3, $4, $5, $6, $7)",
            params![id, facts.id, field.code(), typed, reading, signed.at, signed.staff.as_str()],
        )
    }

    /// The clash that a write has made, once.
    pub fn clash_made(&mut self, id: i64, case: Option<i64>) -> Option<Clash> {
        let (_, field) = self.clashed.take_if(|(made, _)| *made == id)?;
        let all = self.clashes(case?).ok()?;
        all.into_iter().rev().find(|clash| clash.field == field)
    }

    /// A person chose: the second value, or the one that stands.
    pub(super) fn settle_clash(&mut self, case: i64, clash: i64, taken: bool, signed: &Signed) -> Result<()> {
        let all = self.clashes(case)?;
        let gone = Refusal::NothingHere("That was chosen already. Nothing was changed.");
        let Some(found) = all.into_iter().find(|c| c.id == clash) else {
            return if self.was_done(signed)? { Ok(()) } else { Err(gone.into()) };
        };
        let (kept, left) = if taken { (&found.typed, &found.stands) } else { (&found.stands, &found.typed) };
        let taken_as = match found.field {
            Field::Detail(detail) if taken => vec![(detail, found.typed.clone(), found.reading.clone())],
            _ => Vec::new(),
        };
        let (facts, before) = (self.facts(case)?, self.details(case)?);
        let renamed = self.renamed_with_area(&facts, &taken_as, &[], &before)?;
        let words = format!("{}: '{}', not '{}'.", found.label, &**kept, &**left);
        let words = [vec![words], renamed.was].concat().join(" ");
        self.change_case(case, signed, |store, facts| {
            let mut writes = Vec::new();
            facts.clashes.retain(|c| c.id != clash);
            writes.push(Write::one(
                "UPDATE clashes SET state = $1, rev = rev + 1 WHERE id = $2 AND state = 'open'",
                params![if taken { "taken" } else { "left" }, clash],
            ));
            if taken {
                writes.extend(match found.field {
                    Field::Detail(_) => {
                        let now = store.details(case)?;
                        let renamed = store.renamed_with_area(facts, &taken_as, &[], &now)?;
                        let details: Vec<Typed> =
                            taken_as.iter().cloned().chain(renamed.detail.clone()).collect();
                        let mut writes = details_change(store, facts, &details, signed)?;
                        writes.extend(store.rename(facts, &renamed, signed)?);
                        writes
                    }
                    Field::Party(party, part) => {
                        let mut contact = store.contact_of(party)?;
                        contact.put(part, found.typed.clone());
                        store.contact_writes(facts, party, &contact, signed)?
                    }
                });
            }
            let line = Line { act: VALUE_CHOSEN, words: Some(&words), ..Line::default() };
            Ok(Change { writes, line })
        })
    }
}

/// Another desk has written something else into a field since this one read it.
pub(super) fn is_otherwise(
    field: Detail,
    mine: &Private,
    now: &Private,
    known: &[(Detail, Private)],
) -> bool {
    let mut of_field = known.iter().filter(|(detail, _)| *detail == field).map(|(_, text)| text).peekable();
    of_field.peek().is_some() && now != mine && !of_field.any(|text| text == now)
}

/// What this person typed beside the field is in the field now, or is not theirs any more.
pub(super) fn no_more(facts: &mut CaseFacts, field: Field, signed: &Signed) -> Option<Write> {
    let own = facts.clashes.iter().position(|c| c.field == field && c.staff == signed.staff)?;
    let id = facts.clashes.remove(own).id;
    Some(Write::any(
        "UPDATE clashes SET state = 'left', rev = rev + 1 WHERE id = $1 AND state = 'open'",
        params![id],
    ))
}
