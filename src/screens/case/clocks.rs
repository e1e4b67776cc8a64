//! The clocks of a case: the few on its first page, and the window that explains them all.
//!
//! Each is a guide, says so, and names its source. The window lists them in the order in which a case meets
//! them, and under the chosen one stands its arithmetic, day by day. Nothing is counted here: the days come from
//! [`crate::domain::deadline`]. What has come is said instead of the days that are left, as [`ended`] knows it; whether
//! a clock was missed is decided in [`crate::domain::queue::missed`].

use chrono::NaiveDate;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::editor::{Editor, Purpose};
use super::readings::{DETAILS, reading};
use super::sheet::Sheet;
use super::words::hidden;
use super::{Shown, State};
use crate::domain::deadline::{ClockKind, Entry, Start, all, explain, moves};
use crate::domain::detail::Detail;
use crate::domain::queue::{BookingState, CaseState, Ended, StepKind, certificate_clock, ended};
use crate::domain::refusal::Refusal;
use crate::domain::subject::{Route, route_of};
use crate::domain::typed_day::{DayReading, Direction, day_with_year, read_day, short_day};
use crate::domain::willingness::Answer;
use crate::protocol::action::Action;
use crate::protocol::effect::Effect;
use crate::screens::Look;
use crate::screens::page::split_top;
use crate::store::cases::CasePage;
use crate::widgets::theme::Role;

/// Rows of clocks on the first page.
const ON_SUMMARY: usize = 4;
/// Days before the day on which a young person decides from which the first page says so.
const DECIDES_SOON: i64 = 183;

/// Clocks that the window names one by one when a correction moves them.
const MOVES: usize = 4;
/// Rows one key scrolls the arithmetic by.
const SCROLL: usize = 6;
/// More rows than any arithmetic has.
const LONGEST: usize = 120;

/// How far away a day is.
pub(super) fn left(day: NaiveDate, today: NaiveDate) -> String {
    match (day - today).num_days() {
        0 => "ends today".to_owned(),
        1 => "1 day left".to_owned(),
        n @ 2..=730 => format!("{n} days left"),
        n @ 731.. => format!("{} years left", n / 365),
        -1 => "ended yesterday".to_owned(),
        n => format!("ended {} days ago", -n),
    }
}

/// All clocks of the case; an agreement's only when there is one.
fn entries(page: &CasePage) -> Vec<Entry> {
    let agreed = page.known.agreement != DayReading::Unread;
    let mut entries = all(&page.known, &page.law);
    entries.retain(|entry| agreed || entry.kind.start() != Start::Agreement);
    // Those with a day first; within each half the order stays.
    entries.sort_by_key(|entry| entry.clock.is_none());
    entries
}

/// Whether a clock is one to think of now.
fn matters(page: &CasePage, kind: ClockKind, date: Option<NaiveDate>, today: NaiveDate) -> bool {
    let facts = &page.facts;
    let family = facts.family().and_then(|p| p.standing.answer);
    let open = |what| facts.steps.iter().any(|step| step.what == what);
    let statutory = facts.route != Route::DisagreementResolution;
    match kind {
        ClockKind::ContactAdviser => statutory && family.is_none(),
        ClockKind::Meeting => {
            let met = facts.bookings.iter().any(|b| b.state == BookingState::Met);
            statutory && !met && !family.is_some_and(Answer::is_a_no)
        }
        ClockKind::CertificateAfterDecline
        | ClockKind::CertificateAfterMeeting
        | ClockKind::CertificateDeemed => {
            let due = facts.after.certificate_due().map(|due| certificate_clock(due.ground));
            date.is_some() && (due == Some(kind) || open(StepKind::Certificate))
        }
        ClockKind::Notice => date.is_some() && open(StepKind::TellFamilyDate),
        ClockKind::Appeal => statutory && date.is_some(),
        ClockKind::YoungPersonFrom => {
            date.is_some_and(|day| day > today && (day - today).num_days() <= DECIDES_SOON)
        }
        _ => false,
    }
}

/// The clocks of the first page, the most urgent first: name, day, remark.
pub(super) fn on_summary(page: &CasePage, today: NaiveDate) -> Vec<[String; 3]> {
    most_urgent(page, today).iter().take(ON_SUMMARY).map(|entry| row(page, entry, today)).collect()
}

/// The clocks to think of now, by their days; those without a day come last, in their own order.
fn most_urgent(page: &CasePage, today: NaiveDate) -> Vec<Entry> {
    let mut found = entries(page);
    found.retain(|entry| matters(page, entry.kind, entry.date(), today));
    found.sort_by_key(|entry| (entry.clock.is_none(), entry.date()));
    found
}

fn row(page: &CasePage, entry: &Entry, today: NaiveDate) -> [String; 3] {
    let label = entry.kind.label().to_owned();
    let Some(clock) = entry.clock else {
        return [label, entry.kind.start().waits_for().to_owned(), String::new()];
    };
    let about = if clock.about { "about " } else { "" };
    let letter = page.detail(Detail::Letter);
    let remark = if clock.about && entry.kind == ClockKind::ContactAdviser {
        format!("(letter \"{}\")", &*letter.typed)
    } else if entry.kind == ClockKind::YoungPersonFrom {
        format!("in {} days", (clock.date - today).num_days())
    } else {
        left(clock.date, today)
    };
    [label, format!("{about}{}", short_day(clock.date)), remark]
}

/// The list of the window.
pub(super) fn list(page: &CasePage, look: &Look<'_>, width: u16, chosen: ClockKind) -> Sheet {
    let today = look.context.today();
    let mut sheet = Sheet::new("Clocks of this case: each is a guide, not advice", width);
    for entry in entries(page) {
        let about = if entry.about() { "about " } else { "" };
        let day = match entry.date() {
            Some(day) if width >= 70 => format!("{about}{}", day_with_year(day)),
            Some(day) if (day - today).num_days().abs() > 300 => {
                format!("{about}{}", day.format("%-d %b %Y"))
            }
            Some(day) => format!("{about}{}", short_day(day)),
            None => entry.kind.start().waits_for().to_owned(),
        };
        let since = entry.kind == ClockKind::YoungPersonFrom;
        let ended = entry.date().and_then(|_| ended(&page.facts, &page.known, entry.kind));
        let remark = match (entry.date(), ended) {
            (None, _) => String::new(),
            (Some(day), _) if since && day <= today => "is so".to_owned(),
            (Some(_), Some(ended)) if width >= 70 => ended.words(),
            (Some(_), Some(Ended { how, .. })) => how.to_owned(),
            (Some(day), None) => left(day, today),
        };
        let (at, remark_at) = if width >= 70 { (32, 56) } else { (30, 46) };
        let late = !since && entry.date().is_some_and(|day| day < today);
        let role = if entry.clock.is_none() || late || ended.is_some() { Role::Body } else { Role::Heading };
        let pieces =
            [(1, entry.kind.label(), Role::Body), (at, &*day, role), (remark_at, &*remark, Role::Body)];
        sheet.row(&pieces, entry.kind == chosen);
    }
    sheet
}

/// The arithmetic of the chosen clock.
fn arithmetic(page: &CasePage, look: &Look<'_>, width: u16, chosen: ClockKind) -> Sheet {
    let mut sheet = Sheet::new("", width);
    let Some(entry) = entries(page).into_iter().find(|entry| entry.kind == chosen) else {
        return sheet;
    };
    // That it is a guide stands in the window's title.
    sheet.text(1, entry.rule().trim_end_matches("A guide, not advice.").trim_end(), Role::Heading);
    sheet.text(1, entry.kind.source(), Role::Body);
    if entry.kind.start() == Start::Born && hidden(page, look) {
        sheet.text(3, "(hidden)", Role::Body);
        return sheet;
    }
    for line in explain(chosen, &page.known, &page.office) {
        sheet.text(3, line.text().trim_end(), Role::Body);
    }
    sheet
}

/// Draws what is in the window: the list above, the arithmetic of the chosen clock below, scrolled so far.
pub(super) fn draw(
    list: &Sheet,
    page: &CasePage,
    look: &Look<'_>,
    room: Rect,
    buf: &mut Buffer,
    (chosen, scrolled): (ClockKind, usize),
) -> Position {
    let below = arithmetic(page, look, room.width, chosen);
    // The arithmetic has at least half of the room, and what the list leaves of it.
    let spare = room.height.saturating_sub(below.len() as u16 + 1);
    let rows = (list.len() as u16).min(spare.max(room.height / 2));
    let (upper, lower) = split_top(room, rows);
    let (_, lower) = split_top(lower, 1);
    below.draw(buf, lower, look, false, false, scrolled);
    list.draw(buf, upper, look, false, true, 0)
}

/// What the typed details would move, in lines for the window: nothing where no clock moves.
pub(super) fn would_move(editor: &Editor, page: &CasePage, today: NaiveDate) -> Vec<String> {
    if editor.purpose != Purpose::Details || !editor.holds_something() {
        return Vec::new();
    }
    let read = |detail| {
        let at = DETAILS.iter().position(|d| *d == detail).filter(|at| editor.changed(*at))?;
        Some(reading(detail, &editor.text(at), today, &page.office))
    };
    let mut after = page.known.clone();
    if let Some(letter) = read(Detail::Letter) {
        after.letter = DayReading::from_stored(&letter);
    }
    if let Some(born) = read(Detail::Born) {
        after = after.with_born(&DayReading::from_stored(&born), today);
    }
    if let Some(about) = read(Detail::About) {
        after.route = route_of(&about);
    }
    if let Some(day) = la_told(editor, page, today) {
        after.la_informed = DayReading::Day(day);
    }
    let moved = moves(&page.known, &after, &page.law);
    if moved.is_empty() {
        return Vec::new();
    }
    let more = moved.len().saturating_sub(MOVES);
    let mut lines = vec!["Saving would move:".to_owned()];
    lines.extend(moved.iter().take(MOVES).map(|m| format!("  {}", m.words())));
    if more > 0 {
        lines.push(format!("  and {more} more: k shows them all afterwards"));
    }
    lines
}

/// The corrected day on which the authority was told, where the window holds another one.
pub(super) fn la_told(editor: &Editor, page: &CasePage, today: NaiveDate) -> Option<NaiveDate> {
    let at = DETAILS.len();
    match read_day(&editor.text(at), today, Direction::Back, &page.office) {
        DayReading::Day(day) if editor.changed(at) && day <= today => Some(day),
        _ => None,
    }
}

impl State {
    /// Opens the window at the clock that ends first.
    pub(super) fn open_clocks(&mut self, today: NaiveDate) -> Vec<Effect> {
        let Some(page) = self.page.as_deref() else { return Vec::new() };
        if page.head.state == CaseState::Erased {
            let words = "The family's details were removed from this case.";
            return vec![Effect::Refuse(Refusal::NothingHere(words))];
        }
        if !page.facts.consent.in_force() {
            return vec![Effect::Refuse(Refusal::Withdrawn)];
        }
        let first = most_urgent(page, today).first().map_or(ClockKind::ContactAdviser, |entry| entry.kind);
        let there = entries(page);
        let first = there.iter().find(|entry| entry.kind == first).or(there.first());
        self.shown = first.map(|entry| Shown::Clocks(entry.kind));
        self.scrolled = 0;
        Vec::new()
    }

    /// A key in the window: another clock, more of its arithmetic, or away.
    pub(super) fn clocks_act(&mut self, action: &Action, chosen: ClockKind) {
        let kinds: Vec<ClockKind> =
            self.page.as_deref().map(entries).unwrap_or_default().iter().map(|entry| entry.kind).collect();
        let at = kinds.iter().position(|kind| *kind == chosen).unwrap_or(0);
        let to = match action {
            Action::Up => at.saturating_sub(1),
            Action::Down => at + 1,
            Action::First => 0,
            Action::Last => kinds.len(),
            Action::PageUp => {
                self.scrolled = self.scrolled.saturating_sub(SCROLL);
                return;
            }
            Action::PageDown => {
                self.scrolled = (self.scrolled + SCROLL).min(LONGEST);
                return;
            }
            Action::Esc | Action::StepBack | Action::Clocks => {
                self.shown = None;
                self.scrolled = 0;
                return;
            }
            _ => return,
        };
        self.scrolled = 0;
        self.shown = kinds.get(to.min(kinds.len().saturating_sub(1))).map(|kind| Shown::Clocks(*kind));
    }
}
