//! A case, an enquiry or a call as plain lines: a label, a colon, one fact. Made for listening to.
//!
//! A screen reader speaks a line at a time, so nothing is told by columns, colour or position, and an empty
//! fact has no line. The same facts as `--json` are in `data`; nothing is read from the file here.

use chrono::NaiveDate;

use super::data;
use super::lines::Lines;
use super::look::away;
use crate::domain::consent::agreed_on;
use crate::domain::deadline::ClockKind;
use crate::domain::typed_day::{day_with_year, long_day};
use crate::domain::working_days::WorkingDays;

/// The lines of what was asked for.
pub(super) fn lines(shown: &data::Shown, today: NaiveDate) -> String {
    let mut lines = Lines::default();
    match shown {
        data::Shown::Case(case) => of_case(&mut lines, case, today),
        data::Shown::Enquiry(enquiry) => of_enquiry(&mut lines, enquiry),
        data::Shown::Call(call) => {
            lines.add("Call", call.reference.as_deref().unwrap_or("-"));
            lines.add("State", call.state);
            lines.add("Caller", call.caller.unwrap_or("not known yet"));
            lines.add("Consent", call.consent);
            lines.add("Taken", &format!("{}, {}", long_day(call.day), call.staff));
        }
    }
    lines.0
}

fn of_enquiry(lines: &mut Lines, e: &data::Enquiry) {
    lines.add("Enquiry", &e.reference);
    lines.add("State", &e.state);
    lines.add("Caller", e.caller);
    lines.add("Name", &e.name);
    lines.add("From", &e.work);
    lines.add("Phone", &e.phone);
    lines.add("Email", &e.email);
    lines.add("Best time", &e.best_time);
    lines.add("About", &e.about);
    lines.add("Area (LA)", &e.area);
    lines.add("Consent", e.consent);
    lines.add("Next", &format!("{}, {}", e.next, long_day(e.next_day)));
    lines.add("Kept until", &long_day(e.keep_until));
    lines.add("Taken", &format!("{}, {}", long_day(e.taken), e.staff));
}

fn of_case(lines: &mut Lines, case: &data::Case, today: NaiveDate) {
    lines.add("Case", case.reference.as_deref().unwrap_or("no number yet"));
    lines.add("State", case.state);
    lines.add("Consent", case.consent.standing);
    for record in &case.consent.records {
        let recorded =
            format!("recorded {} by {}", record.recorded.format("%a %-d %b %Y %H:%M"), record.staff);
        let own = record.told_by == crate::store::cases::THEMSELVES;
        let (given, told) = match (record.given.as_str(), record.told_by.as_str()) {
            ("", _) => (String::new(), String::new()),
            _ if own => ("on their own call".to_owned(), String::new()),
            (day, who) => {
                let england = WorkingDays::england();
                let day = agreed_on(day, record.given_to, record.recorded.date(), &england);
                (format!("agreed {day}"), format!("told by {who}"))
            }
        };
        lines
            .all(&format!("Consent {}", record.act), &[&record.giver, &record.how, &given, &told, &recorded]);
        lines.add("Consent limits", &record.limits);
        lines.add("Consent does not cover", &record.not_covered);
    }
    match &case.family {
        Some(family) => of_family(lines, family, today),
        None => lines.add("Details", "not shown, there is no consent in force"),
    }
    for line in &case.timeline {
        let words = line.words.replace('\n', " / ");
        let at = line.at.format("%a %-d %b %Y %H:%M").to_string();
        lines.all("Happened", &[&at, &line.act, &words, &line.staff]);
    }
}

fn of_family(lines: &mut Lines, family: &data::Family, today: NaiveDate) {
    if family.light.ready {
        lines.add("Light", "ready to book");
    } else {
        lines.add("Light", "not ready to book");
    }
    for missing in &family.light.missing {
        lines.add("Missing", missing);
    }
    lines.add("Route", family.route);
    for fact in &family.details {
        let label = match fact.detail {
            "child" => "Child",
            _ => fact.label,
        };
        let reading =
            if fact.reading == fact.typed || fact.reading.is_empty() { "" } else { fact.reading.as_str() };
        match reading {
            "" => lines.add(label, &fact.typed),
            _ if fact.detail == "about" || fact.detail == "wants" => lines.add(label, reading),
            _ => lines.add(label, &format!("{} ({reading})", fact.typed)),
        }
    }
    for party in &family.parties {
        of_party(lines, party);
    }
    for date in &family.dates {
        let until = date.held_until.map(|day| format!("until {}", long_day(day))).unwrap_or_default();
        let times = format!("{}-{}", date.from, date.to);
        let words = [date.state, &long_day(date.day), &times, date.format, &date.mediator, &until];
        lines.all("Date", &words);
    }
    for step in &family.steps {
        lines.add("Step", &format!("{}, {}", step.what, long_day(step.due)));
    }
    for clock in &family.clocks {
        let about = if clock.about { "about " } else { "" };
        let label = match (clock.clock, ClockKind::from_code(clock.clock)) {
            ("30 days", _) => "Clock, 30 days".to_owned(),
            (_, Some(kind)) => format!("Clock, {}", kind.label()),
            _ => "Clock, family's two months".to_owned(),
        };
        let away = || away(super::look::days_until(today, clock.date));
        let how = clock.ended.clone().unwrap_or_else(away);
        lines.add(&label, &format!("{about}{}, {how}. {}", long_day(clock.date), clock.rule));
    }
    lines.add("Enquiry before", family.enquiry.as_deref().unwrap_or_default());
}

fn of_party(lines: &mut Lines, party: &data::Party) {
    let answer = party.answer.unwrap_or("no answer yet");
    lines.all("Party", &[party.kind, party.needed, &party.name, answer]);
    let phone = if party.said_of_phone.is_empty() { &party.phone } else { &party.said_of_phone };
    lines.all("Party person", &[&party.person, &party.relation, phone, &party.email, &party.best_time]);
    lines.add("Party needs", &party.needs);
    lines.add("Party decides", &party.decides);
    lines.add("Party suits", &party.suits);
    if let Some(day) = party.chase {
        lines.add("Next chase", &long_day(day));
    }
    for given in &party.given {
        lines.all(
            "Answer",
            &[&day_with_year(given.day), given.answer, &given.person, &given.words, &given.how, &given.staff],
        );
    }
}
