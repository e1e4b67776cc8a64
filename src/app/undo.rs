//! The last acts of this desk: named in the hint line, taken back with one key and done again with another.
//!
//! What an act changed is the store's to know; here is only the order of the acts, how long each can be taken
//! back, and what was sent, so that it can be sent again with new keys. An act that stays, or that the file refuses to
//! take back, is named with its case and what can be done instead, once; then it steps aside, and the next press goes
//! to the act before it. While anything that was sent is not in the file, the last act is not known: that is said, and
//! nothing is taken back. Nothing of a family stays here once its details leave the file, at this desk or, as soon as
//! this one hears of it, at another.

use super::{App, HELD_DOWN, LINE};
use crate::domain::consent::ConsentAct;
use crate::domain::text::cut;
use crate::protocol::answer::Answer;
use crate::protocol::command::Intention;
use crate::protocol::context::Context;
use crate::protocol::effect::{Effect, Place};
use crate::store::after::AfterWrite;
use crate::store::calls::CallWrite;
use crate::store::cases::CaseWrite;
use crate::store::clashes::Clash;
use crate::store::mediators::MediatorWrite;
use crate::store::undo::{Act, TEN_MINUTES, TakenBack};

/// The most acts that are remembered.
const MOST: usize = 40;
/// What stands behind the name of an act.
const UNDOES: &str = "Ctrl+Z undoes";
/// What stands behind the reason why an act stays, where there is one before it.
const BEFORE: &str = " Ctrl+Z: the act before.";
/// What stands behind what was taken back.
const AGAIN: &str = " Ctrl+Y does it again.";

/// What is said where no act is known.
const NOTHING: &str = "Nothing is left to take back here since the program started.";

/// An act that was taken back.
struct Undone {
    act: Act,
    /// What was sent; none where it cannot be sent again.
    what: Option<Intention>,
    added: Vec<i64>,
    at: i64,
}

/// The acts of this desk.
#[derive(Default)]
pub(super) struct Acts {
    /// What was sent, by its key.
    sent: Vec<(i64, Intention)>,
    /// Written, the latest last, each with its moment.
    done: Vec<(Act, i64)>,
    undone: Vec<Undone>,
    /// The taking back that was sent and not answered: its key, and the act it is of.
    asked: Option<(i64, i64)>,
    /// The key of what is done again.
    again: Option<i64>,
    /// The last press of the key, so that a key held down takes back one act.
    pressed: i64,
    /// The latest act, while the hint line names it.
    named: Option<String>,
}

impl Acts {
    /// The clock was set back: the next press is not the last one held down.
    pub(super) fn forget_the_press(&mut self) {
        self.pressed = 0;
    }

    /// An intention leaves.
    pub fn sent(&mut self, id: i64, what: &Intention) {
        if self.again == Some(0) {
            self.again = Some(id);
        }
        match what {
            Intention::TakeBack(act) => self.asked = Some((id, *act)),
            // What leaves the file is not kept here either.
            Intention::Case(
                CaseWrite::Erase { .. }
                | CaseWrite::Consent { act: ConsentAct::Withdrawn | ConsentAct::Denied, .. }
                | CaseWrite::After(AfterWrite::Settle { stands: false, .. }),
            )
            | Intention::Call(
                CallWrite::TakeOut { .. } | CallWrite::IsAbout { .. } | CallWrite::FinishCount { .. },
            ) => {
                self.sent.clear();
                self.undone.clear();
            }
            Intention::Case(CaseWrite::Consent { .. }) => {}
            Intention::Case(_)
            | Intention::Party(_)
            | Intention::Calendar(_)
            | Intention::Handover(_)
            | Intention::Mediator(MediatorWrite::Away { .. } | MediatorWrite::Extra { .. }) => {
                self.sent.push((id, what.clone()));
                if self.sent.len() > MOST {
                    self.sent.remove(0);
                }
            }
            _ => {}
        }
    }

    /// The act was done by no page: whatever is in front does not know of it.
    pub fn is_seen_nowhere(&mut self, answer: &Answer) -> bool {
        match answer {
            Answer::TakenBack(_) => true,
            Answer::Acted(act) => self.again.take_if(|id| *id == act.id).is_some(),
            _ => false,
        }
    }

    /// A key was pressed while this was the notice: the act was named, or will be after it.
    pub fn key(&mut self, notice: Option<&str>) {
        if self.named.is_some() && notice.is_none_or(|notice| fits(notice, LINE)) {
            self.named = None;
        }
    }

    /// The hint line with the latest act named in it.
    pub fn line(&self, notice: Option<&str>, room: usize) -> Option<String> {
        match (notice, &self.named) {
            (Some(notice), Some(_)) if fits(notice, room) => Some(format!("{notice} {UNDOES}")),
            (Some(notice), _) => Some(notice.to_owned()),
            (None, Some(said)) => Some(format!("{said}. {UNDOES}")),
            (None, None) => None,
        }
    }

    fn acted(&mut self, act: &Act, now: i64) {
        if self.again != Some(act.id) {
            self.undone.clear();
        }
        self.named = act.stays.is_none().then(|| act.said.clone());
        if act.ends {
            self.done.retain(|(old, _)| old.case != act.case);
        }
        self.done.push((act.clone(), now));
        if self.done.len() > MOST {
            self.done.remove(0);
        }
    }

    fn taken_back(&mut self, taken: &TakenBack, now: i64) -> Option<String> {
        self.asked = None;
        self.named = None;
        let at = self.done.iter().position(|(act, _)| act.id == taken.act)?;
        let (act, _) = self.done.remove(at);
        let what = self.sent.iter().position(|(id, _)| *id == taken.act).map(|at| self.sent.remove(at).1);
        let again = if what.is_some() { AGAIN } else { "" };
        let words = with(format!("Taken back: {}.", of(&act)), again);
        self.undone.push(Undone { act, what, added: taken.added.clone(), at: now });
        Some(words)
    }

    /// Families whose details or consent are gone: what was done with them and sent about them is forgotten. What
    /// was sent and is no act that is known to be about another case is not kept either.
    fn forget(&mut self, gone: &[i64]) {
        let is_gone = |case: Option<i64>| case.is_some_and(|case| gone.contains(&case));
        // The act that ended it here has no word of the family, and stays the last one.
        self.done.retain(|(act, _)| act.ends || !is_gone(act.case));
        self.undone.retain(|undone| !is_gone(undone.act.case));
        let done = &self.done;
        self.sent.retain(|(id, _)| done.iter().any(|(act, _)| act.id == *id));
        self.named = None;
    }

    /// An act stays: it steps aside, and is told with its case and what can be done instead.
    fn steps_aside(&mut self, act: i64, why: &str) -> Option<String> {
        let at = self.done.iter().position(|(done, _)| done.id == act)?;
        let (act, _) = self.done.remove(at);
        self.sent.retain(|(id, _)| *id != act.id);
        let about = act.about.map(|about| format!("{about}: ")).unwrap_or_default();
        let before = if self.done.is_empty() { "" } else { BEFORE };
        Some(with(format!("{about}{why}"), before))
    }
}

/// An act as it is told: "Booked Wed 2 Dec (M-0412)".
fn of(act: &Act) -> String {
    act.about.map_or_else(|| act.said.clone(), |about| format!("{} ({about})", act.said))
}

/// Words, and more of them where they are seen whole.
fn with(words: String, more: &str) -> String {
    if words.chars().count() + more.len() <= LINE { words + more } else { words }
}

/// What is said at the desk that was second; where names are hidden without the words of the other.
pub(super) fn two_values(clash: &Clash, hide_names: bool) -> String {
    let first = clash.stands_by.split_whitespace().next().unwrap_or("another desk");
    let theirs =
        if hide_names { "something else".to_owned() } else { format!("'{}'", cut(&clash.stands, 16)) };
    format!("{}: {first} wrote {theirs}. Yours is kept too; F9 on the case chooses.", clash.label)
}

fn fits(notice: &str, room: usize) -> bool {
    notice.chars().count() + 1 + UNDOES.len() <= room
}

impl App {
    /// An answer may be about an act.
    pub(super) fn hear_act(&mut self, answer: &Answer, context: &Context) -> Vec<Effect> {
        match answer {
            Answer::Acted(act) => self.acts.acted(act, context.now),
            Answer::TakenBack(taken) => {
                self.notice = self.acts.taken_back(taken, context.now).or(self.notice.take());
                return taken.call.map(|call| Effect::Open(Place::ResumeCall(call))).into_iter().collect();
            }
            Answer::Refused { id, refusal } => {
                self.acts.again.take_if(|again| again == id);
                if let Some((_, act)) = self.acts.asked.take_if(|(asked, _)| asked == id) {
                    let told = self.acts.steps_aside(act, &refusal.to_string());
                    return told.map(Effect::Notice).into_iter().collect();
                }
            }
            Answer::Lost { id, .. } => {
                self.acts.asked.take_if(|(asked, _)| asked == id);
                self.acts.again.take_if(|again| again == id);
            }
            Answer::Gone(cases) => self.acts.forget(cases),
            _ => {}
        }
        Vec::new()
    }

    /// What a press of the key does where it takes nothing back and does nothing again.
    fn not_now(&mut self, context: &Context) -> Option<Vec<Effect>> {
        let held = context.now - std::mem::replace(&mut self.acts.pressed, context.now) < HELD_DOWN;
        if held {
            return Some(Vec::new());
        }
        // An act that is not in the file yet is not known here: another would be taken for the last one.
        self.saving.not_yet(context).map(|words| vec![Effect::Notice(words)])
    }

    /// Takes the last act back.
    pub(super) fn undo_act(&mut self, context: &Context) -> Vec<Effect> {
        if let Some(instead) = self.not_now(context) {
            return instead;
        }
        let Some((act, at)) = self.acts.done.last().cloned() else {
            // What was done before a start is known to nobody here.
            return vec![Effect::Notice(NOTHING.to_owned())];
        };
        if context.now - at > TEN_MINUTES {
            return vec![Effect::Refuse(crate::domain::refusal::Refusal::TooLate(of(&act)))];
        }
        if let Some(stays) = act.stays {
            return self.acts.steps_aside(act.id, stays).map(Effect::Notice).into_iter().collect();
        }
        vec![Effect::Do(Intention::TakeBack(act.id))]
    }

    /// Does again what was taken back last.
    pub(super) fn redo_act(&mut self, context: &Context) -> Vec<Effect> {
        if let Some(instead) = self.not_now(context) {
            return instead;
        }
        let Some(undone) = self.acts.undone.pop() else {
            return vec![Effect::Notice("Nothing was taken back.".to_owned())];
        };
        let said = of(&undone.act);
        if context.now - undone.at > TEN_MINUTES {
            return vec![Effect::Notice(format!("Ten minutes are over. Taken back: {said}."))];
        }
        let again = undone.what.and_then(|what| what.again(&undone.added, || context.id()));
        match again {
            Some(what) => {
                self.acts.again = Some(0);
                vec![Effect::Do(what), Effect::Notice(format!("Done again: {said}."))]
            }
            None => vec![Effect::Notice(format!("Do it again by its own key: {said}."))],
        }
    }
}
