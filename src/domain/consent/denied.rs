//! Whether words deny a consent, doubt it, or put it off to another day. Words only, as in [`super::named`].
//!
//! A word too many in these lists costs a letter typed anew; one too few would record a yes that nobody gave.
//! Therefore one such word anywhere is enough, and only of "no limits" it is certain that it denies nothing.
//! Names are absent, but for `Will`, who is a person and no promise, and two like it.

use super::said::{COLON, MARK, Said, cut};

/// Words that are said of a whole consent, and hardly of a part of it.
pub(super) const REFUSES: &[&str] = &[
    "cancelled",
    "cancels",
    "decline",
    "declined",
    "declines",
    "disagree",
    "disagreed",
    "disagrees",
    "refuse",
    "refused",
    "refuses",
    "refusing",
    "reject",
    "rejected",
    "rejects",
    "revoked",
    "revokes",
    "withdraw",
    "withdrawing",
    "withdrawn",
    "withdraws",
    "withdrew",
];

/// Words that deny or doubt, and words for what is still to come.
const DENIES: &[&str] = &[
    "no",
    "not",
    "nope",
    "never",
    "without",
    "nobody",
    "none",
    "noone",
    "neither",
    "nor",
    "nothing",
    "denied",
    "denies",
    "object",
    "objects",
    "objected",
    "against",
    "unknown",
    "unaware",
    "unwilling",
    "unsure",
    "unasked",
    "unsigned",
    "uncertain",
    "cannot",
    "dont",
    "doesnt",
    "didnt",
    "hasnt",
    "havent",
    "hadnt",
    "isnt",
    "arent",
    "wasnt",
    "werent",
    "wont",
    "cant",
    "couldnt",
    "wouldnt",
    "shouldnt",
    "will",
    "would",
    "shall",
    "should",
    "might",
    "if",
    "yet",
    "still",
    "soon",
    "later",
    "tonight",
    "tomorrow",
    "eventually",
    "pending",
    "wait",
    "waits",
    "waiting",
    "awaiting",
    "awaited",
    "want",
    "wants",
    "ask",
    "asking",
    "maybe",
    "perhaps",
    "probably",
    "possibly",
    "hopefully",
    "undecided",
    "think",
    "thinks",
    "thinking",
    "considering",
    "consider",
    "considers",
    "may",
    "could",
    "hope",
    "hopes",
    "hoping",
    "going",
    "expect",
    "expects",
    "reluctant",
    "reluctantly",
    "hesitant",
    "hesitates",
    "doubt",
    "doubts",
    "doubtful",
    "opposed",
    "opposes",
    "unconvinced",
    "unclear",
    "unable",
    "unhappy",
    "voicemail",
    "outstanding",
    "sent",
    "due",
    "tbc",
    "tba",
    "nah",
    "changed",
    "changes",
    "withheld",
];

/// What a consent can be bound by, for rule 11. Conditions are absent: "under no conditions" is a denial.
pub(super) const LIMITS: &[&str] = &[
    "limit",
    "limits",
    "limitation",
    "limitations",
    "restriction",
    "restrictions",
    "reservation",
    "reservations",
];

/// After `to` what is still to be done: "to be signed", "to ring her". Not `say` or `tell`: she rang to say
/// so.
const TO_COME: &[&str] = &[
    "agree", "be", "call", "come", "email", "follow", "get", "meet", "message", "phone", "ring", "send",
    "sign", "speak", "talk", "text", "visit", "write",
];

/// Rule 9: the text denies it, doubts it, or puts it off.
pub fn denies(text: &str) -> bool {
    let said = cut(text);
    let small = |at: usize| said.get(at).map_or("", |said: &Said<'_>| &said.small);
    (0..said.len()).any(|at| {
        let word = small(at);
        let next = said.iter().skip(at + 1).find(|said| !said.is_mark());
        // "Will Ames, father": a name, unless what follows is what will be done.
        let a_name = ["Hope", "May", "Will"].contains(&said[at].word)
            && !next.is_some_and(|next| next.word.starts_with(char::is_lowercase));
        let next = next.map_or("", |next| &next.small);
        let denies = [DENIES, REFUSES].iter().any(|list| list.contains(&word))
            || word.ends_with("n't")
            || word.ends_with("'ll")
            || word == "this" && next == "evening"
            || word == "to" && TO_COME.contains(&next);
        denies && !a_name && !says_no_limits(&small, at)
    })
}

/// Rule 11: the word is the no of "no limits", or the none of "limits: none" where nothing follows. With a
/// mark between them it is neither: "said no, limits to be seen".
fn says_no_limits<'a>(small: &impl Fn(usize) -> &'a str, at: usize) -> bool {
    let before = |back: usize| at.checked_sub(back).map_or("", small);
    match small(at) {
        "no" | "without" => LIMITS.contains(&small(at + 1)),
        "none" => {
            let of = if before(1) == COLON { before(2) } else { before(1) };
            ["", MARK, COLON].contains(&small(at + 1)) && LIMITS.contains(&of)
        }
        _ => false,
    }
}
