//! An engine over which another desk is faster: what that desk does is done just before a write that goes through it.

use std::collections::VecDeque;
use std::path::Path;

use mediation_line::store::db::{Db, Fault, Row, Value, Write};
use mediation_line::store::sqlite::Sqlite;

/// What Tom does.
pub(crate) type Meanwhile = Box<dyn FnOnce() + Send>;

/// A file, and what is done before the first, the second... write that goes through this engine.
pub(crate) struct Overtaken {
    engine: Sqlite,
    meanwhile: VecDeque<Option<Meanwhile>>,
}

impl Overtaken {
    /// Opens the file; each write takes one entry, and after the last nobody is faster any more.
    pub(crate) fn at(path: &Path, meanwhile: impl IntoIterator<Item = Option<Meanwhile>>) -> Self {
        Self { engine: Sqlite::open(path).unwrap(), meanwhile: meanwhile.into_iter().collect() }
    }
}

impl Db for Overtaken {
    fn write(&mut self, writes: &[Write], erases: bool) -> Result<(), Fault> {
        if let Some(Some(meanwhile)) = self.meanwhile.pop_front() {
            meanwhile();
        }
        self.engine.write(writes, erases)
    }
    fn read(&mut self, sql: &str, params: &[Value]) -> Result<Vec<Row>, Fault> {
        self.engine.read(sql, params)
    }
    fn changed(&mut self) -> Result<bool, Fault> {
        self.engine.changed()
    }
    fn rest(&mut self) -> Result<(), Fault> {
        self.engine.rest()
    }
    fn is_erasing(&self) -> bool {
        self.engine.is_erasing()
    }
}
