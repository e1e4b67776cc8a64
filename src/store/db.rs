//! The seam between the program's questions and an engine that answers them.
//!
//! An engine writes a list of statements, all or none, and says whether each touched as many rows as it had
//! to; it reads rows; it tells whether somebody else has written. There is no interactive transaction, so the
//! same list can be sent to a server. Parameters are `$1`, `$2`...; values are text, 64-bit integers or null.

use std::fmt;

/// A value of a column or a parameter. Its `Debug` never shows text.
#[derive(Clone, PartialEq, Eq)]
pub enum Value {
    /// Nothing.
    Null,
    /// A number: a key, a moment in UTC milliseconds, a count.
    Int(i64),
    /// Text.
    Text(String),
}

impl fmt::Debug for Value {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Null => f.write_str("Null"),
            Self::Int(n) => write!(f, "{n}"),
            Self::Text(t) => write!(f, "Text({} characters)", t.chars().count()),
        }
    }
}

impl From<i64> for Value {
    fn from(n: i64) -> Self {
        Self::Int(n)
    }
}
impl From<&str> for Value {
    fn from(t: &str) -> Self {
        Self::Text(t.to_owned())
    }
}
impl From<String> for Value {
    fn from(t: String) -> Self {
        Self::Text(t)
    }
}
impl From<&String> for Value {
    fn from(t: &String) -> Self {
        Self::Text(t.clone())
    }
}
impl From<crate::domain::text::Private> for Value {
    fn from(t: crate::domain::text::Private) -> Self {
        Self::Text(t.0)
    }
}
impl From<&crate::domain::text::Private> for Value {
    fn from(t: &crate::domain::text::Private) -> Self {
        Self::Text(t.0.clone())
    }
}
impl From<chrono::NaiveDate> for Value {
    fn from(day: chrono::NaiveDate) -> Self {
        Self::Text(day.format("%Y-%m-%d").to_string())
    }
}
impl From<crate::domain::moment::Moment> for Value {
    fn from(moment: crate::domain::moment::Moment) -> Self {
        Self::Text(moment.to_string())
    }
}
impl<T: Into<Value>> From<Option<T>> for Value {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Null, Into::into)
    }
}

/// Builds a parameter list.
#[macro_export]
macro_rules! params {
    ($($value:expr),* $(,)?) => { Vec::<$crate::store::db::Value>::from([$($crate::store::db::Value::from($value)),*]) };
}

/// One row of an answer. Columns are read by position; a value of another type reads as empty.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row(pub Vec<Value>);

impl Row {
    /// The text of a column; empty for null.
    pub fn text(&self, at: usize) -> String {
        match self.0.get(at) {
            Some(Value::Text(t)) => t.clone(),
            _ => String::new(),
        }
    }

    /// The number of a column, or none for null.
    pub fn number(&self, at: usize) -> Option<i64> {
        match self.0.get(at) {
            Some(Value::Int(n)) => Some(*n),
            _ => None,
        }
    }

    /// The number of a column that is never null; 0 where it is.
    pub fn int(&self, at: usize) -> i64 {
        self.number(at).unwrap_or_default()
    }

    /// The day of a column, or none for null; a minute of a day is that day.
    pub fn day(&self, at: usize) -> Option<chrono::NaiveDate> {
        let text = self.text(at);
        text.split_once('T').map_or(text.as_str(), |(day, _)| day).parse().ok()
    }
}

/// How many rows a statement has to touch.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Touches {
    /// Exactly one; anything else is a conflict and undoes the whole list.
    One,
    /// Any number.
    Any,
}

/// One statement of a write.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Write {
    /// The statement, with `$1`...
    pub sql: &'static str,
    /// Its parameters.
    pub params: Vec<Value>,
    /// How many rows it has to touch.
    pub touches: Touches,
}

impl Write {
    /// A statement that has to touch one row.
    pub fn one(sql: &'static str, params: Vec<Value>) -> Self {
        Self { sql, params, touches: Touches::One }
    }

    /// A statement that may touch any number of rows.
    pub fn any(sql: &'static str, params: Vec<Value>) -> Self {
        Self { sql, params, touches: Touches::Any }
    }
}

/// The outside failed, or the file's own wall said no.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Fault {
    /// Another desk is writing and did not finish in time.
    #[error("another desk is writing")]
    Busy,
    /// The disk is full.
    #[error("the disk is full")]
    Full,
    /// The disk, or the connection to it, failed.
    #[error("the disk did not answer")]
    Disk,
    /// The file is damaged.
    #[error("the file is damaged. Nothing was changed")]
    Damaged,
    /// The file may not be written, or is gone.
    #[error("the file cannot be written")]
    ReadOnly,
    /// Another file lies at the place of ours.
    #[error("the file was replaced while the program was running")]
    Replaced,
    /// A newer program has changed the file.
    #[error("a newer program updated the file. Close this one and start it again")]
    Newer,
    /// A row was changed by another desk since it was read.
    #[error("another desk changed it a moment ago")]
    Conflict,
    /// A rule kept by the file itself: its words.
    #[error("{0}")]
    Wall(String),
    /// Our own mistake: a statement the engine does not understand. Its words are for a test; no person is shown them.
    #[error("a mistake of the program")]
    Mistake(String),
}

impl Fault {
    /// It may be over in a moment: the same write is worth sending again.
    pub fn may_pass(&self) -> bool {
        matches!(self, Self::Busy | Self::Full | Self::Disk | Self::ReadOnly)
    }
}

/// A state of the file, as one engine knows it: another after each write, whoever wrote.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Edition {
    /// Changes when another desk has written.
    pub others: i64,
    /// Changes when this one has, or has opened the file again.
    pub own: u64,
}

/// An engine.
pub trait Db: Send {
    /// Writes all statements or none, durably, before it returns. With `erases`, what was deleted is also
    /// gone from the journal before the call returns, or as soon as no other desk reads it.
    fn write(&mut self, writes: &[Write], erases: bool) -> Result<(), Fault>;
    /// The same of what nobody waits for: while another desk writes it is refused at once as [`Fault::Busy`].
    fn write_if_free(&mut self, writes: &[Write]) -> Result<(), Fault> {
        self.write(writes, false)
    }
    /// Reads rows.
    fn read(&mut self, sql: &str, params: &[Value]) -> Result<Vec<Row>, Fault>;
    /// Until [`Db::end_view`] or the next write, all reads see the file as it is at the first of them.
    fn begin_view(&mut self) {}
    /// The reads after it see the file as it is then.
    fn end_view(&mut self) {}
    /// What is read now is of this edition; none where the engine cannot tell.
    fn edition(&mut self) -> Result<Option<Edition>, Fault> {
        Ok(None)
    }
    /// Another desk has written since the last time this was asked.
    fn changed(&mut self) -> Result<bool, Fault>;
    /// The names of copies that an upgrade left beside the file and that answer the question `holding`, one number,
    /// with yes, for an engine that makes any.
    fn older_copies(&self, holding: &str) -> Vec<String> {
        let _ = holding;
        Vec::new()
    }
    /// A quiet moment: tidy the journal, finish erasing.
    fn rest(&mut self) -> Result<(), Fault>;
    /// What was deleted may still stand in the journal: [`Db::rest`] is worth calling again soon.
    fn is_erasing(&self) -> bool;
    /// Looks through the whole file for damage if it is so small that nobody notices; none if it was not done.
    fn check_small(&mut self) -> Option<Result<(), Fault>> {
        None
    }
}
