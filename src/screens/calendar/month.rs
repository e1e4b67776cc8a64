//! The month: Monday to Friday, each day with how many starts are open, what is held and booked, what closes it.
//!
//! A month has at most five weeks with weekdays in them, whatever day it begins on; the days of its neighbours
//! in those weeks are shown as well.

use chrono::{Datelike, NaiveDate};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::choice;
use super::lines::Page;
use super::week::{inset, put_lines};
use crate::domain::queue::BookingState;
use crate::domain::slot::clock;
use crate::domain::typed_day::{day_and_month, short_day};

use crate::widgets::frame::{boxed, cells, pad, put};
use crate::widgets::theme::Role;

/// The widest cell, without its line.
const WIDEST: u16 = 14;

/// The page in a frame.
pub(super) fn boxed_page(on: &Page<'_>, area: Rect, buf: &mut Buffer) -> Option<Position> {
    let room = boxed(buf, area, "Month", on.state.book.is_none() && !on.state.holidays, on.look.theme);
    page(on, room, buf)
}

/// The page without a frame.
pub(super) fn page(on: &Page<'_>, area: Rect, buf: &mut Buffer) -> Option<Position> {
    let mut area = inset(area);
    if area.height > 18 {
        put(buf, area, 0, 0, &on.for_whom(), on.look.theme.style(Role::Body));
        area = Rect { y: area.y + 1, height: area.height - 1, ..area };
    }
    let weeks = choice::weeks_of_month(on.chosen.day);
    let wide = (area.width.saturating_sub(2) / 5).saturating_sub(1).min(WIDEST);
    let full = area.height >= weeks.len() as u16 * 3 + 3;
    let mut grid = Grid { on, wide, full, y: 0, cursor: None };
    grid.head(area, buf);
    for (at, monday) in weeks.iter().enumerate() {
        grid.week(*monday, at + 1 == weeks.len(), area, buf);
    }
    let (used, cursor) = (grid.y.min(area.height), grid.cursor);
    let below = Rect { y: area.y + used, height: area.height - used, ..area };
    let lines = [
        (Role::Heading, chosen_words(on)),
        (Role::Body, "x open, but: notice (5 working days), clock (30 days).   H hold   B booked".to_owned()),
    ];
    put_lines(on, &lines, below, buf);
    cursor
}

/// `Chosen: Mon 14 Dec. 3 starts are open: 10:00, 11:00, 13:00.`
fn chosen_words(on: &Page<'_>) -> String {
    let day = on.chosen.day;
    if let Some(name) = on.diary.days.closed(day) {
        return format!("Chosen: {}. Closed: {name}.", short_day(day));
    }
    let starts = on.diary.open_starts(day, on.state.length, on.state.mediator);
    let mut each: Vec<String> = starts.iter().take(3).map(|start| clock(*start)).collect();
    if let Some(last) = starts.last().filter(|_| starts.len() > 3) {
        each.push(format!("and on to {}", clock(*last)));
    }
    match starts.len() {
        0 => format!("Chosen: {}. No start is open.", short_day(day)),
        1 => format!("Chosen: {}. One start is open: {}.", short_day(day), each.join("")),
        n => format!("Chosen: {}. {n} starts are open: {}.", short_day(day), each.join(", ")),
    }
}

struct Grid<'a> {
    on: &'a Page<'a>,
    wide: u16,
    /// Two lines a day and a line between; otherwise one line a day.
    full: bool,
    y: u16,
    cursor: Option<Position>,
}

impl Grid<'_> {
    fn bar(&self) -> &'static str {
        if self.on.look.theme.plain_lines { "|" } else { "│" }
    }

    fn rule(&self, ends: [&str; 3]) -> String {
        let plain = self.on.look.theme.plain_lines;
        let [left, cross, right] = if plain { ["+"; 3] } else { ends };
        let flat = if plain { "-" } else { "─" }.repeat(usize::from(self.wide));
        format!("{left}{}{right}", [flat.as_str(); 5].join(cross))
    }

    fn head(&mut self, area: Rect, buf: &mut Buffer) {
        let names = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday"];
        let mut head = self.bar().to_owned();
        for name in names {
            head.extend([&pad(&format!(" {name}"), usize::from(self.wide)), self.bar()]);
        }
        put(buf, area, 0, self.y, &head, self.on.look.theme.style(Role::Heading));
        self.y += 1;
        if self.full {
            put(buf, area, 0, self.y, &self.rule(["├", "┼", "┤"]), self.on.look.theme.style(Role::Body));
            self.y += 1;
        }
    }

    fn week(&mut self, monday: NaiveDate, last: bool, area: Rect, buf: &mut Buffer) {
        let theme = self.on.look.theme;
        let body = theme.style(Role::Body);
        for (at, day) in choice::weekdays(monday).into_iter().enumerate() {
            let x = 1 + (self.wide + 1) * at as u16;
            let here = day == self.on.chosen.day;
            let (first, second, role) = self.day(day);
            let role = if here { Role::Chosen } else { role };
            put(buf, area, x, self.y, &bracketed(&first, self.wide, here), theme.style(role));
            if self.full {
                put(buf, area, x, self.y + 1, &bracketed(&second, self.wide, here), theme.style(role));
            }
            if here && x + 1 < area.width && self.y < area.height {
                self.cursor = Some(Position::new(area.x + x + 1, area.y + self.y));
            }
            for y in self.y..self.y + if self.full { 2 } else { 1 } {
                put(buf, area, x - 1, y, self.bar(), body);
                put(buf, area, x + self.wide, y, self.bar(), body);
            }
        }
        self.y += if self.full { 2 } else { 1 };
        if self.full {
            let ends = if last { ["└", "┴", "┘"] } else { ["├", "┼", "┤"] };
            put(buf, area, 0, self.y, &self.rule(ends), body);
            self.y += 1;
        }
    }

    /// The two lines of a day, without its frame.
    fn day(&self, day: NaiveDate) -> (String, String, Role) {
        let on = self.on;
        let room = usize::from(self.wide).saturating_sub(2);
        let other = day.month() != on.chosen.day.month();
        let number = if other { day_and_month(day) } else { day.day().to_string() };
        if let Some(name) = on.diary.days.closed(day) {
            let framed = |text: &str| format!("={}=", pad(text, room.saturating_sub(2)));
            return (framed(&number), framed(name), Role::Closed);
        }
        let count = on.diary.open_count(day, on.state.length, on.state.mediator);
        let breaks = on.rules().and_then(|rules| rules.breaks(day));
        let second = match (day < on.today(), count, breaks) {
            (true, ..) => String::new(),
            (_, 0, _) => "none".to_owned(),
            (_, n, Some(breaks)) => format!("{n:<3} x {}", breaks.word()),
            (_, 1, None) => "1 time".to_owned(),
            (_, n, None) => format!("{n} times"),
        };
        if !self.full {
            let short = if second.is_empty() { String::new() } else { format!(" {count}") };
            return (format!("{number}{short}"), String::new(), Role::Body);
        }
        let mut marks: Vec<&str> = Vec::new();
        let taken = on.diary.taken_on(day).iter();
        for taken in taken.filter(|t| on.state.mediator.is_none_or(|id| id == t.mediator)) {
            marks.push(if taken.state == BookingState::Held { "H" } else { "B" });
        }
        marks.sort_unstable_by(|a, b| b.cmp(a));
        marks.truncate(4);
        let marks = marks.join(" ");
        let gap = room.saturating_sub(cells(&number) + cells(&marks)).max(1);
        (format!("{number}{}{marks}", " ".repeat(gap)), second, Role::Body)
    }
}

fn bracketed(text: &str, wide: u16, here: bool) -> String {
    let inner = pad(text, usize::from(wide).saturating_sub(2));
    if here { format!("[{inner}]") } else { format!(" {inner} ") }
}
