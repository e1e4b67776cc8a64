//! The periods of the law, each a named constant, and the days they lead to.
//!
//! Every answer is a guide and never advice: the Tribunal decides, and the decision letter is what counts. A
//! clock is a plain value with its sentence and its source, so that a screen can show the arithmetic; whether it
//! is shown is a setting of the office, but its length is not. Give these functions the calendar made by
//! `WorkingDays::for_law`, because a day on which only the office is closed stops no legal period. No counter is
//! kept anywhere: each clock is counted again whenever it is read. Which periods there are is one table in
//! `deadline/kind`, the list of a case's clocks is made in `deadline/known`, and the arithmetic of each, day by
//! day, in `deadline/explain`; which days cannot be so is in `deadline/odd`.
//!
//! 1. Months are calendar months to the same date; where there is none, to the last day of the month.
//! 2. The adviser is contacted within two months of the letter, and no weekend or holiday moves that day.
//! 3. An appeal reaches the Tribunal within two months of the letter or one month of the certificate, whichever
//!    is later.
//! 4. An appeal day in August moves to the first working day after 31 August, and one from 25 December to 1
//!    January to the first working day after 1 January.
//! 5. Any other appeal day that is no working day moves to the next working day.
//! 6. The meeting is within 30 calendar days of the authority being informed, the day of informing not counted.
//! 7. A certificate is issued within three working days of the event, the day of the event not counted.
//! 8. The family is told date and place at least five working days before; the cautious day leaves five clear.
//! 9. Clear days of notice count neither the day of telling nor the day of the meeting.
//! 10. A vague day starts its clock from the earliest day it can mean, and the clock says "about".
//! 11. An unknown day starts no clock; a certificate without its letter gives an appeal day that says "about".
//! 12. Health bodies are notified within three working days of the wish to mediate.
//! 13. A family whose details came from somebody else is told so within one month.
//! 14. A meeting about health alone is within 30 days of the commissioner's notice, that day not counted.
//! 15. What was agreed is done in whole weeks from the agreement, as if it had been ordered (regulation 44).
//! 16. A record is looked at again some years after closing, three where the office has set none.
//! 17. The young person decides from one day on, and until the day before the 25th birthday.
//! 18. Of the letter's date and the day it was sent the earlier starts the clocks; the other is shown too.
//! 19. Disagreement resolution has none of the clocks of mediation; a dispute about the school alone needs no
//!     certificate, and only the letter counts for its appeal.
//! 20. A clock whose start is not known is in the list without a day, and says what it waits for.
//! 21. A correction moves the clocks whose day or "about" differs, and no other.
//! 22. The arithmetic names every day that is counted or passed over, and ends at the clock's own day.

use super::typed_day::DayReading;
use super::working_days::WorkingDays;
use chrono::{Datelike, Days, Months, NaiveDate};

mod explain;
mod kind;
mod known;
mod odd;

pub use explain::{Line, explain};
pub use kind::{ClockKind, Length, Start};
pub use known::{Entry, KEPT_YEARS, Known, Move, all, clock, moves};
pub use odd::oddities;

/// Months after the letter to contact the mediation adviser (SEND Regulations 2014, regulations 33 and 34).
pub const CONTACT_MONTHS: u32 = 2;
/// Months after the letter to appeal (Tribunal Procedure (HESC) Rules 2008, rule 20(1)(c)).
pub const APPEAL_MONTHS: u32 = 2;
/// Months after the certificate to appeal, if later (the same rule).
pub const APPEAL_CERTIFICATE_MONTHS: u32 = 1;
/// Calendar days to arrange the meeting after the authority is informed (regulations 35(4) and 36(2)).
pub const MEETING_DAYS: u64 = 30;
/// Working days to issue a certificate (regulations 34(1) and 39).
pub const CERTIFICATE_WORKING_DAYS: i32 = 3;
/// Working days for an authority to notify health bodies (regulation 35(2)).
pub const HEALTH_NOTICE_WORKING_DAYS: i32 = 3;
/// Working days of notice of date and place (regulation 37(2)).
pub const NOTICE_WORKING_DAYS: i32 = 5;
/// Months to tell somebody that their details came from another person (UK GDPR, article 14(3)(a)).
pub const PRIVACY_MONTHS: u32 = 1;

/// A day to which a legal period leads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Clock {
    /// Which period.
    pub kind: ClockKind,
    /// The last day of the period.
    pub date: NaiveDate,
    /// Whether the day it started from was vague or partly unknown; shown as "about".
    pub about: bool,
    /// The rule as a plain sentence that says it is a guide.
    pub rule: &'static str,
    /// The legal source.
    pub source: &'static str,
}

/// The last day to contact the adviser. `None` when the letter's day is unknown.
pub fn contact_adviser_by(letter: &DayReading) -> Option<Clock> {
    made(ClockKind::ContactAdviser, letter, |day| add_months(day, CONTACT_MONTHS))
}

/// The last day for an appeal to reach the Tribunal. With a certificate but no known letter the day is the
/// certificate's, which is never too late, and says "about". `None` when neither day is known.
pub fn appeal_by(
    letter: &DayReading,
    certificate: Option<&DayReading>,
    working_days: &WorkingDays,
) -> Option<Clock> {
    let from_letter = letter.earliest().map(|day| add_months(day, APPEAL_MONTHS));
    let from_certificate =
        certificate.and_then(DayReading::earliest).map(|day| add_months(day, APPEAL_CERTIFICATE_MONTHS));
    // `None` is earlier than any day.
    let last = from_letter.max(from_certificate)?;
    let (rule, date) = extended(last, working_days);
    let about =
        letter.earliest().is_none() || letter.is_about() || certificate.is_some_and(DayReading::is_about);
    Some(Clock { kind: ClockKind::Appeal, date, about, rule, source: ClockKind::Appeal.source() })
}

/// The day by which the meeting is held. `None` when it is unknown when the authority was informed.
pub fn meet_by(la_informed: &DayReading) -> Option<Clock> {
    made(ClockKind::Meeting, la_informed, |day| add_days(day, MEETING_DAYS))
}

/// A clock from one day, which it takes the name, the rule and the source of its kind to.
fn made(kind: ClockKind, start: &DayReading, date: impl Fn(NaiveDate) -> NaiveDate) -> Option<Clock> {
    let date = date(start.earliest()?);
    Some(Clock { kind, date, about: start.is_about(), rule: kind.rule(), source: kind.source() })
}

/// The earliest day to suggest for a meeting when the family is told on `told`: five clear working days lie
/// between. It is a working day.
pub fn earliest_with_notice(told: NaiveDate, working_days: &WorkingDays) -> NaiveDate {
    working_days.add(told, NOTICE_WORKING_DAYS + 1)
}

/// Clear working days between telling the family and the meeting, neither counted; under
/// [`NOTICE_WORKING_DAYS`] the family has to agree to less.
pub fn notice_given(told: NaiveDate, meeting: NaiveDate, working_days: &WorkingDays) -> i64 {
    working_days.clear_between(told, meeting)
}

/// The same date so many months later, or the last day of that month when it has no such date.
#[must_use]
pub fn add_months(day: NaiveDate, months: u32) -> NaiveDate {
    day.checked_add_months(Months::new(months)).unwrap_or(NaiveDate::MAX)
}

fn add_days(day: NaiveDate, days: u64) -> NaiveDate {
    day.checked_add_days(Days::new(days)).unwrap_or(NaiveDate::MAX)
}

/// The appeal day after the Tribunal's own rules on August, Christmas and days that are not working days.
fn extended(last: NaiveDate, working_days: &WorkingDays) -> (&'static str, NaiveDate) {
    let after = match (last.month(), last.day()) {
        (8, _) => NaiveDate::from_ymd_opt(last.year(), 8, 31),
        (12, 25..) => NaiveDate::from_ymd_opt(last.year() + 1, 1, 1),
        (1, 1) => Some(last),
        _ => None,
    };
    match after {
        Some(day) if last.month() == 8 => (
            "It ends in August, so the first working day after 31 August is in time. A guide, not advice.",
            working_days.add(day, 1),
        ),
        Some(day) => (
            "It ends from 25 Dec to 1 Jan, so the first working day after is in time. A guide, not advice.",
            working_days.add(day, 1),
        ),
        None if !working_days.is_working(last) => (
            "It ends on a closed day, so the next working day is in time. A guide, not advice.",
            working_days.next_working(last),
        ),
        None => (ClockKind::Appeal.rule(), last),
    }
}
