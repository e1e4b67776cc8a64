//! Whether two cases may tell of one child, and why: reasons in words for a person who decides.
//!
//! Nothing is joined here, and nothing is sure: it is one quiet line. What may be compared at all, and in whose call
//! it may be shown, is the gate's. Spellings are compared as in `likeness`.
//!
//! 1. The first name is the same, sounds alike or has a letter wrong; an initial says nothing.
//! 2. With it goes the birth date: the same day, or day and month changed over.
//! 3. With both goes one thing more: the surname, the school, or a number of the family.
//! 4. Where a birth date is missing on one side, first name, surname and school together say as much.
//! 5. An age or a year group counts as a birth date that is missing, unless no child could have both. Where one child
//!    could, it agrees, and is enough with a first name and a surname that are both the same or sound alike.
//! 6. Two birth dates that differ otherwise are two children, but for a slip of one figure in the day or the month
//!    when first name, surname and school are all the same.
//! 7. Brothers and sisters share a surname, a number, a school and sometimes a birth date; their first names differ.
//! 8. Of several the one with the most reasons is named, and of equal ones the newest.

use chrono::{Datelike, NaiveDate};

use super::likeness::{Likeness, likeness};
use super::phone::Phone;
use super::text::{Private, words};
use super::typed_day::DayReading;
use super::young_person::birth_range;

/// What is known of a child.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Child {
    /// The name as typed.
    pub name: Private,
    /// The birth date, age or year group.
    pub born: DayReading,
    /// The day on which an age was told.
    pub told: NaiveDate,
    /// The school as typed.
    pub school: Private,
    /// Numbers of the family, as typed.
    pub phones: Vec<Private>,
}

/// Why two cases may tell of one child.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reasons {
    /// More is more likely.
    pub weight: u32,
    /// "same name", "surname same by sound", "born 12 Mar 2016", in order.
    words: Vec<Private>,
}

impl Reasons {
    /// All of them: "same name, born 12 Mar 2016, same school".
    pub fn sentence(&self) -> Private {
        self.words.iter().map(|words| &**words).collect::<Vec<_>>().join(", ").into()
    }
}

/// Enough is known of a child to look for another case of theirs.
pub fn can_be_compared(child: &Child) -> bool {
    let named = words(&child.name).first().is_some_and(|name| name.chars().count() > 1);
    named && (child.born != DayReading::Unread || !child.school.trim().is_empty())
}

/// The words of a school that tell it from others.
pub fn school_words(school: &str) -> Vec<String> {
    words(school).into_iter().filter(|word| !COMMON.contains(&word.as_str())).collect()
}

/// Words of schools that tell none from another.
const COMMON: [&str; 14] = [
    "primary",
    "school",
    "academy",
    "college",
    "infant",
    "infants",
    "junior",
    "juniors",
    "high",
    "secondary",
    "nursery",
    "saint",
    "st",
    "the",
];

/// What two birth dates say of each other.
#[derive(PartialEq, Eq)]
enum Born {
    Same(NaiveDate),
    ChangedOver,
    Slip,
    Agrees,
    Open,
    Differs,
}

/// The reasons to take two for one child, if there are enough.
pub fn same_child(a: &Child, b: &Child) -> Option<Reasons> {
    let (name_a, name_b) = (words(&a.name), words(&b.name));
    let first = like(name_a.first()?, name_b.first()?)?;
    let surname = match (name_a.get(1..), name_b.get(1..)) {
        (Some([.., a]), Some([.., b])) => like(a, b),
        _ => None,
    };
    let school = same_school(&a.school, &b.school);
    let number = a.phones.iter().any(|a| b.phones.iter().any(|b| same_number(a, b)));
    let born = compare_births(a, b);
    let more = surname.is_some() || school || number;
    let enough = match born {
        Born::Same(_) | Born::ChangedOver => more,
        Born::Slip => first == Likeness::Same && surname == Some(Likeness::Same) && school,
        Born::Agrees => surname.is_some_and(|how| school || is_heard(first) && is_heard(how)),
        Born::Open => surname.is_some() && school,
        Born::Differs => false,
    };
    if !enough {
        return None;
    }
    let mut words: Vec<Private> = Vec::new();
    match (first, surname) {
        (Likeness::Same, Some(Likeness::Same)) => words.push("same name".into()),
        (first, surname) => {
            words.push(alike_words("first name", first));
            words.extend(surname.map(|how| alike_words("surname", how)));
        }
    }
    match born {
        Born::Same(day) => words.push(day.format("born %-d %b %Y").to_string().into()),
        Born::ChangedOver => words.push("born the same day, day and month changed over".into()),
        Born::Slip => words.push("born a figure apart".into()),
        Born::Agrees => words.push("the age agrees".into()),
        Born::Open | Born::Differs => {}
    }
    words.extend(school.then(|| "same school".into()));
    words.extend(number.then(|| "same number".into()));
    let of_likeness = |how: Likeness| if how == Likeness::Same { 3 } else { 2 };
    let weight = of_likeness(first)
        + surname.map_or(0, of_likeness)
        + match born {
            Born::Same(_) => 5,
            Born::ChangedOver => 3,
            Born::Agrees => 1,
            _ => 0,
        }
        + 2 * u32::from(school)
        + 2 * u32::from(number);
    Some(Reasons { weight, words })
}

/// The same word, or the same by its sound.
fn is_heard(how: Likeness) -> bool {
    how != Likeness::Letter
}

fn alike_words(what: &str, how: Likeness) -> Private {
    match how {
        Likeness::Same => format!("same {what}").into(),
        how => format!("{what} {}", how.words()).into(),
    }
}

fn like(a: &str, b: &str) -> Option<Likeness> {
    likeness(a, b).filter(|_| a.chars().count() > 1)
}

fn same_school(a: &str, b: &str) -> bool {
    let (a, b) = (school_words(a), school_words(b));
    let (few, many) = if a.len() <= b.len() { (&a, &b) } else { (&b, &a) };
    !few.is_empty() && few.iter().all(|word| many.iter().any(|other| likeness(word, other).is_some()))
}

fn same_number(a: &str, b: &str) -> bool {
    let long = |typed: &str| Phone::all(typed).into_iter().filter(|phone| phone.digits().len() >= 6);
    long(a).any(|a| long(b).any(|b| a.digits() == b.digits()))
}

fn compare_births(a: &Child, b: &Child) -> Born {
    match (&a.born, &b.born) {
        (DayReading::Day(a), DayReading::Day(b)) if a == b => Born::Same(*a),
        (DayReading::Day(a), DayReading::Day(b)) => compare_days(*a, *b),
        _ => match (birth_range(&a.born, a.told), birth_range(&b.born, b.told)) {
            (Some((from_a, to_a)), Some((from_b, to_b))) if to_a < from_b || to_b < from_a => Born::Differs,
            (Some(_), Some(_)) => Born::Agrees,
            _ => Born::Open,
        },
    }
}

fn compare_days(a: NaiveDate, b: NaiveDate) -> Born {
    if a.year() != b.year() {
        return Born::Differs;
    }
    if (a.day(), a.month()) == (b.month(), b.day()) {
        return Born::ChangedOver;
    }
    let figures = |day: NaiveDate| day.format("%d%m").to_string();
    let apart = figures(a).bytes().zip(figures(b).bytes()).filter(|(x, y)| x != y).count();
    if apart == 1 { Born::Slip } else { Born::Differs }
}
