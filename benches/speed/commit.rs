//! A field's commit: how long one save of one field takes until it is on the disk.
//!
//! This step needs no terminal. The floor's save and ours take turns on the same disk, and the commits are
//! counted afterwards, as the shared index of the journal counts them: with WAL and FULL each commit is one
//! sync of the disk, so the count says how many syncs a save costs, whatever the tables and triggers behind it
//! are. `SQLite` tidies the journal by itself after some thousand pages; the saves that meet this are measured
//! as they are, and its own syncs are not among the commits.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::time::Instant;

use anyhow::{Context, Result};
use mediation_line::domain::call::CallerKind;
use mediation_line::domain::detail::Detail;
use mediation_line::domain::text::Private;
use mediation_line::store::calls::CallWrite;
use mediation_line::store::sqlite::Sqlite;
use mediation_line::store::{Signed, Store};
use rusqlite::{Connection, params};

use crate::steps::{Figure, Figures};

/// Saves one field once; the save is on the disk when it returns. The number makes each text another.
type Save = Box<dyn FnMut(usize) -> Result<()>>;

/// How our program saves a field: a call of a parent is begun in a copy of the practice file, and one detail
/// of the family is written again and again, as it is while somebody types. The first write of a visit, which
/// adds the line of history, is among the warm-up.
fn detail_of_a_call(file: &Path) -> Result<Save> {
    let mut store = Store::new(Box::new(Sqlite::open(file)?));
    // A moment of 2026 and keys of our own: nothing in the practice file has them, nor a process that saved before.
    let at = 1_795_532_520_000;
    let call = (1 << 61) + (i64::from(std::process::id()) << 32);
    let (caller, case, record) = (call + 16, call + 32, call + 48);
    let mut signed =
        Signed { at, today: "2026-11-24".parse()?, quarter: 60, staff: "Priya".to_owned(), id: call + 64 };
    store.call_write(&CallWrite::Start { call, about: None }, &signed)?;
    signed.id += 16;
    let who = CallWrite::Who {
        call,
        caller,
        seq: 1,
        kind: CallerKind::Parent,
        own: Some((case, record)),
        details: Vec::new(),
        notes: None,
    };
    store.call_write(&who, &signed)?;
    Ok(Box::new(move |number| {
        signed.id += 16;
        let text = format!("letters of a name, {number}");
        let detail = (Detail::Child, text.into(), "".into());
        let visit = (number == 0).then(Private::default);
        Ok(store.call_write(
            &CallWrite::FamilyDetail { call: Some(call), case, detail, visit, known: Vec::new() },
            &signed,
        )?)
    }))
}

const WARM_UP: usize = 3;

/// The floor's half: the barest durable change of one column.
fn field_commit(file: &Path) -> Result<Save> {
    let db = Connection::open(file)?;
    db.pragma_update(None, "journal_mode", "WAL")?;
    db.pragma_update(None, "synchronous", "FULL")?;
    Ok(Box::new(move |number| {
        db.execute_batch("BEGIN IMMEDIATE")?;
        db.prepare_cached("UPDATE cases SET note = ?1, rev = rev + 1 WHERE id = 1")?
            .execute(params![format!("letters of a note, {number}")])?;
        db.execute_batch("COMMIT")?;
        Ok(())
    }))
}

/// One side of the step: whose saves, into which file, and their figures.
pub struct Side<'a> {
    pub is_floor: bool,
    pub file: &'a Path,
    pub figures: &'a mut Figures,
}

/// Lets the sides save in turns, and writes down the time and the commits of each.
pub fn measure<'a>(sides: impl IntoIterator<Item = Side<'a>>, saves: usize) -> Result<()> {
    let mut running = Vec::new();
    for side in sides {
        let mut save = if side.is_floor { field_commit(side.file)? } else { detail_of_a_call(side.file)? };
        for number in 0..WARM_UP {
            save(number)?;
        }
        running.push((save, commits(side.file)?, side));
    }
    for number in WARM_UP..WARM_UP + saves {
        running.reverse();
        for (save, _, side) in &mut running {
            let began = Instant::now();
            save(number)?;
            side.figures.add(Figure::CommitTime, began.elapsed().as_secs_f64() * 1000.0);
        }
    }
    for (_, before, side) in &mut running {
        let commits = commits(side.file)?.wrapping_sub(*before);
        side.figures.add(Figure::CommitSyncs, f64::from(commits) / saves as f64);
    }
    Ok(())
}

/// How many commits there were, as the index beside the journal counts them: its third number goes up by one at
/// each, and goes on when the journal begins anew.
pub fn commits(file: &Path) -> Result<u32> {
    let mut name = file.as_os_str().to_owned();
    name.push("-shm");
    let index = fs::read(PathBuf::from(name)).context("the index of the journal")?;
    let number = index.get(8..12).context("the index of the journal is empty")?;
    Ok(u32::from_ne_bytes(number.try_into()?))
}

/// How long the disk takes to sync one page, a few times over.
pub fn syncs(folder: &Path, figures: &mut Figures) -> Result<()> {
    let path = folder.join("sync");
    let mut file = fs::File::create(&path)?;
    for _ in 0..WARM_UP + 20 {
        file.write_all(&[b'.'; 4096])?;
        let began = Instant::now();
        file.sync_data()?;
        figures.time(Figure::Sync, began, Instant::now());
    }
    fs::remove_file(path)?;
    Ok(())
}
