//! The first page of a case: what it waits for, the next step, the lights, the clocks, who it is about.
//!
//! NOW is put into words from the facts, NEXT from the most urgent row the case has on Today; F9 does that
//! step. At most four clocks are shown, those that matter now, as guides; k explains them all.

use chrono::NaiveDate;

use super::clocks::on_summary;
use super::dates::Chosen;
use super::forms::party;
use super::next::{Next, next};
use super::readings::shown;
use super::ring;
use super::sheet::{Sheet, commas};
use super::words::{
    answer_word, date_words, days, decides, general, instead, limits, name, needs, reach, reach_role,
    right_holder,
};
use crate::domain::certificate;
use crate::domain::consent::ConsentStanding;
use crate::domain::detail::Detail;
use crate::domain::outcome::Outcome;
use crate::domain::queue::{BookingState, CALL_NOT_FINISHED, CaseState};
use crate::domain::snooze::until_words;
use crate::domain::typed_day::{DayReading, day_with_year, short_day};
use crate::domain::willingness::{Answer, Missing, Needed, Side};
use crate::screens::Look;
use crate::store::cases::CasePage;
use crate::widgets::theme::Role;

/// NEXT in words.
fn next_words(page: &CasePage, look: &Look<'_>, next: Next) -> String {
    match next {
        Next::Party(id) => party(page, id).map_or_else(String::new, |p| {
            let c = &p.contact;
            if let (Some(no), Some(day)) = (p.facts.standing.answer.filter(|a| a.is_a_no()), p.facts.answered)
            {
                let said = if no == Answer::NotWilling { "said no" } else { "pulled out" };
                let the = p.facts.standing.kind.the();
                return format!("F9  {the} {said} {}: look what comes next", short_day(day));
            }
            if page.not_safe(p) {
                instead(p, page, look)
            } else if p.facts.standing.side == Side::Family {
                format!("F9  Ring {}", reach(p, page, look))
            } else {
                format!("F9  Ring {}", commas(&[&c.person, &c.name, &page.number(p)]))
            }
        }),
        Next::Consent if page.facts.consent == ConsentStanding::Withdrawn => {
            "F9  Decide: keep the record, or remove the family's details".to_owned()
        }
        Next::After(why, _) => {
            let today = look.context.today();
            let row =
                page.todo.iter().find(|row| row.why == why && row.show_from.has_come(look.context.local));
            let said = row.map(|row| why.said(&row.reason, row.due, today)).unwrap_or_default();
            format!("F9  {}", why.next(&said))
        }
        Next::Consent if !page.facts.after.objections.is_empty() => {
            "F9  The other parent objects, or a court has ordered: settle it".to_owned()
        }
        Next::Consent if page.decides_alone(look.context.today()) => {
            "F9  Ask the young person, and say where we got their details".to_owned()
        }
        Next::Consent => "F9  Check with the parent, and say where we got their details".to_owned(),
        Next::Dates => "F9  Offer dates that suit everyone".to_owned(),
        Next::Booking(_) => match page.facts.missing().first() {
            Some(why) => format!("F9  Settle the meeting: {}", why.in_doubt()),
            None => "F9  Confirm the meeting: nothing is missing any more".to_owned(),
        },
        Next::Mediator(_) => "F9  Find another mediator".to_owned(),
        Next::Move(_) => "F9  Move it: the office is closed that day".to_owned(),
        Next::Step(_, what) => format!("F9  {} (F9 marks it done)", page.facts.reason_of(what)),
        Next::Values => {
            let field = page.clashes.first().map_or("a field", |clash| clash.label.as_str());
            format!("F9  Two values for {field}: choose one")
        }
        Next::Nothing => "Nothing is waiting.".to_owned(),
    }
}

/// NOW in words.
fn now_words(page: &CasePage, today: NaiveDate) -> String {
    let facts = &page.facts;
    if facts.state == CaseState::Erased {
        return "The family's details were removed. The number is kept for counting.".to_owned();
    }
    if facts.state == CaseState::Closed {
        let day = facts.after.closed.map(short_day).unwrap_or_default();
        let why = page.after.closing.map_or("closed", crate::domain::closing::Closing::code);
        let until = facts.after.keep_until.map(|day| format!(" Kept until {}.", day_with_year(day)));
        return format!("Closed {day}: {why}.{} x opens it again.", until.unwrap_or_default());
    }
    if facts.state == CaseState::InCall {
        return CALL_NOT_FINISHED.to_owned();
    }
    if facts.consent == ConsentStanding::Withdrawn {
        return "Consent was withdrawn. The case is locked; nothing more is written to it.".to_owned();
    }
    if let Some(b) = facts.bookings.iter().find(|b| b.state == BookingState::InDoubt) {
        return format!("Booked {} is in doubt: {}", short_day(b.day), missing_words(page, today));
    }
    if let Some(b) = facts.bookings.iter().find(|b| b.state == BookingState::Booked) {
        return format!("Booked {}, {}", short_day(b.day), b.words);
    }
    if let Some(b) = facts.bookings.iter().rev().find(|b| b.state == BookingState::Met) {
        let came = facts.after.outcome_of(b.id).map_or("what came of it is not said yet", Outcome::code);
        let due = facts.after.certificate_due().map_or("", |_| " A certificate is due.");
        return format!("Met {}: {came}.{due}", short_day(b.day));
    }
    missing_words(page, today)
}

/// The date that is held, and until when.
fn held(page: &CasePage, today: NaiveDate) -> Option<(NaiveDate, NaiveDate)> {
    let held = page.facts.bookings.iter().filter(|b| b.state == BookingState::Held);
    held.filter_map(|b| Some((b.day, b.held_until?))).filter(|(_, until)| *until >= today).min()
}

fn missing_words(page: &CasePage, today: NaiveDate) -> String {
    match page.facts.missing().first() {
        None => match held(page, today) {
            Some((day, until)) => {
                format!("Everybody needed is willing. {} is held until {}.", short_day(day), short_day(until))
            }
            None => "Everybody needed is willing. No date yet.".to_owned(),
        },
        Some(missing @ Missing::NoAnswer(kind)) => {
            let waits =
                page.facts.parties.iter().find(|p| p.standing.kind == *kind && p.standing.answer.is_none());
            let the = kind.the().replacen("The", "the", 1);
            match waits.and_then(|p| p.asked) {
                Some(day) => {
                    let since = days(page.office.between(day, today)).replace("day", "working day");
                    let since = if since == "since toworking day" { "since today".to_owned() } else { since };
                    format!("Waiting for {the} to say if they are willing ({since})")
                }
                None if waits.is_some() => format!("{} has not been asked yet.", kind.the()),
                None => missing.sentence(),
            }
        }
        Some(missing) => missing.sentence(),
    }
}

/// What is still to ask: typed but not read, or not there.
pub(super) fn still_to_ask(page: &CasePage) -> Vec<String> {
    let mut out = Vec::new();
    for detail in [Detail::Letter, Detail::Born] {
        let kept = page.detail(detail);
        let label = if detail == Detail::Letter { "Letter date" } else { "Born" };
        let vague = DayReading::from_stored(&kept.reading);
        match vague {
            _ if kept.typed.trim().is_empty() => out.push(label.to_owned()),
            DayReading::Day(_) => {}
            _ => out.push(format!("{label} (\"{}\")", &*kept.typed)),
        }
    }
    for (detail, label) in [
        (Detail::Child, "Name of the child"),
        (Detail::School, "School"),
        (Detail::Area, "Area (LA)"),
        (Detail::About, "What it is about"),
    ] {
        if page.detail(detail).typed.trim().is_empty() {
            out.push(label.to_owned());
        }
    }
    let family = page.parties.iter().find(|p| p.facts.standing.side == Side::Family);
    if family.is_none_or(|p| p.contact.phone.trim().is_empty()) {
        out.push("A number for the family".to_owned());
    }
    if family.is_none_or(|p| p.contact.needs.trim().is_empty()) {
        out.push("Interpreter or other needs".to_owned());
    }
    out
}

/// The summary, for a box of so many columns.
pub(super) fn sheet(page: &CasePage, look: &Look<'_>, width: u16, wide: bool) -> Sheet {
    let today = look.context.today();
    let mut s = Sheet::new("Summary", width);
    if wide {
        s.gap();
    }
    s.labelled("NOW", 9, &now_words(page, today), Role::Body);
    s.labelled("NEXT", 9, &next_words(page, look, next(page, look.context.local)), Role::Heading);
    if let Next::Step(id, _) = next(page, look.context.local) {
        for (text, role) in ring::for_chosen(page, look, Chosen::Step(id)) {
            s.text(13, &text, role);
        }
    }
    if page.head.state == CaseState::Erased {
        return s;
    }
    for snooze in &page.facts.snoozes {
        if !snooze.until.has_come(look.context.local) {
            let until = until_words(snooze.until, look.context.local);
            s.labelled("", 9, &format!("put off until {until} ({})", snooze.staff), Role::Body);
        }
    }
    s.gap();
    lights(&mut s, page, today, width, wide);
    if wide {
        s.gap();
        s.heading("CLOCKS  (each is a guide)");
    }
    let clocks = on_summary(page, today);
    // A clock without a day says at length what it waits for: the notes of the others do not make room for that.
    let noted = clocks.iter().filter(|[_, _, note]| !note.is_empty());
    let note_at = 44 + noted.map(|[_, day, _]| day.chars().count() as u16).max().unwrap_or(0);
    let guide_at = width.saturating_sub(6);
    for (at, [what, day, note]) in clocks.into_iter().enumerate() {
        if wide {
            s.row(&[(1, ".", Role::Body), (4, &what, Role::Body)], false);
            s.text(6, &format!("{day}  {note}"), Role::Body);
        } else if width < 72 {
            s.labelled(
                if at == 0 { "CLOCKS" } else { "" },
                9,
                &format!(". {what}: {day} {note} - guide"),
                Role::Body,
            );
        } else {
            let label = if at == 0 { "CLOCKS" } else { "" };
            let end = if note.is_empty() {
                42 + day.chars().count()
            } else {
                usize::from(note_at) + note.chars().count()
            };
            let room = end < usize::from(guide_at);
            let mut row = vec![
                (1, label, Role::Heading),
                (9, ".", Role::Body),
                (12, what.as_str(), Role::Body),
                (42, day.as_str(), Role::Body),
                (note_at, note.as_str(), Role::Body),
            ];
            row.extend(room.then_some((guide_at, "guide", Role::Body)));
            s.row(&row, false);
        }
    }
    s.gap();
    let text = |detail| shown(detail, &page.detail(detail));
    let born = text(Detail::Born);
    let born = if born.is_empty() { born } else { format!("born {born}") };
    let child = commas(&[
        &name(page, look, &page.head.child),
        &name(page, look, &born),
        &name(page, look, &page.head.school),
        &general(page, look, Detail::Area),
    ]);
    s.labelled("CHILD", 9, &child, Role::Body);
    let family: Vec<_> = page.parties.iter().filter(|p| p.facts.standing.side == Side::Family).collect();
    if family.is_empty() {
        s.labelled("FAMILY", 9, "-", Role::Body);
    }
    for p in family {
        s.labelled("FAMILY", 9, &reach(p, page, look), reach_role(p, page));
    }
    let linked: Vec<String> =
        page.linked.iter().map(|other| format!("Linked with {other} (same child)")).collect();
    if !linked.is_empty() {
        s.labelled("", 9, &linked.join(", "), Role::Body);
    }
    let needs = needs(page, look);
    if !needs.is_empty() {
        s.labelled("NEEDS", 9, &needs, Role::Body);
    }
    if let Some(limits) = limits(page, look) {
        s.labelled("LIMITS", 9, &limits, Role::Attention);
    }
    let after = &page.facts.after;
    let route = certificate::route_words(page.facts.route, after.need, after.certificate_is());
    s.labelled("ROUTE", 9, route, Role::Body);
    match decides(page, today) {
        Some(words) => s.labelled("DECIDES", 9, words, Role::Attention),
        None => s.labelled("DECIDES", 9, &right_holder(page, look), Role::Body),
    }
    let mut about = general(page, look, Detail::About);
    let wants = general(page, look, Detail::Wants);
    if !wants.is_empty() {
        about = format!("{about}{}{wants}", if about.is_empty() { "" } else { ".  " });
    }
    s.labelled("ABOUT", 9, if about.is_empty() { "-" } else { &about }, Role::Body);
    let ask = still_to_ask(page);
    s.gap();
    if !wide {
        s.heading("LATEST");
        for line in page.timeline.iter().take(3) {
            super::timeline::line(&mut s, line, page, look, true);
        }
    }
    if !ask.is_empty() && page.facts.consent.in_force() {
        if wide {
            s.heading("STILL TO ASK");
            for what in &ask {
                s.text(2, &format!(". {what}"), Role::Body);
            }
        } else {
            s.labelled("STILL TO ASK", 15, &ask.join(", "), Role::Body);
        }
    }
    s
}

fn lights(s: &mut Sheet, page: &CasePage, today: NaiveDate, width: u16, wide: bool) {
    let role = |p: &crate::store::parties::Party| match p.facts.standing.answer {
        Some(a) if a.is_willing() => Role::Good,
        Some(_) => Role::Closed,
        None => Role::Body,
    };
    let mut pieces = vec![("Consent".to_owned(), page.facts.consent_words(), Role::Good)];
    if !page.facts.consent.in_force() {
        pieces[0].2 = Role::Closed;
    } else if !page.facts.after.objections.is_empty() {
        pieces[0].2 = Role::Attention;
    }
    for p in page.parties.iter().filter(|p| p.facts.standing.needed == Needed::Needed) {
        pieces.push((p.facts.standing.kind.short().to_owned(), answer_word(p, page, today), role(p)));
    }
    pieces.push(("Date".to_owned(), date_words(page, today), Role::Body));
    if wide || width < 60 {
        for (what, word, role) in &pieces {
            s.row(&[(1, what, Role::Heading), (14, word, *role)], false);
        }
        return;
    }
    let mut x = 9;
    let mut row: Vec<(u16, &str, Role)> = vec![(1, "LIGHTS", Role::Heading)];
    for (what, word, role) in &pieces {
        let wide = (what.chars().count() + 1 + word.chars().count() + 3) as u16;
        if x + wide > width.saturating_add(3) {
            s.row(&row, false);
            row.clear();
            x = 9;
        }
        row.push((x, what, Role::Body));
        row.push((x + what.chars().count() as u16 + 1, word, *role));
        x += wide;
    }
    s.row(&row, false);
}
