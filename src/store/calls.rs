//! A call, from its first key to its end: a row at once, each detail in its own write, the consent gate.
//!
//! Nothing of a family is sent here before consent: scratch lives on the screen only. The file would refuse
//! it in any case. Finishing writes the case, the enquiry or the count line in one list.

use chrono::NaiveDate;

use super::cases::{Change, Kept, THEMSELVES, kept};
use super::db::Write;
use super::history::{self, Line};
use super::parties::{NewParty, add_party, party_facts};
use super::search::CaseWords;
use super::{Result, Signed, Store};
use crate::domain::call::{CallState, CallerKind};
use crate::domain::consent::{ConsentAnswer, ConsentStanding};
use crate::domain::detail::Detail;
use crate::domain::queue::{CaseState, StepKind};
use crate::domain::reference::{RefKind, Reference};
use crate::domain::refusal::Refusal;
use crate::domain::subject::Route;
use crate::domain::text::Private;
use crate::domain::typed_day::DayReading;
use crate::domain::willingness::Answer;
use crate::params;

/// A detail to write: which, as typed, and its reading.
pub type Typed = (Detail, Private, Private);

/// Whom a new call is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum About {
    /// An earlier enquiry: the caller's details are known.
    Enquiry(i64),
    /// A case.
    Case(i64),
}

/// What becomes of a call.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CountReason {
    /// No consent, and the caller will not ring back.
    NoConsent,
    /// A child of compulsory school age, alone.
    ChildAlone,
    /// The caller would not say who they were.
    WouldNotSay,
}

impl CountReason {
    /// The word in the file.
    pub fn code(self) -> &'static str {
        match self {
            Self::NoConsent => "no consent",
            Self::ChildAlone => "child alone",
            Self::WouldNotSay => "would not say",
        }
    }
}

/// The enquiry a call ends in. It has no notes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewEnquiry {
    /// Its key.
    pub id: i64,
    /// The kind of caller: one ringing in their work, or a young person's parent.
    pub kind: CallerKind,
    /// Their own name.
    pub name: Private,
    /// Their post and employer.
    pub work: Private,
    /// Their number.
    pub phone: Private,
    /// Their e-mail.
    pub email: Private,
    /// When to ring them.
    pub best_time: Private,
    /// Kinds of disagreement, from the list.
    pub subject: String,
    /// A known authority.
    pub area: String,
    /// No, or not sure.
    pub answer: ConsentAnswer,
    /// The caller rings back; otherwise the young person rings us.
    pub rings_back: bool,
    /// By when.
    pub next_day: NaiveDate,
    /// When it becomes a count line.
    pub keep_until: NaiveDate,
}

/// The case a call ends in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewCase {
    /// Its key.
    pub case: i64,
    /// Its route.
    pub route: Route,
    /// Its parties; the family's own answer is `family_answer`.
    pub parties: Vec<NewParty>,
    /// What the family itself said on this call, of which party, with its own key.
    pub family_answer: Option<(i64, i64, Answer)>,
    /// Steps to promise, each with its key.
    pub steps: Vec<(i64, StepKind, NaiveDate)>,
}

/// An intention about a call.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CallWrite {
    /// The call starts. Its number is taken in the same write, and nobody waits for it.
    Start {
        /// The call.
        call: i64,
        /// Whom it is about.
        about: Option<About>,
    },
    /// Who is ringing. A parent or young person brings their own consent and opens a case in the call.
    Who {
        /// The call.
        call: i64,
        /// The caller's own key.
        caller: i64,
        /// The first, second... caller of this call.
        seq: i64,
        /// The kind.
        kind: CallerKind,
        /// The case and the consent record, of a parent or young person.
        own: Option<(i64, i64)>,
        /// Details that were scratch until now.
        details: Vec<Typed>,
        /// Notes that were scratch until now, with the minutes their lines were begun.
        notes: Option<(Private, String)>,
    },
    /// A detail of the caller.
    CallerDetail {
        /// The call.
        call: i64,
        /// The caller.
        caller: i64,
        /// The case, where there is one.
        case: Option<i64>,
        /// Which, as typed, reading.
        detail: Typed,
        /// What stood there, at the first write of a visit to the field.
        visit: Option<Private>,
    },
    /// A detail of the family.
    FamilyDetail {
        /// The call.
        call: Option<i64>,
        /// The case.
        case: i64,
        /// Which, as typed, reading.
        detail: Typed,
        /// What stood there, at the first write of a visit to the field.
        visit: Option<Private>,
    },
    /// The notes of the call.
    Notes {
        /// The call, whose key is also the notes'.
        call: i64,
        /// The case.
        case: i64,
        /// All lines.
        body: Private,
        /// The minute each line was begun, in milliseconds, separated by spaces.
        begun: String,
    },
    /// What a call without consent may keep in general: kinds from the list, a known authority.
    General {
        /// The call.
        call: i64,
        /// Kinds of disagreement.
        subject: String,
        /// A known authority, or nothing.
        area: String,
    },
    /// A SAY line was said, or was not after all.
    Said {
        /// The call.
        call: i64,
        /// The line.
        line: &'static str,
        /// Said.
        on: bool,
    },
    /// The answer to the consent question.
    Answer {
        /// The call.
        call: i64,
        /// The answer, or none again.
        answer: Option<ConsentAnswer>,
    },
    /// Yes, with who, when and how: the record, and everything that was scratch, in one write.
    Give {
        /// The call.
        call: i64,
        /// The case, made here.
        case: i64,
        /// The record's own key.
        record: i64,
        /// The caller.
        caller: i64,
        /// Who agreed.
        giver: Private,
        /// The day as typed.
        given: Private,
        /// The last day it can mean.
        given_to: NaiveDate,
        /// How.
        how: Private,
        /// Who told us.
        told_by: Private,
        /// Limits.
        limits: Private,
        /// The notes that were scratch.
        notes: Option<(Private, String)>,
        /// The details that were scratch.
        details: Vec<Typed>,
    },
    /// Who turned out to be somebody else, or an age showed it: the family leaves the file at once.
    TakeOut {
        /// The call.
        call: i64,
        /// The case of the call.
        case: i64,
        /// The caller's new key.
        caller: i64,
        /// What they are now.
        kind: CallerKind,
        /// The caller's own details that may stay.
        stays: Vec<Typed>,
        /// The parent of a young person over compulsory school age.
        for_adult: bool,
    },
    /// Left for later, with a ring-back or without.
    Leave {
        /// The call.
        call: i64,
        /// When to ring back.
        ring_back: Option<(NaiveDate, String)>,
    },
    /// Taken up again.
    Resume {
        /// The call.
        call: i64,
    },
    /// Finish opens: the spoken number of the case or of the enquiry.
    TakeNumber {
        /// The call.
        call: i64,
        /// The case; none for an enquiry.
        case: Option<i64>,
    },
    /// Finished: a case.
    FinishCase {
        /// The call.
        call: i64,
        /// The case; none when the call was about a case that is open already.
        new: Option<NewCase>,
        /// The case it was about.
        case: i64,
    },
    /// Finished: an enquiry.
    FinishEnquiry {
        /// The call.
        call: i64,
        /// The enquiry.
        enquiry: NewEnquiry,
    },
    /// Finished: a count line. The caller's own details are erased.
    FinishCount {
        /// The call.
        call: i64,
        /// Why.
        reason: CountReason,
    },
}

/// An open call, as it is taken up again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CallPage {
    /// Its row.
    pub id: i64,
    /// `C-2216`.
    pub reference: Option<Reference>,
    /// Where it stands.
    pub state: CallState,
    /// When it began, UTC milliseconds.
    pub started: i64,
    /// The day.
    pub day: NaiveDate,
    /// Who took it.
    pub staff: String,
    /// Who is ringing.
    pub kind: Option<CallerKind>,
    /// The caller's key and place.
    pub caller: Option<(i64, i64)>,
    /// The answer to the consent question.
    pub answer: Option<ConsentAnswer>,
    /// The case.
    pub case: Option<i64>,
    /// The case was there before the call.
    pub case_is_open: bool,
    /// The consent of the case.
    pub consent: ConsentStanding,
    /// The enquiry it is about.
    pub enquiry: Option<(i64, Option<Reference>)>,
    /// All details.
    pub details: Vec<(Detail, Kept)>,
    /// The notes, and the minutes their lines were begun.
    pub notes: Private,
    /// See `notes`.
    pub begun: String,
    /// The SAY lines said, with the moment.
    pub said: Vec<(String, i64)>,
    /// The last moment anything of it was saved.
    pub last_saved: i64,
}

/// An enquiry, as its page shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EnquiryPage {
    /// What it holds.
    pub enquiry: NewEnquiry,
    /// `E-1189`.
    pub reference: Reference,
    /// `open`, `became a case`...
    pub state: String,
    /// The day it was taken.
    pub day: NaiveDate,
    /// By whom.
    pub staff: String,
    /// The case it became.
    pub case: Option<i64>,
}

const CALLER_DETAIL: &str = "INSERT INTO caller_details (caller_id, field, typed, reading, saved)
    VALUES ($1, $2, $3, $4, $5) ON CONFLICT (caller_id, field) DO UPDATE
    SET typed = excluded.typed, reading = excluded.reading, saved = excluded.saved, rev = caller_details.rev + 1";
const FAMILY_DETAIL: &str = "INSERT INTO details (case_id, field, typed, reading, saved)
    VALUES ($1, $2, $3, $4, $5) ON CONFLICT (case_id, field) DO UPDATE
    SET typed = excluded.typed, reading = excluded.reading, saved = excluded.saved, rev = details.rev + 1";
const NOTES: &str = "INSERT INTO notes (id, case_id, call_id, at, staff, body, begun, saved)
    VALUES ($1, $2, $1, $3, $4, $5, $6, $3) ON CONFLICT (id) DO UPDATE
    SET body = excluded.body, begun = excluded.begun, saved = excluded.saved, rev = notes.rev + 1";

fn caller_detail(caller: i64, (detail, typed, reading): &Typed, at: i64) -> Write {
    Write::one(CALLER_DETAIL, params![caller, detail.code(), typed, reading, at])
}

pub(super) fn family_detail(case: i64, (detail, typed, reading): &Typed, at: i64) -> Write {
    Write::one(FAMILY_DETAIL, params![case, detail.code(), typed, reading, at])
}

fn any_detail(caller: i64, case: i64, typed: &Typed, at: i64) -> Write {
    if typed.0.is_the_callers() { caller_detail(caller, typed, at) } else { family_detail(case, typed, at) }
}

fn notes(call: i64, case: i64, body: &Private, begun: &str, signed: &Signed) -> Write {
    Write::one(NOTES, params![call, case, signed.at, signed.staff.as_str(), body, begun])
}

fn begin_case(case: i64, call: i64, signed: &Signed) -> [Write; 2] {
    [
        Write::one(
            "INSERT INTO cases (id, state, opened, day, staff, touched) VALUES ($1, 'in call', $2, $3, $4, $3)",
            params![case, signed.at, signed.today, signed.staff.as_str()],
        ),
        Write::one("UPDATE calls SET case_id = $1, rev = rev + 1 WHERE id = $2", params![case, call]),
    ]
}

fn visit_line(detail: Detail) -> &'static str {
    match detail {
        Detail::Who => "Who written",
        Detail::Name => "Caller's name written",
        Detail::Work => "From written",
        Detail::Phone => "Phone written",
        Detail::BestTime => "Best time written",
        Detail::Needs => "Needs written",
        Detail::Child => "Name written",
        Detail::Born => "Born written",
        Detail::School => "School written",
        Detail::Area => "Area (LA) written",
        Detail::About => "About written",
        Detail::Letter => "Letter written",
        Detail::Wants => "Wants written",
        Detail::OtherSide => "Other side written",
        Detail::ParentName => "Parent's name written",
        Detail::ParentPhone => "Parent's number written",
        Detail::Relation => "Relation written",
        Detail::Email => "Email written",
        Detail::Address => "Address written",
        Detail::Plan => "Plan written",
    }
}

/// What stood in a field before, for the line of history.
fn was(before: &Private) -> Option<String> {
    (!before.is_empty()).then(|| format!("was: {}", &**before))
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
                CallWrite::FamilyDetail { call, case, detail, .. } => {
                    self.call_write(&CallWrite::FamilyDetail { call, case, detail, visit: None }, signed)
                }
                _ => Ok(()),
            };
        }
        if let CallWrite::FamilyDetail { call, case, detail, visit } = write
            && self
                .read_one("SELECT 1 FROM cases WHERE id = $1 AND state = 'open'", &params![*case])?
                .is_some()
        {
            return self.detail_of_open_case(*call, *case, detail, visit.as_ref(), signed);
        }
        if let CallWrite::FinishCount { call, reason } = write {
            let case = self.read_one(
                "SELECT c.id FROM calls l JOIN cases c ON c.id = l.case_id WHERE l.id = $1 AND c.state = 'in call'",
                &params![*call],
            )?;
            return self.erase(&finish_count(*call, case.map(|row| row.int(0)), *reason, signed));
        }
        let writes = call_statements(write, signed);
        if matches!(write, CallWrite::TakeOut { .. }) { self.erase(&writes) } else { self.write(&writes) }
    }

    /// A detail of a case that is open already: its clocks and its words for Find follow in the same write.
    fn detail_of_open_case(
        &mut self,
        call: Option<i64>,
        case: i64,
        detail: &Typed,
        visit: Option<&Private>,
        signed: &Signed,
    ) -> Result<()> {
        let before = visit.and_then(was);
        self.change_case(case, signed, |store, facts| {
            let mut writes = vec![family_detail(case, detail, signed.at)];
            if detail.0 == Detail::Letter {
                facts.letter = DayReading::from_stored(&detail.2);
            }
            if matches!(detail.0, Detail::Child | Detail::School | Detail::Area) {
                let head = store.head(case)?;
                let mut words = CaseWords {
                    child: &head.child,
                    school: &head.school,
                    area: &head.area,
                    number: head.reference.map(|reference| reference.number),
                };
                match detail.0 {
                    Detail::Child => words.child = &detail.1,
                    Detail::School => words.school = &detail.1,
                    _ => words.area = &detail.1,
                }
                writes.extend(super::search::case_document(case, &words));
            }
            let act = if visit.is_some() { visit_line(detail.0) } else { "" };
            Ok(Change { writes, line: Line { act, call, words: before.as_deref(), ..Line::default() } })
        })
    }

    fn finish_case(&mut self, call: i64, case: i64, new: Option<&NewCase>, signed: &Signed) -> Result<()> {
        self.change_case(case, signed, |store, facts| {
            let mut writes = vec![Write::one(
                "UPDATE calls SET state = 'finished', finished = $1, outcome = 'case', rev = rev + 1
                 WHERE id = $2 AND state <> 'finished'",
                params![signed.at, call],
            )];
            if let Some(new) = new.filter(|_| facts.state == CaseState::InCall) {
                facts.state = CaseState::Open;
                facts.route = new.route;
                writes.extend([
                    Write::any(
                        "UPDATE counters SET last = last + 1 WHERE kind = 'M'
                         AND EXISTS (SELECT 1 FROM cases WHERE id = $1 AND number IS NULL)",
                        params![case],
                    ),
                    Write::one(
                        "UPDATE cases SET number = COALESCE(number, (SELECT last FROM counters WHERE kind = 'M')),
                           state = 'open', route = $1 WHERE id = $2",
                        params![new.route.code(), case],
                    ),
                    Write::any(
                        "UPDATE enquiries SET case_id = $1, rev = rev + 1,
                           state = CASE state WHEN 'expired' THEN state ELSE 'became a case' END
                         WHERE id = (SELECT enquiry_id FROM calls WHERE id = $2)",
                        params![case, call],
                    ),
                ]);
                for party in &new.parties {
                    facts.parties.push(party_facts(party));
                    writes.push(add_party(case, party));
                    writes.extend(super::search::person_document(party.id, case, &party.contact));
                }
                if let Some((answer, party, what)) = new.family_answer {
                    if let Some(found) = facts.parties.iter_mut().find(|p| p.id == party) {
                        found.standing.answer = Some(what);
                        found.answered = Some(signed.today);
                        found.asked = Some(signed.today);
                        found.chase = None;
                    }
                    writes.push(Write::one(
                        "INSERT INTO answers (id, party_id, seq, answer, person, how, source, day, at, staff)
                         SELECT $1, $2, 1, $3, person, 'on their own call', 'own call', $4, $5, $6
                         FROM parties WHERE id = $2",
                        params![answer, party, what.code(), signed.today, signed.at, signed.staff.as_str()],
                    ));
                }
                for (id, what, due) in &new.steps {
                    writes.push(super::parties::promise(facts, *what, *due, *id));
                }
            }
            let details = store.details(case)?;
            let text = |detail| details.iter().find(|(d, _)| *d == detail).map_or("", |(_, kept)| &*kept.typed);
            let number = store.head(case)?.reference.map(|reference| reference.number);
            let words = CaseWords {
                child: text(Detail::Child),
                school: text(Detail::School),
                area: text(Detail::Area),
                number,
            };
            writes.extend(super::search::case_document(case, &words));
            let body = store.read_one("SELECT body FROM notes WHERE id = $1", &params![call])?;
            if let Some(body) = body.map(|row| row.text(0)).filter(|body| !body.trim().is_empty()) {
                writes.extend(super::search::notes_document(call, case, &body));
            }
            Ok(Change { writes, line: Line { act: "Call finished", mark: "c", call: Some(call), ..Line::default() } })
        })
    }

    /// A call, as it is taken up again.
    pub fn call_page(&mut self, call: i64) -> Result<CallPage> {
        let row = self
            .read_one(
                "SELECT number, state, started, day, staff, kind, answer, case_id, enquiry_id FROM calls WHERE id = $1",
                &params![call],
            )?
            .ok_or_else(|| Refusal::NotFound("that call".into()))?;
        let case = row.number(7);
        let caller = self.read_one(
            "SELECT id, seq FROM callers WHERE call_id = $1 ORDER BY seq DESC LIMIT 1",
            &params![call],
        )?;
        let own = self.read(
            "SELECT field, typed, reading, rev, saved FROM caller_details WHERE caller_id = $1",
            &params![caller.as_ref().map(|c| c.int(0))],
        )?;
        let family = self.read(
            "SELECT field, typed, reading, rev, saved FROM details WHERE case_id = $1",
            &params![case],
        )?;
        let written = self.read_one("SELECT body, begun, saved FROM notes WHERE id = $1", &params![call])?;
        let said =
            self.read("SELECT line, at FROM said WHERE call_id = $1 ORDER BY at, line", &params![call])?;
        let consent = match case {
            Some(case) => ConsentStanding::of(self.consents(case)?.iter().map(|c| (c.act, c.own_call))),
            None => ConsentStanding::NotAsked,
        };
        let case_state = self.read_one("SELECT state FROM cases WHERE id = $1", &params![case])?;
        let enquiry = self.read_one("SELECT number FROM enquiries WHERE id = $1", &params![row.number(8)])?;
        let last_saved = own.iter().chain(&family).map(|r| r.int(4)).chain(written.iter().map(|r| r.int(2)));
        Ok(CallPage {
            id: call,
            reference: row.number(0).map(|number| Reference { kind: RefKind::Call, number }),
            state: CallState::from_code(&row.text(1)).unwrap_or(CallState::NotFinished),
            started: row.int(2),
            day: row.day(3).unwrap_or_default(),
            staff: row.text(4),
            kind: CallerKind::from_code(&row.text(5)),
            caller: caller.map(|c| (c.int(0), c.int(1))),
            answer: ConsentAnswer::from_code(&row.text(6)),
            case,
            case_is_open: case_state.is_some_and(|s| s.text(0) != "in call"),
            consent,
            enquiry: row
                .number(8)
                .map(|id| (id, enquiry.map(|e| Reference { kind: RefKind::Enquiry, number: e.int(0) }))),
            last_saved: last_saved.max().unwrap_or(row.int(2)),
            details: own.iter().chain(&family).filter_map(kept).collect(),
            notes: written.as_ref().map(|w| w.text(0)).unwrap_or_default().into(),
            begun: written.as_ref().map(|w| w.text(1)).unwrap_or_default(),
            said: said.iter().map(|s| (s.text(0), s.int(1))).collect(),
        })
    }

    /// The spoken number Finish took: of the case, or of the enquiry.
    pub fn taken_number(&mut self, call: i64, case: Option<i64>) -> Result<Option<Reference>> {
        let row = match case {
            Some(case) => self.read_one("SELECT number FROM cases WHERE id = $1", &params![case])?,
            None => self.read_one("SELECT enquiry_number FROM calls WHERE id = $1", &params![call])?,
        };
        let kind = if case.is_some() { RefKind::Case } else { RefKind::Enquiry };
        Ok(row.and_then(|row| row.number(0)).map(|number| Reference { kind, number }))
    }

    /// An enquiry.
    pub fn enquiry_page(&mut self, enquiry: i64) -> Result<EnquiryPage> {
        let row = self
            .read_one(
                "SELECT number, state, kind, name, work, phone, email, best_time, subject, area, answer, next_step,
                   next_day, keep_until, day, staff, case_id FROM enquiries WHERE id = $1",
                &params![enquiry],
            )?
            .ok_or_else(|| Refusal::NotFound("that enquiry".into()))?;
        let text = |at| Private::from(row.text(at));
        Ok(EnquiryPage {
            enquiry: NewEnquiry {
                id: enquiry,
                kind: CallerKind::from_code(&row.text(2)).unwrap_or(CallerKind::OtherParty),
                name: text(3),
                work: text(4),
                phone: text(5),
                email: text(6),
                best_time: text(7),
                subject: row.text(8),
                area: row.text(9),
                answer: ConsentAnswer::from_code(&row.text(10)).unwrap_or(ConsentAnswer::No),
                rings_back: row.text(11) == "caller rings back",
                next_day: row.day(12).unwrap_or_default(),
                keep_until: row.day(13).unwrap_or_default(),
            },
            reference: Reference { kind: RefKind::Enquiry, number: row.int(0) },
            state: row.text(1),
            day: row.day(14).unwrap_or_default(),
            staff: row.text(15),
            case: row.number(16),
        })
    }

    /// Calls of this member of staff that were open when the program stopped, newest first.
    pub fn interrupted_calls(&mut self, staff: &str) -> Result<Vec<i64>> {
        let rows = self.read(
            "SELECT id FROM calls WHERE state = 'open' AND staff = $1 ORDER BY started DESC",
            &params![staff],
        )?;
        Ok(rows.iter().map(|row| row.int(0)).collect())
    }

    /// Enquiries whose three months are over become count lines; those that became a case lose their words. Says
    /// how many, at most [`EXPIRE_AT_ONCE`]: asked again with a fresh key while there are more.
    pub fn expire_enquiries(&mut self, signed: &Signed) -> Result<usize> {
        let due = self.read(
            "SELECT id, state FROM enquiries WHERE keep_until < $1 AND state <> 'expired'
             AND (state <> 'became a case' OR name || work || phone || email || best_time <> '')
             ORDER BY id LIMIT $2",
            &params![signed.today, EXPIRE_AT_ONCE],
        )?;
        let mut writes = Vec::new();
        for (at, row) in due.iter().enumerate() {
            let id = row.int(0);
            writes.push(Write::one(
                "UPDATE enquiries SET state = CASE state WHEN 'became a case' THEN state ELSE 'expired' END,
                   name = '', work = '', phone = '', email = '', best_time = '', rev = rev + 1 WHERE id = $1",
                params![id],
            ));
            writes.extend(forget_enquiry(id, signed.at));
            let line = Line {
                act: "Enquiry kept its three months: a count line now",
                enquiry: Some(id),
                ..Line::default()
            };
            writes.extend(history::add(&Signed { id: signed.id + at as i64, ..signed.clone() }, &line));
        }
        if !writes.is_empty() {
            self.erase(&writes)?;
        }
        Ok(due.len())
    }
}

/// Enquiries that expire in one write: each has its own line of history, whose keys follow the write's own.
pub const EXPIRE_AT_ONCE: i64 = 15;

/// The statements by which the words of an enquiry and of its calls leave, but for calls that became a case.
fn forget_enquiry(enquiry: i64, at: i64) -> [Write; 4] {
    [
        mark(enquiry, at),
        Write::any(
            "INSERT INTO erasing (owner, at) SELECT l.id, $1 FROM calls l WHERE l.enquiry_id = $2 AND l.case_id IS NULL
             AND NOT EXISTS (SELECT 1 FROM erasing e WHERE e.owner = l.id)",
            params![at, enquiry],
        ),
        Write::any("DELETE FROM documents WHERE enquiry_id = $1", params![enquiry]),
        Write::any(
            "DELETE FROM caller_details WHERE caller_id IN
             (SELECT r.id FROM callers r JOIN calls l ON l.id = r.call_id WHERE l.enquiry_id = $1 AND l.case_id IS NULL)",
            params![enquiry],
        ),
    ]
}

fn call_statements(write: &CallWrite, signed: &Signed) -> Vec<Write> {
    let at = signed.at;
    let staff = signed.staff.as_str();
    match write {
        CallWrite::Start { call, about } => {
            let (case, enquiry) = match about {
                Some(About::Case(case)) => (Some(*case), None),
                Some(About::Enquiry(enquiry)) => (None, Some(*enquiry)),
                None => (None, None),
            };
            let mut writes = vec![
                Write::one(
                    "INSERT INTO calls (id, state, started, day, staff, case_id, enquiry_id)
                         VALUES ($1, 'open', $2, $3, $4, $5, $6)",
                    params![*call, at, signed.today, staff, case, enquiry],
                ),
                Write::one("UPDATE counters SET last = last + 1 WHERE kind = 'C'", vec![]),
                Write::one(
                    "UPDATE calls SET number = (SELECT last FROM counters WHERE kind = 'C') WHERE id = $1",
                    params![*call],
                ),
            ];
            let line =
                Line { act: "Call started", mark: "c", call: Some(*call), case, enquiry, ..Line::default() };
            writes.extend(history::add(signed, &line));
            writes
        }
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
                writes.extend(details.iter().map(|typed| any_detail(*caller, *case, typed, at)));
                writes.extend(scratch.iter().map(|(body, begun)| notes(*call, *case, body, begun, signed)));
            } else {
                writes.extend(details.iter().map(|typed| caller_detail(*caller, typed, at)));
            }
            let act = match kind {
                CallerKind::Parent => "Consent: parent rang us themselves",
                CallerKind::YoungPerson => "Consent: young person rang us themselves",
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
        CallWrite::FamilyDetail { call, case, detail, visit } => {
            let mut writes = vec![family_detail(*case, detail, at)];
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
            params![subject, area, *call],
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
                "UPDATE calls SET answer = 'yes', for_adult = 'no', rev = rev + 1 WHERE id = $1",
                params![*call],
            ));
            writes.push(Write::one(
                    "INSERT INTO consents (id, case_id, seq, act, giver, given, given_to, how, told_by, limits, call_id,
                       at, day, staff)
                     VALUES ($1, $2, 1, 'given', $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)",
                    params![
                        *record, *case, giver, given, *given_to, how, told_by, limits, *call, at, signed.today, staff
                    ],
                ));
            writes.extend(details.iter().map(|typed| any_detail(*caller, *case, typed, at)));
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
        CallWrite::TakeOut { call, case, caller, kind, stays, for_adult } => {
            take_out(*call, *case, *caller, *kind, stays, *for_adult, signed)
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
                &Line { act: "Call left, not finished", mark: "~", call: Some(*call), ..Line::default() },
            ));
            writes
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
        CallWrite::TakeNumber { call, case } => {
            let mut writes = match case {
                Some(case) => vec![
                    Write::any(
                        "UPDATE counters SET last = last + 1 WHERE kind = 'M'
                             AND EXISTS (SELECT 1 FROM cases WHERE id = $1 AND number IS NULL)",
                        params![*case],
                    ),
                    Write::any(
                        "UPDATE cases SET number = (SELECT last FROM counters WHERE kind = 'M')
                             WHERE id = $1 AND number IS NULL",
                        params![*case],
                    ),
                ],
                None => vec![
                    Write::any(
                        "UPDATE counters SET last = last + 1 WHERE kind = 'E'
                             AND EXISTS (SELECT 1 FROM calls WHERE id = $1 AND enquiry_number IS NULL)",
                        params![*call],
                    ),
                    Write::any(
                        "UPDATE calls SET enquiry_number = (SELECT last FROM counters WHERE kind = 'E')
                             WHERE id = $1 AND enquiry_number IS NULL",
                        params![*call],
                    ),
                ],
            };
            writes.extend(history::add(
                signed,
                &Line { act: "Number taken", call: Some(*call), ..Line::default() },
            ));
            writes
        }
        CallWrite::FinishEnquiry { call, enquiry } => finish_enquiry(*call, enquiry, signed),
        // Finished above.
        CallWrite::FinishCase { .. } | CallWrite::FinishCount { .. } => Vec::new(),
    }
}

fn finish_enquiry(call: i64, e: &NewEnquiry, signed: &Signed) -> Vec<Write> {
    // A parent whose son or daughter decides leaves name and number, and no more.
    let theirs = |text: &Private| {
        if e.kind == CallerKind::Parent { Private::default() } else { text.clone() }
    };
    let mut writes = vec![
            Write::any(
                "UPDATE counters SET last = last + 1 WHERE kind = 'E'
                 AND EXISTS (SELECT 1 FROM calls WHERE id = $1 AND enquiry_number IS NULL)",
                params![call],
            ),
            Write::any(
                "UPDATE calls SET enquiry_number = (SELECT last FROM counters WHERE kind = 'E')
                 WHERE id = $1 AND enquiry_number IS NULL",
                params![call],
            ),
            Write::one(
                "INSERT INTO enquiries (id, number, state, kind, name, work, phone, email, best_time, subject, area,
                   answer, next_step, next_day, keep_until, opened, day, staff)
                 SELECT $1, enquiry_number, 'open', $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16
                 FROM calls WHERE id = $17",
                params![
                    e.id,
                    e.kind.code(),
                    &e.name,
                    theirs(&e.work),
                    &e.phone,
                    theirs(&e.email),
                    theirs(&e.best_time),
                    &e.subject,
                    &e.area,
                    e.answer.code(),
                    if e.rings_back { "caller rings back" } else { "he or she rings us" },
                    e.next_day,
                    e.keep_until,
                    signed.at,
                    signed.today,
                    signed.staff.as_str(),
                    call
                ],
            ),
            Write::one(
                "UPDATE calls SET state = 'finished', finished = $1, outcome = 'enquiry', enquiry_id = $2,
                   subject = $3, area = $4, rev = rev + 1 WHERE id = $5 AND state <> 'finished'",
                params![signed.at, e.id, &e.subject, &e.area, call],
            ),
            // The words of the number are added by the file itself, where the number is.
            Write::any(
                "INSERT INTO documents (id, kind, enquiry_id, source, words)
                 SELECT id, 'enquiry', id, id, $1 || ' ' || number || ' e' || number FROM enquiries WHERE id = $2",
                params![super::search::enquiry_words(e), e.id],
            ),
        ];
    let line = Line {
        act: "Call finished: enquiry, no consent",
        mark: "?",
        call: Some(call),
        enquiry: Some(e.id),
        ..Line::default()
    };
    writes.extend(history::add(signed, &line));
    writes
}

fn own_consent(record: i64, case: i64, call: i64, kind: CallerKind, signed: &Signed) -> Write {
    let giver = if kind == CallerKind::YoungPerson { "young person" } else { "parent or carer" };
    Write::one(
        "INSERT INTO consents (id, case_id, seq, act, giver, given, given_to, how, told_by, call_id, at, day, staff)
         VALUES ($1, $2, 1, 'given', $3, 'own call', $4, 'spoken', $5, $6, $7, $4, $8)",
        params![record, case, giver, signed.today, THEMSELVES, call, signed.at, signed.staff.as_str()],
    )
}

fn mark(owner: i64, at: i64) -> Write {
    Write::any(
        "INSERT INTO erasing (owner, at) SELECT $1, $2 WHERE NOT EXISTS (SELECT 1 FROM erasing WHERE owner = $1)",
        params![owner, at],
    )
}

/// The statements by which everything of the family of case `$1` leaves, but for its consent.
pub(super) const FAMILY_ROWS: [&str; 9] = [
    "DELETE FROM attention WHERE case_id = $1",
    "DELETE FROM documents WHERE case_id = $1",
    "DELETE FROM details WHERE case_id = $1",
    "DELETE FROM notes WHERE case_id = $1",
    "DELETE FROM steps WHERE case_id = $1",
    "DELETE FROM answers WHERE party_id IN (SELECT id FROM parties WHERE case_id = $1)",
    "DELETE FROM parties WHERE case_id = $1",
    "DELETE FROM conflicts WHERE case_id = $1",
    "DELETE FROM history_words WHERE case_id = $1",
];

fn take_out(
    call: i64,
    case: i64,
    caller: i64,
    kind: CallerKind,
    stays: &[Typed],
    for_adult: bool,
    signed: &Signed,
) -> Vec<Write> {
    let of_case = |sql| Write::any(sql, params![case]);
    let of_call = |sql| Write::any(sql, params![call]);
    let mut writes = vec![mark(case, signed.at), mark(call, signed.at)];
    writes.extend(FAMILY_ROWS.map(of_case));
    writes.extend([
        of_call(
            "DELETE FROM caller_details WHERE caller_id IN (SELECT id FROM callers WHERE call_id = $1)",
        ),
        of_call("DELETE FROM callers WHERE call_id = $1"),
        Write::one(
            "UPDATE calls SET kind = $1, case_id = NULL, answer = NULL, subject = '', area = '', for_adult = $2,
               rev = rev + 1 WHERE id = $3",
            params![kind.code(), if for_adult { "yes" } else { "no" }, call],
        ),
        of_case("DELETE FROM consents WHERE case_id = $1"),
        of_case("DELETE FROM cases WHERE id = $1"),
        Write::one(
            "INSERT INTO callers (id, call_id, seq, kind) VALUES ($1, $2, 1, $3)",
            params![caller, call, kind.code()],
        ),
    ]);
    writes.extend(stays.iter().map(|typed| caller_detail(caller, typed, signed.at)));
    let line = Line {
        act: "Who turned out otherwise: the family's details left the file",
        mark: "-",
        call: Some(call),
        ..Line::default()
    };
    writes.extend(history::add(signed, &line));
    writes
}

/// `case` is a case begun in this call: it leaves with the call.
fn finish_count(call: i64, case: Option<i64>, reason: CountReason, signed: &Signed) -> Vec<Write> {
    let mut writes = vec![
        mark(call, signed.at),
        Write::any(
            "DELETE FROM caller_details WHERE caller_id IN (SELECT id FROM callers WHERE call_id = $1)",
            params![call],
        ),
    ];
    if let Some(case) = case {
        writes.push(mark(case, signed.at));
        writes.extend(FAMILY_ROWS.map(|sql| Write::any(sql, params![case])));
        writes.push(Write::one("UPDATE calls SET case_id = NULL WHERE id = $1", params![call]));
        writes.push(Write::any("DELETE FROM consents WHERE case_id = $1", params![case]));
        writes.push(Write::one("DELETE FROM cases WHERE id = $1", params![case]));
    }
    writes.push(Write::one(
        "UPDATE calls SET state = 'finished', finished = $1, outcome = $2, ring_back_day = NULL,
           ring_back_time = '', rev = rev + 1 WHERE id = $3 AND state <> 'finished'",
        params![signed.at, reason.code(), call],
    ));
    let act = match reason {
        CountReason::NoConsent => "Call finished: no consent, no details kept",
        CountReason::ChildAlone => "Call finished: child alone, no details kept",
        CountReason::WouldNotSay => "Call finished: would not say, no details kept",
    };
    writes.extend(history::add(signed, &Line { act, mark: ".", call: Some(call), ..Line::default() }));
    writes
}
