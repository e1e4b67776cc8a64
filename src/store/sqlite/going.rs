//! Emptying the journal, after an erasing write and when a desk goes.
//!
//! The last desk to go takes the journal with it. One that goes while another stays leaves the journal there, and in it
//! words that were put right since: so it empties the journal first. A reader of another desk is waited for, but not
//! for long. Where one reads for longer, as whoever copies the file, the journal stays until the last desk goes; no mark
//! stands for that, because a mark of erasing would open rows to be removed.

use std::time::Duration;

use rusqlite::TransactionBehavior;

use super::{Db, Sqlite, WAIT, pragma};

/// How long the emptying of the journal waits for a reader; what must leave is tried again in the next pause.
const WAIT_TO_EMPTY: Duration = Duration::from_millis(250);

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
