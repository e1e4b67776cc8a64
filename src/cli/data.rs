//! What the commands answer with `--json`: every shape of it, in one place.
//!
//! The shapes are a promise to scripts: fields may be added, none changes its meaning or goes. Days are written
//! YYYY-MM-DD and moments as the office's own date and time. A field that may be nothing is `null`. All text
//! has been cleaned of what could harm a terminal.

mod calendar;
mod clocks;

use chrono::{NaiveDate, NaiveDateTime};
use serde::Serialize;

pub use calendar::{Day, Open, Placed, Taken, Week};
pub use clocks::{Clocks, Told};

/// `init` and `practice`.
#[derive(Serialize)]
pub struct Made {
    /// The file.
    pub made: String,
    /// Whose desk.
    pub staff: String,
    /// Cases in it.
    pub cases: u64,
}

/// `workdays`.
#[derive(Serialize)]
pub struct Workdays {
    /// Not counted.
    pub from: NaiveDate,
    /// Counted, when it is a working day.
    pub to: NaiveDate,
    /// How many; negative when `to` is earlier.
    pub working_days: i64,
    /// Weekdays that were closed.
    pub skipped: Vec<Closed>,
    /// After this day only weekends are known.
    pub known_until: NaiveDate,
}

/// A closed weekday.
#[derive(Serialize)]
pub struct Closed {
    /// The day.
    pub day: NaiveDate,
    /// Its name.
    pub name: String,
}

/// `today`.
#[derive(Serialize)]
pub struct Today {
    /// The day at the office.
    pub today: NaiveDate,
    /// The groups that have rows, most urgent first.
    pub groups: Vec<QueueGroup>,
}

/// A group of Today.
#[derive(Serialize)]
pub struct QueueGroup {
    /// `now`, `chase`, `waiting for consent`, `ready`, `meetings`, `not finished`, `recent`.
    pub group: &'static str,
    /// The heading on the screen.
    pub heading: &'static str,
    /// There are more rows than these.
    pub more: bool,
    /// The rows.
    pub rows: Vec<QueueRow>,
}

/// A row of Today.
#[derive(Serialize)]
pub struct QueueRow {
    /// `M-0412`, `E-1189`, `C-2216`.
    pub reference: Option<String>,
    /// First name and initial, or the kind of caller.
    pub name: String,
    /// Why it is there.
    pub reason: String,
    /// What to do.
    pub step: String,
    /// Its day.
    pub due: NaiveDate,
    /// Days until then; negative when it has passed.
    pub days: i64,
}

/// `find`.
#[derive(Serialize)]
pub struct Finds {
    /// What was looked for.
    pub typed: String,
    /// What was found, an exact reference first, then the newest.
    pub found: Vec<Find>,
}

/// One thing found.
#[derive(Serialize)]
pub struct Find {
    /// `case`, `person`, `notes`, `enquiry`.
    pub kind: &'static str,
    /// The case or the enquiry it leads to.
    pub reference: Option<String>,
    /// The name.
    pub name: String,
    /// The rest.
    pub about: String,
    /// It does not begin as typed: it sounds like that, or a letter differs.
    pub alike: bool,
}

/// `case`.
#[derive(Serialize)]
#[serde(tag = "what", rename_all = "lowercase")]
pub enum Shown {
    /// A case.
    Case(Box<Case>),
    /// An enquiry.
    Enquiry(Enquiry),
    /// A call that led to neither, or not yet.
    Call(Call),
}

/// A case.
#[derive(Serialize)]
pub struct Case {
    /// `M-0412`; none while the call is being taken.
    pub reference: Option<String>,
    /// `in call`, `open`, `closed`, `erased`.
    pub state: &'static str,
    /// Consent.
    pub consent: Consent,
    /// The rest; nothing without consent in force.
    #[serde(flatten)]
    pub family: Option<Family>,
    /// What happened, newest first; without consent in force the acts without their words.
    pub timeline: Vec<Happened>,
}

/// Where consent stands.
#[derive(Serialize)]
pub struct Consent {
    /// `OK`, `OK, to check with parent`, `withdrawn`, `not asked`.
    pub standing: &'static str,
    /// Details may be kept and dates held.
    pub in_force: bool,
    /// The records, oldest first.
    pub records: Vec<ConsentRecord>,
}

/// A record of consent. Without consent in force only the act, the day and who recorded it.
#[derive(Serialize)]
pub struct ConsentRecord {
    /// `given`, `checked`, `withdrawn`, `denied`.
    pub act: &'static str,
    /// Who agreed.
    pub giver: String,
    /// The day as typed.
    pub given: String,
    /// The last day it can mean.
    pub given_to: NaiveDate,
    /// How.
    pub how: String,
    /// Who told us.
    pub told_by: String,
    /// Limits.
    pub limits: String,
    /// What it does not cover.
    pub not_covered: String,
    /// When it was recorded.
    pub recorded: NaiveDateTime,
    /// By whom.
    pub staff: String,
}

/// What is shown of a case with consent.
#[derive(Serialize)]
pub struct Family {
    /// Whether a meeting may be booked.
    pub light: Light,
    /// `statutory`, `disagreement resolution`, `not known`.
    pub route: &'static str,
    /// The child's or young person's name.
    pub child: String,
    /// The details in the order they are asked.
    pub details: Vec<Fact>,
    /// The parties, family first.
    pub parties: Vec<Party>,
    /// Its dates in any state, newest first.
    pub dates: Vec<Date>,
    /// Promised steps that are not done.
    pub steps: Vec<Step>,
    /// Legal periods that have a day.
    pub clocks: Vec<Clock>,
    /// The enquiry it came from.
    pub enquiry: Option<String>,
}

/// The booking light.
#[derive(Serialize)]
pub struct Light {
    /// A meeting may be booked.
    pub ready: bool,
    /// What is missing, a sentence each.
    pub missing: Vec<String>,
}

/// A detail.
#[derive(Serialize)]
pub struct Fact {
    /// The word in the file: `school`, `letter`.
    pub detail: &'static str,
    /// The label on the screen.
    pub label: &'static str,
    /// As typed.
    pub typed: String,
    /// The reading in words, where there is one.
    pub reading: String,
}

/// A party.
#[derive(Serialize)]
pub struct Party {
    /// `family`, `local authority`...
    pub kind: &'static str,
    /// `family`, `other side`, `beside`.
    pub side: &'static str,
    /// `needed`, `invited`, `dropped`.
    pub needed: &'static str,
    /// Its name.
    pub name: String,
    /// The person.
    pub person: String,
    /// Relation or post.
    pub relation: String,
    /// Number.
    pub phone: String,
    /// The number is not safe to ring.
    pub not_safe: bool,
    /// The number with what was said of it, and by whom; empty where nothing was said.
    pub said_of_phone: String,
    /// E-mail.
    pub email: String,
    /// When to ring.
    pub best_time: String,
    /// Needs.
    pub needs: String,
    /// Who comes, and may they decide.
    pub decides: String,
    /// When a meeting suits.
    pub suits: String,
    /// The latest answer: `willing`, `willing, but`, `not willing`, `pulled out`, or nothing.
    pub answer: Option<&'static str>,
    /// When to chase.
    pub chase: Option<NaiveDate>,
    /// Answers and attempts, newest first.
    pub given: Vec<Given>,
}

/// An answer or an attempt.
#[derive(Serialize)]
pub struct Given {
    /// The day.
    pub day: NaiveDate,
    /// `asked`, `left message`, `willing`, `willing, but`, `not willing`, `pulled out`.
    pub answer: &'static str,
    /// Who said it.
    pub person: String,
    /// Their words.
    pub words: String,
    /// How.
    pub how: String,
    /// Who recorded it.
    pub staff: String,
}

/// A date.
#[derive(Serialize)]
pub struct Date {
    /// `held`, `booked`, `in doubt`, `met`, `did not happen`, `called off`, `let go`, `moved`.
    pub state: &'static str,
    /// The day.
    pub day: NaiveDate,
    /// `10:00`.
    pub from: String,
    /// `13:00`.
    pub to: String,
    /// `online`, `in person`, `telephone`, `not decided`.
    pub format: &'static str,
    /// The mediator.
    pub mediator: String,
    /// Until when a hold stands.
    pub held_until: Option<NaiveDate>,
}

/// A promised step.
#[derive(Serialize)]
pub struct Step {
    /// What was promised, with its time of the day: `Promised: ring family before 12:00`.
    pub what: String,
    /// For which day.
    pub due: NaiveDate,
}

/// A legal period.
#[derive(Serialize)]
pub struct Clock {
    /// `two months`, `30 days`.
    pub clock: &'static str,
    /// Its last day.
    pub date: NaiveDate,
    /// It began on a vague day.
    pub about: bool,
    /// Days until then; negative when it has passed.
    pub days: i64,
    /// What ended it: `held Thu 19 Nov`, `sent Mon 23 Nov`, `not wanted`.
    pub ended: Option<String>,
    /// The rule; it says that it is a guide, not advice.
    pub rule: &'static str,
    /// The source.
    pub source: &'static str,
}

/// A line of the timeline.
#[derive(Serialize)]
pub struct Happened {
    /// When, at the office.
    pub at: NaiveDateTime,
    /// What was done.
    pub act: String,
    /// The words, where there are any.
    pub words: String,
    /// By whom.
    pub staff: String,
}

/// An enquiry: the caller's own work details, nothing of a family.
#[derive(Serialize)]
pub struct Enquiry {
    /// `E-1189`.
    pub reference: String,
    /// `open`, `became a case`, `ended`, `expired`.
    pub state: String,
    /// The kind of caller.
    pub caller: &'static str,
    /// Their name.
    pub name: String,
    /// Where they ring from.
    pub work: String,
    /// Their number.
    pub phone: String,
    /// Their e-mail.
    pub email: String,
    /// When to ring.
    pub best_time: String,
    /// What it is about, in general.
    pub about: String,
    /// The area.
    pub area: String,
    /// The answer to the consent question.
    pub consent: &'static str,
    /// What is next.
    pub next: &'static str,
    /// By when.
    pub next_day: NaiveDate,
    /// When it becomes a count line.
    pub keep_until: NaiveDate,
    /// The day it was taken.
    pub taken: NaiveDate,
    /// By whom.
    pub staff: String,
}

/// A call that leads to no case and no enquiry.
#[derive(Serialize)]
pub struct Call {
    /// `C-2216`.
    pub reference: Option<String>,
    /// `open`, `not finished`, `finished`.
    pub state: &'static str,
    /// The day.
    pub day: NaiveDate,
    /// The kind of caller, where known.
    pub caller: Option<&'static str>,
    /// Where consent stands.
    pub consent: &'static str,
    /// Who took it.
    pub staff: String,
}
