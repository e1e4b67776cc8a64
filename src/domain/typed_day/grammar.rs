//! The grammar of typed days.
//!
//! The text arrives cut into numbers and words (`pieces`); only a sign in front is looked for before that. Each form
//! is one small function that answers `None` when the text is not its own, and the first that answers wins. Nothing
//! here knows how a day is shown.

use super::pieces::Piece::{self, Number, Word};
use super::pieces::{HEDGES, Unit, cut, exact, month, vague, weekday};
use super::words::month_ends;
use super::{DayReading, Direction};
use crate::domain::working_days::WorkingDays;
use chrono::{Datelike, Days, Months, NaiveDate, Weekday};

/// How far a day can be from the one behind "about".
const A_FEW: Days = Days::new(3);

/// One reading of one field.
pub(super) struct Reader<'a> {
    pub(super) today: NaiveDate,
    pub(super) direction: Direction,
    pub(super) born: bool,
    pub(super) working_days: Option<&'a WorkingDays>,
}

impl Reader<'_> {
    pub(super) fn read(&self, typed: &str) -> DayReading {
        let folded = typed.trim().trim_start_matches('~').trim().to_lowercase();
        let reading = match folded.chars().next() {
            Some('+' | '-' | '\u{2212}') => self.offset(&folded),
            _ => cut(&folded).and_then(|pieces| self.pieces(&pieces)),
        };
        let is_hedged = typed.trim().starts_with('~')
            || folded.split(|c: char| !c.is_alphabetic()).any(|word| HEDGES.contains(&word));
        let reading = if is_hedged { reading.map(|reading| self.around(reading)) } else { reading };
        reading.filter(in_range).unwrap_or_default()
    }

    /// `about 3 nov`, of a day that has been: a few days before and behind it, but none that is not over yet.
    fn around(&self, reading: DayReading) -> DayReading {
        let DayReading::Day(day) = reading else { return reading };
        if self.born || self.direction == Direction::Forward || day >= self.today {
            return DayReading::Day(day);
        }
        let ends = day.checked_sub_days(A_FEW).zip(day.checked_add_days(A_FEW)).zip(self.days(-1));
        ends.map_or(DayReading::Day(day), |((first, last), over)| DayReading::about(first, last.min(over)))
    }

    fn pieces(&self, pieces: &[Piece]) -> Option<DayReading> {
        if self.born {
            self.age_or_year(pieces).or_else(|| self.relative(pieces)).or_else(|| self.dated(pieces))
        } else {
            self.relative(pieces).or_else(|| self.stretch(pieces)).or_else(|| self.dated(pieces))
        }
    }

    /// `+3`, `-2w`, `+2d`, `-1m`.
    fn offset(&self, folded: &str) -> Option<DayReading> {
        let working_days = self.working_days?;
        let sign = if folded.starts_with('+') { 1 } else { -1 };
        let rest = folded.chars().skip(1).collect::<String>();
        let (count, unit) = match cut(&rest)?.as_slice() {
            [Number(count, 1..=4)] => (*count as i32 * sign, "wd".to_owned()),
            [Number(count, 1..=4), Word(unit)] => (*count as i32 * sign, unit.clone()),
            _ => return None,
        };
        let day = match unit.as_str() {
            "wd" => Some(working_days.add(self.today, count)),
            "y" | "year" | "years" => self.months(count * 12),
            unit => match Unit::of(unit)? {
                Unit::Day => self.days(count),
                Unit::Week => self.days(count * 7),
                Unit::Month => self.months(count),
            },
        };
        day.map(DayReading::Day)
    }

    /// `10`, `aged 10`, `10 years old`, `y6`, `year 6`, `reception`, and in Born a whole year: `2016`.
    fn age_or_year(&self, pieces: &[Piece]) -> Option<DayReading> {
        let word = |piece: &Piece, known: &[&str]| matches!(piece, Word(w) if known.contains(&w.as_str()));
        match pieces {
            [Number(age, 1..=2)] => Some(DayReading::Age(*age as u8)),
            [before, Number(age, 1..=2)] if word(before, &["age", "aged"]) => {
                Some(DayReading::Age(*age as u8))
            }
            [Number(age, 1..=2), after @ ..]
                if word(after.first()?, &["y", "yo", "yr", "yrs", "year", "years"])
                    && after.iter().skip(1).all(|p| word(p, &["old", "o"])) =>
            {
                Some(DayReading::Age(*age as u8))
            }
            [before, Number(group @ 1..=13, _)] if word(before, &["y", "yr", "year"]) => {
                Some(DayReading::YearGroup(*group as u8))
            }
            [one] if word(one, &["reception", "yr"]) => Some(DayReading::YearGroup(0)),
            [one, Word(r)] if word(one, &["y", "yr", "year"]) && (r == "r" || r == "reception") => {
                Some(DayReading::YearGroup(0))
            }
            [Number(year, 4)] if *year as i32 <= self.today.year() => {
                let (first, _) = month_ends(*year as i32, 1)?;
                let (_, last) = month_ends(*year as i32, 12)?;
                Some(DayReading::about(first, last))
            }
            _ => None,
        }
    }

    /// Words that are counted from today to one day: `t`, `yesterday`, `fri`, `next fri`, `3 days ago`.
    fn relative(&self, pieces: &[Piece]) -> Option<DayReading> {
        let day = match pieces {
            [Word(word)] => match word.as_str() {
                "t" | "today" | "now" => Some(self.today),
                "y" | "yest" | "yesterday" => self.days(-1),
                "tom" | "tmr" | "tmrw" | "tomoz" => self.days(1),
                word if is_tomorrow(word) => self.days(1),
                _ if self.born => None,
                _ => self.weekday(weekday(word)?, self.direction),
            },
            [Word(_), Word(_)] if self.born => None,
            [Word(which), Word(name)] => {
                let day = weekday(name)?;
                match which.as_str() {
                    "this" => self.weekday(day, self.direction),
                    "last" => self.weekday(day, Direction::Back),
                    "next" => {
                        self.monday(1)?.checked_add_days(Days::new(u64::from(day.days_since(Weekday::Mon))))
                    }
                    _ => None,
                }
            }
            [count, Word(unit), Word(ago)] if ago == "ago" && Unit::of(unit)? == Unit::Day => {
                self.days(-exact(count)?)
            }
            [Word(within), count, Word(unit)] if within == "in" => match Unit::of(unit)? {
                Unit::Day => self.days(exact(count)?),
                Unit::Week => self.days(exact(count)?.checked_mul(7)?),
                Unit::Month => self.months(exact(count)?),
            },
            _ => None,
        };
        day.map(DayReading::Day)
    }

    /// Words that name a stretch: `last week`, `a couple of weeks ago`, `early nov 2025`, `nov`.
    fn stretch(&self, pieces: &[Piece]) -> Option<DayReading> {
        let pieces: Vec<Piece> =
            pieces.iter().filter(|p| **p != Word("a".into()) && **p != Word("in".into())).cloned().collect();
        match pieces.as_slice() {
            [Word(which), Word(unit)] if matches!(which.as_str(), "last" | "this" | "next") => {
                let by = match which.as_str() {
                    "last" => -1,
                    "next" => 1,
                    _ => 0,
                };
                if let Some(reading) = Unit::of(unit).and_then(|unit| self.span(unit, by, by)) {
                    return Some(reading);
                }
            }
            [Word(unit), Word(ago)] if ago == "ago" => {
                return if unit == "fortnight" {
                    self.span(Unit::Week, -2, -2)
                } else {
                    self.span(Unit::of(unit)?, -1, -1)
                };
            }
            [count, Word(unit), Word(ago)] if ago == "ago" => {
                let (most, least) = vague(count)?;
                return self.span(Unit::of(unit)?, -most, -least);
            }
            _ => {}
        }
        self.month_part(&pieces)
    }

    /// From the first day of the unit `from` units away to the last day of the unit `to` units away.
    fn span(&self, unit: Unit, from: i32, to: i32) -> Option<DayReading> {
        let (first, last) = match unit {
            Unit::Day => (self.days(from)?, self.days(to)?),
            Unit::Week => (self.monday(from)?, self.monday(to)?.checked_add_days(Days::new(6))?),
            Unit::Month => {
                let (one, other) = (self.months(from)?, self.months(to)?);
                (month_ends(one.year(), one.month())?.0, month_ends(other.year(), other.month())?.1)
            }
        };
        Some(DayReading::about(first, last))
    }

    /// A month, or a third of one, with or without its year.
    fn month_part(&self, pieces: &[Piece]) -> Option<DayReading> {
        let (part, rest) = match pieces {
            [Word(word), rest @ ..] => match word.as_str() {
                "early" | "start" | "beginning" | "begin" => (Some((1, 10)), rest),
                "mid" | "middle" => (Some((11, 20)), rest),
                "late" | "end" => (Some((21, 31)), rest),
                _ => (None, pieces),
            },
            _ => (None, pieces),
        };
        let (month, year) = match rest {
            [Word(name)] => (month(name)?, None),
            [Word(name), Number(year, 4)] => (month(name)?, Some(*year as i32)),
            [Word(name), Number(year, 2)] if part.is_some() => {
                (month(name)?, Some(self.century(*year, 1, month(name)?)?))
            }
            _ => return None,
        };
        let ends = |year: i32| {
            let (first, last) = month_ends(year, month)?;
            let (from, to) = part.unwrap_or((1, 31));
            Some((first.with_day(from)?, last.with_day(to.min(last.day()))?))
        };
        let (first, last) = match year {
            Some(year) => ends(year)?,
            None => match self.direction {
                Direction::Back => {
                    (0..2).filter_map(|n| ends(self.today.year() - n)).find(|e| e.0 <= self.today)?
                }
                Direction::Forward => {
                    (0..2).filter_map(|n| ends(self.today.year() + n)).find(|e| e.1 >= self.today)?
                }
            },
        };
        Some(DayReading::about(first, last))
    }

    /// A day of a month: in figures, with the month's name, run together, or ISO.
    fn dated(&self, pieces: &[Piece]) -> Option<DayReading> {
        // "Tue 24 Nov 2026" reads back: the weekday in front adds nothing.
        let pieces = match pieces {
            [Word(name), rest @ ..] if weekday(name).is_some() && !rest.is_empty() => rest,
            _ => pieces,
        };
        if self.born && matches!(pieces, [Word(_), Number(_, 4)]) {
            return self.month_part(pieces);
        }
        let day = match pieces {
            [Number(n, 6)] => self.full(n / 10_000, n / 100 % 100, n % 100, 2),
            [Number(n, 8)] => self
                .full(n / 1_000_000, n / 10_000 % 100, n % 10_000, 4)
                .or_else(|| self.full(n % 100, n / 100 % 100, n / 10_000, 4)),
            [Number(y, 4), Number(m, 1..=2), Number(d, 1..=2)] => self.full(*d, *m, *y, 4),
            [Number(d, 1..=2), Number(m, 1..=2), Number(y, n)] => self.full(*d, *m, *y, *n),
            [Number(d, 1..=2), Word(name), Number(y, n)] | [Word(name), Number(d, 1..=2), Number(y, n)] => {
                self.full(*d, month(name)?, *y, *n)
            }
            [Number(y, 4), Word(name), Number(d, 1..=2)] => self.full(*d, month(name)?, *y, 4),
            [Number(d, 1..=2), Number(m, 1..=2)] => self.nearest(*d, *m),
            [Number(d, 1..=2), Word(name)] | [Word(name), Number(d, 1..=2)] => self.nearest(*d, month(name)?),
            [Number(d, 1..=2)] => self.day_of_month(*d),
            _ => None,
        };
        day.map(DayReading::Day)
    }

    fn full(&self, day: u32, month: u32, year: u32, digits: usize) -> Option<NaiveDate> {
        let year = match digits {
            4 => year as i32,
            2 => self.century(year, day, month)?,
            _ => return None,
        };
        NaiveDate::from_ymd_opt(year, month, day)
    }

    /// The full year for two digits: nearest within fifty years; in Born the latest that is not ahead of today.
    fn century(&self, two: u32, day: u32, month: u32) -> Option<i32> {
        let this = self.today.year();
        let mut years = (-1..=1).map(|century| this.div_euclid(100) * 100 + century * 100 + two as i32);
        if self.born {
            years.rfind(|year| NaiveDate::from_ymd_opt(*year, month, day).is_some_and(|d| d <= self.today))
        } else {
            let sign = if self.direction == Direction::Back { 1 } else { -1 };
            years.min_by_key(|year| ((year - this).abs(), (year - this) * sign))
        }
    }

    /// The nearest such day of the year in the field's direction, today included.
    fn nearest(&self, day: u32, month: u32) -> Option<NaiveDate> {
        // Eight years reach the next 29 February on both sides of a year such as 2100.
        (0..=8).find_map(|n| match self.direction {
            _ if self.born => None,
            Direction::Back => {
                NaiveDate::from_ymd_opt(self.today.year() - n, month, day).filter(|d| *d <= self.today)
            }
            Direction::Forward => {
                NaiveDate::from_ymd_opt(self.today.year() + n, month, day).filter(|d| *d >= self.today)
            }
        })
    }

    /// The nearest such day of a month in the field's direction, today included.
    fn day_of_month(&self, day: u32) -> Option<NaiveDate> {
        let first = self.today.with_day(1)?;
        (0..=2).find_map(|n| match self.direction {
            Direction::Back => {
                first.checked_sub_months(Months::new(n))?.with_day(day).filter(|d| *d <= self.today)
            }
            Direction::Forward => {
                first.checked_add_months(Months::new(n))?.with_day(day).filter(|d| *d >= self.today)
            }
        })
    }

    fn weekday(&self, day: Weekday, direction: Direction) -> Option<NaiveDate> {
        let step = match direction {
            Direction::Back => -1,
            Direction::Forward => 1,
        };
        (1..=7).filter_map(|n| self.days(step * n)).find(|d| d.weekday() == day)
    }

    /// The Monday of the week that lies `weeks` weeks from this one.
    fn monday(&self, weeks: i32) -> Option<NaiveDate> {
        self.days(weeks * 7 - self.today.weekday().num_days_from_monday() as i32)
    }

    fn days(&self, count: i32) -> Option<NaiveDate> {
        self.today.checked_add_signed(chrono::TimeDelta::days(count.into()))
    }

    fn months(&self, count: i32) -> Option<NaiveDate> {
        let months = Months::new(count.unsigned_abs());
        if count < 0 { self.today.checked_sub_months(months) } else { self.today.checked_add_months(months) }
    }
}

/// "tomorow", "tommorrow": nothing else is written so like it.
fn is_tomorrow(word: &str) -> bool {
    word.len() > 5 && strsim::osa_distance(word, "tomorrow") <= 2
}

fn in_range(reading: &DayReading) -> bool {
    let fits = |day: Option<NaiveDate>| day.is_none_or(|day| (1900..=2199).contains(&day.year()));
    fits(reading.earliest()) && fits(reading.latest())
}
