//! The small window of one or a few lines.
//!
//! Enter goes on, the last Enter saves, F9 saves from any line, Esc closes and nothing is lost: the text is
//! kept and stands there again when the window is opened for the same purpose. It knows what each line is
//! called and shows the reading of a day beside it; what becomes of the lines is the page's own business, and so is
//! what the window is for: its purpose.

mod line;

use chrono::NaiveDate;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use crate::domain::ladder::Ladder;
use crate::domain::text::{Private, clean_line};
use crate::domain::typed_day::{DayReading, Direction, read_born, read_day};
use crate::domain::working_days::WorkingDays;
use crate::domain::young_person::too_old_remark;
use crate::protocol::action::{Action, Edit};
use crate::screens::Look;
use crate::screens::changes::Changes;
use crate::screens::page::middle;
use crate::widgets::field::Line;
use crate::widgets::frame::{cells, put, window, wrap};
use crate::widgets::theme::Role;
pub use line::EditLine;

/// The most letters of a line of words.
pub const WORDS: usize = 500;

/// Lines that stay to be seen above what saving would bring about.
const LINES_SEEN: usize = 3;

/// What a window is for.
pub trait Purpose: std::fmt::Debug + Clone + PartialEq {
    /// The words beside a line that only this purpose can read; `text` is trimmed.
    fn reading(
        editor: &Editor<Self>,
        line: usize,
        text: &str,
        today: NaiveDate,
        office: &WorkingDays,
    ) -> String {
        let _ = (editor, line, text, today, office);
        String::new()
    }
}

/// How a line is read, for the words shown beside it.
#[derive(Debug, Clone, Copy)]
pub enum Reads {
    /// Text is all there is.
    Text,
    /// A day that is past.
    Past,
    /// A birth date, an age or a year group.
    Born,
    /// A day to come.
    Ahead,
    /// As the window's purpose reads it.
    Purpose,
    /// A letter of a list, or words: these are the choices.
    Choice(fn(&str) -> Option<String>),
}

/// What a key did to the window.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum After {
    /// It is still open.
    Open,
    /// Closed; its text is kept.
    Closed,
    /// To be saved.
    Save,
}

/// What stands over the lines.
pub type Above = Vec<(Private, Role)>;

/// The window.
#[derive(Debug, Clone)]
pub struct Editor<P> {
    /// What it is for.
    pub purpose: P,
    /// What stands over the lines: a warning, or what can be typed.
    pub above: Above,
    /// Its title and what stands over the lines where names are hidden; none where they name nobody.
    pub nameless: Option<(Private, Above)>,
    /// What saving would bring about, under the lines; the page puts it there after each key.
    pub below: Vec<Private>,
    /// The office's chase ladder, for a chase that fills itself.
    pub ladder: Ladder,
    title: Private,
    lines: Vec<EditLine>,
    at: usize,
    /// What stood in the line one is in when it was entered.
    entered: Private,
    /// The line that saving stopped at, and what stood there.
    asked: Option<(usize, Private)>,
    changes: Changes<usize>,
}

impl<P: Purpose> Editor<P> {
    /// A window with its lines.
    pub fn new(purpose: P, title: String, lines: Vec<EditLine>) -> Self {
        let entered = Private::from(lines.first().map_or("", |l| l.field.text()));
        let (ladder, below, changes) = (Ladder::default(), Vec::new(), Changes::default());
        let title = title.into();
        Self {
            purpose,
            above: Vec::new(),
            nameless: None,
            below,
            ladder,
            title,
            lines,
            at: 0,
            entered,
            asked: None,
            changes,
        }
    }

    /// Its title.
    pub fn title(&self) -> &Private {
        &self.title
    }

    /// Its title, without anybody's name.
    pub fn name(&self) -> &str {
        self.nameless.as_ref().map_or(&self.title, |(title, _)| title)
    }

    /// The cleaned text of a line; empty where there is no such line.
    pub fn text(&self, line: usize) -> Private {
        let text = self.lines.get(line).map_or("", |l| l.field.text());
        clean_line(text).trim().to_owned().into()
    }

    /// What a line held when the window was made.
    pub fn before(&self, line: usize) -> Private {
        self.lines.get(line).map_or("", |l| l.before.as_str()).into()
    }

    /// A line was changed since the window was made.
    pub fn changed(&self, line: usize) -> bool {
        self.lines.get(line).is_some_and(|l| l.field.text() != l.before)
    }

    /// Anything was typed that is not saved.
    pub fn holds_something(&self) -> bool {
        (0..self.lines.len()).any(|line| self.changed(line))
    }

    /// How many lines it has.
    pub fn count(&self) -> usize {
        self.lines.len()
    }

    /// One line more, below the others.
    pub fn add(&mut self, line: EditLine) {
        self.lines.push(line);
    }

    /// The help of the line one is in.
    pub fn help(&self) -> &'static str {
        self.lines.get(self.at).map_or("", |l| l.help)
    }

    /// What is said where more was typed or pasted than the line one is in holds.
    pub fn full(&self) -> Option<String> {
        self.lines.get(self.at).and_then(|line| line.field.full())
    }

    /// The line one is in.
    pub fn line(&self) -> usize {
        self.at
    }

    /// Puts a text into the line one is in, in place of what stands there.
    pub fn put(&mut self, text: &str) {
        if let Some(line) = self.lines.get_mut(self.at) {
            line.field = Line::holding(text);
            line.replaced = false;
        }
    }

    /// Saving stopped here: goes to the line, and keeps what stands there, so that it can be said again.
    pub fn ask(&mut self, line: usize) {
        self.asked = Some((line, self.text(line)));
        self.go(line);
    }

    /// Saving stopped at this line before, and the same stands there again.
    pub fn was_asked_of(&self, line: usize) -> bool {
        self.asked.as_ref().is_some_and(|(at, text)| *at == line && *text == self.text(line))
    }

    /// Goes to a line, to show what is missing there. What was typed and is no answer makes room for the next letter.
    pub fn go(&mut self, line: usize) {
        self.move_to(line.min(self.lines.len().saturating_sub(1)));
        if let Some(line) = self.lines.get_mut(self.at) {
            line.replaced = !matches!(line.reads, Reads::Text);
        }
    }

    fn typed(&self, line: usize) -> &str {
        self.lines.get(line).map_or("", |l| l.field.text())
    }

    /// To a line; the change of the one that is left can be taken back from any other.
    fn move_to(&mut self, line: usize) {
        let now = Private::from(self.typed(self.at));
        self.changes.note(self.at, &self.entered, &now, 0);
        self.at = line;
        if let Some(line) = self.lines.get_mut(line) {
            line.field.settle();
        }
        self.entered = self.typed(line).into();
    }

    /// No letter of this line is left to take back: the latest change of any line is.
    fn change_back(&mut self, edit: &Edit) {
        self.move_to(self.at);
        let again = *edit == Edit::Redo;
        let lines = &self.lines;
        let now = |line: usize| lines.get(line).map_or_else(String::new, |l| l.field.text().to_owned());
        let change = if again { self.changes.redo(now) } else { self.changes.undo(now) };
        let Some(change) = change else { return };
        let text = if again { change.after } else { change.before };
        if let Some(line) = self.lines.get_mut(change.field) {
            line.field = Line::holding(&text);
        }
        self.at = change.field;
        self.entered = text;
    }

    /// A key.
    pub fn act(&mut self, action: &Action) -> After {
        let last = self.lines.len().saturating_sub(1);
        match action {
            Action::Edit(Edit::Time) => {}
            Action::Edit(Edit::NewLine) | Action::NextField | Action::NextLine => return self.enter(last),
            Action::Edit(Edit::Paste(text)) => {
                let text = clean_line(text);
                self.edit(&Edit::Paste(text));
            }
            Action::Edit(edit) => self.edit(edit),
            Action::Down | Action::NextBox => self.move_to((self.at + 1).min(last)),
            Action::PreviousField | Action::Up => self.move_to(self.at.saturating_sub(1)),
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
        self.move_to(self.at + 1);
        After::Open
    }

    fn edit(&mut self, edit: &Edit) {
        let Some(line) = self.lines.get_mut(self.at) else { return };
        // Only the first key replaces: words that begin as the offered text ("spoken to her sister") stay whole, and an
        // arrow or Backspace keeps the text to go on with it.
        if std::mem::take(&mut line.replaced) && matches!(edit, Edit::Insert(_) | Edit::Paste(_)) {
            line.field.edit(&Edit::SelectAll);
        }
        if !line.field.edit_within(edit, line.most) && matches!(edit, Edit::Undo | Edit::Redo) {
            self.change_back(edit);
        }
    }

    /// Draws the window over a page and gives the cursor's place.
    pub fn draw(
        &self,
        buf: &mut Buffer,
        area: Rect,
        look: &Look<'_>,
        office: &WorkingDays,
    ) -> Option<Position> {
        let theme = look.theme;
        // A reading that has no room beside its line stands whole under the lines.
        let today = look.context.today();
        let whole = self.reading(self.at, today, office);
        let whole = if cells(&whole) > 28 { wrap(&whole, 72) } else { Vec::new() };
        // The frame takes a column on each side, and the text keeps one from it.
        let inside = usize::from(area.width.min(76)).saturating_sub(4).max(8);
        let nameless = self.nameless.as_ref().filter(|_| look.hide_names);
        let (title, above) = nameless.map_or((&self.title, &self.above), |(title, above)| (title, above));
        let over: Vec<(String, Role)> = above
            .iter()
            .flat_map(|(text, role)| wrap(text, inside).into_iter().map(|line| (line, *role)))
            .collect();
        let height =
            (over.len() + self.lines.len() + whole.len() + self.below.len()).saturating_add(2) as u16;
        let small = area.width < 30 || area.height < 3;
        let place = if small { area } else { middle(area, 76, height.min(area.height)) };
        let room = if small { area } else { window(buf, place, title, theme) };
        if small {
            ratatui::widgets::Widget::render(ratatui::widgets::Clear, area, buf);
        }
        let over = &over[..over.len().min(usize::from(room.height).saturating_sub(1))];
        for ((text, role), y) in over.iter().zip(0..) {
            put(buf, room, 1, y, text, theme.style(*role));
        }
        let over = over.len() as u16;
        let room = Rect { y: room.y + over, height: room.height - over, ..room };
        let labels = self.lines.iter().map(|l| l.label.len()).max().unwrap_or(0) as u16;
        let labels = (labels + 2).min(room.width / 2);
        // What would move stays in sight; the lines scroll above it where there is not room for both.
        let below: Vec<(&str, Role)> = whole
            .iter()
            .map(|text| (text.as_str(), Role::Body))
            .chain(self.below.iter().map(|text| (&**text, Role::Attention)))
            .take(usize::from(room.height).saturating_sub(LINES_SEEN.min(self.lines.len())))
            .collect();
        let height = usize::from(room.height) - below.len();
        for ((text, role), y) in below.into_iter().zip(height as u16..) {
            put(buf, room, 1, y, text, theme.style(role));
        }
        let seen = crate::widgets::list::seen(self.lines.len(), self.at, height);
        let mut cursor = None;
        for (y, at) in seen.enumerate() {
            let Some(line) = self.lines.get(at) else { continue };
            let y = y as u16;
            put(buf, room, 1, y, line.label, theme.style(Role::Heading));
            let reading = self.reading(at, today, office);
            let beside = room.width.saturating_sub(labels + 2) / 2;
            let wide = if reading.is_empty() { room.width.saturating_sub(labels + 2) } else { beside };
            let field =
                Rect { x: room.x + (labels + 1).min(room.width), y: room.y + y, width: wide, height: 1 };
            let place = line.shown(look.hide_names, at == self.at).draw(buf, field, at == self.at, theme);
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
            Reads::Past | Reads::Born | Reads::Ahead if text.is_empty() => String::new(),
            Reads::Past => words_of(&read_day(text, today, Direction::Back, office), today),
            Reads::Born => {
                let born = read_born(text, today);
                too_old_remark(&born, today).unwrap_or_else(|| words_of(&born, today))
            }
            // A day that is to come is used at once: what is no day is not kept.
            Reads::Ahead => match read_day(text, today, Direction::Forward, office) {
                DayReading::Unread => "~ a day: 3/12, fri, +3".to_owned(),
                read => read.in_words(today),
            },
            Reads::Purpose => P::reading(self, at, text, today, office),
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
