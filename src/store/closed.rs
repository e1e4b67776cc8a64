//! Closed days: the office's own, and bank holidays proclaimed after the list of the program was made.
//!
//! A proclaimed bank holiday moves legal clocks, an office's own day moves none; both move chases, ends of holds
//! and the calendar. Rows of Today that are counted over such a day, or lie on it, are made again in the writes
//! that follow, a page of cases at a time, so that no write is long. The bank holidays of the list are in the
//! file for its wall and stay; what the office added it may take back. No meeting is moved or called off here.

use chrono::{Days, NaiveDate};

use super::db::{Fault, Write};
use super::history::{self, Line};
use super::office::OfficeWrite;
use super::{NotDone, Result, Signed, Store, TRIES};
use crate::domain::working_days::WorkingDays;
use crate::params;

/// A day that the office added.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClosedDay {
    /// The day.
    pub day: NaiveDate,
    /// Its name, as it is shown.
    pub name: String,
    /// A bank holiday that was proclaimed: legal clocks move over it.
    pub proclaimed: bool,
}

/// The calendars of the law and of the office: the list of the program with the days the office added.
pub fn calendars(days: &[ClosedDay]) -> (WorkingDays, WorkingDays) {
    let named = |proclaimed| {
        let days = days.iter().filter(move |day| day.proclaimed == proclaimed);
        days.map(|day| (day.day, day.name.clone())).collect::<Vec<_>>()
    };
    let law = WorkingDays::england().with_bank_holidays(named(true));
    (law.clone(), law.with_closed_days(named(false)))
}

/// Cases whose rows are made again in one write.
const CASES: i64 = 32;
/// Rows that were counted to a day this long after a closed one can have been counted over it.
const REACHES: u64 = 45;

impl Store {
    /// The days the office added, from this day on, in order.
    pub fn closed_days(&mut self, from: NaiveDate) -> Result<Vec<ClosedDay>> {
        let rows = self.read(
            "SELECT day, name, proclaimed FROM closed_days
             WHERE (kind = 'office' OR proclaimed = 1) AND day >= $1 ORDER BY day",
            &params![from],
        )?;
        Ok(rows
            .iter()
            .filter_map(|row| {
                Some(ClosedDay { day: row.day(0)?, name: row.text(1), proclaimed: row.int(2) == 1 })
            })
            .collect())
    }

    /// Reads the days the office added, with which clocks, chases and the calendar are counted from now on.
    pub fn read_closed_days(&mut self) -> Result<()> {
        let days = self.closed_days(NaiveDate::from_epoch_days(0).unwrap_or_default())?;
        (self.law, self.office) = calendars(&days);
        Ok(())
    }

    /// Closes a day or opens it again.
    pub(super) fn write_closed(&mut self, write: &OfficeWrite, signed: &Signed) -> Result<()> {
        const ADD: &str = "INSERT INTO closed_days (day, name, kind, proclaimed)
             SELECT $1, $2, $3, $4 WHERE NOT EXISTS (SELECT 1 FROM closed_days WHERE day = $1)";
        let (day, statement, act) = match write {
            OfficeWrite::CloseDay(day, name) => {
                (*day, Write::any(ADD, params![*day, name, "office", 0]), "Closed day added")
            }
            OfficeWrite::BankHoliday(day, name) => {
                (*day, Write::any(ADD, params![*day, name, "bank holiday", 1]), "Bank holiday added")
            }
            OfficeWrite::OpenDay(day) => (
                *day,
                Write::any(
                    "DELETE FROM closed_days WHERE day = $1 AND (kind = 'office' OR proclaimed = 1)",
                    params![*day],
                ),
                "Closed day taken away",
            ),
            _ => return Err(Fault::Mistake("not a closed day".into()).into()),
        };
        if !self.was_done(signed)? {
            let mut writes = vec![statement];
            writes.extend(history::add(signed, &Line { act, ..Line::default() }));
            self.write(&writes)?;
        }
        self.read_closed_days()?;
        self.rows_around(day)
    }

    /// Makes the rows again that lie on a day or may be counted over it.
    fn rows_around(&mut self, day: NaiveDate) -> Result<()> {
        let until = day.checked_add_days(Days::new(REACHES)).unwrap_or(day);
        let mut last = i64::MIN;
        loop {
            let rows = self.read(
                "SELECT case_id FROM bookings
                 WHERE day = $1 AND state IN ('held', 'booked', 'in doubt') AND case_id > $3
                 UNION SELECT case_id FROM attention WHERE due >= $1 AND due < $2 AND case_id > $3
                   AND kind IN ('appeal', 'certificate', 'chase', 'quiet', 'hold ends', 'step: promise', 'promise late')
                 ORDER BY 1 LIMIT $4",
                &params![day, until, last, CASES],
            )?;
            let cases: Vec<i64> = rows.iter().map(|row| row.int(0)).collect();
            let Some(end) = cases.last() else { return Ok(()) };
            last = *end;
            self.rows_again(&cases)?;
        }
    }

    fn rows_again(&mut self, cases: &[i64]) -> Result<()> {
        for _ in 0..TRIES {
            let mut writes = Vec::new();
            for case in cases {
                let facts = self.facts(*case)?;
                writes.push(Write::one(
                    "UPDATE cases SET rev = rev + 1 WHERE id = $1 AND rev = $2",
                    params![*case, facts.rev],
                ));
                writes.extend(self.queue_rows(&facts));
            }
            match self.db.write(&writes, false) {
                Ok(()) => return Ok(()),
                Err(Fault::Conflict) => {}
                Err(fault) => return Err(fault.into()),
            }
        }
        Err(NotDone::Failed(Fault::Conflict))
    }
}
