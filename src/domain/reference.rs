//! The short numbers people say aloud: calls `C-2216`, enquiries `E-1189`, cases `M-0412`.
//!
//! A number is spoken at the end of every call and typed into Find in whatever shape it was noted down.
//! It comes from a counter in the file and is never used again; gaps are fine.
//!
//! 1. `412`, `m412`, `M-0412` and `m 412` are the same case.
//! 2. A bare number may be a case or an enquiry: both are looked for.
//! 3. Four digits are shown at least, and more where there are more.

use std::fmt;

/// What a spoken number belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum RefKind {
    /// A call, `C-`.
    Call,
    /// An enquiry without consent, `E-`.
    Enquiry,
    /// A case, `M-`.
    Case,
}

impl RefKind {
    /// The letter in front of the number.
    pub fn letter(self) -> char {
        match self {
            Self::Call => 'C',
            Self::Enquiry => 'E',
            Self::Case => 'M',
        }
    }
}

/// A spoken number with its kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Reference {
    /// What it belongs to.
    pub kind: RefKind,
    /// The number, from 1 on.
    pub number: i64,
}

impl fmt::Display for Reference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{:04}", self.kind.letter(), self.number)
    }
}

impl Reference {
    /// `M 412`, the way it is read out.
    pub fn spoken(self) -> String {
        format!("{} {}", self.kind.letter(), self.number)
    }
}

/// Reads a typed number. The kind is `None` when no letter was typed.
/// Returns `None` when the text is anything but a letter of a kind and a number.
pub fn read_reference(typed: &str) -> Option<(Option<RefKind>, i64)> {
    let text = typed.trim().to_ascii_lowercase();
    let (kind, rest) = match text.chars().next()? {
        'c' => (Some(RefKind::Call), &text[1..]),
        'e' => (Some(RefKind::Enquiry), &text[1..]),
        'm' => (Some(RefKind::Case), &text[1..]),
        _ => (None, text.as_str()),
    };
    let digits = rest.trim_start_matches([' ', '-']);
    if digits.is_empty() || digits.len() > 9 || !digits.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    // A bare number that begins with a zero is the end of a phone number, or a reference read off the screen.
    digits.parse().ok().filter(|&n| n > 0).map(|n| (kind, n))
}
