//! A note on a case, in a window of one line over the list it was opened from.
//!
//! Enter keeps it; so does Esc, because what was typed is never thrown away by leaving. An empty note is no
//! note. The window knows nothing of the page under it.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::Look;
use super::page::middle;
use crate::domain::reference::Reference;
use crate::protocol::action::Action;
use crate::protocol::command::Intention;
use crate::protocol::context::Context;
use crate::protocol::effect::Effect;
use crate::store::cases::CaseWrite;
use crate::widgets::field::Line;
use crate::widgets::frame::{put, window};
use crate::widgets::theme::Role;

/// The most letters of a note of one line.
pub const LONGEST: usize = 10_000;

/// The window.
#[derive(Debug, Clone)]
pub struct Note {
    case: i64,
    reference: Option<Reference>,
    line: Line,
}

impl Note {
    /// For a case.
    pub fn on(case: i64, reference: Option<Reference>) -> Self {
        Self { case, reference, line: Line::default() }
    }

    /// The case it is on.
    pub fn case(&self) -> i64 {
        self.case
    }

    /// Its title.
    pub fn name(&self) -> String {
        format!("Note on {}", self.reference.map(|r| r.to_string()).unwrap_or_default())
    }

    /// Nothing stands in it.
    pub fn is_empty(&self) -> bool {
        self.line.text().trim().is_empty()
    }

    /// What is said where more was typed or pasted than it holds.
    pub fn full(&self) -> Option<String> {
        self.line.full()
    }

    /// What an action does; `true` when the window is closed by it.
    pub fn act(&mut self, action: &Action, context: &Context) -> (bool, Vec<Effect>) {
        match action {
            Action::Edit(edit) => {
                self.line.edit_within(edit, LONGEST);
                (false, Vec::new())
            }
            Action::NextField | Action::NextLine | Action::NextStep | Action::Esc | Action::Notes => {
                (true, self.keep(context))
            }
            _ => (false, Vec::new()),
        }
    }

    fn keep(&self, context: &Context) -> Vec<Effect> {
        let body = self.line.text().trim();
        if body.is_empty() {
            return Vec::new();
        }
        let note = CaseWrite::Note { case: self.case, note: context.id(), body: body.into() };
        let to = self.reference.map(|r| r.to_string()).unwrap_or_default();
        vec![Effect::Do(Intention::Case(note)), Effect::Notice(format!("Note added to {to}."))]
    }

    /// Draws it and gives the cursor's place.
    pub fn view(&self, look: &Look<'_>, area: Rect, buf: &mut Buffer) -> Option<Position> {
        let inner = window(buf, middle(area, 72, 4), &self.name(), look.theme);
        let field = Rect { x: inner.x + 1.min(inner.width), width: inner.width.saturating_sub(2), ..inner };
        put(buf, field, 0, 1, "Enter keeps it. Esc keeps it too.", look.theme.style(Role::Body));
        self.line.draw(buf, Rect { height: field.height.min(1), ..field }, true, look.theme)
    }
}
