//! Finish: what will be kept, read back, with the next step. F9 again finishes; nothing has to be filled in.
//!
//! What follows from what was typed (the ending, the next step and its day) is proposed, and can be changed.

mod check;
mod next;
mod nothing;
mod parties;
mod promise;
mod say;

use chrono::NaiveDate;

use crate::domain::call::CallerKind;
use crate::domain::consent::{ConsentAnswer, ConsentStanding, relation_of_one};
use crate::domain::detail::Detail;
use crate::domain::enquiry;
use crate::domain::reference::Reference;
use crate::domain::subject::route_of;
use crate::domain::text::Private;
use crate::domain::typed_day::short_day;
use crate::domain::willingness::{Needed, PartyKind, Side};
use crate::protocol::action::{Action, Edit};
use crate::protocol::command::Question;
use crate::protocol::context::Context;
use crate::protocol::effect::{Effect, Place};
use crate::protocol::keys::Spot;
use crate::store::calls::{CallWrite, CountReason, FamilyAnswer, NewCase, NewEnquiry};
use crate::store::parties::{Contact, NewParty};
use crate::widgets::field::Line;
use crate::widgets::frame::cells;

use super::State;
use super::form::Focus;
use super::notes::Left;
pub(super) use check::{ASKED, OFFERED};
pub(super) use promise::Promise;

/// The most letters of the day of the next step.
const LONGEST_DAY: usize = 200;

/// The most cells of a field in the lines of the window: what is longer moves along in it.
const FIELD: usize = 22;

/// What holds the place of a field in those lines: one word, which is not broken.
pub(super) fn place_of(field: &Line) -> String {
    format!("[{}]", "_".repeat(cells(field.text()).min(FIELD)))
}

/// What is said of a count line while another program reads the file.
const STILL_THERE: &str = "Finished: a count line. The rest leaves when the other program is done.";

/// How a call ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Ending {
    /// A case, or one more call about it.
    Case,
    /// No consent: an enquiry when the caller rings back, otherwise a count line.
    NoConsent(AfterNo),
    /// A child alone: a count line.
    ChildAlone,
    /// *Who* was never answered.
    WhoWasIt,
    /// Nothing was typed or chosen: nothing is kept.
    NoCall,
    /// The family itself rang, and nothing of it was ever typed: a count line. A case would have nobody in it.
    Nobody,
}

/// What happens after "no".
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum AfterNo {
    RingsBack,
    TheyRing,
    Nothing,
}

/// The finish window.
#[derive(Debug, Clone)]
pub(super) struct Finish {
    pub ending: Ending,
    pub number: Option<Reference>,
    /// The first thing to do in a case that is open already, and its day.
    pub next: Option<(String, NaiveDate)>,
    /// The day of the next step, as typed.
    pub day: Line,
    /// The day has the keys.
    pub editing: bool,
    /// It was said that what was typed would be gone.
    pub warned: bool,
}

impl Finish {
    pub fn spot(&self) -> Spot {
        match self.ending {
            Ending::NoConsent(_) => Spot::FinishNoConsent,
            _ => Spot::Finish,
        }
    }

    pub fn typing(&self) -> bool {
        self.editing
    }

    pub fn next_step(&self) -> &'static str {
        match self.ending {
            Ending::NoConsent(_) | Ending::ChildAlone => "Keep",
            Ending::Case | Ending::WhoWasIt | Ending::NoCall | Ending::Nobody => "Finish",
        }
    }
}

impl State {
    fn ending(&self) -> Ending {
        if self.child_alone {
            Ending::ChildAlone
        } else if self.is_no_call() {
            Ending::NoCall
        } else if self.kind.is_none() && self.about().is_none() {
            Ending::WhoWasIt
        } else if self.nothing_was_typed() {
            Ending::Nobody
        } else if self.consent.in_force() {
            Ending::Case
        } else if self.for_adult {
            Ending::NoConsent(AfterNo::TheyRing)
        } else if self.may_ring_back() {
            Ending::NoConsent(AfterNo::RingsBack)
        } else {
            Ending::NoConsent(AfterNo::Nothing)
        }
    }

    /// A caller ringing in their work may be rung back; a relative's call leaves a count line.
    pub(super) fn may_ring_back(&self) -> bool {
        self.kind.is_some_and(CallerKind::rings_in_their_work)
    }

    /// Somebody else of the family decides, and may ring: not where the family itself is ringing.
    pub(super) fn they_may_ring(&self) -> bool {
        !self.is_the_family() || self.kind.is_none() && !self.was_withdrawn()
    }

    /// The case this call is about has no consent any more.
    pub(in crate::screens::call) fn was_withdrawn(&self) -> bool {
        self.about().is_some() && self.consent == ConsentStanding::Withdrawn && !self.for_adult
    }

    pub(super) fn open_finish(&mut self, context: &Context) -> Vec<Effect> {
        if let Some(closed) = self.close_if_ended() {
            return closed;
        }
        let mut effects = self.leave(context);
        if self.kind.is_none() && self.may_keep_family() {
            // Of a call about a case nobody said who was ringing: what was typed of them is in its notes.
            let callers: Vec<Detail> = Detail::ALL.into_iter().filter(|d| d.is_the_callers()).collect();
            self.move_to_notes(&callers, context);
        }
        effects.extend(self.flush(context));
        let ending = self.ending();
        self.finish = Some(Finish {
            ending,
            number: None,
            next: None,
            day: Line::holding(&self.day_offered(context)),
            editing: false,
            warned: false,
        });
        let case = match ending {
            Ending::Case => self.case,
            Ending::NoConsent(after) if self.keeps_an_enquiry(after) => None,
            _ => return effects,
        };
        // A case that was open has its number; an enquiry about it has none yet.
        if !self.case_was_open || case.is_none() {
            effects.push(Self::doing(CallWrite::TakeNumber { call: self.id, case }));
        }
        effects.push(Effect::Ask(Question::TakenNumber { call: self.id, case }));
        effects
    }

    /// A parent of a young person who decides is kept as an enquiry, with name and number only.
    pub(super) fn keeps_an_enquiry(&self, after: AfterNo) -> bool {
        after == AfterNo::RingsBack || (self.for_adult && after == AfterNo::TheyRing)
    }

    pub(super) fn act_in_finish(&mut self, action: &Action, context: &Context) -> Vec<Effect> {
        let (may_ring_back, they_may_ring) = (self.may_ring_back(), self.they_may_ring());
        if *action == Action::CheckConsent && !self.promise.typing {
            return self.check(context);
        }
        let day_counts = self.finish.as_ref().is_some_and(|finish| self.day_counts(finish, context));
        let promised = self.ring_back(context);
        let rung = if self.rings_unsafe() { "reached, NOT RUNG," } else { "rung back" };
        if let Some(asks) = self.asks_which_day(action, context) {
            return vec![asks];
        }
        let Some(finish) = &mut self.finish else { return Vec::new() };
        if self.promise.typing && self.promise.act(action) {
            return Vec::new();
        }
        match action {
            Action::Promise if finish.ending == Ending::Case => {
                finish.editing = false;
                self.promise.open();
                Vec::new()
            }
            Action::Esc | Action::PreviousField | Action::Up | Action::StepBack => {
                self.finish = None;
                if self.kind.is_none() {
                    self.focus = Focus::Field(Detail::Who);
                }
                Vec::new()
            }
            Action::RingsBack if may_ring_back => {
                finish.ending = Ending::NoConsent(AfterNo::RingsBack);
                self.take_enquiry_number()
            }
            Action::TheyRing if they_may_ring => {
                finish.ending = Ending::NoConsent(AfterNo::TheyRing);
                Vec::new()
            }
            Action::NothingMore => {
                finish.ending = Ending::NoConsent(AfterNo::Nothing);
                Vec::new()
            }
            Action::NextField => {
                finish.editing = day_counts && !finish.editing;
                if finish.editing {
                    finish.day.edit(&Edit::SelectAll);
                }
                Vec::new()
            }
            Action::Later if finish.ending == Ending::Case => {
                let (day, time) = promised.unwrap_or_else(|| (context.today(), String::new()));
                let when = if day == context.today() { "today".to_owned() } else { short_day(day) };
                vec![
                    Self::doing(CallWrite::Leave { call: self.id, ring_back: Some((day, time)) }),
                    Effect::CallClosed(self.id),
                    Effect::Open(Place::Home),
                    Effect::Notice(format!(
                        "Not finished: it waits in Calls not finished, to be {rung} {when}."
                    )),
                ]
            }
            Action::Edit(edit) if finish.editing => {
                finish.day.edit_within(edit, LONGEST_DAY);
                Vec::new()
            }
            Action::NextStep => self.finish_call(context),
            _ => Vec::new(),
        }
    }

    fn take_enquiry_number(&self) -> Vec<Effect> {
        vec![
            Self::doing(CallWrite::TakeNumber { call: self.id, case: None }),
            Effect::Ask(Question::TakenNumber { call: self.id, case: None }),
        ]
    }

    fn finish_call(&mut self, context: &Context) -> Vec<Effect> {
        let typed = self.unsaved_in_words();
        if let (Some(finish), Some(typed)) = (&mut self.finish, typed)
            && finish.ending == Ending::WhoWasIt
            && !std::mem::replace(&mut finish.warned, true)
        {
            let words = format!("{typed} would be gone for good. Esc, Who keeps it. F9: gone.");
            return vec![Effect::Notice(words)];
        }
        let Some(finish) = self.finish.clone() else { return Vec::new() };
        let promise = self.promise_kept(finish.ending, context);
        let write = match finish.ending {
            Ending::Case => {
                let Some(case) = self.case else { return Vec::new() };
                CallWrite::FinishCase {
                    call: self.id,
                    new: (!self.case_was_open).then(|| self.new_case(case, context)),
                    case,
                }
            }
            Ending::NoConsent(after) if self.keeps_an_enquiry(after) => {
                CallWrite::FinishEnquiry { call: self.id, enquiry: self.new_enquiry(after, context) }
            }
            Ending::NoConsent(_) => CallWrite::FinishCount { call: self.id, reason: CountReason::NoConsent },
            Ending::ChildAlone => CallWrite::FinishCount { call: self.id, reason: CountReason::ChildAlone },
            Ending::WhoWasIt => CallWrite::FinishCount { call: self.id, reason: CountReason::WouldNotSay },
            Ending::NoCall => CallWrite::NotBegun { call: self.id },
            Ending::Nobody => CallWrite::FinishCount { call: self.id, reason: CountReason::NothingSaid },
        };
        let gone = if self.scratch_in_words(context).is_some() { " Scratch is gone." } else { "" };
        let done = match (finish.ending, finish.number) {
            (Ending::Case, Some(number)) => self.finished_words(number, finish.next.clone(), context),
            (Ending::NoConsent(after), number) if self.keeps_an_enquiry(after) => {
                // The file may be busy: its number comes with the write.
                let kept =
                    number.map_or("an enquiry; its number follows".to_owned(), |n| format!("enquiry {n}"));
                format!("Kept as {kept}.{gone}")
            }
            (Ending::Case, None) => "Finished.".to_owned(),
            (Ending::NoCall, _) => nothing::NOT_KEPT.to_owned(),
            _ if self.notes_left != Left::Nothing && !gone.is_empty() => {
                format!("Finished: a count line. The earlier notes stay, locked.{gone}")
            }
            _ if self.notes_left != Left::Nothing => {
                "Finished: a count line. The earlier notes stay with the case, locked.".to_owned()
            }
            _ if self.made.taken_out && self.made.still_there => STILL_THERE.to_owned(),
            _ => "Finished. Only a count line is kept.".to_owned(),
        };
        self.finish = None;
        let mut effects = vec![Self::doing(write)];
        effects.extend(promise);
        effects.extend([Effect::CallClosed(self.id), Effect::Open(Place::Home), Effect::Notice(done)]);
        effects
    }

    fn new_enquiry(&self, after: AfterNo, context: &Context) -> NewEnquiry {
        let kind = self.kind.unwrap_or(CallerKind::OtherParty);
        let own = |detail| {
            if kind.keeps_without_consent(detail) { self.may_be_kept(detail) } else { Private::default() }
        };
        NewEnquiry {
            id: context.id(),
            kind,
            name: own(Detail::Name),
            work: own(Detail::Work),
            phone: self.number_to_keep(own(Detail::Phone), &own(Detail::BestTime)),
            email: own(Detail::Email),
            best_time: own(Detail::BestTime),
            subject: self.read(Detail::About).to_owned(),
            area: self.read(Detail::Area).to_owned(),
            answer: match self.answer {
                Some(ConsentAnswer::No) => ConsentAnswer::No,
                _ => ConsentAnswer::NotSure,
            },
            rings_back: after == AfterNo::RingsBack,
            next_day: enquiry::next_day(self.answer, self.next_day(context), context.today(), &self.days),
            keep_until: enquiry::kept_until(context.today()),
        }
    }

    fn new_case(&self, case: i64, context: &Context) -> NewCase {
        let kind = self.kind.unwrap_or(CallerKind::Parent);
        let own = self.is_the_family();
        let young = kind == CallerKind::YoungPerson || self.for_adult;
        let family = NewParty {
            id: context.id(),
            kind: if young { PartyKind::YoungPerson } else { PartyKind::Family },
            side: Side::Family,
            needed: Needed::Needed,
            contact: if own {
                Contact {
                    name: self.private(Detail::Name),
                    person: self.private(Detail::Name),
                    relation: self.private(Detail::Relation),
                    phone: self.private(Detail::Phone),
                    email: self.private(Detail::Email),
                    best_time: self.private(Detail::BestTime),
                    needs: self.private(Detail::Needs),
                    ..Contact::default()
                }
            } else if self.for_adult {
                self.through_the_parent()
            } else {
                Contact {
                    name: self.private(Detail::ParentName),
                    person: self.private(Detail::ParentName),
                    relation: relation_of_one(self.told.who.text()).into(),
                    phone: self.private(Detail::ParentPhone),
                    best_time: self.private(Detail::BestTime),
                    needs: self.private(Detail::Needs),
                    ..Contact::default()
                }
            },
            chase: None,
        };
        let other = self.other_side(context);
        let steps = self.first_step(context);
        let family_answer = self.family_says().map(|what| FamilyAnswer {
            id: context.id(),
            party: family.id,
            what,
            words: self.wants_but().unwrap_or_default().into(),
        });
        NewCase {
            case,
            route: route_of(self.read(Detail::About)),
            parties: [vec![family, other], self.school_beside(context)].concat(),
            family_answer,
            steps: steps.into_iter().map(|(step, day)| (context.id(), step, day)).collect(),
        }
    }
}
