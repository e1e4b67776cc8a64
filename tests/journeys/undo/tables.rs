//! Every table of the file is either put back by taking an act back, or left out for a reason that stands here.

use crate::contract::office::Office;

const KINDS: &str = include_str!("../../../src/store/undo/rows.rs");

/// Tables that taking an act back does not touch by its rows, and why.
const LEFT_OUT: [(&str, &str); 25] = [
    ("settings", "of the office, not of a case"),
    ("counters", "a spoken number is never used again"),
    ("closed_days", "of the office"),
    ("hours", "of the office"),
    ("quarters", "of the office"),
    ("mediators", "of the office: changed by its own keys"),
    ("mediator_days", "of the office"),
    ("mediator_dates", "of the office"),
    ("conflicts", "of a mediator: changed by its own key"),
    ("erasing", "what left the file does not come back"),
    ("enquiries", "comes back with its call"),
    ("calls", "a finished call is taken up again by its own statements"),
    ("callers", "a call that is taken up again has its callers still"),
    ("caller_details", "taken back in the call, field by field"),
    ("details", "follow their own write, with the route, the clocks and the words for Find"),
    ("notes", "what was written in words stays"),
    ("said", "what was said was said"),
    ("claims", "follow the bookings by triggers"),
    ("attention", "made again in the same write"),
    ("history", "only added to"),
    ("history_words", "only added to"),
    ("documents", "follow the details and the parties"),
    ("misses", "written once"),
    ("taking", "a mark of the write itself, gone at its end"),
    ("presence", "tells of desks, not of a case"),
];

#[test]
fn no_table_is_forgotten_by_taking_back() {
    let office = Office::in_file();
    let raw = office.raw();
    let mut tables = raw
        .prepare(
            "SELECT name FROM pragma_table_list WHERE type = 'table' AND schema = 'main'
             AND name NOT LIKE 'sqlite%' ORDER BY name",
        )
        .unwrap();
    let tables: Vec<String> = tables.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect();
    assert!(tables.len() > 30, "{tables:?}");
    let list = KINDS.split("pub(super) const KINDS").nth(1).unwrap().split("\n];").next().unwrap();
    let read = |table: &str| {
        let words: Vec<&str> = list.split(|c: char| !(c.is_alphanumeric() || c == '_')).collect();
        words.windows(2).any(|pair| pair[0] == "FROM" && pair[1] == table)
    };
    for table in &tables {
        let left = LEFT_OUT.iter().any(|(name, _)| name == table);
        assert!(read(table) != left, "{table}: read in KINDS {}, left out {left}", read(table));
    }
    for (name, _) in LEFT_OUT {
        assert!(tables.iter().any(|table| table == name), "{name} is in the list and not in the file");
    }
}
