//! What a person means by a time of day they typed.
//!
//! The office works from nine to five, so a bare hour from one to five is the afternoon and nobody has to type
//! `pm`. Availability in words ("after 3, not Wed") is not read here: it is a note, kept as typed. Whether the
//! time lies inside the office's hours is asked elsewhere, of the settings; nothing here refuses a time.
//!
//! 1. `9`, `9.30`, `9:30`, `930` and `14:00` are times; a point, a colon, a space or nothing separates minutes.
//! 2. An hour from 1 to 5 without more means the afternoon; a nought in front (`03:00`) means the clock.
//! 3. `am` and `pm` after a time are taken at their word, so `12am` is midnight and `12pm` is noon.
//! 4. `am` alone is the first morning time, 09:00; `pm` alone is the first afternoon time, 13:00; `noon` is 12:00.
//! 5. "Half 2", "half past 2", "quarter past 9" and "quarter to 3" are read as they are said.
//! 6. A time lies in one of the 96 quarter hours of the day, counted from 0 at midnight.
//! 7. What cannot be read has no time, and is never a guess.

use chrono::{NaiveTime, Timelike};

/// The first morning time, in hours.
const MORNING: u32 = 9;
/// The first afternoon time, in hours.
const AFTERNOON: u32 = 13;

/// Reads a time of day as typed; `None` when it cannot be read.
pub fn read_time(typed: &str) -> Option<NaiveTime> {
    let folded = typed.trim().trim_end_matches('.').to_lowercase();
    match folded.as_str() {
        "am" | "a.m" | "morning" => at(MORNING, 0),
        "pm" | "p.m" | "afternoon" => at(AFTERNOON, 0),
        "noon" | "midday" | "12 noon" => at(12, 0),
        _ => spoken(&folded).or_else(|| clock(&folded)),
    }
}

/// The quarter hour in which a time lies: 0 at midnight, 36 at 09:00, at most 95.
pub fn quarter_of_day(time: NaiveTime) -> u8 {
    (time.num_seconds_from_midnight() / 900) as u8
}

/// A time as shown everywhere: `09:30`.
pub fn clock_time(time: NaiveTime) -> String {
    time.format("%H:%M").to_string()
}

/// `half 2`, `half past 2`, `quarter past 9`, `quarter to 3`, `ten past 9`.
fn spoken(folded: &str) -> Option<NaiveTime> {
    let words: Vec<&str> = folded.split_whitespace().filter(|word| !matches!(*word, "a" | "at")).collect();
    let (minutes, hour) = match words.as_slice() {
        ["half", hour] | ["half", "past", hour] => (30, hour),
        [part, "past", hour] => (minutes(part)?, hour),
        [part, "to", hour] => (-minutes(part)?, hour),
        _ => return None,
    };
    let time = clock(hour)?;
    // From a whole hour only: "quarter past 9:10" is not a time anybody says.
    if time.minute() != 0 {
        return None;
    }
    Some(time.overflowing_add_signed(chrono::TimeDelta::minutes(minutes)).0)
}

fn minutes(word: &str) -> Option<i64> {
    match word {
        "five" | "5" => Some(5),
        "ten" | "10" => Some(10),
        "quarter" | "15" => Some(15),
        "twenty" | "20" => Some(20),
        _ => None,
    }
}

/// Figures, with or without `am` or `pm`.
fn clock(folded: &str) -> Option<NaiveTime> {
    let text: String = folded.replace("o'clock", "").replace("oclock", "");
    let text = text.trim();
    let figures = text.trim_end_matches(|c: char| c.is_alphabetic() || c == '.' || c == ' ');
    let half: String = text[figures.len()..].chars().filter(|c| c.is_alphabetic()).collect();
    let half = match half.as_str() {
        "" | "h" | "hrs" => None,
        "a" | "am" => Some(false),
        "p" | "pm" => Some(true),
        _ => return None,
    };
    let (hours, minutes) = figures_of(figures)?;
    let hour: u32 = hours.parse().ok()?;
    let hour = match half {
        Some(_) if hour == 0 || hour > 12 => return None,
        Some(pm) => hour % 12 + if pm { 12 } else { 0 },
        None if (1..=5).contains(&hour) && !hours.starts_with('0') => hour + 12,
        None => hour,
    };
    at(hour, minutes)
}

/// Splits figures into the digits of the hour and the minutes.
fn figures_of(figures: &str) -> Option<(&str, u32)> {
    let separator = |c: char| matches!(c, '.' | ':' | ' ' | 'h');
    let (hours, minutes) = match figures.split_once(separator) {
        Some((hours, minutes)) if minutes.len() == 2 => (hours, minutes),
        Some(_) => return None,
        None if !figures.is_ascii() || figures.len() <= 2 => (figures, "0"),
        None => figures.split_at(figures.len() - 2),
    };
    let digits = |text: &str| text.bytes().all(|b| b.is_ascii_digit());
    if hours.is_empty() || hours.len() > 2 || !digits(hours) || !digits(minutes) {
        return None;
    }
    Some((hours, minutes.parse().ok()?))
}

fn at(hour: u32, minute: u32) -> Option<NaiveTime> {
    NaiveTime::from_hms_opt(hour, minute, 0)
}
