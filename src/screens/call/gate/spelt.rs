//! An answer that one letter gives, and that somebody spells out all the same: `mother`, `written form`.
//!
//! The letter has answered and gone on, so that the rest of the word stands in the next field. When the word is whole,
//! at its Enter or its space, it goes back to where it belongs; until then nothing is guessed. A way of agreeing that
//! was recorded by its first letter and means another one, or none ("will ask her"), is taken back and stands as it was
//! spelt. An Enter after the letter ends it: what follows is what it is.

mod answer;

use super::super::State;
use super::super::form::{Focus, Part};
use super::told::unread_words;
use crate::domain::consent::{ConsentAnswer, names_a_giver, names_a_way};
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

/// Words that say no more than the letter itself.
const SAME: [(char, &[&str]); 3] = [
    ('s', &["spoken", "spoke", "said", "says", "say", "speaking"]),
    ('w', &["writing", "written", "wrote"]),
    ('e', &["email", "emailed", "e-mail"]),
];

/// Words that begin who it was, after a letter that means somebody else: `c`, and "class teacher" was meant.
const SOMEBODY: &[&str] =
    &["caseworker", "class", "college", "council", "family", "form", "manager", "maybe", "mentor"];

/// Words that put a yes off, or begin a sentence, after the letter of a way. Each is taken only as it stands here, in
/// small letters: `Till` after `s` is a name.
const SENTENCE: &[&str] = &[
    "eventually",
    "she",
    "should",
    "soon",
    "still",
    "wait",
    "waiting",
    "waits",
    "wants",
    "will",
    "won't",
    "wont",
    "would",
];

/// First words of what is a day, though not one that is read: "before the holidays" is no rest of who it was.
const OF_A_DAY: &[&str] = &[
    "a", "about", "ages", "after", "an", "around", "at", "before", "during", "earlier", "early", "end",
    "few", "in", "just", "last", "late", "mid", "next", "now", "on", "over", "recently", "since", "some",
    "start", "the", "then", "this", "when", "while",
];
/// Words that say so wherever they stand.
const OF_TIME: &[&str] = &[
    "ago",
    "autumn",
    "christmas",
    "day",
    "days",
    "easter",
    "half",
    "holiday",
    "holidays",
    "month",
    "months",
    "spring",
    "summer",
    "term",
    "week",
    "weekend",
    "weeks",
    "winter",
    "year",
    "years",
];
/// Beginnings of the names of days and months, and of today and yesterday, misspelt as they may be.
const OF_A_NAME: &[&str] = &[
    "mon", "tue", "wed", "thu", "fri", "sat", "sun", "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug",
    "sep", "oct", "nov", "dec", "tod", "tom", "yes",
];

/// What is said when words that are no yes have taken the record back.
const TAKEN_BACK: &str = "Taken back, and out of the file: these words are no yes. Scratch again.";

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
        let Letter { from, typed, landed, stood, .. } = letter;
        let goes_on = *action == Action::Edit(Edit::Insert(' '));
        if !goes_on && *action != Action::NextField {
            return None;
        }
        let text = match landed {
            Focus::Part(part) => self.part_mut(part).text(),
            Focus::Field(detail) => self.entry(detail),
            _ => return None,
        };
        let rest = text.strip_prefix(&stood)?.to_owned();
        let spelt = format!("{typed}{rest}");
        let word = spelt.to_lowercase();
        let one_word = !rest.is_empty() && !rest.contains(' ');
        let is_word = match from {
            Focus::Question => one_word && word == "yes",
            Focus::Part(Part::Who) => {
                one_word && (names_a_giver(&word) || SOMEBODY.contains(&spelt.as_str()))
                    || !goes_on && landed == Focus::Part(Part::When) && self.is_rest_of_who(&rest, context)
            }
            Focus::Part(Part::How) => one_word && (names_a_way(&word) || SENTENCE.contains(&spelt.as_str())),
            _ => false,
        };
        if !is_word {
            return None;
        }
        self.letter = None;
        let mut effects = self.take_away(landed, &stood, context);
        let line = Line::holding(&match (goes_on, one_word) {
            (true, _) => format!("{word} "),
            (false, true) => word.clone(),
            (false, false) => spelt,
        });
        match from {
            Focus::Part(Part::Who) if !self.may_keep_family() => {
                self.told.who = line;
                if goes_on {
                    self.focus = from;
                } else if self.part_is_unread(Part::Who, context) {
                    self.remark = Some(unread_words(Part::Who).to_owned());
                }
            }
            Focus::Part(Part::Who) if goes_on || word != self.told.who.text() => {
                effects.extend(self.record_anew(Part::Who, line, goes_on, context));
            }
            Focus::Part(Part::How) if goes_on || !says_the_same(typed, &word) => {
                effects.extend(self.record_anew(Part::How, line, goes_on, context));
            }
            _ => {}
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

    /// What stands in *When* is no day, nor meant as one. A letter or two are a slip, and no rest of a word.
    fn is_rest_of_who(&mut self, rest: &str, context: &Context) -> bool {
        let lower = rest.to_lowercase();
        let mut words = lower.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
        let of_time = |word: &str| OF_TIME.contains(&word) || word.starts_with(|c: char| c.is_ascii_digit());
        let of_a_day = |word: &str| {
            of_time(word) || OF_A_DAY.contains(&word) || OF_A_NAME.iter().any(|name| word.starts_with(name))
        };
        self.when(context) == DayReading::Unread
            && rest.starts_with(char::is_alphabetic)
            && rest.chars().count() > 2
            && words.next().is_some_and(|first| !of_a_day(first))
            && !words.any(of_time)
    }

    /// The consent was recorded with another answer than was meant: it is taken back, and stands as it was spelt.
    fn record_anew(&mut self, part: Part, line: Line, goes_on: bool, context: &Context) -> Vec<Effect> {
        let mut effects = Vec::new();
        let recorded = self.may_keep_family();
        if let (true, Some(kind)) = (recorded, self.kind) {
            let told = std::mem::take(&mut self.told);
            effects.extend(self.take_out(kind, self.for_adult, context));
            self.told = super::super::Told { limits_kept: String::new(), ..told };
            self.answer = Some(ConsentAnswer::Yes);
            effects.push(Self::doing(CallWrite::Answer { call: self.id, answer: self.answer }));
        }
        *self.part_mut(part) = line;
        self.focus = Focus::Part(part);
        let unread = self.part_is_unread(part, context);
        if !goes_on {
            effects.extend(self.next_part(part, context));
        }
        if recorded && unread {
            effects.push(Effect::Notice(TAKEN_BACK.to_owned()));
        }
        effects
    }
}

/// `written` after w: nothing that the letter has not said.
fn says_the_same(letter: char, word: &str) -> bool {
    SAME.iter().any(|(of, words)| *of == letter && words.contains(&word))
}
