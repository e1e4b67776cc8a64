//! What Today and the morning page cost: the same steps of the engine, however many rows are due.
//!
//! The steps are counted by the engine itself, on a second connection that reads what the page reads.

use std::path::Path;
use std::sync::{Arc, Mutex};

use mediation_line::domain::queue::Group;
use mediation_line::store::Store;
use mediation_line::store::db::{Db, Edition, Fault, Row, Value, Write};
use mediation_line::store::sqlite::Sqlite;
use rusqlite::config::DbConfig;
use rusqlite::types::Value as Raw;
use rusqlite::{Connection, StatementStatus};

use super::office::{Office, today};

/// An engine that counts what its reads cost.
struct Counting {
    file: Sqlite,
    beside: Connection,
    steps: Arc<Mutex<i64>>,
}

impl Counting {
    fn of(path: &Path, steps: &Arc<Mutex<i64>>) -> Store {
        let (file, beside) = (Sqlite::open(path).unwrap(), Connection::open(path).unwrap());
        // As in the engine: its plans do not look at the values.
        beside.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true).unwrap();
        Store::new(Box::new(Self { file, beside, steps: Arc::clone(steps) }))
    }
}

impl Db for Counting {
    fn write(&mut self, writes: &[Write], erases: bool) -> Result<(), Fault> {
        self.file.write(writes, erases)
    }

    fn read(&mut self, sql: &str, params: &[Value]) -> Result<Vec<Row>, Fault> {
        let mut statement = self.beside.prepare(sql).unwrap();
        for (at, value) in (1..).zip(params) {
            let value = match value {
                Value::Null => Raw::Null,
                Value::Int(number) => Raw::Integer(*number),
                Value::Text(text) => Raw::Text(text.clone()),
            };
            let at = statement.parameter_index(&format!("${at}")).unwrap();
            statement.raw_bind_parameter(at.unwrap(), value).unwrap();
        }
        let mut rows = statement.raw_query();
        while rows.next().unwrap().is_some() {}
        drop(rows);
        *self.steps.lock().unwrap() += i64::from(statement.get_status(StatementStatus::VmStep));
        self.file.read(sql, params)
    }

    fn edition(&mut self) -> Result<Option<Edition>, Fault> {
        self.file.edition()
    }

    fn changed(&mut self) -> Result<bool, Fault> {
        self.file.changed()
    }

    fn rest(&mut self) -> Result<(), Fault> {
        self.file.rest()
    }

    fn is_erasing(&self) -> bool {
        self.file.is_erasing()
    }
}

/// So many cases, each with a row of each kind: overdue, to be chased, ready, and years past their review.
fn with_rows(path: &Path, from: i64, to: i64) {
    let file = Connection::open(path).unwrap();
    file.execute_batch(&format!(
        "PRAGMA foreign_keys = OFF;
         DROP TRIGGER IF EXISTS attention_gate;
         WITH RECURSIVE n (i) AS (SELECT {from} UNION ALL SELECT i + 1 FROM n WHERE i + 1 < {to})
         INSERT INTO attention (case_id, grp, show_from, due, kind, reason, step, number, name)
         SELECT 1000000 + 10 * i + g.grp, g.grp, '2020-01-01', date('2026-11-24', '-' || (i % 900) || ' days'),
           g.kind, 'A reason', 'Ring LA', i, 'A B'
         FROM n, (SELECT 1 AS grp, 'two months' AS kind UNION ALL SELECT 2, 'chase' UNION ALL SELECT 4, 'ready'
                  UNION ALL SELECT 9, 'review') g;"
    ))
    .unwrap();
}

#[test]
fn todays_pages_cost_the_same_however_many_rows_are_due() {
    let office = Office::in_file();
    let path = office.path();
    let steps = Arc::new(Mutex::new(0));
    let mut store = Counting::of(&path, &steps);
    let now = today().and_hms_opt(9, 5, 0).unwrap();
    let cost = |store: &mut Store| {
        *steps.lock().unwrap() = 0;
        let page = store.queue_at(now, now.and_utc().timestamp_millis(), "Priya").unwrap();
        let of_today = std::mem::take(&mut *steps.lock().unwrap());
        store.morning(now, "Priya").unwrap();
        (page, of_today, *steps.lock().unwrap())
    };
    with_rows(&path, 0, 200);
    let (few, today_few, morning_few) = cost(&mut store);
    with_rows(&path, 200, 5_000);
    let (many, today_many, morning_many) = cost(&mut store);
    assert_eq!(few.rows.len(), many.rows.len());
    assert!(
        today_many < today_few * 5 / 4,
        "Today: {today_few} steps with 800 rows, {today_many} with 20,000"
    );
    assert!(morning_many < morning_few * 5 / 4, "morning: {morning_few} steps, then {morning_many}");
    // The reviews of twenty years are one row, at the end.
    let reviews: Vec<_> = many.rows.iter().filter(|row| row.group == Group::Review).collect();
    assert_eq!(reviews.len(), 1);
    assert_eq!(&*reviews[0].reason, "100 or more closed cases: review");
    assert_eq!(many.rows.last().map(|row| row.group), Some(Group::Review));
    assert!(many.rows.iter().all(|row| row.group != Group::Chase || &*row.reason == "A reason"));
}

/// So many cases with a row of each kind that nobody sees yet.
fn with_rows_ahead(path: &Path, from: i64, to: i64) {
    let file = Connection::open(path).unwrap();
    file.execute_batch(&format!(
        "PRAGMA foreign_keys = OFF;
         DROP TRIGGER IF EXISTS attention_gate;
         WITH RECURSIVE n (i) AS (SELECT {from} UNION ALL SELECT i + 1 FROM n WHERE i + 1 < {to})
         INSERT INTO attention (case_id, grp, show_from, due, kind, reason, step, number, name)
         SELECT 5000000 + i, g.grp, date('2026-11-25', (i % 300) || ' days'),
           date('2026-11-25', (i % 300 + g.ahead) || ' days'), g.kind, 'Not yet', 'Ring LA', i, 'A B'
         FROM n, (SELECT 0 AS grp, 5 AS ahead, 'in doubt' AS kind UNION ALL SELECT 1, 14, 'two months'
                  UNION ALL SELECT 2, 0, 'chase' UNION ALL SELECT 2, 1, 'hold ends'
                  UNION ALL SELECT 3, 0, 'meeting' UNION ALL SELECT 4, 0, 'ready') g;"
    ))
    .unwrap();
}

#[test]
fn what_nobody_sees_yet_is_not_walked() {
    let office = Office::in_file();
    let path = office.path();
    let steps = Arc::new(Mutex::new(0));
    let mut store = Counting::of(&path, &steps);
    let now = today().and_hms_opt(9, 5, 0).unwrap();
    with_rows(&path, 0, 5);
    // Two that are shown before their day, the later one first.
    Connection::open(&path)
        .unwrap()
        .execute_batch(
            "PRAGMA foreign_keys = OFF;
             INSERT INTO attention (case_id, grp, show_from, due, kind, reason, step, number, name)
             VALUES (1, 1, '2026-11-20', '2026-12-05', 'two months', 'Later', 'Ring LA', 9001, 'A B'),
               (2, 1, '2026-11-24T09:05', '2026-12-01', 'two months', 'Sooner', 'Ring LA', 9002, 'A B');",
        )
        .unwrap();
    let mut cost = || {
        *steps.lock().unwrap() = 0;
        let page = store.queue_at(now, now.and_utc().timestamp_millis(), "Priya").unwrap();
        let of_today = std::mem::take(&mut *steps.lock().unwrap());
        store.morning(now, "Priya").unwrap();
        (page, of_today, *steps.lock().unwrap())
    };
    let (page, today_none, morning_none) = cost();
    assert_eq!(page.rows.len(), 18);
    assert_eq!(page.rows[5..7].iter().map(|row| &*row.reason).collect::<Vec<_>>(), ["Sooner", "Later"]);
    let mut rows = 0;
    for ahead in [2_000, 8_000] {
        with_rows_ahead(&path, rows / 6, ahead / 6);
        rows = ahead;
        let (same, of_today, morning) = cost();
        assert_eq!(page, same);
        assert!(
            of_today < today_none * 5 / 4,
            "Today: {today_none} steps, {of_today} with {ahead} rows ahead"
        );
        assert!(
            morning < morning_none * 5 / 4,
            "morning: {morning_none} steps, {morning} with {ahead} ahead"
        );
    }
}

#[test]
fn a_row_that_a_letter_ago_showed_is_not_read_again_until_somebody_writes() {
    let mut office = Office::in_file();
    for _ in 0..40 {
        office.a_case();
    }
    let steps = Arc::new(Mutex::new(0));
    let mut store = Counting::of(&office.path(), &steps);
    let mut cost = |typed: &str| {
        *steps.lock().unwrap() = 0;
        assert_eq!(store.find(typed, false).unwrap().len(), 36);
        *steps.lock().unwrap()
    };
    let first = cost("kele");
    let second = cost("kelec");
    assert!(second < first / 4, "{first} steps, then {second}");
    // Other names do not push out at once what was shown before them.
    for other in ["ngozi", "send"] {
        cost(other);
    }
    assert!(cost("kele") < first / 4);
    office.a_case();
    assert!(cost("kelec") > first / 2);
}
