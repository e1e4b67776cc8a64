//! The one table of keys. It drives what a key does, the key bar, the hint lines, the menu strip, the help
//! pages and the table in the README; a key is named nowhere else.
//!
//! A place looks through its own rows first, then through those of the kind of place it is, then through
//! those that hold everywhere. `Esc` then a letter is the same key as `Alt` and that letter: terminals
//! deliver the one as the other. Never bound: `o` and `[` after Esc, which begin escape sequences, and `b`
//! and `f`, which some keyboards send for word left and right.

use super::action::{Action, Edit};
use super::key::{Code, Key};
use crate::domain::consent::ConsentAnswer;
use crate::domain::detail::Detail;
use crate::domain::willingness::Answer;

/// A place where keys have a meaning.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Spot {
    /// Everywhere.
    Anywhere,
    /// Where text is typed.
    Field,
    /// Where rows are chosen.
    List,
    /// My desk.
    Desk,
    /// Today.
    Today,
    /// The call page.
    Call,
    /// The consent question of a call.
    ConsentQuestion,
    /// Notes, or Scratch.
    Notes,
    /// The list of SAY lines.
    SayList,
    /// Finish.
    Finish,
    /// Finish without consent.
    FinishNoConsent,
    /// Any page of a case.
    Case,
    /// Its consent page.
    CaseConsent,
    /// Its willingness page.
    CaseWillingness,
    /// Its dates page.
    CaseDates,
    /// An enquiry.
    Enquiry,
    /// The calendar.
    Calendar,
    /// The book window.
    Book,
    /// Mediators.
    Mediators,
    /// A window of one or a few lines.
    RowEditor,
    /// Find.
    Find,
    /// A question with its answers as keys.
    Question,
    /// The menu strip.
    Menu,
    /// More pages.
    More,
    /// Settings.
    Settings,
    /// The office's own closed days.
    ClosedDays,
    /// A text of several lines of the office's own.
    Words,
    /// Help.
    Help,
    /// The safeguarding card.
    Safeguarding,
    /// First run.
    FirstRun,
    /// Recovery.
    Recovery,
}

impl Spot {
    /// All places that have rows of their own.
    pub const ALL: [Self; 31] = [
        Self::Anywhere,
        Self::Field,
        Self::List,
        Self::Desk,
        Self::Today,
        Self::Call,
        Self::ConsentQuestion,
        Self::Notes,
        Self::SayList,
        Self::Finish,
        Self::FinishNoConsent,
        Self::Case,
        Self::CaseConsent,
        Self::CaseWillingness,
        Self::CaseDates,
        Self::Enquiry,
        Self::Calendar,
        Self::Book,
        Self::Mediators,
        Self::RowEditor,
        Self::Find,
        Self::Question,
        Self::Menu,
        Self::More,
        Self::Settings,
        Self::ClosedDays,
        Self::Words,
        Self::Help,
        Self::Safeguarding,
        Self::FirstRun,
        Self::Recovery,
    ];

    /// The name on the screen and in the README.
    pub fn name(self) -> &'static str {
        match self {
            Self::Anywhere => "Everywhere",
            Self::Field => "In a field",
            Self::List => "On a list",
            Self::Desk => "My desk",
            Self::Today => "Today",
            Self::Call => "The call",
            Self::ConsentQuestion => "The consent question",
            Self::Notes => "Notes",
            Self::SayList => "The SAY lines",
            Self::Finish => "Finish",
            Self::FinishNoConsent => "Finish without consent",
            Self::Case => "A case",
            Self::CaseConsent => "A case: Consent",
            Self::CaseWillingness => "A case: Willingness",
            Self::CaseDates => "A case: Dates",
            Self::Enquiry => "An enquiry",
            Self::Calendar => "The calendar",
            Self::Book => "Book",
            Self::Mediators => "Mediators",
            Self::RowEditor => "A small window",
            Self::Find => "Find",
            Self::Question => "A question",
            Self::Menu => "The menu strip",
            Self::More => "More",
            Self::Settings => "Settings",
            Self::ClosedDays => "Closed days",
            Self::Words => "Words of the office",
            Self::Help => "Help",
            Self::Safeguarding => "A child at risk",
            Self::FirstRun => "First run",
            Self::Recovery => "Recovery",
        }
    }

    /// Whose rows hold here, nearest first.
    pub fn chain(self) -> &'static [Self] {
        use Spot::{
            Anywhere, Book, Calendar, Call, Case, CaseConsent, CaseDates, CaseWillingness, ClosedDays,
            ConsentQuestion, Desk, Enquiry, Field, Find, Finish, FinishNoConsent, FirstRun, Help, List,
            Mediators, Menu, More, Notes, Question, Recovery, RowEditor, Safeguarding, SayList, Settings,
            Today, Words,
        };
        match self {
            Anywhere => &[Anywhere],
            Field => &[Field, Anywhere],
            List => &[List, Anywhere],
            Desk => &[Desk, List, Anywhere],
            Today => &[Today, List, Anywhere],
            Call => &[Call, Field, Anywhere],
            ConsentQuestion => &[ConsentQuestion, Call, Field, Anywhere],
            Notes => &[Notes, Call, Field, Anywhere],
            SayList => &[SayList, List, Anywhere],
            Finish => &[Finish, Field, Anywhere],
            FinishNoConsent => &[FinishNoConsent, Field, Anywhere],
            Case => &[Case, List, Anywhere],
            CaseConsent => &[CaseConsent, Case, List, Anywhere],
            CaseWillingness => &[CaseWillingness, Case, List, Anywhere],
            CaseDates => &[CaseDates, Case, List, Anywhere],
            Enquiry => &[Enquiry, List, Anywhere],
            Calendar => &[Calendar, List, Anywhere],
            Book => &[Book, List, Anywhere],
            Mediators => &[Mediators, List, Anywhere],
            RowEditor => &[RowEditor, Field, Anywhere],
            Find => &[Find, Field, Anywhere],
            Question => &[Question, List, Anywhere],
            Menu => &[Menu, Anywhere],
            More => &[More, List, Anywhere],
            Settings => &[Settings, List, Anywhere],
            ClosedDays => &[ClosedDays, List, Anywhere],
            Words => &[Words, Field, Anywhere],
            Help => &[Help, List, Anywhere],
            Safeguarding => &[Safeguarding, List, Anywhere],
            FirstRun => &[FirstRun, Field, Anywhere],
            Recovery => &[Recovery, List, Anywhere],
        }
    }
}

/// A row of the table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Binding {
    /// Where.
    pub spot: Spot,
    /// Which key.
    pub key: Key,
    /// What it does.
    pub action: Action,
    /// A word or two for the key bar (of an F key) or the hint line; empty: not shown there.
    pub hint: &'static str,
    /// One line for help and the README.
    pub help: &'static str,
}

const fn row(spot: Spot, key: Key, action: Action, hint: &'static str, help: &'static str) -> Binding {
    Binding { spot, key, action, hint, help }
}

const fn go(letter: char, detail: Detail, help: &'static str) -> Binding {
    row(Spot::Call, Key::alt(letter), Action::GoTo(detail), "", help)
}

const fn edit(key: Key, edit: Edit, help: &'static str) -> Binding {
    row(Spot::Field, key, Action::Edit(edit), "", help)
}

/// The table.
pub static KEYS: &[Binding] = &[
    row(Spot::Anywhere, Key::f(1), Action::Help, "Help", "help for exactly this place"),
    row(Spot::Anywhere, Key::f(2), Action::Call, "Call", "start a call, or back to the open call"),
    row(Spot::Anywhere, Key::f(3), Action::Find, "Find", "find a name, number, school, reference or note"),
    row(Spot::Anywhere, Key::f(4), Action::Notes, "Notes", "notes, and back to the same field"),
    row(Spot::Anywhere, Key::f(5), Action::Home, "Today", "Today, or My desk, whichever is home"),
    row(Spot::Anywhere, Key::f(6), Action::NextBox, "Box", "the next box"),
    row(Spot::Anywhere, Key::f(7), Action::Calendar, "Calendar", "the calendar"),
    row(Spot::Anywhere, Key::f(8), Action::Said, "Say", "\"I have said that\""),
    row(Spot::Anywhere, Key::f(9), Action::NextStep, "", "the next step named in the key bar"),
    row(Spot::Anywhere, Key::f(10), Action::Esc, "", "the menu strip"),
    row(
        Spot::Anywhere,
        Key::plain(Code::Esc),
        Action::Esc,
        "menu",
        "close a window; otherwise the menu strip",
    ),
    row(Spot::Anywhere, Key::ctrl('n'), Action::Call, "", "the same as F2"),
    row(Spot::Anywhere, Key::ctrl('f'), Action::Find, "", "the same as F3"),
    row(Spot::Anywhere, Key::ctrl('s'), Action::WhenSaved, "", "says when it was saved"),
    row(Spot::Anywhere, Key::ctrl('l'), Action::HideScreen, "", "hide the screen; any key brings it back"),
    row(Spot::Anywhere, Key::ctrl('q'), Action::Quit, "", "leave; a call is kept"),
    row(Spot::Anywhere, Key::alt('q'), Action::Quit, "", "leave; a call is kept"),
    row(Spot::Anywhere, Key::alt('!'), Action::Safeguarding, "", "worried that a child is at risk"),
    row(Spot::Anywhere, Key::alt('0'), Action::More, "", "more: mediators, settings"),
    edit(Key::ctrl('a'), Edit::SelectAll, "select all of this field"),
    edit(Key::plain(Code::Backspace), Edit::Backspace, "delete back"),
    edit(Key::ctrl('h'), Edit::Backspace, "delete back"),
    edit(Key::plain(Code::Delete), Edit::Delete, "delete forward"),
    edit(Key::ctrl('w'), Edit::DeleteWord, "delete one word back"),
    edit(Key::plain(Code::Left), Edit::Left, "left"),
    edit(Key::plain(Code::Right), Edit::Right, "right"),
    edit(Key::plain(Code::Home), Edit::Home, "to the beginning"),
    edit(Key::plain(Code::End), Edit::End, "to the end"),
    edit(Key::ctrl('z'), Edit::Undo, "undo"),
    edit(Key::ctrl('y'), Edit::Redo, "redo"),
    edit(Key::ctrl('c'), Edit::Copy, "copy inside the program"),
    edit(Key::ctrl('x'), Edit::Cut, "cut inside the program"),
    edit(Key::ctrl('v'), Edit::PasteOwn, "paste what was copied inside the program"),
    row(Spot::Field, Key::plain(Code::Enter), Action::NextField, "", "keep and go to the next field"),
    row(Spot::Field, Key::ctrl('j'), Action::NextField, "", "keep and go to the next field"),
    row(Spot::Field, Key::plain(Code::Tab), Action::NextField, "", "keep and go to the next field"),
    row(
        Spot::Field,
        Key::plain(Code::Down),
        Action::Down,
        "",
        "next field; where a list shows under the field, into it",
    ),
    row(Spot::Field, Key::plain(Code::BackTab), Action::PreviousField, "", "keep and go to the field before"),
    row(Spot::Field, Key::plain(Code::Up), Action::Up, "", "the field before"),
    row(Spot::List, Key::plain(Code::Up), Action::Up, "", "one row up"),
    row(Spot::List, Key::plain(Code::Down), Action::Down, "", "one row down"),
    row(Spot::List, Key::plain(Code::Left), Action::Left, "", "left: page of a case, day"),
    row(Spot::List, Key::plain(Code::Right), Action::Right, "", "right: page of a case, day"),
    row(Spot::List, Key::plain(Code::PageUp), Action::PageUp, "", "a page up, a week back"),
    row(Spot::List, Key::plain(Code::PageDown), Action::PageDown, "", "a page down, a week on"),
    row(Spot::List, Key::char('<'), Action::PageUp, "", "the same as PgUp"),
    row(Spot::List, Key::char('>'), Action::PageDown, "", "the same as PgDn"),
    row(Spot::List, Key::plain(Code::Home), Action::First, "", "the first row"),
    row(Spot::List, Key::plain(Code::End), Action::Last, "", "the last row"),
    row(Spot::List, Key::plain(Code::Enter), Action::Open, "", "open the chosen row"),
    row(Spot::List, Key::ctrl('j'), Action::Open, "", "open the chosen row"),
    row(Spot::List, Key::char(' '), Action::Tick, "", "tick"),
    row(Spot::List, Key::char('/'), Action::Find, "find", "find"),
    row(Spot::List, Key::char('?'), Action::Help, "", "help for exactly this place"),
    row(Spot::List, Key::plain(Code::Tab), Action::NextBox, "", "the next box"),
    row(Spot::List, Key::plain(Code::Backspace), Action::StepBack, "", "one step back"),
    row(Spot::List, Key::ctrl('h'), Action::StepBack, "", "one step back"),
    row(Spot::Desk, Key::char('v'), Action::SwapView, "coordinator view", "the coordinator's Today"),
    row(Spot::Desk, Key::char('n'), Action::AddNote, "note", "a note on the chosen case"),
    row(Spot::Desk, Key::char('h'), Action::HideNames, "hide names", "references only"),
    row(Spot::Today, Key::char('v'), Action::SwapView, "my desk view", "My desk"),
    row(Spot::Today, Key::char('n'), Action::AddNote, "note", "a note on the chosen case"),
    row(Spot::Today, Key::char('h'), Action::HideNames, "hide names", "references only"),
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
    row(Spot::Case, Key::char('e'), Action::EditRow, "edit", "edit what is chosen"),
    row(Spot::Case, Key::char('n'), Action::AddNote, "note", "a note on this case"),
    row(Spot::Case, Key::char('c'), Action::CallAbout, "call about this", "start a call about this case"),
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
    row(
        Spot::Enquiry,
        Key::char('c'),
        Action::CallAbout,
        "call about this",
        "start a call about this: the caller is filled in",
    ),
    row(Spot::Enquiry, Key::char('x'), Action::NothingMore, "end it", "nothing more will come of it"),
    row(Spot::Calendar, Key::char('m'), Action::Month, "month", "the month, or back to the week"),
    row(
        Spot::Calendar,
        Key::char('f'),
        Action::FindTime,
        "find a time",
        "the six earliest open times, numbered",
    ),
    row(Spot::Calendar, Key::char('d'), Action::OneMediator, "all / one mediator", "all mediators, or one"),
    row(Spot::Calendar, Key::char('t'), Action::ToToday, "today", "to today"),
    row(Spot::Calendar, Key::char('x'), Action::LetGo, "let go", "let the chosen hold go"),
    row(
        Spot::Calendar,
        Key::char('b'),
        Action::BankHolidays,
        "bank holidays",
        "bank holidays and closed days",
    ),
    row(Spot::Calendar, Key::char('.'), Action::HalfHour, "half an hour on", "half an hour later, and back"),
    row(Spot::Calendar, Key::char('1'), Action::Number(1), "", "the first time found"),
    row(Spot::Calendar, Key::char('2'), Action::Number(2), "", "the second time found"),
    row(Spot::Calendar, Key::char('3'), Action::Number(3), "", "the third time found"),
    row(Spot::Calendar, Key::char('4'), Action::Number(4), "", "the fourth time found"),
    row(Spot::Calendar, Key::char('5'), Action::Number(5), "", "the fifth time found"),
    row(Spot::Calendar, Key::char('6'), Action::Number(6), "", "the sixth time found"),
    row(Spot::Mediators, Key::char('a'), Action::Away, "away", "add away days"),
    row(Spot::Mediators, Key::char('x'), Action::ExtraDay, "extra day", "an extra day"),
    row(Spot::Mediators, Key::char('u'), Action::UsualDays, "usual days", "usual days"),
    row(Spot::Mediators, Key::char('e'), Action::EditRow, "edit", "edit details"),
    row(Spot::Mediators, Key::char('c'), Action::CannotAct, "cannot act", "cannot act for a case"),
    row(Spot::Mediators, Key::char('+'), Action::Add, "new", "new mediator"),
    row(Spot::Mediators, Key::char('-'), Action::Drop, "no longer", "no longer working; history is kept"),
    row(
        Spot::Find,
        Key::plain(Code::Enter),
        Action::Open,
        "",
        "open the chosen row; in a call, put it in the call",
    ),
    row(Spot::Find, Key::plain(Code::Down), Action::Down, "", "one row down"),
    row(Spot::Find, Key::plain(Code::Up), Action::Up, "", "one row up"),
    row(Spot::Find, Key::plain(Code::Tab), Action::Down, "", "one row down"),
    row(Spot::Find, Key::char('c'), Action::CallAbout, "", "after Down: start a call about the chosen row"),
    row(Spot::Question, Key::char('k'), Action::KeepSlot, "keep", "keep it"),
    row(Spot::Question, Key::char('c'), Action::CallOff, "call it off", "call it off"),
    row(Spot::Question, Key::char('w'), Action::WithdrawConsent, "withdraw", "withdraw, said a second time"),
    row(Spot::Question, Key::char('p'), Action::Park, "park", "park this call and start another"),
    row(Spot::Question, Key::char('2'), Action::Park, "", "park this call and start another"),
    row(Spot::Question, Key::char('q'), Action::Leave, "leave", "leave, said a second time"),
    row(Spot::Question, Key::alt('q'), Action::Leave, "", "leave, said a second time"),
    row(Spot::Question, Key::ctrl('q'), Action::Leave, "", "leave, said a second time"),
    row(Spot::ClosedDays, Key::char('+'), Action::Add, "add", "add a day: 23 dec Office party"),
    row(Spot::ClosedDays, Key::char('-'), Action::Drop, "open again", "open the chosen day again"),
    row(Spot::Words, Key::plain(Code::Enter), Action::Edit(Edit::NewLine), "", "a new line"),
    row(Spot::Words, Key::plain(Code::Up), Action::Edit(Edit::Up), "", "a line up"),
    row(Spot::Words, Key::plain(Code::Down), Action::Edit(Edit::Down), "", "a line down"),
    row(
        Spot::FirstRun,
        Key::f(4),
        Action::Arrived("F4"),
        "",
        "on the first run: shows that this key arrives",
    ),
    row(Spot::FirstRun, Key::f(7), Action::Arrived("F7"), "", "the same"),
    row(Spot::FirstRun, Key::f(10), Action::Arrived("F10"), "", "the same"),
    row(Spot::FirstRun, Key::alt('p'), Action::Arrived("Alt+P"), "", "the same"),
    row(Spot::FirstRun, Key::char(' '), Action::Tick, "", "the other choice"),
    row(
        Spot::Recovery,
        Key::char('l'),
        Action::Later,
        "leave it for later",
        "leave it in Calls not finished",
    ),
];

/// What a key does at a place; nothing for a key that has no meaning there.
pub fn action_at(spot: Spot, key: Key) -> Option<&'static Action> {
    spot.chain().iter().find_map(|place| {
        KEYS.iter()
            .find(|row| row.spot == *place && (row.key == key || row.key == key.folded()))
            .map(|row| &row.action)
    })
}

/// The digit after Esc, or with Alt: the F key of that number.
pub fn f_key(key: Key) -> Option<Key> {
    match key {
        Key { code: Code::Char(c @ '1'..='9'), alt: true, ctrl: false } => Some(Key::f(c as u8 - b'0')),
        _ => None,
    }
}

/// The rows of a place that the hint line shows, as `v my desk view   h hide names`.
pub fn hints(spot: Spot) -> String {
    let own: Vec<String> = KEYS
        .iter()
        .filter(|row| row.spot == spot && !row.hint.is_empty())
        .map(|row| format!("{} {}", row.key, row.hint))
        .collect();
    own.join("   ")
}

/// The key of an action at a place, with its word: `/ find`. Empty where there is none.
pub fn hint_of(spot: Spot, action: &Action) -> String {
    spot.chain()
        .iter()
        .find_map(|place| {
            KEYS.iter().find(|row| row.spot == *place && row.action == *action && !row.hint.is_empty())
        })
        .map_or_else(String::new, |row| format!("{} {}", row.key, row.hint))
}

/// The hints of a list page: its own, and those that hold on every list.
pub fn list_hints(spot: Spot) -> String {
    [hints(spot), hint_of(spot, &Action::Find), hint_of(spot, &Action::Esc)]
        .into_iter()
        .filter(|hint| !hint.is_empty())
        .collect::<Vec<_>>()
        .join("   ")
}

/// The hints of a place, with only those rows that do something now.
pub fn hints_of(spot: Spot, does: impl Fn(&Action) -> bool) -> String {
    let own: Vec<String> = KEYS
        .iter()
        .filter(|row| row.spot == spot && !row.hint.is_empty() && does(&row.action))
        .map(|row| format!("{} {}", row.key, row.hint))
        .collect();
    own.join("   ")
}

/// The key bar, with the word of F9 at this place.
pub fn bar(next_step: &str) -> String {
    let mut bar = String::new();
    for n in 1..=9 {
        let key = Key::f(n);
        let word =
            KEYS.iter().find(|row| row.spot == Spot::Anywhere && row.key == key).map_or("", |row| row.hint);
        let word = if n == 9 { next_step } else { word };
        bar.extend([" ", &key.to_string(), " ", word]);
    }
    bar
}
