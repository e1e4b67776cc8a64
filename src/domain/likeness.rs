//! When two words of a name are likely to be one name: the same sound, or a letter wrong.
//!
//! A name is said over a telephone and written by whoever listens. The rules here say which spellings one
//! speaker may have meant, and make the keys by which the file finds them without going past every name. How a
//! word sounds stands in `sound`, when two cases tell of one child in `same_child`. Nothing is joined by any of it,
//! and nothing is looked up: there is no list of names, so that a name nobody thought of is treated like all others.
//!
//! 1. Two words sound alike when one reading of each differs only in vowels that are close to each other, and not
//!    in many: a tenth of the length for each step.
//! 2. A letter is wrong when one letter was added, left out or replaced, or two neighbours changed places.
//! 3. Only words of four letters and more are taken for misheard; a kept word may have three.
//! 4. In a word of four letters the first one is right.
//! 5. The keys of a word follow from the word alone, today and always: they stand in files.
//! 6. Two words that are alike have a key in common.
//! 7. A word with a digit in it is a number, and is like no other.
//! 8. Two names may be one person's when the first word of each is alike a word of the other, and so is every word
//!    of the shorter one. A title says nothing, a surname alone is two people's, and no name is anybody's.

mod sound;

use sound::{readings, skeleton, steps};

use super::text::{is_title, words};

/// How two words are like each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Likeness {
    /// The same word.
    Same,
    /// The same sound.
    Sound,
    /// One letter apart.
    Letter,
}

impl Likeness {
    /// Said after "name": "the same", "by sound", "a letter apart".
    pub fn words(self) -> &'static str {
        match self {
            Self::Same => "same",
            Self::Sound => "same by sound",
            Self::Letter => "a letter apart",
        }
    }
}

/// The fewest letters of a word that may have been misheard.
pub const SHORTEST: usize = 4;
/// The fewest letters of a kept word that it may be taken for.
const SHORTEST_KEPT: usize = 3;
/// Letters of a word that are looked at; a longer one is cut.
const LONGEST: usize = 20;

/// The word may be looked for by its likeness.
pub fn may_be_misheard(word: &str) -> bool {
    word.chars().count() >= SHORTEST && is_name(word)
}

fn is_name(word: &str) -> bool {
    word.chars().all(char::is_alphabetic)
}

/// How two folded words are like each other, if they are. The order does not matter.
pub fn likeness(a: &str, b: &str) -> Option<Likeness> {
    if a == b {
        return Some(Likeness::Same);
    }
    let (short, long) = {
        let (a, b) = (a.chars().count(), b.chars().count());
        (a.min(b), a.max(b))
    };
    if long < SHORTEST || short < SHORTEST_KEPT || !is_name(a) || !is_name(b) {
        return None;
    }
    if sounds_like(a, b) {
        return Some(Likeness::Sound);
    }
    let first = |word: &str| word.chars().next();
    let sure_of_the_first = long > SHORTEST || first(a) == first(b);
    (sure_of_the_first && long - short <= 1 && strsim::osa_distance(a, b) == 1).then_some(Likeness::Letter)
}

/// Rule 8: both names may be the same person's.
pub fn may_be_one_person(a: &str, b: &str) -> bool {
    let spoken = |name| words(name).into_iter().filter(|word| !is_title(word)).collect::<Vec<_>>();
    let (a, b) = (spoken(a), spoken(b));
    let (few, many) = if a.len() <= b.len() { (&a, &b) } else { (&b, &a) };
    let among = |word: &String, of: &[String]| of.iter().any(|other| likeness(word, other).is_some());
    few.is_empty() || few.iter().all(|word| among(word, many)) && among(&many[0], few)
}

fn sounds_like(a: &str, b: &str) -> bool {
    let (of_a, of_b) = (readings(a), readings(b));
    of_a.iter().any(|x| {
        of_b.iter().any(|y| {
            let allowed = x.chars().count().max(y.chars().count()) * 10;
            skeleton(x).is_some() && skeleton(x) == skeleton(y) && steps(x, y) <= allowed
        })
    })
}

/// The keys of a folded word: one for each way it may sound, one for itself and one for itself without each of
/// its letters. Two words that are one letter apart share one of these. Short and without meaning, so that a
/// million names stay small.
pub fn keys(word: &str) -> Vec<String> {
    let letters: Vec<char> = word.chars().take(LONGEST).collect();
    if letters.len() < SHORTEST_KEPT || !is_name(word) {
        return Vec::new();
    }
    let mut all: Vec<String> =
        readings(word).iter().filter_map(|reading| skeleton(reading)).map(|s| key('s', &s)).collect();
    all.push(key('l', &letters.iter().collect::<String>()));
    for at in 0..letters.len() {
        let without: String =
            letters.iter().enumerate().filter(|(n, _)| *n != at).map(|(_, letter)| *letter).collect();
        all.push(key('l', &without));
    }
    all.sort_unstable();
    all.dedup();
    all
}

/// Five characters for a word. Words may share one by chance: what is found by a key is compared itself.
fn key(kind: char, word: &str) -> String {
    const LETTERS: &[u8; 36] = b"0123456789abcdefghijklmnopqrstuvwxyz";
    // FNV-1a, of 64 bits: short, and the same on every machine.
    let mut sum: u64 = 0xcbf2_9ce4_8422_2325;
    for byte in [kind].iter().collect::<String>().bytes().chain(word.bytes()) {
        sum = (sum ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3);
    }
    (0..5)
        .map(|_| {
            let letter = LETTERS[(sum % 36) as usize];
            sum /= 36;
            char::from(letter)
        })
        .collect()
}
