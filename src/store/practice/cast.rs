//! The made-up families, as their list is written: who rang when, and what happened next.
//!
//! Days are counted in working days from today, so that the practice file is always about this week. The list
//! is data inside the program; whom it leaves out, and what it does with a day, is read here. All people are
//! invented.

use chrono::{Datelike, NaiveDate, NaiveTime};
use serde::Deserialize;

use crate::domain::working_days::WorkingDays;

/// The list inside the program.
const FAMILIES: &str = include_str!("../../../assets/practice/families.toml");

#[derive(Deserialize)]
pub(super) struct Cast {
    pub(super) mediators: Vec<Mediator>,
    pub(super) families: Vec<Family>,
    pub(super) enquiries: Vec<Enquiry>,
    pub(super) counts: Vec<Count>,
    pub(super) unfinished: Vec<Family>,
}

#[derive(Deserialize)]
pub(super) struct Mediator {
    pub(super) name: String,
    pub(super) phone: String,
    pub(super) areas: String,
    pub(super) offers: String,
    /// Weekdays, 1 is Monday.
    pub(super) days: Vec<i64>,
    #[serde(default)]
    pub(super) away: Vec<Away>,
    #[serde(default = "yes")]
    pub(super) sen_trained: bool,
    #[serde(default)]
    pub(super) per_week: i64,
}

fn yes() -> bool {
    true
}

#[derive(Deserialize)]
pub(super) struct Away {
    pub(super) from: i32,
    pub(super) to: i32,
    pub(super) words: String,
}

/// When something happened: working days from today, and the time; and who sat at the desk.
#[derive(Deserialize, Clone)]
pub(super) struct When {
    pub(super) day: i32,
    pub(super) time: String,
}

#[derive(Deserialize)]
pub(super) struct Family {
    #[serde(default)]
    pub(super) number: i64,
    #[serde(flatten)]
    pub(super) when: When,
    pub(super) staff: String,
    pub(super) caller: String,
    pub(super) name: String,
    #[serde(default)]
    pub(super) work: String,
    pub(super) phone: String,
    #[serde(default)]
    pub(super) best_time: String,
    #[serde(default)]
    pub(super) relation: String,
    #[serde(default)]
    pub(super) needs: String,
    pub(super) consent: Option<Told>,
    #[serde(default)]
    pub(super) parent: String,
    #[serde(default)]
    pub(super) parent_phone: String,
    pub(super) child: String,
    /// Age today, month and day.
    pub(super) born: (i32, u32, u32),
    #[serde(default)]
    pub(super) school: String,
    #[serde(default)]
    pub(super) area: String,
    #[serde(default)]
    pub(super) about: String,
    /// Working days from today.
    pub(super) letter: Option<i32>,
    /// So many months before three days from now: the clock is about to end.
    pub(super) letter_months: Option<u32>,
    /// "start of" the month before last: a vague day.
    #[serde(default)]
    pub(super) letter_early: bool,
    pub(super) wants: Option<String>,
    #[serde(default)]
    pub(super) notes: Vec<String>,
    pub(super) other: Option<Side>,
    pub(super) school_party: Option<Side>,
    #[serde(default)]
    pub(super) acts: Vec<Act>,
    #[serde(default)]
    pub(super) ring_back: String,
}

#[derive(Deserialize)]
pub(super) struct Told {
    pub(super) giver: String,
    pub(super) day: i32,
    pub(super) how: String,
    #[serde(default)]
    pub(super) limits: String,
}

#[derive(Deserialize)]
pub(super) struct Side {
    pub(super) kind: String,
    pub(super) name: String,
    pub(super) person: String,
    pub(super) phone: String,
}

#[derive(Deserialize)]
pub(super) struct Act {
    #[serde(flatten)]
    pub(super) when: When,
    #[serde(flatten)]
    pub(super) did: Did,
}

#[derive(Deserialize)]
#[serde(tag = "did", rename_all = "lowercase")]
pub(super) enum Did {
    Answer {
        party: usize,
        answer: String,
        #[serde(default)]
        person: String,
        #[serde(default)]
        words: String,
        how: String,
    },
    Hold(Meeting),
    Book(Meeting),
    Met {
        words: String,
    },
    Done {
        step: String,
    },
    Check {
        giver: String,
    },
    Withdraw {
        giver: String,
        words: String,
    },
    /// The family's number is not safe to ring; a text message is read.
    Unsafe {
        by: String,
    },
    Close,
}

#[derive(Deserialize)]
pub(super) struct Meeting {
    pub(super) on: i32,
    pub(super) start: String,
    pub(super) mediator: usize,
    pub(super) format: String,
    /// The other side knew the date when it was booked.
    #[serde(default = "yes")]
    pub(super) told: bool,
}

#[derive(Deserialize)]
pub(super) struct Enquiry {
    pub(super) number: i64,
    #[serde(flatten)]
    pub(super) when: When,
    pub(super) staff: String,
    pub(super) caller: String,
    pub(super) name: String,
    pub(super) work: String,
    pub(super) phone: String,
    pub(super) about: String,
    pub(super) area: String,
    pub(super) answer: String,
    pub(super) rings_back: bool,
    pub(super) next: i32,
}

#[derive(Deserialize)]
pub(super) struct Count {
    #[serde(flatten)]
    pub(super) when: When,
    pub(super) staff: String,
    pub(super) caller: String,
    pub(super) reason: String,
}

impl Cast {
    pub(super) fn read() -> Result<Self, toml::de::Error> {
        toml::from_str(FAMILIES)
    }
}

/// The day so many working days from today. On a closed day the office's "today" is its last open day for what
/// has happened, and its next one for what is to come.
pub(super) fn day(days: &WorkingDays, today: NaiveDate, n: i32) -> NaiveDate {
    if n > 0 || days.is_working(today) {
        return days.add(today, n);
    }
    days.add(today, n - 1)
}

/// The day of a meeting so many working days from today; today's is the next open day.
pub(super) fn meeting_day(days: &WorkingDays, today: NaiveDate, n: i32) -> NaiveDate {
    if n == 0 { days.next_working(today) } else { day(days, today, n) }
}

pub(super) fn time(text: &str) -> NaiveTime {
    NaiveTime::parse_from_str(text, "%H:%M").unwrap_or_default()
}

/// The birth date of somebody of this age today.
pub(super) fn born(today: NaiveDate, (age, month, date): (i32, u32, u32)) -> NaiveDate {
    let later = (month, date) > (today.month(), today.day());
    NaiveDate::from_ymd_opt(today.year() - age - i32::from(later), month, date).unwrap_or(today)
}
