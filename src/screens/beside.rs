//! The box beside a list: what the chosen row stands for, filled when the cursor rests.
//!
//! The question is asked once the choice has stood still for a moment in which nothing is typed, so that running down a
//! list asks nothing. An answer about anything but the row that is chosen now is dropped. On a window too narrow for
//! the box the page simply does not draw it.

mod words;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::Look;
use crate::protocol::answer::Answer;
use crate::protocol::command::Question;
use crate::protocol::effect::Effect;
use crate::store::calls::{CallPage, EnquiryPage};
use crate::store::cases::CasePage;
use crate::store::queue::Item;
use crate::widgets::frame::{boxed, put, wrap};
use crate::widgets::theme::Role;

/// How long the choice rests before it is looked up, in milliseconds.
const REST: i64 = 150;

#[derive(Debug, Clone)]
enum Shown {
    Case(Box<CasePage>),
    Enquiry(Box<EnquiryPage>),
    Call(Box<CallPage>),
}

/// The box.
#[derive(Debug, Clone, Default)]
pub struct Beside {
    item: Option<Item>,
    since: i64,
    asked: bool,
    shown: Option<Shown>,
}

impl Beside {
    /// The choice is on this now.
    pub fn chosen(&mut self, item: Option<Item>, now: i64) {
        if self.item != item {
            *self = Self { item, since: now, asked: false, shown: None };
        }
    }

    /// A letter was typed: the rest begins anew.
    pub fn typed(&mut self, now: i64) {
        self.since = now;
    }

    /// What is shown may be old: it is asked for again, and stays until the answer comes.
    pub fn refresh(&mut self, now: i64) {
        self.asked = false;
        self.since = now;
    }

    /// When the rest is over.
    pub fn wants_tick(&self) -> Option<i64> {
        (self.item.is_some() && !self.asked).then_some(self.since + REST)
    }

    /// Asks, when the rest is over.
    pub fn tick(&mut self, now: i64) -> Vec<Effect> {
        match self.item {
            Some(item) if !self.asked && now >= self.since + REST => {
                self.asked = true;
                vec![Effect::Ask(match item {
                    Item::Case(id) => Question::Case(id),
                    Item::Enquiry(id) => Question::Enquiry(id),
                    Item::Call(id) => Question::LookAtCall(id),
                })]
            }
            _ => Vec::new(),
        }
    }

    /// Takes an answer about what is chosen.
    pub fn hear(&mut self, answer: &Answer) {
        match (answer, self.item) {
            (Answer::Case(page), Some(Item::Case(id))) if page.head.id == id => {
                self.shown = Some(Shown::Case(page.clone()));
            }
            (Answer::Enquiry(page), Some(Item::Enquiry(id))) if page.enquiry.id == id => {
                self.shown = Some(Shown::Enquiry(page.clone()));
            }
            (Answer::LookedAtCall(page), Some(Item::Call(id))) if page.id == id => {
                self.shown = Some(Shown::Call(page.clone()));
            }
            _ => {}
        }
    }

    /// Draws the box.
    pub fn view(&self, title: &str, look: &Look<'_>, area: Rect, buf: &mut Buffer) {
        let inner = boxed(buf, area, title, false, look.theme);
        let room = Rect { x: inner.x + 1.min(inner.width), width: inner.width.saturating_sub(2), ..inner };
        let lines = match &self.shown {
            Some(Shown::Case(page)) => words::case(page, look),
            Some(Shown::Enquiry(page)) => words::enquiry(page, look),
            Some(Shown::Call(page)) => words::call(page, look),
            None => Vec::new(),
        };
        let mut y = 1;
        for (role, text) in lines {
            for line in hanging(&text, usize::from(room.width)) {
                put(buf, room, 0, y, &line, look.theme.style(role));
                y += 1;
            }
        }
    }
}

/// A line of the box.
type Said = (Role, String);

/// Broken at words, with what follows the first line set in.
fn hanging(text: &str, width: usize) -> Vec<String> {
    const IN: &str = "   ";
    let Some(first) = wrap(text, width).into_iter().next() else { return Vec::new() };
    let rest = text.strip_prefix(first.as_str()).unwrap_or_default().trim_start();
    let mut lines = vec![first];
    if !rest.is_empty() && width > IN.len() {
        lines.extend(wrap(rest, width - IN.len()).into_iter().map(|line| format!("{IN}{line}")));
    }
    lines
}
