//! How the lines of the small windows are read: letters of a list, days, the stored form of a detail.
//!
//! The readings of details are those of the call page, so that a detail corrected later means the same.

use chrono::NaiveDate;

use super::editor::{Editor, Purpose, Reads};
use crate::domain::authority::Authorities;
use crate::domain::consent::read_agreed;
use crate::domain::detail::Detail;
use crate::domain::reading;
use crate::domain::text::Private;
use crate::domain::typed_day::{Direction, read_day, short_day};
use crate::domain::willingness::{Answer, Needed, PartyKind, Side};
use crate::domain::working_days::WorkingDays;
use crate::store::calendar::CalledOffBy;
use crate::store::cases::{CasePage, Kept};

/// The details of the family that are changed here, in order. What somebody needs stands with how to reach them.
pub(super) const DETAILS: [Detail; 9] = [
    Detail::Child,
    Detail::Born,
    Detail::School,
    Detail::Area,
    Detail::About,
    Detail::Letter,
    Detail::Wants,
    Detail::OtherSide,
    Detail::Plan,
];

/// The words beside the line of the next chase.
pub(super) fn chase_words(editor: &Editor, text: &str, today: NaiveDate, office: &WorkingDays) -> String {
    let Purpose::Answer(_, Some(what)) = editor.purpose else { return String::new() };
    let how = read_how(&editor.text(how_line(what)));
    let filled = editor.ladder.days(what, &how).map(|days| office.add(today, days));
    let filled = filled.map(|day| format!("fills itself: {}", short_day(day))).unwrap_or_default();
    match read_day(text, today, Direction::Forward, office).earliest() {
        Some(day) if day >= today => short_day(day),
        _ if text.is_empty() => filled,
        _ => format!("~ not a day to come; {filled}"),
    }
}

/// The words beside the day of a consent.
pub(super) fn given_words(text: &str, today: NaiveDate, office: &WorkingDays) -> String {
    let read = read_agreed(text, today, office);
    match read.latest() {
        Some(day) if day > today => format!("~ after today: {}", read.in_words(today)),
        Some(_) => read.in_words(today),
        None => "~ not read".to_owned(),
    }
}

/// In which line of the window the way of an attempt stands: behind the words of a message.
pub(super) fn how_line(what: Answer) -> usize {
    usize::from(what == Answer::LeftMessage)
}

pub(super) fn read_how(typed: &str) -> String {
    match typed.trim().to_lowercase().as_str() {
        "" | "p" => "phone".to_owned(),
        "e" => "e-mail".to_owned(),
        _ => typed.trim().to_owned(),
    }
}

pub(super) fn read_checked(typed: &str) -> Option<String> {
    match typed.trim().to_lowercase().chars().next()? {
        'y' => Some("yes".to_owned()),
        'n' => Some("never agreed".to_owned()),
        _ => None,
    }
}

pub(super) fn read_answer(typed: &str) -> Option<Answer> {
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

pub(super) fn read_kind(typed: &str) -> PartyKind {
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

pub(super) fn kind_words(kind: PartyKind) -> &'static str {
    match kind {
        PartyKind::LocalAuthority => "local authority",
        other => other.code(),
    }
}

/// The side of a new party, and whether a booking waits for it: a school beside an authority is invited.
pub(super) fn place_of(kind: PartyKind, page: &CasePage) -> (Side, Needed) {
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

pub(super) fn detail_help(detail: Detail) -> &'static str {
    match detail {
        Detail::Born => "12.3.16, or an age, or y6. F9 saves from any line.",
        Detail::Letter => "The date on the letter: 2/11, \"early nov\". F9 saves from any line.",
        Detail::About => "A letter of the list (a will not assess, f provision), or words.",
        Detail::Wants => "y mediation, n no, c certificate only, i information, d disagreement resolution.",
        _ => "Enter goes on. F9 saves from any line. Esc closes, and nothing is saved yet.",
    }
}

pub(super) fn detail_reads(detail: Detail) -> Reads {
    match detail {
        Detail::Born => Reads::Born,
        Detail::Letter => Reads::Past,
        Detail::About => Reads::Choice(|t| in_words(Detail::About, t)),
        Detail::Wants => Reads::Choice(|t| in_words(Detail::Wants, t)),
        _ => Reads::Text,
    }
}

/// On whose account a meeting is called off.
pub(super) fn read_by(typed: &str) -> Option<(&'static str, CalledOffBy)> {
    match typed.trim().to_lowercase().chars().next()? {
        'f' => Some(("the family", CalledOffBy::Family)),
        'o' => Some(("the other side", CalledOffBy::OtherSide)),
        'm' => Some(("the mediator", CalledOffBy::Mediator)),
        _ => Some(("the office", CalledOffBy::Office)),
    }
}

/// The stored reading of a detail as typed: a day, a code, or nothing.
pub(super) fn reading(detail: Detail, typed: &str, today: NaiveDate, office: &WorkingDays) -> Private {
    reading::read(detail, typed, today, office, Authorities::england()).into()
}

/// A detail as it is shown: the words of its list, or as typed.
pub(super) fn shown(detail: Detail, kept: &Kept) -> String {
    reading::shown(detail, &kept.typed, &kept.reading)
}

/// The words of the list for what is being typed.
fn in_words(detail: Detail, typed: &str) -> Option<String> {
    let words = reading::shown(detail, "", &reading::of_list(detail, typed));
    (!words.is_empty()).then_some(words)
}
