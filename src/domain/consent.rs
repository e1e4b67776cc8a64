//! Consent: who agreed, when and how, before the family's details may be kept.
//!
//! The service's own rule is that anyone but a parent "must have permission from parents/carers before
//! passing their details". What is said to a caller uses those words; the record is called consent.
//!
//! 1. A parent's or young person's own call is its own consent record.
//! 2. A third party is asked. Yes opens the family's details only with who, when and how.
//! 3. Who, when and how are all needed; one of them not known at all means "not sure".
//! 4. Consent comes before the call: a day after it is kept as typed and counts as "not yet".
//! 5. A vague day will do when all of it lies before or on the day of the call.
//! 6. "No" and "not sure" are the same to the rules: nothing of the family is kept.
//! 7. The latest record of a case decides: given or checked is in force, withdrawn or denied is not.
//! 8. Who is known when it names somebody who can agree for the child, or a young person; how, when it names
//!    a way. Other words are kept as typed and count as "not yet".
//! 9. Words that deny, doubt, or speak of something still to come ("does not know", "will ask") name neither.
//! 10. Whoever has to do with the child at work (a teacher, a social worker) is no giver, whoever else stands
//!     beside; an authority is one where the words say that it has parental responsibility, as under a care
//!     order.
//! 11. That a consent has no limits ("no limits", "limits: none") denies nothing. That there is no objection,
//!     or no problem, can be silence or a guess: it is a denial as any no.
//! 12. How is read where all of it, from the first word to the last, is of one of a few shapes. Any other
//!     word may be of an answer that is no yes ("said over my dead body"), and counts as "not yet".
//! 13. A way that is still to come is none: an order ("phone her", "call again"), this evening, and any part
//!     of today where nothing says that it is done ("signed today").
//! 14. Who is read in the same way: a relation that decides, whose or of what sort it is, and a name beside
//!     it ("mother, Sue Okafor"). "With mum" is still to come. A relative is a third party, unless the words
//!     say that he or she is the carer or has parental responsibility.
//! 15. An advocate, a deputy head or "a representative" gives no consent. Who is appointed for a young person
//!     without capacity does, where the words say by what: a Court of Protection deputy, an LPA donee, an EPA
//!     attorney.
//! 16. A day or month without a year is the nearest one; ahead of the call it counts as "not yet" until its
//!     year is typed. A weekday alone has been; "this Friday" is ahead.
//! 17. A date with the weekday of another day is not read.
//! 18. A record tells the day with its year, and what was typed for it.
//! 19. A day in How has been. A weekday alone is read where nothing lets it be ahead: "by e-mail on Friday",
//!     "she rang Friday"; in "meeting on Friday" it may be ahead, and "agreed Friday" may be what was said.
//!     The day that stands in How alone is the day as well.
//! 20. After a withdrawal only a later yes counts, or one of the same day: the earliest day it can mean
//!     decides. In the same case the file keeps this as well, by the latest day; a yes in a new call makes a
//!     new case, of which it cannot know the old one.
//! 21. The young person gives consent over compulsory school age only: of a younger child a parent or carer
//!     does.
//! 22. The shapes of How are: by which way or where they agreed ("by phone", "at the annual review"), a paper
//!     of theirs ("letter from mum", "signed form"), what they said or gave ("mum agreed", "gave verbal
//!     consent"), that they came to us with it ("she rang us", "told the school"), and that we spoke with
//!     them ("asked her and she said yes"). Behind a mark stands another shape, or nothing. Whoever acts in
//!     it can decide: "his nan said ok", "signed by the headteacher" are no answers. What we did to them
//!     ("told the family", "letter to mum") is no shape.
//! 23. A day more than a year before the call is kept as typed and counts as "not yet": what was agreed then
//!     is asked again, and a birth date at the wrong question opens nothing.
//! 24. The day can be told by its part ("monday morning", "last night") and by what has been since ("an hour
//!     ago", "at the weekend"). A part of today that may be ahead ("this evening") is not read.
//! 25. A day in How is one that When can mean: of two days that contradict each other neither counts.

mod agreed_on;
mod denied;
mod how;
mod named;
mod relation;
mod said;
mod shapes;
pub mod spelt;
mod taken_back;
mod who;

use chrono::{Months, NaiveDate};

use super::typed_day::{DayReading, day_with_year};
use super::working_days::WorkingDays;
pub use agreed_on::{agreed_on, read_agreed};
pub use how::{day_in_way, names_a_way};
pub(super) use named::RELATIVES;
pub use relation::{relation, relation_of_one};
pub use taken_back::reads_as_a_no;
pub use who::names_a_giver;

/// The answer to the consent question.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ConsentAnswer {
    /// The parents have agreed.
    Yes,
    /// Not, or not yet.
    No,
    /// The caller is not sure, or cannot say who, when and how.
    NotSure,
}

impl ConsentAnswer {
    /// The word in the file.
    pub fn code(self) -> &'static str {
        match self {
            Self::Yes => "yes",
            Self::No => "no",
            Self::NotSure => "not sure",
        }
    }

    /// Reads the word in the file.
    pub fn from_code(code: &str) -> Option<Self> {
        [Self::Yes, Self::No, Self::NotSure].into_iter().find(|a| a.code() == code)
    }
}

/// Who can be said to have agreed: letter and words.
pub const GIVERS: [(char, &str); 5] =
    [('m', "mother"), ('f', "father"), ('b', "both parents"), ('c', "carer"), ('y', "young person")];

/// How consent can have been given: letter and words.
pub const WAYS: [(char, &str); 3] = [('s', "spoken"), ('w', "in writing"), ('e', "e-mail")];

/// Reads a letter of a list, or takes the words as they are. Empty text is `None`.
fn from_list(list: &[(char, &str)], typed: &str) -> Option<String> {
    let text = typed.trim();
    let mut letters = text.chars();
    let first = letters.next()?;
    if letters.next().is_none()
        && let Some((_, words)) = list.iter().find(|(letter, _)| *letter == first.to_ascii_lowercase())
    {
        return Some((*words).to_owned());
    }
    Some(text.to_owned())
}

/// Who agreed: a letter of [`GIVERS`] or words.
pub fn read_giver(typed: &str) -> Option<String> {
    from_list(&GIVERS, typed)
}

/// Rule 21: whoever is said to have agreed is the young person.
pub fn is_young_person(typed: &str) -> bool {
    read_giver(typed).is_some_and(|giver| giver.to_lowercase().contains("young person"))
}

/// How it was given: a letter of [`WAYS`] or words ("spoken, through an interpreter").
pub fn read_way(typed: &str) -> Option<String> {
    from_list(&WAYS, typed)
}

/// A consent that a third party tells us of, as far as it has been answered.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ToldConsent {
    /// Who agreed, as typed.
    pub who: super::text::Private,
    /// When, as typed.
    pub when: String,
    /// How, as typed.
    pub how: super::text::Private,
    /// The name of whoever tells us; nothing where we heard it ourselves.
    pub caller: super::text::Private,
}

impl ToldConsent {
    /// How in words, where it is read. Rule 22: whoever tells us is nobody who agreed.
    pub fn way(&self, call_day: NaiveDate) -> Option<String> {
        read_way(&self.how).filter(|how| names_a_way(how, call_day) && !named::is_called(&self.caller, how))
    }
}

/// What is still missing before "yes" counts, in the order it is asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ConsentGap {
    /// Who agreed.
    Who,
    /// When they agreed.
    When,
    /// The day typed is after the call.
    AfterTheCall,
    /// The day typed may be before the family withdrew.
    BeforeTheWithdrawal,
    /// The day typed may be more than a year before the call.
    LongAgo,
    /// The young person is still of compulsory school age.
    TooYoung,
    /// How they agreed.
    How,
    /// How tells of a day that is not the one typed for when.
    OtherDay,
}

impl ConsentGap {
    /// A line for the "still to ask" list.
    pub fn words(self) -> &'static str {
        match self {
            Self::Who => "Who agreed",
            Self::When => "When they agreed",
            Self::AfterTheCall => {
                "After this call. Kept, and treated as \"not yet\". Last year? Type the year."
            }
            Self::BeforeTheWithdrawal => {
                "Before they withdrew: kept, \"not yet\". A yes on that day or since counts."
            }
            Self::LongAgo => "More than a year ago: kept, \"not yet\". Agreed since? Type that day.",
            Self::TooYoung => "At this age a parent or carer decides: not yet. m, f, b or c: who agreed?",
            Self::How => "How it was given",
            Self::OtherDay => "How tells of another day than When: not yet. s, w or e, or mend the day.",
        }
    }
}

/// A consent that may be recorded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GivenConsent {
    /// Who agreed, in words.
    pub giver: super::text::Private,
    /// When, as typed; one letter is written out as the day it stands for.
    pub given: super::text::Private,
    /// The last day it can have been given.
    pub given_to: NaiveDate,
    /// How, in words.
    pub how: super::text::Private,
}

/// The same day of the year before; 28 February for the 29th.
fn a_year_before(day: NaiveDate) -> NaiveDate {
    day.checked_sub_months(Months::new(12)).unwrap_or(NaiveDate::MIN)
}

/// Rules 2 to 5, 8, 20, 23 and 25. `when` is the reading of what was typed for the day; `withdrawn` is the
/// day of the latest withdrawal of the case, where its consent is not in force.
///
/// # Errors
/// The first gap, in the order it is asked.
pub fn complete(
    told: &ToldConsent,
    when: &DayReading,
    call_day: NaiveDate,
    withdrawn: Option<NaiveDate>,
) -> Result<GivenConsent, ConsentGap> {
    let giver = read_giver(&told.who).filter(|who| names_a_giver(who)).ok_or(ConsentGap::Who)?;
    let given_to = match when {
        DayReading::Day(day) => *day,
        DayReading::About { latest, .. } => *latest,
        _ => return Err(ConsentGap::When),
    };
    if given_to > call_day {
        return Err(ConsentGap::AfterTheCall);
    }
    if withdrawn.is_some_and(|day| when.earliest().is_none_or(|given_from| given_from < day)) {
        return Err(ConsentGap::BeforeTheWithdrawal);
    }
    if when.earliest().is_some_and(|given_from| given_from < a_year_before(call_day)) {
        return Err(ConsentGap::LongAgo);
    }
    let how = told.way(call_day).ok_or(ConsentGap::How)?;
    let england = WorkingDays::england();
    let another = |day: &String| !read_agreed(day, call_day, &england).meets(when);
    if how::days_in_way(&how, call_day).iter().any(another) {
        return Err(ConsentGap::OtherDay);
    }
    let a_letter = told.when.trim().chars().count() == 1;
    let day = if a_letter { day_with_year(given_to) } else { told.when.trim().to_owned() };
    Ok(GivenConsent { giver: giver.into(), given: day.into(), given_to, how: how.into() })
}

/// What a consent record says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ConsentAct {
    /// Given: by the caller themselves, or told to us by a third party.
    Given,
    /// We asked the parent, who said yes.
    Checked,
    /// Withdrawn.
    Withdrawn,
    /// When we checked, the parent said they never agreed.
    Denied,
}

impl ConsentAct {
    /// The word in the file and on the screen.
    pub fn code(self) -> &'static str {
        match self {
            Self::Given => "given",
            Self::Checked => "checked",
            Self::Withdrawn => "withdrawn",
            Self::Denied => "denied",
        }
    }

    /// Reads the word in the file.
    pub fn from_code(code: &str) -> Option<Self> {
        [Self::Given, Self::Checked, Self::Withdrawn, Self::Denied].into_iter().find(|a| a.code() == code)
    }
}

/// Where the consent of a case stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum ConsentStanding {
    /// There is no record.
    #[default]
    NotAsked,
    /// In force, told to us by a third party and not yet checked with the parent.
    ToCheck,
    /// In force.
    Ok,
    /// Withdrawn or denied.
    Withdrawn,
}

impl ConsentStanding {
    /// Rule 7, from the records in order; `own_call` says whether a "given" was the parent's own call, or
    /// their own word to us after a withdrawal.
    pub fn of(records: impl IntoIterator<Item = (ConsentAct, bool)>) -> Self {
        records.into_iter().fold(Self::NotAsked, |before, (act, own_call)| match act {
            ConsentAct::Given if own_call || before == Self::Ok => Self::Ok,
            ConsentAct::Given => Self::ToCheck,
            ConsentAct::Checked => Self::Ok,
            ConsentAct::Withdrawn | ConsentAct::Denied => Self::Withdrawn,
        })
    }

    /// Details may be kept and dates held.
    pub fn in_force(self) -> bool {
        matches!(self, Self::Ok | Self::ToCheck)
    }

    /// The words of the light.
    pub fn words(self) -> &'static str {
        match self {
            Self::NotAsked => "not asked",
            Self::ToCheck => "OK, to check with parent",
            Self::Ok => "OK",
            Self::Withdrawn => "withdrawn",
        }
    }
}
