//! A promise made while the caller is still on the line: one line in the window of Finish.
//!
//! It is written right after the call is finished, in its own act, to whoever rang. Until then it stands in the
//! call, also when the window is closed and opened again; a call that is left takes it along as its ring-back.

use chrono::{NaiveDate, NaiveDateTime};

use super::super::State;
use super::next::{HOW_TO_REACH, NUMBER_TO_RING, SAFE_TO_RING};
use super::{Ending, place_of};
use crate::domain::call::CallerKind;
use crate::domain::detail::Detail;
use crate::domain::promise::{Part, Promised, read_promise};
use crate::domain::typed_day::short_day;
use crate::domain::willingness::PartyKind;
use crate::protocol::action::{Action, Edit};
use crate::protocol::command::Intention;
use crate::protocol::context::Context;
use crate::protocol::effect::Effect;
use crate::store::cases::{CaseWrite, Promisee};
use crate::widgets::field::Line;

/// What is said of words without a day.
const NO_DAY: &str = "Which day? Type it behind the words: thu, tomorrow pm, +3, next week.";
/// The same where the call is being finished.
const NO_DAY_YET: &str = "Which day? F9 again keeps the words for the next day we are open.";
/// The most letters of a promise.
const LONGEST: usize = 300;

/// The line, and whether it counts.
#[derive(Debug, Clone, Default)]
pub(in crate::screens::call) struct Promise {
    pub line: Line,
    /// It has the keys.
    pub typing: bool,
    /// It was kept with Enter.
    kept: bool,
    /// It was said that a day is missing.
    pub asked: bool,
}

impl Promise {
    pub(super) fn open(&mut self) {
        self.typing = true;
        self.line.edit(&Edit::SelectAll);
    }

    /// A key of the line; false where the window has it: F9 finishes from here too.
    pub(super) fn act(&mut self, action: &Action) -> bool {
        match action {
            Action::Edit(edit) => {
                let _ = self.line.edit_within(edit, LONGEST);
            }
            Action::NextField | Action::PreviousField | Action::Open => {
                self.typing = false;
                self.kept = !self.line.text().trim().is_empty();
            }
            Action::Esc | Action::StepBack => {
                self.typing = false;
                self.kept = false;
            }
            _ => return false,
        }
        true
    }

    /// The ring-back of a call that was left, taken up again before its time: it stays promised. One whose time has come is
    /// kept by the call itself.
    pub(in crate::screens::call) fn of_ring_back(
        ring_back: Option<(NaiveDate, Part)>,
        now: NaiveDateTime,
    ) -> Self {
        let is_ahead = |(day, part): &(NaiveDate, Part)| {
            *day > now.date() || *day == now.date() && part.time().is_some_and(|time| time > now.time())
        };
        let Some((day, part)) = ring_back.filter(is_ahead) else { return Self::default() };
        let words = format!("{} {}", short_day(day).to_lowercase(), part.code());
        Self { line: Line::holding(words.trim_end()), kept: true, ..Self::default() }
    }

    /// It is meant: kept, or being typed.
    fn counts(&self) -> bool {
        (self.kept || self.typing) && !self.line.text().trim().is_empty()
    }
}

impl State {
    /// What is promised, as it reads now.
    pub(in crate::screens::call) fn promised(&self, context: &Context) -> Option<Promised> {
        let counts = self.promise.counts();
        counts.then(|| read_promise(self.promise.line.text(), context.local, &self.days)).flatten()
    }

    /// What is said where words are typed for a promise and no day: its Enter waits for one, and F9 asks once.
    pub(super) fn asks_which_day(&mut self, action: &Action, context: &Context) -> Option<Effect> {
        let goes_on = matches!(action, Action::NextField | Action::PreviousField | Action::Open);
        let finishes = *action == Action::NextStep;
        let open = self.promise.counts() && self.promised(context).is_none();
        if !open || !(goes_on || finishes && !self.promise.asked) {
            return None;
        }
        self.promise.asked |= finishes;
        Some(Effect::Notice(if finishes { NO_DAY_YET } else { NO_DAY }.to_owned()))
    }

    /// The promise as it is said to the caller: without a number to ring, that is asked for.
    pub(super) fn promise_said(&self, context: &Context) -> String {
        let promised = self.promised(context);
        if promised.is_some() && self.rings_unsafe() {
            return HOW_TO_REACH.to_owned();
        }
        if promised.is_some() && !self.case_was_open && !self.can_be_rung(Detail::Phone) {
            return NUMBER_TO_RING.to_owned();
        }
        if promised.is_some() && self.rings_in_doubt() {
            return SAFE_TO_RING.to_owned();
        }
        promised.map_or_else(String::new, |p| format!("I will ring you {}.", p.spoken(context.today())))
    }

    /// The line of the window, while there is one.
    pub(in crate::screens::call) fn promise_words(&self, context: &Context) -> Option<String> {
        let read = self.promised(context).map(Promised::words);
        let no_day = read.is_none() && self.promise.counts();
        let read = read.or_else(|| no_day.then(|| "~ which day?".to_owned()));
        match (self.promise.typing, read) {
            (true, read) => Some(format!(
                "PROMISE     > Ring them on {} = {}",
                place_of(&self.promise.line),
                read.unwrap_or_default()
            )),
            (false, Some(read)) if self.rings_unsafe() => {
                Some(format!("PROMISE     > Reach them {read} - NOT SAFE TO RING"))
            }
            (false, Some(read)) if self.rings_in_doubt() => {
                Some(format!("PROMISE     > Ring them {read}: safe? Ask"))
            }
            (false, Some(read)) => Some(format!("PROMISE     > Ring them {read}")),
            (false, None) => None,
        }
    }

    /// The day and the part of it, for a call that is left.
    pub(super) fn ring_back(&self, context: &Context) -> Option<(NaiveDate, String)> {
        self.promised(context).map(|p| (p.day, p.part.code()))
    }

    /// What is written of it when the call is finished as a case.
    pub(super) fn promise_kept(&self, ending: Ending, context: &Context) -> Option<Effect> {
        // Words without a day, and F9 all the same: they are looked at on the next day the office is open.
        let in_words = || {
            let day = self.days.next_working(context.today());
            self.promise.counts().then_some(Promised { day, part: Part::Any, in_words: true, about: false })
        };
        let promised = self.promised(context).or_else(in_words).filter(|_| ending == Ending::Case)?;
        let to = match self.kind {
            Some(CallerKind::LaOfficer) => Promisee::Kind(PartyKind::LocalAuthority),
            Some(CallerKind::SchoolStaff) => Promisee::Kind(PartyKind::School),
            _ => Promisee::Family,
        };
        Some(Effect::Do(Intention::Case(CaseWrite::Promise {
            case: self.case?,
            step: context.id(),
            to,
            day: promised.day,
            part: promised.part,
            words: self.promise.line.text().trim().into(),
        })))
    }
}
