//! How the figures grow with the file: our program at several sizes, in turns, and a picture of it.
//!
//! Each size is compared with the smallest one in the same run, key by key: all are open at once. A line that stays
//! level costs the same with a million cases as with a thousand. The floor is absent here: this is ours against ours.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::thread;
use std::time::Instant;

use anyhow::{Context, Result};

use crate::commit::{self, Side};
use crate::programs::Runner;
use crate::steps::{self, Figure, Figures, Step, Visit};
use crate::table::{Spread, growth, judged, middle, shown};
use crate::{Arguments, copy, make, ours};

/// What is shown, with the name of its line and the most it may grow, where that was set as a goal.
const LINES: [(&str, Figure, Option<f64>); 10] = [
    ("first usable frame", Figure::StartFrame, Some(1.15)),
    ("its rows are there", Figure::StartRows, None),
    ("cursor key", Figure::CursorTime, Some(1.1)),
    ("opening a row", Figure::OpenTime, None),
    ("week key", Figure::PageTime, Some(1.1)),
    ("letter in Find", Figure::FindTime, Some(2.5)),
    ("letter in a field", Figure::LetterTime, Some(1.1)),
    ("letter, processor", Figure::LetterCpu, Some(1.1)),
    ("a field's commit", Figure::CommitTime, Some(1.1)),
    ("peak memory", Figure::Memory, Some(1.4)),
];

/// Starts of each size in each round, beside the long visit: one alone says more about its moment than about the file.
const STARTS: usize = 5;

/// A size, its made file, and the figures of each round.
type Measured = (Runner, PathBuf, Vec<Figures>);

/// Each size in one round: its own copy of the file, and what was measured. They take turns in everything.
struct Round<'a>(Vec<(&'a Runner, PathBuf, Figures)>);

impl<'a> Round<'a> {
    /// Copies the files, and waits as long again: the machine is still busy with the copy of a large one, and with
    /// taking the one before it away.
    fn of(measured: &'a [Measured], folder: &Path) -> Result<Self> {
        let begun = Instant::now();
        let copied = |(runner, template, _): &'a Measured| {
            let file = copy(template, &folder.join(format!("run-{}", runner.folder())))?;
            Ok((runner, file, Figures::default()))
        };
        let round = measured.iter().map(copied).collect::<Result<_>>()?;
        thread::sleep(begun.elapsed());
        Ok(Self(round))
    }

    /// Starts and ends each; the largest comes first in every second visit.
    fn start(&mut self, number: usize, wanted: impl Fn(Step) -> bool) -> Result<()> {
        let mut sizes: Vec<_> = self.0.iter_mut().collect();
        if !number.is_multiple_of(2) {
            sizes.reverse();
        }
        for (runner, file, figures) in sizes {
            steps::run(runner, file, (Visit::Hasty, number), &wanted, None, figures)
                .with_context(|| runner.label.clone())?;
        }
        Ok(())
    }

    /// All the steps, with every size open at once and the keys by turns.
    fn visit(&mut self, number: usize, wanted: impl Fn(Step) -> bool + Sync) -> Result<()> {
        let sides = self.0.iter_mut().map(|(runner, file, figures)| (*runner, file.as_path(), figures));
        steps::run_by_turns(sides, number, wanted)
    }
}

/// A line of the table: its name, its goal, the middle value of each size, and how many times the first the last is.
type Line = (&'static str, Option<f64>, Vec<Option<f64>>, Option<Spread>);

/// Measures every size in each round, prints the table, and draws it where it is wanted.
pub fn measure(arguments: &Arguments, wanted: impl Fn(Step) -> bool + Sync) -> Result<()> {
    let (sizes, rounds) = (&arguments.sizes, arguments.rounds);
    let folder = tempfile::Builder::new().prefix("speed-").tempdir_in(env!("CARGO_TARGET_TMPDIR"))?;
    let kept = arguments.files.clone().unwrap_or_else(|| folder.path().to_owned());
    let mut measured: Vec<Measured> = Vec::new();
    for &cases in sizes {
        let runner = ours(&format!("{cases} cases"), cases);
        let template = kept.join(runner.folder());
        eprintln!("making {cases} cases");
        make(&runner, &template)?;
        measured.push((runner, template, Vec::new()));
    }
    for number in 0..=rounds {
        eprintln!("round {number} of {rounds}{}", if number == 0 { ", to warm up" } else { "" });
        let mut round = Round::of(&measured, folder.path())?;
        if wanted(Step::Start) {
            for start in 0..STARTS {
                round.start(number * STARTS + start, &wanted)?;
            }
        }
        round.visit(number, |step| step != Step::Idle && wanted(step))?;
        if wanted(Step::Commit) {
            let saving = round.0.iter_mut().map(|(_, file, figures)| Side { is_floor: false, file, figures });
            commit::measure(saving, arguments.saves).context("a field's commit")?;
        }
        let figures: Vec<Figures> = round.0.into_iter().map(|(_, _, figures)| figures).collect();
        for ((_, _, all), figures) in measured.iter_mut().zip(figures).filter(|_| number > 0) {
            all.push(figures);
        }
    }
    let table: Vec<Line> = LINES
        .iter()
        .map(|&(name, figure, goal)| {
            let ends = measured.first().zip(measured.last());
            let growth = ends.and_then(|((_, _, first), (_, _, last))| growth(first, last, figure));
            (name, goal, measured.iter().map(|(_, _, all)| middle(all, figure)).collect(), growth)
        })
        .collect();
    print!("{}", text(sizes, &table));
    if let Some(path) = &arguments.picture {
        std::fs::write(path, drawn(sizes, &table))?;
    }
    Ok(())
}

fn text(sizes: &[u32], table: &[Line]) -> String {
    let mut text = String::from("| cases |");
    for size in sizes {
        write!(text, " {size} |").ok();
    }
    text.push_str(" last / first | low..high | goal |\n|---|");
    text.push_str(&"--:|".repeat(sizes.len() + 2));
    text.push_str("---|\n");
    for (name, goal, values, growth) in table {
        write!(text, "| {name} |").ok();
        for value in values {
            write!(text, " {} |", value.map_or_else(|| "-".to_owned(), shown)).ok();
        }
        let goal = goal.map(|goal| judged(goal, growth.as_ref())).unwrap_or_default();
        let (growth, range) = growth.as_ref().map(|growth| (growth.middle(), growth.range())).unzip();
        let dash = || "-".to_owned();
        writeln!(text, " {} | {} | {goal} |", growth.unwrap_or_else(dash), range.unwrap_or_else(dash)).ok();
    }
    text
}

fn ratio(first: Option<&Option<f64>>, last: Option<&Option<f64>>) -> Option<f64> {
    Some((*last?)? / (*first?)?)
}

const INKS: [&str; LINES.len()] = [
    "#e7c547", "#5fc9d8", "#d694d8", "#8cc265", "#ffffff", "#e5786d", "#7f9fe8", "#c8a878", "#e04fa0",
    "#4f9e8f",
];

/// One line for each figure, its value at the smallest size being 1.
fn drawn(sizes: &[u32], table: &[Line]) -> String {
    const WIDE: f64 = 720.0;
    const HIGH: f64 = 300.0;
    const LEFT: f64 = 60.0;
    const RIGHT: f64 = 520.0;
    const TOP: f64 = 24.0;
    const FLOOR: f64 = 250.0;
    let most = table
        .iter()
        .flat_map(|(_, _, values, _)| values.iter().map(|value| ratio(values.first(), Some(value))))
        .flatten()
        .fold(2.0_f64, f64::max);
    let x = |at: usize| LEFT + (RIGHT - LEFT) * at as f64 / (sizes.len().max(2) - 1) as f64;
    let y = |value: f64| FLOOR - (FLOOR - TOP) * value / most;
    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {WIDE} {HIGH}\" font-family=\"sans-serif\" \
         font-size=\"12\" fill=\"#d8dee3\">\n<title>How each figure grows with the number of cases, 1 being \
         the smallest file</title>\n<rect width=\"{WIDE}\" height=\"{HIGH}\" fill=\"#16191d\"/>\n"
    );
    for step in 0..=most.floor() as u32 {
        let at = y(f64::from(step));
        writeln!(
            svg,
            "<path d=\"M{LEFT} {at:.1}H{RIGHT}\" stroke=\"#3a424a\"/><text x=\"{:.0}\" y=\"{:.1}\" \
             text-anchor=\"end\">{step} x</text>",
            LEFT - 8.0,
            at + 4.0
        )
        .ok();
    }
    for (at, size) in sizes.iter().enumerate() {
        writeln!(
            svg,
            "<text x=\"{:.0}\" y=\"{:.0}\" text-anchor=\"middle\">{size} cases</text>",
            x(at),
            FLOOR + 20.0
        )
        .ok();
    }
    for (number, (name, _, values, _)) in table.iter().enumerate() {
        let ink = INKS[number];
        let points: Vec<String> = values
            .iter()
            .enumerate()
            .filter_map(|(at, value)| {
                Some(format!("{:.1},{:.1}", x(at), y(ratio(values.first(), Some(value))?)))
            })
            .collect();
        let line = TOP + 8.0 + number as f64 * 20.0;
        writeln!(
            svg,
            "<polyline points=\"{}\" fill=\"none\" stroke=\"{ink}\" stroke-width=\"2\"/>\n<text x=\"{:.0}\" \
             y=\"{line:.0}\" fill=\"{ink}\">{name}</text>",
            points.join(" "),
            RIGHT + 20.0
        )
        .ok();
    }
    svg.push_str("</svg>\n");
    svg
}
