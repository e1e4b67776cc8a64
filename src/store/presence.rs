//! Which desks look at which cases, so that two people at one case know of each other.
//!
//! It is written in a pause after a page was opened or left, never with a key, and holds nothing of a family: a desk, a case, a
//! member of staff. A mark is the desk's, not the person's: two desks under one name never remove each other's. It is a
//! courtesy and no lock: where it cannot be written nobody waits for it, but for a desk that goes. What a desk that crashed has left behind is
//! not believed after twelve hours, and is removed when a desk starts.

use super::db::Write;
use super::{Result, Store};
use crate::params;

/// How long a desk is believed to be in a case, in milliseconds.
const BELIEVED: i64 = 12 * 60 * 60 * 1000;

/// Where this desk is.
#[derive(Debug, Default)]
pub(super) struct Here {
    /// The key of this desk, made when it started; 0 for a command of the shell.
    desk: i64,
    cases: Vec<i64>,
}

impl Store {
    /// This is the desk of that key.
    pub fn sit_at(&mut self, desk: i64) {
        self.here.desk = desk;
    }

    /// This desk is in these cases now, and in no other.
    ///
    /// # Errors
    /// The file cannot be written: then nobody is told. Or another desk is writing just now.
    pub fn be_in(&mut self, cases: &[i64], staff: &str, at: i64) -> Result<()> {
        let desk = self.here.desk;
        let gone = self.here.cases.iter().filter(|case| !cases.contains(case)).map(|case| {
            Write::any("DELETE FROM presence WHERE desk = $1 AND case_id = $2", params![desk, *case])
        });
        let come = cases.iter().filter(|case| !self.here.cases.contains(case)).map(|case| {
            Write::any(
                "INSERT INTO presence (desk, case_id, staff, since)
                 SELECT $1, id, $3, $4 FROM cases WHERE id = $2 AND state IN ('open', 'closed')
                   AND NOT EXISTS (SELECT 1 FROM presence WHERE desk = $1 AND case_id = $2)",
                params![desk, *case, staff, at],
            )
        });
        let writes: Vec<Write> = gone.chain(come).collect();
        if !writes.is_empty() {
            self.db.write_if_free(&writes)?;
        }
        self.here.cases = cases.to_vec();
        Ok(())
    }

    /// This desk goes. What it left behind would be believed for hours, so it waits for another that is writing.
    ///
    /// # Errors
    /// The file cannot be written.
    pub fn be_nowhere(&mut self) -> Result<()> {
        if self.here.cases.is_empty() {
            return Ok(());
        }
        self.write(&[Write::any("DELETE FROM presence WHERE desk = $1", params![self.here.desk])])
    }

    /// A desk starts: what was left behind twelve hours ago is removed.
    ///
    /// # Errors
    /// The file cannot be written.
    pub fn clear_presence(&mut self, at: i64) -> Result<()> {
        let rows = self.read_one(
            "SELECT 1 FROM presence WHERE desk <> $1 AND since < $2 LIMIT 1",
            &params![self.here.desk, at - BELIEVED],
        )?;
        if rows.is_none() {
            return Ok(());
        }
        let old = params![self.here.desk, at - BELIEVED];
        Ok(self
            .db
            .write_if_free(&[Write::any("DELETE FROM presence WHERE desk <> $1 AND since < $2", old)])?)
    }

    /// Who else is in a case; one's own name is another desk under it. The time of the file is that of its last line of
    /// history.
    pub(super) fn others_in(&mut self, case: i64) -> Result<Vec<String>> {
        let rows = self.read(
            "SELECT DISTINCT staff FROM presence WHERE case_id = $1 AND desk <> $2
               AND since > COALESCE((SELECT at FROM history ORDER BY seq DESC LIMIT 1), 0) - $3
             ORDER BY staff",
            &params![case, self.here.desk, BELIEVED],
        )?;
        Ok(rows.into_iter().map(|row| row.text(0)).collect())
    }
}
