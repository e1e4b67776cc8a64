//! What F9 does on the page of dates, and how a booking in doubt is settled.
//!
//! What is chosen comes first, then a certificate that is due, then the dates that can be offered, then the next
//! step of the case. A booking in doubt is asked about in one small window, with its reason: kept, called off, or
//! settled where the reason is. Whether a rule allows it is asked of the rules when it is written.

use chrono::NaiveDate;

use super::dates::Chosen;
use super::next::{self, Next};
use super::{Asked, State};
use crate::domain::queue::{BookingState, CaseState, Why};
use crate::domain::willingness::{Missing, Needed};
use crate::protocol::action::Action;
use crate::protocol::context::Context;
use crate::protocol::effect::{CaseTab, Effect};

/// What F9 does on the page of dates.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum OnDates {
    /// A promised step is done.
    Step(i64),
    /// A meeting that is today or over: what came of it.
    Outcome(i64),
    /// A booking in doubt, and something is missing.
    Doubt(i64),
    /// A booking in doubt, and nothing is missing any more.
    Confirm,
    /// A meeting without a mediator.
    Mediator(i64),
    /// A date on a day that is closed by now.
    Move(i64),
    /// The certificate that is due.
    Certificate,
    /// Dates are offered.
    Offer,
    /// A promised step of another row, which is chosen first.
    Choose(i64),
    /// The next step of the case.
    Next,
}

/// The word of F9 on the page of dates.
pub(super) fn word(what: OnDates, due: Next) -> &'static str {
    match what {
        OnDates::Step(_) => "Done",
        OnDates::Outcome(_) => "Outcome",
        OnDates::Doubt(_) => "Settle",
        OnDates::Confirm => "Confirm",
        OnDates::Mediator(_) => "Find one",
        OnDates::Move(_) => "Move it",
        OnDates::Certificate => "Sent",
        OnDates::Offer => "Dates",
        OnDates::Choose(_) => "To it",
        OnDates::Next => match due {
            // Whom to ring stands on another page.
            Next::Party(_) | Next::Consent => "",
            due => next::word(due),
        },
    }
}

impl State {
    /// Everybody is willing, and no date is booked, in doubt or met: dates can be offered.
    pub(super) fn offers(&self) -> bool {
        self.page.as_deref().is_some_and(|page| {
            let facts = &page.facts;
            facts.state == CaseState::Open && facts.missing().is_empty() && !facts.has_a_date()
        })
    }

    /// A date that has not been on a closed day when it was placed, and is now.
    fn is_closed(&self, day: NaiveDate) -> bool {
        self.page.as_deref().is_some_and(|page| page.office.closed(day).is_some())
    }

    /// What F9 does for what is chosen.
    pub(super) fn on_dates(&self) -> OnDates {
        let (Some(page), Some(now)) = (self.page.as_deref(), self.read_at) else { return OnDates::Next };
        if let Some(Chosen::Step(step)) = self.chosen_date() {
            return OnDates::Step(step);
        }
        if let (Some(Chosen::Booking(id)), Some(state), Some(day)) =
            (self.chosen_date(), self.chosen_state(), self.chosen_day())
        {
            let light = page.facts.missing().is_empty();
            let fixed = matches!(state, BookingState::Booked | BookingState::InDoubt);
            match state {
                BookingState::InDoubt if day < now.date() => return OnDates::Outcome(id),
                BookingState::InDoubt if !light => return OnDates::Doubt(id),
                _ if fixed && day >= now.date() && self.is_without_mediator(id) => {
                    return OnDates::Mediator(id);
                }
                _ if state.is_live() && light && day >= now.date() && self.is_closed(day) => {
                    return OnDates::Move(id);
                }
                BookingState::InDoubt => return OnDates::Confirm,
                BookingState::Booked if day <= now.date() => return OnDates::Outcome(id),
                _ => {}
            }
        }
        let certificate = |row: &&crate::domain::queue::Attention| {
            row.why == Why::Certificate && row.show_from.has_come(now)
        };
        if page.todo.iter().any(|row| certificate(&row)) {
            return OnDates::Certificate;
        }
        match self.due {
            _ if self.offers() => OnDates::Offer,
            // What was promised is done on its own row, where whom to ring stands under it.
            Next::Step(step, _) => OnDates::Choose(step),
            _ => OnDates::Next,
        }
    }

    /// F9 on the page of dates.
    pub(super) fn next_on_dates(&mut self, context: &Context) -> Vec<Effect> {
        match self.on_dates() {
            OnDates::Step(step) => self.step_done(step),
            OnDates::Outcome(booking) => self.ask_outcome(booking, context),
            OnDates::Doubt(booking) => self.settle_doubt(booking, context),
            OnDates::Confirm => self.booking_act(&Action::KeepSlot),
            OnDates::Mediator(booking) | OnDates::Move(booking) => self.calendar(Some(booking)),
            OnDates::Certificate => self.certificate(),
            OnDates::Offer => self.calendar(None),
            OnDates::Choose(step) => {
                self.date = Some(Chosen::Step(step));
                Vec::new()
            }
            what @ OnDates::Next if word(what, self.due).is_empty() => Vec::new(),
            OnDates::Next => self.do_due(context),
        }
    }

    /// To where a booking in doubt is settled: what came of it where it is over, the objection, or the window that
    /// says why and asks.
    pub(super) fn settle_doubt(&mut self, booking: i64, context: &Context) -> Vec<Effect> {
        self.date = Some(Chosen::Booking(booking));
        let effects = self.turn(CaseTab::Dates);
        if self.chosen_day().is_some_and(|day| day < context.today()) {
            return self.ask_outcome(booking, context);
        }
        let missing = self.page.as_deref().and_then(|page| page.facts.missing().first().copied());
        match missing {
            None => effects,
            Some(Missing::Objection(_)) => {
                let _ = self.turn(CaseTab::Consent);
                self.objection()
            }
            Some(_) => {
                self.asked = Some(Asked::CallOff(booking));
                effects
            }
        }
    }

    /// What F9 does in the window that asks whether a booking is called off: its word, and what it is for.
    pub(super) fn other_way(&self, booking: i64) -> (&'static str, &'static str) {
        let doubt = self.booking(booking).is_some_and(|b| b.state == BookingState::InDoubt);
        let missing = self.page.as_deref().and_then(|page| page.facts.missing().first().copied());
        match missing.filter(|_| doubt) {
            Some(Missing::Consent) if self.undecided() => ("Decide", "F9  keep or remove the record"),
            Some(Missing::Objection(_)) => ("Settle", "F9  settle the objection"),
            Some(Missing::NoAnswer(_) | Missing::SaidNo(_) | Missing::PulledOut(_)) => {
                ("Ring", "F9  ring them")
            }
            _ => ("", ""),
        }
    }

    /// Why the booking that is asked about is in doubt, as a sentence; empty where it stands.
    pub(super) fn why_in_doubt(&self, booking: i64) -> String {
        let doubt = self.booking(booking).is_some_and(|b| b.state == BookingState::InDoubt);
        let missing = self.page.as_deref().and_then(|page| page.facts.missing().first().copied());
        missing.filter(|_| doubt).map(|why| format!("In doubt: {}.", why.in_doubt())).unwrap_or_default()
    }

    /// F9 in that window.
    pub(super) fn go_the_other_way(&mut self, booking: i64) -> Vec<Effect> {
        let missing = self.page.as_deref().and_then(|page| page.facts.missing().first().copied());
        let (word, _) = self.other_way(booking);
        match missing.filter(|_| !word.is_empty()) {
            Some(Missing::Consent) => self.decide(),
            Some(Missing::Objection(_)) => {
                let _ = self.turn(CaseTab::Consent);
                self.objection()
            }
            Some(Missing::NoAnswer(kind) | Missing::SaidNo(kind) | Missing::PulledOut(kind)) => {
                let page = self.page.as_deref();
                let waits = page.and_then(|page| {
                    let of = |p: &&crate::store::parties::Party| {
                        p.facts.standing.kind == kind && p.facts.standing.needed == Needed::Needed
                    };
                    page.parties.iter().filter(of).find(|p| {
                        !p.facts.standing.answer.is_some_and(crate::domain::willingness::Answer::is_willing)
                    })
                });
                self.party = waits.map(|p| p.facts.id).or(self.party);
                self.turn(CaseTab::Willingness)
            }
            _ => {
                self.asked = Some(Asked::CallOff(booking));
                Vec::new()
            }
        }
    }
}
