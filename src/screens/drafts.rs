//! Words typed in a window whose page was left: they stand there again when the window is opened again.
//!
//! A page that goes away hands over what was typed in it; the router keeps that in memory, and the next page of the
//! same kind, or of the same case, takes its own. So it does with what was sent and is refused by the file, wherever
//! the person is by then. Nothing of it is written to the file: that is for the person to do. Whoever leaves the program
//! is told which windows still hold words.

use super::follow::Follow;
use super::note::Note;
use super::{case, mediators, settings};

/// What was typed in one window.
#[derive(Debug, Clone)]
pub enum Draft {
    /// A note on a row of a list.
    Note(Note),
    /// A promise, a snooze, a handover of a row of a list.
    Follow(Follow),
    /// A window of a case.
    Case(i64, case::Words),
    /// A window of the mediators.
    Mediator(mediators::Words),
    /// A line of Settings.
    Setting(settings::Words),
}

impl Draft {
    /// The name of its window.
    pub fn name(&self) -> String {
        match self {
            Self::Note(note) => note.name(),
            Self::Follow(follow) => follow.name(),
            Self::Case(_, words) => words.name(),
            Self::Mediator(words) => words.name(),
            Self::Setting(_) => "Settings".to_owned(),
        }
    }

    /// The case it is about.
    pub fn case(&self) -> Option<i64> {
        match self {
            Self::Note(note) => Some(note.case()),
            Self::Follow(follow) => follow.case().ok(),
            Self::Case(case, _) => Some(*case),
            Self::Mediator(_) | Self::Setting(_) => None,
        }
    }
}

/// What is typed in the window that is open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Typed {
    /// A note.
    Note,
    /// Anything else.
    Words,
}

impl Typed {
    /// What is said when its page goes away.
    pub fn put_by(self) -> &'static str {
        match self {
            Self::Note => "Your note is kept: n opens it.",
            Self::Words => "What you typed is kept: it stands in its window when that is opened.",
        }
    }

    /// What is said when something else comes in front of its page.
    pub fn left_open(self) -> &'static str {
        match self {
            Self::Note => "Your note is kept: it is open when you come back.",
            Self::Words => "What you typed is kept: its window is open when you come back.",
        }
    }
}
