//! The steps of one run: what is pressed, what is waited for, and what is written down.
//!
//! Every step begins where the one before ended, and any of them may be left out. A letter that never comes
//! on the screen, a key that shows nothing, or a text that is not in the file afterwards ends the bench: a
//! fast program that loses something is not measured.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::Read;
use std::path::Path;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};
use clap::ValueEnum;

use crate::programs::{BACKSPACE, DOWN, FOUND, Runner, UP};
use crate::terminal::{LARGE, QUIET, SMALL, Terminal};
use crate::usage::Usage;

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Step {
    Start,
    Idle,
    Cursor,
    Open,
    Pages,
    Find,
    Typing,
    Resize,
    Burst,
    Commit,
    Memory,
    Quit,
}

/// What a figure is of.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Figure {
    StartMarker,
    StartFrame,
    StartCpu,
    IdleWakes,
    IdleBytes,
    CursorTime,
    CursorCpu,
    CursorBytes,
    OpenTime,
    PageTime,
    FindTime,
    FindCpu,
    FindBytes,
    LetterTime,
    LetterCpu,
    LetterBytes,
    ResizeTime,
    BurstTime,
    BurstCpu,
    BurstBytes,
    CommitTime,
    CommitSyncs,
    Memory,
    QuitTime,
}

/// All figures of one run.
#[derive(Default)]
pub struct Figures(BTreeMap<Figure, Vec<f64>>);

impl Figures {
    pub fn add(&mut self, figure: Figure, value: f64) {
        self.0.entry(figure).or_default().push(value);
    }

    pub fn of(&self, figure: Figure) -> &[f64] {
        self.0.get(&figure).map_or(&[], Vec::as_slice)
    }

    fn time(&mut self, figure: Figure, from: Instant, to: Instant) {
        self.add(figure, to.saturating_duration_since(from).as_secs_f64() * 1000.0);
    }

    /// Processor time between two readings, shared out over so many keys.
    fn cpu(&mut self, figure: Figure, before: Option<&Usage>, after: Option<&Usage>, keys: usize) {
        if let (Some(before), Some(after)) = (before, after) {
            self.add(figure, (after.cpu_ms - before.cpu_ms) / keys as f64);
        }
    }
}

/// How long a save may take after the last letter, a slow disk included.
const SAVED: Duration = Duration::from_millis(900);
const IDLE: Duration = Duration::from_secs(5);
const CURSOR_KEYS: usize = 60;
/// Letters one by one, with a pause after every few of them that ends close to the save it brings about:
/// so the next letter meets the sync of the disk, now a little before, now a little after its begin.
const LETTERS: usize = 60;
const BETWEEN_PAUSES: usize = 6;
const SHORTEST_PAUSE: Duration = Duration::from_millis(396);
const BURST: usize = 200;
/// Rows opened, pages turned on and back.
const TURNS: usize = 12;

/// Runs a program once over a file of its own, and measures the steps that are wanted. The start and the end
/// are measured always.
pub fn run(
    runner: &Runner,
    file: &Path,
    visit: usize,
    wanted: impl Fn(Step) -> bool,
    figures: &mut Figures,
) -> Result<()> {
    let program = runner.program;
    let home = file.parent().context("a file lies in a folder")?;
    let mut terminal =
        Terminal::start(&runner.executable, &runner.arguments(program.open, file, visit), home)?;
    start(&mut terminal, program.ready, figures)?;
    come_to_rest(&mut terminal)?;
    if wanted(Step::Idle) {
        idle(&mut terminal, figures)?;
    }
    terminal.prepare(program.to_list)?;
    if wanted(Step::Cursor) {
        cursor(&mut terminal, figures).context("cursor")?;
    }
    if wanted(Step::Open) {
        there_and_back(&mut terminal, program.open_row, Figure::OpenTime, figures).context("open")?;
    }
    if wanted(Step::Pages) {
        terminal.prepare(program.to_pages)?;
        there_and_back(&mut terminal, program.pages, Figure::PageTime, figures).context("pages")?;
        terminal.prepare(program.from_pages)?;
    }
    if wanted(Step::Find) {
        terminal.prepare(program.to_find)?;
        find(&mut terminal, figures).context("find")?;
        terminal.prepare(program.from_find)?;
    }
    let mut letters = Letters::default();
    let mut burst_text = None;
    if [Step::Typing, Step::Resize, Step::Burst].into_iter().any(&wanted) {
        terminal.prepare(program.to_field)?;
        warm_up(&mut terminal, &mut letters).context("field")?;
        if wanted(Step::Typing) {
            typing(&mut terminal, &mut letters, figures).context("typing")?;
        }
        if wanted(Step::Resize) {
            resize(&mut terminal, &mut letters, figures).context("resize")?;
        }
        if wanted(Step::Burst) {
            burst_text = Some(burst(&mut terminal, &mut letters, figures).context("burst")?);
        }
    }
    if wanted(Step::Memory)
        && let Some(usage) = terminal.usage()
    {
        figures.add(Figure::Memory, usage.peak_mb);
    }
    let took = terminal.quit(program.quit).context("quit")?;
    figures.add(Figure::QuitTime, took.as_secs_f64() * 1000.0);
    if let Some(text) = burst_text
        && !on_disk(home, &text)?
    {
        bail!("burst: not every character is in the file");
    }
    Ok(())
}

fn start(terminal: &mut Terminal, ready: &str, figures: &mut Figures) -> Result<()> {
    let shown = terminal.wait_for(ready)?;
    let settled = terminal.quiet()?;
    figures.time(Figure::StartMarker, terminal.started, shown);
    figures.time(Figure::StartFrame, terminal.started, settled);
    if let Some(usage) = terminal.usage() {
        figures.add(Figure::StartCpu, usage.cpu_ms);
    }
    Ok(())
}

/// Waits for what goes on behind the first frame, the look through the file: it is not part of a key.
fn come_to_rest(terminal: &mut Terminal) -> Result<()> {
    for _ in 0..100 {
        let before = terminal.usage().map_or(0.0, |usage| usage.cpu_ms);
        terminal.rest(Duration::from_millis(200))?;
        let used = terminal.usage().map_or(0.0, |usage| usage.cpu_ms) - before;
        if used.abs() < 3.0 {
            break;
        }
    }
    Ok(())
}

fn idle(terminal: &mut Terminal, figures: &mut Figures) -> Result<()> {
    terminal.rest(Duration::from_secs(1))?;
    let (before, bytes) = (terminal.usage(), terminal.bytes);
    terminal.rest(IDLE)?;
    if let (Some(before), Some(after)) = (before, terminal.usage()) {
        figures.add(Figure::IdleWakes, after.wakes.saturating_sub(before.wakes) as f64 / IDLE.as_secs_f64());
    }
    figures.add(Figure::IdleBytes, (terminal.bytes - bytes) as f64);
    Ok(())
}

fn cursor(terminal: &mut Terminal, figures: &mut Figures) -> Result<()> {
    terminal.prepare(&[DOWN, UP])?;
    let before = terminal.usage();
    for number in 0..CURSOR_KEYS {
        let key = if number / 10 % 2 == 0 { DOWN } else { UP };
        let sent = terminal.press(key)?;
        let settled = terminal.settle()?;
        figures.time(Figure::CursorTime, sent, settled.last);
        figures.add(Figure::CursorBytes, settled.bytes as f64);
    }
    figures.cpu(Figure::CursorCpu, before.as_ref(), terminal.usage().as_ref(), CURSOR_KEYS);
    Ok(())
}

/// Opens and closes, or turns on and back; only the first of the two keys is measured.
fn there_and_back(
    terminal: &mut Terminal,
    [there, back]: [&str; 2],
    figure: Figure,
    figures: &mut Figures,
) -> Result<()> {
    terminal.prepare(&[there, back])?;
    for _ in 0..TURNS {
        let sent = terminal.press(there)?;
        let settled = terminal.settle()?;
        figures.time(figure, sent, settled.last);
        terminal.prepare(&[back])?;
    }
    Ok(())
}

fn find(terminal: &mut Terminal, figures: &mut Figures) -> Result<()> {
    let before = terminal.usage();
    let mut keys = 0;
    for word in FOUND {
        let letters = word.char_indices().map(|(at, letter)| &word[at..at + letter.len_utf8()]);
        let away = word.chars().map(|_| BACKSPACE);
        for key in letters.chain(away) {
            let sent = terminal.press(key)?;
            let settled = terminal.settle()?;
            figures.time(Figure::FindTime, sent, settled.last);
            figures.add(Figure::FindBytes, settled.bytes as f64);
            keys += 1;
        }
    }
    figures.cpu(Figure::FindCpu, before.as_ref(), terminal.usage().as_ref(), keys);
    Ok(())
}

/// Letters in no order, so that the last few are nowhere else on the screen; the same ones in every run.
#[derive(Default)]
struct Letters {
    typed: String,
    dice: u64,
}

impl Letters {
    fn next(&mut self, count: usize) -> String {
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
    fn tail(&self) -> &str {
        &self.typed[self.typed.len().saturating_sub(8)..]
    }
}

fn warm_up(terminal: &mut Terminal, letters: &mut Letters) -> Result<()> {
    terminal.press(&letters.next(8))?;
    terminal.wait_for(letters.tail())?;
    terminal.rest(SAVED)
}

fn typing(terminal: &mut Terminal, letters: &mut Letters, figures: &mut Figures) -> Result<()> {
    let before = terminal.usage();
    for number in 0..LETTERS {
        let bytes = terminal.bytes;
        let sent = terminal.press(&letters.next(1))?;
        let shown = terminal.wait_for(letters.tail())?;
        figures.time(Figure::LetterTime, sent, shown);
        terminal.quiet()?;
        figures.add(Figure::LetterBytes, (terminal.bytes - bytes) as f64);
        let (pauses, left) = (number / BETWEEN_PAUSES, number % BETWEEN_PAUSES);
        if left == BETWEEN_PAUSES - 1 {
            let pause = SHORTEST_PAUSE + Duration::from_millis(pauses as u64);
            terminal.rest(pause.saturating_sub(sent.elapsed()))?;
        }
    }
    terminal.rest(SAVED)?;
    figures.cpu(Figure::LetterCpu, before.as_ref(), terminal.usage().as_ref(), LETTERS);
    Ok(())
}

fn resize(terminal: &mut Terminal, letters: &mut Letters, figures: &mut Figures) -> Result<()> {
    terminal.press(&letters.next(4))?;
    terminal.wait_for(letters.tail())?;
    terminal.quiet()?;
    for to in [SMALL, LARGE, SMALL, LARGE] {
        let changed = terminal.resize(to)?;
        let settled = terminal.settle()?;
        figures.time(Figure::ResizeTime, changed, settled.last);
    }
    if !terminal.shows(letters.tail()) {
        bail!("the letters typed just before are gone");
    }
    terminal.rest(SAVED)
}

/// Sends many letters in one write; gives them back, to be looked for in the file.
fn burst(terminal: &mut Terminal, letters: &mut Letters, figures: &mut Figures) -> Result<String> {
    let text = letters.next(BURST);
    let (before, bytes) = (terminal.usage(), terminal.bytes);
    let sent = terminal.press(&text)?;
    terminal.wait_for(letters.tail())?;
    let settled = terminal.quiet()?;
    figures.time(Figure::BurstTime, sent, settled);
    figures.add(Figure::BurstBytes, (terminal.bytes - bytes) as f64 / BURST as f64);
    figures.cpu(Figure::BurstCpu, before.as_ref(), terminal.usage().as_ref(), BURST);
    terminal.rest(SAVED.saturating_sub(QUIET))?;
    Ok(text)
}

/// Whether a text lies in one piece in a file of this folder, whatever the file's tables are.
fn on_disk(folder: &Path, text: &str) -> Result<bool> {
    let text = text.as_bytes();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if !path.is_file() {
            continue;
        }
        let mut file = File::open(path)?;
        let mut seen = Vec::new();
        while file.by_ref().take(1 << 20).read_to_end(&mut seen)? > 0 {
            if seen.windows(text.len()).any(|window| window == text) {
                return Ok(true);
            }
            // The text may begin in this part and end in the next.
            seen.drain(..seen.len().saturating_sub(text.len()));
        }
    }
    Ok(false)
}
