//! A page of text with headings and chosen rows: what the pages of a case are drawn from.
//!
//! A sheet is rows of pieces, each piece at its column with its role. Text that does not fit is broken at words
//! under its own column. Which rows are seen is computed from the chosen row or from how far was scrolled;
//! nothing is kept while drawing.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use crate::screens::Look;
use crate::widgets::frame::{boxed, cells, put, wrap};
use crate::widgets::list::seen;
use crate::widgets::theme::Role;

/// A piece of a row: its column, its text, its role.
type Piece = (u16, String, Role);

/// A row.
#[derive(Debug, Clone, Default)]
struct Row {
    pieces: Vec<Piece>,
    chosen: bool,
}

/// A page, or one of several boxes of it.
#[derive(Debug, Clone)]
pub(super) struct Sheet {
    title: &'static str,
    width: u16,
    rows: Vec<Row>,
}

impl Sheet {
    /// An empty sheet of so many columns.
    pub(super) fn new(title: &'static str, width: u16) -> Self {
        Self { title, width, rows: Vec::new() }
    }

    /// An empty row.
    pub(super) fn gap(&mut self) {
        self.rows.push(Row::default());
    }

    /// A text from a column on, broken at words where it is too long.
    pub(super) fn text(&mut self, column: u16, text: &str, role: Role) {
        let room = usize::from(self.width.saturating_sub(column + 1)).max(1);
        for line in wrap(text, room) {
            self.rows.push(Row { pieces: vec![(column, line, role)], chosen: false });
        }
    }

    /// A label, and a text from a column on.
    pub(super) fn labelled(&mut self, label: &str, column: u16, text: &str, role: Role) {
        let at = self.rows.len();
        self.text(column, text, role);
        if let Some(row) = self.rows.get_mut(at) {
            row.pieces.insert(0, (1, label.to_owned(), Role::Heading));
        }
    }

    /// Several pieces in one row.
    pub(super) fn row(&mut self, pieces: &[(u16, &str, Role)], chosen: bool) {
        let pieces = pieces.iter().map(|(column, text, role)| (*column, (*text).to_owned(), *role)).collect();
        self.rows.push(Row { pieces, chosen });
    }

    /// A short heading.
    pub(super) fn heading(&mut self, text: &str) {
        self.text(1, text, Role::Heading);
    }

    /// Its title.
    pub(super) fn title(&self) -> &'static str {
        self.title
    }

    /// The columns text is broken to.
    pub(super) fn width(&self) -> u16 {
        self.width
    }

    /// How many rows there are.
    pub(super) fn len(&self) -> usize {
        self.rows.len()
    }

    /// Draws the sheet, in a frame where `framed`; `scrolled` counts when no row is chosen. The cursor's place
    /// is the first letter of the chosen row, or of the first one seen.
    pub(super) fn draw(
        &self,
        buf: &mut Buffer,
        area: Rect,
        look: &Look<'_>,
        framed: bool,
        focused: bool,
        scrolled: usize,
    ) -> Position {
        let room = if framed { boxed(buf, area, self.title, focused, look.theme) } else { area };
        let height = usize::from(room.height);
        let chosen = self.rows.iter().position(|row| row.chosen);
        // The last row of what is chosen, so that a party's second line is seen with its first.
        let last = self.rows.iter().rposition(|row| row.chosen);
        let first = scrolled.min(self.rows.len().saturating_sub(height));
        let unchosen = first..(first + height).min(self.rows.len());
        let range =
            last.map_or(unchosen, |last| seen(self.rows.len(), (last + 2).min(self.rows.len() - 1), height));
        let mut cursor = Position::new(room.x, room.y);
        for (y, row) in self.rows.get(range.clone()).unwrap_or_default().iter().enumerate() {
            let y = y as u16;
            for (column, text, role) in &row.pieces {
                let style = look.theme.style(*role);
                let style = if row.chosen { style.patch(look.theme.style(Role::Chosen)) } else { style };
                put(buf, room, *column, y, text, style);
            }
            if row.chosen && Some(range.start + usize::from(y)) == chosen {
                put(buf, room, 0, y, ">", look.theme.style(Role::Chosen));
                let first = row.pieces.first().map_or(1, |piece| piece.0).min(room.width.saturating_sub(1));
                cursor = Position::new(room.x + first, room.y + y);
            }
        }
        cursor
    }
}

/// Joins what is there with commas.
pub(super) fn commas(parts: &[&str]) -> String {
    parts.iter().filter(|p| !p.trim().is_empty()).copied().collect::<Vec<_>>().join(", ")
}

/// Cuts a text for a column, with two dots where something was cut.
pub(super) fn column(text: &str, width: usize) -> String {
    if cells(text) <= width {
        return text.to_owned();
    }
    format!("{}..", crate::widgets::frame::fit(text, width.saturating_sub(2)))
}
