//! What happened: one line for each act, added and never changed.
//!
//! The line holds an act from a list, a mark and keys. Words that a family could be known by stand in a table
//! of their own, with the case they belong to, so that they can leave and the line stays.

use super::calls::{FINISHED, LEFT};
use super::cases::Caller;
use super::db::Write;
use super::{Result, Signed, Store};
use crate::domain::phone::Phone;
use crate::domain::text::{Private, cut, within_a_sentence};
use crate::params;

/// Who signs what nobody did: a hold that lapsed, a clock that ran out, an enquiry whose months are over.
pub const THE_PROGRAM: &str = "Mediation Line";

/// A line to add.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Line<'a> {
    /// What was done: "Call started".
    pub act: &'a str,
    /// The mark in front of it: `.` `->` `OK` `YES` `NO` `n` `c`, `h` for a hold and `b` for a booking.
    pub mark: &'a str,
    /// The case.
    pub case: Option<i64>,
    /// The call.
    pub call: Option<i64>,
    /// The enquiry.
    pub enquiry: Option<i64>,
    /// Words that belong to the family; only with a case that has consent.
    pub words: Option<&'a str>,
}

/// The longest words of a line, in characters.
const WORDS: usize = 1000;

/// The statements that add a line.
pub fn add(signed: &Signed, line: &Line<'_>) -> Vec<Write> {
    let mark = if line.mark.is_empty() { "." } else { line.mark };
    let mut writes = vec![Write::one(
        "INSERT INTO history (id, at, staff, act, mark, case_id, call_id, enquiry_id)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
        params![
            signed.id,
            signed.at,
            signed.staff.as_str(),
            line.act,
            mark,
            line.case,
            line.call,
            line.enquiry
        ],
    )];
    if let (Some(words), Some(case)) = (line.words.filter(|w| !w.trim().is_empty()), line.case) {
        writes.push(Write::one(
            "INSERT INTO history_words (history_id, case_id, words) VALUES ($1, $2, $3)",
            params![signed.id, case, cut(words, WORDS)],
        ));
    }
    writes
}

/// How many lines of a timeline one reading brings.
pub const TIMELINE: i64 = 200;

/// What stands behind the line of a miss that was none, by what is known when it is read.
const NONE_AFTER_ALL: &str = " (not missed after all)";

/// A line of the timeline.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Happened {
    /// Its place in the order of all that happened.
    pub seq: i64,
    /// When, UTC milliseconds.
    pub at: i64,
    /// Who.
    pub staff: String,
    /// What was done.
    pub act: String,
    /// Its mark.
    pub mark: String,
    /// Of a call that ended, or was left: who rang.
    pub rang: Private,
    /// The words, where there are any and they are still there.
    pub words: Private,
}

impl Happened {
    /// Who rang, and the words.
    pub fn told(&self) -> Private {
        self.with_words(&self.rang)
    }

    /// The same, where there are words, with the names of who rang alone.
    pub fn told_shortly(&self) -> Private {
        if self.words.trim().is_empty() {
            return self.told();
        }
        let named = |caller: &str| caller.split(',').next().unwrap_or_default().to_owned();
        self.with_words(&self.rang.split("; ").map(named).collect::<Vec<_>>().join("; "))
    }

    fn with_words(&self, rang: &str) -> Private {
        let told = [rang.trim(), self.words.trim()];
        told.into_iter().filter(|words| !words.is_empty()).collect::<Vec<_>>().join(". ").into()
    }
}

impl Store {
    /// When the newest line was written, UTC milliseconds; none in an empty file.
    pub fn newest_moment(&mut self) -> Result<Option<i64>> {
        let row = self.read_one("SELECT at FROM history ORDER BY seq DESC LIMIT 1", &params![])?;
        Ok(row.and_then(|row| row.number(0)))
    }

    /// Who spoke in each call about a case, in order: `parent Dawn Achebe, 07700 900142`. A number that a party has stands
    /// with that party, under what was said of it; where the consent has limits, no other number stands without them.
    fn who_rang(&mut self, case: i64) -> Result<Vec<(i64, String)>> {
        let parties = self.read("SELECT phone FROM parties WHERE case_id = $1", &params![case])?;
        let digits = |text: &str| Phone::read(text).digits().to_owned();
        let phones: Vec<String> = parties.iter().map(|row| row.text(0)).collect();
        let all = phones.join(" / ");
        // A number, or words without one, that a party has.
        let known = |number: &str| {
            Phone::covers(&all, number)
                || digits(number).is_empty() && phones.iter().any(|phone| digits(phone).is_empty())
        };
        let joined = |parts: [&str; 2], between: &str| {
            parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(between)
        };
        let who = |Caller { call, kind, name, number }: Caller| {
            let named = joined([&within_a_sentence(kind.short()), &name], " ");
            let number = if known(&number) { "" } else { &number };
            (call, joined([&named, number], ", "))
        };
        Ok(self.callers_of(case)?.into_iter().map(who).collect())
    }

    /// The timeline of a case, newest first: at most `most` lines before the line `before`. Where a call ended, or was
    /// left for the time being, stand who rang and the notes that were taken in it.
    pub fn timeline(&mut self, case: i64, before: Option<i64>, most: i64) -> Result<Vec<Happened>> {
        let rows = self.read(
            "SELECT h.seq, h.at, h.staff, h.act, h.mark, COALESCE(w.words,
               (SELECT n.body FROM notes n WHERE n.case_id = h.case_id AND n.call_id = h.call_id
                 AND h.seq = (SELECT max(l.seq) FROM history l WHERE l.call_id = h.call_id
                   AND l.act IN ($4, $5)))) AS words,
               CASE WHEN h.act IN ($4, $5) THEN h.call_id END
             FROM history h LEFT JOIN history_words w ON w.history_id = h.id
             WHERE h.case_id = $1 AND h.seq < $2 ORDER BY h.seq DESC LIMIT $3",
            &params![case, before.unwrap_or(i64::MAX), most, FINISHED, LEFT],
        )?;
        let callers = self.who_rang(case)?;
        let mut lines: Vec<Happened> = rows
            .into_iter()
            .map(|row| {
                let of_call = row.number(6);
                let rang =
                    callers.iter().filter(|(call, _)| Some(*call) == of_call).map(|(_, who)| who.clone());
                Happened {
                    seq: row.int(0),
                    at: row.int(1),
                    staff: row.text(2),
                    act: row.text(3),
                    mark: row.text(4),
                    rang: rang.collect::<Vec<_>>().join("; ").into(),
                    words: row.text(5).into(),
                }
            })
            .collect();
        if lines.iter().any(|line| line.act.contains("ran out")) {
            let none = self.misses(case)?.into_iter().filter(|(_, stands)| !stands);
            let acts: Vec<String> = none.map(|(miss, _)| miss.act()).collect();
            for line in lines.iter_mut().filter(|line| acts.contains(&line.act)) {
                line.act.push_str(NONE_AFTER_ALL);
            }
        }
        Ok(lines)
    }
}
