//! A caseload of 300 over a quarter, taken by keys and worked by keys through Today alone, until it is empty.
//!
//! A made-up coordinator looks at the first row of Today, presses F9, and does what the page in front asks for;
//! what the parties say is drawn by dice. The calls come in over thirty working days. Every evening no open
//! case is without a next step, and at the end every clock was met or its miss is written down.

mod coordinator;

use chrono::{Datelike, NaiveDate};
use mediation_line::domain::working_days::WorkingDays;

use self::coordinator::Coordinator;

/// Calls on each of the first days.
const A_DAY: usize = 10;
const CASES: usize = 300;
/// Nobody works the list on these days: clocks run out meanwhile.
const AWAY: [[&str; 2]; 2] = [["2026-12-07", "2026-12-11"], ["2026-12-21", "2027-01-01"]];

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

#[test]
fn three_hundred_cases_are_worked_through_today_until_it_is_empty() {
    let working = WorkingDays::england();
    let mut office = Coordinator::new();
    let mut today = day("2026-11-25");
    let last = day("2027-02-26");
    let mut taken = 0;
    loop {
        office.begin(today);
        let away = AWAY.iter().any(|[from, to]| (day(from)..=day(to)).contains(&today));
        for _ in 0..A_DAY.min(CASES - taken) {
            office.take_a_call(taken);
            taken += 1;
        }
        if !away {
            office.work_through_today();
        }
        office.nothing_is_left_behind();
        if taken == CASES && office.is_done() {
            break;
        }
        today = working.add(today, 1);
        assert!(today <= last, "a quarter is over and cases are open:\n{}", office.state());
    }
    println!("worked until {today}, week {}: {}", today.iso_week().week(), office.account());
    office.every_clock_was_met_or_its_miss_is_written();
}
