//! What a screen wants done outside itself.
//!
//! Effects are returned, never carried out: a screen cannot reach another one, the file or the terminal. The
//! router reads them in order. Places are named here and not as screens, so that a screen can lead to one it
//! does not know.

use super::command::{Intention, Question};
use crate::domain::refusal::Refusal;

/// The pages of a case.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum CaseTab {
    /// Summary.
    #[default]
    Summary,
    /// Consent.
    Consent,
    /// Willingness.
    Willingness,
    /// Dates.
    Dates,
    /// Timeline.
    Timeline,
}

impl CaseTab {
    /// In order.
    pub const ALL: [Self; 5] = [Self::Summary, Self::Consent, Self::Willingness, Self::Dates, Self::Timeline];

    /// The word on the screen.
    pub fn label(self) -> &'static str {
        match self {
            Self::Summary => "Summary",
            Self::Consent => "Consent",
            Self::Willingness => "Willingness",
            Self::Dates => "Dates",
            Self::Timeline => "Timeline",
        }
    }
}

/// Where to go.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Place {
    /// The home of this desk.
    Home,
    /// My desk.
    Desk,
    /// Today.
    Today,
    /// The morning page.
    Morning,
    /// A call that was left.
    ResumeCall(i64),
    /// A new call about an earlier enquiry or a case.
    CallAbout(crate::store::calls::About),
    /// A case.
    Case {
        /// Which.
        case: i64,
        /// Its page.
        tab: CaseTab,
        /// The party to choose.
        party: Option<i64>,
    },
    /// A case, to do one step of Today and come back.
    Step {
        /// Which case.
        case: i64,
        /// The row of Today.
        why: crate::domain::queue::Why,
        /// The booking it is about.
        booking: Option<i64>,
    },
    /// An enquiry.
    Enquiry(i64),
    /// The calendar, for a case or for itself.
    Calendar {
        /// The case that brings its rules to the grid.
        case: Option<i64>,
        /// With the finder open.
        finder: bool,
        /// For this mediator alone.
        mediator: Option<i64>,
        /// To move this booking of the case.
        moving: Option<i64>,
    },
    /// Find.
    Find,
    /// Mediators.
    Mediators,
    /// Settings.
    Settings,
    /// More: mediators, settings.
    More,
    /// What to do when a child may be at risk.
    Safeguarding,
    /// The first run on this computer.
    FirstRun,
    /// Help for a place.
    Help(super::keys::Spot),
}

/// What the person chose in Find for the call that is open.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Picked {
    /// The case it leads to.
    pub case: Option<i64>,
    /// The enquiry it leads to.
    pub enquiry: Option<i64>,
}

/// What was answered on the first run; all of it may be empty.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct FirstRunChoice {
    /// Who sits at this desk.
    pub staff: String,
    /// Starts at Today, the coordinator's list, and not at My desk.
    pub home_is_today: bool,
    /// The authorities served, separated by commas.
    pub served: String,
    /// A practice file with made-up families.
    pub practice: bool,
}

/// What is to be done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Effect {
    /// Read.
    Ask(Question),
    /// Write.
    Do(Intention),
    /// Go somewhere.
    Open(Place),
    /// Close this page or window and go one step back.
    Close,
    /// A line for the hint line, until the next key.
    Notice(String),
    /// A rule said no, before anything was sent.
    Refuse(Refusal),
    /// Put a person found into the open call.
    PutInCall(Picked),
    /// Show references only, or names again.
    HideNames,
    /// The first run is over: make the file and start.
    Start(FirstRunChoice),
    /// The open call is over, or left: take it off the desk.
    CallClosed(i64),
    /// Leave the program.
    Quit,
}
