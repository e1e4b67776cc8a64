//! The small window of one or a few lines.
//!
//! Enter goes on, the last Enter saves, F9 saves from any line, Esc closes and nothing is lost: the text is
//! kept and stands there again when the window is opened for the same purpose. It knows what each line is
//! called and shows the reading of a day beside it; what becomes of the lines is said in [`super::saving`].

use chrono::NaiveDate;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use crate::domain::text::{Private, clean_line};
use crate::domain::typed_day::{DayReading, Direction, read_born, read_day};
use crate::domain::willingness::Answer;
use crate::domain::working_days::WorkingDays;
use crate::protocol::action::{Action, Edit};
use crate::screens::Look;
use crate::screens::page::middle;
use crate::widgets::field::Line;
use crate::widgets::frame::{put, window};
use crate::widgets::theme::Role;

/// What the window is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Purpose {
    /// An answer of a party; which one is asked first where it is not chosen yet.
    Answer(i64, Option<Answer>),
    /// Another record of consent.
    AddConsent,
    /// We checked with the parent.
    CheckConsent,
    /// Words of a withdrawal.
    WithdrawWords,
    /// On whose account a meeting is called off, and why.
    CallOff(i64),
    /// Why a meeting did not happen.
    DidNotHappen(i64),
    /// The reference number, before the family's details are removed.
    Erase,
    /// Another party.
    AddParty,
    /// How to reach a party.
    Contact(i64),
    /// A note on the case.
    Note,
    /// The details of the family.
    Details,
}

/// How a line is read, for the words shown beside it.
#[derive(Debug, Clone, Copy)]
pub(super) enum Reads {
    /// Text is all there is.
    Text,
    /// A day that is past.
    Past,
    /// A birth date, an age or a year group.
    Born,
    /// The next chase; empty, it fills itself so many working days on, by the way in the line above.
    Chase,
    /// A letter of a list, or words: these are the choices.
    Choice(fn(&str) -> Option<String>),
}

/// A line of the window.
#[derive(Debug, Clone)]
pub(super) struct EditLine {
    label: &'static str,
    help: &'static str,
    reads: Reads,
    field: Line,
    before: String,
}

impl EditLine {
    /// A line that holds a text.
    pub(super) fn new(label: &'static str, text: &str, help: &'static str) -> Self {
        let field = Line::holding(text);
        Self { label, help, reads: Reads::Text, field, before: text.to_owned() }
    }

    /// The same, read in a way.
    pub(super) fn read_as(self, reads: Reads) -> Self {
        Self { reads, ..self }
    }
}

/// What a key did to the window.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum After {
    /// It is still open.
    Open,
    /// Closed; its text is kept.
    Closed,
    /// To be saved.
    Save,
}

/// The window.
#[derive(Debug, Clone)]
pub(super) struct Editor {
    pub(super) purpose: Purpose,
    /// The version of the row that was read.
    pub(super) rev: i64,
    title: String,
    lines: Vec<EditLine>,
    at: usize,
}

impl Editor {
    /// A window with its lines.
    pub(super) fn new(purpose: Purpose, title: String, lines: Vec<EditLine>) -> Self {
        Self { purpose, rev: 0, title, lines, at: 0 }
    }

    /// The cleaned text of a line; empty where there is no such line.
    pub(super) fn text(&self, line: usize) -> Private {
        let text = self.lines.get(line).map_or("", |l| l.field.text());
        clean_line(text).trim().to_owned().into()
    }

    /// A line was changed since the window was made.
    pub(super) fn changed(&self, line: usize) -> bool {
        self.lines.get(line).is_some_and(|l| l.field.text() != l.before)
    }

    /// Anything was typed that is not saved.
    pub(super) fn holds_something(&self) -> bool {
        (0..self.lines.len()).any(|line| self.changed(line))
    }

    /// The help of the line one is in.
    pub(super) fn help(&self) -> &'static str {
        self.lines.get(self.at).map_or("", |l| l.help)
    }

    /// Goes to a line, to show what is missing there.
    pub(super) fn go(&mut self, line: usize) {
        self.at = line.min(self.lines.len().saturating_sub(1));
    }

    /// A key.
    pub(super) fn act(&mut self, action: &Action) -> After {
        let last = self.lines.len().saturating_sub(1);
        match action {
            Action::Edit(Edit::Time) => {}
            Action::Edit(Edit::NewLine) | Action::NextField => return self.enter(last),
            Action::Edit(Edit::Paste(text)) => {
                let text = clean_line(text);
                self.edit(&Edit::Paste(text));
            }
            Action::Edit(edit) => self.edit(edit),
            Action::Down | Action::NextBox => self.at = (self.at + 1).min(last),
            Action::PreviousField | Action::Up => self.at = self.at.saturating_sub(1),
            Action::NextStep => return After::Save,
            Action::Esc | Action::StepBack => return After::Closed,
            _ => {}
        }
        After::Open
    }

    fn enter(&mut self, last: usize) -> After {
        if self.at >= last {
            return After::Save;
        }
        self.at += 1;
        After::Open
    }

    fn edit(&mut self, edit: &Edit) {
        if let Some(line) = self.lines.get_mut(self.at) {
            line.field.edit(edit);
        }
    }

    /// Draws the window over a page and gives the cursor's place.
    pub(super) fn draw(
        &self,
        buf: &mut Buffer,
        area: Rect,
        look: &Look<'_>,
        office: &WorkingDays,
    ) -> Option<Position> {
        let theme = look.theme;
        let height = (self.lines.len() as u16).saturating_add(2);
        let small = area.width < 30 || area.height < 3;
        let place = if small { area } else { middle(area, 76, height.min(area.height)) };
        let room = if small { area } else { window(buf, place, &self.title, theme) };
        if small {
            ratatui::widgets::Widget::render(ratatui::widgets::Clear, area, buf);
        }
        let labels = self.lines.iter().map(|l| l.label.len()).max().unwrap_or(0) as u16;
        let labels = (labels + 2).min(room.width / 2);
        let seen = crate::widgets::list::seen(self.lines.len(), self.at, usize::from(room.height));
        let mut cursor = None;
        for (y, at) in seen.enumerate() {
            let Some(line) = self.lines.get(at) else { continue };
            let y = y as u16;
            put(buf, room, 1, y, line.label, theme.style(Role::Heading));
            let reading = self.reading(at, look.context.today(), office);
            let beside = room.width.saturating_sub(labels + 2) / 2;
            let wide = if reading.is_empty() { room.width.saturating_sub(labels + 2) } else { beside };
            let field =
                Rect { x: room.x + (labels + 1).min(room.width), y: room.y + y, width: wide, height: 1 };
            let place = line.field.draw(buf, field, at == self.at, theme);
            put(buf, room, labels + 2 + wide, y, &reading, theme.style(Role::Body));
            cursor = cursor.or(place);
        }
        cursor
    }

    /// What a line is taken to mean, in words.
    fn reading(&self, at: usize, today: NaiveDate, office: &WorkingDays) -> String {
        let Some(line) = self.lines.get(at) else { return String::new() };
        let text = line.field.text().trim();
        match line.reads {
            Reads::Text => String::new(),
            Reads::Past | Reads::Born if text.is_empty() => String::new(),
            Reads::Past => words_of(&read_day(text, today, Direction::Back, office), today),
            Reads::Born => words_of(&read_born(text, today), today),
            Reads::Chase => super::readings::chase_words(self, text, today, office),
            Reads::Choice(read) => read(text).filter(|words| words.as_str() != text).unwrap_or_default(),
        }
    }
}

/// A reading in words, or what is said where there is none.
fn words_of(reading: &DayReading, today: NaiveDate) -> String {
    match reading {
        DayReading::Unread => "~ kept as typed".to_owned(),
        read => read.in_words(today),
    }
}
