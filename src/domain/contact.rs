//! Whether a number or an address may be used: rung, a message left there, written to; and how it is told.
//!
//! Safety is what the person said, never what the office thinks; a number of which nothing was said is shown as it
//! is. Why a number is not safe is absent: nobody has to say.
//!
//! 1. Each number and address says by itself whether we may ring, leave a message, write; each may be not said.
//! 2. It is told by whom it was said.
//! 3. A number that is not safe to ring is said first and loudly, before the number.
//! 4. A party without a number that is safe is written to, where that is safe; otherwise there is no safe number.
//! 5. Words typed beside a number, or as its best time, that forbid ringing are heard: not safe, don't ring, no calls,
//!    never ring, he listens, text only.
//! 6. Words that only say when are no ban: don't ring before 9, no calls on Mondays. "Not safe" is one at any hour.
//! 7. Words that forbid a message forbid only that: don't leave a message, no messages, not safe to leave one.

use super::text::words;

/// The short word before a number that is not safe to ring, in a list.
pub const NOT_SAFE_SHORT: &str = "NOT SAFE";

/// What was said of one way to use a number or an address.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Said {
    /// We may.
    Yes,
    /// We may not.
    No,
    /// Nothing was said.
    #[default]
    NotSaid,
}

impl Said {
    /// The word in the file and on the screen.
    pub fn code(self) -> &'static str {
        match self {
            Self::Yes => "yes",
            Self::No => "no",
            Self::NotSaid => "not said",
        }
    }

    /// Reads the word in the file; anything else is not said.
    pub fn from_code(code: &str) -> Self {
        [Self::Yes, Self::No].into_iter().find(|s| s.code() == code).unwrap_or(Self::NotSaid)
    }

    /// The letter of the window: y, n; anything else is not said.
    pub fn of_letter(letter: Option<char>) -> Self {
        match letter {
            Some('y' | 'Y') => Self::Yes,
            Some('n' | 'N') => Self::No,
            _ => Self::NotSaid,
        }
    }

    /// The letter of the window.
    pub fn letter(self) -> char {
        match self {
            Self::Yes => 'y',
            Self::No => 'n',
            Self::NotSaid => '-',
        }
    }
}

/// What was said of a number or an address.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Safety {
    /// May we ring?
    pub ring: Said,
    /// May we leave a message?
    pub message: Said,
    /// May we write?
    pub writing: Said,
}

impl Safety {
    /// Rule 3.
    pub fn may_not_ring(self) -> bool {
        self.ring == Said::No
    }

    /// Rule 3, for whoever records that it was rung or a message left: a warning, where one was asked for.
    pub fn warning(self, number: &str, said_by: &str) -> Option<String> {
        let by = if said_by.trim().is_empty() { String::new() } else { format!(" ({})", said_by.trim()) };
        match (self.ring, self.message) {
            (Said::No, _) => Some(format!("NOT SAFE TO RING, and NO MESSAGES: {number}{by}")),
            (_, Said::No) => Some(format!("NO MESSAGES on this number: {number}{by}")),
            _ => None,
        }
    }

    /// Rules 1 and 2: the number with what was said of it, `07700 900142 (safe to ring; no messages - mother)`.
    pub fn told(self, number: &str, said_by: &str) -> String {
        let by = said_by.trim();
        if self.may_not_ring() {
            let by = if by.is_empty() { String::new() } else { format!(" (said by {by})") };
            return format!("NOT SAFE TO RING {number}{by}");
        }
        let ring = (self.ring == Said::Yes).then_some("safe to ring");
        let message = match self.message {
            Said::Yes => Some("messages are safe"),
            Said::No => Some("no messages"),
            Said::NotSaid => None,
        };
        let writing = (self.writing == Said::No).then_some("do not write");
        let said: Vec<&str> = [ring, message, writing].into_iter().flatten().collect();
        match (said.is_empty(), by) {
            (true, _) => number.to_owned(),
            (false, "") => format!("{number} ({})", said.join("; ")),
            (false, by) => format!("{number} ({} - {by})", said.join("; ")),
        }
    }
}

/// Words that forbid ringing, at any hour.
const NOT_SAFE: [&[&str]; 14] = [
    &["not", "safe"],
    &["isnt", "safe"],
    &["unsafe"],
    &["never", "ring"],
    &["never", "call"],
    &["he", "listens"],
    &["she", "listens"],
    &["they", "listen"],
    &["text", "only"],
    &["texts", "only"],
    &["only", "text"],
    &["email", "only"],
    &["letter", "only"],
    &["letters", "only"],
];
/// Words that forbid ringing, where no hour follows.
const NO_RINGING: [&[&str]; 9] = [
    &["dont", "ring"],
    &["dont", "call"],
    &["dont", "phone"],
    &["do", "not", "ring"],
    &["do", "not", "call"],
    &["do", "not", "phone"],
    &["no", "calls"],
    &["no", "ringing"],
    &["no", "phone", "calls"],
];
/// Words that forbid a message.
const NO_MESSAGE: [&[&str]; 8] = [
    &["dont", "leave", "a", "message"],
    &["dont", "leave", "messages"],
    &["do", "not", "leave", "a", "message"],
    &["do", "not", "leave", "messages"],
    &["no", "message"],
    &["no", "messages"],
    &["no", "voicemail"],
    &["no", "voicemails"],
];
/// What is not safe here is something else than ringing.
const SAFE_TO: [&[&str]; 4] = [&["to", "leave"], &["for", "messages"], &["to", "text"], &["to", "message"]];
/// The beginnings of words that say when.
const WHEN: [&str; 24] = [
    "before", "after", "until", "till", "til", "between", "from", "during", "on", "at", "in", "over",
    "early", "late", "mon", "tue", "wed", "thu", "fri", "sat", "sun", "morning", "evening", "weekend",
];

/// What follows a phrase that the words begin with.
fn behind<'a>(said: &'a [String], phrase: &[&str]) -> Option<&'a [String]> {
    let (begun, rest) = said.split_at_checked(phrase.len())?;
    (begun == phrase).then_some(rest)
}

/// What follows each place where one of the phrases stands.
fn after<'a>(said: &'a [String], phrases: &[&[&str]]) -> impl Iterator<Item = &'a [String]> {
    (0..said.len()).flat_map(move |at| phrases.iter().filter_map(move |phrase| behind(&said[at..], phrase)))
}

impl Safety {
    /// Rules 5 to 7: what the words beside a number and its best time forbid; nothing where they forbid nothing.
    pub fn heard(phone: &str, best_time: &str) -> Option<Self> {
        let says_when = |rest: &[String]| {
            let mut rest = rest
                .iter()
                .skip_while(|word| matches!(word.as_str(), "me" | "us" | "her" | "here" | "please"));
            rest.next().is_some_and(|word| {
                WHEN.iter().any(|when| if when.len() > 2 { word.starts_with(when) } else { word == when })
            })
        };
        let of_a_message = |rest: &[String]| SAFE_TO.iter().any(|what| behind(rest, what).is_some());
        let (mut ring, mut message) = (false, false);
        for typed in [phone, best_time] {
            let said = words(typed);
            for rest in after(&said, &NOT_SAFE) {
                let of_message = of_a_message(rest);
                (ring, message) = (ring || !of_message, message || of_message);
            }
            ring |= after(&said, &NO_RINGING).any(|rest| !says_when(rest));
            message |= after(&said, &NO_MESSAGE).next().is_some();
        }
        let no = |forbidden| if forbidden { Said::No } else { Said::NotSaid };
        (ring || message).then(|| Self { ring: no(ring), message: no(message), writing: Said::NotSaid })
    }
}
