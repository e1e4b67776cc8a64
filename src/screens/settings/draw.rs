//! How Settings looks: the rows with what is set, and the windows over them.
//!
//! It is drawn from the state alone and changes nothing. Each row says in a few words what the setting does.
//! When the list of bank holidays nears its end, the line below the page says so.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::{COLOURS, Editing, LINES, ROWS, Row, State};
use crate::domain::authority::Authorities;
use crate::domain::typed_day::{day_with_year, long_day, short_day};
use crate::protocol::keys::{self, Spot};
use crate::screens::Look;
use crate::screens::page::middle;
use crate::store::closed::ClosedDay;
use crate::store::office::setting;
use crate::store::touched::Touching;
use crate::widgets::frame::{pad, put, window, wrap};
use crate::widgets::list::seen;
use crate::widgets::theme::Role;

/// The two lines below the page.
pub(super) fn lines(state: &State, look: &Look<'_>) -> [String; 2] {
    let known = state.law.known_until();
    let left = (known - look.context.today()).num_days();
    let first = match left {
        0..=90 => {
            format!("Bank holidays are known until {} only: a newer program knows more.", short_day(known))
        }
        _ => "A change is kept at once. Nothing here touches a call.".to_owned(),
    };
    let second = match &state.editing {
        None => {
            // Of the areas that are chosen here it is said which of them find nothing.
            let served = Some(state.settings.get(setting::SERVED)).filter(|_| ROWS[state.at] == Row::Served);
            served
                .and_then(|served| Authorities::england().unknown_words(served))
                .unwrap_or_else(|| "Up/Down choose. Enter or Space changes. Esc menu".to_owned())
        }
        Some(Editing::Days(_, None)) => format!("{}   Esc back", keys::hints(Spot::ClosedDays)),
        Some(Editing::Words(_)) => "F9 keeps it. Esc keeps it too.".to_owned(),
        Some(_) => "Enter keeps it. Esc back".to_owned(),
    };
    [first, second]
}

fn value(state: &State, row: Row, look: &Look<'_>) -> (&'static str, String, &'static str) {
    let get = |key: &str, missing: &str| {
        let text = state.settings.get(key);
        if text.is_empty() { missing.to_owned() } else { text.to_owned() }
    };
    match row {
        Row::Name => ("Your name", get(setting::STAFF, "(nobody)"), "from the next start"),
        Row::Start => {
            let today = state.settings.home_is_today(&look.context.staff);
            ("You start at", if today { "Today" } else { "My desk" }.to_owned(), "My desk, or Today's list")
        }
        Row::Colours => ("Colours", get(setting::COLOURS, COLOURS[0]), "standard, high contrast, none"),
        Row::Lines => ("Lines and marks", get(setting::LINES, LINES[0]), "drawn, or plain (- | + only)"),
        Row::Service => ("Name of the service", get(setting::SERVICE, "(not said)"), "as it is said"),
        Row::PhoneLine => ("The line parents ring", get(setting::LINE, "(not said)"), "said to callers"),
        Row::Served => ("Areas (LAs) we serve", get(setting::SERVED, "(not said)"), "commas between"),
        Row::ChasePhone => {
            ("Chase after a call", days(state.settings.ladder().phone), "1 to 20 working days")
        }
        Row::ChaseEmail => {
            ("Chase after an e-mail", days(state.settings.ladder().email), "1 to 20 working days")
        }
        Row::ChaseMessage => {
            ("Chase after a message", days(state.settings.ladder().message), "1 to 20 working days")
        }
        Row::ClosedDays => {
            let words = match state.closed.len() {
                0 => "none".to_owned(),
                n => format!("{n} to come"),
            };
            ("Closed days", words, "days on which the office is closed")
        }
        Row::Safeguarding => {
            let own = state.settings.get(setting::SAFEGUARDING).trim().is_empty();
            (
                "Safeguarding words",
                if own { "as shipped" } else { "your own" }.to_owned(),
                "edit, with your numbers",
            )
        }
    }
}

fn days(count: i32) -> String {
    format!("+{count}")
}

/// The whole page; gives the cursor's place.
pub(super) fn view(state: &State, look: &Look<'_>, area: Rect, buf: &mut Buffer) -> Option<Position> {
    let theme = look.theme;
    let width = usize::from(area.width);
    let mut cursor = None;
    let rows = seen(ROWS.len(), state.at, usize::from(area.height));
    let count = rows.len() as u16;
    for (y, at) in rows.enumerate() {
        let here = at == state.at;
        let (label, now, about) = value(state, ROWS[at], look);
        let line = format!("{} {} {} {about}", if here { '>' } else { ' ' }, pad(label, 22), pad(&now, 22));
        let role = if here { Role::Chosen } else { Role::Body };
        put(buf, area, 0, y as u16, &pad(&line, width), theme.style(role));
        if here && area.width > 2 {
            cursor = Some(Position::new(area.x + 2, area.y + y as u16));
        }
    }
    if area.height > count + 2 {
        let known =
            format!("Bank holidays of England are known until {}.", long_day(state.law.known_until()));
        put(buf, area, 2, count + 1, &known, theme.style(Role::Body));
    }
    match &state.editing {
        None => cursor,
        Some(Editing::Text(row, line)) => {
            let (label, ..) = value(state, *row, look);
            let inner = window(buf, middle(area, 76, 3), label, theme);
            line.draw(buf, inset(inner), true, theme)
        }
        Some(Editing::Words(notes)) => {
            let inner =
                window(buf, middle(area, 78, area.height), "What to do when a child may be at risk", theme);
            notes.draw(buf, inset(inner), true, theme, crate::widgets::notes::Margin::None)
        }
        Some(Editing::Days(at, typed)) => closed_days(state, *at, typed.as_ref(), look, area, buf),
    }
}

fn inset(inner: Rect) -> Rect {
    Rect { x: inner.x + 1.min(inner.width), width: inner.width.saturating_sub(2), ..inner }
}

fn closed_days(
    state: &State,
    at: usize,
    typed: Option<&crate::widgets::field::Line>,
    look: &Look<'_>,
    area: Rect,
    buf: &mut Buffer,
) -> Option<Position> {
    let theme = look.theme;
    let room = inset(window(buf, middle(area, 64, 16), "Closed days", theme));
    if room.width == 0 || room.height == 0 {
        return None;
    }
    let told: Vec<String> = match (typed, state.closing) {
        (Some(_), Some(what)) => {
            let mut lines: Vec<String> = state.touched.iter().map(|line| format!("Touches {line}")).collect();
            if let (true, Touching::Closed(day) | Touching::BankHoliday(day)) = (lines.is_empty(), what) {
                lines.push(format!("{}: nothing is booked or due then.", day_with_year(day)));
            } else if matches!(what, Touching::Closed(_)) {
                lines.push("No clock of the law moves: it counts bank holidays alone.".to_owned());
            }
            lines.iter().flat_map(|line| wrap(line, usize::from(room.width))).collect()
        }
        _ => Vec::new(),
    };
    let below = u16::from(typed.is_some()) * 2 + told.len() as u16;
    let list = Rect { height: room.height.saturating_sub(below), ..room };
    for (y, line) in (list.height..).zip(&told) {
        put(buf, room, 0, y + 1, line, theme.style(Role::Attention));
    }
    let mut cursor = Some(Position::new(room.x, room.y));
    if state.closed.is_empty() {
        put(
            buf,
            list,
            0,
            0,
            "None yet. + adds one: 23 dec Party; 9/4 bank holiday: x",
            theme.style(Role::Body),
        );
    }
    for (y, place) in seen(state.closed.len(), at, usize::from(list.height)).enumerate() {
        let ClosedDay { day, name, proclaimed } = &state.closed[place];
        let bank = if *proclaimed { " (bank holiday)" } else { "" };
        let here = place == at && typed.is_none();
        let line = format!("{} {} {name}{bank}", if here { '>' } else { ' ' }, pad(&day_with_year(*day), 16));
        let role = if here { Role::Chosen } else { Role::Body };
        put(buf, list, 0, y as u16, &pad(&line, usize::from(list.width)), theme.style(role));
        if here {
            cursor = Some(Position::new(list.x + 2.min(list.width - 1), list.y + y as u16));
        }
    }
    match typed {
        Some(line) => {
            let y = room.height - 1;
            put(buf, room, 0, y, "Day and name", theme.style(Role::Heading));
            let x = 14.min(room.width);
            line.draw(
                buf,
                Rect { x: room.x + x, y: room.y + y, width: room.width - x, height: 1 },
                true,
                theme,
            )
        }
        None => cursor,
    }
}
