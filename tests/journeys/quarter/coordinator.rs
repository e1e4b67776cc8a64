//! The made-up coordinator: reads the screen, presses keys, and lets dice speak for the parties.
//!
//! During the working nothing is done but by keys, and every page is reached from Today; the file is only read, by a
//! connection that cannot write. What the first parties say when they ring is in `callers`.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use chrono::NaiveDate;
use mediation_line::protocol::effect::Place;
use rusqlite::{Connection, OpenFlags};

use super::reckoning::{Clock, End, Reckoning, rows, story};
use crate::journeys::desk::Desk;

/// The terminal, in characters.
const WIDTH: u16 = 100;
const HEIGHT: u16 = 24;
/// How often one row is worked in a day before it is a mistake of the program's.
const PATIENCE: usize = 4;
/// Acts on the pages that one row leads to.
const ACTS: usize = 6;
/// Beside the words of the steps: a meeting was moved.
const MOVED: &str = "(moved)";

/// Whoever works the list.
pub(super) struct Coordinator {
    pub(super) desk: Desk,
    dice: u64,
    pub(super) today: NaiveDate,
    /// Reads, and cannot write.
    file: Connection,
    /// The state of the file when it was last looked through.
    seen: i64,
    /// The days of the calls, the first case first.
    pub(super) taken: Vec<NaiveDate>,
    /// Days on which the list was worked.
    worked: usize,
    /// What was done, by the word of the step.
    done: BTreeMap<String, usize>,
    /// After today nobody works the list for days.
    pub(super) nobody_comes_tomorrow: bool,
}

/// Open cases without a next step; coming up by itself after ten quiet days is none.
const WITHOUT: &str = "SELECT count(*) FROM cases c WHERE c.state = 'open' AND NOT EXISTS
    (SELECT 1 FROM attention a WHERE a.case_id = c.id AND a.kind <> 'quiet')";

/// What is seen on a day, but for the cases in which the two months or the appeal stand first and the family was rung that day.
const WAITS: &str = "SELECT group_concat(a.kind || ' ' || a.show_from, ', ') FROM attention a
    WHERE a.show_from <= $1 || 'T23:59' AND NOT EXISTS (SELECT 1 FROM attention t
      JOIN answers s ON s.party_id = t.party_id AND s.day = $1
      WHERE t.case_id = a.case_id AND t.kind IN ('two months', 'appeal') AND t.show_from <= $1)";

impl Coordinator {
    /// An office with six mediators who mediate from nine to five, everywhere.
    pub(super) fn new(seed: u64) -> Self {
        let mut desk = Desk::new();
        for name in ["Ruth Adeyemi", "Col Fenwick", "Mia Stott", "Hana Osei", "Tom Reed", "Nadia Khan"] {
            desk.keys("Esc 0 Enter +").text(name).keys("F9");
        }
        let before = desk.file();
        before
            .execute_batch(
                "UPDATE mediators SET accredited = 'yes', sen_trained = 'yes', areas = 'all', offers = 'online, in person';
                 INSERT OR REPLACE INTO mediator_days
                   SELECT m.id, d.weekday, 36, 68 FROM mediators m,
                     (SELECT 1 AS weekday UNION SELECT 2 UNION SELECT 3 UNION SELECT 4 UNION SELECT 5) d;",
            )
            .unwrap();
        drop(before);
        desk.at(Place::Today).count();
        let path = desk.folder.path().join("office.sqlite");
        let file = Connection::open_with_flags(path, OpenFlags::SQLITE_OPEN_READ_ONLY).unwrap();
        let today = NaiveDate::default();
        let (taken, done, nobody_comes_tomorrow) = (Vec::new(), BTreeMap::new(), false);
        Self { desk, dice: seed, today, file, seen: 0, taken, worked: 0, done, nobody_comes_tomorrow }
    }

    pub(super) fn throw(&mut self, sides: u64) -> u64 {
        self.dice = self.dice.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.dice >> 33) % sides
    }

    pub(super) fn one<'a>(&mut self, of: &[&'a str]) -> &'a str {
        of[self.throw(of.len() as u64) as usize]
    }

    /// Keys, one by one: after each that changed the file no open case is without a next step.
    pub(super) fn keys(&mut self, names: &str) {
        for name in names.split_whitespace() {
            self.desk.keys(name);
            self.nothing_is_left_behind();
        }
    }

    pub(super) fn nothing_is_left_behind(&mut self) {
        let version = self.file.query_row("PRAGMA data_version", [], |row| row.get(0)).unwrap();
        if self.seen == version {
            return;
        }
        self.seen = version;
        let without: i64 =
            self.file.prepare_cached(WITHOUT).unwrap().query_row([], |row| row.get(0)).unwrap();
        assert_eq!(without, 0, "an open case without a next step:\n{}", self.screen());
    }

    /// The office opens.
    pub(super) fn begin(&mut self, today: NaiveDate) {
        self.today = today;
        self.desk.morning(&format!("{today}T09:05"));
        self.keys("F5");
    }

    fn screen(&self) -> String {
        self.desk.draw(WIDTH, HEIGHT).0
    }

    /// The words of the chosen row on Today, or none when nothing waits.
    fn row(&self) -> Option<String> {
        let (screen, cursor) = self.desk.draw(WIDTH, HEIGHT);
        assert!(screen.starts_with(" TODAY"), "Today is not in front:\n{screen}");
        let at = usize::from(cursor?.y);
        if screen.lines().take(at).any(|line| line.contains("TAKEN RECENTLY")) {
            return None;
        }
        let line = screen.lines().nth(at)?.trim();
        line.starts_with('>').then(|| line.to_owned())
    }

    /// The first row that is not left for another day.
    fn first_row(&mut self, left: &BTreeSet<String>) -> Option<String> {
        self.keys("Home");
        loop {
            let row = self.row()?;
            if !left.contains(&row) {
                return Some(row);
            }
            self.keys("Down");
            if self.row().as_ref() == Some(&row) {
                return None;
            }
        }
    }

    /// Down the list, from its top, until nothing is left that can be done today.
    pub(super) fn work_through_today(&mut self) {
        let mut seen: HashMap<String, usize> = HashMap::new();
        // A family that was rung today and did not answer: its clock stays to be seen.
        let mut left = BTreeSet::new();
        self.keys("F5");
        while let Some(row) = self.first_row(&left) {
            let times = seen.entry(row.clone()).or_default();
            *times += 1;
            assert!(*times <= PATIENCE, "F9 does not settle this row:\n{row}\n{}", self.screen());
            self.step(&row);
            if !self.screen().starts_with(" TODAY") {
                self.keys("F5");
            }
            if row.contains("Family's 2 months end") || row.contains("Appeal t") {
                left.insert(row);
            }
        }
        self.worked += 1;
        let waits: Option<String> =
            self.file.query_row(WAITS, [self.today.to_string()], |row| row.get(0)).unwrap();
        assert_eq!(waits, None, "Today is worked, and this waits:\n{}", self.screen());
    }

    /// F9 on the row, then whatever the page in front asks for.
    fn step(&mut self, row: &str) {
        let word = row.rsplit("  ").next().unwrap_or_default().trim();
        let word = word.rsplit(") ").next().unwrap_or(word).to_owned();
        *self.done.entry(word).or_default() += 1;
        // A meeting in doubt is a clock: it is settled the same day.
        let tomorrow = if row.contains("said no") {
            (self.throw(3) > 0 || self.nobody_comes_tomorrow) && !row.contains("In doubt")
        } else if row.contains("Check with parent") {
            !self.parent_is_reached(row)
        } else {
            // Some families are out of reach when the date is to be told.
            row.contains("Tell the family the date") && number(row).is_multiple_of(10)
        };
        if tomorrow {
            // Somebody looks at it again tomorrow; the parent is not reached.
            self.keys("s");
            self.desk.text("+1");
            self.keys("Enter");
            return;
        }
        let before_a_meeting = (row.contains("Remind") || row.contains("Ring med."))
            // One who is told that a meeting is off is not asked about another.
            && !row.contains("is off");
        if before_a_meeting && self.throw(12) == 0 {
            return self.move_the_meeting(row);
        }
        self.keys("F9");
        for _ in 0..ACTS {
            let screen = self.screen();
            if screen.starts_with(" TODAY") {
                return;
            }
            self.answer(row, &screen);
        }
    }

    /// Somebody who was rung cannot come after all: another time is found from the page Dates.
    fn move_the_meeting(&mut self, row: &str) {
        self.keys("Enter Right Right Right");
        let chosen = |screen: &str| screen.lines().any(|line| line.starts_with(">  BOOKED"));
        while !chosen(&self.screen()) {
            let before = self.screen();
            self.keys("Down");
            assert_ne!(self.screen(), before, "no booked meeting is there to be moved:\n{row}");
        }
        let before = self.moved();
        self.keys("m");
        for _ in 0..ACTS {
            let screen = self.screen();
            if screen.contains("[Dates]") {
                // The page may show the line of an earlier move.
                assert_eq!(self.moved(), before + 1, "it was not moved:\n{row}\n{screen}");
                assert!(screen.contains("moved  "), "the page does not say so:\n{row}\n{screen}");
                *self.done.entry(MOVED.to_owned()).or_default() += 1;
                return;
            }
            self.answer(row, &screen);
        }
        panic!("the meeting is not moved:\n{row}\n{}", self.screen());
    }

    /// Meetings that gave way to another time, so far.
    fn moved(&self) -> i64 {
        let moved = "SELECT count(*) FROM bookings WHERE state = 'moved'";
        self.file.query_row(moved, [], |row| row.get(0)).unwrap()
    }

    /// Most are reached within days; some early ones only when the month of the privacy notice is over.
    fn parent_is_reached(&mut self, row: &str) -> bool {
        let nth = number(row);
        let away = nth.is_multiple_of(24) && nth < 150;
        if away { (self.today - self.taken[nth - 1]).num_days() > 32 } else { self.throw(2) == 0 }
    }

    /// One act on the page in front.
    fn answer(&mut self, row: &str, screen: &str) {
        let shows = |text: &str| screen.contains(text);
        if shows("Checked with the parent ═") {
            self.keys("y F9");
        } else if shows("What came of the meeting?") {
            let key = self.one(&["a", "a", "a", "p", "n", "d"]);
            self.keys(key);
        } else if shows("on whose account?") {
            let key = self.one(&["f", "o", "m", "Enter"]);
            self.keys(key);
        } else if shows("Agreement: an action") {
            if self.throw(4) > 0 {
                self.desk.text("Speech therapy report");
            }
            self.keys("F9");
        } else if shows("Is what was agreed done?") {
            let key = self.one(&["y", "y", "y", "n"]);
            self.keys(key);
        } else if shows("F9 Save") {
            self.keys("F9");
        } else if shows("[Willingness]") {
            self.ring(row, screen);
        } else if shows("IN DOUBT ?") && shows("[Dates]") {
            // Somebody needed said no when rung: the meeting is called off.
            self.keys("x c f F9");
        } else if shows("[Summary]") && row.contains("Nothing since") {
            self.keys("n");
            self.desk.text("looked at; it waits");
            self.keys("F9");
        } else if shows("[Consent]") || shows("F9 Done") {
            self.keys("F9");
        } else if shows("Book this meeting") {
            self.book(screen);
        } else if shows("Another mediator for this meeting") {
            // It is another time that is looked for.
            self.keys("Esc");
        } else if shows("Move this meeting") {
            let agrees = shows("family agrees?") && self.throw(3) > 0;
            self.keys(if agrees { "Space F9" } else { "F9" });
        } else if shows("Find a time") || shows("CALENDAR") {
            let which = self.one(&["1", "2", "3"]);
            self.keys(&format!("{which} F9"));
        } else {
            panic!("nobody has said what is to be done here:\n{row}\n{screen}");
        }
    }

    /// The chosen party is rung, and says something.
    fn ring(&mut self, row: &str, screen: &str) {
        let asked_often = screen.contains("3 chases");
        let key = match self.throw(20) {
            _ if row.contains("said no") => "y",
            // Before days on which nobody looks, so that certificates of this kind are late whatever the dice say.
            0..10 if self.nobody_comes_tomorrow && row.contains("Ring LA") => "n",
            0..8 => "y",
            8..12 if !asked_often => "l",
            12..18 if !asked_often => "a",
            18 => "c",
            _ => "n",
        };
        self.keys(key);
        self.keys("F9");
    }

    /// The family is told at once, or by the step of the next row; of a short notice it is asked whether it agrees.
    fn book(&mut self, screen: &str) {
        if self.throw(4) > 0 {
            self.keys("Space");
        }
        if screen.contains("family agrees?") && self.throw(3) > 0 {
            self.keys("Down Down Space");
        }
        self.keys("F9");
    }

    pub(super) fn is_done(&self) -> bool {
        self.desk.value("SELECT count(*) FROM cases WHERE state <> 'closed'") == "0"
    }

    /// Today as it is, and what the open cases wait for.
    pub(super) fn state(&self) -> String {
        let waits =
            "SELECT c.id, a.kind || ' from ' || a.show_from FROM cases c JOIN attention a ON a.case_id = c.id
                     WHERE c.state = 'open' ORDER BY c.id, a.show_from";
        let mut all = self.screen();
        for (case, waits) in
            rows(&self.file, waits, |row| (row.get::<_, i64>(0).unwrap(), row.get::<_, String>(1).unwrap()))
        {
            all.extend([case.to_string(), format!(" {waits}\n"), story(&self.file, case), "\n".to_owned()]);
        }
        all
    }

    /// Counted by other code than the program's from the days in the file, and compared both ways.
    pub(super) fn every_clock_was_met_or_its_miss_is_written(&mut self, cases: usize) {
        let clocks = Reckoning::of(&self.file);
        let of = |wanted: End| -> BTreeSet<Clock> {
            clocks.iter().filter(|(_, end)| **end == wanted).map(|(clock, _)| clock.clone()).collect()
        };
        let written: BTreeSet<Clock> = Reckoning::written(&self.file).into_iter().collect();
        let missed = of(End::Missed);
        let keys = self.desk.count();
        println!("{cases} cases, {keys} keys, the list worked on {} days until {}", self.worked, self.today);
        println!("steps: {:?}", self.done);
        println!(
            "clocks met {}, fallen away {}, missed {}:",
            of(End::Met).len(),
            of(End::FellAway).len(),
            missed.len()
        );
        let mut kinds: BTreeMap<&str, [usize; 2]> = BTreeMap::new();
        for ((_, clock, _), end) in &clocks {
            kinds.entry(clock).or_default()[usize::from(*end == End::Missed)] += 1;
        }
        for (clock, [not, missed]) in &kinds {
            println!("  {clock}: {missed} of {}", not + missed);
        }
        for clock in written.symmetric_difference(&missed) {
            let found =
                if missed.contains(clock) { "missed and not written" } else { "written and not missed" };
            println!("{found}: {clock:?} {:?}\n{}", clocks.get(clock), story(&self.file, clock.0));
        }
        assert_eq!(written, missed);
        assert!(self.done.contains_key(MOVED), "no meeting was moved");
        for (clock, [not, missed]) in kinds {
            assert!(not > 0 && missed > 0, "{clock} is not put to the test: {missed} missed, {not} not");
        }
    }
}

/// The number of the case of a row; the first case of an office is M-0001.
fn number(row: &str) -> usize {
    row.split("M-").nth(1).and_then(|rest| rest.get(..4)?.parse().ok()).expect("a row of a case")
}
