//! Which clocks of an open case ran out unmet.
//!
//! A miss is a fact that is written down once and stays for counting, so it is only one when nothing else can be
//! true: a vague day is taken at its latest, and a meeting nobody has reported on yet is waited for. The clocks
//! that others have to keep are absent, by rule 11.
//!
//! 1. The family's two months are missed when they are over and the family has not said what it wants; an answer
//!    that first came after them does not mend it.
//! 2. The 30 days are missed when they are over and no meeting lay within them; a meeting within them that is not
//!    reported on yet is waited for, and a family that had said no by their last day has none. An authority's no does not
//!    end them.
//! 3. A certificate is missed when its last day is over and it has not been sent; one that is recorded as sent
//!    in time is not.
//! 4. The privacy notice is missed when a month is over and the parent has not been reached.
//! 5. A case that is not open, or has no consent in force, misses nothing.
//! 6. A vague day is taken at its latest, so that nothing is called missed that may not be.
//! 7. A family not told date and place by the fifth working day before the meeting is a miss, unless it agreed to
//!    less: also where a meeting is booked later than that day. Moving the meeting or calling it off does not mend it.
//!    A meeting booked anew at the time of one that was called off or did not happen is told anew; another mediator
//!    at the same time leaves the day of the telling.
//! 8. A miss stands only while its clock still ends on that day: a corrected date takes a wrong miss back before
//!    it is written.
//! 9. Disagreement resolution has no two months, no 30 days and no days of notice.
//! 10. A miss that is written stays in the history, and whether it was one is looked up in the facts each time it is
//!     read: a certificate recorded later as sent in time, a meeting that was held after all, one that was not after
//!     all, and a corrected day or route make it none.
//! 11. What others owe is no miss of the office, and none is written: the authority's notice to a health body and the
//!     commissioner's (regulation 35), the family's own last day to appeal, which is a guide, and what the parties
//!     agreed to do (regulation 42). Of the last the office asks on its day; "not done" is kept with the action and the
//!     day of the answer, and from those the overdue ones are counted.

use chrono::{Datelike, NaiveDate};

use super::super::certificate::{CertificateState, Ground, Need, last_day};
use super::super::consent::ConsentStanding;
use super::super::deadline::{ClockKind, KEPT_YEARS, Known, clock};
use super::super::subject::Route;
use super::super::typed_day::{DayReading, short_day};
use super::super::willingness::Answer;
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
    /// The line of history, without a name, in the 41 characters of a row: `30 days ran out Sun 22 Nov, no meeting`.
    pub fn act(&self) -> String {
        let day = short_day(self.due);
        match self.kind {
            ClockKind::ContactAdviser => format!("2 months ran out {day}, not heard"),
            ClockKind::Meeting => format!("30 days ran out {day}, no meeting"),
            ClockKind::Notice => format!("Notice ran out {day}, date not told"),
            ClockKind::PrivacyNotice => format!("Privacy notice: month ran out {day}"),
            _ => format!("3 days ran out {day}, no certificate"),
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
    let heard_by = |due| known.heard.iter().rfind(|(day, _)| *day <= due).map(|(_, answer)| *answer);
    let family = facts.family().and_then(|p| p.standing.answer);
    if facts.route != Route::DisagreementResolution {
        if let Some(due) = over(ClockKind::ContactAdviser)
            .filter(|_| !known.placement_only)
            .filter(|due| family.is_none() || (!known.heard.is_empty() && heard_by(*due).is_none()))
        {
            add(ClockKind::ContactAdviser, due);
        }
        let is_no = |answer: Option<Answer>| answer.is_some_and(Answer::is_a_no);
        // A family that comes back after them had no 30 days that could be missed.
        if let Some(due) = over(ClockKind::Meeting).filter(|due| !is_no(family) && !is_no(heard_by(*due))) {
            let within = |b: &&super::BookingFacts| b.day <= due;
            let may_have_met = [BookingState::Met, BookingState::Booked, BookingState::InDoubt];
            if !facts.bookings.iter().filter(within).any(|b| may_have_met.contains(&b.state)) {
                add(ClockKind::Meeting, due);
            }
        }
        let to_tell = facts.steps.iter().any(|s| s.what == StepKind::TellFamilyDate);
        if let Some(due) = over(ClockKind::Notice)
            .filter(|_| !known.short_notice_agreed)
            .filter(|due| to_tell || known.told.latest().is_some_and(|told| told > *due))
        {
            add(ClockKind::Notice, due);
        }
    }
    // A certificate promised before certificates had their own records.
    for step in facts.steps.iter().filter(|s| s.what == StepKind::Certificate && s.due < today) {
        let met = facts.bookings.iter().any(|b| b.state == BookingState::Met);
        add(certificate_clock(if met { Ground::AfterMeeting } else { Ground::Declined }), step.due);
    }
    for due in facts.after.certificates.iter().filter(|c| c.state == CertificateState::Due) {
        let last = last_day(due.event, law);
        if last < today {
            add(certificate_clock(due.ground), last);
        }
    }
    if facts.consent == ConsentStanding::ToCheck
        && let Some(due) = over(ClockKind::PrivacyNotice)
    {
        add(ClockKind::PrivacyNotice, due);
    }
    missed
}

/// The clock of a certificate.
pub fn certificate_clock(ground: Ground) -> ClockKind {
    match ground {
        Ground::Declined => ClockKind::CertificateAfterDecline,
        Ground::AfterMeeting => ClockKind::CertificateAfterMeeting,
        Ground::Deemed => ClockKind::CertificateDeemed,
    }
}

/// Of the clocks that were missed before a change, those that still were after it: a corrected day, or a
/// certificate that was sent in time and is recorded late, takes a miss back.
pub fn still_missed(before: Vec<Missed>, after: &CaseFacts, law: &WorkingDays) -> Vec<Missed> {
    before.into_iter().filter(|miss| !miss.was_none(after, law)).collect()
}

impl Missed {
    /// Rules 8 and 10: by what is known now, the clock did not run out unmet on that day.
    pub fn was_none(&self, facts: &CaseFacts, law: &WorkingDays) -> bool {
        let mediation = facts.route != Route::DisagreementResolution;
        let ends_then =
            || clock(self.kind, &facts.known().at_latest(), law).is_some_and(|clock| clock.date == self.due);
        let held_within = || facts.bookings.iter().any(|b| b.state == BookingState::Met && b.day <= self.due);
        match self.kind {
            ClockKind::ContactAdviser => {
                !mediation || facts.after.need == Need::PlacementOnly || !ends_then()
            }
            ClockKind::Meeting => !mediation || held_within() || !ends_then(),
            ClockKind::Notice => !mediation,
            kind => facts
                .after
                .certificates
                .iter()
                .filter(|c| certificate_clock(c.ground) == kind && last_day(c.event, law) == self.due)
                .any(|c| match c.state {
                    CertificateState::Sent => c.sent.is_some_and(|sent| sent <= self.due),
                    CertificateState::NotWanted => {
                        c.ground == Ground::AfterMeeting && never_held(facts, c.event)
                    }
                    CertificateState::Due => false,
                }),
        }
    }

    /// The line of history of a miss that was none after all: `Not missed after all: 3 days, Fri 27 Nov`.
    pub fn none_after_all(&self) -> String {
        let period = match self.kind {
            ClockKind::ContactAdviser => "2 months",
            ClockKind::Meeting => "30 days",
            ClockKind::Notice => "notice",
            ClockKind::PrivacyNotice => "month",
            _ => "3 days",
        };
        format!("Not missed after all: {period}, {}", short_day(self.due))
    }
}

/// The meeting of that day did not happen, as was said of it in the end.
fn never_held(facts: &CaseFacts, day: NaiveDate) -> bool {
    let mut said = facts.after.outcomes.iter().filter(|o| o.ended == day).peekable();
    said.peek().is_some() && said.all(|o| !o.outcome.was_held())
}

impl CaseFacts {
    /// The years from closing to the review, as they stand.
    fn kept_years(&self) -> u32 {
        let years = |until: NaiveDate, closed: NaiveDate| u32::try_from(until.year() - closed.year()).ok();
        self.after
            .keep_until
            .zip(self.after.closed)
            .and_then(|(until, closed)| years(until, closed))
            .unwrap_or(KEPT_YEARS)
    }

    /// What these facts say of the case's days; the birth, the referral and the certificate are known to the file.
    pub fn known(&self) -> Known {
        let on = |day: Option<NaiveDate>| day.map_or(DayReading::Unread, DayReading::Day);
        let booking = |states: &[BookingState]| {
            on(self.bookings.iter().rev().find(|b| states.contains(&b.state)).map(|b| b.day))
        };
        let family = self.family().filter(|p| p.standing.answer.is_some_and(Answer::is_a_no));
        Known {
            letter: self.letter.clone(),
            la_informed: on(self.la_informed),
            meeting: booking(&[BookingState::Booked, BookingState::InDoubt]),
            declined: on(family.and_then(|p| p.answered)),
            ended: booking(&[BookingState::Met]),
            closed: on(self.after.closed),
            placement_only: self.after.need == Need::PlacementOnly,
            kept_years: self.kept_years(),
            route: self.route,
            ..Known::default()
        }
    }
}
