//! The program `mediation-line`.

use std::io::Write as _;
use std::process::ExitCode;

use anyhow::Context as _;
use clap::Parser;
use mediation_line::cli::{self, Arguments, Moment};
use mediation_line::runtime::clock;
use mediation_line::runtime::desk::{self, Start};
use mediation_line::runtime::private;

fn main() -> ExitCode {
    private::keep();
    let arguments = match Arguments::try_parse() {
        Ok(arguments) => arguments,
        Err(error) => {
            // Nobody is left to be told when the pipe is closed.
            let _ = error.print();
            return ExitCode::from(u8::try_from(error.exit_code()).unwrap_or(cli::USAGE));
        }
    };
    let now = clock::now();
    let moment = Moment { utc: now.utc, local: now.local, local_of: clock::local_of };
    match cli::run(&arguments, moment) {
        Some(code) => ExitCode::from(code),
        None => desk(&arguments),
    }
}

/// Opens the desk in this terminal. Where no file was named and none lies at the ordinary place, the first run
/// makes one.
fn desk(arguments: &Arguments) -> ExitCode {
    match start(arguments).and_then(desk::run) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            // Nobody is left to be told when the terminal is gone.
            let _ = writeln!(std::io::stderr(), "{error}");
            ExitCode::from(cli::FAULT)
        }
    }
}

fn start(arguments: &Arguments) -> anyhow::Result<Start> {
    let staff = arguments.staff.as_deref();
    let place = cli::place(arguments).context("Which file? Name it with --database FILE.")?;
    if arguments.practice {
        return Start::practice(&place, staff);
    }
    match cli::practice_place() {
        Some(practice) if !place.exists() && cli::ordinary_place().as_ref() == Some(&place) => {
            Ok(Start::FirstRun { real: place, practice })
        }
        _ => Start::file(&place, staff),
    }
}
