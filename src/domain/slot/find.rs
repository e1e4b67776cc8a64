//! The finder: the best six times for a case, and how much room the 30 days leave.
//!
//! Every start of every day is judged once: a hard rule says no with its reason, a soft one is a mark the time
//! carries. Who asks for what was read from words before ([`crate::domain::suits`]). Rooms and travel are
//! absent. Nothing here reads a file, so the finder costs no query for a day or a cell.
//!
//! 1. A time is left out where the office is closed, it is past, the case has another date, a party cannot, or
//!    nobody who may act for the case is free.
//! 2. A time carries a mark: under five clear working days' notice, after the 30 days, or of its mediator:
//!    another area, as many meetings that week as they take, no BSL, not that way of meeting.
//! 3. Of the mediators free at a time the one with fewest marks is named, then the one with fewest meetings that
//!    week, those just offered counted, then by name.
//! 4. Up to six are offered: fewest marks first, then days not offered yet, then the earliest, at most one in a
//!    morning and one in an afternoon of a day. They are shown by marks, then by time.
//! 5. Every start before the last one offered has a reason: why it is out, its marks, or another of its half day.
//! 6. The room is the count of starts without a mark until the end of the 30 days, and of their days.
//! 7. What would open most is the one thing said, or the one mark, without which the room is greatest.

use chrono::{Days, NaiveDate};

use super::offer::GRID;
use super::room::Room;
use super::{Diary, LONGEST, Mediator, SHORTEST, Slot, slot_bits};
use crate::domain::deadline::earliest_with_notice;
use crate::domain::suits::{How, Suits};

/// How many times are offered.
pub const OFFERS: usize = 6;
/// The end of the morning.
const NOON: i64 = 48;

/// What is looked for.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Wish {
    /// Of the meeting, in quarter hours.
    pub length: i64,
    /// The parties a booking waits for, each with what it said.
    pub parties: Vec<(&'static str, Suits)>,
    /// The area of the case, as typed.
    pub area: String,
    /// Somebody needs British Sign Language.
    pub bsl: bool,
    /// The last of the 30 days.
    pub until: Option<NaiveDate>,
}

impl Wish {
    /// How they want to meet: what the first of them said who said anything.
    pub fn how(&self) -> Option<How> {
        self.parties.iter().find_map(|(_, suits)| suits.how)
    }

    /// Who is against a time, and what they said.
    pub fn against(&self, slot: Slot) -> Option<(usize, usize)> {
        self.against_but(slot, None)
    }

    pub(super) fn against_but(&self, slot: Slot, but: Option<(usize, usize)>) -> Option<(usize, usize)> {
        let all = self.parties.iter().enumerate().flat_map(|(party, (_, suits))| {
            suits.when.iter().enumerate().map(move |(at, when)| ((party, at), when))
        });
        all.filter(|(at, _)| Some(*at) != but).find(|(_, when)| when.closes(slot)).map(|(at, _)| at)
    }
}

/// Rule 2: what a time can be marked with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Soft {
    /// After the 30 days.
    Clock,
    /// Under five clear working days.
    Notice,
    /// The mediator works in other areas.
    Area,
    /// The mediator has as many meetings that week as they take.
    Week,
    /// The mediator does not sign.
    Bsl,
    /// The mediator does not meet that way.
    How,
}

impl Soft {
    pub(super) const ALL: [Self; 6] =
        [Self::Clock, Self::Notice, Self::Area, Self::Week, Self::Bsl, Self::How];

    /// One or two words beside a time.
    pub fn word(self) -> &'static str {
        match self {
            Self::Clock => "30 days",
            Self::Notice => "notice",
            Self::Area => "area",
            Self::Week => "week full",
            Self::Bsl => "no BSL",
            Self::How => "how",
        }
    }
}

/// Rule 1: why a time is out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Out {
    /// The office is closed: the name of the day, empty at a weekend.
    Closed(String),
    /// It has begun, or is over, or ends after closing.
    Past,
    /// The case has another date then.
    OwnDate,
    /// A party cannot: which party, and which thing it said, by their places in the wish.
    Party(usize, usize),
    /// Nobody is free.
    Nobody,
}

/// A time that is offered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Offer {
    /// When.
    pub slot: Slot,
    /// With whom.
    pub mediator: i64,
    /// The mediator's name.
    pub name: String,
    /// Its marks.
    pub marks: Vec<Soft>,
}

/// What was found.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Found {
    /// Up to six.
    pub offers: Vec<Offer>,
    /// Why earlier ones are not among them, each in a few words with its reason behind.
    pub left_out: Vec<String>,
    /// How much room there is; none while the end of the 30 days is not known.
    pub room: Option<Room>,
}

/// A day, looked at once.
pub(super) struct Looked<'a> {
    pub(super) day: NaiveDate,
    /// What a slot for the case may touch.
    pub(super) allowed: u128,
    pub(super) marks: Vec<Soft>,
    /// Who can act, with the quarter hours that are theirs, their marks and their meetings that week.
    pub(super) free: Vec<(&'a Mediator, u128, Vec<Soft>, usize)>,
}

impl Diary {
    /// Rules 1 to 7, from now on.
    pub fn find(&self, wish: &Wish) -> Found {
        let days = self.look(wish);
        let mut judged: Vec<(Slot, Vec<Soft>)> = Vec::new();
        for looked in &days {
            for start in self.grid(wish.length) {
                let slot = Slot { day: looked.day, start, length: wish.length };
                if let Ok(marks) = self.judge(wish, looked, slot, None) {
                    judged.push((slot, marks));
                }
            }
        }
        let offers = Self::best(&days, judged);
        let left_out = self.left_out(wish, &days, &offers);
        Found { offers, left_out, room: self.room_of(wish, &days) }
    }

    /// Who could take a meeting at a time, best first: rule 3, for all of them.
    pub fn who(&self, wish: &Wish, slot: Slot) -> Vec<Offer> {
        let wish = &Wish { length: slot.length, ..wish.clone() };
        let looked = self.look_at(wish, slot.day, &self.elsewhere(wish));
        let wanted = slot_bits(slot);
        if looked.allowed & wanted != wanted {
            return Vec::new();
        }
        let mut free: Vec<_> = looked.free.iter().filter(|(_, spare, ..)| spare & wanted == wanted).collect();
        free.sort_by_key(|(m, _, marks, meetings)| (marks.len(), *meetings, &m.name, m.id));
        let offers = free.into_iter().take(OFFERS).map(|(m, _, marks, _)| Offer {
            slot,
            mediator: m.id,
            name: m.name.clone(),
            marks: marks.clone(),
        });
        offers.collect()
    }

    /// The starts of a day.
    pub(super) fn grid(&self, length: i64) -> impl Iterator<Item = i64> + use<> {
        let last = self.hours.closes - length;
        let first = (self.hours.opens + GRID - 1) / GRID * GRID;
        (first..=last).step_by(GRID as usize)
    }

    pub(super) fn look(&self, wish: &Wish) -> Vec<Looked<'_>> {
        let first = self.today.max(self.range.0);
        let elsewhere = self.elsewhere(wish);
        let days = first.iter_days().take_while(|day| *day <= self.range.1);
        days.map(|day| self.look_at(wish, day, &elsewhere)).collect()
    }

    /// The mediators who work in other areas: the same on every day.
    fn elsewhere(&self, wish: &Wish) -> Vec<i64> {
        self.mediators.iter().filter(|m| !m.covers(&wish.area)).map(|m| m.id).collect()
    }

    fn look_at(&self, wish: &Wish, day: NaiveDate, elsewhere: &[i64]) -> Looked<'_> {
        let allowed = if (SHORTEST..=LONGEST).contains(&wish.length) { self.allowed(day) } else { 0 };
        let mut marks = Vec::new();
        if wish.until.is_some_and(|until| day > until) {
            marks.push(Soft::Clock);
        }
        // Counted once a day: the law's own days, without the office's.
        if day < self.noticed() {
            marks.push(Soft::Notice);
        }
        let all = self.mediators.iter().filter(|m| allowed != 0 && self.can_act(m));
        let free = all.map(|m| {
            let meetings = self.meetings_that_week(m.id, day);
            let on = |soft: Soft, is: bool| is.then_some(soft);
            let full = self.is_full(m, day);
            let how = wish.how().is_some_and(|how| !m.offers_to_meet(how.word()));
            let marks = [
                on(Soft::Area, elsewhere.contains(&m.id)),
                on(Soft::Week, full),
                on(Soft::Bsl, wish.bsl && !m.signs()),
                on(Soft::How, how),
            ];
            (m, self.spare(m, day), marks.into_iter().flatten().collect(), meetings)
        });
        let free = free.collect();
        Looked { day, allowed, marks, free }
    }

    /// A mediator has as many meetings in the week of a day as they take.
    pub fn is_full(&self, mediator: &Mediator, day: NaiveDate) -> bool {
        mediator.per_week > 0 && self.meetings_that_week(mediator.id, day) as i64 >= mediator.per_week
    }

    /// The first day with five clear working days before it.
    pub fn noticed(&self) -> NaiveDate {
        earliest_with_notice(self.today, &self.days.for_law())
    }

    /// Rules 1 and 2: out, or the marks of the mediator who has fewest.
    pub(super) fn judge(
        &self,
        wish: &Wish,
        looked: &Looked<'_>,
        slot: Slot,
        but: Option<(usize, usize)>,
    ) -> Result<Vec<Soft>, Out> {
        let wanted = slot_bits(slot);
        if !self.is_open(slot.day) {
            return Err(Out::Closed(self.days.closed(slot.day).unwrap_or_default().to_owned()));
        }
        if looked.allowed & wanted != wanted {
            let own = self.taken_on(slot.day).iter();
            let own = own.clone().any(|t| Some(t.case) == self.case && t.slot.overlaps(slot));
            return Err(if own { Out::OwnDate } else { Out::Past });
        }
        if let Some((party, said)) = wish.against_but(slot, but) {
            return Err(Out::Party(party, said));
        }
        let free = looked.free.iter().filter(|(_, spare, ..)| spare & wanted == wanted);
        let fewest = free.map(|(_, _, marks, _)| marks).min_by_key(|marks| marks.len());
        let fewest = fewest.ok_or(Out::Nobody)?;
        Ok(looked.marks.iter().chain(fewest).copied().collect())
    }

    /// Rule 4.
    fn best(days: &[Looked<'_>], mut judged: Vec<(Slot, Vec<Soft>)>) -> Vec<Offer> {
        let half = |slot: Slot| (slot.day, slot.start >= NOON);
        judged.sort_by_key(|(slot, marks)| (marks.len(), *slot));
        let mut chosen: Vec<(Slot, Vec<Soft>)> = Vec::with_capacity(OFFERS);
        while chosen.len() < OFFERS {
            let next = judged
                .iter()
                .filter(|(slot, _)| chosen.iter().all(|(other, _)| half(*other) != half(*slot)))
                .min_by_key(|(slot, marks)| {
                    (marks.len(), chosen.iter().any(|(other, _)| other.day == slot.day), *slot)
                });
            let Some(next) = next else { break };
            chosen.push(next.clone());
        }
        chosen.sort_by_key(|(slot, marks)| (marks.len(), *slot));
        let mut offers: Vec<Offer> = Vec::with_capacity(chosen.len());
        for (slot, _) in chosen {
            let Some(looked) = days.iter().find(|looked| looked.day == slot.day) else { continue };
            if let Some(offer) = Self::named(looked, slot, &offers) {
                offers.push(offer);
            }
        }
        offers
    }

    /// Rule 3.
    fn named(looked: &Looked<'_>, slot: Slot, offered: &[Offer]) -> Option<Offer> {
        let wanted = slot_bits(slot);
        let (monday, sunday) = super::week_of(slot.day);
        let free = looked.free.iter().filter(|(_, spare, ..)| spare & wanted == wanted);
        let (mediator, _, marks, _) = free.min_by_key(|(m, _, marks, meetings)| {
            let just =
                offered.iter().filter(|o| o.mediator == m.id && (monday..=sunday).contains(&o.slot.day));
            (marks.len(), meetings + just.count(), &m.name, m.id)
        })?;
        let marks = looked.marks.iter().chain(marks).copied().collect();
        Some(Offer { slot, mediator: mediator.id, name: mediator.name.clone(), marks })
    }
}

/// The day after.
pub(super) fn after(day: NaiveDate) -> NaiveDate {
    day.checked_add_days(Days::new(1)).unwrap_or(day)
}
