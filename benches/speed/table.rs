//! The table at the end: every figure of both sides, their ratio, and the goals.
//!
//! Times of a shared machine mean little by themselves, so the ratio is what counts. For a middle value it
//! is taken round by round, and shown with the lowest and the highest round. A 99th percentile needs the
//! samples of all rounds together; its range shows what it would be with any one round left out.

use std::fmt::Write;

use crate::steps::{Figure, Figures, Step};

#[derive(Clone, Copy)]
enum Share {
    Middle,
    P99,
    /// The 99th percentile as a multiple of the middle value.
    Tail,
}

#[derive(Clone, Copy)]
enum Goal {
    None,
    /// So many times the figure of the side it is compared with.
    Times(f64),
    /// A bound of its own, in the unit of the row.
    AtMost(f64),
}

struct Row {
    step: Step,
    name: &'static str,
    figure: Figure,
    share: Share,
    /// The goal against the side it is compared with.
    goal: Goal,
    /// The goal for a large file against a small one.
    grow: Goal,
}

use Goal::{AtMost, Times};
use Share::{Middle, P99, Tail};

const fn row(step: Step, name: &'static str, figure: Figure, share: Share) -> Row {
    Row { step, name, figure, share, goal: Goal::None, grow: Goal::None }
}

impl Row {
    const fn goals(mut self, goal: Goal, grow: Goal) -> Self {
        self.goal = goal;
        self.grow = grow;
        self
    }
}

const ROWS: [Row; 44] = [
    row(Step::Start, "first usable frame, ms", Figure::StartFrame, Middle).goals(Times(1.3), Times(1.15)),
    row(Step::Start, "a key pressed on it is answered, ms", Figure::StartKey, Middle)
        .goals(Times(1.3), Times(1.15)),
    row(Step::Start, "its rows are there, ms", Figure::StartRows, Middle),
    row(Step::Start, "processor until then, ms", Figure::StartCpu, Middle),
    row(Step::Idle, "idle: wake-ups a second", Figure::IdleWakes, Middle).goals(AtMost(5.0), AtMost(5.0)),
    row(Step::Idle, "idle: bytes in 10 s", Figure::IdleBytes, Middle).goals(AtMost(0.0), AtMost(0.0)),
    row(Step::Cursor, "cursor key, ms", Figure::CursorTime, Middle).goals(Times(1.25), Times(1.1)),
    row(Step::Cursor, "cursor key, p99 ms", Figure::CursorTime, P99).goals(Times(1.5), Goal::None),
    row(Step::Cursor, "cursor key, processor ms", Figure::CursorCpu, Middle).goals(Times(1.5), Times(1.1)),
    row(Step::Cursor, "cursor key, bytes", Figure::CursorBytes, Middle).goals(Times(1.0), Goal::None),
    row(Step::Open, "opening a row, ms", Figure::OpenTime, Middle),
    row(Step::Pages, "calendar, week key, ms", Figure::PageTime, Middle).goals(Times(1.5), Times(1.1)),
    row(Step::Calcurse, "the same, ms (left: calcurse)", Figure::WeekTime, Middle)
        .goals(Times(0.15), Goal::None),
    row(Step::Find, "letter in Find, ms", Figure::FindTime, Middle).goals(Times(1.3), Times(2.5)),
    row(Step::Find, "letter in Find, p99 ms", Figure::FindTime, P99),
    row(Step::Find, "Find, one letter, ms", Figure::FindOne, Middle).goals(Times(1.3), Times(2.5)),
    row(Step::Find, "Find, two letters, ms", Figure::FindTwo, Middle).goals(Times(1.3), Times(2.5)),
    row(Step::Find, "Find, three and more, ms", Figure::FindMore, Middle).goals(Times(1.3), Times(2.5)),
    row(Step::Find, "Find, nobody has it, ms", Figure::FindNone, Middle).goals(Times(1.3), Times(2.5)),
    row(Step::Find, "letter in Find, processor ms", Figure::FindCpu, Middle),
    row(Step::Find, "letter in Find, bytes", Figure::FindBytes, Middle),
    row(Step::Typing, "letter in a saved field, ms", Figure::LetterTime, Middle)
        .goals(Times(1.25), Times(1.1)),
    row(Step::Typing, "letter in a saved field, p99 ms", Figure::LetterTime, P99)
        .goals(Times(1.5), Goal::None),
    row(Step::Typing, "letter, processor ms", Figure::LetterCpu, Middle).goals(Times(1.5), Times(1.1)),
    row(Step::Typing, "letter, bytes", Figure::LetterBytes, Middle).goals(AtMost(60.0), Goal::None),
    row(Step::SlowDisk, "letter, syncs 50 ms slower (left: not)", Figure::SlowTime, Middle)
        .goals(Times(1.1), Goal::None),
    row(Step::SlowDisk, "letter, syncs 50 ms slower, p99 ms", Figure::SlowTime, P99)
        .goals(Times(1.1), Goal::None),
    row(Step::SlowDisk, "syncs a save while typing", Figure::TypingSyncs, Middle)
        .goals(AtMost(1.0), Goal::None),
    row(Step::Resize, "resize, ms", Figure::ResizeTime, Middle).goals(Times(1.3), Goal::None),
    row(Step::Burst, "200 keys at once, ms", Figure::BurstTime, Middle).goals(Times(1.3), Goal::None),
    row(Step::Burst, "200 keys, processor ms a key", Figure::BurstCpu, Middle),
    row(Step::Burst, "200 keys, bytes a key", Figure::BurstBytes, Middle).goals(AtMost(40.0), Goal::None),
    row(Step::Commit, "a field's commit, ms", Figure::CommitTime, Middle).goals(Times(1.15), Times(1.1)),
    row(Step::Commit, "a field's commit, p99 ms", Figure::CommitTime, P99),
    row(Step::Commit, "a field's commit, p99 / p50", Figure::CommitTime, Tail).goals(AtMost(3.0), Goal::None),
    row(Step::Commit, "a field's commit, syncs", Figure::CommitSyncs, Middle).goals(AtMost(1.0), AtMost(1.0)),
    row(Step::SlowCommit, "a field's commit, syncs 1 ms slower, ms", Figure::SlowCommitTime, Middle)
        .goals(Times(1.15), Goal::None),
    row(Step::SlowCommit, "a field's commit, syncs 1 ms slower, p99 / p50", Figure::SlowCommitTime, Tail)
        .goals(AtMost(3.0), Goal::None),
    row(Step::Memory, "peak memory, MB", Figure::Memory, Middle).goals(Times(1.6), Times(1.4)),
    row(Step::Quit, "quit, ms", Figure::QuitTime, Middle),
    row(Step::Quit, "one sync of this disk, ms", Figure::Sync, Middle),
    row(Step::Quit, "quit, ours less one sync, ms", Figure::QuitBare, Middle).goals(Times(2.0), Goal::None),
    row(Step::Quit, "quit at the first frame, ms", Figure::QuitHasty, Middle),
    row(Step::Quit, "quit at the first frame, p99 ms", Figure::QuitHasty, P99),
];

/// A middle value and the range around it.
pub struct Spread {
    middle: f64,
    low: f64,
    high: f64,
}

impl Spread {
    fn of(middle: Option<f64>, around: &[f64]) -> Option<Self> {
        let low = around.iter().copied().min_by(f64::total_cmp)?;
        let high = around.iter().copied().max_by(f64::total_cmp)?;
        Some(Self { middle: middle?, low, high })
    }

    pub fn middle(&self) -> String {
        format!("{:.2}", self.middle)
    }

    pub fn range(&self) -> String {
        format!("{:.2}..{:.2}", self.low, self.high)
    }
}

impl Share {
    fn of(self, values: &[f64]) -> Option<f64> {
        let mut values = values.to_vec();
        values.sort_by(f64::total_cmp);
        match (self, values.len()) {
            (_, 0) => None,
            (Middle, count) => Some(f64::midpoint(values[(count - 1) / 2], values[count / 2])),
            (P99, count) => Some(values[(count * 99).div_ceil(100) - 1]),
            (Tail, _) => ratio(Middle.of(&values), P99.of(&values)),
        }
    }
}

/// The share of all samples of all rounds but the one left out.
fn pooled(rounds: &[Figures], figure: Figure, share: Share, without: Option<usize>) -> Option<f64> {
    let kept = rounds.iter().enumerate().filter(|(number, _)| Some(*number) != without);
    share.of(&kept.flat_map(|(_, round)| round.of(figure).iter().copied()).collect::<Vec<_>>())
}

fn by_round(rounds: &[Figures], figure: Figure) -> Vec<Option<f64>> {
    rounds.iter().map(|round| Middle.of(round.of(figure))).collect()
}

fn ratio(base: Option<f64>, other: Option<f64>) -> Option<f64> {
    Some(other? / base.filter(|&base| base > 0.0)?)
}

fn ratios(row: &Row, base: &[Figures], other: &[Figures]) -> Option<Spread> {
    match row.share {
        Middle => {
            let pairs = by_round(base, row.figure).into_iter().zip(by_round(other, row.figure));
            let all: Vec<f64> = pairs.filter_map(|(base, other)| ratio(base, other)).collect();
            Spread::of(Middle.of(&all), &all)
        }
        share => left_out(base.len(), |without| {
            let side = |rounds| pooled(rounds, row.figure, share, without);
            ratio(side(base), side(other))
        }),
    }
}

/// A value of all rounds, and its range with any one of them left out.
fn left_out(rounds: usize, of: impl Fn(Option<usize>) -> Option<f64>) -> Option<Spread> {
    let around: Vec<f64> = (0..rounds).map(Some).chain([None]).filter_map(&of).collect();
    Spread::of(of(None), &around)
}

/// How many times the middle value of a figure is that of another side, round by round.
pub fn growth(base: &[Figures], other: &[Figures], figure: Figure) -> Option<Spread> {
    ratios(&row(Step::Start, "", figure, Middle), base, other)
}

/// What a bound of its own is compared with.
fn own(row: &Row, other: &[Figures]) -> Option<Spread> {
    match row.share {
        Middle => {
            let own: Vec<f64> = by_round(other, row.figure).into_iter().flatten().collect();
            Spread::of(Middle.of(&own), &own)
        }
        share => left_out(other.len(), |without| pooled(other, row.figure, share, without)),
    }
}

/// The figures of both sides as lines of text, and how many goals are missed.
pub struct Report {
    pub text: String,
    pub missed: usize,
}

/// What kind of table is wanted.
#[derive(Clone, Copy)]
pub struct Kind<'a> {
    /// What the figures are of: the first cell of the head.
    pub title: &'a str,
    /// A large file against a small one.
    pub grow: bool,
    /// Only what holds on a busy machine.
    pub guard: bool,
    /// For the README.
    pub markdown: bool,
}

/// Processor and bytes a key: they hold on a machine that does other things as well.
const GUARDED: [Figure; 6] = [
    Figure::CursorCpu,
    Figure::CursorBytes,
    Figure::LetterCpu,
    Figure::LetterBytes,
    Figure::BurstCpu,
    Figure::BurstBytes,
];

/// In the build of the tests our own code is plain and the libraries are not; the floor is libraries for the most
/// part. Measured: 2.4 times there where it is 0.9 as shipped.
const PLAIN_BUILD: f64 = if cfg!(debug_assertions) { 2.0 } else { 1.0 };

/// Puts both sides beside each other, with their goals.
pub fn report(
    names: [&str; 2],
    rounds: [&[Figures]; 2],
    wanted: impl Fn(Step) -> bool,
    unmeasured: impl Fn(Step) -> Option<String>,
    kind: Kind<'_>,
) -> Report {
    let [base, other] = rounds;
    let mut lines = vec![[kind.title, names[0], names[1], "ratio", "low..high", "goal"].map(str::to_owned)];
    let mut missed = 0;
    let rows = ROWS.iter().filter(|row| wanted(row.step) && (!kind.guard || GUARDED.contains(&row.figure)));
    for row in rows {
        let ratio = ratios(row, base, other);
        let goal = match (kind.grow, row.goal) {
            (true, _) => row.grow,
            (false, Times(bound)) if matches!(row.figure, Figure::CursorCpu | Figure::LetterCpu) => {
                Times(bound * PLAIN_BUILD)
            }
            (false, goal) => goal,
        };
        let (judged, is_missed) = judge(goal, ratio.as_ref(), own(row, other).as_ref());
        missed += usize::from(is_missed);
        let judged = match unmeasured(row.step) {
            Some(reason) if judged.is_empty() => format!("not measured: {reason}"),
            Some(reason) => format!("{judged}, not measured: {reason}"),
            None => judged,
        };
        let number = |value: Option<f64>| value.map_or_else(|| "-".to_owned(), shown);
        lines.push([
            row.name.to_owned(),
            number(pooled(base, row.figure, row.share, None)),
            number(pooled(other, row.figure, row.share, None)),
            ratio.as_ref().map_or_else(|| "-".to_owned(), Spread::middle),
            ratio.as_ref().map_or_else(String::new, Spread::range),
            judged,
        ]);
    }
    Report { text: laid_out(&lines, kind.markdown), missed }
}

/// The middle value of a figure over all rounds.
pub fn middle(rounds: &[Figures], figure: Figure) -> Option<f64> {
    pooled(rounds, figure, Middle, None)
}

/// The goal of so many times, in words.
pub fn judged(bound: f64, growth: Option<&Spread>) -> String {
    judge(Times(bound), growth, None).0
}

/// A goal in words, and whether it is missed: only where even the best round is above it.
fn judge(goal: Goal, ratio: Option<&Spread>, own: Option<&Spread>) -> (String, bool) {
    let (bound, spread, text) = match goal {
        Goal::None => return (String::new(), false),
        Times(bound) => (bound, ratio, format!("{bound} x")),
        AtMost(bound) => (bound, own, format!("at most {bound}")),
    };
    // A thousandth more is the same figure.
    let bound = bound * 1.001;
    match spread {
        Some(spread) if spread.low > bound => (format!("{text}, missed"), true),
        Some(spread) if spread.middle > bound => (format!("{text}, near"), false),
        Some(_) => (format!("{text}, met"), false),
        None => (text, false),
    }
}

pub fn shown(value: f64) -> String {
    match value {
        value if value >= 100.0 => format!("{value:.0}"),
        value if value >= 10.0 => format!("{value:.1}"),
        value if value >= 0.1 || value == 0.0 => format!("{value:.2}"),
        _ => format!("{value:.4}"),
    }
}

fn laid_out(lines: &[[String; 6]], markdown: bool) -> String {
    let mut text = String::new();
    for (number, line) in lines.iter().enumerate() {
        if markdown {
            writeln!(text, "| {} |", line.join(" | ")).ok();
            if number == 0 {
                text.push_str("|---|--:|--:|--:|--:|---|\n");
            }
        } else {
            for (column, cell) in line.iter().enumerate() {
                let width = lines.iter().map(|line| line[column].chars().count()).max().unwrap_or(0);
                let numbers = (1..=4).contains(&column);
                if numbers {
                    write!(text, "{cell:>width$}  ").ok();
                } else {
                    write!(text, "{cell:<width$}  ").ok();
                }
            }
            text.truncate(text.trim_end().len());
            text.push('\n');
        }
    }
    text
}
