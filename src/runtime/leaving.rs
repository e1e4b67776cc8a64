//! How the desk ends once its turns are over, whether the person left or a mistake of ours stopped them.
//!
//! A person who leaves waits for everything that was sent, however long the disk takes. After a panic in the
//! loop nobody is left at the window, so the wait has a bound, and the last line says whether it was enough.
//! What was typed and not yet sent is absent here: a page that panicked is not asked for anything again.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::mpsc;
use std::thread::{self, JoinHandle};
use std::time::Duration;

/// How long a program that has to end may take for writing what was sent.
pub const GRACE: Duration = Duration::from_millis(900);

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
pub fn leave(
    ended: thread::Result<anyhow::Result<()>>,
    worker: Option<JoinHandle<()>>,
) -> anyhow::Result<()> {
    let Ok(ended) = ended else {
        anyhow::bail!(if worker.is_none_or(|worker| wrote_within(worker, GRACE)) {
            "Everything sent to the file before is written."
        } else {
            "Not everything could be written. The next start shows what is there."
        });
    };
    // The worker leaves when everything sent is written.
    if worker.is_some_and(|worker| worker.join().is_err()) {
        anyhow::bail!("Mediation Line stopped by a mistake of its own. What was saved is safe.");
    }
    ended
}

/// The worker left by itself within this time. A thread cannot be joined with a bound, so another one joins it.
fn wrote_within(worker: JoinHandle<()>, most: Duration) -> bool {
    let (tell, told) = mpsc::channel();
    thread::spawn(move || tell.send(worker.join().is_ok()));
    told.recv_timeout(most).unwrap_or(false)
}
