//! An answer that one letter gives, and that somebody spells out all the same: `mother`, `written form`.
//!
//! The letter has answered and gone on, so that the rest of the word stands in the next field. When the word is whole,
//! at its Enter or its space, it goes back to where it belongs; until then nothing is guessed. A way of agreeing that
//! was recorded by its first letter and means another one is taken back and recorded as it was spelt.

use super::super::State;
use super::super::form::{Focus, Part};
use crate::domain::consent::{ConsentAnswer, names_a_giver, names_a_way};
use crate::protocol::action::{Action, Edit};
use crate::protocol::context::Context;
use crate::protocol::effect::Effect;
use crate::store::calls::CallWrite;
use crate::widgets::field::Line;

/// A letter that answered.
#[derive(Clone, Copy)]
pub(in crate::screens::call) struct Letter {
    from: Focus,
    typed: char,
    landed: Focus,
}

/// Words that say no more than the letter itself.
const SAME: [(char, &[&str]); 3] = [
    ('s', &["spoken", "spoke", "said", "says", "say", "speaking"]),
    ('w', &["writing", "written", "wrote"]),
    ('e', &["email", "emailed", "e-mail"]),
];

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
        self.letter = Some(Letter { from, typed, landed: self.focus });
    }

    /// The word is whole: it goes back to the question it answers.
    pub(super) fn spelt_out(&mut self, action: &Action, context: &Context) -> Option<Vec<Effect>> {
        let Letter { from, typed, landed } = self.letter?;
        if self.focus != landed {
            self.letter = None;
            return None;
        }
        let goes_on = *action == Action::Edit(Edit::Insert(' '));
        if !goes_on && *action != Action::NextField {
            return None;
        }
        let rest = match landed {
            Focus::Part(part) => self.part_mut(part).text().to_owned(),
            Focus::Field(detail) => self.entry(detail).to_owned(),
            _ => return None,
        };
        let word = format!("{typed}{rest}").to_lowercase();
        let is_word = match from {
            _ if rest.is_empty() || rest.contains(' ') => false,
            Focus::Question => ["yes", "no", "not", "unsure"].contains(&word.as_str()),
            Focus::Part(Part::Who) => names_a_giver(&word),
            Focus::Part(Part::How) => names_a_way(&word),
            _ => false,
        };
        if !is_word {
            return None;
        }
        self.letter = None;
        let mut effects = self.act_on_page(&Action::Edit(Edit::SelectAll), context);
        effects.extend(self.act_on_page(&Action::Edit(Edit::Delete), context));
        let line = Line::holding(&if goes_on { format!("{word} ") } else { word.clone() });
        match from {
            Focus::Part(Part::Who) => {
                self.told.who = line;
                if goes_on {
                    self.focus = from;
                }
            }
            Focus::Part(Part::How) if goes_on || !says_the_same(typed, &word) => {
                effects.extend(self.record_anew(line, goes_on, context));
            }
            _ => {}
        }
        Some(effects)
    }

    /// The consent was recorded with another way of agreeing: it is taken back, and given as it was spelt.
    fn record_anew(&mut self, how: Line, goes_on: bool, context: &Context) -> Vec<Effect> {
        let Some(kind) = self.kind else { return Vec::new() };
        let told = std::mem::take(&mut self.told);
        let mut effects = self.take_out(kind, self.for_adult, context);
        self.told = super::super::Told { how, limits_kept: String::new(), ..told };
        self.answer = Some(ConsentAnswer::Yes);
        effects.push(Self::doing(CallWrite::Answer { call: self.id, answer: self.answer }));
        self.focus = Focus::Part(Part::How);
        if !goes_on {
            effects.extend(self.next_part(Part::How, context));
        }
        effects
    }
}

/// `written` after w: nothing that the letter has not said.
fn says_the_same(letter: char, word: &str) -> bool {
    SAME.iter().any(|(of, words)| *of == letter && words.contains(&word))
}
