//! The floor's file: cases by due day, an index of their names, and one note each.
//!
//! The settings are the ones our own program promises (WAL, FULL, writers begin at once), and the
//! queries are the cheapest that give the same answers: a page by key, a search that reads the newest
//! first and stops early, a save of one column. No rules, no history, no migrations.

use std::path::Path;
use std::time::Duration;

use anyhow::{Context, Result};
use rusqlite::{Connection, OpenFlags, Row, Transaction, TransactionBehavior, params};

/// Rows on one page.
pub const PAGE: i64 = 36;

const SCHEMA: &str = "
    CREATE TABLE cases (
        id INTEGER PRIMARY KEY, reference TEXT NOT NULL, name TEXT NOT NULL, reason TEXT NOT NULL,
        step TEXT NOT NULL, due TEXT NOT NULL, note TEXT NOT NULL DEFAULT '', rev INTEGER NOT NULL DEFAULT 0
    ) STRICT;
    CREATE INDEX cases_by_due ON cases (due, id);
    CREATE VIRTUAL TABLE words USING fts5 (text, content = '', prefix = '1 2 3');";

const FIRST: [&str; 16] = [
    "Amara", "Ben", "Callum", "Dawn", "Ellis", "Farah", "Gwen", "Harun", "Isla", "Jude", "Kelechi", "Leila",
    "Marek", "Nia", "Orla", "Tia",
];
const FAMILY: [&str; 16] = [
    "Achebe", "Baxter", "Costa", "Doyle", "Evans", "Fofanah", "Green", "Hussain", "Ivanova", "Jarvis",
    "Kaur", "Lowe", "Marsh", "Nowak", "Okafor", "Price",
];
const REASON: [&str; 6] = [
    "Local authority will not assess",
    "Plan refused after assessment",
    "School named in the plan",
    "Plan to end at nineteen",
    "Therapy missing from the plan",
    "Certificate due, met on Thursday",
];
const STEP: [&str; 4] =
    ["Ring the local authority", "Ask for consent", "Book a meeting", "Send the certificate"];

/// One line of the table.
pub struct Case {
    pub id: i64,
    pub reference: String,
    pub name: String,
    pub reason: String,
    pub step: String,
    pub due: String,
}

impl Case {
    fn read(row: &Row) -> rusqlite::Result<Self> {
        Ok(Self {
            id: row.get(0)?,
            reference: row.get(1)?,
            name: row.get(2)?,
            reason: row.get(3)?,
            step: row.get(4)?,
            due: row.get(5)?,
        })
    }
}

/// Makes a file with so many cases, always the same ones.
pub fn make(path: &Path, count: u32) -> Result<()> {
    let mut db = settle(Connection::open(path)?)?;
    let all = begin(&mut db)?;
    all.execute_batch(SCHEMA).context("the file is there already")?;
    {
        let mut case = all.prepare(
            "INSERT INTO cases (id, reference, name, reason, step, due) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
        )?;
        let mut words = all.prepare("INSERT INTO words (rowid, text) VALUES (?1, ?2)")?;
        let mut dice = 1_u64;
        let mut pick = |below: usize| {
            dice = dice.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            (dice >> 33) as usize % below
        };
        for id in 1..=count {
            let reference = format!("M-{id:04}");
            let name = format!("{} {}", FIRST[pick(FIRST.len())], FAMILY[pick(FAMILY.len())]);
            let due = format!("20{:02}-{:02}-{:02}", 20 + pick(7), 1 + pick(12), 1 + pick(28));
            words.execute(params![id, format!("{reference} {name}")])?;
            case.execute(params![
                id,
                reference,
                name,
                REASON[pick(REASON.len())],
                STEP[pick(STEP.len())],
                due
            ])?;
        }
    }
    all.commit()?;
    Ok(())
}

/// Opens a file that is there.
pub fn open(path: &Path) -> Result<Connection> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    settle(Connection::open_with_flags(path, flags).with_context(|| format!("open {}", path.display()))?)
}

fn settle(db: Connection) -> Result<Connection> {
    db.busy_timeout(Duration::from_secs(5))?;
    db.pragma_update(None, "journal_mode", "WAL")?;
    db.pragma_update(None, "synchronous", "FULL")?;
    Ok(db)
}

fn begin(db: &mut Connection) -> Result<Transaction<'_>> {
    Ok(db.transaction_with_behavior(TransactionBehavior::Immediate)?)
}

/// The page that follows a case, or the first one.
pub fn page(db: &Connection, after: Option<&Case>) -> Result<Vec<Case>> {
    let (due, id) = after.map_or(("", 0), |case| (case.due.as_str(), case.id));
    let mut read = db.prepare_cached(
        "SELECT id, reference, name, reason, step, due FROM cases
         WHERE (due, id) > (?1, ?2) ORDER BY due, id LIMIT ?3",
    )?;
    let rows = read.query_map(params![due, id, PAGE], Case::read)?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// The newest cases whose words begin with what is typed.
pub fn search(db: &Connection, typed: &str) -> Result<Vec<Case>> {
    let words: Vec<String> =
        typed.split_whitespace().map(|word| format!("\"{}\"*", word.replace('"', "\"\""))).collect();
    if words.is_empty() {
        return page(db, None);
    }
    let mut read = db.prepare_cached(
        "SELECT c.id, c.reference, c.name, c.reason, c.step, c.due FROM words JOIN cases c ON c.id = words.rowid
         WHERE words MATCH ?1 ORDER BY words.rowid DESC LIMIT ?2",
    )?;
    let rows = read.query_map(params![words.join(" "), PAGE], Case::read)?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// The note of a case.
pub fn note(db: &Connection, id: i64) -> Result<String> {
    Ok(db.prepare_cached("SELECT note FROM cases WHERE id = ?1")?.query_row([id], |row| row.get(0))?)
}

/// Saves a note: one statement, one commit, one sync.
pub fn save(db: &mut Connection, id: i64, note: &str) -> Result<()> {
    let one = begin(db)?;
    one.prepare_cached("UPDATE cases SET note = ?2, rev = rev + 1 WHERE id = ?1")?
        .execute(params![id, note])?;
    one.commit()?;
    Ok(())
}
