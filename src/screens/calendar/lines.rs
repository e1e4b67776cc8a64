//! The words around the grid: for whom, what is chosen, what it breaks, what is held, what is closed.
//!
//! A mark in the grid is a letter or two; here it is a sentence, so that nothing is told by colour or place
//! alone. The lines are computed from the diary and from the rules the case brings, each time they are drawn.

use chrono::NaiveDate;

use super::rules::{Breaks, Rules, holds};
use super::{State, choice, spoken_day, spoken_offer, spoken_time};
use crate::domain::consent::ConsentStanding;
use crate::domain::queue::BookingState;
use crate::domain::slot::{Diary, Slot};
use crate::domain::typed_day::{day_and_month, short_day};
use crate::protocol::action::Action;
use crate::protocol::keys::{Spot, hint_of, hints_of};
use crate::screens::Look;
use crate::screens::calendar::book::Book;
use crate::store::calendar::Format;
use crate::widgets::theme::Role;

/// What everything on the page is drawn from.
pub(super) struct Page<'a> {
    pub(super) state: &'a State,
    pub(super) diary: &'a Diary,
    pub(super) chosen: Slot,
    pub(super) look: &'a Look<'a>,
    /// What the case brings; none while one only looks.
    pub(super) rules: Option<Rules<'a>>,
}

impl Page<'_> {
    pub(super) fn today(&self) -> NaiveDate {
        self.look.context.today()
    }

    pub(super) fn rules(&self) -> Option<&Rules<'_>> {
        self.rules.as_ref()
    }

    /// `M-0412`; empty without a case.
    pub(super) fn reference(&self) -> String {
        let page = self.state.page.as_deref();
        page.and_then(|p| p.head.reference).map(|r| r.to_string()).unwrap_or_default()
    }

    /// `For M-0412 Kelechi A.   3 hours.   Suits: not Wed, after 10`.
    pub(super) fn for_whom(&self) -> String {
        let length = length_words(self.state.length);
        let Some(rules) = self.rules() else {
            return format!("For looking. A meeting lasts {length}.");
        };
        let withdrawn = rules.page.facts.consent == ConsentStanding::Withdrawn;
        let hidden = self.look.hide_names || withdrawn;
        let name = if hidden { String::new() } else { rules.page.head.short() };
        let suits = match rules.suits() {
            words if words.is_empty() || hidden => String::new(),
            words => format!("   Suits: {words}"),
        };
        let given_up = self.state.bookings.iter().find(|b| Some(b.id) == self.state.moving);
        let moves = match (self.state.replacing, given_up) {
            (Some(_), _) => "   Its meeting needs a mediator.",
            (None, Some(hold)) if hold.state == BookingState::Held => "   To move its hold.",
            (None, Some(_)) => "   To move its meeting.",
            (None, None) => "",
        };
        format!("For {} {name}   {length}.{suits}{moves}", self.reference())
    }

    /// The chosen time, who is free then, or why it cannot be.
    pub(super) fn chosen_words(&self) -> String {
        let slot = self.chosen;
        let own = super::rules::hold_at(&self.state.bookings, slot, self.today());
        if let Some(hold) = own.filter(|b| b.slot.start == slot.start) {
            let until = hold.held_until.map(short_day).unwrap_or_default();
            return format!("Chosen: {}.   Held with {} until {until}.", hold.slot.words(), hold.name);
        }
        match self.diary.choose(slot, self.state.with()) {
            Ok(_) => {
                let names: Vec<&str> = self.diary.free(slot).iter().map(|m| m.name.as_str()).collect();
                format!("Chosen: {}.   Free: {}", slot.words(), names.join(", "))
            }
            Err(refusal) => format!("Chosen: {}.   {refusal}", slot.start_words()),
        }
    }

    /// Which of these days get an `x`, and why.
    pub(super) fn broken_words(&self, days: &[NaiveDate]) -> Option<String> {
        let rules = self.rules()?;
        let of = |wanted: Breaks| -> Vec<String> {
            days.iter()
                .filter(|day| self.diary.is_open(**day) && rules.breaks(**day) == Some(wanted))
                .filter(|day| **day >= self.today())
                .map(|day| day.format("%a").to_string())
                .collect()
        };
        let (notice, clock) = (of(Breaks::Notice), of(Breaks::Clock));
        let mut said = Vec::new();
        if !notice.is_empty() {
            said.push(format!("{}: under 5 working days' notice.", notice.join(", ")));
        }
        if !clock.is_empty() {
            said.push(format!("{}: after the 30 days.", clock.join(", ")));
        }
        for (who, _) in &rules.wish.parties {
            let days = of(Breaks::Party(who));
            if !days.is_empty() {
                said.push(format!("{}: does not suit the {who}.", days.join(", ")));
            }
        }
        (!said.is_empty()).then(|| format!("x  {}", said.join(" ")))
    }

    /// `Held: Thu 3 Dec 14:00`, or how long a hold would stand, where one may be placed; and the light.
    pub(super) fn hold_words(&self) -> Option<String> {
        let rules = self.rules()?;
        let held = holds(&self.state.bookings, self.today());
        let first = if !held.is_empty() {
            let each: Vec<String> = held.iter().map(|b| b.slot.start_words()).collect();
            format!("Held: {}.   ", each.join(", "))
        } else if self.state.moving.is_some() {
            String::new()
        } else {
            format!("A hold stands until {}.   ", short_day(rules.hold_until()))
        };
        Some(format!("{first}{}", rules.light_words()))
    }

    /// The end of the 30 days and the closed days that come.
    pub(super) fn closed_words(&self) -> String {
        let until = self.rules().and_then(Rules::until);
        let until = until
            .map(|until| format!("30 days for {} end {}.  ", self.reference(), short_day(until)))
            .unwrap_or_default();
        let closed: Vec<String> =
            closures(self.diary, self.today()).take(2).map(|(day, _)| short_day(day)).collect();
        format!("{until}Closed: {}.", closed.join(", "))
    }

    /// What the marks of the grid mean.
    pub(super) fn key_words(&self) -> &'static str {
        if self.state.mediator.is_some() {
            "Key:  open   HELD somebody waits   BOOK fixed   -  not working"
        } else {
            "Key:  2 open = two mediators free   h a hold   b a booking   -  none working"
        }
    }

    /// Of the chosen time: who is free, its notice, what is against it.
    pub(super) fn chosen_lines(&self) -> Vec<(Role, String)> {
        let mut lines = vec![(Role::Heading, self.chosen_words())];
        if self.diary.mediators.iter().all(|m| !m.working) {
            lines = vec![(Role::Attention, "No mediator has days yet. Esc 0, Mediators, +.".to_owned())];
        }
        lines.extend(self.rules().map(|rules| (Role::Body, rules.notice_words(self.chosen.day))));
        let against = self.rules().and_then(|rules| rules.against_words(self.chosen));
        lines.extend(against.map(|words| (Role::Body, words)));
        lines
    }

    /// All lines below the grid of the week.
    pub(super) fn below(&self, days: &[NaiveDate]) -> Vec<(Role, String)> {
        let mut lines = self.chosen_lines();
        let room = self.state.found.room.as_ref().filter(|_| self.rules().is_some());
        lines.extend(room.map(|room| (Role::Body, room.words())));
        lines.extend(self.broken_words(days).map(|words| (Role::Body, words)));
        lines.extend(self.hold_words().map(|words| (Role::Body, words)));
        lines.push((Role::Body, self.closed_words()));
        lines.push((Role::Body, self.key_words().to_owned()));
        lines
    }
}

/// The named closed days after a day.
pub(super) fn closures(diary: &Diary, after: NaiveDate) -> impl Iterator<Item = (NaiveDate, &str)> {
    let mut from = after;
    std::iter::from_fn(move || {
        let next = diary.days.next_closure_after(from)?;
        from = next.0;
        Some(next)
    })
}

/// `3 hours`, `1 hour`, `2 hours 30`.
fn length_words(quarters: i64) -> String {
    let s = if quarters / 4 == 1 { "" } else { "s" };
    match quarters % 4 * 15 {
        0 => format!("{} hour{s}", quarters / 4),
        minutes => format!("{} hour{s} {minutes}", quarters / 4),
    }
}

/// The beginning of the first line.
pub(super) fn title(state: &State, look: &Look<'_>) -> String {
    let day = state.chosen.map_or_else(|| look.context.today(), |slot| slot.day);
    let when = if state.month {
        day.format("%B %Y").to_string()
    } else {
        let monday = choice::weekdays(day).first().copied().unwrap_or(day);
        let narrow = look.in_call && look.width < 110;
        if narrow { day_and_month(monday) } else { format!("week of {}", short_day(monday)) }
    };
    let reference = state.page.as_deref().and_then(|p| p.head.reference).map(|r| format!("for {r}"));
    let one = state
        .mediator
        .and_then(|id| state.diary.as_deref()?.mediator(id))
        .map_or_else(|| "all mediators".to_owned(), |m| m.name.clone());
    let last = match (&state.book, reference) {
        (Some(_), Some(reference)) => reference,
        _ => one,
    };
    // What is named last is the first that a usual window with PRACTICE in it would cut.
    let gap = if look.width < 110 { "  " } else { "    " };
    format!("CALENDAR  {when}{gap}{last}")
}

fn said(book: &Book) -> String {
    let slot = book.slot();
    let how = match book.format() {
        Format::Online => ", online",
        Format::InPerson => ", in person",
        Format::Telephone => ", by telephone",
        Format::NotDecided => "",
    };
    format!("SAY  \"That is {}, {}{how}.\"", spoken_day(slot.day), spoken_time(slot.start))
}

/// What can be said in a call: the first two that are held for the case, or that were found.
fn offered(state: &State, look: &Look<'_>) -> Option<String> {
    if !look.in_call || !state.finding || state.page.is_none() || state.replacing.is_some() {
        return None;
    }
    let held = holds(&state.bookings, look.context.today()).into_iter().map(|b| b.slot);
    // A held day that is closed by now is not offered to anybody.
    let open = |slot: &Slot| state.diary.as_ref().is_none_or(|diary| diary.is_open(slot.day));
    let mut slots: Vec<Slot> = held.filter(open).take(2).collect();
    if slots.is_empty() {
        slots = state.found.offers.iter().take(2).map(|offer| offer.slot).collect();
    }
    let words = spoken_offer(&slots)?;
    Some(format!("SAY  \"I can offer {words}.\""))
}

/// What Enter does to the chosen time; nothing while one only looks.
pub(super) fn enter(state: &State) -> &'static str {
    match state.page {
        Some(_) if state.replacing.is_some() && state.replacing == state.chosen => "Enter gives it",
        Some(_) if state.moving.is_some() => "Enter moves it there",
        Some(_) => "Enter holds",
        None => "",
    }
}

/// The two lines above the key bar.
pub(super) fn lines(state: &State, look: &Look<'_>) -> [String; 2] {
    if let Some(book) = &state.book {
        let step = book.step_word();
        let step = if step.is_empty() { String::new() } else { format!("F9 {step}. ") };
        let ticks = if book.has_ticks() { "Space ticks. " } else { "" };
        let format = if state.moving.is_some() { "" } else { "Left/Right how it is held. " };
        return [said(book), format!("{ticks}{format}{step}Esc go back.")];
    }
    if state.holidays {
        return [String::new(), "Any key closes this.".to_owned()];
    }
    if state.month {
        let first = "Arrows move by day. Enter opens that day in the week. PgUp/PgDn month.";
        let hints = hints(&[Action::Month, Action::OneMediator, Action::ToToday]);
        return [first.to_owned(), hints.replacen("month", "week", 1)];
    }
    let enter = match enter(state) {
        "" => String::new(),
        words => format!(" {words}."),
    };
    let find = if state.finding { " 1-6 choose. m month." } else { " m month. f find a time." };
    let next = if state.mediator.is_some() { "Tab next   " } else { "" };
    if let Some(said) = offered(state, look) {
        let esc = hint_of(Spot::Calendar, &Action::Esc);
        return [said, format!("1-6 choose.{enter} h holds this or the next. f the week.   {esc}")];
    }
    let more = [Action::OneMediator, Action::ToToday, Action::LetGo, Action::BankHolidays];
    [
        format!("Arrows, PgUp/PgDn, . half an hour.{enter}{find}"),
        format!("{next}{}   {}", hints(&more), hint_of(Spot::Calendar, &Action::Esc)),
    ]
}

fn hints(of: &[Action]) -> String {
    hints_of(Spot::Calendar, |action| of.contains(action))
}
