//! Away and extra days that are there already: the list from which one is removed, and a day that is both.
//!
//! Away days win over extra ones, so an extra day that does not count is told of while it is typed and on the page.
//! Nothing is written here, and a day that is over is not in the list.

use super::forms::{Editor, Purpose, read_dates};
use super::view::entry;
use crate::domain::text::cut;
use crate::domain::working_days::WorkingDays;
use crate::protocol::context::Context;
use crate::store::mediators::{DateEntry, MediatorPage};

/// What the line of the window waits for.
pub(super) const NUMBER: &str = "The number of the days to remove.";

/// `extra Wed 2 Dec 10-1 (not counted: away that day)`.
fn told(date: &DateEntry, page: &MediatorPage) -> String {
    let kind = if date.away { "away" } else { "extra" };
    format!("{kind} {}{}", entry(date), not_counted(date, page))
}

/// What is said of an extra day on which the mediator is away.
pub(super) fn not_counted(date: &DateEntry, page: &MediatorPage) -> &'static str {
    let over = |other: &DateEntry| other.away && other.from <= date.to && other.to >= date.from;
    if !date.away && page.dates.iter().any(over) { "  - away then, not counted" } else { "" }
}

/// The days that were chosen by their number.
pub(super) fn chosen<'a>(editor: &Editor, page: &'a MediatorPage) -> Option<&'a DateEntry> {
    let number: usize = editor.text(0).parse().ok()?;
    page.dates.get(number.checked_sub(1)?)
}

/// What stands under the lines: the days to choose from, or that an extra day does not count.
pub(super) fn below(
    editor: &Editor,
    page: &MediatorPage,
    context: &Context,
    days: &WorkingDays,
) -> Vec<String> {
    if matches!(editor.purpose, Purpose::Remove(_)) {
        let each = page.dates.iter().enumerate();
        return each
            .map(|(at, date)| {
                let here = chosen(editor, page).is_some_and(|chosen| chosen.id == date.id);
                let mark = if here { '>' } else { ' ' };
                cut(&format!("{mark} {}  {}", at + 1, told(date, page)), 70)
            })
            .collect();
    }
    let Ok((from, to)) = read_dates(editor, context.today(), days) else { return Vec::new() };
    let over = page.dates.iter().filter(|date| date.away && date.from <= to && date.to >= from);
    over.map(|date| format!("Away {}: not counted until r removes that.", entry(date))).collect()
}
