//! The last acts about a case, so that each can be taken back for ten minutes.
//!
//! Before an act is written the rows of its case are read, and after it again: what differs is what the act did.
//! Taking it back puts those rows to what they were in one write whose first line of history says so; nothing that
//! was added is removed, it counts no more. Whoever else has changed the case since is named and nothing is done.
//! It lives in memory only, and the desk that erases forgets at once; another desk still holds the rows of its own
//! earlier acts until it acts again, and cannot write them back. Doing an act again is absent: it is a new act,
//! sent by the desk.

mod finished;
mod rows;

use super::cases::Change;
use super::db::{Fault, Write};
use super::history::Line;
use super::{NotDone, Result, Signed, Store, history};
use crate::domain::queue::{BookingState, CaseFacts};
use crate::domain::refusal::Refusal;
use crate::domain::text::cut;
use crate::domain::typed_day::short_day;
use crate::params;
use chrono::NaiveDate;
pub(super) use finished::Made;
use rows::Delta;
pub(super) use rows::Rows;

/// How long an act can be taken back, in milliseconds.
pub const TEN_MINUTES: i64 = 600_000;
/// The most acts that are remembered.
const MOST: usize = 40;
/// What the line of history of an act that is taken back begins with.
const TAKEN_BACK: &str = "Taken back: ";
/// What is said where an act no longer stands as it was done.
const CHANGED_AGAIN: &str = "It was changed again since. Nothing was undone.";
/// The longest act of a line of history, in characters.
const ACT: usize = 60;

/// An act that was written, as the hint line names it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Act {
    /// The intention's own key.
    pub id: i64,
    /// "Booked Wed 2 Dec".
    pub said: String,
    /// Why it stays, where it cannot be taken back.
    pub stays: Option<&'static str>,
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
}

/// What is remembered of an act.
pub(super) struct Done {
    act: Act,
    case: Option<i64>,
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
    /// It finished a call, and may have made a case of it.
    Finished { call: i64, made: Option<Box<Made>> },
    /// Details left the file, or a consent was recorded: it stays, and is named so that no earlier act is taken
    /// for it.
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
}

impl Memory {
    /// Nothing of a case, or of anybody, is remembered: its details have left the file.
    pub(super) fn forget(&mut self) {
        self.begun = None;
        self.done.clear();
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
        self.memory.done.retain(|done| signed.at - done.at <= TEN_MINUTES);
        self.memory.done.push(done);
        if self.memory.done.len() > MOST {
            self.memory.done.remove(0);
        }
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
        let act = Act { id: signed.id, said, stays: delta.stays() };
        let what = What::Case(Box::new(Changed { before: begun.facts, after: self.facts(case)?, delta }));
        Ok(Some(Done {
            act,
            case: Some(case),
            at: signed.at,
            line: line.text(1),
            words: line.text(2),
            seq: line.int(0),
            what,
        }))
    }

    /// A call was finished with a case or an enquiry: it can be taken up again for ten minutes.
    pub(super) fn remember_finish(
        &mut self,
        call: i64,
        case: Option<i64>,
        made: Option<Box<Made>>,
        signed: &Signed,
    ) {
        self.remember_plainly("Call finished", case, What::Finished { call, made }, None, signed);
    }

    /// What stays was done: what was remembered is forgotten, for it may have left the file.
    pub(super) fn remember_what_stays(&mut self, said: &str, stays: &'static str, signed: &Signed) {
        self.memory.forget();
        self.remember_plainly(said, None, What::Stays, Some(stays), signed);
    }

    /// What is changed back by its own key was done: it is named, so that no earlier act is taken for it.
    pub(super) fn remember_by_its_key(&mut self, signed: &Signed) {
        let stays = "A mediator is changed back on this page by hand. Nothing was undone.";
        self.remember_plainly("Mediator changed", None, What::Stays, Some(stays), signed);
    }

    fn remember_plainly(
        &mut self,
        said: &str,
        case: Option<i64>,
        what: What,
        stays: Option<&'static str>,
        signed: &Signed,
    ) {
        let line = self.read_one("SELECT seq, act FROM history WHERE id = $1", &params![signed.id]);
        let Ok(Some(line)) = line else { return };
        self.memory.done.retain(|done| done.act.id != signed.id);
        self.memory.done.push(Done {
            act: Act { id: signed.id, said: said.to_owned(), stays },
            case,
            at: signed.at,
            line: line.text(1),
            words: String::new(),
            seq: line.int(0),
            what,
        });
    }

    /// The act of this key, where it is one that can be named.
    pub fn act_done(&self, id: i64) -> Option<Act> {
        self.memory.done.iter().find(|done| done.act.id == id).map(|done| done.act.clone())
    }

    /// Takes an act of this desk back.
    ///
    /// # Errors
    /// A sentence where ten minutes are over, another desk changed the case since, or the act stays.
    pub fn take_back(&mut self, act: i64, signed: &Signed) -> Result<TakenBack> {
        let found = self.memory.done.iter().position(|done| done.act.id == act);
        let Some(at) = found else {
            return Err(Refusal::NothingHere(
                "That was not done at this desk a moment ago. Nothing was undone.",
            )
            .into());
        };
        let done = self.memory.done.remove(at);
        let (added, call) = match &done.what {
            What::Case(changed) => (changed.delta.added_keys(), None),
            What::Finished { call, .. } => (Vec::new(), Some(*call)),
            What::Stays => (Vec::new(), None),
        };
        let taken = TakenBack { act, added, call };
        let result = if self.was_done(signed)? { Ok(()) } else { self.put_back(&done, signed) };
        match result {
            Ok(()) => {
                self.memory.begun = None;
                Ok(taken)
            }
            Err(why) => {
                // It may be asked for again when the disk answers, or when the other desk's change is seen.
                self.memory.done.insert(at, done);
                Err(match why {
                    NotDone::Failed(Fault::Wall(words)) => Refusal::NotUndone(words).into(),
                    why => why,
                })
            }
        }
    }

    fn put_back(&mut self, done: &Done, signed: &Signed) -> Result<()> {
        if let Some(stays) = done.act.stays {
            return Err(Refusal::NothingHere(stays).into());
        }
        if signed.at - done.at > TEN_MINUTES {
            return Err(Refusal::TooLate(done.act.said.clone()).into());
        }
        let act = cut(&format!("{TAKEN_BACK}{}", done.line), ACT);
        let mut line =
            Line { act: &act, mark: "<-", case: done.case, words: Some(&done.words), ..Line::default() };
        let changed = match &done.what {
            What::Case(changed) => changed,
            What::Finished { call, made } => {
                if let Some(refusal) = self.changed_since(done, signed)? {
                    return Err(refusal.into());
                }
                line.call = Some(*call);
                if let (Some(case), Some(made)) = (done.case, made) {
                    return self.back_in_call((*call, case), made, &line, signed);
                }
                if self.enquiry_went_on(*call)? {
                    return Err(Refusal::NothingHere(CHANGED_AGAIN).into());
                }
                // The wall opens a finished call only under this line.
                let mut writes = history::add(signed, &line);
                writes.extend(finished::not_finished(*call, signed));
                return self.write(&writes);
            }
            What::Stays => return Ok(()),
        };
        let Some(case) = done.case else { return Ok(()) };
        self.change_case_quietly(case, signed, |store, facts| {
            if let Some(refusal) = store.changed_since(done, signed)? {
                return Err(refusal.into());
            }
            let now = store.rows_of(case)?;
            if !facts.consent.in_force() || !changed.delta.still_stands(&now) {
                return Err(Refusal::NothingHere(CHANGED_AGAIN).into());
            }
            put_facts_back(facts, &changed.before, &changed.after)?;
            let lapsed = |until: NaiveDate| until < signed.today;
            facts.bookings.retain(|b| b.state != BookingState::Held || !b.held_until.is_some_and(lapsed));
            // The wall lets nothing come back but under this line.
            let mut writes = history::add(signed, &line);
            writes.extend(changed.delta.put_back(signed));
            writes.extend(store.details_put_back(facts, &changed.delta, signed)?);
            writes.extend(store.said_in_the_linked(case, &changed.delta, &act, signed)?);
            Ok(Change { writes, line: Line::default() })
        })
    }

    /// The other case of a link that changes hears of it: its version, and its own line.
    fn said_in_the_linked(
        &mut self,
        case: i64,
        delta: &Delta,
        act: &str,
        signed: &Signed,
    ) -> Result<Vec<Write>> {
        let mut writes = Vec::new();
        for (link, id) in delta.links().zip(signed.id + 1..) {
            let other = self.read_one(
                "SELECT CASE WHEN a = $1 THEN b ELSE a END FROM links WHERE id = $2",
                &params![case, link],
            )?;
            let Some(other) = other.map(|row| row.int(0)) else { continue };
            writes.push(Write::one(
                "UPDATE cases SET rev = rev + 1, touched = max(touched, $1) WHERE id = $2",
                params![signed.today, other],
            ));
            let line = Line { act, mark: "<-", case: Some(other), ..Line::default() };
            writes.extend(history::add(&Signed { id, ..signed.clone() }, &line));
        }
        Ok(writes)
    }

    /// Who else has written to the case since, or to the call and its enquiry, as a sentence.
    fn changed_since(&mut self, done: &Done, signed: &Signed) -> Result<Option<Refusal>> {
        let call = match &done.what {
            What::Finished { call, .. } => Some(*call),
            _ => None,
        };
        let other = self.read_one(
            "SELECT staff, at FROM history
             WHERE seq > $2 AND staff <> $3 AND staff <> $4
               AND (case_id = $1 OR call_id = $5 OR enquiry_id IN
                    (SELECT e.id FROM enquiries e JOIN calls l ON e.id = l.enquiry_id OR e.number = l.enquiry_number
                     WHERE l.id = $5))
             ORDER BY seq DESC LIMIT 1",
            &params![done.case, done.seq, signed.staff.as_str(), super::calendar::THE_PROGRAM, call],
        )?;
        Ok(other.map(|row| Refusal::ChangedSince {
            by: row.text(0),
            what: if done.case.is_some() { "case" } else { "enquiry" },
            at: signed.clock_of(row.int(1)),
        }))
    }
}

/// The facts of the queue follow the rows: what the act changed becomes what it was.
fn put_facts_back(
    now: &mut CaseFacts,
    before: &CaseFacts,
    after: &CaseFacts,
) -> std::result::Result<(), Refusal> {
    // All by name, so that a fact that is added to the queue is thought of here.
    let CaseFacts {
        id: _,
        rev: _,
        touched: _,
        state,
        route,
        consent,
        letter,
        la_informed,
        parties,
        bookings,
        steps,
        clashes: _,
        snoozes,
        after: comes_after,
    } = before;
    one(&mut now.state, state, &after.state)?;
    one(&mut now.route, route, &after.route)?;
    one(&mut now.consent, consent, &after.consent)?;
    one(&mut now.letter, letter, &after.letter)?;
    one(&mut now.la_informed, la_informed, &after.la_informed)?;
    one(&mut now.parties, parties, &after.parties)?;
    one(&mut now.bookings, bookings, &after.bookings)?;
    one(&mut now.steps, steps, &after.steps)?;
    one(&mut now.snoozes, snoozes, &after.snoozes)?;
    one(&mut now.after, comes_after, &after.after)
}

fn one<T: PartialEq + Clone>(now: &mut T, before: &T, after: &T) -> std::result::Result<(), Refusal> {
    if before == after || now == before {
        return Ok(());
    }
    if now != after {
        return Err(Refusal::NothingHere(CHANGED_AGAIN));
    }
    now.clone_from(before);
    Ok(())
}

/// The act in the words of the hint line.
fn said(line: &str, delta: &Delta) -> String {
    let verb = match line {
        "Date held" => "Held",
        "Meeting booked" => "Booked",
        "Date moved" => "Moved to",
        "Hold let go" => "Let go",
        "Meeting confirmed" => "Confirmed",
        held if held.starts_with("Meeting held") => "Was held:",
        other => return other.to_owned(),
    };
    delta.day().map_or_else(|| line.to_owned(), |day| format!("{verb} {}", short_day(day)))
}
