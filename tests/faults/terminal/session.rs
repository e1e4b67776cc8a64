//! The real program in a real pseudo-terminal: bytes in, a screen out, and every way to end it.
//!
//! Waiting is always for something seen, with a generous deadline and short looks: machines are slow.

use std::io::{Read, Write};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use portable_pty::{Child, CommandBuilder, ExitStatus, MasterPty, PtySize, native_pty_system};
use rusqlite::Connection;
use rustix::process::{Pid, Signal, kill_process};
use tempfile::TempDir;

/// Nothing is waited for longer than this.
const PATIENCE: Duration = Duration::from_secs(25);
/// Between two looks.
const LOOK: Duration = Duration::from_millis(10);

pub(super) const F2: &str = "\x1bOQ";
pub(super) const F4: &str = "\x1bOS";
pub(super) const F9: &str = "\x1b[20~";
pub(super) const ENTER: &str = "\r";

/// An office: a folder with a file of Priya's.
pub(super) struct Place {
    pub(super) folder: TempDir,
}

impl Place {
    pub(super) fn new() -> Self {
        let place = Self { folder: tempfile::tempdir().unwrap() };
        let made = std::process::Command::new(env!("CARGO_BIN_EXE_mediation-line"))
            .args(["init", "--staff", "Priya", "--database"])
            .arg(place.file())
            .env("HOME", place.folder.path())
            .output()
            .unwrap();
        assert!(made.status.success(), "{made:?}");
        place
    }

    pub(super) fn file(&self) -> PathBuf {
        self.folder.path().join("office.sqlite")
    }

    /// One value of the file, as text; it must be whole.
    #[track_caller]
    pub(super) fn value(&self, sql: &str) -> String {
        let file = Connection::open(self.file()).unwrap();
        file.busy_timeout(Duration::from_secs(5)).unwrap();
        let whole: String = file.query_row("PRAGMA integrity_check", [], |row| row.get(0)).unwrap();
        assert_eq!(whole, "ok");
        file.query_row(sql, [], |row| row.get::<_, Option<String>>(0)).unwrap().unwrap_or_default()
    }

    /// The notes of all calls.
    #[track_caller]
    pub(super) fn notes(&self) -> String {
        self.value("SELECT group_concat(body, '|') FROM notes")
    }

    /// No file of the folder or below holds any of these words, in any case of letters.
    #[track_caller]
    pub(super) fn nowhere(&self, words: &[&str]) {
        nowhere(self.folder.path(), words);
    }

    pub(super) fn start(&self) -> Session {
        self.start_with("", (24, 80), &[])
    }

    /// Through a shell that prepares something first; in a window of so many rows and columns.
    pub(super) fn start_with(&self, prepare: &str, size: (u16, u16), env: &[(&str, &str)]) -> Session {
        let mut command = if prepare.is_empty() {
            CommandBuilder::new(env!("CARGO_BIN_EXE_mediation-line"))
        } else {
            let mut shell = CommandBuilder::new("sh");
            shell.args(["-c", prepare, env!("CARGO_BIN_EXE_mediation-line")]);
            shell
        };
        command.arg("--database");
        command.arg(self.file());
        command.env_clear();
        for name in ["HOME", "TMPDIR"] {
            command.env(name, self.folder.path());
        }
        for (name, value) in [("TERM", "xterm-256color"), ("LANG", "C.UTF-8"), ("PATH", "/usr/bin:/bin")] {
            command.env(name, value);
        }
        for (name, value) in env {
            command.env(name, value);
        }
        command.cwd(self.folder.path());
        Session::start(command, size)
    }
}

#[track_caller]
fn nowhere(folder: &Path, words: &[&str]) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            nowhere(&path, words);
            continue;
        }
        let bytes = std::fs::read(&path).unwrap().to_ascii_lowercase();
        for word in words {
            let wanted = word.to_lowercase().into_bytes();
            assert!(
                !bytes.windows(wanted.len()).any(|window| window == wanted),
                "{word:?} is in {}",
                path.display()
            );
        }
    }
}

struct Output {
    bytes: Vec<u8>,
    screen: vt100::Parser,
}

/// The program at work.
pub(super) struct Session {
    child: Box<dyn Child + Send + Sync>,
    master: Option<Box<dyn MasterPty + Send>>,
    keys: Option<Box<dyn Write + Send>>,
    output: Arc<Mutex<Output>>,
    closing: Arc<AtomicBool>,
    reader: Option<JoinHandle<()>>,
    /// How the terminal was set before, as text.
    before: String,
    size: (u16, u16),
}

impl Session {
    fn start(command: CommandBuilder, size: (u16, u16)) -> Self {
        let pair = native_pty_system().openpty(cells(size)).unwrap();
        let before = format!("{:?}", pair.master.get_termios());
        let mut bytes = pair.master.try_clone_reader().unwrap();
        let keys = pair.master.take_writer().unwrap();
        let output = Arc::new(Mutex::new(Output { bytes: Vec::new(), screen: screen_of(size) }));
        let closing = Arc::new(AtomicBool::new(false));
        let child = pair.slave.spawn_command(command).unwrap();
        drop(pair.slave);
        let reader = {
            let (output, closing) = (Arc::clone(&output), Arc::clone(&closing));
            std::thread::spawn(move || {
                let mut buffer = vec![0; 1 << 16];
                while let Ok(count @ 1..) = bytes.read(&mut buffer) {
                    let mut output = output.lock().unwrap();
                    output.bytes.extend_from_slice(&buffer[..count]);
                    output.screen.process(&buffer[..count]);
                    if closing.load(Ordering::SeqCst) {
                        return;
                    }
                }
            })
        };
        Self {
            child,
            master: Some(pair.master),
            keys: Some(keys),
            output,
            closing,
            reader: Some(reader),
            before,
            size,
        }
    }

    /// Sends bytes, all in one write.
    pub(super) fn send(&mut self, bytes: impl AsRef<[u8]>) -> &mut Self {
        let keys = self.keys.as_mut().unwrap();
        keys.write_all(bytes.as_ref()).unwrap();
        keys.flush().unwrap();
        self
    }

    pub(super) fn screen(&self) -> String {
        self.output.lock().unwrap().screen.screen().contents()
    }

    /// All bytes that came, as text.
    pub(super) fn raw(&self) -> String {
        String::from_utf8_lossy(&self.output.lock().unwrap().bytes).into_owned()
    }

    /// Waits until something is so.
    #[track_caller]
    pub(super) fn until(&mut self, what: &str, mut so: impl FnMut(&str) -> bool) -> &mut Self {
        let end = Instant::now() + PATIENCE;
        loop {
            let screen = self.screen();
            if so(&screen) {
                return self;
            }
            assert!(Instant::now() < end, "waited in vain for {what}; the screen:\n{screen}");
            std::thread::sleep(LOOK);
        }
    }

    /// Waits until the screen shows a text.
    #[track_caller]
    pub(super) fn shows(&mut self, text: &str) -> &mut Self {
        self.until(text, |screen| screen.contains(text))
    }

    /// Starts a parent's call and goes to its notes.
    #[track_caller]
    pub(super) fn parents_call(&mut self, name: &str) -> &mut Self {
        self.shows("F2 Call").send(F2).shows("Who").send("p").send(ENTER).send(name);
        self.shows(name).send(F4)
    }

    /// F9 a second time: sooner, it would be the same press, held down.
    pub(super) fn next_step(&mut self) -> &mut Self {
        std::thread::sleep(Duration::from_millis(400));
        self.send(F9)
    }

    /// A signal to the program itself.
    pub(super) fn signal(&mut self, signal: Signal) -> &mut Self {
        kill_process(self.pid(), signal).unwrap();
        self
    }

    pub(super) fn pid(&self) -> Pid {
        Pid::from_raw(self.child.process_id().unwrap().cast_signed()).unwrap()
    }

    /// Closes the terminal: the window is gone, and nobody reads or writes any more.
    pub(super) fn close(&mut self) -> &mut Self {
        // A redraw wakes the thread that reads, so that it lets go of the terminal.
        self.closing.store(true, Ordering::SeqCst);
        self.master.as_ref().unwrap().resize(cells((self.size.0 - 1, self.size.1))).unwrap();
        self.reader.take().unwrap().join().unwrap();
        self.keys = None;
        self.master = None;
        self
    }

    /// Waits for the end; says how it ended and how long that took.
    #[track_caller]
    pub(super) fn ends(&mut self) -> (ExitStatus, Duration) {
        let begun = Instant::now();
        loop {
            if let Some(status) = self.child.try_wait().unwrap() {
                let took = begun.elapsed();
                if let Some(reader) = self.reader.take() {
                    reader.join().unwrap();
                }
                return (status, took);
            }
            assert!(begun.elapsed() < PATIENCE, "it does not end; the screen:\n{}", self.screen());
            std::thread::sleep(Duration::from_millis(2));
        }
    }

    /// The terminal is as it was before the program.
    #[track_caller]
    pub(super) fn terminal_is_as_before(&self) {
        let output = self.output.lock().unwrap();
        let screen = output.screen.screen();
        assert!(!screen.alternate_screen(), "the alternate screen was not left");
        assert!(!screen.hide_cursor(), "the cursor is hidden");
        assert!(!screen.bracketed_paste(), "bracketed paste is on");
        assert_eq!(format!("{:?}", self.master.as_ref().unwrap().get_termios()), self.before);
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        if matches!(self.child.try_wait(), Ok(None)) {
            self.child.kill().ok();
            self.child.wait().ok();
        }
    }
}

fn screen_of((rows, columns): (u16, u16)) -> vt100::Parser {
    vt100::Parser::new(rows.try_into().unwrap(), columns.try_into().unwrap(), 0)
}

fn cells((rows, cols): (u16, u16)) -> PtySize {
    PtySize { rows, cols, pixel_width: 0, pixel_height: 0 }
}
