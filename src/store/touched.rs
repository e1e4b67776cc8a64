//! What a closed day or a mediator's away days touch: holds, meetings, and what is due that day.
//!
//! It is asked before the days are written, so that a person sees it first, and tells numbers and dates only.
//! Nothing is moved by it. A day of the office's own moves no clock of the law, which counts bank holidays and
//! weekends alone; chases and ends of holds that lie on it stay on it, and those counted from then on go over it.

use chrono::NaiveDate;

use super::calendar::slot_at;
use super::mediators::case_reference;
use super::{Result, Store};
use crate::domain::queue::BookingState;
use crate::params;

/// Days that are about to be written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Touching {
    /// A mediator is away.
    Away {
        /// Who.
        mediator: i64,
        /// The first day.
        from: NaiveDate,
        /// The last day.
        to: NaiveDate,
    },
    /// The office is closed.
    Closed(NaiveDate),
}

/// The most dates that are named; the others are counted.
const NAMED: usize = 6;

impl Store {
    /// What the days touch, a line for each; empty where they touch nothing.
    pub fn touched(&mut self, what: Touching, today: NaiveDate) -> Result<Vec<String>> {
        let (mediator, from, to) = match what {
            Touching::Away { mediator, from, to } => (Some(mediator), from.min(to), from.max(to)),
            Touching::Closed(day) => (None, day, day),
        };
        let rows = self.read(
            "SELECT c.number, b.state, b.day, b.start, b.length FROM bookings b JOIN cases c ON c.id = b.case_id
             WHERE b.day BETWEEN $1 AND $2 AND ($3 IS NULL OR b.mediator_id = $3)
               AND (b.state IN ('booked', 'in doubt') OR (b.state = 'held' AND b.held_until >= $4))
             ORDER BY b.day, b.start, b.id",
            &params![from.max(today), to, mediator, today],
        )?;
        let mut lines: Vec<String> = rows
            .iter()
            .take(NAMED)
            .filter_map(|row| {
                let slot = slot_at(row, 2)?;
                let reference = case_reference(row.int(0));
                let state = BookingState::from_code(&row.text(1));
                let what = match (state, what) {
                    (BookingState::Held, _) => "",
                    (_, Touching::Away { .. }) => " (needs a mediator)",
                    (_, Touching::Closed(_)) => " (the office is closed)",
                };
                Some(format!("{reference} {} {}{what}", state.code(), slot.start_words()))
            })
            .collect();
        if rows.len() > NAMED {
            lines.push(format!("and {} more", rows.len() - NAMED));
        }
        if let Touching::Closed(day) = what {
            lines.extend(self.due_on(day)?);
        }
        Ok(lines)
    }

    /// What is due on a day that is to be closed.
    fn due_on(&mut self, day: NaiveDate) -> Result<Vec<String>> {
        let mut lines = Vec::new();
        let ends = self.read(
            "SELECT c.number FROM bookings b JOIN cases c ON c.id = b.case_id
             WHERE b.state = 'held' AND b.held_until = $1 ORDER BY c.number",
            &params![day],
        )?;
        let chased = self.read(
            "SELECT c.number FROM parties p JOIN cases c ON c.id = p.case_id
             WHERE p.chase = $1 AND p.needed <> 'dropped' AND c.state = 'open'
             UNION SELECT c.number FROM steps s JOIN cases c ON c.id = s.case_id
             WHERE s.due = $1 AND s.state = 'open' AND c.state = 'open' ORDER BY 1",
            &params![day],
        )?;
        for (rows, what) in [(ends, "a hold ends that day"), (chased, "something is due that day")] {
            if rows.is_empty() {
                continue;
            }
            let named: Vec<String> =
                rows.iter().take(NAMED).map(|row| case_reference(row.int(0)).to_string()).collect();
            let more =
                if rows.len() > NAMED { format!(" and {} more", rows.len() - NAMED) } else { String::new() };
            lines.push(format!("{}{more}: {what}, and stays there", named.join(", ")));
        }
        Ok(lines)
    }
}
