//! Which clocks of an open case ran out unmet.
//!
//! A miss is a fact that is written down once and stays for counting, so it is only one when nothing else can be
//! true: a vague day is taken at its latest, and a meeting nobody has reported on yet is waited for. The clocks
//! that others have to keep (an appeal, the authority's notice to a health body, what was agreed) are absent:
//! whether they were kept is not known here.
//!
//! 1. The family's two months are missed when they are over and the family has not answered.
//! 2. The 30 days are missed when they are over and no meeting lay within them; a meeting within them that is not
//!    reported on yet is waited for, and a family that said no has no 30 days.
//! 3. A certificate is missed when its last day is over and it has not been sent.
//! 4. The privacy notice is missed when a month is over and the parent has not been reached.
//! 5. A case that is not open, or has no consent in force, misses nothing.
//! 6. A vague day is taken at its latest, so that nothing is called missed that may not be.
//! 7. A miss stands only while its clock still ends on that day: a corrected date takes a wrong miss back before
//!    it is written.

use chrono::NaiveDate;

use super::super::consent::ConsentStanding;
use super::super::deadline::{ClockKind, Known, clock};
use super::super::subject::Route;
use super::super::typed_day::{DayReading, short_day};
use super::super::willingness::{Answer, Needed, Side};
use super::super::working_days::WorkingDays;
use super::{BookingState, CaseFacts, CaseState, StepKind};

/// A clock that ran out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Missed {
    /// Which period.
    pub kind: ClockKind,
    /// Its last day.
    pub due: NaiveDate,
}

impl Missed {
    /// The line of history, without a name: `30 days ran out Sun 22 Nov, no meeting`.
    pub fn act(&self) -> String {
        let day = short_day(self.due);
        match self.kind {
            ClockKind::ContactAdviser => format!("Two months ran out {day}, family not heard"),
            ClockKind::Meeting => format!("30 days ran out {day}, no meeting"),
            ClockKind::PrivacyNotice => format!("Month for the privacy notice ran out {day}"),
            _ => format!("Three days ran out {day}, no certificate"),
        }
    }
}

/// The clocks of a case whose last day lies before `today` and which were not met. `known` is what is known of
/// its days; `law` has the bank holidays only.
pub fn missed(facts: &CaseFacts, known: &Known, law: &WorkingDays, today: NaiveDate) -> Vec<Missed> {
    if facts.state != CaseState::Open || !facts.consent.in_force() {
        return Vec::new();
    }
    let latest = known.at_latest();
    let over = |kind| clock(kind, &latest, law).map(|clock| clock.date).filter(|due| *due < today);
    let mut missed = Vec::new();
    let mut add = |kind, due| missed.push(Missed { kind, due });
    let family = facts
        .parties
        .iter()
        .find(|p| p.standing.side == Side::Family && p.standing.needed == Needed::Needed)
        .and_then(|p| p.standing.answer);
    if facts.route != Route::DisagreementResolution {
        if let Some(due) = over(ClockKind::ContactAdviser).filter(|_| family.is_none()) {
            add(ClockKind::ContactAdviser, due);
        }
        let said_no = matches!(family, Some(Answer::NotWilling | Answer::PulledOut));
        if let Some(due) = over(ClockKind::Meeting).filter(|_| !said_no) {
            let within = |b: &&super::BookingFacts| b.day <= due;
            let may_have_met = [BookingState::Met, BookingState::Booked, BookingState::InDoubt];
            if !facts.bookings.iter().filter(within).any(|b| may_have_met.contains(&b.state)) {
                add(ClockKind::Meeting, due);
            }
        }
    }
    for step in facts.steps.iter().filter(|s| s.what == StepKind::Certificate && s.due < today) {
        let met = facts.bookings.iter().any(|b| b.state == BookingState::Met);
        let kind = if met { ClockKind::CertificateAfterMeeting } else { ClockKind::CertificateAfterDecline };
        add(kind, step.due);
    }
    if facts.consent == ConsentStanding::ToCheck
        && let Some(due) = over(ClockKind::PrivacyNotice)
    {
        add(ClockKind::PrivacyNotice, due);
    }
    missed
}

/// Of the clocks that were missed before a change, those that still end on that day after it.
pub fn still_missed(before: Vec<Missed>, after: &Known, law: &WorkingDays) -> Vec<Missed> {
    let latest = after.at_latest();
    before
        .into_iter()
        .filter(|miss| match miss.kind {
            ClockKind::ContactAdviser | ClockKind::Meeting => {
                clock(miss.kind, &latest, law).is_some_and(|clock| clock.date == miss.due)
            }
            _ => true,
        })
        .collect()
}

impl CaseFacts {
    /// What these facts say of the case's days; the birth, the referral and the closing are known to the file.
    pub fn known(&self) -> Known {
        let on = |day: Option<NaiveDate>| day.map_or(DayReading::Unread, DayReading::Day);
        let booking = |states: &[BookingState]| {
            on(self.bookings.iter().rev().find(|b| states.contains(&b.state)).map(|b| b.day))
        };
        let family = self
            .parties
            .iter()
            .find(|p| p.standing.side == Side::Family && p.standing.needed == Needed::Needed)
            .filter(|p| matches!(p.standing.answer, Some(Answer::NotWilling | Answer::PulledOut)));
        Known {
            letter: self.letter.clone(),
            la_informed: on(self.la_informed),
            meeting: booking(&[BookingState::Booked, BookingState::InDoubt]),
            declined: on(family.and_then(|p| p.answered)),
            ended: booking(&[BookingState::Met]),
            route: self.route,
            ..Known::default()
        }
    }
}
