//! Rows of Today as the homes list them: in groups, with a mark, a reference, a name, a reason and a step.
//!
//! The chosen row is followed by what it stands for and not by its position, so that a row which comes in
//! above it moves nothing under somebody's finger. Where a row's step leads is decided here as well, by the
//! reason it is there. What is scrolled is computed from what is chosen.

mod columns;

use std::collections::HashSet;
use std::ops::Range;

use chrono::NaiveDate;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

pub use self::columns::{
    Column, columns, is_without_steps, reason, reference, reference_column, shortened, unsafe_first,
};
use super::Look;
use crate::domain::queue::{FIND_ONE, Group, MOVE_IT, OFFER_DATES, StepKind, Why};
use crate::domain::refusal::Refusal;
use crate::protocol::action::Action;
use crate::protocol::effect::{CaseTab, Effect, Place};
use crate::protocol::keys::{self, Spot};
use crate::store::queue::{Item, QueueRow};
use crate::widgets::frame::{cells, put, put_right};
use crate::widgets::list::seen;
use crate::widgets::theme::Role;

/// The first cell of a row behind its mark.
const BEHIND_THE_MARK: usize = 4;

/// The least height of a list, in lines, of which one is given to the mark of what lies outside.
const ROOM_FOR_A_MARK: usize = 4;

/// Rows as a home lists them: in lines, put together once for all frames.
#[derive(Debug, Clone, Default)]
pub struct Listed {
    /// All rows, in order.
    pub rows: Vec<QueueRow>,
    /// The lines they stand in.
    pub lines: Vec<Line>,
}

/// Rows, and which of them is chosen.
#[derive(Debug, Clone, Default)]
pub struct Rows {
    all: Vec<QueueRow>,
    lines: Vec<Line>,
    at: usize,
    /// What is to be chosen with the next rows: what was done with it is taken back.
    comes: Option<Item>,
}

impl Rows {
    /// All rows, in order.
    pub fn all(&self) -> &[QueueRow] {
        &self.all
    }

    /// The chosen row; none where there is no row at all.
    pub fn chosen(&self) -> Option<&QueueRow> {
        self.all.get(self.at)
    }

    /// An act is taken back: the row of what it was about is chosen, should it come with the next rows.
    pub fn is_to_come(&mut self, item: Option<Item>) {
        self.comes = item;
    }

    /// Takes new rows. The chosen one stays chosen wherever it is now. After a step was done (`returned`) a
    /// row that has left its group is done with, and the next one that is still there is chosen.
    pub fn take(&mut self, Listed { rows, lines }: Listed, returned: bool) {
        let same = |old: &QueueRow| {
            // The one row of the reviews stands for another case when the first was reviewed.
            let is = |r: &QueueRow| r.group == old.group && (r.item == old.item || r.group == Group::Review);
            rows.iter().position(is)
        };
        let comes = self.comes.take().and_then(|item| rows.iter().position(|row| row.item == item));
        let at = match self.all.get(self.at) {
            _ if comes.is_some() => comes,
            None => None,
            Some(old) => same(old)
                .or_else(|| if returned { None } else { rows.iter().position(|r| r.item == old.item) })
                .or_else(|| self.all[self.at..].iter().find_map(same))
                .or_else(|| self.all[..self.at].iter().rev().find_map(same)),
        };
        *self = Self { all: rows, lines, at: at.unwrap_or(0), comes: None };
    }

    /// Moves the choice; says whether the action was one that moves.
    pub fn moved(&mut self, action: &Action) -> bool {
        const PAGE: usize = 10;
        let last = self.all.len().saturating_sub(1);
        self.at = match action {
            Action::Up => self.at.saturating_sub(1),
            Action::Down => (self.at + 1).min(last),
            Action::PageUp => self.at.saturating_sub(PAGE),
            Action::PageDown => (self.at + PAGE).min(last),
            Action::First => 0,
            Action::Last => last,
            _ => return false,
        };
        true
    }
}

/// The mark in front of a row.
pub fn mark(row: &QueueRow, today: NaiveDate) -> &'static str {
    match row.group {
        Group::InDoubt => "!!",
        Group::Handed => "+",
        Group::Now if row.due <= today || matches!(row.why, Some(Why::InDoubt | Why::Withdrawn)) => "!!",
        Group::Now => "!",
        Group::Chase => "->",
        Group::WaitingForConsent => "?",
        Group::Ready => "=",
        Group::Meetings => "*",
        Group::NotFinished => "~",
        Group::Recent | Group::Review => ".",
    }
}

/// The hints of a list of rows, as they hold now. Hidden names can be shown again: that is said first, where a narrow
/// window has room for it.
pub fn hints(look: &Look<'_>, spot: Spot) -> String {
    let mut all = keys::list_hints(spot);
    if look.hide_names {
        let hide = keys::hint_of(spot, &Action::HideNames);
        all = [&hide.replace("hide", "show"), &*all.replace(&hide, "")].join("   ");
    }
    keys::fitting(&all, usize::from(look.width).saturating_sub(4))
}

/// What the hint line says of a row whose step would ring a number that is not safe.
pub fn warning(row: Option<&QueueRow>) -> Option<String> {
    let of_case = "NOT SAFE TO RING. F9 shows how to reach them: write, or another number.";
    let of_call = "NOT SAFE TO RING. F9 takes the call up: write, or another number.";
    row.filter(|row| row.not_safe)
        .map(|row| if matches!(row.item, Item::Call(_)) { of_call } else { of_case }.to_owned())
}

/// Opens what a row stands for.
pub fn open(row: &QueueRow) -> Effect {
    match row.item {
        Item::Case(case) => case_page(case, CaseTab::Summary, None),
        Item::Enquiry(enquiry) => Effect::Open(Place::Enquiry(enquiry)),
        Item::Call(call) if row.group == Group::NotFinished => Effect::Open(Place::ResumeCall(call)),
        Item::Call(_) => Effect::Refuse(Refusal::NothingHere(
            "A count line: only the day, the kind of caller and the subject were kept.",
        )),
    }
}

fn case_page(case: i64, tab: CaseTab, party: Option<i64>) -> Effect {
    Effect::Open(Place::Case { case, tab, party })
}

/// The calendar, to find another time or another mediator for a date.
fn to_move(case: i64, moving: Option<i64>) -> Effect {
    Effect::Open(Place::Calendar { case: Some(case), finder: true, mediator: None, moving })
}

/// Where the next step of a row is done.
pub fn step(row: &QueueRow) -> Effect {
    let Item::Case(case) = row.item else { return open(row) };
    match row.why {
        Some(
            Why::Chase
            | Why::Chased
            | Why::SaidNo
            | Why::TwoMonths
            | Why::LatePromise
            | Why::Decides
            | Why::Appeal
            | Why::Step(StepKind::Promise | StepKind::TellLa | StepKind::RingOtherSide | StepKind::RingFamily),
        ) => case_page(case, CaseTab::Willingness, row.party),
        Some(Why::InDoubt) if matches!(&*row.step, FIND_ONE | MOVE_IT) => to_move(case, row.booking),
        // A date waits for a yes: who is to say it is rung.
        Some(Why::ThirtyDays | Why::HoldEnds) if row.step != OFFER_DATES => {
            case_page(case, CaseTab::Willingness, row.party)
        }
        Some(Why::Ready | Why::ThirtyDays | Why::HoldEnds) => {
            Effect::Open(Place::Calendar { case: Some(case), finder: true, mediator: None, moving: None })
        }
        Some(
            why @ (Why::Meeting
            | Why::WasItHeld
            | Why::Outcome
            | Why::Certificate
            | Why::NoteActions
            | Why::Action
            | Why::Close
            | Why::Review
            | Why::Withdrawn
            | Why::Objection
            | Why::InDoubt
            | Why::TwoValues
            | Why::Quiet
            | Why::Step(_)),
        ) => Effect::Open(Place::Step { case, why, booking: row.booking }),
        Some(Why::NeedsMediator | Why::ClosedDay) => to_move(case, row.booking),
        None => open(row),
    }
}

/// A line of the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Line {
    /// A heading and the number of its rows.
    Heading(String, String),
    /// A row, by its place among all rows.
    Row(usize),
    /// Words under the rows of a list.
    Said(String),
}

/// Rows in groups: each group of `order` that has rows, under its heading. A group in `more` has more rows than are
/// shown.
pub fn grouped(
    rows: Vec<QueueRow>,
    order: &[Group],
    more: &[Group],
    heading: impl Fn(Group) -> String,
) -> Listed {
    let mut lines = Vec::new();
    for &group in order {
        let own: Vec<usize> =
            rows.iter().enumerate().filter(|(_, row)| row.group == group).map(|(at, _)| at).collect();
        if own.is_empty() {
            continue;
        }
        let more = if more.contains(&group) { "+" } else { "" };
        lines.push(Line::Heading(heading(group), format!("{}{more}", own.len())));
        lines.extend(own.into_iter().map(Line::Row));
    }
    Listed { rows, lines }
}

/// What of the lines lies outside those that are seen: `7 more below: READY TO BOOK, TODAY'S MEETINGS` and
/// `3 above`; empty where there is nothing.
fn outside(lines: &[Line], shown: &Range<usize>) -> (String, String) {
    let rows = |lines: &[Line]| lines.iter().filter(|line| matches!(line, Line::Row(_))).count();
    let above = match rows(&lines[..shown.start]) {
        0 => String::new(),
        n => format!("{n} above"),
    };
    let heading = |line: &Line| match line {
        Line::Heading(words, _) => words.split(" - ").next().map(str::to_owned),
        Line::Row(_) | Line::Said(_) => None,
    };
    let (seen, hidden) = lines.split_at(shown.end);
    // The group that goes on below is named too.
    let goes_on =
        seen.iter().rev().find_map(heading).filter(|_| matches!(hidden.first(), Some(Line::Row(_))));
    let groups: Vec<String> = goes_on.into_iter().chain(hidden.iter().filter_map(heading)).collect();
    let below = match rows(hidden) {
        0 => String::new(),
        n => format!("{n} more below: {}", groups.join(", ")),
    };
    (below, above)
}

/// Draws the lines, the chosen row among them, and gives the cursor's place. `columns` says what a row shows after
/// its mark for a width. Where not all lines have room, the last one says how many rows lie outside.
pub fn draw<'row>(
    rows: &'row Rows,
    look: &Look<'_>,
    area: Rect,
    buf: &mut Buffer,
    columns: impl Fn(&'row QueueRow, usize) -> Vec<Column<'row>>,
) -> Option<Position> {
    let lines = &rows.lines;
    let at = lines.iter().position(|line| *line == Line::Row(rows.at)).unwrap_or(0);
    let theme = look.theme;
    let mut cursor = None;
    let height = usize::from(area.height);
    let marked = lines.len() > height && height >= ROOM_FOR_A_MARK;
    let shown = seen(lines.len(), at, height - usize::from(marked));
    if marked {
        let (below, above) = outside(lines, &shown);
        let y = area.height - 1;
        let room = Rect { width: area.width.saturating_sub(2), ..area };
        put_right(buf, room, y, &above, theme.style(Role::Heading));
        let room = usize::from(room.width).saturating_sub(cells(&above) + 3);
        put(buf, area, 2, y, &shortened(below.into(), room), theme.style(Role::Heading));
    }
    for (y, place) in shown.enumerate() {
        let y = y as u16;
        match &lines[place] {
            Line::Heading(words, count) => {
                let room = Rect { width: area.width.saturating_sub(2), ..area };
                put_right(buf, room, y, count, theme.style(Role::Heading));
                let room = Rect { width: room.width.saturating_sub(cells(count) as u16 + 1), ..room };
                put(buf, room, 2, y, words, theme.style(Role::Heading));
            }
            Line::Said(words) => {
                put(buf, area, 4, y, words, theme.style(Role::Body));
            }
            Line::Row(row_at) => {
                let Some(row) = rows.all.get(*row_at) else { continue };
                let here = *row_at == rows.at;
                let mark = mark(row, look.context.today());
                let style = theme.style(if here { Role::Chosen } else { Role::Body });
                if here {
                    // Its bar goes to the edge.
                    buf.set_style(Rect { y: area.y + y, height: 1, ..area }, style);
                    put(buf, area, 0, y, ">", style);
                }
                put(buf, area, 1, y, mark, style);
                let mut x = BEHIND_THE_MARK;
                for (room, text) in columns(row, usize::from(area.width).saturating_sub(x)) {
                    let end = area.width.min((x + room) as u16);
                    put(buf, Rect { width: end, ..area }, x as u16, y, &text, style);
                    x += room + 1;
                }
                if mark.starts_with('!') && !here {
                    put(buf, area, 1, y, mark, theme.style(Role::Attention));
                }
                if here && area.width > 0 {
                    cursor = Some(Position::new(area.x + 4.min(area.width - 1), area.y + y));
                }
            }
        }
    }
    cursor
}

/// The same in a sentence, for the chosen row: it is not always seen whole in the list.
pub fn kept_by(row: Option<&QueueRow>, look: &Look<'_>) -> Option<String> {
    let row = row.filter(|row| !row.keeper.is_empty() && row.group != Group::Handed)?;
    let own = row.keeper.eq_ignore_ascii_case(&look.context.staff);
    Some(format!("{} is kept by {}.", reference(row), if own { "you" } else { &row.keeper }))
}

/// The same rows with each item once, the first of it kept.
pub fn once(rows: impl IntoIterator<Item = QueueRow>) -> Vec<QueueRow> {
    let mut known = HashSet::new();
    rows.into_iter().filter(|row| known.insert(row.item)).collect()
}
