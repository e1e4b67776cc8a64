//! The router: the open question first, then typing, then the key table; a stack of pages; one view.
//!
//! It owns no rule and draws no page. What a screen cannot know (which call is open, when it was saved last,
//! what the file said) is kept here and handed on. It returns requests and never waits for anything.

mod act;
mod calls;
mod clock;
mod drafts;
mod pages;
mod save;
mod undo;
mod view;

use crate::domain::service::Service;
use crate::domain::text::LINE;
use crate::domain::working_days::WorkingDays;
use crate::protocol::answer::Answer;
use crate::protocol::command::{Command, Intention, Question};
use crate::protocol::context::Context;
use crate::protocol::effect::{Effect, FirstRunChoice, Place};
use crate::screens::drafts::Draft;
use crate::screens::{Screen, call};
use crate::store::office::Settings;
use crate::widgets::theme::Theme;
use pages::Page;
pub use save::Unopened;
use save::{Opening, Saving};

/// What the world is asked for after a turn.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Request {
    /// Read.
    Ask(Question),
    /// Write, in this order.
    Do(Box<Command>),
    /// This desk is in these cases now, and in no other.
    Here(Vec<i64>),
    /// The first run is over: make the file and start.
    Start(FirstRunChoice),
    /// Leave the program.
    Quit,
}

/// A question about leaving, shown in the hint line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Asking {
    /// A call is open, or was never said whose it is: once more leaves.
    Leave,
    /// F2 on a call that is open: park it and start another?
    Park,
    /// Another call was chosen while one is open: park that and take this one up?
    TakeUp(i64),
}

/// The program, apart from the world.
pub struct App {
    /// The pages, the one in front last; never empty.
    pages: Vec<Page>,
    /// Calls on the line; the last is the one in hand.
    calls: Vec<call::State>,
    /// The call that was parked, once the one it was parked for is finished: whoever rings next is a new one.
    parked: Option<i64>,
    /// The call that F2 began while another was parked: where it stays empty it was the way to that one only.
    by_the_way: Option<i64>,
    /// The line that takes the place of the hint until the next key.
    notice: Option<String>,
    /// The menu strip is shown.
    menu: bool,
    asking: Option<Asking>,
    /// The call that is being read from the file, to be taken up again.
    awaited: Option<i64>,
    /// The screen is hidden until a key.
    hidden: bool,
    hide_names: bool,
    saving: Saving,
    /// What was typed in windows of pages that were left.
    drafts: Vec<Draft>,
    /// What stood in windows that were sent, with the keys of the intentions that are not answered.
    sent: Vec<(Vec<i64>, Draft)>,
    acts: undo::Acts,
    /// The cases that others are told this desk is in.
    here: Vec<i64>,
    theme: Theme,
    /// How things look on this terminal before the settings.
    terminal: Theme,
    home: Place,
    office: call::Office,
    /// The last F9, so that a held key does not finish a call.
    last_step: i64,
    /// The latest moment anything happened, UTC milliseconds.
    latest: i64,
}

/// F9 within this of the F9 before is the same press, held down: milliseconds.
const HELD_DOWN: i64 = 300;

/// The most calls at a time.
const MOST_CALLS: usize = 2;

impl App {
    /// On this terminal, starting at `home`. Gives what is asked of the file first.
    pub fn new(theme: Theme, home: Place, context: &Context) -> (Self, Vec<Request>) {
        let office = call::Office {
            days: std::rc::Rc::new(WorkingDays::england()),
            service: std::rc::Rc::new(Service::shipped()),
        };
        let mut app = Self {
            pages: Vec::new(),
            calls: Vec::new(),
            parked: None,
            by_the_way: None,
            notice: None,
            menu: false,
            asking: None,
            awaited: None,
            hidden: false,
            hide_names: false,
            saving: Saving::default(),
            drafts: Vec::new(),
            sent: Vec::new(),
            acts: undo::Acts::default(),
            here: Vec::new(),
            theme,
            terminal: theme,
            home,
            office,
            last_step: 0,
            latest: context.now,
        };
        let home = app.home.clone();
        let effects = app.open(home, context);
        let requests = app.run(effects, context);
        (app, requests)
    }

    /// The file is being opened: the pages stand, a call can be taken, and what is asked waits.
    pub fn file_opens(&mut self) {
        self.saving.opening = Opening::UnderWay;
    }

    /// The file is open. Whose desk it is says which home that person wants to start at.
    pub fn file_opened(&mut self, settings: Settings, home: Place, context: &Context) -> Vec<Request> {
        self.saving.opening = Opening::Done;
        let mut requests = self.hear(&Answer::Settings(settings), context);
        let untouched = self.is_untouched();
        if self.home != home {
            self.home = home;
            let effects = if untouched { self.open(Place::Home, context) } else { Vec::new() };
            requests.extend(self.run(effects, context));
        }
        requests
    }

    /// The file did not open. Whether the program is to stay: somebody is writing down a call, or finished one.
    pub fn file_not_opened(&mut self, why: Unopened) -> bool {
        self.saving.opening = Opening::NotOpened(why);
        !self.calls.is_empty() || self.saving.waits()
    }

    /// Nothing can be saved just now, and the first line says so.
    pub fn is_in_trouble(&self) -> bool {
        self.saving.is_in_trouble()
    }

    /// Something the world has to say, until the next key.
    pub fn say(&mut self, words: String) {
        self.notice = Some(words);
    }

    /// Something came back from the file.
    pub fn hear(&mut self, answer: &Answer, context: &Context) -> Vec<Request> {
        if let Some(notice) = self.saving.hear(answer, context)
            // A question that was asked stays readable until its answer; bad news does not wait.
            && (self.asking.is_none() || matches!(answer, Answer::Lost { .. }))
        {
            self.notice = Some(notice);
        }
        let mut effects = self.look_at_the_clock(context);
        self.hear_of_sent(answer);
        effects.extend(self.hear_act(answer, context));
        match answer {
            Answer::Call(page) if self.awaited.take_if(|id| *id == page.id).is_some() => {
                effects.extend(self.take_up(page, context));
            }
            Answer::Enquiry(page)
                if self.calls.last().is_some_and(|call| call.waits_for(page.enquiry.id)) =>
            {
                if let Some(call) = self.calls.last_mut() {
                    effects.extend(call.about_enquiry(page, context));
                }
            }
            Answer::Interrupted(calls) if !calls.is_empty() => effects.extend(self.recover(calls, context)),
            Answer::AnotherNumber { said, kept } => {
                self.notice = Some(format!(
                    "Kept as {kept}, not {said}: that is no enquiry any more. Tell the caller."
                ));
            }
            Answer::Clashed(clash) => self.notice = Some(undo::two_values(clash, self.hide_names)),
            // The call that is awaited is in the file now.
            Answer::Saved { .. } => {
                effects.extend(self.awaited.map(|call| Effect::Ask(Question::Call(call))));
            }
            Answer::Refused { refusal, .. } => {
                self.awaited = None;
                self.notice = Some(refusal.to_string());
            }
            Answer::Lost { .. } => self.awaited = None,
            Answer::Settings(settings) => self.furnish(settings),
            Answer::ClosedDays(days) => {
                self.office.days = std::rc::Rc::new(crate::store::closed::calendars(days).1);
            }
            // Another desk may have closed a day: promises made here are counted with it from now on.
            Answer::Changed => effects.push(Effect::Ask(Question::ClosedDays)),
            Answer::OlderCopies(names) => {
                self.notice = Some(drafts::older_copies(names));
            }
            Answer::PutOffPast(clock) => self.notice = Some(clock.words()),
            Answer::ClockBehind { by } => self.notice = Some(clock::words(*by)),
            Answer::NewDay { let_go, enquiries, calls, copies } if let_go + enquiries + calls > 0 => {
                self.notice = Some(drafts::new_day(*let_go, [*enquiries, *calls], copies));
            }
            _ => {}
        }
        let answer = &*self.without_calls_in_hand(answer);
        for call in &mut self.calls {
            effects.extend(call.hear(answer, context));
        }
        let front = self.pages.len().saturating_sub(1);
        for (at, page) in self.pages.iter_mut().enumerate() {
            if let Page::Screen { screen, .. } = page {
                let told = if at == front {
                    screen.hear(answer, context)
                } else {
                    screen.hear_behind(answer, context)
                };
                effects.extend(told);
            }
        }
        let mut requests = self.run(effects, context);
        if self.acts.is_seen_nowhere(answer) {
            requests.extend(self.hear(&Answer::Changed, context));
        }
        requests
    }

    /// When the next tick is wanted, UTC milliseconds.
    pub fn wants_tick(&self) -> Option<i64> {
        let calls = self.calls.iter().filter_map(Screen::wants_tick);
        let pages = self.pages.iter().filter_map(|page| match page {
            Page::Screen { screen, .. } => screen.wants_tick(),
            Page::Call => None,
        });
        calls.chain(pages).min()
    }

    /// Time has passed.
    pub fn tick(&mut self, context: &Context) -> Vec<Request> {
        let mut effects = self.look_at_the_clock(context);
        for call in &mut self.calls {
            effects.extend(call.tick(context));
        }
        for page in &mut self.pages {
            if let Page::Screen { screen, .. } = page
                && screen.wants_tick().is_some_and(|at| at <= context.now)
            {
                effects.extend(screen.tick(context));
            }
        }
        self.run(effects, context)
    }

    /// The program stops: everything typed that may be kept is sent.
    pub fn stop(&mut self, context: &Context) -> Vec<Request> {
        let mut effects: Vec<_> =
            self.calls.iter_mut().flat_map(|call| call.flush_what_is_left(context)).collect();
        // Behind what was typed, so that the next start does not take it for a stop of the computer.
        effects.extend(self.calls.iter().map(|call| Effect::Do(Intention::Call(call.away(false)))));
        self.run(effects, context)
    }

    /// The page in front shows what other desks may change.
    pub fn watches(&self) -> bool {
        !matches!(self.pages.last(), Some(Page::Call)) || self.calls.iter().any(call::State::has_a_case)
    }

    fn front(&self) -> Option<&dyn Screen> {
        match self.pages.last()? {
            Page::Screen { screen, .. } => Some(&**screen),
            Page::Call => self.calls.last().map(|call| call as &dyn Screen),
        }
    }

    fn front_mut(&mut self) -> Option<&mut dyn Screen> {
        match self.pages.last_mut()? {
            Page::Screen { screen, .. } => Some(&mut **screen),
            Page::Call => self.calls.last_mut().map(|call| call as &mut dyn Screen),
        }
    }
}
