//! A coordinator runs the caseload from Today: promises, snoozes, handovers, down the list with F9.

use mediation_line::protocol::effect::Place;

use super::desk::Desk;

const HOUR: i64 = 3_600_000;

/// A case of a mother who wants to meet, taken today, and Today in front.
fn one_case() -> Desk {
    let mut desk = Desk::new();
    desk.keys("F2 p Enter").text("Dawn Achebe").keys("Esc p").text("07700 900142").keys("Esc c");
    desk.text("Kelechi Achebe").keys("Esc m y Enter F9 F9");
    desk.at(Place::Today);
    desk.wait(18 * HOUR);
    desk.keys("F5");
    desk.at(Place::Today);
    desk
}

#[test]
fn a_promise_is_one_key_a_line_and_enter_and_is_kept_by_recording_the_call() {
    let mut desk = one_case();
    // The authority is asked by e-mail: the clock row goes, the promise is what is left of the day.
    desk.keys("F9 a e F9").shows("Nothing is waiting.");
    desk.at(Place::Desk);
    desk.keys("F3").text("M-0001").keys("Enter p").shows("Promise: I will ring  M-0001");
    desk.text("today before noon").shows("Wed 25 Nov before 12:00").keys("Enter");
    desk.shows("Promised: Wed 25 Nov before 12:00.");
    assert_eq!(desk.value("SELECT at_time FROM steps WHERE what = 'promise'"), "before 12:00");
    desk.keys("F5").shows("RING-BACKS").shows("Promised: ring family before 12:00");
    desk.at(Place::Today).shows("CHASE TODAY").shows("Promised: ring family before 12:00");
    // Noon passes: the row is a clock now.
    desk.wait(4 * HOUR);
    desk.keys("F5").at(Place::Today).shows("NOW").shows("Promised before 12:00, not rung yet");
    // The next day its row says of which day that noon was.
    desk.wait(24 * HOUR).at(Place::Today).shows("Promised Wed 25 Nov before 12:00, late");
    desk.keys("F9 l F9").hides("before 12:00");
    assert_eq!(desk.value("SELECT state FROM steps WHERE what = 'promise'"), "done");
    assert_eq!(desk.value("SELECT count(*) FROM history WHERE act = 'Promise kept late'"), "1");
}

#[test]
fn a_row_is_put_off_to_a_day_and_a_clock_only_to_later_today() {
    let mut desk = one_case();
    // Wednesday morning: the authority is not told yet, which is a clock.
    desk.shows("NOW").keys("s").shows("Put off until  M-0001").text("fri").shows("~ Clocks can be put off");
    desk.keys("Enter").shows("Clocks can be put off only to later today.");
    assert_eq!(desk.value("SELECT count(*) FROM snoozes"), "0");
    desk.keys("Ctrl+A").text("11").shows("11:00").keys("Enter").shows("Put off until 11:00.").hides("NOW");
    assert_eq!(desk.value("SELECT until FROM snoozes"), "2026-11-25T11:00");
    assert_eq!(desk.value("SELECT count(*) FROM history WHERE act = 'Put off'"), "1");
    // It comes back by itself; nobody presses a key.
    desk.wait(2 * HOUR).hides("NOW");
    desk.wait(HOUR).shows("NOW").shows("LA not told yet");
    // An empty line is two hours; Esc keeps what was typed.
    desk.keys("s").text("4").keys("Esc s").shows("16:00");
    desk.keys("Backspace Enter").shows("Put off until 13:");
    // A chase goes to another day, and the case says until when and by whom.
    let mut desk = one_case();
    desk.keys("F9 a F9").wait(24 * HOUR);
    desk.at(Place::Today).shows("CHASE TODAY").keys("s").text("+2").keys("Enter");
    desk.shows("Put off until Mon 30 Nov.").hides("CHASE TODAY");
    desk.keys("F3").text("M-0001").keys("Enter").shows("put off until Mon 30 Nov (Priya Nair)");
    desk.wait(4 * 24 * HOUR);
    desk.at(Place::Today).shows("CHASE TODAY").shows("LA asked Wed 25 Nov, no answer");
}

#[test]
fn a_row_put_off_past_the_end_of_a_clock_says_so_and_is_kept() {
    let mut desk = one_case();
    desk.keys("F9 a F9").wait(24 * HOUR);
    desk.at(Place::Today).shows("CHASE TODAY").keys("s").text("4 jan").keys("Enter");
    desk.shows("Put off until Mon 4 Jan. The 30 days end before: Fri 25 Dec.").hides("CHASE TODAY");
    assert_eq!(desk.value("SELECT until FROM snoozes"), "2027-01-04");
    // The clock comes by itself.
    desk.wait(25 * 24 * HOUR).at(Place::Today);
    desk.shows("NOW").shows("30 days end Fri 25 Dec");
}

#[test]
fn an_enquiry_and_a_call_are_put_off_too() {
    let mut desk = Desk::new();
    desk.keys("F2 s Enter").text("Anita Roy").keys("Enter n F9 F9");
    desk.at(Place::Today);
    desk.wait(24 * HOUR);
    desk.at(Place::Today)
        .shows("WAITING FOR CONSENT")
        .keys("s")
        .text("+3")
        .keys("Enter")
        .shows("Put off until");
    assert_eq!(desk.value("SELECT next_day FROM enquiries"), "2026-11-30");
    desk.hides("WAITING FOR CONSENT");
    desk.keys("F2 p Enter").text("Leanne Marsh").keys("F5");
    desk.at(Place::Today).keys("s").text("when she rings").keys("Enter").shows("fri, +3, 2 dec, 4, after");
    desk.text("fri after lunch")
        .shows("Fri 27 Nov 13:30")
        .keys("Ctrl+A")
        .text("4")
        .keys("Enter")
        .shows("Ring back 16:00.")
        .shows("Ring back Wed 25 Nov 16:00");
    assert_eq!(desk.value("SELECT ring_back_time FROM calls WHERE state <> 'finished'"), "16:00");
    // A line of calls that are only counted waits for nothing.
    desk.keys("End s").shows("waits for nothing");
}

#[test]
fn a_day_is_handed_to_a_colleague_who_accepts_it_line_by_line() {
    let mut desk = one_case();
    desk.sit_down("Tom Baker", Place::Today).keys("s").text("9").keys("Enter");
    desk.wait(2 * HOUR);
    desk.sit_down("Priya Nair", Place::Today).shows("M-0001").keys("g").shows("Tom Baker");
    desk.text("to").shows("Tom Baker").keys("Down a Enter").shows("Handed to Tom Baker. It stays here");
    desk.shows("NOW");
    assert_eq!(desk.value("SELECT state || to_staff FROM handovers"), "offeredTom Baker");
    desk.keys("m").shows("HANDED ON BY YOU").shows("Tom has not accepted it yet");
    desk.sit_down("Tom Baker", Place::Today).shows("HANDED TO YOU").shows("from Priya").shows("NOW");
    desk.keys("F9").shows("M-0001 is yours.").hides("HANDED TO YOU");
    assert_eq!(desk.value("SELECT keeper FROM cases"), "Tom Baker");
    assert_eq!(desk.value("SELECT state FROM handovers"), "accepted");
    assert_eq!(
        desk.value("SELECT group_concat(act, '; ') FROM history WHERE act LIKE 'Hand%'"),
        "Handed to a colleague, not accepted yet; Handover accepted"
    );
    // What Tom keeps is not among the rows that Priya hands on.
    desk.sit_down("Priya Nair", Place::Today).keys("g").text("to").keys("Down a Enter");
    desk.shows("No row of today is yours to hand over.");
    // One row, declined: it stays where it was.
    desk.keys("Esc").sit_down("Tom Baker", Place::Today).keys("g").text("priya").keys("Enter");
    desk.sit_down("Priya Nair", Place::Today)
        .keys("-")
        .shows("Not accepted")
        .text("on leave too")
        .keys("Enter");
    desk.hides("HANDED TO YOU").shows("NOW");
    assert_eq!(desk.value("SELECT keeper FROM cases"), "Tom Baker");
    assert_eq!(desk.value("SELECT state FROM handovers ORDER BY id DESC"), "declined");
}

#[test]
fn my_desk_lists_what_this_person_promised() {
    let mut desk = one_case();
    desk.keys("p").text("11").keys("Enter");
    desk.sit_down("Tom Baker", Place::Desk).hides("Promised");
    desk.sit_down("Priya Nair", Place::Desk).shows("Promised: ring LA at 11:00");
    // A colleague promises a ring about the same case on the same day: each has their own.
    desk.sit_down("Tom Baker", Place::Today).keys("p").text("14").keys("Enter");
    desk.sit_down("Tom Baker", Place::Desk).shows("Promised: ring LA at 14:00").hides("at 11:00");
    desk.sit_down("Priya Nair", Place::Desk).shows("Promised: ring LA at 11:00").hides("at 14:00");
}

#[test]
fn three_chases_bring_the_coordinator_and_both_sides_are_counted() {
    let mut desk = one_case();
    // Asked by telephone once, which tells them too; then three messages are left.
    for (answer, days) in [("a", 1), ("l", 1), ("l", 3), ("l", 1)] {
        desk.at(Place::Today).keys(&format!("F9 {answer} F9")).wait(days * 24 * HOUR);
    }
    desk.at(Place::Today).shows("LA: 3 chases, last Mon 30 Nov").shows("Look").keys("F9");
    desk.shows("3 chases without an answer")
        .hides("close it")
        .shows("Its duty to take part stands")
        .shows("Attempts: family 1, LA 4");
}

#[test]
fn down_the_list_with_f9_each_step_returns_to_the_list() {
    let mut desk = Desk::practice(Place::Today);
    let events = |desk: &Desk| desk.value("SELECT count(*) FROM history").parse::<i64>().unwrap();
    let before = events(&desk);
    for (row, keys) in
        [("M-0405", "F9 l F9"), ("M-0411", "F9 F9"), ("M-0412", "F9 l F9"), ("M-0409", "F9 a F9")]
    {
        desk.choose(row).keys(keys).shows("TODAY  Tuesday 24 November 2026");
    }
    assert!(events(&desk) >= before + 4, "four steps, four events at the least");
    // A page opened by mistake costs Esc and Backspace.
    desk.keys("F9 Esc Backspace").shows("TODAY  Tuesday 24 November 2026");
}

#[test]
fn a_narrow_today_names_the_step_of_the_chosen_row() {
    let mut desk = Desk::practice(Place::Today);
    desk.choose("M-0371");
    let screen = desk.draw(60, 20).0;
    assert!(screen.contains("F9: Ring LA. Enter opens."), "{screen}");
    assert!(screen.contains(">!! M-0371 Jonah P.   30 days 19 Nov; asked, chase 20 Nov"), "{screen}");
    assert!(screen.contains("TODAY  Tue 24 Nov   1 call not finished"), "{screen}");
    desk.choose("M-0398");
    assert!(desk.draw(60, 20).0.contains("F9: Certificate."));
    // A wider window names it on the right, as before.
    desk.shows("F9 does the step named on the right.").hides("F9: ");
    let screen = desk.draw(70, 24).0;
    assert!(!screen.contains("F9: ") && screen.contains("Certificate\n"), "{screen}");
}

#[test]
fn cases_without_a_childs_name_are_told_apart_on_the_lists() {
    let mut desk = Desk::new();
    desk.keys("F2 p Enter").text("Sandra Okafor").keys("Enter").text("01632 960512").keys("Enter F9 F9");
    desk.keys("F2 p Enter").text("Mrs Obi").keys("Enter F9 F9");
    desk.keys("F2 p Enter Alt+L").text("Kent").keys("Enter F9 F9");
    desk.keys("F2 p Enter F4").text("nothing said yet").keys("F9 F9");
    desk.at(Place::Desk);
    println!("{}", desk.screen());
    desk.shows("M-0001 (Sandra)").shows("M-0002 (Mrs Obi)").shows("M-0003 (Kent)").shows("M-0004 (24 Nov)");
    desk.morning("2026-11-25T09:05").at(Place::Today);
    println!("{}", desk.screen());
    desk.shows("M-0001 (Sandra)").shows("M-0002 (Mrs Obi)").shows("M-0004 (24 Nov)");
    // Once the child's name is known it stands there; without consent there is none.
    desk.keys("F3").text("m1").keys("Enter c p Enter Alt+C").text("Tobi Okafor").keys("Enter F9 F9");
    desk.at(Place::Today).shows("M-0001 Tobi O.");
    desk.keys("F3").text("m2").keys("Enter Right w w").shows("Withdrawn.").at(Place::Today);
    desk.shows("M-0002").hides("Obi").hides("(24 Nov)  Consent");
}

#[test]
fn a_row_is_put_off_in_the_words_of_a_promise_and_a_closed_day_says_so() {
    let mut desk = one_case();
    desk.keys("F9 a F9").wait(24 * HOUR);
    desk.at(Place::Today).keys("s").text("sunday").shows("Mon 30 Nov Closed Sun 29 Nov.").keys("Enter");
    desk.shows("Put off until Mon 30 Nov. Closed Sun 29 Nov.").hides("CHASE TODAY");
    assert_eq!(desk.value("SELECT until FROM snoozes"), "2026-11-30");
    let mut desk = one_case();
    desk.keys("F9 a F9").wait(24 * HOUR);
    desk.at(Place::Today).keys("s").text("tomorow pm").shows("Fri 27 Nov 12:00").keys("Enter");
    assert_eq!(desk.value("SELECT until FROM snoozes"), "2026-11-27T12:00");
    desk.hides("CHASE TODAY").wait(24 * HOUR - 6 * 60_000).at(Place::Today).hides("CHASE TODAY");
    desk.wait(4 * HOUR).at(Place::Today).shows("CHASE TODAY");
}

#[test]
fn a_number_of_five_digits_stands_whole_wherever_it_is_listed() {
    let mut desk = Desk::new();
    desk.file().execute("UPDATE counters SET last = 12344 WHERE kind = 'M'", []).unwrap();
    desk.keys("F2 p Enter").text("Dawn Achebe").keys("Esc p").text("07700 900142").keys("Esc c");
    desk.text("Kelechi Achebe").keys("Esc m y Enter F9 F9");
    desk.at(Place::Desk).shows(" M-12345 Kelechi");
    desk.wait(18 * HOUR);
    desk.keys("F5").at(Place::Today).shows(" M-12345 Kelechi");
    desk.keys("F3").text("achebe").shows(" M-12345  Kelechi").shows("      M-12345");
}
