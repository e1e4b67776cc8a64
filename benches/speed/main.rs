//! The race: our program against the floor, side by side in two pseudo-terminals.
//!
//! `cargo bench --bench speed` makes a file for each, opens both at once, presses the same keys in them by turns
//! (their short visits follow each other: A B, B A, ...), and prints what each step cost and the ratio of the two.
//! On a shared machine only the ratio means anything; `benches/floor` says what the floor is. The measuring needs a
//! pseudo-terminal; figures of processor, memory and wake-ups need Linux.
//!
//! To change a key, see `programs`; what is measured and when is in `steps`; the goals are in `table`.

mod commit;
mod growth;
mod peer;
mod programs;
mod slow;
mod steps;
mod table;
mod terminal;
mod turns;
mod usage;

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};

use anyhow::{Context, Result, anyhow, bail, ensure};
use clap::Parser;

use programs::{FLOOR, OURS, Program, Runner};
use steps::{Figure, Figures, Step, Visit};

/// Measures our program against the floor.
#[derive(Parser)]
#[allow(clippy::struct_excessive_bools, reason = "each is one option of the command line")]
struct Arguments {
    /// Cases in each file
    #[arg(long, default_value_t = 10_000)]
    cases: u32,
    /// Rounds that count; one more comes before them
    #[arg(long, default_value_t = 10)]
    rounds: usize,
    /// Saves of each round in the step `commit`
    #[arg(long, default_value_t = 1000)]
    saves: usize,
    /// Measure this step only (may be given more than once)
    #[arg(long)]
    only: Vec<Step>,
    /// Print the table for the README
    #[arg(long)]
    markdown: bool,
    /// Measure the floor against itself: what is left is the noise of the machine
    #[arg(long)]
    only_floor: bool,
    /// Measure our program with all the cases against itself with 1,000
    #[arg(long, conflicts_with = "only_floor")]
    grow: bool,
    /// End with an error if a goal is missed in every round
    #[arg(long)]
    check: bool,
    /// What CI asks: only the figures that hold on a busy machine, processor and bytes a key, with --check
    #[arg(long, conflicts_with_all = ["only", "grow", "only_floor"])]
    guard: bool,
    /// Measure our program at these sizes, and draw how the figures grow: 1000,10000,100000
    #[arg(long, value_delimiter = ',', conflicts_with_all = ["grow", "only_floor", "guard"])]
    sizes: Vec<u32>,
    /// Keep the files that are made in this folder, and use those that are there
    #[arg(long)]
    files: Option<PathBuf>,
    /// Where the picture of the growth goes
    #[arg(long, requires = "sizes")]
    picture: Option<PathBuf>,
    /// Save into the floor's file and ours, and print how long each save took
    #[arg(long, hide = true, num_args = 2)]
    saves_into: Vec<PathBuf>,
    /// Given by `cargo bench`
    #[arg(long, hide = true)]
    bench: bool,
}

/// A start and an end come once a run, so each round has some more of them: one alone says little. Two by two, so
/// that each kind of visit begins with one side as often as with the other.
const VISITS: [Visit; 12] = [
    Visit::Short,
    Visit::Short,
    Visit::Eager,
    Visit::Eager,
    Visit::Hasty,
    Visit::Hasty,
    Visit::Short,
    Visit::Short,
    Visit::Eager,
    Visit::Eager,
    Visit::Hasty,
    Visit::Hasty,
];

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    if !arguments.bench {
        println!("not measured: run it as `cargo bench --bench speed`");
        return ExitCode::SUCCESS;
    }
    match race(&arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("speed: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn race(arguments: &Arguments) -> Result<()> {
    ensure!(arguments.rounds > 0, "--rounds must be at least 1");
    if let [floor, ours] = arguments.saves_into.as_slice() {
        return slow::print_saves([floor, ours], arguments.saves);
    }
    let between = !arguments.grow && !arguments.only_floor;
    let wanted = |step| match (arguments.guard, arguments.only.as_slice()) {
        (true, _) => [Step::Cursor, Step::Typing, Step::Burst].contains(&step),
        // Only our program against the floor, as it is shipped, has these.
        (false, _) if !between && [Step::SlowDisk, Step::SlowCommit, Step::Calcurse].contains(&step) => false,
        (false, []) => true,
        (false, only) => only.contains(&step),
    };
    if !arguments.sizes.is_empty() {
        return growth::measure(arguments, wanted);
    }
    let runners = runners(arguments)?;
    // Not the folder for temporary files: that may be memory, where a sync costs nothing.
    let folder = tempfile::Builder::new().prefix("speed-").tempdir_in(env!("CARGO_TARGET_TMPDIR"))?;
    let made = arguments.files.clone().unwrap_or_else(|| folder.path().to_owned());
    let templates = runners.each_ref().map(|runner| made.join(runner.folder()));
    for (runner, template) in runners.iter().zip(&templates) {
        make(runner, template)?;
    }

    let race = Race { arguments, runners: &runners, templates: &templates, folder: folder.path() };
    let mut reasons = BTreeMap::new();
    let mut rounds: [Vec<Figures>; 2] = Default::default();
    for number in 0..=arguments.rounds {
        eprintln!("round {number} of {}{}", arguments.rounds, if number == 0 { ", to warm up" } else { "" });
        let figures = race.round(number, wanted, &mut reasons)?;
        if number > 0 {
            for (all, one) in rounds.iter_mut().zip(figures) {
                all.push(one);
            }
        }
    }

    let names = [runners[0].label.as_str(), runners[1].label.as_str()];
    let title = format!("{} cases", grouped(arguments.cases));
    let kind = table::Kind {
        title: &title,
        grow: arguments.grow,
        guard: arguments.guard,
        markdown: arguments.markdown,
    };
    let unmeasured = |step| reasons.get(&step).cloned();
    let report = table::report(names, [&rounds[0], &rounds[1]], wanted, unmeasured, kind);
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    let about = format!(
        "Medians of {} rounds in turns at 120x40 on {cores} cores; the ratio is {} to {}.",
        arguments.rounds, names[1], names[0]
    );
    if arguments.markdown {
        println!("{}\n{about}", report.text);
    } else {
        println!("{about}\n\n{}", report.text);
    }
    if (arguments.check || arguments.guard) && report.missed > 0 {
        bail!("goals that every round missed: {}", report.missed);
    }
    Ok(())
}

/// A number as people write it: 10,000.
fn grouped(number: u32) -> String {
    if number < 1000 {
        number.to_string()
    } else {
        format!("{},{:03}", grouped(number / 1000), number % 1000)
    }
}

/// The two sides and their files.
struct Race<'a> {
    arguments: &'a Arguments,
    runners: &'a [Runner; 2],
    templates: &'a [PathBuf; 2],
    folder: &'a Path,
}

impl Race<'_> {
    /// A fresh copy of the file of one side, for a run of this name. A large file is copied for each round only: the
    /// calls that one visit left open would be the first rows of the next.
    fn file(&self, side: usize, name: &str, round: usize) -> Result<PathBuf> {
        if fs::metadata(self.templates[side].join("cases.db"))?.len() <= LARGE {
            return copy(&self.templates[side], &self.folder.join(name));
        }
        let folder = self.folder.join(format!("round-{round}-{side}"));
        if folder.is_dir() {
            return Ok(folder.join("cases.db"));
        }
        if let Some(before) =
            round.checked_sub(1).map(|before| self.folder.join(format!("round-{before}-{side}")))
            && before.is_dir()
        {
            fs::remove_dir_all(before)?;
        }
        copy(&self.templates[side], &folder)
    }

    /// One round of all that is wanted; what could not be measured here is told with its reason.
    fn round(
        &self,
        number: usize,
        wanted: impl Fn(Step) -> bool + Sync,
        reasons: &mut BTreeMap<Step, String>,
    ) -> Result<[Figures; 2]> {
        let mut figures: [Figures; 2] = Default::default();
        let order = if number.is_multiple_of(2) { [0, 1] } else { [1, 0] };
        let names = ["run-0", "run-1"];
        let files = [self.file(0, names[0], number)?, self.file(1, names[1], number)?];
        let mut sides: Vec<_> = self.runners.iter().zip(&files).zip(&mut figures).collect();
        if order[0] == 1 {
            sides.reverse();
        }
        let first = number * (1 + VISITS.len());
        let sides = sides.into_iter().map(|((runner, file), figures)| (runner, file.as_path(), figures));
        steps::run_by_turns(sides, first, &wanted)?;
        // The guard asks nothing of the start and the end.
        let short = !self.arguments.guard && (wanted(Step::Start) || wanted(Step::Quit));
        for (turn, &visit) in (1..).zip(&VISITS).filter(|_| short) {
            for side in if turn % 2 == 0 { order } else { [order[1], order[0]] } {
                let file = self.file(side, names[side], number)?;
                let runner = &self.runners[side];
                steps::run(runner, &file, (visit, first + turn), &wanted, None, &mut figures[side])
                    .with_context(|| runner.label.clone())?;
            }
        }
        let [base, other] = &mut figures;
        if wanted(Step::Commit) {
            let files = [self.file(0, "commit-0", number)?, self.file(1, "commit-1", number)?];
            let side = |side: usize, figures| commit::Side {
                is_floor: self.runners[side].program.name == FLOOR.name,
                file: &files[side],
                figures,
            };
            let sides = [side(0, &mut *base), side(1, &mut *other)];
            commit::measure(sides, self.arguments.saves).context("a field's commit")?;
        }
        if wanted(Step::Quit) {
            commit::syncs(self.folder, other)?;
            base.take_off_one_sync(0.0);
            let sync = table::middle(std::slice::from_ref(other), Figure::Sync).unwrap_or_default();
            other.take_off_one_sync(if self.arguments.only_floor { 0.0 } else { sync });
        }
        // The steps with a library or a third program. What it cannot do here is no fault of the two.
        let ours = &self.runners[1];
        if wanted(Step::SlowCommit) && !reasons.contains_key(&Step::SlowCommit) {
            let measured = match slow::reason() {
                Some(reason) => Err(anyhow!(reason)),
                None => slow::saving(
                    [&self.file(0, "slow-0", number)?, &self.file(1, "slow-1", number)?],
                    self.arguments.saves,
                    [&mut *base, &mut *other],
                ),
            };
            told(Step::SlowCommit, measured, reasons);
        }
        if wanted(Step::SlowDisk) && !reasons.contains_key(&Step::SlowDisk) {
            let measured = if let Some(reason) = slow::reason() {
                Err(anyhow!(reason))
            } else {
                // Both are open at once: each has a file of its own, however large.
                let fresh = |name| copy(&self.templates[1], &self.folder.join(name));
                let files = [&fresh("slow-0")?, &fresh("slow-1")?];
                slow::measure(ours, files.map(PathBuf::as_path), number, [&mut *base, &mut *other])
            };
            told(Step::SlowDisk, measured, reasons);
        }
        if wanted(Step::Calcurse) && !reasons.contains_key(&Step::Calcurse) {
            let measured = match peer::reason() {
                Some(reason) => Err(anyhow!(reason)),
                None => peer::measure(ours, &self.file(1, "peer", number)?, number, [base, other]),
            };
            told(Step::Calcurse, measured, reasons);
        }
        Ok(figures)
    }
}

/// Keeps the first line of why a step was not measured.
fn told(step: Step, measured: Result<()>, reasons: &mut BTreeMap<Step, String>) {
    if let Err(error) = measured {
        eprintln!("not measured: {error:#}");
        let error = format!("{error:#}");
        reasons.insert(step, error.lines().next().unwrap_or_default().to_owned());
    }
}

/// Our program, as it is shipped, for a file of this size.
fn ours(label: &str, cases: u32) -> Runner {
    let executable = PathBuf::from(env!("CARGO_BIN_EXE_mediation-line"));
    Runner { label: label.to_owned(), program: &OURS, executable, cases }
}

/// The two sides, both built as they are shipped.
fn runners(arguments: &Arguments) -> Result<[Runner; 2]> {
    let runner = |label: &str, program: &'static Program, executable: &Path, cases| Runner {
        label: label.to_owned(),
        program,
        executable: executable.to_owned(),
        cases,
    };
    let cases = arguments.cases;
    if arguments.grow {
        return Ok([ours("1000 cases", 1000), ours(&format!("{cases} cases"), cases)]);
    }
    // Built as ours was: both for people, or both for the tests.
    let profile = if cfg!(debug_assertions) { "dev" } else { "release" };
    let built = Command::new(env!("CARGO"))
        .args(["build", "--profile", profile, "--quiet", "--example", "floor"])
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .status()
        .context("build the floor")?;
    ensure!(built.success(), "the floor was not built");
    let mine = ours("ours", cases);
    let floor = mine
        .executable
        .parent()
        .map(|folder| folder.join("examples").join(format!("floor{}", std::env::consts::EXE_SUFFIX)))
        .filter(|path| path.is_file())
        .context("the floor is not beside our program: run the bench without --target and --profile")?;
    let base = runner("floor", &FLOOR, &floor, cases);
    Ok(if arguments.only_floor { [base, runner("floor again", &FLOOR, &floor, cases)] } else { [base, mine] })
}

/// Makes the file of one side in a folder of its own, unless it is there.
fn make(runner: &Runner, folder: &Path) -> Result<()> {
    fs::create_dir_all(folder)?;
    let file = folder.join("cases.db");
    if file.is_file() {
        return Ok(());
    }
    let arguments = runner.arguments(runner.program.make, &file, 0);
    let made = Command::new(&runner.executable)
        .args(&arguments)
        .env("HOME", folder)
        .output()
        .with_context(|| format!("start {}", runner.executable.display()))?;
    if !made.status.success() || !file.is_file() {
        let said = String::from_utf8_lossy(&made.stderr);
        bail!(
            "`{} {}` made no file ({}): {}",
            runner.program.name,
            arguments.join(" "),
            made.status,
            said.lines().next().unwrap_or("it said nothing")
        );
    }
    Ok(())
}

/// A file larger than this is not copied for each visit.
const LARGE: u64 = 256 << 20;

/// Copies a made file and what lies beside it, so that every run begins with the same. The copy is synced:
/// the first save of the run must not wait for it.
fn copy(template: &Path, folder: &Path) -> Result<PathBuf> {
    if folder.exists() {
        fs::remove_dir_all(folder)?;
    }
    fs::create_dir_all(folder)?;
    for entry in fs::read_dir(template)? {
        let from = entry?.path();
        if let (true, Some(name)) = (from.is_file(), from.file_name()) {
            let to = folder.join(name);
            fs::copy(&from, &to)?;
            File::options().write(true).open(&to)?.sync_all()?;
        }
    }
    Ok(folder.join("cases.db"))
}
