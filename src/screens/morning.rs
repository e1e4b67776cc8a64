//! The morning page: the day in one minute, read once from the file.
//!
//! What it lists is chosen by the store; here it gets its headings, its numbers in words and its place on the
//! screen. A row is opened, done or accepted as on Today. Nothing is put off or handed on from here.

use chrono::NaiveDate;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::Look;
use super::home::Home;
use super::home::pages::HomePage;
use super::page::split_top;
use super::rows::{self, Line, Listed};
use crate::domain::queue::Why;
use crate::domain::typed_day::long_day;
use crate::protocol::answer::Answer;
use crate::protocol::command::Question;
use crate::protocol::context::Context;
use crate::protocol::effect::{Effect, Place};
use crate::protocol::keys::Spot;
use crate::store::morning::{MOST, MorningPage};
use crate::store::queue::QueueRow;
use crate::widgets::frame::{put, wrap};
use crate::widgets::theme::Role;

/// The morning page.
#[derive(Debug, Clone)]
pub struct State {
    home: Home,
    page: MorningPage,
}

impl Default for State {
    fn default() -> Self {
        Self { home: Home::asking(Question::Morning), page: MorningPage::default() }
    }
}

/// The rows of a list that are shown; how many more there are is said under them.
const SHOWN: usize = 24;

/// What is said under a list that is not shown whole.
fn and_more(rows: &[QueueRow]) -> Option<String> {
    let more = rows.len().checked_sub(SHOWN).filter(|more| *more > 0)?;
    let or = if rows.len() as i64 == MOST { " or more" } else { "" };
    Some(format!("and {more}{or} besides. F5 shows what waits, the most urgent first."))
}

/// The lists in their order, each with its heading.
fn lists(page: &MorningPage) -> [(&'static str, &[QueueRow]); 8] {
    [
        ("TODAY'S MEETINGS", &page.meetings),
        ("CLOCKS - ended, today, this week", &page.clocks),
        ("LA NOT TOLD - the 30 days wait for it", &page.untold),
        ("PROMISED FOR TODAY", &page.promised),
        ("HANDED TO YOU - accept or not", &page.to_me),
        ("HANDED ON BY YOU, NOT ACCEPTED YET", &page.from_me),
        ("HOLDS LET GO OVERNIGHT", &page.lapsed),
        ("RAN OUT UNMET", &page.missed),
    ]
}

/// The lists that have rows, each under its heading.
fn listed(page: &MorningPage) -> Listed {
    let mut listed = Listed::default();
    for (heading, rows) in lists(page).into_iter().filter(|(_, rows)| !rows.is_empty()) {
        listed.lines.push(Line::Heading(heading.to_owned(), rows.len().to_string()));
        for row in rows.iter().take(SHOWN) {
            listed.lines.push(Line::Row(listed.rows.len()));
            listed.rows.push(row.clone());
        }
        listed.lines.extend(and_more(rows).map(Line::Said));
    }
    listed
}

fn counted(count: usize, one: &str, many: &str) -> Option<String> {
    match count {
        0 => None,
        1 => Some(format!("1 {one}")),
        n => Some(format!("{n} {many}")),
    }
}

/// The day in numbers and words: `3 meetings, 2 clocks end today, 1 hold let go.`
fn numbers(page: &MorningPage, context: &Context) -> String {
    let today = context.today();
    let is_step = |row: &&QueueRow| matches!(row.why, Some(Why::Step(_)));
    let steps = page.clocks.iter().filter(is_step).count();
    let of_days = |is: fn(&NaiveDate, &NaiveDate) -> bool| {
        page.clocks.iter().filter(|row| !is_step(row) && is(&row.due, &today)).count()
    };
    let (ended, ending, later) = (of_days(NaiveDate::lt), of_days(NaiveDate::eq), of_days(NaiveDate::gt));
    let all = [
        counted(page.meetings.len(), "meeting", "meetings"),
        counted(ended, "clock has ended", "clocks have ended"),
        counted(ending, "clock ends today", "clocks end today"),
        counted(later, "clock ends this week", "clocks end this week"),
        counted(steps, "step to do", "steps to do"),
        counted(page.untold.len(), "LA not told yet", "LAs not told yet"),
        counted(page.promised.len(), "promise", "promises"),
        counted(page.to_me.len(), "row handed to you", "rows handed to you"),
        counted(page.from_me.len(), "not accepted by others", "not accepted by others"),
        counted(page.lapsed.len(), "hold let go", "holds let go"),
        counted(page.missed.len(), "ran out unmet", "ran out unmet"),
    ];
    let said: Vec<String> = all.into_iter().flatten().collect();
    if said.is_empty() {
        "No meeting, no clock this week, nothing promised. Nothing was handed to you.".to_owned()
    } else {
        format!("{}.", said.join(", "))
    }
}

impl HomePage for State {
    const SPOT: Spot = Spot::Morning;
    const OTHER: Place = Place::Today;
    const NAME: &'static str = "This morning";

    fn home(&self) -> &Home {
        &self.home
    }

    fn home_mut(&mut self) -> &mut Home {
        &mut self.home
    }

    fn heading(&self, look: &Look<'_>) -> String {
        format!("MORNING  {}", long_day(look.context.today()))
    }

    fn says(&self, _look: &Look<'_>) -> String {
        if self.home.rows.chosen().is_some() {
            "Up/Down choose. Enter opens. F9 does the step named on the right.".to_owned()
        } else {
            "F5 shows what waits, the most urgent first.".to_owned()
        }
    }

    fn take_in(&mut self, answer: &Answer, context: &Context) -> Vec<Effect> {
        match answer {
            Answer::Morning(page) => {
                self.page = (**page).clone();
                self.home.take(listed(&self.page), context);
                Vec::new()
            }
            // The page of Today is another one's.
            Answer::Queue(_) => Vec::new(),
            answer => self.home.hear(answer, context, |_| Listed::default()),
        }
    }

    fn list(&self, look: &Look<'_>, area: Rect, buf: &mut Buffer) -> Option<Position> {
        let said = if self.home.read { numbers(&self.page, look.context) } else { String::new() };
        let said = wrap(&said, usize::from(area.width).saturating_sub(3).max(1));
        let height = (said.len() as u16 + 1).min(area.height / 3);
        let (top, rest) = split_top(area, height);
        for (y, line) in said.iter().take(usize::from(height)).enumerate() {
            put(buf, top, 2, y as u16, line, look.theme.style(Role::Body));
        }
        rows::draw(&self.home.rows, look, rest, buf, |row, width| rows::columns(row, look, width))
    }
}
