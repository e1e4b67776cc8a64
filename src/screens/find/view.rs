//! How Find is drawn: the field with the number of rows, the list in its sections, the box beside it.
//!
//! Nothing is decided here; which rows there are, and which is chosen, comes from the page.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::{SECTIONS, State, section};
use crate::domain::contact::NOT_SAFE_SHORT;
use crate::screens::Look;
use crate::screens::page::{Width, split_left, split_top};
use crate::store::search::{FOUND, Found, FoundKind};
use crate::widgets::frame::{boxed, pad, put};
use crate::widgets::list::seen;
use crate::widgets::theme::Role;

/// Above the rows that do not begin as typed.
const ALIKE: &str = "SOUNDS LIKE THAT, or a letter differs";

/// A line of the list: the heading of a section, or a row by its place.
enum Seen {
    Heading(&'static str),
    Row(usize),
}

/// A row as it is shown in so many cells.
fn words(row: &Found, look: &Look<'_>, width: usize) -> String {
    let reference = row.reference.map(|r| r.to_string()).unwrap_or_default();
    if look.hide_names {
        return reference;
    }
    match row.kind {
        FoundKind::Case | FoundKind::Enquiry | FoundKind::Call => {
            format!("{reference:<6}  {} {}", pad(&row.name, 20), &*row.about)
        }
        FoundKind::Person if width < 60 => {
            let safe = if row.about.starts_with(NOT_SAFE_SHORT) { NOT_SAFE_SHORT } else { "" };
            format!("{}  {reference:<6}  {safe}", pad(&row.name, 18))
        }
        FoundKind::Person => {
            let room = width.saturating_sub(20 + 2 + 8).min(36);
            format!("{} {} {reference}", pad(&row.name, 20), pad(&row.about, room))
        }
        FoundKind::Notes => format!("{reference:<6}  {}  \"{}\"", &*row.name, &*row.about),
    }
}

impl State {
    fn seen(&self) -> Vec<Seen> {
        let mut lines = Vec::new();
        let mut before = None;
        for (at, row) in self.rows.iter().enumerate() {
            let heading =
                if row.alike { ALIKE } else { SECTIONS[section(row.kind).min(SECTIONS.len() - 1)].1 };
            if before != Some(heading) {
                lines.push(Seen::Heading(heading));
                before = Some(heading);
            }
            lines.push(Seen::Row(at));
        }
        lines
    }

    fn count(&self) -> String {
        match self.rows.len() {
            _ if self.line.text().trim().is_empty() => String::new(),
            0 if self.turn != self.answered => String::new(),
            n if n as i64 >= FOUND => format!("first {n} found"),
            n => format!("{n} found"),
        }
    }

    /// Draws the field and gives the cursor's place in it.
    fn field(&self, look: &Look<'_>, area: Rect, buf: &mut Buffer) -> Option<Position> {
        let body = look.theme.style(Role::Body);
        put(buf, area, 1, 0, "Find", look.theme.style(Role::Heading));
        let room = area.width.saturating_sub(27).max(area.width.min(20).saturating_sub(8)).min(66);
        put(buf, area, 7, 0, "[", body);
        put(buf, area, 8 + room, 0, "]", body);
        put(buf, area, 12 + room, 0, &self.count(), body);
        let x = 8.min(area.width);
        let field =
            Rect { x: area.x + x, width: room.min(area.width - x), height: area.height.min(1), ..area };
        self.line.draw(buf, field, !self.in_list, look.theme)
    }
    pub(super) fn draw(&self, look: &Look<'_>, area: Rect, buf: &mut Buffer) -> Option<Position> {
        let (top, rest) = split_top(area, 1);
        let in_field = self.field(look, top, buf);
        let mut list = rest;
        if Width::of(area) == Width::Wide {
            let (left, right) = split_left(rest, 76);
            self.beside.view("Chosen", look, right, buf);
            list = boxed(buf, left, "Found", true, look.theme);
        } else if rest.height > 6 {
            list = split_top(rest, 1).1;
        }
        if self.rows.is_empty() {
            let body = look.theme.style(Role::Body);
            put(
                buf,
                list,
                1,
                0,
                "You can type the start of any word of a name, school, area or note, the",
                body,
            );
            put(buf, list, 1, 1, "last digits of a phone number, or a reference (412, m412, e1187).", body);
            let alike = "A name that sounds alike, or has one letter wrong, is found as well.";
            put(buf, list, 1, 3, alike, body);
            if self.looking.enquiries_only {
                let words = "Cases are not looked through: the open call has no consent yet.";
                put(buf, list, 1, 5, words, look.theme.style(Role::Attention));
                if self.looking.into_call {
                    let words = "A number that a caller in their work quotes is found with its letter: m412.";
                    put(buf, list, 1, 6, words, body);
                }
            }
            return in_field;
        }
        let lines = self.seen();
        let chosen = self.at.min(self.rows.len() - 1);
        let place = lines.iter().position(|l| matches!(l, Seen::Row(at) if *at == chosen)).unwrap_or(0);
        let width = usize::from(list.width);
        let mut in_list = None;
        for (y, line) in seen(lines.len(), place, usize::from(list.height)).enumerate() {
            let y = y as u16;
            match &lines[line] {
                Seen::Heading(words) => {
                    put(buf, list, 1, y, words, look.theme.style(Role::Heading));
                }
                Seen::Row(at) => {
                    let here = *at == chosen;
                    let mark = if here { '>' } else { ' ' };
                    let text = format!("{mark} {}", words(&self.rows[*at], look, width.saturating_sub(2)));
                    if !here {
                        put(buf, list, 0, y, &text, look.theme.style(Role::Body));
                        continue;
                    }
                    put(buf, list, 0, y, &pad(&text, width), look.theme.style(Role::Chosen));
                    if list.width > 0 {
                        in_list = Some(Position::new(list.x + 2.min(list.width - 1), list.y + y));
                    }
                }
            }
        }
        if self.in_list { in_list } else { in_field }
    }
}
