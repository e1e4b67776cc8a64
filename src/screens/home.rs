//! What the three homes are made of: a page of rows, a choice among them, and a note on the chosen one.
//!
//! My desk and Today show the same page of the queue, each its own part of it and in its own words; the morning page
//! has a page of its own. What a key does and what an answer changes is the same in all and stands here once; how it
//! looks is the home's own, and is said in `pages`.

pub(super) mod pages;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::Look;
use super::beside::Beside;
use super::drafts::{Draft, Typed};
use super::follow::{Day, Done, Follow, Target};
use super::note::Note;
use super::rows::{self, Listed, Rows};
use crate::domain::queue::Group;
use crate::domain::refusal::Refusal;
use crate::domain::working_days::WorkingDays;
use crate::protocol::action::Action;
use crate::protocol::answer::Answer;
use crate::protocol::command::{Intention, Question};
use crate::protocol::context::Context;
use crate::protocol::effect::{Effect, Place};
use crate::store::handovers::HandoverWrite;
use crate::store::office::OfficeWrite;
use crate::store::queue::{Item, QueuePage};

/// A home: the rows of a page that are listed, and what stands around them.
#[derive(Debug, Clone)]
pub(super) struct Home {
    /// What is asked for its rows.
    asks: Question,
    /// What stands around the rows.
    pub page: QueuePage,
    pub rows: Rows,
    pub read: bool,
    pub beside: Beside,
    pub note: Option<Note>,
    pub follow: Option<Follow>,
    /// Windows closed with Esc: their text stands there again.
    kept: Vec<Follow>,
    /// Notes of pages that were left.
    notes: Vec<Note>,
    /// The window that was sent last.
    sent: Option<Draft>,
    /// The page came back into view: a row that has left its group is done with.
    returned: bool,
    /// When a row comes into view by itself, UTC milliseconds.
    comes_back: Option<i64>,
}

impl Default for Home {
    fn default() -> Self {
        Self::asking(Question::Queue)
    }
}

fn nothing_handed() -> Vec<Effect> {
    vec![Effect::Refuse(Refusal::NothingHere("That row was not handed to you. g hands it to a colleague."))]
}

impl Home {
    /// A home whose rows are the answer to a question.
    pub fn asking(asks: Question) -> Self {
        Self {
            asks,
            page: QueuePage::default(),
            rows: Rows::default(),
            read: false,
            beside: Beside::default(),
            note: None,
            follow: None,
            kept: Vec::new(),
            notes: Vec::new(),
            sent: None,
            returned: false,
            comes_back: None,
        }
    }

    /// Other rows have come.
    pub fn take(&mut self, listed: Listed, context: &Context) {
        self.rows.take(listed, std::mem::take(&mut self.returned));
        self.read = true;
        self.chose(context);
    }

    /// When something comes into view by itself, or the box beside the list is to be filled.
    pub fn wants_tick(&self) -> Option<i64> {
        self.beside.wants_tick().into_iter().chain(self.comes_back).min()
    }

    /// The moment has come.
    pub fn tick(&mut self, context: &Context) -> Vec<Effect> {
        if self.comes_back.take_if(|at| *at <= context.now).is_some() {
            return self.read_again(context);
        }
        self.beside.tick(context.now)
    }

    /// A window is open over the list.
    pub fn has_window(&self) -> bool {
        self.note.is_some() || self.follow.is_some()
    }

    /// What is said where more was typed or pasted than the line of a window holds.
    pub fn full(&self) -> Option<String> {
        let follow = self.follow.as_ref().and_then(Follow::full);
        follow.or_else(|| self.note.as_ref().and_then(Note::full))
    }

    /// The help of the line that is typed in a window.
    pub fn help(&self) -> Option<&'static str> {
        self.follow.as_ref().map(Follow::help)
    }

    /// What is typed in the window that is open.
    pub fn typed(&self) -> Option<Typed> {
        match (&self.note, &self.follow) {
            (Some(note), _) => (!note.is_empty()).then_some(Typed::Note),
            (_, Some(follow)) => follow.holds_something().then_some(Typed::Words),
            (None, None) => None,
        }
    }

    /// The details of these families are gone: nothing typed about them is kept.
    fn forget(&mut self, cases: &[i64]) {
        let stays = |follow: &Follow| !follow.case().is_ok_and(|case| cases.contains(&case));
        self.note.take_if(|note| cases.contains(&note.case()));
        self.notes.retain(|note| !cases.contains(&note.case()));
        self.follow.take_if(|follow| !stays(follow));
        self.kept.retain(stays);
    }

    /// The windows that hold words.
    pub fn unsaved(&self) -> Vec<String> {
        let notes = self.note.iter().chain(&self.notes).filter(|note| !note.is_empty()).map(Note::name);
        let follows = self.follow.iter().chain(&self.kept).filter(|follow| follow.holds_something());
        notes.chain(follows.map(Follow::name)).collect()
    }

    /// Hands over what was typed in its windows.
    pub fn leave(&mut self) -> Vec<Draft> {
        let notes = self.note.take().into_iter().chain(std::mem::take(&mut self.notes));
        let follows = self.follow.take().into_iter().chain(std::mem::take(&mut self.kept));
        let notes = notes.filter(|note| !note.is_empty()).map(Draft::Note);
        notes.chain(follows.filter(Follow::holds_something).map(Draft::Follow)).collect()
    }

    /// Takes what was typed in windows of a list before.
    pub fn stand_again(&mut self, drafts: &mut Vec<Draft>) {
        for draft in std::mem::take(drafts) {
            match draft {
                Draft::Note(note) => self.notes.push(note),
                Draft::Follow(follow) => self.kept.push(follow),
                other => drafts.push(other),
            }
        }
    }

    /// The office's working days, with which what is typed is read.
    fn office(&self) -> WorkingDays {
        self.page.office.clone().unwrap_or_else(WorkingDays::england)
    }

    /// Draws the window that is open over the list; `list` is the cursor's place without one.
    pub fn draw_window(
        &self,
        look: &Look<'_>,
        area: Rect,
        buf: &mut Buffer,
        list: Option<Position>,
    ) -> Option<Position> {
        match (&self.note, &self.follow) {
            (Some(note), _) => note.view(look, area, buf),
            (_, Some(follow)) => follow.view(look, area, buf, &self.office()),
            (None, None) => list,
        }
    }

    /// Opens a window, with what was typed in it before.
    fn open(&mut self, window: Result<Follow, Refusal>) -> Vec<Effect> {
        match window {
            Ok(fresh) => {
                let kept = self.kept.iter().position(|k| k.is_like(&fresh)).map(|at| self.kept.remove(at));
                self.follow = Some(match kept {
                    Some(kept) => kept.over(fresh),
                    None => fresh,
                });
                // Whose number is not safe to ring stands in the page of the case.
                let promises = self.follow.as_ref().filter(|follow| follow.promises());
                let case = promises.and_then(|follow| follow.case().ok());
                case.map(|case| Effect::Ask(Question::Case(case))).into_iter().collect()
            }
            Err(said) => vec![Effect::Refuse(said)],
        }
    }

    /// Hands the chosen row on, or the day: every row listed whose case this person or nobody keeps.
    fn give(&mut self, context: &Context) -> Vec<Effect> {
        let Some(target) = self.rows.chosen().map(Target::from) else { return Vec::new() };
        let mut day = Day::default();
        for row in self.rows.all() {
            let kept = row.keeper.is_empty() || row.keeper.eq_ignore_ascii_case(&context.staff);
            let waits =
                !matches!(row.group, Group::Recent | Group::NotFinished | Group::Handed | Group::Review);
            if waits && kept {
                day.add(row);
            }
        }
        let mut effects = self.open(Follow::give(target, day));
        if self.follow.is_some() {
            effects.push(Effect::Ask(Question::People));
        }
        effects
    }

    fn accept(&mut self) -> Vec<Effect> {
        let Some((id, reference)) =
            self.rows.chosen().and_then(|row| row.handover.map(|id| (id, row.reference)))
        else {
            return nothing_handed();
        };
        self.returned = true;
        let reference = reference.map(|r| r.to_string()).unwrap_or_default();
        vec![
            Effect::Do(Intention::Handover(HandoverWrite::Accept { id })),
            Effect::Notice(format!("{reference} is yours.")),
            Effect::Ask(self.asks.clone()),
        ]
    }

    fn in_follow(&mut self, mut follow: Follow, action: &Action, context: &Context) -> Vec<Effect> {
        match follow.act(action, context, &self.office()) {
            Done::Open(effects) => {
                self.follow = Some(follow);
                effects
            }
            Done::Closed => {
                self.kept.push(follow);
                Vec::new()
            }
            Done::Saved(mut effects) => {
                self.sent = Some(Draft::Follow(follow));
                self.returned = true;
                effects.extend(self.read_again(context));
                effects
            }
        }
    }

    fn chose(&mut self, context: &Context) {
        self.beside.chosen(self.rows.chosen().map(|row| row.item), context.now);
    }

    pub fn opened(&mut self, context: &Context) -> Vec<Effect> {
        self.returned = self.read;
        self.read_again(context)
    }

    fn read_again(&mut self, context: &Context) -> Vec<Effect> {
        self.beside.refresh(context.now);
        vec![Effect::Ask(self.asks.clone())]
    }

    /// Does an action; `other` is the home that the two are swapped for.
    pub fn act(&mut self, action: &Action, context: &Context, other: &Place) -> Vec<Effect> {
        if let Some(note) = &mut self.note {
            let (closed, mut effects) = note.act(action, context);
            if closed {
                self.sent = self.note.take().filter(|note| !note.is_empty()).map(Draft::Note);
                effects.extend(self.read_again(context));
            }
            return effects;
        }
        if let Some(follow) = self.follow.take() {
            return self.in_follow(follow, action, context);
        }
        if self.rows.moved(action) {
            self.chose(context);
            return Vec::new();
        }
        match action {
            Action::Open => self.rows.chosen().map(rows::open).into_iter().collect(),
            Action::SwapView => swap(other),
            Action::HideNames => vec![Effect::HideNames],
            Action::Promise => match self.rows.chosen().map(Target::from) {
                Some(target) => self.open(Follow::promise(target, context.local)),
                None => Vec::new(),
            },
            Action::Snooze => match self.rows.chosen().map(Target::from) {
                Some(target) => self.open(Follow::snooze(target, context.local)),
                None => Vec::new(),
            },
            Action::Morning => vec![Effect::Open(Place::Morning)],
            Action::Give => self.give(context),
            Action::Add => self.accept(),
            Action::Drop => match self.rows.chosen().map(|row| (Target::from(row), row.handover)) {
                Some((target, Some(id))) => self.open(Ok(Follow::decline(target, id))),
                _ => nothing_handed(),
            },
            Action::NextStep if self.rows.chosen().is_some_and(|row| row.handover.is_some()) => self.accept(),
            Action::NextStep => self.rows.chosen().map(rows::step).into_iter().collect(),
            Action::AddNote | Action::Notes => match note_on(&self.rows) {
                Ok(note) => {
                    let kept = self.notes.iter().position(|kept| kept.case() == note.case());
                    self.note = Some(kept.map_or(note, |at| self.notes.remove(at)));
                    Vec::new()
                }
                Err(said) => vec![Effect::Refuse(said)],
            },
            _ => Vec::new(),
        }
    }

    /// Hears an answer; `listed` says which rows of a page this home lists, and in what lines.
    pub fn hear(
        &mut self,
        answer: &Answer,
        context: &Context,
        listed: impl Fn(&QueuePage) -> Listed,
    ) -> Vec<Effect> {
        match answer {
            Answer::Queue(page) => {
                self.page = page.without_rows();
                let until = page.comes_back.map(|at| (at - context.local).num_milliseconds());
                self.comes_back = until.map(|wait| context.now + wait.max(0));
                self.take(listed(page), context);
                Vec::new()
            }
            Answer::People(people) => {
                if let Some(follow) = &mut self.follow {
                    follow.hear_people(people, &context.staff);
                }
                Vec::new()
            }
            Answer::Erased(cases) => {
                self.forget(cases);
                Vec::new()
            }
            Answer::TakenBack(taken) => {
                self.rows.is_to_come(taken.case.map(Item::Case));
                Vec::new()
            }
            Answer::Changed => self.read_again(context),
            other => {
                if let (Answer::Case(page), Some(follow)) = (other, &mut self.follow) {
                    follow.hear_case(page);
                }
                self.beside.hear(other);
                Vec::new()
            }
        }
    }
}

/// Opens the other home and keeps the choice of this person.
fn swap(other: &Place) -> Vec<Effect> {
    let keep = OfficeWrite::HomeIsToday(*other == Place::Today);
    vec![Effect::Do(Intention::Office(keep)), Effect::Open(other.clone())]
}

/// A note on the chosen row, if it is a case.
fn note_on(rows: &Rows) -> Result<Note, Refusal> {
    match rows.chosen().map(|row| (row.item, row.reference)) {
        Some((Item::Case(case), reference)) => Ok(Note::on(case, reference)),
        Some((Item::Enquiry(_), _)) => Err(Refusal::NothingHere("Enquiries have no notes. Enter opens it.")),
        _ => Err(Refusal::NothingHere("A note is written on a case. Choose a case first.")),
    }
}
