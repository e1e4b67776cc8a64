//! Plain ticks: Monday to Friday, each with its morning and its afternoon.
//!
//! Ticks are written as words, so that there is one thing to read, and what was typed beside them stays.

use super::{AFTERNOON, Days, MORNING, Suits, WEEK, WHOLE, When};
use crate::domain::slot::Slot;

const NAMES: [&str; 5] = ["mon", "tue", "wed", "thu", "fri"];

/// Ten ticks: which halves of the week suit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Ticks {
    mornings: Days,
    afternoons: Days,
}

impl Default for Ticks {
    fn default() -> Self {
        Self { mornings: WEEK, afternoons: WEEK }
    }
}

impl Ticks {
    /// What the words leave open: a half is ticked where a meeting of its length can be.
    pub fn of(suits: &Suits) -> Self {
        // A week in which no date of the words lies is not to be had; days and parts alone are asked.
        let monday = chrono::NaiveDate::from_ymd_opt(2001, 1, 1).unwrap_or_default();
        let mut ticks = Self { mornings: 0, afternoons: 0 };
        for (at, day) in monday.iter_days().take(5).enumerate() {
            let open = |start, length| {
                let slot = Slot { day, start, length };
                !suits.when.iter().any(|when| {
                    !matches!(when, When::NotDates(..) | When::From(_) | When::Until(_)) && when.closes(slot)
                })
            };
            if (MORNING.from.max(36)..48).any(|start| open(start, 4)) {
                ticks.mornings |= 1 << at;
            }
            if (52..=AFTERNOON.to.min(64)).any(|start| open(start, 4)) {
                ticks.afternoons |= 1 << at;
            }
        }
        ticks
    }

    /// Whether a half is ticked; day 0 is Monday.
    pub fn is_on(self, day: usize, afternoon: bool) -> bool {
        let half = if afternoon { self.afternoons } else { self.mornings };
        half & (1 << day) != 0
    }

    /// Ticks a half, or takes its tick away.
    pub fn turn(&mut self, day: usize, afternoon: bool) {
        let half = if afternoon { &mut self.afternoons } else { &mut self.mornings };
        *half ^= (1 << day) & WEEK;
    }

    /// As words that are read back as the same ticks: `mon, tue, wed mornings`; nothing when all are ticked.
    pub fn typed(self) -> String {
        let names = |days: Days| {
            let named = NAMES.iter().enumerate().filter(|(at, _)| days & (1 << at) != 0);
            named.map(|(_, name)| *name).collect::<Vec<_>>().join(" ")
        };
        let both = self.mornings & self.afternoons;
        if both == WEEK {
            return String::new();
        }
        if self.mornings == self.afternoons {
            return format!("not {}", names(WEEK & !both));
        }
        let mut said = Vec::new();
        for (days, part) in
            [(both, WHOLE), (self.mornings & !both, MORNING), (self.afternoons & !both, AFTERNOON)]
        {
            let word = match part {
                MORNING => " mornings",
                AFTERNOON => " afternoons",
                _ => " only",
            };
            if days != 0 {
                said.push(format!("{}{word}", names(days)));
            }
        }
        said.join(", ")
    }
}
