//! The floor: the least program that does the same kind of work as Mediation Line.
//!
//! It opens an `SQLite` file, draws one table of 36 rows and one line to type in, moves a cursor, searches
//! an index and saves what is typed after a pause. It has no rules, no forms, no help and no second desk.
//! It is not there to be used: every figure of the speed bench is a multiple of this program's, measured in
//! the same minutes on the same machine, so that the figures mean something on any machine.
//!
//! `floor make FILE COUNT` makes a file; `floor FILE` opens it. Up and Down choose a row, `/` finds, `i`
//! types the note of the chosen row, Esc goes back, `q` or Ctrl+Q ends.

mod file;

use std::io::{BufWriter, IsTerminal, Stdout, stdin, stdout};
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};
use crossterm::event::{
    self, DisableBracketedPaste, EnableBracketedPaste, Event, KeyCode, KeyEvent, KeyModifiers,
};
use crossterm::execute;
use crossterm::terminal::{EnterAlternateScreen, LeaveAlternateScreen, disable_raw_mode, enable_raw_mode};
use ratatui::backend::CrosstermBackend;
use ratatui::layout::{Constraint, Layout, Position};
use ratatui::style::{Modifier, Style};
use ratatui::widgets::{Paragraph, Row, Table, TableState};
use ratatui::{Frame, Terminal};
use rusqlite::Connection;

/// A save follows a pause of this length ...
const PAUSE: Duration = Duration::from_millis(400);
/// ... and comes at the latest so long after the first unsaved letter.
const LATEST: Duration = Duration::from_secs(2);

/// What wakes the main thread.
enum Message {
    /// All events that were waiting, in order.
    Events(Vec<Event>),
    Saved(Result<()>),
    /// The keyboard cannot be read any more.
    Gone,
}

/// What the saving thread is asked for.
struct Save {
    id: i64,
    note: String,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Mode {
    List,
    Find,
    Note,
}

/// When the first and the last letter was typed that is not saved yet.
#[derive(Clone, Copy)]
struct Unsaved {
    first: Instant,
    last: Instant,
}

struct Floor {
    db: Connection,
    rows: Vec<file::Case>,
    chosen: TableState,
    mode: Mode,
    find: String,
    note: String,
    unsaved: Option<Unsaved>,
    saves: Sender<Save>,
    saved: u32,
}

fn main() -> Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["make", path, count] => file::make(Path::new(path), count.parse()?),
        [path] => run(Path::new(path)),
        _ => bail!("usage: floor FILE, or: floor make FILE COUNT"),
    }
}

fn run(path: &Path) -> Result<()> {
    if !stdin().is_terminal() || !stdout().is_terminal() {
        bail!("the floor needs a terminal");
    }
    let db = file::open(path)?;
    let (messages, inbox) = channel();
    let (saves, writing) = start_saving(path.to_owned(), messages.clone());
    let rows = file::page(&db, None)?;
    let mut floor = Floor {
        db,
        rows,
        chosen: TableState::new().with_selected(0),
        mode: Mode::List,
        find: String::new(),
        note: String::new(),
        unsaved: None,
        saves,
        saved: 0,
    };
    let screen = Screen::take()?;
    start_keyboard(messages);
    let ended = floor.until_quit(&inbox);
    drop(screen);
    drop(floor);
    writing.join().ok();
    for message in inbox.try_iter() {
        if let Message::Saved(result) = message {
            result.context("the last note was not saved")?;
        }
    }
    ended
}

/// The terminal while it is ours. Dropping it gives it back, also when a panic unwinds.
struct Screen;

impl Screen {
    fn take() -> Result<Self> {
        enable_raw_mode()?;
        let screen = Self;
        execute!(stdout(), EnterAlternateScreen, EnableBracketedPaste)?;
        Ok(screen)
    }
}

impl Drop for Screen {
    fn drop(&mut self) {
        execute!(stdout(), DisableBracketedPaste, LeaveAlternateScreen, crossterm::cursor::Show).ok();
        disable_raw_mode().ok();
    }
}

/// Waits for keys, and passes on all that are there together.
fn start_keyboard(messages: Sender<Message>) {
    thread::spawn(move || {
        let read = || -> Result<Vec<Event>> {
            let mut events = vec![event::read()?];
            while event::poll(Duration::ZERO)? {
                events.push(event::read()?);
            }
            Ok(events)
        };
        while let Ok(events) = read() {
            if messages.send(Message::Events(events)).is_err() {
                return;
            }
        }
        messages.send(Message::Gone).ok();
    });
}

/// Saves on a thread of its own: a sync of the disk may take as long as ten frames.
fn start_saving(path: PathBuf, messages: Sender<Message>) -> (Sender<Save>, JoinHandle<()>) {
    let (saves, asked) = channel::<Save>();
    let writing = thread::spawn(move || {
        let mut opened = None;
        for save in asked {
            let mut write = || -> Result<()> {
                let db = match &mut opened {
                    Some(db) => db,
                    None => opened.insert(file::open(&path)?),
                };
                file::save(db, save.id, &save.note)
            };
            messages.send(Message::Saved(write())).ok();
        }
    });
    (saves, writing)
}

impl Floor {
    /// Draws once for everything that was waiting, then sleeps until there is something again.
    fn until_quit(&mut self, inbox: &Receiver<Message>) -> Result<()> {
        let out: BufWriter<Stdout> = BufWriter::with_capacity(1 << 16, stdout());
        let mut terminal = Terminal::new(CrosstermBackend::new(out))?;
        loop {
            terminal.draw(|frame| self.view(frame))?;
            let mut next = Some(self.wait(inbox)?);
            while let Some(message) = next {
                match message {
                    Message::Events(events) => {
                        for event in events {
                            if self.event(event)? {
                                return self.save();
                            }
                        }
                    }
                    Message::Saved(result) => {
                        result.context("the note was not saved")?;
                        self.saved += 1;
                    }
                    Message::Gone => return self.save(),
                }
                next = inbox.try_recv().ok();
            }
        }
    }

    /// Sleeps until a message comes; a save that falls due meanwhile is asked for and shows nothing yet.
    fn wait(&mut self, inbox: &Receiver<Message>) -> Result<Message> {
        loop {
            let Some(unsaved) = self.unsaved else { return Ok(inbox.recv()?) };
            let due = (unsaved.last + PAUSE).min(unsaved.first + LATEST);
            match inbox.recv_timeout(due.saturating_duration_since(Instant::now())) {
                Ok(message) => return Ok(message),
                Err(RecvTimeoutError::Timeout) => self.save()?,
                Err(RecvTimeoutError::Disconnected) => return Ok(Message::Gone),
            }
        }
    }

    fn save(&mut self) -> Result<()> {
        if self.unsaved.take().is_some()
            && let Some(case) = self.chosen()
        {
            self.saves.send(Save { id: case.id, note: self.note.clone() })?;
        }
        Ok(())
    }

    fn chosen(&self) -> Option<&file::Case> {
        self.rows.get(self.chosen.selected()?)
    }

    /// Handles one event; says whether it ends the program.
    fn event(&mut self, event: Event) -> Result<bool> {
        match event {
            Event::Key(key) if key.is_press() => self.key(key),
            Event::Paste(text) => {
                for letter in text.chars().filter(|letter| !letter.is_control()) {
                    self.letter(Some(letter))?;
                }
                Ok(false)
            }
            _ => Ok(false),
        }
    }

    fn key(&mut self, key: KeyEvent) -> Result<bool> {
        match (self.mode, key.code) {
            (_, KeyCode::Char('q')) if key.modifiers == KeyModifiers::CONTROL => return Ok(true),
            (Mode::List, KeyCode::Char('q')) => return Ok(true),
            (Mode::List | Mode::Find, KeyCode::Down) => self.choose(1),
            (Mode::List | Mode::Find, KeyCode::Up) => self.choose(-1),
            (Mode::List, KeyCode::PageDown) => {
                self.rows = file::page(&self.db, self.rows.last())?;
                self.choose(0);
            }
            (Mode::List, KeyCode::Home) => {
                self.rows = file::page(&self.db, None)?;
                self.choose(0);
            }
            (Mode::List, KeyCode::Char('/')) => self.mode = Mode::Find,
            (Mode::List, KeyCode::Char('i')) => {
                if let Some(case) = self.chosen() {
                    self.note = file::note(&self.db, case.id)?;
                    self.mode = Mode::Note;
                }
            }
            (_, KeyCode::Esc) => {
                self.save()?;
                self.mode = Mode::List;
            }
            (_, KeyCode::Backspace) => self.letter(None)?,
            (_, KeyCode::Char(letter)) => self.letter(Some(letter))?,
            _ => {}
        }
        Ok(false)
    }

    fn choose(&mut self, step: isize) {
        let last = self.rows.len().saturating_sub(1);
        let chosen = self.chosen.selected().unwrap_or(0).saturating_add_signed(step).min(last);
        self.chosen.select(Some(chosen));
    }

    /// Adds a letter to the field in use, or takes one away.
    fn letter(&mut self, letter: Option<char>) -> Result<()> {
        let field = match self.mode {
            Mode::List => return Ok(()),
            Mode::Find => &mut self.find,
            Mode::Note => &mut self.note,
        };
        match letter {
            Some(letter) => field.push(letter),
            None => drop(field.pop()),
        }
        if self.mode == Mode::Find {
            self.rows = file::search(&self.db, &self.find)?;
            self.chosen.select(Some(0));
        } else {
            let now = Instant::now();
            self.unsaved =
                Some(Unsaved { first: self.unsaved.map_or(now, |unsaved| unsaved.first), last: now });
        }
        Ok(())
    }

    fn view(&mut self, frame: &mut Frame) {
        let [head, body, field, foot] = Layout::vertical([
            Constraint::Length(1),
            Constraint::Fill(1),
            Constraint::Length(1),
            Constraint::Length(1),
        ])
        .areas(frame.area());
        frame.render_widget("THE FLOOR  cases by due day", head);

        let rows = self.rows.iter().map(|case| {
            Row::new([
                case.reference.as_str(),
                case.name.as_str(),
                case.reason.as_str(),
                case.step.as_str(),
                case.due.as_str(),
            ])
        });
        let widths = [
            Constraint::Length(10),
            Constraint::Length(24),
            Constraint::Fill(1),
            Constraint::Length(26),
            Constraint::Length(10),
        ];
        let table = Table::new(rows, widths)
            .header(Row::new(["Case", "Name", "About", "Next step", "Due"]).style(Modifier::BOLD))
            .row_highlight_style(Style::new().add_modifier(Modifier::REVERSED));
        frame.render_stateful_widget(table, body, &mut self.chosen);

        let (label, text) = match self.mode {
            Mode::List => ("", ""),
            Mode::Find => ("Find  ", self.find.as_str()),
            Mode::Note => ("Note  ", self.note.as_str()),
        };
        let room = usize::from(field.width).saturating_sub(label.len() + 1);
        let skipped = text.chars().count().saturating_sub(room);
        let shown: String = text.chars().skip(skipped).collect();
        if self.mode != Mode::List {
            let x = field.x + (label.len() + shown.chars().count()) as u16;
            frame.set_cursor_position(Position::new(x, field.y));
        }
        frame.render_widget(Paragraph::new(format!("{label}{shown}")), field);
        frame.render_widget(Paragraph::new(format!("/ find   i note   q end   saved {}", self.saved)), foot);
    }
}
