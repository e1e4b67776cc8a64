//! The look through a whole file at each start, for damage.
//!
//! It has a connection of its own, so that the desk answers meanwhile. What the file's own wall guards is not asked
//! again here: it was asked when it was written.

use std::path::Path;

use rusqlite::{Connection, OpenFlags};

use super::{WAIT, fault_of};
use crate::store::db::Fault;

/// Looks through the whole file on a connection of its own: milliseconds for a thousand cases.
pub fn check(path: &Path) -> Result<(), Fault> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = Connection::open_with_flags(path, flags).map_err(|e| fault_of(&e))?;
    connection.busy_timeout(WAIT).map_err(|e| fault_of(&e))?;
    // Every page is read once: a small cache is as quick as a large one. What a CHECK says was asked when it was
    // written, and asking again takes five times as long as looking for damage.
    connection
        .execute_batch("PRAGMA cache_size = -256; PRAGMA ignore_check_constraints = ON")
        .map_err(|e| fault_of(&e))?;
    let said: String =
        connection.query_row("PRAGMA quick_check(1)", [], |row| row.get(0)).map_err(|e| fault_of(&e))?;
    if said == "ok" { Ok(()) } else { Err(Fault::Damaged) }
}
