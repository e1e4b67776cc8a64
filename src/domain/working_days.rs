//! Which days the office and the law count, and how many of them lie between two days.
//!
//! The bank holidays of England are data (`assets/england/bank-holidays.csv`); nothing is looked up in a
//! network, and no day is guessed after the list ends except that weekends stay weekends. School terms are
//! absent, because the service is open in term time and holidays alike. Legal periods count bank holidays
//! only, so the clocks of `deadline` are given [`WorkingDays::for_law`], a list without the office's own closed
//! days; chases, holds and the calendar are given the list with them.
//!
//! 1. A working day is a Monday to Friday that is not a bank holiday, Good Friday or Christmas Day.
//! 2. A day the office closes itself is not a working day either; the list for the law leaves such days out.
//! 3. A number of working days after a day never counts that day; a negative number goes back in the same way.
//! 4. Working days between two days leave out the first and count the last; backwards the number is negative.
//! 5. Clear working days between two days count neither end.
//! 6. The next working day on or after a day is that day when it is one.
//! 7. A closed weekday says its name; a bank holiday's name comes before the office's own.
//! 8. After the last known day only weekends are closed, and the list says how far it goes.
//!
//! Sources: Banking and Financial Dealings Act 1971, section 1 and Schedule 1; the meaning of "working day" is
//! the usual statutory one (as in section 10(6) of the Freedom of Information Act 2000), because neither Part 3
//! of the Children and Families Act 2014 nor the regulations of 2014 define it.

use chrono::{Datelike, NaiveDate, Weekday};
use std::collections::BTreeMap;
use std::ops::Bound::{Excluded, Included, Unbounded};
use std::sync::{Arc, LazyLock};

const ENGLAND: &str = include_str!("../../assets/england/bank-holidays.csv");

/// The calendar of working days: weekends, the bank holidays of England, and the office's own closed days.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WorkingDays {
    /// Shared: pages and answers carry the calendar with them.
    bank: Arc<BTreeMap<NaiveDate, String>>,
    office: Arc<BTreeMap<NaiveDate, String>>,
    known_until: NaiveDate,
}

impl WorkingDays {
    /// The bank holidays of England from 2010 on, without any closed day of an office.
    ///
    /// Never fails: a line that cannot be read is left out, and a test proves that all can.
    pub fn england() -> Self {
        static READ: LazyLock<WorkingDays> = LazyLock::new(WorkingDays::read);
        READ.clone()
    }

    fn read() -> Self {
        let until = ENGLAND.lines().find_map(|line| line.strip_prefix("# Known until: "));
        let day_and_name = |line: &str| {
            let (day, name) = line.split_once(',')?;
            Some((day.parse().ok()?, name.to_owned()))
        };
        Self {
            bank: Arc::new(ENGLAND.lines().filter_map(day_and_name).collect()),
            office: Arc::default(),
            known_until: until.and_then(|day| day.parse().ok()).unwrap_or(NaiveDate::MIN),
        }
    }

    /// The same calendar with days on which this office is closed, each with the words to show for it.
    ///
    /// These days shift chases, holds and the calendar. They do not shift a legal period.
    #[must_use]
    pub fn with_closed_days(mut self, days: impl IntoIterator<Item = (NaiveDate, String)>) -> Self {
        Arc::make_mut(&mut self.office).extend(days);
        self
    }

    /// The same calendar with bank holidays proclaimed after the list was made; these do shift legal periods
    /// (Banking and Financial Dealings Act 1971, section 1(3)).
    #[must_use]
    pub fn with_bank_holidays(mut self, days: impl IntoIterator<Item = (NaiveDate, String)>) -> Self {
        Arc::make_mut(&mut self.bank).extend(days);
        self
    }

    /// The calendar for legal periods: this one without the office's own closed days.
    #[must_use]
    pub fn for_law(&self) -> Self {
        Self { bank: Arc::clone(&self.bank), office: Arc::default(), known_until: self.known_until }
    }

    /// Whether the day is counted as a working day.
    pub fn is_working(&self, day: NaiveDate) -> bool {
        !is_weekend(day) && self.closed(day).is_none()
    }

    /// The name of the bank holiday, or the office's words for its closed day; `None` on any other day,
    /// weekends included.
    pub fn closed(&self, day: NaiveDate) -> Option<&str> {
        self.bank.get(&day).or_else(|| self.office.get(&day)).map(String::as_str)
    }

    /// Whether the day is a weekday closed by law or proclamation. A bank holiday that falls on a Saturday or
    /// Sunday is not listed: its substitute is.
    pub fn is_bank_holiday(&self, day: NaiveDate) -> bool {
        self.bank.contains_key(&day)
    }

    /// The day `n` working days after `day` (before it, when `n` is negative). `day` itself is not counted;
    /// `0` gives `day` back. At the ends of the calendar the last possible day is given.
    #[must_use]
    pub fn add(&self, day: NaiveDate, n: i32) -> NaiveDate {
        let mut at = day;
        let mut left = n.unsigned_abs();
        while left > 0 {
            let Some(next) = (if n > 0 { at.succ_opt() } else { at.pred_opt() }) else { return at };
            at = next;
            if self.is_working(at) {
                left -= 1;
            }
        }
        at
    }

    /// Working days after `from` up to and including `to`. When `to` is earlier, the working days from `to` up
    /// to the day before `from`, as a negative number, so that it always undoes [`add`](Self::add).
    pub fn between(&self, from: NaiveDate, to: NaiveDate) -> i64 {
        if from <= to { self.counted(from, to) } else { -self.counted_before(to, from) }
    }

    /// Working days strictly between two days, neither end counted; 0 when `to` is not after `from`.
    pub fn clear_between(&self, from: NaiveDate, to: NaiveDate) -> i64 {
        if from < to { self.counted(from, to) - i64::from(self.is_working(to)) } else { 0 }
    }

    /// The first working day on or after `day`.
    #[must_use]
    pub fn next_working(&self, day: NaiveDate) -> NaiveDate {
        if self.is_working(day) { day } else { self.add(day, 1) }
    }

    /// The first named closure after `day`, a bank holiday or the office's own, with its name.
    pub fn next_closure_after(&self, day: NaiveDate) -> Option<(NaiveDate, &str)> {
        let after = (Excluded(day), Unbounded);
        let bank = self.bank.range(after).next();
        let office = self.office.range(after).next();
        // On the same day the bank holiday is the smaller pair, as in `closed`.
        [bank, office].into_iter().flatten().min_by_key(|(day, _)| **day).map(|(d, name)| (*d, name.as_str()))
    }

    /// All bank holidays known, in order, with their names.
    pub fn bank_holidays(&self) -> impl Iterator<Item = (NaiveDate, &str)> {
        self.bank.iter().map(|(day, name)| (*day, name.as_str()))
    }

    /// The last day for which the bank holidays are listed. After it only weekends are known to be closed.
    pub fn known_until(&self) -> NaiveDate {
        self.known_until
    }

    /// Working days in the days after `from` up to and including `to`; needs `from <= to`.
    fn counted(&self, from: NaiveDate, to: NaiveDate) -> i64 {
        let range = (Excluded(from), Included(to));
        if from == to {
            return 0;
        }
        let bank = self.bank.range(range).filter(|(day, _)| !is_weekend(**day)).count();
        let office = self
            .office
            .range(range)
            .filter(|(day, _)| !is_weekend(**day) && !self.bank.contains_key(day))
            .count();
        weekdays_until(to) - weekdays_until(from) - (bank + office) as i64
    }

    /// Working days from `from` up to the day before `to`; needs `from <= to`.
    fn counted_before(&self, from: NaiveDate, to: NaiveDate) -> i64 {
        self.counted(from, to) + i64::from(self.is_working(from)) - i64::from(self.is_working(to))
    }
}

/// Whether the day is a Saturday or a Sunday.
pub fn is_weekend(day: NaiveDate) -> bool {
    matches!(day.weekday(), Weekday::Sat | Weekday::Sun)
}

/// Mondays to Fridays from Monday 1 January of the year 1 up to and including the day.
fn weekdays_until(day: NaiveDate) -> i64 {
    let days = i64::from(day.num_days_from_ce());
    days.div_euclid(7) * 5 + days.rem_euclid(7).min(5)
}
