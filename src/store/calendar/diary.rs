//! Reading the calendar: a part of it for the grid and the finder, the dates of a case, what is in doubt.
//!
//! A lapsed hold is never shown as taken, whether or not somebody has written that it was let go.

use chrono::{Days, NaiveDate};

use super::{Format, booking_words, slot_at};
use crate::domain::queue::{BookingFacts, BookingState};
use crate::domain::reference::Reference;
use crate::domain::refusal::Refusal;
use crate::domain::slot::{Diary, Hours, Slot, Taken, week_of};
use crate::domain::text::Private;
use crate::params;
use crate::store::db::Row;
use crate::store::mediators::case_reference;
use crate::store::{Result, Store};

/// How many weeks the finder looks through.
pub const DIARY_WEEKS: u64 = 13;

/// A booking, as the Dates page shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Booking {
    /// Its row.
    pub id: i64,
    /// Its case.
    pub case: i64,
    /// `M-0412`.
    pub reference: Reference,
    /// The mediator.
    pub mediator: i64,
    /// Their name.
    pub name: String,
    /// Their number.
    pub phone: Private,
    /// Where it stands.
    pub state: BookingState,
    /// When.
    pub slot: Slot,
    /// The last day of a hold.
    pub held_until: Option<NaiveDate>,
    /// How.
    pub format: Format,
    /// The family agreed to shorter notice.
    pub short_notice_agreed: bool,
    /// The family knew the date when it was booked.
    pub told_family: bool,
    /// The other side knew the date when it was booked.
    pub told_other_side: bool,
    /// Who wrote it.
    pub staff: String,
    /// When it was written, UTC milliseconds.
    pub at: i64,
}

impl Booking {
    /// `Wed 2 Dec 10:00-13:00 online, Ruth Adeyemi`.
    pub fn words(&self) -> String {
        let Slot { day, start, length } = self.slot;
        let day = crate::domain::typed_day::short_day(day);
        format!("{day} {}", booking_words(start, length, self.format, &self.name))
    }

    /// What the queue wants to know of it.
    pub(super) fn facts(&self) -> BookingFacts {
        BookingFacts {
            id: self.id,
            state: self.state,
            day: self.slot.day,
            held_until: self.held_until,
            words: booking_words(self.slot.start, self.slot.length, self.format, &self.name),
            // It is asked of bookings that are chosen now: those who are free are not away.
            away: None,
        }
    }
}

const COLUMNS: &str =
    "SELECT b.id, b.case_id, c.number, b.mediator_id, m.name, b.state, b.day, b.start, b.length,
    b.held_until, b.format, b.short_notice_agreed, b.told_family, b.told_other_side, b.staff, b.at, m.phone
  FROM bookings b JOIN cases c ON c.id = b.case_id JOIN mediators m ON m.id = b.mediator_id";

impl Store {
    /// The calendar from a day to a day, for a case or for looking only, at a moment.
    pub fn diary(
        &mut self,
        from: NaiveDate,
        to: NaiveDate,
        case: Option<i64>,
        today: NaiveDate,
        quarter: i64,
    ) -> Result<Diary> {
        let hours = self.read_one("SELECT min(opens), max(closes) FROM hours", &[])?;
        let hours = hours
            .map_or(Hours { opens: 0, closes: 0 }, |row| Hours { opens: row.int(0), closes: row.int(1) });
        let (monday, sunday) = (week_of(from).0, week_of(to).1);
        let mediators = self.mediator_facts(monday)?;
        let taken = self.read(
            "SELECT b.id, b.case_id, b.mediator_id, b.state, c.number, b.staff, b.at, b.day, b.start, b.length
             FROM bookings b JOIN cases c ON c.id = b.case_id
             WHERE b.day BETWEEN $1 AND $2
               AND (b.state IN ('booked', 'in doubt', 'met') OR (b.state = 'held' AND b.held_until >= $3))
             ORDER BY b.day, b.start, b.id",
            &params![monday, sunday, today],
        )?;
        let conflicts = self.read("SELECT mediator_id FROM conflicts WHERE case_id = $1", &params![case])?;
        Ok(Diary {
            range: (from, to),
            hours,
            days: self.office().clone(),
            mediators,
            taken: taken.iter().filter_map(taken_of).collect(),
            case,
            conflicts: conflicts.iter().map(|row| row.int(0)).collect(),
            today,
            quarter,
        })
    }

    /// The calendar a date is chosen in: from today as far as the finder looks, and the day of the date.
    pub fn diary_for(
        &mut self,
        slot: Option<Slot>,
        case: i64,
        today: NaiveDate,
        quarter: i64,
    ) -> Result<Diary> {
        let end = today.checked_add_days(Days::new(7 * DIARY_WEEKS)).unwrap_or(today);
        let day = slot.map_or(today, |slot| slot.day);
        let last = day.checked_add_days(Days::new(14)).unwrap_or(day);
        self.diary(today.min(day), end.max(last), Some(case), today, quarter)
    }

    /// A booking.
    pub fn booking(&mut self, id: i64) -> Result<Booking> {
        let row = self.read_one(&format!("{COLUMNS} WHERE b.id = $1"), &params![id])?;
        Ok(row.as_ref().and_then(booking_of).ok_or_else(|| Refusal::NotFound("that date".into()))?)
    }

    /// The dates of a case in any state, newest first.
    pub fn bookings(&mut self, case: i64) -> Result<Vec<Booking>> {
        let sql = format!("{COLUMNS} WHERE b.case_id = $1 ORDER BY b.at DESC, b.id DESC");
        Ok(self.read(&sql, &params![case])?.iter().filter_map(booking_of).collect())
    }
}

fn taken_of(row: &Row) -> Option<Taken> {
    Some(Taken {
        booking: row.int(0),
        case: row.int(1),
        mediator: row.int(2),
        state: BookingState::from_code(&row.text(3)),
        reference: case_reference(row.int(4)).to_string(),
        staff: row.text(5),
        at: row.int(6),
        slot: slot_at(row, 7)?,
    })
}

fn booking_of(row: &Row) -> Option<Booking> {
    let yes = |at| row.text(at) == "yes";
    Some(Booking {
        id: row.int(0),
        case: row.int(1),
        reference: case_reference(row.int(2)),
        mediator: row.int(3),
        name: row.text(4),
        state: BookingState::from_code(&row.text(5)),
        slot: slot_at(row, 6)?,
        held_until: row.day(9),
        format: Format::from_code(&row.text(10)),
        short_notice_agreed: yes(11),
        told_family: yes(12),
        told_other_side: yes(13),
        staff: row.text(14),
        at: row.int(15),
        phone: row.text(16).into(),
    })
}
