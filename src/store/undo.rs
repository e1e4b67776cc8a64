//! The last acts of a desk, so that each can be taken back for ten minutes.
//!
//! Before an act is written the rows of its case are read, and after it again: what differs is what the act did.
//! Taking it back (`undo/back`) puts those rows to what they were in one write whose first line of history says so; nothing
//! that was added is removed, it counts no more. An act that cannot be taken back (see `undo/stays`) is remembered too, by
//! its name alone, so that no earlier act is taken for it: the first press names its case, says that it stays and what
//! can be done instead, and the next press goes to the act before it. So nothing is skipped silently and nothing
//! blocks for ever. It lives in memory only. What was done with a family goes when its details leave the file or its
//! consent is withdrawn, here at once and at another desk as soon as it hears of it. Doing an act again is absent: it
//! is a new act, sent by the desk.

mod back;
mod finished;
mod rang;
mod rows;
mod stays;

use super::calendar::{BOOKED, CONFIRMED, HELD, LET_GO, MOVED};
use super::calls::FINISHED;
use super::{Result, Signed, Store};
use crate::domain::queue::CaseFacts;
use crate::domain::reference::{RefKind, Reference};
use crate::domain::typed_day::short_day;
use crate::params;
pub use back::TAKEN_BACK;
pub(super) use finished::{Again, Finished};
use rows::Delta;
pub(super) use rows::Rows;
pub(super) use stays::REMOVAL;

/// How long an act can be taken back, in milliseconds.
pub const TEN_MINUTES: i64 = 600_000;
/// The most acts that are remembered.
const MOST: usize = 40;
/// What is said where an act no longer stands as it was done.
const CHANGED_AGAIN: &str = "It was changed again since. Nothing was undone.";

/// An act that was written, as the hint line names it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Act {
    /// The intention's own key.
    pub id: i64,
    /// "Booked Wed 2 Dec".
    pub said: String,
    /// Why it stays, where it cannot be taken back, and what can be done instead.
    pub stays: Option<&'static str>,
    /// The case it is about, or was about.
    pub case: Option<i64>,
    /// What it is about, as it is spoken of: `M-0412`, or the call.
    pub about: Option<Reference>,
    /// With it ended what could be taken back of the same case: its details left the file, or its consent was withdrawn.
    pub ends: bool,
}

/// What was taken back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TakenBack {
    /// The key of the act.
    pub act: i64,
    /// The keys of the rows it had added: done again, it needs other ones.
    pub added: Vec<i64>,
    /// The call that is open again.
    pub call: Option<i64>,
    /// The case it was about.
    pub case: Option<i64>,
}

/// What is remembered of an act.
pub(super) struct Done {
    act: Act,
    at: i64,
    /// The act in its line of history, and the words of that line.
    line: String,
    words: String,
    seq: i64,
    what: What,
}

/// What an act did.
enum What {
    /// It changed a case.
    Case(Box<Changed>),
    /// It finished a call.
    Finished { call: i64, with: Finished },
    /// It entered days of a mediator, by the key of the entry.
    Days(i64),
    /// It stays, and is named so that no earlier act is taken for it.
    Stays,
}

/// A case before and after an act.
struct Changed {
    before: CaseFacts,
    after: CaseFacts,
    delta: Delta,
}

/// A case as it was before an act that is being written.
pub(super) struct Begun {
    id: i64,
    facts: CaseFacts,
    rows: Rows,
}

/// What this store remembers.
#[derive(Default)]
pub(super) struct Memory {
    begun: Option<Begun>,
    done: Vec<Done>,
    /// The cases of the acts that this desk was told of, whether it still remembers them or took them back.
    told: Vec<i64>,
    /// The newest line of history that was looked through for removals.
    seen: Option<i64>,
}

impl Memory {
    fn push(&mut self, done: Done, now: i64) {
        self.done.retain(|old| now - old.at <= TEN_MINUTES && old.act.id != done.act.id);
        if let Some(case) = done.act.case.filter(|case| !self.told.contains(case)) {
            self.told.push(case);
        }
        self.done.push(done);
        let (acts, cases) = (self.done.len().saturating_sub(MOST), self.told.len().saturating_sub(MOST));
        self.done.drain(..acts);
        self.told.drain(..cases);
    }

    /// Nothing of this case is remembered: its details have left the file, or its consent is gone. The act by which
    /// that was done here has no word of the family, and stays the last one.
    pub(super) fn forget(&mut self, case: i64) {
        self.begun.take_if(|begun| begun.facts.id == case);
        self.done.retain(|done| done.act.case != Some(case) || done.act.ends);
    }
}

impl Store {
    /// An act is about to be written: its case as it is now.
    pub(super) fn begin_act(&mut self, signed: &Signed, facts: &CaseFacts) -> Result<()> {
        let rows = self.rows_of(facts.id)?;
        self.memory.begun = Some(Begun { id: signed.id, facts: facts.clone(), rows });
        Ok(())
    }

    /// The act that was begun is in the file. What cannot be read now is not remembered.
    pub(super) fn remember_act(&mut self, case: i64, signed: &Signed) {
        let Some(begun) = self.memory.begun.take_if(|begun| begun.id == signed.id) else { return };
        let Ok(Some(done)) = self.what_was_done(begun, case, signed) else { return };
        self.memory.push(done, signed.at);
    }

    fn what_was_done(&mut self, begun: Begun, case: i64, signed: &Signed) -> Result<Option<Done>> {
        let line = self.read_one(
            "SELECT h.seq, h.act, w.words, h.call_id FROM history h LEFT JOIN history_words w ON w.history_id = h.id
             WHERE h.id = $1",
            &params![signed.id],
        )?;
        let Some(line) = line else { return Ok(None) };
        let delta = begun.rows.changed_to(&self.rows_of(case)?);
        let said = said(&line.text(1), &delta);
        let about = self.spoken_of(Some((RefKind::Case, case)))?;
        let act = Act { id: signed.id, said, stays: delta.stays(), case: Some(case), about, ends: false };
        let what = What::Case(Box::new(Changed { before: begun.facts, after: self.facts(case)?, delta }));
        Ok(Some(Done { act, at: signed.at, line: line.text(1), words: line.text(2), seq: line.int(0), what }))
    }

    /// A call was finished with a case or an enquiry: it can be taken up again for ten minutes.
    pub(super) fn remember_finish(&mut self, call: i64, case: Option<i64>, with: Finished, signed: &Signed) {
        let about = case.map_or((RefKind::Call, call), |case| (RefKind::Case, case));
        let about = self.spoken_of(Some(about)).unwrap_or_default();
        let act = Act { id: signed.id, said: FINISHED.to_owned(), stays: None, case, about, ends: false };
        self.remember_plainly(act, What::Finished { call, with }, signed);
    }

    /// Days of a mediator were entered: they can be removed again for ten minutes.
    pub(super) fn remember_days(&mut self, entry: i64, said: &str, signed: &Signed) {
        let act =
            Act { id: signed.id, said: said.to_owned(), stays: None, case: None, about: None, ends: false };
        self.remember_plainly(act, What::Days(entry), signed);
    }

    fn remember_plainly(&mut self, act: Act, what: What, signed: &Signed) {
        let line = self.read_one("SELECT seq, act FROM history WHERE id = $1", &params![signed.id]);
        let Ok(Some(line)) = line else { return };
        let done =
            Done { act, at: signed.at, line: line.text(1), words: String::new(), seq: line.int(0), what };
        self.memory.push(done, signed.at);
    }

    /// The act of this key, where it is one that can be named.
    pub fn act_done(&self, id: i64) -> Option<Act> {
        self.memory.done.iter().find(|done| done.act.id == id).map(|done| done.act.clone())
    }
}

/// The act in the words of the hint line.
fn said(line: &str, delta: &Delta) -> String {
    let verb = match line {
        HELD => "Held",
        BOOKED => "Booked",
        MOVED => "Moved to",
        LET_GO => "Let go",
        CONFIRMED => "Confirmed",
        held if held.starts_with("Meeting held") => "Was held:",
        other => return other.to_owned(),
    };
    delta.day().map_or_else(|| line.to_owned(), |day| format!("{verb} {}", short_day(day)))
}
