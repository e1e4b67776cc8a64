//! What a new call taker types into the boxes that wait for an answer: words, and an Enter out of habit.

use mediation_line::protocol::effect::Place;

use super::desk::Desk;

#[test]
fn mum_is_a_parent_and_everything_is_kept() {
    let mut desk = Desk::new();
    desk.keys("F2").text("mum").keys("Enter").shows("Parent or carer").text("Sue Marsh").keys("Enter");
    assert_eq!(desk.value("SELECT kind FROM callers"), "parent");
    assert_eq!(desk.value("SELECT typed FROM caller_details"), "Sue Marsh");
}

#[test]
fn a_who_that_is_not_read_is_said_at_once_and_stays_said() {
    let mut desk = Desk::new();
    desk.keys("F2").text("xyzzy").keys("Enter").shows("Who is not read, and nothing is saved");
    desk.text("my name is Sue").shows("NOTHING IS SAVED").shows("NOT SAVED").hides("Saved 14:");
    desk.keys("Enter F4").text("the whole story").shows("NOTHING IS SAVED");
    desk.keys("F9").shows("NOT SAVED: 1 field and 1 line of notes.");
    desk.keys("F9").shows("1 field and 1 line of notes would be gone for good.").shows("Who was ringing?");
    desk.keys("Esc").keys("Ctrl+A").text("mum").keys("Enter").shows("Saved 14:");
    assert_eq!(desk.value("SELECT body FROM notes"), "the whole story");
    assert_eq!(desk.value("SELECT typed FROM caller_details"), "my name is Sue");
}

#[test]
fn what_is_not_wanted_is_let_go_by_one_more_key() {
    let mut desk = Desk::new();
    desk.keys("F2 F4").text("wrong number").keys("F9 F9 F9").shows("Only a count line is kept");
    assert_eq!(desk.value("SELECT state FROM calls"), "finished");
}

/// A caller of the local authority, at the question.
fn at_the_question(desk: &mut Desk) {
    desk.keys("F2 l Enter").text("Ian Moss").keys("Enter").text("Northmere, officer").keys("Enter");
    desk.text("01632 960118").keys("Enter").shows("Scratch - NOT SAVED");
}

#[test]
fn an_enter_after_a_letter_that_went_on_does_nothing() {
    let mut desk = Desk::new();
    at_the_question(&mut desk);
    desk.keys("y Enter m Enter").text("last thu").keys("Enter s Enter").shows("Child's name");
    assert_eq!(
        desk.value("SELECT giver || ', ' || given || ', ' || how FROM consents"),
        "mother, last thu, spoken"
    );
    desk.text("Nathanial Okafor").keys("Enter");
    assert_eq!(desk.value("SELECT typed FROM details WHERE field = 'child'"), "Nathanial Okafor");
}

#[test]
fn an_answer_that_is_none_is_said_and_opens_nothing() {
    let mut desk = Desk::new();
    at_the_question(&mut desk);
    desk.keys("y b").text("s").keys("Enter").shows("~ When is not read");
    desk.text("last thu").keys("Enter").shows("~ How is not read").hides("Consent recorded");
    // Typing in a box that is reached again replaces what stands there, also that of a name in the wrong place.
    desk.keys("Up").text("Nathanial Okafor").keys("Enter").shows("~ Who is not read").shows("~ not read");
    assert_eq!(desk.value("SELECT count(*) FROM consents"), "0");
    desk.keys("Up m").text("last thu").keys("Enter s").shows("Consent recorded");
    assert_eq!(
        desk.value("SELECT giver || ', ' || given || ', ' || how FROM consents"),
        "mother, last thu, spoken"
    );
    // Of what was no answer nothing is thrown away: with the yes it is in Notes.
    desk.wait(3000);
    assert_eq!(desk.value("SELECT body LIKE '%Nathanial Okafor%' FROM notes"), "1");
}

#[test]
fn the_answers_are_corrected_in_the_call() {
    let mut desk = Desk::new();
    at_the_question(&mut desk);
    desk.keys("y m t Enter s Esc k").shows("Up, then n: ask it again.");
    desk.keys("Up n").shows("Taken back").keys("Esc k y f y Enter w").shows("Consent recorded");
    assert_eq!(desk.value("SELECT group_concat(giver || ', ' || how) FROM consents"), "father, in writing");
}

#[test]
fn words_that_are_not_kept_are_counted_before_they_go() {
    let mut desk = Desk::new();
    at_the_question(&mut desk);
    desk.keys("n")
        .text("he is hit at school every week")
        .keys("Enter")
        .shows("only a kind of the list is kept");
    desk.text("up north").keys("F9").shows("gone as well: About (7 words), Area (2 words).");
    desk.keys("Esc Esc a Ctrl+A d Enter F9").shows("gone as well: Area (2 words).").hides("About (");
}

#[test]
fn an_area_that_is_named_exactly_is_that_authority() {
    let mut desk = Desk::new();
    desk.keys("F2 p Enter Esc l").text("camden").keys("Enter").shows("Area (LA)  Camden");
    assert_eq!(desk.value("SELECT typed FROM details WHERE field = 'other side'"), "Camden SEND team");
    assert_eq!(desk.value("SELECT typed FROM details WHERE field = 'area'"), "Camden");
    desk.keys("Esc l Ctrl+A").text("camd").shows("Enter takes the area marked >.").keys("Esc c").wait(3000);
    assert_eq!(desk.value("SELECT typed FROM details WHERE field = 'area'"), "camd", "Enter was not pressed");
}

#[test]
fn find_says_that_cases_are_not_looked_through() {
    let mut desk = Desk::practice(Place::Today);
    desk.keys("F2 s Enter F3").text("kelechi").shows("0 found");
    desk.shows("Cases are not looked through: the open call has no consent yet.");
}

#[test]
fn a_sentence_in_the_box_of_a_letter_is_not_read_by_its_first_letter() {
    let mut desk = Desk::practice(Place::Today);
    desk.keys("F3").text("kelechi").keys("Enter Right j").shows("The other parent objects");
    // Nothing of it is refused: it is what was said, and stands there whole.
    desk.text("Chris Siddiqui says no").shows("  Other parent objects").keys("F9");
    desk.shows("Other parent objects: nothing is booked until it is settled.");
    assert_eq!(
        desk.value("SELECT kind || ': ' || words FROM objections"),
        "other parent objects: Chris Siddiqui says no"
    );
    // What else is said of it later is kept, and settles nothing: neither s nor w is its first letter.
    desk.keys("j").shows("Settle the objection").text("will not have it, he says").keys("F9");
    desk.shows("Kept as a note: the objection still stands.");
    assert_eq!(desk.value("SELECT group_concat(state) FROM objections"), "open");
    assert_eq!(
        desk.value("SELECT body FROM notes ORDER BY id DESC LIMIT 1"),
        "About the objection: will not have it, he says"
    );
    desk.keys("j w").keys("F9").shows("By whom it was settled, in a few words.");
}

#[test]
fn an_order_of_a_court_in_words_is_one() {
    let mut desk = Desk::practice(Place::Today);
    desk.keys("F3").text("kelechi").keys("Enter Right j").text("Dad has a court order").shows("Court order");
    desk.keys("Enter Enter").text("seen by e-mail").keys("Enter").shows("Court order: nothing is booked");
    assert_eq!(
        desk.value("SELECT kind || ': ' || words FROM objections"),
        "court order: Dad has a court order. seen by e-mail"
    );
}

#[test]
fn words_of_about_and_area_that_are_not_kept_carry_the_mark_of_scratch() {
    let about = |desk: &mut Desk, typed: &str| {
        desk.keys("Alt+A Ctrl+A")
            .text(typed)
            .keys("Alt+L Ctrl+A")
            .text("Nowhereshire")
            .keys("Alt+N")
            .wait(3000);
    };
    // A school whose parents have not agreed, and a call about a case whose consent was withdrawn.
    let mut school = Desk::practice(Place::Today);
    school.keys("F2 s Enter").text("Martin Oyelaran").keys("Enter Enter Enter n");
    let mut withdrawn = Desk::practice(Place::Today);
    withdrawn.keys("F3").text("m0408").keys("Enter c").shows("consent was withdrawn: nothing is kept");
    withdrawn.shows("Not saved, and gone when the").hides("question on the left");
    withdrawn.keys("p Enter");
    for desk in [&mut school, &mut withdrawn] {
        about(desk, "jabberwick");
        desk.shows("About      / jabberwick").shows("Area (LA)  / Nowhereshire");
        about(desk, "provision, jabberwick");
        desk.shows("About      / jabberwick /  Provision");
        desk.nowhere_in_the_files(&["jabberwick", "nowhereshire"]);
        // What is of the list is kept, and says so by having no mark.
        about(desk, "provision");
        desk.shows("About      Provision").keys("Alt+L Ctrl+A").text("Camden").keys("Enter Alt+N").wait(3000);
        desk.shows("Area (LA)  Camden");
        let kept = "SELECT subject || area FROM calls ORDER BY started DESC, id DESC LIMIT 1";
        assert!(desk.value(kept).ends_with("Camden"), "{}", desk.value(kept));
    }
    // Until it is known who rings, nothing is.
    let mut nobody = Desk::new();
    nobody.keys("F2 Esc a").text("provision").keys("Enter Alt+N").wait(3000);
    nobody.shows("About      / Provision");
}

/// At 80x24 nothing is cut off that carries the meaning.
#[test]
fn what_is_meant_is_seen_whole() {
    let mut desk = Desk::new();
    desk.keys("F2 p Enter")
        .text("Dawn Achebe")
        .keys("Enter")
        .text("07700 900142")
        .keys("Esc a a Enter")
        .text("last tuesday");
    desk.keys("Enter Esc c").text("Kelechi Achebe").keys("Esc m y Enter F9 F9 F3").text("m1").keys("Enter");
    desk.shows("days left").shows("guide");
    let mut desk = Desk::practice(Place::Today);
    desk.keys("F3").text("m0407").keys("Enter").keys("Right Right Right").shows("held until Fri 27 Nov");
    let mut desk = Desk::new();
    desk.keys("F2 s Enter").shows("020 7359 3635");
}
