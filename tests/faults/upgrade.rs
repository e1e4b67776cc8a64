//! A file of an earlier version: a copy is made and looked through, then the file is brought up to date, once.

use std::os::unix::fs::{OpenOptionsExt, PermissionsExt};
use std::path::Path;

use mediation_line::store::migrate::{APPLICATION_ID, SCRIPTS, VERSION};
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
fn the_reviews_of_a_file_of_version_two_go_to_their_own_group() {
    use crate::contract::office::Office;
    use mediation_line::domain::closing::Closing;
    use mediation_line::store::after::AfterWrite;
    use mediation_line::store::cases::CaseWrite;

    let mut office = Office::in_file();
    let (path, case) = (office.path(), office.a_case().case);
    let (reason, words) = (Closing::SettledBefore, "".into());
    let close = AfterWrite::Close { case, reason, words, call_off: None, unsent: false };
    office.case(&CaseWrite::After(close)).unwrap();
    let folder = office.folder.take();
    drop(office);
    // As version 2 had it.
    Connection::open(&path)
        .unwrap()
        .execute_batch(
            "DROP TRIGGER taking_ends_with_its_line;
             DROP TRIGGER calls_ring_back_at_a_time;
             DROP TABLE taking;
             DROP INDEX attention_promised;
             DROP INDEX attention_ahead;
             DROP TRIGGER attention_is_made_again;
             UPDATE attention SET grp = 2 WHERE kind = 'review';
             CREATE TRIGGER attention_is_made_again BEFORE UPDATE ON attention BEGIN SELECT RAISE(ABORT, 'no'); END;
             PRAGMA user_version = 2;",
        )
        .unwrap();
    drop(Sqlite::open(&path).unwrap());
    assert_eq!(number(&path, "SELECT grp FROM attention WHERE kind = 'review'"), 9);
    assert_eq!(number(&path, "SELECT count(*) FROM taking_back"), 0);
    let again = Connection::open(&path).unwrap().execute("UPDATE attention SET grp = 2", []);
    assert!(again.unwrap_err().to_string().contains("made again, never changed"));
    drop(folder);
}
