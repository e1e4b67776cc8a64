//! Slips of somebody who types while listening: what is typed is kept, and nothing wrong follows from it.

use mediation_line::protocol::effect::Place;

use super::desk::Desk;

const TOO_OLD: &str = "~ That would make them 55 years old. Kept as typed: check the year.";

#[test]
fn a_year_that_makes_nobodys_age_is_kept_and_decides_nothing() {
    let mut desk = Desk::new();
    desk.keys("F2 p Enter").text("Grace Tull").keys("Enter Esc c").text("Jordan Tull").keys("Enter");
    desk.text("14.2.71").keys("Enter").shows(TOO_OLD).hides("he or she decides").wait(3000);
    assert_eq!(desk.value("SELECT typed FROM details WHERE field = 'born'"), "14.2.71");
    desk.shows("Date of birth: you typed").shows("55 years?");
    // The year that was meant decides as it always did.
    desk.keys("Up Ctrl+A").text("14.2.07").keys("Enter").shows("he or she decides");
    // And one mistyped later takes nothing of that back.
    desk.keys("Alt+R Ctrl+A").text("14.2.71").keys("Enter").shows(TOO_OLD);
    desk.shows("Does he or she agree to this?");
    desk.keys("Alt+R Ctrl+A").text("14.2.17").keys("Enter").hides("Does he or she agree").wait(3000);
    assert_eq!(desk.value("SELECT typed FROM details WHERE field = 'child'"), "Jordan Tull");
}

#[test]
fn a_year_that_makes_nobodys_age_does_not_open_what_a_childs_age_closed() {
    let mut desk = Desk::new();
    desk.keys("F2 y Enter").text("Tomas Brook").keys("Enter Alt+R").text("13").keys("Enter");
    desk.shows("A parent or carer would need to ask us");
    desk.keys("Alt+R Ctrl+A").text("14.2.71").keys("Enter").wait(3000);
    desk.nowhere_in_the_files(&["tomas", "brook", "14.2.71"]);
}

#[test]
fn words_are_no_number_to_ring_and_nobody_is_told_that_we_ring() {
    let mut desk = Desk::new();
    desk.keys("F2 p Enter Enter").text("Jane Doe").shows("No number in it yet.").keys("Enter");
    desk.shows("~ There is no number in it. Kept as typed").shows("A number to ring").wait(3000);
    assert_eq!(desk.value("SELECT typed FROM caller_details WHERE field = 'phone'"), "Jane Doe");
    desk.keys("F9").hides("I will ring").shows("May I have a number to ring you on?");
    desk.shows("Ring the family on [tomorrow] = Wed 25 Nov, no number yet");
    desk.keys("p").text("thu before noon").keys("Enter").hides("I will ring").shows("May I have a number");
    desk.keys("Esc Alt+P Ctrl+A").text("ext 12, then 07700 900142").keys("Enter").hides("A number to ring");
    desk.keys("F9").shows("I will ring you on Thursday before noon.");
}

#[test]
fn of_the_parents_words_are_no_number_either() {
    let mut desk = Desk::new();
    desk.keys("F2 a Enter")
        .text("Jo Ferris")
        .keys("Enter Enter Enter y m t Enter s Enter")
        .text("Robin Ames");
    desk.keys("Enter Enter Enter").text("Dawn Ames").keys("Enter").text("Robin's sister").keys("Enter");
    desk.shows("Parent's name and phone").keys("F9").hides("I will ring");
    desk.shows("May I have a number of the parents?");
    desk.keys("Esc Up Ctrl+A").text("07700 900143").keys("Enter F9").shows("I will ring the parents today.");
}

const AREA_AND_OTHER: &str =
    "SELECT group_concat(typed, ', ') FROM (SELECT typed FROM details WHERE field IN ('area', 'other side')
     ORDER BY field)";

/// A parent's call, in *Area* with this typed.
fn area(typed: &str) -> Desk {
    let mut desk = Desk::new();
    desk.keys("F2 p Enter").text("Dawn Achebe").keys("Enter Esc l").text(typed);
    desk
}

#[test]
fn enter_takes_the_area_that_is_marked() {
    let mut desk = area("barn");
    desk.shows("> Barnet").keys("Enter").shows("Area (LA)  Barnet").wait(3000);
    assert_eq!(desk.value(AREA_AND_OTHER), "Barnet, Barnet SEND team");
    // Corrected: what the program made of the old area is made of the new one.
    desk.keys("Esc l Ctrl+A").text("camd").shows("> Camden").keys("Enter").wait(3000);
    assert_eq!(desk.value(AREA_AND_OTHER), "Camden, Camden SEND team");
    // Looking at it again changes nothing, and what was typed without a list stays as typed.
    desk.keys("Esc l Enter Esc l Ctrl+A").text("Northmere").keys("Enter").wait(3000);
    assert_eq!(desk.value(AREA_AND_OTHER), "Northmere, Northmere SEND team");
}

#[test]
fn an_area_that_is_named_or_only_has_the_word_somewhere_is_not_taken_for_another() {
    for typed in ["Lincolnshire", "yorkshire", "London"] {
        let mut desk = area(typed);
        desk.hides("> ").keys("Enter").wait(3000);
        assert_eq!(desk.value(AREA_AND_OTHER), format!("{typed}, {typed} SEND team"));
    }
}

#[test]
fn an_area_with_a_letter_wrong_is_asked_about_and_kept_as_typed() {
    let mut desk = area("camdn");
    desk.shows("Camden? Down, then Enter takes it.")
        .keys("Enter")
        .shows("~ Not on the list. Camden?")
        .wait(3000);
    assert_eq!(desk.value(AREA_AND_OTHER), "camdn, camdn SEND team");
    desk.keys("F9").shows("camdn (not on the list: Camden?)").keys("Esc Esc l Down Enter").wait(3000);
    assert_eq!(desk.value(AREA_AND_OTHER), "Camden, Camden SEND team");
    desk.keys("F9").hides("not on the list");
}

#[test]
fn an_other_side_that_a_person_typed_stays_when_the_area_is_corrected() {
    let mut desk = area("barn");
    desk.keys("Enter Esc h Ctrl+A").text("Larkfield Primary").keys("Enter Esc l Ctrl+A").text("camd");
    desk.keys("Enter").wait(3000);
    assert_eq!(desk.value(AREA_AND_OTHER), "Camden, Larkfield Primary");
    // The same words, typed by a person, are a person's.
    let mut desk = area("barn");
    desk.keys("Enter Esc h Ctrl+A").text("Barnet SEND team").keys("Enter Esc l Ctrl+A").text("camd");
    desk.keys("Enter").wait(3000);
    assert_eq!(desk.value(AREA_AND_OTHER), "Camden, Barnet SEND team");
}

#[test]
fn a_very_long_value_leaves_room_for_what_is_read_back_and_what_comes_next() {
    let mut desk = Desk::new();
    desk.keys("F2 p Enter").text("Dawn Achebe").keys("Enter").text("07700 900142").keys("Enter");
    desk.paste(&"any day but not when the bus is late ".repeat(40)).keys("Enter Esc c");
    desk.text("Kelechi Achebe").keys("Esc d").paste(&"soon".repeat(300)).keys("Enter F9");
    for (width, height) in [(80, 24), (120, 40), (60, 20)] {
        let screen = desk.draw(width, height).0;
        for words in ["READ BACK", "NEXT STEP", "07700 900142", "bus", ".."] {
            assert!(screen.contains(words), "{words} at {width}:\n{screen}");
        }
    }
    let rang = desk.screen().lines().filter(|line| line.contains("bus")).count();
    assert!(rang <= 2, "{}", desk.screen());
}

#[test]
fn a_long_text_in_any_field_never_keeps_a_call_from_being_finished() {
    for field in ["n", "p", "t", "e", "c", "r", "s", "l", "a", "d", "m", "h"] {
        let mut desk = Desk::new();
        desk.keys("F2 p Enter").text("Dawn").keys("Enter Esc").keys(field).keys("Ctrl+A");
        desk.paste(&"k".repeat(1990)).keys("Enter").wait(3000).keys("F9 F9").shows("Finished: M-0001.");
        assert_eq!(desk.value("SELECT state FROM calls"), "finished", "{field}");
        assert_eq!(desk.value("SELECT count(*) >= 2 FROM parties"), "1", "{field}");
    }
    let mut desk = Desk::new();
    desk.keys("F2 s Enter").paste(&"Jo ".repeat(150)).keys("Enter").paste(&"SENCO ".repeat(60));
    desk.keys("Enter").paste(&"1".repeat(300)).keys("Enter n F9 F9").shows("Kept as enquiry E-0001.");
    assert_eq!(desk.value("SELECT count(*) FROM enquiries"), "1");
    let mut desk = Desk::new();
    desk.keys("F2 s Enter").paste(&"Jo ".repeat(150)).keys("Enter").paste(&"SENCO ".repeat(60));
    desk.keys("Enter Enter y m t Enter s").shows("Consent recorded.").wait(3000);
    assert_eq!(desk.value("SELECT count(*) FROM consents"), "1");
}

#[test]
fn of_many_kinds_a_call_without_consent_keeps_the_first_and_with_it_all() {
    let mut desk = Desk::new();
    desk.keys("F2 s Enter")
        .text("Jo")
        .keys("Enter Enter Enter n Esc a")
        .text("a, b, a, f, p, r, c")
        .keys("Enter");
    desk.shows("~ Before consent the first 3 of these 6 kinds are kept. All after a yes.").wait(3000);
    assert_eq!(desk.value("SELECT subject FROM calls"), "refuse_assess content_B content_F");
    desk.keys("F9").shows("(section F)").hides("(section I)").keys("F9").shows("Kept as enquiry E-0001.");
    assert_eq!(desk.value("SELECT subject FROM enquiries"), "refuse_assess content_B content_F");
    let mut desk = Desk::new();
    desk.keys("F2 p Enter")
        .text("Dawn")
        .keys("Enter Esc a")
        .text("a, b, a, f, p, r, c")
        .keys("Enter")
        .wait(3000);
    let all = "refuse_assess content_B content_F content_I refuse_reassess cease";
    assert_eq!(desk.value("SELECT reading FROM details WHERE field = 'about'"), all);
}

#[test]
fn words_that_begin_as_the_offered_ones_stay_whole() {
    let mut desk = Desk::practice(Place::Today);
    desk.keys("F3").text("m0409").keys("Enter Right a m Enter Enter").text("spoken to her carer");
    desk.keys("F9").shows("is recorded.");
    assert_eq!(desk.value("SELECT how FROM consents ORDER BY id DESC LIMIT 1"), "spoken to her carer");
}

#[test]
fn an_undo_right_after_a_yes_that_was_a_slip_takes_back_the_yes_and_not_the_callers_number() {
    let mut desk = Desk::new();
    desk.school_rings()
        .keys("F4")
        .text("Zorblatt")
        .keys("F4 y m t Enter s")
        .shows("Consent recorded")
        .wait(3000);
    assert_eq!(desk.value("SELECT body FROM notes"), "Zorblatt");
    desk.keys("Ctrl+Z")
        .shows("The yes is taken back: all of it leaves the file")
        .shows("01632 960118")
        .wait(3000);
    desk.shows("ask before any names").nowhere_in_the_files(&["Zorblatt"]);
    assert_eq!(desk.value("SELECT count(*) FROM consents"), "0");
    assert_eq!(desk.value("SELECT typed FROM caller_details WHERE field = 'phone'"), "01632 960118");
    // The question is open: a yes after all keeps it again.
    desk.keys("y m t Enter s").shows("Consent recorded").wait(3000);
    assert_eq!(desk.value("SELECT body FROM notes"), "Zorblatt");
}

#[test]
fn an_undo_never_goes_past_a_yes_behind_which_something_was_typed() {
    let mut desk = Desk::new();
    desk.school_rings()
        .keys("y m t Enter s")
        .text("Zuleikha Quill")
        .keys("Enter Ctrl+Z")
        .shows("Name: empty again");
    desk.keys("Ctrl+Z").shows("but the yes itself: Alt+K, Up, then n does that.").shows("01632 960118");
    assert_eq!(desk.value("SELECT count(*) FROM consents"), "1");
    desk.keys("Alt+K Up n").shows("Taken back: it leaves the file").wait(3000);
    assert_eq!(desk.value("SELECT count(*) FROM consents"), "0");
}

#[test]
fn a_letter_of_tomorrow_and_a_weekday_of_birth_are_asked_about() {
    let mut desk = Desk::new();
    desk.keys("F2 p Enter Esc a a Enter").text("tomorrow").keys("Enter");
    desk.shows("~ Wed 25 Nov is ahead of today. Kept. What is the date on the letter?");
    assert_eq!(desk.wait(3000).value("SELECT typed FROM details WHERE field = 'letter'"), "tomorrow");
    desk.keys("Esc r Ctrl+A").text("mon").keys("Enter").shows("~ Kept as typed.").hides("0 years");
}

#[test]
fn a_paste_answers_no_question_and_none_stays_behind_it() {
    let mut desk = Desk::new();
    desk.keys("F2 p Enter").text("Dawn Achebe").keys("F4 Ctrl+Q").shows("q again to leave");
    desk.paste("Hill").hides("q again to leave").text("q").shows("Hillq");
    assert!(!desk.has_left());
    // The menu strip is closed by it as well, and a letter is a letter again.
    desk.keys("Esc").shows("one more key").paste(" ").hides("one more key").text("c").shows("Hillq c");
    // It is something that happens: a clock that was set back is told of.
    desk.set_the_clock_back(3_600_000).paste("!").shows("The clock went backwards by 1 hour.");
    desk.shows("Hillq c!");
}

#[test]
fn a_paste_over_the_hidden_screen_shows_it_again_and_nothing_else() {
    let mut desk = Desk::new();
    desk.keys("F2 p Enter").text("Dawn Achebe").keys("F4 Ctrl+L").hides("Dawn");
    desk.paste("Hill").shows("Dawn Achebe").hides("Hill");
    desk.paste("Hill").shows("Hill");
}

#[test]
fn before_who_is_answered_enter_comes_back_to_it_and_passes_no_locked_field() {
    let mut desk = Desk::new();
    desk.keys("F2 Alt+A f Enter").text("p").keys("Enter");
    assert_eq!(desk.value("SELECT kind FROM calls"), "parent");
    desk.keys("Esc d").text("14.9.26").keys("Enter");
    assert_eq!(desk.value("SELECT typed FROM details WHERE field = 'letter'"), "14.9.26");
}

#[test]
fn of_a_child_alone_up_and_down_go_as_the_page_stands() {
    let mut desk = Desk::new();
    desk.keys("F2 y Enter Alt+R")
        .text("12/3/11")
        .keys("Enter")
        .shows("A parent or carer would need to ask us");
    desk.keys("Up Ctrl+A").text("31/8/10").keys("Enter").hides("a parent or carer").shows("31/8/10");
}

#[test]
fn what_was_not_understood_is_still_to_ask() {
    let mut desk = Desk::new();
    desk.keys("F2 p Enter").text("Dawn Achebe").keys("Esc p").text("07700 900 five five five");
    desk.keys("Esc c").text("Kelechi Achebe").keys("Enter").text("she's 7, 8 in feb").keys("Enter Enter");
    desk.text("islngton").keys("Enter F9").hides("07700900").hides("I have your number");
    desk.shows("A number to ring").shows("Which area: \"islngton\" or Islington?");
    desk.shows("Date of birth: you typed \"she's 7, 8 in feb\"");
}
