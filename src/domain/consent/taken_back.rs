//! Words typed as the limits of a consent that is in force, which may take it back. Whether they do is absent: nobody
//! but whoever heard them knows, so they are kept as typed and asked about.
//!
//! 1. A refusal, a withdrawal or a change of mind reads as a no, and so does a "no" that has nothing behind it but a
//!    mark: "no, she refused".
//! 2. What is left out of a consent is a limit: "no reports to school", "do not ring after six", "no limits".

use super::denied::{REFUSES, denies};
use super::said::words;

/// Words that say it of a consent where something beside them denies.
const OF_CONSENT: &[&str] = &["agree", "agreed", "agrees", "agreeing", "consent", "consents", "consented"];

/// Rules 1 and 2: what was typed as a limit may be the consent taken back.
pub fn reads_as_a_no(limits: &str) -> bool {
    let text = limits.trim().to_lowercase();
    let mut pieces = text.split_whitespace();
    let first = pieces.next().unwrap_or_default();
    let bare_no = ["no", "nope", "never"].contains(&first.trim_end_matches(|c: char| !c.is_alphanumeric()))
        && (first.ends_with(|c: char| !c.is_alphanumeric()) || pieces.next().is_none());
    let words = words(&text);
    let has = |list: &[&str]| words.iter().any(|word| list.contains(&word.as_str()));
    let mind = words.windows(3).any(|said| said[0].starts_with("chang") && said[2] == "mind");
    bare_no || mind || has(REFUSES) || has(OF_CONSENT) && denies(&text)
}
