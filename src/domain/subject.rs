//! What a disagreement is about: the kinds, in the order of the law, then the others.
//!
//! Before consent only a kind from this list may be kept, never words. The kinds come from the Children and
//! Families Act 2014: s.51(2) for what can be appealed, ss.53-54 for health and social care, s.57(2)-(5) for
//! disagreement resolution.
//!
//! 1. An appealable decision of the authority takes the statutory route (s.52).
//! 2. A disagreement about duties or about provision made in a school takes disagreement resolution (s.57).
//! 3. Of something else, or of nothing yet, the route is not known, and the stricter clock is shown.
//! 4. On the statutory route a local authority has a duty to take part (s.54(2)(c)): its "no" does not end
//!    the case. On disagreement resolution it may.
//! 5. Without consent a call keeps the first kinds that were named, as many as its column holds; each once.
//! 6. Plain words ("they refused to assess him") are no kind. The kind that they sound like is offered, and only that:
//!    a wrong one would be a wrong route.

/// A kind of disagreement.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Subject {
    /// The word in the file.
    pub code: &'static str,
    /// The letter that chooses it.
    pub letter: char,
    /// The words on the screen.
    pub label: &'static str,
    /// The route it takes.
    pub route: Route,
}

/// Which of the two processes of the Act a case is in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Route {
    /// Mediation after an appealable decision, ss.52-55.
    Statutory,
    /// Disagreement resolution, s.57: voluntary for all, no certificate.
    DisagreementResolution,
    /// Not known yet.
    NotKnown,
}

impl Route {
    /// The word in the file and on the screen.
    pub fn code(self) -> &'static str {
        match self {
            Self::Statutory => "statutory",
            Self::DisagreementResolution => "disagreement resolution",
            Self::NotKnown => "not known",
        }
    }

    /// Reads the word in the file; anything else is not known.
    pub fn from_code(code: &str) -> Self {
        [Self::Statutory, Self::DisagreementResolution]
            .into_iter()
            .find(|r| r.code() == code)
            .unwrap_or(Self::NotKnown)
    }

    /// Rule 4: the local authority's "no" may end the case.
    pub fn la_may_decline(self) -> bool {
        self == Self::DisagreementResolution
    }
}

const fn subject(code: &'static str, letter: char, label: &'static str, route: Route) -> Subject {
    Subject { code, letter, label, route }
}

/// All kinds, in order.
pub const SUBJECTS: [Subject; 14] = [
    subject("refuse_assess", 'a', "LA will not assess (EHC)", Route::Statutory),
    subject("refuse_reassess", 'r', "LA will not re-assess", Route::Statutory),
    subject("refuse_issue", 'i', "LA will not issue a plan", Route::Statutory),
    subject("content_B", 'b', "Needs in the plan (section B)", Route::Statutory),
    subject("content_F", 'f', "Provision in the plan (section F)", Route::Statutory),
    subject("content_I", 'p', "Placement or school (section I)", Route::Statutory),
    subject("refuse_amend", 'm', "LA will not amend after a review", Route::Statutory),
    subject("cease", 'c', "LA will cease the plan", Route::Statutory),
    subject("health", 'h', "Health parts of the plan (C, G)", Route::Statutory),
    subject("social_care", 's', "Social care parts of the plan (D, H)", Route::Statutory),
    subject("school_provision", 'k', "SEN provision made in the school", Route::DisagreementResolution),
    subject("duties", 'd', "Delay, or provision not delivered", Route::DisagreementResolution),
    subject("lac_health_la", 'l', "LA and health commissioner disagree", Route::DisagreementResolution),
    subject("other", 'o', "Something else", Route::NotKnown),
];

/// The words that a kind had in an earlier list, and its code: a file may have them as typed.
pub const FORMER_WORDS: [(&str, &str); 2] = [
    ("Placement: school in the plan (section I)", "content_I"),
    ("Provision in the plan not given, or delay", "duties"),
];

/// The kind with this code.
pub fn subject_of(code: &str) -> Option<Subject> {
    SUBJECTS.into_iter().find(|s| s.code == code)
}

/// What parents say, and the kind it sounds like. Every word of a line is said, in any order; `*` ends the beginning of
/// a word. The first line that is said counts.
const SAID: [(&str, &str); 45] = [
    ("reassess*", "refuse_reassess"),
    ("assess* again", "refuse_reassess"),
    ("refus* assess*", "refuse_assess"),
    ("refus* ehcna", "refuse_assess"),
    ("wont assess*", "refuse_assess"),
    ("wont ehcna", "refuse_assess"),
    ("not assess*", "refuse_assess"),
    ("no assess*", "refuse_assess"),
    ("turned assess*", "refuse_assess"),
    ("refus* amend*", "refuse_amend"),
    ("wont amend*", "refuse_amend"),
    ("not amend*", "refuse_amend"),
    ("wont change plan", "refuse_amend"),
    ("not chang* plan", "refuse_amend"),
    ("ceas*", "cease"),
    ("stop* plan", "cease"),
    ("stop* ehcp", "cease"),
    ("end* plan", "cease"),
    ("end* ehcp", "cease"),
    ("tak* away plan", "cease"),
    ("tak* away ehcp", "cease"),
    ("not doing", "duties"),
    ("not follow*", "duties"),
    ("not deliver*", "duties"),
    ("not getting", "duties"),
    ("not provid*", "duties"),
    ("delay*", "duties"),
    ("waiting", "duties"),
    ("overdue", "duties"),
    ("too long", "duties"),
    ("no plan", "refuse_issue"),
    ("no ehcp", "refuse_issue"),
    ("refus* plan", "refuse_issue"),
    ("refus* ehcp", "refuse_issue"),
    ("wont plan", "refuse_issue"),
    ("wont issue", "refuse_issue"),
    ("not issue*", "refuse_issue"),
    ("wrong school", "content_I"),
    ("school named", "content_I"),
    ("named school", "content_I"),
    ("different school", "content_I"),
    ("special school", "content_I"),
    ("school place", "content_I"),
    ("not enough hours", "content_F"),
    ("not enough support", "content_F"),
];

/// Rule 6: the kind that plain words sound like.
pub fn sounds_like(typed: &str) -> Option<Subject> {
    let text = typed.to_lowercase().replace(['\'', '\u{2019}'], "").replace("re-assess", "reassess");
    let text = text.replace("will not", "wont");
    let said: Vec<&str> =
        text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let is_said = |word: &str| match word.strip_suffix('*') {
        Some(beginning) => said.iter().any(|said| said.starts_with(beginning)),
        None => said.contains(&word),
    };
    let line = SAID.iter().find(|(words, _)| words.split(' ').all(is_said))?;
    subject_of(line.1)
}

/// The letters that a call keeps of the kinds without consent.
const KINDS_KEPT: usize = 40;

/// Rule 5: the first codes that fit.
pub fn kinds_that_fit(codes: &str) -> String {
    let mut kept: Vec<&str> = Vec::new();
    for code in codes.split_whitespace() {
        let taken: usize = kept.iter().map(|kept| kept.len() + 1).sum();
        if taken + code.len() > KINDS_KEPT {
            break;
        }
        if !kept.contains(&code) {
            kept.push(code);
        }
    }
    kept.join(" ")
}

/// The words of one or several codes separated by spaces; empty for none.
pub fn subject_words(codes: &str) -> String {
    codes.split_whitespace().filter_map(subject_of).map(|s| s.label).collect::<Vec<_>>().join("; ")
}

/// The route of one or several codes: the statutory one as soon as one of them takes it.
pub fn route_of(codes: &str) -> Route {
    let routes: Vec<Route> = codes.split_whitespace().filter_map(subject_of).map(|s| s.route).collect();
    if routes.contains(&Route::Statutory) {
        Route::Statutory
    } else if routes.contains(&Route::DisagreementResolution) {
        Route::DisagreementResolution
    } else {
        Route::NotKnown
    }
}
