//! A file of an earlier version: a copy is made and looked through, then the file is brought up to date, once.

use std::os::unix::fs::{OpenOptionsExt, PermissionsExt};
use std::path::Path;

use mediation_line::protocol::answer::Answer;
use mediation_line::runtime::worker::{Job, Worker};
use mediation_line::store::Store;
use mediation_line::store::migrate::{APPLICATION_ID, SCRIPTS, VERSION};
use mediation_line::store::queue::Remade;
use mediation_line::store::sqlite::{Sqlite, copy_of};
use rusqlite::Connection;

/// A file as the first version wrote it, with one call in it.
fn first_version(path: &Path) {
    std::fs::OpenOptions::new().write(true).create_new(true).mode(0o600).open(path).unwrap();
    let file = Connection::open(path).unwrap();
    file.execute_batch("PRAGMA journal_mode = WAL; PRAGMA foreign_keys = ON").unwrap();
    file.execute_batch(SCRIPTS[0]).unwrap();
    file.execute(
        "INSERT INTO calls (id, state, started, day, staff) VALUES (16, 'open', 1795532520000, '2026-11-24', 'Priya')",
        [],
    )
    .unwrap();
    file.pragma_update(None, "application_id", APPLICATION_ID).unwrap();
    file.pragma_update(None, "user_version", 1).unwrap();
}

fn number(path: &Path, sql: &str) -> i64 {
    Connection::open(path).unwrap().query_row(sql, [], |row| row.get(0)).unwrap()
}

#[test]
fn a_file_of_the_first_version_is_copied_and_brought_up_to_date() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("office.db");
    first_version(&path);
    drop(Sqlite::open(&path).unwrap());
    assert_eq!(number(&path, "PRAGMA user_version"), VERSION);
    assert_eq!(number(&path, "SELECT count(*) FROM calls WHERE staff = 'Priya'"), 1);
    assert_eq!(number(&path, "SELECT count(*) FROM certificates"), 0);
    let copy = copy_of(&path, 1);
    assert_eq!(copy.file_name().unwrap(), "office.version-1.db");
    assert_eq!(number(&copy, "PRAGMA user_version"), 1, "the copy is what the earlier program can open");
    assert_eq!(number(&copy, "SELECT count(*) FROM calls WHERE staff = 'Priya'"), 1);
    assert_eq!(copy.metadata().unwrap().permissions().mode() & 0o777, 0o600);
    drop(Sqlite::open(&path).unwrap());
}

#[test]
fn the_copy_is_not_brought_up_to_date_and_copied_again() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("office.db");
    first_version(&path);
    drop(Sqlite::open(&path).unwrap());
    let copy = copy_of(&path, 1);
    let said = Sqlite::open(&copy).err().unwrap().to_string();
    assert!(said.contains("is a copy of an earlier version and stays as it is"), "{said}");
    assert!(!said.contains('\n'));
    assert_eq!(number(&copy, "PRAGMA user_version"), 1);
    assert!(!copy_of(&copy, 1).exists(), "no third file");
}

#[test]
fn desks_that_start_at_once_bring_it_up_to_date_once() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("office.db");
    first_version(&path);
    std::thread::scope(|scope| {
        let desks: Vec<_> = (0..4).map(|_| scope.spawn(|| Sqlite::open(&path).map(drop))).collect();
        for desk in desks {
            desk.join().unwrap().unwrap();
        }
    });
    assert_eq!(number(&path, "PRAGMA user_version"), VERSION);
}

#[test]
fn without_a_copy_the_file_stays_as_it_is() {
    let folder = tempfile::tempdir().unwrap();
    // Its own name just fits the disk; the copy's does not.
    let path = folder.path().join(format!("{}.db", "a".repeat(240)));
    first_version(&path);
    assert!(Sqlite::open(&path).is_err());
    assert_eq!(number(&path, "PRAGMA user_version"), 1);
}

#[test]
fn removing_a_family_names_the_copy_of_an_earlier_version_that_still_holds_it() {
    use crate::journeys::desk::Desk;
    use mediation_line::protocol::effect::Place;

    let mut desk = Desk::new();
    desk.keys("F2 p Enter")
        .text("Dawn Achebe")
        .keys("Esc c")
        .text("Kelechi Achebe")
        .keys("Esc m y Enter F9 F9");
    let file = desk.folder.path().join("office.sqlite");
    let copy = copy_of(&file, 1);
    desk.file().execute("VACUUM INTO ?1", [copy.to_str().unwrap()]).unwrap();
    desk.at(Place::Today).keys("F2 p Enter").text("Ada Young").keys("Esc c").text("Ben Young");
    desk.keys("Esc m y Enter F9 F9");
    let removes = |desk: &mut Desk, number: &str| {
        desk.keys("F3").text(number).keys("Enter Right w w r").text(number).keys("Enter");
    };
    removes(&mut desk, "M-0001");
    desk.shows("Removed. Still in office.version-1.sqlite beside the file. Delete it.");
    removes(&mut desk, "M-0002");
    desk.hides("office.version-1.sqlite");
}

#[test]
fn an_enquiry_that_is_a_count_line_names_the_copy_of_an_earlier_version_that_still_holds_it() {
    use crate::journeys::desk::Desk;

    let mut desk = Desk::new();
    desk.keys("F2 s Enter").text("Martin Oyelaran").keys("Enter F9 F9");
    let file = desk.folder.path().join("office.sqlite");
    let copy = copy_of(&file, 1);
    desk.file().execute("VACUUM INTO ?1", [copy.to_str().unwrap()]).unwrap();
    desk.keys("F2 s Enter").text("Bridget Farrow").keys("Enter F9 F9");
    desk.morning("2027-03-01T09:05");
    desk.shows("Count lines: 2 enquiries. Still in office.version-1.sqlite: delete it.");
    std::fs::remove_file(copy).unwrap();
    desk.keys("F2 s Enter").text("Martin Oyelaran").keys("Enter F9 F9");
    desk.morning("2027-07-01T09:05").shows("1 enquiry is a count line now.").hides("hold");
}

/// A file as the second version wrote it: a closed case that waits for its review, and open cases whose family nobody
/// has asked, without a row that says so.
fn second_version(path: &Path, open: i64) {
    std::fs::OpenOptions::new().write(true).create_new(true).mode(0o600).open(path).unwrap();
    let file = Connection::open(path).unwrap();
    file.execute_batch("PRAGMA journal_mode = WAL; PRAGMA foreign_keys = ON").unwrap();
    for script in &SCRIPTS[..2] {
        file.execute_batch(script).unwrap();
    }
    // The rows go in without the calls they came from: the walls are down meanwhile, and stand again after.
    let walls: Vec<(String, String)> = file
        .prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'")
        .and_then(|mut walls| walls.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?.collect())
        .unwrap();
    for (name, _) in &walls {
        file.execute_batch(&format!("DROP TRIGGER {name}")).unwrap();
    }
    file.execute_batch(&format!(
        "WITH RECURSIVE n (i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < {open})
         INSERT INTO cases (id, number, state, route, opened, day, staff, touched)
         SELECT 160 + 16 * i, i + 1, 'open', 'statutory', 1795532520000, '2026-11-24', 'Priya', '2026-11-24' FROM n;
         INSERT INTO consents (id, case_id, seq, act, giver, given, given_to, how, told_by, at, day, staff)
         SELECT id, id, 1, 'given', 'mother', '24 Nov', '2026-11-24', 'spoken', 'mother, by us', 1795532520000,
           '2026-11-24', 'Priya' FROM cases;
         INSERT INTO parties (id, case_id, side, kind, needed) SELECT id, id, 'family', 'family', 'needed' FROM cases;
         UPDATE cases SET state = 'closed', closing = 'settled before the meeting', closed = '2026-11-24', keep_until = '2032-11-24'
         WHERE id = 160;
         INSERT INTO attention (case_id, grp, show_from, due, kind, reason, step, number)
         VALUES (160, 2, '2032-11-24', '2032-11-24', 'review', 'Closed 24 Nov 2026: review', 'Decide', 1),
           (176, 1, '2026-12-01', '2026-12-08', '30 days', 'The 30 days end', 'Offer dates', 2),
           (176, 2, '2026-11-30', '2026-11-30', 'quiet', 'Seen before the clock', 'Look', 2),
           (176, 2, '2026-12-01', '2026-12-01', 'quiet', 'Never seen before the other', 'Look', 2);"
    ))
    .unwrap();
    for (_, wall) in walls {
        file.execute_batch(&wall).unwrap();
    }
    file.pragma_update(None, "application_id", APPLICATION_ID).unwrap();
    file.pragma_update(None, "user_version", 2).unwrap();
}

#[test]
fn a_file_of_version_two_is_copied_and_its_reviews_go_to_their_own_group() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("office.db");
    second_version(&path, 1);
    drop(Sqlite::open(&path).unwrap());
    assert_eq!(number(&path, "PRAGMA user_version"), VERSION);
    assert_eq!(number(&copy_of(&path, 2), "SELECT grp FROM attention WHERE kind = 'review'"), 2);
    assert_eq!(number(&path, "SELECT grp FROM attention WHERE kind = 'review'"), 9);
    assert_eq!(number(&path, "SELECT count(*) FROM taking_back"), 0);
    assert_eq!(number(&path, "SELECT count(*) FROM consent_in_force"), 2);
    let hidden = |from| {
        let sql = "SELECT group_concat(reason, ', ' ORDER BY id) FROM attention WHERE hidden_from = $1";
        Connection::open(&path).unwrap().query_row(sql, [from], |row| row.get::<_, String>(0)).unwrap()
    };
    assert_eq!(hidden("9999-12-31"), "Closed 24 Nov 2026: review, The 30 days end");
    assert_eq!(hidden("2026-12-01"), "Seen before the clock");
    assert_eq!(hidden("2026-11-30"), "Never seen before the other");
    let again = Connection::open(&path).unwrap().execute("UPDATE attention SET grp = 2", []);
    assert!(again.unwrap_err().to_string().contains("made again, never changed"));
}

const NOT_ASKED: &str = "SELECT count(*) FROM attention WHERE reason = 'Family not asked yet'";

#[test]
fn cases_that_nobody_touches_have_the_rows_of_the_newer_rules_after_an_upgrade() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("office.db");
    second_version(&path, 100);
    let mut store = Store::new(Box::new(Sqlite::open(&path).unwrap()));
    assert_eq!(number(&path, NOT_ASKED), 0);
    let mut done = Vec::new();
    for made in [Remade::Some, Remade::Some, Remade::Some, Remade::Last, Remade::Nothing] {
        assert_eq!(store.make_older_rows(), Ok(made));
        done.push(number(&path, NOT_ASKED));
        // Stopped in between, another start goes on where this one was.
        store = Store::new(Box::new(Sqlite::open(&path).unwrap()));
    }
    assert_eq!(done, [32, 64, 96, 100, 100]);
    assert_eq!(number(&path, "SELECT count(*) FROM cases WHERE touched <> '2026-11-24'"), 0);
    assert_eq!(number(&path, "SELECT count(*) FROM attention WHERE kind = 'review'"), 1);
}

#[test]
fn the_worker_makes_them_in_quiet_moments_and_says_so_once() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("office.db");
    second_version(&path, 40);
    let (jobs, todo) = std::sync::mpsc::channel();
    let (answers, told) = std::sync::mpsc::channel();
    let store = Store::new(Box::new(Sqlite::open(&path).unwrap()));
    let thread =
        std::thread::spawn(move || Worker::trusted(store).run(&todo, |answer| answers.send(answer).is_ok()));
    let answer = told.recv_timeout(std::time::Duration::from_secs(20)).unwrap();
    assert!(matches!(answer, Answer::Changed), "{answer:?}");
    assert_eq!(number(&path, NOT_ASKED), 40);
    jobs.send(Job::Leave).unwrap();
    thread.join().unwrap();
    assert!(told.try_recv().is_err());
}

#[test]
fn a_file_of_version_four_keeps_the_day_of_a_withdrawal_from_now_on_and_its_rows_are_worded_anew() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("office.db");
    second_version(&path, 3);
    let file = Connection::open(&path).unwrap();
    for script in &SCRIPTS[2..4] {
        file.execute_batch(script).unwrap();
    }
    // That version was done with its rows.
    file.execute("DELETE FROM settings WHERE key = 'rows made to'", []).unwrap();
    let consent = |id: i64, act: &str, day: &str| {
        let sql = "INSERT INTO consents (id, case_id, seq, act, giver, given, given_to, how, told_by, at, day, staff)
            VALUES (?1, 192, ?1, ?2, 'mother', 'x', ?3, 'spoken', 'mother', 1795532520000, '2026-11-24', 'Priya')";
        Connection::open(&path).unwrap().execute(sql, (id, act, day))
    };
    consent(900, "withdrawn", "2026-11-24").unwrap();
    file.pragma_update(None, "user_version", 4).unwrap();
    drop(file);
    let mut store = Store::new(Box::new(Sqlite::open(&path).unwrap()));
    assert_eq!(number(&path, "PRAGMA user_version"), VERSION);
    assert_eq!(number(&copy_of(&path, 4), "PRAGMA user_version"), 4);
    let refused = consent(901, "given", "2026-11-23").unwrap_err().to_string();
    assert!(refused.contains("of that day or since"), "{refused}");
    consent(901, "given", "2026-11-24").unwrap();
    assert_eq!(store.make_older_rows(), Ok(Remade::Last));
    assert_eq!(number(&path, NOT_ASKED), 3);
}
