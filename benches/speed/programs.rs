//! The two programs of the race: how each is started, and the keys of every step.
//!
//! This is the only file to change when a key or an option changes. The steps themselves know no program.

use std::path::{Path, PathBuf};

pub const DOWN: &str = "\x1b[B";
pub const UP: &str = "\x1b[A";
pub const BACKSPACE: &str = "\x7f";
const ENTER: &str = "\r";
const ESC: &str = "\x1b";
const F2: &str = "\x1bOQ";
const F3: &str = "\x1bOR";
const F5: &str = "\x1b[15~";
const F7: &str = "\x1b[18~";
const HOME: &str = "\x1b[H";
const PAGE_UP: &str = "\x1b[5~";
const PAGE_DOWN: &str = "\x1b[6~";
const CTRL_Q: &str = "\x11";

/// What is typed into the search field, and taken away again letter by letter, and whether both files have it:
/// one letter and some times two that many names share, two whole names, and words that nobody has.
pub const FOUND: [(&str, bool); 10] = [
    ("a", true),
    ("ma", true),
    ("do", true),
    ("da", true),
    ("no", true),
    ("fa", true),
    ("marsh", true),
    ("okafor", true),
    ("xqz", false),
    ("wqx", false),
];

pub struct Program {
    pub name: &'static str,
    /// Arguments that make a file; `{file}` and `{cases}` are filled in.
    pub make: &'static [&'static str],
    /// Arguments that open it.
    pub open: &'static [&'static str],
    /// What stands at the end of the first frame that takes keys: ours takes a call on it, before its rows are read.
    pub ready: &'static str,
    /// What the page shows that the first key of `to_field` opens.
    pub answered: &'static str,
    /// Keys to the page whose rows Down and Up choose, from the first frame.
    pub to_list: &'static [&'static str],
    /// A key that opens the chosen row, and one that goes back to the list.
    pub open_row: [&'static str; 2],
    /// Keys to the page that is turned, from the list: our calendar, the floor's list.
    pub to_pages: &'static [&'static str],
    /// A key that turns on, and one that turns back.
    pub pages: [&'static str; 2],
    /// Keys back to the list.
    pub from_pages: &'static [&'static str],
    /// Keys into an empty search field, from the list.
    pub to_find: &'static [&'static str],
    /// Keys back to the list.
    pub from_find: &'static [&'static str],
    /// Keys into an empty field whose text is saved while it is typed, from the list.
    pub to_field: &'static [&'static str],
    /// Keys that show the typed text again after a restart, from the first frame.
    pub to_typed: &'static [&'static str],
    /// Asks its file for a text that was typed.
    pub typed: &'static str,
    pub quit: &'static str,
}

pub const FLOOR: Program = Program {
    name: "floor",
    make: &["make", "{file}", "{cases}"],
    open: &["{file}"],
    ready: "THE FLOOR",
    answered: "Note",
    to_list: &[],
    open_row: ["i", ESC],
    to_pages: &[],
    pages: [PAGE_DOWN, HOME],
    from_pages: &[HOME],
    to_find: &["/"],
    from_find: &[ESC],
    to_field: &["i"],
    to_typed: &["i"],
    typed: "SELECT count(*) FROM cases WHERE instr(note, ?1) > 0",
    quit: CTRL_Q,
};

pub const OURS: Program = Program {
    name: "mediation-line",
    make: &["practice", "--cases", "{cases}", "--seed", "1", "--database", "{file}", "--staff", "Priya"],
    open: &["--database", "{file}", "--staff", "{staff}"],
    ready: "F7 Calendar",
    answered: "Who",
    to_list: &[F5],
    open_row: [ENTER, BACKSPACE],
    to_pages: &[F7],
    pages: [PAGE_DOWN, PAGE_UP],
    from_pages: &[F5],
    to_find: &[F3],
    from_find: &[ESC, F5],
    to_field: &[F2, "p", ENTER],
    // The call was left open: the first page tells what of it was kept.
    to_typed: &[],
    typed: "SELECT count(*) FROM caller_details WHERE instr(typed, ?1) > 0",
    // With a call open it asks once more.
    quit: "\u{11}q",
};

/// One side of the race: a program and a file of a certain size.
pub struct Runner {
    pub label: String,
    pub program: &'static Program,
    pub executable: PathBuf,
    pub cases: u32,
}

impl Runner {
    /// The folder of its file.
    pub fn folder(&self) -> String {
        format!("{}-{}", self.program.name, self.cases)
    }

    /// The arguments with everything filled in. Each visit is another person's: a call left open by the one
    /// before is not offered to the next.
    pub fn arguments(&self, of: &[&str], file: &Path, visit: usize) -> Vec<String> {
        of.iter()
            .map(|part| {
                part.replace("{file}", &file.to_string_lossy())
                    .replace("{cases}", &self.cases.to_string())
                    .replace("{staff}", &format!("Visitor {} {visit}", std::process::id()))
            })
            .collect()
    }
}
