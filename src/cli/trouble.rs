//! Why a command was not carried out: one line, and its exit code.
//!
//! A script tells by the code whether to ask again, to write the command differently, or to accept that a
//! rule said no. A rule that the file itself keeps is a rule like any other. The words go to the error
//! stream.

use std::fmt;

use super::{FAULT, REFUSED, USAGE};
use crate::domain::refusal::Refusal;
use crate::store::NotDone;
use crate::store::db::Fault;
use crate::store::practice::NotMade;
use crate::store::sqlite::NotOpened;

/// Why a command was not carried out.
#[derive(Debug)]
pub(super) enum Trouble {
    /// The outside failed.
    Fault(String),
    /// The words were not understood.
    Usage(String),
    /// A rule said no.
    Refused(String),
}

impl Trouble {
    pub(super) fn code(&self) -> u8 {
        match self {
            Self::Fault(_) => FAULT,
            Self::Usage(_) => USAGE,
            Self::Refused(_) => REFUSED,
        }
    }
}

impl fmt::Display for Trouble {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (Self::Fault(words) | Self::Usage(words) | Self::Refused(words)) = self;
        f.write_str(words)
    }
}

/// One sentence with a capital and a full stop, whatever the engine's own words look like.
fn sentence(words: &str) -> String {
    let mut letters = words.trim().chars();
    let first: String = letters.next().map(|c| c.to_uppercase().collect()).unwrap_or_default();
    let all = format!("{first}{}", letters.as_str());
    if all.ends_with('.') { all } else { all + "." }
}

impl From<NotOpened> for Trouble {
    fn from(why: NotOpened) -> Self {
        Self::Fault(why.to_string())
    }
}

impl From<Refusal> for Trouble {
    fn from(why: Refusal) -> Self {
        Self::Refused(why.to_string())
    }
}

impl From<Fault> for Trouble {
    fn from(why: Fault) -> Self {
        match why {
            // A rule the file itself keeps is a rule like any other.
            Fault::Wall(words) => Self::Refused(sentence(&words)),
            other => Self::Fault(sentence(&other.to_string())),
        }
    }
}

impl From<NotDone> for Trouble {
    fn from(why: NotDone) -> Self {
        match why {
            NotDone::Refused(refusal) => refusal.into(),
            NotDone::Failed(fault) => fault.into(),
        }
    }
}

impl From<NotMade> for Trouble {
    fn from(why: NotMade) -> Self {
        match why {
            NotMade::Place(place) => place.into(),
            NotMade::Families(why) => why.into(),
            other @ NotMade::List(_) => Self::Fault(sentence(&other.to_string())),
        }
    }
}
