//! The calls of the made-up families and of those who rang without consent.
//!
//! They are written as the desk writes them, field after field, so that a practice call has its lines of
//! history too. Calls without consent leave what the service's rule leaves: an enquiry, or a line to count.

use super::cast::{self, Count, Enquiry, Family, When};
use super::play::Play;
use crate::domain::call::CallerKind;
use crate::domain::consent::ConsentAnswer;
use crate::domain::detail::Detail;
use crate::domain::enquiry::kept_until;
use crate::domain::subject::subject_words;
use crate::domain::text::Private;
use crate::domain::typed_day::{DayReading, day_and_month, day_with_year};
use crate::store::Result;
use crate::store::calls::{CallWrite, CountReason, NewEnquiry, Typed};

impl Play<'_> {
    /// A call, its caller and what the caller said of themselves. Gives the call, the caller, the case and the
    /// family's details.
    pub(super) fn call(&mut self, f: &Family) -> Result<(i64, i64, i64, Vec<Typed>)> {
        let kind = CallerKind::from_code(&f.caller).unwrap_or(CallerKind::Parent);
        let (call, caller, case, record) = (self.id(), self.id(), self.id(), self.id());
        let start = self.signed(&f.when, 0, &f.staff);
        self.store.call_write(&CallWrite::Start { call, about: None }, &start)?;
        let own = !kind.is_third_party();
        let signed = self.signed(&f.when, 0, &f.staff);
        let details = callers(f);
        let notes = notes(f, signed.at);
        self.store.call_write(
            &CallWrite::Who {
                call,
                caller,
                seq: 1,
                kind,
                own: own.then_some((case, record)),
                details,
                notes: None,
            },
            &signed,
        )?;
        let of_the_family = self.details(f);
        if let Some(told) = &f.consent {
            let day = self.day(told.day);
            let signed = self.signed(&f.when, 1, &f.staff);
            self.store.call_write(&CallWrite::Answer { call, answer: Some(ConsentAnswer::Yes) }, &signed)?;
            let signed = self.signed(&f.when, 2, &f.staff);
            self.store.call_write(
                &CallWrite::Give {
                    call,
                    case,
                    record,
                    caller,
                    giver: told.giver.as_str().into(),
                    given: day_with_year(day).into(),
                    given_to: day,
                    how: told.how.as_str().into(),
                    told_by: format!("{}, {}", f.name, f.work).into(),
                    limits: told.limits.as_str().into(),
                    notes: None,
                    details: Vec::new(),
                },
                &signed,
            )?;
        }
        for (at, detail) in of_the_family.iter().enumerate() {
            let signed = self.signed(&f.when, 2 + at as i64 / 3, &f.staff);
            let visit = Some(Private::default());
            self.store.call_write(
                &CallWrite::FamilyDetail {
                    call: Some(call),
                    case,
                    detail: detail.clone(),
                    visit,
                    known: Vec::new(),
                },
                &signed,
            )?;
        }
        if let Some((body, begun)) = notes {
            let signed = self.signed(&f.when, 7, &f.staff);
            self.store.call_write(&CallWrite::Notes { call, case, body, begun }, &signed)?;
        }
        Ok((call, caller, case, of_the_family))
    }

    fn details(&self, f: &Family) -> Vec<Typed> {
        let born = cast::born(self.today, f.born);
        let letter = match (f.letter, f.letter_months, f.letter_early) {
            (Some(n), _, _) => Some(DayReading::Day(self.day(n))),
            (_, Some(months), _) => {
                let end = self.day(3);
                let start = end.checked_sub_months(chrono::Months::new(months)).unwrap_or(end);
                Some(DayReading::Day(start))
            }
            (_, _, true) => {
                use chrono::Datelike;
                let month = self.day(-25).with_day(1).unwrap_or(self.today);
                Some(DayReading::about(month, month.with_day(10).unwrap_or(month)))
            }
            _ => None,
        };
        let mut all: Vec<Typed> = vec![
            (Detail::Child, f.child.as_str().into(), Private::default()),
            (Detail::Born, born.format("%-d %b %Y").to_string().into(), born.to_string().into()),
        ];
        let mut add = |detail, typed: &str, reading: String| {
            if !typed.is_empty() {
                all.push((detail, typed.into(), reading.into()));
            }
        };
        add(Detail::School, &f.school, String::new());
        add(Detail::Area, &f.area, String::new());
        add(Detail::About, &subject_words(&f.about), f.about.clone());
        if let Some(day) = letter {
            let typed = match &day {
                DayReading::Day(day) => day_and_month(*day),
                other => other.in_words(self.today).trim_start_matches("~ ").replace("early", "start of"),
            };
            add(Detail::Letter, &typed, day.to_stored());
        }
        let wants = f.wants.as_deref().unwrap_or_default();
        add(Detail::Wants, crate::domain::detail::wants_words(wants), wants.to_owned());
        add(Detail::OtherSide, f.other.as_ref().map_or("", |o| &o.name), String::new());
        add(Detail::ParentName, &f.parent, String::new());
        add(Detail::ParentPhone, &f.parent_phone, String::new());
        all
    }

    fn third_party(
        &mut self,
        when: &When,
        staff: &str,
        kind: CallerKind,
        details: Vec<Typed>,
    ) -> Result<i64> {
        let (call, caller) = (self.id(), self.id());
        let signed = self.signed(when, 0, staff);
        self.store.call_write(&CallWrite::Start { call, about: None }, &signed)?;
        let signed = self.signed(when, 0, staff);
        let who = CallWrite::Who { call, caller, seq: 1, kind, own: None, details, notes: None };
        self.store.call_write(&who, &signed)?;
        Ok(call)
    }

    pub(super) fn enquiry(&mut self, when: &When, e: &Enquiry) -> Result<()> {
        let kind = CallerKind::from_code(&e.caller).unwrap_or(CallerKind::SchoolStaff);
        let own = |detail, text: &str| (detail, Private::from(text), Private::default());
        let details =
            vec![own(Detail::Name, &e.name), own(Detail::Work, &e.work), own(Detail::Phone, &e.phone)];
        let call = self.third_party(when, &e.staff, kind, details)?;
        let answer = ConsentAnswer::from_code(&e.answer).unwrap_or(ConsentAnswer::No);
        let signed = self.signed(when, 1, &e.staff);
        self.store.call_write(&CallWrite::Answer { call, answer: Some(answer) }, &signed)?;
        self.counter("E", e.number)?;
        let enquiry = NewEnquiry {
            id: self.id(),
            kind,
            name: e.name.as_str().into(),
            work: e.work.as_str().into(),
            phone: e.phone.as_str().into(),
            email: Private::default(),
            best_time: Private::default(),
            subject: e.about.clone(),
            area: e.area.clone(),
            answer,
            rings_back: e.rings_back,
            next_day: self.day(e.next),
            keep_until: kept_until(self.day(when.day)),
        };
        let signed = self.signed(when, 4, &e.staff);
        self.store.call_write(&CallWrite::FinishEnquiry { call, enquiry }, &signed)
    }

    pub(super) fn count(&mut self, when: &When, count: &Count) -> Result<()> {
        let kind = CallerKind::from_code(&count.caller).unwrap_or(CallerKind::OtherParty);
        let call = self.third_party(when, &count.staff, kind, Vec::new())?;
        let signed = self.signed(when, 1, &count.staff);
        let no = CallWrite::Answer { call, answer: Some(ConsentAnswer::No) };
        self.store.call_write(&no, &signed)?;
        let reason = [CountReason::NoConsent, CountReason::ChildAlone, CountReason::WouldNotSay]
            .into_iter()
            .find(|reason| reason.code() == count.reason)
            .unwrap_or(CountReason::NoConsent);
        let signed = self.signed(when, 2, &count.staff);
        self.store.call_write(&CallWrite::FinishCount { call, reason }, &signed)
    }

    pub(super) fn unfinished(&mut self, f: &Family) -> Result<()> {
        let (call, ..) = self.call(f)?;
        let day = self.store.office().next_working(self.today);
        let ring_back = (!f.ring_back.is_empty()).then(|| (day, f.ring_back.clone()));
        let signed = self.signed(&f.when, 8, &f.staff);
        self.store.call_write(&CallWrite::Leave { call, ring_back }, &signed)
    }
}

fn callers(f: &Family) -> Vec<Typed> {
    let all = [
        (Detail::Name, &f.name),
        (Detail::Work, &f.work),
        (Detail::Phone, &f.phone),
        (Detail::BestTime, &f.best_time),
        (Detail::Needs, &f.needs),
    ];
    let typed = all.into_iter().filter(|(_, text)| !text.is_empty());
    let mut details: Vec<Typed> =
        typed.map(|(detail, text)| (detail, text.as_str().into(), Private::default())).collect();
    if f.consent.is_none() && !f.relation.is_empty() {
        details.push((Detail::Relation, f.relation.as_str().into(), Private::default()));
    }
    details
}

/// The lines of the notes, each begun a minute after the one before.
fn notes(f: &Family, at: i64) -> Option<(Private, String)> {
    if f.notes.is_empty() {
        return None;
    }
    let begun: Vec<String> =
        (0..f.notes.len() as i64).map(|line| (at + (line + 3) * 60_000).to_string()).collect();
    Some((f.notes.join("\n").into(), begun.join(" ")))
}
