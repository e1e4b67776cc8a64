//! An answer that one letter gives, and that somebody spells out all the same: `mother`, `written form`.
//!
//! The letter has answered and gone on, so that the rest of the word stands in the next field. When the word is whole,
//! at its Enter or its space, it goes back to where it belongs; until then nothing is guessed. The letter that completed
//! a consent is not waited for: what goes on with it takes the record back at once, and stands where it was begun. An
//! Enter after the letter ends it: what follows is what it is. What a word means is absent: it is a rule of
//! [`crate::domain::consent::spelt`].
//!
//! Decided: that letter writes the record at once, because a call that breaks off behind it must not lose a consent that
//! was told. It is sound, because nothing that was let in by it can stay behind a doubt: the next key either ends the
//! answer (Enter, another field, a name), or takes record, scratch and details out of the file again, in one write, and
//! out of what still waits to be written. Deleting the letter is such a doubt as well.

mod answer;

use super::super::State;
use super::super::form::{Focus, Part};
use super::told::unread_words;
use crate::domain::consent::ConsentAnswer;
use crate::domain::consent::spelt::{goes_on, is_all_of_how, is_all_of_who, is_no_name, is_who};
use crate::domain::typed_day::DayReading;
use crate::protocol::action::{Action, Edit};
use crate::protocol::context::Context;
use crate::protocol::effect::Effect;
use crate::store::calls::CallWrite;
use crate::widgets::field::Line;

/// A letter that answered.
#[derive(Clone)]
pub(in crate::screens::call) struct Letter {
    from: Focus,
    typed: char,
    landed: Focus,
    /// What stood there before, in front of which nothing is typed.
    stood: String,
    /// The words of the answer that have gone back to the question already: "not "; or the capital behind it.
    said: String,
    /// Behind a letter of How: the answer that stood where it landed, which typing replaces.
    replaced: String,
}

/// What is said when the letter is deleted.
const LETTER_DELETED: &str = "The letter is taken back, and its record leaves the file. Asked again.";
/// What is said when more than the letter is typed.
const GOES_ON: &str = "This goes on with the answer. A name: a capital, or Enter after the letter.";

impl State {
    /// Remembers a letter that answered and went on.
    pub(super) fn note_letter(&mut self, from: Focus, action: &Action) {
        let typed = match action {
            Action::Edit(Edit::Insert(typed)) => typed.to_ascii_lowercase(),
            Action::AnswerConsent(ConsentAnswer::Yes) => 'y',
            Action::AnswerConsent(ConsentAnswer::No) => 'n',
            Action::AnswerConsent(ConsentAnswer::NotSure) => 'u',
            _ => return,
        };
        // What stands in a part is marked, and typing replaces it.
        let stood = match self.focus {
            Focus::Field(detail) => self.entry(detail).to_owned(),
            _ => String::new(),
        };
        let replaced = match (from, self.focus) {
            (Focus::Part(Part::How), Focus::Part(part)) => self.part_mut(part).text().to_owned(),
            _ => String::new(),
        };
        self.letter = Some(Letter { from, typed, landed: self.focus, stood, said: String::new(), replaced });
    }

    /// The word is whole: it goes back to the question it answers.
    pub(super) fn spelt_out(&mut self, action: &Action, context: &Context) -> Option<Vec<Effect>> {
        let letter = self.letter.clone()?;
        if self.focus != letter.landed {
            self.letter = None;
            return None;
        }
        match (letter.from, letter.landed) {
            (Focus::Question, Focus::Part(part)) => self.yes_spelt_out(&letter, part, action, context),
            (Focus::Question, _) => self.answer_spelt_out(&letter, action, context),
            (Focus::Part(Part::Who), Focus::Part(part)) => self.who_spelt_out(&letter, part, action, context),
            (Focus::Part(Part::How), Focus::Part(part)) => self.how_spelt_out(&letter, part, action, context),
            (Focus::Part(part), Focus::Field(_)) => self.more_than_its_letter(&letter, part, action, context),
            _ => None,
        }
    }

    /// What stands behind the letter, once it is whole; and whether a space made it so, and more may come.
    fn rest_of(&mut self, letter: &Letter, part: Part, action: &Action) -> Option<(String, bool)> {
        let goes_on = *action == Action::Edit(Edit::Insert(' '));
        let is_whole = goes_on || *action == Action::NextField;
        let rest = self.part_mut(part).text().strip_prefix(&letter.stood)?;
        (is_whole && !rest.is_empty()).then(|| (rest.to_owned(), goes_on))
    }

    /// A yes in all its letters adds nothing to its letter. With a space it begins a sentence, whose letters answer nothing.
    fn yes_spelt_out(
        &mut self,
        letter: &Letter,
        part: Part,
        action: &Action,
        context: &Context,
    ) -> Option<Vec<Effect>> {
        let (rest, goes_on) = self.rest_of(letter, part, action)?;
        let word = format!("{}{rest}", letter.typed).to_lowercase();
        if ConsentAnswer::from_code(&word) != Some(ConsentAnswer::Yes) {
            return None;
        }
        self.letter = None;
        let effects = self.take_away(letter.landed, &letter.stood, context);
        if goes_on {
            *self.part_mut(part) = Line::holding("yes ");
        }
        Some(effects)
    }

    /// Who it was, in words: they stand where the letter was typed, and more may follow there.
    fn who_spelt_out(
        &mut self,
        letter: &Letter,
        part: Part,
        action: &Action,
        context: &Context,
    ) -> Option<Vec<Effect>> {
        let (rest, goes_on) = self.rest_of(letter, part, action)?;
        let spelt = format!("{}{rest}", letter.typed);
        let one_word = !rest.contains(' ');
        let is_no_day = !goes_on && part == Part::When && self.when(context) == DayReading::Unread;
        if !(one_word && is_who(&spelt) || is_no_day && is_all_of_who(&spelt)) {
            return None;
        }
        self.letter = None;
        let effects = self.take_away(letter.landed, &letter.stood, context);
        let mut who = if one_word { spelt.to_lowercase() } else { spelt };
        if goes_on {
            who.push(' ');
            self.focus = letter.from;
        }
        self.told.who = Line::holding(&who);
        if !goes_on && self.part_is_unread(Part::Who, context) {
            self.remark = Some(unread_words(Part::Who).to_owned());
        }
        Some(effects)
    }

    /// How it was given, in words whose rest stands where another answer is missing: that one is as it was.
    fn how_spelt_out(
        &mut self,
        letter: &Letter,
        part: Part,
        action: &Action,
        context: &Context,
    ) -> Option<Vec<Effect>> {
        if matches!(action, Action::Edit(edit) if *edit != Edit::NewLine) {
            return None;
        }
        self.letter = None;
        let rest = self.part_mut(part).text().trim().to_owned();
        let how = format!("{}{rest}", letter.typed);
        let typed = !rest.is_empty() && rest != letter.replaced.trim();
        if !typed || !self.part_is_unread(part, context) || !is_all_of_how(&how, context.today()) {
            return None;
        }
        *self.part_mut(part) = Line::holding(&letter.replaced);
        self.leave_the_notes(letter.replaced.trim(), context);
        self.told.how = Line::holding(&how);
        self.focus = Focus::Part(Part::How);
        if *action != Action::NextField {
            let mut effects = self.leave_part(Part::How, context);
            effects.extend(self.act_on_page(action, context));
            return Some(effects);
        }
        let effects = self.next_part(Part::How, context);
        if let Focus::Part(open) = self.focus {
            self.part_mut(open).edit(&Edit::SelectAll);
        }
        Some(effects)
    }

    /// The rest of the word leaves the place where it landed.
    fn take_away(&mut self, landed: Focus, stood: &str, context: &Context) -> Vec<Effect> {
        let mut effects = self.act_on_page(&Action::Edit(Edit::SelectAll), context);
        effects.extend(self.act_on_page(&Action::Edit(Edit::Delete), context));
        if let (Focus::Field(detail), false) = (landed, stood.is_empty())
            && let Some(entry) = self.entries.get_mut(&detail)
        {
            entry.line = Line::holding(stood);
        }
        effects
    }

    /// The first key after the letter that completed a consent, which may be more of that answer. Then what was recorded
    /// is taken back, before a word of it is whole.
    fn more_than_its_letter(
        &mut self,
        letter: &Letter,
        part: Part,
        action: &Action,
        context: &Context,
    ) -> Option<Vec<Effect>> {
        self.letter = None;
        let begun = letter.said.as_str();
        let deleted = matches!(action, Action::Edit(Edit::Backspace | Edit::DeleteWord)) && begun.is_empty();
        let typed = match *action {
            Action::Edit(Edit::Insert(typed)) => Some(typed),
            _ if deleted => None,
            _ => return None,
        };
        if let Some(capital) = typed.filter(|typed| begun.is_empty() && typed.is_uppercase()) {
            // A name, or Caps Lock: the next key says which.
            self.letter = Some(Letter { said: capital.to_string(), ..letter.clone() });
            return None;
        }
        let more =
            typed.is_none_or(|typed| if begun.is_empty() { goes_on(typed) } else { is_no_name(typed) });
        let kind = self.kind.filter(|_| self.may_keep_family() && more)?;
        let mut first = letter.typed;
        if !begun.is_empty() {
            // Behind the capital all of it was typed with Caps Lock.
            self.take_away(letter.landed, &letter.stood, context);
            first = first.to_ascii_uppercase();
        }
        let text = typed.map_or_else(String::new, |typed| format!("{first}{begun}{typed}"));
        let told = std::mem::take(&mut self.told);
        let mut effects = self.take_out(kind, self.for_adult, context);
        self.told = super::super::Told { limits_kept: String::new(), ..told };
        self.answer = Some(ConsentAnswer::Yes);
        effects.push(Self::doing(CallWrite::Answer { call: self.id, answer: self.answer }));
        *self.part_mut(part) = Line::holding(&text);
        self.focus = Focus::Part(part);
        effects.push(Effect::Notice(if deleted { LETTER_DELETED } else { GOES_ON }.to_owned()));
        Some(effects)
    }
}
