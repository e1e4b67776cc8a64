//! Every way in which a file cannot be opened: one plain line each, and not a byte of it changed.

use std::fs;
use std::io::Write as _;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};

use mediation_line::domain::detail::Detail;
use mediation_line::store::db::Fault;
use mediation_line::store::sqlite::{self, Sqlite};
use mediation_line::store::{NotDone, Store};
use tempfile::TempDir;

use crate::contract::office::Office;

/// A file of ours with something in it, closed.
fn ours() -> (TempDir, PathBuf) {
    let mut office = Office::in_file();
    for _ in 0..20 {
        office.a_ready_case();
    }
    let (folder, path) = (office.folder.take().unwrap(), office.path());
    drop(office);
    (folder, path)
}

fn place(folder: &TempDir, name: &str, bytes: &[u8]) -> PathBuf {
    let path = folder.path().join(name);
    fs::write(&path, bytes).unwrap();
    fs::set_permissions(&path, fs::Permissions::from_mode(0o600)).unwrap();
    path
}

/// Why it was not opened; its bytes are the same afterwards, and nothing was laid beside it.
#[track_caller]
fn refused(path: &Path) -> String {
    let before = fs::read(path).unwrap();
    let beside = fs::read_dir(path.parent().unwrap()).unwrap().count();
    let said = match Sqlite::open(path) {
        Ok(_) => panic!("it opened"),
        Err(said) => said.to_string(),
    };
    assert_eq!(fs::read(path).unwrap(), before, "the file was changed");
    assert_eq!(fs::read_dir(path.parent().unwrap()).unwrap().count(), beside, "something lies beside it");
    assert!(!said.contains('\n'), "more than one line: {said}");
    assert!(!said.contains("SQL") && !said.contains("code"), "not the user's words: {said}");
    said.replace(&path.display().to_string(), "FILE")
}

#[test]
fn a_missing_file_is_not_made() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("office.mediation");
    let said = Sqlite::open(&path).err().unwrap().to_string();
    assert!(said.starts_with("There is no file "), "{said}");
    assert!(said.contains("mediation-line init"), "{said}");
    assert!(!path.exists());
    let said = Sqlite::open(&folder.path().join("nowhere").join("office")).err().unwrap().to_string();
    assert!(said.starts_with("There is no file "), "{said}");
}

#[test]
fn an_existing_file_is_not_made_again() {
    let (_folder, path) = ours();
    let before = fs::read(&path).unwrap();
    let said = Sqlite::create(&path).err().unwrap().to_string();
    assert!(said.ends_with(" exists already. Nothing was changed."), "{said}");
    assert_eq!(fs::read(&path).unwrap(), before);
}

#[test]
fn a_new_file_is_for_its_owner_only_and_says_whose_it_is() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("new").join("office.mediation");
    let engine = Sqlite::create(&path).unwrap();
    for name in ["office.mediation", "office.mediation-wal", "office.mediation-shm"] {
        let mode = fs::metadata(folder.path().join("new").join(name)).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o600, "{name}");
    }
    let mode = fs::metadata(folder.path().join("new")).unwrap().permissions().mode();
    assert_eq!(mode & 0o777, 0o700);
    // As after a power cut: the file alone, without its journal.
    let alone = place(&folder, "alone", &fs::read(&path).unwrap());
    drop(engine);
    assert!(Sqlite::open(&alone).is_ok());
}

#[test]
fn a_file_that_is_not_ours_is_left_alone() {
    let folder = tempfile::tempdir().unwrap();
    let words = "FILE is not a Mediation Line file. Nothing was changed.";
    for (name, bytes) in [
        ("empty", Vec::new()),
        ("short", b"SQLite format 3\0".to_vec()),
        ("text", b"Dear Sir or Madam,\n".repeat(100)),
        ("noughts", vec![0; 8192]),
    ] {
        assert_eq!(refused(&place(&folder, name, &bytes)), words, "{name}");
    }
    assert_eq!(
        Sqlite::open(folder.path()).err().unwrap().to_string(),
        format!("{} is not a Mediation Line file. Nothing was changed.", folder.path().display())
    );
}

#[test]
fn another_programs_database_keeps_even_its_journal() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("other.db");
    let other = rusqlite::Connection::open(&path).unwrap();
    other
        .execute_batch("PRAGMA journal_mode = WAL; CREATE TABLE t (a); INSERT INTO t VALUES (1); PRAGMA application_id = 7;")
        .unwrap();
    // A copy with a journal that has not been worked off: opening it with the library would change both.
    let copy = place(&folder, "copy.db", &fs::read(&path).unwrap());
    let journal = place(&folder, "copy.db-wal", &fs::read(folder.path().join("other.db-wal")).unwrap());
    let before = fs::read(&journal).unwrap();
    assert!(!before.is_empty());
    assert_eq!(refused(&copy), "FILE is not a Mediation Line file. Nothing was changed.");
    assert_eq!(fs::read(&journal).unwrap(), before);
}

#[test]
fn a_newer_programs_file_is_left_alone() {
    let (_folder, path) = ours();
    rusqlite::Connection::open(&path).unwrap().execute_batch("PRAGMA user_version = 99").unwrap();
    assert_eq!(
        refused(&path),
        "FILE was written by a newer Mediation Line. Start that one; nothing was changed."
    );
}

#[test]
fn a_newer_program_that_comes_while_we_run_stops_our_writes() {
    let mut office = Office::in_file();
    let made = office.a_parents_call();
    office.raw().execute_batch("PRAGMA user_version = 99").unwrap();
    let signed = office.signed();
    let write = mediation_line::store::calls::CallWrite::Resume { call: made.call };
    assert_eq!(office.store.call_write(&write, &signed), Err(NotDone::Failed(Fault::Newer)));
}

/// Damage of one kind, done to the bytes of a sound file.
type Damage = fn(&mut Vec<u8>);

#[test]
fn damage_is_found_before_anything_is_written() {
    let (folder, path) = ours();
    let sound = fs::read(&path).unwrap();
    let page = 4096;
    let kinds: [(&str, Damage); 8] = [
        ("the header's sizes", |b| b[16..24].fill(0xFF)),
        ("the first page after the header", |b| b[100..4096].fill(0)),
        ("a page of noughts", |b| b[4096 * 5..4096 * 6].fill(0)),
        ("every fourth page of noughts", |b| {
            for at in (1..b.len() / 4096).step_by(4) {
                b[at * 4096..(at + 1) * 4096].fill(0);
            }
        }),
        ("cut in half", |b| b.truncate(b.len() / 2 / 4096 * 4096)),
        ("cut in the middle of a page", |b| b.truncate(b.len() / 2 + 1000)),
        ("random bytes", |b| {
            let mut seed: u32 = 7;
            for byte in &mut b[4096 * 3..4096 * 20] {
                seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                *byte = (seed >> 24) as u8;
            }
        }),
        ("the last page lost", |b| b.truncate(b.len() - 4096)),
    ];
    assert!(sound.len() > 30 * page);
    for (name, damage) in kinds {
        let mut bytes = sound.clone();
        damage(&mut bytes);
        let broken = place(&folder, "broken", &bytes);
        match Sqlite::open(&broken) {
            Err(said) => {
                let said = said.to_string();
                assert!(said.contains("is damaged. Nothing was changed."), "{name}: {said}");
            }
            Ok(engine) => {
                assert_eq!(sqlite::check(&broken), Err(Fault::Damaged), "{name}");
                drop(engine);
            }
        }
        assert!(fs::read(&broken).unwrap() == bytes, "{name}: the file was changed");
        for ending in ["-wal", "-shm"] {
            let _ = fs::remove_file(folder.path().join(format!("broken{ending}")));
        }
    }
    assert_eq!(sqlite::check(&path), Ok(()));
}

#[test]
fn a_file_that_may_not_be_written_is_said_to_be_so() {
    let (_folder, path) = ours();
    fs::set_permissions(&path, fs::Permissions::from_mode(0o400)).unwrap();
    assert_eq!(refused(&path), "FILE cannot be opened for writing. Nothing was changed.");
}

#[test]
fn a_file_that_others_can_read_is_refused() {
    let (_folder, path) = ours();
    for mode in [0o640, 0o604, 0o666, 0o620] {
        fs::set_permissions(&path, fs::Permissions::from_mode(mode)).unwrap();
        assert_eq!(
            refused(&path),
            "Others on this machine can read FILE. Close it to them (chmod 600) and start again.",
            "{mode:o}"
        );
    }
}

#[test]
fn a_folder_that_is_copied_to_another_machine_is_refused() {
    let (folder, path) = ours();
    for name in ["Dropbox", "OneDrive - The Council", "dropbox", "Google Drive", "iCloud Drive", "Nextcloud"]
    {
        let synced = folder.path().join(name);
        fs::create_dir_all(synced.join("office")).unwrap();
        let copy = place(&folder, &format!("{name}/office/file"), &fs::read(&path).unwrap());
        let said = refused(&copy);
        assert!(said.starts_with(&format!("This folder is on another machine ({name}).")), "{said}");
        // The same file by another name, and a folder of that name that leads to a plain one.
        let link = folder.path().join("plain-name");
        std::os::unix::fs::symlink(&copy, &link).unwrap();
        assert!(refused(&link).starts_with("This folder is on another machine"));
        let made = Sqlite::create(&synced.join("new")).err().unwrap().to_string();
        assert!(made.starts_with("This folder is on another machine"), "{made}");
        assert!(!synced.join("new").exists());
        fs::remove_file(link).unwrap();
        fs::remove_dir_all(synced).unwrap();
    }
    let plain = folder.path().join("plain");
    fs::create_dir(&plain).unwrap();
    std::os::unix::fs::symlink(&plain, folder.path().join("Dropbox")).unwrap();
    fs::copy(&path, plain.join("office")).unwrap();
    assert!(refused(&folder.path().join("Dropbox").join("office")).starts_with("This folder is on another"));
    assert!(Sqlite::open(&plain.join("office")).is_ok());
    // A file may be called what it likes.
    fs::copy(&path, plain.join("Dropbox")).unwrap();
    assert!(Sqlite::open(&plain.join("Dropbox")).is_ok());
}

#[test]
fn a_file_put_in_the_place_of_ours_is_not_written() {
    let mut office = Office::in_file();
    let made = office.a_parents_call();
    let path = office.path();
    let aside = path.with_extension("aside");
    fs::rename(&path, &aside).unwrap();
    let gone = Err(NotDone::Failed(Fault::Replaced));
    let write = |office: &mut Office| {
        let detail = crate::contract::office::typed(Detail::Child, "Kelechi Achebe");
        let (call, case) = (Some(made.call), made.case);
        office.call(&mediation_line::store::calls::CallWrite::FamilyDetail {
            call,
            case,
            detail,
            visit: None,
            known: Vec::new(),
        })
    };
    assert_eq!(write(&mut office), gone, "the file is away");
    fs::copy(&aside, &path).unwrap();
    let before = fs::read(&path).unwrap();
    assert_eq!(write(&mut office), gone, "a copy lies there");
    assert_eq!(fs::read(&path).unwrap(), before);
    fs::rename(&aside, &path).unwrap();
    assert_eq!(write(&mut office), Ok(()), "ours is back");
}

#[test]
fn a_file_without_its_journal_mode_gets_it_back_or_waits() {
    let (_folder, path) = ours();
    rusqlite::Connection::open(&path).unwrap().execute_batch("PRAGMA journal_mode = DELETE").unwrap();
    let reader = rusqlite::Connection::open(&path).unwrap();
    reader.execute_batch("BEGIN; SELECT count(*) FROM cases;").unwrap();
    assert_eq!(refused(&path), "Another desk is writing to FILE. Try again in a moment.");
    drop(reader);
    drop(Sqlite::open(&path).unwrap());
    let mode: String = rusqlite::Connection::open(&path)
        .unwrap()
        .query_row("PRAGMA journal_mode", [], |row| row.get(0))
        .unwrap();
    assert_eq!(mode, "wal");
}

#[test]
fn a_file_with_a_torn_journal_opens_with_what_was_whole() {
    let mut office = Office::in_file();
    let made = office.a_case();
    let (path, folder) = (office.path(), office.folder.take().unwrap());
    let copy = place(&folder, "copy", &fs::read(&path).unwrap());
    let mut journal = fs::read(folder.path().join("office.mediation-wal")).unwrap();
    journal.truncate(journal.len() - 700);
    place(&folder, "copy-wal", &journal);
    let mut store = Store::new(Box::new(Sqlite::open(&copy).unwrap()));
    assert_eq!(sqlite::check(&copy), Ok(()));
    assert!(store.facts(made.case).is_ok());
    let mut torn = fs::OpenOptions::new().append(true).open(folder.path().join("copy-wal")).unwrap();
    torn.write_all(b"half a fra").unwrap();
}
