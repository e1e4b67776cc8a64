//! The boxes beside the week: the month in small figures, the times that were found, the closed days.
//!
//! Where there is no room beside it, the times stand under the grid.

use chrono::{Datelike, NaiveDate};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::choice;
use super::lines::{Page, closures, enter};
use crate::domain::slot::{Offer, Room, week_of};
use crate::domain::text::short_name;
use crate::domain::typed_day::short_day;
use crate::screens::page::{middle, split_top};
use crate::widgets::frame::{boxed, cells, pad, put, window, wrap};
use crate::widgets::theme::Role;

/// So few times left that it is said what would open more.
const SMALL: usize = 24;

/// What is said of an offer that carries marks.
fn remark(offer: &Offer) -> String {
    let marks: Vec<&str> = offer.marks.iter().map(|mark| mark.word()).collect();
    if marks.is_empty() { String::new() } else { format!("x {}", marks.join(", ")) }
}

/// `Left out: Wed (family), before 2 Dec (notice).`
fn left_out(on: &Page<'_>) -> Option<String> {
    let left = &on.state.found.left_out;
    (on.rules().is_some() && !left.is_empty() && !on.look.hide_names)
        .then(|| format!("Left out: {}.", left.join(", ")))
}

/// `1  Thu  3 Dec 14:00  Col Fenwick`.
fn offer_words(number: usize, offer: &Offer) -> String {
    format!("{number}  {}  {}", pad(&offer.slot.start_words(), 16), offer.name)
}

/// The month above, the finder below.
pub(super) fn beside(on: &Page<'_>, area: Rect, buf: &mut Buffer) {
    let weeks = choice::weeks_of_month(on.chosen.day);
    let height = (weeks.len() as u16 * 2 + 11).min(area.height);
    let (above, below) = split_top(area, height);
    small_month(on, &weeks, above, buf);
    let room = boxed(buf, below, "Find a time", false, on.look.theme);
    let room = Rect { x: room.x + 1.min(room.width), width: room.width.saturating_sub(1), ..room };
    let body = on.look.theme.style(Role::Body);
    if !on.state.finding {
        put(buf, room, 0, 0, "f finds the six best times.", body);
        return;
    }
    put(buf, room, 0, 0, found_words(on), body);
    for (at, offer) in on.state.found.offers.iter().enumerate() {
        let y = 2 + at as u16;
        let here = offer.slot == on.chosen;
        let role = if here { Role::Chosen } else { Role::Body };
        put(buf, room, 0, y, &offer_words(at + 1, offer), on.look.theme.style(role));
    }
    let y = 3 + on.state.found.offers.len() as u16;
    put(buf, room, 0, y, &format!("1-6 choose   {}", enter(on.state)), body);
    let late: Vec<String> = on
        .state
        .found
        .offers
        .iter()
        .enumerate()
        .filter(|(_, offer)| !remark(offer).is_empty())
        .map(|(at, offer)| format!("{} {}", at + 1, remark(offer)))
        .collect();
    let wide = usize::from(room.width).max(1);
    let room_words = room_of(on).map(Room::words).unwrap_or_default();
    let opens = opens_words(on).unwrap_or_default();
    let more = [late.join(", "), left_out(on).unwrap_or_default(), room_words, opens];
    let lines: Vec<String> =
        more.iter().filter(|text| !text.is_empty()).flat_map(|text| wrap(text, wide)).collect();
    for (at, line) in lines.iter().enumerate() {
        put(buf, room, 0, y + 1 + at as u16, line, body);
    }
}

fn found_words(on: &Page<'_>) -> &'static str {
    match (on.state.found.offers.is_empty(), on.state.replacing) {
        (true, _) => "No open time was found.",
        (false, Some(_)) if on.state.gives() => "Free at its hour, best first",
        (false, Some(_)) if has_begun(on) => {
            "Its hour has come: move it, or say what came of it. Later times"
        }
        (false, Some(_)) => "Nobody is free at its hour. Other times",
        (false, None) => "Times that suit, best first",
    }
}

/// The hour of the meeting that has lost its mediator has come.
fn has_begun(on: &Page<'_>) -> bool {
    let now = (on.diary.today, on.diary.quarter);
    on.state.replacing.is_some_and(|slot| (slot.day, slot.start) <= now)
}

/// How much room the 30 days leave; not while somebody is looked for at one hour.
fn room_of<'a>(on: &Page<'a>) -> Option<&'a Room> {
    on.state.found.room.as_ref().filter(|_| on.rules().is_some() && on.state.replacing.is_none())
}

/// `Without "not Wed": 14.`, where the room is small.
fn opens_words(on: &Page<'_>) -> Option<String> {
    room_of(on).filter(|room| room.times < SMALL && !on.look.hide_names)?.opens_words()
}

/// The times in two columns, for a page without boxes.
pub(super) fn below(on: &Page<'_>, area: Rect, buf: &mut Buffer) {
    let theme = on.look.theme;
    let head = usize::from(area.height).saturating_sub(1) >= on.state.found.offers.len() || area.width >= 70;
    if head || on.state.found.offers.is_empty() {
        let words = match room_of(on) {
            _ if on.state.found.offers.is_empty() => found_words(on).to_owned(),
            Some(room) if room.times == 0 => room.words(),
            Some(room) => format!("Best first. {}", room.words()),
            None => found_words(on).to_owned(),
        };
        put(buf, area, 0, 0, &words, theme.style(Role::Heading));
    }
    // Marks for which there is no room beside their time.
    let mut marked: Vec<String> = Vec::new();
    let two = area.width >= 70;
    let rows = if two { on.state.found.offers.len().div_ceil(2) } else { on.state.found.offers.len() };
    for (at, offer) in on.state.found.offers.iter().enumerate() {
        let (x, y) = if at < rows { (0, at) } else { (40, at - rows) };
        let room = Rect { width: area.width.min(x + 39), ..area };
        let wide = usize::from(room.width.saturating_sub(x));
        let mut words = format!("{}  {}", offer_words(at + 1, offer), remark(offer));
        if cells(words.trim_end()) > wide {
            // Why a time is marked matters more here than the whole of a name.
            let short = Offer { name: short_name(&offer.name), ..offer.clone() };
            words = format!("{}  {}", offer_words(at + 1, &short), remark(offer));
            if cells(words.trim_end()) > wide {
                words = format!("{}  x", offer_words(at + 1, &short));
                marked.push(format!("{} {}", at + 1, remark(offer)));
            }
        }
        let role = if offer.slot == on.chosen { Role::Chosen } else { Role::Body };
        put(buf, room, x, y as u16 + u16::from(head), words.trim_end(), theme.style(role));
    }
    let y = rows as u16 + u16::from(head);
    let marked = (!marked.is_empty()).then(|| format!("{}.", marked.join("; ")));
    let said = [marked, opens_words(on), left_out(on)].into_iter().flatten().collect::<Vec<_>>().join(" ");
    let lines = wrap(&said, usize::from(area.width).max(1));
    for (at, line) in lines.iter().enumerate() {
        put(buf, area, 0, y + at as u16, line, theme.style(Role::Body));
    }
}

/// The month with its open times in small figures.
fn small_month(on: &Page<'_>, weeks: &[NaiveDate], area: Rect, buf: &mut Buffer) {
    let theme = on.look.theme;
    let body = theme.style(Role::Body);
    let room = boxed(buf, area, "Month", false, theme);
    put(buf, room, 8, 0, &on.chosen.day.format("%B %Y").to_string(), theme.style(Role::Heading));
    put(buf, room, 2, 1, "Mon  Tue  Wed  Thu  Fri", body);
    let month = on.chosen.day.month();
    let here = week_of(on.chosen.day).0;
    let mut y = 2;
    for monday in weeks {
        for (at, day) in choice::weekdays(*monday).into_iter().enumerate() {
            if day.month() != month {
                continue;
            }
            let x = 5 * at as u16 + 1;
            let mark = if *monday == here { ">" } else { " " };
            let role = if day == on.chosen.day { Role::Chosen } else { Role::Body };
            put(buf, room, x, y, &format!("{mark}{:>2}", day.day()), theme.style(role));
            put(buf, room, x, y + 1, &format!("{:>3}", figure(on, day)), body);
        }
        y += 2;
    }
    put(buf, room, 1, y + 1, "Small figures: open starts.", body);
    put(buf, room, 1, y + 2, "BH closed   .  none left", body);
    let closed = closures(on.diary, on.chosen.day.with_day(1).unwrap_or(on.chosen.day));
    for (at, (day, name)) in closed.take(3).enumerate() {
        put(buf, room, 1, y + 4 + at as u16, &format!("BH {} {name}", day.format("%e %b")), body);
    }
}

fn figure(on: &Page<'_>, day: NaiveDate) -> String {
    if !on.diary.is_open(day) {
        return "BH".to_owned();
    }
    match on.diary.open_count(day, on.state.length, on.state.mediator) {
        0 => ".".to_owned(),
        n => n.to_string(),
    }
}

/// The closed days that come, in a window.
pub(super) fn holidays(on: &Page<'_>, area: Rect, buf: &mut Buffer) -> Option<Position> {
    let days: Vec<(NaiveDate, &str)> = closures(on.diary, on.today()).take(14).collect();
    let height = days.len() as u16 + 2;
    let room = window(buf, middle(area, 62, height), "Bank holidays and closed days", on.look.theme);
    for (y, (day, name)) in days.iter().enumerate() {
        let words = format!("{} {}   {name}", pad(&short_day(*day), 11), day.year());
        put(buf, room, 1, y as u16, &words, on.look.theme.style(Role::Body));
    }
    (room.width > 1 && room.height > 0).then(|| Position::new(room.x + 1, room.y))
}
