//! The look through a whole file at each start, for damage.
//!
//! A large file is looked through on a connection of its own, so that the desk answers meanwhile; a small one on the
//! desk's, because a second connection takes a megabyte for its own copy of the file's rules. What the file's own wall
//! guards is not asked again here: it was asked when it was written.

use std::path::Path;

use rusqlite::{Connection, OpenFlags};

use super::{Sqlite, WAIT, fault_of};
use crate::store::db::Fault;

/// The largest file in bytes that is looked through on the desk's own connection: fifty milliseconds at most.
const SMALL: u64 = 8 << 20;

/// Looks through the whole file on a connection of its own: a fifth of a second for ten thousand cases.
pub fn check(path: &Path) -> Result<(), Fault> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = Connection::open_with_flags(path, flags).map_err(|e| fault_of(&e))?;
    connection.busy_timeout(WAIT).map_err(|e| fault_of(&e))?;
    // Every page is read once: a small cache is as quick as a large one.
    connection.execute_batch("PRAGMA cache_size = -256").map_err(|e| fault_of(&e))?;
    look(&connection)
}

impl Sqlite {
    /// Looks through the file here and now if it is small.
    pub(super) fn check_small(&mut self) -> Option<Result<(), Fault>> {
        let (path, _) = self.file.as_ref()?;
        let small = std::fs::metadata(path).is_ok_and(|file| file.len() <= SMALL);
        small.then(|| look(&self.connection))
    }
}

fn look(connection: &Connection) -> Result<(), Fault> {
    // What a CHECK says was asked when it was written, and asking again takes five times as long as looking for damage.
    let looked = connection
        .execute_batch("PRAGMA ignore_check_constraints = ON")
        .and_then(|()| connection.query_row("PRAGMA quick_check(1)", [], |row| row.get::<_, String>(0)));
    let guarded = connection.execute_batch("PRAGMA ignore_check_constraints = OFF");
    let said = looked.and_then(|said| guarded.map(|()| said)).map_err(|e| fault_of(&e))?;
    if said == "ok" { Ok(()) } else { Err(Fault::Damaged) }
}
