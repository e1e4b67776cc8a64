//! The shapes of [`super::data`] in words, as each command's `--help` prints them.

/// Of `init`.
pub(super) const INIT: &str = r#"JSON: {"made": FILE, "staff": NAME, "cases": 0}"#;
/// Of `today`.
pub(super) const TODAY: &str = r#"JSON: {"today", "groups": [{"group", "heading", "more", "rows": [{"reference",
"name", "reason", "step", "due", "days"}]}]}. "days" is how many days lie ahead,
negative when the day has passed; "more" says that the group has more rows than are listed."#;
/// Of `case`.
pub(super) const CASE: &str = r#"JSON of a case: {"what": "case", "reference", "state", "consent": {"standing",
"in_force", "records"}, "light": {"ready", "missing"}, "child", "details",
"parties", "dates", "steps", "clocks", "timeline"}. Without consent in force only
reference, state, consent and the acts of the timeline. "ended" of a clock says what ended
it ("held Thu 19 Nov"), or null. Of an enquiry: {"what": "enquiry",
...its own fields}. Of a call without a case: {"what": "call", ...}. Days are YYYY-MM-DD,
moments the office's own time; the timeline is newest first."#;
/// Of `find`.
pub(super) const FIND: &str = r#"JSON: {"typed", "found": [{"kind", "reference", "name", "about",
"alike"}]}. "kind" is case, call, person, notes or enquiry; "alike" is true when it only
sounds like what was typed, or a letter differs. Of long lists the newest are given."#;
/// Of `week`.
pub(super) const WEEK: &str = r#"JSON: {"monday", "meeting_quarters", "days": [{"day", "closed", "taken":
[{"state", "from", "to", "reference", "mediator"}], "open": [{"mediator",
"starts"}]}]}. "closed" is the name of a bank holiday or closed day, or null."#;
/// Of `hold`.
pub(super) const HOLD: &str = r#"JSON: {"state", "reference", "day", "from", "to", "mediator", "format",
"held_until", "staff", "warnings"}."#;
/// Of `book`.
pub(super) const BOOK: &str = r#"JSON: {"state", "reference", "day", "from", "to", "mediator", "format",
"held_until", "staff", "warnings"}."#;
/// Of `workdays`.
pub(super) const WORKDAYS: &str = r#"JSON: {"from", "to", "working_days", "skipped": [{"day", "name"}], "known_until"}.
When TO is earlier, the number is negative. After "known_until" only weekends are known to be
closed."#;
/// Of `practice`.
pub(super) const PRACTICE: &str = r#"JSON: {"made": FILE, "staff": NAME, "cases": N}"#;
/// Of `clocks`.
pub(super) const CLOCKS: &str = r#"A day without a year is the latest one that has been; of --meeting it is the nearer one.

JSON: {"clocks": [{"clock", "date", "about", "rule", "source"}], "read": {"letter", ...},
"warnings"}. "date" is null while the day it starts from is not known; "about" is true when
that day is not exact. "read" has each day that was given as it was read, YYYY-MM-DD, and one
that is not exact as its first and last: 2026-11-01..2026-11-10. "warnings" says of which days
something cannot be so. With --explain each clock has "explain", its arithmetic in lines."#;
