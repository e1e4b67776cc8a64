//! Still to ask: what would help the next step, at most six lines, worded as a colleague would say it.
//!
//! It is a list and never an error; finishing with a full list is normal.

use crate::domain::authority::Authorities;
use crate::domain::consent::ConsentAnswer;
use crate::domain::detail::Detail;
use crate::domain::phone::Phone;
use crate::domain::typed_day::DayReading;
use crate::domain::young_person::years_too_many;
use crate::protocol::action::Action;
use crate::protocol::context::Context;
use crate::protocol::effect::Effect;

use super::State;
use super::form::{Focus, Part};

/// The most lines.
const MOST: usize = 6;

impl State {
    /// The lines, each with the place it leads to.
    pub(super) fn to_ask(&self, context: &Context) -> Vec<(String, Focus)> {
        let mut lines: Vec<(String, Focus)> = Vec::new();
        let mut ask = |words: &str, to: Focus| lines.push((words.to_owned(), to));
        let field = Focus::Field;
        let empty = |detail: Detail| self.entry(detail).trim().is_empty() && self.case_has(detail).is_none();
        let no_number = |detail: Detail| {
            let of_case = self.case_has(detail).map(Phone::read);
            !self.can_be_rung(detail) && !of_case.is_some_and(|phone| phone.can_be_rung())
        };
        if self.kind.is_none() {
            ask("Who is ringing", field(Detail::Who));
        }
        if self.child_alone {
            return lines;
        }
        if self.asks_for_consent() {
            match self.answer {
                None => ask("Consent: Y, N or U", Focus::Question),
                Some(ConsentAnswer::Yes) => {
                    if let Some(gap) = self.gap(context) {
                        let part = match gap {
                            crate::domain::consent::ConsentGap::Who => Part::Who,
                            crate::domain::consent::ConsentGap::How => Part::How,
                            _ => Part::When,
                        };
                        ask(gap.words(), Focus::Part(part));
                    }
                }
                Some(_) => {}
            }
            if self.read(Detail::About).is_empty() {
                ask("What it is about, in general", field(Detail::About));
            }
            if empty(Detail::Area) {
                ask("Which area (LA)", field(Detail::Area));
            }
            if self.kind.is_some_and(crate::domain::call::CallerKind::rings_in_their_work)
                && !self.can_be_rung(Detail::Phone)
            {
                ask("Their own number", field(Detail::Phone));
            }
            lines.truncate(MOST);
            return lines;
        }
        let third = self.kind.is_some_and(crate::domain::call::CallerKind::is_third_party);
        if third {
            if empty(Detail::ParentName) || no_number(Detail::ParentPhone) {
                ask(
                    "Parent's name and phone",
                    field(if empty(Detail::ParentName) { Detail::ParentName } else { Detail::ParentPhone }),
                );
            }
        } else if !self.can_be_rung(Detail::Phone) {
            ask("A number to ring", field(Detail::Phone));
        }
        if empty(Detail::Child) && self.kind != Some(crate::domain::call::CallerKind::YoungPerson) {
            ask("Child's name", field(Detail::Child));
        }
        if empty(Detail::Area) {
            ask("Which area (LA)", field(Detail::Area));
        } else if self.read(Detail::Area).is_empty()
            && let Some(near) = Authorities::england().near(self.entry(Detail::Area))
        {
            ask(
                &format!("Which area: \"{}\" or {}?", self.entry(Detail::Area), near.short()),
                field(Detail::Area),
            );
        }
        if empty(Detail::About) {
            ask("What it is about", field(Detail::About));
        } else if self.read(Detail::About).is_empty() {
            ask("What it is about: which kind", field(Detail::About));
        }
        // Of a case that was open it is what the case has, whoever typed it.
        let by = if self.case_was_open { "the case has" } else { "you typed" };
        match DayReading::from_stored(self.read(Detail::Letter)) {
            DayReading::Day(_) => {}
            _ if empty(Detail::Letter) => ask("Letter date", field(Detail::Letter)),
            _ => ask(&format!("Letter date: {by} \"{}\"", self.entry(Detail::Letter)), field(Detail::Letter)),
        }
        if empty(Detail::Wants) && !third {
            ask("Wants mediation?", field(Detail::Wants));
        } else if !third && !empty(Detail::Wants) && self.read(Detail::Wants).is_empty() {
            ask("Wants mediation: y, n, or which?", field(Detail::Wants));
        }
        if empty(Detail::Born) {
            ask("Date of birth", field(Detail::Born));
        } else if self.read(Detail::Born).is_empty()
            || years_too_many(&DayReading::from_stored(self.read(Detail::Born)), context.today()).is_some()
        {
            ask(&format!("Date of birth: {by} \"{}\"", self.entry(Detail::Born)), field(Detail::Born));
        }
        if empty(Detail::Needs) {
            ask("Interpreter or other needs?", field(Detail::Needs));
        }
        if empty(Detail::BestTime) {
            ask("When is best to ring?", field(Detail::BestTime));
        }
        lines.truncate(MOST);
        lines
    }

    pub(super) fn act_on_ask(&mut self, row: usize, action: &Action, context: &Context) -> Vec<Effect> {
        let lines = self.to_ask(context);
        match action {
            Action::Down => self.focus = Focus::Ask((row + 1).min(lines.len().saturating_sub(1))),
            Action::Up => self.focus = Focus::Ask(row.saturating_sub(1)),
            Action::NextField => {
                if let Some((_, to)) = lines.get(row) {
                    return self.go_to(*to, context);
                }
            }
            Action::PreviousField => self.focus = self.before_notes,
            _ => {}
        }
        Vec::new()
    }
}
