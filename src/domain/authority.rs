//! The local authorities of England that have duties for special educational needs, and finding one as spoken.
//!
//! The list is data inside the program (`assets/england/local-authorities.csv`, with the date it was true), and
//! a name that is not in it can always be typed and kept. Which authorities this office serves is a setting: its words
//! are given to what asks. Contacts are absent. An authority that a case uses is never taken away: codes go out of use, and
//! the text of the case stays.
//!
//! 1. The list holds 153 authorities, each with its three-digit code, its region and its code in statistics.
//! 2. Typed words find a name when they are the start of any word in it, and of the words that follow.
//! 3. Case and punctuation do not matter, and "&" is "and".
//! 4. A name as callers say it ("Hull", "BCP", "Durham") finds its authority and is the one shown in short.
//! 5. Names that begin with what was typed come before names that have it later, then by the alphabet.
//! 6. Exactly found is a name, a spoken name or a code, with or without the word "Council" after it.
//! 7. The side of an authority is called after the area, as long as nobody has named it: `Northmere SEND team`.
//! 8. When the area is put right, a name after the old area becomes the name after the new one. Where a person, a
//!    number or an e-mail is kept of the authority, or it has answered, it is that authority and stays: it would be
//!    the old one's number under the new one's name. So does any name that is not after the area.
//! 9. The authorities that the office says it serves, by a name, a code or their region, come before all others.
//! 10. Words among those served that are no name, no code and no region are kept as typed, and named.
//! 11. Where no name begins so, the one that is a letter away from what was typed is meant, perhaps: "camdn" is offered
//!     Camden. It is never taken by itself, and short words are like too many others.
//! 12. Words name an authority when they begin with its name: "Lambeth SEND team". It is another one than that of an area
//!     where the area is not the same one, and the words do not begin with the area as it was typed.
//! 13. An area lies where somebody works when both are one authority, or it is in the region named, or, where one of the
//!     two is not in the list, when all words of the shorter begin the longer: "East Riding", "Wyre Vale Council".
//!
//! Source: codes and names of the Department for Education and the Office for National Statistics.

use std::sync::LazyLock;

use super::field::Part;
use super::text::{LINE, cut};

const ENGLAND: &str = include_str!("../../assets/england/local-authorities.csv");

/// Rule 11: so many letters are like few other names.
const LONG_ENOUGH: usize = 5;

/// Rule 7: the name of the team that answers for an area; none without one.
pub fn team_of(area: &str) -> String {
    if area.is_empty() { String::new() } else { format!("{area} SEND team") }
}

/// Rule 8: what is kept of an authority, besides its name, that makes it that one.
pub const KNOWN_BY: [Part; 3] = [Part::Person, Part::Phone, Part::Email];

/// Rule 8: what a name after the `old` area becomes with the `new` one; none for a name that somebody typed.
pub fn named_with(name: &str, [old, new]: [&str; 2]) -> Option<String> {
    match name {
        "" => None,
        team if team == team_of(old) => Some(team_of(new)),
        area if area == old => Some(new.to_owned()),
        _ => None,
    }
}

/// One local authority.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Authority {
    /// The Department for Education's code, 201 to 943.
    pub code: u16,
    /// The full name: `Kingston upon Hull, City of`.
    pub name: String,
    /// The region of England: `Yorkshire and The Humber`.
    pub region: String,
    /// The nine-character code of the Office for National Statistics.
    pub ons_code: String,
    /// Names as callers say them; the first is the short one to show.
    pub spoken: Vec<String>,
}

impl Authority {
    /// The name as people say it: `Hull`; the full name where no other is in use.
    pub fn short(&self) -> &str {
        self.spoken.first().map_or(&self.name, String::as_str)
    }

    /// Every name it is found by, folded, the full one first.
    fn folded(&self) -> impl Iterator<Item = String> + '_ {
        std::iter::once(&self.name).chain(&self.spoken).map(|name| fold(name))
    }
}

/// The list of local authorities.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Authorities {
    list: Vec<Authority>,
}

impl Authorities {
    /// The list inside the program, read when it is first asked for. Never fails: a line that cannot be read is left
    /// out, and a test proves that all 153 can.
    pub fn england() -> &'static Self {
        static READ: LazyLock<Authorities> = LazyLock::new(Authorities::read);
        &READ
    }

    fn read() -> Self {
        Self { list: ENGLAND.lines().filter_map(authority).collect() }
    }

    /// Every authority, by code.
    pub fn all(&self) -> &[Authority] {
        &self.list
    }

    /// The authority with this code of the Department for Education.
    pub fn by_code(&self, code: u16) -> Option<&Authority> {
        self.list.iter().find(|one| one.code == code)
    }

    /// Rule 9: the authority is one of those `served`, names between commas.
    pub fn serves(&self, served: &str, one: &Authority) -> bool {
        let is_it = |words: &str| fold(&one.region) == fold(words) || self.find_exact(words) == Some(one);
        served.split(',').map(str::trim).any(|words| !words.is_empty() && is_it(words))
    }

    /// Rule 10: the words among those `served` by which no authority is meant.
    pub fn unknown<'a>(&self, served: &'a str) -> Vec<&'a str> {
        let is_region = |words: &str| self.list.iter().any(|one| fold(&one.region) == fold(words));
        let is_known = |words: &str| self.find_exact(words).is_some() || is_region(words);
        served.split(',').map(str::trim).filter(|words| !words.is_empty() && !is_known(words)).collect()
    }

    /// The same in a sentence; none where every one is known.
    pub fn unknown_words(&self, served: &str) -> Option<String> {
        let unknown = self.unknown(served);
        let words = || cut(&format!("Kept as typed; no LA of our list: {}", unknown.join(", ")), LINE);
        (!unknown.is_empty()).then(words)
    }

    /// At most `limit` authorities that have a word beginning with what was typed, best first, those that are `served`
    /// before all others; none for nothing typed.
    pub fn suggest(&self, typed: &str, served: &str, limit: usize) -> Vec<&Authority> {
        let typed = fold(typed);
        if typed.is_empty() {
            return Vec::new();
        }
        let mut found: Vec<(bool, usize, &str, &Authority)> = self
            .list
            .iter()
            .filter_map(|one| {
                let rank = one.folded().filter_map(|name| rank(&name, &typed)).min()?;
                Some((!self.serves(served, one), rank, one.short(), one))
            })
            .collect();
        found.sort_by_key(|(elsewhere, rank, short, _)| (*elsewhere, *rank, *short));
        found.into_iter().take(limit).map(|(.., one)| one).collect()
    }

    /// Rule 11: the authority whose name is one letter away from what was typed; none where any name is found by it.
    pub fn near(&self, typed: &str) -> Option<&Authority> {
        let folded = fold(typed);
        let long_enough = folded.chars().count() >= LONG_ENOUGH;
        if !long_enough || self.find_exact(typed).is_some() || !self.suggest(typed, "", 1).is_empty() {
            return None;
        }
        let near = |name: &str| strsim::osa_distance(name, without_council(&folded)) == 1;
        self.list.iter().find(|one| one.folded().any(|name| near(&name)))
    }

    /// The one authority that is exactly what was typed: a name, a spoken name or a code.
    pub fn find_exact(&self, typed: &str) -> Option<&Authority> {
        let typed = fold(typed);
        if let Ok(code) = typed.parse() {
            return self.by_code(code);
        }
        let named = |name: &str| self.list.iter().find(|one| one.folded().any(|known| known == name));
        named(&typed).or_else(|| named(without_council(&typed)))
    }

    /// Rule 13: the area lies in the place where somebody works.
    pub fn lies_in(&self, area: &str, place: &str) -> bool {
        match (self.find_exact(area), self.find_exact(place)) {
            (Some(one), Some(other)) => one == other,
            (Some(one), None) if self.serves(place, one) => true,
            _ => {
                let (area, place) = (fold(area), fold(place));
                let (area, place) = (without_council(&area), without_council(&place));
                !area.is_empty() && !place.is_empty() && (begins(area, place) || begins(place, area))
            }
        }
    }

    /// Rule 12: the words name an authority, and it is not that of the area.
    pub fn is_another(&self, words: &str, area: &str) -> bool {
        let (words, place) = (fold(words), fold(area));
        let begins = |name: &str| begins(&words, name);
        let named = self.list.iter().filter(|one| one.folded().any(|name| begins(&name)));
        let longest =
            named.max_by_key(|one| one.folded().filter(|name| begins(name)).map(|name| name.len()).max());
        let same = |one: &Authority| begins(&place) || self.find_exact(area) == Some(one);
        !place.is_empty() && longest.is_some_and(|one| !same(one))
    }
}

/// Where the typed words begin in a folded name: 0 at its start, 1 at a later word, `None` nowhere.
fn rank(name: &str, typed: &str) -> Option<usize> {
    if name.starts_with(typed) {
        return Some(0);
    }
    name.match_indices(' ').any(|(at, _)| name[at + 1..].starts_with(typed)).then_some(1)
}

/// Folded words begin with all words of others.
fn begins(long: &str, short: &str) -> bool {
    long.strip_prefix(short).is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
}

/// Small letters and single spaces; apostrophes and points vanish, other punctuation parts words.
fn fold(text: &str) -> String {
    let text: String = text
        .to_lowercase()
        .replace('&', " and ")
        .chars()
        .filter(|c| !matches!(c, '\'' | '\u{2019}' | '.'))
        .map(|c| if c.is_alphanumeric() { c } else { ' ' })
        .collect();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The name without the words a council puts after it: `hull` for `hull city council`.
fn without_council(folded: &str) -> &str {
    let Some(mut name) = folded.strip_suffix(" council") else { return folded };
    for word in [" city", " county", " borough", " metropolitan", " london"] {
        name = name.strip_suffix(word).unwrap_or(name);
    }
    name
}

/// One line of the list; comments and the line of headings give nothing.
fn authority(line: &str) -> Option<Authority> {
    let [code, name, region, ons_code, spoken] = <[String; 5]>::try_from(cells(line)).ok()?;
    let spoken = spoken.split(';').filter(|name| !name.is_empty()).map(str::to_owned).collect();
    Some(Authority { code: code.parse().ok()?, name, region, ons_code, spoken })
}

/// The cells of a line: commas part them, except between quotation marks.
fn cells(line: &str) -> Vec<String> {
    let mut cells = vec![String::new()];
    let mut quoted = false;
    for c in line.chars() {
        match c {
            '"' => quoted = !quoted,
            ',' if !quoted => cells.push(String::new()),
            c => {
                if let Some(cell) = cells.last_mut() {
                    cell.push(c);
                }
            }
        }
    }
    cells
}
