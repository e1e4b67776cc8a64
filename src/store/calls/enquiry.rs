//! The enquiry a call ends in: the third of its ends.
//!
//! What an enquiry holds is written in one place, for its first call, for a call that was taken up again, for a further
//! call about it, and for a further call that is taken back. With it goes its document for Find. Which enquiry a
//! further call ends in is absent: it stands in [`super::again`].

use super::super::db::{Value, Write};
use super::super::history::{self, Line};
use super::super::search;
use super::super::undo::{Again, Finished};
use super::super::{Result, Signed, Store};
use super::leaving::mark;
use super::{EnquiryPage, NewEnquiry};
use crate::domain::callers_own::without_consent;
use crate::domain::detail::Detail;
use crate::domain::subject::kinds_that_fit;
use crate::domain::text::{Private, cut};
use crate::params;

/// The line of history of a call that ended in an enquiry of its own.
pub(in crate::store) const ENQUIRY_MADE: &str = "Call finished: enquiry, no consent";
/// The line of history of a further call that ended in the same enquiry.
pub(in crate::store) const ENQUIRY_AGAIN: &str = "Call finished: enquiry again, no consent";

impl Store {
    /// A call ends in an enquiry: in the one it is about, in the one it had before it was taken up again, or in a new
    /// one.
    pub(super) fn finish_enquiry(&mut self, call: i64, ends: &NewEnquiry, signed: &Signed) -> Result<()> {
        let mut ends = only_what_is_kept(ends);
        if let Some(EnquiryPage { enquiry: before, state, .. }) = self.enquiry_again(call)? {
            let after = follows(&before, ends);
            let mut writes = holds(&after, "open");
            writes.extend(finished(call, &after, ENQUIRY_AGAIN, signed));
            self.end_without_consent(call, writes, signed)?;
            let again = Again { before, state, after };
            self.remember_finish(call, None, Finished::Again(Box::new(again)), signed);
            return Ok(());
        }
        let own = self.read_one(
            "SELECT e.id, e.state FROM enquiries e JOIN calls l ON l.enquiry_number = e.number WHERE l.id = $1",
            &params![call],
        )?;
        let mut writes = if let Some(row) = own {
            // The enquiry of a call that was taken up again keeps its number; one that went on keeps all it holds.
            ends.id = row.int(0);
            if row.text(1) == "ended" { holds(&ends, "open") } else { Vec::new() }
        } else {
            first(call, &ends, signed)
        };
        writes.extend(finished(call, &ends, ENQUIRY_MADE, signed));
        self.end_without_consent(call, writes, signed)?;
        self.remember_finish(call, None, Finished::First, signed);
        Ok(())
    }

    /// A call about a case whose consent is gone ends as a call of no case: of which family somebody spoke is not
    /// kept. With the case goes what only its consent let in: details of a family's caller who spoke before.
    fn leaves_its_case(&mut self, call: i64) -> Result<Vec<Write>> {
        let of_a_case = "SELECT 1 FROM calls WHERE id = $1 AND case_id IS NOT NULL AND state <> 'finished'";
        if self.read_one(of_a_case, &params![call])?.is_none() {
            return Ok(Vec::new());
        }
        Ok(vec![
            Write::any(
                "DELETE FROM caller_details WHERE caller_id IN (SELECT id FROM callers WHERE call_id = $1)
                 AND (field IN ('needs', 'relation', 'address') OR caller_id IN
                   (SELECT id FROM callers WHERE kind IN ('parent', 'young person', 'relative')))",
                params![call],
            ),
            Write::one("UPDATE calls SET case_id = NULL WHERE id = $1", params![call]),
        ])
    }

    /// What was typed into a wrong field and corrected was never the office's to keep: the journal forgets it too.
    fn end_without_consent(&mut self, call: i64, writes: Vec<Write>, signed: &Signed) -> Result<()> {
        let mut all = vec![mark(call, signed.at)];
        all.extend(self.leaves_its_case(call)?);
        all.extend(writes);
        self.erase(&all)
    }
}

/// What may be kept of this caller without the consent, and kinds of disagreement from the list.
fn only_what_is_kept(enquiry: &NewEnquiry) -> NewEnquiry {
    let mut kept = enquiry.clone();
    for (text, detail) in [
        (&mut kept.name, Detail::Name),
        (&mut kept.work, Detail::Work),
        (&mut kept.phone, Detail::Phone),
        (&mut kept.email, Detail::Email),
        (&mut kept.best_time, Detail::BestTime),
    ] {
        // As much as the columns hold: of a longer text the caller's own detail keeps all.
        let is_kept = kept.kind.keeps_without_consent(detail);
        let own = || without_consent(detail, text);
        *text = if is_kept { cut(&own(), detail.longest()).into() } else { Private::default() };
    }
    kept.subject = kinds_that_fit(&kept.subject);
    kept
}

/// What an enquiry holds after a further call: all of the latest call, but for what that call left open, and for the
/// day until which it is kept, which is counted from the first.
fn follows(before: &NewEnquiry, ends: NewEnquiry) -> NewEnquiry {
    let or = |new: String, old: &String| if new.is_empty() { old.clone() } else { new };
    NewEnquiry {
        id: before.id,
        keep_until: before.keep_until,
        subject: or(ends.subject, &before.subject),
        area: or(ends.area, &before.area),
        ..ends
    }
}

/// The columns of what an enquiry holds, in their order, its key last.
fn held(e: &NewEnquiry) -> Vec<Value> {
    params![
        e.kind.code(),
        &e.name,
        &e.work,
        &e.phone,
        &e.email,
        &e.best_time,
        &e.subject,
        &e.area,
        e.answer.code(),
        if e.rings_back { "caller rings back" } else { "he or she rings us" },
        e.next_day,
        e.keep_until,
        e.id
    ]
}

/// The statements by which an enquiry that is there holds this and no more.
pub(in crate::store) fn holds(e: &NewEnquiry, state: &str) -> Vec<Write> {
    let mut writes = vec![Write::one(
        "UPDATE enquiries SET kind = $1, name = $2, work = $3, phone = $4, email = $5, best_time = $6, subject = $7,
           area = $8, answer = $9, next_step = $10, next_day = $11, keep_until = $12, state = $14, rev = rev + 1
         WHERE id = $13 AND state IN ('open', 'ended')",
        [held(e), params![state]].concat(),
    )];
    writes.extend(document(e));
    writes
}

/// The statements by which the first call of an enquiry writes it, under its number.
fn first(call: i64, e: &NewEnquiry, signed: &Signed) -> Vec<Write> {
    let mut writes = number(call).to_vec();
    writes.push(Write::one(
        "INSERT INTO enquiries (kind, name, work, phone, email, best_time, subject, area, answer, next_step, next_day,
           keep_until, id, number, state, opened, day, staff)
         SELECT $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, enquiry_number, 'open', $14, $15, $16
         FROM calls WHERE id = $17",
        [held(e), params![signed.at, signed.today, signed.staff.as_str(), call]].concat(),
    ));
    writes.extend(document(e));
    writes
}

/// The statements by which a call has the number of an enquiry of its own.
pub(super) fn number(call: i64) -> [Write; 2] {
    [
        Write::any(
            "UPDATE counters SET last = last + 1 WHERE kind = 'E'
             AND EXISTS (SELECT 1 FROM calls WHERE id = $1 AND enquiry_number IS NULL)",
            params![call],
        ),
        Write::any(
            "UPDATE calls SET enquiry_number = (SELECT last FROM counters WHERE kind = 'E')
             WHERE id = $1 AND enquiry_number IS NULL",
            params![call],
        ),
    ]
}

/// The document of an enquiry. The words of the number are added by the file itself, where the number is.
fn document(e: &NewEnquiry) -> [Write; 2] {
    [
        Write::any("DELETE FROM documents WHERE enquiry_id = $1", params![e.id]),
        Write::one(
            "INSERT INTO documents (id, kind, enquiry_id, source, words, alike)
             SELECT id, 'enquiry', id, id, $1 || ' ' || number || ' e' || number, $3 FROM enquiries WHERE id = $2",
            params![search::enquiry_words(e), e.id, search::enquiry_keys(&e.name)],
        ),
    ]
}

/// The statements by which a call is finished with its enquiry.
fn finished(call: i64, e: &NewEnquiry, act: &'static str, signed: &Signed) -> Vec<Write> {
    let mut writes = vec![Write::one(
        "UPDATE calls SET state = 'finished', finished = $1, outcome = 'enquiry', enquiry_id = $2, subject = $3,
           area = $4, rev = rev + 1 WHERE id = $5 AND state <> 'finished'",
        params![signed.at, e.id, &e.subject, &e.area, call],
    )];
    let line = Line { act, mark: "?", call: Some(call), enquiry: Some(e.id), ..Line::default() };
    writes.extend(history::add(signed, &line));
    writes
}
