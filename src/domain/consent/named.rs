//! Whether words name somebody who can agree for a child, or a way of agreeing. Words only: what is typed is never
//! changed here, and what names neither is kept as typed.
//!
//! A word too many in the lists of denial costs a letter typed anew; one too few would record a yes that nobody gave.
//! Therefore one such word anywhere is enough, and only of "no limits" it is certain that it denies nothing. Names are
//! absent, but for `Will`, who is a person and no promise.

use super::{read_giver, read_way};

/// Words for somebody who can agree: a parent in the wide sense (Education Act 1996, s.576), or who acts for one. A
/// local authority is one where it has parental responsibility: [`HAS_RESPONSIBILITY`].
const GIVER_WORDS: &[&str] = &[
    "mother",
    "mothers",
    "mum",
    "mums",
    "mummy",
    "mom",
    "mam",
    "stepmother",
    "stepmum",
    "father",
    "fathers",
    "dad",
    "dads",
    "daddy",
    "stepfather",
    "stepdad",
    "parent",
    "parents",
    "carer",
    "carers",
    "guardian",
    "guardians",
    "foster",
    "grandmother",
    "grandma",
    "gran",
    "granny",
    "nan",
    "nana",
    "grandfather",
    "grandad",
    "grandpa",
    "grandparent",
    "grandparents",
    "aunt",
    "auntie",
    "uncle",
    "sister",
    "brother",
    "young",
    "himself",
    "herself",
    "themselves",
    "deputy",
    "attorney",
    "representative",
    "advocate",
];

/// Words for a way of agreeing.
const WAY_WORDS: &[&str] = &[
    "spoken",
    "spoke",
    "speaking",
    "said",
    "say",
    "says",
    "told",
    "talked",
    "talk",
    "phone",
    "phoned",
    "telephone",
    "call",
    "called",
    "rang",
    "writing",
    "written",
    "wrote",
    "letter",
    "email",
    "emailed",
    "mail",
    "text",
    "texted",
    "message",
    "messaged",
    "whatsapp",
    "sms",
    "form",
    "signed",
    "signature",
    "person",
    "face",
    "verbal",
    "verbally",
    "oral",
    "orally",
    "video",
    "zoom",
    "teams",
    "online",
    "interpreter",
    "meeting",
    "met",
    "visit",
    "conversation",
    "agreed",
];

/// Words for those who have to do with a child at work. An adviser who acts for a parent is not among them.
pub(super) const AT_WORK: &[&str] = &[
    "teacher",
    "teachers",
    "headteacher",
    "head",
    "headmaster",
    "headmistress",
    "senco",
    "sendco",
    "tutor",
    "assistant",
    "school",
    "nursery",
    "college",
    "officer",
    "officers",
    "worker",
    "workers",
    "caseworker",
    "authority",
    "council",
    "services",
    "sendiass",
    "coordinator",
    "manager",
    "governor",
    "nurse",
    "doctor",
    "gp",
    "psychologist",
    "therapist",
    "police",
];

/// Of these the ones that can have parental responsibility: an authority, and who speaks for it.
const AUTHORITY: &[&str] = &["authority", "council", "worker", "services"];

/// Words that say so: Children Act 1989, s.33(3)(a), for a care order.
const HAS_RESPONSIBILITY: &[&str] = &["parental responsibility", "care order", "corporate parent"];

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
];

/// What a consent can be bound by, for rule 11. Conditions are absent: "under no conditions" is a denial.
const LIMITS: &[&str] = &[
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
const TO_COME: &[&str] =
    &["be", "call", "come", "follow", "get", "meet", "phone", "ring", "send", "sign", "speak", "visit"];

pub(super) fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty())
}

fn holds_one_of(list: &[&str], text: &str) -> bool {
    words(&text.to_lowercase()).any(|word| list.contains(&word))
}

/// Rule 9: the text denies it, doubts it, or puts it off.
pub(super) fn denies(text: &str) -> bool {
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
        let a_name = word == "Will" && !next.starts_with(char::is_lowercase);
        let word = word.to_lowercase();
        let denies = DENIES.contains(&word.as_str())
            || word.ends_with("n't")
            || word.ends_with("'ll")
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

/// Rules 8 to 11: the text names somebody who can agree, by its letter or in words.
pub fn names_a_giver(typed: &str) -> bool {
    if typed.trim().eq_ignore_ascii_case("both") {
        return true;
    }
    let Some(typed) = read_giver(typed).filter(|typed| !denies(typed)) else { return false };
    let lower = typed.to_lowercase();
    if HAS_RESPONSIBILITY.iter().any(|words| lower.contains(words)) && holds_one_of(AUTHORITY, &lower) {
        return true;
    }
    // "mother, told by the teacher": who is named first, between commas, is meant.
    lower
        .split([',', ';', ':', '/', '('])
        .find_map(|part| match (holds_one_of(AT_WORK, part), holds_one_of(GIVER_WORDS, part)) {
            (false, false) => None,
            (at_work, _) => Some(!at_work),
        })
        .unwrap_or(false)
}

/// Rules 8, 9 and 11: the text names a way of agreeing, by its letter or in words.
pub fn names_a_way(typed: &str) -> bool {
    read_way(typed).is_some_and(|typed| !denies(&typed) && holds_one_of(WAY_WORDS, &typed))
}
