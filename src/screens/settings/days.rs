//! The closed days of Settings: the office's own, and bank holidays that were proclaimed.
//!
//! What a day touches is asked as soon as it can be read, and shown before it is kept. Words that begin with "bank
//! holiday" make it one: clocks of the law move over it. A day that was added is taken away again with one key; those
//! of the list are not shown here and stay.

use chrono::NaiveDate;

use super::{Editing, State};
use crate::domain::text::{LINE, cut};
use crate::domain::typed_day::{DayReading, Direction, day_with_year, read_day};
use crate::domain::working_days::{WorkingDays, is_weekend};
use crate::protocol::action::Action;
use crate::protocol::command::{Intention, Question};
use crate::protocol::context::Context;
use crate::protocol::effect::Effect;
use crate::store::closed::ClosedDay;
use crate::store::office::OfficeWrite;
use crate::store::touched::Touching;
use crate::widgets::field::Line;

impl State {
    /// Keeps the day that was typed: a day, and its name after it.
    fn close_day(&mut self, context: &Context) -> Vec<Effect> {
        let Some(Editing::Days(at, Some(line))) = &self.editing else { return Vec::new() };
        let (at, typed) = (*at, line.text().trim().to_owned());
        if typed.is_empty() {
            self.editing = Some(Editing::Days(at, None));
            return Vec::new();
        }
        let Some(Typed { day, name, bank }) = day_and_name(&typed, context, &self.law) else {
            return vec![Effect::Notice("~ A day and its name: 23 dec Office party.".into())];
        };
        if bank && is_weekend(day) {
            let said = format!("{} is a weekend: its substitute day is the one to add.", day_with_year(day));
            return vec![Effect::Notice(said)];
        }
        let own = self.closed.iter().find(|closed| closed.day == day).map(|closed| closed.name.as_str());
        if let Some(known) = own.or_else(|| self.law.closed(day)) {
            return vec![Effect::Notice(format!("Closed already: {known}, {}.", day_with_year(day)))];
        }
        let write = if bank { OfficeWrite::BankHoliday(day, name) } else { OfficeWrite::CloseDay(day, name) };
        self.editing = Some(Editing::Days(at, None));
        self.closing = None;
        let mut said = format!("{}: {}.", if bank { "Bank holiday" } else { "Closed" }, day_with_year(day));
        let touched = std::mem::take(&mut self.touched);
        if !touched.is_empty() {
            said = cut(&format!("{said} Touches: {}.", touched.join(", ")), LINE);
        }
        vec![Effect::Do(Intention::Office(write)), Effect::Notice(said), Effect::Ask(Question::ClosedDays)]
    }

    pub(super) fn in_days(&mut self, action: &Action, context: &Context) -> Vec<Effect> {
        let last = self.closed.len().saturating_sub(1);
        match (&mut self.editing, action) {
            (Some(Editing::Days(_, Some(line))), Action::Edit(edit)) => {
                line.edit_within(edit, super::LONGEST);
                let closing = day_and_name(line.text(), context, &self.law).map(|typed| {
                    if typed.bank { Touching::BankHoliday(typed.day) } else { Touching::Closed(typed.day) }
                });
                if closing == self.closing {
                    return Vec::new();
                }
                self.closing = closing;
                self.touched.clear();
                closing.map(|what| Effect::Ask(Question::Touched(what))).into_iter().collect()
            }
            (
                Some(Editing::Days(_, Some(_))),
                Action::NextField | Action::NextLine | Action::NextStep | Action::Open,
            ) => self.close_day(context),
            (Some(Editing::Days(_, typed @ None)), Action::Add | Action::NextStep) => {
                *typed = Some(Line::default());
                Vec::new()
            }
            (Some(Editing::Days(at, None)), Action::Drop) => match self.closed.get(*at) {
                Some(ClosedDay { day, .. }) => vec![
                    Effect::Do(Intention::Office(OfficeWrite::OpenDay(*day))),
                    Effect::Notice(format!("Open again: {}.", day_with_year(*day))),
                    Effect::Ask(Question::ClosedDays),
                ],
                None => Vec::new(),
            },
            (Some(Editing::Days(at, None)), Action::Up) => {
                *at = at.saturating_sub(1);
                Vec::new()
            }
            (Some(Editing::Days(at, None)), Action::Down) => {
                *at = (*at + 1).min(last);
                Vec::new()
            }
            _ => Vec::new(),
        }
    }
}

/// What was typed: a day, its name, and whether it is a bank holiday.
struct Typed {
    day: NaiveDate,
    name: String,
    bank: bool,
}

/// `23 dec Office party`, `9/4 bank holiday: jubilee`: the longest beginning that reads as a day, and the words after
/// it.
fn day_and_name(typed: &str, context: &Context, law: &WorkingDays) -> Option<Typed> {
    const BANK: &str = "bank holiday";
    let words: Vec<&str> = typed.split_whitespace().collect();
    (1..=words.len().min(4)).rev().find_map(|count| {
        let (day, name) = words.split_at(count);
        let DayReading::Day(day) = read_day(&day.join(" "), context.today(), Direction::Forward, law) else {
            return None;
        };
        let said = name.join(" ");
        let bank = said.get(..BANK.len()).is_some_and(|start| start.eq_ignore_ascii_case(BANK));
        let name = if bank { said[BANK.len()..].trim_matches([':', ',', ' ']) } else { &said };
        let name = match (name, bank) {
            ("", true) => "Bank holiday",
            ("", false) => "Office closed",
            (name, _) => name,
        };
        Some(Typed { day, name: cut(name, 60), bank })
    })
}
