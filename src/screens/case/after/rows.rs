//! What the dates page shows of what comes after: the outcome beside its meeting, the certificates, the agreement.
//!
//! After a withdrawal, and while names hide, it shows what happened and when: no words, and nobody's name.
//! Nothing is chosen here but the actions of the agreement; the keys of the page act on what is most urgent.

use super::super::sheet::{Sheet, commas};
use super::super::words::{hidden, name};
use crate::domain::certificate::{self, CertificateState, Need};
use crate::domain::typed_day::{day_with_year, short_day};
use crate::screens::Look;
use crate::store::cases::CasePage;
use crate::widgets::theme::Role;

/// What came of a meeting, in words; empty where nobody has said.
pub(in crate::screens::case) fn outcome(page: &CasePage, look: &Look<'_>, booking: i64) -> String {
    page.after.met.iter().find(|m| m.booking == booking).map_or_else(String::new, |met| {
        let by = met.by.map(|by| format!("by the {}", by.code())).unwrap_or_default();
        let said = commas(&[met.outcome.code(), &by]);
        if met.words.trim().is_empty() || hidden(page, look) {
            said
        } else {
            format!("{said}: {}", met.words.trim())
        }
    })
}

/// The actions of the agreement.
pub(in crate::screens::case) fn agreed(s: &mut Sheet, page: &CasePage, look: &Look<'_>) {
    let today = look.context.today();
    if page.after.agreed.is_empty() {
        return;
    }
    s.gap();
    s.heading("AGREED");
    for action in &page.after.agreed {
        let day = action.due.map(short_day).unwrap_or_default();
        let (word, role) = match (action.state.as_str(), action.due) {
            ("open", Some(due)) if due < today => ("late", Role::Attention),
            ("open", _) => ("", Role::Body),
            ("done", _) => ("done", Role::Good),
            _ => ("not done", Role::Closed),
        };
        let text = name(page, look, &commas(&[&action.who, &action.what]));
        s.row(&[(3, &day, Role::Body), (15, word, role), (24, &text, Role::Body)], false);
    }
}

/// The certificates, each with its arithmetic.
pub(in crate::screens::case) fn certificates(s: &mut Sheet, page: &CasePage, look: &Look<'_>) {
    let today = look.context.today();
    let hide = hidden(page, look);
    if page.after.certificates.is_empty() && page.facts.after.need == Need::Needed {
        return;
    }
    s.gap();
    s.heading("CERTIFICATE");
    match page.facts.after.need {
        Need::None => s.text(3, "None: disagreement resolution has no certificate (CFA s.57).", Role::Body),
        Need::PlacementOnly => s.text(
            3,
            "Not needed for a school named alone; mediation is still their right (CFA s.55(2)).",
            Role::Body,
        ),
        Need::Needed => {}
    }
    for c in &page.after.certificates {
        let event = format!("{} {}", c.facts.ground.event(), short_day(c.facts.event));
        let last = certificate::last_day(c.facts.event, &page.office.for_law());
        let (text, role) = match (c.facts.state, c.facts.sent) {
            (CertificateState::Due, _) => {
                let role = if last <= today { Role::Attention } else { Role::Body };
                (
                    format!(
                        "due {}: three working days after {event}. f records it as sent.",
                        short_day(last)
                    ),
                    role,
                )
            }
            (CertificateState::Sent, Some(day)) => {
                let to = if c.recipient.trim().is_empty() || hide {
                    String::new()
                } else {
                    format!(" to {}", c.recipient.trim())
                };
                let how = if hide { "" } else { c.how.trim() };
                let sent = commas(&[&format!("sent {}", day_with_year(day)), &format!("{how}{to}")]);
                (format!("{sent} ({event})"), Role::Good)
            }
            _ if hide => (format!("not wanted ({event})"), Role::Body),
            _ => (format!("not wanted ({event}) {}", c.words.trim()), Role::Body),
        };
        s.text(3, &text, role);
    }
}
