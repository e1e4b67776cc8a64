//! Days that cannot be so together: a sentence each, and nothing is refused.
//!
//! The clocks are counted all the same, since a typed day is kept as it was given; whoever reads them hears what to check.
//! What is odd about a birth date alone is a remark of its own (`typed_day`, `young_person`).
//!
//! 1. What has happened is not ahead of today; a meeting may be.
//! 2. Nothing that follows from a decision is before its letter, of which the earlier day counts.
//! 3. Nobody is born after the letter.
//! 4. A vague day is odd only where every day it can mean is.

use super::super::typed_day::DayReading;
use super::kind::Start;
use super::known::Known;
use chrono::NaiveDate;

/// What cannot be so of the days that are known, on `today`.
pub fn oddities(known: &Known, today: NaiveDate) -> Vec<String> {
    let today = DayReading::Day(today);
    let letter = known.start(Start::Letter);
    let follow = [
        (&known.la_informed, Start::LaInformed.happened()),
        (&known.health_notice, Start::HealthNotice.happened()),
        (&known.declined, Start::Declined.happened()),
        (&known.ended, Start::Ended.happened()),
        (&known.deemed, Start::Deemed.happened()),
        (&known.certificate, "the certificate was issued"),
        (&known.agreement, Start::Agreement.happened()),
    ];
    let first = [(&known.letter, Start::Letter.happened()), (&known.sent, Start::Sent.happened())];
    let last = [(&known.referral, Start::Referral.happened()), (&known.closed, Start::Closed.happened())];
    let ahead = first
        .into_iter()
        .chain(follow)
        .chain(last)
        .filter(|(day, _)| before(&today, day))
        .map(|(day, what)| format!("{} is ahead of today: {what}.", said(day)));
    let early = follow
        .into_iter()
        .chain([(&known.meeting, Start::Meeting.happened())])
        .filter(|(day, _)| before(day, letter))
        .map(|(day, what)| format!("{} is before the letter: {what}.", said(day)));
    let born = before(letter, &known.born).then(|| "The birth date is after the letter.".to_owned());
    ahead.chain(early).chain(born).collect()
}

/// Whatever day each can mean, the one is before the other.
fn before(one: &DayReading, other: &DayReading) -> bool {
    one.latest().zip(other.earliest()).is_some_and(|(one, other)| one < other)
}

/// `Tue 24 Nov 2026`, `early Nov 2026`.
fn said(day: &DayReading) -> String {
    day.with_year().trim_start_matches("~ ").to_owned()
}
