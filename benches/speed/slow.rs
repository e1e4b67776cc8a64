//! Typing while every sync of the disk takes 50 ms more: does the person notice a slow disk?
//!
//! Our program runs as it is, under `strace`, which holds each call that syncs for so long; the other half runs
//! under it as well, without the delay. What the watching costs is then in both. Without `strace` the row is not
//! measured. The floor is absent: this is ours against itself.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};

use crate::commit::commits;
use crate::peer::on_path;
use crate::programs::Runner;
use crate::steps::field::{self, Letters};
use crate::steps::{Figure, Figures, come_to_rest};
use crate::terminal::Terminal;

const SYNCS: &str = "fsync,fdatasync,sync_file_range,msync";

/// Why this cannot be measured here.
pub fn reason() -> Option<&'static str> {
    on_path("strace").is_none().then_some("strace is not installed")
}

/// Types once with the disk as it is and once with a slow one, the order changing from round to round.
pub fn measure(runner: &Runner, files: [&Path; 2], number: usize, sides: [&mut Figures; 2]) -> Result<()> {
    let mut halves = [(files[0], false), (files[1], true)].into_iter().zip(sides).collect::<Vec<_>>();
    if number % 2 == 1 {
        halves.reverse();
    }
    for ((file, is_slow), figures) in halves {
        typing(runner, file, number * 2 + usize::from(is_slow), is_slow, figures)?;
    }
    Ok(())
}

fn typing(runner: &Runner, file: &Path, number: usize, is_slow: bool, figures: &mut Figures) -> Result<()> {
    let home = file.parent().context("a file lies in a folder")?;
    let strace = on_path("strace").context("strace is gone")?;
    let log = home.join("syncs.txt");
    // With -D the program is the child of the bench, as everywhere else, and strace looks on from beside it.
    let mut arguments = ["-D", "-f", "--seccomp-bpf", "-qq", "-o"].map(str::to_owned).to_vec();
    arguments.push(log.display().to_string());
    arguments.push(format!("--trace={SYNCS}"));
    if is_slow {
        arguments.push(format!("--inject={SYNCS}:delay_enter=50ms"));
    }
    arguments.push(runner.executable.display().to_string());
    arguments.extend(runner.arguments(runner.program.open, file, number));
    let program = runner.program;
    let mut terminal = Terminal::start(&strace, &arguments, home)?;
    terminal.wait_for(program.ready)?;
    come_to_rest(&mut terminal)?;
    terminal.prepare(program.to_list)?;
    terminal.prepare(program.to_field)?;
    let mut letters = Letters::of_run(number);
    field::warm_up(&mut terminal, &mut letters)?;
    let before = (syncs(&log, is_slow)?, commits(file)?);
    let mut own = Figures::default();
    field::typing(&mut terminal, &mut letters, Figure::SlowTime, &mut own)?;
    let syncs = syncs(&log, is_slow)?.saturating_sub(before.0);
    let commits = commits(file)?.wrapping_sub(before.1);
    ensure!(syncs > 0 && commits > 0, "no sync was seen while letters were typed");
    for &time in own.of(Figure::SlowTime) {
        figures.add(Figure::SlowTime, time);
    }
    figures.add(Figure::TypingSyncs, syncs as f64 / f64::from(commits));
    terminal.quit(program.quit)?;
    Ok(())
}

/// Counts the syncs that were logged; with a slow disk, those that were held up.
fn syncs(log: &Path, is_slow: bool) -> Result<usize> {
    let text = fs::read_to_string(log).with_context(|| format!("read {}", log.display()))?;
    // A call that another thread's breaks into has two lines; its end has the result.
    let ended = text.lines().filter(|line| line.contains("sync") && line.contains(" = 0"));
    Ok(ended.filter(|line| !is_slow || line.contains("DELAYED")).count())
}
