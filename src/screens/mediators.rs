//! The mediators: who they are, when they work, when they are away, for which case they cannot act.
//!
//! Nobody is removed here: one who works no more keeps the meetings that were. Away days cancel nothing; they
//! show a meeting as needing another mediator. A reason why somebody cannot act is kept with the case.

mod days;
mod forms;
mod view;

use chrono::NaiveDate;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use self::forms::{Editor, Purpose};
use super::drafts::{Draft, Typed};
use super::editor::After;
use super::{Look, Screen};
use crate::domain::refusal::Refusal;
use crate::domain::text::{Private, cut};
use crate::domain::working_days::WorkingDays;
use crate::protocol::action::Action;
use crate::protocol::answer::Answer;
use crate::protocol::command::{Intention, Question};
use crate::protocol::context::Context;
use crate::protocol::effect::{Effect, Place};
use crate::protocol::keys::{self, Spot};
use crate::store::mediators::{MediatorPage, MediatorWrite};
use crate::store::touched::Touching;

/// What was typed in a window of a page that was left.
#[derive(Debug, Clone)]
pub struct Words(Editor);

impl Words {
    /// The name of the window.
    pub fn name(&self) -> String {
        self.0.name().to_owned()
    }
}

/// The page.
#[derive(Debug, Clone)]
pub struct State {
    pages: Vec<MediatorPage>,
    read: bool,
    /// The mediator who is chosen, followed by the key.
    chosen: Option<i64>,
    editor: Option<Editor>,
    /// Windows closed with Esc: their text stands there again.
    kept: Vec<Editor>,
    /// The window whose text was sent and not answered yet.
    sent: Option<Editor>,
    /// A conflict waits for its case to be found by its number.
    conflict: Option<(i64, i64, Private)>,
    days: WorkingDays,
    /// The away days that are typed, and what they touch.
    touching: Option<Touching>,
    touched: Vec<String>,
}

impl Default for State {
    fn default() -> Self {
        Self {
            pages: Vec::new(),
            read: false,
            chosen: None,
            editor: None,
            kept: Vec::new(),
            sent: None,
            conflict: None,
            days: WorkingDays::england(),
            touching: None,
            touched: Vec::new(),
        }
    }
}

impl State {
    fn at(&self) -> usize {
        self.pages.iter().position(|p| Some(p.facts.id) == self.chosen).unwrap_or(0)
    }

    fn mediator(&self) -> Option<&MediatorPage> {
        self.pages.get(self.at())
    }

    fn step(&mut self, by: isize) {
        let last = self.pages.len().saturating_sub(1);
        let at = self.at().saturating_add_signed(by).min(last);
        self.chosen = self.pages.get(at).map(|p| p.facts.id);
    }

    fn edit(&mut self, purpose: impl Fn(i64) -> Purpose) -> Vec<Effect> {
        match self.mediator() {
            Some(page) => {
                let purpose = purpose(page.facts.id);
                let fresh = forms::open(purpose, Some(page));
                self.editor = Some(self.kept_for(purpose).unwrap_or(fresh));
            }
            None => return vec![Effect::Refuse(Refusal::NoMediator)],
        }
        Vec::new()
    }

    fn kept_for(&mut self, purpose: Purpose) -> Option<Editor> {
        let at = self.kept.iter().position(|editor| editor.purpose == purpose)?;
        Some(self.kept.remove(at))
    }

    fn save(&mut self, context: &Context) -> Vec<Effect> {
        let Some(editor) = &mut self.editor else { return Vec::new() };
        let page = self.pages.iter().find(|p| Some(p.facts.id) == self.chosen);
        match forms::save(editor, page, context, &self.days) {
            Err((wanted, line)) => {
                editor.go(line);
                vec![Effect::Notice(wanted)]
            }
            Ok(forms::Saved::Write(write)) => {
                if let MediatorWrite::Save { id, .. } = &write {
                    self.chosen = Some(*id);
                }
                self.sent = self.editor.take();
                let touched = std::mem::take(&mut self.touched);
                self.touching = None;
                let removed = match &write {
                    MediatorWrite::RemoveDate { id } => {
                        let mut dates = self.pages.iter().flat_map(|page| &page.dates);
                        dates.find(|date| date.id == *id).map(|date| date.away)
                    }
                    _ => None,
                };
                let mut effects = vec![Effect::Do(Intention::Mediator(write))];
                if let Some(away) = removed {
                    let more = if away { " Meetings of those days have their mediator again." } else { "" };
                    effects.push(Effect::Notice(format!("Removed.{more}")));
                } else if !touched.is_empty() {
                    effects.push(Effect::Notice(cut(&format!("Touches: {}.", touched.join(", ")), 76)));
                }
                effects
            }
            Ok(forms::Saved::New { save, usual }) => {
                if let MediatorWrite::Save { id, .. } = &save {
                    self.chosen = Some(*id);
                }
                self.editor = None;
                vec![Effect::Do(Intention::Mediator(save)), Effect::Do(Intention::Mediator(usual))]
            }
            Ok(forms::Saved::Conflict { mediator, number, words }) => {
                self.conflict = Some((mediator, number, words));
                self.sent = self.editor.take();
                vec![Effect::Ask(Question::CaseNumbered(number))]
            }
        }
    }

    /// Asks what the away days that are typed touch, when they have become others.
    fn look_what_is_touched(&mut self, context: &Context) -> Vec<Effect> {
        let page = self.pages.iter().find(|p| Some(p.facts.id) == self.chosen);
        let Some(editor) = &mut self.editor else { return Vec::new() };
        if let (Purpose::Remove(_) | Purpose::Extra(_), Some(page)) = (editor.purpose, page) {
            editor.below =
                days::below(editor, page, context, &self.days).into_iter().map(Private::from).collect();
            return Vec::new();
        }
        let touching = forms::away_days(editor, context, &self.days);
        if touching == self.touching {
            return Vec::new();
        }
        self.touching = touching;
        self.touched.clear();
        editor.below.clear();
        touching.map(|what| Effect::Ask(Question::Touched(what))).into_iter().collect()
    }

    /// The away and extra days of the chosen mediator, to remove one.
    fn remove(&mut self, context: &Context) -> Vec<Effect> {
        if self.mediator().is_some_and(|page| page.dates.is_empty()) {
            return vec![Effect::Refuse(Refusal::NothingHere("No away or extra days are ahead."))];
        }
        let mut effects = self.edit(Purpose::Remove);
        effects.extend(self.look_what_is_touched(context));
        effects
    }

    fn works(&self) -> Vec<Effect> {
        let Some(page) = self.mediator() else { return vec![Effect::Refuse(Refusal::NoMediator)] };
        let (mediator, on) = (page.facts.id, !page.facts.working);
        let words = if on { "works again." } else { "works no more; what was is kept. - takes it back." };
        vec![
            Effect::Do(Intention::Mediator(MediatorWrite::Working { mediator, on })),
            Effect::Notice(format!("{} {words}", page.facts.name)),
        ]
    }

    /// What was typed comes back, to be put right.
    fn again(&mut self) {
        self.conflict = None;
        if self.editor.is_none() {
            self.editor = self.sent.take();
        }
    }
}

impl Screen for State {
    fn spot(&self) -> Spot {
        if self.editor.is_some() { Spot::RowEditor } else { Spot::Mediators }
    }

    fn typing(&self) -> bool {
        self.editor.is_some()
    }

    fn full(&self) -> Option<String> {
        self.editor.as_ref()?.full()
    }

    fn has_window(&self) -> bool {
        self.editor.is_some()
    }

    fn next_step(&self) -> String {
        match (&self.editor, self.mediator()) {
            (Some(_), _) => "Keep".to_owned(),
            (None, Some(_)) => "Away".to_owned(),
            (None, None) => String::new(),
        }
    }

    fn title(&self, _look: &Look<'_>) -> String {
        "MEDIATORS".to_owned()
    }

    fn lines(&self, _look: &Look<'_>) -> [String; 2] {
        match &self.editor {
            Some(editor) => [editor.help().to_owned(), "Enter goes on, F9 keeps it, Esc closes.".to_owned()],
            None => [
                format!(
                    "Up/Down choose. F7 shows this mediator in the calendar.   {}",
                    keys::hint_of(Spot::Mediators, &Action::Esc)
                ),
                // Eight keys on a line of 80.
                keys::hints(Spot::Mediators).replace("   ", "  "),
            ],
        }
    }

    fn opened(&mut self, _context: &Context) -> Vec<Effect> {
        vec![Effect::Ask(Question::Mediators)]
    }

    fn act(&mut self, action: &Action, context: &Context) -> Vec<Effect> {
        if let Some(editor) = &mut self.editor {
            return match editor.act(action) {
                After::Open => self.look_what_is_touched(context),
                After::Closed => {
                    self.kept.extend(self.editor.take().filter(Editor::holds_something));
                    Vec::new()
                }
                After::Save => self.save(context),
            };
        }
        match action {
            Action::Up => self.step(-1),
            Action::Down => self.step(1),
            Action::PageUp => self.step(-10),
            Action::PageDown => self.step(10),
            Action::First => self.step(isize::MIN),
            Action::Last => self.step(isize::MAX),
            Action::Away | Action::NextStep => return self.edit(Purpose::Away),
            Action::ExtraDay => return self.edit(Purpose::Extra),
            Action::RemoveDays => return self.remove(context),
            Action::UsualDays => return self.edit(Purpose::Usual),
            Action::EditRow | Action::Open => return self.edit(Purpose::Details),
            Action::CannotAct => return self.edit(Purpose::Cannot),
            Action::Add => {
                let kept = self.kept_for(Purpose::New);
                self.editor = Some(kept.unwrap_or_else(|| forms::open(Purpose::New, None)));
            }
            Action::Drop => return self.works(),
            Action::Calendar => {
                let mediator = self.mediator().map(|p| p.facts.id);
                return vec![Effect::Open(Place::Calendar {
                    case: None,
                    finder: false,
                    mediator,
                    moving: None,
                })];
            }
            _ => {}
        }
        Vec::new()
    }

    fn hear(&mut self, answer: &Answer, _context: &Context) -> Vec<Effect> {
        match answer {
            Answer::Mediators(pages) => {
                self.pages.clone_from(pages);
                self.read = true;
                if self.chosen.is_none() {
                    self.chosen = self.pages.first().map(|p| p.facts.id);
                }
                Vec::new()
            }
            Answer::Touched { what, lines } if Some(*what) == self.touching => {
                self.touched.clone_from(lines);
                if let Some(editor) = &mut self.editor {
                    let said = lines.iter().map(|line| format!("Touches {line}"));
                    editor.below = said.map(Private::from).collect();
                }
                Vec::new()
            }
            Answer::Case(page) => {
                let number = page.head.reference.map(|r| r.number);
                match self.conflict.take_if(|(_, wanted, _)| Some(*wanted) == number) {
                    Some((mediator, _, words)) => {
                        let case = page.head.id;
                        let write = MediatorWrite::Conflict { mediator, case, words };
                        vec![Effect::Do(Intention::Mediator(write))]
                    }
                    None => Vec::new(),
                }
            }
            Answer::Saved { .. } => {
                if self.conflict.is_none() {
                    self.sent = None;
                }
                vec![Effect::Ask(Question::Mediators)]
            }
            Answer::Changed => vec![Effect::Ask(Question::Mediators)],
            Answer::Refused { .. } | Answer::Lost { .. } | Answer::Unanswered(_) if self.sent.is_some() => {
                self.again();
                Vec::new()
            }
            _ => Vec::new(),
        }
    }

    fn typed(&self) -> Option<Typed> {
        self.editor.as_ref().is_some_and(Editor::holds_something).then_some(Typed::Words)
    }

    fn unsaved(&self) -> Vec<String> {
        let editors = self.editor.iter().chain(&self.kept).filter(|editor| editor.holds_something());
        editors.map(|editor| editor.name().to_owned()).collect()
    }

    fn leave(&mut self) -> Vec<Draft> {
        let editors = self.editor.take().into_iter().chain(std::mem::take(&mut self.kept));
        editors.filter(Editor::holds_something).map(|editor| Draft::Mediator(Words(editor))).collect()
    }

    fn stand_again(&mut self, drafts: &mut Vec<Draft>) {
        for draft in std::mem::take(drafts) {
            match draft {
                Draft::Mediator(Words(editor)) => self.kept.push(editor),
                other => drafts.push(other),
            }
        }
    }

    fn view(&self, look: &Look<'_>, area: Rect, buf: &mut Buffer) -> Option<Position> {
        let today: NaiveDate = look.context.today();
        let cursor = view::draw(self, look, today, area, buf);
        match &self.editor {
            Some(editor) => editor.draw(buf, area, look, &self.days),
            None => cursor,
        }
    }
}
