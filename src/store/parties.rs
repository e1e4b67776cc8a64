//! The parties of a case: who they are, what they answered, when to chase them.
//!
//! An answer is added, never rewritten, and the latest one counts. With it the chase, the promised steps and
//! the beginning of the 30 days are written in the same transaction. Whether a meeting may be booked is
//! absent: the rules and the file's own view say that.

mod contact;
mod write;

use chrono::NaiveDate;

use super::after::{certificate_due, falls_away};
use super::cases::Change;
use super::db::Write;
use super::history::Line;
use super::{Result, Signed, Store};
use crate::domain::certificate::Ground;
use crate::domain::field::Part;
use crate::domain::queue::{CaseFacts, PartyFacts, StepFacts, StepKind};
use crate::domain::refusal::Refusal;
use crate::domain::text::{Private, cut};
use crate::domain::willingness::{Answer, Needed, PartyKind, Side, Standing};
use crate::params;
pub use contact::is_heard;
pub use write::{Contact, Given, NewParty, Party, PartyWrite};

impl Store {
    /// The parties of a case whose facts are read already, family first.
    pub(super) fn parties_of(
        &mut self,
        CaseFacts { id: case, parties: facts, .. }: &CaseFacts,
    ) -> Result<Vec<Party>> {
        let rows = self.read(
            "SELECT id, name, person, relation, phone, email, best_time, needs, decides, suits, rev
             FROM parties WHERE case_id = $1",
            &params![*case],
        )?;
        let answers = self.read(
            "SELECT a.party_id, a.answer, a.person, a.words, a.how, a.day, a.at, a.staff
             FROM answers a JOIN parties p ON p.id = a.party_id
             WHERE p.case_id = $1 AND a.taken_back IS NULL ORDER BY a.party_id, a.seq DESC",
            &params![*case],
        )?;
        let mut parties: Vec<Party> = facts
            .iter()
            .filter_map(|facts| {
                let row = rows.iter().find(|row| row.int(0) == facts.id)?;
                let given = answers
                    .iter()
                    .filter(|a| a.int(0) == facts.id)
                    .filter_map(|a| {
                        Some(Given {
                            answer: Answer::from_code(&a.text(1))?,
                            person: a.text(2).into(),
                            words: a.text(3).into(),
                            how: a.text(4),
                            day: a.day(5)?,
                            at: a.int(6),
                            staff: a.text(7),
                        })
                    })
                    .collect();
                let contact = Contact::of_row(row, 1);
                Some(Party { facts: facts.clone(), contact, rev: row.int(10), given })
            })
            .collect();
        parties.sort_by_key(|p| match p.facts.standing.side {
            Side::Family => 0,
            Side::OtherSide => 1,
            Side::Beside => 2,
        });
        Ok(parties)
    }

    /// Carries out an intention about a party.
    pub fn party_write(&mut self, write: &PartyWrite, signed: &Signed) -> Result<()> {
        match write {
            PartyWrite::Answer { case, .. } => {
                let words = answer_words(write);
                self.change_case(*case, signed, |store, facts| {
                    let writes = record_answer(store, facts, write, signed)?;
                    let (act, mark) = answer_act(write, facts);
                    Ok(Change { writes, line: Line { act, mark, words: Some(&words), ..Line::default() } })
                })
            }
            PartyWrite::Add { case, party } => self.change_case(*case, signed, |store, facts| {
                facts.parties.push(party_facts(party));
                let mut writes = vec![add_party(*case, party)];
                writes.extend(super::search::person_document(party.id, *case, &party.contact));
                writes.extend(store.mark_typed((*case, party.id), &party.contact, |_| true, signed)?);
                Ok(Change {
                    writes,
                    line: Line { act: "Party added", words: Some(&party.contact.name), ..Line::default() },
                })
            }),
            PartyWrite::Need { case, party, needed } => self.change_case(*case, signed, |_, facts| {
                let found = find(facts, *party)?;
                found.standing.needed = *needed;
                let writes = vec![Write::one(
                    "UPDATE parties SET needed = $1, rev = rev + 1 WHERE id = $2",
                    params![needed.code(), *party],
                )];
                let act = match needed {
                    Needed::Needed => "Party is needed",
                    Needed::Invited => "Party is invited",
                    Needed::Dropped => "Party dropped",
                };
                Ok(Change { writes, line: Line { act, ..Line::default() } })
            }),
            PartyWrite::Contact { case, party, known, contact } => {
                self.change_contact(*case, *party, known, contact, signed)
            }
        }
    }
}

fn find(facts: &mut CaseFacts, party: i64) -> std::result::Result<&mut PartyFacts, Refusal> {
    facts
        .parties
        .iter_mut()
        .find(|p| p.id == party)
        .ok_or(Refusal::NothingHere("That party is not there any more."))
}

fn record_answer(
    store: &mut Store,
    facts: &mut CaseFacts,
    write: &PartyWrite,
    signed: &Signed,
) -> Result<Vec<Write>> {
    let PartyWrite::Answer { case, party, answer, what, person, words, how, chase } = write else {
        return Ok(Vec::new());
    };
    if !facts.consent.in_force() {
        return Err(Refusal::Withdrawn.into());
    }
    let ladder = store.settings()?.ladder();
    let found = find(facts, *party)?;
    let kind = found.standing.kind;
    let was_asked = found.asked.is_some();
    found.asked = Some(signed.today);
    if what.is_an_answer() && found.standing.answer.is_none() {
        // The first answer says nothing of what else is to be told.
        found.spoken = None;
    } else if *what != Answer::LeftMessage {
        found.spoken = Some(signed.today);
    }
    if what.is_an_answer() {
        found.standing.answer = Some(*what);
        found.answered = Some(signed.today);
        found.chases = 0;
    } else if was_asked {
        found.chases += 1;
    }
    let chases = found.chases;
    let next = chase
        .or_else(|| ladder.next(chases, *what, how).map(|rung| store.office().add(signed.today, rung.days)));
    found.chase = next;
    let mut writes = super::cases::rung(facts, *party, signed);
    let decides = Private::from(cut(words, Part::Decides.longest()));
    writes.extend([
        Write::one(
            "INSERT INTO answers (id, party_id, seq, answer, person, words, how, source, day, at, staff)
             VALUES ($1, $2, (SELECT COALESCE(max(seq), 0) + 1 FROM answers WHERE party_id = $2),
               $3, COALESCE(NULLIF($4, ''), (SELECT person FROM parties WHERE id = $2)), $5, $6, 'themselves', $7, $8, $9)",
            params![*answer, *party, what.code(), person, words, how, signed.today, signed.at, signed.staff.as_str()],
        ),
        Write::one(
            "UPDATE parties SET chase = $1, chases = $2, person = COALESCE(NULLIF($3, ''), person),
               decides = CASE WHEN $4 = '' THEN decides ELSE $4 END, rev = rev + 1 WHERE id = $5",
            params![
                next,
                chases,
                person,
                if *what == Answer::Willing && kind != PartyKind::Family { decides } else { Private::default() },
                *party
            ],
        ),
    ]);
    let told = |facts: &mut CaseFacts, step: StepKind, writes: &mut Vec<Write>| {
        if facts.steps.iter().any(|s| s.what == step) {
            facts.steps.retain(|s| s.what != step);
            writes.push(Write::any(
                "UPDATE steps SET state = 'done', done = $1, rev = rev + 1
                 WHERE case_id = $2 AND what = $3 AND state = 'open'",
                params![signed.at, *case, step.code()],
            ));
        }
    };
    match kind {
        PartyKind::LocalAuthority => {
            // Whoever was asked has been told, and the 30 days begin; a message that was left told nobody yet.
            if *what != Answer::LeftMessage {
                told(facts, StepKind::TellLa, &mut writes);
                if facts.la_informed.is_none() {
                    facts.la_informed = Some(signed.today);
                    writes.push(Write::one(
                        "UPDATE cases SET la_informed = $1 WHERE id = $2",
                        params![signed.today, *case],
                    ));
                }
            } else if let Some(day) = next {
                // It is tried again with the chase; until then nothing more can be done today.
                for step in facts.steps.iter_mut().filter(|s| s.what == StepKind::TellLa && s.due < day) {
                    step.due = day;
                    writes.push(Write::any(
                        "UPDATE steps SET due = $1, rev = rev + 1 WHERE id = $2",
                        params![day, step.id],
                    ));
                }
            }
        }
        PartyKind::Family | PartyKind::YoungPerson => told(facts, StepKind::RingFamily, &mut writes),
        _ => told(facts, StepKind::RingOtherSide, &mut writes),
    }
    if matches!(what, Answer::NotWilling | Answer::PulledOut) {
        let family = matches!(kind, PartyKind::Family | PartyKind::YoungPerson);
        // What the family is to hear is one call, whoever else says no before it is made.
        let to_tell = facts.steps.iter().any(|step| step.what == StepKind::TellFamilyNo);
        if !family && !to_tell {
            writes.push(promise(facts, StepKind::TellFamilyNo, signed.today, answer + 1));
        }
        writes.extend(
            Ground::of_a_no(kind)
                .and_then(|ground| certificate_due(facts, answer + 2, ground, signed.today, signed)),
        );
    } else if what.is_willing() {
        writes.extend(Ground::of_a_no(kind).and_then(|ground| falls_away(facts, ground)));
    }
    Ok(writes)
}

/// Promises a step: into the facts, and as the statement that writes it.
pub(super) fn promise(facts: &mut CaseFacts, what: StepKind, due: NaiveDate, id: i64) -> Write {
    promise_as(facts, StepFacts::new(id, what, due))
}

/// The same, with what else is known of the step.
pub(super) fn promise_as(facts: &mut CaseFacts, step: StepFacts) -> Write {
    let write = Write::one(
        "INSERT INTO steps (id, case_id, what, due, at_time, who, words, party_id)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
        params![
            step.id,
            facts.id,
            step.what.code(),
            step.due,
            step.at.code(),
            step.who.as_str(),
            &step.words,
            step.party
        ],
    );
    facts.steps.push(step);
    write
}

fn answer_act(write: &PartyWrite, facts: &CaseFacts) -> (&'static str, &'static str) {
    let PartyWrite::Answer { party, what, .. } = write else { return ("Answer", ".") };
    let side = facts.parties.iter().find(|p| p.id == *party).map_or(Side::Beside, |p| p.standing.side);
    match (what, side) {
        (Answer::Asked, Side::Family) => ("Family asked, waiting", "->"),
        (Answer::Asked, Side::OtherSide) => ("Other side asked, waiting", "->"),
        (Answer::Asked, Side::Beside) => ("Invited party asked, waiting", "->"),
        (Answer::LeftMessage, Side::Family) => ("Message left for the family", "->"),
        (Answer::LeftMessage, Side::OtherSide) => ("Message left for the other side", "->"),
        (Answer::LeftMessage, Side::Beside) => ("Message left for an invited party", "->"),
        (Answer::Willing, Side::Family) => ("Family willing", "YES"),
        (Answer::Willing, Side::OtherSide) => ("Other side willing", "YES"),
        (Answer::Willing, Side::Beside) => ("Invited party willing", "YES"),
        (Answer::WillingBut, Side::Family) => ("Family willing, but", "YES"),
        (Answer::WillingBut, Side::OtherSide) => ("Other side willing, but", "YES"),
        (Answer::WillingBut, Side::Beside) => ("Invited party willing, but", "YES"),
        (Answer::NotWilling, Side::Family) => ("Family not willing", "NO"),
        (Answer::NotWilling, Side::OtherSide) => ("Other side not willing", "NO"),
        (Answer::NotWilling, Side::Beside) => ("Invited party not willing", "NO"),
        (Answer::PulledOut, Side::Family) => ("Family pulled out", "NO"),
        (Answer::PulledOut, Side::OtherSide) => ("Other side pulled out", "NO"),
        (Answer::PulledOut, Side::Beside) => ("Invited party pulled out", "NO"),
    }
}

fn answer_words(write: &PartyWrite) -> String {
    let PartyWrite::Answer { person, words, .. } = write else { return String::new() };
    match (person.trim(), words.trim()) {
        ("", words) => words.to_owned(),
        (person, "") => person.to_owned(),
        (person, words) => format!("{person}: {words}"),
    }
}

/// The facts of a new party.
pub(super) fn party_facts(party: &NewParty) -> PartyFacts {
    PartyFacts {
        id: party.id,
        standing: Standing { kind: party.kind, side: party.side, needed: party.needed, answer: None },
        answered: None,
        asked: None,
        spoken: None,
        chase: party.chase,
        chases: 0,
    }
}

/// The statement that makes a party.
pub(super) fn add_party(case: i64, party: &NewParty) -> Write {
    let c = &party.contact.that_fits();
    Write::one(
        "INSERT INTO parties (id, case_id, side, kind, needed, name, person, relation, phone, email, best_time, needs,
           decides, suits, chase)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)",
        params![
            party.id,
            case,
            party.side.code(),
            party.kind.code(),
            party.needed.code(),
            &c.name,
            &c.person,
            &c.relation,
            &c.phone,
            &c.email,
            &c.best_time,
            &c.needs,
            &c.decides,
            &c.suits,
            party.chase
        ],
    )
}
