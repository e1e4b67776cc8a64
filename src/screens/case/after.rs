//! What comes after a meeting, on the pages of a case: the questions of one key, and where F9 on Today leads.
//!
//! A question is asked in a small window over the page; one key answers it and it is written at once. Words may
//! follow in a second window, which Enter or Esc skips: nothing is lost by that. The lines of the windows stand in
//! [`forms`], the rows of the dates page in [`rows`].

pub(super) mod forms;
mod objection;
pub(super) mod rows;
mod settle;
mod uncertified;

use super::dates::Chosen;
use super::editor::Purpose;
use super::{Asked, State};
use crate::domain::closing::Closing;
use crate::domain::outcome::{ByWhom, Outcome};
use crate::domain::queue::{BookingState, CaseState, StepKind, Why};
use crate::domain::refusal::Refusal;
use crate::domain::text::Private;
use crate::protocol::action::Action;
use crate::protocol::command::Intention;
use crate::protocol::context::Context;
use crate::protocol::effect::{CaseTab, Effect};
use crate::protocol::keys::Spot;
use crate::store::after::AfterWrite;
use crate::store::calendar::CalendarWrite;
use crate::store::cases::CaseWrite;
use forms::Window;
use settle::dated as settle_dated;
pub(super) use settle::ring_now;

/// A question of this part that waits for its key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Question {
    /// What came of this meeting.
    Outcome(i64),
    /// On whose account this meeting did not happen.
    ByWhom(i64),
    /// Whether this agreed action is done.
    Done(i64),
    /// Open a closed case again.
    Reopen,
    /// A closed case has been kept its years.
    Review,
    /// Close a case whose consent was withdrawn.
    CloseWithdrawn,
    /// The same, and its certificate is due.
    CloseWithdrawnUnsent,
    /// Keep or erase a case whose consent was withdrawn.
    Decide,
    /// Close a case whose certificate is due.
    Unsent(i64),
}

impl Question {
    /// Whose keys hold.
    pub(super) fn spot(self) -> Spot {
        match self {
            Self::Outcome(_) => Spot::Outcome,
            Self::ByWhom(_) => Spot::ByWhom,
            Self::Done(_)
            | Self::Reopen
            | Self::Review
            | Self::CloseWithdrawn
            | Self::CloseWithdrawnUnsent
            | Self::Unsent(_)
            | Self::Decide => Spot::Settle,
        }
    }

    /// Its title, what it says, and its keys.
    pub(super) fn words(self) -> (&'static str, &'static str, &'static str) {
        match self {
            Self::Outcome(_) => (
                "What came of the meeting?",
                "One key records it, and the certificate's clock starts where one is needed. Words can follow.",
                "a  agreed     p  part agreed     n  not agreed     d  did not happen",
            ),
            Self::ByWhom(_) => (
                "It did not happen: on whose account?",
                "The time is kept in the history. The case goes on where it was before the date.",
                "f  family     o  other side     m  mediator     Enter  the office",
            ),
            Self::Done(_) => (
                "Is what was agreed done?",
                "Ask the family. Not done is kept in the history; the family can take it up again.",
                "y  done     n  not done     Esc  ask later",
            ),
            Self::CloseWithdrawn => (
                "Close it: the family withdrew?",
                "Nothing is erased by that. Whether to erase stays on Today until it is decided.",
                "y  close it     Esc  leave it open",
            ),
            Self::CloseWithdrawnUnsent => (
                "The family withdrew; a certificate is due",
                "Without consent it is not recorded here. Closed now, the history says it was not sent.",
                "c  close all the same     Esc  leave it open",
            ),
            Self::Unsent(_) => (
                "A certificate is due and not sent",
                "Close it all the same, and the certificate stays unsent: the history says so.",
                "f  record it     n  not wanted     c  close all the same     Esc  leave it open",
            ),
            Self::Decide => (
                "Consent withdrawn: keep or erase?",
                "Kept, the case is closed and locked until its review. Removing asks for its number.",
                "k  keep it locked     r  remove the details     Esc  later",
            ),
            Self::Reopen => (
                "Open the case again?",
                "Its consent is in force. It is open as it was, and asks for its next step.",
                "y  open it again     Esc  leave it closed",
            ),
            Self::Review => (
                "Kept its years: and now?",
                "Keeping it longer asks again in a year. Removing the details is done on Consent: w, then r.",
                "k  keep it another year     r  to the Consent page     Esc  later",
            ),
        }
    }
}

/// What a page was opened for, from Today.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Errand {
    why: Why,
    booking: Option<i64>,
}

impl State {
    /// A case, opened to do one step that stands on Today.
    pub fn errand(case: i64, why: Why, booking: Option<i64>) -> Self {
        let mut state = Self::new(case, CaseTab::Dates, None);
        state.date = booking.map(Chosen::Booking);
        state.came_for = Some(Errand { why, booking });
        state
    }

    /// Begins what the page was opened for, once it has been read.
    pub(super) fn begin_errand(&mut self, context: &Context) -> Vec<Effect> {
        let Some(Errand { why, booking }) = self.came_for.take() else { return Vec::new() };
        self.errand = true;
        self.begin(why, booking, context)
    }

    /// What F9 does for a row of this part.
    pub(super) fn begin(&mut self, why: Why, booking: Option<i64>, context: &Context) -> Vec<Effect> {
        match why {
            Why::Meeting | Why::WasItHeld | Why::Outcome => {
                booking.map_or_else(Vec::new, |booking| self.ask_outcome(booking, context))
            }
            Why::Certificate | Why::Step(StepKind::Certificate) => self.certificate(),
            Why::Step(StepKind::CheckParent) => self.turn(CaseTab::Consent),
            Why::Withdrawn => self.decide(),
            Why::InDoubt => booking.map_or_else(Vec::new, |booking| self.settle_doubt(booking, context)),
            Why::Objection => {
                let _ = self.turn(CaseTab::Consent);
                self.objection()
            }
            Why::TwoValues => {
                let _ = self.turn(CaseTab::Summary);
                self.choose_value()
            }
            Why::Quiet => {
                self.any_act = true;
                self.turn(CaseTab::Summary)
            }
            Why::Step(what) => {
                let steps = self.page.as_deref().map_or(&[][..], |page| &page.facts.steps);
                let own = steps.iter().find(|s| booking == Some(s.id));
                let step = own.or_else(|| steps.iter().find(|s| s.what == what));
                self.date = step.map(|step| Chosen::Step(step.id));
                Vec::new()
            }
            Why::NoteActions => self.edit(Purpose::After(Window::Agreed(booking))),
            Why::Action => self.ask_done(context),
            Why::Close => self.close_case(),
            Why::Review => {
                self.asked = Some(Asked::After(Question::Review));
                Vec::new()
            }
            _ => Vec::new(),
        }
    }

    /// Asks what came of a meeting that is over, or is today.
    pub(super) fn ask_outcome(&mut self, booking: i64, context: &Context) -> Vec<Effect> {
        let Some(found) = self.booking(booking) else { return Vec::new() };
        let (state, day) = (found.state, found.slot.day);
        if day > context.today() {
            return vec![Effect::Refuse(Refusal::NotYet(crate::domain::typed_day::short_day(day)))];
        }
        if !matches!(state, BookingState::Booked | BookingState::InDoubt | BookingState::Met) {
            return vec![Effect::Refuse(Refusal::NothingHere("That date is over: it is kept as it was."))];
        }
        self.asked = Some(Asked::After(Question::Outcome(booking)));
        Vec::new()
    }

    /// A key of a question.
    pub(super) fn answer(&mut self, question: Question, key: &Action, context: &Context) -> Vec<Effect> {
        match (question, key) {
            (Question::Outcome(booking), Action::MeetingWas(Outcome::DidNotHappen)) => {
                self.asked = Some(Asked::After(Question::ByWhom(booking)));
                Vec::new()
            }
            (Question::Outcome(booking), Action::MeetingWas(outcome)) => {
                self.record(booking, *outcome, None, context)
            }
            (Question::ByWhom(booking), Action::By(by)) => {
                self.record(booking, Outcome::DidNotHappen, Some(*by), context)
            }
            (Question::Done(action), Action::Yes | Action::No) => {
                let write = AfterWrite::ActionDone { case: self.case, action, done: *key == Action::Yes };
                self.send(write, if *key == Action::Yes { "Recorded: done." } else { "Recorded: not done." })
            }
            (Question::CloseWithdrawn, Action::Yes) | (Question::CloseWithdrawnUnsent, Action::CloseCase) => {
                let (reason, call_off) = (Closing::FamilyWithdrew, Some(ByWhom::Family));
                let call_off = call_off.filter(|_| self.page.as_deref().is_some_and(settle_dated));
                let write = AfterWrite::Close {
                    case: self.case,
                    reason,
                    words: Private::default(),
                    call_off,
                    unsent: true,
                };
                self.send_off(write, "Closed.", "The family withdrew. Erasing stays to be decided.", context)
            }
            (Question::Unsent(_), Action::Certificate) => self.certificate(),
            (Question::Unsent(certificate), Action::No) => {
                self.edit(Purpose::After(Window::NotWanted(certificate)))
            }
            (Question::Unsent(_), Action::CloseCase) => {
                self.edit(Purpose::After(Window::Close { unsent: true }))
            }
            (Question::Reopen, Action::Yes) => {
                self.send(AfterWrite::Reopen { case: self.case }, "The case is open again.")
            }
            (Question::Review, Action::KeepSlot) => self
                .send(AfterWrite::KeepLonger { case: self.case }, "Kept another year; then it asks again."),
            (Question::Decide, Action::KeepSlot) => self.send_off(
                AfterWrite::KeepLocked { case: self.case },
                "Kept locked.",
                "Today asks again at its review.",
                context,
            ),
            (Question::Decide, Action::Erase) => self.edit(Purpose::Erase),
            (Question::Review, Action::Erase) => {
                self.errand = false;
                self.turn(CaseTab::Consent)
            }
            (_, Action::Esc | Action::StepBack) => self.leave_errand("Nothing was changed."),
            _ => {
                self.asked = Some(Asked::After(question));
                Vec::new()
            }
        }
    }

    /// Records what came of a meeting, and lets words follow.
    fn record(
        &mut self,
        booking: i64,
        result: Outcome,
        by: Option<ByWhom>,
        context: &Context,
    ) -> Vec<Effect> {
        let Some(page) = self.page.as_deref() else { return Vec::new() };
        // Said again, the words that stand there stay until somebody changes them.
        let words = forms::words_of(page, booking);
        let write = CalendarWrite::Outcome { booking, outcome: context.id(), result, by, words };
        let mut effects = vec![Effect::Do(Intention::Calendar(write))];
        let said = forms::outcome_said(page, booking, result, by);
        if page.facts.consent.in_force() {
            effects.extend(self.edit(Purpose::After(Window::Words { booking, result, by })));
        }
        effects.push(Effect::Notice(said));
        effects
    }

    /// Asks whether a withdrawn case is kept or erased.
    pub(super) fn decide(&mut self) -> Vec<Effect> {
        self.asked = Some(Asked::After(Question::Decide));
        self.turn(CaseTab::Consent)
    }

    /// The window of the certificate: of the one that is due, or of a new one.
    pub(super) fn certificate(&mut self) -> Vec<Effect> {
        let Some(page) = self.page.as_deref() else { return Vec::new() };
        match forms::certificate(page) {
            Ok(window) => self.edit(Purpose::After(window)),
            Err(words) => vec![Effect::Refuse(Refusal::NothingHere(words))],
        }
    }

    fn send(&mut self, write: AfterWrite, said: &str) -> Vec<Effect> {
        let mut effects = vec![Effect::Do(Intention::Case(CaseWrite::After(write)))];
        effects.extend(self.leave_errand(said));
        effects
    }

    /// The same, where a meeting of the locked case may go with it.
    fn send_off(&mut self, write: AfterWrite, did: &str, next: &str, context: &Context) -> Vec<Effect> {
        let ring = self.page.as_deref().and_then(|page| ring_now(page, did, context.today()));
        self.send(write, &ring.unwrap_or_else(|| format!("{did} {next}")))
    }

    /// Asks whether the agreed action whose day came first is done.
    fn ask_done(&mut self, context: &Context) -> Vec<Effect> {
        let due = self.page.as_deref().and_then(|page| page.facts.after.actions.iter().min_by_key(|a| a.due));
        match due.filter(|a| a.due <= context.today()) {
            Some(action) => self.asked = Some(Asked::After(Question::Done(action.id))),
            None => return vec![Effect::Refuse(Refusal::NothingHere("No agreed action is due yet."))],
        }
        Vec::new()
    }

    /// An action of the agreement of the latest meeting: to note, or, where it is due, to ask about.
    pub(super) fn agreed_action(&mut self) -> Vec<Effect> {
        let Some(page) = self.page.as_deref() else { return Vec::new() };
        let met = page.facts.after.outcomes.iter().rev().find(|o| o.outcome.has_an_agreement());
        let booking = met.map(|o| o.booking);
        self.edit(Purpose::After(Window::Agreed(booking)))
    }

    /// Closes an open case, or offers to open a closed one again.
    pub(super) fn close_case(&mut self) -> Vec<Effect> {
        match self.page.as_deref().map(|page| page.head.state) {
            Some(CaseState::Closed) if self.page.as_deref().is_some_and(|p| p.facts.consent.in_force()) => {
                self.asked = Some(Asked::After(Question::Reopen));
                Vec::new()
            }
            Some(CaseState::Closed) => vec![Effect::Refuse(Refusal::Withdrawn)],
            Some(CaseState::Open) if self.page.as_deref().is_some_and(|p| !p.facts.consent.in_force()) => {
                let due = self.page.as_deref().and_then(|page| page.facts.after.certificate_due());
                let question = due.map_or(Question::CloseWithdrawn, |_| Question::CloseWithdrawnUnsent);
                self.asked = Some(Asked::After(question));
                Vec::new()
            }
            Some(CaseState::Open) => {
                match self.page.as_deref().and_then(|page| page.facts.after.certificate_due()) {
                    Some(due) => {
                        self.asked = Some(Asked::After(Question::Unsent(due.id)));
                        Vec::new()
                    }
                    None => self.edit(Purpose::After(Window::Close { unsent: false })),
                }
            }
            _ => vec![Effect::Refuse(Refusal::NothingHere("Only an open case is closed."))],
        }
    }

    /// An objection or a court order: the oldest that is open is settled, otherwise another one is recorded.
    pub(super) fn objection(&mut self) -> Vec<Effect> {
        let open = self.page.as_deref().and_then(|page| page.facts.after.objections.first()).map(|o| o.id);
        self.edit(Purpose::After(open.map_or(Window::Object, Window::Settle)))
    }

    /// Which numbers of the chosen party are safe.
    pub(super) fn safe_to_ring(&mut self) -> Vec<Effect> {
        let party = self.chosen_party().map(|p| p.facts.id);
        party.map_or_else(Vec::new, |id| self.edit(Purpose::After(Window::Safe(id))))
    }

    /// Back to where the errand came from, if it was one.
    pub(super) fn leave_errand(&mut self, words: &str) -> Vec<Effect> {
        let mut effects = Vec::new();
        if self.errand {
            effects.push(Effect::Close);
        }
        if !words.is_empty() {
            effects.push(Effect::Notice(words.to_owned()));
        }
        effects
    }
}
