//! The SAY line: the next thing worth saying, and one key to tick it. A companion, not a gate.
//!
//! The words are shipped as data, by who is ringing. Before consent was asked the line asks for it, whatever
//! was ticked. No line has to be ticked before a call is finished: the person on the phone knows what they
//! said.

use std::sync::LazyLock;

use crate::domain::authority::{Authorities, Authority};
use crate::domain::call::CallerKind;
use crate::domain::consent::ConsentAnswer;
use crate::domain::detail::Detail;
use crate::domain::phone::Phone;
use crate::protocol::action::Action;
use crate::protocol::context::Context;
use crate::protocol::effect::Effect;
use crate::screens::Look;
use crate::store::calls::CallWrite;

use super::State;
use super::form::{Focus, Part};

/// One line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Say {
    pub key: &'static str,
    pub short: &'static str,
    pub words: &'static str,
}

/// The lines as shipped.
struct Script {
    family: Vec<Say>,
    third: Vec<Say>,
}

static SCRIPT: LazyLock<Script> =
    LazyLock::new(|| Script { family: lines_of("family"), third: lines_of("third") });

fn lines_of(who: &str) -> Vec<Say> {
    include_str!("../../../assets/say/lines.txt")
        .lines()
        .filter_map(|line| {
            let mut parts = line.split('|').map(str::trim);
            (parts.next()? == who).then_some(())?;
            Some(Say { key: parts.next()?, short: parts.next()?, words: parts.next()? })
        })
        .collect()
}

/// The short words of a line, by its key.
pub(in crate::screens) fn short_say(key: &str) -> Option<&'static str> {
    SCRIPT.family.iter().chain(&SCRIPT.third).find(|say| say.key == key).map(|say| say.short)
}

impl State {
    /// The lines for whoever is ringing.
    pub(super) fn script(&self) -> &'static [Say] {
        if self.kind.is_some_and(CallerKind::is_third_party) { &SCRIPT.third } else { &SCRIPT.family }
    }

    /// The case the call is about, where it was open before: its dates can be looked for.
    pub fn open_case(&self) -> Option<i64> {
        self.case.filter(|_| self.case_was_open && self.consent.in_force())
    }

    pub(super) fn said_so_far(&self) -> usize {
        self.script().iter().filter(|say| self.said.contains_key(say.key)).count()
    }

    pub(super) fn next_say(&self) -> Option<&'static Say> {
        self.script().iter().find(|say| !self.said.contains_key(say.key))
    }

    pub(super) fn say_next(&mut self, context: &Context) -> Vec<Effect> {
        match self.next_say() {
            Some(say) => self.tick_say(say.key, context),
            None => vec![Effect::Notice("Everything on the SAY list has been said.".to_owned())],
        }
    }

    fn tick_say(&mut self, key: &'static str, context: &Context) -> Vec<Effect> {
        let on = self.said.remove(key).is_none();
        if on {
            self.said.insert(key.to_owned(), context.now);
        }
        vec![Self::doing(CallWrite::Said { call: self.id, line: key, on })]
    }

    pub(super) fn act_in_say_list(&mut self, action: &Action, context: &Context) -> Vec<Effect> {
        let count = self.script().len();
        let at = self.say_list.unwrap_or_default();
        match action {
            Action::Down => self.say_list = Some((at + 1).min(count.saturating_sub(1))),
            Action::Up => self.say_list = Some(at.saturating_sub(1)),
            Action::Tick | Action::Open | Action::Said => {
                if let Some(say) = self.script().get(at) {
                    let effects = self.tick_say(say.key, context);
                    self.say_list = Some((at + 1).min(count.saturating_sub(1)));
                    return effects;
                }
            }
            Action::Esc | Action::StepBack | Action::SayList => self.say_list = None,
            _ => {}
        }
        Vec::new()
    }

    /// The two lines above the key bar.
    pub(super) fn say_and_hint(&self, look: &Look<'_>) -> [String; 2] {
        if let Some(finish) = &self.finish {
            return finish.say_and_hint(self, look.context);
        }
        if self.was_left {
            return [self.still_words(look), self.hint(look)];
        }
        [format!("SAY  {}", self.say_line(look.width)), self.hint(look)]
    }

    fn say_line(&self, width: u16) -> String {
        if self.child_alone {
            return "\"A parent or carer can ring us for you. Or talk to Childline: 0800 1111.\"".to_owned();
        }
        if self.asks_for_consent() && self.answer.is_none() {
            // In a small window the letters of the answer have to stand below it.
            let (adult, parents) = if width < 80 {
                (
                    "\"Does he or she agree to us having these details?\"",
                    "\"Do the parents know you ring, and agree?\"",
                )
            } else {
                (
                    "\"He or she decides now. Does he or she agree to us having these details?\"",
                    "\"Before any names: do the parents know you are ringing, and agree?\"",
                )
            };
            return if self.for_adult { adult } else { parents }.to_owned();
        }
        match self.focus {
            Focus::Part(Part::Who) => return "\"Who agreed?\"".to_owned(),
            Focus::Part(Part::When) => return "\"When did they agree?\"".to_owned(),
            Focus::Part(Part::How) => return "\"How did they say so?\"".to_owned(),
            _ => {}
        }
        if self.can_be_checked() && self.said.is_empty() {
            return super::finish::ASKED.to_owned();
        }
        if self.kind == Some(CallerKind::Parent)
            && self.said.is_empty()
            && self.focus == Focus::Field(Detail::Name)
        {
            return "\"May I check: you are the parent or carer yourself?\"".to_owned();
        }
        if self.kind == Some(CallerKind::YoungPerson)
            && self.said.is_empty()
            && self.focus == Focus::Field(Detail::Name)
        {
            return "\"May we speak to your parents as well? We do not, unless you say so.\"".to_owned();
        }
        if self.asks_for_consent() && self.answer.is_some_and(|a| a != ConsentAnswer::Yes) {
            if self.for_adult {
                return format!("\"Please ask him or her first. Our number is {}.\"", self.service.line);
            }
            return format!("\"Please ask the parents first. They can ring us: {}.\"", self.service.line);
        }
        let total = self.script().len();
        match self.next_say() {
            Some(say) => format!("{} {}/{total}", say.words, self.said_so_far()),
            None => format!("Everything has been said. {total}/{total}"),
        }
    }

    fn hint(&self, look: &Look<'_>) -> String {
        let context = look.context;
        if let Some(remark) = &self.remark {
            return remark.clone();
        }
        if let Some(line) = self.alike_line().filter(|_| matches!(self.focus, Focus::Field(_))) {
            return line;
        }
        if let Some(found) = self.seen.first().filter(|_| matches!(self.focus, Focus::Field(_))) {
            let reference = found.reference.map(|r| r.to_string()).unwrap_or_default();
            let name = |name: &str| if look.hide_names { String::new() } else { format!(" {name}") };
            if found.call.is_some() {
                let name = name(&crate::domain::text::short_name(&found.name));
                return format!("{reference}{name} was cut off? Esc x takes that call up.");
            }
            let name = name(&found.name);
            return format!("{reference}{name} rang before? Esc x to see. Nothing is joined.");
        }
        if let Focus::Field(detail) = self.focus
            && let Some(piece) = self.offered_by_notes(detail, context)
        {
            return format!("{} < {piece} in notes, Esc u. Enter goes on.", detail.label());
        }
        if let Some(words) = self
            .two_months(context.today())
            .filter(|_| self.focus == Focus::Field(Detail::Letter) && self.say_list.is_none())
        {
            return format!("{words} {}", if words.len() < 50 { "Enter goes on. Esc menu" } else { "" })
                .trim_end()
                .to_owned();
        }
        let near = match self.focus {
            Focus::Field(Detail::Area) => Authorities::england().near(self.entry(Detail::Area)),
            _ => None,
        };
        let of_case = match self.focus {
            Focus::Field(detail) => self.case_has_words(detail),
            _ => None,
        };
        match self.focus {
            _ if self.say_list.is_some() => "Space: said, or not after all. Esc back to the call.".to_owned(),
            Focus::Question => format!("{}. Other letters go into Scratch. Esc menu", self.hint_of_spot()),
            Focus::Part(Part::Who) => {
                "Who agreed: m mother, f father, b both, c carer, y young person, o other.".to_owned()
            }
            Focus::Part(Part::When) => {
                "When they agreed: t today, y yesterday, or any day; \"last week\" will do. Enter.".to_owned()
            }
            Focus::Part(Part::How) => {
                "How: s spoken, w in writing, e e-mail. Or just type it, then Enter.".to_owned()
            }
            Focus::Part(Part::Limits) => {
                "Limits, if any: \"ring her first\". Enter goes on. Up, then n: ask it again.".to_owned()
            }
            Focus::Field(detail @ (Detail::Phone | Detail::ParentPhone)) if self.not_safe(detail) => {
                self.unsafe_words(detail)
            }
            Focus::Notes | Focus::Field(_)
                if self.who_is_unread()
                    && !self.may_keep_family()
                    && self.focus != Focus::Field(Detail::Who) =>
            {
                "Who is not read, and NOTHING IS SAVED. Esc w, then p, s, l, a, v, o or y.".to_owned()
            }
            Focus::Notes if self.safe_words().is_some() => self.safe_words().unwrap_or_default(),
            Focus::Notes => "F4 back to the field. Ctrl+T puts the time here. Esc menu".to_owned(),
            Focus::Ask(_) => "Enter goes to the field. Nothing here stops you finishing.".to_owned(),
            Focus::Field(_) if self.kind.is_none() && self.may_keep_family() => {
                format!("Who is ringing? p fills in the parent of {}. Esc menu", self.case_in_words())
            }
            Focus::Field(_) if self.kind.is_none() && self.about().is_some() => {
                let case = self.case_in_words();
                format!("{case}: consent was withdrawn: nothing is kept. Who is ringing? Esc menu")
            }
            Focus::Field(_) if self.kind.is_none() => {
                "Who is ringing? p parent saves this at once; until then it is scratch. Esc menu".to_owned()
            }
            Focus::Field(Detail::Area) if self.marked_area(Detail::Area).is_some() => {
                "Enter takes the area marked >. Esc, then a letter, keeps what is typed.".to_owned()
            }
            Focus::Field(Detail::Area) if near.is_some() => {
                let near = near.map_or("", Authority::short);
                format!("{near}? Down, then Enter takes it. Enter keeps what is typed.")
            }
            Focus::Field(Detail::About) if self.kind_offered().is_some() => {
                let label = self.kind_offered().map_or("", |kind| kind.label);
                format!("{label}? Down, Enter takes it; the words stay.")
            }
            Focus::Field(Detail::School) if !self.schools_listed().is_empty() => {
                "Enter keeps what is typed. Down, then Enter: a school of the list.".to_owned()
            }
            Focus::Field(_) if of_case.is_some() => {
                format!("Not asked again; type what is new. {}", of_case.unwrap_or_default())
            }
            Focus::Field(detail @ (Detail::Phone | Detail::ParentPhone)) if self.is_in_doubt(detail) => {
                match Phone::read(self.entry(detail)).spoken() {
                    none if none.is_empty() => "Is it safe to ring? Ask. Words are kept as typed.".to_owned(),
                    spoken => format!("Is it safe to ring? Ask. Read back: {spoken}."),
                }
            }
            Focus::Field(Detail::Phone) if !self.entry(Detail::Phone).is_empty() => {
                match Phone::read(self.entry(Detail::Phone)).spoken() {
                    none if none.is_empty() => {
                        "No number in it yet. Words are kept as typed. Esc menu".to_owned()
                    }
                    spoken => format!("Read back: {spoken}. Esc menu"),
                }
            }
            Focus::Field(detail)
                if self.asks_for_consent() && detail.is_the_callers() && !self.is_scratch(detail) =>
            {
                "The caller's own, and kept. Nothing of the family here. Esc menu".to_owned()
            }
            Focus::Field(_) if self.asks_for_consent() => {
                "Third-party caller: consent comes first. Esc menu".to_owned()
            }
            Focus::Field(Detail::Who | Detail::About | Detail::Wants) => {
                "One letter, or the first letters; Enter takes it. Down chooses from the list. Esc menu"
                    .to_owned()
            }
            Focus::Field(_) => {
                "Enter goes on. F4 notes. Any order: Esc shows the letters. Esc menu".to_owned()
            }
        }
    }
}
