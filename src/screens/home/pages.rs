//! The three homes as pages: what they share is written once, and each adds what is its own.
//!
//! My desk, Today and the morning page are a [`Home`] each, with its keys, its windows and what it remembers of them.
//! A home of its own kind says which rows it lists, in what words, and what stands around them. The rows themselves
//! are absent, and so is what a key does: both are the inner home's.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::Home;
use crate::protocol::action::Action;
use crate::protocol::answer::Answer;
use crate::protocol::context::Context;
use crate::protocol::effect::{Effect, Place};
use crate::protocol::keys::Spot;
use crate::screens::drafts::{Draft, Typed};
use crate::screens::page::{Width, split_left};
use crate::screens::{Look, Screen, rows};
use crate::store::queue::QueueRow;
use crate::widgets::frame::{boxed, put_right};
use crate::widgets::theme::Role;

/// What is a home's own.
pub(in crate::screens) trait HomePage {
    /// Whose keys hold over its list.
    const SPOT: Spot;
    /// The home that `v` swaps it for.
    const OTHER: Place;
    /// What stands on the edge of its list.
    const NAME: &'static str;

    /// Its rows, its windows, what it remembers.
    fn home(&self) -> &Home;

    /// The same, to be changed.
    fn home_mut(&mut self) -> &mut Home;

    /// The beginning of the first line.
    fn heading(&self, look: &Look<'_>) -> String;

    /// The line above the hints, where the chosen row warns of nothing.
    fn says(&self, look: &Look<'_>) -> String;

    /// What F9 does with a row that nobody handed over, in a word or two.
    fn step(row: &QueueRow) -> &'static str {
        let _ = row;
        "Do step"
    }

    /// Something came back from the file.
    fn take_in(&mut self, answer: &Answer, context: &Context) -> Vec<Effect>;

    /// What is counted on the edge of the list.
    fn counted(&self) -> String {
        String::new()
    }

    /// Draws the list, and gives the place of the chosen row.
    fn list(&self, look: &Look<'_>, area: Rect, buf: &mut Buffer) -> Option<Position>;
}

impl<T: HomePage> Screen for T {
    fn spot(&self) -> Spot {
        if self.home().has_window() { Spot::RowEditor } else { T::SPOT }
    }

    fn typing(&self) -> bool {
        self.home().has_window()
    }

    fn full(&self) -> Option<String> {
        self.home().full()
    }

    fn has_window(&self) -> bool {
        self.home().has_window()
    }

    fn next_step(&self) -> String {
        match (self.home().has_window(), self.home().rows.chosen()) {
            (true, _) => "Keep",
            (false, Some(row)) if row.handover.is_some() => "Accept",
            (false, Some(row)) => T::step(row),
            (false, None) => "",
        }
        .to_owned()
    }

    fn title(&self, look: &Look<'_>) -> String {
        self.heading(look)
    }

    fn lines(&self, look: &Look<'_>) -> [String; 2] {
        if let Some(help) = self.home().help() {
            return [help.to_owned(), "Esc closes".to_owned()];
        }
        let first = rows::warning(self.home().rows.chosen()).unwrap_or_else(|| self.says(look));
        [first, rows::hints(look, T::SPOT)]
    }

    fn opened(&mut self, context: &Context) -> Vec<Effect> {
        self.home_mut().opened(context)
    }

    fn act(&mut self, action: &Action, context: &Context) -> Vec<Effect> {
        self.home_mut().act(action, context, &T::OTHER)
    }

    fn hear(&mut self, answer: &Answer, context: &Context) -> Vec<Effect> {
        self.take_in(answer, context)
    }

    fn wants_tick(&self) -> Option<i64> {
        self.home().wants_tick()
    }

    fn tick(&mut self, context: &Context) -> Vec<Effect> {
        self.home_mut().tick(context)
    }

    fn typed(&self) -> Option<Typed> {
        self.home().typed()
    }

    fn sent(&mut self) -> Option<Draft> {
        self.home_mut().sent.take()
    }

    fn unsaved(&self) -> Vec<String> {
        self.home().unsaved()
    }

    fn leave(&mut self) -> Vec<Draft> {
        self.home_mut().leave()
    }

    fn stand_again(&mut self, drafts: &mut Vec<Draft>) {
        self.home_mut().stand_again(drafts);
    }

    fn view(&self, look: &Look<'_>, area: Rect, buf: &mut Buffer) -> Option<Position> {
        let home = self.home();
        let mut list = area;
        if Width::of(area) == Width::Wide {
            let (left, right) = split_left(area, 78);
            home.beside.view("Chosen row", look, right, buf);
            list = boxed(buf, left, T::NAME, !home.has_window(), look.theme);
            let edge = Rect { width: left.width.saturating_sub(1), ..left };
            put_right(buf, edge, 0, &self.counted(), look.theme.style(Role::Heading));
        }
        let cursor = self.list(look, list, buf);
        home.draw_window(look, area, buf, cursor)
    }
}
