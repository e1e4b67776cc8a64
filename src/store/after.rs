//! What comes after a meeting, and what stands around a case: outcomes, certificates, agreed actions, objections,
//! which numbers are safe, closing. This file reads them; the writes are in `write`.
//!
//! Every row belongs to a family and leaves with it; the words are `Private`. The last day of a certificate is
//! absent from the file: it is computed from the day it counts from.

mod settle;
mod write;

use chrono::NaiveDate;

use super::db::Row;
use super::{Result, Store};
use crate::domain::certificate::{CertificateState, Ground, Need, need};
use crate::domain::closing::{Closing, KEEP_YEARS};
use crate::domain::contact::{Marked, Safety};
use crate::domain::moment::at_office;
use crate::domain::outcome::{ByWhom, Outcome};
use crate::domain::queue::{ActionFacts, AfterFacts, CertificateFacts, ObjectionFacts, OutcomeFacts};
use crate::domain::subject::Route;
use crate::domain::text::Private;
use crate::domain::typed_day::DayReading;
use crate::domain::willingness::Objection;
use crate::domain::young_person::{Standing, born, standing, young_person_from};
use crate::params;
pub use write::{AfterWrite, CertificateAct, SafeRow};
pub(super) use write::{certificate_due, falls_away};

/// What came of a meeting.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Met {
    /// The booking.
    pub booking: i64,
    /// What came of it.
    pub outcome: Outcome,
    /// On whose account it did not happen.
    pub by: Option<ByWhom>,
    /// Words.
    pub words: Private,
    /// The day it ended.
    pub ended: NaiveDate,
}

/// A certificate.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Certificate {
    /// What the queue knows of it.
    pub facts: CertificateFacts,
    /// How.
    pub how: Private,
    /// To whom.
    pub recipient: Private,
    /// Words: why it is not wanted.
    pub words: Private,
}

/// An action of an agreement.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Agreed {
    /// Its row.
    pub id: i64,
    /// What.
    pub what: Private,
    /// Who does it.
    pub who: Private,
    /// Until when.
    pub due: Option<NaiveDate>,
    /// `open`, `done` or `dropped`.
    pub state: String,
}

/// An objection or a court order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Objected {
    /// Its row.
    pub id: i64,
    /// What it is.
    pub kind: Objection,
    /// Who objects, or which court.
    pub who: Private,
    /// The words.
    pub words: Private,
    /// The day.
    pub day: NaiveDate,
    /// Settled: how, and the words of it.
    pub settled: Option<(String, Private)>,
}

/// A number or an address of a party, and what was said of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reached {
    /// The party.
    pub party: i64,
    /// `phone`, `email` or `address`.
    pub kind: String,
    /// The number or the address.
    pub value: Private,
    /// What was said.
    pub safety: Safety,
    /// By whom.
    pub said_by: Private,
    /// It is one they have now.
    pub current: bool,
}

impl Reached {
    /// A row of party, kind, value, ring, message, writing, who said so and whether it is one they have now.
    pub(super) fn of_row(row: &Row) -> Self {
        Self {
            party: row.int(0),
            kind: row.text(1),
            value: row.text(2).into(),
            safety: Safety::of_codes(&row.text(3), &row.text(4), &row.text(5)),
            said_by: row.text(6).into(),
            current: row.text(7) == "yes",
        }
    }
}

impl Marked for Reached {
    fn number(&self) -> &str {
        &self.value
    }
    fn safety(&self) -> Safety {
        self.safety
    }
    fn is_current(&self) -> bool {
        self.current
    }
}

/// What the pages of a case show of all this.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct AfterPage {
    /// The latest word of each meeting.
    pub met: Vec<Met>,
    /// The certificates, in the order of their events.
    pub certificates: Vec<Certificate>,
    /// The actions agreed.
    pub agreed: Vec<Agreed>,
    /// Objections and court orders, oldest first.
    pub objections: Vec<Objected>,
    /// Numbers and addresses of which something was said, and old ones.
    pub reached: Vec<Reached>,
    /// Why it was closed.
    pub closing: Option<Closing>,
}

/// The day from which the young person decides, where it comes after the case was opened. An age allows several days:
/// on the last of them it is certain.
fn decides_from(opened: NaiveDate, born: &DayReading) -> Option<NaiveDate> {
    Some(young_person_from(born.latest()?)).filter(|day| *day > opened)
}

/// The child was over compulsory school age when the case was opened.
fn of_age(opened: NaiveDate, born: &DayReading) -> bool {
    standing(born, opened) == Standing::YoungPerson
}

impl Store {
    /// What stands first against the consent of a case and is not settled.
    pub(super) fn objected(&mut self, case: Option<i64>) -> Result<Option<Objection>> {
        let first = self.read_one(
            "SELECT kind FROM objections WHERE case_id = $1 AND state = 'open' ORDER BY id LIMIT 1",
            &params![case],
        )?;
        Ok(first.map(|row| Objection::from_code(&row.text(0))))
    }

    /// What the queue knows of all this.
    pub(super) fn after_facts(&mut self, case: i64, route: Route) -> Result<AfterFacts> {
        let head = self.read_one(
            "SELECT closed, keep_until, (SELECT reading FROM details WHERE case_id = cases.id AND field = 'about'),
               day, born.reading, born.saved
             FROM cases LEFT JOIN details born ON born.case_id = cases.id AND born.field = 'born' WHERE cases.id = $1",
            &params![case],
        )?;
        let (decides_from, of_age) =
            head.as_ref().and_then(|row| row.day(3)).map_or((None, false), |opened| {
                let told = |row: &Row| row.number(5).map_or(opened, |at| at_office(at).date());
                let said = |row: &Row| born(&DayReading::from_stored(&row.text(4)), told(row));
                let born = head.as_ref().map_or(DayReading::Unread, said);
                (decides_from(opened, &born), of_age(opened, &born))
            });
        let (closed, keep_until, about) =
            head.map_or((None, None, String::new()), |row| (row.day(0), row.day(1), row.text(2)));
        let actions = self.read(
            "SELECT id, due, state, CASE WHEN state <> 'dropped' OR done IS NOT NULL THEN booking_id END FROM agreed_actions WHERE case_id = $1 ORDER BY due, id",
            &params![case],
        )?;
        let objections = self.read(
            "SELECT id, kind, day FROM objections WHERE case_id = $1 AND state = 'open' ORDER BY id",
            &params![case],
        )?;
        let outcomes = self.met(case)?;
        let certificates = self.certificates(case)?;
        Ok(AfterFacts {
            need: need(route, &about),
            outcomes: outcomes
                .iter()
                .map(|m| OutcomeFacts { booking: m.booking, outcome: m.outcome, ended: m.ended })
                .collect(),
            certificates: certificates.iter().map(|c| c.facts).collect(),
            sent: certificates
                .iter()
                .filter(|c| c.facts.state == CertificateState::Sent)
                .filter_map(|c| c.facts.sent)
                .max(),
            actions: actions
                .iter()
                .filter(|row| row.text(2) == "open")
                .filter_map(|row| Some(ActionFacts { id: row.int(0), due: row.day(1)? }))
                .collect(),
            noted: actions.iter().filter_map(|row| row.number(3)).collect(),
            objections: objections
                .iter()
                .filter_map(|row| {
                    Some(ObjectionFacts {
                        id: row.int(0),
                        kind: Objection::from_code(&row.text(1)),
                        day: row.day(2)?,
                    })
                })
                .collect(),
            closed,
            keep_until,
            decides_from,
            of_age,
        })
    }

    /// Who decides in this case, with the birth as it is known now.
    pub(super) fn decides(&mut self, case: i64, born: &DayReading, after: &mut AfterFacts) -> Result<()> {
        let row = self.read_one("SELECT day FROM cases WHERE id = $1", &params![case])?;
        let opened = row.and_then(|row| row.day(0));
        after.decides_from = opened.and_then(|day| decides_from(day, born));
        after.of_age = opened.is_some_and(|day| of_age(day, born));
        Ok(())
    }

    /// The office's years of keeping a closed case.
    pub(super) fn years_kept(&mut self) -> Result<u32> {
        let settings = self.settings()?;
        Ok(settings.get(super::office::setting::KEPT_YEARS).trim().parse().unwrap_or(KEEP_YEARS))
    }

    /// Whether a certificate is needed on a route, by what the case is about.
    pub(super) fn certificate_need(&mut self, case: i64, route: Route) -> Result<Need> {
        let about = self
            .read_one("SELECT reading FROM details WHERE case_id = $1 AND field = 'about'", &params![case])?;
        Ok(need(route, &about.map(|row| row.text(0)).unwrap_or_default()))
    }

    fn met(&mut self, case: i64) -> Result<Vec<Met>> {
        let rows = self.read(
            "SELECT o.booking_id, o.result, o.by_whom, o.words, o.ended FROM outcomes o
             WHERE o.case_id = $1 AND o.taken_back IS NULL AND NOT EXISTS
               (SELECT 1 FROM outcomes l WHERE l.booking_id = o.booking_id AND l.taken_back IS NULL AND l.seq > o.seq)
             ORDER BY o.ended, o.at",
            &params![case],
        )?;
        Ok(rows
            .iter()
            .filter_map(|row| {
                Some(Met {
                    booking: row.int(0),
                    outcome: Outcome::from_code(&row.text(1))?,
                    by: ByWhom::from_code(&row.text(2)),
                    words: row.text(3).into(),
                    ended: row.day(4)?,
                })
            })
            .collect())
    }

    fn certificates(&mut self, case: i64) -> Result<Vec<Certificate>> {
        let rows = self.read(
            "SELECT id, ground, event, state, sent, how, recipient, words FROM certificates
             WHERE case_id = $1 AND state <> 'taken back' ORDER BY event, id",
            &params![case],
        )?;
        Ok(rows
            .iter()
            .filter_map(|row| {
                let facts = CertificateFacts {
                    id: row.int(0),
                    ground: Ground::from_code(&row.text(1))?,
                    event: row.day(2)?,
                    state: CertificateState::from_code(&row.text(3)),
                    sent: row.day(4),
                };
                Some(Certificate {
                    facts,
                    how: row.text(5).into(),
                    recipient: row.text(6).into(),
                    words: row.text(7).into(),
                })
            })
            .collect())
    }

    /// What the pages of a case show of all this.
    pub(super) fn after_page(&mut self, case: i64) -> Result<AfterPage> {
        let agreed = self.read(
            "SELECT id, what, who, due, state FROM agreed_actions WHERE case_id = $1 AND what <> ''
               AND (state <> 'dropped' OR done IS NOT NULL) ORDER BY due, id",
            &params![case],
        )?;
        let objections = self.read(
            "SELECT id, kind, who, words, day, state, settled_words FROM objections WHERE case_id = $1 ORDER BY id",
            &params![case],
        )?;
        let closing = self.read_one("SELECT closing FROM cases WHERE id = $1", &params![case])?;
        let reached = self.read(
            "SELECT party_id, kind, value, ring, message, writing, said_by, current FROM contacts
             WHERE case_id = $1 AND (current = 'no' OR said_by <> '' OR ring <> 'not said' OR message <> 'not said'
               OR writing <> 'not said'
               OR kind = 'phone' AND value <> (SELECT trim(p.phone) FROM parties p WHERE p.id = party_id))
             ORDER BY party_id, id",
            &params![case],
        )?;
        Ok(AfterPage {
            reached: reached.iter().map(Reached::of_row).collect(),
            met: self.met(case)?,
            certificates: self.certificates(case)?,
            agreed: agreed
                .iter()
                .map(|row| Agreed {
                    id: row.int(0),
                    what: row.text(1).into(),
                    who: row.text(2).into(),
                    due: row.day(3),
                    state: row.text(4),
                })
                .collect(),
            objections: objections
                .iter()
                .filter_map(|row| {
                    Some(Objected {
                        id: row.int(0),
                        kind: Objection::from_code(&row.text(1)),
                        who: row.text(2).into(),
                        words: row.text(3).into(),
                        day: row.day(4)?,
                        settled: (row.text(5) != "open").then(|| (row.text(5), row.text(6).into())),
                    })
                })
                .collect(),
            closing: closing.and_then(|row| Closing::from_code(&row.text(0))),
        })
    }
}
