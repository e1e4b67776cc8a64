//! The small windows of the mediators' page: what their lines are, and what becomes of them.
//!
//! A day is typed as everywhere; hours as they are said: `9-5`, `10-1`. Usual days are one line, Monday to
//! Friday: `mon 9-5 tue 9-1`, `mon-thu 9-5` or "mon to thu 9 to 5".

use chrono::{NaiveDate, Timelike};

use crate::domain::field::Part;
use crate::domain::reference::{RefKind, read_reference};
use crate::domain::slot::{Hours, clock};
use crate::domain::text::Private;
use crate::domain::typed_day::{DayReading, Direction, read_day};
use crate::domain::typed_time::read_time;
use crate::domain::working_days::WorkingDays;
use crate::protocol::context::Context;
use crate::screens::editor::{self, EditLine, Reads, WORDS};
use crate::store::mediators::{MediatorPage, MediatorWrite};
use crate::store::touched::Touching;

/// The most letters of what a mediator offers.
const OFFERS: usize = 300;

/// What the window is for; with the mediator it is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Purpose {
    /// Another mediator.
    New,
    /// Name, number, areas.
    Details(i64),
    /// Away days.
    Away(i64),
    /// Extra days.
    Extra(i64),
    /// Away or extra days are removed.
    Remove(i64),
    /// The usual days.
    Usual(i64),
    /// Cannot act for a case.
    Cannot(i64),
}

impl editor::Purpose for Purpose {
    fn reading(editor: &Editor, _line: usize, text: &str, _: NaiveDate, _: &WorkingDays) -> String {
        match editor.purpose {
            _ if text.is_empty() => String::new(),
            Self::Usual(_) | Self::New => match read_usual(text) {
                Some(days) => usual_typed(&days),
                None => "~ try: mon 9-5 tue 9-1".to_owned(),
            },
            Self::Extra(_) => match read_hours(text) {
                Some(hours) => format!("{} to {}", clock(hours.opens), clock(hours.closes)),
                None => "~ try: 10-1".to_owned(),
            },
            _ => String::new(),
        }
    }
}

/// The window, for mediators.
pub(super) type Editor = editor::Editor<Purpose>;

/// What is to be done with the lines.
pub(super) enum Saved {
    /// Written.
    Write(MediatorWrite),
    /// A new mediator with usual days.
    New { save: MediatorWrite, usual: MediatorWrite },
    /// Written once the case of this number is found.
    Conflict { mediator: i64, number: i64, words: Private },
}

const YES_NO: &str = "y or n.";

/// A window with what is there already.
pub(super) fn open(purpose: Purpose, page: Option<&MediatorPage>) -> Editor {
    let name = page.map_or("", |p| p.facts.name.as_str());
    let line = EditLine::new;
    let yes = |of: fn(&MediatorPage) -> bool| match page {
        Some(page) if of(page) => "yes",
        Some(_) => "no",
        None => "yes",
    };
    let limit = page.map_or(0, |p| p.facts.per_week);
    let limit = if limit == 0 { String::new() } else { limit.to_string() };
    let details = || {
        let text = |of: fn(&MediatorPage) -> &str| page.map_or("", of);
        vec![
            line("Name", name, "The name, as the office uses it."),
            line("Phone", text(|p| &p.phone), "Their number.").at_most(Part::Phone.longest()),
            line("Areas", text(|p| &p.facts.areas), "Where they work: Northmere, Wyre; or all.")
                .at_most(WORDS),
            line("Accredited", yes(|p| p.facts.accredited), YES_NO)
                .read_as(Reads::Choice(yes_words))
                .replaced(),
            line("SEN training", yes(|p| p.facts.sen_trained), YES_NO)
                .read_as(Reads::Choice(yes_words))
                .replaced(),
            line("Offers", text(|p| &p.facts.offers), "online, in person, BSL, interpreter; or their words.")
                .at_most(OFFERS),
            line("A week", &limit, "Meetings in a week, at most: 2. Empty is as many as there are.")
                .read_as(Reads::Choice(limit_words)),
        ]
    };
    let dates = || {
        vec![
            line("From", "", "The first day: t, fri, 3/12, +3.").read_as(Reads::Ahead),
            line("To", "", "The last day; empty is the same day.").read_as(Reads::Ahead),
        ]
    };
    let (title, lines) = match purpose {
        Purpose::New => {
            let mut lines = details();
            let help = "Usual days: mon 9-5 tue 9-1. May be empty.";
            lines.push(line("Usual days", "", help).read_as(Reads::Purpose));
            ("New mediator".to_owned(), lines)
        }
        Purpose::Details(_) => (name.to_owned(), details()),
        Purpose::Away(_) => {
            let mut lines = dates();
            lines.push(line("Words", "", "Training, leave. May be empty."));
            (format!("{name} is away"), lines)
        }
        Purpose::Extra(_) => {
            let mut lines = dates();
            lines.push(line("Hours", "", "10-1; empty is the office's hours.").read_as(Reads::Purpose));
            lines.push(line("Words", "", "May be empty."));
            (format!("{name}: extra day"), lines)
        }
        Purpose::Remove(_) => {
            let only = if page.is_some_and(|p| p.dates.len() == 1) { "1" } else { "" };
            (format!("{name}: remove days"), vec![line("Number", only, super::days::NUMBER).replaced()])
        }
        Purpose::Usual(_) => {
            let days = page.map(|p| usual_typed(&p.facts.usual)).unwrap_or_default();
            let help = "mon 9-5 tue 9-1, or mon-thu 9-5. A day that is not named is not worked.";
            (format!("{name}: usual days"), vec![line("Days", &days, help).read_as(Reads::Purpose)])
        }
        Purpose::Cannot(_) => {
            let lines = vec![
                line("Case", "", "The case's number: M-0412."),
                line("Reason", "", "May be empty. It is kept with the case."),
            ];
            (format!("{name} cannot act for"), lines)
        }
    };
    Editor::new(purpose, title, lines)
}

/// What is to be written; or what is missing, and in which line.
pub(super) fn save(
    editor: &Editor,
    page: Option<&MediatorPage>,
    context: &Context,
    days: &WorkingDays,
) -> Result<Saved, (String, usize)> {
    let text = |line: usize| editor.text(line);
    let write = match editor.purpose {
        Purpose::New | Purpose::Details(_) => {
            let id = match editor.purpose {
                Purpose::Details(id) => id,
                _ => context.id(),
            };
            if text(0).is_empty() {
                return Err(("A mediator has a name.".to_owned(), 0));
            }
            let yes = |line: usize| text(line).to_lowercase().starts_with('y');
            let save = MediatorWrite::Save {
                id,
                name: text(0).0,
                phone: text(1),
                areas: text(2).0,
                accredited: yes(3),
                sen_trained: yes(4),
                offers: text(5).0,
                per_week: read_limit(&text(6)),
            };
            return match (editor.purpose, text(7)) {
                (Purpose::New, typed) if !typed.is_empty() => {
                    let days = read_usual(&typed).ok_or_else(|| (DAYS_LIKE.to_owned(), 7))?;
                    Ok(Saved::New { save, usual: MediatorWrite::UsualDays { mediator: id, days } })
                }
                _ => Ok(Saved::Write(save)),
            };
        }
        Purpose::Away(mediator) => {
            let (from, to) = read_dates(editor, context.today(), days)?;
            MediatorWrite::Away { id: context.id(), mediator, from, to, words: text(2).0 }
        }
        Purpose::Extra(mediator) => {
            let (from, to) = read_dates(editor, context.today(), days)?;
            let hours = match text(2) {
                typed if typed.is_empty() => None,
                typed => Some(read_hours(&typed).ok_or_else(|| ("Hours look like 10-1.".to_owned(), 2))?),
            };
            MediatorWrite::Extra { id: context.id(), mediator, from, to, hours, words: text(3).0 }
        }
        Purpose::Remove(_) => {
            let number = || (super::days::NUMBER.to_owned(), 0);
            let chosen = page.and_then(|page| super::days::chosen(editor, page)).ok_or_else(number)?;
            MediatorWrite::RemoveDate { id: chosen.id }
        }
        Purpose::Usual(mediator) => {
            let days = read_usual(&text(0)).ok_or_else(|| (DAYS_LIKE.to_owned(), 0))?;
            MediatorWrite::UsualDays { mediator, days }
        }
        Purpose::Cannot(mediator) => {
            return match read_reference(&text(0)) {
                Some((None | Some(RefKind::Case), number)) => {
                    Ok(Saved::Conflict { mediator, number, words: text(1) })
                }
                _ => Err(("A case's number looks like M-0412.".to_owned(), 0)),
            };
        }
    };
    Ok(Saved::Write(write))
}

/// The away days being typed, once they can be read.
pub(super) fn away_days(editor: &Editor, context: &Context, days: &WorkingDays) -> Option<Touching> {
    let Purpose::Away(mediator) = editor.purpose else { return None };
    let (from, to) = read_dates(editor, context.today(), days).ok()?;
    Some(Touching::Away { mediator, from, to })
}

const DAYS_LIKE: &str = "Days look like: mon 9-5 tue 9-1.";

pub(super) fn read_dates(
    editor: &Editor,
    today: NaiveDate,
    days: &WorkingDays,
) -> Result<(NaiveDate, NaiveDate), (String, usize)> {
    let read = |line: usize| read_day(&editor.text(line), today, Direction::Forward, days);
    let DayReading::Day(from) = read(0) else {
        return Err(("A day looks like 3/12, fri or t.".to_owned(), 0));
    };
    match read(1) {
        _ if editor.text(1).is_empty() => Ok((from, from)),
        DayReading::Day(to) if to >= from => Ok((from, to)),
        DayReading::Day(_) => Err(("The last day is before the first.".to_owned(), 1)),
        _ => Err(("A day looks like 3/12, fri or t.".to_owned(), 1)),
    }
}

/// The first number of what was typed; 0, no limit, where there is none.
fn read_limit(typed: &str) -> i64 {
    let number = typed.split(|c: char| !c.is_ascii_digit()).find(|digits| !digits.is_empty());
    number.and_then(|digits| digits.parse().ok()).unwrap_or(0).min(20)
}

fn limit_words(typed: &str) -> Option<String> {
    (!typed.trim().is_empty()).then(|| match read_limit(typed) {
        0 => "as many as there are".to_owned(),
        n => format!("up to {n} a week"),
    })
}

fn yes_words(typed: &str) -> Option<String> {
    match typed.trim().to_lowercase().chars().next()? {
        'y' => Some("yes".to_owned()),
        'n' => Some("no".to_owned()),
        _ => Some("~ y or n; taken as no".to_owned()),
    }
}

/// From one to another as it is said: "mon to thu 9 to 5" is `mon-thu 9-5`, and "mon and tue" `mon tue`.
fn joined(typed: &str) -> String {
    let folded =
        typed.to_lowercase().replace([',', ';', '&', '+'], " ").replace(['\u{2013}', '\u{2014}'], "-");
    let mut out = String::new();
    for word in folded.split_whitespace() {
        match word {
            "from" | "and" => {}
            "to" | "till" | "until" | "-" => out.push('-'),
            word => {
                let goes_on = out.is_empty() || out.ends_with('-') || word.starts_with('-');
                out.extend([if goes_on { "" } else { " " }, word]);
            }
        }
    }
    out
}

/// `9-5`, `9.30-1`, `10-noon`, `9 to 5`.
pub(super) fn read_hours(typed: &str) -> Option<Hours> {
    let typed = joined(typed);
    let (from, to) = typed.split_once('-')?;
    let quarter = |text: &str| {
        let time = read_time(text)?;
        (time.minute() % 15 == 0).then(|| i64::from(time.hour() * 4 + time.minute() / 15))
    };
    let (opens, closes) = (quarter(from)?, quarter(to)?);
    (opens < closes).then_some(Hours { opens, closes })
}

const DAYS: [&str; 5] = ["mon", "tue", "wed", "thu", "fri"];

fn day_of(word: &str) -> Option<usize> {
    (word.len() >= 3).then(|| DAYS.iter().position(|day| word.starts_with(day)))?
}

/// `mon 9-5 tue 9-1`, `mon-thu 9-5`, `mon to thu 9 to 5`; hours that follow hold for the days before them. `-` or
/// `none` is no day.
pub(super) fn read_usual(typed: &str) -> Option<[Option<Hours>; 5]> {
    let mut usual = [None; 5];
    let folded = joined(typed);
    if matches!(folded.trim(), "" | "-" | "none") {
        return Some(usual);
    }
    let mut named: Vec<usize> = Vec::new();
    for word in folded.split_whitespace() {
        let range = word.split_once('-').map(|(a, b)| (day_of(a), day_of(b)));
        if let Some((Some(first), Some(last))) = range {
            named.extend(first..=last);
        } else if let Some(day) = day_of(word) {
            named.push(day);
        } else {
            let hours = read_hours(word)?;
            if named.is_empty() {
                return None;
            }
            for day in named.drain(..) {
                usual[day] = Some(hours);
            }
        }
    }
    named.is_empty().then_some(usual)
}

/// `9`, `9.30`, `1`: as a person writes it, and read back as the same time.
fn short_clock(quarter: i64) -> String {
    let (hour, minutes) = (quarter / 4, quarter % 4 * 15);
    let hour = match hour {
        0..=5 => format!("{hour:02}"),
        13..=17 => (hour - 12).to_string(),
        _ => hour.to_string(),
    };
    match (minutes, hour.starts_with('0')) {
        (0, false) => hour,
        _ => format!("{hour}.{minutes:02}"),
    }
}

/// `9-5`.
pub(super) fn hours_words(hours: Hours) -> String {
    format!("{}-{}", short_clock(hours.opens), short_clock(hours.closes))
}

/// `Mon 9-5   Tue 9-1   Wed -`.
pub(super) fn usual_words(usual: &[Option<Hours>; 5]) -> String {
    let each = DAYS.iter().zip(usual).map(|(day, hours)| {
        let day = format!("{}{}", day[..1].to_uppercase(), &day[1..]);
        hours.map_or_else(|| format!("{day} -"), |hours| format!("{day} {}", hours_words(hours)))
    });
    each.collect::<Vec<_>>().join("  ")
}

/// The same as it is typed, days of the same hours together: `mon-wed 9-5 fri 9-1`.
fn usual_typed(usual: &[Option<Hours>; 5]) -> String {
    let mut said: Vec<String> = Vec::new();
    let mut first = 0;
    while first < DAYS.len() {
        let same = usual[first..].iter().take_while(|hours| **hours == usual[first]).count();
        let last = first + same - 1;
        if let Some(hours) = usual[first] {
            let days =
                if last > first { format!("{}-{}", DAYS[first], DAYS[last]) } else { DAYS[first].to_owned() };
            said.push(format!("{days} {}", hours_words(hours)));
        }
        first += same;
    }
    said.join(" ")
}
