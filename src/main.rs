//! The program `mediation-line`.

use std::process::ExitCode;

use clap::Parser;
use mediation_line::cli::{self, Arguments, Moment};
use mediation_line::runtime::clock;
use mediation_line::runtime::desk::{self, Opened};

fn main() -> ExitCode {
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

/// Opens the desk in this terminal.
fn desk(arguments: &Arguments) -> ExitCode {
    let Some(path) = cli::place(arguments) else {
        eprintln!("Which file? Name it with --database FILE.");
        return ExitCode::from(cli::USAGE);
    };
    match Opened::at(&path, arguments.staff.as_deref()).and_then(desk::run) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::from(cli::FAULT)
        }
    }
}
