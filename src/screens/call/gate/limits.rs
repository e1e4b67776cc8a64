//! The limits of a consent are left, or the child's name behind it: words there that read as a no are asked about.
//!
//! What stands as the child's name was typed behind the letter that completed the consent: it is the rest of that
//! answer, and the record is taken back.
//!
//! The consent stays in force and the words stay a limit, as they were typed; which of the two was meant is known to
//! the one who heard it. How a consent is taken back is absent: that is a no on its question.

use crate::domain::consent::{ConsentAnswer, reads_as_a_no};
use crate::domain::detail::Detail;
use crate::protocol::action::Action;
use crate::protocol::context::Context;
use crate::protocol::effect::Effect;
use crate::store::calls::CallWrite;

use super::super::form::{Focus, Part};
use super::super::{State, Told};

/// What is said of such words.
const A_NO: &str = "That reads as a no. Alt+K, Up, then n takes the consent back.";

/// What is said where they stood as the child's name.
const A_REFUSAL: &str = "That reads as a no: the yes is taken back and leaves the file. Asked again.";
/// Whoever would say the no; of a name that is not known, nobody says it.
const SAYS_IT: [&str; 9] = ["she", "he", "they", "mum", "dad", "mother", "father", "parents", "yet"];

/// A no that is no name: what reads as one anywhere, or one that begins so and tells who says it.
fn is_a_refusal(typed: &str) -> bool {
    let words: Vec<String> = typed
        .split_whitespace()
        .map(|w| w.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase())
        .collect();
    let denies = |word: &String| ["no", "not", "never"].contains(&word.as_str());
    let says_it = |word: &String| SAYS_IT.contains(&word.as_str());
    reads_as_a_no(typed)
        || words.len() > 1 && words.first().is_some_and(denies) && words[1..].iter().any(says_it)
        || words.len() > 1 && words.first().is_some_and(says_it) && words[1..].iter().any(denies)
}

impl State {
    /// The child's name is left, and holds a refusal.
    pub(in crate::screens::call) fn refused_after_all(
        &mut self,
        detail: Detail,
        context: &Context,
    ) -> Option<Vec<Effect>> {
        let of_child = detail == Detail::Child;
        let kind = self.kind.filter(|_| of_child && self.is_told() && is_a_refusal(self.entry(detail)))?;
        let words = self.entries.remove(&detail)?.line;
        let told = std::mem::take(&mut self.told);
        let mut effects = self.take_out(kind, self.for_adult, context);
        self.told = Told { limits_kept: String::new(), how: words, ..told };
        self.answer = Some(ConsentAnswer::Yes);
        effects.push(Self::doing(CallWrite::Answer { call: self.id, answer: self.answer }));
        self.focus = Focus::Part(Part::How);
        effects.push(Effect::Notice(A_REFUSAL.to_owned()));
        Some(effects)
    }

    /// An act in one of the parts of a yes.
    pub(in crate::screens::call) fn act_in_part(
        &mut self,
        part: Part,
        action: &Action,
        context: &Context,
    ) -> Vec<Effect> {
        let effects = self.act_on_part(part, action, context);
        let left = part == Part::Limits && self.focus != Focus::Part(Part::Limits);
        if left && self.may_keep_family() && reads_as_a_no(self.told.limits.text()) {
            self.remark = Some(A_NO.to_owned());
        }
        effects
    }
}
