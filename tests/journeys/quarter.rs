//! A caseload of 300 over a quarter, taken by keys and worked by keys through Today alone, until it is empty.
//!
//! A made-up coordinator looks at the first row of Today, presses F9, and does what the page in front asks for;
//! what the parties say is drawn by dice, and now and then somebody who was rung asks for another time of a meeting.
//! The calls come in over twenty-five working days, one in six from a school that has the parents' permission. After
//! every key no open case is without a next step, every worked day ends with nothing left on Today, and at the end
//! every clock of every case was met or its miss is written down.

mod callers;
mod coordinator;
mod reckoning;

use chrono::NaiveDate;
use mediation_line::domain::working_days::WorkingDays;

use self::coordinator::Coordinator;

/// Calls on each of the first days.
const A_DAY: usize = 12;
const CASES: usize = 300;
/// The calls are taken on these days and nobody works the list: clocks run out meanwhile.
const NOBODY_WORKS: [&str; 2] = ["2026-12-07", "2026-12-11"];
/// On these days nobody opens the program at all.
const CLOSED: [&str; 2] = ["2026-12-23", "2027-01-01"];
/// Where the dice begin; another beginning is tried with the variable `DICE` of the environment.
const SEED: u64 = 7;

fn dice() -> u64 {
    std::env::var("DICE").map_or(SEED, |dice| dice.parse().unwrap())
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn among(days: [&str; 2], today: NaiveDate) -> bool {
    (day(days[0])..=day(days[1])).contains(&today)
}

#[test]
fn three_hundred_cases_are_worked_through_today_until_it_is_empty() {
    let working = WorkingDays::england();
    let mut office = Coordinator::new(dice());
    let mut today = day("2026-11-25");
    let last = day("2027-03-12");
    let mut taken = 0;
    loop {
        let tomorrow = working.add(today, 1);
        office.nobody_comes_tomorrow = among(NOBODY_WORKS, tomorrow) || among(CLOSED, tomorrow);
        if !among(CLOSED, today) {
            office.begin(today);
            for _ in 0..A_DAY.min(CASES - taken) {
                office.take_a_call(taken);
                taken += 1;
            }
            if !among(NOBODY_WORKS, today) {
                office.work_through_today();
            }
            if taken == CASES && office.is_done() {
                break;
            }
        }
        today = tomorrow;
        assert!(today <= last, "a quarter is over and cases are open:\n{}", office.state());
    }
    office.every_clock_was_met_or_its_miss_is_written(CASES);
}
