//! The desk: takes the terminal, has the file opened, and turns what happens into keys, answers and ticks.
//!
//! The first frame waits for no file: a call can be taken on it, and the rows come when they are read. One turn of the
//! loop takes everything that waits, in order, and draws once at its end. Between turns it sleeps until something
//! happens, the next minute, or the moment a page asked for.

mod at_work;

use std::path::{Path, PathBuf};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::time::Duration;

use anyhow::Context as _;
use chrono::{NaiveDate, Timelike as _};

use self::at_work::{AtWork, Desired};
use super::leaving::Work;
use super::worker::{Asked, Job};
use super::{clock, keyboard, leaving, stop, terminal};
use crate::app::{App, Request, Unopened};
use crate::protocol::answer::Answer;
use crate::protocol::command::Question;
use crate::protocol::context::{Context, Ids};
use crate::protocol::effect::{FirstRunChoice, Place};
use crate::protocol::key::Key;
use crate::store::office::{Settings, setting};
use crate::store::sqlite::Sqlite;
use crate::store::{Store, place, practice};

/// Something happened.
pub(super) enum Happened {
    /// What came at once, in order.
    Together(Vec<Happened>),
    /// A key.
    Key(Key),
    /// A paste.
    Paste(String),
    /// The window has another size.
    Resized,
    /// The file is open.
    Opened(Box<Opened>),
    /// It did not open.
    NotOpened(Unopened),
    /// The file answered.
    Answered(Answer),
    /// The program is to stop.
    Stop,
}

/// What an open file says of whoever sits at it.
pub(super) struct Opened {
    settings: Settings,
    staff: String,
    home: Place,
}

fn context(staff: &str, ids: &Ids) -> Context {
    let now = clock::now();
    Context {
        now: now.utc,
        local: now.local,
        zone: clock::local_of,
        staff: staff.to_owned(),
        ids: ids.clone(),
    }
}

fn asked(context: &Context) -> Asked {
    let quarter = i64::from(context.local.hour() * 4 + context.local.minute() / 15);
    let Context { now, local, ref staff, .. } = *context;
    Asked { today: context.today(), quarter, local, now, staff: staff.clone() }
}

/// What of a request is the worker's.
fn job(request: Request, context: &Context) -> Option<Job> {
    Some(match request {
        Request::Ask(question) => Job::Ask(question, asked(context)),
        Request::Do(command) => Job::Do(command),
        Request::Here(cases) => Job::Here(cases, context.staff.clone(), context.now),
        Request::Start(_) | Request::Quit => return None,
    })
}

/// How the desk begins.
pub enum Start {
    /// On a file. It is opened behind the first frame.
    File {
        /// Where it lies.
        path: PathBuf,
        /// Goes before the name in the file.
        staff: Option<String>,
    },
    /// On a computer without one: the first-run page makes it, here or at the place of practice.
    FirstRun {
        /// Where the real file will lie.
        real: PathBuf,
        /// Where the practice file lies, or will.
        practice: PathBuf,
    },
}

impl Start {
    /// On a file that looks like ours from outside. What only opening it can tell is told later.
    ///
    /// # Errors
    /// One line in plain words; the file was not touched.
    pub fn file(path: &Path, staff: Option<&str>) -> anyhow::Result<Self> {
        place::trusted(path)?;
        place::looks_like_ours(path)?;
        let staff = staff.map(str::trim).filter(|name| !name.is_empty());
        Ok(Self::File { path: path.to_owned(), staff: staff.map(str::to_owned) })
    }

    /// On the practice file, made when it is not there.
    ///
    /// # Errors
    /// One line in plain words.
    pub fn practice(path: &Path, staff: Option<&str>) -> anyhow::Result<Self> {
        if !path.exists() {
            let now = clock::now();
            practice::make(path, staff.unwrap_or("Priya Nair"), now.local.date(), now.utc)?;
        }
        Self::file(path, staff)
    }
}

/// Runs the desk until the person leaves.
///
/// # Errors
/// No terminal, a terminal that cannot be drawn on, or a mistake of ours: then what was sent is written first.
pub fn run(start: Start) -> anyhow::Result<()> {
    let (tell, happens) = mpsc::channel();
    // First: once the terminal is taken, nothing ends the program without giving it back.
    let signals = stop::hold_signals()?;
    let mut screen = terminal::take().context("no terminal")?;
    terminal::on_panic();
    let mut desk = Desk::begin(start, tell.clone());
    let ended = leaving::caught(|| {
        // Nothing listens yet, so that nothing but the file has a thread of its own before the first frame.
        let shown = desk.show(&mut screen);
        stop::watch(signals, tell.clone());
        shown?;
        desk.watch();
        // What was typed meanwhile waits in the terminal.
        std::thread::spawn(move || keyboard::listen(&tell));
        desk.turn_until_done(&happens, &mut screen)
    });
    let most = if desk.app.is_in_trouble() { leaving::ALL_THE_SAME } else { Duration::MAX };
    let worker = desk.leave();
    terminal::give_back();
    leaving::leave(ended, worker, most)
}

/// Makes the file that was chosen on the first run; a practice file that is there is taken.
fn first_file(choice: &FirstRunChoice, real: &Path, practice: &Path) -> anyhow::Result<Start> {
    let staff = if choice.staff.is_empty() { "Staff" } else { choice.staff.as_str() };
    if choice.practice {
        return Start::practice(practice, Some(staff));
    }
    let home = if choice.home_is_today { "today" } else { "desk" };
    let settings = [
        (setting::STAFF, staff.to_owned()),
        (setting::HOME, home.to_owned()),
        (setting::SERVED, choice.served.clone()),
    ];
    Store::new(Box::new(Sqlite::create(real)?)).furnish(&settings)?;
    Start::file(real, Some(staff))
}

struct Desk {
    tell: Sender<Happened>,
    work: Option<AtWork>,
    /// Where the files of a first run will lie: the real one, and that of practice.
    places: Option<(PathBuf, PathBuf)>,
    staff: String,
    ids: Ids,
    app: App,
    day: Option<NaiveDate>,
    watching: bool,
    /// The window may have another size than at the frame before.
    resized: bool,
    stopping: bool,
}

impl Desk {
    /// The pages are there from the first; nothing is sent to be written before the first frame.
    fn begin(start: Start, tell: Sender<Happened>) -> Self {
        let ids = Ids::of_desk(i64::from(std::process::id()));
        let (home, staff) = match &start {
            Start::File { staff, .. } => (Place::Desk, staff.clone().unwrap_or_default()),
            Start::FirstRun { .. } => (Place::FirstRun, String::new()),
        };
        let context = context(&staff, &ids);
        let (app, requests) = App::new(terminal::theme(), home, &context);
        let (work, places, day) = (None, None, None);
        let mut desk = Self {
            tell,
            work,
            places,
            staff,
            ids,
            app,
            day,
            watching: false,
            resized: true,
            stopping: false,
        };
        match start {
            Start::File { path, staff } => desk.begin_on(path, staff, requests, &context),
            Start::FirstRun { real, practice } => desk.places = Some((real, practice)),
        }
        desk
    }

    /// The pages stand before the file is open; what they ask for is the first that is read.
    fn begin_on(&mut self, path: PathBuf, staff: Option<String>, asked: Vec<Request>, context: &Context) {
        self.app.file_opens();
        let desk = self.ids.next(context.now);
        // The days first: the page is counted with them.
        let (days, calls) = (Request::Ask(Question::ClosedDays), Request::Ask(Question::Interrupted));
        let first = [days].into_iter().chain(asked).chain([calls]);
        let first = first.filter_map(|request| job(request, context)).collect();
        self.work = Some(AtWork::begin(Desired { path, staff, desk }, first, self.tell.clone()));
    }

    fn opened(&mut self, opened: Opened) {
        let Opened { settings, staff, home } = opened;
        // A change of size is told by nobody until the keyboard is listened to.
        self.resized = true;
        self.staff = staff;
        let context = context(&self.staff, &self.ids);
        let requests = self.app.file_opened(settings, home, &context);
        self.send_all(requests, &context);
    }

    /// The first run is answered: the file is made, and the desk begins on it.
    fn start(&mut self, choice: &FirstRunChoice) {
        let Some((real, practice)) = &self.places else { return };
        match first_file(choice, real, practice) {
            Ok(start) => *self = Self::begin(start, self.tell.clone()),
            Err(error) => self.app.say(error.to_string()),
        }
    }

    /// Nothing more is sent; gives the worker that is still writing.
    fn leave(self) -> Option<Work> {
        self.work.map(AtWork::leave)
    }

    fn turn_until_done(
        &mut self,
        happens: &Receiver<Happened>,
        screen: &mut terminal::Screen,
    ) -> anyhow::Result<()> {
        loop {
            match happens.recv_timeout(self.patience()) {
                Ok(happened) => self.happened(happened),
                Err(RecvTimeoutError::Timeout) => self.tick(),
                Err(RecvTimeoutError::Disconnected) => return Ok(()),
            }
            while let Ok(happened) = happens.try_recv() {
                self.happened(happened);
            }
            if self.stopping {
                return Ok(());
            }
            self.show(screen)?;
            self.watch();
        }
    }

    /// At the start and at midnight.
    fn new_day(&mut self) {
        let context = context(&self.staff, &self.ids);
        if let Some(work) = self.work.as_ref().filter(|_| self.day != Some(context.today())) {
            self.day = Some(context.today());
            work.send(Job::NewDay(context.sign_a_day()));
        }
    }

    /// How long the loop may sleep: to the next minute, or to what a page asked for.
    fn patience(&self) -> Duration {
        let now = clock::now();
        let minute = 60_000
            - i64::from(now.local.second()) * 1000
            - i64::from(now.local.nanosecond() / 1_000_000 % 1000);
        let wanted = self.app.wants_tick().map(|at| at - now.utc);
        let wait = wanted.map_or(minute, |wanted| wanted.min(minute)).clamp(1, 60_000);
        Duration::from_millis(wait as u64)
    }

    /// What came at once is of one moment.
    fn happened(&mut self, happened: Happened) {
        let context = context(&self.staff, &self.ids);
        self.take(happened, &context);
    }

    fn take(&mut self, happened: Happened, context: &Context) {
        if let (Happened::Answered(Answer::Checked(Err(fault))), Some(work)) = (&happened, &self.work)
            && fault.may_pass()
        {
            // Until it was looked through nothing is written, so it is looked through again.
            work.look_again();
        }
        let app = &mut self.app;
        let requests = match happened {
            Happened::Key(key) => app.key(key, context),
            Happened::Paste(text) => app.paste(&text, context),
            Happened::Answered(answer) => app.hear(&answer, context),
            Happened::Together(all) => {
                for one in all {
                    // The first run may have said between two keys who sits here.
                    if self.staff == context.staff { self.take(one, context) } else { self.happened(one) }
                }
                return;
            }
            Happened::Resized => {
                self.resized = true;
                return;
            }
            Happened::Opened(opened) => {
                self.opened(*opened);
                return;
            }
            Happened::NotOpened(why) => {
                self.stopping |= !app.file_not_opened(why);
                return;
            }
            // What was typed is sent already, and how it ended is said.
            Happened::Stop if self.stopping => return,
            Happened::Stop => {
                self.stopping = true;
                app.stop(context)
            }
        };
        self.send_all(requests, context);
    }

    fn tick(&mut self) {
        self.resized = true;
        let context = context(&self.staff, &self.ids);
        let requests = self.app.tick(&context);
        self.send_all(requests, &context);
    }

    fn send_all(&mut self, requests: Vec<Request>, context: &Context) {
        for request in requests {
            match request {
                Request::Start(choice) => self.start(&choice),
                Request::Quit => self.stopping = true,
                request => {
                    if let (Some(work), Some(job)) = (&self.work, job(request, context)) {
                        work.send(job);
                    }
                }
            }
        }
    }

    fn watch(&mut self) {
        let wanted = self.app.watches();
        if let Some(work) = self.work.as_ref().filter(|_| wanted != self.watching) {
            self.watching = wanted;
            work.send(Job::Watch(wanted));
        }
    }

    fn show(&mut self, screen: &mut terminal::Screen) -> anyhow::Result<()> {
        if std::mem::take(&mut self.resized) {
            screen.backend_mut().may_be_resized();
        }
        if let Err(error) = self.draw(screen) {
            // The terminal is gone, and the news of it is still on its way: what was typed comes first.
            self.happened(Happened::Stop);
            return Err(error);
        }
        self.new_day();
        Ok(())
    }

    fn draw(&self, screen: &mut terminal::Screen) -> anyhow::Result<()> {
        let context = context(&self.staff, &self.ids);
        screen.draw(|frame| {
            let area = frame.area();
            let cursor = self.app.view(&context, area, frame.buffer_mut());
            if let Some(place) = cursor {
                frame.set_cursor_position(place);
            }
        })?;
        Ok(())
    }
}
