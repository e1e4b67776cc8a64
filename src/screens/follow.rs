//! Following up a row without leaving the page: a promise to ring back, and putting the row off.
//!
//! A window of one line over Today or over a case. Enter saves from any line, Esc closes and what was typed
//! stands there again. What a text means is read by the rules; whether it may be written is asked of the file.

use chrono::{NaiveDate, NaiveDateTime};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::Look;
use super::editor::{self, After, EditLine, Editor, Reads};
use crate::domain::promise::read_promise;
use crate::domain::queue::{Group, Why};
use crate::domain::reference::Reference;
use crate::domain::refusal::Refusal;
use crate::domain::snooze::{read_until, until_words};
use crate::domain::willingness::PartyKind;
use crate::domain::working_days::WorkingDays;
use crate::protocol::action::Action;
use crate::protocol::command::Intention;
use crate::protocol::context::Context;
use crate::protocol::effect::Effect;
use crate::store::cases::{CaseWrite, Promisee};
use crate::store::queue::{Item, QueueRow};

/// What the window is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Purpose {
    /// A promise to ring back.
    Promise,
    /// Putting the row off, as seen at this minute; a clock only to later today.
    Snooze {
        /// It is a clock.
        clock: bool,
        /// The minute at the office.
        now: NaiveDateTime,
    },
}

impl editor::Purpose for Purpose {
    fn reading(
        editor: &Editor<Self>,
        _line: usize,
        text: &str,
        today: NaiveDate,
        office: &WorkingDays,
    ) -> String {
        match editor.purpose {
            Self::Promise => read_promise(text, today, office).words(),
            Self::Snooze { clock, now } => match read_until(text, now, clock, office) {
                Ok(until) => until_words(until, now),
                Err(why) => format!("~ {}", why.words()),
            },
        }
    }
}

/// The row that is followed up.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Target {
    /// What it stands for.
    pub item: Item,
    /// Its spoken number.
    pub reference: Option<Reference>,
    /// Why it is there.
    pub why: Option<Why>,
    /// Its group.
    pub group: Group,
    /// The party it is about.
    pub party: Option<i64>,
    /// The booking it is about.
    pub booking: Option<i64>,
}

impl From<&QueueRow> for Target {
    fn from(row: &QueueRow) -> Self {
        let QueueRow { item, reference, why, group, party, booking, .. } = row;
        Self {
            item: *item,
            reference: *reference,
            why: *why,
            group: *group,
            party: *party,
            booking: *booking,
        }
    }
}

/// The window.
#[derive(Debug, Clone)]
pub struct Follow {
    target: Target,
    editor: Editor<Purpose>,
}

/// What a key did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Done {
    /// The window stays.
    Open(Vec<Effect>),
    /// It is closed, its text kept.
    Closed,
    /// It is closed, and this is written.
    Saved(Vec<Effect>),
}

/// A party by its first letter or word.
fn read_kind(text: &str) -> Option<PartyKind> {
    let typed = text.trim().to_lowercase();
    PartyKind::ALL.into_iter().find(|kind| {
        !typed.is_empty()
            && (kind.code().starts_with(&typed) || kind.short().to_lowercase().starts_with(&typed))
    })
}

impl Follow {
    /// A promise about a row.
    ///
    /// # Errors
    /// The row is not about a case.
    pub fn promise(target: Target) -> Result<Self, Refusal> {
        if !matches!(target.item, Item::Case(_)) {
            return Err(Refusal::NothingHere(
                "A promise is kept on a case. s moves the day of an enquiry or a call.",
            ));
        }
        let lines = vec![
            EditLine::new("When", "", "thu before noon, fri 2pm, +3, after 4 today. Enter keeps it.")
                .read_as(Reads::Purpose),
            EditLine::new("To", "", "f family, l LA, s school, p, h, o. Empty: whom the row is about.")
                .read_as(Reads::Choice(|text| read_kind(text).map(|kind| kind.short().to_owned()))),
        ];
        Ok(Self::new(target, Purpose::Promise, "Promise: I will ring", lines))
    }

    /// Putting a row off.
    ///
    /// # Errors
    /// The row cannot be put off.
    pub fn snooze(target: Target, now: NaiveDateTime) -> Result<Self, Refusal> {
        let case = matches!(target.item, Item::Case(_));
        if !case || target.why.is_none() {
            return Err(Refusal::NothingHere("This row cannot be put off. Enter opens it."));
        }
        let clock = matches!(target.group, Group::InDoubt | Group::Now);
        let help = if clock {
            "4, 15:30, after lunch: later today. Empty: in two hours. Enter puts it off."
        } else {
            "fri, +3, 2 dec. Empty: the next working day. Enter puts it off."
        };
        let lines = vec![EditLine::new("Until", "", help).read_as(Reads::Purpose)];
        Ok(Self::new(target, Purpose::Snooze { clock, now }, "Put off until", lines))
    }

    fn new(target: Target, purpose: Purpose, title: &str, lines: Vec<EditLine>) -> Self {
        let reference = target.reference.map(|r| format!("  {r}")).unwrap_or_default();
        Self { editor: Editor::new(purpose, format!("{title}{reference}"), lines), target }
    }

    /// It is for the same thing as another one.
    pub fn is_like(&self, other: &Self) -> bool {
        self.target == other.target
            && std::mem::discriminant(&self.editor.purpose) == std::mem::discriminant(&other.editor.purpose)
    }

    /// The help of its line.
    pub fn help(&self) -> &'static str {
        self.editor.help()
    }

    /// What a key does.
    pub fn act(&mut self, action: &Action, context: &Context, office: &WorkingDays) -> Done {
        // One line is usually all there is to say: Enter keeps it from any.
        let action = if *action == Action::NextField { &Action::NextStep } else { action };
        match self.editor.act(action) {
            After::Open => Done::Open(Vec::new()),
            After::Closed => Done::Closed,
            After::Save => match self.write(context, office) {
                Ok((write, said)) => Done::Saved(vec![Effect::Do(write), Effect::Notice(said)]),
                Err(said) => Done::Open(vec![Effect::Notice(said.to_owned())]),
            },
        }
    }

    fn write(&self, context: &Context, office: &WorkingDays) -> Result<(Intention, String), &'static str> {
        let typed = self.editor.text(0);
        let Item::Case(case) = self.target.item else { return Err("That row is not about a case.") };
        match self.editor.purpose {
            Purpose::Promise => {
                let read = read_promise(&typed, context.today(), office);
                let to = match (read_kind(&self.editor.text(1)), self.target.party) {
                    (Some(kind), _) => Promisee::Kind(kind),
                    (None, Some(party)) => Promisee::Party(party),
                    (None, None) => Promisee::Family,
                };
                let write = CaseWrite::Promise {
                    case,
                    step: context.id(),
                    to,
                    day: read.day,
                    part: read.part,
                    words: typed,
                };
                let closed =
                    office.closed(read.day).map(|name| format!(" Closed then: {name}.")).unwrap_or_default();
                Ok((Intention::Case(write), format!("Promised: {}.{closed}", read.words())))
            }
            Purpose::Snooze { clock, .. } => {
                let until = read_until(&typed, context.local, clock, office).map_err(|why| why.words())?;
                let why = self.target.why.ok_or("This row cannot be put off.")?;
                let write = CaseWrite::Snooze {
                    case,
                    id: context.id(),
                    why,
                    party: self.target.party,
                    booking: self.target.booking,
                    until,
                };
                Ok((Intention::Case(write), format!("Put off until {}.", until_words(until, context.local))))
            }
        }
    }

    /// Draws it over a page and gives the cursor's place.
    pub fn view(
        &self,
        look: &Look<'_>,
        area: Rect,
        buf: &mut Buffer,
        office: &WorkingDays,
    ) -> Option<Position> {
        self.editor.draw(buf, area, look, office)
    }
}
