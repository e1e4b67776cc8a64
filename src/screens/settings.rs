//! Settings: what is set for this file and for the person at this desk.
//!
//! Only what really does something is listed. A change is written at once and touches no call. Closed days
//! shift chases, holds and the calendar, never a legal period; bank holidays come with the program, are shown with
//! the day they are known until, and one that is proclaimed later is added here (`settings/days`). The words about a
//! child at risk are edited here.

mod days;
mod draw;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::drafts::{Draft, Typed};
use super::{Look, Screen};
use crate::domain::authority::Authorities;
use crate::domain::text::cut;
use crate::domain::working_days::WorkingDays;
use crate::protocol::action::{Action, Edit};
use crate::protocol::answer::Answer;
use crate::protocol::command::{Intention, Question};
use crate::protocol::context::Context;
use crate::protocol::effect::Effect;
use crate::protocol::keys::Spot;
use crate::store::closed::{ClosedDay, calendars};
use crate::store::office::{OfficeWrite, Settings, setting};
use crate::store::touched::Touching;
use crate::widgets::field::Line;
use crate::widgets::notes::Notes;

/// A row of the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Row {
    Name,
    Start,
    Colours,
    Lines,
    Service,
    PhoneLine,
    Served,
    ClosedDays,
    Safeguarding,
    ChasePhone,
    ChaseEmail,
    ChaseMessage,
}

const ROWS: [Row; 12] = [
    Row::Name,
    Row::Start,
    Row::Colours,
    Row::Lines,
    Row::Service,
    Row::PhoneLine,
    Row::Served,
    Row::ClosedDays,
    Row::Safeguarding,
    Row::ChasePhone,
    Row::ChaseEmail,
    Row::ChaseMessage,
];

/// The most letters of a text of one line.
const LONGEST: usize = 400;
/// The most letters of the name of whoever works here: it stands beside what they keep.
pub(super) const NAME: usize = 100;
/// The most letters of the office's own words about a child at risk.
const WORDS: usize = 10_000;

/// What is being edited over the list.
#[derive(Debug, Clone)]
enum Editing {
    /// A text of one line.
    Text(Row, Line),
    /// The words about a child at risk.
    Words(Notes),
    /// The closed days: the chosen one, and a new one being typed.
    Days(usize, Option<Line>),
}

/// What was typed in a window of Settings when they were left.
#[derive(Debug, Clone)]
pub struct Words(Editing);

/// Settings.
#[derive(Debug, Clone)]
pub struct State {
    settings: Settings,
    closed: Vec<ClosedDay>,
    /// The day that is being typed, and what closing it touches.
    closing: Option<Touching>,
    touched: Vec<String>,
    law: WorkingDays,
    at: usize,
    editing: Option<Editing>,
}

impl Default for State {
    fn default() -> Self {
        Self {
            settings: Settings::default(),
            closed: Vec::new(),
            closing: None,
            touched: Vec::new(),
            law: WorkingDays::england(),
            at: 0,
            editing: None,
        }
    }
}

/// The one after this among the choices of a setting.
fn after<'a>(all: &[&'a str], now: &str) -> &'a str {
    let at = all.iter().position(|choice| *choice == now).unwrap_or(0);
    all[(at + 1) % all.len()]
}

/// The setting a row of text keeps.
fn key_of(row: Row) -> &'static str {
    match row {
        Row::Name => setting::STAFF,
        Row::Service => setting::SERVICE,
        Row::PhoneLine => setting::LINE,
        Row::ChasePhone => setting::CHASE_PHONE,
        Row::ChaseEmail => setting::CHASE_EMAIL,
        Row::ChaseMessage => setting::CHASE_MESSAGE,
        _ => setting::SERVED,
    }
}

const COLOURS: [&str; 3] = ["standard", "high contrast", "none"];
const LINES: [&str; 2] = ["drawn", "plain"];

impl State {
    fn set(&mut self, key: &'static str, value: String) -> Vec<Effect> {
        self.settings.0.insert(key.to_owned(), value.clone());
        vec![Effect::Do(Intention::Office(OfficeWrite::Set(key, value))), Effect::Ask(Question::Settings)]
    }

    fn change(&mut self, context: &Context) -> Vec<Effect> {
        match ROWS[self.at] {
            Row::Start => {
                let today = !self.settings.home_is_today(&context.staff);
                self.settings.choose_home(&context.staff, today);
                vec![Effect::Do(Intention::Office(OfficeWrite::HomeIsToday(today)))]
            }
            Row::Colours => {
                let next = after(&COLOURS, self.settings.get(setting::COLOURS));
                self.set(setting::COLOURS, next.to_owned())
            }
            Row::Lines => {
                let next = after(&LINES, self.settings.get(setting::LINES));
                self.set(setting::LINES, next.to_owned())
            }
            row @ (Row::Name
            | Row::Served
            | Row::Service
            | Row::PhoneLine
            | Row::ChasePhone
            | Row::ChaseEmail
            | Row::ChaseMessage) => {
                let key = key_of(row);
                self.editing = Some(Editing::Text(row, Line::holding(self.settings.get(key))));
                Vec::new()
            }
            Row::ClosedDays => {
                self.editing = Some(Editing::Days(0, None));
                vec![Effect::Ask(Question::ClosedDays)]
            }
            Row::Safeguarding => {
                let own = self.settings.get(setting::SAFEGUARDING);
                let words = if own.trim().is_empty() { super::safeguarding::SHIPPED } else { own };
                self.editing = Some(Editing::Words(Notes::holding(words.trim_end())));
                Vec::new()
            }
        }
    }

    /// Closes what is edited; its text is kept.
    fn close(&mut self) -> Vec<Effect> {
        match self.editing.take() {
            Some(Editing::Text(row, line)) => {
                let key = key_of(row);
                let text = cut(line.text().trim(), LONGEST);
                if text == self.settings.get(key) || (row == Row::Name && text.is_empty()) {
                    return Vec::new();
                }
                let unknown = Authorities::england().unknown_words(&text).filter(|_| row == Row::Served);
                let mut effects = self.set(key, text);
                effects.extend(unknown.map(Effect::Notice));
                effects
            }
            Some(Editing::Words(notes)) => {
                let text = notes.text();
                let shown = self.settings.get(setting::SAFEGUARDING);
                if text == shown || (shown.is_empty() && text == super::safeguarding::SHIPPED.trim_end()) {
                    return Vec::new();
                }
                self.set(setting::SAFEGUARDING, text)
            }
            Some(Editing::Days(at, Some(_))) => {
                self.editing = Some(Editing::Days(at, None));
                Vec::new()
            }
            _ => Vec::new(),
        }
    }
}

impl Screen for State {
    fn spot(&self) -> Spot {
        match &self.editing {
            None => Spot::Settings,
            Some(Editing::Text(..) | Editing::Days(_, Some(_))) => Spot::RowEditor,
            Some(Editing::Words(_)) => Spot::Words,
            Some(Editing::Days(_, None)) => Spot::ClosedDays,
        }
    }

    fn typing(&self) -> bool {
        !matches!(&self.editing, None | Some(Editing::Days(_, None)))
    }

    fn full(&self) -> Option<String> {
        match &self.editing {
            Some(Editing::Text(_, line) | Editing::Days(_, Some(line))) => line.full(),
            Some(Editing::Words(notes)) => notes.full(),
            _ => None,
        }
    }

    fn has_window(&self) -> bool {
        self.editing.is_some()
    }

    fn next_step(&self) -> String {
        match &self.editing {
            None => "Change",
            Some(Editing::Days(_, None)) => "Add",
            Some(_) => "Keep",
        }
        .to_owned()
    }

    fn title(&self, _look: &Look<'_>) -> String {
        "SETTINGS".to_owned()
    }

    fn lines(&self, look: &Look<'_>) -> [String; 2] {
        draw::lines(self, look)
    }

    fn opened(&mut self, _context: &Context) -> Vec<Effect> {
        vec![Effect::Ask(Question::Settings), Effect::Ask(Question::ClosedDays)]
    }

    fn act(&mut self, action: &Action, context: &Context) -> Vec<Effect> {
        match (&mut self.editing, action) {
            (Some(_), Action::Esc)
            | (Some(Editing::Words(_)), Action::NextStep)
            | (
                Some(Editing::Text(..)),
                Action::NextField | Action::NextLine | Action::NextStep | Action::Open,
            ) => {
                return self.close();
            }
            (Some(Editing::Days(..)), _) => return self.in_days(action, context),
            (Some(Editing::Words(notes)), Action::Edit(edit)) => {
                notes.edit_within(edit, WORDS);
            }
            (Some(Editing::Words(notes)), Action::Up) => {
                notes.edit_within(&Edit::Up, WORDS);
            }
            (Some(Editing::Words(notes)), Action::Down) => {
                notes.edit_within(&Edit::Down, WORDS);
            }
            (Some(Editing::Words(notes)), Action::Open | Action::NextField) => {
                notes.edit_within(&Edit::NewLine, WORDS);
            }
            (Some(Editing::Text(row, line)), Action::Edit(edit)) => {
                line.edit_within(edit, if *row == Row::Name { NAME } else { LONGEST });
            }
            (None, Action::Up) => self.at = self.at.saturating_sub(1),
            (None, Action::Down | Action::NextBox) => self.at = (self.at + 1).min(ROWS.len() - 1),
            (None, Action::First) => self.at = 0,
            (None, Action::Last) => self.at = ROWS.len() - 1,
            (None, Action::Open | Action::Tick | Action::NextStep) => return self.change(context),
            _ => {}
        }
        Vec::new()
    }

    fn hear(&mut self, answer: &Answer, _context: &Context) -> Vec<Effect> {
        match answer {
            Answer::Settings(settings) => self.settings = settings.clone(),
            Answer::ClosedDays(days) => {
                self.closed.clone_from(days);
                self.law = calendars(days).0;
                if let Some(Editing::Days(at, _)) = &mut self.editing {
                    *at = (*at).min(days.len().saturating_sub(1));
                }
            }
            Answer::Touched { what, lines } if Some(*what) == self.closing => {
                self.touched.clone_from(lines);
            }
            Answer::Changed => {
                return vec![Effect::Ask(Question::Settings), Effect::Ask(Question::ClosedDays)];
            }
            _ => {}
        }
        Vec::new()
    }

    fn typed(&self) -> Option<Typed> {
        let typed = match &self.editing {
            Some(Editing::Text(row, line)) => line.text() != self.settings.get(key_of(*row)),
            Some(Editing::Words(_)) => true,
            Some(Editing::Days(_, Some(line))) => !line.is_empty(),
            _ => false,
        };
        typed.then_some(Typed::Words)
    }

    fn unsaved(&self) -> Vec<String> {
        self.typed().map(|_| "Settings".to_owned()).into_iter().collect()
    }

    fn leave(&mut self) -> Vec<Draft> {
        let typed = self.typed();
        self.editing
            .take()
            .filter(|_| typed.is_some())
            .map(|e| Draft::Setting(Words(e)))
            .into_iter()
            .collect()
    }

    fn stand_again(&mut self, drafts: &mut Vec<Draft>) {
        for draft in std::mem::take(drafts) {
            match draft {
                Draft::Setting(Words(editing)) => self.editing = Some(editing),
                other => drafts.push(other),
            }
        }
    }

    fn view(&self, look: &Look<'_>, area: Rect, buf: &mut Buffer) -> Option<Position> {
        draw::view(self, look, area, buf)
    }
}
