//! How they agreed: the shapes of a text that tells of it.
//!
//! There are few: what they agreed by ("by phone", "signed form"), what they did ("mum said yes", "she rang
//! us"), and that we spoke with them. What we did to them ("told the family", "letter to mum") is none, and
//! neither is an attempt, a paper that nobody signed, or a word of anybody who cannot decide. What comes
//! behind a mark is a shape as well. A day is one that has been; a weekday may be ahead, and is read only
//! where the words in front say that it is done.

use std::sync::LazyLock;

use chrono::NaiveDate;

use super::read_way;
use super::shapes::{Reader, Shapes, Table};

pub(super) static HOW: LazyLock<Shapes> = LazyLock::new(|| Shapes::of(TABLE));

const TABLE: Table = &[
    ("HOW", "yes? MARK? PART MORE? | WAY MARK ONE"),
    ("MORE", "JOINED PART MORE? | MARK? FREELY MORE?"),
    ("JOINED", "MARK | MARK? and"),
    ("FREELY", "no LIMIT | without any? LIMIT | LIMIT none | LIMIT : none"),
    ("PART", "WAY | PAPERS | SIGNED | GIVEN | SPOKEN | ASKED | SAID | TOLD | HERE"),
    // By which way, or where: "by phone on Friday", "phone", "face to face at the annual review".
    ("WAY", "BY AT? | BY BEFORE? | AT GONE_BY? | AN? BARE GONE_BY? | AN? CALL WITH_WHOM? GONE_BY?"),
    ("BARE", "phone | telephone | online | verbal | oral | home visit"),
    (
        "CALL",
        "call | phone TALK | telephone TALK | voice call | video | video call | conversation | ONLINE | ONLINE call",
    ),
    ("TALK", "call | conversation"),
    ("ONLINE", "skype | teams | whatsapp | zoom"),
    ("BY", "VIA THE? PHONE | VIA AN? CALL | VIA A? PAPER FROM? | IN | HELPED"),
    ("VIA", "by | in | on | over | through | via"),
    ("PHONE", "phone | telephone"),
    ("IN", "in person | in writing | face to face | verbally | orally | written | written form"),
    ("HELPED", "WITH_AN LANGUAGE? interpreter | WITH_AN interpreter MARK LANGUAGE"),
    ("WITH_AN", "HELP | HELP AN"),
    ("HELP", "by | through | using | via | with"),
    (
        "AT",
        "at PLACE | in school | in THE MEETING | during THE MEETING | on THE doorstep | on THE playground",
    ),
    (
        "PLACE",
        "home | SCHOOL | the office | THE MEETING | THE? parents evening | THE? school gate | pick up | drop off",
    ),
    ("SCHOOL", "THE? school | THE? nursery | THE? college"),
    ("MEETING", "ABOUT? meeting | ABOUT? review | ABOUT? review meeting | home? visit"),
    ("ABOUT", "annual | interim | ehc | ehcp | school | tac"),
    // A paper of theirs: "e-mail of 12/11", "letter from mum", "signed form", "form signed by dad".
    ("PAPERS", "A? PAPER GONE_BY? | A? PAPER DATED | A? LETTER FROM LATELY? | A? PAPER TO_US LATELY?"),
    ("PAPER", "EMAIL | letter | text | text message | sms | whatsapp message | whatsapp | handwritten PAGE"),
    ("EMAIL", "email | e mail"),
    ("PAGE", "letter | note"),
    ("LETTER", "PAPER | message | note"),
    ("FROM", "from THEM"),
    ("TO_US", "to ME FROM? | to US FROM"),
    ("DATED", "of DATE | dated DATE"),
    ("LATELY", "DATED | WHEN"),
    ("SIGNED", "WHO? signed PAGES? FROM? AROUND | THE? FORM signed BY_THEM? AROUND | signed BY_THEM AROUND"),
    ("PAGES", "it | THE? FORM | THE? FORM FOR"),
    ("FORM", "KIND? form | KIND? slip | letter | note | sheet | document | paper | paperwork"),
    ("KIND", "consent | permission | referral"),
    ("FOR", "for it | for this | for mediation"),
    ("BY_THEM", "by her | by him | by them | by PARENT_OR_TWO"),
    // Words of theirs: "verbal consent from mum", "permission was given by phone".
    ("GIVEN", "SORT_OF CONSENT FROM? AROUND | SORT_OF? CONSENT was? given BY_THEM? AROUND"),
    ("SORT_OF", "verbal | oral | written"),
    ("CONSENT", "agreement | consent | permission"),
    // We spoke with them, or they are here: "I spoke to her on the phone", "asked her and she said yes".
    ("SPOKEN", "WE? SPOKE TO_THEM? AROUND | WE? met with? THEM AROUND | SPOKE HELP_BESIDE? MARK DAY"),
    ("HELP_BESIDE", "MARK? HELPED"),
    ("WE", "i | we"),
    ("SPOKE", "spoke | spoken | talked"),
    ("TO_THEM", "to THEM | with THEM"),
    ("WITH_WHOM", "with THEM | from THEM"),
    ("ASKED", "WE? asked THEM AROUND JOINED WHO? YES AROUND"),
    ("HERE", "SHE_IS here | SHE_IS here with ME"),
    ("SHE_IS", "WHO is | she's | he's"),
    // They said yes: "mum agreed at the meeting", "gave verbal consent".
    ("SAID", "WHO? YES AROUND | THEY_AGREE AROUND"),
    ("YES", "SAID_YES WHEN_ASKED? | AGREED WITH_US? | SAYS that? THEY_AGREE | GAVE"),
    ("SAID_YES", "SAYS OK | SAYS OK to MATTER | SAYS OK to US"),
    ("SAYS", "said | says"),
    ("OK", "yes | ok | okay"),
    ("WHEN_ASKED", "when asked"),
    ("AGREED", "HAS? AGREES | HAS? AGREES MATTER | HAS? AGREES to MATTER"),
    ("HAS", "has | have"),
    ("AGREES", "agreed | agrees | consented | consents"),
    ("MATTER", "it | this | that | mediation"),
    ("WITH_US", "with ME"),
    ("THEY_AGREE", "WHO AGREES | WHO AGREES to MATTER | WHO confirmed MATTER? | MANY agree | MANY consent"),
    ("MANY", "they | TWO"),
    ("GAVE", "GIVES ME? THE? SORT_OF? CONSENT | GIVES ME? THE? SORT_OF? CONSENT FOR"),
    ("GIVES", "gave | gives | HAS given"),
    // They came to us with it: "mum told the school", "rang to say yes", "she rang Friday".
    (
        "TOLD",
        "WHO? TOLD_US AROUND SAY? | WHO? REACHED ME? SAY AROUND | WHO REACHED US? AROUND | WHO REACHED DAY",
    ),
    ("TOLD_US", "told US | told ME OK | told US that? THEY_AGREE | REACHED ME | WROTE to ME | SPOKE with ME"),
    ("WROTE", "wrote | SPOKE"),
    ("REACHED", "rang | phoned | called | telephoned | emailed | e mailed | texted | messaged | wrote"),
    ("SAY", "to say OK | to say that? THEY_AGREE | to agree | to consent"),
    // Who: those who can decide, and us.
    ("WHO", "she | he | they | TITLED | PARENT_OR_TWO"),
    ("THEM", "her | him | them both? | TITLED | PARENT_OR_TWO"),
    ("PARENT_OR_TWO", "ONE OWN? | ONE TITLED | TWO"),
    ("ME", "me | us"),
    ("US", "ME | SCHOOL | the office | THE? school? senco | THE? school? sendco"),
    ("AN", "a | an | the"),
    ("A", "AN | her | his | their"),
    ("THE", "a | an | our | WHOSE"),
    // By which way, where, and on which day that has been.
    ("AROUND", "BY? AT? WHEN? | AT BY WHEN?"),
    ("WHEN", "MARK? on DAY | MARK? PAST | this afternoon"),
    ("BEFORE", "MARK? on DAY | MARK? GONE"),
    ("GONE_BY", "MARK? GONE"),
];

/// The languages of interpreters, which are no names.
pub(super) const LANGUAGES: &[&str] = &[
    "albanian",
    "amharic",
    "arabic",
    "bengali",
    "bsl",
    "bulgarian",
    "cantonese",
    "czech",
    "dari",
    "farsi",
    "french",
    "german",
    "greek",
    "gujarati",
    "hindi",
    "hungarian",
    "italian",
    "kurdish",
    "latvian",
    "lithuanian",
    "mandarin",
    "nepali",
    "pashto",
    "persian",
    "polish",
    "portuguese",
    "punjabi",
    "romanian",
    "russian",
    "slovak",
    "somali",
    "spanish",
    "swahili",
    "sylheti",
    "tamil",
    "tigrinya",
    "turkish",
    "twi",
    "ukrainian",
    "urdu",
    "vietnamese",
    "welsh",
    "yoruba",
];

/// What was typed, with its letter written out, and words in capitals as if small.
fn plain(typed: &str) -> Option<String> {
    read_way(typed).map(|way| if way.chars().any(char::is_lowercase) { way } else { way.to_lowercase() })
}

/// Rules 8, 9, 11 to 13, 19 and 22: all of the text tells how they agreed, by its letter or in words.
pub fn names_a_way(typed: &str, call_day: NaiveDate) -> bool {
    plain(typed).is_some_and(|text| Reader::new(&text, &HOW, Some(call_day)).is("HOW"))
}

/// The days that a way tells of, as they were typed; none of what is no way.
pub(super) fn days_in_way(typed: &str, call_day: NaiveDate) -> Vec<String> {
    let Some(text) = plain(typed) else { return Vec::new() };
    let reader = Reader::new(&text, &HOW, Some(call_day));
    if reader.is("HOW") { reader.days().into_iter().map(str::to_owned).collect() } else { Vec::new() }
}

/// Rule 19: the one day that a way tells of, as it was typed. None where it tells of none, or of more than
/// one.
pub fn day_in_way(typed: &str, call_day: NaiveDate) -> Option<String> {
    let [day] = days_in_way(typed, call_day).try_into().ok()?;
    Some(day)
}
