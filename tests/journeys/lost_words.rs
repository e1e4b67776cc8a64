//! What is typed on without looking at the screen: no word of it is lost, and none of it reaches the file too early.

use super::desk::Desk;

#[test]
fn words_that_are_no_answer_to_the_consent_questions_go_into_scratch_when_others_take_their_place() {
    let mut desk = Desk::new();
    desk.school_rings();
    desk.keys("y m").text("ts").text("jayden brown").keys("Enter").text("7 yrs").keys("Enter Enter");
    desk.text("denise brown").keys("Enter");
    desk.text("07700900888").keys("Enter").text("bexl").keys("Enter");
    for words in ["tsjayden brown", "7 yrs", "denise brown", "07700900888", "bexl"] {
        desk.shows(words);
    }
    desk.wait(3000).keys("F9").shows("YOUR SCRATCH (2 fields, 3 lines) was never saved");
    desk.nowhere_in_the_files(&["jayden", "7 yrs", "denise", "900888", "bexl"]);
    // The answers all the same: now all of it is in the notes.
    desk.keys("Esc Up Down t Enter s").shows("Consent recorded").wait(3000);
    let notes = "7 yrs\ntsjayden brown\ndenise brown\n07700900888\nbexl";
    assert_eq!(desk.value("SELECT body FROM notes"), notes);
}

#[test]
fn an_answer_that_is_corrected_leaves_nothing_in_scratch() {
    let mut desk = Desk::new();
    desk.school_rings();
    desk.keys("y m t Up").text("father").keys("Enter y Enter s").shows("OK  father").wait(3000);
    assert_eq!(desk.value("SELECT count(*) FROM notes"), "0");
}

#[test]
fn a_sentence_of_who_agreed_is_no_yes_and_a_longer_name_of_the_parent_is_one() {
    let mut desk = Desk::new();
    desk.school_rings();
    desk.keys("y").text("Mum told me on the phone on friday").keys("Enter").shows("~ Who is not read");
    desk.text("friday").keys("Enter s").hides("Consent recorded").shows("~ Who is not read").keys("Ctrl+A");
    desk.text("Grace Okonkwo, mother of the child").keys("Enter").shows("Consent recorded");
    desk.text("Adam Khan").keys("Enter Enter Enter").text("Grace Okonkwo");
    desk.keys("Enter").text("07700 900142").keys("Enter F9 F9").shows("Finished");
    let sentence = "Grace Okonkwo, mother of the child";
    assert_eq!(desk.value("SELECT giver FROM consents"), sentence);
    assert_eq!(desk.value("SELECT relation FROM parties WHERE side = 'family'"), "mother");
}

#[test]
fn plain_words_of_what_it_is_about_are_kept_and_the_kind_is_offered() {
    let mut desk = Desk::new();
    desk.keys("F2 p Enter").text("Dawn Achebe").keys("Enter Esc a").text("they refused to assess him");
    desk.shows("LA will not assess (EHC)? Down, Enter takes it; the words stay.").keys("Enter");
    desk.shows("~ No kind yet. LA will not assess (EHC)?").shows("What it is about: which kind");
    desk.keys("Esc a Down Enter").hides("What it is about").wait(3000);
    let kept = "SELECT typed || ' / ' || reading FROM details WHERE field = 'about'";
    assert_eq!(desk.value(kept), "they refused to assess him, a / refuse_assess");
    desk.keys("F9 F9").shows("Finished");
    assert_eq!(desk.value("SELECT route FROM cases"), "statutory");
}

#[test]
fn words_of_what_it_is_about_stay_beside_a_kind_of_ones_own_choice_and_are_read_again() {
    let mut desk = Desk::new();
    desk.keys("F2 p Enter").text("Dawn Achebe").keys("Enter Esc a").text("no taxi since may, wants it back");
    desk.keys("Down Down Down Down Down").shows("> f  Provision").keys("Enter").wait(3000);
    let kept = "SELECT typed || ' / ' || reading FROM details WHERE field = 'about'";
    assert_eq!(desk.value(kept), "no taxi since may, wants it back, f / content_F");
    let said = "(section F): \"no taxi since may, wants it";
    desk.keys("F9").shows(said).keys("F9").shows("Finished");
    desk.keys("F3").text("m1").keys("Enter").shows("no taxi since may, wants it back");
}

#[test]
fn another_kind_of_the_list_takes_the_place_of_the_kind_and_not_of_the_words() {
    let mut desk = Desk::new();
    desk.keys("F2 p Enter").text("Dawn Achebe").keys("Enter Esc a").text("provision, taxi stopped since may");
    desk.keys("Down Down Down Down Down Enter Esc a Down Down Down Down Enter").wait(3000);
    let typed = desk.value("SELECT typed FROM details WHERE field = 'about'");
    assert!(typed.starts_with("taxi stopped since may, "), "{typed}");
    assert_eq!(typed.matches(',').count(), 1, "one kind: {typed}");
}
