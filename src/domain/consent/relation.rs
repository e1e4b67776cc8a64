//! What somebody who agreed is to the child, in a word or two, where a whole sentence was typed.
//!
//! The sentence itself is the record of the consent, and stays as typed. Whether it names somebody who can agree, and
//! whether it is a yes at all, is absent: it is asked before, of all the words.
//!
//! 1. Up to three words are what was meant to be written, and stay: "birth mother", "mum and dad", "Grace's sister".
//! 2. Of a longer text it is the first word for somebody who can agree, with what kind of one: "foster carer". A mother
//!    and a father by any word are "mother" and "father", and two with an "and" between them are both.
//! 3. Somebody of somebody ("her mum's sister") is the one who is named last. A text without such a word stays.
//! 4. Of two who agreed together it is not known which of them a name is of.

use super::named::is_of_family;

/// Rule 1.
const AS_TYPED: usize = 3;

/// What they are called, and the word for it.
const CALLED: [(&str, &[&str]); 3] = [
    ("mother", &["mother", "mum", "mummy", "mom", "mam"]),
    ("father", &["father", "dad", "daddy"]),
    ("young person", &["person", "himself", "herself", "themselves"]),
];

/// Words in front that belong to it.
const OF_WHICH_KIND: [&str; 7] = ["adoptive", "birth", "foster", "legal", "special", "step", "young"];

/// Rule 4: what the one person is whose name stands beside it; empty for two.
pub fn relation_of_one(giver: &str) -> String {
    let relation = relation(giver);
    let are_two = relation.split_whitespace().any(|word| ["and", "both", "parents", "&"].contains(&word));
    if are_two { String::new() } else { relation }
}

/// Rules 1 to 3.
pub fn relation(giver: &str) -> String {
    let giver = giver.trim();
    let said: Vec<String> = giver
        .split_whitespace()
        .map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase())
        .collect();
    if said.len() <= AS_TYPED {
        return giver.to_owned();
    }
    let word = |at: usize| said.get(at).map_or("", String::as_str);
    let before = |at: usize| at.checked_sub(1).map_or("", word);
    let is_kind = |word: &str| OF_WHICH_KIND.contains(&word);
    let is_one = |at: usize| match word(at) {
        "person" => before(at) == "young",
        one => is_of_family(one) && !is_kind(one),
    };
    let called =
        |at: usize| CALLED.iter().find(|(_, all)| all.contains(&word(at))).map_or(word(at), |(name, _)| name);
    let Some(at) = (0..said.len()).find(|at| is_one(*at)) else { return giver.to_owned() };
    match before(at) {
        "young" => called(at).to_owned(),
        kind if is_kind(kind) => format!("{kind} {}", called(at)),
        "both" => format!("both {}", called(at)),
        _ if word(at + 1) == "and" && is_one(at + 2) => format!("{} and {}", called(at), called(at + 2)),
        _ => called(at).to_owned(),
    }
}
