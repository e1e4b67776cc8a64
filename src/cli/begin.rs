//! `init` and `practice`: the two commands that make a file, and never over another.

use super::place::{PRACTICE_STAFF, named_place};
use super::trouble::Trouble;
use super::{Answer, Arguments, Moment, data};
use crate::domain::text::clean_line;
use crate::store::Store;
use crate::store::office::setting;
use crate::store::practice;
use crate::store::sqlite::Sqlite;

/// Makes an empty file.
pub(super) fn init(arguments: &Arguments) -> Result<Answer, Trouble> {
    let staff = arguments.staff.as_deref().map(|name| clean_line(name.trim())).unwrap_or_default();
    if staff.is_empty() {
        return Err(Trouble::Usage("Whose desk is it? Say it with --staff NAME.".to_owned()));
    }
    if arguments.practice {
        return Err(Trouble::Usage("A practice file is made with: mediation-line practice".to_owned()));
    }
    let path = named_place(arguments)?;
    let mut store = Store::new(Box::new(Sqlite::create(&path)?));
    store.furnish(&[(setting::STAFF, staff.clone())])?;
    made(&data::Made { made: path.display().to_string(), staff, cases: 0 })
}

/// Makes a file of made-up families.
pub(super) fn practice(
    arguments: &Arguments,
    cases: Option<u64>,
    seed: u64,
    moment: Moment,
) -> Result<Answer, Trouble> {
    let staff = arguments.staff.as_deref().map_or(PRACTICE_STAFF.to_owned(), |name| clean_line(name.trim()));
    let path = match &arguments.database {
        Some(path) => path.clone(),
        None => super::practice_place()
            .ok_or_else(|| Trouble::Usage("Which file? Name it with --database FILE.".to_owned()))?,
    };
    let cases = match cases {
        Some(cases) => {
            practice::make_many(&path, &staff, moment.today(), moment.utc, cases, seed)?;
            cases
        }
        None => practice::make(&path, &staff, moment.today(), moment.utc)?,
    };
    made(&data::Made { made: path.display().to_string(), staff, cases })
}

fn made(made: &data::Made) -> Result<Answer, Trouble> {
    let text = format!("Made: {}\nStaff: {}\nCases: {}\n", made.made, made.staff, made.cases);
    Answer::new(made, text)
}
