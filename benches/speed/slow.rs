//! Slow disks: typing while every sync takes 50 ms more, and saving while it takes 1 ms more.
//!
//! Does the person notice a slow disk? Our program runs as it is, with `slow.c` loaded before the C library, which holds
//! each sync up for so long; the other half runs with it as well, without the delay. A tracer would stop the threads it
//! watches, and the slowest keys would be its own. The floor is absent there: this is ours against itself.
//!
//! The goal of a field's commit is of syncs of 1 ms or more; a disk of less is held up to that, for both sides, in a
//! process of its own, because the library is loaded with it. Without a C compiler neither is measured.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, ensure};

use crate::commit::{self, Side, commits};
use crate::peer::on_path;
use crate::programs::Runner;
use crate::steps::field::{self, Letters};
use crate::steps::{Figure, Figures, come_to_rest};
use crate::terminal::Terminal;
use crate::turns::{Turn, by_turns};

/// How much longer a sync takes while letters are typed, in milliseconds.
const SLOWER: &str = "50";
/// How much longer it takes while fields are saved, in milliseconds.
const SAVES_SLOWER: &str = "1";

/// Why this cannot be measured here.
pub fn reason() -> Option<&'static str> {
    match on_path("cc") {
        _ if cfg!(not(target_os = "linux")) => Some("it needs Linux"),
        None => Some("there is no C compiler"),
        Some(_) => None,
    }
}

/// What holds the syncs up, made in this folder.
fn library(folder: &Path) -> Result<PathBuf> {
    let library = folder.join("slow.so");
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("benches/speed/slow.c");
    let options = ["-shared", "-fPIC", "-O2", "-o"];
    let made = Command::new("cc").args(options).arg(&library).arg(source).arg("-ldl").status();
    ensure!(made.context("cc")?.success(), "cc could not make slow.so");
    Ok(library)
}

/// Types with the disk as it is and with a slow one, by turns; which is first changes from round to round.
pub fn measure(runner: &Runner, files: [&Path; 2], number: usize, sides: [&mut Figures; 2]) -> Result<()> {
    let mut halves = [(files[0], false), (files[1], true)].into_iter().zip(sides).collect::<Vec<_>>();
    if number % 2 == 1 {
        halves.reverse();
    }
    by_turns(halves.into_iter(), |((file, is_slow), figures), turn| {
        typing(runner, file, (number, is_slow), turn, figures)
    })
}

fn typing(
    runner: &Runner,
    file: &Path,
    (number, is_slow): (usize, bool),
    mut turn: Turn,
    figures: &mut Figures,
) -> Result<()> {
    turn.take();
    let number = number * 2 + usize::from(is_slow);
    let home = file.parent().context("a file lies in a folder")?;
    let log = home.join("syncs");
    let _ = fs::remove_file(&log);
    let mut arguments = vec![
        format!("LD_PRELOAD={}", library(home)?.display()),
        format!("SYNC_LOG={}", log.display()),
        format!("SYNC_MS={}", if is_slow { SLOWER } else { "0" }),
        runner.executable.display().to_string(),
    ];
    arguments.extend(runner.arguments(runner.program.open, file, number));
    let program = runner.program;
    let mut terminal = Terminal::start(Path::new("/usr/bin/env"), &arguments, home)?;
    terminal.turn = Some(turn);
    terminal.wait_for(program.ready)?;
    come_to_rest(&mut terminal)?;
    terminal.prepare(program.to_list)?;
    terminal.prepare(program.to_field)?;
    let mut letters = Letters::of_run(number);
    field::warm_up(&mut terminal, &mut letters)?;
    let before = (syncs(&log), commits(file)?);
    let mut own = Figures::default();
    field::typing(&mut terminal, &mut letters, Figure::SlowTime, &mut own)?;
    let syncs = syncs(&log) - before.0;
    let commits = commits(file)?.wrapping_sub(before.1);
    ensure!(syncs > 0 && commits > 0, "no sync was seen while letters were typed");
    for &time in own.of(Figure::SlowTime) {
        figures.add(Figure::SlowTime, time);
    }
    figures.add(Figure::TypingSyncs, syncs as f64 / f64::from(commits));
    terminal.quit(program.quit)?;
    Ok(())
}

/// How many syncs were seen so far.
fn syncs(log: &Path) -> u64 {
    fs::metadata(log).map_or(0, |log| log.len())
}

/// Lets the floor and ours save in turns, each sync held up.
pub fn saving(files: [&Path; 2], saves: usize, [floor, ours]: [&mut Figures; 2]) -> Result<()> {
    let home = files[0].parent().context("a file lies in a folder")?;
    let ended = Command::new(env::current_exe()?)
        .args(["--bench", "--saves", &saves.to_string(), "--saves-into"])
        .args(files)
        .env("LD_PRELOAD", library(home)?)
        .env("SYNC_MS", SAVES_SLOWER)
        .output()?;
    ensure!(ended.status.success(), "the saves ended badly: {}", String::from_utf8_lossy(&ended.stderr));
    let times = String::from_utf8(ended.stdout)?;
    for line in times.lines() {
        let (whose, time) = line.split_once(' ').context("whose it was, and how long it took")?;
        let figures = if whose == "ours" { &mut *ours } else { &mut *floor };
        figures.add(Figure::SlowCommitTime, time.parse()?);
    }
    Ok(())
}

/// The process of the saves: prints whose each was, and how many milliseconds it took.
pub fn print_saves([floor, ours]: [&Path; 2], saves: usize) -> Result<()> {
    let mut figures: [Figures; 2] = Default::default();
    let [of_floor, of_ours] = &mut figures;
    let sides = [
        Side { is_floor: true, file: floor, figures: of_floor },
        Side { is_floor: false, file: ours, figures: of_ours },
    ];
    commit::measure(sides, saves)?;
    for (whose, figures) in ["floor", "ours"].iter().zip(&figures) {
        for time in figures.of(Figure::CommitTime) {
            ensure!(*time >= 1.0, "a save took {time} ms: its sync was not held up");
            println!("{whose} {time}");
        }
    }
    Ok(())
}
