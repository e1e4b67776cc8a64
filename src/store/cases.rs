//! A case: its facts for the queue, its pages, and every change to it.
//!
//! A change reads the facts, works out in memory what they will be, and writes the statements, the case's
//! rows of the queue and the line of history as one list. If another desk changed the case in between, the
//! list touches no row, everything is read again, and the change is made on what is there now.

mod change;

use chrono::NaiveDate;

use super::calls::Typed;
use super::db::{Fault, Row, Write};
use super::history::{self, Line, TIMELINE};
use super::{NotDone, Result, Signed, Store, TRIES};
use crate::domain::consent::{ConsentAct, ConsentStanding};
use crate::domain::detail::Detail;
use crate::domain::queue::{
    Attention, BookingFacts, BookingState, CaseFacts, CaseState, PartyFacts, StepFacts, StepKind, attention,
};
use crate::domain::reference::{RefKind, Reference};
use crate::domain::refusal::Refusal;
use crate::domain::subject::Route;
use crate::domain::text::{Private, short_name};
use crate::domain::typed_day::DayReading;
use crate::domain::willingness::{Answer, Needed, PartyKind, Side, Standing};
use crate::domain::working_days::WorkingDays;
use crate::params;

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
}

/// What `told_by` says when the giver rang themselves.
pub const THEMSELVES: &str = "rang us themselves";

/// The head of a case: what every page of it shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CaseHead {
    /// Its row.
    pub id: i64,
    /// `M-0412`; none while the call is being taken.
    pub reference: Option<Reference>,
    /// The child's or young person's name.
    pub child: Private,
    /// The reading of the birth date, age or year group.
    pub born: DayReading,
    /// The school.
    pub school: Private,
    /// The authority.
    pub area: Private,
    /// Where it stands.
    pub state: CaseState,
}

impl CaseHead {
    /// First name and initial, for lists.
    pub fn short(&self) -> String {
        short_name(&self.child)
    }
}

/// A whole case, as its pages show it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CasePage {
    /// The head.
    pub head: CaseHead,
    /// The facts the queue is made of.
    pub facts: CaseFacts,
    /// The details.
    pub details: Vec<(Detail, Kept)>,
    /// The consent records, oldest first.
    pub consents: Vec<ConsentRecord>,
    /// The parties.
    pub parties: Vec<super::parties::Party>,
    /// The newest lines of the timeline.
    pub timeline: Vec<history::Happened>,
    /// The SAY lines said in its calls, by their keys, with the moment of the last time.
    pub told: Vec<(String, i64)>,
    /// Its bookings of every state, newest first.
    pub dates: Vec<super::calendar::Booking>,
    /// What is to be done about it, as on Today: most urgent first, those of later days too.
    pub todo: Vec<Attention>,
    /// The office's calendar, with which chases are counted.
    pub office: WorkingDays,
    /// The enquiry it came from.
    pub enquiry: Option<Reference>,
}

impl CasePage {
    /// A detail; empty where it was never typed.
    pub fn detail(&self, detail: Detail) -> Kept {
        self.details.iter().find(|(d, _)| *d == detail).map(|(_, kept)| kept.clone()).unwrap_or_default()
    }
}

/// An intention about a case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CaseWrite {
    /// A promised step was done.
    StepDone {
        /// The case.
        case: i64,
        /// The step.
        step: i64,
    },
    /// Add a note to the case.
    Note {
        /// The case.
        case: i64,
        /// The note's own key.
        note: i64,
        /// Its words.
        body: Private,
    },
    /// Another record of consent: a new limit, the check with the parent, a withdrawal.
    Consent {
        /// The case.
        case: i64,
        /// The record's own key.
        record: i64,
        /// What it says.
        act: ConsentAct,
        /// Who says so.
        giver: Private,
        /// How.
        how: Private,
        /// Limits; empty keeps those that stand.
        limits: Private,
        /// What it does not cover; empty keeps what stands.
        not_covered: Private,
        /// Words.
        words: Private,
    },
    /// Remove the family's details; the shell is kept for counting.
    Erase {
        /// The case.
        case: i64,
    },
    /// Details of the family, changed together: the route, the clocks and Find follow in the same write.
    Details {
        /// The case.
        case: i64,
        /// Which, as typed, reading.
        details: Vec<Typed>,
    },
    /// The local authority was told on this day that mediation is wanted.
    LaInformed {
        /// The case.
        case: i64,
        /// The day.
        day: NaiveDate,
    },
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
        let consent = ConsentStanding::of(self.consents(case)?.iter().map(|c| (c.act, c.own_call)));
        let parties = self.read(
            "SELECT p.id, p.kind, p.side, p.needed, p.chase, p.chases,
               (SELECT a.answer FROM answers a WHERE a.party_id = p.id AND a.answer NOT IN ('asked', 'left message')
                ORDER BY a.seq DESC LIMIT 1),
               (SELECT a.day FROM answers a WHERE a.party_id = p.id AND a.answer NOT IN ('asked', 'left message')
                ORDER BY a.seq DESC LIMIT 1),
               (SELECT a.day FROM answers a WHERE a.party_id = p.id ORDER BY a.seq DESC LIMIT 1)
             FROM parties p WHERE p.case_id = $1 ORDER BY p.id",
            &params![case],
        )?;
        let steps = self.read(
            "SELECT id, what, due FROM steps WHERE case_id = $1 AND state = 'open' ORDER BY due, id",
            &params![case],
        )?;
        let touched = row.day(4).unwrap_or_default();
        Ok(CaseFacts {
            id: case,
            rev: row.int(0),
            state: CaseState::from_code(&row.text(1)),
            route: Route::from_code(&row.text(2)),
            consent,
            letter: DayReading::from_stored(&row.text(5)),
            la_informed: row.day(3),
            touched,
            parties: parties.iter().map(party_facts).collect(),
            bookings: self.booking_facts(case)?,
            steps: steps
                .iter()
                .filter_map(|s| {
                    Some(StepFacts { id: s.int(0), what: StepKind::from_code(&s.text(1))?, due: s.day(2)? })
                })
                .collect(),
        })
    }

    fn booking_facts(&mut self, case: i64) -> Result<Vec<BookingFacts>> {
        let rows = self.read(
            "SELECT b.id, b.state, b.day, b.held_until, b.start, b.length, b.format, m.name
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
                })
            })
            .collect())
    }

    /// The consent records of a case, oldest first.
    pub fn consents(&mut self, case: i64) -> Result<Vec<ConsentRecord>> {
        let rows = self.read(
            "SELECT act, giver, given, given_to, how, told_by, limits, not_covered, words, at, staff
             FROM consents WHERE case_id = $1 ORDER BY seq",
            &params![case],
        )?;
        Ok(rows
            .iter()
            .filter_map(|row| {
                Some(ConsentRecord {
                    act: ConsentAct::from_code(&row.text(0))?,
                    giver: row.text(1).into(),
                    given: row.text(2).into(),
                    given_to: row.day(3)?,
                    how: row.text(4).into(),
                    told_by: row.text(5).into(),
                    limits: row.text(6).into(),
                    not_covered: row.text(7).into(),
                    words: row.text(8).into(),
                    at: row.int(9),
                    staff: row.text(10),
                    own_call: row.text(5) == THEMSELVES,
                })
            })
            .collect())
    }

    /// The head of a case.
    pub fn head(&mut self, case: i64) -> Result<CaseHead> {
        let row = self
            .read_one(
                "SELECT number, state,
                   (SELECT typed FROM details WHERE case_id = cases.id AND field = 'child'),
                   (SELECT reading FROM details WHERE case_id = cases.id AND field = 'born'),
                   (SELECT typed FROM details WHERE case_id = cases.id AND field = 'school'),
                   (SELECT typed FROM details WHERE case_id = cases.id AND field = 'area')
                 FROM cases WHERE id = $1",
                &params![case],
            )?
            .ok_or_else(|| Refusal::NotFound("that case".into()))?;
        Ok(CaseHead {
            id: case,
            reference: row.number(0).map(|number| Reference { kind: RefKind::Case, number }),
            state: CaseState::from_code(&row.text(1)),
            child: row.text(2).into(),
            born: DayReading::from_stored(&row.text(3)),
            school: row.text(4).into(),
            area: row.text(5).into(),
        })
    }

    /// The details of a case.
    pub fn details(&mut self, case: i64) -> Result<Vec<(Detail, Kept)>> {
        let rows =
            self.read("SELECT field, typed, reading, rev FROM details WHERE case_id = $1", &params![case])?;
        Ok(rows.iter().filter_map(kept).collect())
    }

    /// The case with this spoken number.
    pub fn case_numbered(&mut self, number: i64) -> Result<Option<i64>> {
        Ok(self.read_one("SELECT id FROM cases WHERE number = $1", &params![number])?.map(|row| row.int(0)))
    }

    /// Everything the pages of a case show.
    pub fn case_page(&mut self, case: i64) -> Result<CasePage> {
        let told = self.read(
            "SELECT s.line, max(s.at) FROM said s JOIN calls l ON l.id = s.call_id
             WHERE l.case_id = $1 GROUP BY s.line ORDER BY max(s.at), s.line",
            &params![case],
        )?;
        let facts = self.facts(case)?;
        let mut todo = attention(&facts, &self.law, &self.office);
        todo.sort_by_key(|row| (row.group, row.due));
        let enquiry = self.read_one("SELECT number FROM enquiries WHERE case_id = $1", &params![case])?;
        Ok(CasePage {
            head: self.head(case)?,
            facts,
            details: self.details(case)?,
            consents: self.consents(case)?,
            parties: self.parties(case)?,
            timeline: self.timeline(case, None, TIMELINE)?,
            told: told.iter().map(|row| (row.text(0), row.int(1))).collect(),
            dates: self.bookings(case)?,
            todo,
            office: self.office.clone(),
            enquiry: enquiry.map(|row| Reference { kind: RefKind::Enquiry, number: row.int(0) }),
        })
    }

    /// Makes a change to a case: see the head of this file. `plan` alters the facts to what they will be.
    pub(super) fn change_case<'a>(
        &mut self,
        case: i64,
        signed: &Signed,
        mut plan: impl FnMut(&mut Self, &mut CaseFacts) -> Result<Change<'a>>,
    ) -> Result<()> {
        self.change_case_and(case, signed, false, &mut plan)
    }

    fn change_case_and<'a>(
        &mut self,
        case: i64,
        signed: &Signed,
        erases: bool,
        plan: &mut impl FnMut(&mut Self, &mut CaseFacts) -> Result<Change<'a>>,
    ) -> Result<()> {
        let mut last = NotDone::Failed(Fault::Conflict);
        for _ in 0..TRIES {
            if self.was_done(signed)? {
                return Ok(());
            }
            let mut facts = self.facts(case)?;
            let rev = facts.rev;
            let change = plan(self, &mut facts)?;
            facts.touched = facts.touched.max(signed.today);
            facts.settle_bookings();
            let mut writes = vec![Write::one(
                "UPDATE cases SET rev = rev + 1, touched = $1 WHERE id = $2 AND rev = $3",
                params![facts.touched, case, rev],
            )];
            writes.extend(change.writes);
            writes.extend(self.queue_rows(&facts));
            if !change.line.act.is_empty() {
                writes.extend(history::add(signed, &Line { case: Some(case), ..change.line }));
            }
            match self.db.write(&writes, erases) {
                Ok(()) => return Ok(()),
                Err(Fault::Conflict) => last = NotDone::Failed(Fault::Conflict),
                Err(fault) => return Err(fault.into()),
            }
        }
        Err(last)
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
    }
}

pub(super) fn kept(row: &Row) -> Option<(Detail, Kept)> {
    let kept = Kept { typed: row.text(1).into(), reading: row.text(2).into(), rev: row.int(3) };
    Some((Detail::from_code(&row.text(0))?, kept))
}
