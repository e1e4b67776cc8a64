//! The program `mediation-line`.

use std::process::ExitCode;

use clap::Parser;
use mediation_line::cli::{self, Arguments, Moment};
use mediation_line::runtime::clock;

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
        None => {
            eprintln!("The desk does not open yet. The commands are listed by: mediation-line --help");
            ExitCode::from(cli::FAULT)
        }
    }
}
