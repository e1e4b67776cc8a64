//! The parts of a consent that somebody else tells us of: who agreed, when, how, and the limits.
//!
//! Yes counts when all of it is known; until then everything of the family stays scratch. So do words that were no answer
//! and were typed over.

use super::super::State;
use super::super::form::{Focus, Part};
use crate::domain::call::CallerKind;
use crate::domain::consent::{
    ConsentAnswer, ConsentGap, ConsentStanding, day_in_way, names_a_giver, read_agreed, read_giver, read_way,
    relation,
};
use crate::domain::detail::Detail;
use crate::domain::text::{Private, cut};
use crate::domain::typed_day::DayReading;
use crate::protocol::action::{Action, Edit};
use crate::protocol::command::Intention;
use crate::protocol::context::Context;
use crate::protocol::effect::Effect;
use crate::store::calls::CallWrite;
use crate::store::cases::CaseWrite;
use crate::widgets::field::Line;

/// The most letters of who agreed, when and how, each.
const ANSWER: usize = 200;
/// The most letters of the limits.
const LIMITS: usize = 500;
/// The most letters of who told us of a consent.
const TOLD_BY: usize = 300;

/// What is said of an answer that is none.
pub(super) fn unread_words(part: Part) -> &'static str {
    match part {
        Part::Who => "~ Who is not read: not yet. m mother, f father, b both, c carer, y young.",
        Part::When => "~ When is not read: not yet. t today, y yesterday, 12 nov, \"last week\".",
        Part::How => "~ How is not read: not yet. s spoken, w in writing, e e-mail.",
        Part::Limits => "",
    }
}

/// What is said when words that were no answer are typed over.
const REPLACED: &str = "The words that stood here are in Scratch, not saved. A yes keeps them.";

impl State {
    /// An act on the page. Where it reaches an answer that stands there, typing replaces it; an Enter out of habit
    /// after a letter that went on by itself is let pass.
    pub(in crate::screens::call) fn act_and_mark(
        &mut self,
        action: &Action,
        context: &Context,
    ) -> Vec<Effect> {
        if std::mem::take(&mut self.jumped) && *action == Action::NextField {
            self.letter = None;
            return Vec::new();
        }
        if let Some(effects) = self.spelt_out(action, context) {
            return effects;
        }
        let before = self.focus;
        let effects = self.act_on_page(action, context);
        if self.jumped {
            self.note_letter(before, action);
        }
        if let Focus::Part(part @ (Part::Who | Part::When | Part::How)) = self.focus
            && before != self.focus
            && before != Focus::Notes
        {
            self.part_mut(part).edit(&Edit::SelectAll);
        }
        effects
    }

    pub(in crate::screens::call) fn part_mut(&mut self, part: Part) -> &mut Line {
        match part {
            Part::Who => &mut self.told.who,
            Part::When => &mut self.told.when,
            Part::How => &mut self.told.how,
            Part::Limits => &mut self.told.limits,
        }
    }

    pub(in crate::screens::call) fn act_on_part(
        &mut self,
        part: Part,
        action: &Action,
        context: &Context,
    ) -> Vec<Effect> {
        match action {
            Action::Edit(edit) => {
                let edit = match edit {
                    Edit::Insert(c) => match crate::domain::text::clean_char(*c) {
                        Some(c) => Edit::Insert(c),
                        None => return Vec::new(),
                    },
                    Edit::Paste(text) => Edit::Paste(crate::domain::text::clean_line(text)),
                    Edit::PasteOwn | Edit::NewLine | Edit::Time => return Vec::new(),
                    other => other.clone(),
                };
                if matches!(edit, Edit::Insert(_) | Edit::Paste(_)) {
                    self.keep_what_is_replaced(part, context);
                }
                let line = self.part_mut(part);
                line.edit_within(&edit, if part == Part::Limits { LIMITS } else { ANSWER });
                // A letter of the list acts at once; `o` goes on to words. A capital begins words or a name, "Mr Okonkwo",
                // and answers with Enter.
                let text = line.text().to_owned();
                let letter = match (part, edit) {
                    (_, Edit::Insert(typed)) if typed.is_uppercase() => None,
                    (Part::Who, Edit::Insert(_)) => {
                        read_giver(&text).filter(|w| *w != text && text.len() == 1)
                    }
                    (Part::How, Edit::Insert(_)) => read_way(&text).filter(|w| *w != text && text.len() == 1),
                    _ => None,
                };
                if part == Part::Who && text == "o" {
                    *self.part_mut(part) = Line::default();
                    self.remark = Some("Type who agreed, then Enter.".to_owned());
                    return Vec::new();
                }
                match letter {
                    Some(words) => {
                        *self.part_mut(part) = Line::holding(&words);
                        self.jumped = true;
                        self.next_part(part, context)
                    }
                    None => Vec::new(),
                }
            }
            Action::NextField | Action::Down => self.next_part(part, context),
            // Back from the limits is the question itself, where a mistaken yes is taken back.
            Action::PreviousField | Action::Up if part == Part::Limits => {
                let effects = self.leave_part(part, context);
                self.focus = Focus::Question;
                effects
            }
            Action::PreviousField | Action::Up => self.step(false, context),
            _ => Vec::new(),
        }
    }

    /// What is typed takes the place of words that were no answer: they are scratch like any other, and stay there.
    fn keep_what_is_replaced(&mut self, part: Part, context: &Context) {
        // A day of years ago may be a birth date at the wrong question.
        let long_ago = part == Part::When && self.gap(context) == Some(ConsentGap::LongAgo);
        if self.part_mut(part).is_chosen() && (long_ago || self.part_is_unread(part, context)) {
            let words = self.part_mut(part).text().trim().to_owned();
            self.hold_in_scratch(&words, context);
            self.remark = Some(REPLACED.to_owned());
        }
    }

    pub(in crate::screens::call) fn next_part(&mut self, part: Part, context: &Context) -> Vec<Effect> {
        let effects = self.leave_part(part, context);
        if self.may_keep_family() {
            self.focus = self.first_empty_of_family();
            return effects;
        }
        // How that stands is not gone over again, where a letter would take its place: the open answer waits.
        let how_stands = !self.told.how.is_empty() && !self.part_is_unread(Part::How, context);
        self.focus = match part {
            Part::When if how_stands => self.first_open_part(context),
            Part::Who => Focus::Part(Part::When),
            Part::When => Focus::Part(Part::How),
            Part::How => self.first_open_part(context),
            Part::Limits => Focus::Question,
        };
        if self.focus == Focus::Part(part) {
            self.part_mut(part).edit(&Edit::SelectAll);
        }
        // The word that keeps the gate shut is said, wherever it stands.
        if let (Part::How, Focus::Part(waits), None) = (part, self.focus, &self.remark) {
            self.remark = self.part_is_unread(waits, context).then(|| unread_words(waits).to_owned());
        }
        effects
    }

    /// The first of the three questions of a "yes" that is not answered.
    pub(in crate::screens::call) fn first_open_part(&self, context: &Context) -> Focus {
        Focus::Part(match self.gap(context) {
            Some(ConsentGap::Who | ConsentGap::TooYoung) => Part::Who,
            Some(
                ConsentGap::When
                | ConsentGap::AfterTheCall
                | ConsentGap::BeforeTheWithdrawal
                | ConsentGap::LongAgo,
            ) => Part::When,
            Some(ConsentGap::How | ConsentGap::OtherDay) | None => Part::How,
        })
    }

    /// Something stands there, and it is no answer.
    pub(in crate::screens::call) fn part_is_unread(&self, part: Part, context: &Context) -> bool {
        let typed = |line: &Line| !line.text().trim().is_empty();
        let (who, how) = (&self.told.who, &self.told.how);
        match part {
            Part::Who => typed(who) && !names_a_giver(who.text()),
            Part::How => typed(how) && self.told_consent().way(context.today()).is_none(),
            Part::When => {
                !self.told.when.text().trim().is_empty() && self.when(context) == DayReading::Unread
            }
            Part::Limits => false,
        }
    }

    pub(in crate::screens::call) fn first_empty_of_family(&self) -> Focus {
        let family = [Detail::Child, Detail::Born, Detail::School];
        family
            .into_iter()
            .find(|detail| self.entry(*detail).is_empty())
            .map_or(Focus::Field(Detail::Child), Focus::Field)
    }

    pub(in crate::screens::call) fn when(&self, context: &Context) -> DayReading {
        read_agreed(self.told.when.text(), context.today(), &self.days)
    }

    /// What is missing before "yes" counts.
    pub(in crate::screens::call) fn gap(&self, context: &Context) -> Option<ConsentGap> {
        self.told_so_far(context).err()
    }

    pub(in crate::screens::call) fn leave_part(&mut self, part: Part, context: &Context) -> Vec<Effect> {
        if part == Part::Limits {
            return self.keep_limits(context);
        }
        let words = match part {
            Part::Who => read_giver(self.told.who.text()),
            Part::How => read_way(self.told.how.text()),
            _ => None,
        };
        if let Some(words) = words.filter(|words| words != self.part_mut(part).text()) {
            *self.part_mut(part) = Line::holding(&words);
        }
        if part == Part::How && self.told.when.text().trim().is_empty() {
            let day = day_in_way(self.told.how.text(), context.today());
            self.told.when = day.map_or_else(Line::default, |day| Line::holding(&day));
        }
        let who = relation(self.told.who.text());
        if self.part_is_unread(part, context) {
            self.remark = Some(unread_words(part).to_owned());
        } else if part == Part::Who && who != self.told.who.text().trim() {
            self.remark = Some(format!("Who agreed: {who}. The words are kept as typed. Now when, and how."));
        }
        if self.gap(context) == Some(ConsentGap::TooYoung) && part != Part::When {
            self.remark = Some(ConsentGap::TooYoung.words().to_owned());
        }
        if self.gap(context) == Some(ConsentGap::OtherDay) {
            self.remark = Some(ConsentGap::OtherDay.words().to_owned());
        }
        let is_another_day = |gap: &ConsentGap| {
            matches!(gap, ConsentGap::AfterTheCall | ConsentGap::BeforeTheWithdrawal | ConsentGap::LongAgo)
        };
        if let (Part::When, Some(gap)) = (part, self.gap(context).filter(is_another_day)) {
            self.remark = Some(gap.words().to_owned());
        }
        self.give_if_complete(context)
    }

    /// Who, when and how are there: the record, and everything that was scratch, in one write.
    pub(in crate::screens::call) fn give_if_complete(&mut self, context: &Context) -> Vec<Effect> {
        if self.answer != Some(ConsentAnswer::Yes) || self.may_keep_family() {
            return Vec::new();
        }
        let Ok(given) = self.told_so_far(context) else { return Vec::new() };
        let Some((caller, _)) = self.caller else { return Vec::new() };
        let (case, record) = (context.id(), context.id());
        // A case that was withdrawn is not begun again by it: from here on the call is about the one it makes.
        self.case = Some(case);
        self.case_was_open = false;
        self.sides = super::super::sides::Sides::default();
        self.others.clear();
        self.consent = ConsentStanding::ToCheck;
        let write = CallWrite::Give {
            call: self.id,
            case,
            record,
            caller,
            giver: given.giver,
            given: given.given,
            given_to: given.given_to,
            how: given.how,
            told_by: self.caller_in_words().into(),
            limits: self.told.limits.text().into(),
            notes: self.notes_typed_so_far(),
            details: self.all_typed(context),
        };
        self.told.limits_kept = self.told.limits.text().to_owned();
        self.all_sent();
        self.forget_letters();
        self.yes_is_last();
        let mut effects = vec![
            Self::doing(write),
            Effect::Notice("Consent recorded. Scratch is in Notes now, and saved.".to_owned()),
        ];
        effects.extend(self.ask_if_safe(Detail::Phone));
        effects
    }

    /// "Martin Oyelaran, Larkfield Primary, SENCO", or the kind of caller.
    pub(in crate::screens::call) fn caller_in_words(&self) -> String {
        let own: Vec<&str> = [self.entry(Detail::Name), self.entry(Detail::Work)]
            .into_iter()
            .filter(|t| !t.is_empty())
            .collect();
        if own.is_empty() {
            self.kind.map_or("the caller", CallerKind::label).to_owned()
        } else {
            cut(&own.join(", "), TOLD_BY)
        }
    }

    pub(in crate::screens::call) fn keep_limits(&mut self, context: &Context) -> Vec<Effect> {
        let limits = self.told.limits.text().to_owned();
        let Some(case) = self.case.filter(|_| self.may_keep_family() && limits != self.told.limits_kept)
        else {
            return Vec::new();
        };
        self.told.limits_kept.clone_from(&limits);
        vec![Effect::Do(Intention::Case(CaseWrite::Consent {
            case,
            record: context.id(),
            act: crate::domain::consent::ConsentAct::Given,
            giver: self.told.who.text().into(),
            given: None,
            how: self.told.how.text().into(),
            limits: limits.into(),
            not_covered: Private::default(),
            words: Private::default(),
        }))]
    }
}
