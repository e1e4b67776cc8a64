//! The willingness page: the parties, what each answered, when to chase, and the booking light.
//!
//! The light is computed from the facts and can not be typed. Nothing here says that anybody has to come.

use chrono::NaiveDate;

use super::sheet::{Sheet, commas};
use super::words::{answer_word, decides, hidden, light_words, limits, party_name, reach, reach_role};
use crate::domain::ladder;
use crate::domain::queue::BookingState;
use crate::domain::typed_day::short_day;
use crate::domain::willingness::{Answer, CHASES_BEFORE_COORDINATOR, Needed, PartyKind, Side, after_a_no};
use crate::screens::Look;
use crate::store::cases::CasePage;
use crate::store::parties::Party;
use crate::widgets::theme::Role;

fn needed(party: &Party) -> &'static str {
    match party.facts.standing.needed {
        Needed::Needed => "needed",
        Needed::Invited => "invited",
        Needed::Dropped => "dropped",
    }
}

fn asked(party: &Party) -> String {
    match (party.facts.asked, party.given.first()) {
        (Some(day), Some(given)) => format!("{} {}", short_day(day), given.how.replace("on their ", "")),
        (Some(day), None) => short_day(day),
        (None, _) => "not asked".to_owned(),
    }
}

fn chase(party: &Party, today: NaiveDate) -> String {
    match party.facts.chase {
        _ if party.facts.standing.needed == Needed::Dropped => "-".to_owned(),
        Some(day) if day <= today => "TODAY  ->".to_owned(),
        Some(day) => short_day(day),
        None => "-".to_owned(),
    }
}

fn answer_role(party: &Party) -> Role {
    match party.facts.standing.answer {
        Some(a) if a.is_willing() => Role::Good,
        Some(_) => Role::Closed,
        None => Role::Body,
    }
}

/// The parties, for a box of so many columns.
pub(super) fn parties(
    page: &CasePage,
    look: &Look<'_>,
    width: u16,
    chosen: Option<i64>,
    wide: bool,
) -> Sheet {
    let today = look.context.today();
    let mut s = Sheet::new("Who is willing", width);
    let columns: [u16; 4] = if width >= 72 { [19, 27, 47, 63] } else { [15, 23, 23, 38] };
    let full = width >= 72;
    let mut head = vec![(3, "Party", Role::Heading), (columns[0], "Needed", Role::Heading)];
    if full {
        head.push((columns[1], "Asked", Role::Heading));
    }
    head.push((columns[2], "Answer", Role::Heading));
    head.push((columns[3], "Next chase", Role::Heading));
    if width >= 50 {
        s.row(&head, false);
    }
    if page.parties.is_empty() {
        s.text(3, "Nobody has been asked yet. + adds a party.", Role::Body);
    }
    for party in &page.parties {
        let here = chosen == Some(party.facts.id);
        let kind = party.facts.standing.kind.short();
        let (asked, answer, chase) = (asked(party), answer_word(party, page, today), chase(party, today));
        if width < 50 {
            s.row(&[(3, kind, Role::Body), (16, answer.as_str(), answer_role(party))], here);
            s.text(5, &format!("{}, next chase: {chase}", needed(party)), Role::Body);
            s.text(5, &reach(party, page, look), Role::Body);
            also_rang(&mut s, party, page, look);
            limits_of(&mut s, party, page, look);
            continue;
        }
        let mut row = vec![(3, kind, Role::Body), (columns[0], needed(party), Role::Body)];
        if full {
            row.push((columns[1], asked.as_str(), Role::Body));
        }
        row.push((columns[2], answer.as_str(), answer_role(party)));
        row.push((
            columns[3],
            chase.as_str(),
            if chase.starts_with("TODAY") { Role::Attention } else { Role::Body },
        ));
        s.row(&row, here);
        let second = reach(party, page, look);
        let role = reach_role(party, page);
        s.text(5, if second.is_empty() { "no contact details yet: e" } else { &second }, role);
        also_rang(&mut s, party, page, look);
        limits_of(&mut s, party, page, look);
        if wide {
            let said = party.given.iter().find(|g| g.answer.is_an_answer() && !g.words.trim().is_empty());
            if let Some(said) = said.filter(|_| !hidden(page, look)) {
                s.text(5, &format!("Said: {}", &*said.words), Role::Body);
            }
            if party.facts.standing.side == Side::OtherSide {
                let decides = &party.contact.decides;
                let who = if decides.trim().is_empty() { "not known yet" } else { decides };
                s.text(5, &format!("Who comes, and may they decide: {who}"), Role::Body);
            }
        }
        s.gap();
    }
    if wide {
        letters(&mut s);
    }
    s
}

/// Who else rang for this side, under the first party of it; e makes one of them its contact.
fn also_rang(s: &mut Sheet, party: &Party, page: &CasePage, look: &Look<'_>) {
    let kind = party.facts.standing.kind;
    let mut of_kind = page.parties.iter().filter(|other| other.facts.standing.kind == kind);
    let is_first = of_kind.next().is_some_and(|first| first.facts.id == party.facts.id);
    let rang = page.also_rang.iter().filter(|(of, _)| is_first && *of == kind);
    let rang: Vec<&str> = rang.map(|(_, who)| &**who).collect();
    // A school tells whose case it is; an authority does not.
    let hide = kind != PartyKind::LocalAuthority && hidden(page, look);
    if !rang.is_empty() {
        let who = if hide { "(hidden)".to_owned() } else { rang.join("; ") };
        s.text(5, &format!("also rang: {who}"), Role::Body);
    }
}

/// The limits of the consent, under the family's number.
fn limits_of(s: &mut Sheet, party: &Party, page: &CasePage, look: &Look<'_>) {
    if party.facts.standing.side == Side::Family
        && let Some(limits) = limits(page, look)
    {
        s.text(5, &format!("Limits: {limits}"), Role::Attention);
    }
}

fn letters(s: &mut Sheet) {
    for line in [
        "Answer for the chosen party:   y yes   n no   c yes, but   l left message",
        "                               a asked, waiting   x has pulled out",
        "+ add   - drop, take back   Space needed or invited   e contact   h history",
    ] {
        s.text(2, line, Role::Body);
    }
}

/// The booking light.
pub(super) fn light(page: &CasePage, look: &Look<'_>, width: u16, wide: bool) -> Sheet {
    let today = look.context.today();
    let mut s = Sheet::new("Booking light", width);
    let consent = page.facts.consent;
    let how = page
        .consents
        .last()
        .map(|c| commas(&[&c.giver, if c.own_call { "own call" } else { &c.how }, &short_day(c.given_to)]))
        .unwrap_or_default();
    let how = if hidden(page, look) { String::new() } else { how };
    let role = if consent.in_force() { Role::Good } else { Role::Closed };
    let needed: Vec<_> = page.parties.iter().filter(|p| p.facts.standing.needed == Needed::Needed).collect();
    if wide {
        s.row(
            &[(3, "Consent", Role::Body), (16, &page.facts.consent_words(), role), (42, &how, Role::Body)],
            false,
        );
        for p in &needed {
            let day = p.facts.answered.map(short_day).unwrap_or_default();
            let answer = answer_word(p, page, today);
            s.row(
                &[
                    (3, p.facts.standing.kind.short(), Role::Body),
                    (16, &answer, answer_role(p)),
                    (42, &day, Role::Body),
                ],
                false,
            );
        }
    } else {
        s.text(1, &"-".repeat(usize::from(width.saturating_sub(5))), Role::Body);
        let words: Vec<String> = needed
            .iter()
            .map(|p| format!("{} {}", p.facts.standing.kind.short(), answer_word(p, page, today)))
            .collect();
        s.text(2, &format!("Consent {}     {}", page.facts.consent_words(), words.join("     ")), role);
    }
    let missing = page.facts.missing();
    let booked =
        page.facts.bookings.iter().find(|b| matches!(b.state, BookingState::Booked | BookingState::InDoubt));
    match booked {
        Some(b) if b.state == BookingState::Booked => {
            s.text(2, &format!("Booked {}, {}.", short_day(b.day), b.words), Role::Booked);
        }
        Some(b) => {
            s.text(
                2,
                &format!("Booked {} is in doubt. {}", short_day(b.day), light_words(&missing)),
                Role::Attention,
            );
        }
        None => {
            let role = if missing.is_empty() { Role::Good } else { Role::Attention };
            s.text(2, &light_words(&missing), role);
            if !missing.is_empty() && consent.in_force() {
                s.text(2, "A date may be HELD now; let go by itself after 5 working days.", Role::Body);
            }
        }
    }
    for line in chase_lines(page) {
        s.text(2, &line, Role::Body);
    }
    let no = page.parties.iter().find(|p| {
        p.facts.standing.needed == Needed::Needed
            && matches!(p.facts.standing.answer, Some(Answer::NotWilling | Answer::PulledOut))
    });
    if let Some(p) = no {
        s.text(2, after_a_no(p.facts.standing.kind, page.facts.route), Role::Body);
    }
    if let Some(words) = decides(page, today) {
        s.text(2, words, Role::Attention);
    }
    if !wide && width >= 60 {
        s.gap();
        letters(&mut s);
    }
    s
}

/// What a coordinator can do when nobody answers.
const AFTER_THREE: &str = "Now: e another way, tell the other side, or close it: no contact.";

/// The same of the authority, whose silence ends no case.
const AFTER_THREE_LA: &str = "Now: e another way, or somebody else there. Its duty to take part stands.";

/// Who is being chased, on which rung, and how often each side was asked, in neutral words.
fn chase_lines(page: &CasePage) -> Vec<String> {
    let mut lines = Vec::new();
    let there = || page.parties.iter().filter(|p| p.facts.standing.needed != Needed::Dropped);
    let chased = there()
        .filter(|p| p.facts.asked.is_some() && p.facts.standing.answer.is_none() && p.facts.chase.is_some());
    for party in chased {
        let kind = party.facts.standing.kind.short();
        let rung = ladder::rung_words(party.facts.chases);
        let mut ways: Vec<&str> = Vec::new();
        for way in party.given.iter().rev().map(|given| given.how.trim()) {
            if !way.is_empty() && !ways.contains(&way) {
                ways.push(way);
            }
        }
        lines.push(format!("{kind}: {rung}. Tried: {}.", ways.join(", then ")));
        if party.facts.chases >= CHASES_BEFORE_COORDINATOR {
            let duty =
                party.facts.standing.kind == PartyKind::LocalAuthority && !page.facts.route.la_may_decline();
            lines.push(if duty { AFTER_THREE_LA } else { AFTER_THREE }.to_owned());
        }
    }
    let counted = attempts(page);
    if !counted.is_empty() {
        lines.push(counted);
    }
    lines
}

/// How often each side was asked or answered, side by side: `Attempts: family 2, LA 3`.
pub(in crate::screens) fn attempts(page: &CasePage) -> String {
    let there = page.parties.iter().filter(|p| p.facts.standing.needed != Needed::Dropped);
    ladder::attempts_words(there.map(|p| {
        let word = match p.facts.standing.kind {
            PartyKind::LocalAuthority => "LA",
            _ if p.facts.standing.side == Side::Family => "family",
            _ => "other side",
        };
        (word, p.facts.standing.side, p.given.len())
    }))
}

/// The latest with the chosen party, beside the page from 120 columns on; also the window of `h`.
pub(super) fn latest(page: &CasePage, look: &Look<'_>, width: u16, chosen: Option<i64>, all: bool) -> Sheet {
    let mut s = Sheet::new("Latest with this party", width);
    let Some(party) = chosen.and_then(|id| page.parties.iter().find(|p| p.facts.id == id)) else {
        return s;
    };
    let kind = party.facts.standing.kind.short();
    let whose = if party.facts.standing.side == Side::Family {
        kind.to_owned()
    } else {
        format!("{kind} - {}", party_name(party))
    };
    s.gap();
    s.heading(&whose);
    s.gap();
    if party.given.is_empty() {
        s.text(1, "Not asked yet.", Role::Body);
    }
    let most = if all { usize::MAX } else { 6 };
    for given in party.given.iter().take(most) {
        let at = look.context.local_of(given.at);
        let head = format!(
            "{} {}  {}, {}",
            short_day(given.day),
            at.format("%H:%M"),
            given.answer.word(),
            given.how
        );
        s.text(1, &head, if given.answer.is_willing() { Role::Good } else { Role::Body });
        let (person, words) =
            if hidden(page, look) { ("", "") } else { (given.person.trim(), given.words.trim()) };
        let said = match (person, words) {
            ("", words) => words.to_owned(),
            (person, "") => person.to_owned(),
            (person, words) => format!("{person}: {words}"),
        };
        if !said.is_empty() {
            s.text(3, &said, Role::Body);
        }
        s.text(3, &format!("by {}", given.staff), Role::Body);
    }
    if all {
        return s;
    }
    s.gap();
    s.heading(&format!("When {} answers", party.facts.standing.kind.the().replacen("The", "the", 1)));
    s.text(3, "y  asks who will come, and may they decide (may skip)", Role::Body);
    s.text(3, "n  asks for the reason in a few words. No blame is added.", Role::Body);
    s.text(3, "c  asks what the \"but\" is", Role::Body);
    s.gap();
    s.heading("When everybody needed says YES");
    s.text(3, "this page shows READY TO BOOK and F9 offers dates", Role::Body);
    s
}
