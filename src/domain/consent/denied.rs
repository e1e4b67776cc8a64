//! Whether words deny a consent, doubt it, or put it off to another day. Words only, as in [`super::named`].
//!
//! A word too many in these lists costs a letter typed anew; one too few would record a yes that nobody gave. Therefore
//! one such word anywhere is enough, and only of "no limits" it is certain that it denies nothing. Names are absent, but
//! for `Will`, who is a person and no promise, and two like it.

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
    "refuse",
    "refused",
    "refuses",
    "refusing",
    "decline",
    "declined",
    "declines",
    "denied",
    "denies",
    "disagree",
    "disagrees",
    "disagreed",
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
    "withdraw",
    "withdraws",
    "withdrew",
    "withdrawn",
    "withheld",
    "revoked",
    "cancelled",
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

/// After `to` what is still to be done: "to be signed", "to ring her". Not `say` or `tell`: she rang to say so.
const TO_COME: &[&str] = &[
    "agree", "be", "call", "come", "email", "follow", "get", "meet", "message", "phone", "ring", "send",
    "sign", "speak", "talk", "text", "visit", "write",
];

/// Rule 9: the text denies it, doubts it, or puts it off.
pub fn denies(text: &str) -> bool {
    let text = text.replace('\u{2019}', "'");
    // Each word with the space or the mark behind it; a mark that stands alone is no word.
    let said: Vec<&str> = text
        .split_inclusive(|c: char| !c.is_alphanumeric() && c != '\'')
        .filter(|piece| !piece.trim().is_empty())
        .collect();
    said.iter().enumerate().any(|(at, piece)| {
        let word = bare(piece);
        let next = said.iter().skip(at + 1).map(|next| bare(next)).find(|next| !next.is_empty());
        let next = next.unwrap_or_default();
        // "Will Ames, father": a name, unless what follows is what will be done.
        let a_name = ["Hope", "May", "Will"].contains(&word) && !next.starts_with(char::is_lowercase);
        let word = word.to_lowercase();
        let denies = DENIES.contains(&word.as_str())
            || word.ends_with("n't")
            || word.ends_with("'ll")
            || word == "this" && next.eq_ignore_ascii_case("evening")
            || word == "to" && TO_COME.contains(&next.to_lowercase().as_str());
        denies && !a_name && !says_no_limits(&said, at)
    })
}

/// The word of a piece, without the marks around it.
fn bare(piece: &str) -> &str {
    piece.trim_matches(|c: char| !c.is_alphanumeric())
}

/// Rule 11: the piece is the no of "no limits", or the none of "limits: none" where nothing follows. With a mark between
/// them it is neither: "said no, limits to be seen".
fn says_no_limits(said: &[&str], at: usize) -> bool {
    let limits = |piece: &&&str| LIMITS.contains(&bare(piece).to_lowercase().as_str());
    let goes_on = |piece: &&str| piece.ends_with(char::is_whitespace);
    let after = said.get(at + 1);
    said.get(at).is_some_and(|piece| match bare(piece).to_lowercase().as_str() {
        "no" | "without" => goes_on(piece) && after.as_ref().is_some_and(limits),
        "none" => {
            let before = at.checked_sub(1).and_then(|before| said.get(before)).filter(limits);
            (after.is_none() || !goes_on(piece)) && before.is_some_and(|of| goes_on(of) || of.ends_with(':'))
        }
        _ => false,
    })
}
