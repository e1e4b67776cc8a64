//! The race: our program against the floor, side by side in two pseudo-terminals.
//!
//! `cargo bench --bench speed` makes a file for each, lets them run in turns (A B, B A, ...), presses the
//! same keys, and prints what each step cost and the ratio of the two. On a shared machine only the ratio
//! means anything; `benches/floor` says what the floor is. The measuring needs a pseudo-terminal; figures
//! of processor, memory and wake-ups need Linux.
//!
//! To change a key, see `programs`; what is measured and when is in `steps`; the goals are in `table`.

mod commit;
mod growth;
mod programs;
mod steps;
mod table;
mod terminal;
mod usage;

use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};

use anyhow::{Context, Result, bail, ensure};
use clap::Parser;

use programs::{FLOOR, OURS, Program, Runner};
use steps::{Figures, Step};

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
    /// Given by `cargo bench`
    #[arg(long, hide = true)]
    bench: bool,
}

/// A start and an end come once a run, so each round has some more of them: one alone says little.
const SHORT_VISITS: usize = 4;

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
    let wanted = |step| match (arguments.guard, arguments.only.as_slice()) {
        (true, _) => [Step::Cursor, Step::Typing, Step::Burst].contains(&step),
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

    let mut rounds: [Vec<Figures>; 2] = Default::default();
    for number in 0..=arguments.rounds {
        eprintln!("round {number} of {}{}", arguments.rounds, if number == 0 { ", to warm up" } else { "" });
        let mut figures: [Figures; 2] = Default::default();
        let order = if number % 2 == 0 { [0, 1] } else { [1, 0] };
        // The guard asks nothing of the start and the end.
        let short_visits = if arguments.guard { 0 } else { SHORT_VISITS };
        for visit in 0..=short_visits {
            for side in if visit % 2 == 0 { order } else { [order[1], order[0]] } {
                let runner = &runners[side];
                let file = copy(&templates[side], &folder.path().join("run"))?;
                // The long visit comes first; the short ones only start and quit.
                let wanted = |step| visit == 0 && wanted(step);
                steps::run(runner, &file, number * (SHORT_VISITS + 1) + visit, wanted, &mut figures[side])
                    .with_context(|| runner.label.clone())?;
            }
        }
        if wanted(Step::Commit) {
            let files = [
                copy(&templates[0], &folder.path().join("commit-0"))?,
                copy(&templates[1], &folder.path().join("commit-1"))?,
            ];
            let [base, other] = &mut figures;
            let side = |number: usize, figures| commit::Side {
                is_floor: runners[number].program.name == FLOOR.name,
                file: &files[number],
                figures,
            };
            commit::measure([side(0, base), side(1, other)]).context("a field's commit")?;
        }
        if number > 0 {
            for (all, one) in rounds.iter_mut().zip(figures) {
                all.push(one);
            }
        }
    }

    let names = [runners[0].label.as_str(), runners[1].label.as_str()];
    let kind = table::Kind { grow: arguments.grow, guard: arguments.guard, markdown: arguments.markdown };
    let report = table::report(names, [&rounds[0], &rounds[1]], wanted, kind);
    println!(
        "{} cases, {} rounds in turns, 120x40; the ratio is {} to {}\n",
        arguments.cases, arguments.rounds, names[1], names[0]
    );
    print!("{}", report.text);
    if (arguments.check || arguments.guard) && report.missed > 0 {
        bail!("goals that every round missed: {}", report.missed);
    }
    Ok(())
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

/// A file larger than this is not copied for each run: a few calls more make no difference to it.
const LARGE: u64 = 256 << 20;

/// Copies a made file and what lies beside it, so that every run begins with the same. The copy is synced:
/// the first save of the run must not wait for it.
fn copy(template: &Path, folder: &Path) -> Result<PathBuf> {
    if fs::metadata(template.join("cases.db"))?.len() > LARGE {
        return Ok(template.join("cases.db"));
    }
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
