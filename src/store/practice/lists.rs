//! What many cases have alike, written as one statement for all of them.
//!
//! A line of history or a document of the index is written by a statement of its own where one case is changed.
//! For a caseload that costs more than the rows: after each such statement the index of words is put in order
//! again. Here they are held back until the end of a write and sent as one list. The file's wall looks at every
//! row all the same. A case whose consent was withdrawn is absent: its words go in before the withdrawal.

use serde_json::Value as Json;

use crate::params;
use crate::store::db::{Value, Write};

/// What is held back: the beginning of the statement, and the one that takes a list. The words of a line follow
/// the line.
const ALIKE: [(&str, &str); 3] = [
    (
        "INSERT INTO history (id, ",
        "INSERT INTO history (id, at, staff, act, mark, case_id, call_id, enquiry_id)
         SELECT value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4, value ->> 5, value ->> 6, value ->> 7
         FROM json_each($1)",
    ),
    (
        "INSERT INTO history_words (history_id, ",
        "INSERT INTO history_words (history_id, case_id, words)
         SELECT value ->> 0, value ->> 1, value ->> 2 FROM json_each($1)",
    ),
    (
        "INSERT INTO documents (id, kind, case_id, ",
        "INSERT INTO documents (id, kind, case_id, source, words, alike)
         SELECT value ->> 0, value ->> 1, value ->> 2, value ->> 0, value ->> 3, value ->> 4 FROM json_each($1)",
    ),
];

/// The statements of one write: those one by one, and those held back.
#[derive(Default)]
pub(super) struct Lists {
    writes: Vec<Write>,
    held: [Vec<Vec<Value>>; ALIKE.len()],
}

impl Lists {
    /// Takes the statements of a case, in their order. With `at_once` none of them is held back.
    pub(super) fn take(&mut self, writes: Vec<Write>, at_once: bool) {
        for write in writes {
            let alike = ALIKE.iter().position(|(begins, _)| write.sql.starts_with(begins));
            match alike.and_then(|which| self.held.get_mut(which)).filter(|_| !at_once) {
                Some(held) => held.push(write.params),
                None => self.writes.push(write),
            }
        }
    }

    /// Everything, in an order that the wall takes. Nothing is left.
    pub(super) fn all(&mut self) -> Vec<Write> {
        let mut writes = std::mem::take(&mut self.writes);
        for (held, (_, sql)) in self.held.iter_mut().zip(ALIKE) {
            // An index is quickest with growing keys.
            held.sort_by_key(|row| first(row));
            let rows: Vec<Json> = held.drain(..).map(|row| row.into_iter().map(json).collect()).collect();
            if !rows.is_empty() {
                writes.push(Write::any(sql, params![Json::Array(rows).to_string()]));
            }
        }
        writes
    }
}

fn first(row: &[Value]) -> i64 {
    match row.first() {
        Some(Value::Int(key)) => *key,
        _ => 0,
    }
}

fn json(value: Value) -> Json {
    match value {
        Value::Null => Json::Null,
        Value::Int(number) => number.into(),
        Value::Text(text) => text.into(),
    }
}
