//! How the desk ends once its turns are over, whether the person left or a mistake of ours stopped them.
//!
//! A person who leaves waits while what was sent is written, and the last line says when not all of it could be. Whoever
//! leaves a file that is known to take nothing waits a short while only. After a panic in the loop nobody is left at
//! the window, so that wait has a bound of its own.
//! What was typed and not yet sent is absent here: a page that panicked is not asked for anything again.

use std::io::{self, Write as _};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::mpsc::{self, Receiver};
use std::thread::{self, JoinHandle};
use std::time::Duration;

/// How long a program that has to end may take for writing what was sent.
pub const GRACE: Duration = Duration::from_millis(900);

/// How long somebody who was told that not all is saved, and leaves all the same, waits for it: one whole attempt at a
/// file that another program holds.
pub const ALL_THE_SAME: Duration = Duration::from_secs(6);

/// What is said to whoever waits longer than a moment.
const WAITING: &str = "Waiting for the file. Ctrl+C leaves without what is not written yet.";

/// The last line where something that was sent is not in the file.
pub const NOT_ALL: &str = "Not everything could be written. The next start shows what is there.";

/// A worker at work: it ends with everything written, or with why not.
pub type Work = JoinHandle<anyhow::Result<()>>;

/// Takes the turns of the loop; a panic in them is caught, after its hook has told the place of it.
///
/// # Errors
/// The panic. What the turns touched may then be used for nothing but sending the worker away.
pub fn caught<T>(turns: impl FnOnce() -> T) -> thread::Result<T> {
    catch_unwind(AssertUnwindSafe(turns))
}

/// Waits for a worker that was told to leave, this long at most, and gives what the turns ended with.
///
/// # Errors
/// What the turns ended with, or one line about the mistake that stopped the loop or the worker, or that not everything
/// was written in that time.
pub fn leave(
    ended: thread::Result<anyhow::Result<()>>,
    worker: Option<Work>,
    most: Duration,
) -> anyhow::Result<()> {
    let worker = worker.map(joined);
    let Ok(ended) = ended else {
        let written = |worker: Left| matches!(worker.recv_timeout(GRACE), Ok(Ok(Ok(()))));
        anyhow::bail!(if worker.is_none_or(written) {
            "Everything sent to the file before is written."
        } else {
            NOT_ALL
        });
    };
    let Some(worker) = worker else { return ended };
    let left = worker.recv_timeout(GRACE).or_else(|_| {
        // Nobody is left to be told when the terminal is gone.
        let _ = writeln!(io::stderr(), "{WAITING}");
        worker.recv_timeout(most)
    });
    match left {
        Ok(Ok(written)) => ended.and(written),
        Ok(Err(_)) => {
            anyhow::bail!("Mediation Line stopped by a mistake of its own. What was saved is safe.")
        }
        Err(_) => ended.and(Err(anyhow::anyhow!(NOT_ALL))),
    }
}

/// How a worker ended, once it has.
type Left = Receiver<thread::Result<anyhow::Result<()>>>;

/// A thread cannot be joined with a bound, so another one joins it.
fn joined(worker: Work) -> Left {
    let (tell, told) = mpsc::channel();
    thread::spawn(move || tell.send(worker.join()));
    told
}
