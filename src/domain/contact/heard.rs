//! How words against ringing are heard, in whatever order they were typed: the reading behind [`super::Safety::heard`].
//!
//! Each clause is read by itself: what forbids is a word like not, never or no, and behind it what is not to be done.
//! Where such a word stands and nothing was made of it, that is told, so that somebody asks. Whose phone it is that
//! another person has is absent: only that it is not this one.

mod listed;

use crate::domain::text::words;
use listed::{
    BETWEEN, CALLS, GOOD, HARDLY, HARMLESS, LETTER, MAY_FORBID, MESSAGES, NOT, NUMBER, OTHERS, RINGING, TEXT,
    WHEN, WHOM, WHOSE,
};

/// What was heard of ringing; what stands further down goes before what stands above it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub(super) enum Ringing {
    /// Nothing.
    #[default]
    NotSaid,
    /// A word that may forbid it was not read.
    Doubt,
    /// It is safe.
    Safe,
    /// It is forbidden.
    Forbidden,
}

/// What the words of one text say.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Heard {
    /// Of ringing.
    pub(super) ringing: Ringing,
    /// No message is to be left.
    pub(super) no_message: bool,
    /// It may be written to: a text.
    pub(super) text: bool,
}

impl Heard {
    fn ringing(&mut self, said: Ringing) {
        self.ringing = self.ringing.max(said);
    }

    /// Both together.
    pub(super) fn and(mut self, other: Self) -> Self {
        self.ringing(other.ringing);
        self.no_message |= other.no_message;
        self.text |= other.text;
        self
    }
}

fn is(word: Option<&String>, list: &[&str]) -> bool {
    word.is_some_and(|word| list.contains(&word.as_str()))
}

/// How many words of the list stand first.
fn run(said: &[String], list: &[&str]) -> usize {
    said.iter().take_while(|word| list.contains(&word.as_str())).count()
}

/// A word of time without "on" or "at" before it.
fn is_time(word: &str) -> bool {
    const ALSO: [&str; 14] = [
        "am",
        "pm",
        "today",
        "tomorrow",
        "tonight",
        "yet",
        "night",
        "nights",
        "afternoon",
        "afternoons",
        "weekdays",
        "weekday",
        "lunch",
        "lunchtime",
    ];
    ALSO.contains(&word)
        || WHEN.iter().any(|when| if when.len() > 2 { word.starts_with(when) } else { word == *when })
}

/// Rule 6: the words say when. "On" and "at" do so only before a day or an hour.
fn says_when(said: &[String]) -> bool {
    const THE: [&str; 5] = ["the", "a", "his", "her", "school"];
    const DAYS: [&str; 13] = [
        "hours",
        "day",
        "days",
        "holiday",
        "holidays",
        "term",
        "xmas",
        "christmas",
        "half",
        "bank",
        "evenings",
        "teatime",
        "dinner",
    ];
    let Some(first) = said.first() else { return false };
    if !matches!(first.as_str(), "on" | "at" | "in") {
        return is_time(first);
    }
    let rest = &said[1..];
    let rest = &rest[run(rest, &THE)..];
    rest.first().is_some_and(|word| {
        let hour = word.len() <= 4 && word.starts_with(|c: char| c.is_ascii_digit());
        let at_once = matches!(word.as_str(), "on" | "at" | "in");
        hour || DAYS.contains(&word.as_str()) || !at_once && is_time(word)
    })
}

/// Behind the word for ringing: whom and on what, then what is left. True where this very number was named.
fn behind_object(said: &[String]) -> (bool, &[String]) {
    let said = &said[run(said, &WHOM)..];
    let on = run(said, &["on", "at", "to", "using"]);
    let this = run(&said[on..], &["this", "that", "the", "my", "here"]);
    let number = run(&said[on + this..], &NUMBER);
    if this > 0 && (number > 0 || is(said.get(on), &["here", "this"])) {
        let rest = &said[on + this + number..];
        return (true, &rest[run(rest, &WHOM)..]);
    }
    (false, said)
}

/// What was said is of the phone of another person, or of their place.
fn is_anothers(said: &[String]) -> bool {
    let said = &said[run(said, &["on", "at", "to"])..];
    let whose = &said[run(said, &WHOSE)..];
    let other = |word: &String| {
        let one = word.strip_suffix('s').unwrap_or(word);
        OTHERS.contains(&word.as_str()) || OTHERS.contains(&one)
    };
    whose.first().is_some_and(other) && !is(whose.get(1), &["listens", "is", "listening"])
}

/// What follows a "not safe" is something else than ringing: leaving a message.
fn of_message(said: &[String]) -> bool {
    let to = run(said, &["to", "for"]);
    to > 0 && (is(said.get(to), &["leave", "text", "message"]) || is(said.get(to), &MESSAGES))
}

/// One clause; `mine` where the text says whose this number is.
struct Clause<'a> {
    said: &'a [String],
    mine: bool,
    heard: Heard,
    /// Where an "unsafe" stands that is not one: "not unsafe".
    not_unsafe: Option<usize>,
    /// Something was made of the words.
    read: bool,
}

impl Clause<'_> {
    fn bans(&mut self) {
        self.heard.ringing(Ringing::Forbidden);
        self.read = true;
    }

    /// Ringing is forbidden, unless the words only say when, or speak of another phone.
    fn ringing(&mut self, behind: &[String]) {
        let (this, rest) = behind_object(behind);
        let praised =
            this && !is(rest.first(), &["before", "after", "until", "till", "between", "on", "at", "in"]);
        let when = says_when(rest) && !(praised && rest.iter().any(|word| GOOD.contains(&word.as_str())));
        if when || !this && is_anothers(rest) && self.mine {
            self.read = true;
        } else if this
            || !(is_anothers(rest) || is(rest.first(), &["at", "in"]) && !is(rest.get(1), &["all"]))
        {
            self.bans();
        } else {
            self.heard.ringing(Ringing::Doubt);
        }
    }

    /// Behind a word that forbids.
    fn forbidden(&mut self, at: usize) {
        let said = self.said;
        let word = said[at].as_str();
        if at > 0 && is(said.get(at - 1), &["if", "why"]) {
            self.read = true;
            return;
        }
        let next = at + 1;
        let between = run(&said[next..], &BETWEEN);
        // The word for ringing may itself be one of those between: "never phone".
        let place = (next..=next + between).rev().find(|at| {
            let word = said.get(*at);
            is(word, &RINGING)
                || is(word, &MESSAGES)
                || is(word, &["safe", "unsafe", "leave", "use", "this", "here"])
                || is(word, &["on"]) && is(said.get(at + 1), &["this", "that", "here"])
        });
        let Some(place) = place else {
            let hour = said.get(next).is_some_and(|word| word.len() <= 2 && word.parse::<u8>().is_ok());
            if word != "no" && (hour || says_when(&said[next..]) || is(said.get(next), &HARMLESS)) {
                self.read = true;
            }
            return;
        };
        let longer = said[next..place].iter().any(|word| word == "longer");
        let is_no = word == "no" && !longer;
        let behind = &said[place + 1..];
        match said[place].as_str() {
            "unsafe" => (self.not_unsafe, self.read) = (Some(place), true),
            "safe" if of_message(behind) && !behind.iter().any(|word| RINGING.contains(&word.as_str())) => {
                (self.heard.no_message, self.read) = (true, true);
            }
            "safe" => self.bans(),
            "leave" => {
                let any = run(behind, &["a", "any", "me", "her", "us", "voice", "phone", "him"]);
                if is(behind.get(any), &MESSAGES) {
                    (self.heard.no_message, self.read) = (true, true);
                }
            }
            word if MESSAGES.contains(&word) && is_no => (self.heard.no_message, self.read) = (true, true),
            word if MESSAGES.contains(&word) => {}
            // A thing, and not what is done with it.
            "phone" | "telephone" if place > next && is(said.get(place - 1), &["a", "the", "good"]) => {}
            word if is_no && !CALLS.contains(&word) => {}
            "this" | "here" | "on" | "use" => {
                let from = if said[place] == "use" { place + 1 } else { place };
                let (this, rest) = behind_object(&said[from..]);
                match (this, says_when(rest)) {
                    (_, true) => self.read = true,
                    (true, false) => self.bans(),
                    (false, false) if said[place] == "use" && rest.is_empty() => self.bans(),
                    (false, false) => {}
                }
            }
            _ => self.ringing(behind),
        }
    }

    /// "Text only", "only by email", "just text me".
    fn only(&mut self, at: usize) {
        const HOW: [&str; 12] =
            ["by", "via", "to", "use", "send", "ever", "me", "please", "a", "in", "message", "messages"];
        let said = self.said;
        let (only, just) = (said[at] == "only", said[at] == "just");
        if !only && !just {
            return;
        }
        let behind = at + 1 + run(&said[at + 1..], &HOW);
        let before = (0..at)
            .rev()
            .find(|at| !is(said.get(*at), &["me", "us", "her", "message", "messages", "please"]));
        let first = is(said.get(behind + 1), &["first", "before", "when", "if"]);
        let way = match before
            .filter(|before| only && (is(said.get(*before), &TEXT) || is(said.get(*before), &LETTER)))
        {
            Some(before) => before,
            None if (only && !is(at.checked_sub(1).and_then(|at| said.get(at)), &["my", "the"]))
                || just && !first =>
            {
                behind
            }
            None => return,
        };
        let rings = way > 0
            && is(said.get(way - 1), &["or", "and"])
            && said[..way].iter().any(|w| RINGING.contains(&w.as_str()));
        let (text, letter) = (is(said.get(way), &TEXT), is(said.get(way), &LETTER));
        if rings && (text || letter) {
            self.read = true;
        } else if text || only && letter {
            self.heard.text |= text;
            self.bans();
        }
    }

    fn listens(&mut self, at: usize) {
        let said = self.said;
        let before = at.checked_sub(1).and_then(|at| said.get(at));
        match said[at].as_str() {
            "listens" if before.is_some() && !is(before, &NOT) => self.bans(),
            "listen" if is(before, &["they", "will", "might", "may", "can"]) => self.bans(),
            "listening" if is(before, &["is", "hes", "shes", "be", "theyre", "are"]) => self.bans(),
            _ => {}
        }
    }

    fn read(mut self) -> Heard {
        let said = self.said;
        let of = |list: &[&str]| said.iter().position(|word| list.contains(&word.as_str()));
        for (at, word) in said.iter().enumerate() {
            self.only(at);
            self.listens(at);
            if NOT.contains(&word.as_str()) {
                self.forbidden(at);
            }
            if word == "unsafe" && self.not_unsafe != Some(at) {
                self.bans();
            }
        }
        let asks = said.windows(2).any(|two| two[0] == "is" && is(two.get(1), &["it", "this", "that"]));
        if !self.read && !asks && of(&["safe"]).is_some() && of(&HARDLY).is_none() {
            self.heard.ringing(Ringing::Safe);
            self.read = true;
        }
        let unread = of(&MAY_FORBID).filter(|_| !self.read);
        let doubt = unread.is_some_and(|at| {
            let timed = said[at + 1..]
                .iter()
                .any(|word| !matches!(word.as_str(), "on" | "at" | "in") && is_time(word));
            !timed
                && !said[..at].iter().any(|word| matches!(word.as_str(), "when" | "if" | "while" | "unless"))
        });
        if doubt {
            self.heard.ringing(Ringing::Doubt);
        }
        self.heard
    }
}

/// What the words of a text say, one clause after the other.
pub(super) fn heard(typed: &str) -> Heard {
    let typed = typed.replace(['`', '\u{b4}', '\u{2018}', '\u{2bc}'], "'").replace(" - ", ", ");
    let clauses: Vec<Vec<String>> = typed
        .split([',', ';', ':', '.', '!', '?', '(', ')', '\u{2013}', '\u{2014}'])
        .flat_map(|clause| {
            words(clause).split(|word| word == "but").map(<[String]>::to_vec).collect::<Vec<_>>()
        })
        .collect();
    let mine =
        clauses.iter().any(|said| is(said.last(), &["mine"]) || said.iter().any(|word| word == "mine"));
    clauses
        .iter()
        .map(|said| Clause { said, mine, heard: Heard::default(), not_unsafe: None, read: false }.read())
        .fold(Heard::default(), Heard::and)
}
