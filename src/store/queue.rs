//! Today: the rows of the queue, read a page at a time from an index.
//!
//! Without a consent in force a row has its number and no name.
//! The rows of a case are written with the case (see [`crate::domain::queue`]); enquiries, calls not finished
//! and calls taken recently are read from their own short indexes. Nothing is counted over the caseload.

mod again;
mod calls;
mod name;
mod not_safe;

pub use again::Remade;
pub(super) use name::{NAME_OF_CASE, name_in_list};
pub(super) use not_safe::MAY_BE_UNSAFE;

use chrono::{NaiveDate, NaiveDateTime, Timelike};

use super::calls::{ENQUIRY_AGAIN, ENQUIRY_MADE};
use super::db::Write;
use super::office::PUT_OFF;
use super::{Result, Store};
use crate::domain::call::CallerKind;
use crate::domain::contact::Safety;
use crate::domain::moment::Moment;
use crate::domain::queue::{Attention, CaseFacts, Group, Why, attention, enquiry};
use crate::domain::reference::{RefKind, Reference};
use crate::domain::text::{Private, short_name, within_a_sentence};
use crate::domain::working_days::WorkingDays;
use crate::params;

/// What a row of Today stands for; the row is followed by this, not by its position.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Item {
    /// A case.
    Case(i64),
    /// An enquiry.
    Enquiry(i64),
    /// A call.
    Call(i64),
}

/// A row of Today.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QueueRow {
    /// Its group.
    pub group: Group,
    /// What it stands for.
    pub item: Item,
    /// `M-0412`.
    pub reference: Option<Reference>,
    /// First name and initial, what stands for them in brackets, or the kind of caller.
    pub name: Private,
    /// The reason, in words.
    pub reason: Private,
    /// The next step, in a word or two.
    pub step: String,
    /// Its day, measured against today.
    pub due: NaiveDate,
    /// Why it is there; none for calls and enquiries.
    pub why: Option<Why>,
    /// The party it is about.
    pub party: Option<i64>,
    /// The booking it is about, or the promise, the agreed action, the objection.
    pub booking: Option<i64>,
    /// When the call began, UTC milliseconds; none for cases and enquiries.
    pub at: Option<i64>,
    /// The handover that waits for this desk; none for every other row.
    pub handover: Option<i64>,
    /// Who looks after the case; empty where nobody has taken it over.
    pub keeper: String,
    /// Its step would ring a number of which was said that it is not safe.
    pub not_safe: bool,
}

impl QueueRow {
    /// Its case is locked: without a consent in force it has no name.
    pub fn is_locked(&self) -> bool {
        matches!(self.item, Item::Case(_)) && self.name.is_empty()
    }
}

/// A page of Today.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct QueuePage {
    /// The rows, group by group.
    pub rows: Vec<QueueRow>,
    /// The groups that have more rows than the page holds.
    pub more: Vec<Group>,
    /// The newest finished calls, also those whose case has a row of its own. Their reasons are without the day.
    pub last_calls: Vec<QueueRow>,
    /// What this person promised to ring back today or before, by time.
    pub promised: Vec<QueueRow>,
    /// The next minute of today at which a row comes into view by itself.
    pub comes_back: Option<NaiveDateTime>,
    /// The office's working days.
    pub office: Option<WorkingDays>,
    /// The next day on which the office is closed, with its name; weekends are not named.
    pub next_closed: Option<(NaiveDate, String)>,
}

impl QueuePage {
    /// What stands around the rows, for whoever lists them in another way.
    #[must_use]
    pub fn without_rows(&self) -> Self {
        let Self { rows: _, promised: _, more, last_calls, comes_back, office, next_closed } = self;
        Self {
            rows: Vec::new(),
            promised: Vec::new(),
            more: more.clone(),
            last_calls: last_calls.clone(),
            comes_back: *comes_back,
            office: office.clone(),
            next_closed: next_closed.clone(),
        }
    }
}

/// Rows of one group on one page.
pub const PAGE: usize = 36;
/// The most closed cases to review that are counted.
const REVIEWS: usize = 100;
/// What stands in place of a step that would ring a number that is not safe.
const DO_NOT_RING: &str = "DO NOT RING";
/// A case is shown once, by its most urgent row that is seen.
const IN_FRONT: &str = "a.show_from <= $2 AND a.hidden_from > $2 AND a.show_from < a.hidden_from";
/// No row hides it.
const NEVER: Moment = Moment { day: LAST_DAY, time: None };
const LAST_DAY: NaiveDate = match NaiveDate::from_ymd_opt(9999, 12, 31) {
    Some(day) => day,
    None => NaiveDate::MAX,
};

impl Store {
    /// The statements that make the rows of a case again.
    pub(super) fn queue_rows(&self, facts: &CaseFacts) -> Vec<Write> {
        let mut writes = vec![Write::any("DELETE FROM attention WHERE case_id = $1", params![facts.id])];
        let rows = attention(facts, &self.law, &self.office);
        writes.extend(rows.iter().enumerate().map(|(place, row)| {
            Write::one(
                name::ADD_ROW,
                params![
                    facts.id,
                    row.group.code(),
                    row.show_from,
                    row.sorted_by(),
                    row.why.code(),
                    &row.reason,
                    row.step,
                    row.party,
                    row.booking,
                    hidden_from(&rows, place)
                ],
            )
        }));
        writes
    }

    /// Today's page, as this person sees it at this minute of the office's clock, which is `at` in UTC milliseconds.
    pub fn queue_at(&mut self, now: NaiveDateTime, at: i64, staff: &str) -> Result<QueuePage> {
        let (today, moment) = (now.date(), Moment::from(now));
        let tomorrow = today.succ_opt().unwrap_or(today);
        let mut page = QueuePage::default();
        let seen = format!(
            "SELECT a.case_id, a.reason, a.step, a.due, a.kind, a.party_id, a.booking_id, a.number, a.name,
               (SELECT c.keeper FROM cases c WHERE c.id = a.case_id), {MAY_BE_UNSAFE} FROM attention a"
        );
        for group in [Group::InDoubt, Group::Now, Group::Chase, Group::Ready, Group::Meetings] {
            let values = params![group.code(), moment, PAGE as i64 + 1, tomorrow];
            // What is due is read by its day; what is shown before its day from an index of its own, by the moment it
            // is shown from. Both are named: with any other, rows that nobody sees are walked too.
            let due = format!(
                "{seen} INDEXED BY attention_in_front WHERE a.grp = $1 AND {IN_FRONT} AND a.due < $4
                 ORDER BY a.due, a.id LIMIT $3"
            );
            let mut rows = self.read(&due, &values)?;
            if rows.len() <= PAGE {
                let ahead = format!(
                    "{seen} INDEXED BY attention_ahead WHERE a.grp = $1 AND {IN_FRONT} AND a.show_from < a.due
                       AND +a.due >= $4 ORDER BY +a.due, a.id LIMIT $3"
                );
                rows.extend(self.read(&ahead, &values)?);
            }
            let rows = self.case_rows(group, &rows, today)?;
            page.add(group, rows);
        }
        if !staff.is_empty() {
            page.add(Group::Handed, self.handovers(staff, true)?);
        }
        page.add(Group::WaitingForConsent, self.waiting_enquiries(today)?);
        page.add(Group::NotFinished, self.calls_not_finished(at, PAGE as i64 + 1)?);
        page.rows.extend(self.reviews(now)?);
        let shown: Vec<Item> = page.rows.iter().map(|row| row.item).collect();
        page.last_calls = self.recent_calls(14)?;
        let mut recent: Vec<QueueRow> = Vec::new();
        for row in &page.last_calls {
            if !shown.contains(&row.item) && recent.iter().all(|other| other.item != row.item) {
                recent.push(row.clone());
            }
        }
        recent.truncate(5);
        page.add(Group::Recent, recent);
        page.promised = self.promised_by(staff, now)?;
        page.comes_back = self.comes_back(now)?;
        page.office = Some(self.office.clone());
        page.next_closed = self.office.next_closure_after(today).map(|(day, name)| (day, name.to_owned()));
        page.rows.sort_by_key(|row| row.group);
        let quarter = i64::from(now.time().num_seconds_from_midnight()) / 900;
        self.tell_room(&mut page.rows, today, quarter)?;
        Ok(page)
    }

    /// The closed cases that wait for their review, as one row: of the one that has waited longest, with how many
    /// there are. They are worked from there one by one.
    fn reviews(&mut self, now: NaiveDateTime) -> Result<Option<QueueRow>> {
        let tomorrow = now.date().succ_opt().unwrap_or(now.date());
        let values = params![Group::Review.code(), tomorrow, Moment::from(now), REVIEWS as i64];
        let rows = self.read(
            "SELECT a.case_id, a.reason, a.step, a.due, a.kind, a.party_id, a.booking_id, a.number, a.name, '', 0
             FROM attention a WHERE a.grp = $1 AND a.due < $2 AND a.show_from <= $3 ORDER BY a.due, a.id LIMIT $4",
            &values,
        )?;
        let first = self.case_rows(Group::Review, rows.get(..1).unwrap_or_default(), now.date())?.pop();
        Ok(first.map(|first| QueueRow { reason: reviews_words(rows.len(), &first.reason).into(), ..first }))
    }

    /// The first thing to do in a case that is open, as it is said within a sentence, with its day.
    pub fn first_to_do(
        &mut self,
        case: Option<i64>,
        today: NaiveDate,
    ) -> Result<Option<(String, NaiveDate)>> {
        let row = self.read_one(
            "SELECT step, due FROM attention WHERE case_id = $1
             ORDER BY max(substr(show_from, 1, 10), $2), grp, due, id LIMIT 1",
            &params![case, today],
        )?;
        Ok(row.and_then(|row| Some((within_a_sentence(&row.text(0)), row.day(1)?))))
    }

    /// The next minute of today at which a row comes into view.
    fn comes_back(&mut self, now: NaiveDateTime) -> Result<Option<NaiveDateTime>> {
        let tomorrow = now.date().succ_opt().unwrap_or(now.date());
        let row = self.read_one(
            "SELECT min(show_from) FROM attention
             WHERE length(show_from) = 16 AND show_from > $1 AND show_from < $2",
            &params![Moment::from(now), tomorrow],
        )?;
        let moment = row.and_then(|row| Moment::from_stored(&row.text(0)));
        Ok(moment.and_then(|moment| Some(moment.day.and_time(moment.time?))))
    }

    /// What this person promised for today or before, by day and time; also of cases with a more urgent row.
    fn promised_by(&mut self, staff: &str, now: NaiveDateTime) -> Result<Vec<QueueRow>> {
        let moment = Moment::from(now);
        let tomorrow = now.date().succ_opt().unwrap_or(now.date());
        let rows = self.read(
            &format!("SELECT a.case_id, a.reason, a.step, a.due, a.kind, a.party_id, a.booking_id, a.number, a.name, '',
               {MAY_BE_UNSAFE}
             FROM attention a
             WHERE a.due < $1 AND a.show_from <= $2 AND a.kind = 'step: promise'
               AND EXISTS (SELECT 1 FROM steps s WHERE s.id = a.booking_id AND s.state = 'open' AND s.who = $3)
             ORDER BY a.due, a.id LIMIT $4"),
            &params![tomorrow, moment, staff, PAGE as i64],
        )?;
        self.case_rows(Group::Chase, &rows, now.date())
    }

    /// Enquiries waiting for consent; one that was put off, and about which nobody has rung since, from its day on. What
    /// happened to it is looked at only where its row has changed.
    fn waiting_enquiries(&mut self, today: NaiveDate) -> Result<Vec<QueueRow>> {
        let rows = self.read(
            "SELECT id, number, kind, name, work, next_step, next_day, keep_until,
               (SELECT h.to_staff FROM handovers h WHERE h.enquiry_id = enquiries.id AND h.state = 'accepted'
                ORDER BY h.id DESC LIMIT 1), phone, best_time
             FROM enquiries
             WHERE state = 'open' AND (next_day <= $2 OR rev = 1 OR $3 IS NOT
               (SELECT h.act FROM history h
                WHERE h.enquiry_id = enquiries.id AND (h.act = $3
                  OR (h.act IN ($4, $5)
                      AND EXISTS (SELECT 1 FROM calls l WHERE l.id = h.call_id AND l.outcome = 'enquiry')))
                ORDER BY h.seq DESC LIMIT 1)) ORDER BY next_day, id LIMIT $1",
            &params![PAGE as i64 + 1, today, PUT_OFF, ENQUIRY_MADE, ENQUIRY_AGAIN],
        )?;
        Ok(rows
            .iter()
            .filter_map(|row| {
                let kind = CallerKind::from_code(&row.text(2))?;
                let next = row.day(6)?;
                let who = if row.text(3).is_empty() { row.text(4) } else { short_name(&row.text(3)) };
                let rings_back = row.text(5) != "he or she rings us";
                let (reason, step) = enquiry(kind, &who, rings_back, next, today);
                let not_safe = Safety::heard(&row.text(9), &row.text(10)).is_some_and(Safety::may_not_ring);
                let step = if not_safe && next < today { DO_NOT_RING } else { step };
                Some(QueueRow {
                    group: Group::WaitingForConsent,
                    item: Item::Enquiry(row.int(0)),
                    reference: Some(Reference { kind: RefKind::Enquiry, number: row.int(1) }),
                    name: kind.short().into(),
                    reason: reason.into(),
                    step: step.into(),
                    due: next,
                    why: None,
                    party: None,
                    booking: None,
                    at: None,
                    handover: None,
                    keeper: row.text(8),
                    not_safe,
                })
            })
            .collect())
    }
}

/// From when the row at this place is hidden by a more urgent one of its case. Rows alike in all else are in the order
/// they are written in.
fn hidden_from(rows: &[Attention], place: usize) -> Moment {
    let urgency = |(place, row): (usize, &Attention)| (row.group.code(), row.sorted_by(), place);
    let before = |other: &(usize, &Attention)| {
        rows.get(place).is_some_and(|row| urgency(*other) < urgency((place, row)))
    };
    rows.iter().enumerate().filter(before).map(|(_, row)| row.show_from).min().unwrap_or(NEVER)
}

fn reviews_words(count: usize, of_the_first: &str) -> String {
    match count {
        1 => format!("1 closed case. {of_the_first}"),
        REVIEWS.. => format!("{REVIEWS} or more closed cases: review"),
        count => format!("{count} closed cases: review, this one first"),
    }
}

impl QueuePage {
    fn add(&mut self, group: Group, mut rows: Vec<QueueRow>) {
        if rows.len() > PAGE {
            rows.truncate(PAGE);
            self.more.push(group);
        }
        self.rows.extend(rows);
    }
}
