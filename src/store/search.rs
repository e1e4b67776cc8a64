//! Find: words folded in the program, found by prefix in an index, newest first with an early end.
//!
//! A case, each of its people and its notes are one document each, an enquiry another. What is typed into
//! Find is never stored. For a caller without consent only enquiries of callers in their work are looked through,
//! and nothing says what became of them. Of a case whose consent was withdrawn no word is looked
//! through: its number alone finds it, and shows nothing but itself.

mod alike;
mod numbers;
mod quoted;
mod rows;
mod schools;
mod shown;
mod unfinished;

use super::calls::{NewEnquiry, Typed};
use super::db::Write;
use super::parties::Contact;
use super::{Result, Store};
use crate::domain::detail::Detail;
use crate::domain::phone::{Phone, suffixes};
use crate::domain::reference::{RefKind, Reference, read_reference};
use crate::domain::text::{Private, words};
use crate::params;
pub(super) use alike::enquiry_keys;
use alike::{alike_keys, person_name};
pub use rows::around;
pub(super) use shown::Shown;

/// What a row of Find is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum FoundKind {
    /// A case.
    Case,
    /// A person of a case.
    Person,
    /// Notes of a case.
    Notes,
    /// An enquiry.
    Enquiry,
    /// A call that is not finished.
    Call,
}

impl FoundKind {
    /// The word in the file.
    pub fn code(self) -> &'static str {
        match self {
            Self::Case => "case",
            Self::Person => "person",
            Self::Notes => "notes",
            Self::Enquiry => "enquiry",
            Self::Call => "call",
        }
    }
}

/// All words of a document, each once. The file takes so much of a note and no more, and every word of that is found.
fn joined(texts: &[&str], phones: &[&str], references: &[Reference]) -> String {
    let mut all: Vec<String> = texts.iter().flat_map(|text| words(text)).collect();
    for phone in phones {
        for number in Phone::all(phone) {
            all.extend(suffixes(number.digits()));
        }
    }
    for reference in references {
        all.push(reference.number.to_string());
        all.push(format!("{}{}", reference.kind.letter().to_ascii_lowercase(), reference.number));
    }
    all.sort_unstable();
    all.dedup();
    all.join(" ")
}

/// The statements that make a document, or make it again.
fn document(kind: FoundKind, id: i64, case: i64, text: &str, alike: &str) -> Vec<Write> {
    vec![
        Write::any("UPDATE documents SET words = $1, alike = $2 WHERE id = $3", params![text, alike, id]),
        Write::any(
            "INSERT INTO documents (id, kind, case_id, source, words, alike)
             SELECT $1, $2, $3, $1, $4, $5 WHERE NOT EXISTS (SELECT 1 FROM documents WHERE id = $1)",
            params![id, kind.code(), case, text, alike],
        ),
    ]
}

/// Words of a case's own document.
#[derive(Debug, Clone, Default)]
pub(super) struct CaseWords<'a> {
    pub(super) child: &'a str,
    pub(super) school: &'a str,
    pub(super) area: &'a str,
    pub(super) number: Option<i64>,
}

/// A word of every enquiry that nobody can type: enquiries alone are looked through by it, and the index need
/// not go through all the families that begin with the same letter.
pub(super) const ENQUIRY: &str = "\u{a7}";

/// The words of an enquiry, but for its number.
pub(super) fn enquiry_words(enquiry: &NewEnquiry) -> String {
    let words = joined(&[&enquiry.name, &enquiry.work], &[&enquiry.phone], &[]);
    format!("{words} {ENQUIRY}")
}

/// The document of a case.
pub(super) fn case_document(case: i64, of: &CaseWords<'_>) -> Vec<Write> {
    let references: Vec<Reference> =
        of.number.map(|number| Reference { kind: RefKind::Case, number }).into_iter().collect();
    let text = joined(&[of.child, of.school, of.area], &[], &references);
    document(FoundKind::Case, case, case, &text, &alike_keys(of.child, of.school))
}

fn person_keys(contact: &Contact) -> String {
    alike_keys(person_name(&contact.name, &contact.person), "")
}

/// The document of a person.
pub(super) fn person_document(party: i64, case: i64, contact: &Contact) -> Vec<Write> {
    let text = joined(&[&contact.name, &contact.person, &contact.email], &[&contact.phone], &[]);
    document(FoundKind::Person, party, case, &text, &person_keys(contact))
}

/// The document of notes.
pub(super) fn notes_document(note: i64, case: i64, body: &str) -> Vec<Write> {
    document(FoundKind::Notes, note, case, &joined(&[body], &[], &[]), "")
}

/// A row of Find.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// What it is.
    pub kind: FoundKind,
    /// The case it leads to.
    pub case: Option<i64>,
    /// The enquiry it leads to.
    pub enquiry: Option<i64>,
    /// The call that is not finished, which is taken up; its case, if it has one, is not a page yet.
    pub call: Option<i64>,
    /// The document, by which the row is followed.
    pub document: i64,
    /// `M-0412`.
    pub reference: Option<Reference>,
    /// The first column: a name, or the first words.
    pub name: Private,
    /// The rest of the row.
    pub about: Private,
    /// Found by its sound, or with a letter wrong.
    pub alike: bool,
}

/// What is said of a case whose consent was withdrawn, in place of its words.
const LOCKED: &str = "consent withdrawn";

impl Found {
    /// The row says of a case that its consent was withdrawn, and nothing else.
    pub fn is_withdrawn(&self) -> bool {
        self.case.is_some() && self.name.is_empty() && *self.about == *LOCKED
    }
}

/// The rows of one page of Find.
pub const FOUND: i64 = 36;

impl Store {
    /// The statements that make the document of a case again. What is `changed` goes before what the file has.
    pub(super) fn case_document_with(&mut self, case: i64, changed: &[Typed]) -> Result<Vec<Write>> {
        let kept = self.details(case)?;
        let text = |wanted: Detail| {
            let new = changed.iter().find(|(detail, ..)| *detail == wanted).map(|(_, typed, _)| &**typed);
            new.or_else(|| kept.iter().find(|(detail, _)| *detail == wanted).map(|(_, kept)| &*kept.typed))
                .unwrap_or_default()
        };
        let number = self.read_one("SELECT number FROM cases WHERE id = $1", &params![case])?;
        let words = CaseWords {
            child: text(Detail::Child),
            school: text(Detail::School),
            area: text(Detail::Area),
            number: number.and_then(|row| row.number(0)),
        };
        Ok(case_document(case, &words))
    }

    /// Looks for what was typed. An exact reference comes first. With `enquiries_only` nothing of a family is
    /// looked through.
    pub fn find(&mut self, typed: &str, enquiries_only: bool) -> Result<Vec<Found>> {
        self.find_at(typed, enquiries_only, None)
    }

    /// The same at the desk of a member of staff: calls that person took and that are still open are found as well.
    pub fn find_at(&mut self, typed: &str, enquiries_only: bool, staff: Option<&str>) -> Result<Vec<Found>> {
        let mut calls = self.find_unfinished(typed, enquiries_only, staff)?;
        let mut found = std::mem::take(&mut calls.exact);
        if let Some((kind, number)) = read_reference(typed) {
            if kind == Some(RefKind::Call) {
                let rows = self.read(
                    "SELECT d.id, d.kind, d.case_id, d.enquiry_id, d.source FROM calls l
                     JOIN documents d ON (d.id = l.case_id AND d.kind = 'case' AND $2 = 0)
                       OR (d.id = l.enquiry_id AND d.kind = 'enquiry') WHERE l.number = $1",
                    &params![number, i64::from(enquiries_only)],
                )?;
                found.extend(self.found_by_number(&rows, typed)?);
            } else if kind != Some(RefKind::Enquiry) && !enquiries_only {
                let rows = self.read(
                    "SELECT d.id, d.kind, d.case_id, d.enquiry_id, d.source FROM documents d JOIN cases c ON c.id = d.id
                     WHERE c.number = $1 AND d.kind = 'case'",
                    &params![number],
                )?;
                found.extend(self.found_by_number(&rows, typed)?);
            }
            if !matches!(kind, Some(RefKind::Case | RefKind::Call)) {
                let rows = self.read(
                    "SELECT d.id, d.kind, d.case_id, d.enquiry_id, d.source FROM documents d
                     JOIN enquiries e ON e.id = d.id WHERE e.number = $1 AND d.kind = 'enquiry'",
                    &params![number],
                )?;
                found.extend(self.found_by_number(&rows, typed)?);
            }
        }
        let mut query: Vec<String> = words(typed).iter().map(|word| format!("\"{word}\"*")).collect();
        if query.is_empty() {
            return Ok(found);
        }
        if enquiries_only {
            query.push(format!("\"{ENQUIRY}\""));
        }
        let by_words = self.found_by_words(&query.join(" "), typed, enquiries_only)?;
        let known: Vec<i64> = found.iter().map(|f: &Found| f.document).collect();
        found.append(&mut calls.by_words);
        found.extend(by_words.into_iter().filter(|f| !known.contains(&f.document)));
        if (found.len() as i64) < FOUND {
            let alike = self.find_alike(typed, enquiries_only, &found)?;
            found.extend(calls.alike(typed));
            found.extend(alike);
        }
        if enquiries_only {
            // What became of an enquiry tells that a family is known.
            for row in &mut found {
                if let Some(about) = row.about.strip_suffix("became a case") {
                    row.about = about.trim_end_matches(", ").into();
                }
            }
        }
        Ok(found)
    }
}
