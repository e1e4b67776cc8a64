//! Holds whose last day is over: they are let go by the first desk that looks in the morning, and by whoever claims
//! time. What a case still waits for is put into words anew in the same write, so that no row of Today names a hold
//! that is not there; there is nothing to be finished after the write.

use crate::domain::queue::{BookingState, CaseFacts};
use crate::params;
use crate::store::db::{Fault, Write};
use crate::store::{NotDone, Result, Signed, Store, TRIES};

impl Store {
    /// Lets go the holds whose last day is over, of all cases, in one write; says how many there were. Another desk
    /// that changes one of the cases in between is waited for.
    ///
    /// # Errors
    /// The file cannot be read or written.
    pub fn let_go_lapsed(&mut self, signed: &Signed) -> Result<usize> {
        for _ in 0..TRIES {
            let lapsed = self.read(
                "SELECT case_id FROM bookings WHERE state = 'held' AND held_until < $1 ORDER BY case_id",
                &params![signed.today],
            )?;
            if lapsed.is_empty() {
                return Ok(0);
            }
            let mut cases: Vec<i64> = lapsed.iter().map(|row| row.int(0)).collect();
            cases.dedup();
            let (mut writes, mut rows) = (Vec::new(), Vec::new());
            for case in cases {
                let mut facts = self.facts(case)?;
                writes.push(Write::one(
                    "UPDATE cases SET rev = rev + 1 WHERE id = $1 AND rev = $2",
                    params![case, facts.rev],
                ));
                lapse(&mut facts, signed);
                rows.extend(self.queue_rows(&facts));
            }
            writes.extend(let_lapsed_go(signed));
            writes.extend(rows);
            match self.write(&writes) {
                Err(NotDone::Failed(Fault::Conflict)) => {}
                done => return done.map(|()| lapsed.len()),
            }
        }
        Err(Fault::Conflict.into())
    }
}

/// The facts as they are once the lapsed holds are let go.
pub(super) fn lapse(facts: &mut CaseFacts, signed: &Signed) {
    facts
        .bookings
        .retain(|b| b.state != BookingState::Held || b.held_until.is_none_or(|until| until >= signed.today));
}

/// The first statements of every claiming write. A hold's row of the queue goes, its case is marked as changed
/// so that no desk writes the row again from older facts, and the line of history has the key after the hold's.
pub(super) fn let_lapsed_go(signed: &Signed) -> Vec<Write> {
    let today = signed.today;
    vec![
        Write::any(
            // By the case as well, because the rows are found by it.
            "DELETE FROM attention WHERE
               case_id IN (SELECT case_id FROM bookings WHERE state = 'held' AND held_until < $1)
               AND booking_id IN (SELECT id FROM bookings WHERE state = 'held' AND held_until < $1)",
            params![today],
        ),
        Write::any(
            "INSERT INTO history (id, at, staff, act, mark, case_id)
             SELECT id + 15, $2, 'Mediation Line', 'Hold let go: its five days are over', '.', case_id
             FROM bookings WHERE state = 'held' AND held_until < $1
               AND NOT EXISTS (SELECT 1 FROM history h WHERE h.id = bookings.id + 15)",
            params![today, signed.at],
        ),
        Write::any(
            "UPDATE cases SET rev = rev + 1 WHERE id IN
             (SELECT case_id FROM bookings WHERE state = 'held' AND held_until < $1)",
            params![today],
        ),
        Write::any(
            "UPDATE bookings SET state = 'let go', rev = rev + 1 WHERE state = 'held' AND held_until < $1",
            params![today],
        ),
    ]
}
