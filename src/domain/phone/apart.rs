//! The numbers in what was typed, each by itself: hours, years and extensions beside them are none.
//!
//! Digits belong together as long as only spaces, hyphens, points, brackets or commas stand between them and a whole
//! British number is not yet made. Words part them, but not a dialling code from the rest of its number. The order is
//! that of the rules of [`super`]; how a number is compared and said is absent here.

use super::{Phone, SHORTEST_ENDING};

/// Marks that stand within a number.
const SOFT: [char; 10] =
    ['-', '.', '(', ')', ',', '\u{2010}', '\u{2011}', '\u{2012}', '\u{2013}', '\u{2014}'];
/// Words before an extension.
const EXTENSION: [&str; 6] = ["extension", "extn", "ext", "option", "opt", "x"];
/// Words behind an hour.
const HOUR: [&str; 12] = ["am", "pm", "a", "p", "to", "til", "till", "until", "oclock", "o", "h", "ish"];
/// The digits of a whole British number.
const WHOLE: usize = 11;
/// A number as long as this is none of the hours beside it.
const LONG: usize = 6;
/// The most digits of an extension.
const LONGEST_EXTENSION: usize = 6;

/// A piece of what was typed.
enum Piece {
    Digits(String),
    Word(String),
    Mark(char),
}

fn pieces(typed: &str) -> Vec<Piece> {
    let mut all: Vec<Piece> = Vec::new();
    for c in typed.to_lowercase().chars() {
        match (all.last_mut(), c) {
            (Some(Piece::Digits(run)), c) if c.is_ascii_digit() => run.push(c),
            (Some(Piece::Word(run)), c) if c.is_alphabetic() => run.push(c),
            (_, c) if c.is_ascii_digit() => all.push(Piece::Digits(c.into())),
            (_, c) if c.is_alphabetic() => all.push(Piece::Word(c.into())),
            (_, c) => all.push(Piece::Mark(c)),
        }
    }
    all
}

/// Rule 2.
fn national(digits: &str) -> String {
    match digits.strip_prefix("0044") {
        Some(rest) => format!("0{}", rest.strip_prefix('0').unwrap_or(rest)),
        None => digits.to_owned(),
    }
}

fn is_soft(piece: &Piece) -> bool {
    matches!(piece, Piece::Mark(c) if c.is_whitespace() || SOFT.contains(c))
}

/// The first piece that is no space, hyphen or bracket.
fn next(pieces: &[Piece]) -> Option<&Piece> {
    pieces.iter().find(|piece| !is_soft(piece))
}

/// A group of digits begins a number of its own behind these digits.
fn begins(before: &str, group: &str, behind: &[Piece]) -> bool {
    let digits = national(before);
    let from_nought = digits.starts_with('0');
    let code = digits == "0" || digits.starts_with("00");
    let most = match (code, from_nought) {
        (true, _) => 17,
        (false, true) => WHOLE,
        (false, false) => WHOLE - 1,
    };
    let hour = group.len() <= 2
        && digits.len() >= LONG
        && matches!(next(behind), Some(Piece::Word(word)) if HOUR.contains(&word.as_str()));
    let short = digits.len() < SHORTEST_ENDING && !from_nought && digits != "44";
    let dialled = match (digits.len() >= LONG, short) {
        (_, true) => 3,
        (true, false) if !from_nought => 4,
        _ => 5,
    };
    let is_code = group.starts_with('0') && group.len() >= dialled && !code;
    digits.len() >= most || hour || is_code || short && group.len() >= 5
}

/// The digits of an extension that stand behind its word.
fn extension_behind(pieces: &[Piece]) -> Option<&str> {
    let mut rest = pieces.iter().filter(|piece| !is_soft(piece) && !matches!(piece, Piece::Mark(':')));
    match (rest.next()?, rest.next()) {
        (Piece::Digits(digits), _) if digits.len() <= LONGEST_EXTENSION => Some(digits),
        (Piece::Word(word), Some(Piece::Digits(digits)))
            if matches!(word.as_str(), "no" | "number") && digits.len() <= LONGEST_EXTENSION =>
        {
            Some(digits)
        }
        _ => None,
    }
}

/// All runs of digits, in order.
fn runs(pieces: &[Piece]) -> Vec<Phone> {
    let mut runs: Vec<Phone> = Vec::new();
    let (mut open, mut parted, mut skip) = (false, false, false);
    for (at, piece) in pieces.iter().enumerate() {
        let behind = &pieces[at + 1..];
        match piece {
            Piece::Digits(_) if skip => skip = false,
            Piece::Digits(group) => {
                match runs.last_mut() {
                    Some(last) if open && !begins(&last.digits, group, behind) => last.digits.push_str(group),
                    _ => runs.push(Phone { digits: group.clone(), extension: None }),
                }
                open = true;
                parted = false;
            }
            Piece::Mark('+') => {
                runs.push(Phone { digits: "00".into(), extension: None });
                (open, parted) = (true, false);
            }
            piece if is_soft(piece) => {}
            Piece::Word(_) | Piece::Mark(_) => {
                let word = match piece {
                    Piece::Word(word) if EXTENSION.contains(&word.as_str()) => word,
                    Piece::Mark('#') => "ext",
                    _ => "",
                };
                let of = runs.last_mut().filter(|last| last.digits.len() >= SHORTEST_ENDING && !parted);
                if let (false, Some(last), Some(digits)) = (word.is_empty(), of, extension_behind(behind)) {
                    let name = if word.starts_with("opt") { "option" } else { "ext" };
                    last.extension.get_or_insert(format!("{name} {digits}"));
                    (skip, parted) = (true, true);
                }
                open = false;
            }
        }
    }
    runs
}

/// A dialling code is put before the rest of its number, which words part from it.
fn bridged(runs: Vec<Phone>) -> Vec<Phone> {
    let mut all: Vec<Phone> = Vec::new();
    for run in runs {
        match all.last_mut() {
            Some(code)
                if code.extension.is_none()
                    && code.digits.starts_with('0')
                    && (3..=7).contains(&code.digits.len())
                    && code.digits.len() + run.digits.len() == WHOLE =>
            {
                code.digits.push_str(&run.digits);
                code.extension = run.extension;
            }
            _ => all.push(run),
        }
    }
    all
}

/// Rules 9 to 11: the numbers, a whole one first. Digits alone are one, however few.
pub(super) fn numbers(typed: &str) -> Vec<Phone> {
    let pieces = pieces(typed);
    let wordless = !pieces.iter().any(|piece| matches!(piece, Piece::Word(_)));
    let mut all = bridged(runs(&pieces));
    for run in &mut all {
        run.digits = national(&run.digits);
    }
    let longest = all.iter().map(|run| run.digits.len()).max().unwrap_or_default();
    let fewest = match longest {
        LONG.. => LONG,
        SHORTEST_ENDING.. => SHORTEST_ENDING,
        _ if wordless => 1,
        _ => SHORTEST_ENDING,
    };
    all.retain(|run| run.digits.len() >= fewest);
    all.sort_by_key(|run| !(run.digits.starts_with('0') && run.digits.len() + 1 >= WHOLE));
    let mut once: Vec<Phone> = Vec::new();
    for run in all {
        if !once.iter().any(|other| other.digits == run.digits) {
            once.push(run);
        }
    }
    once
}
