//! What somebody who rings in their work says of themselves: what of the words may be kept before any consent.
//!
//! Each of these fields is free text, and so is open to a word about the family, of whom nothing is kept before consent
//! (decision 3 of the service). What is not plainly the caller's own waits for it. Whether a name, or an address for
//! mail, is the caller's is absent: nobody but whoever heard it knows.
//!
//! 1. Of a number, pieces are kept that say no more than the number, what kind it is, and when or whether to ring it.
//! 2. An e-mail is one address and nothing else.
//! 3. A name, and where somebody rings from, end where it is said what it is about ("re", "for", "mum of", "pupil",
//!    "teacher of"), or a day stands. "For" stands in names as well: behind a council, a school or an office, and before
//!    an authority or what they are for; so do "pupil" and "child", before what a service does. Of "Petra's teacher"
//!    nothing is the caller's own; of a saint's school it is.
//! 4. The best time has rules of its own.

use super::authority::Authorities;
use super::best_time::{self, these};
use super::detail::Detail;

/// Rule 1: what stands beside a number, but for the words of the best time.
const OF_A_NUMBER: &str = "desk dial direct ext extension home landline line main mob my none number option own \
    personal pref preferred press private reception same switchboard tel telephone unknown withheld x";
/// Rule 3: here the caller's own words end.
const SAYS_WHOM: &str = "about behalf concerning re regarding teaches";
/// Rule 3: who is said to be of a child, whose name may stand on either side.
const OF_A_CHILD: &str =
    "carer dad father gran grandma grandmother guardian mam mom mother mum nan parent parents";
/// Rule 3: who is with a child in their work: the name stands behind "of", or before as whose they are.
const WITH_A_CHILD: &str =
    "caseworker class key keyworker lsa nurse senco social ta teacher teaching tutor worker";
/// Rule 3: here a child is named, but before what a service does.
const A_CHILD: &str = "child client daughter pupil son student";
/// Rule 3: what a service does.
const OF_A_SERVICE: &str = "and assessment care centre clinic development family health inclusion law mental \
    protection referral service services support team unit welfare wellbeing";
/// Rule 3: what stands between the two.
const BETWEEN: [char; 7] = [' ', ',', ';', ':', '-', '(', '/'];
/// Rule 3: "for" behind one of these is part of its name.
const NAMED_FOR: &str = "academy agency association centre charity college council foundation institute office \
    school society trust";
/// Rule 3: "for", and "of" behind who is with a child, before one of these says for what.
const FOR_WHAT: &str = "all autism autistic blind children childrens deaf disabled education ehc ehcp families inclusion \
    sen send the";

/// What of a field may be kept without a consent: as typed where that is all of it.
pub fn without_consent(detail: Detail, typed: &str) -> String {
    if left_out(detail, typed).is_empty() {
        return typed.to_owned();
    }
    match detail {
        Detail::BestTime => best_time::without_consent(typed),
        Detail::Phone => these(typed, is_of_a_number, true),
        Detail::Name | Detail::Work => own_words(typed).to_owned(),
        _ => String::new(),
    }
}

/// What of it waits for a consent; empty where all of it may be kept.
pub fn left_out(detail: Detail, typed: &str) -> String {
    match detail {
        Detail::BestTime => best_time::left_out(typed),
        Detail::Phone => these(typed, is_of_a_number, false),
        Detail::Email if !is_one_address(typed.trim()) => typed.trim().to_owned(),
        Detail::Name | Detail::Work => {
            let own = own_words(typed);
            if own.len() == typed.len() {
                String::new()
            } else {
                typed[own.len()..].trim_matches(BETWEEN).to_owned()
            }
        }
        _ => String::new(),
    }
}

fn is_one_of(list: &str, word: &str) -> bool {
    list.split_whitespace().any(|known| known == word)
}

/// Rule 1.
fn is_of_a_number(piece: &str) -> bool {
    let folded = piece.to_lowercase();
    let words =
        folded.split([' ', '\t', '-', '/', '&', '+']).map(|word| word.trim_matches(['.', ':', '#', '!']));
    words.filter(|word| !word.is_empty()).all(|word| {
        let number = word.trim_start_matches(|c: char| c.is_ascii_alphabetic());
        let letters = &word[..word.len() - number.len()];
        let is_number = !number.is_empty() && number.chars().all(|c| c.is_ascii_digit() || c == '.');
        best_time::says_when(word)
            || is_one_of(OF_A_NUMBER, word)
            || is_number && (letters.is_empty() || is_one_of(OF_A_NUMBER, letters))
    })
}

/// Rule 2.
fn is_one_address(text: &str) -> bool {
    let parts: Vec<&str> = text.split('@').collect();
    parts.len() == 2 && parts.iter().all(|part| !part.is_empty() && !part.contains(char::is_whitespace))
        || text.is_empty()
}

/// A word, where it begins, and what it is without marks.
struct Word<'typed> {
    at: usize,
    text: &'typed str,
    bare: String,
}

fn words_of(typed: &str) -> Vec<Word<'_>> {
    let mut next = 0;
    let words = typed.split_inclusive(char::is_whitespace).map(|piece| {
        let (at, text) = (next, piece.trim_end());
        next += piece.len();
        Word { at, text, bare: text.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase() }
    });
    words.filter(|word| !word.text.is_empty()).collect()
}

/// Rule 3.
fn own_words(typed: &str) -> &str {
    let words = words_of(typed);
    if (0..words.len()).any(|nth| is_behind_a_child(&words, nth)) {
        return "";
    }
    let end = (0..words.len()).find(|nth| says_whom(typed, &words, *nth));
    end.map_or(typed, |nth| typed[..words[nth].at].trim_end_matches(BETWEEN))
}

/// "Petra's mum", "Petra's TA": the child's name stands before it.
fn is_behind_a_child(words: &[Word<'_>], nth: usize) -> bool {
    let [.., before] = &words[..nth] else { return false };
    let is_whose = before.text.contains(['\'', '\u{2019}']) && before.bare.ends_with('s');
    let is_saint = nth > 1 && is_one_of("st saint ss", &words[nth - 2].bare);
    let bare = &words[nth].bare;
    is_whose && (is_one_of(OF_A_CHILD, bare) || is_one_of(WITH_A_CHILD, bare) && !is_saint)
}

/// Here the caller's own words end.
fn says_whom(typed: &str, words: &[Word<'_>], nth: usize) -> bool {
    let is = |nth: usize, list: &str| words.get(nth).is_some_and(|word| is_one_of(list, &word.bare));
    let named_for = || {
        let behind = words.get(nth + 1).map_or("", |next| &typed[next.at..]);
        let piece = behind.split([',', ';', '(']).next().unwrap_or_default();
        nth > 0 && is(nth - 1, NAMED_FOR)
            || is(nth + 1, FOR_WHAT)
            || Authorities::england().find_exact(piece.trim()).is_some()
    };
    let goes_on = nth + 1 < words.len();
    is(nth, SAYS_WHOM)
        || is(nth, OF_A_CHILD) && is(nth + 1, "of to")
        || is(nth, WITH_A_CHILD) && is(nth + 1, "of") && !is(nth + 2, FOR_WHAT)
        || is(nth, A_CHILD) && goes_on && !is(nth + 1, OF_A_SERVICE)
        || is(nth, "for") && !named_for()
        || is_a_day(&words[nth].bare)
}

/// `14.2.17`
fn is_a_day(word: &str) -> bool {
    let parts: Vec<&str> = word.split(['.', '/', '-']).collect();
    parts.len() == 3 && parts.iter().all(|part| part.chars().all(|c| c.is_ascii_digit()) && !part.is_empty())
}
