//! What `clocks` answers with `--json`.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::Serialize;

/// `clocks`.
#[derive(Serialize)]
pub struct Clocks {
    /// In the order in which a case meets them.
    pub clocks: Vec<Told>,
    /// Each day that was given as it was read: `2026-11-03`, or the first and the last day it can be:
    /// `2026-11-01..2026-11-10`.
    pub read: BTreeMap<String, String>,
    /// What cannot be so, a sentence each; a warning stops nothing.
    pub warnings: Vec<String>,
}

/// One clock.
#[derive(Serialize)]
pub struct Told {
    /// Its word, which never changes: `meet_by`.
    pub clock: &'static str,
    /// The last day; none while its start is not known.
    pub date: Option<NaiveDate>,
    /// The start was vague or partly unknown.
    pub about: bool,
    /// The rule, and that it is a guide.
    pub rule: &'static str,
    /// The legal source.
    pub source: &'static str,
    /// The arithmetic, with `--explain`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub explain: Option<Vec<String>>,
}
