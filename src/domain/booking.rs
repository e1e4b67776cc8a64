//! Holding and booking a date: whether it may be done, what is warned of, what is promised.
//!
//! A warning never stops anybody; it is a sentence with its number in it. What the file's own wall refuses is
//! refused here first, with a better sentence. Whether a time is open at all is the business of [`super::slot`].
//!
//! 1. A date is held only with consent in force on an open case; at most three at a time. A hold is moved with the
//!    same consent, and is a hold where it comes to: nobody is told of it.
//! 2. A hold stands for five working days, that day included.
//! 3. A date is booked only when the light is on; otherwise what is missing is named, and until when a hold
//!    would stand.
//! 4. A case has one booked date; another is booked by moving it or after calling it off.
//! 5. A booking in doubt is confirmed only when the light is back.
//! 6. Warned of: under five clear working days' notice unless the family agreed to less.
//! 7. Warned of: a day after the 30 days.
//! 8. Warned of: nobody named who can decide for the other side.
//! 9. Warned of: a mediator without accreditation or SEN training, or who does not offer what was asked for.
//! 10. After booking, whoever was not told yet is told today, the mediator as well; everyone is reminded two
//!     working days before, and what a family asked for is arranged.
//! 11. Whether a meeting was held is said on its day or after.
//! 12. After a meeting was called off the family, the other side and the mediator are told today, one step each, but
//!     for whoever called it off. A new date tells the parties by itself, and a mediator who comes to it.

use chrono::NaiveDate;

use super::deadline::{self, NOTICE_WORKING_DAYS};
use super::outcome::ByWhom;
use super::queue::{BookingState, CaseFacts, CaseState, StepKind};
use super::refusal::Refusal;
use super::slot::{Mediator, Slot};
use super::text::words;
use super::typed_day::{DayReading, short_day};
use super::willingness::{Needed, PartyKind, Side};
use super::working_days::WorkingDays;

/// Rule 1.
pub const HOLDS: usize = 3;
/// Rule 2.
pub const HOLD_WORKING_DAYS: i32 = 5;
/// Rule 10.
pub const REMIND_WORKING_DAYS: i32 = 2;

/// The steps that belong to a booked date, and go with it.
pub const STEPS: [StepKind; 8] = [
    StepKind::TellOtherSideDate,
    StepKind::TellFamilyDate,
    StepKind::TellMediator,
    StepKind::Remind,
    StepKind::ArrangeNeeds,
    StepKind::FindMediator,
    StepKind::TellFamilyWho,
    StepKind::TellOtherSideWho,
];

/// Rule 12: what is promised when a meeting is called off.
pub fn off(by: ByWhom) -> Vec<StepKind> {
    [
        (ByWhom::Family, StepKind::TellFamilyOff),
        (ByWhom::OtherSide, StepKind::TellOtherSideOff),
        (ByWhom::Mediator, StepKind::TellMediatorOff),
    ]
    .into_iter()
    .filter(|(who, _)| *who != by)
    .map(|(_, what)| what)
    .collect()
}

/// The calls to make when the mediator of a booked date cannot be there.
pub const WITHOUT_A_MEDIATOR: [StepKind; 3] =
    [StepKind::FindMediator, StepKind::TellFamilyWho, StepKind::TellOtherSideWho];

/// Rule 2: the last day of a hold placed today.
pub fn hold_until(today: NaiveDate, office: &WorkingDays) -> NaiveDate {
    office.add(today, HOLD_WORKING_DAYS)
}

/// A hold that has not lapsed.
fn stands(held_until: Option<NaiveDate>, today: NaiveDate) -> bool {
    held_until.is_none_or(|until| until >= today)
}

/// The holds of a case that stand today.
pub fn holds(facts: &CaseFacts, today: NaiveDate) -> usize {
    facts.bookings.iter().filter(|b| b.state == BookingState::Held && stands(b.held_until, today)).count()
}

fn consented(facts: &CaseFacts) -> Result<(), Refusal> {
    if facts.state == CaseState::Open && facts.consent.in_force() { Ok(()) } else { Err(Refusal::NoConsent) }
}

/// Rule 1.
pub fn may_hold(facts: &CaseFacts, today: NaiveDate) -> Result<(), Refusal> {
    consented(facts)?;
    if holds(facts, today) < HOLDS { Ok(()) } else { Err(Refusal::ThreeHolds) }
}

/// Rules 3 and 4. `moving` is the date that is given up for the new one; where it is a hold, rule 1 is enough.
pub fn may_book(
    facts: &CaseFacts,
    moving: Option<i64>,
    today: NaiveDate,
    office: &WorkingDays,
) -> Result<(), Refusal> {
    consented(facts)?;
    if facts.bookings.iter().any(|b| Some(b.id) == moving && b.state == BookingState::Held) {
        return Ok(());
    }
    let live = [BookingState::Booked, BookingState::InDoubt];
    if let Some(date) = facts.bookings.iter().find(|b| live.contains(&b.state) && Some(b.id) != moving) {
        return Err(Refusal::HasDate(short_day(date.day)));
    }
    is_lit(facts, may_hold(facts, today).is_ok().then(|| short_day(hold_until(today, office))))
}

/// Rule 5.
pub fn may_confirm(facts: &CaseFacts) -> Result<(), Refusal> {
    consented(facts)?;
    is_lit(facts, None)
}

fn is_lit(facts: &CaseFacts, hold_until: Option<String>) -> Result<(), Refusal> {
    match facts.missing().first() {
        None => Ok(()),
        Some(missing) => Err(Refusal::NotReady { missing: missing.sentence(), hold_until }),
    }
}

/// Rule 11.
pub fn may_be_over(day: NaiveDate, today: NaiveDate) -> Result<(), Refusal> {
    if day <= today { Ok(()) } else { Err(Refusal::NotYet(short_day(day))) }
}

/// What is warned of before a date is booked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Warning {
    /// Rule 6: so many clear working days.
    ShortNotice(i64),
    /// Rule 7: the end of the 30 days, and by how many days the date is after it.
    AfterThirtyDays(NaiveDate, i64),
    /// Rule 8.
    NobodyDecides(PartyKind),
    /// Rule 9, accreditation.
    NotAccredited(String),
    /// Rule 9, training.
    NotSenTrained(String),
    /// Rule 9: who, and what was asked for.
    DoesNotOffer(String, String),
}

impl Warning {
    /// One sentence.
    pub fn sentence(&self) -> String {
        match self {
            Self::ShortNotice(days) => {
                let of = if *days == 1 { "day's" } else { "days'" };
                format!(
                    "{days} clear working {of} notice, {NOTICE_WORKING_DAYS} are needed. Space if the family agrees."
                )
            }
            Self::AfterThirtyDays(end, by) => {
                let s = if *by == 1 { "" } else { "s" };
                format!("The 30 days end {}, {by} day{s} before this.", short_day(*end))
            }
            Self::NobodyDecides(kind) => {
                format!("Nobody is named who can decide for {}.", kind.the().replacen("The", "the", 1))
            }
            Self::NotAccredited(name) => format!("{name} is not marked as accredited."),
            Self::NotSenTrained(name) => format!("{name} is not marked as trained for SEN."),
            Self::DoesNotOffer(name, what) => format!("{name} does not offer {what}, which was asked for."),
        }
    }
}

/// What the Book window knows of a date.
#[derive(Debug, Clone, Copy)]
pub struct Asked<'a> {
    /// When.
    pub slot: Slot,
    /// With whom.
    pub mediator: &'a Mediator,
    /// The family agreed to shorter notice.
    pub short_notice_agreed: bool,
    /// The needed parties of the other side, and what is known of who decides for them.
    pub deciding: &'a [(PartyKind, String)],
    /// What the parties asked for, in words.
    pub needs: &'a str,
}

/// What a mediator can offer of what is asked for: the words for which a need is recognised.
const NEEDS: [(&str, &[&str]); 3] =
    [("BSL", &["bsl"]), ("an interpreter", &["interpreter", "interpreting"]), ("Makaton", &["makaton"])];

/// Rules 6 to 9, in that order. `law` has the bank holidays only.
pub fn warnings(asked: &Asked<'_>, facts: &CaseFacts, today: NaiveDate, law: &WorkingDays) -> Vec<Warning> {
    let mut out = Vec::new();
    let day = asked.slot.day;
    let clear = deadline::notice_given(today, day, law);
    if clear < i64::from(NOTICE_WORKING_DAYS) && !asked.short_notice_agreed {
        out.push(Warning::ShortNotice(clear));
    }
    if let Some(end) = thirty_days_end(facts).filter(|end| day > *end) {
        out.push(Warning::AfterThirtyDays(end, (day - end).num_days()));
    }
    out.extend(
        asked
            .deciding
            .iter()
            .filter(|(_, who)| who.trim().is_empty())
            .map(|(kind, _)| Warning::NobodyDecides(*kind)),
    );
    let mediator = asked.mediator;
    if !mediator.accredited {
        out.push(Warning::NotAccredited(mediator.name.clone()));
    }
    if !mediator.sen_trained {
        out.push(Warning::NotSenTrained(mediator.name.clone()));
    }
    let (needs, offers) = (words(asked.needs), words(&mediator.offers));
    out.extend(
        NEEDS
            .iter()
            .filter(|(_, spoken)| {
                let says = |said: &[String]| said.iter().any(|word| spoken.contains(&word.as_str()));
                says(&needs) && !says(&offers)
            })
            .map(|(what, _)| Warning::DoesNotOffer(mediator.name.clone(), (*what).to_owned())),
    );
    out
}

/// The last of the 30 days; none while it is not known when the authority was told.
pub fn thirty_days_end(facts: &CaseFacts) -> Option<NaiveDate> {
    deadline::meet_by(&DayReading::Day(facts.la_informed?)).map(|clock| clock.date)
}

/// Who has been told the date already, and whether somebody asked for something.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Told {
    /// The family.
    pub family: bool,
    /// The other side.
    pub other_side: bool,
    /// A party has needs to be arranged.
    pub has_needs: bool,
}

/// Rule 10: the day on which everyone is reminded, today at the earliest.
pub fn remind_on(day: NaiveDate, today: NaiveDate, office: &WorkingDays) -> NaiveDate {
    office.add(day, -REMIND_WORKING_DAYS).max(today)
}

/// Rule 10: what is promised with a booked date, and for which day.
pub fn promised(
    day: NaiveDate,
    told: Told,
    today: NaiveDate,
    office: &WorkingDays,
) -> Vec<(StepKind, NaiveDate)> {
    [
        (!told.other_side).then_some((StepKind::TellOtherSideDate, today)),
        (!told.family).then_some((StepKind::TellFamilyDate, today)),
        Some((StepKind::TellMediator, today)),
        Some((StepKind::Remind, remind_on(day, today, office))),
        told.has_needs.then_some((StepKind::ArrangeNeeds, today)),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// The needed parties of the other side: for whom somebody has to be able to decide.
pub fn deciders(facts: &CaseFacts) -> impl Iterator<Item = (i64, PartyKind)> {
    facts
        .parties
        .iter()
        .filter(|p| p.standing.side == Side::OtherSide && p.standing.needed == Needed::Needed)
        .map(|p| (p.id, p.standing.kind))
}
