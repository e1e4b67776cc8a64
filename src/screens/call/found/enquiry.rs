//! A caller quotes the number of an earlier enquiry in the middle of a call: from then on the call is about it.
//!
//! What the enquiry has of its caller fills the empty fields, and what was typed stays. Of a caller of another kind,
//! as when the mother rings about what the school asked, nothing is filled in: those words are somebody else's. A
//! parent's own enquiry says that somebody else decides, so that he or she is asked about here too. What becomes of the
//! enquiry is absent: Finish, and the file, decide that.

use super::super::State;
use super::super::form::{Entry, Focus};
use crate::domain::detail::Detail;
use crate::domain::subject::subject_words;
use crate::protocol::answer::Answer;
use crate::protocol::command::Question;
use crate::protocol::context::Context;
use crate::protocol::effect::Effect;
use crate::store::calls::{CallWrite, EnquiryPage, NewEnquiry};

/// An enquiry that the call is being made one about, and the key of the write.
#[derive(Clone, Copy)]
pub(in crate::screens::call) struct Known {
    enquiry: i64,
    pub sent: Option<i64>,
}

/// What an enquiry has for the fields of a call, each with its reading.
fn fields_of(e: &NewEnquiry) -> Vec<(Detail, String, String)> {
    let typed = |detail, text: &str| (detail, text.to_owned(), String::new());
    vec![
        typed(Detail::Name, &e.name),
        typed(Detail::Work, &e.work),
        typed(Detail::Phone, &e.phone),
        typed(Detail::BestTime, &e.best_time),
        typed(Detail::Email, &e.email),
        (Detail::About, subject_words(&e.subject), e.subject.clone()),
        (Detail::Area, e.area.clone(), e.area.clone()),
    ]
}

impl State {
    pub(super) fn is_about_enquiry(&mut self, enquiry: i64) -> Vec<Effect> {
        let about = match self.enquiry {
            _ if self.case_was_open => Some((false, self.case_in_words())),
            Some((known, reference)) => {
                let words = reference.map_or_else(|| "an enquiry".to_owned(), |number| number.to_string());
                Some((known == enquiry, words))
            }
            None => None,
        };
        if let Some((already, words)) = about {
            let stays = if already { "already" } else { "and stays so: nothing was put in" };
            return vec![Effect::Notice(format!("This call is about {words} {stays}."))];
        }
        self.known = Some(Known { enquiry, sent: None });
        vec![Self::doing(CallWrite::IsAboutEnquiry { call: self.id, enquiry })]
    }

    /// The write was answered, or what the enquiry holds has come.
    pub(super) fn hear_known(&mut self, known: Known, answer: &Answer, context: &Context) -> Vec<Effect> {
        match answer {
            Answer::Saved { id, .. } if known.sent == Some(*id) => {
                vec![Effect::Ask(Question::Enquiry(known.enquiry))]
            }
            Answer::Refused { id, .. } | Answer::Lost { id, .. } if known.sent == Some(*id) => {
                self.known = None;
                Vec::new()
            }
            Answer::Enquiry(page) if page.enquiry.id == known.enquiry => self.is_known(page, context),
            _ => Vec::new(),
        }
    }

    fn is_known(&mut self, page: &EnquiryPage, context: &Context) -> Vec<Effect> {
        // *Who* may have been typed and not left yet.
        let mut effects = self.leave(context);
        self.known = None;
        self.seen.clear();
        let e = &page.enquiry;
        self.enquiry = Some((e.id, Some(page.reference)));
        let same = self.kind.is_none_or(|kind| kind == e.kind);
        let mut filled = Vec::new();
        for (detail, text, reading) in fields_of(e) {
            if same && !text.is_empty() && self.entry(detail).trim().is_empty() {
                self.entries.insert(detail, Entry::typed(&text, &reading));
                filled.push(detail);
            }
        }
        if self.kind.is_none() {
            self.entries.insert(Detail::Who, Entry::typed(&e.kind.letter().to_string(), e.kind.code()));
            let own = !e.kind.is_third_party();
            effects.extend(if own { self.parent_again(context) } else { self.who_is(e.kind, context) });
        } else if same && !e.kind.is_third_party() && self.consent.in_force() {
            effects.extend(self.parent_again(context));
        }
        for detail in &filled {
            effects.extend(self.save(*detail, context));
        }
        let of_caller = matches!(self.focus, Focus::Field(Detail::Who))
            || filled.iter().any(|d| self.focus == Focus::Field(*d));
        if of_caller && self.asks_for_consent() && self.answer.is_none() {
            self.row = None;
            self.focus = Focus::Question;
        }
        let number = page.reference;
        effects.push(Effect::Notice(match (same, filled.is_empty()) {
            (true, false) => format!("This call is about {number} now. Empty fields are filled from it."),
            (true, true) => format!("This call is about {number} now. What was typed is kept."),
            (false, _) => {
                format!("This call is about {number} now. Its caller was another: nothing is filled.")
            }
        }));
        effects
    }
}
