//! A caseload of any size, the same for the same number, seed and day.
//!
//! Rows are written in big lists, in the order the file's own wall asks for: consent before details, willingness
//! before dates, and nothing is switched off. Most cases are closed, about one in twenty-five is open; meetings
//! are given out slot by slot, so none clash. Each case has its own stream of random numbers: what one case is
//! does not depend on how the lists are cut.

use chrono::{Days, NaiveDate};
use serde::Deserialize;

use super::lists::Lists;
use super::one::{Fate, One};
use crate::domain::working_days::WorkingDays;
use crate::params;
use crate::store::db::Write;
use crate::store::{Result, Store};

const NAMES: &str = include_str!("../../../assets/practice/names.toml");

/// Cases in one write.
const BATCH: u64 = 2_000;
/// Room in memory for the pages of one write and of the indexes it goes into, 128 MB at most: with the ordinary 2 MB
/// they are written and read again several times.
const CACHE: &str = "PRAGMA cache_size = -131072";
/// New cases a working day.
const A_DAY: u64 = 8;
/// The history reaches back at most so many working days: about fifteen years.
const LONGEST: usize = 3_900;
/// Open cases were opened within so many working days.
pub(super) const RECENT: usize = 45;
/// Days ahead in which meetings are placed.
const AHEAD: usize = 90;
/// Meetings that start at these quarter hours, each three hours long.
pub(super) const STARTS: [i64; 2] = [38, 54];

/// The short lists.
#[derive(Deserialize)]
pub(super) struct Names {
    pub(super) first: Vec<String>,
    pub(super) last: Vec<String>,
    pub(super) schools: Vec<String>,
    pub(super) areas: Vec<String>,
    pub(super) mediators: Vec<String>,
    pub(super) staff: Vec<String>,
    pub(super) notes: Vec<String>,
}

impl Names {
    pub(super) fn read() -> std::result::Result<Self, toml::de::Error> {
        toml::from_str(NAMES)
    }
}

/// Splitmix64: small, and the same on every machine.
pub(super) struct Dice(u64);

impl Dice {
    pub(super) fn of(seed: u64, which: u64) -> Self {
        let mut dice =
            Self(seed.wrapping_mul(0x2545_F491_4F6C_DD1D) ^ which.wrapping_mul(0x9E37_79B9_7F4A_7C15));
        dice.throw();
        dice
    }

    fn throw(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    /// A number below `n`.
    pub(super) fn below(&mut self, n: usize) -> usize {
        (self.throw() % n.max(1) as u64) as usize
    }

    /// One of a list; an empty list has nothing to give.
    pub(super) fn one<'a>(&mut self, list: &'a [String]) -> &'a str {
        let at = self.below(list.len());
        list.get(at).map_or("", String::as_str)
    }
}

/// The working days of the whole history, and how many meetings each has.
pub(super) struct Calendar {
    days: Vec<NaiveDate>,
    used: Vec<usize>,
    /// Where today is.
    pub(super) today: usize,
}

impl Calendar {
    fn new(working: &WorkingDays, today: NaiveDate, span: usize) -> Self {
        let mut days = Vec::with_capacity(span + AHEAD);
        let mut day = today;
        while days.len() <= span {
            if working.is_working(day) {
                days.push(day);
            }
            day = day.checked_sub_days(Days::new(1)).unwrap_or(day);
        }
        days.reverse();
        for _ in 0..AHEAD {
            days.push(working.add(days.last().copied().unwrap_or(today), 1));
        }
        Self { used: vec![0; days.len()], days, today: span }
    }

    pub(super) fn day(&self, at: usize) -> NaiveDate {
        self.days.get(at).or(self.days.last()).copied().unwrap_or_default()
    }

    /// The next free meeting from a day on, within ten days: its day, which mediator, which start.
    pub(super) fn meeting(&mut self, from: usize, mediators: usize) -> Option<(usize, usize, i64)> {
        let most = mediators * STARTS.len();
        let last = (from + 10).min(self.days.len());
        let at = (from..last).find(|at| self.used[*at] < most)?;
        let place = self.used[at];
        self.used[at] += 1;
        Some((at, place % mediators, STARTS[place / mediators]))
    }
}

/// What is counted while the caseload grows.
pub(super) struct Count {
    pub(super) id: i64,
    pub(super) enquiries: i64,
    pub(super) cases: i64,
}

impl Count {
    pub(super) fn id(&mut self) -> i64 {
        self.id += 16;
        self.id
    }
}

/// Fills a new practice file with so many cases.
pub(super) fn fill(
    store: &mut Store,
    names: &Names,
    today: NaiveDate,
    now: i64,
    cases: u64,
    seed: u64,
) -> Result<()> {
    let span = ((cases / A_DAY) as usize).clamp(RECENT * 2, LONGEST);
    let mut calendar = Calendar::new(store.office(), today, span);
    let mut count = Count { id: 0, enquiries: 0, cases: 0 };
    let mediators = people(store, names, &mut count)?;
    let open = (cases / 25).max(1);
    let closed = cases - open;
    let before = (span - RECENT) as u64;
    store.read(CACHE, &[])?;
    let mut lists = Lists::default();
    for which in 0..cases {
        let is_open = which >= closed;
        let at = if is_open {
            before + (which - closed) * (RECENT as u64) / open
        } else {
            which * before / closed.max(1)
        };
        let one = One {
            store,
            names,
            mediators: &mediators,
            dice: Dice::of(seed, which + 1),
            at: at as usize,
            is_open,
            now,
        };
        let mut writes = Vec::new();
        let at_once = one.write(&mut calendar, &mut count, &mut writes) == Fate::Withdrawn;
        lists.take(writes, at_once);
        if (which + 1) % BATCH == 0 || which + 1 == cases {
            store.write(&lists.all())?;
        }
    }
    store.rest()
}

/// Six mediators who work every day.
fn people(store: &mut Store, names: &Names, count: &mut Count) -> Result<Vec<(i64, String)>> {
    let mut writes = Vec::new();
    let mut mediators = Vec::new();
    for name in &names.mediators {
        let id = count.id();
        mediators.push((id, name.clone()));
        writes.push(Write::one(
            "INSERT INTO mediators (id, name, phone, areas, accredited, sen_trained, offers)
             VALUES ($1, $2, '07700 900271', 'all', 'yes', 'yes', 'online, in person')",
            params![id, name],
        ));
        writes.push(Write::any(
            "INSERT INTO mediator_days (mediator_id, weekday, opens, closes)
             VALUES ($1, 1, 36, 68), ($1, 2, 36, 68), ($1, 3, 36, 68), ($1, 4, 36, 68), ($1, 5, 36, 68)",
            params![id],
        ));
    }
    store.write(&writes)?;
    Ok(mediators)
}
