//! From a key to an action, and the actions that hold everywhere.
//!
//! An open question is asked first, then the menu strip, then typing, then the key table for the place the
//! cursor is in. What holds on every page (help, find, leaving) is done here; everything else goes to the
//! page in front. No key is named here: the table names them.

use super::pages::Page;
use super::{App, Asking, HELD_DOWN, Request};
use crate::protocol::action::{Action, Edit};
use crate::protocol::command::Intention;
use crate::protocol::context::Context;
use crate::protocol::effect::{Effect, Place};
use crate::protocol::key::{Code, Key};
use crate::protocol::keys::{self, Spot};

impl App {
    /// A key was pressed.
    pub fn key(&mut self, key: Key, context: &Context) -> Vec<Request> {
        let Some(mut effects) = self.begins(context) else { return Vec::new() };
        effects.extend(match self.asking.take() {
            Some(asking) => self.answer(asking, key, context),
            None if self.menu => self.in_menu(key, context),
            None => self.pressed(key, context),
        });
        self.run(effects, context)
    }

    /// Text was pasted. It never presses Enter, and answers no question.
    pub fn paste(&mut self, text: &str, context: &Context) -> Vec<Request> {
        let Some(mut effects) = self.begins(context) else { return Vec::new() };
        self.asking = None;
        self.menu = false;
        let text = crate::domain::text::cut(text, 64 * 1024);
        effects.extend(self.act(&Action::Edit(Edit::Paste(text)), context));
        self.run(effects, context)
    }

    /// Somebody did something: the notice was read, and the clock is looked at. None where that only shows a hidden
    /// screen again.
    fn begins(&mut self, context: &Context) -> Option<Vec<Effect>> {
        self.acts.key(self.notice.take().as_deref());
        (!std::mem::take(&mut self.hidden)).then(|| self.look_at_the_clock(context))
    }

    fn spot(&self) -> Spot {
        self.front().map_or(Spot::Anywhere, crate::screens::Screen::spot)
    }

    fn pressed(&mut self, key: Key, context: &Context) -> Vec<Effect> {
        let key = keys::f_key(key).unwrap_or(key);
        let window = self.front().is_some_and(crate::screens::Screen::has_window);
        let typing = self.front().is_some_and(crate::screens::Screen::typing);
        // Over a window Esc closes, and a letter with Alt is Esc and then that letter as text.
        if window
            && key.alt
            && let Code::Char(c) = key.code
        {
            let mut effects = self.act(&Action::Esc, context);
            effects.extend(self.pressed(Key::char(c), context));
            return effects;
        }
        let action = match key.typed() {
            Some(c) if typing => Some(Action::Edit(Edit::Insert(c))),
            typed => {
                keys::action_at(self.spot(), key).cloned().or(typed.map(|c| Action::Edit(Edit::Insert(c))))
            }
        };
        match action {
            // Over a question of a page it is said for the first time.
            Some(Action::Leave) if key.ctrl || key.alt => self.act(&Action::Quit, context),
            Some(action) => self.act(&action, context),
            None => Vec::new(),
        }
    }

    /// The menu strip: one more key acts.
    fn in_menu(&mut self, key: Key, context: &Context) -> Vec<Effect> {
        self.menu = false;
        match key.code {
            Code::Esc | Code::Backspace => self.step_back(context),
            Code::Char(c) if !key.ctrl => {
                let alt = Key::alt(c).folded();
                if keys::f_key(alt).is_some() || keys::action_at(self.spot(), alt).is_some() {
                    return self.pressed(alt, context);
                }
                self.pressed(Key::char(c), context)
            }
            _ => self.pressed(key, context),
        }
    }

    fn answer(&mut self, asking: Asking, key: Key, context: &Context) -> Vec<Effect> {
        match (asking, keys::action_at(Spot::Question, key)) {
            (Asking::Leave, Some(Action::Leave)) => self.quit(context),
            (Asking::Park, Some(Action::Park)) => self.begin_call(None, context),
            (Asking::TakeUp(call), Some(Action::Park)) => self.fetch_call(call),
            _ => self.pressed(key, context),
        }
    }

    fn quit(&mut self, context: &Context) -> Vec<Effect> {
        let mut effects: Vec<Effect> =
            self.calls.iter_mut().flat_map(|call| call.leave_page(context)).collect();
        // Behind what was typed, so that the next start does not take it for a stop.
        effects.extend(self.calls.iter().map(|call| Effect::Do(Intention::Call(call.away(true)))));
        effects.push(Effect::Quit);
        effects
    }

    /// Does an action: what holds everywhere here, everything else in the page in front.
    fn act(&mut self, action: &Action, context: &Context) -> Vec<Effect> {
        let window = self.front().is_some_and(crate::screens::Screen::has_window);
        if self.is_first_run() && !matches!(action, Action::Quit | Action::HideScreen | Action::Help) {
            return self.in_front(action, context);
        }
        match action {
            Action::Esc if !window => {
                if self.is_closable() {
                    return self.step_back(context);
                }
                self.menu = true;
                Vec::new()
            }
            Action::NextStep => {
                if context.now - std::mem::replace(&mut self.last_step, context.now) < HELD_DOWN {
                    return Vec::new();
                }
                self.in_front(action, context)
            }
            Action::Call => self.go_to_call(context),
            Action::Home => vec![Effect::Open(Place::Home)],
            Action::Find => vec![Effect::Open(Place::Find)],
            Action::Help => vec![Effect::Open(Place::Help(self.spot()))],
            Action::More => vec![Effect::Open(Place::More)],
            Action::Safeguarding => vec![Effect::Open(Place::Safeguarding)],
            Action::Calendar => match self.in_front(action, context) {
                effects if effects.is_empty() => {
                    let case = self.case_in_front();
                    vec![Effect::Open(Place::Calendar { case, finder: false, mediator: None, moving: None })]
                }
                effects => effects,
            },
            Action::StepBack if !window => self.step_back(context),
            Action::WhenSaved => vec![Effect::Notice(self.saving.when(context))],
            Action::Undo if !window => self.undo_act(context),
            Action::Redo if !window => self.redo_act(context),
            Action::HideScreen => {
                self.hidden = true;
                Vec::new()
            }
            Action::Quit => {
                let trouble = self.saving.is_in_trouble();
                let lost = self.would_lose();
                let still_there = self.saving.is_still_there();
                let none_lost = lost.is_none() && !self.saving.has_lost();
                if self.calls.is_empty() && !trouble && none_lost && !still_there {
                    return self.quit(context);
                }
                self.asking = Some(Asking::Leave);
                if let Some(lost) = lost.filter(|_| !trouble) {
                    return vec![Effect::Notice(lost)];
                }
                let words = if trouble || self.saving.has_lost() {
                    "Not everything is saved, and it would be lost. q again to leave all the same."
                } else if self.saving.waits() {
                    "Being saved. q again to leave now."
                } else if still_there {
                    "Not all is out of the file: another program reads it. q again to leave."
                } else if self.calls.iter().any(crate::screens::call::State::has_scratch) {
                    "The call is kept, scratch is not. q again to leave."
                } else {
                    "The call is kept. q again to leave."
                };
                vec![Effect::Notice(words.to_owned())]
            }
            _ => self.in_front(action, context),
        }
    }

    /// Before there is a file there is nowhere to go.
    fn is_first_run(&self) -> bool {
        // Help may lie over it: there is no file yet for anything else.
        self.pages.iter().any(|page| matches!(page, Page::Screen { place: Place::FirstRun, .. }))
    }

    /// Help, Find and the like are windows: Esc closes them.
    fn is_closable(&self) -> bool {
        match self.pages.last() {
            Some(Page::Screen { place, .. }) => {
                matches!(place, Place::Find | Place::Help(_) | Place::More | Place::Safeguarding)
            }
            _ => false,
        }
    }

    fn case_in_front(&self) -> Option<i64> {
        self.pages.iter().rev().find_map(|page| match page {
            Page::Call => self.calls.last().and_then(crate::screens::call::State::open_case),
            Page::Screen { place: Place::Case { case, .. } | Place::Step { case, .. }, .. } => Some(*case),
            Page::Screen { .. } => None,
        })
    }

    fn in_front(&mut self, action: &Action, context: &Context) -> Vec<Effect> {
        let Some(screen) = self.front_mut() else { return Vec::new() };
        let mut effects = screen.act(action, context);
        if matches!(action, Action::Edit(_) | Action::UseFromNotes) {
            effects.extend(screen.full().map(Effect::Notice));
        }
        effects
    }
}
