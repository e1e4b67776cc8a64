//! Who may decide for themselves: the end of compulsory school age, counted from what is known of an age.
//!
//! A young person is somebody over compulsory school age and under 25; before that the parent decides. What is
//! known may be a birth date, a stretch of days, an age or a year group, and only an answer that is the same for
//! every birth date it allows is given. Capacity, and who acts when it is lacking, is absent: it is a human
//! decision. A year group is taken as the usual one for the age; a child may be placed a year apart, which the
//! staff member can record by an age or a date.
//!
//! 1. Compulsory school age ends with the last Friday in June of the year in which a person born up to 31 August
//!    turns 16, and of the year after for a person born from 1 September.
//! 2. From the day after that Friday until the day before the 25th birthday somebody is a young person.
//! 3. Below five a child is under school age; from five the child is counted as of compulsory school age.
//! 4. From the 25th birthday somebody is twenty-five or over, which warns and never refuses.
//! 5. An age or year group that allows two answers is not known; nothing is decided from it.
//! 6. Somebody born on 29 February is not known on 28 February of the common year in which they turn 25.
//! 7. An age in whole years goes up on the birthday.
//! 8. A year group goes from September to August: Reception is 0, Year 6 holds those who turn 11, Year 13 is the
//!    last; before and after there is none.
//! 9. The field's words give age and year, "10, Year 6"; what is open is given as two, "Year 5 or 6".
//! 10. Nobody is a child or young person at 26: an EHC plan ends at 25, or with the academic year of that birthday. Of
//!     what gives 26 years or more nothing is decided; a remark says the years and asks to check what was typed.
//!
//! Sources: Children and Families Act 2014, sections 46 and 83(2); Education Act 1996, section 8; Education (School
//! Leaving Date) Order 1997, article 2. The first of September as the beginning of the school year is an
//! assumption of this program.

use super::typed_day::DayReading;
use chrono::{Datelike, Days, Months, NaiveDate, Weekday};

/// The age at which compulsory school age ends, on the last Friday in June that belongs to it (Education Act
/// 1996, section 8(3)).
pub const LEAVING_AGE: i32 = 16;
/// The age from which somebody is no longer a young person (Children and Families Act 2014, section 83(2)).
pub const OVER_AGE: i32 = 25;
/// The age that no child or young person of a case has: a plan may be kept at the longest until the end of the
/// academic year of the 25th birthday (Children and Families Act 2014, section 46).
pub const NEVER_AGE: u32 = 26;
/// The last year group that has a number.
pub const LAST_YEAR_GROUP: u8 = 13;

const SEPTEMBER: u32 = 9;

/// What is known of somebody's right to decide for themselves, on one day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// Not yet five.
    UnderFive,
    /// Five or over, and compulsory school age has not ended: the parent decides.
    CompulsorySchoolAge,
    /// Over compulsory school age and under 25: decides for themselves.
    YoungPerson,
    /// Twenty-five or over: only a warning, since some plans run on.
    TwentyFiveOrOver,
    /// Not enough is known, or what is known is nobody's age here (rule 10).
    NotKnown,
}

impl Standing {
    /// Whether it is known that a parent has to decide. `NotKnown` is not that.
    pub fn needs_parent(self) -> bool {
        matches!(self, Self::UnderFive | Self::CompulsorySchoolAge)
    }
}

/// The last day of compulsory school age: the last Friday in June of its year.
pub fn compulsory_until(born: NaiveDate) -> NaiveDate {
    let year = born.year() + LEAVING_AGE + i32::from(born.month() >= SEPTEMBER);
    // 30 June back to a Friday; a year outside the calendar leaves the birth date.
    NaiveDate::from_ymd_opt(year, 6, 30)
        .and_then(|june| june.checked_sub_days(Days::new(june.weekday().days_since(Weekday::Fri).into())))
        .unwrap_or(born)
}

/// The first day on which somebody is a young person: the day after [`compulsory_until`].
pub fn young_person_from(born: NaiveDate) -> NaiveDate {
    compulsory_until(born).succ_opt().unwrap_or(NaiveDate::MAX)
}

/// The standing on `today` of somebody of whom `known` was read.
///
/// An age and a year group are true on the day they were told: for those give that day as `today`.
pub fn standing(known: &DayReading, today: NaiveDate) -> Standing {
    let Some((earliest, latest)) = birth_range(known, today) else { return Standing::NotKnown };
    if years_too_many(known, today).is_some() {
        return Standing::NotKnown;
    }
    // A later birth never has the older standing, so two equal ends speak for all days between them.
    let (oldest, youngest) = (standing_of(earliest, today), standing_of(latest, today));
    if oldest == youngest { oldest } else { Standing::NotKnown }
}

/// The birth date, or all those that allow what was said of it on the day it was told: an age and a year group are true
/// on that day. What makes nobody's age (rule 10) is not known.
pub fn born(said: &DayReading, told: NaiveDate) -> DayReading {
    match birth_range(said, told).filter(|_| years_too_many(said, told).is_none()) {
        Some((first, last)) if first == last => DayReading::Day(first),
        Some((first, last)) => DayReading::about(first, last),
        None => DayReading::Unread,
    }
}

/// Rule 10: the years, in words, where they are too many for every birth date that what is known allows.
pub fn years_too_many(known: &DayReading, today: NaiveDate) -> Option<String> {
    let (earliest, latest) = birth_range(known, today)?;
    let (oldest, youngest) = (age_on(earliest, today)?, age_on(latest, today)?);
    (youngest >= NEVER_AGE).then(|| either(youngest, oldest))
}

/// Rule 10: the quiet remark, `~ That would make them 55 years old. Kept as typed: check the year.`
pub fn too_old_remark(known: &DayReading, today: NaiveDate) -> Option<String> {
    let what = if matches!(known, DayReading::Age(_)) { "age" } else { "year" };
    let years = years_too_many(known, today)?;
    Some(format!("~ That would make them {years} years old. Kept as typed: check the {what}."))
}

/// The age in whole years on `today`; `None` before birth. Somebody born on 29 February is a year older from 1
/// March in a common year.
pub fn age_on(born: NaiveDate, today: NaiveDate) -> Option<u32> {
    today.years_since(born)
}

/// The year group in which somebody of this birth date is on `today`: 0 is Reception, at most
/// [`LAST_YEAR_GROUP`]; `None` before Reception and after Year 13.
pub fn year_group(born: NaiveDate, today: NaiveDate) -> Option<u8> {
    // Counted by the Septembers passed: Reception begins in the September after the fourth birthday.
    u8::try_from(school_year(today) - school_year(born) - 5).ok().filter(|group| *group <= LAST_YEAR_GROUP)
}

/// A year group in words: `Reception`, `Year 6`.
pub fn year_group_words(group: u8) -> String {
    if group == 0 { "Reception".to_owned() } else { format!("Year {group}") }
}

/// What the Born field adds beside the typed text: `10, Year 6` for a date, `10 years old, Year 5 or 6` for an
/// age, `Year 6, 10 or 11 years old` for a year group, `about 10, Year 5 or 6` for a stretch, `55 years?` of rule 10;
/// empty when unread or not yet born.
pub fn born_words(known: &DayReading, today: NaiveDate) -> String {
    let Some((earliest, latest)) = birth_range(known, today) else { return String::new() };
    let (Some(oldest), Some(youngest)) = (age_on(earliest, today), age_on(latest, today)) else {
        return String::new();
    };
    if let Some(years) = years_too_many(known, today) {
        return format!("{years} years?");
    }
    let years = group_words(year_group(latest, today), year_group(earliest, today));
    let with_years = |said: String| if years.is_empty() { said } else { format!("{said}, {years}") };
    match known {
        DayReading::Age(1) => with_years("1 year old".to_owned()),
        DayReading::Age(age) => with_years(format!("{age} years old")),
        DayReading::YearGroup(_) => format!("{years}, {} years old", either(youngest, oldest)),
        DayReading::About { .. } => with_years(format!("about {}", either(youngest, oldest))),
        DayReading::Day(_) | DayReading::Unread => with_years(oldest.to_string()),
    }
}

/// The first and the last birth date that what is known allows; `None` when nothing is known.
pub fn birth_range(known: &DayReading, today: NaiveDate) -> Option<(NaiveDate, NaiveDate)> {
    match known {
        DayReading::Day(day) => Some((*day, *day)),
        DayReading::About { earliest, latest, .. } => Some((*earliest, *latest)),
        DayReading::Age(age) => {
            let years = |n: u32| today.checked_sub_months(Months::new(n * 12));
            Some((years(u32::from(*age) + 1)?.succ_opt()?, years(u32::from(*age))?))
        }
        DayReading::YearGroup(group) => {
            let first = school_year(today) - 5 - i32::from(*group);
            Some((
                NaiveDate::from_ymd_opt(first, SEPTEMBER, 1)?,
                NaiveDate::from_ymd_opt(first + 1, SEPTEMBER - 1, 31)?,
            ))
        }
        DayReading::Unread => None,
    }
}

fn standing_of(born: NaiveDate, today: NaiveDate) -> Standing {
    let leap = (born.month(), born.day()) == (2, 29);
    match age_on(born, today) {
        None => Standing::NotKnown,
        Some(age) if age as i32 >= OVER_AGE => Standing::TwentyFiveOrOver,
        Some(_)
            if leap && (today.month(), today.day()) == (2, 28) && today.year() == born.year() + OVER_AGE =>
        {
            Standing::NotKnown
        }
        Some(_) if today > compulsory_until(born) => Standing::YoungPerson,
        Some(0..5) => Standing::UnderFive,
        Some(_) => Standing::CompulsorySchoolAge,
    }
}

/// The year in which the school year of this day began.
fn school_year(day: NaiveDate) -> i32 {
    day.year() - i32::from(day.month() < SEPTEMBER)
}

fn group_words(low: Option<u8>, high: Option<u8>) -> String {
    match (low, high) {
        (Some(0), Some(1..)) => format!("Reception or {}", high.map(year_group_words).unwrap_or_default()),
        (Some(low), Some(high)) if high == low + 1 => format!("Year {low} or {high}"),
        (Some(low), Some(high)) if high > low => format!("Year {low} to {high}"),
        (Some(one), _) | (None, Some(one)) => year_group_words(one),
        (None, None) => String::new(),
    }
}

fn either(low: u32, high: u32) -> String {
    match high - low {
        0 => low.to_string(),
        1 => format!("{low} or {high}"),
        _ => format!("{low} to {high}"),
    }
}
