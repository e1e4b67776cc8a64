//! More: the pages that have no key of their own.
//!
//! It is a list to choose from and holds nothing of its own. What is done daily has a key and is absent here,
//! so that the key bar stays short.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::{Look, Screen};
use crate::protocol::action::Action;
use crate::protocol::context::Context;
use crate::protocol::effect::{Effect, Place};
use crate::protocol::keys::Spot;
use crate::widgets::frame::{pad, put};
use crate::widgets::theme::Role;

/// More.
#[derive(Debug, Clone, Default)]
pub struct State {
    at: usize,
}

fn pages() -> [(&'static str, &'static str, Place); 4] {
    [
        ("Mediators", "who they are, their days, days away", Place::Mediators),
        ("Settings", "your name, the office, closed days, how it looks", Place::Settings),
        ("A child at risk", "what to do, in the office's own words", Place::Safeguarding),
        ("Help", "what every page is, and its keys", Place::Help(Spot::Anywhere)),
    ]
}

impl Screen for State {
    fn spot(&self) -> Spot {
        Spot::More
    }

    fn has_window(&self) -> bool {
        true
    }

    fn next_step(&self) -> String {
        "Open".to_owned()
    }

    fn title(&self, _look: &Look<'_>) -> String {
        "MORE".to_owned()
    }

    fn lines(&self, _look: &Look<'_>) -> [String; 2] {
        [String::new(), "Up/Down choose. Enter opens. Esc back where you were".to_owned()]
    }

    fn act(&mut self, action: &Action, _context: &Context) -> Vec<Effect> {
        let pages = pages();
        match action {
            Action::Up => self.at = self.at.saturating_sub(1),
            Action::Down | Action::NextBox => self.at = (self.at + 1).min(pages.len() - 1),
            Action::First => self.at = 0,
            Action::Last => self.at = pages.len() - 1,
            Action::Open | Action::NextStep | Action::Tick => {
                return vec![Effect::Open(pages[self.at].2.clone())];
            }
            Action::Esc | Action::StepBack => return vec![Effect::Close],
            _ => {}
        }
        Vec::new()
    }

    fn view(&self, look: &Look<'_>, area: Rect, buf: &mut Buffer) -> Option<Position> {
        let top = u16::from(area.height > 6);
        for (at, (name, about, _)) in pages().into_iter().enumerate() {
            let here = at == self.at;
            let line = format!("{} {} {about}", if here { '>' } else { ' ' }, pad(name, 20));
            let style = look.theme.style(if here { Role::Chosen } else { Role::Body });
            put(buf, area, 0, top + at as u16, &pad(&line, usize::from(area.width)), style);
        }
        let y = top + self.at as u16;
        (area.width > 2 && y < area.height).then(|| Position::new(area.x + 2, area.y + y))
    }
}
