//! A call and an enquiry, read back: to be taken up again, or to be looked at.
//!
//! Nothing is written here. What was scratch is not in the file, so it is not here either. Of a call about a case whose
//! consent is withdrawn no words of the family are read: only who rings in their work is still named.

use super::super::cases::{ConsentRecord, Kept, kept, latest_withdrawal};
use super::super::{Result, Store};
use super::NewEnquiry;
use crate::domain::call::{CallState, CallerKind};
use crate::domain::consent::{ConsentAnswer, ConsentStanding};
use crate::domain::contact::Safety;
use crate::domain::detail::Detail;
use crate::domain::enquiry::kept_since;
use crate::domain::promise::Part;
use crate::domain::reference::{RefKind, Reference};
use crate::domain::refusal::Refusal;
use crate::domain::text::Private;
use crate::domain::willingness::{Objection, PartyKind};
use crate::params;
use chrono::NaiveDate;

/// An open call, as it is taken up again.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(clippy::struct_excessive_bools, reason = "each is a thing that is so of this call, or is not")]
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
    /// The parent of a young person who decides: without that person's agreement, or telling us of it.
    pub for_adult: bool,
    /// The case was there before the call.
    pub case_is_open: bool,
    /// The call is about it because the caller quoted its number.
    pub quoted: bool,
    /// When whoever was cut off is rung back.
    pub ring_back: Option<(NaiveDate, Part)>,
    /// The consent of the case.
    pub consent: ConsentStanding,
    /// The day on which the family withdrew from the case it is about, or said that it never agreed, while that holds.
    pub withdrawn: Option<NaiveDate>,
    /// What a third party told us of it in this call, while it is in force.
    pub told: Option<ConsentRecord>,
    /// The enquiry it is about.
    pub enquiry: Option<(i64, Option<Reference>)>,
    /// All details.
    pub details: Vec<(Detail, Kept)>,
    /// The notes, and the minutes their lines were begun.
    pub notes: Private,
    /// There are notes of it in the case, and they are not read here: the consent is withdrawn.
    pub notes_locked: bool,
    /// See `notes`.
    pub begun: String,
    /// The SAY lines said, with the moment.
    pub said: Vec<(String, i64)>,
    /// Who else is in the case, by first names.
    pub others: Vec<String>,
    /// The numbers of the case of which something was said, and what; those that are not safe first.
    pub numbers: Vec<SaidOf>,
    /// `M-0412`, of the case it is about.
    pub about: Option<Reference>,
    /// The sides of the case it is about, while its consent is in force.
    pub sides: Vec<SideOf>,
    /// What stands against the consent of that case and is not settled.
    pub objected: Option<Objection>,
    /// How the program ended while it was open.
    pub ended: Ended,
    /// The last moment anything of it was saved, UTC milliseconds; when it began, where nothing was.
    pub last_saved: i64,
    /// Where that was; none where several places were written at once, as when *Who* was answered.
    pub last_written: Option<Written>,
}

/// How the program ended while a call was open.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Ended {
    /// It stopped without a word, or the call was taken up again since.
    #[default]
    Stopped,
    /// A person left it on purpose.
    Left,
    /// Its window was closed, or it was told to end.
    Closed,
}

/// A place of a call that was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Written {
    /// Its notes.
    Notes,
    /// A field.
    Field(Detail),
}

/// A side of the case that a call is about: a caller may be known by it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SideOf {
    /// What it is.
    pub kind: PartyKind,
    /// The party's name.
    pub name: Private,
    /// The person.
    pub person: Private,
    /// Their number.
    pub phone: Private,
    /// How the person is related to the child.
    pub relation: Private,
    /// E-mail.
    pub email: Private,
    /// When to ring.
    pub best_time: Private,
    /// Interpreter, access and other needs.
    pub needs: Private,
}

/// A number of which something was said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SaidOf {
    /// The number.
    pub number: Private,
    /// What was said.
    pub safety: Safety,
    /// By whom.
    pub said_by: Private,
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
    /// Its calls, in order: the day, and who took it.
    pub calls: Vec<(NaiveDate, String)>,
}

/// The one place that was written last since the call began. What fills itself from another field is not counted with it.
fn last_of(places: &[(i64, Written)], began: i64) -> Option<Written> {
    let last = places.iter().map(|(at, _)| *at).filter(|at| *at >= began).max()?;
    let mut at_last = places.iter().filter(|(at, _)| *at == last).map(|(_, place)| *place);
    let by_itself = |place: &Written| matches!(place, Written::Field(Detail::OtherSide | Detail::Child));
    match (at_last.next(), at_last.next(), at_last.next()) {
        (Some(only), None, None) => Some(only),
        (Some(one), Some(other), None) if by_itself(&other) => Some(one),
        (Some(one), Some(other), None) if by_itself(&one) => Some(other),
        _ => None,
    }
}

impl Store {
    /// A call, as it is taken up again.
    pub fn call_page(&mut self, call: i64) -> Result<CallPage> {
        let row = self
            .read_one(
                "SELECT number, state, started, day, staff, kind, answer, case_id, enquiry_id, for_adult, ring_back_day, ring_back_time
                 FROM calls WHERE id = $1",
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
        let written = self.read_one(
            "SELECT body, begun, saved FROM notes WHERE case_id = $1 AND call_id = $2",
            &params![case, call],
        )?;
        let said =
            self.read("SELECT line, at FROM said WHERE call_id = $1 ORDER BY at, line", &params![call])?;
        let mut consents = case.map_or(Ok(Vec::new()), |case| self.consents(case))?;
        let consent = ConsentStanding::of(consents.iter().map(|c| (c.act, c.themselves)));
        let case_state = self.read_one("SELECT state, number FROM cases WHERE id = $1", &params![case])?;
        let about = case_state.as_ref().and_then(|row| row.number(1));
        let sides = if consent.in_force() { self.sides_of(case)? } else { Vec::new() };
        let objected = if consent.in_force() { self.objected(case)? } else { None };
        let mut numbers = if consent.in_force() { self.said_of_numbers(case)? } else { Vec::new() };
        // The number of this call, in whatever case something was said against it.
        let typed = |row: &&crate::store::db::Row| matches!(row.text(0).as_str(), "phone" | "parent phone");
        for row in own.iter().chain(&family).filter(typed).filter(|_| consent.in_force()) {
            let said = self.said_against(&row.text(1))?;
            numbers.extend(said.filter(|said| numbers.iter().all(|known| known.number != said.number)));
        }
        let enquiry = self.read_one("SELECT number FROM enquiries WHERE id = $1", &params![row.number(8)])?;
        let places = own
            .iter()
            .chain(&family)
            .filter_map(|r| Detail::from_code(&r.text(0)).map(|detail| (r.int(4), Written::Field(detail))));
        let notes = written.iter().map(|r| (r.int(2), Written::Notes));
        let last_written = last_of(&places.chain(notes).collect::<Vec<_>>(), row.int(2));
        let last_saved = own.iter().chain(&family).map(|r| r.int(4)).chain(written.iter().map(|r| r.int(2)));
        let others = case.map_or(Ok(Vec::new()), |case| self.others_in(case))?;
        // What the case had before the call began is not of the call.
        let last_saved = last_saved.filter(|at| *at > row.int(2)).max().unwrap_or(row.int(2));
        let last_line = self.read_one(
            "SELECT act FROM history WHERE call_id = $1 ORDER BY seq DESC LIMIT 1",
            &params![call],
        )?;
        let quoted = self.read_one(
            "SELECT 1 FROM history WHERE call_id = $1 AND case_id = $2 AND act = $3",
            &params![call, case, super::known::QUOTED],
        )?;
        let ended = match last_line.map(|line| line.text(0)).as_deref() {
            Some(super::AWAY) => Ended::Left,
            Some(super::CLOSED) => Ended::Closed,
            _ => Ended::Stopped,
        };
        let kind = CallerKind::from_code(&row.text(5));
        let locked = case.is_some() && !consent.in_force();
        let third = kind.filter(|kind| kind.is_third_party());
        let shown = |detail: Detail| !locked || third.is_some_and(|kind| kind.keeps_without_consent(detail));
        let details = own.iter().chain(&family).filter_map(kept).filter(|(d, _)| shown(*d)).collect();
        let notes_locked = locked && written.as_ref().is_some_and(|w| !w.text(0).trim().is_empty());
        let written = written.filter(|_| !locked);
        let answer = ConsentAnswer::from_code(&row.text(6));
        let case_is_open = case_state.is_some_and(|s| s.text(0) != "in call");
        // A parent is asked only about somebody who decides, and who is asked is forgotten with every new caller.
        let parent_told =
            kind == Some(CallerKind::Parent) && answer == Some(ConsentAnswer::Yes) && !case_is_open;
        Ok(CallPage {
            others,
            id: call,
            numbers,
            sides,
            objected,
            about: about.map(|number| Reference { kind: RefKind::Case, number }),
            reference: row.number(0).map(|number| Reference { kind: RefKind::Call, number }),
            state: CallState::from_code(&row.text(1)).unwrap_or(CallState::NotFinished),
            started: row.int(2),
            day: row.day(3).unwrap_or_default(),
            staff: row.text(4),
            kind,
            caller: caller.map(|c| (c.int(0), c.int(1))),
            answer,
            case,
            for_adult: if consent.in_force() { parent_told } else { row.text(9) == "yes" },
            case_is_open,
            quoted: quoted.is_some(),
            ring_back: row.day(10).map(|day| (day, Part::from_code(&row.text(11)))),
            withdrawn: latest_withdrawal(&consents).filter(|_| case.is_some() && !consent.in_force()),
            told: consents.pop().filter(|last| consent.in_force() && !last.own_call),
            consent,
            enquiry: row
                .number(8)
                .map(|id| (id, enquiry.map(|e| Reference { kind: RefKind::Enquiry, number: e.int(0) }))),
            last_written,
            ended,
            last_saved,
            details,
            notes_locked,
            notes: written.as_ref().map(|w| w.text(0)).unwrap_or_default().into(),
            begun: written.as_ref().map(|w| w.text(1)).unwrap_or_default(),
            said: said.iter().map(|s| (s.text(0), s.int(1))).collect(),
        })
    }

    /// The sides of a case, in the order they were added.
    fn sides_of(&mut self, case: Option<i64>) -> Result<Vec<SideOf>> {
        let rows = self.read(
            "SELECT kind, name, person, phone, relation, email, best_time, needs FROM parties
             WHERE case_id = $1 AND needed <> 'dropped' ORDER BY id",
            &params![case],
        )?;
        let side = |row: &crate::store::db::Row| SideOf {
            kind: PartyKind::from_code(&row.text(0)),
            name: row.text(1).into(),
            person: row.text(2).into(),
            phone: row.text(3).into(),
            relation: row.text(4).into(),
            email: row.text(5).into(),
            best_time: row.text(6).into(),
            needs: row.text(7).into(),
        };
        Ok(rows.iter().map(side).collect())
    }

    /// The numbers the parties of a case have now, of which something was said.
    fn said_of_numbers(&mut self, case: Option<i64>) -> Result<Vec<SaidOf>> {
        let rows = self.read(
            "SELECT s.value, s.ring, s.message, s.writing, s.said_by FROM contacts s JOIN parties p ON p.id = s.party_id
             WHERE s.case_id = $1 AND s.kind = 'phone' AND (s.current = 'yes' OR s.value = trim(p.phone))
             ORDER BY s.ring <> 'no', p.side <> 'family', s.id",
            &params![case],
        )?;
        let said = |row: &crate::store::db::Row| SaidOf {
            number: row.text(0).into(),
            safety: Safety::of_codes(&row.text(1), &row.text(2), &row.text(3)),
            said_by: row.text(4).into(),
        };
        Ok(rows.iter().map(said).filter(|said| said.safety != Safety::default()).collect())
    }

    /// The spoken number Finish took: of the case, or of the enquiry.
    pub fn taken_number(&mut self, call: i64, case: Option<i64>) -> Result<Option<Reference>> {
        let row = match case {
            Some(case) => self.read_one("SELECT number FROM cases WHERE id = $1", &params![case])?,
            None => match self.enquiry_again(call)? {
                Some(page) => return Ok(Some(page.reference)),
                None => self.read_one("SELECT enquiry_number FROM calls WHERE id = $1", &params![call])?,
            },
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
        let calls = self.read(
            "SELECT day, staff FROM calls WHERE enquiry_id = $1 AND outcome = 'enquiry' ORDER BY started, id",
            &params![enquiry],
        )?;
        let calls = calls.iter().filter_map(|row| Some((row.day(0)?, row.text(1)))).collect();
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
            calls,
        })
    }

    /// Calls never finished and without consent, whose caller's own details have been kept for three months.
    pub fn abandoned_calls(&mut self, today: NaiveDate) -> Result<Vec<i64>> {
        let before = kept_since(today);
        let rows = self.read(
            "SELECT id FROM calls WHERE state <> 'finished' AND day < $1
             AND NOT EXISTS (SELECT 1 FROM consent_in_force f WHERE f.case_id = calls.case_id) ORDER BY started",
            &params![before],
        )?;
        Ok(rows.iter().map(|row| row.int(0)).collect())
    }

    /// Calls of this member of staff that were open when the program stopped, newest first.
    pub fn interrupted_calls(&mut self, staff: &str) -> Result<Vec<i64>> {
        let rows = self.read(
            "SELECT id FROM calls WHERE state = 'open' AND state <> 'finished' AND staff = $1 ORDER BY started DESC, id DESC",
            &params![staff],
        )?;
        Ok(rows.iter().map(|row| row.int(0)).collect())
    }
}
