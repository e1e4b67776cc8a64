//! The writes by which a person settles something: the actions of an agreement, an objection, which numbers are
//! safe, closing a case and opening it again, and keeping a closed one longer.

use chrono::NaiveDate;

use super::AfterWrite;
use super::write::let_open;
use crate::domain::closing::{Closing, KEEP_LONGER_YEARS, review_on};
use crate::domain::consent::{ConsentAct, ConsentStanding};
use crate::domain::outcome::ByWhom;
use crate::domain::phone::Phone;
use crate::domain::queue::{ActionFacts, BookingState, CaseFacts, CaseState, ObjectionFacts};
use crate::domain::refusal::Refusal;
use crate::domain::text::Private;
use crate::params;
use crate::store::calendar::{Booking, tell_it_is_off};
use crate::store::cases::{CaseWrite, Change, consent_change};
use crate::store::db::{Fault, Write};
use crate::store::history::Line;
use crate::store::{Result, Signed, Store};

fn words_of(parts: &[&str]) -> String {
    parts.iter().map(|p| p.trim()).filter(|p| !p.is_empty()).collect::<Vec<_>>().join(": ")
}

impl Store {
    /// An action that was agreed; without words: nothing is to be noted of this meeting.
    pub(super) fn agree(&mut self, write: &AfterWrite, signed: &Signed) -> Result<()> {
        let AfterWrite::Agreed { case, action, booking, what, who, period, typed, due } = write else {
            return Err(mistake());
        };
        let nothing = what.trim().is_empty();
        let words = words_of(&[who, what]);
        self.change_case(*case, signed, |_, facts| {
            let_open(facts)?;
            facts.after.noted.extend(*booking);
            if let Some(due) = due.filter(|_| !nothing) {
                facts.after.actions.push(ActionFacts { id: *action, due });
            }
            let state = if nothing { "done" } else { "open" };
            let done = nothing.then_some(signed.today);
            let writes = vec![Write::one(
                "INSERT INTO agreed_actions (id, case_id, booking_id, what, who, period, typed, due, state, done, at, staff)
                 VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)",
                params![
                    *action,
                    *case,
                    *booking,
                    what,
                    who,
                    *period,
                    typed,
                    *due,
                    state,
                    done,
                    signed.at,
                    signed.staff.as_str()
                ],
            )];
            let act = if nothing { "Agreement: nothing to note" } else { "Agreed action noted" };
            Ok(Change { writes, line: Line { act, mark: "OK", words: Some(&words), ..Line::default() } })
        })
    }

    /// An agreed action was done, or was not.
    pub(super) fn action_done(&mut self, case: i64, action: i64, done: bool, signed: &Signed) -> Result<()> {
        self.change_case(case, signed, |_, facts| {
            let before = facts.after.actions.len();
            facts.after.actions.retain(|a| a.id != action);
            if facts.after.actions.len() == before {
                return Err(Refusal::NothingHere("That action is settled already.").into());
            }
            let (state, act, mark) =
                if done { ("done", "Agreed action done", "OK") } else { ("dropped", "Agreed action not done", "NO") };
            let writes = vec![Write::one(
                "UPDATE agreed_actions SET state = $1, done = $2, rev = rev + 1 WHERE id = $3 AND state = 'open'",
                params![state, signed.today, action],
            )];
            Ok(Change { writes, line: Line { act, mark, ..Line::default() } })
        })
    }

    /// The other parent objects, or a court has ordered something.
    pub(super) fn object(&mut self, write: &AfterWrite, signed: &Signed) -> Result<()> {
        let AfterWrite::Object { case, objection, kind, who, words } = write else { return Err(mistake()) };
        let said = words_of(&[who, words]);
        self.change_case(*case, signed, |_, facts| {
            let_open(facts)?;
            facts.after.objections.push(ObjectionFacts { id: *objection, kind: *kind, day: signed.today });
            let writes = vec![Write::one(
                "INSERT INTO objections (id, case_id, kind, who, words, day, at, staff)
                 VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
                params![
                    *objection,
                    *case,
                    kind.code(),
                    who,
                    words,
                    signed.today,
                    signed.at,
                    signed.staff.as_str()
                ],
            )];
            Ok(Change {
                writes,
                line: Line { act: kind.short(), mark: "NO", words: Some(&said), ..Line::default() },
            })
        })
    }

    /// A coordinator settles it. Where the consent is withdrawn, that is recorded in the same write.
    pub(super) fn settle(
        &mut self,
        case: i64,
        objection: i64,
        stands: bool,
        words: &Private,
        signed: &Signed,
    ) -> Result<()> {
        let giver = self.consents(case)?.last().map(|last| last.giver.clone()).unwrap_or_default();
        let withdrawal = CaseWrite::Consent {
            case,
            record: signed.id,
            act: ConsentAct::Withdrawn,
            giver,
            given: None,
            how: "spoken".into(),
            limits: Private::default(),
            not_covered: Private::default(),
            words: words.clone(),
        };
        let change = |store: &mut Self, facts: &mut CaseFacts| {
            let before = facts.after.objections.len();
            facts.after.objections.retain(|o| o.id != objection);
            if facts.after.objections.len() == before {
                return Err(Refusal::NothingHere("That is settled already.").into());
            }
            let state = if stands { "consent stands" } else { "consent withdrawn" };
            let mut writes = vec![Write::one(
                "UPDATE objections SET state = $1, settled_words = $2, settled = $3, settled_by = $4, rev = rev + 1
                 WHERE id = $5 AND state = 'open'",
                params![state, words, signed.today, signed.staff.as_str(), objection],
            )];
            if !stands {
                // After the objection: the wall closes over it.
                writes.extend(consent_change(store, facts, &withdrawal, signed)?.writes);
            }
            let act = if stands {
                "Objection settled: consent stands"
            } else {
                "Objection settled: consent withdrawn"
            };
            let mark = if stands { "OK" } else { "NO" };
            Ok(Change { writes, line: Line { act, mark, words: Some(words), ..Line::default() } })
        };
        if stands {
            return self.change_case(case, signed, change);
        }
        self.change_case_quietly(case, signed, change)?;
        self.remember_consent(case, ConsentAct::Withdrawn, signed);
        Ok(())
    }

    /// Which numbers and addresses of a party are safe, and who said so.
    pub(super) fn safe(&mut self, write: &AfterWrite, signed: &Signed) -> Result<()> {
        let AfterWrite::Safe { case, party, contact, rows, said_by } = write else { return Err(mistake()) };
        self.change_case(*case, signed, |store, facts| {
            let_open(facts)?;
            let known = store.phones_of(*party)?;
            let mut writes = Vec::new();
            for (nth, row) in (0..).zip(rows) {
                let (ring, message, writing) = (row.ring.code(), row.message.code(), row.writing.code());
                writes.push(Write::any(
                    "INSERT INTO contacts (id, case_id, party_id, kind, value, day, staff)
                     SELECT $1, $2, $3, $4, $5, $6, $7 WHERE NOT EXISTS
                       (SELECT 1 FROM contacts WHERE party_id = $3 AND kind = $4 AND value = $5)",
                    params![
                        contact + nth,
                        *case,
                        *party,
                        row.kind,
                        &row.value,
                        signed.today,
                        signed.staff.as_str()
                    ],
                ));
                // The last word holds for a number however it was spelt before.
                let spelt = known.iter().map(|known| &known.value).filter(|value| {
                    row.kind == "phone" && **value != row.value && Phone::covers(&row.value, value)
                });
                writes.extend(std::iter::once(&row.value).chain(spelt).map(|value| {
                    Write::one(
                        "UPDATE contacts SET ring = $1, message = $2, writing = $3, said_by = $4, day = $5,
                           staff = $6, rev = rev + 1 WHERE party_id = $7 AND kind = $8 AND value = $9",
                        params![
                            ring,
                            message,
                            writing,
                            said_by,
                            signed.today,
                            signed.staff.as_str(),
                            *party,
                            row.kind,
                            value
                        ],
                    )
                }));
            }
            let line = Line { act: "Said which numbers are safe", words: Some(said_by), ..Line::default() };
            Ok(Change { writes, line })
        })
    }

    /// Closes a case. A live date is called off in the same write, and whoever comes to it is told; a hold is let go.
    pub(super) fn close(&mut self, write: &AfterWrite, signed: &Signed) -> Result<()> {
        let AfterWrite::Close { case, reason, words, call_off, unsent } = write else {
            return Err(mistake());
        };
        let (said, left) = (words_of(&[reason.code(), words]), "Certificate not sent");
        let said_unsent = words_of(&[left, reason.code(), words]);
        let keep_until = review_on(signed.today, self.years_kept()?);
        let live = |b: &Booking| matches!(b.state, BookingState::Booked | BookingState::InDoubt);
        let mediator = self.bookings(*case)?.into_iter().find(live).map(|b| b.name).unwrap_or_default();
        self.change_case(*case, signed, |_, facts| {
            // A withdrawn case is closed for that reason alone; whether to erase it stays to be decided.
            let withdrawn = facts.consent == ConsentStanding::Withdrawn;
            if !(withdrawn && *reason == Closing::FamilyWithdrew) {
                let_open(facts)?;
            }
            if facts.state != CaseState::Open {
                return Err(Refusal::NothingHere("Only an open case is closed.").into());
            }
            let due = facts.after.certificate_due().is_some();
            if due && !unsent {
                return Err(Refusal::NothingHere("A certificate is due and not sent: x asks about it first.").into());
            }
            let dated = facts.bookings.iter().any(|b| matches!(b.state, BookingState::Booked | BookingState::InDoubt));
            if dated && call_off.is_none() {
                return Err(Refusal::NothingHere("A date stands: it is called off before the case is closed.").into());
            }
            // Of a date that is over nobody has to hear that it is off.
            let ahead = facts.bookings.iter().any(|b| {
                matches!(b.state, BookingState::Booked | BookingState::InDoubt) && b.day >= signed.today
            });
            for booking in facts.bookings.iter_mut().filter(|b| b.state.is_live()) {
                booking.state =
                    if booking.state == BookingState::Held { BookingState::LetGo } else { BookingState::CalledOff };
            }
            facts.state = CaseState::Closed;
            // Whoever has not heard yet that an earlier meeting is off may come to it, closed or not.
            facts.steps.retain(|step| step.what.is_of_a_meeting_off());
            // Of a withdrawn case a person says by itself whether it is kept: until then it has no review.
            let keep_until = (!withdrawn).then_some(keep_until);
            (facts.after.closed, facts.after.keep_until) = (Some(signed.today), keep_until);
            let mut writes = vec![
                Write::any(
                    "UPDATE bookings SET state = 'called off', rev = rev + 1
                     WHERE case_id = $1 AND state IN ('booked', 'in doubt')",
                    params![*case],
                ),
                Write::any(
                    "UPDATE steps SET state = 'dropped', rev = rev + 1 WHERE case_id = $1 AND state = 'open'
                       AND what NOT IN ('tell the family it is off', 'tell the other side it is off',
                         'tell the mediator it is off')",
                    params![*case],
                ),
                Write::one(
                    "UPDATE cases SET state = 'closed', closing = $1, closed = $2, keep_until = $3 WHERE id = $4",
                    params![reason.code(), signed.today, keep_until, *case],
                ),
            ];
            if let Some(by) = call_off.filter(|_| ahead) {
                writes.extend(tell_it_is_off(facts, by, &mediator, signed));
            }
            let said = if due { &said_unsent } else { &said };
            let words = (!withdrawn).then_some(said.as_str());
            // Without consent there are no words: the act itself says what was left.
            let act = if withdrawn && due { "Case closed, certificate not sent" } else { closed_act(*call_off) };
            Ok(Change { writes, line: Line { act, words, ..Line::default() } })
        })
    }

    /// Opens a closed case again.
    pub(super) fn reopen(&mut self, case: i64, signed: &Signed) -> Result<()> {
        self.change_case(case, signed, |_, facts| {
            let_open(facts)?;
            if facts.state != CaseState::Closed {
                return Err(Refusal::NothingHere("The case is open.").into());
            }
            facts.state = CaseState::Open;
            (facts.after.closed, facts.after.keep_until) = (None, None);
            let writes = vec![Write::one(
                "UPDATE cases SET state = 'open', closing = '', closed = NULL, keep_until = NULL WHERE id = $1",
                params![case],
            )];
            Ok(Change { writes, line: Line { act: "Case opened again", ..Line::default() } })
        })
    }

    /// Whoever decides not to erase a withdrawn case keeps it locked until its review.
    pub(super) fn keep_locked(&mut self, case: i64, signed: &Signed) -> Result<()> {
        let years = self.years_kept()?;
        self.change_case(case, signed, |_, facts| {
            if facts.consent != ConsentStanding::Withdrawn || facts.state == CaseState::Erased {
                return Err(Refusal::NothingHere("Only a withdrawn record is kept locked.").into());
            }
            let closed = facts.after.closed.unwrap_or(signed.today);
            let keep_until = review_on(signed.today, years);
            for booking in facts.bookings.iter_mut().filter(|b| b.state.is_live()) {
                booking.state = BookingState::CalledOff;
            }
            (facts.state, facts.after.closed, facts.after.keep_until) =
                (CaseState::Closed, Some(closed), Some(keep_until));
            let writes = vec![
                Write::any(
                    "UPDATE bookings SET state = 'called off', rev = rev + 1
                     WHERE case_id = $1 AND state IN ('booked', 'in doubt')",
                    params![case],
                ),
                Write::one(
                    "UPDATE cases SET state = 'closed', closed = $1, keep_until = $2,
                       closing = CASE WHEN closing = '' THEN $3 ELSE closing END WHERE id = $4",
                    params![closed, keep_until, Closing::FamilyWithdrew.code(), case],
                ),
            ];
            let act = match facts.after.certificate_due() {
                Some(_) => "Kept locked until its review, certificate not sent",
                None => "Kept locked until its review",
            };
            Ok(Change { writes, line: Line { act, ..Line::default() } })
        })
    }

    /// A review keeps a closed case another year from today.
    pub(super) fn keep_longer(&mut self, case: i64, signed: &Signed) -> Result<()> {
        let until: NaiveDate = review_on(signed.today, KEEP_LONGER_YEARS);
        self.change_case(case, signed, |_, facts| {
            if facts.state != CaseState::Closed {
                return Err(Refusal::NothingHere("Only a closed case is reviewed.").into());
            }
            facts.after.keep_until = Some(until);
            let writes =
                vec![Write::one("UPDATE cases SET keep_until = $1 WHERE id = $2", params![until, case])];
            Ok(Change { writes, line: Line { act: "Reviewed: kept another year", ..Line::default() } })
        })
    }
}

fn mistake() -> crate::store::NotDone {
    Fault::Mistake("another intention".into()).into()
}

fn closed_act(call_off: Option<ByWhom>) -> &'static str {
    match call_off {
        None => "Case closed",
        Some(ByWhom::Family) => "Case closed, meeting called off by the family",
        Some(ByWhom::OtherSide) => "Case closed, meeting called off by the other side",
        Some(ByWhom::Mediator) => "Case closed, meeting called off by the mediator",
        Some(ByWhom::Office) => "Case closed, meeting called off by the office",
    }
}
