//! The rows of a case that an act may change, and how each kind is put back.
//!
//! A row that an act added is never removed: an answer is marked as taken back, a hold is let go, a party is
//! dropped. A row that it changed gets the columns it had. What an act did to a table that has no way back, as
//! consent, makes the whole act one that stays. Details of the family follow their own write, with all that hangs on them.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::rang::{OfParty, is_forbidden};
use crate::domain::detail::Detail;
use crate::domain::queue::CaseFacts;
use crate::domain::text::Private;
use crate::params;
use crate::store::cases::details_change;
use crate::store::db::{Row, Value, Write};
use crate::store::parties::Contact;
use crate::store::{Result, Signed, Store};

/// A kind of row of a case.
pub(super) struct Kind {
    /// Reads the rows: the key, then the columns that an act may change.
    read: &'static str,
    /// Puts the columns of a row back, in their order, the key last; none where what is written stays.
    back: Option<&'static str>,
    /// Takes a row back that was added: `$1` is its key, `$2` the moment; none where it stays.
    added: Option<&'static str>,
}

const fn kind(read: &'static str, back: Option<&'static str>, added: Option<&'static str>) -> Kind {
    Kind { read, back, added }
}

/// Where the parties stand in the list.
const PARTIES: usize = 1;
/// Where the answers stand.
const ANSWERS: usize = 2;
/// Where the links with other cases stand.
const LINKS: usize = 9;
/// Where what was said of numbers stands.
const CONTACTS: usize = 10;
/// Where the bookings stand: last, because the light has to be on before a booking comes back.
const BOOKINGS: usize = 13;

/// All kinds. The case comes first, so that a date can come back to an open one.
pub(super) const KINDS: [Kind; 14] = [
    kind(
        "SELECT id, state, route, la_informed, closing, closed, keeper, keep_until FROM cases WHERE id = $1",
        Some(
            "UPDATE cases SET state = $1, route = $2, la_informed = $3, closing = $4, closed = $5, keeper = $6,
               keep_until = $7 WHERE id = $8",
        ),
        None,
    ),
    kind(
        "SELECT id, needed, name, person, relation, phone, email, best_time, needs, decides, suits, chase, chases
         FROM parties WHERE case_id = $1",
        Some(
            "UPDATE parties SET needed = $1, name = $2, person = $3, relation = $4, phone = $5, email = $6,
               best_time = $7, needs = $8, decides = $9, suits = $10, chase = $11, chases = $12, rev = rev + 1
             WHERE id = $13",
        ),
        Some("UPDATE parties SET needed = 'dropped', chase = NULL, rev = rev + 1 WHERE id = $1"),
    ),
    kind(
        "SELECT a.id, a.taken_back FROM answers a JOIN parties p ON p.id = a.party_id WHERE p.case_id = $1",
        None,
        Some("UPDATE answers SET taken_back = $2 WHERE id = $1"),
    ),
    kind(
        "SELECT id, due, at_time, who, state, done, words FROM steps WHERE case_id = $1",
        Some(
            "UPDATE steps SET due = $1, at_time = $2, who = $3, state = $4, done = $5, words = $6, rev = rev + 1
             WHERE id = $7",
        ),
        Some("UPDATE steps SET state = 'dropped', rev = rev + 1 WHERE id = $1"),
    ),
    kind(
        "SELECT id, taken_back FROM outcomes WHERE case_id = $1",
        None,
        Some("UPDATE outcomes SET taken_back = $2 WHERE id = $1"),
    ),
    kind(
        "SELECT id, what, who, period, typed, due, state, done FROM agreed_actions WHERE case_id = $1",
        Some(
            "UPDATE agreed_actions SET what = $1, who = $2, period = $3, typed = $4, due = $5, state = $6, done = $7,
               rev = rev + 1 WHERE id = $8",
        ),
        // Without a day: one that has it was noted, and not done.
        Some("UPDATE agreed_actions SET state = 'dropped', done = NULL, rev = rev + 1 WHERE id = $1"),
    ),
    kind(
        "SELECT id, state, sent, how, recipient, words FROM certificates WHERE case_id = $1",
        Some(
            "UPDATE certificates SET state = $1, sent = $2, how = $3, recipient = $4, words = $5, rev = rev + 1
             WHERE id = $6",
        ),
        Some("UPDATE certificates SET state = 'taken back', sent = NULL, rev = rev + 1 WHERE id = $1"),
    ),
    kind(
        "SELECT id, until, taken_back FROM snoozes WHERE case_id = $1",
        Some("UPDATE snoozes SET until = $1, taken_back = $2 WHERE id = $3"),
        Some("UPDATE snoozes SET taken_back = $2 WHERE id = $1"),
    ),
    kind(
        "SELECT id, state FROM handovers WHERE case_id = $1",
        None,
        Some("UPDATE handovers SET state = 'taken back', settled = $2, rev = rev + 1 WHERE id = $1"),
    ),
    kind(
        "SELECT id, state FROM links WHERE a = $1 OR b = $1",
        Some("UPDATE links SET state = $1, rev = rev + 1 WHERE id = $2"),
        Some("UPDATE links SET state = 'unlinked', rev = rev + 1 WHERE id = $1"),
    ),
    kind(
        "SELECT id, ring, message, writing, said_by, day, staff, current FROM contacts WHERE case_id = $1",
        Some(
            "UPDATE contacts SET ring = $1, message = $2, writing = $3, said_by = $4, day = $5, staff = $6,
               current = $7, rev = rev + 1 WHERE id = $8",
        ),
        // Nobody said it; and a number that was kept as an old one is the party's again.
        Some(
            "UPDATE contacts SET ring = 'not said', message = 'not said', writing = 'not said', said_by = '',
               current = 'yes', rev = rev + 1 WHERE id = $1",
        ),
    ),
    kind("SELECT id, state FROM objections WHERE case_id = $1", None, None),
    // One statement of two reads: neither a consent nor a choice between two values is taken back.
    kind(
        "SELECT id, act FROM consents WHERE case_id = $1 UNION ALL SELECT id, state FROM clashes WHERE case_id = $1",
        None,
        None,
    ),
    kind(
        "SELECT id, state, held_until, format, short_notice_agreed, told_family, told_other_side, at, staff, day
         FROM bookings WHERE case_id = $1",
        Some(
            "UPDATE bookings SET state = $1, held_until = $2, format = $3, short_notice_agreed = $4, told_family = $5,
               told_other_side = $6, at = $7, staff = $8, rev = rev + 1 WHERE id = $10 AND day = $9",
        ),
        Some(
            "UPDATE bookings SET state = 'let go', rev = rev + 1
             WHERE id = $1 AND state IN ('held', 'booked', 'in doubt')",
        ),
    ),
];

/// A detail as typed, and its reading.
type AsTyped = (Private, Private);

/// The rows of a case at one moment.
pub(in crate::store) struct Rows {
    rows: BTreeMap<(usize, i64), Vec<Value>>,
    details: BTreeMap<Detail, AsTyped>,
}

/// A row that an act added or changed.
struct Touched {
    kind: usize,
    key: i64,
    was: Option<Vec<Value>>,
    now: Vec<Value>,
}

/// What an act did.
#[derive(Default)]
pub(super) struct Delta {
    rows: Vec<Touched>,
    details: Vec<(Detail, AsTyped, AsTyped)>,
}

impl Store {
    /// The rows of a case as they are now.
    pub(super) fn rows_of(&mut self, case: i64) -> Result<Rows> {
        let mut rows = BTreeMap::new();
        for (at, kind) in KINDS.iter().enumerate() {
            for Row(mut values) in self.read(kind.read, &params![case])? {
                if let Value::Int(key) = values.remove(0) {
                    rows.insert((at, key), values);
                }
            }
        }
        let details = self.details(case)?;
        let details =
            details.into_iter().map(|(detail, kept)| (detail, (kept.typed, kept.reading))).collect();
        Ok(Rows { rows, details })
    }

    /// Details of the family as they were, with the route, the clocks and the words for Find; and the words of the
    /// parties whose contact changes.
    pub(super) fn details_put_back(
        &mut self,
        facts: &mut CaseFacts,
        delta: &Delta,
        signed: &Signed,
    ) -> Result<Vec<Write>> {
        let mut writes = Vec::new();
        for (party, contact) in delta.contacts() {
            writes.extend(self.person_document_with(facts.id, party, &contact, "")?);
        }
        let typed: Vec<_> = delta
            .details
            .iter()
            .map(|(detail, (typed, reading), _)| (*detail, typed.clone(), reading.clone()))
            .collect();
        if !typed.is_empty() {
            writes.extend(details_change(self, facts, &typed, signed)?);
        }
        Ok(writes)
    }
}

impl Rows {
    /// Everything that was there then stands as it was; what was added to the people since counts no more.
    pub(super) fn only_what_was_undone_since(&self, then: &Self) -> bool {
        let counts = |kind: usize, row: &[Value]| match kind {
            PARTIES => row.first() != Some(&Value::Text("dropped".to_owned())),
            ANSWERS => row.first() == Some(&Value::Null),
            CONTACTS => row.iter().take(3).any(|said| *said != Value::Text("not said".to_owned())),
            _ => false,
        };
        then.rows.iter().all(|(place, row)| self.rows.get(place) == Some(row))
            && self
                .rows
                .iter()
                .filter(|(place, _)| !then.rows.contains_key(place))
                .all(|((kind, _), row)| !counts(*kind, row))
    }

    /// What has to be done to these to get those.
    pub(super) fn changed_to(&self, new: &Self) -> Delta {
        let rows = new
            .rows
            .iter()
            .filter(|(place, now)| self.rows.get(place) != Some(now))
            .map(|((kind, key), now)| Touched {
                kind: *kind,
                key: *key,
                was: self.rows.get(&(*kind, *key)).cloned(),
                now: now.clone(),
            })
            .collect();
        let details = new
            .details
            .iter()
            .filter(|(detail, now)| self.details.get(detail) != Some(now))
            .map(|(detail, now)| {
                (*detail, self.details.get(detail).cloned().unwrap_or_default(), now.clone())
            })
            .collect();
        Delta { rows, details }
    }
}

impl Delta {
    /// Why the act stays, where it does.
    pub(super) fn stays(&self) -> Option<&'static str> {
        let nothing = self.rows.is_empty() && self.details.is_empty();
        let forever = |row: &Touched| {
            let kind = &KINDS[row.kind];
            if row.was.is_some() { kind.back.is_none() } else { kind.added.is_none() }
        };
        if nothing {
            Some(super::stays::WORDS)
        } else if self.rows.iter().any(forever) {
            Some(super::stays::WAS_SAID)
        } else {
            None
        }
    }

    /// Everything is still as the act left it.
    pub(super) fn still_stands(&self, now: &Rows) -> bool {
        self.rows.iter().all(|row| now.rows.get(&(row.kind, row.key)) == Some(&row.now))
            && self.details.iter().all(|(detail, _, after)| now.details.get(detail) == Some(after))
    }

    /// The keys of the rows that were added.
    pub(super) fn added_keys(&self) -> Vec<i64> {
        self.rows.iter().filter(|row| row.was.is_none()).map(|row| row.key).collect()
    }

    /// The day of the date it was about: of one that is booked or held now before any other.
    pub(super) fn day(&self) -> Option<NaiveDate> {
        let dates = || self.rows.iter().filter(|row| row.kind == BOOKINGS);
        let live = |row: &&Touched| matches!(row.now.first(), Some(Value::Text(state)) if state == "held" || state == "booked");
        let row = dates().find(live).or_else(|| dates().next())?;
        Row(row.now.clone()).day(row.now.len() - 1)
    }

    /// The statements that put the rows back, dates that were taken before those that come back. A hold whose last day
    /// is over stays let go: the program let it go, not the act.
    pub(super) fn put_back(&self, signed: &Signed) -> Vec<Write> {
        let (added, changed): (Vec<&Touched>, Vec<&Touched>) =
            self.rows.iter().partition(|row| row.was.is_none());
        let order = |row: &&Touched| (row.kind == BOOKINGS, row.kind);
        let mut all: Vec<&Touched> = added.into_iter().chain(changed).collect();
        all.sort_by_key(order);
        all.into_iter()
            .filter(|row| !row.lapsed_by(signed.today))
            .filter_map(|row| row.put_back(signed.at))
            .collect()
    }

    /// The links it changed.
    pub(super) fn links(&self) -> impl Iterator<Item = i64> {
        self.rows.iter().filter(|row| row.kind == LINKS).map(|row| row.key)
    }

    /// Only what the end of a call adds to the people of its case. What was said against a number is not among it.
    pub(super) fn of_who_rang(mut self) -> Self {
        self.details.clear();
        self.rows.retain(|row| match row.kind {
            PARTIES => true,
            CONTACTS => !is_forbidden(&row.now),
            _ => false,
        });
        self
    }

    pub(super) fn is_empty(&self) -> bool {
        self.rows.is_empty() && self.details.is_empty()
    }

    /// The parties it added, invited again or changed.
    pub(super) fn parties(&self) -> Vec<OfParty> {
        let dropped = Value::Text("dropped".to_owned());
        let parties = self.rows.iter().filter(|row| row.kind == PARTIES);
        let of = |row: &Touched| OfParty {
            id: row.key,
            counts_since: row.was.as_ref().is_none_or(|was| was.first() == Some(&dropped)),
            was: row.was.clone().map(|was| Contact::of_row(&Row(was), 1)).unwrap_or_default(),
        };
        parties.map(of).collect()
    }

    /// The numbers it added, or made current again.
    pub(super) fn numbers(&self) -> impl Iterator<Item = i64> {
        self.rows.iter().filter(|row| row.kind == CONTACTS).map(|row| row.key)
    }

    fn contacts(&self) -> Vec<(i64, Contact)> {
        let parties = self.rows.iter().filter(|row| row.kind == PARTIES);
        parties
            .filter_map(|row| {
                let was = Row(row.was.clone()?);
                let contact = Contact::of_row(&was, 1);
                Some((row.key, contact))
            })
            .collect()
    }
}

impl Touched {
    /// It was a hold, and its last day is over.
    fn lapsed_by(&self, today: NaiveDate) -> bool {
        let was = self.was.as_ref().filter(|_| self.kind == BOOKINGS).map(|was| Row(was.clone()));
        was.is_some_and(|was| was.text(0) == "held" && was.day(1).is_some_and(|until| until < today))
    }

    fn put_back(&self, at: i64) -> Option<Write> {
        let kind = &KINDS[self.kind];
        let Some(was) = &self.was else {
            let sql = kind.added?;
            let params = if sql.contains("$2") { params![self.key, at] } else { params![self.key] };
            return Some(Write::one(sql, params));
        };
        let mut params = was.clone();
        params.push(self.key.into());
        Some(Write::one(kind.back?, params))
    }
}
