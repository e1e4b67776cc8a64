//! The words for people: a family, those at work with a child, and what can be somebody's name. Words only:
//! what a text of them means is absent; that stands in the tables of `who` and of `how`.

use super::denied::denies;
use super::how::HOW;
use super::said::{cut, words};
use super::spelt::begins_a_sentence;
use super::who::WHO;
use crate::domain::text::TITLES;
use crate::domain::typed_day::WEEKDAYS;

/// Parents, who decide by what they are (Education Act 1996, s.576).
const PARENT: &[&str] = &[
    "dad",
    "daddy",
    "father",
    "mam",
    "mom",
    "mother",
    "mum",
    "mummy",
    "parent",
    "stepdad",
    "stepfather",
    "stepmother",
    "stepmum",
    "stepparent",
];
const PARENTS: &[&str] = &["dads", "fathers", "mothers", "mums", "parents", "stepparents"];

/// Those who decide because they have the care of the child; so may a relative of whom this is said.
const CARER: &[&str] = &["carer", "guardian"];
const CARERS: &[&str] = &["carers", "guardians"];

/// Relatives, who are third parties unless the care of the child, or responsibility for it, is theirs.
pub(in crate::domain) const RELATIVES: &[&str] = &[
    "aunt",
    "auntie",
    "aunty",
    "brother",
    "cousin",
    "gran",
    "grandad",
    "granddad",
    "grandfather",
    "grandma",
    "grandmother",
    "grandpa",
    "grandparent",
    "grandparents",
    "granny",
    "nan",
    "nana",
    "nanny",
    "sister",
    "stepbrother",
    "stepsister",
    "uncle",
];

/// Words that speak of a family as well, beside those above.
const OF_A_FAMILY: &[&str] = &[
    "advocate",
    "attorney",
    "deputy",
    "foster",
    "herself",
    "himself",
    "representative",
    "themselves",
    "young",
];

/// Words for those who have to do with a child at work. An adviser who acts for a parent is not among them.
pub(super) const AT_WORK: &[&str] = &[
    "teacher",
    "teachers",
    "headteacher",
    "head",
    "headmaster",
    "headmistress",
    "senco",
    "sendco",
    "tutor",
    "assistant",
    "school",
    "nursery",
    "college",
    "officer",
    "officers",
    "worker",
    "workers",
    "caseworker",
    "authority",
    "council",
    "services",
    "sendiass",
    "coordinator",
    "manager",
    "governor",
    "nurse",
    "doctor",
    "gp",
    "psychologist",
    "therapist",
    "police",
];

/// Words that look like a name when every word has its capital. A second line of defence: a name stands in
/// its place.
const NO_NAMES: &[&str] = &[
    "abroad",
    "absent",
    "agree",
    "angry",
    "asleep",
    "away",
    "back",
    "be",
    "boyfriend",
    "busy",
    "but",
    "cafcass",
    "can",
    "chat",
    "cross",
    "crying",
    "dead",
    "decide",
    "decides",
    "drunk",
    "dying",
    "ex",
    "first",
    "forbade",
    "forbid",
    "forbids",
    "friend",
    "girlfriend",
    "go",
    "gone",
    "had",
    "hospital",
    "husband",
    "ignores",
    "ill",
    "know",
    "knows",
    "late",
    "lawyer",
    "leave",
    "left",
    "livid",
    "lost",
    "lying",
    "missing",
    "must",
    "need",
    "needs",
    "neighbour",
    "now",
    "or",
    "overseas",
    "partner",
    "partnership",
    "prison",
    "rejects",
    "ring",
    "see",
    "sick",
    "silent",
    "solicitor",
    "stop",
    "team",
    "today",
    "try",
    "unwell",
    "upset",
    "vetoes",
    "when",
    "wife",
    "worse",
    "yesterday",
];

/// A word with a capital that ends so is no name ("Furious", "Uncontactable"), but for those below.
const NO_NAME_ENDS: [&str; 6] = ["able", "ed", "ful", "ible", "less", "ous"];
const NAMES_ALL_THE_SAME: &[&str] = &[
    "ahmed", "alfred", "creed", "ed", "fred", "hamed", "hameed", "jared", "javed", "khaled", "majeed",
    "majed", "mildred", "mohamed", "mohammed", "muhamed", "muhammed", "naveed", "ned", "precious", "rasheed",
    "reed", "saeed", "sayed", "syed", "ted", "waleed", "wilfred", "winifred", "zayed",
];

/// A longer one that ends so is none either: "Apparently", "Hesitating". Emily and Fleming are shorter.
const NO_LONG_NAME_ENDS: [&str; 2] = ["ly", "ing"];
const LONGEST_SUCH_NAME: usize = 8;

/// The list of words that a table calls by this name.
pub(super) fn list(name: &str) -> Option<&'static [&'static str]> {
    Some(match name {
        "PARENT" => PARENT,
        "PARENTS" => PARENTS,
        "CARER" => CARER,
        "CARERS" => CARERS,
        "RELATIVE" => RELATIVES,
        "TITLE" => &TITLES,
        "LANGUAGE" => super::how::LANGUAGES,
        "LIMIT" => super::denied::LIMITS,
        _ => return None,
    })
}

/// A word for somebody of a family, or who acts for one of it. Which of them can agree is [`super::who`]'s.
pub(super) fn is_of_family(word: &str) -> bool {
    [PARENT, PARENTS, CARER, CARERS, RELATIVES, OF_A_FAMILY].iter().any(|list| list.contains(&word))
}

/// The text speaks of somebody of the family. That says where the words belong, and not that anybody agreed.
pub(super) fn speaks_of_family(text: &str) -> bool {
    words(text).iter().any(|word| is_of_family(word))
}

/// One word of a name: a capital with small letters behind it, and no word that is known for something else.
/// A word of what somebody did or is cannot always be told from a name; therefore what was read is shown
/// beside the light.
pub(super) fn is_named(word: &str) -> bool {
    let small = word.to_lowercase();
    let ends_as_none = |ends: &[&str]| ends.iter().any(|end| small.ends_with(end));
    !is_no_name(word)
        && (!ends_as_none(&NO_NAME_ENDS) || NAMES_ALL_THE_SAME.contains(&small.as_str()))
        && (small.len() <= LONGEST_SUCH_NAME || !ends_as_none(&NO_LONG_NAME_ENDS))
}

/// One of the names in the text is of this person.
pub(super) fn is_called(person: &str, text: &str) -> bool {
    let names = words(person);
    cut(text).iter().any(|said| !is_no_name(said.word) && names.contains(&said.small))
}

/// It is no name, whatever stands in front of it.
pub(super) fn is_no_name(word: &str) -> bool {
    let small = word.to_lowercase();
    !word.starts_with(char::is_uppercase)
        || !word.chars().any(char::is_lowercase)
        || !word.chars().all(|c| c.is_alphabetic() || "'\u{2019}".contains(c))
        || word.ends_with("'s")
        || word.ends_with("\u{2019}s")
        || is_of_family(&small)
        || [AT_WORK, NO_NAMES].iter().any(|list| list.contains(&small.as_str()))
        || TITLES.contains(&small.as_str())
        || WHO.hold(&small)
        || HOW.hold(&small)
        || WEEKDAYS.iter().any(|(day, _)| *day == small)
        || begins_a_sentence(&small)
        || denies(word)
}
