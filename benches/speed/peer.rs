//! The week key against calcurse, a calendar in the terminal that many know, where it is installed.
//!
//! It gets the same meetings as our file, on the same days and hours, in a folder of its own; nothing of the
//! person who runs the bench is read. Everything but turning a week on and back is absent: it is another program
//! for another purpose.

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use chrono::NaiveDate;
use rusqlite::{Connection, OpenFlags};

use crate::programs::Runner;
use crate::steps::{Figure, Figures, come_to_rest, there_and_back};
use crate::terminal::Terminal;

const CALCURSE: &str = "calcurse";
/// A key that turns to the next week, and one that turns back.
const WEEKS: [&str; 2] = ["w", "W"];

/// Where a program lies that a shell would start by this name.
pub fn on_path(name: &str) -> Option<PathBuf> {
    let folders = std::env::var_os("PATH")?;
    std::env::split_paths(&folders).map(|folder| folder.join(name)).find(|path| path.is_file())
}

/// Why this cannot be measured here.
pub fn reason() -> Option<&'static str> {
    on_path(CALCURSE).is_none().then_some("calcurse is not installed")
}

/// Turns weeks in calcurse and in ours, one right after the other.
pub fn measure(runner: &Runner, file: &Path, number: usize, sides: [&mut Figures; 2]) -> Result<()> {
    let [theirs, own] = sides;
    if number.is_multiple_of(2) {
        calcurse(file, theirs).context(CALCURSE)?;
        ours(runner, file, number, own)
    } else {
        ours(runner, file, number, own)?;
        calcurse(file, theirs).context(CALCURSE)
    }
}

fn ours(runner: &Runner, file: &Path, number: usize, figures: &mut Figures) -> Result<()> {
    let home = file.parent().context("a file lies in a folder")?;
    let program = runner.program;
    let mut terminal =
        Terminal::start(&runner.executable, &runner.arguments(program.open, file, number), home)?;
    terminal.wait_for(program.ready)?;
    come_to_rest(&mut terminal)?;
    terminal.prepare(program.to_list)?;
    terminal.prepare(program.to_pages)?;
    there_and_back(&mut terminal, program.pages, Figure::WeekTime, figures)?;
    terminal.quit(program.quit)?;
    Ok(())
}

fn calcurse(file: &Path, figures: &mut Figures) -> Result<()> {
    let home = file.parent().context("a file lies in a folder")?.join(CALCURSE);
    fs::create_dir_all(&home)?;
    fs::write(home.join("apts"), appointments(file)?)?;
    let executable = on_path(CALCURSE).context("it is gone")?;
    let folder = home.display().to_string();
    let arguments = ["-D".to_owned(), folder.clone(), "-C".to_owned(), folder];
    let mut terminal = Terminal::start(&executable, &arguments, &home)?;
    terminal.wait_for("Appointments")?;
    come_to_rest(&mut terminal)?;
    there_and_back(&mut terminal, WEEKS, Figure::WeekTime, figures)
}

/// Every meeting of the file in calcurse's own format.
fn appointments(file: &Path) -> Result<String> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let db = Connection::open_with_flags(file, flags)?;
    let mut read = db.prepare("SELECT day, start, length FROM bookings ORDER BY day, start, id")?;
    let mut rows = read.query([])?;
    let mut text = String::new();
    while let Some(row) = rows.next()? {
        let (day, start, length): (String, u32, u32) = (row.get(0)?, row.get(1)?, row.get(2)?);
        let day: NaiveDate = day.parse()?;
        let day = day.format("%m/%d/%Y");
        // Quarters of an hour of the day.
        let clock = |quarter: u32| format!("{:02}:{:02}", quarter / 4, quarter % 4 * 15);
        writeln!(text, "{day} @ {} -> {day} @ {} |Meeting", clock(start), clock(start + length))?;
    }
    Ok(text)
}
