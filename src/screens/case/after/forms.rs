//! The windows of what comes after: their lines, and what is written from them.
//!
//! A window never asks for what is known already: the day stands at today, the recipient is the family. Whether
//! a rule allows the write is asked of the rules again by the file.

use chrono::{Datelike as _, NaiveDate};

use super::super::editor::{EditLine, Editor, Reads, WORDS};
use super::super::saving::Saved;
use super::settle;
use super::uncertified;
use crate::domain::certificate;
use crate::domain::certificate::{CertificateState, Ground, Need, not_wanted};
use crate::domain::outcome::{ByWhom, Outcome};
use crate::domain::text::Private;
use crate::domain::typed_day::{Direction, day_with_year, read_day, short_day};
use crate::domain::willingness::Side;
use crate::domain::working_days::WorkingDays;
use crate::protocol::command::Intention;
use crate::protocol::context::Context;
use crate::store::after::{AfterWrite, CertificateAct};
use crate::store::calendar::CalendarWrite;
use crate::store::cases::{CasePage, CaseWrite};
use crate::widgets::theme::Role;

/// The most letters of the way a certificate was sent.
const HOW: usize = 100;

/// What a window of this part is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::screens::case) enum Window {
    /// Words of an outcome that is written already.
    Words {
        /// The booking.
        booking: i64,
        /// What came of it.
        result: Outcome,
        /// On whose account it did not happen.
        by: Option<ByWhom>,
    },
    /// A certificate that is due, by its key.
    Certificate(i64),
    /// Why one that is due, by its key, is not wanted, before the case is closed.
    NotWanted(i64),
    /// A certificate that nothing has brought yet.
    NewCertificate,
    /// An action of the agreement of this meeting.
    Agreed(Option<i64>),
    /// The other parent objects, or a court order.
    Object,
    /// Settle this objection.
    Settle(i64),
    /// Which numbers of this party are safe.
    Safe(i64),
    /// Close the case.
    Close {
        /// A certificate is due, and stays unsent.
        unsent: bool,
    },
}

/// Makes a window.
pub(in crate::screens::case) fn open(window: Window, page: &CasePage) -> (String, Vec<EditLine>) {
    let line = EditLine::new;
    match window {
        Window::Words { booking, result, .. } => (
            format!("{}: a few words", result.act()),
            vec![
                line(
                    "Words",
                    &words_of(page, booking),
                    "What the parties said of it, or Enter to skip. It is recorded already.",
                )
                .at_most(WORDS)
                .named(),
            ],
        ),
        Window::Certificate(id) => {
            (format!("Certificate, {}: record it as sent", ground_of(page, id)), sent_lines(page, Vec::new()))
        }
        Window::NotWanted(id) => (
            format!("Certificate, {}: not wanted", ground_of(page, id)),
            vec![
                line("Why", "", "A few words: who said so, and why. Enter goes on and closes the case.")
                    .at_most(WORDS)
                    .named(),
            ],
        ),
        Window::Agreed(_) | Window::Object | Window::Settle(_) | Window::Safe(_) | Window::Close { .. } => {
            settle::open(window, page)
        }
        Window::NewCertificate => (
            "A certificate".to_owned(),
            sent_lines(
                page,
                vec![
                    line(
                        "Why",
                        "",
                        "l the LA cannot arrange it in time, d the family declined. Enter goes on.",
                    )
                    .read_as(Reads::Choice(|t| read_ground(t).map(|g| ground_words(g).to_owned()))),
                    line(
                        "Told us on",
                        "",
                        "The day we were told, empty: today. Three working days count from it.",
                    )
                    .read_as(Reads::Past),
                ],
            ),
        ),
    }
}

/// Why this certificate is issued, in a word.
fn ground_of(page: &CasePage, id: i64) -> &'static str {
    page.facts.after.certificates.iter().find(|c| c.id == id).map_or("", |c| c.ground.code())
}

/// What stands over the lines of a window.
pub(in crate::screens::case) fn above(window: Window, page: &CasePage) -> Vec<(String, Role)> {
    settle::above(window, page)
}

fn sent_lines(page: &CasePage, mut first: Vec<EditLine>) -> Vec<EditLine> {
    let line = EditLine::new;
    let to = page.parties.iter().find(|p| p.facts.standing.side == Side::Family);
    let to = to.map_or_else(String::new, |p| {
        if p.contact.person.trim().is_empty() { p.contact.name.0.clone() } else { p.contact.person.0.clone() }
    });
    let help = if first.is_empty() {
        "Empty: today. Or mon, 3/12; n: it is not wanted. Enter goes on, F9 saves."
    } else {
        "The day it was sent. Empty: it is still to be sent. Enter goes on."
    };
    first.extend([
        line("Sent on", "", help).read_as(Reads::Purpose),
        line("How", "", "p post, e e-mail, or words. Empty: e-mail.")
            .read_as(Reads::Choice(|t| Some(how(t))))
            .at_most(HOW),
        line("To whom", &to, "Whom it was sent to. Enter saves; of one not wanted: why.").named().replaced(),
    ]);
    first
}

fn how(text: &str) -> String {
    match text.trim().to_lowercase().as_str() {
        "p" | "post" | "letter" => "post".to_owned(),
        "" | "e" | "email" | "mail" => "e-mail".to_owned(),
        _ => text.trim().to_owned(),
    }
}

fn read_ground(text: &str) -> Option<Ground> {
    match text.trim().to_lowercase().chars().next()? {
        'l' | 'c' => Some(Ground::Deemed),
        'd' | 'f' => Some(Ground::Declined),
        'm' | 'a' => Some(Ground::AfterMeeting),
        _ => None,
    }
}

fn ground_words(ground: Ground) -> &'static str {
    match ground {
        Ground::Declined => "the family declined",
        Ground::AfterMeeting => "after the meeting",
        Ground::Deemed => "the LA cannot arrange it in time",
    }
}

/// The window of the certificate, or why there is none.
pub(in crate::screens::case) fn certificate(page: &CasePage) -> Result<Window, &'static str> {
    match (page.facts.after.certificate_due(), page.facts.after.need) {
        (Some(due), _) => Ok(Window::Certificate(due.id)),
        (None, Need::None) => Err("Disagreement resolution has no certificate (CFA s.57)."),
        (None, Need::PlacementOnly) => {
            Err("Not needed for a school named alone; mediation is still their right.")
        }
        (None, Need::Needed) => Ok(Window::NewCertificate),
    }
}

/// The words that stand beside what came of a meeting; empty where nobody has said any.
pub(super) fn words_of(page: &CasePage, booking: i64) -> Private {
    page.after.met.iter().find(|m| m.booking == booking).map(|m| m.words.clone()).unwrap_or_default()
}

/// The sentence after the one key of an outcome.
pub(super) fn outcome_said(page: &CasePage, booking: i64, result: Outcome, by: Option<ByWhom>) -> String {
    let day = page.dates.iter().find(|b| b.id == booking).map(|b| b.slot.day);
    let open = |state| matches!(state, CertificateState::Due | CertificateState::Sent);
    let there = page.facts.after.certificates.iter().any(|c| open(c.state));
    let wanted = page.facts.after.need == Need::Needed && !there;
    match (result.was_held(), by, day) {
        (true, _, Some(day)) if wanted => {
            let last = certificate::last_day(day, &page.office.for_law());
            format!("Recorded: {}. The certificate is due {}.", result.code(), short_day(last))
        }
        (false, Some(by), _) => format!("Recorded: did not happen, by the {}.", by.code()),
        _ => format!("Recorded: {}.", result.code()),
    }
}

/// What is still asked before a window is written from: a line more.
pub(in crate::screens::case) fn ask_more(window: Window, editor: &mut Editor, page: &CasePage) {
    if matches!(window, Window::Close { .. }) {
        uncertified::ask_certificate(editor, page);
    }
}

/// Writes from the lines of a window.
pub(in crate::screens::case) fn save(
    window: Window,
    editor: &Editor,
    page: &CasePage,
    context: &Context,
) -> Saved {
    let case = page.head.id;
    match window {
        Window::Words { booking, result, by } => {
            if !editor.changed(0) {
                return Ok((Vec::new(), "The outcome is recorded.".to_owned()));
            }
            let words = editor.text(0);
            let write = CalendarWrite::Outcome { booking, outcome: context.id(), result, by, words };
            Ok((vec![Intention::Calendar(write)], "The outcome and its words are recorded.".to_owned()))
        }
        Window::Certificate(id) | Window::NotWanted(id) => {
            let Some(due) = page.facts.after.certificates.iter().find(|c| c.id == id) else {
                return Err(("That certificate is not there any more.".to_owned(), 0));
            };
            let settled = due.state != CertificateState::Due;
            if settled {
                return Err(("That certificate is settled already. Esc closes.".to_owned(), 0));
            }
            let (act, said) = match window {
                Window::NotWanted(_) => {
                    (not_wanted_for(editor, 0)?, "Recorded: not wanted. Now: why is it closed?".to_owned())
                }
                _ => sent(editor, page, context, (0, due.ground, due.event))?,
            };
            let write =
                AfterWrite::Certificate { case, certificate: id, ground: due.ground, event: due.event, act };
            Ok((vec![Intention::Case(CaseWrite::After(write))], said))
        }
        Window::Agreed(_) | Window::Object | Window::Settle(_) | Window::Safe(_) | Window::Close { .. } => {
            settle::save(window, editor, page, context)
        }
        Window::NewCertificate => {
            let ground = read_ground(&editor.text(0)).ok_or((
                "l the LA cannot arrange it, or d the family declined: one is wanted.".to_owned(),
                0,
            ))?;
            let event = past(&editor.text(1), page, context)
                .ok_or(("A day that has been: today, mon, 3/12.".to_owned(), 1))?;
            let certificate = context.id();
            let write = if editor.text(2).is_empty() {
                AfterWrite::CertificateDue { case, certificate, ground, event }
            } else {
                let (act, _) = sent(editor, page, context, (2, ground, event))?;
                AfterWrite::Certificate { case, certificate, ground, event, act }
            };
            let last = certificate::last_day(event, &page.office.for_law());
            let said = match &write {
                AfterWrite::CertificateDue { .. } => format!("The certificate is due {}.", short_day(last)),
                _ => "The certificate is recorded.".to_owned(),
            };
            Ok((vec![Intention::Case(CaseWrite::After(write))], said))
        }
    }
}

/// When, how and to whom, from this line on; or that it is not wanted.
fn sent(
    editor: &Editor,
    page: &CasePage,
    context: &Context,
    (first, ground, event): (usize, Ground, NaiveDate),
) -> Result<(CertificateAct, String), (String, usize)> {
    let typed = editor.text(first);
    if not_wanted(&typed) {
        let said = "Recorded: the certificate is not wanted.".to_owned();
        return Ok((not_wanted_for(editor, first + 2)?, said));
    }
    let day =
        past(&typed, page, context).ok_or(("A day that has been, or n: not wanted.".to_owned(), first))?;
    if day < event && !editor.was_asked_of(first) {
        return Err((format!("That is {}. Again to keep.", ground.before(event)), first));
    }
    let how: Private = how(&editor.text(first + 1)).into();
    let said = format!("Certificate recorded as sent {}.", short_day(day));
    Ok((CertificateAct::Sent { day, how, recipient: editor.text(first + 2) }, said))
}

/// That it is not wanted, with the words of this line: it is due by law, and is not dropped without any.
fn not_wanted_for(editor: &Editor, line: usize) -> Result<CertificateAct, (String, usize)> {
    let words = editor.text(line);
    if words.is_empty() || !editor.changed(line) {
        return Err(("Why is it not wanted? A few words.".to_owned(), line));
    }
    Ok(CertificateAct::NotWanted { words })
}

/// The words beside the day of sending: the day that is recorded, or that none is.
pub(in crate::screens::case) fn sent_words(typed: &str, today: NaiveDate, office: &WorkingDays) -> String {
    match day_behind(typed, today, office) {
        _ if typed.is_empty() => String::new(),
        _ if not_wanted(typed) => "not wanted: words below".to_owned(),
        // "2 Dec" in November is of the year before.
        Some(day) if day.year() < today.year() => day_with_year(day),
        Some(day) => short_day(day),
        None => "~ no day that has been".to_owned(),
    }
}

fn past(typed: &str, page: &CasePage, context: &Context) -> Option<NaiveDate> {
    let today = context.today();
    if typed.trim().is_empty() { Some(today) } else { day_behind(typed, today, &page.office) }
}

fn day_behind(typed: &str, today: NaiveDate, office: &WorkingDays) -> Option<NaiveDate> {
    read_day(typed, today, Direction::Back, office).earliest().filter(|day| *day <= today)
}
