//! What every engine promises, whichever it is: all or none, exactly one row, what was written is read back.

use mediation_line::params;
use mediation_line::store::db::{Db, Fault, Row, Value, Write};
use mediation_line::store::sqlite::Sqlite;

use super::failing::{Failing, Turn};

/// An engine and the folder its file lies in.
type Engine = (Box<dyn Db>, Option<tempfile::TempDir>);

fn in_memory() -> Engine {
    (Box::new(Sqlite::in_memory().unwrap()), None)
}

fn in_file() -> Engine {
    let folder = tempfile::tempdir().unwrap();
    let engine = Sqlite::create(&folder.path().join("office")).unwrap();
    (Box::new(engine), Some(folder))
}

fn failing_in_file() -> Engine {
    let (inner, folder) = in_file();
    (Box::new(Failing::around(inner).0), folder)
}

fn on_every_engine(promise: impl Fn(&mut dyn Db)) {
    let engines: [&dyn Fn() -> Engine; 3] = [&in_memory, &in_file, &failing_in_file];
    for open in engines {
        let (mut engine, _folder) = open();
        promise(&mut *engine);
    }
}

fn set(key: &str, value: &str) -> Write {
    Write::one("INSERT INTO settings (key, value) VALUES ($1, $2)", params![key, value])
}

fn value(engine: &mut dyn Db, key: &str) -> Option<String> {
    let rows = engine.read("SELECT value FROM settings WHERE key = $1", &params![key]).unwrap();
    rows.first().map(|row| row.text(0))
}

#[test]
fn all_statements_of_a_write_or_none() {
    on_every_engine(|engine| {
        let no_counter = Write::any("DELETE FROM counters", vec![]);
        let refused = engine.write(&[set("a", "1"), set("b", "2"), no_counter], false);
        assert_eq!(refused, Err(Fault::Wall("a spoken number is never used again".to_owned())));
        assert_eq!((value(engine, "a"), value(engine, "b")), (None, None));
        engine.write(&[set("a", "1"), set("b", "2")], false).unwrap();
        assert_eq!(value(engine, "b").as_deref(), Some("2"));
    });
}

#[test]
fn a_statement_that_has_to_touch_one_row_and_does_not_is_a_conflict_that_undoes_all() {
    on_every_engine(|engine| {
        engine.write(&[set("a", "1"), set("b", "1")], false).unwrap();
        let change = |key: &str, rev: i64| {
            Write::one(
                "UPDATE settings SET value = 'new', rev = rev + 1 WHERE key = $1 AND rev = $2",
                params![key, rev],
            )
        };
        assert_eq!(engine.write(&[change("a", 1), change("b", 7)], false), Err(Fault::Conflict), "none");
        assert_eq!(value(engine, "a").as_deref(), Some("1"));
        let both = Write::one("UPDATE settings SET value = 'new'", vec![]);
        assert_eq!(engine.write(&[both], false), Err(Fault::Conflict), "two");
        assert_eq!(value(engine, "a").as_deref(), Some("1"));
        let any = Write::any("UPDATE settings SET value = 'new' WHERE key = 'nobody'", vec![]);
        engine.write(&[any, change("a", 1)], false).unwrap();
        assert_eq!(value(engine, "a").as_deref(), Some("new"));
    });
}

#[test]
fn parameters_go_by_number_and_none_may_be_missing() {
    on_every_engine(|engine| {
        let twice = engine.read("SELECT $2, $1, $2", &params!["one", 2]).unwrap();
        assert_eq!(twice, [Row(vec![Value::Int(2), Value::from("one"), Value::Int(2)])]);
        assert!(matches!(engine.read("SELECT $1, $2", &params!["one"]), Err(Fault::Mistake(_))));
        let short = Write::any("INSERT INTO settings (key, value) VALUES ($1, $2)", params!["k"]);
        assert!(matches!(engine.write(&[short], false), Err(Fault::Mistake(_))));
        assert_eq!(
            engine.read("SELECT $1", &params![Option::<i64>::None]).unwrap(),
            [Row(vec![Value::Null])]
        );
    });
}

#[test]
fn text_in_any_script_comes_back_as_it_went_in() {
    let long = "Ж".repeat(4000);
    let texts = [
        "محمد بن سلمان",
        "Zoë Ó Súilleabháin",
        "e\u{301}\u{323} combining",
        "👩🏽‍🏫 👨‍👩‍👧‍👦 🇬🇧",
        "O'Brien \"quoted\" `tick` ; DROP TABLE cases; --",
        "100% _under_ \\ back \u{0}",
        "",
        " spaces  kept ",
        "two\nlines\tand a tab",
        "漢字かな交じり文",
        &long,
    ];
    on_every_engine(|engine| {
        for (at, text) in texts.iter().enumerate() {
            engine.write(&[set(&format!("k{at}"), text)], false).unwrap();
            assert_eq!(value(engine, &format!("k{at}")).as_deref(), Some(*text));
        }
        for number in [0, -1, i64::MAX, i64::MIN, 1_795_532_520_000] {
            assert_eq!(engine.read("SELECT $1", &params![number]).unwrap()[0].int(0), number);
        }
    });
}

#[test]
fn a_column_keeps_its_kind_and_its_length() {
    on_every_engine(|engine| {
        let word = Write::any("UPDATE counters SET last = $1", params!["many"]);
        assert!(matches!(engine.write(&[word], false), Err(Fault::Mistake(_))));
        let key = "k".repeat(61);
        assert!(matches!(engine.write(&[set(&key, "x")], false), Err(Fault::Mistake(_))));
    });
}

#[test]
fn what_goes_wrong_is_said_without_the_words_that_were_written() {
    on_every_engine(|engine| {
        let tries = [
            engine.write(&[set(&"Quillfeather".repeat(9), "x")], false).unwrap_err(),
            engine
                .read("SELECT rowid FROM search WHERE search MATCH $1", &params!["\"Quillfeather"])
                .unwrap_err(),
            engine
                .read("SELECT rowid FROM search WHERE search MATCH $1", &params!["quillfeather:x"])
                .unwrap_err(),
        ];
        for fault in tries {
            let said = format!("{fault} {fault:?}").to_lowercase();
            assert!(!said.contains("quillfeather"), "{said}");
        }
        assert!(!format!("{:?}", set("k", "Quillfeather")).contains("Quillfeather"));
    });
}

#[test]
fn a_reader_and_a_writer_on_one_file_see_whole_writes() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("office");
    let mut one = Sqlite::create(&path).unwrap();
    let mut two = Sqlite::open(&path).unwrap();
    assert!(!two.changed().unwrap());
    one.write(&[set("a", "1")], false).unwrap();
    assert!(!one.changed().unwrap(), "one's own write is no news");
    assert!(two.changed().unwrap());
    assert!(!two.changed().unwrap(), "told once");
    assert_eq!(value(&mut two, "a").as_deref(), Some("1"));
    two.write(&[set("b", "2")], true).unwrap();
    assert!(one.changed().unwrap());
    assert_eq!(value(&mut one, "b").as_deref(), Some("2"));
    one.rest().unwrap();
    two.rest().unwrap();
}

#[test]
fn a_desk_that_writes_too_long_makes_the_others_wait_and_then_say_so() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("office");
    let mut engine = Sqlite::create(&path).unwrap();
    let other = rusqlite::Connection::open(&path).unwrap();
    other.execute_batch("BEGIN IMMEDIATE; UPDATE settings SET value = 'x';").unwrap();
    let before = std::time::Instant::now();
    let fault = engine.write(&[set("a", "1")], false).unwrap_err();
    assert_eq!(fault, Fault::Busy);
    assert!(fault.may_pass());
    assert!(before.elapsed().as_secs() >= 4, "it waited");
    other.execute_batch("ROLLBACK").unwrap();
    engine.write(&[set("a", "1")], false).unwrap();
}

#[test]
fn an_engine_that_fails_when_told_to_fails_then_and_not_otherwise() {
    let (mut engine, plan) = Failing::around(in_memory().0);
    plan.next_writes([Turn::FailsBefore(Fault::Full), Turn::AnswerLost(Fault::Disk), Turn::Works]);
    assert_eq!(engine.write(&[set("a", "1")], false), Err(Fault::Full));
    assert_eq!(value(&mut engine, "a"), None);
    assert_eq!(engine.write(&[set("a", "1")], false), Err(Fault::Disk));
    assert_eq!(value(&mut engine, "a").as_deref(), Some("1"));
    plan.next_reads([Turn::FailsBefore(Fault::Busy)]);
    assert_eq!(engine.read("SELECT 1", &[]), Err(Fault::Busy));
    assert!(engine.write(&[set("b", "1")], false).is_ok());
}

#[test]
fn the_reads_of_one_view_see_the_file_as_it_was_at_the_first() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("office");
    let mut here = Sqlite::create(&path).unwrap();
    let mut other = Sqlite::open(&path).unwrap();
    here.begin_view();
    assert_eq!(value(&mut here, "a"), None);
    other.write(&[set("a", "1")], false).unwrap();
    assert_eq!(value(&mut here, "a"), None, "another desk's write came between two reads");
    here.end_view();
    assert_eq!(value(&mut here, "a").as_deref(), Some("1"));
    // A write ends the view it finds, and is written.
    here.begin_view();
    assert_eq!(value(&mut here, "b"), None);
    other.write(&[set("b", "1")], false).unwrap();
    here.write(&[set("c", "1")], false).unwrap();
    assert_eq!(value(&mut here, "b").as_deref(), Some("1"));
    assert_eq!(value(&mut other, "c").as_deref(), Some("1"));
}

/// A page without room gives rows to another, and keeps what stood there in the part it does not use any more.
#[test]
fn rows_that_moved_to_another_page_before_they_were_erased_leave_nothing_behind() {
    let (mut engine, folder) = in_file();
    let file = folder.unwrap();
    // Lengths that look like chance, and are the same each time.
    let mut seed = 10_usize;
    let mut below = |most: usize| {
        seed = (seed * 1_103_515_245 + 12_345) % (1 << 31);
        seed / 65_536 % most
    };
    for round in 0..30 {
        let key = |last: &str| format!("{round:03} {last}");
        for last in ["a", "b", "c"] {
            engine.write(&[set(&key(last), &"n".repeat(below(200)))], false).unwrap();
        }
        for last in ["y", "u", "w", "t", "x", "s", "v"] {
            engine.write(&[set(&key(last), &"quillfeather ".repeat(1 + below(3)))], false).unwrap();
            let grows = "UPDATE settings SET value = $1 WHERE key = $2";
            let words = "quillfeather ".repeat(3 + below(12));
            engine.write(&[Write::one(grows, params![words.as_str(), key(last)])], false).unwrap();
        }
        let erase = "DELETE FROM settings WHERE key LIKE $1 AND value LIKE 'quill%'";
        engine.write(&[Write::any(erase, params![format!("{round:03} %")])], true).unwrap();
        for entry in std::fs::read_dir(file.path()).unwrap() {
            let bytes = std::fs::read(entry.unwrap().path()).unwrap();
            assert!(!bytes.windows(5).any(|window| window == b"quill"), "left behind in round {round}");
        }
    }
}
