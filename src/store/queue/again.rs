//! Rows of Today that an earlier version made, made again by the rules of this one.
//!
//! The upgrade leaves a mark in the settings: how far this has come. A version whose rows are only worded otherwise
//! leaves it as well, in its own script, beside whatever else that script is for. A few open cases are done in one
//! write, which moves the mark; the last write takes it away. A case that somebody changes has new rows by that, and is
//! done once more without harm. Nobody has done anything: the day a case was touched stays.

use crate::params;
use crate::store::db::{Fault, Write};
use crate::store::office::setting;
use crate::store::{NotDone, Result, Store};

/// Cases in one write.
const AT_ONCE: i64 = 32;

/// How far it has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Remade {
    /// There was nothing to do.
    Nothing,
    /// There may be more.
    Some,
    /// The last are done.
    Last,
}

impl Store {
    /// Makes the rows of the next open cases again, if an earlier version made them.
    ///
    /// # Errors
    /// The file cannot be read or written.
    pub fn make_older_rows(&mut self) -> Result<Remade> {
        let mark =
            self.read_one("SELECT value FROM settings WHERE key = $1", &params![setting::ROWS_MADE])?;
        let Some(mark) = mark.map(|row| row.text(0)) else { return Ok(Remade::Nothing) };
        let rows = self.read(
            "SELECT id FROM cases WHERE id > $1 AND state = 'open' ORDER BY id LIMIT $2",
            &params![mark.parse::<i64>().unwrap_or_default(), AT_ONCE],
        )?;
        let mut writes = Vec::new();
        for row in &rows {
            let facts = self.facts(row.int(0))?;
            writes.push(Write::one(
                "UPDATE cases SET rev = rev + 1 WHERE id = $1 AND rev = $2",
                params![facts.id, facts.rev],
            ));
            writes.extend(self.queue_rows(&facts));
        }
        let last = rows.last().filter(|_| rows.len() as i64 == AT_ONCE).map(|row| row.int(0));
        // Another desk that came as far has moved the mark.
        writes.push(match last {
            Some(last) => Write::one(
                "UPDATE settings SET value = $1, rev = rev + 1 WHERE key = $2 AND value = $3",
                params![last.to_string(), setting::ROWS_MADE, mark],
            ),
            None => Write::one(
                "DELETE FROM settings WHERE key = $1 AND value = $2",
                params![setting::ROWS_MADE, mark],
            ),
        });
        match self.write(&writes) {
            // Somebody was at one of them: the same again in the next quiet moment.
            Err(NotDone::Failed(Fault::Conflict)) => Ok(Remade::Some),
            done => done.map(|()| if last.is_some() { Remade::Some } else { Remade::Last }),
        }
    }
}
