//! Two of the three ends of a call: a case, or a line that is only counted.
//!
//! Each is one list of statements, so that a call never ends half. The third end, an enquiry, is absent: what an
//! enquiry holds is written by more than one call, and stands apart.

use super::super::after::certificate_due;
use super::super::cases::Change;
use super::super::db::Write;
use super::super::history::{self, Line};
use super::super::parties::{add_party, party_facts};
use super::super::undo::Finished;
use super::super::{Result, Signed, Store};
use super::{CountReason, FAMILY_ROWS, NewCase, mark};
use crate::domain::certificate::Ground;
use crate::domain::queue::{CaseState, StepKind};
use crate::domain::text::cut;
use crate::params;

/// The most letters of the condition of an answer.
const LONGEST_WORDS: usize = 500;
/// The line of history of a call that ended in a case; the timeline shows the notes there, and undo names it.
pub(in crate::store) const FINISHED: &str = "Call finished";

/// `case` is a case begun in this call: it leaves with the call. A call about an older case is of no case any more: a
/// line that is only counted does not tell of which family somebody spoke.
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
        "UPDATE calls SET state = 'finished', finished = $1, outcome = $2, case_id = NULL,
           ring_back_day = NULL, ring_back_time = '', rev = rev + 1 WHERE id = $3 AND state <> 'finished'",
        params![signed.at, reason.code(), call],
    ));
    let act = match reason {
        CountReason::NoConsent => "Call finished: no consent, no details kept",
        CountReason::ChildAlone => "Call finished: child alone, no details kept",
        CountReason::WouldNotSay => "Call finished: would not say, no details kept",
        CountReason::NothingSaid => "Call finished: nothing was said, no details kept",
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
        let mut rows = None;
        self.change_case_quietly(case, signed, |store, facts| {
            // At each try: what another desk wrote before it is not what this call added.
            rows = if made_here { None } else { store.before_the_end(case) };
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
                writes.extend(store.mark_unsafe(case, &new.parties, signed)?);
                if let Some(said) = &new.family_answer {
                    if let Some(found) = facts.parties.iter_mut().find(|p| p.id == said.party) {
                        found.standing.answer = Some(said.what);
                        found.answered = Some(signed.today);
                        found.asked = Some(signed.today);
                        found.chase = None;
                    }
                    writes.push(Write::one(
                        "INSERT INTO answers (id, party_id, seq, answer, person, words, how, source, day, at, staff)
                         SELECT $1, $2, 1, $3, person, $7, 'on their own call', 'own call', $4, $5, $6
                         FROM parties WHERE id = $2",
                        params![
                            said.id,
                            said.party,
                            said.what.code(),
                            signed.today,
                            signed.at,
                            signed.staff.as_str(),
                            cut(&said.words, LONGEST_WORDS)
                        ],
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
            } else {
                writes.extend(store.keep_who_rang(call, facts, signed)?);
            }
            writes.extend(store.case_document_with(case, &[])?);
            let notes = store.read_one(
                "SELECT id, body FROM notes WHERE case_id = $1 AND call_id = $2",
                &params![case, call],
            )?;
            if let Some(row) = notes.filter(|row| !row.text(1).trim().is_empty()) {
                writes.extend(crate::store::search::notes_document(row.int(0), case, &row.text(1)));
            }
            Ok(Change { writes, line: Line { act: FINISHED, mark: "c", call: Some(call), ..Line::default() } })
        })?;
        let made = if made_here { self.made(case, before) } else { None };
        // The first call of a case is opened again with its case, or not at all.
        if made.is_some() || !made_here {
            let added = rows.and_then(|rows| self.added_since(case, &rows));
            let with = added.map_or(Finished::Case(made), Finished::About);
            self.remember_finish(call, Some(case), with, signed);
        }
        Ok(())
    }
}
