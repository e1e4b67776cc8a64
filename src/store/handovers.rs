//! A day handed to a colleague, line by line: offered, and accepted or declined by the one it was handed to.
//!
//! Until it is accepted nothing moves: the row stays where it was for everybody. Accepting makes the colleague
//! the keeper of the case; an enquiry is kept by who accepted it last. One offer of a row is open at a time: another
//! takes its place only where it says which, so that none is wiped by somebody who has not seen it. Whoever is meant is
//! told apart by name alone; there are no accounts.

use chrono::NaiveDate;

use super::cases::Change;
use super::db::{Fault, Row, Write};
use super::history::{self, Line};
use super::queue::{Item, NAME_OF_CASE, QueueRow, name_in_list};
use super::{Result, Signed, Store};
use crate::domain::call::CallerKind;
use crate::domain::queue::Group;
use crate::domain::reference::{RefKind, Reference};
use crate::domain::refusal::Refusal;
use crate::domain::text::{Private, first_name};
use crate::params;

/// An intention about a handover.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum HandoverWrite {
    /// Hand a case or an enquiry to a colleague.
    Offer {
        /// The handover's own key.
        id: i64,
        /// What is handed over.
        item: Item,
        /// To whom.
        to: Private,
        /// A few words; of an enquiry none are kept.
        words: Private,
        /// The open offer whose place it takes.
        instead: Option<i64>,
    },
    /// The colleague takes it.
    Accept {
        /// The handover.
        id: i64,
    },
    /// The colleague does not take it.
    Decline {
        /// The handover.
        id: i64,
        /// Why, in a few words.
        words: Private,
    },
}

/// The most names that are offered, and the newest lines of history they are looked for in.
const NAMES: i64 = 30;
const LOOKED_THROUGH: i64 = 1000;
/// The most handovers that are listed at once.
const LISTED: i64 = 36;

/// As the file asks of an enquiry, which keeps no words: four at most, and no number.
fn is_a_name(to: &str) -> bool {
    to.split_whitespace().count() <= 4 && !to.contains(|c: char| c.is_ascii_digit())
}

/// The people of the office.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct People {
    /// Their names, in order.
    pub names: Vec<String>,
    /// What is offered and not accepted.
    pub offered: Vec<OpenOffer>,
}

/// An offer that waits for its answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OpenOffer {
    /// The handover.
    pub id: i64,
    /// What is handed over.
    pub item: Item,
    /// To whom.
    pub to: Private,
}

/// The most open offers that are read at once.
const OFFERS: i64 = 400;

struct Offered {
    item: Item,
    from: String,
    to: String,
}

impl Store {
    /// The people of the office, as the settings and the newest lines of history name them, and what is offered.
    pub fn people(&mut self) -> Result<People> {
        let rows = self.read(
            "SELECT DISTINCT name FROM (
               SELECT staff AS name FROM (SELECT staff FROM history ORDER BY seq DESC LIMIT $1)
               UNION ALL SELECT value FROM settings WHERE key = 'staff'
               UNION ALL SELECT substr(key, 6) FROM settings WHERE key LIKE 'home %')
             WHERE trim(name) <> '' AND name <> $2 ORDER BY name LIMIT $3",
            &params![LOOKED_THROUGH, super::history::THE_PROGRAM, NAMES],
        )?;
        let open = self.read(
            "SELECT id, case_id, enquiry_id, to_staff FROM handovers WHERE state = 'offered' ORDER BY day, id LIMIT $1",
            &params![OFFERS],
        )?;
        let offered =
            open.iter().map(|row| OpenOffer { id: row.int(0), item: item(row, 1), to: row.text(3).into() });
        Ok(People { names: rows.iter().map(|row| row.text(0)).collect(), offered: offered.collect() })
    }

    /// Carries out an intention about a handover.
    ///
    /// # Errors
    /// It was handed to somebody else, or is settled already; the case is locked.
    pub fn handover_write(&mut self, write: &HandoverWrite, signed: &Signed) -> Result<()> {
        match write {
            HandoverWrite::Offer { id, item, to, words, instead } => {
                self.offer(*id, *item, (to.trim(), words), *instead, signed)
            }
            HandoverWrite::Accept { id } => {
                let Some(offered) = self.offered(*id, signed)? else { return Ok(()) };
                let line = Line { act: "Handover accepted", mark: ">", ..Line::default() };
                self.about(offered.item, &line, signed, &|case, _| {
                    let mut writes = vec![settle(*id, "accepted", signed)];
                    writes.extend(case.map(|case| {
                        Write::one(
                            "UPDATE cases SET keeper = $1 WHERE id = $2",
                            params![signed.staff.as_str(), case],
                        )
                    }));
                    writes
                })
            }
            HandoverWrite::Decline { id, words } => {
                let Some(offered) = self.offered(*id, signed)? else { return Ok(()) };
                let line =
                    Line { act: "Handover not accepted", mark: ">", words: Some(words), ..Line::default() };
                self.about(offered.item, &line, signed, &|_, _| vec![settle(*id, "declined", signed)])
            }
        }
    }

    fn offer(
        &mut self,
        id: i64,
        item: Item,
        (to, words): (&str, &Private),
        instead: Option<i64>,
        signed: &Signed,
    ) -> Result<()> {
        if to.is_empty() || to.eq_ignore_ascii_case(&signed.staff) {
            return Err(Refusal::NothingHere("A colleague's name, another than yours.").into());
        }
        if matches!(item, Item::Enquiry(_)) && !is_a_name(to) {
            return Err(Refusal::NothingHere("Of an enquiry only a colleague's name is kept.").into());
        }
        if matches!(item, Item::Enquiry(_)) && !is_a_name(&signed.staff) {
            let words = "Your name here has a number, or many words. Settings change it.";
            return Err(Refusal::NothingHere(words).into());
        }
        let (case, enquiry) = match item {
            Item::Case(case) => (Some(case), None),
            Item::Enquiry(enquiry) => (None, Some(enquiry)),
            Item::Call(_) => (None, None),
        };
        if self.was_done(signed)? && enquiry.is_some() {
            return Ok(());
        }
        let open = self.read(
            "SELECT id, to_staff FROM handovers
             WHERE state = 'offered' AND id <> $1 AND (case_id = $2 OR enquiry_id = $3)",
            &params![id, case, enquiry],
        )?;
        if let Some(other) = open.iter().find(|row| Some(row.int(0)) != instead) {
            return Err(Refusal::Offered { to: other.text(1) }.into());
        }
        let replaced = open.iter().find(|row| Some(row.int(0)) == instead).map(|row| row.text(1));
        let replaced = replaced.map(|name| format!(" instead of {name}")).unwrap_or_default();
        let words_of_case = format!("to {to}{replaced}. {}", &**words);
        let line = Line {
            act: "Handed to a colleague, not accepted yet",
            mark: ">",
            words: Some(words_of_case.trim_end_matches(". ").trim()),
            ..Line::default()
        };
        self.about(item, &line, signed, &|case, enquiry| {
            let words = if enquiry.is_some() { Private::default() } else { words.clone() };
            vec![
                Write::any(
                    "UPDATE handovers SET state = 'taken back', settled = $1, rev = rev + 1
                     WHERE state = 'offered' AND id = $2",
                    params![signed.at, instead],
                ),
                Write::one(
                    "INSERT INTO handovers (id, case_id, enquiry_id, from_staff, to_staff, day, words, at)
                     SELECT $1, $2, $3, $4, $5, $6, $7, $8 WHERE NOT EXISTS
                       (SELECT 1 FROM handovers WHERE state = 'offered' AND (case_id = $2 OR enquiry_id = $3))",
                    params![id, case, enquiry, signed.staff.as_str(), to, signed.today, words, signed.at],
                ),
            ]
        })
    }

    /// What is offered to the one who signs; nothing when this very act is in the file already.
    fn offered(&mut self, id: i64, signed: &Signed) -> Result<Option<Offered>> {
        if self.was_done(signed)? {
            return Ok(None);
        }
        let row = self.read_one(
            "SELECT case_id, enquiry_id, from_staff, to_staff, state FROM handovers WHERE id = $1",
            &params![id],
        )?;
        let row = row.ok_or(Refusal::NothingHere("That handover is not there any more."))?;
        if row.text(4) != "offered" {
            return Err(Refusal::NothingHere("That handover is settled already.").into());
        }
        let offered = Offered { item: item(&row, 0), from: row.text(2), to: row.text(3) };
        if !offered.to.eq_ignore_ascii_case(&signed.staff) && offered.from != signed.staff {
            return Err(Refusal::NothingHere("That was handed to somebody else.").into());
        }
        Ok(Some(offered))
    }

    /// Writes about a case, with its rows of Today, or about an enquiry.
    fn about(
        &mut self,
        item: Item,
        line: &Line<'_>,
        signed: &Signed,
        writes: &dyn Fn(Option<i64>, Option<i64>) -> Vec<Write>,
    ) -> Result<()> {
        match item {
            Item::Case(case) => self.change_case(case, signed, |_, facts| {
                if !facts.consent.in_force() {
                    return Err(Refusal::Withdrawn.into());
                }
                Ok(Change { writes: writes(Some(case), None), line: line.clone() })
            }),
            Item::Enquiry(enquiry) => {
                if self.was_done(signed)? {
                    return Ok(());
                }
                let mut all = writes(None, Some(enquiry));
                all.extend(history::add(
                    signed,
                    &Line { enquiry: Some(enquiry), words: None, ..line.clone() },
                ));
                self.write(&all)?;
                self.remember_handover(enquiry, signed);
                Ok(())
            }
            Item::Call(_) => Err(Fault::Mistake("a call is not handed over".into()).into()),
        }
    }

    /// Handovers that wait: those to this person, or those from them. One of a case that is locked, or of an enquiry
    /// that has ended, is nothing any more.
    pub(super) fn handovers(&mut self, staff: &str, to_them: bool) -> Result<Vec<QueueRow>> {
        let rows = self.read(
            &format!("SELECT h.id, h.case_id, h.enquiry_id, h.from_staff, h.to_staff, h.day, h.words, c.number, e.number,
               {NAME_OF_CASE}, e.kind, c.keeper
             FROM handovers h LEFT JOIN cases c ON c.id = h.case_id LEFT JOIN enquiries e ON e.id = h.enquiry_id
             WHERE h.state = 'offered' AND (h.enquiry_id IS NULL OR e.state = 'open')
               AND (h.case_id IS NULL OR EXISTS (SELECT 1 FROM consent_in_force f WHERE f.case_id = h.case_id))
               AND lower(CASE WHEN $1 = 1 THEN h.to_staff ELSE h.from_staff END) = lower($2)
             ORDER BY h.day, h.id LIMIT $3"),
            &params![i64::from(to_them), staff, LISTED],
        )?;
        Ok(rows.iter().filter_map(|row| waiting(row, to_them)).collect())
    }
}

/// The case of a column, or the enquiry of the next.
fn item(row: &Row, at: usize) -> Item {
    match (row.number(at), row.number(at + 1)) {
        (Some(case), _) => Item::Case(case),
        (None, enquiry) => Item::Enquiry(enquiry.unwrap_or_default()),
    }
}

fn settle(id: i64, state: &'static str, signed: &Signed) -> Write {
    Write::one(
        "UPDATE handovers SET state = $1, settled = $2, rev = rev + 1 WHERE id = $3 AND state = 'offered'",
        params![state, signed.at, id],
    )
}

fn waiting(row: &Row, to_them: bool) -> Option<QueueRow> {
    let (item, reference, name) = match (row.number(1), row.number(2)) {
        (Some(case), _) => (
            Item::Case(case),
            Reference { kind: RefKind::Case, number: row.int(7) },
            name_in_list(&row.text(9)),
        ),
        (None, enquiry) => (
            Item::Enquiry(enquiry?),
            Reference { kind: RefKind::Enquiry, number: row.int(8) },
            CallerKind::from_code(&row.text(10)).map_or("caller", CallerKind::short).to_owned(),
        ),
    };
    let day: NaiveDate = row.day(5)?;
    let words = row.text(6);
    let said = if words.is_empty() { String::new() } else { format!(": {words}") };
    let reason = if to_them {
        format!("from {}{said}", first_name(&row.text(3)))
    } else {
        format!("{} has not accepted it yet", first_name(&row.text(4)))
    };
    Some(QueueRow {
        group: Group::Handed,
        item,
        reference: Some(reference),
        name: name.into(),
        reason: crate::domain::text::cut(&reason, 41).into(),
        step: if to_them { "Accept" } else { "Open" }.to_owned(),
        due: day,
        why: None,
        party: None,
        booking: None,
        at: None,
        handover: to_them.then_some(row.int(0)),
        keeper: row.text(11),
        not_safe: false,
    })
}
