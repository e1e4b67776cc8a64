//! Acts that cannot be taken back, and what each sentence says that can be done instead.
//!
//! A consent, a withdrawal and a removal stay because others rely on them at once; words stay because history is
//! never rewritten; what is changed by a key of its own is changed back by it. Each is named by its case. What was
//! remembered of a family goes with its consent or its details: at this desk in the same moment, and at every other
//! desk when it hears that something was changed. Which rows make an act stay is decided beside the rows.

use super::super::{Result, Signed, Store};
use super::{Act, What};
use crate::domain::consent::ConsentAct;
use crate::domain::reference::{RefKind, Reference};
use crate::params;

/// Nothing but words was written.
pub(super) const WORDS: &str = "the words stay in the timeline. n adds a note to put them right.";
/// A person said something to which there is no way back.
pub(super) const WAS_SAID: &str = "that was said by a person and stays. Its own key settles it.";
const REMOVED: &str = "what was removed is gone and does not come back.";
const NOTHING_KEPT: &str = "a call without consent stays finished. Nothing of it was kept.";
const MEDIATOR: &str = "What was written of a mediator stays. Change it there: Esc 0, Mediators.";

impl Store {
    /// A record of consent was written: it stays, and a withdrawal ends what could be taken back of its case.
    pub(in crate::store) fn remember_consent(&mut self, case: i64, act: ConsentAct, signed: &Signed) {
        let (stays, ends) = match act {
            ConsentAct::Given => ("what was said of consent stays. a on Consent adds to it.", false),
            ConsentAct::Checked => ("what was said of consent stays. w on Consent withdraws it.", false),
            ConsentAct::Withdrawn => ("the withdrawal and all before it stay. a adds a new consent.", true),
            ConsentAct::Denied => ("their no and all before it stay. a adds a new consent.", true),
        };
        self.remember_what_stays("Consent", stays, (Some(case), None), ends, signed);
    }

    /// The details of a family left the file.
    pub(in crate::store) fn remember_removal(&mut self, case: i64, signed: &Signed) {
        self.remember_what_stays("Removed", REMOVED, (Some(case), None), true, signed);
    }

    /// A call was finished without consent; with it went the case it had begun, if there was one.
    pub(in crate::store) fn remember_count(&mut self, call: i64, case: Option<i64>, signed: &Signed) {
        if let Some(case) = case {
            self.memory.forget(case);
        }
        self.remember_what_stays("Call finished", NOTHING_KEPT, (None, Some(call)), false, signed);
    }

    /// What is changed back by its own key was done to a mediator.
    pub(in crate::store) fn remember_by_its_key(&mut self, signed: &Signed) {
        self.remember_what_stays("Mediator changed", MEDIATOR, (None, None), false, signed);
    }

    fn remember_what_stays(
        &mut self,
        said: &str,
        stays: &'static str,
        (case, call): (Option<i64>, Option<i64>),
        ends: bool,
        signed: &Signed,
    ) {
        if let Some(case) = case.filter(|_| ends) {
            self.memory.forget(case);
        }
        let about = self.spoken_of(case, call).unwrap_or_default();
        let act = Act { id: signed.id, said: said.to_owned(), stays: Some(stays), case, about, ends };
        self.remember_plainly(act, What::Stays, signed);
    }

    /// What an act is about, as it is spoken of.
    pub(super) fn spoken_of(&mut self, case: Option<i64>, call: Option<i64>) -> Result<Option<Reference>> {
        let (kind, sql, key) = match (case, call) {
            (Some(case), _) => (RefKind::Case, "SELECT number FROM cases WHERE id = $1", case),
            (None, Some(call)) => (RefKind::Call, "SELECT number FROM calls WHERE id = $1", call),
            (None, None) => return Ok(None),
        };
        let row = self.read_one(sql, &params![key])?;
        Ok(row.and_then(|row| row.number(0)).map(|number| Reference { kind, number }))
    }

    /// The cases of the acts that are remembered.
    pub fn remembers(&self) -> Vec<Option<i64>> {
        self.memory.done.iter().map(|done| done.act.case).collect()
    }

    /// Another desk has written: what is remembered of families whose details or consent are gone is forgotten. Says
    /// which cases, so that the desk forgets what it sent about them.
    pub fn forget_the_gone(&mut self) -> Result<Vec<i64>> {
        let mut gone = Vec::new();
        for case in self.memory.told.clone() {
            let there = self.read_one(
                "SELECT 1 FROM consent_in_force f JOIN cases c ON c.id = f.case_id
                 WHERE f.case_id = $1 AND c.state <> 'erased'",
                &params![case],
            )?;
            if there.is_none() {
                self.memory.forget(case);
                gone.push(case);
            }
        }
        self.memory.told.retain(|case| !gone.contains(case));
        Ok(gone)
    }
}
