//! What a person promised, what was put off and who was to ring back, as rows of Today: rules 23, 24 and 26.
//!
//! A promise has a row on its day and, when its time has passed, another among the clocks; the one that is put
//! off does not hide the other. Reading what was typed is absent: `promise` and `snooze` do that.

use chrono::{NaiveDate, NaiveTime};

use super::super::call::CallerKind;
use super::super::moment::Moment;
use super::super::promise::Part;
use super::super::text::{Private, cut};
use super::super::typed_day::short_day;
use super::super::willingness::PartyKind;
use super::super::working_days::WorkingDays;
use super::{Attention, CaseFacts, Group, StepFacts, StepKind, Why};

/// A row that was put off.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SnoozeFacts {
    /// The row of the file.
    pub id: i64,
    /// Why the row of Today is there, as in the file.
    pub why: String,
    /// The party it is about.
    pub party: Option<i64>,
    /// The booking it is about, or the promise, the agreed action, the objection.
    pub booking: Option<i64>,
    /// Until when it is hidden.
    pub until: Moment,
    /// Who put it off.
    pub staff: String,
}

impl SnoozeFacts {
    /// It is this row that was put off.
    pub fn is_of(&self, row: &Attention) -> bool {
        (self.party, self.booking) == (row.party, row.booking) && self.why == row.why.code()
    }
}

/// The longest reason of a row, in characters.
const REASON: usize = 41;

/// The word for a party in a reason.
fn whom(kind: Option<PartyKind>) -> String {
    match kind {
        None => "them".to_owned(),
        Some(PartyKind::LocalAuthority) => "LA".to_owned(),
        Some(kind) => kind.short().to_lowercase(),
    }
}

/// The step of a row by which a party is rung.
pub fn ring(kind: Option<PartyKind>) -> &'static str {
    match kind {
        Some(PartyKind::LocalAuthority) => "Ring LA",
        Some(PartyKind::School) => "Ring school",
        Some(PartyKind::Family | PartyKind::YoungPerson) => "Ring family",
        _ => "Ring them",
    }
}

/// Rule 26: the reason and the step of an enquiry whose next step is on `next`. `who` is the caller's short name.
pub fn enquiry(
    kind: CallerKind,
    who: &str,
    rings_back: bool,
    next: NaiveDate,
    today: NaiveDate,
) -> (String, &'static str) {
    let step = match kind {
        CallerKind::LaOfficer | CallerKind::SendiassOfficer => "Ring officer",
        CallerKind::SchoolStaff => "Ring school",
        CallerKind::Parent => "Ring parent",
        _ => "Ring them",
    };
    let day = short_day(next);
    let reason = match (next < today, rings_back) {
        (true, _) => format!("{who}: no word since {day}"),
        (false, true) => format!("{who} rings back {day}"),
        (false, false) => format!("{who}: he or she rings us, {day}"),
    };
    (reason, if next < today { step } else { "Open" })
}

/// How a promise that is late ends, on its own day.
const NOT_RUNG: &str = ", not rung yet";

/// `Promised Thu 26 Nov before 12:00, late`: of another day, whose weekday and time both have room by this word.
fn late_since(day: NaiveDate, part: &str) -> String {
    format!("Promised {} {part}, late", short_day(day))
}

/// The reason of a late promise in the words of a later day: a time alone would be read as one of that day.
pub(super) fn late_words(reason: &str, due: NaiveDate) -> String {
    let part = reason.strip_prefix("Promised ").and_then(|rest| rest.strip_suffix(NOT_RUNG));
    let timed = part.filter(|part| Part::from_code(part) != Part::Any);
    timed.map_or_else(|| reason.to_owned(), |part| late_since(due, part))
}

/// Rule 23: the rows of a promise.
pub(super) fn promised(step: &StepFacts, facts: &CaseFacts, office: &WorkingDays) -> [Attention; 2] {
    let kind = step.party.and_then(|party| facts.kind_of(party));
    let part = step.at.code();
    let said = step.said(facts);
    let late = match step.at.late_from() {
        Some(_) => format!("Promised {part}{NOT_RUNG}"),
        None if part.is_empty() => format!("Promised {}{NOT_RUNG}", short_day(step.due)),
        None => late_since(step.due, &part),
    };
    let late_from = match step.at.late_from() {
        Some(time) => Moment::at(step.due, time),
        None => step.due.succ_opt().unwrap_or(step.due).into(),
    };
    // A promise for a closed day is seen on the last day before it.
    let seen = if office.is_working(step.due) { step.due } else { office.add(step.due, -1) };
    let row = |group, why, reason: String| {
        Attention::new(group, step.due, why, cut(&reason, REASON).trim_end().to_owned(), ring(kind))
            .of_party(step.party)
            .of_booking(step.id)
            .sorted_at(step.at.time())
    };
    [
        row(Group::Chase, Why::Step(StepKind::Promise), said).seen_from(seen),
        row(Group::Now, Why::LatePromise, late).seen_from(late_from),
    ]
}

/// Rules 3 and 7: the row of a step that is no promise.
pub(super) fn of_step(step: &StepFacts, facts: &CaseFacts) -> Attention {
    let group = if step.what.is_a_clock() { Group::Now } else { Group::Chase };
    let young = facts.is_of_a_young_person();
    let (reason, label) = (facts.reason_of(step.what).into_owned(), step.what.label_of(young));
    Attention::new(group, step.due, Why::Step(step.what), reason, label).of_party(facts.rung_by(step.what))
}

/// Rule 24: what was put off is seen from then on.
pub(super) fn put_off(rows: &mut [Attention], snoozes: &[SnoozeFacts]) {
    for row in rows {
        let until = snoozes.iter().filter(|s| s.is_of(row)).map(|s| s.until).max();
        row.show_from = until.map_or(row.show_from, |until| row.show_from.max(until));
    }
}

impl StepFacts {
    /// The step in words, without its day: `Promised: ring family before 12:00`.
    pub fn said(&self, facts: &CaseFacts) -> String {
        let whom = whom(self.party.and_then(|party| facts.kind_of(party)));
        match self.at {
            _ if self.what != StepKind::Promise => facts.reason_of(self.what).into_owned(),
            Part::Any if !self.words.is_empty() => format!("Promised: ring {whom}, {}", &*self.words),
            Part::Any => format!("Promised: ring {whom}"),
            part => format!("Promised: ring {whom} {}", part.code()),
        }
    }

    /// A step for a day, at any time of it.
    pub fn new(id: i64, what: StepKind, due: NaiveDate) -> Self {
        Self { id, what, due, at: Part::Any, party: None, words: Private::default(), who: String::new() }
    }
}

impl Attention {
    /// Sorted by this time among the rows of its day.
    fn sorted_at(self, time: Option<NaiveTime>) -> Self {
        Self { at: time, ..self }
    }

    /// The text by which it is sorted: its day, and its time where it has one.
    pub fn sorted_by(&self) -> Moment {
        Moment { day: self.due, time: self.at }
    }

    /// A clock, or a booking in doubt: it can be put off only to later the same day.
    pub fn is_urgent(&self) -> bool {
        matches!(self.group, Group::InDoubt | Group::Now)
    }
}
