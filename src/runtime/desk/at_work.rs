//! The worker at its file, as the desk sees it: what is sent to it, and the two threads behind it.
//!
//! The worker opens the file itself, so that the first frame waits for no disk: on it a call can be taken. What is sent
//! meanwhile waits in order. When that is answered, the file is looked through: a large one on a connection of its own.

use std::path::{Path, PathBuf};
use std::sync::mpsc::{self, Sender};
use std::thread;
use std::time::Duration;

use super::{Happened, Opened};
use crate::app::Unopened;
use crate::protocol::effect::Place;
use crate::runtime::leaving::{NOT_ALL, Work};
use crate::runtime::worker::{ASK_AGAIN, Job, Worker};
use crate::store::Store;
use crate::store::office::setting;
use crate::store::sqlite::{self, NotOpened, Sqlite};

/// The file to open, and who sits where.
pub(super) struct Desired {
    pub path: PathBuf,
    /// Goes before the name in the file.
    pub staff: Option<String>,
    /// The key of the desk.
    pub desk: i64,
}

pub(super) struct AtWork {
    jobs: Sender<Job>,
    thread: Work,
    path: PathBuf,
}

impl AtWork {
    /// The worker sets out at the first that is sent, which is behind the first frame: a large file takes longer to
    /// open. What was asked already comes before it. It tells first that the file is open, or why not. Where nothing
    /// but leaving is sent, the file stays shut.
    pub fn begin(desired: Desired, mut first: Vec<Job>, tell: Sender<Happened>) -> Self {
        let (jobs, todo) = mpsc::channel();
        let (path, checked) = (desired.path.clone(), jobs.clone());
        let thread = thread::spawn(move || {
            let at_the_end = WhenGone(tell);
            let tell = |happened| at_the_end.0.send(happened).is_ok();
            match todo.recv() {
                Ok(Job::Leave) | Err(_) => return Ok(()),
                Ok(job) => first.push(job),
            }
            let (store, opened) = loop {
                let why = match open(&desired) {
                    Ok(open) => break open,
                    Err(why) => why,
                };
                first.extend(todo.try_iter());
                if !first.iter().any(|job| matches!(job, Job::Leave)) {
                    tell(Happened::NotOpened(Unopened::of(&why)));
                    // Whoever is writing down a call stays: what they send is kept, and it is tried again.
                    first.extend(todo.recv_timeout(ASK_AGAIN));
                }
                if first.iter().any(|job| matches!(job, Job::Leave)) {
                    return Err(why.into());
                }
            };
            let mut worker = Worker::new(store, opened.staff.clone());
            tell(Happened::Opened(Box::new(opened)));
            first.extend(todo.try_iter());
            for answer in first.into_iter().flat_map(|job| worker.take(job)) {
                tell(Happened::Answered(answer));
            }
            match worker.store().check_small() {
                Some(looked) => drop(checked.send(Job::Checked(looked))),
                None => look_through(&desired.path, checked, Duration::ZERO),
            }
            let written = worker.run(&todo, |answer| tell(Happened::Answered(answer)));
            anyhow::ensure!(written, NOT_ALL);
            Ok(())
        });
        Self { jobs, thread, path }
    }

    pub fn send(&self, job: Job) {
        let _ = self.jobs.send(job);
    }

    /// The file could not be looked through just now.
    pub fn look_again(&self) {
        look_through(&self.path, self.jobs.clone(), ASK_AGAIN);
    }

    /// Nothing more is sent; gives the thread that is still writing.
    pub fn leave(self) -> Work {
        self.send(Job::Leave);
        self.thread
    }
}

fn open(desired: &Desired) -> Result<(Store, Opened), NotOpened> {
    let mut store = Store::new(Box::new(Sqlite::open(&desired.path)?));
    store.sit_at(desired.desk);
    let shown = || desired.path.display().to_string();
    let settings = store.settings().map_err(|why| NotOpened::Other(shown(), why.to_string()))?;
    let own = Some(settings.get(setting::STAFF)).filter(|name| !name.trim().is_empty());
    let staff = desired.staff.as_deref().or(own).unwrap_or("Staff").to_owned();
    let home = if settings.home_is_today(&staff) { Place::Today } else { Place::Desk };
    Ok((store, Opened { settings, staff, home }))
}

fn look_through(path: &Path, jobs: Sender<Job>, after: Duration) {
    let path = path.to_owned();
    thread::spawn(move || {
        thread::sleep(after);
        let _ = jobs.send(Job::Checked(sqlite::check(&path)));
    });
}

/// Tells that the worker has left, also when it died: a desk that saves nothing must not go on.
struct WhenGone(Sender<Happened>);

impl Drop for WhenGone {
    fn drop(&mut self) {
        let _ = self.0.send(Happened::Stop);
    }
}
