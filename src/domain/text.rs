//! Text as it may enter the file and reach the screen.
//!
//! Names are kept exactly as typed, in any script. What is dropped can only do harm in a terminal:
//! control characters, direction overrides, invisible tags.
//!
//! 1. Text is composed (NFC), so that the same name typed in two ways is the same text.
//! 2. Control characters, direction marks, byte order marks and tag characters are dropped.
//! 3. In a one-line field a line break or a tab becomes a space.
//! 4. A joiner or a variation selector stays only inside an emoji.
//! 5. Words for Find are folded: lower case, without marks, punctuation is a gap.
//! 6. In a list somebody is called by the first name and an initial, or by a title and the surname; what follows a
//!    comma is no name.
//! 7. Within a sentence words that stood alone begin small; an abbreviation keeps its capitals.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Text that holds somebody's details. Its `Debug` says nothing, so that no log or panic can repeat it.
#[derive(Clone, PartialEq, Eq, Default, Hash, PartialOrd, Ord)]
pub struct Private(pub String);

impl std::fmt::Debug for Private {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Private({} characters)", self.0.chars().count())
    }
}

impl std::ops::Deref for Private {
    type Target = str;
    fn deref(&self) -> &str {
        &self.0
    }
}

impl From<String> for Private {
    fn from(text: String) -> Self {
        Self(text)
    }
}

impl From<&str> for Private {
    fn from(text: &str) -> Self {
        Self(text.to_owned())
    }
}

/// It can do harm in a terminal, or is a line break: nothing that is drawn holds it.
pub fn is_harmful(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{200E}' | '\u{200F}' | '\u{FEFF}'
            | '\u{E0000}'..='\u{E007F}' | '\u{2028}' | '\u{2029}')
}

fn is_pictograph(c: char) -> bool {
    matches!(c, '\u{2190}'..='\u{2BFF}' | '\u{1F000}'..='\u{1FAFF}' | '\u{FE0F}')
}

/// Cleans text of several lines (notes, a paste). Line breaks stay.
pub fn clean_lines(text: &str) -> String {
    let unified = text.replace("\r\n", "\n").replace(['\r', '\u{2028}', '\u{2029}'], "\n").replace('\t', " ");
    let mut out = String::with_capacity(unified.len());
    let mut last = None;
    for c in unified.nfc() {
        let joiner = matches!(c, '\u{200D}' | '\u{FE00}'..='\u{FE0F}');
        if (is_harmful(c) && c != '\n') || (joiner && !last.is_some_and(is_pictograph)) {
            continue;
        }
        out.push(c);
        last = Some(c);
    }
    out
}

/// Cleans text of one line: as [`clean_lines`], and a line break becomes a space.
pub fn clean_line(text: &str) -> String {
    clean_lines(text).replace('\n', " ")
}

/// One character that was typed, or `None` when it is to be dropped.
pub fn clean_char(c: char) -> Option<char> {
    (!is_harmful(c)).then_some(c)
}

/// The words of a text for Find: folded, in order, without duplicates of the same word in a row.
pub fn words(text: &str) -> Vec<String> {
    let is_said = |c: &char| !matches!(c, '\'' | '\u{2019}') && !is_combining_mark(*c);
    // Most text is plain, and needs no table of marks: every letter typed in Find folds many bodies of notes.
    let folded: String = if text.is_ascii() {
        text.to_ascii_lowercase().replace('\'', "")
    } else {
        text.nfd().flat_map(char::to_lowercase).filter(is_said).collect()
    };
    folded.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).map(str::to_owned).collect()
}

/// The longest line that is certainly seen whole, in characters: a hint or a message.
pub const LINE: usize = 76;

/// Cuts to at most `most` characters, whole ones.
pub fn cut(text: &str, most: usize) -> String {
    text.chars().take(most).collect()
}

/// Words before a name by which somebody is called together with the surname.
pub(super) const TITLES: [&str; 10] =
    ["mr", "mrs", "ms", "miss", "mx", "dr", "prof", "professor", "sir", "rev"];

/// Such a word.
pub(super) fn is_title(word: &str) -> bool {
    TITLES.contains(&word.trim_end_matches('.').to_lowercase().as_str())
}

/// Rule 6: the name without what follows a comma, a post mostly.
fn without_post(name: &str) -> &str {
    name.split(',').next().unwrap_or_default().trim()
}

/// Rule 6: the first name; with a title all of the name; nothing of an empty one.
pub fn first_name(name: &str) -> &str {
    let name = without_post(name);
    let first = name.split_whitespace().next().unwrap_or_default();
    if is_title(first) { name } else { first }
}

/// Rule 6: first name and initial, as lists show a person: `Kelechi Achebe` is `Kelechi A.`, and `Mrs Anita Patel,
/// SENCO` is `Mrs Patel`.
pub fn short_name(name: &str) -> String {
    let parts: Vec<&str> = without_post(name).split_whitespace().collect();
    let Some((first, rest)) = parts.split_first() else { return String::new() };
    let Some(last) = rest.last() else { return (*first).to_owned() };
    if is_title(first) {
        // "van der Berg" is one surname: its small words stay with it.
        let small = |word: &&&str| word.chars().next().is_some_and(char::is_lowercase);
        let before = rest.iter().rev().skip(1).take_while(small).count();
        return format!("{first} {}", rest[rest.len() - 1 - before..].join(" "));
    }
    match last.chars().next() {
        Some(initial) => format!("{first} {}.", initial.to_uppercase()),
        None => (*first).to_owned(),
    }
}

/// Rule 7: `Ring LA` is `ring LA` within a sentence, and `LA to answer` stays.
pub fn within_a_sentence(words: &str) -> String {
    let mut letters = words.chars();
    match (letters.next(), letters.clone().next()) {
        (Some(first), Some(second)) if second.is_lowercase() => first.to_lowercase().chain(letters).collect(),
        _ => words.to_owned(),
    }
}
