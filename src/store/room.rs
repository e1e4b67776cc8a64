//! How much room the 30 days of a case leave, read without its pages.
//!
//! What the parties said is read here and understood by the domain; nothing of it is handed on but a count and
//! the one thing that would open most. A case that has a date, or whose 30 days have not begun, has no room to
//! count. On Today it is counted for the first few cases whose 30 days end, out of one diary.

use chrono::NaiveDate;

use super::queue::{Item, QueueRow};
use super::{Result, Store};
use crate::domain::booking::thirty_days_end;
use crate::domain::queue::Why;
use crate::domain::slot::{Room, USUAL_LENGTH, Wish};
use crate::domain::suits::Suits;
use crate::domain::text::words;
use crate::domain::typed_day::short_day;
use crate::domain::willingness::PartyKind;
use crate::params;

/// For so many rows of Today the room is counted.
const COUNTED: usize = 12;
/// More times than that are no reason to hurry.
const FEW: usize = 12;

impl Store {
    /// The room of a case; none where there is nothing to count.
    pub fn room(&mut self, case: i64, today: NaiveDate, quarter: i64) -> Result<Option<Room>> {
        let facts = self.facts(case)?;
        let until = thirty_days_end(&facts).filter(|until| *until >= today);
        let Some(until) = until.filter(|_| facts.consent.in_force() && !facts.has_a_date()) else {
            return Ok(None);
        };
        let wish = self.wish(case, until, today)?;
        Ok(self.diary(today, until, Some(case), today, quarter)?.room(&wish))
    }

    /// What the finder looks for, for a case.
    fn wish(&mut self, case: i64, until: NaiveDate, today: NaiveDate) -> Result<Wish> {
        let rows = self.read(
            "SELECT kind, suits, needs FROM parties WHERE case_id = $1 AND needed = 'needed' ORDER BY id",
            &params![case],
        )?;
        let parties: Vec<(&'static str, Suits)> = rows
            .iter()
            .map(|row| {
                let suits = Suits::read(&row.text(1), today, self.office());
                (PartyKind::from_code(&row.text(0)).inside(), suits)
            })
            .collect();
        let details = self.read(
            "SELECT field, typed FROM details WHERE case_id = $1 AND field IN ('area', 'needs')",
            &params![case],
        )?;
        let of = |field: &str| details.iter().find(|row| row.text(0) == field).map(|row| row.text(1));
        let signs = |text: &str| words(text).iter().any(|word| word == "bsl");
        let bsl = parties.iter().any(|(_, suits)| suits.bsl)
            || rows.iter().any(|row| signs(&row.text(2)))
            || of("needs").is_some_and(|needs| signs(&needs));
        let area = of("area").unwrap_or_default();
        Ok(Wish { length: USUAL_LENGTH, parties, area, bsl, until: Some(until) })
    }

    /// Says on Today how many times are left, where they are few: `30 days end Fri 27 Nov: 2 times left`.
    pub(super) fn tell_room(&mut self, rows: &mut [QueueRow], today: NaiveDate, quarter: i64) -> Result<()> {
        let ending: Vec<usize> = (0..rows.len())
            .filter(|at| {
                rows.get(*at).is_some_and(|row| {
                    row.why == Some(Why::ThirtyDays) && row.due >= today && !row.reason.contains("; held ")
                })
            })
            .take(COUNTED)
            .collect();
        let Some(last) = ending.iter().filter_map(|at| rows.get(*at)).map(|row| row.due).max() else {
            return Ok(());
        };
        let mut diary = self.diary(today, last, None, today, quarter)?;
        for at in ending {
            let Some(row) = rows.get_mut(at) else { continue };
            let Item::Case(case) = row.item else { continue };
            let wish = self.wish(case, row.due, today)?;
            let cannot = self.read("SELECT mediator_id FROM conflicts WHERE case_id = $1", &params![case])?;
            diary.case = Some(case);
            diary.conflicts = cannot.iter().map(|row| row.int(0)).collect();
            let Some(times) = diary.room(&wish).map(|room| room.times).filter(|times| *times <= FEW) else {
                continue;
            };
            let s = if times == 1 { "" } else { "s" };
            let left = if times == 0 { "no time left".to_owned() } else { format!("{times} time{s} left") };
            row.reason = format!("30 days end {}: {left}", short_day(row.due)).into();
        }
        Ok(())
    }
}
