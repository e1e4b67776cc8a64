//! The windows of an objection: the other parent's or a court's against the consent, and how it was settled.
//!
//! A letter says which it is. A sentence in its place is never read as a letter: in the first window it is what was
//! said, in the second it is kept as a note, and the objection stands. Which of the two windows is opened is absent: the
//! page knows what stands.

use super::super::editor::{EditLine, Editor, Reads, WORDS};
use super::super::forms::last_giver;
use super::super::saving::Saved;
use super::settle::after;
use crate::domain::willingness::Objection;
use crate::protocol::command::Intention;
use crate::protocol::context::Context;
use crate::store::after::AfterWrite;
use crate::store::cases::{CasePage, CaseWrite};

/// What stands against the consent: its letter or its exact words, never the first letter of a sentence.
fn objection(text: &str) -> Option<Objection> {
    match text.trim().to_lowercase().as_str() {
        ""
        | "o"
        | "other"
        | "other parent"
        | "the other parent"
        | "other parent objects"
        | "the other parent objects" => Some(Objection::OtherParent),
        "c" | "court" | "court order" | "a court order" | "there is a court order" => {
            Some(Objection::CourtOrder)
        }
        _ => None,
    }
}

/// The same, or a sentence in its place: the other parent's, unless it speaks of a court.
fn objection_or_words(text: &str) -> Option<(Objection, bool)> {
    let court = || text.to_lowercase().contains("court");
    match objection(text) {
        Some(kind) => Some((kind, false)),
        None if !is_a_sentence(text) => None,
        None => Some((if court() { Objection::CourtOrder } else { Objection::OtherParent }, true)),
    }
}

/// More than a slip on the way to a letter.
fn is_a_sentence(text: &str) -> bool {
    text.split_whitespace().count() > 1
}

/// How an objection is settled: its letter or its exact words, never the first letter of a sentence.
fn stands(text: &str) -> Option<bool> {
    match text.trim().to_lowercase().as_str() {
        "s" | "stands" | "consent stands" | "the consent stands" => Some(true),
        "w" | "withdrawn" | "consent withdrawn" | "the consent is withdrawn" => Some(false),
        _ => None,
    }
}

/// The lines of an objection.
pub(super) fn object_lines() -> (String, Vec<EditLine>) {
    let line = EditLine::new;
    (
        "The other parent objects, or a court order".to_owned(),
        vec![
            line("What", "", "o the other parent objects, c there is a court order. Empty: o.")
                .read_as(Reads::Choice(|t| Some(objection_or_words(t)?.0.short().to_owned())))
                .at_most(WORDS),
            line("Who", "", "Who objects, or which court."),
            line("Words", "", "What was said, or what is ordered. It puts the light out. Enter saves.")
                .at_most(WORDS),
        ],
    )
}

/// The lines of its settlement.
pub(super) fn settle_lines() -> (String, Vec<EditLine>) {
    let line = EditLine::new;
    (
        "Settle the objection".to_owned(),
        vec![
            line("Settled", "", "s the consent stands, w it is withdrawn (the case locks).")
                .read_as(Reads::Choice(|t| {
                    let said = match stands(t) {
                        Some(true) => "the consent stands",
                        Some(false) => "the consent is withdrawn",
                        None if is_a_sentence(t) => "words about it: kept, not settled",
                        None => return None,
                    };
                    Some(said.to_owned())
                }))
                .at_most(WORDS),
            line("By whom, how", "", "Who settled it, and how: a few words are wanted. Enter saves.")
                .at_most(WORDS),
        ],
    )
}

/// Writes an objection.
pub(super) fn object(editor: &Editor, case: i64, context: &Context) -> Saved {
    let typed = editor.text(0);
    let Some((kind, in_words)) = objection_or_words(&typed) else {
        return Err(("One letter: o the other parent, c a court order. Words go below.".to_owned(), 0));
    };
    let (objection, who, words) = (context.id(), editor.text(1), editor.text(2));
    // Words in the first line are what was said; with more below, both are kept while there is room.
    let words = match (in_words, words.is_empty()) {
        (false, _) => words,
        (true, true) => typed,
        (true, false) => format!("{}. {}", &*typed, &*words).into(),
    };
    if words.chars().count() > WORDS {
        return Err(("That is more than the words of it hold: shorten one of the two.".to_owned(), 2));
    }
    let said = format!("{}: nothing is booked until it is settled.", kind.short());
    Ok((vec![after(AfterWrite::Object { case, objection, kind, who, words })], said))
}

/// Writes how it was settled, or keeps what else was said about it.
pub(super) fn settle(editor: &Editor, page: &CasePage, context: &Context, objection: i64) -> Saved {
    let case = page.head.id;
    let typed = editor.text(0);
    if stands(&typed).is_none() && is_a_sentence(&typed) {
        // Another parent who rings again: what they say is kept, and settles nothing.
        let both = [typed, editor.text(1)];
        let both: Vec<&str> = both.iter().map(|t| &**t).filter(|t| !t.is_empty()).collect();
        let body = format!("About the objection: {}", both.join(". ")).into();
        let write = CaseWrite::Note { case, note: context.id(), body };
        return Ok((vec![Intention::Case(write)], "Kept as a note: the objection still stands.".to_owned()));
    }
    let Some(stands) = stands(&typed) else {
        return Err(("One letter: s the consent stands, w withdrawn. Words go below.".to_owned(), 0));
    };
    let words = editor.text(1);
    if words.is_empty() {
        return Err(("By whom it was settled, in a few words.".to_owned(), 1));
    }
    let intentions = vec![after(AfterWrite::Settle { case, objection, stands, words })];
    let said = if stands {
        format!("Settled: the consent of {} stands.", last_giver(page))
    } else {
        "Settled: the consent is withdrawn. The case is locked.".to_owned()
    };
    Ok((intentions, said))
}
