//! Fifty worked cases, read aloud as sentences and held against the program.
//!
//! The table (`tests/data/worked-cases.txt`) was worked out by hand. To hear it:
//! `cargo test --test main rules::worked_cases -- --nocapture`.

use chrono::NaiveDate;
use mediation_line::domain::deadline::{ClockKind, Entry, Known, all};
use mediation_line::domain::typed_day::{DayReading, long_day};
use mediation_line::domain::working_days::WorkingDays;

const TABLE: &str = include_str!("../data/worked-cases.txt");

/// One row: what is known, the clock, its day in words, and why.
struct Worked {
    given: Vec<(String, DayReading)>,
    kind: ClockKind,
    about: bool,
    date: Option<NaiveDate>,
    why: String,
}

/// `Thu 15 Jan 2026`; the weekday has to be the right one.
fn read_day(text: &str) -> NaiveDate {
    NaiveDate::parse_from_str(text, "%a %d %b %Y").unwrap_or_else(|e| panic!("{text}: {e}"))
}

fn given(text: &str) -> Vec<(String, DayReading)> {
    let one = |part: &str| {
        let (what, days) = part.split_once(' ').unwrap();
        let reading = match days.split_once(" to ") {
            Some((first, last)) => DayReading::about(read_day(first), read_day(last)),
            None => DayReading::Day(read_day(days)),
        };
        (what.to_owned(), reading)
    };
    if text == "nothing" { Vec::new() } else { text.split(", ").map(one).collect() }
}

fn worked(row: &str) -> Worked {
    let [known, clock, day, why] = row.split(" | ").collect::<Vec<_>>()[..] else { panic!("{row}") };
    let about = day.strip_prefix("about ");
    Worked {
        given: given(known),
        kind: ClockKind::from_code(clock).unwrap_or_else(|| panic!("no clock {clock}")),
        about: about.is_some(),
        date: (day != "not known").then(|| read_day(about.unwrap_or(day))),
        why: why.to_owned(),
    }
}

fn table() -> Vec<Worked> {
    TABLE.lines().filter(|line| !line.starts_with('#')).map(worked).collect()
}

fn known(worked: &Worked) -> Known {
    let mut known = Known::default();
    for (what, reading) in &worked.given {
        let field = match what.as_str() {
            "letter" => &mut known.letter,
            "sent" => &mut known.sent,
            "la_informed" => &mut known.la_informed,
            "health_notice" => &mut known.health_notice,
            "meeting" => &mut known.meeting,
            "declined" => &mut known.declined,
            "ended" => &mut known.ended,
            "deemed" => &mut known.deemed,
            "certificate" => &mut known.certificate,
            "agreement" => &mut known.agreement,
            "referral" => &mut known.referral,
            "closed" => &mut known.closed,
            "born" => &mut known.born,
            other => panic!("nothing is called {other}"),
        };
        *field = reading.clone();
    }
    known
}

/// What is known, as the beginning of a sentence.
fn said(what: &str, reading: &DayReading) -> String {
    let day = match reading {
        DayReading::About { earliest, latest, .. } => {
            format!("some day from {} to {}", long_day(*earliest), long_day(*latest))
        }
        _ => long_day(reading.earliest().unwrap()),
    };
    match what {
        "letter" => format!("the letter is of {day}"),
        "sent" => format!("the letter was sent on {day}"),
        "la_informed" => format!("the authority was informed on {day}"),
        "health_notice" => format!("the commissioner had the notice on {day}"),
        "meeting" => format!("the meeting is on {day}"),
        "declined" => format!("the family declined on {day}"),
        "ended" => format!("the mediation ended on {day}"),
        "deemed" => format!("the authority said on {day} that it cannot"),
        "certificate" => format!("the certificate is of {day}"),
        "agreement" => format!("they agreed on {day}"),
        "referral" => format!("somebody else gave their details on {day}"),
        "closed" => format!("the case was closed on {day}"),
        _ => format!("the child was born on {day}"),
    }
}

/// What happens by the day.
fn happens(kind: ClockKind) -> &'static str {
    match kind {
        ClockKind::ContactAdviser => "the family contacts the adviser by",
        ClockKind::ContactAdviserSent => "counted from the sending, the family contacts the adviser by",
        ClockKind::HealthNotice => "the authority tells the health body by",
        ClockKind::Meeting => "they meet by",
        ClockKind::HealthMeeting => "they meet about health by",
        ClockKind::Notice => "the family is told date and place by",
        ClockKind::NoticeClear => "to be safe, the family is told date and place by",
        ClockKind::CertificateAfterDecline
        | ClockKind::CertificateAfterMeeting
        | ClockKind::CertificateDeemed => "the certificate is issued by",
        ClockKind::Appeal | ClockKind::AppealSent => "an appeal reaches the Tribunal by",
        ClockKind::PrivacyNotice => "the family is told where their details came from by",
        ClockKind::YoungPersonFrom => "the young person decides from",
        ClockKind::YoungPersonUntil => "they are a young person until",
        ClockKind::Retention => "the record is looked at again on",
        ClockKind::AgreedAmend => "the amended plan is there by",
        ClockKind::AgreedAssessPlan => "the final plan after the assessment is there by",
        _ => "what was agreed is done by",
    }
}

fn sentence(worked: &Worked) -> String {
    let mut given: Vec<String> = worked.given.iter().map(|(what, day)| said(what, day)).collect();
    if given.is_empty() {
        given.push("nothing is known".to_owned());
    }
    let about = if worked.about { "about " } else { "" };
    let day = worked.date.map_or("a day that is not known".to_owned(), long_day);
    let all = format!("{}, so {} {about}{day}: {}.", given.join(" and "), happens(worked.kind), worked.why);
    let mut letters = all.chars();
    letters.next().unwrap().to_uppercase().chain(letters).collect()
}

#[test]
fn fifty_worked_cases_read_aloud() {
    let england = WorkingDays::england();
    let table = table();
    assert_eq!(table.len(), 50);
    for (at, worked) in table.iter().enumerate() {
        let sentence = sentence(worked);
        println!("{:>2}. {sentence}", at + 1);
        let found: Vec<Entry> = all(&known(worked), &england);
        let entry = found.iter().find(|entry| entry.kind == worked.kind).unwrap();
        assert_eq!((entry.date(), entry.about()), (worked.date, worked.about), "{sentence}");
    }
}

#[test]
fn a_worked_case_is_a_sentence() {
    let first = sentence(&table()[0]);
    assert_eq!(
        first,
        "The letter is of Thursday 15 January 2026, so the family contacts the adviser by Sunday 15 March 2026: \
         a Sunday does not move it."
    );
}
