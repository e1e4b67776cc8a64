//! What was scratch when the caller quoted the number of a case.
//!
//! A number is no answer to the consent question, and numbers run in sequence: the case may be another family's than
//! the one that was told of. So nothing that was typed of a family before it goes to the file with it. It stands under
//! the notes, on this screen only, is counted at Finish and goes with the call, or after the quarter of an hour. Where
//! the number is refused, misheard and taken back, or the call is about no case any more, it is back where it stood. What
//! is typed once the call is about the case is absent: it is of that case.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::domain::call::CallerKind;
use crate::domain::callers_own::without_consent;
use crate::domain::consent::ConsentStanding;
use crate::domain::detail::Detail;
use crate::protocol::context::Context;
use crate::protocol::effect::Effect;
use crate::screens::Look;
use crate::screens::page::split_top;
use crate::widgets::frame::{fit, put, wrap};
use crate::widgets::notes::Notes;
use crate::widgets::theme::Role;

use super::State;
use super::dropped::counted;
use super::form::{Entry, Focus};

/// What is said when a caller who may not quote a number takes the place of one who did.
pub(super) const NO_CASE_NOW: &str = "A relative is asked: the call is about no case now.";
/// What is said where something was typed behind the number.
const ONLY_THE_NUMBER: &str = "Only the number is left to take back: Ctrl+Z again.";
/// The heading of what is not saved.
const BEFORE: &str = "NOT SAVED, before the number:";

/// What was typed before the number.
#[derive(Clone, Default)]
pub(super) struct Aside {
    fields: Vec<(Detail, String)>,
    notes: String,
    begun: Vec<i64>,
}

impl Aside {
    pub(super) fn is_empty(&self) -> bool {
        self.fields.is_empty() && self.notes.is_empty()
    }

    /// The area the caller said, as far as it is known.
    pub(super) fn area(&self) -> &str {
        self.fields.iter().find(|(detail, _)| *detail == Detail::Area).map_or("", |(_, text)| text)
    }

    fn lines(&self) -> impl Iterator<Item = String> {
        let fields = self.fields.iter().map(|(detail, text)| format!("{}: {text}", detail.label()));
        fields.chain(self.notes.lines().filter(|line| !line.trim().is_empty()).map(str::to_owned))
    }

    /// `1 field, 2 lines`; none where that is nothing.
    fn in_words(&self) -> Option<String> {
        let lines = self.lines().count() - self.fields.len();
        let counts = [(self.fields.len(), "field"), (lines, "line")];
        let words: Vec<String> = counts
            .into_iter()
            .filter(|(count, _)| *count > 0)
            .map(|(count, one)| counted(count, one))
            .collect();
        (!words.is_empty()).then(|| words.join(", "))
    }
}

impl State {
    /// Everything that may not reach the file now leaves the fields and the notes, and the caller's own work stays.
    pub(super) fn put_aside(&mut self) {
        let stays = |state: &Self, detail: Detail| {
            detail == Detail::Who || detail.is_the_callers() && !state.is_scratch(detail)
        };
        let goes: Vec<Detail> = self.entries.keys().copied().filter(|detail| !stays(self, *detail)).collect();
        for detail in Detail::ALL.into_iter().filter(|detail| self.waits(*detail)).collect::<Vec<_>>() {
            let text = self.only_what_is_kept(detail);
            self.aside.fields.push((detail, text));
        }
        for detail in goes {
            let text = self.entries.remove(&detail).map(|entry| entry.line.text().to_owned());
            self.aside.fields.extend(text.filter(|text| !text.trim().is_empty()).map(|text| (detail, text)));
        }
        self.aside.notes = self.notes.text();
        self.aside.begun = std::mem::replace(&mut self.begun, vec![self.last_key]);
        self.notes = Notes::default();
        self.notes_typed = None;
        if let Some((_, from_scratch)) = &mut self.clip {
            *from_scratch = true;
        }
    }

    /// It is scratch as it was: in its fields, where nothing else stands there, and before the notes typed since.
    pub(super) fn put_back(&mut self, now: i64) {
        let aside = std::mem::take(&mut self.aside);
        for (detail, text) in aside.fields {
            if without_consent(detail, &text) == self.entry(detail) || self.entry(detail).is_empty() {
                self.entries.insert(detail, Entry::typed(&text, ""));
            }
        }
        if aside.notes.is_empty() {
            return;
        }
        let since = self.notes.text();
        let mut begun = aside.begun;
        begun.resize(aside.notes.split('\n').count(), now);
        begun.append(&mut self.begun);
        self.begun = begun;
        let gap = if since.is_empty() { "" } else { "\n" };
        self.hold(&format!("{}{gap}{since}", aside.notes), now);
    }

    /// Whoever is on the line now may not quote a number, and the caller before them did: of the case nothing stays on
    /// the page. The call itself leaves it with the write that says who is ringing.
    pub(super) fn leaves_what_was_quoted(&mut self, kind: CallerKind, context: &Context) -> bool {
        if !self.quoted || !kind.is_third_party() || kind.rings_in_their_work() {
            return false;
        }
        // While it is known yet what the case had filled in.
        self.empty_what_was_filled();
        self.is_about_no_case(context);
        true
    }

    /// Ctrl+Z behind a number that was quoted: it was another one. The call is about no case, nothing of it stays with
    /// that one, and what was typed stands here as before. Where something was typed since, it is said first.
    pub(super) fn number_back(&mut self, context: &Context) -> Option<Vec<Effect>> {
        let kind = self.kind.filter(|_| self.quoted)?;
        if !std::mem::replace(&mut self.told.is_last, true) {
            return Some(vec![Effect::Notice(ONLY_THE_NUMBER.to_owned())]);
        }
        let said = format!("Taken back: this call is not about {}.", self.case_in_words());
        self.entries.retain(|_, entry| !entry.filled);
        self.is_about_no_case(context);
        let mut effects = self.take_out(kind, false, context);
        effects.extend(self.flush(context));
        self.focus = Focus::Question;
        effects.push(Effect::Notice(said));
        Some(effects)
    }

    fn is_about_no_case(&mut self, context: &Context) {
        self.entries.retain(|detail, _| detail.is_the_callers() || *detail == Detail::Who);
        self.made.taken_out |= !self.notes_kept.is_empty();
        self.quoted = false;
        self.case = None;
        self.case_was_open = false;
        self.consent = ConsentStanding::NotAsked;
        self.withdrawn = None;
        self.others.clear();
        self.numbers.clear();
        self.sides = super::sides::Sides::default();
        self.alike = super::alike::Alike::default();
        self.schools.clear();
        self.notes_left = super::notes::Left::Nothing;
        self.put_back(context.now);
    }

    /// `1 field, 2 lines`, typed before the number; none where that is nothing.
    pub(super) fn aside_in_words(&self) -> Option<String> {
        self.aside.in_words()
    }

    /// Draws it at the foot of the box, in half of it at most; what is left of the box is for the notes.
    pub(super) fn draw_aside(&self, look: &Look<'_>, room: Rect, buf: &mut Buffer) -> Rect {
        let width = usize::from(room.width);
        let wrapped = self.aside.lines().flat_map(|line| wrap(&line, width.saturating_sub(2).max(1)));
        let lines: Vec<String> = wrapped.collect();
        let height = (lines.len() as u16 + 1).min(room.height / 2);
        if lines.is_empty() || height == 0 {
            return room;
        }
        let (upper, lower) = split_top(room, room.height - height);
        put(buf, lower, 0, 0, &fit(BEFORE, width), look.theme.style(Role::NotSaved));
        let most = usize::from(height) - 1;
        for (y, line) in lines.iter().take(most).enumerate() {
            let more = lines.len() - y;
            let cut = y + 1 == most && more > 1;
            let text = if cut { format!("/ {more} lines more") } else { format!("/ {line}") };
            put(buf, lower, 0, y as u16 + 1, &fit(&text, width), look.theme.style(Role::Body));
        }
        upper
    }
}
