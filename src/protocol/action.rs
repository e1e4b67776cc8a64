//! What a key means at its place.
//!
//! Screens know these and no keys; which key stands for which is said once, in [`super::keys`].

use crate::domain::consent::ConsentAnswer;
use crate::domain::detail::Detail;
use crate::domain::willingness::Answer;

/// Something done to text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Edit {
    /// A character.
    Insert(char),
    /// Pasted text; it never presses Enter.
    Paste(String),
    /// Delete back.
    Backspace,
    /// Delete forward.
    Delete,
    /// Delete one word back.
    DeleteWord,
    /// One to the left.
    Left,
    /// One to the right.
    Right,
    /// To the beginning of the line.
    Home,
    /// To the end of the line.
    End,
    /// A line up.
    Up,
    /// A line down.
    Down,
    /// A new line.
    NewLine,
    /// Select all of this field.
    SelectAll,
    /// Take the last change back.
    Undo,
    /// Make it again.
    Redo,
    /// Copy inside the program.
    Copy,
    /// Cut inside the program.
    Cut,
    /// Paste what was copied inside the program.
    PasteOwn,
    /// The time, in notes.
    Time,
}

/// What is done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Action {
    /// Help for exactly this place.
    Help,
    /// Start a call, or back to the open one.
    Call,
    /// Find.
    Find,
    /// Notes, and back to the same field.
    Notes,
    /// Today, or My desk, whichever is home.
    Home,
    /// The next box.
    NextBox,
    /// The calendar.
    Calendar,
    /// "I have said that."
    Said,
    /// The next step named in the key bar.
    NextStep,
    /// The menu strip, or close what is open.
    Esc,
    /// One step back.
    StepBack,
    /// Leave the program; a call is kept.
    Quit,
    /// When it was saved.
    WhenSaved,
    /// Hide the screen, and draw it afresh.
    HideScreen,
    /// Take the last act back.
    Undo,
    /// Do again what was taken back.
    Redo,
    /// My value of a field.
    Mine,
    /// The other desk's value.
    Theirs,

    /// Something done to text.
    Edit(Edit),
    /// Keep and go on.
    NextField,
    /// On to the next line of a small window.
    NextLine,
    /// Keep and go back.
    PreviousField,
    /// Jump to a field.
    GoTo(Detail),
    /// Jump to the consent question.
    GoToConsent,
    /// Use the highlighted piece of the notes in the field one is in.
    UseFromNotes,
    /// Use the record that was found.
    UseFound,
    /// All SAY lines.
    SayList,
    /// Worried that a child is at risk.
    Safeguarding,
    /// More pages: mediators, settings.
    More,

    /// One row up.
    Up,
    /// One row down.
    Down,
    /// One to the left: page, day.
    Left,
    /// One to the right: page, day.
    Right,
    /// A page up.
    PageUp,
    /// A page down.
    PageDown,
    /// The first row.
    First,
    /// The last row.
    Last,
    /// Open the chosen row.
    Open,
    /// Tick.
    Tick,
    /// A number that chooses.
    Number(u8),

    /// My desk or Today.
    SwapView,
    /// References only, for open-plan offices.
    HideNames,
    /// A note on the chosen case.
    AddNote,
    /// A promise to ring back.
    Promise,
    /// Put the chosen row off.
    Snooze,
    /// Hand the chosen row, or the day, to a colleague.
    Give,
    /// The morning page.
    Morning,
    /// A call about this.
    CallAbout,
    /// Edit the chosen thing.
    EditRow,
    /// Compare with another case, to link the two or to take a link back.
    Compare,
    /// They are of the same child.
    SameChild,
    /// They are of two children.
    NotSameChild,
    /// The link is taken back.
    TakeBackLink,
    /// The clocks of a case, explained.
    Clocks,

    /// The answer to the consent question.
    AnswerConsent(ConsentAnswer),
    /// Add another consent.
    AddConsent,
    /// We checked with the parent.
    CheckConsent,
    /// The parent withdraws.
    WithdrawConsent,
    /// Remove the family's details.
    Erase,
    /// What was told in the calls.
    WhatWasTold,

    /// An answer of the chosen party.
    Answer(Answer),
    /// Add a party, a mediator.
    Add,
    /// Drop a party; a mediator no longer works.
    Drop,
    /// The history of the chosen party.
    History,

    /// The month, or back to the week.
    Month,
    /// Find a time.
    FindTime,
    /// All mediators, or one.
    OneMediator,
    /// To today.
    ToToday,
    /// Let a hold go; call a booking off.
    LetGo,
    /// Half an hour later.
    HalfHour,
    /// Hold the chosen time, or the next that was found.
    HoldNext,
    /// Bank holidays.
    BankHolidays,
    /// Keep the slot of a booking in doubt.
    KeepSlot,
    /// Call the meeting off.
    CallOff,
    /// Move the meeting.
    Move,
    /// The meeting was held.
    WasHeld,
    /// It did not happen.
    DidNotHappen,
    /// What came of a meeting, in one key.
    MeetingWas(crate::domain::outcome::Outcome),
    /// On whose account.
    By(crate::domain::outcome::ByWhom),
    /// The certificate.
    Certificate,
    /// An action of an agreement.
    AgreedAction,
    /// Close the case, or open it again.
    CloseCase,
    /// An objection of the other parent, or a court order.
    Objection,
    /// Which numbers are safe to ring.
    SafeToRing,
    /// Yes.
    Yes,
    /// No.
    No,

    /// Away days.
    Away,
    /// An extra day.
    ExtraDay,
    /// Away or extra days are taken back.
    RemoveDays,
    /// Usual days.
    UsualDays,
    /// Cannot act for a case.
    CannotAct,

    /// The caller rings back.
    RingsBack,
    /// The parents, or the young person, will ring themselves.
    TheyRing,
    /// Nothing more.
    NothingMore,
    /// Park this call and start another.
    Park,
    /// Leave it for later.
    Later,
    /// Leave: said a second time.
    Leave,
    /// A key of this name reached the program: the key test of the first run.
    Arrived(&'static str),
}
