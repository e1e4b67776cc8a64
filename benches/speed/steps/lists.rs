//! The steps on a list: resting, moving the cursor, opening a row, turning a page, finding letter by letter.
//!
//! Only the key that does the thing is measured; the way back is pressed and not written down. What is typed is
//! absent here, see `field`.

use std::time::Duration;

use anyhow::Result;

use super::{Figure, Figures};
use crate::programs::{BACKSPACE, DOWN, FOUND, UP};
use crate::terminal::Terminal;

pub const IDLE: Duration = Duration::from_secs(10);
const CURSOR_KEYS: usize = 128;
/// So many down, so many up: a small file has ten rows, and a key at the end of the list shows nothing.
const ONE_WAY: usize = 8;
/// Rows opened, pages turned on and back.
const TURNS: usize = 24;

pub fn idle(terminal: &mut Terminal, figures: &mut Figures) -> Result<()> {
    terminal.rest(Duration::from_secs(1))?;
    let (before, bytes) = (terminal.usage(), terminal.bytes);
    terminal.rest(IDLE)?;
    if let (Some(before), Some(after)) = (before, terminal.usage()) {
        figures.add(Figure::IdleWakes, after.wakes.saturating_sub(before.wakes) as f64 / IDLE.as_secs_f64());
    }
    figures.add(Figure::IdleBytes, (terminal.bytes - bytes) as f64);
    Ok(())
}

pub fn cursor(terminal: &mut Terminal, figures: &mut Figures) -> Result<()> {
    terminal.prepare(&[DOWN, UP])?;
    let before = terminal.usage();
    for number in 0..CURSOR_KEYS {
        let key = if (number / ONE_WAY).is_multiple_of(2) { DOWN } else { UP };
        terminal.give_turn()?;
        let sent = terminal.press(key)?;
        let settled = terminal.settle()?;
        figures.time(Figure::CursorTime, sent, settled.last);
        figures.add(Figure::CursorBytes, settled.bytes as f64);
    }
    figures.cpu(Figure::CursorCpu, before.as_ref(), terminal.usage().as_ref(), CURSOR_KEYS);
    Ok(())
}

/// Opens and closes, or turns on and back; only the first of the two keys is measured.
pub fn there_and_back(
    terminal: &mut Terminal,
    [there, back]: [&str; 2],
    figure: Figure,
    figures: &mut Figures,
) -> Result<()> {
    terminal.prepare(&[there, back])?;
    for _ in 0..TURNS {
        terminal.give_turn()?;
        let sent = terminal.press(there)?;
        let settled = terminal.settle()?;
        figures.time(figure, sent, settled.last);
        terminal.prepare(&[back])?;
    }
    Ok(())
}

/// Types each word and takes it away again. Every key counts, and once more among those that left as many
/// letters in the field, or letters that nothing begins with.
pub fn find(terminal: &mut Terminal, figures: &mut Figures) -> Result<()> {
    let before = terminal.usage();
    let mut keys = 0;
    for (word, is_found) in FOUND {
        let ends: Vec<usize> = word.char_indices().map(|(at, letter)| at + letter.len_utf8()).collect();
        let on = ends.iter().enumerate().map(|(at, &end)| (&word[end - 1..end], at + 1));
        let back = (0..ends.len()).rev().map(|left| (BACKSPACE, left));
        for (key, left) in on.chain(back) {
            terminal.give_turn()?;
            let sent = terminal.press(key)?;
            let settled = terminal.settle()?;
            figures.time(Figure::FindTime, sent, settled.last);
            figures.add(Figure::FindBytes, settled.bytes as f64);
            let apart = match (left, is_found) {
                // The first letter of a word that nobody has may be the first of another's.
                (0, _) | (1, false) => None,
                (_, false) => Some(Figure::FindNone),
                (1, _) => Some(Figure::FindOne),
                (2, _) => Some(Figure::FindTwo),
                _ => Some(Figure::FindMore),
            };
            if let Some(figure) = apart {
                figures.time(figure, sent, settled.last);
            }
            keys += 1;
        }
    }
    figures.cpu(Figure::FindCpu, before.as_ref(), terminal.usage().as_ref(), keys);
    Ok(())
}
