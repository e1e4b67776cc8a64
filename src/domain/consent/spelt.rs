//! What words mean that spell out an answer of one letter: `mother` after m, `written` after w, "not sure" after n.
//!
//! The letter has answered already, so that of each word only one thing is asked: whether it is more of that answer.
//! Where the word stands, and what becomes of it there, is absent: that is the page's. A word that is no more of the
//! answer is left as it was typed.
//!
//! 1. After the letter that completed a consent a capital begins the child's name, and so does a letter of a script that
//!    has none. Anything else goes on with the answer: a refusal ("sadly refused") is no name beside a yes nobody gave.
//!    So does a second capital, a space or a number behind the first one: with Caps Lock on "SADLY REFUSED" is the same.
//! 2. A word for somebody of the family is who it was, and so is one for whom the list has no letter ("class", "council"),
//!    and the title of a name ("mrs"): an m that goes on so is not the mother.
//! 3. Words in place of the day are the rest of who it was, where the first of them is somebody for whom the list has no
//!    letter ("my colleague", "childminder"), or whose somebody it was ("mum's boyfriend"); and two words, where they name
//!    somebody of the family or at work: "birth mother", "class teacher". Longer words may be of a day ("at her parents'
//!    evening"), and stay.
//! 4. An answer that is not yes begins with one of a few words ("not", "never", "unsure").
//! 5. It is "not sure" when it says that something is not known: "no idea", "undecided".
//! 6. It says no more than its letter when all its words are of that sort; whatever else it says is worth keeping.
//! 7. Words that begin with no letter of the question are "not sure" when all that they say is that it is not known.
//! 8. A few words that begin with a letter of the question begin a sentence and are no answer: "nan has him", "under stress".
//! 9. Words in place of the day, or of who it was, are the rest of how it was given where the letter in front makes a way
//!    of them ("spoken"), begins one ("signed by"), or makes them deny or put it off ("she will ask").

use super::denied::denies;
use super::how::names_a_way;
use super::named::{AT_WORK, speaks_of_family};
use super::said::words;
use chrono::NaiveDate;

/// Words that begin who it was, or a sentence in its place, beside those for people at work.
const BEGINS_WHO: &[&str] = &[
    "because", "both", "but", "can", "class", "could", "family", "form", "maybe", "mentor", "might", "miss",
    "mr", "mrs", "ms", "must", "mx", "you", "your",
];

/// Of those at work the ones that are places as well: "after school" is no rest of who it was.
const PLACES: &[&str] = &["college", "nursery", "school"];

/// Somebody who is no parent, and whose first letter is one of the list.
const SOMEBODY: &[&str] = &[
    "babysitter",
    "boyfriend",
    "cafcass",
    "chaplain",
    "child",
    "childminder",
    "children",
    "clinician",
    "colleague",
    "counsellor",
    "fostering",
    "friend",
    "friends",
    "mate",
    "matron",
    "me",
    "mine",
    "my",
    "myself",
];

/// Words that begin how it was given with a letter of its list.
const BEGINS_HOW: &[&str] = &[
    "email", "emailed", "said", "says", "signed", "sms", "spoke", "spoken", "whatsapp", "writing", "written",
    "wrote",
];

/// First words of an answer that says no.
const SAYS_NO: &[&str] = &["never", "no", "nope", "not"];
/// First words of an answer that is not sure.
const IN_DOUBT: &[&str] = &["uncertain", "undecided", "unknown", "unsure"];
/// What makes of a no a "not sure": "not certain", "no idea".
const KNOWING: &[&str] = &["certain", "clear", "clue", "idea", "known", "sure"];
/// Words that add nothing to either: "not yet asked", "not sure at all".
const ADDS_NOTHING: &[&str] = &["all", "asked", "at", "really", "yet"];
/// All of an answer that begins with no letter of the question, after "I" and "I am".
const DO_NOT_KNOW: &[&str] = &["do not know", "dont know", "dunno", "maybe", "not sure", "perhaps"];
/// Words that begin a sentence, for rule 8.
const BEGINS_A_SENTENCE: &[&str] = &[
    "nan",
    "nana",
    "nanny",
    "need",
    "needs",
    "neighbour",
    "neither",
    "new",
    "next",
    "nobody",
    "normally",
    "nothing",
    "now",
    "nursery",
    "unable",
    "uncle",
    "under",
    "unfortunately",
    "unhappy",
    "unless",
    "until",
    "upset",
    "usually",
];

/// Rule 1: what is typed behind the letter goes on with it.
pub fn goes_on(typed: char) -> bool {
    typed.is_lowercase() || !typed.is_alphabetic()
}

/// Rule 1: this behind the capital says that it began no name.
pub fn is_no_name(behind: char) -> bool {
    behind.is_uppercase() || behind.is_numeric() || behind == ' '
}

/// Rule 2: the word, its letter in front, is of who it was.
pub fn is_who(spelt: &str) -> bool {
    speaks_of_family(spelt) || BEGINS_WHO.contains(&spelt) || AT_WORK.contains(&spelt)
}

/// Rule 3: the words, the letter in front, that stand where the day is asked and are no day that is read.
pub fn is_all_of_who(spelt: &str) -> bool {
    let lower = spelt.to_lowercase();
    let at_work = |word: &str| AT_WORK.contains(&word) && !PLACES.contains(&word);
    let first = lower.split_whitespace().next().unwrap_or_default();
    SOMEBODY.contains(&first)
        || first.strip_suffix("'s").is_some_and(speaks_of_family)
        || lower.split_whitespace().count() == 2
            && (speaks_of_family(&lower) || words(&lower).iter().any(|word| at_work(word)))
}

/// Rule 9: the words, the letter in front, that stand where something else is asked and are no answer there.
pub fn is_all_of_how(spelt: &str, call_day: NaiveDate) -> bool {
    let lower = spelt.to_lowercase();
    let begins_a_way = words(&lower).first().is_some_and(|word| BEGINS_HOW.contains(&word.as_str()));
    names_a_way(spelt, call_day) || begins_a_way || denies(&lower)
}

/// Rule 4. The word is in small letters.
pub fn begins_an_answer(word: &str) -> bool {
    SAYS_NO.contains(&word) || IN_DOUBT.contains(&word)
}

/// Rule 5: the answer so far, in small letters, says that something is not known.
pub fn is_not_sure(answer: &str) -> bool {
    let words = words(answer);
    let says = |at: usize, list: &[&str]| words.get(at).is_some_and(|word| list.contains(&word.as_str()));
    (0..words.len()).any(|at| says(at, IN_DOUBT) || says(at, &["no", "not"]) && says(at + 1, KNOWING))
}

/// Rule 6: the answer, in small letters, says no more than its letter.
pub fn says_no_more(answer: &str) -> bool {
    words(answer).iter().all(|word| {
        begins_an_answer(word) || [KNOWING, ADDS_NOTHING].iter().any(|list| list.contains(&word.as_str()))
    })
}

/// Rule 7: all of the text says that it is not known.
pub fn says_it_is_not_known(text: &str) -> bool {
    let text = text.replace(['\'', '\u{2019}'], "").to_lowercase();
    let text = text.trim();
    let said = ["i am ", "im ", "i "].into_iter().find_map(|first| text.strip_prefix(first));
    DO_NOT_KNOW.contains(&said.unwrap_or(text))
}

/// Rule 8. The word is in small letters, its letter in front.
pub fn begins_a_sentence(word: &str) -> bool {
    let word = word.split(['\'', '\u{2019}']).next().unwrap_or(word);
    BEGINS_A_SENTENCE.contains(&word)
}
