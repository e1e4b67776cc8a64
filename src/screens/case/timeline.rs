//! Everything that happened to a case, newest first, by day, with its words.
//!
//! Lines are added and never changed. When a family's details leave, the line stays and its words go. A file
//! may hold more lines than one reading brings: the end of the page asks for the older ones.

use chrono::NaiveDate;

use super::State;
use super::readings::shown;
use super::sheet::Sheet;
use super::words::hidden;
use crate::domain::text::short_name;
use crate::domain::typed_day::{day_with_year, short_day};
use crate::screens::Look;
use crate::store::calls::visit_line;
use crate::store::cases::{CasePage, DETAILS_CHANGED};
use crate::store::clashes::VALUE_CHOSEN;
use crate::store::history::{Happened, THE_PROGRAM, TIMELINE};
use crate::store::undo::TAKEN_BACK;
use crate::widgets::theme::Role;

/// The acts by which a field of the family changes elsewhere than in a call.
const CHANGES: [&str; 3] = [DETAILS_CHANGED, TAKEN_BACK, VALUE_CHOSEN];

fn role(mark: &str) -> Role {
    match mark {
        "YES" | "OK" => Role::Good,
        "NO" => Role::Closed,
        _ => Role::Body,
    }
}

/// Who wrote it; what nobody did was written by the program.
fn who(staff: &str) -> String {
    if staff == THE_PROGRAM { "program".to_owned() } else { short_name(staff) }
}

/// What was written in a field, while it stands there: the line itself does not hold it. Nothing where the field may have
/// been changed by anything since.
fn value(happened: &Happened, page: &CasePage) -> Option<String> {
    let changes = |act: &str| act == happened.act || CHANGES.iter().any(|changes| act.starts_with(changes));
    let newer = page.timeline.iter().take_while(|line| line.seq > happened.seq);
    let known = page.timeline.last().is_some_and(|oldest| oldest.seq <= happened.seq);
    if !known || !page.clashes.is_empty() || newer.into_iter().any(|line| changes(&line.act)) {
        return None;
    }
    let (detail, kept) = page.details.iter().find(|(detail, _)| visit_line(*detail) == happened.act)?;
    Some(shown(*detail, kept).trim().to_owned()).filter(|value| !value.is_empty())
}

/// One line: `14:32  OK  Consent given: words    Priya`. With its day where `dated`.
pub(super) fn line(s: &mut Sheet, happened: &Happened, page: &CasePage, look: &Look<'_>, dated: bool) {
    let at = look.context.local_of(happened.at);
    let clock = at.format("%H:%M").to_string();
    // On the summary there are two lines: the name of whoever rang leaves room for what was said.
    let told = if dated { happened.told_shortly() } else { happened.told() };
    let words = if hidden(page, look) { "" } else { told.trim() };
    let text = match (value(happened, page).filter(|_| !hidden(page, look)), words.is_empty()) {
        (Some(value), true) => format!("{}: {value}", happened.act),
        (Some(value), false) => format!("{}: {value} ({words})", happened.act),
        (None, true) => happened.act.clone(),
        (None, false) => format!("{}: {words}", happened.act),
    };
    let width = s.width();
    let (when, column) = if dated { (format!("{} {clock}", short_day(at.date())), 20) } else { (clock, 14) };
    let staff = width.saturating_sub(8);
    let room = usize::from(staff.saturating_sub(column + 1)).max(8);
    let lines: Vec<String> = text.lines().flat_map(|line| crate::widgets::frame::wrap(line, room)).collect();
    for (nth, part) in lines.iter().take(if dated { 2 } else { usize::MAX }).enumerate() {
        if nth > 0 {
            s.row(&[(column, part, role(&happened.mark))], false);
            continue;
        }
        let when_at = if dated { 2 } else { 3 };
        let mark = if dated { "" } else { happened.mark.as_str() };
        s.row(
            &[
                (when_at, &when, Role::Body),
                (10, mark, role(&happened.mark)),
                (column, part, role(&happened.mark)),
                (staff, &who(&happened.staff), Role::Body),
            ],
            false,
        );
    }
}

/// The timeline, for a box of so many columns. `older` are lines read after the page's own.
pub(super) fn sheet(page: &CasePage, look: &Look<'_>, width: u16, older: &[Happened], more: bool) -> Sheet {
    let mut s = Sheet::new("Timeline", width);
    let mut day: Option<NaiveDate> = None;
    for happened in page.timeline.iter().chain(older) {
        let at = look.context.local_of(happened.at).date();
        if day != Some(at) {
            s.heading(&day_with_year(at));
            day = Some(at);
        }
        line(&mut s, happened, page, look, false);
    }
    s.gap();
    if more {
        s.text(1, "More below: End brings the older lines.", Role::Body);
    } else {
        s.text(
            1,
            "Nothing is ever removed from this list. When a family's details are removed, the words go and \
             the line stays.",
            Role::Body,
        );
    }
    s
}

impl State {
    /// Lines that leave the newest ones of the page stay known, so that the timeline has no gap.
    pub(super) fn keep_older(&mut self, new: &CasePage) {
        let oldest = new.timeline.last().map_or(i64::MAX, |line| line.seq);
        let Some(before) = self.page.take() else {
            self.more = new.timeline.len() as i64 >= TIMELINE;
            return;
        };
        let known = self.older.first().map_or(i64::MIN, |line| line.seq);
        let between = before.timeline.into_iter().filter(|line| line.seq < oldest && line.seq > known);
        self.older.splice(0..0, between);
    }
}
