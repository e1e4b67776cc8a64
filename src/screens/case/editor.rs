//! What the small window is for on the pages of a case; the window itself stands in [`crate::screens::editor`].
//!
//! The next chase is read here: left empty it fills itself, by the way that is told in another line. So is
//! when a meeting suits somebody.

use chrono::NaiveDate;

pub(super) use crate::screens::editor::{Above, After, EditLine, Reads, WORDS};

use super::after::forms::Window;
use crate::domain::suits::Suits;
use crate::domain::willingness::Answer;
use crate::domain::working_days::WorkingDays;
use crate::screens::editor;

/// The window, for a case.
pub(super) type Editor = editor::Editor<Purpose>;

/// What the window is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Purpose {
    /// An answer of a party; which one is asked first where it is not chosen yet.
    Answer(i64, Option<Answer>),
    /// Another record of consent.
    AddConsent,
    /// We checked with the parent.
    CheckConsent,
    /// Words of a withdrawal.
    WithdrawWords,
    /// On whose account a meeting is called off, and why.
    CallOff(i64),
    /// What comes after a meeting, and around a case.
    After(Window),
    /// The reference number, before the family's details are removed.
    Erase,
    /// Another party.
    AddParty,
    /// How to reach a party.
    Contact(i64),
    /// A note on the case.
    Note,
    /// The number of another case, to compare.
    Link,
    /// The details of the family.
    Details,
}

impl Purpose {
    /// It is for a case without consent as well, and shows nothing of the family.
    pub(super) fn is_of_a_locked_case(self) -> bool {
        matches!(self, Self::AddConsent | Self::Erase | Self::WithdrawWords | Self::CallOff(_))
    }
}

impl editor::Purpose for Purpose {
    fn reading(editor: &Editor, _line: usize, text: &str, today: NaiveDate, office: &WorkingDays) -> String {
        match editor.purpose {
            Self::Contact(_) => Suits::read(text, today, office).words(),
            Self::After(Window::Certificate(_) | Window::NewCertificate) => {
                super::after::forms::sent_words(text, today, office)
            }
            Self::AddConsent => super::readings::given_words(text, today, office),
            _ => super::readings::chase_words(editor, text, today, office),
        }
    }
}
