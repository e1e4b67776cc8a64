//! The consent page: what stands, its limits, what it does not cover, and every record, newest first.
//!
//! Records are added and never rewritten. After a withdrawal the page says so, and offers to remove the
//! family's details. Where names are hidden, as after a withdrawal, whoever agreed or told us, and how, is hidden as well, unless the word
//! names nobody ("mother", "spoken"), and so are the limits and the words of the records.

use chrono::NaiveDate;

use super::ring;
use super::sheet::Sheet;
use super::words::{decides, hidden, name};
use crate::domain::consent::{ConsentAct, ConsentStanding, GIVERS, WAYS, agreed_on};
use crate::domain::queue::{BookingState, CaseState};
use crate::domain::typed_day::{day_with_year, short_day};
use crate::domain::young_person::{Standing, standing, too_old_remark};
use crate::screens::Look;
use crate::store::cases::{CasePage, ConsentRecord, THEMSELVES};
use crate::store::links::StillOpen;
use crate::widgets::theme::Role;

/// Who agreed, or told us, or how: as it stands, or hidden with the names where it may name somebody.
pub(super) fn who(text: &str, hide: bool) -> &str {
    let nobody = |text: &str| {
        [THEMSELVES, "parent or carer", ""].contains(&text)
            || GIVERS.iter().chain(&WAYS).any(|(_, words)| *words == text)
    };
    let named = text.trim().trim_end_matches(", by us");
    if hide && !nobody(named) { "(hidden)" } else { text }
}

fn what(record: &ConsentRecord, hide: bool) -> String {
    match record.act {
        ConsentAct::Given if record.own_call => "Given, on their own call".to_owned(),
        ConsentAct::Given => format!("Given, {}", who(&record.how, hide)),
        ConsentAct::Checked => format!("Checked: {} says yes", who(&record.giver, hide)),
        ConsentAct::Withdrawn => "Withdrawn".to_owned(),
        ConsentAct::Denied => "Checked: never agreed".to_owned(),
    }
}

/// The page, for a box of so many columns.
pub(super) fn sheet(page: &CasePage, look: &Look<'_>, width: u16, wide: bool) -> Sheet {
    let mut s = Sheet::new("Consent", width);
    if wide {
        s.gap();
    }
    let column = if wide { 13 } else { 10 };
    now(&mut s, page, look, column);
    if page.head.state == CaseState::Erased {
        return s;
    }
    if page.facts.consent.in_force() {
        for (text, role) in ring::family(page, look) {
            s.labelled("RING", column, &text, role);
        }
    }
    if let Some(last) = page.consents.last().filter(|_| page.facts.consent.in_force()) {
        let or_none = |text: &str| match name(page, look, text) {
            none if none.is_empty() => "none".to_owned(),
            text => text,
        };
        if wide {
            s.gap();
        }
        s.labelled("LIMITS", column, &or_none(&last.limits), Role::Attention);
        let label = if wide { "NOT COVERED" } else { "DOES NOT COVER" };
        s.labelled(label, if wide { column } else { 17 }, &or_none(&last.not_covered), Role::Body);
    }
    s.gap();
    records(&mut s, page, look, width);
    s.gap();
    if !wide && page.facts.consent.in_force() {
        s.row(
            &[(1, "What it opened", Role::Body), (18, "family details, willingness, dates", Role::Body)],
            false,
        );
        s.gap();
    }
    keys(&mut s, page, look.context.today());
    s
}

/// The family's other case, once the consent of this one is withdrawn; also a line of its own under the page.
pub(super) fn still_open_words(other: &StillOpen) -> String {
    let how = if other.linked { "is linked with it" } else { "has the same number" };
    format!("{} {how} and is still open. Ask: is that withdrawn too?", other.reference)
}

fn now(s: &mut Sheet, page: &CasePage, look: &Look<'_>, column: u16) {
    if page.head.state == CaseState::Erased {
        s.labelled("NOW", column, "The family's details were removed. Only a number is kept.", Role::Body);
        return;
    }
    let young = page.decides_alone(look.context.today());
    match page.facts.consent {
        ConsentStanding::NotAsked => s.labelled("NOW", column, "not asked", Role::Body),
        ConsentStanding::Withdrawn => {
            let denied = page.consents.last().is_some_and(|c| c.act == ConsentAct::Denied);
            let words = if denied && young {
                "NO  He or she never agreed. The case is locked."
            } else if denied {
                "NO  The parent says they never agreed. The case is locked."
            } else {
                "NO  Consent was withdrawn. The case is locked."
            };
            s.labelled("NOW", column, words, Role::Closed);
            if let Some(b) = page.facts.bookings.iter().find(|b| b.state == BookingState::InDoubt) {
                let doubt = format!("Booking {} is in doubt: settle it on Dates.", short_day(b.day));
                s.text(column, &doubt, Role::Attention);
            }
            if let Some(other) = &page.still_open {
                s.text(column, &still_open_words(other), Role::Attention);
            }
        }
        standing => {
            s.labelled("NOW", column, "OK  We may hold and share details to arrange mediation.", Role::Good);
            for objection in &page.facts.after.objections {
                let words = format!("OK, but {}: settle it with j.", objection.kind.short().to_lowercase());
                s.text(column, &words, Role::Attention);
            }
            if standing == ConsentStanding::ToCheck {
                let words = if young {
                    "To ask the young person: k, when you have asked him or her."
                } else {
                    "To check with the parent: k, when you have asked them."
                };
                s.text(column, words, Role::Attention);
            }
        }
    }
    if page.facts.consent == ConsentStanding::Withdrawn {
        return;
    }
    let hide = hidden(page, look);
    if let Some(given) = page.consents.iter().rev().find(|c| c.act == ConsentAct::Given) {
        let told = if given.own_call {
            "on their own call".to_owned()
        } else {
            format!("told to us by {}", who(given.told_by.trim_end_matches(", by us"), hide))
        };
        let on = if given.own_call {
            day_with_year(given.given_to)
        } else {
            let recorded = look.context.local_of(given.at).date();
            agreed_on(&given.given, given.given_to, recorded, &page.office)
        };
        let (giver, how) = (who(&given.giver, hide), who(&given.how, hide));
        s.text(column, &format!("Given by {giver}, {on}, {how}, {told}."), Role::Body);
    }
    if let Some(checked) = page.consents.iter().rev().find(|c| c.act == ConsentAct::Checked) {
        let at = look.context.local_of(checked.at);
        let when = format!("{} {}", short_day(at.date()), at.format("%H:%M"));
        let words = format!("Checked with {} by us, {when}, {}.", who(&checked.giver, hide), checked.staff);
        s.text(column, &words, Role::Body);
    }
}

fn records(s: &mut Sheet, page: &CasePage, look: &Look<'_>, width: u16) {
    let (told, by) = (width.saturating_sub(30), width.saturating_sub(10));
    s.row(
        &[
            (1, "When", Role::Heading),
            (18, "What", Role::Heading),
            (told, "Who told us", Role::Heading),
            (by, "By", Role::Heading),
        ],
        false,
    );
    let hide = hidden(page, look);
    for record in page.consents.iter().rev() {
        let at = look.context.local_of(record.at);
        let when = format!("{} {}", short_day(at.date()), at.format("%H:%M"));
        let own = record.own_call && record.act == ConsentAct::Given;
        let said = if own || hide || record.words.trim().is_empty() {
            what(record, hide)
        } else {
            format!("{}: {}", what(record, hide), &*record.words)
        };
        let said = super::sheet::column(&said, usize::from(told.saturating_sub(19)));
        let told_by = super::sheet::column(who(&record.told_by, hide), 19);
        s.row(
            &[
                (1, &when, Role::Body),
                (18, &said, Role::Body),
                (told, &told_by, Role::Body),
                (by, &record.staff, Role::Body),
            ],
            false,
        );
    }
    for o in &page.after.objections {
        let settled = o
            .settled
            .as_ref()
            .map_or_else(|| "not settled".to_owned(), |(how, words)| format!("{how}: {}", &**words));
        let said = if hide { String::new() } else { super::sheet::commas(&[&o.who, &o.words]) };
        let text = format!(
            "{}  {}  {said} ({})",
            short_day(o.day),
            o.kind.short(),
            if hide { "" } else { &settled }
        );
        s.text(1, &text, Role::Attention);
    }
    if let Some(enquiry) = page.enquiry {
        s.row(&[(18, &format!("Enquiry {enquiry}, before there was consent"), Role::Body)], false);
    }
}

fn keys(s: &mut Sheet, page: &CasePage, today: NaiveDate) {
    let mut key =
        |letter: &str, words: &str| s.row(&[(3, letter, Role::Heading), (6, words, Role::Body)], false);
    if page.facts.consent.in_force() {
        let young = page.decides_alone(today);
        let of = |parent, own| if young { own } else { parent };
        key("a", "add another consent        (other parent, young person, new limit)");
        key(
            "k",
            of(
                "record that we checked with the parent ourselves",
                "record that we asked the young person ourselves",
            ),
        );
        key(
            "j",
            of(
                "the other parent objects, or a court order; j settles it",
                "a parent objects, or a court order; j settles it",
            ),
        );
        key(
            "w",
            of(
                "parent withdraws consent   - locks the case; a booking is in doubt",
                "he or she withdraws        - locks the case; a booking is in doubt",
            ),
        );
    } else {
        key("a", "they agree again           - a new consent opens the case");
        key("r", "remove the family's details - the number is kept for counting");
    }
    key("p", &format!("what we told them          - {} SAY lines", page.told.len()));
}

/// The box beside it, from 120 columns on.
pub(super) fn beside(page: &CasePage, look: &Look<'_>, width: u16) -> Sheet {
    let today = look.context.today();
    let mut s = Sheet::new("Who must agree here", width);
    s.gap();
    let locked = page.facts.consent == ConsentStanding::Withdrawn || page.head.state == CaseState::Erased;
    let first = page.head.child.split_whitespace().next().filter(|_| !hidden(page, look));
    let who = first.unwrap_or("the child");
    match (decides(page, today), standing(&page.known.born, today)) {
        (Some(words), _) => s.text(1, words, Role::Attention),
        (None, _) if locked => s.text(1, "Who decides depends on an age that is hidden now.", Role::Body),
        (None, _) if let Some(remark) = too_old_remark(&page.head.born, today) => {
            s.text(1, remark.trim_start_matches("~ "), Role::Attention);
        }
        (None, Standing::NotKnown) => s.text(
            1,
            &format!(
                "How old {who} is, is not known yet. Over compulsory school age he or she would decide."
            ),
            Role::Body,
        ),
        (None, Standing::TwentyFiveOrOver) => {
            s.text(
                1,
                &format!("{} is 25 or over: check by hand.", first.unwrap_or("The child")),
                Role::Attention,
            );
        }
        (None, _) => {
            s.text(
                1,
                &format!("{} is of school age. A parent decides.", first.unwrap_or("The child")),
                Role::Body,
            );
            s.gap();
            s.text(
                1,
                "Over compulsory school age the young person would decide, and this box would say so.",
                Role::Body,
            );
        }
    }
    s.gap();
    s.heading("WITHOUT CONSENT WE KEEP");
    s.text(
        3,
        "the day, kind of caller, area and subject; and, if they will ring back, their own job and number",
        Role::Body,
    );
    s.gap();
    s.heading("WE DO NOT KEEP");
    s.text(3, "any name, date of birth, address, number or school of the family", Role::Body);
    s.gap();
    s.text(1, "Worried a child is at risk?", Role::Body);
    s.text(3, "Esc, ! shows what to do and whom to ring. It stores no names.", Role::Body);
    s
}

/// What was told in the calls, for the window of `p`.
pub(super) fn told(page: &CasePage, look: &Look<'_>, width: u16) -> Sheet {
    let mut s = Sheet::new("What we told them", width);
    if page.told.is_empty() {
        s.text(1, "No SAY line was ticked in the calls of this case.", Role::Body);
    }
    for (line, at) in &page.told {
        let at = look.context.local_of(*at);
        let when = format!("{} {}", short_day(at.date()), at.format("%H:%M"));
        s.row(
            &[
                (1, &when, Role::Body),
                (19, crate::screens::call::short_say(line).unwrap_or(line), Role::Body),
            ],
            false,
        );
    }
    s
}
