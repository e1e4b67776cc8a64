//! The grammar of [`super`]: pieces between commas, each read whole or not at all.
//!
//! A piece is a few words: perhaps a no, then days, a part of a day, a date, how, or what is needed. Days alone
//! after a no belong to that no: "not mon, wed". Nothing is guessed from half a piece.

use chrono::{Days as Count, NaiveDate, Timelike, Weekday};

use super::{AFTERNOON, Days, How, MORNING, Part, Suits, WEEK, WHOLE, When};
use crate::domain::text::Private;
use crate::domain::typed_day::{DayReading, Direction, MONTHS, WEEKDAYS, read_day};
use crate::domain::typed_time::read_time;
use crate::domain::working_days::WorkingDays;

/// Words that join and say nothing.
const FILLING: [&str; 15] = [
    "on", "at", "the", "please", "is", "are", "any", "day", "days", "time", "times", "anytime", "all",
    "also", "meeting",
];
const NO: [&str; 14] = [
    "not",
    "no",
    "never",
    "except",
    "avoid",
    "cannot",
    "can't",
    "cant",
    "won't",
    "without",
    "away",
    "busy",
    "holiday",
    "unavailable",
];

/// Reads what was typed.
pub(super) fn read(typed: &str, today: NaiveDate, office: &WorkingDays) -> Suits {
    let mut reader = Reader { today, office, suits: Suits::default(), no: false };
    for piece in pieces(typed) {
        if reader.piece(&piece).is_none() {
            reader.suits.also.push(Private(piece));
            reader.no = false;
        }
    }
    reader.suits
}

/// What stands between commas, semicolons, full stops, "and", "but", "or".
pub(super) fn pieces(typed: &str) -> Vec<String> {
    let mut pieces = Vec::new();
    let mut words: Vec<&str> = Vec::new();
    let mut end = |words: &mut Vec<&str>| {
        if !words.is_empty() {
            pieces.push(words.join(" "));
            words.clear();
        }
    };
    for word in typed.split_whitespace() {
        let between = words.iter().any(|w| w.eq_ignore_ascii_case("between"));
        if matches!(word.to_lowercase().as_str(), "and" | "but" | "or" | "&" | "nor") && !between {
            end(&mut words);
            continue;
        }
        let mut rest = word;
        while let Some((before, after)) = rest.split_once([',', ';']) {
            if !before.is_empty() {
                words.push(before);
            }
            end(&mut words);
            rest = after;
        }
        let stops = rest.len() > 1 && rest.ends_with('.') && !rest.trim_end_matches('.').contains('.');
        let rest = if stops { rest.trim_end_matches('.') } else { rest };
        if !rest.is_empty() {
            words.push(rest);
        }
        if stops {
            end(&mut words);
        }
    }
    end(&mut words);
    pieces
}

struct Reader<'a> {
    today: NaiveDate,
    office: &'a WorkingDays,
    suits: Suits,
    /// The piece before said no to days.
    no: bool,
}

impl Reader<'_> {
    /// Reads a piece whole, or gives nothing.
    fn piece(&mut self, typed: &str) -> Option<()> {
        let folded = typed.to_lowercase().replace(['(', ')'], " ").replace('\u{2013}', "-");
        let all: Vec<&str> = folded.split_whitespace().collect();
        if self.how_or_need(&all) {
            return Some(());
        }
        let mut words: Vec<&str> = all.iter().copied().filter(|w| !FILLING.contains(w)).collect();
        let had = words.len();
        words.retain(|w| !NO.contains(w) && !matches!(*w, "do" | "make" | "i'm" | "we" | "she" | "he"));
        let no = all.iter().any(|w| NO.contains(w));
        if words.is_empty() {
            // "Any time" closes nothing; "not" alone says nothing.
            return (!no && had == 0).then_some(());
        }
        let only = words.contains(&"only") || words.contains(&"just");
        words.retain(|w| !matches!(*w, "only" | "just"));
        if let Some(when) = self.dates(&words, no) {
            self.no = false;
            self.suits.when.push(when);
            return Some(());
        }
        let (days, rest) = leading_days(&words);
        let part = match rest {
            [] => None,
            rest => Some(part_of(rest)?),
        };
        let no = no || (self.no && !only && part.is_none() && days != 0);
        self.no = no && part.is_none();
        match (days, part) {
            (0, None) => return None,
            (0, Some(part)) => {
                let part = if no { part.opposite()? } else { part };
                self.suits.when.push(When::Within(WEEK, part));
            }
            (days, None) if no => self.not_days(days),
            (days, Some(part)) if no => self.suits.when.push(When::Within(days, part.opposite()?)),
            (days, part) => self.only(days, part.unwrap_or(WHOLE)),
        }
        Some(())
    }

    fn not_days(&mut self, more: Days) {
        for when in &mut self.suits.when {
            if let When::NotDays(days) = when {
                *days |= more;
                return;
            }
        }
        self.suits.when.push(When::NotDays(more));
    }

    fn only(&mut self, more: Days, part: Part) {
        for when in &mut self.suits.when {
            if let When::Only(parts) = when {
                match parts.iter_mut().find(|(_, p)| *p == part) {
                    Some((days, _)) => *days |= more,
                    None => parts.push((more, part)),
                }
                return;
            }
        }
        self.suits.when.push(When::Only(vec![(more, part)]));
    }

    /// Rule 6.
    fn how_or_need(&mut self, words: &[&str]) -> bool {
        const BESIDE: [&str; 10] =
            ["by", "only", "needs", "needed", "an", "a", "with", "please", "meeting", "call"];
        let left: Vec<&str> = words.iter().copied().filter(|w| !BESIDE.contains(w)).collect();
        match left.as_slice() {
            ["online" | "video" | "zoom" | "teams"] => self.suits.how = Some(How::Online),
            ["in", "person"] | ["in-person" | "face-to-face"] | ["face", "to", "face"] => {
                self.suits.how = Some(How::InPerson);
            }
            ["telephone" | "phone"] => self.suits.how = Some(How::Telephone),
            ["bsl"] | ["sign", "language"] | ["bsl", "interpreter"] | ["british", "sign", "language"] => {
                self.suits.bsl = true;
            }
            [] => return false,
            _ => {
                let language: Vec<&str> =
                    left.iter().copied().filter(|w| *w != "interpreter" && *w != "speaking").collect();
                let is_said = left.contains(&"interpreter") && language.len() <= 1;
                if !is_said || language.iter().any(|w| NO.contains(w)) {
                    return false;
                }
                let language = language.first().map_or(String::new(), |word| capital(word));
                self.suits.interpreter = Some(Private(language));
            }
        }
        true
    }

    /// Rule 5.
    fn dates(&self, words: &[&str], no: bool) -> Option<When> {
        let day_before = |day: NaiveDate| day.checked_sub_days(Count::new(1)).unwrap_or(day);
        let day_after = |day: NaiveDate| day.checked_add_days(Count::new(1)).unwrap_or(day);
        match words {
            ["from" | "starting", rest @ ..] if !no => {
                self.span(rest).map_or_else(|| self.date(rest).map(When::From), |_| None)
            }
            ["after", rest @ ..] => {
                let day = self.date(rest)?;
                Some(if no { When::Until(day) } else { When::From(day_after(day)) })
            }
            ["before", rest @ ..] => {
                let day = self.date(rest)?;
                Some(if no { When::From(day) } else { When::Until(day_before(day)) })
            }
            ["until" | "till" | "til", rest @ ..] => {
                let day = self.date(rest)?;
                Some(if no { When::From(day) } else { When::Until(day) })
            }
            ["by", rest @ ..] if !no => self.date(rest).map(When::Until),
            rest if no => self
                .span(rest)
                .or_else(|| self.date(rest).map(|day| (day, day)))
                .map(|(first, last)| When::NotDates(first, last)),
            _ => None,
        }
    }

    fn span(&self, words: &[&str]) -> Option<(NaiveDate, NaiveDate)> {
        let at = words.iter().position(|w| matches!(*w, "to" | "until" | "till" | "-"))?;
        let (first, last) = (self.date(&words[..at])?, self.date(&words[at + 1..])?);
        (first <= last).then_some((first, last))
    }

    /// A date with a month in it; of the readings behind and ahead the nearer.
    fn date(&self, words: &[&str]) -> Option<NaiveDate> {
        let text = words.join(" ");
        let is_dated = text.contains('/')
            || (text.bytes().any(|b| b.is_ascii_digit()) && words.iter().any(|w| is_month(w)))
            || words.iter().any(|w| w.len() == 10 && w.as_bytes().get(4) == Some(&b'-'));
        if !is_dated {
            return None;
        }
        let day = |direction| match read_day(&text, self.today, direction, self.office) {
            DayReading::Day(day) => Some(day),
            _ => None,
        };
        let both = [day(Direction::Forward), day(Direction::Back)];
        both.into_iter().flatten().min_by_key(|day| (*day - self.today).num_days().abs())
    }
}

fn is_month(word: &str) -> bool {
    let letters = word.trim_start_matches(|c: char| c.is_ascii_digit());
    MONTHS.iter().any(|month| letters.starts_with(&month[..3]))
}

fn capital(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map_or(String::new(), |first| first.to_uppercase().chain(letters).collect())
}

/// The days named first, and what follows them.
fn leading_days<'a, 'w>(words: &'a [&'w str]) -> (Days, &'a [&'w str]) {
    let (mut days, mut at) = (0, 0);
    while let Some(word) = words.get(at) {
        let range = match words.get(at..) {
            Some([from, "to" | "-", to, ..]) => day_of(from).zip(day_of(to)).map(|both| (both, 3)),
            _ => None,
        };
        let range = range.or_else(|| {
            let (from, to) = word.split_once('-')?;
            Some((day_of(from).zip(day_of(to))?, 1))
        });
        let slash = || {
            let each: Option<Vec<Weekday>> = word.split('/').map(day_of).collect();
            each.filter(|each| each.len() > 1)
        };
        if let Some(((from, to), used)) = range {
            let (from, to) = (from.num_days_from_monday(), to.num_days_from_monday());
            days |= (from..=to).fold(0, |all: Days, day| all | 1 << day);
            at += used;
        } else if let Some(day) = day_of(word) {
            days |= super::bit(day);
            at += 1;
        } else if let Some(each) = slash() {
            days |= each.into_iter().fold(0, |all, day| all | super::bit(day));
            at += 1;
        } else if matches!(*word, "weekdays" | "weekday") && days == 0 {
            days |= WEEK;
            at += 1;
        } else {
            break;
        }
    }
    (days, &words[at..])
}

fn day_of(word: &str) -> Option<Weekday> {
    let word = word.trim_end_matches('.');
    let word = if word.len() > 3 { word.trim_end_matches('s') } else { word };
    if word.len() < 3 {
        return None;
    }
    WEEKDAYS
        .into_iter()
        .find(|(name, _)| {
            name.starts_with(word) || name.starts_with(word.trim_end_matches("day")) && word.len() > 5
        })
        .map(|(_, day)| day)
}

/// Rules 3 and 4.
fn part_of(words: &[&str]) -> Option<Part> {
    match words {
        ["morning" | "mornings" | "am" | "a.m." | "a.m"] => Some(MORNING),
        ["afternoon" | "afternoons" | "pm" | "p.m." | "p.m"] => Some(AFTERNOON),
        ["after" | "from", rest @ ..] => match split_to(rest) {
            Some((from, to)) => both(from, to),
            None => Some(Part { from: quarter(rest)?, to: 96 }),
        },
        ["before" | "by" | "until" | "till" | "til", rest @ ..] => Some(Part { from: 0, to: quarter(rest)? }),
        ["between", rest @ ..] => {
            let at = rest.iter().position(|w| *w == "and" || *w == "to")?;
            both(&rest[..at], &rest[at + 1..])
        }
        rest => {
            if let Some((from, to)) = split_to(rest) {
                return both(from, to);
            }
            let [one] = rest else { return None };
            let (from, to) = one.split_once('-')?;
            both(&[from], &[to])
        }
    }
}

fn split_to<'a, 'w>(words: &'a [&'w str]) -> Option<(&'a [&'w str], &'a [&'w str])> {
    let at = words.iter().position(|w| matches!(*w, "to" | "until" | "-"))?;
    Some((&words[..at], &words[at + 1..]))
}

fn both(from: &[&str], to: &[&str]) -> Option<Part> {
    let part = Part { from: quarter(from)?, to: quarter(to)? };
    (part.from < part.to).then_some(part)
}

/// The quarter hour a time lies in; a time within one is its beginning.
fn quarter(words: &[&str]) -> Option<i64> {
    let text = words.join(" ");
    let text = text.trim_end_matches("o'clock").trim_end_matches("ish").trim();
    if matches!(text, "am" | "pm" | "morning" | "afternoon") {
        return None;
    }
    let text = match text {
        "lunch" | "lunchtime" => "12",
        other => other,
    };
    let time = read_time(text)?;
    Some(i64::from(time.hour() * 4 + time.minute() / 15))
}
