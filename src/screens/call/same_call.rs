//! The same call is open at two desks of one person, and the family's details left the file at the other one.
//!
//! The file is clean by itself; here it is the screen. What the file brought leaves it, as after a withdrawal at
//! another desk, and the page is of the call as the file has it now. What was typed here and never reached the file
//! stays as Scratch; of a caller who turned out to be somebody else it stands in the notes. What becomes of the words
//! at the desk that took them out is absent (`gate`), and so is a case that was open before its call (`others`). Where
//! the other desk recorded a consent of which this one did not know, a "no" here says so first.

use super::form::{Entry, Focus};
use super::notes::Left;
use super::{State, Told};
use crate::domain::call::{CallState, CallerKind};
use crate::domain::consent::ConsentAnswer;
use crate::domain::detail::Detail;
use crate::domain::reference::Reference;
use crate::domain::refusal::Refusal;
use crate::protocol::answer::Answer;
use crate::protocol::command::Question;
use crate::protocol::context::Context;
use crate::protocol::effect::{Effect, Place};
use crate::store::calls::{CallPage, CallWrite};

/// The case that was made in this call: the key of the write it travels with, and whether that is in the file.
#[derive(Clone, Copy, Default)]
pub(super) struct Made {
    sent: Option<i64>,
    pub in_file: bool,
    /// The case another desk made in this call with a consent of which this desk did not know.
    pub elsewhere: Option<i64>,
    /// A case of this call was in the file, or on its way there, and has left it again.
    pub taken_out: bool,
    /// Another program reads the file, so that it is there until that ends.
    pub still_there: bool,
    /// The call itself was ended at another desk, and whether it was said that what stands here only goes with it.
    ended: Option<bool>,
}

impl Made {
    /// A write leaves with this key: it may be the one that makes the case.
    pub fn sent(&mut self, id: i64, write: &CallWrite) {
        if matches!(write, CallWrite::Who { own: Some(_), .. } | CallWrite::Give { .. }) {
            *self = Self { sent: Some(id), ..self.of_what_left() };
        }
    }

    /// What is known of what has left, and nothing of a case.
    fn of_what_left(&self) -> Self {
        Self { taken_out: self.taken_out, still_there: self.still_there, ..Self::default() }
    }

    pub fn hear(&mut self, answer: &Answer) {
        self.still_there = match answer {
            Answer::StillInTheFile => true,
            Answer::LeftTheFile => false,
            _ => self.still_there,
        };
        if let Answer::Saved { id, .. } = answer
            && self.sent.take_if(|sent| sent == id).is_some()
        {
            self.in_file = true;
        }
    }
}

/// What is said of it.
fn words(page: &CallPage) -> &'static str {
    match (page.state, page.answer) {
        _ if page.case.is_some() && page.consent.in_force() => {
            "Another desk put this call to a case that is known: that is shown now."
        }
        _ if page.case.is_some() => "Consent was withdrawn at another desk: the family's details are locked.",
        (CallState::Finished, _) => {
            "Another desk ended this call: the family's details are gone from the file."
        }
        (_, Some(ConsentAnswer::No | ConsentAnswer::NotSure)) => {
            "Another desk took the consent back: the family's details left the file."
        }
        _ => "At another desk the family's details left the file. Here it is scratch now.",
    }
}

impl State {
    /// The file has the family of this call no more, and no key of this desk took it out.
    pub(super) fn left_at_another_desk(&self, page: &CallPage) -> bool {
        self.made.in_file
            && self.may_keep_family()
            && !self.case_was_open
            && self.joining.is_none()
            && (page.case != self.case || !page.consent.in_force())
    }

    /// What stands in the file may be otherwise than this desk has it.
    pub(super) fn reads_again(&self, answer: &Answer) -> bool {
        match answer {
            Answer::Refused { refusal: Refusal::Agreed(_), .. } => true,
            Answer::Changed | Answer::Refused { .. } | Answer::Lost { .. } => self.has_a_case(),
            _ => false,
        }
    }

    /// Another desk has recorded a consent in this call, and here it was "no", or nothing yet: the question is open again.
    pub(super) fn agreed_at_another_desk(&mut self, page: &CallPage) -> bool {
        let is = page.case.filter(|_| page.consent.in_force() && !page.case_is_open);
        if is.is_none() || self.case.is_some() || !self.asks_for_consent() || self.joining.is_some() {
            return false;
        }
        self.made.elsewhere = is;
        self.finish = None;
        self.answer = None;
        self.row = None;
        self.focus = Focus::Question;
        self.forget_letters();
        true
    }

    /// Finish asked for the number of the case and there is none: perhaps the case is not there any more.
    pub(super) fn asks_whether_it_is_there(&self, number: Option<Reference>) -> Vec<Effect> {
        let gone = number.is_none() && self.made.in_file && !self.case_was_open;
        gone.then_some(Effect::Ask(Question::Call(self.id))).into_iter().collect()
    }

    /// What the file brought leaves the screen, and the page is of the call as the file has it.
    pub(super) fn follow_the_file(&mut self, page: &CallPage, context: &Context) -> Effect {
        self.entries.retain(|_, entry| entry.is_touched() && !entry.filled);
        for entry in self.entries.values_mut() {
            entry.forget_kept();
        }
        self.keep_lines_not_in_file(page);
        let same_caller = page.kind == self.kind;
        if !same_caller {
            let callers: Vec<Detail> = Detail::ALL.into_iter().filter(|d| d.is_the_callers()).collect();
            self.move_to_notes(&callers, context);
        }
        for (detail, kept) in &page.details {
            self.entries
                .entry(*detail)
                .and_modify(|entry| entry.stood(&kept.typed))
                .or_insert_with(|| Entry::kept(&kept.typed, &kept.reading));
        }
        if let Some(kind) = page.kind {
            self.entries.insert(Detail::Who, Entry::kept(&kind.letter().to_string(), kind.code()));
        }
        self.kind = page.kind;
        self.caller = page.caller;
        self.case = page.case;
        self.case_was_open = page.case_is_open;
        self.consent = page.consent;
        self.withdrawn = page.withdrawn.or(self.withdrawn);
        self.answer = page.answer;
        self.for_adult = page.for_adult;
        self.child_alone = page.kind == Some(CallerKind::YoungPerson) && page.case.is_none();
        self.told = Told::default();
        self.others.clone_from(&page.others);
        self.sides = super::sides::Sides::of(page);
        self.numbers.clone_from(&page.numbers);
        self.seen.clear();
        self.schools.clear();
        self.alike = super::alike::Alike::default();
        let ended = (page.state == CallState::Finished).then_some(false);
        self.made = Made { ended, taken_out: true, ..self.made.of_what_left() };
        self.finish = None;
        self.letter = None;
        self.row = None;
        self.changes.forget();
        self.forget_letters();
        if let Some((_, from_scratch)) = &mut self.clip {
            *from_scratch = true;
        }
        // What is typed on goes into Scratch, never into another field.
        let stays = matches!(self.focus, Focus::Field(detail) if self.may_enter(detail));
        if !same_caller || !stays || !self.order().contains(&self.focus) {
            self.focus = Focus::Notes;
        }
        self.before_notes = self.first_empty();
        Effect::Notice(words(page).to_owned())
    }

    /// A call that was ended at another desk has no end of its own here: F9 closes it, once it was said what goes.
    pub(super) fn close_if_ended(&mut self) -> Option<Vec<Effect>> {
        let warned = self.made.ended?;
        if let Some(typed) = self.unsaved_in_words().filter(|_| !warned) {
            self.made.ended = Some(true);
            return Some(vec![Effect::Notice(format!("Ended at another desk. F9: {typed} gone for good."))]);
        }
        let said = "Closed here: another desk had ended the call.".to_owned();
        Some(vec![Effect::CallClosed(self.id), Effect::Open(Place::Home), Effect::Notice(said)])
    }

    /// Of the notes the lines stay that were typed here and are not in the file, behind what the file shows now.
    fn keep_lines_not_in_file(&mut self, page: &CallPage) {
        let was_kept: Vec<&str> = self.notes_kept.lines().filter(|line| !line.is_empty()).collect();
        let text = self.notes.text();
        // Of a line that goes on behind what is in the file, the rest.
        let rest = |line| {
            was_kept.iter().filter_map(|kept| str::strip_prefix(line, kept)).min_by_key(|rest| rest.len())
        };
        let typed =
            text.lines().zip(&self.begun).map(|(line, at)| (rest(line).map_or(line, str::trim_start), *at));
        let (typed, since): (Vec<&str>, Vec<i64>) = typed.filter(|(line, _)| !line.trim().is_empty()).unzip();
        let earlier = page.notes.trim_end();
        let mut begun: Vec<i64> = page.begun.split(' ').filter_map(|at| at.parse().ok()).collect();
        begun.resize(earlier.lines().count(), page.started);
        begun.extend(since);
        let all: Vec<&str> = earlier.lines().chain(typed).collect();
        self.begun = begun;
        self.hold(&all.join("\n"), page.started);
        self.notes_kept.clone_from(&page.notes.0);
        self.notes_left = if page.notes_locked { Left::NotRead } else { Left::Nothing };
        self.notes_sent = None;
        self.notes_typed = None;
    }
}
