//! A worker at its file, as the desk sees it: what is sent to it, and the two threads behind it.
//!
//! Until the first frame stands there is no thread: the frame waits for nobody, and what was sent meanwhile waits in
//! order. Behind the frame the worker takes it up, and the file is looked through on a connection of its own.

use std::path::PathBuf;
use std::sync::mpsc::{self, Receiver, Sender};
use std::thread::{self, JoinHandle};

use super::Happened;
use crate::runtime::worker::{Job, Worker};
use crate::store::sqlite;

pub(super) struct AtWork {
    jobs: Sender<Job>,
    waiting: Option<(Worker, Receiver<Job>)>,
    thread: Option<JoinHandle<()>>,
    path: PathBuf,
    checking: bool,
}

impl AtWork {
    pub fn new(worker: Worker, path: PathBuf) -> Self {
        let (jobs, todo) = mpsc::channel();
        Self { jobs, waiting: Some((worker, todo)), thread: None, path, checking: false }
    }

    pub fn send(&self, job: Job) {
        let _ = self.jobs.send(job);
    }

    /// The first frame stands: the worker begins, and the file is looked through. Once, however often it is called.
    pub fn set_out(&mut self, tell: &Sender<Happened>) {
        self.begin(tell);
        if !std::mem::replace(&mut self.checking, true) {
            let (path, jobs) = (self.path.clone(), self.jobs.clone());
            thread::spawn(move || {
                let _ = jobs.send(Job::Checked(sqlite::check(&path)));
            });
        }
    }

    /// The file could not be looked through just now: the next frame asks for it again.
    pub fn look_again(&mut self) {
        self.checking = false;
    }

    /// Nothing more is sent; gives the thread that is still writing.
    pub fn leave(mut self, tell: &Sender<Happened>) -> Option<JoinHandle<()>> {
        self.begin(tell);
        self.send(Job::Leave);
        self.thread
    }

    fn begin(&mut self, tell: &Sender<Happened>) {
        if let Some((worker, todo)) = self.waiting.take() {
            let at_the_end = WhenGone(tell.clone());
            self.thread = Some(thread::spawn(move || {
                worker.run(&todo, |answer| at_the_end.0.send(Happened::Answered(answer)).is_ok());
            }));
        }
    }
}

/// Tells that the worker has left, also when it died: a desk that saves nothing must not go on.
struct WhenGone(Sender<Happened>);

impl Drop for WhenGone {
    fn drop(&mut self) {
        let _ = self.0.send(Happened::Stop);
    }
}
