//! Every change to a case: what it writes beside the facts, the queue and its line of history.
//!
//! A change of consent stops or starts what depends on it in the same write. Removing the family's details
//! leaves the number and the lines of history, and takes the words.

use chrono::NaiveDate;

use super::{CaseWrite, Change, How};
use crate::domain::certificate::need;
use crate::domain::consent::{ConsentAct, ConsentStanding};
use crate::domain::detail::Detail;
use crate::domain::queue::{CaseFacts, CaseState, StepKind};
use crate::domain::refusal::Refusal;
use crate::domain::subject::route_of;
use crate::domain::text::Private;
use crate::domain::typed_day::{DayReading, day_with_year};
use crate::domain::young_person::born;
use crate::params;
use crate::store::calls::{FAMILY_ROWS, Typed, family_detail};
use crate::store::clashes::is_otherwise;
use crate::store::db::{Fault, Write};
use crate::store::history::Line;
use crate::store::search::notes_document;
use crate::store::undo::REMOVAL;
use crate::store::{Result, Signed, Store};

/// The line of history of details that were changed on a case.
pub const DETAILS_CHANGED: &str = "Details changed";

impl Store {
    /// Carries out an intention about a case.
    pub fn case_write(&mut self, write: &CaseWrite, signed: &Signed) -> Result<()> {
        match write {
            CaseWrite::StepDone { case, step } => self.change_case(*case, signed, |_, facts| {
                let done = facts.steps.iter().position(|s| s.id == *step).map(|at| facts.steps.remove(at));
                let what = done.ok_or(Refusal::NothingHere("That step is done already."))?.what;
                let mut writes = vec![Write::one(
                    "UPDATE steps SET state = 'done', done = $1, rev = rev + 1 WHERE id = $2 AND state = 'open'",
                    params![signed.at, *step],
                )];
                if what == StepKind::TellLa && facts.la_informed.is_none() {
                    facts.la_informed = Some(signed.today);
                    writes.push(la_informed(*case, signed.today));
                }
                Ok(Change { writes, line: Line { act: what.done(), mark: "->", ..Line::default() } })
            }),
            CaseWrite::LaInformed { case, day } => self.la_was_told(*case, *day, signed),
            CaseWrite::Note { case, note, body } => self.change_case(*case, signed, |_, facts| {
                if !facts.consent.in_force() {
                    return Err(Refusal::Withdrawn.into());
                }
                let mut writes = vec![Write::one(
                    "INSERT INTO notes (id, case_id, call_id, at, staff, body, saved) VALUES ($1, $2, NULL, $3, $4, $5, $3)",
                    params![*note, *case, signed.at, signed.staff.as_str(), body],
                )];
                writes.extend(notes_document(*note, *case, body));
                Ok(Change { writes, line: Line { act: "Note", mark: "n", words: Some(body), ..Line::default() } })
            }),
            CaseWrite::Details { case, details, known } => {
                let before = self.details(*case)?;
                let was: Vec<String> = details
                    .iter()
                    .filter_map(|(detail, ..)| before.iter().find(|(d, _)| d == detail))
                    .filter(|(_, old)| !old.typed.is_empty())
                    .map(|(detail, old)| (detail, old, details.iter().find(|(d, ..)| d == detail)))
                    .map(|(detail, old, mine)| match mine {
                        Some((_, mine, _)) if is_otherwise(*detail, mine, &old.typed, known) => {
                            format!("{} stays: {}. Beside it: {}.", detail.label(), &*old.typed, &**mine)
                        }
                        _ => format!("{} was: {}.", detail.label(), &*old.typed),
                    })
                    .collect();
                let facts = self.facts(*case)?;
                let renamed = self.renamed_with_area(&facts, details, known, &before)?;
                let was = [was, renamed.was.clone()].concat().join(" ");
                self.change_case(*case, signed, |store, facts| {
                    // Asked again of what stands now: another desk may have named the authority since.
                    let now = store.details(*case)?;
                    let renamed = store.renamed_with_area(facts, details, known, &now)?;
                    let (mut free, mut writes) = store.beside_others(facts, details, known, signed)?;
                    free.extend(renamed.detail.clone());
                    writes.extend(details_change(store, facts, &free, signed)?);
                    writes.extend(store.rename(facts, &renamed, signed)?);
                    let line = Line { act: DETAILS_CHANGED, mark: ".", words: Some(&was), ..Line::default() };
                    Ok(Change { writes, line })
                })
            }
            CaseWrite::Consent { case, act, .. } => {
                self.change_case_quietly(*case, signed, |store, facts| {
                    consent_change(store, facts, write, signed)
                })?;
                self.remember_consent(*case, *act, signed);
                Ok(())
            }
            CaseWrite::Settle { case, clash, taken } => self.settle_clash(*case, *clash, *taken, signed),
            CaseWrite::Erase { case } => {
                self.erase_case(*case, signed)?;
                self.forget_enquiries();
                self.remember_removal(*case, signed);
                Ok(())
            }
            CaseWrite::Link { case, other, link, said } => self.link(*case, *other, *link, *said, signed),
            CaseWrite::After(write) => self.after_write(write, signed),
            CaseWrite::Promise { .. } => self.promise(write, signed),
            CaseWrite::Snooze { .. } => self.snooze(write, signed),
        }
    }

    /// The day on which the authority was told, for the first time or corrected.
    fn la_was_told(&mut self, case: i64, day: NaiveDate, signed: &Signed) -> Result<()> {
        let before = self.facts(case)?;
        let corrected = before.la_informed.filter(|was| *was != day);
        let was = corrected.map(|was| format!("Was {}.", day_with_year(was))).unwrap_or_default();
        self.change_case(case, signed, |_, facts| {
            facts.la_informed = Some(day);
            facts.steps.retain(|s| s.what != StepKind::TellLa);
            let writes = vec![
                la_informed(case, day),
                Write::any(
                    "UPDATE steps SET state = 'done', done = $1, rev = rev + 1
                     WHERE case_id = $2 AND what = 'tell the la' AND state = 'open'",
                    params![signed.at, case],
                ),
            ];
            let act = match corrected {
                Some(_) => "Day the LA was told: corrected",
                None => "LA told that mediation is wanted",
            };
            let words = Some(was.as_str()).filter(|_| facts.consent.in_force());
            Ok(Change { writes, line: Line { act, mark: "->", words, ..Line::default() } })
        })
    }

    fn erase_case(&mut self, case: i64, signed: &Signed) -> Result<()> {
        self.memory.forget(case);
        self.change_case_and(case, signed, How::Erases, &mut |_, facts| {
            facts.state = CaseState::Erased;
            facts.parties.clear();
            facts.steps.clear();
            facts.bookings.clear();
            let all = |sql| Write::any(sql, params![case]);
            let mark = |sql| Write::any(sql, params![case, signed.at]);
            // Erased first: only then may anything leave.
            let mut writes = vec![
                all("UPDATE cases SET state = 'erased', keeper = '' WHERE id = $1"),
                all("UPDATE bookings SET state = 'called off', rev = rev + 1
                     WHERE case_id = $1 AND state IN ('booked', 'in doubt')"),
                all("UPDATE bookings SET state = 'let go', rev = rev + 1 WHERE case_id = $1 AND state = 'held'"),
                mark("INSERT INTO erasing (owner, at) SELECT $1, $2
                      WHERE NOT EXISTS (SELECT 1 FROM erasing WHERE owner = $1)"),
                // The enquiry it came from, and the call of that enquiry.
                mark("INSERT INTO erasing (owner, at)
                      SELECT l.id, $2 FROM calls l JOIN enquiries e ON e.id = l.enquiry_id
                      WHERE e.case_id = $1 AND l.case_id IS NULL
                        AND NOT EXISTS (SELECT 1 FROM erasing m WHERE m.owner = l.id)"),
                all("DELETE FROM documents WHERE enquiry_id IN (SELECT id FROM enquiries WHERE case_id = $1)"),
                all("UPDATE enquiries SET name = '', work = '', phone = '', email = '', best_time = '', rev = rev + 1
                     WHERE case_id = $1"),
                all("DELETE FROM caller_details WHERE caller_id IN (SELECT id FROM callers WHERE call_id IN
                     (SELECT id FROM calls WHERE case_id = $1 UNION
                      SELECT l.id FROM calls l JOIN enquiries e ON e.id = l.enquiry_id
                      WHERE e.case_id = $1 AND l.case_id IS NULL))"),
            ];
            // Whom that enquiry was given to leaves once its words have left.
            writes.push(all(
                "DELETE FROM handovers WHERE enquiry_id IN (SELECT id FROM enquiries WHERE case_id = $1)",
            ));
            writes.extend(FAMILY_ROWS.map(all));
            writes.push(all("DELETE FROM consents WHERE case_id = $1"));
            Ok(Change { writes, line: Line { act: REMOVAL, mark: "-", ..Line::default() } })
        })
    }
}

/// Details of the family: the route, the clocks and the words for Find follow what they say.
pub(in crate::store) fn details_change(
    store: &mut Store,
    facts: &mut CaseFacts,
    details: &[Typed],
    signed: &Signed,
) -> Result<Vec<Write>> {
    if !facts.consent.in_force() {
        return Err(Refusal::Withdrawn.into());
    }
    let case = facts.id;
    let mut writes: Vec<Write> = details.iter().map(|typed| family_detail(case, typed, signed)).collect();
    for (detail, _, reading) in details {
        match detail {
            Detail::Letter => facts.letter = DayReading::from_stored(reading),
            Detail::Born => {
                store.decides(
                    case,
                    &born(&DayReading::from_stored(reading), signed.today),
                    &mut facts.after,
                )?;
            }
            Detail::About => {
                facts.route = route_of(reading);
                facts.after.need = need(facts.route, reading);
                writes.push(Write::one(
                    "UPDATE cases SET route = $1 WHERE id = $2",
                    params![facts.route.code(), case],
                ));
            }
            _ => {}
        }
    }
    writes.extend(store.case_document_with(case, details)?);
    Ok(writes)
}

/// Behind such a record a consent is the family's own word to us: they agree again.
pub(super) fn agree_again(before: ConsentAct) -> bool {
    before == ConsentAct::Withdrawn
}

/// A record of consent, with what it stops or starts.
pub(in crate::store) fn consent_change<'a>(
    store: &mut Store,
    facts: &mut CaseFacts,
    write: &'a CaseWrite,
    signed: &Signed,
) -> Result<Change<'a>> {
    let CaseWrite::Consent { case, record, act, giver, given, how, limits, not_covered, words } = write
    else {
        return Err(Fault::Mistake("not a consent".into()).into());
    };
    let before = store.consents(*case)?;
    let last = before.last();
    let stands = |new: &Private, old: Option<&Private>| {
        if new.trim().is_empty() { old.cloned().unwrap_or_default() } else { new.clone() }
    };
    facts.consent = ConsentStanding::of(
        before
            .iter()
            .map(|c| (c.act, c.themselves))
            .chain([(*act, last.is_some_and(|c| agree_again(c.act) || c.own_call))]),
    );
    // A limit that the same giver adds leaves when it was given, and who told us, as they were.
    let same = last.filter(|c| {
        *act == ConsentAct::Given
            && c.giver == *giver
            && !matches!(c.act, ConsentAct::Withdrawn | ConsentAct::Denied)
    });
    let told_by = same.map_or_else(|| format!("{}, by us", &**giver), |c| c.told_by.0.clone());
    let (given, given_to) = match (given, same) {
        (Some((typed, last_day)), _) => (typed.0.clone(), *last_day),
        (None, Some(c)) => (c.given.0.clone(), c.given_to),
        (None, None) => (day_with_year(signed.today), signed.today),
    };
    let mut writes = Vec::new();
    if matches!(act, ConsentAct::Withdrawn | ConsentAct::Denied) {
        // Chases stop, before the wall closes over the parties.
        writes.push(Write::any(
            "UPDATE parties SET chase = NULL, rev = rev + 1 WHERE case_id = $1",
            params![*case],
        ));
        writes.push(Write::any(
            "UPDATE steps SET state = 'dropped' WHERE case_id = $1 AND state = 'open'",
            params![*case],
        ));
        facts.steps.clear();
        // A closed case was kept with consent; whether it is kept without is decided again.
        if facts.after.keep_until.take().is_some() {
            writes.push(Write::any("UPDATE cases SET keep_until = NULL WHERE id = $1", params![*case]));
        }
    } else if *act == ConsentAct::Checked {
        facts.steps.retain(|s| s.what != StepKind::CheckParent);
        writes.push(Write::any(
            "UPDATE steps SET state = 'done', done = $1, rev = rev + 1
             WHERE case_id = $2 AND what = 'check with the parent' AND state = 'open'",
            params![signed.at, *case],
        ));
    }
    writes.push(Write::one(
        "INSERT INTO consents (id, case_id, seq, act, giver, given, given_to, how, told_by, limits, not_covered,
           words, call_id, at, day, staff)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, NULL, $13, $15, $14)",
        params![
            *record,
            *case,
            before.len() as i64 + 1,
            act.code(),
            giver,
            given,
            given_to,
            how,
            told_by,
            stands(limits, last.map(|c| &c.limits)),
            stands(not_covered, last.map(|c| &c.not_covered)),
            words,
            signed.at,
            signed.staff.as_str(),
            signed.today
        ],
    ));
    let young = facts.decides_alone(signed.today);
    let (act, mark) = match act {
        ConsentAct::Given => ("Consent added", "OK"),
        ConsentAct::Checked if young => ("The young person was asked: yes", "OK"),
        ConsentAct::Checked => ("Checked with the parent: yes", "OK"),
        ConsentAct::Withdrawn => ("Consent withdrawn", "NO"),
        ConsentAct::Denied if young => ("The young person was asked: never agreed", "NO"),
        ConsentAct::Denied => ("Checked with the parent: never agreed", "NO"),
    };
    Ok(Change { writes, line: Line { act, mark, words: Some(words), ..Line::default() } })
}

fn la_informed(case: i64, day: NaiveDate) -> Write {
    Write::one("UPDATE cases SET la_informed = $1 WHERE id = $2", params![day, case])
}
