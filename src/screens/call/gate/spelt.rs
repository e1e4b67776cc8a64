//! An answer that one letter gives, and that somebody spells out all the same: `mother`, `written form`.
//!
//! The letter has answered and gone on, so that the rest of the word stands in the next field. When the word is whole,
//! at its Enter or its space, it goes back to where it belongs; until then nothing is guessed. The letter that completed
//! a consent is not waited for: what goes on with it takes the record back at once, and stands where it was begun. An
//! Enter after the letter ends it: what follows is what it is. What a word means is absent: it is a rule of
//! [`crate::domain::consent::spelt`].

mod answer;

use super::super::State;
use super::super::form::{Focus, Part};
use super::told::unread_words;
use crate::domain::consent::ConsentAnswer;
use crate::domain::consent::spelt::{goes_on, is_all_of_who, is_who};
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
    /// The words of the answer that have gone back to the question already: "not ".
    said: String,
}

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
        self.letter = Some(Letter { from, typed, landed: self.focus, stood, said: String::new() });
    }

    /// The word is whole: it goes back to the question it answers.
    pub(super) fn spelt_out(&mut self, action: &Action, context: &Context) -> Option<Vec<Effect>> {
        let letter = self.letter.clone()?;
        if self.focus != letter.landed {
            self.letter = None;
            return None;
        }
        if letter.from == Focus::Question && !matches!(letter.landed, Focus::Part(_)) {
            return self.answer_spelt_out(&letter, action, context);
        }
        if let (Focus::Part(part), Focus::Field(_)) = (letter.from, letter.landed) {
            return self.more_than_its_letter(&letter, part, action, context);
        }
        let Letter { from, typed, landed, stood, .. } = letter;
        let goes_on = *action == Action::Edit(Edit::Insert(' '));
        if !goes_on && *action != Action::NextField {
            return None;
        }
        let text = match landed {
            Focus::Part(part) => self.part_mut(part).text(),
            _ => return None,
        };
        let rest = text.strip_prefix(&stood)?.to_owned();
        let spelt = format!("{typed}{rest}");
        let word = spelt.to_lowercase();
        let one_word = !rest.is_empty() && !rest.contains(' ');
        let is_word = match from {
            Focus::Question => one_word && ConsentAnswer::from_code(&word) == Some(ConsentAnswer::Yes),
            Focus::Part(Part::Who) => {
                let in_when = !goes_on && landed == Focus::Part(Part::When);
                one_word && is_who(&spelt)
                    || in_when && self.when(context) == DayReading::Unread && is_all_of_who(&spelt)
            }
            _ => false,
        };
        if !is_word {
            return None;
        }
        self.letter = None;
        let effects = self.take_away(landed, &stood, context);
        let line = Line::holding(&match (goes_on, one_word) {
            (true, _) => format!("{word} "),
            (false, true) => word.clone(),
            (false, false) => spelt,
        });
        if from == Focus::Part(Part::Who) {
            self.told.who = line;
            if goes_on {
                self.focus = from;
            } else if self.part_is_unread(Part::Who, context) {
                self.remark = Some(unread_words(Part::Who).to_owned());
            }
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
        let Action::Edit(Edit::Insert(typed)) = *action else { return None };
        let kind = self.kind.filter(|_| self.may_keep_family() && goes_on(typed))?;
        let told = std::mem::take(&mut self.told);
        let mut effects = self.take_out(kind, self.for_adult, context);
        self.told = super::super::Told { limits_kept: String::new(), ..told };
        self.answer = Some(ConsentAnswer::Yes);
        effects.push(Self::doing(CallWrite::Answer { call: self.id, answer: self.answer }));
        *self.part_mut(part) = Line::holding(&format!("{}{typed}", letter.typed));
        self.focus = Focus::Part(part);
        effects.push(Effect::Notice(GOES_ON.to_owned()));
        Some(effects)
    }
}
