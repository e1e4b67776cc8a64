//! The engine of the default: one SQLite file, several desks.
//!
//! WAL with a full sync: a commit that returned survives a power cut. Every write is BEGIN IMMEDIATE with a
//! timeout of five seconds. Deleted bytes are overwritten; a write that erases empties the journal, and so does a
//! desk that goes.
//! Only this file and those of its folder name rusqlite. It opens nothing it cannot trust and creates nothing by itself.

mod check;
mod going;
mod upgrade;

use std::path::{Path, PathBuf};
use std::time::Duration;

use rusqlite::config::DbConfig;
use rusqlite::types::{ToSqlOutput, ValueRef};
use rusqlite::{Connection, ErrorCode, OpenFlags, ToSql, TransactionBehavior};

use super::db::{Db, Edition, Fault, Row, Touches, Value, Write};
use super::migrate::{APPLICATION_ID, SCRIPTS, VERSION};
pub use super::place::NotOpened;
use super::place::{Identity, free_bytes};
pub use check::check;
use going::Journal;
pub use upgrade::copy_of;

/// How long a write waits for another desk.
const WAIT: Duration = Duration::from_secs(5);
/// Versions up to 3.51.2 can damage a file when two desks write and checkpoint at the same instant.
const OLDEST_SAFE: i32 = 3_051_003;

/// An open file.
pub struct Sqlite {
    connection: Connection,
    /// Where it lies and which file it is; none in memory.
    file: Option<(PathBuf, Identity)>,
    seen: i64,
    /// After a failed sync the connection is not trusted any more.
    suspect: bool,
    /// An erasing write has not emptied the journal yet.
    erasing: bool,
    /// Rows that were erased may have been moved before: see [`going`].
    moved: bool,
    journal: Journal,
    /// Writes that were tried, and how often it was opened again.
    own: u64,
}

impl ToSql for Value {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(match self {
            Self::Null => ToSqlOutput::Borrowed(ValueRef::Null),
            Self::Int(n) => ToSqlOutput::Borrowed(ValueRef::Integer(*n)),
            Self::Text(t) => ToSqlOutput::Borrowed(ValueRef::Text(t.as_bytes())),
        })
    }
}

fn prepare(connection: &Connection, file: bool) -> rusqlite::Result<()> {
    connection.busy_timeout(WAIT)?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true)?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_TRUSTED_SCHEMA, false)?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_FKEY, true)?;
    // A plan that looked at the values would be made anew for every set of them.
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)?;
    // A letter in Find and the box beside its list need up to 41 between them: with fewer, each letter makes them anew.
    connection.set_prepared_statement_cache_capacity(44);
    if file {
        let mode: String = connection.query_row("PRAGMA journal_mode = WAL", [], |row| row.get(0))?;
        if mode != "wal" {
            return Err(rusqlite::Error::InvalidQuery);
        }
    }
    connection.execute_batch(
        "PRAGMA synchronous = FULL; PRAGMA secure_delete = ON; PRAGMA cell_size_check = ON;
         PRAGMA temp_store = MEMORY; PRAGMA wal_autocheckpoint = 2000; PRAGMA journal_size_limit = 4194304;
         PRAGMA cache_size = -200;",
    )?;
    let read_back = ["PRAGMA synchronous", "PRAGMA secure_delete", "PRAGMA foreign_keys"]
        .map(|sql| pragma(connection, sql));
    if read_back == [Ok(2), Ok(1), Ok(1)] { Ok(()) } else { Err(rusqlite::Error::InvalidQuery) }
}

fn pragma(connection: &Connection, sql: &str) -> rusqlite::Result<i64> {
    connection.query_row(sql, [], |row| row.get(0))
}

impl Sqlite {
    /// Opens an existing file for writing, in the order of the rules: the place, ours, not newer, then the
    /// settings read back. The content is checked apart, by [`check()`], so that the first page need not wait.
    pub fn open(path: &Path) -> Result<Self, NotOpened> {
        let shown = path.display().to_string();
        let identity = super::place::trusted(path)?;
        // Before the library sees it: opening somebody else's file would already work off its journal.
        super::place::looks_like_ours(path)?;
        let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let mut connection = Connection::open_with_flags(path, flags).map_err(|e| not_opened(&shown, &e))?;
        if rusqlite::version_number() < OLDEST_SAFE {
            return Err(NotOpened::OldLibrary(rusqlite::version().to_owned()));
        }
        connection.busy_timeout(WAIT).map_err(|e| not_opened(&shown, &e))?;
        let id = pragma(&connection, "PRAGMA application_id").map_err(|e| not_opened(&shown, &e))?;
        let version = pragma(&connection, "PRAGMA user_version").map_err(|e| not_opened(&shown, &e))?;
        if id != APPLICATION_ID || version == 0 {
            return Err(NotOpened::Foreign(shown));
        }
        if version > VERSION {
            return Err(NotOpened::Newer(shown));
        }
        if version < VERSION && upgrade::is_a_copy(path, version) {
            return Err(NotOpened::EarlierCopy(shown));
        }
        if connection.is_readonly("main").unwrap_or(true) {
            return Err(NotOpened::ReadOnly(shown));
        }
        prepare(&connection, true).map_err(|e| not_opened(&shown, &e))?;
        if version < VERSION {
            upgrade::upgrade(&mut connection, path, version).map_err(|e| not_opened(&shown, &e))?;
        }
        let mut engine = Self::around(connection, Some((path.to_owned(), identity)));
        engine.erasing = engine.has_marks().map_err(|e| not_opened(&shown, &e))?;
        Ok(engine)
    }

    /// Makes a new file, 0600 in a folder of 0700, and the tables in it.
    pub fn create(path: &Path) -> Result<Self, NotOpened> {
        let shown = path.display().to_string();
        super::place::make_room(path)?;
        let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let made = Connection::open_with_flags(path, flags).and_then(|mut connection| {
            prepare(&connection, true)?;
            write_tables(&mut connection)?;
            // So that the file itself says whose it is, without its journal.
            pragma(&connection, "PRAGMA wal_checkpoint(TRUNCATE)")?;
            Ok(connection)
        });
        let connection = match made {
            Ok(connection) => connection,
            Err(error) => {
                super::place::take_back(path);
                return Err(not_opened(&shown, &error));
            }
        };
        let identity = super::place::trusted(path)?;
        Ok(Self::around(connection, Some((path.to_owned(), identity))))
    }

    /// A file in memory, for tests.
    pub fn in_memory() -> Result<Self, NotOpened> {
        let made = Connection::open_in_memory().and_then(|mut connection| {
            prepare(&connection, false)?;
            write_tables(&mut connection)?;
            Ok(connection)
        });
        Ok(Self::around(made.map_err(|e| not_opened("memory", &e))?, None))
    }

    fn around(connection: Connection, file: Option<(PathBuf, Identity)>) -> Self {
        let seen = pragma(&connection, "PRAGMA data_version").unwrap_or_default();
        Self {
            connection,
            file,
            seen,
            suspect: false,
            erasing: false,
            moved: false,
            journal: Journal::Empty,
            own: 0,
        }
    }

    /// Our file still lies where it lay, and no newer program has changed it.
    fn trust_the_file(&mut self) -> Result<(), Fault> {
        let Some((path, identity)) = &self.file else { return Ok(()) };
        if super::place::identity(path).as_ref() != Some(identity) {
            return Err(Fault::Replaced);
        }
        self.open_again_if_suspect()
    }

    /// After a failed sync nothing more is believed of this connection: what is on the disk is read back by
    /// another one, and everything on the screens with it.
    fn open_again_if_suspect(&mut self) -> Result<(), Fault> {
        if !self.suspect {
            return Ok(());
        }
        let Some((path, identity)) = self.file.clone() else { return Err(Fault::Disk) };
        let mut again = Self::open(&path).map_err(|refused| match refused {
            NotOpened::Busy(_) => Fault::Busy,
            NotOpened::Damaged(_) => Fault::Damaged,
            NotOpened::Newer(_) => Fault::Newer,
            NotOpened::ReadOnly(_) | NotOpened::Exposed(_) | NotOpened::Elsewhere(_) => Fault::ReadOnly,
            NotOpened::Foreign(_) | NotOpened::Missing(_) => Fault::Replaced,
            _ => Fault::Disk,
        })?;
        if again.file.as_ref().is_none_or(|(_, now)| *now != identity) {
            return Err(Fault::Replaced);
        }
        again.own = self.own + 1;
        *self = again;
        // What the connection before it wrote may stand in the journal only.
        self.journal = Journal::Written;
        // Other desks may have written in between: no version is 0, so the next question is answered with yes.
        self.seen = 0;
        Ok(())
    }

    fn fault(&mut self, error: &rusqlite::Error) -> Fault {
        let fault = fault_of(error);
        if fault == Fault::Disk {
            self.suspect = true;
            let full = self.file.as_ref().and_then(|(path, _)| free_bytes(path)).is_some_and(|b| b < 1 << 20);
            return if full { Fault::Full } else { Fault::Disk };
        }
        fault
    }

    fn write_all(&mut self, writes: &[Write]) -> rusqlite::Result<Result<(), Fault>> {
        let transaction = self.connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        if pragma(&transaction, "PRAGMA user_version")? > VERSION {
            return Ok(Err(Fault::Newer));
        }
        for write in writes {
            let mut statement = transaction.prepare_cached(write.sql)?;
            bind(&mut statement, &write.params)?;
            let touched = statement.raw_execute()?;
            if write.touches == Touches::One && touched != 1 {
                return Ok(Err(Fault::Conflict));
            }
        }
        transaction.commit()?;
        Ok(Ok(()))
    }

    fn run(&self, sql: &str) -> rusqlite::Result<usize> {
        self.connection.prepare_cached(sql)?.execute([])
    }

    fn read_all(&self, sql: &str, params: &[Value]) -> rusqlite::Result<Vec<Row>> {
        let mut statement = self.connection.prepare_cached(sql)?;
        bind(&mut statement, params)?;
        let columns = statement.column_count();
        let mut rows = statement.raw_query();
        let mut out = Vec::new();
        while let Some(row) = rows.next()? {
            let value = |at| {
                Ok(match row.get_ref(at)? {
                    ValueRef::Integer(n) => Value::Int(n),
                    ValueRef::Text(t) => Value::Text(String::from_utf8_lossy(t).into_owned()),
                    _ => Value::Null,
                })
            };
            out.push(Row((0..columns).map(value).collect::<rusqlite::Result<_>>()?));
        }
        Ok(out)
    }
}

/// `$1` is bound by its name, so that a statement may use a parameter twice or in any order. One that is missing
/// would be null without a word.
fn bind(statement: &mut rusqlite::Statement<'_>, params: &[Value]) -> rusqlite::Result<()> {
    if statement.parameter_count() > params.len() {
        return Err(rusqlite::Error::InvalidParameterCount(params.len(), statement.parameter_count()));
    }
    for (at, value) in params.iter().enumerate() {
        if let Some(index) = statement.parameter_index(&format!("${}", at + 1))? {
            statement.raw_bind_parameter(index, value)?;
        }
    }
    Ok(())
}

fn write_tables(connection: &mut Connection) -> rusqlite::Result<()> {
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    for script in SCRIPTS {
        transaction.execute_batch(script)?;
    }
    transaction.pragma_update(None, "application_id", APPLICATION_ID)?;
    transaction.pragma_update(None, "user_version", VERSION)?;
    transaction.commit()
}

fn fault_of(error: &rusqlite::Error) -> Fault {
    let rusqlite::Error::SqliteFailure(code, words) = error else {
        return Fault::Mistake(error.to_string());
    };
    match code.code {
        ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked | ErrorCode::FileLockingProtocolFailed => {
            Fault::Busy
        }
        ErrorCode::DiskFull => Fault::Full,
        ErrorCode::SystemIoFailure => Fault::Disk,
        ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase => Fault::Damaged,
        ErrorCode::ReadOnly | ErrorCode::CannotOpen | ErrorCode::PermissionDenied => Fault::ReadOnly,
        // A trigger speaks in sentences. Anything else is a column that the program should have known.
        ErrorCode::ConstraintViolation if code.extended_code == SQLITE_CONSTRAINT_TRIGGER => {
            Fault::Wall(words.clone().unwrap_or_default())
        }
        _ => Fault::Mistake(error.to_string()),
    }
}

/// The library's number for a refusal by `RAISE`.
const SQLITE_CONSTRAINT_TRIGGER: i32 = 1811;

fn not_opened(shown: &str, error: &rusqlite::Error) -> NotOpened {
    let shown = shown.to_owned();
    match fault_of(error) {
        Fault::Busy => NotOpened::Busy(shown),
        // Its first bytes said that it is ours.
        Fault::Damaged => NotOpened::Damaged(shown),
        Fault::ReadOnly => NotOpened::ReadOnly(shown),
        Fault::Mistake(_) if matches!(error, rusqlite::Error::InvalidQuery) => {
            NotOpened::Other(shown, "the disk does not take the settings that keep it safe".to_owned())
        }
        other => NotOpened::Other(shown, other.to_string()),
    }
}

impl Db for Sqlite {
    fn older_copies(&self, holding: &str) -> Vec<String> {
        self.file.as_ref().map(|(path, _)| upgrade::copies_with(path, holding)).unwrap_or_default()
    }

    fn write(&mut self, writes: &[Write], erases: bool) -> Result<(), Fault> {
        self.end_view();
        self.trust_the_file()?;
        self.own += 1;
        match self.write_all(writes) {
            Ok(Ok(())) => {}
            Ok(Err(fault)) => return Err(fault),
            Err(error) => return Err(self.fault(&error)),
        }
        self.journal = Journal::Written;
        if erases {
            self.erasing = true;
            // It is written. If the journal cannot be emptied now, the marks say so to the next pause.
            let _ = self.finish_erasing();
        }
        Ok(())
    }

    fn write_if_free(&mut self, writes: &[Write]) -> Result<(), Fault> {
        let written = self.waiting(Duration::ZERO, |engine| engine.write(writes, false));
        written.map_err(|error| self.fault(&error))?
    }

    fn read(&mut self, sql: &str, params: &[Value]) -> Result<Vec<Row>, Fault> {
        self.open_again_if_suspect()?;
        self.read_all(sql, params).map_err(|error| match self.fault(&error) {
            // The index quotes what was looked for in its complaints; that is nobody else's business.
            Fault::Mistake(_) if sql.contains("MATCH") => {
                Fault::Mistake("a search that the index does not understand".to_owned())
            }
            fault => fault,
        })
    }

    fn begin_view(&mut self) {
        // Without it each statement is a view of its own, which is true as well.
        let _ = self.open_again_if_suspect().map(|()| self.run("BEGIN"));
    }

    fn end_view(&mut self) {
        if !self.connection.is_autocommit() {
            let _ = self.run("COMMIT");
        }
    }

    fn edition(&mut self) -> Result<Option<Edition>, Fault> {
        self.open_again_if_suspect()?;
        let others = pragma(&self.connection, "PRAGMA data_version").map_err(|error| self.fault(&error))?;
        Ok(Some(Edition { others, own: self.own }))
    }

    fn changed(&mut self) -> Result<bool, Fault> {
        self.open_again_if_suspect()?;
        let now = pragma(&self.connection, "PRAGMA data_version").map_err(|error| self.fault(&error))?;
        let changed = self.seen != now;
        if changed && !self.erasing {
            // Another desk may have erased and gone before the journal was empty.
            self.erasing = self.has_marks().map_err(|error| self.fault(&error))?;
        }
        self.seen = now;
        Ok(changed)
    }

    fn rest(&mut self) -> Result<(), Fault> {
        self.tidy().map_err(|error| self.fault(&error))
    }

    fn is_erasing(&self) -> bool {
        self.erasing
    }

    fn check_small(&mut self) -> Option<Result<(), Fault>> {
        Self::check_small(self)
    }
}
