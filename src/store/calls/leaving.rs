//! How a family's words leave the file again: because the caller was somebody else, or the three months are over.
//!
//! Every erasing write sets a mark first, so that the next start finishes it if the power fails in between.

use super::super::db::Write;
use super::super::history::{self, Line};
use super::super::{Result, Signed, Store};
use super::{Typed, caller_detail};
use crate::domain::call::CallerKind;
use crate::params;

/// Enquiries that expire in one write: each has its own line of history, whose keys follow the write's own.
pub const EXPIRE_AT_ONCE: i64 = 15;

/// The statements by which the words of an enquiry and of its calls leave, but for calls that became a case.
pub(super) fn forget_enquiry(enquiry: i64, at: i64) -> [Write; 6] {
    [
        mark(enquiry, at),
        // An earlier version left the case at a call that ended in an enquiry: what was kept of it leaves all the same.
        Write::any(
            "UPDATE calls SET case_id = NULL, rev = rev + 1
             WHERE enquiry_id = $1 AND outcome = 'enquiry' AND case_id IS NOT NULL AND NOT EXISTS
               (SELECT 1 FROM callers r JOIN caller_details d ON d.caller_id = r.id
                WHERE r.call_id = calls.id AND r.kind IN ('parent', 'young person', 'relative'))",
            params![enquiry],
        ),
        Write::any(
            "INSERT INTO erasing (owner, at) SELECT l.id, $1 FROM calls l WHERE l.enquiry_id = $2 AND l.case_id IS NULL
             AND NOT EXISTS (SELECT 1 FROM erasing e WHERE e.owner = l.id)",
            params![at, enquiry],
        ),
        Write::any("DELETE FROM documents WHERE enquiry_id = $1", params![enquiry]),
        Write::any("DELETE FROM handovers WHERE enquiry_id = $1", params![enquiry]),
        Write::any(
            "DELETE FROM caller_details WHERE caller_id IN
             (SELECT r.id FROM callers r JOIN calls l ON l.id = r.call_id WHERE l.enquiry_id = $1 AND l.case_id IS NULL)",
            params![enquiry],
        ),
    ]
}

pub(super) fn mark(owner: i64, at: i64) -> Write {
    Write::any(
        "INSERT INTO erasing (owner, at) SELECT $1, $2 WHERE NOT EXISTS (SELECT 1 FROM erasing WHERE owner = $1)",
        params![owner, at],
    )
}

/// The statements by which everything of the family of case `$1` leaves, but for its consent.
pub(in crate::store) const FAMILY_ROWS: [&str; 19] = [
    "DELETE FROM presence WHERE case_id = $1",
    "DELETE FROM attention WHERE case_id = $1",
    "DELETE FROM documents WHERE case_id = $1",
    "DELETE FROM details WHERE case_id = $1",
    "DELETE FROM notes WHERE case_id = $1",
    "DELETE FROM steps WHERE case_id = $1",
    "DELETE FROM contacts WHERE case_id = $1",
    "DELETE FROM objections WHERE case_id = $1",
    "DELETE FROM outcomes WHERE case_id = $1",
    "DELETE FROM agreed_actions WHERE case_id = $1",
    "DELETE FROM certificates WHERE case_id = $1",
    "DELETE FROM snoozes WHERE case_id = $1",
    "DELETE FROM handovers WHERE case_id = $1",
    "DELETE FROM links WHERE $1 IN (a, b)",
    "DELETE FROM clashes WHERE case_id = $1",
    "DELETE FROM answers WHERE party_id IN (SELECT id FROM parties WHERE case_id = $1)",
    "DELETE FROM parties WHERE case_id = $1",
    "DELETE FROM conflicts WHERE case_id = $1",
    "DELETE FROM history_words WHERE case_id = $1",
];

impl Store {
    /// Whoever rang is somebody else: everything of the family of this call leaves, and so does the case it had begun. A call
    /// that is about the case of a number that was quoted is about it no more, and that case says so.
    pub(super) fn take_out(
        &mut self,
        call: i64,
        case: Option<i64>,
        (caller, kind): (i64, CallerKind),
        stays: &[Typed],
        for_adult: bool,
        signed: &Signed,
    ) -> Result<()> {
        let about = self.read_one("SELECT case_id FROM calls WHERE id = $1", &params![call])?;
        let quoted = about.and_then(|row| row.number(0)).filter(|_| case.is_none());
        if let Some(case) = case {
            self.memory.forget(case);
        }
        let of_call = |sql| Write::any(sql, params![call]);
        let mut writes = vec![mark(call, signed.at)];
        // Where a third party was another third party all along, there is no case.
        if let Some(case) = case {
            writes.push(mark(case, signed.at));
            writes.extend(FAMILY_ROWS.map(|sql| Write::any(sql, params![case])));
        }
        writes.extend([
            // Of a call that had quoted the number of a case its notes leave the case: who rings may not quote one.
            of_call(
                "UPDATE notes SET body = '', begun = '', rev = rev + 1
                 WHERE call_id = $1 AND case_id = (SELECT case_id FROM calls WHERE id = $1)",
            ),
            of_call(
                "DELETE FROM caller_details WHERE caller_id IN (SELECT id FROM callers WHERE call_id = $1)",
            ),
            of_call("DELETE FROM callers WHERE call_id = $1"),
            Write::one(
                "UPDATE calls SET kind = $1, case_id = NULL, answer = NULL, subject = '', area = '', for_adult = $2,
                   rev = rev + 1 WHERE id = $3",
                params![kind.code(), if for_adult { "yes" } else { "no" }, call],
            ),
        ]);
        if let Some(case) = case {
            writes.push(Write::any("DELETE FROM consents WHERE case_id = $1", params![case]));
            writes.push(Write::any("DELETE FROM cases WHERE id = $1", params![case]));
        }
        writes.extend([Write::one(
            "INSERT INTO callers (id, call_id, seq, kind) VALUES ($1, $2, 1, $3)",
            params![caller, call, kind.code()],
        )]);
        writes.extend(stays.iter().map(|typed| caller_detail(caller, typed, signed.at)));
        let act = match (case, quoted) {
            (Some(_), _) => "Taken back: the family's details left the file",
            (None, Some(_)) => "Its number was quoted by mistake: not a call about this",
            (None, None) => "Who turned out otherwise",
        };
        let line = Line { act, mark: "-", call: Some(call), case: quoted, ..Line::default() };
        writes.extend(history::add(signed, &line));
        self.erase(&writes)
    }

    /// Enquiries whose three months are over become count lines; those that became a case lose their words. Says
    /// how many, at most [`EXPIRE_AT_ONCE`]: asked again with a fresh key while there are more.
    ///
    /// Due as well is one that was over already, where an earlier version left its case at its call, and with it what
    /// the caller said. A call on which the family spoke too is left out: the file lets that go only with the case.
    pub fn expire_enquiries(&mut self, signed: &Signed) -> Result<usize> {
        let due = self.read(
            "SELECT e.id FROM enquiries e WHERE e.keep_until < $1
             AND (e.state IN ('open', 'ended') OR e.name || e.work || e.phone || e.email || e.best_time <> ''
               OR EXISTS (SELECT 1 FROM calls l
                 WHERE l.enquiry_id = e.id AND l.outcome = 'enquiry' AND l.case_id IS NOT NULL AND NOT EXISTS
                   (SELECT 1 FROM callers r JOIN caller_details d ON d.caller_id = r.id
                    WHERE r.call_id = l.id AND r.kind IN ('parent', 'young person', 'relative'))))
             ORDER BY e.id LIMIT $2",
            &params![signed.today, EXPIRE_AT_ONCE],
        )?;
        let mut writes = Vec::new();
        for (at, row) in due.iter().enumerate() {
            let id = row.int(0);
            writes.push(Write::one(
                "UPDATE enquiries SET state = CASE state WHEN 'became a case' THEN state ELSE 'expired' END,
                   name = '', work = '', phone = '', email = '', best_time = '', rev = rev + 1 WHERE id = $1",
                params![id],
            ));
            writes.extend(forget_enquiry(id, signed.at));
            let line = Line {
                act: "Enquiry kept its three months: a count line now",
                enquiry: Some(id),
                ..Line::default()
            };
            writes.extend(history::add(&signed.by_the_program(signed.id + at as i64), &line));
        }
        if !writes.is_empty() {
            self.erase(&writes)?;
            self.forget_enquiries();
        }
        Ok(due.len())
    }
}
