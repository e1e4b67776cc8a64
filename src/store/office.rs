//! The office: its settings, its closed days, the people who work there.
//!
//! A setting is a word and a text; what a missing one means is said by whoever reads it. Bank holidays are
//! written into the file as closed days, so that the file's own wall knows them.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::db::Write;
use super::history::{self, Line};
use super::{Result, Signed, Store};
use crate::domain::ladder::Ladder;
use crate::domain::refusal::Refusal;
use crate::domain::service::Service;
use crate::params;

/// The line of history of an enquiry that was put off; Today leaves it out until its day.
pub(super) const PUT_OFF: &str = "Enquiry put off";

/// An intention about the office.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum OfficeWrite {
    /// Keep a setting.
    Set(&'static str, String),
    /// Where the person who signs wants to start: at Today, or at My desk.
    HomeIsToday(bool),
    /// The words for a worry about a child were shown, here and now, to the person who signs. Nothing else is
    /// recorded of it.
    SafeguardingShown,
    /// Nothing more will come of an enquiry. What it keeps of the caller leaves on its day.
    EndEnquiry(i64),
    /// An enquiry is put off: its next step is on that day.
    MoveEnquiry(i64, NaiveDate),
    /// Close a day.
    CloseDay(NaiveDate, String),
    /// A bank holiday that was proclaimed after the list was made.
    BankHoliday(NaiveDate, String),
    /// Open a day again that the office had added.
    OpenDay(NaiveDate),
}

/// The settings of the file, by name.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Settings(pub BTreeMap<String, String>);

/// The names of settings.
pub mod setting {
    /// The member of staff who usually sits at this desk.
    pub const STAFF: &str = "staff";
    /// `desk` or `today`: where the program starts.
    pub const HOME: &str = "home";
    /// The service's name, as it is said.
    pub const SERVICE: &str = "service";
    /// The telephone number parents can ring.
    pub const LINE: &str = "line";
    /// The authorities served, separated by commas.
    pub const SERVED: &str = "served";
    /// What the office does when a child may be at risk; the words as shipped where it is empty.
    pub const SAFEGUARDING: &str = "safeguarding";
    /// `yes` in a practice file.
    pub const PRACTICE: &str = "practice";
    /// The meeting's length, in quarter hours.
    pub const MEETING: &str = "meeting";
    /// Years a closed case is kept before it is reviewed.
    pub const KEPT_YEARS: &str = "kept years";
    /// `standard`, `high contrast` or `none`.
    pub const COLOURS: &str = "colours";
    /// Working days to the next chase after a telephone call.
    pub const CHASE_PHONE: &str = "chase phone";
    /// The same after an e-mail.
    pub const CHASE_EMAIL: &str = "chase email";
    /// The same after a message that was left.
    pub const CHASE_MESSAGE: &str = "chase message";
    /// Up to which case the rows of Today that an earlier version made were made again; absent once all were.
    pub const ROWS_MADE: &str = "rows made to";
    /// `drawn` or `plain`.
    pub const LINES: &str = "lines";
}

/// The name of one person's own start.
fn home_of(staff: &str) -> String {
    format!("{} {}", setting::HOME, crate::domain::text::cut(staff, 40))
}

impl Settings {
    /// A setting's text; empty where it was never set.
    pub fn get(&self, key: &str) -> &str {
        self.0.get(key).map_or("", String::as_str)
    }

    /// The office's chase ladder.
    pub fn ladder(&self) -> Ladder {
        let [phone, email, message] =
            [setting::CHASE_PHONE, setting::CHASE_EMAIL, setting::CHASE_MESSAGE].map(|key| self.get(key));
        Ladder::from_settings(phone, email, message)
    }

    /// This person wants to start there from now on; what is in the file follows.
    pub fn choose_home(&mut self, staff: &str, today: bool) {
        self.0.insert(home_of(staff), if today { "today" } else { "desk" }.to_owned());
    }

    /// Whether this person starts at Today: their own choice, else the file's.
    pub fn home_is_today(&self, staff: &str) -> bool {
        let own = self.get(&home_of(staff));
        (if own.is_empty() { self.get(setting::HOME) } else { own }) == "today"
    }
}

impl Store {
    /// All settings.
    pub fn settings(&mut self) -> Result<Settings> {
        let rows = self.read("SELECT key, value FROM settings", &[])?;
        Ok(Settings(rows.into_iter().map(|row| (row.text(0), row.text(1))).collect()))
    }

    /// Writes the bank holidays and the office's profile into a new file; `settings` go before the profile's.
    pub fn furnish(&mut self, settings: &[(&'static str, String)]) -> Result<()> {
        let mut writes: Vec<Write> = self
            .law
            .bank_holidays()
            .map(|(day, name)| {
                Write::one(
                    "INSERT INTO closed_days (day, name, kind) VALUES ($1, $2, 'bank holiday')",
                    params![day, name],
                )
            })
            .collect();
        let Service { name, line, served } = Service::shipped();
        let profile = [(setting::SERVICE, name), (setting::LINE, line), (setting::SERVED, served)];
        writes.extend(profile.iter().chain(settings).map(|(key, value)| set(key, value)));
        self.write(&writes)
    }

    /// Carries out an intention about the office.
    pub fn office_write(&mut self, write: &OfficeWrite, signed: &Signed) -> Result<()> {
        let (statement, act) = match write {
            OfficeWrite::Set(key, value) => (Some(set(key, value)), "Setting changed"),
            OfficeWrite::HomeIsToday(today) => {
                (Some(set(&home_of(&signed.staff), if *today { "today" } else { "desk" })), "View changed")
            }
            OfficeWrite::SafeguardingShown => (None, "Safeguarding words shown"),
            OfficeWrite::EndEnquiry(id) => (
                Some(Write::one(
                    "UPDATE enquiries SET state = 'ended', rev = rev + 1 WHERE id = $1 AND state = 'open'",
                    params![*id],
                )),
                "Enquiry ended",
            ),
            OfficeWrite::MoveEnquiry(id, day) => (
                Some(Write::any(
                    "UPDATE enquiries SET next_day = $1, rev = rev + 1 WHERE id = $2 AND state = 'open'",
                    params![*day, *id],
                )),
                PUT_OFF,
            ),
            OfficeWrite::CloseDay(..) | OfficeWrite::BankHoliday(..) | OfficeWrite::OpenDay(_) => {
                return self.write_closed(write, signed);
            }
        };
        // Sent again, or ended at another desk: said once, and one line of history.
        if self.was_done(signed)? {
            return Ok(());
        }
        if let OfficeWrite::EndEnquiry(id) = write {
            let open =
                self.read_one("SELECT 1 FROM enquiries WHERE id = $1 AND state = 'open'", &params![*id])?;
            if open.is_none() {
                return Err(Refusal::NothingHere("That enquiry is ended already.").into());
            }
        }
        let mut writes: Vec<Write> = statement.into_iter().collect();
        writes.extend(history::add(signed, &Line { act, enquiry: enquiry_of(write), ..Line::default() }));
        self.write(&writes)?;
        self.remember_of_the_office(write, signed);
        Ok(())
    }
}

fn enquiry_of(write: &OfficeWrite) -> Option<i64> {
    match write {
        OfficeWrite::EndEnquiry(id) | OfficeWrite::MoveEnquiry(id, _) => Some(*id),
        _ => None,
    }
}

fn set(key: &str, value: &str) -> Write {
    Write::one(
        "INSERT INTO settings (key, value) VALUES ($1, $2)
         ON CONFLICT (key) DO UPDATE SET value = excluded.value, rev = settings.rev + 1",
        params![key, value],
    )
}
