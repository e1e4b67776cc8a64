//! What is intended about a call, and what a call ends in, as data.
//!
//! A text of the family is `Private` here already, so that an intention can be shown to a developer without it.

use super::super::parties::NewParty;
use crate::domain::call::CallerKind;
use crate::domain::consent::ConsentAnswer;
use crate::domain::detail::Detail;
use crate::domain::queue::StepKind;
use crate::domain::subject::Route;
use crate::domain::text::Private;
use crate::domain::willingness::Answer;
use chrono::NaiveDate;

/// A detail to write: which, as typed, and its reading.
pub type Typed = (Detail, Private, Private);

/// Whom a new call is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum About {
    /// An earlier enquiry: the caller's details are known.
    Enquiry(i64),
    /// A case.
    Case(i64),
}

/// What becomes of a call.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CountReason {
    /// No consent, and the caller will not ring back.
    NoConsent,
    /// A child of compulsory school age, alone.
    ChildAlone,
    /// The caller would not say who they were.
    WouldNotSay,
    /// Somebody of the family rang and rang off: who it was is known, and nothing else.
    NothingSaid,
}

impl CountReason {
    /// The word in the file. It has one for the two of whom nothing is known; only of the second there is a kind of caller.
    pub fn code(self) -> &'static str {
        match self {
            Self::NoConsent => "no consent",
            Self::ChildAlone => "child alone",
            Self::WouldNotSay | Self::NothingSaid => "would not say",
        }
    }
}

/// The enquiry a call ends in. It has no notes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewEnquiry {
    /// Its key.
    pub id: i64,
    /// The kind of caller: one ringing in their work, or a young person's parent.
    pub kind: CallerKind,
    /// Their own name.
    pub name: Private,
    /// Their post and employer.
    pub work: Private,
    /// Their number.
    pub phone: Private,
    /// Their e-mail.
    pub email: Private,
    /// When to ring them.
    pub best_time: Private,
    /// Kinds of disagreement, from the list.
    pub subject: String,
    /// A known authority.
    pub area: String,
    /// No, or not sure.
    pub answer: ConsentAnswer,
    /// The caller rings back; otherwise the young person rings us.
    pub rings_back: bool,
    /// By when.
    pub next_day: NaiveDate,
    /// When it becomes a count line.
    pub keep_until: NaiveDate,
}

/// The case a call ends in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewCase {
    /// Its key.
    pub case: i64,
    /// Its route.
    pub route: Route,
    /// Its parties; the family's own answer is `family_answer`.
    pub parties: Vec<NewParty>,
    /// What the family itself said on this call.
    pub family_answer: Option<FamilyAnswer>,
    /// Steps to promise, each with its key.
    pub steps: Vec<(i64, StepKind, NaiveDate)>,
}

/// What the family itself said on its call.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FamilyAnswer {
    /// Its key.
    pub id: i64,
    /// The family's party.
    pub party: i64,
    /// The answer.
    pub what: Answer,
    /// On what condition.
    pub words: Private,
}

impl FamilyAnswer {
    /// Yes, on no condition.
    pub fn yes(id: i64, party: i64) -> Self {
        Self { id, party, what: Answer::Willing, words: Private::default() }
    }
}

/// An intention about a call.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CallWrite {
    /// The call starts. Its number is taken in the same write, and nobody waits for it.
    Start {
        /// The call.
        call: i64,
        /// Whom it is about.
        about: Option<About>,
    },
    /// Who is ringing. A parent or young person brings their own consent and opens a case in the call.
    Who {
        /// The call.
        call: i64,
        /// The caller's own key.
        caller: i64,
        /// The first, second... caller of this call.
        seq: i64,
        /// The kind.
        kind: CallerKind,
        /// The case and the consent record, of a parent or young person.
        own: Option<(i64, i64)>,
        /// Details that were scratch until now.
        details: Vec<Typed>,
        /// Notes that were scratch until now, with the minutes their lines were begun.
        notes: Option<(Private, String)>,
    },
    /// A detail of the caller.
    CallerDetail {
        /// The call.
        call: i64,
        /// The caller.
        caller: i64,
        /// The case, where there is one.
        case: Option<i64>,
        /// Which, as typed, reading.
        detail: Typed,
        /// What stood there, at the first write of a visit to the field.
        visit: Option<Private>,
    },
    /// A detail of the family.
    FamilyDetail {
        /// The call.
        call: Option<i64>,
        /// The case.
        case: i64,
        /// Which, as typed, reading.
        detail: Typed,
        /// What stood there, at the first write of a visit to the field.
        visit: Option<Private>,
        /// What this desk knows the field to hold, in the file or on its way there; empty: it is not asked.
        known: Vec<Private>,
    },
    /// The notes of the call.
    Notes {
        /// The call, whose key is also the notes'.
        call: i64,
        /// The case.
        case: i64,
        /// All lines.
        body: Private,
        /// The minute each line was begun, in milliseconds, separated by spaces.
        begun: String,
    },
    /// What a call without consent may keep in general: kinds from the list, a known authority.
    General {
        /// The call.
        call: i64,
        /// Kinds of disagreement.
        subject: String,
        /// A known authority, or nothing.
        area: String,
    },
    /// A SAY line was said, or was not after all.
    Said {
        /// The call.
        call: i64,
        /// The line.
        line: &'static str,
        /// Said.
        on: bool,
    },
    /// The answer to the consent question.
    Answer {
        /// The call.
        call: i64,
        /// The answer, or none again.
        answer: Option<ConsentAnswer>,
    },
    /// Yes, with who, when and how: the record, and everything that was scratch, in one write.
    Give {
        /// The call.
        call: i64,
        /// The case, made here.
        case: i64,
        /// The record's own key.
        record: i64,
        /// The caller.
        caller: i64,
        /// Who agreed.
        giver: Private,
        /// The day as typed.
        given: Private,
        /// The last day it can mean.
        given_to: NaiveDate,
        /// How.
        how: Private,
        /// Who told us.
        told_by: Private,
        /// Limits.
        limits: Private,
        /// The notes that were scratch.
        notes: Option<(Private, String)>,
        /// The details that were scratch.
        details: Vec<Typed>,
    },
    /// Who turned out to be somebody else, or an age showed it: the family leaves the file at once.
    TakeOut {
        /// The call.
        call: i64,
        /// The case of the call.
        case: Option<i64>,
        /// The caller's new key.
        caller: i64,
        /// What they are now.
        kind: CallerKind,
        /// The caller's own details that may stay.
        stays: Vec<Typed>,
        /// The parent of a young person over compulsory school age.
        for_adult: bool,
    },
    /// The family is known: the call is about their case, and the one it had begun leaves.
    IsAbout {
        /// The call.
        call: i64,
        /// The case it had begun; none where a caller in their work quoted the number of the other.
        from: Option<i64>,
        /// The case that was known.
        case: i64,
        /// The notes of the case it had begun, which go along.
        notes: Option<(Private, String)>,
    },
    /// The caller is known from an earlier enquiry: the call is about it.
    IsAboutEnquiry {
        /// The call.
        call: i64,
        /// The enquiry.
        enquiry: i64,
    },
    /// Left for later, with a ring-back or without.
    Leave {
        /// The call.
        call: i64,
        /// When to ring back.
        ring_back: Option<(NaiveDate, String)>,
    },
    /// The program ends while the call is open: the next start says how.
    Away {
        /// The call.
        call: i64,
        /// A person left it; otherwise its window was closed, or it was told to end.
        on_purpose: bool,
    },
    /// Begun by mistake: nothing was typed or chosen. It is in no list and in no count; its number is not used again.
    NotBegun {
        /// The call.
        call: i64,
    },
    /// Taken up again.
    Resume {
        /// The call.
        call: i64,
    },
    /// Finish opens: the spoken number of the case or of the enquiry.
    TakeNumber {
        /// The call.
        call: i64,
        /// The case; none for an enquiry.
        case: Option<i64>,
    },
    /// Finished: a case.
    FinishCase {
        /// The call.
        call: i64,
        /// The case; none when the call was about a case that is open already.
        new: Option<NewCase>,
        /// The case it was about.
        case: i64,
    },
    /// Finished: an enquiry.
    FinishEnquiry {
        /// The call.
        call: i64,
        /// The enquiry.
        enquiry: NewEnquiry,
    },
    /// Finished: a count line. The caller's own details are erased.
    FinishCount {
        /// The call.
        call: i64,
        /// Why.
        reason: CountReason,
    },
}

impl CallWrite {
    /// The call whose words leave the file with this write.
    fn takes_out(&self) -> Option<i64> {
        match self {
            Self::TakeOut { call, .. } | Self::FinishCount { call, .. } => Some(*call),
            _ => None,
        }
    }

    /// What still waits for the file when its words are taken out of it again reaches it without them.
    pub fn leave_out_what_is_taken_back(&mut self, later: &Self) {
        let Some(of) = later.takes_out() else { return };
        match self {
            Self::Who { call, details, notes, .. } | Self::Give { call, details, notes, .. }
                if *call == of =>
            {
                details.clear();
                *notes = None;
            }
            Self::CallerDetail { call, detail, visit, .. }
            | Self::FamilyDetail { call: Some(call), detail, visit, .. }
                if *call == of =>
            {
                (detail.1, detail.2, *visit) = (Private::default(), Private::default(), None);
            }
            Self::Notes { call, body, begun, .. } if *call == of => {
                (*body, *begun) = (Private::default(), String::new());
            }
            _ => {}
        }
    }
}
