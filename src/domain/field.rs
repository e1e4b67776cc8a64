//! A field to which two desks may give two values: a detail of the family, or a line of how a party is reached.
//!
//! It has a word in the file and a label on the screen. What of a call belongs to the caller alone is absent: it is
//! typed at one desk. Which value stands is absent too: the first does, until a person chooses (rule 27 of
//! [`super::queue`]).

use super::detail::Detail;
use super::willingness::PartyKind;

/// A line of how a party is reached.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// The party's name.
    Name,
    /// The person.
    Person,
    /// To the child, or their post.
    Relation,
    /// Their number.
    Phone,
    /// Their e-mail.
    Email,
    /// When to ring.
    BestTime,
    /// Interpreter, access.
    Needs,
    /// Who comes, and may they decide.
    Decides,
    /// When a meeting suits them.
    Suits,
}

impl Part {
    /// All of them, in the order of the screen.
    pub const ALL: [Self; 9] = [
        Self::Name,
        Self::Person,
        Self::Relation,
        Self::Phone,
        Self::Email,
        Self::BestTime,
        Self::Needs,
        Self::Decides,
        Self::Suits,
    ];

    /// The word in the file, and in lower case on the screen.
    pub fn word(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Person => "person",
            Self::Relation => "relation",
            Self::Phone => "phone",
            Self::Email => "email",
            Self::BestTime => "best time",
            Self::Needs => "needs",
            Self::Decides => "decides",
            Self::Suits => "suits",
        }
    }

    /// The most letters it holds, as the file keeps it.
    pub fn longest(self) -> usize {
        match self {
            Self::Name | Self::Person | Self::Relation | Self::Email | Self::BestTime => 200,
            Self::Phone => 100,
            Self::Needs => 500,
            Self::Decides | Self::Suits => 300,
        }
    }
}

/// A field with two values.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Field {
    /// A detail of the family.
    Detail(Detail),
    /// A line of a party, by the party's key.
    Party(i64, Part),
}

impl Field {
    /// The words in the file: "school", "party 160 phone".
    pub fn code(self) -> String {
        match self {
            Self::Detail(detail) => detail.code().to_owned(),
            Self::Party(party, part) => format!("party {party} {}", part.word()),
        }
    }

    /// Reads the words in the file.
    pub fn from_code(code: &str) -> Option<Self> {
        let Some(of_party) = code.strip_prefix("party ") else {
            return Detail::from_code(code).map(Self::Detail);
        };
        let (party, word) = of_party.split_once(' ')?;
        let part = Part::ALL.into_iter().find(|part| part.word() == word)?;
        Some(Self::Party(party.parse().ok()?, part))
    }

    /// The label on the screen, with the kind of its party: "School", "LA phone".
    pub fn label(self, kind: impl FnOnce(i64) -> Option<PartyKind>) -> String {
        match self {
            Self::Detail(detail) => detail.label().to_owned(),
            Self::Party(party, part) => {
                let kind = kind(party).map_or("Party", PartyKind::short);
                format!("{kind} {}", part.word())
            }
        }
    }
}

impl From<Detail> for Field {
    fn from(detail: Detail) -> Self {
        Self::Detail(detail)
    }
}
