//! The phrases that several pages of a case share: who somebody is, how to reach them, what the light says.
//!
//! The limits of the consent stand wherever the family's number does, and a young person's own case says who
//! decides. When consent was withdrawn, names are hidden.

use chrono::NaiveDate;

use super::readings::shown;
use super::sheet::commas;
use crate::domain::authority::Authorities;
use crate::domain::consent::ConsentStanding;
use crate::domain::detail::Detail;
use crate::domain::queue::{BookingFacts, BookingState, CaseState};
use crate::domain::text::{Private, first_name};
use crate::domain::typed_day::{day_with_year, short_day};
use crate::domain::willingness::{Answer, Missing, Needed, PartyKind, Side};
use crate::domain::young_person::{self, born_words};
use crate::screens::Look;
use crate::store::cases::{CasePage, Kept};
use crate::store::parties::Party;
use crate::widgets::theme::Role;

/// Names are not shown: the consent was withdrawn, the details have left, or the desk hides names.
pub(super) fn hidden(page: &CasePage, look: &Look<'_>) -> bool {
    look.hide_names
        || page.facts.consent == ConsentStanding::Withdrawn
        || page.head.state == CaseState::Erased
}

/// A family's word, or that it is hidden.
pub(super) fn name(page: &CasePage, look: &Look<'_>, text: &str) -> String {
    if text.trim().is_empty() {
        return String::new();
    }
    if hidden(page, look) { "(hidden)".to_owned() } else { text.to_owned() }
}

/// What is general of a case, as it is shown. Where names are hidden only what is of a list: words of one's own may name
/// somebody ("transport for Thaddeus").
pub(super) fn general(page: &CasePage, look: &Look<'_>, detail: Detail) -> String {
    let kept = page.detail(detail);
    if !hidden(page, look) || kept.typed.trim().is_empty() {
        return shown(detail, &kept);
    }
    let of_list = match detail {
        Detail::Area => Authorities::england()
            .find_exact(&kept.typed)
            .map(|area| area.short().to_owned())
            .unwrap_or_default(),
        _ => shown(detail, &Kept { typed: Private::default(), ..kept }),
    };
    if of_list.is_empty() { "(hidden)".to_owned() } else { of_list }
}

/// `M-0412  Kelechi A., 10, Year 6`.
pub(super) fn title(page: &CasePage, look: &Look<'_>) -> String {
    let mut number = page.head.reference.map_or_else(|| "(in a call)".to_owned(), |r| r.to_string());
    for name in &page.others {
        number.extend([" +", other_desk(name, &look.context.staff)]);
    }
    if page.head.state == CaseState::Erased {
        return format!("{number}  details removed");
    }
    if page.facts.consent == ConsentStanding::Withdrawn {
        return format!("{number}  LOCKED: consent withdrawn");
    }
    if look.hide_names {
        return number;
    }
    let who = commas(&[&page.head.short(), &born_words(&page.head.born, look.context.today())]);
    format!("{number}  {who}")
}

/// What is said on every page of a case in which the young person decides.
pub(super) fn decides(page: &CasePage, today: NaiveDate) -> Option<&'static str> {
    page.decides_alone(today).then_some("Young person: he or she decides. Do not ring the parents.")
}

/// Until when a parent decides, and from when the young person does: the day it changes is the day after.
pub(super) fn right_holder(page: &CasePage, look: &Look<'_>) -> String {
    let today = look.context.today();
    if page.facts.consent == ConsentStanding::Withdrawn {
        return "by an age that is hidden now".to_owned();
    }
    let first = first_name(&page.head.child).to_owned();
    let who = if hidden(page, look) || first.is_empty() { "the young person".to_owned() } else { first };
    if young_person::years_too_many(&page.head.born, today).is_some() {
        return "not known: the year of birth is to be checked".to_owned();
    }
    let Some((earliest, latest)) = page.known.born.earliest().zip(page.known.born.latest()) else {
        return "a parent; how old the child is, is not known".to_owned();
    };
    let (from, to) = (young_person::compulsory_until(earliest), young_person::compulsory_until(latest));
    if to < today {
        return format!("{who}, 25 or over: check by hand");
    }
    let about = if from == to { "" } else { "about " };
    format!("a parent until {about}{}, then {who}", day_with_year(from))
}

/// A party's name: what it is called, or else what it is.
pub(super) fn party_name(party: &Party) -> String {
    if party.contact.name.trim().is_empty() {
        party.facts.standing.kind.the().to_owned()
    } else {
        party.contact.name.0.clone()
    }
}

/// Who and how to reach them: `Dawn Achebe, mother, 07700 900142, after 3, not Wed`.
pub(super) fn reach(party: &Party, page: &CasePage, look: &Look<'_>) -> String {
    let c = &party.contact;
    if party.facts.standing.side == Side::Family {
        if hidden(page, look) {
            return "(hidden)".to_owned();
        }
        let who = if c.person.trim().is_empty() { &c.name } else { &c.person };
        let number = page.number(party);
        if page.not_safe(party) {
            return commas(&[&number, who, &c.relation, &c.best_time]);
        }
        return commas(&[who, &c.relation, &number, &c.best_time]);
    }
    // A school tells whose case it is; an authority does not.
    if party.facts.standing.kind != PartyKind::LocalAuthority && hidden(page, look) {
        return "(hidden)".to_owned();
    }
    let number = page.number(party);
    commas(&[&c.name, &c.person, &c.relation, &number, &c.best_time])
}

/// The role of a party's line: a number that is not safe is not overlooked.
pub(super) fn reach_role(party: &Party, page: &CasePage) -> Role {
    if page.not_safe(party) { Role::Attention } else { Role::Body }
}

/// What is said instead of ringing a number that is not safe.
pub(super) fn instead(party: &Party, page: &CasePage, look: &Look<'_>) -> String {
    let who = if hidden(page, look) { "(hidden)".to_owned() } else { party_name(party) };
    match page.writes_to(party).filter(|_| !hidden(page, look)) {
        Some(to) => format!("F9  NOT SAFE TO RING. Write to {who}: {to}"),
        None => format!("F9  NOT SAFE TO RING. No safe number for {who} yet"),
    }
}

/// What somebody needs at a meeting: what the family asked for, and of any other side whose need it is. Nothing where
/// nobody asked for anything; what an earlier version kept with the details of the family is told too.
pub(in crate::screens) fn needs(page: &CasePage, look: &Look<'_>) -> String {
    let of_family = page.detail(Detail::Needs).typed;
    let mut all = vec![of_family.trim().to_owned()];
    for party in page.parties.iter().filter(|p| p.facts.standing.needed != Needed::Dropped) {
        let asked = party.contact.needs.trim();
        let is_familys = party.facts.standing.side == Side::Family || asked.is_empty();
        let whose =
            if is_familys { String::new() } else { format!("{}: ", party.facts.standing.kind.short()) };
        all.push(format!("{whose}{asked}"));
    }
    all.dedup();
    name(page, look, &commas(&all.iter().map(String::as_str).collect::<Vec<_>>()))
}

/// The limits of the consent that stands; hidden with the names, which they may hold.
pub(super) fn limits(page: &CasePage, look: &Look<'_>) -> Option<String> {
    page.consents.last().map(|c| name(page, look, c.limits.trim())).filter(|l| !l.is_empty())
}

/// `waiting 3 days`, `YES`, `-`.
pub(super) fn answer_word(party: &Party, page: &CasePage, today: NaiveDate) -> String {
    if let Some(answer) = party.facts.standing.answer {
        return answer.word().to_owned();
    }
    match (party.given.first().map(|g| g.answer), party.facts.asked) {
        (Some(Answer::LeftMessage), Some(_)) => "left message".to_owned(),
        (_, Some(day)) if day >= today => "waiting".to_owned(),
        (_, Some(day)) => format!("waiting {}", days(page.office.between(day, today))),
        _ => "-".to_owned(),
    }
}

/// `3 days`, `1 day`; of today, nothing to count.
pub(super) fn days(count: i64) -> String {
    match count {
        ..=0 => "since today".to_owned(),
        1 => "1 day".to_owned(),
        n => format!("{n} days"),
    }
}

/// What the light says, in one sentence.
pub(super) fn light_words(missing: &[Missing]) -> String {
    match missing {
        [] => "READY TO BOOK - F9 offers dates.".to_owned(),
        some => {
            let needed: Vec<String> = some.iter().map(|m| m.still_needed()).collect();
            format!("Not ready to book. Still needed: {}.", needed.join(", "))
        }
    }
}

/// The date of a case in a few words: `booked Wed 2 Dec`, `held Fri 4 Dec`, `-`.
pub(super) fn date_words(page: &CasePage, today: NaiveDate) -> String {
    let order = [BookingState::InDoubt, BookingState::Booked, BookingState::Held, BookingState::Met];
    // A hold whose last day is over holds nothing.
    let lapsed =
        |b: &BookingFacts| b.state == BookingState::Held && b.held_until.is_some_and(|day| day < today);
    let standing = page.facts.bookings.iter().filter(|b| !lapsed(b));
    order
        .iter()
        .find_map(|state| standing.clone().find(|b| b.state == *state))
        .map_or_else(|| "-".to_owned(), |b| format!("{} {}", b.state.code(), short_day(b.day)))
}

/// Who is at another desk, by the first name; `staff` sits at this one.
pub(in crate::screens) fn other_desk<'a>(name: &'a str, staff: &str) -> &'a str {
    if name.trim().eq_ignore_ascii_case(staff.trim()) {
        return "your other desk";
    }
    first_name(name)
}

/// Who has come into this case since it was read before, as a sentence.
pub(super) fn who_came(before: Option<&CasePage>, page: &CasePage, staff: &str) -> Option<String> {
    let new = |name: &&String| before.is_none_or(|before| !before.others.contains(name));
    let name = page.others.iter().find(new)?;
    Some(match other_desk(name, staff) {
        first if name.starts_with(first) => {
            format!("{first} is in this case too. Both of you can type; the timeline shows who.")
        }
        _ => "Another desk under your own name is in this case too. Both can type.".to_owned(),
    })
}
