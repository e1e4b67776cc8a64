//! What comes back from the file.
//!
//! Answers arrive in the order of what was sent, mixed with the news that another desk changed something.
//! Each says what it belongs to, so that a page can tell its own from those of others and from older ones.

use crate::domain::queue::Ahead;
use crate::domain::reference::Reference;
use crate::domain::refusal::Refusal;
use crate::domain::slot::{Diary, Room};
use crate::store::NotDone;
use crate::store::calendar::Booking;
use crate::store::calls::{CallPage, EnquiryPage};
use crate::store::cases::CasePage;
use crate::store::db::Fault;
use crate::store::handovers::People;
use crate::store::history::Happened;
use crate::store::links::OtherCase;
use crate::store::mediators::MediatorPage;
use crate::store::morning::MorningPage;
use crate::store::office::Settings;
use crate::store::queue::QueuePage;
use crate::store::search::Found;
use crate::store::touched::Touching;
use crate::store::undo::{Act, TakenBack};

/// An answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Answer {
    /// Today's page.
    Queue(QueuePage),
    /// The morning page.
    Morning(Box<MorningPage>),
    /// The people of the office, and what is offered to them.
    People(Box<People>),
    /// A case.
    Case(Box<CasePage>),
    /// Older lines of a case's timeline, newest first.
    Timeline {
        /// The case.
        case: i64,
        /// The lines.
        lines: Vec<Happened>,
    },
    /// An enquiry.
    Enquiry(Box<EnquiryPage>),
    /// A call.
    Call(Box<CallPage>),
    /// A call that is only looked at.
    LookedAtCall(Box<CallPage>),
    /// The number Finish took.
    TakenNumber {
        /// The call.
        call: i64,
        /// The number.
        reference: Option<Reference>,
        /// The first thing to do in a case that is open, and its day.
        next: Option<(String, chrono::NaiveDate)>,
    },
    /// The enquiry whose number was read out could not hold the call: it is kept under another.
    AnotherNumber {
        /// The number that was read out.
        said: Reference,
        /// The number it is kept under.
        kept: Reference,
    },
    /// What Find found.
    Found {
        /// Whose answer it is.
        turn: u64,
        /// The rows.
        rows: Vec<Found>,
    },
    /// Earlier records of a caller.
    SeenBefore {
        /// The call.
        call: i64,
        /// The rows.
        rows: Vec<Found>,
    },
    /// A number typed in a call is not safe, or takes no messages.
    SaidAgainst {
        /// The call.
        call: i64,
        /// What was said of it; none where nothing was.
        said: Option<Box<crate::store::calls::SaidOf>>,
    },
    /// Schools that begin as typed.
    Schools {
        /// The case asked for.
        case: i64,
        /// Their names.
        names: Vec<crate::domain::text::Private>,
    },
    /// The case that looks as if it told of the same child, if any does.
    LookAlike {
        /// The case asked for.
        case: i64,
        /// Whose answer it is.
        turn: u64,
        /// The other one.
        other: Option<Box<OtherCase>>,
    },
    /// The case to compare with, if there is one.
    Beside {
        /// The case asked for.
        case: i64,
        /// The other one.
        other: Option<Box<OtherCase>>,
    },
    /// The diary of some days.
    Diary {
        /// The first day asked for.
        from: chrono::NaiveDate,
        /// The case asked for.
        case: Option<i64>,
        /// The diary.
        diary: Box<Diary>,
    },
    /// The mediators.
    Mediators(Vec<MediatorPage>),
    /// All bookings of a case, newest first.
    Bookings {
        /// The case.
        case: i64,
        /// The bookings.
        bookings: Vec<Booking>,
    },
    /// What a write to the calendar left in the file.
    Dated {
        /// The intention's own key.
        id: i64,
        /// The booking.
        booking: Box<Booking>,
    },
    /// The settings.
    Settings(Settings),
    /// The office's own closed days from today on, in order.
    ClosedDays(Vec<crate::store::closed::ClosedDay>),
    /// What days that are about to be written touch, a line for each.
    Touched {
        /// The days.
        what: Touching,
        /// The lines.
        lines: Vec<String>,
    },
    /// How much room the 30 days of a case leave; none where there is nothing to count.
    Room {
        /// The case.
        case: i64,
        /// The room.
        room: Option<Room>,
    },
    /// Calls that were open when the program stopped.
    Interrupted(Vec<CallPage>),
    /// An act about a case was written, and how it is named.
    Acted(Act),
    /// A field has two values now: the other one was there first.
    Clashed(Box<crate::store::clashes::Clash>),
    /// An act was taken back.
    TakenBack(TakenBack),
    /// The commit returned: everything up to this intention is in the file.
    Saved {
        /// The intention's own key.
        id: i64,
        /// When it returned, UTC milliseconds.
        at: i64,
    },
    /// A rule said no to an intention.
    Refused {
        /// The intention's own key.
        id: i64,
        /// What it said.
        refusal: Refusal,
    },
    /// An intention could not be written; it is kept and tried again.
    NotSaved(Fault),
    /// An intention can never be written: its words. It is not tried again.
    Lost {
        /// The intention's own key.
        id: i64,
        /// Why.
        fault: Fault,
    },
    /// A question could not be answered: what was asked for is not there, or could not be read.
    Unanswered(NotDone),
    /// Another desk has written.
    Changed,
    /// The details or the consent of these families are gone: no act about them can be taken back.
    Gone(Vec<i64>),
    /// The details of these families were removed, here or at another desk: nothing typed about them is kept.
    Erased(Vec<i64>),
    /// What was taken out may still be read in the file, because another program reads it just now.
    StillInTheFile,
    /// That is over: nothing of it is in the file any more.
    LeftTheFile,
    /// Copies of earlier versions, by name, lie beside the file and still hold what was removed from it.
    OlderCopies(Vec<String>),
    /// The computer's clock is behind what the file has already.
    ClockBehind {
        /// Milliseconds.
        by: i64,
    },
    /// What the day brought: holds that lapsed, enquiries whose three months are over.
    NewDay {
        /// Holds let go.
        let_go: usize,
        /// Enquiries that are count lines now.
        enquiries: usize,
        /// Calls never finished that are count lines now.
        calls: usize,
        /// Copies of earlier versions, by name, that still hold words of such enquiries or calls.
        copies: Vec<String>,
    },
    /// A row was put off past the end of a clock of its case.
    PutOffPast(Ahead),
    /// The file was looked through.
    Checked(std::result::Result<(), Fault>),
}
