//! What can be said on a page of a case: the sentence for the person on the phone.
//!
//! Where a number is not safe to ring, that stands in its place, and so does that typed words wait. Sentences of the call page are absent.

use chrono::NaiveDate;

use super::next::Next;
use super::{State, forms, words};
use crate::domain::deadline::{ClockKind, clock};
use crate::domain::subject::Route;
use crate::domain::willingness::{PartyKind, Side};
use crate::protocol::effect::CaseTab;
use crate::screens::{Look, Screen as _};
use crate::store::cases::CasePage;

/// The time to appeal is over by our count, and no certificate to come gives more of it: that the right is not affected
/// would be no comfort, and may be untrue.
fn has_passed(page: &CasePage, today: NaiveDate) -> bool {
    let known = page.known.at_latest();
    let over = |kind| clock(kind, &known, &page.law).map(|clock| clock.date).filter(|day| *day < today);
    // Heard after its two months, a family has no certificate that gives a month more.
    let heard = known.heard.first().map_or(today, |(day, _)| *day);
    let late = || over(ClockKind::ContactAdviser).is_some_and(|day| heard > day);
    let counted = known.placement_only || known.certificate.earliest().is_some();
    known.route != Route::DisagreementResolution && over(ClockKind::Appeal).is_some() && (counted || late())
}

impl State {
    /// The chosen party is the local authority, and an appeal is possible: it takes part by duty (CFA s.54(2)(c)).
    fn has_a_duty(&self) -> bool {
        let may_decline = self.page.as_deref().is_none_or(|page| page.facts.route.la_may_decline());
        let authority =
            self.chosen_party().is_some_and(|p| p.facts.standing.kind == PartyKind::LocalAuthority);
        authority && !may_decline
    }

    /// What can be said on this page.
    pub(super) fn say(&self, page: &CasePage, look: &Look<'_>) -> String {
        let side = match (self.tab, self.next(look.context)) {
            (CaseTab::Summary, Next::Party(id)) => forms::party(page, id).map(|p| p.facts.standing.side),
            (CaseTab::Willingness, _) => self.chosen_party().map(|p| p.facts.standing.side),
            _ => None,
        };
        let check = matches!(self.next(look.context), Next::Consent);
        let unsafe_family =
            page.parties.iter().find(|p| p.facts.standing.side == Side::Family && page.not_safe(p));
        if let (CaseTab::Consent, true, Some(family)) = (self.tab, check, unsafe_family) {
            return words::instead(family, page, look).trim_start_matches("F9  ").to_owned();
        }
        if let Some(waits) = self.waits().filter(|_| !self.has_window()) {
            return waits;
        }
        let say = match (self.tab, side) {
            (CaseTab::Consent, _) => "\"You can change your mind at any time. Just ring us and say so.\"",
            (_, Some(Side::Family)) if has_passed(page, look.context.today()) => {
                "\"Taking part is voluntary and free. For the time to appeal, ask SENDIASS.\""
            }
            (_, Some(Side::Family)) => {
                "\"Taking part is voluntary, free, and does not affect the right of appeal.\""
            }
            (CaseTab::Willingness, Some(_)) if self.has_a_duty() => {
                "\"The family asks for mediation. Who comes, and may they decide?\""
            }
            (CaseTab::Summary, Some(_)) => {
                "\"I am ringing about a mediation request. Are you willing to take part?\""
            }
            (_, Some(_)) => "\"Taking part is voluntary, free, and does not affect the right of appeal.\"",
            _ => return String::new(),
        };
        format!("SAY  {say}")
    }
}
