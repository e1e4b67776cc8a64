//! Another desk's change is heard, and if the read behind it fails for a moment, it is heard at the next look.

use std::fs::OpenOptions;
use std::os::unix::fs::FileExt as _;

use mediation_line::protocol::effect::Place;
use mediation_line::runtime::worker::Worker;
use mediation_line::store::Store;
use mediation_line::store::db::{Db as _, Fault};
use mediation_line::store::sqlite::Sqlite;

use crate::contract::failing::{Failing, Turn};
use crate::contract::office::Office;
use crate::journeys::calendar::office;
use crate::journeys::desk::Desk;

#[test]
fn what_was_typed_about_a_family_goes_though_a_read_behind_the_news_of_it_fails() {
    // Of this desk's act, of the newest line of history, of the removals.
    for works in 0..3 {
        let mut office = office();
        office.a_case();
        let folder = office.folder.take().unwrap();
        let (engine, plan) = Failing::around(Box::new(Sqlite::open(&office.path()).unwrap()));
        let store = Store::new(Box::new(engine));
        let mut desk = Desk::with(Worker::trusted(store), folder, Place::Today);
        desk.wait(30 * 60_000).keys("F3").text("M-0001").keys("Enter Right Right Down y Enter Enter");
        desk.keys("n").text("zebra words").keys("F5");
        let mut tom = desk.another("Tom Reed");
        tom.keys("F3").text("M-0001").keys("Enter Right w w r").text("1").keys("Enter");
        tom.shows("details removed");
        let fails = Turn::FailsBefore(Fault::Disk);
        plan.next_reads(vec![Turn::Works; works].into_iter().chain([fails]));
        desk.look();
        assert_eq!(plan.reads_left(), 0, "the look reads {works} rows and one that fails");
        desk.look().keys("Ctrl+Z").shows("Nothing is left to take back here since the program started.");
        desk.keys("Ctrl+Q");
        assert!(desk.has_left(), "read {works}: {}", desk.screen());
    }
}

#[test]
fn an_engine_that_cannot_read_what_was_changed_tells_of_it_when_it_can() {
    let mut office = Office::in_file();
    office.a_case();
    let file = office.raw();
    let (page, size): (i64, i64) = file
        .query_row(
            "SELECT rootpage, page_size FROM sqlite_schema, pragma_page_size WHERE name = 'erasing'",
            [],
            |row| Ok((row.get(0)?, row.get(1)?)),
        )
        .unwrap();
    file.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(())).unwrap();
    let mut engine = Sqlite::open(&office.path()).unwrap();
    file.execute("UPDATE settings SET rev = rev + 1", []).unwrap();
    // A page that cannot be read, and then can: the bytes are changed behind the engine.
    let bytes = OpenOptions::new().read(true).write(true).open(office.path()).unwrap();
    let mut kept = vec![0; size as usize];
    let at = ((page - 1) * size) as u64;
    bytes.read_exact_at(&mut kept, at).unwrap();
    bytes.write_all_at(&vec![7; size as usize], at).unwrap();
    assert_eq!(engine.changed(), Err(Fault::Damaged));
    bytes.write_all_at(&kept, at).unwrap();
    // What was read wrong is not kept in memory either.
    engine.read("PRAGMA shrink_memory", &[]).unwrap();
    assert_eq!((engine.changed(), engine.changed()), (Ok(true), Ok(false)));
}
