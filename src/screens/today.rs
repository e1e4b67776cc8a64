//! Today, the coordinator's home: everything that waits, in groups, most harm first.
//!
//! A page is read from an index and never computed here. Each row says who, what and when, and names one next
//! step, which one key does. A row that is put off comes back by itself, and nothing on the list blocks anything else. On a
//! wide window the chosen row is told in a box beside the list.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::drafts::{Draft, Typed};
use super::home::Home;
use super::page::{Width, split_left};
use super::rows;
use super::{Look, Screen};
use crate::domain::queue::Group;
use crate::domain::typed_day::{long_day, short_day};
use crate::protocol::action::Action;
use crate::protocol::answer::Answer;
use crate::protocol::context::Context;
use crate::protocol::effect::{Effect, Place};
use crate::protocol::keys::Spot;
use crate::widgets::frame::{boxed, put_right};
use crate::widgets::theme::Role;

/// Today.
#[derive(Debug, Clone, Default)]
pub struct State {
    home: Home,
}

impl State {
    fn to_do(&self) -> usize {
        self.home.rows.all().iter().filter(|row| row.group != Group::Recent).count()
    }

    fn chosen_is_not_safe(&self) -> bool {
        self.home.rows.chosen().is_some_and(|row| row.not_safe)
    }

    fn in_group(&self, group: Group) -> usize {
        self.home.rows.all().iter().filter(|row| row.group == group).count()
    }

    /// What is said when nothing waits.
    fn nothing(&self, context: &Context) -> String {
        let last = match self.home.page.last_calls.first() {
            Some(row) if row.due == context.today() => {
                format!(" The last call was at {}.", context.clock(row.at.unwrap_or(context.now)))
            }
            Some(row) => format!(" The last call was on {}.", short_day(row.due)),
            None => String::new(),
        };
        format!("Nothing is waiting.{last} F2 starts one.")
    }
}

impl Screen for State {
    fn spot(&self) -> Spot {
        self.home.spot(Spot::Today)
    }

    fn typing(&self) -> bool {
        self.home.has_window()
    }

    fn has_window(&self) -> bool {
        self.home.has_window()
    }

    fn next_step(&self) -> String {
        match (self.home.has_window(), self.home.rows.chosen()) {
            (true, _) => "Keep".into(),
            (false, Some(row)) if row.handover.is_some() => "Accept".into(),
            (false, Some(_)) => "Do step".into(),
            (false, None) => String::new(),
        }
    }

    fn title(&self, look: &Look<'_>) -> String {
        let calls = match self.in_group(Group::NotFinished) {
            0 => String::new(),
            1 => "   1 call not finished".to_owned(),
            n => format!("   {n} calls not finished"),
        };
        let today = look.context.today();
        // Beside PRACTICE the year goes before the calls that are not finished.
        let day = if (calls.is_empty() || !look.theme.practice) && !look.in_call || look.width >= 110 {
            long_day(today)
        } else {
            short_day(today)
        };
        format!("TODAY  {day}{calls}")
    }

    fn lines(&self, look: &Look<'_>) -> [String; 2] {
        if let Some(help) = self.home.help() {
            return [help.to_owned(), "Esc closes".to_owned()];
        }
        let first = match self.to_do() {
            _ if !self.home.read => String::new(),
            _ if self.chosen_is_not_safe() => rows::warning(self.home.rows.chosen()).unwrap_or_default(),
            0 => self.nothing(look.context),
            _ if self.home.rows.chosen().is_some_and(|row| row.handover.is_some()) => {
                "F9 or + accepts it, - does not. Until then it stays in everybody's list.".to_owned()
            }
            n => {
                if let Some(kept) = rows::kept_by(self.home.rows.chosen(), look) {
                    return [
                        format!("{kept} F9 does the step named on the right."),
                        rows::hints(look, Spot::Today),
                    ];
                }
                let more = if self.home.page.more.is_empty() { "" } else { " and more" };
                format!("{n}{more} to do. Up/Down choose. Enter opens. F9 does the step named on the right.")
            }
        };
        [first, rows::hints(look, Spot::Today)]
    }

    fn opened(&mut self, context: &Context) -> Vec<Effect> {
        self.home.opened(context)
    }

    fn act(&mut self, action: &Action, context: &Context) -> Vec<Effect> {
        self.home.act(action, context, &Place::Desk)
    }

    fn hear(&mut self, answer: &Answer, context: &Context) -> Vec<Effect> {
        self.home.hear(answer, context, |page| page.rows.clone())
    }

    fn wants_tick(&self) -> Option<i64> {
        self.home.wants_tick()
    }

    fn tick(&mut self, context: &Context) -> Vec<Effect> {
        self.home.tick(context)
    }

    fn typed(&self) -> Option<Typed> {
        self.home.typed()
    }

    fn sent(&mut self) -> Option<Draft> {
        self.home.sent()
    }

    fn unsaved(&self) -> Vec<String> {
        self.home.unsaved()
    }

    fn leave(&mut self) -> Vec<Draft> {
        self.home.leave()
    }

    fn stand_again(&mut self, drafts: &mut Vec<Draft>) {
        self.home.stand_again(drafts);
    }

    fn view(&self, look: &Look<'_>, area: Rect, buf: &mut Buffer) -> Option<Position> {
        let mut list = area;
        if Width::of(area) == Width::Wide {
            let (left, right) = split_left(area, 78);
            self.home.beside.view("Chosen row", look, right, buf);
            list = boxed(buf, left, "To do today", !self.home.has_window(), look.theme);
            let count = format!(
                " {} to do, {} urgent ",
                self.to_do(),
                self.in_group(Group::InDoubt) + self.in_group(Group::Now)
            );
            let edge = Rect { width: left.width.saturating_sub(1), ..left };
            put_right(buf, edge, 0, &count, look.theme.style(Role::Heading));
        }
        let lines = rows::grouped(self.home.rows.all(), &Group::ALL, &self.home.page.more, |group| {
            group.heading().to_owned()
        });
        let cursor = rows::draw(&self.home.rows, &lines, look, list, buf, |row, width| {
            rows::columns(row, look, width)
        });
        self.home.draw_window(look, area, buf, cursor)
    }
}
