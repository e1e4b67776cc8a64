//! What a new call taker stumbled over on the first evening: words that were cut off, and words that were not so.

use mediation_line::app::App;
use mediation_line::protocol::effect::Place;
use mediation_line::protocol::key::Key;
use mediation_line::widgets::theme::Theme;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::desk::Desk;
use super::screen::{context, text};

#[test]
fn what_is_read_back_is_what_is_put_into_today() {
    let mut desk = Desk::new();
    desk.keys("F2 p Enter")
        .text("Dawn Achebe")
        .keys("Enter")
        .text("07700 900142")
        .keys("F9")
        .shows("Ring the family on")
        .shows("I will ring you");
    desk.keys("Esc Esc m y Enter F9").shows("Ring the LA on").shows("council on Wed 25 Nov.");
    desk.keys("Esc Esc h").text("Larkfield Primary School").keys("F9").shows("Ring the other side on");
    desk.shows("school on Wed 25 Nov.").keys("F9");
    assert_eq!(desk.value("SELECT what FROM steps"), "ring the other side");
    // A call about a case that is open already puts nothing there, and says so.
    desk.keys("F3").text("achebe").keys("Enter c F9").shows("this call adds no step").keys("F9");
    assert_eq!(desk.value("SELECT count(*) FROM steps"), "1");
}

#[test]
fn another_day_is_typed_over_the_one_offered_where_the_cursor_stands() {
    let mut desk = Desk::new();
    desk.keys("F2 p Enter").text("Dawn Achebe").keys("F9 Tab").text("+3");
    let (screen, cursor) = desk.draw(80, 24);
    let at = screen.lines().nth(usize::from(cursor.unwrap().y)).unwrap().to_owned();
    assert!(at.contains("[+3] = Fri 27 Nov"), "{at}");
    assert_eq!(at.chars().nth(usize::from(cursor.unwrap().x)), Some(']'), "{at}");
    desk.keys("F9");
    assert_eq!(desk.value("SELECT due FROM steps"), "2026-11-27");
}

#[test]
fn all_of_an_open_list_is_seen() {
    let mut desk = Desk::new();
    desk.keys("F2 p Enter Esc a").shows("Something else").keys("a Enter Esc m").shows("Certificate");
    let mut desk = Desk::new();
    desk.keys("F2").shows("a  SENDIASS officer (Parent Partnership)").shows("agency, advocate");
}

#[test]
fn a_child_without_a_name_leaves_no_comma() {
    let mut desk = Desk::new();
    desk.keys("F2 p Enter Esc s")
        .text("Larkfield")
        .keys("F9")
        .shows("M-0001   Larkfield")
        .shows("Wants    -");
}

#[test]
fn somebody_who_waits_on_the_other_line_is_never_cut_off() {
    let mut desk = Desk::practice(Place::Desk);
    desk.keys("F3").text("1187").keys("Enter c F2 F2 2 F2").shows("1 parked: F2").shows("about E-1187");
}

#[test]
fn hidden_names_hide_the_people_of_enquiries_as_well() {
    let mut desk = Desk::practice(Place::Desk);
    desk.shows("Bryn C.").keys("h").hides("Bryn").hides("Martin").shows("h show names");
    desk.keys("v").hides("Bryn").hides("Martin").hides("Joy A.");
}

#[test]
fn the_hint_line_and_the_strip_end_with_whole_words() {
    let mut desk = Desk::practice(Place::Desk);
    desk.keys("F2 p Enter Esc a").shows("Down chooses from the list.").hides("list. E");
    desk.keys("Esc").shows("k consent (oK) ").keys("Esc F5");
    desk.keys("Esc 0 Enter Esc").shows("- no longer");
}

#[test]
fn an_empty_page_names_the_key_that_fills_it_and_a_name_is_not_cut_in_two() {
    let mut desk = Desk::practice(Place::Desk);
    desk.keys("F3").text("412").keys("Enter Right Right Right").shows("F7 offers the earliest open time.");
    desk.keys("Right").shows(" Priya N.").hides("Priya Na");
    desk.keys("End").shows("the words go and the line stays.");
}

#[test]
fn a_day_a_mediator_is_away_is_never_said_to_be_kept_when_it_is_not() {
    let mut desk = Desk::practice(Place::Desk);
    desk.keys("Esc 0 Enter a").text("24 dec to 2 jan").shows("~ a day: 3/12, fri, +3").hides("kept as typed");
}

#[test]
fn help_opens_on_the_first_run_and_leads_nowhere_but_back() {
    let (mut app, _) = App::new(Theme::default(), Place::FirstRun, &context());
    let mut seen = |key: Key| {
        app.key(key, &context());
        let mut buf = Buffer::empty(Rect::new(0, 0, 80, 24));
        app.view(&context(), buf.area, &mut buf);
        text(&buf)
    };
    assert!(seen(Key::f(1)).contains("HELP   "));
    assert!(seen(Key::f(2)).contains("HELP   "), "there is no file for a call yet");
    assert!(seen(Key::f(5)).contains("HELP   "));
    assert!(seen(Key::f(9)).contains("Four questions."));
}

#[test]
fn a_child_alone_is_told_the_whole_number() {
    let mut desk = Desk::new();
    desk.keys("F2 y Enter").text("Tomas").keys("Enter Enter Enter Enter").text("13").keys("Enter");
    desk.shows("Childline: 0800 1111");
}

#[test]
fn words_typed_blind_never_land_in_another_familys_call() {
    let mut desk = Desk::new();
    desk.keys("F2 p Enter").text("Ada Lovell").keys("Enter F9 b");
    desk.keys("F2 p Enter").text("Tobe Okonkwo").keys("Enter Esc Esc").shows("MY DESK").choose("Ada L.");
    desk.keys("Enter").shows("A call is open. 2 parks it and opens this one.");
    desk.text("larkfield").keys("F2").shows("Tobe Okonkwo").hides("Ada Lovell");
    desk.keys("F5").choose("Ada L.").keys("Enter 2").shows("Ada Lovell").shows("1 parked: F2");
}

#[test]
fn hidden_names_hide_whoever_told_us_of_the_consent_and_whoever_gave_it() {
    let mut desk = Desk::practice(Place::Today);
    // Told by a school, and checked with the parent by name; withdrawn by name and with words, where they hide anyway.
    for (case, hide, names) in [
        ("m0409", false, ["Martin Oyelaran", "Hanne Lindqvist"]),
        ("m0409", true, ["Oyelaran", "Lindqvist"]),
        ("m0408", false, ["Qureshi", "solicitor"]),
        ("m0408", true, ["Qureshi", "solicitor"]),
    ] {
        desk.keys(if hide { "F5 h F3" } else { "F5 F3" }).text(case).keys("Enter Right").shows("[Consent]");
        for (width, height) in [(80, 24), (120, 40)] {
            let screen = desk.draw(width, height).0;
            let shown = names.iter().filter(|name| screen.contains(**name)).count();
            let expected = if hide || case == "m0408" { 0 } else { 2 };
            assert_eq!((shown, screen.contains("(hidden)")), (expected, expected == 0), "{screen}");
        }
        if hide {
            desk.keys("F5 h");
        }
    }
    // A word that names nobody stays.
    desk.keys("h F3").text("m0409").keys("Enter Right").shows("Given by both parents").shows("in writing");
}

#[test]
fn hidden_names_hide_how_a_consent_was_given_and_its_limits() {
    let mut desk = Desk::practice(Place::Today);
    let how = "Mrs Noor Qureshi said yes";
    desk.keys("F3").text("m0409").keys("Enter Right a").text("m").keys("Enter Enter").text(how);
    desk.keys("Enter").text("not with Imran").keys("Enter").text("Tariq's report").keys("Enter");
    desk.shows("Consent of mother is recorded.").shows(how).shows("not with Imran").shows("Tariq's report");
    desk.keys("F5 h F3").text("m0409").keys("Enter");
    for page in ["[Summary]", "[Consent]", "[Willingness]"] {
        desk.shows(page);
        for (width, height) in [(80, 24), (120, 40)] {
            let screen = desk.draw(width, height).0;
            let shown = ["Noor", "Imran", "Tariq"].iter().find(|n| screen.contains(**n));
            assert_eq!(shown, None, "{screen}");
        }
        desk.keys("Right");
    }
}

#[test]
fn the_warning_of_a_number_that_is_not_safe_can_be_practised() {
    let mut desk = Desk::practice(Place::Today);
    desk.choose("M-0401").shows("Check with parent, say where from          DO NOT RING");
    desk.keys("Enter").shows("NOT SAFE TO RING 07700 900155 (said by Joy Achieng)");
    desk.keys("F9").shows("NOT SAFE TO RING. No safe number for Anita Mistry yet");
    desk.keys("F5 F3").text("m0401").keys("Enter c p Enter").shows("07700 900155  NOT SAFE TO RING");
}

#[test]
fn where_names_are_hidden_only_what_is_of_a_list_is_shown_of_about_and_area() {
    let mut desk = Desk::new();
    desk.keys("F2 p Enter")
        .text("Perpetua Vossbrook")
        .keys("Enter Enter Enter Enter")
        .text("Thaddeus Vossbrook");
    desk.keys("Enter Enter Enter")
        .text("Areazeb Land")
        .keys("Enter")
        .text("transport for Thaddeus")
        .keys("Enter F9 F9");
    desk.keys("F3").text("M-0001").keys("Enter").shows("transport for Thaddeus").shows("Areazeb Land");
    desk.keys("F5 h F3")
        .text("M-0001")
        .keys("Enter")
        .hides("transport for")
        .hides("Areazeb")
        .shows("ABOUT   (hidden)");
    desk.keys("F5 h F3")
        .text("M-0001")
        .keys("Enter")
        .shows("transport for")
        .keys("Right w w")
        .shows("Withdrawn.")
        .keys("Left")
        .shows("ABOUT   (hidden)")
        .hides("Thaddeus")
        .hides("Areazeb");
}
