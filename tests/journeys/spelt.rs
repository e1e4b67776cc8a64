//! Answers that one letter gives, spelt out by somebody who does not know that: no letter lands in another field.

use super::desk::Desk;

/// A school that has the parents' yes; the cursor is on who agreed.
fn school() -> Desk {
    let mut desk = Desk::new();
    desk.school_rings();
    desk
}

const CONSENT: &str = "SELECT giver || ', ' || how || ', ' || given_to FROM consents";

#[test]
fn whole_words_answer_as_their_letters_do() {
    let mut desk = school();
    desk.text("yes").keys("Enter").text("mother").keys("Enter").text("today").keys("Enter");
    desk.text("spoken").keys("Enter").shows("OK  mother, told by").hides("poken").hides("~");
    desk.text("Adam Khan").keys("Enter F9 F9");
    assert_eq!(desk.value(CONSENT), "mother, spoken, 2026-11-24");
    assert_eq!(desk.value("SELECT typed FROM details WHERE field = 'child'"), "Adam Khan");
}

#[test]
fn a_word_of_its_own_is_kept_as_it_was_spelt() {
    let mut desk = school();
    desk.keys("y").text("mum and dad").keys("Enter t Enter").text("written form").keys("Enter");
    desk.shows("OK  mum and dad").hides("ritten form ").text("Adam Khan").keys("Enter F9 F9");
    assert_eq!(desk.value(CONSENT), "mum and dad, written form, 2026-11-24");
    assert_eq!(desk.value("SELECT typed FROM details WHERE field = 'child'"), "Adam Khan");
}

#[test]
fn a_signed_form_does_not_count_as_spoken() {
    for typed in ["signed form", "signed"] {
        let mut desk = school();
        desk.keys("y m t Enter").text(typed).keys("Enter").text("Adam Khan").keys("Enter F9 F9");
        assert_eq!(desk.value(CONSENT), format!("mother, {typed}, 2026-11-24"));
        assert_eq!(desk.value("SELECT count(*) FROM consents"), "1");
        assert_eq!(desk.value("SELECT typed FROM details WHERE field = 'child'"), "Adam Khan");
    }
}

#[test]
fn a_capital_begins_the_childs_name_and_so_does_any_letter_after_enter() {
    for (keys, name) in
        [("s", "Igor"), ("w", "Ant Khan"), ("s", "O'Brien"), ("s Enter", "mary"), ("s Enter", "hall")]
    {
        let mut desk = school();
        desk.keys("y m t Enter").keys(keys).text(name).keys("Enter F9 F9");
        assert_eq!(desk.value("SELECT count(*) FROM consents"), "1", "{name}");
        assert_eq!(desk.value("SELECT typed FROM details WHERE field = 'child'"), name);
    }
}

#[test]
fn small_letters_after_the_letter_are_more_of_the_answer_and_take_the_record_back_at_once() {
    for typed in ["solicitor refused", "sadly refused", "withheld", "evasive, no answer", "sort of", "she"] {
        let mut desk = school();
        desk.keys("y m t Enter").text(&typed[..2]).shows("This goes on with the answer");
        keeps_nothing(&mut desk);
        desk.text(&typed[2..]).keys("Enter").shows("~ How is not read").shows(typed);
        keeps_nothing(&mut desk);
        desk.keys("F9").shows("how is not known");
    }
}

#[test]
fn a_yes_without_limits_is_read() {
    for typed in ["spoken, no limits", "written, limits: none"] {
        let mut desk = school();
        desk.keys("y m t Enter").text(typed).keys("Enter").hides("not read").shows("OK  mother");
        desk.text("Adam Khan").keys("Enter F9 F9");
        assert_eq!(desk.value(CONSENT), format!("mother, {typed}, 2026-11-24"));
        assert_eq!(desk.value("SELECT typed FROM details WHERE field = 'child'"), "Adam Khan");
    }
}

/// Nothing of a consent or of a family is in the file.
fn keeps_nothing(desk: &mut Desk) {
    desk.wait(3000);
    for table in ["cases", "consents", "details", "notes"] {
        assert_eq!(desk.value(&format!("SELECT count(*) FROM {table}")), "0", "{table}");
    }
}

#[test]
fn words_that_say_no_are_no_yes() {
    let mut desk = school();
    desk.keys("y").text("mother does not know").keys("Enter t Enter s").shows("~ Who is not read");
    desk.hides("Consent recorded");
    keeps_nothing(&mut desk);
    let mut desk = school();
    desk.keys("y m t Enter").text("not asked yet").keys("Enter").shows("~ How is not read");
    keeps_nothing(&mut desk);
}

#[test]
fn whoever_is_spelt_out_and_is_no_letter_of_the_list_goes_back_to_who() {
    let mut desk = school();
    desk.keys("y").text("class teacher").keys("Enter").shows("~ Who is not read").hides("lass teacher t");
    desk.shows("class teacher").hides("Who agreed? carer").keys("t Enter s").shows("~ Who is not read");
    keeps_nothing(&mut desk);
    // What can agree after all is read.
    let mut desk = school();
    desk.keys("y").text("birth mother").keys("Enter t Enter s").text("Adam Khan").keys("Enter F9 F9");
    assert_eq!(desk.value(CONSENT), "birth mother, spoken, 2026-11-24");
    for (letter, rest) in [("m", "arion's father"), ("c", "areful aunt")] {
        let mut desk = school();
        desk.keys("y").keys(letter).text(rest).keys("Enter t Enter s").shows(&format!("{letter}{rest}"));
        desk.shows("~ Who is not read");
        keeps_nothing(&mut desk);
    }
    for who in ["me", "my colleague", "mum's boyfriend", "mother's new partner", "childminder"] {
        let mut desk = school();
        desk.keys("y").text(who).keys("Enter").shows("~ Who is not read").shows(who);
        desk.keys("t Enter s").shows("~ Who is not read").hides("Consent recorded");
        keeps_nothing(&mut desk);
    }
    // A day that is not read, or an Enter between, is no rest of a word.
    for typed in [
        "before the holidays",
        "yestreday",
        "about 20 nov or so",
        "at parents evening",
        "after school",
        "a while back",
    ] {
        let mut desk = school();
        desk.keys("y m").text(typed).keys("Enter").shows("mother").shows(typed);
    }
    let mut desk = school();
    desk.keys("y m Enter").text("ost of them").keys("Enter").shows("mother").hides("most of");
}

#[test]
fn a_sentence_about_a_parent_is_nobody_who_agreed() {
    for typed in [
        "mum to decide",
        "MUM TO DECIDE",
        "Mum needs a chat first",
        "deceased mother",
        "parents know about it",
        "nan, mum knows",
        "her brother",
        "advocate",
        "but she has to ask dad first",
        "can you ring them",
        "es but she has to ask dad first",
        "es can you ring them",
        "ES BUT SHE HAS TO ASK DAD FIRST",
    ] {
        let mut desk = school();
        desk.keys("y").text(typed).keys("Enter t Enter s").shows("~ Who is not read");
        desk.shows("m mother, f father, b both, c carer, y young").hides("Consent recorded");
        keeps_nothing(&mut desk);
    }
}

#[test]
fn a_day_that_may_be_ahead_is_not_yet_until_its_year_is_typed() {
    // The call is on Tuesday 24 November 2026.
    for when in ["26/11", "thu 26 nov", "dec", "this fri", "30th"] {
        let mut desk = school();
        desk.keys("y m").text(when).keys("Enter").shows("Type the year").keys("s").hides("Consent recorded");
        keeps_nothing(&mut desk);
    }
    let mut desk = school();
    desk.keys("y m").text("26/11/25").keys("Enter s").shows("Consent recorded").text("Adam Khan");
    desk.keys("Enter F9 F9 F3").text("M-0001").keys("Enter Right").shows("Wed 26 Nov 2025 (typed 26/11/25)");
}

#[test]
fn with_caps_lock_a_refusal_is_no_name() {
    for typed in ["SHE WILL ASK HIM FIRST", "WILL RING TOMORROW", "SADLY REFUSED", "SHE SAID NO"] {
        let mut desk = school();
        desk.keys("y m t Enter").text(&typed[..3]);
        keeps_nothing(&mut desk);
        desk.text(&typed[3..]).keys("Enter").shows("~ How is not read").shows(typed);
        keeps_nothing(&mut desk);
    }
    let mut desk = school();
    desk.keys("Y M Enter T Enter")
        .text("SIGNED FORM")
        .keys("Enter")
        .shows("Consent recorded")
        .text("ADAM KHAN");
    desk.keys("Enter F9 F9");
    assert_eq!(desk.value(CONSENT), "mother, SIGNED FORM, 2026-11-24");
    assert_eq!(desk.value("SELECT typed FROM details WHERE field = 'child'"), "ADAM KHAN");
}

#[test]
fn a_name_at_who_is_not_its_first_letter() {
    for (typed, shown) in
        [("Fatima Achebe, mother", true), ("Mary Smith, mother", true), ("Mr Okonkwo", false)]
    {
        let mut desk = school();
        desk.keys("y").text(typed).keys("Enter").shows(typed);
        desk.text("yesterday").keys("Enter s");
        if shown {
            desk.shows("Consent recorded").text("Adam Khan").keys("Enter F9 F9");
            assert_eq!(desk.value(CONSENT), format!("{typed}, spoken, 2026-11-23"));
        } else {
            keeps_nothing(&mut desk);
        }
    }
}

#[test]
fn what_puts_a_yes_off_takes_the_record_back() {
    for typed in [
        "will ask her tonight",
        "waiting for the form",
        "should be signed soon",
        "still to ask",
        "would do",
        "shouldn't be long",
        "she'll say tonight",
        "without asking her",
    ] {
        let mut desk = school();
        desk.keys("y m t Enter").text(typed).keys("Enter").shows("~ How is not read").shows(typed);
        keeps_nothing(&mut desk);
        // Answered after all, the gate opens.
        desk.keys("Ctrl+A s").text("Adam Khan").keys("Enter F9 F9");
        assert_eq!(desk.value(CONSENT), "mother, spoken, 2026-11-24", "{typed}");
        assert_eq!(desk.value("SELECT typed FROM details WHERE field = 'child'"), "Adam Khan");
    }
    // Who, corrected last, is recorded by its letter as well.
    let mut desk = school();
    desk.keys("y").text("o").text("neighbour").keys("Enter t Enter s");
    desk.text("class teacher").keys("Enter").shows("~ Who is not read").shows("class teacher");
    keeps_nothing(&mut desk);
}

const ANSWER: &str = "SELECT answer FROM enquiries";

#[test]
fn not_sure_spelt_out_is_not_sure() {
    for typed in ["not sure", "unsure", "don't know", "dont know", "not sure at all", "no idea"] {
        let mut desk = school();
        desk.text(typed).keys("Enter").wait(3000).keys("F9 F9").shows("Kept as enquiry E-0001.");
        assert_eq!(desk.value(ANSWER), "not sure", "{typed}");
        assert_eq!(desk.value("SELECT subject FROM enquiries"), "", "{typed}");
    }
    for typed in ["no", "not yet", "no they do not know", "never", "nope"] {
        let mut desk = school();
        desk.text(typed).keys("Enter").wait(3000).keys("F9 F9").shows("Kept as enquiry E-0001.");
        assert_eq!(desk.value(ANSWER), "no", "{typed}");
        assert_eq!(desk.value("SELECT subject FROM enquiries"), "", "{typed}");
    }
}

#[test]
fn of_an_answer_nothing_stays_in_about() {
    let mut desk = school();
    desk.text("no they do not know").keys("Enter").shows("no they do not know");
    desk.keys("Alt+A").text("a").keys("Enter").shows("LA will not assess (EHC)").keys("Alt+K");
    desk.text("no").keys("Enter").shows("LA will not assess (EHC)").hides("(EHC)o").keys("F9 F9");
    assert_eq!(desk.value("SELECT subject FROM enquiries"), "refuse_assess");
}

#[test]
fn an_answer_that_is_not_ended_with_enter_counts_as_well() {
    for (typed, answer) in [("not sure", "not sure"), ("don't know", "not sure"), ("no", "no")] {
        let mut desk = school();
        desk.text(typed).keys("F9 F9").shows("Kept as enquiry E-0001.");
        assert_eq!(desk.value(ANSWER), answer, "{typed}");
    }
    // Words that begin as no answer does stay where they were typed.
    let mut desk = school();
    desk.text("nurture group").keys("Enter").shows("About      / urture group");
    let mut desk = school();
    desk.text("doctor's note").keys("Enter").shows("doctor's note").shows("Have the parents agreed");
}

#[test]
fn a_sentence_that_begins_with_a_letter_of_the_question_answers_nothing() {
    for typed in
        ["nan has him at weekends", "nobody asked them yet", "under a lot of stress", "Nan's house, mostly"]
    {
        let mut desk = school();
        let word = typed.find(' ').unwrap() + 1;
        desk.text(&typed[..word]).shows("No answer, but a sentence");
        desk.text(&typed[word..]).keys("F9");
        desk.shows("not answered: as not yet").shows("YOUR SCRATCH (1 line)").keys("Esc");
        desk.shows(&typed.to_lowercase()[..12])
            .wait(3000)
            .nowhere_in_the_files(&["weekend", "stress", "mostly"]);
        assert_eq!(desk.value("SELECT count(*) FROM calls WHERE answer IS NOT NULL"), "0", "{typed}");
        // F4 leads back to the question, which is answered as ever.
        desk.keys("F4 y m t Enter s").shows("Consent recorded").shows(&typed.to_lowercase()[..12]);
    }
    // A letter of the list is a kind, whatever the two spell.
    let mut desk = school();
    desk.keys("u p Enter").shows("Placement or school").shows("NOT SURE");
}

#[test]
fn a_field_that_is_locked_leaves_the_cursor_where_nothing_is_saved() {
    for letter in ["c", "s", "r"] {
        for before in ["", "Esc n", "Esc p"] {
            let mut desk = Desk::new();
            desk.keys("F2 s Enter").text("Martin Oyelaran").keys("Enter Enter").text("01632 960118");
            if !before.is_empty() {
                desk.keys(before);
            }
            desk.keys("Esc").keys(letter).shows("Opens when consent is recorded").text("Yusuf Okafor");
            desk.shows("Yusuf Okafor").wait(3000);
            desk.nowhere_in_the_files(&["yusuf", "okafor"]);
            // Back with F4 to where one came from.
            desk.keys("F4 F9").hides("Yusuf OkaforMartin");
        }
    }
}

#[test]
fn of_scratch_that_was_in_the_file_for_a_moment_it_is_not_said_that_it_never_was() {
    let mut desk = school();
    desk.keys("F4").text("zebra words").keys("F4 y m t Enter").text("sadly refused").keys("Enter F9");
    desk.shows("YOUR SCRATCH (1 field, 1 line) has left the file and is gone");
    desk.nowhere_in_the_files(&["zebra"]);
    let mut desk = school();
    desk.keys("F4").text("zebra words").keys("F4 n F9").shows("YOUR SCRATCH (1 line) was never saved");
}

#[test]
fn a_letter_that_is_deleted_takes_its_record_back() {
    for delete in ["Backspace", "Ctrl+W"] {
        let mut desk = school();
        desk.keys("F4").text("zebra words").keys("F4 y m t Enter s").shows("Consent recorded").keys(delete);
        desk.shows("Asked again").shows("zebra words");
        keeps_nothing(&mut desk);
        desk.text("not asked yet").keys("Enter").shows("~ How is not read").wait(3000);
        desk.nowhere_in_the_files(&["zebra", "not asked yet"]);
        desk.keys("Ctrl+A s").text("Adam Khan").keys("Enter F9 F9");
        assert_eq!(desk.value(CONSENT), "mother, spoken, 2026-11-24");
    }
    // Of who agreed, answered last, it is the same; and behind a first letter of a name it is the name's.
    let mut desk = school();
    desk.keys("y o").text("neighbour").keys("Enter t Enter s m").shows("Consent recorded").keys("Backspace");
    keeps_nothing(&mut desk);
    let mut desk = school();
    desk.keys("y m t Enter s").text("X").keys("Backspace").text("Yusuf").wait(3000);
    assert_eq!(desk.value("SELECT typed FROM details WHERE field = 'child'"), "Yusuf");
}

#[test]
fn a_record_that_is_spelt_anew_is_said_to_be_taken_back() {
    let mut desk = school();
    desk.keys("y m t Enter").text("signed form").keys("Enter").text("Adam Khan").keys("Enter F9 F9");
    let acts = desk.value("SELECT group_concat(act, '; ') FROM history");
    assert!(acts.contains("Taken back: the family's details left the file"), "{acts}");
    assert!(!acts.contains("otherwise"), "{acts}");
}
