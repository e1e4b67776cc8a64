//! `case`: what a case page shows, as data. The lines are made of it in `case_text`.
//!
//! Without consent in force nothing of the family is read out: only that the case is there, what became of the
//! consent, and the acts of the timeline without their words.

use super::trouble::Trouble;
use super::{Answer, Arguments, Moment, case_text, data};
use crate::domain::certificate::CertificateState;
use crate::domain::consent::{ConsentAnswer, ConsentStanding};
use crate::domain::deadline::{self, Clock, ClockKind};
use crate::domain::detail::{Detail, wants_words};
use crate::domain::queue::{BookingState, CALL_NOT_FINISHED, CaseState, Ended, certificate_clock, ended};
use crate::domain::reference::{RefKind, Reference, read_reference};
use crate::domain::refusal::Refusal;
use crate::domain::slot::clock;
use crate::domain::subject::{Route, subject_words};
use crate::domain::text::{clean_line, clean_lines};
use crate::domain::typed_day::DayReading;
use crate::domain::willingness::{Missing, Needed, Side};
use crate::store::Store;
use crate::store::calendar::Booking;
use crate::store::cases::{CasePage, Kept};
use crate::store::queue::Item;

/// The case, enquiry or call that was meant. A bare number is a case, or else an enquiry.
pub(super) fn meant(store: &mut Store, typed: &str) -> Result<Item, Trouble> {
    let Some((kind, number)) = read_reference(typed) else {
        return Err(Trouble::Usage(format!("'{typed}' is not a reference. One looks like M-0412.")));
    };
    let kinds = kind.map_or(vec![RefKind::Case, RefKind::Enquiry], |kind| vec![kind]);
    for kind in kinds {
        if let Some(item) = store.numbered(Reference { kind, number })? {
            return Ok(item);
        }
    }
    Err(Refusal::NotFound(typed.to_owned()).into())
}

/// The case that was meant by one that has to be a case.
pub(super) fn case_meant(store: &mut Store, typed: &str) -> Result<i64, Trouble> {
    match meant(store, typed)? {
        Item::Case(case) => Ok(case),
        Item::Call(call) => {
            store.call_page(call)?.case.ok_or_else(|| Refusal::NotFound(typed.to_owned()).into())
        }
        Item::Enquiry(_) => Err(Refusal::NoConsent.into()),
    }
}

/// Shows it.
pub(super) fn case(arguments: &Arguments, typed: &str, moment: Moment) -> Result<Answer, Trouble> {
    let mut store = super::place::open(arguments, moment)?;
    let shown = match meant(&mut store, typed)? {
        Item::Case(case) => of_case(&mut store, case, moment)?,
        Item::Enquiry(enquiry) => of_enquiry(&mut store, enquiry)?,
        Item::Call(call) => of_call(&mut store, call, moment)?,
    };
    let text = case_text::lines(&shown, moment.today());
    Answer::new(&shown, text)
}

fn of_call(store: &mut Store, call: i64, moment: Moment) -> Result<data::Shown, Trouble> {
    let page = store.call_page(call)?;
    if let Some(case) = page.case.filter(|_| page.case_is_open) {
        return of_case(store, case, moment);
    }
    if let Some((enquiry, _)) = page.enquiry {
        return of_enquiry(store, enquiry);
    }
    Ok(data::Shown::Call(data::Call {
        reference: page.reference.map(|reference| reference.to_string()),
        state: page.state.code(),
        day: page.day,
        caller: page.kind.map(crate::domain::call::CallerKind::label),
        consent: match page.answer {
            Some(ConsentAnswer::No) => "no, not yet",
            Some(ConsentAnswer::NotSure) => "not sure",
            _ => page.consent.words(),
        },
        staff: clean_line(&page.staff),
    }))
}

fn of_enquiry(store: &mut Store, id: i64) -> Result<data::Shown, Trouble> {
    let page = store.enquiry_page(id)?;
    if let Some(case) = page.case {
        let head = store.head(case)?;
        let became = head.reference.map(|reference| format!("became {reference}"));
        return Ok(data::Shown::Enquiry(enquiry(&page, became.unwrap_or(page.state.clone()))));
    }
    Ok(data::Shown::Enquiry(enquiry(&page, page.state.clone())))
}

fn enquiry(page: &crate::store::calls::EnquiryPage, state: String) -> data::Enquiry {
    let e = &page.enquiry;
    data::Enquiry {
        reference: page.reference.to_string(),
        state,
        caller: e.kind.label(),
        name: clean_line(&e.name),
        work: clean_line(&e.work),
        phone: clean_line(&e.phone),
        email: clean_line(&e.email),
        best_time: clean_line(&e.best_time),
        about: subject_words(&e.subject),
        area: clean_line(&e.area),
        consent: if e.answer == ConsentAnswer::NotSure { "not sure" } else { "no, not yet" },
        next: if e.rings_back { "caller rings back" } else { "he or she rings us" },
        next_day: e.next_day,
        keep_until: e.keep_until,
        taken: page.day,
        staff: clean_line(&page.staff),
    }
}

fn of_case(store: &mut Store, id: i64, moment: Moment) -> Result<data::Shown, Trouble> {
    let page = store.case_page(id)?;
    let open = page.facts.consent.in_force() && page.head.state != CaseState::Erased;
    let private = |text: &str| if open { clean_lines(text) } else { String::new() };
    let case = data::Case {
        reference: page.head.reference.map(|reference| reference.to_string()),
        state: page.head.state.code(),
        consent: data::Consent {
            standing: page.facts.consent.words(),
            in_force: page.facts.consent.in_force(),
            records: page
                .consents
                .iter()
                .map(|record| data::ConsentRecord {
                    act: record.act.code(),
                    giver: private(&record.giver),
                    given: private(&record.given),
                    given_to: record.given_to,
                    how: private(&record.how),
                    told_by: private(&record.told_by),
                    limits: private(&record.limits),
                    not_covered: private(&record.not_covered),
                    recorded: (moment.local_of)(record.at),
                    staff: clean_line(&record.staff),
                })
                .collect(),
        },
        family: if open { Some(family(&page, &store.bookings(id)?, moment)) } else { None },
        timeline: page
            .timeline
            .iter()
            .map(|line| data::Happened {
                at: (moment.local_of)(line.at),
                act: clean_line(&line.act),
                words: private(&line.told()),
                staff: clean_line(&line.staff),
            })
            .collect(),
    };
    Ok(data::Shown::Case(Box::new(case)))
}

fn family(page: &CasePage, bookings: &[Booking], moment: Moment) -> data::Family {
    let missing = page.facts.missing();
    // Who takes part is named when its call is finished.
    let in_call = (page.head.state == CaseState::InCall).then(|| CALL_NOT_FINISHED.to_owned());
    data::Family {
        light: data::Light {
            ready: missing.is_empty() && page.head.state == CaseState::Open,
            missing: in_call
                .map_or_else(|| missing.into_iter().map(Missing::sentence).collect(), |words| vec![words]),
        },
        route: page.facts.route.code(),
        child: clean_line(&page.head.child),
        details: details(page, moment),
        parties: page.parties.iter().map(|one| party(one, page)).collect(),
        dates: bookings.iter().map(date).collect(),
        steps: page
            .facts
            .steps
            .iter()
            .map(|step| data::Step { what: clean_line(&step.said(&page.facts)), due: step.due })
            .collect(),
        clocks: clocks(page, moment),
        enquiry: page.enquiry.map(|reference| reference.to_string()),
    }
}

fn date(booking: &Booking) -> data::Date {
    data::Date {
        state: booking.state.code(),
        day: booking.slot.day,
        from: clock(booking.slot.start),
        to: clock(booking.slot.end()),
        format: booking.format.code(),
        mediator: clean_line(&booking.name),
        held_until: booking.held_until.filter(|_| booking.state == BookingState::Held),
    }
}

/// The details in the order they are asked, not in the order of the file; empty ones are left out.
fn details(page: &CasePage, moment: Moment) -> Vec<data::Fact> {
    let fact = |detail: Detail, kept: &Kept| {
        let reading = match detail {
            Detail::About => subject_words(&kept.reading),
            Detail::Wants => wants_words(&kept.reading).to_owned(),
            _ => match DayReading::from_stored(&kept.reading) {
                DayReading::Unread => clean_line(&kept.reading),
                day => day.in_words(moment.today()),
            },
        };
        data::Fact { detail: detail.code(), label: detail.label(), typed: clean_lines(&kept.typed), reading }
    };
    Detail::ALL
        .into_iter()
        .filter_map(|detail| page.details.iter().find(|(d, kept)| *d == detail && !kept.typed.is_empty()))
        .map(|(detail, kept)| fact(*detail, kept))
        .collect()
}

fn party(party: &crate::store::parties::Party, page: &CasePage) -> data::Party {
    let standing = party.facts.standing;
    let c = &party.contact;
    let told = page.number(party);
    data::Party {
        kind: standing.kind.code(),
        side: standing.side.code(),
        needed: standing.needed.code(),
        name: clean_line(&c.name),
        person: clean_line(&c.person),
        relation: clean_line(&c.relation),
        not_safe: page.not_safe(party),
        said_of_phone: if told == c.phone.trim() { String::new() } else { clean_line(&told) },
        phone: clean_line(&c.phone),
        email: clean_line(&c.email),
        best_time: clean_line(&c.best_time),
        needs: clean_line(&c.needs),
        decides: clean_line(&c.decides),
        suits: clean_line(&c.suits),
        answer: standing.answer.map(crate::domain::willingness::Answer::code),
        chase: party.facts.chase,
        given: party
            .given
            .iter()
            .map(|given| data::Given {
                day: given.day,
                answer: given.answer.code(),
                person: clean_line(&given.person),
                words: clean_line(&given.words),
                how: clean_line(&given.how),
                staff: clean_line(&given.staff),
            })
            .collect(),
    }
}

/// The periods that have a day, with what ended them: the family's two months until it has answered, the 30 days once
/// the authority knows, and every other clock of the case, but for that of a certificate that is not wanted.
fn clocks(page: &CasePage, moment: Moment) -> Vec<data::Clock> {
    let facts = &page.facts;
    let answered = facts.parties.iter().any(|p| {
        p.standing.side == Side::Family && p.standing.needed == Needed::Needed && p.answered.is_some()
    });
    let two_months = (facts.route != Route::DisagreementResolution && !answered)
        .then(|| deadline::contact_adviser_by(&facts.letter))
        .flatten()
        .map(|clock| ("two months", clock));
    let thirty_days = facts
        .la_informed
        .and_then(|day| deadline::meet_by(&DayReading::Day(day)))
        .map(|clock| ("30 days", clock));
    let shown = |(name, clock): (&'static str, Clock)| data::Clock {
        clock: name,
        date: clock.date,
        about: clock.about,
        days: super::look::days_until(moment.today(), clock.date),
        ended: ended(facts, &page.known, clock.kind).map(Ended::words),
        rule: clock.rule,
        source: clock.source,
    };
    if facts.state != CaseState::Open || facts.consent == ConsentStanding::Withdrawn {
        return Vec::new();
    }
    let others = deadline::all(&page.known, &page.law).into_iter().filter_map(|entry| {
        let told = matches!(
            entry.kind,
            ClockKind::ContactAdviser
                | ClockKind::Meeting
                | ClockKind::HealthNotice
                | ClockKind::HealthMeeting
        ) || facts
            .after
            .certificates
            .iter()
            .any(|c| c.state == CertificateState::NotWanted && certificate_clock(c.ground) == entry.kind);
        entry.clock.filter(|_| !told).map(|clock| (entry.kind.code(), clock))
    });
    two_months.into_iter().chain(thirty_days).chain(others).map(shown).collect()
}
