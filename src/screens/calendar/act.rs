//! What the keys of the calendar do: choose, hold, let go, and open the Book window.
//!
//! What the rules refuse is refused here at once with its sentence; the file asks the same rules again.

use super::book::{After, Book};
use super::{Sent, State, choice, rules};
use crate::domain::booking::{may_book, may_hold};
use crate::domain::refusal::Refusal;
use crate::domain::slot::{Offer, Slot};
use crate::domain::typed_day::short_day;
use crate::protocol::action::Action;
use crate::protocol::command::Intention;
use crate::protocol::context::Context;
use crate::protocol::effect::Effect;
use crate::store::calendar::{CalendarWrite, Format};

fn refuse(words: &'static str) -> Vec<Effect> {
    vec![Effect::Refuse(Refusal::NothingHere(words))]
}

fn for_looking() -> Vec<Effect> {
    refuse("The calendar is for looking now. Open a case first (F3), then F7.")
}

impl State {
    /// The word of F9.
    pub(super) fn step_word(&self) -> &'static str {
        match (&self.book, &self.page) {
            (Some(book), _) => book.step_word(),
            _ if self.holidays => "",
            _ if self.month => "Week",
            (None, Some(_)) if self.replacing.is_some() && self.replacing == self.chosen => "Give",
            (None, Some(_)) if self.moving.is_some() => "Move",
            (None, Some(page)) if page.facts.missing().is_empty() => "Book",
            (None, Some(_)) => "Hold",
            (None, None) => "",
        }
    }

    pub(super) fn press(&mut self, action: &Action, context: &Context) -> Vec<Effect> {
        if self.holidays {
            self.holidays = false;
            return Vec::new();
        }
        if let Some(book) = &mut self.book {
            return match book.act(action) {
                After::Open => Vec::new(),
                After::Closed => {
                    self.book = None;
                    Vec::new()
                }
                After::Send => self.send(context),
            };
        }
        let Some(slot) = self.chosen else { return Vec::new() };
        if let Some(next) = self.moved(action, slot, context) {
            self.chosen = Some(Slot { length: self.length, ..next });
            self.wanted = None;
            return self.ask_further(context.today());
        }
        match action {
            Action::Month => self.month = !self.month,
            Action::FindTime => {
                self.finding = !self.finding;
                self.month = false;
            }
            Action::BankHolidays => self.holidays = true,
            Action::OneMediator => self.mediator = self.other_view(),
            Action::NextBox if self.mediator.is_some() => self.mediator = self.next_mediator(),
            Action::Number(n) => return self.choose_found(usize::from(*n), context),
            Action::Open | Action::NextStep if self.month => self.month = false,
            Action::Open if self.moving.is_none() => return self.hold(Format::Online, context),
            Action::Open | Action::NextStep => return self.open_book(context),
            Action::HoldNext => return self.hold_next(context),
            Action::LetGo => return self.let_go(context),
            Action::Calendar => return vec![Effect::Notice("This is the calendar.".to_owned())],
            _ => {}
        }
        Vec::new()
    }

    fn moved(&self, action: &Action, slot: Slot, context: &Context) -> Option<Slot> {
        let hours = self.diary.as_deref()?.hours;
        Some(match action {
            Action::Up if self.month => choice::by_week(slot, false),
            Action::Down if self.month => choice::by_week(slot, true),
            Action::Up => choice::by_hour(slot, false, hours),
            Action::Down => choice::by_hour(slot, true, hours),
            Action::Left => choice::by_day(slot, false),
            Action::Right => choice::by_day(slot, true),
            Action::PageUp if self.month => choice::by_month(slot, false),
            Action::PageDown if self.month => choice::by_month(slot, true),
            Action::PageUp => choice::by_week(slot, false),
            Action::PageDown => choice::by_week(slot, true),
            Action::First => Slot { start: hours.opens, ..slot },
            Action::Last => Slot { start: (hours.closes - self.length).max(hours.opens), ..slot },
            Action::HalfHour => choice::half(slot, hours),
            Action::ToToday => Slot { day: choice::weekday(context.today()), ..slot },
            _ => return None,
        })
    }

    /// All mediators, or the one who would be chosen.
    fn other_view(&self) -> Option<i64> {
        if self.mediator.is_some() {
            return None;
        }
        let (diary, slot) = (self.diary.as_deref()?, self.chosen?);
        let free = diary.free(slot);
        let first = free.first().copied().or_else(|| diary.mediators.iter().find(|m| m.working));
        self.wanted.or(first.map(|m| m.id))
    }

    fn next_mediator(&self) -> Option<i64> {
        let mediators = self.diary.as_deref()?.mediators.iter();
        let working: Vec<i64> = mediators.filter(|m| m.working).map(|m| m.id).collect();
        let at = working.iter().position(|id| Some(*id) == self.mediator).map_or(0, |at| at + 1);
        working.get(at).or(working.first()).copied()
    }

    fn choose_found(&mut self, number: usize, context: &Context) -> Vec<Effect> {
        // For a case they are found already, also where f has just put them away: a number is one of them.
        if !self.finding && self.case.is_none() {
            return refuse("f finds times first; then a number chooses one.");
        }
        self.finding = true;
        let Some(offer) = number.checked_sub(1).and_then(|at| self.found.offers.get(at)) else {
            return Vec::new();
        };
        self.chosen = Some(offer.slot);
        self.wanted = Some(offer.mediator);
        self.mediator = self.mediator.map(|_| offer.mediator);
        self.month = false;
        self.ask_further(context.today())
    }

    fn hold(&mut self, format: Format, context: &Context) -> Vec<Effect> {
        let today = context.today();
        let Some(case) = self.case else { return for_looking() };
        let (Some(page), Some(diary), Some(slot)) = (&self.page, &self.diary, self.chosen) else {
            return Vec::new();
        };
        if self.sent.is_some() {
            return Vec::new();
        }
        let here = rules::hold_at(&self.bookings, slot, today).filter(|b| b.slot.start == slot.start);
        if let Some(held) = here {
            let until = held.held_until.map(short_day).unwrap_or_default();
            return vec![Effect::Notice(format!("Held already, until {until}. x lets it go."))];
        }
        let mediator = match may_hold(&page.facts, today).and_then(|()| diary.choose(slot, self.with())) {
            Ok(mediator) => Some(mediator.id),
            Err(refusal) => return vec![Effect::Refuse(refusal)],
        };
        let booking = context.id();
        self.sent = Some(Sent::Hold(booking));
        let hold = CalendarWrite::Hold { booking, case, mediator, slot, format };
        vec![Effect::Do(Intention::Calendar(hold))]
    }

    /// Holds the chosen time; where it is held already, the next that was found.
    fn hold_next(&mut self, context: &Context) -> Vec<Effect> {
        if self.moving.is_some() {
            return refuse("A meeting is being moved. Enter moves it to the chosen time.");
        }
        let today = context.today();
        let Some(slot) = self.chosen else { return Vec::new() };
        let is_held = rules::hold_at(&self.bookings, slot, today).is_some();
        let held = rules::holds(&self.bookings, today);
        let free = |offer: &Offer| held.iter().all(|b| !b.slot.overlaps(offer.slot));
        let another_day = |offer: &Offer| held.iter().all(|b| b.slot.day != offer.slot.day);
        let offers = &self.found.offers;
        let next = offers.iter().position(another_day).or_else(|| offers.iter().position(free));
        if let Some(at) = next.filter(|_| is_held && self.finding) {
            let _ = self.choose_found(at + 1, context);
        }
        self.hold(Format::Online, context)
    }

    fn let_go(&mut self, context: &Context) -> Vec<Effect> {
        let Some(slot) = self.chosen.filter(|_| self.case.is_some()) else { return for_looking() };
        let Some(hold) = rules::hold_at(&self.bookings, slot, context.today()) else {
            return refuse("No hold of this case is at that time. Choose one, then x.");
        };
        let booking = hold.id;
        self.sent = Some(Sent::LetGo(booking));
        vec![Effect::Do(Intention::Calendar(CalendarWrite::LetGo { booking }))]
    }

    fn open_book(&mut self, context: &Context) -> Vec<Effect> {
        let today = context.today();
        if self.case.is_none() {
            return for_looking();
        }
        let (Some(page), Some(open), Some(slot)) = (&self.page, &self.open, self.chosen) else {
            return Vec::new();
        };
        match may_book(&page.facts, self.moving, today, &page.office) {
            Ok(()) | Err(Refusal::NotReady { .. }) => {}
            Err(refusal) => return vec![Effect::Refuse(refusal)],
        }
        let held = rules::holds(&self.bookings, today).into_iter().find(|b| b.slot == slot);
        let held = held.filter(|b| self.mediator.is_none_or(|m| m == b.mediator));
        let mediator = match (held, open.choose(slot, self.with())) {
            (Some(held), _) => held.mediator,
            (None, Ok(mediator)) => mediator.id,
            (None, Err(refusal)) => return vec![Effect::Refuse(refusal)],
        };
        if self.moved_meeting().is_some_and(|b| b.slot == slot && b.mediator == mediator) {
            return vec![Effect::Notice(
                "It stands at that time already. Choose another, then Enter.".to_owned(),
            )];
        }
        let moving = self.moving.and_then(|id| self.bookings.iter().find(|b| b.id == id));
        self.book = Some(Book::new(page, slot, mediator, held, moving, today));
        Vec::new()
    }

    /// F9 in the Book window: book, or move; or hold, where the light is out and the window says so.
    fn send(&mut self, context: &Context) -> Vec<Effect> {
        let today = context.today();
        let (Some(book), Some(page), Some(case)) = (&mut self.book, &self.page, self.case) else {
            return Vec::new();
        };
        if self.sent.is_some() {
            return Vec::new();
        }
        let says = book.step_word();
        book.look_again(page, today);
        if book.step_word() != says {
            // What F9 would do has changed under the person's hand: it is shown first.
            return Vec::new();
        }
        if book.holds() {
            let format = book.format();
            return self.hold(format, context);
        }
        if let Err(refusal) = may_book(&page.facts, self.moving, today, &page.office) {
            return vec![Effect::Refuse(refusal)];
        }
        let id = context.id();
        let id_of_it = book.held().unwrap_or(id);
        let write = book.write(case, self.moving, id_of_it);
        self.sent = Some(Sent::Book(id_of_it));
        vec![Effect::Do(Intention::Calendar(write))]
    }
}
