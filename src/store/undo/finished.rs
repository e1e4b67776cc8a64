//! A call that was finished, open again.
//!
//! The case that the call made goes back into its call, so that everything of a first call holds for it again: its
//! parties and first steps leave, to be made anew, and whatever turns out otherwise still leaves the file. What the call
//! added to a case that was open before it is in `rang`. An enquiry waits for another end, without a word in it; one that was
//! there before the call holds again what it held then. Where anything was done since that would be lost, the call
//! stays finished.

use super::super::calls::{NewEnquiry, holds};
use super::super::cases::Change;
use super::super::db::Write;
use super::super::history::Line;
use super::super::{Result, Signed, Store};
use super::back::{closes, opens};
use super::rang::Added;
use super::rows::Rows;
use super::{CHANGED_AGAIN, Done, Memory, What};
use crate::domain::queue::CaseState;
use crate::domain::refusal::Refusal;
use crate::params;

/// With what a call was finished.
pub(in crate::store) enum Finished {
    /// With a case, which the call may have made.
    Case(Option<Box<Made>>),
    /// With a case that was open before, to which it added something.
    About(Box<Added>),
    /// With an enquiry of its own.
    First,
    /// With an enquiry that an earlier call had begun.
    Again(Box<Again>),
}

/// An enquiry before a further call about it, and as that call left it.
pub(in crate::store) struct Again {
    pub(in crate::store) before: NewEnquiry,
    pub(in crate::store) state: String,
    pub(in crate::store) after: NewEnquiry,
}

/// The case a call made, as Finish left it.
pub(in crate::store) struct Made {
    rows: Rows,
    /// The enquiry that became the case: its key, its state before and the case it belonged to.
    enquiry: Option<(i64, String, Option<i64>)>,
}

/// What the parties and first steps of a case leave by; the words for Find are written again at the end of the call.
const MADE_AT_THE_END: [&str; 7] = [
    "DELETE FROM attention WHERE case_id = $1",
    "DELETE FROM documents WHERE case_id = $1",
    "DELETE FROM steps WHERE case_id = $1",
    "DELETE FROM certificates WHERE case_id = $1",
    "DELETE FROM contacts WHERE case_id = $1",
    "DELETE FROM answers WHERE party_id IN (SELECT id FROM parties WHERE case_id = $1)",
    "DELETE FROM parties WHERE case_id = $1",
];

impl Store {
    /// The enquiry a call is about, before the call makes a case of it.
    pub(in crate::store) fn enquiry_of_call(
        &mut self,
        call: i64,
    ) -> Result<Option<(i64, String, Option<i64>)>> {
        let row = self.read_one(
            "SELECT e.id, e.state, e.case_id FROM enquiries e JOIN calls l ON l.enquiry_id = e.id WHERE l.id = $1",
            &params![call],
        )?;
        Ok(row.map(|row| (row.int(0), row.text(1), row.number(2))))
    }

    /// The case a call just made. What cannot be read now is not remembered.
    pub(in crate::store) fn made(
        &mut self,
        case: i64,
        enquiry: Option<(i64, String, Option<i64>)>,
    ) -> Option<Box<Made>> {
        Some(Box::new(Made { rows: self.rows_of(case).ok()?, enquiry }))
    }

    /// The call is open again, and its case in the call.
    pub(super) fn back_in_call(
        &mut self,
        (call, case): (i64, i64),
        made: &Made,
        line: &Line<'_>,
        signed: &Signed,
    ) -> Result<()> {
        self.change_case_taking_rows(case, signed, |store, facts| {
            if facts.state != CaseState::Open
                || !facts.consent.in_force()
                || store.went_on(call, case, made)?
            {
                return Err(Refusal::NothingHere(CHANGED_AGAIN).into());
            }
            facts.state = CaseState::InCall;
            facts.parties.clear();
            facts.steps.clear();
            facts.after.certificates.clear();
            // The wall opens the call and takes the case back into it only under this line.
            let mut writes = opens(signed, line);
            writes.push(Write::one(
                "UPDATE cases SET state = 'in call' WHERE id = $1 AND state = 'open'",
                params![case],
            ));
            writes.push(Write::any(
                "INSERT INTO erasing (owner, at) SELECT $1, $2
                 WHERE NOT EXISTS (SELECT 1 FROM erasing WHERE owner = $1)",
                params![case, signed.at],
            ));
            writes.extend(MADE_AT_THE_END.map(|sql| Write::any(sql, params![case])));
            if let Some((enquiry, state, before)) = &made.enquiry {
                writes.push(Write::any(
                    "UPDATE enquiries SET state = $1, case_id = $2, rev = rev + 1
                     WHERE id = $3 AND case_id = $4 AND state = 'became a case'",
                    params![state.as_str(), *before, *enquiry, case],
                ));
            }
            writes.push(call_open_again(call));
            writes.push(closes(signed));
            Ok(Change { writes, line: Line::default() })
        })
    }

    /// Something was done with the case that leaving its call again would lose.
    fn went_on(&mut self, call: i64, case: i64, made: &Made) -> Result<bool> {
        let now = self.rows_of(case)?;
        let elsewhere = self.read_one(
            "SELECT 1 WHERE EXISTS (SELECT 1 FROM bookings WHERE case_id = $1)
               OR EXISTS (SELECT 1 FROM misses WHERE case_id = $1)
               OR EXISTS (SELECT 1 FROM calls WHERE case_id = $1 AND id <> $2)
               OR EXISTS (SELECT 1 FROM handovers WHERE case_id = $1 AND state = 'offered')
               OR EXISTS (SELECT 1 FROM links WHERE (a = $1 OR b = $1) AND state = 'linked')",
            &params![case, call],
        )?;
        Ok(elsewhere.is_some() || !now.only_what_was_undone_since(&made.rows))
    }

    /// The statements by which a further call about an enquiry is open again, and the enquiry what it was before it.
    pub(super) fn before_it_again(&mut self, call: i64, again: &Again) -> Result<Vec<Write>> {
        let now = self.enquiry_page(again.after.id)?;
        if now.state != "open" || now.enquiry != again.after {
            return Err(Refusal::NothingHere(CHANGED_AGAIN).into());
        }
        let mut writes = holds(&again.before, &again.state);
        writes.push(call_open_again(call));
        Ok(writes)
    }

    /// What an enquiry held is remembered only while the file holds words of it: not of a count line, nor of a case.
    pub(in crate::store) fn forget_enquiries(&mut self) {
        for (act, enquiry) in self.memory.enquiries() {
            let row = self.read_one(
                "SELECT 1 FROM enquiries WHERE id = $1 AND state IN ('open', 'ended')",
                &params![enquiry],
            );
            if !matches!(row, Ok(Some(_))) {
                self.memory.done.retain(|done| done.act.id != act);
            }
        }
    }

    /// Another call about the enquiry of a call was taken, or a case came of it.
    fn enquiry_went_on(&mut self, call: i64) -> Result<bool> {
        let row = self.read_one(
            "SELECT 1 FROM calls l JOIN enquiries e ON e.number = l.enquiry_number
             WHERE l.id = $1 AND l.outcome = 'enquiry'
               AND (e.state <> 'open' OR EXISTS (SELECT 1 FROM calls o WHERE o.enquiry_id = e.id AND o.id <> $1))",
            &params![call],
        )?;
        Ok(row.is_some())
    }
}

pub(super) fn call_open_again(call: i64) -> Write {
    Write::one(
        "UPDATE calls SET state = 'not finished', finished = NULL, outcome = NULL, rev = rev + 1
         WHERE id = $1 AND state = 'finished'",
        params![call],
    )
}

impl Store {
    /// The statements by which a call is open again that made no case: its enquiry waits for another end without words,
    /// and is nobody's to take over.
    pub(super) fn not_finished(&mut self, call: i64, signed: &Signed) -> Result<Vec<Write>> {
        if self.enquiry_went_on(call)? {
            return Err(Refusal::NothingHere(CHANGED_AGAIN).into());
        }
        Ok(vec![
            Write::any(
                "DELETE FROM documents WHERE enquiry_id IN
                 (SELECT e.id FROM enquiries e JOIN calls l ON l.enquiry_number = e.number
                  WHERE l.id = $1 AND l.outcome = 'enquiry')",
                params![call],
            ),
            Write::any(
                "UPDATE handovers SET state = 'taken back', settled = $1, rev = rev + 1
                 WHERE state = 'offered' AND enquiry_id IN
                 (SELECT e.id FROM enquiries e JOIN calls l ON l.enquiry_number = e.number
                  WHERE l.id = $2 AND l.outcome = 'enquiry')",
                params![signed.at, call],
            ),
            Write::any(
                "UPDATE enquiries SET state = 'ended', name = '', work = '', phone = '', email = '', best_time = '',
                   rev = rev + 1
                 WHERE state = 'open' AND number =
                   (SELECT enquiry_number FROM calls WHERE id = $1 AND outcome = 'enquiry')",
                params![call],
            ),
            call_open_again(call),
        ])
    }
}

impl Memory {
    /// The acts that know what an enquiry held, each with that enquiry.
    fn enquiries(&self) -> Vec<(i64, i64)> {
        let known = |done: &Done| match &done.what {
            What::Finished { with: Finished::Again(again), .. } => Some((done.act.id, again.after.id)),
            _ => None,
        };
        self.done.iter().filter_map(known).collect()
    }
}
