//! How a call looks: details on the left, notes and "still to ask" beside them, windows over them.
//!
//! A wide window shows three boxes, a narrower one two or one, and a very small one a single field with its
//! neighbours named. Which it is follows from the window's size alone, so that nothing is lost when it
//! changes. What the boxes hold is drawn in `view/boxes`.

mod boxes;
mod values;
mod windows;

mod items;

use items::{Item, items};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::State;
use super::form::Focus;
use crate::domain::call::CallerKind;
use crate::domain::detail::Detail;
use crate::domain::reading::Choice;
use crate::screens::Look;
use crate::screens::page::{Width, split_left, split_top};
use crate::widgets::frame::{boxed, cells, fit, pad, put};
use crate::widgets::theme::Role;

/// The cells of a label and the space after it.
const LABEL: u16 = 11;

pub(super) fn draw(state: &State, look: &Look<'_>, area: Rect, buf: &mut Buffer) -> Option<Position> {
    let cursor = match Width::of(area) {
        Width::Wide => three_boxes(state, look, area, buf),
        Width::Usual => two_boxes(state, look, area, buf),
        Width::Small => one_box(state, look, area, buf),
        Width::Narrow | Width::Tiny => one_field(state, look, area, buf),
    };
    windows::draw(state, look, area, buf).or(cursor)
}

fn three_boxes(state: &State, look: &Look<'_>, area: Rect, buf: &mut Buffer) -> Option<Position> {
    let (left, rest) = split_left(area, 48);
    let (middle, right) = split_left(rest, area.width - 48 - 32);
    let (say, below) = split_top(right, 15.min(right.height / 2 + 1));
    let cursor = details(state, look, left, buf, true);
    let notes = boxes::notes(state, look, middle, buf);
    boxes::say(state, look, say, buf);
    let (asked, seen) = split_top(below, below.height.saturating_sub(7).max(8));
    let ask = boxes::to_ask(state, look, asked, buf);
    boxes::seen(state, look, seen, buf);
    cursor.or(notes).or(ask)
}

fn two_boxes(state: &State, look: &Look<'_>, area: Rect, buf: &mut Buffer) -> Option<Position> {
    let (left, right) = split_left(area, 46);
    let (upper, lower) = split_top(right, (area.height * 3 / 5).max(4));
    let cursor = details(state, look, left, buf, true);
    let notes = boxes::notes(state, look, upper, buf);
    let ask = boxes::to_ask(state, look, lower, buf);
    cursor.or(notes).or(ask)
}

fn one_box(state: &State, look: &Look<'_>, area: Rect, buf: &mut Buffer) -> Option<Position> {
    let (top, rest) = split_top(area, 1);
    let asked = state.to_ask(look.context).len();
    let notes = if state.may_keep_family() { "Notes" } else { "Scratch" };
    let tab = |words: String, on: bool| if on { format!("[{words}]") } else { format!(" {words} ") };
    let line = format!(
        " {}{}{}{}",
        tab("1 Details".into(), !matches!(state.focus, Focus::Notes | Focus::Ask(_))),
        tab(format!("2 {notes}"), state.focus == Focus::Notes),
        tab(format!("3 Still to ask {asked}"), matches!(state.focus, Focus::Ask(_))),
        items::answered(state)
    );
    put(buf, top, 0, 0, &pad(&line, area.width as usize), look.theme.style(Role::Heading));
    match state.focus {
        Focus::Notes => boxes::notes(state, look, rest, buf),
        Focus::Ask(_) => boxes::to_ask(state, look, rest, buf),
        _ => details(state, look, rest, buf, false),
    }
}

/// One field at a time, with the one before and the one after named.
fn one_field(state: &State, look: &Look<'_>, area: Rect, buf: &mut Buffer) -> Option<Position> {
    let body = look.theme.style(Role::Body);
    let order: Vec<Focus> = state.order();
    let name = |focus: &Focus| match focus {
        Focus::Field(detail) => detail.label(),
        Focus::Question | Focus::Part(_) => "Consent",
        Focus::Notes => "Notes",
        Focus::Ask(_) => "Still to ask",
    };
    let roomy = area.height >= 5;
    let (head, rest) = split_top(area, u16::from(roomy));
    let title = match (state.focus, state.may_keep_family()) {
        (Focus::Notes, false) => "Scratch - NOT SAVED",
        (focus, _) => name(&focus),
    };
    put(buf, head, 1, 0, title, look.theme.style(Role::Heading));
    let cursor = match state.focus {
        Focus::Field(detail) => {
            let (row, below) = split_top(rest, 1);
            let cursor = field(
                state,
                look,
                detail,
                Rect { x: row.x + 1.min(row.width), width: row.width.saturating_sub(1), ..row },
                buf,
            );
            let (_, reading) = state.shown(detail, look.context.today());
            if cells(state.entry(detail)) + cells(&reading) + 6 > usize::from(row.width) {
                put(buf, below, 1, 0, &reading, body);
            }
            dropdown(state, look, detail, Rect { height: row.height, ..row }, rest, buf);
            cursor
        }
        Focus::Question => {
            let who = if state.for_adult { "Does he or she agree?" } else { "Have the parents agreed?" };
            put(buf, rest, 1, 0, &format!("{who}  Y  N  U"), body);
            Some(Position::new(rest.x + 1.min(rest.width), rest.y))
        }
        Focus::Part(part) => boxes::part(state, look, part, Rect { height: 1.min(rest.height), ..rest }, buf),
        Focus::Notes => boxes::notes_inside(
            state,
            look,
            Rect { height: rest.height.saturating_sub(2).max(1).min(rest.height), ..rest },
            buf,
        ),
        Focus::Ask(_) => boxes::to_ask(state, look, rest, buf),
    };
    if let Some(at) = order.iter().position(|f| *f == state.focus).filter(|_| rest.height >= 6) {
        let next = order.get(at + 1).map_or("-", name);
        let before = at.checked_sub(1).and_then(|b| order.get(b)).map_or("-", name);
        put(buf, rest, 1, rest.height - 1, &format!("Next: {next}     Before: {before}"), body);
    }
    cursor
}

fn details(state: &State, look: &Look<'_>, area: Rect, buf: &mut Buffer, framed: bool) -> Option<Position> {
    let focused = !matches!(state.focus, Focus::Notes | Focus::Ask(_));
    let room = if framed { boxed(buf, area, "Call details", focused, look.theme) } else { area };
    let room = Rect { x: room.x + 1.min(room.width), width: room.width.saturating_sub(2), ..room };
    let items = items(state, look, usize::from(room.height) >= 26);
    let at = items.iter().position(|item| match (item, state.focus) {
        (Item::Field(detail), Focus::Field(focus)) => *detail == focus,
        (Item::Part(part), Focus::Part(focus)) => *part == focus,
        (Item::Question, Focus::Question) => true,
        _ => false,
    });
    let height = usize::from(room.height);
    // The row below is kept in sight as well, so that one sees where Enter leads, and all of an open list.
    let listed = match state.focus {
        Focus::Field(detail) => open_list(state, detail).len(),
        _ => 0,
    };
    let first = at.map_or(0, |at| {
        let last = (at + 2).min(items.len()).max(if listed > 0 { at + 1 + listed } else { 0 });
        last.saturating_sub(height).min(at)
    });
    let mut cursor = None;
    for (y, item) in items.iter().skip(first).take(height).enumerate() {
        let row = Rect { y: room.y + y as u16, height: 1, ..room };
        let here = draw_item(state, look, item, row, buf);
        cursor = cursor.or(here);
    }
    if let (Focus::Field(detail), Some(at)) = (state.focus, at)
        && height > 0
    {
        let y = (at - first) as u16;
        let row = Rect { y: room.y + y, height: 1, ..room };
        dropdown(state, look, detail, row, room, buf);
    }
    cursor.filter(|_| focused)
}

fn draw_item(state: &State, look: &Look<'_>, item: &Item, row: Rect, buf: &mut Buffer) -> Option<Position> {
    let body = look.theme.style(Role::Body);
    match item {
        Item::Heading(words) => {
            put(buf, row, 0, 0, words, look.theme.style(Role::Heading));
            None
        }
        Item::Text(words) => {
            let style = if words.starts_with("OK") { look.theme.style(Role::Good) } else { body };
            put(buf, row, 0, 0, words, style);
            None
        }
        Item::Gap => None,
        Item::Question => {
            let words = if state.for_adult {
                "Does he or she agree to this?"
            } else {
                "Have the parents agreed to this call?"
            };
            let on = state.focus == Focus::Question;
            let style = if on { look.theme.style(Role::Chosen) } else { body };
            put(buf, row, 0, 0, &format!("|  {}|", pad(words, 38)), style);
            on.then(|| Position::new(row.x + 3.min(row.width), row.y))
        }
        Item::Part(part) => boxes::part(state, look, *part, row, buf),
        Item::Field(detail) => {
            put(buf, row, 0, 0, detail.label(), body);
            let value =
                Rect { x: row.x + LABEL.min(row.width), width: row.width.saturating_sub(LABEL), ..row };
            field(state, look, *detail, value, buf)
        }
    }
}

fn field(state: &State, look: &Look<'_>, detail: Detail, value: Rect, buf: &mut Buffer) -> Option<Position> {
    let (words, reading) = state.shown(detail, look.context.today());
    let body = look.theme.style(Role::Body);
    if state.focus == Focus::Field(detail) {
        let line = state.entries.get(&detail).map(|entry| entry.line.clone()).unwrap_or_default();
        let room = value.width.saturating_sub(2);
        let beside = cells(&reading) as u16 + 3;
        let wanted = (cells(line.text()) as u16 + 2).max(13);
        let width = if reading.is_empty() || wanted + beside > room { room } else { room - beside.min(room) };
        put(buf, value, 0, 0, "[", look.theme.style(Role::Focus));
        put(buf, value, width + 1, 0, "]", look.theme.style(Role::Focus));
        if width + 2 < value.width {
            put(buf, value, width + 3, 0, &reading, body);
        }
        let inside = Rect { x: value.x + 1.min(value.width), width, ..value };
        return line.draw(buf, inside, true, look.theme);
    }
    let waits = state.waits(detail);
    let words = if waits { state.may_be_kept(detail).0 } else { words };
    if waits || state.is_scratch(detail) && !words.is_empty() {
        let marked = match state.unread(detail) {
            _ if state.is_all_scratch(detail) => format!("/ {words}"),
            unread if words.is_empty() => format!("/ {unread}"),
            unread if unread.is_empty() => words,
            // What is not kept stands first, or there might not be room to see it.
            unread => format!("/ {unread} /  {words}"),
        };
        put(buf, value, 0, 0, &fit(&marked, value.width as usize), body);
        return None;
    }
    // It is easily mixed up with the family's: of a third party the name is the caller's own.
    let third = state.kind.is_some_and(CallerKind::is_third_party);
    let empty = if third && detail == Detail::Name { "- your caller's own name" } else { "-" };
    // What the case has stands where the text would.
    if words.is_empty() && !reading.is_empty() {
        put(buf, value, 0, 0, &reading, body);
        return None;
    }
    let used = put(buf, value, 0, 0, if words.is_empty() { empty } else { &words }, body);
    if !reading.is_empty() {
        put(buf, value, used + 2, 0, &reading, body);
    }
    None
}

/// What the list under a field holds; empty where none is open.
fn open_list(state: &State, detail: Detail) -> Vec<Choice> {
    let choices = state.choices(detail);
    let typed = state.entry(detail);
    let at_once = detail == Detail::Who && state.kind.is_none() || state.row.is_some();
    let taken = choices.iter().any(|choice| choice.words == typed);
    let closed = taken && state.row.is_none()
        || typed.is_empty() && !at_once && !matches!(detail, Detail::About | Detail::Wants);
    if closed { Vec::new() } else { choices }
}

/// The list under a field, over the rows below it.
fn dropdown(state: &State, look: &Look<'_>, detail: Detail, row: Rect, room: Rect, buf: &mut Buffer) {
    let choices = open_list(state, detail);
    let typed = state.entry(detail);
    let said = if detail == Detail::Who { CallerKind::from_spoken(typed) } else { None };
    let top = match detail {
        // Of schools Enter keeps what is typed: none is marked before one is chosen.
        Detail::School => None,
        Detail::Area => state.marked_area(detail).map(|choice| choice.code),
        _ => said
            .map(|kind| kind.code().to_owned())
            .or_else(|| crate::domain::reading::matching(&choices, typed).map(|c| c.code.clone())),
    };
    let below = (room.y + room.height).saturating_sub(row.y + 1);
    let shown: Vec<usize> =
        crate::widgets::list::seen(choices.len(), state.row.unwrap_or(0), usize::from(below)).collect();
    for (y, index) in shown.into_iter().enumerate() {
        let choice = &choices[index];
        let letter = choice.letter.map_or_else(String::new, |letter| format!("{letter}  "));
        let mark = if state.row == Some(index) || state.row.is_none() && top.as_ref() == Some(&choice.code) {
            ">"
        } else {
            " "
        };
        let text = pad(&format!("{mark} {letter}{}", choice.words), usize::from(room.width));
        let style = if state.row == Some(index) {
            look.theme.style(Role::Chosen)
        } else {
            look.theme.style(Role::Body)
        };
        put(buf, Rect { y: row.y + 1 + y as u16, height: 1, ..room }, 0, 0, &text, style);
    }
}
