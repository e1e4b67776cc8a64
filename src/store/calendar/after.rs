//! What becomes of a date: given up, called off, confirmed, held, or not.
//!
//! A booking in doubt keeps its time until a person decides, and is then reminded of again. After a meeting the
//! certificate is due where one is needed, three working days from the meeting.

use chrono::NaiveDate;

use super::claim::drop_steps;
use super::{CalendarWrite, CalledOffBy};
use crate::domain::booking;
use crate::domain::certificate::Ground;
use crate::domain::outcome::{ByWhom, Outcome};
use crate::domain::queue::{BookingFacts, BookingState, CaseFacts, OutcomeFacts, StepFacts, StepKind};
use crate::domain::refusal::Refusal;
use crate::domain::text::Private;
use crate::params;
use crate::store::after::{certificate_due, falls_away};
use crate::store::cases::Change;
use crate::store::db::{Fault, Write};
use crate::store::history::Line;
use crate::store::parties::{promise, promise_as};
use crate::store::{Result, Signed, Store};

/// The line of history of a hold that was given up.
pub(in crate::store) const LET_GO: &str = "Hold let go";
/// The line of history of a meeting that was confirmed.
pub(in crate::store) const CONFIRMED: &str = "Meeting confirmed";

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
            Ok(Change { writes, line: Line { act: LET_GO, words: Some(&words), ..Line::default() } })
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
            let mut writes = vec![
                Write::one(
                    "UPDATE bookings SET state = 'called off', rev = rev + 1
                     WHERE id = $1 AND state IN ('booked', 'in doubt')",
                    params![id],
                ),
                drop_steps(facts),
            ];
            writes.extend(tell_it_is_off(facts, by, &before.name, signed));
            // Without consent no words of the family are kept: the act and its day stay.
            let words = facts.consent.in_force().then_some(words.as_str());
            Ok(Change { writes, line: Line { act, mark: "-", words, ..Line::default() } })
        })
    }

    pub(super) fn confirm(&mut self, id: i64, signed: &Signed) -> Result<()> {
        let before = self.booking(id)?;
        let words = before.words();
        let day = before.slot.day;
        let told = self.told(&before)?;
        let dropped = self.dropped_last(before.case)?;
        self.change_case(before.case, signed, |store, facts| {
            booking::may_confirm(facts)?;
            becomes(facts, id, &[BookingState::InDoubt], BookingState::Booked)?;
            let mut writes = vec![Write::one(
                "UPDATE bookings SET state = 'booked', rev = rev + 1 WHERE id = $1 AND state = 'in doubt'",
                params![id],
            )];
            // A withdrawal dropped what was promised: who was not told the date by then is told now, and whoever comes is
            // reminded all the same.
            let promised = booking::promised(day, told, signed.today, store.office());
            for (key, (what, due)) in (signed.id + 1..).zip(promised) {
                let again = if what == StepKind::Remind {
                    day > signed.today
                } else {
                    day >= signed.today && dropped.iter().any(|code| code == what.code())
                };
                if again && facts.steps.iter().all(|step| step.what != what) {
                    writes.push(promise(facts, what, due, key));
                }
            }
            let line = Line { act: CONFIRMED, mark: "b", words: Some(&words), ..Line::default() };
            Ok(Change { writes, line })
        })
    }

    /// The kinds of steps of a case whose latest was dropped.
    pub(super) fn dropped_last(&mut self, case: i64) -> Result<Vec<String>> {
        // The state is that of the row with the greatest key.
        let rows = self.read(
            "SELECT what, state, max(id) FROM steps WHERE case_id = $1 GROUP BY what",
            &params![case],
        )?;
        Ok(rows.iter().filter(|row| row.text(1) == "dropped").map(|row| row.text(0)).collect())
    }

    /// What came of a meeting. A second word of the same meeting corrects the first. Without consent only the
    /// booking's state is written: nothing more of the family is kept.
    pub(super) fn say_outcome(&mut self, write: &CalendarWrite, signed: &Signed) -> Result<()> {
        let CalendarWrite::Outcome { booking: id, outcome, result, by, words: why } = write else {
            return Err(Fault::Mistake("not an outcome".into()).into());
        };
        let before = self.booking(*id)?;
        let day = before.slot.day;
        booking::may_be_over(day, signed.today)?;
        let date = super::booking_words(before.slot.start, before.slot.length, before.format, &before.name);
        let words = with_reason(before.words(), why);
        self.change_case(before.case, signed, |store, facts| {
            let known = facts.after.outcome_of(*id);
            let state = if result.was_held() { BookingState::Met } else { BookingState::DidNotHappen };
            if known == Some(Outcome::DidNotHappen) {
                // It was held after all: its time is taken again, where nobody else has it by now.
                if result.was_held() {
                    if !facts.consent.in_force() || store.time_is_taken(*id)? {
                        return Err(Refusal::IsNow("did not happen").into());
                    }
                    facts.bookings.push(BookingFacts {
                        id: *id,
                        state,
                        day,
                        held_until: None,
                        words: date.clone(),
                        away: None,
                    });
                }
            } else {
                becomes(
                    facts,
                    *id,
                    &[BookingState::Booked, BookingState::InDoubt, BookingState::Met],
                    state,
                )?;
            }
            let over = [
                Write::one(
                    "UPDATE bookings SET state = $1, rev = rev + 1
                     WHERE id = $2 AND state IN ('booked', 'in doubt', 'met', 'did not happen')",
                    params![state.code(), *id],
                ),
                drop_steps(facts),
            ];
            let act = if known.is_none_or(|known| known != *result) {
                result.act()
            } else {
                "Words of the meeting"
            };
            let mark = if result.was_held() { "OK" } else { "-" };
            if !facts.consent.in_force() {
                return Ok(Change { writes: over.into(), line: Line { act, mark, ..Line::default() } });
            }
            facts.after.outcomes.retain(|o| o.booking != *id);
            facts.after.outcomes.push(OutcomeFacts { booking: *id, outcome: *result, ended: day });
            // The word comes first: by it the wall lets what did not happen be a meeting again.
            let mut writes = vec![Write::one(
                "INSERT INTO outcomes (id, case_id, booking_id, seq, result, by_whom, words, ended, at, staff)
                 VALUES ($1, $2, $3, (SELECT COALESCE(max(seq), 0) + 1 FROM outcomes WHERE booking_id = $3),
                   $4, $5, $6, $7, $8, $9)",
                params![
                    *outcome,
                    facts.id,
                    *id,
                    result.code(),
                    by.map_or("", ByWhom::code),
                    why,
                    day,
                    signed.at,
                    signed.staff.as_str()
                ],
            )];
            writes.extend(over);
            if result.was_held() && known.is_none_or(|known| !known.was_held()) {
                writes.extend(certificate_due(facts, outcome + 1, Ground::AfterMeeting, day, signed));
            } else if !result.was_held() && known.is_some_and(Outcome::was_held) {
                writes.extend(falls_away(facts, Ground::AfterMeeting));
            }
            Ok(Change { writes, line: Line { act, mark, words: Some(&words), ..Line::default() } })
        })
    }

    /// Somebody else has taken the time of a date that is over.
    fn time_is_taken(&mut self, booking: i64) -> Result<bool> {
        let row = self.read_one(
            "SELECT 1 FROM bookings b JOIN claims c ON c.day = b.day AND c.quarter >= b.start
               AND c.quarter < b.start + b.length AND c.resource IN ('mediator ' || b.mediator_id, 'case ' || b.case_id)
             WHERE b.id = $1 AND c.booking_id <> b.id",
            &params![booking],
        )?;
        Ok(row.is_some())
    }
}

/// Whoever is to hear that a meeting is off is told today: one step each, under the keys after the act's own. Without
/// consent nothing is promised.
pub(in crate::store) fn tell_it_is_off(
    facts: &mut CaseFacts,
    by: ByWhom,
    mediator: &str,
    signed: &Signed,
) -> Vec<Write> {
    if !facts.consent.in_force() {
        return Vec::new();
    }
    let off = (1..).zip(booking::off(by));
    off.map(|(after, what)| match (what, signed.id + after) {
        (StepKind::TellMediatorOff, key) => tell_mediator_off(facts, mediator, signed.today, key),
        (_, key) => promise(facts, what, signed.today, key),
    })
    .collect()
}

/// The step has the mediator's name: by the time it is done the meeting may be another one's.
pub(super) fn tell_mediator_off(facts: &mut CaseFacts, mediator: &str, due: NaiveDate, key: i64) -> Write {
    let step = StepFacts::new(key, StepKind::TellMediatorOff, due);
    promise_as(facts, StepFacts { words: mediator.into(), ..step })
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
