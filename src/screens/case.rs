//! A case: five pages in one, turned with Left and Right, and the small window that writes to them.
//!
//! The page asks the file for the case, shows what came back and follows the chosen row by its key, so that
//! nothing moves when another desk writes. What a key writes is an intention; the page is read again when the
//! file has answered. Merging two cases is absent.

mod act;
mod after;
mod clocks;
mod consent;
mod dates;
mod drafts;
mod editor;
mod follow;
mod forms;
mod link;
mod next;
mod readings;
mod ring;
mod saving;
mod say;
mod settling;
mod sheet;
mod summary;
mod ticks;
mod timeline;
mod values;
mod view;
mod willingness;
mod window;
mod words;

pub(super) use willingness::attempts;
pub(super) use words::{needs, other_desk};

use chrono::NaiveDateTime;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use self::dates::Chosen;
pub use self::drafts::Words;
use self::editor::Editor;
use self::next::Next;
use super::drafts::{Draft, Typed};
use super::follow::Follow;
use super::{Look, Screen};
use crate::domain::consent::ConsentStanding;
use crate::domain::deadline::ClockKind;
use crate::domain::queue::{BookingState, CaseState};
use crate::domain::slot::Room;
use crate::domain::text::Private;
use crate::protocol::action::Action;
use crate::protocol::answer::Answer;
use crate::protocol::command::Question;
use crate::protocol::context::Context;
use crate::protocol::effect::{CaseTab, Effect};
use crate::protocol::keys::{Spot, fitting, hints_of};
use crate::store::cases::CasePage;
use crate::store::history::{Happened, TIMELINE};
use crate::store::parties::Party;

/// A window that only shows something.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Shown {
    History,
    Told,
    /// All clocks, at one of them.
    Clocks(ClockKind),
}

/// A question that waits for its key.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Asked {
    /// Withdraw the consent, with words or without.
    Withdraw(Private),
    /// Call a meeting off.
    CallOff(i64),
    /// What comes after a meeting.
    After(after::Question),
    /// One of two values of a field.
    Values(i64),
}

/// The pages of a case.
#[derive(Debug, Clone)]
pub struct State {
    case: i64,
    tab: CaseTab,
    page: Option<Box<CasePage>>,
    /// How much room the 30 days leave.
    room: Option<Room>,
    party: Option<i64>,
    /// The party a person chose, or the page was opened for: it stays chosen.
    picked: Option<i64>,
    date: Option<Chosen>,
    /// The box that is shown where only one has room.
    focus: usize,
    scrolled: usize,
    editor: Option<Editor>,
    /// Ticks over the line "Suits" of Contact.
    ticks: Option<ticks::Grid>,
    /// Windows closed with Esc: their text stands there again.
    kept: Vec<Editor>,
    /// The window that was sent last.
    sent: Option<Draft>,
    asked: Option<Asked>,
    compared: link::Compared,
    /// A promise or a snooze, and those that were closed with Esc.
    follow: Option<Follow>,
    kept_follow: Vec<Follow>,
    /// The next step of the page as it was read, for the word of F9, and the moment of that.
    due: Next,
    read_at: Option<NaiveDateTime>,
    /// Lines of the timeline older than those the page brought.
    older: Vec<Happened>,
    /// There may be more of them.
    more: bool,
    shown: Option<Shown>,
    /// Came for this one answer: back again when it is recorded.
    errand: bool,
    /// Came because nothing had been done for long: a note, a detail, a promise is a step too.
    any_act: bool,
    /// Opened from Today for this, and not begun yet.
    came_for: Option<after::Errand>,
}

impl State {
    /// A case at one of its pages; with a party, to record its answer and go back.
    pub fn new(case: i64, tab: CaseTab, party: Option<i64>) -> Self {
        Self {
            case,
            tab,
            page: None,
            party,
            picked: party,
            date: None,
            focus: 0,
            scrolled: 0,
            room: None,
            editor: None,
            ticks: None,
            kept: Vec::new(),
            sent: None,
            asked: None,
            compared: link::Compared::No,
            follow: None,
            kept_follow: Vec::new(),
            due: Next::Nothing,
            read_at: None,
            older: Vec::new(),
            more: false,
            shown: None,
            errand: tab == CaseTab::Willingness && party.is_some(),
            any_act: false,
            came_for: None,
        }
    }

    fn ask(&self) -> Vec<Effect> {
        vec![Effect::Ask(Question::Case(self.case)), Effect::Ask(Question::Room(self.case))]
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
}

impl Screen for State {
    fn spot(&self) -> Spot {
        if self.ticks.is_some() {
            return Spot::Ticks;
        }
        if self.editor.is_some() || self.follow.is_some() {
            return Spot::RowEditor;
        }
        match &self.asked {
            Some(Asked::After(question)) => return question.spot(),
            Some(Asked::Values(_)) => return Spot::TwoValues,
            Some(_) => return Spot::Question,
            None => {}
        }
        if matches!(self.compared, link::Compared::Shown(_)) {
            return Spot::Link;
        }
        match (self.shown, self.tab) {
            (Some(_), _) | (_, CaseTab::Summary | CaseTab::Timeline) => Spot::Case,
            (_, CaseTab::Consent) => Spot::CaseConsent,
            (_, CaseTab::Willingness) => Spot::CaseWillingness,
            (_, CaseTab::Dates) => Spot::CaseDates,
        }
    }

    fn typing(&self) -> bool {
        self.ticks.is_none() && (self.editor.is_some() || self.follow.is_some())
    }

    fn full(&self) -> Option<String> {
        let editor = self.editor.as_ref().and_then(editor::Editor::full);
        editor.or_else(|| self.follow.as_ref().and_then(Follow::full))
    }

    fn has_window(&self) -> bool {
        self.editor.is_some()
            || self.follow.is_some()
            || self.asked.is_some()
            || self.shown.is_some()
            || self.spot() == Spot::Link
    }

    fn next_step(&self) -> String {
        if self.editor.is_some() || self.follow.is_some() {
            return "Save".to_owned();
        }
        let Some(page) = self.page.as_deref() else { return String::new() };
        if let Some(Asked::CallOff(booking)) = self.asked {
            return self.other_way(booking).0.to_owned();
        }
        if self.spot() == Spot::Link
            || self.asked.is_some()
            || self.shown.is_some()
            || page.head.state == CaseState::Erased
        {
            return String::new();
        }
        match self.tab {
            CaseTab::Consent if page.facts.consent == ConsentStanding::ToCheck => "Checked".to_owned(),
            CaseTab::Consent if self.undecided() => "Decide".to_owned(),
            CaseTab::Consent if page.facts.consent == ConsentStanding::Withdrawn => "Remove".to_owned(),
            CaseTab::Consent if self.objected() => "Settle".to_owned(),
            CaseTab::Willingness if self.offers() && !self.errand => "Dates".to_owned(),
            CaseTab::Willingness if page.parties.is_empty() || !page.facts.consent.in_force() => {
                String::new()
            }
            CaseTab::Willingness => "Answer".to_owned(),
            CaseTab::Dates => settling::word(self.on_dates(), self.due).to_owned(),
            CaseTab::Timeline => String::new(),
            CaseTab::Summary | CaseTab::Consent => next::word(self.due).to_owned(),
        }
    }

    fn title(&self, look: &Look<'_>) -> String {
        self.page.as_deref().map_or_else(|| "Case".to_owned(), |page| words::title(page, look))
    }

    fn lines(&self, look: &Look<'_>) -> [String; 2] {
        let Some(page) = self.page.as_deref() else {
            return [String::new(), "Reading the case...".to_owned()];
        };
        if self.ticks.is_some() {
            let keys = "Arrows move   Space ticks   Esc back to the words   F9 saves".to_owned();
            return [self.say(page, look), keys];
        }
        if let Some(editor) = &self.editor {
            return [self.say(page, look), editor.help().to_owned()];
        }
        if let Some(follow) = &self.follow {
            return [self.say(page, look), follow.help().to_owned()];
        }
        if self.asked.is_some() || self.spot() == Spot::Link {
            return [
                self.say(page, look),
                "One of the keys in the window. Esc closes it and changes nothing.".to_owned(),
            ];
        }
        if let Some(shown) = self.shown {
            let keys = match shown {
                Shown::Clocks(_) => "Up/Down another clock   PgUp/PgDn its arithmetic   Esc closes",
                _ => "Esc closes",
            };
            return [self.say(page, look), keys.to_owned()];
        }
        let spot = self.spot();
        let in_force = page.facts.consent.in_force();
        let erased = page.head.state == CaseState::Erased;
        let state = self.chosen_state();
        let live = state.is_some_and(BookingState::is_live);
        let over = self.chosen_day().is_some_and(|day| day <= look.context.today());
        let fixed = matches!(state, Some(BookingState::Booked | BookingState::InDoubt));
        let own = hints_of(spot, |action| match action {
            _ if erased => false,
            Action::KeepSlot => state == Some(BookingState::InDoubt),
            Action::WasHeld | Action::DidNotHappen => fixed && over || state == Some(BookingState::Met),
            Action::LetGo => live,
            Action::Move => live && in_force,
            Action::Erase => !in_force,
            Action::CallAbout | Action::AddConsent | Action::WhatWasTold | Action::History => true,
            _ => in_force,
        });
        let hint = match spot {
            _ if own.is_empty() => "Left/Right pages   Up/Down choose   Esc menu".to_owned(),
            Spot::CaseWillingness if in_force => {
                "Up/Down a party, then one letter. Day and person fill themselves.".to_owned()
            }
            _ => fitting(&format!("Left/Right pages   {own}"), usize::from(look.width).saturating_sub(4)),
        };
        [self.say(page, look), hint]
    }

    fn opened(&mut self, _context: &Context) -> Vec<Effect> {
        self.ask()
    }

    fn act(&mut self, action: &Action, context: &Context) -> Vec<Effect> {
        self.page_act(action, context)
    }

    fn hear(&mut self, answer: &Answer, context: &Context) -> Vec<Effect> {
        match answer {
            Answer::Case(page) if page.head.id == self.case => {
                let came = words::who_came(self.page.as_deref(), page, &context.staff);
                (self.due, self.read_at) = (next::next(page, context.local), Some(context.local));
                if self.party.is_none() {
                    let first = page.parties.first().map(|p| p.facts.id);
                    self.party = self.due.party().or(first);
                }
                let closed = self.close_what_may_not_show(page);
                let withdrawn = self.page.as_deref().is_some_and(|before| before.facts.consent.in_force());
                let other = page.still_open.as_ref().filter(|_| withdrawn).map(consent::still_open_words);
                self.keep_older(page);
                self.page = Some(page.clone());
                let mut effects = self.begin_errand(context);
                effects.extend(came.map(Effect::Notice));
                effects.extend(closed);
                effects.extend(other.map(Effect::Notice));
                effects
            }
            Answer::Room { case, room } if *case == self.case => {
                self.room.clone_from(room);
                Vec::new()
            }
            Answer::Beside { case, other } if *case == self.case => self.hear_other(other.as_deref()),
            Answer::Timeline { case, lines } if *case == self.case => {
                self.more = lines.len() as i64 >= TIMELINE;
                let oldest = self.older.last().map_or(i64::MAX, |line| line.seq);
                self.older.extend(lines.iter().filter(|line| line.seq < oldest).cloned());
                Vec::new()
            }
            Answer::Changed | Answer::Saved { .. } | Answer::Refused { .. } | Answer::Lost { .. } => {
                let mut effects = self.ask();
                effects.extend(self.compare_again());
                effects
            }
            _ => Vec::new(),
        }
    }

    fn typed(&self) -> Option<Typed> {
        self.is_typed()
    }

    fn sent(&mut self) -> Option<Draft> {
        self.sent.take()
    }

    fn unsaved(&self) -> Vec<String> {
        self.windows_with_words()
    }

    fn leave(&mut self) -> Vec<Draft> {
        self.hand_over()
    }

    fn stand_again(&mut self, drafts: &mut Vec<Draft>) {
        self.take_again(drafts);
    }

    fn view(&self, look: &Look<'_>, area: Rect, buf: &mut Buffer) -> Option<Position> {
        self.draw(look, area, buf)
    }
}
