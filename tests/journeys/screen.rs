//! One screen drawn into a buffer, as the program draws it: the first line, the page, the last three lines.

use chrono::{NaiveDate, NaiveDateTime};
use mediation_line::protocol::context::{Context, Ids};
use mediation_line::protocol::keys;
use mediation_line::screens::{Look, Screen};
use mediation_line::widgets::theme::Theme;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

/// Tuesday 24 November 2026, 14:38 in London, in UTC milliseconds.
pub(crate) const NOW: i64 = 1_795_531_080_000;

/// The office at 14:38, with Priya at the desk.
pub(crate) fn context() -> Context {
    let day = NaiveDate::from_ymd_opt(2026, 11, 24).unwrap();
    let local: NaiveDateTime = day.and_hms_opt(14, 38, 0).unwrap();
    Context {
        now: NOW,
        local,
        zone: crate::journeys::desk::local,
        staff: "Priya".into(),
        ids: Ids::of_desk(1),
    }
}

/// The same, so many milliseconds later.
pub(crate) fn later(milliseconds: i64) -> Context {
    let before = context();
    Context {
        now: before.now + milliseconds,
        local: before.local + chrono::Duration::milliseconds(milliseconds),
        ..before
    }
}

/// What a screen looks like at a size, and where the cursor is.
pub(crate) fn drawn(screen: &dyn Screen, width: u16, height: u16) -> (String, Option<Position>) {
    drawn_with(screen, width, height, false)
}

/// The same, with names hidden.
pub(crate) fn drawn_with(
    screen: &dyn Screen,
    width: u16,
    height: u16,
    hide_names: bool,
) -> (String, Option<Position>) {
    let context = context();
    let look = Look {
        theme: Theme::default(),
        context: &context,
        hide_names,
        width,
        in_call: false,
        may_begin: true,
    };
    let mut buf = Buffer::empty(Rect::new(0, 0, width, height));
    let page = Rect::new(0, 1.min(height), width, height.saturating_sub(4));
    let cursor = screen.view(&look, page, &mut buf);
    let [first, second] = screen.lines(&look);
    let lines =
        [(0, screen.title(&look)), (height.saturating_sub(3), first), (height.saturating_sub(2), second)];
    for (y, text) in lines {
        if y < height && width > 0 {
            buf.set_stringn(0, y, format!(" {text}"), usize::from(width), ratatui::style::Style::new());
        }
    }
    if height > 3 && width > 0 {
        let bar = keys::bar(&screen.next_step());
        buf.set_stringn(0, height - 1, bar, usize::from(width), ratatui::style::Style::new());
    }
    (text(&buf), cursor)
}

/// The letters of a buffer, a line a row, without the spaces at the ends.
pub(crate) fn text(buf: &Buffer) -> String {
    let area = buf.area;
    let mut text = String::new();
    for y in 0..area.height {
        let line: String = (0..area.width).map(|x| buf[(x, y)].symbol()).collect();
        text.push_str(line.trim_end());
        text.push('\n');
    }
    text
}

/// Draws a screen at every small size and some large ones: nothing may panic, and the cursor stays inside.
pub(crate) fn at_every_size(screen: &dyn Screen) {
    let widths = (1..=12).chain([20, 39, 40, 41, 59, 60, 79, 80, 119, 120, 200]);
    for width in widths {
        for height in (1..=14).chain([16, 20, 23, 24, 40, 60]) {
            let (_, cursor) = drawn(screen, width, height);
            if let Some(at) = cursor {
                assert!(at.x < width && at.y < height, "cursor {at:?} outside {width}x{height}");
            }
        }
    }
}
