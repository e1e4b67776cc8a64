//! Days on which a mediator cannot be there, and what they touch.
//!
//! No meeting is called off by them. Each meeting that loses its mediator gets its row on Today and three calls
//! to make, in the same write as the days; taking the days back takes the row and what is not done of the calls
//! away again. Holds are left as they are: they end by themselves.

use chrono::NaiveDate;

use super::{MediatorWrite, statements};
use crate::domain::booking::WITHOUT_A_MEDIATOR;
use crate::domain::queue::{BookingState, CaseFacts};
use crate::params;
use crate::store::db::{Fault, Write};
use crate::store::history::{self, Line};
use crate::store::parties::promise;
use crate::store::{NotDone, Result, Signed, Store, TRIES};

/// A meeting whose mediator is not there any more, or is there again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Changed {
    case: i64,
    booking: i64,
    needs: bool,
}

/// The keys that each case takes: three steps and a line of history.
const KEYS: i64 = 4;

impl Store {
    /// Writes about a mediator, with what follows for the cases.
    pub(in crate::store) fn mediator_days(&mut self, write: &MediatorWrite, signed: &Signed) -> Result<()> {
        let mut last = NotDone::Failed(Fault::Conflict);
        for _ in 0..TRIES {
            if self.was_done(signed)? {
                return Ok(());
            }
            let (mut writes, act) = statements(write)?;
            let changed = self.meetings_changed(write, signed.today)?;
            for (at, change) in (0..).zip(&changed) {
                writes.extend(self.meeting_changed(write, *change, signed, at)?);
            }
            writes.extend(history::add(signed, &Line { act, ..Line::default() }));
            match self.db.write(&writes, false) {
                Ok(()) => return Ok(()),
                Err(Fault::Conflict) => last = NotDone::Failed(Fault::Conflict),
                Err(fault) => return Err(fault.into()),
            }
        }
        Err(last)
    }

    fn meeting_changed(
        &mut self,
        write: &MediatorWrite,
        change: Changed,
        signed: &Signed,
        at: i64,
    ) -> Result<Vec<Write>> {
        let mut facts = self.facts(change.case)?;
        let mut writes = vec![Write::one(
            "UPDATE cases SET rev = rev + 1 WHERE id = $1 AND rev = $2",
            params![change.case, facts.rev],
        )];
        let name = match write {
            MediatorWrite::Away { mediator, .. } | MediatorWrite::Working { mediator, .. } => {
                let row = self.read_one("SELECT name FROM mediators WHERE id = $1", &params![*mediator])?;
                row.map(|row| row.text(0)).unwrap_or_default()
            }
            _ => String::new(),
        };
        for booking in facts.bookings.iter_mut().filter(|b| b.id == change.booking) {
            booking.away = change.needs.then(|| name.clone());
        }
        // The keys after those of the days themselves.
        let first = match write {
            MediatorWrite::Away { id, .. } => *id + 1 + at * KEYS,
            _ => signed.id + 1 + at * KEYS,
        };
        if change.needs && facts.consent.in_force() {
            for (after, what) in (0..).zip(WITHOUT_A_MEDIATOR) {
                if facts.steps.iter().all(|step| step.what != what) {
                    writes.push(promise(&mut facts, what, signed.today, first + after));
                }
            }
        } else if !change.needs {
            writes.push(drop_calls(&mut facts));
        }
        writes.extend(self.queue_rows(&facts));
        let act = if change.needs { "Meeting needs another mediator" } else { "The mediator is there again" };
        let line = Signed { id: first + KEYS - 1, ..signed.clone() };
        writes.extend(history::add(&line, &Line { act, case: Some(change.case), ..Line::default() }));
        Ok(writes)
    }

    /// The meetings for which it makes a difference, soonest first.
    fn meetings_changed(&mut self, write: &MediatorWrite, today: NaiveDate) -> Result<Vec<Changed>> {
        let (mediator, from, to, entry, needs) = match write {
            MediatorWrite::Away { mediator, from, to, .. } => {
                (*mediator, *from.min(to), *to.max(from), None, true)
            }
            MediatorWrite::Working { mediator, on } => (*mediator, today, NaiveDate::MAX, None, !on),
            MediatorWrite::RemoveDate { id } => {
                let row = self.read_one(
                    "SELECT mediator_id, from_day, to_day FROM mediator_dates WHERE id = $1 AND kind = 'away'",
                    &params![*id],
                )?;
                let Some((row, from, to)) =
                    row.and_then(|row| row.day(1).zip(row.day(2)).map(|(from, to)| (row, from, to)))
                else {
                    return Ok(Vec::new());
                };
                (row.int(0), from, to, Some(*id), false)
            }
            _ => return Ok(Vec::new()),
        };
        // Not where the mediator is away by other days, or does not work at all: nothing changes there.
        let last = to.min(NaiveDate::from_ymd_opt(2199, 12, 31).unwrap_or(to));
        let works = matches!(write, MediatorWrite::Working { .. });
        let rows = self.read(
            "SELECT b.case_id, b.id FROM bookings b JOIN mediators m ON m.id = b.mediator_id
             WHERE b.mediator_id = $1 AND b.day BETWEEN $2 AND $3 AND b.state IN ('booked', 'in doubt')
               AND ($4 = 'yes' OR m.working = 'yes')
               AND NOT EXISTS (SELECT 1 FROM mediator_dates d WHERE d.mediator_id = b.mediator_id
                 AND d.kind = 'away' AND b.day BETWEEN d.from_day AND d.to_day AND d.id IS NOT $5)
             ORDER BY b.day, b.start, b.id",
            &params![mediator, from.max(today), last, if works { "yes" } else { "no" }, entry],
        )?;
        Ok(rows.iter().map(|row| Changed { case: row.int(0), booking: row.int(1), needs }).collect())
    }
}

/// The calls that a missing mediator made necessary, dropped where they are not done.
pub(in crate::store) fn drop_calls(facts: &mut CaseFacts) -> Write {
    let needs = |facts: &CaseFacts| {
        facts.bookings.iter().any(|b| b.away.is_some() && matches!(b.state, BookingState::Booked))
    };
    if !needs(facts) {
        facts.steps.retain(|step| !WITHOUT_A_MEDIATOR.contains(&step.what));
    }
    Write::any(
        "UPDATE steps SET state = 'dropped', rev = rev + 1 WHERE case_id = $1 AND state = 'open'
           AND what IN ('find a mediator', 'tell the family who comes', 'tell the other side who comes')
           AND $2 = 'no'",
        params![facts.id, if needs(facts) { "yes" } else { "no" }],
    )
}
