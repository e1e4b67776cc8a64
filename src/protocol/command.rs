//! An intention to write, of any subject, and the questions that are read.
//!
//! Both are plain data that a test can compare. An intention is signed when it is made, with its moment, its
//! person and its own key, so that sending it twice writes it once. How it is written is the store's.

use std::mem::{Discriminant, discriminant};

use chrono::NaiveDate;

use crate::domain::detail::Detail;
use crate::store::Signed;
use crate::store::after::AfterWrite;
use crate::store::calendar::CalendarWrite;
use crate::store::calls::CallWrite;
use crate::store::cases::CaseWrite;
use crate::store::handovers::HandoverWrite;
use crate::store::mediators::MediatorWrite;
use crate::store::office::OfficeWrite;
use crate::store::parties::PartyWrite;
use crate::store::touched::Touching;

/// What is to be written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Intention {
    /// About a call.
    Call(CallWrite),
    /// About a case.
    Case(CaseWrite),
    /// About a party.
    Party(PartyWrite),
    /// About a handover.
    Handover(HandoverWrite),
    /// About a date.
    Calendar(CalendarWrite),
    /// About a mediator.
    Mediator(MediatorWrite),
    /// About the office.
    Office(OfficeWrite),
    /// Take an act of this desk back: its key.
    TakeBack(i64),
}

impl Intention {
    /// The case of whose family it writes details.
    pub fn details_of(&self) -> Option<i64> {
        match self {
            Self::Case(CaseWrite::Details { case, .. })
            | Self::Party(PartyWrite::Contact { case, .. })
            | Self::Call(CallWrite::FamilyDetail { case, .. }) => Some(*case),
            _ => None,
        }
    }

    /// What it puts words into: of a call its notes, or one field of a caller or of a case.
    pub fn target(&self) -> Target {
        let (row, field) = match self {
            Self::Call(CallWrite::Notes { call, .. }) => (*call, None),
            Self::Call(CallWrite::CallerDetail { caller, detail, .. }) => (*caller, Some(detail.0)),
            Self::Call(CallWrite::FamilyDetail { case, detail, .. }) => (*case, Some(detail.0)),
            _ => (0, None),
        };
        Target(discriminant(self), row, field)
    }

    /// The same, to be done again after it was taken back: the rows it had added get other keys. None where it adds
    /// rows that are not known here.
    pub fn again(mut self, added: &[i64], mut fresh: impl FnMut() -> i64) -> Option<Self> {
        let mut anew = |key: &mut i64| {
            if added.contains(key) {
                *key = fresh();
            }
        };
        match &mut self {
            Self::Party(PartyWrite::Answer { answer, .. }) => anew(answer),
            Self::Party(PartyWrite::Add { party, .. }) => anew(&mut party.id),
            Self::Calendar(CalendarWrite::Hold { booking, .. } | CalendarWrite::Book { booking, .. }) => {
                anew(booking);
            }
            Self::Calendar(CalendarWrite::Move { new, .. }) => anew(new),
            Self::Calendar(CalendarWrite::Outcome { outcome, .. }) => anew(outcome),
            Self::Case(CaseWrite::Promise { step, .. }) => anew(step),
            Self::Case(CaseWrite::Snooze { id, .. }) | Self::Handover(HandoverWrite::Offer { id, .. }) => {
                anew(id);
            }
            Self::Mediator(MediatorWrite::Away { id, .. } | MediatorWrite::Extra { id, .. }) => anew(id),
            Self::Case(CaseWrite::After(
                AfterWrite::Agreed { action: key, .. }
                | AfterWrite::Certificate { certificate: key, .. }
                | AfterWrite::CertificateDue { certificate: key, .. }
                | AfterWrite::Safe { contact: key, .. },
            )) => anew(key),
            // The row of a link stays and changes its word; the steps of a meeting that closing calls off have keys of
            // the act's own.
            Self::Calendar(_)
            | Self::Case(CaseWrite::Link { .. } | CaseWrite::After(AfterWrite::Close { .. })) => {}
            _ if added.is_empty() => {}
            _ => return None,
        }
        Some(self)
    }
}

/// What an intention puts words into. A later one of the same brings all of them again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Target(Discriminant<Intention>, i64, Option<Detail>);

/// An intention, signed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Command {
    /// What.
    pub what: Intention,
    /// Who and when.
    pub signed: Signed,
}

/// What is to be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Question {
    /// Today's page.
    Queue,
    /// The morning page.
    Morning,
    /// The people of the office.
    People,
    /// A case's pages.
    Case(i64),
    /// Lines of a case's timeline older than this one.
    Timeline {
        /// The case.
        case: i64,
        /// The place of the oldest line that is known.
        before: i64,
    },
    /// A case of a given number.
    CaseNumbered(i64),
    /// An enquiry.
    Enquiry(i64),
    /// A call, to take it up again.
    Call(i64),
    /// A call, to be told beside a list; it is not taken up.
    LookAtCall(i64),
    /// The number Finish took for this call.
    TakenNumber {
        /// The call.
        call: i64,
        /// The case, or none for an enquiry.
        case: Option<i64>,
    },
    /// Find: what was typed, and whether only enquiries may be looked through.
    Find {
        /// Tells the answer from older ones.
        turn: u64,
        /// What was typed.
        typed: crate::domain::text::Private,
        /// A third party without consent is in the call.
        enquiries_only: bool,
    },
    /// Earlier records of a caller, by name or number, for the quiet line in a call.
    SeenBefore {
        /// The call.
        call: i64,
        /// The name or number.
        typed: crate::domain::text::Private,
        /// A third party without consent.
        enquiries_only: bool,
    },
    /// What was said against a number that is typed in a call whose consent is in force.
    SaidAgainst {
        /// The call.
        call: i64,
        /// The number.
        number: crate::domain::text::Private,
    },
    /// Schools of other families that begin as typed, for the list under the field.
    Schools {
        /// The case of a call, whose consent is in force.
        case: i64,
        /// What was typed.
        typed: crate::domain::text::Private,
    },
    /// The case that looks as if it told of the same child as this one.
    LookAlike {
        /// The case of a call, whose consent is in force.
        case: i64,
        /// Tells the answer from older ones.
        turn: u64,
    },
    /// A case to compare this one with: of a number, or the one that is linked or looks like the same child.
    Beside {
        /// This case.
        case: i64,
        /// The other's spoken number.
        number: Option<i64>,
    },
    /// The diary of these days, and of a case.
    Diary {
        /// The first day.
        from: NaiveDate,
        /// The last day.
        to: NaiveDate,
        /// The case that brings its rules.
        case: Option<i64>,
    },
    /// The mediators' page.
    Mediators,
    /// All bookings of a case, newest first.
    Bookings(i64),
    /// The settings.
    Settings,
    /// The office's own closed days from today on.
    ClosedDays,
    /// What days that are about to be written touch.
    Touched(Touching),
    /// How much room the 30 days of a case leave.
    Room(i64),
    /// Calls that were open when the program stopped.
    Interrupted,
}
