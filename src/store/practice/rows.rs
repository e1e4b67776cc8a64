//! The rows of a made-up case, statement by statement, with the lines of its history.
//!
//! They say what the store's own writes would have left; they are written here again because a caseload of
//! many thousand is made in big lists. The file's wall stays up and refuses what could not have happened.

use chrono::NaiveDate;

use super::many::Count;
use super::one::{Fate, Keys, Meeting, People};
use crate::domain::authority::team_of;
use crate::domain::queue::CaseFacts;
use crate::domain::slot::USUAL_LENGTH;
use crate::domain::typed_day::{day_and_month, day_with_year, short_day};
use crate::params;
use crate::store::Signed;
use crate::store::calendar::{BOOKED, HELD};
use crate::store::calls::FINISHED;
use crate::store::cases::THEMSELVES;
use crate::store::db::Write;
use crate::store::history::{self, Line};
use crate::store::parties::Contact;
use crate::store::search::{self, CaseWords};

pub(super) fn happened(signed: &Signed, count: &mut Count, line: &Line<'_>, writes: &mut Vec<Write>) {
    let signed = Signed { id: count.id(), ..signed.clone() };
    writes.extend(history::add(&signed, line));
}

/// The next spoken number of a kind, given to a row by `sql`.
pub(super) fn number(kind: &'static str, sql: &'static str, id: i64, writes: &mut Vec<Write>) {
    writes.push(Write::one("UPDATE counters SET last = last + 1 WHERE kind = $1", params![kind]));
    writes.push(Write::one(sql, params![id]));
}

pub(super) const CALL: &str =
    "UPDATE calls SET number = (SELECT last FROM counters WHERE kind = 'C') WHERE id = $1";
const CASE: &str =
    "UPDATE cases SET state = 'open', number = (SELECT last FROM counters WHERE kind = 'M') WHERE id = $1";

/// The call, the consent, the family's details, the parties, and the open case.
pub(super) fn call_and_case(
    keys: &Keys,
    people: &People,
    fate: Fate,
    signed: &Signed,
    count: &mut Count,
    writes: &mut Vec<Write>,
) {
    let (at, today, staff) = (signed.at, signed.today, signed.staff.as_str());
    let Keys { case, call, family, .. } = *keys;
    let (record, caller) = (count.id(), count.id());
    let kind = if people.third { "school staff" } else { "parent" };
    let asked = (fate != Fate::New).then(|| today.succ_opt().unwrap_or(today));
    writes.push(Write::one(
        "INSERT INTO cases (id, state, route, opened, day, staff, la_informed, touched)
         VALUES ($1, 'in call', $2, $3, $4, $5, $6, $4)",
        params![case, people.subject.route.code(), at, today, staff, asked],
    ));
    writes.push(Write::one(
        "INSERT INTO calls (id, state, started, day, staff, kind, answer, case_id)
         VALUES ($1, 'open', $2, $3, $4, $5, $6, $7)",
        params![call, at, today, staff, kind, people.third.then_some("yes"), case],
    ));
    writes.push(Write::one(
        "INSERT INTO callers (id, call_id, seq, kind) VALUES ($1, $2, 1, $3)",
        params![caller, call, kind],
    ));
    number("C", CALL, call, writes);
    let told = if people.third { format!("{}, SENCO", people.school) } else { THEMSELVES.to_owned() };
    writes.push(Write::one(
        "INSERT INTO consents (id, case_id, seq, act, giver, given, given_to, how, told_by, call_id, at, day, staff)
         VALUES ($1, $2, 1, 'given', 'parent or carer', $3, $4, 'spoken', $5, $6, $7, $4, $8)",
        params![
            record,
            case,
            if people.third { day_with_year(today) } else { "own call".to_owned() },
            today,
            told,
            call,
            at,
            staff
        ],
    ));
    let (name, phone) =
        if people.third { (&people.officer, &people.officer_phone) } else { (&people.parent, &people.phone) };
    writes.push(Write::any(
        "INSERT INTO caller_details (caller_id, field, typed, saved) VALUES ($1, 'name', $2, $4), ($1, 'phone', $3, $4)",
        params![caller, name, phone, at],
    ));
    writes.push(Write::any(
        "INSERT INTO details (case_id, field, typed, reading, saved)
         VALUES ($1, 'child', $2, '', $3), ($1, 'born', $4, $5, $3), ($1, 'school', $6, '', $3), ($1, 'area', $7, '', $3),
                ($1, 'about', $8, $9, $3), ($1, 'letter', $10, $11, $3), ($1, 'wants', 'Mediation: yes', 'mediation', $3),
                ($1, 'other side', $12, '', $3)",
        params![
            case,
            people.child.as_str(),
            at,
            people.born.format("%-d %b %Y").to_string(),
            people.born,
            people.school.as_str(),
            people.area.as_str(),
            people.subject.label,
            people.subject.code,
            day_and_month(people.letter),
            people.letter,
            team_of(&people.area)
        ],
    ));
    writes.push(Write::one(
        "INSERT INTO notes (id, case_id, call_id, at, staff, body, begun, saved) VALUES ($1, $2, $1, $3, $4, $5, $6, $3)",
        params![call, case, at, staff, people.notes.as_str(), begun(&people.notes, at)],
    ));
    parties(keys, people, fate, signed, writes);
    writes.push(Write::one(
        "INSERT INTO answers (id, party_id, seq, answer, person, how, source, day, at, staff)
         VALUES ($1, $2, 1, 'willing', $3, 'on their own call', 'own call', $4, $5, $6)",
        params![count.id(), family, people.parent.as_str(), today, at, staff],
    ));
    writes.push(Write::one(
        "UPDATE calls SET state = 'finished', finished = $1, outcome = 'case' WHERE id = $2",
        params![at + 540_000, call],
    ));
    number("M", CASE, case, writes);
    documents(keys, people, count, writes);
    let line = |act, mark| Line { act, mark, call: Some(call), case: Some(case), ..Line::default() };
    happened(signed, count, &line("Call started", "c"), writes);
    let consent = if people.third { "Consent given" } else { "Consent: parent rang us themselves" };
    happened(signed, count, &line(consent, "OK"), writes);
    happened(signed, count, &line(FINISHED, "c"), writes);
}

/// The minute each line was begun, a minute apart.
fn begun(notes: &str, at: i64) -> String {
    let lines = notes.lines().count() as i64;
    let begun: Vec<String> = (1..=lines).map(|line| (at + line * 60_000).to_string()).collect();
    begun.join(" ")
}

fn contacts(people: &People) -> (Contact, Contact) {
    let team = team_of(&people.area);
    (
        Contact {
            name: people.parent.as_str().into(),
            person: people.parent.as_str().into(),
            relation: "mother".into(),
            phone: people.phone.as_str().into(),
            ..Contact::default()
        },
        Contact {
            name: team.into(),
            person: people.officer.as_str().into(),
            phone: people.officer_phone.as_str().into(),
            ..Contact::default()
        },
    )
}

fn parties(keys: &Keys, people: &People, fate: Fate, signed: &Signed, writes: &mut Vec<Write>) {
    let (family, other) = contacts(people);
    let chase = (fate == Fate::Waiting).then(|| signed.today.succ_opt().unwrap_or(signed.today));
    let decides = if fate.is_agreed() { "comes and can decide" } else { "" };
    writes.push(Write::any(
        "INSERT INTO parties (id, case_id, side, kind, needed, name, person, relation, phone, decides, chase)
         VALUES ($1, $2, 'family', 'family', 'needed', $3, $3, $4, $5, '', NULL),
                ($6, $2, 'other side', 'local authority', 'needed', $7, $8, '', $9, $10, $11)",
        params![
            keys.family,
            keys.case,
            family.name,
            family.relation,
            family.phone,
            keys.other,
            other.name,
            other.person,
            other.phone,
            decides,
            chase
        ],
    ));
}

fn documents(keys: &Keys, people: &People, count: &Count, writes: &mut Vec<Write>) {
    let (family, other) = contacts(people);
    let words = CaseWords {
        child: &people.child,
        school: &people.school,
        area: &people.area,
        number: Some(count.cases),
    };
    let all = [
        search::case_document(keys.case, &words),
        search::person_document(keys.family, keys.case, &family),
        search::person_document(keys.other, keys.case, &other),
        search::notes_document(keys.call, keys.case, &people.notes),
    ];
    // Each is an update of a document that is there, and the insert of one that is not.
    writes.extend(all.into_iter().filter_map(|mut document| document.pop()));
}

fn answer(
    keys: &Keys,
    seq: i64,
    what: &str,
    people: &People,
    signed: &Signed,
    count: &mut Count,
    writes: &mut Vec<Write>,
) {
    writes.push(Write::one(
        "INSERT INTO answers (id, party_id, seq, answer, person, how, source, day, at, staff)
         VALUES ($1, $2, $3, $4, $5, 'phone', 'themselves', $6, $7, $8)",
        params![
            count.id(),
            keys.other,
            seq,
            what,
            people.officer.as_str(),
            signed.today,
            signed.at,
            signed.staff.as_str()
        ],
    ));
}

fn of_case<'a>(keys: &Keys, act: &'a str, mark: &'a str, words: Option<&'a str>) -> Line<'a> {
    Line { act, mark, case: Some(keys.case), words, ..Line::default() }
}

/// The other side was asked.
pub(super) fn asked(keys: &Keys, p: &People, signed: &Signed, count: &mut Count, writes: &mut Vec<Write>) {
    answer(keys, 1, "asked", p, signed, count, writes);
    happened(signed, count, &of_case(keys, "Other side asked, waiting", "->", Some(&p.officer)), writes);
}

/// The other side said yes.
pub(super) fn agreed(keys: &Keys, p: &People, signed: &Signed, count: &mut Count, writes: &mut Vec<Write>) {
    answer(keys, 2, "willing", p, signed, count, writes);
    happened(signed, count, &of_case(keys, "Other side willing", "YES", Some(&p.officer)), writes);
}

/// The other side pulled out: a booked date is in doubt by the file's own trigger.
pub(super) fn pulled_out(
    keys: &Keys,
    p: &People,
    signed: &Signed,
    count: &mut Count,
    writes: &mut Vec<Write>,
) {
    answer(keys, 3, "pulled out", p, signed, count, writes);
    happened(signed, count, &of_case(keys, "Other side pulled out", "NO", Some(&p.officer)), writes);
    touched(keys, signed, writes);
}

fn touched(keys: &Keys, signed: &Signed, writes: &mut Vec<Write>) {
    writes.push(Write::one("UPDATE cases SET touched = $1 WHERE id = $2", params![signed.today, keys.case]));
}

/// Consent was withdrawn.
pub(super) fn withdrawn(
    keys: &Keys,
    p: &People,
    signed: &Signed,
    count: &mut Count,
    writes: &mut Vec<Write>,
) {
    writes.push(Write::one(
        "INSERT INTO consents (id, case_id, seq, act, giver, given, given_to, how, told_by, at, day, staff)
         VALUES ($1, $2, 2, 'withdrawn', $3, $4, $5, 'spoken', $6, $7, $5, $8)",
        params![
            count.id(),
            keys.case,
            p.parent.as_str(),
            day_with_year(signed.today),
            signed.today,
            format!("{}, by us", p.parent),
            signed.at,
            signed.staff.as_str()
        ],
    ));
    happened(signed, count, &of_case(keys, "Consent withdrawn", "NO", None), writes);
    touched(keys, signed, writes);
}

/// A date, held or booked.
pub(super) fn booking(
    keys: &Keys,
    meeting: &Meeting,
    held: Option<NaiveDate>,
    signed: &Signed,
    count: &mut Count,
    writes: &mut Vec<Write>,
) {
    let (state, act) = if held.is_some() { ("held", HELD) } else { ("booked", BOOKED) };
    writes.push(Write::one(
        "INSERT INTO bookings (id, case_id, mediator_id, state, day, start, length, held_until, format, told_family,
           told_other_side, at, staff)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 'online', 'yes', 'yes', $9, $10)",
        params![
            meeting.id,
            keys.case,
            meeting.mediator,
            state,
            meeting.day,
            meeting.start,
            USUAL_LENGTH,
            held,
            signed.at,
            signed.staff.as_str()
        ],
    ));
    let words = format!("{} {}", short_day(meeting.day), meeting.words);
    happened(signed, count, &of_case(keys, act, "b", Some(&words)), writes);
    touched(keys, signed, writes);
}

/// The case is closed, after its meeting or without one.
pub(super) fn closed(
    keys: &Keys,
    meeting: Option<&Meeting>,
    fate: Fate,
    signed: &Signed,
    count: &mut Count,
    writes: &mut Vec<Write>,
) {
    if let Some(meeting) = meeting {
        let (state, act, mark) = match fate {
            Fate::Met => ("met", "Meeting held", "OK"),
            _ => ("called off", "Meeting called off by the family", "-"),
        };
        writes.push(Write::one(
            "UPDATE bookings SET state = $1, rev = rev + 1 WHERE id = $2",
            params![state, meeting.id],
        ));
        happened(signed, count, &of_case(keys, act, mark, Some(&meeting.words)), writes);
    }
    writes.push(Write::one(
        "UPDATE cases SET state = 'closed', closing = 'agreed in full', closed = $1, touched = $1 WHERE id = $2",
        params![signed.today, keys.case],
    ));
    happened(signed, count, &of_case(keys, "Case closed", ".", None), writes);
}

/// The steps an open case has promised.
pub(super) fn steps(facts: &CaseFacts, writes: &mut Vec<Write>) {
    writes.extend(facts.steps.iter().map(|step| {
        Write::one(
            "INSERT INTO steps (id, case_id, what, due) VALUES ($1, $2, $3, $4)",
            params![step.id, facts.id, step.what.code(), step.due],
        )
    }));
}
