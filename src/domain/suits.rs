//! When a meeting suits somebody, as they said it: "not wed, after 10, online".
//!
//! The words stay as they were typed; here they get a reading, shown beside the field in words, and the
//! calendar counts with the reading. Which mediator is asked for by name is absent, and so are school holidays,
//! whose days differ from place to place. The grammar is in `suits/grammar`. Numbers of hours are quarter hours
//! from midnight, as in [`super::slot`].
//!
//! 1. "Not wed", "no fridays" and "can't do mon or tue" close those days of every week.
//! 2. "Mon tue only", "thursdays" and "mon-wed" leave those days alone open; each such piece adds its days.
//! 3. "After 10" and "from 10" are the earliest beginning, "before 2.30" and "by 2.30" the latest end,
//!    "10 to 2" and "between 10 and 2" both.
//! 4. Mornings end by 13:00 and afternoons begin from 12:00; with a day they hold on that day alone.
//! 5. "Not 3 dec" and "away 3 dec to 10 dec" close dates; "from 7 dec", "after 7 dec", "until 12 dec" and
//!    "before 12 dec" bound them. A date without a year is the nearest one, behind or ahead.
//! 6. "Online", "in person" and "telephone" are how; "bsl" and "interpreter (Somali)" are what is to be arranged.
//! 7. A piece that cannot be read whole is kept as typed and closes nothing: it is "also said".
//! 8. Ticks are typed words as well: a grid of mornings and afternoons reads back as the same ticks, and what
//!    was typed beside days and halves stays as it was.

use chrono::{Datelike, NaiveDate, Weekday};

use super::slot::{Slot, clock};
use super::text::Private;
use super::typed_day::short_day;
use super::working_days::WorkingDays;

mod grammar;
mod ticks;
pub use ticks::Ticks;

/// Weekdays as bits: Monday is 1.
pub(super) type Days = u8;
/// Monday to Friday.
pub(super) const WEEK: Days = 0b1_1111;
const NAMES: [&str; 7] = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

/// A part of a day that a meeting has to lie in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Part {
    /// It begins then or later.
    pub from: i64,
    /// It has ended by then.
    pub to: i64,
}

/// Rule 4.
pub(super) const MORNING: Part = Part { from: 0, to: 52 };
/// Rule 4.
pub(super) const AFTERNOON: Part = Part { from: 48, to: 96 };
/// All of a day.
pub(super) const WHOLE: Part = Part { from: 0, to: 96 };

impl Part {
    fn holds(self, slot: Slot) -> bool {
        slot.start >= self.from && slot.end() <= self.to
    }

    /// The part of the day that is left when this one is said no to.
    fn opposite(self) -> Option<Self> {
        match self {
            MORNING => Some(AFTERNOON),
            AFTERNOON => Some(MORNING),
            Self { from: 0, to } => Some(Self { from: to, to: 96 }),
            Self { from, to: 96 } => Some(Self { from: 0, to: from }),
            Self { .. } => None,
        }
    }

    fn words(self) -> String {
        match self {
            MORNING => "mornings".to_owned(),
            AFTERNOON => "afternoons".to_owned(),
            Self { from: 0, to } => format!("before {}", clock(to)),
            Self { from, to: 96 } => format!("after {}", clock(from)),
            Self { from, to } => format!("{} to {}", clock(from), clock(to)),
        }
    }
}

/// One thing that was said about when.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum When {
    /// Rule 1.
    NotDays(Days),
    /// Rule 2: these days, or parts of them, alone.
    Only(Vec<(Days, Part)>),
    /// Rules 3 and 4: this part of every day named.
    Within(Days, Part),
    /// Rule 5: none of these dates.
    NotDates(NaiveDate, NaiveDate),
    /// Rule 5.
    From(NaiveDate),
    /// Rule 5.
    Until(NaiveDate),
}

impl When {
    /// A meeting then is not what was asked for.
    pub fn closes(&self, slot: Slot) -> bool {
        let day: Days = 1 << slot.day.weekday().num_days_from_monday();
        match self {
            Self::NotDays(days) => days & day != 0,
            Self::Only(parts) => !parts.iter().any(|(days, part)| days & day != 0 && part.holds(slot)),
            Self::Within(days, part) => days & day != 0 && !part.holds(slot),
            Self::NotDates(first, last) => (*first..=*last).contains(&slot.day),
            Self::From(first) => slot.day < *first,
            Self::Until(last) => slot.day > *last,
        }
    }

    /// No meeting can be on the day, whatever its hour.
    pub fn closes_day(&self, day: NaiveDate) -> bool {
        match self {
            Self::Within(..) => false,
            Self::Only(parts) => {
                let bit: Days = 1 << day.weekday().num_days_from_monday();
                !parts.iter().any(|(days, _)| days & bit != 0)
            }
            _ => self.closes(Slot { day, start: 0, length: 1 }),
        }
    }

    /// As it is shown: `not Wed`, `after 10:00`, `only Mon, Tue`.
    pub fn words(&self) -> String {
        match self {
            Self::NotDays(days) => format!("not {}", day_words(*days)),
            Self::Only(parts) => {
                let each = parts.iter().map(|(days, part)| match *part {
                    WHOLE => day_words(*days),
                    part => format!("{} {}", day_words(*days), part.words()),
                });
                format!("only {}", each.collect::<Vec<_>>().join(", "))
            }
            Self::Within(days, part) if days & WEEK == WEEK => part.words(),
            Self::Within(days, part) => format!("on {} {}", day_words(*days), part.words()),
            Self::NotDates(first, last) if first == last => format!("not {}", short_day(*first)),
            Self::NotDates(first, last) => format!("not {} to {}", short_day(*first), short_day(*last)),
            Self::From(first) => format!("from {}", short_day(*first)),
            Self::Until(last) => format!("until {}", short_day(*last)),
        }
    }

    /// What it leaves out, as it is shown: `Wed`, `before 10:00`.
    pub fn left_out(&self) -> String {
        match self {
            Self::NotDays(days) => day_words(*days),
            Self::Only(parts) if parts.iter().all(|(_, part)| *part == WHOLE) => {
                day_words(WEEK & !parts.iter().fold(0, |all, (days, _)| all | days))
            }
            Self::Within(days, part) if days & WEEK == WEEK => match *part {
                MORNING => "afternoons".to_owned(),
                AFTERNOON => "mornings".to_owned(),
                part => part.opposite().map_or_else(|| format!("outside {}", part.words()), Part::words),
            },
            Self::NotDates(first, last) if first == last => short_day(*first),
            Self::NotDates(first, last) => format!("{} to {}", short_day(*first), short_day(*last)),
            Self::From(first) => format!("before {}", short_day(*first)),
            Self::Until(last) => format!("after {}", short_day(*last)),
            other => format!("all but {}", other.words().trim_start_matches("only ")),
        }
    }
}

/// `Mon, Tue`.
fn day_words(days: Days) -> String {
    let named = NAMES.iter().enumerate().filter(|(at, _)| days & (1 << at) != 0);
    named.map(|(_, name)| *name).collect::<Vec<_>>().join(", ")
}

/// The bit of a weekday.
pub(super) fn bit(day: Weekday) -> Days {
    1 << day.num_days_from_monday()
}

/// How somebody wants to meet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum How {
    /// By video.
    Online,
    /// In one room.
    InPerson,
    /// By telephone.
    Telephone,
}

impl How {
    /// The word on the screen, as a booking has it.
    pub fn word(self) -> &'static str {
        match self {
            Self::Online => "online",
            Self::InPerson => "in person",
            Self::Telephone => "telephone",
        }
    }
}

/// What somebody's words mean.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Suits {
    /// When, each thing that was said.
    pub when: Vec<When>,
    /// How.
    pub how: Option<How>,
    /// British Sign Language is asked for.
    pub bsl: bool,
    /// An interpreter, with the language where it was said.
    pub interpreter: Option<Private>,
    /// What could not be read, as typed.
    pub also: Vec<Private>,
}

impl Suits {
    /// Reads words as they were typed.
    pub fn read(typed: &str, today: NaiveDate, office: &WorkingDays) -> Self {
        grammar::read(typed, today, office)
    }

    /// The first thing said that closes a whole day.
    pub fn against_day(&self, day: NaiveDate) -> Option<&When> {
        self.when.iter().find(|when| when.closes_day(day))
    }

    /// As it is shown beside the field: `not Wed; after 10:00; online; also said: school run`.
    pub fn words(&self) -> String {
        let mut said: Vec<String> = self.when.iter().map(When::words).collect();
        said.extend(self.how.map(|how| how.word().to_owned()));
        if self.bsl {
            said.push("BSL".to_owned());
        }
        if let Some(language) = &self.interpreter {
            said.push(if language.is_empty() {
                "interpreter".to_owned()
            } else {
                format!("interpreter ({})", &**language)
            });
        }
        if !self.also.is_empty() {
            let also: Vec<&str> = self.also.iter().map(|piece| &**piece).collect();
            said.push(format!("also said: {}", also.join(", ")));
        }
        said.join("; ")
    }
}
