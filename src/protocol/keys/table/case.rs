//! Keys of the pages of a case.
//!
//! The order within a place is the order of the hint line and of the help page.

use super::super::super::action::Action;
use super::super::super::key::Key;
use super::super::{Binding, Spot};
use super::row;
use crate::domain::willingness::Answer;

pub(super) const KEYS: &[Binding] = &[
    row(Spot::Case, Key::char('e'), Action::EditRow, "edit", "edit what is chosen"),
    row(Spot::Case, Key::char('n'), Action::AddNote, "note", "a note on this case"),
    row(Spot::Case, Key::char('c'), Action::CallAbout, "call about this", "start a call about this case"),
    row(
        Spot::Case,
        Key::char('m'),
        Action::Compare,
        "",
        "link with another case of the same child, or take it back",
    ),
    row(Spot::Link, Key::char('s'), Action::SameChild, "same child", "the same child: link the two cases"),
    row(
        Spot::Link,
        Key::char('n'),
        Action::NotSameChild,
        "not the same",
        "not the same child; it is not offered again",
    ),
    row(Spot::Link, Key::char('t'), Action::TakeBackLink, "take back", "take the link back"),
    row(Spot::Link, Key::char('m'), Action::Compare, "another", "another case's number"),
    row(Spot::Case, Key::char('p'), Action::Promise, "promise", "promise to ring back: thu before noon"),
    row(Spot::Case, Key::char('s'), Action::Snooze, "snooze", "put the next step off until a day or a time"),
    row(Spot::Case, Key::char('k'), Action::Clocks, "clocks", "every legal date of this case, explained"),
    row(Spot::CaseConsent, Key::char('a'), Action::AddConsent, "add", "add another consent or a limit"),
    row(
        Spot::CaseConsent,
        Key::char('k'),
        Action::CheckConsent,
        "checked",
        "we checked with the parent ourselves",
    ),
    row(
        Spot::CaseConsent,
        Key::char('w'),
        Action::WithdrawConsent,
        "withdraw",
        "the parent withdraws consent",
    ),
    row(Spot::CaseConsent, Key::char('p'), Action::WhatWasTold, "told", "what we told them"),
    row(
        Spot::CaseConsent,
        Key::char('r'),
        Action::Erase,
        "remove details",
        "remove the family's details after a withdrawal",
    ),
    row(
        Spot::CaseWillingness,
        Key::char('y'),
        Action::Answer(Answer::Willing),
        "yes",
        "the chosen party says yes",
    ),
    row(
        Spot::CaseWillingness,
        Key::char('n'),
        Action::Answer(Answer::NotWilling),
        "no",
        "the chosen party says no",
    ),
    row(
        Spot::CaseWillingness,
        Key::char('c'),
        Action::Answer(Answer::WillingBut),
        "yes, but",
        "yes, on a condition",
    ),
    row(
        Spot::CaseWillingness,
        Key::char('l'),
        Action::Answer(Answer::LeftMessage),
        "left message",
        "a message was left",
    ),
    row(
        Spot::CaseWillingness,
        Key::char('a'),
        Action::Answer(Answer::Asked),
        "asked, waiting",
        "asked, and waiting",
    ),
    row(
        Spot::CaseWillingness,
        Key::char('x'),
        Action::Answer(Answer::PulledOut),
        "pulled out",
        "has pulled out",
    ),
    row(Spot::CaseWillingness, Key::char('+'), Action::Add, "add", "add a party"),
    row(Spot::CaseWillingness, Key::char('-'), Action::Drop, "drop", "drop a party, or take it back"),
    row(
        Spot::CaseWillingness,
        Key::char(' '),
        Action::Tick,
        "needed or invited",
        "the chosen party is needed, or invited",
    ),
    row(
        Spot::CaseWillingness,
        Key::char('e'),
        Action::EditRow,
        "contact",
        "contact details of the chosen party",
    ),
    row(Spot::CaseWillingness, Key::char('h'), Action::History, "history", "all answers of the chosen party"),
    row(
        Spot::CaseDates,
        Key::char('k'),
        Action::KeepSlot,
        "keep slot",
        "keep the slot of a booking in doubt",
    ),
    row(Spot::CaseDates, Key::char('x'), Action::LetGo, "call off", "let a hold go, or call a booking off"),
    row(Spot::CaseDates, Key::char('m'), Action::Move, "move", "move the meeting to another time"),
    row(Spot::CaseDates, Key::char('y'), Action::WasHeld, "held", "the meeting was held"),
    row(Spot::CaseDates, Key::char('d'), Action::DidNotHappen, "not held", "the meeting did not happen"),
];
