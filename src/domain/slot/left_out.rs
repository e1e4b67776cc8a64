//! Why earlier times are not among those that are offered, put together in a few words.
//!
//! `Wed and before 10:00 (family)`, `before 2 Dec (notice)`, `3 Dec (Ruth away)`, `after 19 Dec (30 days)`.
//! Each reason is said once, and none is kept of one start alone.

use chrono::NaiveDate;

use super::find::{Looked, Offer, Out, Soft, Wish, after};
use super::{Diary, Mediator, Slot, slot_bits};
use crate::domain::typed_day::short_day;

/// How many days without anybody free are told; the others are counted.
const TOLD: usize = 3;

impl Diary {
    pub(super) fn left_out(&self, wish: &Wish, days: &[Looked<'_>], offers: &[Offer]) -> Vec<String> {
        let Some(last) = offers.iter().map(|o| o.slot).max() else {
            return self.nothing(wish, days);
        };
        let mut said: Vec<Vec<usize>> = vec![Vec::new(); wish.parties.len()];
        let mut closed: Vec<(NaiveDate, String)> = Vec::new();
        let mut nobody: Vec<(NaiveDate, String)> = Vec::new();
        let mut soft: Vec<Soft> = Vec::new();
        let mut own = false;
        for looked in days.iter().take_while(|looked| looked.day <= last.day) {
            let (mut someone, mut none) = (false, false);
            for start in self.grid(wish.length) {
                let slot = Slot { day: looked.day, start, length: wish.length };
                if slot >= last || offers.iter().any(|o| o.slot == slot) {
                    someone |= offers.iter().any(|o| o.slot == slot);
                    continue;
                }
                match self.judge(wish, looked, slot, None) {
                    Ok(marks) => {
                        someone = true;
                        soft.extend(marks.first().filter(|mark| !soft.contains(mark)));
                    }
                    Err(Out::Party(party, at)) => {
                        if let Some(said) = said.get_mut(party).filter(|said| !said.contains(&at)) {
                            said.push(at);
                        }
                    }
                    Err(Out::Nobody) => none = true,
                    Err(Out::OwnDate) => own = true,
                    Err(Out::Closed(name)) if !name.is_empty() => {
                        closed.push((looked.day, name));
                        break;
                    }
                    Err(Out::Closed(_) | Out::Past) => {}
                }
            }
            if none && !someone {
                nobody.push((looked.day, self.nobody_words(looked, wish.length)));
            }
        }
        let mut words = Self::party_words(wish, &said);
        if soft.contains(&Soft::Notice) {
            words.push(format!("before {} (notice)", short(self.noticed())));
        }
        words.extend(closed.into_iter().map(|(day, name)| format!("{} ({name})", short(day))));
        words.extend(grouped(&nobody));
        for (mark, reason) in [
            (Soft::Week, "week full"),
            (Soft::Area, "another area"),
            (Soft::Bsl, "no BSL"),
            (Soft::How, "not that way of meeting"),
        ] {
            if soft.contains(&mark) {
                words.push(self.marked_words(mark, reason, last.day));
            }
        }
        if own {
            words.push("the case's own date".to_owned());
        }
        let is_after = |o: &Offer| o.marks.contains(&Soft::Clock);
        if let Some(until) = wish.until.filter(|until| *until < self.range.1 && !offers.iter().all(is_after))
        {
            words.push(format!("after {} (30 days)", short(until)));
        }
        words
    }

    /// Nothing is offered: what stands in the way of everything.
    fn nothing(&self, wish: &Wish, days: &[Looked<'_>]) -> Vec<String> {
        let mut said: Vec<Vec<usize>> = vec![Vec::new(); wish.parties.len()];
        let mut nobody = false;
        for looked in days {
            for start in self.grid(wish.length) {
                let slot = Slot { day: looked.day, start, length: wish.length };
                match self.judge(wish, looked, slot, None) {
                    Err(Out::Party(party, at)) => {
                        if let Some(said) = said.get_mut(party).filter(|said| !said.contains(&at)) {
                            said.push(at);
                        }
                    }
                    Err(Out::Nobody) => nobody = true,
                    _ => {}
                }
            }
        }
        let mut words = Self::party_words(wish, &said);
        if nobody {
            let all = if words.is_empty() { "every time" } else { "every other time" };
            words.push(format!("{all} (no mediator free)"));
        }
        words
    }

    /// `Wed and before 10:00 (family)`.
    fn party_words(wish: &Wish, said: &[Vec<usize>]) -> Vec<String> {
        let each = wish.parties.iter().zip(said).filter(|(_, said)| !said.is_empty());
        each.map(|((who, suits), said)| {
            let mut said = said.clone();
            said.sort_unstable();
            let words: Vec<String> = said
                .iter()
                .filter_map(|at| suits.when.get(*at))
                .map(super::super::suits::When::left_out)
                .collect();
            format!("{} ({who})", words.join(" and "))
        })
        .collect()
    }

    /// Who is in the way on a day without anybody: `Ruth away; Col taken`.
    fn nobody_words(&self, looked: &Looked<'_>, length: i64) -> String {
        let day = looked.day;
        let mut said: Vec<String> = Vec::new();
        for m in self.mediators.iter().filter(|m| m.working) {
            let name = m.first_name();
            if m.is_away(day) {
                let weekday = chrono::Datelike::weekday(&day).num_days_from_monday() as usize;
                if m.usual.get(weekday).copied().flatten().is_some() {
                    said.push(format!("{name} away"));
                }
            } else if m.works(day, self.hours) == 0 {
            } else if self.conflicts.contains(&m.id) {
                said.push(format!("{name} cannot act"));
            } else {
                let whole = self
                    .grid(length)
                    .any(|start| m.works(day, self.hours) & slot_bits(Slot { day, start, length }) != 0);
                said.push(if whole { format!("{name} taken") } else { format!("{name} not long enough") });
            }
        }
        if said.is_empty() { "nobody works".to_owned() } else { said.join("; ") }
    }

    /// `Col at 2 a week`, of those for whom it is so on a day up to the last that is offered.
    fn marked_words(&self, mark: Soft, reason: &str, last: NaiveDate) -> String {
        if mark != Soft::Week {
            return format!("times with others ({reason})");
        }
        let first = self.today.max(self.range.0);
        let is_full =
            |m: &Mediator| first.iter_days().take_while(|day| *day <= last).any(|day| self.is_full(m, day));
        let full = self.mediators.iter().filter(|m| m.working && is_full(m));
        let names: Vec<String> =
            full.map(|m| format!("{} at {} a week", m.first_name(), m.per_week)).collect();
        format!("full weeks ({})", names.join("; "))
    }
}

/// `3 Dec`.
fn short(day: NaiveDate) -> String {
    let words = short_day(day);
    words.split_once(' ').map_or(words.clone(), |(_, rest)| rest.trim_start().to_owned())
}

/// Days that follow each other with one reason, said once.
fn grouped(days: &[(NaiveDate, String)]) -> Vec<String> {
    let mut groups: Vec<(NaiveDate, NaiveDate, &str, usize)> = Vec::new();
    for (day, why) in days {
        let weekend = |from: NaiveDate| {
            let mut next = after(from);
            while crate::domain::working_days::is_weekend(next) {
                next = after(next);
            }
            next
        };
        match groups.last_mut() {
            Some((_, last, same, days)) if *same == why && weekend(*last) == *day => {
                (*last, *days) = (*day, *days + 1);
            }
            _ => groups.push((*day, *day, why, 1)),
        }
    }
    let more: usize = groups.iter().skip(TOLD).map(|(.., days)| days).sum();
    let mut words: Vec<String> = groups
        .iter()
        .take(TOLD)
        .map(|(first, last, why, _)| {
            let last = if first == last { String::new() } else { format!(" to {}", short(*last)) };
            format!("{}{last} ({why})", short(*first))
        })
        .collect();
    if more > 0 {
        let days = if more == 1 { "day" } else { "days" };
        words.push(format!("{more} more {days} (nobody free)"));
    }
    words
}
