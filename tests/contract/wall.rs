//! The wall inside the file, met by somebody with the sqlite3 tool and bad intentions.
//!
//! Each row of a table is a sentence and the statements that try to make it untrue. They run through a plain
//! connection, each with every verb that has another way to resolve a conflict, with foreign keys on and off and
//! with recursive triggers on and off. What a file cannot prevent is written in `wall/sentences/erasing.rs`.

use std::collections::BTreeMap;

use mediation_line::domain::call::CallerKind;
use mediation_line::domain::consent::ConsentAct;
use mediation_line::domain::detail::Detail;
use mediation_line::store::calls::CountReason;
use mediation_line::store::cases::CaseWrite;
use rusqlite::Connection;

use super::office::Office;

mod sentences;

/// What has to hold after any statement whatever; each answers how often it does not.
const HOLDS: [(&str, &str); 10] = [
    (
        "booked means: open, consent in force, both sides needed and every needed party willing",
        "SELECT count(*) FROM bookings b WHERE b.state = 'booked' AND NOT (
           (SELECT state FROM cases WHERE id = b.case_id) IS 'open'
           AND (SELECT act FROM consents WHERE case_id = b.case_id ORDER BY seq DESC LIMIT 1) IN ('given', 'checked')
           AND (SELECT count(DISTINCT side) FROM parties WHERE case_id = b.case_id AND needed = 'needed' AND side <> 'beside') = 2
           AND NOT EXISTS (SELECT 1 FROM parties p WHERE p.case_id = b.case_id AND p.needed = 'needed' AND COALESCE(
             (SELECT answer FROM answers a WHERE a.party_id = p.id AND answer NOT IN ('asked', 'left message')
              ORDER BY seq DESC LIMIT 1), 'none') NOT IN ('willing', 'willing, but')))",
    ),
    (
        "a family's row has a consent record",
        "SELECT count(*) FROM (SELECT case_id FROM details UNION ALL SELECT case_id FROM notes
           UNION ALL SELECT case_id FROM parties UNION ALL SELECT case_id FROM history_words
           UNION ALL SELECT case_id FROM steps UNION ALL SELECT case_id FROM conflicts
           UNION ALL SELECT case_id FROM documents WHERE kind <> 'enquiry'
           UNION ALL SELECT case_id FROM attention WHERE enquiry_id IS NULL) f
         WHERE NOT EXISTS (SELECT 1 FROM consents c WHERE c.case_id = f.case_id)",
    ),
    (
        "of a relative or a parent nothing is kept without a consent record, but an adult's parent's name and number",
        "SELECT count(*) FROM caller_details d LEFT JOIN callers r ON r.id = d.caller_id LEFT JOIN calls l ON l.id = r.call_id
         WHERE COALESCE(r.kind, 'parent') IN ('parent', 'relative', 'young person')
           AND NOT EXISTS (SELECT 1 FROM consents c WHERE c.case_id = l.case_id)
           AND NOT (r.kind = 'parent' AND l.for_adult = 'yes' AND d.field IN ('name', 'phone')
                    AND COALESCE(l.outcome, 'enquiry') = 'enquiry')",
    ),
    (
        "of a caller who ended as a line to count nothing is kept",
        "SELECT count(*) FROM caller_details d JOIN callers r ON r.id = d.caller_id JOIN calls l ON l.id = r.call_id
         WHERE l.outcome IN ('no consent', 'child alone', 'would not say')
           AND NOT EXISTS (SELECT 1 FROM consents c WHERE c.case_id = l.case_id)",
    ),
    ("consent comes before the day of its record", "SELECT count(*) FROM consents WHERE given_to > day"),
    (
        "no two bookings of a mediator or of a case overlap",
        "SELECT count(*) FROM bookings a JOIN bookings b ON a.id < b.id AND a.day = b.day
           AND (a.mediator_id = b.mediator_id OR a.case_id = b.case_id)
           AND a.start < b.start + b.length AND b.start < a.start + a.length
         WHERE a.state IN ('held', 'booked', 'in doubt', 'met') AND b.state IN ('held', 'booked', 'in doubt', 'met')",
    ),
    (
        "a date that stands has all its quarter hours, and they are its own",
        "SELECT count(*) FROM bookings b WHERE b.state IN ('held', 'booked', 'in doubt', 'met')
           AND (SELECT count(*) FROM claims c WHERE c.booking_id = b.id AND c.day = b.day AND c.quarter >= b.start
                AND c.quarter < b.start + b.length
                AND c.resource IN ('mediator ' || b.mediator_id, 'case ' || b.case_id)) <> 2 * b.length",
    ),
    (
        "no date lies on a weekend or a bank holiday",
        "SELECT count(*) FROM bookings WHERE strftime('%w', day) IN ('0', '6') OR day IN ('2026-12-25', '2026-12-28')",
    ),
    (
        "every spoken number was counted",
        "SELECT (SELECT count(*) FROM calls WHERE number > (SELECT last FROM counters WHERE kind = 'C'))
              + (SELECT count(*) FROM cases WHERE number > (SELECT last FROM counters WHERE kind = 'M'))
              + (SELECT count(*) FROM enquiries WHERE number > (SELECT last FROM counters WHERE kind = 'E'))",
    ),
    (
        "an enquiry is kept three months at most",
        "SELECT count(*) FROM enquiries WHERE keep_until > date(day, '+3 months')",
    ),
];

/// What may get more rows but never loses or changes one.
const STAYS: [&str; 7] = [
    "SELECT * FROM consents",
    "SELECT * FROM answers",
    "SELECT * FROM history",
    "SELECT * FROM claims",
    "SELECT id, number, day, staff, opened FROM cases",
    "SELECT id, number, day, staff, started FROM calls",
    "SELECT id, number, day, staff, opened, kind FROM enquiries",
];

fn rows(raw: &Connection, sql: &str) -> Vec<String> {
    let mut statement = raw.prepare(sql).unwrap();
    let columns = statement.column_count();
    let mut found = statement.query([]).unwrap();
    let mut out = Vec::new();
    while let Some(row) = found.next().unwrap() {
        out.push(
            (0..columns).map(|at| format!("{:?}", row.get_ref(at).unwrap())).collect::<Vec<_>>().join("|"),
        );
    }
    out
}

/// An office in which there is something to attack.
struct Target {
    office: Office,
    names: BTreeMap<&'static str, String>,
}

impl Target {
    fn new() -> Self {
        let mut office = Office::in_file();
        let ready = office.a_ready_case();
        let booked = office.a_ready_case();
        let waiting = office.a_case();
        let withdrawn = office.a_case();
        let record = office.id();
        office.case(&withdrawal(withdrawn.case, record)).unwrap();
        let taken = office.a_full_call();
        let relative = office.a_call_of(CallerKind::Relative);
        let school = office.a_third_party_call();
        office.own_detail(&school, Detail::Name, "Bridget Farrow").unwrap();
        let counted = office.a_third_party_call();
        office.count(counted.call, CountReason::NoConsent).unwrap();
        let enquiry = office.an_enquiry();
        let other_enquiry = office.an_enquiry();
        let booking = office.id();
        let held = office.id();
        let raw = office.raw();
        raw.execute_batch(&format!(
            "INSERT INTO mediators (id, name, accredited, sen_trained) VALUES (7, 'Ruth Adeyemi', 'yes', 'yes'),
               (8, 'Tomasz Zielinski', 'yes', 'yes'), (9, 'Gone Away', 'yes', 'no');
             UPDATE mediators SET working = 'no' WHERE id = 9;
             INSERT INTO conflicts (mediator_id, case_id) VALUES (8, {booked});
             INSERT INTO closed_days (day, name, kind) VALUES ('2026-12-11', 'Staff day', 'office');
             INSERT INTO cases (id, state, opened, day, staff, touched) VALUES (500, 'in call', 1, '2026-11-24', 'Priya', '2026-11-24');
             INSERT INTO bookings (id, case_id, mediator_id, state, day, start, length, at, staff)
               VALUES ({booking}, {booked}, 7, 'booked', '2026-12-10', 40, 12, 1, 'Priya');
             INSERT INTO bookings (id, case_id, mediator_id, state, day, start, length, held_until, at, staff)
               VALUES ({held}, {waiting}, 7, 'held', '2026-12-09', 40, 12, '2026-12-01', 1, 'Priya');",
            booked = booked.case,
            waiting = waiting.case,
        ))
        .unwrap();
        let names = [
            ("ready", ready.case),
            ("booked", booked.case),
            ("waiting", waiting.case),
            ("withdrawn", withdrawn.case),
            ("taken", taken.case),
            ("taken_call", taken.call),
            ("taken_caller", taken.caller),
            ("booked_call", booked.call),
            ("booked_caller", booked.caller),
            ("family", booked.family),
            ("authority", booked.authority),
            ("waiting_family", waiting.family),
            ("waiting_authority", waiting.authority),
            ("withdrawn_family", withdrawn.family),
            ("relative_call", relative.call),
            ("relative", relative.caller),
            ("school_call", school.call),
            ("school", school.caller),
            ("counted_call", counted.call),
            ("counted", counted.caller),
            ("enquiry", enquiry),
            ("other_enquiry", other_enquiry),
            ("booking", booking),
            ("held", held),
        ];
        let names = names.into_iter().map(|(name, key)| (name, key.to_string())).collect();
        Self { office, names }
    }

    fn named(&self, sql: &str) -> String {
        let mut sql = sql.to_owned();
        for (name, key) in &self.names {
            sql = sql.replace(&format!("{{{name}}}"), key);
        }
        assert!(!sql.contains('{'), "a name is not known: {sql}");
        sql
    }
}

fn withdrawal(case: i64, record: i64) -> CaseWrite {
    CaseWrite::Consent {
        case,
        record,
        act: ConsentAct::Withdrawn,
        giver: "mother".into(),
        given: None,
        how: "phone".into(),
        limits: "".into(),
        not_covered: "".into(),
        words: "She has changed her mind.".into(),
    }
}

/// The same statement with every verb that could get around a rule.
fn verbs(statement: &str) -> Vec<String> {
    let mut all = vec![statement.to_owned()];
    if let Some(rest) = statement.strip_prefix("INSERT INTO") {
        for verb in ["INSERT OR REPLACE INTO", "INSERT OR IGNORE INTO", "INSERT OR FAIL INTO", "REPLACE INTO"]
        {
            all.push(format!("{verb}{rest}"));
        }
    } else if let Some(rest) = statement.strip_prefix("UPDATE ") {
        for verb in ["UPDATE OR REPLACE", "UPDATE OR IGNORE", "UPDATE OR FAIL"] {
            all.push(format!("{verb} {rest}"));
        }
    }
    all
}

/// Runs an attack in a transaction that is undone; says what it broke. `refused` says that the last statement
/// has to fail, or at least to change nothing.
fn attack(raw: &Connection, statements: &str, refused: bool) -> Vec<String> {
    let parts: Vec<&str> = statements.split(';').map(str::trim).filter(|s| !s.is_empty()).collect();
    let mut broken = Vec::new();
    let (last, first) = parts.split_last().unwrap();
    for last in verbs(last) {
        raw.execute_batch("BEGIN").unwrap();
        for statement in first {
            let _ = raw.execute(statement, []);
        }
        let before: Vec<Vec<String>> = STAYS.iter().map(|sql| rows(raw, sql)).collect();
        let done = raw.execute(&last, []);
        let shown: String = last.split_whitespace().collect::<Vec<_>>().join(" ");
        if let Err(rusqlite::Error::SqlInputError { msg, .. }) = &done {
            broken.push(format!("not a statement: {shown}: {msg}"));
        }
        if refused && done.as_ref().is_ok_and(|changed| *changed > 0) {
            broken.push(format!("went through: {shown}"));
        }
        for (sentence, sql) in HOLDS {
            let times: i64 = raw.query_row(sql, [], |row| row.get(0)).unwrap();
            if times > 0 {
                broken.push(format!("broke \"{sentence}\": {shown}"));
            }
        }
        for (sql, before) in STAYS.iter().zip(&before) {
            let after = rows(raw, sql);
            if refused && before.iter().any(|row| !after.contains(row)) {
                broken.push(format!("rewrote {sql}: {shown}"));
            }
        }
        raw.execute_batch("ROLLBACK").unwrap();
    }
    broken
}

fn every_setting(office: &Office, mut run: impl FnMut(&Connection, &str)) {
    for keys in ["ON", "OFF"] {
        for recursive in ["ON", "OFF"] {
            let raw = office.raw();
            raw.execute_batch(&format!(
                "PRAGMA foreign_keys = {keys}; PRAGMA recursive_triggers = {recursive};"
            ))
            .unwrap();
            run(&raw, &format!("foreign keys {keys}, recursive triggers {recursive}"));
        }
    }
}

fn stands(table: &[(&str, &str)], refused: bool) {
    let target = Target::new();
    let mut broken = Vec::new();
    every_setting(&target.office, |raw, setting| {
        for (sentence, sql) in table {
            for fault in attack(raw, &target.named(sql), refused) {
                broken.push(format!("{sentence} ({setting})\n    {fault}"));
            }
        }
    });
    broken.sort();
    broken.dedup();
    assert!(broken.is_empty(), "{} got through:\n{}", broken.len(), broken.join("\n"));
}

#[test]
fn nothing_is_booked_without_the_light() {
    stands(sentences::LIGHT, true);
}

#[test]
fn when_the_light_goes_out_the_booking_is_in_doubt() {
    stands(sentences::IN_DOUBT, false);
    let target = Target::new();
    let raw = target.office.raw();
    for (sentence, sql) in sentences::IN_DOUBT {
        raw.execute_batch("BEGIN").unwrap();
        raw.execute_batch(&target.named(sql)).unwrap_or_else(|e| panic!("{sentence}: {e}"));
        let state: String = raw
            .query_row(&target.named("SELECT state FROM bookings WHERE id = {booking}"), [], |row| row.get(0))
            .unwrap();
        assert_eq!(state, "in doubt", "{sentence}");
        raw.execute_batch("ROLLBACK").unwrap();
    }
}

#[test]
fn nothing_of_a_family_is_kept_without_consent() {
    stands(sentences::FAMILY, true);
    stands(sentences::CONSENT, true);
    stands(sentences::LATE, true);
    stands(sentences::BOUNDED, true);
}

#[test]
fn what_happened_is_never_rewritten() {
    stands(sentences::HISTORY, true);
}

#[test]
fn nobody_is_in_two_places_and_closed_is_closed() {
    stands(sentences::CALENDAR, true);
}

#[test]
fn a_spoken_number_is_never_used_again() {
    stands(sentences::NUMBERS, true);
}

#[test]
fn erasing_opens_no_door() {
    stands(sentences::ERASING, true);
}

#[test]
fn what_is_allowed_breaks_nothing() {
    stands(sentences::ALLOWED, false);
}

#[test]
fn the_sentences_are_refused_for_their_own_reason() {
    // A refusal is the wall's own words, so that nobody thinks a sentence stands because its SQL was wrong.
    let target = Target::new();
    let raw = target.office.raw();
    raw.execute_batch("PRAGMA foreign_keys = OFF").unwrap();
    for table in sentences::REFUSED {
        for (sentence, sql) in table {
            let sql = target.named(sql);
            let parts: Vec<&str> = sql.split(';').map(str::trim).filter(|s| !s.is_empty()).collect();
            let (last, first) = parts.split_last().unwrap();
            raw.execute_batch("BEGIN").unwrap();
            for statement in first {
                let _ = raw.execute(statement, []);
            }
            let error = raw.execute(last, []).expect_err(sentence);
            assert_eq!(
                error.sqlite_error_code(),
                Some(rusqlite::ErrorCode::ConstraintViolation),
                "{sentence}: {error}"
            );
            raw.execute_batch("ROLLBACK").unwrap();
        }
    }
}
