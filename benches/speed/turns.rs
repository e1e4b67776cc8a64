//! Programs that are measured together press their keys by turns: each meets the same moments of the machine.
//!
//! Whoever has the turn keeps it until it gives it on, so the answer to a key is its own, and so is a save that
//! it waits for.

use std::panic::resume_unwind;
use std::sync::{Arc, Condvar, Mutex, PoisonError};
use std::thread;

use anyhow::Result;

struct Turns {
    /// Whose turn it is, and who still takes part.
    state: Mutex<(usize, Vec<bool>)>,
    changed: Condvar,
}

/// One program's place among them.
pub struct Turn {
    turns: Arc<Turns>,
    place: usize,
    has_it: bool,
}

impl Turn {
    /// A place for each; the first begins.
    fn of(count: usize) -> impl Iterator<Item = Self> {
        let turns = Arc::new(Turns { state: Mutex::new((0, vec![true; count])), changed: Condvar::new() });
        (0..count).map(move |place| Self { turns: Arc::clone(&turns), place, has_it: false })
    }

    /// Gives the turn on, where it is here, and waits until it comes round.
    pub fn take(&mut self) {
        if self.has_it {
            self.give_on(true);
        }
        let state = self.turns.state.lock().unwrap_or_else(PoisonError::into_inner);
        let others = |state: &mut (usize, Vec<bool>)| state.0 != self.place;
        drop(self.turns.changed.wait_while(state, others).unwrap_or_else(PoisonError::into_inner));
        self.has_it = true;
    }

    fn give_on(&self, stays: bool) {
        let mut state = self.turns.state.lock().unwrap_or_else(PoisonError::into_inner);
        let (whose, there) = &mut *state;
        there[self.place] = stays;
        if *whose == self.place {
            let count = there.len();
            *whose = (1..=count).map(|on| (*whose + on) % count).find(|place| there[*place]).unwrap_or(0);
        }
        self.turns.changed.notify_all();
    }
}

impl Drop for Turn {
    fn drop(&mut self) {
        self.give_on(false);
    }
}

/// Runs each side in a thread of its own, with its place among them.
pub fn by_turns<S: Send>(
    sides: impl ExactSizeIterator<Item = S>,
    run: impl Fn(S, Turn) -> Result<()> + Sync,
) -> Result<()> {
    let (run, turns) = (&run, Turn::of(sides.len()));
    thread::scope(|scope| {
        let running: Vec<_> =
            sides.zip(turns).map(|(side, turn)| scope.spawn(move || run(side, turn))).collect();
        running.into_iter().try_for_each(|side| side.join().unwrap_or_else(|panic| resume_unwind(panic)))
    })
}
