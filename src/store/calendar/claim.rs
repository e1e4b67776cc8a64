//! The writes that claim time: holding, booking, moving.
//!
//! The diary is read first and the rules are asked; then the list is written, its lapsed holds first. The facts
//! of the case are read again inside, so that a light that went out in between is seen.

use super::after::tell_mediator_off;
use super::lapse::{lapse, let_lapsed_go};
use super::{Booking, CalendarWrite, Format};
use crate::domain::booking::{self, Told};
use crate::domain::queue::{BookingState, CaseFacts, StepKind};
use crate::domain::refusal::Refusal;
use crate::domain::slot::{Mediator, Slot};
use crate::domain::text::Private;
use crate::params;
use crate::store::cases::Change;
use crate::store::db::{Fault, Write};
use crate::store::history::Line;
use crate::store::parties::promise;
use crate::store::{NotDone, Result, Signed, Store};

/// The line of history of a date that is held.
pub(in crate::store) const HELD: &str = "Date held";
/// The line of history of a booking.
pub(in crate::store) const BOOKED: &str = "Meeting booked";
/// The line of history of a date that was moved.
pub(in crate::store) const MOVED: &str = "Date moved";

/// A date to be written.
struct Claim {
    booking: Booking,
    /// It is a hold already, which becomes the booking.
    from_hold: bool,
}

impl Store {
    pub(super) fn hold(&mut self, write: &CalendarWrite, signed: &Signed) -> Result<()> {
        let CalendarWrite::Hold { booking, case, mediator, slot, format } = write else { return other() };
        booking::may_hold(&self.facts(*case)?, signed.today)?;
        let diary = self.diary_for(Some(*slot), *case, signed.today, signed.quarter)?;
        let chosen = diary.choose(*slot, *mediator)?;
        let mut claim = claim(*booking, *case, chosen, *slot, *format, signed);
        claim.booking.held_until = Some(booking::hold_until(signed.today, self.office()));
        let words = claim.booking.words();
        self.change_case(*case, signed, |_, facts| {
            lapse(facts, signed);
            booking::may_hold(facts, signed.today)?;
            let mut writes = let_lapsed_go(signed);
            writes.push(insert(&claim));
            facts.bookings.push(claim.booking.facts());
            Ok(Change { writes, line: Line { act: HELD, mark: "h", words: Some(&words), ..Line::default() } })
        })
    }

    pub(super) fn book(&mut self, write: &CalendarWrite, signed: &Signed) -> Result<()> {
        let CalendarWrite::Book { booking, case, mediator, slot, format, .. } = write else { return other() };
        let CalendarWrite::Book { short_notice_agreed, told_family, told_other_side, .. } = write else {
            return other();
        };
        let before = self.bookings(*case)?;
        if let Some(over) = before.iter().find(|b| b.id == *booking).and_then(|b| not_a_hold(b, signed)) {
            return Err(over.into());
        }
        let holds: Vec<Booking> = before.into_iter().filter(|b| b.state == BookingState::Held).collect();
        let hold = holds.iter().find(|b| b.id == *booking);
        if hold.is_some_and(|b| b.slot != *slot || mediator.is_some_and(|m| m != b.mediator)) {
            return Err(Refusal::NothingHere("That hold is for another time.").into());
        }
        let own: Vec<i64> = holds.iter().map(|b| b.id).collect();
        let diary = self.diary_for(Some(*slot), *case, signed.today, signed.quarter)?.without(&own);
        let chosen = diary.choose(*slot, mediator.or(hold.map(|b| b.mediator)));
        self.may_book(*case, None, chosen.as_ref().err(), signed)?;
        let mut claim = claim(*booking, *case, chosen?, *slot, *format, signed);
        claim.booking.state = BookingState::Booked;
        claim.booking.short_notice_agreed = *short_notice_agreed;
        claim.booking.told_family = *told_family;
        claim.booking.told_other_side = *told_other_side;
        claim.from_hold = hold.is_some();
        let words = claim.booking.words();
        let told = self.told(&claim.booking)?;
        self.change_case(*case, signed, |store, facts| {
            lapse(facts, signed);
            booking::may_book(facts, None, signed.today, store.office())?;
            let mut writes = let_lapsed_go(signed);
            writes.push(let_other_holds_go(facts, *booking));
            writes.push(drop_off(facts, &claim.booking.name));
            writes.push(insert(&claim));
            facts.bookings.retain(|b| b.id != *booking);
            facts.bookings.push(claim.booking.facts());
            writes.extend(store.promise_steps(facts, &claim.booking, told, signed));
            Ok(Change {
                writes,
                line: Line { act: BOOKED, mark: "b", words: Some(&words), ..Line::default() },
            })
        })
    }

    pub(super) fn move_date(&mut self, write: &CalendarWrite, signed: &Signed) -> Result<()> {
        let CalendarWrite::Move { booking: old, new, slot, mediator, short_notice_agreed } = *write else {
            return other();
        };
        let before = self.booking(old)?;
        let case = before.case;
        let is_hold = before.state == BookingState::Held;
        if let Some(over) = not_a_hold(&before, signed).filter(|_| is_hold || !before.state.is_live()) {
            return Err(over.into());
        }
        let diary = self.diary_for(Some(slot), case, signed.today, signed.quarter)?.without(&[old]);
        let keeps = mediator.is_none() && diary.may_take(slot, before.mediator).is_ok();
        let chosen = diary.choose(slot, if keeps { Some(before.mediator) } else { mediator });
        self.may_book(case, Some(old), chosen.as_ref().err(), signed)?;
        let mut claim = claim(new, case, chosen?, slot, before.format, signed);
        claim.booking.short_notice_agreed = short_notice_agreed && !is_hold;
        // Another mediator at the same time: whoever knew the date knows it still.
        let same_time = slot == before.slot && !is_hold;
        if same_time {
            claim.booking.short_notice_agreed = before.short_notice_agreed;
            claim.booking.told_family = before.told_family;
            claim.booking.told_other_side = before.told_other_side;
        }
        if is_hold {
            claim.booking.held_until = Some(booking::hold_until(signed.today, self.office()));
        } else {
            claim.booking.state = BookingState::Booked;
        }
        let words = format!("{}, now {}", before.slot.start_words(), claim.booking.words());
        let told = self.told(&claim.booking)?;
        // A withdrawal dropped the step undone, and it comes again only once the date is confirmed.
        let dropped = before.state == BookingState::InDoubt
            && self.dropped_last(case)?.iter().any(|what| what == StepKind::TellMediator.code());
        let another = !is_hold && !same_time && before.mediator != claim.booking.mediator;
        self.change_case(case, signed, |store, facts| {
            lapse(facts, signed);
            // Whoever was told of the date and does not come is told that it is off.
            let knew = !dropped && facts.steps.iter().all(|step| step.what != StepKind::TellMediator);
            if is_hold {
                consented(facts)?;
            } else {
                booking::may_book(facts, Some(old), signed.today, store.office())?;
            }
            let mut writes = let_lapsed_go(signed);
            writes.push(Write::one(
                "UPDATE bookings SET state = 'moved', rev = rev + 1 WHERE id = $1 AND state IN ('held', 'booked', 'in doubt')",
                params![old],
            ));
            writes.push(insert(&claim));
            facts.bookings.retain(|b| b.id != old);
            facts.bookings.push(claim.booking.facts());
            if !is_hold {
                writes.push(drop_off(facts, &claim.booking.name));
            }
            if same_time {
                writes.push(mediator_found(facts, signed));
                if facts.steps.iter().all(|step| step.what != StepKind::TellMediator) {
                    writes.push(promise(facts, StepKind::TellMediator, signed.today, new + 1));
                }
            } else if !is_hold {
                writes.push(drop_steps(facts));
                writes.extend(store.promise_steps(facts, &claim.booking, told, signed));
            }
            if another && knew {
                writes.push(tell_mediator_off(facts, &before.name, signed.today, new + 2));
            }
            let act = if same_time { "Another mediator" } else { MOVED };
            Ok(Change {
                writes,
                line: Line { act, mark: "b", words: Some(&words), ..Line::default() },
            })
        })
    }

    /// May it be booked? What is missing comes before what is wrong with the time; a hold is spoken of only
    /// where the time could be held.
    fn may_book(
        &mut self,
        case: i64,
        moving: Option<i64>,
        time: Option<&Refusal>,
        signed: &Signed,
    ) -> Result<()> {
        let facts = self.facts(case)?;
        match booking::may_book(&facts, moving, signed.today, self.office()) {
            Err(Refusal::NotReady { missing, .. }) if time.is_some() || moving.is_some() => {
                Err(Refusal::NotReady { missing, hold_until: None }.into())
            }
            other => Ok(other?),
        }
    }

    pub(super) fn told(&mut self, booking: &Booking) -> Result<Told> {
        let needs = self.read_one(
            "SELECT 1 FROM parties WHERE case_id = $1 AND needed <> 'dropped' AND trim(needs) <> ''",
            &params![booking.case],
        )?;
        Ok(Told {
            family: booking.told_family,
            other_side: booking.told_other_side,
            has_needs: needs.is_some(),
        })
    }

    /// The steps have the keys after the act's own, so that the same booking can be made again.
    fn promise_steps(
        &self,
        facts: &mut CaseFacts,
        booking: &Booking,
        told: Told,
        signed: &Signed,
    ) -> Vec<Write> {
        let steps = booking::promised(booking.slot.day, told, signed.today, self.office());
        (1..)
            .zip(steps)
            .map(|(after, (what, due))| crate::store::parties::promise(facts, what, due, signed.id + after))
            .collect()
    }
}

fn other() -> Result<()> {
    Err(NotDone::Failed(Fault::Mistake("another intention".into())))
}

fn consented(facts: &CaseFacts) -> std::result::Result<(), Refusal> {
    if facts.consent.in_force() { Ok(()) } else { Err(Refusal::NoConsent) }
}

/// Why a booking is not a hold that stands: what it is instead.
fn not_a_hold(booking: &Booking, signed: &Signed) -> Option<Refusal> {
    match booking.state {
        BookingState::Held if booking.held_until.is_none_or(|until| until >= signed.today) => None,
        BookingState::Held => Some(Refusal::IsNow(BookingState::LetGo.code())),
        state => Some(Refusal::IsNow(state.code())),
    }
}

fn claim(id: i64, case: i64, mediator: &Mediator, slot: Slot, format: Format, signed: &Signed) -> Claim {
    let booking = Booking {
        id,
        case,
        reference: crate::store::mediators::case_reference(0),
        mediator: mediator.id,
        name: mediator.name.clone(),
        phone: Private::default(),
        state: BookingState::Held,
        slot,
        held_until: None,
        format,
        short_notice_agreed: false,
        told_family: false,
        told_other_side: false,
        staff: signed.staff.clone(),
        at: signed.at,
    };
    Claim { booking, from_hold: false }
}

fn let_other_holds_go(facts: &mut CaseFacts, booking: i64) -> Write {
    facts.bookings.retain(|b| b.state != BookingState::Held || b.id == booking);
    Write::any(
        "UPDATE bookings SET state = 'let go', rev = rev + 1 WHERE case_id = $1 AND state = 'held' AND id <> $2",
        params![facts.id, booking],
    )
}

/// The steps of a date that is not any more.
pub(super) fn drop_steps(facts: &mut CaseFacts) -> Write {
    facts.steps.retain(|step| !booking::STEPS.contains(&step.what));
    Write::any(
        "UPDATE steps SET state = 'dropped', rev = rev + 1 WHERE case_id = $1 AND state = 'open'
           AND what IN ('tell the other side the date', 'tell the family the date', 'tell the mediator',
             'remind everyone', 'arrange needs', 'find a mediator', 'tell the family who comes',
             'tell the other side who comes')",
        params![facts.id],
    )
}

/// A new date tells by itself whoever comes to it that the old one is off; a mediator who does not come is still to
/// be told.
fn drop_off(facts: &mut CaseFacts, mediator: &str) -> Write {
    facts.steps.retain(|step| match step.what {
        StepKind::TellFamilyOff | StepKind::TellOtherSideOff => false,
        StepKind::TellMediatorOff => *step.words != *mediator,
        _ => true,
    });
    Write::any(
        "UPDATE steps SET state = 'dropped', rev = rev + 1 WHERE case_id = $1 AND state = 'open'
           AND (what IN ('tell the family it is off', 'tell the other side it is off')
             OR (what = 'tell the mediator it is off' AND words = $2))",
        params![facts.id, mediator],
    )
}

/// Somebody is found: nobody has to be rung for it any more. Who comes is still to be told.
fn mediator_found(facts: &mut CaseFacts, signed: &Signed) -> Write {
    facts.steps.retain(|step| step.what != StepKind::FindMediator);
    Write::any(
        "UPDATE steps SET state = 'done', done = $1, rev = rev + 1
         WHERE case_id = $2 AND what = 'find a mediator' AND state = 'open'",
        params![signed.at, facts.id],
    )
}

fn insert(claim: &Claim) -> Write {
    let yes = |on: bool| if on { "yes" } else { "no" };
    let b = &claim.booking;
    let (short, family, other_side) =
        (yes(b.short_notice_agreed), yes(b.told_family), yes(b.told_other_side));
    if claim.from_hold {
        Write::one(
            "UPDATE bookings SET state = 'booked', format = $1, short_notice_agreed = $2, told_family = $3,
               told_other_side = $4, staff = $5, at = $6, rev = rev + 1 WHERE id = $7 AND state = 'held'",
            params![b.format.code(), short, family, other_side, b.staff.as_str(), b.at, b.id],
        )
    } else {
        Write::one(
            "INSERT INTO bookings (id, case_id, mediator_id, state, day, start, length, held_until, format,
               short_notice_agreed, told_family, told_other_side, at, staff)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)",
            params![
                b.id,
                b.case,
                b.mediator,
                b.state.code(),
                b.slot.day,
                b.slot.start,
                b.slot.length,
                b.held_until,
                b.format.code(),
                short,
                family,
                other_side,
                b.at,
                b.staff.as_str()
            ],
        )
    }
}
