//! A case: five pages in one, turned with Left and Right, and the small window that writes to them.
//!
//! The page asks the file for the case, shows what came back and follows the chosen row by its key, so that
//! nothing moves when another desk writes. What a key writes is an intention; the page is read again when the
//! file has answered. Snoozing, linking and closing a case are absent and have no key.

mod consent;
mod dates;
mod editor;
mod forms;
mod sheet;
mod summary;
mod timeline;
mod willingness;
mod words;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use self::dates::Chosen;
use self::editor::{After, Editor, Purpose};
use self::sheet::Sheet;
use self::summary::Next;
use super::page::{middle, split_left, split_top};
use super::{Look, Screen};
use crate::domain::consent::ConsentStanding;
use crate::domain::queue::CaseState;
use crate::domain::refusal::Refusal;
use crate::domain::text::Private;
use crate::domain::willingness::{Needed, Side};
use crate::protocol::action::Action;
use crate::protocol::answer::Answer;
use crate::protocol::command::{Intention, Question};
use crate::protocol::context::Context;
use crate::protocol::effect::{CaseTab, Effect, Place};
use crate::protocol::keys::{Spot, hints_of};
use crate::store::calls::About;
use crate::store::cases::{CasePage, CaseWrite};
use crate::store::parties::{Party, PartyWrite};
use crate::widgets::frame::{put, window};
use crate::widgets::theme::Role;

/// A window that only shows something.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Shown {
    History,
    Told,
}

/// The pages of a case.
#[derive(Debug, Clone)]
pub struct State {
    case: i64,
    tab: CaseTab,
    page: Option<Box<CasePage>>,
    party: Option<i64>,
    date: Option<Chosen>,
    /// The box that is shown where only one has room.
    focus: usize,
    scrolled: usize,
    editor: Option<Editor>,
    /// Windows closed with Esc: their text stands there again.
    kept: Vec<Editor>,
    /// The window whose text was sent and not answered yet.
    sent: Option<Editor>,
    /// Withdrawal waits for its second key, with words or without.
    withdrawing: Option<Private>,
    shown: Option<Shown>,
    /// Came for this one answer: back again when it is recorded.
    errand: bool,
}

impl State {
    /// A case at one of its pages; with a party, to record its answer and go back.
    pub fn new(case: i64, tab: CaseTab, party: Option<i64>) -> Self {
        Self {
            case,
            tab,
            page: None,
            party,
            date: None,
            focus: 0,
            scrolled: 0,
            editor: None,
            kept: Vec::new(),
            sent: None,
            withdrawing: None,
            shown: None,
            errand: tab == CaseTab::Willingness && party.is_some(),
        }
    }

    /// Which case.
    pub fn case(&self) -> i64 {
        self.case
    }

    /// Which of its pages.
    pub fn tab(&self) -> CaseTab {
        self.tab
    }

    fn ask(&self) -> Vec<Effect> {
        vec![Effect::Ask(Question::Case(self.case))]
    }

    /// The chosen party: the one followed, or the first.
    fn chosen_party(&self) -> Option<&Party> {
        let page = self.page.as_deref()?;
        self.party.and_then(|id| forms::party(page, id)).or_else(|| page.parties.first())
    }

    /// The chosen row of the dates page.
    fn chosen_date(&self) -> Option<Chosen> {
        let rows = dates::rows(self.page.as_deref()?);
        self.date.filter(|date| rows.contains(date)).or_else(|| rows.first().copied())
    }

    fn edit(&mut self, purpose: Purpose) -> Vec<Effect> {
        let Some(page) = self.page.as_deref() else { return Vec::new() };
        let locked = !page.facts.consent.in_force();
        let allowed = matches!(purpose, Purpose::AddConsent | Purpose::Erase | Purpose::WithdrawWords);
        if page.head.state == CaseState::Erased {
            return vec![Effect::Refuse(Refusal::NothingHere(
                "The family's details were removed from this case.",
            ))];
        }
        if locked && !allowed {
            return vec![Effect::Refuse(Refusal::Withdrawn)];
        }
        let fresh = forms::open(purpose, page);
        let kept = self.kept.iter().position(|e| e.purpose == purpose).map(|at| self.kept.remove(at));
        self.editor = Some(match kept {
            Some(mut kept) => {
                kept.rev = fresh.rev;
                kept
            }
            None => fresh,
        });
        Vec::new()
    }

    fn edit_act(&mut self, action: &Action, context: &Context) -> Vec<Effect> {
        let Some(editor) = self.editor.as_mut() else { return Vec::new() };
        match editor.act(action) {
            After::Open => Vec::new(),
            After::Closed => {
                if let Some(editor) = self.editor.take().filter(Editor::holds_something) {
                    self.kept.push(editor);
                }
                Vec::new()
            }
            After::Save => self.save(context),
        }
    }

    fn save(&mut self, context: &Context) -> Vec<Effect> {
        let (Some(editor), Some(page)) = (self.editor.as_mut(), self.page.as_deref()) else {
            return Vec::new();
        };
        if editor.purpose == Purpose::WithdrawWords {
            self.withdrawing = Some(editor.text(0));
            self.editor = None;
            return Vec::new();
        }
        match forms::save(editor, page, context) {
            Err((wanted, line)) => {
                editor.go(line);
                vec![Effect::Notice(wanted)]
            }
            Ok((intentions, said)) => {
                let answered = matches!(editor.purpose, Purpose::Answer(..));
                self.sent = self.editor.take();
                let mut effects: Vec<Effect> = intentions.into_iter().map(Effect::Do).collect();
                effects.push(Effect::Notice(said));
                if answered && self.errand {
                    effects.push(Effect::Close);
                }
                effects
            }
        }
    }

    /// The next step, as F9 does it on this page.
    fn next(&self, context: &Context) -> Next {
        self.page.as_deref().map_or(Next::Nothing, |page| summary::next(page, context.today()))
    }

    fn do_next(&mut self, context: &Context) -> Vec<Effect> {
        let Some(page) = self.page.as_deref() else { return Vec::new() };
        let light = page.facts.missing().is_empty();
        match self.tab {
            CaseTab::Consent if page.facts.consent == ConsentStanding::ToCheck => {
                return self.edit(Purpose::CheckConsent);
            }
            CaseTab::Consent if page.facts.consent == ConsentStanding::Withdrawn => {
                return self.edit(Purpose::Erase);
            }
            CaseTab::Willingness if light => return self.calendar(),
            CaseTab::Willingness => {
                let party = self.chosen_party().map(|p| p.facts.id);
                return party.map_or_else(Vec::new, |id| self.edit(Purpose::Answer(id, None)));
            }
            CaseTab::Dates => {
                return match self.chosen_date() {
                    Some(Chosen::Step(step)) => self.step_done(step),
                    _ if light => self.calendar(),
                    _ => Vec::new(),
                };
            }
            CaseTab::Timeline => return Vec::new(),
            _ => {}
        }
        match self.next(context) {
            Next::Party(party) => {
                self.party = Some(party);
                self.turn(CaseTab::Willingness)
            }
            Next::Consent => self.turn(CaseTab::Consent),
            Next::Booking(booking) => {
                self.date = Some(Chosen::Booking(booking));
                self.turn(CaseTab::Dates)
            }
            Next::Dates => self.calendar(),
            Next::Step(step, _) => self.step_done(step),
            Next::Nothing => Vec::new(),
        }
    }

    fn turn(&mut self, tab: CaseTab) -> Vec<Effect> {
        self.tab = tab;
        self.focus = 0;
        self.scrolled = 0;
        Vec::new()
    }

    fn calendar(&self) -> Vec<Effect> {
        vec![Effect::Open(Place::Calendar { case: Some(self.case), finder: true, mediator: None })]
    }

    fn step_done(&self, step: i64) -> Vec<Effect> {
        let Some(page) = self.page.as_deref() else { return Vec::new() };
        let Some(found) = page.facts.steps.iter().find(|s| s.id == step) else { return Vec::new() };
        let said = format!("Done: {}", found.what.reason());
        vec![Effect::Do(Intention::Case(CaseWrite::StepDone { case: self.case, step })), Effect::Notice(said)]
    }

    /// Up and down: the chosen row, or the text of the page.
    fn step(&mut self, by: isize) {
        self.errand = false;
        let Some(page) = self.page.as_deref() else { return };
        let moved = |at: usize, count: usize| at.saturating_add_signed(by).min(count.saturating_sub(1));
        match self.tab {
            CaseTab::Willingness if self.focus == 0 => {
                let chosen = self.chosen_party().map(|p| p.facts.id);
                let at = page.parties.iter().position(|p| Some(p.facts.id) == chosen).unwrap_or(0);
                self.party = page.parties.get(moved(at, page.parties.len())).map(|p| p.facts.id);
            }
            CaseTab::Dates => {
                let rows = dates::rows(page);
                let at = rows.iter().position(|r| Some(*r) == self.chosen_date()).unwrap_or(0);
                self.date = rows.get(moved(at, rows.len())).copied();
            }
            _ => self.scrolled = self.scrolled.saturating_add_signed(by).min(self.longest(page)),
        }
    }

    /// More rows than any page has is not scrolled to.
    fn longest(&self, page: &CasePage) -> usize {
        page.timeline.len() * 4 + page.consents.len() + 40
    }

    fn need(&mut self, needed: Needed) -> Vec<Effect> {
        let Some(party) = self.chosen_party() else { return Vec::new() };
        let kind = party.facts.standing.kind.short();
        let write = PartyWrite::Need { case: self.case, party: party.facts.id, needed };
        vec![Effect::Do(Intention::Party(write)), Effect::Notice(format!("{kind}: {}.", needed.code()))]
    }

    fn drop_or_take_back(&mut self) -> Vec<Effect> {
        let Some(standing) = self.chosen_party().map(|p| p.facts.standing) else { return Vec::new() };
        self.need(match (standing.needed, standing.side) {
            (Needed::Dropped, Side::Beside) => Needed::Invited,
            (Needed::Dropped, _) => Needed::Needed,
            _ => Needed::Dropped,
        })
    }

    fn withdraw(&mut self) -> Vec<Effect> {
        match self.page.as_deref().map(|p| p.facts.consent.in_force()) {
            Some(true) => self.withdrawing = Some(Private::default()),
            Some(false) => return vec![Effect::Refuse(Refusal::Withdrawn)],
            None => {}
        }
        Vec::new()
    }

    fn question_act(&mut self, action: &Action, context: &Context) -> Vec<Effect> {
        match action {
            Action::WithdrawConsent => {
                let words = self.withdrawing.take().unwrap_or_default();
                let Some(page) = self.page.as_deref() else { return Vec::new() };
                let said =
                    "Withdrawn. The case is locked; chases have stopped. r removes the family's details.";
                vec![Effect::Do(forms::withdrawal(page, context, &words)), Effect::Notice(said.to_owned())]
            }
            Action::Open => {
                self.withdrawing = None;
                self.edit(Purpose::WithdrawWords)
            }
            Action::Esc | Action::StepBack => {
                self.withdrawing = None;
                vec![Effect::Notice("Nothing was changed: the consent stands.".to_owned())]
            }
            _ => Vec::new(),
        }
    }

    /// The boxes of the page, the first one first.
    fn sheets(&self, page: &CasePage, look: &Look<'_>, width: u16) -> (Vec<(u16, Sheet)>, bool) {
        let wide = width >= 120;
        let left = |n: u16| if wide { n } else { width };
        let inner = |n: u16| if wide { n.saturating_sub(2) } else { n };
        let sheets = match self.tab {
            CaseTab::Summary => {
                let l = left(48);
                let mut all = vec![(l, summary::sheet(page, look, inner(l), wide))];
                if wide {
                    let rest = width - l;
                    all.push((rest, timeline::sheet(page, look, inner(rest), &[], false)));
                }
                all
            }
            CaseTab::Consent => {
                let l = left(80);
                vec![
                    (l, consent::sheet(page, look, inner(l), wide)),
                    (
                        width.saturating_sub(l),
                        consent::beside(page, look, inner(left(width.saturating_sub(80)))),
                    ),
                ]
            }
            CaseTab::Willingness => {
                let l = left(82);
                let chosen = self.chosen_party().map(|p| p.facts.id);
                vec![
                    (l, willingness::parties(page, look, inner(l), chosen, wide)),
                    (l, willingness::light(page, look, inner(l), wide)),
                    (
                        width.saturating_sub(l),
                        willingness::latest(page, look, inner(left(width.saturating_sub(82))), chosen, false),
                    ),
                ]
            }
            CaseTab::Dates => vec![(width, dates::sheet(page, look, inner(width), self.chosen_date()))],
            CaseTab::Timeline => {
                vec![(width, timeline::sheet(page, look, inner(width), &[], false))]
            }
        };
        (sheets, wide)
    }

    fn view_page(&self, page: &CasePage, look: &Look<'_>, area: Rect, buf: &mut Buffer) -> Position {
        let (sheets, wide) = self.sheets(page, look, area.width);
        let draw = |buf: &mut Buffer, at: usize, area: Rect, framed: bool| {
            let scrolled = if at == self.focus { self.scrolled } else { 0 };
            sheets.get(at).map_or(Position::new(area.x, area.y), |(_, sheet)| {
                sheet.draw(buf, area, look, framed, at == self.focus, scrolled)
            })
        };
        if !wide {
            // The parties and the light share a page where there is room for both.
            if self.tab == CaseTab::Willingness && area.height >= 18 && self.focus < 2 {
                let light = sheets.get(1).map_or(0, |(_, s)| s.len() as u16);
                let rows = sheets.first().map_or(0, |(_, s)| s.len() as u16);
                let (upper, lower) = split_top(area, area.height.saturating_sub(light).min(rows));
                draw(buf, 1, lower, false);
                return draw(buf, 0, upper, false);
            }
            return draw(buf, self.focus.min(sheets.len().saturating_sub(1)), area, false);
        }
        if let [(l, _), (_, light), _] = sheets.as_slice() {
            let (left, right) = split_left(area, *l);
            let (upper, lower) = split_top(left, area.height.saturating_sub(light.len() as u16 + 2));
            let places = [draw(buf, 0, upper, true), draw(buf, 1, lower, true), draw(buf, 2, right, true)];
            return places.get(self.focus).copied().unwrap_or(places[0]);
        }
        let (left, right) = split_left(area, sheets.first().map_or(0, |(l, _)| *l));
        let first = draw(buf, 0, left, true);
        if sheets.len() < 2 {
            return first;
        }
        let second = draw(buf, 1, right, true);
        if self.focus == 1 { second } else { first }
    }

    fn tabs(&self, page: &CasePage, look: &Look<'_>, area: Rect, buf: &mut Buffer) {
        let theme = look.theme;
        if area.width < 60 {
            let at = CaseTab::ALL.iter().position(|t| *t == self.tab).unwrap_or(0) + 1;
            put(buf, area, 1, 0, &format!("[{}]  {at} of 5", self.tab.label()), theme.style(Role::Heading));
            return;
        }
        let gap = if area.width >= 80 { 3 } else { 1 };
        let mut x = 1;
        for tab in CaseTab::ALL {
            let here = tab == self.tab;
            let text = if here { format!("[{}]", tab.label()) } else { format!(" {} ", tab.label()) };
            let role = if here { Role::Heading } else { Role::Body };
            x += put(buf, area, x, 0, &text, theme.style(role)) + gap;
        }
        if area.width >= 100 && !words::hidden(page, look) {
            let school = sheet::commas(&[&page.head.school, &page.head.area]).replace(", ", " / ");
            let room = area.width.saturating_sub(x + 1);
            let text = crate::widgets::frame::fit(&school, usize::from(room));
            let at = area.width.saturating_sub(crate::widgets::frame::cells(&text) as u16 + 1);
            put(buf, area, at, 0, &text, theme.style(Role::Body));
        }
    }
}

impl Screen for State {
    fn spot(&self) -> Spot {
        if self.editor.is_some() {
            return Spot::RowEditor;
        }
        if self.withdrawing.is_some() {
            return Spot::Question;
        }
        match (self.shown, self.tab) {
            (Some(_), _) | (_, CaseTab::Summary | CaseTab::Timeline) => Spot::Case,
            (_, CaseTab::Consent) => Spot::CaseConsent,
            (_, CaseTab::Willingness) => Spot::CaseWillingness,
            (_, CaseTab::Dates) => Spot::CaseDates,
        }
    }

    fn typing(&self) -> bool {
        self.editor.is_some()
    }

    fn has_window(&self) -> bool {
        self.editor.is_some() || self.withdrawing.is_some() || self.shown.is_some()
    }

    fn next_step(&self) -> String {
        if self.editor.is_some() {
            return "Save".to_owned();
        }
        let Some(page) = self.page.as_deref() else { return String::new() };
        if self.withdrawing.is_some() || self.shown.is_some() || page.head.state == CaseState::Erased {
            return String::new();
        }
        let light = page.facts.missing().is_empty();
        match self.tab {
            CaseTab::Consent if page.facts.consent == ConsentStanding::ToCheck => "Checked".to_owned(),
            CaseTab::Consent if page.facts.consent == ConsentStanding::Withdrawn => "Remove".to_owned(),
            CaseTab::Willingness if light => "Dates".to_owned(),
            CaseTab::Willingness if page.parties.is_empty() || !page.facts.consent.in_force() => {
                String::new()
            }
            CaseTab::Willingness => "Answer".to_owned(),
            CaseTab::Dates => match self.chosen_date() {
                Some(Chosen::Step(_)) => "Done".to_owned(),
                _ if light => "Dates".to_owned(),
                _ => String::new(),
            },
            CaseTab::Timeline => String::new(),
            CaseTab::Summary | CaseTab::Consent => "Next".to_owned(),
        }
    }

    fn title(&self, look: &Look<'_>) -> String {
        self.page.as_deref().map_or_else(|| "Case".to_owned(), |page| words::title(page, look))
    }

    fn lines(&self, look: &Look<'_>) -> [String; 2] {
        let Some(page) = self.page.as_deref() else {
            return [String::new(), "Reading the case...".to_owned()];
        };
        if let Some(editor) = &self.editor {
            return [self.say(page, look), editor.help().to_owned()];
        }
        if self.withdrawing.is_some() {
            return [
                self.say(page, look),
                "w withdraws   Enter adds their words first   Esc keeps the consent".to_owned(),
            ];
        }
        if self.shown.is_some() {
            return [self.say(page, look), "Esc closes".to_owned()];
        }
        let spot = self.spot();
        let in_force = page.facts.consent.in_force();
        let erased = page.head.state == CaseState::Erased;
        let own = hints_of(spot, |action| match action {
            _ if erased => false,
            Action::Erase => !in_force,
            Action::CallAbout | Action::AddConsent | Action::WhatWasTold | Action::History => true,
            _ => in_force,
        });
        let hint = match spot {
            Spot::Case if own.is_empty() => "Left/Right pages   Esc menu".to_owned(),
            Spot::CaseWillingness if in_force => {
                "Up/Down a party, then one letter. Day and person fill themselves.".to_owned()
            }
            _ => format!("Left/Right pages   {own}   Esc menu"),
        };
        [self.say(page, look), hint]
    }

    fn opened(&mut self, _context: &Context) -> Vec<Effect> {
        self.ask()
    }

    fn act(&mut self, action: &Action, context: &Context) -> Vec<Effect> {
        if self.editor.is_some() {
            return self.edit_act(action, context);
        }
        if self.withdrawing.is_some() {
            return self.question_act(action, context);
        }
        if self.shown.is_some() {
            match action {
                Action::Up => self.scrolled = self.scrolled.saturating_sub(1),
                Action::Down => self.scrolled += 1,
                Action::Esc | Action::StepBack | Action::History | Action::WhatWasTold => {
                    self.shown = None;
                    self.scrolled = 0;
                }
                _ => {}
            }
            return Vec::new();
        }
        let tabs = CaseTab::ALL;
        let at = tabs.iter().position(|t| *t == self.tab).unwrap_or(0);
        match action {
            Action::Left | Action::Right => {
                self.errand = false;
                let step = if *action == Action::Left { tabs.len() - 1 } else { 1 };
                let to = (at + step) % tabs.len();
                self.turn(tabs[to])
            }
            Action::NextBox => {
                let boxes = match self.tab {
                    CaseTab::Willingness => 3,
                    CaseTab::Summary | CaseTab::Consent => 2,
                    _ => 1,
                };
                self.focus = (self.focus + 1) % boxes;
                self.scrolled = 0;
                Vec::new()
            }
            Action::Up => {
                self.step(-1);
                Vec::new()
            }
            Action::Down => {
                self.step(1);
                Vec::new()
            }
            Action::PageUp => {
                self.step(-12);
                Vec::new()
            }
            Action::PageDown => {
                self.step(12);
                Vec::new()
            }
            Action::First => {
                self.step(isize::MIN / 2);
                Vec::new()
            }
            Action::Last => {
                self.step(isize::MAX / 2);
                Vec::new()
            }
            Action::NextStep => self.do_next(context),
            Action::StepBack => vec![Effect::Close],
            Action::Notes | Action::AddNote => self.edit(Purpose::Note),
            Action::CallAbout => vec![Effect::Open(Place::CallAbout(About::Case(self.case)))],
            Action::EditRow if self.tab == CaseTab::Willingness => {
                let party = self.chosen_party().map(|p| p.facts.id);
                party.map_or_else(Vec::new, |id| self.edit(Purpose::Contact(id)))
            }
            Action::EditRow => self.edit(Purpose::Details),
            Action::Open => match (self.tab, self.chosen_date()) {
                (CaseTab::Dates, Some(Chosen::Step(step))) => self.step_done(step),
                (CaseTab::Willingness, _) => {
                    self.shown = self.chosen_party().map(|_| Shown::History);
                    Vec::new()
                }
                (CaseTab::Summary, _) => self.do_next(context),
                _ => Vec::new(),
            },
            Action::AddConsent => self.edit(Purpose::AddConsent),
            Action::CheckConsent => self.edit(Purpose::CheckConsent),
            Action::WithdrawConsent => self.withdraw(),
            Action::Erase => match self.page.as_deref().map(|p| p.facts.consent) {
                Some(ConsentStanding::Withdrawn) => self.edit(Purpose::Erase),
                _ => vec![Effect::Refuse(Refusal::NothingHere(
                    "The family's details leave only after the consent is withdrawn: w.",
                ))],
            },
            Action::WhatWasTold => {
                self.shown = Some(Shown::Told);
                self.scrolled = 0;
                Vec::new()
            }
            Action::Answer(what) => {
                let party = self.chosen_party().map(|p| p.facts.id);
                party.map_or_else(Vec::new, |id| self.edit(Purpose::Answer(id, Some(*what))))
            }
            Action::Add => self.edit(Purpose::AddParty),
            Action::Drop => self.drop_or_take_back(),
            Action::Tick if self.tab == CaseTab::Willingness => {
                let needed = self.chosen_party().map(|p| p.facts.standing.needed);
                self.need(if needed == Some(Needed::Needed) { Needed::Invited } else { Needed::Needed })
            }
            Action::History => {
                self.shown = self.chosen_party().map(|_| Shown::History);
                self.scrolled = 0;
                Vec::new()
            }
            _ => Vec::new(),
        }
    }

    fn hear(&mut self, answer: &Answer, _context: &Context) -> Vec<Effect> {
        match answer {
            Answer::Case(page) if page.head.id == self.case => {
                if self.party.is_none() {
                    self.party = page.parties.first().map(|p| p.facts.id);
                }
                self.page = Some(page.clone());
                Vec::new()
            }
            Answer::Changed | Answer::Saved { .. } => {
                if matches!(answer, Answer::Saved { .. }) {
                    self.sent = None;
                }
                self.ask()
            }
            Answer::Refused { .. } => {
                // What was typed stands in its window again.
                if let Some(sent) = self.sent.take() {
                    self.kept.push(sent);
                }
                self.ask()
            }
            _ => Vec::new(),
        }
    }

    fn view(&self, look: &Look<'_>, area: Rect, buf: &mut Buffer) -> Option<Position> {
        let Some(page) = self.page.as_deref() else {
            put(buf, area, 1, 1, "Reading the case...", look.theme.style(Role::Body));
            return None;
        };
        let (head, mut body) = split_top(area, 1);
        self.tabs(page, look, head, buf);
        if !matches!(self.tab, CaseTab::Summary | CaseTab::Dates)
            && let Some(words) = words::decides(page, look.context.today())
            && body.height > 4
        {
            let (line, rest) = split_top(body, 1);
            put(buf, line, 1, 0, words, look.theme.style(Role::Attention));
            body = rest;
        }
        let mut cursor = Some(self.view_page(page, look, body, buf));
        if let Some(shown) = self.shown {
            let place = middle(body, 76, 18);
            let width = place.width.saturating_sub(2);
            let sheet = match shown {
                Shown::History => {
                    let chosen = self.chosen_party().map(|p| p.facts.id);
                    willingness::latest(page, look, width, chosen, true)
                }
                Shown::Told => consent::told(page, look, width),
            };
            let room = window(buf, place, sheet.title(), look.theme);
            cursor = Some(sheet.draw(buf, room, look, false, true, self.scrolled));
        }
        if self.withdrawing.is_some() {
            let place = middle(body, 64, 7);
            let room = window(buf, place, "Withdraw the consent?", look.theme);
            let mut sheet = Sheet::new("", room.width);
            sheet.text(1, "The case locks and names hide. Chases stop; a booking is in doubt until you decide about it.", Role::Body);
            sheet.gap();
            sheet.text(1, "w  withdraw     Enter  their words first     Esc  keep it", Role::Heading);
            cursor = Some(sheet.draw(buf, room, look, false, true, 0));
        }
        if let Some(editor) = &self.editor {
            cursor = editor.draw(buf, body, look, &page.office);
        }
        cursor.filter(|place| area.contains(*place))
    }
}

impl State {
    /// What can be said on this page.
    fn say(&self, page: &CasePage, look: &Look<'_>) -> String {
        let side = match (self.tab, self.next(look.context)) {
            (CaseTab::Summary, Next::Party(id)) => forms::party(page, id).map(|p| p.facts.standing.side),
            (CaseTab::Willingness, _) => self.chosen_party().map(|p| p.facts.standing.side),
            _ => None,
        };
        let say = match (self.tab, side) {
            (CaseTab::Consent, _) => "\"You can change your mind at any time. Just ring us and say so.\"",
            (_, Some(Side::Family)) => {
                "\"Taking part is voluntary, free, and does not affect the right of appeal.\""
            }
            (CaseTab::Summary, Some(_)) => {
                "\"I am ringing about a mediation request. Are you willing to take part?\""
            }
            (_, Some(_)) => "\"Taking part is voluntary, free, and does not affect the right of appeal.\"",
            _ => return String::new(),
        };
        format!("SAY  {say}")
    }
}
