//! Acts that cannot be taken back, and what each sentence says that can be done instead.
//!
//! A consent, a withdrawal and a removal stay because others rely on them at once; words stay because history is
//! never rewritten; what is changed by a key of its own is changed back by it. Each is named by its case. What was
//! remembered of a family goes with its consent or its details: at this desk in the same moment, and at every other
//! desk when it hears that something was changed. Which rows make an act stay is decided beside the rows.

use super::super::calls::FINISHED;
use super::super::office::{OfficeWrite, PUT_OFF};
use super::super::{Result, Signed, Store};
use super::{Act, What};
use crate::domain::consent::ConsentAct;
use crate::domain::reference::{RefKind, Reference};
use crate::params;

/// Nothing but words was written.
pub(super) const WORDS: &str = "the words stay in the timeline. n adds a note to put them right.";
/// A person said something to which there is no way back.
pub(super) const WAS_SAID: &str = "that was said by a person and stays. Its own key settles it.";
/// The line of history of a removal.
pub(in crate::store) const REMOVAL: &str = "Family's details removed";
/// The newest lines of history that are looked through the first time.
const OF_LATE: i64 = 2000;
const CONSENT: &str = "recorded consent stays. On Consent: a adds to it, w withdraws it.";
const REMOVED: &str = "what was removed is gone and does not come back.";
const NOTHING_KEPT: &str = "a call that is only counted stays finished. Nothing of it was kept.";
const ENDED: &str = "the end stays. F2 starts a call if they ring again.";
const DAY_STAYS: &str = "the day stays. s on its row moves it again.";
const HANDED: &str = "what was handed on stays. g hands it to another.";
const SETTING: &str = "A setting stays as it was changed. It is changed back in Settings.";
const MEDIATOR: &str = "What was written of a mediator stays. Change it there: Esc 0, Mediators.";

impl Store {
    /// A record of consent was written: it stays, and a withdrawal ends what could be taken back of its case.
    pub(in crate::store) fn remember_consent(&mut self, case: i64, act: ConsentAct, signed: &Signed) {
        let (stays, ends) = match act {
            ConsentAct::Given | ConsentAct::Checked => (CONSENT, false),
            ConsentAct::Withdrawn => ("the withdrawal and all before it stay. a adds a new consent.", true),
            ConsentAct::Denied => ("their no and all before it stay. a adds a new consent.", true),
        };
        self.remember_what_stays("Consent", stays, Some((RefKind::Case, case)), ends, signed);
    }

    /// The details of a family left the file.
    pub(in crate::store) fn remember_removal(&mut self, case: i64, signed: &Signed) {
        self.remember_what_stays("Removed", REMOVED, Some((RefKind::Case, case)), true, signed);
    }

    /// A call was finished without consent; with it went the case it had begun, if there was one.
    pub(in crate::store) fn remember_count(&mut self, call: i64, case: Option<i64>, signed: &Signed) {
        if let Some(case) = case {
            self.memory.forget(case);
        }
        self.remember_what_stays(FINISHED, NOTHING_KEPT, Some((RefKind::Call, call)), false, signed);
    }

    /// What is changed back by its own key was done to a mediator.
    pub(in crate::store) fn remember_by_its_key(&mut self, signed: &Signed) {
        self.remember_what_stays("Mediator changed", MEDIATOR, None, false, signed);
    }

    /// What was done with an enquiry, or in Settings, is done otherwise by its own key.
    pub(in crate::store) fn remember_of_the_office(&mut self, write: &OfficeWrite, signed: &Signed) {
        let (said, stays, enquiry) = match write {
            OfficeWrite::EndEnquiry(id) => ("Enquiry ended", ENDED, Some(*id)),
            OfficeWrite::MoveEnquiry(id, _) => (PUT_OFF, DAY_STAYS, Some(*id)),
            OfficeWrite::Set(..) => ("Setting changed", SETTING, None),
            _ => return,
        };
        let about = enquiry.map(|id| (RefKind::Enquiry, id));
        self.remember_what_stays(said, stays, about, false, signed);
    }

    /// An enquiry was handed to a colleague, or one said what becomes of it.
    pub(in crate::store) fn remember_handover(&mut self, enquiry: i64, signed: &Signed) {
        self.remember_what_stays("Handed over", HANDED, Some((RefKind::Enquiry, enquiry)), false, signed);
    }

    fn remember_what_stays(
        &mut self,
        said: &str,
        stays: &'static str,
        about: Option<(RefKind, i64)>,
        ends: bool,
        signed: &Signed,
    ) {
        let case = about.filter(|(kind, _)| *kind == RefKind::Case).map(|(_, case)| case);
        if let Some(case) = case.filter(|_| ends) {
            self.memory.forget(case);
        }
        let about = self.spoken_of(about).unwrap_or_default();
        let act = Act { id: signed.id, said: said.to_owned(), stays: Some(stays), case, about, ends };
        self.remember_plainly(act, What::Stays, signed);
    }

    /// What an act is about, as it is spoken of.
    pub(super) fn spoken_of(&mut self, about: Option<(RefKind, i64)>) -> Result<Option<Reference>> {
        let Some((kind, key)) = about else { return Ok(None) };
        let sql = match kind {
            RefKind::Case => "SELECT number FROM cases WHERE id = $1",
            RefKind::Call => "SELECT number FROM calls WHERE id = $1",
            RefKind::Enquiry => "SELECT number FROM enquiries WHERE id = $1",
        };
        let row = self.read_one(sql, &params![key])?;
        Ok(row.and_then(|row| row.number(0)).map(|number| Reference { kind, number }))
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
                gone.push(case);
            }
        }
        for case in &gone {
            self.memory.forget(*case);
        }
        self.memory.told.retain(|case| !gone.contains(case));
        self.forget_enquiries();
        Ok(gone)
    }

    /// The cases whose family's details left the file since this was last asked; at first, of late.
    pub fn erased_since(&mut self) -> Result<Vec<i64>> {
        let newest = self.read_one("SELECT max(seq) FROM history", &params![])?.map_or(0, |row| row.int(0));
        let seen = self.memory.seen.unwrap_or(newest - OF_LATE);
        let rows = self.read(
            "SELECT case_id FROM history WHERE seq > $1 AND act = $2 AND case_id IS NOT NULL",
            &params![seen, REMOVAL],
        )?;
        self.memory.seen = Some(newest);
        Ok(rows.iter().map(|row| row.int(0)).collect())
    }
}
