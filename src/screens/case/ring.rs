//! Whom to ring for what is chosen on the pages of dates and of consent: each with the number, and what was said of
//! it.
//!
//! Names and numbers hide as everywhere: a family that has withdrawn is not shown, the mediator is. What a step is
//! about decides who is listed; a booking that stands lists everybody who has to know.

use super::dates::Chosen;
use super::sheet::commas;
use super::words::{needs, reach, reach_role};
use crate::domain::queue::{BookingState, StepFacts, StepKind};
use crate::domain::willingness::{Needed, PartyKind, Side};
use crate::screens::Look;
use crate::store::calendar::Booking;
use crate::store::cases::CasePage;
use crate::store::parties::Party;
use crate::widgets::theme::Role;

/// Who is rung.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Whom {
    Family,
    OtherSide,
    Authority,
    Mediator,
    Party(i64),
}

fn of_step(what: StepKind, party: Option<i64>) -> Vec<Whom> {
    match what {
        StepKind::TellLa => vec![Whom::Authority],
        StepKind::RingOtherSide
        | StepKind::TellOtherSideDate
        | StepKind::TellOtherSideWho
        | StepKind::TellOtherSideOff => vec![Whom::OtherSide],
        StepKind::RingFamily
        | StepKind::CheckParent
        | StepKind::TellFamilyDate
        | StepKind::TellFamilyNo
        | StepKind::TellFamilyWho
        | StepKind::TellFamilyOff
        | StepKind::ArrangeNeeds
        | StepKind::Certificate => vec![Whom::Family],
        // Another one than that of the meeting: the calendar says who is free.
        StepKind::FindMediator => Vec::new(),
        StepKind::TellMediator | StepKind::TellMediatorOff => vec![Whom::Mediator],
        StepKind::Remind => vec![Whom::Family, Whom::OtherSide, Whom::Mediator],
        StepKind::Promise => vec![party.map_or(Whom::Family, Whom::Party)],
    }
}

fn is(whom: Whom, party: &Party) -> bool {
    let standing = party.facts.standing;
    match whom {
        Whom::Party(id) => party.facts.id == id,
        Whom::Mediator => false,
        _ if standing.needed != Needed::Needed => false,
        Whom::Family => standing.side == Side::Family,
        Whom::OtherSide => standing.side == Side::OtherSide,
        Whom::Authority => standing.kind == PartyKind::LocalAuthority,
    }
}

fn lines(page: &CasePage, look: &Look<'_>, whom: Whom, booking: Option<i64>) -> Vec<(String, Role)> {
    if whom == Whom::Mediator {
        // The one that is booked, where none is chosen: not a hold beside it.
        let booked = |b: &&Booking| matches!(b.state, BookingState::Booked | BookingState::InDoubt);
        let date = page.dates.iter().find(|b| booking.map_or(booked(b), |id| b.id == id));
        return date
            .map(|b| (format!("Mediator: {}", commas(&[&b.name, &b.phone])), Role::Body))
            .into_iter()
            .collect();
    }
    let said = |p: &Party| {
        (format!("{}: {}", p.facts.standing.kind.short(), reach(p, page, look)), reach_role(p, page))
    };
    page.parties.iter().filter(|p| is(whom, p)).map(said).collect()
}

/// The date whose mediator hears that it is off. A step of an earlier version names nobody: it is the newest that is
/// over.
fn date_off(page: &CasePage, step: &StepFacts) -> Option<i64> {
    let over = [BookingState::Moved, BookingState::CalledOff, BookingState::DidNotHappen];
    let over = || page.dates.iter().filter(|b| over.contains(&b.state));
    over().find(|b| b.name == *step.words).or_else(|| over().next()).map(|b| b.id)
}

/// What is to be arranged, where that is chosen, and whom to ring.
pub(super) fn for_chosen(page: &CasePage, look: &Look<'_>, chosen: Chosen) -> Vec<(String, Role)> {
    let (whom, booking) = match chosen {
        Chosen::Step(id) => {
            let step = page.facts.steps.iter().find(|s| s.id == id);
            let off = step.filter(|s| s.what == StepKind::TellMediatorOff).and_then(|s| date_off(page, s));
            (step.map(|s| of_step(s.what, s.party)).unwrap_or_default(), off)
        }
        Chosen::Booking(id) => {
            let live = page.dates.iter().any(|b| b.id == id && b.state.is_live());
            let whom = if live { vec![Whom::Family, Whom::OtherSide, Whom::Mediator] } else { Vec::new() };
            (whom, Some(id))
        }
    };
    let arranges = |id| page.facts.steps.iter().any(|s| s.id == id && s.what == StepKind::ArrangeNeeds);
    let asked = matches!(chosen, Chosen::Step(id) if arranges(id)).then(|| needs(page, look));
    let asked =
        asked.filter(|asked| !asked.is_empty()).map(|asked| (format!("Asked for: {asked}"), Role::Body));
    asked.into_iter().chain(whom.into_iter().flat_map(|whom| lines(page, look, whom, booking))).collect()
}

/// The family, for the page of consent.
pub(super) fn family(page: &CasePage, look: &Look<'_>) -> Vec<(String, Role)> {
    let there =
        |p: &&Party| p.facts.standing.side == Side::Family && p.facts.standing.needed != Needed::Dropped;
    page.parties.iter().filter(there).map(|p| (reach(p, page, look), reach_role(p, page))).collect()
}
