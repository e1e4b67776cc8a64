//! Taking an act back: the rows it touched get what they had, under a line of history that says so.
//!
//! It is asked first whether the act stands as it was done: whoever else wrote to the case since is named, and nothing
//! is done. What is refused stays as it is and is forgotten by nobody here; the desk goes on to the act before it.
//! Which rows there are is absent: each kind stands in [`super::rows`].

use chrono::NaiveDate;

use super::super::cases::Change;
use super::super::db::{Fault, Write};
use super::super::history::{self, Line, THE_PROGRAM};
use super::super::mediators::MediatorWrite;
use super::super::{NotDone, Result, Signed, Store};
use super::rows::Delta;
use super::{CHANGED_AGAIN, Done, Finished, TEN_MINUTES, TakenBack, What};
use crate::domain::queue::{BookingState, CaseFacts};
use crate::domain::refusal::Refusal;
use crate::domain::text::cut;
use crate::params;

/// What the line of history of an act that is taken back begins with.
pub const TAKEN_BACK: &str = "Taken back: ";
/// The longest act of a line of history, in characters.
const ACT: usize = 60;

/// The line of history of a taking back, with the mark under which the wall lets things come back: in this write only.
pub(super) fn opens(signed: &Signed, line: &Line<'_>) -> Vec<Write> {
    let mut writes = history::add(signed, line);
    writes.push(Write::one("INSERT INTO taking (history_id) VALUES ($1)", params![signed.id]));
    writes
}

/// The end of it.
pub(super) fn closes(signed: &Signed) -> Write {
    Write::any("DELETE FROM taking WHERE history_id = $1", params![signed.id])
}

impl Store {
    /// Takes an act of this desk back.
    ///
    /// # Errors
    /// A sentence where ten minutes are over, another desk changed the case since, or the act stays.
    pub fn take_back(&mut self, act: i64, signed: &Signed) -> Result<TakenBack> {
        let found = self.memory.done.iter().position(|done| done.act.id == act);
        let Some(at) = found else {
            return Err(Refusal::NothingHere("That is not known at this desk any more. It stays.").into());
        };
        let done = self.memory.done.remove(at);
        let (added, call) = match &done.what {
            What::Case(changed) => (changed.delta.added_keys(), None),
            What::Finished { call, .. } => (Vec::new(), Some(*call)),
            What::Days(entry) => (vec![*entry], None),
            What::Stays => (Vec::new(), None),
        };
        let taken = TakenBack { act, added, call, case: done.act.case };
        let result = if self.was_done(signed)? { Ok(()) } else { self.put_back(&done, signed) };
        match result {
            Ok(()) => {
                self.memory.begun = None;
                Ok(taken)
            }
            Err(why) => {
                // It may be asked for again when the disk answers.
                self.memory.done.insert(at, done);
                Err(match why {
                    NotDone::Failed(Fault::Wall(words)) => Refusal::NotUndone(words).into(),
                    why => why,
                })
            }
        }
    }

    fn put_back(&mut self, done: &Done, signed: &Signed) -> Result<()> {
        if let Some(stays) = done.act.stays {
            return Err(Refusal::NothingHere(stays).into());
        }
        if signed.at - done.at > TEN_MINUTES {
            return Err(Refusal::TooLate(done.act.said.clone()).into());
        }
        let act = cut(&format!("{TAKEN_BACK}{}", done.line), ACT);
        let mut line =
            Line { act: &act, mark: "<-", case: done.act.case, words: Some(&done.words), ..Line::default() };
        let changed = match &done.what {
            What::Case(changed) => changed,
            What::Finished { call, with } => {
                if let Some(refusal) = self.changed_since(done, signed)? {
                    return Err(refusal.into());
                }
                line.call = Some(*call);
                let unfinished = match (done.act.case, with) {
                    (Some(case), Finished::Case(Some(made))) => {
                        return self.back_in_call((*call, case), made, &line, signed);
                    }
                    (Some(case), Finished::About(added))
                        if self.open_again_without(done, (*call, case), added, &line, signed)? =>
                    {
                        return Ok(());
                    }
                    (_, Finished::Again(again)) => {
                        line.enquiry = Some(again.after.id);
                        self.before_it_again(*call, again)?
                    }
                    _ => self.not_finished(*call, signed)?,
                };
                // The wall opens a finished call only under this line.
                let mut writes = opens(signed, &line);
                writes.extend(unfinished);
                writes.push(closes(signed));
                return self.write(&writes);
            }
            What::Days(entry) => return self.days_put_back(*entry, signed),
            What::Stays => return Ok(()),
        };
        let Some(case) = done.act.case else { return Ok(()) };
        self.change_case_back(case, signed, |store, facts| {
            if let Some(refusal) = store.changed_since(done, signed)? {
                return Err(refusal.into());
            }
            let now = store.rows_of(case)?;
            if !facts.consent.in_force() || !changed.delta.still_stands(&now) {
                return Err(Refusal::NothingHere(CHANGED_AGAIN).into());
            }
            put_facts_back(facts, &changed.before, &changed.after)?;
            // Where nothing else was done since, the case was last touched when it was before the act.
            facts.touched =
                if store.is_the_last(done, case)? { changed.before.touched } else { signed.today };
            let lapsed = |until: NaiveDate| until < signed.today;
            facts.bookings.retain(|b| b.state != BookingState::Held || !b.held_until.is_some_and(lapsed));
            // The wall lets nothing come back but under this line.
            let mut writes = opens(signed, &line);
            writes.extend(changed.delta.put_back(signed));
            writes.push(closes(signed));
            writes.extend(store.details_put_back(facts, &changed.delta, signed)?);
            writes.extend(store.said_in_the_linked(case, &changed.delta, &act, signed)?);
            Ok(Change { writes, line: Line::default() })
        })
    }

    /// The days of a mediator are removed again, and the meetings they touched have their mediator.
    fn days_put_back(&mut self, entry: i64, signed: &Signed) -> Result<()> {
        if self.read_one("SELECT 1 FROM mediator_dates WHERE id = $1", &params![entry])?.is_none() {
            return Err(Refusal::NothingHere(CHANGED_AGAIN).into());
        }
        self.mediator_days(&MediatorWrite::RemoveDate { id: entry }, signed)
    }

    /// The other case of a link that changes hears of it: its version, and its own line.
    fn said_in_the_linked(
        &mut self,
        case: i64,
        delta: &Delta,
        act: &str,
        signed: &Signed,
    ) -> Result<Vec<Write>> {
        let mut writes = Vec::new();
        for (link, id) in delta.links().zip(signed.id + 1..) {
            let other = self.read_one(
                "SELECT CASE WHEN a = $1 THEN b ELSE a END FROM links WHERE id = $2",
                &params![case, link],
            )?;
            let Some(other) = other.map(|row| row.int(0)) else { continue };
            writes.push(Write::one(
                "UPDATE cases SET rev = rev + 1, touched = max(touched, $1) WHERE id = $2",
                params![signed.today, other],
            ));
            let line = Line { act, mark: "<-", case: Some(other), ..Line::default() };
            writes.extend(history::add(&Signed { id, ..signed.clone() }, &line));
        }
        Ok(writes)
    }

    /// Nothing stands that was done with the case since, but for what was taken back.
    fn is_the_last(&mut self, done: &Done, case: i64) -> Result<bool> {
        let since = self.read_one(
            "SELECT COALESCE(sum(CASE WHEN substr(act, 1, length($3)) = $3 THEN -1 ELSE 1 END), 0)
             FROM history WHERE case_id = $1 AND seq > $2 AND staff <> $4",
            &params![case, done.seq, TAKEN_BACK, THE_PROGRAM],
        )?;
        Ok(since.is_some_and(|row| row.int(0) == 0))
    }

    /// Who else has written to the case since, or to the call and its enquiry, as a sentence.
    pub(super) fn changed_since(&mut self, done: &Done, signed: &Signed) -> Result<Option<Refusal>> {
        let call = match &done.what {
            What::Finished { call, .. } => Some(*call),
            _ => None,
        };
        let other = self.read_one(
            "SELECT staff, at FROM history
             WHERE seq > $2 AND staff <> $3 AND staff <> $4
               AND (case_id = $1 OR call_id = $5 OR enquiry_id IN
                    (SELECT e.id FROM enquiries e JOIN calls l ON e.id = l.enquiry_id OR e.number = l.enquiry_number
                     WHERE l.id = $5))
             ORDER BY seq DESC LIMIT 1",
            &params![done.act.case, done.seq, signed.staff.as_str(), THE_PROGRAM, call],
        )?;
        Ok(other.map(|row| Refusal::ChangedSince {
            by: row.text(0),
            what: if done.act.case.is_some() { "case" } else { "enquiry" },
            at: signed.clock_of(row.int(1)),
        }))
    }
}

/// The facts of the queue follow the rows: what the act changed becomes what it was.
fn put_facts_back(
    now: &mut CaseFacts,
    before: &CaseFacts,
    after: &CaseFacts,
) -> std::result::Result<(), Refusal> {
    // All by name, so that a fact that is added to the queue is thought of here.
    let CaseFacts {
        id: _,
        rev: _,
        touched: _,
        state,
        route,
        consent,
        letter,
        la_informed,
        parties,
        bookings,
        steps,
        clashes: _,
        snoozes,
        after: comes_after,
    } = before;
    one(&mut now.state, state, &after.state)?;
    one(&mut now.route, route, &after.route)?;
    one(&mut now.consent, consent, &after.consent)?;
    one(&mut now.letter, letter, &after.letter)?;
    one(&mut now.la_informed, la_informed, &after.la_informed)?;
    one(&mut now.parties, parties, &after.parties)?;
    one(&mut now.bookings, bookings, &after.bookings)?;
    one(&mut now.steps, steps, &after.steps)?;
    one(&mut now.snoozes, snoozes, &after.snoozes)?;
    one(&mut now.after, comes_after, &after.after)
}

fn one<T: PartialEq + Clone>(now: &mut T, before: &T, after: &T) -> std::result::Result<(), Refusal> {
    if before == after || now == before {
        return Ok(());
    }
    if now != after {
        return Err(Refusal::NothingHere(CHANGED_AGAIN));
    }
    now.clone_from(before);
    Ok(())
}
