//! Words typed in a window of a case whose page is left, or that were sent and refused: they come back with the next
//! page of the same case.
//!
//! Each is known by the name of its window and the number of the case, so that a person can be told which there are.
//! When the details of the family are gone nothing typed about them is kept. What is typed in a call is absent here:
//! it is in the file already.

use super::after::forms::Window as After;
use super::editor::{Editor, Purpose};
use super::link::Compared;
use super::{Asked, Follow, State};
use crate::domain::queue::CaseState;
use crate::domain::text::{Private, cut};
use crate::protocol::action::Action;
use crate::protocol::effect::{CaseTab, Effect};
use crate::protocol::keys::{self, Spot};
use crate::screens::Screen as _;
use crate::screens::drafts::{Draft, Typed};
use crate::store::cases::CasePage;

/// The longest name of a window on the line that says what waits, in characters.
const NAME: usize = 34;

/// What opens a window: the page, if it is one of them only, the place in the table of keys and the act. None for a
/// window that a question opens.
fn way_back(purpose: Purpose) -> Option<(Option<CaseTab>, Spot, Action)> {
    use CaseTab::{Consent, Dates, Summary, Willingness};
    Some(match purpose {
        Purpose::Note => (None, Spot::Case, Action::AddNote),
        Purpose::Details => (Some(Summary), Spot::Case, Action::EditRow),
        Purpose::After(After::Close { .. }) => (Some(Summary), Spot::Case, Action::CloseCase),
        Purpose::AddConsent => (Some(Consent), Spot::CaseConsent, Action::AddConsent),
        Purpose::CheckConsent => (Some(Consent), Spot::CaseConsent, Action::CheckConsent),
        Purpose::WithdrawWords => (Some(Consent), Spot::CaseConsent, Action::WithdrawConsent),
        Purpose::After(After::Object | After::Settle(_)) => {
            (Some(Consent), Spot::CaseConsent, Action::Objection)
        }
        Purpose::Contact(_) => (Some(Willingness), Spot::CaseWillingness, Action::EditRow),
        Purpose::AddParty => (Some(Willingness), Spot::CaseWillingness, Action::Add),
        Purpose::Answer(_, Some(what)) => (Some(Willingness), Spot::CaseWillingness, Action::Answer(what)),
        Purpose::After(After::Safe(_)) => (Some(Willingness), Spot::CaseWillingness, Action::SafeToRing),
        Purpose::After(After::Certificate(_) | After::NewCertificate) => {
            (Some(Dates), Spot::CaseDates, Action::Certificate)
        }
        Purpose::After(After::Agreed(_)) => (Some(Dates), Spot::CaseDates, Action::AgreedAction),
        _ => return None,
    })
}

/// What was typed in a window of a case.
#[derive(Debug, Clone)]
pub struct Words(Window, Private);

#[derive(Debug, Clone)]
enum Window {
    /// One of its own.
    Editor(Editor),
    /// A promise or a snooze.
    Follow(Follow),
}

impl Words {
    /// The name of the window, with the number of its case.
    pub fn name(&self) -> String {
        self.1.0.clone()
    }
}

impl State {
    pub(super) fn is_typed(&self) -> Option<Typed> {
        match (&self.editor, &self.follow) {
            (Some(editor), _) if !editor.holds_something() => None,
            (Some(editor), _) if editor.purpose == Purpose::Note => Some(Typed::Note),
            (Some(_), _) => Some(Typed::Words),
            (None, Some(follow)) => follow.holds_something().then_some(Typed::Words),
            (None, None) => self.asked_with_words().then_some(Typed::Words),
        }
    }

    /// The question of the withdrawal is asked, and its words are kept beside it.
    fn asked_with_words(&self) -> bool {
        self.asked.is_some() && self.kept.iter().any(|editor| editor.purpose == Purpose::WithdrawWords)
    }

    /// The name of a window, with the number of the case.
    fn named(&self, editor: &Editor) -> String {
        let number = self.page.as_deref().and_then(|page| page.head.reference).map(|r| format!(", {r}"));
        format!("{}{}", editor.name(), number.unwrap_or_default())
    }

    pub(super) fn windows_with_words(&self) -> Vec<String> {
        let editors = self.editor.iter().chain(&self.kept).filter(|editor| editor.holds_something());
        let follows = self.follow.iter().chain(&self.kept_follow).filter(|follow| follow.holds_something());
        editors.map(|editor| self.named(editor)).chain(follows.map(Follow::name)).collect()
    }

    /// What was typed in a window of this case and waits, with the key that opens it again.
    pub(super) fn waits(&self) -> Option<String> {
        let editor = self.kept.iter().find(|editor| editor.holds_something())?;
        let key = way_back(editor.purpose).map_or_else(String::new, |(tab, spot, action)| {
            let on = tab.map(|tab| format!(" on {}", tab.label())).unwrap_or_default();
            format!(" {}{on}.", keys::key_of(spot, &action))
        });
        Some(format!("Typed, not saved yet: {}.{key}", cut(editor.name(), NAME)))
    }

    pub(super) fn take_kept(&mut self, purpose: Purpose) -> Option<Editor> {
        let at = self.kept.iter().position(|editor| editor.purpose == purpose)?;
        Some(self.kept.remove(at))
    }

    pub(super) fn draft(&self, editor: Editor) -> Draft {
        let name = self.named(&editor).into();
        Draft::Case(self.case, Words(Window::Editor(editor), name))
    }

    pub(super) fn draft_of(&self, follow: Follow) -> Draft {
        let name = follow.name().into();
        Draft::Case(self.case, Words(Window::Follow(follow), name))
    }

    pub(super) fn hand_over(&mut self) -> Vec<Draft> {
        self.ticks = None;
        let editors: Vec<Editor> =
            self.editor.take().into_iter().chain(std::mem::take(&mut self.kept)).collect();
        let follows: Vec<Follow> =
            self.follow.take().into_iter().chain(std::mem::take(&mut self.kept_follow)).collect();
        let editors = editors.into_iter().filter(Editor::holds_something).map(|editor| self.draft(editor));
        let follows = follows.into_iter().filter(Follow::holds_something).map(|follow| self.draft_of(follow));
        editors.chain(follows).collect()
    }

    pub(super) fn take_again(&mut self, drafts: &mut Vec<Draft>) {
        for draft in std::mem::take(drafts) {
            match draft {
                Draft::Case(case, Words(Window::Editor(editor), _)) if case == self.case => {
                    self.kept.push(editor);
                }
                Draft::Case(case, Words(Window::Follow(follow), _)) if case == self.case => {
                    self.kept_follow.push(follow);
                }
                other => drafts.push(other),
            }
        }
    }

    /// The case as the file has it now: where another desk has withdrawn the consent, or removed the details, no window
    /// goes on showing the family. What was typed waits for a new consent; after a removal it is gone.
    pub(super) fn close_what_may_not_show(&mut self, page: &CasePage) -> Option<Effect> {
        let (open, erased) = (self.has_window(), page.head.state == CaseState::Erased);
        if erased {
            self.forget_what_was_typed();
        }
        let in_force = |page: &CasePage| page.facts.consent.in_force();
        if self.page.as_deref().is_some_and(in_force) && !in_force(page) {
            self.compared = Compared::No;
            self.ticks = None;
            let editor = self.editor.take_if(|editor| !editor.purpose.is_of_a_locked_case());
            self.kept.extend(editor.filter(Editor::holds_something));
            self.kept_follow.extend(self.follow.take().filter(Follow::holds_something));
            self.asked.take_if(|asked| matches!(asked, Asked::Values(_)));
        }
        let words = match (erased, self.windows_with_words().is_empty()) {
            (true, _) => "The details were removed at another desk: the window is closed.",
            (_, true) => "Consent was withdrawn at another desk: the window is closed.",
            (_, false) => "Consent was withdrawn at another desk: the window closed, its words wait.",
        };
        (open && !self.has_window()).then(|| Effect::Notice(words.to_owned()))
    }

    /// The family's details are gone: nothing that was typed about them is kept.
    pub(super) fn forget_what_was_typed(&mut self) {
        (self.ticks, self.editor, self.follow, self.asked, self.sent) = (None, None, None, None, None);
        self.kept.clear();
        self.kept_follow.clear();
    }
}
