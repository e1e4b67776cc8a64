//! Two cases of one child: looked for, shown to a person, linked by them, and taken apart again.
//!
//! Only what is in the file is compared, so that nothing typed before consent can be; and only families whose
//! consent is in force are told of. A link is a row of its own: no case is merged, both keep their calls and consents.
//! It needs the consent of both, and one line of history in each; taking it back needs neither.

mod still_open;

use super::cases::Change;
use super::db::Write;
use super::history::{self, Line};
use super::{Result, Signed, Store};
use crate::domain::detail::Detail;
use crate::domain::likeness::{keys, likeness};
use crate::domain::queue::CaseState;
use crate::domain::reference::{RefKind, Reference};
use crate::domain::refusal::Refusal;
use crate::domain::same_child::{Child, can_be_compared, same_child, school_words};
use crate::domain::text::{Private, words};
use crate::domain::typed_day::DayReading;
use crate::params;
pub use still_open::StillOpen;

/// What a person said of two cases.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LinkState {
    /// They are of one child.
    Linked,
    /// They were linked, and that was taken back.
    Unlinked,
    /// They are of two children: the likeness is not shown again.
    NotTheSame,
}

impl LinkState {
    /// The word in the file.
    pub fn code(self) -> &'static str {
        match self {
            Self::Linked => "linked",
            Self::Unlinked => "unlinked",
            Self::NotTheSame => "not the same",
        }
    }

    fn from_code(code: &str) -> Option<Self> {
        [Self::Linked, Self::Unlinked, Self::NotTheSame].into_iter().find(|state| state.code() == code)
    }

    /// Its line of history.
    fn act(self) -> &'static str {
        match self {
            Self::Linked => "Linked: the same child",
            Self::Unlinked => "The link was taken back",
            Self::NotTheSame => "Compared: not the same child",
        }
    }
}

/// Another case, beside the one in hand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OtherCase {
    /// Its row.
    pub case: i64,
    /// `M-0412`.
    pub reference: Option<Reference>,
    /// The child's name.
    pub child: Private,
    /// The birth date as typed, the school and the area.
    pub about: Private,
    /// Why it may be the same child; nothing where it does not look so.
    pub reasons: Option<Private>,
    /// What was said of the two before.
    pub state: Option<LinkState>,
}

/// Cases of one query that are compared.
const CANDIDATES: i64 = 60;

impl Store {
    /// What is known of the child of a case, with every number of the family.
    pub(super) fn child_of(&mut self, case: i64) -> Result<Child> {
        let rows = self.read(
            "SELECT 'told', day, '' FROM cases WHERE id = $1
             UNION ALL SELECT field, typed, reading FROM details
               WHERE case_id = $1 AND field IN ('child', 'born', 'school', 'parent phone')
             UNION ALL SELECT 'phone', phone, '' FROM parties WHERE case_id = $1 AND side = 'family' AND phone <> ''
             UNION ALL SELECT 'phone', c.value, '' FROM contacts c JOIN parties p ON p.id = c.party_id
               WHERE c.case_id = $1 AND c.kind = 'phone' AND p.side = 'family'
             UNION ALL SELECT 'phone', d.typed, '' FROM caller_details d JOIN callers r ON r.id = d.caller_id
               JOIN calls l ON l.id = r.call_id
               WHERE l.case_id = $1 AND d.field = 'phone' AND r.kind IN ('parent', 'young person')",
            &params![case],
        )?;
        let mut child = Child::default();
        for row in rows {
            match row.text(0).as_str() {
                "told" => child.told = row.day(1).unwrap_or_default(),
                "child" => child.name = row.text(1).into(),
                "born" => child.born = DayReading::from_stored(&row.text(2)),
                "school" => child.school = row.text(1).into(),
                _ => child.phones.push(row.text(1).into()),
            }
        }
        Ok(child)
    }

    /// The one case that most looks as if it told of the same child as this one, if any does. Cases that a person
    /// has linked with it, or said to be of another child, are not named again.
    pub fn look_alike(&mut self, case: i64) -> Result<Option<OtherCase>> {
        let in_force = "SELECT 1 FROM consent_in_force WHERE case_id = $1";
        let child = self.child_of(case)?;
        if !can_be_compared(&child) || self.read_one(in_force, &params![case])?.is_none() {
            return Ok(None);
        }
        let mut best: Option<(u32, i64, Private)> = None;
        for other in self.candidates(case, &child)? {
            let Some(reasons) = same_child(&child, &self.child_of(other)?) else { continue };
            if best.as_ref().is_none_or(|(weight, id, _)| (reasons.weight, other) > (*weight, *id)) {
                best = Some((reasons.weight, other, reasons.sentence()));
            }
        }
        best.map(|(_, other, reasons)| self.other_case(other, Some(reasons), None)).transpose()
    }

    /// Cases with a like name, the same first name at the school, or the number; newest first.
    fn candidates(&mut self, case: i64, child: &Child) -> Result<Vec<i64>> {
        let name = words(&child.name);
        let group = |word: &String| {
            let keys = keys(word);
            (!keys.is_empty()).then(|| format!("({})", keys.join(" OR ")))
        };
        let mut found: Vec<i64> = Vec::new();
        let ends: Vec<String> = [name.first(), name.last()].into_iter().flatten().filter_map(group).collect();
        if let [first, last] = ends.as_slice()
            && name.len() > 1
        {
            let rows = self.read(
                "SELECT d.case_id FROM likeness s JOIN documents d ON d.id = s.rowid
                 WHERE likeness MATCH $1 AND d.kind = 'case' ORDER BY s.rowid DESC LIMIT $2",
                &params![format!("{first} AND {last}"), CANDIDATES],
            )?;
            found.extend(rows.iter().filter_map(|row| row.number(0)));
        }
        let mut exact: Vec<String> = Vec::new();
        if let (Some(first), Some(school)) = (name.first(), school_words(&child.school).first()) {
            exact.push(format!("\"{first}\" \"{school}\""));
        }
        exact.extend(still_open::numbers(child).iter().map(|digits| format!("\"{digits}\"")));
        for words in exact {
            let rows = self.read(
                "SELECT d.case_id FROM search s JOIN documents d ON d.id = s.rowid
                 WHERE search MATCH $1 AND d.kind <> 'notes' ORDER BY s.rowid DESC LIMIT $2",
                &params![words, CANDIDATES],
            )?;
            found.extend(rows.iter().filter_map(|row| row.number(0)));
        }
        found.sort_unstable();
        found.dedup();
        let mut open = Vec::new();
        for other in found.into_iter().rev().filter(|other| *other != case) {
            let told = self.read_one(
                "SELECT (SELECT typed FROM details WHERE case_id = c.id AND field = 'child') FROM cases c JOIN consent_in_force f ON f.case_id = c.id
                 WHERE c.id = $1 AND c.state IN ('open', 'closed')
                   AND NOT EXISTS (SELECT 1 FROM links WHERE a = min($1, $2) AND b = max($1, $2)
                                   AND state IN ('linked', 'not the same'))",
                &params![other, case],
            )?;
            // The rest is read only of those whose first name is alike.
            let first = told.and_then(|row| words(&row.text(0)).into_iter().next());
            open.extend(
                first
                    .filter(|first| name.first().is_some_and(|n| likeness(n, first).is_some()))
                    .map(|_| other),
            );
        }
        Ok(open)
    }

    fn other_case(
        &mut self,
        case: i64,
        reasons: Option<Private>,
        state: Option<LinkState>,
    ) -> Result<OtherCase> {
        let (head, details) = (self.head(case)?, self.details(case)?);
        let shown = self.read_one("SELECT 1 FROM consent_in_force WHERE case_id = $1", &params![case])?;
        let text = |wanted| {
            details.iter().find(|(detail, _)| *detail == wanted).map(|(_, kept)| kept.typed.0.clone())
        };
        let born = text(Detail::Born).map(|born| format!("born {born}"));
        let about: Vec<String> = [born, text(Detail::School), text(Detail::Area)]
            .into_iter()
            .flatten()
            .filter(|text| !text.trim().is_empty())
            .collect();
        Ok(match shown {
            Some(_) => OtherCase {
                case,
                reference: head.reference,
                child: head.child,
                about: about.join(", ").into(),
                reasons,
                state,
            },
            None => OtherCase {
                case,
                reference: head.reference,
                child: Private::default(),
                about: "consent withdrawn".into(),
                reasons: None,
                state,
            },
        })
    }

    /// What was said of two cases, if anything was.
    fn link_state(&mut self, case: i64, other: i64) -> Result<Option<LinkState>> {
        let row = self.read_one(
            "SELECT state FROM links WHERE a = min($1, $2) AND b = max($1, $2)",
            &params![case, other],
        )?;
        Ok(row.and_then(|row| LinkState::from_code(&row.text(0))))
    }

    /// The case to compare with: the one of this number; without a number the one that is linked, or else the one that
    /// looks like the same child.
    pub fn beside(&mut self, case: i64, number: Option<i64>) -> Result<Option<OtherCase>> {
        let Some(number) = number else {
            return match self.linked(case)?.first() {
                Some((other, _)) => Ok(Some(self.other_case(*other, None, Some(LinkState::Linked))?)),
                None => self.look_alike(case),
            };
        };
        let missing = || Refusal::NotFound(Reference { kind: RefKind::Case, number }.to_string());
        let other = self.case_numbered(number)?.ok_or_else(missing)?;
        if other == case {
            return Err(Refusal::NothingHere("That is this case itself. Another number, or Esc.").into());
        }
        let reasons = same_child(&self.child_of(case)?, &self.child_of(other)?);
        let state = self.link_state(case, other)?;
        self.other_case(other, reasons.map(|reasons| reasons.sentence()), state).map(Some)
    }

    /// The cases linked with this one, newest link first.
    pub fn linked(&mut self, case: i64) -> Result<Vec<(i64, Reference)>> {
        let rows = self.read(
            "SELECT c.id, c.number FROM links l JOIN cases c ON c.id = CASE WHEN l.a = $1 THEN l.b ELSE l.a END
             WHERE (l.a = $1 OR l.b = $1) AND l.state = 'linked' AND c.number IS NOT NULL ORDER BY l.at DESC, l.id DESC",
            &params![case],
        )?;
        Ok(rows
            .iter()
            .map(|row| (row.int(0), Reference { kind: RefKind::Case, number: row.int(1) }))
            .collect())
    }

    /// Writes what a person said of two cases: one row, one line of history in each.
    pub(super) fn link(
        &mut self,
        case: i64,
        other: i64,
        link: i64,
        said: LinkState,
        signed: &Signed,
    ) -> Result<()> {
        self.change_case(case, signed, |store, facts| {
            let beside = store.facts(other)?;
            if said != LinkState::Unlinked {
                if !facts.consent.in_force() {
                    return Err(Refusal::Withdrawn.into());
                }
                if !beside.consent.in_force() || !matches!(beside.state, CaseState::Open | CaseState::Closed)
                {
                    return Err(
                        Refusal::NothingHere("Not linked. The other case has no consent in force.").into()
                    );
                }
            } else if store.link_state(case, other)? != Some(LinkState::Linked) {
                return Err(Refusal::NothingHere("Those two are not linked any more.").into());
            }
            let (a, b) = (case.min(other), case.max(other));
            let mut writes = vec![
                Write::any(
                    "UPDATE links SET state = $1, at = $2, staff = $3, rev = rev + 1 WHERE a = $4 AND b = $5",
                    params![said.code(), signed.at, signed.staff.as_str(), a, b],
                ),
                Write::any(
                    "INSERT INTO links (id, a, b, state, at, staff) SELECT $1, $2, $3, $4, $5, $6
                     WHERE NOT EXISTS (SELECT 1 FROM links WHERE a = $2 AND b = $3)",
                    params![link, a, b, said.code(), signed.at, signed.staff.as_str()],
                ),
                Write::one(
                    "UPDATE cases SET rev = rev + 1, touched = max(touched, $1) WHERE id = $2 AND rev = $3",
                    params![signed.today, other, beside.rev],
                ),
            ];
            let theirs = Line { act: said.act(), case: Some(other), ..Line::default() };
            writes.extend(history::add(&Signed { id: signed.id + 1, ..signed.clone() }, &theirs));
            Ok(Change { writes, line: Line { act: said.act(), ..Line::default() } })
        })
    }
}
