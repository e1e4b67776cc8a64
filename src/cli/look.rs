//! `today` and `find`: what the screens of the same names show.
//!
//! The rows are those of the file's own queue and of its own search, in their order; nothing is computed
//! again for the shell. Words are cleaned of what could harm a terminal. Opening or changing what was found
//! is absent.

use chrono::NaiveDate;

use super::lines::Lines;
use super::trouble::Trouble;
use super::{Answer, Arguments, Moment, data};
use crate::domain::queue::Group;
use crate::domain::text::clean_line;
use crate::domain::typed_day::{long_day, short_day};

fn code(group: Group) -> &'static str {
    match group {
        Group::InDoubt => "in doubt",
        Group::Handed => "handed",
        Group::Now => "now",
        Group::Chase => "chase",
        Group::WaitingForConsent => "waiting for consent",
        Group::Ready => "ready",
        Group::Meetings => "meetings",
        Group::NotFinished => "not finished",
        Group::Recent => "recent",
        Group::Review => "review",
    }
}

/// How far a day lies ahead, in words.
pub(super) fn away(days: i64) -> String {
    match days {
        0 => "today".to_owned(),
        1 => "tomorrow".to_owned(),
        -1 => "yesterday".to_owned(),
        ahead if ahead > 0 => format!("in {ahead} days"),
        past => format!("{} days ago", -past),
    }
}

/// Days from one day to another; negative when the other is earlier.
pub(super) fn days_until(today: NaiveDate, day: NaiveDate) -> i64 {
    day.signed_duration_since(today).num_days()
}

/// Today.
pub(super) fn today(arguments: &Arguments, moment: Moment) -> Result<Answer, Trouble> {
    let mut store = super::place::open(arguments, moment)?;
    let today = moment.today();
    let page = store.queue_at(moment.local, moment.utc, "")?;
    let groups: Vec<data::QueueGroup> = Group::ALL
        .into_iter()
        .map(|group| data::QueueGroup {
            group: code(group),
            heading: group.heading(),
            more: page.more.contains(&group),
            rows: page
                .rows
                .iter()
                .filter(|row| row.group == group)
                .map(|row| data::QueueRow {
                    reference: row.reference.map(|reference| reference.to_string()),
                    name: clean_line(&row.name),
                    reason: clean_line(&row.reason),
                    step: clean_line(&row.step),
                    due: row.due,
                    days: days_until(today, row.due),
                })
                .collect(),
        })
        .filter(|group| !group.rows.is_empty())
        .collect();
    let mut lines = Lines::default();
    lines.add("Today", &long_day(today));
    if groups.is_empty() {
        lines.line(&["Nothing is waiting."]);
    }
    for group in &groups {
        let more = if group.more { " and more" } else { "" };
        lines.add(group.heading, &format!("{}{more}", group.rows.len()));
        for row in &group.rows {
            let reference = row.reference.as_deref().unwrap_or("-");
            let stop = if row.reason.ends_with(['.', '?']) { " Next: " } else { ". Next: " };
            let what = row.step.trim_end_matches('.');
            let due = format!(". {}, {}.", short_day(row.due), away(row.days));
            lines.line(&[reference, " ", &row.name, ": ", &row.reason, stop, what, &due]);
        }
    }
    Answer::new(&data::Today { today, groups }, lines.0)
}

/// Find.
pub(super) fn find(arguments: &Arguments, typed: &str, moment: Moment) -> Result<Answer, Trouble> {
    let mut store = super::place::open(arguments, moment)?;
    let found: Vec<data::Find> = store
        .find(typed, false)?
        .iter()
        .map(|row| data::Find {
            kind: row.kind.code(),
            reference: row.reference.map(|reference| reference.to_string()),
            name: clean_line(&row.name),
            about: clean_line(&row.about),
            alike: row.alike,
        })
        .collect();
    let typed = clean_line(typed);
    let mut lines = Lines::default();
    lines.add("Found", &found.len().to_string());
    for row in &found {
        let reference = row.reference.as_deref().unwrap_or("-");
        let alike = if row.alike { " alike" } else { "" };
        lines.all(&format!("{reference} {}{alike}", row.kind), &[&row.name, &row.about]);
    }
    Answer::new(&data::Finds { typed, found }, lines.0)
}
