//! Whether words name a way of agreeing, and the words that speak of a family or of people at work. Words only: what is
//! typed is never changed here, and what names no way is kept as typed. What denies a yes is absent, and so is who can
//! give one: they stand beside.

use super::denied::{LIMITS, denies};
use super::read_way;
use super::to_come::is_to_come;

/// Words for somebody of the family, or who acts for one of it. Which of them can agree is [`super::giver`]'s.
pub(super) const GIVER_WORDS: &[&str] = &[
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
    "cousin",
    "himself",
    "herself",
    "themselves",
    "deputy",
    "attorney",
    "representative",
    "advocate",
];

/// Words for a way of agreeing.
pub(super) const WAY_WORDS: &[&str] = &[
    "spoken",
    "spoke",
    "speaking",
    "said",
    "say",
    "says",
    "told",
    "talked",
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

/// The one way that is written as two words, or with a line between.
const E_MAIL: [(&str, &str); 4] =
    [("e-mail", "email"), ("E-mail", "Email"), ("E-MAIL", "EMAIL"), ("e mail", "email")];

/// Small words that may stand beside a way and say nothing of the answer: to whom, through what, where and when.
pub(super) const BESIDE_A_WAY: &[&str] = &[
    "a",
    "about",
    "after",
    "afternoon",
    "again",
    "agree",
    "agrees",
    "all",
    "also",
    "an",
    "and",
    "annual",
    "asked",
    "at",
    "before",
    "both",
    "by",
    "child",
    "confirmed",
    "confirms",
    "consent",
    "consented",
    "consents",
    "copy",
    "date",
    "dated",
    "day",
    "document",
    "during",
    "evening",
    "family",
    "fine",
    "for",
    "friend",
    "from",
    "gave",
    "given",
    "gives",
    "happy",
    "he",
    "her",
    "him",
    "his",
    "home",
    "i",
    "in",
    "it",
    "last",
    "me",
    "mediation",
    "minutes",
    "morning",
    "mr",
    "mrs",
    "ms",
    "dr",
    "miss",
    "my",
    "no",
    "none",
    "note",
    "of",
    "office",
    "ok",
    "on",
    "our",
    "over",
    "own",
    "paper",
    "permission",
    "review",
    "s",
    "same",
    "she",
    "sheet",
    "slip",
    "that",
    "the",
    "their",
    "them",
    "they",
    "this",
    "through",
    "to",
    "today",
    "twice",
    "us",
    "via",
    "voice",
    "was",
    "we",
    "week",
    "which",
    "who",
    "with",
    "without",
    "yes",
    "yesterday",
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

pub(super) fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty())
}

fn holds_one_of(list: &[&str], text: &str) -> bool {
    words(&text.to_lowercase()).any(|word| list.contains(&word))
}

/// The text speaks of somebody of the family. That says where the words belong, and not that anybody agreed.
pub(super) fn speaks_of_family(text: &str) -> bool {
    holds_one_of(GIVER_WORDS, text)
}

/// Rules 8, 9 and 11 to 13: the text names a way of agreeing, by its letter or in words, and says no more.
pub fn names_a_way(typed: &str) -> bool {
    let says_no_more = |word: &str| {
        word.chars().any(|c| !c.is_lowercase())
            || [WAY_WORDS, GIVER_WORDS, AT_WORK, BESIDE_A_WAY, LIMITS].iter().any(|list| list.contains(&word))
    };
    read_way(typed).is_some_and(|typed| {
        let typed = E_MAIL.iter().fold(typed, |typed, (written, word)| typed.replace(written, word));
        !denies(&typed)
            && !is_to_come(&typed)
            && holds_one_of(WAY_WORDS, &typed)
            && words(&typed).all(says_no_more)
    })
}
