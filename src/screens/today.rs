//! Today, the coordinator's home: everything that waits, in seven groups, most harm first.
//!
//! A page is read from an index and never computed here. Each row says who, what and when, and names one next
//! step, which one key does. A row can be put off nowhere and nothing on the list blocks anything else. On a
//! wide window the chosen row is told in a box beside the list.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::beside::Beside;
use super::note::Note;
use super::page::{Width, split_left};
use super::rows::{self, Rows};
use super::{Look, Screen};
use crate::domain::queue::Group;
use crate::domain::refusal::Refusal;
use crate::domain::typed_day::{long_day, short_day};
use crate::protocol::action::Action;
use crate::protocol::answer::Answer;
use crate::protocol::command::{Intention, Question};
use crate::protocol::context::Context;
use crate::protocol::effect::{Effect, Place};
use crate::protocol::keys::{self, Spot};
use crate::store::office::OfficeWrite;
use crate::store::queue::{Item, QueuePage};
use crate::widgets::frame::{boxed, put_right};
use crate::widgets::theme::Role;

/// Today.
#[derive(Debug, Clone, Default)]
pub struct State {
    page: QueuePage,
    rows: Rows,
    read: bool,
    returned: bool,
    beside: Beside,
    note: Option<Note>,
}

/// Swaps the two homes and keeps the choice of this person.
pub(super) fn swap(to_today: bool) -> Vec<Effect> {
    let place = if to_today { Place::Today } else { Place::Desk };
    vec![Effect::Do(Intention::Office(OfficeWrite::HomeIsToday(to_today))), Effect::Open(place)]
}

/// A note on the chosen row, if it is a case.
pub(super) fn note_on(rows: &Rows) -> Result<Note, Refusal> {
    match rows.chosen().map(|row| (row.item, row.reference)) {
        Some((Item::Case(case), reference)) => Ok(Note::on(case, reference)),
        Some((Item::Enquiry(_), _)) => Err(Refusal::NothingHere("Enquiries have no notes. Enter opens it.")),
        _ => Err(Refusal::NothingHere("A note is written on a case. Choose a case first.")),
    }
}

impl State {
    fn to_do(&self) -> usize {
        self.rows.all().iter().filter(|row| row.group != Group::Recent).count()
    }

    fn in_group(&self, group: Group) -> usize {
        self.rows.all().iter().filter(|row| row.group == group).count()
    }

    fn chose(&mut self, context: &Context) {
        self.beside.chosen(self.rows.chosen().map(|row| row.item), context.now);
    }

    /// What is said when nothing waits.
    fn nothing(&self, context: &Context) -> String {
        let last = match self.page.last_calls.first() {
            Some(row) if row.due == context.today() => {
                format!(" The last call was at {}.", context.clock(row.at.unwrap_or(context.now)))
            }
            Some(row) => format!(" The last call was on {}.", short_day(row.due)),
            None => String::new(),
        };
        format!("Nothing is waiting.{last} F2 starts one.")
    }
}

impl Screen for State {
    fn spot(&self) -> Spot {
        if self.note.is_some() { Spot::RowEditor } else { Spot::Today }
    }

    fn typing(&self) -> bool {
        self.note.is_some()
    }

    fn has_window(&self) -> bool {
        self.note.is_some()
    }

    fn next_step(&self) -> String {
        match (&self.note, self.rows.chosen()) {
            (Some(_), _) => "Keep".into(),
            (None, Some(_)) => "Do step".into(),
            (None, None) => String::new(),
        }
    }

    fn title(&self, look: &Look<'_>) -> String {
        let calls = match self.in_group(Group::NotFinished) {
            0 => String::new(),
            1 => "   1 call not finished".to_owned(),
            n => format!("   {n} calls not finished"),
        };
        format!("TODAY  {}{calls}", long_day(look.context.today()))
    }

    fn lines(&self, look: &Look<'_>) -> [String; 2] {
        let first = match self.to_do() {
            _ if !self.read => String::new(),
            0 => self.nothing(look.context),
            n => {
                let more = if self.page.more.is_empty() { "" } else { " and more" };
                format!("{n}{more} to do. Up/Down choose. Enter opens. F9 does the step named on the right.")
            }
        };
        [first, keys::list_hints(Spot::Today)]
    }

    fn opened(&mut self, context: &Context) -> Vec<Effect> {
        self.returned = self.read;
        self.beside.refresh(context.now);
        vec![Effect::Ask(Question::Queue)]
    }

    fn act(&mut self, action: &Action, context: &Context) -> Vec<Effect> {
        if let Some(note) = &mut self.note {
            let (closed, mut effects) = note.act(action, context);
            if closed {
                self.note = None;
                self.beside.refresh(context.now);
                effects.push(Effect::Ask(Question::Queue));
            }
            return effects;
        }
        if self.rows.moved(action) {
            self.chose(context);
            return Vec::new();
        }
        match action {
            Action::Open => self.rows.chosen().map(rows::open).into_iter().collect(),
            Action::NextStep => self.rows.chosen().map(rows::step).into_iter().collect(),
            Action::SwapView => swap(false),
            Action::HideNames => vec![Effect::HideNames],
            Action::AddNote | Action::Notes => match note_on(&self.rows) {
                Ok(note) => {
                    self.note = Some(note);
                    Vec::new()
                }
                Err(said) => vec![Effect::Refuse(said)],
            },
            _ => Vec::new(),
        }
    }

    fn hear(&mut self, answer: &Answer, context: &Context) -> Vec<Effect> {
        match answer {
            Answer::Queue(page) => {
                self.page = page.clone();
                self.rows.take(page.rows.clone(), std::mem::take(&mut self.returned));
                self.read = true;
                self.chose(context);
                Vec::new()
            }
            Answer::Changed => {
                self.beside.refresh(context.now);
                vec![Effect::Ask(Question::Queue)]
            }
            other => {
                self.beside.hear(other);
                Vec::new()
            }
        }
    }

    fn wants_tick(&self) -> Option<i64> {
        self.beside.wants_tick()
    }

    fn tick(&mut self, context: &Context) -> Vec<Effect> {
        self.beside.tick(context.now)
    }

    fn view(&self, look: &Look<'_>, area: Rect, buf: &mut Buffer) -> Option<Position> {
        let mut list = area;
        if Width::of(area) == Width::Wide {
            let (left, right) = split_left(area, 78);
            self.beside.view("Chosen row", look, right, buf);
            list = boxed(buf, left, "To do today", self.note.is_none(), look.theme);
            let count = format!(
                " {} to do, {} urgent ",
                self.to_do(),
                self.in_group(Group::InDoubt) + self.in_group(Group::Now)
            );
            let edge = Rect { width: left.width.saturating_sub(1), ..left };
            put_right(buf, edge, 0, &count, look.theme.style(Role::Heading));
        }
        let lines =
            rows::grouped(self.rows.all(), &Group::ALL, &self.page.more, |group| group.heading().to_owned());
        let cursor =
            rows::draw(&self.rows, &lines, look, list, buf, |row, width| rows::columns(row, look, width));
        match &self.note {
            Some(note) => note.view(look, area, buf),
            None => cursor,
        }
    }
}
