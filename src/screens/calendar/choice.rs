//! Where the choice goes: an hour, half an hour, a day, a week, a month. Days go over weekends, hours stay in
//! the office's hours.
//!
//! A closed day can be chosen, because its reason is then shown; whether a meeting can be there is not asked
//! here. Nothing in here looks at what is free.

use chrono::{Datelike, Days, Months, NaiveDate, Weekday};

use crate::domain::slot::{Hours, Slot};
use crate::domain::working_days::is_weekend;

/// The quarter hours of an hour.
const HOUR: i64 = 4;

/// The day, or the Monday after it at a weekend.
pub(super) fn weekday(day: NaiveDate) -> NaiveDate {
    day.iter_days().find(|day| !is_weekend(*day)).unwrap_or(day)
}

/// The next weekday, or the one before.
pub(super) fn by_day(slot: Slot, later: bool) -> Slot {
    let mut day = slot.day;
    loop {
        let Some(next) = (if later { day.succ_opt() } else { day.pred_opt() }) else { return slot };
        day = next;
        if !is_weekend(day) {
            return Slot { day, ..slot };
        }
    }
}

/// The same weekday some weeks away.
pub(super) fn by_week(slot: Slot, later: bool) -> Slot {
    let day =
        if later { slot.day.checked_add_days(Days::new(7)) } else { slot.day.checked_sub_days(Days::new(7)) };
    Slot { day: day.unwrap_or(slot.day), ..slot }
}

/// The same day of the next month, or the one before, or the weekday after it.
pub(super) fn by_month(slot: Slot, later: bool) -> Slot {
    let day = if later {
        slot.day.checked_add_months(Months::new(1))
    } else {
        slot.day.checked_sub_months(Months::new(1))
    };
    let Some(day) = day else { return slot };
    let over = weekday(day);
    let inside = if over.month() == day.month() { over } else { by_day(Slot { day, ..slot }, false).day };
    Slot { day: inside, ..slot }
}

/// An hour later or sooner, inside the office's hours.
pub(super) fn by_hour(slot: Slot, later: bool, hours: Hours) -> Slot {
    let start = if later { slot.start + HOUR } else { slot.start - HOUR };
    let last = (hours.closes - HOUR).max(hours.opens);
    Slot { start: start.clamp(hours.opens, last), ..slot }
}

/// Half an hour on, and back again.
pub(super) fn half(slot: Slot, hours: Hours) -> Slot {
    let off = (slot.start - hours.opens).rem_euclid(HOUR);
    Slot { start: if off == 0 { slot.start + HOUR / 2 } else { slot.start - off }, ..slot }
}

/// The weeks that a month's weekdays lie in, each as its Monday.
pub(super) fn weeks_of_month(any_day: NaiveDate) -> Vec<NaiveDate> {
    let first = any_day.with_day(1).unwrap_or(any_day);
    let mut monday = weekday(first).week(Weekday::Mon).first_day();
    let mut weeks = Vec::new();
    while monday <= first || (monday.year(), monday.month()) == (first.year(), first.month()) {
        weeks.push(monday);
        match monday.checked_add_days(Days::new(7)) {
            Some(next) => monday = next,
            None => break,
        }
    }
    weeks
}

/// Monday to Friday of a week.
pub(super) fn weekdays(day: NaiveDate) -> Vec<NaiveDate> {
    day.week(Weekday::Mon).first_day().iter_days().take(5).collect()
}
