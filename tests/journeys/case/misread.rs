//! What a new coordinator read wrongly in the practice file: rows that went too early, keys that did too much,
//! words that were not true where they stood.

use mediation_line::protocol::effect::{CaseTab, Place};

use crate::contract::office::Office;
use crate::journeys::desk::Desk;
use crate::journeys::screen::drawn;

fn today() -> Desk {
    Desk::practice(Place::Today)
}

/// The practice file, at this case's Summary.
fn open(number: &str) -> Desk {
    let mut desk = Desk::practice(Place::Desk);
    desk.keys("F3").text(number).keys("Enter");
    desk
}

#[test]
fn an_appeals_last_days_stay_among_the_clocks_until_the_family_was_spoken_to_about_them() {
    let mut desk = today();
    desk.choose("M-0405").shows("Family's 2 months end Fri 27 Nov").keys("F9 F9 y F9");
    // The yes is no talk about the appeal: its day stands where the two months stood.
    desk.at(Place::Today).shows("M-0405 Amina S.   Appeal by Fri 27 Nov, uncertified          Ring family");
    desk.choose("M-0405")
        .keys("s")
        .text("mon")
        .keys("Enter")
        .shows("Clocks can be put off only to later today.");
    desk.keys("Esc").at(Place::Morning).shows("Appeal by Fri 27 Nov, uncertified");
    desk.at(Place::Today).choose("M-0405").keys("F9 F9 a Enter").text("knows the day").keys("F9");
    desk.at(Place::Today).hides("Appeal by").shows("M-0405 Amina S.   Check with parent");
}

#[test]
fn after_a_meeting_is_called_off_those_who_were_promised_a_word_come_before_a_look() {
    let mut desk = today();
    // Who put it in doubt stands there already, and in what words.
    desk.choose("M-0388").keys("F9 c").shows("the other side").shows("LA pulled out").keys("Enter Enter");
    desk.shows("Called off by the other side.");
    desk.at(Place::Today).shows("NOW - clocks").shows("Tell the family the meeting is off");
    desk.choose("M-0388").keys("F9 F9").shows("Done: Family told the meeting is off.");
    desk.at(Place::Today).shows("Tell the mediator the meeting is off");
    desk.choose("M-0388").keys("F9 F9").shows("Done: Mediator told the meeting is off.");
    // Told, it stands where the other case whose 30 days are over stands.
    desk.at(Place::Today).shows("M-0388 Ruby T.    30 days ran out Fri 20 Nov, no date yet    Look");
}

#[test]
fn on_dates_a_promise_is_done_on_its_own_row_and_the_next_is_chosen() {
    let mut desk = open("M-0411");
    desk.keys("Right Right Right").shows("[Dates]");
    // The meeting is chosen, and F9 goes to what was promised; there it is done.
    desk.shows("F9 To it").keys("F9").shows("F9 Done").hides("Done: ");
    desk.keys("F9").shows("Done: Other side told the date.").shows("F9 Done");
    let mut desk = open("M-0411");
    desk.keys("Right Right Right m 2 F9").shows("Move").hides("Space ticks");
    desk.keys("F9").hides("Done: ");
    desk.keys("F9").hides("Done: ");
}

#[test]
fn closing_for_a_family_that_withdrew_asks_about_the_certificate() {
    let mut desk = open("M-0412");
    desk.keys("x f Enter").text("no time").keys("F9").shows("Is a certificate wanted?");
    assert_eq!(desk.value("SELECT state FROM cases WHERE number = 412"), "open");
    desk.keys("y F9").shows("Not closed yet: the certificate is due Fri 27 Nov.");
    assert_eq!(
        desk.value(
            "SELECT state || ', ' || ground FROM certificates WHERE state = 'due'
        AND case_id = (SELECT id FROM cases WHERE number = 412)"
        ),
        "due, declined"
    );
    let mut desk = open("M-0412");
    desk.keys("x f Enter").text("no time").keys("Enter n F9").shows("Closed: family withdrew.");
    assert_eq!(desk.value("SELECT state FROM cases WHERE number = 412"), "closed");
}

#[test]
fn to_an_authority_nobody_says_that_taking_part_is_voluntary() {
    let mut desk = open("M-0371");
    desk.keys("Right Right").choose("LA ").shows("Who comes, and may they decide").hides("voluntary, free");
    for _ in 0..3 {
        desk.keys("l Enter").text("rung").keys("F9");
    }
    desk.hides("close it: no contact").keys("Up").shows("voluntary, free");
}

#[test]
fn what_was_said_is_true_where_it_stands() {
    let mut desk = today();
    desk.choose("M-0405").keys("F9 F9 y F9").shows("M-0405 is READY TO BOOK.").hides("F9 offers dates");
    let mut desk = today();
    desk.choose("M-0398").keys("F9 F9").shows("Certificate recorded as sent").keys("F5");
    let mut desk = open("M-0398");
    desk.keys("Right Right Right f F9 y a").shows("Recorded: agreed.").hides("The certificate is due");
}

#[test]
fn a_message_left_today_is_told_in_the_row_that_stays() {
    let mut desk = today();
    desk.choose("M-0371").keys("F9 l Enter").text("machine").keys("F9");
    desk.at(Place::Today).shows("M-0371 Jonah P.   30 days 19 Nov; message, chase 25 Nov");
}

#[test]
fn the_morning_page_tells_apart_what_has_not_begun_and_what_was_mended() {
    let mut desk = today();
    desk.morning("2026-11-25T09:05").at(Place::Morning);
    desk.shows("3 days ran out Tue 24 Nov, no certificate");
    desk.choose("Certificate was due").keys("F9 F9").at(Place::Morning).hides("RAN OUT UNMET");
    let mut desk = Desk::new();
    desk.keys("F2 p Enter").text("Dawn Achebe").keys("Esc p").text("07700 900142").keys("Esc c");
    desk.text("Kelechi Achebe").keys("Esc m y Enter F9 F9").at(Place::Morning);
    desk.shows("1 LA not told yet.").shows("LA NOT TOLD").hides("CLOCKS");
}

#[test]
fn the_clocks_of_summary_stand_apart_at_eighty_columns() {
    let mut desk = open("M-0371");
    desk.shows("ended 5 days ago    guide").shows("6 days left         guide");
}

#[test]
fn the_page_of_willingness_stands_at_whom_the_next_step_names() {
    let mut desk = Desk::practice(Place::Today);
    desk.choose("M-0371").keys("Enter").shows("Ring P. Garrity, Eastholt SEND service");
    desk.keys("Right Right l").shows("Eastholt SEND service: left message").keys("Esc");
    // Whom a person has chosen stays chosen, whatever page was looked at meanwhile.
    desk.keys("Up Right Left l").shows("Marek Pawlak: left message").keys("Esc");
    desk.keys("Left Left F9 l").shows("Eastholt SEND service: left message");
}

#[test]
fn a_line_of_history_says_what_was_written_while_it_stands_there() {
    let mut desk = Desk::new();
    desk.keys("F2 p Enter").text("Dawn Achebe").keys("Esc c").text("Kelechi Achebe").keys("Enter").text("8");
    desk.keys("Enter F9 F9 F3").text("m1").keys("Enter Left");
    desk.shows("Born written: 8").shows("Name written: Kelechi Achebe");
    // Changed elsewhere since: the line of the change says what was there, and this one no more than it knows.
    desk.keys("Right e").choose("Born").keys("Ctrl+A").text("9").keys("F9 Left");
    desk.shows("Details changed: Born was: 8.").hides("Born written: 9");
    // It is the family's: locked and gone with the rest of its words.
    desk.keys("Right Right w w").keys("Left Left").shows("Name written").hides("Kelechi");
}

#[test]
fn a_letter_of_a_list_stands_in_the_history_as_its_words() {
    let mut desk = Desk::new();
    desk.keys("F2 p Enter").text("Dawn Achebe").keys("Esc c").text("Kelechi Achebe").keys("Esc a").text("f");
    desk.keys("Enter F9 F9 F3").text("m1").keys("Enter Left");
    desk.hides("About written: f").shows("About written: Provision in the plan (section F)");
}

#[test]
fn a_date_that_is_held_is_no_missing_date() {
    let mut desk = open("m407");
    desk.shows("Everybody needed is willing. Wed 2 Dec is held until Fri 27 Nov.").hides("No date yet");
}

#[test]
fn a_case_whose_call_is_not_finished_does_not_say_that_nobody_is_named() {
    let mut office = Office::in_memory();
    let made = office.a_full_call();
    let desk = super::Desk::at(office, made.case, CaseTab::Summary, None);
    let (text, _) = drawn(&desk.screen, 80, 24);
    assert!(text.contains("NOW     Its call is not finished: Finish names who takes part."), "{text}");
    // The same by the shell, of a call that is taken up again.
    let mut desk = Desk::new();
    desk.keys("F2 p Enter").text("Claire Reed").keys("Esc F9 F9 Ctrl+Z").shows("Taken back: Call finished");
    let mut shell = std::process::Command::new(env!("CARGO_BIN_EXE_mediation-line"));
    let shell = shell.args(["case", "1", "--database"]).arg(desk.folder.path().join("office.sqlite"));
    let out = String::from_utf8(shell.output().unwrap().stdout).unwrap();
    assert!(out.contains("Its call is not finished") && !out.contains("takes part yet"), "{out}");
}
