//! Which enquiry a further call without consent ends in: one enquiry, two calls.
//!
//! The enquiry keeps its number, its day and until when it is kept, which is counted from its first call; the caller's
//! words, the next step and its day are those of the latest call. Its number is read out before Finish, and that it was
//! is written: from then on the call ends in this enquiry, also where another desk has ended it meanwhile. A caller of
//! another kind is another enquiry, for a file that has words of one kind of caller under a number lets no other kind
//! stand there; Who cannot be changed while the number stands on the screen, so that the new one is read out before
//! anything is kept under it. So is one whose own number was read out already. What becomes a case meanwhile cannot
//! hold the call either: then the desk is told which number it is after all.

use super::super::db::Write;
use super::super::history::{self, Line};
use super::super::{Result, Signed, Store};
use super::EnquiryPage;
use super::enquiry::number;
use crate::domain::reference::{RefKind, Reference};
use crate::params;

/// The line of history of a number that was read out.
const NUMBER: &str = "Number taken";

impl Store {
    /// The enquiry that a call is about, where the call ends in it if there is no consent.
    pub(super) fn enquiry_again(&mut self, call: i64) -> Result<Option<EnquiryPage>> {
        let row = self.read_one(
            "SELECT e.id FROM calls l JOIN enquiries e ON e.id = l.enquiry_id
             WHERE l.id = $1 AND l.state <> 'finished' AND l.enquiry_number IS NULL AND e.kind = l.kind
               AND (e.state = 'open' OR (e.state = 'ended' AND EXISTS
                 (SELECT 1 FROM history h WHERE h.call_id = l.id AND h.act = $2 AND h.enquiry_id = e.id)))",
            &params![call, NUMBER],
        )?;
        row.map(|row| self.enquiry_page(row.int(0))).transpose()
    }

    /// Finish shows the number: it is taken here, and that it was read out is written.
    pub(super) fn take_number(&mut self, call: i64, case: Option<i64>, signed: &Signed) -> Result<()> {
        let mut line = Line { act: NUMBER, call: Some(call), ..Line::default() };
        let mut writes = match case {
            Some(case) => case_number(case).to_vec(),
            None => match self.enquiry_again(call)? {
                Some(page) => {
                    line.enquiry = Some(page.enquiry.id);
                    Vec::new()
                }
                None => number(call).to_vec(),
            },
        };
        writes.extend(history::add(signed, &line));
        self.write(&writes)
    }

    /// The number that was read out last and the one the call is kept under, where they are not the same.
    pub fn another_number(&mut self, call: i64) -> Result<Option<(Reference, Reference)>> {
        let row = self.read_one(
            "SELECT said.number, kept.number FROM calls l
             JOIN history h ON h.seq = (SELECT max(seq) FROM history WHERE call_id = l.id AND act = $2)
             JOIN enquiries said ON said.id = h.enquiry_id
             JOIN enquiries kept ON kept.id = l.enquiry_id
             WHERE l.id = $1 AND l.outcome = 'enquiry' AND said.id <> kept.id",
            &params![call, NUMBER],
        )?;
        let of = |number| Reference { kind: RefKind::Enquiry, number };
        Ok(row.map(|row| (of(row.int(0)), of(row.int(1)))))
    }
}

fn case_number(case: i64) -> [Write; 2] {
    [
        Write::any(
            "UPDATE counters SET last = last + 1 WHERE kind = 'M'
             AND EXISTS (SELECT 1 FROM cases WHERE id = $1 AND number IS NULL)",
            params![case],
        ),
        Write::any(
            "UPDATE cases SET number = (SELECT last FROM counters WHERE kind = 'M') WHERE id = $1 AND number IS NULL",
            params![case],
        ),
    ]
}
