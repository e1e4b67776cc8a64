//! What is open: the starts of a day, the nearest one, the figures and the cells of the grid.
//!
//! Rules 10 to 12 of [`super`]. What suits the parties is absent; the finder asks that.

use chrono::{Days, NaiveDate};

use super::{Diary, LONGEST, SHORTEST, Slot, Taken, bits, clock};
use crate::domain::queue::BookingState;

/// Rule 10, in quarter hours.
pub(super) const GRID: i64 = 2;
/// How many days away a nearest start is looked for.
const NEAR: u64 = 14;

/// A cell of the grid: one hour of one day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Cell<'a> {
    /// A bank holiday or closed day, with its name; a weekend has none.
    Closed(&'a str),
    /// Nobody works then.
    NotWorking,
    /// The hour has begun or is over.
    Past,
    /// So many are free the whole hour.
    Open {
        /// How many.
        free: usize,
        /// Holds that touch the hour.
        held: usize,
        /// Bookings that touch it.
        booked: usize,
    },
    /// Nobody is free the whole hour.
    Full {
        /// Holds that touch the hour.
        held: usize,
        /// Bookings that touch it.
        booked: usize,
    },
    /// Of one mediator: what takes the hour.
    Taken(&'a Taken),
}

impl Diary {
    /// The starts of rule 10 on a day for a meeting of this length: with one mediator, or with anybody.
    pub fn open_starts(&self, day: NaiveDate, length: i64, mediator: Option<i64>) -> Vec<i64> {
        let starts = self.starts(day, length, mediator);
        (0..96).filter(|start| starts & (1 << start) != 0).collect()
    }

    /// How many starts a day has: the small figure of the month.
    pub fn open_count(&self, day: NaiveDate, length: i64, mediator: Option<i64>) -> u32 {
        self.starts(day, length, mediator).count_ones()
    }

    fn starts(&self, day: NaiveDate, length: i64, mediator: Option<i64>) -> u128 {
        let allowed = self.allowed(day);
        if allowed == 0 || !(SHORTEST..=LONGEST).contains(&length) {
            return 0;
        }
        let grid = (0..96).step_by(GRID as usize).fold(0_u128, |bits, at| bits | 1 << at);
        self.mediators
            .iter()
            .filter(|m| mediator.is_none_or(|id| id == m.id) && self.can_act(m))
            .fold(0, |starts, m| starts | runs(self.spare(m, day) & allowed, length))
            & grid
    }

    /// Rule 11: the nearest start at which somebody is free.
    pub fn nearest(&self, wanted: Slot) -> Option<Slot> {
        (0..=NEAR).find_map(|away| {
            let later = wanted.day.checked_add_days(Days::new(away));
            let sooner = wanted.day.checked_sub_days(Days::new(away)).filter(|_| away > 0);
            [later, sooner]
                .into_iter()
                .flatten()
                .filter(|day| (self.range.0..=self.range.1).contains(day))
                .flat_map(|day| {
                    self.open_starts(day, wanted.length, None).into_iter().map(move |start| Slot {
                        day,
                        start,
                        ..wanted
                    })
                })
                .min_by_key(|slot| ((slot.start - wanted.start).abs(), *slot < wanted))
        })
    }

    /// The nearest start in words: `14:00` on the same day, else `Thu 3 Dec 14:00`.
    pub fn nearest_words(&self, wanted: Slot) -> Option<String> {
        let nearest = self.nearest(wanted)?;
        Some(if nearest.day == wanted.day { clock(nearest.start) } else { nearest.start_words() })
    }

    /// Rule 12: the hour that begins with quarter hour `hour`, of one mediator or of all.
    pub fn cell(&self, day: NaiveDate, hour: i64, mediator: Option<i64>) -> Cell<'_> {
        if !self.is_open(day) {
            return Cell::Closed(self.days.closed(day).unwrap_or_default());
        }
        let wanted = bits(hour, 4);
        let slot = Slot { day, start: hour, length: 4 };
        let (mut held, mut booked) = (0, 0);
        for taken in self.taken_on(day).iter().filter(|t| t.slot.overlaps(slot)) {
            match mediator {
                Some(id) if id == taken.mediator => return Cell::Taken(taken),
                Some(_) => {}
                None if taken.state == BookingState::Held => held += 1,
                None => booked += 1,
            }
        }
        let (mut working, mut free) = (false, 0);
        for m in self.mediators.iter().filter(|m| mediator.is_none_or(|id| id == m.id)) {
            working |= m.works(day, self.hours) & wanted != 0;
            free += usize::from(self.can_act(m) && self.spare(m, day) & wanted == wanted);
        }
        if day < self.today || (day == self.today && hour <= self.quarter) {
            if held + booked == 0 { Cell::Past } else { Cell::Full { held, booked } }
        } else if free > 0 {
            Cell::Open { free, held, booked }
        } else if working || held + booked > 0 {
            Cell::Full { held, booked }
        } else {
            Cell::NotWorking
        }
    }
}

/// The first bits of all runs of `length` bits.
pub(super) fn runs(free: u128, length: i64) -> u128 {
    (1..length).fold(free, |runs, by| runs & (free >> by))
}
