//! What a closed day or a mediator's away days touch: holds, meetings, and what is due that day.
//!
//! It is asked before the days are written, so that a person sees it first, and tells numbers and dates only.
//! Nothing is moved by it. A day of the office's own moves no clock of the law, which counts bank holidays and
//! weekends alone; a proclaimed bank holiday moves clocks, and each is told with both its days. Chases and ends of
//! holds that lie on a closed day stay on it, and those counted from then on go over it.

use chrono::NaiveDate;

use super::calendar::slot_at;
use super::mediators::case_reference;
use super::{Result, Store};
use crate::domain::certificate::last_day;
use crate::domain::deadline::{self, ClockKind, Move};
use crate::domain::queue::BookingState;
use crate::domain::typed_day::short_day;
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
    /// A bank holiday was proclaimed.
    BankHoliday(NaiveDate),
}

/// The most cases whose clocks are looked at.
const LOOKED_AT: i64 = 200;
/// The clocks of a certificate.
const CERTIFICATES: [ClockKind; 3] =
    [ClockKind::CertificateAfterDecline, ClockKind::CertificateAfterMeeting, ClockKind::CertificateDeemed];
/// The most dates that are named; the others are counted.
const NAMED: usize = 6;

impl Store {
    /// What the days touch, a line for each; empty where they touch nothing.
    pub fn touched(&mut self, what: Touching, today: NaiveDate) -> Result<Vec<String>> {
        let (mediator, from, to) = match what {
            Touching::Away { mediator, from, to } => (Some(mediator), from.min(to), from.max(to)),
            Touching::Closed(day) | Touching::BankHoliday(day) => (None, day, day),
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
                    _ => " (the office is closed)",
                };
                Some(format!("{reference} {} {}{what}", state.code(), slot.start_words()))
            })
            .collect();
        if rows.len() > NAMED {
            lines.push(format!("and {} more", rows.len() - NAMED));
        }
        if let Touching::BankHoliday(day) = what {
            lines.extend(self.clocks_over(day)?);
        }
        if let Touching::Closed(day) | Touching::BankHoliday(day) = what {
            lines.extend(self.due_on(day)?);
        }
        Ok(lines)
    }

    /// The clocks of open cases that a bank holiday on this day would move, each with both its days.
    fn clocks_over(&mut self, day: NaiveDate) -> Result<Vec<String>> {
        // No period of working days is longer than two weeks with holidays in it; an appeal ends two months on.
        let rows = self.read(
            "SELECT c.id, c.number FROM cases c WHERE c.state = 'open' AND c.number IS NOT NULL
               AND (EXISTS (SELECT 1 FROM certificates t WHERE t.case_id = c.id AND t.state = 'due'
                      AND t.event BETWEEN date($1, '-21 days') AND $1)
                 OR EXISTS (SELECT 1 FROM bookings b WHERE b.case_id = c.id AND b.state IN ('booked', 'in doubt')
                      AND b.day BETWEEN $1 AND date($1, '+21 days'))
                 OR c.la_informed BETWEEN date($1, '-21 days') AND $1
                 OR EXISTS (SELECT 1 FROM details d WHERE d.case_id = c.id AND d.field = 'letter'
                      AND d.reading BETWEEN date($1, '-75 days') AND date($1, '-50 days')))
             ORDER BY c.number LIMIT $2",
            &params![day, LOOKED_AT],
        )?;
        let with = self.law.clone().with_bank_holidays([(day, String::new())]);
        let mut moved = Vec::new();
        for row in &rows {
            let facts = self.facts(row.int(0))?;
            let reference = case_reference(row.int(1));
            if let Some(due) = facts.after.certificate_due() {
                let (old, new) = (last_day(due.event, &self.law), last_day(due.event, &with));
                if old != new {
                    let (old, new) = (short_day(old), short_day(new));
                    moved.push(format!("{reference}: certificate {old} -> {new}"));
                }
            }
            let known = self.known(&facts)?;
            let (old, new) = (deadline::all(&known, &self.law), deadline::all(&known, &with));
            let pairs = old.into_iter().zip(new).filter(|(old, new)| {
                // The certificate was told above, by the row that waits for it.
                old.date() != new.date() && !CERTIFICATES.contains(&old.kind)
            });
            moved.extend(
                pairs.map(|(before, after)| format!("{reference}: {}", Move { before, after }.words())),
            );
        }
        if moved.len() > NAMED {
            let more = moved.len() - NAMED;
            moved.truncate(NAMED);
            moved.push(format!("and {more} more clocks"));
        }
        Ok(moved)
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
