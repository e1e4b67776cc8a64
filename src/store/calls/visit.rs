//! The line of history of one visit to a field: what was changed, and what stood there before.
//!
//! A visit has one line, however often its text is saved while it is typed.

use crate::domain::detail::Detail;
use crate::domain::text::Private;

/// The line of history of a visit to this field.
pub fn visit_line(detail: Detail) -> &'static str {
    match detail {
        Detail::Who => "Who written",
        Detail::Name => "Caller's name written",
        Detail::Work => "From written",
        Detail::Phone => "Phone written",
        Detail::BestTime => "Best time written",
        Detail::Needs => "Needs written",
        Detail::Child => "Name written",
        Detail::Born => "Born written",
        Detail::School => "School written",
        Detail::Area => "Area (LA) written",
        Detail::About => "About written",
        Detail::Letter => "Letter written",
        Detail::Wants => "Wants written",
        Detail::OtherSide => "Other side written",
        Detail::ParentName => "Parent's name written",
        Detail::ParentPhone => "Parent's number written",
        Detail::Relation => "Relation written",
        Detail::Email => "Email written",
        Detail::Address => "Address written",
        Detail::Plan => "Plan written",
    }
}

/// What stood in a field before, for the line of history.
pub(super) fn was(before: &Private) -> Option<String> {
    (!before.is_empty()).then(|| format!("was: {}", &**before))
}
