//! How the desk ends once its turns are over, whether the person left or a mistake of ours stopped them.
//!
//! A person who leaves waits while what was sent is written, and the last line says when not all of it could be. After a
//! panic in the loop nobody is left at the window, so that wait has a bound of its own.
//! What was typed and not yet sent is absent here: a page that panicked is not asked for anything again.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::mpsc;
use std::thread::{self, JoinHandle};
use std::time::Duration;

/// How long a program that has to end may take for writing what was sent.
pub const GRACE: Duration = Duration::from_millis(900);

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

/// Waits for a worker that was told to leave, and gives what the turns ended with.
///
/// # Errors
/// What the turns ended with, or one line about the mistake that stopped the loop or the worker.
pub fn leave(ended: thread::Result<anyhow::Result<()>>, worker: Option<Work>) -> anyhow::Result<()> {
    let Ok(ended) = ended else {
        anyhow::bail!(if worker.is_none_or(|worker| wrote_within(worker, GRACE)) {
            "Everything sent to the file before is written."
        } else {
            NOT_ALL
        });
    };
    match worker.map(JoinHandle::join) {
        Some(Err(_)) => {
            anyhow::bail!("Mediation Line stopped by a mistake of its own. What was saved is safe.")
        }
        Some(Ok(written)) => ended.and(written),
        None => ended,
    }
}

/// The worker left by itself within this time. A thread cannot be joined with a bound, so another one joins it.
fn wrote_within(worker: Work, most: Duration) -> bool {
    let (tell, told) = mpsc::channel();
    thread::spawn(move || tell.send(matches!(worker.join(), Ok(Ok(())))));
    told.recv_timeout(most).unwrap_or(false)
}
