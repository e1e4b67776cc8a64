//! The calls of the stack: how one begins, is taken up again, is left for another, and is in front again.
//!
//! There are at most two: the one in hand is the last, and F2 swaps them. What is typed in a call is its page's own.
//! How a page comes and goes is absent: that is `pages`.

use super::pages::Page;
use super::{App, Asking, MOST_CALLS};
use crate::domain::refusal::Refusal;
use crate::protocol::command::{Intention, Question};
use crate::protocol::context::Context;
use crate::protocol::effect::{Effect, Picked};
use crate::screens::{Screen, call};
use crate::store::calls::{About, CallPage, CallWrite};

impl App {
    /// A call that is not finished is read, to be taken up.
    pub(super) fn fetch_call(&mut self, id: i64) -> Vec<Effect> {
        self.awaited = Some(id);
        vec![Effect::Do(Intention::Call(CallWrite::Resume { call: id })), Effect::Ask(Question::Call(id))]
    }

    /// From a page that was opened out of a call, and leads back to it, no second call begins: what was looked at is
    /// put into the one in front.
    pub(super) fn put_in_call_in_front(&mut self, about: About, context: &Context) -> Option<Vec<Effect>> {
        let at = self.pages.iter().position(|page| matches!(page, Page::Call))?;
        let picked = match about {
            About::Case(case) => Picked { case: Some(case), enquiry: None },
            About::Enquiry(enquiry) => Picked { case: None, enquiry: Some(enquiry) },
        };
        for page in self.pages.split_off(at + 1) {
            self.put_by(page);
        }
        Some(self.calls.last_mut()?.put(&picked, context))
    }

    fn show_call(&mut self) -> Vec<Effect> {
        if let Some(typed) = self.front().and_then(Screen::typed) {
            self.notice = Some(typed.left_open().to_owned());
        }
        self.pages.retain(|page| !matches!(page, Page::Call));
        self.pages.push(Page::Call);
        self.parked = None;
        Vec::new()
    }

    /// F2: back to the open call, or a new one: whoever rings while a call is parked is not written into that one. On the call page itself it offers to park the call.
    pub(super) fn go_to_call(&mut self, context: &Context) -> Vec<Effect> {
        if matches!(self.pages.last(), Some(Page::Call)) && !self.calls.is_empty() {
            if self.calls.len() >= MOST_CALLS {
                let by_the_way = self.by_the_way.take();
                let empty = self.calls.pop_if(|call| by_the_way == Some(call.id) && call.is_untouched());
                if let (Some(empty), Some(parked)) = (empty, self.calls.last_mut()) {
                    // Whoever types now may have the new caller on the line still.
                    parked.in_front_again();
                    self.notice = Some("Back to the parked call. Nothing was typed in the other.".to_owned());
                    return vec![Effect::Do(Intention::Call(empty.away(true)))];
                }
                let parked = self.calls.remove(0);
                self.calls.push(parked);
                self.notice =
                    Some("The other call. F2 swaps the two; a third waits until F9 ends one.".to_owned());
                return Vec::new();
            }
            self.asking = Some(Asking::Park);
            self.notice = Some("2 park this call and start another. Any other key stays here.".to_owned());
            return Vec::new();
        }
        if self.calls.is_empty() {
            self.begin_call(None, context)
        } else if self.parked.is_some() {
            let effects = self.begin_call(None, context);
            self.by_the_way = self.calls.last().map(|call| call.id);
            self.notice = Some("A new call. F2 goes to the one that is parked.".to_owned());
            effects
        } else {
            self.come_back_to_call()
        }
    }

    /// The call that was left is in front again. Where it was left for a home, whoever rings now may be somebody else.
    pub(super) fn come_back_to_call(&mut self) -> Vec<Effect> {
        let was_left = !self.pages.iter().any(|page| matches!(page, Page::Call));
        let effects = self.show_call();
        if let Some(call) = self.calls.last_mut().filter(|_| was_left) {
            call.in_front_again();
        }
        effects
    }

    /// A call begins: it is on disk before the first letter.
    pub(super) fn begin_call(&mut self, about: Option<About>, context: &Context) -> Vec<Effect> {
        if self.calls.len() >= MOST_CALLS {
            return vec![Effect::Refuse(Refusal::TwoCallsOpen)];
        }
        let id = context.id();
        let name = self.front().and_then(Screen::name_for_a_call);
        let mut effects = self.leave_front(context);
        effects.push(Effect::Do(Intention::Call(CallWrite::Start { call: id, about })));
        match about {
            Some(About::Case(_)) => {
                // The case's details fill the page; it comes back as a call to take up when it is written.
                self.awaited = Some(id);
                return effects;
            }
            Some(About::Enquiry(enquiry)) => {
                let mut call = call::State::new(id, context, &self.office);
                call.wait_for(enquiry);
                self.calls.push(call);
                effects.push(Effect::Ask(Question::Enquiry(enquiry)));
            }
            None => self.calls.push(call::State::named(id, name, context, &self.office)),
        }
        effects.extend(self.show_call());
        effects
    }

    /// A call came from the file: it is taken up again.
    pub(super) fn take_up(&mut self, page: &CallPage, context: &Context) -> Vec<Effect> {
        if self.calls.len() >= MOST_CALLS {
            return vec![Effect::Refuse(Refusal::TwoCallsOpen)];
        }
        let mut call = call::State::from_page(page, context, &self.office);
        let effects = if page.kind.is_none() && page.case_is_open {
            call.about_case(context)
        } else {
            call.in_front_again();
            call.taken_up(context)
        };
        self.calls.push(call);
        self.show_call();
        effects
    }
}
