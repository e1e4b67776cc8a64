//! What happened to the dates of the made-up families: held, booked, met, and a case that was closed.
//!
//! Dates are placed by the calendar's own writes, under its own rules. Where the list needs a mediator on a
//! day they do not work, the day becomes an extra day first, as the office would do it.

use super::cast::{self, Meeting};
use super::play::Play;
use crate::domain::outcome::Outcome;
use crate::domain::queue::{BookingState, CaseState};
use crate::domain::slot::{Slot, USUAL_LENGTH};
use crate::domain::typed_time::quarter_of_day;
use crate::params;
use crate::store::calendar::{CalendarWrite, Format};
use crate::store::cases::{CaseWrite, Change};
use crate::store::db::Write;
use crate::store::history::Line;
use crate::store::mediators::MediatorWrite;
use crate::store::{Result, Signed};
use chrono::Datelike;

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
        let mediator = self.mediators[meeting.mediator];
        let weekday = i64::from(day.weekday().number_from_monday());
        if !self.usual_days(meeting.mediator).contains(&weekday) {
            let extra = MediatorWrite::Extra {
                id: self.id(),
                mediator,
                from: day,
                to: day,
                hours: None,
                words: String::new(),
            };
            let by = Signed { id: self.id(), ..signed.clone() };
            self.store.mediator_write(&extra, &by)?;
        }
        let start = i64::from(quarter_of_day(cast::time(&meeting.start)));
        let slot = Slot { day, start, length: USUAL_LENGTH };
        let format = Format::from_code(&meeting.format);
        let (booking, mediator) = (self.id(), Some(mediator));
        let write = if booked {
            CalendarWrite::Book {
                booking,
                case,
                mediator,
                slot,
                format,
                short_notice_agreed: false,
                told_family: true,
                told_other_side: meeting.told,
            }
        } else {
            CalendarWrite::Hold { booking, case, mediator, slot, format }
        };
        self.store.calendar_write(&write, signed).map(drop)
    }

    /// The meeting was held, and this is what became of it.
    pub(super) fn met(&mut self, case: i64, words: &str, signed: &Signed) -> Result<()> {
        let dates = self.store.bookings(case)?;
        let Some(booking) = dates.iter().find(|b| b.state == BookingState::Booked).map(|b| b.id) else {
            return Ok(());
        };
        let result = if words.starts_with("Part") { Outcome::PartAgreed } else { Outcome::Agreed };
        let outcome = self.id();
        let write = CalendarWrite::Outcome { booking, outcome, result, by: None, words: words.into() };
        self.store.calendar_write(&write, signed)?;
        let note = CaseWrite::Note { case, note: self.id(), body: words.into() };
        let by = Signed { id: self.id(), ..signed.clone() };
        self.store.case_write(&note, &by)
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
                    "UPDATE cases SET state = 'closed', closing = 'agreed in full', closed = $1 WHERE id = $2",
                    params![signed.today, case],
                ),
            ];
            Ok(Change { writes, line: Line { act: "Case closed", mark: ".", ..Line::default() } })
        })
    }
}
