//! Numbers that are not safe to ring, wherever they are about to be rung: one question for the whole file.
//!
//! A number is compared by its digits, however it was typed, and only numbers that people have now, in cases whose
//! consent is in force, are asked. Whether whoever asks may know that a family is known is absent: the gate of the call
//! says that before it asks. What a case keeps of its own numbers is written in `after`.

mod heard;

use super::after::Reached;
use super::calls::SaidOf;
use super::db::Write;
use super::history::{self, Line};
use super::parties::{NewParty, Party};
use super::{Result, Signed, Store};
use crate::domain::contact::{self, Marked, Safety};
use crate::domain::phone::{LONGEST_ENDING, Phone};
use crate::domain::reference::{RefKind, Reference};
use crate::domain::text::{Private, cut};
use crate::params;

/// The line of history of a number that is marked at the end of a call.
const MARKED: &str = "Number kept as not safe";
/// Who said so, where it was typed beside the number.
const IN_THE_CALL: &str = "the caller, in the call";
/// Rows made by a finished call stand behind its own key by so many: before those of the clocks that ran out.
const FIRST_ROW: i64 = 2;

impl Marked for SaidOf {
    fn number(&self) -> &str {
        &self.number
    }
    fn safety(&self) -> Safety {
        self.safety
    }
    fn is_current(&self) -> bool {
        true
    }
}

impl Store {
    /// What was said against a number, in whatever case; none where nothing was. Of several numbers in one line one that
    /// is not safe to ring comes first.
    pub fn said_against(&mut self, number: &str) -> Result<Option<SaidOf>> {
        let mut said = Vec::new();
        for phone in Phone::all(number) {
            said.extend(self.said_against_one(&phone)?);
        }
        said.sort_by_key(|said| !said.safety.may_not_ring());
        Ok(said.into_iter().next())
    }

    /// The index of Find knows every number by its last digits, so that no list is walked.
    fn said_against_one(&mut self, phone: &Phone) -> Result<Option<SaidOf>> {
        let Some(ending) = phone.digits().get(phone.digits().len().saturating_sub(LONGEST_ENDING)..) else {
            return Ok(None);
        };
        if !phone.can_be_rung() {
            return Ok(None);
        }
        let rows = self.read(
            "SELECT s.value, s.ring, s.message, s.writing, s.said_by, c.number
             FROM search x JOIN documents d ON d.id = x.rowid AND d.kind = 'person'
             JOIN contacts s ON s.party_id = d.source AND s.kind = 'phone' AND s.current = 'yes'
               AND (s.ring = 'no' OR s.message = 'no')
             JOIN cases c ON c.id = s.case_id
             WHERE search MATCH $1 AND EXISTS (SELECT 1 FROM consent_in_force f WHERE f.case_id = s.case_id)
             ORDER BY s.ring <> 'no', s.id",
            &params![format!("\"{ending}\"")],
        )?;
        let row = rows.iter().find(|row| Phone::share(&row.text(0), phone.digits()));
        Ok(row.map(|row| {
            let case = row.number(5).map(|number| Reference { kind: RefKind::Case, number }.to_string());
            let by: Vec<String> =
                [Some(row.text(4)), case].into_iter().flatten().filter(|t| !t.is_empty()).collect();
            SaidOf {
                number: row.text(0).into(),
                safety: Safety::of_codes(&row.text(1), &row.text(2), &row.text(3)),
                said_by: by.join(", ").into(),
            }
        }))
    }

    /// The numbers a party has or had, and what was said of them.
    pub(super) fn phones_of(&mut self, party: i64) -> Result<Vec<Reached>> {
        let rows = self.read(
            "SELECT party_id, kind, value, ring, message, writing, said_by, current FROM contacts
             WHERE party_id = $1 AND kind = 'phone' ORDER BY id",
            &params![party],
        )?;
        Ok(rows.iter().map(Reached::of_row).collect())
    }

    /// This number is not safe to ring, by what the file knows.
    pub(super) fn is_unsafe(&mut self, number: &str) -> Result<bool> {
        Ok(self.said_against(number)?.is_some_and(|said| said.safety.may_not_ring()))
    }

    /// What other cases have against those numbers of these parties of which nothing was said here.
    pub(super) fn said_elsewhere(
        &mut self,
        parties: &[Party],
        said_here: &[Reached],
    ) -> Result<Vec<Reached>> {
        let mut elsewhere = Vec::new();
        for party in parties {
            let here = |said: &&Reached| said.party == party.facts.id && said.kind == "phone" && said.current;
            for number in Phone::all(&party.contact.phone) {
                if contact::said_of(number.digits(), said_here.iter().filter(here)).is_some() {
                    continue;
                }
                elsewhere.extend(self.said_against_one(&number)?.map(|said| Reached {
                    party: party.facts.id,
                    kind: "phone".into(),
                    value: number.digits().into(),
                    safety: said.safety,
                    said_by: said.said_by,
                    current: true,
                }));
            }
        }
        Ok(elsewhere)
    }

    /// The statements that keep, with the parties of a new case, what was said against their numbers: in the words of
    /// this call, or before, in another case.
    pub(super) fn mark_unsafe(
        &mut self,
        case: i64,
        parties: &[NewParty],
        signed: &Signed,
    ) -> Result<Vec<Write>> {
        let mut writes = Vec::new();
        let mut marked = Vec::new();
        for (nth, party) in (0..).zip(parties) {
            let contact = party.contact.that_fits();
            let phone = contact.phone.trim();
            if phone.is_empty() {
                continue;
            }
            let heard = Safety::heard(phone, &contact.best_time);
            let said = match heard {
                Some(safety) => Some((safety, Private::from(IN_THE_CALL))),
                None => self.said_against(phone)?.map(|said| (said.safety, said.said_by)),
            };
            let Some((safety, said_by)) = said else { continue };
            writes.push(Write::one(
                "INSERT INTO contacts (id, case_id, party_id, kind, value, ring, message, writing, said_by, day, staff)
                 VALUES ($1, $2, $3, 'phone', $4, $5, $6, $7, $8, $9, $10)",
                params![
                    signed.id + FIRST_ROW + nth,
                    case,
                    party.id,
                    phone,
                    safety.ring.code(),
                    safety.message.code(),
                    safety.writing.code(),
                    cut(&said_by, 200),
                    signed.today,
                    signed.staff.as_str()
                ],
            ));
            marked.push(safety.told(phone, &said_by));
        }
        if !marked.is_empty() {
            let words = marked.join("; ");
            let line = Line { act: MARKED, case: Some(case), words: Some(&words), ..Line::default() };
            writes.extend(history::add(&Signed { id: signed.id + FIRST_ROW, ..signed.clone() }, &line));
        }
        Ok(writes)
    }
}
