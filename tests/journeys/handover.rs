//! Handing a row on: to a colleague who is known, one open offer at a time, and told as it is.

use mediation_line::protocol::effect::Place;

use super::calendar::{desk_of, office};
use super::desk::Desk;

/// Two cases at Priya's desk; Tom Baker, Tom Reed and Ann Lee have worked here before.
fn at_today() -> Desk {
    let mut office = office();
    office.a_case();
    office.a_case();
    let mut desk = desk_of(office);
    desk.wait(18 * 3_600_000);
    for staff in ["Tom Baker", "Tom Reed", "Ann Lee"] {
        desk.sit_down(staff, Place::Today).keys("v v");
        desk.keys("F3").text("M-0002").keys("Enter n").text("Seen.").keys("Enter");
    }
    desk.wait(3000);
    desk.sit_down("Priya Nair", Place::Today).keys("Home").choose("M-0001");
    desk
}

fn offers(desk: &Desk) -> String {
    let path = desk.folder.path().join("office.mediation");
    let sql = "SELECT COALESCE(group_concat(state || ' ' || to_staff, '; '), '') FROM handovers";
    rusqlite::Connection::open(path).unwrap().query_row(sql, [], |row| row.get(0)).unwrap()
}

#[test]
fn a_colleague_is_known_by_the_first_letters_and_is_shown_before_enter() {
    let mut desk = at_today();
    desk.keys("g").shows("Ann Lee, Priya, Tom Baker, Tom Reed").text("to").shows("Tom Baker, Tom Reed");
    desk.keys("Enter").shows("Tom Baker and one more begins like that. A few letters more.");
    desk.text("m re").shows("Tom Reed").keys("Enter").shows("Handed to Tom Reed. It stays here");
    assert_eq!(offers(&desk), "offered Tom Reed");
}

#[test]
fn a_name_nobody_has_is_kept_as_typed_and_handed_to_only_when_it_is_said_twice() {
    let mut desk = at_today();
    desk.keys("g").text("Ravi").shows("~ nobody here of that name").keys("Enter");
    desk.shows("Nobody here is called Ravi. Enter again hands it to that name.").shows("Ravi");
    assert_eq!(offers(&desk), "");
    desk.text(" S").keys("Enter").shows("Nobody here is called Ravi S.");
    assert_eq!(offers(&desk), "");
    desk.keys("Enter").shows("Handed to Ravi S.");
    assert_eq!(offers(&desk), "offered Ravi S");
}

#[test]
fn tab_goes_to_the_next_line_and_enter_hands_over_from_any() {
    let mut desk = at_today();
    desk.keys("g").text("ann").keys("Tab Tab").shows("A few words for your colleague");
    assert_eq!(offers(&desk), "");
    desk.text("on leave").keys("Enter").shows("Handed to Ann Lee.");
    desk.sit_down("Ann Lee", Place::Today).shows("from Priya: on leave");
}

#[test]
fn after_accepting_the_row_names_who_keeps_it() {
    let mut desk = at_today();
    desk.keys("g").text("ann").keys("Enter").sit_down("Ann Lee", Place::Today);
    desk.keys("F9").shows("M-0001 is yours.").shows("(you)").keys("Up Down").keys("Home").choose("M-0001");
    desk.shows("M-0001 is kept by you.");
    desk.sit_down("Tom Reed", Place::Today)
        .keys("Home")
        .choose("M-0001")
        .shows("(Ann)")
        .shows("M-0001 is kept by Ann Lee.");
}

#[test]
fn a_second_offer_takes_the_place_of_an_open_one_only_when_that_is_said() {
    let mut desk = at_today();
    desk.keys("g").text("ann").keys("Enter").shows("Handed to Ann Lee.");
    desk.sit_down("Tom Reed", Place::Today).keys("Home").choose("M-0001").keys("g");
    desk.shows("Offered to Ann Lee, not accepted yet.").text("tom b").keys("Enter");
    desk.shows("M-0001 is offered to Ann already. Enter again: to Tom Baker.");
    assert_eq!(offers(&desk), "offered Ann Lee");
    desk.keys("Enter").shows("Handed to Tom Baker.");
    assert_eq!(offers(&desk), "taken back Ann Lee; offered Tom Baker");
    desk.keys("F3").text("M-0001").keys("Enter Left").shows("instead of Ann Lee");
}

#[test]
fn what_was_told_of_all_rows_is_not_taken_for_this_one() {
    let mut desk = at_today();
    desk.keys("g").text("tom r").keys("Enter").shows("Handed to Tom Reed.");
    desk.keys("g").text("Ravi").keys("Tab").text("a").keys("Enter").shows("Nobody here is called Ravi.");
    desk.keys("Backspace Enter").shows("M-0001 is offered to Tom already.");
    assert_eq!(offers(&desk), "offered Tom Reed");
    desk.keys("Enter").shows("Handed to Ravi.");
}

#[test]
fn what_is_offered_already_is_left_out_of_a_day_that_is_handed_on() {
    let mut desk = at_today();
    desk.keys("g").text("ann").keys("Enter").shows("Handed to Ann Lee.");
    desk.keys("Home").choose("M-0002").keys("g").text("tom b").keys("Tab a Enter");
    desk.shows("Handed to Tom Baker. It stays here until it is accepted. 1 offered before.");
    assert_eq!(offers(&desk), "offered Ann Lee; offered Tom Baker");
    desk.keys("g").text("tom r").keys("Tab a Enter").shows("All of them are offered already.");
}

#[test]
fn an_offer_of_another_desk_that_was_not_seen_is_not_wiped() {
    let mut desk = at_today();
    let mut ann = desk.another("Ann Lee");
    ann.keys("F5 Home").choose("M-0001").keys("g");
    desk.keys("g").text("tom b").keys("Enter").shows("Handed to Tom Baker.");
    ann.text("tom r").keys("Enter").shows("Offered to Tom Baker a moment ago, not accepted yet. g shows it.");
    assert_eq!(offers(&desk), "offered Tom Baker");
    ann.keys("g").shows("Offered to Tom Baker, not accepted yet.").shows("tom r");
}

#[test]
fn enter_on_an_enquiry_begins_no_call_and_says_what_does() {
    let mut desk = Desk::new();
    desk.keys("F2 s Enter").text("Anita Roy").keys("Enter n F9 F9");
    desk.at(Place::Today).wait(48 * 3_600_000);
    desk.at(Place::Today).choose("E-0001").keys("Enter").shows("ENQUIRY E-0001");
    desk.keys("Enter").shows("F9 or c starts a call about it.").shows("ENQUIRY E-0001");
    assert_eq!(desk.value("SELECT count(*) FROM calls"), "1");
    desk.keys("c").shows("CALL C-0002");
}

#[test]
fn a_day_that_is_handed_on_has_the_rows_of_clocks_that_end_on_a_later_day() {
    let mut desk = Desk::practice(Place::Today);
    desk.choose("M-0405").shows("Family's 2 months end Fri 27 Nov");
    desk.keys("g").text("Ravi").keys("Tab a Enter Enter").keys("Home").choose("M-0405");
    desk.keys("g").shows("Offered to Ravi, not accepted yet.");
}

#[test]
fn a_case_that_is_locked_is_left_out_of_a_day_that_is_handed_on_and_is_named() {
    let mut desk = at_today();
    desk.keys("F3").text("M-0002").keys("Enter Right w w").shows("Withdrawn").keys("F5");
    desk.shows("Consent withdrawn: keep or erase?").choose("M-0001").keys("g").text("tom b").keys("Tab a F9");
    desk.shows("Handed to Tom Baker: 1 row. M-0002 is locked and stays.");
    assert_eq!(offers(&desk), "offered Tom Baker");
    // The day may be handed on from the row of the locked case, too.
    desk.keys("Home").choose("M-0002").keys("g").text("tom r").keys("Tab a Enter");
    desk.shows("All of them are offered already.");
}

#[test]
fn which_rows_are_meant_is_read_in_several_ways_and_what_is_not_read_hands_nothing_over() {
    for typed in ["a", "All", "d", "day", "the day", "the whole day", "today"] {
        let mut desk = at_today();
        desk.keys("g").text("tom b").keys("Tab").text(typed).shows("all of today that I keep");
        desk.keys("Enter").shows("2 rows handed to Tom Baker.");
    }
    let mut desk = at_today();
    desk.keys("g").text("tom b").keys("Tab").shows("this row").text("ann").shows("~ not read");
    for key in ["Enter", "F9"] {
        desk.keys(key).shows("Which is not read: a or day is all of today that you keep.").shows("Tom Baker");
        assert_eq!(offers(&desk), "");
    }
    desk.keys("Backspace Backspace Backspace").text("this").shows("this row").keys("Enter");
    desk.shows("Handed to Tom Baker. It stays here");
    assert_eq!(offers(&desk), "offered Tom Baker");
}

#[test]
fn words_with_an_enquiry_are_not_kept_and_that_is_said() {
    let mut desk = Desk::new();
    desk.keys("F2 s Enter")
        .text("Jo Halbrook")
        .keys("Enter Enter")
        .text("01632 960118")
        .keys("Enter n F9 r F9");
    desk.at(Place::Desk).wait(24 * 3_600_000);
    desk.keys("F5").at(Place::Today).choose("E-0001").keys("g").text("Cy Lund").keys("Tab Tab");
    desk.text("ring her head first")
        .keys("F9 F9")
        .shows("It stays here until it is accepted. An enquiry keeps no");
    assert_eq!(desk.value("SELECT words FROM handovers"), "");
}
