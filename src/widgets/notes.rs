//! Several lines of text that are being typed, broken at words to the width of their box.
//!
//! The typing itself is the library's; the breaking is ours, because a line keeps its margin (a minute, or
//! the strokes that say it is not saved) however often it is broken. What is typed is not printed by `Debug`. As in a
//! line, what does not fit into the file is not put in, and that is said.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui_textarea::{CursorMove, TextArea};
use unicode_segmentation::UnicodeSegmentation;

use super::field::{apply_within, only_the_first};
use super::frame::{cells, fitting, put};
use super::theme::{Role, Theme};
use crate::protocol::action::Edit;

/// How many letters can be taken back.
const LETTERS: usize = 2000;

/// Lines of text with their cursor and their undo.
#[derive(Clone)]
pub struct Notes {
    area: TextArea<'static>,
    /// How many letters fit, where the last key or paste brought more.
    full: Option<usize>,
}

impl Default for Notes {
    fn default() -> Self {
        Self::holding("")
    }
}

impl std::fmt::Debug for Notes {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Notes({} lines)", self.area.lines().len())
    }
}

/// What stands at the edge of the lines.
#[derive(Debug, Clone, Copy)]
pub enum Margin<'a> {
    /// Nothing.
    None,
    /// Strokes on both sides: this is not saved.
    Hatched,
    /// A word before each line, by the line's number.
    Words(&'a [String]),
}

/// A piece of a line that fits into the width: which line, from which character, its text.
struct Piece<'a> {
    line: usize,
    from: usize,
    text: &'a str,
    last: bool,
}

/// The first piece of a line: up to the last gap that fits, or as many letters as fit, but one at least.
fn first_piece(line: &str, width: usize) -> &str {
    let fits = fitting(line, width);
    if fits.len() == line.len() {
        return line;
    }
    let gap = fits.grapheme_indices(true).rfind(|(_, letter)| *letter == " ");
    match gap {
        Some((place, _)) => &line[..=place],
        None if fits.is_empty() => line.graphemes(true).next().unwrap_or(line),
        None => fits,
    }
}

fn pieces(lines: &[String], width: usize) -> Vec<Piece<'_>> {
    let mut out = Vec::new();
    for (at, line) in lines.iter().enumerate() {
        let (mut from, mut rest) = (0, line.as_str());
        loop {
            let text = first_piece(rest, width);
            rest = &rest[text.len()..];
            out.push(Piece { line: at, from, text, last: rest.is_empty() });
            if rest.is_empty() {
                break;
            }
            from += text.chars().count();
        }
    }
    out
}

impl Notes {
    /// Notes that hold a text, the cursor at the end.
    pub fn holding(text: &str) -> Self {
        let mut area = TextArea::new(text.split('\n').map(str::to_owned).collect());
        area.move_cursor(CursorMove::Bottom);
        area.move_cursor(CursorMove::End);
        area.set_max_histories(LETTERS);
        Self { area, full: None }
    }

    /// Nothing that was typed until now can be taken back letter by letter.
    pub fn settle(&mut self) {
        self.area.set_max_histories(LETTERS);
    }

    /// All lines, joined.
    pub fn text(&self) -> String {
        self.area.lines().join("\n")
    }

    /// The lines.
    pub fn lines(&self) -> &[String] {
        self.area.lines()
    }

    /// Nothing was typed.
    pub fn is_empty(&self) -> bool {
        self.area.lines().iter().all(String::is_empty)
    }

    /// The line the cursor is in.
    pub fn line(&self) -> usize {
        self.area.cursor().0
    }

    /// Does something to a text of at most so many letters: the rest is not put in. What stands there and is longer
    /// stays as it is. Says whether it changed.
    pub fn edit_within(&mut self, edit: &Edit, most: usize) -> bool {
        let (changed, all) = apply_within(&mut self.area, edit, most);
        self.full = (!all).then_some(most);
        changed
    }

    /// What is said where the last key or paste brought more than fits.
    pub fn full(&self) -> Option<String> {
        self.full.map(only_the_first)
    }

    /// The text that was cut or copied last in these notes.
    pub fn taken(&self) -> String {
        self.area.yank_text()
    }

    /// Draws the lines, the cursor's among them, and gives the cursor's place when `focused`.
    pub fn draw(
        &self,
        buf: &mut Buffer,
        area: Rect,
        focused: bool,
        theme: Theme,
        margin: Margin<'_>,
    ) -> Option<Position> {
        let (left, right) = match margin {
            Margin::None => (0, 0),
            Margin::Hatched => (2, 2),
            Margin::Words(words) => (words.iter().map(|w| cells(w) as u16 + 2).max().unwrap_or(0), 0),
        };
        let room =
            Rect { x: area.x + left.min(area.width), width: area.width.saturating_sub(left + right), ..area };
        if room.width < 2 || area.height == 0 {
            return None;
        }
        let width = usize::from(room.width) - 1;
        let pieces = pieces(self.area.lines(), width);
        let cursor = self.area.cursor();
        let here = pieces
            .iter()
            .rposition(|p| {
                p.line == cursor.0
                    && p.from <= cursor.1
                    && (p.last || cursor.1 < p.from + p.text.chars().count())
            })
            .unwrap_or(pieces.len().saturating_sub(1));
        let height = usize::from(area.height);
        let focus_row = if focused { here } else { pieces.len().saturating_sub(1) };
        let first = (focus_row + 1).saturating_sub(height);
        for (row, piece) in pieces.iter().skip(first).take(height).enumerate() {
            put(buf, room, 0, row as u16, piece.text, theme.style(Role::Body));
        }
        match margin {
            Margin::None => {}
            Margin::Hatched => {
                for row in 0..area.height {
                    put(buf, area, 0, row, "/", theme.style(Role::Body));
                    put(buf, area, area.width - 1, row, "/", theme.style(Role::Body));
                }
            }
            Margin::Words(words) => {
                for (row, piece) in pieces.iter().skip(first).take(height).enumerate() {
                    let word = words.get(piece.line).filter(|_| piece.from == 0);
                    put(buf, area, 0, row as u16, word.map_or("", String::as_str), theme.style(Role::Body));
                }
            }
        }
        let piece = pieces.get(here)?;
        let before: String = piece.text.chars().take(cursor.1.saturating_sub(piece.from)).collect();
        focused.then(|| {
            let column = cells(&before).min(width) as u16;
            Position::new(room.x + column, room.y + (here - first) as u16)
        })
    }
}
