//! Find: a name, a number, a school, a reference or a word of the notes, looked for with every letter.
//!
//! Each question has a turn and only the answer to the latest one is shown, so that the way to open is always
//! that of what was typed last: pressed before the answer is there it opens the first row of *that* answer.
//! What is typed here is never stored. In a call the chosen row is put into the call; without consent only
//! enquiries are looked through, so that the screen cannot tell that a family is known.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::beside::Beside;
use super::page::{Width, split_left, split_top};
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
use crate::store::search::{FOUND, Found, FoundKind};
use crate::widgets::field::Line;
use crate::widgets::frame::{boxed, fit, pad, put};
use crate::widgets::list::seen;
use crate::widgets::theme::Role;

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
    looking: Looking,
    beside: Beside,
}

/// The sections, in order.
const SECTIONS: [(FoundKind, &str); 4] = [
    (FoundKind::Case, "FAMILIES and CASES"),
    (FoundKind::Person, "PEOPLE"),
    (FoundKind::Notes, "CALLS and NOTES"),
    (FoundKind::Enquiry, "ENQUIRIES"),
];

/// Above the rows that do not begin as typed.
const ALIKE: &str = "SOUNDS LIKE THAT, or a letter differs";

fn section(kind: FoundKind) -> usize {
    SECTIONS.iter().position(|(k, _)| *k == kind).unwrap_or(SECTIONS.len())
}

/// A line of the list: the heading of a section, or a row by its place.
enum Seen {
    Heading(&'static str),
    Row(usize),
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
        let item = self.chosen().and_then(|row| match (row.case, row.enquiry) {
            (Some(case), _) => Some(Item::Case(case)),
            (None, Some(enquiry)) => Some(Item::Enquiry(enquiry)),
            (None, None) => None,
        });
        self.beside.chosen(item, context.now);
    }

    fn ask(&mut self, context: &Context) -> Vec<Effect> {
        self.turn += 1;
        self.at = 0;
        self.open_when_found = false;
        if self.line.text().trim().is_empty() {
            self.answered = self.turn;
            self.rows.clear();
            self.chose(context);
            return Vec::new();
        }
        let typed = self.line.text().into();
        vec![Effect::Ask(Question::Find {
            turn: self.turn,
            typed,
            enquiries_only: self.looking.enquiries_only,
        })]
    }

    fn edit(&mut self, edit: &Edit, context: &Context) -> Vec<Effect> {
        self.in_list = false;
        if self.line.edit(edit) { self.ask(context) } else { Vec::new() }
    }

    fn open(&mut self) -> Vec<Effect> {
        if self.turn != self.answered {
            self.open_when_found = true;
            return Vec::new();
        }
        let Some(row) = self.chosen() else { return Vec::new() };
        if self.looking.into_call {
            let picked = Picked { case: row.case, enquiry: row.enquiry, name: row.name.clone() };
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

    fn seen(&self) -> Vec<Seen> {
        let mut lines = Vec::new();
        let mut before = None;
        for (at, row) in self.rows.iter().enumerate() {
            let heading = if row.alike { ALIKE } else { SECTIONS[section(row.kind).min(3)].1 };
            if before != Some(heading) {
                lines.push(Seen::Heading(heading));
                before = Some(heading);
            }
            lines.push(Seen::Row(at));
        }
        lines
    }

    fn count(&self) -> String {
        match self.rows.len() {
            _ if self.line.text().trim().is_empty() => String::new(),
            0 if self.turn != self.answered => String::new(),
            n if n as i64 >= FOUND => format!("{n} and more found"),
            n => format!("{n} found"),
        }
    }

    /// Draws the field and gives the cursor's place in it.
    fn field(&self, look: &Look<'_>, area: Rect, buf: &mut Buffer) -> Option<Position> {
        let body = look.theme.style(Role::Body);
        put(buf, area, 1, 0, "Find", look.theme.style(Role::Heading));
        let room = area.width.saturating_sub(27).max(area.width.min(20).saturating_sub(8)).min(66);
        put(buf, area, 7, 0, "[", body);
        put(buf, area, 8 + room, 0, "]", body);
        put(buf, area, 12 + room, 0, &self.count(), body);
        let x = 8.min(area.width);
        let field =
            Rect { x: area.x + x, width: room.min(area.width - x), height: area.height.min(1), ..area };
        self.line.draw(buf, field, !self.in_list, look.theme)
    }
}

/// A row as it is shown in so many cells.
fn words(row: &Found, look: &Look<'_>, width: usize) -> String {
    let reference = row.reference.map(|r| r.to_string()).unwrap_or_default();
    if look.hide_names {
        return reference;
    }
    match row.kind {
        FoundKind::Case | FoundKind::Enquiry => {
            format!("{}  {} {}", pad(&reference, 6), pad(&row.name, 20), &*row.about)
        }
        FoundKind::Person if width < 60 => format!("{}  {}", pad(&row.name, 18), reference),
        FoundKind::Person => {
            let room = width.saturating_sub(20 + 2 + 8).min(36);
            format!("{} {} {reference}", pad(&row.name, 20), pad(&row.about, room))
        }
        FoundKind::Notes => format!("{}  {}  \"{}\"", pad(&reference, 6), &*row.name, &*row.about),
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
        let second = if self.looking.into_call {
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
                let about = self.chosen().and_then(|row| match (row.case, row.enquiry) {
                    (Some(case), _) => Some(About::Case(case)),
                    (None, enquiry) => enquiry.map(About::Enquiry),
                });
                return about.map(|about| Effect::Open(Place::CallAbout(about))).into_iter().collect();
            }
            _ => {}
        }
        self.chose(context);
        Vec::new()
    }

    fn hear(&mut self, answer: &Answer, context: &Context) -> Vec<Effect> {
        match answer {
            Answer::Found { turn, rows } if *turn == self.turn => {
                self.rows.clone_from(rows);
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
                self.at = self.at.min(self.rows.len().saturating_sub(1));
                self.in_list &= !self.rows.is_empty();
                self.chose(context);
                if std::mem::take(&mut self.open_when_found) { self.open() } else { Vec::new() }
            }
            Answer::Found { .. } => Vec::new(),
            other => {
                self.beside.hear(other);
                Vec::new()
            }
        }
    }

    fn wants_tick(&self) -> Option<i64> {
        self.beside.wants_tick()
    }

    fn tick(&mut self, context: &Context) -> Vec<Effect> {
        self.beside.tick(context.now)
    }

    fn view(&self, look: &Look<'_>, area: Rect, buf: &mut Buffer) -> Option<Position> {
        let (top, rest) = split_top(area, 1);
        let in_field = self.field(look, top, buf);
        let mut list = rest;
        if Width::of(area) == Width::Wide {
            let (left, right) = split_left(rest, 76);
            self.beside.view("Chosen", look, right, buf);
            list = boxed(buf, left, "Found", true, look.theme);
        } else if rest.height > 6 {
            list = split_top(rest, 1).1;
        }
        if self.rows.is_empty() {
            let body = look.theme.style(Role::Body);
            put(
                buf,
                list,
                1,
                0,
                "You can type the start of any word of a name, school, area or note, the",
                body,
            );
            put(buf, list, 1, 1, "last digits of a phone number, or a reference (412, m412, e1187).", body);
            let alike = "A name that sounds alike, or has one letter wrong, is found as well.";
            put(buf, list, 1, 3, alike, body);
            return in_field;
        }
        let lines = self.seen();
        let chosen = self.at.min(self.rows.len() - 1);
        let place = lines.iter().position(|l| matches!(l, Seen::Row(at) if *at == chosen)).unwrap_or(0);
        let width = usize::from(list.width);
        let mut in_list = None;
        for (y, line) in seen(lines.len(), place, usize::from(list.height)).enumerate() {
            let y = y as u16;
            match &lines[line] {
                Seen::Heading(words) => {
                    put(buf, list, 1, y, words, look.theme.style(Role::Heading));
                }
                Seen::Row(at) => {
                    let here = *at == chosen;
                    let mark = if here { '>' } else { ' ' };
                    let text = format!("{mark} {}", words(&self.rows[*at], look, width.saturating_sub(2)));
                    let style = look.theme.style(if here { Role::Chosen } else { Role::Body });
                    put(buf, list, 0, y, &pad(&text, width), style);
                    if here && list.width > 0 {
                        in_list = Some(Position::new(list.x + 2.min(list.width - 1), list.y + y));
                    }
                }
            }
        }
        if self.in_list { in_list } else { in_field }
    }
}
