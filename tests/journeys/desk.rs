//! A whole desk without a terminal: the production router, the production worker, another clock.
//!
//! `keys` presses named keys and counts them; `text` types letters, which are not counted, as in the budgets
//! of the design. Every press takes 350 ms, so that autosave happens as it would at a desk.

mod rings;

use std::path::Path;

use chrono::{NaiveDateTime, Timelike};
use mediation_line::app::{App, Request};
use mediation_line::protocol::context::{Context, Ids};
use mediation_line::protocol::effect::Place;
use mediation_line::protocol::key::Key;
use mediation_line::runtime::worker::{Asked, Worker};
use mediation_line::store::Store;
use mediation_line::store::sqlite::Sqlite;
use mediation_line::widgets::theme::{Colours, Theme};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use rusqlite::Connection;
use tempfile::TempDir;

/// How long a key press takes, in milliseconds.
const PRESS: i64 = 350;

/// A desk at work.
pub(crate) struct Desk {
    app: App,
    pub(crate) worker: Worker,
    now: i64,
    staff: String,
    ids: Ids,
    pressed: usize,
    pub(crate) folder: TempDir,
    gone: bool,
}

/// Tuesday 24 November 2026, 14:32 in London.
const START: i64 = 1_795_530_720_000;

/// London's time, also in summer.
pub(crate) fn local(now: i64) -> NaiveDateTime {
    mediation_line::runtime::clock::local_of(now)
}

impl Desk {
    /// An empty file, at My desk.
    pub(crate) fn new() -> Self {
        let folder = TempDir::new().unwrap();
        let path = folder.path().join("office.sqlite");
        let mut store = Store::new(Box::new(Sqlite::create(&path).unwrap()));
        store.furnish(&[("staff", "Priya Nair".to_owned())]).unwrap();
        drop(store);
        Self::on(folder, Place::Desk)
    }

    /// On the file of a folder, starting at a place.
    pub(crate) fn on(folder: TempDir, home: Place) -> Self {
        let store = Store::new(Box::new(Sqlite::open(&folder.path().join("office.sqlite")).unwrap()));
        Self::with(Worker::trusted(store), folder, home)
    }

    /// On a copy of the practice file, which is made once.
    pub(crate) fn practice(home: Place) -> Self {
        use std::os::unix::fs::PermissionsExt as _;

        static MADE: std::sync::OnceLock<Vec<u8>> = std::sync::OnceLock::new();
        let made = MADE.get_or_init(|| {
            let folder = TempDir::new().unwrap();
            let path = folder.path().join("office.sqlite");
            let today = local(START).date();
            mediation_line::store::practice::make(&path, "Priya Nair", today, START).unwrap();
            std::fs::read(path).unwrap()
        });
        let folder = TempDir::new().unwrap();
        let path = folder.path().join("office.sqlite");
        std::fs::write(&path, made).unwrap();
        std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o600)).unwrap();
        Self::on(folder, home)
    }

    /// On any worker.
    pub(crate) fn with(worker: Worker, folder: TempDir, home: Place) -> Self {
        let ids = Ids::of_desk(7);
        let theme = Theme { colours: Colours::None, plain_lines: false, practice: false };
        let context = Context {
            now: START,
            local: local(START),
            zone: local,
            staff: "Priya Nair".to_owned(),
            ids: ids.clone(),
        };
        let (app, requests) = App::new(theme, home, &context);
        let mut desk = Self {
            app,
            worker,
            now: START,
            staff: "Priya Nair".to_owned(),
            ids,
            pressed: 0,
            folder,
            gone: false,
        };
        desk.serve(requests);
        desk
    }

    /// A second desk on the same file, at which somebody else sits. Its own folder stays empty.
    pub(crate) fn another(&self, staff: &str) -> Self {
        let files = ["office.sqlite", "office.mediation"].map(|name| self.folder.path().join(name));
        let path = files.iter().find(|path| path.exists()).unwrap();
        let mut store = Store::new(Box::new(Sqlite::open(path).unwrap()));
        store.sit_at(self.ids.next(self.now) + 1);
        let mut desk = Self::with(Worker::trusted(store), TempDir::new().unwrap(), Place::Today);
        staff.clone_into(&mut desk.staff);
        desk.ids = Ids::of_desk(9);
        desk.now = self.now + 1;
        desk
    }

    /// What the worker's thread does four times a second: another desk's changes are heard.
    pub(crate) fn look(&mut self) -> &mut Self {
        for answer in self.worker.look() {
            let requests = self.app.hear(&answer, &self.context());
            self.serve(requests);
        }
        self
    }

    /// The desk asks to be told of other desks.
    pub(crate) fn watches(&self) -> bool {
        self.app.watches()
    }

    /// The program stops and starts again on the same file, a while later.
    pub(crate) fn restart(self) -> Self {
        let (now, pressed) = (self.now + 60_000, self.pressed);
        let Self { worker, folder, app, .. } = self;
        drop((worker, app));
        let mut desk = Self::on(folder, Place::Desk);
        desk.now = now;
        desk.pressed = pressed;
        desk.ask_for_interrupted();
        desk
    }

    /// What the start of the program asks.
    pub(crate) fn ask_for_interrupted(&mut self) {
        use mediation_line::protocol::command::Question;
        self.serve(vec![Request::Ask(Question::Settings), Request::Ask(Question::Interrupted)]);
    }

    pub(crate) fn context(&self) -> Context {
        Context {
            now: self.now,
            local: local(self.now),
            zone: local,
            staff: self.staff.clone(),
            ids: self.ids.clone(),
        }
    }

    fn serve(&mut self, requests: Vec<Request>) {
        let mut waiting: std::collections::VecDeque<Request> = requests.into();
        while let Some(request) = waiting.pop_front() {
            let context = self.context();
            let asked = Asked {
                today: context.today(),
                quarter: i64::from(context.local.hour() * 4 + context.local.minute() / 15),
                local: context.local,
                now: context.now,
                staff: self.staff.clone(),
            };
            let answers = match request {
                Request::Ask(question) => self.worker.ask(question, &asked),
                Request::Do(command) => self.worker.carry_out(*command),
                Request::Here(cases) => {
                    self.worker.is_in(cases, self.staff.clone(), self.now);
                    Vec::new()
                }
                Request::Quit | Request::Start(_) => {
                    self.gone = true;
                    Vec::new()
                }
            };
            for answer in answers {
                waiting.extend(self.app.hear(&answer, &context));
            }
        }
    }

    /// Somebody else sits down at this desk.
    pub(crate) fn sit_down(&mut self, staff: &str, home: Place) -> &mut Self {
        staff.clone_into(&mut self.staff);
        self.at(home)
    }

    /// The program as it starts at a place, on the same file.
    pub(crate) fn at(&mut self, home: Place) -> &mut Self {
        let theme = Theme { colours: Colours::None, plain_lines: false, practice: false };
        let (app, requests) = App::new(theme, home, &self.context());
        self.app = app;
        self.serve(requests);
        self
    }

    /// Time passes; what is due is saved.
    pub(crate) fn wait(&mut self, milliseconds: i64) -> &mut Self {
        let end = self.now + milliseconds;
        while let Some(at) = self.app.wants_tick().filter(|at| *at <= end) {
            self.now = self.now.max(at);
            let requests = self.app.tick(&self.context());
            self.serve(requests);
            if self.app.wants_tick() == Some(at) {
                break;
            }
        }
        self.now = end;
        self
    }

    /// What waits is tried again, as the worker's thread does every quarter of a second.
    pub(crate) fn try_again(&mut self) {
        let context = self.context();
        for answer in self.worker.write_waiting() {
            let requests = self.app.hear(&answer, &context);
            self.serve(requests);
        }
    }

    /// Presses one key. It is not counted.
    pub(crate) fn press(&mut self, key: Key) {
        self.wait(PRESS);
        let requests = self.app.key(key, &self.context());
        self.serve(requests);
    }

    /// The desk is left as it is until this moment ("2026-11-25T09:05") of a new day, which begins.
    pub(crate) fn morning(&mut self, moment: &str) -> &mut Self {
        let moment: NaiveDateTime = format!("{moment}:00").parse().unwrap();
        let moment = moment.and_utc().timestamp_millis();
        assert!(moment >= self.now, "time goes on");
        self.wait(moment - self.now);
        let signed = self.context().sign_a_day();
        for answer in self.worker.morning(signed) {
            let requests = self.app.hear(&answer, &self.context());
            self.serve(requests);
        }
        self
    }

    /// The computer's clock is set back by so many milliseconds.
    pub(crate) fn set_the_clock_back(&mut self, milliseconds: i64) -> &mut Self {
        self.now -= milliseconds;
        self
    }

    /// Another desk has written, and this one is told.
    pub(crate) fn hear_changed(&mut self) -> &mut Self {
        use mediation_line::protocol::answer::Answer;
        let requests = self.app.hear(&Answer::Changed, &self.context());
        self.serve(requests);
        self
    }

    /// Presses keys by name: `F2 p Enter`. They are counted.
    pub(crate) fn keys(&mut self, names: &str) -> &mut Self {
        for name in names.split_whitespace() {
            let key = Key::named(name).unwrap_or_else(|| panic!("no key is called {name}"));
            self.press(key);
            self.pressed += 1;
        }
        self
    }

    /// Types a text. It is not counted.
    pub(crate) fn text(&mut self, text: &str) -> &mut Self {
        for c in text.chars() {
            self.wait(40);
            let requests = self.app.key(Key::char(c), &self.context());
            self.serve(requests);
        }
        self
    }

    /// Pastes a text.
    pub(crate) fn paste(&mut self, text: &str) -> &mut Self {
        let requests = self.app.paste(text, &self.context());
        self.serve(requests);
        self
    }

    /// The program is told to stop, and has.
    pub(crate) fn stop(&mut self) {
        let requests = self.app.stop(&self.context());
        self.serve(requests);
    }

    /// The keys counted since the last time.
    pub(crate) fn count(&mut self) -> usize {
        std::mem::take(&mut self.pressed)
    }

    /// The person has left the program.
    pub(crate) fn has_left(&self) -> bool {
        self.gone
    }

    /// The screen at a size, and the cursor.
    pub(crate) fn draw(&self, width: u16, height: u16) -> (String, Option<Position>) {
        let area = Rect::new(0, 0, width, height);
        let mut buffer = Buffer::empty(area);
        let cursor = self.app.view(&self.context(), area, &mut buffer);
        (super::screen::text(&buffer), cursor)
    }

    /// The screen at 80x24.
    pub(crate) fn screen(&self) -> String {
        self.draw(80, 24).0
    }

    /// The screen at 80x24 shows this text.
    #[track_caller]
    pub(crate) fn shows(&mut self, text: &str) -> &mut Self {
        let screen = self.screen();
        assert!(screen.contains(text), "the screen does not show {text:?}:\n{screen}");
        self
    }

    /// The screen at 80x24 does not show this text.
    #[track_caller]
    pub(crate) fn hides(&mut self, text: &str) -> &mut Self {
        let screen = self.screen();
        assert!(!screen.contains(text), "the screen shows {text:?}:\n{screen}");
        self
    }

    /// Goes down the list until the chosen row shows this text.
    #[track_caller]
    pub(crate) fn choose(&mut self, text: &str) -> &mut Self {
        for _ in 0..60 {
            let (screen, cursor) = self.draw(120, 40);
            let chosen = cursor.and_then(|at| screen.lines().nth(usize::from(at.y)).map(str::to_owned));
            if chosen.is_some_and(|line| line.contains(text)) {
                return self;
            }
            self.wait(PRESS);
            let requests = self.app.key(Key::named("Down").unwrap(), &self.context());
            self.serve(requests);
        }
        panic!("no row shows {text:?}:\n{}", self.screen());
    }

    /// The file, as another program reads it.
    pub(crate) fn file(&self) -> Connection {
        Connection::open(self.folder.path().join("office.sqlite")).unwrap()
    }

    /// One value of the file, as text.
    #[track_caller]
    pub(crate) fn value(&self, sql: &str) -> String {
        use rusqlite::types::Value;
        match self
            .file()
            .query_row(sql, [], |row| row.get::<_, Value>(0))
            .unwrap_or_else(|e| panic!("{sql}: {e}"))
        {
            Value::Null => "null".to_owned(),
            Value::Integer(n) => n.to_string(),
            Value::Text(t) => t,
            other => format!("{other:?}"),
        }
    }

    /// No file of the folder holds any of these words, in any case of letters.
    #[track_caller]
    pub(crate) fn nowhere_in_the_files(&self, words: &[&str]) {
        nowhere(self.folder.path(), words);
    }
}

/// No file of a folder holds any of these words, in any case of letters.
#[track_caller]
pub(crate) fn nowhere(folder: &Path, words: &[&str]) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let bytes = std::fs::read(&path).unwrap().to_ascii_lowercase();
        for word in words {
            let wanted = word.to_lowercase().into_bytes();
            let found = bytes.windows(wanted.len()).any(|window| window == wanted);
            assert!(!found, "{word:?} is in {}", path.display());
        }
    }
}
