//! Which file a command works in, and opening it.
//!
//! The practice file is asked for by name and comes first, so that practice never lands in the office's file.
//! A file is looked through before a command works in it. Only the practice file is made here when it is not
//! there; a real one is made by `init` or the first run.

use std::path::PathBuf;

use super::trouble::Trouble;
use super::{Arguments, Moment};
use crate::store::db::Fault;
use crate::store::office::setting;
use crate::store::sqlite::{self, NotOpened, Sqlite};
use crate::store::{Store, practice};

/// The environment's name for the file.
pub const DATABASE: &str = "MEDIATION_LINE_DATABASE";

/// Whose name stands in a practice file until somebody gives their own.
pub(super) const PRACTICE_STAFF: &str = "Priya Nair";

fn folder() -> Option<PathBuf> {
    Some(directories::ProjectDirs::from("", "", "mediation-line")?.data_dir().to_owned())
}

/// Where the file of this user lies when nothing else is said; none for a user without a home.
pub fn ordinary_place() -> Option<PathBuf> {
    Some(folder()?.join("mediation-line.sqlite"))
}

/// Where the practice file of this user lies; none for a user without a home.
pub fn practice_place() -> Option<PathBuf> {
    Some(folder()?.join("practice.sqlite"))
}

/// The file these arguments mean: the practice file, the one named, that of the environment, the ordinary one.
/// None for a user without a home who named none.
pub fn place(arguments: &Arguments) -> Option<PathBuf> {
    if arguments.practice {
        return practice_place();
    }
    let named = || std::env::var_os(DATABASE).filter(|name| !name.is_empty()).map(PathBuf::from);
    arguments.database.clone().or_else(named).or_else(ordinary_place)
}

/// The same, or the words that ask for it.
pub(super) fn named_place(arguments: &Arguments) -> Result<PathBuf, Trouble> {
    place(arguments).ok_or_else(|| Trouble::Usage("Which file? Name it with --database FILE.".to_owned()))
}

/// Makes the practice file when it is asked for and is not there.
pub(super) fn make_practice(arguments: &Arguments, moment: Moment) -> Result<(), Trouble> {
    if arguments.practice {
        let path = named_place(arguments)?;
        if !path.exists() {
            practice::make(&path, PRACTICE_STAFF, moment.today(), moment.utc)?;
        }
    }
    Ok(())
}

/// Opens the file the arguments mean and looks through it first. The practice file is made when it is not there.
pub(super) fn open(arguments: &Arguments, moment: Moment) -> Result<Store, Trouble> {
    make_practice(arguments, moment)?;
    let path = named_place(arguments)?;
    let engine = Sqlite::open(&path)?;
    sqlite::check(&path).map_err(|fault| match fault {
        Fault::Damaged => NotOpened::Damaged(path.display().to_string()).into(),
        other => Trouble::from(other),
    })?;
    let mut store = Store::new(Box::new(engine));
    store.read_closed_days()?;
    Ok(store)
}

/// Who writes: the name given, or the desk's own in the file.
pub(super) fn staff(arguments: &Arguments, store: &mut Store) -> Result<String, Trouble> {
    let given = arguments.staff.clone().unwrap_or_default();
    let name = if given.trim().is_empty() { store.settings()?.get(setting::STAFF).to_owned() } else { given };
    if name.trim().is_empty() {
        return Err(Trouble::Usage("Who writes? Say it with --staff NAME.".to_owned()));
    }
    Ok(crate::domain::text::clean_line(name.trim()))
}
