//! What the worker does unasked: in the morning, and when nobody wants anything for a moment.
//!
//! All of it is bounded, so that whoever asks next hardly waits, and all of it is behind the first page. What
//! cannot be written is not told as a loss: nobody typed it, and it is found again.

use super::{LONG_PAUSE, News, TakenOut, Worker};
use crate::protocol::answer::Answer;
use crate::protocol::context::LATER;
use crate::store::NotDone;
use crate::store::calls::{CallWrite, CountReason};
use crate::store::db::Fault;
use crate::store::queue::Remade;

/// How many writes of enquiries that expire one morning may take.
const MOST_ROUNDS: usize = 64;

/// How many looks at clocks that ran out one morning may take; the newest go first.
const MOST_LOOKS: usize = 8;

/// Pauses in a row after which what was taken out, and is still there, is told of: a second.
const LASTS: u32 = 4;

/// A clock so far behind the newest line of history is told of, milliseconds.
const CLOCK_BEHIND: i64 = 120_000;

impl Worker {
    /// Holds that lapsed are let go, clocks that ran out are written down, and enquiries whose three months are over
    /// become count lines. What cannot be written now is seen to by the next desk that looks.
    pub(super) fn begin_day(&mut self) -> Vec<Answer> {
        let Some(mut signed) = self.new_day.take_if(|_| self.checked == Some(Ok(()))) else {
            return Vec::new();
        };
        let newest = self.store.newest_moment().unwrap_or_default();
        let behind = newest.map(|newest| newest - signed.at).filter(|by| *by >= CLOCK_BEHIND);
        let _ = self.store.clear_presence(signed.at);
        let let_go = self.store.let_go_lapsed(&signed).unwrap_or_default();
        let (mut enquiries, mut calls) = (0, 0);
        for _ in 0..MOST_ROUNDS {
            signed.id += LATER;
            match self.store.expire_enquiries(&signed) {
                Ok(some) if some > 0 => enquiries += some,
                _ => break,
            }
        }
        let mut reached = None;
        for _ in 0..MOST_LOOKS {
            signed.id += LATER;
            match self.store.record_misses(reached, &signed) {
                Ok((Some(next), _)) => reached = Some(next),
                _ => break,
            }
        }
        for call in self.store.abandoned_calls(signed.today).unwrap_or_default() {
            signed.id += LATER;
            let write = CallWrite::FinishCount { call, reason: CountReason::NoConsent };
            calls += usize::from(self.store.call_write(&write, &signed).is_ok());
        }
        let copies =
            if enquiries + calls > 0 { self.store.copies_past_keeping(signed.today) } else { Vec::new() };
        let mut told = vec![Answer::NewDay { let_go, enquiries, calls, copies }, Answer::Changed];
        told.extend(behind.map(|by| Answer::ClockBehind { by }));
        told
    }

    /// What another desk changed, if it did; first of all, which families this desk is to forget. What could not be read
    /// is asked for again in the next pause, and the pages read after that.
    pub fn look(&mut self) -> Vec<Answer> {
        if self.store.changed() == Ok(true) {
            self.news = News::Unheard;
        }
        if self.news == News::Heard {
            return Vec::new();
        }
        let (gone, erased) = (self.store.forget_the_gone(), self.store.erased_since());
        let read = gone.is_ok() && erased.is_ok();
        if read {
            self.news = News::Heard;
        }
        let changed = read.then_some(Answer::Changed);
        let some = |cases: &Vec<i64>| !cases.is_empty();
        let gone = gone.ok().filter(some).map(Answer::Gone);
        let erased = erased.ok().filter(some).map(Answer::Erased);
        gone.into_iter().chain(erased).chain(changed).collect()
    }

    /// Nobody wants anything for a moment, a quarter of a second.
    pub fn pause(&mut self) -> Vec<Answer> {
        self.pauses = self.pauses.saturating_add(1);
        let mut told = self.write_waiting();
        self.say_where();
        told.extend(self.look());
        self.give_keys();
        told.extend(self.make_older_rows());
        if self.store.is_erasing() || self.pauses >= LONG_PAUSE {
            let _ = self.store.rest();
        }
        // Of an earlier start, or of another desk: it is there as long as the file is read, and not for a moment only.
        let lasts = self.pauses >= LASTS && self.store.is_erasing();
        if self.taken_out == TakenOut::Gone && lasts {
            self.taken_out = TakenOut::StillInTheFile;
            told.push(Answer::StillInTheFile);
        }
        if self.taken_out == TakenOut::StillInTheFile && !self.store.is_erasing() {
            self.taken_out = TakenOut::Gone;
            told.push(Answer::LeftTheFile);
        }
        told
    }

    /// Others are told where this desk is. While another desk writes it is left for the next pause.
    fn say_where(&mut self) {
        if self.is_done()
            && self.checked == Some(Ok(()))
            && let Some((cases, staff, at)) = self.here.take()
            && self.store.be_in(&cases, &staff, at) == Err(Fault::Busy.into())
        {
            self.here = Some((cases, staff, at));
        }
    }

    /// One page of names of an earlier version is given its keys. What cannot be written now is left for the next
    /// start.
    fn give_keys(&mut self) {
        self.keyless = match self.checked {
            Some(Ok(())) => self.keyless.and_then(|after| self.store.fill_alike(after).ok().flatten()),
            Some(Err(_)) => None,
            None => self.keyless,
        };
    }

    /// Some cases whose rows of Today an earlier version made have them made by the rules of this one. The desk looks
    /// again when the last are done; what cannot be written now is tried again, or left for the next start.
    fn make_older_rows(&mut self) -> Option<Answer> {
        self.older &= !matches!(self.checked, Some(Err(_)));
        if !self.older || self.checked.is_none() {
            return None;
        }
        let made = self.store.make_older_rows();
        self.older = match &made {
            Ok(made) => *made == Remade::Some,
            Err(NotDone::Failed(fault)) => fault.may_pass(),
            Err(NotDone::Refused(_)) => false,
        };
        (made == Ok(Remade::Last)).then_some(Answer::Changed)
    }
}
