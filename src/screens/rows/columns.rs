//! What a row shows: its columns for a width, and what gives way in a narrow one.
//!
//! A column ends where the next begins, and a cut end says so. Of a hidden name nothing is shown. The mark in front of a
//! row, and where it is drawn, are the list's.

use std::borrow::Cow;

use crate::domain::queue::Group;
use crate::domain::typed_day::short_day;
use crate::protocol::context::Context;
use crate::screens::Look;
use crate::store::queue::{Item, QueueRow};
use crate::widgets::frame::{cells, fit};

/// A column of a row: how many cells it has, and what stands in them. A blank cell comes before the next.
pub type Column<'row> = (usize, Cow<'row, str>);

/// Words for so many cells. An end that is cut off says so.
pub fn shortened(words: Cow<'_, str>, room: usize) -> Cow<'_, str> {
    if cells(&words) > room { (fit(&words, room.saturating_sub(2)) + "..").into() } else { words }
}

/// A day of the past as a column of lists shows it: `Today 11:05`, `Tue 17 Nov 10:32`.
fn when(row: &QueueRow, context: &Context) -> String {
    match row.at {
        Some(at) if row.due == context.today() => format!("Today {}", context.clock(at)),
        _ => short_day(row.due),
    }
}

/// The reason, without anybody's name or number where names are hidden.
pub fn reason<'row>(row: &'row QueueRow, look: &Look<'_>) -> Cow<'row, str> {
    match (row.group, look.hide_names) {
        (Group::Recent, _) => format!("{}, {}", when(row, look.context), &*row.reason).into(),
        // The caller's name stands in the words of an enquiry, on whatever page it is listed.
        (_, true) if matches!(row.item, Item::Enquiry(_)) => format!("due {}", short_day(row.due)).into(),
        (Group::NotFinished, true) => "Not finished".into(),
        _ => (&*row.reason).into(),
    }
}

/// The narrowest list whose rows have room for their steps, without the mark in front.
const WITH_STEPS: usize = 66;

/// In a window of this width the rows of Today are without their steps.
pub fn is_without_steps(width: u16) -> bool {
    usize::from(width) < WITH_STEPS + 4
}

/// The columns of a row on Today: reference, name, reason, step. Narrow windows lose the step first, then the
/// name; the step of the chosen row is then named in the hint line.
pub fn columns<'row>(row: &'row QueueRow, look: &Look<'_>, width: usize) -> Vec<Column<'row>> {
    let mut columns = vec![reference_column(row)];
    if width >= 46 {
        columns.push((10, if look.hide_names { "" } else { &*row.name }.into()));
    }
    let head: usize = columns.iter().map(|(room, _)| room + 1).sum();
    let mut reason = reason(row, look);
    let left = width.saturating_sub(head);
    if width < WITH_STEPS {
        columns.push((left, shortened(unsafe_first(row, reason), left)));
        return columns;
    }
    let room = left.saturating_sub(12).min(43);
    let (mut step, rest) = (Cow::from(&row.step), left - room);
    match keeper(row, look) {
        Some(keeper) if cells(&reason) + cells(&keeper) < room => reason.to_mut().push_str(&keeper),
        Some(keeper) if cells(&step) + cells(&keeper) <= rest => step.to_mut().push_str(&keeper),
        _ => {}
    }
    columns.extend([(room - 1, reason), (rest, step)]);
    columns
}

/// `M-0412`; empty where a row has none.
pub fn reference(row: &QueueRow) -> Cow<'static, str> {
    row.reference.map(|reference| reference.to_string()).unwrap_or_default().into()
}

/// The reference as a column.
pub fn reference_column(row: &QueueRow) -> Column<'static> {
    let reference = reference(row);
    (cells(&reference).max(6), reference)
}

/// The words of a row that is shown without its step: that it is not safe to ring is said in front of them.
pub fn unsafe_first<'row>(row: &QueueRow, words: Cow<'row, str>) -> Cow<'row, str> {
    if row.step.contains("NOT RING") && !words.contains("NOT SAFE") {
        format!("{}: {words}", row.step).into()
    } else {
        words
    }
}

/// Who keeps the row since it was handed over, behind its reason or its step where there is room; of what is handed
/// on, nobody.
fn keeper(row: &QueueRow, look: &Look<'_>) -> Option<String> {
    let first = row.keeper.split_whitespace().next().filter(|_| row.group != Group::Handed)?;
    let own = row.keeper.eq_ignore_ascii_case(&look.context.staff);
    Some(format!(" ({})", if own { "you" } else { first }))
}
