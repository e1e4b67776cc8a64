//! Playing the list: every call and every answer in the order of its day and time, through the store's own
//! writes, so that the history of a practice case is one that could have happened.

use chrono::{NaiveDate, NaiveDateTime, NaiveTime, Timelike};

use super::cast::{self, Act, Cast, Count, Did, Enquiry, Family, Side as Other, When};
use crate::domain::call::CallerKind;
use crate::domain::consent::ConsentAct;
use crate::domain::contact::Said;
use crate::domain::queue::StepKind;
use crate::domain::slot::Hours;
use crate::domain::subject::route_of;
use crate::domain::text::Private;
use crate::domain::willingness::{Answer, Needed, PartyKind, Side};
use crate::params;
use crate::store::after::{AfterWrite, SafeRow};
use crate::store::calls::{CallWrite, FamilyAnswer, NewCase};
use crate::store::cases::CaseWrite;
use crate::store::db::Write;
use crate::store::mediators::MediatorWrite;
use crate::store::parties::{Contact, NewParty, PartyWrite};
use crate::store::{Result, Signed, Store};

/// The office's hours in quarter hours.
const NINE_TO_FIVE: Hours = Hours { opens: 36, closes: 68 };
/// Where the spoken numbers of calls begin.
const FIRST_CALL: i64 = 2190;

/// A family's rows, once its call is finished.
#[derive(Clone, Default)]
struct Played {
    case: i64,
    parties: Vec<i64>,
}

/// The play: the store, today, and the keys made so far.
pub(super) struct Play<'a> {
    pub(super) store: &'a mut Store,
    cast: &'a Cast,
    pub(super) today: NaiveDate,
    now: i64,
    last_id: i64,
    played: Vec<Played>,
    pub(super) mediators: Vec<i64>,
}

enum Event<'a> {
    Family(usize),
    Act(usize, &'a Act),
    Enquiry(&'a Enquiry),
    Count(&'a Count),
    Unfinished(&'a Family),
}

impl<'a> Play<'a> {
    pub(super) fn new(store: &'a mut Store, cast: &'a Cast, today: NaiveDate, now: i64) -> Self {
        let played = vec![Played::default(); cast.families.len()];
        Self { store, cast, today, now, last_id: 0, played, mediators: Vec::new() }
    }

    /// Plays everything; says how many cases there are.
    pub(super) fn all(mut self) -> Result<u64> {
        self.people()?;
        let cast = self.cast;
        let mut events: Vec<(&When, Event<'_>)> = Vec::new();
        for (at, family) in cast.families.iter().enumerate() {
            events.push((&family.when, Event::Family(at)));
            events.extend(family.acts.iter().map(|act| (&act.when, Event::Act(at, act))));
        }
        events.extend(cast.enquiries.iter().map(|e| (&e.when, Event::Enquiry(e))));
        events.extend(cast.counts.iter().map(|c| (&c.when, Event::Count(c))));
        events.extend(cast.unfinished.iter().map(|f| (&f.when, Event::Unfinished(f))));
        events.sort_by_key(|(when, _)| (when.day, cast::time(&when.time)));
        self.counter("C", FIRST_CALL)?;
        for (when, event) in events {
            match event {
                Event::Family(at) => self.family(at, &cast.families[at])?,
                Event::Act(at, act) => self.act(at, &cast.families[at].staff, act)?,
                Event::Enquiry(enquiry) => self.enquiry(when, enquiry)?,
                Event::Count(count) => self.count(when, count)?,
                Event::Unfinished(family) => self.unfinished(family)?,
            }
        }
        Ok(cast.families.len() as u64)
    }

    pub(super) fn id(&mut self) -> i64 {
        self.last_id += 16;
        self.last_id
    }

    pub(super) fn day(&self, n: i32) -> NaiveDate {
        cast::day(self.store.office(), self.today, n)
    }

    pub(super) fn meeting_day(&self, n: i32) -> NaiveDate {
        cast::meeting_day(self.store.office(), self.today, n)
    }

    /// The stamp of something that happened then; never later than now.
    pub(super) fn signed(&mut self, when: &When, minutes: i64, staff: &str) -> Signed {
        let time: NaiveTime = cast::time(&when.time);
        let day = self.day(when.day);
        let at = NaiveDateTime::new(day, time).and_utc().timestamp_millis() + minutes * 60_000;
        let id = self.id();
        Signed {
            at: at.min(self.now),
            today: day,
            quarter: i64::from(time.num_seconds_from_midnight()) / 900,
            staff: staff.to_owned(),
            id,
        }
    }

    /// The next spoken number of this kind will be `next`. Numbers only grow.
    pub(super) fn counter(&mut self, kind: &'static str, next: i64) -> Result<()> {
        self.store.write(&[Write::any(
            "UPDATE counters SET last = $1 WHERE kind = $2 AND last < $1",
            params![next - 1, kind],
        )])
    }

    fn people(&mut self) -> Result<()> {
        let cast = self.cast;
        let when = When { day: -310, time: "09:00".to_owned() };
        for mediator in &cast.mediators {
            let id = self.id();
            self.mediators.push(id);
            let usual = |weekday: i64| mediator.days.contains(&weekday).then_some(NINE_TO_FIVE);
            let mut writes = vec![
                MediatorWrite::Save {
                    id,
                    name: mediator.name.clone(),
                    phone: mediator.phone.as_str().into(),
                    areas: mediator.areas.clone(),
                    accredited: true,
                    sen_trained: mediator.sen_trained,
                    offers: mediator.offers.clone(),
                    per_week: mediator.per_week,
                },
                MediatorWrite::UsualDays { mediator: id, days: [1, 2, 3, 4, 5].map(usual) },
            ];
            for away in &mediator.away {
                let (from, to) = (self.day(away.from), self.day(away.to));
                writes.push(MediatorWrite::Away {
                    id: self.id(),
                    mediator: id,
                    from,
                    to,
                    words: away.words.clone(),
                });
            }
            for write in &writes {
                let signed = self.signed(&when, 0, "Tom Berry");
                self.store.mediator_write(write, &signed)?;
            }
        }
        Ok(())
    }

    pub(super) fn usual_days(&self, mediator: usize) -> &[i64] {
        &self.cast.mediators[mediator].days
    }

    fn family(&mut self, at: usize, f: &Family) -> Result<()> {
        let (call, _, case, _) = self.call(f)?;
        self.counter("M", f.number)?;
        let kind = CallerKind::from_code(&f.caller).unwrap_or(CallerKind::Parent);
        let third = kind.is_third_party();
        let mut parties = vec![NewParty {
            id: self.id(),
            kind: if kind == CallerKind::YoungPerson { PartyKind::YoungPerson } else { PartyKind::Family },
            side: Side::Family,
            needed: Needed::Needed,
            contact: family_contact(f, third),
            chase: None,
        }];
        for (side, other) in [(Side::OtherSide, &f.other), (Side::Beside, &f.school_party)] {
            if let Some(other) = other {
                parties.push(self.party(side, other));
            }
        }
        let keys: Vec<i64> = parties.iter().map(|p| p.id).collect();
        let wants = f.wants.as_deref() == Some("mediation");
        let family_answer = (!third && wants).then(|| FamilyAnswer::yes(self.id(), keys[0]));
        let today = self.day(f.when.day);
        let mut steps = Vec::new();
        if third {
            steps.push((self.id(), StepKind::CheckParent, self.store.office().add(today, 1)));
        }
        if wants {
            let la = f.other.as_ref().is_some_and(|o| o.kind == "local authority");
            let step = if la { StepKind::TellLa } else { StepKind::RingOtherSide };
            steps.push((self.id(), step, today));
        }
        let new = NewCase { case, route: route_of(&f.about), parties, family_answer, steps };
        let signed = self.signed(&f.when, 9, &f.staff);
        self.store.call_write(&CallWrite::FinishCase { call, new: Some(new), case }, &signed)?;
        self.played[at] = Played { case, parties: keys };
        Ok(())
    }

    fn party(&mut self, side: Side, other: &Other) -> NewParty {
        NewParty {
            id: self.id(),
            kind: PartyKind::from_code(&other.kind),
            side,
            needed: if side == Side::Beside { Needed::Invited } else { Needed::Needed },
            contact: Contact {
                name: other.name.as_str().into(),
                person: other.person.as_str().into(),
                phone: other.phone.as_str().into(),
                ..Contact::default()
            },
            chase: None,
        }
    }

    fn act(&mut self, at: usize, staff: &str, act: &Act) -> Result<()> {
        let Played { case, parties } = self.played[at].clone();
        let signed = self.signed(&act.when, 0, staff);
        match &act.did {
            Did::Answer { party, answer, person, words, how } => {
                let write = PartyWrite::Answer {
                    case,
                    party: parties[*party],
                    answer: self.id(),
                    what: Answer::from_code(answer).unwrap_or(Answer::Asked),
                    person: person.as_str().into(),
                    words: words.as_str().into(),
                    how: how.clone(),
                    chase: None,
                };
                self.store.party_write(&write, &signed)
            }
            Did::Hold(meeting) => self.place(case, meeting, false, &signed),
            Did::Book(meeting) => self.place(case, meeting, true, &signed),
            Did::Met { words } => self.met(case, words, &signed),
            Did::Done { step } => match StepKind::from_code(step) {
                Some(step) => self.done(case, step, &act.when, staff),
                None => Ok(()),
            },
            Did::Check { giver } => self.consent(case, ConsentAct::Checked, giver, "", &signed),
            Did::Withdraw { giver, words } => {
                self.consent(case, ConsentAct::Withdrawn, giver, words, &signed)
            }
            Did::Unsafe { by } => self.unsafe_to_ring(at, case, parties[0], by, &signed),
            Did::Close => self.close(case, &signed),
        }
    }

    fn consent(
        &mut self,
        case: i64,
        act: ConsentAct,
        giver: &str,
        words: &str,
        signed: &Signed,
    ) -> Result<()> {
        let write = CaseWrite::Consent {
            case,
            record: self.id(),
            act,
            giver: giver.into(),
            given: None,
            how: "spoken".into(),
            limits: Private::default(),
            not_covered: Private::default(),
            words: words.into(),
        };
        self.store.case_write(&write, signed)
    }

    /// The number of the family is not safe to ring.
    fn unsafe_to_ring(&mut self, at: usize, case: i64, party: i64, by: &str, signed: &Signed) -> Result<()> {
        let family = &self.cast.families[at];
        let value = family_contact(family, !family.parent_phone.is_empty()).phone;
        let (ring, message, writing) = (Said::No, Said::No, Said::Yes);
        let rows = vec![SafeRow { kind: "phone", value, ring, message, writing }];
        let write = AfterWrite::Safe { case, party, contact: self.id(), rows, said_by: by.into() };
        self.store.case_write(&CaseWrite::After(write), signed)
    }

    /// A promised step was done, where it was promised.
    fn done(&mut self, case: i64, what: StepKind, when: &When, staff: &str) -> Result<()> {
        let steps = self.store.facts(case)?.steps;
        let Some(step) = steps.iter().find(|s| s.what == what).map(|s| s.id) else { return Ok(()) };
        let signed = self.signed(when, 0, staff);
        self.store.case_write(&CaseWrite::StepDone { case, step }, &signed)
    }
}

fn family_contact(f: &Family, third: bool) -> Contact {
    let (person, phone) = if third { (&f.parent, &f.parent_phone) } else { (&f.name, &f.phone) };
    Contact {
        name: person.as_str().into(),
        person: person.as_str().into(),
        relation: f.relation.as_str().into(),
        phone: phone.as_str().into(),
        best_time: f.best_time.as_str().into(),
        needs: f.needs.as_str().into(),
        ..Contact::default()
    }
}
