//! Who is willing to take part, and the light that says whether a meeting may be booked.
//!
//! Mediation is voluntary: nobody is ever recorded as required to come. An answer can change at any time;
//! each is kept with its day, its words and who said it.
//!
//! 1. A party is needed, invited, or dropped. The family and the other side are needed by default; a school
//!    beside a local authority is invited.
//! 2. The latest answer counts. Having asked or left a message is an attempt, not an answer.
//! 3. "Yes, but" counts as willing; its words are shown when the meeting is booked.
//! 4. The light is on when consent is in force, both sides have a needed party, and every needed party is
//!    willing. It is computed, never typed.
//! 5. A third party's word is never the family's willingness: it comes from the family.
//! 6. A local authority has a duty to take part in statutory mediation (Children and Families Act 2014,
//!    s.54(2)(c)); its "no" is recorded and does not end the case. On disagreement resolution it may.
//! 7. The next chase is one working day after a telephone call, two after an e-mail, one after a message,
//!    unless the office has set other days (`ladder`).
//! 8. After three chases without an answer a coordinator takes the row.
//! 9. An objection of the other parent or an order of a court puts the light out until a coordinator settled it;
//!    it is never overridden in silence.

use super::consent::ConsentStanding;
use super::subject::Route;

/// What was recorded for a party: an answer, or an attempt to get one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Answer {
    /// Asked, waiting.
    Asked,
    /// A message was left.
    LeftMessage,
    /// Yes.
    Willing,
    /// Yes, on a condition.
    WillingBut,
    /// No.
    NotWilling,
    /// Said yes before, and has pulled out.
    PulledOut,
}

impl Answer {
    /// All of them.
    pub const ALL: [Self; 6] =
        [Self::Asked, Self::LeftMessage, Self::Willing, Self::WillingBut, Self::NotWilling, Self::PulledOut];

    /// The word in the file.
    pub fn code(self) -> &'static str {
        match self {
            Self::Asked => "asked",
            Self::LeftMessage => "left message",
            Self::Willing => "willing",
            Self::WillingBut => "willing, but",
            Self::NotWilling => "not willing",
            Self::PulledOut => "pulled out",
        }
    }

    /// Reads the word in the file.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|a| a.code() == code)
    }

    /// The word of the light.
    pub fn word(self) -> &'static str {
        match self {
            Self::Asked => "waiting",
            Self::LeftMessage => "left message",
            Self::Willing => "YES",
            Self::WillingBut => "YES, but",
            Self::NotWilling => "NO",
            Self::PulledOut => "pulled out",
        }
    }

    /// Rule 2: an answer, not an attempt.
    pub fn is_an_answer(self) -> bool {
        !matches!(self, Self::Asked | Self::LeftMessage)
    }

    /// They do not want to meet, or not any more.
    pub fn is_a_no(self) -> bool {
        matches!(self, Self::NotWilling | Self::PulledOut)
    }

    /// Rule 3.
    pub fn is_willing(self) -> bool {
        matches!(self, Self::Willing | Self::WillingBut)
    }
}

/// Which side of the disagreement a party is on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Side {
    /// The parents, or the young person.
    Family,
    /// The local authority, school, provider or health body they disagree with.
    OtherSide,
    /// Beside them: a school next to an authority, a supporter.
    Beside,
}

impl Side {
    /// The word in the file.
    pub fn code(self) -> &'static str {
        match self {
            Self::Family => "family",
            Self::OtherSide => "other side",
            Self::Beside => "beside",
        }
    }

    /// Reads the word in the file; anything else stands beside.
    pub fn from_code(code: &str) -> Self {
        [Self::Family, Self::OtherSide].into_iter().find(|s| s.code() == code).unwrap_or(Self::Beside)
    }
}

/// What a party is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum PartyKind {
    /// Parents or carers.
    Family,
    /// The young person, who decides.
    YoungPerson,
    /// A local authority.
    LocalAuthority,
    /// A school, nursery or college.
    School,
    /// Another education provider.
    Provider,
    /// A health commissioner.
    Health,
    /// Anybody else.
    Other,
}

impl PartyKind {
    /// All of them.
    pub const ALL: [Self; 7] = [
        Self::Family,
        Self::YoungPerson,
        Self::LocalAuthority,
        Self::School,
        Self::Provider,
        Self::Health,
        Self::Other,
    ];

    /// The word in the file.
    pub fn code(self) -> &'static str {
        match self {
            Self::Family => "family",
            Self::YoungPerson => "young person",
            Self::LocalAuthority => "local authority",
            Self::School => "school",
            Self::Provider => "provider",
            Self::Health => "health",
            Self::Other => "other",
        }
    }

    /// Reads the word in the file; anything else is another party.
    pub fn from_code(code: &str) -> Self {
        Self::ALL.into_iter().find(|k| k.code() == code).unwrap_or(Self::Other)
    }

    /// The short word in lists: Family, LA, School.
    pub fn short(self) -> &'static str {
        match self {
            Self::Family => "Family",
            Self::YoungPerson => "Young person",
            Self::LocalAuthority => "LA",
            Self::School => "School",
            Self::Provider => "Provider",
            Self::Health => "Health",
            Self::Other => "Other",
        }
    }

    /// The party inside a line: "Wed (family)".
    pub fn inside(self) -> &'static str {
        match self {
            Self::Family => "family",
            Self::YoungPerson => "young person",
            Self::LocalAuthority => "LA",
            Self::School => "school",
            Self::Provider => "provider",
            Self::Health => "health body",
            Self::Other => "other party",
        }
    }

    /// The party in a sentence: "The LA has not said yes yet."
    pub fn the(self) -> &'static str {
        match self {
            Self::Family => "The family",
            Self::YoungPerson => "The young person",
            Self::LocalAuthority => "The LA",
            Self::School => "The school",
            Self::Provider => "The provider",
            Self::Health => "The health body",
            Self::Other => "The other party",
        }
    }
}

/// Rule 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Needed {
    /// No booking without them.
    Needed,
    /// Welcome; a booking does not wait for them.
    Invited,
    /// No longer part of it.
    Dropped,
}

impl Needed {
    /// The word in the file.
    pub fn code(self) -> &'static str {
        match self {
            Self::Needed => "needed",
            Self::Invited => "invited",
            Self::Dropped => "dropped",
        }
    }

    /// Reads the word in the file; anything else is invited.
    pub fn from_code(code: &str) -> Self {
        [Self::Needed, Self::Dropped].into_iter().find(|n| n.code() == code).unwrap_or(Self::Invited)
    }
}

/// What the light asks of a party.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Standing {
    /// What the party is.
    pub kind: PartyKind,
    /// Its side.
    pub side: Side,
    /// Rule 1.
    pub needed: Needed,
    /// The latest answer; attempts are left out.
    pub answer: Option<Answer>,
}

/// What speaks against a consent that stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Objection {
    /// A second parent does not agree.
    OtherParent,
    /// A court has ordered who decides, or who may not be told.
    CourtOrder,
}

impl Objection {
    /// The word in the file.
    pub fn code(self) -> &'static str {
        match self {
            Self::OtherParent => "other parent objects",
            Self::CourtOrder => "court order",
        }
    }

    /// Reads the word in the file; anything else is a court order, the more careful of the two.
    pub fn from_code(code: &str) -> Self {
        if code == Self::OtherParent.code() { Self::OtherParent } else { Self::CourtOrder }
    }

    /// The words of Today.
    pub fn short(self) -> &'static str {
        match self {
            Self::OtherParent => "Other parent objects",
            Self::CourtOrder => "Court order",
        }
    }
}

/// What stands between a case and a booking, in the order it is named.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Missing {
    /// Consent is not in force.
    Consent,
    /// The other parent objects, or a court has ordered something: not settled.
    Objection(Objection),
    /// A side has no needed party.
    Side(Side),
    /// A needed party has not answered.
    NoAnswer(PartyKind),
    /// A needed party said no.
    SaidNo(PartyKind),
    /// A needed party pulled out.
    PulledOut(PartyKind),
}

impl Missing {
    /// One sentence: "The LA has not said yes yet."
    pub fn sentence(self) -> String {
        match self {
            Self::Consent => "Consent is not in force.".to_owned(),
            Self::Objection(Objection::OtherParent) => {
                "The other parent objects: a coordinator settles it.".to_owned()
            }
            Self::Objection(Objection::CourtOrder) => {
                "There is a court order: a coordinator settles it.".to_owned()
            }
            Self::Side(Side::Family) => "Nobody of the family takes part yet.".to_owned(),
            Self::Side(_) => "Nobody of the other side takes part yet.".to_owned(),
            Self::NoAnswer(kind) => format!("{} has not said yes yet.", kind.the()),
            Self::SaidNo(kind) => format!("{} said no.", kind.the()),
            Self::PulledOut(kind) => format!("{} pulled out.", kind.the()),
        }
    }

    /// A few words after a booking in doubt: "LA pulled out".
    pub fn in_doubt(self) -> String {
        match self {
            Self::Consent => "consent withdrawn".to_owned(),
            Self::Objection(kind) => kind.short().to_lowercase(),
            Self::Side(Side::Family) => "no family named".to_owned(),
            Self::Side(_) => "no other side named".to_owned(),
            Self::NoAnswer(kind) => format!("{} to say yes", kind.inside()),
            Self::SaidNo(kind) => format!("{} said no", kind.inside()),
            Self::PulledOut(kind) => format!("{} pulled out", kind.inside()),
        }
    }

    /// A few words for "Still needed: ...".
    pub fn still_needed(self) -> String {
        match self {
            Self::Consent => "consent".to_owned(),
            Self::Objection(Objection::OtherParent) => "the objection to be settled".to_owned(),
            Self::Objection(Objection::CourtOrder) => "the court order to be settled".to_owned(),
            Self::Side(Side::Family) => "a family to ask".to_owned(),
            Self::Side(_) => "another side to ask".to_owned(),
            Self::NoAnswer(kind) | Self::SaidNo(kind) | Self::PulledOut(kind) => {
                let the = kind.the().trim_start_matches("The ");
                format!("{the} to say yes")
            }
        }
    }
}

/// Rule 4: what is missing; nothing missing is the light.
pub fn light(consent: ConsentStanding, parties: &[Standing]) -> Vec<Missing> {
    let mut missing = Vec::new();
    if !consent.in_force() {
        missing.push(Missing::Consent);
    }
    let needed = || parties.iter().filter(|p| p.needed == Needed::Needed);
    for side in [Side::Family, Side::OtherSide] {
        if !needed().any(|p| p.side == side) {
            missing.push(Missing::Side(side));
        }
    }
    missing.extend(needed().filter_map(|p| match p.answer {
        Some(a) if a.is_willing() => None,
        Some(Answer::NotWilling) => Some(Missing::SaidNo(p.kind)),
        Some(Answer::PulledOut) => Some(Missing::PulledOut(p.kind)),
        _ => Some(Missing::NoAnswer(p.kind)),
    }));
    missing
}

/// Rule 6: what is said when an authority answers no.
pub fn after_a_no(kind: PartyKind, route: Route) -> &'static str {
    match (kind, route) {
        (PartyKind::LocalAuthority, route) if route.la_may_decline() => {
            "Taking part in disagreement resolution is voluntary. The case may end here."
        }
        (PartyKind::LocalAuthority, _) => {
            "The LA has a duty to take part (CFA s.54(2)(c)). The case goes on; tell the family."
        }
        (PartyKind::Family | PartyKind::YoungPerson, _) => {
            "Taking part is voluntary. Ask whether a certificate is wanted."
        }
        _ => "Taking part is voluntary. A coordinator looks at what is next.",
    }
}

/// Rule 8.
pub const CHASES_BEFORE_COORDINATOR: i64 = 3;
