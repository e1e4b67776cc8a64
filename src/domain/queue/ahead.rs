//! The clock of a case that ends first before a day: said when a row is put off past it.
//!
//! Only clocks that somebody is to keep now count: the rows of Today that are clocks, the days of notice while the
//! family is to be told its date, and the month of the privacy notice while the parent is to be checked with. What
//! has ended already is absent: it has rows of its own.

use chrono::NaiveDate;

use super::super::consent::ConsentStanding;
use super::super::deadline::{ClockKind, Known, clock};
use super::super::subject::Route;
use super::super::typed_day::short_day;
use super::super::working_days::WorkingDays;
use super::{CaseFacts, CaseState, StepKind, Why, attention};

/// A clock that ends before a row is seen again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Ahead {
    /// Until when the row is put off.
    pub until: NaiveDate,
    /// What ends.
    ends: &'static str,
    /// Its last day.
    pub end: NaiveDate,
}

impl Ahead {
    /// `Put off until Tue 8 Dec. The 30 days end before: Fri 4 Dec.`, in at most 76 characters.
    pub fn words(&self) -> String {
        format!("Put off until {}. {} before: {}.", short_day(self.until), self.ends, short_day(self.end))
    }
}

/// The first clock that ends from `today` on and before the day until which a row is put off. `known` is what is
/// known of the case's days; `law` has the bank holidays only.
pub fn ahead(
    facts: &CaseFacts,
    known: &Known,
    (law, office): (&WorkingDays, &WorkingDays),
    today: NaiveDate,
    until: NaiveDate,
) -> Option<Ahead> {
    if facts.state != CaseState::Open || !facts.consent.in_force() {
        return None;
    }
    let rows = attention(facts, law, office);
    let shown = rows.iter().filter_map(|row| Some((ends(row.why)?, row.due)));
    let end = |kind| clock(kind, known, law).map(|clock| clock.date);
    let to_tell = facts.steps.iter().any(|step| step.what == StepKind::TellFamilyDate)
        && facts.route != Route::DisagreementResolution
        && !known.short_notice_agreed;
    let notice = to_tell.then(|| end(ClockKind::Notice)).flatten().map(|day| ("The days of notice end", day));
    let to_check = facts.consent == ConsentStanding::ToCheck;
    let privacy = to_check.then(|| end(ClockKind::PrivacyNotice)).flatten();
    shown
        .chain(notice)
        .chain(privacy.map(|day| ("The privacy notice is due", day)))
        .filter(|(_, end)| (today..until).contains(end))
        .min_by_key(|(_, end)| *end)
        .map(|(ends, end)| Ahead { until, ends, end })
}

/// What a row of Today says that ends, where it is a clock of the law.
fn ends(why: Why) -> Option<&'static str> {
    match why {
        Why::TwoMonths => Some("The family's 2 months end"),
        Why::ThirtyDays => Some("The 30 days end"),
        Why::Certificate | Why::Step(StepKind::Certificate) => Some("The certificate is due"),
        Why::Appeal => Some("The time to appeal ends"),
        _ => None,
    }
}
