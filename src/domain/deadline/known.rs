//! All clocks of a case at once, from what is known of it.
//!
//! [`all`] is the one list that the command, the case's page and the queue read, so that no two of them can
//! disagree about a date. Nothing is stored of it: it is counted each time it is read. A clock whose start is not
//! known is in the list without a day. [`moves`] compares two states of knowledge, to show what a correction
//! would move before it is saved.

use super::super::subject::Route;
use super::super::typed_day::{DayReading, day_with_year, short_day};
use super::super::willingness::Answer;
use super::super::working_days::WorkingDays;
use super::super::young_person::{OVER_AGE, born, young_person_from};
use super::kind::{ClockKind, Length, Start};
use super::{APPEAL_CERTIFICATE_MONTHS, Clock, add_days, add_months, extended};
use chrono::{Datelike, NaiveDate};

/// The years a closed case is kept before it is looked at again, where the office has set none.
pub const KEPT_YEARS: u32 = super::super::closing::KEEP_YEARS;

/// What is known of a case's days; each is [`DayReading::Unread`] until somebody knows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Known {
    /// The date on the decision letter.
    pub letter: DayReading,
    /// The day it was sent. The earlier of the two starts the clocks, because it is the safer.
    pub sent: DayReading,
    /// The day the authority was informed that mediation is wanted.
    pub la_informed: DayReading,
    /// The day a health commissioner had the authority's notice.
    pub health_notice: DayReading,
    /// The day of the meeting that is arranged.
    pub meeting: DayReading,
    /// The day the family was told of it, where it was told as it was booked.
    pub told: DayReading,
    /// What the family said of a meeting, and when, the first word first.
    pub heard: Vec<(NaiveDate, Answer)>,
    /// The day the family declined.
    pub declined: DayReading,
    /// The day the mediation ended.
    pub ended: DayReading,
    /// The day the authority said it cannot arrange a meeting in time.
    pub deemed: DayReading,
    /// The day the certificate was issued.
    pub certificate: DayReading,
    /// The day of the agreement.
    pub agreement: DayReading,
    /// The day somebody else gave the family's details.
    pub referral: DayReading,
    /// The day the case was closed.
    pub closed: DayReading,
    /// The birth date, or the stretch of days it lies in; see [`Known::with_born`].
    pub born: DayReading,
    /// Which of the two processes: disagreement resolution has none of the clocks of mediation.
    pub route: Route,
    /// The disagreement is about the school alone, for which no certificate is needed (s.55(2)).
    pub placement_only: bool,
    /// The family agreed to be told later than five working days before.
    pub short_notice_agreed: bool,
    /// The years a closed case is kept.
    pub kept_years: u32,
}

impl Default for Known {
    fn default() -> Self {
        let unread = || DayReading::Unread;
        Self {
            letter: unread(),
            sent: unread(),
            la_informed: unread(),
            health_notice: unread(),
            meeting: unread(),
            told: unread(),
            heard: Vec::new(),
            declined: unread(),
            ended: unread(),
            deemed: unread(),
            certificate: unread(),
            agreement: unread(),
            referral: unread(),
            closed: unread(),
            born: unread(),
            route: Route::NotKnown,
            placement_only: false,
            short_notice_agreed: false,
            kept_years: KEPT_YEARS,
        }
    }
}

impl Known {
    /// The same with what was said of the birth, on the day it was said; see [`born`].
    #[must_use]
    pub fn with_born(mut self, said: &DayReading, told: NaiveDate) -> Self {
        self.born = born(said, told);
        self
    }

    /// The day a kind of clock starts from, as it is known.
    pub fn start(&self, start: Start) -> &DayReading {
        match start {
            // The earlier of the two is the safer start; a sent day alone stands for the letter.
            Start::Letter => match (self.letter.earliest(), self.sent.earliest()) {
                (Some(letter), Some(sent)) if sent < letter => &self.sent,
                (None, Some(_)) => &self.sent,
                _ => &self.letter,
            },
            Start::Sent => &self.sent,
            Start::LaInformed => &self.la_informed,
            Start::HealthNotice => &self.health_notice,
            Start::Meeting => &self.meeting,
            Start::Declined => &self.declined,
            Start::Ended => &self.ended,
            Start::Deemed => &self.deemed,
            Start::Referral => &self.referral,
            Start::Agreement => &self.agreement,
            Start::Born => &self.born,
            Start::Closed => &self.closed,
        }
    }

    /// The same with every vague day taken at its latest: what has passed then has passed for certain.
    #[must_use]
    pub fn at_latest(&self) -> Self {
        let late = |reading: &DayReading| reading.latest().map_or(DayReading::Unread, DayReading::Day);
        Self {
            letter: late(&self.letter),
            sent: late(&self.sent),
            la_informed: late(&self.la_informed),
            health_notice: late(&self.health_notice),
            meeting: late(&self.meeting),
            told: late(&self.told),
            heard: self.heard.clone(),
            declined: late(&self.declined),
            ended: late(&self.ended),
            deemed: late(&self.deemed),
            certificate: late(&self.certificate),
            agreement: late(&self.agreement),
            referral: late(&self.referral),
            closed: late(&self.closed),
            born: late(&self.born),
            ..*self
        }
    }

    /// Whether a kind of clock belongs to a case of this route and this disagreement.
    fn has(&self, kind: ClockKind) -> bool {
        match kind.start() {
            Start::Born | Start::Closed | Start::Referral => true,
            // Shown beside the safer day only where it is another one.
            Start::Sent => {
                self.route != Route::DisagreementResolution
                    && self.sent.earliest().is_some()
                    && self.start(Start::Letter) != &self.sent
            }
            Start::Meeting if self.short_notice_agreed => false,
            Start::Declined | Start::Ended | Start::Deemed if self.placement_only => false,
            _ => self.route != Route::DisagreementResolution,
        }
    }
}

/// A clock in the list: with its day, or with what it waits for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Entry {
    /// Which period.
    pub kind: ClockKind,
    /// The day it leads to; none while its start is not known.
    pub clock: Option<Clock>,
}

impl Entry {
    /// The last day of the period, where it is known.
    pub fn date(&self) -> Option<NaiveDate> {
        self.clock.map(|clock| clock.date)
    }

    /// Whether the day says "about".
    pub fn about(&self) -> bool {
        self.clock.is_some_and(|clock| clock.about)
    }

    /// The rule that gave the day; the rule of the kind where there is none.
    pub fn rule(&self) -> &'static str {
        self.clock.map_or(self.kind.rule(), |clock| clock.rule)
    }
}

/// All clocks of a case, in the order in which a case meets them; those of another route are left out. `law` is
/// the calendar made by `WorkingDays::for_law`.
pub fn all(known: &Known, law: &WorkingDays) -> Vec<Entry> {
    ClockKind::ALL
        .into_iter()
        .filter(|kind| known.has(*kind))
        .map(|kind| Entry { kind, clock: clock(kind, known, law) })
        .collect()
}

/// One clock; none while its start is not known.
pub fn clock(kind: ClockKind, known: &Known, law: &WorkingDays) -> Option<Clock> {
    let start = known.start(kind.start());
    let made = |date, about, rule| Some(Clock { kind, date, about, rule, source: kind.source() });
    match kind.length() {
        Length::Appeal(_) => {
            let certificate = Some(&known.certificate).filter(|_| !known.placement_only);
            let mut clock = super::appeal_by(start, certificate, law)?;
            clock.about |= alone(known);
            if kind == ClockKind::AppealSent {
                clock = Clock { kind, rule: kind.rule(), ..clock };
            }
            Some(clock)
        }
        Length::SchoolAge => {
            let (first, last) = (young_person_from(start.earliest()?), young_person_from(start.latest()?));
            made(first, first != last, kind.rule())
        }
        Length::Until25 => {
            let (first, open) = until_25(start.earliest()?);
            made(first, open || start.is_about(), kind.rule())
        }
        length => {
            let date = counted(length, start.earliest()?, law, known.kept_years);
            let alone = kind == ClockKind::ContactAdviser && alone(known);
            made(date, start.is_about() || alone, kind.rule())
        }
    }
}

/// The letter may be older than the day it was sent, where only that is known.
fn alone(known: &Known) -> bool {
    known.letter.earliest().is_none()
}

/// A period that is counted from one day.
pub(super) fn counted(length: Length, start: NaiveDate, law: &WorkingDays, years: u32) -> NaiveDate {
    match length {
        Length::Months(months) => add_months(start, months),
        Length::Days(days) => add_days(start, days),
        Length::Weeks(weeks) => add_days(start, 7 * weeks),
        Length::WorkingDays(days) => law.add(start, days),
        Length::Appeal(months) => extended(add_months(start, months), law).1,
        Length::SchoolAge => young_person_from(start),
        Length::Until25 => until_25(start).0,
        Length::Kept => add_months(start, 12 * years),
    }
}

/// The last day under 25, and whether the law leaves it open: somebody born on 29 February has no such birthday
/// in the common year in which they turn 25, and the day that is safe is the 27th.
pub(super) fn until_25(born: NaiveDate) -> (NaiveDate, bool) {
    let year = born.year() + OVER_AGE;
    match born.with_year(year) {
        Some(birthday) => (birthday.pred_opt().unwrap_or(birthday), false),
        None => (NaiveDate::from_ymd_opt(year, 2, 27).unwrap_or(born), true),
    }
}

/// A clock that a correction would move.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Move {
    /// As it stands.
    pub before: Entry,
    /// As it would be.
    pub after: Entry,
}

impl Move {
    /// `Meet within 30 days: Sat 19 Dec -> Mon 21 Dec`.
    pub fn words(&self) -> String {
        // The year is said where it is not plain: years ahead, or two different ones.
        let years = [self.before.date(), self.after.date()].map(|day| day.map(|day| day.year()));
        let far = matches!(self.before.kind.start(), Start::Born | Start::Closed);
        let differ = matches!(years, [Some(one), Some(other)] if one != other);
        let plain = |day| if far || differ { day_with_year(day) } else { short_day(day) };
        let day = |entry: &Entry| match entry.clock {
            Some(clock) if clock.about => format!("about {}", plain(clock.date)),
            Some(clock) => plain(clock.date),
            None => "not known".to_owned(),
        };
        format!("{}: {} -> {}", self.before.kind.label(), day(&self.before), day(&self.after))
    }
}

/// The clocks whose day differs between two states of knowledge, in the order of [`all`].
pub fn moves(before: &Known, after: &Known, law: &WorkingDays) -> Vec<Move> {
    let entry = |kind, known: &Known| Entry {
        kind,
        clock: if known.has(kind) { clock(kind, known, law) } else { None },
    };
    ClockKind::ALL
        .into_iter()
        .map(|kind| Move { before: entry(kind, before), after: entry(kind, after) })
        .filter(|m| (m.before.date(), m.before.about()) != (m.after.date(), m.after.about()))
        .collect()
}

/// The month the certificate gives to an appeal.
pub(super) fn from_certificate(known: &Known) -> Option<NaiveDate> {
    if known.placement_only {
        return None;
    }
    known.certificate.earliest().map(|day| add_months(day, APPEAL_CERTIFICATE_MONTHS))
}
