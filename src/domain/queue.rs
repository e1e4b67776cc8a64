//! What has to be done about a case: the rows it puts on Today, most urgent first.
//!
//! The rows are a pure function of the facts of the case, made again in every write that changes one of them,
//! so Today is a page read from an index and never a computation over the caseload. A row is seen from its
//! day on; a case is shown once, by its most urgent row that is seen. Nothing here knows today's date: what
//! depends on it ("2 days left") is put into words when the page is read.
//!
//! 1. A booking whose light went out is the first thing of all, with what put it in doubt, until it is called off
//!    or confirmed.
//! 2. A withdrawn consent waits for a decision about erasing; kept locked, it waits for its review.
//! 3. That mediation is wanted is told to the local authority; the 30 days begin that day.
//! 4. The family's two months to contact us are shown for their last 14 days, until the family has answered.
//! 5. The 30 days are shown for their last 7 days and after, until a date is booked; a hold is named, and what is
//!    missing for a date is the step, on the day they were tried that is said, and what was promised to them. After a no they are not: what is next then has rows of its own, by rules 6 and 15.
//!    Only where no certificate is needed they are, after the other side's no, once all have heard that a meeting is off.
//! 6. A party that was asked is chased on its day; one that said no is looked at by a coordinator.
//! 7. A step that was promised is seen on its day. That a meeting is off is a clock, and is told before its no is
//!    looked at. Whoever decides is asked whether they agreed: in the case of a young person that is no parent, whether
//!    he or she is a party of it or was over compulsory school age when it was opened. Who comes to decide later has
//!    the row of rule 28.
//! 8. A hold is listed the day before it is let go, with what it waits for.
//! 9. Everybody willing and no date: ready to book.
//! 10. A meeting is shown on its day, and from the next day on until somebody says whether it was held.
//! 11. A case not touched for ten working days comes up by itself; one with a meeting booked, from the day after it.
//! 12. An open case always has a row; where nothing else is waited for, a needed party nobody
//!     has asked is rung on the next working day.
//! 13. An objection or a court order is settled by a coordinator before anything is booked.
//! 14. A meeting that was held and of which nobody has said what came waits for that.
//! 15. A certificate is seen from the day it counts from, after an authority's no from the working day after it,
//!     until it was sent or is not wanted.
//! 16. The actions of an agreement are noted, and each is asked about from its day on.
//! 17. When nothing is left to do the case asks to be closed.
//! 18. A meeting that did not happen leaves the case where it was before it was booked.
//! 19. A closed case has one row: the review when its years of keeping are over. Whoever is to hear that its meeting
//!     is off has a row of rule 7 besides.
//! 20. A booked meeting whose mediator is away that day, or works no more, needs another until its day is over.
//! 21. A held or booked date on a day that is closed by now is to be moved, until its day is over.
//! 22. The last day of an appeal is shown for its last 14 days, until the family was spoken to in them, after its
//!     first answer. A certificate that is to come brings a month of its own: it is not shown while one is due or a
//!     date is booked; before that, a willing family's is shown for its last 5 days, as the 2 months without a
//!     certificate. Once it is over its row stays until the family was spoken to, also where the family never
//!     answered; one that was over before the family answered has none.
//! 23. A promise is seen on its day, by its time; once that has passed it is a clock, until the party was rung. On a
//!     later day its row has both, the day and the time.
//! 24. A row that was put off is seen again from then on; the other rows of its case are not hidden by it.
//! 25. After three chases without an answer the row asks a coordinator to look, and not to ring again.
//! 26. An enquiry waits on the list for its caller; after the day they were to ring, its row asks us to ring them.
//! 27. A field that two desks gave two values waits until a person has chosen one of them.
//! 28. A case open on the day from which the young person decides says so, until the young person is one of its parties.

mod after;
mod ahead;
mod doubt;
mod ended;
mod facts;
mod missed;
mod promise;
mod quiet;
mod words;

use crate::domain::text::first_name;
use chrono::{Days, NaiveDate, NaiveTime};

use super::certificate::Need;
use super::consent::ConsentStanding;
use super::deadline;
use super::ladder;
use super::moment::Moment;
use super::subject::Route;
use super::typed_day::{DayReading, day_and_month, short_day};
use super::willingness::{Answer, CHASES_BEFORE_COORDINATOR, Missing, Needed, PartyKind, Side, Standing};
use super::working_days::WorkingDays;
pub use after::{ActionFacts, AfterFacts, CertificateFacts, ObjectionFacts, OutcomeFacts, fitting_reason};
pub use ahead::{Ahead, ahead};
pub use doubt::{CONFIRM, FIND_ONE, MOVE_IT};
pub use ended::{Ended, ended};
pub use facts::{BookingFacts, BookingState, CaseFacts, CaseState, ClashFacts, PartyFacts, StepFacts};
pub use missed::{Missed, certificate_clock, missed, still_missed};
pub use promise::{SnoozeFacts, enquiry, ring};
pub use quiet::QUIET_AFTER;
pub use words::{Group, StepKind, Why};

/// One row of the queue.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attention {
    /// Its group.
    pub group: Group,
    /// From when it is seen.
    pub show_from: Moment,
    /// The day it is sorted by, and measured against today.
    pub due: NaiveDate,
    /// The time of that day it is sorted by.
    pub at: Option<NaiveTime>,
    /// Why it is there.
    pub why: Why,
    /// The reason in at most 41 characters: who, what, when.
    pub reason: String,
    /// The next step in at most 12 characters.
    pub step: &'static str,
    /// The party it is about.
    pub party: Option<i64>,
    /// The booking it is about, or the promise, the agreed action, the objection: of those a case may have several.
    pub booking: Option<i64>,
}

/// The step of a case for which everybody is willing.
pub const OFFER_DATES: &str = "Offer dates";
/// Days before the end of the two months from which rule 4 shows them.
pub const TWO_MONTHS_SHOWN: u64 = 14;
/// Days before the last day of an appeal from which rule 22 shows it.
pub const APPEAL_SHOWN: u64 = 14;
/// Days before the end of the 30 days from which rule 5 shows them.
pub const THIRTY_DAYS_SHOWN: u64 = 7;
/// The longest reason, in characters.
const REASON: usize = 41;
/// What a case waits for whose call was taken up again, or is not finished yet.
pub const CALL_NOT_FINISHED: &str = "Its call is not finished: Finish names who takes part.";

impl Attention {
    fn new(group: Group, due: NaiveDate, why: Why, reason: String, step: &'static str) -> Self {
        Self { group, show_from: due.into(), due, at: None, why, reason, step, party: None, booking: None }
    }

    fn seen_from(self, show_from: impl Into<Moment>) -> Self {
        Self { show_from: show_from.into(), ..self }
    }

    fn of_party(self, party: Option<i64>) -> Self {
        Self { party, ..self }
    }

    fn of_booking(self, booking: i64) -> Self {
        Self { booking: Some(booking), ..self }
    }
}

/// All rows of a case, by the rules above. `law` has the bank holidays only; `office` also the closed days.
pub fn attention(facts: &CaseFacts, law: &WorkingDays, office: &WorkingDays) -> Vec<Attention> {
    let mut rows: Vec<Attention> = facts
        .bookings
        .iter()
        .filter(|b| b.state == BookingState::InDoubt)
        .map(|b| {
            let (reason, step) = doubt::words(facts, b, office);
            Attention::new(Group::InDoubt, b.day, Why::InDoubt, reason, step)
                .seen_from(facts.touched)
                .of_booking(b.id)
        })
        .collect();
    if facts.consent == ConsentStanding::Withdrawn && facts.state != CaseState::Erased {
        let reason = "Consent withdrawn: keep or erase?".to_owned();
        // Whoever decided to keep it is asked again at its review.
        let due = facts.after.keep_until.unwrap_or(facts.touched);
        rows.push(Attention::new(Group::Now, due, Why::Withdrawn, reason, "Decide"));
    }
    if facts.state == CaseState::Open && facts.consent.in_force() {
        rows.extend(clocks(facts));
        rows.extend(after::appeal(facts, law));
        let (promises, steps): (Vec<_>, Vec<_>) =
            facts.steps.iter().partition(|step| step.what == StepKind::Promise);
        rows.extend(promises.into_iter().flat_map(|step| promise::promised(step, facts, office)));
        rows.extend(steps.into_iter().map(|step| promise::of_step(step, facts)));
        rows.extend(facts.parties.iter().filter_map(chase));
        rows.extend(facts.clashes.first().map(|clash| {
            let field = clash.field.label(|party| facts.kind_of(party));
            let reason = format!("Two values for {field}: choose");
            Attention::new(Group::Chase, clash.day, Why::TwoValues, reason, "Choose")
        }));
        rows.extend(facts.bookings.iter().flat_map(|booking| dates(booking, facts, office)));
        rows.extend(facts.bookings.iter().filter_map(|booking| without_mediator(booking, facts.touched)));
        rows.extend(
            facts.bookings.iter().filter_map(|booking| on_closed_day(booking, facts.touched, office)),
        );
        if facts.missing().is_empty() && !facts.has_a_date() {
            let since = facts.parties.iter().filter_map(|p| p.answered).max().unwrap_or(facts.touched);
            let reason = format!("Both sides willing since {}", short_day(since));
            rows.push(Attention::new(Group::Ready, since, Why::Ready, reason, OFFER_DATES));
        }
        let after = after::rows(facts, law);
        if after.iter().any(|row| row.why == Why::Close) {
            // What is done is not looked at again.
            rows.retain(|row| row.why != Why::SaidNo);
        }
        rows.extend(after);
        rows.extend(not_asked(facts, &rows, office));
        // The last of all: what has a day of its own comes before it on the same day.
        rows.push(quiet::comes_up(facts, law));
    }
    if facts.consent.in_force() {
        rows.extend(after::closed(facts));
    }
    promise::put_off(&mut rows, &facts.snoozes);
    rows
}

/// Rules 4 and 5.
fn clocks(facts: &CaseFacts) -> impl Iterator<Item = Attention> {
    let family = facts.family();
    let family_is_silent = family.is_none_or(|f| f.standing.answer.is_none());
    let two_months = (facts.route != Route::DisagreementResolution && family_is_silent)
        .then(|| deadline::contact_adviser_by(&facts.letter))
        .flatten()
        .map(|clock| {
            let about = if clock.about { "about " } else { "" };
            let reason = format!("Family's 2 months end {about}{}", short_day(clock.date));
            Attention::new(Group::Now, clock.date, Why::TwoMonths, reason, "Ring family")
                .seen_from(days_before(clock.date, TWO_MONTHS_SHOWN))
                .of_party(family.map(|f| f.id))
        });
    let informed = facts.la_informed.filter(|_| !facts.has_a_date() && !ended_by_a_no(facts));
    let thirty_days = informed.and_then(|day| deadline::meet_by(&DayReading::Day(day))).map(|clock| {
        let hold = facts.bookings.iter().filter(|b| b.state == BookingState::Held).min_by_key(|b| b.day);
        let (step, party) = waits_for(facts);
        let reason = match hold {
            Some(hold) => held_words(clock.date, hold),
            None => tried(facts, party, clock.date)
                .or_else(|| promised_to(facts, party, clock.date))
                .unwrap_or_else(|| format!("30 days end {}, no date yet", short_day(clock.date))),
        };
        Attention::new(Group::Now, clock.date, Why::ThirtyDays, reason, step)
            .seen_from(days_before(clock.date, THIRTY_DAYS_SHOWN))
            .of_party(party)
    });
    two_months.into_iter().chain(thirty_days)
}

/// `30 days 19 Nov; message, chase 23 Nov`: the last thing done was to try them, and their day is to come.
fn tried(facts: &CaseFacts, party: Option<i64>, end: NaiveDate) -> Option<String> {
    let party = facts.parties.iter().find(|p| Some(p.id) == party && p.standing.answer.is_none())?;
    let chase = party.chase.filter(|chase| *chase > facts.touched)?;
    let asked = party.asked.filter(|asked| *asked == facts.touched)?;
    let did = if party.spoken == Some(asked) { "asked" } else { "message" };
    Some(format!("30 days {}; {did}, chase {}", day_and_month(end), day_and_month(chase)))
}

/// `30 days 15 Nov; promised 26 Nov`: whom a date waits for is rung on the day that was promised to them.
fn promised_to(facts: &CaseFacts, party: Option<i64>, end: NaiveDate) -> Option<String> {
    let to_them =
        |step: &&StepFacts| step.what == StepKind::Promise && step.party.is_some() && step.party == party;
    let first = facts.steps.iter().filter(to_them).map(|step| step.due).min()?;
    Some(format!("30 days {}; promised {}", day_and_month(end), day_and_month(first)))
}

/// Rule 5: whether a no leaves nothing of the 30 days to be shown.
fn ended_by_a_no(facts: &CaseFacts) -> bool {
    let of_family = |kind: &PartyKind| matches!(kind, PartyKind::Family | PartyKind::YoungPerson);
    let mut no = facts.missing().into_iter().filter_map(|m| match m {
        Missing::SaidNo(kind) | Missing::PulledOut(kind) => Some(kind),
        _ => None,
    });
    let Some(first) = no.next() else { return false };
    let goes_on = facts.after.need == Need::PlacementOnly;
    let to_tell = facts.steps.iter().any(|step| step.what.is_of_a_meeting_off());
    !goes_on || to_tell || of_family(&first) || no.any(|kind| of_family(&kind))
}

/// `30 days 15 Nov; held 30 Nov until 27 Nov`: the weekdays give way, so that all three days have room.
fn held_words(end: NaiveDate, hold: &BookingFacts) -> String {
    let until = day_and_month(hold.held_until.unwrap_or(hold.day));
    format!("30 days {}; held {} until {until}", day_and_month(end), day_and_month(hold.day))
}

/// What a date waits for, as a step, and the party it is about: dates are offered when nothing is missing.
fn waits_for(facts: &CaseFacts) -> (&'static str, Option<i64>) {
    let party = |kind: &PartyKind| {
        let of = |p: &&PartyFacts| p.standing.kind == *kind && p.standing.needed == Needed::Needed;
        let not = |p: &&PartyFacts| !p.standing.answer.is_some_and(Answer::is_willing);
        facts.parties.iter().filter(of).find(not).map(|p| p.id)
    };
    match facts.missing().first() {
        None => (OFFER_DATES, None),
        Some(Missing::NoAnswer(kind)) => (ring(Some(*kind)), party(kind)),
        Some(Missing::SaidNo(kind) | Missing::PulledOut(kind)) => ("Look", party(kind)),
        Some(Missing::Consent | Missing::Objection(_)) => ("Settle", None),
        Some(Missing::Side(_)) => ("Add them", None),
    }
}

fn days_before(day: NaiveDate, days: u64) -> NaiveDate {
    day.checked_sub_days(Days::new(days)).unwrap_or(day)
}

/// Rule 6, for one party.
fn chase(party: &PartyFacts) -> Option<Attention> {
    let Standing { kind, needed, answer, .. } = party.standing;
    let short = kind.short();
    let row = |due, why, reason, step| {
        Some(Attention::new(Group::Chase, due, why, reason, step).of_party(Some(party.id)))
    };
    match (answer, party.answered, party.chase) {
        _ if needed == Needed::Dropped => None,
        (Some(no @ (Answer::NotWilling | Answer::PulledOut)), Some(day), _) if needed == Needed::Needed => {
            let said = if no == Answer::NotWilling { "said no" } else { "pulled out" };
            row(day, Why::SaidNo, format!("{short} {said} {}", short_day(day)), "Look")
        }
        (None, _, Some(chase)) => {
            let reason = match party.asked {
                Some(day) if party.chases >= CHASES_BEFORE_COORDINATOR => {
                    let reason = format!("{short}: {} chases, last {}", party.chases, short_day(day));
                    return row(chase, Why::Chased, reason, "Look");
                }
                Some(day) if party.chases > 0 => {
                    let chase = ladder::rung_words(party.chases);
                    let reason = format!("{short} asked {}, {chase}", short_day(day));
                    if reason.chars().count() <= REASON { reason } else { reason.replace(" of 3", "") }
                }
                Some(day) => format!("{short} asked {}, no answer", short_day(day)),
                None => format!("{short} not asked yet"),
            };
            row(chase, Why::Chase, reason, ring(Some(kind)))
        }
        _ => None,
    }
}

/// Rule 12: clocks alone are nobody's step.
fn not_asked(facts: &CaseFacts, rows: &[Attention], office: &WorkingDays) -> Option<Attention> {
    let alone = [Why::Appeal, Why::TwoMonths, Why::ThirtyDays, Why::Decides, Why::TwoValues];
    if rows.iter().any(|row| !alone.contains(&row.why)) {
        return None;
    }
    let waits = |p: &&PartyFacts| {
        p.standing.needed == Needed::Needed && p.standing.answer.is_none() && p.chase.is_none()
    };
    let family = facts.parties.iter().filter(waits).find(|p| p.standing.side == Side::Family);
    let party = family.or_else(|| facts.parties.iter().find(waits))?;
    chase(&PartyFacts { chase: Some(office.add(facts.touched, 1)), ..party.clone() })
}

/// Rule 20, for one booking.
fn without_mediator(booking: &BookingFacts, touched: NaiveDate) -> Option<Attention> {
    let name = booking.away.as_deref()?;
    if !matches!(booking.state, BookingState::Booked | BookingState::InDoubt) || booking.day < touched {
        return None;
    }
    let first = first_name(name);
    let plain = format!("{} needs a mediator", short_day(booking.day));
    let whole = format!("{plain} ({first} away)");
    let reason = doubt::in_room(whole, || plain);
    Some(
        Attention::new(Group::Now, booking.day, Why::NeedsMediator, reason, FIND_ONE)
            .seen_from(touched)
            .of_booking(booking.id),
    )
}

/// Rule 21, for one booking.
fn on_closed_day(booking: &BookingFacts, touched: NaiveDate, office: &WorkingDays) -> Option<Attention> {
    let said = match booking.state {
        BookingState::Held => "Held",
        BookingState::Booked => "Booked",
        _ => return None,
    };
    office.closed(booking.day).filter(|_| booking.day >= touched)?;
    let reason = format!("{said} {}: office closed that day", short_day(booking.day));
    Some(
        Attention::new(Group::Now, booking.day, Why::ClosedDay, reason, MOVE_IT)
            .seen_from(touched)
            .of_booking(booking.id),
    )
}

/// Rules 8 and 10, for one booking.
fn dates(booking: &BookingFacts, facts: &CaseFacts, office: &WorkingDays) -> Vec<Attention> {
    let day = booking.day;
    match booking.state {
        BookingState::Held => {
            let until = booking.held_until.unwrap_or(day);
            let reason = format!("Hold {} let go {}", short_day(day), short_day(until));
            let (step, party) = waits_for(facts);
            vec![
                Attention::new(Group::Chase, until, Why::HoldEnds, reason, step)
                    .seen_from(office.add(until, -1))
                    .of_party(party)
                    .of_booking(booking.id),
            ]
        }
        BookingState::Booked => {
            let after = day.succ_opt().unwrap_or(day);
            let reason = format!("Meeting {}: was it held?", short_day(day));
            vec![
                Attention::new(Group::Meetings, day, Why::Meeting, booking.words.clone(), "Outcome")
                    .of_booking(booking.id),
                Attention::new(Group::Now, day, Why::WasItHeld, reason, "Outcome")
                    .seen_from(after)
                    .of_booking(booking.id),
            ]
        }
        _ => Vec::new(),
    }
}
