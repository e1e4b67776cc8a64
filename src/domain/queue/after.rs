//! What is to be done after a meeting, until the case is closed, and long after that: rules 13 to 19, 22 and 28.
//!
//! The facts are those of the tables of certificates, outcomes, agreements and objections, without their words.

use chrono::{Datelike, Days, NaiveDate};

use super::super::certificate::{self, CertificateState, Ground, Need};
use super::super::closing::Closing;
use super::super::deadline::appeal_by;
use super::super::outcome::Outcome;
use super::super::typed_day::{DayReading, short_day};
use super::super::willingness::{Answer, Needed, Objection, Side};
use super::super::working_days::WorkingDays;
use super::{APPEAL_SHOWN, Attention, BookingState, CaseFacts, CaseState, Group, StepFacts, Why};

/// What came of a meeting, as far as the queue is concerned.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OutcomeFacts {
    /// The booking.
    pub booking: i64,
    /// What came of it.
    pub outcome: Outcome,
    /// The day it ended.
    pub ended: NaiveDate,
}

/// A certificate.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CertificateFacts {
    /// Its row.
    pub id: i64,
    /// Why.
    pub ground: Ground,
    /// The day it counts from.
    pub event: NaiveDate,
    /// Where it stands.
    pub state: CertificateState,
    /// The day it was sent.
    pub sent: Option<NaiveDate>,
}

/// An action of the agreement that is not done yet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ActionFacts {
    /// Its row.
    pub id: i64,
    /// By when.
    pub due: NaiveDate,
}

/// An objection that nobody has settled.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ObjectionFacts {
    /// Its row.
    pub id: i64,
    /// What it is.
    pub kind: Objection,
    /// Since when.
    pub day: NaiveDate,
}

/// The facts of what comes after.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AfterFacts {
    /// Whether a certificate is needed.
    pub need: Need,
    /// What came of the meetings, the latest word of each, in the order of their days.
    pub outcomes: Vec<OutcomeFacts>,
    /// The certificates, in the order of their events.
    pub certificates: Vec<CertificateFacts>,
    /// The latest day on which a certificate was sent.
    pub sent: Option<NaiveDate>,
    /// Actions not done yet.
    pub actions: Vec<ActionFacts>,
    /// Bookings whose agreement has been noted, or has nothing to note.
    pub noted: Vec<i64>,
    /// Objections not settled.
    pub objections: Vec<ObjectionFacts>,
    /// The day it was closed.
    pub closed: Option<NaiveDate>,
    /// The day a closed case is reviewed.
    pub keep_until: Option<NaiveDate>,
    /// The day from which the young person decides, where it comes while the case is open.
    pub decides_from: Option<NaiveDate>,
    /// When it was opened the child was over compulsory school age, and decided.
    pub of_age: bool,
}

impl Default for AfterFacts {
    fn default() -> Self {
        Self {
            need: Need::Needed,
            outcomes: Vec::new(),
            certificates: Vec::new(),
            sent: None,
            actions: Vec::new(),
            noted: Vec::new(),
            objections: Vec::new(),
            closed: None,
            keep_until: None,
            decides_from: None,
            of_age: false,
        }
    }
}

impl AfterFacts {
    /// The certificate that is to be sent.
    pub fn certificate_due(&self) -> Option<&CertificateFacts> {
        self.certificates.iter().find(|c| c.state == CertificateState::Due)
    }

    /// Where the certificate stands: the one that is due, otherwise the latest.
    pub fn certificate_is(&self) -> Option<CertificateState> {
        self.certificate_due().or(self.certificates.last()).map(|c| c.state)
    }

    /// The latest word of a booking.
    pub fn outcome_of(&self, booking: i64) -> Option<Outcome> {
        self.outcomes.iter().find(|o| o.booking == booking).map(|o| o.outcome)
    }
}

/// The rows of rules 13 to 18, of an open case.
pub(super) fn rows(facts: &CaseFacts, law: &WorkingDays) -> Vec<Attention> {
    let after = &facts.after;
    let mut rows = Vec::new();
    rows.extend(after.objections.iter().map(|objection| {
        let reason = format!("{}, {}: settle", objection.kind.short(), short_day(objection.day));
        Attention::new(Group::InDoubt, objection.day, Why::Objection, reason, "Settle")
            .of_booking(objection.id)
    }));
    for met in facts.bookings.iter().filter(|b| b.state == BookingState::Met) {
        match after.outcome_of(met.id) {
            None => {
                let reason = format!("Met {}: what came of it?", short_day(met.day));
                rows.push(
                    Attention::new(Group::Now, met.day, Why::Outcome, reason, "Outcome").of_booking(met.id),
                );
            }
            Some(outcome) if outcome.has_an_agreement() && !after.noted.contains(&met.id) => {
                let reason = "Agreement: actions to note".to_owned();
                rows.push(
                    Attention::new(Group::Chase, met.day, Why::NoteActions, reason, "Note them")
                        .of_booking(met.id),
                );
            }
            Some(_) => {}
        }
    }
    rows.extend(after.certificate_due().map(|due| {
        let reason = format!("{} {}", due.ground.event(), short_day(due.event));
        let last = certificate::last_day(due.event, law);
        // After an authority's no the family is told first, on that day.
        let seen = if due.ground == Ground::Deemed { law.add(due.event, 1) } else { due.event };
        Attention::new(Group::Now, last, Why::Certificate, reason, "Certificate").seen_from(seen)
    }));
    rows.extend(after.actions.iter().map(|action| {
        let reason = format!("Agreed for {}: is it done?", short_day(action.due));
        Attention::new(Group::Chase, action.due, Why::Action, reason, "Ask if done").of_booking(action.id)
    }));
    rows.extend(decides(facts));
    if let Some(since) = all_done(facts) {
        let reason = "Everything is done: close?".to_owned();
        rows.push(Attention::new(Group::Chase, since, Why::Close, reason, "Close"));
    }
    rows
}

/// Days ahead for which rule 28 makes its row: an open case is touched sooner than that, and its rows made again.
const DECIDES_SHOWN: u64 = 366;

/// Rule 28: the young person is asked, and not the parents alone.
fn decides(facts: &CaseFacts) -> Option<Attention> {
    let soon = facts.touched.checked_add_days(Days::new(DECIDES_SHOWN))?;
    let day = facts.after.decides_from.filter(|day| *day <= soon)?;
    if facts.is_of_a_young_person() {
        return None;
    }
    let mut there = facts.parties.iter().filter(|p| p.standing.needed != Needed::Dropped);
    let family = there.find(|p| p.standing.side == Side::Family).map(|p| p.id);
    let reason = format!("Decides from {}: ask them", short_day(day));
    Some(Attention::new(Group::Now, day, Why::Decides, reason, "Ring").of_party(family))
}

/// Days before the last day of an appeal from which it is shown where a certificate is to come some day.
const UNCERTIFIED: u64 = 5;
/// What is said there: the certificate to come brings a month of its own.
const WITHOUT_ONE: &str = ", uncertified";

/// Rule 22. A day that was over before the family had answered is told by no row: nobody could keep it.
pub(super) fn appeal(facts: &CaseFacts, law: &WorkingDays) -> Option<Attention> {
    let after = &facts.after;
    let family = facts.family();
    // A silent family has its two months; after a no and after a meeting its certificate is to come.
    let willing = family.and_then(|p| p.standing.answer).is_some_and(Answer::is_willing);
    let shown = match after.need {
        Need::PlacementOnly => APPEAL_SHOWN,
        Need::Needed if after.sent.is_some() => APPEAL_SHOWN,
        Need::Needed if willing && after.certificate_due().is_none() && !facts.has_a_date() => UNCERTIFIED,
        _ => return None,
    };
    let sent = after.sent.filter(|_| after.need == Need::Needed).map(DayReading::Day);
    let answered = family.and_then(|p| p.answered);
    let clock = appeal_by(&facts.letter, sent.as_ref(), law)?;
    if answered.is_some_and(|day| clock.date < day) {
        return None;
    }
    let seen = super::days_before(clock.date, shown);
    if family.and_then(|p| p.spoken).is_some_and(|day| day >= seen) {
        return None;
    }
    let about = if clock.about { "about " } else { "" };
    let day = short_day(clock.date);
    let reason = if shown == UNCERTIFIED {
        format!("Appeal by {about}{day}{WITHOUT_ONE}")
    } else {
        format!("Appeal to arrive by {about}{day}")
    };
    let row = Attention::new(Group::Now, clock.date, Why::Appeal, reason, "Ring family");
    Some(row.seen_from(seen).of_party(family.map(|p| p.id)))
}

/// Rule 17: since when nothing is left to do.
fn all_done(facts: &CaseFacts) -> Option<NaiveDate> {
    let after = &facts.after;
    let waits = after.certificate_due().is_some()
        || !after.actions.is_empty()
        || !facts.steps.is_empty()
        || facts.bookings.iter().any(|b| b.state.is_live());
    if waits {
        return None;
    }
    let met = facts.bookings.iter().filter(|b| b.state == BookingState::Met).max_by_key(|b| b.day);
    let over = match met.map(|met| (met.id, after.outcome_of(met.id))) {
        Some((_, None)) => false,
        Some((id, Some(outcome))) => !outcome.has_an_agreement() || after.noted.contains(&id),
        None => declined(facts) && (after.need != Need::Needed || !after.certificates.is_empty()),
    };
    over.then_some(facts.touched)
}

fn declined(facts: &CaseFacts) -> bool {
    let no = |answer| matches!(answer, Some(Answer::NotWilling | Answer::PulledOut));
    let family = |side, needed| side == Side::Family && needed == Needed::Needed;
    facts.parties.iter().any(|p| family(p.standing.side, p.standing.needed) && no(p.standing.answer))
}

/// Rule 19, of a closed case.
pub(super) fn closed(facts: &CaseFacts) -> impl Iterator<Item = Attention> {
    let off = |step: &&StepFacts| facts.state == CaseState::Closed && step.what.is_of_a_meeting_off();
    let off = facts.steps.iter().filter(off).map(|step| super::promise::of_step(step, facts));
    off.chain(review(facts))
}

fn review(facts: &CaseFacts) -> Option<Attention> {
    let until = facts.after.keep_until.filter(|_| facts.state == CaseState::Closed)?;
    let years = facts.after.closed.map_or(0, |closed| until.year() - closed.year());
    let reason = format!("Kept {years} {}: review", if years == 1 { "year" } else { "years" });
    Some(Attention::new(Group::Review, until, Why::Review, reason, "Review"))
}

/// Rule 6 of closing: the reason that fits what is known.
pub fn fitting_reason(facts: &CaseFacts) -> Option<Closing> {
    let met = facts.after.outcomes.iter().rev().find(|o| o.outcome.was_held());
    match met {
        Some(met) => Closing::after(met.outcome),
        None if declined(facts)
            && facts.after.certificates.iter().any(|c| c.state == CertificateState::Sent) =>
        {
            Some(Closing::CertificateOnly)
        }
        None if declined(facts) => Some(Closing::FamilyWithdrew),
        None => None,
    }
}

impl Why {
    /// What F9 does for a row of these rules, in words; `said` is the row's reason.
    pub fn next(self, said: &str) -> String {
        match self {
            Self::Meeting => "Say what came of today's meeting".to_owned(),
            Self::WasItHeld | Self::Outcome => "Say what came of the meeting".to_owned(),
            Self::Certificate | Self::Step(_) => format!("Record the certificate as sent. {said}"),
            Self::NoteActions => "Note the actions of the agreement".to_owned(),
            Self::Close => "Everything is done: close the case".to_owned(),
            _ => said.to_owned(),
        }
    }

    /// The reason of a row in the words of this day: a certificate's day is told from today.
    pub fn said(self, reason: &str, due: NaiveDate, today: NaiveDate) -> String {
        match (self, due.cmp(&today)) {
            (Self::Certificate, std::cmp::Ordering::Equal) => format!("Certificate due today ({reason})"),
            (Self::Certificate, std::cmp::Ordering::Less) => {
                format!("Certificate was due {}", short_day(due))
            }
            (Self::Certificate, std::cmp::Ordering::Greater) => format!("Certificate due {}", short_day(due)),
            (Self::LatePromise, std::cmp::Ordering::Less) => super::promise::late_words(reason, due),
            (Self::Appeal, std::cmp::Ordering::Less) if reason.ends_with(WITHOUT_ONE) => {
                format!("Uncertified: 2 months ran out {}", short_day(due))
            }
            (Self::Appeal, std::cmp::Ordering::Less) => format!("Appeal time ran out {}", short_day(due)),
            (Self::ThirtyDays | Self::TwoMonths, std::cmp::Ordering::Less) => {
                reason.replacen(" end ", " ran out ", 1)
            }
            (Self::Decides, std::cmp::Ordering::Equal) => "From today he or she decides: ask them".to_owned(),
            _ => reason.to_owned(),
        }
    }
}
