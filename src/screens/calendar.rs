//! The calendar: the week or the month, the times that are found, holding and booking for a case.
//!
//! A case brings its own rules to the grid; without one the calendar is for looking only. What is free is
//! asked of the file when the page opens and whenever another desk has written, and the chosen time never
//! moves by itself: only a refusal from the file, which says what is nearest, chooses that. Everything drawn
//! is computed from the diary that was read; nothing here knows a rule of its own.

mod act;
mod book;
mod choice;
mod finder;
mod lines;
mod month;
mod rules;
mod spoken;
mod week;

pub use spoken::{spoken_day, spoken_offer, spoken_time};

use chrono::{Days, NaiveDate};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use self::book::Book;
use self::rules::Rules;
use super::page::{Width, split_left};
use super::{Look, Screen};
use crate::domain::queue::BookingState;
use crate::domain::refusal::Refusal;
use crate::domain::slot::{Diary, Found, LONGEST, SHORTEST, Slot, USUAL_LENGTH, Wish, week_of};
use crate::domain::typed_day::short_day;
use crate::protocol::action::Action;
use crate::protocol::answer::Answer;
use crate::protocol::command::Question;
use crate::protocol::context::Context;
use crate::protocol::effect::Effect;
use crate::protocol::keys::Spot;
use crate::store::calendar::{Booking, DIARY_WEEKS};
use crate::store::cases::CasePage;
use crate::store::office::setting;

/// What was sent and is not answered yet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Sent {
    /// A hold, by its own key.
    Hold(i64),
    /// A booking, or a move, by its own key: then this page is done with.
    Book(i64),
    /// A hold that is let go.
    LetGo(i64),
}

/// The calendar.
#[derive(Debug, Clone)]
#[allow(clippy::struct_excessive_bools, reason = "each is a part of the page that is shown or not")]
pub struct State {
    case: Option<i64>,
    /// The booking that is being moved.
    moving: Option<i64>,
    /// For this mediator alone.
    mediator: Option<i64>,
    finding: bool,
    month: bool,
    /// The list of closed days is shown.
    holidays: bool,
    /// Of a meeting, in quarter hours.
    length: i64,
    diary: Option<Box<Diary>>,
    /// The same without what is this case's own and may be taken again.
    open: Option<Box<Diary>>,
    page: Option<Box<CasePage>>,
    bookings: Vec<Booking>,
    chosen: Option<Slot>,
    /// The mediator of the time that was found.
    wanted: Option<i64>,
    found: Found,
    book: Option<Book>,
    sent: Option<Sent>,
    /// The meeting that is moved has lost its mediator: its time, at which somebody else is looked for.
    replacing: Option<Slot>,
    /// The file said no: the nearest start is chosen when the diary comes.
    refused: bool,
}

impl State {
    /// For a case or for looking; with the finder open; for one mediator alone.
    pub fn new(case: Option<i64>, finder: bool, mediator: Option<i64>) -> Self {
        Self {
            case,
            moving: None,
            mediator,
            finding: finder,
            month: false,
            holidays: false,
            length: USUAL_LENGTH,
            diary: None,
            open: None,
            page: None,
            bookings: Vec::new(),
            chosen: None,
            wanted: None,
            found: Found::default(),
            book: None,
            sent: None,
            replacing: None,
            refused: false,
        }
    }

    /// The same, to move a booking of the case.
    #[must_use]
    pub fn moving(self, booking: Option<i64>) -> Self {
        Self { moving: booking, ..self }
    }

    /// What the case brings, once it is read.
    fn rules(&self, today: NaiveDate) -> Option<Rules<'_>> {
        self.page.as_deref().map(|page| Rules::of(page, today))
    }

    /// The mediator who is wanted at the chosen time: of the view, or of the time that was found.
    fn with(&self) -> Option<i64> {
        self.mediator.or(self.wanted)
    }

    /// What the grid, the finder and the windows show, asked afresh.
    fn ask(&self, today: NaiveDate) -> Vec<Effect> {
        let mut questions = vec![Question::Settings];
        if let Some(case) = self.case {
            questions.extend([Question::Case(case), Question::Bookings(case)]);
        }
        questions.push(self.ask_diary(today));
        questions.into_iter().map(Effect::Ask).collect()
    }

    /// From the first week of the month that is looked at, or of today, as far as the finder looks.
    fn ask_diary(&self, today: NaiveDate) -> Question {
        let day = self.chosen.map_or(today, |slot| slot.day);
        let first = day.min(today);
        let last = day.max(today).checked_add_days(Days::new(7 * DIARY_WEEKS)).unwrap_or(day);
        let from = choice::weeks_of_month(first).first().copied().unwrap_or(first).min(week_of(first).0);
        Question::Diary { from, to: last, case: self.case }
    }

    /// The choice has gone where nothing was read yet.
    fn ask_further(&self, today: NaiveDate) -> Vec<Effect> {
        let (Some(slot), Some(diary)) = (self.chosen, &self.diary) else { return Vec::new() };
        let weeks = choice::weeks_of_month(slot.day);
        let first = weeks.first().copied().unwrap_or(slot.day).min(week_of(slot.day).0);
        let last = weeks.last().map_or(slot.day, |monday| week_of(*monday).1).max(week_of(slot.day).1);
        if first >= diary.range.0 && last <= diary.range.1 {
            return Vec::new();
        }
        vec![Effect::Ask(self.ask_diary(today))]
    }

    fn take_diary(&mut self, diary: &Diary, today: NaiveDate) {
        let diary = match self.moving {
            Some(moving) => diary.clone().without(&[moving]),
            None => diary.clone(),
        };
        let own: Vec<i64> = rules::holds(&self.bookings, today).iter().map(|b| b.id).collect();
        let usual = Wish { length: self.length, ..Wish::default() };
        let wish = self.rules(today).map_or(usual, |rules| Wish { length: self.length, ..rules.wish });
        self.found = diary.find(&wish);
        if let Some(stands) = self.moved_meeting().map(|b| (b.slot, b.mediator)) {
            self.found.offers.retain(|offer| (offer.slot, offer.mediator) != stands);
        }
        self.replace(&diary, &wish, today);
        let open = diary.clone().without(&own);
        if let Some(slot) = self.chosen.filter(|_| std::mem::take(&mut self.refused))
            && open.choose(slot, self.with()).is_err()
            && let Some(nearest) = open.nearest(slot)
        {
            self.chosen = Some(nearest);
            self.wanted = None;
        }
        // A time that was found names somebody who was free; anybody else who is free will do.
        self.wanted =
            self.wanted.filter(|id| self.chosen.is_some_and(|slot| open.may_take(slot, *id).is_ok()));
        if self.chosen.is_none() {
            self.chosen = Some(self.first_choice(&diary, today));
        }
        self.diary = Some(Box::new(diary));
        self.open = Some(Box::new(open));
    }

    /// The booked meeting that is being moved; a hold and a meeting in doubt may be put where they stand.
    fn moved_meeting(&self) -> Option<&Booking> {
        self.bookings.iter().find(|b| Some(b.id) == self.moving && b.state == BookingState::Booked)
    }

    /// A meeting whose mediator cannot be there: who is free at its hour comes instead of other times.
    fn replace(&mut self, diary: &Diary, wish: &Wish, today: NaiveDate) {
        let moving = self.bookings.iter().find(|b| Some(b.id) == self.moving && b.slot.day >= today);
        let lost = |b: &&Booking| {
            b.state != BookingState::Held
                && diary.mediator(b.mediator).is_none_or(|m| !m.working || m.is_away(b.slot.day))
        };
        self.replacing = moving.filter(lost).map(|b| b.slot);
        let Some(slot) = self.replacing else { return };
        let free = diary.who(wish, slot);
        if self.chosen.is_none() {
            self.wanted = free.first().map(|offer| offer.mediator);
        }
        if !free.is_empty() {
            self.found.offers = free;
            self.found.left_out.clear();
        }
    }

    /// Somebody else is looked for at the time of a meeting, and there are some.
    fn gives(&self) -> bool {
        self.replacing.is_some_and(|slot| self.found.offers.first().is_some_and(|o| o.slot == slot))
    }

    /// Where one begins: the booking that is moved, a hold of the case, the first time that is found.
    fn first_choice(&mut self, diary: &Diary, today: NaiveDate) -> Slot {
        // A day that is closed by now is where nothing can be put.
        let open = |slot: Slot| diary.days.closed(slot.day).is_none();
        if let Some(moving) = self.bookings.iter().find(|b| Some(b.id) == self.moving && open(b.slot)) {
            return moving.slot;
        }
        if let Some(hold) = rules::holds(&self.bookings, today).into_iter().find(|hold| open(hold.slot)) {
            return hold.slot;
        }
        if self.case.is_some()
            && let Some(offer) = self.found.offers.first()
        {
            self.wanted = Some(offer.mediator);
            return offer.slot;
        }
        let day = diary.days.next_working(today);
        let start = if day == today { (diary.quarter / 4 + 1) * 4 } else { diary.hours.opens };
        let start = start.clamp(diary.hours.opens, (diary.hours.closes - 4).max(diary.hours.opens));
        Slot { day, start, length: self.length }
    }

    /// Everything is asked again, and the nearest start chosen if the chosen one is taken.
    fn start_again(&mut self, today: NaiveDate) -> Vec<Effect> {
        self.refused = true;
        self.ask(today)
    }

    fn hear_dated(&mut self, booking: &Booking, context: &Context) -> Vec<Effect> {
        let mut effects = match self.sent {
            Some(Sent::Hold(id)) if id == booking.id => {
                if self.book.take().is_some() {
                    // F9 held what cannot be booked yet: as with a booking, the page is done with.
                    self.sent = None;
                    return vec![Effect::Notice(held_words(booking)), Effect::Close];
                }
                vec![Effect::Notice(held_words(booking))]
            }
            Some(Sent::Book(id)) if id == booking.id => {
                self.book = None;
                let words = booking.slot.words();
                let said = match (self.moving, self.replacing) {
                    (_, Some(slot)) if slot == booking.slot => {
                        format!("{} {words} is with {} now.", booking.reference, booking.name)
                    }
                    (Some(_), _) => format!("{} Moved to {words}, {}.", booking.reference, booking.name),
                    _ => format!("{} Booked {words}, {}.", booking.reference, booking.name),
                };
                self.sent = None;
                return vec![Effect::Notice(said), Effect::Close];
            }
            Some(Sent::LetGo(id)) if id == booking.id => {
                vec![Effect::Notice(format!("Let go: {}.", booking.slot.words()))]
            }
            _ => return Vec::new(),
        };
        self.sent = None;
        effects.extend(self.ask(context.today()));
        effects
    }
}

fn held_words(booking: &Booking) -> String {
    let until = booking.held_until.map(|day| format!(" until {}", short_day(day))).unwrap_or_default();
    format!("Held{until}: {}, {}.", booking.slot.words(), booking.name)
}

impl Screen for State {
    fn spot(&self) -> Spot {
        if self.book.is_some() { Spot::Book } else { Spot::Calendar }
    }

    fn has_window(&self) -> bool {
        self.book.is_some() || self.holidays
    }

    fn next_step(&self) -> String {
        self.step_word().to_owned()
    }

    fn title(&self, look: &Look<'_>) -> String {
        lines::title(self, look)
    }

    fn lines(&self, look: &Look<'_>) -> [String; 2] {
        lines::lines(self, look)
    }

    fn opened(&mut self, context: &Context) -> Vec<Effect> {
        self.ask(context.today())
    }

    fn act(&mut self, action: &Action, context: &Context) -> Vec<Effect> {
        self.press(action, context)
    }

    fn hear(&mut self, answer: &Answer, context: &Context) -> Vec<Effect> {
        let today = context.today();
        match answer {
            Answer::Settings(settings) => {
                let length = settings.get(setting::MEETING).parse().ok();
                self.length = length.filter(|l| (SHORTEST..=LONGEST).contains(l)).unwrap_or(USUAL_LENGTH);
                Vec::new()
            }
            Answer::Case(page) if Some(page.head.id) == self.case => {
                if let Some(book) = &mut self.book {
                    book.look_again(page, today);
                }
                self.page = Some(page.clone());
                Vec::new()
            }
            Answer::Bookings { case, bookings } if Some(*case) == self.case => {
                self.bookings.clone_from(bookings);
                Vec::new()
            }
            Answer::Diary { case, diary, .. } if *case == self.case => {
                self.take_diary(diary, today);
                self.ask_further(today)
            }
            Answer::Dated { booking, .. } => self.hear_dated(booking, context),
            Answer::Refused { refusal, .. } if self.sent.take().is_some() => {
                if !matches!(refusal, Refusal::NotReady { .. }) {
                    self.book = None;
                }
                self.start_again(today)
            }
            Answer::Lost { .. } => {
                self.sent = None;
                Vec::new()
            }
            Answer::Changed => self.ask(today),
            _ => Vec::new(),
        }
    }

    fn view(&self, look: &Look<'_>, area: Rect, buf: &mut Buffer) -> Option<Position> {
        let (Some(diary), Some(chosen)) = (self.diary.as_deref(), self.chosen) else { return None };
        let rules = self.rules(look.context.today());
        let page = lines::Page { state: self, diary, chosen, look, rules };
        let cursor = match Width::of(area) {
            Width::Wide => {
                let (left, right) = split_left(area, 82);
                let cursor = if self.month {
                    month::boxed_page(&page, left, buf)
                } else {
                    week::boxed_page(&page, left, buf)
                };
                finder::beside(&page, right, buf);
                cursor
            }
            _ if self.month => month::page(&page, area, buf),
            _ => week::page(&page, area, buf),
        };
        if let Some(book) = &self.book {
            return book.view(&page, area, buf).or(cursor);
        }
        if self.holidays {
            return finder::holidays(&page, area, buf).or(cursor);
        }
        cursor
    }
}
