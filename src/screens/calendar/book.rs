//! The Book window: the date, who has said yes, what is warned of, who was told it just now.
//!
//! With the light on F9 books; with the light out the same window names what is missing and F9 holds. A warning
//! is a sentence and stops nobody. Where a date is moved, nobody can have been told
//! yet: of the ticks only the family's agreement to short notice is there.

mod view;

use chrono::NaiveDate;

use crate::domain::booking::{self, Told, may_book, may_hold};
use crate::domain::deadline::{NOTICE_WORKING_DAYS, notice_given};
use crate::domain::queue::BookingState;
use crate::domain::refusal::Refusal;
use crate::domain::slot::Slot;
use crate::protocol::action::Action;
use crate::store::calendar::{Booking, CalendarWrite, Format};
use crate::store::cases::CasePage;

/// What can be ticked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Tick {
    /// The family knows the date.
    Family,
    /// The other side knows the date.
    OtherSide,
    /// The family agreed to less than five clear working days.
    ShortNotice,
}

/// What a key did to the window.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum After {
    /// It is still open.
    Open,
    /// Closed with Esc.
    Closed,
    /// F9.
    Send,
}

/// The window.
#[derive(Debug, Clone)]
pub(super) struct Book {
    slot: Slot,
    mediator: i64,
    /// The hold of the case that becomes the booking.
    held: Option<Booking>,
    /// The booking that is moved.
    moved: Option<Booking>,
    format: Format,
    told: Told,
    short_notice: bool,
    ticks: Vec<Tick>,
    at: usize,
    /// Why it cannot be booked, if it cannot.
    refusal: Option<Refusal>,
    /// F9 holds.
    holds: bool,
}

impl Book {
    /// For a time with a mediator; out of a hold, or to move a booking.
    pub(super) fn new(
        page: &CasePage,
        slot: Slot,
        mediator: i64,
        held: Option<&Booking>,
        moved: Option<&Booking>,
        today: NaiveDate,
    ) -> Self {
        let has_needs = page.parties.iter().any(|p| !p.contact.needs.trim().is_empty());
        let before = held.or(moved).map(|b| b.format).filter(|f| *f != Format::NotDecided);
        let mut book = Self {
            slot,
            mediator,
            held: held.cloned(),
            moved: moved.cloned(),
            format: before.unwrap_or(Format::Online),
            told: Told { has_needs, ..Told::default() },
            short_notice: false,
            ticks: Vec::new(),
            at: 0,
            refusal: None,
            holds: false,
        };
        book.look_again(page, today);
        book
    }

    /// The case may have changed: what can be ticked and what F9 does.
    pub(super) fn look_again(&mut self, page: &CasePage, today: NaiveDate) {
        let moving = self.moved.as_ref().map(|b| b.id);
        let may = may_book(&page.facts, moving, today, &page.office);
        let could_hold = moving.is_none() && self.held.is_none() && may_hold(&page.facts, today).is_ok();
        self.holds = may.is_err() && could_hold;
        self.refusal = match may {
            Err(Refusal::NotReady { missing, .. }) if !self.holds => {
                Some(Refusal::NotReady { missing, hold_until: None })
            }
            other => other.err(),
        };
        self.ticks.clear();
        if self.refusal.is_none() && !self.is_given() && !self.moves_a_hold() {
            if moving.is_none() {
                self.ticks.extend([Tick::Family, Tick::OtherSide]);
            }
            let law = page.office.for_law();
            if notice_given(today, self.slot.day, &law) < i64::from(NOTICE_WORKING_DAYS) {
                self.ticks.push(Tick::ShortNotice);
            }
        }
        self.at = self.at.min(self.ticks.len().saturating_sub(1));
    }

    /// The word of F9; empty where nothing can be done.
    pub(super) fn step_word(&self) -> &'static str {
        match (&self.refusal, &self.moved) {
            (Some(_), _) if self.holds => "Hold",
            (Some(_), _) => "",
            (None, Some(_)) if self.is_given() => "Give",
            (None, Some(_)) => "Move",
            (None, None) => "Book",
        }
    }

    /// The meeting stays where it is and gets another mediator.
    pub(super) fn is_given(&self) -> bool {
        self.moved.as_ref().is_some_and(|b| b.slot == self.slot && b.mediator != self.mediator)
    }

    /// A hold is moved: it stands anew, and nobody is told of it.
    fn moves_a_hold(&self) -> bool {
        self.moved.as_ref().is_some_and(|b| b.state == BookingState::Held)
    }

    pub(super) fn holds(&self) -> bool {
        self.holds
    }

    pub(super) fn held(&self) -> Option<i64> {
        self.held.as_ref().map(|b| b.id)
    }

    pub(super) fn format(&self) -> Format {
        self.format
    }

    pub(super) fn slot(&self) -> Slot {
        self.slot
    }

    /// There is something to tick.
    pub(super) fn has_ticks(&self) -> bool {
        !self.ticks.is_empty()
    }

    fn chosen_tick(&self) -> Option<Tick> {
        self.ticks.get(self.at).copied()
    }

    fn is_ticked(&self, tick: Tick) -> bool {
        match tick {
            Tick::Family => self.told.family,
            Tick::OtherSide => self.told.other_side,
            Tick::ShortNotice => self.short_notice,
        }
    }

    /// A key.
    pub(super) fn act(&mut self, action: &Action) -> After {
        let last = self.ticks.len().saturating_sub(1);
        match action {
            Action::Esc | Action::StepBack => return After::Closed,
            Action::NextStep => return After::Send,
            Action::Up => self.at = self.at.saturating_sub(1),
            Action::Down => self.at = (self.at + 1).min(last),
            Action::NextBox => self.at = if self.at == last { 0 } else { self.at + 1 },
            Action::Tick | Action::Open => match self.chosen_tick() {
                Some(Tick::Family) => self.told.family = !self.told.family,
                Some(Tick::OtherSide) => self.told.other_side = !self.told.other_side,
                Some(Tick::ShortNotice) => self.short_notice = !self.short_notice,
                None => {}
            },
            Action::Left if self.moved.is_none() => self.turn_format(false),
            Action::Right if self.moved.is_none() => self.turn_format(true),
            _ => {}
        }
        After::Open
    }

    fn turn_format(&mut self, on: bool) {
        let all = Format::ALL;
        let at = all.iter().position(|f| *f == self.format).unwrap_or(0);
        let next = if on { at + 1 } else { at + all.len() - 1 };
        self.format = all[next % all.len()];
    }

    /// The intention, under this key.
    pub(super) fn write(&self, case: i64, moving: Option<i64>, id: i64) -> CalendarWrite {
        let (slot, mediator) = (self.slot, Some(self.mediator));
        match moving {
            Some(booking) => CalendarWrite::Move {
                booking,
                new: id,
                slot,
                mediator,
                short_notice_agreed: self.short_notice,
            },
            None => CalendarWrite::Book {
                booking: id,
                case,
                mediator,
                slot,
                format: self.format,
                short_notice_agreed: self.short_notice,
                told_family: self.told.family,
                told_other_side: self.told.other_side,
            },
        }
    }

    /// What is promised with it, in words.
    fn promised(&self, page: &CasePage, today: NaiveDate) -> Vec<String> {
        use crate::domain::queue::StepKind;
        use crate::domain::typed_day::short_day;
        if self.is_given() {
            return vec!["tell mediator (today)".to_owned(), "tell everyone who mediates (today)".to_owned()];
        }
        booking::promised(self.slot.day, self.told, today, &page.office)
            .into_iter()
            .map(|(what, day)| {
                let when = if day == today { "today".to_owned() } else { short_day(day) };
                let what = match what {
                    StepKind::TellOtherSideDate => "tell other side",
                    StepKind::TellFamilyDate => "tell family",
                    StepKind::TellMediator => "tell mediator",
                    StepKind::Remind => "remind everyone",
                    _ => "arrange what was asked for",
                };
                format!("{what} ({when})")
            })
            .collect()
    }
}
