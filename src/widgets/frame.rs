//! Boxes and lines of text on the screen.
//!
//! The box that has the keys has a double frame, so that the eye finds it without colour. Text is cut at the
//! edge by cells, and anything a terminal could take as a command is shown as a replacement character.

use std::sync::LazyLock;

use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;
use ratatui::symbols::border;
use ratatui::widgets::Widget;
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

use super::theme::{Role, Theme};
use crate::domain::text::is_harmful;

const ASCII: border::Set<'static> = border::Set {
    top_left: "+",
    top_right: "+",
    bottom_left: "+",
    bottom_right: "+",
    vertical_left: "|",
    vertical_right: "|",
    horizontal_top: "-",
    horizontal_bottom: "-",
};
const ASCII_FOCUS: border::Set<'static> = border::Set {
    top_left: "#",
    top_right: "#",
    bottom_left: "#",
    bottom_right: "#",
    vertical_left: "#",
    vertical_right: "#",
    horizontal_top: "=",
    horizontal_bottom: "=",
};
/// The frame of the practice file: double across, single down.
const PRACTICE: border::Set<'static> = border::Set {
    top_left: "+",
    top_right: "+",
    bottom_left: "+",
    bottom_right: "+",
    vertical_left: "│",
    vertical_right: "│",
    horizontal_top: "═",
    horizontal_bottom: "═",
};

fn set(theme: Theme, focused: bool) -> border::Set<'static> {
    match (theme.plain_lines, theme.practice, focused) {
        (true, _, true) => ASCII_FOCUS,
        (true, _, false) => ASCII,
        (false, _, true) => border::DOUBLE,
        (false, true, false) => PRACTICE,
        (false, false, false) => border::PLAIN,
    }
}

/// Draws a box with a title and gives the room inside. Only the frame is drawn: what is inside is left as it is, which
/// a block of the library would style cell by cell, a tenth of the work of a page.
pub fn boxed(buf: &mut Buffer, area: Rect, title: &str, focused: bool, theme: Theme) -> Rect {
    if area.width < 2 || area.height < 2 {
        return Rect { width: 0, height: 0, ..area };
    }
    let style = theme.style(if focused { Role::Focus } else { Role::Body });
    let set = set(theme, focused);
    let (left, right, top, bottom) = (area.left(), area.right() - 1, area.top(), area.bottom() - 1);
    let mut mark = |x, y, symbol| {
        if let Some(cell) = buf.cell_mut((x, y)) {
            cell.set_symbol(symbol).set_style(style);
        }
    };
    for x in left + 1..right {
        mark(x, top, set.horizontal_top);
        mark(x, bottom, set.horizontal_bottom);
    }
    for y in top + 1..bottom {
        mark(left, y, set.vertical_left);
        mark(right, y, set.vertical_right);
    }
    mark(left, top, set.top_left);
    mark(right, top, set.top_right);
    mark(left, bottom, set.bottom_left);
    mark(right, bottom, set.bottom_right);
    if !title.is_empty() {
        let title = fit(&safe(&format!(" {title} ")), usize::from(area.width.saturating_sub(3)));
        put(buf, area, 1, 0, &title, theme.style(if focused { Role::Focus } else { Role::Heading }));
    }
    Rect { x: left + 1, y: top + 1, width: area.width - 2, height: area.height - 2 }
}

/// Draws a window over what is there: its room is cleared first.
pub fn window(buf: &mut Buffer, area: Rect, title: &str, theme: Theme) -> Rect {
    ratatui::widgets::Clear.render(area, buf);
    boxed(buf, area, title, true, theme)
}

/// The text with everything harmful replaced.
pub fn safe(text: &str) -> std::borrow::Cow<'_, str> {
    if text.chars().any(is_harmful) {
        text.chars().map(|c| if is_harmful(c) { '\u{FFFD}' } else { c }).collect::<String>().into()
    } else {
        text.into()
    }
}

/// Each letter of it is one cell and one byte, and none is harmful: most texts are so, and are drawn without asking the
/// tables of Unicode.
fn are_plain(text: &[u8]) -> bool {
    text.iter().all(|byte| matches!(byte, b' '..=b'~'))
}

fn is_plain(text: &str) -> bool {
    are_plain(text.as_bytes())
}

/// How many cells a text takes.
pub fn cells(text: &str) -> usize {
    if is_plain(text) { text.len() } else { text.width() }
}

/// How many bytes of these letters fit into so many cells. Behind the first that does not, none is asked for.
pub fn taken<'a>(letters: impl Iterator<Item = &'a str>, width: usize) -> usize {
    let mut room = width;
    let fits = letters.map_while(|letter| {
        room = room.checked_sub(cells(letter))?;
        Some(letter.len())
    });
    fits.sum()
}

/// The beginning of a text that fits into so many cells. What comes behind it is not looked at, however long it is.
pub fn fitting(text: &str, width: usize) -> &str {
    let near = &text.as_bytes()[..text.len().min(width.saturating_add(1))];
    // A letter is whole where a plain one follows it.
    let end = if are_plain(near) { near.len().min(width) } else { taken(text.graphemes(true), width) };
    &text[..end]
}

/// Cuts a text to so many cells.
pub fn fit(text: &str, width: usize) -> String {
    fitting(text, width).to_owned()
}

/// Cuts or fills a text to exactly so many cells.
pub fn pad(text: &str, width: usize) -> String {
    let mut out = fit(text, width);
    let gap = width.saturating_sub(cells(&out));
    out.push_str(&" ".repeat(gap));
    out
}

/// Writes a text at a place of an area; what does not fit is cut. Gives the cells used.
pub fn put(buf: &mut Buffer, area: Rect, x: u16, y: u16, text: &str, style: Style) -> u16 {
    if y >= area.height || x >= area.width {
        return 0;
    }
    let room = usize::from(area.width - x);
    let (x, y) = (area.x + x, area.y + y);
    if is_plain(text) {
        return put_plain(buf, (x, y), &text[..text.len().min(room)], style);
    }
    let (end, _) = buf.set_stringn(x, y, safe(text), room, style);
    end.saturating_sub(x)
}

/// The plain letters as cells, from the blank on: one is copied at half of what it costs to set a cell to a letter.
static LETTERS: LazyLock<Vec<Cell>> = LazyLock::new(|| (' '..='~').map(Cell::from).collect());

fn put_plain(buf: &mut Buffer, (x, y): (u16, u16), text: &str, style: Style) -> u16 {
    if !buf.area.contains(Position { x, y }) {
        return 0;
    }
    let room = usize::from(buf.area.right() - x);
    let first = buf.index_of(x, y);
    let used = text.len().min(room);
    let cells = &mut buf.content[first..first + used];
    for (cell, byte) in cells.iter_mut().zip(text.bytes()) {
        // A gap is mostly drawn over a blank, and most text has no style: neither is written for nothing.
        if byte == b' ' && cell.symbol() == " " {
            continue;
        }
        let under = (cell.fg, cell.bg, cell.modifier);
        cell.clone_from(&LETTERS[usize::from(byte - b' ')]);
        (cell.fg, cell.bg, cell.modifier) = under;
    }
    if style != Style::new() {
        for cell in cells {
            cell.set_style(style);
        }
    }
    used as u16
}

/// Writes a text so that it ends at the right edge of an area.
pub fn put_right(buf: &mut Buffer, area: Rect, y: u16, text: &str, style: Style) {
    let text = fit(text, area.width as usize);
    let x = area.width.saturating_sub(cells(&text) as u16);
    put(buf, area, x, y, &text, style);
}

/// The words of a line and the gaps between them, in order: "13:58," is one word.
fn words_and_gaps(line: &str) -> impl Iterator<Item = &str> {
    let mut rest = line;
    std::iter::from_fn(move || {
        let gap = rest.chars().next()?.is_whitespace();
        let end = rest.find(|c: char| c.is_whitespace() != gap).unwrap_or(rest.len());
        let (word, after) = rest.split_at(end);
        rest = after;
        Some(word)
    })
}

/// Breaks a text into lines of at most so many cells, at words where it can.
pub fn wrap(text: &str, width: usize) -> Vec<String> {
    let mut lines = Vec::new();
    for paragraph in text.split('\n') {
        let mut line = String::new();
        for word in words_and_gaps(paragraph) {
            if cells(&line) + cells(word) <= width {
                line.push_str(word);
                continue;
            }
            if !line.trim().is_empty() {
                lines.push(std::mem::take(&mut line).trim_end().to_owned());
            }
            line.clear();
            if word.trim().is_empty() {
                continue;
            }
            let mut rest = word;
            loop {
                let piece = fitting(rest, width);
                if piece.is_empty() || piece.len() == rest.len() {
                    break;
                }
                lines.push(piece.to_owned());
                rest = &rest[piece.len()..];
            }
            line.push_str(rest);
        }
        lines.push(line.trim_end().to_owned());
    }
    lines
}
