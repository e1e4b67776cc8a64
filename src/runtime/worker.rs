//! The worker owns the file. It answers questions and carries out intentions, one at a time and in order.
//!
//! An intention that cannot be written now is kept, with all that follow it, and tried again: nothing that
//! was sent is dropped while the program lives. Tests run the same worker without a thread. What it does unasked, in
//! the morning and in quiet moments, is in `unasked`, the questions in `questions`.

mod questions;
mod unasked;

use std::collections::VecDeque;
use std::sync::mpsc::{Receiver, RecvTimeoutError};
use std::time::Duration;

use super::clock;
use crate::protocol::answer::Answer;
use crate::protocol::command::{Command, Intention, Question};
use crate::store::calls::CallWrite;
use crate::store::cases::CaseWrite;
use crate::store::db::Fault;
use crate::store::{NotDone, Signed, Store};

/// How often another desk's changes are asked for, and a failed write is tried again.
pub(super) const ASK_AGAIN: Duration = Duration::from_millis(250);

/// After so many pauses in which nothing came the journal is copied into the file: ten seconds. Whoever types without a
/// pause sends nothing for some of them, and a save behind that copy takes four syncs of the disk in place of one.
const LONG_PAUSE: u32 = 40;

/// The moment a question is asked in.
#[derive(Debug, Clone)]
pub struct Asked {
    /// The day at the office.
    pub today: chrono::NaiveDate,
    /// Quarter hours since midnight there.
    pub quarter: i64,
    /// The minute there.
    pub local: chrono::NaiveDateTime,
    /// That moment in UTC milliseconds.
    pub now: i64,
    /// Who asks.
    pub staff: String,
}

/// What the worker is sent.
#[derive(Debug)]
pub enum Job {
    /// A question.
    Ask(Question, Asked),
    /// An intention.
    Do(Box<Command>),
    /// A day began: what lapses, lapses.
    NewDay(Signed),
    /// The cases this desk is in now, who sits there, and when.
    Here(Vec<i64>, String, i64),
    /// Tell of other desks' changes, or do not.
    Watch(bool),
    /// The file was looked through: writing may begin, or may not.
    Checked(Result<(), Fault>),
    /// Leave as soon as everything sent is written.
    Leave,
}

impl Job {
    /// In whose name it is sent.
    fn staff(&mut self) -> Option<&mut String> {
        match self {
            Self::Ask(_, asked) => Some(&mut asked.staff),
            Self::Do(command) => Some(&mut command.signed.staff),
            Self::NewDay(signed) => Some(&mut signed.staff),
            Self::Here(_, staff, _) => Some(staff),
            Self::Watch(_) | Self::Checked(_) | Self::Leave => None,
        }
    }
}

/// What was told of the last write that takes something out of the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum TakenOut {
    /// Nothing, or that it has left.
    Gone,
    /// It is still there, because another program reads the file.
    StillInTheFile,
}

/// What another desk wrote.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum News {
    /// Nothing that is not read.
    Heard,
    /// Something, and what it changed could not be read yet.
    Unheard,
}

/// The file and what waits to be written.
pub struct Worker {
    store: Store,
    waiting: VecDeque<Command>,
    /// The file was looked through.
    checked: Option<Result<(), Fault>>,
    /// A day that began before writing was allowed.
    new_day: Option<Signed>,
    /// Where this desk is, not said yet.
    here: Option<(Vec<i64>, String, i64)>,
    /// Documents of an earlier version after this one may still lack the keys of their names.
    keyless: Option<i64>,
    /// Rows of Today that an earlier version made may be left.
    older: bool,
    /// Whether what was taken out is told to be still there.
    taken_out: TakenOut,
    /// Tells when a commit returned; without it, that was when the intention was signed.
    clock: Option<fn() -> clock::Now>,
    /// Whose desk it is: what was sent before the file said so bears no name yet.
    staff: String,
    /// Pauses in a row in which nothing came.
    pauses: u32,
    /// Other desks' changes are told of.
    watching: bool,
    /// Whether what another desk changed was read.
    news: News,
    /// It leaves as soon as everything sent is written.
    leaving: bool,
}

impl Worker {
    /// With a file that was looked through already, and no clock: tests move time by hand.
    pub fn trusted(store: Store) -> Self {
        Self {
            store,
            waiting: VecDeque::new(),
            checked: Some(Ok(())),
            new_day: None,
            here: None,
            keyless: Some(i64::MIN),
            older: true,
            taken_out: TakenOut::Gone,
            clock: None,
            staff: String::new(),
            pauses: 0,
            watching: false,
            news: News::Heard,
            leaving: false,
        }
    }

    /// With a file that is still being looked through: writing waits for it.
    pub fn new(store: Store, staff: String) -> Self {
        Self { checked: None, clock: Some(clock::now), staff, ..Self::trusted(store) }
    }

    /// The file.
    pub fn store(&mut self) -> &mut Store {
        &mut self.store
    }

    /// This desk is in these cases. Others are told in the next pause, when the file may be written, or not at all.
    pub fn is_in(&mut self, cases: Vec<i64>, staff: String, at: i64) {
        self.here = Some((cases, staff, at));
    }

    /// Everything sent is written.
    pub fn is_done(&self) -> bool {
        self.waiting.is_empty()
    }

    /// Answers a question. What waits to be written is written first, so that the answer knows of it.
    pub fn ask(&mut self, question: Question, asked: &Asked) -> Vec<Answer> {
        let mut answers = self.write_waiting();
        answers.push(match self.store.in_one_view(|store| questions::answer(store, question, asked)) {
            Ok(answer) => answer,
            Err(why) => Answer::Unanswered(why),
        });
        answers
    }

    /// Carries out an intention, after those before it. Words that it takes out of the file, and that still wait to be
    /// written, never reach it.
    pub fn carry_out(&mut self, command: Command) -> Vec<Answer> {
        if let Intention::Call(taken_back) = &command.what {
            for waiting in &mut self.waiting {
                if let Intention::Call(write) = &mut waiting.what {
                    write.leave_out_what_is_taken_back(taken_back);
                }
            }
        }
        self.waiting.push_back(command);
        self.write_waiting()
    }

    /// Writes what waits, as far as it can be written.
    pub fn write_waiting(&mut self) -> Vec<Answer> {
        let mut answers = Vec::new();
        match &self.checked {
            Some(Ok(())) => {}
            Some(Err(fault)) if !self.waiting.is_empty() => return vec![Answer::NotSaved(fault.clone())],
            _ => return answers,
        }
        while let Some(command) = self.waiting.front() {
            let id = command.signed.id;
            let erased = self.store.erased();
            match carry_out(&mut self.store, command) {
                Ok(told) => {
                    answers.extend(told);
                    answers.extend(self.store.act_done(id).map(Answer::Acted));
                    let clash = self.store.clash_made(id, command.what.details_of());
                    answers.extend(clash.map(|clash| Answer::Clashed(Box::new(clash))));
                    if let Intention::Case(CaseWrite::Erase { case }) = &command.what {
                        answers.push(Answer::Erased(vec![*case]));
                        let copies = self.store.older_copies(*case);
                        answers
                            .extend(Some(copies).filter(|names| !names.is_empty()).map(Answer::OlderCopies));
                    }
                    let at = self.clock.map_or(command.signed.at, |now| now().utc);
                    answers.push(Answer::Saved { id, at });
                    // An earlier one may still be leaving: each is told of.
                    if self.store.erased() != erased && self.store.is_erasing() {
                        self.taken_out = TakenOut::StillInTheFile;
                        answers.push(Answer::StillInTheFile);
                    }
                }
                Err(NotDone::Refused(refusal)) => answers.push(Answer::Refused { id, refusal }),
                Err(NotDone::Failed(fault)) if keeps(&fault) => {
                    answers.push(Answer::NotSaved(fault));
                    return answers;
                }
                Err(NotDone::Failed(fault)) => answers.push(Answer::Lost { id, fault }),
            }
            self.waiting.pop_front();
        }
        answers
    }

    /// A day began: what lapses, lapses, and what ran out is written down.
    pub fn morning(&mut self, signed: Signed) -> Vec<Answer> {
        self.new_day = Some(signed);
        self.begin_day()
    }

    /// Does what it is sent. What bears no name is this desk's.
    pub fn take(&mut self, mut job: Job) -> Vec<Answer> {
        self.pauses = 0;
        if let Some(staff) = job.staff().filter(|staff| staff.is_empty()) {
            staff.clone_from(&self.staff);
        }
        match job {
            Job::Ask(question, asked) => return self.ask(question, &asked),
            Job::Do(command) => return self.carry_out(*command),
            Job::NewDay(signed) => return self.morning(signed),
            Job::Here(cases, staff, at) => self.is_in(cases, staff, at),
            Job::Watch(on) => self.watching = on,
            Job::Leave => self.leaving = true,
            Job::Checked(result) => {
                self.checked = Some(result.clone());
                let mut told = vec![Answer::Checked(result)];
                told.extend(self.write_waiting());
                told.extend(self.begin_day());
                return told;
            }
        }
        Vec::new()
    }

    /// The thread: until nobody sends any more and everything is written, or cannot be. Says whether it is.
    /// `tell` hands an answer on, and says whether anybody still listens.
    pub fn run(mut self, jobs: &Receiver<Job>, tell: impl Fn(Answer) -> bool) -> bool {
        loop {
            if self.leaving && self.is_done() {
                let _ = self.store.be_nowhere();
                let _ = self.store.rest();
                return true;
            }
            let leaves = self.taken_out != TakenOut::Gone || self.store.is_erasing();
            let unasked = self.keyless.is_some() || self.older || self.here.is_some() || leaves;
            let job = if self.is_done() && !self.watching && !unasked {
                jobs.recv().map_err(|_| RecvTimeoutError::Disconnected)
            } else {
                jobs.recv_timeout(ASK_AGAIN)
            };

            let told = match job {
                Ok(job) => self.take(job),
                Err(RecvTimeoutError::Timeout) => self.pause(),
                Err(RecvTimeoutError::Disconnected) => {
                    self.write_waiting();
                    let _ = self.store.rest();
                    return self.is_done();
                }
            };
            for answer in told {
                if !tell(answer) {
                    return self.is_done();
                }
            }
        }
    }
}

/// The same intention is worth sending again, now or when somebody has helped.
fn keeps(fault: &Fault) -> bool {
    fault.may_pass() || matches!(fault, Fault::Damaged | Fault::Newer | Fault::Replaced)
}

fn carry_out(store: &mut Store, command: &Command) -> Result<Option<Answer>, NotDone> {
    let signed = &command.signed;
    match &command.what {
        Intention::Call(write) => {
            store.call_write(write, signed)?;
            if let CallWrite::FinishEnquiry { call, .. } = write {
                let another = store.another_number(*call).unwrap_or_default();
                return Ok(another.map(|(said, kept)| Answer::AnotherNumber { said, kept }));
            }
        }
        Intention::Case(write) => {
            store.case_write(write, signed)?;
            if let CaseWrite::Snooze { case, until, .. } = write {
                let past = store.clock_ahead(*case, signed.today, until.day).unwrap_or_default();
                return Ok(past.map(Answer::PutOffPast));
            }
        }
        Intention::Party(write) => store.party_write(write, signed)?,
        Intention::Handover(write) => store.handover_write(write, signed)?,
        Intention::Calendar(write) => {
            let booking = Box::new(store.calendar_write(write, signed)?);
            return Ok(Some(Answer::Dated { id: signed.id, booking }));
        }
        Intention::Mediator(write) => store.mediator_write(write, signed)?,
        Intention::Office(write) => store.office_write(write, signed)?,
        Intention::TakeBack(act) => return Ok(Some(Answer::TakenBack(store.take_back(*act, signed)?))),
    }
    Ok(None)
}
