//! One made-up case with all its rows, in the order the file's wall asks for.
//!
//! Its fate is thrown first, by how long ago it was opened, and its rows follow from that. Everything comes
//! from the case's own stream of random numbers. Text is taken from short lists; nothing of anybody real is
//! in it.

use chrono::{Days, NaiveDate};

use super::many::{Calendar, Count, Dice, Names, RECENT};
use super::{rows, without};
use crate::domain::booking;
use crate::domain::certificate;
use crate::domain::consent::ConsentStanding;
use crate::domain::queue::{
    AfterFacts, BookingFacts, BookingState, CaseFacts, CaseState, PartyFacts, StepFacts, StepKind,
};
use crate::domain::slot::{USUAL_LENGTH, clock};
use crate::domain::subject::{SUBJECTS, Subject};
use crate::domain::typed_day::DayReading;
use crate::domain::willingness::{Answer, Needed, PartyKind, Side, Standing};
use crate::store::db::Write;
use crate::store::{Signed, Store};

/// What becomes of a case.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Fate {
    /// Open: the other side was asked and has not answered.
    Waiting,
    /// Open: nothing has been done yet.
    New,
    /// Open: everybody is willing.
    Ready,
    /// Open: a date is held.
    Held,
    /// Open: a date is booked.
    Booked,
    /// Open: booked, and the other side pulled out.
    InDoubt,
    /// Open: consent was withdrawn.
    Withdrawn,
    /// Closed after a meeting.
    Met,
    /// Closed: booked, and called off.
    CalledOff,
    /// Closed without a date.
    NoDate,
}

impl Fate {
    /// `age` in working days: what was opened long ago and is open still mostly has a date.
    fn of(dice: &mut Dice, is_open: bool, age: usize) -> Self {
        let thrown = dice.below(100);
        match (is_open, age) {
            (true, 0..3) => match thrown {
                0..60 => Self::New,
                _ => Self::Waiting,
            },
            (true, 3..18) => match thrown {
                0..30 => Self::Waiting,
                30..50 => Self::Ready,
                50..66 => Self::Held,
                66..92 => Self::Booked,
                92..96 => Self::InDoubt,
                _ => Self::Withdrawn,
            },
            (true, _) => match thrown {
                0..8 => Self::Waiting,
                8..12 => Self::Ready,
                12..90 => Self::Booked,
                90..95 => Self::InDoubt,
                _ => Self::Withdrawn,
            },
            (false, _) => match thrown {
                0..60 => Self::Met,
                60..72 => Self::CalledOff,
                _ => Self::NoDate,
            },
        }
    }

    fn has_a_meeting(self) -> bool {
        matches!(self, Self::Held | Self::Booked | Self::InDoubt | Self::Met | Self::CalledOff)
    }

    /// The other side said yes.
    pub(super) fn is_agreed(self) -> bool {
        !matches!(self, Self::Waiting | Self::New | Self::Withdrawn | Self::NoDate)
    }
}

/// The keys of a case's rows.
pub(super) struct Keys {
    pub(super) case: i64,
    pub(super) call: i64,
    pub(super) family: i64,
    pub(super) other: i64,
}

/// Who the made-up people are.
pub(super) struct People {
    pub(super) child: String,
    pub(super) parent: String,
    pub(super) phone: String,
    pub(super) officer: String,
    pub(super) officer_phone: String,
    pub(super) school: String,
    pub(super) area: String,
    pub(super) subject: Subject,
    pub(super) born: NaiveDate,
    pub(super) letter: NaiveDate,
    pub(super) notes: String,
    /// A school's word, not the parent's own call.
    pub(super) third: bool,
}

/// A meeting that was given out.
pub(super) struct Meeting {
    pub(super) id: i64,
    pub(super) mediator: i64,
    pub(super) day: NaiveDate,
    pub(super) start: i64,
    pub(super) words: String,
}

/// A case to be made.
pub(super) struct One<'a> {
    pub(super) store: &'a Store,
    pub(super) names: &'a Names,
    pub(super) mediators: &'a [(i64, String)],
    pub(super) dice: Dice,
    /// The day it was opened.
    pub(super) at: usize,
    pub(super) is_open: bool,
    pub(super) now: i64,
}

impl One<'_> {
    /// Adds its rows, and sometimes a call without consent before it; says what became of it.
    pub(super) fn write(
        mut self,
        calendar: &mut Calendar,
        count: &mut Count,
        writes: &mut Vec<Write>,
    ) -> Fate {
        let day = calendar.day(self.at);
        if self.dice.below(5) == 0 {
            let signed = self.signed(day, count);
            without::count_line(&signed, count, &mut self.dice, writes);
        }
        if self.dice.below(12) == 0 {
            let is_open = calendar.today < self.at + RECENT / 2;
            let signed = self.signed(day, count);
            let name = format!("{} {}", self.dice.one(&self.names.first), self.dice.one(&self.names.last));
            let school = self.dice.one(&self.names.schools).to_owned();
            let next = self.store.office().add(day, 3);
            without::enquiry(&signed, count, &name, &school, next, is_open, writes);
        }
        let fate = Fate::of(&mut self.dice, self.is_open, calendar.today.saturating_sub(self.at));
        let people = self.people(day);
        let keys = Keys { case: count.id(), call: count.id(), family: count.id(), other: count.id() };
        count.cases += 1;
        let signed = self.signed(day, count);
        rows::call_and_case(&keys, &people, fate, &signed, count, writes);
        let later = |n: usize| calendar.day((self.at + n).min(calendar.today));
        let (asked, answered) = (later(1), later(3));
        let mut last = if fate == Fate::New { day } else { asked };
        if fate != Fate::New {
            let signed = self.signed(asked, count);
            rows::asked(&keys, &people, &signed, count, writes);
        }
        if fate.is_agreed() {
            let signed = self.signed(answered, count);
            rows::agreed(&keys, &people, &signed, count, writes);
            last = answered;
        }
        let meeting = self.meeting(fate, calendar, count);
        // A hold stands five working days, so one that still stands was placed in the last few.
        let held_on = answered.max(calendar.day(calendar.today.saturating_sub(2)));
        let held = (fate == Fate::Held).then(|| booking::hold_until(held_on, self.store.office()));
        if let Some(meeting) = &meeting {
            let signed = self.signed(if fate == Fate::Held { held_on } else { answered }, count);
            rows::booking(&keys, meeting, held, &signed, count, writes);
        }
        let ended = match &meeting {
            Some(meeting) if fate == Fate::Met => meeting.day,
            _ => calendar.day((self.at + 20).min(calendar.today)),
        };
        match fate {
            Fate::InDoubt | Fate::Withdrawn => {
                last = calendar.day((self.at + 5).min(calendar.today));
                let signed = self.signed(last, count);
                if fate == Fate::InDoubt {
                    rows::pulled_out(&keys, &people, &signed, count, writes);
                } else {
                    rows::withdrawn(&keys, &people, &signed, count, writes);
                }
            }
            Fate::Met | Fate::CalledOff | Fate::NoDate => {
                let signed = self.signed(ended, count);
                rows::closed(&keys, meeting.as_ref(), fate, &signed, count, writes);
            }
            _ => {}
        }
        if self.is_open {
            let facts = facts(
                &keys,
                &people,
                fate,
                meeting.as_ref().map(|m| (m, held)),
                (day, asked, answered, last),
                self.store,
                count,
            );
            rows::steps(&facts, writes);
            // A new case has no rows of the queue to take away first.
            writes.extend(self.store.queue_rows(&facts).into_iter().skip(1));
        }
        fate
    }

    fn meeting(&mut self, fate: Fate, calendar: &mut Calendar, count: &mut Count) -> Option<Meeting> {
        if !fate.has_a_meeting() {
            return None;
        }
        let from = if self.is_open {
            calendar.today + self.dice.below(25)
        } else {
            (self.at + 8 + self.dice.below(12)).min(calendar.today.saturating_sub(10))
        };
        let (at, mediator, start) = calendar.meeting(from, self.mediators.len())?;
        let (key, name) = self.mediators.get(mediator)?;
        let words = format!("{}-{} online, {name}", clock(start), clock(start + USUAL_LENGTH));
        Some(Meeting { id: count.id(), mediator: *key, day: calendar.day(at), start, words })
    }

    /// The stamp of something done on a day, some time between nine and five, never later than now.
    fn signed(&mut self, day: NaiveDate, count: &mut Count) -> Signed {
        let minutes = 9 * 60 + self.dice.below(8 * 60) as i64;
        let midnight = day.and_time(chrono::NaiveTime::MIN).and_utc().timestamp_millis();
        Signed {
            at: (midnight + minutes * 60_000).min(self.now),
            today: day,
            quarter: minutes / 15,
            staff: self.dice.one(&self.names.staff).to_owned(),
            id: count.id(),
        }
    }

    fn people(&mut self, day: NaiveDate) -> People {
        let dice = &mut self.dice;
        let last = dice.one(&self.names.last);
        let child = format!("{} {last}", dice.one(&self.names.first));
        let parent = format!("{} {last}", dice.one(&self.names.first));
        let phone = format!("07700 900{:03}", dice.below(1000));
        let officer = format!("{} {}", dice.one(&self.names.first), dice.one(&self.names.last));
        let officer_phone = format!("01632 960{:03}", dice.below(1000));
        let back = |days: usize| day.checked_sub_days(Days::new(days as u64)).unwrap_or(day);
        let born = back(365 * 4 + dice.below(365 * 13));
        let letter = back(2 + dice.below(40));
        let lines: Vec<&str> = (0..2 + dice.below(3)).map(|_| dice.one(&self.names.notes)).collect();
        People {
            child,
            parent,
            phone,
            officer,
            officer_phone,
            school: dice.one(&self.names.schools).to_owned(),
            area: dice.one(&self.names.areas).to_owned(),
            subject: SUBJECTS[dice.below(SUBJECTS.len())],
            born,
            letter,
            notes: lines.join("\n"),
            third: dice.below(4) == 0,
        }
    }
}

/// What the queue has to know of an open case.
fn facts(
    keys: &Keys,
    people: &People,
    fate: Fate,
    meeting: Option<(&Meeting, Option<NaiveDate>)>,
    (day, asked, answered, touched): (NaiveDate, NaiveDate, NaiveDate, NaiveDate),
    store: &Store,
    count: &mut Count,
) -> CaseFacts {
    let party = |id, kind, side, answer, answered, asked, chase| PartyFacts {
        id,
        standing: Standing { kind, side, needed: Needed::Needed, answer },
        answered,
        asked,
        spoken: asked,
        chase,
        chases: 0,
    };
    let (other_answer, other_day) = match fate {
        Fate::InDoubt => (Some(Answer::PulledOut), Some(touched)),
        fate if fate.is_agreed() => (Some(Answer::Willing), Some(answered)),
        _ => (None, None),
    };
    let chase = (fate == Fate::Waiting).then(|| store.office().add(asked, 1));
    let was_asked = (fate != Fate::New).then_some(other_day.unwrap_or(asked));
    let state = match fate {
        Fate::Held => BookingState::Held,
        Fate::InDoubt => BookingState::InDoubt,
        _ => BookingState::Booked,
    };
    let bookings = meeting.map(|(m, held_until)| BookingFacts {
        id: m.id,
        state,
        day: m.day,
        held_until,
        words: m.words.clone(),
        away: None,
    });
    let steps = match fate {
        Fate::New => vec![StepFacts::new(count.id(), StepKind::TellLa, day)],
        Fate::Booked => {
            let due = meeting.map_or(day, |(m, _)| store.office().add(m.day, -2));
            vec![StepFacts::new(count.id(), StepKind::Remind, due)]
        }
        _ => Vec::new(),
    };
    let consent = match (fate, people.third) {
        (Fate::Withdrawn, _) => ConsentStanding::Withdrawn,
        (_, true) => ConsentStanding::ToCheck,
        _ => ConsentStanding::Ok,
    };
    CaseFacts {
        id: keys.case,
        rev: 1,
        clashes: Vec::new(),
        state: CaseState::Open,
        route: people.subject.route,
        consent,
        letter: DayReading::Day(people.letter),
        la_informed: (fate != Fate::New).then_some(asked),
        touched,
        parties: vec![
            party(
                keys.family,
                PartyKind::Family,
                Side::Family,
                Some(Answer::Willing),
                Some(day),
                Some(day),
                None,
            ),
            party(
                keys.other,
                PartyKind::LocalAuthority,
                Side::OtherSide,
                other_answer,
                other_day,
                was_asked,
                chase,
            ),
        ],
        bookings: bookings.into_iter().collect(),
        steps,
        snoozes: Vec::new(),
        after: AfterFacts {
            need: certificate::need(people.subject.route, people.subject.code),
            ..AfterFacts::default()
        },
    }
}
