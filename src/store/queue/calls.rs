//! The calls that Today lists: those not finished, and the newest that were.
//!
//! They are read from their own short indexes. What a call says of a family is absent: a caller's name and number stand
//! in the words of a call that is not finished, but for a family's whose consent is withdrawn, and a finished one has a
//! name only where a consent is in force. A number that is not safe to ring says so before it. A call that somebody has
//! on the line, or parked, is nobody's to ring back: it says at whose desk it is. That is believed for so long after
//! the last that happened in it, for a computer that stopped leaves its calls open as well.

use super::{Item, NAME_OF_CASE, QueueRow, name_in_list};
use crate::domain::call::CallerKind;
use crate::domain::contact::Safety;
use crate::domain::queue::Group;
use crate::domain::reference::{RefKind, Reference};
use crate::domain::text::{first_name, short_name};
use crate::domain::typed_day::short_day;
use crate::params;
use crate::store::calls::{AWAY, CLOSED};
use crate::store::{Result, Store};

/// How long after the last that happened in it an open call is believed to be on the line, in milliseconds.
const ON_THE_LINE: i64 = 2 * 60 * 60 * 1000;

impl Store {
    /// Calls open or left: those to be rung back by day and time, then the others, newest first. `now` is in UTC milliseconds:
    /// nothing need have been written since a computer stopped.
    pub fn calls_not_finished(&mut self, now: i64, most: i64) -> Result<Vec<QueueRow>> {
        let rows = self.read(
            "SELECT l.id, l.number, l.started, l.day, l.ring_back_day, l.ring_back_time, l.kind, l.case_id,
               (SELECT typed FROM caller_details WHERE caller_id = r.id AND field = 'phone'),
               (SELECT typed FROM caller_details WHERE caller_id = r.id AND field = 'name'),
               l.case_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM consent_in_force f WHERE f.case_id = l.case_id),
               (SELECT typed FROM caller_details WHERE caller_id = r.id AND field = 'best time'),
               CASE WHEN l.state = 'open' THEN (SELECT h.staff FROM history h
                 WHERE h.seq = (SELECT max(seq) FROM history WHERE call_id = l.id) AND h.act NOT IN ($2, $3)
                   AND h.at > $4) END
             FROM calls l LEFT JOIN callers r
               ON r.call_id = l.id AND r.seq = (SELECT max(seq) FROM callers WHERE call_id = l.id)
             WHERE l.state <> 'finished'
             ORDER BY l.ring_back_day IS NULL, l.ring_back_day, substr('00:00' || l.ring_back_time, -5),
               l.started DESC, l.id DESC LIMIT $1",
            &params![most, AWAY, CLOSED, now - ON_THE_LINE],
        )?;
        // Of a call without consent nothing is asked: its row does not tell that a family is known.
        let mut not_safe = Vec::new();
        for row in &rows {
            let phone = row.text(8);
            let known = row.number(7).is_some() && row.int(10) == 0 && self.is_unsafe(&phone)?;
            not_safe.push(known || Safety::heard(&phone, &row.text(11)).is_some_and(Safety::may_not_ring));
        }
        Ok(rows
            .iter()
            .zip(not_safe)
            .filter_map(|(row, not_safe)| {
                let day = row.day(3)?;
                let works = CallerKind::from_code(&row.text(6)).is_some_and(CallerKind::rings_in_their_work);
                let locked = row.int(10) != 0 && !works;
                let (phone, name) =
                    if locked { Default::default() } else { (row.text(8), short_name(&row.text(9))) };
                let not_safe = not_safe && !locked;
                let at_a_desk = Some(row.text(12)).filter(|staff| !staff.is_empty());
                let reason = match (row.day(4), phone.is_empty()) {
                    _ if at_a_desk.is_some() => {
                        format!("on the line at {}'s desk", at_a_desk.as_deref().map_or("", first_name))
                    }
                    (back, _) if not_safe => {
                        let back = back.map(|back| format!("back {} {}", short_day(back), row.text(5)));
                        let told = [format!("NOT SAFE {phone}"), back.unwrap_or_default()];
                        told.iter().map(|t| t.trim()).filter(|t| !t.is_empty()).collect::<Vec<_>>().join(", ")
                    }
                    (Some(back), _) if locked => {
                        format!("Consent withdrawn. Ring back {} {}", short_day(back), row.text(5))
                    }
                    (None, _) if locked => format!("Consent withdrawn, {}", short_day(day)),
                    (Some(back), true) => format!("Ring back {} {}", short_day(back), row.text(5)),
                    (Some(back), false) => {
                        format!("Ring back {} {}: {phone}", short_day(back), row.text(5)).replace(" : ", ": ")
                    }
                    (None, true) => format!("Not finished, {}", short_day(day)),
                    (None, false) => format!("Not finished. Ring back {phone}"),
                };
                let name = if name.is_empty() { "(caller)".to_owned() } else { name };
                Some(QueueRow {
                    group: Group::NotFinished,
                    item: Item::Call(row.int(0)),
                    reference: row.number(1).map(|number| Reference { kind: RefKind::Call, number }),
                    name: name.into(),
                    reason: reason.into(),
                    step: match at_a_desk {
                        Some(_) => "Open",
                        None if not_safe => super::DO_NOT_RING,
                        None => "Ring back",
                    }
                    .into(),
                    due: row.day(4).unwrap_or(day),
                    why: None,
                    party: None,
                    booking: None,
                    at: Some(row.int(2)),
                    handover: None,
                    keeper: String::new(),
                    not_safe,
                })
            })
            .collect())
    }

    /// The newest finished calls. The day is not part of the reason: it is told from `due` and `at`.
    pub fn recent_calls(&mut self, most: i64) -> Result<Vec<QueueRow>> {
        let rows = self.read(
            &format!("SELECT l.id, l.number, l.started, l.day, l.kind, l.outcome, l.case_id, l.enquiry_id, c.number, e.number,
               {NAME_OF_CASE}, c.keeper, e.state
             FROM calls l LEFT JOIN cases c ON c.id = l.case_id LEFT JOIN enquiries e ON e.id = l.enquiry_id
             WHERE l.state = 'finished' AND l.outcome IS NOT NULL ORDER BY l.started DESC, l.id LIMIT $1"),
            &params![most],
        )?;
        Ok(rows
            .iter()
            .filter_map(|row| {
                let day = row.day(3)?;
                let kind = CallerKind::from_code(&row.text(4));
                let who = kind.map_or("caller", CallerKind::short);
                let (item, reference, name) = match (row.number(6), row.number(8), row.number(7)) {
                    (Some(case), Some(number), _) => (
                        Item::Case(case),
                        Reference { kind: RefKind::Case, number },
                        name_in_list(&row.text(10)),
                    ),
                    (_, _, Some(enquiry)) => (
                        Item::Enquiry(enquiry),
                        Reference { kind: RefKind::Enquiry, number: row.int(9) },
                        who.to_owned(),
                    ),
                    _ => (
                        Item::Call(row.int(0)),
                        Reference { kind: RefKind::Call, number: row.int(1) },
                        who.to_owned(),
                    ),
                };
                let said =
                    if who == CallerKind::LaOfficer.short() { who.to_owned() } else { who.to_lowercase() };
                let outcome = match row.text(5).as_str() {
                    "case" => said,
                    "enquiry" => match row.text(12).as_str() {
                        state @ ("became a case" | "ended") => format!("{said}, {state}"),
                        _ => format!("{said}, no consent yet"),
                    },
                    "child alone" => "child alone, no details".to_owned(),
                    // Who rang is known: they rang off (`CountReason::NothingSaid`).
                    "would not say" if kind.is_some() => "nothing was said".to_owned(),
                    "would not say" => "would not say".to_owned(),
                    _ => "no consent, no details".to_owned(),
                };
                Some(QueueRow {
                    group: Group::Recent,
                    item,
                    reference: Some(reference),
                    name: name.into(),
                    reason: outcome.into(),
                    step: "Open".into(),
                    due: day,
                    why: None,
                    party: None,
                    booking: None,
                    at: Some(row.int(2)),
                    handover: None,
                    keeper: row.text(11),
                    not_safe: false,
                })
            })
            .collect())
    }
}
