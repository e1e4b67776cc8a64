//! Keys of the call and its windows.
//!
//! The order within a place is the order of the hint line and of the help page.

use super::super::super::action::{Action, Edit};
use super::super::super::key::{Code, Key};
use super::super::{Binding, Spot};
use super::{go, row};
use crate::domain::consent::ConsentAnswer;
use crate::domain::detail::Detail;

pub(super) const KEYS: &[Binding] = &[
    go('w', Detail::Who, "Who"),
    go('n', Detail::Name, "Name"),
    go('p', Detail::Phone, "Phone"),
    go('t', Detail::BestTime, "Best time"),
    go('e', Detail::Needs, "nEeds"),
    go('c', Detail::Child, "Child"),
    go('r', Detail::Born, "boRn"),
    go('s', Detail::School, "School"),
    go('l', Detail::Area, "LA area"),
    go('a', Detail::About, "About"),
    go('d', Detail::Letter, "letter Date"),
    go('m', Detail::Wants, "wants Mediation"),
    go('h', Detail::OtherSide, "otHer side"),
    row(Spot::Call, Key::alt('k'), Action::GoToConsent, "", "consent (oK)"),
    row(Spot::Call, Key::alt('u'), Action::UseFromNotes, "", "use the piece of the notes that is offered"),
    row(Spot::Call, Key::alt('x'), Action::UseFound, "", "see the record that looks like the same caller"),
    row(Spot::Call, Key::alt('y'), Action::SayList, "", "all SAY lines"),
    row(
        Spot::ConsentQuestion,
        Key::char('y'),
        Action::AnswerConsent(ConsentAnswer::Yes),
        "yes",
        "yes, they have agreed: then who, when and how",
    ),
    row(
        Spot::ConsentQuestion,
        Key::char('n'),
        Action::AnswerConsent(ConsentAnswer::No),
        "no, not yet",
        "no, or not yet",
    ),
    row(
        Spot::ConsentQuestion,
        Key::char('u'),
        Action::AnswerConsent(ConsentAnswer::NotSure),
        "not sure",
        "not sure: the same as not yet",
    ),
    row(Spot::Notes, Key::plain(Code::Enter), Action::Edit(Edit::NewLine), "", "a new line"),
    row(Spot::Notes, Key::ctrl('j'), Action::Edit(Edit::NewLine), "", "a new line"),
    row(Spot::Notes, Key::plain(Code::Up), Action::Edit(Edit::Up), "", "a line up"),
    row(Spot::Notes, Key::plain(Code::Down), Action::Edit(Edit::Down), "", "a line down"),
    row(Spot::Notes, Key::ctrl('t'), Action::Edit(Edit::Time), "", "put the time here"),
    row(Spot::SayList, Key::char(' '), Action::Tick, "said, or not after all", "said, or not after all"),
    row(Spot::Finish, Key::char('b'), Action::Later, "ring back today", "not finished: ring back today"),
    row(Spot::Finish, Key::char('p'), Action::Promise, "promise", "promise to ring them: thu before noon"),
    row(
        Spot::Finish,
        Key::char('k'),
        Action::CheckConsent,
        "",
        "they agree, where consent is to be checked with them",
    ),
    row(
        Spot::FinishNoConsent,
        Key::char('r'),
        Action::RingsBack,
        "rings back",
        "the caller asks the parents and rings back",
    ),
    row(
        Spot::FinishNoConsent,
        Key::char('p'),
        Action::TheyRing,
        "they ring us",
        "the parents, or the young person, will ring us themselves",
    ),
    row(
        Spot::FinishNoConsent,
        Key::char('x'),
        Action::NothingMore,
        "nothing more",
        "nothing more: only a count is kept",
    ),
];
