//! What is intended about a case, as data.
//!
//! What is done with its parties, its dates and its calls is absent: each of them has its own intentions. A text of the
//! family is `Private` here already, so that an intention can be shown to a developer without it.

use super::Promisee;
use crate::domain::consent::ConsentAct;
use crate::domain::detail::Detail;
use crate::domain::moment::Moment;
use crate::domain::promise::Part;
use crate::domain::queue::Why;
use crate::domain::text::Private;
use crate::store::after::AfterWrite;
use crate::store::calls::Typed;
use crate::store::links::LinkState;
use chrono::NaiveDate;

/// An intention about a case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CaseWrite {
    /// A promised step was done.
    StepDone {
        /// The case.
        case: i64,
        /// The step.
        step: i64,
    },
    /// Add a note to the case.
    Note {
        /// The case.
        case: i64,
        /// The note's own key.
        note: i64,
        /// Its words.
        body: Private,
    },
    /// Another record of consent: a new limit, the check with the parent, a withdrawal.
    Consent {
        /// The case.
        case: i64,
        /// The record's own key.
        record: i64,
        /// What it says.
        act: ConsentAct,
        /// Who says so.
        giver: Private,
        /// The day as typed, and the last day it can mean; none: today, or as the same giver said before.
        given: Option<(Private, NaiveDate)>,
        /// How.
        how: Private,
        /// Limits; empty keeps those that stand.
        limits: Private,
        /// What it does not cover; empty keeps what stands.
        not_covered: Private,
        /// Words.
        words: Private,
    },
    /// Remove the family's details; the shell is kept for counting.
    Erase {
        /// The case.
        case: i64,
    },
    /// Details of the family, changed together: the route, the clocks and Find follow in the same write.
    Details {
        /// The case.
        case: i64,
        /// Which, as typed, reading.
        details: Vec<Typed>,
        /// What each held when it was read; none: it is not asked.
        known: Vec<(Detail, Private)>,
    },
    /// One of two values of a field is chosen.
    Settle {
        /// The case.
        case: i64,
        /// The row of the second value.
        clash: i64,
        /// The second value is taken; otherwise the one in the field stays.
        taken: bool,
    },
    /// What a person said of this case and another: one child, or not.
    Link {
        /// The case.
        case: i64,
        /// The other.
        other: i64,
        /// The link's own key.
        link: i64,
        /// What was said.
        said: LinkState,
    },
    /// Somebody of the case was promised to be rung.
    Promise {
        /// The case.
        case: i64,
        /// The step's own key.
        step: i64,
        /// Whom.
        to: Promisee,
        /// The day.
        day: NaiveDate,
        /// The part of it.
        part: Part,
        /// As typed.
        words: Private,
    },
    /// Put a row of Today off.
    Snooze {
        /// The case.
        case: i64,
        /// The snooze's own key.
        id: i64,
        /// Why the row is there.
        why: Why,
        /// The party it is about.
        party: Option<i64>,
        /// The booking it is about.
        booking: Option<i64>,
        /// Until when.
        until: Moment,
    },
    /// What comes after a meeting, and around a case.
    After(AfterWrite),
    /// The local authority was told on this day that mediation is wanted.
    LaInformed {
        /// The case.
        case: i64,
        /// The day.
        day: NaiveDate,
    },
}
