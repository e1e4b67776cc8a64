//! A case as its pages show it, read from the file.
//!
//! Nothing is written here.

use super::super::history::{self, TIMELINE};
use super::super::{Result, Store};
use super::change::agree_again;
use super::{ConsentRecord, Kept, THEMSELVES, kept};
use chrono::NaiveDate;

use crate::domain::booking::thirty_days_end;
use crate::domain::consent::ConsentAct;
use crate::domain::contact;
use crate::domain::deadline::Known;
use crate::domain::detail::Detail;
use crate::domain::ladder::Ladder;
use crate::domain::phone::Phone;
use crate::domain::queue::{Attention, CaseFacts, CaseState, attention};
use crate::domain::reference::{RefKind, Reference};
use crate::domain::refusal::Refusal;
use crate::domain::slot::{USUAL_LENGTH, Wish};
use crate::domain::suits::Suits;
use crate::domain::text::{Private, short_name, words};
use crate::domain::typed_day::DayReading;
use crate::domain::willingness::{Needed, PartyKind};
use crate::domain::working_days::WorkingDays;
use crate::domain::young_person::{Standing, standing};
use crate::params;
use crate::store::links::StillOpen;

/// The head of a case: what every page of it shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CaseHead {
    /// Its row.
    pub id: i64,
    /// `M-0412`; none while the call is being taken.
    pub reference: Option<Reference>,
    /// The child's or young person's name.
    pub child: Private,
    /// The reading of the birth date, age or year group.
    pub born: DayReading,
    /// The school.
    pub school: Private,
    /// The authority.
    pub area: Private,
    /// Where it stands.
    pub state: CaseState,
}

impl CaseHead {
    /// First name and initial, for lists.
    pub fn short(&self) -> String {
        short_name(&self.child)
    }
}

/// A whole case, as its pages show it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CasePage {
    /// The head.
    pub head: CaseHead,
    /// The facts the queue is made of.
    pub facts: CaseFacts,
    /// What is known of its days, for the clocks.
    pub known: Known,
    /// The details.
    pub details: Vec<(Detail, Kept)>,
    /// The consent records, oldest first.
    pub consents: Vec<ConsentRecord>,
    /// The parties.
    pub parties: Vec<crate::store::parties::Party>,
    /// Who else rang for a side, and is nobody's contact: `Jo Blake, 01632 960777`.
    pub also_rang: Vec<(PartyKind, Private)>,
    /// The newest lines of the timeline.
    pub timeline: Vec<history::Happened>,
    /// The SAY lines said in its calls, by their keys, with the moment of the last time.
    pub told: Vec<(String, i64)>,
    /// Its bookings of every state, newest first.
    pub dates: Vec<crate::store::calendar::Booking>,
    /// What is to be done about it, as on Today: most urgent first, those of later days too.
    pub todo: Vec<Attention>,
    /// Bank holidays only: the calendar of the clocks.
    pub law: WorkingDays,
    /// The office's calendar, with which chases are counted.
    pub office: WorkingDays,
    /// Outcomes, certificates, agreements, objections, closing.
    pub after: super::super::after::AfterPage,
    /// The office's chase ladder.
    pub ladder: Ladder,
    /// Who looks after it; empty where nobody has taken it over.
    pub keeper: String,
    /// The enquiry it came from.
    pub enquiry: Option<Reference>,
    /// Who else is in this case now, by first names.
    pub others: Vec<String>,
    /// Fields with two values.
    pub clashes: Vec<crate::store::clashes::Clash>,
    /// Cases of the same child, as a person has linked them.
    pub linked: Vec<Reference>,
    /// The family's other case, open with a consent of its own; only where this one's was withdrawn.
    pub still_open: Option<StillOpen>,
}

/// The latest day of all withdrawals and denials: one that is dated back does not make an earlier yes count.
pub fn latest_withdrawal(consents: &[ConsentRecord]) -> Option<NaiveDate> {
    let against = |act| matches!(act, ConsentAct::Withdrawn | ConsentAct::Denied);
    consents.iter().filter(|record| against(record.act)).map(|record| record.given_to).max()
}

impl CasePage {
    /// The young person decides on this day, by what the case knows of its sides and of the birth.
    pub fn decides_alone(&self, today: NaiveDate) -> bool {
        self.facts.decides_alone(today) || standing(&self.known.born, today) == Standing::YoungPerson
    }

    /// The day on which the family withdrew, or said that it never agreed, while that holds.
    pub fn withdrawn(&self) -> Option<NaiveDate> {
        latest_withdrawal(&self.consents).filter(|_| !self.facts.consent.in_force())
    }

    /// What was said of the number a party has now; nothing where nothing was said.
    pub fn said_of(&self, party: &crate::store::parties::Party) -> Option<&crate::store::after::Reached> {
        let phones = self.after.reached.iter().filter(|r| r.party == party.facts.id && r.kind == "phone");
        contact::said_of(&party.contact.phone, phones)
    }

    /// A party's number with what was said of it, `07700 900142 (safe to ring; no messages - mother)`, and others they
    /// have: `, also 07700 900777`.
    pub fn number(&self, party: &crate::store::parties::Party) -> String {
        let phone = party.contact.phone.trim();
        let mut numbers =
            self.said_of(party).map_or_else(|| phone.to_owned(), |r| r.safety.told(phone, &r.said_by));
        let others = self.after.reached.iter().filter(|r| {
            r.party == party.facts.id
                && r.kind == "phone"
                && r.current
                && r.value.trim() != phone
                && !Phone::covers(phone, &r.value)
        });
        for other in others {
            numbers.extend([", also ", &other.safety.told(&other.value, &other.said_by)]);
        }
        numbers.trim_start_matches(", ").to_owned()
    }

    /// A party's number is not safe to ring.
    pub fn not_safe(&self, party: &crate::store::parties::Party) -> bool {
        self.said_of(party).is_some_and(|r| r.safety.may_not_ring())
    }

    /// What is seen before a party's number is used, where something was said against it.
    pub fn warned(&self, party: &crate::store::parties::Party) -> Option<String> {
        let said = self.said_of(party)?;
        said.safety.warning(party.contact.phone.trim(), &said.said_by)
    }

    /// Where a party may be written to: an e-mail or address that was said to be safe.
    pub fn writes_to(&self, party: &crate::store::parties::Party) -> Option<&str> {
        let yes = crate::domain::contact::Said::Yes;
        let mut safe = self.after.reached.iter().filter(|r| r.party == party.facts.id && r.current);
        safe.find(|r| r.kind != "phone" && r.safety.writing == yes).map(|r| r.value.trim())
    }

    /// The words of the court orders that stand, in one line; empty where there is none.
    pub fn court_order(&self) -> String {
        let order = crate::domain::willingness::Objection::CourtOrder;
        let withdrawn = |settled: &Option<(String, Private)>| {
            settled.as_ref().is_some_and(|(how, _)| how == "consent withdrawn")
        };
        let orders = self.after.objections.iter().filter(|o| o.kind == order && !withdrawn(&o.settled));
        let words: Vec<String> = orders
            .map(|o| {
                [o.who.trim(), o.words.trim()]
                    .into_iter()
                    .filter(|w| !w.is_empty())
                    .collect::<Vec<_>>()
                    .join(": ")
            })
            .collect();
        if words.is_empty() { String::new() } else { format!("COURT ORDER  {}", words.join("; ")) }
    }

    /// A detail; empty where it was never typed.
    pub fn detail(&self, detail: Detail) -> Kept {
        self.details.iter().find(|(d, _)| *d == detail).map(|(_, kept)| kept.clone()).unwrap_or_default()
    }

    /// What the finder looks for, out of what the parties said; of a meeting of the usual length.
    pub fn wish(&self, today: NaiveDate) -> Wish {
        let needed = |p: &&crate::store::parties::Party| p.facts.standing.needed == Needed::Needed;
        let parties: Vec<(&'static str, Suits)> = self
            .parties
            .iter()
            .filter(needed)
            .map(|p| (p.facts.standing.kind.inside(), Suits::read(&p.contact.suits, today, &self.office)))
            .collect();
        let signs = |text: &str| words(text).iter().any(|word| word == "bsl");
        let bsl = parties.iter().any(|(_, suits)| suits.bsl)
            || self.parties.iter().filter(needed).any(|p| signs(&p.contact.needs))
            || signs(&self.detail(Detail::Needs).typed);
        Wish {
            length: USUAL_LENGTH,
            parties,
            area: self.head.area.0.clone(),
            bsl,
            until: thirty_days_end(&self.facts),
        }
    }
}

impl Store {
    /// The consent records of a case, oldest first.
    pub fn consents(&mut self, case: i64) -> Result<Vec<ConsentRecord>> {
        let rows = self.read(
            "SELECT act, giver, given, given_to, how, told_by, limits, not_covered, words, at, staff
             FROM consents WHERE case_id = $1 ORDER BY seq",
            &params![case],
        )?;
        let mut records: Vec<ConsentRecord> = rows
            .iter()
            .filter_map(|row| {
                Some(ConsentRecord {
                    act: ConsentAct::from_code(&row.text(0))?,
                    giver: row.text(1).into(),
                    given: row.text(2).into(),
                    given_to: row.day(3)?,
                    how: row.text(4).into(),
                    told_by: row.text(5).into(),
                    limits: row.text(6).into(),
                    not_covered: row.text(7).into(),
                    words: row.text(8).into(),
                    at: row.int(9),
                    staff: row.text(10),
                    own_call: row.text(5) == THEMSELVES,
                    themselves: row.text(5) == THEMSELVES,
                })
            })
            .collect();
        for at in 1..records.len() {
            let again = records[at].act == ConsentAct::Given && agree_again(records[at - 1].act);
            records[at].themselves |= again;
        }
        Ok(records)
    }

    /// The head of a case.
    pub fn head(&mut self, case: i64) -> Result<CaseHead> {
        let row = self
            .read_one(
                "SELECT number, state,
                   (SELECT typed FROM details WHERE case_id = cases.id AND field = 'child'),
                   (SELECT reading FROM details WHERE case_id = cases.id AND field = 'born'),
                   (SELECT typed FROM details WHERE case_id = cases.id AND field = 'school'),
                   (SELECT typed FROM details WHERE case_id = cases.id AND field = 'area')
                 FROM cases WHERE id = $1",
                &params![case],
            )?
            .ok_or_else(|| Refusal::NotFound("that case".into()))?;
        Ok(CaseHead {
            id: case,
            reference: row.number(0).map(|number| Reference { kind: RefKind::Case, number }),
            state: CaseState::from_code(&row.text(1)),
            child: row.text(2).into(),
            born: DayReading::from_stored(&row.text(3)),
            school: row.text(4).into(),
            area: row.text(5).into(),
        })
    }

    /// The details of a case.
    pub fn details(&mut self, case: i64) -> Result<Vec<(Detail, Kept)>> {
        let rows =
            self.read("SELECT field, typed, reading, rev FROM details WHERE case_id = $1", &params![case])?;
        Ok(rows.iter().filter_map(kept).collect())
    }

    /// The case with this spoken number.
    pub fn case_numbered(&mut self, number: i64) -> Result<Option<i64>> {
        Ok(self.read_one("SELECT id FROM cases WHERE number = $1", &params![number])?.map(|row| row.int(0)))
    }

    /// Everything the pages of a case show.
    pub fn case_page(&mut self, case: i64) -> Result<CasePage> {
        let told = self.read(
            "SELECT s.line, max(s.at) FROM said s JOIN calls l ON l.id = s.call_id
             WHERE l.case_id = $1 GROUP BY s.line ORDER BY max(s.at), s.line",
            &params![case],
        )?;
        let facts = self.facts(case)?;
        let mut todo = attention(&facts, &self.law, &self.office);
        todo.sort_by_key(|row| (row.group, row.sorted_by()));
        let keeper = self.read_one("SELECT keeper FROM cases WHERE id = $1", &params![case])?;
        let enquiry = self.read_one("SELECT number FROM enquiries WHERE case_id = $1", &params![case])?;
        let parties = self.parties_of(&facts)?;
        let mut after = self.after_page(case)?;
        if facts.consent.in_force() {
            after.reached.extend(self.said_elsewhere(&parties, &after.reached)?);
        }
        Ok(CasePage {
            head: self.head(case)?,
            known: self.known(&facts)?,
            details: self.details(case)?,
            consents: self.consents(case)?,
            also_rang: self.also_rang(&facts, &parties)?,
            parties,
            still_open: self.still_open_beside(&facts)?,
            facts,
            timeline: self.timeline(case, None, TIMELINE)?,
            told: told.iter().map(|row| (row.text(0), row.int(1))).collect(),
            dates: self.bookings(case)?,
            todo,
            after,
            law: self.law.clone(),
            office: self.office.clone(),
            ladder: self.settings()?.ladder(),
            keeper: keeper.map(|row| row.text(0)).unwrap_or_default(),
            linked: self.linked(case)?.into_iter().map(|(_, reference)| reference).collect(),
            others: self.others_in(case)?,
            clashes: self.clashes(case)?,
            enquiry: enquiry.map(|row| Reference { kind: RefKind::Enquiry, number: row.int(0) }),
        })
    }
}
