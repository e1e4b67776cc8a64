//! `clocks`: every period of the law from the days a caller knows, without a case and without a file.
//!
//! A caller can be told what to keep an eye on before a name is taken. Days are read as on the screens; one
//! that is not exact gives "about", one that is not known is said to be waited for, and nothing is guessed.
//! Days that cannot be so together are warned of and counted all the same. Nothing is written, and no case is looked
//! up: the clocks of a case are on its own page.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::data;
use super::lines::Lines;
use super::trouble::Trouble;
use super::workdays::calendar;
use super::{Answer, Arguments, Json, Moment};
use crate::domain::deadline::{Entry, Known, Start, all, explain, oddities};
use crate::domain::typed_day::{DayReading, Direction, ahead_remark, long_day, passed, read_born, read_day};
use crate::domain::working_days::WorkingDays;
use crate::domain::young_person::too_old_remark;

/// Columns of the plain text.
const WIDTH: usize = 80;

/// What is known.
#[derive(Debug, clap::Args)]
pub struct Days {
    /// The date on the authority's decision letter.
    #[arg(long, value_name = "DATE", allow_hyphen_values = true)]
    pub letter: Option<String>,
    /// The day the letter was sent; the earlier of the two starts the clocks.
    #[arg(long, value_name = "DATE", allow_hyphen_values = true)]
    pub sent: Option<String>,
    /// The day the authority was told that mediation is wanted.
    #[arg(long, value_name = "DATE", allow_hyphen_values = true)]
    pub la_informed: Option<String>,
    /// The day the family said no to mediation.
    #[arg(long, value_name = "DATE", allow_hyphen_values = true)]
    pub declined: Option<String>,
    /// The day the mediation ended.
    #[arg(long, value_name = "DATE", allow_hyphen_values = true)]
    pub ended: Option<String>,
    /// The day the certificate was issued.
    #[arg(long, value_name = "DATE", allow_hyphen_values = true)]
    pub certificate: Option<String>,
    /// The birth date of the child or young person, an age, or "y6".
    #[arg(long, value_name = "DATE", allow_hyphen_values = true)]
    pub born: Option<String>,
    /// The day the authority said that it cannot arrange a meeting in time.
    #[arg(long, value_name = "DATE", allow_hyphen_values = true)]
    pub deemed: Option<String>,
    /// The day a health commissioner had the authority's notice.
    #[arg(long, value_name = "DATE", allow_hyphen_values = true)]
    pub health_notice: Option<String>,
    /// The day of the meeting.
    #[arg(long, value_name = "DATE", allow_hyphen_values = true)]
    pub meeting: Option<String>,
    /// The day of the agreement.
    #[arg(long, value_name = "DATE", allow_hyphen_values = true)]
    pub agreement: Option<String>,
    /// The day somebody else gave the family's details.
    #[arg(long, value_name = "DATE", allow_hyphen_values = true)]
    pub referral: Option<String>,
    /// The day the case was closed.
    #[arg(long, value_name = "DATE", allow_hyphen_values = true)]
    pub closed: Option<String>,
    /// Show the arithmetic: each day that is counted or passed over, and why.
    #[arg(long)]
    pub explain: bool,
    #[command(flatten)]
    #[allow(missing_docs)]
    pub json: Json,
}

/// Tells the clocks.
pub(super) fn clocks(arguments: &Arguments, days: &Days, moment: Moment) -> Result<Answer, Trouble> {
    let office = calendar(arguments, moment)?;
    let law = office.for_law();
    let today = moment.today();
    let mut lines = Lines::default();
    let Given { known, read, warnings } = read(days, today, &office, &mut lines)?;
    for warning in &warnings {
        lines.add("Warning", &wrapped(warning, WIDTH - "Warning: ".len()).join("\n"));
    }
    lines.line(&["Each day is a guide, not advice. The Tribunal decides; check the letter."]);
    let entries = all(&known, &law);
    let arithmetic = |entry: &Entry| -> Vec<String> {
        explain(entry.kind, &known, &office).iter().map(|line| line.text().trim_end().to_owned()).collect()
    };
    for entry in entries.iter().filter(|entry| entry.clock.is_some()) {
        told(&mut lines, entry, today);
        if days.explain {
            for line in arithmetic(entry) {
                lines.line(&["    ", &line]);
            }
        }
    }
    waiting(&mut lines, &entries);
    if entries.iter().filter_map(Entry::date).any(|day| day > law.known_until()) {
        let until = long_day(law.known_until());
        lines.add("Known until", &format!("{until}. After it only weekends are counted as closed."));
    }
    let answer = data::Clocks {
        clocks: entries
            .iter()
            .map(|entry| data::Told {
                clock: entry.kind.code(),
                date: entry.date(),
                about: entry.about(),
                rule: entry.rule(),
                source: entry.kind.source(),
                explain: days.explain.then(|| arithmetic(entry)),
            })
            .collect(),
        read,
        warnings,
    };
    Answer::new(&answer, lines.0)
}

/// The days that were given.
struct Given {
    known: Known,
    /// Each as it was read.
    read: BTreeMap<String, String>,
    /// What cannot be so.
    warnings: Vec<String>,
}

/// Reads the days and says how each was understood.
fn read(days: &Days, today: NaiveDate, office: &WorkingDays, lines: &mut Lines) -> Result<Given, Trouble> {
    let mut known = Known::default();
    let mut read = BTreeMap::new();
    let mut keep = |name: &str, reading: &DayReading| {
        if *reading != DayReading::Unread {
            read.insert(name.trim_start_matches('-').replace('-', "_"), reading.to_stored());
        }
    };
    let words = |typed: &Option<String>, name: &str, direction| -> Result<DayReading, Trouble> {
        let Some(typed) = typed.as_deref().filter(|typed| !typed.trim().is_empty()) else {
            return Ok(DayReading::Unread);
        };
        // The day of a meeting may be behind or ahead: without a year it is the nearer one.
        match read_day(typed, today, direction, office) {
            DayReading::Day(_) if passed(typed, today, office).is_some() => {
                Ok(read_day(typed, today, Direction::Back, office))
            }
            DayReading::Unread => Err(not_a_day(name, typed)),
            reading => Ok(reading),
        }
    };
    for (field, typed, name, label, direction) in [
        (&mut known.letter, &days.letter, "--letter", "Letter", Direction::Back),
        (&mut known.sent, &days.sent, "--sent", "Sent", Direction::Back),
        (&mut known.la_informed, &days.la_informed, "--la-informed", "LA told", Direction::Back),
        (
            &mut known.health_notice,
            &days.health_notice,
            "--health-notice",
            "Health body told",
            Direction::Back,
        ),
        (&mut known.meeting, &days.meeting, "--meeting", "Meeting", Direction::Forward),
        (&mut known.declined, &days.declined, "--declined", "Declined", Direction::Back),
        (&mut known.ended, &days.ended, "--ended", "Mediation ended", Direction::Back),
        (&mut known.deemed, &days.deemed, "--deemed", "LA cannot", Direction::Back),
        (&mut known.certificate, &days.certificate, "--certificate", "Certificate", Direction::Back),
        (&mut known.agreement, &days.agreement, "--agreement", "Agreement", Direction::Back),
        (&mut known.referral, &days.referral, "--referral", "Referred", Direction::Back),
        (&mut known.closed, &days.closed, "--closed", "Closed", Direction::Back),
    ] {
        *field = words(typed, name, direction)?;
        lines.add(label, &field.with_year());
        keep(name, field);
    }
    let mut remark = None;
    if let Some(typed) = days.born.as_deref().filter(|typed| !typed.trim().is_empty()) {
        let said = read_born(typed, today);
        if said == DayReading::Unread {
            return Err(not_a_day("--born", typed));
        }
        known = known.with_born(&said, today);
        lines.add("Born", &said.with_year());
        keep("--born", &known.born);
        remark =
            too_old_remark(&said, today).or_else(|| said.earliest().and_then(|day| ahead_remark(day, today)));
    }
    let warnings = oddities(&known, today).into_iter().chain(remark.as_deref().map(in_the_shell)).collect();
    Ok(Given { known, read, warnings })
}

/// The remark beside a field speaks of keeping what is typed there; the shell keeps nothing.
fn in_the_shell(remark: &str) -> String {
    let remark = remark.trim_start_matches("~ ").replace(" Kept.", "");
    remark.replace("Kept as typed: check", "Check")
}

fn not_a_day(name: &str, typed: &str) -> Trouble {
    let example = if name == "--born" { "12/3/2011, 14 or y9" } else { "2/11, \"2 nov\" or 2026-11-02" };
    Trouble::Usage(format!("{name}: '{typed}' is not a day. Try {example}."))
}

/// One clock that has its day.
fn told(lines: &mut Lines, entry: &Entry, today: NaiveDate) {
    let Some(clock) = entry.clock else { return };
    let about = if clock.about { "about " } else { "" };
    let left = match (clock.date - today).num_days() {
        0 => "today".to_owned(),
        1 => "1 day left".to_owned(),
        -1 => "1 day ago".to_owned(),
        past @ ..0 => format!("{} days ago", -past),
        left => format!("{left} days left"),
    };
    let day = format!("{about}{} ({left})", long_day(clock.date));
    lines.line(&[""]);
    lines.add(entry.kind.label(), &day);
    // That it is a guide stands once above them all.
    for text in [clock.rule.trim_end_matches("A guide, not advice."), clock.source] {
        for line in wrapped(text, WIDTH - 2) {
            lines.line(&["  ", &line]);
        }
    }
}

/// The clocks without a day, by what they wait for.
fn waiting(lines: &mut Lines, entries: &[Entry]) {
    let mut told: Vec<Start> = Vec::new();
    for entry in entries.iter().filter(|entry| entry.clock.is_none()) {
        let start = entry.kind.start();
        if told.is_empty() {
            lines.line(&[""]);
            lines.line(&["Not known yet"]);
        }
        if start == Start::Agreement && told.contains(&start) {
            continue;
        }
        told.push(start);
        let label = if start == Start::Agreement { "What was agreed" } else { entry.kind.label() };
        lines.line(&["  ", label, ": ", start.waits_for()]);
    }
}

/// The text in lines of so many columns, broken between words.
fn wrapped(text: &str, width: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        match lines.last_mut() {
            Some(line) if line.chars().count() + 1 + word.chars().count() <= width => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}
