//! Calls that are not finished: whoever was cut off is found when they ring again.
//!
//! They have no documents: they are few, and are read one by one. Looked through are the caller's own details that the
//! file keeps, the child's name while consent is in force, and the call's number. For a caller without consent the wall
//! is that of enquiries: only calls of callers in their work, and of those none that has come to a family. A call that
//! is still open is in somebody's hand or was when the program stopped: only whoever took it finds it, and the desk
//! leaves out those it has in hand. What Recovery passed over because somebody was ringing is so found again.

use super::alike::Typed;
use super::{Found, FoundKind, joined};
use crate::domain::reference::{RefKind, Reference, read_reference};
use crate::domain::text::words;
use crate::domain::typed_day::short_day;
use crate::params;
use crate::store::db::Row;
use crate::store::{Result, Store};

/// The most calls that are read, the newest first.
const MOST: i64 = 200;

/// Rows of calls: by their own number, by the beginnings of words, by likeness.
#[derive(Default)]
pub(super) struct Unfinished {
    pub(super) exact: Vec<Found>,
    pub(super) by_words: Vec<Found>,
    /// The others, with their words: likeness is only asked for where words did not find enough.
    others: Vec<(String, Found)>,
}

impl Unfinished {
    /// Those whose names sound like what was typed or have a letter wrong, best first.
    pub(super) fn alike(self, typed: &str) -> impl Iterator<Item = Found> {
        let mut looked = Typed::of(typed);
        let mut alike: Vec<(usize, Found)> = self
            .others
            .into_iter()
            .filter_map(|(kept, row)| {
                let kept: Vec<&str> = kept.split(' ').collect();
                looked.closeness(&kept).map(|steps| (steps, Found { alike: true, ..row }))
            })
            .collect();
        alike.sort_by_key(|(steps, _)| *steps);
        alike.into_iter().map(|(_, row)| row)
    }
}

impl Store {
    /// The calls not finished that answer what was typed; of those still open the ones this member of staff took.
    pub(super) fn find_unfinished(
        &mut self,
        typed: &str,
        enquiries_only: bool,
        staff: Option<&str>,
    ) -> Result<Unfinished> {
        let rows = self.read(
            "SELECT l.id, l.number, l.day, l.ring_back_day, l.ring_back_time, l.case_id,
               (SELECT typed FROM caller_details WHERE caller_id = r.id AND field = 'name'),
               (SELECT typed FROM caller_details WHERE caller_id = r.id AND field = 'work'),
               (SELECT typed FROM caller_details WHERE caller_id = r.id AND field = 'phone'),
               (SELECT typed FROM details d WHERE d.case_id = l.case_id AND d.field = 'child')
             FROM calls l LEFT JOIN callers r
               ON r.call_id = l.id AND r.seq = (SELECT max(seq) FROM callers WHERE call_id = l.id)
             WHERE l.state <> 'finished' AND (l.state = 'not finished' OR (l.state = 'open' AND l.staff = $3))
               AND (l.case_id IS NULL OR EXISTS (SELECT 1 FROM consent_in_force f WHERE f.case_id = l.case_id))
               AND ($1 = 0 OR (l.case_id IS NULL
                 AND l.kind IN ('la officer', 'sendiass officer', 'school staff', 'other party')))
             ORDER BY l.started DESC, l.id DESC LIMIT $2",
            &params![i64::from(enquiries_only), MOST, staff],
        )?;
        let number = match read_reference(typed) {
            Some((Some(RefKind::Call), number)) => Some(number),
            _ => None,
        };
        let wanted = words(typed);
        // Without consent in the call nothing is asked of families.
        let mut not_safe = Vec::new();
        for row in rows.iter().filter(|row| !enquiries_only && row.number(5).is_some()) {
            if self.is_unsafe(&row.text(8))? {
                not_safe.push(row.int(0));
            }
        }
        let found_call = |row: &Row| found_call(row, not_safe.contains(&row.int(0)));
        let mut found = Unfinished::default();
        for row in &rows {
            if number.is_some() {
                found.exact.extend((row.number(1) == number).then(|| found_call(row)));
                continue;
            }
            if wanted.is_empty() {
                continue;
            }
            let text = |at| row.text(at);
            let kept = joined(&[&text(6), &text(7), &text(9)], &[&text(8)], &[]);
            if wanted.iter().all(|word| kept.split(' ').any(|k| k.starts_with(word.as_str()))) {
                found.by_words.push(found_call(row));
            } else {
                found.others.push((kept, found_call(row)));
            }
        }
        Ok(found)
    }
}

fn found_call(row: &Row, not_safe: bool) -> Found {
    let name = if row.text(6).trim().is_empty() { "(caller)".to_owned() } else { row.text(6) };
    let stands = match row.day(3) {
        Some(back) => format!("ring back {} {}", short_day(back), row.text(4)).trim_end().to_owned(),
        None => row.day(2).map_or_else(String::new, |day| format!("not finished, {}", short_day(day))),
    };
    let safe = if not_safe { "NOT SAFE " } else { "" };
    let about: Vec<String> = [row.text(7), safe.to_owned() + &row.text(8), stands]
        .into_iter()
        .filter(|text| !text.trim().is_empty())
        .collect();
    Found {
        kind: FoundKind::Call,
        case: row.number(5),
        enquiry: None,
        call: Some(row.int(0)),
        document: row.int(0),
        reference: row.number(1).map(|number| Reference { kind: RefKind::Call, number }),
        name: name.into(),
        about: about.join(", ").into(),
        alike: false,
    }
}
