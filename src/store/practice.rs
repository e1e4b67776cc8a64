//! Practice files: made-up families in a file of their own, written through the file's own wall.
//!
//! A practice file is always a new file; no real file is ever filled. The twelve families of the office's
//! practice stand in every state a case can be in, with dates around today; a caseload of any size is made
//! from short lists and a seed, the same every time.

mod calls;
mod cast;
mod dates;
mod lists;
mod many;
mod one;
mod play;
mod rows;
mod without;

use std::path::Path;

use cast::Cast;
use chrono::NaiveDate;
use play::Play;

use super::office::setting;
use super::sqlite::{NotOpened, Sqlite};
use super::{NotDone, Store};

/// Why a practice file was not made.
#[derive(Debug, thiserror::Error)]
pub enum NotMade {
    /// The file could not be made.
    #[error(transparent)]
    Place(#[from] NotOpened),
    /// The families could not be written.
    #[error(transparent)]
    Families(#[from] NotDone),
    /// The lists inside the program cannot be read.
    #[error("the list of made-up families: {0}")]
    List(#[from] toml::de::Error),
}

/// A new file, filled by `with`. One that cannot be filled is taken away again: it was made a moment ago, here.
fn begin<T>(
    path: &Path,
    staff: &str,
    with: impl FnOnce(&mut Store) -> Result<T, NotDone>,
) -> Result<T, NotMade> {
    let mut store = Store::new(Box::new(Sqlite::create(path)?));
    let settings = [(setting::STAFF, staff.to_owned()), (setting::PRACTICE, "yes".to_owned())];
    let filled = store.furnish(&settings).and_then(|()| with(&mut store));
    drop(store);
    Ok(filled.inspect_err(|_| {
        // What is left of it is of no use; that it could not be filled is what is told.
        let _ = std::fs::remove_file(path);
    })?)
}

/// Makes a new practice file with the twelve families; says how many cases they are.
pub fn make(path: &Path, staff: &str, today: NaiveDate, now: i64) -> Result<u64, NotMade> {
    let cast = Cast::read()?;
    begin(path, staff, |store| Play::new(store, &cast, today, now).all())
}

/// Makes a new practice file with so many cases: the same for the same number, seed, day and moment.
pub fn make_many(
    path: &Path,
    staff: &str,
    today: NaiveDate,
    now: i64,
    cases: u64,
    seed: u64,
) -> Result<(), NotMade> {
    let names = many::Names::read()?;
    begin(path, staff, |store| many::fill(store, &names, today, now, cases, seed))
}
