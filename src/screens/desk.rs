//! My desk, the call taker's home: how a call is started, calls not finished, who promised to ring, the
//! latest calls.
//!
//! It is made of the same page of rows as Today, seen from the telephone. Dates to offer are left to the
//! calendar. The chosen call is told in a box beside the list on a wide window.

use std::borrow::Cow;

use chrono::Datelike;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::Look;
use super::home::Home;
use super::home::pages::HomePage;
use super::page::split_top;
use super::rows::{self, Column, Listed};
use crate::domain::queue::{Group, StepKind, Why};
use crate::domain::typed_day::{day_and_month, long_day, short_day};
use crate::protocol::answer::Answer;
use crate::protocol::context::Context;
use crate::protocol::effect::{Effect, Place};
use crate::protocol::keys::Spot;
use crate::store::queue::{Item, QueuePage, QueueRow};
use crate::widgets::frame::{cells, put};
use crate::widgets::theme::Role;

/// The latest calls that are listed.
const CALLS: usize = 8;

/// The cells of a step, as `F9 Ring back`.
const STEP: usize = 13;

/// The groups, in the order of the desk.
const ORDER: [Group; 3] = [Group::NotFinished, Group::Chase, Group::Recent];

/// My desk.
#[derive(Debug, Clone, Default)]
pub struct State {
    home: Home,
    meetings: Vec<QueueRow>,
}

/// The rows of the desk out of those of Today: calls not finished; what this person promised; enquiries and steps of
/// today, by day; the latest calls.
fn of_the_desk(page: &QueuePage, context: &Context) -> Listed {
    let today = context.today();
    let promised = |row: &&QueueRow| {
        row.due <= today
            && match row.group {
                Group::WaitingForConsent => true,
                // What was promised is this person's own, and stands first.
                Group::Chase => matches!(row.why, Some(Why::Step(step)) if step != StepKind::Promise),
                _ => false,
            }
    };
    let in_group = |group| page.rows.iter().filter(move |row| row.group == group).cloned();
    let calls = rows::once(page.last_calls.iter().cloned());
    let waits = page.rows.iter().filter(promised).map(|row| QueueRow { group: Group::Chase, ..row.clone() });
    let mut waits: Vec<QueueRow> = waits.collect();
    waits.sort_by_key(|row| row.due);
    let rows = in_group(Group::NotFinished)
        .chain(page.promised.iter().cloned())
        .chain(waits)
        .chain(calls.into_iter().take(CALLS))
        .collect();
    let more: Vec<Group> = page.more.iter().copied().filter(|group| *group == Group::NotFinished).collect();
    rows::grouped(rows, &ORDER, &more, heading)
}

fn heading(group: Group) -> String {
    match group {
        Group::Chase => "RING-BACKS DUE TODAY OR BEFORE".to_owned(),
        Group::Recent => "LAST CALLS".to_owned(),
        other => other.heading().to_owned(),
    }
}

/// What a row shows: when, reference, name and reason, step.
fn columns<'row>(row: &'row QueueRow, look: &Look<'_>, width: usize) -> Vec<Column<'row>> {
    let mut columns = Vec::with_capacity(4);
    if row.group != Group::NotFinished {
        columns.push((6, when(row, look.context)));
    }
    columns.push(rows::reference_column(row));
    let head: usize = columns.iter().map(|(room, _)| room + 1).sum();
    let words = words(row, look);
    if width < 60 {
        let words = rows::unsafe_first(row, words);
        let room = width.saturating_sub(head);
        // Its heading says that it is not finished: the number is not cut for it.
        let long = cells(&words) > room;
        let words = if long { words.replace("Not finished. ", "").into() } else { words };
        columns.push((room, rows::shortened(words, room)));
        return columns;
    }
    let step = match row.group {
        Group::NotFinished => format!("F9 {}", row.step).into(),
        _ => (&row.step).into(),
    };
    let room = width.saturating_sub(head + STEP + 1);
    columns.extend([(room, rows::shortened(words, room)), (STEP, step)]);
    columns
}

fn when(row: &QueueRow, context: &Context) -> Cow<'static, str> {
    let today = context.today();
    match row.at {
        Some(at) if row.due == today => context.clock(at).into(),
        _ if row.due == today => "today".into(),
        _ if (today - row.due).num_days() < 7 => row.due.weekday().to_string().into(),
        _ => day_and_month(row.due).into(),
    }
}

/// What stands behind the name in a text that begins with it in small letters.
fn behind_small<'text>(text: &'text str, name: &str) -> Option<&'text str> {
    let mut rest = text.chars();
    let is_there = name.chars().flat_map(char::to_lowercase).all(|small| rest.next() == Some(small));
    is_there.then_some(rest.as_str())
}

/// The name and the reason, the name once.
fn words<'row>(row: &'row QueueRow, look: &Look<'_>) -> Cow<'row, str> {
    let reason = match row.group {
        Group::Recent => (&*row.reason).into(),
        _ => rows::reason(row, look),
    };
    // What is not about a case stands under the kind of caller, which is nobody's name.
    let nobody = !matches!(row.item, Item::Case(_)) && row.group != Group::NotFinished;
    let unknown = row.group == Group::NotFinished && row.name.starts_with('(');
    let name = if look.hide_names && !nobody || unknown { "" } else { &*row.name };
    match row.group {
        _ if name.is_empty() => reason,
        _ if reason.starts_with(name) => reason,
        _ => match behind_small(&reason, name) {
            Some(rest) => [name, rest].concat().into(),
            None if row.group == Group::Recent => [name, ", ", &reason].concat().into(),
            None => [name, ": ", &reason].concat().into(),
        },
    }
}

impl State {
    /// Today's meetings in one line, as many as it holds.
    fn view_meetings(&self, look: &Look<'_>, foot: Rect, buf: &mut Buffer) {
        const FIRST: u16 = 21;
        let body = look.theme.style(Role::Body);
        put(buf, foot, 2, 1, "TODAY'S MEETINGS", look.theme.style(Role::Heading));
        let mut x = FIRST;
        for row in &self.meetings {
            if x > FIRST {
                x += put(buf, foot, x, 1, "  /  ", body);
            }
            if x >= foot.width {
                break;
            }
            let name = if look.hide_names { "" } else { &*row.name };
            x += put(buf, foot, x, 1, &format!("{} {name} {}", rows::reference(row), &*row.reason), body);
        }
    }
}

impl HomePage for State {
    const SPOT: Spot = Spot::Desk;
    const OTHER: Place = Place::Today;
    const NAME: &'static str = "My desk";

    fn home(&self) -> &Home {
        &self.home
    }

    fn home_mut(&mut self) -> &mut Home {
        &mut self.home
    }

    fn heading(&self, look: &Look<'_>) -> String {
        format!("MY DESK  {}", long_day(look.context.today()))
    }

    fn says(&self, _look: &Look<'_>) -> String {
        let closed = match &self.home.page.next_closed {
            Some((day, name)) => format!(" Next closed: {}, {name}.", short_day(*day)),
            None => String::new(),
        };
        format!("Line open Monday to Friday 9 to 5.{closed}")
    }

    fn step(row: &QueueRow) -> &'static str {
        match row.group {
            Group::NotFinished if row.step != "Open" => "Ring",
            Group::NotFinished | Group::Recent => "Open",
            _ if row.step == "Open" => "Open",
            _ => "Do step",
        }
    }

    fn take_in(&mut self, answer: &Answer, context: &Context) -> Vec<Effect> {
        if let Answer::Queue(page) = answer {
            let meetings = page.rows.iter().filter(|row| row.group == Group::Meetings);
            self.meetings = meetings.cloned().collect();
        }
        self.home.hear(answer, context, |page| of_the_desk(page, context))
    }

    fn list(&self, look: &Look<'_>, area: Rect, buf: &mut Buffer) -> Option<Position> {
        let mut list = area;
        if list.height >= 12 {
            let (top, rest) = split_top(list, 4);
            let theme = look.theme;
            put(buf, top, 3, 1, "F2   START A CALL", theme.style(Role::Heading));
            put(buf, top, 26, 1, "(works from every screen, call starts at once)", theme.style(Role::Body));
            put(buf, top, 3, 2, "F3   FIND", theme.style(Role::Heading));
            put(buf, top, 13, 2, "a name, phone number, school or reference", theme.style(Role::Body));
            list = rest;
        }
        if !self.meetings.is_empty() && list.height >= 10 {
            let (rest, foot) = split_top(list, list.height - 2);
            self.view_meetings(look, foot, buf);
            list = rest;
        }
        if self.home.rows.all().is_empty() && self.home.read {
            put(buf, list, 2, 0, "No call yet. F2 starts the first.", look.theme.style(Role::Body));
        }
        rows::draw(&self.home.rows, look, list, buf, |row, width| columns(row, look, width))
    }
}
