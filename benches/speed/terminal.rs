//! A program in a pseudo-terminal of its own: keys in, screen out, and when each byte came.
//!
//! A thread does nothing but read and look at the clock, so neither the drawing of the screen nor the search
//! for a word in it shows in a time. Nothing here knows which program runs, or what a step means.

use std::ffi::OsStr;
use std::io::{Read, Write};
use std::num::NonZeroU16;
use std::path::Path;
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};
use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};

use crate::turns::Turn;
use crate::usage::{self, Usage};

/// No output for so long means that the screen has settled.
pub const QUIET: Duration = Duration::from_millis(30);
/// A key that shows nothing for so long shows nothing at all.
const LIMIT: Duration = Duration::from_secs(5);
/// The first frame may take longer, on a busy machine with a large file.
const START_LIMIT: Duration = Duration::from_secs(30);

pub const LARGE: (u16, u16) = (120, 40);
pub const SMALL: (u16, u16) = (80, 24);

struct Chunk {
    at: Instant,
    bytes: Vec<u8>,
}

/// How a program answered: when its last byte came before the quiet, and how many came in all.
pub struct Settled {
    pub last: Instant,
    pub bytes: usize,
}

pub struct Terminal {
    keys: Box<dyn Write + Send>,
    master: Box<dyn MasterPty + Send>,
    child: Box<dyn Child + Send + Sync>,
    output: Receiver<Chunk>,
    screen: vt100::Parser,
    /// Just before the system was asked to start the program; what that takes is the same for all.
    pub started: Instant,
    /// All bytes until now.
    pub bytes: usize,
    last: Instant,
    /// Where several programs are open at once.
    pub turn: Option<Turn>,
    /// Processor time used while others had the turn, milliseconds.
    in_others_turns: f64,
}

impl Terminal {
    /// Starts a program; settings of the person who runs the bench stay outside.
    pub fn start(executable: &Path, arguments: &[String], home: &Path) -> Result<Self> {
        let pair = native_pty_system().openpty(size(LARGE))?;
        let mut command = CommandBuilder::new(executable);
        command.args(arguments);
        command.env_clear();
        let settings: [(&str, &OsStr); 4] = [
            ("TERM", "xterm-256color".as_ref()),
            ("COLORTERM", "truecolor".as_ref()),
            ("LANG", "C.UTF-8".as_ref()),
            ("HOME", home.as_ref()),
        ];
        for (name, value) in settings {
            command.env(name, value);
        }
        command.cwd(home);
        let mut reader = pair.master.try_clone_reader()?;
        let keys = pair.master.take_writer()?;
        let (chunks, output) = channel();
        thread::spawn(move || {
            let mut buffer = vec![0; 1 << 16];
            while let Ok(count @ 1..) = reader.read(&mut buffer) {
                let at = Instant::now();
                if chunks.send(Chunk { at, bytes: buffer[..count].to_vec() }).is_err() {
                    return;
                }
            }
        });
        let started = Instant::now();
        let child = pair.slave.spawn_command(command)?;
        drop(pair.slave);
        let (columns, rows) = cells(LARGE);
        Ok(Self {
            keys,
            master: pair.master,
            child,
            output,
            screen: vt100::Parser::new(rows, columns, 0),
            started,
            bytes: 0,
            last: started,
            turn: None,
            in_others_turns: 0.0,
        })
    }

    /// Lets the others have their turn, and waits until it comes round. What was shown meanwhile answers no key.
    pub fn give_turn(&mut self) -> Result<()> {
        if let Some(mut turn) = self.turn.take() {
            let before = self.cpu();
            turn.take();
            self.in_others_turns += self.cpu() - before;
            self.turn = Some(turn);
            while self.read(Duration::ZERO)? {}
        }
        Ok(())
    }

    /// Sends keys at once; says when.
    pub fn press(&mut self, keys: &str) -> Result<Instant> {
        let at = Instant::now();
        self.keys.write_all(keys.as_bytes())?;
        self.keys.flush()?;
        Ok(at)
    }

    /// Sends keys that are not measured, one after the other. Some of them may show nothing.
    pub fn prepare(&mut self, keys: &[&str]) -> Result<()> {
        for key in keys {
            self.press(key)?;
            let mut patience = Duration::from_millis(300);
            while self.read(patience)? {
                patience = Duration::from_millis(100);
            }
        }
        Ok(())
    }

    /// Waits for the answer to a key, until it is complete.
    pub fn settle(&mut self) -> Result<Settled> {
        let before = self.bytes;
        if !self.read(LIMIT)? {
            bail!("a key showed nothing; the screen was:\n{}", self.text());
        }
        self.quiet()?;
        Ok(Settled { last: self.last, bytes: self.bytes - before })
    }

    /// Reads on until it is quiet; says when the last byte came.
    pub fn quiet(&mut self) -> Result<Instant> {
        while self.read(QUIET)? {}
        Ok(self.last)
    }

    /// Waits until a text is on the screen; says when the bytes came that put it there.
    pub fn wait_for(&mut self, text: &str) -> Result<Instant> {
        let limit = if self.bytes == 0 { START_LIMIT } else { LIMIT };
        let end = Instant::now() + limit;
        while self.read(end.saturating_duration_since(Instant::now()))? {
            if self.shows(text) {
                return Ok(self.last);
            }
        }
        bail!("never showed {text:?}; the screen was:\n{}", self.text())
    }

    /// Lets the program be, and takes what it shows.
    pub fn rest(&mut self, time: Duration) -> Result<()> {
        let end = Instant::now() + time;
        while self.read(end.saturating_duration_since(Instant::now()))? {}
        Ok(())
    }

    pub fn resize(&mut self, to: (u16, u16)) -> Result<Instant> {
        let (columns, rows) = cells(to);
        self.screen.set_size(rows, columns);
        let at = Instant::now();
        self.master.resize(size(to))?;
        Ok(at)
    }

    pub fn shows(&self, text: &str) -> bool {
        self.text().contains(text)
    }

    pub fn text(&self) -> String {
        self.screen.screen().contents()
    }

    /// What it has used so far; of the processor's time, only what it used while nobody else had the turn.
    pub fn usage(&self) -> Option<Usage> {
        let usage = usage::of(self.child.process_id()?)?;
        Some(Usage { cpu_ms: usage.cpu_ms - self.in_others_turns, ..usage })
    }

    /// The processor's time of it in milliseconds, nothing where it is not known.
    fn cpu(&self) -> f64 {
        self.usage().map_or(0.0, |usage| usage.cpu_ms)
    }

    /// Sends the last key, and waits for the end of the program; says how long that took.
    pub fn quit(mut self, key: &str) -> Result<Duration> {
        let at = self.press(key)?;
        while at.elapsed() < LIMIT {
            if let Some(status) = self.child.try_wait()? {
                let took = at.elapsed();
                if !status.success() {
                    bail!("the program ended badly: {status}");
                }
                return Ok(took);
            }
            thread::sleep(Duration::from_micros(100));
        }
        self.rest(QUIET)?;
        bail!("the program did not end; the screen was:\n{}", self.text())
    }

    /// Takes the next output, or says that none came in time.
    fn read(&mut self, patience: Duration) -> Result<bool> {
        match self.output.recv_timeout(patience) {
            Ok(Chunk { at, bytes }) => {
                self.screen.process(&bytes);
                self.bytes += bytes.len();
                self.last = at;
                Ok(true)
            }
            Err(RecvTimeoutError::Timeout) => Ok(false),
            Err(RecvTimeoutError::Disconnected) => {
                let ended = self.child.wait().context("wait for the program")?;
                bail!("the program ended by itself: {ended}; the screen was:\n{}", self.text())
            }
        }
    }
}

impl Drop for Terminal {
    fn drop(&mut self) {
        if matches!(self.child.try_wait(), Ok(None)) {
            self.child.kill().ok();
            self.child.wait().ok();
        }
    }
}

fn size((cols, rows): (u16, u16)) -> PtySize {
    PtySize { rows, cols, pixel_width: 0, pixel_height: 0 }
}

fn cells((columns, rows): (u16, u16)) -> (NonZeroU16, NonZeroU16) {
    (NonZeroU16::new(columns).unwrap_or(NonZeroU16::MIN), NonZeroU16::new(rows).unwrap_or(NonZeroU16::MIN))
}
