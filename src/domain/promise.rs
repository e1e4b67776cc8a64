//! What a person promised on the telephone: "I'll ring you Thursday before noon".
//!
//! What was typed is kept as typed beside the reading. Whom the promise was made to, and what becomes of it on
//! Today, is absent: the queue knows that.
//!
//! 1. A promise has a day, and perhaps a time of it: before, after or at a time; either may come first.
//! 2. "am" and "morning" mean before noon; "pm" and "afternoon" after noon; "after lunch" after half past one.
//! 3. A time without a day is a time of today; a bare number is an hour and not a day of the month.
//! 4. What cannot be read is kept as words behind the day that was read, first or last of them. Words without a day
//!    promise nothing yet: whoever types them is asked for one.
//! 5. "Before" and "at" are late once their time has passed; "after", and a day alone, when the day is over.
//! 6. A day that has passed is today: a promise is made ahead.
//! 7. The stored form of the time reads back as the same time.
//! 8. The words that only say that somebody rings are passed over: "I'll ring you Thursday before noon".
//! 9. "In an hour", "in 20 minutes" and the like count from now; "4ish" is four.
//! 10. A stretch ("next week") is about its first day that the office is open.

use chrono::{NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, Timelike};

use super::typed_day::{DayReading, Direction, read_day, short_day};
use super::typed_time::{clock_time, read_time};
use super::working_days::WorkingDays;

/// The part of the day that was promised.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Part {
    /// Any time of the day.
    #[default]
    Any,
    /// Before this time.
    Before(NaiveTime),
    /// At this time.
    At(NaiveTime),
    /// After this time.
    After(NaiveTime),
}

impl Part {
    /// The text in the file, and on the screen: `before 12:00`; empty for any time.
    pub fn code(self) -> String {
        match self {
            Self::Any => String::new(),
            Self::Before(time) => format!("before {}", clock_time(time)),
            Self::At(time) => format!("at {}", clock_time(time)),
            Self::After(time) => format!("after {}", clock_time(time)),
        }
    }

    /// Reads the text in the file; anything else is any time.
    pub fn from_code(code: &str) -> Self {
        let read = |text: &str| NaiveTime::parse_from_str(text, "%H:%M").ok();
        match code.split_once(' ').and_then(|(word, time)| Some((word, read(time)?))) {
            Some(("before", time)) => Self::Before(time),
            Some(("at", time)) => Self::At(time),
            Some(("after", time)) => Self::After(time),
            _ => Self::Any,
        }
    }

    /// The time a list sorts it by.
    pub fn time(self) -> Option<NaiveTime> {
        match self {
            Self::Any => None,
            Self::Before(time) | Self::At(time) | Self::After(time) => Some(time),
        }
    }

    /// Rule 5: when it is late on its own day; none where it is late only when the day is over.
    pub fn late_from(self) -> Option<NaiveTime> {
        match self {
            Self::Before(time) | Self::At(time) => Some(time),
            Self::Any | Self::After(_) => None,
        }
    }
}

/// A promise as it was read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Promised {
    /// The day.
    pub day: NaiveDate,
    /// The part of it.
    pub part: Part,
    /// Something of it could not be read, and stands in the words only.
    pub in_words: bool,
    /// The day is the first of some that were meant.
    pub about: bool,
}

impl Promised {
    /// The reading as shown beside the field: `Thu 26 Nov before 12:00`.
    pub fn words(self) -> String {
        let day = short_day(self.day);
        let day = if self.about { format!("about {day}") } else { day };
        match (self.part, self.in_words) {
            (_, true) => format!("~ {day}, the rest kept as typed"),
            (Part::Any, _) => day,
            (part, _) => format!("{day} {}", part.code()),
        }
    }
}

impl Promised {
    /// As it is said to somebody on `today`: `on Thursday before noon`.
    pub fn spoken(self, today: NaiveDate) -> String {
        let day = match (self.day - today).num_days() {
            0 => "today".to_owned(),
            _ if self.about => format!("around {}", self.day.format("%A %-d %B")),
            1..=6 => format!("on {}", self.day.format("%A")),
            _ => format!("on {}", self.day.format("%A %-d %B")),
        };
        let time = |time: NaiveTime| match time.format("%H:%M").to_string().as_str() {
            "12:00" => "noon".to_owned(),
            _ => time.format("%-I:%M %P").to_string().replace(":00", ""),
        };
        match self.part {
            Part::Any => day,
            Part::Before(at) => format!("{day} before {}", time(at)),
            Part::At(at) => format!("{day} at {}", time(at)),
            Part::After(at) => format!("{day} after {}", time(at)),
        }
    }
}

/// Rule 8.
const RINGING: [&str; 18] = [
    "i",
    "we",
    "i'll",
    "we'll",
    "i\u{2019}ll",
    "we\u{2019}ll",
    "will",
    "ring",
    "call",
    "phone",
    "back",
    "you",
    "her",
    "him",
    "them",
    "again",
    "promised",
    "to",
];

/// Reads a promise as typed at this minute; nothing typed is today, at any time. None is rule 4: words, and no day.
pub fn read_promise(typed: &str, now: NaiveDateTime, office: &WorkingDays) -> Option<Promised> {
    let folded = typed.trim().to_lowercase();
    let words: Vec<&str> = folded.split_whitespace().skip_while(|word| RINGING.contains(word)).collect();
    let today = now.date();
    let day_of = |words: &[&str]| day(&words.join(" "), today, office);
    let part_of = |words: &[&str]| part(&words.join(" "));
    let promised = |(day, about): (NaiveDate, bool), part: Part| {
        Some(Promised { day: day.max(today), part, in_words: false, about })
    };
    if let Some(then) = soon(&words.join(" "), now) {
        let minute = NaiveTime::from_hms_opt(then.hour(), then.minute(), 0)?;
        return promised((then.date(), false), Part::At(minute));
    }
    if let Some(part) = part_of(&words) {
        return promised((today, false), part);
    }
    let count = words.len();
    for length in (1..=count).rev() {
        let (first, rest) = words.split_at(length);
        if let (Some(day), Some(part)) = (day_of(first), part_of(rest)) {
            return promised(day, part);
        }
        let (rest, last) = words.split_at(count - length);
        if let (Some(day), Some(part)) = (day_of(last), part_of(rest)) {
            return promised(day, part);
        }
    }
    let of = |length: usize| day_of(&words[..length]).or_else(|| day_of(&words[count - length..]));
    let read = promised((1..=count).rev().find_map(of)?, Part::Any)?;
    Some(Promised { in_words: true, ..read })
}

/// Rule 9: so long from now.
fn soon(text: &str, now: NaiveDateTime) -> Option<NaiveDateTime> {
    let text = text.strip_prefix("in ")?.trim_start_matches("about ");
    let minutes = match text {
        "an hour" => 60,
        "half an hour" | "half hour" => 30,
        "an hour and a half" => 90,
        _ => {
            let (count, unit) = text.split_once(' ')?;
            let count = match count {
                "one" => 1,
                "two" => 2,
                "three" => 3,
                _ => count.parse::<i64>().ok().filter(|count| (1..=600).contains(count))?,
            };
            match unit {
                "hour" | "hours" | "hr" | "hrs" | "h" => count * 60,
                "minute" | "minutes" | "min" | "mins" => count,
                _ => return None,
            }
        }
    };
    now.checked_add_signed(TimeDelta::minutes(minutes))
}

/// Rules 3 and 10: a bare number is no day where it is an hour. With the day, whether it is one of several.
fn day(text: &str, today: NaiveDate, office: &WorkingDays) -> Option<(NaiveDate, bool)> {
    let text = text.trim_start_matches("on ").trim_end_matches(',');
    // Of two words the second is the hour: "thu 4".
    let last = text.rsplit(' ').next().unwrap_or_default();
    let is_hour = last.len() <= 2 && last.bytes().all(|b| b.is_ascii_digit()) && read_time(last).is_some();
    if text.split(' ').count() <= 2 && is_hour {
        return None;
    }
    match read_day(text, today, Direction::Forward, office) {
        DayReading::Day(day) => Some((day, false)),
        // One word names a month, and "may" is more often none.
        DayReading::About { earliest, .. } if text.contains(' ') => {
            Some((office.next_working(earliest.max(today)), true))
        }
        _ => None,
    }
}

/// A part of the day; empty is any time.
pub fn part(text: &str) -> Option<Part> {
    let text = text.trim().trim_start_matches(',').trim_start_matches("in the ").trim_start_matches("this ");
    let text = text.strip_suffix("ish").unwrap_or(text).trim_end_matches('-').trim();
    let noon = NaiveTime::from_hms_opt(12, 0, 0)?;
    let after_lunch = NaiveTime::from_hms_opt(13, 30, 0)?;
    match text {
        "" | "any time" | "anytime" => return Some(Part::Any),
        "am" | "morning" | "before lunch" => return Some(Part::Before(noon)),
        "pm" | "afternoon" => return Some(Part::After(noon)),
        "after lunch" => return Some(Part::After(after_lunch)),
        _ => {}
    }
    let (word, time) = text.split_once(' ').unwrap_or((text, ""));
    match word {
        "before" | "by" | "until" | "till" => read_time(time).map(Part::Before),
        "after" | "from" | "past" => read_time(time).map(Part::After),
        "at" | "about" | "around" => read_time(time).map(Part::At),
        _ => read_time(text).map(Part::At),
    }
}
