//! Words typed in a window of a case whose page is left: they come back with the next page of the same case.

use super::editor::{Editor, Purpose};
use super::{Follow, State};
use crate::screens::drafts::{Draft, Typed};

/// What was typed in a window of a case.
#[derive(Debug, Clone)]
pub struct Words(Window);

#[derive(Debug, Clone)]
enum Window {
    /// One of its own.
    Editor(Editor),
    /// A promise or a snooze.
    Follow(Follow),
}

impl State {
    pub(super) fn is_typed(&self) -> Option<Typed> {
        match (&self.editor, &self.follow) {
            (Some(editor), _) if !editor.holds_something() => None,
            (Some(editor), _) if editor.purpose == Purpose::Note => Some(Typed::Note),
            (Some(_), _) => Some(Typed::Words),
            (None, Some(follow)) => follow.holds_something().then_some(Typed::Words),
            (None, None) => None,
        }
    }

    pub(super) fn hand_over(&mut self) -> Vec<Draft> {
        self.ticks = None;
        let editors = self.editor.take().into_iter().chain(std::mem::take(&mut self.kept));
        let follows = self.follow.take().into_iter().chain(self.kept_follow.take());
        let editors = editors.filter(Editor::holds_something).map(Window::Editor);
        let follows = follows.filter(Follow::holds_something).map(Window::Follow);
        editors.chain(follows).map(|window| Draft::Case(self.case, Words(window))).collect()
    }

    pub(super) fn take_again(&mut self, drafts: &mut Vec<Draft>) {
        for draft in std::mem::take(drafts) {
            match draft {
                Draft::Case(case, Words(Window::Editor(editor))) if case == self.case => {
                    self.kept.push(editor);
                }
                Draft::Case(case, Words(Window::Follow(follow))) if case == self.case => {
                    self.kept_follow = Some(follow);
                }
                other => drafts.push(other),
            }
        }
    }
}
