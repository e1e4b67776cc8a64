//! The rows of a case on a list, and whether their step would ring a number that is not safe.
//!
//! The statement that reads a row says only that its step rings, and that some number of the case is not safe to ring;
//! few cases have one. Of those the numbers are read and compared by [`contact::said_of`], as on the page of the case.
//! What other cases have against a number is absent: the page of the case says it.

use chrono::NaiveDate;

use super::{DO_NOT_RING, Item, QueueRow, name_in_list};
use crate::domain::contact;
use crate::domain::queue::{Group, Why};
use crate::domain::reference::{RefKind, Reference};
use crate::params;
use crate::store::after::Reached;
use crate::store::db::Row;
use crate::store::{Result, Store};

/// The step of a row `a` rings its party, or else a family, in a case that has a number not safe to ring.
pub(in crate::store) const MAY_BE_UNSAFE: &str = "(a.step LIKE 'Ring%' OR a.step = 'Ask if done')
   AND (a.party_id IS NOT NULL OR a.step NOT IN ('Ring LA', 'Ring them', 'Ring med.'))
   AND EXISTS (SELECT 1 FROM contacts s WHERE s.case_id = a.case_id AND s.kind = 'phone' AND s.ring = 'no')";

impl Store {
    /// The rows of a list out of: case, reason, step, day, kind, party, booking, number, name, keeper, and
    /// [`MAY_BE_UNSAFE`].
    pub(in crate::store) fn case_rows(
        &mut self,
        group: Group,
        rows: &[Row],
        today: NaiveDate,
    ) -> Result<Vec<QueueRow>> {
        let mut made = Vec::new();
        for row in rows {
            let not_safe = row.int(10) == 1 && self.rings_unsafe(row.int(0), row.number(5))?;
            made.extend(case_row(group, row, not_safe, today));
        }
        Ok(made)
    }

    /// The number of this party is not safe to ring, or else that of a family.
    fn rings_unsafe(&mut self, case: i64, party: Option<i64>) -> Result<bool> {
        let rows = self.read(
            "SELECT s.party_id, s.kind, s.value, s.ring, s.message, s.writing, s.said_by, s.current, p.phone
             FROM contacts s JOIN parties p ON p.id = s.party_id
             WHERE s.case_id = $1 AND s.kind = 'phone' AND (p.id = $2 OR $2 IS NULL AND p.side = 'family')",
            &params![case, party],
        )?;
        let said: Vec<Reached> = rows.iter().map(Reached::of_row).collect();
        Ok(rows.iter().any(|row| {
            let of_party = said.iter().filter(|said| said.party == row.int(0));
            contact::said_of(&row.text(8), of_party).is_some_and(|said| said.safety.may_not_ring())
        }))
    }
}

fn case_row(group: Group, row: &Row, not_safe: bool, today: NaiveDate) -> Option<QueueRow> {
    let (why, due) = (Why::from_code(&row.text(4)), row.day(3)?);
    let reason = row.text(1);
    let reason = why.map_or(reason.clone(), |why| why.said(&reason, due, today));
    Some(QueueRow {
        group,
        item: Item::Case(row.int(0)),
        reference: row.number(7).map(|number| Reference { kind: RefKind::Case, number }),
        name: name_in_list(&row.text(8)).into(),
        reason: reason.into(),
        step: if not_safe { DO_NOT_RING.to_owned() } else { row.text(2) },
        due,
        why,
        party: row.number(5),
        booking: row.number(6),
        at: None,
        handover: None,
        keeper: row.text(9),
        not_safe,
    })
}
