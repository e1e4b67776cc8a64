//! An engine that fails when it is told to: before the write reached the file, after it with the answer lost, or because
//! another desk wrote first.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex};

use mediation_line::store::db::{Db, Fault, Row, Value, Write};

/// What happens to one write or read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Turn {
    /// It works.
    Works,
    /// It fails before anything reached the file.
    FailsBefore(Fault),
    /// It reaches the file, and the answer is lost.
    AnswerLost(Fault),
    /// Another desk writes this first.
    Overtaken(Vec<Write>),
}

/// The turns of the next writes and reads; when there are none, everything works.
#[derive(Debug, Clone, Default)]
pub(crate) struct Plan {
    writes: Arc<Mutex<VecDeque<Turn>>>,
    reads: Arc<Mutex<VecDeque<Turn>>>,
    /// The turns that come round again and again, and how many were taken.
    rounds: Arc<Mutex<(Vec<Turn>, usize)>>,
}

impl Plan {
    pub(crate) fn next_writes(&self, turns: impl IntoIterator<Item = Turn>) {
        self.writes.lock().unwrap().extend(turns);
    }

    pub(crate) fn next_reads(&self, turns: impl IntoIterator<Item = Turn>) {
        self.reads.lock().unwrap().extend(turns);
    }

    /// From now on every write takes the next of these turns, round and round.
    pub(crate) fn rounds(&self, turns: Vec<Turn>) {
        *self.rounds.lock().unwrap() = (turns, 0);
    }

    /// No turn of a write is left.
    pub(crate) fn is_used_up(&self) -> bool {
        self.writes.lock().unwrap().is_empty()
    }

    /// How many turns of reads are left.
    pub(crate) fn reads_left(&self) -> usize {
        self.reads.lock().unwrap().len()
    }

    fn write_turn(&self) -> Turn {
        if let Some(turn) = self.writes.lock().unwrap().pop_front() {
            return turn;
        }
        let (turns, taken) = &mut *self.rounds.lock().unwrap();
        *taken += 1;
        if turns.is_empty() { Turn::Works } else { turns[(*taken - 1) % turns.len()].clone() }
    }

    fn read_turn(&self) -> Turn {
        self.reads.lock().unwrap().pop_front().unwrap_or(Turn::Works)
    }
}

/// The engine around another.
pub(crate) struct Failing {
    inner: Box<dyn Db>,
    plan: Plan,
}

impl Failing {
    pub(crate) fn around(inner: Box<dyn Db>) -> (Self, Plan) {
        let plan = Plan::default();
        (Self { inner, plan: plan.clone() }, plan)
    }
}

impl Db for Failing {
    fn write(&mut self, writes: &[Write], erases: bool) -> Result<(), Fault> {
        match self.plan.write_turn() {
            Turn::Works => self.inner.write(writes, erases),
            Turn::FailsBefore(fault) => Err(fault),
            Turn::AnswerLost(fault) => self.inner.write(writes, erases).and(Err(fault)),
            Turn::Overtaken(others) => {
                self.inner.write(&others, false).and_then(|()| self.inner.write(writes, erases))
            }
        }
    }

    fn read(&mut self, sql: &str, params: &[Value]) -> Result<Vec<Row>, Fault> {
        match self.plan.read_turn() {
            Turn::Works | Turn::Overtaken(_) => self.inner.read(sql, params),
            Turn::FailsBefore(fault) | Turn::AnswerLost(fault) => Err(fault),
        }
    }

    fn begin_view(&mut self) {
        self.inner.begin_view();
    }

    fn end_view(&mut self) {
        self.inner.end_view();
    }

    fn changed(&mut self) -> Result<bool, Fault> {
        self.inner.changed()
    }

    fn rest(&mut self) -> Result<(), Fault> {
        self.inner.rest()
    }

    fn is_erasing(&self) -> bool {
        self.inner.is_erasing()
    }
}
