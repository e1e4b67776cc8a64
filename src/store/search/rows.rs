//! The rows of Find: what is shown of each document that was found.
//!
//! A document is found by its words only where consent is in force: the statement that reads it asks that, in the same
//! view of the file. A case's number finds it without consent as well, and then nothing is shown but the number.

use super::{Found, FoundKind, LOCKED};
use crate::domain::contact::NOT_SAFE_SHORT;
use crate::domain::queue::CaseState;
use crate::domain::reference::{RefKind, Reference};
use crate::domain::text::{Private, words};
use crate::domain::typed_day::short_day;
use crate::params;
use crate::store::db::Row;
use crate::store::{Result, Store};

/// The words of a note around the first one that was looked for.
pub fn around(body: &str, typed: &str) -> String {
    const BEFORE: usize = 3;
    const AFTER: usize = 9;
    let wanted = words(typed);
    let all: Vec<&str> = body.split_whitespace().collect();
    let at = all
        .iter()
        .position(|word| words(word).iter().any(|w| wanted.iter().any(|start| w.starts_with(start.as_str()))))
        .unwrap_or(0);
    let (from, to) = (at.saturating_sub(BEFORE), (at + AFTER).min(all.len()));
    let before = if from > 0 { "... " } else { "" };
    let after = if to < all.len() { " ..." } else { "" };
    format!("{before}{}{after}", all[from..to].join(" "))
}

impl Store {
    /// The rows of these documents.
    pub(super) fn found_rows(&mut self, rows: &[Row], typed: &str) -> Result<Vec<Found>> {
        let mut found = Vec::new();
        for row in rows {
            found.extend(self.found_row(row, typed)?);
        }
        Ok(found)
    }

    /// Documents found by a number: of a case without consent in force nothing else is shown.
    pub(super) fn found_by_number(&mut self, rows: &[Row], typed: &str) -> Result<Vec<Found>> {
        let mut found = self.found_rows(rows, typed)?;
        for row in &mut found {
            let Some(case) = row.case else { continue };
            if self.read_one("SELECT 1 FROM consent_in_force WHERE case_id = $1", &params![case])?.is_none() {
                (row.name, row.about) = (Private::default(), LOCKED.into());
            }
        }
        Ok(found)
    }

    pub(super) fn found_row(&mut self, row: &Row, typed: &str) -> Result<Option<Found>> {
        let (document, source) = (row.int(0), row.int(4));
        match (row.text(1).as_str(), row.number(2), row.number(3)) {
            ("enquiry", _, Some(id)) => self.found_enquiry(document, id),
            ("person", Some(id), _) => self.found_person(document, id, source, typed),
            ("notes", Some(id), _) => self.found_notes(document, id, source, typed),
            (_, Some(id), _) => self.found_case(document, id),
            _ => Ok(None),
        }
    }

    fn found_case(&mut self, document: i64, case: i64) -> Result<Option<Found>> {
        let head = self.head(case)?;
        let state = match head.state {
            CaseState::Open => "",
            other => other.code(),
        };
        let about =
            [&*head.school, &*head.area, state].iter().filter(|t| !t.is_empty()).copied().collect::<Vec<_>>();
        Ok(Some(Found {
            kind: FoundKind::Case,
            case: Some(case),
            enquiry: None,
            call: None,
            document,
            reference: head.reference,
            name: head.child.clone(),
            about: about.join(", ").into(),
            alike: false,
        }))
    }

    fn found_person(&mut self, document: i64, case: i64, party: i64, typed: &str) -> Result<Option<Found>> {
        let row = self.read_one(
            "SELECT p.person, p.name, p.relation, p.phone, c.number FROM parties p JOIN cases c ON c.id = p.case_id
             WHERE p.id = $1",
            &params![party],
        )?;
        let Some(row) = row else { return Ok(None) };
        let name = if row.text(0).is_empty() { row.text(1) } else { row.text(0) };
        let mut phone = row.text(3);
        let not_safe = self.is_unsafe(&phone)?;
        if self.by_old_number(party, &phone, typed)? {
            phone =
                if phone.is_empty() { "old number".to_owned() } else { format!("old number, now {phone}") };
        }
        let safe = if not_safe { NOT_SAFE_SHORT } else { "" };
        let about =
            [safe.to_owned(), row.text(2), phone].into_iter().filter(|t| !t.is_empty()).collect::<Vec<_>>();
        Ok(Some(Found {
            kind: FoundKind::Person,
            case: Some(case),
            enquiry: None,
            call: None,
            document,
            reference: row.number(4).map(|number| Reference { kind: RefKind::Case, number }),
            name: name.into(),
            about: about.join("  ").into(),
            alike: false,
        }))
    }

    fn found_notes(&mut self, document: i64, case: i64, note: i64, typed: &str) -> Result<Option<Found>> {
        let row = self.read_one(
            "SELECT n.body, c.number, l.number, l.day FROM notes n JOIN cases c ON c.id = n.case_id
             LEFT JOIN calls l ON l.id = n.call_id WHERE n.id = $1",
            &params![note],
        )?;
        Ok(row.map(|row| Found {
            kind: FoundKind::Notes,
            case: Some(case),
            enquiry: None,
            call: None,
            document,
            reference: row.number(1).map(|number| Reference { kind: RefKind::Case, number }),
            name: match (row.number(2), row.day(3)) {
                (Some(number), Some(day)) => {
                    format!("{}  {}", Reference { kind: RefKind::Call, number }, short_day(day)).into()
                }
                _ => "note".into(),
            },
            about: around(&row.text(0), typed).into(),
            alike: false,
        }))
    }

    fn found_enquiry(&mut self, document: i64, enquiry: i64) -> Result<Option<Found>> {
        let row = self.read_one(
            "SELECT name, work, phone, number, state FROM enquiries WHERE id = $1",
            &params![enquiry],
        )?;
        Ok(row.map(|row| {
            let state = if row.text(4) == "open" { String::new() } else { row.text(4) };
            let about =
                [row.text(1), row.text(2), state].into_iter().filter(|t| !t.is_empty()).collect::<Vec<_>>();
            Found {
                kind: FoundKind::Enquiry,
                case: None,
                enquiry: Some(enquiry),
                call: None,
                document,
                reference: Some(Reference { kind: RefKind::Enquiry, number: row.int(3) }),
                name: row.text(0).into(),
                about: about.join(", ").into(),
                alike: false,
            }
        }))
    }
}
