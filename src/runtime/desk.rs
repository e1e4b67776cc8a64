//! The desk: opens the file, takes the terminal, and turns what happens into keys, answers and ticks.
//!
//! The first page is read and drawn before the loop begins. One turn of it takes everything that waits, in order, and
//! draws once at its end. Between turns it sleeps until something happens, the next minute, or the moment a page asked
//! for.

mod at_work;

use std::path::{Path, PathBuf};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::thread::JoinHandle;
use std::time::Duration;

use anyhow::Context as _;
use chrono::{NaiveDate, Timelike as _};

use self::at_work::AtWork;
use super::worker::{Asked, Job, Worker};
use super::{clock, keyboard, leaving, stop, terminal};
use crate::app::{App, Request};
use crate::protocol::answer::Answer;
use crate::protocol::command::Question;
use crate::protocol::context::{Context, Ids};
use crate::protocol::effect::{FirstRunChoice, Place};
use crate::protocol::key::Key;
use crate::store::office::{Settings, setting};
use crate::store::sqlite::Sqlite;
use crate::store::{Store, practice};

/// Something happened.
pub(super) enum Happened {
    /// A key.
    Key(Key),
    /// A paste.
    Paste(String),
    /// The window has another size.
    Resized,
    /// The file answered.
    Answered(Answer),
    /// The program is to stop.
    Stop,
}

/// A file that is open, before the terminal is taken.
pub struct Opened {
    path: PathBuf,
    store: Store,
    settings: Settings,
    staff: String,
    home: Place,
}

impl Opened {
    /// Opens a file. `staff` goes before the name in the file.
    ///
    /// # Errors
    /// One line in plain words; the file was not touched.
    pub fn at(path: &Path, staff: Option<&str>) -> anyhow::Result<Self> {
        let mut store = Store::new(Box::new(Sqlite::open(path)?));
        let settings = store.settings()?;
        let staff =
            staff.filter(|name| !name.trim().is_empty()).unwrap_or(settings.get(setting::STAFF)).to_owned();
        let staff = if staff.trim().is_empty() { "Staff".to_owned() } else { staff };
        let home = if settings.home_is_today(&staff) { Place::Today } else { Place::Desk };
        Ok(Self { path: path.to_owned(), store, settings, staff, home })
    }
}

impl Opened {
    /// Opens the practice file, made when it is not there.
    ///
    /// # Errors
    /// One line in plain words.
    pub fn practice(path: &Path, staff: Option<&str>) -> anyhow::Result<Self> {
        if !path.exists() {
            let now = clock::now();
            practice::make(path, staff.unwrap_or("Priya Nair"), now.local.date(), now.utc)?;
        }
        Self::at(path, staff)
    }
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
    Asked { today: context.today(), quarter, local: context.local, staff: context.staff.clone() }
}

/// How the desk begins.
pub enum Start {
    /// On a file that is open.
    File(Box<Opened>),
    /// On a computer without one: the first-run page makes it, here or at the place of practice.
    FirstRun {
        /// Where the real file will lie.
        real: PathBuf,
        /// Where the practice file lies, or will.
        practice: PathBuf,
    },
}

/// Runs the desk until the person leaves.
///
/// # Errors
/// No terminal, a terminal that cannot be drawn on, or a mistake of ours: then what was sent is written first.
pub fn run(start: Start) -> anyhow::Result<()> {
    let (tell, happens) = mpsc::channel();
    // First: once the terminal is taken, nothing ends the program without giving it back.
    let signals = stop::hold_signals();
    let mut screen = terminal::take().context("no terminal")?;
    terminal::on_panic();
    let mut desk = Desk::new(tell.clone());
    let ended = leaving::caught(|| {
        match start {
            Start::File(opened) => desk.begin(*opened),
            Start::FirstRun { real, practice } => desk.begin_first_run(real, practice),
        }
        // What listens and what saves has a thread of its own from here on: nothing stands before the first frame.
        let shown = desk.show(&mut screen);
        stop::on_signals(signals, tell.clone());
        shown?;
        desk.watch();
        // What was typed meanwhile waits in the terminal.
        stop::when_the_terminal_goes(tell.clone());
        std::thread::spawn(move || keyboard::listen(&tell));
        desk.turn_until_done(&happens, &mut screen)
    });
    let worker = desk.leave();
    terminal::give_back();
    leaving::leave(ended, worker)
}

/// Makes the file that was chosen on the first run; a practice file that is there is opened.
fn first_file(choice: &FirstRunChoice, real: &Path, practice: &Path) -> anyhow::Result<Opened> {
    let staff = if choice.staff.is_empty() { "Staff" } else { choice.staff.as_str() };
    if choice.practice {
        return Opened::practice(practice, Some(staff));
    }
    let home = if choice.home_is_today { "today" } else { "desk" };
    let settings = [
        (setting::STAFF, staff.to_owned()),
        (setting::HOME, home.to_owned()),
        (setting::SERVED, choice.served.clone()),
    ];
    Store::new(Box::new(Sqlite::create(real)?)).furnish(&settings)?;
    Opened::at(real, Some(staff))
}

struct Desk {
    tell: Sender<Happened>,
    work: Option<AtWork>,
    /// Where the files of a first run will lie: the real one, and that of practice.
    places: Option<(PathBuf, PathBuf)>,
    staff: String,
    ids: Ids,
    app: Option<App>,
    day: Option<NaiveDate>,
    watching: bool,
    stopping: bool,
}

impl Desk {
    fn new(tell: Sender<Happened>) -> Self {
        Self {
            tell,
            work: None,
            places: None,
            staff: String::new(),
            ids: Ids::of_desk(i64::from(std::process::id())),
            app: None,
            day: None,
            watching: false,
            stopping: false,
        }
    }

    /// The first page is read before the worker has a thread of its own: what is shown first waits for nobody.
    fn begin(&mut self, opened: Opened) {
        let Opened { path, mut store, settings, staff, home } = opened;
        store.sit_at(self.ids.next(clock::now().utc));
        let mut worker = Worker::new(store);
        self.staff = staff;
        let context = context(&self.staff, &self.ids);
        let (mut app, requests) = App::new(terminal::theme(), home, &context);
        let mut later = app.hear(&Answer::Settings(settings), &context);
        // The days first: the page is counted with them.
        let (first, last) = (Request::Ask(Question::ClosedDays), Request::Ask(Question::Interrupted));
        for request in [first].into_iter().chain(requests).chain([last]) {
            match request {
                Request::Ask(question) => {
                    for answer in worker.ask(question, &asked(&context)) {
                        later.extend(app.hear(&answer, &context));
                    }
                }
                request => later.push(request),
            }
        }
        self.app = Some(app);
        self.work = Some(AtWork::new(worker, path));
        for request in later {
            self.send(request, &context);
        }
    }

    fn begin_first_run(&mut self, real: PathBuf, practice: PathBuf) {
        self.places = Some((real, practice));
        let (app, _) = App::new(terminal::theme(), Place::FirstRun, &context("", &self.ids));
        self.app = Some(app);
    }

    /// The first run is answered: the file is made, and the desk begins on it.
    fn start(&mut self, choice: &FirstRunChoice) {
        let Some((real, practice)) = &self.places else { return };
        match first_file(choice, real, practice) {
            Ok(opened) => self.begin(opened),
            Err(error) => {
                if let Some(app) = &mut self.app {
                    app.say(error.to_string());
                }
            }
        }
    }

    /// Nothing more is sent; gives the worker that is still writing.
    fn leave(self) -> Option<JoinHandle<()>> {
        self.work.and_then(|work| work.leave(&self.tell))
    }

    fn turn_until_done(
        &mut self,
        happens: &Receiver<Happened>,
        screen: &mut terminal::Screen,
    ) -> anyhow::Result<()> {
        loop {
            let mut draw = match happens.recv_timeout(self.patience()) {
                Ok(happened) => self.happened(happened),
                Err(RecvTimeoutError::Timeout) => {
                    self.tick();
                    true
                }
                Err(RecvTimeoutError::Disconnected) => return Ok(()),
            };
            while let Ok(happened) = happens.try_recv() {
                draw |= self.happened(happened);
            }
            if self.stopping {
                return Ok(());
            }
            self.watch();
            if draw {
                self.show(screen)?;
            }
        }
    }

    /// At the start and at midnight.
    fn new_day(&mut self) {
        let context = context(&self.staff, &self.ids);
        if let Some(work) = self.work.as_ref().filter(|_| self.day != Some(context.today())) {
            self.day = Some(context.today());
            work.send(Job::NewDay(context.sign()));
        }
    }

    /// How long the loop may sleep: to the next minute, or to what a page asked for.
    fn patience(&self) -> Duration {
        let now = clock::now();
        let minute = 60_000
            - i64::from(now.local.second()) * 1000
            - i64::from(now.local.nanosecond() / 1_000_000 % 1000);
        let wanted = self.app.as_ref().and_then(App::wants_tick).map(|at| at - now.utc);
        let wait = wanted.map_or(minute, |wanted| wanted.min(minute)).clamp(1, 60_000);
        Duration::from_millis(wait as u64)
    }

    fn happened(&mut self, happened: Happened) -> bool {
        let context = context(&self.staff, &self.ids);
        if let (Happened::Answered(Answer::Checked(Err(fault))), Some(work)) = (&happened, &mut self.work)
            && fault.may_pass()
        {
            // Until it was looked through nothing is written, so it is looked through again.
            work.look_again();
        }
        let Some(app) = &mut self.app else { return false };
        let requests = match happened {
            Happened::Key(key) => app.key(key, &context),
            Happened::Paste(text) => app.paste(&text, &context),
            Happened::Answered(answer) => app.hear(&answer, &context),
            Happened::Resized => return true,
            Happened::Stop => {
                self.stopping = true;
                app.stop(&context)
            }
        };
        for request in requests {
            self.send(request, &context);
        }
        true
    }

    fn tick(&mut self) {
        let context = context(&self.staff, &self.ids);
        let requests = self.app.as_mut().map(|app| app.tick(&context)).unwrap_or_default();
        for request in requests {
            self.send(request, &context);
        }
    }

    fn send(&mut self, request: Request, context: &Context) {
        let job = match request {
            Request::Ask(question) => Job::Ask(question, asked(context)),
            Request::Do(command) => Job::Do(command),
            Request::Here(cases) => Job::Here(cases, context.staff.clone(), context.now),
            Request::Start(choice) => return self.start(&choice),
            Request::Quit => {
                self.stopping = true;
                return;
            }
        };
        if let Some(work) = &self.work {
            work.send(job);
        }
    }

    fn watch(&mut self) {
        let wanted = self.app.as_ref().is_some_and(App::watches);
        if wanted != self.watching {
            self.watching = wanted;
            if let Some(work) = &self.work {
                work.send(Job::Watch(wanted));
            }
        }
    }

    /// Draws; what has to wait for the first frame sets out behind it.
    fn show(&mut self, screen: &mut terminal::Screen) -> anyhow::Result<()> {
        if let Err(error) = self.draw(screen) {
            // The terminal is gone, and the news of it is still on its way: what was typed comes first.
            self.happened(Happened::Stop);
            return Err(error);
        }
        if let Some(work) = &mut self.work {
            work.set_out(&self.tell);
        }
        self.new_day();
        Ok(())
    }

    fn draw(&self, screen: &mut terminal::Screen) -> anyhow::Result<()> {
        let context = context(&self.staff, &self.ids);
        screen.draw(|frame| {
            let area = frame.area();
            let cursor = self.app.as_ref().and_then(|app| app.view(&context, area, frame.buffer_mut()));
            if let Some(place) = cursor {
                frame.set_cursor_position(place);
            }
        })?;
        Ok(())
    }
}
