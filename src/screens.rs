//! The screens. Each is one small machine: its state, what a key does, what it wants, how it looks.
//!
//! A screen is handed actions and answers and returns effects; it names no other screen, no key, no SQL and
//! no clock. Its view is a pure function of its state: nothing is changed while drawing, and what is scrolled
//! is computed from what is chosen.

pub mod beside;
pub mod calendar;
pub mod call;
pub mod case;
pub mod changes;
pub mod desk;
pub mod drafts;
pub mod editor;
pub mod enquiry;
pub mod find;
pub mod first_run;
pub mod follow;
pub mod help;
mod home;
pub mod mediators;
pub mod more;
pub mod morning;
pub mod note;
pub mod page;
pub mod recovery;
pub mod rows;
pub mod safeguarding;
pub mod settings;
pub mod today;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use self::drafts::{Draft, Typed};
use crate::domain::text::Private;
use crate::protocol::action::Action;
use crate::protocol::answer::Answer;
use crate::protocol::context::Context;
use crate::protocol::effect::{Effect, Place};
use crate::protocol::keys::Spot;
use crate::widgets::theme::Theme;

/// What every view needs beside its own state.
#[derive(Debug, Clone, Copy)]
pub struct Look<'a> {
    /// How things look on this terminal.
    pub theme: Theme,
    /// Now, today, who.
    pub context: &'a Context,
    /// References only, no names.
    pub hide_names: bool,
    /// The columns of the window.
    pub width: u16,
    /// A call is on the line.
    pub in_call: bool,
    /// Another call may begin beside those that are open.
    pub may_begin: bool,
}

/// A page or a window.
pub trait Screen {
    /// Whose keys hold.
    fn spot(&self) -> Spot;

    /// Letters go into a text.
    fn typing(&self) -> bool {
        false
    }

    /// What is said where the last key or paste brought more letters than the line that has the keys can hold.
    fn full(&self) -> Option<String> {
        None
    }

    /// Something is open that Esc closes: [`Action::Esc`] is sent to the screen and not to the menu strip.
    fn has_window(&self) -> bool {
        false
    }

    /// The word of F9 in the key bar; empty where F9 does nothing.
    fn next_step(&self) -> String {
        String::new()
    }

    /// The beginning of the first line: what this page is.
    fn title(&self, look: &Look<'_>) -> String;

    /// The two lines above the key bar: what can be said or done, and the hint. A notice takes the place of
    /// the second.
    fn lines(&self, look: &Look<'_>) -> [String; 2];

    /// The page was opened, or came back into view.
    fn opened(&mut self, context: &Context) -> Vec<Effect> {
        let _ = context;
        Vec::new()
    }

    /// Something is to be done.
    fn act(&mut self, action: &Action, context: &Context) -> Vec<Effect>;

    /// Something came back from the file.
    fn hear(&mut self, answer: &Answer, context: &Context) -> Vec<Effect> {
        let _ = (answer, context);
        Vec::new()
    }

    /// The same, while something else stands in front: from behind nothing is closed and nothing put into a call.
    fn hear_behind(&mut self, answer: &Answer, context: &Context) -> Vec<Effect> {
        let mut told = self.hear(answer, context);
        told.retain(|effect| !matches!(effect, Effect::Close | Effect::PutInCall(_)));
        told
    }

    /// When the screen wants a tick, UTC milliseconds.
    fn wants_tick(&self) -> Option<i64> {
        None
    }

    /// The moment it wanted has come.
    fn tick(&mut self, context: &Context) -> Vec<Effect> {
        let _ = context;
        Vec::new()
    }

    /// A name that was looked for and not found: a call started now is of this name.
    fn name_for_a_call(&self) -> Option<Private> {
        None
    }

    /// Something is typed in the window that is open, and is neither kept nor sent.
    fn typed(&self) -> Option<Typed> {
        None
    }

    /// What stood in the window that was sent a moment ago: it stands there again if the file refuses it.
    fn sent(&mut self) -> Option<Draft> {
        None
    }

    /// What is typed in windows of this page and not saved, by the name of each window.
    fn unsaved(&self) -> Vec<String> {
        Vec::new()
    }

    /// The page goes away: it hands over what was typed in its windows.
    fn leave(&mut self) -> Vec<Draft> {
        Vec::new()
    }

    /// Takes those words that were typed here before, and leaves the others.
    fn stand_again(&mut self, drafts: &mut Vec<Draft>) {
        let _ = drafts;
    }

    /// Draws the page between the first line and the last three, and gives the true cursor's place.
    fn view(&self, look: &Look<'_>, area: Rect, buf: &mut Buffer) -> Option<Position>;
}

/// How Find looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Looking {
    /// What is chosen is put into the call in front.
    pub into_call: bool,
    /// A third party without consent is on the line: nothing of a family is looked through.
    pub enquiries_only: bool,
    /// Whoever is on the line may quote the number of a case, or it is not known yet who that is.
    pub may_quote: bool,
}

/// Makes the page of a place. `None` for a place that is the router's own.
pub fn open(place: &Place, looking: Looking) -> Option<Box<dyn Screen>> {
    Some(match place {
        Place::Desk => Box::new(desk::State::default()),
        Place::Morning => Box::new(morning::State::default()),
        Place::Today => Box::new(today::State::default()),
        Place::Step { case, why, booking } => Box::new(case::State::errand(*case, *why, *booking)),
        Place::Case { case, tab, party } => Box::new(case::State::new(*case, *tab, *party)),
        Place::Find => Box::new(find::State::looking(looking)),
        Place::Enquiry(enquiry) => {
            Box::new(enquiry::State::new(*enquiry).telling_no_case(looking.enquiries_only))
        }
        Place::Settings => Box::new(settings::State::default()),
        Place::Calendar { case, finder, mediator, moving } => {
            Box::new(calendar::State::new(*case, *finder, *mediator).moving(*moving))
        }
        Place::Mediators => Box::new(mediators::State::default()),
        Place::More => Box::new(more::State::default()),
        Place::Safeguarding => Box::new(safeguarding::State::default()),
        Place::Help(spot) => Box::new(help::State::new(*spot)),
        Place::FirstRun => Box::new(first_run::State::new("")),
        _ => return None,
    })
}

/// The page that names the calls which were open when the program stopped.
pub fn recover(calls: &[crate::store::calls::CallPage]) -> Option<Box<dyn Screen>> {
    (!calls.is_empty()).then(|| Box::new(recovery::State::new(calls)) as Box<dyn Screen>)
}
