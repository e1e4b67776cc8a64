//! Whether a mediation certificate is needed, from which day its period counts, and what is recorded of it.
//!
//! The certificate is what the family needs before an appeal; issuing it is the office's own act, outside this
//! program, which records that it was sent. Its text is absent, and so is any word about the case in it.
//!
//! 1. On the statutory route, and while the route is not known, a certificate is needed before an appeal (Children
//!    and Families Act 2014, s.55(1)); in disagreement resolution (s.57) there is none.
//! 2. A disagreement about the school named alone needs none (s.55(2)); mediation is still the family's right.
//! 3. A family that declines: the day we were told. A meeting: the day it ended. An authority that cannot arrange
//!    one in time, or says no: the day it told us. From that day three working days are counted.
//! 4. While one certificate is due no second one is: the earlier day stands.
//! 5. A certificate that is due because of a no falls away when that no becomes a yes before it was sent.
//! 6. A certificate is recorded as sent with its day, how and to whom, or as not wanted with a few words.
//! 7. That it is not wanted is read from `n`, `no` or `none` alone, or from a "no" or "not" that says of what: wanted,
//!    needed, required. A day that begins with the same letter (`nov 20`, `now`) and "not sent yet" are not that.
//! 8. One that was sent before the day it counts from is asked about once: it is kept when it is said again.

use chrono::NaiveDate;

use super::deadline::CERTIFICATE_WORKING_DAYS;
use super::subject::Route;
use super::text::words;
use super::typed_day::short_day;
use super::willingness::PartyKind;
use super::working_days::WorkingDays;

/// Why a certificate is issued.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Ground {
    /// The family declined (SEND Regulations 2014, regulation 34).
    Declined,
    /// The meeting was held (regulation 39(1)).
    AfterMeeting,
    /// The authority cannot arrange it in time; the family counts as having taken part (regulation 39(2) and (3)).
    Deemed,
}

impl Ground {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Declined, Self::AfterMeeting, Self::Deemed];

    /// The word in the file and on the screen.
    pub fn code(self) -> &'static str {
        match self {
            Self::Declined => "declined",
            Self::AfterMeeting => "after the meeting",
            Self::Deemed => "deemed",
        }
    }

    /// Reads the word in the file.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|g| g.code() == code)
    }

    /// Rule 3: what happened on the day it counts from, in a word or two.
    pub fn event(self) -> &'static str {
        match self {
            Self::Declined => "declined",
            Self::AfterMeeting => "met",
            Self::Deemed => "LA told us",
        }
    }

    /// Rule 8: a day before the one it counts from, in words.
    pub fn before(self, event: NaiveDate) -> String {
        let day = short_day(event);
        match self {
            Self::Declined => format!("before the family declined, {day}"),
            Self::AfterMeeting => format!("before the meeting of {day}"),
            Self::Deemed => format!("before the LA told us, {day}"),
        }
    }

    /// Rule 3: the ground that a party's no is.
    pub fn of_a_no(kind: PartyKind) -> Option<Self> {
        match kind {
            PartyKind::Family | PartyKind::YoungPerson => Some(Self::Declined),
            PartyKind::LocalAuthority => Some(Self::Deemed),
            _ => None,
        }
    }
}

/// Where a certificate stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum CertificateState {
    /// To be sent.
    Due,
    /// Sent.
    Sent,
    /// The family does not want it.
    NotWanted,
}

impl CertificateState {
    /// The word in the file and on the screen.
    pub fn code(self) -> &'static str {
        match self {
            Self::Due => "due",
            Self::Sent => "sent",
            Self::NotWanted => "not wanted",
        }
    }

    /// Reads the word in the file; anything else is due, so that it is looked at.
    pub fn from_code(code: &str) -> Self {
        [Self::Sent, Self::NotWanted].into_iter().find(|s| s.code() == code).unwrap_or(Self::Due)
    }
}

/// Rules 1 and 2.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Need {
    /// Needed before an appeal.
    Needed,
    /// The school named alone.
    PlacementOnly,
    /// Disagreement resolution.
    None,
}

/// Whether a certificate is needed, from the route and the codes of what it is about.
pub fn need(route: Route, about: &str) -> Need {
    let mut codes = about.split_whitespace().peekable();
    match route {
        Route::DisagreementResolution => Need::None,
        _ if codes.peek().is_some() && codes.all(|code| code == "content_I") => Need::PlacementOnly,
        _ => Need::Needed,
    }
}

/// The route and where the certificate stands in one line, for the summary.
pub fn route_words(route: Route, need: Need, state: Option<CertificateState>) -> &'static str {
    match (route, need) {
        (Route::DisagreementResolution, _) => "disagreement resolution: no certificate, voluntary for all",
        (_, Need::PlacementOnly) => {
            "mediation; certificate not needed for a school named alone; mediation is still their right"
        }
        (Route::NotKnown, _) => "not known yet: the stricter clock is shown",
        (Route::Statutory, _) => match state {
            Some(CertificateState::Sent) => "statutory mediation; certificate sent",
            Some(CertificateState::NotWanted) => "statutory mediation; certificate not wanted",
            Some(CertificateState::Due) | None => "statutory mediation; certificate needed",
        },
    }
}

/// The last day to issue it.
pub fn last_day(event: NaiveDate, law: &WorkingDays) -> NaiveDate {
    law.add(event, CERTIFICATE_WORKING_DAYS)
}

/// Rule 7: what was typed where the day of sending is asked says that no certificate is wanted.
pub fn not_wanted(typed: &str) -> bool {
    let words = words(typed);
    let mut words = words.iter().map(String::as_str);
    match (words.next(), words.clone().next()) {
        (Some("n" | "no" | "not" | "none"), None) => true,
        (Some("no" | "not" | "none"), Some(_)) => words.any(|word| {
            ["want", "need", "requir", "certificate", "thank"].iter().any(|stem| word.starts_with(stem))
        }),
        _ => false,
    }
}
