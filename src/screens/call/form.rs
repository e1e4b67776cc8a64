//! The fields of a call: their one order, moving between them, and what follows when one is left.
//!
//! The order follows from who is ringing and from the consent, so that no field of the family is reached
//! before it may be kept (`order`). What a field means is absent (`reading`), so is how it reaches the file (`save`), and what
//! may be kept at all (`gate`).

mod area;
mod back;
mod entry;
mod order;
mod paste;
mod save;

use crate::domain::call::CallerKind;
use crate::domain::detail::Detail;
use crate::domain::text::clean_line;
use crate::protocol::action::{Action, Edit};
use crate::protocol::context::Context;
use crate::protocol::effect::Effect;
use crate::widgets::field::Line;

use super::{State, reading};
pub use entry::{Entry, Focus, Part};

impl State {
    /// The field can be typed in: the family's are locked before consent.
    pub(super) fn may_enter(&self, detail: Detail) -> bool {
        let general = detail.is_general();
        detail == Detail::Who
            || detail.is_the_callers()
            || general
            || self.may_keep_family()
            // An age that closed the gate can be corrected.
            || (detail == Detail::Born && (self.child_alone || self.for_adult))
    }

    /// Moves to another place; what was typed here is kept first. What is typed into a locked field all the same is the
    /// family's: it lands in Scratch, never in the caller's own field where the cursor stood.
    pub(super) fn go_to(&mut self, to: Focus, context: &Context) -> Vec<Effect> {
        if let Focus::Field(detail) = to
            && (!self.may_enter(detail) || !self.order().contains(&to) && !self.is_shown(detail))
        {
            let mut effects = Vec::new();
            if !self.may_keep_family() && !self.may_enter(detail) && self.focus != Focus::Notes {
                effects.extend(self.swap_notes(context));
                // Leaving *Who* can open it: then it is no refusal.
                if self.may_enter(detail) && self.order().contains(&to) {
                    self.focus = to;
                    return effects;
                }
            }
            effects.push(Effect::Refuse(crate::domain::refusal::Refusal::Locked));
            return effects;
        }
        let effects = self.leave(context);
        self.row = None;
        if self.focus_survives(to) {
            self.focus = to;
        }
        effects
    }

    fn focus_survives(&self, to: Focus) -> bool {
        match to {
            Focus::Field(detail) => self.may_enter(detail),
            _ => true,
        }
    }

    fn is_shown(&self, detail: Detail) -> bool {
        detail == Detail::Child && self.kind == Some(CallerKind::YoungPerson)
    }

    /// The place after, or before, the one that has the keys.
    pub(super) fn step(&mut self, forward: bool, context: &Context) -> Vec<Effect> {
        let from = self.focus;
        let mut effects = self.leave(context);
        self.row = None;
        // Leaving a field can move the keys itself: *Who* may open or lock the rest.
        if self.focus != from {
            return effects;
        }
        let order: Vec<Focus> = self.order().into_iter().filter(|f| self.passes(*f)).collect();
        let at = order.iter().position(|f| *f == from);
        let next = match (at, forward) {
            (Some(_), true) if self.comes_back_to_who(from) => order.first(),
            (Some(at), true) => order.get(at + 1).or_else(|| order.last()),
            (Some(at), false) => order.get(at.saturating_sub(1)),
            (None, _) => order.first(),
        };
        if let Some(next) = next {
            self.focus = *next;
        }
        if self.focus == from && forward {
            effects.push(Effect::Notice("That was the last field. F9 finishes, F4 is notes.".to_owned()));
        }
        effects
    }

    /// Enter goes on to what is still to be asked: what is typed for the next question does not land behind an answer
    /// that stands there. Where nothing more is open it goes from field to field, as Down does.
    fn pass_what_is_answered(&mut self, from: Detail) {
        let order: Vec<Focus> = self.order().into_iter().filter(|f| self.passes(*f)).collect();
        let at = |focus| order.iter().position(|f| *f == focus);
        let Some(came_to) =
            at(self.focus).filter(|to| at(Focus::Field(from)).is_some_and(|at| at + 1 == *to))
        else {
            return;
        };
        if let Some(open) = order.iter().skip(came_to).find(|focus| !self.is_answered(**focus)) {
            self.focus = *open;
        }
    }

    /// The field has a text and, where it is to be read, a reading; or the case has it. What the case filled in is still
    /// to be checked.
    fn is_answered(&self, focus: Focus) -> bool {
        let Focus::Field(detail) = focus else { return false };
        if self.case_has(detail).is_some() {
            return true;
        }
        let is_read =
            matches!(detail, Detail::Born | Detail::Area | Detail::About | Detail::Letter | Detail::Wants);
        !(self.entry(detail).trim().is_empty()
            || is_read && self.read(detail).is_empty()
            || self.filled(detail))
    }

    fn passes(&self, focus: Focus) -> bool {
        match focus {
            Focus::Field(detail) => self.may_enter(detail),
            Focus::Part(Part::Limits) => false,
            _ => true,
        }
    }

    pub(super) fn act_in_field(&mut self, detail: Detail, action: &Action, context: &Context) -> Vec<Effect> {
        let choices = self.choices(detail);
        match action {
            Action::Edit(edit) => self.edit_field(detail, edit, context),
            Action::Down
                if !choices.is_empty()
                    && (self.row.is_some()
                        || !self.entry(detail).is_empty()
                        || Self::lists_at_once(detail)) =>
            {
                self.row = Some(self.row.map_or(0, |row| (row + 1).min(choices.len() - 1)));
                Vec::new()
            }
            Action::Up if self.row.is_some() => {
                self.row = self.row.and_then(|row| row.checked_sub(1));
                Vec::new()
            }
            Action::NextField | Action::Down => {
                let chosen = self.row.and_then(|row| choices.get(row).cloned());
                if let Some(choice) = chosen.or_else(|| self.marked_area(detail)) {
                    let words = self.chosen_words(detail, &choice);
                    self.take(detail, &words, &choice.code, context.now);
                }
                let effects = self.step(true, context);
                // The name that an earlier record gave is looked at first: it may be another one who rings.
                if *action == Action::NextField && detail != Detail::Who {
                    self.pass_what_is_answered(detail);
                }
                effects
            }
            Action::PreviousField | Action::Up => self.step(false, context),
            _ => Vec::new(),
        }
    }

    /// A list of choices shows before a letter was typed.
    fn lists_at_once(detail: Detail) -> bool {
        matches!(detail, Detail::Who | Detail::About | Detail::Wants)
    }

    fn take(&mut self, detail: Detail, words: &str, code: &str, now: i64) {
        let entry = self.entries.entry(detail).or_default();
        if entry.visited.is_none() {
            entry.visited = Some(entry.line.text().to_owned());
        }
        entry.line = Line::holding(words);
        code.clone_into(&mut entry.reading);
        entry.key(now);
    }

    pub(super) fn edit_field(&mut self, detail: Detail, edit: &Edit, context: &Context) -> Vec<Effect> {
        self.row = None;
        let scratch = self.is_scratch(detail) || self.waits(detail);
        let edit = match edit {
            Edit::Insert(c) => match crate::domain::text::clean_char(*c) {
                Some(c) => Edit::Insert(c),
                None => return Vec::new(),
            },
            Edit::Paste(text) => Edit::Paste(self.pasted(text, context)),
            Edit::PasteOwn => match &self.clip {
                // What was copied from scratch is pasted into scratch only.
                Some((text, from_scratch)) if !from_scratch || scratch => Edit::Paste(clean_line(text)),
                _ => return Vec::new(),
            },
            Edit::NewLine | Edit::Time | Edit::Up | Edit::Down => return Vec::new(),
            other => other.clone(),
        };
        let back = matches!(edit, Edit::Undo | Edit::Redo);
        // Only a letter makes an entry: of an arrow in an empty field nothing is to be kept.
        let letters = match &edit {
            Edit::Insert(_) => true,
            Edit::Paste(text) => !text.is_empty(),
            _ => false,
        };
        if !letters && !self.entries.contains_key(&detail) {
            return if back { self.change_back(&edit, context) } else { Vec::new() };
        }
        let entry = self.entries.entry(detail).or_default();
        let before = entry.line.text().to_owned();
        let types = matches!(
            edit,
            Edit::Insert(_) | Edit::Paste(_) | Edit::Backspace | Edit::Delete | Edit::DeleteWord | Edit::Cut
        );
        entry.filled &= !types;
        if types && entry.visited.is_none() {
            entry.line.settle();
            entry.visited = Some(before.clone());
        }
        let changed = (!back || entry.visited.is_some()) && entry.line.edit_within(&edit, detail.longest());
        if back && !changed {
            return self.change_back(&edit, context);
        }
        if matches!(edit, Edit::Copy | Edit::Cut) {
            self.clip = Some((entry.line.taken(), scratch));
        }
        if changed && entry.line.text() != before {
            if entry.typed.is_none() && entry.before.is_none() {
                entry.before = Some(entry.kept.clone());
            }
            entry.key(context.now);
            self.brought &= detail != Detail::Name;
            return self.look_for_schools(detail);
        }
        Vec::new()
    }

    /// What is typed in the place that has the keys is read and kept.
    pub(super) fn leave(&mut self, context: &Context) -> Vec<Effect> {
        match self.focus {
            Focus::Field(detail) => {
                let mut effects = self.leave_field(detail, context);
                effects.extend(self.look_alike(detail));
                effects
            }
            Focus::Notes => self.save_notes(context),
            Focus::Part(part) => self.leave_part(part, context),
            Focus::Question | Focus::Ask(_) => Vec::new(),
        }
    }

    fn leave_field(&mut self, detail: Detail, context: &Context) -> Vec<Effect> {
        if let Some(refused) = self.refused_after_all(detail, context) {
            return refused;
        }
        self.note_visit(detail, context.now);
        let typed = self.entry(detail).to_owned();
        let read = reading::read(self, detail, &typed, context.today());
        if let Some(entry) = self.entries.get_mut(&detail) {
            entry.reading = read.stored;
        }
        self.remark = read.remark;
        match detail {
            Detail::Who => {
                match self.entries.get(&Detail::Who).and_then(|e| CallerKind::from_code(&e.reading)) {
                    Some(kind) if Some(kind) != self.kind => self.who_is(kind, context),
                    _ => Vec::new(),
                }
            }
            Detail::Area if !self.read(Detail::Area).is_empty() && self.read(Detail::Area) != typed => {
                // What names one authority exactly is that authority, as people say it.
                let name = self.read(Detail::Area).to_owned();
                self.take(Detail::Area, &name, &name, context.now);
                self.note_visit(detail, context.now);
                let mut effects = self.save(detail, context);
                effects.extend(self.fill_other_side(context));
                effects
            }
            Detail::Born => {
                let mut effects = self.save(detail, context);
                effects.extend(self.age_is_known(context));
                effects
            }
            Detail::Area => {
                let mut effects = self.save(detail, context);
                effects.extend(self.fill_other_side(context));
                effects
            }
            Detail::Name | Detail::Phone => {
                let mut effects = self.save(detail, context);
                if detail == Detail::Name
                    && self.kind == Some(CallerKind::YoungPerson)
                    && self.may_keep_family()
                    && self.entry(Detail::Child) != typed
                {
                    self.take(Detail::Child, &typed, "", context.now);
                    effects.extend(self.save(Detail::Child, context));
                }
                if detail == Detail::Name {
                    effects.extend(self.empty_what_is_anothers(context));
                }
                effects.extend(self.look_for_the_caller());
                effects.extend(self.ask_if_safe(detail));
                effects
            }
            Detail::ParentPhone => {
                let mut effects = self.save(detail, context);
                effects.extend(self.ask_if_safe(detail));
                effects
            }
            _ => self.save(detail, context),
        }
    }
}
