//! Days that clocks make hard: a night with an hour twice, a computer clock that is set back, 200 calls in a day.

use mediation_line::runtime::clock::local_of;

use super::desk::{Desk, local};

#[test]
fn in_the_night_of_the_doubled_hour_minutes_go_on_and_the_order_stays() {
    let mut desk = Desk::new();
    // Sunday 31 October 2027, 01:58 in summer time; two minutes later it is 01:00 again.
    desk.morning("2027-10-31T00:58");
    desk.shows("01:58");
    desk.keys("F2 p Enter").text("Dawn Achebe");
    desk.wait(5 * 60_000);
    desk.shows("01:03").shows("5 min");
    desk.keys("Esc c").text("Kelechi").keys("F9 F9").shows("Finished: M-0001");
    let order = "SELECT count(*) FROM history a JOIN history b ON b.seq = a.seq + 1 WHERE b.at < a.at";
    assert_eq!(desk.value(order), "0");
    desk.keys("F3").text("kelechi").keys("Enter Right Right Right Right").shows("01:58").shows("01:03");
}

#[test]
fn a_line_of_july_keeps_its_own_hour_in_november() {
    assert_eq!(local_of(1_784_109_600_000).to_string(), "2026-07-15 11:00:00");
    assert_eq!(local_of(1_794_736_800_000).to_string(), "2026-11-15 10:00:00");
    assert_eq!(local(1_784_109_600_000), local_of(1_784_109_600_000));
}

#[test]
fn a_clock_that_is_set_back_is_told_of_and_nothing_waits_for_it() {
    let mut desk = Desk::new();
    desk.keys("F2 p Enter").text("Dawn Ach");
    desk.set_the_clock_back(3_600_000);
    desk.text("e").shows("The clock went backwards by 1 hour. Times are kept in order.");
    desk.text("be").wait(2_000);
    assert_eq!(desk.value("SELECT typed FROM caller_details WHERE field = 'name'"), "Dawn Achebe");
    desk.keys("F9 F9").shows("Finished: M-0001");
    let seqs = "SELECT count(*) = max(seq) FROM history";
    assert_eq!(desk.value(seqs), "1", "one line after the other, whatever the clock says");
}

#[test]
fn scratch_goes_after_its_quarter_of_an_hour_though_the_clock_was_set_back() {
    let mut desk = Desk::new();
    desk.keys("F2 s Enter").text("Martin Oyelaran").keys("F4").text("Zorblatt Quill");
    desk.set_the_clock_back(3_600_000).wait(1_000).tick().shows("The clock went backwards by 1 hour.");
    desk.wait(14 * 60_000).tick().shows("Zorblatt");
    desk.wait(60_000).tick().hides("Zorblatt").shows("15 minutes without a key: scratch is gone.");
}

#[test]
fn a_clock_behind_the_file_is_told_of_at_the_start() {
    let mut desk = Desk::new();
    desk.keys("F2 p Enter").text("Dawn").keys("F9 F9");
    desk.set_the_clock_back(3 * 86_400_000).morning("2026-11-22T09:00");
    desk.shows("The clock went backwards by 2 days. Times are kept in order.");
}

#[test]
fn a_day_of_two_hundred_calls_is_counted_listed_and_found() {
    let mut desk = Desk::new();
    for call in 0..200 {
        let name = format!("Caller {}", ["Adeyemi", "Brook", "Costa", "Doyle"][call % 4]);
        let number = format!("07700 900{call:03}");
        desk.keys("F2 p Enter").text(&name).keys("Enter").text(&number).keys("F9 F9");
    }
    assert_eq!(desk.value("SELECT count(*) FROM calls WHERE state = 'finished'"), "200");
    assert_eq!(desk.value("SELECT max(number) FROM cases"), "200");
    let without =
        "SELECT count(*) FROM cases c WHERE NOT EXISTS (SELECT 1 FROM attention a WHERE a.case_id = c.id)";
    assert_eq!(desk.value(without), "0");
    desk.keys("F5").shows("M-0200");
    desk.keys("v").shows("TODAY");
    desk.keys("F3").text("900137").shows("07700 900137").shows("M-0138");
}
