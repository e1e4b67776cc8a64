//! A telephone number as typed: its digits for comparing, and its groups for reading back.
//!
//! What was typed is always kept and shown; nothing here refuses or rewrites it. No number is looked up, and no
//! list of area codes is held: the grouping follows the first digits only (Ofcom's numbering plan). The kind of
//! line and who may be rung on it are absent; they are notes of the call.
//!
//! 1. Two numbers are the same when their digits are, whatever spaces, hyphens or brackets were typed.
//! 2. `+44`, `0044` and `+44 (0)` stand for the leading nought; `+44`, `0044` without it get it.
//! 3. An extension or an option ("ext 12", "option 2") is kept beside the digits, read back and not compared.
//! 4. For reading back, digits are grouped by the plan: `020, 7946, 0000`, `0161, 496, 0000`.
//! 5. A group of six is said in two threes: `07700, 900, 142`, `01632, 960, 001`.
//! 6. A British number that does not have 11 digits gets a quiet remark, and is kept.
//! 7. Any ending of at least three digits finds the number.
//! 8. A number of another country keeps its `00` and its digits, and gets no remark.
//! 9. A number to ring has at least three digits; words, or an extension alone, are kept and are none.
//! 10. Two numbers in one line stand each by itself: each is found, each is compared, the first whole one is read back.
//! 11. Hours and words beside a number are kept as typed and are no part of it.
//! 12. A number that begins with 0 is whole with ten digits or more, any other where it can be rung: of one that is not,
//!     "07700 900 five five five", no part is read back, and it is still to be asked.

mod apart;

/// What was read from a typed number.
#[derive(Clone, PartialEq, Eq, Default)]
pub struct Phone {
    digits: String,
    extension: Option<String>,
}

/// The fewest digits by which a number can be found.
pub const SHORTEST_ENDING: usize = 3;
/// The fewest digits of a whole British number with its leading nought.
pub const SHORTEST_WHOLE: usize = 10;
/// What is said, quietly, of words where a number is asked for.
pub const NO_NUMBER: &str = "~ There is no number in it. Kept as typed; a number is still to be asked.";
/// The most digits of an ending kept as a search word; a whole British number.
pub const LONGEST_ENDING: usize = 11;

/// Silent on purpose: a family's number never appears in a log or a fault's report.
impl std::fmt::Debug for Phone {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Phone(..)")
    }
}

impl Phone {
    /// Reads the first number of what was typed, a whole one before others. Text without a number gives a `Phone`
    /// without digits.
    pub fn read(typed: &str) -> Self {
        apart::numbers(typed).into_iter().next().unwrap_or_default()
    }

    /// Rule 10: every number of what was typed, that of [`Phone::read`] first.
    pub fn all(typed: &str) -> Vec<Self> {
        apart::numbers(typed)
    }

    /// Rules 1 and 10: a number of the one text is one of the other.
    pub fn share(one: &str, other: &str) -> bool {
        let others = Self::all(other);
        Self::all(one).iter().any(|number| others.iter().any(|other| other.digits == number.digits))
    }

    /// Rules 1 and 10: every number of `typed`, and at least one, is in `text`.
    pub fn covers(text: &str, typed: &str) -> bool {
        let (known, typed) = (Self::all(text), Self::all(typed));
        !typed.is_empty() && typed.iter().all(|number| known.iter().any(|k| k.digits == number.digits))
    }

    /// The digits to compare, with the leading nought of a British number; empty when none were typed.
    pub fn digits(&self) -> &str {
        &self.digits
    }

    /// Rule 9: somebody can be rung on it.
    pub fn can_be_rung(&self) -> bool {
        self.digits.len() >= SHORTEST_ENDING
    }

    /// Rule 12: it can be rung, and nothing of it is missing.
    pub fn is_whole(&self) -> bool {
        let shortest = if self.digits.starts_with('0') { SHORTEST_WHOLE } else { SHORTEST_ENDING };
        self.digits.len() >= shortest
    }

    /// The number as read back to the caller: `07700, 900, 142`.
    pub fn spoken(&self) -> String {
        let groups = cut(&self.digits, grouping(&self.digits));
        let said: Vec<&str> = groups
            .into_iter()
            .flat_map(|group| match group.len() {
                6 => vec![&group[..3], &group[3..]],
                _ => vec![group],
            })
            .collect();
        let mut said = said.join(", ");
        if let Some(extension) = &self.extension {
            said.push_str(", ");
            said.push_str(extension);
        }
        said
    }

    /// The quiet remark on a British number that does not have 11 digits: `~ 10 digits. Most UK numbers have
    /// 11. Kept.`
    pub fn remark(&self) -> Option<String> {
        let abroad = self.digits.starts_with("00");
        match self.digits.len() {
            0 | 11 => None,
            _ if abroad => None,
            1 => Some("~ 1 digit. Most UK numbers have 11. Kept.".to_owned()),
            n => Some(format!("~ {n} digits. Most UK numbers have 11. Kept.")),
        }
    }
}

/// The endings by which a number is found, shortest first: its last 3 to 11 digits. Other characters in
/// `digits` are left out; fewer than three digits have no ending.
pub fn suffixes(digits: &str) -> Vec<String> {
    let digits: String = digits.chars().filter(char::is_ascii_digit).collect();
    (SHORTEST_ENDING..=digits.len().min(LONGEST_ENDING))
        .map(|n| digits[digits.len() - n..].to_owned())
        .collect()
}

/// Sizes of the groups of a national number; none when the plan gives none.
fn grouping(digits: &str) -> &'static [usize] {
    let bytes = digits.as_bytes();
    match (bytes.len(), bytes.get(1), bytes.get(2), bytes.get(3)) {
        _ if !digits.starts_with('0') || digits.starts_with("00") => &[],
        (11, Some(b'2'), ..) => &[3, 4, 4],
        (11, Some(b'1'), Some(b'1'), _)
        | (11, Some(b'1'), _, Some(b'1'))
        | (11, Some(b'3' | b'8' | b'9'), ..) => &[4, 3, 4],
        (11, Some(b'1' | b'7'), ..) => &[5, 6],
        (10, Some(b'1'), ..) => &[5, 5],
        (10, Some(b'8'), ..) => &[4, 6],
        _ => &[],
    }
}

/// Cuts digits into groups; what the sizes do not cover stays together at the end.
fn cut<'a>(digits: &'a str, sizes: &[usize]) -> Vec<&'a str> {
    let mut groups = Vec::new();
    let mut rest = digits;
    for size in sizes {
        let (group, after) = rest.split_at((*size).min(rest.len()));
        groups.push(group);
        rest = after;
    }
    if !rest.is_empty() {
        groups.push(rest);
    }
    groups
}
