//! A desk that goes while another one stays on the same file: the journal is common to both, and stays with the other.

use std::sync::mpsc;
use std::time::Duration;

use mediation_line::protocol::effect::Place;
use mediation_line::runtime::worker::Job;
use tempfile::TempDir;

use crate::journeys::desk::{Desk, nowhere};

/// The worker is told to leave, as it is when the person goes.
fn goes(desk: Desk) -> TempDir {
    let Desk { worker, folder, .. } = desk;
    let (jobs, todo) = mpsc::channel();
    jobs.send(Job::Leave).unwrap();
    assert!(worker.run(&todo, |_| true), "everything is written");
    folder
}

/// A parent's call with a word in its notes that was put right; it is not finished.
fn corrected() -> Desk {
    let mut desk = Desk::new();
    desk.keys("F2 p Enter").text("Zuleikha Quillfeather").keys("Enter F4").text("wrongmutton").wait(3000);
    assert_eq!(desk.value("SELECT body FROM notes"), "wrongmutton", "it was saved as it was");
    desk.keys(&"Backspace ".repeat(11)).text("plumtree").wait(3000);
    desk
}

#[test]
fn a_word_put_right_is_not_left_in_the_journal_with_the_desk_that_stays() {
    let desk = corrected();
    let other = desk.another("Tom");
    let folder = goes(desk);
    nowhere(folder.path(), &["wrongmutton"]);
    assert_eq!(notes(&folder), "plumtree");
    drop(other);
}

/// Pages of the journal that were copied into the file, as its shared index counts them.
fn copied(desk: &Desk) -> u32 {
    let index = std::fs::read(desk.folder.path().join("office.sqlite-shm")).unwrap();
    u32::from_ne_bytes(index[96..100].try_into().unwrap())
}

#[test]
fn the_journal_is_not_copied_between_two_words() {
    let mut desk = corrected();
    desk.worker.take(Job::Watch(false));
    assert_eq!(copied(&desk), 0);
    for _ in 0..39 {
        desk.worker.pause();
    }
    assert_eq!(copied(&desk), 0, "each save would have its journal begun anew, and wait for four syncs");
    desk.worker.take(Job::Watch(false));
    desk.worker.pause();
    assert_eq!(copied(&desk), 0, "something came in between");
    for _ in 0..39 {
        desk.worker.pause();
    }
    assert!(copied(&desk) > 0, "ten seconds in which nothing came");
}

#[test]
fn a_reader_who_is_done_in_time_does_not_keep_the_word() {
    let desk = corrected();
    let (reader, other) = (desk.file(), desk.another("Tom"));
    reader.execute_batch("BEGIN").unwrap();
    let _: i64 = reader.query_row("SELECT count(*) FROM details", [], |row| row.get(0)).unwrap();
    let reading = std::thread::spawn(move || {
        std::thread::sleep(Duration::from_millis(60));
        drop(reader);
    });
    let folder = goes(desk);
    nowhere(folder.path(), &["wrongmutton"]);
    reading.join().unwrap();
    drop(other);
}

#[test]
fn a_reader_who_stays_holds_nobody_up_for_long() {
    let desk = corrected();
    let reader = desk.file();
    reader.execute_batch("BEGIN").unwrap();
    let _: i64 = reader.query_row("SELECT count(*) FROM details", [], |row| row.get(0)).unwrap();
    let begun = std::time::Instant::now();
    let folder = goes(desk);
    assert!(begun.elapsed() < mediation_line::runtime::leaving::GRACE, "{:?}", begun.elapsed());
    // What is written is written, and whoever is there last clears the journal away.
    drop(reader);
    let desk = Desk::on(folder, Place::Desk);
    let folder = goes(desk);
    nowhere(folder.path(), &["wrongmutton"]);
    assert_eq!(notes(&folder), "plumtree");
}

#[test]
fn a_desk_whose_disk_failed_for_a_moment_still_knows_what_it_wrote() {
    let mut desk = corrected();
    let mut other = desk.another("Tom");
    // What the other desk writes is in the journal only, and of that nothing can be read for a while.
    other.keys("F2 p Enter").text("Dawn Achebe").keys("Enter").wait(3000);
    let journal = desk.folder.path().join("office.sqlite-wal");
    let bytes = std::fs::read(&journal).unwrap();
    std::fs::write(&journal, &bytes[..32]).unwrap();
    assert!(desk.worker.store().recent_calls(5).is_err());
    std::fs::write(&journal, bytes).unwrap();
    desk.keys("F4 F4").wait(3000).look().shows("plumtree");
    let folder = goes(desk);
    nowhere(folder.path(), &["wrongmutton"]);
    assert_eq!(notes(&folder), "plumtree");
    drop(other);
}

fn notes(folder: &TempDir) -> String {
    let file = rusqlite::Connection::open(folder.path().join("office.sqlite")).unwrap();
    file.query_row("SELECT body FROM notes", [], |row| row.get(0)).unwrap()
}
