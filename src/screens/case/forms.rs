//! What the small windows ask: their lines, made from the page of the case.
//!
//! What is written from them stands in [`super::saving`]. Nothing is rejected: text that cannot be read is kept
//! as typed, and a chase that cannot be read fills itself.

use chrono::NaiveDate;

use super::after;
use super::after::forms::Window;
use super::consent;
use super::editor::{Above, EditLine, Editor, Purpose, Reads, WORDS};
use super::readings::{
    DETAILS, detail_help, detail_reads, kind_words, read_answer, read_by, read_checked, read_how, read_kind,
};
use super::words::party_name;
use crate::domain::consent::{names_a_giver, read_giver, read_way};
use crate::domain::field::Part;
use crate::domain::queue::{BookingState, PartyFacts};
use crate::domain::text::Private;
use crate::domain::willingness::{Answer, Missing, PartyKind, Side};
use crate::screens::note::LONGEST as NOTE;
use crate::store::cases::CasePage;
use crate::store::parties::Party;
use crate::widgets::theme::Role;

/// The most letters of the way somebody was asked.
const HOW: usize = 60;

/// The party of a page.
pub(super) fn party(page: &CasePage, id: i64) -> Option<&Party> {
    page.parties.iter().find(|p| p.facts.id == id)
}

/// Who put a date in doubt, as the letter of the window that calls it off, and in what words; empty where nobody did.
fn on_whose_account(page: &CasePage, booking: i64) -> (&'static str, String) {
    let doubt = page.facts.bookings.iter().any(|b| b.id == booking && b.state == BookingState::InDoubt);
    match page.facts.missing().first().copied().filter(|_| doubt) {
        Some(why @ (Missing::SaidNo(kind) | Missing::PulledOut(kind))) => {
            let of_family = |p: &PartyFacts| p.standing.kind == kind && p.standing.side == Side::Family;
            let letter = if page.facts.parties.iter().any(of_family) { "f" } else { "o" };
            (letter, why.in_doubt())
        }
        Some(Missing::Consent) => ("f", Missing::Consent.in_doubt()),
        _ => ("", String::new()),
    }
}

/// Makes the window for a purpose.
pub(super) fn open(purpose: Purpose, page: &CasePage, today: NaiveDate) -> Editor {
    let line = EditLine::new;
    let (title, lines) = match purpose {
        Purpose::Answer(id, what) => answer_lines(page, id, what),
        Purpose::AddConsent => ("Add a consent, or a limit".to_owned(), consent_lines(page)),
        Purpose::CheckConsent => (
            if page.decides_alone(today) {
                "Asked the young person".to_owned()
            } else {
                "Checked with the parent".to_owned()
            },
            vec![
                line("Answer", "", "y yes, they agree; n no, they never agreed: that locks the case.")
                    .read_as(Reads::Choice(read_checked)),
                of_giver(line("Who", &last_giver(page), "Who said so. Enter keeps it."), &last_giver(page))
                    .replaced(),
                line("Words", "", "A few words, or Enter to skip and save.").at_most(WORDS),
            ],
        ),
        Purpose::WithdrawWords => (
            "Words of the withdrawal".to_owned(),
            vec![
                line("Words", "", "A few words, or Enter to skip. The question comes after.").at_most(WORDS),
            ],
        ),
        Purpose::CallOff(booking) => {
            let (account, reason) = on_whose_account(page, booking);
            let lines = vec![
                line("On whose account", account, "f family, o other side, m mediator. Empty: the office.")
                    .read_as(Reads::Choice(|t| read_by(t).map(|(words, _)| words.to_owned())))
                    .replaced(),
                line("Reason", &reason, "A few words, or Enter to skip. Enter calls it off.")
                    .replaced()
                    .at_most(WORDS),
            ];
            ("Call the meeting off".to_owned(), lines)
        }
        Purpose::After(window) => after::forms::open(window, page),
        Purpose::Erase => (
            "Remove the family's details".to_owned(),
            vec![if page.head.reference.is_some() {
                line(
                    "Number",
                    "",
                    "Type the case's number to remove everything we know of the family. Esc keeps it.",
                )
            } else {
                line(
                    "Word",
                    "",
                    "It has no number: type \"remove\" to remove the family's details. Esc keeps.",
                )
            }],
        ),
        Purpose::AddParty => (
            "Add a party".to_owned(),
            vec![
                line("Kind", "", "f family, y young person, l LA, s school, p provider, h health, o other.")
                    .read_as(Reads::Choice(|t| Some(kind_words(read_kind(t)).to_owned()))),
                line("Name", "", "The party: \"Northmere SEND team\"."),
                line("Person", "", "Whom we speak to."),
                line("Phone", "", "Their number. Enter saves.").at_most(Part::Phone.longest()),
            ],
        ),
        Purpose::Contact(id) => {
            let found = party(page, id);
            let c = found.map(|p| p.contact.clone()).unwrap_or_default();
            (
                format!("Contact: {}", found.map_or("", |p| p.facts.standing.kind.short())),
                vec![
                    line("Name", &c.name, "The party. F9 saves from any line.").at_most(Part::Name.longest()),
                    line("Person", &c.person, "Whom we speak to.").at_most(Part::Person.longest()),
                    line("Relation", &c.relation, "To the child, or their post.")
                        .at_most(Part::Relation.longest()),
                    line("Phone", &c.phone, "Any form; it is shown as typed.").at_most(Part::Phone.longest()),
                    line("Email", &c.email, "Their e-mail.").at_most(Part::Email.longest()),
                    line("Best time", &c.best_time, "When to ring.").at_most(Part::BestTime.longest()),
                    line("Needs", &c.needs, "Interpreter, access.").at_most(Part::Needs.longest()),
                    line("Decides", &c.decides, "Who comes, and may they decide.")
                        .at_most(Part::Decides.longest()),
                    line(
                        "Suits",
                        &c.suits,
                        "F6 ticks, or words: not wed, after 10, not 3 dec, online, bsl. Enter saves.",
                    )
                    .read_as(Reads::Purpose)
                    .at_most(Part::Suits.longest()),
                ],
            )
        }
        Purpose::Note => (
            "A note on this case".to_owned(),
            vec![line("Note", "", "Facts only: the family can ask to read this. Enter saves.").at_most(NOTE)],
        ),
        Purpose::Link => (
            "Another case of the same child".to_owned(),
            vec![line("Number", "", "Its number: 412 or M-0412. Enter shows both. Nothing is joined yet.")],
        ),
        Purpose::Details => (
            "The family's details".to_owned(),
            DETAILS
                .iter()
                .map(|detail| {
                    let kept = page.detail(*detail);
                    line(detail.label(), &kept.typed, detail_help(*detail))
                        .read_as(detail_reads(*detail))
                        .at_most(detail.longest())
                })
                // After the details: the day the 30 days count from.
                .chain([line(
                    "LA told on",
                    &page
                        .facts
                        .la_informed
                        .map(|day| day.format("%-d %b %Y").to_string())
                        .unwrap_or_default(),
                    "The day the authority was told that mediation is wanted. F9 saves.",
                )
                .read_as(Reads::Past)])
                .collect(),
        ),
    };
    let mut editor = Editor::new(purpose, title, lines);
    editor.ladder = page.ladder;
    editor.above = match purpose {
        Purpose::After(window) => {
            let words = after::forms::above(window, page);
            words.into_iter().map(|(words, role)| (words.into(), role)).collect()
        }
        Purpose::Answer(id, _) => warned(page, id, false),
        _ => Vec::new(),
    };
    editor.nameless = nameless(purpose, page);
    editor
}

/// What is said of a number that is not safe, with it or without.
fn warned(page: &CasePage, id: i64, hide: bool) -> Above {
    let warned = party(page, id).and_then(|found| {
        let words = page.warned(found)?;
        if hide { page.said_of(found)?.safety.warning("(hidden)", "") } else { Some(words) }
    });
    warned.map(|words| (words.into(), Role::Attention)).into_iter().collect()
}

/// The title, and what stands over the lines, where names are hidden: the party is what it is.
fn nameless(purpose: Purpose, page: &CasePage) -> Option<(Private, Above)> {
    let kind = |id| party(page, id).map(|found| found.facts.standing.kind);
    match purpose {
        Purpose::Answer(id, what) => {
            let what = what.map_or("what did they say?", Answer::word);
            Some((format!("{}: {what}", kind(id)?.short()).into(), warned(page, id, true)))
        }
        Purpose::After(Window::Safe(id)) => {
            Some((format!("Safe to ring? {}", kind(id)?.short()).into(), Above::new()))
        }
        _ => None,
    }
}

/// A line that holds who agreed; "mother" names nobody.
fn of_giver(line: EditLine, giver: &str) -> EditLine {
    let line = line.read_as(Reads::Choice(read_giver));
    if consent::who(giver, true) == giver { line } else { line.named() }
}

/// Who, when and how, as in a call. A limit is mostly of whoever agreed already; of a locked case nobody is named, and
/// nothing is filled in that somebody has to say anew.
fn consent_lines(page: &CasePage) -> Vec<EditLine> {
    let line = EditLine::new;
    let (when, how) = if page.facts.consent.in_force() { ("today", "spoken") } else { ("", "") };
    let stands = Some(last_giver(page)).filter(|who| page.facts.consent.in_force() && names_a_giver(who));
    let stands = stands.unwrap_or_default();
    vec![
        of_giver(
            line(
                "Who",
                &stands,
                "m mother, f father, b both parents, c carer, y young person, or words. Enter.",
            ),
            &stands,
        )
        .replaced(),
        line("When", when, "t today, y yesterday, 12 nov, \"last week\". Enter goes on.")
            .read_as(Reads::Purpose)
            .replaced(),
        line("How", how, "s spoken, w in writing, e e-mail, or words. Enter goes on.")
            .read_as(Reads::Choice(read_way))
            .replaced(),
        line("Limits", "", "Say \"ring her first\". Empty keeps the limits that stand.").at_most(WORDS),
        line("Does not cover", "", "What they do not agree to. Empty keeps what stands. Enter saves.")
            .at_most(WORDS),
    ]
}

fn answer_lines(page: &CasePage, id: i64, what: Option<Answer>) -> (String, Vec<EditLine>) {
    let line = EditLine::new;
    let found = party(page, id);
    let kind = found.map_or(PartyKind::Other, |p| p.facts.standing.kind);
    let person = found.map(|p| p.contact.person.clone()).unwrap_or_default();
    let name = found.map_or_else(String::new, party_name);
    let chase = || {
        line("Next chase", "", "Empty fills itself. Or +3, fri, 2 dec. Enter saves.").read_as(Reads::Purpose)
    };
    // The words come first: whoever types what was said writes over nobody's name.
    let who =
        || line("Person", &person, "Who said it. Enter keeps who stands here, and saves.").named().replaced();
    let Some(what) = what else {
        let lines = vec![
            line("Answer", "", "y yes, n no, c yes but, l left message, a asked, x pulled out.")
                .read_as(Reads::Choice(|t| read_answer(t).map(|a| a.word().to_owned()))),
            line("Words", "", "Their words, or Enter to skip.").at_most(WORDS),
            who(),
        ];
        return (format!("{name}: what did they say?"), lines);
    };
    let words = match (what, kind) {
        (Answer::Willing, PartyKind::Family | PartyKind::YoungPerson) => "In their words, or Enter to skip.",
        (Answer::Willing, _) => "Who comes, and may they decide? Or Enter to skip.",
        (Answer::WillingBut, _) => "What is the \"but\"? Enter goes on.",
        _ => "The reason, in a few words, or Enter to skip.",
    };
    let label = match (what, kind) {
        (Answer::Willing, PartyKind::Family | PartyKind::YoungPerson) => "Words",
        (Answer::Willing, _) => "Who comes, may decide",
        (Answer::WillingBut, _) => "The \"but\"",
        _ => "Reason",
    };
    let how = || {
        line("How", "phone", "p phone, e e-mail, or words. Enter goes on, F9 saves.")
            .read_as(Reads::Choice(|t| Some(read_how(t))))
            .replaced()
            .at_most(HOW)
    };
    let left = || line("Words", "", "What was said or left, or Enter to skip.").at_most(WORDS);
    let lines = match what {
        // A message is left by telephone, as a rule: what was said in it is typed at once.
        Answer::LeftMessage => vec![left(), how(), chase()],
        Answer::Asked => vec![how(), left(), chase()],
        _ => vec![line(label, "", words).at_most(WORDS), who()],
    };
    (format!("{name}: {}", what.word()), lines)
}

/// Who gave the latest consent; somebody always did.
pub(super) fn last_giver(page: &CasePage) -> String {
    page.consents.last().map_or_else(|| "parent or carer".to_owned(), |c| c.giver.0.clone())
}
