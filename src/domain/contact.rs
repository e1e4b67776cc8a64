//! Whether a number or an address may be used: rung, a message left there, written to; and how it is told.
//!
//! Safety is what the person said, never what the office thinks; a number of which nothing was said is shown as it
//! is. Why a number is not safe is absent: nobody has to say.
//!
//! 1. Each number and address says by itself whether we may ring, leave a message, write; each may be not said.
//! 2. It is told by whom it was said.
//! 3. A number that is not safe to ring is said first and loudly, before the number.
//! 4. A party without a number that is safe is written to, where that is safe; otherwise there is no safe number.
//! 5. Words typed beside a number, or as its best time, that forbid ringing are heard in any order: not safe, don't ring
//!    me on this number, not to be called, no calls, he listens, text only.
//! 6. Words that only say when are no ban: don't ring before 9, no calls on Mondays. "Not safe" is one at any hour.
//! 7. Words that forbid a message forbid only that: don't leave a message, no messages, not safe to leave one.
//! 8. "Not unsafe" is no mark; nor is a ban on the phone of somebody else, where it was said that this one is theirs.
//! 9. A word like not, never or safe of which nothing was made is no mark, and no promise to ring: somebody asks.
//! 10. Text only: not to be rung, and it may be written to.
//! 11. A word on a number is found however the number is spelt, and of several words the worst counts: of two numbers
//!     in one line, and of two on one number. A word on a number they have now goes before one on an old number.

mod heard;

use super::phone::Phone;
use heard::Ringing;

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

/// A number of which something may have been said.
pub trait Marked {
    /// The number, as it was typed.
    fn number(&self) -> &str;
    /// What was said of it.
    fn safety(&self) -> Safety;
    /// It is one they have now.
    fn is_current(&self) -> bool;
}

/// Rule 11: what was said of the numbers of this line. Words without a number are compared as they stand.
pub fn said_of<'a, M: Marked>(phone: &str, marked: impl IntoIterator<Item = &'a M>) -> Option<&'a M> {
    let said: Vec<&M> = marked.into_iter().filter(|m| m.safety() != Safety::default()).collect();
    let numbers = Phone::all(phone);
    if numbers.is_empty() {
        return said.into_iter().find(|m| m.number().trim() == phone.trim());
    }
    let worst = |m: &M| (m.safety().ring != Said::No, m.safety().message != Said::No);
    let of_one = |number: &Phone| {
        let of_it = said.iter().filter(|m| Phone::share(m.number(), number.digits()));
        of_it.min_by_key(|m| (!m.is_current(), worst(m)))
    };
    numbers.iter().filter_map(of_one).min_by_key(|m| worst(m)).copied()
}

impl Safety {
    /// The words of the file.
    pub fn of_codes(ring: &str, message: &str, writing: &str) -> Self {
        let [ring, message, writing] = [ring, message, writing].map(Said::from_code);
        Self { ring, message, writing }
    }

    /// Rules 5 to 8 and 10: what the words beside a number and its best time forbid; nothing where they forbid nothing.
    pub fn heard(phone: &str, best_time: &str) -> Option<Self> {
        let all = heard::heard(phone).and(heard::heard(best_time));
        let ring = all.ringing == Ringing::Forbidden;
        let no = |forbidden| if forbidden { Said::No } else { Said::NotSaid };
        let writing = if all.text { Said::Yes } else { Said::NotSaid };
        (ring || all.no_message).then(|| Self { ring: no(ring), message: no(all.no_message), writing })
    }

    /// Rule 9: words that may forbid ringing stand beside the number and were not read; somebody is to ask.
    pub fn is_in_doubt(phone: &str, best_time: &str) -> bool {
        let all = heard::heard(phone).and(heard::heard(best_time));
        all.ringing == Ringing::Doubt && Phone::read(phone).can_be_rung()
    }
}
