//! What was typed about a consent, cut into words and marks: the one way in which all of its readers do so.
//!
//! An apostrophe within a word is of the word ("doesn't", "Adam's"), and so are the strokes of a date. A line
//! between two words parts them as a space does. What the words mean is absent.

use crate::domain::text::is_title;

/// A mark, whichever it was. A colon is told apart, since "limits: none" is one thing, and "limits, none"
/// two.
pub(super) const MARK: &str = ",";
pub(super) const COLON: &str = ":";
/// What no sentence of this file has: a question mark, or dots that leave something open.
const ELSE: &str = "?";

/// A word or a mark, and where it begins and ends in the text.
pub(super) struct Said<'a> {
    /// As it was typed.
    pub(super) word: &'a str,
    /// In small letters, with a plain apostrophe; of marks the mark.
    pub(super) small: String,
    pub(super) from: usize,
    pub(super) to: usize,
}

impl Said<'_> {
    pub(super) fn is_mark(&self) -> bool {
        !self.word.starts_with(char::is_alphanumeric)
    }
}

/// The words in small letters, without marks.
pub(super) fn words(text: &str) -> Vec<String> {
    cut(text).into_iter().filter(|said| !said.is_mark()).map(|said| said.small).collect()
}

/// The words and marks. Marks side by side are one, and the one behind the last word is none.
pub(super) fn cut(text: &str) -> Vec<Said<'_>> {
    let mut said: Vec<Said<'_>> = Vec::new();
    let mut from = 0;
    while let Some(rest) = text.get(from..).filter(|rest| !rest.is_empty()) {
        let is_word = rest.starts_with(char::is_alphanumeric);
        let length = if is_word { word_in(rest) } else { marks_in(rest) };
        let (to, word) = (from + length, &rest[..length]);
        let small = if is_word { small(word) } else { mark(word, said.last(), to == text.len()).to_owned() };
        if !small.is_empty() {
            said.push(Said { word, small, from, to });
        }
        from = to;
    }
    said
}

fn small(word: &str) -> String {
    word.to_lowercase().replace('\u{2019}', "'")
}

/// How long the word is that begins here.
fn word_in(text: &str) -> usize {
    let is_number = text.starts_with(|c: char| c.is_ascii_digit());
    let mut letters = text.char_indices().peekable();
    while let Some((at, letter)) = letters.next() {
        let goes_on = letters.peek().is_some_and(|(_, next)| match letter {
            '\'' | '\u{2019}' => next.is_alphabetic(),
            '/' | '.' | '-' => is_number && next.is_ascii_digit(),
            _ => true,
        });
        let inside = "'\u{2019}/.-".contains(letter) && goes_on;
        if !letter.is_alphanumeric() && !inside {
            return at;
        }
    }
    text.len()
}

/// How far it is to the next word.
fn marks_in(text: &str) -> usize {
    text.find(char::is_alphanumeric).unwrap_or(text.len())
}

/// What stands between two words is one mark, a space, which is nothing, or something else.
fn mark(between: &str, before: Option<&Said<'_>>, is_last: bool) -> &'static str {
    let marks = between.trim();
    let is = |of: &str| marks.chars().all(|c| c == ' ' || of.contains(c));
    let after_title = before.is_some_and(|said| is_title(&said.small));
    match marks {
        "" if !between.contains('\n') => "",
        "'" | "\u{2019}" => "",
        "-" if between.len() == marks.len() => "",
        "." if after_title || is_last => "",
        "&" | "+" => "and",
        ":" => COLON,
        _ if marks.contains("..") || !is(",;:.()/-\u{2013}") => ELSE,
        _ if is_last => "",
        _ => MARK,
    }
}
