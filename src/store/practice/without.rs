//! Made-up calls without consent: the count line that is left of one, and the enquiry of a school.
//!
//! No detail of a family is made up for them, because none could have been kept; an enquiry that is old
//! enough has lost its details as a real one would.

use chrono::NaiveDate;

use super::many::{Count, Dice};
use super::rows::{CALL, happened, number};
use crate::domain::enquiry::kept_until;
use crate::params;
use crate::store::Signed;
use crate::store::calls::{ENQUIRY_MADE, NewEnquiry};
use crate::store::db::Write;
use crate::store::history::Line;
use crate::store::search;

const ENQUIRY: &str =
    "UPDATE calls SET enquiry_number = (SELECT last FROM counters WHERE kind = 'E') WHERE id = $1";
/// A call without consent: nothing is kept of it but that it was.
pub(super) fn count_line(signed: &Signed, count: &mut Count, dice: &mut Dice, writes: &mut Vec<Write>) {
    let kind = ["la officer", "school staff", "other party", "relative"][dice.below(4)];
    let call = count.id();
    writes.push(Write::one(
        "INSERT INTO calls (id, state, started, finished, day, staff, kind, answer, outcome)
         VALUES ($1, 'finished', $2, $3, $4, $5, $6, 'no', 'no consent')",
        params![call, signed.at, signed.at + 180_000, signed.today, signed.staff.as_str(), kind],
    ));
    number("C", CALL, call, writes);
}

/// A school's enquiry: open with its details, or expired without them.
pub(super) fn enquiry(
    signed: &Signed,
    count: &mut Count,
    name: &str,
    school: &str,
    next: NaiveDate,
    is_open: bool,
    writes: &mut Vec<Write>,
) {
    count.enquiries += 1;
    let (call, caller, id) = (count.id(), count.id(), count.id());
    let shown = |text: &str| if is_open { text.to_owned() } else { String::new() };
    let work = format!("{school}, SENCO");
    let keep = kept_until(signed.today);
    writes.push(Write::one(
        "INSERT INTO calls (id, state, started, day, staff, kind, answer, subject)
         VALUES ($1, 'open', $2, $3, $4, 'school staff', 'no', 'refuse_assess')",
        params![call, signed.at, signed.today, signed.staff.as_str()],
    ));
    number("C", CALL, call, writes);
    number("E", ENQUIRY, call, writes);
    writes.push(Write::one(
        "INSERT INTO enquiries (id, number, state, kind, name, work, phone, subject, answer, next_step, next_day,
           keep_until, opened, day, staff)
         SELECT $1, enquiry_number, $2, 'school staff', $3, $4, $5, 'refuse_assess', 'no', 'caller rings back', $6, $7,
           $8, $9, $10 FROM calls WHERE id = $11",
        params![
            id,
            if is_open { "open" } else { "expired" },
            shown(name),
            shown(&work),
            shown("01632 960118"),
            next,
            keep,
            signed.at,
            signed.today,
            signed.staff.as_str(),
            call
        ],
    ));
    writes.push(Write::one(
        "UPDATE calls SET state = 'finished', finished = $1, outcome = 'enquiry', enquiry_id = $2 WHERE id = $3",
        params![signed.at + 240_000, id, call],
    ));
    if is_open {
        writes.push(Write::one(
            "INSERT INTO callers (id, call_id, seq, kind) VALUES ($1, $2, 1, 'school staff')",
            params![caller, call],
        ));
        writes.push(Write::any(
            "INSERT INTO caller_details (caller_id, field, typed, saved)
             VALUES ($1, 'name', $2, $5), ($1, 'work', $3, $5), ($1, 'phone', $4, $5)",
            params![caller, name, work.as_str(), "01632 960118", signed.at],
        ));
        let made = NewEnquiry {
            id,
            kind: crate::domain::call::CallerKind::SchoolStaff,
            name: name.into(),
            work: work.into(),
            phone: "01632 960118".into(),
            email: "".into(),
            best_time: "".into(),
            subject: String::new(),
            area: String::new(),
            answer: crate::domain::consent::ConsentAnswer::No,
            rings_back: true,
            next_day: next,
            keep_until: keep,
        };
        writes.push(Write::one(
            "INSERT INTO documents (id, kind, enquiry_id, source, words, alike)
             VALUES ($1, 'enquiry', $1, $1, $2 || ' ' || $3 || ' e' || $3, $4)",
            params![id, search::enquiry_words(&made), count.enquiries, search::enquiry_keys(&made.name)],
        ));
    }
    let line = Line { act: ENQUIRY_MADE, mark: "?", call: Some(call), enquiry: Some(id), ..Line::default() };
    happened(signed, count, &line, writes);
}
