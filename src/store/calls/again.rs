//! A further call about an enquiry that is still open and that ends without consent again: one enquiry, two calls.
//!
//! The enquiry keeps its number, its day and until when it is kept, which is counted from its first call; the caller's
//! words, the next step and its day are those of the latest call. A caller of another kind is another enquiry, for an
//! enquiry keeps its kind; so is one whose number was read out already. What the first call of an enquiry writes is
//! absent: it stands with the ends of a call.

use super::super::db::Write;
use super::super::history::{self, Line};
use super::super::search;
use super::super::{Result, Signed, Store};
use super::NewEnquiry;
use crate::domain::call::CallerKind;
use crate::domain::text::Private;
use crate::params;

impl Store {
    /// The open enquiry that a call is about, where it stays that one: its key and its number.
    pub(super) fn enquiry_again(&mut self, call: i64) -> Result<Option<(i64, i64)>> {
        let row = self.read_one(
            "SELECT e.id, e.number FROM calls l JOIN enquiries e ON e.id = l.enquiry_id
             WHERE l.id = $1 AND l.state <> 'finished' AND l.enquiry_number IS NULL AND e.state = 'open'
               AND e.kind = l.kind",
            &params![call],
        )?;
        Ok(row.map(|row| (row.int(0), row.int(1))))
    }
}

/// The statements by which a further call about an open enquiry is finished.
pub(super) fn finish_again(call: i64, enquiry: i64, e: &NewEnquiry, signed: &Signed) -> Vec<Write> {
    // A parent whose son or daughter decides leaves name and number, and no more.
    let theirs =
        |text: &Private| if e.kind == CallerKind::Parent { Private::default() } else { text.clone() };
    let mut writes = vec![
        Write::one(
            "UPDATE enquiries SET name = $1, work = $2, phone = $3, email = $4, best_time = $5,
               subject = CASE $6 WHEN '' THEN subject ELSE $6 END, area = CASE $7 WHEN '' THEN area ELSE $7 END,
               answer = $8, next_step = $9, next_day = $10, rev = rev + 1
             WHERE id = $11 AND state = 'open' AND kind = $12",
            params![
                &e.name,
                theirs(&e.work),
                &e.phone,
                theirs(&e.email),
                theirs(&e.best_time),
                &e.subject,
                &e.area,
                e.answer.code(),
                if e.rings_back { "caller rings back" } else { "he or she rings us" },
                e.next_day,
                enquiry,
                e.kind.code()
            ],
        ),
        Write::one(
            "UPDATE calls SET state = 'finished', finished = $1, outcome = 'enquiry', subject = $2, area = $3,
               rev = rev + 1 WHERE id = $4 AND state <> 'finished'",
            params![signed.at, &e.subject, &e.area, call],
        ),
        Write::any(
            "UPDATE documents SET words = $1 || ' ' || (SELECT number || ' e' || number FROM enquiries WHERE id = $2),
               alike = $3 WHERE enquiry_id = $2",
            params![search::enquiry_words(e), enquiry, search::enquiry_keys(&e.name)],
        ),
    ];
    let line = Line {
        act: "Call finished: enquiry again, no consent",
        mark: "?",
        call: Some(call),
        enquiry: Some(enquiry),
        ..Line::default()
    };
    writes.extend(history::add(signed, &line));
    writes
}
