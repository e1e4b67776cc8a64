//! What a rule says when it says no: one plain sentence each, and what can be done instead.
//!
//! The grey key and the sentence shown when it is pressed are the same value. Nothing here blames anyone,
//! and no sentence is longer than a line of a small window.

use std::fmt;

/// A rule said no.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// A family's details without consent.
    Locked,
    /// The consent of this case was withdrawn.
    Withdrawn,
    /// A "no" in a call in which another desk has recorded a consent; who did.
    Agreed(String),
    /// A date without consent.
    NoConsent,
    /// A booking without the light; the missing answers in words, and the day a hold would end, if one can be placed.
    NotReady {
        /// What is missing, as a sentence: "The LA has not said yes yet."
        missing: String,
        /// Until when a hold would stand, in words.
        hold_until: Option<String>,
    },
    /// Three holds stand already.
    ThreeHolds,
    /// Somebody else has the slot.
    Taken {
        /// Who took it.
        by: String,
        /// For which case: `M-0402`.
        reference: String,
        /// It is a hold.
        held: bool,
        /// When it was taken, UTC milliseconds.
        at: i64,
        /// It was taken in the last few minutes, as somebody who looks at the same week may not know yet.
        just_now: bool,
        /// The nearest free start, in words.
        nearest: Option<String>,
    },
    /// The case already has a hold at that time.
    CaseTaken,
    /// The case is booked already; when, in words.
    HasDate(String),
    /// A meeting shorter or longer than the service has.
    Length,
    /// The meeting has not been yet; its day, in words.
    NotYet(String),
    /// The booking is not what it was when it was shown; what it is now.
    IsNow(&'static str),
    /// A bank holiday or closed day.
    Closed {
        /// Its name: "Christmas Day".
        name: String,
        /// The next working day, in words.
        next: String,
    },
    /// Saturday or Sunday.
    Weekend {
        /// The next working day, in words.
        next: String,
    },
    /// Outside the office's hours.
    OutsideHours,
    /// Before now.
    InThePast,
    /// The mediator declared that they cannot act for this case.
    CannotAct(String),
    /// The mediator does not work at that time.
    NotWorking(String),
    /// No mediator is free then.
    NobodyFree {
        /// The nearest free start, in words.
        nearest: Option<String>,
    },
    /// There is no mediator with days.
    NoMediator,
    /// The key does nothing on the chosen row.
    NothingHere(&'static str),
    /// Two calls are open already.
    TwoCallsOpen,
    /// What was looked for is not in the file.
    NotFound(String),
    /// The row is offered to a colleague already; to whom.
    Offered {
        /// The colleague.
        to: String,
    },
    /// Another desk changed the case after the act that was to be taken back.
    ChangedSince {
        /// Who.
        by: String,
        /// What they changed: `case` or `enquiry`.
        what: &'static str,
        /// When: `14:52`.
        at: String,
    },
    /// What was taken by an act is somebody else's now; why it cannot be taken back, in the words of the wall.
    NotUndone(String),
    /// The ten minutes in which an act can be taken back are over; the act in words.
    TooLate(String),
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Locked => f.write_str("Opens when consent is recorded: Esc k. Scratch (F4) is not saved."),
            Self::Withdrawn => {
                f.write_str("Consent was withdrawn. The case is locked; nothing more is written to it.")
            }
            Self::Agreed(by) => {
                write!(f, "{by} recorded a consent in this call. n again on the question takes it back.")
            }
            Self::NoConsent => f.write_str("Not held. There is no consent for this case yet."),
            Self::NotReady { missing, hold_until: Some(day) } => {
                write!(f, "Not booked. {missing} F9 holds it until {day}.")
            }
            Self::NotReady { missing, hold_until: None } => write!(f, "Not booked. {missing}"),
            Self::ThreeHolds => f.write_str("Three dates are held for this case already. x lets one go."),
            Self::Taken { by, reference, held, just_now, nearest, .. } => {
                match (just_now, held) {
                    (true, true) => write!(f, "{by} held that a moment ago.")?,
                    (true, false) => write!(f, "{by} booked that a moment ago.")?,
                    (false, true) => write!(f, "Held for {reference}.")?,
                    (false, false) => write!(f, "Booked for {reference}.")?,
                }
                match nearest {
                    Some(start) => write!(f, " Nearest free: {start}."),
                    None => f.write_str(" Nothing else is free nearby."),
                }
            }
            Self::HasDate(day) => write!(f, "Booked already: {day}. Move that, or call it off first."),
            Self::Length => f.write_str("A meeting lasts between one and eight hours."),
            Self::NotYet(day) => write!(f, "The meeting is on {day}. Say then whether it was held."),
            Self::IsNow(state) => write!(f, "That date is '{state}' now. Nothing was changed."),
            Self::CaseTaken => f.write_str("This case has a date at that time already."),
            Self::Closed { name, next } => write!(f, "Closed: {name}. Next working day is {next}."),
            Self::Weekend { next } => write!(f, "Closed at the weekend. Next working day is {next}."),
            Self::OutsideHours => {
                f.write_str("Outside the office's hours. Meetings are between opening and closing.")
            }
            Self::InThePast => f.write_str("That time has passed. Choose a later one."),
            Self::CannotAct(name) => write!(f, "{name} cannot act for this case. Choose another mediator."),
            Self::NotWorking(name) => write!(f, "{name} does not work then. Choose another time."),
            Self::NobodyFree { nearest: Some(start) } => {
                write!(f, "No mediator is free then. Nearest free: {start}.")
            }
            Self::NobodyFree { nearest: None } => f.write_str("No mediator is free then."),
            Self::NoMediator => f.write_str("No mediator has days yet. Esc 0, Mediators, +."),
            Self::NothingHere(words) => f.write_str(words),
            Self::Offered { to } => write!(f, "Offered to {to} a moment ago, not accepted yet. g shows it."),
            Self::TwoCallsOpen => f.write_str("Two calls are open. Finish or leave one (F5) before a third."),
            Self::ChangedSince { by, what, at } => {
                write!(f, "{by} changed this {what} at {at}. Nothing was undone.")
            }
            Self::NotUndone(why) => write!(f, "Nothing was undone: {why}."),
            Self::TooLate(act) => write!(f, "Ten minutes are over. It stays: {act}."),
            Self::NotFound(what) => write!(f, "No match for '{what}'. A reference looks like M-0412."),
        }
    }
}

impl std::error::Error for Refusal {}
