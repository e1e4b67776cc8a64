//! What the small windows ask, and what is written from their lines.
//!
//! A window is made from the page of the case; saving gives intentions and the one sentence for the hint line,
//! or says which line still wants something. Nothing is rejected: text that cannot be read is kept as typed,
//! and a chase that cannot be read fills itself.

use chrono::NaiveDate;

use super::editor::{EditLine, Editor, Purpose, Reads};
use super::words::{light_words, party_name};
use crate::domain::authority::Authorities;
use crate::domain::consent::{ConsentAct, read_giver, read_way};
use crate::domain::detail::{Detail, WANTS};
use crate::domain::reference::{RefKind, read_reference};
use crate::domain::subject::{SUBJECTS, subject_words};
use crate::domain::text::Private;
use crate::domain::typed_day::{Direction, read_born, read_day, short_day};
use crate::domain::willingness::{Answer, Needed, PartyKind, Side, after_a_no, days_to_chase, light};
use crate::domain::working_days::WorkingDays;
use crate::protocol::command::Intention;
use crate::protocol::context::Context;
use crate::store::cases::{CasePage, CaseWrite, Kept};
use crate::store::parties::{Contact, NewParty, Party, PartyWrite};

/// What is written, and the sentence for the hint line; or what is still wanted, and in which line.
pub(super) type Saved = Result<(Vec<Intention>, String), (String, usize)>;

/// The details of the family that are changed here, in order.
const DETAILS: [Detail; 10] = [
    Detail::Child,
    Detail::Born,
    Detail::School,
    Detail::Area,
    Detail::About,
    Detail::Letter,
    Detail::Wants,
    Detail::OtherSide,
    Detail::Plan,
    Detail::Needs,
];

/// The party of a page.
pub(super) fn party(page: &CasePage, id: i64) -> Option<&Party> {
    page.parties.iter().find(|p| p.facts.id == id)
}

/// Makes the window for a purpose.
pub(super) fn open(purpose: Purpose, page: &CasePage) -> Editor {
    let line = EditLine::new;
    let mut rev = 0;
    let (title, lines) = match purpose {
        Purpose::Answer(id, what) => answer_lines(page, id, what),
        Purpose::AddConsent => (
            "Add a consent, or a limit".to_owned(),
            vec![
                line(
                    "Who",
                    "",
                    "m mother, f father, b both parents, c carer, y young person, or words. Enter goes on.",
                )
                .read_as(Reads::Choice(read_giver)),
                line("How", "", "s spoken, w in writing, e e-mail, or words. Empty: spoken.")
                    .read_as(Reads::Choice(read_way)),
                line("Limits", "", "Say \"ring her first\". Empty keeps the limits that stand."),
                line(
                    "Does not cover",
                    "",
                    "What they do not agree to. Empty keeps what stands. Enter saves.",
                ),
            ],
        ),
        Purpose::CheckConsent => (
            "Checked with the parent".to_owned(),
            vec![
                line("Answer", "", "y yes, they agree; n no, they never agreed: that locks the case.")
                    .read_as(Reads::Choice(read_checked)),
                line("Who", &last_giver(page), "Who said so. Enter keeps it.")
                    .read_as(Reads::Choice(read_giver)),
                line("Words", "", "A few words, or Enter to skip and save."),
            ],
        ),
        Purpose::WithdrawWords => (
            "Words of the withdrawal".to_owned(),
            vec![line("Words", "", "A few words, or Enter to skip. The question comes after.")],
        ),
        Purpose::Erase => (
            "Remove the family's details".to_owned(),
            vec![line(
                "Number",
                "",
                "Type the case's number to remove everything we know of the family. Esc keeps it.",
            )],
        ),
        Purpose::AddParty => (
            "Add a party".to_owned(),
            vec![
                line("Kind", "", "f family, y young person, l LA, s school, p provider, h health, o other.")
                    .read_as(Reads::Choice(|t| Some(kind_words(read_kind(t)).to_owned()))),
                line("Name", "", "The party: \"Northmere SEND team\"."),
                line("Person", "", "Whom we speak to."),
                line("Phone", "", "Their number. Enter saves."),
            ],
        ),
        Purpose::Contact(id) => {
            let found = party(page, id);
            rev = found.map_or(0, |p| p.rev);
            let c = found.map(|p| p.contact.clone()).unwrap_or_default();
            (
                format!("Contact: {}", found.map_or("", |p| p.facts.standing.kind.short())),
                vec![
                    line("Name", &c.name, "The party. F9 saves from any line."),
                    line("Person", &c.person, "Whom we speak to."),
                    line("Relation", &c.relation, "To the child, or their post."),
                    line("Phone", &c.phone, "Any form; it is shown as typed."),
                    line("Email", &c.email, "Their e-mail."),
                    line("Best time", &c.best_time, "When to ring."),
                    line("Needs", &c.needs, "Interpreter, access."),
                    line("Decides", &c.decides, "Who comes, and may they decide."),
                    line("Suits", &c.suits, "When a meeting suits them, in words. Enter saves."),
                ],
            )
        }
        Purpose::Note => (
            "A note on this case".to_owned(),
            vec![line("Note", "", "Facts only: the family can ask to read this. Enter saves.")],
        ),
        Purpose::Details => (
            "The family's details".to_owned(),
            DETAILS
                .iter()
                .map(|detail| {
                    let kept = page.detail(*detail);
                    line(detail.label(), &kept.typed, detail_help(*detail)).read_as(detail_reads(*detail))
                })
                .collect(),
        ),
    };
    let mut editor = Editor::new(purpose, title, lines);
    editor.rev = rev;
    editor
}

fn answer_lines(page: &CasePage, id: i64, what: Option<Answer>) -> (String, Vec<EditLine>) {
    let line = EditLine::new;
    let found = party(page, id);
    let kind = found.map_or(PartyKind::Other, |p| p.facts.standing.kind);
    let person = found.map(|p| p.contact.person.clone()).unwrap_or_default();
    let name = found.map_or_else(String::new, party_name);
    let chase = || {
        line("Next chase", "", "Empty fills itself. Or +3, fri, 2 dec. Enter saves.").read_as(Reads::Chase)
    };
    let who = || line("Person", &person, "Who said it. Enter keeps it; the second Enter saves.");
    let Some(what) = what else {
        let lines = vec![
            line("Answer", "", "y yes, n no, c yes but, l left message, a asked, x pulled out.")
                .read_as(Reads::Choice(|t| read_answer(t).map(|a| a.word().to_owned()))),
            who(),
            line("Words", "", "Their words, or Enter to skip and save."),
        ];
        return (format!("{name}: what did they say?"), lines);
    };
    let words = match (what, kind) {
        (Answer::Willing, PartyKind::Family | PartyKind::YoungPerson) => {
            "In their words, or Enter to skip and save."
        }
        (Answer::Willing, _) => "Who comes, and may they decide? Enter skips and saves.",
        (Answer::WillingBut, _) => "What is the \"but\"? Enter saves.",
        _ => "The reason, in a few words, or Enter to skip and save.",
    };
    let label = match (what, kind) {
        (Answer::Willing, PartyKind::Family | PartyKind::YoungPerson) => "Words",
        (Answer::Willing, _) => "Who comes, may decide",
        (Answer::WillingBut, _) => "The \"but\"",
        _ => "Reason",
    };
    let lines = if what.is_an_answer() {
        vec![who(), line(label, "", words)]
    } else {
        vec![
            line("How", "phone", "p phone, e e-mail, or words. Enter goes on, F9 saves.")
                .read_as(Reads::Choice(|t| Some(read_how(t)))),
            line("Words", "", "What was said or left, or Enter to skip."),
            chase(),
        ]
    };
    (format!("{name}: {}", what.word()), lines)
}

/// Writes from the lines of a window.
pub(super) fn save(editor: &Editor, page: &CasePage, context: &Context) -> Saved {
    let case = page.head.id;
    match editor.purpose {
        Purpose::Answer(id, what) => save_answer(editor, page, context, id, what),
        Purpose::AddConsent => {
            let giver = read_giver(&editor.text(0)).unwrap_or_else(|| last_giver(page));
            let how = read_way(&editor.text(1)).unwrap_or_else(|| "spoken".to_owned());
            let said = format!("Consent of {giver} is recorded.");
            Ok((vec![consent(page, context, ConsentAct::Given, giver, how, editor, "".into())], said))
        }
        Purpose::CheckConsent => {
            let giver = read_giver(&editor.text(1)).unwrap_or_else(|| last_giver(page));
            let words = editor.text(2);
            match read_checked(&editor.text(0)).as_deref() {
                Some("yes") => {
                    let write =
                        consent(page, context, ConsentAct::Checked, giver, "spoken".into(), editor, words);
                    Ok((vec![write], "Checked with the parent: consent is confirmed.".to_owned()))
                }
                Some("never agreed") => {
                    let write =
                        consent(page, context, ConsentAct::Denied, giver, "spoken".into(), editor, words);
                    let said = "They never agreed. The case is locked; r removes the family's details.";
                    Ok((vec![write], said.to_owned()))
                }
                _ => Err(("y they agree, or n they never agreed: one of the two is wanted.".to_owned(), 0)),
            }
        }
        Purpose::WithdrawWords => Ok((Vec::new(), String::new())),
        Purpose::Erase => {
            let number = page.head.reference.map(|r| r.number);
            let typed = read_reference(&editor.text(0));
            match typed {
                Some((None | Some(RefKind::Case), n)) if Some(n) == number => Ok((
                    vec![Intention::Case(CaseWrite::Erase { case })],
                    "The family's details are being removed. The number is kept for counting.".to_owned(),
                )),
                _ => Err(("That is not this case's number. Nothing was removed.".to_owned(), 0)),
            }
        }
        Purpose::AddParty => {
            let kind = read_kind(&editor.text(0));
            let (side, needed) = place_of(kind, page);
            let new = NewParty {
                id: context.id(),
                kind,
                side,
                needed,
                contact: Contact {
                    name: editor.text(1),
                    person: editor.text(2),
                    phone: editor.text(3),
                    ..Contact::default()
                },
                chase: (needed == Needed::Needed && side == Side::OtherSide)
                    .then(|| page.office.next_working(context.today())),
            };
            let said = format!("{} added: {}.", kind.short(), needed.code());
            Ok((vec![Intention::Party(PartyWrite::Add { case, party: new })], said))
        }
        Purpose::Contact(id) => {
            let contact = Contact {
                name: editor.text(0),
                person: editor.text(1),
                relation: editor.text(2),
                phone: editor.text(3),
                email: editor.text(4),
                best_time: editor.text(5),
                needs: editor.text(6),
                decides: editor.text(7),
                suits: editor.text(8),
            };
            let write = PartyWrite::Contact { case, party: id, rev: editor.rev, contact };
            Ok((vec![Intention::Party(write)], "Contact details are changed.".to_owned()))
        }
        Purpose::Note => {
            let body = editor.text(0);
            if body.is_empty() {
                return Err(("Nothing is typed yet. Esc closes.".to_owned(), 0));
            }
            let write = CaseWrite::Note { case, note: context.id(), body };
            Ok((vec![Intention::Case(write)], "The note is in the timeline.".to_owned()))
        }
        Purpose::Details => {
            let details: Vec<_> = DETAILS
                .iter()
                .enumerate()
                .filter(|(at, _)| editor.changed(*at))
                .map(|(at, detail)| {
                    let typed = editor.text(at);
                    let read = reading(*detail, &typed, context.today(), &page.office);
                    (*detail, typed, read)
                })
                .collect();
            let said = match details.len() {
                0 => return Ok((Vec::new(), "Nothing was changed.".to_owned())),
                1 => "One detail is changed.".to_owned(),
                n => format!("{n} details are changed."),
            };
            Ok((vec![Intention::Case(CaseWrite::Details { case, details })], said))
        }
    }
}

fn consent(
    page: &CasePage,
    context: &Context,
    act: ConsentAct,
    giver: String,
    how: String,
    editor: &Editor,
    words: Private,
) -> Intention {
    let limited = editor.purpose == Purpose::AddConsent;
    let text = |line| if limited { editor.text(line) } else { Private::default() };
    Intention::Case(CaseWrite::Consent {
        case: page.head.id,
        record: context.id(),
        act,
        giver: giver.into(),
        how: how.into(),
        limits: text(2),
        not_covered: text(3),
        words,
    })
}

/// The withdrawal, said a second time.
pub(super) fn withdrawal(page: &CasePage, context: &Context, words: &Private) -> Intention {
    Intention::Case(CaseWrite::Consent {
        case: page.head.id,
        record: context.id(),
        act: ConsentAct::Withdrawn,
        giver: last_giver(page).into(),
        how: "spoken".into(),
        limits: Private::default(),
        not_covered: Private::default(),
        words: words.clone(),
    })
}

fn save_answer(editor: &Editor, page: &CasePage, context: &Context, id: i64, what: Option<Answer>) -> Saved {
    let Some(found) = party(page, id) else {
        return Err(("That party is not there any more.".to_owned(), 0));
    };
    // With the answer still to choose, the lines stand one lower.
    let shift = usize::from(what.is_none());
    let Some(what) = what.or_else(|| read_answer(&editor.text(0))) else {
        return Err(("y, n, c, l, a or x: one of them is wanted.".to_owned(), 0));
    };
    let attempt = !what.is_an_answer();
    let asked_how = attempt && shift == 0;
    let how = if asked_how { read_how(&editor.text(0)) } else { "phone".to_owned() };
    let chase = asked_how
        .then(|| read_day(&editor.text(2), context.today(), Direction::Forward, &page.office).earliest())
        .flatten()
        .filter(|day| *day >= context.today());
    let person = if asked_how { Private::default() } else { editor.text(shift) };
    let write = PartyWrite::Answer {
        case: page.head.id,
        party: id,
        answer: context.id(),
        what,
        person,
        words: editor.text(1 + shift),
        how: how.clone(),
        chase,
    };
    let kind = found.facts.standing.kind;
    let said = if attempt {
        let next = chase.or_else(|| days_to_chase(what, &how).map(|n| page.office.add(context.today(), n)));
        let next = next.map(|day| format!(" Next chase {}.", short_day(day))).unwrap_or_default();
        format!("{}: {}.{next}", kind.short(), what.word())
    } else if what.is_willing() {
        let mut standings: Vec<_> = page.facts.parties.iter().map(|p| p.standing).collect();
        for (facts, standing) in page.facts.parties.iter().zip(&mut standings) {
            if facts.id == id {
                standing.answer = Some(what);
            }
        }
        format!("{}: {}. {}", kind.short(), what.word(), light_words(&light(page.facts.consent, &standings)))
    } else {
        format!("{}: {}. {}", kind.short(), what.word(), after_a_no(kind, page.facts.route))
    };
    Ok((vec![Intention::Party(write)], said))
}

/// Who gave the latest consent; somebody always did.
pub(super) fn last_giver(page: &CasePage) -> String {
    page.consents.last().map_or_else(|| "parent or carer".to_owned(), |c| c.giver.0.clone())
}

/// The words beside the line of the next chase.
pub(super) fn chase_words(editor: &Editor, text: &str, today: NaiveDate, office: &WorkingDays) -> String {
    let Purpose::Answer(_, Some(what)) = editor.purpose else { return String::new() };
    let how = read_how(&editor.text(0));
    let filled = days_to_chase(what, &how).map(|days| office.add(today, days));
    let filled = filled.map(|day| format!("fills itself: {}", short_day(day))).unwrap_or_default();
    match read_day(text, today, Direction::Forward, office).earliest() {
        Some(day) if day >= today => short_day(day),
        _ if text.is_empty() => filled,
        _ => format!("~ not a day to come; {filled}"),
    }
}

fn read_how(typed: &str) -> String {
    match typed.trim().to_lowercase().as_str() {
        "" | "p" => "phone".to_owned(),
        "e" => "e-mail".to_owned(),
        _ => typed.trim().to_owned(),
    }
}

fn read_checked(typed: &str) -> Option<String> {
    match typed.trim().to_lowercase().chars().next()? {
        'y' => Some("yes".to_owned()),
        'n' => Some("never agreed".to_owned()),
        _ => None,
    }
}

fn read_answer(typed: &str) -> Option<Answer> {
    match typed.trim().to_lowercase().chars().next()? {
        'y' => Some(Answer::Willing),
        'n' => Some(Answer::NotWilling),
        'c' => Some(Answer::WillingBut),
        'l' => Some(Answer::LeftMessage),
        'a' => Some(Answer::Asked),
        'x' => Some(Answer::PulledOut),
        _ => None,
    }
}

fn read_kind(typed: &str) -> PartyKind {
    match typed.trim().to_lowercase().chars().next() {
        Some('f') => PartyKind::Family,
        Some('y') => PartyKind::YoungPerson,
        Some('l') => PartyKind::LocalAuthority,
        Some('s') => PartyKind::School,
        Some('p') => PartyKind::Provider,
        Some('h') => PartyKind::Health,
        _ => PartyKind::Other,
    }
}

fn kind_words(kind: PartyKind) -> &'static str {
    match kind {
        PartyKind::LocalAuthority => "local authority",
        other => other.code(),
    }
}

/// The side of a new party, and whether a booking waits for it: a school beside an authority is invited.
fn place_of(kind: PartyKind, page: &CasePage) -> (Side, Needed) {
    let has_other_side = page
        .facts
        .parties
        .iter()
        .any(|p| p.standing.side == Side::OtherSide && p.standing.needed == Needed::Needed);
    match kind {
        PartyKind::Family | PartyKind::YoungPerson => (Side::Family, Needed::Needed),
        PartyKind::School | PartyKind::Provider if has_other_side => (Side::Beside, Needed::Invited),
        PartyKind::Other => (Side::Beside, Needed::Invited),
        _ => (Side::OtherSide, Needed::Needed),
    }
}

fn detail_help(detail: Detail) -> &'static str {
    match detail {
        Detail::Born => "12.3.16, or an age, or y6. F9 saves from any line.",
        Detail::Letter => "The date on the letter: 2/11, \"early nov\". F9 saves from any line.",
        Detail::About => "A letter of the list (a will not assess, f provision), or words.",
        Detail::Wants => "y mediation, n no, c certificate only, i information, d disagreement resolution.",
        _ => "Enter goes on. F9 saves from any line, Esc closes and keeps what is typed.",
    }
}

fn detail_reads(detail: Detail) -> Reads {
    match detail {
        Detail::Born => Reads::Born,
        Detail::Letter => Reads::Past,
        Detail::About => Reads::Choice(|t| read_subject(t).map(|code| subject_words(&code))),
        Detail::Wants => Reads::Choice(|t| read_wants(t).map(|w| w.2.to_owned())),
        _ => Reads::Text,
    }
}

fn read_subject(typed: &str) -> Option<String> {
    let codes: Vec<&str> = typed
        .split([';', ','])
        .filter_map(|part| {
            let part = part.trim().to_lowercase();
            let mut letters = part.chars();
            let first = letters.next()?;
            let alone = letters.next().is_none();
            SUBJECTS
                .iter()
                .find(|s| {
                    if alone {
                        s.letter == first
                    } else {
                        s.label.to_lowercase().starts_with(&part) || s.code == part
                    }
                })
                .map(|s| s.code)
        })
        .collect();
    (!codes.is_empty()).then(|| codes.join(" "))
}

fn read_wants(typed: &str) -> Option<&'static (char, &'static str, &'static str)> {
    let part = typed.trim().to_lowercase();
    let mut letters = part.chars();
    let first = letters.next()?;
    let alone = letters.next().is_none();
    WANTS
        .iter()
        .find(|w| if alone { w.0 == first } else { w.2.to_lowercase().starts_with(&part) || w.1 == part })
}

/// The stored reading of a detail as typed: a day, a code, or nothing.
pub(super) fn reading(detail: Detail, typed: &str, today: NaiveDate, office: &WorkingDays) -> Private {
    let read = match detail {
        Detail::Born => read_born(typed, today).to_stored(),
        Detail::Letter => read_day(typed, today, Direction::Back, office).to_stored(),
        Detail::Area => {
            Authorities::england().find_exact(typed).map(|a| a.code.to_string()).unwrap_or_default()
        }
        Detail::About => read_subject(typed).unwrap_or_default(),
        Detail::Wants => read_wants(typed).map(|w| w.1.to_owned()).unwrap_or_default(),
        _ => String::new(),
    };
    read.into()
}

/// A detail as it is shown: the words of its code, or as typed.
pub(super) fn shown(detail: Detail, kept: &Kept) -> String {
    match detail {
        Detail::About if !subject_words(&kept.reading).is_empty() => subject_words(&kept.reading),
        Detail::About if !subject_words(&kept.typed).is_empty() => subject_words(&kept.typed),
        Detail::Wants => {
            let code = if kept.reading.is_empty() { &kept.typed } else { &kept.reading };
            crate::domain::detail::wants_words(code).to_owned()
        }
        _ => kept.typed.0.clone(),
    }
}
