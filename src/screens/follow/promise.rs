//! A promise to ring back about a row: a day, and whom it is made to.
//!
//! Where the number of whoever is to be rung was said not to be safe, that stands over the lines as soon as it is known
//! whom the promise is to, and once more when it is kept. It refuses nothing: somebody may have promised to reach them
//! another way. Whose number that is the file says; nothing is asked of it where a page has the case already. A promise
//! that is kept before the file has answered is warned of as its row is.

use chrono::NaiveDateTime;

use super::{EditLine, Editor, Follow, Purpose, Reads, Target};
use crate::domain::promise::{Promised, read_promise};
use crate::domain::queue::CaseFacts;
use crate::domain::refusal::Refusal;
use crate::domain::text::Private;
use crate::domain::willingness::PartyKind;
use crate::domain::working_days::WorkingDays;
use crate::protocol::command::Intention;
use crate::protocol::context::Context;
use crate::store::cases::{CasePage, CaseWrite, Promisee};
use crate::store::queue::Item;
use crate::widgets::theme::Role;

/// What stands beside a promise that has no day.
const WHICH_DAY: &str = "~ which day? thu, +3, next week";
/// What is said of it, and where the words go.
const NO_DAY: &str = "Which day? Type it behind the words: thu, tomorrow pm, +3, next week.";
/// What is said once it is kept.
const DO_NOT_RING: &str = " DO NOT RING: not safe.";

/// Whose number in a case is not safe to ring.
#[derive(Debug, Clone, Default)]
pub(super) struct Warnings {
    /// The parties of the case; none before it is known.
    facts: Option<Box<CaseFacts>>,
    /// Of a party: what is said, with the number and without.
    of: Vec<(i64, Private, Private)>,
}

/// The words beside a promise.
pub(super) fn reading(text: &str, now: NaiveDateTime, office: &WorkingDays) -> String {
    read_promise(text, now, office).map_or_else(|| WHICH_DAY.to_owned(), Promised::words)
}

/// A party by its first letter or word.
fn read_kind(text: &str) -> Option<PartyKind> {
    let typed = text.trim().to_lowercase();
    PartyKind::ALL.into_iter().find(|kind| {
        !typed.is_empty()
            && (kind.code().starts_with(&typed) || kind.short().to_lowercase().starts_with(&typed))
    })
}

impl Follow {
    /// A promise about a row.
    ///
    /// # Errors
    /// The row is not about a case.
    pub fn promise(target: Target, now: NaiveDateTime) -> Result<Self, Refusal> {
        if !matches!(target.item, Item::Case(_)) {
            return Err(Refusal::NothingHere(
                "A promise is kept on a case. s moves the day of an enquiry or a call.",
            ));
        }
        let lines = vec![
            EditLine::new("When", "", "thu before noon, fri 2pm, +3, after 4 today. Enter keeps it.")
                .read_as(Reads::Purpose),
            EditLine::new("To", "", "f family, l LA, s school, p, h, o. Empty: whom the row is about.")
                .read_as(Reads::Choice(|text| read_kind(text).map(|kind| kind.short().to_owned()))),
        ];
        Ok(Self::new(target, Purpose::Promise(now), "Promise: I will ring", lines))
    }

    /// It is a promise: whom it may be to is in the page of its case.
    pub fn promises(&self) -> bool {
        matches!(self.editor.purpose, Purpose::Promise(_))
    }

    /// The page of a case has come.
    pub fn hear_case(&mut self, page: &CasePage) {
        if !self.promises() || self.target.item != Item::Case(page.head.id) {
            return;
        }
        let unsafe_ones = page.parties.iter().filter(|party| page.not_safe(party));
        let of = unsafe_ones.filter_map(|party| {
            let hidden = page.said_of(party)?.safety.warning("(hidden)", "")?;
            Some((party.facts.id, page.warned(party)?.into(), hidden.into()))
        });
        self.warnings = Warnings { of: of.collect(), facts: Some(Box::new(page.facts.clone())) };
        self.warn();
    }

    /// Whom it is made to, by what is typed so far.
    fn promisee(&self) -> Promisee {
        match (read_kind(&self.editor.text(1)), self.target.party) {
            (Some(kind), _) => Promisee::Kind(kind),
            (None, Some(party)) => Promisee::Party(party),
            (None, None) => Promisee::Family,
        }
    }

    /// The warning of whoever is to be rung.
    fn warning(&self) -> Option<&(i64, Private, Private)> {
        let to = self.promisee().party(self.warnings.facts.as_deref()?)?;
        self.warnings.of.iter().find(|(party, ..)| *party == to)
    }

    /// The case has not come yet: what its row says of whom it is about, where the promise is to nobody else.
    fn is_warned_of_by_row(&self) -> bool {
        self.target.not_safe && self.warnings.facts.is_none() && read_kind(&self.editor.text(1)).is_none()
    }

    /// It stands over the lines.
    pub(super) fn warn(&mut self) {
        if !self.promises() {
            return;
        }
        let warning = self.warning().cloned();
        let Editor { above, nameless, .. } = &mut self.editor;
        *above = warning.iter().map(|(_, words, _)| (words.clone(), Role::Attention)).collect();
        *nameless = None;
        if let Some((_, _, hidden)) = warning {
            let title = self.editor.title().clone();
            self.editor.nameless = Some((title, vec![(hidden, Role::Attention)]));
        }
    }

    /// What is written, and what is said then.
    ///
    /// # Errors
    /// What is said where there is no day, or no case.
    pub(super) fn write_promise(
        &self,
        typed: Private,
        context: &Context,
        office: &WorkingDays,
    ) -> Result<(Vec<Intention>, String), String> {
        let read = read_promise(&typed, context.local, office).ok_or(NO_DAY)?;
        let write = CaseWrite::Promise {
            case: self.case()?,
            step: context.id(),
            to: self.promisee(),
            day: read.day,
            part: read.part,
            words: typed,
        };
        let closed = office.closed(read.day).map(|name| format!(" Closed then: {name}."));
        let warned = if self.warning().is_some() || self.is_warned_of_by_row() { DO_NOT_RING } else { "" };
        let said = format!("Promised: {}.{warned}{}", read.words(), closed.unwrap_or_default());
        Ok((vec![Intention::Case(write)], said))
    }
}
