//! What becomes of a date: given up, called off, confirmed, held, or not.
//!
//! A booking in doubt keeps its time until a person decides, and is then reminded of again. After a meeting on the statutory route the
//! certificate is promised, three working days from the meeting.

use super::claim::drop_steps;
use super::{CalledOffBy, booking_words};
use crate::domain::booking;
use crate::domain::deadline::CERTIFICATE_WORKING_DAYS;
use crate::domain::queue::{BookingState, CaseFacts, StepKind};
use crate::domain::refusal::Refusal;
use crate::domain::subject::Route;
use crate::domain::text::Private;
use crate::params;
use crate::store::cases::Change;
use crate::store::db::Write;
use crate::store::history::Line;
use crate::store::{Result, Signed, Store};

impl Store {
    pub(super) fn let_go(&mut self, id: i64, signed: &Signed) -> Result<()> {
        let before = self.booking(id)?;
        let words = before.words();
        self.change_case(before.case, signed, |_, facts| {
            becomes(facts, id, &[BookingState::Held], BookingState::LetGo)?;
            let writes = vec![Write::one(
                "UPDATE bookings SET state = 'let go', rev = rev + 1 WHERE id = $1 AND state = 'held'",
                params![id],
            )];
            Ok(Change { writes, line: Line { act: "Hold let go", words: Some(&words), ..Line::default() } })
        })
    }

    pub(super) fn call_off(
        &mut self,
        id: i64,
        why: &Private,
        by: CalledOffBy,
        signed: &Signed,
    ) -> Result<()> {
        let before = self.booking(id)?;
        let words = with_reason(before.words(), why);
        let act = match by {
            CalledOffBy::Family => "Meeting called off by the family",
            CalledOffBy::OtherSide => "Meeting called off by the other side",
            CalledOffBy::Mediator => "Meeting called off by the mediator",
            CalledOffBy::Office => "Meeting called off by the office",
        };
        self.change_case(before.case, signed, |_, facts| {
            let from = [BookingState::Booked, BookingState::InDoubt];
            becomes(facts, id, &from, BookingState::CalledOff)?;
            let writes = vec![
                Write::one(
                    "UPDATE bookings SET state = 'called off', rev = rev + 1
                     WHERE id = $1 AND state IN ('booked', 'in doubt')",
                    params![id],
                ),
                drop_steps(facts),
            ];
            Ok(Change { writes, line: Line { act, mark: "-", words: Some(&words), ..Line::default() } })
        })
    }

    pub(super) fn confirm(&mut self, id: i64, signed: &Signed) -> Result<()> {
        let before = self.booking(id)?;
        let words = before.words();
        let day = before.slot.day;
        self.change_case(before.case, signed, |store, facts| {
            booking::may_confirm(facts)?;
            becomes(facts, id, &[BookingState::InDoubt], BookingState::Booked)?;
            let mut writes = vec![Write::one(
                "UPDATE bookings SET state = 'booked', rev = rev + 1 WHERE id = $1 AND state = 'in doubt'",
                params![id],
            )];
            // A withdrawal dropped what was promised; whoever comes is reminded all the same.
            let reminded = facts.steps.iter().any(|step| step.what == StepKind::Remind);
            if !reminded && day > signed.today {
                let due = booking::remind_on(day, signed.today, store.office());
                writes.push(crate::store::parties::promise(facts, StepKind::Remind, due, signed.id + 1));
            }
            let line = Line { act: "Meeting confirmed", mark: "b", words: Some(&words), ..Line::default() };
            Ok(Change { writes, line })
        })
    }

    pub(super) fn met(&mut self, id: i64, signed: &Signed) -> Result<()> {
        let before = self.booking(id)?;
        let day = before.slot.day;
        booking::may_be_over(day, signed.today)?;
        let words = booking_words(before.slot.start, before.slot.length, before.format, &before.name);
        self.change_case(before.case, signed, |store, facts| {
            becomes(facts, id, &[BookingState::Booked, BookingState::InDoubt], BookingState::Met)?;
            let mut writes = vec![
                Write::one(
                    "UPDATE bookings SET state = 'met', rev = rev + 1
                     WHERE id = $1 AND state IN ('booked', 'in doubt')",
                    params![id],
                ),
                drop_steps(facts),
            ];
            let promised = facts.steps.iter().any(|step| step.what == StepKind::Certificate);
            if facts.route != Route::DisagreementResolution && !promised {
                let due = store.law().add(day, CERTIFICATE_WORKING_DAYS);
                writes.push(crate::store::parties::promise(facts, StepKind::Certificate, due, id + 8));
            }
            let line = Line { act: "Meeting held", mark: "OK", words: Some(&words), ..Line::default() };
            Ok(Change { writes, line })
        })
    }

    pub(super) fn did_not_happen(&mut self, id: i64, why: &Private, signed: &Signed) -> Result<()> {
        let before = self.booking(id)?;
        booking::may_be_over(before.slot.day, signed.today)?;
        let words = with_reason(before.words(), why);
        self.change_case(before.case, signed, |_, facts| {
            let from = [BookingState::Booked, BookingState::InDoubt];
            becomes(facts, id, &from, BookingState::DidNotHappen)?;
            let writes = vec![
                Write::one(
                    "UPDATE bookings SET state = 'did not happen', rev = rev + 1
                     WHERE id = $1 AND state IN ('booked', 'in doubt')",
                    params![id],
                ),
                drop_steps(facts),
            ];
            let line =
                Line { act: "Meeting did not happen", mark: "-", words: Some(&words), ..Line::default() };
            Ok(Change { writes, line })
        })
    }
}

/// The booking's new state in the facts; refused when it is not in one of the states it may come from.
fn becomes(
    facts: &mut CaseFacts,
    id: i64,
    from: &[BookingState],
    to: BookingState,
) -> std::result::Result<(), Refusal> {
    let found = facts.bookings.iter_mut().find(|b| b.id == id);
    let found = found.ok_or(Refusal::IsNow("over"))?;
    if !from.contains(&found.state) {
        return Err(Refusal::IsNow(found.state.code()));
    }
    found.state = to;
    Ok(())
}

fn with_reason(date: String, why: &Private) -> String {
    if why.trim().is_empty() { date } else { format!("{date}: {}", why.trim()) }
}
