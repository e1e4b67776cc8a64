//! The boxes beside the details: notes, what can be said, what is still to ask, who rang before.
//!
//! Scratch looks different from notes at first sight: its frame is hatched, and it says that it is not saved.
//! What is still to ask and what can be said are computed when they are drawn; nothing is kept here.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use crate::domain::consent::ConsentAnswer;
use crate::screens::Look;
use crate::screens::call::State;
use crate::screens::call::form::{Focus, Part};
use crate::screens::page::split_top;
use crate::screens::rows::shortened;
use crate::widgets::frame::{boxed, put, wrap};
use crate::widgets::notes::Margin;
use crate::widgets::theme::Role;

/// Notes, or Scratch: its frame is hatched, and it says that it is not saved.
pub(super) fn notes(state: &State, look: &Look<'_>, area: Rect, buf: &mut Buffer) -> Option<Position> {
    let kept = state.may_keep_family();
    let title = if kept { "Notes  F4" } else { "Scratch - NOT SAVED" };
    let room = boxed(buf, area, title, state.focus == Focus::Notes, look.theme);
    let room = Rect { x: room.x + 1.min(room.width), width: room.width.saturating_sub(2), ..room };
    let room = state.draw_aside(look, room, buf);
    if kept {
        return notes_inside(state, look, room, buf);
    }
    let words = match (state.kind, state.answer) {
        (None, _) if state.about().is_none() => {
            "Kept only on this screen until Who is answered. A parent or young person: it goes into Notes."
        }
        (_, Some(ConsentAnswer::No | ConsentAnswer::NotSure)) => {
            "Not saved, and gone when the call is finished. Yes after all? y on the question keeps it."
        }
        // All of it was in the file before the consent went, and stays there.
        _ if state.was_withdrawn() && state.has_only_earlier_notes() => {
            "Kept with the case, locked. What is typed from here on is not saved, and gone when the call is finished."
        }
        // There is no question to answer: the consent was withdrawn, or a child rings alone.
        _ if state.about().is_some() && !state.asks_for_consent() => {
            "Not saved, and gone when the call is finished. If they agree again: a on the case's page Consent."
        }
        _ if !state.asks_for_consent() => "Not saved, and gone when the call is finished.",
        _ => {
            "Kept only on this screen until you answer the question on the left. Yes: it goes into Notes. \
             No: all of it is gone when the call is finished."
        }
    };
    let lines = wrap(words, usize::from(room.width));
    let below = (lines.len() as u16 + 1).min(room.height.saturating_sub(3));
    let (upper, lower) = split_top(room, room.height - below);
    for (y, line) in lines.iter().enumerate().take(below.saturating_sub(1) as usize) {
        put(buf, lower, 0, y as u16 + 1, line, look.theme.style(Role::Body));
    }
    notes_inside(state, look, upper, buf)
}

pub(super) fn notes_inside(state: &State, look: &Look<'_>, area: Rect, buf: &mut Buffer) -> Option<Position> {
    let focused = state.focus == Focus::Notes;
    let begun: Vec<String> = state.begun.iter().map(|at| look.context.clock(*at)).collect();
    let margin = match (state.may_keep_family(), area.width >= 34) {
        (false, _) => Margin::Hatched,
        (true, true) => Margin::Words(&begun),
        (true, false) => Margin::None,
    };
    state.notes.draw(buf, area, focused, look.theme, margin)
}

/// All lines that can be said; `x` in front of those that were.
pub(super) fn say(state: &State, look: &Look<'_>, area: Rect, buf: &mut Buffer) {
    let room = boxed(buf, area, "Say", false, look.theme);
    let room = Rect { x: room.x + 1.min(room.width), width: room.width.saturating_sub(2), ..room };
    let width = usize::from(room.width).saturating_sub(2).max(1);
    let mut y = 0;
    let next = state.next_say().map(|say| say.key);
    for say in state.script() {
        let mark = match (state.said.contains_key(say.key), next == Some(say.key)) {
            (true, _) => "x",
            (false, true) => ">",
            (false, false) => " ",
        };
        for (at, line) in wrap(say.short, width).iter().enumerate() {
            let head = if at == 0 { mark } else { " " };
            put(buf, room, 0, y, &format!("{head} {line}"), look.theme.style(Role::Body));
            y += 1;
        }
    }
    let count = format!("F8 = said it     {} of {}", state.said_so_far(), state.script().len());
    put(buf, room, 0, room.height.saturating_sub(1), &count, look.theme.style(Role::Body));
}

/// What is still to ask.
pub(super) fn to_ask(state: &State, look: &Look<'_>, area: Rect, buf: &mut Buffer) -> Option<Position> {
    let on = match state.focus {
        Focus::Ask(row) => Some(row),
        _ => None,
    };
    let room = boxed(buf, area, "Still to ask (no hurry)", on.is_some(), look.theme);
    let room = Rect { x: room.x + 1.min(room.width), width: room.width.saturating_sub(2), ..room };
    let width = usize::from(room.width).saturating_sub(2).max(1);
    let mut cursor = None;
    let mut y = 0;
    for (row, (words, _)) in state.to_ask(look.context).iter().enumerate() {
        let chosen = on == Some(row);
        let style = look.theme.style(if chosen { Role::Chosen } else { Role::Body });
        for (at, line) in wrap(words, width).iter().enumerate() {
            let head = match (at, chosen) {
                (0, true) => ">",
                (0, false) => ".",
                _ => " ",
            };
            put(buf, room, 0, y, &format!("{head} {line}"), style);
            if chosen && at == 0 && y < room.height {
                cursor = Some(Position::new(room.x, room.y + y));
            }
            y += 1;
        }
    }
    if state.asks_for_consent() && state.answer != Some(ConsentAnswer::Yes) && !state.for_adult {
        let line = &state.service.line;
        let long =
            format!("If they must ask the parents: our number is {line}. Parents can ring us themselves.");
        let wide = usize::from(room.width).max(1);
        let left = usize::from(room.height.saturating_sub(y));
        let (mut lines, mut gap) = (wrap(&long, wide), 1);
        if lines.len() + gap > left {
            // Where there is no room for all of it, what is asked for is seen: the number.
            gap = 0;
            lines = wrap(&format!("Our number, for the parents: {line}."), wide);
        }
        for (at, line) in lines.iter().enumerate() {
            put(buf, room, 0, y + (gap + at) as u16, line, look.theme.style(Role::Body));
        }
    }
    cursor
}

/// Earlier records of a caller of this name or number.
pub(super) fn seen(state: &State, look: &Look<'_>, area: Rect, buf: &mut Buffer) {
    if area.height < 3 {
        return;
    }
    let room = boxed(buf, area, "Seen before?", false, look.theme);
    let room = Rect { x: room.x + 1.min(room.width), width: room.width.saturating_sub(2), ..room };
    if let Some(other) = state.alike() {
        let reference = other.reference.map(|r| r.to_string()).unwrap_or_default();
        let why = other.reasons.as_deref().unwrap_or_default();
        let words = format!("{reference}, the same child? {why}");
        let lines = wrap(&words, usize::from(room.width).max(1));
        for (y, line) in lines.iter().take(room.height.saturating_sub(1) as usize).enumerate() {
            put(buf, room, 0, y as u16, line, look.theme.style(Role::Body));
        }
    } else if state.seen.is_empty() {
        put(buf, room, 0, 0, "Nobody like this caller.", look.theme.style(Role::Body));
        return;
    }
    let seen = if state.alike().is_some() { &[][..] } else { &state.seen[..] };
    for (y, found) in seen.iter().take(room.height.saturating_sub(1) as usize).enumerate() {
        let reference = found.reference.map(|r| r.to_string()).unwrap_or_default();
        let name = if look.hide_names { "" } else { &*found.name };
        put(buf, room, 0, y as u16, &format!("{reference} {name}"), look.theme.style(Role::Body));
    }
    put(
        buf,
        room,
        0,
        room.height.saturating_sub(1),
        "Esc x to look. Not joined.",
        look.theme.style(Role::Body),
    );
}

/// One of the questions of a "yes".
pub(super) fn part(
    state: &State,
    look: &Look<'_>,
    part: Part,
    row: Rect,
    buf: &mut Buffer,
) -> Option<Position> {
    let (label, line) = match part {
        Part::Who => ("| Who agreed? ", &state.told.who),
        Part::When => ("| When?       ", &state.told.when),
        Part::How => ("| How?        ", &state.told.how),
        Part::Limits => ("    Limits ", &state.told.limits),
    };
    let used = put(buf, row, 0, 0, label, look.theme.style(Role::Body));
    let value = Rect { x: row.x + used, width: row.width - used, ..row };
    let on = state.focus == Focus::Part(part);
    if on {
        put(buf, value, 0, 0, "[", look.theme.style(Role::Focus));
        put(buf, value, value.width.saturating_sub(1), 0, "]", look.theme.style(Role::Focus));
    } else if line.is_empty() {
        put(buf, value, 0, 0, "-", look.theme.style(Role::Body));
        return None;
    }
    let inside =
        Rect { x: value.x + u16::from(on).min(value.width), width: value.width.saturating_sub(2), ..value };
    let reading = state.part_reading(part, look.context);
    let used = 2 + crate::widgets::frame::cells(line.text()) as u16;
    let room = value.width.saturating_sub(used + 2);
    if !reading.is_empty() && room > 2 {
        let reading = shortened(reading.into(), usize::from(room));
        put(buf, value, used + 2, 0, &reading, look.theme.style(Role::Body));
    }
    line.draw(buf, inside, on, look.theme)
}
