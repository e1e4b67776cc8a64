//! One view: the first line, the page, the two lines, the key bar, and the menu strip over them.
//!
//! What stands in the first line and in the lines below the page is the same on every page, so it is drawn
//! here and the page only says its words. Nothing is changed by drawing. A small window gives up the lines
//! below the page first; the cursor always ends inside it.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::pages::Page;
use super::{App, MOST_CALLS};
use crate::domain::text::first_name;
use crate::protocol::context::Context;
use crate::protocol::key::Key;
use crate::protocol::keys::{self, KEYS, Spot};
use crate::screens::call::State;
use crate::screens::page::middle;
use crate::screens::{Look, Screen};
use crate::widgets::frame::{cells, fit, pad, put, window, wrap};
use crate::widgets::theme::Role;

/// The width of the menu strip, where there is room.
const MENU: u16 = 77;

/// What is said on a page that names families.
const NO_CONSENT: &str = "Caller on the line, no consent: tell nothing of a family.";

impl App {
    /// Draws everything, and gives the true cursor's place: inside, however small the window is.
    pub fn view(&self, context: &Context, area: Rect, buf: &mut Buffer) -> Option<Position> {
        let cursor = self.draw(context, area, buf)?;
        let (right, bottom) = (area.right().saturating_sub(1), area.bottom().saturating_sub(1));
        Some(Position::new(cursor.x.min(right), cursor.y.min(bottom)))
    }

    fn draw(&self, context: &Context, area: Rect, buf: &mut Buffer) -> Option<Position> {
        let look = Look {
            theme: self.theme,
            context,
            hide_names: self.hide_names,
            width: area.width,
            in_call: !self.calls.is_empty(),
            may_begin: self.calls.len() < MOST_CALLS,
        };
        if self.hidden {
            put(buf, area, 1, 0, &format!("{}   any key", context.minute()), self.theme.style(Role::Body));
            return Some(Position::new(area.x, area.y));
        }
        let screen = self.front()?;
        if area.height < 4 || area.width < 12 {
            let cursor = screen.view(&look, area, buf);
            return Some(cursor.unwrap_or(Position::new(area.x, area.y)));
        }
        let row = |y: u16| Rect { y: area.y + y, height: 1, ..area };
        self.header(&look, &screen.title(&look), row(0), buf);
        let footer = self.footer(area.height);
        let body = Rect { y: area.y + 1, height: area.height - 1 - footer, ..area };
        let cursor = screen.view(&look, body, buf);
        self.lines(
            &look,
            self.tells_nothing(screen, screen.lines(&look)),
            &screen.next_step(),
            area,
            footer,
            buf,
        );
        let over = self.menu.then(|| self.menu_strip(body, buf));
        over.or(cursor).or(Some(Position::new(area.x, area.y)))
    }

    /// While somebody without consent is on the line, the pages that name families say so: whoever is at the desk may look
    /// at their own work, and the caller hears nothing of it. Find and an enquiry tell less by themselves; a window and a
    /// number that is not safe have their own words.
    fn tells_nothing(&self, screen: &dyn Screen, [say, hint]: [String; 2]) -> [String; 2] {
        let of_a_case = matches!(
            screen.spot(),
            Spot::Case | Spot::CaseConsent | Spot::CaseWillingness | Spot::CaseDates | Spot::Link
        );
        let page = of_a_case
            || matches!(
                screen.spot(),
                Spot::Desk | Spot::Today | Spot::Morning | Spot::Calendar | Spot::Mediators
            );
        let waits = self.call_in_hand().is_some_and(State::waits_for_consent);
        let free = !screen.has_window() && !screen.typing() && !say.starts_with("NOT SAFE");
        [if page && waits && free { NO_CONSENT.to_owned() } else { say }, hint]
    }

    /// How many rows the lines below the page take.
    #[allow(clippy::unused_self)]
    fn footer(&self, height: u16) -> u16 {
        match height {
            0..8 => 1,
            8..16 => 2,
            _ => 3,
        }
    }

    fn header(&self, look: &Look<'_>, title: &str, row: Rect, buf: &mut Buffer) {
        let context = look.context;
        let wide = row.width >= 110;
        let on_call = matches!(self.pages.last(), Some(Page::Call));
        let open = self.calls.last().filter(|_| !on_call);
        let parked = if on_call && self.calls.len() > 1 { "  1 parked: F2" } else { "" };
        let practice = if self.theme.practice { "PRACTICE  " } else { "" };
        let saved = self.saved_words(context, wide);
        let right = |staff: &str| {
            if row.width < 60 {
                return format!("{saved} ");
            }
            let day =
                if wide { crate::domain::typed_day::short_day(context.today()) + " " } else { String::new() };
            format!("{saved}  {staff}{day}{} ", context.minute())
        };
        let staff = format!("{}  ", first_name(&context.staff));
        let length = open.map(|call| call.length(context));
        let [long, short] = match length {
            Some(_) if self.parked.is_some() => {
                ["1 CALL PARKED: F2 F2  ".to_owned(), "1 PARKED: F2 F2  ".to_owned()]
            }
            Some(length) => [format!("CALL OPEN {length}- F2  "), format!("CALL {length}F2  ")],
            None => [String::new(), String::new()],
        };
        let room = |right: &str| usize::from(row.width).saturating_sub(cells(right) + 1 + cells(parked));
        // Where the title of the page has no room, whose desk it is gives way, and then the words of the open call.
        let all = [(&long, right(&staff)), (&long, right("")), (&short, right(""))];
        let [full, .., least] = &all;
        let fits =
            all.iter().find(|(call, right)| cells(call) + cells(practice) + cells(title) < room(right));
        let (call, right) = fits.unwrap_or(if open.is_some() { least } else { full });
        // Somebody who waits on the other line is never what is cut off.
        let left = fit(&format!(" {call}{practice}{title}"), room(right)) + parked;
        put(buf, row, 0, 0, &pad(&left, usize::from(row.width)), self.theme.style(Role::Heading));
        let x = row.width.saturating_sub(cells(right) as u16);
        let style = if saved == "NOT SAVED" { Role::NotSaved } else { Role::Body };
        put(buf, row, x, 0, right, self.theme.style(style));
    }

    /// `Saved 14:38`, and never alone where words of a call are on the screen only.
    fn saved_words(&self, context: &Context, wide: bool) -> String {
        let saved = self.saving.words(context, wide);
        let nobody_yet =
            self.calls.iter().filter(|call| call.has_scratch()).map(|call| call.kind().is_none()).max();
        match nobody_yet {
            None => saved,
            Some(_) if saved == "NOT SAVED" => saved,
            Some(true) => "NOT SAVED".to_owned(),
            Some(false) if wide => format!("{saved} (scratch not saved)"),
            Some(false) => "Scratch not saved".to_owned(),
        }
    }

    fn lines(
        &self,
        look: &Look<'_>,
        lines: [String; 2],
        step: &str,
        area: Rect,
        footer: u16,
        buf: &mut Buffer,
    ) {
        let row = |up: u16| Rect { y: area.y + area.height - up, height: 1, ..area };
        let [say, hint] = lines.map(|line| format!(" {line}"));
        let width = usize::from(area.width);
        let body = self.theme.style(Role::Body);
        let trouble = self.saving.trouble(look.context);
        let told = self.acts.line(self.notice.as_deref(), width.saturating_sub(2));
        let (hint, style) = match (&trouble, &told) {
            (_, Some(notice)) if trouble.is_none() || self.notice.is_some() => (format!(" {notice}"), body),
            (Some(trouble), _) => (format!(" {trouble}"), self.theme.style(Role::NotSaved)),
            (None, _) => (hint, body),
        };
        let bar = if area.width >= 80 {
            keys::bar(step)
        } else {
            small_bar(step, width, matches!(self.pages.last(), Some(Page::Call)))
        };
        put(buf, row(1), 0, 0, &pad(&bar, width), body);
        let quiet = trouble.is_none() && told.is_none();
        // What is longer than the window goes on in the second line: words to say, a warning, and what is told. Only
        // what is told of itself at every key leaves the words to say where they are.
        let says = say.trim_start().starts_with("SAY");
        let goes_on = match (&told, quiet) {
            (_, true) => (says || say.trim_start().starts_with("NOT SAFE")).then_some((&say, body)),
            (Some(_), _) => Some((&hint, style)),
            (None, _) => (!says).then_some((&hint, style)),
        };
        if let Some((words, style)) = goes_on.filter(|(words, _)| footer >= 3 && cells(words) > width) {
            let mut lines = wrap(words, width);
            let rest = lines.split_off(1.min(lines.len())).join(" ");
            let indent = if quiet && says { "      " } else { " " };
            put(buf, row(3), 0, 0, &pad(lines.first().map_or("", String::as_str), width), style);
            put(buf, row(2), 0, 0, &pad(&format!("{indent}{rest}"), width), style);
            return;
        }
        if footer >= 3 {
            put(buf, row(3), 0, 0, &pad(&say, width), body);
        }
        if footer >= 2 {
            let line = if footer == 2 && quiet && say.trim_start().starts_with("SAY") { &say } else { &hint };
            // Where the line is too long, what every page says goes first.
            let line = if cells(line) > width { line.trim_end().trim_end_matches("Esc menu") } else { line };
            put(buf, row(2), 0, 0, &pad(line, width), style);
        }
    }

    /// The menu strip: the F keys as digits, the fields as letters.
    fn menu_strip(&self, body: Rect, buf: &mut Buffer) -> Position {
        let spot = self.front().map_or(Spot::Anywhere, Screen::spot);
        let step = self.front().map(Screen::next_step).unwrap_or_default();
        // The key bar with its F keys as digits, and what holds everywhere.
        let width = usize::from(body.width.min(MENU)).saturating_sub(4);
        let mut lines = in_lines(&keys::digits(&step), "  ", width);
        lines.push("0 More: mediators, settings   q Leave".to_owned());
        let fields: Vec<String> = spot
            .chain()
            .iter()
            .flat_map(|place| KEYS.iter().filter(move |row| row.spot == *place && row.spot != Spot::Anywhere))
            .filter(|row| row.key.alt && row.key.typed().is_none())
            .map(|row| format!("{} {}", letter(row.key), row.help))
            .collect();
        lines.push(String::new());
        if fields.is_empty() {
            lines.extend(in_lines(&keys::hints(spot), "   ", width));
        } else {
            lines.push("GO TO".to_owned());
            let mut line = String::new();
            for field in fields {
                if cells(&line) + cells(&field) + 3 > width.saturating_sub(3) {
                    lines.push(std::mem::take(&mut line));
                }
                line.push_str(&pad(&field, (cells(&field) + 1).div_ceil(14) * 14));
            }
            lines.push(line);
        }
        lines.push(String::new());
        lines.push("! Worried a child is at risk: what to do, whom to ring".to_owned());
        let back = if self.calls.is_empty() {
            "Esc again: one step back."
        } else {
            "Esc again: one step back. The call stays open and saved."
        };
        lines.push(back.to_owned());
        // In a small window what can be chosen goes before empty lines.
        while lines.len() + 2 > usize::from(body.height)
            && let Some(empty) = lines.iter().rposition(String::is_empty)
        {
            lines.remove(empty);
        }
        let place = middle(body, MENU, lines.len() as u16 + 2);
        let room = window(buf, place, "Menu - one more key", self.theme);
        for (y, line) in lines.iter().enumerate() {
            put(buf, room, 1, y as u16, line, self.theme.style(Role::Body));
        }
        Position::new(room.x + 1.min(room.width), room.y)
    }
}

/// Keys and their words, with `between` them, in lines of the strip; a key is never parted from its word.
fn in_lines(hints: &str, between: &str, width: usize) -> Vec<String> {
    let mut lines = vec![String::new()];
    for hint in hints.split(between) {
        let full = lines.last().is_some_and(|line| !line.is_empty() && cells(line) + cells(hint) + 3 > width);
        if full {
            lines.push(String::new());
        }
        if let Some(line) = lines.last_mut() {
            let gap = if line.is_empty() { "" } else { between };
            line.extend([gap, hint]);
        }
    }
    lines
}

fn letter(key: Key) -> String {
    key.to_string().trim_start_matches("Alt+").to_lowercase()
}

/// In a narrow window: the keys of a call, or those that lead to one.
fn small_bar(step: &str, width: usize, in_call: bool) -> String {
    let mut bar = String::new();
    for n in if in_call { [4, 6, 8, 9] } else { [2, 3, 5, 9] } {
        let key = Key::f(n);
        let word =
            KEYS.iter().find(|row| row.spot == Spot::Anywhere && row.key == key).map_or("", |row| row.hint);
        let word = if n == 9 { step } else { word };
        bar.extend([" ", &key.to_string(), " ", word]);
    }
    if cells(&bar) + 12 <= width {
        bar = pad(&bar, width - 10);
        bar.push_str("Esc menu");
    }
    bar
}
