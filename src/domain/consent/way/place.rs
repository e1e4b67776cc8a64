//! Words of How that are understood in their place only: rule 22 of consent.
//!
//! "Form" is a way, and "form with mum" is a paper that nobody has signed. So each small word that leads somewhere has a
//! list of what it may lead to, and whoever acts is somebody who can agree. A word that stands elsewhere is not
//! understood, and shuts the gate. The lists of words themselves are absent: they stand in [`super::super::named`].

use super::super::denied::LIMITS;
use super::super::giver::decides;
use super::super::named::{AT_WORK, WAY_WORDS};
use super::super::to_come::DONE;
use super::Words;

/// Whom somebody agrees with: us, or what it is about.
const US: &[&str] = &["i", "me", "us", "our", "my"];
/// What somebody agrees to, or for.
const THE_MATTER: &[&str] = &["it", "mediation", "that", "this"];
/// Before "to mum", of whom then something was heard.
const SPOKE: &[&str] = &["said", "speaking", "spoke", "spoken", "talked"];
/// Before "to say", which then is what the call was for: "rang to say yes".
const RANG: &[&str] = &["called", "emailed", "me", "messaged", "phoned", "rang", "texted", "us", "wrote"];
/// With whom, where it was by talking.
const BY_TALKING: &[&str] = &[
    "agreed",
    "call",
    "conversation",
    "meeting",
    "met",
    "phone",
    "speaking",
    "spoke",
    "spoken",
    "talked",
    "teams",
    "visit",
    "zoom",
];
/// Behind what somebody gave, and gave to us.
const GAVE: &[&str] =
    &["consent", "her", "his", "it", "me", "ok", "permission", "the", "their", "us", "verbal", "written"];
/// What is done to them where it stands behind "was", or behind a paper: "form emailed".
const DONE_TO_THEM: &[&str] = &["called", "emailed", "messaged", "phoned", "texted", "written"];
const PAPERS: &[&str] = &["copy", "document", "form", "it", "letter", "note", "sheet", "slip"];
/// Before "given".
const GIVEN: &[&str] = &["consent", "ok", "permission", "was"];
/// Before a part of a day, or of a week, that has been.
const HAS_BEEN: &[&str] = &["last", "yesterday"];
/// Words behind which a weekday may be what was said: "said Friday", "agreed Friday".
const SAYS: &[&str] = &["agree", "agreed", "agrees", "confirmed", "confirms", "said", "says", "told"];

/// In front of somebody, and between them and what leads there.
const THE: &[&str] = &["both", "her", "his", "mr", "mrs", "the", "their"];
/// What leads to somebody at work whom they told.
const TOLD_TO: &[&str] = &["to", "told", "with"];

impl Words<'_> {
    fn is_one_of(&self, at: usize, list: &[&str]) -> bool {
        list.contains(&self.small(at).as_str())
    }

    fn a_way_before(&self, at: usize, list: &[&str]) -> bool {
        (0..at).any(|before| self.is_one_of(before, list))
    }

    /// A name or a title begins here: "from Mrs Okafor".
    fn is_a_capital(&self, at: usize) -> bool {
        self.0.get(at).is_some_and(|said| said.word.starts_with(char::is_uppercase))
    }

    /// Rule 22: the word at this place is where it says what it says.
    pub(super) fn is_in_its_place(&self, at: usize) -> bool {
        let before = |list: &[&str]| at.checked_sub(1).is_some_and(|before| self.is_one_of(before, list));
        match self.small(at).as_str() {
            "to" => self.leads_well(at),
            "say" => before(&["to"]),
            "for" => self.is_one_of(at + 1, THE_MATTER),
            "with" => self.a_way_before(at, BY_TALKING),
            "from" | "by" => !self.is_one_of(at + 1, US),
            "my" | "our" => !self.is_one_of(at + 1, WAY_WORDS),
            "told" if before(&["was", "were"]) || self.is_one_of(at + 1, &["by"]) => false,
            word if DONE_TO_THEM.contains(&word) => !before(&["was", "were"]) && !before(PAPERS),
            word if LIMITS.contains(&word) => before(&["no", "without"]) || self.is_one_of(at + 1, &["none"]),
            "home" => {
                self.is_one_of(at + 1, &["visit"])
                    || self.a_way_before(at, &["visit"])
                    || before(&["at"]) && self.a_way_before(at, BY_TALKING)
            }
            "gave" | "gives" => self.is_one_of(at + 1, GAVE),
            "given" => before(GIVEN),
            "after" | "before" => false,
            "day" => before(&["same"]),
            "week" => before(&["last"]),
            "afternoon" | "evening" => before(HAS_BEEN) || before(&["this"]) && self.is_done_before(at - 1),
            "school" if before(&["at", "in"]) => true,
            word if AT_WORK.contains(&word) => self.is_told(at),
            _ => true,
        }
    }

    /// What "to" leads to: us, the matter, a name, somebody at work; and whom was spoken to.
    fn leads_well(&self, to: usize) -> bool {
        let before = |list: &[&str]| to.checked_sub(1).is_some_and(|before| self.is_one_of(before, list));
        let whom = (to + 1..self.0.len()).find(|at| !self.is_one_of(*at, THE)).unwrap_or(to);
        let family = decides(&self.small(whom)) || self.is_one_of(to + 1, &["her", "him", "them"]);
        match self.small(to + 1).as_str() {
            "say" => before(RANG),
            "face" => before(&["face"]),
            _ if family => before(SPOKE),
            next => {
                US.contains(&next)
                    || THE_MATTER.contains(&next)
                    || self.is_one_of(whom, AT_WORK)
                    || self.is_a_capital(to + 1)
            }
        }
    }

    /// Somebody at work, whom they told; who acts for a child at work agrees to nothing.
    fn is_told(&self, at: usize) -> bool {
        let leads = (0..at).rev().find(|at| !self.is_one_of(*at, THE) && !self.is_one_of(*at, AT_WORK));
        leads.is_some_and(|leads| self.is_one_of(leads, TOLD_TO))
    }

    /// The word in front says that it is done, and not what was said.
    fn is_done_before(&self, at: usize) -> bool {
        at.checked_sub(1).is_some_and(|before| self.is_one_of(before, DONE) && !self.is_one_of(before, SAYS))
    }

    /// Rule 22: a weekday behind a word of saying is what was said, as long as nothing leads to it.
    pub(super) fn is_what_was_said(&self, day: usize) -> bool {
        let said = |at: usize| self.is_one_of(at, SAYS);
        day.checked_sub(1)
            .is_some_and(|at| said(at) || self.is_one_of(at, US) && at.checked_sub(1).is_some_and(said))
    }
}
