//! The calendar: holding, booking and moving a date, and what became of it.
//!
//! A hold and a booking are the same kind of row, and the row's own trigger claims its quarter hours for the
//! mediator and for the case, so a double booking breaks a primary key whatever tool writes. Every rule is asked
//! here first, for its better sentence; when the wall says no all the same, another desk was faster: everything is
//! read again and the rule that now says no is the answer. Reading is in `diary`, what a claiming write is
//! made of in `claim`, holds whose days are over in `lapse`, what becomes of a
//! booked date in `after`.

mod after;
mod claim;
mod diary;
mod lapse;

pub(super) use after::{CONFIRMED, LET_GO, tell_it_is_off};
pub(super) use claim::{BOOKED, HELD, MOVED};
pub use diary::{Booking, DIARY_WEEKS};

use super::db::{Fault, Row};
use super::{NotDone, Result, Signed, Store};
pub use crate::domain::outcome::ByWhom as CalledOffBy;
use crate::domain::outcome::{ByWhom, Outcome};
use crate::domain::refusal::Refusal;
use crate::domain::slot::{Slot, clock};
use crate::domain::text::Private;

/// How a meeting is held.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Format {
    /// By video.
    Online,
    /// In one room.
    InPerson,
    /// By telephone.
    Telephone,
    /// To be decided.
    #[default]
    NotDecided,
}

impl Format {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Online, Self::InPerson, Self::Telephone, Self::NotDecided];

    /// The word in the file and on the screen.
    pub fn code(self) -> &'static str {
        match self {
            Self::Online => "online",
            Self::InPerson => "in person",
            Self::Telephone => "telephone",
            Self::NotDecided => "not decided",
        }
    }

    /// Reads the word in the file; anything else is not decided.
    pub fn from_code(code: &str) -> Self {
        Self::ALL.into_iter().find(|f| f.code() == code).unwrap_or_default()
    }
}

/// An intention about a date.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CalendarWrite {
    /// Hold a date.
    Hold {
        /// The booking's own key.
        booking: i64,
        /// The case.
        case: i64,
        /// With whom; none takes the first who is free, by the fair order.
        mediator: Option<i64>,
        /// When.
        slot: Slot,
        /// How.
        format: Format,
    },
    /// Book a date. The other holds of the case are let go with it.
    Book {
        /// A hold of the case at that time, or a new key.
        booking: i64,
        /// The case.
        case: i64,
        /// With whom; none takes the first who is free.
        mediator: Option<i64>,
        /// When.
        slot: Slot,
        /// How.
        format: Format,
        /// The family agreed to less than five clear working days.
        short_notice_agreed: bool,
        /// The family knows the date.
        told_family: bool,
        /// The other side knows the date.
        told_other_side: bool,
    },
    /// Give a hold up.
    LetGo {
        /// The hold.
        booking: i64,
    },
    /// Call a booked meeting off.
    CallOff {
        /// The booking.
        booking: i64,
        /// Why.
        words: Private,
        /// On whose account.
        by: CalledOffBy,
    },
    /// Another time or another mediator: a new row, the old one stays as moved.
    Move {
        /// The booking or hold.
        booking: i64,
        /// The key of the new one.
        new: i64,
        /// When.
        slot: Slot,
        /// With whom; none keeps the mediator where that is possible.
        mediator: Option<i64>,
        /// The family agreed to less than five clear working days before the new time.
        short_notice_agreed: bool,
    },
    /// In doubt, and the light is back.
    Confirm {
        /// The booking.
        booking: i64,
    },
    /// What came of the meeting; a later one corrects it.
    Outcome {
        /// The booking.
        booking: i64,
        /// The outcome's own key.
        outcome: i64,
        /// What came of it.
        result: Outcome,
        /// On whose account it did not happen.
        by: Option<ByWhom>,
        /// Words.
        words: Private,
    },
}

impl CalendarWrite {
    /// The booking that carries the result.
    fn result(&self) -> i64 {
        match self {
            Self::Hold { booking, .. }
            | Self::Book { booking, .. }
            | Self::LetGo { booking }
            | Self::CallOff { booking, .. }
            | Self::Confirm { booking }
            | Self::Outcome { booking, .. } => *booking,
            Self::Move { new, .. } => *new,
        }
    }
}

/// How often a claim is asked for again after the wall said no: once for each desk that was faster, and a few.
const TURNS: usize = 8;
/// A slot taken by somebody else within this time was taken "a moment ago", in milliseconds.
const A_MOMENT: i64 = 10 * 60_000;

impl Store {
    /// Carries out an intention about a date; gives the booking as it is now.
    pub fn calendar_write(&mut self, write: &CalendarWrite, signed: &Signed) -> Result<Booking> {
        let mut wall = None;
        for _ in 0..TURNS {
            match self.calendar_turn(write, signed) {
                Ok(()) => return self.booking(write.result()),
                Err(NotDone::Failed(Fault::Wall(words))) => {
                    wall = Some(words);
                    self.read_closed_days()?;
                }
                Err(NotDone::Refused(refusal)) => return Err(moments_ago(refusal, signed).into()),
                Err(other) => return Err(other),
            }
        }
        Err(Fault::Wall(wall.unwrap_or_default()).into())
    }

    fn calendar_turn(&mut self, write: &CalendarWrite, signed: &Signed) -> Result<()> {
        if self.was_done(signed)? {
            return Ok(());
        }
        if matches!(
            write,
            CalendarWrite::Hold { .. } | CalendarWrite::Book { .. } | CalendarWrite::Move { .. }
        ) {
            self.let_go_lapsed(signed)?;
        }
        match write {
            CalendarWrite::Hold { .. } => self.hold(write, signed),
            CalendarWrite::Book { .. } => self.book(write, signed),
            CalendarWrite::Move { .. } => self.move_date(write, signed),
            CalendarWrite::LetGo { booking } => self.let_go(*booking, signed),
            CalendarWrite::CallOff { booking, words, by } => self.call_off(*booking, words, *by, signed),
            CalendarWrite::Confirm { booking } => self.confirm(*booking, signed),
            CalendarWrite::Outcome { .. } => self.say_outcome(write, signed),
        }
    }
}

/// Somebody else took the slot while it was on the screen.
fn moments_ago(refusal: Refusal, signed: &Signed) -> Refusal {
    match refusal {
        Refusal::Taken { by, reference, held, at, nearest, .. } => {
            let just_now = by != signed.staff && (signed.at - at).abs() <= A_MOMENT;
            Refusal::Taken { by, reference, held, at, just_now, nearest }
        }
        other => other,
    }
}

/// `10:00-13:00 online, Ruth Adeyemi`.
pub(super) fn booking_words(start: i64, length: i64, format: Format, mediator: &str) -> String {
    let format = if format == Format::NotDecided { String::new() } else { format!(" {}", format.code()) };
    format!("{}-{}{format}, {mediator}", clock(start), clock(start + length))
}

/// A slot from three columns of a row.
pub(super) fn slot_at(row: &Row, at: usize) -> Option<Slot> {
    Some(Slot { day: row.day(at)?, start: row.int(at + 1), length: row.int(at + 2) })
}
