//! How a call page begins: empty, from a row of the file, from an enquiry, or about a case.
//!
//! What the file had is shown as kept; nothing is written by taking a call up.

use super::form::{Entry, Focus};
use super::notes::Left;
use super::{State, Told};
use crate::domain::call::CallerKind;
use crate::domain::consent::ConsentStanding;
use crate::domain::detail::Detail;
use crate::domain::service::Service;
use crate::domain::text::Private;
use crate::domain::typed_day::short_day;
use crate::domain::working_days::WorkingDays;
use crate::protocol::context::Context;
use crate::protocol::effect::Effect;
use crate::screens::Look;
use crate::screens::changes::Changes;
use crate::store::calls::{CallPage, EnquiryPage, Written};
use crate::widgets::field::Line;
use crate::widgets::notes::Notes;
use std::collections::BTreeMap;

/// What every call needs of the office, made once.
#[derive(Debug, Clone)]
pub struct Office {
    /// Working days.
    pub days: std::rc::Rc<WorkingDays>,
    /// The service's name and line.
    pub service: std::rc::Rc<Service>,
}

impl State {
    /// A new call, begun now.
    pub fn new(id: i64, context: &Context, office: &Office) -> Self {
        Self {
            id,
            reference: None,
            started: context.now,
            last_key: context.now,
            kind: None,
            caller: None,
            case: None,
            case_was_open: false,
            consent: ConsentStanding::NotAsked,
            enquiry: None,
            answer: None,
            told: Told::default(),
            child_alone: false,
            for_adult: false,
            entries: BTreeMap::new(),
            changes: Changes::default(),
            withdrawn: None,
            brought: false,
            made_room: super::gate::MadeRoom::default(),
            notes: Notes::default(),
            begun: vec![context.now],
            notes_kept: String::new(),
            notes_left: Left::Nothing,
            notes_sent: None,
            notes_typed: None,
            focus: Focus::Field(Detail::Who),
            before_notes: Focus::Field(Detail::Who),
            row: None,
            was_left: false,
            jumped: false,
            letter: None,
            said: BTreeMap::new(),
            say_list: None,
            finish: None,
            promise: super::finish::Promise::default(),
            seen: Vec::new(),
            schools: Vec::new(),
            alike: super::alike::Alike::default(),
            days: office.days.clone(),
            service: office.service.clone(),
            remark: None,
            numbers: Vec::new(),
            clip: None,
            others: Vec::new(),
            sides: super::sides::Sides::default(),
            consent_sent: None,
            consent_written: false,
            joining: None,
            known: None,
            made: super::same_call::Made::default(),
            quoted: false,
            aside: super::aside::Aside::default(),
        }
    }

    /// A new call of somebody whose name was looked for and not found.
    pub fn named(id: i64, name: Option<Private>, context: &Context, office: &Office) -> Self {
        let mut state = Self::new(id, context, office);
        if let Some(name) = name {
            state.entries.insert(Detail::Name, Entry::typed(&name, ""));
            state.brought = true;
        }
        state
    }

    /// A call taken up again, or one about a case or an enquiry, as the file has it.
    pub fn from_page(page: &CallPage, context: &Context, office: &Office) -> Self {
        let mut state = Self::new(page.id, context, office);
        state.reference = page.reference;
        state.started = page.started;
        state.kind = page.kind;
        state.caller = page.caller;
        state.case = page.case;
        state.case_was_open = page.case_is_open;
        state.quoted = page.quoted;
        state.made.in_file = page.case.is_some();
        state.consent = page.consent;
        state.withdrawn = page.withdrawn;
        if let Some(told) = page.told.as_ref().filter(|_| !page.case_is_open) {
            // Finish and the limits say again who agreed.
            state.told = Told {
                who: Line::holding(&told.giver),
                when: Line::holding(&told.given),
                how: Line::holding(&told.how),
                limits: Line::holding(&told.limits),
                limits_kept: told.limits.0.clone(),
                is_last: false,
            };
        }
        state.promise = super::finish::Promise::of_ring_back(page.ring_back, context.local);
        state.enquiry = page.enquiry;
        state.answer = page.answer;
        state.for_adult = page.for_adult;
        state.others.clone_from(&page.others);
        state.sides = super::sides::Sides::of(page);
        state.child_alone = page.kind == Some(CallerKind::YoungPerson) && page.case.is_none();
        // Of a case that was withdrawn nothing is shown.
        let shown = !page.case_is_open || page.consent.in_force();
        for (detail, kept) in page.details.iter().filter(|_| shown) {
            state.entries.insert(*detail, Entry::kept(&kept.typed, &kept.reading));
        }
        if let Some(kind) = page.kind {
            state.entries.insert(Detail::Who, Entry::kept(&kind.letter().to_string(), kind.code()));
        }
        if shown {
            state.notes_kept.clone_from(&page.notes.0);
        }
        state.notes_left = if page.notes_locked { Left::NotRead } else { Left::Nothing };
        state.begun = page.begun.split(' ').filter_map(|at| at.parse().ok()).collect();
        state.hold(if shown { &page.notes.0 } else { "" }, page.started);
        state.numbers.clone_from(&page.numbers);
        state.said = page.said.iter().cloned().collect();
        state.focus = state.first_empty();
        state.before_notes = state.focus;
        state.focus = state.where_it_stopped(page.last_written);
        state
    }

    /// The place that was written last, while the family's words may be kept; else what is to be asked next.
    fn where_it_stopped(&self, last: Option<Written>) -> Focus {
        let to = match last.filter(|_| self.may_keep_family()) {
            Some(Written::Notes) => Focus::Notes,
            Some(Written::Field(detail)) => Focus::Field(detail),
            None => return self.focus,
        };
        if to == Focus::Notes || self.order().contains(&to) { to } else { self.focus }
    }

    /// The call is taken up again: an age that was saved but never left may shut the gate.
    pub fn taken_up(&mut self, context: &Context) -> Vec<Effect> {
        if self.case_was_open || self.entry(Detail::Born).is_empty() {
            return Vec::new();
        }
        self.age_is_known(context)
    }

    /// It was left for another page, or for another day: who types now may have somebody else on the line.
    pub fn in_front_again(&mut self) {
        self.was_left = true;
    }

    /// Whose call it still is, and how another begins, unless F2 goes to one that is parked; in a small window the name
    /// is what is cut off.
    pub(super) fn still_words(&self, look: &Look<'_>) -> String {
        let begun = look.context.local_of(self.started);
        let of_today = begun.date() == look.context.today();
        let day = if of_today { String::new() } else { format!("{} ", short_day(begun.date())) };
        let name = self.entry(Detail::Name).trim();
        let name = if look.hide_names || name.is_empty() { String::new() } else { format!(" ({name})") };
        let new = if look.may_begin { " New caller? F2, 2." } else { "" };
        format!("Still the call of {day}{}.{new}{name}", begun.format("%H:%M"))
    }

    /// The caller of an earlier enquiry rings again: filled in, with the cursor on the consent question.
    pub fn about_enquiry(&mut self, page: &EnquiryPage, context: &Context) -> Vec<Effect> {
        let e = &page.enquiry;
        self.enquiry = Some((e.id, Some(page.reference)));
        let who = e.kind.letter().to_string();
        self.entries.insert(Detail::Who, Entry::typed(&who, e.kind.code()));
        for (detail, text) in [
            (Detail::Name, &e.name),
            (Detail::Work, &e.work),
            (Detail::Phone, &e.phone),
            (Detail::BestTime, &e.best_time),
            (Detail::Email, &e.email),
        ] {
            if !text.is_empty() {
                self.entries.insert(detail, Entry::typed(text, ""));
            }
        }
        if !e.subject.is_empty() {
            let words = crate::domain::subject::subject_words(&e.subject);
            self.entries.insert(Detail::About, Entry::typed(&words, &e.subject));
        }
        if !e.area.is_empty() {
            self.entries.insert(Detail::Area, Entry::typed(&e.area, &e.area));
        }
        let own = !e.kind.is_third_party();
        let effects = if own { self.parent_again(context) } else { self.who_is(e.kind, context) };
        self.focus = Focus::Question;
        effects
    }

    /// The page of this enquiry is on its way.
    pub fn wait_for(&mut self, enquiry: i64) {
        self.enquiry = Some((enquiry, None));
    }

    /// The page of this enquiry is what the call waits for.
    pub fn waits_for(&self, enquiry: i64) -> bool {
        self.kind.is_none()
            && self.enquiry.as_ref().is_some_and(|(id, reference)| *id == enquiry && reference.is_none())
    }
}
