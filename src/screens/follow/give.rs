//! Whom a row is handed to: a colleague the file knows, by the first letters of a name.
//!
//! Names come from the settings and from the newest lines of history; there are no accounts. A name that is not
//! among them is kept as typed and told of, and the row is handed to it only when Enter is pressed a second time: a
//! slip hands nothing to nobody. So is a row that is offered to somebody else already. What an offer writes stands in
//! [`crate::store::handovers`].

use super::{Follow, Purpose};
use crate::domain::text::first_name;
use crate::protocol::command::Intention;
use crate::protocol::context::Context;
use crate::store::handovers::{HandoverWrite, OpenOffer, People};
use crate::store::queue::{Item, QueueRow};

/// What the window of a handover knows.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Give {
    people: People,
    /// What the next Enter goes on with: this name, typed so, was told of, and the offer that it replaces.
    told: Option<(String, Option<i64>)>,
}

/// What is said where it is not read which rows are meant.
const WHICH: &str = "Which is not read: a or day is all of today that you keep. Empty is this row.";

/// What is said of words that were typed for a colleague.
const NO_WORDS: &str = " An enquiry keeps no words: say them yourself.";

/// The rows of a day that is handed on.
#[derive(Debug, Clone, Default)]
pub struct Day {
    /// What is offered, each once.
    mine: Vec<Item>,
    /// The cases that are locked, by their numbers: nothing is written to them, so they stay.
    locked: Vec<String>,
}

impl Day {
    /// One more row that is listed.
    pub fn add(&mut self, row: &QueueRow) {
        if row.is_locked() {
            self.locked.extend(row.reference.map(|r| r.to_string()));
        } else if !self.mine.contains(&row.item) {
            self.mine.push(row.item);
        }
    }

    /// What stays, in words.
    fn stays(&self) -> String {
        match self.locked.as_slice() {
            [] => String::new(),
            [one] => format!(" {one} is locked and stays."),
            more => format!(" {} cases are locked and stay.", more.len()),
        }
    }
}

/// What stands for the day, or for one row: any beginning that is of one of the two only.
const DAY: [&str; 7] = [
    "all of today that i keep",
    "all rows of today that you keep",
    "day",
    "the day",
    "the whole day",
    "today",
    "whole day",
];
const ROW: [&str; 3] = ["row", "the row", "this row"];

/// Whether the whole day is meant, or this row; none where it is not read.
pub(super) fn is_the_day(typed: &str) -> Option<bool> {
    let typed = typed.trim().to_lowercase();
    let begins = |all: &[&str]| all.iter().any(|words| words.starts_with(&typed));
    match (begins(&DAY), begins(&ROW)) {
        _ if typed.is_empty() => Some(false),
        (day, row) if day != row => Some(day),
        _ => None,
    }
}

/// Whom a typed name means.
pub(super) enum Named {
    /// Nothing is typed.
    Nobody,
    /// This colleague.
    One(String),
    /// Any of these.
    Several(Vec<String>),
    /// Nobody who is known: as typed.
    Unknown(String),
}

impl Give {
    /// The colleagues of this person have come.
    pub(super) fn hear(&mut self, people: &People, own: &str) {
        self.people = people.clone();
        self.people.names.retain(|name| !name.eq_ignore_ascii_case(own));
    }

    /// A colleague by the whole name, or by the first letters of any of its words.
    pub(super) fn named(&self, typed: &str) -> Named {
        let typed = typed.trim();
        if typed.is_empty() {
            return Named::Nobody;
        }
        let lower = typed.to_lowercase();
        let whole = |name: &&String| name.to_lowercase() == lower;
        let begins = |name: &&String| {
            let name = name.to_lowercase();
            name.starts_with(&lower) || name.split_whitespace().any(|word| word.starts_with(&lower))
        };
        if let Some(name) = self.people.names.iter().find(whole) {
            return Named::One(name.clone());
        }
        let found: Vec<String> = self.people.names.iter().filter(begins).cloned().collect();
        match found.len() {
            0 => Named::Unknown(typed.to_owned()),
            1 => found.into_iter().next().map_or(Named::Nobody, Named::One),
            _ => Named::Several(found),
        }
    }

    /// The words beside the name.
    pub(super) fn reading(&self, typed: &str) -> String {
        match self.named(typed) {
            Named::Nobody if self.people.names.is_empty() => "nobody else has worked here yet".to_owned(),
            Named::Nobody => self.people.names.join(", "),
            Named::One(name) => name,
            Named::Several(names) => names.join(", "),
            Named::Unknown(_) => "~ nobody here of that name".to_owned(),
        }
    }

    /// What is offered of this already and not accepted.
    pub(super) fn offered(&self, item: Item) -> Option<&OpenOffer> {
        self.people.offered.iter().find(|offer| offer.item == item)
    }

    /// The colleague a name means; or what is told first. The second Enter on the same goes on.
    pub(super) fn to(&mut self, typed: &str, row: Option<(Item, &str)>) -> Result<String, String> {
        let (name, known) = match self.named(typed) {
            Named::Nobody => return Err("A colleague's name is wanted. Esc closes.".to_owned()),
            Named::Several(names) => {
                let (first, more) = (names.first().cloned().unwrap_or_default(), names.len() - 1);
                let more = if more == 1 { "one more begins" } else { "others begin" };
                return Err(format!("{first} and {more} like that. A few letters more."));
            }
            Named::One(name) => (name, true),
            Named::Unknown(name) => (name, false),
        };
        let offered = row.and_then(|(item, said)| Some((self.offered(item)?, said)));
        let again = Some((name.clone(), offered.map(|(offer, _)| offer.id)));
        if self.told == again {
            return Ok(name);
        }
        let told = match offered {
            Some((offer, said)) => {
                let who = if known { "" } else { ", who is not known here" };
                format!(
                    "{said} is offered to {} already. Enter again: to {name}{who}.",
                    first_name(&offer.to)
                )
            }
            None if !known => format!("Nobody here is called {name}. Enter again hands it to that name."),
            None => return Ok(name),
        };
        self.told = again;
        Err(told)
    }
}

impl Follow {
    /// Hands the row over, or all that this person keeps; what is offered to somebody else already stays with them.
    pub(super) fn hand_over(
        &mut self,
        typed: &str,
        context: &Context,
    ) -> Result<(Vec<Intention>, String), String> {
        let all = is_the_day(&self.editor.text(1)).ok_or(WHICH)?;
        let said = self.target.reference.map(|r| r.to_string()).unwrap_or_default();
        let row = (!all).then_some((self.target.item, said.as_str()));
        let words = self.editor.text(2);
        let Purpose::Give(give) = &mut self.editor.purpose else { return Err(String::new()) };
        let to = give.to(typed, row)?;
        let mut items = if all { self.day.mine.clone() } else { vec![self.target.item] };
        let mine = items.len();
        if all {
            items.retain(|item| give.offered(*item).is_none());
        }
        let stay = match mine - items.len() {
            0 => String::new(),
            n => format!(" {n} offered before."),
        };
        let locked = if all { self.day.stays() } else { String::new() };
        let said = match items.len() {
            0 if mine > 0 => {
                return Err("All of them are offered already. Empty hands on this row.".to_owned());
            }
            0 => return Err(format!("No row of today is yours to hand over.{locked}")),
            n if !locked.is_empty() => {
                let rows = if n == 1 { "row" } else { "rows" };
                format!("Handed to {to}: {n} {rows}.{stay}{locked}")
            }
            1 => format!("Handed to {to}. It stays here until it is accepted.{stay}"),
            n => format!("{n} rows handed to {to}. They stay until they are accepted.{stay}"),
        };
        let an_enquiry = items.iter().any(|item| matches!(item, Item::Enquiry(_)));
        let unkept = if an_enquiry && !words.trim().is_empty() { NO_WORDS } else { "" };
        let offer = |item| {
            let (to, words) = (to.as_str().into(), words.clone());
            let instead = give.offered(item).map(|offer| offer.id);
            Intention::Handover(HandoverWrite::Offer { id: context.id(), item, to, words, instead })
        };
        Ok((items.into_iter().map(offer).collect(), said + unkept))
    }
}
