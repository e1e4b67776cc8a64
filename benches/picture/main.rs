//! The pictures of the README: `cargo run --example picture`.
//!
//! The practice families are made in a temporary file, a day in November 2026 is begun, a few keys are pressed,
//! and what the program would draw is written as pictures under `assets/pictures`. The router, the worker and
//! the pages are those of the program; only the clock and the terminal are others. The file's mark of practice is
//! taken off first, so that the pages look as they do on a real file. A picture that is written twice is the
//! same, byte for byte.

mod svg;

use std::collections::VecDeque;
use std::path::Path;

use anyhow::{Context as _, Result};
use chrono::{DateTime, NaiveDateTime, Timelike};
use mediation_line::app::{App, Request};
use mediation_line::protocol::command::Question;
use mediation_line::protocol::context::{Context, Ids};
use mediation_line::protocol::effect::Place;
use mediation_line::protocol::key::Key;
use mediation_line::runtime::worker::{Asked, Worker};
use mediation_line::store::office::{OfficeWrite, setting};
use mediation_line::store::sqlite::Sqlite;
use mediation_line::store::{Store, practice};
use mediation_line::widgets::theme::{Colours, Theme};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// Tuesday 24 November 2026, 14:32 in London, UTC milliseconds.
const START: i64 = 1_795_530_720_000;
/// How long a key press takes, milliseconds.
const PRESS: i64 = 250;
/// Whose desk it is.
const STAFF: &str = "Priya Nair";
/// The sizes of a window, in cells.
const SMALL: (u16, u16) = (80, 24);
const LARGE: (u16, u16) = (120, 40);

/// London keeps Greenwich time in November.
fn local(now: i64) -> NaiveDateTime {
    DateTime::from_timestamp_millis(now).unwrap_or_default().naive_utc()
}

/// A desk whose keys are pressed by this program.
struct Desk {
    app: App,
    worker: Worker,
    now: i64,
    ids: Ids,
}

impl Desk {
    fn on(file: &Path) -> Result<Self> {
        let mut store = Store::new(Box::new(Sqlite::open(file)?));
        let theme = Theme { colours: Colours::Standard, plain_lines: false, practice: false };
        let ids = Ids::of_desk(7);
        let context = Context {
            now: START,
            local: local(START),
            zone: local,
            staff: STAFF.to_owned(),
            ids: ids.clone(),
        };
        store.office_write(&OfficeWrite::Set(setting::PRACTICE, "no".to_owned()), &context.sign())?;
        let worker = Worker::trusted(store);
        let (app, requests) = App::new(theme, Place::Today, &context);
        let mut desk = Self { app, worker, now: START, ids };
        desk.serve(vec![Request::Ask(Question::Settings)]);
        desk.serve(requests);
        Ok(desk)
    }

    fn context(&self) -> Context {
        Context {
            now: self.now,
            local: local(self.now),
            zone: local,
            staff: STAFF.to_owned(),
            ids: self.ids.clone(),
        }
    }

    /// Carries out what the router asks for, at once.
    fn serve(&mut self, requests: Vec<Request>) {
        let context = self.context();
        let quarter = i64::from(context.local.hour() * 4 + context.local.minute() / 15);
        let Context { now, local, .. } = context;
        let asked = Asked { today: context.today(), quarter, local, now, staff: STAFF.to_owned() };
        let mut waiting: VecDeque<Request> = requests.into();
        while let Some(request) = waiting.pop_front() {
            let answers = match request {
                Request::Ask(question) => self.worker.ask(question, &asked),
                Request::Do(command) => self.worker.carry_out(*command),
                Request::Start(_) | Request::Here(_) | Request::Quit => Vec::new(),
            };
            for answer in answers {
                waiting.extend(self.app.hear(&answer, &context));
            }
        }
    }

    /// Time passes, and what is due by then happens.
    fn wait(&mut self, milliseconds: i64) {
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
    }

    fn press(&mut self, key: Key) {
        self.wait(PRESS);
        let requests = self.app.key(key, &self.context());
        self.serve(requests);
    }

    /// Presses keys by name: `F2 p Enter`.
    fn keys(&mut self, names: &str) -> Result<()> {
        for name in names.split_whitespace() {
            self.press(Key::named(name).with_context(|| format!("no key is called {name}"))?);
        }
        Ok(())
    }

    fn text(&mut self, text: &str) {
        for c in text.chars() {
            self.press(Key::char(c));
        }
    }

    /// Writes what the window shows now.
    fn picture(&mut self, (width, height): (u16, u16), name: &str, what: &str) -> Result<()> {
        self.wait(1000);
        let area = Rect::new(0, 0, width, height);
        let mut buffer = Buffer::empty(area);
        let cursor = self.app.view(&self.context(), area, &mut buffer);
        let path = Path::new("assets/pictures").join(name).with_extension("svg");
        std::fs::write(&path, svg::picture(&buffer, cursor, what))?;
        println!("{}", path.display());
        Ok(())
    }
}

fn today(desk: &mut Desk) -> Result<()> {
    desk.picture(LARGE, "today", "Today: what has to be done, most urgent first")
}

/// A mother's call, half taken.
fn call(desk: &mut Desk) -> Result<()> {
    desk.keys("F2 p Enter")?;
    desk.text("Irene Sowande");
    desk.keys("Enter")?;
    desk.text("07700 900655");
    desk.keys("F4")?;
    desk.text("Very upset. Letter came Sat. Says the school only heard about it from her.");
    desk.keys("F4 Alt+S")?;
    desk.text("Larkfield Primary");
    desk.keys("Alt+D")?;
    desk.text("start of nov");
    desk.keys("Tab F8 F8")?;
    desk.wait(3 * 60_000);
    desk.keys("Alt+C")?;
    desk.text("Temi So");
    desk.picture(SMALL, "call", "A parent's call, half taken")
}

/// A school rings, and is asked whether the parents agree.
fn consent(desk: &mut Desk) -> Result<()> {
    desk.keys("F2 s Enter")?;
    desk.text("Hanna Brough");
    desk.keys("Enter")?;
    desk.text("Foxley Primary, SENCO");
    desk.keys("Enter")?;
    desk.text("01632 960733");
    desk.keys("Enter")?;
    desk.picture(SMALL, "consent", "A school rings: the consent question comes before the family's fields")
}

/// From the case that is ready to the first times that are open.
fn calendar(desk: &mut Desk) -> Result<()> {
    desk.keys("F3")?;
    desk.text("Sami");
    desk.keys("Enter F9")?;
    desk.picture(LARGE, "calendar", "The calendar of a case: its week, the month, the earliest open times")
}

fn main() -> Result<()> {
    let folder = tempfile::tempdir()?;
    for (number, scene) in [today, call, consent, calendar].into_iter().enumerate() {
        let file = folder.path().join(format!("{number}.sqlite"));
        practice::make(&file, STAFF, local(START).date(), START)?;
        scene(&mut Desk::on(&file)?)?;
    }
    Ok(())
}
