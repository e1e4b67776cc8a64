//! What somebody who rings in their work says of themselves: what of the words may be kept before any consent.
//!
//! Each of these fields is free text, and so is open to a word about the family, of whom nothing is kept before consent
//! (decision 3 of the service). What is not plainly the caller's own waits for it. Whether a name, or an address for
//! mail, is the caller's is absent: nobody but whoever heard it knows.
//!
//! 1. Of a number, pieces are kept that say no more than the number, what kind it is, and when or whether to ring it.
//!    "Ask for Zeb" is a piece of its own.
//! 2. An e-mail is one address and nothing else.
//! 3. A name, and where somebody rings from, end where it is said what it is about ("re", "for", "mum of", "pupil",
//!    "teacher of"), or a day stands. "For" stands in names as well: behind a council, a school or an office,
//!    and before an authority or what they are for; so do "teacher of", before an authority, a school or a
//!    council, and "pupil" and "child", before what a service does. Where "pupil" comes last, the name before
//!    it waits as well, but for a surname ("Anna Child"). "Pupils" ends them where names follow. Where
//!    anything is Petra's, nothing is the caller's own; what is a saint's, a council's or the children's is. A piece
//!    that begins or ends with a parent, ends with a school year, "LAC" or "family", or has an age or a birth date in it,
//!    is about somebody else, but where it says a post or a place, or is the first.
//! 4. The best time has rules of its own.

use super::authority::Authorities;
use super::best_time::{self, these};
use super::detail::Detail;

/// Rule 1: what stands beside a number, but for the words of the best time.
const OF_A_NUMBER: &str = "desk dial direct ext extension landline line main mob my none number option own \
    personal pref preferred press private reception same switchboard tel telephone unknown withheld x";
/// Rule 1: what stands before "ask for".
const LEADS_TO_ASK: &str = "and but do don't dont just never not or please then";
/// Rule 3: here the caller's own words end.
const SAYS_WHOM: &str = "about behalf called concerning her his named re regarding teaches their";
/// Rule 3: who is said to be of a child, whose name may stand on either side.
const OF_A_CHILD: &str =
    "carer dad father gran grandma grandmother guardian mam mom mother mum nan parent parents";
/// Rule 3: who is with a child in their work: the name stands behind "of".
const WITH_A_CHILD: &str =
    "caseworker class key keyworker lsa nurse senco social ta teacher teaching tutor worker";
/// Rule 3: here a child is named, but before what a service does.
const A_CHILD: &str = "boy child client daughter girl pupil son student yp";
/// Rule 3: here several are named, but before what a service does, or where these are all that is said.
const CHILDREN: &str = "clients daughters pupils siblings sons students twins";
/// Rule 3: what a service does, and who does it.
const OF_A_SERVICE: &str = "adolescent advocate and assessment care centre clinic development family health inclusion \
    law lead mental minder nurse practitioner premium protection psychiatrist psychologist psychotherapist \
    referral service services social support team therapist unit welfare wellbeing";
/// Rule 3: what is theirs is no one child's.
const A_GROUP: &str = "barnardo boys carer carers children families girls kids parent parents people \
    person pupils queen saints students women year years";
/// Rule 3: who gives a school or a place its name: "St Mary's", "King's College".
const GIVES_A_NAME: &str = "archbishop bishop dame king lady lord queen saint sir ss st";
/// Rule 3: what stands between the two.
const BETWEEN: [char; 8] = [' ', ',', ';', ':', '-', '\u{2013}', '(', '/'];
/// Rule 3: what ends a piece of the words.
const ENDS_A_PIECE: [char; 7] = [',', ';', '(', ')', '-', '\u{2013}', '/'];
/// Rule 3: "for" behind one of these is part of its name.
const NAMED_FOR: &str = "academy agency association centre charity college council foundation institute office \
    school society trust";
/// Rule 3: before one of these stands where somebody works.
const A_PLACE: &str = "academy borough city college council county grammar high hospital infant infants \
    junior nursery primary school secondary service team trust";
/// Rule 3: "for", and "of" behind who is with a child, before one of these says for what.
const FOR_WHAT: &str = "all autism autistic blind children childrens deaf disabled education ehc ehcp families inclusion \
    sen send the";

/// Rule 3: "parent" before one of these is part of a post.
const OF_PARENTS: &str = "ambassador carer champion forum governor governors liaison link participation partnership \
    rep representative voice";
/// Rule 3: what a school says of one child, behind the name.
const OF_ONE_CHILD: &str = "cla lac";
/// Rule 3: with one of these a piece says a post.
const A_POST: &str = "assistant coordinator head lead leader manager of officer";

/// What of a field may be kept without a consent: as typed where that is all of it.
pub fn without_consent(detail: Detail, typed: &str) -> String {
    if left_out(detail, typed).is_empty() {
        return typed.to_owned();
    }
    match detail {
        Detail::BestTime => best_time::without_consent(typed),
        Detail::Phone => these(&whom_to_ask_apart(typed), is_of_a_number, true),
        Detail::Name | Detail::Work => own_words(typed).to_owned(),
        _ => String::new(),
    }
}

/// What of it waits for a consent; empty where all of it may be kept.
pub fn left_out(detail: Detail, typed: &str) -> String {
    match detail {
        Detail::BestTime => best_time::left_out(typed),
        Detail::Phone => these(&whom_to_ask_apart(typed), is_of_a_number, false),
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

/// Rule 1: no comma is typed before it in a hurry.
fn whom_to_ask_apart(typed: &str) -> String {
    let words: Vec<&str> = typed.split(' ').collect();
    let Some(ask) = words.iter().position(|word| word.eq_ignore_ascii_case("ask")) else {
        return typed.to_owned();
    };
    let leads = |word: &&&str| is_one_of(LEADS_TO_ASK, &word.to_lowercase());
    let (before, behind) = words.split_at(ask - words[..ask].iter().rev().take_while(leads).count());
    format!("{}, {}", before.join(" "), behind.join(" "))
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
    /// Behind it stands a comma, a bracket, a dash or a stroke.
    ends_piece: bool,
}

fn without_marks(text: &str) -> &str {
    text.trim_matches(|c: char| !c.is_alphanumeric())
}

/// `SENCO/pupil` and `re:Petra` are two words of one piece each, `14/2/2017` is one word.
fn beside_a_stroke(piece: &str) -> impl Iterator<Item = &str> {
    let is_one = is_a_day(without_marks(piece));
    piece.split_inclusive(move |c| matches!(c, '/' | ':') && !is_one)
}

fn words_of(typed: &str) -> Vec<Word<'_>> {
    let mut words: Vec<Word<'_>> = Vec::new();
    let mut next = 0;
    for piece in typed.split_inclusive(char::is_whitespace).flat_map(beside_a_stroke) {
        let (at, text) = (next, piece.trim_end());
        next += piece.len();
        let bare = without_marks(text).to_lowercase();
        if let Some(before) = words.last_mut() {
            before.ends_piece |= text.starts_with(ENDS_A_PIECE);
        }
        if !bare.is_empty() {
            words.push(Word { at, text, bare, ends_piece: text.ends_with(ENDS_A_PIECE) });
        }
    }
    words
}

impl Word<'_> {
    /// Whose something is: `petra` of "Petra's", `saints` of "Saints'".
    fn whose(&self) -> Option<String> {
        let text = self.text.to_lowercase().replace('\u{2019}', "'");
        let text = text.trim_matches(|c: char| !c.is_alphanumeric() && c != '\'');
        let whose =
            text.strip_suffix("'s").or_else(|| text.strip_suffix('\'').filter(|who| who.ends_with('s')));
        whose.map(str::to_owned)
    }
}

/// Rule 3.
fn own_words(typed: &str) -> &str {
    let words = words_of(typed);
    let end = (0..words.len()).find_map(|nth| ends_at(typed, &words, nth));
    let own = &words[..end.unwrap_or(words.len())];
    if (0..own.len()).any(|nth| is_a_childs(own, nth)) {
        return "";
    }
    end.map_or(typed, |end| typed[..words[end].at].trim_end_matches(BETWEEN))
}

/// The word is `Petra's`: neither a group's, nor where somebody works, nor the name of that.
fn is_a_childs(words: &[Word<'_>], nth: usize) -> bool {
    let Some(whose) = words[nth].whose() else { return false };
    let is_next = |list: &str| words.get(nth + 1).is_some_and(|next| is_one_of(list, &next.bare));
    let before = words[..nth].iter().rev().take(2);
    let ends = |word: &Word| word.ends_piece || word.text.ends_with(':');
    let mut before = before.take_while(|word| word.whose().is_none() && !ends(word));
    let is_a_name = || is_one_of(GIVES_A_NAME, &whose) || Authorities::england().find_exact(&whose).is_some();
    let is_theirs = is_one_of(A_GROUP, &whose)
        || is_one_of(A_PLACE, &whose)
        || before.any(|word| is_one_of(GIVES_A_NAME, &word.bare)) && !is_next(OF_A_CHILD)
        || (is_next(A_PLACE) || is_next("sen send")) && is_a_name();
    !is_theirs
}

/// Of which word on they are no longer the caller's own, if this one says so.
fn ends_at(typed: &str, words: &[Word<'_>], nth: usize) -> Option<usize> {
    let is = |nth: usize, list: &str| words.get(nth).is_some_and(|word| is_one_of(list, &word.bare));
    let is_a_child = words[nth].whose().map_or(is(nth, A_CHILD), |whose| is_one_of(A_CHILD, &whose));
    // Behind a stroke stands another word for the same: "child/adolescent".
    let is_last = words[nth].ends_piece && !words[nth].text.ends_with('/') || nth + 1 == words.len();
    if is_a_child && is_last {
        let is_alone = nth > 0 && words[nth - 1].ends_piece;
        let is_surname = words[nth].bare == "child" && nth < 2 && !is_alone;
        let last = if is_alone { nth - 1 } else { nth };
        let first = words[..last].iter().rposition(|word| word.ends_piece).map_or(0, |end| end + 1);
        return (!is_surname).then_some(first);
    }
    if let Some(first) = about_one_child(words, nth) {
        return Some(first);
    }
    let are_children = is(nth, CHILDREN) && !words[nth].text.ends_with(['\'', '\u{2019}', ',', ';', ')']);
    let are_named = nth + 1 < words.len() && !is(nth + 1, OF_A_SERVICE) && !is(nth + 1, "at in with");
    let is_named = is_a_child && !is(nth + 1, OF_A_SERVICE) || are_children && are_named;
    (is_named || says_whom(typed, words, nth)).then_some(nth)
}

/// Where a piece begins that ends here with what a school says of one child: "Petra Quill Y4", "the Quill family".
fn about_one_child(words: &[Word<'_>], nth: usize) -> Option<usize> {
    let is = |nth: usize, list: &str| words.get(nth).is_some_and(|word| is_one_of(list, &word.bare));
    let is_number = |text: &str| (1..=2).contains(&text.len()) && text.chars().all(|c| c.is_ascii_digit());
    let age = ["yrs", "yr", "yo"].iter().find_map(|years| words[nth].bare.strip_suffix(years));
    let is_age = age.is_some_and(is_number) || is(nth, "aged born dob") || is_a_day(&words[nth].bare);
    if !is_age && !words[nth].ends_piece && nth + 1 < words.len() {
        return None;
    }
    let year = words[nth].bare.strip_prefix("yr").or_else(|| words[nth].bare.strip_prefix('y'));
    let begins = match nth {
        _ if is_age || year.is_some_and(is_number) || is(nth, OF_ONE_CHILD) => nth,
        1.. if is(nth, OF_A_CHILD) && !words[nth - 1].ends_piece => nth,
        1.. if is_number(&words[nth].bare) && is(nth - 1, "year yr") => nth - 1,
        1.. if is(nth, "family") && !is(nth - 1, "and") => nth,
        _ => return None,
    };
    let is_alone = begins > 0 && words[begins - 1].ends_piece;
    let last = if is_alone { begins - 1 } else { begins };
    let first = words[..last].iter().rposition(|word| word.ends_piece).map_or(0, |end| end + 1);
    let says_more = |nth: usize| is(nth, A_POST) || is(nth, A_PLACE) || is(nth, WITH_A_CHILD);
    (first > 0 && !(first..begins).any(says_more)).then_some(first)
}

/// Here the caller's own words end.
fn says_whom(typed: &str, words: &[Word<'_>], nth: usize) -> bool {
    let is = |nth: usize, list: &str| words.get(nth).is_some_and(|word| is_one_of(list, &word.bare));
    let is_known = |nth: usize| {
        let behind = words.get(nth).map_or("", |next| &typed[next.at..]);
        let piece = behind.split([',', ';', '(']).next().unwrap_or_default();
        is(nth, FOR_WHAT) || Authorities::england().find_exact(piece.trim()).is_some()
    };
    let is_a_place = |nth: usize| match words.get(nth..nth + 2) {
        Some([first, _]) if first.ends_piece => false,
        Some([_, then]) => is(nth + 1, A_PLACE) || is(nth, GIVES_A_NAME) && then.whose().is_some(),
        _ => false,
    };
    let begins_piece = nth > 0 && words[nth - 1].ends_piece || is(nth, "dad mam mom mum");
    let is_of_a_post = is(nth + 1, OF_PARENTS) || is(nth + 1, OF_A_SERVICE) || is(nth + 1, A_PLACE);
    is(nth, SAYS_WHOM)
        || is(nth, OF_A_CHILD) && is(nth + 1, "is of to")
        || is(nth, OF_A_CHILD) && begins_piece && nth + 1 < words.len() && !is_of_a_post
        || is(nth, "young") && is(nth + 1, "person") && nth + 2 < words.len() && !is(nth + 2, OF_A_SERVICE)
        || is(nth, WITH_A_CHILD) && is(nth + 1, "of") && !is_known(nth + 2) && !is_a_place(nth + 2)
        || is(nth, "to with") && !is_known(nth + 1)
        || is(nth, "for") && !is_known(nth + 1) && !(nth > 0 && is(nth - 1, NAMED_FOR))
        || is_a_day(&words[nth].bare)
}

/// `14.2.17`, `2017-02-14`
fn is_a_day(word: &str) -> bool {
    let parts: Vec<&str> = word.split(['.', '/', '-']).collect();
    let most = if parts[0].len() > 2 { [4, 2, 2] } else { [2, 2, 4] };
    let is_part = |(part, most): (&&str, usize)| {
        (1..=most).contains(&part.len()) && part.chars().all(|c| c.is_ascii_digit())
    };
    parts.len() == 3 && parts.iter().zip(most).all(is_part)
}
