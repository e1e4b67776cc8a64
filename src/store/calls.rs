//! A call, from its first key to its end: a row at once, each detail in its own write, the consent gate.
//!
//! Nothing of a family is sent here before consent: scratch lives on the screen only. The file would refuse
//! it in any case. Finishing writes the case, the enquiry or the count line in one list.

mod again;
mod agreed;
mod enquiry;
mod finish;
mod known;
mod leaving;
mod pages;
mod said_number;
mod start;
mod write;

mod visit;

use super::cases::{Change, THEMSELVES, details_change};
use super::db::Write;
use super::history::{self, Line};
use super::{Result, Signed, Store};
use crate::domain::call::CallerKind;
use crate::domain::consent::ConsentAnswer;
use crate::domain::subject::kinds_that_fit;
use crate::domain::text::Private;
use crate::params;
pub(super) use enquiry::{ENQUIRY_AGAIN, ENQUIRY_MADE, holds};
pub(super) use finish::FINISHED;
use finish::finish_count;
pub use leaving::EXPIRE_AT_ONCE;
pub(super) use leaving::FAMILY_ROWS;
use leaving::mark;
pub use pages::{CallPage, Ended, EnquiryPage, SaidOf, SideOf, Written};
pub use visit::visit_line;
use visit::was;
pub use write::{About, CallWrite, CountReason, FamilyAnswer, NewCase, NewEnquiry, Typed};

/// The line of history of a call that is not finished; the timeline shows the notes there.
pub(super) const LEFT: &str = "Call left, not finished";
/// The line of a call that was open when the program was left on purpose. Where it is the last, nothing stopped.
pub(super) const AWAY: &str = "Program left with the call open";
/// The same where the window was closed, or the program was told to end: nobody left it on purpose.
pub(super) const CLOSED: &str = "Program closed with the call open";
const CALLER_DETAIL: &str = "INSERT INTO caller_details (caller_id, field, typed, reading, saved)
    VALUES ($1, $2, $3, $4, $5) ON CONFLICT (caller_id, field) DO UPDATE
    SET typed = excluded.typed, reading = excluded.reading, saved = excluded.saved, rev = caller_details.rev + 1";
const FAMILY_DETAIL: &str = "INSERT INTO details (case_id, field, typed, reading, saved, staff)
    VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (case_id, field) DO UPDATE
    SET typed = excluded.typed, reading = excluded.reading, saved = excluded.saved, staff = excluded.staff,
      rev = details.rev + 1";
/// A call has one row of notes for each case it was about: those of a case that was withdrawn meanwhile stay with it.
const NOTES: &str = "INSERT INTO notes (id, case_id, call_id, at, staff, body, begun, saved)
    VALUES (COALESCE((SELECT id FROM notes WHERE case_id = $2 AND call_id = $1),
        CASE WHEN EXISTS (SELECT 1 FROM notes WHERE id = $1) THEN $7 ELSE $1 END),
      $2, $1, $3, $4, $5, $6, $3) ON CONFLICT (id) DO UPDATE
    SET body = excluded.body, begun = excluded.begun, saved = excluded.saved, rev = notes.rev + 1";

fn caller_detail(caller: i64, (detail, typed, reading): &Typed, at: i64) -> Write {
    Write::one(CALLER_DETAIL, params![caller, detail.code(), typed, reading, at])
}

pub(super) fn family_detail(case: i64, (detail, typed, reading): &Typed, signed: &Signed) -> Write {
    Write::one(FAMILY_DETAIL, params![case, detail.code(), typed, reading, signed.at, signed.staff.as_str()])
}

fn any_detail(caller: i64, case: i64, typed: &Typed, signed: &Signed) -> Write {
    if typed.0.is_the_callers() {
        caller_detail(caller, typed, signed.at)
    } else {
        family_detail(case, typed, signed)
    }
}

fn notes(call: i64, case: i64, body: &Private, begun: &str, signed: &Signed) -> Write {
    Write::one(NOTES, params![call, case, signed.at, signed.staff.as_str(), body, begun, signed.id + 1])
}

/// The case of a call whose consent was told is there already.
fn begin_case(case: i64, call: i64, signed: &Signed) -> [Write; 2] {
    [
        Write::any(
            "INSERT INTO cases (id, state, opened, day, staff, touched) SELECT $1, 'in call', $2, $3, $4, $3
             WHERE NOT EXISTS (SELECT 1 FROM calls WHERE id = $5 AND case_id = $1)",
            params![case, signed.at, signed.today, signed.staff.as_str(), call],
        ),
        Write::one("UPDATE calls SET case_id = $1, rev = rev + 1 WHERE id = $2", params![case, call]),
    ]
}

impl Store {
    /// Carries out an intention about a call.
    pub fn call_write(&mut self, write: &CallWrite, signed: &Signed) -> Result<()> {
        if let CallWrite::FinishCase { call, new, case } = write {
            return self.finish_case(*call, *case, new.as_ref(), signed);
        }
        let begins_a_visit = matches!(
            write,
            CallWrite::CallerDetail { visit: Some(_), .. } | CallWrite::FamilyDetail { visit: Some(_), .. }
        );
        let saves_a_field = matches!(
            write,
            CallWrite::CallerDetail { .. } | CallWrite::FamilyDetail { .. } | CallWrite::Notes { .. }
        );
        if (begins_a_visit || !saves_a_field) && self.was_done(signed)? {
            // The line of the visit is there already; what was typed is saved again all the same.
            return match write.clone() {
                CallWrite::CallerDetail { call, caller, case, detail, .. } => self
                    .call_write(&CallWrite::CallerDetail { call, caller, case, detail, visit: None }, signed),
                CallWrite::FamilyDetail { call, case, detail, known, .. } => self
                    .call_write(&CallWrite::FamilyDetail { call, case, detail, visit: None, known }, signed),
                _ => Ok(()),
            };
        }
        if let CallWrite::FamilyDetail { call, case, detail, visit, known } = write
            && self
                .read_one("SELECT 1 FROM cases WHERE id = $1 AND state = 'open'", &params![*case])?
                .is_some()
        {
            return self.detail_of_open_case(*call, *case, detail, (visit.as_ref(), known), signed);
        }
        self.nobody_agreed_meanwhile(write)?;
        if let CallWrite::FinishCount { call, reason } = write {
            let case = self.read_one(
                "SELECT c.id FROM calls l JOIN cases c ON c.id = l.case_id WHERE l.id = $1 AND c.state = 'in call'",
                &params![*call],
            )?;
            let case = case.map(|row| row.int(0));
            self.erase(&finish_count(*call, case, *reason, signed))?;
            self.remember_count(*call, case, signed);
            return Ok(());
        }
        match write {
            CallWrite::Start { call, about } => return self.start_call(*call, *about, signed),
            CallWrite::IsAbout { call, from, case, notes } => {
                return self.is_about(*call, (*from, *case), notes.as_ref(), signed);
            }
            CallWrite::IsAboutEnquiry { call, enquiry } => {
                return self.is_about_enquiry(*call, *enquiry, signed);
            }
            CallWrite::NotBegun { call } => return self.not_begun(*call, signed),
            CallWrite::TakeNumber { call, case } => return self.take_number(*call, *case, signed),
            CallWrite::FinishEnquiry { call, enquiry } => return self.finish_enquiry(*call, enquiry, signed),
            CallWrite::TakeOut { call, case, caller, kind, stays, for_adult } => {
                return self.take_out(*call, *case, (*caller, *kind), stays, *for_adult, signed);
            }
            _ => {}
        }
        let mut writes = call_statements(write, signed);
        match write {
            // Before consent: words that were put right may have been a family's.
            CallWrite::CallerDetail { call, caller, case: None, detail: (detail, typed, _), .. } => {
                let stood = self.read_one(
                    "SELECT typed FROM caller_details WHERE caller_id = $1 AND field = $2",
                    &params![*caller, detail.code()],
                )?;
                if stood.is_none_or(|row| typed.starts_with(&*row.text(0))) {
                    return self.write(&writes);
                }
                writes.insert(0, leaving::mark(*call, signed.at));
                self.erase(&writes)
            }
            CallWrite::Leave { call, .. } => {
                let about = self.read_one("SELECT case_id FROM calls WHERE id = $1", &params![*call])?;
                if let Some(case) = about.and_then(|row| row.number(0)) {
                    writes.extend(self.mark_heard(*call, case, signed)?);
                }
                self.write(&writes)
            }
            _ => self.write(&writes),
        }
    }

    /// A detail of a case that is open already: what follows from it follows in the same write.
    fn detail_of_open_case(
        &mut self,
        call: Option<i64>,
        case: i64,
        detail: &Typed,
        (visit, known): (Option<&Private>, &[Private]),
        signed: &Signed,
    ) -> Result<()> {
        let before = visit.and_then(was);
        let known: Vec<_> = known.iter().map(|text| (detail.0, text.clone())).collect();
        self.change_case_quietly(case, signed, |store, facts| {
            let (free, mut writes) =
                store.beside_others(facts, std::slice::from_ref(detail), &known, signed)?;
            writes.extend(details_change(store, facts, &free, signed)?);
            let act = if visit.is_some() { visit_line(detail.0) } else { "" };
            Ok(Change { writes, line: Line { act, call, words: before.as_deref(), ..Line::default() } })
        })
    }
}

fn call_statements(write: &CallWrite, signed: &Signed) -> Vec<Write> {
    let at = signed.at;
    let staff = signed.staff.as_str();
    match write {
        CallWrite::Who { call, caller, seq, kind, own, details, notes: scratch } => {
            let mut writes = vec![
                Write::one(
                    "UPDATE calls SET kind = $1, answer = NULL, rev = rev + 1 WHERE id = $2",
                    params![kind.code(), *call],
                ),
                Write::one(
                    "INSERT INTO callers (id, call_id, seq, kind) VALUES ($1, $2, $3, $4)",
                    params![*caller, *call, *seq, kind.code()],
                ),
            ];
            if let Some((case, record)) = own {
                writes.extend(begin_case(*case, *call, signed));
                writes.push(own_consent(*record, *case, *call, *kind, signed));
                writes.extend(details.iter().map(|typed| any_detail(*caller, *case, typed, signed)));
                writes.extend(scratch.iter().map(|(body, begun)| notes(*call, *case, body, begun, signed)));
            } else {
                writes.extend(details.iter().map(|typed| caller_detail(*caller, typed, at)));
            }
            // Without a record of its own nobody has consented by saying who they are.
            let act = match (kind, own.is_some()) {
                (CallerKind::Parent, true) => "Consent: parent rang us themselves",
                (CallerKind::YoungPerson, true) => "Consent: young person rang us themselves",
                (CallerKind::Parent, false) => "A parent or carer is ringing",
                (CallerKind::YoungPerson, false) => "A young person is ringing",
                _ => "A third party is ringing",
            };
            let mark = if own.is_some() { "OK" } else { "c" };
            let case = own.map(|(case, _)| case);
            writes.extend(history::add(
                signed,
                &Line { act, mark, call: Some(*call), case, ..Line::default() },
            ));
            writes
        }
        CallWrite::CallerDetail { call, caller, case, detail, visit } => {
            let mut writes = vec![caller_detail(*caller, detail, at)];
            if let Some(before) = visit {
                let words = was(before);
                let line = Line {
                    act: visit_line(detail.0),
                    call: Some(*call),
                    case: *case,
                    words: words.as_deref(),
                    ..Line::default()
                };
                writes.extend(history::add(signed, &line));
            }
            writes
        }
        CallWrite::FamilyDetail { call, case, detail, visit, .. } => {
            let mut writes = vec![family_detail(*case, detail, signed)];
            if let Some(before) = visit {
                let words = was(before);
                let line = Line {
                    act: visit_line(detail.0),
                    call: *call,
                    case: Some(*case),
                    words: words.as_deref(),
                    ..Line::default()
                };
                writes.extend(history::add(signed, &line));
            }
            writes
        }
        CallWrite::Notes { call, case, body, begun } => vec![notes(*call, *case, body, begun, signed)],
        CallWrite::General { call, subject, area } => vec![Write::one(
            "UPDATE calls SET subject = $1, area = $2, rev = rev + 1 WHERE id = $3",
            params![kinds_that_fit(subject), area, *call],
        )],
        CallWrite::Said { call, line, on: true } => vec![Write::any(
            "INSERT INTO said (call_id, line, at) VALUES ($1, $2, $3) ON CONFLICT (call_id, line) DO NOTHING",
            params![*call, *line, at],
        )],
        CallWrite::Said { call, line, on: false } => {
            vec![Write::any("DELETE FROM said WHERE call_id = $1 AND line = $2", params![*call, *line])]
        }
        CallWrite::Answer { call, answer } => {
            let act = match answer {
                Some(ConsentAnswer::Yes) => "Consent question: yes",
                Some(ConsentAnswer::No) => "Consent question: no, not yet",
                Some(ConsentAnswer::NotSure) => "Consent question: not sure",
                None => "Consent question: open again",
            };
            let mut writes = vec![Write::one(
                "UPDATE calls SET answer = $1, rev = rev + 1 WHERE id = $2",
                params![answer.map(ConsentAnswer::code), *call],
            )];
            writes
                .extend(history::add(signed, &Line { act, mark: "?", call: Some(*call), ..Line::default() }));
            writes
        }
        CallWrite::Give {
            call,
            case,
            record,
            caller,
            giver,
            given,
            given_to,
            how,
            told_by,
            limits,
            notes: scratch,
            details,
        } => {
            let mut writes: Vec<Write> = begin_case(*case, *call, signed).into();
            writes.push(Write::one(
                    "INSERT INTO consents (id, case_id, seq, act, giver, given, given_to, how, told_by, limits, call_id,
                       at, day, staff)
                     VALUES ($1, $2, 1, 'given', $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)",
                    params![
                        *record, *case, giver, given, *given_to, how, told_by, limits, *call, at, signed.today, staff
                    ],
                ));
            // After the consent: until it is there the file keeps the parent of an adult only as such a parent.
            writes.push(Write::one(
                "UPDATE calls SET answer = 'yes', for_adult = 'no', rev = rev + 1 WHERE id = $1",
                params![*call],
            ));
            writes.extend(details.iter().map(|typed| any_detail(*caller, *case, typed, signed)));
            writes.extend(scratch.iter().map(|(body, begun)| notes(*call, *case, body, begun, signed)));
            let words = format!("{}, {}, told to us by {}", &**giver, &**how, &**told_by);
            let line = Line {
                act: "Consent given",
                mark: "OK",
                call: Some(*call),
                case: Some(*case),
                words: Some(&words),
                ..Line::default()
            };
            writes.extend(history::add(signed, &line));
            writes
        }
        CallWrite::Leave { call, ring_back } => {
            let (day, time) = ring_back.clone().unzip();
            let mut writes = vec![Write::one(
                    "UPDATE calls SET state = 'not finished', ring_back_day = $1, ring_back_time = $2, rev = rev + 1
                     WHERE id = $3 AND state <> 'finished'",
                    params![day, time.unwrap_or_default(), *call],
                )];
            writes.extend(history::add(
                signed,
                &Line { act: LEFT, mark: "~", call: Some(*call), ..Line::default() },
            ));
            writes
        }
        CallWrite::Away { call, on_purpose } => {
            let act = if *on_purpose { AWAY } else { CLOSED };
            history::add(signed, &Line { act, mark: "c", call: Some(*call), ..Line::default() })
        }
        CallWrite::Resume { call } => {
            let mut writes = vec![Write::one(
                "UPDATE calls SET state = 'open', rev = rev + 1 WHERE id = $1 AND state <> 'finished'",
                params![*call],
            )];
            writes.extend(history::add(
                signed,
                &Line { act: "Call taken up again", mark: "c", call: Some(*call), ..Line::default() },
            ));
            writes
        }
        // Written above.
        CallWrite::Start { .. }
        | CallWrite::IsAbout { .. }
        | CallWrite::IsAboutEnquiry { .. }
        | CallWrite::TakeNumber { .. }
        | CallWrite::NotBegun { .. }
        | CallWrite::TakeOut { .. }
        | CallWrite::FinishEnquiry { .. }
        | CallWrite::FinishCase { .. }
        | CallWrite::FinishCount { .. } => Vec::new(),
    }
}

fn own_consent(record: i64, case: i64, call: i64, kind: CallerKind, signed: &Signed) -> Write {
    let (giver, words) = match kind {
        CallerKind::YoungPerson => ("young person", ""),
        _ => ("parent or carer", "Asked: are you the parent or carer yourself?"),
    };
    Write::one(
        "INSERT INTO consents (id, case_id, seq, act, giver, given, given_to, how, told_by, call_id, at, day, staff,
           words, limits)
         SELECT $1, $2, COUNT(*) + 1, 'given', $3, 'own call', $4, 'spoken', $5, $6, $7, $4, $8, $9,
           COALESCE((SELECT limits FROM consents WHERE case_id = $2 ORDER BY seq DESC LIMIT 1), '')
         FROM consents WHERE case_id = $2",
        params![record, case, giver, signed.today, THEMSELVES, call, signed.at, signed.staff.as_str(), words],
    )
}
