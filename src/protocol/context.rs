//! What every act is stamped with: now, today, who. No screen and no rule reads a clock.
//!
//! The loop makes it anew for what came at once, so that all that follows from it has one moment. Tests make it
//! by hand and move time without waiting. The keys of new rows come from it too, because they grow with time.

use std::cell::Cell;
use std::rc::Rc;

use chrono::{NaiveDate, NaiveDateTime, Timelike};

use crate::store::Signed;

/// Makes the keys of rows at the desk: growing with time, spaced by 16, so that a write may use the fifteen
/// numbers after its own for what follows from it. Two desks differ in the part below the millisecond.
#[derive(Debug, Clone)]
pub struct Ids {
    last: Rc<Cell<i64>>,
    desk: i64,
}

/// From a key to the same desk's key a millisecond later.
pub const LATER: i64 = 1 << 20;
/// What a new day writes has the keys of so many milliseconds to itself.
const OF_A_DAY: i64 = 1_000;

/// Milliseconds from 1970 to 2020, taken off so that keys stay short.
const EPOCH: i64 = 1_577_836_800_000;

impl Ids {
    /// For a desk, told apart from others by any number.
    pub fn of_desk(desk: i64) -> Self {
        Self { last: Rc::new(Cell::new(0)), desk: desk.rem_euclid(1 << 12) }
    }

    /// The next key at this moment.
    pub fn next(&self, now: i64) -> i64 {
        let wanted = ((now - EPOCH).max(0) * LATER) | (self.desk << 8);
        let id = wanted.max(self.last.get() + 16);
        self.last.set(id);
        id
    }
}

/// The stamp of an act.
#[derive(Debug, Clone)]
pub struct Context {
    /// UTC milliseconds.
    pub now: i64,
    /// The same at the office.
    pub local: NaiveDateTime,
    /// Any moment at the office: in July an hour on from where it stands in January.
    pub zone: fn(i64) -> NaiveDateTime,
    /// Who sits at this desk.
    pub staff: String,
    /// Keys of new rows.
    pub ids: Ids,
}

impl Context {
    /// The day at the office.
    pub fn today(&self) -> NaiveDate {
        self.local.date()
    }

    /// `14:38`.
    pub fn minute(&self) -> String {
        self.local.format("%H:%M").to_string()
    }

    /// A moment of today as a clock at the office. Moments of other days are told by their day.
    pub fn clock(&self, at: i64) -> String {
        self.local_of(at).format("%H:%M").to_string()
    }

    /// A moment at the office.
    pub fn local_of(&self, at: i64) -> NaiveDateTime {
        (self.zone)(at)
    }

    /// The key of a new row.
    pub fn id(&self) -> i64 {
        self.ids.next(self.now)
    }

    /// Signs an intention.
    pub fn sign(&self) -> Signed {
        Signed {
            at: self.now,
            today: self.today(),
            quarter: i64::from(self.local.hour() * 4 + self.local.minute() / 15),
            staff: self.staff.clone(),
            id: self.id(),
        }
    }

    /// Signs what a new day brings by itself: many writes, each with the key of a millisecond after the one before.
    pub fn sign_a_day(&self) -> Signed {
        let signed = self.sign();
        self.ids.next(self.now + OF_A_DAY);
        signed
    }
}
