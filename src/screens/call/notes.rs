//! Notes, or Scratch while there is no consent: one key there, one back to the same field.
//!
//! Scratch is never written to the file and never read for a telephone number. Each line keeps the minute it
//! was begun. A piece of the notes is offered to a field only when it certainly fits.

use chrono::Days;

use crate::domain::contact::Safety;
use crate::domain::detail::Detail;
use crate::domain::text::{clean_char, clean_lines};
use crate::domain::typed_day::{DayReading, Direction, read_day};
use crate::protocol::action::{Action, Edit};
use crate::protocol::context::Context;
use crate::protocol::effect::Effect;
use crate::store::calls::CallWrite;
use crate::widgets::notes::Notes;

use super::State;
use super::form::Focus;
use super::unsafe_number::beside_number;

/// The most letters that are typed into the notes. The file holds twice as many: notes of before a lock, or before a
/// number was quoted, are put before what was typed since.
const LONGEST: usize = 48_000;
/// A letter is of late, and a birth is not.
const LATELY: Days = Days::new(365);
/// The longest words that are offered to a field, in characters.
const OFFERED: usize = 36;

/// What stays with the case of the notes of this call, where its consent was withdrawn.
#[derive(Clone, PartialEq, Eq)]
pub(super) enum Left {
    /// The case has none, or is not withdrawn.
    Nothing,
    /// They are in the file, and this desk has not read them.
    NotRead,
    /// They were seen here before.
    Seen(String),
}

/// The first whole telephone number, with what the words of its line forbid.
fn phone_in(text: &str) -> Option<String> {
    let found = |line| phone_of(line).map(|number| (number, Safety::heard(line, "")));
    let (number, heard) = text.lines().find_map(found)?;
    Some(heard.map_or(number.clone(), |heard| format!("{number}, {}", beside_number(heard))))
}

/// The first run of digits that is a whole telephone number.
fn phone_of(text: &str) -> Option<String> {
    let mut run = String::new();
    for c in text.chars().chain([';']) {
        if c.is_ascii_digit() || (c == ' ' && !run.is_empty()) {
            run.push(c);
        } else {
            let digits = run.chars().filter(char::is_ascii_digit).count();
            if run.starts_with('0') && (10..=11).contains(&digits) {
                return Some(run.trim_end().to_owned());
            }
            run.clear();
        }
    }
    None
}

/// The first words that are a day with its month: `12 mar 2016`, `2/11`.
fn day_in(text: &str, is_day: impl Fn(&str) -> bool) -> Option<String> {
    let words: Vec<&str> = text.split_whitespace().map(|w| w.trim_end_matches([',', '.', ';'])).collect();
    (0..words.len()).find_map(|from| {
        (1..=3).rev().filter_map(|count| words.get(from..from + count)).map(|some| some.join(" ")).find(
            |piece| {
                let starts = piece.starts_with(|c: char| c.is_ascii_digit());
                let has_month = piece.contains('/') || piece.chars().any(char::is_alphabetic);
                starts && has_month && is_day(piece)
            },
        )
    })
}

/// The words that stood in a field before another caller came to the phone; none that the hint line cannot show whole.
fn said_before(text: &str, detail: Detail) -> Option<String> {
    let head = format!("{}: ", detail.label());
    let said = text.lines().rev().find_map(|line| line.strip_prefix(&head))?.trim();
    (1..=OFFERED).contains(&said.chars().count()).then(|| said.to_owned())
}

impl State {
    pub(super) fn swap_notes(&mut self, context: &Context) -> Vec<Effect> {
        let effects = self.leave(context);
        if self.focus == Focus::Notes {
            self.focus = self.before_notes;
        } else {
            self.before_notes = self.focus;
            self.focus = Focus::Notes;
        }
        self.row = None;
        effects
    }

    pub(super) fn next_box(&mut self, context: &Context) -> Vec<Effect> {
        match self.focus {
            Focus::Notes if !self.to_ask(context).is_empty() => {
                let effects = self.leave(context);
                self.focus = Focus::Ask(0);
                effects
            }
            Focus::Notes | Focus::Ask(_) => {
                let effects = self.leave(context);
                self.focus = self.before_notes;
                effects
            }
            _ => self.swap_notes(context),
        }
    }

    pub(super) fn act_in_notes(&mut self, action: &Action, context: &Context) -> Vec<Effect> {
        match action {
            Action::Edit(edit) => self.edit_notes(edit, context),
            Action::NextField | Action::PreviousField => self.swap_notes(context),
            _ => Vec::new(),
        }
    }

    pub(super) fn edit_notes(&mut self, edit: &Edit, context: &Context) -> Vec<Effect> {
        let scratch = !self.may_keep_family();
        let edit = match edit {
            Edit::Insert(c) => match clean_char(*c) {
                Some(c) => Edit::Insert(c),
                None => return Vec::new(),
            },
            Edit::Paste(text) => Edit::Paste(clean_lines(text)),
            Edit::PasteOwn => match &self.clip {
                Some((text, from_scratch)) if !from_scratch || scratch => Edit::Paste(text.clone()),
                _ => return Vec::new(),
            },
            Edit::Time => Edit::Paste(format!("{} ", context.minute())),
            other => other.clone(),
        };
        let lines = self.notes.lines().len();
        let line = self.notes.line();
        let begins = self.notes.lines().get(line).is_some_and(String::is_empty);
        let changed = self.notes.edit_within(&edit, LONGEST);
        if !changed && matches!(edit, Edit::Undo | Edit::Redo) {
            return self.change_back(&edit, context);
        }
        if matches!(edit, Edit::Copy | Edit::Cut) {
            self.clip = Some((self.notes.taken(), scratch));
        }
        if changed {
            self.keep_minutes(lines, context.now);
            if let Some(begun) = self.begun.get_mut(line).filter(|_| begins) {
                *begun = context.now;
            }
            self.notes_typed = Some((self.notes_typed.map_or(context.now, |(first, _)| first), context.now));
        }
        Vec::new()
    }

    /// The notes are this text. Lines that are new are begun at this time.
    pub(super) fn hold(&mut self, text: &str, at: i64) {
        self.notes = Notes::holding(text);
        self.begun.resize(self.notes.lines().len(), at);
    }

    /// The notes without the empty lines at their end: as the file has them.
    pub(super) fn noted(&self) -> String {
        self.notes.text().trim_end_matches('\n').to_owned()
    }

    /// What is typed next begins a line of its own: what stands there was said before, and is whole.
    pub(super) fn begin_a_line(&mut self, now: i64) {
        if !self.notes.is_empty() {
            let text = format!("{}\n", self.noted());
            self.hold(&text, now);
        }
    }

    /// Each line keeps the minute it was begun, also when lines come and go above it.
    fn keep_minutes(&mut self, before: usize, now: i64) {
        let after = self.notes.lines().len();
        let line = self.notes.line();
        for _ in before..after {
            let at = (line + before).saturating_sub(after) + 1;
            self.begun.insert(at.min(self.begun.len()), now);
        }
        for _ in after..before {
            if line + 1 < self.begun.len() {
                self.begun.remove(line + 1);
            }
        }
        self.begun.resize(after, now);
    }

    /// A piece of the notes that is certainly what an empty field asks for: a telephone number, a day, or what stood
    /// in the field before *Who* was changed. Scratch is never read.
    pub(super) fn offered_by_notes(&self, detail: Detail, context: &Context) -> Option<String> {
        if !self.may_keep_family() || !self.entry(detail).is_empty() {
            return None;
        }
        let text = self.notes.text();
        match detail {
            Detail::Phone | Detail::ParentPhone => phone_in(&text),
            Detail::Letter | Detail::Born => day_in(&text, |piece| {
                let read = read_day(piece, context.today(), Direction::Back, &self.days);
                // Nobody whose letter it is was born within a year of it: one day never fits both.
                matches!(read, DayReading::Day(day)
                    if (day + LATELY < context.today()) == (detail == Detail::Born))
            }),
            Detail::Name | Detail::BestTime | Detail::Email
                if self.caller.is_some_and(|(_, seq)| seq > 1) =>
            {
                said_before(&text, detail)
            }
            _ => None,
        }
    }

    /// The piece that is offered goes into the field that has the keys.
    pub(super) fn use_from_notes(&mut self, context: &Context) -> Vec<Effect> {
        let Focus::Field(detail) = self.focus else { return Vec::new() };
        match self.offered_by_notes(detail, context) {
            Some(piece) => self.edit_field(detail, &Edit::Paste(piece), context),
            None => vec![Effect::Notice("Nothing in the notes fits this field.".to_owned())],
        }
    }

    pub(super) fn begun_text(&self) -> String {
        self.begun.iter().map(ToString::to_string).collect::<Vec<_>>().join(" ")
    }

    pub(super) fn save_notes(&mut self, _context: &Context) -> Vec<Effect> {
        self.notes_typed = None;
        let text = self.noted();
        let Some(case) = self.case.filter(|_| self.may_keep_family()) else { return Vec::new() };
        if text == *self.notes_sent.as_ref().map_or(&self.notes_kept, |(_, sent)| sent) {
            return Vec::new();
        }
        self.notes_sent = Some((0, text.clone()));
        vec![Self::doing(CallWrite::Notes {
            call: self.id,
            case,
            body: text.into(),
            begun: self.begun_text(),
        })]
    }
}
