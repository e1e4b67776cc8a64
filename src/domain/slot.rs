//! When a meeting can be: the slots of the week, who is free in them, and why one is refused.
//!
//! A day is 96 quarter hours; 36 is nine o'clock. What a diary holds was read from the file for a range of
//! days, so every answer here is a pure function of it and of the moment it was read. The free quarters of a
//! mediator's day are one number of 96 bits, so a month for ten mediators is a few thousand shifts. Rooms,
//! travel are absent: they are words for a person, not rules. What the grid shows stands in `offer`; the best
//! times for a case, and why others are left out, in `find` and `left_out`.
//!
//! 1. A meeting lasts one to eight hours, three unless the office says otherwise, on a grid of quarter hours.
//! 2. It lies inside the office's hours, Monday to Friday, never on a bank holiday or a closed day.
//! 3. It begins later than now.
//! 4. A mediator works on the usual days and on extra days, and not on away days; being away comes first.
//! 5. A mediator who cannot act for the case is refused for it, and so is one who works no more.
//! 6. A hold, a booking, a booking in doubt and a held meeting take the mediator's time alike; a hold past its
//!    last day takes nothing.
//! 7. No mediator and no case twice in one quarter hour; a meeting may begin where another ends.
//! 8. Of the mediators free at a time, the one with fewest meetings that week comes first, then by name.
//! 9. Being away never calls a booking off: the booking needs another mediator.
//! 10. Starts are offered on the half hour; the last one lets the meeting end by closing.
//! 11. The nearest start to a wanted one is on the same day, else on the nearest day, at the hour closest to the
//!     wanted one; of two that are equally near the later one.
//! 12. A cell of the grid says how many are free the whole hour, else full; `-` where nobody works.

use chrono::{Datelike, Days, NaiveDate};

use super::queue::BookingState;
use super::refusal::Refusal;
use super::typed_day::short_day;
use super::working_days::{WorkingDays, is_weekend};

mod find;
mod left_out;
mod mediator;
mod offer;
mod room;
pub use find::{Found, OFFERS, Offer, Soft, Wish};
pub use mediator::{ExtraDays, Hours, Mediator};
pub use offer::Cell;
pub use room::Room;

/// The usual meeting, in quarter hours: three hours.
pub const USUAL_LENGTH: i64 = 12;
/// The shortest meeting, in quarter hours.
pub const SHORTEST: i64 = 4;
/// The longest meeting, in quarter hours.
pub const LONGEST: i64 = 32;

/// A time for a meeting.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Slot {
    /// The day.
    pub day: NaiveDate,
    /// The first quarter hour, counted from midnight.
    pub start: i64,
    /// How many quarter hours.
    pub length: i64,
}

impl Slot {
    /// The first quarter hour after it.
    pub fn end(self) -> i64 {
        self.start + self.length
    }

    /// Rule 7: a quarter hour of the one is a quarter hour of the other.
    pub fn overlaps(self, other: Self) -> bool {
        self.day == other.day && self.start < other.end() && other.start < self.end()
    }

    /// `Thu 3 Dec 14:00-17:00`.
    pub fn words(self) -> String {
        format!("{} {}-{}", short_day(self.day), clock(self.start), clock(self.end()))
    }

    /// `Thu 3 Dec 14:00`.
    pub fn start_words(self) -> String {
        format!("{} {}", short_day(self.day), clock(self.start))
    }
}

/// A quarter of the day as a clock: 36 is `9:00`.
pub fn clock(quarter: i64) -> String {
    format!("{}:{:02}", quarter / 4, quarter % 4 * 15)
}

/// `length` bits from `start` on; bits outside the day are left out.
fn bits(start: i64, length: i64) -> u128 {
    let from = start.clamp(0, 96);
    let to = start.saturating_add(length).clamp(from, 96);
    ((1_u128 << (to - from)) - 1) << from
}

/// Time that is taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Taken {
    /// The booking.
    pub booking: i64,
    /// Its case.
    pub case: i64,
    /// Its mediator.
    pub mediator: i64,
    /// When.
    pub slot: Slot,
    /// Held, booked, in doubt or met.
    pub state: BookingState,
    /// `M-0395`.
    pub reference: String,
    /// Who wrote it.
    pub staff: String,
    /// When it was written, UTC milliseconds.
    pub at: i64,
}

impl Taken {
    /// `HELD M-0402`, as the grid shows it; in doubt has a `?`.
    pub fn words(&self) -> String {
        let mark = match self.state {
            BookingState::Held => "HELD ",
            BookingState::InDoubt => "BOOK?",
            BookingState::Met => "MET  ",
            _ => "BOOK ",
        };
        format!("{mark}{}", self.reference)
    }
}

/// A part of the calendar, as it was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diary {
    /// The first and the last day it knows.
    pub range: (NaiveDate, NaiveDate),
    /// The office's hours.
    pub hours: Hours,
    /// Bank holidays and the office's closed days.
    pub days: WorkingDays,
    /// The mediators, by name; those who work no more as well, for their meetings.
    pub mediators: Vec<Mediator>,
    /// What is taken, by day and start, from the Monday before the range to the Friday after it.
    pub taken: Vec<Taken>,
    /// The case a slot is looked for.
    pub case: Option<i64>,
    /// The mediators who cannot act for that case.
    pub conflicts: Vec<i64>,
    /// Today.
    pub today: NaiveDate,
    /// Quarter hours since midnight.
    pub quarter: i64,
}

impl Diary {
    /// A mediator.
    pub fn mediator(&self, id: i64) -> Option<&Mediator> {
        self.mediators.iter().find(|m| m.id == id)
    }

    /// What is taken on a day.
    pub fn taken_on(&self, day: NaiveDate) -> &[Taken] {
        let from = self.taken.partition_point(|t| t.slot.day < day);
        let to = from + self.taken[from..].partition_point(|t| t.slot.day == day);
        &self.taken[from..to]
    }

    /// Leaves these bookings out, as if they were not there: a hold that is about to become a booking.
    #[must_use]
    pub fn without(mut self, bookings: &[i64]) -> Self {
        self.taken.retain(|t| !bookings.contains(&t.booking));
        self
    }

    /// Whether a meeting of somebody can be on the day at all.
    pub fn is_open(&self, day: NaiveDate) -> bool {
        self.days.is_working(day)
    }

    /// The quarter hours in which a mediator works and nothing is taken, as bits; other cases and now aside.
    fn spare(&self, mediator: &Mediator, day: NaiveDate) -> u128 {
        let taken = self.taken_on(day).iter().filter(|t| t.mediator == mediator.id);
        mediator.works(day, self.hours) & !taken.fold(0, |bits, t| bits | slot_bits(t.slot))
    }

    /// The quarter hours on the day that a slot for the case may touch at all, as bits: rules 2, 3 and 7.
    fn allowed(&self, day: NaiveDate) -> u128 {
        if day < self.today || !self.is_open(day) {
            return 0;
        }
        let ahead = if day == self.today { !bits(0, self.quarter + 1) } else { u128::MAX };
        let own = self.taken_on(day).iter().filter(|t| Some(t.case) == self.case);
        self.hours.bits() & ahead & !own.fold(0, |bits, t| bits | slot_bits(t.slot))
    }

    /// Can act for the case: rule 5.
    fn can_act(&self, mediator: &Mediator) -> bool {
        mediator.working && !self.conflicts.contains(&mediator.id)
    }

    /// Whether a meeting can be then, whoever mediates: rules 1 to 3, and 7 for the case.
    pub fn is_possible(&self, slot: Slot) -> Result<(), Refusal> {
        let next = || short_day(self.days.next_working(slot.day.max(self.today)));
        if !(SHORTEST..=LONGEST).contains(&slot.length) {
            return Err(Refusal::Length);
        }
        if is_weekend(slot.day) {
            return Err(Refusal::Weekend { next: next() });
        }
        if let Some(name) = self.days.closed(slot.day) {
            return Err(Refusal::Closed { name: name.to_owned(), next: next() });
        }
        if slot.start < self.hours.opens || slot.end() > self.hours.closes {
            return Err(Refusal::OutsideHours);
        }
        if slot.day < self.today || (slot.day == self.today && slot.start <= self.quarter) {
            return Err(Refusal::InThePast);
        }
        let own = self.taken_on(slot.day).iter();
        if own.clone().any(|t| Some(t.case) == self.case && t.slot.overlaps(slot)) {
            return Err(Refusal::CaseTaken);
        }
        if !self.mediators.iter().any(|m| m.working) {
            return Err(Refusal::NoMediator);
        }
        Ok(())
    }

    /// Whether this mediator can have a meeting then. The refusal for a taken slot names what is in the way
    /// and the nearest free start.
    pub fn may_take(&self, slot: Slot, mediator: i64) -> Result<(), Refusal> {
        self.is_possible(slot)?;
        let Some(mediator) = self.mediator(mediator) else { return Err(Refusal::NoMediator) };
        if !self.can_act(mediator) {
            return Err(Refusal::CannotAct(mediator.name.clone()));
        }
        if mediator.works(slot.day, self.hours) & slot_bits(slot) != slot_bits(slot) {
            return Err(Refusal::NotWorking(mediator.name.clone()));
        }
        match self.in_the_way(slot, |t| t.mediator == mediator.id) {
            Some(taken) => Err(self.taken_by(taken, slot)),
            None => Ok(()),
        }
    }

    /// The mediators who are free then, in the order of rule 8.
    pub fn free(&self, slot: Slot) -> Vec<&Mediator> {
        let wanted = slot_bits(slot);
        let in_length = (SHORTEST..=LONGEST).contains(&slot.length);
        if !in_length
            || i64::from(wanted.count_ones()) != slot.length
            || self.allowed(slot.day) & wanted != wanted
        {
            return Vec::new();
        }
        let mut free: Vec<(usize, &Mediator)> = self
            .mediators
            .iter()
            .filter(|m| self.can_act(m) && self.spare(m, slot.day) & wanted == wanted)
            .map(|m| (self.meetings_that_week(m.id, slot.day), m))
            .collect();
        free.sort_by(|(a, m), (b, n)| (a, &m.name, m.id).cmp(&(b, &n.name, n.id)));
        free.into_iter().map(|(_, m)| m).collect()
    }

    /// The mediator a meeting then would be given: the wanted one, or the first of rule 8.
    pub fn choose(&self, slot: Slot, wanted: Option<i64>) -> Result<&Mediator, Refusal> {
        if let Some(id) = wanted {
            self.may_take(slot, id)?;
            return self.mediator(id).ok_or(Refusal::NoMediator);
        }
        self.is_possible(slot)?;
        self.free(slot).into_iter().next().ok_or_else(|| {
            let would_do =
                |t: &Taken| self.mediator(t.mediator).is_some_and(|m| self.would_be_free(m, slot, t));
            match self.in_the_way(slot, would_do) {
                Some(taken) => self.taken_by(taken, slot),
                None => Refusal::NobodyFree { nearest: self.nearest_words(slot) },
            }
        })
    }

    /// This mediator works then and can act, so only `taken` is in the way.
    fn would_be_free(&self, mediator: &Mediator, slot: Slot, taken: &Taken) -> bool {
        let wanted = slot_bits(slot);
        self.can_act(mediator)
            && (self.spare(mediator, slot.day) | slot_bits(taken.slot)) & wanted == wanted
            && mediator.works(slot.day, self.hours) & wanted == wanted
    }

    /// The newest booking in the way of a slot, among those asked for.
    fn in_the_way(&self, slot: Slot, which: impl Fn(&Taken) -> bool) -> Option<&Taken> {
        let taken = self.taken_on(slot.day).iter();
        taken.filter(|t| t.slot.overlaps(slot) && which(t)).max_by_key(|t| t.at)
    }

    fn taken_by(&self, taken: &Taken, slot: Slot) -> Refusal {
        let nearest = self.nearest_words(slot);
        let (by, reference) = (taken.staff.clone(), taken.reference.clone());
        Refusal::Taken {
            by,
            reference,
            held: taken.state == BookingState::Held,
            at: taken.at,
            just_now: false,
            nearest,
        }
    }

    /// The meetings of a mediator in the week of a day.
    pub fn meetings_that_week(&self, mediator: i64, day: NaiveDate) -> usize {
        let (monday, sunday) = week_of(day);
        let from = self.taken.partition_point(|t| t.slot.day < monday);
        let week = self.taken[from..].iter().take_while(|t| t.slot.day <= sunday);
        week.filter(|t| t.mediator == mediator).count()
    }
}

/// The quarter hours of a slot as bits.
fn slot_bits(slot: Slot) -> u128 {
    bits(slot.start, slot.length)
}

/// Monday and Sunday of the week of a day.
pub fn week_of(day: NaiveDate) -> (NaiveDate, NaiveDate) {
    let since = u64::from(day.weekday().num_days_from_monday());
    let monday = day.checked_sub_days(Days::new(since)).unwrap_or(day);
    (monday, monday.checked_add_days(Days::new(6)).unwrap_or(day))
}
