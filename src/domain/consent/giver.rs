//! Whether words name somebody who can agree for a child. The list is closed: every word has to be understood.
//!
//! A sentence with "mum" in it may say anything ("mum to decide", "mum's sister"), so that a word too many shuts the
//! gate; the letter typed anew costs less than a yes that nobody gave. Between marks stands one person: small words, a
//! relation, a name. Words in capitals are read as if small. Who denies or puts off is absent: such words are on no list.

use super::named::{AT_WORK, BESIDE_A_WAY, GIVER_WORDS, WAY_WORDS};
use super::read_giver;
use super::spelt::begins_a_sentence;
use crate::domain::typed_day::WEEKDAYS;

/// Parents, and the young person, who decide by what they are (Education Act 1996, s.576).
const DECIDES: &[&str] = &[
    "both",
    "dad",
    "daddy",
    "dads",
    "father",
    "fathers",
    "mam",
    "mom",
    "mother",
    "mothers",
    "mum",
    "mummy",
    "mums",
    "parent",
    "parents",
    "stepdad",
    "stepfather",
    "stepmother",
    "stepmum",
    "stepparent",
];

/// Those who decide because they have the care of the child; so may a relative of whom this is said.
const CARES: &[&str] = &["carer", "carers", "guardian", "guardians"];

/// The giver of a parent's own call, as the file has it.
const PARENT_OR_CARER: &str = "parent or carer";

/// Relatives, who are third parties unless the care of the child, or responsibility for it, is theirs.
const RELATIVES: &[&str] = &[
    "aunt",
    "auntie",
    "brother",
    "cousin",
    "gran",
    "grandad",
    "grandfather",
    "grandma",
    "grandmother",
    "grandpa",
    "grandparent",
    "grandparents",
    "granny",
    "nan",
    "nana",
    "sister",
    "uncle",
];

/// Before the relation: whose, and of what sort.
const BEFORE: &[&str] = &[
    "adoptive",
    "biological",
    "birth",
    "both",
    "boys",
    "boy's",
    "child's",
    "childs",
    "foster",
    "full",
    "girl's",
    "girls",
    "her",
    "his",
    "kinship",
    "legal",
    "pupil's",
    "special",
    "step",
    "the",
    "their",
];

/// After "of".
const THE_CHILD: &[&str] = &["boy", "child", "girl", "her", "him", "pupil", "the", "them", "this"];

/// Around "parental responsibility".
const HOLDS: &[&str] = &["full", "has", "have", "holds", "shared", "the", "who", "with"];

const TITLES: &[&str] = &["dr", "miss", "mr", "mrs", "ms", "mx"];

/// Words that look like a name when every word has its capital. A second line of defence: a name stands in its place.
const NO_NAMES: &[&str] = &[
    "agree",
    "are",
    "ask",
    "away",
    "back",
    "be",
    "busy",
    "but",
    "can",
    "chat",
    "dead",
    "deceased",
    "decide",
    "decides",
    "died",
    "ex",
    "first",
    "friend",
    "go",
    "had",
    "has",
    "have",
    "is",
    "know",
    "knows",
    "late",
    "leave",
    "left",
    "must",
    "need",
    "needs",
    "no",
    "not",
    "now",
    "or",
    "partner",
    "passed",
    "pending",
    "ring",
    "see",
    "stop",
    "try",
    "unwell",
    "wait",
    "when",
    "without",
    "worried",
    "abroad",
    "absent",
    "hospital",
    "ill",
    "prison",
    "sick",
    "silent",
    "unavailable",
    "unreachable",
    "unresponsive",
];

/// What one person between two marks is.
#[derive(PartialEq)]
enum Named {
    Decides,
    Cares,
    Relative,
    Responsible,
    Name,
}

/// Words with a capital that end so are no names: "Apparently", "Hesitating". Emily and Fleming are shorter.
const NO_NAME_ENDS: [&str; 2] = ["ly", "ing"];
const LONGEST_SUCH_NAME: usize = 8;

/// A small word for somebody who can agree, without a word of what they are to the child.
pub(super) fn decides(small: &str) -> bool {
    DECIDES.contains(&small)
        || CARES.contains(&small)
        || ["herself", "himself", "themselves", "young"].contains(&small)
}

/// Rules 8 to 10 and 14: all words of the text are of somebody who can agree, by the letter or in words.
pub fn names_a_giver(typed: &str) -> bool {
    let Some(text) = read_giver(typed) else { return false };
    // The program's own words for a parent's own call.
    if text == PARENT_OR_CARER {
        return true;
    }
    let text = text.replace('\u{2019}', "'");
    let text = if text.chars().any(char::is_lowercase) { text } else { text.to_lowercase() };
    let Some(said) = between_marks(&text) else { return false };
    let small: Vec<String> = said.iter().flatten().map(|word| word.to_lowercase()).collect();
    if is_authority(&small) || is_appointed(&small) {
        return true;
    }
    let Some(named) = said.iter().map(|words| one_person(words)).collect::<Option<Vec<_>>>() else {
        return false;
    };
    if named.contains(&Named::Relative) {
        let cares = named.contains(&Named::Cares) || named.contains(&Named::Responsible);
        return cares && !named.contains(&Named::Decides);
    }
    named.contains(&Named::Decides) || named.contains(&Named::Cares)
}

/// The words between marks, "and", "with"; `None` where a mark says something else, as a question mark does.
fn between_marks(text: &str) -> Option<Vec<Vec<&str>>> {
    let is_mark = |c: char| ",;:/&+().".contains(c);
    if text.contains("..")
        || !text.chars().all(|c| c.is_alphabetic() || c == ' ' || c == '\'' || c == '-' || is_mark(c))
    {
        return None;
    }
    let mut said = vec![Vec::new()];
    for part in text.split(is_mark) {
        for word in part.split_whitespace() {
            match word.to_lowercase().as_str() {
                "and" | "with" | "-" => said.push(Vec::new()),
                _ => said.last_mut()?.push(word),
            }
        }
        said.push(Vec::new());
    }
    // Somebody who answers the question once more: "yes, mother".
    if said.first().and_then(|words| words.first()).is_some_and(|word| word.eq_ignore_ascii_case("yes")) {
        said.first_mut()?.remove(0);
    }
    said.retain(|words| !words.is_empty());
    Some(said)
}

/// One person, all of whose words are understood.
fn one_person(words: &[&str]) -> Option<Named> {
    let is = |list: &[&str], word: &str| list.contains(&word.to_lowercase().replace('-', "").as_str());
    if words.first().is_some_and(|word| is_name(word)) || words.first().is_some_and(|word| is(TITLES, word)) {
        let whose = words.first().is_some_and(|word| word.ends_with("'s"));
        if !whose && is_all_of_a_name(words) {
            return Some(Named::Name);
        }
    }
    let whose = |word: &str| word.strip_suffix("'s").is_some_and(is_name);
    let before = words.iter().take_while(|word| is(BEFORE, word) || whose(word)).count();
    // "both" alone is the relation as well.
    let at = if before == words.len() && words.last().is_some_and(|word| is(DECIDES, word)) {
        before - 1
    } else {
        before
    };
    let (head, rest) = words.get(at..)?.split_first()?;
    let is_young = head.eq_ignore_ascii_case("young");
    let rest = if is_young {
        rest.strip_prefix(&["person"]).or_else(|| rest.strip_prefix(&["Person"]))?
    } else {
        rest
    };
    let small: Vec<String> = words.iter().map(|word| word.to_lowercase()).collect();
    if small.join(" ").contains("parental responsibility") {
        let others = small.iter().filter(|word| !["parental", "responsibility"].contains(&word.as_str()));
        return others.into_iter().all(|word| HOLDS.contains(&word.as_str())).then_some(Named::Responsible);
    }
    let named = match head {
        _ if is_young => Named::Decides,
        head if is(DECIDES, head) => Named::Decides,
        head if is(CARES, head) => Named::Cares,
        head if is(RELATIVES, head) => Named::Relative,
        _ => return None,
    };
    // With a capital on the relation too every word may have one: then only a mark divides the name.
    let name_may_follow = head.starts_with(char::is_lowercase);
    let understood = match rest {
        [] => true,
        [own] => ["herself", "himself", "themselves"].contains(own) || name_may_follow && is_name(own),
        [of, whom @ ..] if *of == "of" => whom.iter().all(|word| is(THE_CHILD, word) || is_name(word)),
        follows => name_may_follow && is_all_of_a_name(follows),
    };
    understood.then_some(named)
}

/// One to three names, after a title or without one.
fn is_all_of_a_name(words: &[&str]) -> bool {
    let names = match words {
        [title, names @ ..] if TITLES.contains(&title.to_lowercase().as_str()) => names,
        names => names,
    };
    (1..=3).contains(&names.len()) && names.iter().all(|word| is_name(word))
}

/// A capital with small letters behind it, and no word that is known for something else.
pub(super) fn is_name(word: &str) -> bool {
    let small = word.to_lowercase();
    let known =
        [DECIDES, CARES, RELATIVES, BEFORE, TITLES, NO_NAMES, GIVER_WORDS, AT_WORK, WAY_WORDS, BESIDE_A_WAY];
    word.starts_with(char::is_uppercase)
        && word.chars().any(char::is_lowercase)
        && word.chars().all(|c| c.is_alphabetic() || c == '\'' || c == '-')
        && !known.iter().any(|list| list.contains(&small.as_str()))
        && !begins_a_sentence(&small)
        && !WEEKDAYS.iter().any(|(day, _)| *day == small)
        && !(small.len() > LONGEST_SUCH_NAME && NO_NAME_ENDS.iter().any(|end| small.ends_with(end)))
        && !super::denied::denies(word)
}

/// Rule 10: an authority of which the words say that it has responsibility (Children Act 1989, s.33(3)(a)).
fn is_authority(small: &[String]) -> bool {
    const AUTHORITY: &[&str] = &["authority", "council", "services", "worker"];
    const ALL: &[&str] = &[
        "a",
        "care",
        "children's",
        "childrens",
        "corporate",
        "full",
        "has",
        "her",
        "his",
        "holds",
        "interim",
        "is",
        "local",
        "order",
        "parent",
        "parental",
        "responsibility",
        "social",
        "the",
        "under",
    ];
    const HAS_RESPONSIBILITY: &[&str] = &["parental responsibility", "care order", "corporate parent"];
    let text = small.join(" ");
    HAS_RESPONSIBILITY.iter().any(|words| text.contains(words))
        && small.iter().any(|word| AUTHORITY.contains(&word.as_str()))
        && small.iter().all(|word| AUTHORITY.contains(&word.as_str()) || ALL.contains(&word.as_str()))
}

/// Rule 15: who is appointed for a young person without capacity (SEND Regulations 2014, reg 64), said as the law does.
fn is_appointed(small: &[String]) -> bool {
    const ALL: &[&str] = &[
        "appointed",
        "attorney",
        "court",
        "court-appointed",
        "deputy",
        "donee",
        "enduring",
        "epa",
        "her",
        "his",
        "lasting",
        "lpa",
        "of",
        "power",
        "protection",
        "the",
        "under",
    ];
    const APPOINTED: &[(&str, &[&str])] = &[
        ("deputy", &["court", "court-appointed"]),
        ("donee", &["lasting", "lpa"]),
        ("attorney", &["enduring", "epa", "lasting", "lpa"]),
    ];
    let holds = |word: &str| small.iter().any(|own| own == word);
    small.iter().all(|word| ALL.contains(&word.as_str()))
        && APPOINTED.iter().any(|(who, by)| holds(who) && by.iter().any(|by| holds(by)))
}
