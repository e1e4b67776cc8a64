//! Worried that a child is at risk: what the office does, one key away from every page.
//!
//! The words are the office's own, edited in Settings; those shipped say only what holds everywhere. Nothing
//! about a child is written here and there is no field to write it in: the file learns that the words were
//! shown, when, and to whom.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::page::middle;
use super::{Look, Screen};
use crate::protocol::action::Action;
use crate::protocol::answer::Answer;
use crate::protocol::command::{Intention, Question};
use crate::protocol::context::Context;
use crate::protocol::effect::Effect;
use crate::protocol::keys::Spot;
use crate::store::office::{OfficeWrite, setting};
use crate::widgets::frame::{put, window, wrap};
use crate::widgets::theme::Role;

/// The words as shipped.
pub const SHIPPED: &str = include_str!("../../assets/say/safeguarding.txt");

/// The card.
#[derive(Debug, Clone, Default)]
pub struct State {
    own: String,
    top: usize,
    recorded: bool,
}

impl State {
    fn words(&self) -> &str {
        if self.own.trim().is_empty() { SHIPPED } else { &self.own }
    }
}

impl Screen for State {
    fn spot(&self) -> Spot {
        Spot::Safeguarding
    }

    fn has_window(&self) -> bool {
        true
    }

    fn next_step(&self) -> String {
        "Back".to_owned()
    }

    fn title(&self, _look: &Look<'_>) -> String {
        "WORRIED THAT A CHILD IS AT RISK".to_owned()
    }

    fn lines(&self, _look: &Look<'_>) -> [String; 2] {
        [
            "Nothing of a child is written here. The file notes only that this was shown.".to_owned(),
            "Up/Down more. Esc back to the very field you left".to_owned(),
        ]
    }

    fn opened(&mut self, _context: &Context) -> Vec<Effect> {
        let mut effects = vec![Effect::Ask(Question::Settings)];
        if !std::mem::replace(&mut self.recorded, true) {
            effects.push(Effect::Do(Intention::Office(OfficeWrite::SafeguardingShown)));
        }
        effects
    }

    fn act(&mut self, action: &Action, _context: &Context) -> Vec<Effect> {
        let most = self.words().lines().count();
        match action {
            Action::Up => self.top = self.top.saturating_sub(1),
            Action::Down => self.top = (self.top + 1).min(most),
            Action::PageUp => self.top = self.top.saturating_sub(8),
            Action::PageDown => self.top = (self.top + 8).min(most),
            Action::First => self.top = 0,
            Action::Esc | Action::StepBack | Action::NextStep | Action::Open => return vec![Effect::Close],
            _ => {}
        }
        Vec::new()
    }

    fn hear(&mut self, answer: &Answer, _context: &Context) -> Vec<Effect> {
        if let Answer::Settings(settings) = answer {
            settings.get(setting::SAFEGUARDING).clone_into(&mut self.own);
        }
        Vec::new()
    }

    fn view(&self, look: &Look<'_>, area: Rect, buf: &mut Buffer) -> Option<Position> {
        let inner = window(buf, middle(area, 78, area.height), "What to do", look.theme);
        let room = Rect { x: inner.x + 1.min(inner.width), width: inner.width.saturating_sub(2), ..inner };
        let lines = wrap(self.words().trim_end(), usize::from(room.width).max(1));
        let top = self.top.min(lines.len().saturating_sub(usize::from(room.height)));
        for (y, line) in lines.iter().skip(top).take(usize::from(room.height)).enumerate() {
            let heading = !line.is_empty() && line.chars().all(|c| !c.is_lowercase());
            let role = if heading { Role::Heading } else { Role::Body };
            put(buf, room, 0, y as u16, line, look.theme.style(role));
        }
        (room.width > 0 && room.height > 0).then(|| Position::new(room.x, room.y))
    }
}
