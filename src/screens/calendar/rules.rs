//! What a case brings to the calendar: its notice, its 30 days, its light, its holds.
//!
//! A time that breaks a rule gets an `x` and a reason and can be chosen all the same. What the parties said of
//! when a meeting suits them is read from their words ([`crate::domain::suits`]).

use chrono::NaiveDate;

use crate::domain::booking::{self, thirty_days_end};
use crate::domain::deadline::{NOTICE_WORKING_DAYS, earliest_with_notice, notice_given};
use crate::domain::queue::BookingState;
use crate::domain::slot::{Slot, Wish};
use crate::domain::suits::Suits;
use crate::domain::typed_day::short_day;
use crate::domain::working_days::WorkingDays;
use crate::store::calendar::Booking;
use crate::store::cases::CasePage;

/// Which rule a day breaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Breaks {
    /// Fewer than five clear working days.
    Notice,
    /// After the 30 days.
    Clock,
    /// A party said it does not suit them.
    Party(&'static str),
}

impl Breaks {
    /// One word, for the month.
    pub(super) fn word(self) -> &'static str {
        match self {
            Self::Notice => "notice",
            Self::Clock => "clock",
            Self::Party(who) => who,
        }
    }
}

/// The rules of a case on a day.
pub(super) struct Rules<'a> {
    pub(super) page: &'a CasePage,
    pub(super) today: NaiveDate,
    law: WorkingDays,
    noticed: NaiveDate,
    until: Option<NaiveDate>,
    /// What the finder looks for.
    pub(super) wish: Wish,
}

impl<'a> Rules<'a> {
    pub(super) fn of(page: &'a CasePage, today: NaiveDate) -> Self {
        let law = page.office.for_law();
        let noticed = earliest_with_notice(today, &law);
        let until = thirty_days_end(&page.facts);
        Self { page, today, law, noticed, until, wish: page.wish(today) }
    }

    /// The rule that an hour breaks: of its day, or what a party said.
    pub(super) fn breaks_at(&self, day: NaiveDate, hour: i64) -> Option<Breaks> {
        let slot = Slot { day, start: hour, length: 4 };
        self.breaks(day).or_else(|| {
            let (party, _) = self.wish.against(slot)?;
            self.wish.parties.get(party).map(|(who, _)| Breaks::Party(who))
        })
    }

    /// The party that cannot on a day, whatever the hour.
    pub(super) fn party_against(&self, day: NaiveDate) -> Option<&'static str> {
        let against = |(_, suits): &&(&str, Suits)| suits.against_day(day).is_some();
        self.wish.parties.iter().find(against).map(|(who, _)| *who)
    }

    /// What is against the chosen time: `The family said: not Wed.`
    pub(super) fn against_words(&self, slot: Slot) -> Option<String> {
        let (party, said) = self.wish.against(slot)?;
        let (who, suits) = self.wish.parties.get(party)?;
        Some(format!("x  Does not suit the {who}: {}.", suits.when.get(said)?.words()))
    }

    /// The rule that a day breaks.
    pub(super) fn breaks(&self, day: NaiveDate) -> Option<Breaks> {
        if day < self.noticed {
            Some(Breaks::Notice)
        } else if self.until.is_some_and(|until| day > until) {
            Some(Breaks::Clock)
        } else {
            self.party_against(day).map(Breaks::Party)
        }
    }

    /// The bank holidays without the office's own closed days.
    pub(super) fn law(&self) -> &WorkingDays {
        &self.law
    }

    /// Clear working days before a day.
    pub(super) fn clear_days(&self, day: NaiveDate) -> i64 {
        notice_given(self.today, day, &self.law)
    }

    /// `6 clear working days (5 needed).   Inside the 30 days.`
    pub(super) fn notice_words(&self, day: NaiveDate) -> String {
        let clear = self.clear_days(day);
        let s = if clear == 1 { "" } else { "s" };
        let clock = match self.until {
            Some(until) if day > until => "   After the 30 days.",
            Some(_) => "   Inside the 30 days.",
            None => "",
        };
        format!("Notice: {clear} clear working day{s} ({NOTICE_WORKING_DAYS} needed).{clock}")
    }

    /// `end Wed 16 Dec - this date is inside`.
    pub(super) fn clock_words(&self, day: NaiveDate) -> String {
        match self.until {
            Some(until) => {
                let inside = if day > until { "after them" } else { "inside" };
                format!("end {} - this date is {inside}", short_day(until))
            }
            None => "begin when the LA has been told".to_owned(),
        }
    }

    /// The last of the 30 days.
    pub(super) fn until(&self) -> Option<NaiveDate> {
        self.until
    }

    /// `not Wed; after 10:00`, of the family; of others with who said it.
    pub(super) fn suits(&self) -> String {
        let said = self.wish.parties.iter().map(|(who, suits)| (*who, suits.words()));
        let said = said.filter(|(_, words)| !words.is_empty());
        let each = said.map(|(who, words)| if who == "family" { words } else { format!("{who}: {words}") });
        each.collect::<Vec<_>>().join("; ")
    }

    /// The light is on.
    pub(super) fn is_lit(&self) -> bool {
        self.page.facts.missing().is_empty()
    }

    /// `To book, the LA still has to say yes.`, or that the light is on.
    pub(super) fn light_words(&self) -> String {
        match self.page.facts.missing().first() {
            None => "Everybody needed is willing: F9 books.".to_owned(),
            Some(missing) => format!("To book: {}", missing.sentence()),
        }
    }

    /// Until when a hold placed today stands.
    pub(super) fn hold_until(&self) -> NaiveDate {
        booking::hold_until(self.today, &self.page.office)
    }
}

/// The holds among the dates of a case that stand today, soonest first.
pub(super) fn holds(bookings: &[Booking], today: NaiveDate) -> Vec<&Booking> {
    let stands =
        |b: &&Booking| b.state == BookingState::Held && b.held_until.is_none_or(|until| until >= today);
    let mut holds: Vec<&Booking> = bookings.iter().filter(stands).collect();
    holds.sort_by_key(|b| (b.slot, b.id));
    holds
}

/// The hold at a time: the one that begins then, or else one that touches it.
pub(super) fn hold_at(bookings: &[Booking], slot: Slot, today: NaiveDate) -> Option<&Booking> {
    let holds = holds(bookings, today);
    let exact = holds.iter().find(|b| (b.slot.day, b.slot.start) == (slot.day, slot.start));
    exact.or_else(|| holds.iter().find(|b| b.slot.overlaps(slot))).copied()
}
