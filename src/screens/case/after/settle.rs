//! The windows in which a person settles something: an agreed action, safe numbers, closing. An objection has its own file.
//!
//! Each line has its letters; words can be typed instead, and nothing is refused that can be kept as typed.

use super::super::editor::{EditLine, Editor, Reads, WORDS};
use super::super::forms::party;
use super::super::saving::Saved;
use super::forms::Window;
use super::objection;
use super::uncertified;
use crate::domain::closing::Closing;
use crate::domain::contact::{Safety, Said};
use crate::domain::deadline::{ClockKind, Length};
use crate::domain::outcome::ByWhom;
use crate::domain::queue::fitting_reason;
use crate::domain::text::Private;
use crate::domain::typed_day::{Direction, read_day, short_day};
use crate::protocol::command::Intention;
use crate::protocol::context::Context;
use crate::store::after::{AfterWrite, Reached, SafeRow};
use crate::store::cases::{CasePage, CaseWrite};
use crate::store::parties::Party;
use crate::widgets::theme::Role;
use chrono::{Days, NaiveDate};

fn period(text: &str) -> ClockKind {
    match text.trim().to_lowercase().chars().next() {
        Some('a') => ClockKind::AgreedAssess,
        Some('d') => ClockKind::AgreedDraft,
        Some('p') => ClockKind::AgreedPlan,
        Some('f') => ClockKind::AgreedAmend,
        Some('s') => ClockKind::AgreedSchool,
        Some('r') => ClockKind::AgreedReconsider,
        _ => ClockKind::AgreedOther,
    }
}

fn period_words(text: &str) -> Option<String> {
    let kind = period(text);
    match kind.length() {
        Length::Weeks(weeks) => Some(format!("{}, {weeks} weeks", kind.label())),
        _ => None,
    }
}

fn by_period(kind: ClockKind, from: NaiveDate) -> Option<NaiveDate> {
    match kind.length() {
        Length::Weeks(weeks) => from.checked_add_days(Days::new(weeks * 7)),
        _ => None,
    }
}

fn by_whom(text: &str) -> Option<ByWhom> {
    match text.trim().to_lowercase().chars().next()? {
        'f' => Some(ByWhom::Family),
        'm' => Some(ByWhom::Mediator),
        'o' if text.trim().to_lowercase().starts_with("of") => Some(ByWhom::Office),
        'o' => Some(ByWhom::OtherSide),
        _ => None,
    }
}

/// The letters of a number: ring, leave a message, write.
fn letters(text: &str) -> [Said; 3] {
    let mut letters = text.chars().filter(|c| !c.is_whitespace());
    std::array::from_fn(|_| Said::of_letter(letters.next()))
}

fn letters_words(text: &str) -> String {
    let [ring, message, writing] = letters(text).map(Said::code);
    format!("ring {ring}, message {message}, write {writing}")
}

/// Whether a live date stands, which closing asks about.
pub(super) fn dated(page: &CasePage) -> bool {
    use crate::domain::queue::BookingState::{Booked, InDoubt};
    page.facts.bookings.iter().any(|b| matches!(b.state, Booked | InDoubt))
}

/// What is said when a locked case loses a meeting that was still to come: nothing can be promised about it, so who is
/// rung has to be said now.
pub(in crate::screens::case) fn ring_now(page: &CasePage, did: &str, today: NaiveDate) -> Option<String> {
    use crate::domain::queue::BookingState::{Booked, InDoubt};
    let mut dates = page.facts.bookings.iter().filter(|b| matches!(b.state, Booked | InDoubt));
    let goes = !page.facts.consent.in_force() && dates.any(|b| b.day >= today);
    goes.then(|| format!("{did} Ring the mediator and the other side now: the meeting is off."))
}

/// What stands over the lines of a window: what can be typed, what is ended.
pub(super) fn above(window: Window, page: &CasePage) -> Vec<(String, Role)> {
    match window {
        Window::Settle(_) => {
            vec![("s  the consent stands     w  it is withdrawn: the case locks".to_owned(), Role::Heading)]
        }
        Window::Close { .. } => {
            let mut over: Vec<_> = REASONS.iter().map(|line| ((*line).to_owned(), Role::Body)).collect();
            over.extend(ends(page).map(|ends| (ends, Role::Attention)));
            over
        }
        _ => Vec::new(),
    }
}

/// The reasons of [`Closing`], each with its letter.
const REASONS: [&str; 5] = [
    "a agreed in full   p agreed in part   n no agreement",
    "s settled before it   l the LA changed its decision",
    "f family withdrew   w other side withdrew",
    "t not arranged in time   c certificate only",
    "u no contact   o other",
];

/// What closing ends: the dates, the holds, the promises.
fn ends(page: &CasePage) -> Option<String> {
    let mut what = Vec::new();
    for booking in page.facts.bookings.iter().filter(|b| b.state.is_live()) {
        let held = booking.state == crate::domain::queue::BookingState::Held;
        let day = short_day(booking.day);
        what.push(if held { format!("the hold {day}") } else { format!("the meeting {day}") });
    }
    for step in page.facts.steps.iter().filter(|step| !step.what.is_of_a_meeting_off()) {
        what.push(format!("\"{}\"", page.facts.reason_of(step.what)));
    }
    (!what.is_empty()).then(|| format!("This ends: {}.", what.join(", ")))
}

/// The lines of a window.
pub(super) fn open(window: Window, page: &CasePage) -> (String, Vec<EditLine>) {
    let line = EditLine::new;
    match window {
        Window::Agreed(_) => (
            "Agreement: an action".to_owned(),
            vec![
                line("What", "", "What was agreed. Empty, and F9: there is nothing to note.").at_most(WORDS),
                line("Who", "", "Who does it."),
                line(
                    "Kind",
                    "",
                    "a assess, d draft plan, p final plan, f amend, s school, r reconsider, or empty.",
                )
                .read_as(Reads::Choice(period_words)),
                line(
                    "By when",
                    "",
                    "A day: 3/12, fri. Empty: the kind's weeks from the meeting. Enter saves.",
                )
                .read_as(Reads::Ahead),
            ],
        ),
        Window::Object => objection::object_lines(),
        Window::Settle(_) => objection::settle_lines(),
        Window::Safe(id) => safe_lines(page, id),
        Window::Close { .. } => {
            let fits = fitting_reason(&page.facts).map_or("", Closing::code);
            let mut lines = vec![
                line(
                    "Why",
                    fits,
                    "A letter of the list, or its first letters. Words go below. Enter goes on.",
                )
                .read_as(Reads::Choice(|t| Closing::read(t).map(|c| c.code().to_owned())))
                .replaced(),
                line("Words", "", "A few words, or Enter to skip.").at_most(WORDS),
            ];
            if dated(page) {
                lines.push(
                    line(
                        "Call off, for",
                        "",
                        "A date stands. f family, o other side, m mediator, of office; Esc keeps it.",
                    )
                    .read_as(Reads::Choice(|t| {
                        by_whom(t).map(|by| format!("called off by the {}", by.code()))
                    })),
                );
            }
            ("Close the case".to_owned(), lines)
        }
        _ => (String::new(), Vec::new()),
    }
}

fn known(page: &CasePage, party: i64, kind: &str, value: &str) -> String {
    letters_of(
        page.after.reached.iter().find(|r| r.party == party && r.kind == kind && r.value.trim() == value),
    )
}

/// What was said, in the letters of the window.
fn letters_of(said: Option<&Reached>) -> String {
    let said = said.map(|r| r.safety).filter(|safety| *safety != Safety::default());
    said.map_or_else(String::new, |s| [s.ring, s.message, s.writing].map(Said::letter).iter().collect())
}

fn address(page: &CasePage, party: i64) -> String {
    let found = page.after.reached.iter().find(|r| r.party == party && r.kind == "address" && r.current);
    found.map_or_else(String::new, |r| r.value.0.clone())
}

fn safe_lines(page: &CasePage, id: i64) -> (String, Vec<EditLine>) {
    let line = EditLine::new;
    let Some(found) = party(page, id) else { return (String::new(), Vec::new()) };
    let c = &found.contact;
    let by = page.after.reached.iter().rev().find(|r| r.party == id && !r.said_by.trim().is_empty());
    let at = address(page, id);
    let phone = c.phone.trim();
    let title = format!("Safe to ring? {} {phone}", found.facts.standing.kind.short());
    let lines = vec![
        line(
            "Number",
            &letters_of(page.said_of(found)),
            "y or n for ring, message, write a text. yyn: no texts. n: not safe to ring.",
        )
        .read_as(Reads::Choice(|t| Some(letters_words(t))))
        .replaced(),
        line(
            "E-mail",
            &known(page, id, "email", c.email.trim()),
            "The third letter is for writing: --y we may write there, --n we may not.",
        )
        .read_as(Reads::Choice(|t| Some(letters_words(t))))
        .replaced(),
        line("Address", &at, "Where a letter goes, if it is known.").named(),
        line(
            "Write there",
            &known(page, id, "address", at.trim()),
            "--y we may write there, --n we may not.",
        )
        .read_as(Reads::Choice(|t| Some(letters_words(t))))
        .replaced(),
        line("Said by", by.map_or("", |r| &r.said_by), "Who said so. Enter saves.").named().replaced(),
    ];
    (title, lines)
}

pub(super) fn after(write: AfterWrite) -> Intention {
    Intention::Case(CaseWrite::After(write))
}

/// Writes from the lines of a window.
pub(super) fn save(window: Window, editor: &Editor, page: &CasePage, context: &Context) -> Saved {
    let case = page.head.id;
    match window {
        Window::Agreed(booking) => agreed(editor, page, context, booking),
        Window::Object => objection::object(editor, case, context),
        Window::Settle(objection) => objection::settle(editor, page, context, objection),
        Window::Safe(id) => {
            let Some(found) = party(page, id) else {
                return Err(("That party is not there any more.".to_owned(), 0));
            };
            let rows = safe_rows(editor, found);
            if rows.is_empty() {
                return Err(("There is no number and no address yet: e adds one.".to_owned(), 0));
            }
            let said = if rows.iter().any(|r| r.kind == "phone" && r.ring == Said::No) {
                "Not safe to ring: it is said wherever the number stands."
            } else {
                "What was said of the numbers is kept."
            };
            let (contact, said_by) = (context.id(), editor.text(4));
            Ok((vec![after(AfterWrite::Safe { case, party: id, contact, rows, said_by })], said.to_owned()))
        }
        Window::Close { unsent } => {
            let reason = Closing::read(&editor.text(0))
                .ok_or(("A reason is wanted: one of the letters, or its first letters.".to_owned(), 0))?;
            let call_off = by_whom(&editor.text(2));
            if dated(page) && call_off.is_none() {
                return Err((
                    "A date stands: on whose account is it called off? Esc keeps it.".to_owned(),
                    2,
                ));
            }
            if reason == Closing::FamilyWithdrew
                && let Some(first) = uncertified::first(editor, page, context)
            {
                return first;
            }
            let write = AfterWrite::Close { case, reason, words: editor.text(1), call_off, unsent };
            let next = if dated(page) { "Today lists whom to tell it is off" } else { "x opens it again" };
            let did = format!("Closed: {}.", reason.code());
            let said = ring_now(page, &did, context.today()).unwrap_or_else(|| format!("{did} {next}."));
            Ok((vec![after(write)], said))
        }
        _ => Ok((Vec::new(), String::new())),
    }
}

fn agreed(editor: &Editor, page: &CasePage, context: &Context, booking: Option<i64>) -> Saved {
    let case = page.head.id;
    let (what, who) = (editor.text(0), editor.text(1));
    let (kind, typed) = (period(&editor.text(2)), editor.text(3));
    let met = booking.and_then(|id| page.dates.iter().find(|b| b.id == id)).map(|b| b.slot.day);
    let due = if typed.is_empty() {
        by_period(kind, met.unwrap_or_else(|| context.today()))
    } else {
        read_day(&typed, context.today(), Direction::Forward, &page.office).earliest()
    };
    let Some(due) = due else { return Err(("A day: 3/12, fri, +3. Empty: the kind's weeks.".to_owned(), 3)) };
    let said = if what.is_empty() {
        "Nothing is to be noted of this agreement.".to_owned()
    } else {
        format!("Noted, for {}. g adds another.", short_day(due))
    };
    let period = if typed.is_empty() { kind.code() } else { "" };
    let due = (!what.is_empty()).then_some(due);
    let write = AfterWrite::Agreed { case, action: context.id(), booking, what, who, period, typed, due };
    Ok((vec![after(write)], said))
}

fn safe_rows(editor: &Editor, party: &Party) -> Vec<SafeRow> {
    let row = |kind, value: &str, at: usize| {
        let [ring, message, writing] = letters(&editor.text(at));
        (!value.trim().is_empty()).then(|| SafeRow {
            kind,
            value: Private::from(value.trim()),
            ring,
            message,
            writing,
        })
    };
    [
        row("phone", &party.contact.phone, 0),
        row("email", &party.contact.email, 1),
        row("address", &editor.text(2), 3),
    ]
    .into_iter()
    .flatten()
    .collect()
}
