//! How the mediators look: the list, and the chosen one told below it, or beside it on a wide window.
//!
//! A mediator is told in words and days. Of a case only its number stands here, and why the mediator cannot
//! take it, which is hidden with the names. It is drawn from the state alone and changes nothing.

use chrono::NaiveDate;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::State;
use super::days::not_counted;
use super::forms::{hours_words, usual_words};
use crate::domain::queue::BookingState;
use crate::domain::typed_day::short_day;
use crate::screens::Look;
use crate::screens::page::{Width, split_left, split_top};
use crate::store::mediators::{DateEntry, MediatorPage};
use crate::widgets::frame::{boxed, fit, pad, put, wrap};
use crate::widgets::list::seen;
use crate::widgets::theme::Role;

/// The column of what is said after a label.
const LABEL: usize = 10;
const EMPTY: &str = "No mediator has days yet. + makes one.";
const NOTE: &str = "Away days never cancel a booking. They show it as needing a new mediator.";

/// The page.
pub(super) fn draw(
    state: &State,
    look: &Look<'_>,
    today: NaiveDate,
    area: Rect,
    buf: &mut Buffer,
) -> Option<Position> {
    let theme = look.theme;
    if state.pages.is_empty() {
        if state.read {
            put(buf, area, 1, 0, EMPTY, theme.style(Role::Body));
        }
        return None;
    }
    if Width::of(area) == Width::Wide {
        let (left, right) = split_left(area, 70);
        let list = boxed(buf, left, "Mediators", state.editor.is_none(), theme);
        let cursor = rows(state, look, today, list, buf);
        if let Some(page) = state.mediator() {
            let room = boxed(buf, right, &page.facts.name, false, theme);
            told(page, look, room, buf);
        }
        return cursor;
    }
    let most = if area.height >= 16 { 6 } else { area.height.saturating_sub(4).max(1) };
    let height = (state.pages.len() as u16 + 1).min(most);
    let (list, below) = split_top(area, height);
    let cursor = rows(state, look, today, list, buf);
    let line = Rect { height: below.height.min(1), ..below };
    let rule = "-".repeat(usize::from(area.width.saturating_sub(4)));
    put(buf, line, 1, 0, &rule, theme.style(Role::Body));
    let below = Rect { y: below.y + line.height, height: below.height - line.height, ..below };
    if let Some(page) = state.mediator() {
        put(buf, below, 1, 0, &page.facts.name, theme.style(Role::Heading));
        let room = Rect { y: below.y + 1.min(below.height), height: below.height.saturating_sub(1), ..below };
        told(page, look, room, buf);
    }
    if below.height > 12 {
        put(buf, below, 1, below.height - 1, NOTE, theme.style(Role::Body));
    }
    cursor
}

/// `Mon Tue Thu`.
fn days_words(page: &MediatorPage) -> String {
    if !page.facts.working {
        return "no longer".to_owned();
    }
    let names = ["Mon", "Tue", "Wed", "Thu", "Fri"];
    let worked = names.iter().zip(&page.facts.usual).filter(|(_, hours)| hours.is_some());
    let words = worked.map(|(name, _)| *name).collect::<Vec<_>>().join(" ");
    if words.is_empty() { "-".to_owned() } else { words }
}

fn rows(state: &State, look: &Look<'_>, today: NaiveDate, area: Rect, buf: &mut Buffer) -> Option<Position> {
    let theme = look.theme;
    let small = area.width < 66;
    let columns = |name: &str, days: &str, areas: &str, month: &str, next: &str| {
        if small {
            format!("{} {}", pad(name, 16), days)
        } else {
            let (name, days, areas) = (pad(&fit(name, 15), 16), pad(days, 20), pad(&fit(areas, 15), 16));
            format!("{name}{days}{areas}{}{next}", pad(month, 3))
        }
    };
    let head = columns("Name", "Days", "Areas", "Mo", "Next");
    put(buf, area, 3, 0, &head, theme.style(Role::Heading));
    let at = state.at();
    let mut cursor = None;
    let height = usize::from(area.height.saturating_sub(1));
    for (y, row) in seen(state.pages.len(), at, height).enumerate() {
        let Some(page) = state.pages.get(row) else { continue };
        let y = y as u16 + 1;
        let next =
            page.next_booked().filter(|slot| slot.day >= today).map_or("-".to_owned(), |s| short_day(s.day));
        let month = page.this_month.to_string();
        let text = columns(&page.facts.name, &days_words(page), &page.facts.areas, &month, &next);
        let here = row == at;
        let line = format!(" {} {text}", if here { '>' } else { ' ' });
        let role = if here { Role::Chosen } else { Role::Body };
        put(buf, area, 0, y, &pad(&line, usize::from(area.width)), theme.style(role));
        if here && area.width > 3 {
            cursor = Some(Position::new(area.x + 3, area.y + y));
        }
    }
    cursor
}

pub(super) fn entry(date: &DateEntry) -> String {
    let mut words = short_day(date.from);
    if date.to != date.from {
        words = format!("{words} to {}", short_day(date.to));
    }
    if let Some(hours) = date.hours {
        words = format!("{words} {}", hours_words(hours));
    }
    if !date.words.is_empty() {
        words = format!("{words} ({})", date.words);
    }
    words
}

/// Everything of one mediator, line by line.
fn told(page: &MediatorPage, look: &Look<'_>, area: Rect, buf: &mut Buffer) {
    let mut lines: Vec<(&str, String)> = Vec::new();
    let facts = &page.facts;
    let marks = [
        page.phone.trim().to_owned(),
        facts.offers.clone(),
        if facts.per_week > 0 { format!("up to {} a week", facts.per_week) } else { String::new() },
        if facts.accredited { "accredited".to_owned() } else { "not accredited".to_owned() },
        if facts.sen_trained { "SEN training".to_owned() } else { "no SEN training".to_owned() },
    ];
    let marks: Vec<String> = marks.into_iter().filter(|m| !m.trim().is_empty()).collect();
    lines.push(("", marks.join("   ")));
    if !facts.working {
        lines.push(("", "Works no more. History is kept; - takes it back.".to_owned()));
    }
    lines.push(("", String::new()));
    lines.push(("Usual", usual_words(&facts.usual)));
    let mut add = |label: &'static str, all: Vec<String>| {
        for (at, words) in all.into_iter().enumerate() {
            lines.push((if at == 0 { label } else { "" }, words));
        }
    };
    add("Away", page.dates.iter().filter(|d| d.away).map(entry).collect());
    let extra = |date: &DateEntry| format!("{}{}", entry(date), not_counted(date, page));
    add("Extra", page.dates.iter().filter(|d| !d.away).map(extra).collect());
    let cannot = page.cannot.iter().map(|(reference, why)| match why.trim() {
        "" => reference.to_string(),
        _ if look.hide_names => reference.to_string(),
        why => format!("{reference} ({why})"),
    });
    add("Cannot", cannot.collect());
    let booked = page.booked.iter().map(|(slot, reference, state)| {
        let away = if facts.is_away(slot.day) || !facts.working { "   needs a mediator" } else { "" };
        let state = match state {
            BookingState::Held => "  (held)",
            BookingState::InDoubt => "  (in doubt)",
            _ => "",
        };
        format!("{}   {reference}{state}{away}", slot.start_words())
    });
    add("Booked", booked.collect());
    let room = Rect { x: area.x + 3.min(area.width), width: area.width.saturating_sub(3), ..area };
    let mut y = 0;
    for (label, words) in lines {
        put(buf, room, 0, y, label, look.theme.style(Role::Heading));
        let (x, width) = match label {
            "" if words.is_empty() || y < 2 => (0, usize::from(room.width)),
            _ => (LABEL as u16, usize::from(room.width).saturating_sub(LABEL)),
        };
        for line in wrap(&words, width) {
            put(buf, room, x, y, &line, look.theme.style(Role::Body));
            y += 1;
        }
    }
}
