//! The week: Monday to Friday across, the hours down, the chosen time in brackets.
//!
//! All mediators together say how many are free; one mediator says what takes the hour. On a narrow window one
//! day is shown. A closed day has its name down the whole column.

use chrono::NaiveDate;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::lines::Page;
use super::{choice, finder};
use crate::domain::booking::may_hold;
use crate::domain::queue::BookingState;
use crate::domain::refusal::Refusal;
use crate::domain::slot::{Cell, Slot, Taken, clock};
use crate::domain::typed_day::short_day;
use crate::screens::page::Width;
use crate::widgets::frame::{boxed, cells, fit, pad, put, wrap};
use crate::widgets::list::seen;
use crate::widgets::theme::Role;

/// The column of the hours.
const HOURS: u16 = 7;
/// The widest cell, without its line.
const WIDEST: u16 = 13;

/// The page without a frame.
pub(super) fn page(on: &Page<'_>, area: Rect, buf: &mut Buffer) -> Option<Position> {
    let days = days(on, area);
    let mut y = 0;
    if area.height > 17 {
        put(buf, area, 1, 0, &on.for_whom(), on.look.theme.style(Role::Body));
        y = 1;
    }
    let (cursor, used) = grid(on, &days, rest(area, y), buf);
    let mut below = inset(rest(area, y + used));
    if on.state.finding {
        let mut lines = on.chosen_lines();
        lines.truncate(if area.height > 18 { 3 } else { 1 });
        let used = put_lines(on, &lines, below, buf);
        below = rest(below, used);
        finder::below(on, below, buf);
    } else {
        put_lines(on, &on.below(&days), below, buf);
    }
    cursor
}

/// The page in a frame, with more room below.
pub(super) fn boxed_page(on: &Page<'_>, area: Rect, buf: &mut Buffer) -> Option<Position> {
    let focused = on.state.book.is_none() && !on.state.holidays;
    let room = boxed(buf, area, "Week", focused, on.look.theme);
    let days = days(on, room);
    let (cursor, used) = grid(on, &days, room, buf);
    let room = rest(room, used + 1);
    let room = Rect { x: room.x + 1.min(room.width), width: room.width.saturating_sub(2), ..room };
    let mut lines = vec![(Role::Heading, on.for_whom()), (Role::Body, String::new())];
    lines.extend(on.below(&days));
    lines.extend(to_book(on));
    put_lines(on, &lines, room, buf);
    cursor
}

/// What stands between the case and a booking.
fn to_book(on: &Page<'_>) -> Vec<(Role, String)> {
    use crate::domain::willingness::{Answer, Needed};
    let Some(rules) = on.rules() else { return Vec::new() };
    let facts = &rules.page.facts;
    let mut lines = vec![(Role::Body, String::new()), (Role::Heading, format!("TO BOOK {}", on.reference()))];
    lines.push((Role::Body, format!("  {}{}", pad("Consent", 12), facts.consent_words())));
    for party in facts.parties.iter().filter(|p| p.standing.needed == Needed::Needed) {
        let word = party.standing.answer.map_or("...", Answer::word);
        let day = match (party.answered, party.asked) {
            (Some(day), _) => short_day(day),
            (None, Some(day)) => format!("waiting since {}", short_day(day)),
            (None, None) => "not asked".to_owned(),
        };
        let label = pad(party.standing.kind.short(), 12);
        lines.push((Role::Body, format!("  {label}{} {day}", pad(word, 4))));
    }
    let so = match may_hold(facts, on.look.context.today()) {
        Err(Refusal::NoConsent) => "  So: nothing can be held or booked: there is no consent in force.",
        _ if rules.is_lit() => "  So: you can BOOK now.",
        Err(_) => "  So: three dates are held already. BOOK opens when nothing of this is missing.",
        Ok(()) => "  So: you can HOLD now. BOOK opens when nothing of this is missing.",
    };
    lines.push((Role::Body, so.to_owned()));
    lines
}

fn rest(area: Rect, y: u16) -> Rect {
    let y = y.min(area.height);
    Rect { y: area.y + y, height: area.height - y, ..area }
}

/// One column in, where there is room for it.
pub(super) fn inset(area: Rect) -> Rect {
    if area.width < 60 {
        return area;
    }
    Rect { x: area.x + 1, width: area.width - 1, ..area }
}

/// Writes lines, broken at words where they are too long; says how many rows they took.
pub(super) fn put_lines(on: &Page<'_>, lines: &[(Role, String)], area: Rect, buf: &mut Buffer) -> u16 {
    let mut y = 0;
    for (role, text) in lines {
        for line in wrap(text, usize::from(area.width)) {
            put(buf, area, 0, y, &line, on.look.theme.style(*role));
            y += 1;
        }
    }
    y.min(area.height)
}

/// Five days, or the chosen one where there is no room for five.
fn days(on: &Page<'_>, area: Rect) -> Vec<NaiveDate> {
    match Width::of(area) {
        Width::Tiny | Width::Narrow => vec![on.chosen.day],
        _ => choice::weekdays(on.chosen.day),
    }
}

/// Draws the grid; gives the cursor's place and the rows used.
fn grid(on: &Page<'_>, days: &[NaiveDate], area: Rect, buf: &mut Buffer) -> (Option<Position>, u16) {
    let theme = on.look.theme;
    let line = theme.style(Role::Body);
    let count = days.len() as u16;
    let wide = (area.width.saturating_sub(HOURS + 1) / count.max(1)).saturating_sub(1);
    let wide = if count == 1 { wide.min(30) } else { wide.min(WIDEST) };
    let bar = if theme.plain_lines { "|" } else { "│" };
    let ruled = |left: &str, cross: &str, end: &str| {
        let (flat, left, cross, end) =
            if theme.plain_lines { ("-", "+", "+", "+") } else { ("─", left, cross, end) };
        let cell = flat.repeat(usize::from(wide));
        let cells: Vec<String> = days.iter().map(|_| cell.clone()).collect();
        format!("{}{left}{}{end}", flat.repeat(usize::from(HOURS)), cells.join(cross))
    };
    let mut head = format!("{}{bar}", " ".repeat(usize::from(HOURS)));
    for day in days {
        let name = if wide >= 10 { short_day(*day) } else { day.format("%a %-d").to_string() };
        head.extend([&pad(&format!(" {name}"), usize::from(wide)), bar]);
    }
    put(buf, area, 0, 0, &head, theme.style(Role::Heading));
    let framed = area.height >= 17;
    let mut y = 1;
    if framed {
        put(buf, area, 0, y, &ruled("┼", "┼", "┤"), line);
        y += 1;
    }
    let hours: Vec<i64> = (on.diary.hours.opens..on.diary.hours.closes).step_by(4).collect();
    let chosen = hours.iter().rposition(|hour| *hour <= on.chosen.start).unwrap_or(0);
    // At least the line that says what is chosen stays in sight.
    let most = usize::from(area.height.saturating_sub(y + u16::from(area.height > 3)));
    let mut cursor = None;
    for row in seen(hours.len(), chosen, most.min(hours.len())) {
        let Some(hour) = hours.get(row).copied() else { continue };
        put(buf, area, 0, y, &format!("{:>6} {bar}", clock(hour)), line);
        for (at, day) in days.iter().enumerate() {
            let x = HOURS + 1 + (wide + 1) * at as u16;
            let cell =
                Rect { x: area.x + x.min(area.width), width: wide.min(area.width.saturating_sub(x)), ..area };
            let here = cell_at(on, *day, hour, row, wide);
            let text = here.text(usize::from(wide));
            let role = if here.bracket && here.first { Role::Chosen } else { here.role };
            put(buf, cell, 0, y, &text, theme.style(role));
            put(buf, area, x + wide, y, bar, line);
            if here.bracket && here.first && cell.width > 1 && y < area.height {
                cursor = Some(Position::new(cell.x + 1, cell.y + y));
            }
        }
        y += 1;
    }
    if framed {
        put(buf, area, 0, y, &ruled("┴", "┴", "┘"), line);
        y += 1;
    }
    (cursor, y.min(area.height))
}

/// What stands in a cell.
struct Written {
    words: String,
    marks: String,
    role: Role,
    bracket: bool,
    /// The first of the chosen hours.
    first: bool,
}

impl Written {
    /// ` 2 open  x hb `, or in brackets.
    fn text(&self, wide: usize) -> String {
        let room = wide.saturating_sub(2);
        let words = fit(&self.words, room.saturating_sub(usize::from(!self.marks.is_empty())));
        let marks = fit(&self.marks, room.saturating_sub(cells(&words)));
        let at = if room >= 11 { 8 } else { 2.max(cells(&words) + usize::from(!marks.is_empty())) };
        let words = pad(&words, at.max(cells(&words)).min(room.saturating_sub(cells(&marks))));
        let inner = pad(&format!("{words}{marks}"), room);
        if self.bracket { format!("[{inner}]") } else { format!(" {inner} ") }
    }
}

fn cell_at(on: &Page<'_>, day: NaiveDate, hour: i64, row: usize, wide: u16) -> Written {
    let of_hour = Slot { day, start: hour, length: 4 };
    let bracket = on.chosen.overlaps(of_hour);
    let first = bracket && (on.chosen.start - 3..=on.chosen.start).contains(&hour);
    let (mut words, marks, role) = match on.diary.cell(day, hour, on.state.mediator) {
        Cell::Closed(name) => (closed(name, row), String::new(), Role::Closed),
        Cell::NotWorking => ("-".to_owned(), String::new(), Role::Body),
        Cell::Past => (".".to_owned(), String::new(), Role::Body),
        Cell::Open { free, held, booked } => {
            let breaks = on.rules().and_then(|rules| rules.breaks_at(day, hour)).is_some();
            let marks = format!("{} {}", if breaks { 'x' } else { ' ' }, marks(held, booked));
            let marks = marks.trim_end().to_owned();
            let words = match (on.state.mediator, wide < WIDEST && !marks.is_empty()) {
                (Some(_), _) => "open".to_owned(),
                (None, true) => free.to_string(),
                (None, false) => format!("{free} open"),
            };
            (words, marks, Role::Body)
        }
        Cell::Full { held, booked } => {
            let marks = format!("  {}", marks(held, booked));
            ("full".to_owned(), marks.trim_end().to_owned(), Role::Body)
        }
        Cell::Taken(taken) if wide < WIDEST => (short(taken), String::new(), role_of(taken)),
        Cell::Taken(taken) => (taken.words(), String::new(), role_of(taken)),
    };
    if first && on.chosen.start != hour {
        words = format!("{} {words}", clock(on.chosen.start));
    }
    Written { words, marks, role, bracket, first }
}

/// `hM-0402`, where there is no room for more.
fn short(taken: &Taken) -> String {
    let mark = match taken.state {
        BookingState::Held => 'h',
        BookingState::InDoubt => '?',
        _ => 'b',
    };
    format!("{mark}{}", taken.reference)
}

fn role_of(taken: &Taken) -> Role {
    match taken.state {
        BookingState::Held => Role::Held,
        BookingState::InDoubt => Role::Attention,
        _ => Role::Booked,
    }
}

/// `hb`, `bb`, `b+`.
fn marks(held: usize, booked: usize) -> String {
    match (held, booked) {
        (0, 0) => String::new(),
        (0, 1) => " b".to_owned(),
        (1, 0) => "h".to_owned(),
        (1, 1) => "hb".to_owned(),
        (0, 2) => "bb".to_owned(),
        (2, 0) => "hh".to_owned(),
        (0, _) => "b+".to_owned(),
        (_, 0) => "h+".to_owned(),
        _ => "hb+".to_owned(),
    }
}

/// The name of a closed day, a piece of it in each row, again and again.
fn closed(name: &str, row: usize) -> String {
    const ROOM: usize = 9;
    let mut pieces = wrap(name, ROOM);
    pieces.push(String::new());
    let piece = pieces.get(row % pieces.len()).map_or("", String::as_str);
    format!("={}=", pad(&format!(" {piece}"), ROOM))
}
