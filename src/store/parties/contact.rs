//! How a party is reached, changed at one desk or at two.
//!
//! What this desk knew each line to hold travels with what it writes. A line it did not touch keeps what another desk
//! wrote since; where both wrote the same line, the first value stands and the second waits beside it for a choice, as
//! with the details of the family. Nothing is refused for it. History names each line with what it held.

use super::{Contact, find};
use crate::domain::field::{Field, Part};
use crate::domain::phone::Phone;
use crate::domain::queue::CaseFacts;
use crate::domain::refusal::Refusal;
use crate::domain::text::{Private, cut};
use crate::domain::willingness::PartyKind;
use crate::params;
use crate::store::cases::{Change, DETAILS_CHANGED};
use crate::store::db::{Row, Write};
use crate::store::history::Line;
use crate::store::{Result, Signed, Store};

/// The line of history of a change.
const ACT: &str = "Contact details changed";

impl Contact {
    /// From a row that holds the lines in their order, from this column on.
    pub(in crate::store) fn of_row(row: &Row, first: usize) -> Self {
        let text = |at| Private::from(row.text(first + at));
        Self {
            name: text(0),
            person: text(1),
            relation: text(2),
            phone: text(3),
            email: text(4),
            best_time: text(5),
            needs: text(6),
            decides: text(7),
            suits: text(8),
        }
    }

    /// One line of it.
    pub fn part(&self, part: Part) -> &Private {
        match part {
            Part::Name => &self.name,
            Part::Person => &self.person,
            Part::Relation => &self.relation,
            Part::Phone => &self.phone,
            Part::Email => &self.email,
            Part::BestTime => &self.best_time,
            Part::Needs => &self.needs,
            Part::Decides => &self.decides,
            Part::Suits => &self.suits,
        }
    }

    /// The same, of each line as many letters as its column holds: what is longer comes from a detail of a call, which
    /// keeps all of it.
    #[must_use]
    pub fn that_fits(&self) -> Self {
        let mut fitting = self.clone();
        for part in Part::ALL {
            fitting.put(part, cut(self.part(part), part.longest()).into());
        }
        fitting
    }

    /// Puts a text into one line.
    pub fn put(&mut self, part: Part, text: Private) {
        *match part {
            Part::Name => &mut self.name,
            Part::Person => &mut self.person,
            Part::Relation => &mut self.relation,
            Part::Phone => &mut self.phone,
            Part::Email => &mut self.email,
            Part::BestTime => &mut self.best_time,
            Part::Needs => &mut self.needs,
            Part::Decides => &mut self.decides,
            Part::Suits => &mut self.suits,
        } = text;
    }
}

impl Store {
    /// How a party is reached, as the file has it.
    pub(in crate::store) fn contact_of(&mut self, party: i64) -> Result<Contact> {
        let row = self.read_one(
            "SELECT name, person, relation, phone, email, best_time, needs, decides, suits
             FROM parties WHERE id = $1",
            &params![party],
        )?;
        let row = row.ok_or(Refusal::NothingHere("That party is not there any more."))?;
        Ok(Contact::of_row(&row, 0))
    }

    /// Writes what this desk changed of what it knew; what another desk wrote since stays.
    pub(super) fn change_contact(
        &mut self,
        case: i64,
        party: i64,
        known: &Contact,
        mine: &Contact,
        signed: &Signed,
    ) -> Result<()> {
        let mut words = String::new();
        if !self.was_done(signed)? {
            let kind = self.facts(case)?.kind_of(party);
            words = told(party, kind, known, mine, &self.contact_of(party)?);
        }
        self.change_case(case, signed, |store, facts| {
            if !facts.consent.in_force() {
                return Err(Refusal::Withdrawn.into());
            }
            find(facts, party)?;
            let mut merged = store.contact_of(party)?;
            let mut writes = Vec::new();
            for (at, part) in (1..).zip(Part::ALL) {
                let (text, field) = (mine.part(part), Field::Party(party, part));
                if text == known.part(part) {
                    continue;
                }
                if is_otherwise(part, known, mine, &merged) {
                    let second = (text.clone(), Private::default());
                    writes.push(store.keep_beside(facts, (field, second), at, signed));
                } else {
                    merged.put(part, text.clone());
                    writes.extend(super::super::clashes::no_more(facts, field, signed));
                }
            }
            writes.extend(store.contact_writes(facts, party, &merged, signed)?);
            // Also where the words wait beside what another desk wrote.
            let typed = |part| is_heard(part, known, mine);
            let text =
                |part| if mine.part(part) == known.part(part) { &merged } else { mine }.part(part).clone();
            let (phone, best_time) = (text(Part::Phone), text(Part::BestTime));
            let heard = Contact { phone, best_time, ..mine.clone() };
            writes.extend(store.mark_typed((case, party), &heard, typed, signed)?);
            Ok(Change { writes, line: Line { act: ACT, words: Some(&words), ..Line::default() } })
        })
    }

    /// The statements that give a party this contact, with its numbers and its words for Find.
    pub(in crate::store) fn contact_writes(
        &mut self,
        facts: &CaseFacts,
        party: i64,
        new: &Contact,
        signed: &Signed,
    ) -> Result<Vec<Write>> {
        let c = &new.that_fits();
        let mut writes = vec![Write::one(
            "UPDATE parties SET name = $1, person = $2, relation = $3, phone = $4, email = $5, best_time = $6,
               needs = $7, decides = $8, suits = $9, rev = rev + 1 WHERE id = $10",
            params![
                &c.name,
                &c.person,
                &c.relation,
                &c.phone,
                &c.email,
                &c.best_time,
                &c.needs,
                &c.decides,
                &c.suits,
                party
            ],
        )];
        let (kept, old) = self.number_changed(facts.id, party, &c.phone, signed)?;
        writes.extend(kept);
        writes.extend(self.person_document_with(facts.id, party, c, &old)?);
        Ok(writes)
    }

    /// Who wrote what stands in a line, and when; nobody where history does not name it.
    pub(in crate::store) fn who_wrote(&mut self, case: i64, label: &str) -> Result<(String, i64)> {
        let row = self.read_one(
            "SELECT h.staff, h.at FROM history h JOIN history_words w ON w.history_id = h.id
             WHERE h.case_id = $1 AND h.act IN ($2, $4) AND instr(w.words, $3) > 0 ORDER BY h.seq DESC LIMIT 1",
            &params![case, ACT, format!("{label} was"), DETAILS_CHANGED],
        )?;
        Ok(row.map(|row| (row.text(0), row.int(1))).unwrap_or_default())
    }
}

/// The words of this line are heard against the number: they were typed now, or came as the best time before there
/// was a number that they could have marked.
pub fn is_heard(part: Part, known: &Contact, mine: &Contact) -> bool {
    let has = |contact: &Contact| Phone::read(&contact.phone).can_be_rung();
    mine.part(part) != known.part(part) || part == Part::BestTime && !has(known) && has(mine)
}

/// Another desk has written something else into a line that this one changed too.
fn is_otherwise(part: Part, known: &Contact, mine: &Contact, now: &Contact) -> bool {
    let now = now.part(part);
    now != known.part(part) && now != mine.part(part)
}

/// What is changed, in words: the line, what it held, and what stays beside it.
fn told(party: i64, kind: Option<PartyKind>, known: &Contact, mine: &Contact, now: &Contact) -> String {
    let lines = Part::ALL.into_iter().filter(|part| mine.part(*part) != known.part(*part)).map(|part| {
        let label = Field::Party(party, part).label(|_| kind);
        let (was, text) = (now.part(part), mine.part(part));
        if is_otherwise(part, known, mine, now) {
            format!("{label} stays: {}. Beside it: {}.", &**was, &**text)
        } else if was.is_empty() {
            format!("{label} was empty.")
        } else {
            format!("{label} was: {}.", &**was)
        }
    });
    lines.collect::<Vec<_>>().join(" ")
}
