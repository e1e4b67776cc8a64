//! A call starts: its row and its spoken number at once, and its line of history; and one that was begun by mistake.
//!
//! A call about a case knows it from its first key, because the page shows how the consent stands. The line of history
//! stays for good, so it names the case only while the family's consent is in force: whoever rings about a withdrawn
//! case without one leaves nothing that says of which family they spoke.

use super::super::db::Write;
use super::super::history::{self, Line};
use super::super::{Result, Signed, Store};
use super::About;
use crate::params;

impl Store {
    /// The statements are one write; nobody waits for the number.
    pub(super) fn start_call(&mut self, call: i64, about: Option<About>, signed: &Signed) -> Result<()> {
        let (case, enquiry) = match about {
            Some(About::Case(case)) => (Some(case), None),
            Some(About::Enquiry(enquiry)) => (None, Some(enquiry)),
            None => (None, None),
        };
        let in_force =
            self.read_one("SELECT case_id FROM consent_in_force WHERE case_id = $1", &params![case])?;
        let mut writes = vec![
            Write::one(
                "INSERT INTO calls (id, state, started, day, staff, case_id, enquiry_id)
                 VALUES ($1, 'open', $2, $3, $4, $5, $6)",
                params![call, signed.at, signed.today, signed.staff.as_str(), case, enquiry],
            ),
            Write::one("UPDATE counters SET last = last + 1 WHERE kind = 'C'", vec![]),
            Write::one(
                "UPDATE calls SET number = (SELECT last FROM counters WHERE kind = 'C') WHERE id = $1",
                params![call],
            ),
        ];
        let case = in_force.map(|row| row.int(0));
        let line =
            Line { act: "Call started", mark: "c", call: Some(call), case, enquiry, ..Line::default() };
        writes.extend(history::add(signed, &line));
        self.write(&writes)
    }

    /// Nothing was typed or chosen in the call: it is over without an outcome, and no list shows it. Where there is
    /// something in it after all, from another desk, it waits as it is.
    pub(super) fn not_begun(&mut self, call: i64, signed: &Signed) -> Result<()> {
        let empty = self.read_one(
            "SELECT 1 FROM calls l WHERE l.id = $1 AND l.state <> 'finished' AND l.kind IS NULL
               AND l.case_id IS NULL AND l.enquiry_id IS NULL
               AND NOT EXISTS (SELECT 1 FROM callers WHERE call_id = l.id)
               AND NOT EXISTS (SELECT 1 FROM said WHERE call_id = l.id)",
            &params![call],
        )?;
        if empty.is_none() {
            return Ok(());
        }
        let mut writes = vec![Write::one(
            "UPDATE calls SET state = 'finished', finished = $1, rev = rev + 1 WHERE id = $2 AND state <> 'finished'",
            params![signed.at, call],
        )];
        let line = Line { act: "Call begun by mistake: nothing in it", call: Some(call), ..Line::default() };
        writes.extend(history::add(signed, &line));
        self.write(&writes)
    }
}
