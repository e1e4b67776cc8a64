//! A field's commit: how long one save of one field takes until it is on the disk.
//!
//! This step needs no terminal. The floor's save and ours take turns on the same disk, and the commits in
//! the journal are counted afterwards: with WAL and FULL each commit is one sync of the disk, so the count
//! says how many syncs a save costs, whatever the tables and triggers behind it are.

use std::fs;
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
const OURS: Option<fn(&Path) -> Result<Save>> = Some(detail_of_a_call);

fn detail_of_a_call(file: &Path) -> Result<Save> {
    let mut store = Store::new(Box::new(Sqlite::open(file)?));
    // A moment of 2026 and keys of our own: nothing in the practice file has them.
    let (at, call, caller, case, record) =
        (1_795_532_520_000, 1 << 61, (1 << 61) + 16, (1 << 61) + 32, (1 << 61) + 48);
    let mut signed = Signed {
        at,
        today: "2026-11-24".parse()?,
        quarter: 60,
        staff: "Priya".to_owned(),
        id: (1 << 61) + 64,
    };
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

/// Saves in one round. They stay far below the size at which `SQLite` tidies its journal by itself.
const SAVES: usize = 60;
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

/// Lets both sides save in turns, and writes down the time and the commits of each.
pub fn measure(sides: [Side; 2]) -> Result<()> {
    let mut running = Vec::new();
    for side in sides {
        let open = if side.is_floor { Some(field_commit as fn(&Path) -> Result<Save>) } else { OURS };
        if let Some(open) = open {
            let mut save = open(side.file)?;
            for number in 0..WARM_UP {
                save(number)?;
            }
            running.push((save, commits_in_journal(side.file)?, side));
        }
    }
    for number in WARM_UP..WARM_UP + SAVES {
        running.reverse();
        for (save, _, side) in &mut running {
            let began = Instant::now();
            save(number)?;
            side.figures.add(Figure::CommitTime, began.elapsed().as_secs_f64() * 1000.0);
        }
    }
    for (_, before, side) in &mut running {
        let commits = commits_in_journal(side.file)?.saturating_sub(*before);
        side.figures.add(Figure::CommitSyncs, commits as f64 / SAVES as f64);
    }
    Ok(())
}

/// Counts the commits in the write-ahead journal: the frames that say how large the file is after them,
/// and that belong to the present turn of the journal.
fn commits_in_journal(file: &Path) -> Result<usize> {
    const HEAD: usize = 32;
    const FRAME_HEAD: usize = 24;
    let mut name = file.as_os_str().to_owned();
    name.push("-wal");
    let journal = fs::read(PathBuf::from(name)).context("the journal")?;
    let number =
        |at: usize| -> Option<u32> { Some(u32::from_be_bytes(journal.get(at..at + 4)?.try_into().ok()?)) };
    let page = number(8).context("the journal is empty")? as usize;
    let salt = journal.get(16..24);
    let frames = (HEAD..journal.len()).step_by(FRAME_HEAD + page);
    Ok(frames
        .filter(|&at| journal.get(at + 8..at + 16) == salt && number(at + 4).is_some_and(|size| size > 0))
        .count())
}
