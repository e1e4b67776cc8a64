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
use std::time::Duration;

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

/// The copies of earlier versions beside a file that answer this question with yes, by name. One that cannot be read
/// is among them: it may hold what is asked for.
pub(super) fn copies_with(path: &Path, holding: &str) -> Vec<String> {
    let copies = (1..VERSION).map(|version| copy_of(path, version)).filter(|copy| copy.exists());
    let with = copies.filter(|copy| holds(copy, holding).unwrap_or(true));
    with.filter_map(|copy| Some(copy.file_name()?.to_string_lossy().into_owned())).collect()
}

fn holds(copy: &Path, holding: &str) -> rusqlite::Result<bool> {
    let copy = Connection::open_with_flags(copy, OpenFlags::SQLITE_OPEN_READ_ONLY)?;
    copy.query_row(holding, [], |row| row.get(0))
}

/// By its name it is the copy of a file of this version: what the earlier program can open, and a copy of it would
/// hold the same families once more.
pub(super) fn is_a_copy(path: &Path, version: i64) -> bool {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let mark = format!(".version-{version}");
    name.ends_with(&mark) || name.contains(&format!("{mark}."))
}

/// Brings an open file from `version` to [`VERSION`].
pub(super) fn upgrade(connection: &mut Connection, path: &Path, version: i64) -> rusqlite::Result<()> {
    copy(connection, &copy_of(path, version), version)?;
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
/// In the name of a copy that is not finished.
const MARK: &str = "begun-";

/// A whole copy in a file of its own, put in its place only when it was looked through. It takes the place of a copy
/// that an earlier upgrade left.
fn copy(connection: &Connection, to: &Path, version: i64) -> rusqlite::Result<()> {
    clear_away_what_was_begun(to);
    let nth = BEGUN.fetch_add(1, Ordering::Relaxed);
    let begun = to.with_extension(format!("{MARK}{}-{nth}", std::process::id()));
    let made = write_copy(connection, &begun).and_then(|copied| {
        if copied != version {
            // Another desk has upgraded meanwhile: its copy is the one to keep.
            return std::fs::remove_file(&begun).map_err(|_| not_made());
        }
        std::fs::rename(&begun, to).and_then(|()| sync_folder(to)).map_err(|_| not_made())
    });
    if made.is_err() {
        let _ = std::fs::remove_file(&begun);
    }
    made
}

/// Writes the copy, looks through it, and gives its version.
fn write_copy(connection: &Connection, to: &Path) -> rusqlite::Result<i64> {
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
    if said == "ok" && pragma(&copy, counted)? >= before {
        pragma(&copy, "PRAGMA user_version")
    } else {
        Err(not_made())
    }
}

/// A copy that a stopped computer left unfinished holds a family's details as the file does: it goes after an hour.
fn clear_away_what_was_begun(to: &Path) {
    let Some(stem) = to.file_stem().and_then(|stem| stem.to_str()) else { return };
    let Ok(folder) = std::fs::read_dir(to.parent().unwrap_or(Path::new("."))) else { return };
    for entry in folder.flatten() {
        let name = entry.file_name();
        let is_begun = name.to_str().is_some_and(|name| name.starts_with(&format!("{stem}.{MARK}")));
        let age = entry.metadata().and_then(|about| about.modified()).ok().and_then(|at| at.elapsed().ok());
        if is_begun && age.is_some_and(|age| age > Duration::from_hours(1)) {
            let _ = std::fs::remove_file(entry.path());
        }
    }
}

fn sync_folder(path: &Path) -> std::io::Result<()> {
    std::fs::File::open(path.parent().unwrap_or(Path::new(".")))?.sync_all()
}

/// The disk did not take the copy.
fn not_made() -> rusqlite::Error {
    let code = rusqlite::ffi::Error { code: ErrorCode::SystemIoFailure, extended_code: 10 };
    rusqlite::Error::SqliteFailure(code, None)
}
