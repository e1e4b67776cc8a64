//! *Area*: Enter takes the row of its list that is marked, and *Other side* fills itself from it.
//!
//! A row is marked when an authority begins with what is being typed, or is one that the office serves; any other that
//! only has such a word somewhere ("yorkshire") is listed, and chosen with Down. What somebody typed as *Other side* is never changed.

use crate::domain::authority::{Authorities, team_of};
use crate::domain::detail::Detail;
use crate::domain::reading::Choice;
use crate::protocol::context::Context;
use crate::protocol::effect::Effect;
use crate::screens::call::State;

impl State {
    /// The row of the list under *Area* that Enter takes; none where nothing was typed in this visit, and where what is
    /// typed names an authority already.
    pub(in crate::screens::call) fn marked_area(&self, detail: Detail) -> Option<Choice> {
        let entry = self.entries.get(&Detail::Area).filter(|_| detail == Detail::Area)?;
        let typed = entry.visited.as_ref().map(|_| entry.line.text().trim().to_lowercase())?;
        let england = Authorities::england();
        if typed.is_empty() || england.find_exact(&typed).is_some() || england.near(&typed).is_some() {
            return None;
        }
        let is_served = |choice: &Choice| {
            england.find_exact(&choice.words).is_some_and(|one| england.serves(&self.service.served, one))
        };
        let begins = |choice: &Choice| choice.words.to_lowercase().starts_with(&typed);
        self.choices(detail).into_iter().find(|choice| is_served(choice) || begins(choice))
    }

    /// *Other side* fills itself from *Area*, and is filled anew when that is corrected, as long as nobody typed there.
    pub(super) fn fill_other_side(&mut self, context: &Context) -> Vec<Effect> {
        let area = self.entry(Detail::Area).trim().to_owned();
        let filled = self.entries.get(&Detail::OtherSide).is_some_and(|entry| entry.filled);
        let stands = !self.entry(Detail::OtherSide).is_empty() && !filled;
        if stands || area.is_empty() && !filled || !self.may_keep_family() {
            return Vec::new();
        }
        let team = team_of(&area);
        if team == self.entry(Detail::OtherSide) {
            return Vec::new();
        }
        if let Some(entry) = self.entries.get_mut(&Detail::OtherSide).filter(|entry| entry.before.is_none()) {
            entry.before = Some(entry.kept.clone());
        }
        self.take(Detail::OtherSide, &team, "", context.now);
        if let Some(entry) = self.entries.get_mut(&Detail::OtherSide) {
            entry.filled = true;
        }
        self.save(Detail::OtherSide, context)
    }
}
