//! A promise and a snooze on the pages of a case: the small window of Today, over this page.
//!
//! A promise is to the chosen party on Willingness, elsewhere to the one the next step is about. What is put
//! off is the next step; then the case shows the one after it.

use super::State;
use crate::domain::queue::Group;
use crate::domain::refusal::Refusal;
use crate::protocol::action::Action;
use crate::protocol::context::Context;
use crate::protocol::effect::{CaseTab, Effect};
use crate::screens::follow::{Done, Follow, Target};
use crate::store::queue::Item;

impl State {
    /// The next step of the case, as the window follows it up.
    fn target(&self, context: &Context) -> Option<Target> {
        let page = self.page.as_deref()?;
        let due = page.todo.iter().find(|row| row.show_from.has_come(context.local));
        let party = match self.tab {
            CaseTab::Willingness => self.chosen_party().map(|p| p.facts.id),
            _ => due.and_then(|row| row.party),
        };
        Some(Target {
            item: Item::Case(self.case),
            reference: page.head.reference,
            why: due.map(|row| row.why),
            group: due.map_or(Group::Chase, |row| row.group),
            party,
            booking: due.and_then(|row| row.booking),
            // The page has the case already, and says it of each party.
            not_safe: false,
        })
    }

    pub(super) fn open_follow(&mut self, action: &Action, context: &Context) -> Vec<Effect> {
        let Some(target) = self.target(context) else { return Vec::new() };
        if !self.page.as_deref().is_some_and(|page| page.facts.consent.in_force()) {
            return vec![Effect::Refuse(Refusal::Withdrawn)];
        }
        let window = match action {
            Action::Snooze if target.why.is_none() => {
                Err(Refusal::NothingHere("Nothing of this case is due, so there is nothing to put off."))
            }
            Action::Snooze => {
                let due = self
                    .page
                    .as_deref()
                    .and_then(|page| page.todo.iter().find(|row| row.show_from.has_come(context.local)));
                Follow::snooze(Target { party: due.and_then(|row| row.party), ..target }, context.local)
            }
            _ => Follow::promise(target, context.local),
        };
        match window {
            Ok(window) => {
                let kept = self.kept_follow.iter().position(|kept| kept.is_like(&window));
                self.follow = Some(match kept.map(|at| self.kept_follow.remove(at)) {
                    Some(kept) => kept.over(window),
                    None => window,
                });
                if let (Some(follow), Some(page)) = (&mut self.follow, self.page.as_deref()) {
                    follow.hear_case(page);
                }
                Vec::new()
            }
            Err(said) => vec![Effect::Refuse(said)],
        }
    }

    pub(super) fn in_follow(
        &mut self,
        mut follow: Follow,
        action: &Action,
        context: &Context,
    ) -> Vec<Effect> {
        let Some(page) = self.page.as_deref() else { return Vec::new() };
        match follow.act(action, context, &page.office) {
            Done::Open(effects) => {
                self.follow = Some(follow);
                effects
            }
            Done::Closed => {
                self.kept_follow.push(follow);
                Vec::new()
            }
            Done::Saved(mut effects) => {
                let puts_off = follow.puts_off();
                self.sent = Some(self.draft_of(follow));
                // What is put off, or promised where nothing was done for long, is seen to for today.
                let seen_to = self.errand && (self.any_act || puts_off);
                effects.extend(seen_to.then_some(Effect::Close));
                effects
            }
        }
    }
}
