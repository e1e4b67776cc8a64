//! Plain ticks: Monday to Friday, each with its morning and its afternoon.
//!
//! Ticks are written as words, so that there is one thing to read, and what was typed beside them stays.

use super::grammar::pieces;
use super::{AFTERNOON, Days, How, MORNING, Part, Suits, WEEK, When};
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
                !suits.when.iter().any(|when| closes_halves(when) && when.closes(slot))
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

    /// As words that are read back as the same ticks: `not wed, not fri mornings`, or, where less than half of the
    /// week is left, what is left of it; nothing when all are ticked.
    pub fn typed(self) -> String {
        let names = |days: Days| {
            let named = NAMES.iter().enumerate().filter(|(at, _)| days & (1 << at) != 0);
            named.map(|(_, name)| *name).collect::<Vec<_>>().join(" ")
        };
        let both = self.mornings & self.afternoons;
        let neither = WEEK & !(self.mornings | self.afternoons);
        let ticked = self.mornings.count_ones() + self.afternoons.count_ones();
        let said = if ticked >= 5 || both == 0 && neither == WEEK {
            let (morning, afternoon) = (self.afternoons & !both, self.mornings & !both);
            [("not ", neither, ""), ("not ", morning, " mornings"), ("not ", afternoon, " afternoons")]
        } else {
            let (morning, afternoon) = (self.mornings & !both, self.afternoons & !both);
            [("", both, " only"), ("", morning, " mornings"), ("", afternoon, " afternoons")]
        };
        let said = said.into_iter().filter(|(_, days, _)| *days != 0);
        said.map(|(no, days, part)| format!("{no}{}{part}", names(days))).collect::<Vec<_>>().join(", ")
    }

    /// The words with these ticks in place of theirs; what they say beside days stays, as it was typed.
    pub fn within(self, typed: &str, read: impl Fn(&str) -> Suits) -> String {
        if Self::of(&read(typed)) == self {
            return typed.to_owned();
        }
        let hours = |piece: &str| {
            let said = read(piece).when;
            let whole = |when: &When| matches!(when, When::Within(WEEK, part) if !is_half(*part));
            (!said.is_empty() && said.iter().all(whole), said.iter().any(closes_halves))
        };
        let with = |stays: &dyn Fn(&str) -> bool| {
            let own = self.typed();
            let kept = pieces(typed).into_iter().filter(|piece| stays(piece));
            std::iter::once(own).filter(|own| !own.is_empty()).chain(kept).collect::<Vec<_>>().join(", ")
        };
        // "After 10" may stay beside the ticks; where it would close a half that is ticked it does not.
        let text = with(&|piece| hours(piece).0 || !hours(piece).1);
        if Self::of(&read(&text)) == self { text } else { with(&|piece| !hours(piece).1) }
    }
}

/// A morning or an afternoon.
fn is_half(part: Part) -> bool {
    part == MORNING || part == AFTERNOON
}

/// Days or hours, which ticks are about; dates are not.
fn closes_halves(when: &When) -> bool {
    !matches!(when, When::NotDates(..) | When::From(_) | When::Until(_))
}

impl How {
    /// The words with this how in place of theirs, or with none.
    pub fn within(how: Option<Self>, typed: &str, read: impl Fn(&str) -> Suits) -> String {
        if read(typed).how == how {
            return typed.to_owned();
        }
        let kept = pieces(typed).into_iter().filter(|piece| read(piece).how.is_none());
        kept.chain(how.map(|how| how.word().to_owned())).collect::<Vec<_>>().join(", ")
    }
}
