//! One line of text that is being typed: a kept library's editor, fed with our own keys.
//!
//! It knows nothing of what the text means. Text is cleaned before it gets here. A line takes as many letters as its
//! place in the file holds, from the keys and from a paste alike; of what did not fit it says so in one sentence.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui_textarea::{CursorMove, TextArea};
use unicode_segmentation::UnicodeSegmentation;

use super::frame::{cells, put};
use super::theme::{Role, Theme};
use crate::domain::text::cut;
use crate::protocol::action::Edit;

/// How many letters of one visit can be taken back.
const LETTERS: usize = 400;

/// The most letters of a line of which nobody says otherwise.
pub const LONGEST: usize = 2000;

/// A line of text with its cursor and its undo.
#[derive(Clone)]
pub struct Line {
    area: TextArea<'static>,
    /// How many letters fit, where the last key or paste brought more.
    full: Option<usize>,
}

impl Default for Line {
    fn default() -> Self {
        Self::holding("")
    }
}

impl std::fmt::Debug for Line {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Line({} characters)", self.text().chars().count())
    }
}

impl Line {
    /// A line that holds a text, the cursor at its end.
    pub fn holding(text: &str) -> Self {
        let mut area = TextArea::new(vec![text.to_owned()]);
        area.move_cursor(CursorMove::End);
        area.set_max_histories(LETTERS);
        Self { area, full: None }
    }

    /// Nothing that was typed until now can be taken back letter by letter.
    pub fn settle(&mut self) {
        self.area.set_max_histories(LETTERS);
    }

    /// The text.
    pub fn text(&self) -> &str {
        self.area.lines().first().map_or("", String::as_str)
    }

    /// Nothing was typed.
    pub fn is_empty(&self) -> bool {
        self.text().is_empty()
    }

    /// The cursor, in characters from the left.
    pub fn cursor(&self) -> usize {
        self.area.cursor().1
    }

    /// Does something to the text; says whether the text changed.
    pub fn edit(&mut self, edit: &Edit) -> bool {
        self.edit_within(edit, LONGEST)
    }

    /// The same in a line that holds at most so many letters: the rest is not put in. What stands there and is longer
    /// stays as it is.
    pub fn edit_within(&mut self, edit: &Edit, most: usize) -> bool {
        let (changed, all) = apply_within(&mut self.area, edit, most);
        self.full = (!all).then_some(most);
        changed
    }

    /// What is said where the last key or paste brought more than fits.
    pub fn full(&self) -> Option<String> {
        self.full.map(only_the_first)
    }

    /// The text is chosen: what is typed takes its place.
    pub fn is_chosen(&self) -> bool {
        chosen(&self.area) > 0
    }

    /// The text that was cut or copied last in this line.
    pub fn taken(&self) -> String {
        self.area.yank_text()
    }

    /// Draws the text in one row of cells, scrolled so that the cursor is seen, and gives the cursor's place.
    /// Without `focused` there is no cursor.
    pub fn draw(&self, buf: &mut Buffer, area: Rect, focused: bool, theme: Theme) -> Option<Position> {
        if area.width == 0 || area.height == 0 {
            return None;
        }
        let text = self.text();
        if !focused {
            put(buf, area, 0, 0, text, theme.style(Role::Body));
            return None;
        }
        let before: String = text.chars().take(self.cursor()).collect();
        let column = cells(&before);
        let room = usize::from(area.width).saturating_sub(1);
        // By a third of the field at a time: a letter then changes one cell and not all of them.
        let step = (room / 3).max(1);
        let hidden = column.saturating_sub(room).div_ceil(step) * step;
        let mut skipped = 0;
        let mut shown = text;
        while skipped < hidden.min(column) {
            let Some(first) = shown.graphemes(true).next() else { break };
            skipped += cells(first).max(1).min(column - skipped);
            shown = &shown[first.len()..];
        }
        let style = match self.area.selection_range() {
            Some(_) => theme.style(Role::Chosen),
            None => theme.style(Role::Body),
        };
        put(buf, area, 0, 0, shown, style);
        Some(Position::new(area.x + (column - skipped).min(room) as u16, area.y))
    }
}

/// What is said of a text that more was brought to than fits.
pub(super) fn only_the_first(most: usize) -> String {
    let thousands = most / 1000;
    let number = if thousands > 0 { format!("{thousands},{:03}", most % 1000) } else { most.to_string() };
    format!("Only the first {number} letters fit here.")
}

/// How many letters stand before this place; a new line is one.
fn letters_before(area: &TextArea<'_>, (line, at): (usize, usize)) -> usize {
    area.lines().iter().take(line).map(|line| line.chars().count() + 1).sum::<usize>() + at
}

/// How many letters are chosen, which what is typed takes the place of.
fn chosen(area: &TextArea<'_>) -> usize {
    area.selection_range().map_or(0, |(from, to)| letters_before(area, to) - letters_before(area, from))
}

/// Does something to a text area that holds at most so many letters: the rest is not put in. Says whether the text
/// changed, and whether all that was brought is in it.
pub(super) fn apply_within(area: &mut TextArea<'static>, edit: &Edit, most: usize) -> (bool, bool) {
    let brings = match edit {
        Edit::Insert(_) | Edit::NewLine => 1,
        Edit::Paste(text) => text.chars().count(),
        _ => return (apply(area, edit), true),
    };
    let stand = letters_before(area, (area.lines().len(), 0)).saturating_sub(1);
    let room = (most + chosen(area)).saturating_sub(stand);
    let changed = match edit {
        Edit::Paste(text) if brings > room && room > 0 => apply(area, &Edit::Paste(cut(text, room))),
        _ => brings <= room && apply(area, edit),
    };
    (changed, brings <= room)
}

/// Does something to a text area; says whether the text changed.
fn apply(area: &mut TextArea<'static>, edit: &Edit) -> bool {
    match edit {
        Edit::Insert(c) => {
            if area.is_selecting() {
                area.cut();
            }
            area.insert_char(*c);
            true
        }
        Edit::Paste(text) => {
            if area.is_selecting() {
                area.cut();
            }
            area.insert_str(text)
        }
        Edit::Backspace => area.delete_char(),
        Edit::Delete => area.delete_next_char(),
        Edit::DeleteWord => area.delete_word(),
        Edit::NewLine => {
            area.insert_newline();
            true
        }
        Edit::Undo => area.undo(),
        Edit::Redo => area.redo(),
        Edit::Cut => area.cut(),
        Edit::Copy => {
            area.copy();
            false
        }
        Edit::PasteOwn | Edit::Time => false,
        Edit::SelectAll => {
            area.select_all();
            false
        }
        Edit::Left => moved(area, CursorMove::Back),
        Edit::Right => moved(area, CursorMove::Forward),
        Edit::Home => moved(area, CursorMove::Head),
        Edit::End => moved(area, CursorMove::End),
        Edit::Up => moved(area, CursorMove::Up),
        Edit::Down => moved(area, CursorMove::Down),
    }
}

fn moved(area: &mut TextArea<'static>, to: CursorMove) -> bool {
    area.cancel_selection();
    area.move_cursor(to);
    false
}
