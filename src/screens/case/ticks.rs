//! Ticks for when a meeting suits: Monday to Friday, morning and afternoon, and how.
//!
//! The window stands over Contact and has no text of its own: it reads the words of the line "Suits" and writes
//! them anew with each tick, so the two never disagree. Saving is Contact's own business.

use chrono::NaiveDate;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::editor::Editor;
use crate::domain::suits::{How, Suits, Ticks};
use crate::domain::working_days::WorkingDays;
use crate::protocol::action::Action;
use crate::screens::Look;
use crate::screens::page::middle;
use crate::widgets::frame::{put, window, wrap};
use crate::widgets::theme::Role;

/// The line of Contact that the ticks are of.
pub(super) const LINE: usize = 8;
const DAYS: [&str; 5] = ["Mon", "Tue", "Wed", "Thu", "Fri"];
const HOWS: [(How, &str); 3] =
    [(How::Online, "Online"), (How::InPerson, "In person"), (How::Telephone, "Telephone")];
/// Cells of a day and of a how.
const WIDE: [u16; 2] = [8, 14];

/// Where one is: a row (morning, afternoon, how) and a place in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Grid {
    row: usize,
    at: usize,
}

impl Grid {
    /// A key; false when the window closes.
    pub(super) fn act(
        &mut self,
        action: &Action,
        editor: &mut Editor,
        today: NaiveDate,
        office: &WorkingDays,
    ) -> bool {
        let last = if self.row == 2 { HOWS.len() } else { DAYS.len() } - 1;
        match action {
            Action::Left => self.at = self.at.saturating_sub(1),
            Action::Right => self.at = (self.at + 1).min(last),
            Action::Up => self.row = self.row.saturating_sub(1),
            Action::Down => {
                self.row = (self.row + 1).min(2);
                self.at = self.at.min(if self.row == 2 { HOWS.len() - 1 } else { self.at });
            }
            Action::First => self.at = 0,
            Action::Last => self.at = last,
            Action::Tick => self.tick(editor, today, office),
            Action::Esc | Action::StepBack | Action::NextBox | Action::Open => return false,
            _ => {}
        }
        true
    }

    fn tick(self, editor: &mut Editor, today: NaiveDate, office: &WorkingDays) {
        let typed = editor.text(LINE);
        let read = |words: &str| Suits::read(words, today, office);
        let said = read(&typed);
        let text = if let Some((how, _)) = HOWS.get(self.at).filter(|_| self.row == 2) {
            How::within(Some(*how).filter(|how| said.how != Some(*how)), &typed, read)
        } else {
            let mut ticks = Ticks::of(&said);
            ticks.turn(self.at, self.row == 1);
            ticks.within(&typed, read)
        };
        editor.put(&text);
    }

    /// Draws the window and gives the cursor's place.
    pub(super) fn draw(
        self,
        editor: &Editor,
        look: &Look<'_>,
        office: &WorkingDays,
        area: Rect,
        buf: &mut Buffer,
    ) -> Option<Position> {
        let theme = look.theme;
        let room = window(buf, middle(area, 58, 10), "When it suits", theme);
        let said = Suits::read(&editor.text(LINE), look.context.today(), office);
        let ticks = Ticks::of(&said);
        let mut cursor = None;
        let mut mark = |row: usize, at: usize, x: u16, y: u16, on: bool, label: &str| {
            let here = (row, at) == (self.row, self.at);
            let text = format!("[{}]{label}", if on { 'x' } else { ' ' });
            put(buf, room, x, y, &text, theme.style(if here { Role::Chosen } else { Role::Body }));
            let place = Position::new(room.x + x + 1, room.y + y);
            cursor = cursor.or(Some(place).filter(|place| here && room.contains(*place)));
        };
        for (row, y) in [(0, 1), (1, 2)] {
            for (at, x) in (0..DAYS.len()).zip((13..).step_by(usize::from(WIDE[0]))) {
                mark(row, at, x, y, ticks.is_on(at, row == 1), "");
            }
        }
        for ((at, (how, label)), x) in HOWS.iter().enumerate().zip((13..).step_by(usize::from(WIDE[1]))) {
            mark(2, at, x, 4, said.how == Some(*how), &format!(" {label}"));
        }
        for (day, x) in DAYS.iter().zip((13..).step_by(usize::from(WIDE[0]))) {
            put(buf, room, x, 0, day, theme.style(Role::Heading));
        }
        for (label, y) in [("Mornings", 1), ("Afternoons", 2), ("How", 4)] {
            put(buf, room, 1, y, label, theme.style(Role::Heading));
        }
        for (line, y) in wrap(&editor.text(LINE), usize::from(room.width.saturating_sub(2))).iter().zip(6..) {
            put(buf, room, 1, y, line, theme.style(Role::Body));
        }
        cursor
    }
}
