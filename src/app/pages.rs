//! The stack of pages: opening, going back, and what the pages want done.
//!
//! Home is at the bottom, and a call keeps its page however often one leaves it. A page that goes out of
//! sight is asked to keep what was typed in it first. How a call begins and comes back is in `calls`. What
//! a page holds and does is absent: each is a machine of its own.

use std::borrow::Cow;

use super::{App, Asking, LINE, MOST_CALLS, Request};
use crate::domain::refusal::Refusal;
use crate::domain::service::Service;
use crate::protocol::answer::Answer;
use crate::protocol::command::{Command, Intention};
use crate::protocol::context::Context;
use crate::protocol::effect::{Effect, Place};
use crate::screens::drafts::Typed;
use crate::screens::{Looking, Screen, call};
use crate::store::calls::CallPage;
use crate::store::office::{OfficeWrite, Settings, setting};
use crate::store::search::Found;

/// A page of the stack.
pub(super) enum Page {
    /// The call in hand.
    Call,
    /// Any other page or window.
    Screen {
        /// Where it is.
        place: Place,
        /// It.
        screen: Box<dyn Screen>,
    },
}

/// The way to the call that is parked, where no call is open.
const WAY_BACK: &str = "Parked: F2 F2.";

/// The message at the end of a call, with the way to the one that is parked behind its first sentence: in a small window
/// that is what is seen. Sentences behind it for which there is not room give way.
fn with_way_back(notice: &str) -> String {
    let mut sentences = notice.trim_end_matches('.').split(". ").filter(|sentence| !sentence.is_empty());
    let first = sentences.next().map(|first| format!("{first}. ")).unwrap_or_default();
    let mut said = format!("{first}{WAY_BACK}");
    for sentence in sentences {
        let longer = format!("{said} {sentence}.");
        if longer.chars().count() > LINE {
            break;
        }
        said = longer;
    }
    said
}

impl App {
    /// Does what screens want. Gives what the world is asked for.
    pub(super) fn run(&mut self, effects: Vec<Effect>, context: &Context) -> Vec<Request> {
        let mut requests = Vec::new();
        let mut waiting: std::collections::VecDeque<Effect> = effects.into();
        let mut sent_now = false;
        let mut ended = false;
        while let Some(effect) = waiting.pop_front() {
            match effect {
                Effect::Ask(question) => requests.push(Request::Ask(question)),
                Effect::Do(what) => {
                    if let Intention::Office(OfficeWrite::HomeIsToday(today)) = &what {
                        // F5 leads to the home that was chosen, from now on.
                        self.home = if *today { Place::Today } else { Place::Desk };
                    }
                    let signed = context.sign();
                    self.saving.sent(signed.id, &what);
                    self.acts.sent(signed.id, &what);
                    for call in &mut self.calls {
                        call.sent(signed.id, &what);
                    }
                    // All that one window sent waits for all its answers.
                    if let Some(draft) = self.front_mut().and_then(Screen::sent) {
                        self.sent.push((vec![signed.id], draft));
                        sent_now = true;
                    } else if let Some((ids, _)) = self.sent.last_mut().filter(|_| sent_now) {
                        ids.push(signed.id);
                    }
                    requests.push(Request::Do(Box::new(Command { what, signed })));
                }
                Effect::Open(place) => waiting.extend(self.open(place, context)),
                Effect::Close => waiting.extend(self.step_back(context)),
                Effect::Notice(words) => self.notice = Some(words),
                Effect::Refuse(refusal) => self.notice = Some(refusal.to_string()),
                Effect::PutInCall(picked) => {
                    waiting.extend(self.step_back(context));
                    if let Some(call) = self.calls.last_mut() {
                        waiting.extend(call.put(&picked, context));
                    }
                }
                Effect::CallClosed(id) => {
                    self.calls.retain(|call| call.id != id);
                    self.parked = self.calls.last().map(|call| call.id);
                    ended = true;
                    self.pages.retain(|page| !matches!(page, Page::Call));
                }
                Effect::HideNames => self.hide_names = !self.hide_names,
                Effect::Start(choice) => requests.push(Request::Start(choice)),
                Effect::Quit => requests.push(Request::Quit),
            }
        }
        if ended && self.parked.is_some() {
            self.notice = Some(with_way_back(self.notice.as_deref().unwrap_or_default()));
        }
        let here = self.cases_here();
        if here != self.here {
            self.here.clone_from(&here);
            requests.push(Request::Here(here));
        }
        requests
    }

    /// The cases whose pages are open, and those that a call is about.
    fn cases_here(&self) -> Vec<i64> {
        let pages = self.pages.iter().filter_map(|page| match page {
            Page::Screen { place: Place::Case { case, .. } | Place::Step { case, .. }, .. } => Some(*case),
            _ => None,
        });
        let mut here: Vec<i64> = pages.chain(self.calls.iter().filter_map(call::State::about)).collect();
        here.sort_unstable();
        here.dedup();
        here
    }

    /// Opens a place. Home is the bottom of the stack; a call keeps its page.
    pub(super) fn open(&mut self, place: Place, context: &Context) -> Vec<Effect> {
        let place = if place == Place::Home { self.home.clone() } else { place };
        match &place {
            Place::ResumeCall(id) => {
                let id = *id;
                if let Some(at) = self.calls.iter().position(|call| call.id == id) {
                    let call = self.calls.remove(at);
                    self.calls.push(call);
                    return self.come_back_to_call();
                }
                if self.calls.len() >= MOST_CALLS {
                    return vec![Effect::Refuse(Refusal::TwoCallsOpen)];
                }
                // Nobody who types blind is to land in another family's call.
                if !self.calls.is_empty() {
                    self.asking = Some(Asking::TakeUp(id));
                    self.notice =
                        Some("A call is open. 2 parks it and opens this one. F2 goes back to it.".to_owned());
                    return Vec::new();
                }
                return self.fetch_call(id);
            }
            Place::CallAbout(about) => {
                let about = *about;
                let put = self.put_in_call_in_front(about, context);
                return put.unwrap_or_else(|| self.begin_call(Some(about), context));
            }
            _ => {}
        }
        let home = matches!(place, Place::Desk | Place::Today);
        let over = matches!(place, Place::Help(_) | Place::More | Place::Safeguarding);
        let typed = self.front().and_then(Screen::typed).filter(|_| !over);
        let mut effects = self.leave_front(context);
        let Some(mut screen) = crate::screens::open(&place, self.looking()) else {
            effects.push(Effect::Notice("That page is not there yet.".to_owned()));
            return effects;
        };
        if home {
            for page in std::mem::take(&mut self.pages) {
                self.put_by(page);
            }
        }
        screen.stand_again(&mut self.drafts);
        effects.extend(screen.opened(context));
        let said = |typed: Typed| if home { typed.put_by() } else { typed.left_open() };
        effects.extend(typed.map(|typed| Effect::Notice(said(typed).to_owned())));
        self.pages.push(Page::Screen { place, screen });
        effects
    }

    /// A page goes away: what was typed in its windows is kept.
    pub(super) fn put_by(&mut self, page: Page) {
        if let Page::Screen { mut screen, .. } = page {
            self.drafts.extend(screen.leave());
        }
    }

    /// What Find may do: with a call in front it puts the person into the call; while a third party without
    /// consent is on the line, whatever page is in front, it looks through enquiries only. Whoever is parked hears nothing.
    fn looking(&self) -> Looking {
        let in_front = matches!(self.pages.last(), Some(Page::Call));
        match self.calls.last().filter(|_| in_front) {
            Some(call) => Looking {
                into_call: true,
                enquiries_only: call.enquiries_only(),
                may_quote: call.may_be_told_of_a_number(),
            },
            None => Looking {
                into_call: false,
                enquiries_only: self.call_in_hand().is_some_and(call::State::waits_for_consent),
                may_quote: false,
            },
        }
    }

    /// The call whose caller is on the line; none while the only one is parked.
    pub(super) fn call_in_hand(&self) -> Option<&call::State> {
        self.calls.last().filter(|_| self.parked.is_none())
    }

    /// What is typed in front is kept before something else comes in front.
    pub(super) fn leave_front(&mut self, context: &Context) -> Vec<Effect> {
        match (self.pages.last(), self.calls.last_mut()) {
            (Some(Page::Call), Some(call)) => call.leave_page(context),
            _ => Vec::new(),
        }
    }

    /// Whoever is on the line, or parked, is not one that was cut off: of earlier records they are left out. Find leaves
    /// out only the call in hand: who is parked is looked for as any other.
    pub(super) fn without_calls_in_hand<'a>(&self, answer: &'a Answer) -> Cow<'a, Answer> {
        let (rows, parked_too) = match answer {
            Answer::Found { rows, .. } => (rows, false),
            Answer::SeenBefore { rows, .. } => (rows, true),
            _ => return Cow::Borrowed(answer),
        };
        let in_hand = self.call_in_hand().map(|call| call.id);
        let left_out = |row: &Found| {
            let parked = parked_too && self.calls.iter().any(|call| row.call == Some(call.id));
            parked || row.call.is_some() && row.call == in_hand
        };
        if !rows.iter().any(left_out) {
            return Cow::Borrowed(answer);
        }
        let mut answer = answer.clone();
        if let Answer::Found { rows, .. } | Answer::SeenBefore { rows, .. } = &mut answer {
            rows.retain(|row| !left_out(row));
        }
        Cow::Owned(answer)
    }

    /// Nobody has done anything yet: the home page stands alone, with nothing over it.
    pub(super) fn is_untouched(&self) -> bool {
        let alone = matches!(self.pages.as_slice(), [Page::Screen { place, screen }]
            if *place == self.home && !screen.has_window());
        alone && self.calls.is_empty() && !self.menu && self.asking.is_none()
    }

    /// Calls were open when the program stopped. Whoever types already is not disturbed: then they wait on My desk.
    pub(super) fn recover(&mut self, calls: &[CallPage], context: &Context) -> Vec<Effect> {
        if !self.is_untouched() {
            self.notice = Some("A call was open before: it waits in Calls not finished, My desk.".to_owned());
            return Vec::new();
        }
        let Some(mut screen) = crate::screens::recover(calls) else { return Vec::new() };
        let effects = screen.opened(context);
        self.pages.push(Page::Screen { place: Place::Home, screen });
        effects
    }

    /// One step back.
    pub(super) fn step_back(&mut self, context: &Context) -> Vec<Effect> {
        let mut effects = self.leave_front(context);
        if self.pages.len() > 1 {
            if let Some(page) = self.pages.pop() {
                self.put_by(page);
            }
            let mut drafts = std::mem::take(&mut self.drafts);
            if let Some(screen) = self.front_mut() {
                screen.stand_again(&mut drafts);
                effects.extend(screen.opened(context));
            }
            self.drafts = drafts;
        } else if matches!(self.pages.last(), Some(Page::Call)) {
            effects.push(Effect::Open(Place::Home));
        }
        effects
    }

    /// The settings of the file.
    pub(super) fn furnish(&mut self, settings: &Settings) {
        use crate::widgets::theme::Colours;
        // From what the terminal can do each time, so that a setting can be taken back.
        self.theme = self.terminal;
        self.office.service = std::rc::Rc::new(Service {
            name: settings.get(setting::SERVICE).to_owned(),
            line: settings.get(setting::LINE).to_owned(),
            served: settings.get(setting::SERVED).to_owned(),
        });
        self.theme.practice = settings.get(setting::PRACTICE) == "yes";
        self.theme.plain_lines |= settings.get(setting::LINES) == "plain";
        match settings.get(setting::COLOURS) {
            "high contrast" => self.theme.colours = Colours::HighContrast,
            "none" => self.theme.colours = Colours::None,
            _ => {}
        }
    }
}
