//! Find: a name, a number, a school, a reference or a word of the notes, looked for with every letter.
//!
//! Each question has a turn and only the answer to the latest one is shown, so that the way to open is always
//! that of what was typed last: pressed before the answer is there it opens the first row of *that* answer.
//! What is typed here is never stored. In a call the chosen row is put into the call, as the file has it at that key;
//! without consent only enquiries are looked through, so that the screen cannot tell that a family is known; a case is
//! found by the whole number that the caller quotes, which is then all that is shown of it. When
//! another desk writes, what was typed is looked for again, and rows of a family that is gone leave at once.

mod view;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::beside::Beside;
use super::{Look, Looking, Screen};
use crate::domain::reference::read_reference;
use crate::domain::text::Private;
use crate::protocol::action::{Action, Edit};
use crate::protocol::answer::Answer;
use crate::protocol::command::Question;
use crate::protocol::context::Context;
use crate::protocol::effect::{CaseTab, Effect, Picked, Place};
use crate::protocol::keys::Spot;
use crate::store::calls::About;
use crate::store::queue::Item;
use crate::store::search::{Found, FoundKind};
use crate::widgets::field::Line;
use crate::widgets::frame::fit;

/// Find.
#[derive(Debug, Clone, Default)]
pub struct State {
    line: Line,
    /// The question asked last, and the one whose answer is shown.
    turn: u64,
    answered: u64,
    rows: Vec<Found>,
    at: usize,
    in_list: bool,
    open_when_found: bool,
    /// The list is read again: the document whose row the choice stays on.
    follow: Option<i64>,
    looking: Looking,
    beside: Beside,
}

/// The sections, in order.
const SECTIONS: [(FoundKind, &str); 5] = [
    (FoundKind::Case, "FAMILIES and CASES"),
    (FoundKind::Call, "CALLS NOT FINISHED"),
    (FoundKind::Person, "PEOPLE"),
    (FoundKind::Notes, "CALLS and NOTES"),
    (FoundKind::Enquiry, "ENQUIRIES"),
];

/// What is said when a row was read again and is not there.
const GONE: &str = "That row is not there any more. Nothing of it was put in.";
/// What is said of a row that only says that a consent was withdrawn.
const WITHDRAWN: &str = "Consent was withdrawn: nothing of this case goes into a call.";
/// What is said when a row has left the list: another desk withdrew, removed or changed what it stood for.
const LEFT: &str = "Find: the chosen row is not there any more, by another desk's act.";

fn section(kind: FoundKind) -> usize {
    SECTIONS.iter().position(|(k, _)| *k == kind).unwrap_or(SECTIONS.len())
}

impl State {
    /// Into the call in front, or to open; through everything, or through enquiries only.
    pub fn looking(looking: Looking) -> Self {
        Self { looking, ..Self::default() }
    }

    fn chosen(&self) -> Option<&Found> {
        self.rows.get(self.at.min(self.rows.len().saturating_sub(1)))
    }

    fn chose(&mut self, context: &Context) {
        let item = self.chosen().and_then(|row| match (row.call, row.case, row.enquiry) {
            (Some(call), ..) => Some(Item::Call(call)),
            // Of a case that was quoted nothing but its number is told.
            (None, Some(case), _) => (!self.looking.enquiries_only).then_some(Item::Case(case)),
            (None, None, Some(enquiry)) => Some(Item::Enquiry(enquiry)),
            (None, None, None) => None,
        });
        self.beside.chosen(item, context.now);
    }

    fn ask(&mut self, context: &Context) -> Vec<Effect> {
        self.turn += 1;
        self.at = 0;
        self.open_when_found = false;
        self.follow = None;
        if self.line.text().trim().is_empty() {
            self.answered = self.turn;
            self.rows.clear();
            self.chose(context);
            return Vec::new();
        }
        vec![self.question()]
    }

    fn question(&self) -> Effect {
        let typed = self.line.text().into();
        let enquiries_only = self.looking.enquiries_only;
        Effect::Ask(Question::Find { turn: self.turn, typed, enquiries_only })
    }

    /// The file may have changed: what was typed is looked for again, and the choice stays on its row.
    fn again(&mut self) -> Vec<Effect> {
        if self.line.text().trim().is_empty() {
            return Vec::new();
        }
        if self.turn == self.answered {
            self.follow = self.chosen().map(|row| row.document);
        }
        self.turn += 1;
        vec![self.question()]
    }

    /// The families of these rows are gone: nothing of them is shown or used any more.
    fn forget(&mut self, cases: &[i64], context: &Context) -> Vec<Effect> {
        let is_gone = |row: &Found| row.case.is_some_and(|case| cases.contains(&case));
        let leaves = self.chosen().is_some_and(is_gone);
        self.rows.retain(|row| !is_gone(row));
        if !leaves {
            return Vec::new();
        }
        self.at = 0;
        self.in_list = false;
        self.chose(context);
        vec![Effect::Notice(LEFT.to_owned())]
    }

    fn edit(&mut self, edit: &Edit, context: &Context) -> Vec<Effect> {
        self.in_list = false;
        self.beside.typed(context.now);
        if self.line.edit(edit) { self.ask(context) } else { Vec::new() }
    }

    /// Into a call goes only what the file holds at this key: the row is read again first.
    fn open(&mut self) -> Vec<Effect> {
        let asked = if self.looking.into_call { self.again() } else { Vec::new() };
        if self.turn != self.answered {
            self.open_when_found = true;
            return asked;
        }
        self.open_chosen()
    }

    fn open_chosen(&self) -> Vec<Effect> {
        let Some(row) = self.chosen() else { return Vec::new() };
        if let Some(call) = row.call {
            return vec![Effect::Open(Place::ResumeCall(call))];
        }
        if self.looking.into_call && row.is_withdrawn() {
            return vec![Effect::Notice(WITHDRAWN.to_owned())];
        }
        if self.looking.into_call {
            let picked = Picked { case: row.case, enquiry: row.enquiry };
            return vec![Effect::PutInCall(picked)];
        }
        let place = match (row.case, row.enquiry) {
            (Some(case), _) => Place::Case { case, tab: CaseTab::Summary, party: None },
            (None, Some(enquiry)) => Place::Enquiry(enquiry),
            (None, None) => return Vec::new(),
        };
        vec![Effect::Open(place)]
    }

    fn down(&mut self) {
        self.in_list = true;
        self.at += 1;
        if self.turn == self.answered {
            self.at = self.at.min(self.rows.len().saturating_sub(1));
        }
    }

    fn up(&mut self) {
        match self.at {
            0 => self.in_list = false,
            at => self.at = at - 1,
        }
    }
}

impl Screen for State {
    fn name_for_a_call(&self) -> Option<Private> {
        let text = self.line.text().trim();
        let nothing = self.turn == self.answered && self.rows.is_empty() && !text.is_empty();
        (nothing && read_reference(text).is_none()).then(|| text.into())
    }

    fn spot(&self) -> Spot {
        Spot::Find
    }

    fn typing(&self) -> bool {
        !self.in_list
    }

    fn full(&self) -> Option<String> {
        self.line.full()
    }

    fn has_window(&self) -> bool {
        true
    }

    fn next_step(&self) -> String {
        if self.looking.into_call { "Put in".into() } else { "Open".into() }
    }

    fn title(&self, _look: &Look<'_>) -> String {
        match (self.looking.into_call, self.looking.enquiries_only) {
            (true, true) => "FIND  for the call, in enquiries".into(),
            (true, false) => "FIND  for the call".into(),
            (false, true) => "FIND  in enquiries".into(),
            (false, false) => "FIND".into(),
        }
    }

    fn lines(&self, _look: &Look<'_>) -> [String; 2] {
        let typed = self.line.text().trim();
        let first = if self.turn == self.answered && self.rows.is_empty() && !typed.is_empty() {
            let start = if self.looking.into_call { "" } else { " F2 starts a call." };
            format!("No match for '{}'.{start}", fit(typed, 30))
        } else if self.looking.enquiries_only {
            "Only enquiries are looked through until consent is recorded.".to_owned()
        } else {
            "Type, then Enter (Down for another row).".to_owned()
        };
        let second = if self.looking.into_call && self.rows.is_empty() {
            "Esc back where you were"
        } else if self.looking.into_call {
            "Enter puts it in the call. Esc back where you were"
        } else {
            "Enter open. After Down: c start a call about this. Esc back where you were"
        };
        [first, second.to_owned()]
    }

    fn opened(&mut self, context: &Context) -> Vec<Effect> {
        self.open_when_found = false;
        if self.line.is_empty() {
            return Vec::new();
        }
        let (at, in_list) = (self.at, self.in_list);
        let asked = self.ask(context);
        (self.at, self.in_list) = (at, in_list);
        asked
    }

    fn act(&mut self, action: &Action, context: &Context) -> Vec<Effect> {
        match action {
            Action::Edit(edit) => return self.edit(edit, context),
            Action::Open | Action::NextStep | Action::NextField => return self.open(),
            Action::Esc => return vec![Effect::Close],
            Action::Down => self.down(),
            Action::Up | Action::PreviousField => self.up(),
            Action::CallAbout if self.in_list && !self.looking.into_call => {
                let about = self.chosen().and_then(|row| match (row.call, row.case, row.enquiry) {
                    (Some(_), ..) => None,
                    (None, Some(case), _) => Some(About::Case(case)),
                    (None, None, enquiry) => enquiry.map(About::Enquiry),
                });
                return about.map(|about| Effect::Open(Place::CallAbout(about))).into_iter().collect();
            }
            _ => {}
        }
        if self.follow.is_some() {
            self.follow = self.chosen().map(|row| row.document);
        }
        self.chose(context);
        Vec::new()
    }

    fn hear(&mut self, answer: &Answer, context: &Context) -> Vec<Effect> {
        match answer {
            Answer::Found { turn, rows } if *turn == self.turn => {
                self.rows.clone_from(rows);
                // A case that was quoted goes into the call, or nowhere: its page would show the family.
                let Looking { into_call, enquiries_only, may_quote } = self.looking;
                // A row in answer to a number tells that a case is open: it is for whoever may quote one.
                let told = |row: &Found| may_quote || row.kind != FoundKind::Case;
                self.rows.retain(|row| !enquiries_only || row.case.is_none() || into_call && told(row));
                // An exact reference comes first; the section it is in leads the others.
                let exact = read_reference(self.line.text()).and_then(|_| rows.first()).map(|row| row.kind);
                self.rows.sort_by_key(|row| {
                    // Rows that are alike come last, best first, whatever they are.
                    if row.alike {
                        (true, false, 0)
                    } else {
                        (false, Some(row.kind) != exact, section(row.kind))
                    }
                });
                self.answered = *turn;
                let follow = self.follow.take();
                let place = follow.and_then(|wanted| self.rows.iter().position(|r| r.document == wanted));
                let is_gone = follow.is_some() && place.is_none();
                self.at = place.unwrap_or(self.at).min(self.rows.len().saturating_sub(1));
                self.in_list &= !self.rows.is_empty();
                self.chose(context);
                match std::mem::take(&mut self.open_when_found) {
                    true if is_gone => vec![Effect::Notice(GONE.to_owned())],
                    true => self.open_chosen(),
                    false if is_gone => vec![Effect::Notice(LEFT.to_owned())],
                    false => Vec::new(),
                }
            }
            Answer::Found { .. } => Vec::new(),
            Answer::Gone(cases) | Answer::Erased(cases) => self.forget(cases, context),
            Answer::Changed => {
                self.beside.refresh(context.now);
                self.again()
            }
            other => {
                self.beside.hear(other);
                Vec::new()
            }
        }
    }

    // What left a list behind another page is nobody's news, and an Enter answered too late opens nothing.
    fn hear_behind(&mut self, answer: &Answer, context: &Context) -> Vec<Effect> {
        let mut told = self.hear(answer, context);
        told.retain(|effect| matches!(effect, Effect::Ask(_)));
        told
    }

    fn wants_tick(&self) -> Option<i64> {
        self.beside.wants_tick()
    }

    fn tick(&mut self, context: &Context) -> Vec<Effect> {
        self.beside.tick(context.now)
    }

    fn view(&self, look: &Look<'_>, area: Rect, buf: &mut Buffer) -> Option<Position> {
        self.draw(look, area, buf)
    }
}
