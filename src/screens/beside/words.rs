//! What the box says of a case, an enquiry and a call, line by line.
//!
//! It is what one wants to know before opening the page, no more. Names are hidden when they are hidden
//! everywhere, and when consent is not in force. Nothing here can be chosen or changed.

use super::Said;
use crate::domain::call::CallerKind;
use crate::domain::detail::Detail;
use crate::domain::queue::attention;
use crate::domain::snooze::until_words;
use crate::domain::typed_day::short_day;
use crate::domain::willingness::{Answer, Needed};
use crate::domain::young_person::born_words;
use crate::screens::Look;
use crate::screens::case::{attempts, needs};
use crate::store::calls::{CallPage, EnquiryPage};
use crate::store::cases::CasePage;
use crate::widgets::frame::pad;
use crate::widgets::theme::Role;

fn heading(lines: &mut Vec<Said>, text: &str) {
    lines.push((Role::Body, String::new()));
    lines.push((Role::Heading, text.to_owned()));
}

fn body(lines: &mut Vec<Said>, text: String) {
    lines.push((Role::Body, text));
}

fn joined(pieces: &[&str], between: &str) -> String {
    pieces.iter().filter(|p| !p.is_empty()).copied().collect::<Vec<_>>().join(between)
}

/// A moment as these boxes show it: `Thu 19 Nov 13:05`.
fn moment(at: i64, look: &Look<'_>) -> String {
    look.context.local_of(at).format("%a %-d %b %H:%M").to_string()
}

/// Of a case.
pub(super) fn case(page: &CasePage, look: &Look<'_>) -> Vec<Said> {
    let head = &page.head;
    let reference = head.reference.map(|r| r.to_string()).unwrap_or_default();
    let mut lines = Vec::new();
    // Names hide with the consent.
    let hidden = look.hide_names || !page.facts.consent.in_force();
    if hidden {
        body(&mut lines, reference);
    } else {
        let who = joined(&[&head.short(), &born_words(&head.born, look.context.today())], ", ");
        body(&mut lines, format!("{reference}   {who}"));
        body(&mut lines, joined(&[&head.area, &head.school], " / "));
    }
    heading(&mut lines, "WHERE IT STANDS");
    body(&mut lines, format!("{} {}", pad("Consent", 11), page.facts.consent_words()));
    for party in page.parties.iter().filter(|p| p.facts.standing.needed != Needed::Dropped) {
        let standing = party.facts.standing;
        let latest = party.given.first();
        let word = standing.answer.or(latest.map(|g| g.answer)).map_or("not asked", Answer::word);
        let person: &str = if hidden { "" } else { &party.contact.person };
        let day = latest.map(|g| short_day(g.day)).unwrap_or_default();
        let said = joined(&[person, &day], ", ");
        body(&mut lines, format!("{} {word} {said}", pad(standing.kind.short(), 11)));
    }
    let needed = needs(page, look);
    if !needed.is_empty() {
        body(&mut lines, format!("{} {needed}", pad("Needs", 11)));
    }
    let counted = attempts(page);
    if !counted.is_empty() {
        body(&mut lines, counted);
    }
    if !page.keeper.is_empty() {
        body(&mut lines, format!("Kept by {}", page.keeper));
    }
    for snooze in &page.facts.snoozes {
        if !snooze.until.has_come(look.context.local) {
            let until = until_words(snooze.until, look.context.local);
            body(&mut lines, format!("Put off until {until} ({})", snooze.staff));
        }
    }
    for booking in &page.facts.bookings {
        let day = short_day(booking.day);
        body(&mut lines, format!("{} {day} {}", pad(booking.state.code(), 11), booking.words));
    }
    heading(&mut lines, "LAST THREE");
    for line in page.timeline.iter().take(3) {
        let words: &str = if hidden { "" } else { &line.words };
        body(&mut lines, format!("{} {}", moment(line.at, look), joined(&[&line.act, words], ": ")));
    }
    heading(&mut lines, "NEXT STEP");
    let now = look.context.local;
    let rows = attention(&page.facts, &page.office.for_law(), &page.office);
    let most_urgent =
        rows.iter().filter(|row| row.show_from.has_come(now)).min_by_key(|row| (row.group, row.due));
    match most_urgent {
        Some(row) => {
            let said = row.why.said(&row.reason, row.due, now.date());
            body(&mut lines, format!("F9  {}: {said}", row.step));
            let party = row.party.and_then(|id| page.parties.iter().find(|p| p.facts.id == id));
            if let Some(party) = party.filter(|p| !hidden && !p.contact.phone.trim().is_empty()) {
                let role = if page.not_safe(party) { Role::Attention } else { Role::Body };
                lines.push((role, page.number(party)));
            }
        }
        None => body(&mut lines, "Nothing is due.".to_owned()),
    }
    lines
}

/// Of an enquiry.
pub(super) fn enquiry(page: &EnquiryPage, look: &Look<'_>) -> Vec<Said> {
    let of = &page.enquiry;
    let mut lines = Vec::new();
    body(&mut lines, format!("{}   {}, taken {}", page.reference, of.kind.label(), short_day(page.day)));
    if !look.hide_names {
        body(&mut lines, joined(&[&of.name, &of.work], ", "));
        body(&mut lines, joined(&[&of.phone, &of.best_time], ", "));
    }
    heading(&mut lines, "WHERE IT STANDS");
    body(&mut lines, "No consent: only what stands here is kept.".to_owned());
    let who = if of.rings_back { "The caller rings back" } else { "He or she rings us" };
    // What became of it is on its page; a third party may be on the line.
    let next = match page.state.as_str() {
        "open" => format!("{who}, {}", short_day(of.next_day)),
        _ => "It is over: nothing more comes of it.".to_owned(),
    };
    body(&mut lines, next);
    body(&mut lines, format!("Kept until {}", short_day(of.keep_until)));
    lines
}

/// What the box names when a call has not asked it yet.
const ASKED: [Detail; 6] =
    [Detail::Name, Detail::Phone, Detail::Child, Detail::Letter, Detail::Area, Detail::Wants];

/// Of a call.
pub(super) fn call(page: &CallPage, look: &Look<'_>) -> Vec<Said> {
    let mut lines = Vec::new();
    let reference = page.reference.map(|r| r.to_string()).unwrap_or_default();
    let started = moment(page.started, look);
    body(&mut lines, format!("{reference}   started {started}"));
    let detail = |of: Detail| -> &str {
        page.details.iter().find(|(d, _)| *d == of).map_or("", |(_, kept)| &*kept.typed)
    };
    let kind = page.kind.map_or("not known who", CallerKind::short);
    if look.hide_names {
        body(&mut lines, kind.to_owned());
    } else {
        body(&mut lines, joined(&[detail(Detail::Name), kind, detail(Detail::Phone)], ", "));
    }
    body(&mut lines, format!("Consent {}", page.consent.words()));
    if !look.hide_names {
        let child = joined(&[detail(Detail::Child), detail(Detail::Born)], ", ");
        if !child.is_empty() {
            body(&mut lines, format!("Child: {child}"));
        }
        let last: Vec<&str> = page.notes.lines().rev().filter(|l| !l.trim().is_empty()).take(4).collect();
        if !last.is_empty() {
            heading(&mut lines, "NOTES, LAST LINES");
            for line in last.into_iter().rev() {
                body(&mut lines, line.to_owned());
            }
        }
    }
    let missing: Vec<&str> = ASKED.into_iter().filter(|d| detail(*d).is_empty()).map(Detail::label).collect();
    if page.consent.in_force() && !missing.is_empty() {
        heading(&mut lines, "STILL TO ASK");
        body(&mut lines, format!(". {}", missing.join("   . ")));
    }
    lines
}
