//! Clocks that ran out unmet are written down, once each, in the write that notices it.
//!
//! Every change to a case looks first, and the first desk of a day looks through the cases whose rows on Today
//! are past their day, newest first, a few dozen in one write. A miss tells nothing of the family and stays when
//! their details leave. Whether a clock was missed is decided in [`crate::domain::queue::missed`], and whether a
//! written miss was one is asked there again each time it is read; of a case whose details have left, the line of
//! history tells it.

use chrono::NaiveDate;

use crate::domain::consent::ConsentStanding;
use crate::domain::deadline::{ClockKind, Known, clock};
use crate::domain::moment::at_office;
use crate::domain::outcome::Outcome;
use crate::domain::queue::{CaseFacts, CaseState, Missed, missed, still_missed};
use crate::domain::typed_day::DayReading;
use crate::domain::willingness::{Answer, Side};
use crate::params;
use crate::store::db::{Fault, Row, Write};
use crate::store::history::{self, Line};
use crate::store::{NotDone, Result, Signed, Store};

/// Cases looked at in one write of the morning.
const AT_ONCE: i64 = 64;
/// The first of the keys that the lines of a change's own misses have, after the change's key.
const OWN_LINES: i64 = 8;
/// Misses that one change can write lines for.
const MOST: usize = 7;

/// The clocks of a case that ran out before a change.
pub(super) struct RanOut {
    /// Those not written yet.
    new: Vec<Missed>,
    /// Those written that stand.
    standing: Vec<Missed>,
}

/// How far a morning has come; the newest rows go first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reached {
    due: NaiveDate,
    row: i64,
}

impl Store {
    /// What is known of a case's days, for its clocks: the facts, and the birth, the referral, the certificate and
    /// the agreement as the file has them.
    pub fn known(&mut self, facts: &CaseFacts) -> Result<Known> {
        let row = self.read_one(
            "SELECT (SELECT b.short_notice_agreed FROM bookings b WHERE b.case_id = c.id
                 AND b.state IN ('booked', 'in doubt') ORDER BY b.day DESC, b.start DESC LIMIT 1), d.reading, d.saved,
               (SELECT l.day FROM calls l WHERE l.case_id = c.id AND l.kind NOT IN ('parent', 'young person')
                ORDER BY l.started, l.id LIMIT 1),
               (SELECT l.day FROM calls l WHERE l.case_id = c.id AND l.kind IN ('parent', 'young person')
                ORDER BY l.started, l.id LIMIT 1),
               (SELECT max(s.sent) FROM certificates s WHERE s.case_id = c.id AND s.state = 'sent'),
               (SELECT max(s.event) FROM certificates s WHERE s.case_id = c.id AND s.ground = 'declined' AND s.state IN ('due', 'sent')),
               (SELECT max(s.event) FROM certificates s WHERE s.case_id = c.id AND s.ground = 'after the meeting' AND s.state IN ('due', 'sent')),
               (SELECT max(s.event) FROM certificates s WHERE s.case_id = c.id AND s.ground = 'deemed' AND s.state IN ('due', 'sent')),
               -- Another mediator at the same time leaves the day the family was first told. A meeting that was called off, did
               -- not happen or stood at another time meanwhile is told anew.
               (SELECT min(t.at) FROM bookings b
                JOIN bookings t ON t.case_id = b.case_id AND t.day = b.day AND t.start = b.start AND t.told_family = 'yes'
                WHERE b.case_id = c.id AND b.state IN ('booked', 'in doubt') AND b.told_family = 'yes'
                  AND b.day = (SELECT max(l.day) FROM bookings l WHERE l.case_id = c.id AND l.state IN ('booked', 'in doubt'))
                  AND (t.id = b.id OR (t.state = 'moved' AND NOT EXISTS (SELECT 1 FROM bookings o
                    WHERE o.case_id = b.case_id AND o.at BETWEEN t.at AND b.at
                      AND (o.state NOT IN ('moved', 'held', 'let go', 'booked', 'in doubt')
                        OR (o.state = 'moved' AND (o.day <> b.day OR o.start <> b.start)))))))
             FROM cases c LEFT JOIN details d ON d.case_id = c.id AND d.field = 'born' WHERE c.id = $1",
            &params![facts.id],
        )?;
        let mut known = facts.known();
        let Some(row) = row else { return Ok(known) };
        let office_day = |at| row.number(at).map(|at| at_office(at).date());
        let on = |day: Option<NaiveDate>| day.map_or(DayReading::Unread, DayReading::Day);
        // The family's own first call comes before any referral: then nobody else gave their details.
        known.referral = on(row.day(3).filter(|third| row.day(4).is_none_or(|own| *third < own)));
        known.short_notice_agreed = row.text(0) == "yes";
        known.certificate = on(row.day(5));
        // A certificate's own day comes before the day of the answer or of the booking.
        for (at, day) in [(6, &mut known.declined), (7, &mut known.ended), (8, &mut known.deemed)] {
            if let Some(event) = row.day(at) {
                *day = DayReading::Day(event);
            }
        }
        let agreed = facts
            .after
            .outcomes
            .iter()
            .filter(|o| matches!(o.outcome, Outcome::Agreed | Outcome::PartAgreed));
        known.agreement = on(agreed.map(|o| o.ended).max());
        known.told = on(office_day(9));
        let said = self.read(
            "SELECT a.day, a.answer FROM answers a JOIN parties p ON p.id = a.party_id
             WHERE p.case_id = $1 AND p.side = 'family' AND a.taken_back IS NULL
               AND a.answer NOT IN ('asked', 'left message') ORDER BY a.at, a.seq",
            &params![facts.id],
        )?;
        known.heard =
            said.iter().filter_map(|row| Some((row.day(0)?, Answer::from_code(&row.text(1))?))).collect();
        let told = office_day(2).unwrap_or(facts.touched);
        Ok(known.with_born(&DayReading::from_stored(&row.text(1)), told))
    }

    /// The misses of a case that are not written yet.
    pub(super) fn new_misses(&mut self, facts: &CaseFacts, today: NaiveDate) -> Result<Vec<Missed>> {
        let mut known = facts.known();
        let last = |kind| clock(kind, &known.at_latest(), &self.law).map(|clock| clock.date);
        let heard_after = |due: NaiveDate| {
            facts.parties.iter().any(|p| p.standing.side == Side::Family && p.answered > Some(due))
        };
        // Only the privacy notice, the notice of the date and a family heard after a last day ask for more.
        let more = facts.consent == ConsentStanding::ToCheck
            || last(ClockKind::Notice).is_some_and(|due| due < today)
            || [ClockKind::ContactAdviser, ClockKind::Meeting].into_iter().filter_map(last).any(heard_after);
        if more && facts.state == CaseState::Open {
            known = self.known(facts)?;
        }
        let mut found = missed(facts, &known, &self.law, today);
        if !found.is_empty() {
            let written = self.written_misses(facts.id)?;
            found.retain(|miss| !written.contains(miss));
        }
        Ok(found)
    }

    /// The misses of a case in the file.
    fn written_misses(&mut self, case: i64) -> Result<Vec<Missed>> {
        let rows =
            self.read("SELECT clock, due FROM misses WHERE case_id = $1 ORDER BY due", &params![case])?;
        let miss = |row: &Row| Some(Missed { kind: ClockKind::from_code(&row.text(0))?, due: row.day(1)? });
        Ok(rows.iter().filter_map(miss).collect())
    }

    /// The misses of a case in the file, each with whether it stands by what is known now.
    pub fn misses(&mut self, case: i64) -> Result<Vec<(Missed, bool)>> {
        let written = self.written_misses(case)?;
        if written.is_empty() {
            return Ok(Vec::new());
        }
        let facts = self.facts(case)?;
        let mut misses = Vec::new();
        for miss in written {
            let stands = if facts.state == CaseState::Erased {
                let said = "SELECT 1 FROM history WHERE case_id = $1 AND act = $2";
                self.read_one(said, &params![case, miss.none_after_all()])?.is_none()
            } else {
                !miss.was_none(&facts, &self.law)
            };
            misses.push((miss, stands));
        }
        Ok(misses)
    }

    /// What ran out before a change to a case.
    pub(super) fn ran_out(&mut self, facts: &CaseFacts, today: NaiveDate) -> Result<RanOut> {
        let mut standing = self.written_misses(facts.id)?;
        standing.retain(|miss| !miss.was_none(facts, &self.law));
        Ok(RanOut { new: self.new_misses(facts, today)?, standing })
    }

    /// The statements that write the misses a change noticed and does not correct, and that a miss in the file was
    /// none after all, each with its line of history.
    pub(super) fn own_misses(&self, ran_out: RanOut, after: &CaseFacts, signed: &Signed) -> Vec<Write> {
        let none = ran_out.standing.into_iter().filter(|miss| miss.was_none(after, &self.law));
        let lines = still_missed(ran_out.new, after, &self.law).into_iter().map(|miss| (miss, true));
        let lines = lines.chain(none.map(|miss| (miss, false)));
        let keys = signed.id + OWN_LINES..;
        lines
            .take(MOST)
            .zip(keys)
            .flat_map(|((miss, missed), id)| {
                if missed {
                    written(after.id, miss, signed, id)
                } else {
                    told(after.id, &miss.none_after_all(), "OK", signed, id)
                }
            })
            .collect()
    }

    /// Looks at the next cases whose rows on Today are past their day, and writes what they missed. Gives how far
    /// it came and how many misses it wrote; no place when nothing is left.
    pub fn record_misses(
        &mut self,
        after: Option<Reached>,
        signed: &Signed,
    ) -> Result<(Option<Reached>, usize)> {
        let (due, id) = after.map_or((signed.today, 0), |at| (at.due, at.row));
        let rows = self.read(
            "SELECT a.case_id, a.due, a.id FROM attention a
             WHERE (a.due < $1 OR (a.due = $1 AND a.id < $2))
               AND a.kind IN ('two months', '30 days', 'certificate', 'step: certificate',
                 'step: check with the parent', 'step: tell the family the date')
             ORDER BY a.due DESC, a.id DESC LIMIT $3",
            &params![due, id, AT_ONCE],
        )?;
        let reached = rows
            .last()
            .filter(|_| rows.len() as i64 == AT_ONCE)
            .and_then(|row| Some(Reached { due: row.day(1)?, row: row.int(2) }));
        let mut cases: Vec<i64> = rows.iter().map(|row| row.int(0)).collect();
        cases.sort_unstable();
        cases.dedup();
        let (mut writes, mut found) = (Vec::new(), 0);
        for case in cases {
            let facts = self.facts(case)?;
            let misses = self.new_misses(&facts, signed.today)?;
            if misses.is_empty() {
                continue;
            }
            // Nobody touched the case, so the day it was touched stays.
            writes.push(Write::one(
                "UPDATE cases SET rev = rev + 1 WHERE id = $1 AND rev = $2",
                params![case, facts.rev],
            ));
            for miss in misses {
                writes.extend(written(case, miss, signed, signed.id + found));
                found += 1;
            }
        }
        match if writes.is_empty() { Ok(()) } else { self.write(&writes) } {
            // Another desk is at one of them: its own write looks too, and so does the next morning.
            Err(NotDone::Failed(Fault::Conflict)) => Ok((reached, 0)),
            done => done.map(|()| (reached, found as usize)),
        }
    }
}

/// One miss with its line of history.
fn written(case: i64, miss: Missed, signed: &Signed, id: i64) -> Vec<Write> {
    let mut writes = vec![Write::one(
        "INSERT INTO misses (case_id, clock, due, day, at) VALUES ($1, $2, $3, $4, $5)",
        params![case, miss.kind.code(), miss.due, signed.today, signed.at],
    )];
    writes.extend(told(case, &miss.act(), "-", signed, id));
    writes
}

/// A line of history of its own: whoever opened the file, or changed something else, did nothing of it.
fn told(case: i64, act: &str, mark: &str, signed: &Signed, id: i64) -> Vec<Write> {
    let line = Line { act, mark, case: Some(case), ..Line::default() };
    history::add(&signed.by_the_program(id), &line)
}
