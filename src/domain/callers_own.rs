//! What somebody who rings in their work says of themselves: what of the words may be kept before any consent.
//!
//! Each of these fields is free text, and so is open to a word about the family, of whom nothing is kept before consent
//! (decision 3 of the service). What is not plainly the caller's own waits for it. Whether a name, or an address for
//! mail, is the caller's is absent: nobody but whoever heard it knows.
//!
//! 1. Of a number, pieces are kept that say no more than the number, what kind it is, and when or whether to ring it.
//! 2. An e-mail is one address and nothing else.
//! 3. A name, and where somebody rings from, end where it is said what it is about ("re", "for", "mum of"). "For" stands
//!    in names as well: behind a council, a school or an office, and before an authority or what they are for.
//! 4. The best time has rules of its own.

use super::authority::Authorities;
use super::best_time::{self, these};
use super::detail::Detail;

/// Rule 1: what stands beside a number, but for the words of the best time.
const OF_A_NUMBER: &str = "desk dial direct ext extension home landline line main mob my none number option own \
    personal pref preferred press private reception same switchboard tel telephone unknown withheld x";
/// Rule 3: here the caller's own words end.
const SAYS_WHOM: &str = "about behalf concerning re regarding";
/// Rule 3: who is said to be of a child, whose name may stand on either side.
const OF_A_CHILD: &str =
    "carer dad father gran grandma grandmother guardian mam mom mother mum nan parent parents";
/// Rule 3: what stands between the two.
const BETWEEN: [char; 7] = [' ', ',', ';', ':', '-', '(', '/'];
/// Rule 3: "for" behind one of these is part of its name.
const NAMED_FOR: &str = "academy agency association centre charity college council foundation institute office \
    school society trust";
/// Rule 3: "for" before one of these says for what.
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

/// Rule 3.
fn own_words(typed: &str) -> &str {
    let at = |word: &str| word.as_ptr() as usize - typed.as_ptr() as usize;
    let words: Vec<&str> = typed.split_whitespace().collect();
    let bare: Vec<String> =
        words.iter().map(|w| w.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase()).collect();
    let is_of = |nth: usize, list: &str| bare.get(nth).is_some_and(|word| is_one_of(list, word));
    for nth in 0..words.len() {
        let of_a_child = is_of(nth, OF_A_CHILD);
        if of_a_child
            && nth > 0
            && bare[nth - 1].ends_with(['s'])
            && words[nth - 1].contains(['\'', '\u{2019}'])
        {
            // The child's name stands before it.
            return "";
        }
        let named = nth > 0 && is_of(nth - 1, NAMED_FOR) || is_of(nth + 1, FOR_WHAT) || {
            let behind = words.get(nth + 1).map_or("", |next| &typed[at(next)..]);
            let piece = behind.split([',', ';', '(']).next().unwrap_or_default();
            Authorities::england().find_exact(piece.trim()).is_some()
        };
        let for_whom = bare[nth] == "for" && !named;
        if is_of(nth, SAYS_WHOM) || of_a_child && is_of(nth + 1, "of to") || for_whom {
            return typed[..at(words[nth])].trim_end_matches(BETWEEN);
        }
    }
    typed
}
