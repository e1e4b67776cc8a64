//! What was promised and what was put off: the writes of a person who will come back to a case.
//!
//! A promise is a step with its words and the party it was made to; recording any attempt or answer of that
//! party settles it in the same write, and the line of history says whether it was kept in time. Reading what
//! was typed is absent here.

use chrono::{NaiveDate, NaiveTime};

use super::{CaseWrite, Change};
use crate::domain::moment::Moment;
use crate::domain::promise::{Promised, read_promise};
use crate::domain::queue::{Ahead, CaseFacts, SnoozeFacts, StepFacts, StepKind, ahead};
use crate::domain::refusal::Refusal;
use crate::domain::snooze::NotPutOff;
use crate::domain::typed_day::short_day;
use crate::domain::typed_time::clock_time;
use crate::domain::willingness::{Needed, PartyKind, Side};
use crate::params;
use crate::store::db::{Fault, Write};
use crate::store::history::{self, Line};
use crate::store::parties::promise_as;
use crate::store::{Result, Signed, Store};

/// Whom a promise is made to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Promisee {
    /// This party.
    Party(i64),
    /// The first party of this kind.
    Kind(PartyKind),
    /// The family.
    Family,
}

impl Promisee {
    /// The party of a case; the family where it cannot be found, nobody where there is none.
    pub fn party(self, facts: &CaseFacts) -> Option<i64> {
        let there = || facts.parties.iter().filter(|p| p.standing.needed != Needed::Dropped);
        let family = || there().find(|p| p.standing.side == Side::Family);
        let found = match self {
            Self::Party(id) => there().find(|p| p.id == id),
            Self::Kind(kind) => there().find(|p| p.standing.kind == kind),
            Self::Family => None,
        };
        found.or_else(family).map(|p| p.id)
    }
}

/// The line of history about a promise has this key after the one of the act that settled it.
const PROMISE_LINE: i64 = 7;

/// A promise that is settled now was kept in time.
fn in_time(step: &StepFacts, signed: &Signed) -> bool {
    match step.at.late_from() {
        _ if signed.today < step.due => true,
        Some(time) => signed.today == step.due && signed.clock_of(signed.at) <= clock_time(time),
        None => signed.today == step.due,
    }
}

/// A party was rung: what was promised to it is done, and its row is put off no longer. The writes of both.
pub(in crate::store) fn rung(facts: &mut CaseFacts, party: i64, signed: &Signed) -> Vec<Write> {
    let mut writes = Vec::new();
    let promised: Vec<&StepFacts> =
        facts.steps.iter().filter(|s| s.what == StepKind::Promise && s.party == Some(party)).collect();
    writes.extend(promised.iter().map(|step| {
        Write::one(
            "UPDATE steps SET state = 'done', done = $1, rev = rev + 1 WHERE id = $2 AND state = 'open'",
            params![signed.at, step.id],
        )
    }));
    if !promised.is_empty() {
        let kept = promised.iter().all(|step| in_time(step, signed));
        let act = if kept { "Promise kept: rung in time" } else { "Promise kept late" };
        let line = Line { act, mark: "->", case: Some(facts.id), ..Line::default() };
        writes.extend(history::add(&Signed { id: signed.id + PROMISE_LINE, ..signed.clone() }, &line));
    }
    writes.extend(
        facts.snoozes.iter().filter(|s| s.party == Some(party)).map(|snooze| taken_back(snooze, signed)),
    );
    facts.steps.retain(|s| s.what != StepKind::Promise || s.party != Some(party));
    facts.snoozes.retain(|s| s.party != Some(party));
    writes
}

fn taken_back(snooze: &SnoozeFacts, signed: &Signed) -> Write {
    Write::any(
        "UPDATE snoozes SET taken_back = $1 WHERE id = $2 AND taken_back IS NULL",
        params![signed.at, snooze.id],
    )
}

impl Store {
    /// Rows of a case that are put off, oldest first.
    pub(super) fn snoozes(&mut self, case: i64) -> Result<Vec<SnoozeFacts>> {
        let rows = self.read(
            "SELECT id, kind, party_id, booking_id, until, staff FROM snoozes
             WHERE case_id = $1 AND taken_back IS NULL ORDER BY id",
            &params![case],
        )?;
        Ok(rows
            .iter()
            .filter_map(|row| {
                Some(SnoozeFacts {
                    id: row.int(0),
                    why: row.text(1),
                    party: row.number(2),
                    booking: row.number(3),
                    until: Moment::from_stored(&row.text(4))?,
                    staff: row.text(5),
                })
            })
            .collect())
    }

    /// Promises to ring somebody.
    pub(super) fn promise(&mut self, write: &CaseWrite, signed: &Signed) -> Result<()> {
        let CaseWrite::Promise { case, step, to, day, part, words } = write else {
            return Err(Fault::Mistake("not a promise".into()).into());
        };
        // The day as it was read; what could not be read stands behind it as it was typed.
        let mut said = Promised { day: *day, part: *part, in_words: false, about: false }.words();
        let read = read_promise(words, signed.today.and_time(NaiveTime::MIN), &self.office);
        let says_all = read.is_some_and(|r| !r.in_words && !r.about && (r.day, r.part) == (*day, *part));
        if !words.trim().is_empty() && !says_all {
            said = format!("{said}: {}", words.trim());
        }
        self.change_case(*case, signed, |_, facts| {
            if !facts.consent.in_force() {
                return Err(Refusal::Withdrawn.into());
            }
            let party = to.party(facts);
            let promised = StepFacts {
                at: *part,
                party,
                words: words.clone(),
                who: signed.staff.clone(),
                ..StepFacts::new(*step, StepKind::Promise, *day)
            };
            let writes = vec![promise_as(facts, promised)];
            Ok(Change {
                writes,
                line: Line { act: "Promised to ring", mark: "->", words: Some(&said), ..Line::default() },
            })
        })
    }

    /// The first clock of a case that ends from today on and before the day until which a row is put off.
    pub fn clock_ahead(&mut self, case: i64, today: NaiveDate, until: NaiveDate) -> Result<Option<Ahead>> {
        let facts = self.facts(case)?;
        let known = self.known(&facts)?;
        Ok(ahead(&facts, &known, (&self.law, &self.office), today, until))
    }

    /// Puts a row of Today off.
    pub(super) fn snooze(&mut self, write: &CaseWrite, signed: &Signed) -> Result<()> {
        let CaseWrite::Snooze { case, id, why, party, booking, until } = write else {
            return Err(Fault::Mistake("not a snooze".into()).into());
        };
        let words = match until.time {
            None => short_day(until.day),
            Some(time) => format!("{} {}", short_day(until.day), clock_time(time)),
        };
        self.change_case(*case, signed, |store, facts| {
            if !facts.consent.in_force() {
                return Err(Refusal::Withdrawn.into());
            }
            let snooze = SnoozeFacts {
                id: *id,
                why: why.code(),
                party: *party,
                booking: *booking,
                until: *until,
                staff: signed.staff.clone(),
            };
            let rows = crate::domain::queue::attention(facts, &store.law, &store.office);
            let Some(row) = rows.iter().find(|row| snooze.is_of(row)) else {
                return Err(Refusal::NothingHere("That row is not there any more.").into());
            };
            if row.is_urgent() && until.day > signed.today {
                return Err(Refusal::NothingHere(NotPutOff::Clock.words()).into());
            }
            let mut writes: Vec<Write> =
                facts.snoozes.iter().filter(|s| s.is_of(row)).map(|s| taken_back(s, signed)).collect();
            facts.snoozes.retain(|s| !s.is_of(row));
            writes.push(Write::one(
                "INSERT INTO snoozes (id, case_id, kind, party_id, booking_id, until, at, staff)
                 VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
                params![
                    *id,
                    *case,
                    snooze.why.as_str(),
                    *party,
                    *booking,
                    *until,
                    signed.at,
                    signed.staff.as_str()
                ],
            ));
            facts.snoozes.push(snooze);
            Ok(Change {
                writes,
                line: Line { act: "Put off", mark: ".", words: Some(&words), ..Line::default() },
            })
        })
    }
}
