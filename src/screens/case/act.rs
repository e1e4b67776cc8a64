//! What the keys of a case do: turning pages, choosing rows, opening the small window, sending what it holds.
//!
//! Every key answers: where a page has nothing for it, a sentence says so. What is written leaves as an
//! intention; whether a rule allows it is asked of the rules before, and of the file again.

use super::dates::{self, Chosen};
use super::editor::Purpose;
use super::next::{self, Next};
use super::{Asked, Shown, State};
use crate::domain::consent::ConsentStanding;
use crate::domain::outcome::Outcome;
use crate::domain::queue::BookingState;
use crate::domain::refusal::Refusal;
use crate::domain::willingness::{Needed, Side};
use crate::protocol::action::Action;
use crate::protocol::command::{Intention, Question};
use crate::protocol::context::Context;
use crate::protocol::effect::{CaseTab, Effect, Place};
use crate::store::calendar::{Booking, CalendarWrite};
use crate::store::calls::About;
use crate::store::cases::{CasePage, CaseWrite};
use crate::store::parties::PartyWrite;

fn nothing_here(words: &'static str) -> Vec<Effect> {
    vec![Effect::Refuse(Refusal::NothingHere(words))]
}

/// How many rows an action steps down; up is negative.
fn by(action: &Action) -> isize {
    match action {
        Action::Up => -1,
        Action::Down => 1,
        Action::PageUp => -12,
        Action::PageDown => 12,
        Action::First => isize::MIN / 2,
        _ => isize::MAX / 2,
    }
}

/// More rows than any page has is not scrolled to.
fn longest(page: &CasePage) -> usize {
    page.timeline.len() * 4 + page.consents.len() + 40
}

impl State {
    pub(super) fn page_act(&mut self, action: &Action, context: &Context) -> Vec<Effect> {
        if self.editor.is_some() {
            return self.edit_act(action, context);
        }
        if let Some(follow) = self.follow.take() {
            return self.in_follow(follow, action, context);
        }
        if self.asked.is_some() {
            return self.question_act(action, context);
        }
        if matches!(self.compared, super::link::Compared::Shown(_)) {
            return self.compared_act(action, context);
        }
        if let Some(Shown::Clocks(chosen)) = self.shown {
            self.clocks_act(action, chosen);
            return Vec::new();
        }
        if self.shown.is_some() {
            self.shown_act(action);
            return Vec::new();
        }
        let tabs = CaseTab::ALL;
        let at = tabs.iter().position(|t| *t == self.tab).unwrap_or(0);
        match action {
            Action::Left | Action::Right => {
                self.errand = false;
                let step = if *action == Action::Left { tabs.len() - 1 } else { 1 };
                let to = tabs[(at + step) % tabs.len()];
                if to == CaseTab::Willingness && self.picked.is_none() {
                    // Whom the next step names is rung next: their answer is the one that is recorded.
                    self.party = self.due.party().or(self.party);
                }
                self.turn(to)
            }
            Action::NextBox => {
                let boxes = match self.tab {
                    CaseTab::Willingness => 3,
                    CaseTab::Summary | CaseTab::Consent => 2,
                    _ => 1,
                };
                self.focus = (self.focus + 1) % boxes;
                self.scrolled = 0;
                Vec::new()
            }
            Action::Last if self.tab == CaseTab::Timeline && self.more => self.older_lines(),
            Action::Up | Action::Down | Action::PageUp | Action::PageDown | Action::First | Action::Last => {
                self.step(by(action));
                Vec::new()
            }
            Action::NextStep => self.do_next(context),
            Action::StepBack => vec![Effect::Close],
            Action::Notes | Action::AddNote => self.edit(Purpose::Note),
            Action::Promise | Action::Snooze => self.open_follow(action, context),
            Action::CallAbout => vec![Effect::Open(Place::CallAbout(About::Case(self.case)))],
            Action::EditRow if self.tab == CaseTab::Willingness => {
                let party = self.chosen_party().map(|p| p.facts.id);
                party.map_or_else(Vec::new, |id| self.edit(Purpose::Contact(id)))
            }
            Action::EditRow => self.edit(Purpose::Details),
            Action::Open => match (self.tab, self.chosen_date()) {
                (CaseTab::Dates, Some(Chosen::Step(step))) => self.step_done(step),
                (CaseTab::Willingness, _) => {
                    self.shown = self.chosen_party().map(|_| Shown::History);
                    Vec::new()
                }
                (CaseTab::Summary, _) => self.do_next(context),
                _ => Vec::new(),
            },
            Action::Compare => self.compare(),
            Action::AddConsent => self.edit(Purpose::AddConsent),
            Action::CheckConsent => self.edit(Purpose::CheckConsent),
            Action::WithdrawConsent => self.withdraw(),
            Action::Erase => match self.page.as_deref().map(|p| p.facts.consent) {
                Some(ConsentStanding::Withdrawn) => self.edit(Purpose::Erase),
                _ => vec![Effect::Refuse(Refusal::NothingHere(
                    "The family's details leave only after the consent is withdrawn: w.",
                ))],
            },
            Action::Clocks => self.open_clocks(context.today()),
            Action::WhatWasTold => {
                self.shown = Some(Shown::Told);
                self.scrolled = 0;
                Vec::new()
            }
            Action::Answer(what) => {
                let party = self.chosen_party().map(|p| p.facts.id);
                party.map_or_else(Vec::new, |id| self.edit(Purpose::Answer(id, Some(*what))))
            }
            Action::Add => self.edit(Purpose::AddParty),
            Action::Drop => self.drop_or_take_back(),
            Action::Tick if self.tab == CaseTab::Willingness => {
                let needed = self.chosen_party().map(|p| p.facts.standing.needed);
                self.need(if needed == Some(Needed::Needed) { Needed::Invited } else { Needed::Needed })
            }
            Action::History => {
                self.shown = self.chosen_party().map(|_| Shown::History);
                self.scrolled = 0;
                Vec::new()
            }
            Action::WasHeld | Action::DidNotHappen => {
                let Some(Chosen::Booking(id)) = self.chosen_date() else {
                    return nothing_here("That key is for a date. Choose one with Up and Down.");
                };
                let effects = self.ask_outcome(id, context);
                match self.asked {
                    Some(Asked::After(question)) if *action == Action::DidNotHappen => {
                        self.answer(question, &Action::MeetingWas(Outcome::DidNotHappen), context)
                    }
                    _ => effects,
                }
            }
            Action::Certificate => self.certificate(),
            Action::AgreedAction => self.agreed_action(),
            Action::CloseCase => self.close_case(),
            Action::Objection => self.objection(),
            Action::SafeToRing => self.safe_to_ring(),
            Action::KeepSlot | Action::LetGo | Action::Move => self.booking_act(action),
            _ => Vec::new(),
        }
    }

    /// A key over a box that is looked at: it is scrolled or closed.
    fn shown_act(&mut self, action: &Action) {
        match action {
            Action::Up => self.scrolled = self.scrolled.saturating_sub(1),
            Action::Down => self.scrolled += 1,
            Action::Esc | Action::StepBack | Action::History | Action::WhatWasTold => {
                self.shown = None;
                self.scrolled = 0;
            }
            _ => {}
        }
    }

    /// The next step, as F9 does it on this page.
    pub(super) fn next(&self, context: &Context) -> Next {
        self.page.as_deref().map_or(Next::Nothing, |page| next::next(page, context.local))
    }

    fn do_next(&mut self, context: &Context) -> Vec<Effect> {
        let Some(page) = self.page.as_deref() else { return Vec::new() };
        match self.tab {
            CaseTab::Consent if page.facts.consent == ConsentStanding::ToCheck => {
                return self.edit(Purpose::CheckConsent);
            }
            CaseTab::Consent if page.facts.consent == ConsentStanding::Withdrawn => {
                return if self.undecided() { self.decide() } else { self.edit(Purpose::Erase) };
            }
            CaseTab::Consent if self.objected() => return self.objection(),
            CaseTab::Willingness if self.offers() && !self.errand => return self.calendar(None),
            CaseTab::Willingness => {
                let party = self.chosen_party().map(|p| p.facts.id);
                return party.map_or_else(Vec::new, |id| self.edit(Purpose::Answer(id, None)));
            }
            CaseTab::Dates => return self.next_on_dates(context),
            CaseTab::Timeline => return Vec::new(),
            _ => {}
        }
        self.do_due(context)
    }

    /// Does the next step of the case, whatever page it is seen from.
    pub(super) fn do_due(&mut self, context: &Context) -> Vec<Effect> {
        match self.next(context) {
            Next::Party(party) => {
                (self.party, self.picked) = (Some(party), None);
                self.turn(CaseTab::Willingness)
            }
            Next::Consent if self.undecided() => self.decide(),
            Next::Consent => self.turn(CaseTab::Consent),
            Next::Booking(booking) => self.settle_doubt(booking, context),
            Next::Dates => self.calendar(None),
            Next::Mediator(booking) | Next::Move(booking) => self.calendar(Some(booking)),
            Next::Step(step, _) => self.step_done(step),
            Next::After(why, booking) => self.begin(why, booking, context),
            Next::Values => self.choose_value(),
            Next::Nothing => Vec::new(),
        }
    }

    /// An objection waits to be settled, and the consent is in force.
    pub(super) fn objected(&self) -> bool {
        self.page
            .as_deref()
            .is_some_and(|page| page.facts.consent.in_force() && !page.facts.after.objections.is_empty())
    }

    /// The consent was withdrawn, and nobody has said yet whether the record is kept.
    pub(super) fn undecided(&self) -> bool {
        self.page.as_deref().is_some_and(|page| {
            page.facts.consent == ConsentStanding::Withdrawn && page.facts.after.keep_until.is_none()
        })
    }

    pub(super) fn turn(&mut self, tab: CaseTab) -> Vec<Effect> {
        self.tab = tab;
        self.focus = 0;
        self.scrolled = 0;
        Vec::new()
    }

    pub(super) fn calendar(&self, moving: Option<i64>) -> Vec<Effect> {
        vec![Effect::Open(Place::Calendar { case: Some(self.case), finder: true, mediator: None, moving })]
    }

    pub(super) fn step_done(&mut self, step: i64) -> Vec<Effect> {
        let Some(page) = self.page.as_deref() else { return Vec::new() };
        let Some(found) = page.facts.steps.iter().find(|s| s.id == step) else { return Vec::new() };
        let said = format!("Done: {}.", found.what.done());
        // The next promise is chosen, so that F9 stands on it.
        let next = page.facts.steps.iter().find(|s| s.id != step).map(|s| Chosen::Step(s.id));
        let mut effects = vec![
            Effect::Do(Intention::Case(CaseWrite::StepDone { case: self.case, step })),
            Effect::Notice(said),
        ];
        self.date = next;
        // Whoever came for this one step is back at the list.
        effects.extend(self.errand.then_some(Effect::Close));
        effects
    }

    /// Up and down: the chosen row, or the text of the page.
    fn step(&mut self, by: isize) {
        self.errand = false;
        let Some(page) = self.page.as_deref() else { return };
        let moved = |at: usize, count: usize| at.saturating_add_signed(by).min(count.saturating_sub(1));
        match self.tab {
            CaseTab::Willingness if self.focus == 0 => {
                let chosen = self.chosen_party().map(|p| p.facts.id);
                let at = page.parties.iter().position(|p| Some(p.facts.id) == chosen).unwrap_or(0);
                self.party = page.parties.get(moved(at, page.parties.len())).map(|p| p.facts.id);
                self.picked = self.party;
            }
            CaseTab::Dates => {
                let rows = dates::rows(page);
                let at = rows.iter().position(|r| Some(*r) == self.chosen_date()).unwrap_or(0);
                self.date = rows.get(moved(at, rows.len())).copied();
            }
            _ => self.scrolled = self.scrolled.saturating_add_signed(by).min(longest(page)),
        }
    }

    fn need(&mut self, needed: Needed) -> Vec<Effect> {
        let Some(party) = self.chosen_party() else { return Vec::new() };
        let kind = party.facts.standing.kind.short();
        let write = PartyWrite::Need { case: self.case, party: party.facts.id, needed };
        vec![Effect::Do(Intention::Party(write)), Effect::Notice(format!("{kind}: {}.", needed.code()))]
    }

    fn drop_or_take_back(&mut self) -> Vec<Effect> {
        let Some(standing) = self.chosen_party().map(|p| p.facts.standing) else { return Vec::new() };
        self.need(match (standing.needed, standing.side) {
            (Needed::Dropped, Side::Beside) => Needed::Invited,
            (Needed::Dropped, _) => Needed::Needed,
            _ => Needed::Dropped,
        })
    }

    /// The keys of the dates page, on the chosen booking.
    pub(super) fn booking_act(&mut self, action: &Action) -> Vec<Effect> {
        let Some(Chosen::Booking(id)) = self.chosen_date() else {
            return nothing_here(match action {
                Action::LetGo => "Here x is for a date. On Summary x closes the case.",
                _ => "That key is for a date. Choose one with Up and Down.",
            });
        };
        let Some(state) = self.booking(id).map(|b| b.state) else { return Vec::new() };
        let fixed = matches!(state, BookingState::Booked | BookingState::InDoubt);
        let send =
            |write, said: &str| vec![Effect::Do(Intention::Calendar(write)), Effect::Notice(said.to_owned())];
        match action {
            Action::KeepSlot if state == BookingState::InDoubt => match self.missing() {
                None => {
                    let mut effects =
                        send(CalendarWrite::Confirm { booking: id }, "The meeting is confirmed again.");
                    effects.extend(self.errand.then_some(Effect::Close));
                    effects
                }
                Some(missing) => vec![Effect::Notice(format!("The slot is kept, in doubt. {missing}"))],
            },
            Action::KeepSlot => nothing_here("k is for a booking in doubt."),
            Action::LetGo if state == BookingState::Held => {
                send(CalendarWrite::LetGo { booking: id }, "The hold is let go. The time is free again.")
            }
            Action::LetGo if fixed => {
                self.asked = Some(Asked::CallOff(id));
                Vec::new()
            }
            Action::Move if state.is_live() => self.calendar(Some(id)),
            // Somebody who wants the case closed presses the same key.
            Action::LetGo => nothing_here("That date is over and is kept. On Summary x closes the case."),
            _ => nothing_here("That date is over: it is kept as it was."),
        }
    }

    /// Asks for the lines of the timeline before the oldest that is known.
    fn older_lines(&mut self) -> Vec<Effect> {
        self.step(isize::MAX / 2);
        let newest = self.page.as_deref().and_then(|page| page.timeline.last());
        self.older.last().or(newest).map_or_else(Vec::new, |oldest| {
            vec![Effect::Ask(Question::Timeline { case: self.case, before: oldest.seq })]
        })
    }

    /// A booking of the page whose mediator is not there that day.
    pub(super) fn is_without_mediator(&self, id: i64) -> bool {
        let facts = self.page.as_deref().map(|page| page.facts.bookings.as_slice());
        facts.is_some_and(|all| {
            all.iter().any(|b| b.id == id && b.away.is_some() && b.state != BookingState::Held)
        })
    }

    /// A booking of the page.
    pub(super) fn booking(&self, id: i64) -> Option<&Booking> {
        self.page.as_deref()?.dates.iter().find(|b| b.id == id)
    }

    /// Where the chosen booking stands.
    pub(super) fn chosen_state(&self) -> Option<BookingState> {
        match self.chosen_date()? {
            Chosen::Booking(id) => self.booking(id).map(|b| b.state),
            Chosen::Step(_) => None,
        }
    }

    /// The day of the chosen booking.
    pub(super) fn chosen_day(&self) -> Option<chrono::NaiveDate> {
        match self.chosen_date()? {
            Chosen::Booking(id) => self.booking(id).map(|b| b.slot.day),
            Chosen::Step(_) => None,
        }
    }

    /// What is missing before the light, as a sentence.
    pub(super) fn missing(&self) -> Option<String> {
        self.page.as_deref()?.facts.missing().first().map(|m| m.sentence())
    }
}
