//! The next step of a case: which row of Today it is, what F9 does for it, and the word of the key bar.
//!
//! It is the most urgent row that is seen today; where there is none, what is missing before a booking. Words for
//! the page are made in [`super::summary`].

use chrono::NaiveDateTime;

use crate::domain::queue::{BookingState, CaseState, StepKind, Why};
use crate::domain::willingness::{Missing, Needed, PartyKind, Side};
use crate::store::cases::CasePage;

/// What F9 does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Next {
    /// Ring a party: the willingness page at it.
    Party(i64),
    /// The consent page: check with the parent, or decide about erasing.
    Consent,
    /// The calendar with the finder.
    Dates,
    /// The page of dates, at a booking.
    Booking(i64),
    /// A meeting that needs another mediator.
    Mediator(i64),
    /// A date on a closed day, to be moved.
    Move(i64),
    /// A promised step, which F9 marks as done.
    Step(i64, StepKind),
    /// What comes after a meeting: why, and the booking.
    After(Why, Option<i64>),
    /// A field with two values, of which one is chosen.
    Values,
    /// Nothing is waiting.
    Nothing,
}

impl Next {
    /// The party it is about.
    pub(super) fn party(self) -> Option<i64> {
        match self {
            Self::Party(party) => Some(party),
            _ => None,
        }
    }
}

/// The next step of a case.
pub(super) fn next(page: &CasePage, now: NaiveDateTime) -> Next {
    let ring = |kind: Option<PartyKind>| {
        page.parties
            .iter()
            .filter(|p| p.facts.standing.needed != Needed::Dropped)
            .find(|p| match kind {
                Some(kind) => p.facts.standing.kind == kind,
                None => p.facts.standing.side == Side::OtherSide,
            })
            .map_or(Next::Nothing, |p| Next::Party(p.facts.id))
    };
    let family = || {
        page.parties
            .iter()
            .find(|p| p.facts.standing.side == Side::Family && p.facts.standing.needed != Needed::Dropped)
            .map_or(Next::Nothing, |p| Next::Party(p.facts.id))
    };
    if page.head.state == CaseState::Erased {
        return Next::Nothing;
    }
    if !page.clashes.is_empty() && page.facts.consent.in_force() {
        return Next::Values;
    }
    let due = page.todo.iter().find(|row| row.show_from.has_come(now));
    match due.map(|row| (row.why, row)) {
        Some((Why::InDoubt, row)) => row.booking.map_or(Next::Nothing, Next::Booking),
        Some((
            why @ (Why::Meeting
            | Why::WasItHeld
            | Why::Outcome
            | Why::Certificate
            | Why::NoteActions
            | Why::Action
            | Why::Close
            | Why::Review
            | Why::Step(StepKind::Certificate)),
            row,
        )) => Next::After(why, row.booking),
        Some((Why::NeedsMediator, row)) => row.booking.map_or(Next::Nothing, Next::Mediator),
        Some((Why::ClosedDay, row)) => row.booking.map_or(Next::Nothing, Next::Move),
        Some((Why::Withdrawn | Why::Objection, _)) => Next::Consent,
        Some((Why::Chase | Why::Chased | Why::SaidNo, row)) => row.party.map_or(Next::Nothing, Next::Party),
        Some((Why::Ready, _)) => Next::Dates,
        Some((Why::HoldEnds | Why::ThirtyDays, _)) if page.facts.missing().is_empty() => Next::Dates,
        Some((
            Why::TwoMonths | Why::Decides | Why::Appeal | Why::LatePromise | Why::Step(StepKind::Promise),
            row,
        )) => row.party.map_or_else(family, Next::Party),
        Some((Why::Step(what), row)) => match what {
            StepKind::CheckParent => Next::Consent,
            StepKind::TellLa => ring(Some(PartyKind::LocalAuthority)),
            StepKind::RingOtherSide => ring(None),
            StepKind::RingFamily => family(),
            _ => page
                .facts
                .steps
                .iter()
                .find(|s| s.what == what && s.due == row.due)
                .map_or(Next::Nothing, |s| Next::Step(s.id, what)),
        },
        Some((Why::HoldEnds | Why::ThirtyDays | Why::Quiet | Why::TwoValues, _)) | None => {
            first_missing(page)
        }
    }
}

fn first_missing(page: &CasePage) -> Next {
    // A closed case waits for nothing but its review.
    if page.head.state != CaseState::Open {
        return Next::Nothing;
    }
    let dated = page.facts.bookings.iter().any(|b| b.state.is_live() || b.state == BookingState::Met);
    match page.facts.missing().first() {
        None if dated => Next::Nothing,
        None => Next::Dates,
        Some(Missing::Consent | Missing::Objection(_)) => Next::Consent,
        Some(Missing::Side(_)) => Next::Nothing,
        Some(Missing::NoAnswer(kind) | Missing::SaidNo(kind) | Missing::PulledOut(kind)) => page
            .parties
            .iter()
            .find(|p| p.facts.standing.kind == *kind && p.facts.standing.needed == Needed::Needed)
            .map_or(Next::Nothing, |p| Next::Party(p.facts.id)),
    }
}

/// The word of F9.
pub(super) fn word(next: Next) -> &'static str {
    match next {
        Next::Party(_) => "Ring",
        Next::Consent => "Consent",
        Next::Dates => "Dates",
        Next::Booking(_) => "Settle",
        Next::Mediator(_) => "Find one",
        Next::Move(_) => "Move it",
        Next::Step(..) => "Done",
        Next::After(why, _) => match why {
            Why::Certificate | Why::Step(_) => "Sent",
            Why::NoteActions => "Note",
            Why::Action => "Ask",
            Why::Close => "Close",
            Why::Review => "Review",
            _ => "Outcome",
        },
        Next::Values => "Choose",
        Next::Nothing => "",
    }
}
