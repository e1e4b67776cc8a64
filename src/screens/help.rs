//! Help for exactly one place: what it is, the keys that hold there, and "what if".
//!
//! The words are texts of their own, a page for each place; the keys come from the one table of keys, so that
//! a page cannot name a key that does something else. Tab lists all pages. Leaving returns to where one was.

mod texts;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::{Look, Screen};
use crate::protocol::action::Action;
use crate::protocol::context::Context;
use crate::protocol::effect::Effect;
use crate::protocol::keys::{KEYS, Spot};
use crate::widgets::frame::{pad, put, wrap};
use crate::widgets::list::seen;
use crate::widgets::theme::Role;
pub use texts::text;

/// Help.
#[derive(Debug, Clone)]
pub struct State {
    spot: Spot,
    top: usize,
    /// The list of all pages, and the chosen one.
    index: Option<usize>,
}

impl State {
    /// For a place.
    pub fn new(spot: Spot) -> Self {
        Self { spot, top: 0, index: None }
    }
}

/// The keys of a place in one row each: `Enter, Ctrl+J` and what they do.
pub fn keys_of(spot: Spot) -> Vec<(String, &'static str)> {
    let mut rows: Vec<(String, &'static str, &Action)> = Vec::new();
    for row in KEYS.iter().filter(|row| row.spot == spot) {
        match rows.iter_mut().find(|(_, _, action)| **action == row.action) {
            Some((keys, ..)) => *keys = format!("{keys}, {}", row.key),
            None => rows.push((row.key.to_string(), row.help, &row.action)),
        }
    }
    rows.into_iter().map(|(keys, help, _)| (keys, help)).collect()
}

/// A text set beside its label, or under it where there is no room.
fn beside(lines: &mut Vec<(Role, String)>, label: &str, text: &str, column: usize, width: usize) {
    if width < column + 24 {
        lines.extend(
            wrap(label, width.saturating_sub(1).max(1)).into_iter().map(|l| (Role::Body, format!(" {l}"))),
        );
        lines.extend(
            wrap(text, width.saturating_sub(4).max(1)).into_iter().map(|l| (Role::Body, format!("    {l}"))),
        );
        return;
    }
    let label = wrap(label, column - 1);
    let text = wrap(text, width - column - 3);
    for at in 0..label.len().max(text.len()) {
        let (left, right) =
            (label.get(at).map_or("", String::as_str), text.get(at).map_or("", String::as_str));
        lines.push((Role::Body, format!("  {} {right}", pad(left, column))));
    }
}

/// The whole page for a width.
fn page(spot: Spot, width: usize) -> Vec<(Role, String)> {
    let (about, what_if) = text(spot);
    let mut lines = vec![(Role::Heading, "WHAT THIS IS".to_owned())];
    lines.extend(
        wrap(about, width.saturating_sub(3).max(1)).into_iter().map(|line| (Role::Body, format!("  {line}"))),
    );
    for place in spot.chain() {
        let keys = keys_of(*place);
        if keys.is_empty() {
            continue;
        }
        lines.push((Role::Body, String::new()));
        let heading = if *place == spot { "KEYS HERE".to_owned() } else { format!("KEYS: {}", place.name()) };
        lines.push((Role::Heading, heading));
        for (keys, help) in keys {
            beside(&mut lines, &keys, help, 16, width);
        }
        if *place == spot && !what_if.is_empty() {
            questions(&mut lines, &what_if, width);
        }
    }
    if keys_of(spot).is_empty() && !what_if.is_empty() {
        let mut all = lines.split_off(lines.iter().position(|(_, l)| l.is_empty()).unwrap_or(lines.len()));
        questions(&mut lines, &what_if, width);
        lines.append(&mut all);
    }
    lines
}

fn questions(lines: &mut Vec<(Role, String)>, what_if: &[(&str, &str)], width: usize) {
    lines.push((Role::Body, String::new()));
    lines.push((Role::Heading, "WHAT IF".to_owned()));
    for (question, answer) in what_if {
        beside(lines, question, answer, 34, width);
    }
}

impl Screen for State {
    fn spot(&self) -> Spot {
        Spot::Help
    }

    fn has_window(&self) -> bool {
        true
    }

    fn next_step(&self) -> String {
        "Back".to_owned()
    }

    fn title(&self, _look: &Look<'_>) -> String {
        match self.index {
            Some(_) => "HELP   all pages".to_owned(),
            None => format!("HELP   {}", self.spot.name()),
        }
    }

    fn lines(&self, _look: &Look<'_>) -> [String; 2] {
        let first = match self.index {
            Some(_) => "Up/Down choose. Enter opens. Tab back to the page.",
            None => "Up/Down more. Tab to a list of all help pages.",
        };
        [first.to_owned(), "Esc returns to the very field you left.".to_owned()]
    }

    fn act(&mut self, action: &Action, _context: &Context) -> Vec<Effect> {
        // Counted for a narrow window, so that the end can be reached on any.
        let most = match self.index {
            Some(_) => Spot::ALL.len() - 1,
            None => page(self.spot, 40).len(),
        };
        let at = self.index.as_mut().unwrap_or(&mut self.top);
        match action {
            Action::Up => *at = at.saturating_sub(1),
            Action::Down => *at = (*at + 1).min(most),
            Action::PageUp => *at = at.saturating_sub(10),
            Action::PageDown => *at = (*at + 10).min(most),
            Action::First => *at = 0,
            Action::Last => *at = most,
            Action::NextBox => {
                self.index = match self.index {
                    Some(_) => None,
                    None => Spot::ALL.iter().position(|spot| *spot == self.spot),
                };
            }
            Action::Open => {
                if let Some(spot) = self.index.take().and_then(|at| Spot::ALL.get(at)) {
                    *self = Self::new(*spot);
                }
            }
            Action::Esc | Action::StepBack | Action::NextStep => return vec![Effect::Close],
            _ => {}
        }
        Vec::new()
    }

    fn view(&self, look: &Look<'_>, area: Rect, buf: &mut Buffer) -> Option<Position> {
        let room = Rect { x: area.x + 1.min(area.width), width: area.width.saturating_sub(2), ..area };
        let (width, height) = (usize::from(room.width), usize::from(room.height));
        if width == 0 || height == 0 {
            return None;
        }
        if let Some(at) = self.index {
            let mut cursor = None;
            for (y, place) in seen(Spot::ALL.len(), at, height).enumerate() {
                let here = place == at;
                let line = format!("{} {}", if here { '>' } else { ' ' }, Spot::ALL[place].name());
                let role = if here { Role::Chosen } else { Role::Body };
                put(buf, room, 0, y as u16, &pad(&line, width.min(40)), look.theme.style(role));
                if here {
                    cursor = Some(Position::new(room.x + 2.min(room.width - 1), room.y + y as u16));
                }
            }
            return cursor;
        }
        let lines = page(self.spot, width);
        let top = self.top.min(lines.len().saturating_sub(height));
        for (y, (role, line)) in lines.iter().skip(top).take(height).enumerate() {
            put(buf, room, 0, y as u16, line, look.theme.style(*role));
        }
        Some(Position::new(room.x, room.y))
    }
}
