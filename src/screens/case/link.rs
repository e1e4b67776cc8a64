//! Another case beside this one: both are shown, and a person says whether they are of one child.
//!
//! `m` brings the case that is linked, or the one that looks like the same child, or asks for a number. Linking joins
//! nothing: each case keeps its calls and its consent, and the link can be taken back. Why two cases look alike is
//! worked out in the store, and the words come from there.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::State;
use super::editor::Purpose;
use super::readings::shown;
use super::sheet::{Sheet, commas};
use super::words::hidden;
use crate::domain::detail::Detail;
use crate::domain::reference::{RefKind, read_reference};
use crate::domain::refusal::Refusal;
use crate::protocol::action::Action;
use crate::protocol::command::{Intention, Question};
use crate::protocol::context::Context;
use crate::protocol::effect::Effect;
use crate::screens::Look;
use crate::screens::page::middle;
use crate::store::cases::{CasePage, CaseWrite};
use crate::store::links::{LinkState, OtherCase};
use crate::widgets::frame::window;
use crate::widgets::theme::Role;

/// Where a comparison stands.
#[derive(Debug, Clone, Default)]
pub(super) enum Compared {
    /// Nothing is compared.
    #[default]
    No,
    /// The file was asked; with a number that was typed, or without.
    Asked(bool),
    /// Both are shown.
    Shown(Box<OtherCase>),
}

/// What is said when the other family is gone while it is shown.
const OTHER_LEFT: &str = "The other case lost its consent at another desk: the window is closed.";

impl State {
    /// `m`: the case that is linked or alike; pressed again, a number.
    pub(super) fn compare(&mut self) -> Vec<Effect> {
        let Some(page) = self.page.as_deref() else { return Vec::new() };
        if !page.facts.consent.in_force() && page.linked.is_empty() {
            return vec![Effect::Refuse(Refusal::Withdrawn)];
        }
        self.compared = Compared::Asked(false);
        vec![Effect::Ask(Question::Beside { case: self.case, number: None })]
    }

    /// A number was typed in the small window.
    pub(super) fn compare_with(&mut self, typed: &str) -> Vec<Effect> {
        match read_reference(typed) {
            Some((None | Some(RefKind::Case), number)) => {
                self.editor = None;
                self.compared = Compared::Asked(true);
                vec![Effect::Ask(Question::Beside { case: self.case, number: Some(number) })]
            }
            _ => vec![Effect::Notice("A case's number is wanted: 412 or M-0412. Esc closes.".to_owned())],
        }
    }

    pub(super) fn hear_other(&mut self, other: Option<&OtherCase>) -> Vec<Effect> {
        if let Compared::Shown(shown) = &mut self.compared {
            return match other.filter(|other| other.case == shown.case) {
                Some(other) if !other.child.is_empty() || shown.child.is_empty() => {
                    **shown = other.clone();
                    Vec::new()
                }
                _ => {
                    self.compared = Compared::No;
                    vec![Effect::Notice(OTHER_LEFT.to_owned())]
                }
            };
        }
        let Compared::Asked(by_number) = self.compared else { return Vec::new() };
        self.compared = Compared::No;
        match other {
            Some(other) => {
                self.compared = Compared::Shown(Box::new(other.clone()));
                Vec::new()
            }
            None if by_number => Vec::new(),
            None => self.edit(Purpose::Link),
        }
    }

    /// Another desk may have withdrawn or removed the case that is shown beside this one: it is read again.
    pub(super) fn compare_again(&self) -> Option<Effect> {
        let Compared::Shown(other) = &self.compared else { return None };
        let number = other.reference?.number;
        Some(Effect::Ask(Question::Beside { case: self.case, number: Some(number) }))
    }

    pub(super) fn compared_act(&mut self, action: &Action, context: &Context) -> Vec<Effect> {
        let Compared::Shown(other) = std::mem::take(&mut self.compared) else { return Vec::new() };
        let linked = other.state == Some(LinkState::Linked);
        let reference = other.reference.map(|r| r.to_string()).unwrap_or_default();
        let (said, words) = match action {
            Action::Esc | Action::StepBack => {
                return vec![Effect::Notice("Nothing was changed.".to_owned())];
            }
            Action::Compare => return self.edit(Purpose::Link),
            Action::SameChild if !linked => {
                (LinkState::Linked, format!("Linked with {reference}. m again takes it back."))
            }
            Action::NotSameChild if !linked => (
                LinkState::NotTheSame,
                format!("Noted: {reference} is another child. It is not offered again."),
            ),
            Action::TakeBackLink if linked => {
                (LinkState::Unlinked, format!("The link with {reference} is taken back."))
            }
            _ => {
                self.compared = Compared::Shown(other);
                return Vec::new();
            }
        };
        let write = CaseWrite::Link { case: self.case, other: other.case, link: context.id(), said };
        vec![Effect::Do(Intention::Case(write)), Effect::Notice(words)]
    }

    /// The window with both cases.
    pub(super) fn draw_compared(
        &self,
        page: &CasePage,
        look: &Look<'_>,
        area: Rect,
        buf: &mut Buffer,
    ) -> Option<Position> {
        let Compared::Shown(other) = &self.compared else { return None };
        let place = middle(area, 76, 12);
        let room = window(buf, place, "One child, or two?", look.theme);
        let mut sheet = Sheet::new("", room.width);
        let born = shown(Detail::Born, &page.detail(Detail::Born));
        let born = if born.is_empty() { born } else { format!("born {born}") };
        let about = commas(&[&born, &page.head.school, &page.head.area]);
        // The other case may be of the same child: what one page hides, the window hides of both.
        let own_hidden = hidden(page, look);
        let own = page.head.reference.map_or_else(|| "this".to_owned(), |r| r.to_string());
        let reference = other.reference.map(|r| r.to_string()).unwrap_or_default();
        for (reference, child, about, hidden) in [
            (own, &page.head.child, &*about, own_hidden),
            (reference, &other.child, &*other.about, own_hidden),
        ] {
            sheet.labelled(&reference, 9, if hidden { "(hidden)" } else { child }, Role::Heading);
            sheet.labelled("", 9, if hidden { "" } else { about }, Role::Body);
        }
        sheet.gap();
        let why = match (&other.reasons, other.state) {
            (_, Some(LinkState::Linked)) => {
                "Linked as the same child. Each keeps its calls and its consent.".to_owned()
            }
            (_, Some(LinkState::NotTheSame)) => "Said before: not the same child.".to_owned(),
            (Some(reasons), _) if !own_hidden => format!("Alike: {}.", &**reasons),
            (Some(_), _) => "Why they look alike is hidden.".to_owned(),
            (None, _) => "Nothing says that they are the same child.".to_owned(),
        };
        sheet.text(1, &why, Role::Body);
        sheet.gap();
        let keys = if other.state == Some(LinkState::Linked) {
            "t  take the link back     m  another number     Esc  leave it"
        } else {
            "s  same child: link     n  not the same     m  another number     Esc"
        };
        sheet.text(1, keys, Role::Heading);
        Some(sheet.draw(buf, room, look, false, true, 0))
    }
}
