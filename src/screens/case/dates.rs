//! The dates page: the case's bookings, newest first, and the steps that were promised, each with its day.
//!
//! Making and moving a date is absent: it is done in the calendar, to which this page leads. A row is a
//! booking or a step, and the chosen one is told by its key, so that it stays chosen when another desk adds a
//! row.

use std::cmp::Ordering;

use chrono::NaiveDate;

use super::after;
use super::ring;
use super::sheet::Sheet;
use super::words::decides;
use crate::domain::queue::BookingState;
use crate::domain::slot::clock;
use crate::domain::typed_day::{day_with_year, short_day};
use crate::screens::Look;
use crate::store::calendar::{Booking, Format};
use crate::store::cases::CasePage;
use crate::widgets::frame::cells;
use crate::widgets::theme::Role;

/// A row that can be chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Chosen {
    /// A booking.
    Booking(i64),
    /// A promised step.
    Step(i64),
}

/// The rows that can be chosen, in order.
pub(super) fn rows(page: &CasePage) -> Vec<Chosen> {
    let bookings = page.dates.iter().map(|b| Chosen::Booking(b.id));
    bookings.chain(page.facts.steps.iter().map(|s| Chosen::Step(s.id))).collect()
}

/// The state in the words of the screen; a hold whose last day is over holds nothing.
fn state(booking: &Booking, today: NaiveDate) -> (&'static str, Role) {
    match booking.state {
        BookingState::Held if booking.held_until.is_some_and(|until| until < today) => {
            (BookingState::LetGo.code(), Role::Body)
        }
        BookingState::Held => ("HELD", Role::Held),
        BookingState::Booked => ("BOOKED", Role::Booked),
        BookingState::InDoubt => ("IN DOUBT ?", Role::Attention),
        other => (other.code(), Role::Body),
    }
}

fn due(day: NaiveDate, today: NaiveDate) -> (String, Role) {
    match day.cmp(&today) {
        Ordering::Less => (format!("{}  late", short_day(day)), Role::Attention),
        Ordering::Equal => ("TODAY".to_owned(), Role::Attention),
        Ordering::Greater => (short_day(day), Role::Body),
    }
}

/// The page, for a box of so many columns.
pub(super) fn sheet(page: &CasePage, look: &Look<'_>, width: u16, chosen: Option<Chosen>) -> Sheet {
    let today = look.context.today();
    let mut s = Sheet::new("Dates", width);
    if let Some(words) = decides(page, today) {
        s.text(1, words, Role::Attention);
    }
    s.heading("MEETINGS");
    if page.dates.is_empty() {
        s.text(3, "No date is held or booked. F7 offers the earliest open time.", Role::Body);
    }
    for b in &page.dates {
        let (word, role) = state(b, today);
        let when = format!(
            "{}  {}-{}",
            day_with_year(b.slot.day),
            clock(b.slot.start),
            clock(b.slot.start + b.slot.length)
        );
        let mut rest = b.name.clone();
        if b.format != Format::NotDecided {
            rest = format!("{rest}, {}", b.format.code());
        }
        if let (BookingState::Held, Some(until)) = (b.state, b.held_until.filter(|until| *until >= today)) {
            rest = format!("{rest}, held until {}", short_day(until));
        }
        let came = after::rows::outcome(page, look, b.id);
        let away = |f: &&crate::domain::queue::BookingFacts| f.id == b.id && f.away.is_some();
        let away = b.slot.day >= today && page.facts.bookings.iter().any(|f| away(&f));
        let here = chosen == Some(Chosen::Booking(b.id));
        if width >= 76 && cells(&rest) < usize::from(width - 46) {
            s.row(&[(3, word, role), (15, &when, Role::Body), (46, &rest, Role::Body)], here);
        } else {
            s.row(&[(3, word, role), (15, &when, Role::Body)], here);
            s.text(15, &rest, Role::Body);
        }
        if !came.is_empty() {
            s.text(15, &came, Role::Body);
        }
        if b.state == BookingState::InDoubt {
            let missing = page.facts.missing();
            let doubt = missing.first().map_or_else(
                || "Nothing is missing any more: k confirms it.".to_owned(),
                |why| format!("In doubt: {}. F9 settles it, k keeps the slot.", why.in_doubt()),
            );
            s.text(15, &doubt, Role::Attention);
        }
        if away {
            s.text(15, "Needs a mediator: theirs is away. m shows who is free.", Role::Attention);
        }
        if b.state.is_live() && b.slot.day >= today && page.office.closed(b.slot.day).is_some() {
            s.text(15, "The office is closed that day. m moves it.", Role::Attention);
        }
        to_ring(&mut s, page, look, chosen.filter(|_| here));
    }
    after::rows::certificates(&mut s, page, look);
    after::rows::agreed(&mut s, page, look);
    s.gap();
    s.heading("PROMISED");
    if page.facts.steps.is_empty() {
        s.text(3, "Nothing is promised.", Role::Body);
    }
    for step in &page.facts.steps {
        let (day, role) = due(step.due, today);
        let here = chosen == Some(Chosen::Step(step.id));
        s.row(&[(3, &day, role), (20, &step.said(&page.facts), Role::Body)], here);
        to_ring(&mut s, page, look, chosen.filter(|_| here));
    }
    s
}

/// Whom to ring, under what is chosen.
fn to_ring(s: &mut Sheet, page: &CasePage, look: &Look<'_>, chosen: Option<Chosen>) {
    let at = match chosen {
        _ if s.width() < 76 => 3,
        Some(Chosen::Step(_)) => 20,
        _ => 15,
    };
    for (text, role) in chosen.map(|chosen| ring::for_chosen(page, look, chosen)).unwrap_or_default() {
        s.text(at, &text, role);
    }
}
