//! The steps of one run: what is pressed, what is waited for, and what is written down.
//!
//! Every step begins where the one before ended, and any of them may be left out. A letter that never comes
//! on the screen, a key that shows nothing, or a text that is not in the file afterwards ends the bench: a
//! fast program that loses something is not measured. Steps that need another program beside the two lie
//! elsewhere: `slow` and `peer`.

pub mod field;
mod lists;

use std::collections::BTreeMap;
use std::path::Path;
use std::time::{Duration, Instant};

use anyhow::{Context, Result};
use clap::ValueEnum;

use crate::programs::Runner;
use crate::terminal::Terminal;
use crate::turns::{Turn, by_turns};
use crate::usage::Usage;
use field::Letters;
pub use lists::there_and_back;

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, ValueEnum)]
pub enum Step {
    Start,
    Idle,
    Cursor,
    Open,
    Pages,
    Find,
    Typing,
    /// Typing while every sync of the disk takes 50 ms more; needs a C compiler
    SlowDisk,
    Resize,
    Burst,
    Commit,
    /// A field's commit while every sync of the disk takes 1 ms more; needs a C compiler
    SlowCommit,
    /// The week key against that of calcurse, where it is installed
    Calcurse,
    Memory,
    Quit,
}

/// What a figure is of.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Figure {
    /// The first frame that takes keys.
    StartFrame,
    /// A key pressed at once is answered: a call has begun.
    StartKey,
    /// Everything that comes by itself is there: the rows.
    StartRows,
    StartCpu,
    IdleWakes,
    IdleBytes,
    CursorTime,
    CursorCpu,
    CursorBytes,
    OpenTime,
    PageTime,
    FindTime,
    FindOne,
    FindTwo,
    FindMore,
    FindNone,
    FindCpu,
    FindBytes,
    LetterTime,
    LetterCpu,
    LetterBytes,
    SlowTime,
    TypingSyncs,
    ResizeTime,
    BurstTime,
    BurstCpu,
    BurstBytes,
    CommitTime,
    CommitSyncs,
    SlowCommitTime,
    WeekTime,
    Memory,
    /// With nothing going on any more.
    QuitTime,
    /// The same, and what one sync of this disk takes is taken off ours.
    QuitBare,
    /// Right after the first frame: our file is still being looked through.
    QuitHasty,
    /// One sync of a page of this disk.
    Sync,
}

/// How long a run is.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Visit {
    /// All the steps.
    Long,
    /// Start, rest, end.
    Short,
    /// Start, and end at once.
    Hasty,
    /// Start, and a key at once.
    Eager,
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

    /// The end without one sync of this disk, milliseconds; the figure before stays.
    pub fn take_off_one_sync(&mut self, sync: f64) {
        let bare: Vec<f64> = self.of(Figure::QuitTime).iter().map(|took| (took - sync).max(0.0)).collect();
        self.0.insert(Figure::QuitBare, bare);
    }

    pub fn time(&mut self, figure: Figure, from: Instant, to: Instant) {
        self.add(figure, to.saturating_duration_since(from).as_secs_f64() * 1000.0);
    }

    /// Processor time between two readings, shared out over so many keys.
    fn cpu(&mut self, figure: Figure, before: Option<&Usage>, after: Option<&Usage>, keys: usize) {
        if let (Some(before), Some(after)) = (before, after) {
            self.add(figure, (after.cpu_ms - before.cpu_ms) / keys as f64);
        }
    }
}

/// Runs several programs at once through all the steps, each over a file of its own, and their keys by turns: the
/// machine is as busy for one as for the other.
pub fn run_by_turns<'a>(
    sides: impl ExactSizeIterator<Item = (&'a Runner, &'a Path, &'a mut Figures)>,
    number: usize,
    wanted: impl Fn(Step) -> bool + Sync,
) -> Result<()> {
    by_turns(sides, |(runner, file, figures), turn| {
        run(runner, file, (Visit::Long, number), &wanted, Some(turn), figures)
            .with_context(|| runner.label.clone())
    })
}

/// Runs a program once over a file of its own, and measures the steps that are wanted. The start and the end
/// are measured always. With a `turn` it starts, rests and presses by turns with others.
pub fn run(
    runner: &Runner,
    file: &Path,
    (visit, number): (Visit, usize),
    wanted: impl Fn(Step) -> bool,
    mut turn: Option<Turn>,
    figures: &mut Figures,
) -> Result<()> {
    turn.iter_mut().for_each(Turn::take);
    let program = runner.program;
    let home = file.parent().context("a file lies in a folder")?;
    let mut terminal =
        Terminal::start(&runner.executable, &runner.arguments(program.open, file, number), home)?;
    let shown = terminal.wait_for(program.ready)?;
    figures.time(Figure::StartFrame, terminal.started, shown);
    terminal.turn = turn;
    if visit == Visit::Hasty {
        let took = terminal.quit(program.quit).context("quit")?;
        figures.add(Figure::QuitHasty, took.as_secs_f64() * 1000.0);
        return Ok(());
    }
    if visit == Visit::Eager {
        terminal.press(program.to_field[0])?;
        let answered = terminal.wait_for(program.answered)?;
        figures.time(Figure::StartKey, terminal.started, answered);
        terminal.quit(program.quit).context("quit")?;
        return Ok(());
    }
    rows_come(&mut terminal, figures)?;
    come_to_rest(&mut terminal)?;
    if visit == Visit::Short {
        let took = terminal.quit(program.quit).context("quit")?;
        figures.add(Figure::QuitTime, took.as_secs_f64() * 1000.0);
        return Ok(());
    }
    if wanted(Step::Idle) {
        lists::idle(&mut terminal, figures)?;
    }
    terminal.prepare(program.to_list)?;
    if wanted(Step::Cursor) {
        lists::cursor(&mut terminal, figures).context("cursor")?;
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
        lists::find(&mut terminal, figures).context("find")?;
        terminal.prepare(program.from_find)?;
    }
    let mut letters = Letters::of_run(number);
    let mut burst_text = None;
    if [Step::Typing, Step::Resize, Step::Burst].into_iter().any(&wanted) {
        terminal.prepare(program.to_field)?;
        field::warm_up(&mut terminal, &mut letters).context("field")?;
        if wanted(Step::Typing) {
            let before = terminal.usage();
            field::typing(&mut terminal, &mut letters, Figure::LetterTime, figures).context("typing")?;
            figures.cpu(Figure::LetterCpu, before.as_ref(), terminal.usage().as_ref(), field::LETTERS);
        }
        if wanted(Step::Resize) {
            field::resize(&mut terminal, &mut letters, figures).context("resize")?;
        }
        if wanted(Step::Burst) {
            burst_text = Some(field::burst(&mut terminal, &mut letters, figures).context("burst")?);
        }
    }
    if wanted(Step::Memory)
        && let Some(usage) = terminal.usage()
    {
        figures.add(Figure::Memory, usage.peak_mb);
    }
    // Until the text was looked for nobody else presses a key.
    let turn = terminal.turn.take();
    terminal.quit(program.quit).context("quit")?;
    if let Some(text) = burst_text {
        field::is_there_after_a_restart(runner, file, number, &text).context("burst")?;
    }
    drop(turn);
    Ok(())
}

fn rows_come(terminal: &mut Terminal, figures: &mut Figures) -> Result<()> {
    let settled = terminal.quiet()?;
    figures.time(Figure::StartRows, terminal.started, settled);
    if let Some(usage) = terminal.usage() {
        figures.add(Figure::StartCpu, usage.cpu_ms);
    }
    Ok(())
}

/// Waits for what goes on behind the first frame, the look through the file: it is not part of a key. A file of a
/// million cases takes a minute.
pub fn come_to_rest(terminal: &mut Terminal) -> Result<()> {
    const LOOK: Duration = Duration::from_millis(200);
    const MOST_LOOKS: u32 = 900;
    for _ in 0..MOST_LOOKS {
        let before = terminal.usage().map_or(0.0, |usage| usage.cpu_ms);
        terminal.rest(LOOK)?;
        let used = terminal.usage().map_or(0.0, |usage| usage.cpu_ms) - before;
        if used.abs() < 3.0 {
            break;
        }
    }
    Ok(())
}
