//! The shell's door: what scripts and screen readers ask without opening the desk.
//!
//! Each command reads its words as the screens do, asks the store the same question or sends the same
//! intention, and meets the same rules with the same sentences. The answer is one piece of data ([`data`]),
//! printed as plain lines, one fact a line, or as JSON with `--json`. Nothing here draws or reads the clock:
//! the moment is handed in. The desk itself is absent: without a command, [`run`] leaves it to `main`.
//!
//! Exit codes: 0 done, 1 a fault (no file, a damaged file, a full disk), 2 words that were not understood,
//! 3 a rule said no. Whatever went wrong is one line on the error stream.

pub mod data;

mod begin;
mod calendar;
mod case;
mod case_text;
mod clocks;
mod lines;
mod look;
mod place;
mod shapes;
mod trouble;
mod workdays;

use std::io::Write as _;
use std::path::PathBuf;

use chrono::{NaiveDate, NaiveDateTime, Timelike};
use clap::{Parser, Subcommand};
use serde::Serialize;

use crate::store::Signed;
use trouble::Trouble;

pub use clocks::Days;
pub use place::{DATABASE, ordinary_place, place, practice_place};

/// Exit code: done.
pub const DONE: u8 = 0;
/// Exit code: the outside failed.
pub const FAULT: u8 = 1;
/// Exit code: the words were not understood.
pub const USAGE: u8 = 2;
/// Exit code: a rule said no.
pub const REFUSED: u8 = 3;

/// The moment a command works in.
#[derive(Debug, Clone, Copy)]
pub struct Moment {
    /// UTC milliseconds.
    pub utc: i64,
    /// Date and time at the office.
    pub local: NaiveDateTime,
    /// A moment of the file (UTC milliseconds) in the office's time.
    pub local_of: fn(i64) -> NaiveDateTime,
}

impl Moment {
    /// The day at the office.
    pub fn today(&self) -> NaiveDate {
        self.local.date()
    }

    /// Quarter hours since midnight at the office.
    fn quarter(&self) -> i64 {
        i64::from(self.local.num_seconds_from_midnight()) / 900
    }

    /// Whoever writes now. Keys grow with time and differ between programs that run at once, as at the desk.
    fn signed(&self, staff: &str) -> Signed {
        let milliseconds = (self.utc - EPOCH).max(0);
        let id = (milliseconds << 20) | i64::from(std::process::id() & 0xFFF) << 8;
        Signed { at: self.utc, today: self.today(), quarter: self.quarter(), staff: staff.to_owned(), id }
    }
}

/// Milliseconds from 1970 to 2020, taken off keys as the desk does.
const EPOCH: i64 = 1_577_836_800_000;

/// Take calls, keep consent, willingness and the calendar of a SEND mediation phone line.
///
/// Without a command the desk opens in this terminal. The commands print plain text, one fact a line, or
/// data with --json.
#[derive(Debug, Parser)]
#[command(name = "mediation-line", version, after_help = AFTER)]
pub struct Arguments {
    /// The file to work in. Otherwise that of the environment's `MEDIATION_LINE_DATABASE`, otherwise the
    /// ordinary place of this user.
    #[arg(long, global = true, value_name = "FILE")]
    pub database: Option<PathBuf>,
    /// Work in the practice file: twelve made-up families, made when it is not there yet.
    #[arg(long, global = true, conflicts_with = "database")]
    pub practice: bool,
    /// Who writes; otherwise the desk's own name in the file.
    #[arg(long, global = true, value_name = "NAME")]
    pub staff: Option<String>,
    /// What to do; nothing opens the desk.
    #[command(subcommand)]
    pub command: Option<Command>,
}

const AFTER: &str = "Exit codes: 0 done, 1 a fault, 2 words not understood, 3 a rule said no.\n\
    Days are read as on the screens: 24/11, \"tue\", \"next fri\", +3 (working days), 2026-11-24. \
    So are times: 10, 930, 2 (14:00), 14:30.";

/// What can be asked from the shell.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Make a new file, empty, without questions.
    #[command(after_help = shapes::INIT)]
    Init(Json),
    /// What has to be done today, most urgent first.
    #[command(after_help = shapes::TODAY)]
    Today(Json),
    /// A case, an enquiry, or the case of a call: M-0412, m412, 412, E-1189, C-2216.
    #[command(after_help = shapes::CASE)]
    Case(Of),
    /// Look for a name, a school, an area, words of a note, the end of a phone number, a reference.
    #[command(after_help = shapes::FIND)]
    Find(Words),
    /// The week of a day: what is held and booked, and where each mediator could begin a meeting.
    #[command(after_help = shapes::WEEK)]
    Week(Week),
    /// Hold a date for a case, for five working days.
    ///
    /// The rules are those of the calendar page, and so are the sentences when one says no.
    #[command(after_help = shapes::HOLD)]
    Hold(Date),
    /// Book a date for a case: needs consent and every needed party willing.
    ///
    /// The rules are those of the Book window, and so are the sentences when one says no. A hold of the case at
    /// that time becomes the booking; its other holds are let go.
    #[command(after_help = shapes::BOOK)]
    Book(Booked),
    /// Working days after FROM up to and including TO, and the bank holidays between them.
    #[command(after_help = shapes::WORKDAYS)]
    Workdays(Span),
    /// Every period of the law from the days a caller knows: no case, no name, no file.
    #[command(after_help = shapes::CLOCKS)]
    Clocks(Box<Days>),
    /// Make a new practice file of made-up families.
    ///
    /// Without --cases: twelve families in every state, with dates around today. With --cases: so many cases,
    /// the same for the same number, seed and day.
    #[command(after_help = shapes::PRACTICE)]
    Practice(Made),
}

/// The data instead of the lines.
#[derive(Debug, Clone, Copy, clap::Args)]
pub struct Json {
    /// The same facts as data.
    #[arg(long)]
    pub json: bool,
}

/// Which case.
#[derive(Debug, clap::Args)]
pub struct Of {
    /// The reference: M-0412, m412, 412, E-1189, C-2216.
    #[arg(value_name = "REF")]
    pub reference: String,
    #[command(flatten)]
    #[allow(missing_docs)]
    pub json: Json,
}

/// Which week.
#[derive(Debug, clap::Args)]
pub struct Week {
    /// Any day of the week; without it this week.
    #[arg(value_name = "DATE", allow_hyphen_values = true)]
    pub date: Option<String>,
    #[command(flatten)]
    #[allow(missing_docs)]
    pub json: Json,
}

/// Which date.
#[derive(Debug, clap::Args)]
pub struct Date {
    /// The case: M-0412, m412, 412.
    #[arg(value_name = "REF")]
    pub reference: String,
    /// The day.
    #[arg(value_name = "DATE")]
    pub date: String,
    /// When it begins.
    #[arg(value_name = "TIME")]
    pub time: String,
    /// With whom: the beginning of a name is enough; without it whoever is free.
    #[arg(long, value_name = "NAME")]
    pub mediator: Option<String>,
    /// online, "in person" or telephone.
    #[arg(long, value_name = "HOW")]
    pub format: Option<String>,
    #[command(flatten)]
    #[allow(missing_docs)]
    pub json: Json,
}

/// Which date, and what the family agreed to.
#[derive(Debug, clap::Args)]
pub struct Booked {
    #[command(flatten)]
    #[allow(missing_docs)]
    pub date: Date,
    /// The family agreed to less than five clear working days.
    #[arg(long)]
    pub short_notice_agreed: bool,
}

/// What to look for.
#[derive(Debug, clap::Args)]
pub struct Words {
    /// Beginnings of words, the last digits of a number, or a reference.
    #[arg(value_name = "TEXT", required = true)]
    pub text: Vec<String>,
    #[command(flatten)]
    #[allow(missing_docs)]
    pub json: Json,
}

/// From when to when.
#[derive(Debug, clap::Args)]
pub struct Span {
    /// The day that is not counted.
    #[arg(value_name = "FROM", allow_hyphen_values = true)]
    pub from: String,
    /// The last day that is.
    #[arg(value_name = "TO", allow_hyphen_values = true)]
    pub to: String,
    #[command(flatten)]
    #[allow(missing_docs)]
    pub json: Json,
}

/// Which practice file.
#[derive(Debug, clap::Args)]
pub struct Made {
    /// How many cases; without it the twelve families.
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u64).range(1..=2_000_000))]
    pub cases: Option<u64>,
    /// Which made-up caseload: another number, other families.
    #[arg(long, value_name = "S", default_value_t = 1)]
    pub seed: u64,
    #[command(flatten)]
    #[allow(missing_docs)]
    pub json: Json,
}

/// What a command answers: its lines and its data.
struct Answer {
    text: String,
    json: String,
}

impl Answer {
    fn new(data: &impl Serialize, text: String) -> Result<Self, Trouble> {
        let json = serde_json::to_string_pretty(data).map_err(|e| Trouble::Fault(e.to_string()))?;
        Ok(Self { text, json: json + "\n" })
    }
}

/// Carries out the command; gives the exit code, or nothing when there is no command and the desk is meant. The
/// practice file is made first when it is asked for and is not there.
pub fn run(arguments: &Arguments, moment: Moment) -> Option<u8> {
    let Some(command) = &arguments.command else {
        return place::make_practice(arguments, moment).err().map(|trouble| told(&trouble));
    };
    let (answer, json) = match command {
        Command::Init(json) => (begin::init(arguments), *json),
        Command::Today(json) => (look::today(arguments, moment), *json),
        Command::Case(of) => (case::case(arguments, &of.reference, moment), of.json),
        Command::Find(words) => (look::find(arguments, &words.text.join(" "), moment), words.json),
        Command::Week(week) => (calendar::week(arguments, week.date.as_deref(), moment), week.json),
        Command::Hold(date) => (calendar::place_date(arguments, &wish(date, None), moment), date.json),
        Command::Book(booked) => {
            let wish = wish(&booked.date, Some(booked.short_notice_agreed));
            (calendar::place_date(arguments, &wish, moment), booked.date.json)
        }
        Command::Workdays(span) => (workdays::workdays(arguments, &span.from, &span.to, moment), span.json),
        Command::Clocks(days) => (clocks::clocks(arguments, days, moment), days.json),
        Command::Practice(made) => (begin::practice(arguments, made.cases, made.seed, moment), made.json),
    };
    Some(match answer {
        Ok(answer) => print(if json.json { &answer.json } else { &answer.text }),
        Err(trouble) => told(&trouble),
    })
}

/// One line on the error stream, and the code.
fn told(trouble: &Trouble) -> u8 {
    // Nobody is left to be told when this stream is closed.
    let _ = writeln!(std::io::stderr(), "{}", crate::domain::text::clean_line(&trouble.to_string()));
    trouble.code()
}

/// A date to hold, or to book with what the family agreed to.
fn wish(date: &Date, booked: Option<bool>) -> calendar::Wish<'_> {
    calendar::Wish {
        reference: &date.reference,
        date: &date.date,
        time: &date.time,
        mediator: date.mediator.as_deref(),
        format: date.format.as_deref(),
        short_notice_agreed: booked.unwrap_or(false),
        book: booked.is_some(),
    }
}

/// Prints; a reader that stopped listening (`| head`) is no fault.
fn print(text: &str) -> u8 {
    let mut out = std::io::stdout().lock();
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Err(error) if error.kind() != std::io::ErrorKind::BrokenPipe => FAULT,
        _ => DONE,
    }
}
