//! What was said of a number, and how it is told.

use mediation_line::domain::contact::{Safety, Said};

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
