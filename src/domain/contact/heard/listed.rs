//! The words by which talk against ringing is known, in lists: what forbids, what is forbidden, who and when.
//!
//! Each word is as [`crate::domain::text::words`] makes it: small, without marks, "don't" as "dont". In what order they
//! are typed, and what is made of them, is absent here.

/// Words that forbid what follows.
pub(super) const NOT: [&str; 15] = [
    "dont", "not", "never", "no", "isnt", "aint", "doesnt", "mustnt", "shouldnt", "wouldnt", "dnt", "donot",
    "stop", "avoid", "arent",
];
/// Words between such a word and what is forbidden.
pub(super) const BETWEEN: [&str; 47] = [
    "ever",
    "never",
    "to",
    "please",
    "pls",
    "be",
    "under",
    "any",
    "circumstances",
    "just",
    "try",
    "want",
    "like",
    "you",
    "us",
    "them",
    "anyone",
    "anybody",
    "having",
    "have",
    "me",
    "it",
    "its",
    "is",
    "a",
    "an",
    "the",
    "at",
    "all",
    "really",
    "very",
    "that",
    "so",
    "always",
    "longer",
    "more",
    "further",
    "ok",
    "okay",
    "good",
    "for",
    "phone",
    "telephone",
    "voice",
    "actually",
    "totally",
    "entirely",
];
/// The beginnings of words that say when.
pub(super) const WHEN: [&str; 24] = [
    "before", "after", "until", "till", "til", "between", "from", "during", "on", "at", "in", "over",
    "early", "late", "mon", "tue", "wed", "thu", "fri", "sat", "sun", "morning", "evening", "weekend",
];
/// Ringing.
pub(super) const RINGING: [&str; 18] = [
    "ring",
    "rings",
    "ringing",
    "rung",
    "call",
    "calls",
    "called",
    "calling",
    "phone",
    "phoned",
    "phoning",
    "telephone",
    "telephoned",
    "dial",
    "dialled",
    "phonecall",
    "phonecalls",
    "rang",
];
/// Ringing as a thing, of which there is to be none.
pub(super) const CALLS: [&str; 6] = ["calls", "ringing", "calling", "phoning", "phonecalls", "call"];
/// A message.
pub(super) const MESSAGES: [&str; 8] =
    ["message", "messages", "voicemail", "voicemails", "msg", "msgs", "answerphone", "voicemessages"];
/// What this number is called.
pub(super) const NUMBER: [&str; 9] =
    ["number", "phone", "line", "mobile", "mob", "landline", "one", "no", "telephone"];
/// Whom we ring.
pub(super) const WHOM: [&str; 9] = ["me", "us", "her", "him", "them", "here", "please", "pls", "it"];
/// Words before what belongs to somebody.
pub(super) const WHOSE: [&str; 9] = ["my", "his", "her", "their", "our", "the", "old", "other", "new"];
/// Other people, and where they work, as their words begin.
pub(super) const OTHERS: [&str; 25] = [
    "husband",
    "wife",
    "wives",
    "partner",
    "ex",
    "exs",
    "mum",
    "mother",
    "dad",
    "father",
    "sister",
    "brother",
    "son",
    "sons",
    "daughter",
    "boyfriend",
    "girlfriend",
    "nan",
    "gran",
    "neighbour",
    "school",
    "council",
    "office",
    "stepdad",
    "stepmum",
];
/// What makes a "safe" doubtful.
pub(super) const HARDLY: [&str; 22] = [
    "only", "hardly", "barely", "unless", "if", "when", "while", "until", "dont", "not", "never", "no",
    "isnt", "cant", "cannot", "sure", "less", "maybe", "doesnt", "wasnt", "arent", "nor",
];
/// Words that may forbid ringing, whatever is made of them.
pub(super) const MAY_FORBID: [&str; 25] = [
    "checks",
    "secret",
    "discreet",
    "discreetly",
    "dont",
    "not",
    "never",
    "safe",
    "safer",
    "unsafe",
    "isnt",
    "aint",
    "mustnt",
    "shouldnt",
    "cant",
    "cannot",
    "wasnt",
    "careful",
    "danger",
    "dangerous",
    "risk",
    "risky",
    "stop",
    "avoid",
    "wouldnt",
];
/// Behind a "not" these forbid nothing.
pub(super) const HARMLESS: [&str; 7] = ["mind", "minds", "worry", "forget", "hesitate", "miss", "matter"];
/// Behind a time of day these say that it is a good one.
pub(super) const GOOD: [&str; 8] = ["best", "ok", "okay", "fine", "good", "better", "instead", "only"];
/// Ways to be written to, by text.
pub(super) const TEXT: [&str; 6] = ["text", "texts", "txt", "txts", "sms", "whatsapp"];
/// Other ways to be written to.
pub(super) const LETTER: [&str; 7] = ["email", "emails", "letter", "letters", "post", "writing", "write"];
