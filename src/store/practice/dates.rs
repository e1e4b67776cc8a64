//! What happened to the dates of the made-up families: held, booked, told, met, closed.
//!
//! A practice meeting may lie in the past, which the calendar refuses at the desk; so these are placed here, and
//! only the file's own wall looks at them.

use super::cast::{self, Meeting};
use super::play::Play;
use crate::domain::queue::{BookingFacts, BookingState, CaseState, StepKind};
use crate::domain::typed_day::short_day;
use crate::domain::typed_time::quarter_of_day;
use crate::domain::working_days::WorkingDays;
use crate::params;
use crate::store::cases::{Change, clock};
use crate::store::db::Write;
use crate::store::history::Line;
use crate::store::{Result, Signed};

/// Quarter hours of a meeting.
const LENGTH: i64 = 12;
/// Working days a hold stands.
const HOLD: i32 = 5;
/// Working days before a meeting on which everyone is reminded.
const REMIND: i32 = -2;

impl Play<'_> {
    /// Holds or books a date. A mediator who does not usually work that day works it as an extra day.
    pub(super) fn place(
        &mut self,
        case: i64,
        meeting: &Meeting,
        booked: bool,
        signed: &Signed,
    ) -> Result<()> {
        let day = self.meeting_day(meeting.on);
        let start = i64::from(quarter_of_day(cast::time(&meeting.start)));
        let mediator = self.mediators[meeting.mediator];
        let name = self.mediator_name(meeting.mediator);
        let (booking, extra, tell, remind) = (self.id(), self.id(), self.id(), self.id());
        let state = if booked { BookingState::Booked } else { BookingState::Held };
        let held_until = (!booked).then(|| self.store.office().add(signed.today, HOLD));
        let words = format!("{}-{} {}, {name}", clock(start), clock(start + LENGTH), meeting.format);
        let line = format!("{} {words}", short_day(day));
        self.store.change_case(case, signed, |store, facts| {
            let mut writes = vec![
                Write::any(
                    "INSERT INTO mediator_dates (id, mediator_id, kind, from_day, to_day, opens, closes)
                     SELECT $1, $2, 'extra', $3, $3, 36, 68
                     WHERE NOT EXISTS (SELECT 1 FROM mediator_days WHERE mediator_id = $2
                                       AND weekday = CAST(strftime('%w', $3) AS INTEGER))",
                    params![extra, mediator, day],
                ),
                Write::one(
                    "INSERT INTO bookings (id, case_id, mediator_id, state, day, start, length, held_until, format,
                       at, staff)
                     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
                    params![
                        booking,
                        case,
                        mediator,
                        state.code(),
                        day,
                        start,
                        LENGTH,
                        held_until,
                        &meeting.format,
                        signed.at,
                        signed.staff.as_str()
                    ],
                ),
            ];
            facts.bookings.push(BookingFacts { id: booking, state, day, held_until, words: words.clone() });
            if booked {
                writes.push(store.promise(facts, StepKind::TellMediator, signed.today, tell));
                let due = store.office().add(day, REMIND);
                writes.push(store.promise(facts, StepKind::Remind, due, remind));
            }
            let (act, mark) = if booked { ("Meeting booked", "OK") } else { ("Date held", "h") };
            Ok(Change { writes, line: Line { act, mark, words: Some(&line), ..Line::default() } })
        })
    }

    /// The family and the other side were told the date.
    pub(super) fn told(&mut self, case: i64, signed: &Signed) -> Result<()> {
        self.store.change_case(case, signed, |_, _| {
            let writes = vec![Write::any(
                "UPDATE bookings SET told_family = 'yes', told_other_side = 'yes', rev = rev + 1
                 WHERE case_id = $1 AND state = 'booked'",
                params![case],
            )];
            Ok(Change { writes, line: Line { act: "Everyone told the date", mark: "->", ..Line::default() } })
        })
    }

    /// The meeting was held; a certificate is promised for the third working day.
    pub(super) fn met(&mut self, case: i64, words: &str, signed: &Signed) -> Result<()> {
        let step = self.id();
        self.store.change_case(case, signed, |store, facts| {
            for booking in facts.bookings.iter_mut().filter(|b| b.state == BookingState::Booked) {
                booking.state = BookingState::Met;
            }
            // Whoever was there needs no reminding.
            facts.steps.retain(|s| !matches!(s.what, StepKind::Remind | StepKind::TellMediator));
            let due = certificate_due(store.law(), signed);
            let writes = vec![
                Write::any(
                    "UPDATE bookings SET state = 'met', rev = rev + 1 WHERE case_id = $1 AND state = 'booked'",
                    params![case],
                ),
                Write::any(
                    "UPDATE steps SET state = 'done', done = $1, rev = rev + 1
                     WHERE case_id = $2 AND state = 'open' AND what IN ('remind everyone', 'tell the mediator')",
                    params![signed.at, case],
                ),
                store.promise(facts, StepKind::Certificate, due, step),
            ];
            Ok(Change { writes, line: Line { act: "Meeting held", mark: "OK", words: Some(words), ..Line::default() } })
        })
    }

    /// The case is closed.
    pub(super) fn close(&mut self, case: i64, signed: &Signed) -> Result<()> {
        self.store.change_case(case, signed, |_, facts| {
            facts.state = CaseState::Closed;
            facts.steps.clear();
            let writes = vec![
                Write::any(
                    "UPDATE steps SET state = 'dropped', rev = rev + 1 WHERE case_id = $1 AND state = 'open'",
                    params![case],
                ),
                Write::one(
                    "UPDATE cases SET state = 'closed', closed = $1 WHERE id = $2",
                    params![signed.today, case],
                ),
            ];
            Ok(Change { writes, line: Line { act: "Case closed", mark: ".", ..Line::default() } })
        })
    }
}

fn certificate_due(law: &WorkingDays, signed: &Signed) -> chrono::NaiveDate {
    law.add(signed.today, crate::domain::deadline::CERTIFICATE_WORKING_DAYS)
}
