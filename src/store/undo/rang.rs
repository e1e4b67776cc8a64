//! What a call about a case that was open before added to it at its end: a number, or a contact of their own.
//!
//! With the finish that is taken back they count no more: an added contact is dropped, an added number is an old one, and
//! a number that a party had not is not theirs. Nothing is removed; the next end of the call finds them again, and is taken
//! back as the first one was.
//! A mark that a number is not safe to ring stays, as long as nobody says otherwise by its own key: the call still
//! holds the words. Where anybody changed what was added since, all of it stays and only the call is open again.

use super::super::cases::Change;
use super::super::db::{Value, Write};
use super::super::history::Line;
use super::super::parties::Contact;
use super::super::{Result, Signed, Store};
use super::back::{closes, opens};
use super::finished::call_open_again;
use super::rows::{Delta, Rows};
use super::{CHANGED_AGAIN, Done};
use crate::domain::refusal::Refusal;
use crate::domain::willingness::Needed;
use crate::params;

/// What the end of a call added to its case.
pub(in crate::store) struct Added(Delta);

impl Store {
    /// The case of a call before the call ends; none where that cannot be read.
    pub(in crate::store) fn before_the_end(&mut self, case: i64) -> Option<Rows> {
        self.rows_of(case).ok()
    }

    /// What the end of the call added to it.
    pub(in crate::store) fn added_since(&mut self, case: i64, before: &Rows) -> Option<Box<Added>> {
        let delta = before.changed_to(&self.rows_of(case).ok()?).of_who_rang();
        (!delta.is_empty()).then(|| Box::new(Added(delta)))
    }

    /// The call is open again, and what it added to its case counts no more; whether that was done.
    pub(super) fn open_again_without(
        &mut self,
        done: &Done,
        (call, case): (i64, i64),
        added: &Added,
        line: &Line<'_>,
        signed: &Signed,
    ) -> Result<bool> {
        let mut stands = true;
        let opened = self.change_case_back(case, signed, |store, facts| {
            // Asked at each try: another desk may have written since it was asked before this one.
            if let Some(refusal) = store.changed_since(done, signed)? {
                return Err(refusal.into());
            }
            stands = facts.consent.in_force() && added.0.still_stands(&store.rows_of(case)?);
            if !stands {
                return Err(Refusal::NothingHere(CHANGED_AGAIN).into());
            }
            let mut writes = opens(signed, line);
            for party in added.0.parties() {
                if party.counts_since {
                    if let Some(them) = facts.parties.iter_mut().find(|facts| facts.id == party.id) {
                        them.standing.needed = Needed::Dropped;
                    }
                    writes.push(Write::one(
                        "UPDATE parties SET needed = 'dropped', rev = rev + 1 WHERE id = $1",
                        params![party.id],
                    ));
                } else {
                    writes.push(Write::one(
                        "UPDATE parties SET phone = $1, rev = rev + 1 WHERE id = $2",
                        params![&party.was.phone, party.id],
                    ));
                }
            }
            writes.extend(added.0.numbers().map(|number| {
                Write::one("UPDATE contacts SET current = 'no', rev = rev + 1 WHERE id = $1", params![number])
            }));
            writes.push(call_open_again(call));
            writes.push(closes(signed));
            for party in added.0.parties().into_iter().filter(|party| !party.counts_since) {
                writes.extend(store.person_document_with(case, party.id, &party.was, "")?);
            }
            Ok(Change { writes, line: Line::default() })
        });
        if stands { opened.map(|()| true) } else { Ok(false) }
    }
}

/// A party that the end of a call added, invited again, or changed.
pub(super) struct OfParty {
    pub id: i64,
    /// It did not count before: it was not there, or an earlier end of the call that was taken back had dropped it.
    pub counts_since: bool,
    /// How it was reached before.
    pub was: Contact,
}

/// The number is said not to be safe, or to take no messages.
pub(super) fn is_forbidden(row: &[Value]) -> bool {
    row.iter().take(2).any(|said| *said == Value::Text("no".to_owned()))
}
