//! The commands of the shell, run as the real program in folders of their own.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::sync::OnceLock;

use chrono::NaiveDate;

mod begin;
mod calendar;
mod clocks;
mod practice;
mod workdays;

/// A folder of its own, gone at the end of the test.
pub(crate) struct Shell {
    folder: tempfile::TempDir,
}

/// What a command left behind.
pub(crate) struct Said {
    pub(crate) code: i32,
    pub(crate) out: String,
    pub(crate) err: String,
}

impl Said {
    /// The answer as data.
    pub(crate) fn json(&self) -> serde_json::Value {
        serde_json::from_str(&self.out).unwrap_or_else(|e| panic!("{e} in {}{}", self.out, self.err))
    }

    /// It was done.
    pub(crate) fn done(self) -> Self {
        assert_eq!(self.code, 0, "{}{}", self.out, self.err);
        assert_eq!(self.err, "");
        self
    }

    /// It was not done, with this code and exactly one line.
    pub(crate) fn not_done(self, code: i32) -> String {
        assert_eq!(self.code, code, "{}{}", self.out, self.err);
        assert_eq!(self.out, "");
        assert_eq!(self.err.lines().count(), 1, "{}", self.err);
        self.err.trim().to_owned()
    }
}

impl Shell {
    pub(crate) fn new() -> Self {
        Self { folder: tempfile::tempdir().unwrap() }
    }

    /// With an empty file of Priya's.
    pub(crate) fn with_a_file() -> Self {
        let shell = Self::new();
        shell.run(&["init", "--staff", "Priya Nair"]).done();
        shell
    }

    /// With a copy of the practice file, which is made once.
    pub(crate) fn with_practice() -> Self {
        static MADE: OnceLock<Vec<u8>> = OnceLock::new();
        let made = MADE.get_or_init(|| {
            let shell = Self::new();
            let made = shell.run(&["practice", "--json"]).done().json();
            assert_eq!(made["cases"], 13);
            std::fs::read(shell.file()).unwrap()
        });
        let shell = Self::new();
        std::fs::write(shell.file(), made).unwrap();
        std::fs::set_permissions(shell.file(), std::fs::Permissions::from_mode(0o600)).unwrap();
        shell
    }

    pub(crate) fn file(&self) -> PathBuf {
        self.folder.path().join("office.sqlite")
    }

    /// A command with nothing around it but this folder.
    pub(crate) fn command(&self) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_mediation-line"));
        command
            .env_clear()
            .env("HOME", self.folder.path())
            .env("XDG_DATA_HOME", self.folder.path().join("data"));
        command.env("TZ", "Europe/London").current_dir(self.folder.path());
        command
    }

    /// A command on the file of this folder.
    pub(crate) fn run(&self, words: &[&str]) -> Said {
        said(&self.command().args(words).arg("--database").arg(self.file()).output().unwrap())
    }

    /// A command on no named file.
    pub(crate) fn bare(&self, words: &[&str]) -> Said {
        said(&self.command().args(words).output().unwrap())
    }

    pub(crate) fn folder(&self) -> &Path {
        self.folder.path()
    }
}

pub(crate) fn said(output: &Output) -> Said {
    Said {
        code: output.status.code().unwrap_or(-1),
        out: String::from_utf8_lossy(&output.stdout).into_owned(),
        err: String::from_utf8_lossy(&output.stderr).into_owned(),
    }
}

/// The day at the office, as the program itself sees it.
pub(crate) fn today() -> NaiveDate {
    mediation_line::runtime::clock::now().local.date()
}
