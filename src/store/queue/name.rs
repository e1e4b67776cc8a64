//! The name by which a case stands in a list: the child's, or what tells its row apart until that is known.
//!
//! Where no child's name was said it is whoever of the family is spoken to, else the area, else the day the case was
//! opened, in round brackets, so that none is taken for the child's. All of it is the family's: without a consent in
//! force there is no name at all, and the number stands alone.

use chrono::NaiveDate;

use crate::domain::text::{cut, short_name};
use crate::domain::typed_day::day_and_month;

macro_rules! name_of_case {
    () => {
        "CASE WHEN EXISTS (SELECT 1 FROM consent_in_force f WHERE f.case_id = c.id) THEN COALESCE(
       (SELECT NULLIF(trim(d.typed), '') FROM details d WHERE d.case_id = c.id AND d.field = 'child'),
       (SELECT '(' || COALESCE(NULLIF(trim(p.person), ''), trim(p.name)) || ')' FROM parties p
        WHERE p.case_id = c.id AND p.side = 'family' AND p.needed <> 'dropped' AND trim(p.person || p.name) <> ''
        ORDER BY p.id LIMIT 1),
       (SELECT '(' || NULLIF(trim(d.typed), '') || ')' FROM details d WHERE d.case_id = c.id AND d.field = 'area'),
       '(' || c.day || ')') ELSE '' END"
    };
}

/// The expression for it, of the case `c`.
pub(in crate::store) const NAME_OF_CASE: &str = name_of_case!();

/// The statement that writes a row of a case with its number and this name.
pub(super) const ADD_ROW: &str = concat!(
    "INSERT INTO attention (case_id, grp, show_from, due, kind, reason, step, party_id, booking_id, hidden_from,
       number, name)
     SELECT $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, c.number, ",
    name_of_case!(),
    " FROM cases c WHERE c.id = $1"
);

/// The most characters between the brackets.
const INSIDE: usize = 8;

/// What a list shows of it: `Amina S.`, `(Sandra)`, `(Mrs Obi)`, `(Kent)`, `(24 Nov)`.
pub(in crate::store) fn name_in_list(stored: &str) -> String {
    let Some(inside) = stored.strip_prefix('(').map(|rest| rest.trim_end_matches(')')) else {
        return short_name(stored);
    };
    if let Ok(day) = inside.parse::<NaiveDate>() {
        return format!("({})", day_and_month(day));
    }
    // Without its initial a name stays whole between the brackets.
    let short = short_name(inside);
    let short =
        short.strip_suffix('.').and_then(|name| name.rsplit_once(' ')).map_or(&*short, |(first, _)| first);
    format!("({})", cut(short, INSIDE).trim_end())
}
