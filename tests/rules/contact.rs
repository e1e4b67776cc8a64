//! What was said of a number, and how it is told.

use mediation_line::domain::contact::{Marked, Safety, Said, said_of};

const NUMBER: &str = "07700 900142";

fn safety(ring: Said, message: Said, writing: Said) -> Safety {
    Safety { ring, message, writing }
}

#[test]
fn contact_1_each_way_may_be_said_or_not() {
    for said in [Said::Yes, Said::No, Said::NotSaid] {
        assert_eq!(Said::from_code(said.code()), said);
        assert_eq!(Said::of_letter(Some(said.letter())), said);
    }
    assert_eq!(Safety::default().told(NUMBER, ""), NUMBER, "nothing was said: as it is");
    let one = safety(Said::NotSaid, Said::No, Said::NotSaid);
    assert_eq!(one.told(NUMBER, ""), "07700 900142 (no messages)");
}

#[test]
fn contact_2_it_is_told_by_whom() {
    let one = safety(Said::Yes, Said::No, Said::Yes);
    assert_eq!(one.told(NUMBER, "mother"), "07700 900142 (safe to ring; no messages - mother)");
}

#[test]
fn contact_3_not_safe_is_said_first() {
    for message in [Said::Yes, Said::No, Said::NotSaid] {
        let one = safety(Said::No, message, Said::NotSaid);
        assert!(one.may_not_ring());
        assert_eq!(one.told(NUMBER, "mother"), "NOT SAFE TO RING 07700 900142 (said by mother)");
    }
}

#[test]
fn contact_4_only_a_no_forbids_ringing() {
    assert!(!safety(Said::NotSaid, Said::No, Said::No).may_not_ring());
    assert!(!safety(Said::Yes, Said::No, Said::No).may_not_ring());
}

fn forbids_ringing(phone: &str, best_time: &str) -> bool {
    Safety::heard(phone, best_time).is_some_and(Safety::may_not_ring)
}

#[test]
fn contact_5_words_that_forbid_ringing_are_heard() {
    for typed in [
        "not safe",
        "evenings, NOT safe to ring, he listens",
        "don't ring",
        "don\u{2019}t ring me",
        "do not ring",
        "no calls",
        "No phone calls!",
        "he listens",
        "text only",
        "unsafe",
        "never ring",
        "please don't call her",
    ] {
        assert!(forbids_ringing("", typed), "{typed:?} as best time");
        assert!(forbids_ringing(&format!("07700 900 888 {typed}"), ""), "{typed:?} beside the number");
    }
    for typed in
        ["", "evenings", "safe to ring", "after 4", "text first", "call after 5", "he rings back", "no"]
    {
        assert_eq!(Safety::heard(NUMBER, typed), None, "{typed:?}");
    }
}

#[test]
fn contact_6_words_that_say_when_are_no_ban() {
    for typed in
        ["don't ring before 9", "no calls on Mondays", "do not ring me after 6pm", "don't call Tuesdays"]
    {
        assert_eq!(Safety::heard(NUMBER, typed), None, "{typed:?}");
    }
    for typed in ["not safe after 5", "not safe at weekends", "don't ring, he listens after 5"] {
        assert!(forbids_ringing(NUMBER, typed), "{typed:?}");
    }
}

#[test]
fn contact_7_words_that_forbid_a_message_forbid_only_that() {
    for typed in ["don't leave a message", "no messages", "no voicemail", "not safe to leave a message"] {
        let heard = Safety::heard(NUMBER, typed);
        assert_eq!(heard, Some(safety(Said::NotSaid, Said::No, Said::NotSaid)), "{typed:?}");
    }
    let both = Safety::heard(NUMBER, "don't ring, no messages");
    assert_eq!(both, Some(safety(Said::No, Said::No, Said::NotSaid)));
}

#[test]
fn contact_5_words_against_ringing_are_heard_in_any_order() {
    for typed in [
        "dont ring me on this number",
        "don't ring me on this number",
        "do not ring me on this number",
        "Don`t ring on this number please",
        "don't call me on this phone",
        "dont call on here",
        "not to ring",
        "not to be rung",
        "asked us not to call",
        "doesn't want to be called",
        "don't ever call",
        "do not under any circumstances ring",
        "never ever phone",
        "no longer safe",
        "not really safe",
        "not a safe number",
        "not this number",
        "not on this phone",
        "do not use this number",
        "no more calls",
        "not ok to ring",
        "stop ringing",
        "her husband listens",
        "don't ring me on this number, evenings best",
        "dont ring this number evenings best",
        "dont ring the house",
        "do not call me at all",
        "not before 9 its unsafe",
    ] {
        assert!(forbids_ringing("", typed), "{typed:?} as best time");
        assert!(forbids_ringing(&format!("{typed} 07700 900633"), ""), "{typed:?} before the number");
        assert!(forbids_ringing(&format!("07700 900633 {typed}"), ""), "{typed:?} behind the number");
    }
    assert!(forbids_ringing("don't ring me on 07700 900633", ""));
}

#[test]
fn contact_6_words_that_say_when_are_read_in_any_order() {
    for typed in [
        "dont ring me on this number before 9",
        "not after 6",
        "not mornings",
        "don't ring on the weekend",
        "dont ever call at night",
        "dont ring in the morning",
        "never on Mondays",
        "its the mobile, but dont ring after 3 hes home",
        "when not working",
        "cant talk before 5",
        "not this number after 5",
        "not 9 to 3",
        "not in school hours",
        "nights so not am",
    ] {
        assert_eq!(Safety::heard(NUMBER, typed), None, "{typed:?}");
        assert!(!Safety::is_in_doubt(NUMBER, typed), "{typed:?}");
    }
}

#[test]
fn contact_8_what_is_said_of_another_phone_is_no_mark_against_this_one() {
    for typed in ["not unsafe", "it isn't unsafe", "dont ring my husbands phone, 07700 900633 is mine"] {
        assert_eq!(Safety::heard(typed, ""), None, "{typed:?}");
        assert!(!Safety::is_in_doubt(typed, ""), "{typed:?}");
    }
    // Whose this one is was not said.
    assert_eq!(Safety::heard("07700 900633 dont ring my husband's phone", ""), None);
    assert!(Safety::is_in_doubt("07700 900633 dont ring my husband's phone", ""));
    let other = "07700 900633, if not ring 01632 960115";
    assert_eq!(Safety::heard(other, ""), None);
}

#[test]
fn contact_9_words_that_may_forbid_ringing_and_are_not_read_are_asked_about() {
    for typed in [
        "not my phone",
        "never you mind",
        "dont ring me at work",
        "only safe when hes out",
        "not sure its safe",
        "safer to text",
        "be careful",
        "no calls at work",
        "is this safe",
        "he checks her phone",
        "cannot ring this number",
    ] {
        assert_eq!(Safety::heard(NUMBER, typed), None, "{typed:?}");
        assert!(Safety::is_in_doubt(NUMBER, typed), "{typed:?} as best time");
        assert!(Safety::is_in_doubt(&format!("{NUMBER} {typed}"), ""), "{typed:?} beside the number");
    }
    assert!(!Safety::is_in_doubt("not given", "never"), "there is no number");
    for typed in [
        "",
        "evenings",
        "safe to ring",
        "safe",
        "its safe",
        "safe after 4",
        "after 4",
        "text first",
        "no",
        "call after 5",
        "don't mind when",
        "not before 9",
        "not working, safe to ring",
        "no messages",
        "he listens",
    ] {
        assert!(!Safety::is_in_doubt(NUMBER, typed), "{typed:?}");
    }
}

#[test]
fn contact_10_text_only_may_be_written_to_and_not_rung() {
    for typed in
        ["text only", "txt only", "TEXTS ONLY", "only text me", "only by text", "just text", "whatsapp only"]
    {
        let heard = Safety::heard(&format!("{NUMBER} {typed}"), "");
        assert_eq!(heard, Some(safety(Said::No, Said::NotSaid, Said::Yes)), "{typed:?}");
    }
    for typed in ["email only", "letters only", "only email"] {
        assert_eq!(
            Safety::heard(NUMBER, typed),
            Some(safety(Said::No, Said::NotSaid, Said::NotSaid)),
            "{typed:?}"
        );
    }
    assert_eq!(Safety::heard(NUMBER, "call or text only"), None);
}

/// A number, what was said of it, and whether it is one they have now.
struct Heard(&'static str, Safety, bool);

impl Marked for Heard {
    fn number(&self) -> &str {
        self.0
    }
    fn safety(&self) -> Safety {
        self.1
    }
    fn is_current(&self) -> bool {
        self.2
    }
}

#[test]
fn contact_11_what_was_said_is_found_however_the_number_is_spelt_and_what_is_worst_counts() {
    let ring = |ring| safety(ring, Said::NotSaid, Said::NotSaid);
    let quiet = safety(Said::Yes, Said::No, Said::NotSaid);
    let said = [
        Heard("07700 900142", ring(Said::Yes), true),
        Heard("01632 960777", ring(Said::No), true),
        Heard("07700 900142", Safety::default(), true),
        Heard("07700 900633", quiet, true),
    ];
    let of = |phone: &str| said_of(phone, &said).map(Marked::safety);
    for phone in [
        "01632 960777",
        "01632,960,777",
        "01632.960.777",
        "01632/960777",
        "01632 960777 ext 4",
        "01632 960777, home",
        "Dawn 01632 960777",
        "+44 1632 960777",
        "07700 900142 / 01632 960777",
        "01632 960777, 07700 900142",
        "07700 900633 / 01632 960777",
    ] {
        assert_eq!(of(phone), Some(ring(Said::No)), "{phone:?}");
    }
    assert_eq!(of("+44 7700 900142"), Some(ring(Said::Yes)), "nothing said counts for nothing");
    assert_eq!(of("07700 900142 or 07700 900633"), Some(quiet));
    for phone in ["", "07700 900999", "960777", "no number"] {
        assert_eq!(of(phone), None, "{phone:?}");
    }
    // What was said of a number they have now goes before what was said of an old one, number by number.
    let said = [
        Heard("07700 900142 / 01632 960777", ring(Said::No), false),
        Heard("07700 900142", ring(Said::Yes), true),
        Heard("no number", ring(Said::No), true),
    ];
    let of = |phone: &str| said_of(phone, &said).map(Marked::safety);
    assert_eq!(of("07700 900142"), Some(ring(Said::Yes)));
    assert_eq!(of("01632 960777"), Some(ring(Said::No)));
    assert_eq!(of("07700 900142 / 01632 960777"), Some(ring(Said::No)));
    assert_eq!(of("no number"), Some(ring(Said::No)), "words are compared as they stand");
}
