//! Opening the small window, what a key does to it, sending what it holds, and the questions that wait for a
//! second key.

use super::after::forms::Window;
use super::clocks::would_move;
use super::editor::{After, Editor, Purpose};
use super::{Asked, State, forms, saving};
use crate::domain::queue::CaseState;
use crate::domain::refusal::Refusal;
use crate::domain::text::Private;
use crate::protocol::action::Action;
use crate::protocol::context::Context;
use crate::protocol::effect::Effect;

impl State {
    pub(super) fn edit(&mut self, purpose: Purpose) -> Vec<Effect> {
        let Some(page) = self.page.as_deref() else { return Vec::new() };
        let locked = !page.facts.consent.in_force();
        if page.head.state == CaseState::Erased {
            return vec![Effect::Refuse(Refusal::NothingHere(
                "The family's details were removed from this case.",
            ))];
        }
        if locked && !purpose.is_of_a_locked_case() {
            return vec![Effect::Refuse(Refusal::Withdrawn)];
        }
        let today = self.read_at.map_or(page.facts.touched, |at| at.date());
        let fresh = forms::open(purpose, page, today);
        let kept = self.take_kept(purpose);
        // What was typed before goes on from what this desk knew then; what another changed since merges on saving.
        self.editor = Some(kept.unwrap_or(fresh));
        Vec::new()
    }

    /// Puts what saving would move under the lines of the window.
    fn weigh(&mut self, today: chrono::NaiveDate) {
        if let (Some(editor), Some(page)) = (self.editor.as_mut(), self.page.as_deref()) {
            editor.below = would_move(editor, page, today).into_iter().map(Private::from).collect();
        }
    }

    pub(super) fn edit_act(&mut self, action: &Action, context: &Context) -> Vec<Effect> {
        let Some(editor) = self.editor.as_mut() else { return Vec::new() };
        if *action != Action::NextStep
            && let (Some(grid), Some(page)) = (self.ticks.as_mut(), self.page.as_deref())
        {
            if !grid.act(action, editor, context.today(), &page.office) {
                self.ticks = None;
            }
            return Vec::new();
        }
        self.ticks = None;
        let is_suits = matches!(editor.purpose, Purpose::Contact(_)) && editor.line() == super::ticks::LINE;
        if is_suits && *action == Action::NextBox {
            self.ticks = Some(super::ticks::Grid::default());
            return Vec::new();
        }
        match editor.act(action) {
            After::Open => {
                self.weigh(context.today());
                Vec::new()
            }
            After::Closed => {
                let closed = self.editor.take();
                let after = closed.as_ref().is_some_and(|e| matches!(e.purpose, Purpose::After(_)));
                if let Some(editor) = closed.filter(Editor::holds_something) {
                    self.kept.push(editor);
                }
                if after { self.leave_errand("") } else { Vec::new() }
            }
            After::Save => self.save(context),
        }
    }

    pub(super) fn save(&mut self, context: &Context) -> Vec<Effect> {
        let (Some(editor), Some(page)) = (self.editor.as_mut(), self.page.as_deref()) else {
            return Vec::new();
        };
        if editor.purpose == Purpose::WithdrawWords {
            self.asked = Some(Asked::Withdraw(editor.text(0)));
            // Kept beside the question: whatever is pressed there, the words are not lost.
            self.kept.extend(self.editor.take().filter(Editor::holds_something));
            return Vec::new();
        }
        if let Purpose::After(window) = editor.purpose {
            super::after::forms::ask_more(window, editor, page);
        }
        if editor.purpose == Purpose::Link {
            let typed = editor.text(0);
            return self.compare_with(&typed);
        }
        match saving::save(editor, page, context) {
            Err((wanted, line)) => {
                editor.ask(line);
                vec![Effect::Notice(wanted)]
            }
            Ok((intentions, said)) => {
                let answered = self.any_act
                    || matches!(
                        editor.purpose,
                        Purpose::Answer(..)
                            | Purpose::After(_)
                            | Purpose::CheckConsent
                            | Purpose::AddConsent
                            | Purpose::Erase
                            | Purpose::CallOff(_)
                    );
                let closes = matches!(editor.purpose, Purpose::After(Window::NotWanted(_)));
                self.sent = self.editor.take().map(|editor| self.draft(editor));
                let mut effects: Vec<Effect> = intentions.into_iter().map(Effect::Do).collect();
                if closes {
                    effects.extend(self.edit(Purpose::After(Window::Close { unsent: false })));
                }
                effects.push(Effect::Notice(said));
                if answered && self.errand && !closes {
                    effects.push(Effect::Close);
                }
                effects
            }
        }
    }

    pub(super) fn question_act(&mut self, action: &Action, context: &Context) -> Vec<Effect> {
        let Some(asked) = self.asked.take() else { return Vec::new() };
        match (asked, action) {
            (Asked::Withdraw(words), Action::WithdrawConsent) => {
                self.sent = self.take_kept(Purpose::WithdrawWords).map(|editor| self.draft(editor));
                let Some(page) = self.page.as_deref() else { return Vec::new() };
                let said =
                    "Withdrawn. The case is locked; chases have stopped. r removes the family's details.";
                vec![Effect::Do(saving::withdrawal(page, context, &words)), Effect::Notice(said.to_owned())]
            }
            (Asked::Withdraw(_), Action::Open) => self.edit(Purpose::WithdrawWords),
            (Asked::Withdraw(_), Action::Esc | Action::StepBack) => {
                vec![Effect::Notice("Nothing was changed: the consent stands.".to_owned())]
            }
            (Asked::CallOff(booking), Action::CallOff) => self.edit(Purpose::CallOff(booking)),
            (Asked::CallOff(booking), Action::KeepSlot | Action::Esc | Action::StepBack) => {
                let said = match self.why_in_doubt(booking) {
                    why if why.is_empty() => "Nothing was changed: the meeting stands as it was.".to_owned(),
                    why => format!("The slot is kept. {why}"),
                };
                vec![Effect::Notice(said)]
            }
            (Asked::CallOff(booking), Action::NextStep) => self.go_the_other_way(booking),
            (Asked::After(question), action) => self.answer(question, action, context),
            (Asked::Values(id), action) => {
                let chosen = self.chosen_value(id, action, context);
                if chosen.is_none() {
                    self.asked = Some(Asked::Values(id));
                }
                chosen.unwrap_or_default()
            }
            (asked, _) => {
                self.asked = Some(asked);
                Vec::new()
            }
        }
    }

    pub(super) fn withdraw(&mut self) -> Vec<Effect> {
        match self.page.as_deref().map(|p| p.facts.consent.in_force()) {
            Some(true) => self.asked = Some(Asked::Withdraw(Private::default())),
            Some(false) => return vec![Effect::Refuse(Refusal::Withdrawn)],
            None => {}
        }
        Vec::new()
    }
}
