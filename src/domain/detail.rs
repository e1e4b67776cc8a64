//! The details a call is made of, in the one order in which they are asked, drawn and read out.
//!
//! A detail belongs to the caller (kept by the rules of [`super::call`]) or to the family (kept only with
//! consent). Each is text as typed beside its reading; validity is a separate question and stops nobody.
//!
//! 1. The thirteen details of a parent's call come first and keep their order: Who, Name, Phone, Best time,
//!    Needs, Child, Born, School, Area, About, Letter, Wants, Other side.
//! 2. Those that can wait follow: Relation, Email, Address, Plan.
//! 3. A third party is asked where they ring from before their number.
//! 4. There is no field for a fee, a diagnosis, ethnicity or how strong a case is.

use super::field::Part;

/// The most letters of any detail.
pub const LONGEST: usize = 2000;

/// One detail of a call.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Detail {
    /// Which of the six kinds of caller.
    Who,
    /// The caller's own name.
    Name,
    /// Where a third party rings from: post and employer.
    Work,
    /// The caller's number.
    Phone,
    /// When to ring.
    BestTime,
    /// Interpreter, access and other needs.
    Needs,
    /// The child's or young person's name.
    Child,
    /// Date of birth, age or year group.
    Born,
    /// School or setting.
    School,
    /// The local authority.
    Area,
    /// The kinds of disagreement.
    About,
    /// The date on the decision letter.
    Letter,
    /// What the family wants.
    Wants,
    /// Whom the disagreement is with.
    OtherSide,
    /// The parent's name, when somebody else rang.
    ParentName,
    /// The parent's number, when somebody else rang.
    ParentPhone,
    /// How the caller is related to the child.
    Relation,
    /// E-mail.
    Email,
    /// Address, only for posting.
    Address,
    /// Whether there is an EHC plan.
    Plan,
}

impl Detail {
    /// All of them, in the order of rules 1 to 3.
    pub const ALL: [Self; 20] = [
        Self::Who,
        Self::Name,
        Self::Work,
        Self::Phone,
        Self::BestTime,
        Self::Needs,
        Self::Child,
        Self::Born,
        Self::School,
        Self::Area,
        Self::About,
        Self::Letter,
        Self::Wants,
        Self::OtherSide,
        Self::ParentName,
        Self::ParentPhone,
        Self::Relation,
        Self::Email,
        Self::Address,
        Self::Plan,
    ];

    /// The word in the file.
    pub fn code(self) -> &'static str {
        match self {
            Self::Who => "who",
            Self::Name => "name",
            Self::Work => "work",
            Self::Phone => "phone",
            Self::BestTime => "best time",
            Self::Needs => "needs",
            Self::Child => "child",
            Self::Born => "born",
            Self::School => "school",
            Self::Area => "area",
            Self::About => "about",
            Self::Letter => "letter",
            Self::Wants => "wants",
            Self::OtherSide => "other side",
            Self::ParentName => "parent name",
            Self::ParentPhone => "parent phone",
            Self::Relation => "relation",
            Self::Email => "email",
            Self::Address => "address",
            Self::Plan => "plan",
        }
    }

    /// Reads the word in the file.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|d| d.code() == code)
    }

    /// The label on the screen.
    pub fn label(self) -> &'static str {
        match self {
            Self::Who => "Who",
            Self::Name | Self::Child => "Name",
            Self::Work => "From",
            Self::Phone => "Phone",
            Self::BestTime => "Best time",
            Self::Needs => "Needs",
            Self::Born => "Born",
            Self::School => "School",
            Self::Area => "Area (LA)",
            Self::About => "About",
            Self::Letter => "Letter",
            Self::Wants => "Wants",
            Self::OtherSide => "Other side",
            Self::ParentName => "Parent",
            Self::ParentPhone => "Parent tel",
            Self::Relation => "Relation",
            Self::Email => "Email",
            Self::Address => "Address",
            Self::Plan => "Plan",
        }
    }

    /// The most letters it holds. What becomes the contact of a party is as short as that is kept.
    pub fn longest(self) -> usize {
        match self {
            Self::Name | Self::ParentName => Part::Person.longest(),
            Self::OtherSide | Self::School | Self::Work => Part::Name.longest(),
            Self::Phone | Self::ParentPhone => Part::Phone.longest(),
            Self::Relation => Part::Relation.longest(),
            Self::Email => Part::Email.longest(),
            Self::BestTime => Part::BestTime.longest(),
            Self::Needs => Part::Needs.longest(),
            _ => LONGEST,
        }
    }

    /// Belongs to the caller rather than to the family.
    pub fn is_the_callers(self) -> bool {
        matches!(
            self,
            Self::Name
                | Self::Work
                | Self::Phone
                | Self::BestTime
                | Self::Needs
                | Self::Relation
                | Self::Email
                | Self::Address
        )
    }

    /// Its reading is kept of every call without any consent, to be counted, and tells of nobody. Decided for the
    /// service: a call that leaves nothing else leaves its day, the kind of caller, the area and the kinds of
    /// disagreement.
    pub fn is_general(self) -> bool {
        matches!(self, Self::About | Self::Area)
    }

    /// What is kept of a caller in their work before any consent. Needs, a relation and an address are never
    /// somebody's work: typed before *Who* is answered, they are a family's.
    pub fn is_of_their_work(self) -> bool {
        matches!(self, Self::Name | Self::Work | Self::Phone | Self::BestTime | Self::Email)
    }
}

/// What the family wants: letter, word in the file, words on the screen.
pub const WANTS: [(char, &str, &str); 6] = [
    ('y', "mediation", "Mediation: yes"),
    ('n', "no mediation", "Mediation: no"),
    ('c', "certificate", "Certificate only"),
    ('i', "information", "Information only"),
    ('d', "disagreement resolution", "Disagreement resolution: yes"),
    ('u', "undecided", "Not decided yet"),
];

/// The words on the screen for a stored wish; the text itself where it is not from the list.
pub fn wants_words(stored: &str) -> &str {
    WANTS.iter().find(|w| w.1 == stored).map_or(stored, |w| w.2)
}

/// What stands behind "yes but" and makes it none.
const NO_YES: [&str; 7] = ["", "no", "not now", "not sure", "not yet", "unsure", "maybe not"];

/// The condition of a yes: "yes but not with mrs harris" is one with limits. None where the words are no such yes.
pub fn wants_but(typed: &str) -> Option<&str> {
    let (yes, rest) = typed.trim().split_once([' ', ','])?;
    let rest = rest.trim_start_matches([' ', ',', ';', ':', '-']);
    let (first, behind) = rest.split_once(' ')?;
    let first = first.trim_end_matches(',').to_lowercase();
    let is_yes = ["yes", "yeah", "yep", "ok", "okay", "y"].contains(&yes.to_lowercase().as_str());
    match first.as_str() {
        _ if !is_yes => None,
        "but" => Some(behind.trim()).filter(|words| !NO_YES.contains(&words.to_lowercase().as_str())),
        "if" | "only" | "unless" | "provided" | "except" => Some(rest),
        _ => None,
    }
}
