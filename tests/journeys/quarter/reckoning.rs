//! Every clock of every case, counted here from the days in the file and by other code than the program's.
//!
//! A clock is met, missed, or fell away before its day was over: its case was closed, the family said no, the no
//! became a yes. The misses in the file are compared with this, and neither may have one that the other has not.

use std::collections::BTreeMap;

use chrono::{Days, Months, NaiveDate};
use mediation_line::domain::working_days::WorkingDays;
use rusqlite::{Connection, Row};

use super::day;
use crate::journeys::desk::local;

/// What became of a clock.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum End {
    Met,
    Missed,
    FellAway,
}

/// A clock: its case, its word in the file, its last day.
pub(super) type Clock = (i64, String, NaiveDate);

/// Rows of the file, each made by `row`.
pub(super) fn rows<T>(file: &Connection, sql: &str, row: impl Fn(&Row<'_>) -> T) -> Vec<T> {
    let mut statement = file.prepare(sql).unwrap();
    statement.query_map([], |found| Ok(row(found))).unwrap().map(Result::unwrap).collect()
}

fn text(row: &Row<'_>, at: usize) -> String {
    row.get::<_, Option<String>>(at).unwrap().unwrap_or_default()
}

fn date(row: &Row<'_>, at: usize) -> Option<NaiveDate> {
    row.get::<_, Option<String>>(at).unwrap().map(|text| day(&text))
}

fn moment(row: &Row<'_>, at: usize) -> Option<i64> {
    row.get(at).unwrap()
}

fn date_of(moment: i64) -> NaiveDate {
    local(moment).date()
}

/// One word of a party.
struct Answer {
    case: i64,
    side: String,
    said: String,
    at: i64,
}

impl Answer {
    fn is_no(&self) -> bool {
        matches!(self.said.as_str(), "not willing" | "pulled out")
    }
}

/// Everything the reckoning reads.
pub(super) struct Reckoning<'a> {
    file: &'a Connection,
    working: WorkingDays,
    answers: Vec<Answer>,
    clocks: BTreeMap<Clock, End>,
}

impl<'a> Reckoning<'a> {
    /// Counts all clocks of a file whose cases are all closed.
    pub(super) fn of(file: &'a Connection) -> BTreeMap<Clock, End> {
        let answers = rows(
            file,
            "SELECT p.case_id, p.kind, a.answer, a.at FROM answers a JOIN parties p ON p.id = a.party_id
             WHERE a.answer NOT IN ('asked', 'left message') ORDER BY a.at, a.seq",
            |row| Answer {
                case: row.get(0).unwrap(),
                side: text(row, 1),
                said: text(row, 2),
                at: row.get(3).unwrap(),
            },
        );
        let mut reckoning = Self { file, working: WorkingDays::england(), answers, clocks: BTreeMap::new() };
        reckoning.two_months();
        reckoning.thirty_days();
        reckoning.notice();
        reckoning.certificates();
        reckoning.privacy();
        reckoning.clocks
    }

    /// What the program has written.
    pub(super) fn written(file: &Connection) -> Vec<Clock> {
        rows(file, "SELECT case_id, clock, due FROM misses ORDER BY case_id, clock", |row| {
            (row.get(0).unwrap(), text(row, 1), date(row, 2).unwrap())
        })
    }

    fn words_of<'b>(&'b self, case: i64, side: &'b str) -> impl DoubleEndedIterator<Item = &'b Answer> + 'b {
        self.answers.iter().filter(move |a| a.case == case && a.side == side)
    }

    fn ends(&mut self, case: i64, clock: &str, due: NaiveDate, end: End) {
        // Two meetings of one case on one day have one last day of notice: missed for one of them is missed.
        let known = self.clocks.entry((case, clock.to_owned(), due)).or_insert(end);
        if end == End::Missed {
            *known = end;
        }
    }

    /// Regulation 33: the family says within two months of the letter whether it wants mediation.
    fn two_months(&mut self) {
        let letters = rows(
            self.file,
            "SELECT c.id, d.reading, c.route, b.reading, c.day FROM cases c JOIN details d ON d.case_id = c.id AND d.field = 'letter'
             LEFT JOIN details b ON b.case_id = c.id AND b.field = 'about'",
            |row| (row.get::<_, i64>(0).unwrap(), text(row, 1), text(row, 2), text(row, 3), date(row, 4).unwrap()),
        );
        for (case, letter, route, about, _) in letters {
            if route == "disagreement resolution" || about == "content_I" {
                continue;
            }
            let due = day(&letter).checked_add_months(Months::new(2)).unwrap();
            let first = self.words_of(case, "family").next().map(|answer| date_of(answer.at));
            let first = first.expect("a closed case whose family was never heard");
            self.ends(case, "contact_adviser_by", due, if first > due { End::Missed } else { End::Met });
        }
    }

    /// Regulation 36(2): a meeting within 30 days of the authority being told, unless the family says no.
    fn thirty_days(&mut self) {
        let told = rows(
            self.file,
            "SELECT c.id, c.la_informed, c.closed,
               (SELECT min(day) FROM bookings b WHERE b.case_id = c.id AND b.state = 'met')
             FROM cases c WHERE c.la_informed IS NOT NULL AND c.route <> 'disagreement resolution'",
            |row| (row.get::<_, i64>(0).unwrap(), date(row, 1).unwrap(), date(row, 2).unwrap(), date(row, 3)),
        );
        for (case, told, closed, met) in told {
            let due = told + Days::new(30);
            let said = self.words_of(case, "family").rfind(|answer| date_of(answer.at) <= due);
            let end = if met.is_some_and(|met| met <= due) {
                End::Met
            } else if closed <= due || said.is_some_and(Answer::is_no) {
                End::FellAway
            } else {
                End::Missed
            };
            self.ends(case, "meet_by", due, end);
        }
    }

    /// Regulation 37(2): date and place five working days before, unless the family agrees to less. Disagreement
    /// resolution has no such days; a meeting that is called off or moved before has none either. A meeting that is
    /// moved is told anew: the telling belongs to the date that stood when it was done.
    fn notice(&mut self) {
        let meetings = rows(
            self.file,
            "SELECT b.case_id, b.day, b.state, b.told_family, b.at,
               (SELECT s.done FROM steps s WHERE s.case_id = b.case_id AND s.what = 'tell the family the date'
                  AND s.state = 'done' AND s.id > b.id ORDER BY s.id LIMIT 1),
               CASE b.state WHEN 'moved' THEN
                 (SELECT min(n.at) FROM bookings n WHERE n.case_id = b.case_id AND n.id > b.id)
               ELSE (SELECT h.at FROM history h WHERE h.case_id = b.case_id AND h.act LIKE 'Meeting called off%'
                  AND h.at >= b.at ORDER BY h.seq LIMIT 1) END
             FROM bookings b JOIN cases c ON c.id = b.case_id
             WHERE b.state <> 'let go' AND b.short_notice_agreed = 'no' AND c.route <> 'disagreement resolution'",
            |row| {
                let gone = moment(row, 6);
                let by_step = moment(row, 5).filter(|told| gone.is_none_or(|gone| *told <= gone));
                let told = if text(row, 3) == "yes" { moment(row, 4) } else { by_step };
                let case = row.get::<_, i64>(0).unwrap();
                (case, date(row, 1).unwrap(), text(row, 2), told.map(date_of), gone.map(date_of))
            },
        );
        for (case, on, state, told, gone) in meetings {
            let due = self.working.add(on, -5);
            let end = match state.as_str() {
                "met" | "did not happen" | "called off" | "moved" if told.is_some_and(|told| told <= due) => {
                    End::Met
                }
                "called off" | "moved" if gone.is_some_and(|gone| gone <= due) => End::FellAway,
                "met" | "did not happen" | "called off" | "moved" => End::Missed,
                other => panic!("a date that is {other}"),
            };
            self.ends(case, "tell_date_by", due, end);
        }
    }

    /// Regulations 34 and 39: three working days.
    fn certificates(&mut self) {
        let all =
            rows(self.file, "SELECT case_id, ground, event, state, sent, at FROM certificates", |row| {
                let made = row.get::<_, i64>(5).unwrap();
                (
                    row.get::<_, i64>(0).unwrap(),
                    text(row, 1),
                    date(row, 2).unwrap(),
                    text(row, 3),
                    date(row, 4),
                    made,
                )
            });
        for (case, ground, event, state, sent, made) in all {
            let due = self.working.add(event, 3);
            let (clock, side) = match ground.as_str() {
                "declined" => ("certificate_after_decline_by", "family"),
                "deemed" => ("certificate_deemed_by", "local authority"),
                _ => ("certificate_after_meeting_by", ""),
            };
            let yes = self.words_of(case, side).find(|answer| answer.at > made && !answer.is_no());
            let end = match (state.as_str(), yes.map(|yes| date_of(yes.at))) {
                ("sent", _) if sent.unwrap() <= due => End::Met,
                ("sent", _) => End::Missed,
                (_, Some(yes)) if yes <= due => End::FellAway,
                (_, Some(_)) => End::Missed,
                (other, None) => panic!("a certificate that is {other}"),
            };
            self.ends(case, clock, due, end);
        }
    }

    /// Article 14: a family whose details came from somebody else is told so within a month.
    fn privacy(&mut self) {
        let referred = rows(
            self.file,
            "SELECT l.case_id, l.day, (SELECT min(s.day) FROM consents s WHERE s.case_id = l.case_id AND s.act = 'checked')
             FROM calls l WHERE l.outcome = 'case' AND l.kind NOT IN ('parent', 'young person')",
            |row| (row.get::<_, i64>(0).unwrap(), date(row, 1).unwrap(), date(row, 2)),
        );
        for (case, referred, told) in referred {
            let due = referred.checked_add_months(Months::new(1)).unwrap();
            let end = if told.is_some_and(|told| told <= due) { End::Met } else { End::Missed };
            self.ends(case, "privacy_notice_by", due, end);
        }
    }
}

/// What happened to a case, line by line.
pub(super) fn story(file: &Connection, case: i64) -> String {
    let lines = "SELECT datetime(h.at / 1000, 'unixepoch') || ' ' || h.act || ' ' ||
        coalesce((SELECT words FROM history_words w WHERE w.history_id = h.id), '') FROM history h
        WHERE h.case_id = ";
    rows(file, &format!("{lines}{case} ORDER BY h.seq"), |row| format!("    {}", text(row, 0))).join("\n")
}
