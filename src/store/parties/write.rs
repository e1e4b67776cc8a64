//! A party as the file has it, and what may be intended about one, as data.
//!
//! Names and words are `Private`.

use crate::domain::queue::PartyFacts;
use crate::domain::text::Private;
use crate::domain::willingness::{Answer, Needed, PartyKind, Side};
use chrono::NaiveDate;

/// One answer or attempt.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Given {
    /// What was recorded.
    pub answer: Answer,
    /// Who said it.
    pub person: Private,
    /// Their words.
    pub words: Private,
    /// Phone, e-mail.
    pub how: String,
    /// The day.
    pub day: NaiveDate,
    /// When it was recorded, UTC milliseconds.
    pub at: i64,
    /// By whom.
    pub staff: String,
}

/// Who a party is and how to reach them.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Contact {
    /// The party's name: "Northmere SEND team".
    pub name: Private,
    /// The person: "J. Whitlock".
    pub person: Private,
    /// How they are related to the child, or their post.
    pub relation: Private,
    /// Their number.
    pub phone: Private,
    /// Their e-mail.
    pub email: Private,
    /// When to ring.
    pub best_time: Private,
    /// Interpreter, access.
    pub needs: Private,
    /// Who comes, and may they decide.
    pub decides: Private,
    /// When a meeting suits them, in words.
    pub suits: Private,
}

/// A party of a case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Party {
    /// What the queue knows of it.
    pub facts: PartyFacts,
    /// Who they are.
    pub contact: Contact,
    /// The version of the row.
    pub rev: i64,
    /// All answers and attempts, newest first.
    pub given: Vec<Given>,
}

/// A party to be made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewParty {
    /// Its key, made at the desk.
    pub id: i64,
    /// What it is.
    pub kind: PartyKind,
    /// Its side.
    pub side: Side,
    /// Needed or invited.
    pub needed: Needed,
    /// Who they are.
    pub contact: Contact,
    /// When to chase first.
    pub chase: Option<NaiveDate>,
}

/// An intention about a party.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PartyWrite {
    /// Record an answer or an attempt.
    Answer {
        /// The case.
        case: i64,
        /// The party.
        party: i64,
        /// The answer's own key.
        answer: i64,
        /// What was said.
        what: Answer,
        /// Who said it; empty keeps the party's person.
        person: Private,
        /// Their words; of an authority's yes, who comes and may they decide.
        words: Private,
        /// Phone, e-mail.
        how: String,
        /// The next chase; none lets it fill itself.
        chase: Option<NaiveDate>,
    },
    /// Add a party.
    Add {
        /// The case.
        case: i64,
        /// The party.
        party: NewParty,
    },
    /// Needed, invited or dropped.
    Need {
        /// The case.
        case: i64,
        /// The party.
        party: i64,
        /// Which.
        needed: Needed,
    },
    /// Change the contact.
    Contact {
        /// The case.
        case: i64,
        /// The party.
        party: i64,
        /// What this desk knew it to be: only what differs from it is written.
        known: Box<Contact>,
        /// The new contact.
        contact: Box<Contact>,
    },
}
