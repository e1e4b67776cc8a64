//! Whoever rang is known: the call becomes one about their case, or their enquiry.
//!
//! Of a family's own call the case it had begun leaves. What the caller said of themselves stays with the call, and its notes go along; the family's details of the case
//! that leaves are the page's to put where the known case has none. Only what a parent or young person began on this
//! call may leave: a consent that a third party told, or a number that was read out, is never let go of. A caller in
//! their work who quotes a case's own number is put on it by that: the consent is the case's, and has to be in force.
//! A number brings nothing along: what was told before it may be of another family, and nobody has said yes.

use super::super::history::{self, Line};
use super::super::{Result, Signed, Store};
use super::{FAMILY_ROWS, mark, notes};
use crate::domain::refusal::Refusal;
use crate::domain::text::Private;
use crate::params;
use crate::store::db::Write;

/// The line of history of a call whose caller quoted the number of a case.
pub(super) const QUOTED: &str = "The caller quoted its number: a call about this";

impl Store {
    /// The call is about `case`, and no more about `from`, which leaves the file.
    pub(super) fn is_about(
        &mut self,
        call: i64,
        (from, case): (Option<i64>, i64),
        scratch: Option<&(Private, String)>,
        signed: &Signed,
    ) -> Result<()> {
        let known = self.read_one(
            "SELECT 1 FROM cases c JOIN consent_in_force f ON f.case_id = c.id WHERE c.id = $1 AND c.state <> 'in call'",
            &params![case],
        )?;
        if known.is_none() {
            return Err(Refusal::Withdrawn.into());
        }
        let Some(from) = from else {
            return self.is_about_quoted(call, case, signed);
        };
        let may_leave = self.read_one(
            "SELECT 1 FROM cases c JOIN calls l ON l.case_id = c.id AND l.id = $2 AND l.state <> 'finished'
             WHERE c.id = $1 AND c.state = 'in call' AND c.number IS NULL
               AND NOT EXISTS (SELECT 1 FROM consents WHERE case_id = c.id AND given <> 'own call')",
            &params![from, call],
        )?;
        if may_leave.is_none() {
            return Err(Refusal::NothingHere(
                "Not put in: this call has a number or consent of its own. m links cases.",
            )
            .into());
        }
        self.memory.forget(from);
        let mut writes = vec![mark(from, signed.at)];
        writes.extend(FAMILY_ROWS.map(|sql| Write::any(sql, params![from])));
        writes.extend([
            Write::one("UPDATE calls SET case_id = $1, rev = rev + 1 WHERE id = $2", params![case, call]),
            Write::any("DELETE FROM consents WHERE case_id = $1", params![from]),
            Write::one("DELETE FROM cases WHERE id = $1", params![from]),
        ]);
        writes.extend(scratch.map(|(body, begun)| notes(call, case, body, begun, signed)));
        let act = "The family is known: a call about this case";
        let line = Line { act, mark: "c", call: Some(call), case: Some(case), ..Line::default() };
        writes.extend(history::add(signed, &line));
        self.erase(&writes)
    }

    fn is_about_quoted(&mut self, call: i64, case: i64, signed: &Signed) -> Result<()> {
        let may = self.read_one(
            "SELECT 1 FROM calls WHERE id = $1 AND state <> 'finished' AND case_id IS NULL AND enquiry_number IS NULL
               AND kind IN ('la officer', 'sendiass officer', 'school staff', 'other party')
               AND (answer IS NULL OR answer = 'yes')",
            &params![call],
        )?;
        if may.is_none() {
            return Err(Refusal::NothingHere("Not put in: this call has a number, or said no.").into());
        }
        let mut writes = vec![Write::one(
            "UPDATE calls SET case_id = $1, answer = NULL, rev = rev + 1 WHERE id = $2",
            params![case, call],
        )];
        let line = Line { act: QUOTED, mark: "c", call: Some(call), case: Some(case), ..Line::default() };
        writes.extend(history::add(signed, &line));
        self.write(&writes)
    }

    /// The call is about an enquiry that waits. Nothing leaves: what it is kept as is decided when it is finished.
    pub(super) fn is_about_enquiry(&mut self, call: i64, enquiry: i64, signed: &Signed) -> Result<()> {
        let waits =
            self.read_one("SELECT 1 FROM enquiries WHERE id = $1 AND state = 'open'", &params![enquiry])?;
        if waits.is_none() {
            return Err(Refusal::NothingHere("Not put in: that enquiry is over.").into());
        }
        let is_free = self.read_one(
            "SELECT 1 FROM calls WHERE id = $1 AND state <> 'finished' AND enquiry_id IS NULL AND enquiry_number IS NULL",
            &params![call],
        )?;
        if is_free.is_none() {
            return Err(
                Refusal::NothingHere("Not put in: this call has an enquiry number of its own.").into()
            );
        }
        let mut writes = vec![Write::one(
            "UPDATE calls SET enquiry_id = $1, rev = rev + 1 WHERE id = $2",
            params![enquiry, call],
        )];
        let act = "The caller is known: a call about this enquiry";
        let line = Line { act, mark: "c", call: Some(call), enquiry: Some(enquiry), ..Line::default() };
        writes.extend(history::add(signed, &line));
        self.write(&writes)
    }
}
