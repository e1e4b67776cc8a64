//! Today, the coordinator's home: everything that waits, in groups, most harm first.
//!
//! A page is read from an index and never computed here. Each row says who, what and when, and names one next
//! step, which one key does. A row that is put off comes back by itself, and nothing on the list blocks anything else. On a
//! wide window the chosen row is told in a box beside the list.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::Look;
use super::home::Home;
use super::home::pages::HomePage;
use super::rows;
use crate::domain::queue::Group;
use crate::domain::typed_day::{long_day, short_day};
use crate::protocol::answer::Answer;
use crate::protocol::context::Context;
use crate::protocol::effect::{Effect, Place};
use crate::protocol::keys::Spot;

/// Today.
#[derive(Debug, Clone, Default)]
pub struct State {
    home: Home,
}

impl State {
    fn to_do(&self) -> usize {
        self.home.rows.all().iter().filter(|row| row.group != Group::Recent).count()
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

impl HomePage for State {
    const SPOT: Spot = Spot::Today;
    const OTHER: Place = Place::Desk;
    const NAME: &'static str = "To do today";

    fn home(&self) -> &Home {
        &self.home
    }

    fn home_mut(&mut self) -> &mut Home {
        &mut self.home
    }

    fn heading(&self, look: &Look<'_>) -> String {
        let calls = match self.in_group(Group::NotFinished) {
            0 => String::new(),
            1 => "   1 call not finished".to_owned(),
            n => format!("   {n} calls not finished"),
        };
        let today = look.context.today();
        // Beside PRACTICE, and in a narrow window, the year goes before the calls that are not finished.
        let room = !look.theme.practice && look.width >= 80;
        let day = if (calls.is_empty() || room) && !look.in_call || look.width >= 110 {
            long_day(today)
        } else {
            short_day(today)
        };
        format!("TODAY  {day}{calls}")
    }

    fn says(&self, look: &Look<'_>) -> String {
        match self.to_do() {
            _ if !self.home.read => String::new(),
            0 => self.nothing(look.context),
            _ if self.home.rows.chosen().is_some_and(|row| row.handover.is_some()) => {
                "F9 or + accepts it, - does not. Until then it stays in everybody's list.".to_owned()
            }
            n => {
                let chosen = self.home.rows.chosen();
                let kept = rows::kept_by(chosen, look);
                let more = if self.home.page.more.is_empty() { "" } else { " and more" };
                // Where the rows have no room for their steps, that of the chosen one is named here.
                match (chosen.filter(|_| rows::is_without_steps(look.width)), kept) {
                    (Some(row), Some(kept)) => format!("F9: {}. {kept}", row.step),
                    (Some(row), None) => format!("F9: {}. Enter opens. {n}{more} to do.", row.step),
                    (None, Some(kept)) => format!("{kept} F9 does the step named on the right."),
                    (None, None) => {
                        format!(
                            "{n}{more} to do. Up/Down choose. Enter opens. F9 does the step named on the right."
                        )
                    }
                }
            }
        }
    }

    fn take_in(&mut self, answer: &Answer, context: &Context) -> Vec<Effect> {
        self.home.hear(answer, context, |page| {
            rows::grouped(page.rows.clone(), &Group::ALL, &page.more, |group| group.heading().to_owned())
        })
    }

    fn counted(&self) -> String {
        let urgent = self.in_group(Group::InDoubt) + self.in_group(Group::Now);
        format!(" {} to do, {urgent} urgent ", self.to_do())
    }

    fn list(&self, look: &Look<'_>, area: Rect, buf: &mut Buffer) -> Option<Position> {
        rows::draw(&self.home.rows, look, area, buf, |row, width| rows::columns(row, look, width))
    }
}
