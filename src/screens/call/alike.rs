//! The one quiet line: another case that looks like the same child, and what `Esc x` shows.
//!
//! The file is asked when a field that tells of the child was left, and only while consent is in force: it compares
//! what it holds itself, so that scratch takes no part. The answer to an older question is dropped, nothing is joined
//! or written, and once the case was looked at the line goes away.

use super::State;
use crate::domain::detail::Detail;
use crate::protocol::command::Question;
use crate::protocol::effect::{CaseTab, Effect, Place};
use crate::store::links::OtherCase;
use crate::store::search::Found;

/// What is known of another case of the same child.
#[derive(Clone, Default)]
pub(super) struct Alike {
    /// The question asked last.
    turn: u64,
    /// What the fields said then.
    asked: Vec<String>,
    found: Option<Box<OtherCase>>,
    looked: bool,
}

/// The fields that tell of a child.
const TELLING: [Detail; 6] =
    [Detail::Child, Detail::Born, Detail::School, Detail::ParentPhone, Detail::Phone, Detail::Who];

impl State {
    /// Looks for earlier records of the caller, by the name and then by the number, which says more. Scratch is never
    /// looked for.
    pub(super) fn look_for_the_caller(&mut self) -> Vec<Effect> {
        self.seen.clear();
        let asked = |detail: Detail| {
            let typed = self.may_be_kept(detail);
            let enquiries_only = self.enquiries_only();
            (!typed.trim().is_empty() && !self.is_scratch(detail))
                .then_some(Effect::Ask(Question::SeenBefore { call: self.id, typed, enquiries_only }))
        };
        [Detail::Name, Detail::Phone].into_iter().filter_map(asked).collect()
    }

    /// Earlier records of the caller: not those of this case, nor of any while a third party waits for consent. A number
    /// that nobody had says nothing against the name.
    pub(super) fn hear_seen(&mut self, rows: &[Found]) {
        let told = |row: &&Found| {
            row.call != Some(self.id)
                && (row.case.is_none() || row.case != self.case && !self.enquiries_only())
        };
        let told: Vec<Found> = rows.iter().filter(told).cloned().collect();
        if !told.is_empty() {
            self.seen = told;
        }
    }

    /// Asks for another case of this child, when a field was left that tells of the child.
    pub(super) fn look_alike(&mut self, left: Detail) -> Option<Effect> {
        let case = self.case.filter(|_| self.may_keep_family() && !self.case_was_open)?;
        let said = TELLING.map(|detail| self.entry(detail).trim().to_owned()).to_vec();
        let too_little = said[0].is_empty() || said[1].is_empty() && said[2].is_empty();
        if too_little || !TELLING.contains(&left) || said == self.alike.asked {
            return None;
        }
        self.alike.turn += 1;
        self.alike.asked = said;
        Some(Effect::Ask(Question::LookAlike { case, turn: self.alike.turn }))
    }

    /// The answer: kept only if it is to the last question, and to this case.
    pub(super) fn hear_alike(&mut self, case: i64, turn: u64, other: Option<&OtherCase>) {
        if self.case == Some(case) && turn == self.alike.turn {
            let same = self.alike.found.as_ref().map(|known| known.case) == other.map(|other| other.case);
            self.alike.looked &= same;
            self.alike.found = other.map(|other| Box::new(other.clone()));
        }
    }

    /// The other case, while it may be told of.
    pub(super) fn alike(&self) -> Option<&OtherCase> {
        self.alike.found.as_deref().filter(|_| self.may_keep_family())
    }

    /// "M-0412 looks like the same child", until somebody looked.
    pub(super) fn alike_line(&self) -> Option<String> {
        let other = self.alike().filter(|_| !self.alike.looked)?;
        let reference = other.reference.map(|r| r.to_string()).unwrap_or_default();
        Some(format!("{reference} looks like the same child. Esc x to see. Nothing has been joined."))
    }

    /// Shows the case that looks like the same child, or the record of the same caller.
    pub(super) fn use_found(&mut self) -> Vec<Effect> {
        let case_page = |case| Effect::Open(Place::Case { case, tab: CaseTab::Summary, party: None });
        if let Some(other) = self.alike() {
            let why = other.reasons.as_deref().unwrap_or_default();
            let effects = vec![case_page(other.case), Effect::Notice(format!("Why: {why}."))];
            self.alike.looked = true;
            return effects;
        }
        match self.seen.first() {
            Some(Found { call: Some(call), .. }) => vec![Effect::Open(Place::ResumeCall(*call))],
            Some(Found { case: Some(case), .. }) => vec![case_page(*case), puts_in()],
            Some(Found { enquiry: Some(enquiry), .. }) => {
                vec![Effect::Open(Place::Enquiry(*enquiry)), puts_in()]
            }
            _ => vec![Effect::Notice("Nobody like this caller is known.".to_owned())],
        }
    }
}

/// What the page of somebody like the caller has for the call.
fn puts_in() -> Effect {
    Effect::Notice("c: this call is about it. F2: back to the call, as it was.".to_owned())
}
