//! Which office this is: its name, the line it answers, the areas it serves.
//!
//! No office is written into the program. A new file begins with a profile, and Settings changes each line.
//!
//! 1. A new file is the London office's unless another profile is named.
//! 2. The second profile, Blackpool, shows what a regional office changes.

/// An office.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Service {
    /// The service's name, as it is said.
    pub name: String,
    /// The telephone number parents can ring, in words.
    pub line: String,
    /// The local authorities it serves, separated by commas; empty: not said.
    pub served: String,
}

/// The profiles, by name.
const PROFILES: [(&str, &str); 2] = [
    ("london", include_str!("../../assets/profiles/kids-london.txt")),
    ("blackpool", include_str!("../../assets/profiles/blackpool.txt")),
];

impl Service {
    /// The profile of this name; none for a name that is not known.
    pub fn profile(name: &str) -> Option<Self> {
        let (_, text) = PROFILES.iter().find(|(known, _)| known.eq_ignore_ascii_case(name.trim()))?;
        let line = |key| {
            text.lines()
                .find_map(|line| line.strip_prefix(key)?.strip_prefix(':'))
                .unwrap_or_default()
                .trim()
                .to_owned()
        };
        Some(Self { name: line("name"), line: line("line"), served: line("served") })
    }

    /// Rule 1.
    pub fn shipped() -> Self {
        Self::profile(PROFILES[0].0).unwrap_or_default()
    }
}
