//! The mediators: who they are, when they work, when they are away, for which case they cannot act.
//!
//! A mediator is never removed: one who works no more keeps the meetings that were. Away days never call a
//! meeting off. A declared conflict is kept with its case, because its words may be about the family, so it
//! goes through the same gate as everything else of the case and leaves with it.

mod away;

use chrono::{Datelike, NaiveDate};

use super::cases::Change;
use super::db::Write;
use super::history::Line;
use super::{Result, Signed, Store};
use crate::domain::queue::BookingState;
use crate::domain::reference::{RefKind, Reference};
use crate::domain::refusal::Refusal;
use crate::domain::slot::{ExtraDays, Hours, Mediator, Slot};
use crate::domain::text::Private;
use crate::params;

/// An intention about a mediator.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum MediatorWrite {
    /// A new mediator, or what changed of one.
    Save {
        /// The mediator, a key made at the desk.
        id: i64,
        /// The name.
        name: String,
        /// The number.
        phone: Private,
        /// Where they work: "Northmere, Wyre".
        areas: String,
        /// Accredited.
        accredited: bool,
        /// Trained for special educational needs.
        sen_trained: bool,
        /// What they offer beside: "BSL, online".
        offers: String,
        /// Meetings in a week, at most; 0 is as many as there are.
        per_week: i64,
    },
    /// The usual days.
    UsualDays {
        /// The mediator.
        mediator: i64,
        /// Monday to Friday.
        days: [Option<Hours>; 5],
    },
    /// Away.
    Away {
        /// The entry's own key.
        id: i64,
        /// The mediator.
        mediator: i64,
        /// The first day.
        from: NaiveDate,
        /// The last day.
        to: NaiveDate,
        /// Why: "training".
        words: String,
    },
    /// Extra days.
    Extra {
        /// The entry's own key.
        id: i64,
        /// The mediator.
        mediator: i64,
        /// The first day.
        from: NaiveDate,
        /// The last day.
        to: NaiveDate,
        /// The hours; none are the office's.
        hours: Option<Hours>,
        /// Words.
        words: String,
    },
    /// Takes an away or extra entry away.
    RemoveDate {
        /// The entry.
        id: i64,
    },
    /// Cannot act for a case.
    Conflict {
        /// The mediator.
        mediator: i64,
        /// The case.
        case: i64,
        /// Why; may be empty.
        words: Private,
    },
    /// Works no more, or works again.
    Working {
        /// The mediator.
        mediator: i64,
        /// Works.
        on: bool,
    },
}

/// An away or extra entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DateEntry {
    /// Its row.
    pub id: i64,
    /// Away; otherwise extra.
    pub away: bool,
    /// The first day.
    pub from: NaiveDate,
    /// The last day.
    pub to: NaiveDate,
    /// The hours of an extra day; none are the office's.
    pub hours: Option<Hours>,
    /// Words.
    pub words: String,
}

/// A mediator, as their page shows them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MediatorPage {
    /// What the calendar knows.
    pub facts: Mediator,
    /// The number.
    pub phone: Private,
    /// Away and extra entries that are not over.
    pub dates: Vec<DateEntry>,
    /// The cases they cannot act for, and why.
    pub cannot: Vec<(Reference, Private)>,
    /// Meetings ahead, today's among them.
    pub booked: Vec<(Slot, Reference, BookingState)>,
    /// Meetings booked, in doubt or held in the month of today.
    pub this_month: i64,
}

impl MediatorPage {
    /// The next meeting that is booked.
    pub fn next_booked(&self) -> Option<Slot> {
        self.booked.iter().find(|(_, _, state)| *state == BookingState::Booked).map(|(slot, _, _)| *slot)
    }
}

impl Store {
    /// What the calendar knows of the mediators, by name; entries that ended before `from` are left out.
    pub(super) fn mediator_facts(&mut self, from: NaiveDate) -> Result<Vec<Mediator>> {
        let rows = self.read(
            "SELECT id, name, accredited, sen_trained, offers, working, areas, per_week FROM mediators ORDER BY name, id",
            &[],
        )?;
        let days = self.read("SELECT mediator_id, weekday, opens, closes FROM mediator_days", &[])?;
        let dates = self.read(
            "SELECT mediator_id, kind, from_day, to_day, opens, closes FROM mediator_dates
             WHERE to_day >= $1 ORDER BY from_day, id",
            &params![from],
        )?;
        let mut mediators: Vec<Mediator> = rows
            .iter()
            .map(|row| Mediator {
                id: row.int(0),
                name: row.text(1),
                accredited: row.text(2) == "yes",
                sen_trained: row.text(3) == "yes",
                offers: row.text(4),
                working: row.text(5) == "yes",
                areas: row.text(6),
                per_week: row.int(7),
                usual: [None; 5],
                away: Vec::new(),
                extra: Vec::new(),
            })
            .collect();
        for row in &days {
            let day = usize::try_from(row.int(1) - 1).ok();
            let found = mediators.iter_mut().find(|m| m.id == row.int(0));
            if let Some(slot) = found.zip(day).and_then(|(m, day)| m.usual.get_mut(day)) {
                *slot = Some(Hours { opens: row.int(2), closes: row.int(3) });
            }
        }
        for row in &dates {
            let (Some(from), Some(to)) = (row.day(2), row.day(3)) else { continue };
            let Some(found) = mediators.iter_mut().find(|m| m.id == row.int(0)) else { continue };
            let hours = row.number(4).zip(row.number(5)).map(|(opens, closes)| Hours { opens, closes });
            match row.text(1).as_str() {
                "away" => found.away.push((from, to)),
                _ => found.extra.push(ExtraDays { from, to, hours }),
            }
        }
        Ok(mediators)
    }

    /// The mediators, by name, with what their page shows; those who work no more come last.
    pub fn mediators(&mut self, today: NaiveDate) -> Result<Vec<MediatorPage>> {
        let facts = self.mediator_facts(today)?;
        let rows = self.read("SELECT id, phone FROM mediators", &[])?;
        let dates = self.read(
            "SELECT mediator_id, id, kind, from_day, to_day, opens, closes, words FROM mediator_dates
             WHERE to_day >= $1 ORDER BY from_day, id",
            &params![today],
        )?;
        let cannot = self.read(
            "SELECT f.mediator_id, c.number, f.words FROM conflicts f JOIN cases c ON c.id = f.case_id
             WHERE c.number IS NOT NULL AND c.state = 'open' ORDER BY c.number",
            &[],
        )?;
        let first = today.with_day(1).unwrap_or(today);
        let bookings = self.read(
            "SELECT b.mediator_id, b.day, b.start, b.length, c.number, b.state, b.held_until
             FROM bookings b JOIN cases c ON c.id = b.case_id
             WHERE b.day >= $1 AND b.state IN ('held', 'booked', 'in doubt', 'met') ORDER BY b.day, b.start, b.id",
            &params![first],
        )?;
        let mut pages: Vec<MediatorPage> = facts
            .into_iter()
            .map(|facts| {
                let id = facts.id;
                let of = |row: &&super::db::Row| row.int(0) == id;
                let row = rows.iter().find(of);
                let mut page = MediatorPage {
                    facts,
                    phone: row.map(|r| r.text(1)).unwrap_or_default().into(),
                    dates: dates.iter().filter(of).filter_map(date_entry).collect(),
                    cannot: cannot
                        .iter()
                        .filter(of)
                        .map(|r| (case_reference(r.int(1)), r.text(2).into()))
                        .collect(),
                    booked: Vec::new(),
                    this_month: 0,
                };
                for row in bookings.iter().filter(of) {
                    let Some(day) = row.day(1) else { continue };
                    let state = BookingState::from_code(&row.text(5));
                    let held = state == BookingState::Held;
                    if held && row.day(6).is_some_and(|until| until < today) {
                        continue;
                    }
                    if !held && (day.year(), day.month()) == (today.year(), today.month()) {
                        page.this_month += 1;
                    }
                    if day >= today && state != BookingState::Met {
                        let slot = Slot { day, start: row.int(2), length: row.int(3) };
                        page.booked.push((slot, case_reference(row.int(4)), state));
                    }
                }
                page
            })
            .collect();
        pages.sort_by_key(|page| !page.facts.working);
        Ok(pages)
    }

    /// Carries out an intention about a mediator.
    pub fn mediator_write(&mut self, write: &MediatorWrite, signed: &Signed) -> Result<()> {
        if let MediatorWrite::Conflict { mediator, case, words } = write {
            return self.change_case(*case, signed, |_, facts| {
                if !facts.consent.in_force() {
                    return Err(Refusal::Locked.into());
                }
                let writes = vec![
                    Write::any(
                        "DELETE FROM conflicts WHERE mediator_id = $1 AND case_id = $2",
                        params![*mediator, *case],
                    ),
                    Write::one(
                        "INSERT INTO conflicts (mediator_id, case_id, words) VALUES ($1, $2, $3)",
                        params![*mediator, *case, words],
                    ),
                ];
                let line = Line {
                    act: "A mediator cannot act for this case",
                    words: Some(words),
                    ..Line::default()
                };
                Ok(Change { writes, line })
            });
        }
        self.mediator_days(write, signed)?;
        match write {
            MediatorWrite::Away { id, .. } => self.remember_days(*id, "Mediator is away", signed),
            MediatorWrite::Extra { id, .. } => self.remember_days(*id, "Mediator has an extra day", signed),
            _ => self.remember_by_its_key(signed),
        }
        Ok(())
    }
}

fn statements(write: &MediatorWrite) -> Result<(Vec<Write>, &'static str)> {
    Ok(match write {
        MediatorWrite::Save { id, name, phone, areas, accredited, sen_trained, offers, per_week } => {
            let values = params![
                *id,
                name,
                phone,
                areas,
                yes(*accredited),
                yes(*sen_trained),
                offers,
                (*per_week).clamp(0, 20)
            ];
            let writes = vec![
                Write::any(
                    "UPDATE mediators SET name = $2, phone = $3, areas = $4, accredited = $5, sen_trained = $6,
                       offers = $7, per_week = $8, rev = rev + 1 WHERE id = $1",
                    values.clone(),
                ),
                Write::any(
                    "INSERT INTO mediators (id, name, phone, areas, accredited, sen_trained, offers, per_week)
                     SELECT $1, $2, $3, $4, $5, $6, $7, $8 WHERE NOT EXISTS (SELECT 1 FROM mediators WHERE id = $1)",
                    values,
                ),
            ];
            (writes, "Mediator written")
        }
        MediatorWrite::UsualDays { mediator, days } => {
            let mut writes =
                vec![Write::any("DELETE FROM mediator_days WHERE mediator_id = $1", params![*mediator])];
            writes.extend((1_i64..).zip(days).filter_map(|(weekday, hours)| {
                let hours = hours.as_ref()?;
                Some(Write::one(
                    "INSERT INTO mediator_days (mediator_id, weekday, opens, closes) VALUES ($1, $2, $3, $4)",
                    params![*mediator, weekday, hours.opens, hours.closes],
                ))
            }));
            (writes, "Mediator's usual days written")
        }
        MediatorWrite::Away { id, mediator, from, to, words } => {
            (vec![date(*id, *mediator, "away", *from, *to, None, words)], "Mediator is away")
        }
        MediatorWrite::Extra { id, mediator, from, to, hours, words } => {
            (vec![date(*id, *mediator, "extra", *from, *to, *hours, words)], "Mediator has an extra day")
        }
        MediatorWrite::RemoveDate { id } => (
            vec![Write::any("DELETE FROM mediator_dates WHERE id = $1", params![*id])],
            "Mediator's days taken back",
        ),
        MediatorWrite::Working { mediator, on } => (
            vec![Write::one(
                "UPDATE mediators SET working = $1, rev = rev + 1 WHERE id = $2",
                params![yes(*on), *mediator],
            )],
            if *on { "Mediator works again" } else { "Mediator works no more" },
        ),
        MediatorWrite::Conflict { .. } => {
            return Err(Refusal::NothingHere("That is kept with the case.").into());
        }
    })
}

fn yes(on: bool) -> &'static str {
    if on { "yes" } else { "no" }
}

fn date(
    id: i64,
    mediator: i64,
    kind: &str,
    from: NaiveDate,
    to: NaiveDate,
    hours: Option<Hours>,
    words: &str,
) -> Write {
    Write::one(
        "INSERT INTO mediator_dates (id, mediator_id, kind, from_day, to_day, opens, closes, words)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
        params![
            id,
            mediator,
            kind,
            from.min(to),
            to.max(from),
            hours.map(|h| h.opens),
            hours.map(|h| h.closes),
            words
        ],
    )
}

fn date_entry(row: &super::db::Row) -> Option<DateEntry> {
    Some(DateEntry {
        id: row.int(1),
        away: row.text(2) == "away",
        from: row.day(3)?,
        to: row.day(4)?,
        hours: row.number(5).zip(row.number(6)).map(|(opens, closes)| Hours { opens, closes }),
        words: row.text(7),
    })
}

/// `M-0412`.
pub(super) fn case_reference(number: i64) -> Reference {
    Reference { kind: RefKind::Case, number }
}
