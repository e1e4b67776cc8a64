//! Why a case is closed, and how long what it holds is kept.
//!
//! A case is closed by a person, with a reason from a list and words where they help; a case that closes by itself
//! is absent. Nothing is deleted by time: the review asks a person.
//!
//! 1. Closing asks for a reason of the list; letters of it are enough when they lead to one reason.
//! 2. A case with a live date is closed only when the date was called off, in the same write; whoever comes to it is
//!    told that it is off, as after any calling off.
//! 3. A closed case is kept for the office's years, three where it has said nothing, and then reviewed.
//! 4. At the review a person keeps it another year, or removes the family's details.
//! 5. A closed case is opened again only with consent in force, and its reason leaves with that.
//! 6. The reason that fits what is known of the case stands there already; it can be typed over.

use chrono::{Months, NaiveDate};

use super::outcome::Outcome;

/// Years a closed case is kept before it is reviewed, where the office has set none.
pub const KEEP_YEARS: u32 = 3;
/// Years by which a review puts the next one off.
pub const KEEP_LONGER_YEARS: u32 = 1;

/// Why a case is closed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Closing {
    /// Agreed in full.
    Agreed,
    /// Agreed in part.
    PartAgreed,
    /// No agreement.
    NoAgreement,
    /// Settled before the meeting.
    SettledBefore,
    /// The authority changed its decision.
    DecisionChanged,
    /// The family withdrew.
    FamilyWithdrew,
    /// The other side withdrew.
    OtherSideWithdrew,
    /// Not arranged in time.
    NotInTime,
    /// Only the certificate was wanted.
    CertificateOnly,
    /// Nobody could be reached.
    NoContact,
    /// Something else.
    Other,
}

impl Closing {
    /// All of them, in the order of the list.
    pub const ALL: [Self; 11] = [
        Self::Agreed,
        Self::PartAgreed,
        Self::NoAgreement,
        Self::SettledBefore,
        Self::DecisionChanged,
        Self::FamilyWithdrew,
        Self::OtherSideWithdrew,
        Self::NotInTime,
        Self::CertificateOnly,
        Self::NoContact,
        Self::Other,
    ];

    /// The words in the file and on the screen.
    pub fn code(self) -> &'static str {
        match self {
            Self::Agreed => "agreed in full",
            Self::PartAgreed => "agreed in part",
            Self::NoAgreement => "no agreement",
            Self::SettledBefore => "settled before the meeting",
            Self::DecisionChanged => "the la changed its decision",
            Self::FamilyWithdrew => "family withdrew",
            Self::OtherSideWithdrew => "other side withdrew",
            Self::NotInTime => "not arranged in time",
            Self::CertificateOnly => "certificate only",
            Self::NoContact => "no contact",
            Self::Other => "other",
        }
    }

    /// The letter that chooses it.
    pub fn letter(self) -> char {
        match self {
            Self::Agreed => 'a',
            Self::PartAgreed => 'p',
            Self::NoAgreement => 'n',
            Self::SettledBefore => 's',
            Self::DecisionChanged => 'l',
            Self::FamilyWithdrew => 'f',
            Self::OtherSideWithdrew => 'w',
            Self::NotInTime => 't',
            Self::CertificateOnly => 'c',
            Self::NoContact => 'u',
            Self::Other => 'o',
        }
    }

    /// Reads the words in the file.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|c| c.code() == code)
    }

    /// Rule 1: its letter, or the first letters of its words where only one reason begins so.
    pub fn read(typed: &str) -> Option<Self> {
        let typed = typed.trim().to_lowercase();
        let mut letters = typed.chars();
        if let (Some(one), None) = (letters.next(), letters.next()) {
            return Self::ALL.into_iter().find(|c| c.letter() == one);
        }
        let begins = |c: &Self| {
            !typed.is_empty()
                && (c.code().starts_with(&typed) || c.code().split(' ').any(|w| w.starts_with(&typed)))
        };
        let mut found = Self::ALL.into_iter().filter(begins);
        Self::from_code(&typed).or(match (found.next(), found.next()) {
            (Some(one), None) => Some(one),
            _ => None,
        })
    }

    /// Rule 6, of a meeting.
    pub fn after(outcome: Outcome) -> Option<Self> {
        match outcome {
            Outcome::Agreed => Some(Self::Agreed),
            Outcome::PartAgreed => Some(Self::PartAgreed),
            Outcome::NotAgreed => Some(Self::NoAgreement),
            Outcome::DidNotHappen => None,
        }
    }
}

/// Rule 3: the day of the review.
pub fn review_on(closed: NaiveDate, years: u32) -> NaiveDate {
    closed.checked_add_months(Months::new(years.saturating_mul(12))).unwrap_or(NaiveDate::MAX)
}
