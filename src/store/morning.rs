//! The morning page: what a coordinator wants to know in the first minute of the day.
//!
//! Meetings of today, clocks that end this week, holds that lapsed, what was promised for today, handovers that
//! nobody has accepted, and clocks that ran out. Each list is short and read from an index; nothing is counted
//! over the caseload, and nothing is computed that Today does not know too.

use chrono::{Days, NaiveDateTime};

use super::db::Row;
use super::queue::{Item, MAY_BE_UNSAFE, NAME_OF_CASE, QueueRow, name_in_list};
use super::{Result, Store};
use crate::domain::deadline::ClockKind;
use crate::domain::moment::Moment;
use crate::domain::queue::{Group, Missed, StepKind, Why};
use crate::domain::reference::{RefKind, Reference};
use crate::domain::typed_day::short_day;
use crate::params;

/// The page.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct MorningPage {
    /// Meetings of today, by their time.
    pub meetings: Vec<QueueRow>,
    /// Clocks that have ended or end within a week, the nearest first.
    pub clocks: Vec<QueueRow>,
    /// Holds whose days were over when the office was closed last.
    pub lapsed: Vec<QueueRow>,
    /// Promises for today, or late, by day and time.
    pub promised: Vec<QueueRow>,
    /// Handed to this person and not accepted.
    pub to_me: Vec<QueueRow>,
    /// Handed on by this person and not accepted.
    pub from_me: Vec<QueueRow>,
    /// The local authority is not told yet, so that the 30 days have not begun.
    pub untold: Vec<QueueRow>,
    /// Clocks that ran out unmet since the office was open last, but for a certificate sent since.
    pub missed: Vec<QueueRow>,
}

/// The most rows of a list that are read.
pub const MOST: i64 = 100;
/// Days ahead for which clocks are shown, today included.
const WEEK: u64 = 7;
/// Days back among whose meetings a lapsed hold is looked for.
const LOOKED_BACK: u64 = 60;

impl Store {
    /// The morning page of this person at this minute.
    pub fn morning(&mut self, now: NaiveDateTime, staff: &str) -> Result<MorningPage> {
        let (today, moment) = (now.date(), Moment::from(now));
        let after = |days| today.checked_add_days(Days::new(days)).unwrap_or(today);
        let before = |days| today.checked_sub_days(Days::new(days)).unwrap_or(today);
        let last_open = self.office.add(today, -1);
        let meetings = self.read(
            &format!("SELECT a.case_id, a.reason, a.step, a.due, a.kind, a.party_id, a.booking_id, a.number, a.name, '',
               {MAY_BE_UNSAFE}
             FROM attention a WHERE a.grp = $1 AND a.due = $2 AND a.kind = 'meeting'
             ORDER BY a.reason, a.id LIMIT $3"),
            &params![Group::Meetings.code(), today, MOST],
        )?;
        let clocks = self.read(
            &format!("SELECT a.case_id, a.reason, a.step, a.due, a.kind, a.party_id, a.booking_id, a.number, a.name, '',
               {MAY_BE_UNSAFE}
             FROM attention a WHERE a.grp = $1 AND a.due < $2 AND a.kind NOT IN ('promise late', 'withdrawn')
               AND (a.kind NOT IN ('was it held', 'appeal') OR a.show_from <= $3)
             ORDER BY a.due, a.id LIMIT $4"),
            &params![Group::Now.code(), after(WEEK), moment, MOST],
        )?;
        let promised = self.read(
            &format!("SELECT a.case_id, a.reason, a.step, a.due, a.kind, a.party_id, a.booking_id, a.number, a.name, '',
               {MAY_BE_UNSAFE}
             FROM attention a WHERE a.due < $1 AND a.show_from <= $2 AND a.kind = 'step: promise'
             ORDER BY a.due, a.id LIMIT $3"),
            &params![after(1), moment, MOST],
        )?;
        let lapsed = self.read(
            &format!(
                "SELECT b.case_id, b.day, b.held_until, c.number,
               {NAME_OF_CASE}
             FROM bookings b JOIN cases c ON c.id = b.case_id
             WHERE b.day >= $1 AND b.state = 'let go' AND b.held_until >= $2 AND b.held_until < $3
               AND EXISTS (SELECT 1 FROM history h WHERE h.id = b.id + 15)
             ORDER BY b.day, b.id LIMIT $4"
            ),
            &params![before(LOOKED_BACK), last_open, today, MOST],
        )?;
        let missed = self.read(
            &format!("SELECT m.case_id, m.clock, m.due, c.number,
               {NAME_OF_CASE}
             FROM misses m JOIN cases c ON c.id = m.case_id
             WHERE m.due >= $1 AND m.due < $2
               AND NOT (m.clock LIKE 'certificate%' AND EXISTS (SELECT 1 FROM certificates s
                 WHERE s.case_id = m.case_id AND s.state = 'sent') AND NOT EXISTS (SELECT 1 FROM certificates s
                 WHERE s.case_id = m.case_id AND s.state = 'due'))
             ORDER BY m.due, m.case_id LIMIT $3"),
            &params![last_open, today, MOST],
        )?;
        let mut ran_out = Vec::new();
        for row in &missed {
            let Some(kind) = ClockKind::from_code(&row.text(1)) else { continue };
            let Some(due) = row.day(2) else { continue };
            let miss = Missed { kind, due };
            // What was recorded since may say that it was none.
            if self.misses(row.int(0))?.contains(&(miss, true)) {
                ran_out.push(told(row, due, miss.act(), "Open"));
            }
        }
        let clocks = self.case_rows(Group::Now, &clocks, today)?;
        let begun = |row: &QueueRow| row.why != Some(Why::Step(StepKind::TellLa));
        let (clocks, untold): (Vec<QueueRow>, Vec<QueueRow>) = clocks.into_iter().partition(begun);
        Ok(MorningPage {
            meetings: self.case_rows(Group::Meetings, &meetings, today)?,
            clocks,
            untold,
            promised: self.case_rows(Group::Chase, &promised, today)?,
            lapsed: lapsed
                .iter()
                .filter_map(|row| {
                    let reason = format!("Hold for {} let go", short_day(row.day(1)?));
                    let told = told(row, row.day(2)?, reason, "Offer dates");
                    Some(QueueRow { why: Some(Why::HoldEnds), ..told })
                })
                .collect(),
            missed: ran_out,
            to_me: self.handovers(staff, true)?,
            from_me: self.handovers(staff, false)?,
        })
    }
}

/// A row that only tells: its case, number and name stand in the columns 0, 3 and 4.
fn told(row: &Row, due: chrono::NaiveDate, reason: String, step: &str) -> QueueRow {
    QueueRow {
        group: Group::Chase,
        item: Item::Case(row.int(0)),
        reference: row.number(3).map(|number| Reference { kind: RefKind::Case, number }),
        name: name_in_list(&row.text(4)).into(),
        reason: reason.into(),
        step: step.to_owned(),
        due,
        why: None,
        party: None,
        booking: None,
        at: None,
        handover: None,
        keeper: String::new(),
        not_safe: false,
    }
}
