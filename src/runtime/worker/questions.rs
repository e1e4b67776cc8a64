//! The questions, each answered with plain data from the file as it is now.
//!
//! What waits to be written was written before. Nothing is changed here.

use super::Asked;
use crate::protocol::answer::Answer;
use crate::protocol::command::Question;
use crate::store::history::TIMELINE;
use crate::store::{NotDone, Store};

pub(super) fn answer(store: &mut Store, question: Question, asked: &Asked) -> Result<Answer, NotDone> {
    Ok(match question {
        Question::Queue => Answer::Queue(store.queue_at(asked.local, asked.now, &asked.staff)?),
        Question::Morning => Answer::Morning(Box::new(store.morning(asked.local, &asked.staff)?)),
        Question::People => Answer::People(Box::new(store.people()?)),
        Question::Case(case) => Answer::Case(Box::new(store.case_page(case)?)),
        Question::Timeline { case, before } => {
            Answer::Timeline { case, lines: store.timeline(case, Some(before), TIMELINE)? }
        }
        Question::CaseNumbered(number) => {
            let missing = || crate::domain::refusal::Refusal::NotFound(format!("M-{number:04}"));
            let case = store.case_numbered(number)?.ok_or_else(missing)?;
            Answer::Case(Box::new(store.case_page(case)?))
        }
        Question::Enquiry(enquiry) => Answer::Enquiry(Box::new(store.enquiry_page(enquiry)?)),
        Question::Call(call) => Answer::Call(Box::new(store.call_page(call)?)),
        Question::LookAtCall(call) => Answer::LookedAtCall(Box::new(store.call_page(call)?)),
        Question::TakenNumber { call, case } => {
            let reference = store.taken_number(call, case)?;
            Answer::TakenNumber { call, reference, next: store.first_to_do(case, asked.today)? }
        }
        Question::Find { turn, typed, enquiries_only } => {
            Answer::Found { turn, rows: store.find_or_quoted(&typed, enquiries_only, &asked.staff)? }
        }
        Question::SeenBefore { call, typed, enquiries_only } => {
            Answer::SeenBefore { call, rows: store.seen_before(&typed, enquiries_only, &asked.staff)? }
        }
        Question::SaidAgainst { call, number } => {
            Answer::SaidAgainst { call, said: store.said_against(&number)?.map(Box::new) }
        }
        Question::Schools { case, typed } => Answer::Schools { case, names: store.schools(case, &typed)? },
        Question::LookAlike { case, turn } => {
            Answer::LookAlike { case, turn, other: store.look_alike(case)?.map(Box::new) }
        }
        Question::Beside { case, number } => {
            Answer::Beside { case, other: store.beside(case, number)?.map(Box::new) }
        }
        Question::Diary { from, to, case } => {
            let diary = Box::new(store.diary(from, to, case, asked.today, asked.quarter)?);
            Answer::Diary { from, case, diary }
        }
        Question::Mediators => Answer::Mediators(store.mediators(asked.today)?),
        Question::Bookings(case) => Answer::Bookings { case, bookings: store.bookings(case)? },
        Question::Room(case) => Answer::Room { case, room: store.room(case, asked.today, asked.quarter)? },
        Question::Touched(what) => Answer::Touched { what, lines: store.touched(what, asked.today)? },
        Question::ClosedDays => {
            store.read_closed_days()?;
            Answer::ClosedDays(store.closed_days(asked.today)?)
        }
        Question::Settings => Answer::Settings(store.settings()?),
        Question::Interrupted => {
            let calls = store.interrupted_calls(&asked.staff)?;
            Answer::Interrupted(calls.into_iter().map(|id| store.call_page(id)).collect::<Result<_, _>>()?)
        }
    })
}
