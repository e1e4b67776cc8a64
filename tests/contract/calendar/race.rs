//! Eight desks want one slot at the same instant: real processes on one file.
//!
//! The test starts its own binary eight times, with the test below as the only one to run; each opens the file
//! and waits for a line on its input before each round. Every round has one winner, and everybody else is told who it was.

use std::io::{BufRead, BufReader, Write as _};
use std::path::Path;
use std::process::{Child, Command, Stdio};

use mediation_line::store::sqlite::Sqlite;
use mediation_line::store::{Signed, Store};

use super::*;

const DESKS: usize = 8;
const ROUNDS: usize = 50;
const FILE: &str = "MEDIATION_LINE_RACE_FILE";
const DESK: &str = "MEDIATION_LINE_RACE_DESK";
const WITH: &str = "MEDIATION_LINE_RACE_MEDIATOR";

/// The slot of a round: two on each working day, from 7 December on.
fn slot_of(round: usize) -> Slot {
    let days = mediation_line::domain::working_days::WorkingDays::england();
    let day = days.add(day("2026-12-07"), round as i32 / 2);
    Slot { day, start: 36 + 16 * (round as i64 % 2), length: 12 }
}

/// One desk: only when the test above started it.
#[test]
fn one_desk_of_the_race() {
    let Ok(file) = std::env::var(FILE) else { return };
    let desk: usize = std::env::var(DESK).unwrap().parse().unwrap();
    let with: i64 = std::env::var(WITH).unwrap().parse().unwrap();
    let path = Path::new(&file);
    let mut store = Store::new(Box::new(Sqlite::open(path).unwrap()));
    let mut out = std::io::stdout();
    let mut lines = std::io::stdin().lock().lines();
    writeln!(out, "|desk| ready").unwrap();
    for round in 0..ROUNDS {
        // The word to go comes to all desks at once, and is the case to hold a date for.
        let case: i64 = lines.next().unwrap().unwrap().parse().unwrap();
        let id = 500_000_000 + (desk * ROUNDS + round) as i64 * 32;
        let signed = Signed {
            at: super::super::office::NOW + round as i64,
            today: day("2026-11-24"),
            quarter: 60,
            staff: format!("Desk{desk}"),
            id,
        };
        let write = CalendarWrite::Hold {
            booking: id + 16,
            case,
            mediator: Some(with),
            slot: slot_of(round),
            format: Format::Online,
        };
        let said = match store.calendar_write(&write, &signed) {
            Ok(booking) => format!("won {}", booking.staff),
            Err(NotDone::Refused(refusal)) => format!("refused {refusal}"),
            Err(other) => format!("failed {other}"),
        };
        writeln!(out, "|desk| {said}").unwrap();
    }
}

struct Desk {
    child: Child,
    said: std::io::Lines<BufReader<std::process::ChildStdout>>,
}

impl Desk {
    /// The next line that is the desk's own; the test binary prints others.
    fn says(&mut self) -> String {
        loop {
            let line = self.said.next().expect("the desk ended").unwrap();
            if let Some(at) = line.find("|desk| ") {
                return line[at + 7..].to_owned();
            }
        }
    }
}

#[test]
fn eight_processes_want_one_slot_and_one_gets_it_fifty_times() {
    let mut office = Office::in_file();
    let ruth = mediator(&mut office, "Ruth Adeyemi");
    let mut cases: Vec<i64> = (0..DESKS).map(|_| office.a_case().case).collect();
    let mut won = [0; DESKS];
    let name = "contract::calendar::race::one_desk_of_the_race";
    let mut desks: Vec<Desk> = (0..DESKS)
        .map(|desk| {
            let mut child = Command::new(std::env::current_exe().unwrap())
                .args(["--exact", name, "--nocapture", "--test-threads=1"])
                .env(FILE, office.path())
                .env(DESK, desk.to_string())
                .env(WITH, ruth.to_string())
                .stdin(Stdio::piped())
                .stdout(Stdio::piped())
                .stderr(Stdio::null())
                .spawn()
                .unwrap();
            let said = BufReader::new(child.stdout.take().unwrap()).lines();
            Desk { child, said }
        })
        .collect();
    for desk in &mut desks {
        assert_eq!(desk.says(), "ready");
    }
    for round in 0..ROUNDS {
        for (desk, case) in desks.iter_mut().zip(&cases) {
            writeln!(desk.child.stdin.as_mut().unwrap(), "{case}").unwrap();
        }
        let said: Vec<String> = desks.iter_mut().map(Desk::says).collect();
        let winners: Vec<&str> = said.iter().filter_map(|s| s.strip_prefix("won ")).collect();
        assert_eq!(winners.len(), 1, "round {round}: {said:?}");
        let told = format!("refused {} held that a moment ago. Nearest free: ", winners[0]);
        assert_eq!(
            said.iter().filter(|s| s.starts_with(&told)).count(),
            DESKS - 1,
            "round {round}: {said:?}"
        );
        // A case has three holds at most: the winner goes on with another.
        let winner = said.iter().position(|s| s.starts_with("won ")).unwrap();
        won[winner] += 1;
        if won[winner] % 3 == 0 {
            cases[winner] = office.a_case().case;
        }
    }
    for desk in &mut desks {
        assert!(desk.child.wait().unwrap().success());
    }
    assert_eq!(office.number("SELECT count(*) FROM bookings"), ROUNDS as i64);
    assert_eq!(office.number("SELECT count(*) FROM claims"), ROUNDS as i64 * 24);
}
