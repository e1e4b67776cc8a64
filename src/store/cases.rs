//! A case: its facts for the queue, its pages, and every change to it.
//!
//! A change reads the facts, works out in memory what they will be, and writes the statements, the case's
//! rows of the queue and the line of history as one list. If another desk changed the case in between, the
//! list touches no row, everything is read again, and the change is made on what is there now.

mod area;
mod callers;
mod change;
mod colleagues;
mod follow;
mod misses;
mod page;
mod write;

use chrono::NaiveDate;

use super::db::{Fault, Row, Write};
use super::history::{self, Line};
use super::{Result, Signed, Store, TRIES};
use crate::domain::consent::{ConsentAct, ConsentStanding};
use crate::domain::detail::Detail;
use crate::domain::promise::Part;
use crate::domain::queue::{
    BookingFacts, BookingState, CaseFacts, CaseState, PartyFacts, StepFacts, StepKind,
};
use crate::domain::refusal::Refusal;
use crate::domain::subject::Route;
use crate::domain::text::Private;
use crate::domain::typed_day::DayReading;
use crate::domain::willingness::{Answer, Needed, PartyKind, Side, Standing};
use crate::params;
pub(super) use callers::Caller;
pub use change::DETAILS_CHANGED;
pub(super) use change::{consent_change, details_change};
pub use follow::Promisee;
pub(super) use follow::rung;
pub use misses::Reached;
pub use page::{CaseHead, CasePage, latest_withdrawal};
pub use write::CaseWrite;

/// A detail in the file: as typed, its reading, and the version of its row.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Kept {
    /// As typed.
    pub typed: Private,
    /// The reading: a day, a code; empty where the text is all there is.
    pub reading: Private,
    /// The version of the row.
    pub rev: i64,
}

/// A consent record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ConsentRecord {
    /// What it says.
    pub act: ConsentAct,
    /// Who agreed, or withdrew.
    pub giver: Private,
    /// The day, as typed.
    pub given: Private,
    /// The last day it can mean.
    pub given_to: NaiveDate,
    /// How.
    pub how: Private,
    /// Who told us.
    pub told_by: Private,
    /// Limits: "ring her first".
    pub limits: Private,
    /// What it does not cover.
    pub not_covered: Private,
    /// Words.
    pub words: Private,
    /// When it was recorded, UTC milliseconds.
    pub at: i64,
    /// By whom.
    pub staff: String,
    /// The giver's own call, or a third party's word.
    pub own_call: bool,
    /// The family gave it themselves: on their own call, or to us, after they had withdrawn it.
    pub themselves: bool,
}

/// What `told_by` says when the giver rang themselves.
pub const THEMSELVES: &str = "rang us themselves";

/// What kind of change it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum How {
    /// An act, remembered so that it can be taken back.
    Acts,
    /// Not an act of its own.
    Quietly,
    /// An act is taken back; the plan says on which day the case was touched last.
    PutsBack,
    /// Details leave the file; nothing is remembered.
    Erases,
}

/// What a change adds beside the facts: statements, and its line of history; no act is no line.
pub(super) struct Change<'a> {
    pub(super) writes: Vec<Write>,
    pub(super) line: Line<'a>,
}

impl Store {
    /// The facts of a case.
    pub fn facts(&mut self, case: i64) -> Result<CaseFacts> {
        let row = self
            .read_one(
                "SELECT rev, state, route, la_informed, touched,
                   (SELECT reading FROM details WHERE case_id = cases.id AND field = 'letter')
                 FROM cases WHERE id = $1",
                &params![case],
            )?
            .ok_or_else(|| Refusal::NotFound("that case".into()))?;
        let consent = ConsentStanding::of(self.consents(case)?.iter().map(|c| (c.act, c.themselves)));
        let parties = self.read(
            "SELECT p.id, p.kind, p.side, p.needed, p.chase, p.chases,
               (SELECT a.answer FROM answers a WHERE a.party_id = p.id AND a.answer NOT IN ('asked', 'left message')
                AND a.taken_back IS NULL ORDER BY a.seq DESC LIMIT 1),
               (SELECT a.day FROM answers a WHERE a.party_id = p.id AND a.answer NOT IN ('asked', 'left message')
                AND a.taken_back IS NULL ORDER BY a.seq DESC LIMIT 1),
               (SELECT a.day FROM answers a WHERE a.party_id = p.id AND a.taken_back IS NULL ORDER BY a.seq DESC LIMIT 1),
               (SELECT a.day FROM answers a WHERE a.party_id = p.id AND a.answer <> 'left message'
                AND a.taken_back IS NULL AND a.seq > COALESCE((SELECT min(f.seq) FROM answers f WHERE f.party_id = p.id
                  AND f.answer NOT IN ('asked', 'left message') AND f.taken_back IS NULL), 0) ORDER BY a.seq DESC LIMIT 1)
             FROM parties p WHERE p.case_id = $1 ORDER BY p.id",
            &params![case],
        )?;
        let steps = self.read(
            "SELECT id, what, due, at_time, party_id, words, who FROM steps
             WHERE case_id = $1 AND state = 'open' ORDER BY due, id",
            &params![case],
        )?;
        let snoozes = self.snoozes(case)?;
        let touched = row.day(4).unwrap_or_default();
        let route = Route::from_code(&row.text(2));
        let clashes = self.clash_facts(case)?;
        Ok(CaseFacts {
            id: case,
            rev: row.int(0),
            state: CaseState::from_code(&row.text(1)),
            route,
            clashes,
            consent,
            letter: DayReading::from_stored(&row.text(5)),
            la_informed: row.day(3),
            touched,
            parties: parties.iter().map(party_facts).collect(),
            bookings: self.booking_facts(case)?,
            steps: steps
                .iter()
                .filter_map(|s| {
                    Some(StepFacts {
                        at: Part::from_code(&s.text(3)),
                        party: s.number(4),
                        words: s.text(5).into(),
                        who: s.text(6),
                        ..StepFacts::new(s.int(0), StepKind::from_code(&s.text(1))?, s.day(2)?)
                    })
                })
                .collect(),
            snoozes,
            after: self.after_facts(case, route)?,
        })
    }

    fn booking_facts(&mut self, case: i64) -> Result<Vec<BookingFacts>> {
        let rows = self.read(
            "SELECT b.id, b.state, b.day, b.held_until, b.start, b.length, b.format, m.name,
               m.working = 'no' OR EXISTS (SELECT 1 FROM mediator_dates d WHERE d.mediator_id = m.id
                 AND d.kind = 'away' AND b.day BETWEEN d.from_day AND d.to_day)
             FROM bookings b JOIN mediators m ON m.id = b.mediator_id
             WHERE b.case_id = $1 AND b.state IN ('held', 'booked', 'in doubt', 'met') ORDER BY b.day, b.start",
            &params![case],
        )?;
        Ok(rows
            .iter()
            .filter_map(|row| {
                Some(BookingFacts {
                    id: row.int(0),
                    state: BookingState::from_code(&row.text(1)),
                    day: row.day(2)?,
                    held_until: row.day(3),
                    words: super::calendar::booking_words(
                        row.int(4),
                        row.int(5),
                        super::calendar::Format::from_code(&row.text(6)),
                        &row.text(7),
                    ),
                    away: (row.int(8) == 1).then(|| row.text(7)),
                })
            })
            .collect())
    }

    /// Makes a change to a case: see the head of this file. `plan` alters the facts to what they will be.
    pub(super) fn change_case<'a>(
        &mut self,
        case: i64,
        signed: &Signed,
        mut plan: impl FnMut(&mut Self, &mut CaseFacts) -> Result<Change<'a>>,
    ) -> Result<()> {
        self.change_case_and(case, signed, How::Acts, &mut plan)
    }

    /// The same for what is not an act of its own: a field that is being typed, an act that is taken back.
    pub(in crate::store) fn change_case_quietly<'a>(
        &mut self,
        case: i64,
        signed: &Signed,
        mut plan: impl FnMut(&mut Self, &mut CaseFacts) -> Result<Change<'a>>,
    ) -> Result<()> {
        self.change_case_and(case, signed, How::Quietly, &mut plan)
    }

    /// The same where an act is taken back: `plan` says too on which day the case was touched last.
    pub(in crate::store) fn change_case_back<'a>(
        &mut self,
        case: i64,
        signed: &Signed,
        mut plan: impl FnMut(&mut Self, &mut CaseFacts) -> Result<Change<'a>>,
    ) -> Result<()> {
        self.change_case_and(case, signed, How::PutsBack, &mut plan)
    }

    /// The same where rows leave the file, and the journal behind them.
    pub(super) fn change_case_taking_rows<'a>(
        &mut self,
        case: i64,
        signed: &Signed,
        mut plan: impl FnMut(&mut Self, &mut CaseFacts) -> Result<Change<'a>>,
    ) -> Result<()> {
        self.change_case_and(case, signed, How::Erases, &mut plan)
    }

    fn change_case_and<'a>(
        &mut self,
        case: i64,
        signed: &Signed,
        how: How,
        plan: &mut impl FnMut(&mut Self, &mut CaseFacts) -> Result<Change<'a>>,
    ) -> Result<()> {
        for _ in 0..TRIES {
            if self.was_done(signed)? {
                self.remember_act(case, signed);
                return Ok(());
            }
            let mut facts = self.facts(case)?;
            let rev = facts.rev;
            if how == How::Acts {
                self.begin_act(signed, &facts)?;
            }
            let ran_out = self.ran_out(&facts, signed.today)?;
            let change = plan(self, &mut facts)?;
            if how != How::PutsBack {
                facts.touched = facts.touched.max(signed.today);
            }
            facts.settle_bookings();
            let mut writes = vec![Write::one(
                "UPDATE cases SET rev = rev + 1, touched = $1 WHERE id = $2 AND rev = $3",
                params![facts.touched, case, rev],
            )];
            writes.extend(change.writes);
            // What ran out before this change is written with it, unless the change corrects the day itself.
            if how != How::Erases {
                writes.extend(self.own_misses(ran_out, &facts, signed));
            }
            writes.extend(self.queue_rows(&facts));
            if !change.line.act.is_empty() {
                writes.extend(history::add(signed, &Line { case: Some(case), ..change.line }));
            }
            match self.write_out(&writes, how == How::Erases) {
                Ok(()) => {
                    self.remember_act(case, signed);
                    return Ok(());
                }
                Err(Fault::Conflict) => {}
                Err(fault) => return Err(fault.into()),
            }
        }
        Err(Fault::Conflict.into())
    }
}

fn party_facts(row: &Row) -> PartyFacts {
    PartyFacts {
        id: row.int(0),
        standing: Standing {
            kind: PartyKind::from_code(&row.text(1)),
            side: Side::from_code(&row.text(2)),
            needed: Needed::from_code(&row.text(3)),
            answer: Answer::from_code(&row.text(6)),
        },
        chase: row.day(4),
        chases: row.int(5),
        answered: row.day(7),
        asked: row.day(8),
        spoken: row.day(9),
    }
}

pub(super) fn kept(row: &Row) -> Option<(Detail, Kept)> {
    let kept = Kept { typed: row.text(1).into(), reading: row.text(2).into(), rev: row.int(3) };
    Some((Detail::from_code(&row.text(0))?, kept))
}
