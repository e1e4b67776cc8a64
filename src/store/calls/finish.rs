//! The three ends of a call: a case, an enquiry, or a line that is only counted.
//!
//! Each is one list of statements, so that a call never ends half.

use super::super::after::certificate_due;
use super::super::cases::Change;
use super::super::db::Write;
use super::super::history::{self, Line};
use super::super::parties::{add_party, party_facts};
use super::super::{Result, Signed, Store};
use super::{CountReason, FAMILY_ROWS, NewCase, NewEnquiry, mark};
use crate::domain::call::CallerKind;
use crate::domain::certificate::Ground;
use crate::domain::queue::{CaseState, StepKind};
use crate::domain::text::Private;
use crate::params;

pub(super) fn finish_enquiry(call: i64, e: &NewEnquiry, signed: &Signed) -> Vec<Write> {
    // A parent whose son or daughter decides leaves name and number, and no more.
    let theirs = |text: &Private| {
        if e.kind == CallerKind::Parent { Private::default() } else { text.clone() }
    };
    let next_step = if e.rings_back { "caller rings back" } else { "he or she rings us" };
    let mut writes = vec![
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
            // The enquiry of a call that was taken up again keeps its number.
            Write::any(
                "UPDATE enquiries SET state = 'open', kind = $1, name = $2, work = $3, phone = $4, email = $5,
                   best_time = $6, subject = $7, area = $8, answer = $9, next_step = $10, next_day = $11, keep_until = $12,
                   rev = rev + 1
                 WHERE state = 'ended' AND number = (SELECT enquiry_number FROM calls WHERE id = $13)",
                params![
                    e.kind.code(),
                    &e.name,
                    theirs(&e.work),
                    &e.phone,
                    theirs(&e.email),
                    theirs(&e.best_time),
                    &e.subject,
                    &e.area,
                    e.answer.code(),
                    next_step,
                    e.next_day,
                    e.keep_until,
                    call
                ],
            ),
            Write::any(
                "INSERT INTO enquiries (id, number, state, kind, name, work, phone, email, best_time, subject, area,
                   answer, next_step, next_day, keep_until, opened, day, staff)
                 SELECT $1, enquiry_number, 'open', $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16
                 FROM calls WHERE id = $17 AND NOT EXISTS (SELECT 1 FROM enquiries WHERE number = enquiry_number)",
                params![
                    e.id,
                    e.kind.code(),
                    &e.name,
                    theirs(&e.work),
                    &e.phone,
                    theirs(&e.email),
                    theirs(&e.best_time),
                    &e.subject,
                    &e.area,
                    e.answer.code(),
                    next_step,
                    e.next_day,
                    e.keep_until,
                    signed.at,
                    signed.today,
                    signed.staff.as_str(),
                    call
                ],
            ),
            Write::one(
                "UPDATE calls SET state = 'finished', finished = $1, outcome = 'enquiry',
                   enquiry_id = (SELECT id FROM enquiries WHERE number = enquiry_number),
                   subject = $2, area = $3, rev = rev + 1 WHERE id = $4 AND state <> 'finished'",
                params![signed.at, &e.subject, &e.area, call],
            ),
            // The words of the number are added by the file itself, where the number is.
            Write::any(
                "INSERT INTO documents (id, kind, enquiry_id, source, words, alike)
                 SELECT id, 'enquiry', id, id, $1 || ' ' || number || ' e' || number, $3 FROM enquiries
                 WHERE number = (SELECT enquiry_number FROM calls WHERE id = $2)",
                params![crate::store::search::enquiry_words(e), call, crate::store::search::enquiry_keys(&e.name)],
            ),
        ];
    let line = Line {
        act: "Call finished: enquiry, no consent",
        mark: "?",
        call: Some(call),
        enquiry: Some(e.id),
        ..Line::default()
    };
    writes.extend(history::add(signed, &line));
    writes
}

/// `case` is a case begun in this call: it leaves with the call.
pub(super) fn finish_count(call: i64, case: Option<i64>, reason: CountReason, signed: &Signed) -> Vec<Write> {
    let mut writes = vec![
        mark(call, signed.at),
        Write::any(
            "DELETE FROM caller_details WHERE caller_id IN (SELECT id FROM callers WHERE call_id = $1)",
            params![call],
        ),
    ];
    if let Some(case) = case {
        writes.push(mark(case, signed.at));
        writes.extend(FAMILY_ROWS.map(|sql| Write::any(sql, params![case])));
        writes.push(Write::one("UPDATE calls SET case_id = NULL WHERE id = $1", params![call]));
        writes.push(Write::any("DELETE FROM consents WHERE case_id = $1", params![case]));
        writes.push(Write::one("DELETE FROM cases WHERE id = $1", params![case]));
    }
    writes.push(Write::one(
        "UPDATE calls SET state = 'finished', finished = $1, outcome = $2, ring_back_day = NULL,
           ring_back_time = '', rev = rev + 1 WHERE id = $3 AND state <> 'finished'",
        params![signed.at, reason.code(), call],
    ));
    let act = match reason {
        CountReason::NoConsent => "Call finished: no consent, no details kept",
        CountReason::ChildAlone => "Call finished: child alone, no details kept",
        CountReason::WouldNotSay => "Call finished: would not say, no details kept",
    };
    writes.extend(history::add(signed, &Line { act, mark: ".", call: Some(call), ..Line::default() }));
    writes
}

impl Store {
    pub(super) fn finish_case(
        &mut self,
        call: i64,
        case: i64,
        new: Option<&NewCase>,
        signed: &Signed,
    ) -> Result<()> {
        let before = self.enquiry_of_call(call)?;
        let made_here = new.is_some() && self.facts(case)?.state == CaseState::InCall;
        self.change_case_quietly(case, signed, |store, facts| {
            let mut writes = vec![Write::one(
                "UPDATE calls SET state = 'finished', finished = $1, outcome = 'case', rev = rev + 1
                 WHERE id = $2 AND state <> 'finished'",
                params![signed.at, call],
            )];
            if let Some(new) = new.filter(|_| facts.state == CaseState::InCall) {
                facts.state = CaseState::Open;
                facts.route = new.route;
                facts.after.need = store.certificate_need(case, new.route)?;
                writes.extend([
                    Write::any(
                        "UPDATE counters SET last = last + 1 WHERE kind = 'M'
                         AND EXISTS (SELECT 1 FROM cases WHERE id = $1 AND number IS NULL)",
                        params![case],
                    ),
                    Write::one(
                        "UPDATE cases SET number = COALESCE(number, (SELECT last FROM counters WHERE kind = 'M')),
                           state = 'open', route = $1 WHERE id = $2",
                        params![new.route.code(), case],
                    ),
                    Write::any(
                        "UPDATE enquiries SET case_id = $1, rev = rev + 1,
                           state = CASE state WHEN 'expired' THEN state ELSE 'became a case' END
                         WHERE id = (SELECT enquiry_id FROM calls WHERE id = $2)",
                        params![case, call],
                    ),
                ]);
                for party in &new.parties {
                    facts.parties.push(party_facts(party));
                    writes.push(add_party(case, party));
                    writes.extend(crate::store::search::person_document(party.id, case, &party.contact));
                }
                if let Some((answer, party, what)) = new.family_answer {
                    if let Some(found) = facts.parties.iter_mut().find(|p| p.id == party) {
                        found.standing.answer = Some(what);
                        found.answered = Some(signed.today);
                        found.asked = Some(signed.today);
                        found.chase = None;
                    }
                    writes.push(Write::one(
                        "INSERT INTO answers (id, party_id, seq, answer, person, how, source, day, at, staff)
                         SELECT $1, $2, 1, $3, person, 'on their own call', 'own call', $4, $5, $6
                         FROM parties WHERE id = $2",
                        params![answer, party, what.code(), signed.today, signed.at, signed.staff.as_str()],
                    ));
                }
                for (id, what, due) in &new.steps {
                    if *what == StepKind::Certificate {
                        let ground = Ground::Declined;
                        writes.extend(certificate_due(facts, *id, ground, signed.today, signed));
                    } else {
                        writes.push(crate::store::parties::promise(facts, *what, *due, *id));
                    }
                }
            }
            writes.extend(store.case_document_with(case, &[])?);
            let body = store.read_one("SELECT body FROM notes WHERE id = $1", &params![call])?;
            if let Some(body) = body.map(|row| row.text(0)).filter(|body| !body.trim().is_empty()) {
                writes.extend(crate::store::search::notes_document(call, case, &body));
            }
            Ok(Change { writes, line: Line { act: "Call finished", mark: "c", call: Some(call), ..Line::default() } })
        })?;
        let made = if made_here { self.made(case, before) } else { None };
        // The first call of a case is opened again with its case, or not at all.
        if made.is_some() || !made_here {
            self.remember_finish(call, Some(case), made, signed);
        }
        Ok(())
    }
}
