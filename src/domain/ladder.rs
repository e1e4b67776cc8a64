//! The chase ladder: after which attempt, by which way, the next one is due, and when it becomes another's.
//!
//! The days are the office's own; those given here are used until it sets others. What counts as an answer is
//! absent: `willingness` says that. Nobody is blamed for not answering, and no rung says that anybody has to.
//!
//! 1. After an attempt by telephone, by e-mail or by a message the next is due so many working days later.
//! 2. There are three chases after the first asking; then the row goes to a coordinator the next working day.
//! 3. A number of days that cannot be read, or is outside 1 to 20, is the one that came with the program.
//! 4. Attempts to each side are counted side by side, whatever was answered.

use super::willingness::{Answer, CHASES_BEFORE_COORDINATOR, Side};

/// The office's own days, in working days.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Ladder {
    /// After a telephone call.
    pub phone: i32,
    /// After an e-mail.
    pub email: i32,
    /// After a message that was left.
    pub message: i32,
}

impl Default for Ladder {
    fn default() -> Self {
        Self { phone: 1, email: 2, message: 1 }
    }
}

/// What comes after an attempt.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rung {
    /// In how many working days.
    pub days: i32,
    /// Which chase it is: 1 to 3; none where a coordinator looks.
    pub chase: Option<i64>,
}

impl Ladder {
    /// From the texts of the settings: telephone, e-mail, message.
    pub fn from_settings(phone: &str, email: &str, message: &str) -> Self {
        let shipped = Self::default();
        let read =
            |text: &str, days| text.trim().parse().ok().filter(|n| (1..=20).contains(n)).unwrap_or(days);
        Self {
            phone: read(phone, shipped.phone),
            email: read(email, shipped.email),
            message: read(message, shipped.message),
        }
    }

    /// Rule 1: working days to the next attempt. `None` after an answer.
    pub fn days(self, answer: Answer, how: &str) -> Option<i32> {
        match answer {
            Answer::LeftMessage => Some(self.message),
            Answer::Asked if how.to_lowercase().contains("mail") => Some(self.email),
            Answer::Asked => Some(self.phone),
            _ => None,
        }
    }

    /// Rules 1 and 2: what comes after an attempt, with `chases` made before it (the first asking is none).
    /// `None` after an answer.
    pub fn next(self, chases: i64, answer: Answer, how: &str) -> Option<Rung> {
        let days = self.days(answer, how)?;
        Some(if chases >= CHASES_BEFORE_COORDINATOR {
            Rung { days: 1, chase: None }
        } else {
            Rung { days, chase: Some(chases + 1) }
        })
    }
}

/// The rung a party stands on, with `chases` made: `2nd of 3`.
pub fn nth(chases: i64) -> &'static str {
    match chases {
        i64::MIN..=0 => "1st",
        1 => "2nd",
        _ => "3rd",
    }
}

/// The same in whole words: `2nd chase of 3`, or whose it is after them.
pub fn rung_words(chases: i64) -> String {
    if chases >= CHASES_BEFORE_COORDINATOR {
        "3 chases without an answer: a coordinator looks".to_owned()
    } else {
        format!("{} chase of {CHASES_BEFORE_COORDINATOR}", nth(chases))
    }
}

/// Rule 4: attempts to each side in neutral words: `Attempts: family 2, LA 3`. Each pair is the party's word, its
/// side, and how often it was asked or answered; a party beside is left out.
pub fn attempts_words<'a>(parties: impl IntoIterator<Item = (&'a str, Side, usize)>) -> String {
    let counted: Vec<String> = parties
        .into_iter()
        .filter(|(_, side, _)| *side != Side::Beside)
        .map(|(word, _, count)| format!("{word} {count}"))
        .collect();
    if counted.is_empty() { String::new() } else { format!("Attempts: {}", counted.join(", ")) }
}
