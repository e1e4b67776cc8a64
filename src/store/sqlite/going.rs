//! Emptying the journal, after an erasing write and when a desk goes.
//!
//! The last desk to go takes the journal with it. One that goes while another stays leaves the journal there, and in it
//! words that were put right since: so it empties the journal first. A reader of another desk is waited for, but not
//! for long. Where one reads for longer, as whoever copies the file, the journal stays until the last desk goes; no mark
//! stands for that, because a mark of erasing would open rows to be removed.
//!
//! Where rows were moved to another page, SQLite leaves what stood in the part of the old one that is not used any more, and
//! overwrites nothing there. So the whole file is written anew behind what was erased: at once where that takes no
//! time to speak of, in a long pause where it takes a second, and not in a file larger than that.

use std::time::Duration;

use rusqlite::TransactionBehavior;

use super::{Db, Sqlite, WAIT, pragma};

/// How long the emptying of the journal waits for a reader; what must leave is tried again in the next pause.
const WAIT_TO_EMPTY: Duration = Duration::from_millis(250);

/// The largest file, in bytes, that is written anew with the erasing write itself: some 2,500 cases, in a tenth of a second.
const SMALL: i64 = 16 << 20;

/// The largest, in bytes, that is written anew in a long pause: some 10,000 cases, in memory.
const LARGE: i64 = 64 << 20;

/// What this desk wrote, in the journal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Journal {
    /// Nothing of it stands there.
    Empty,
    /// A pause has asked for it to be copied into the file; whether a reader was in the way is not known.
    Copied,
    /// It may be nowhere else.
    Written,
}

impl Sqlite {
    /// Empties the journal after an erasing write and takes away the marks that stood before it. While another
    /// desk reads, the marks stay, and the next pause or the next start tries again.
    pub(super) fn finish_erasing(&mut self) -> rusqlite::Result<()> {
        let marks: Vec<i64> = self
            .connection
            .prepare_cached("SELECT owner FROM erasing")?
            .query_map([], |row| row.get(0))?
            .collect::<rusqlite::Result<_>>()?;
        self.moved = true;
        self.write_anew(SMALL)?;
        if self.empty_journal()? {
            let transaction = self.connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
            for owner in marks {
                transaction.execute("DELETE FROM erasing WHERE owner = $1", [owner])?;
            }
            transaction.commit()?;
            self.journal = Journal::Written;
            self.erasing = self.has_marks()?;
        }
        Ok(())
    }

    /// What a pause is for: an erasing write that is not finished, what it left to a pause, or the journal.
    pub(super) fn tidy(&mut self) -> rusqlite::Result<()> {
        if self.erasing {
            self.finish_erasing()?;
        } else if self.moved {
            self.write_anew(LARGE)?;
            self.moved = false;
            self.empty_journal()?;
        } else if self.journal == Journal::Written {
            self.journal = Journal::Copied;
            pragma(&self.connection, "PRAGMA wal_checkpoint(PASSIVE)")?;
        }
        Ok(())
    }

    /// Something is being erased, here or at another desk.
    pub(super) fn has_marks(&self) -> rusqlite::Result<bool> {
        pragma(&self.connection, "SELECT EXISTS (SELECT 1 FROM erasing)").map(|any| any == 1)
    }

    /// Writes the file anew, if it is no larger than that.
    fn write_anew(&mut self, at_most: i64) -> rusqlite::Result<()> {
        let pages = pragma(&self.connection, "PRAGMA page_count")?;
        if self.moved && pages * pragma(&self.connection, "PRAGMA page_size")? <= at_most {
            self.waiting(WAIT_TO_EMPTY, |engine| engine.connection.execute_batch("VACUUM"))??;
            self.moved = false;
        }
        Ok(())
    }

    /// Does something for which another desk is waited for only so long.
    pub(super) fn waiting<T>(
        &mut self,
        most: Duration,
        what: impl FnOnce(&mut Self) -> T,
    ) -> rusqlite::Result<T> {
        self.connection.busy_timeout(most)?;
        let done = what(self);
        self.connection.busy_timeout(WAIT)?;
        Ok(done)
    }

    /// Empties the journal into the file. Says whether it is empty now; otherwise another desk reads in it.
    fn empty_journal(&mut self) -> rusqlite::Result<bool> {
        let checkpoint = |engine: &mut Self| pragma(&engine.connection, "PRAGMA wal_checkpoint(TRUNCATE)");
        let empty = self.waiting(WAIT_TO_EMPTY, checkpoint)?? == 0;
        if empty {
            self.journal = Journal::Empty;
        }
        Ok(empty)
    }
}

impl Drop for Sqlite {
    fn drop(&mut self) {
        if self.journal != Journal::Empty && !self.suspect {
            self.end_view();
            let _ = self.empty_journal();
        }
    }
}
