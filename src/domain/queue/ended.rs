//! What ended a clock of a case: what has come is no more counted down.
//!
//! It is told of every clock that somebody can end, also after its day: whether it ran out unmet is decided by the
//! misses beside it. It is asked only of a clock that has a day. A day is given where the file knows it.
//!
//! 1. The two months to contact us end with what the family answers, whatever that is.
//! 2. The 30 days end with the meeting that was held. After a no of the family a meeting is not wanted.
//! 3. The days of notice end when the family has been told date and place: no step to tell it is open. A date in doubt
//!    may have lost its step, so of that only what was told as it was booked counts.
//! 4. The days for a certificate end with its sending, or with the word that it is not wanted; of several of one ground
//!    the last counts.
//! 5. The month of the privacy notice ends when the parent has been reached, and the consent is no more to check.
//! 6. Nobody ends the other clocks: they run to their day.

use chrono::NaiveDate;

use super::super::certificate::CertificateState;
use super::super::consent::ConsentStanding;
use super::super::deadline::{ClockKind, Known};
use super::super::typed_day::{DayReading, short_day};
use super::{BookingState, CaseFacts, CertificateFacts, StepKind, certificate_clock};

/// How a clock ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Ended {
    /// In a word or two: `answered`, `held`, `told`, `sent`, `not wanted`.
    pub how: &'static str,
    /// The day, where it is known.
    pub on: Option<NaiveDate>,
}

impl Ended {
    /// `held Thu 19 Nov`; without a day only how.
    pub fn words(self) -> String {
        self.on.map_or_else(|| self.how.to_owned(), |day| [self.how, " ", &short_day(day)].concat())
    }
}

/// What ended a clock; `known` is what is known of the days of the case.
pub fn ended(facts: &CaseFacts, known: &Known, kind: ClockKind) -> Option<Ended> {
    let by = |how, on| Some(Ended { how, on });
    let family = facts.family().and_then(|p| Some((p.standing.answer?, p.answered)));
    match kind {
        ClockKind::ContactAdviser | ClockKind::ContactAdviserSent => by("answered", family?.1),
        ClockKind::Meeting => match facts.bookings.iter().rfind(|b| b.state == BookingState::Met) {
            Some(held) => by("held", Some(held.day)),
            None if family.is_some_and(|(answer, _)| answer.is_a_no()) => by("not wanted", None),
            None => None,
        },
        ClockKind::Notice | ClockKind::NoticeClear => {
            let to_tell = facts.steps.iter().any(|step| step.what == StepKind::TellFamilyDate);
            let in_doubt = facts.bookings.iter().any(|b| b.state == BookingState::InDoubt);
            let told = !to_tell && (!in_doubt || known.told != DayReading::Unread);
            told.then_some(Ended { how: "told", on: None })
        }
        ClockKind::CertificateAfterDecline
        | ClockKind::CertificateAfterMeeting
        | ClockKind::CertificateDeemed => {
            let own = |c: &&CertificateFacts| certificate_clock(c.ground) == kind;
            let last = facts.after.certificates.iter().rfind(own)?;
            match last.state {
                CertificateState::Sent => by("sent", last.sent),
                CertificateState::NotWanted => by("not wanted", None),
                CertificateState::Due => None,
            }
        }
        ClockKind::PrivacyNotice if facts.consent != ConsentStanding::ToCheck => by("told", None),
        _ => None,
    }
}
