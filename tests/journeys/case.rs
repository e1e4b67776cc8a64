//! The pages of a case over a real file in memory: keys are pressed, effects are carried out, the page is read
//! again, as the program does it.

mod after;
mod answers;
mod area;
mod clocks;
mod consent;
mod consented;
mod dates;
mod looks;
mod misread;
mod settle;

use mediation_line::protocol::action::{Action, Edit};
use mediation_line::protocol::answer::Answer;
use mediation_line::protocol::command::{Intention, Question};
use mediation_line::protocol::context::Context;
use mediation_line::protocol::effect::{CaseTab, Effect};
use mediation_line::protocol::key::{Code, Key};
use mediation_line::protocol::keys::action_at;
use mediation_line::screens::Screen;
use mediation_line::screens::case::State;
use mediation_line::store::NotDone;
use mediation_line::store::cases::CasePage;
use mediation_line::store::history::TIMELINE;

use crate::contract::office::Office;
use crate::journeys::screen::context;

/// A case on a screen, with the office whose file it is in.
pub(crate) struct Desk {
    pub(crate) office: Office,
    pub(crate) screen: State,
    pub(crate) case: i64,
    context: Context,
    /// What the screen wanted beside reading and writing, in order.
    pub(crate) wanted: Vec<Effect>,
    /// How many keys were pressed.
    pub(crate) keys: usize,
}

impl Desk {
    pub(crate) fn at(office: Office, case: i64, tab: CaseTab, party: Option<i64>) -> Self {
        let mut desk = Self {
            office,
            screen: State::new(case, tab, party),
            case,
            context: context(),
            wanted: Vec::new(),
            keys: 0,
        };
        let effects = desk.screen.opened(&context());
        desk.carry_out(effects);
        desk
    }

    /// The page as it is in the file.
    pub(crate) fn page(&mut self) -> CasePage {
        self.office.store.case_page(self.case).unwrap()
    }

    pub(crate) fn carry_out(&mut self, effects: Vec<Effect>) {
        for effect in effects {
            let more = match effect {
                Effect::Ask(Question::Case(case)) => {
                    let page = self.office.store.case_page(case).unwrap();
                    self.screen.hear(&Answer::Case(Box::new(page)), &self.context)
                }
                // Beside the page; no test of a page alone waits for it.
                Effect::Ask(Question::Room(_)) => Vec::new(),
                Effect::Ask(Question::Timeline { case, before }) => {
                    let lines = self.office.store.timeline(case, Some(before), TIMELINE).unwrap();
                    self.screen.hear(&Answer::Timeline { case, lines }, &self.context)
                }
                Effect::Do(intention) => {
                    let signed = self.office.signed();
                    let id = signed.id;
                    let store = &mut self.office.store;
                    let done = match &intention {
                        Intention::Case(write) => store.case_write(write, &signed),
                        Intention::Party(write) => store.party_write(write, &signed),
                        Intention::Calendar(write) => store.calendar_write(write, &signed).map(|_| ()),
                        other => panic!("a case does not write {other:?}"),
                    };
                    let answer = match done {
                        Ok(()) => Answer::Saved { id, at: signed.at },
                        Err(NotDone::Refused(refusal)) => Answer::Refused { id, refusal },
                        Err(NotDone::Failed(fault)) => panic!("{fault}"),
                    };
                    self.screen.hear(&answer, &self.context)
                }
                other => {
                    self.wanted.push(other);
                    Vec::new()
                }
            };
            self.carry_out(more);
        }
    }

    pub(crate) fn act(&mut self, action: &Action) {
        let effects = self.screen.act(action, &self.context);
        self.carry_out(effects);
    }

    /// Presses a key as the program does.
    pub(crate) fn key(&mut self, key: Key) {
        self.keys += 1;
        let action = match key.typed() {
            Some(c) if self.screen.typing() => Some(Action::Edit(Edit::Insert(c))),
            _ => action_at(self.screen.spot(), key).cloned(),
        };
        if let Some(action) = action {
            self.act(&action);
        }
    }

    /// Presses the keys of a text, one after another; `~` is Enter.
    pub(crate) fn keys(&mut self, text: &str) {
        for c in text.chars() {
            self.key(if c == '~' { Key::plain(Code::Enter) } else { Key::char(c) });
        }
    }

    /// The notices, newest last.
    pub(crate) fn said(&self) -> Vec<String> {
        self.wanted
            .iter()
            .filter_map(|effect| match effect {
                Effect::Notice(words) => Some(words.clone()),
                _ => None,
            })
            .collect()
    }
}
