//! Bringing a file of an earlier version to this program's, without risk to it.
//!
//! First a copy is made beside it, 0600, and looked through; then all missing scripts run in one transaction
//! with the version in it. Two desks that start at once upgrade once: the version is read again inside the
//! transaction. Desks that still run the earlier program notice the version at their next write and stop. Going
//! back is absent: the copy is what the earlier program can open.

use std::fs::OpenOptions;
use std::os::unix::fs::OpenOptionsExt;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};

use rusqlite::{Connection, ErrorCode, OpenFlags, TransactionBehavior};

use super::super::migrate::{SCRIPTS, VERSION};
use super::pragma;

/// Where the copy of a file of this version lies: `mediation-line.db` becomes `mediation-line.version-1.db`.
pub fn copy_of(path: &Path, version: i64) -> PathBuf {
    let stem = path.file_stem().unwrap_or_default().to_string_lossy();
    let ending = path.extension().unwrap_or_default().to_string_lossy();
    let ending = if ending.is_empty() { String::new() } else { format!(".{ending}") };
    path.with_file_name(format!("{stem}.version-{version}{ending}"))
}

/// Brings an open file from `version` to [`VERSION`].
pub(super) fn upgrade(connection: &mut Connection, path: &Path, version: i64) -> rusqlite::Result<()> {
    copy(connection, &copy_of(path, version))?;
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    let now = pragma(&transaction, "PRAGMA user_version")?;
    for script in SCRIPTS.iter().skip(usize::try_from(now).unwrap_or(usize::MAX)) {
        transaction.execute_batch(script)?;
    }
    if now < VERSION {
        transaction.pragma_update(None, "user_version", VERSION)?;
    }
    transaction.commit()
}

/// Tells copies that are begun at once apart.
static BEGUN: AtomicU64 = AtomicU64::new(0);

/// A whole copy in a file of its own, put in its place only when it was looked through. An earlier copy of the
/// same version stays as it is.
fn copy(connection: &Connection, to: &Path) -> rusqlite::Result<()> {
    if to.exists() {
        return Ok(());
    }
    let nth = BEGUN.fetch_add(1, Ordering::Relaxed);
    let begun = to.with_extension(format!("begun-{}-{nth}", std::process::id()));
    let made = write_copy(connection, &begun)
        .and_then(|()| std::fs::rename(&begun, to).map_err(|_| not_made()))
        .and_then(|()| sync_folder(to).map_err(|_| not_made()));
    if made.is_err() {
        let _ = std::fs::remove_file(&begun);
    }
    made
}

fn write_copy(connection: &Connection, to: &Path) -> rusqlite::Result<()> {
    let counted =
        "SELECT (SELECT count(*) FROM cases) + (SELECT count(*) FROM calls) + (SELECT count(*) FROM history)";
    let before = pragma(connection, counted)?;
    let file =
        OpenOptions::new().write(true).create_new(true).mode(0o600).open(to).map_err(|_| not_made())?;
    connection.execute("VACUUM INTO $1", [to.to_string_lossy()])?;
    file.sync_all().map_err(|_| not_made())?;
    let copy = Connection::open_with_flags(to, OpenFlags::SQLITE_OPEN_READ_ONLY)?;
    let said: String = copy.query_row("PRAGMA integrity_check(1)", [], |row| row.get(0))?;
    // Another desk may have written while the copy was made.
    if said == "ok" && pragma(&copy, counted)? >= before { Ok(()) } else { Err(not_made()) }
}

fn sync_folder(path: &Path) -> std::io::Result<()> {
    std::fs::File::open(path.parent().unwrap_or(Path::new(".")))?.sync_all()
}

/// The disk did not take the copy.
fn not_made() -> rusqlite::Error {
    let code = rusqlite::ffi::Error { code: ErrorCode::SystemIoFailure, extended_code: 10 };
    rusqlite::Error::SqliteFailure(code, None)
}
