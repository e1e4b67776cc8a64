//! The steps in a field whose text is saved while it is typed: letters, another size of the window, a burst.
//!
//! Nothing that was typed may be lost: it is looked for on the screen after each step, and after a restart on
//! the screen and in the file. A program that loses a letter is not measured.

use std::path::Path;
use std::time::Duration;

use anyhow::{Context, Result, bail, ensure};
use rusqlite::{Connection, OpenFlags};

use super::{Figure, Figures};
use crate::programs::{BACKSPACE, Runner};
use crate::terminal::{LARGE, QUIET, SMALL, Terminal};

/// How long a save may take after the last letter, a slow disk included.
const SAVED: Duration = Duration::from_millis(900);
/// Letters one by one, a few in each turn, with a pause in its middle that ends close to the save it brings about:
/// so the next letter meets the sync of the disk, now a little before, now a little after its begin.
pub const LETTERS: usize = 60;
const IN_A_TURN: usize = 6;
const BEFORE_THE_PAUSE: usize = 3;
/// Both programs save after a pause of 400 ms.
const SHORTEST_PAUSE: Duration = Duration::from_millis(396);
/// How often the window is made smaller and larger again.
const RESIZES: usize = 3;
const BURST: usize = 200;
/// How often: one alone says more about its moment than about the program.
const BURSTS: usize = 5;

/// Letters in no order, so that the last few are nowhere else on the screen; others in every run, so that none
/// of another run is taken for them.
pub struct Letters {
    typed: String,
    dice: u64,
}

impl Letters {
    pub fn of_run(number: usize) -> Self {
        Self { typed: String::new(), dice: u64::from(std::process::id()) << 32 | number as u64 }
    }

    pub fn next(&mut self, count: usize) -> String {
        let mut text = String::new();
        for _ in 0..count {
            self.dice =
                self.dice.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            text.push(char::from(b'a' + ((self.dice >> 33) % 26) as u8));
        }
        self.typed.push_str(&text);
        text
    }

    /// What the screen shows when the last letter has come.
    pub fn tail(&self) -> &str {
        &self.typed[self.typed.len().saturating_sub(8)..]
    }
}

pub fn warm_up(terminal: &mut Terminal, letters: &mut Letters) -> Result<()> {
    terminal.press(&letters.next(8))?;
    terminal.wait_for(letters.tail())?;
    terminal.rest(SAVED)
}

/// Types letters one by one into a field that is saved in between. The turn is given on when all are saved.
pub fn typing(
    terminal: &mut Terminal,
    letters: &mut Letters,
    figure: Figure,
    figures: &mut Figures,
) -> Result<()> {
    for turn in 0..LETTERS / IN_A_TURN {
        terminal.give_turn()?;
        for number in 0..IN_A_TURN {
            let bytes = terminal.bytes;
            let sent = terminal.press(&letters.next(1))?;
            let shown = terminal.wait_for(letters.tail())?;
            figures.time(figure, sent, shown);
            terminal.quiet()?;
            figures.add(Figure::LetterBytes, (terminal.bytes - bytes) as f64);
            if number + 1 == BEFORE_THE_PAUSE {
                let pause = SHORTEST_PAUSE + Duration::from_millis(turn as u64);
                terminal.rest(pause.saturating_sub(sent.elapsed()))?;
            }
        }
        terminal.rest(SAVED)?;
    }
    Ok(())
}

/// Makes the window smaller and larger again right after some letters, which are not saved yet. On a machine so
/// slow that they are saved in between, that round says nothing and is left out.
pub fn resize(terminal: &mut Terminal, letters: &mut Letters, figures: &mut Figures) -> Result<()> {
    for _ in 0..RESIZES {
        terminal.give_turn()?;
        let typed = terminal.press(&letters.next(4))?;
        terminal.wait_for(letters.tail())?;
        terminal.quiet()?;
        let mut times = Vec::new();
        for to in [SMALL, LARGE] {
            let changed = terminal.resize(to)?;
            let settled = terminal.settle()?;
            times.push((changed, settled.last));
        }
        if !terminal.shows(letters.tail()) {
            bail!("the letters typed just before are gone");
        }
        if typed.elapsed() < SHORTEST_PAUSE {
            for (from, to) in times {
                figures.time(Figure::ResizeTime, from, to);
            }
        }
        terminal.rest(SAVED)?;
    }
    Ok(())
}

/// Sends many letters in one write, as many as a name holds, into a field that was emptied first, and does so some times
/// over; gives the last of them back, to be looked for after a restart.
pub fn burst(terminal: &mut Terminal, letters: &mut Letters, figures: &mut Figures) -> Result<String> {
    let mut standing = letters.typed.len();
    let mut text = String::new();
    for _ in 0..BURSTS {
        terminal.give_turn()?;
        terminal.press(&BACKSPACE.repeat(standing))?;
        terminal.rest(SAVED)?;
        text = letters.next(BURST);
        standing = BURST;
        let (before, bytes) = (terminal.usage(), terminal.bytes);
        let sent = terminal.press(&text)?;
        terminal.wait_for(letters.tail())?;
        let settled = terminal.quiet()?;
        figures.time(Figure::BurstTime, sent, settled);
        figures.add(Figure::BurstBytes, (terminal.bytes - bytes) as f64 / BURST as f64);
        figures.cpu(Figure::BurstCpu, before.as_ref(), terminal.usage().as_ref(), BURST);
        terminal.rest(SAVED.saturating_sub(QUIET))?;
    }
    Ok(text)
}

/// Starts the program once more: the text is in its file in one piece, and the program shows the end of it.
pub fn is_there_after_a_restart(runner: &Runner, file: &Path, visit: usize, text: &str) -> Result<()> {
    let program = runner.program;
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let count: i64 =
        Connection::open_with_flags(file, flags)?.query_row(program.typed, [text], |row| row.get(0))?;
    ensure!(count == 1, "what was typed is {count} times in the file, not once");
    let home = file.parent().context("a file lies in a folder")?;
    let mut terminal =
        Terminal::start(&runner.executable, &runner.arguments(program.open, file, visit), home)?;
    terminal.rest(SAVED)?;
    terminal.prepare(program.to_typed)?;
    let end = &text[text.len() / 2..];
    for _ in 0..20 {
        // A long text is wrapped inside a box: its letters follow each other with nothing but the box between.
        let letters: String = terminal.text().chars().filter(char::is_ascii_lowercase).collect();
        if letters.contains(end) {
            return Ok(());
        }
        terminal.rest(SAVED)?;
    }
    bail!("not every character is there after a restart; the screen was:\n{}", terminal.text())
}
