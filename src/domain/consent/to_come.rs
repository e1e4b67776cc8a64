//! Whether a way of agreeing is still to come: rule 13 of consent. Words only, as in [`super::named`].
//!
//! "Phone" is what they agreed by, and what is to be done with them: what stands around it says which. In doubt it is to
//! come, for the letter typed anew costs less than a yes that nobody gave. Words that put off whatever stands beside
//! them ("tomorrow", "will") are absent: they stand in [`super::denied`].

use super::named::{BESIDE_A_WAY, GIVER_WORDS, WAY_WORDS, words};

/// Ways that are an order as well, as they stand.
const ORDERS: &[&str] =
    &["call", "email", "mail", "message", "phone", "sms", "telephone", "text", "visit", "whatsapp", "zoom"];

/// Whom an order is about, beside the words for a parent: "phone her", "email the father", "call Mrs Okafor".
const WHOM: &[&str] = &[
    "both", "dr", "her", "him", "his", "it", "me", "miss", "mr", "mrs", "ms", "our", "the", "their", "them",
    "us",
];

/// When or how often an order is for. After "by phone" the same words only say when it was.
const WHEN: &[&str] = &["a", "after", "again", "an", "at", "before", "during", "home", "my", "this", "today"];

/// What makes of a word the name of a way: "by phone", "a video call".
const OF_A_WAY: &[&str] = &[
    "a",
    "an",
    "by",
    "in",
    "last",
    "my",
    "of",
    "on",
    "our",
    "over",
    "phone",
    "same",
    "sms",
    "teams",
    "telephone",
    "text",
    "that",
    "the",
    "through",
    "via",
    "video",
    "voice",
    "whatsapp",
    "with",
    "zoom",
];

/// What may be ahead of the call; other parts of a day, and of a week, stand in their place or not at all.
const MAY_BE_AHEAD: &[&str] = &["today"];

/// Words that say that it is done.
pub(super) const DONE: &[&str] = &[
    "agreed",
    "called",
    "confirmed",
    "consented",
    "dated",
    "emailed",
    "gave",
    "given",
    "last",
    "messaged",
    "met",
    "phoned",
    "rang",
    "said",
    "signed",
    "spoke",
    "spoken",
    "talked",
    "texted",
    "told",
    "was",
    "written",
    "wrote",
    "yesterday",
];

/// Rule 13: the way is an order, or of an hour that may be ahead.
pub(super) fn is_to_come(text: &str) -> bool {
    let lower = text.to_lowercase();
    let holds = |list: &[&str]| words(&lower).any(|word| list.contains(&word));
    if holds(MAY_BE_AHEAD) && !holds(DONE) {
        return true;
    }
    // What is said between two marks: in "phone, mother" nobody is to be phoned.
    text.split([',', ';', ':', '.', '(', ')', '/', '-']).any(|said| {
        let said: Vec<&str> = words(said).collect();
        (0..said.len()).any(|at| is_an_order(&said, at))
    })
}

/// The word at this place is an order: it stands before whom it is about, or before when where it is no name of a way.
fn is_an_order(said: &[&str], at: usize) -> bool {
    let small = |at: usize| said.get(at).map(|word| word.to_lowercase()).unwrap_or_default();
    let is = |list: &[&str], at: usize| list.contains(&small(at).as_str());
    let is_way = at.checked_sub(1).is_some_and(|before| is(OF_A_WAY, before));
    let a_name = |at: usize| {
        let capital = said.get(at).is_some_and(|word| word.starts_with(char::is_uppercase));
        capital && !is(WAY_WORDS, at) && !is(BESIDE_A_WAY, at)
    };
    let this_morning = is(&["this"], at + 1) && is(&["morning"], at + 2);
    is(ORDERS, at)
        && (is(WHOM, at + 1)
            || is(GIVER_WORDS, at + 1)
            || !is_way && (a_name(at + 1) || is(WHEN, at + 1) && !this_morning))
}
