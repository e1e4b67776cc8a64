//! What comes after a meeting, on the pages of a case: the questions of one key, and where F9 on Today leads.
//!
//! A question is asked in a small window over the page; one key answers it and it is written at once. Words may
//! follow in a second window, which Enter or Esc skips: nothing is lost by that. The lines of the windows stand in
//! [`forms`], the rows of the dates page in [`rows`].

pub(super) mod forms;
pub(super) mod rows;

use super::dates::Chosen;
use super::editor::Purpose;
use super::{Asked, State};
use crate::domain::outcome::{ByWhom, Outcome};
use crate::domain::queue::{BookingState, StepKind, Why};
use crate::domain::refusal::Refusal;
use crate::domain::text::Private;
use crate::protocol::action::Action;
use crate::protocol::command::Intention;
use crate::protocol::context::Context;
use crate::protocol::effect::{CaseTab, Effect};
use crate::protocol::keys::Spot;
use crate::store::calendar::CalendarWrite;
use forms::Window;

/// A question of this part that waits for its key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Question {
    /// What came of this meeting.
    Outcome(i64),
    /// On whose account this meeting did not happen.
    ByWhom(i64),
}

impl Question {
    /// Whose keys hold.
    pub(super) fn spot(self) -> Spot {
        match self {
            Self::Outcome(_) => Spot::Outcome,
            Self::ByWhom(_) => Spot::ByWhom,
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
            Why::Step(what) => {
                let step =
                    self.page.as_deref().and_then(|page| page.facts.steps.iter().find(|s| s.what == what));
                self.date = step.map(|step| Chosen::Step(step.id));
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
    pub(super) fn answer(&mut self, question: Question, action: &Action, context: &Context) -> Vec<Effect> {
        match (question, action) {
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
        let write =
            CalendarWrite::Outcome { booking, outcome: context.id(), result, by, words: Private::default() };
        let mut effects = vec![Effect::Do(Intention::Calendar(write))];
        let said = forms::outcome_said(page, booking, result, by);
        if page.facts.consent.in_force() {
            effects.extend(self.edit(Purpose::After(Window::Words { booking, result, by })));
        }
        effects.push(Effect::Notice(said));
        effects
    }

    /// The window of the certificate: of the one that is due, or of a new one.
    pub(super) fn certificate(&mut self) -> Vec<Effect> {
        let Some(page) = self.page.as_deref() else { return Vec::new() };
        match forms::certificate(page) {
            Ok(window) => self.edit(Purpose::After(window)),
            Err(words) => vec![Effect::Refuse(Refusal::NothingHere(words))],
        }
    }

    /// Back to where the errand came from, if it was one.
    pub(super) fn leave_errand(&mut self, words: &'static str) -> Vec<Effect> {
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
