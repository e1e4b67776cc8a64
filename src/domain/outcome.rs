//! What came of a meeting, in one word, and on whose account it did not happen.
//!
//! The parties decide the outcome; the mediator and the office only write down what they said. A recommendation, a
//! score or an opinion of the office is absent, because the service has none.
//!
//! 1. A meeting is agreed, agreed in part, not agreed, or did not happen; it is said on its day or later.
//! 2. Only of a meeting that did not happen it is said on whose account.
//! 3. After agreed or agreed in part the actions of the agreement wait to be noted.
//! 4. An outcome is never rewritten: a correction is another one, and the latest counts.
//! 5. A case without a date again, because its meeting did not happen, goes on where it was.

/// What came of a meeting.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Outcome {
    /// Agreed in full.
    Agreed,
    /// Agreed in part.
    PartAgreed,
    /// No agreement.
    NotAgreed,
    /// The meeting did not happen.
    DidNotHappen,
}

impl Outcome {
    /// All of them, in the order of their keys.
    pub const ALL: [Self; 4] = [Self::Agreed, Self::PartAgreed, Self::NotAgreed, Self::DidNotHappen];

    /// The word in the file and on the screen.
    pub fn code(self) -> &'static str {
        match self {
            Self::Agreed => "agreed",
            Self::PartAgreed => "part agreed",
            Self::NotAgreed => "not agreed",
            Self::DidNotHappen => "did not happen",
        }
    }

    /// Reads the word in the file.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|o| o.code() == code)
    }

    /// The line of the timeline.
    pub fn act(self) -> &'static str {
        match self {
            Self::Agreed => "Meeting held: agreed",
            Self::PartAgreed => "Meeting held: part agreed",
            Self::NotAgreed => "Meeting held: not agreed",
            Self::DidNotHappen => "Meeting did not happen",
        }
    }

    /// The parties met.
    pub fn was_held(self) -> bool {
        self != Self::DidNotHappen
    }

    /// Rule 3.
    pub fn has_an_agreement(self) -> bool {
        matches!(self, Self::Agreed | Self::PartAgreed)
    }
}

/// On whose account a meeting did not happen, or was called off.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum ByWhom {
    /// The family.
    Family,
    /// The other side.
    OtherSide,
    /// The mediator.
    Mediator,
    /// The office.
    #[default]
    Office,
}

impl ByWhom {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Family, Self::OtherSide, Self::Mediator, Self::Office];

    /// The word in the file.
    pub fn code(self) -> &'static str {
        match self {
            Self::Family => "family",
            Self::OtherSide => "other side",
            Self::Mediator => "mediator",
            Self::Office => "office",
        }
    }

    /// Reads the word in the file.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|b| b.code() == code)
    }
}
