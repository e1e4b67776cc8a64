//! Who agreed: the shapes of a text that names somebody who can agree for a child, or a young person.
//!
//! A sentence with "mum" in it may say anything ("mum to decide", "with mum", "mum's sister"), so that only
//! what stands in the table is read. Words in capitals are read as if small. Who decides, and who only cares,
//! stands in [`super::named`].

use std::sync::LazyLock;

use super::read_giver;
use super::shapes::{Reader, Shapes, Table};

pub(super) static WHO: LazyLock<Shapes> = LazyLock::new(|| Shapes::of(TABLE));

const TABLE: Table = &[
    ("WHO", "yes? MARK? PEOPLE | yes? MARK? RELATED | yes? MARK? AUTHORITY | yes? MARK? APPOINTED"),
    // The parents, a carer, or the young person: "mother, Sue Okafor", "Sue Okafor, mother", "mum with dad".
    ("PEOPLE", "PERSON | PERSON JOINED PEOPLE"),
    ("JOINED", "MARK | MARK? and | with"),
    ("PERSON", "ONE SELF? OF? CALLED? HOLDS? | NAMED MARK ONE OF? | TWO COUPLED? | COUPLE MARK? TWO"),
    ("NAMED", "NAME | TITLED"),
    ("CALLED", "OWN | TITLED | MARK NAMED"),
    ("OF", "of THE_CHILD | of NAME"),
    ("THE_CHILD", "her | him | them | the CHILD | this CHILD"),
    ("CHILD", "boy | child | girl | pupil"),
    ("COUPLED", "MARK? COUPLE"),
    ("COUPLE", "TITLE and TITLED"),
    // A relative of whom it is said that he or she has the care, or the responsibility: "nan who has PR".
    ("RELATED", "RELATIVES HOLDS | RELATIVES CARES"),
    ("RELATIVES", "KIN | KIN and KIN"),
    ("KIN", "WHOSE? RELATIVE CALLED?"),
    ("HOLDS", "MARK? WHO_HAS RESPONSIBILITY"),
    ("WHO_HAS", "HAS | who HAS | SHE HAS | with"),
    ("HAS", "has | have | holds | hold | shares | share"),
    ("SHE", "she | he | they"),
    ("RESPONSIBILITY", "the? full? shared? parental responsibility | pr | a? special guardianship"),
    (
        "CARES",
        "MARK A? SORT? CARER | MARK A? SORT? CARERS | MARK? IS A? SORT? CARER | MARK? IS A? SORT? CARERS",
    ),
    ("IS", "is | are | who is | who are | SHE is | SHE are"),
    ("A", "a | an | WHOSE"),
    // An authority of which it is said that it has responsibility (Children Act 1989, s.33(3)(a)).
    ("AUTHORITY", "BODY MARK? HELD | BODY MARK BODY HELD"),
    ("BODY", "the? local? authority | the? council | CHILDRENS? social? services | WHOSE? social worker"),
    ("CHILDRENS", "childrens | children's"),
    ("HELD", "HOLDS | is? the? corporate parent | WHO_HAS? under? ORDER"),
    ("ORDER", "a? an? the? full? interim? care order"),
    // Who is appointed for a young person without capacity (SEND Regulations 2014, reg 64), said as the law does.
    ("APPOINTED", "WHOSE? COURT_BY deputy | WHOSE? deputy BY? COURT | POWER DONEE | WHOSE? DONEE BY POWER"),
    ("COURT_BY", "COURT | court appointed"),
    ("COURT", "the? court of protection"),
    ("DONEE", "attorney | donee"),
    ("BY", "MARK | MARK? by | MARK? under | MARK? of"),
    ("POWER", "A? lpa | A? epa | A? lasting power of attorney | A? enduring power of attorney"),
];

/// The giver of a parent's own call, as the file has it.
const PARENT_OR_CARER: &str = "parent or carer";

/// Rules 8 to 10, 14 and 15: all words of the text are of somebody who can agree, by the letter or in words.
pub fn names_a_giver(typed: &str) -> bool {
    let Some(text) = read_giver(typed) else { return false };
    let text = if text.chars().any(char::is_lowercase) { text } else { text.to_lowercase() };
    // The program's own words for a parent's own call.
    text == PARENT_OR_CARER || Reader::new(&text, &WHO, None).is("WHO")
}
