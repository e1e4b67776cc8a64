//! The shapes of a sentence: whether all words of a text, from the first to the last, are of one that stands
//! in a table.
//!
//! A table has a row for each shape: its name, and its forms, of which one is enough. A form says what
//! follows what: a word in small letters is that word, a name in capitals is a shape (of the table, of
//! [`PEOPLE`], a list of words, or one that is told of below), and `?` behind either says that it may be
//! missing. What a sentence means is absent.
//!
//! `MARK` is a comma, a bracket and the like. `NAME` is up to four words with a capital; `OWN` is the same
//! right behind a word in small letters, `TITLED` the same behind a title. `OF_NAME` is "Adam's". `PAST` is a
//! day that has been and cannot be ahead, `GONE` is one before the day of the call, `DATE` a day of the
//! calendar, and `DAY` is a weekday too.

use std::cell::RefCell;
use std::collections::{HashMap, HashSet};

use chrono::NaiveDate;

use super::agreed_on::read_agreed;
use super::named::{is_named, is_no_name, list};
use super::said::{COLON, MARK, Said, cut};
use crate::domain::text::is_title;
use crate::domain::typed_day::{MONTHS, weekday};
use crate::domain::working_days::WorkingDays;

/// Names of shapes, with the forms of each.
pub(super) type Table = &'static [(&'static str, &'static str)];

/// A table and [`PEOPLE`], cut once: the forms of each name, each with what follows what, and all the words.
pub(super) struct Shapes {
    forms: HashMap<&'static str, Vec<Vec<&'static str>>>,
    words: HashSet<&'static str>,
}

impl Shapes {
    pub(super) fn of(table: Table) -> Self {
        let cut = |form: &'static str| form.split_whitespace().collect();
        let rows = table.iter().chain(PEOPLE);
        let forms: HashMap<_, Vec<Vec<_>>> =
            rows.map(|(name, forms)| (*name, forms.split('|').map(cut).collect())).collect();
        let items = forms.values().flatten().flatten();
        let words = items.map(|item: &&str| item.trim_end_matches('?')).collect();
        Self { forms, words }
    }

    /// The word stands in one of the forms.
    pub(super) fn hold(&self, word: &str) -> bool {
        self.words.contains(word)
    }
}

/// The people of whom both tables speak.
const PEOPLE: Table = &[
    // Whose, and of what sort.
    ("WHOSE", "her | his | their | the | OF_NAME | the? CHILDS"),
    ("CHILDS", "child's | childs | boy's | boys | girl's | girls | pupil's | pupils"),
    ("SORT", "adoptive | biological | birth | foster | kinship | legal | special | step"),
    ("SELF", "herself | himself | themselves"),
    // One who decides, or two; and with a name beside.
    ("ONE", "WHOSE? SORT? PARENT | WHOSE? SORT? CARER | WHOSE? young person"),
    ("TWO", "WHOSE? SORT? PARENTS | WHOSE? SORT? CARERS | BOTH | ONE and ONE"),
    ("BOTH", "both | both of them | both of? WHOSE? SORT? PARENTS | both of? WHOSE? SORT? CARERS"),
];

/// The most names of one person.
const NAMES: usize = 4;
/// The most words of a day.
const WORDS_OF_A_DAY: usize = 5;

/// A text, and the table by which it is read.
pub(super) struct Reader<'a> {
    text: &'a str,
    said: Vec<Said<'a>>,
    shapes: &'a Shapes,
    /// The day of the call, where days are read.
    call_day: Option<NaiveDate>,
    /// Where each shape ends that was looked for already, by where it began.
    found: RefCell<HashMap<(&'static str, usize), Vec<usize>>>,
}

impl<'a> Reader<'a> {
    pub(super) fn new(text: &'a str, shapes: &'a Shapes, call_day: Option<NaiveDate>) -> Self {
        Self { text, said: cut(text), shapes, call_day, found: RefCell::default() }
    }

    /// All of it is of this shape.
    pub(super) fn is(&self, shape: &'static str) -> bool {
        !self.said.is_empty() && self.ends(shape, 0).contains(&self.said.len())
    }

    /// The days in it, as they were typed.
    pub(super) fn days(&self) -> Vec<&'a str> {
        let (mut days, mut at) = (Vec::new(), 0);
        while at < self.said.len() {
            let end = self.days_at(at).into_iter().map(|(end, _)| end).max();
            days.extend(end.and_then(|end| self.between(at, end)));
            at = end.unwrap_or(at + 1);
        }
        days
    }

    /// Where it may end, if it begins here.
    fn ends(&self, shape: &'static str, from: usize) -> Vec<usize> {
        if !shape.starts_with(char::is_uppercase) {
            return if self.small(from) == shape { vec![from + 1] } else { Vec::new() };
        }
        if let Some(ends) = self.found.borrow().get(&(shape, from)) {
            return ends.clone();
        }
        let ends = self.look(shape, from);
        self.found.borrow_mut().insert((shape, from), ends.clone());
        ends
    }

    fn look(&self, shape: &'static str, from: usize) -> Vec<usize> {
        let next = |is: bool| if is { vec![from + 1] } else { Vec::new() };
        if let Some(words) = list(shape) {
            return next(words.contains(&self.small(from)));
        }
        if let Some(forms) = self.shapes.forms.get(shape) {
            return once(forms.iter().flat_map(|form| self.run(form, from)).collect());
        }
        match shape {
            "MARK" => next([MARK, COLON].contains(&self.small(from))),
            "NAME" => self.names(from, is_named),
            "OWN" if self.word(from.wrapping_sub(1)).starts_with(char::is_lowercase) => {
                self.names(from, is_named)
            }
            "TITLED" if is_title(self.small(from)) => self.names(from + 1, |word| !is_no_name(word)),
            "OF_NAME" => next(
                self.word(from)
                    .strip_suffix("'s")
                    .or(self.word(from).strip_suffix("\u{2019}s"))
                    .is_some_and(is_named),
            ),
            "DAY" | "PAST" | "GONE" | "DATE" => self
                .days_at(from)
                .into_iter()
                .filter(|(_, is)| is.contains(&shape))
                .map(|(end, _)| end)
                .collect(),
            _ => {
                debug_assert!(["OWN", "TITLED"].contains(&shape), "there is no such shape: {shape}");
                Vec::new()
            }
        }
    }

    /// The same of a form: each of its shapes goes on where one before it ended.
    fn run(&self, form: &[&'static str], from: usize) -> Vec<usize> {
        form.iter().fold(vec![from], |begins, item| {
            let optional = item.strip_suffix('?');
            let shape = optional.unwrap_or(item);
            let mut ends: Vec<usize> = begins.iter().flat_map(|at| self.ends(shape, *at)).collect();
            if optional.is_some() {
                ends.extend(begins);
            }
            once(ends)
        })
    }

    fn small(&self, at: usize) -> &str {
        self.said.get(at).map_or("", |said| &said.small)
    }

    fn word(&self, at: usize) -> &'a str {
        self.said.get(at).map_or("", |said| said.word)
    }

    fn between(&self, from: usize, end: usize) -> Option<&'a str> {
        self.text.get(self.said.get(from)?.from..self.said.get(end.checked_sub(1)?)?.to)
    }

    /// One name and more, each with a capital.
    fn names(&self, from: usize, is_one: fn(&str) -> bool) -> Vec<usize> {
        (from..from + NAMES).take_while(|at| is_one(self.word(*at))).map(|at| at + 1).collect()
    }

    /// The days that begin here and have been, with the names of the shapes that each of them is.
    fn days_at(&self, from: usize) -> Vec<(usize, Vec<&'static str>)> {
        let Some(call_day) = self.call_day.filter(|_| self.begins_a_day(from)) else { return Vec::new() };
        let england = WorkingDays::england();
        let read = |end: usize| {
            let words: Vec<&str> = (from..end).map(|at| self.small(at)).collect();
            let day = read_agreed(self.between(from, end)?, call_day, &england).latest()?;
            let is_date = words.iter().any(|word| is_month(word) || word.contains('/') || word.contains('.'))
                && words.iter().any(|word| word.starts_with(|c: char| c.is_ascii_digit()));
            let is_past = is_date
                || ["last", "yesterday", "today", "earlier"].contains(&words[0])
                || words.ends_with(&["ago"])
                || words == ["this", "morning"];
            let is = [
                ("DATE", is_date),
                ("PAST", is_past),
                ("GONE", is_past && (day < call_day || words[0] == "this")),
                ("DAY", is_past || words.len() == 1 && weekday(words[0]).is_some()),
            ];
            let is: Vec<&str> = is.into_iter().filter(|(_, is)| *is).map(|(name, _)| name).collect();
            (day <= call_day && !is.is_empty()).then_some((end, is))
        };
        let most = self.said.len().min(from + WORDS_OF_A_DAY);
        (from + 1..=most).filter_map(read).collect()
    }

    fn begins_a_day(&self, at: usize) -> bool {
        let (small, next) = (self.small(at), self.small(at + 1));
        let begins = ["a", "an", "earlier", "few", "last", "one", "today", "two", "three", "yesterday"];
        begins.contains(&small)
            || small.starts_with(|c: char| c.is_ascii_digit())
            || weekday(small).is_some()
            || is_month(small)
            || (small, next) == ("this", "morning")
    }
}

fn is_month(word: &str) -> bool {
    word.chars().count() > 2 && MONTHS.iter().any(|month| month.starts_with(word)) || word == "sept"
}

fn once(mut ends: Vec<usize>) -> Vec<usize> {
    ends.sort_unstable();
    ends.dedup();
    ends
}
