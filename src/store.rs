//! The file: the program's questions and intentions, each written once over the seam [`db::Db`].
//!
//! A question is answered with plain data; an intention is carried out as one list of statements, with its
//! line of history and the case's rows of the queue in the same write. What a rule refuses comes back as a
//! [`Refusal`], what the outside refuses as a [`Fault`]. SQL stands nowhere else.

pub mod after;
pub mod calendar;
pub mod calls;
pub mod cases;
pub mod clashes;
pub mod closed;
pub mod db;
pub mod handovers;
pub mod history;
pub mod links;
pub mod mediators;
pub mod migrate;
pub mod morning;
pub mod numbered;
pub mod office;
pub mod parties;
pub mod place;
pub mod practice;
pub mod presence;
pub mod queue;
pub mod room;
pub mod search;
pub mod sqlite;
pub mod touched;
pub mod undo;
mod unsafe_numbers;

use chrono::NaiveDate;

use crate::domain::refusal::Refusal;
use crate::domain::working_days::WorkingDays;
use db::{Db, Fault, Row, Value, Write};

/// Who writes, and when. Goes with every intention.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Signed {
    /// UTC milliseconds.
    pub at: i64,
    /// The day at the office.
    pub today: NaiveDate,
    /// Quarter hours since midnight at the office.
    pub quarter: i64,
    /// The member of staff.
    pub staff: String,
    /// The key of the line of history; a resent intention has the same.
    pub id: i64,
}

impl Signed {
    /// The same moment, signed for what the program writes by itself, under this key.
    fn by_the_program(&self, id: i64) -> Self {
        Self { id, staff: history::THE_PROGRAM.to_owned(), ..self.clone() }
    }

    /// A moment as a clock at the office: `14:52`. Clocks there differ from UTC by whole quarter hours.
    fn clock_of(&self, at: i64) -> String {
        let minutes = |at: i64| at.div_euclid(60_000);
        let offset = self.quarter * 15 - minutes(self.at).rem_euclid(1440) / 15 * 15;
        let local = (minutes(at) + offset).rem_euclid(1440);
        format!("{:02}:{:02}", local / 60, local % 60)
    }
}

/// Why an intention was not carried out.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NotDone {
    /// A rule said no.
    #[error(transparent)]
    Refused(#[from] Refusal),
    /// The outside failed.
    #[error(transparent)]
    Failed(#[from] Fault),
}

/// The result of a question or an intention.
pub type Result<T> = std::result::Result<T, NotDone>;

/// The program's own view of an engine.
pub struct Store {
    db: Box<dyn Db>,
    /// Bank holidays only: legal clocks are counted with these.
    law: WorkingDays,
    /// Bank holidays and the office's closed days: the calendar and chases are counted with these.
    office: WorkingDays,
    /// The last acts of this desk.
    memory: undo::Memory,
    here: presence::Here,
    /// The rows of Find that were shown last.
    shown: search::Shown,
    /// The write that gave a field a second value, and which.
    clashed: Option<(i64, crate::domain::field::Field)>,
    /// Writes of this desk that took something out of the file.
    erased: u64,
}

/// How often a write is tried again when another desk changed the same case in between.
const TRIES: usize = 5;

impl Store {
    /// Around an open engine.
    pub fn new(db: Box<dyn Db>) -> Self {
        let law = WorkingDays::england();
        Self {
            db,
            office: law.clone(),
            law,
            memory: undo::Memory::default(),
            here: presence::Here::default(),
            shown: search::Shown::default(),
            clashed: None,
            erased: 0,
        }
    }

    /// Bank holidays only.
    pub fn law(&self) -> &WorkingDays {
        &self.law
    }

    /// Bank holidays and closed days.
    pub fn office(&self) -> &WorkingDays {
        &self.office
    }

    /// Another desk has written since this was last asked.
    pub fn changed(&mut self) -> Result<bool> {
        let changed = self.db.changed()?;
        if changed {
            self.shown = search::Shown::default();
        }
        Ok(changed)
    }

    /// Copies of earlier versions that lie beside the file and still hold this case, by name.
    pub fn older_copies(&self, case: i64) -> Vec<String> {
        self.db.older_copies(&format!("SELECT EXISTS (SELECT 1 FROM consents WHERE case_id = {case})"))
    }

    /// Copies of earlier versions that lie beside the file and still hold words of enquiries, or of calls never
    /// finished, whose three months are over today, by name.
    pub fn copies_past_keeping(&self, today: NaiveDate) -> Vec<String> {
        self.db.older_copies(&format!(
            "SELECT EXISTS (SELECT 1 FROM enquiries
               WHERE keep_until < '{today}' AND name || work || phone || email || best_time <> '')
             OR EXISTS (SELECT 1 FROM enquiries e JOIN calls l ON l.enquiry_id = e.id AND l.outcome = 'enquiry'
               JOIN callers r ON r.call_id = l.id JOIN caller_details d ON d.caller_id = r.id
               WHERE e.keep_until < '{today}')
             OR EXISTS (SELECT 1 FROM calls l JOIN callers r ON r.call_id = l.id JOIN caller_details d ON d.caller_id = r.id
               WHERE l.state <> 'finished' AND l.day < date('{today}', '-3 months') AND l.case_id IS NULL)"
        ))
    }

    /// A quiet moment.
    pub fn rest(&mut self) -> Result<()> {
        Ok(self.db.rest()?)
    }

    /// A quiet moment is wanted soon: the journal may still hold what an erasing write deleted.
    pub fn is_erasing(&self) -> bool {
        self.db.is_erasing()
    }

    /// How many writes of this desk took something out of the file since it was opened.
    pub fn erased(&self) -> u64 {
        self.erased
    }

    /// Looks through a small file for damage, here and now; none if it was not done.
    pub fn check_small(&mut self) -> Option<std::result::Result<(), Fault>> {
        self.db.check_small()
    }

    /// Reads what belongs together: another desk that writes meanwhile does not come between two statements.
    pub fn in_one_view<T>(&mut self, read: impl FnOnce(&mut Self) -> T) -> T {
        self.db.begin_view();
        let answer = read(self);
        self.db.end_view();
        answer
    }

    fn read(&mut self, sql: &str, params: &[Value]) -> Result<Vec<Row>> {
        Ok(self.db.read(sql, params)?)
    }

    fn read_one(&mut self, sql: &str, params: &[Value]) -> Result<Option<Row>> {
        Ok(self.db.read(sql, params)?.into_iter().next())
    }

    fn write(&mut self, writes: &[Write]) -> Result<()> {
        Ok(self.db.write(writes, false)?)
    }

    fn erase(&mut self, writes: &[Write]) -> Result<()> {
        Ok(self.write_out(writes, true)?)
    }

    /// A write that may take something out of the file, which is counted.
    fn write_out(&mut self, writes: &[Write], erases: bool) -> std::result::Result<(), Fault> {
        self.db.write(writes, erases)?;
        self.erased += u64::from(erases);
        if erases {
            self.shown = search::Shown::default();
        }
        Ok(())
    }

    /// This line of history is in the file already: the intention was carried out, and its answer was lost.
    fn was_done(&mut self, signed: &Signed) -> Result<bool> {
        Ok(self.read_one("SELECT 1 FROM history WHERE id = $1", &crate::params![signed.id])?.is_some())
    }
}
