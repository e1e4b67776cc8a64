//! A call on the phone line, and who is ringing.
//!
//! The service names five kinds of people who may ring; the law adds the sixth, a young person over
//! compulsory school age (Children and Families Act 2014, s.83(2)). "Other parties" are split in two here,
//! because a caller ringing in their work may be rung back and a relative may not.
//!
//! 1. A parent or carer and a young person speak for themselves: no consent question is asked of them.
//! 2. Everyone else is a third party, and consent comes before any detail of the family.
//! 3. Of a third party ringing in their work the own work details are kept as they are typed.
//! 4. Of a relative or friend, and of a caller who is not known yet, nothing is kept before consent.
//! 5. Who is ringing can be said in the words people use ("mum", "SENCO", "gran", "council"). Mother and father are
//!    parents, and so are step-parents, foster parents and guardians (Education Act 1996, s.576). Only the whole of
//!    what was typed counts: "mum's friend" is not a parent.
//! 6. Of a parent whose son or daughter decides alone, name and number are kept before he or she has agreed, and no
//!    more. Of a young person nothing is: what they say of themselves is kept because they agree.

use super::consent::RELATIVES;
use super::detail::Detail;
use super::willingness::PartyKind;

/// The six kinds of caller; the fifth, "other party", in its two forms.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum CallerKind {
    /// Parent or carer, or anyone with parental responsibility.
    Parent,
    /// Local authority officer.
    LaOfficer,
    /// Parent Partnership officer, today's SENDIASS.
    SendiassOfficer,
    /// School staff.
    SchoolStaff,
    /// Another party ringing in their work: voluntary agency, advocate, solicitor.
    OtherParty,
    /// A relative, friend or neighbour.
    Relative,
    /// A young person over compulsory school age.
    YoungPerson,
}

impl CallerKind {
    /// In the order the screen lists them.
    pub const ALL: [Self; 7] = [
        Self::Parent,
        Self::LaOfficer,
        Self::SendiassOfficer,
        Self::SchoolStaff,
        Self::OtherParty,
        Self::Relative,
        Self::YoungPerson,
    ];

    /// The letter that chooses it in *Who*.
    pub fn letter(self) -> char {
        match self {
            Self::Parent => 'p',
            Self::LaOfficer => 'l',
            Self::SendiassOfficer => 'a',
            Self::SchoolStaff => 's',
            Self::OtherParty => 'v',
            Self::Relative => 'o',
            Self::YoungPerson => 'y',
        }
    }

    /// The words on the screen.
    pub fn label(self) -> &'static str {
        match self {
            Self::Parent => "Parent or carer",
            Self::LaOfficer => "LA officer",
            Self::SendiassOfficer => "SENDIASS officer (Parent Partnership)",
            Self::SchoolStaff => "School staff",
            Self::OtherParty => "Other party: agency, advocate",
            Self::Relative => "Other: relative, friend",
            Self::YoungPerson => "Young person",
        }
    }

    /// A short form for lists.
    pub fn short(self) -> &'static str {
        match self {
            Self::Parent => "Parent",
            Self::LaOfficer => "LA officer",
            Self::SendiassOfficer => "SENDIASS",
            Self::SchoolStaff => "School",
            Self::OtherParty => "Vol.agency",
            Self::Relative => "Relative",
            Self::YoungPerson => "Young person",
        }
    }

    /// The word in the file.
    pub fn code(self) -> &'static str {
        match self {
            Self::Parent => "parent",
            Self::LaOfficer => "la officer",
            Self::SendiassOfficer => "sendiass officer",
            Self::SchoolStaff => "school staff",
            Self::OtherParty => "other party",
            Self::Relative => "relative",
            Self::YoungPerson => "young person",
        }
    }

    /// Reads the word in the file.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|k| k.code() == code)
    }

    /// Rule 5: the kind that is meant by the words people use; none for anything else.
    pub fn from_spoken(typed: &str) -> Option<Self> {
        let text = typed.to_lowercase().replace(['-', '.', '\'', '\u{2019}'], " ");
        let mut words: Vec<&str> = text.split_whitespace().collect();
        words.drain(..usize::from(words.len() > 1 && ["the", "his", "her", "their"].contains(&words[0])));
        let said = words.concat();
        let bare =
            ["step", "foster", "adoptive", "birth"].into_iter().find_map(|first| said.strip_prefix(first));
        let is_one_of = |list: &[&str], said: &str| list.contains(&said);
        if is_one_of(PARENTS, &said) || bare.is_some_and(|bare| is_one_of(PARENTS, bare)) {
            return Some(Self::Parent);
        }
        SPOKEN.iter().find(|(_, list)| is_one_of(list, &said)).map(|(kind, _)| *kind)
    }

    /// The side of a case that a caller of this kind may be; none for whoever is a side of no case.
    pub fn party(self) -> Option<PartyKind> {
        match self {
            Self::Parent => Some(PartyKind::Family),
            Self::YoungPerson => Some(PartyKind::YoungPerson),
            Self::LaOfficer => Some(PartyKind::LocalAuthority),
            Self::SchoolStaff => Some(PartyKind::School),
            Self::SendiassOfficer | Self::OtherParty | Self::Relative => None,
        }
    }

    /// Rule 2: consent has to be asked of this caller.
    pub fn is_third_party(self) -> bool {
        !matches!(self, Self::Parent | Self::YoungPerson)
    }

    /// Rule 3: rings in their work, so own work details are kept and a ring-back may be noted.
    pub fn rings_in_their_work(self) -> bool {
        matches!(self, Self::LaOfficer | Self::SendiassOfficer | Self::SchoolStaff | Self::OtherParty)
    }

    /// Only for a caller who was asked for somebody's consent and has not brought it; a parent is asked only where the
    /// son or daughter decides. Rules 3, 4 and 6: whether the detail may be kept all the same.
    pub fn keeps_without_consent(self, detail: Detail) -> bool {
        match self {
            Self::Parent => matches!(detail, Detail::Name | Detail::Phone),
            Self::Relative | Self::YoungPerson => false,
            _ => detail.is_of_their_work(),
        }
    }
}

/// Who is a parent or carer, in the words people use; each also with "step", "foster", "adoptive" or "birth" before it.
const PARENTS: &[&str] = &[
    "mum",
    "mummy",
    "mom",
    "mam",
    "mother",
    "dad",
    "daddy",
    "father",
    "parent",
    "parents",
    "carer",
    "carers",
    "guardian",
    "specialguardian",
    "legalguardian",
];

/// Everybody else, written together: "head teacher" is `headteacher`.
const SPOKEN: &[(CallerKind, &[&str])] = &[
    (CallerKind::Relative, RELATIVES),
    (CallerKind::Relative, &["relative", "relation", "friend", "familyfriend", "neighbour"]),
    (
        CallerKind::SchoolStaff,
        &[
            "school",
            "teacher",
            "classteacher",
            "head",
            "headteacher",
            "deputyhead",
            "headmaster",
            "headmistress",
            "senco",
            "sendco",
            "teachingassistant",
            "tutor",
            "college",
            "nursery",
        ],
    ),
    (
        CallerKind::LaOfficer,
        &[
            "la",
            "lea",
            "council",
            "thecouncil",
            "localauthority",
            "caseofficer",
            "senofficer",
            "sendofficer",
            "sendteam",
            "senteam",
            "ehcofficer",
            "councilofficer",
        ],
    ),
    (CallerKind::SendiassOfficer, &["sendiass", "iass", "parentpartnership", "iassofficer"]),
    (
        CallerKind::OtherParty,
        &["advocate", "solicitor", "charity", "agency", "voluntaryagency", "supportworker"],
    ),
];

/// Where a call stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CallState {
    /// On the line, or left for another page.
    Open,
    /// Left for later, or cut off.
    NotFinished,
    /// Finished.
    Finished,
}

impl CallState {
    /// The word in the file and on the screen.
    pub fn code(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::NotFinished => "not finished",
            Self::Finished => "finished",
        }
    }

    /// Reads the word in the file.
    pub fn from_code(code: &str) -> Option<Self> {
        [Self::Open, Self::NotFinished, Self::Finished].into_iter().find(|s| s.code() == code)
    }
}
