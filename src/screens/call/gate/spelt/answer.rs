//! The consent question answered in words: "not sure", "no they do not know", "don't know".
//!
//! Its letter has answered, and the rest stands in *About*; or the first letter was none, and all of it is in Scratch.
//! Words that say they do not know are "not sure", whichever letter they begin with. What is neither an answer nor a
//! kind of disagreement goes into Scratch, and so does a sentence that a letter of the question only began: then the
//! question is open again. Other words that begin as no answer does are left as they are. Which words these
//! are is absent: it is a rule of [`crate::domain::consent::spelt`].

use super::super::super::form::Focus;
use super::super::super::{State, reading};
use super::Letter;
use crate::domain::consent::ConsentAnswer;
use crate::domain::consent::spelt::{
    begins_a_sentence, begins_an_answer, is_not_sure, says_it_is_not_known, says_no_more,
};
use crate::domain::detail::Detail;
use crate::protocol::action::{Action, Edit};
use crate::protocol::context::Context;
use crate::protocol::effect::Effect;
use crate::store::calls::CallWrite;

/// What is said when the letter began a sentence.
const A_SENTENCE: &str = "No answer, but a sentence: it is in Scratch. The question is open: F4.";

impl State {
    /// What is typed at the question goes into Scratch: perhaps it is an answer all the same.
    pub(in crate::screens::call) fn note_words_at_question(&mut self) {
        self.letter = Some(Letter {
            from: Focus::Question,
            typed: ' ',
            landed: Focus::Notes,
            stood: self.notes.text(),
            said: String::new(),
            replaced: String::new(),
        });
    }

    /// A word, or all of it, is whole.
    pub(super) fn answer_spelt_out(
        &mut self,
        letter: &Letter,
        action: &Action,
        context: &Context,
    ) -> Option<Vec<Effect>> {
        let goes_on = *action == Action::Edit(Edit::Insert(' '));
        let is_enter = matches!(action, Action::NextField | Action::Edit(Edit::NewLine));
        if !goes_on && !is_enter && matches!(action, Action::Edit(_)) {
            return None;
        }
        let mut effects = match letter.landed {
            Focus::Notes if !goes_on => self.scratch_is_an_answer(letter, context)?,
            Focus::Field(Detail::About) => self.about_is_an_answer(letter, goes_on, context)?,
            _ => return None,
        };
        // The cursor is back where a swap would go.
        if !goes_on && !is_enter && !matches!(action, Action::Notes | Action::NextBox) {
            effects.extend(self.act_on_page(action, context));
        }
        Some(effects)
    }

    fn scratch_is_an_answer(&mut self, letter: &Letter, context: &Context) -> Option<Vec<Effect>> {
        let text = self.notes.text();
        if !says_it_is_not_known(text.strip_prefix(&letter.stood)?) {
            return None;
        }
        self.letter = None;
        self.hold(&letter.stood, context.now);
        let effects = self.answer_consent(ConsentAnswer::NotSure, context);
        self.jumped = false;
        Some(effects)
    }

    fn about_is_an_answer(
        &mut self,
        letter: &Letter,
        goes_on: bool,
        context: &Context,
    ) -> Option<Vec<Effect>> {
        let rest = self.entry(Detail::About).strip_prefix(&letter.stood)?.to_owned();
        let begun = !letter.said.is_empty();
        let spelt = if begun { format!("{}{rest}", letter.said) } else { format!("{}{rest}", letter.typed) };
        let phrase = spelt.to_lowercase();
        let turns = self.answer != Some(ConsentAnswer::NotSure) && is_not_sure(&phrase);
        let is_kind = || !reading::read(self, Detail::About, &rest, context.today()).stored.is_empty();
        if !begun && goes_on && begins_a_sentence(&phrase) {
            return Some(self.is_a_sentence(letter, &spelt, context));
        }
        let is_answer = match (begun, goes_on) {
            (false, _) => !rest.is_empty() && begins_an_answer(&phrase),
            (true, true) => turns,
            (true, false) => !rest.trim().is_empty() && !is_kind(),
        };
        if !is_answer {
            return None;
        }
        let mut effects = self.take_away(letter.landed, &letter.stood, context);
        if turns {
            effects.extend(self.answer_consent(ConsentAnswer::NotSure, context));
            self.jumped = false;
        }
        if goes_on {
            self.letter = Some(Letter { said: format!("{spelt} "), ..letter.clone() });
            return Some(effects);
        }
        self.letter = None;
        if !says_no_more(&phrase) {
            self.hold_in_scratch(spelt.trim(), context);
        }
        Some(effects)
    }

    /// The letter answered nothing: it began what was said, which goes on in Scratch.
    fn is_a_sentence(&mut self, letter: &Letter, word: &str, context: &Context) -> Vec<Effect> {
        let mut effects = self.take_away(letter.landed, &letter.stood, context);
        self.letter = None;
        self.answer = None;
        effects.push(Self::doing(CallWrite::Answer { call: self.id, answer: None }));
        self.hold_in_scratch(&format!("{word} "), context);
        self.before_notes = Focus::Question;
        self.focus = Focus::Notes;
        self.remark = Some(A_SENTENCE.to_owned());
        effects
    }

    /// Words go into Scratch, below what stands there, as far as they fit. Says whether all of them do.
    pub(in crate::screens::call) fn hold_in_scratch(&mut self, words: &str, context: &Context) -> bool {
        let before = self.notes.text();
        let gap = if before.is_empty() || before.ends_with('\n') { "" } else { "\n" };
        self.hold(&before, context.now);
        self.edit_notes(&Edit::Paste(format!("{gap}{words}")), context);
        self.notes.full().is_none()
    }
}
